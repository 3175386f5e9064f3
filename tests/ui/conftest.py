"""The windows in a real QgsApplication, with the algorithms that they run."""

import gc
import time

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMainWindow, QMenu


@pytest.fixture(scope="module", autouse=True)
def nothing_outlives_qgis(provider):
    """What an expected error holds (its frames, and with them layers) goes while QGIS still runs: later, it would crash."""
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def no_run_is_left(provider):
    """Runs end with their test, and widgets that were given up are deleted."""
    from pantau.ui.run import end_all

    yield
    end_all()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def wait():
    """`wait(condition, seconds=30)`: the event loop runs until the condition holds; fails where it never does."""

    def until(condition, seconds=30.0):
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # which only a loop that was entered does
            time.sleep(0.002)

    return until


@pytest.fixture
def open_dock(qgis_iface, qgis_canvas, qgis_new_project, wait):
    """`open_dock(kind, size, extent)`: a dock beside a map of 400 x 400 pixels in UTM 50S."""
    docks = []

    def make(kind, size, extent):
        qgis_canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32750"))
        qgis_canvas.resize(400, 400)
        qgis_canvas.setExtent(extent)
        docks.append(kind(qgis_iface))
        docks[-1].resize(size)
        docks[-1].show()
        wait(docks[-1].isVisible)
        return docks[-1]

    yield make
    for dock in docks:
        dock.unload()
        dock.close()
        dock.deleteLater()


@pytest.fixture
def class_raster(tmp_path):
    """`class_raster(columns, rows)`: the path of a raster of 10 m pixels in UTM 50S, of classes 1 to 4 in columns of 100 pixels."""

    def make(columns, rows, name="classes.tif"):
        path = str(tmp_path / name)
        options = ["TILED=YES", "COMPRESS=DEFLATE"]
        file = gdal.GetDriverByName("GTiff").Create(path, columns, rows, 1, gdal.GDT_Byte, options)
        file.SetGeoTransform([400000, 10, 0, 9900000, 0, -10])
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(32750)
        file.SetProjection(crs.ExportToWkt())
        line = (np.arange(columns) // 100 % 4 + 1).astype(np.uint8)
        band = file.GetRasterBand(1)
        for row in range(0, rows, 500):
            band.WriteArray(np.tile(line, (min(500, rows - row), 1)), 0, row)
        return path

    return make


class Interface(QObject):
    """QGIS's window, as far as the plugin uses it: real menus, toolbars and docks, which pytest-qgis only pretends."""

    initializationCompleted = pyqtSignal()

    def __init__(self, canvas, bar):
        super().__init__()
        self._canvas, self._bar = canvas, bar
        self._window = QMainWindow()
        self._menu = self._window.menuBar().addMenu("Plugins")
        self._panels = QMenu("Panels", self._window)
        self._panels.setObjectName("mPanelMenu")
        self.asked_to_save, self.save = 0, True

    def mainWindow(self):
        return self._window

    def pluginMenu(self):
        return self._menu

    def mapCanvas(self):
        return self._canvas

    def messageBar(self):
        return self._bar

    def addToolBar(self, name):
        return self._window.addToolBar(name)

    def addDockWidget(self, area, dock):
        self._window.addDockWidget(area, dock)
        dock.show()
        self._panels.addAction(dock.toggleViewAction())

    def removeDockWidget(self, dock):
        self._window.removeDockWidget(dock)
        self._panels.removeAction(dock.toggleViewAction())

    def newProject(self, asks):
        self.asked_to_save += asks
        if self.save:
            QgsProject.instance().clear()
        return self.save

    def addProject(self, path):
        return QgsProject.instance().read(path)

    def setActiveLayer(self, layer):
        self.active = layer


@pytest.fixture
def window_iface(qgis_iface, qgis_canvas, qgis_new_project):
    """An interface with a real main window; `qgis_iface` has only canvas, message bar and project."""
    bar = QgsMessageBar()
    iface = Interface(qgis_canvas, bar)
    iface.mainWindow().resize(1200, 800)
    iface.mainWindow().show()
    yield iface
    iface.mainWindow().close()
    QgsProject.instance().clear()
    iface.mainWindow().deleteLater()
    bar.deleteLater()
