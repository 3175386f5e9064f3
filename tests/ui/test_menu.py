import os
import sys
import types
from xml.etree import ElementTree

import pytest
from pantau.plugin import guide
from pantau.ui import device_dialog
from pantau.ui.area_model import AreaState
from pantau.ui.device_dialog import Device, DeviceDialog, Package
from pantau.ui.menu import ICONS, ORDER, SETTING, Menu, grouped_algorithms, icon
from pantau.ui.sample_project import PROJECT, SampleProject
from pantau.ui.state import load_state
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QSize, Qt, QUrl
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QFileDialog, QMessageBox, QPushButton, QToolBar, QToolButton

DOCKS = {"plan_overlay": ("plan_dock", "PlanDock"), "area_table": ("area_dock", "AreaDock")}


@pytest.fixture
def stub_docks(monkeypatch):
    """Docks without content, and the order in which they were made."""
    made = []
    for module, kind in DOCKS.values():

        class Dock(QDockWidget):
            def __init__(self, iface, name=kind):
                super().__init__(name)
                self.setObjectName(name)
                made.append(name)

            def unload(self):
                made.append(f"{self.objectName()} unloaded")

        stub = types.ModuleType(f"pantau.ui.{module}")
        setattr(stub, kind, Dock)
        monkeypatch.setitem(sys.modules, f"pantau.ui.{module}", stub)
    return made


@pytest.fixture
def full_menu(window_iface):
    """The menu with the real docks."""
    QgsSettings().remove(SETTING)
    menu = Menu(window_iface)
    yield menu
    menu.unload()
    QgsSettings().remove(SETTING)


@pytest.fixture
def menu(stub_docks, full_menu):
    """The menu with docks without content."""
    return full_menu


def button(menu, name):
    """The button of an action in the toolbar."""
    return next(one for one in menu.toolbar.findChildren(QToolButton) if one.defaultAction() and one.defaultAction().objectName() == name)  # fmt: skip


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_every_algorithm_is_in_the_menu_once(menu, provider):
    named = [name for names in ORDER.values() for name in names]
    assert sorted(named) == sorted(one.name() for one in provider.algorithms())
    actions = [action.objectName() for action in menu.menu.findChildren(QAction)]
    assert sorted(one for one in actions if one.removeprefix("Pantau_") in named and not one.endswith("_accuracy")) == sorted(
        f"Pantau_{name}" for name in named if name != "accuracy"
    )
    titles = [action.text() for action in menu.menu.actions() if action.menu()]
    assert titles == ["Imagery", "Mines", "Land cover", "Burned area", "Accuracy", "Area and plan", "Chains", "Sample data"]
    first = menu.menu.actions()[3].menu().actions()
    assert [action.text() for action in first] == [one.displayName() for one in grouped_algorithms()["imagery"]]


def test_an_action_opens_the_algorithm(menu, monkeypatch):
    import processing

    opened = []
    monkeypatch.setattr(processing, "execAlgorithmDialog", lambda name, parameters: opened.append(name))
    for action in menu.menu.findChildren(QAction):
        if action.objectName() in ("Pantau_areatable", "Pantau_segment"):
            action.trigger()
    assert sorted(opened) == ["pantau:areatable", "pantau:segment"]


def test_docks_are_made_when_they_are_first_shown(menu, window_iface, stub_docks):
    assert stub_docks == []
    click(button(menu, "Pantau_area_table"))
    assert stub_docks == ["AreaDock"]
    dock = menu.docks["area_table"].dock
    assert dock.isVisible()
    assert window_iface.mainWindow().dockWidgetArea(dock) == Qt.DockWidgetArea.RightDockWidgetArea
    assert menu.docks["area_table"].action.isChecked()
    assert dock.toggleViewAction() in window_iface._panels.actions()
    click(button(menu, "Pantau_area_table"))
    assert not dock.isVisible()
    dock.toggleViewAction().trigger()  # QGIS's own list of panels
    assert dock.isVisible()
    assert menu.docks["area_table"].action.isChecked()
    dock.close()  # its own cross
    assert not menu.docks["area_table"].action.isChecked()
    click(button(menu, "Pantau_area_table"))
    click(button(menu, "Pantau_plan_overlay"))
    assert stub_docks == ["AreaDock", "PlanDock"]
    assert window_iface.mainWindow().tabifiedDockWidgets(dock) == [menu.docks["plan_overlay"].dock]
    assert len(window_iface._panels.actions()) == 2


def test_docks_do_not_stretch_the_window(full_menu, window_iface):
    """Both fit into a window of 800 pixels, the height of the smallest laptops, beside a panel that is there already."""
    window = window_iface.mainWindow()
    toolbox = QDockWidget("Toolbox", window)
    window_iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, toolbox)
    for name in DOCKS:
        full_menu.show_dock(name)
        assert full_menu.docks[name].action.isChecked()
        QApplication.processEvents()
    assert window.height() == 800
    assert len(window.tabifiedDockWidgets(toolbox)) == 2


def test_open_docks_come_back_where_they_were(window_iface, stub_docks, wait):
    QgsSettings().remove(SETTING)
    first = Menu(window_iface)
    dock = first.show_dock("area_table")
    window = window_iface.mainWindow()
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    state = window.saveState()
    window.hide()  # as QGIS does when it ends: that closes no dock
    first.unload()
    wait(lambda: not window.findChildren(QDockWidget))
    window.restoreState(state)
    second = Menu(window_iface)  # the window is not there yet: QGIS is starting
    window.show()
    assert second.docks["area_table"].dock is None
    window_iface.initializationCompleted.emit()
    dock = second.docks["area_table"].dock
    assert dock.isVisible()
    assert window.dockWidgetArea(dock) == Qt.DockWidgetArea.LeftDockWidgetArea
    assert second.docks["plan_overlay"].dock is None
    second.unload()
    QgsSettings().remove(SETTING)


def test_nothing_is_left_after_unloading(window_iface, stub_docks, wait):
    window = window_iface.mainWindow()
    menu = Menu(window_iface)
    for name in DOCKS:
        menu.show_dock(name)
    menu.show_packages()
    wait(lambda: menu._dialog.test_button.isEnabled())
    menu.unload()
    QgsSettings().remove(SETTING)
    assert sorted(stub_docks[2:]) == ["AreaDock unloaded", "PlanDock unloaded"]
    wait(lambda: not window.findChildren(QDockWidget) + window.findChildren(QToolBar) + window.findChildren(DeviceDialog))
    assert not window_iface.pluginMenu().actions()
    assert not window_iface._panels.actions()
    assert not [one for one in QApplication.topLevelWidgets() if one.objectName().startswith("Pantau")]


def test_the_whole_plugin_loads_and_unloads_also_beside_another_copy(window_iface, provider):
    """The other, whose algorithms stay, is the tests' own."""
    from pantau import classFactory

    plugin = classFactory(window_iface)
    plugin.initGui()
    assert [action.text() for action in window_iface.pluginMenu().actions()] == ["&Pantau"]
    plugin.unload()
    assert not window_iface.pluginMenu().actions()
    assert QgsApplication.processingRegistry().providerById("pantau") is provider
    assert provider.algorithms()


def test_help_opens_the_guide(menu, monkeypatch):
    from pantau.ui import menu as module

    opened = []
    monkeypatch.setattr(module.QDesktopServices, "openUrl", opened.append)
    next(action for action in menu.menu.actions() if action.objectName() == "Pantau_help").trigger()
    assert opened == [QUrl(guide.url())]


# -- icons


@pytest.mark.parametrize("name", [*ORDER, "plan_overlay", "area_table", "packages", "help", "pantau"])
def test_icons_are_drawn_and_seen_on_light_and_dark(name):
    root = ElementTree.parse(os.path.join(ICONS, f"{name}.svg")).getroot()
    if name != "pantau":
        assert root.get("viewBox") == "0 0 24 24"
    image = icon(name).pixmap(QSize(16, 16)).toImage()
    assert (image.width(), image.height()) == (16, 16)
    colors = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
    drawn = [color for color in colors if color.alpha() > 128]
    assert len(drawn) > 40
    for ground in (QColor("#f0f0f0"), QColor("#2d2d2d")):
        apart = [color for color in drawn if abs(color.lightness() - ground.lightness()) + abs(color.saturation() - ground.saturation()) > 60]  # fmt: skip
        assert len(apart) > 0.6 * len(drawn)


def test_every_algorithm_shows_the_icon_of_its_group(provider):
    for algorithm in provider.algorithms():
        assert os.path.basename(algorithm.svgIconPath()) == f"{algorithm.groupId()}.svg"
        assert os.path.exists(algorithm.svgIconPath())
        assert not algorithm.icon().pixmap(QSize(16, 16)).isNull()


# -- packages and device


@pytest.fixture
def dialog(qgis_app, provider):
    dialog = DeviceDialog()
    dialog.show()
    yield dialog
    dialog.close()
    dialog.deleteLater()


def test_a_missing_package_has_its_command_to_copy(dialog, monkeypatch):
    missing = Package(["no-such-package"], "no_such_module", "nothing")
    monkeypatch.setattr(device_dialog, "packages", lambda: [Package(["numpy"], "numpy", "everything"), missing])
    dialog.refresh()
    import numpy

    assert f"numpy: {numpy.__version__}" in dialog.report()
    assert "no-such-package: missing" in dialog.report()
    click(dialog.findChild(QPushButton, "copy_no_such_module"))
    command = QApplication.clipboard().text()
    assert " -m pip install --user" in command
    assert f'no-such-package "numpy=={numpy.__version__}"' in command


def test_the_device_is_told_and_tested(dialog, monkeypatch, wait):
    monkeypatch.setattr(device_dialog, "SECONDS", 0.2)
    dialog.refresh()
    assert not dialog.test_button.isEnabled()
    wait(dialog.test_button.isEnabled)
    assert "onnxruntime" in dialog._device_text.text()
    click(dialog.test_button)
    wait(dialog.test_button.isEnabled)
    assert "megapixels" in dialog._test_text.text()
    click(dialog.copy_button)
    report = QApplication.clipboard().text()
    for word in ("Pantau", "QGIS", "GDAL", "Python", "Qt", "onnxruntime", "Device: ", "megapixels/s"):
        assert word in report


def test_a_speed_says_how_long_a_scene_takes():
    """A Sentinel-2 scene has 10,980 x 10,980 pixels: 120.56 megapixels take 60.3 s at 2 megapixels a second."""
    assert "1.0 minutes" in Device("cpu", "as asked", "onnxruntime", 2.0).result()


def test_without_onnxruntime_the_dialog_says_what_to_do(dialog, monkeypatch, wait):
    from pantau.plugin.engine.errors import MissingPackage

    def fail():
        raise MissingPackage("onnxruntime-gpu")

    monkeypatch.setattr(device_dialog, "shipped_model", fail)
    dialog.refresh()
    wait(dialog.test_button.isEnabled)
    assert "onnxruntime-gpu" in dialog._device_text.text()
    assert "Device: " in dialog.report()


# -- sample project


def sample(menu, monkeypatch, folder):
    """The menu's "Sample project", after a folder was chosen."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    click(button(menu, "Pantau_sample"))
    return menu._sample


def test_the_sample_project_is_made_and_opened(full_menu, window_iface, monkeypatch, tmp_path, wait):
    menu = full_menu
    project = sample(menu, monkeypatch, tmp_path)
    opened = []
    project.opened.connect(lambda: opened.append(True))
    wait(lambda: opened, 120)
    tree = QgsProject.instance().layerTreeRoot()
    groups = [node.name() for node in tree.children()]
    assert groups == ["Samples", "Burned area", "Plan and boundaries", "Mines", "Land cover", "Imagery", "Radar"]
    layers = {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}
    assert all(layer.isValid() for layer in layers.values())
    assert layers["Desa"].featureCount() == 6
    assert isinstance(layers["Desa"], QgsVectorLayer)
    assert isinstance(layers["Sentinel-2 after"], QgsRasterLayer)
    assert [one.label for one in layers["Land cover after (truth)"].renderer().classes()][:2] == ["forest", "mangrove"]
    assert QgsProject.instance().fileName() == str(tmp_path / PROJECT)
    assert window_iface.asked_to_save == 1
    assert window_iface.mapCanvas().extent().contains(layers["Kabupaten"].extent())
    assert all(entry.dock.isVisible() for entry in menu.docks.values())
    area, plan = load_state(AreaState, "area_table"), load_state(menu.docks["plan_overlay"].dock._state.__class__, "plan_overlay")
    cover, desa = layers["Land cover after (truth)"].id(), layers["Desa"].id()
    assert (area.raster, area.zones) == (cover, desa)
    assert (plan.landcover, plan.plan, plan.admin) == (cover, layers["Spatial plan (RTRW)"].id(), layers["Kecamatan"].id())
    # Nobody has changed anything: QGIS does not ask whether to save it.
    overlay, table = (menu.docks[name].dock for name in ("plan_overlay", "area_table"))
    overlay.raise_()
    wait(lambda: overlay._filled and not overlay._keep.isActive())
    table.raise_()
    wait(lambda: table._shown is not None)
    assert not QgsProject.instance().isDirty()
    # What the folder holds is all in the project: a file that nobody sees is a file that nobody asks for.
    held = {str(path.relative_to(tmp_path)) for path in [*tmp_path.rglob("*.tif"), *tmp_path.glob("*.gpkg")]}
    loaded = {os.path.relpath(layer.source().split("|")[0], tmp_path) for layer in layers.values()}
    assert held - loaded == {"landcover_after.gpkg", "landcover_before.gpkg"}  # the same as the rasters
    # Chosen again, it is opened as it is.
    written = os.stat(tmp_path / PROJECT).st_mtime_ns
    project = sample(menu, monkeypatch, tmp_path)
    wait(lambda: len(opened) == 2)
    assert os.stat(tmp_path / PROJECT).st_mtime_ns == written


def test_the_sample_project_can_be_cancelled(full_menu, window_iface, monkeypatch, tmp_path, wait):
    window_iface.messageBar().show()
    project = sample(full_menu, monkeypatch, tmp_path)
    click(window_iface.messageBar().findChild(QPushButton, "PantauCancelSample"))
    wait(lambda: project._run is None)
    assert not QgsProject.instance().mapLayers()
    assert not os.path.exists(tmp_path / PROJECT)
    assert not window_iface.asked_to_save


def test_a_folder_with_other_files_is_refused(menu, monkeypatch, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    said = []
    monkeypatch.setattr(QMessageBox, "information", lambda parent, title, text: said.append(text))
    project = sample(menu, monkeypatch, tmp_path)
    assert str(tmp_path) in said[0]
    assert project._run is None
    assert os.listdir(tmp_path) == ["mine.txt"]


def test_who_keeps_the_open_project_keeps_it(full_menu, window_iface, monkeypatch, tmp_path, wait):
    """Asked whether to save what is open, the user presses Cancel."""
    window_iface.save = False
    QgsProject.instance().setTitle("mine")
    shown = []
    monkeypatch.setattr(SampleProject, "_show", lambda self, path, real=SampleProject._show: (real(self, path), shown.append(path)))
    sample(full_menu, monkeypatch, tmp_path)
    wait(lambda: shown, 120)
    assert QgsProject.instance().title() == "mine"
