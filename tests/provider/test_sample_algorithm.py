"""`pantau:sampledistrict` as the toolbox runs it, and its truth as QGIS measures it."""

import json
from pathlib import Path

import processing
import pytest
from pantau.plugin.engine.sample.place import LAND_COVER
from qgis.core import QgsCoordinateTransformContext, QgsDistanceArea, QgsProcessingException, QgsRasterLayer, QgsVectorLayer


@pytest.fixture(scope="module")
def folder(provider, tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "district"
    result = processing.run("pantau:sampledistrict", {"SIZE": "small", "SEED": 0, "FOLDER": str(path)})
    assert result == {"FOLDER": str(path)}
    return path


def test_qgis_opens_everything(folder):
    for path in folder.rglob("*"):
        if path.suffix == ".tif":
            assert QgsRasterLayer(str(path)).isValid(), path
        elif path.suffix == ".gpkg":
            layer = QgsVectorLayer(str(path))
            assert layer.isValid(), path
            assert layer.crs().authid() == "EPSG:32750"


def test_class_rasters_show_their_classes_and_nothing_else(folder):
    layer = QgsRasterLayer(str(folder / "landcover_after.tif"))
    assert [c.value for c in layer.renderer().classes()] == [entry.code for entry in LAND_COVER]
    assert layer.renderer().classes()[0].label == "forest"
    assert layer.renderer().classes()[0].color.name() == "#1b7837"


def test_true_hectares_are_what_qgis_measures_on_the_ellipsoid(folder):
    """QGIS's own ellipsoidal area: another library, another method (Karney's geodesics in newer versions)."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    layer = QgsVectorLayer(str(folder / "desa.gpkg"))
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), QgsCoordinateTransformContext())
    measure.setEllipsoid("WGS84")
    known = {desa["name"]: desa["ha"] for desa in truth["desa"]}
    for feature in layer.getFeatures():
        measured = measure.measureArea(feature.geometry()) / 10_000
        assert measured == pytest.approx(known[feature["WADMKD"]], rel=1e-5)
        assert feature["LUASHA"] == pytest.approx(known[feature["WADMKD"]], abs=1e-3)


def test_a_temporary_folder_is_made(provider):
    result = processing.run("pantau:sampledistrict", {"FOLDER": "TEMPORARY_OUTPUT"})
    assert (Path(result["FOLDER"]) / "truth.json").is_file()


def test_a_full_folder_gets_a_sentence(provider, tmp_path):
    (tmp_path / "other.txt").write_text("x")
    with pytest.raises(QgsProcessingException, match="holds other files"):
        processing.run("pantau:sampledistrict", {"FOLDER": str(tmp_path)})
