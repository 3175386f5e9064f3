import csv
import glob
import math
import os
import shutil
import subprocess
import time
import zipfile

import numpy as np
import pytest
from clicks import pick
from pantau.plugin.engine.text import number, numbers_in
from pantau.ui.area_dock import KEY, AreaDock
from pantau.ui.area_model import BY_CLASS, BY_ZONE, EXTENT, SELECTED, AreaState
from pantau.ui.places import are_marked
from pantau.ui.state import load_state, save_state
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QFileDialog
from scenes import write

LEFT, TOP = 400000, 9900000  # of `class_raster`: classes 1 to 4 in columns of 1 km, again and again
BUTTON = Qt.MouseButton.LeftButton


def true_ha(rectangle):
    """Hectares of a rectangle of UTM on the ellipsoid, as QGIS measures them."""
    measure = QgsDistanceArea()
    measure.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:32750"), QgsCoordinateTransformContext())
    measure.setEllipsoid("WGS84")
    return measure.measureArea(QgsGeometry.fromRect(rectangle).densifyByCount(50)) / 10_000


def square(column, row, columns=1, rows=1):
    """Kilometres from the north-west corner of the raster."""
    return QgsRectangle(LEFT + 1000 * column, TOP - 1000 * (row + rows), LEFT + 1000 * (column + columns), TOP - 1000 * row)


def zones(rectangles, name="Desa"):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32750&field=WADMKC:string&field=WADMKD:string&field=n:double", name, "memory")
    features = []
    for count, rectangle in enumerate(rectangles):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromRect(rectangle))
        feature.setAttributes(["Timur" if count % 2 else "Barat", f"Desa {count}", 0.5])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


@pytest.fixture
def dock(open_dock):
    return open_dock(AreaDock, QSize(320, 800), square(0, 0, 8, 2))


@pytest.fixture
def settled(dock, wait):
    """Wait until nothing runs and nothing is about to."""
    return lambda: wait(lambda: dock._job is None and not dock._later.isActive())


@pytest.fixture
def layers(class_raster):
    """A raster of 8 x 2 km, and four zones: two of 2 x 1 km above, the same below."""
    raster = QgsRasterLayer(class_raster(800, 200), "Land cover")
    polygons = zones([square(0, 0, 2, 1), square(2, 0, 2, 1), square(0, 1, 2, 1), square(2, 1, 2, 1)])
    QgsProject.instance().addMapLayers([raster, polygons])
    return raster, polygons


def uncheck(box, row):
    """Click on an entry that is checked."""
    box.showPopup()
    QTest.mouseClick(box.view().viewport(), BUTTON, pos=box.view().visualRect(box.model().index(row, 0)).center())
    box.hidePopup()


def shown(dock):
    """The table as text, by its first column."""
    model = dock.page.model
    rows = [[model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())]
    return {row[0]: row[1:] for row in rows}


def click_row(dock, row):
    view = dock.page.table.frozen()
    QTest.mouseClick(view.viewport(), BUTTON, pos=view.visualRect(dock.page.model.index(row, 0)).center())


def told(value):
    with numbers_in("en"):
        return number(value, 2)


def test_an_empty_project_says_what_to_do(dock, class_raster, wait):
    assert dock.page.nothing.isVisible()
    assert "no class raster" in dock.page.nothing.text()
    assert not dock._button.isEnabled()
    QgsProject.instance().addMapLayer(QgsRasterLayer(class_raster(10, 10), "Land cover"))
    wait(lambda: "Choose a class raster" in dock.page.nothing.text())


def test_choosing_a_raster_measures_it_on_the_ellipsoid(dock, layers, settled):
    pick(dock._raster, "Land cover")
    settled()
    table = shown(dock)
    assert list(table) == ["class 1", "class 2", "class 3", "class 4", "Total"]
    assert table["Total"] == [told(true_ha(square(0, 0, 8, 2))), "100.00"]
    columns = sum(true_ha(square(column, 0, 1, 2)) for column in (0, 4))  # class 1
    assert float(table["class 1"][0].replace(",", "")) == pytest.approx(columns, abs=0.02)
    assert dock._status.text() == "Up to date"
    assert not dock.page.closure.isVisible()


def test_choosing_zones_shows_them_and_a_click_goes_there(dock, layers, settled, qgis_canvas):
    raster, polygons = layers
    pick(dock._raster, "Land cover")
    pick(dock._zones, "Desa")
    settled()
    table = shown(dock)
    assert list(table) == ["Desa 0", "Desa 1", "Desa 2", "Desa 3", "Total"]
    assert table["Desa 1"][-1] == told(true_ha(square(2, 0, 2, 1)))
    assert [name for name in dock._levels.checkedItems()] == ["WADMKC", "WADMKD"]
    assert "The table closes" in dock.page.closure.text()
    click_row(dock, 1)
    assert [one["WADMKD"] for one in polygons.selectedFeatures()] == ["Desa 1"]
    assert qgis_canvas.extent().contains(square(2, 0, 2, 1))
    assert qgis_canvas.extent().width() < 6000
    QTest.keyClick(dock.page.table, Qt.Key.Key_Down)
    QTest.keyClick(dock.page.table, Qt.Key.Key_Return)
    assert [one["WADMKD"] for one in polygons.selectedFeatures()] == ["Desa 2"]
    before = polygons.selectedFeatureIds()
    click_row(dock, 4)  # the total is no place
    assert polygons.selectedFeatureIds() == before


def test_a_click_on_a_bar_goes_to_its_zone(dock, layers, settled, qgis_canvas):
    dock.choose(layers[0].id(), layers[1].id())
    pick(dock.page.view, "By zone: area")
    settled()
    chart = dock.page.chart
    room = chart._bar_room(3)
    chart.verticalScrollBar().setValue(chart.verticalScrollBar().maximum())
    QTest.mouseClick(chart.viewport(), BUTTON, pos=chart._bar_room(3).center())
    assert [one["WADMKD"] for one in layers[1].selectedFeatures()] == ["Desa 3"]
    assert dock.page.table.currentIndex().row() == 3
    assert qgis_canvas.extent().contains(square(2, 1, 2, 1).center())
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Space)
    assert [one["WADMKD"] for one in layers[1].selectedFeatures()] == ["Desa 0"]
    assert "class 1: 100" in chart.told(0, room.left() + 1)


def test_levels_can_be_unchecked(dock, layers, settled):
    dock.choose(layers[0].id(), layers[1].id())
    pick(dock.page.view, "By zone: area")
    settled()
    assert "n" not in [dock._levels.itemText(row) for row in range(dock._levels.count())]
    uncheck(dock._levels, 1)
    settled()
    assert list(shown(dock)) == ["Barat", "Timur", "Total"]
    assert dock.page.table.frozen().model().headerData(0, Qt.Orientation.Horizontal) == "Kecamatan"
    click_row(dock, 0)
    assert {one["WADMKD"] for one in layers[1].selectedFeatures()} == {"Desa 0", "Desa 2"}
    uncheck(dock._levels, 0)  # none: the recognised ones
    assert list(dock._levels.checkedItems()) == ["WADMKC", "WADMKD"]


def test_a_click_on_a_header_sorts_and_the_total_stays_last(dock, layers, settled):
    layers[1].dataProvider().changeGeometryValues({2: QgsGeometry.fromRect(square(2, 0, 3, 2))})
    dock.choose(layers[0].id(), layers[1].id())
    pick(dock.page.view, "By zone: area")
    settled()
    header = dock.page.table.horizontalHeader()
    column = dock.page.model.columnCount() - 1
    dock.page.table.scrollTo(dock.page.model.index(0, column))
    middle = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2, header.height() // 2)
    QTest.mouseClick(header.viewport(), BUTTON, pos=middle)
    assert [list(shown(dock))[place] for place in (0, -1)] == ["Desa 1", "Total"]
    assert load_state(AreaState, KEY).sort == {"zone": ["area", True]}
    frozen = dock.page.table.frozen().horizontalHeader()
    QTest.mouseClick(frozen.viewport(), BUTTON, pos=QPoint(10, frozen.height() // 2))
    QTest.mouseClick(frozen.viewport(), BUTTON, pos=QPoint(10, frozen.height() // 2))
    assert list(shown(dock)) == ["Desa 3", "Desa 2", "Desa 1", "Desa 0", "Total"]


def test_the_table_follows_the_selection(dock, layers, settled):
    raster, polygons = layers
    dock.choose(raster.id(), polygons.id())
    pick(dock.page.view, "By zone: area")
    settled()
    pick(dock._follow, "Selected features")
    settled()
    assert "Nothing is selected in Desa" in dock._banner.text()
    assert dock._banner.isVisible()
    assert dock.page.model.is_outdated()
    assert not dock.exports.button.isEnabled()
    polygons.selectByIds([1, 4])
    assert dock._later.isActive()
    settled()
    assert list(shown(dock)) == ["Desa 0", "Desa 3", "Total"]
    assert not dock._banner.isVisible()
    click_row(dock, 0)  # it must not change what the table follows
    assert sorted(polygons.selectedFeatureIds()) == [1, 4]
    assert not dock._later.isActive()


def test_the_table_follows_the_map(dock, layers, settled, qgis_canvas):
    dock.choose(layers[0].id())
    pick(dock._follow, "Map extent")
    settled()
    qgis_canvas.setExtent(square(1, 0, 2, 2))
    settled()
    seen = qgis_canvas.extent().intersect(square(0, 0, 8, 2))
    assert not dock._banner.text()
    assert shown(dock)["Total"][0] == told(true_ha(seen))
    assert dock.page.closure.text() == "Only what the map shows is measured."
    qgis_canvas.setExtent(square(50, 50))
    settled()
    assert "shows no part of Land cover" in dock._banner.text()
    qgis_canvas.setExtent(square(-4, -4, 20, 20))  # all of it: nothing is cut
    settled()
    assert shown(dock)["Total"][0] == told(true_ha(square(0, 0, 8, 2)))
    assert not dock.page.closure.text()


def test_what_is_cut_at_the_edge_of_the_map_says_so(dock, layers, settled, qgis_canvas, tmp_path, monkeypatch):
    """In the dock, in every file that has room for a sentence, on paper, and in the names of the files."""
    dock.choose(layers[0].id(), layers[1].id())
    pick(dock._follow, "Map extent")
    qgis_canvas.setExtent(square(1, 0.5, 1, 1))
    settled()
    said = "Only what the map shows is measured: zones are cut at its edge."
    assert dock.page.closure.text().startswith(f"{said} The table closes")
    assert "own areas" not in dock.page.closure.text()
    assert dock.exports._sheet().lead.endswith(said)  # there is one line for it
    asked = []
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        lambda parent, title, start, kind: asked.append(start) or (str(tmp_path / os.path.basename(start)), ""),
    )
    for name in ("html", "xlsx", "csv"):
        next(action for action in dock.exports.button.menu().actions() if action.objectName() == name).trigger()
    assert all("Map_extent" in name for name in asked)
    page = (tmp_path / os.path.basename(asked[0])).read_text(encoding="utf-8")
    with zipfile.ZipFile(tmp_path / os.path.basename(asked[1])) as book:
        cells = book.read("xl/sharedStrings.xml").decode()
    for text in (page, cells):
        assert "Area within the map extent" in text
        assert "Only what lies in the map extent is measured" in text


def test_in_another_crs_and_turned_the_map_cuts_the_same_ground(dock, layers, settled, qgis_canvas):
    qgis_canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    qgis_canvas.setRotation(30)
    dock.choose(layers[0].id())
    pick(dock._follow, "Map extent")
    bounds = qgis_canvas.mapSettings().layerExtentToOutputExtent(layers[0], square(3.4, 0.7, 0.6, 0.6))
    qgis_canvas.setExtent(bounds)
    settled()
    corners = [QgsPointXY(corner) for corner in qgis_canvas.mapSettings().visiblePolygon()]
    polygon = QgsGeometry.fromPolygonXY([corners]).densifyByCount(50)
    measure = QgsDistanceArea()
    measure.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:3857"), QgsCoordinateTransformContext())
    measure.setEllipsoid("WGS84")
    assert math.isclose(float(shown(dock)["Total"][0].replace(",", "")), measure.measureArea(polygon) / 10_000, rel_tol=2e-4)
    qgis_canvas.setRotation(0)


def test_only_the_last_of_many_wishes_counts(dock, class_raster, settled, wait):
    large = QgsRasterLayer(class_raster(6000, 6000, "large.tif"), "Large")
    small = QgsRasterLayer(class_raster(100, 100, "small.tif"), "Small")
    QgsProject.instance().addMapLayers([large, small])
    dock.choose(large.id())
    wait(lambda: dock._job is not None)
    folder = dock._job.folder
    pick(dock._raster, "Small")
    settled()
    time.sleep(0.1)
    QCoreApplication.processEvents()
    assert shown(dock)["Total"][0] == told(true_ha(square(0, 0)))
    wait(lambda: not os.path.exists(folder))


def test_a_run_is_cancelled_and_started_again(dock, class_raster, settled, wait):
    QgsProject.instance().addMapLayer(QgsRasterLayer(class_raster(6000, 6000), "Large"))
    pick(dock._raster, "Large")
    wait(lambda: dock._job is not None)
    assert dock._progress.isVisible()
    QTest.mouseClick(dock._button, BUTTON)
    assert dock._job is None
    assert "cancelled" in dock._banner.text()
    QTest.mouseClick(dock._button, BUTTON)
    settled()
    assert dock._banner.text() == ""
    assert shown(dock)["Total"][1] == "100.00"


def test_the_window_stays_awake_while_a_long_run_goes_on(dock, class_raster, settled):
    layer = QgsRasterLayer(class_raster(8000, 8000), "Large")
    QgsProject.instance().addMapLayer(layer)
    gaps = []
    for _ in range(3):  # other programs may take the processors for a while
        beats = []
        timer = QTimer()
        timer.timeout.connect(lambda beats=beats: beats.append(time.perf_counter()))
        timer.start(5)
        dock.choose(layer.id())
        settled()
        timer.stop()
        gaps.append(max(np.diff(beats)))
    assert min(gaps) < 0.1


def test_a_failed_run_tells_why_and_the_last_table_stays_marked(dock, layers, settled, tmp_path):
    write(tmp_path / "p.tif", np.full((4, 4), 0.5, np.float32))
    QgsProject.instance().addMapLayer(QgsRasterLayer(str(tmp_path / "p.tif"), "Probability"))
    dock.choose(layers[0].id())
    settled()
    before = shown(dock)
    pick(dock._raster, "Probability")
    settled()
    assert "0.5" in dock._banner.text()
    assert shown(dock) == before
    assert dock._status.text() == "Not up to date"
    assert dock.page.model.index(0, 0).data(Qt.ItemDataRole.FontRole).italic()


def test_layers_that_leave_the_project_are_named_until_the_next_choice(dock, layers, settled, qgis_canvas):
    dock.choose(layers[0].id(), layers[1].id())
    pick(dock._follow, "Map extent")
    settled()
    before = shown(dock)
    QgsProject.instance().removeMapLayer(layers[1].id())
    QCoreApplication.processEvents()
    assert "Desa" in dock._banner.text()
    assert dock.page.model.is_outdated()
    assert load_state(AreaState, KEY).zones == ""
    qgis_canvas.setExtent(square(0, 0, 3, 2))  # nobody has chosen to measure without zones
    layers[0].dataChanged.emit()
    assert not dock._later.isActive()
    assert "Desa" in dock._banner.text()
    assert shown(dock) == before
    QTest.mouseClick(dock._button, BUTTON)
    settled()
    assert not dock._banner.isVisible()
    seen = qgis_canvas.extent().intersect(square(0, 0, 8, 2))
    assert shown(dock)["Total"][0] == told(true_ha(seen))
    QgsProject.instance().removeMapLayer(layers[0].id())
    QCoreApplication.processEvents()
    assert "Land cover" in dock._banner.text()
    assert not dock._button.isEnabled()
    QgsProject.instance().addMapLayer(zones([square(0, 0)], "Others"))
    QCoreApplication.processEvents()
    assert "Land cover" in dock._banner.text()
    pick(dock._zones, "Others")
    assert not dock._banner.isVisible()


def test_marks_on_the_map_go_with_the_dock_and_with_their_layer(dock, layers, settled, wait):
    dock.choose(layers[0].id(), layers[1].id())
    pick(dock.page.view, "By zone: area")
    settled()
    click_row(dock, 1)
    assert are_marked()
    QTest.keyClick(dock._zones, Qt.Key.Key_Home)  # no zones any more
    assert not are_marked()
    pick(dock._zones, "Desa")
    settled()
    click_row(dock, 1)
    assert are_marked()
    dock.close()
    wait(lambda: not are_marked())
    dock.show()
    settled()
    click_row(dock, 1)
    QgsProject.instance().removeMapLayer(layers[1].id())
    assert not are_marked()


def test_a_layer_that_leaves_during_its_run_harms_nothing(dock, class_raster, wait):
    layer = QgsRasterLayer(class_raster(6000, 6000), "Large")
    QgsProject.instance().addMapLayer(layer)
    dock.choose(layer.id())
    wait(lambda: dock._job is not None)
    QgsProject.instance().removeMapLayer(layer.id())
    QCoreApplication.processEvents()
    assert dock._job is None
    assert "no class raster" in dock.page.nothing.text()


def test_the_choices_come_back_with_the_project(dock, class_raster, settled, tmp_path, wait):
    raster = QgsRasterLayer(class_raster(800, 200), "Land cover")
    QgsProject.instance().addMapLayer(raster)
    pick(dock._raster, "Land cover")
    pick(dock.page.unit, "km²")
    pick(dock.page.numbers, "1.234,56 (Indonesian)")
    settled()
    path = str(tmp_path / "project.qgz")
    assert QgsProject.instance().write(path)
    QgsProject.instance().clear()
    assert dock.page.model.figures is None
    assert load_state(AreaState, KEY) == AreaState()
    assert not QgsProject.instance().isDirty()
    QgsProject.instance().read(path)
    settled()
    assert dock._raster.currentText() == "Land cover"
    assert dock.page.unit.currentText() == "km²"
    hectares = round(true_ha(square(0, 0, 8, 2)), 2)
    assert shown(dock)["Total"][0] == f"{hectares / 100:.4f}".replace(".", ",")


def test_a_dock_that_is_not_seen_waits(dock, layers, settled, wait):
    dock.hide()
    dock.choose(layers[0].id())
    wait(lambda: not dock._later.isActive())
    assert dock._job is None
    dock.show()
    settled()
    assert shown(dock)["Total"][1] == "100.00"


def test_rasters_without_pixel_values_are_greyed_with_a_reason(dock, tmp_path, wait):
    write(tmp_path / "image.tif", np.ones((4, 8, 8), np.uint8))
    web = QgsRasterLayer("type=xyz&url=https://localhost/{z}/{x}/{y}.png", "Web map", "wms")
    QgsProject.instance().addMapLayers([web, QgsRasterLayer(str(tmp_path / "image.tif"), "Image")])
    wait(lambda: dock._raster.count() == 3)
    items = [dock._raster.model().item(row) for row in (1, 2)]
    assert [item.isEnabled() for item in items] == [False, False]
    assert items[0].text() == "Image - an image of 4 bands, no classes"
    assert "WMS layer has no pixel values" in items[1].toolTip()
    assert "no class raster" in dock.page.nothing.text()


def test_exports_are_what_the_run_wrote(dock, layers, settled, monkeypatch, tmp_path):
    dock.choose(layers[0].id(), layers[1].id())
    pick(dock.page.view, "By zone: area")
    pick(dock.page.numbers, "1.234,56 (Indonesian)")
    settled()
    for name, ending in (("csv", ".csv"), ("xlsx", ".xlsx"), ("html", ".html")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, ending=ending: (str(tmp_path / f"saved{ending}"), ""))
        next(action for action in dock.exports.button.menu().actions() if action.objectName() == name).trigger()
    with open(tmp_path / "saved.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    table = shown(dock)
    assert rows[1][:2] == ["Barat", "Desa 0"]
    assert rows[1][2:7] == table["Desa 0"]
    assert (tmp_path / "saved.xlsx").read_bytes()[:2] == b"PK"
    assert table["Total"][-1] in (tmp_path / "saved.html").read_text()
    next(action for action in dock.exports.button.menu().actions() if action.objectName() == "clipboard").trigger()
    assert QApplication.clipboard().text().split("\n")[2] == "\t".join(["Desa 1", *table["Desa 1"]])
    assert dock._status.text() == "The table is on the clipboard."
    click_row(dock, 0)
    assert dock._status.text() == "Up to date"


def test_the_table_is_printed_with_its_map(dock, layers, settled, monkeypatch, tmp_path, wait):
    dock.choose(layers[0].id(), layers[1].id())
    settled()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "area.pdf"), ""))
    pdf = next(action for action in dock.exports.button.menu().actions() if action.objectName() == "pdf")
    for view, words in (
        ("By class", ["Area table: Land cover", "class 3", "100.00"]),
        ("By zone: area", ["Desa 2", "Zones: Desa"]),
    ):
        pick(dock.page.view, view)
        pdf.trigger()
        assert "PDF" in dock._status.text()
        wait(lambda: not dock.exports.pdf.is_making())
        assert dock._status.text() == "Saved."
        assert (tmp_path / "area.pdf").read_bytes().startswith(b"%PDF")
        if shutil.which("pdftotext"):
            command = ["pdftotext", "-layout", str(tmp_path / "area.pdf"), "-"]
            text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            assert all(word in text for word in [*words, shown(dock)["Total"][-1 if view != "By class" else 0]])


def test_edits_of_the_zones_are_followed(dock, layers, settled):
    polygons = layers[1]
    dock.choose(layers[0].id(), polygons.id())
    pick(dock.page.view, "By zone: area")
    settled()
    polygons.startEditing()
    polygons.changeGeometry(1, QgsGeometry.fromRect(square(0, 0, 3, 1)))
    settled()
    overlap = true_ha(square(2, 0, 1, 1))
    assert shown(dock)["Desa 0"][-1] == told(true_ha(square(0, 0, 3, 1)))
    assert f"overlaps of zones {told(overlap)} ha" in dock.page.closure.text()
    polygons.rollBack()
    settled()
    assert "The table closes:" in dock.page.closure.text()


def test_a_map_in_degrees_is_told(dock, settled, tmp_path, wait):
    write(tmp_path / "degrees.tif", np.ones((20, 20), np.uint8), epsg=4326, transform=(115.0, 0.001, 0.0, -1.0, 0.0, -0.001))
    QgsProject.instance().addMapLayer(QgsRasterLayer(str(tmp_path / "degrees.tif"), "Degrees"))
    pick(dock._raster, "Degrees")
    settled()
    assert "Degrees is in degrees" in dock.page.remark.text()
    assert dock.page.remark.isVisible()


def test_two_hundred_layers_open_quickly(qgis_iface, qgis_canvas, qgis_new_project, class_raster):
    path = class_raster(10, 10)
    rasters = [QgsRasterLayer(path, f"Raster {place}") for place in range(100)]
    polygons = [zones([square(0, 0)], f"Zones {place}") for place in range(100)]
    QgsProject.instance().addMapLayers([*rasters, *polygons])
    save_state(KEY, AreaState(raster=rasters[50].id(), zones=polygons[50].id()))
    times = []
    for _ in range(3):
        start = time.perf_counter()
        dock = AreaDock(qgis_iface)
        dock.show()
        QApplication.processEvents()
        times.append(time.perf_counter() - start)
        assert dock._zones.currentText() == "Zones 50"
        dock.unload()
        dock.deleteLater()
    assert min(times) < 0.3


def test_unloading_leaves_nothing(qgis_iface, qgis_canvas, qgis_new_project, class_raster, wait):
    layer = QgsRasterLayer(class_raster(6000, 6000), "Large")
    QgsProject.instance().addMapLayer(layer)
    dock = AreaDock(qgis_iface)
    dock.show()
    dock.choose(layer.id())
    wait(lambda: dock._job is not None)
    folder = dock._job.folder
    dock.deleteLater()  # as the menu does, without a word
    QCoreApplication.sendPostedEvents(dock, QEvent.Type.DeferredDelete)
    qgis_canvas.setExtent(square(0, 0))
    QgsProject.instance().removeMapLayer(layer.id())
    QgsProject.instance().clear()
    wait(lambda: not os.path.exists(folder))
    assert not glob.glob(os.path.join(QgsProcessingUtils.tempFolder(), "pantau-area-*"))


def test_views_and_modes_that_need_zones_wait_for_them(dock, layers, settled):
    pick(dock._raster, "Land cover")
    settled()
    assert not dock.page.view.isEnabled()
    assert not dock._follow.model().item(1).isEnabled()
    assert not dock._levels.isVisible()
    pick(dock._zones, "Desa")
    settled()
    assert dock.page.view.isEnabled()
    assert dock._state.view == BY_ZONE
    assert dock._levels.isVisible()
    pick(dock.page.view, "By class")
    assert dock.page.model.view == BY_CLASS
    assert {SELECTED, EXTENT} <= {dock._follow.itemData(row) for row in range(3) if dock._follow.model().item(row).isEnabled()}


def test_keys_alone_reach_everything(dock, layers, settled):
    dock.choose(layers[0].id(), layers[1].id())
    settled()
    dock.page.chart_button.setChecked(True)
    wanted = [
        dock._raster, dock._zones, dock._follow, dock.page.view, dock.page.unit, dock.page.numbers, dock.page.chart_button, dock.exports.button, dock.page.table,
        dock.page.chart, dock._button,
    ]  # fmt: skip
    dock.activateWindow()
    dock._raster.setFocus()
    reached = [QApplication.focusWidget()]
    for _ in range(len(wanted) + 8):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert [one for place, one in enumerate(reached) if one in wanted and one not in reached[:place]] == wanted


def test_a_narrow_dock_stays_narrow(dock, layers, settled):
    layers[1].setName("a_name_of_a_layer_as_long_as_they_are_when_they_come_from_a_server_without_any_blank")
    dock.choose(layers[0].id(), layers[1].id())
    settled()
    QgsProject.instance().removeMapLayer(layers[1].id())
    QCoreApplication.processEvents()
    assert "without_any_blank" in dock._banner.text()
    dock.resize(300, 800)
    QApplication.processEvents()
    assert dock.width() <= 300
    assert dock._banner.width() < 300
