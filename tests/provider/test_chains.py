"""The shipped chains, and models that users build of Pantau's algorithms."""

import gc
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from pantau.plugin.engine.sample.district import make
from pantau.plugin.engine.text import use_translator
from pantau.processing_provider.chains import CHAINS, FOLDER, Chain
from qgis.core import (
    NULL,
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop
from scenes import Notes, read, step_model, write

ROOT = Path(__file__).resolve().parents[2]
Source = QgsProcessingModelChildParameterSource


def tool(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def create(identifier):
    return QgsApplication.processingRegistry().createAlgorithmById(identifier)


def run(identifier, **parameters):
    """The results of an algorithm; of a chain, with those of its steps under CHILD_RESULTS."""
    feedback = QgsProcessingFeedback()
    result, well = create(identifier).run(parameters, QgsProcessingContext(), feedback)
    assert well, feedback.textLog()
    return result


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    folder = tmp_path_factory.mktemp("chains") / "district"
    make(str(folder), "small", 0, Notes())
    return folder


@pytest.fixture(scope="module")
def truth(district):
    return json.loads((district / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def image(district):
    """An image that shows nothing but the district's classes: what is learned from it makes no mistake."""
    source = gdal.Open(f"{district}/landcover_after.tif")
    return write(district.parent / "image.tif", source.ReadAsArray().astype(np.float32), 32750, source.GetGeoTransform())


@pytest.fixture(scope="module")
def forest(district, image):
    path = str(district.parent / "forest.onnx")
    run("pantau:trainforest", INPUT=image, SAMPLES=f"{district}/training_points.gpkg", CLASS_FIELD="class",
        TREES=5, MODEL=path)  # fmt: skip
    return path


# -- what is shipped


@pytest.mark.parametrize("name", CHAINS)
def test_a_chain_is_registered_with_its_outputs(provider, name):
    chain = create(f"pantau:{name}")
    assert (chain.name(), chain.groupId()) == (name, "chains")
    assert chain.validate() == (True, [])
    assert chain.canExecute()[0]
    asked = {one.name() for one in chain.destinationParameterDefinitions()}
    declared = {one.name() for one in chain.outputDefinitions()}
    wanted = {f"{key}:{output}" for key, step in chain.childAlgorithms().items() for output in step.modelOutputs()}
    assert asked < declared == wanted
    layers = [
        one.name().split(":")[1] for one in chain.destinationParameterDefinitions() if one.type() in ("sink", "rasterDestination")
    ]
    assert len(layers) == len(set(layers))  # they come into the project by these names
    assert Path(chain.svgIconPath()).is_file()


@pytest.mark.parametrize("name", CHAINS)
def test_the_file_is_what_the_tool_draws(provider, name, tmp_path):
    """Also the defaults of the steps, which a model keeps: `make chains` brings them in step with the algorithms."""

    def content(model):
        """As this version of QGIS writes it."""
        assert model.toFile(str(tmp_path / "x.model3"))
        return [sorted(one.attrib.items()) for one in ET.parse(tmp_path / "x.model3").iter()]

    shipped = QgsProcessingModelAlgorithm()
    assert shipped.fromFile(str(Path(FOLDER) / f"{name}.model3"))
    assert content(shipped) == content(tool("chains").build(sys.modules[Chain.__module__], provider)[name])


def texts_in(value, key=""):
    """What users read in a model as QGIS stores it."""
    if isinstance(value, dict):
        for inner, one in value.items():
            yield from texts_in(one, inner)
    elif isinstance(value, list):
        for one in value:
            yield from texts_in(one, key)
    elif isinstance(value, str) and value and key in ("component_description", "description", "ALG_DESC", "SHORT_DESCRIPTION", "model_name", "model_group"):  # fmt: skip
        yield value


@pytest.fixture(scope="module")
def extracted():
    """The texts that translators get."""
    return set(tool("i18n").strings(ROOT))


@pytest.mark.parametrize("name", CHAINS)
def test_every_text_can_be_translated(provider, extracted, name):
    model = QgsProcessingModelAlgorithm()
    model.fromFile(str(Path(FOLDER) / f"{name}.model3"))
    found = set(texts_in(model.toVariant())) - set(model.parameterComponents())  # a box in the designer is called by its input
    assert len(found) > 20
    assert found <= extracted


@pytest.fixture
def elsewhere():
    """A language in which every text begins with >."""
    use_translator(lambda text: f">{text}", "en")
    yield
    use_translator(str, "en")


@pytest.mark.parametrize("name", CHAINS)
def test_a_chain_speaks_the_language_of_the_user(provider, elsewhere, name):
    chain = Chain(name)
    texts = {chain.displayName(), chain.group(), chain.shortHelpString(), chain.shortDescription(), *chain.tags()[:1]}
    texts |= {one.description() for one in (*chain.parameterDefinitions(), *chain.outputDefinitions())}
    texts |= set(texts_in(chain.toVariant())) - set(chain.parameterComponents())
    assert {text for text in texts if not text.startswith(">")} == set()
    registered = create(f"pantau:{name}")
    assert [one.name() for one in chain.parameterDefinitions()] == [one.name() for one in registered.parameterDefinitions()]
    assert chain.create().displayName() == chain.displayName()


def test_a_text_that_nobody_has_translated_stays(provider, tmp_path, monkeypatch):
    """Somebody has added an input to a shipped file: the plugin still loads."""
    model = QgsProcessingModelAlgorithm()
    model.fromFile(str(Path(FOLDER) / "burnedarea.model3"))
    definition = model.parameterDefinition("BAND").clone()
    definition.setName("NEW")
    definition.setDescription("Something new")
    model.addModelParameter(definition, QgsProcessingModelParameter("NEW"))
    assert model.toFile(str(tmp_path / "burnedarea.model3"))
    monkeypatch.setattr(sys.modules[Chain.__module__], "FOLDER", str(tmp_path))
    assert Chain("burnedarea").parameterDefinition("NEW").description() == "Something new"


def test_chains_survive_a_refresh_and_outlive_what_python_has_collected(provider):
    before = {one.id() for one in provider.algorithms()}
    provider.refreshAlgorithms()
    gc.collect()
    assert {one.id() for one in provider.algorithms()} == before
    for name in CHAINS:
        copy = create(f"pantau:{name}").create()
        gc.collect()
        assert copy.displayName()
        assert copy.create().outputDefinitions()


RELOAD = """
import sys
sys.path.insert(0, {tests!r}); import conftest
for missing in ("sklearn", "onnxruntime", "onnx"): sys.modules[missing] = None
from qgis.core import QgsApplication
app = QgsApplication([], False); app.initQgis()
import qgis.utils; sys.path[:0] = [app.pkgDataPath() + "/python/plugins"]
from processing.core.Processing import Processing
Processing.initialize()
from pantau import classFactory
registry = QgsApplication.processingRegistry()
for _ in range(3):
    plugin = classFactory(None)
    plugin.initProcessing()
    chain = registry.createAlgorithmById("pantau:saltland")
    print(len(chain.outputDefinitions()), chain.validate()[0], chain.canExecute()[0], flush=True)
    plugin.unload()
    assert registry.createAlgorithmById("pantau:saltland") is None
print("whole", flush=True)
"""


def test_a_plugin_that_is_loaded_again_has_its_chains_also_without_packages():
    code = RELOAD.format(tests=str(ROOT / "tests"))
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )
    lines = ended.stdout.split("\n")
    assert "whole" in lines, ended.stdout + ended.stderr
    assert [line for line in lines if line.endswith("True True")] == ["18 True True"] * 3


# -- what they find


def test_saltland_finds_what_is_there(provider, district, image, truth, tmp_path):
    """On an image of nothing but the classes the forest makes no mistake, so the chain gives the truth, to the pixel's edge."""
    result = run(
        "pantau:saltland", SCENE=image, SAMPLES=f"{district}/training_points.gpkg",
        MIN_MAP_HA=0.001, CLASSES="salt pond", POINTS=f"{district}/validation_points.gpkg", REFERENCE_FIELD="reference",
        ZONES=f"{district}/desa.gpkg", PLAN=f"{district}/rtrw.gpkg", RULES=f"{district}/plan_rules.csv",
        **{"train:MODEL": str(tmp_path / "f.onnx"), "clean:LANDCOVER": str(tmp_path / "c.tif"), "patches:PATCHES": str(tmp_path / "p.gpkg"),
           "areas:AREAS": str(tmp_path / "a.csv"), "plan:TABLE": str(tmp_path / "t.csv"), "check:REPORT": str(tmp_path / "r.html")},
    )  # fmt: skip
    assert (read(tmp_path / "c.tif") == read(district / "landcover_after.tif")).all()
    assert result["check:OVERALL"] == result["check:KAPPA"] == 1
    assert result["patches:TOTAL_HA"] == pytest.approx(truth["scene_classes_ha"]["after"]["32"], rel=0.005)
    assert result["plan:CONFORM_PERCENT"] == pytest.approx(truth["plan"]["conform_percent"], abs=0.1)
    rows = table(tmp_path / "a.csv")
    desa = {one["name"]: one for one in truth["desa"]}
    assert {row["WADMKD"] for row in rows} == set(desa)
    for row in rows:
        assert float(row["zone_area_ha"]) == pytest.approx(desa[row["WADMKD"]]["ha"], abs=1e-3)
        assert float(row["area_ha"]) == pytest.approx(desa[row["WADMKD"]]["classes_ha"].get(row["class"], 0), abs=1)
    assert (tmp_path / "r.html").stat().st_size > 10_000


def test_landcoverplan_finds_what_is_there(provider, district, image, truth, forest, tmp_path):
    result = run(
        "pantau:landcoverplan", SCENE=image, MODEL=forest, PLAN=f"{district}/rtrw.gpkg",
        ADMIN=f"{district}/kecamatan.gpkg", RULES=f"{district}/plan_rules.csv", MIN_MAP_HA=0.001,
        POINTS=f"{district}/validation_points.gpkg", REFERENCE_FIELD="reference",
        **{"clean:LANDCOVER": str(tmp_path / "c.tif"), "plan:TABLE": str(tmp_path / "t.csv")},
    )  # fmt: skip
    assert result["check:OVERALL"] == 1
    assert result["plan:CONFORM_PERCENT"] == pytest.approx(truth["plan"]["conform_percent"], abs=0.1)
    assert result["plan:NONCONFORM_HA"] == pytest.approx(truth["plan"]["nonconform_ha"], rel=0.005)


def test_minemonitoring_finds_what_is_there(provider, district, truth, tmp_path):
    """A model that sees a mine where the image is 1; the image is 1 where the truth has pits, dumps and ponds of mines."""
    model = step_model(tmp_path / "step.onnx")
    for date in ("before", "after"):
        source = gdal.Open(f"{district}/landcover_{date}.tif")
        values = np.isin(source.ReadAsArray(), (20, 21, 22)).astype(np.float32)
        write(tmp_path / f"{date}.tif", values, 32750, source.GetGeoTransform())
    given = {
        "AFTER": f"{tmp_path}/after.tif", "MODEL": model, "PERMITS": f"{district}/permits.gpkg", "PERMIT_FIELD": "holder",
        "ZONES": f"{district}/kecamatan.gpkg", "after:MASK": str(tmp_path / "mask.tif"), "areas:AREAS": str(tmp_path / "a.csv"),
    }  # fmt: skip
    feedback = QgsProcessingFeedback()
    result, _ = create("pantau:minemonitoring").run({**given, "BEFORE": f"{tmp_path}/before.tif"}, QgsProcessingContext(), feedback)
    assert "never saw a mine in Indonesia" in feedback.textLog()
    assert result["alerts:NEW_HA"] == pytest.approx(sum(one["new_ha"] for one in truth["mines"]), rel=0.01)
    assert result["alerts:NEW_OUTSIDE_HA"] == pytest.approx(sum(one["new_outside_permit_ha"] for one in truth["mines"]), rel=0.01)
    found = {row["WADMKC"]: row for row in table(tmp_path / "a.csv") if row["class"] == "1"}
    for one in truth["kecamatan"]:
        mined = sum(one["classes_ha"].get(code, 0) for code in ("20", "21", "22"))
        assert float(found[one["name"]]["area_ha"]) == pytest.approx(mined, rel=0.01)
        assert float(found[one["name"]]["zone_area_ha"]) == pytest.approx(one["ha"], abs=1e-3)

    # the same from the mask that an earlier run has kept
    run("pantau:segment", INPUT=f"{tmp_path}/before.tif", MODEL=model, MASK=str(tmp_path / "earlier.tif"))
    again = run("pantau:minemonitoring", BEFORE=f"{tmp_path}/earlier.tif", **given)
    figures = ("alerts:NEW_HA", "alerts:NEW_OUTSIDE_HA", "alerts:COUNT")
    assert [again[name] for name in figures] == [result[name] for name in figures]
    assert (read(again["CHILD_RESULTS"]["before"]["MASK"]) == read(tmp_path / "earlier.tif")).all()


def stacks(district):
    names = {"PRE": "pre*.tif", "POST": "post*.tif"}
    return {name: sorted(map(str, (district / "radar").glob(pattern))) for name, pattern in names.items()}


def test_burnedarea_is_its_steps_one_by_one(provider, district, truth, tmp_path):
    points = {"POINTS": f"{district}/fire_points.gpkg", "AOI": f"{district}/district.gpkg"}
    others = str(shutil.copy(points["POINTS"], tmp_path / "others.gpkg"))
    result = run(
        "pantau:burnedarea", **stacks(district), **points, BURNED_FIELD="burned", CHECK_POINTS=others, CHECK_FIELD="burned",
        ZONES=f"{district}/kecamatan.gpkg", **{"burn:BEST": str(tmp_path / "b.tif"), "areas:AREAS": str(tmp_path / "a.csv")},
    )  # fmt: skip
    alone = run("pantau:mapburn", **stacks(district), **points, BURNED_FIELD="burned", BEST=str(tmp_path / "alone.tif"))
    judged = run("pantau:accuracy", CLASSIFIED=alone["BEST"], REFERENCE_FIELD="burned", **points)
    assert (read(tmp_path / "b.tif") == read(alone["BEST"])).all()
    for name in ("AREA_HA", "PERCENT", "BEST_MODEL"):
        assert result[f"burn:{name}"] == alone[name]
    assert [result["check:OVERALL"], result["check:KAPPA"]] == [judged["OVERALL"], judged["KAPPA"]]
    rows = table(tmp_path / "a.csv")
    assert {row["WADMKC"]: float(row["zone_area_ha"]) for row in rows} == pytest.approx(
        {one["name"]: one["ha"] for one in truth["kecamatan"]}, abs=1e-3
    )
    burned = sum(float(row["area_ha"]) for row in rows if row["class"] == "1")
    assert burned == pytest.approx(alone["AREA_HA"], rel=0.005)  # by the share of each pixel in the kecamatan, not by its centre


def table(path):
    dataset = gdal.OpenEx(str(path))
    return [feature.items() for feature in dataset.GetLayer()]


# -- what may be left out


@pytest.mark.parametrize(
    "empty", [{}, {"POINTS": None, "REFERENCE_FIELD": None, "ADMIN": None}, {"POINTS": "", "REFERENCE_FIELD": "", "ADMIN": ""}]
)
def test_steps_without_their_inputs_are_left_out(provider, district, image, forest, tmp_path, empty):
    """Nothing, as on a command line, what dialogs give, and what the steps of other models do."""
    result = run(
        "pantau:landcoverplan", SCENE=image, MODEL=forest, PLAN=f"{district}/rtrw.gpkg", **empty,
        **{"clean:LANDCOVER": str(tmp_path / "c.tif"), "check:REPORT": "TEMPORARY_OUTPUT", "check:METRICS": "TEMPORARY_OUTPUT"},
    )  # fmt: skip
    assert set(result["CHILD_RESULTS"]) == {"classify", "clean", "given", "plan"}
    assert result["plan:CONFORM_PERCENT"] > 0
    unclean = result["CHILD_RESULTS"]["classify"]["OUTPUT"]
    usual = run("pantau:cleanclasses", INPUT=unclean, METHOD="sieve", MIN_AREA_HA=0.25, OUTPUT=str(tmp_path / "u.tif"))
    assert (read(tmp_path / "c.tif") == read(usual["OUTPUT"])).all()  # a run without windows is given no default


@pytest.mark.parametrize("kind", ["path", "layer", "selected"])
def test_points_may_be_given_in_every_way(provider, district, image, forest, tmp_path, kind):
    path = f"{district}/validation_points.gpkg"
    layer = QgsVectorLayer(path, "points", "ogr")
    given = {"path": path, "layer": layer, "selected": QgsProcessingFeatureSourceDefinition(path, False, -1)}[kind]
    result = run("pantau:landcoverplan", SCENE=image, MODEL=forest, PLAN=f"{district}/rtrw.gpkg", MIN_MAP_HA=0.001, POINTS=given,
                 REFERENCE_FIELD="reference", **{"clean:LANDCOVER": str(tmp_path / "c.tif")})  # fmt: skip
    assert result["check:OVERALL"] == 1


def test_points_that_are_not_there_are_no_reason_to_leave_their_step_out(provider, district, image, forest, tmp_path):
    with pytest.raises(Exception, match="Assess accuracy"):
        run("pantau:landcoverplan", SCENE=image, MODEL=forest, PLAN=f"{district}/rtrw.gpkg", POINTS=f"{tmp_path}/nothing.gpkg",
            REFERENCE_FIELD="reference", **{"clean:LANDCOVER": str(tmp_path / "c.tif")})  # fmt: skip


def test_layers_come_into_the_project_by_their_names(provider, district, image, forest):
    context, feedback, project = QgsProcessingContext(), QgsProcessingFeedback(), QgsProject()
    context.setProject(project)
    given = {
        name: QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project) for name in ("clean:LANDCOVER", "plan:TABLE", "plan:CONFORMITY")
    }  # fmt: skip
    chain = create("pantau:landcoverplan")
    _, well = chain.run({"SCENE": image, "MODEL": forest, "PLAN": f"{district}/rtrw.gpkg", **given}, context, feedback)
    assert well, feedback.textLog()
    names = {details.name for details in context.layersToLoadOnCompletion().values()}
    assert names == {"Land cover", "Conformity table", "Conformity raster"}


# -- what an output may not replace


def in_project():
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context


def refused(chain, given):
    """Why a chain does not run, as the dialog and a command line ask it."""
    well, sentence = chain.checkParameterValues(given, in_project())
    assert not well
    return sentence


@pytest.mark.parametrize(("name", "given", "words"), [
    ("landcoverplan", {"POINTS": "validation_points"}, "POINTS is given without REFERENCE_FIELD: give both, or leave it empty."),
    ("burnedarea", {"CHECK_POINTS": "fire_points"}, "CHECK_POINTS is given without CHECK_FIELD: give both, or leave it empty."),
    ("landcoverplan", {"REFERENCE_FIELD": "reference"}, "REFERENCE_FIELD is given without POINTS: give both, or leave it empty."),
    ("minemonitoring", {"ZONE_FIELDS": "WADMKC"}, "ZONE_FIELDS is given without ZONES: give both, or leave it empty."),
    ("minemonitoring", {"PERMITS": "permits", "PERMIT_FIELD": "nothing"}, "has no field nothing: choose one of .*holder.* as PERMIT_FIELD"),
    ("minemonitoring", {"ZONES": "desa", "ZONE_FIELDS": "WADMKC, nothing"}, "has no field nothing: choose one of .*WADMKD.* as ZONE_FIELDS"),
    ("saltland", {"SAMPLES": "fire_points"}, "has no field class: choose one of .*burned.* as CLASS_FIELD"),
    ("saltland", {"PLAN": "rtrw", "PLAN_FIELD": "nothing"}, "has no field nothing: choose one of .*NAMOBJ.* as PLAN_FIELD"),
    ("saltland", {"POINTS": "validation_points", "REFERENCE_FIELD": "nothing"}, "has no field nothing: .*reference.* as REFERENCE_FIELD"),
    ("burnedarea", {"CHECK_POINTS": "fire_points", "CHECK_FIELD": "nothing"}, "has no field nothing: .*burned.* as CHECK_FIELD"),
    ("saltland", {"SAMPLES": "training_points", "POINTS": "training_points"}, "SAMPLES and POINTS are the same layer.*as POINTS"),
    ("burnedarea", {"POINTS": "fire_points", "CHECK_POINTS": "fire_points"}, "POINTS and CHECK_POINTS are the same layer.*as CHECK_POINTS"),
])  # fmt: skip
def test_a_mistake_in_the_inputs_of_a_late_step_is_named_before_the_first(provider, district, name, given, words):
    """By the names that they have in the chain."""
    layers = ("POINTS", "CHECK_POINTS", "SAMPLES", "ZONES", "PERMITS", "PLAN")
    here = {key: f"{district}/{value}.gpkg" if key in layers else value for key, value in given.items()}
    assert re.search(words, refused(create(f"pantau:{name}"), here))
    feedback = QgsProcessingFeedback()
    assert not create(f"pantau:{name}").run(here, in_project(), feedback)[1]  # as a step of another model, that is not asked
    assert re.search(words, feedback.textLog())


def test_two_dates_are_two_scenes(provider, image, tmp_path):
    other = str(shutil.copy(image, tmp_path / "other.tif"))
    (tmp_path / "link.tif").symlink_to(image)
    chain, mask = create("pantau:minemonitoring"), {"after:MASK": str(tmp_path / "m.tif")}
    words = "AFTER and BEFORE are the same raster: give the scene of an earlier date as BEFORE."
    for same in (image, str(tmp_path / "link.tif"), QgsRasterLayer(image, "may")):
        assert refused(chain, {"AFTER": image, "BEFORE": same, **mask}) == words
    assert chain.checkParameterValues({"AFTER": image, "BEFORE": other, **mask}, in_project())[0]
    # bands of one file may be two dates
    gdal.Translate(str(tmp_path / "may.vrt"), image, bandList=[1])
    assert chain.checkParameterValues({"AFTER": image, "BEFORE": str(tmp_path / "may.vrt"), **mask}, in_project())[0]
    burned, best = create("pantau:burnedarea"), {"burn:BEST": str(tmp_path / "b.tif")}
    assert "PRE and POST are the same rasters" in refused(burned, {"PRE": [image, other], "POST": [other, image], **best})
    assert burned.checkParameterValues({"PRE": [image], "POST": [image, other], **best}, in_project())[0]


def test_samples_and_points_may_be_parts_of_one_file(provider, district, image, tmp_path):
    path = str(tmp_path / "points.gpkg")
    for name in ("training_points", "validation_points"):
        gdal.VectorTranslate(path, f"{district}/{name}.gpkg", layerName=name, accessMode="update" if os.path.exists(path) else None)
    chain = create("pantau:saltland")
    usual = {"SCENE": image, "CLASSES": "1", "CLASS_FIELD": "class", "REFERENCE_FIELD": "class",
             **{"train:MODEL": str(tmp_path / "f.onnx"), "clean:LANDCOVER": str(tmp_path / "c.tif"), "patches:PATCHES": str(tmp_path / "p.gpkg")}}  # fmt: skip

    def sentence(samples, points, **more):
        return chain.checkParameterValues({**usual, "SAMPLES": samples, "POINTS": points, **more}, in_project())[1]

    table = f"{path}|layername=training_points"
    assert sentence(path, f"{path}|layername=validation_points", REFERENCE_FIELD="reference") == ""
    assert sentence(f"{table}|subset=fid < 9", f"{table}|subset=fid >= 9") == ""
    for same in (
        table,
        f"{table}|subset=fid < 9",
        QgsVectorLayer(table, "x", "ogr"),
        QgsProcessingFeatureSourceDefinition(path, True),
    ):
        assert sentence(path, same).startswith("SAMPLES and POINTS are the same layer")
    memory = QgsVectorLayer("Point?field=class:integer", "m", "memory")
    QgsProject.instance().addMapLayer(memory, False)
    assert sentence(memory.id(), memory).startswith("SAMPLES and POINTS are the same layer")
    QgsProject.instance().removeMapLayer(memory.id())


@pytest.mark.parametrize(("name", "output", "asked"), [
    ("saltland", "check:REPORT", "POINTS"), ("saltland", "plan:REPORT", "PLAN"), ("saltland", "plan:CONFORMITY", "PLAN"),
    ("burnedarea", "check:METRICS", "CHECK_POINTS"), ("landcoverplan", "check:REPORT", "POINTS"),
])  # fmt: skip
@pytest.mark.parametrize("empty", [None, ""])
def test_an_output_of_a_step_that_is_left_out_is_no_silent_loss(provider, tmp_path, name, output, asked, empty):
    endings = {"REPORT": "html", "METRICS": "csv", "CONFORMITY": "tif"}
    chain, target = create(f"pantau:{name}"), str(tmp_path / f"x.{endings[output.split(':')[1]]}")
    words = f"{output} needs {asked}: give {asked}, or leave {output} out."
    assert refused(chain, {asked: empty, output: target}) == words
    for unnamed in ("TEMPORARY_OUTPUT", None, QgsProcessingUtils.generateTempFilename("x")):  # by a dialog, nobody, a model
        assert "needs" not in refused(chain, {asked: empty, output: unnamed})


@pytest.mark.parametrize("name", CHAINS)
def test_the_help_names_the_outputs_that_must_be_given(provider, name):
    chain = create(f"pantau:{name}")
    optional = chain.parameterDefinitions()[0].Flag.FlagOptional
    told = re.search("On a command line (.*) must be named", chain.shortHelpString())[1]
    assert set(re.findall(r"\w+:\w+", told)) == {
        one.name() for one in chain.destinationParameterDefinitions() if not one.flags() & optional
    }


@pytest.mark.parametrize("way", ["path", "other", "link", "layer", "sublayer", "selected"])
def test_the_mask_of_last_month_is_not_replaced_by_that_of_this_one(provider, district, image, tmp_path, way):
    """Whichever step comes first: an input that a later step reads may be overwritten by then."""
    mask = write(tmp_path / "mask.tif", np.zeros((20, 20), np.uint8))
    zones = str(shutil.copy(district / "kecamatan.gpkg", tmp_path / "zones.gpkg"))
    (tmp_path / "link.tif").symlink_to(mask)
    layer = QgsRasterLayer(mask, "mask")
    QgsProject.instance().addMapLayer(layer, False)
    name, value, output, target = {
        "path": ("BEFORE", mask, "after:MASK", mask),
        "other": ("AFTER", mask, "after:MASK", f"{tmp_path}/../{tmp_path.name}/mask.tif"),
        "link": ("BEFORE", mask, "after:MASK", str(tmp_path / "link.tif")),
        "layer": ("BEFORE", layer.id(), "after:MASK", mask),
        "sublayer": ("ZONES", f"{zones}|layername=kecamatan", "alerts:ALERTS", zones),
        "selected": ("ZONES", QgsProcessingFeatureSourceDefinition(zones, True, -1), "alerts:ALERTS", zones),
    }[way]
    given = {"AFTER": image, "BEFORE": image, "after:MASK": str(tmp_path / "new.tif"), name: value, output: target}
    words = f"{name} and {output} are the same file {target}: give two names."
    assert refused(create("pantau:minemonitoring"), given) == words
    # as a task, and as a step of another model, that is not asked
    feedback = QgsProcessingFeedback()
    assert not create("pantau:minemonitoring").run(given, in_project(), feedback)[1]
    assert words in feedback.textLog()
    QgsProject.instance().removeMapLayer(layer.id())


@pytest.mark.parametrize(("name", "given"), [
    ("minemonitoring", {"AFTER": "a.tif", "BEFORE": "b.tif", "PERMITS": "x.gpkg", "alerts:ALERTS": "x.gpkg"}),
    ("saltland", {"SCENE": "x.tif", "clean:LANDCOVER": "x.tif"}),
    ("saltland", {"RULES": "x.csv", "areas:AREAS": "x.csv"}),
    ("burnedarea", {"PRE": ["a.tif", "x.tif"], "burn:BEST": "x.tif"}),
    ("landcoverplan", {"MODEL": "x.onnx", "clean:LANDCOVER": "x.onnx"}),
    ("landcoverplan", {"PLAN": "x.gpkg", "plan:TABLE": "x.gpkg"}),
    ("landcoverplan", {"clean:LANDCOVER": "x.tif", "classify:CONFIDENCE": "x.tif"}),
    ("burnedarea", {"burn:REPORT": "x.html", "areas:REPORT": "x.html"}),
])  # fmt: skip
def test_no_output_of_a_chain_is_an_input_or_another_output(provider, tmp_path, name, given):
    (tmp_path / "x.tif").write_bytes(b"mine")
    for ending in ("csv", "gpkg", "onnx"):
        (tmp_path / f"x.{ending}").write_bytes(b"mine")
    here = {
        key: [f"{tmp_path}/{one}" for one in value] if isinstance(value, list) else f"{tmp_path}/{value}"
        for key, value in given.items()
    }
    assert re.search(r"are the same file|is not a GeoTIFF name", refused(create(f"pantau:{name}"), here))
    assert (tmp_path / "x.tif").read_bytes() == b"mine"


def test_an_output_that_cannot_be_is_named_before_the_work(provider, image, tmp_path):
    given = {"AFTER": image, "BEFORE": image, "after:MASK": str(tmp_path / "m.tif")}
    assert "areas.pdf is no file name for areas:XLSX" in refused(
        create("pantau:minemonitoring"), {**given, "areas:XLSX": str(tmp_path / "areas.pdf")}
    )
    assert not list(tmp_path.iterdir())


def test_the_earlier_date_comes_first(provider, image, tmp_path):
    """A mask of another model ends the chain before the new scene is worked on, each time."""
    model = step_model(tmp_path / "step.onnx")
    mask = run("pantau:segment", INPUT=image, MODEL=model, MASK=str(tmp_path / "mask.tif"))["MASK"]
    other, target = step_model(tmp_path / "other.onnx", threshold=0.6), tmp_path / "new.tif"
    with pytest.raises(Exception, match="Find mines, earlier"):
        run("pantau:minemonitoring", AFTER=image, BEFORE=mask, MODEL=other, **{"after:MASK": str(target)})
    assert not target.exists()
    # else QGIS takes the two in an order that changes from one start to the next
    assert create("pantau:minemonitoring").dependsOnChildAlgorithms("after") == {"before"}


# -- in models of users


def wrapped(identifier, name="step"):
    """A user's model with one step, all of whose inputs are the model's own and all of whose outputs are."""
    algorithm = create(identifier)
    model = QgsProcessingModelAlgorithm("own", "test", "test")
    child = QgsProcessingModelChildAlgorithm(identifier)
    child.setChildId(name)
    for definition in algorithm.parameterDefinitions():
        if not definition.isDestination():
            model.addModelParameter(definition.clone(), QgsProcessingModelParameter(definition.name()))
            child.addParameterSources(definition.name(), [Source.fromModelParameter(definition.name())])
    outputs = {}
    for definition in algorithm.outputDefinitions():
        output = QgsProcessingModelOutput(definition.name().replace(":", "_"), definition.description())
        output.setChildId(name)
        output.setChildOutputName(definition.name())
        outputs[output.name()] = output
    child.setModelOutputs(outputs)
    model.addChildAlgorithm(child)
    variant = model.toVariant()
    variant.pop("internal_version", None)
    own = QgsProcessingModelAlgorithm()
    own.loadVariant(variant)  # with the names of outputs that every version of QGIS gives
    return own


def said(definition):
    """What a parameter is, without what it says nothing about."""
    return {key: value for key, value in definition.toVariantMap().items() if value not in (None, "", NULL)}


def test_every_algorithm_is_a_step_of_a_users_model(provider, tmp_path):
    for algorithm in provider.algorithms():
        path = str(tmp_path / f"{algorithm.name()}.model3")
        assert wrapped(algorithm.id()).toFile(path)
        model = QgsProcessingModelAlgorithm()
        assert model.fromFile(path), algorithm.id()
        assert model.validate() == (True, []), algorithm.id()
        for definition in algorithm.parameterDefinitions():
            if definition.isDestination():
                own = model.parameterDefinition(f"step:{definition.name().replace(':', '_')}")
                assert (own.type(), own.flags()) == (definition.type(), definition.flags()), (algorithm.id(), definition.name())
            else:
                own = model.parameterDefinition(definition.name())
                assert said(own) == said(definition), (algorithm.id(), definition.name())
        layers = {f"step:{one.name().replace(':', '_')}" for one in algorithm.parameterDefinitions() if one.isDestination()}
        assert {one.name() for one in model.outputDefinitions()} == layers, algorithm.id()
        follower = QgsProcessingModelChildAlgorithm("native:buffer")
        follower.setChildId("next")
        model.addChildAlgorithm(follower)
        kinds = sorted({one.type() for one in algorithm.outputDefinitions()})
        offered = {one.outputName() for one in model.availableSourcesForChild("next", [], kinds) if one.outputChildId() == "step"}
        assert offered == {one.name() for one in algorithm.outputDefinitions()}, algorithm.id()


def test_a_chain_is_a_step_of_a_users_model(provider, district, image, truth, forest, tmp_path):
    path = str(tmp_path / "own.model3")
    wrapped("pantau:landcoverplan").toFile(path)
    model = QgsProcessingModelAlgorithm()
    model.fromFile(path)
    result, well = model.run(
        {"SCENE": image, "MODEL": forest, "PLAN": f"{district}/rtrw.gpkg", "RULES": f"{district}/plan_rules.csv",
         "MIN_MAP_HA": 0.001, "step:clean_LANDCOVER": str(tmp_path / "c.tif"), "step:plan_XLSX": str(tmp_path / "p.xlsx")},
        QgsProcessingContext(), QgsProcessingFeedback(),
    )  # fmt: skip
    assert well
    assert (read(tmp_path / "c.tif") == read(district / "landcover_after.tif")).all()
    assert result["step:plan_CONFORM_PERCENT"] == pytest.approx(truth["plan"]["conform_percent"], abs=0.1)
    assert (tmp_path / "p.xlsx").stat().st_size


def test_a_chain_in_a_users_model_replaces_no_input_either(provider, image, tmp_path):
    """Models do not ask whether the inputs of their steps are well."""
    mask = write(tmp_path / "mask.tif", np.zeros((20, 20), np.uint8))
    content = Path(mask).read_bytes()
    feedback = QgsProcessingFeedback()
    with pytest.raises(QgsProcessingException):
        _, well = wrapped("pantau:minemonitoring").run(
            {"AFTER": image, "BEFORE": mask, "step:after_MASK": mask}, QgsProcessingContext(), feedback, catchExceptions=False
        )
    assert "BEFORE and after:MASK are the same file" in feedback.textLog()
    assert Path(mask).read_bytes() == content


def test_a_chain_runs_beside_the_window(provider, district, image, forest, tmp_path):
    """As from the toolbox: in a thread, while each step is prepared in the thread of the window."""
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    parameters = {
        "SCENE": image, "MODEL": forest, "PLAN": f"{district}/rtrw.gpkg", "clean:LANDCOVER": str(tmp_path / "c.tif"),
    }  # fmt: skip
    chain = create("pantau:landcoverplan")
    task = QgsProcessingAlgRunnerTask(chain, parameters, context, feedback)
    loop, ends = QEventLoop(), []
    task.executed.connect(lambda well, results: (ends.append((well, results)), loop.quit()))
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    ((well, results),) = ends
    assert well
    assert results["plan:CONFORM_PERCENT"] > 0
    assert (tmp_path / "c.tif").exists()
