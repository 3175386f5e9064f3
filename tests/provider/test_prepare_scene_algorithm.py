"""`pantau:preparescene` as the toolbox and the modeler run it."""

import os

import numpy as np
import processing
import products
import pytest
from osgeo import gdal
from products import NORTH, WEST
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from scenes import read, write


def run(feedback=None, **parameters):
    return processing.run("pantau:preparescene", parameters, feedback=feedback)


@pytest.fixture
def safe(tmp_path):
    """480 m of one colour with a cloud of 20 m and a shadow of 40 m."""
    bands = {(name, 10): np.full((48, 48), 1500, np.uint16) for name in ("B02", "B03", "B04")}
    scl = np.full((24, 24), 4, np.uint8)
    scl[0, 0], scl[10:12, 10:12] = 9, 3
    return products.safe(tmp_path, bands, scl)


def area(width):
    """A layer with the western `width` metres."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32750", "area", "memory")
    feature = QgsFeature()
    x, y = WEST + width, NORTH - 480
    feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({WEST} {y},{x} {y},{x} {NORTH},{WEST} {NORTH},{WEST} {y}))"))
    layer.dataProvider().addFeature(feature)
    return layer


def test_defaults_and_numbers(provider, safe, tmp_path):
    result = run(FOLDER=safe, BANDS="B04,B03,B02", OUTPUT=str(tmp_path / "o.tif"))
    found = read(result["OUTPUT"])
    assert found.shape == (3, 48, 48)
    assert set(np.unique(found)) == {-32768, 500}
    assert result["CLOUD_PERCENT"] == pytest.approx(100 * 4 / 2304)
    assert result["SHADOW_PERCENT"] == pytest.approx(100 * 16 / 2304)
    assert result["MASKED_PERCENT"] == pytest.approx(100 * 20 / 2304)
    assert (result["NODATA_PERCENT"], result["BANDS_USED"]) == (0, "B04, B03, B02")
    assert all(type(result[name]) is float for name in result if name not in ("OUTPUT", "BANDS_USED"))
    algorithm = provider.algorithm("preparescene")
    assert set(result) <= {one.name() for one in algorithm.outputDefinitions()}
    contract = ["INPUT", "FOLDER", "RASTERS", "BANDS", "RESOLUTION", "MASK_CLOUDS", "MASK_SHADOWS", "BUFFER", "AOI", "OUTPUT"]
    assert [one.name() for one in algorithm.parameterDefinitions()] == contract
    defaults = {name: algorithm.parameterDefinition(name).defaultValue() for name in contract[:8]}
    assert list(defaults.values()) == [None, None, None, None, None, True, True, 0]
    assert (algorithm.groupId(), algorithm.group()) == ("imagery", "Imagery")


def test_archive_area_buffer_and_resolution(provider, safe, tmp_path):
    archive = products.zipped(safe, tmp_path / "p.zip")
    result = run(
        INPUT=archive, BANDS="red", RESOLUTION=20, BUFFER=1, MASK_SHADOWS=False, AOI=area(200), OUTPUT=str(tmp_path / "o.tif")
    )
    found = read(result["OUTPUT"])[0]
    expected = np.full((24, 10), 500)
    expected[0, :2] = expected[1, 0] = -32768  # the cloud and its four neighbours
    assert np.array_equal(found, expected)
    assert result["CLOUD_PERCENT"] == pytest.approx(100 / 240)
    assert result["MASKED_PERCENT"] == pytest.approx(100 * 3 / 240)


def test_rasters_of_the_project_and_what_nothing_marks(provider, tmp_path):
    paths = [write(tmp_path / f"{name}.tif", np.full((4, 5), value, np.uint16)) for name, value in (("B04", 700), ("B03", 600))]
    layers = [QgsRasterLayer(path, "layer") for path in paths]
    QgsProject.instance().addMapLayers(layers, False)
    result = run(RASTERS=[layer.id() for layer in layers], OUTPUT=str(tmp_path / "o.tif"))
    assert read(result["OUTPUT"])[:, 0, 0].tolist() == [700, 600]
    assert result["CLOUD_PERCENT"] is None
    assert run(RASTERS=paths[1], OUTPUT=str(tmp_path / "one.tif"))["BANDS_USED"] == "B03"
    QgsProject.instance().removeMapLayers([layer.id() for layer in layers])


def test_the_scene_is_loaded_in_natural_colours(provider, safe):
    algorithm, context, feedback = provider.algorithm("preparescene").create(), QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    output = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    results, well = algorithm.run({"FOLDER": safe, "BANDS": "B02,B03,B04", "OUTPUT": output}, context, feedback)
    assert well
    details = context.layerToLoadOnCompletionDetails(results["OUTPUT"])
    layer = QgsRasterLayer(results["OUTPUT"], "scene")
    details.postProcessor().postProcessLayer(layer, context, feedback)
    renderer = layer.renderer()
    assert (renderer.redBand(), renderer.greenBand(), renderer.blueBand()) == (3, 2, 1)
    assert renderer.redContrastEnhancement().maximumValue() == pytest.approx(0.3)
    # 0.05 of 0.3 is 42 of 255: QGIS applies the scale that the file declares
    assert abs(layer.previewAsImage(QSize(48, 48)).pixelColor(40, 40).red() - 42) <= 2


def test_a_picture_of_bytes_is_not_stretched_like_reflectance(provider, tmp_path):
    path = write(tmp_path / "photo.tif", np.full((3, 4, 5), 90, np.uint8), names=["B04", "B03", "B02"])
    dataset = gdal.Open(path, gdal.GA_Update)
    for number, common in enumerate(("red", "green", "blue"), 1):
        dataset.GetRasterBand(number).SetMetadataItem("common_name", common)
    dataset = None
    algorithm, context, feedback = provider.algorithm("preparescene").create(), QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    output = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    results, well = algorithm.run({"RASTERS": [path], "OUTPUT": output}, context, feedback)
    assert well
    layer = QgsRasterLayer(results["OUTPUT"], "scene")
    styler = context.layerToLoadOnCompletionDetails(results["OUTPUT"]).postProcessor()
    if styler is not None:
        styler.postProcessLayer(layer, context, feedback)
    color = layer.previewAsImage(QSize(5, 4)).pixelColor(2, 2)
    assert (color.red(), color.green(), color.blue()) == (90, 90, 90)


@pytest.mark.parametrize(("change", "words"), [
    ({"FOLDER": None}, "Give one source: either INPUT, FOLDER or RASTERS"), ({"INPUT": "x.zip"}, "Give one source"),
    ({"FOLDER": "/nowhere"}, "There is no file or folder at /nowhere"), ({"FOLDER": None, "INPUT": "x.zip"}, "There is no file or folder at x.zip"),
    ({"FOLDER": None, "RASTERS": ["nowhere.tif"]}, "There is no raster at nowhere.tif"), ({"BANDS": "B99"}, "has no band B99: it has B02, B03, B04"),
    ({"RESOLUTION": 0}, "RESOLUTION is 0 m"), ({"RESOLUTION": -10}, "RESOLUTION"), ({"BUFFER": -1}, "BUFFER"), ({"AOI": "line"}, "roads, given as AOI, holds no polygons"),
    ({"OUTPUT": "scene.png"}, "is not a GeoTIFF name"), ({"OUTPUT": "no/where/o.tif"}, "does not exist"),
    ({"FOLDER": None, "RASTERS": ["self"]}, "the same file"), ({"FOLDER": None, "INPUT": "self"}, "the same file"),
])  # fmt: skip
def test_bad_input_is_one_sentence_also_inside_models(provider, safe, tmp_path, change, words):
    target = write(tmp_path / "o.tif", np.full((4, 5), 700, np.uint16))
    before = open(target, "rb").read()
    values = {"line": QgsVectorLayer("LineString?crs=EPSG:32750", "roads", "memory"), "self": target}
    change = {
        name: [values.get(one, one) for one in value] if isinstance(value, list) else values.get(value, value)
        for name, value in change.items()
    }
    parameters = {"FOLDER": safe, "OUTPUT": target, **change}
    with pytest.raises(QgsProcessingException, match=words):
        run(**parameters)
    # models and the task runner skip checkParameterValues
    algorithm, context, feedback = provider.algorithm("preparescene").create(), QgsProcessingContext(), QgsProcessingFeedback()
    with pytest.raises(QgsProcessingException, match=words):
        algorithm.prepareAlgorithm(parameters, context, feedback)
        algorithm.processAlgorithm(parameters, context, feedback)
    assert open(target, "rb").read() == before


def test_a_cancelled_run_leaves_what_was_there(provider, safe, tmp_path):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    target = tmp_path / "o.tif"
    target.write_bytes(b"before")
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(feedback, FOLDER=safe, OUTPUT=str(target))
    assert target.read_bytes() == b"before"
    assert sorted(os.listdir(tmp_path)) == sorted([os.path.basename(safe), "o.tif"])
