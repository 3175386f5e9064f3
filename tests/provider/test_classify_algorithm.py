"""`pantau:classify` as the toolbox and the modeler run it."""

import json
import os

import numpy as np
import processing
import pytest
from osgeo import gdal
from pantau.plugin.engine.landcover.forest import forest_card, from_estimators, write_forest
from pantau.plugin.engine.raster.legend import Legend, LegendEntry
from pantau.plugin.engine.raster.sensors import Band
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
from scenes import card, read, step_model, write
from sklearn.tree import DecisionTreeClassifier

LEGEND = Legend((LegendEntry(0, "water", "air", "#0000FF"), LegendEntry(300, "for\u00eat & <sawah>", "sawah", "#00FF00")))


def run(**parameters):
    return processing.run("pantau:classify", parameters)


@pytest.fixture
def case(tmp_path, provider):
    """A raster whose band B08 is 10 in the west and 1000 in the east, and a tree that tells the two apart."""
    image = np.full((2, 20, 30), 5, np.uint16)
    image[1, :, :10], image[1, :, 10:] = 10, 1000
    tree = DecisionTreeClassifier().fit(np.float32([[5, 10], [5, 1000]]), [0, 1])
    document = forest_card(
        name="west", bands=[Band("B04"), Band("B08")], scaling=[(1, 0)] * 2, legend=LEGEND, nodata=None, training={}, evaluation={}
    )
    write_forest(str(tmp_path / "f.onnx"), from_estimators([tree], 2), document)
    return {
        "INPUT": write(tmp_path / "i.tif", image, names=["B04", "B08"]), "MODEL": str(tmp_path / "f.onnx"),
        "OUTPUT": str(tmp_path / "c.tif"),
    }  # fmt: skip


def test_all_outputs(case, tmp_path):
    results = run(**case, CONFIDENCE=str(tmp_path / "s.tif"), PROBABILITIES=str(tmp_path / "p.tif"))
    classes = read(case["OUTPUT"])[0]
    assert (classes[:, :10] == 0).all()
    assert (classes[:, 10:] == 300).all()
    assert np.unique(read(tmp_path / "s.tif")).tolist() == [200]
    assert len(read(tmp_path / "p.tif")) == 2
    hectares = json.loads(results["CLASS_HA"])
    assert hectares == pytest.approx({"0": 2 / 0.9996**2, "300": 4 / 0.9996**2}, rel=1e-4)
    assert results["ENGINE"] == "onnxruntime"
    assert results["MPX_PER_S"] > 0


def test_an_area_of_interest_and_one_output(case, tmp_path):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32750", "aoi", "memory")
    feature = QgsFeature()
    feature.setGeometry(
        QgsGeometry.fromWkt("POLYGON((500000 9900000,500050 9900000,500050 9899950,500000 9899950,500000 9900000))")
    )
    layer.dataProvider().addFeature(feature)
    del case["OUTPUT"]
    results = run(**case, AOI=layer, CONFIDENCE=str(tmp_path / "s.tif"))
    assert read(tmp_path / "s.tif").shape == (1, 5, 5)
    assert "OUTPUT" not in results


def test_the_map_is_opaque_and_in_the_legends_colours(case):
    context = QgsProcessingContext()
    project = QgsProject()
    context.setProject(project)
    context.addLayerToLoadOnCompletion(case["OUTPUT"], QgsProcessingContext.LayerDetails("c", project, "OUTPUT"))
    processing.run("pantau:classify", case, context=context)
    layer = QgsRasterLayer(case["OUTPUT"], "c")
    details = context.layersToLoadOnCompletion()[case["OUTPUT"]]
    details.postProcessor().postProcessLayer(layer, context, None)
    assert layer.renderer().opacity() == 1
    shown = {entry.value: (entry.color.name().upper(), entry.color.alpha(), entry.label) for entry in layer.renderer().classes()}
    assert shown == {0: ("#0000FF", 255, "water"), 300: ("#00FF00", 255, "for\u00eat & <sawah>")}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"OUTPUT": None}, "No output is asked for"),
        ({"MODEL": "{tmp}/none.onnx"}, "There is no model"),
        ({"MODEL": "{tmp}/i.tif"}, "no ONNX model"),
        ({"MODEL": "{tmp}/broken.onnx"}, "can open"),
        ({"MODEL": "{tmp}/step.onnx"}, "no random forest"),
        ({"INPUT": "{tmp}/none.tif"}, "no raster"),
        ({"INPUT": "{tmp}/f.onnx"}, "not a raster"),
        ({"INPUT": "{tmp}/other.tif"}, "no band B04"),
        ({"OUTPUT": "{tmp}/i.tif"}, "same file"),
        ({"CONFIDENCE": "{tmp}/c.tif"}, "same file"),
        ({"OUTPUT": "{tmp}/c.png"}, ".tif"),
        ({"MODEL": "{tmp}/network.onnx", "CONFIDENCE": "{tmp}/s.tif", "OUTPUT": None}, "PROBABILITIES instead"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence_and_leaves_nothing(case, tmp_path, changes, words):
    write(tmp_path / "other.tif", np.zeros((2, 4, 4), np.uint16), names=["a", "b"])
    step_model(tmp_path / "step.onnx")
    (tmp_path / "broken.onnx").write_bytes(b"broken")
    step_model(tmp_path / "network.onnx", metadata=card(names=["B08"]))
    before = sorted(os.listdir(tmp_path))
    changes = {name: value and value.format(tmp=tmp_path) for name, value in changes.items()}
    with pytest.raises(QgsProcessingException, match=words) as error:
        run(**{**case, **changes})
    assert "Traceback" not in str(error.value)
    assert sorted(os.listdir(tmp_path)) == before


def test_a_network_gives_a_mask(case, tmp_path):
    case["MODEL"] = step_model(tmp_path / "network.onnx", threshold=100.5, metadata=card(names=["B08"]))
    results = run(**case, PROBABILITIES=str(tmp_path / "p.tif"))
    assert np.array_equal(read(case["OUTPUT"])[0], np.repeat([[0] * 10 + [1] * 20], 20, axis=0))
    assert json.loads(results["CLASS_HA"])["1"] == pytest.approx(4 / 0.9996**2, rel=1e-4)
    opened = gdal.Open(str(tmp_path / "p.tif"))
    assert opened.RasterCount == 1


def test_a_network_leaves_confidence_out_where_more_is_asked_for(case, tmp_path, provider):
    case["MODEL"] = step_model(tmp_path / "network.onnx", threshold=100.5, metadata=card(names=["B08"]))
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    target = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    algorithm = provider.algorithm("classify").create()
    results, well = algorithm.run({**case, "CONFIDENCE": target}, context, feedback)
    assert well
    assert set(results) == {"OUTPUT", "CLASS_HA", "MPX_PER_S", "ENGINE"}
    assert not context.layersToLoadOnCompletion()
    assert "PROBABILITIES instead of CONFIDENCE" in feedback.textLog()


def test_the_dialog_opens_with_the_map_alone(provider):
    outputs = {one.name(): one.createByDefault() for one in provider.algorithm("classify").destinationParameterDefinitions()}
    assert outputs == {"OUTPUT": True, "CONFIDENCE": False, "PROBABILITIES": False}
