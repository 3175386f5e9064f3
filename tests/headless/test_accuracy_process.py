"""Accuracy through the real qgis_process."""

import contextlib
import math
import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from process import call, needs_qgis_process, qgis_process
from scenes import read, write
from sklearn.metrics import accuracy_score, cohen_kappa_score

pytestmark = needs_qgis_process


def test_the_published_sample_size_as_points_in_a_file(tmp_path):
    """Olofsson et al. 2014: 641 points; the form lies in the GeoPackage."""
    codes = np.repeat([1, 2, 3, 4], [400, 300, 6400, 12900]).astype(np.uint8)
    scene = write(tmp_path / "map.tif", np.random.default_rng(0).permutation(codes).reshape(100, 200))
    result = call("pantau:samplepoints", "--", f"CLASSIFIED={scene}", "TARGET_SE=0.01", "EXPECTED_UA=1=0.7,2=0.6,3=0.9,4=0.95",
                  "ALLOCATION=neyman", "MIN_PER_CLASS=0", f"OUTPUT={tmp_path}/points.gpkg")  # fmt: skip
    assert result["COUNT"] == 641
    assert result["EXPECTED_SE"] == pytest.approx(0.01, rel=2e-3)
    assert result["MISSING"] == 0
    dataset = gdal.OpenEx(f"{tmp_path}/points.gpkg")
    rows = [(feature.items(), feature.GetGeometryRef().GetPoint()) for feature in dataset.GetLayerByName("points")]
    inverse = gdal.InvGeoTransform(gdal.Open(scene).GetGeoTransform())
    array = read(scene)[0]
    for row, place in rows:
        col, line = gdal.ApplyGeoTransform(inverse, *place[:2])
        assert row["map_class"] == row["stratum"] == array[int(line), int(col)]
        assert row["reference"] is row["reference_2"] is row["note"] is None
    assert np.bincount([row["stratum"] for row, _ in rows]).tolist() == [0, 23, 19, 243, 356]
    with contextlib.closing(sqlite3.connect(f"{tmp_path}/points.gpkg")) as database:
        ((style,),) = database.execute("SELECT styleQML FROM layer_styles WHERE useAsDefault").fetchall()
    assert "ValueMap" in style
    assert 'name="class 3"' in style


def test_two_sizes_are_one_sentence(tmp_path):
    scene = write(tmp_path / "map.tif", np.ones((5, 5), np.uint8))
    run = qgis_process(
        "run", "pantau:samplepoints", "--", f"CLASSIFIED={scene}", "TOTAL=10", "TARGET_SE=0.02", f"OUTPUT={tmp_path}/p.gpkg"
    )
    assert run.returncode
    assert "TOTAL is 10 and TARGET_SE is 0.02, and each sets the number of points: give only one." in run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert not (tmp_path / "p.gpkg").exists()


def test_train_classify_and_assess_in_one_model_as_scikit_learn(data, tmp_path):
    """Real Landsat bands, polygons and points in another CRS; the weak classes come out of the table of figures."""
    for file in (data / "landcover" / "landsat7_north_carolina").iterdir():
        shutil.copyfile(file, tmp_path / file.name)
    model = Path(__file__).resolve().parent.parent / "data" / "map_and_check.model3"
    call(str(model), "--", f"scene={tmp_path}/landsat_multiband.tif", f"samples={tmp_path}/landsat96_polygons.shp", "field=id",
         f"points={tmp_path}/landsat96_points.shp", "reference=id", f"train:model={tmp_path}/f.onnx", f"classify:cover={tmp_path}/c.tif",
         f"assess:matrix={tmp_path}/m.gpkg", f"assess:report={tmp_path}/r.html", f"assess:figures={tmp_path}/f.gpkg",
         f"weak:weak={tmp_path}/weak.gpkg")  # fmt: skip
    cover = gdal.Open(f"{tmp_path}/c.tif")
    codes, band, inverse = cover.ReadAsArray(), cover.GetRasterBand(1), gdal.InvGeoTransform(cover.GetGeoTransform())
    dataset = ogr.Open(f"{tmp_path}/landsat96_points.shp")  # its layers end with it
    points = dataset.GetLayer()
    there = osr.CoordinateTransformation(points.GetSpatialRef(), osr.SpatialReference(cover.GetProjection()))
    pairs = []
    for feature in points:
        x, y = there.TransformPoint(*feature.GetGeometryRef().GetPoint_2D())[:2]
        col, row = (math.floor(value) for value in gdal.ApplyGeoTransform(inverse, x, y))
        if 0 <= row < codes.shape[0] and 0 <= col < codes.shape[1] and codes[row, col] != band.GetNoDataValue():
            pairs.append((codes[row, col], feature["id"]))
    mapped, actual = np.array(pairs).T
    rows = table(tmp_path / "f.gpkg")
    figures = {(row["metric"], row["class"]): row["value"] for row in rows if row["scope"] == "count"}
    assert 700 < len(pairs) == sum(row["count"] for row in table(tmp_path / "m.gpkg"))
    assert figures["overall_accuracy", None] == pytest.approx(accuracy_score(actual, mapped))
    assert figures["kappa", None] == pytest.approx(cohen_kappa_score(actual, mapped))
    assert {row["class"] for row in table(tmp_path / "weak.gpkg")} == {
        code for (name, code), value in figures.items() if name == "users_accuracy" and value < 0.5
    }
    assert "rows" in (tmp_path / "r.html").read_text(encoding="utf-8").lower()


def table(path):
    dataset = gdal.OpenEx(str(path))
    return [feature.items() for feature in dataset.GetLayer()]


def test_a_wrong_field_is_one_sentence_and_nothing_is_written(tmp_path):
    scene = write(tmp_path / "map.tif", np.ones((5, 5), np.uint8))
    call("pantau:samplepoints", "--", f"CLASSIFIED={scene}", "TOTAL=10", f"OUTPUT={tmp_path}/p.gpkg")
    for field, words in (
        ("class", "p has no field class: choose one of"),
        ("reference", "is empty throughout: label the points first"),
    ):
        run = qgis_process("run", "pantau:accuracy", "--", f"CLASSIFIED={scene}", f"POINTS={tmp_path}/p.gpkg", f"REFERENCE_FIELD={field}",
                           f"METRICS={tmp_path}/m.csv", f"REPORT={tmp_path}/r.html")  # fmt: skip
        assert run.returncode
        assert words in run.stdout + run.stderr
        assert "Traceback" not in run.stdout + run.stderr
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".xml") == ["map.tif", "p.gpkg"]
