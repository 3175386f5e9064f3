"""The RTRW overlay dock, clicked through.

The ground: 200 x 100 m in UTM, four columns of 50 m, which are settlement, forest, settlement, forest: 0.5 ha each. The plan: PK (for
building) in the west, HL (protected forest) in the east, 1 ha each. By the example, settlement conforms in PK and not in HL, forest
conforms in HL and is not realised yet in PK: half of the land conforms. Two kecamatan: Utara and Selatan, half of each.
"""

import csv
import errno
import os
import re
import threading
import time

import numpy as np
import pytest
from clicks import pick
from osgeo import gdal
from pantau.plugin.engine import text
from pantau.plugin.engine.errors import PantauError
from pantau.plugin.engine.raster.legend import DOMAIN, Legend, LegendEntry
from pantau.ui import plan_dock, plan_export, plan_run
from pantau.ui.places import _bands as bands
from pantau.ui.places import are_marked
from pantau.ui.plan_dock import RESULT_PAGE, PlanDock
from pantau.ui.plan_ground import KEY, PlanState
from pantau.ui.plan_results import Places
from pantau.ui.plan_run import copy_results
from pantau.ui.run import end_all
from pantau.ui.state import load_state
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QToolButton
from scenes import write

BUTTON = Qt.MouseButton.LeftButton
LEFT, TOP = 500000, 9900000
LEGEND = Legend((LegendEntry(1, "settlement", "permukiman", "#C8352B"), LegendEntry(2, "forest", "hutan", "#1A7F37")))


def ha(text):
    """A figure as shown, within UTM's scale and the rounding to two decimals."""
    return pytest.approx(text, abs=0.011)


def land_cover(path):
    write(path, np.repeat(np.array([1, 2, 1, 2], np.uint8), 5)[None].repeat(10, axis=0))
    dataset = gdal.Open(str(path), gdal.GA_Update)
    dataset.SetMetadataItem("legend", LEGEND.to_json(), DOMAIN)
    dataset = None
    return str(path)


def polygons(name, fields, *rows):
    """Rectangles in metres from the north-west corner: (west, north, east, south, values)."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32750&" + "&".join(f"field={one}:string" for one in fields), name, "memory")
    features = []
    for west, north, east, south, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(LEFT + west, TOP - south, LEFT + east, TOP - north)))
        feature.setAttributes(values)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


@pytest.fixture
def dock(open_dock):
    return open_dock(PlanDock, QSize(360, 900), QgsRectangle(LEFT - 5000, TOP - 5000, LEFT + 5000, TOP + 5000))


@pytest.fixture
def layers(tmp_path):
    raster = QgsRasterLayer(land_cover(tmp_path / "land.tif"), "land cover")
    plan = polygons(
        "rtrw", ("NAMOBJ", "KODKWS"), (0, 0, 100, 100, "Permukiman Perkotaan", "PK"), (100, 0, 200, 100, "Hutan Lindung", "HL")
    )  # fmt: skip
    units = polygons("kecamatan", ("WADMKC", "WADMKK"), (0, 0, 200, 50, "Utara", "K"), (0, 50, 200, 100, "Selatan", "K"))
    QgsProject.instance().addMapLayers([raster, plan, units])
    return raster, plan, units


@pytest.fixture
def filled(dock, layers, wait):
    """The dock with its layers chosen and its grid there."""
    raster, plan, units = layers
    dock.choose(raster.id(), plan.id(), units.id())
    wait(lambda: dock._filled)
    return dock


@pytest.fixture
def ran(filled, wait):
    """The same with a result."""
    QTest.mouseClick(filled._button, BUTTON)
    assert filled._run is not None
    wait(lambda: filled._result is not None)
    return filled


def cross(dock):
    """The table as text, by zone."""
    model = dock.page.cross.model()
    rows = [[model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())]
    return {row[0]: row[1:] for row in rows}


def click_cell(table, row, column):
    table.scrollTo(table.model().index(row, column))
    QTest.mouseClick(table.viewport(), BUTTON, pos=table.visualRect(table.model().index(row, column)).center())


def drag(widget, point):
    """Move the mouse with its button down: QTest moves the cursor, which a test without a screen has not."""
    places = QPointF(point), QPointF(widget.mapToGlobal(point))
    nothing = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, *places, Qt.MouseButton.NoButton, BUTTON, nothing))


def see(dock, page):
    dock._tabs.setCurrentIndex(RESULT_PAGE)
    dock.page.pages.setCurrentIndex(page)
    QCoreApplication.processEvents()


def seen(canvas):
    extent = canvas.extent()
    return round(extent.center().x() - LEFT), round(TOP - extent.center().y())


# -- the choices and the grid


def test_an_empty_project_says_what_to_do(dock):
    assert dock.editor.nothing.isVisible()
    assert "Sample project" in dock.editor.nothing.text()
    assert not dock._button.isEnabled()
    assert not QgsProject.instance().isDirty()


def test_layers_are_guessed_and_fields_recognised(dock, layers, wait):
    """Also the raster where it is drawn by its classes; here it has grey values, so it is left to be chosen."""
    wait(lambda: dock.choices.plan.layer() is layers[1])
    assert dock.choices.plan_field.currentText() == "KODKWS"
    assert dock.choices.admin.layer() is layers[2]
    assert dock.choices.admin_field.currentText() == "WADMKC"
    pick(dock.choices.land, "land cover")
    wait(lambda: dock._filled)
    zones = [dock.rules.headerData(one, Qt.Orientation.Horizontal) for one in range(2)]
    assert zones == ["HL", "PK"]
    assert [dock.rules.state(row, column) for row in range(2) for column in range(2)] == [
        "nonconform", "conform", "conform", "not_realised"
    ]  # fmt: skip
    assert dock.editor.origin.isVisible()
    assert "not official" in dock.editor.origin.text()
    assert dock._button.isEnabled()


def test_another_zone_field_makes_another_grid(filled, wait):
    pick(filled.choices.plan_field, "NAMOBJ")
    wait(lambda: filled._filled)
    zones = [filled.rules.headerData(one, Qt.Orientation.Horizontal) for one in range(2)]
    assert zones == ["Hutan Lindung", "Permukiman Perkotaan"]


def test_polygons_of_land_cover_by_their_class_field(dock, layers, wait):
    land = polygons("tutupan", ("kelas",), (0, 0, 50, 100, "permukiman"), (50, 0, 200, 100, "hutan"))
    QgsProject.instance().addMapLayer(land)
    dock.choose(land.id(), layers[1].id())
    wait(lambda: dock._filled)
    assert dock.choices.land_field.currentText() == "kelas"
    assert [dock.rules.headerData(one, Qt.Orientation.Vertical) for one in range(2)] == ["hutan", "permukiman"]
    QTest.mouseClick(dock._button, BUTTON)
    wait(lambda: dock._result is not None)
    assert [float(one) for one in cross(dock)["PK"]] == ha([0.5, 0.5, 1.0])
    assert not dock.page.units.isVisible()


def test_a_raster_without_a_legend_shows_the_codes_it_holds(dock, layers, wait, tmp_path):
    path = tmp_path / "codes.tif"
    write(path, np.array([[4, 4, 9, 0]] * 4, np.uint8), nodata=0)
    raster = QgsRasterLayer(str(path), "codes")
    QgsProject.instance().addMapLayer(raster)
    dock.choose(raster.id(), layers[1].id())
    wait(lambda: dock._filled)
    assert [entry.code for entry in dock.rules.ground.classes] == [4, 9]


def test_a_field_with_too_many_values_is_refused_in_a_sentence(dock, layers, wait):
    many = polygons("many", ("KODKWS",), *[(one, 0, one + 1, 10, f"zone {one}") for one in range(400)])
    QgsProject.instance().addMapLayer(many)
    dock.choose(layers[0].id(), many.id())
    wait(dock._banner.isVisible)
    assert "300" in dock._banner.text()
    assert not dock._button.isEnabled()


def test_the_dock_fits_on_a_low_screen(ran):
    """A laptop has 768 lines, of which QGIS's own bars take half."""
    for page in range(4):
        see(ran, page)
        assert ran.minimumSizeHint().height() < 400


def test_rules_are_loaded_and_saved(filled, tmp_path, monkeypatch):
    path = tmp_path / "mine.csv"
    path.write_text("class;zone;status\nforest;*;review\nsettlement;PK;conform\nsawah;PK;conform\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    QTest.mouseClick(filled.editor.load_button, BUTTON)
    assert [filled.rules.state(1, column) for column in range(2)] == ["review", "review"]
    assert filled.rules.state(0, 0) == "no_rule"
    assert "mine.csv" in filled.editor.origin.text()
    assert "4" in filled._banner.text()  # the line about a class that there is not
    QTest.mouseClick(filled.editor.undo, BUTTON)
    assert filled.rules.is_example
    saved = tmp_path / "saved"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    QTest.mouseClick(filled.editor.save_button, BUTTON)
    rows = list(csv.reader((tmp_path / "saved.csv").read_text(encoding="utf-8-sig").splitlines()[1:]))
    assert ["1", "HL", "not conform", "settlement", "Hutan Lindung"] in rows


def test_a_table_that_is_none_is_refused_in_a_sentence(filled, tmp_path, monkeypatch):
    path = tmp_path / "wrong.csv"
    path.write_text("a,b\n1,2\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    QTest.mouseClick(filled.editor.load_button, BUTTON)
    assert filled._banner.isVisible()
    assert "wrong.csv" in filled._banner.text()
    assert filled.rules.is_example


# -- the run and its result


def test_a_run_shows_half_of_the_land_conforming(ran):
    assert ran._tabs.currentIndex() == RESULT_PAGE
    assert "50.00 %" in ran.page.lead.text()
    assert "example" in ran.page.stale.text()
    figures = cross(ran)
    assert [float(one) for one in figures["PK"]] == ha([0.5, 0.5, 1.0])
    assert [float(one) for one in figures["HL"]] == ha([0.5, 0.5, 1.0])
    assert [float(one) for one in figures["Total"]] == ha([1.0, 1.0, 2.0])
    names = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    assert "Conformity: 50.0 %" in names
    group = QgsProject.instance().layerTreeRoot().children()[0]
    visible = {node.layer().name(): node.itemVisibilityChecked() for node in group.findLayers()}
    assert list(visible.values()) == [True, True, False]
    raster = next(node.layer() for node in group.findLayers() if isinstance(node.layer(), QgsRasterLayer))
    assert raster.renderer().type() == "paletted"


def test_the_chart_has_a_bar_for_each_zone_or_unit(ran):
    see(ran, 0)
    assert [(bar.label, round(bar.degree.percent)) for bar in ran.page.chart.bars] == [("HL", 50), ("PK", 50)]
    ran.page.by_unit.setCurrentIndex(1)
    ran.page.by_unit.activated.emit(1)
    assert [(bar.label, round(bar.degree.percent)) for bar in ran.page.chart.bars] == [("Selatan", 50), ("Utara", 50)]


def test_the_card_says_what_is_available(ran):
    """PK is 1 ha, half of it built."""
    see(ran, 2)
    assert "0.50 ha of 1.00 ha" in ran.page.card.lead.text()
    assert "PK" in ran.page.card.about.text()


def test_a_click_on_a_cell_goes_to_its_places(ran, qgis_canvas, wait):
    """Settlement in HL: the third column, 100 to 150 m from the west."""
    see(ran, 1)
    model = ran.page.cross.model()
    column = next(one for one in range(model.columnCount()) if model.headerData(one, Qt.Orientation.Horizontal) == "settlement")
    row = next(one for one in range(model.rowCount()) if model.index(one, 0).data() == "HL")
    click_cell(ran.page.cross, row, column)
    wait(lambda: seen(qgis_canvas) == (125, 50))
    assert len(bands) == 1
    assert bands[0].asGeometry().area() == pytest.approx(50 * 100)
    layer = next(one for one in QgsProject.instance().mapLayers().values() if one.name() == "Conformity with the plan")
    selected = {(one["zone"], one["class"], one["admin"]) for one in layer.selectedFeatures()}
    assert selected == {("HL", 1, "Utara"), ("HL", 1, "Selatan")}
    assert "2 areas" in ran._status.text()
    QTest.keyClick(ran.page.cross, Qt.Key.Key_Left)
    assert ran.page.cross.currentIndex().column() == column - 1


def test_what_is_marked_has_the_tables_hectares_and_goes_with_escape_the_button_or_its_layer(ran, wait, qgis_canvas):
    """Land cover of 10 m, zones that end at pixels: the figures differ in the last decimals only, and those of the table are told."""
    see(ran, 1)
    for end in ("escape", "escape on the map", "button", "layer"):
        click_cell(ran.page.cross, 0, 1)
        wait(are_marked)
        assert ran._unmark.isVisible()
        assert f"{cross(ran)['HL'][0]} ha" in ran._status.text()
        if end == "escape":
            QTest.keyClick(ran.page.cross, Qt.Key.Key_Escape)
        elif end == "escape on the map":
            QTest.keyClick(qgis_canvas, Qt.Key.Key_Escape)
        elif end == "button":
            QTest.mouseClick(ran._unmark, BUTTON)
        else:
            QgsProject.instance().removeMapLayer(ran._state.last_run().layers["POLYGONS"])
        assert not are_marked()
        assert not ran._unmark.isVisible()
        assert not ran._status.isVisible()
        layer = QgsProject.instance().mapLayer(ran._state.last_run().layers["POLYGONS"])
        assert layer is None or not layer.selectedFeatureCount()


def test_the_hectares_of_a_marked_place_are_those_that_were_clicked(ran, wait):
    ran.show_on_map(Places(zones=("HL",), code=1, area_ha=0.47))
    wait(are_marked)
    assert "0.47 ha" in ran._status.text()
    ran.show_on_map(Places(zones=("HL",), code=4, area_ha=0.01))  # nothing of it on the map
    wait(lambda: "0.01 ha" in ran._status.text())
    assert "edges" in ran._status.text()


def test_the_states_are_read_on_the_map_and_a_selected_area_stays_to_be_seen(ran, layers, wait):
    """Drawn as QGIS does, the middle of what does not conform has the legend's colour, also where it is selected."""
    project, last = QgsProject.instance(), ran._state.last_run()
    found, raster = project.mapLayer(last.layers["NONCONFORMITY"]), project.mapLayer(last.layers["OUTPUT"])
    settings = QgsMapSettings()
    settings.setLayers([found, raster, layers[0]])
    settings.setDestinationCrs(raster.crs())
    settings.setExtent(QgsRectangle(LEFT, TOP - 100, LEFT + 200, TOP))
    settings.setOutputSize(QSize(800, 400))
    settings.setFlag(QgsMapSettings.Flag.DrawLabeling, False)
    found.setLabelsEnabled(False)

    def middle():
        """Of settlement in HL in the north, and of settlement in PK."""
        job = QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()
        return [job.renderedImage().pixelColor(x, 100).name() for x in (500, 100)]

    assert middle() == ["#d55e00", "#009e73"]
    found.selectAll()
    settings.setSelectionColor(QColor("#ffff00"))
    assert middle() == ["#d55e00", "#009e73"]
    see(ran, 0)
    ran.page.opacity.setValue(0)
    assert middle()[1] != "#009e73"


def test_a_zone_without_any_verdict_has_no_percentage(filled, wait):
    """Settlement and forest in PK are to be reviewed: 0 % would say that they do not conform."""
    filled.rules.fill([(0, 1), (1, 1)], "review")
    QTest.mouseClick(filled._button, BUTTON)
    wait(lambda: filled._result is not None)
    see(filled, 0)
    chart = filled.page.chart
    assert [(bar.label, chart._percent(bar)) for bar in chart.bars] == [("HL", "50.0 %"), ("PK", "–")]
    told = chart._told(1, -1)
    assert "to be reviewed (1.00 ha)" in told
    assert "%" not in told


def test_keys_go_to_places_as_well(ran, qgis_canvas, wait):
    see(ran, 1)
    ran.page.cross.setFocus()
    model = ran.page.cross.model()
    column = next(one for one in range(model.columnCount()) if model.headerData(one, Qt.Orientation.Horizontal) == "forest")
    ran.page.cross.setCurrentIndex(model.index(1, column))
    assert model.index(1, 0).data() == "PK"
    QTest.keyClick(ran.page.cross, Qt.Key.Key_Space)
    wait(lambda: seen(qgis_canvas) == (75, 50))


def test_a_click_on_a_bar_goes_to_its_places(ran, qgis_canvas, wait):
    """What conforms in PK: its settlement, 0 to 50 m."""
    see(ran, 0)
    bar = next(place for place, one in enumerate(ran.page.chart.bars) if one.label == "PK")
    part = [state for state, _ in ran.page.chart.bars[bar].parts].index("conform")
    QTest.mouseClick(ran.page.chart, BUTTON, pos=ran.page.chart.part_rect(bar, part).center().toPoint())
    wait(lambda: seen(qgis_canvas) == (25, 50))
    QTest.keyClick(ran.page.chart, Qt.Key.Key_Up)
    QTest.keyClick(ran.page.chart, Qt.Key.Key_Return)
    wait(lambda: seen(qgis_canvas) == (150, 50))  # all of HL


def test_the_list_goes_to_the_largest(ran, qgis_canvas, wait):
    """What does not conform: settlement in HL, 0.25 ha in each kecamatan."""
    see(ran, 3)
    model = ran.page.largest.model()
    assert model.rowCount() == 2
    assert [float(model.index(row, 1).data()) for row in range(2)] == ha([0.25, 0.25])
    north = next(row for row in range(2) if model.index(row, 4).data() == "Utara")
    click_cell(ran.page.largest, north, 2)
    wait(lambda: seen(qgis_canvas) == (125, 25))
    layer = next(one for one in QgsProject.instance().mapLayers().values() if one.name() == "Does not conform, by area")
    assert [one["rank"] for one in layer.selectedFeatures()] == [north + 1]


def test_selecting_on_the_map_filters(ran, layers, wait):
    layers[1].selectByExpression("\"KODKWS\" = 'PK'")
    wait(lambda: list(cross(ran)) == ["PK", "Total"])
    assert ran.page.by_selection.isVisible()
    assert "1 zone" in ran.page.selection_text.text()
    layers[2].selectByExpression("\"WADMKC\" = 'Utara'")
    wait(lambda: "1 unit" in ran.page.selection_text.text())
    assert [float(one) for one in cross(ran)["PK"]] == ha([0.25, 0.25, 0.5])
    assert not ran.page.units.isEnabled()
    see(ran, 3)
    assert ran.page.largest.model().rowCount() == 0
    QTest.mouseClick(ran.page.show_all, BUTTON)
    wait(lambda: len(cross(ran)) == 3)
    assert not ran.page.by_selection.isVisible()
    assert layers[1].selectedFeatureCount() == layers[2].selectedFeatureCount() == 0


def test_a_filter_is_named_where_something_is_taken_along(ran, layers, wait, tmp_path, monkeypatch):
    """The files of the run know of no filter, and say so; the sheet says which zones its figures are of."""
    menu = ran.exports.button.menu()
    actions = {action.objectName(): action for action in menu.actions()}
    menu.aboutToShow.emit()
    assert "whole" not in "".join(action.text() for action in actions.values())
    layers[1].selectByExpression("\"KODKWS\" = 'PK'")
    wait(lambda: list(cross(ran)) == ["PK", "Total"])
    menu.aboutToShow.emit()
    whole = {name for name, action in actions.items() if "of the whole result" in action.text()}
    assert whole == {"xlsx", "csv", "html"}
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "all.csv"), ""))
    actions["csv"].trigger()
    rows = list(csv.DictReader((tmp_path / "all.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len({row["Zone"] for row in rows}) == 2
    assert "whole result" in ran._status.text()
    layout = ran.exports.layout()
    assert "Zones: PK" in layout.itemById("title").text()
    assert "the map shows all" in layout.itemById("lead").text()
    legend = layout.itemById("legend").model()
    titles = [legend.data(legend.node2index(node), Qt.ItemDataRole.DisplayRole) for node in legend.rootGroup().findLayers()]
    assert titles == ["Whole plan: 50.0 %", "Does not conform, by area", "kecamatan"]
    QTest.mouseClick(ran.page.show_all, BUTTON)
    wait(lambda: len(cross(ran)) == 3)
    menu.aboutToShow.emit()
    assert "whole" not in "".join(action.text() for action in actions.values())
    assert "Zones" not in ran.exports.layout().itemById("title").text()


def test_a_sentence_goes_with_what_is_done_next(ran, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out.csv"), ""))
    csv_action = next(action for action in ran.exports.button.menu().actions() if action.objectName() == "csv")
    for act in (
        lambda: ran.rules.fill([(0, 0)], "review"),
        lambda: ran._tabs.setCurrentIndex(0),
        lambda: ran.choices.min_area.setValue(3),
    ):
        csv_action.trigger()
        assert ran._status.text() == "Saved."
        act()
        assert not ran._status.text()


def test_the_units_are_known_by_the_innermost_field_that_tells_them_apart(dock, layers, wait):
    """A layer of desa by the desa; one of kecamatan whose field of the desa is empty by the kecamatan; a choice stays."""
    fields = ("WADMKC", "WADMKD", "WADMKK")
    desa = polygons("desa", fields, *[(one * 50, 0, one * 50 + 50, 100, "AABB"[one], "PQRS"[one], "K") for one in range(4)])
    empty = polygons("empty", fields, (0, 0, 100, 100, "A", "", "K"), (100, 0, 200, 100, "B", None, "K"))
    QgsProject.instance().addMapLayers([desa, empty])
    raster, plan, _ = layers
    for layer, field in ((desa, "WADMKD"), (empty, "WADMKC")):
        dock.choose(raster.id(), plan.id(), layer.id())
        wait(lambda: dock._button.isEnabled())
        assert dock.choices.admin_field.currentText() == field
    dock.choose(raster.id(), plan.id(), desa.id(), admin_field="WADMKC")
    wait(lambda: dock._button.isEnabled())
    assert dock.choices.admin_field.currentText() == "WADMKC"
    QTest.mouseClick(dock._button, BUTTON)
    wait(lambda: dock._result is not None)
    assert [unit for unit in dock._result.figures.units if unit] == ["A", "B"]


def test_zones_are_one_where_their_names_are_but_for_capitals_and_blanks(dock, layers, wait):
    """As in the algorithm, which calls a zone as it is first spelled; what is selected under either spelling is that zone."""
    plan = polygons(
        "mixed", ("KODKWS",), (0, 0, 50, 100, "PK"), (50, 0, 100, 100, "pk "), (100, 0, 150, 100, "HL"), (150, 0, 200, 100, "")
    )
    QgsProject.instance().addMapLayer(plan)
    dock.choose(layers[0].id(), plan.id())
    wait(lambda: dock._filled)
    assert [zone.key for zone in dock.rules.ground.zones] == ["HL", "PK", "(no name)"]
    QTest.mouseClick(dock._button, BUTTON)
    wait(lambda: dock._result is not None)
    assert dock._result.figures.zones == ["HL", "PK", "(no name)"]
    plan.selectByExpression("trim(\"KODKWS\") = 'pk'")
    wait(lambda: list(cross(dock)) == ["PK", "Total"])
    assert [float(one) for one in cross(dock)["PK"]] == ha([0.5, 0.5, 1.0])


def test_one_unit_is_chosen_in_the_dock(ran):
    pick(ran.page.units, "Selatan")
    ran.page.units.activated.emit(ran.page.units.currentIndex())
    assert [float(one) for one in cross(ran)["HL"]] == ha([0.25, 0.25, 0.5])


def test_edited_rules_make_the_result_out_of_date_and_a_new_run_uses_them(ran, wait):
    ran._tabs.setCurrentIndex(0)
    QCoreApplication.processEvents()
    place = ran.editor.grid.visualRect(ran.rules.index(0, 0)).center()  # settlement in HL
    QTest.mouseClick(ran.editor.grid.viewport(), BUTTON, pos=place)
    QTest.mouseClick(ran.editor.buttons.findChild(QToolButton, "conform"), BUTTON)
    assert ran.rules.state(0, 0) == "conform"
    assert "Out of date" in ran.page.stale.text()
    QTest.mouseClick(ran.editor.undo, BUTTON)
    assert "Out of date" not in ran.page.stale.text()
    QTest.mouseClick(ran.editor.redo, BUTTON)
    before = ran._result
    QTest.mouseClick(ran._button, BUTTON)
    wait(lambda: ran._result is not before and ran._run is None)
    assert "75.00 %" in ran.page.lead.text()
    assert "example" not in ran.page.stale.text()
    names = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    assert "Conformity: 75.0 %" in names
    assert "Conformity: 50.0 %" not in names  # the last run's layers have gone
    assert ran.page.largest.model().rowCount() == 0


def test_a_run_is_cancelled_and_the_last_result_stays(ran, wait):
    before = ran._result
    QTest.mouseClick(ran._button, BUTTON)
    assert ran._button.text() == "&Cancel"
    QTest.mouseClick(ran._button, BUTTON)
    wait(lambda: ran._run is None)
    assert ran._result is before
    assert ran._button.text() == "&Run"
    assert ran._button.isEnabled()


def test_a_failed_run_tells_why(filled, layers, wait):
    """A zone list that names no zone, put past the dock's own check."""
    filled.choices.lists[3].setText("XX")
    QTest.mouseClick(filled._button, BUTTON)
    wait(lambda: filled._run is None)
    assert filled._banner.isVisible()
    assert "XX" in filled._banner.text()


# -- exports


def test_exports_are_copies_of_what_the_run_wrote(ran, tmp_path, monkeypatch):
    for name, output in (("xlsx", "XLSX"), ("html", "REPORT")):
        target = tmp_path / f"out.{name}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, target=target: (str(target), ""))
        next(action for action in ran.exports.button.menu().actions() if action.objectName() == name).trigger()
        with open(ran._state.last_run().files[output], "rb") as file:
            assert target.read_bytes() == file.read()


def test_the_csv_is_a_table_in_the_users_language(ran, tmp_path, monkeypatch):
    """One that a spreadsheet of the language opens: settlement of 0.5 ha in PK conforms, and does not in HL; forest the other way round."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out.csv"), ""))
    action = next(action for action in ran.exports.button.menu().actions() if action.objectName() == "csv")
    action.trigger()
    content = (tmp_path / "out.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfUnit,Zone,Land cover,Status,Area (ha)\r\n")
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    assert sum(float(row["Area (ha)"]) for row in rows) == pytest.approx(2.0, abs=0.01)
    assert {(row["Zone"][:2], row["Land cover"], row["Status"]) for row in rows} == {
        ("PK", "settlement", "conform"), ("PK", "forest", "not realised yet"),
        ("HL", "settlement", "not conform"), ("HL", "forest", "conform"),
    }  # fmt: skip
    monkeypatch.setattr(plan_export, "language", lambda: "id")
    action.trigger()
    rows = list(csv.reader((tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert sum(float(row[-1].replace(",", ".")) for row in rows[1:]) == pytest.approx(2.0, abs=0.01)


def test_the_table_is_copied_as_shown(ran):
    see(ran, 1)
    next(action for action in ran.exports.button.menu().actions() if action.objectName() == "clipboard").trigger()
    lines = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    assert lines[0] == ["Zone", "settlement", "forest", "Total (ha)"]
    assert [line[0] for line in lines[1:]] == ["HL", "PK", "Total"]


def test_the_print_layout_is_saved_and_opened(ran, layers, tmp_path, monkeypatch, wait):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "map"), ""))
    next(action for action in ran.exports.button.menu().actions() if action.objectName() == "pdf").trigger()
    wait(lambda: not ran.exports.pdf.is_making())
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")
    opened = []
    monkeypatch.setattr(ran._iface, "openLayoutDesigner", opened.append, raising=False)
    next(action for action in ran.exports.button.menu().actions() if action.objectName() == "layout").trigger()
    layout = opened[0]
    assert [one.name() for one in QgsProject.instance().layoutManager().layouts()] == [layout.name()]
    assert "50.00 %" in layout.itemById("lead").text()
    assert "not official" in layout.itemById("note").text()
    assert "rtrw (KODKWS)" in layout.itemById("source").text()
    rows = layout.itemById("table").multiFrame().tableContents()
    texts = [[cell.content() for cell in row] for row in rows]
    assert [row[0] for row in texts] == ["HL · Hutan Lindung", "PK · Permukiman Perkotaan", "Total"]
    assert [float(one) for one in texts[2][1:]] == ha([1.0, 0.5, 0.5, 50.0])


# -- the project


def test_all_comes_back_with_the_project(ran, layers, wait, tmp_path, qgis_iface):
    ran.rules.fill([(0, 0)], "review")
    ran.choices.min_area.setValue(0.1)
    wait(lambda: not ran._keep.isActive())
    state = load_state(PlanState, KEY)
    assert state.plan == layers[1].id()
    assert state.rules["HL"]["settlement"] == "review"
    other = PlanDock(qgis_iface)
    other.show()
    wait(lambda: other._filled and other._result is not None)
    assert other.rules.state(0, 0) == "review"
    assert other.rules.edited
    assert other.choices.min_area.value() == 0.1
    assert cross(other) == cross(ran)
    assert "Out of date" in other.page.stale.text()
    other.unload()
    other.deleteLater()


def test_a_result_whose_files_are_gone_says_so_and_comes_back_with_them(ran, wait, qgis_iface):
    path = ran._state.last_run().files["TABLE"]
    os.rename(path, path + ".away")
    other = PlanDock(qgis_iface)
    other.show()
    wait(lambda: other._filled and other._opening is None and not other._result_is_due)
    assert "run it again" in other.page.nothing.text()
    assert load_state(PlanState, KEY).last_run().files["TABLE"] == path
    os.rename(path + ".away", path)
    other.hide()
    other.show()
    wait(lambda: other._result is not None)
    other.unload()
    other.deleteLater()


def test_a_temporary_result_is_kept_with_one_click(ran, wait, tmp_path, monkeypatch):
    """Files, figures, layers with their styles and what is saved in the project are those of the folder then."""
    see(ran, 0)
    assert ran.page.temporary.isVisible()
    assert "goes when QGIS is closed" in ran.page.temporary.text()
    before, last = cross(ran), ran._state.last_run()
    project = QgsProject.instance()
    marked = [project.mapLayer(one).isTemporary() for one in last.layers.values()]
    assert all(marked)  # so that QGIS bands them in its list of layers
    categories = {entry.value() for entry in project.mapLayer(last.layers["POLYGONS"]).renderer().categories()}
    counts = {name: project.mapLayer(last.layers[name]).featureCount() for name in ("POLYGONS", "NONCONFORMITY")}
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "mine"))
    (tmp_path / "mine").mkdir()
    QTest.mouseClick(ran.page.keep, BUTTON)
    wait(lambda: not ran._state.last_run().is_temporary)
    assert not ran.page.temporary.isVisible()
    kept = load_state(PlanState, KEY).last_run()
    for name, path in kept.files.items():
        assert path.startswith(str(tmp_path / "mine"))
        assert os.path.getsize(path) == os.path.getsize(last.files[name])
    for layer_id in kept.layers.values():
        layer = project.mapLayer(layer_id)
        assert layer.isValid()
        assert layer.source().startswith(str(tmp_path / "mine"))
    assert {entry.value() for entry in project.mapLayer(kept.layers["POLYGONS"]).renderer().categories()} == categories
    assert project.mapLayer(kept.layers["OUTPUT"]).renderer().type() == "paletted"
    assert {name: project.mapLayer(kept.layers[name]).featureCount() for name in counts} == counts
    assert cross(ran) == before
    see(ran, 1)
    click_cell(ran.page.cross, 0, 1)
    wait(are_marked)


def test_results_that_cannot_be_kept_say_why_and_stay(ran, wait, tmp_path, monkeypatch):
    see(ran, 0)
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "file"))
    QTest.mouseClick(ran.page.keep, BUTTON)
    wait(ran._banner.isVisible)
    assert str(tmp_path / "file") in ran._banner.text()
    assert ran.page.temporary.isVisible()
    assert ran._state.last_run().is_temporary


@pytest.fixture
def kept(tmp_path):
    """(files of a run of 3 MB on 4 March 2026, an empty folder to keep them in)."""
    run, chosen = tmp_path / "run", tmp_path / "chosen"
    run.mkdir()
    chosen.mkdir()
    (run / "table.csv").write_text("a,b")
    noon = time.mktime((2026, 3, 4, 12, 0, 0, 0, 0, -1))
    os.utime(run / "table.csv", (noon, noon))
    (run / "rules.csv").write_text("c,d")
    (run / "conformity.tif").write_bytes(bytes(3_000_000))
    return {"TABLE": str(run / "table.csv"), "OUTPUT": str(run / "conformity.tif")}, chosen


def test_results_are_kept_whole_or_not_at_all(kept):
    """What is being copied does not have the name of a result, and goes when it is stopped in the middle of a file."""
    files, chosen = kept
    names, halves = set(), []

    def stopped():
        names.update(os.listdir(chosen))
        halves.extend(size for size in (one.stat().st_size for one in chosen.rglob("*.tif")) if 0 < size < 3_000_000)
        return bool(halves)

    with pytest.raises(PantauError, match="Cancelled"):
        copy_results(files, str(chosen), stopped)
    assert halves
    assert names == {"conformity_2026-03-04.pantau-part"}
    assert not os.listdir(chosen)
    after = copy_results(files, str(chosen), lambda: False)
    assert os.listdir(chosen) == ["conformity_2026-03-04"]
    assert sorted(os.listdir(chosen / "conformity_2026-03-04")) == ["conformity.tif", "rules.csv", "table.csv"]
    for name, path in files.items():
        with open(path, "rb") as one, open(after[name], "rb") as other:
            assert one.read() == other.read()
    copy_results(files, str(chosen), lambda: False)
    assert sorted(os.listdir(chosen)) == ["conformity_2026-03-04", "conformity_2026-03-04_2"]


def test_results_that_cannot_be_copied_leave_nothing(kept, monkeypatch):
    """The disk is full after the first file."""
    files, chosen = kept
    written = []

    def fail(path, *others):
        if str(path).startswith(str(chosen)):
            written.append(path)
            if len(written) > 1:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return open(path, *others)

    monkeypatch.setattr(plan_run, "open", fail, raising=False)
    with pytest.raises(PantauError, match=os.strerror(errno.ENOSPC)):
        copy_results(files, str(chosen), lambda: False)
    assert len(written) == 2
    assert not os.listdir(chosen)


def test_another_project_ends_the_keeping(ran, wait, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(plan_dock, "copy_results", lambda files, chosen, stopped: asked.append(stopped))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    ran.keep_result()
    wait(lambda: bool(asked))
    assert not asked[0]()
    QgsProject.instance().clear()
    assert asked[0]()


def test_a_run_that_ends_while_the_last_one_is_kept_stays_as_it_is(ran, wait, tmp_path, monkeypatch):
    copied = threading.Event()

    def copy(files, chosen, stopped):
        assert copied.wait(30)
        return copy_results(files, chosen, stopped)

    monkeypatch.setattr(plan_dock, "copy_results", copy)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    before = ran._result
    ran.keep_result()
    QTest.mouseClick(ran._button, BUTTON)
    wait(lambda: ran._result is not before and ran._run is None and ran._opening is None)
    last = ran._state.last_run()
    sources = {one: QgsProject.instance().mapLayer(one).source() for one in last.layers.values()}
    copied.set()
    wait(lambda: ran._copying is None)
    assert ran._state.last_run() == last
    assert last.is_temporary
    assert {one: QgsProject.instance().mapLayer(one).source() for one in last.layers.values()} == sources
    assert not ran._status.text()


def test_results_in_a_folder_of_ones_own_are_not_called_temporary(filled, wait, tmp_path):
    filled.choices.folder.setFilePath(str(tmp_path))
    QTest.mouseClick(filled._button, BUTTON)
    wait(lambda: filled._result is not None)
    assert filled._state.last_run().files["TABLE"].startswith(str(tmp_path))
    assert not filled.page.temporary.isVisible()


def test_a_chosen_table_is_read_at_the_beginning(dock, layers, wait, tmp_path):
    path = tmp_path / "sample.csv"
    path.write_text("class,zone,status\n*,*,conform\n")
    dock.choose(layers[0].id(), layers[1].id(), rules_file=str(path))
    wait(lambda: dock._filled)
    assert dock.rules.state(0, 0) == "conform"
    assert "sample.csv" in dock.editor.origin.text()


def test_a_layer_that_is_removed_is_told_and_harms_nothing(ran, layers, wait):
    QgsProject.instance().removeMapLayer(layers[1].id())
    wait(lambda: not ran._button.isEnabled())
    assert ran.choices.plan.layer() is None
    assert "rtrw" in ran._banner.text()
    assert "removed" in ran._banner.text()
    see(ran, 1)
    assert "Out of date" in ran.page.stale.text()
    click_cell(ran.page.cross, 0, 1)
    wait(lambda: bool(bands))


def test_the_removal_of_the_units_is_told_until_others_are_chosen(ran, layers, wait):
    """The grid does not depend on them, and is read again meanwhile."""
    QgsProject.instance().removeMapLayer(layers[2].id())
    wait(lambda: not ran._filled)
    wait(lambda: ran._filled)
    assert ran._banner.isVisible()
    assert "kecamatan" in ran._banner.text()
    pick(ran.choices.plan, "rtrw")
    ran.choices.plan.picked.emit()
    assert not ran._banner.isVisible()


def test_an_edit_of_the_plan_makes_the_result_out_of_date(ran, layers, wait):
    """As soon as it is made: a run counts what is not saved, too. A new run holds again."""
    assert "Out of date" not in ran.page.stale.text()
    layers[1].reload()  # as F5 does
    assert "Out of date" not in ran.page.stale.text()
    feature = next(layers[1].getFeatures())
    layers[1].startEditing()
    layers[1].changeGeometry(feature.id(), QgsGeometry.fromRect(QgsRectangle(LEFT, TOP - 50, LEFT + 100, TOP)))
    assert "Out of date" in ran.page.stale.text()
    assert "rtrw" in ran.page.stale.text()
    layers[1].commitChanges()
    wait(lambda: ran._filled)
    assert "Out of date" in ran.page.stale.text()
    before = ran._result
    QTest.mouseClick(ran._button, BUTTON)
    wait(lambda: ran._result is not before and ran._run is None and ran._opening is None)
    assert "Out of date" not in ran.page.stale.text()


def test_an_edit_of_the_plan_during_the_run_makes_its_result_out_of_date(filled, layers, wait):
    """The run has taken the plan as it was before."""
    QTest.mouseClick(filled._button, BUTTON)
    layers[1].startEditing()
    layers[1].changeGeometry(1, QgsGeometry.fromRect(QgsRectangle(LEFT, TOP - 50, LEFT + 100, TOP)))
    assert filled._run is not None
    wait(lambda: filled._result is not None)
    assert "Out of date" in filled.page.stale.text()
    assert "rtrw" in filled.page.stale.text()


def test_a_layer_that_is_removed_during_the_run_harms_nothing(filled, layers, wait):
    QTest.mouseClick(filled._button, BUTTON)
    QgsProject.instance().removeMapLayers([layer.id() for layer in layers])
    wait(lambda: filled._run is None)
    assert filled._result is not None or filled._banner.isVisible() or filled._opening is not None
    wait(lambda: filled._opening is None)


def test_a_new_project_ends_the_run_and_empties_the_dock(filled, wait):
    QTest.mouseClick(filled._button, BUTTON)
    QgsProject.instance().clear()
    assert filled._run is None
    wait(lambda: filled.editor.nothing.isVisible())
    assert "Sample project" in filled.editor.nothing.text()


def test_a_run_that_was_given_up_says_nothing_more(filled):
    """Neither in another project, nor of a run that is under way there."""
    QTest.mouseClick(filled._button, BUTTON)
    QgsProject.instance().clear()
    end_all()
    assert not filled._status.text()
    assert not filled._banner.text()


def test_features_that_are_added_to_the_plan_are_seen(filled, layers, wait):
    feature = QgsFeature(layers[1].fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(LEFT, TOP, LEFT + 10, TOP + 10)))
    feature.setAttributes(["Badan Air", "BA"])
    layers[1].startEditing()
    layers[1].addFeature(feature)
    layers[1].commitChanges()
    wait(lambda: filled._filled and filled.rules.columnCount() == 3)


# -- how it behaves


def test_opening_takes_under_300_ms_with_200_layers(qgis_iface, qgis_new_project, class_raster, provider):
    layers = [polygons(f"layer {one}", ("KODKWS", "WADMKC"), (0, 0, 10, 10, "PK", "A")) for one in range(180)]
    path = class_raster(10, 10)
    layers += [QgsRasterLayer(path, f"raster {one}") for one in range(20)]
    QgsProject.instance().addMapLayers(layers)
    PlanDock(qgis_iface).unload()  # what the first one of a session loads is not its own
    start = time.perf_counter()
    dock = PlanDock(qgis_iface)
    dock.show()
    QCoreApplication.processEvents()
    took = time.perf_counter() - start
    dock.unload()
    dock.deleteLater()
    assert took < 0.3


def test_the_window_stays_awake_with_a_plan_of_20_000_polygons(dock, wait, tmp_path):
    """Reading the grid, selecting all but one, and showing it all: no wait of more than 100 ms."""
    raster = QgsRasterLayer(land_cover(tmp_path / "land.tif"), "land cover")
    rows = [(one % 200, one // 200, one % 200 + 1, one // 200 + 1, "n", f"Z{one % 30}") for one in range(20_000)]
    plan = polygons("plan", ("NAMOBJ", "KODKWS"), *rows)
    QgsProject.instance().addMapLayers([raster, plan])
    ticks = [time.perf_counter()]
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(5)
    dock.choose(raster.id(), plan.id())
    wait(lambda: dock._filled)
    timer.stop()
    assert dock.rules.columnCount() == 30
    assert max(later - earlier for earlier, later in zip(ticks, ticks[1:])) < 0.1


def test_narrow_and_wide_it_fits(ran):
    """Also the buttons of the result's pages, which as tabs would be cut."""
    see(ran, 0)
    for width in (290, 600):
        ran.resize(width, 800)
        QCoreApplication.processEvents()
        assert ran.minimumSizeHint().width() <= 290
        assert ran.width() == width
        assert ran._button.isVisible()
        for place in range(4):
            button = ran.page.pages.button(place)
            assert button.width() >= button.sizeHint().width()
            assert button.mapTo(ran, QPoint(button.width(), 0)).x() <= width


def test_keys_go_through_the_result_as_it_is_read(ran):
    """From the button of a page along the others into the page, to the slider and to the button that runs."""
    see(ran, 0)
    order, widget = [], ran.page.pages.button(0)
    while widget is not ran._button:
        if widget.focusPolicy() in (Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus) and widget.isVisible():
            order.append(widget)
        widget = widget.nextInFocusChain()
    states = [ran.page.legend.findChild(QToolButton, name) for name in ("conform", "nonconform", "not_realised")]
    pages = [ran.page.pages.button(place) for place in range(4)]
    assert order == [*pages, ran.page.by_unit, ran.page.chart, *states, ran.page.opacity, ran.page.remarks_button]


def test_labels_on_the_map_have_the_numbers_of_the_language(filled, wait, monkeypatch):
    monkeypatch.setattr(text, "_language", "id")
    QTest.mouseClick(filled._button, BUTTON)
    wait(lambda: filled._result is not None)
    layer = QgsProject.instance().mapLayer(filled._state.last_run().layers["NONCONFORMITY"])
    context = QgsExpressionContext()
    context.setFeature(next(layer.getFeatures()))
    label = QgsExpression(layer.labeling().settings().fieldName).evaluate(context)
    assert re.fullmatch(r"[12]: 0,[23] ha", label)


def test_the_two_layers_are_seen_together(filled, layers, qgis_canvas, wait):
    filled._tabs.setCurrentIndex(2)
    qgis_canvas.window().resize(600, 500)
    qgis_canvas.window().show()
    wait(qgis_canvas.isVisible)
    compare = filled.compare
    assert (compare.below.layer(), compare.above.layer()) == (layers[0], layers[1])
    qgis_canvas.setExtent(QgsRectangle(LEFT, TOP - 100, LEFT + 200, TOP))
    for above in (layers[0], layers[1]):  # the same on both sides, and another again
        compare.comparison.set_layers(layers[0], above)
    compare.buttons["swipe"].click()
    wait(lambda: compare.comparison.item() is not None and not compare.comparison.is_drawing())
    item = compare.comparison.item()
    assert item.images[0] is not None
    assert item.images[1] is not None
    middle = round(item.edge())
    port = qgis_canvas.viewport()
    QTest.mousePress(port, BUTTON, pos=QPoint(middle, 50))
    drag(port, QPoint(port.width() // 4, 50))
    QTest.mouseRelease(port, BUTTON, pos=QPoint(port.width() // 4, 50))
    assert compare.slider.value() == pytest.approx(25, abs=1)
    compare.buttons["blink"].click()
    shown = item.second
    compare.slider.setValue(100)
    wait(lambda: item.second != shown, 5)
    compare.buttons["through"].click()
    compare.slider.setValue(30)
    assert item.amount == pytest.approx(0.3)
    assert layers[1].opacity() == 1.0  # the layers themselves are as they were
    compare.buttons["off"].click()
    assert compare.comparison.item() is None
    qgis_canvas.window().hide()


def test_the_upper_layer_goes_while_compared(filled, layers, qgis_canvas, wait):
    filled._tabs.setCurrentIndex(2)
    filled.compare.buttons["through"].click()
    QgsProject.instance().removeMapLayer(layers[1].id())
    wait(lambda: filled.compare.comparison.item() is None)
    assert "Choose two layers" in filled.compare.told.text()


def test_nothing_is_left_on_the_map(ran, layers, qgis_canvas, wait):
    ran.show_on_map(Places(zones=("PK",)))
    wait(lambda: bool(bands))
    items = len(qgis_canvas.scene().items())
    ran.compare.buttons["swipe"].click()
    ran.unload()
    assert not bands
    assert len(qgis_canvas.scene().items()) < items
    end_all()
