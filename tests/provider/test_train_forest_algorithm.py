"""`pantau:trainforest` as the toolbox and the modeler run it."""

import contextlib
import csv
import os
import sqlite3

import numpy as np
import processing
import pytest
from osgeo import gdal
from pantau.plugin.engine.errors import PantauError
from pantau.plugin.engine.landcover.forest import read_model
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsRendererCategory,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from scenes import write

CONTRACT = {
    "INPUT": None, "SAMPLES": None, "CLASS_FIELD": None, "NAME_FIELD": None, "COLOR_FIELD": None, "GROUP_FIELD": None, "PRESET": "custom",
    "TREES": 50, "FEATURES_PER_SPLIT": None, "MIN_LEAF": 1, "MAX_DEPTH": None, "SAMPLE_SHARE": 1, "REPLACEMENT": True, "BALANCE": False,
    "FOLDS": 5, "SEED": 0, "MODEL": None, "IMPORTANCE": None, "REPORT": None,
}  # fmt: skip
FIELDS = "&field=class:string&field=code:integer&field=name:string&field=color:string&field=plot:string&field=share:double&field=day:date"


class Notes(QgsProcessingFeedback):
    def __init__(self):
        super().__init__()
        self.warnings, self.lines, self.errors = [], [], []

    def reportError(self, error, fatalError=False):
        self.errors.append(error)

    def pushWarning(self, text):
        self.warnings.append(text)

    def pushInfo(self, text):
        self.lines.append(text)


def run(feedback=None, **parameters):
    return processing.run("pantau:trainforest", parameters, feedback=feedback)


def layer_of(rows, name="drawn", crs="EPSG:32750"):
    """Squares of 50 m: (column, row, {field: value})."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}{FIELDS}", name, "memory")
    for col, row, values in rows:
        west, north = 500_000 + 10 * col, 9_900_000 - 10 * row
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({west} {north},{west + 50} {north},{west + 50} {north - 50},{west} {north - 50},{west} {north}))"))  # fmt: skip
        for key, value in values.items():
            feature.setAttribute(key, value)
        layer.dataProvider().addFeature(feature)
    return layer


ROWS = [
    (
        10 * (n % 6),
        10 * (n // 6),
        {"class": ("Hutan", "Air", "S\u00e3wah")[n % 3], "code": (0, 255, 300)[n % 3], "plot": f"p{n // 4}"},
    )
    for n in range(24)
]


@pytest.fixture
def scene(tmp_path):
    """60 x 40 pixels, two bands; the class of a square is that of its column of tens."""
    random = np.random.default_rng(0)
    kind = np.arange(60) // 10 % 3
    image = np.stack([np.broadcast_to(100 * (kind + 1), (40, 60)), np.broadcast_to(400 - 100 * kind, (40, 60))])
    image = (image + random.integers(-9, 9, image.shape)).astype(np.uint16)
    path = write(tmp_path / "image.tif", image, names=["B04", "B08"])
    return {"INPUT": path, "SAMPLES": layer_of(ROWS), "CLASS_FIELD": "class", "MODEL": str(tmp_path / "m.onnx")}


def styled(layer, field="class"):
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, [
        QgsRendererCategory(value, QgsFillSymbol.createSimple({"color": color}), label)
        for value, color, label in (("Air", "#0000ff", "Badan air"), ("S\u00e3wah", "#ffff00", ""), ("Hutan", "#006400", "Hutan primer"), (None, "#999999", ""))
    ]))  # fmt: skip
    return layer


def legend(path):
    return [(entry.code, entry.name, entry.color) for entry in read_model(path).legend]


def test_defaults_and_numbers(provider, scene, tmp_path):
    result = run(**scene, IMPORTANCE=str(tmp_path / "i.csv"), REPORT=str(tmp_path / "r.html"))
    assert result["CV_ACCURACY"] == result["OOB_ACCURACY"] == result["CV_LOWEST"] == result["CV_HIGHEST"] == 1
    assert [result[name] for name in ("CLASSES", "SAMPLES_USED", "GROUPS", "FOLDS_USED")] == [3, 600, 24, 5]
    assert [result[name] for name in result if name.startswith("DROPPED")] == [0] * 4
    files = ("MODEL", "IMPORTANCE", "REPORT")
    assert all(type(value) is float for name, value in result.items() if name not in files)
    algorithm = provider.algorithm("trainforest")
    assert set(result) <= {one.name() for one in algorithm.outputDefinitions()}
    assert [one.name() for one in algorithm.parameterDefinitions()] == list(CONTRACT)
    defaults = {name: algorithm.parameterDefinition(name).defaultValue() for name in CONTRACT}
    assert {name: value for name, value in defaults.items() if value is not None} == {
        n: v for n, v in CONTRACT.items() if v is not None
    }
    model = read_model(result["MODEL"])
    assert [entry.name for entry in model.legend] == ["Air", "Hutan", "S\u00e3wah"]
    assert [band.name for band in model.bands] == ["B04", "B08"]
    assert model.document["pantau:training"]["settings"]["trees"] == len(model.forest.roots) == 50
    with open(result["IMPORTANCE"], newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["band"] for row in rows] == ["B04", "B08"]
    assert sum(float(row["impurity"]) for row in rows) == pytest.approx(1)
    assert "S\u00e3wah" in open(result["REPORT"], encoding="utf-8").read()


def test_codes_names_and_colours_from_fields(provider, scene):
    colors = {"Hutan": "0,100,0", "Air": "Blue", "S\u00e3wah": "#ffcc00"}
    rows = [(x, y, {**values, "name": values["class"].upper(), "color": colors[values["class"]]}) for x, y, values in ROWS]
    scene.update(SAMPLES=layer_of(rows), CLASS_FIELD="code", NAME_FIELD="name", COLOR_FIELD="color")
    assert legend(run(**scene)["MODEL"]) == [(0, "HUTAN", "#006400"), (255, "AIR", "#0000FF"), (300, "S\u00c3WAH", "#FFCC00")]


def test_names_and_colours_from_the_style(provider, scene):
    styled(scene["SAMPLES"])
    wanted = [(1, "Badan air", "#0000FF"), (2, "S\u00e3wah", "#FFFF00"), (3, "Hutan primer", "#006400")]
    assert legend(run(**scene)["MODEL"]) == wanted
    QgsProject.instance().addMapLayer(scene["SAMPLES"], False)
    name = scene["SAMPLES"].id()
    assert legend(run(**{**scene, "SAMPLES": name})["MODEL"]) == wanted
    selected = QgsProcessingFeatureSourceDefinition(name, True)
    scene["SAMPLES"].selectByIds([feature.id() for feature in scene["SAMPLES"].getFeatures()][:12])
    result = run(**{**scene, "SAMPLES": selected})
    assert (result["SAMPLES_USED"], legend(result["MODEL"])) == (300, wanted)
    QgsProject.instance().removeMapLayer(name)


def test_the_style_beside_a_file(provider, scene, tmp_path):
    layer = styled(scene["SAMPLES"])
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(tmp_path / "s.gpkg"), QgsProject.instance().transformContext(), options)
    layer.saveNamedStyle(str(tmp_path / "s.qml"))
    scene["SAMPLES"] = str(tmp_path / "s.gpkg")
    assert legend(run(**scene)["MODEL"])[0] == (1, "Badan air", "#0000FF")


def test_a_style_of_another_field_says_nothing(provider, scene):
    styled(scene["SAMPLES"], "plot")
    assert [name for _, name, _ in legend(run(**scene)["MODEL"])] == ["Air", "Hutan", "S\u00e3wah"]


def test_names_and_colours_from_a_field_nobody_chose(provider, scene):
    paint = {"Hutan": "#006400", "Air": "#0000ff", "S\u00e3wah": "#ffff00"}
    rows = [(x, y, {**values, "color": paint[values["class"]]}) for x, y, values in ROWS]
    notes = Notes()
    result = run(notes, **{**scene, "SAMPLES": layer_of(rows), "CLASS_FIELD": "code"})
    assert legend(result["MODEL"]) == [(0, "Hutan", "#006400"), (255, "Air", "#0000FF"), (300, "S\u00e3wah", "#FFFF00")]
    assert {f"The field {name} of the classes." for name in ("class gives the names", "color gives the colours")} <= set(
        notes.lines
    )
    layer = styled(layer_of(rows), "code")
    layer.renderer().deleteAllCategories()
    layer.renderer().addCategory(QgsRendererCategory(255, QgsFillSymbol.createSimple({"color": "#123456"}), "Laut"))
    assert legend(run(**{**scene, "SAMPLES": layer, "CLASS_FIELD": "code"})["MODEL"])[1] == (255, "Laut", "#123456")


@pytest.mark.parametrize("srs_id", [-1, 0])
def test_a_geopackage_without_a_crs_lies_in_that_of_the_image(provider, scene, tmp_path, srs_id):
    options = QgsVectorFileWriter.SaveVectorOptions()
    layer = layer_of(ROWS, crs="")
    path = str(tmp_path / "s.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, QgsProject.instance().transformContext(), options)
    with contextlib.closing(sqlite3.connect(path)) as database:
        for table in ("gpkg_geometry_columns", "gpkg_contents"):
            database.execute(f"UPDATE {table} SET srs_id = {srs_id}")
        database.commit()
    notes = Notes()
    assert run(notes, **{**scene, "SAMPLES": path})["SAMPLES_USED"] == 600
    assert notes.warnings == ["s has no coordinate system: that of the image is taken."]


def test_a_map_of_classes_is_refused(provider, scene, tmp_path):
    image = gdal.Open(scene["INPUT"], gdal.GA_Update)
    image.SetMetadataItem("legend", '[{"code": 1, "name": "a", "name:id": "a", "color": "#000000"}]', "PANTAU")
    image = None
    with pytest.raises(QgsProcessingException, match="image.tif is a map of classes"):
        run(**scene)


def test_groups_and_null(provider, scene):
    rows = [*ROWS, (55, 35, {}), (500, 0, {"class": "Air"})]
    result = run(**{**scene, "SAMPLES": layer_of(rows), "GROUP_FIELD": "plot"})
    assert [result[name] for name in ("GROUPS", "DROPPED_NO_CLASS", "DROPPED_OUTSIDE", "SAMPLES_USED")] == [6, 1, 1, 600]


def test_the_recipe_of_earth_engine(provider, scene):
    notes = Notes()
    result = run(notes, **scene, PRESET="earth_engine", TREES=7, MIN_LEAF=4, BALANCE=True)
    settings = read_model(result["MODEL"]).document["pantau:training"]["settings"]
    assert settings == {"trees": 7, "features_per_split": 1, "min_leaf": 1, "max_depth": None, "sample_share": 0.5, "replacement": False,
                        "balance": False, "folds": 5, "seed": 0}  # fmt: skip
    assert notes.warnings == ["The preset earth_engine decides on MIN_LEAF, BALANCE: what was given is not used."]


def test_what_cannot_be_known_is_empty(provider, scene):
    rows = [(x, y, {**values, "plot": values["class"]}) for x, y, values in ROWS]
    result = run(**{**scene, "SAMPLES": layer_of(rows)}, GROUP_FIELD="plot", REPLACEMENT=False, IMPORTANCE="memory:")
    assert (result["CV_ACCURACY"], result["OOB_ACCURACY"], result["FOLDS_USED"]) == (None, None, 0)
    attributes = [feature.attributes() for feature in result["IMPORTANCE"].getFeatures()]
    assert all(value is None or value.isNull() for row in attributes for value in row[2:])


def problems():
    line = QgsVectorLayer("LineString?crs=EPSG:32750&field=class:string", "roads", "memory")
    return [
        ({"INPUT": "nowhere.tif"}, "There is no raster at nowhere.tif"), ({"SAMPLES": "nowhere.gpkg"}, "nowhere.gpkg"),
        ({"SAMPLES": line}, "roads holds neither points nor polygons"), ({"CLASS_FIELD": "kind"}, "drawn has no field kind: choose one of class, code"),
        ({"NAME_FIELD": "kind"}, "as NAME_FIELD"), ({"COLOR_FIELD": "class"}, "is no colour: write it as #D55E00"), ({"CLASS_FIELD": "day"}, "The class field day holds"),
        ({"TREES": 0}, "TREES is 0"), ({"TREES": 2.5}, "TREES is 2.5"), ({"FOLDS": 1}, "FOLDS is 1"), ({"SEED": -1}, "SEED is -1"), ({"SAMPLE_SHARE": 0}, "SAMPLE_SHARE is 0"),
        ({"FEATURES_PER_SPLIT": 3}, "FEATURES_PER_SPLIT is 3, and image.tif has 2 bands"), ({"MODEL": "m.pkl"}, "m.pkl is no file name for MODEL"),
        ({"MODEL": "/nowhere/m.onnx"}, "The folder /nowhere does not exist"), ({"CLASS_FIELD": "share"}, "holds 1.5, which is no class code"),
    ]  # fmt: skip


@pytest.mark.parametrize("number", range(16))
def test_bad_input_is_one_sentence(provider, scene, number, tmp_path):
    change, words = problems()[number]
    rows = [(x, y, {**values, "share": 1.5, "day": "2024-01-01"}) for x, y, values in ROWS]
    notes = Notes()
    with pytest.raises(QgsProcessingException) as error:
        run(notes, **{**scene, "SAMPLES": layer_of(rows), **change})
    assert words in str(error.value) + " ".join(notes.errors)  # QGIS keeps what goes wrong before the run to the log
    assert "Traceback" not in str(error.value) + " ".join(notes.errors)
    assert os.listdir(tmp_path) == ["image.tif"]


def test_the_key_of_a_layer_is_no_class(provider, scene, tmp_path):
    """Dialogs would put it forward, as the first field."""
    path = str(tmp_path / "samples.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerOptions = ["FID=number"]
    QgsVectorFileWriter.writeAsVectorFormatV3(scene["SAMPLES"], path, QgsProject.instance().transformContext(), options)
    named_so = QgsVectorLayer("Polygon?crs=EPSG:32750&field=FID:integer", "exported", "memory")
    for samples, field in ((path, "number"), (QgsVectorLayer(path), "number"), (named_so, "FID")):
        notes = Notes()
        with pytest.raises(QgsProcessingException) as error:
            run(notes, **{**scene, "SAMPLES": samples, "CLASS_FIELD": field})
        told = str(error.value) + " ".join(notes.errors)
        assert f"The field {field} is the key that tells the features apart, and no class" in told
    assert run(**{**scene, "SAMPLES": path})["CLASSES"] == 3


def test_a_failed_run_leaves_what_was_there(provider, scene, tmp_path):
    files = {"MODEL": tmp_path / "m.onnx", "REPORT": tmp_path / "r.html", "IMPORTANCE": tmp_path / "i.csv"}
    run(**{**scene, **{name: str(path) for name, path in files.items()}})
    before = {name: path.read_bytes() for name, path in files.items()}
    with pytest.MonkeyPatch.context() as patch, pytest.raises(QgsProcessingException, match="out of paper"):
        patch.setattr(
            "pantau.processing_provider.train_forest.write_forest", lambda *_: (_ for _ in ()).throw(PantauError("out of paper"))
        )
        run(**{**scene, **{name: str(path) for name, path in files.items()}, "SEED": 5})
    assert {name: path.read_bytes() for name, path in files.items()} == before
    assert {name for name in os.listdir(tmp_path) if not name.endswith(".aux.xml")} == {"i.csv", "image.tif", "m.onnx", "r.html"}


def test_outputs_do_not_overwrite_each_other(provider, scene, tmp_path):
    with pytest.raises(QgsProcessingException, match="the same file|no file name for REPORT"):
        run(**scene, REPORT=scene["MODEL"])
