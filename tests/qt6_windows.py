"""The windows under PyQt6, without a QGIS: qgis.PyQt is PyQt6, and QGIS's own classes are stand-ins that take everything.

Run by tests/engine/test_qt6.py in a process of its own. Prints as JSON the modules that were imported, the widgets that were made,
and every exception, those in paint and key events included.
"""

import importlib
import importlib.util
import json
import os
import sys
import traceback
import types
from pathlib import Path
from unittest.mock import MagicMock

from PyQt6 import QtCore, QtGui, QtTest, QtWidgets, sip

ROOT = Path(__file__).resolve().parent.parent
MODULES = ("QtCore", "QtGui", "QtWidgets", "QtXml", "QtPrintSupport", "QtTest")
MOVED = ("QAction", "QActionGroup", "QShortcut")  # which qgis.PyQt keeps in QtWidgets
WIDGETS = {"QgsCheckableComboBox": "QComboBox", "QgsCollapsibleGroupBox": "QGroupBox", "QgsFileWidget": "QWidget", "QgsMapCanvas": "QWidget"}  # fmt: skip


class StandIn(type):
    """A class, and objects of it, whose attributes are whatever is asked for."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return MagicMock()


class WidgetStandIn(StandIn, type(QtWidgets.QWidget)):
    """The same of a widget."""


def anything(self, *arguments, **named):
    return MagicMock()


class Stub(types.ModuleType):
    """A module that has every class."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name in WIDGETS:
            found = WidgetStandIn(name, (getattr(QtWidgets, WIDGETS[name]),), {"__getattr__": anything})
        else:
            found = StandIn(name, (), {"__init__": lambda self, *arguments, **named: None, "__getattr__": anything})
        setattr(self, name, found)
        return found


class Settings(MagicMock):
    """QgsSettings in which nothing was ever written."""

    def value(self, key, default=None, **kind):
        return default


def shim():
    """Put PyQt6 and the stand-ins where the plugin looks for QGIS, and an empty project into them."""
    for name in MOVED:
        setattr(QtWidgets, name, getattr(QtGui, name))
    sys.modules.update({"qgis": types.ModuleType("qgis"), "qgis.PyQt": types.ModuleType("qgis.PyQt"), "qgis.PyQt.sip": sip})
    sys.modules["qgis.PyQt"].sip = sip
    sys.modules.update({f"qgis.PyQt.{name}": importlib.import_module(f"PyQt6.{name}") for name in MODULES})
    sys.modules.update({name: Stub(name) for name in ("qgis.core", "qgis.gui", "qgis.utils", "processing")})
    core = sys.modules["qgis.core"]
    project = MagicMock(**{"readEntry.return_value": ("", False), "mapLayers.return_value": {}, "mapLayer.return_value": None})
    core.QgsProject = type("QgsProject", (), {"instance": staticmethod(lambda: project)})
    core.QgsSettings = Settings
    core.QgsApplication.getThemeIcon = staticmethod(lambda name: QtGui.QIcon())
    core.QgsApplication.locale = staticmethod(lambda: "en")
    core.Qgis.QGIS_VERSION_INT, core.Qgis.QGIS_VERSION = 40000, "4.0.0"
    spec = importlib.util.spec_from_file_location("pantau", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    sys.modules["pantau"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules["pantau"])


def rules():
    """The grid of rules, filled."""
    from pantau.plugin.engine.area.kinds import PlanZone, built_zones, land_kinds
    from pantau.plugin.engine.area.rules import default_rules
    from pantau.plugin.engine.raster.legend import Legend, LegendEntry
    from pantau.ui.plan_rules import Ground, RulesModel, RulesView

    classes = Legend((LegendEntry(1, "forest", "hutan", "#1A7F37"), LegendEntry(2, "settlement", "permukiman", "#C8352B")))
    zones = [PlanZone("HL", ("Hutan Lindung",)), PlanZone("PK", ("Permukiman Perkotaan",))]
    kinds = land_kinds(classes)
    model = RulesModel()
    model.show(Ground(classes, zones, kinds, default_rules(classes, zones, kinds, built_zones(zones)), False))
    view = RulesView(model)
    view.model_kept = model  # a view does not own its model
    return view


def use(widget, events):
    """Show a widget, page by page, and let it have the mouse and the keyboard."""
    widget.resize(900, 700)
    widget.show()
    for tabs in widget.findChildren(QtWidgets.QTabWidget):
        for page in range(tabs.count()):
            tabs.setCurrentIndex(page)
            events()
            widget.grab()
    for part in [widget, *widget.findChildren(QtWidgets.QAbstractScrollArea)]:
        inside = part.viewport() if isinstance(part, QtWidgets.QAbstractScrollArea) else part
        QtTest.QTest.mouseMove(inside, QtCore.QPoint(20, 20))
        if isinstance(part, QtWidgets.QAbstractScrollArea):
            QtTest.QTest.mouseClick(inside, QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(20, 20))
            for key in (QtCore.Qt.Key.Key_Down, QtCore.Qt.Key.Key_Right, QtCore.Qt.Key.Key_Space):
                QtTest.QTest.keyClick(part, key)
        events()
    widget.grab()


def main():
    """Import, make and use."""
    shim()
    application = QtWidgets.QApplication([])
    found = {"modules": [], "widgets": [], "errors": []}
    sys.excepthook = lambda *error: found["errors"].append("".join(traceback.format_exception(*error)))
    for path in sorted((ROOT / "ui").glob("*.py")):
        importlib.import_module(f"pantau.ui.{path.stem}")
        found["modules"].append(path.stem)

    from pantau.ui.area_dock import AreaDock
    from pantau.ui.device_dialog import DeviceDialog
    from pantau.ui.menu import Menu
    from pantau.ui.plan_dock import PlanDock

    window = QtWidgets.QMainWindow()
    iface = MagicMock()
    iface.mainWindow.return_value = window
    iface.addToolBar.side_effect = window.addToolBar
    iface.pluginMenu.return_value = QtWidgets.QMenu(window)
    for name, make in {
        "DeviceDialog": lambda: DeviceDialog(window), "AreaDock": lambda: AreaDock(iface), "PlanDock": lambda: PlanDock(iface),
        "RulesView": rules, "Menu": lambda: Menu(iface),
    }.items():  # fmt: skip
        try:
            widget = make()
            if isinstance(widget, QtWidgets.QWidget):
                use(widget, application.processEvents)
            found["widgets"].append(name)
        except Exception:
            found["errors"].append(traceback.format_exc())
    print(json.dumps(found), flush=True)
    os._exit(0)  # what the stand-ins hold may go in any order


main()
