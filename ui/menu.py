"""The plugin's menu and toolbar: docks, algorithms by group, sample project, packages, help."""

from __future__ import annotations

import functools
import importlib
import os
from dataclasses import dataclass
from typing import Any, Callable, Dict, List, Optional

from qgis.core import Qgis, QgsApplication, QgsProcessingAlgorithm, QgsSettings
from qgis.PyQt.QtCore import QObject, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QAction, QDialog, QDockWidget, QMenu, QToolButton

from ..plugin import dependencies, guide
from ..plugin.engine.text import tr
from .background import end_readings
from .places import clear_places
from .run import end_all

ICONS = os.path.join(dependencies.ROOT, "ui", "icons")
# Groups and their algorithms in the order of work; what is not named here comes after, by name.
ORDER: Dict[str, List[str]] = {
    "imagery": ["preparescene", "composite", "spectralindices", "backscatterunits", "despeckle", "despecklestack"],
    "mines": ["segment", "minealerts", "segmentationaccuracy", "trainingtiles"],
    "landcover": ["trainforest", "classify", "cleanclasses", "classpatches", "changetable"],
    "burnedarea": ["mapburn", "burnindex", "burnthreshold"],
    "accuracy": ["samplepoints", "accuracy"],
    "areaplan": ["areatable", "planoverlay", "plancompare"],
    "chains": ["minemonitoring", "saltland", "burnedarea", "landcoverplan"],
    "sample": ["sampledistrict"],
}
SETTING = "pantau/open_docks"


def icon(name: str) -> QIcon:
    """One of the plugin's own drawings."""
    return QIcon(os.path.join(ICONS, f"{name}.svg"))


@dataclass
class DockEntry:
    """A dock, made when it is first shown: its module and class, the action that shows it; the dock and what listens to
    it, once it is there."""

    module: str
    kind: str
    action: QAction
    dock: Optional[QDockWidget] = None
    watch: Optional[Callable[[bool], None]] = None


class Menu(QObject):
    """All that Pantau adds to QGIS's window. `unload` takes it away again."""

    def __init__(self, iface: Any) -> None:
        super().__init__(iface.mainWindow())
        self._iface, self._window = iface, iface.mainWindow()
        self._dialog: Optional[QDialog] = None
        self._sample: Optional[QObject] = None
        self.menu = QMenu("&Pantau", self._window)
        self.menu.setObjectName("PantauMenu")
        self.menu.setIcon(icon("pantau"))
        self.menu.setToolTipsVisible(True)
        self.toolbar = iface.addToolBar("Pantau")
        self.toolbar.setObjectName("PantauToolBar")
        self.docks: Dict[str, DockEntry] = {}
        self._fill()
        iface.pluginMenu().addMenu(self.menu)
        self._starting = not self._window.isVisible()
        if self._starting:  # QGIS puts the docks back in their places at the end
            iface.initializationCompleted.connect(self._reopen)
        else:
            self._reopen()

    # -- what is in it

    def _fill(self) -> None:
        self._add_dock(
            "plan_overlay",
            "plan_dock",
            "PlanDock",
            tr("&RTRW overlay"),
            tr(
                "Compare the land cover with the spatial plan (RTRW): rules, conformity, and the largest places that do not conform"
            ),
        )
        self._add_dock(
            "area_table",
            "area_dock",
            "AreaDock",
            tr("&Area table"),
            tr("Hectares of each class in each zone, for the whole map, the selected features or what the map shows"),
        )
        self.menu.addSeparator()
        self.toolbar.addSeparator()
        for group, algorithms in grouped_algorithms().items():
            self._add_group(group, algorithms)
        self.menu.addSeparator()
        self.toolbar.addSeparator()
        sample = self._action(
            "sample",
            tr("&Sample project..."),
            tr("Make a small, invented district whose every hectare is known, and open it with both docks filled in"),
            self.make_sample,
        )
        self.toolbar.addAction(sample)
        self._action(
            "packages",
            tr("&Packages and device..."),
            tr("What is installed and what is missing, which device runs the models, and a report to copy"),
            self.show_packages,
        )
        self._action("help", tr("&Help"), tr("Open the guide"), self.show_help)

    def _action(self, name: str, text: str, hint: str, do: Callable[[], None]) -> QAction:
        action = QAction(icon(name), text, self.menu)
        action.setObjectName(f"Pantau_{name}")
        action.setToolTip(hint)
        action.setStatusTip(hint)
        action.triggered.connect(lambda checked=False: do())
        self.menu.addAction(action)
        return action

    def _add_dock(self, name: str, module: str, kind: str, text: str, hint: str) -> None:
        action = self._action(name, text, hint, lambda: self.show_dock(name, self.docks[name].action.isChecked()))
        action.setCheckable(True)
        self.toolbar.addAction(action)
        self.docks[name] = DockEntry(module, kind, action)

    def _add_group(self, group: str, algorithms: List[QgsProcessingAlgorithm]) -> None:
        menu = self.menu.addMenu(icon(group), algorithms[0].group())
        menu.setObjectName(f"Pantau_{group}")
        menu.setToolTipsVisible(True)
        for algorithm in algorithms:
            action = menu.addAction(icon(group), algorithm.displayName())
            action.setObjectName(f"Pantau_{algorithm.name()}")
            action.setToolTip(algorithm.shortDescription())
            action.setStatusTip(algorithm.shortDescription())
            action.triggered.connect(functools.partial(self.open_algorithm, algorithm.id()))
        if group != "sample":  # in the toolbar, "Sample project" makes it
            self.toolbar.addAction(menu.menuAction())
            button = self.toolbar.widgetForAction(menu.menuAction())
            if isinstance(button, QToolButton):
                button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    # -- what it does

    def show_dock(self, name: str, shown: bool = True) -> Optional[QDockWidget]:
        """Show or hide a dock ("plan_overlay" or "area_table"); return it, if it is there."""
        entry = self.docks[name]
        if entry.dock is None and shown:
            entry.dock = self._make_dock(entry)
        if entry.dock is not None:
            entry.dock.setVisible(shown)
            if shown:
                entry.dock.raise_()
            self._note(entry, shown)
        return entry.dock

    def _make_dock(self, entry: DockEntry) -> QDockWidget:
        kind = getattr(importlib.import_module(f".{entry.module}", __package__), entry.kind)
        dock = kind(self._iface)
        neighbour = self._neighbour()
        placed = self._window.restoreDockWidget(dock)  # where it was when QGIS was last closed
        if not placed and neighbour is not None:
            self._window.tabifyDockWidget(neighbour, dock)
            placed = True
        if not placed:
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        else:  # what QGIS does besides
            panels = self._window.findChild(QMenu, "mPanelMenu")
            if panels is not None:
                panels.addAction(dock.toggleViewAction())
        entry.watch = functools.partial(self._note, entry)
        dock.visibilityChanged.connect(entry.watch)
        return dock

    def _neighbour(self) -> Optional[QDockWidget]:
        """A dock on the right to share the place with, if there is one: one above the other, they would need a higher window."""
        right = [
            dock for dock in self._window.findChildren(QDockWidget)
            if self._window.dockWidgetArea(dock) == Qt.DockWidgetArea.RightDockWidgetArea and not dock.isFloating()
        ]  # fmt: skip
        own = [entry.dock for entry in self.docks.values() if entry.dock in right]
        return next(iter([*own, *(dock for dock in right if not dock.isHidden())]), None)

    def _note(self, entry: DockEntry, visible: bool) -> None:
        """A dock was shown or hidden, by whatever button; one whose window is hidden, as when QGIS ends, is not."""
        shown = entry.dock is not None and not entry.dock.isHidden()
        entry.action.setChecked(shown)
        open_docks = [name for name, one in self.docks.items() if one.dock is not None and not one.dock.isHidden()]
        QgsSettings().setValue(SETTING, ",".join(open_docks))

    def _reopen(self) -> None:
        """Bring back the docks that were open when QGIS was last closed."""
        for name in str(QgsSettings().value(SETTING, "")).split(","):
            if name in self.docks and self.docks[name].dock is None:
                self.show_dock(name)

    def open_algorithm(self, algorithm_id: str, checked: bool = False) -> None:
        """Open the dialog of an algorithm, as the toolbox does."""
        try:
            from processing import execAlgorithmDialog
        except ImportError:
            self._iface.messageBar().pushMessage(
                "Pantau", tr("Switch on the plugin Processing in QGIS's plugin manager: it runs the algorithms."), Qgis.MessageLevel.Warning
            )  # fmt: skip
            return
        execAlgorithmDialog(algorithm_id, {})

    def make_sample(self) -> None:
        """Make the sample district in a folder that the user chooses, and open it."""
        from .sample_project import SampleProject

        if self._sample is None:
            self._sample = SampleProject(self._iface, self.show_dock, self)
        self._sample.ask()

    def show_packages(self) -> None:
        """Open "Packages and device"."""
        from .device_dialog import DeviceDialog

        if self._dialog is None:
            self._dialog = DeviceDialog(self._window)
        self._dialog.refresh()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def show_help(self) -> None:
        """Open the guide."""
        QDesktopServices.openUrl(QUrl(guide.url()))

    # -- the end

    def unload(self) -> None:
        """Take everything away, and end what still runs."""
        if self._starting:
            self._iface.initializationCompleted.disconnect(self._reopen)
        for entry in self.docks.values():
            if entry.dock is not None:
                dock, entry.dock = entry.dock, None
                dock.visibilityChanged.disconnect(entry.watch)
                dock.unload()
                self._iface.removeDockWidget(dock)
                dock.close()
                dock.deleteLater()
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
        end_all()
        end_readings()
        clear_places()
        self._iface.pluginMenu().removeAction(self.menu.menuAction())
        self._window.removeToolBar(self.toolbar)
        self.toolbar.deleteLater()
        self.menu.deleteLater()
        self.deleteLater()


def grouped_algorithms() -> Dict[str, List[QgsProcessingAlgorithm]]:
    """The plugin's algorithms by their group, groups and algorithms in the order of work."""
    provider = QgsApplication.processingRegistry().providerById("pantau")
    algorithms = sorted(provider.algorithms(), key=lambda one: one.displayName()) if provider is not None else []
    groups: Dict[str, List[QgsProcessingAlgorithm]] = {group: [] for group in ORDER}
    for algorithm in algorithms:
        groups.setdefault(algorithm.groupId(), []).append(algorithm)
    for group, members in groups.items():
        named = ORDER.get(group, [])
        members.sort(key=lambda one: named.index(one.name()) if one.name() in named else len(named))
    return {group: members for group, members in groups.items() if members}
