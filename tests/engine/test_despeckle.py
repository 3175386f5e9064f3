"""Despeckling rasters: seams, units, no data, looks, stacks of dates, files."""

import json
import os
import shutil

import numpy as np
import pytest
from osgeo import gdal
from pantau.plugin.engine.burn import despeckle as module
from pantau.plugin.engine.burn import stack as stack_module
from pantau.plugin.engine.burn.despeckle import Settings, block_side, despeckle_raster
from pantau.plugin.engine.burn.speckle import BOXCAR, FILTERS, GAMMA_MAP, LEE, LEE_SIGMA, Speckle, despeckle
from pantau.plugin.engine.burn.stack import StackSettings, despeckle_stack, output_paths, quegan_yu
from pantau.plugin.engine.burn.units import DB, LINEAR, to_db, to_linear
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.composite import Raster
from scenes import Notes, read, write

LOOKS = 4.4


def speckled(shape, level=0.05, seed=0):
    return (level * np.random.default_rng(seed).gamma(LOOKS, 1 / LOOKS, shape)).astype(np.float32)


def unit_of(path):
    dataset = gdal.Open(path)
    return dataset.GetRasterBand(1).GetUnitType()


@pytest.fixture
def scene():
    """Two bands: fields and no data, each its own; larger than a few small blocks, and no multiple of them."""
    values = np.stack([speckled((150, 203)), speckled((150, 203), 0.2, 1)])
    values[0, :, 90:] *= 6
    values[0, 40:44] = np.nan
    values[1, 100:, 150:] = np.nan
    values[1, :20, :30] = 0
    return values


def square(x, y, side):
    """A square of pixels of the usual grid, as an area of interest."""
    west, north = 500000 + 10 * x, 9900000 - 10 * y
    east, south = west + 10 * side, north - 10 * side
    text = f"POLYGON(({west} {north},{east} {north},{east} {south},{west} {south},{west} {north}))"
    from osgeo import ogr

    return Polygons([bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb())], "")


# -- one raster


@pytest.mark.parametrize("filter", FILTERS)
def test_blocks_of_any_size_give_what_the_whole_array_gives(tmp_path, scene, monkeypatch, filter):
    path = write(tmp_path / "s.tif", scene, names=["VH", "VV"])
    results = []
    for side in (32, 77, 512):
        monkeypatch.setattr(module, "block_side", lambda planes, halo, side=side: side)
        despeckle_raster(path, Settings(filter, 7, LOOKS), str(tmp_path / "o.tif"))
        results.append(read(tmp_path / "o.tif"))
    assert np.array_equal(results[0], results[2], equal_nan=True)
    assert np.array_equal(results[1], results[2], equal_nan=True)
    bright = [np.inf, np.inf]
    if filter == LEE_SIGMA:
        bright = [np.percentile(band[band > 0], 98) for band in scene]
    for found, band, limit in zip(results[2], scene, bright):
        assert np.array_equal(found, despeckle(band, Speckle(filter, 7, LOOKS, limit)), equal_nan=True)


def test_the_file_says_what_it_is(tmp_path, scene):
    path, notes = write(tmp_path / "s.tif", scene, names=["VH", "VV"]), Notes()
    done = despeckle_raster(path, Settings(), str(tmp_path / "o.tif"), monitor=notes)
    dataset = gdal.Open(str(tmp_path / "o.tif"))
    bands = [dataset.GetRasterBand(n) for n in (1, 2)]
    assert [(b.GetDescription(), b.GetUnitType(), b.DataType) for b in bands] == [
        ("VH", "1", gdal.GDT_Float32), ("VV", "1", gdal.GDT_Float32)
    ]  # fmt: skip
    assert all(np.isnan(band.GetNoDataValue()) for band in bands)
    made = json.loads(dataset.GetMetadata("PANTAU")["provenance"])
    assert (made["algorithm"], made["filter"], made["size"], made["units"]) == ("pantau:despeckle", "lee", 7, "linear")
    assert made["looks_estimated"] is True
    assert made["looks"] == done.looks == pytest.approx(LOOKS, rel=0.1)
    assert done.empty == 20 * 30
    assert any("600 values" in line for line in notes.warnings)
    assert any("equivalent looks, estimated from" in line for line in notes.lines)
    assert "Mpx/s" in notes.lines[-1]
    assert notes.shares[-1] == pytest.approx(1)


@pytest.mark.parametrize("filter", [LEE, LEE_SIGMA, GAMMA_MAP])
def test_decibels_are_filtered_as_power(tmp_path, scene, filter):
    linear, decibels = write(tmp_path / "l.tif", scene), write(tmp_path / "d.tif", to_db(scene))
    one = despeckle_raster(linear, Settings(filter, 5), str(tmp_path / "lo.tif"))
    other = despeckle_raster(decibels, Settings(filter, 5), str(tmp_path / "do.tif"))
    assert (one.units, other.units) == (LINEAR, DB)
    assert other.looks == pytest.approx(one.looks, rel=1e-3)
    found, expected = read(tmp_path / "do.tif"), read(tmp_path / "lo.tif")
    near = np.isclose(to_linear(found), expected, rtol=1e-4, equal_nan=True)
    assert near.mean() > 0.9999  # a value on the border of Lee sigma's range may fall to either side
    assert unit_of(str(tmp_path / "do.tif")) == "dB"


def test_only_the_area_of_interest_is_written_and_windows_look_beyond_it(tmp_path, scene):
    path = write(tmp_path / "s.tif", scene)
    despeckle_raster(path, Settings(LEE, 7, LOOKS), str(tmp_path / "whole.tif"))
    area = Polygons([*square(60, 60, 40).wkb, *square(110, 90, 10).wkb], "")
    done = despeckle_raster(path, Settings(LEE, 7, LOOKS, aoi=area), str(tmp_path / "part.tif"))
    whole, part = read(tmp_path / "whole.tif"), read(tmp_path / "part.tif")
    assert part.shape == (2, 40, 60)
    assert np.array_equal(part[:, :, :40], whole[:, 60:100, 60:100], equal_nan=True)
    assert np.isnan(part[:, :30, 40:]).all()
    assert np.array_equal(part[:, 30:, 50:], whole[:, 90:100, 110:120], equal_nan=True)
    assert done.empty == 0
    assert gdal.Open(str(tmp_path / "part.tif")).GetGeoTransform()[:4:3] == (500600, 9899400)


@pytest.mark.parametrize("shape", [(1, 1), (1, 60), (60, 1), (2, 3)])
def test_smallest_rasters(tmp_path, shape):
    values = speckled(shape)
    path = write(tmp_path / "s.tif", values)
    for filter in FILTERS:
        despeckle_raster(path, Settings(filter, 7, LOOKS), str(tmp_path / "o.tif"))
        bright = np.percentile(values, 98) if filter == LEE_SIGMA else np.inf
        assert np.array_equal(read(tmp_path / "o.tif")[0], despeckle(values, Speckle(filter, 7, LOOKS, bright)))
    with pytest.raises(PantauError, match="give LOOKS"):
        despeckle_raster(path, Settings(), str(tmp_path / "p.tif"))
    assert not (tmp_path / "p.tif").exists()


@pytest.mark.parametrize("value", [np.nan, 0.0])
def test_a_raster_without_data_stays_so(tmp_path, value):
    notes = Notes()
    path = write(tmp_path / "n.tif", np.full((50, 60), value, np.float32))
    done = despeckle_raster(path, Settings(), str(tmp_path / "o.tif"), monitor=notes)
    assert np.isnan(read(tmp_path / "o.tif")).all()
    assert done.looks == 0
    assert "holds no data" in notes.warnings[0]


def test_no_data_of_any_kind(tmp_path):
    values = speckled((60, 60))
    expected = values.copy()
    values[10:15] = -9999
    expected[10:15] = np.nan
    despeckle_raster(write(tmp_path / "s.tif", values, nodata=-9999), Settings(BOXCAR, 5), str(tmp_path / "o.tif"))
    assert np.array_equal(read(tmp_path / "o.tif")[0], despeckle(expected, Speckle(BOXCAR, 5)), equal_nan=True)


def test_a_scale_and_an_offset_that_the_file_declares_count(tmp_path):
    decibels = to_db(speckled((80, 90)))
    path = write(tmp_path / "s.tif", np.round((decibels + 50) * 500).astype(np.uint16))
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.002)
    dataset.GetRasterBand(1).SetOffset(-50)
    dataset = None
    done = despeckle_raster(path, Settings(LEE, 7, LOOKS), str(tmp_path / "o.tif"))
    assert done.units == DB
    expected = to_db(despeckle(to_linear(decibels), Speckle(LEE, 7, LOOKS)))
    assert np.allclose(read(tmp_path / "o.tif")[0], expected, atol=0.01)


def test_looks_are_those_of_the_homogeneous_parts_wherever_they_lie(tmp_path):
    """Data only in a strip at the border of a raster of 2000 px, half of it a town."""
    values = np.full((2000, 2000), np.nan, np.float32)
    values[1700:1900, 100:500] = speckled((200, 400))
    values[1700:1900, 300:500] *= np.random.default_rng(1).gamma(0.5, 2, (200, 200))
    done = despeckle_raster(write(tmp_path / "s.tif", values), Settings(), str(tmp_path / "o.tif"))
    assert done.looks == pytest.approx(LOOKS, rel=0.1)


@pytest.mark.parametrize("filter", [LEE, LEE_SIGMA])
def test_a_part_is_filtered_like_the_whole(tmp_path, scene, filter):
    path, area = write(tmp_path / "s.tif", scene), square(20, 60, 9)
    whole = despeckle_raster(path, Settings(filter), str(tmp_path / "whole.tif"))
    part = despeckle_raster(path, Settings(filter, aoi=area), str(tmp_path / "part.tif"))
    assert part.looks == whole.looks
    assert np.array_equal(read(tmp_path / "part.tif"), read(tmp_path / "whole.tif")[:, 60:69, 20:29], equal_nan=True)


def test_a_cancelled_or_failed_run_changes_nothing(tmp_path, scene):
    path = write(tmp_path / "s.tif", scene)
    (tmp_path / "o.tif").write_bytes(b"before")
    for stop in (0.0, 0.3):
        with pytest.raises(Cancelled):
            despeckle_raster(path, Settings(), str(tmp_path / "o.tif"), monitor=Notes(stop))
    for settings, match in (
        (Settings(size=6), "SIZE is 6"), (Settings(looks=0.0), "LOOKS is 0"),
        (Settings(aoi=square(5000, 5000, 9)), "outside the raster"),
    ):  # fmt: skip
        with pytest.raises(PantauError, match=match):
            despeckle_raster(path, settings, str(tmp_path / "o.tif"))
    assert (tmp_path / "o.tif").read_bytes() == b"before"
    assert sorted(os.listdir(tmp_path)) == ["o.tif", "s.tif"]


def test_blocks_shrink_with_the_number_of_bands():
    assert block_side(1, 3) == block_side(20, 3) == 512
    assert 64 <= block_side(100, 3) < 512
    assert block_side(10_000, 50) == 64


def test_a_real_burst(data, tmp_path):
    """OPERA's RTC of 30 m: some 3.5 looks; the mean stays, the looks rise, and the coast's zeros are no data."""
    source = next((data / "sar" / "vh_png_2024").glob("*20240123T084748Z*.tif"))
    shutil.copyfile(source, tmp_path / "s.tif")
    before = read(tmp_path / "s.tif")[0]
    for filter in FILTERS:
        done = despeckle_raster(str(tmp_path / "s.tif"), Settings(filter), str(tmp_path / "o.tif"))
        found = read(tmp_path / "o.tif")[0]
        assert np.array_equal(np.isnan(found), np.isnan(before))
        assert np.nanmean(found) == pytest.approx(np.nanmean(before), rel=0.05)
        assert filter == BOXCAR or 3 < done.looks < 5
        again = despeckle_raster(str(tmp_path / "o.tif"), Settings(), str(tmp_path / "p.tif"))
        assert again.looks > 2.5 * 3.5, filter


# -- many dates


@pytest.fixture
def dates(tmp_path, scene):
    """Three dates of two bands; the second in decibels, the third on a grid that begins elsewhere."""
    factors = np.random.default_rng(5).gamma(LOOKS, 1 / LOOKS, (3, *scene.shape)).astype(np.float32)
    layers = [scene, scene * factors[1], scene * factors[2]]
    os.mkdir(tmp_path / "in")
    paths = [
        write(tmp_path / "in" / "a.tif", layers[0], names=["VH", "VV"]),
        write(tmp_path / "in" / "b.tif", to_db(layers[1]), names=["VH", "VV"]),
        write(tmp_path / "in" / "c.tif", layers[2][:, 10:, 20:], transform=(500200.0, 10.0, 0, 9899900.0, 0, -10.0)),
    ]
    layers[2] = np.where((np.arange(150)[:, None] < 10) | (np.arange(203) < 20), np.nan, layers[2])
    return [Raster(path) for path in paths], np.stack(layers)


def test_dates_steady_each_other_on_the_grid_of_the_first(tmp_path, dates, monkeypatch):
    rasters, layers = dates
    notes, results = Notes(), []
    for side in (40, 512):
        monkeypatch.setattr(stack_module, "block_side", lambda planes, halo, side=side: side)
        done = despeckle_stack(rasters, StackSettings(5), str(tmp_path / "out"), monitor=notes)
        results.append([read(path) for path in done.paths])
    assert [os.path.basename(path) for path in done.paths] == ["a.tif", "b.tif", "c.tif"]
    assert sorted(os.listdir(tmp_path / "out")) == ["a.tif", "b.tif", "c.tif"]
    assert (done.resampled, done.looks) == (1, pytest.approx(LOOKS, rel=0.1))
    assert done.looks_after == pytest.approx(done.looks * 3 * 25 / 27)
    for band in range(2):
        powers = np.pad(layers[:, band], ((0, 0), (2, 2), (2, 2)), constant_values=np.nan)
        expected = quegan_yu(powers, 5)
        expected[1] = to_db(expected[1])
        for one, other, truth in zip(*results, expected):
            assert np.array_equal(one[band], other[band], equal_nan=True)
            assert np.allclose(one[band], truth, rtol=2e-5, atol=2e-5, equal_nan=True)
    units = [unit_of(path) for path in done.paths]
    assert units == ["1", "dB", "1"]
    assert any("c.tif" in line and "nearest" in line for line in notes.lines)
    assert done.empty == 20 * 30 + 10 * 10  # zeros of the second band; none in the decibels, where they are NaN


def test_the_area_of_interest_of_a_stack(tmp_path, dates):
    rasters, _ = dates
    whole = despeckle_stack(rasters, StackSettings(5, LOOKS), str(tmp_path / "out"))
    part = despeckle_stack(rasters, StackSettings(5, LOOKS, aoi=square(60, 60, 30)), str(tmp_path / "part"))
    for one, other in zip(whole.paths, part.paths):
        assert np.array_equal(read(one)[:, 60:90, 60:90], read(other), equal_nan=True)


def test_names_in_the_folder(tmp_path):
    folder = str(tmp_path / "out")
    for name in ("2023-01-01", "2023-12-27"):
        os.mkdir(tmp_path / name)
    found = output_paths([f"{tmp_path}/2023-01-01/VH.tif", f"{tmp_path}/2023-12-27/VH.img", "/vsizip/x.zip/V:H.tif"], folder)
    assert [os.path.relpath(path, folder) for path in found] == ["VH.tif", "VH_2.tif", "V_H.tif"]
    with pytest.raises(PantauError, match="would be replaced"):
        output_paths([f"{tmp_path}/a.tif", f"{tmp_path}/b.tif"], str(tmp_path))
    with pytest.raises(PantauError, match="names 1 rasters"):
        output_paths(["a.tif"], folder)
    with pytest.raises(PantauError, match="does not exist"):
        output_paths(["a.tif", "b.tif"], str(tmp_path / "none" / "out"))
    (tmp_path / "file").write_text("")
    with pytest.raises(PantauError, match="is a file"):
        output_paths(["a.tif", "b.tif"], str(tmp_path / "file"))


def test_a_stack_that_fails_changes_nothing(tmp_path, dates):
    rasters, _ = dates
    with pytest.raises(Cancelled):
        despeckle_stack(rasters, StackSettings(5), str(tmp_path / "out"), monitor=Notes(0.3))
    assert not (tmp_path / "out").exists()
    os.mkdir(tmp_path / "out")
    (tmp_path / "out" / "b.tif").write_bytes(b"before")
    single = Raster(write(tmp_path / "in" / "one.tif", speckled((150, 203))))
    for inputs, settings, match in (
        ([*rasters, single], StackSettings(5), "has 2 bands and one.tif has 1"),
        (rasters, StackSettings(4), "SIZE is 4"),
        (rasters, StackSettings(5, -1.0), "LOOKS is -1"),
    ):
        with pytest.raises(PantauError, match=match):
            despeckle_stack(inputs, settings, str(tmp_path / "out"))
    with pytest.raises(Cancelled):
        despeckle_stack(rasters, StackSettings(5), str(tmp_path / "out"), monitor=Notes(0.3))
    assert os.listdir(tmp_path / "out") == ["b.tif"]
    assert (tmp_path / "out" / "b.tif").read_bytes() == b"before"


def test_ten_real_dates(data, tmp_path):
    """Ten dates of Papua New Guinea: means stay within 1 %, and where little changes two dates differ by less than half as much."""
    paths = []
    for path in sorted((data / "sar" / "vh_png_2024").glob("*.tif")):
        paths.append(shutil.copyfile(path, tmp_path / path.name))
    done = despeckle_stack([Raster(str(path)) for path in paths], StackSettings(), str(tmp_path / "out"))
    assert len(done.paths) == 10
    for before, after in zip(paths, done.paths):
        one, other = read(before)[0], read(after)[0]
        assert np.array_equal(np.isnan(one), np.isnan(other))
        assert np.nanmean(other) == pytest.approx(np.nanmean(one), rel=0.01)
    before, after = ([to_db(read(path)[0]) for path in both] for both in (paths[:2], done.paths[:2]))
    assert np.nanstd(after[1] - after[0]) < 0.5 * np.nanstd(before[1] - before[0])
