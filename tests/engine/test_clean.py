"""Cleaning against the rule applied pixel by pixel and patch by patch in plain Python, and against scenes small enough to count."""

import json
import os
from collections import Counter

import numpy as np
import pytest
from osgeo import gdal
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.landcover.clean import MAJORITY, SIEVE, Settings, clean, majority
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.raster import patches
from pantau.plugin.engine.raster.grid import CellAreas
from pantau.plugin.engine.raster.legend import Legend, LegendEntry, read_legend, read_provenance
from pantau.plugin.engine.raster.outputs import RasterOutput
from pantau.plugin.engine.raster.source import RasterSource
from scenes import read, write
from scipy import ndimage

PIXEL_HA = 0.01  # of 10 m, within a few parts in ten thousand


def mosaic(rng, rows, cols, codes, noise=0.15):
    """Blobs of some classes, with single pixels of others in them."""
    field = np.stack([ndimage.gaussian_filter(rng.standard_normal((rows, cols)), 3) for _ in codes])
    scene = np.array(codes)[field.argmax(0)]
    spots = rng.random((rows, cols)) < noise
    scene[spots] = rng.choice(codes, spots.sum())
    return scene


def slow_majority(values, valid, reach):
    """The rule, one pixel after the other."""
    result = values.copy()
    for row, col in np.argwhere(valid):
        part = np.s_[max(0, row - reach) : row + reach + 1, max(0, col - reach) : col + reach + 1]
        votes = Counter(values[part][valid[part]].tolist())
        most = max(votes.values())
        leading = sorted(code for code, count in votes.items() if count == most)
        result[row, col] = values[row, col] if values[row, col] in leading else leading[0]
    return result


@pytest.mark.parametrize("size", [3, 5, 9, 15])
@pytest.mark.parametrize(("dtype", "codes"), [(np.uint8, [0, 1, 7, 255]), (np.uint16, [3, 300, 40_000]), (np.int32, [-5, 0, 9])])
def test_the_majority_of_every_window(tmp_path, size, dtype, codes):
    rng = np.random.default_rng(size)
    scene = mosaic(rng, 30, 41, codes).astype(dtype)
    nodata = 77
    scene[rng.random(scene.shape) < 0.1] = nodata
    scene[10:16, 5:20] = nodata
    result = clean(write(tmp_path / "a.tif", scene, nodata=nodata), str(tmp_path / "b.tif"), Settings(MAJORITY, size))
    expected = slow_majority(scene, scene != nodata, size // 2)
    made = read(tmp_path / "b.tif")[0]
    assert made.dtype == dtype
    assert np.array_equal(made, expected)
    changed, mapped = np.count_nonzero(expected != scene), np.count_nonzero(scene != nodata)
    assert result.changed_percent == pytest.approx(100 * changed / mapped, rel=1e-3)
    assert result.changed_ha == pytest.approx(changed * PIXEL_HA, rel=2e-3)


def test_scipys_filter_agrees_where_no_classes_tie():
    rng = np.random.default_rng(1)
    scene = mosaic(rng, 60, 60, [1, 2])  # of two classes, an odd window has one with more
    expected = ndimage.generic_filter(scene, lambda window: np.bincount(window.astype(int)).argmax(), 5, mode="reflect")
    assert np.array_equal(majority(np.pad(scene, 2, mode="symmetric").astype(np.uint8), None, 2), expected)


def test_a_tie_keeps_the_pixels_own_class_and_else_takes_the_lowest_code(tmp_path):
    scene = np.array([[9, 9, 9], [9, 4, 4], [4, 4, 0]], np.uint8)  # in the middle 4 and 9 have four each: 4 stays
    other = np.array([[9, 9, 9], [9, 1, 4], [4, 4, 4]], np.uint8)  # the same, and the pixel is neither: the lower code
    for values, middle in ((scene, 4), (other, 4), (scene.T, 4)):
        assert majority(values, None, 1)[0, 0] == middle
    swapped = np.array([[4, 4, 4], [4, 9, 9], [9, 9, 0]], np.uint8)
    assert majority(swapped, None, 1)[0, 0] == 9


def test_blocks_leave_no_seam(tmp_path):
    rng = np.random.default_rng(2)
    scene = mosaic(rng, 700, 600, [1, 2, 3, 4]).astype(np.uint8)
    clean(write(tmp_path / "a.tif", scene), str(tmp_path / "b.tif"), Settings(MAJORITY, 7))
    padded, voting = np.pad(scene, 3), np.pad(np.ones(scene.shape, bool), 3)
    assert np.array_equal(read(tmp_path / "b.tif")[0], majority(padded, voting, 3))


def slow_sieve(scene, valid, areas, minimum):
    """The rule, one patch after the other: of the fewest pixels first."""
    scene, stuck = scene.copy(), set()
    while True:
        best = None
        for code in np.unique(scene[valid]):
            labels, count = ndimage.label((scene == code) & valid)
            for label in range(1, count + 1):
                its = labels == label
                place = tuple(np.argwhere(its)[0])
                if areas[its].sum() < minimum and place not in stuck and (best is None or its.sum() < best[0]):
                    best = (its.sum(), its, place)
        if best is None:
            return scene
        its, borders = best[1], Counter()
        for row, col in np.argwhere(its):
            for down, right in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                r, c = row + down, col + right
                if 0 <= r < scene.shape[0] and 0 <= c < scene.shape[1] and valid[r, c] and not its[r, c]:
                    borders[scene[r, c]] += 1
        if not borders:
            stuck.add(best[2])
            continue
        scene[its] = min(borders, key=lambda code: (-borders[code], code))


def test_the_sieve_is_that_of_one_patch_after_the_other(tmp_path, monkeypatch):
    monkeypatch.setattr(patches, "_strip_rows", lambda grid: 7)
    # One small patch of each size: no two of one size, whose order is a matter of taste.
    rng, checked = np.random.default_rng(3), 0
    for number in range(200):
        scene = mosaic(rng, 16, 17, [1, 2, 5, 300], 0.0).astype(np.uint16)
        scene = np.where(rng.random(scene.shape) < 0.05, 0, scene).astype(np.uint16)
        path = write(tmp_path / "a.tif", scene, nodata=0)
        minimum = 0.1205
        labels = [ndimage.label(scene == code)[0] for code in (1, 2, 5, 300)]
        sizes = [size for label in labels for size in np.bincount(label.ravel())[1:] if size < 13]
        if len(set(sizes)) < len(sizes) or len(sizes) < 4:
            continue
        checked += 1
        grid = RasterSource(path).grid
        rows, cols = np.indices(scene.shape)
        expected = slow_sieve(scene, scene != 0, CellAreas(grid).at(rows, cols), minimum)
        clean(path, str(tmp_path / "b.tif"), Settings(SIEVE, min_area_ha=minimum))
        assert np.array_equal(read(tmp_path / "b.tif")[0], expected), number
    assert checked > 10


@pytest.mark.parametrize("rows", [5, 64, 1000])
def test_nothing_small_is_left_and_nothing_large_is_lost(tmp_path, monkeypatch, rows):
    monkeypatch.setattr(patches, "_strip_rows", lambda grid: rows)
    rng = np.random.default_rng(4)
    scene = rng.choice([1, 2, 3, 200], (120, 90)).astype(np.uint8)  # nothing but small patches
    scene[20:60, 20:60] = 2
    scene[80:, 50] = 255
    result = clean(write(tmp_path / "a.tif", scene, nodata=255), str(tmp_path / "b.tif"), Settings(SIEVE, min_area_ha=0.3))
    made = read(tmp_path / "b.tif")[0]
    assert np.array_equal(made == 255, scene == 255)
    assert (made[20:60, 20:60] == 2).all()
    for code in np.unique(made[made != 255]):
        labels, count = ndimage.label(made == code)
        assert np.bincount(labels.ravel())[1:].min() >= 30
    assert result.left == 0
    assert result.small > 1000
    if rows != 5:
        other = tmp_path / "c.tif"
        monkeypatch.setattr(patches, "_strip_rows", lambda grid: 5)
        clean(str(tmp_path / "a.tif"), str(other), Settings(SIEVE, min_area_ha=0.3))
        assert np.array_equal(read(other), read(tmp_path / "b.tif"))


def test_the_longest_border_wins_and_an_island_in_no_data_stays(tmp_path):
    scene = np.full((12, 20), 1, np.uint8)
    scene[:, 10:] = 2
    scene[4:6, 8:10] = 7  # four edges on 1 above and below, two to the left: 1; two on 2: goes to 1
    scene[9, 10] = 8  # three edges on 2, one on 1: goes to 2
    scene[0:3, 16:20] = 255
    scene[0, 19] = 9  # alone in no data
    expected = scene.copy()
    expected[4:6, 8:10], expected[9, 10] = 1, 2
    result = clean(write(tmp_path / "a.tif", scene, nodata=255), str(tmp_path / "b.tif"), Settings(SIEVE, min_area_ha=0.1))
    assert np.array_equal(read(tmp_path / "b.tif")[0], expected)
    assert (result.small, result.left) == (3, 1)
    assert result.left_ha == pytest.approx(PIXEL_HA, rel=2e-3)
    assert result.changed_ha == pytest.approx(5 * PIXEL_HA, rel=2e-3)


def test_a_chain_of_small_patches_ends_as_one_class(tmp_path):
    row = np.repeat([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6])[None]  # one grows into the next, until it is large enough
    clean(write(tmp_path / "a.tif", row.astype(np.uint8)), str(tmp_path / "b.tif"), Settings(SIEVE, min_area_ha=0.1))
    # 1 becomes 2: three pixels of 2, as many as of 3, one of them goes; either way six of 2 or 3, then 4 goes to them or 5 ...
    made = read(tmp_path / "b.tif")[0, 0]
    lengths = np.diff(np.flatnonzero(np.append(np.append(True, made[1:] != made[:-1]), True)))
    assert lengths.min() >= 10
    lone = np.ones((3, 3), np.uint8)
    result = clean(write(tmp_path / "c.tif", lone), str(tmp_path / "d.tif"), Settings(SIEVE, min_area_ha=100))
    assert np.array_equal(read(tmp_path / "d.tif")[0], lone)  # the last one has nobody to go to
    assert (result.small, result.left) == (1, 1)


def test_hectares_in_degrees_are_those_of_the_ground(tmp_path):
    scene = np.ones((40, 10), np.uint8)
    scene[2, 5] = scene[37, 5] = 2  # the same pixel at 59 and at 21 degrees north: 0.52 of the area
    transform = (10.0, 1 / 1000, 0.0, 60.0, 0.0, -1.0)
    path = write(tmp_path / "a.tif", scene, epsg=4326, transform=transform)
    areas = CellAreas(RasterSource(path).grid).at(np.array([2, 37]), np.array([5, 5]))
    assert areas[0] / areas[1] == pytest.approx(np.cos(np.radians(57.5)) / np.cos(np.radians(22.5)), rel=0.01)
    clean(path, str(tmp_path / "b.tif"), Settings(SIEVE, min_area_ha=areas.mean()))
    made = read(tmp_path / "b.tif")[0]
    assert (made[2, 5], made[37, 5]) == (1, 2)


def test_majority_and_then_sieve_count_what_changed_since_the_start(tmp_path):
    rng = np.random.default_rng(6)
    scene = mosaic(rng, 80, 70, [1, 2, 3], 0.3).astype(np.uint8)
    first, both = str(tmp_path / "m.tif"), str(tmp_path / "b.tif")
    path = write(tmp_path / "a.tif", scene)
    clean(path, first, Settings(MAJORITY, 3))
    clean(first, str(tmp_path / "s.tif"), Settings(SIEVE, min_area_ha=0.2))
    result = clean(path, both, Settings(MAJORITY, 3, 0.2))
    assert np.array_equal(read(both), read(tmp_path / "s.tif"))
    assert result.changed_percent == pytest.approx(100 * np.mean(read(both)[0] != scene), rel=1e-3)


LEGEND = Legend((LegendEntry(0, "water", "air", "#08519C"), LegendEntry(12, "forest", "hutan", "#1B7837")))


@pytest.mark.parametrize("settings", [Settings(), Settings(SIEVE, min_area_ha=0.05), Settings(MAJORITY, 3, 0.05)])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32])
def test_what_the_raster_says_of_itself_is_kept(tmp_path, settings, dtype):
    path, made = str(tmp_path / "a.tif"), str(tmp_path / "b.tif")
    scene = np.full((40, 50), 12, dtype)
    scene[:10], scene[20:24, 30:34], scene[30, 30] = 0, 99, 0
    grid = RasterSource(write(tmp_path / "g.tif", scene)).grid
    raster = RasterOutput(path, grid, dtype, 1, 99, legend=LEGEND, names=["land cover"], provenance={"algorithm": "test"})
    raster.write(0, 0, scene)
    raster.close()
    raster.publish()
    clean(path, made, settings)
    before, after = gdal.Open(path), gdal.Open(made)
    assert read_legend(made) == LEGEND
    for one in (before, after):
        band = one.GetRasterBand(1)
        assert (band.GetNoDataValue(), band.GetDescription(), band.DataType) == (99, "land cover", before.GetRasterBand(1).DataType)
        assert one.GetGeoTransform() == before.GetGeoTransform()
    if dtype == np.uint8:
        assert after.GetRasterBand(1).GetColorTable().GetColorEntry(12) == (0x1B, 0x78, 0x37, 255)
        assert after.GetRasterBand(1).GetCategoryNames()[12] == "forest"
    told = read_provenance(made)
    assert told["algorithm"] == "pantau:cleanclasses"
    assert told["input_provenance"]["algorithm"] == "test"
    values = read(made)[0]
    assert values[30, 30] == 12
    assert (values == 99).sum() == 16


def test_a_colour_table_without_names_is_kept(tmp_path):
    path = write(tmp_path / "a.tif", np.ones((5, 5), np.uint8))
    dataset, table = gdal.Open(path, gdal.GA_Update), gdal.ColorTable()
    table.SetColorEntry(1, (10, 20, 30, 255))
    dataset.GetRasterBand(1).SetColorTable(table)
    dataset = None
    clean(path, str(tmp_path / "b.tif"), Settings())
    dataset = gdal.Open(str(tmp_path / "b.tif"))
    assert dataset.GetRasterBand(1).GetColorTable().GetColorEntry(1) == (10, 20, 30, 255)


@pytest.mark.parametrize("settings", [Settings(), Settings(SIEVE, min_area_ha=0.05)])
def test_a_mask_without_nodata_becomes_a_code_that_is_free(tmp_path, settings):
    scene = np.full((20, 20), 255, np.uint8)
    scene[:, 10:], scene[5, 5] = 0, 0
    mask = np.full(scene.shape, 255, np.uint8)
    mask[0:4, 0:4] = 0
    clean(write(tmp_path / "a.tif", scene, mask=mask), str(tmp_path / "b.tif"), settings)
    dataset = gdal.Open(str(tmp_path / "b.tif"))
    assert dataset.GetRasterBand(1).GetNoDataValue() == 254
    made = dataset.ReadAsArray()
    assert np.array_equal(made == 254, mask == 0)
    assert made[5, 5] == 255


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (Settings(MAJORITY, 4), "SIZE is 4, and a window has a middle pixel: give an odd number from 3 to 255"),
        (Settings(MAJORITY, 1), "SIZE is 1"),
        (Settings(MAJORITY, 257), "SIZE is 257"),
        (Settings(SIEVE), "MIN_AREA_HA is 0, so the sieve would keep every patch"),
        (Settings(MAJORITY, 3, -1.0), "MIN_AREA_HA is -1 ha: give 0 or more"),
    ],
)
def test_settings_that_cannot_be(tmp_path, settings, words):
    path = write(tmp_path / "a.tif", np.ones((5, 5), np.uint8))
    with pytest.raises(PantauError, match=words):
        clean(path, str(tmp_path / "b.tif"), settings)


@pytest.mark.parametrize(
    ("array", "words"),
    [
        (np.full((4, 4), 0.25, np.float32), "a.tif holds 0.25, which is no class code"),
        (np.zeros((3, 4, 4), np.uint8), "a.tif has 3 bands, as images have"),
        (np.arange(1600, dtype=np.float32).reshape(40, 40), "more than 1000 different values"),
    ],
)
def test_what_is_no_class_raster(tmp_path, array, words):
    (tmp_path / "b.tif").write_text("earlier")
    with pytest.raises(PantauError, match=words):
        clean(write(tmp_path / "a.tif", array), str(tmp_path / "b.tif"), Settings())
    assert (tmp_path / "b.tif").read_text() == "earlier"
    assert sorted(os.listdir(tmp_path)) == ["a.tif", "b.tif"]


@pytest.mark.parametrize("settings", [Settings(), Settings(SIEVE, min_area_ha=0.5), Settings(MAJORITY, 3, 0.5)])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_a_cancelled_run_leaves_nothing(tmp_path, settings, share):
    class Impatient(Monitor):
        def progress(self, done, total):
            return done / total <= share

    path = write(tmp_path / "a.tif", np.random.default_rng(0).choice([1, 2], (300, 300)).astype(np.uint8))
    with pytest.raises(Cancelled):
        clean(path, str(tmp_path / "b.tif"), settings, scratch=str(tmp_path), monitor=Impatient())
    assert os.listdir(tmp_path) == ["a.tif"]


def test_a_real_map_of_floats(data, tmp_path):
    """Strata of North Carolina: classes as Float32 with nodata -99999; what gdal_sieve keeps large stays large."""
    path = tmp_path / "strata.tif"
    path.write_bytes((data / "landcover" / "landsat7_north_carolina" / "strata.tif").read_bytes())
    result = clean(str(path), str(tmp_path / "b.tif"), Settings(SIEVE, min_area_ha=1))
    before, made = read(path)[0], read(tmp_path / "b.tif")[0]
    assert made.dtype == np.float32
    assert np.array_equal(made == -99999, before == -99999)
    sizes = [np.bincount(ndimage.label(made == code)[0].ravel())[1:] for code in np.unique(made[made > 0])]
    assert min(size.min() for size in sizes) * 28.5**2 / 1e4 >= 0.999
    assert 0 < result.changed_percent < 30
    assert json.dumps(result.left) == "0"
