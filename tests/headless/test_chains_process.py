"""The shipped chains through the real qgis_process: on the sample district, whose truth is known, and on real data."""

import csv
import json
import re
import shutil

import numpy as np
import pytest
from osgeo import gdal
from process import as_arguments, call, needs_qgis_process, qgis_process
from scenes import read, step_model, write

pytestmark = needs_qgis_process


def chain(name, **parameters):
    """The results of a chain. An output "step:NAME" is given as step__NAME."""
    return call(f"pantau:{name}", "--", *as_arguments({key.replace("__", ":"): value for key, value in parameters.items()}))


def rows(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    folder = tmp_path_factory.mktemp("chains") / "district"
    call("pantau:sampledistrict", "--", "SIZE=small", "SEED=0", f"FOLDER={folder}")
    return folder


@pytest.fixture(scope="module")
def truth(district):
    return json.loads((district / "truth.json").read_text(encoding="utf-8"))


def picture(district, path, date="after", codes=None):
    """An image that shows the true classes and nothing else, or where those of `codes` are: nobody can err on it."""
    source = gdal.Open(f"{district}/landcover_{date}.tif")
    values = source.ReadAsArray()
    return write(path, (np.isin(values, codes) if codes else values).astype(np.float32), 32750, source.GetGeoTransform())


def test_mines_of_the_sample_district(district, truth, tmp_path):
    images = {date: picture(district, tmp_path / f"{date}.tif", date, (20, 21, 22)) for date in ("before", "after")}
    result = chain(
        "minemonitoring", AFTER=images["after"], BEFORE=images["before"], MODEL=step_model(tmp_path / "s.onnx"),
        PERMITS=district / "permits.gpkg", PERMIT_FIELD="holder", ZONES=district / "kecamatan.gpkg", after__MASK=tmp_path / "m.tif",
        alerts__ALERTS=tmp_path / "a.gpkg", alerts__REPORT=tmp_path / "r.html", areas__AREAS=tmp_path / "a.csv", areas__XLSX=tmp_path / "a.xlsx",
    )  # fmt: skip
    sites = truth["mines"]
    assert result["alerts:NEW_HA"] == pytest.approx(sum(one["new_ha"] for one in sites), rel=0.01)
    assert result["alerts:NEW_OUTSIDE_HA"] == pytest.approx(sum(one["new_outside_permit_ha"] for one in sites), rel=0.01)
    mined = {row["WADMKC"]: float(row["area_ha"]) for row in rows(tmp_path / "a.csv") if row["class"] == "1"}
    true = {one["name"]: sum(one["classes_ha"].get(code, 0) for code in ("20", "21", "22")) for one in truth["kecamatan"]}
    assert mined == pytest.approx(true, rel=0.01)
    assert all((tmp_path / name).stat().st_size for name in ("m.tif", "a.gpkg", "r.html", "a.xlsx"))


def test_land_for_salt_and_the_plan_of_the_sample_district(district, truth, tmp_path):
    image = picture(district, tmp_path / "image.tif")
    points = {"POINTS": district / "validation_points.gpkg", "REFERENCE_FIELD": "reference"}
    plan = {"PLAN": district / "rtrw.gpkg", "RULES": district / "plan_rules.csv", "MIN_MAP_HA": 0.001}
    salt = chain(
        "saltland", SCENE=image, SAMPLES=district / "training_points.gpkg", CLASS_FIELD="class", CLASSES="salt pond", **points, **plan,
        ZONES=district / "desa.gpkg", train__MODEL=tmp_path / "f.onnx", clean__LANDCOVER=tmp_path / "c.tif", patches__PATCHES=tmp_path / "p.gpkg",
        areas__AREAS=tmp_path / "a.csv", check__REPORT=tmp_path / "r.html",
    )  # fmt: skip
    assert (read(tmp_path / "c.tif") == read(district / "landcover_after.tif")).all()
    assert salt["check:OVERALL"] == salt["check:KAPPA"] == 1
    assert salt["patches:TOTAL_HA"] == pytest.approx(truth["scene_classes_ha"]["after"]["32"], rel=0.005)
    assert {row["WADMKD"]: float(row["zone_area_ha"]) for row in rows(tmp_path / "a.csv")} == pytest.approx(
        {one["name"]: one["ha"] for one in truth["desa"]}, abs=1e-3
    )
    # the forest that it has kept, on the same image
    again = chain(
        "landcoverplan", SCENE=image, MODEL=tmp_path / "f.onnx", **points, **plan, ADMIN=district / "kecamatan.gpkg",
        clean__LANDCOVER=tmp_path / "c2.tif", plan__TABLE=tmp_path / "t.csv", plan__XLSX=tmp_path / "p.xlsx", plan__REPORT=tmp_path / "p.html",
    )  # fmt: skip
    assert again["check:OVERALL"] == 1
    assert salt["plan:CONFORM_PERCENT"] == pytest.approx(truth["plan"]["conform_percent"], abs=0.1)
    assert again["plan:CONFORM_PERCENT"] == pytest.approx(salt["plan:CONFORM_PERCENT"], abs=1e-9)
    assert all((tmp_path / name).stat().st_size for name in ("t.csv", "p.xlsx", "p.html"))


def test_burned_land_of_the_sample_district(district, truth, tmp_path):
    radar = district / "radar"
    others = shutil.copy(district / "fire_points.gpkg", tmp_path / "others.gpkg")
    result = chain(
        "burnedarea", PRE=sorted(radar.glob("pre*.tif")), POST=sorted(radar.glob("post*.tif")), AOI=district / "district.gpkg",
        POINTS=district / "fire_points.gpkg", BURNED_FIELD="burned", CHECK_POINTS=others, CHECK_FIELD="burned",
        ZONES=district / "kecamatan.gpkg", burn__BEST=tmp_path / "b.tif", burn__MODELS=tmp_path / "t.csv", areas__AREAS=tmp_path / "a.csv",
        check__METRICS=tmp_path / "m.csv",
    )  # fmt: skip
    best = next(row for row in rows(tmp_path / "t.csv") if row["best"] == "1")
    assert result["burn:BEST_MODEL"] == f"{best['index']}_{best['threshold']}"
    assert result["burn:AREA_HA"] == pytest.approx(float(best["area_ha"]), abs=1e-3)
    counted = {row["metric"]: row["value"] for row in rows(tmp_path / "m.csv") if row["scope"] == "count" and not row["class"]}
    # the same points, once by 'Map burned area' and once by 'Assess the accuracy'
    assert 100 * float(counted["overall_accuracy"]) == pytest.approx(float(best["oa"]), abs=1e-4)
    assert {row["WADMKC"]: float(row["zone_area_ha"]) for row in rows(tmp_path / "a.csv")} == pytest.approx(
        {one["name"]: one["ha"] for one in truth["kecamatan"]}, abs=1e-3
    )


# -- real data


def test_a_real_scene_compared_with_the_mask_of_itself_shows_nothing_new(data, tmp_path):
    scene = shutil.copy(data / "mines" / "image_003.tif", tmp_path)
    again = shutil.copy(scene, tmp_path / "again.tif")
    first = chain("minemonitoring", AFTER=scene, BEFORE=again, after__MASK=tmp_path / "first.tif", areas__AREAS=tmp_path / "a.csv")
    second = chain("minemonitoring", AFTER=scene, BEFORE=tmp_path / "first.tif", after__MASK=tmp_path / "second.tif",
                   alerts__ALERTS=tmp_path / "a.gpkg")  # fmt: skip
    assert first["alerts:NEW_HA"] == second["alerts:NEW_HA"] == second["alerts:COUNT"] == 0
    assert (read(tmp_path / "first.tif") == read(tmp_path / "second.tif")).all()
    assert sum(float(row["area_ha"]) for row in rows(tmp_path / "a.csv") if row["class"] == "1") > 1
    alone = call("pantau:segment", "--", f"INPUT={scene}", f"MASK={tmp_path}/alone.tif")
    assert (read(tmp_path / "first.tif") == read(alone["MASK"])).all()


def test_a_real_scene_and_its_samples_are_the_steps_one_by_one(data, tmp_path):
    for file in (data / "landcover" / "landsat7_north_carolina").iterdir():
        shutil.copyfile(file, tmp_path / file.name)
    image = tmp_path / "landsat_multiband.tif"
    points = {"POINTS": tmp_path / "landsat96_points.shp", "REFERENCE_FIELD": "id"}
    result = chain(
        "saltland", SCENE=image, SAMPLES=tmp_path / "landsat96_polygons.shp", CLASS_FIELD="id", CLASSES="1", MIN_MAP_HA=1, **points,
        train__MODEL=tmp_path / "f.onnx", clean__LANDCOVER=tmp_path / "c.tif", patches__PATCHES=tmp_path / "p.gpkg", areas__AREAS=tmp_path / "a.csv",
    )  # fmt: skip
    call("pantau:classify", "--", f"INPUT={image}", f"MODEL={tmp_path}/f.onnx", f"OUTPUT={tmp_path}/raw.tif")
    call("pantau:cleanclasses", "--", f"INPUT={tmp_path}/raw.tif", "METHOD=sieve", "MIN_AREA_HA=1", f"OUTPUT={tmp_path}/alone.tif")
    judged = call("pantau:accuracy", "--", f"CLASSIFIED={tmp_path}/alone.tif", *as_arguments(points))
    patches = call("pantau:classpatches", "--", f"INPUT={tmp_path}/alone.tif", "CLASSES=1", f"OUTPUT={tmp_path}/p2.gpkg")
    assert (read(tmp_path / "c.tif") == read(tmp_path / "alone.tif")).all()
    assert result["check:OVERALL"] == judged["OVERALL"] > 0.5
    assert result["patches:LARGEST_HA"] == patches["LARGEST_HA"] > 1
    covered = sum(float(row["area_ha"]) for row in rows(tmp_path / "a.csv") if row["class"] == "1")
    assert covered == pytest.approx(patches["TOTAL_HA"], rel=1e-6)


def test_a_real_scene_without_points_against_a_plan_of_one_zone(data, tmp_path):
    """Only forest conforms, so the degree of conformity is the share of forest."""
    folder = data / "landcover" / "sentinel2_amazon"
    for name in ("sen2.tif", "trainingPolygons_sen2.gpkg"):
        shutil.copyfile(folder / name, tmp_path / name)
    call("pantau:trainforest", "--", f"INPUT={tmp_path}/sen2.tif", f"SAMPLES={tmp_path}/trainingPolygons_sen2.gpkg", "CLASS_FIELD=class",
         f"MODEL={tmp_path}/f.onnx")  # fmt: skip
    (tmp_path / "rules.csv").write_text("class,zone,status\nforest,*,conform\n*,*,nonconform\n")
    scene = gdal.Open(f"{tmp_path}/sen2.tif")
    west, width, _, north, _, height = scene.GetGeoTransform()
    east, south = west + width * scene.RasterXSize, north + height * scene.RasterYSize
    ring = [[west, north], [east, north], [east, south], [west, south], [west, north]]
    plan = {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"NAMOBJ": "Hutan"}, "geometry": {"type": "Polygon", "coordinates": [ring]}},
    ]}  # fmt: skip
    (tmp_path / "plan.geojson").write_text(json.dumps(plan))
    result = chain(
        "landcoverplan", SCENE=tmp_path / "sen2.tif", MODEL=tmp_path / "f.onnx", PLAN=tmp_path / "plan.geojson", RULES=tmp_path / "rules.csv",
        clean__LANDCOVER=tmp_path / "c.tif",
    )  # fmt: skip
    codes = read(tmp_path / "c.tif")
    forest = 100 * (codes == 2).mean()  # the second of the four names
    assert result["plan:CONFORM_PERCENT"] == pytest.approx(forest, abs=0.01)
    assert "check:OVERALL" not in result


def test_real_radar_scenes(data, tmp_path):
    scenes = [shutil.copy(path, tmp_path) for path in sorted((data / "sar" / "vh_png_2024").glob("*.tif"))]
    stacks = {"PRE": scenes[:5], "POST": scenes[5:]}
    result = chain("burnedarea", **stacks, burn__BEST=tmp_path / "b.tif", areas__AREAS=tmp_path / "a.csv")
    alone = call("pantau:mapburn", "--", *as_arguments({**stacks, "BEST": tmp_path / "alone.tif"}))
    assert (read(tmp_path / "b.tif") == read(tmp_path / "alone.tif")).all()
    assert result["burn:AREA_HA"] == alone["AREA_HA"]
    burned = sum(float(row["area_ha"]) for row in rows(tmp_path / "a.csv") if row["class"] == "1")
    assert burned == pytest.approx(alone["AREA_HA"], rel=1e-6)


# -- mistakes


def test_a_missing_input_is_named_and_nothing_is_written(district, tmp_path):
    run = qgis_process("run", "pantau:landcoverplan", "--", f"SCENE={district}/sentinel2_after.tif", f"PLAN={district}/rtrw.gpkg",
                       f"clean:LANDCOVER={tmp_path}/c.tif")  # fmt: skip
    assert run.returncode
    assert "MODEL" in run.stdout + run.stderr
    assert not list(tmp_path.iterdir())


def test_an_output_that_is_an_input_is_one_sentence_and_the_input_stays(district, tmp_path):
    """As a monthly run would do that writes its mask over the one of last month."""
    scene = picture(district, tmp_path / "scene.tif", codes=(20, 21, 22))
    model = step_model(tmp_path / "s.onnx")
    mask = tmp_path / "mask.tif"
    call("pantau:segment", "--", f"INPUT={scene}", f"MODEL={model}", f"MASK={mask}")
    before = mask.read_bytes()
    run = qgis_process(
        "run", "pantau:minemonitoring", "--", f"AFTER={scene}", f"BEFORE={mask}", f"MODEL={model}", f"after:MASK={mask}"
    )
    assert run.returncode
    assert f"BEFORE and after:MASK are the same file {mask}: give two names." in run.stdout + run.stderr
    assert mask.read_bytes() == before
    zones = shutil.copy(district / "kecamatan.gpkg", tmp_path / "zones.gpkg")
    run = qgis_process("run", "pantau:minemonitoring", "--", f"AFTER={scene}", f"BEFORE={mask}", f"MODEL={model}", f"ZONES={zones}",
                       f"alerts:ALERTS={zones}", f"after:MASK={tmp_path}/new.tif")  # fmt: skip
    assert run.returncode
    assert f"ZONES and alerts:ALERTS are the same file {zones}: give two names." in run.stdout + run.stderr
    assert not (tmp_path / "new.tif").exists()


def test_a_field_that_is_not_there_is_one_sentence_before_the_work(district, tmp_path):
    run = qgis_process("run", "pantau:saltland", "--", f"SCENE={district}/sentinel2_after.tif", f"SAMPLES={district}/training_points.gpkg",
                       "CLASS_FIELD=nothing", "CLASSES=1", f"train:MODEL={tmp_path}/f.onnx", f"clean:LANDCOVER={tmp_path}/c.tif",
                       f"patches:PATCHES={tmp_path}/p.gpkg")  # fmt: skip
    assert run.returncode
    assert re.search("has no field nothing: choose one of .*class.* as CLASS_FIELD", run.stdout + run.stderr)
    assert "Traceback" not in run.stdout + run.stderr
    assert not list(tmp_path.iterdir())


def test_a_report_that_cannot_come_is_one_sentence_before_the_work(district, tmp_path):
    run = qgis_process("run", "pantau:landcoverplan", "--", f"SCENE={district}/sentinel2_after.tif", "MODEL=none.onnx",
                       f"PLAN={district}/rtrw.gpkg", f"clean:LANDCOVER={tmp_path}/c.tif", f"check:REPORT={tmp_path}/r.html")  # fmt: skip
    assert run.returncode
    assert "check:REPORT needs POINTS: give POINTS, or leave check:REPORT out." in run.stdout + run.stderr
    assert not list(tmp_path.iterdir())
