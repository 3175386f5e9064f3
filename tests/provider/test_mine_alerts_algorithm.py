"""`pantau:minealerts` as the toolbox and the modeler run it."""

import os

import numpy as np
import processing
import pytest
from qgis.core import (
    NULL,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant
from scenes import write

FIELDS = [
    "rank",
    "change",
    "permit_status",
    "area_ha",
    "outside_ha",
    "mine_ha",
    "permits",
    "nearest_permit",
    "distance_m",
    "lon",
    "lat",
]


def run(feedback=None, **parameters):
    return processing.run("pantau:minealerts", parameters, feedback=feedback)


def box(west, south, east, north):
    x0, x1, y0, y1 = 500_000 + west, 500_000 + east, 9_899_000 + south, 9_899_000 + north
    return f"POLYGON(({x0} {y0},{x1} {y0},{x1} {y1},{x0} {y1},{x0} {y0}))"


def polygons(*wkt, crs="EPSG:32750", name="drawn", kind="Polygon", holders=None):
    layer = QgsVectorLayer(f"{kind}?crs={crs}", name, "memory")
    layer.dataProvider().addAttributes([QgsField("holder", QVariant.String)])
    layer.updateFields()
    for number, one in enumerate(wkt):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(one))
        feature.setAttributes([holders[number] if holders else None])
        layer.dataProvider().addFeature(feature)
    return layer


@pytest.fixture
def masks(tmp_path):
    """Two masks of 100 x 100 pixels of 10 m: a mine of 1 ha grows by 1 ha, one of 4 ha is new, one of 1 ha is gone."""
    before, after = np.zeros((100, 100), np.uint8), np.zeros((100, 100), np.uint8)
    before[10:20, 10:20] = after[10:20, 10:30] = 1
    after[50:70, 50:70] = 1
    before[80:90, 10:20] = 1
    return {name: write(tmp_path / f"{name.lower()}.tif", one, nodata=255) for name, one in (("BEFORE", before), ("AFTER", after))}


@pytest.fixture
def permits():
    """One over the western half of what grew, and one beside nothing."""
    return polygons(box(100, 800, 250, 900), box(100, 0, 300, 50), name="iup", holders=["PT Satu", None])


def test_numbers_alone_need_no_output(provider, masks, permits):
    result = run(**masks, PERMITS=permits, PERMIT_FIELD="holder")
    expected = {
        "NEW_HA": 5, "NEW_OUTSIDE_HA": 4.5, "NEW_MINES_HA": 4, "NEW_MINES_OUTSIDE_HA": 4, "GROWN_HA": 1, "SHRUNK_HA": 0,
        "VANISHED_HA": 1, "ALERTS": 3, "SMALL_HA": 0, "NARROW_HA": 0, "COMPARED_HA": 100, "UNSEEN_HA": 0, "BEFORE_HA": 2,
        "AFTER_HA": 6, "REPAIRED": 0,
    }  # fmt: skip
    assert result == pytest.approx(expected, rel=1e-3)
    assert all(type(value) is float for value in result.values())
    assert set(result) <= {one.name() for one in provider.algorithm("minealerts").outputDefinitions()}
    without = run(**masks)
    assert without["NEW_OUTSIDE_HA"] is None
    assert without["NEW_HA"] == result["NEW_HA"]


@pytest.mark.parametrize("name", ["o.gpkg", "o.shp", "o.geojson", "TEMPORARY_OUTPUT"])
def test_layer_and_report(provider, masks, permits, tmp_path, name):
    target = name if name == "TEMPORARY_OUTPUT" else str(tmp_path / name)
    result = run(**masks, PERMITS=permits, PERMIT_FIELD="holder", OUTPUT=target, REPORT=str(tmp_path / "r.html"))
    layer = result["OUTPUT"]
    layer = layer if isinstance(layer, QgsVectorLayer) else QgsVectorLayer(layer, "o", "ogr")
    names = [field.name() for field in layer.fields() if field.name() != "fid"]
    assert names == [one[:10] for one in FIELDS] if name == "o.shp" else names == FIELDS
    if name in ("o.gpkg", "TEMPORARY_OUTPUT"):
        assert layer.crs().authid() == "EPSG:32750"
        assert layer.wkbType() == QgsWkbTypes.Type.MultiPolygon
    rows = [[None if value == NULL else value for value in one.attributes()][-11:] for one in layer.getFeatures()]
    assert [row[:3] for row in rows] == [[1, "new", "outside"], [2, "grown", "across"], [3, "vanished", "outside"]]
    assert [row[3] for row in rows] == pytest.approx([4.0, 1.0, 1.0], rel=1e-3)
    assert [row[4] for row in rows] == pytest.approx([4.0, 0.5, 1.0], rel=1e-3)
    assert rows[1][5:9] == [pytest.approx(2.0, rel=1e-3), "PT Satu", None, None]
    assert rows[0][6:9] == [None, "#2", pytest.approx(np.hypot(200, 250), rel=1e-3)]  # a permit without a name
    assert rows[2][7:9] == ["#2", pytest.approx(50, rel=2e-3)]
    assert rows[0][9:] == pytest.approx([117.0, -0.9], abs=0.02)
    html = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "4.50 ha of it (90.0 %) lie outside the permits." in html
    assert "PT Satu" in html
    assert not [one for one in os.listdir(tmp_path) if one.endswith((".pantau-part", ".pantau-kept")) or one.startswith("pantau-")]


def test_polygons_in_several_crs_and_layers_of_the_project(provider, masks, permits):
    grown = polygons(box(100, 800, 300, 900), name="later")
    result = run(BEFORE=masks["BEFORE"], AFTER_POLYGONS=grown, OUTPUT="TEMPORARY_OUTPUT")
    assert result["NEW_HA"] == pytest.approx(1, rel=1e-3)
    degrees = processing.run(
        "native:reprojectlayer", {"INPUT": grown, "TARGET_CRS": "EPSG:4326", "OUTPUT": "TEMPORARY_OUTPUT"}
    )["OUTPUT"]  # fmt: skip
    result = run(
        BEFORE_POLYGONS=polygons(box(100, 800, 200, 900)), AFTER_POLYGONS=degrees, PERMITS=permits, OUTPUT="TEMPORARY_OUTPUT"
    )
    assert result["OUTPUT"].crs().authid() == "EPSG:4326"
    assert (result["NEW_HA"], result["NEW_OUTSIDE_HA"]) == pytest.approx((1, 0.5), rel=2e-3)
    layers = {name: QgsRasterLayer(path, name) for name, path in masks.items()}
    for one in layers.values():
        QgsProject.instance().addMapLayer(one, False)
    assert run(**{name: one.id() for name, one in layers.items()})["ALERTS"] == 3
    for one in layers.values():
        QgsProject.instance().removeMapLayer(one.id())


def test_choices(provider, masks):
    assert run(**masks, MIN_AREA_HA=2)["ALERTS"] == 1
    assert run(**masks, MIN_AREA_HA=2)["SMALL_HA"] == pytest.approx(2, rel=1e-3)
    assert run(**masks, MIN_WIDTH=150)["NARROW_HA"] == pytest.approx(2, rel=1e-3)
    assert run(**masks, MAX_GAP=500)["GROWN_HA"] == pytest.approx(5, rel=1e-3)
    assert run(**masks, CLASS=7)["ALERTS"] == 0
    assert run(**masks, AOI=polygons(box(0, 500, 1000, 1000)))["NEW_HA"] == pytest.approx(1, rel=1e-3)


@pytest.mark.parametrize(("change", "words"), [
    ({"BEFORE": None}, "either BEFORE or BEFORE_POLYGONS"), ({"AFTER_POLYGONS": "drawn"}, "either AFTER or AFTER_POLYGONS"),
    ({"AFTER": "nowhere.tif"}, "There is no raster at nowhere.tif"), ({"BEFORE": "drawn"}, "drawn is a vector layer, and BEFORE must be a raster"),
    ({"PERMITS": "line"}, "roads, given as PERMITS, holds no polygons"), ({"PERMIT_FIELD": "holder"}, "PERMIT_FIELD is holder, and there are no permits"),
    ({"PERMITS": "drawn", "PERMIT_FIELD": "nama"}, "drawn has no field nama: choose one of holder"), ({"CLASS": 1.5}, "CLASS is 1.5"),
    ({"OUTPUT": "o.xyz"}, "is no file name for OUTPUT"), ({"MIN_WIDTH": -1}, "MIN_WIDTH is -1"),
    ({"REPORT": "/nowhere/at/all/r.html"}, "The folder /nowhere/at/all does not exist"), ({"AOI": "far"}, "area of interest lies outside"),
])  # fmt: skip
def test_bad_input_is_one_sentence_also_inside_models(provider, masks, change, words):
    layers = {
        "drawn": polygons(box(0, 0, 1, 1)), "far": polygons(box(90_000, 0, 91_000, 10)),
        "line": polygons("LINESTRING(500000 9900000,500300 9899700)", name="roads", kind="LineString"),
    }  # fmt: skip
    parameters = {**masks, **{name: layers.get(value, value) for name, value in change.items()}}
    if change != {"MIN_WIDTH": -1}:  # QGIS knows the least value and says so itself
        with pytest.raises(QgsProcessingException, match=words):
            run(**parameters)
    algorithm, context, feedback = provider.algorithm("minealerts").create(), QgsProcessingContext(), QgsProcessingFeedback()
    with pytest.raises(QgsProcessingException, match=words):
        algorithm.prepareAlgorithm(parameters, context, feedback)
        algorithm.processAlgorithm(parameters, context, feedback)


def test_a_cancelled_or_failed_run_keeps_the_earlier_outputs(provider, masks, tmp_path, monkeypatch):
    files = {"OUTPUT": tmp_path / "o.gpkg", "REPORT": tmp_path / "r.html"}
    targets = {name: str(path) for name, path in files.items()}
    run(**masks, **targets)
    before = {name: path.read_bytes() for name, path in files.items()}
    listed = sorted(os.listdir(tmp_path))

    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(**masks, **targets, feedback=feedback)

    from pantau.plugin.engine.errors import PantauError
    from pantau.processing_provider import mine_alerts as module

    def full(path, text):
        raise PantauError("the disk is full")

    monkeypatch.setattr(module, "write_text", full)
    with pytest.raises(QgsProcessingException, match="the disk is full"):
        run(**masks, **targets)
    assert {name: path.read_bytes() for name, path in files.items()} == before
    assert sorted(os.listdir(tmp_path)) == listed


def test_an_output_may_not_be_an_input(provider, masks, permits, tmp_path):
    path = str(tmp_path / "iup.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    assert QgsVectorFileWriter.writeAsVectorFormatV3(permits, path, QgsProject.instance().transformContext(), options)[0] == 0
    with pytest.raises(QgsProcessingException, match="PERMITS and OUTPUT are the same file"):
        run(**masks, PERMITS=path, OUTPUT=path)
    with pytest.raises(QgsProcessingException, match="BEFORE and REPORT are the same file"):
        run(**masks, REPORT=masks["BEFORE"])
    assert QgsVectorLayer(path, "iup", "ogr").featureCount() == 2


def test_the_layer_is_styled_by_the_kind_of_change(provider, masks):
    from pantau.plugin.engine.segmentation.alerts_report import LOOKS
    from pantau.processing_provider import styles

    layer = run(**masks, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    styles.categories("change", [(one.change, one.name(), one.color, one.line) for one in LOOKS], "rank")(layer)
    renderer = layer.renderer()
    assert renderer.classAttribute() == "change"
    assert {one.value() for one in renderer.categories()} >= {one["change"] for one in layer.getFeatures()}
    assert layer.labelsEnabled()
    assert layer.labeling().settings().fieldName == "rank"


def test_names_longer_than_a_field_are_cut(provider, masks):
    allowed = polygons(*[box(100, 800, 250, 900)] * 3, holders=[letter * 120 for letter in "ABC"])
    layer = run(**masks, PERMITS=allowed, PERMIT_FIELD="holder", OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    texts = [one["permits"] for one in layer.getFeatures() if one["change"] == "grown"]
    assert [(len(text), text[-3:]) for text in texts] == [(254, "...")]
