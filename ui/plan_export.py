"""How a result of the RTRW overlay dock is taken along: the clipboard, the files of the run, a sheet of paper."""

from __future__ import annotations

import datetime
import os
from typing import Any, Optional, Sequence

from qgis.core import QgsMapLayer, QgsPrintLayout, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..plugin.engine.area.rules import state_label
from ..plugin.engine.errors import PantauError
from ..plugin.engine.report.workbook import write_csv
from ..plugin.engine.text import language, number, tr
from ..plugin.engine.version import VERSION
from .layers import is_polygons
from .plan_choices import PlanChoices
from .plan_ground import LastRun
from .plan_page import ResultPage
from .plan_results import Filter, View, agreement, judged_by_zone, lead
from .plan_run import FILES
from .print_layout import PdfSaving, Sheet, make_layout
from .tables import copy_table, export_button, save_copy, save_new

WHOLE = ("xlsx", "csv", "html")  # files of the run, which know of no filter
LONGEST = 50  # characters of the names of zones, or of units, in a title


class PlanExports(QObject):
    """The button and what its menu does."""

    said = pyqtSignal(str)
    told = pyqtSignal(str)

    def __init__(self, iface: Any, choices: PlanChoices, owner: QWidget) -> None:
        super().__init__(owner)
        self._iface, self._choices, self._owner = iface, choices, owner
        self._page: Optional[ResultPage] = None
        self._last: Optional[LastRun] = None
        self.pdf = PdfSaving(owner)
        self.pdf.said.connect(self.said)
        self.pdf.told.connect(self.told)
        self.button = export_button(
            {
                "clipboard": self._copy, "xlsx": lambda: self._save_file("XLSX", "XLSX (*.xlsx)"),
                "csv": self._save_csv, "html": lambda: self._save_file("REPORT", "HTML (*.html)"),
                "pdf": self._save_pdf,
            },
            owner,
        )  # fmt: skip
        menu = self.button.menu()
        menu.setToolTipsVisible(True)
        edit = menu.addAction(tr("&Edit the print layout..."))
        edit.setObjectName("layout")
        edit.triggered.connect(lambda checked=False: self._open_layout())
        self._texts = {action.objectName(): action.text() for action in menu.actions()}
        menu.aboutToShow.connect(self.name_actions)

    def follow(self, page: ResultPage) -> None:
        """Take along what a page shows."""
        self._page = page

    def show_last(self, last: Optional[LastRun]) -> None:
        """The run whose files are taken along."""
        self._last = last

    def name_actions(self) -> None:
        """Say of each way whether it takes what is shown, or all."""
        filtered = self._page.is_filtered()
        for action in self.button.menu().actions():
            name, text = action.objectName(), self._texts[action.objectName()]
            every = name in WHOLE
            if filtered and every:
                stem, dots = text.rstrip("."), "..." if text.endswith("...") else ""
                text = tr("{what} of the whole result").format(what=stem) + dots
            action.setText(text)
            action.setToolTip(
                tr("All zones and units, whatever is filtered here") if every
                else tr("As shown: the zones and units that are filtered here")
            )  # fmt: skip

    def _copy(self) -> None:
        copy_table(self._page.shown_table()[0])
        self.said.emit(tr("The table is on the clipboard."))

    def _save_file(self, output: str, file_filter: str) -> None:
        if self._last is not None and save_copy(self._last.files[output], FILES[output], file_filter, self._owner):
            self._say_saved()

    def _save_csv(self) -> None:
        """The table in the user's language, like that of the area dock; that of the run is for programs."""
        if self._page.view is None:
            return
        table = self._page.view.result.table()
        name = os.path.splitext(FILES["REPORT"])[0] + ".csv"
        if save_new(lambda path: write_csv(path, table, language()), name, "CSV (*.csv)", self._owner):
            self._say_saved()

    def _say_saved(self) -> None:
        filtered = self._page.is_filtered()
        self.said.emit(tr("The whole result is saved; the filter is only in what is shown here.") if filtered else tr("Saved."))

    def _save_pdf(self) -> None:
        if self._page.view is not None:
            name = os.path.splitext(FILES["REPORT"])[0] + ".pdf"
            self.pdf.ask(name, lambda: self._sheet(self._last, self._page.view))

    def _open_layout(self) -> None:
        """Open the print layout in QGIS's designer, to be edited; it becomes the project's."""
        if self._page.view is None:
            return
        try:
            layout = self.layout()
        except PantauError as error:
            self.told.emit(str(error))
            return
        QgsProject.instance().layoutManager().addLayout(layout)
        self._iface.openLayoutDesigner(layout)

    # -- the sheet of paper

    def layout(self) -> QgsPrintLayout:
        """The print layout of what is shown. Raises PantauError."""
        project = QgsProject.instance()
        names = {layout.name() for layout in project.layoutManager().layouts()}
        name, count = tr("Conformity with the plan"), 1
        while name in names:
            count += 1
            name = f"{tr('Conformity with the plan')} {count}"
        return make_layout(self._sheet(self._last, self._page.view), project, name)

    def _sheet(self, last: LastRun, view: View) -> Sheet:
        settings, units = self._iface.mapCanvas().mapSettings(), self._choices.admin.layer()
        # On the colours of classes or zones, a conformity that lets them through could not be told.
        shown = [QgsProject.instance().mapLayer(last.layers.get(name, "")) for name in ("NONCONFORMITY", "OUTPUT")]
        layers = self._map_layers(shown[1], units)
        # The map shows the whole result, whatever is filtered, and so does its legend.
        classes = {view.result.classes.find(one.code).label() for one in view.result.listed if view.result.classes.find(one.code)}
        labels = (sorted(classes), [state_label(state) for state in view.result.figures.states])
        explained = [(layer, its) for layer, its in zip(reversed(shown), reversed(labels)) if layer in layers]
        explained += [(units, None)] if units is not None else []
        rules, edited = last.names.get("rules", ""), last.names.get("edited")
        if rules:
            rules = tr("{name}, edited in QGIS").format(name=rules) if edited else rules
        else:
            rules = tr("edited in QGIS, from the example") if edited else tr("example")
        source = tr("Land cover: {landcover}. Plan: {plan} ({field}). Units: {admin}. Rules: {rules}. Pantau {version}, {date}.").format(
            landcover=last.names.get("landcover", ""), plan=last.names.get("plan", ""), field=last.names.get("plan_field", ""),
            admin=last.names.get("admin") or "–", rules=rules, version=VERSION, date=datetime.date.today().isoformat(),
        )  # fmt: skip
        zones, only = view.filter.zones, ""
        if zones is not None:
            only = tr("Zones: {zones}").format(zones=_shortly(zones))
        unit = "" if view.filter.units is None else _shortly([view.result.unit_label(one) for one in view.filter.units])
        partly, names = "", {}
        if self._page.is_filtered():
            partly = tr("Figures and table are of these alone; the map shows all.")
            percent = agreement(View(view.result, Filter()).degree())
            whole = tr("Whole plan: {percent} %").format(percent="–" if percent is None else number(percent, 1))
            names = {last.layers.get("OUTPUT", ""): whole}
        head = [tr("Zone"), tr("Conform (ha)"), tr("Not conform (ha)"), tr("Other (ha)"), tr("Conform (%)")]
        return Sheet(
            title=" – ".join(filter(None, [tr("Does the land agree with the plan?"), only, unit])),
            lead=" ".join(filter(None, [lead(view), partly])),
            source=source,
            note=tr("Example rules, not official.") if last.is_example else "",
            layers=layers, legend=explained, names=names, extent=settings.visibleExtent(), crs=settings.destinationCrs(),
            outlines=[units] if units is not None else [],
            table=[head, *judged_by_zone(view)], widths=(2.6, 1.25, 1.25, 1.15, 1.35),
        )  # fmt: skip

    def _map_layers(self, output: Optional[QgsMapLayer], units: Optional[QgsMapLayer]) -> list:
        """What the map shows, the uppermost first: the canvas without what the conformity is made of, with the edges of the units."""
        apart = (self._choices.land.layer(), self._choices.plan.layer(), units)
        layers = [layer for layer in self._iface.mapCanvas().layers() if layer not in apart]
        if output is not None and output not in layers:
            layers.insert(0, output)
        below = layers.index(output) if output is not None else 0
        layers = layers[:below] + [layer for layer in layers[below:] if not is_polygons(layer)]
        return [units, *layers] if units is not None else layers


def _shortly(names: Sequence[str]) -> str:
    """Names in a row, or the first of them where they would not fit into a title."""
    text = ", ".join(names)
    if len(text) <= LONGEST or len(names) < 2:
        return text
    return tr("{name} and {count} more").format(name=names[0], count=number(len(names) - 1, 0))
