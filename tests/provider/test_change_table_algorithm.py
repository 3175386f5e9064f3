"""`pantau:changetable` as the toolbox and the modeler run it."""

from pathlib import Path

import numpy as np
import processing
import pytest
from qgis.core import (
    NULL,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingParameterFileDestination,
    QgsVectorLayer,
)
from scenes import read, write


def run(**parameters):
    return processing.run("pantau:changetable", parameters)


@pytest.fixture
def maps(tmp_path):
    """10 x 20 pixels: 1 becomes 2 in four columns; one row has no data before."""
    before, after = np.ones((10, 20), np.uint8), np.ones((10, 20), np.uint8)
    after[:, 5:9] = 2
    before[9] = 0
    return {"BEFORE": write(tmp_path / "a.tif", before, nodata=0), "AFTER": write(tmp_path / "b.tif", after)}


@pytest.fixture
def zones():
    layer = QgsVectorLayer("Polygon?crs=EPSG:32750&field=kab:string&field=kec:string", "kecamatan", "memory")
    for west, east, kab, kec in ((0, 70, "K", "one"), (70, 150, "K", None), (150, 190, None, None)):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(
            QgsGeometry.fromWkt(f"POLYGON(({500000 + west} 9900000,{500000 + east} 9900000,{500000 + east} 9899900,"
                                f"{500000 + west} 9899900,{500000 + west} 9900000))")
        )  # fmt: skip
        feature.setAttributes([kab, kec])
        layer.dataProvider().addFeature(feature)
    return layer


def test_table_raster_report_and_numbers(provider, maps, tmp_path):
    files = {"OUTPUT": tmp_path / "t.gpkg", "CHANGE": tmp_path / "c.tif", "REPORT": tmp_path / "r.html"}
    result = run(**maps, **{name: str(path) for name, path in files.items()})
    assert result["CHANGED_HA"] == pytest.approx(0.36, rel=2e-3)
    assert result["UNCHANGED_HA"] == pytest.approx(1.44, rel=2e-3)
    assert result["CHANGED_PERCENT"] == pytest.approx(20, rel=1e-3)
    assert (result["NET_HA"], result["SWAP_HA"]) == (pytest.approx(0.36, rel=2e-3), 0)
    assert (result["ONLY_BEFORE_HA"], result["ONLY_AFTER_HA"]) == (0, pytest.approx(0.2, rel=2e-3))
    assert set(result) == {one.name() for one in provider.algorithm("changetable").outputDefinitions()}
    layer = QgsVectorLayer(result["OUTPUT"], "t", "ogr")
    assert not layer.isSpatial()
    assert [field.name() for field in layer.fields()][1:] == ["zone", "from", "from_name", "to", "to_name", "area_ha"]
    rows = [feature.attributes()[1:] for feature in layer.getFeatures()]
    assert [row[:5] for row in rows] == [[NULL, 1, "class 1", 1, "class 1"], [NULL, 1, "class 1", 2, "class 2"]]
    assert [row[5] for row in rows] == pytest.approx([1.44, 0.36], rel=2e-3)
    assert np.bincount(read(result["CHANGE"]).ravel()).tolist() == [0, 144, 36, *[0] * 252, 20]
    assert "(20.00 %)" in files["REPORT"].read_text(encoding="utf-8")


def test_zones_by_several_fields(provider, maps, zones):
    result = run(**maps, ZONES=zones, ZONE_FIELDS="kab, kec", OUTPUT="TEMPORARY_OUTPUT")
    rows = {(row["zone"], row["from"], row["to"]): row["area_ha"] for row in result["OUTPUT"].getFeatures()}
    assert rows == {
        ("K / one", 1, 1): pytest.approx(0.45, rel=2e-3), ("K / one", 1, 2): pytest.approx(0.18, rel=2e-3),
        ("K / -", 1, 1): pytest.approx(0.54, rel=2e-3), ("K / -", 1, 2): pytest.approx(0.18, rel=2e-3),
        ("#3", 1, 1): pytest.approx(0.36, rel=2e-3),
    }  # fmt: skip
    assert (result["NO_ZONE_HA"], result["OVERLAP_HA"]) == (pytest.approx(0.09, rel=2e-3), 0)
    rows = run(**maps, ZONES=zones, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"].getFeatures()
    assert {row["zone"] for row in rows} == {"#1", "#2", "#3"}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "No output is asked for: give at least one of CHANGE, OUTPUT, REPORT"),
        ({"OUTPUT": "TEMPORARY_OUTPUT", "ZONE_FIELDS": "kec"}, "ZONE_FIELDS is kec, and there are no zones"),
        ({"OUTPUT": "TEMPORARY_OUTPUT", "AFTER": "nowhere.tif"}, "nowhere.tif"),
        ({"CHANGE": "BEFORE"}, "are the same file"),
        ({"REPORT": "z.pdf"}, "z.pdf is no file name for REPORT: give one that ends with one of .html, .htm"),
        ({"REPORT": "report"}, "report is no file name for REPORT"),
    ],
)
def test_what_cannot_be_is_one_sentence(provider, maps, values, words):
    values = {name: maps.get(value, value) for name, value in values.items()}
    with pytest.raises(QgsProcessingException, match=words):
        run(**{**maps, **values})


def test_a_field_that_is_not_there_and_a_report_that_cannot_be_written(provider, maps, zones, tmp_path):
    with pytest.raises(QgsProcessingException, match="kecamatan has no field desa: choose one of kab, kec"):
        run(**maps, ZONES=zones, ZONE_FIELDS="kab,desa", OUTPUT="TEMPORARY_OUTPUT")
    kept = run(**maps, OUTPUT=str(tmp_path / "t.gpkg"))["OUTPUT"]
    (tmp_path / "r.html").mkdir()
    with pytest.raises(QgsProcessingException, match="r.html is a folder"):
        run(**maps, OUTPUT=kept, REPORT=str(tmp_path / "r.html"))
    assert QgsVectorLayer(kept, "t", "ogr").featureCount() == 2


def test_files_have_the_endings_of_their_kind(provider):
    found = {}
    for algorithm in provider.algorithms():
        for one in algorithm.destinationParameterDefinitions():
            if isinstance(one, QgsProcessingParameterFileDestination):
                name = one.name().split(":")[-1]  # of a chain's step
                found.setdefault(name, set()).add(algorithm._endings(one.name()))
    assert found == {
        "REPORT": {(".html", ".htm")}, "MODEL": {(".onnx",)}, "JSON": {(".json",)}, "XLSX": {(".xlsx",)}, "CSV": {(".csv",)},
        "RULES_OUT": {(".csv",)},
    }  # fmt: skip


def test_a_report_by_its_other_ending(provider, maps, tmp_path):
    assert "<html" in Path(run(**maps, REPORT=str(tmp_path / "R.HTM"))["REPORT"]).read_text(encoding="utf-8")
