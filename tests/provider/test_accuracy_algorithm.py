"""`pantau:accuracy` as the toolbox and the modeler run it."""

import json

import numpy as np
import processing
import pytest
from pantau.processing_provider.algorithm import PantauAlgorithm
from qgis.core import NULL, QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer
from scenes import read, write


def run(**parameters):
    return processing.run("pantau:accuracy", parameters)


@pytest.fixture
def cover(tmp_path):
    """12 x 10 pixels of 10 m: class 1 to the left, 2 to the right, the last row without data."""
    codes = np.ones((10, 12), np.uint8)
    codes[:, 6:] = 2
    codes[9] = 0
    return write(tmp_path / "cover.tif", codes, nodata=0)


def points(rows, kind="integer", geometry="Point"):
    """rows: (column, row, reference, second reader, plot)."""
    layer = QgsVectorLayer(
        f"{geometry}?crs=EPSG:32750&field=ref:{kind}&field=other:integer&field=plot:string&field=when:date", "points", "memory"
    )
    for col, row, *values in rows:
        feature = QgsFeature(layer.fields())
        if col is not None:
            feature.setGeometry(QgsGeometry.fromWkt(f"POINT({500000 + 10 * col} {9900000 - 10 * row})"))
        feature.setAttributes([*values, *[NULL] * (4 - len(values))])
        layer.dataProvider().addFeature(feature)
    return layer


ROWS = [(col + 0.5, row + 0.5, 1 if col < 7 else 2) for row in (1, 4, 7) for col in range(12)]


def polygons(*boxes):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32750&field=kec:string", "kecamatan", "memory")
    for name, west, east in boxes:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(
            QgsGeometry.fromWkt(
                f"POLYGON(({500000 + west} 9900000,{500000 + east} 9900000,{500000 + east} 9899900,{500000 + west} 9899900,{500000 + west} 9900000))"
            )
        )
        feature.setAttributes([name])
        layer.dataProvider().addFeature(feature)
    return layer


def test_tables_report_json_and_numbers(provider, cover, tmp_path):
    files = {name: str(tmp_path / file) for name, file in (("MATRIX", "m.gpkg"), ("METRICS", "f.csv"), ("EXCLUDED", "e.ods"),
             ("REPORT", "r.html"), ("JSON", "r.json"))}  # fmt: skip
    layer = points([*ROWS, (3.5, 9.5, 1), (None, None, 2)])
    result = run(CLASSIFIED=cover, POINTS=layer, REFERENCE_FIELD="ref", DESIGN="simple", ZONES=polygons(("A", 0, 60), ("B", 60, 120)),
                 ZONE_FIELD="kec", SECOND=cover, SECOND_READER="ref", **files)  # fmt: skip
    assert set(result) == {one.name() for one in provider.algorithm("accuracy").outputDefinitions()}
    assert (result["N"], result["LEFT_OUT"], result["ACCEPTED"]) == (36, 2, 0)
    assert result["OVERALL"] == result["OVERALL_COUNT"] == result["SECOND_OVERALL"] == pytest.approx(33 / 36)
    # By hand: 18 of each class on the map, 21 and 15 in the reference.
    assert result["KAPPA"] == pytest.approx((33 / 36 - 0.5) / 0.5)
    assert (result["MCNEMAR_P"], result["READER_KAPPA"]) == (1, 1)
    assert all(isinstance(value, (float, str)) for value in result.values())
    rows = [feature.attributes()[1:] for feature in QgsVectorLayer(result["MATRIX"], "m", "ogr").getFeatures()]
    assert [row[:5] for row in rows] == [
        [1, "class 1", 1, "class 1", 18], [1, "class 1", 2, "class 2", 0], [2, "class 2", 1, "class 1", 3], [2, "class 2", 2, "class 2", 15]
    ]  # fmt: skip
    assert [row[5] for row in rows] == pytest.approx([0.5, 0, 1 / 12, 5 / 12])
    figures = list(QgsVectorLayer(result["METRICS"], "f", "ogr").getFeatures())
    names = [field.name() for field in figures[0].fields()]
    assert names[:8] == ["zone", "scope", "metric", "class", "class_name", "value", "se", "ci_low"]
    zones = {
        row["zone"]: float(row["value"])
        for row in figures
        if row["metric"] == "overall_accuracy" and row["scope"] == "count" and row["zone"]
    }
    assert zones == {"A": 1, "B": pytest.approx(15 / 18)}
    left = [feature.attributes()[:2] for feature in QgsVectorLayer(result["EXCLUDED"], "e", "ogr").getFeatures()]
    assert left == [[37, "nodata"], [38, "no_geometry"]]
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["whole"]["matrix"] == [[18, 0], [3, 15]]
    assert "91.67" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_numbers_alone_are_a_result(provider, cover):
    result = run(CLASSIFIED=cover, POINTS=points(ROWS), REFERENCE_FIELD="ref")
    assert result["N"] == 36
    assert result["READER_KAPPA"] is None


def test_the_selected_points_alone(provider, cover):
    from qgis.core import QgsProcessingFeatureSourceDefinition

    layer = points(ROWS)
    layer.selectByIds([1, 2, 8])
    from qgis.core import QgsProject

    QgsProject.instance().addMapLayer(layer)
    result = run(CLASSIFIED=cover, POINTS=QgsProcessingFeatureSourceDefinition(layer.id(), True), REFERENCE_FIELD="ref")
    QgsProject.instance().clear()
    assert result["N"] == 3


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"REFERENCE_FIELD": "class"}, "points has no field class: choose one of ref, other, plot, when"),
        ({"REFERENCE_FIELD": "when"}, "is empty throughout"),
        ({"SECOND_READER": "reader"}, "points has no field reader"),
        ({"CONFIDENCE": 1}, "CONFIDENCE is 1.0: give a number between 0 and 1"),
        ({"DESIGN": "simple", "STRATA": "cover"}, "DESIGN is simple, which has no strata, and STRATA is given"),
        ({"ZONE_FIELD": "kec"}, "ZONE_FIELD is kec, and there are no zones"),
        ({"SECOND": "nowhere.tif"}, "nowhere.tif"),
        ({"MATRIX": "cover"}, "are the same file"),
        ({"JSON": "r.txt"}, "r.txt is no file name for JSON"),
    ],
)
def test_what_cannot_be_is_one_sentence(provider, cover, values, words):
    values = {name: cover if value == "cover" else value for name, value in values.items()}
    with pytest.raises(QgsProcessingException, match=words):
        run(**{"CLASSIFIED": cover, "POINTS": points(ROWS), "REFERENCE_FIELD": "ref", **values})


def test_lines_are_no_samples(provider, cover):
    with pytest.raises(QgsProcessingException, match="holds neither points nor polygons"):
        run(
            CLASSIFIED=cover,
            POINTS=QgsVectorLayer("LineString?crs=EPSG:32750&field=ref:int", "roads", "memory"),
            REFERENCE_FIELD="ref",
        )


def test_what_fails_late_leaves_what_was_there(provider, cover, tmp_path, monkeypatch):
    targets = {
        name: str(tmp_path / file)
        for name, file in (("MATRIX", "m.gpkg"), ("METRICS", "f.gpkg"), ("JSON", "r.json"), ("REPORT", "r.html"))
    }
    run(CLASSIFIED=cover, POINTS=points(ROWS), REFERENCE_FIELD="ref", **targets)
    before = {path.name: path.stat().st_size for path in tmp_path.iterdir() if not path.name.endswith(".xml")}
    monkeypatch.setattr("pantau.processing_provider.accuracy.report", lambda _: 1 / 0)
    with pytest.raises(QgsProcessingException, match="an error of its own"):
        run(CLASSIFIED=cover, POINTS=points(ROWS[:9]), REFERENCE_FIELD="ref", **targets)
    assert {path.name: path.stat().st_size for path in tmp_path.iterdir() if not path.name.endswith(".xml")} == before
    assert sum(row["count"] for row in QgsVectorLayer(targets["MATRIX"], "m", "ogr").getFeatures()) == 36


def test_from_drawn_points_to_the_figures(provider, tmp_path):
    """The officer's way: points are drawn blind, labelled through the form's field, and the map is judged; all in the sample of a known map."""
    rng = np.random.default_rng(2)
    truth = rng.choice([1, 2, 3], (80, 90), p=[0.7, 0.25, 0.05]).astype(np.uint8)
    codes = np.where(rng.random(truth.shape) < 0.85, truth, rng.choice([1, 2, 3], truth.shape)).astype(np.uint8)
    cover = write(tmp_path / "map.tif", codes)
    drawn = processing.run(
        "pantau:samplepoints",
        {"CLASSIFIED": cover, "TOTAL": 600, "ALLOCATION": "equal", "BLIND": True, "OUTPUT": str(tmp_path / "p.gpkg")},
    )["OUTPUT"]
    layer = QgsVectorLayer(drawn, "points", "ogr")
    place = layer.fields().lookupField("reference")
    for feature in list(layer.getFeatures()):  # changed while they are read, some would be skipped
        spot = feature.geometry().asPoint()
        row, col = int((9900000 - spot.y()) / 10), int((spot.x() - 500000) / 10)
        layer.dataProvider().changeAttributeValues({feature.id(): {place: int(truth[row, col])}})
    result = run(CLASSIFIED=cover, POINTS=layer, REFERENCE_FIELD="reference", METRICS="TEMPORARY_OUTPUT")
    assert result["N"] == 600
    assert result["OVERALL_LOW"] < (codes == truth).mean() < result["OVERALL_HIGH"]
    assert result["OVERALL"] == result["OVERALL_AREA"]  # seen to be stratified
    assert isinstance(provider.algorithm("accuracy"), PantauAlgorithm)
    areas = {row["class"]: row for row in result["METRICS"].getFeatures() if row["metric"] == "area_ha"}
    for code in (1, 2, 3):
        assert areas[code]["score_low"] < (truth == code).sum() / 100 < areas[code]["score_high"]
    assert read(cover).shape == (1, 80, 90)
