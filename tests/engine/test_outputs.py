"""What is written: whole, with overviews, in place of nothing but itself."""

import json
import os
import subprocess
import sys

import numpy as np
import pytest
from osgeo import gdal
from pantau.plugin.engine.errors import PantauError
from pantau.plugin.engine.raster.grid import Window
from pantau.plugin.engine.raster.legend import Legend, LegendEntry, read_legend, read_provenance
from pantau.plugin.engine.raster.outputs import Outputs, copy_raster
from pantau.plugin.engine.raster.pipeline import tile_windows
from pantau.plugin.engine.raster.source import RasterSource
from scenes import read, write

LEGEND = Legend((LegendEntry(0, "none", "tidak ada", "#FFFFFF"), LegendEntry(7, "mine", "tambang", "#D7301F")))


def grid_of(tmp_path, rows, cols):
    return RasterSource(write(tmp_path / "grid.tif", np.zeros((rows, cols), np.uint8))).grid


@pytest.mark.parametrize(
    ("rows", "cols", "size"), [(1, 1, 512), (300, 700, 512), (1100, 1301, 256), (1537, 513, 200), (700, 2000, 333)]
)
def test_what_is_written_in_windows_is_what_is_read(tmp_path, rows, cols, size):
    rng = np.random.default_rng(3)
    image = rng.integers(0, 250, (2, rows, cols)).astype(np.uint8)
    path = str(tmp_path / "out.tif")
    with Outputs() as outputs:
        output = outputs.create("x", path, grid_of(tmp_path, rows, cols), np.uint8, 2, 255)
        for w in tile_windows(Window(0, 0, cols, rows), size):
            output.write(w.x, w.y, image[:, w.y : w.y + w.height, w.x : w.x + w.width])
    assert np.array_equal(read(path), image)


def test_overviews_are_means_of_valid_pixels_and_classes_keep_their_codes(tmp_path):
    rng = np.random.default_rng(4)
    rows, cols = 1200, 1500
    values = rng.random((rows, cols)).astype(np.float32)
    values[:600, :700] = np.nan
    codes = np.where(rng.random((rows, cols)) > 0.5, 7, 0).astype(np.uint8)
    grid = grid_of(tmp_path, rows, cols)
    with Outputs() as outputs:
        a = outputs.create("values", str(tmp_path / "values.tif"), grid, np.float32, 1, float("nan"))
        b = outputs.create("codes", str(tmp_path / "codes.tif"), grid, np.uint8, 1, 255, legend=LEGEND)
        for w in tile_windows(Window(0, 0, cols, rows), 512):
            part = (slice(w.y, w.y + w.height), slice(w.x, w.x + w.width))
            a.write(w.x, w.y, values[part])
            b.write(w.x, w.y, codes[part])
    # GDAL's own average, made from the finished file, is the truth outside
    for name in ("values", "codes"):
        gdal.Translate(str(tmp_path / f"{name}_gdal.tif"), str(tmp_path / f"{name}.tif"), creationOptions=["TILED=YES"])
    other = gdal.Open(str(tmp_path / "values_gdal.tif"), gdal.GA_Update)
    other.BuildOverviews("AVERAGE", [2, 4, 8])
    own = gdal.Open(str(tmp_path / "values.tif"))
    mine, theirs = own.GetRasterBand(1), other.GetRasterBand(1)
    assert mine.GetOverviewCount() == 3
    for level in range(2):
        one, two = mine.GetOverview(level).ReadAsArray(), theirs.GetOverview(level).ReadAsArray()
        assert one.shape == two.shape
        assert np.array_equal(np.isnan(one), np.isnan(two))
        if level == 0:
            assert np.nanmax(np.abs(one - two)) < 1e-5
    own_codes = gdal.Open(str(tmp_path / "codes.tif"))
    assert set(np.unique(own_codes.GetRasterBand(1).GetOverview(2).ReadAsArray())) == {0, 7}


def test_the_file_is_tiled_compressed_and_carries_its_legend_and_provenance(tmp_path):
    path = str(tmp_path / "m.tif")
    with Outputs() as outputs:
        outputs.create("m", path, grid_of(tmp_path, 300, 300), np.uint8, 1, 255, legend=LEGEND, provenance={"algorithm": "x"})
    dataset = gdal.Open(path)
    assert dataset.GetMetadata("IMAGE_STRUCTURE")["COMPRESSION"] == "DEFLATE"
    assert dataset.GetRasterBand(1).GetBlockSize() == [256, 256]
    assert read_legend(path) == LEGEND
    assert json.loads(dataset.GetMetadataItem("provenance", "PANTAU"))["algorithm"] == "x"
    assert dataset.GetRasterBand(1).GetCategoryNames()[7] == "mine"
    assert dataset.GetRasterBand(1).GetColorTable().GetColorEntry(7)[:3] == (215, 48, 31)
    assert (dataset.ReadAsArray() == 255).all()


def test_overviews_of_doubles_are_means_of_doubles(tmp_path):
    values = np.full((600, 600), 123456789.5)
    values[:2, :2] = 1e39
    values[:2, 2:4] = [[-1, 123456788.5], [-1, 123456790.5]]
    with Outputs() as outputs:
        outputs.create("x", str(tmp_path / "x.tif"), grid_of(tmp_path, 600, 600), np.float64, 1, -1).write(0, 0, values)
    dataset = gdal.Open(str(tmp_path / "x.tif"))
    overview = dataset.GetRasterBand(1).GetOverview(0).ReadAsArray()
    assert overview[0, 0] == 1e39
    assert (overview.ravel()[1:] == 123456789.5).all()


def test_overviews_of_whole_numbers_are_rounded_means_of_what_is_valid(tmp_path):
    values = np.full((600, 600), 7, np.uint8)
    values[:2, :4] = [[1, 2, 0, 0], [2, 2, 9, 6]]  # means 1.75, and of the valid two 7.5; numpy and GDAL round that to 8
    for name, nodata, expected in (
        ("in", 0, [2, 8]),
        ("below", -9999, [2, 4]),
        ("none", None, [2, 4]),
    ):  # what no byte is marks none
        path = str(tmp_path / f"{name}.tif")
        with Outputs() as outputs:
            outputs.create(name, path, grid_of(tmp_path, 600, 600), np.uint8, 1, nodata).write(0, 0, values)
        dataset = gdal.Open(path)
        overview = dataset.GetRasterBand(1).GetOverview(0).ReadAsArray()
        assert overview[0, :2].tolist() == expected
        assert (overview[1:] == 7).all()


def test_metadata_that_others_left_are_passed_over(tmp_path):
    path = write(tmp_path / "a.tif", np.zeros((3, 3), np.uint8))
    named = {"code": 7, "name": "mine", "name:id": "tambang", "color": "#D7301F"}
    texts = ["{", "null", "3", '"mine"', '{"legend": 1}', "[1]", '[{"code": 1}]']
    texts += [json.dumps([{**named, key: value}]) for key, value in (("code", "x"), ("name", None), ("color", "red"), ("color", 3))]
    for text in texts:
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.SetMetadata({"legend": text, "provenance": "[1]" if text == "{" else "{" + text}, "PANTAU")
        dataset.GetRasterBand(1).SetCategoryNames(["", "forest"])
        dataset = None
        assert [(entry.code, entry.name) for entry in read_legend(path)] == [(1, "forest")], text
        assert read_provenance(path) == {}
    assert Legend.from_json(json.dumps([named])) == Legend(LEGEND.entries[1:])


def test_a_failed_run_leaves_the_earlier_file_and_nothing_else(tmp_path):
    path = tmp_path / "keep.tif"
    path.write_bytes(b"earlier")
    grid = grid_of(tmp_path, 600, 600)
    with pytest.raises(ZeroDivisionError), Outputs() as outputs:
        outputs.create("x", str(path), grid, np.uint8, 1, 255, legend=LEGEND).write(0, 0, np.ones((600, 600), np.uint8))
        raise ZeroDivisionError
    assert path.read_bytes() == b"earlier"
    assert sorted(os.listdir(tmp_path)) == ["grid.tif", "keep.tif"]


def test_side_files_of_an_earlier_raster_do_not_describe_the_new_one(tmp_path):
    path = tmp_path / "a.tif"
    for ending in (".ovr", ".aux.xml", ".msk"):
        (tmp_path / ("a.tif" + ending)).write_text("stale")
    with Outputs() as outputs:
        outputs.create("x", str(path), grid_of(tmp_path, 10, 10), np.uint8, 1, 255)
    assert sorted(os.listdir(tmp_path)) == ["a.tif", "grid.tif"]


@pytest.mark.parametrize(
    ("name", "words"), [("x.img", "ends with .tif"), ("nowhere/x.tif", "does not exist"), (".", "GeoTIFF name")]
)
def test_targets_that_cannot_be_written_are_refused_before_the_work(tmp_path, name, words):
    with pytest.raises(PantauError, match=words):
        Outputs().create("x", str(tmp_path / name), grid_of(tmp_path, 3, 3), np.uint8, 1, 255)


FULL_DISK = """
import resource, signal, sys
sys.path.insert(0, {tests!r}); import conftest
import numpy as np
from pathlib import Path
from pantau.plugin.engine.errors import PantauError
from pantau.plugin.engine.raster.outputs import Outputs, copy_raster
from pantau.plugin.engine.raster.source import RasterSource
from osgeo import gdal
gdal.{exceptions}()
gdal.UseExceptions = gdal.DontUseExceptions = None  # they are for all threads: nobody may turn them while others work
grid = RasterSource({grid!r}).grid
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))  # to the writer a disk with no room for more
try:
    with Outputs() as outputs:
        x = outputs.create("x", {path!r}, grid, np.uint8, 1, 255)
        for y in range(0, 1024, 256):
            x.write(0, y, np.random.default_rng(y).integers(0, 255, (256, 1024)).astype(np.uint8))
except PantauError as error:
    print("SENTENCE", error)
"""


@pytest.mark.parametrize("exceptions", ["UseExceptions", "DontUseExceptions"])
def test_a_full_disk_is_one_sentence_and_leaves_the_earlier_file(tmp_path, exceptions):
    path = tmp_path / "keep.tif"
    path.write_bytes(b"earlier")
    grid_of(tmp_path, 1024, 1024)
    tests, grid = os.path.dirname(os.path.dirname(__file__)), str(tmp_path / "grid.tif")
    code = FULL_DISK.format(tests=tests, grid=grid, path=str(path), exceptions=exceptions)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert "SENTENCE" in run.stdout, run.stderr
    assert "free space" in run.stdout
    assert run.stdout.count("\n") == 1
    assert "Exception" not in run.stderr  # libtiff prints lines of its own
    assert path.read_bytes() == b"earlier"
    assert sorted(os.listdir(tmp_path)) == ["grid.tif", "keep.tif"]


def test_a_copy_takes_its_side_files_along_and_those_of_before_away(tmp_path):
    source, target = tmp_path / "a.tif", tmp_path / "b.tif"
    source.write_bytes(b"new")
    (tmp_path / "a.tif.aux.xml").write_bytes(b"names")
    target.write_bytes(b"old")
    (tmp_path / "b.tif.ovr").write_bytes(b"old overviews")
    copy_raster(str(source), str(target))
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {
        "a.tif": b"new", "a.tif.aux.xml": b"names", "b.tif": b"new", "b.tif.aux.xml": b"names",
    }  # fmt: skip


def test_a_copy_that_fails_leaves_what_was_there(tmp_path):
    target = tmp_path / "b.tif"
    target.write_bytes(b"old")
    (tmp_path / "a.tif").mkdir()  # no file to copy
    with pytest.raises(PantauError, match=r"b\.tif cannot be written"):
        copy_raster(str(tmp_path / "a.tif"), str(target))
    assert target.read_bytes() == b"old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.tif", "b.tif"]


def test_a_copy_that_fails_half_way_leaves_what_was_there(tmp_path):
    source, target = tmp_path / "a.tif", tmp_path / "b.tif"
    source.write_bytes(b"new")
    (tmp_path / "a.tif.ovr").mkdir()  # the second file to copy is none
    target.write_bytes(b"old")
    with pytest.raises(PantauError, match=r"b\.tif cannot be written"):
        copy_raster(str(source), str(target))
    assert target.read_bytes() == b"old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.tif", "a.tif.ovr", "b.tif"]
