"""`pantau:segment` as the toolbox and the modeler run it."""

import os
import subprocess
import sys

import numpy as np
import processing
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from scenes import read, step_model, write


@pytest.fixture
def scene(tmp_path):
    image = np.zeros((100, 120), np.float32)
    image[20:60, 30:80] = 1
    return write(tmp_path / "scene.tif", image)


@pytest.fixture
def model(tmp_path):
    return step_model(tmp_path / "step.onnx")


def run(**parameters):
    return processing.run("pantau:segment", parameters)


def test_rasters_polygons_and_numbers(provider, scene, model, tmp_path):
    result = run(
        INPUT=scene, MODEL=model, MASK=str(tmp_path / "m.tif"), PROBABILITY="TEMPORARY_OUTPUT", POLYGONS="TEMPORARY_OUTPUT"
    )
    assert result["AREA_HA"] == pytest.approx(20.016, abs=1e-3)
    assert result["DEVICE_USED"] == "cpu"
    assert result["MPX_PER_S"] > 0
    assert all(type(result[name]) in (float, str) for name in ("AREA_HA", "DEVICE_USED", "MPX_PER_S", "MASK", "PROBABILITY"))
    layer = result["POLYGONS"]
    assert layer.crs().authid() == "EPSG:32750"
    feature = next(layer.getFeatures())
    assert feature["class"] == 1
    assert feature["area_ha"] == pytest.approx(20.016, abs=1e-3)
    assert feature["prob_max"] == 1
    assert len(feature["checksum"]) == 64
    assert feature.geometry().isGeosValid()
    assert feature.geometry().area() == 200_000
    probability = QgsRasterLayer(result["PROBABILITY"])
    assert probability.dataProvider().sample(feature.geometry().pointOnSurface().asPoint(), 1)[0] == pytest.approx(1.0)
    del probability


def test_a_mask_that_it_has_made_is_taken_as_it_is(provider, scene, model, tmp_path):
    """So a chain takes the mask of an earlier run where it also takes an image."""
    first, second = str(tmp_path / "first.tif"), str(tmp_path / "second.tif")
    run(INPUT=scene, MODEL=model, MASK=first, PROBABILITY=str(tmp_path / "p.tif"))
    again = run(INPUT=first, MODEL=model, MASK=second)
    assert again == {"MASK": second, "AREA_HA": pytest.approx(20.016, abs=1e-3), "DEVICE_USED": "cpu"}
    assert open(first, "rb").read() == open(second, "rb").read()
    with pytest.raises(QgsProcessingException, match="is a mask that this algorithm has made: give an image"):
        run(INPUT=first, MODEL=model, MASK=second, POLYGONS="TEMPORARY_OUTPUT")
    again = run(INPUT=str(tmp_path / "p.tif"), MODEL=model, MASK=second)  # a probability is no mask
    assert again["MPX_PER_S"] > 0


def part_of_scene():
    """An area of interest that cuts the scene and what is found in it."""
    area = QgsVectorLayer("Polygon?crs=EPSG:4326", "area", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((117.003 -0.9,117.02 -0.9,117.02 -0.92,117.003 -0.92,117.003 -0.9))"))
    area.dataProvider().addFeature(feature)
    return area


def test_a_mask_in_an_area_of_interest_is_what_the_image_would_give_there(provider, scene, model, tmp_path):
    area, made = part_of_scene(), run(INPUT=scene, MODEL=model, MASK=str(tmp_path / "whole.tif"))
    cut = run(INPUT=made["MASK"], MODEL=model, AOI=area, MASK=str(tmp_path / "cut.tif"))
    image = run(INPUT=scene, MODEL=model, AOI=area, MASK=str(tmp_path / "image.tif"))
    assert (read(cut["MASK"]) == read(image["MASK"])).all()
    assert cut["AREA_HA"] == pytest.approx(image["AREA_HA"], abs=1e-9)
    assert 0 < cut["AREA_HA"] < made["AREA_HA"]
    again = run(INPUT=cut["MASK"], MODEL=model, AOI=area, MASK=str(tmp_path / "again.tif"))  # it still is a mask of this algorithm
    assert (read(again["MASK"]) == read(cut["MASK"])).all()


def test_a_mask_of_another_model_or_threshold_is_refused(provider, scene, model, tmp_path):
    """What differs between them would be ranked as new mining."""
    mask, target = str(tmp_path / "mask.tif"), tmp_path / "again.tif"
    target.write_bytes(b"earlier")
    run(INPUT=scene, MODEL=model, MASK=mask)
    other = step_model(tmp_path / "other.onnx", threshold=0.6)
    for change, words in (
        ({"MODEL": other}, r"mask\.tif was made with the model step \(.*\) and not with other \(.*give the image instead"),
        ({}, "was made with the model step .* and not with "),
        ({"MODEL": model, "THRESHOLD": 0.7}, "was made with the threshold 0.5 and not with 0.7.*give the image instead"),
    ):
        with pytest.raises(QgsProcessingException, match=words):
            run(INPUT=mask, MASK=str(target), **change)
        assert target.read_bytes() == b"earlier"
    run(INPUT=scene, MODEL=model, THRESHOLD=0.7, MASK=mask)
    with pytest.raises(QgsProcessingException, match="was made with the threshold 0.7 and not with 0.5"):
        run(INPUT=mask, MODEL=model, MASK=str(target))
    assert run(INPUT=mask, MODEL=model, THRESHOLD=0.7, MASK=str(target))["AREA_HA"] > 0


def test_other_choices_of_a_mask_are_named(provider, scene, model, tmp_path):
    def log(**parameters):
        feedback = QgsProcessingFeedback()
        processing.run("pantau:segment", {"MODEL": model, **parameters}, feedback=feedback)
        return feedback.textLog()

    mask, again = str(tmp_path / "mask.tif"), str(tmp_path / "again.tif")
    log(INPUT=scene, MIN_AREA_HA=0.5, AOI=part_of_scene(), MASK=mask)
    same = log(INPUT=mask, MIN_AREA_HA=0.5, AOI=part_of_scene(), MASK=again)
    assert "no model is run" in same
    assert "other choices" not in same
    other = log(INPUT=mask, FILL_HOLES_HA=2, MASK=again)
    assert "other choices" in other
    for words in ("MIN_AREA_HA was 0.5 and is 0", "FILL_HOLES_HA was 0 and is 2", "AOI was given and is empty"):
        assert words in other


def test_a_layer_of_the_project_and_an_area_of_interest_in_another_crs(provider, scene, model, tmp_path):
    layer = QgsRasterLayer(scene, "scene")
    QgsProject.instance().addMapLayer(layer, False)
    result = run(INPUT=layer.id(), MODEL=model, AOI=part_of_scene(), MASK=str(tmp_path / "m.tif"))
    assert 0 < result["AREA_HA"] < 20.016
    assert read(result["MASK"]).shape[2] < 120
    QgsProject.instance().removeMapLayer(layer.id())


@pytest.mark.parametrize(("change", "words"), [
    ({"MASK": None}, "No output is asked for"), ({"MASK": "x.img"}, "ends with .tif"), ({"MODEL": "nowhere.onnx"}, "There is no model"),
    ({"INPUT": "nowhere.tif"}, "There is no raster at nowhere.tif"), ({"BANDS": "3"}, "Band 3 does not exist"), ({"THRESHOLD": 2}, "THRESHOLD"),
    *(({"POLYGONS": name}, "is no file name for POLYGONS.*[.]gpkg, [.]shp, [.]geojson") for name in ("p", "p.csv", "p.json", "p.parquet")),
    ({"TILE": "big"}, "TILE is big: give a whole number"),
])  # fmt: skip
def test_bad_input_is_one_sentence_also_inside_models(provider, scene, model, tmp_path, change, words):
    parameters = {"INPUT": scene, "MODEL": model, "MASK": str(tmp_path / "m.tif"), **change}
    with pytest.raises(QgsProcessingException, match=words):
        run(**parameters)
    if "THRESHOLD" not in change:
        # models and the task runner skip checkParameterValues
        with pytest.raises(QgsProcessingException, match=words):
            algorithm = provider.algorithm("segment").create()
            context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
            algorithm.prepareAlgorithm(parameters, context, feedback)
            algorithm.processAlgorithm(parameters, context, feedback)
    assert not os.path.exists(tmp_path / "m.tif")


def test_a_raster_without_a_crs_uses_the_one_that_the_layer_was_given(provider, model, tmp_path):
    layer = QgsRasterLayer(write(tmp_path / "no.tif", np.ones((20, 20), np.float32), epsg=None), "no")
    QgsProject.instance().addMapLayer(layer, False)  # the project owns it, also while an exception's frames live on
    name = layer.id()
    layer.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(QgsProcessingException, match="no coordinate system"):
        run(INPUT=name, MODEL=model, MASK=str(tmp_path / "m.tif"))
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32750"))
    assert run(INPUT=name, MODEL=model, MASK=str(tmp_path / "m.tif"))["AREA_HA"] == pytest.approx(4.0, rel=0.01)
    QgsProject.instance().removeMapLayer(name)


def test_a_cancelled_run_keeps_the_earlier_polygons(provider, scene, model, tmp_path):
    target = str(tmp_path / "p.gpkg")
    run(INPUT=scene, MODEL=model, POLYGONS=target)
    before = open(target, "rb").read()

    feedback = QgsProcessingFeedback()
    feedback.progressChanged.connect(lambda value: feedback.cancel() if value > 80 else None)
    with pytest.raises(QgsProcessingException, match="cancelled"):
        processing.run("pantau:segment", {"INPUT": scene, "MODEL": model, "POLYGONS": target}, feedback=feedback)
    assert open(target, "rb").read() == before
    assert not [
        name for name in os.listdir(tmp_path) if name.endswith((".pantau-kept", ".pantau-part")) or name.startswith("pantau-")
    ]


def test_without_onnxruntime_the_plugin_loads_and_says_what_to_install(provider, scene, model, tmp_path, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(QgsProcessingException, match=r"onnxruntime.*is not installed.*-m pip install .*numpy=="):
        run(INPUT=scene, MODEL=model, MASK=str(tmp_path / "m.tif"))


def chain(path=None):
    """A model of the modeler: segment, then the bounding boxes of the polygons."""
    model = QgsProcessingModelAlgorithm("mines", "test", "test")
    model.addModelParameter(QgsProcessingParameterRasterLayer("image", "Image"), QgsProcessingModelParameter("image"))
    step = QgsProcessingModelChildAlgorithm("pantau:segment")
    step.setChildId("find")
    source = QgsProcessingModelChildParameterSource
    step.addParameterSources("INPUT", [source.fromModelParameter("image")])
    step.addParameterSources("MIN_AREA_HA", [source.fromStaticValue(0.5)])
    boxes = QgsProcessingModelChildAlgorithm("native:boundingboxes")
    boxes.setChildId("boxes")
    boxes.addParameterSources("INPUT", [source.fromChildOutput("find", "POLYGONS")])
    output = QgsProcessingModelOutput("boxes", "boxes")
    output.setChildId("boxes")
    output.setChildOutputName("OUTPUT")
    boxes.setModelOutputs({"boxes": output})
    model.addChildAlgorithm(step)
    model.addChildAlgorithm(boxes)
    if path:
        assert model.toFile(path)
    return model


def test_a_step_of_a_model(provider, tmp_path, shipped):
    image = write(
        tmp_path / "i.tif", np.random.default_rng(0).integers(300, 3000, (3, 64, 64)).astype(np.uint16), names=["B4", "B3", "B2"]
    )
    path = str(tmp_path / "chain.model3")
    chain(path)
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(path)
    assert "boxes:boxes" in [o.name() for o in model.outputDefinitions()] or model.outputDefinitions()
    result, well = model.run(
        {"image": image, model.outputDefinitions()[0].name(): "TEMPORARY_OUTPUT"}, QgsProcessingContext(), QgsProcessingFeedback()
    )
    assert well
    assert "find" in result["CHILD_RESULTS"]


def test_an_output_may_not_be_the_input(provider, scene, model):
    before = open(scene, "rb").read()
    with pytest.raises(QgsProcessingException, match="INPUT and MASK are the same file"):
        run(INPUT=scene, MODEL=model, MASK=scene)
    assert open(scene, "rb").read() == before


def test_polygons_may_not_overwrite_the_area_of_interest(provider, scene, model, tmp_path):
    path = str(tmp_path / "area.shp")
    run(INPUT=scene, MODEL=model, POLYGONS=path)
    before = {one.name: one.read_bytes() for one in tmp_path.glob("area.*")}
    for value in (QgsVectorLayer(path, "x", "ogr"), QgsProcessingFeatureSourceDefinition(path, False, 1)):
        with pytest.raises(QgsProcessingException, match="AOI and POLYGONS are the same file"):
            run(INPUT=scene, MODEL=model, AOI=value, POLYGONS=path)
    assert {one.name: one.read_bytes() for one in tmp_path.glob("area.*")} == before


FULL_DISK = """
import os, resource, signal, sys
sys.path.insert(0, {tests!r}); import conftest
from qgis.core import QgsApplication
app = QgsApplication([], False); app.initQgis()
import qgis.utils; sys.path[:0] = [p for p in ("/usr/share/qgis/python/plugins",) if os.path.isdir(p)]
from processing.core.Processing import Processing
Processing.initialize()
import processing
from pantau import classFactory
plugin = classFactory(None); plugin.initProcessing()
from pantau.processing_provider import segment as module
write = module.Segment._write_polygons
def limited(self, *arguments):
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
    return write(self, *arguments)
module.Segment._write_polygons = limited
try:
    processing.run("pantau:segment", dict(INPUT={scene!r}, MODEL={model!r}, POLYGONS={target!r}))
    print("WELL")
except Exception as error:
    print("SENTENCE", error)
sys.stdout.flush()
os._exit(0)
"""


@pytest.mark.parametrize("share", [0.9, 0.6])
def test_a_disk_that_fills_up_with_polygons_keeps_the_earlier_ones(provider, model, tmp_path, share):
    rng = np.random.default_rng(0)
    scene = write(tmp_path / "many.tif", (rng.random((300, 300)) > 0.7).astype(np.float32))
    target = tmp_path / "p.gpkg"
    run(INPUT=scene, MODEL=model, POLYGONS=str(target))
    before = target.read_bytes()
    code = FULL_DISK.format(
        tests=os.path.dirname(os.path.dirname(__file__)),
        limit=int(len(before) * share),
        scene=scene,
        model=model,
        target=str(target),
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert "SENTENCE" in done.stdout, done.stdout + done.stderr
    assert target.read_bytes() == before
    assert not [name for name in os.listdir(tmp_path) if ".pantau-kept" in name or name.startswith("pantau-")]


@pytest.mark.parametrize("ending", [".gpkg", ".shp", ".geojson", ".fgb", ".gml", ".tab"])
def test_polygons_are_written_under_the_name_given(provider, scene, model, tmp_path, ending):
    target = tmp_path / ("p" + ending)
    for _ in range(2):  # also over an earlier one
        assert run(INPUT=scene, MODEL=model, POLYGONS=str(target))["POLYGONS"] == str(target)
        layer = QgsVectorLayer(str(target), "p", "ogr")
        assert layer.featureCount() == 1
        assert layer.crs().isValid()
        assert next(layer.getFeatures())["class"] == 1
