"""`pantau:mapburn` as the toolbox and the modeler run it."""

import csv
import os

import numpy as np
import processing
import pytest
from osgeo import ogr
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant
from scenes import read, write

CONTRACT = [
    "index",
    "threshold",
    "value",
    "area_ha",
    "percent",
    "oa",
    "oa_empty_map",
    "pa",
    "ua",
    "omission",
    "commission",
    "hotspots_inside",
]


@pytest.fixture
def scenes(tmp_path):
    """Three dates before, three after, 100 x 100 pixels of 10 m; the upper 20 rows lost 6 dB."""
    rng = np.random.default_rng(0)
    paths = {"PRE": [], "POST": []}
    for name, its in paths.items():
        for date in range(3):
            values = rng.gamma(30, 0.04 / 30, (100, 100))
            values[:20] /= 4 if name == "POST" else 1
            its.append(write(tmp_path / f"{name.lower()}_{date}.tif", values.astype(np.float32)))
    return paths


def layer(kind, features, *fields):
    made = QgsVectorLayer(f"{kind}?crs=EPSG:32750", "given", "memory")
    made.dataProvider().addAttributes([QgsField(name, of) for name, of in fields])
    made.updateFields()
    for wkt, values in features:
        one = QgsFeature(made.fields())
        one.setGeometry(QgsGeometry.fromWkt(wkt))
        one.setAttributes(list(values))
        made.dataProvider().addFeature(one)
    return made


def points(labels):
    """One point a row, 10 rows apart, from the second on."""
    kind = QVariant.Int if not any(isinstance(one, str) for one in labels) else QVariant.String
    return layer("Point", [(f"POINT(500500 {9900000 - 100 * n - 25})", [one]) for n, one in enumerate(labels)], ("b", kind))


def zones():
    halves = [("north", 9899500, 9900000), ("south", 9899000, 9899500)]
    return layer(
        "Polygon", [(f"POLYGON((500000 {s},501000 {s},501000 {n},500000 {n},500000 {s}))", [name]) for name, s, n in halves],
        ("name", QVariant.String),
    )  # fmt: skip


def run(**parameters):
    context = QgsProcessingContext()
    context.setProject(QgsProject())
    return processing.run("pantau:mapburn", parameters, context=context)


def rows(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_everything_at_once(provider, scenes, tmp_path):
    files = {name: str(tmp_path / f"{name.lower()}.tif") for name in ("RBR", "RBD", "BEST")}
    files.update(
        TABLE=str(tmp_path / "t.csv"),
        ZONE_TABLE=str(tmp_path / "z.csv"),
        REPORT=str(tmp_path / "r.html"),
        FOLDER=str(tmp_path / "all"),
    )
    result = run(
        **scenes, POINTS=points([1, 1, 0, 0, 0, 0, 0, 0, 0, 0]), BURNED_FIELD="b", HOTSPOTS=points([1, 1, 1]), ZONES=zones(), ZONE_FIELD="name",
        OFFICIAL_HA=20, **files,
    )  # fmt: skip
    assert set(result) == {one.name() for one in provider.algorithm("mapburn").outputDefinitions()}
    assert all(isinstance(value, (float, str)) for value in result.values())
    assert result["BEST_MODEL"].startswith("rb")
    assert result["AREA_HA"] == pytest.approx(20, rel=0.02)
    assert result["LOOKED_HA"] == pytest.approx(100, rel=2e-3)
    assert (result["PRE_DATES"], result["POST_DATES"], result["POINTS_USED"]) == (3, 3, 10)
    table = rows(files["TABLE"])
    assert list(table[0])[: len(CONTRACT)] == CONTRACT
    assert [f"{one['index']}_{one['threshold']}" for one in table][:7] == [
        "rbr_mu_minus_sigma", "rbr_mu", "rbr_mu_plus_sigma", "rbd_mu_minus_sigma", "rbd_mu", "rbd_mu_plus_sigma", "rbr_otsu"
    ]  # fmt: skip
    best = next(one for one in table if one["best"] == "1")
    assert (float(best["oa"]), float(best["oa_empty_map"]), best["hotspots_inside"]) == (100, 80, "2")
    assert float(best["kappa"]) == 1
    assert list(table[0])[list(table[0]).index("no_fire_percent") - 1] == "flagged_percent"
    assert float(best["flagged_percent"]) == pytest.approx(result["FLAGGED_PERCENT"], abs=1e-5)
    assert float(best["area_ha"]) == pytest.approx(result["AREA_HA"], abs=1e-3)
    its = [one for one in rows(files["ZONE_TABLE"]) if f"{one['index']}_{one['threshold']}" == result["BEST_MODEL"]]
    assert [one["zone"] for one in its] == ["north", "south"]
    assert sum(float(one["burned_ha"]) for one in its) == pytest.approx(result["AREA_HA"], abs=1e-3)
    assert float(its[0]["percent_of_zone"]) == pytest.approx(40, rel=0.02)
    assert float(its[0]["percent_of_district"]) == pytest.approx(20, rel=0.02)
    assert np.array_equal(read(files["BEST"]), read(tmp_path / "all" / f"burned_{result['BEST_MODEL']}.tif"))
    assert sorted(os.listdir(tmp_path / "all"))[-4:] == ["post_median.tif", "pre_median.tif", "rbd.tif", "rbr.tif"]
    assert "kappa" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_numbers_alone_need_no_output_and_name_no_best(provider, scenes):
    result = run(**scenes)
    assert result["BEST_MODEL"] == ""
    assert (result["PERCENT"], result["POINTS_USED"]) == (pytest.approx(20, abs=1), 0)


def test_words_in_the_field_and_the_official_area(provider, scenes):
    words = points(["Terbakar", "ya", "tidak", None, "tidak"])
    assert run(**scenes, POINTS=words, BURNED_FIELD="b")["POINTS_USED"] == 4
    assert run(**scenes, OFFICIAL_HA=95)["BEST_MODEL"].endswith("mu_plus_sigma")


def test_layers_are_styled_and_named(provider, scenes, tmp_path):
    context, project = QgsProcessingContext(), QgsProject()
    context.setProject(project)
    files = {name: str(tmp_path / f"{name}.tif") for name in ("RBR", "RBD", "BEST")}
    for name, path in files.items():
        context.addLayerToLoadOnCompletion(path, QgsProcessingContext.LayerDetails(name, project, name))
    result = processing.run("pantau:mapburn", {**scenes, **files}, context=context)
    loaded = {}
    for path, details in context.layersToLoadOnCompletion().items():
        loaded[details.outputName] = QgsRasterLayer(path, "plain")
        details.postProcessor().postProcessLayer(loaded[details.outputName], context, QgsProcessingFeedback())
    assert loaded["BEST"].name() == f"Burned: {result['AREA_HA']:.2f} ha (RBR, μ − σ)"
    assert loaded["RBR"].name().startswith("RBR: mean")
    assert loaded["RBD"].name().startswith("RBD (linear): mean")
    shown = {one.value: one for one in loaded["BEST"].renderer().classes()}
    assert (shown[0].color.alpha(), shown[1].color.name()) == (0, "#b2182b")
    ramp = loaded["RBR"].renderer().shader().rasterShaderFunction().colorRampItemList()
    assert (ramp[2].value, ramp[2].color.name()) == (1, "#f7f7f7")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"PRE": []}, "PRE"),
        ({"POST": ["nowhere.tif"]}, "nowhere.tif"),
        ({"SIZE": 6}, "SIZE is 6"),
        ({"BAND": 2}, "Band 2 does not exist"),
        ({"LOOKS": -1}, "LOOKS is -1"),
        ({"OFFICIAL_HA": -5}, "OFFICIAL_HA is -5"),
        ({"ZONE_TABLE": "z.csv"}, "there are no zones"),
        ({"BURNED_FIELD": "b"}, "POINTS is empty"),
        ({"POINTS": "points", "BURNED_FIELD": "c"}, "has no field c"),
        ({"BEST": "PRE"}, "are the same file"),
        ({"POINTS": "polygons"}, "given as POINTS, holds no points"),
        ({"HOTSPOTS": "polygons"}, "given as HOTSPOTS, holds no points"),
        ({"REPORT": "x.pdf"}, "x.pdf is no file name for REPORT"),
        ({"UNITS": "db"}, "cannot be|look like|No pixel|decibels"),
    ],
)
def test_what_cannot_be_is_one_sentence(provider, scenes, values, words):
    given = {
        name: points([1, 0])
        if value == "points"
        else QgsVectorLayer("Polygon?crs=EPSG:32750", "zones", "memory")
        if value == "polygons"
        else scenes["PRE"][0]
        if value == "PRE"
        else value
        for name, value in values.items()
    }
    if "UNITS" in values:
        assert run(**{**scenes, **given})["BEST_MODEL"] == ""  # odd, and warned of, but what was asked for
        return
    with pytest.raises(QgsProcessingException, match=words):
        run(**{**scenes, **given})


def test_a_folder_and_a_raster_of_its_names_collide(provider, scenes, tmp_path):
    for name, file in (("RBR", "rbr.tif"), ("BEST", "burned_rbr_otsu.tif")):
        with pytest.raises(QgsProcessingException, match=f"{file} would be written twice"):
            run(**scenes, **{name: str(tmp_path / file)}, FOLDER=str(tmp_path))
    shown = provider.algorithm("mapburn").checkParameterValues(
        {**scenes, "RBR": str(tmp_path / "rbr.tif"), "FOLDER": str(tmp_path)}, QgsProcessingContext()
    )
    assert not shown[0]


def test_a_table_that_cannot_be_written_takes_all_with_it(provider, scenes, tmp_path):
    (tmp_path / "best.tif").write_text("earlier")
    page = tmp_path / "no" / "r.html"
    with pytest.raises(QgsProcessingException, match="does not exist"):
        run(**scenes, BEST=str(tmp_path / "best.tif"), REPORT=str(page))
    table = tmp_path / "t.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(table))
    source.CreateLayer("earlier")
    source = None
    before = table.read_bytes()
    page = tmp_path / "r.html"

    class Full(QgsProcessingFeedback):
        def pushInfo(self, text):  # noqa: N802
            if text.startswith("Done"):
                page.with_name("r.html.pantau-part").mkdir(exist_ok=True)

    context, feedback = QgsProcessingContext(), Full()
    with pytest.raises(QgsProcessingException, match="r.html cannot be written"):
        processing.run("pantau:mapburn", {**scenes, "BEST": str(tmp_path / "best.tif"), "TABLE": str(table), "REPORT": str(page)}, context=context, feedback=feedback)  # fmt: skip
    assert (tmp_path / "best.tif").read_text() == "earlier"
    assert table.read_bytes() == before


def test_the_saved_model_gives_the_map_and_the_table(provider, scenes, tmp_path):
    path = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "burned_area.model3")
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(path)
    model.setProvider(QgsApplication.processingRegistry().providerById("pantau"))
    context = QgsProcessingContext()
    context.setProject(QgsProject())
    outputs = {one.name(): one for one in model.destinationParameterDefinitions()}
    assert len(outputs) == 3
    files = dict(zip(sorted(outputs), ("m.tif", "t.csv", "s.csv")))
    parameters = {"before": scenes["PRE"], "after": scenes["POST"], "points": points([1, 1, 0, 0, 0, 0, 0, 0]), "field": "b"}
    targets = {name: str(tmp_path / (name.replace(":", "_") + os.path.splitext(file)[1])) for name, file in files.items()}
    targets = {name: str(tmp_path / (name.replace(":", "_") + (".tif" if "burned" in name else ".csv"))) for name in outputs}
    results, well = model.run({**parameters, **targets}, context, QgsProcessingFeedback())
    assert well
    tables = [rows(path) for path in targets.values() if path.endswith(".csv")]
    assert sorted(map(len, tables))[0] >= 1
    assert len(max(tables, key=len)) >= 7
    burned = next(path for path in targets.values() if path.endswith(".tif"))
    assert 0.18 < (read(burned) == 1).mean() < 0.22
