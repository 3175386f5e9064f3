"""`pantau:samplepoints` as the toolbox and the modeler run it."""

import numpy as np
import processing
import pytest
from osgeo import gdal
from pantau.plugin.engine import text
from pantau.plugin.engine.raster.legend import Legend, LegendEntry
from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsGeometry,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop
from scenes import write

LEGEND = Legend(
    (
        LegendEntry(0, "water", "air", "#0000FF"),
        LegendEntry(3, "forest", "hutan", "#00FF00"),
        LegendEntry(5, "forest", "hutan", "#008800"),  # the same name again
        LegendEntry(9, "mine", "tambang", "#FF0000"),  # not on the map
    )
)
CHOICES = [{"water": "0"}, {"forest (3)": "3"}, {"forest (5)": "5"}, {"mine": "9"}]
FIELDS = ["point", "stratum", "stratum_name", "map_class", "map_name", "reference", "reference_2", "note"]


def run(**parameters):
    return processing.run("pantau:samplepoints", parameters)


@pytest.fixture
def scene(tmp_path):
    array = np.random.default_rng(0).choice([0, 3, 5], (60, 80), p=[0.1, 0.5, 0.4]).astype(np.uint8)
    path = write(tmp_path / "map.tif", array)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadataItem("legend", LEGEND.to_json(), "PANTAU")
    return path


def choices_of(layer, field="reference"):
    setup = layer.editorWidgetSetup(layer.fields().lookupField(field))
    return setup.config().get("map") if setup.type() == "ValueMap" else None


def opened(layer):
    return layer if isinstance(layer, QgsVectorLayer) else QgsVectorLayer(layer, "points", "ogr")


@pytest.mark.parametrize("name", ["p.gpkg", "p.shp", "p.geojson", "TEMPORARY_OUTPUT"])
def test_points_with_a_form_that_stays_with_the_file(provider, scene, tmp_path, name):
    result = run(CLASSIFIED=scene, TOTAL=200, OUTPUT=name if name == "TEMPORARY_OUTPUT" else str(tmp_path / name))
    assert set(result) == {one.name() for one in provider.algorithm("samplepoints").outputDefinitions()}
    assert (result["COUNT"], result["MISSING"], result["TOTAL_NEEDED"]) == (200.0, 0.0, None)
    assert result["EXPECTED_SE"] == pytest.approx(np.sqrt(0.85 * 0.15 / 200), rel=0.01)
    layer = opened(result["OUTPUT"])
    fields = [one for one in layer.fields().names() if one != "fid"]
    assert fields == ([one[:10] for one in FIELDS] if name == "p.shp" else FIELDS)
    assert layer.crs().authid() == "EPSG:32750"
    rows = list(layer.getFeatures())
    assert [row["point"] for row in rows] == list(range(1, 201))
    array = gdal.Open(scene).ReadAsArray()
    for row in rows:
        place = row.geometry().asPoint()
        code = int(array[int((9900000 - place.y()) / 10), int((place.x() - 500000) / 10)])
        assert (row["map_class"], row["stratum"], row["map_name"]) == (code, code, LEGEND.find(code).name)
        assert not any(row[field] for field in fields[-3:])
    if name != "TEMPORARY_OUTPUT":  # a layer in memory has its form from when it is loaded
        assert choices_of(layer) == choices_of(layer, fields[-2]) == choices_of(layer, "map_class") == CHOICES
        assert layer.renderer().type() == "categorizedSymbol"
        assert layer.editFormConfig().readOnly(layer.fields().lookupField("map_class"))
        assert not layer.editFormConfig().readOnly(layer.fields().lookupField("reference"))


def test_labels_go_into_the_file_as_codes(provider, scene, tmp_path):
    layer = opened(run(CLASSIFIED=scene, TOTAL=100, OUTPUT=str(tmp_path / "p.gpkg"))["OUTPUT"])
    place = layer.fields().lookupField("reference")
    assert layer.startEditing()
    layer.changeAttributeValue(1, place, 9)
    assert layer.commitChanges()
    del layer
    again = QgsVectorLayer(str(tmp_path / "p.gpkg"), "p", "ogr")
    assert again.getFeature(1)["reference"] == 9
    assert again.fields().at(place).typeName() == "Integer"
    assert choices_of(again) == CHOICES


def test_blind_points_say_nothing_of_the_map(provider, scene, tmp_path):
    layer = opened(run(CLASSIFIED=scene, TOTAL=100, BLIND=True, OUTPUT=str(tmp_path / "p.gpkg"))["OUTPUT"])
    assert layer.fields().names() == ["fid", "point", "reference", "reference_2", "note"]
    assert choices_of(layer) == CHOICES


def test_a_simple_random_sample_has_no_strata(provider, scene, tmp_path):
    layer = opened(run(CLASSIFIED=scene, DESIGN="simple", TOTAL=7, OUTPUT=str(tmp_path / "p.gpkg"))["OUTPUT"])
    assert layer.fields().names() == ["fid", "point", *FIELDS[3:]]
    assert layer.featureCount() == 7


def test_strata_area_of_interest_and_expected_accuracies(provider, scene, tmp_path):
    strata = write(tmp_path / "s.tif", np.repeat([[40], [70]], 30, axis=0).repeat(80, axis=1).astype(np.uint8))
    area = QgsVectorLayer("Polygon?crs=EPSG:32750", "area", "memory")
    feature = QgsFeature()
    feature.setGeometry(
        QgsGeometry.fromWkt("POLYGON((500000 9900000,500400 9900000,500400 9899400,500000 9899400,500000 9900000))")
    )
    area.dataProvider().addFeature(feature)
    result = run(
        CLASSIFIED=scene, STRATA=strata, AOI=area, TARGET_SE=0.03, EXPECTED_UA="0=0.9,3=0.9,5=0.9", ALLOCATION="equal",
        MIN_PER_CLASS=0, OUTPUT="TEMPORARY_OUTPUT",
    )  # fmt: skip
    rows = list(result["OUTPUT"].getFeatures())
    assert [sum(row["stratum"] == code for row in rows) for code in (40, 70)] == [50, 50]  # .09 / .0009
    assert max(row.geometry().asPoint().x() for row in rows) <= 500400
    assert all((row.geometry().asPoint().y() > 9899700) == (row["stratum"] == 40) for row in rows)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"TOTAL": 10, "TARGET_SE": 0.02}, "TOTAL is 10 and TARGET_SE is 0.02"),
        ({"EXPECTED_UA": "forest"}, "EXPECTED_UA holds forest"),
        ({"EXPECTED_UA": "77=0.9"}, "EXPECTED_UA names class 77, which map does not have: its classes are 0, 3, 5."),
        ({"TOTAL": 0}, "TOTAL is 0"),
        ({"TOTAL": 2.5}, "TOTAL is 2.5: give a whole number"),
        ({"TARGET_SE": 0}, "TARGET_SE is 0"),
        ({"MIN_DISTANCE": -5}, "MIN_DISTANCE is -5 m"),
        ({"DESIGN": "simple", "STRATA": "map.tif"}, "DESIGN is simple"),
        ({"STRATA": "nowhere.tif"}, "nowhere.tif"),
        ({"CLASSIFIED": "nowhere.tif"}, "nowhere.tif"),
        ({"OUTPUT": "p.csv"}, "p.csv is no file name for OUTPUT"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_keeps_what_was_there(provider, scene, tmp_path, values, words):
    earlier = run(CLASSIFIED=scene, TOTAL=100, OUTPUT=str(tmp_path / "p.gpkg"))["OUTPUT"]
    if values.get("STRATA") == "map.tif":
        values = {**values, "STRATA": scene}
    with pytest.raises(QgsProcessingException, match=words):
        run(**{"CLASSIFIED": scene, "OUTPUT": earlier, **values})
    assert QgsVectorLayer(earlier, "p", "ogr").featureCount() == 100
    assert sorted(path.suffix for path in tmp_path.iterdir() if path.suffix != ".xml") == [".gpkg", ".tif"]


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_loaded_layer_shows_what_is_not_labelled_yet(provider, scene, language):
    text.use_translator(str, language)
    try:
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
        context.setProject(QgsProject.instance())
        target = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
        algorithm = provider.algorithm("samplepoints").create()
        _, well = algorithm.run({"CLASSIFIED": scene, "TOTAL": 1234, "OUTPUT": target}, context, feedback)
        assert well
        ((key, details),) = context.layersToLoadOnCompletion().items()
        layer = QgsProcessingUtils.mapLayerFromString(key, context)
        details.postProcessor().postProcessLayer(layer, context, feedback)
    finally:
        text.use_translator(str, "en")
    assert layer.name() == {"en": "Sample points: 1,234", "id": "Sample points: 1.234"}[language]
    assert choices_of(layer) == (CHOICES if language == "en" else [{"air": "0"}, {"hutan (3)": "3"}, {"hutan (5)": "5"}, {"tambang": "9"}])  # fmt: skip
    renderer = layer.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    render = QgsRenderContext()
    renderer.startRender(render, layer.fields())
    feature = next(layer.getFeatures())
    ring = renderer.symbolForFeature(feature, render)
    assert ring.symbolLayer(0).fillColor().alpha() == ring.symbolLayer(1).fillColor().alpha() == 0
    feature["reference"] = 9
    assert renderer.symbolForFeature(feature, render).symbolLayer(1).fillColor().name() == "#ff0000"
    feature["reference"] = 5
    assert renderer.symbolForFeature(feature, render).symbolLayer(1).fillColor().name() == "#008800"
    renderer.stopRender(render)


def test_a_run_in_the_background_keeps_the_form_as_well(provider, scene, tmp_path):
    """As the toolbox runs it: the file and its style are written outside the main thread. A table beside others, twice."""
    database = str(tmp_path / "all.gpkg")
    run(CLASSIFIED=scene, TOTAL=100, OUTPUT=database)
    for total in (120, 130):
        context, feedback, ended = QgsProcessingContext(), QgsProcessingFeedback(), []
        target = f"ogr:dbname='{database}' table=\"second\" (geom)"
        algorithm = provider.algorithm("samplepoints").create()
        task = QgsProcessingAlgRunnerTask(algorithm, {"CLASSIFIED": scene, "TOTAL": total, "OUTPUT": target}, context, feedback)
        task.executed.connect(lambda well, results, ended=ended: ended.append(well))
        QgsApplication.taskManager().addTask(task)
        while not ended:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        assert ended == [True], feedback.textLog()
        layer = QgsVectorLayer(f"{database}|layername=second", "second", "ogr")
        assert layer.featureCount() == total
        assert choices_of(layer) == CHOICES
        assert layer.renderer().type() == "categorizedSymbol"
    assert QgsVectorLayer(f"{database}|layername=all", "all", "ogr").featureCount() == 100


def test_the_number_that_reaches_the_target_and_a_missing_error(provider, scene):
    result = run(CLASSIFIED=scene, TARGET_SE=0.02, EXPECTED_UA="0=0.5,3=0.95,5=0.95", MIN_PER_CLASS=0, OUTPUT="TEMPORARY_OUTPUT")
    assert result["EXPECTED_SE"] > 0.02
    again = run(
        CLASSIFIED=scene, TOTAL=int(result["TOTAL_NEEDED"]), EXPECTED_UA="0=0.5,3=0.95,5=0.95", MIN_PER_CLASS=0, OUTPUT="TEMPORARY_OUTPUT",
    )  # fmt: skip
    assert again["EXPECTED_SE"] <= 0.02 < again["EXPECTED_SE"] * 1.01
    assert run(CLASSIFIED=scene, TOTAL=2, OUTPUT="TEMPORARY_OUTPUT")["EXPECTED_SE"] is None
