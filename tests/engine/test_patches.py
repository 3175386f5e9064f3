"""Patches against scipy on the whole array, and against scenes small enough to count."""

import numpy as np
import pytest
from osgeo import ogr
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.raster import patches
from pantau.plugin.engine.raster.grid import CellAreas, Grid
from pantau.plugin.engine.raster.patches import Patches, Polygonizer, fill_holes, strips
from pantau.plugin.engine.raster.source import RasterSource
from scenes import write
from scipy import ndimage


def grid_for(tmp_path, codes) -> Grid:
    return RasterSource(write(tmp_path / "g.tif", codes.astype(np.uint8))).grid


def codes_of(array):
    return lambda w: array[w.y : w.y + w.height, w.x : w.x + w.width]


def collect(found, grid):
    return np.concatenate([found.numbers(w) for w in strips(grid)])


@pytest.fixture(autouse=True)
def small_strips(monkeypatch):
    monkeypatch.setattr(patches, "_strip_rows", lambda grid: 7)  # so that patches cross many strips


def test_patches_are_scipys_components(tmp_path):
    rng = np.random.default_rng(5)
    array = (ndimage.uniform_filter(rng.random((60, 80)), 3) > 0.5).astype(np.uint8) * rng.choice(
        [1, 4], (60, 80), p=[0.95, 0.05]
    ).astype(np.uint8)
    grid = grid_for(tmp_path, array)
    values = rng.random((60, 80))
    areas = CellAreas(grid)
    found = Patches(grid, codes_of(array), [1, 4], areas, Monitor(), lambda w, strip: values[w.y : w.y + w.height])
    numbers = collect(found, grid)
    expected = 0
    for code in (1, 4):
        labels, count = ndimage.label(array == code)
        expected += count
        for label in range(1, count + 1):
            mine = np.unique(numbers[labels == label])
            assert len(mine) == 1
            number = mine[0]
            assert np.array_equal(numbers == number, labels == label)
            assert found.code[number] == code
            assert found.mean[number] == pytest.approx(values[labels == label].mean())
            assert found.maximum[number] == pytest.approx(values[labels == label].max())
            rows, cols = np.nonzero(labels == label)
            assert found.area_ha[number] == pytest.approx(areas.at(rows, cols).sum())
            assert found.size_px[number] == len(rows)
    assert found.count == expected
    assert (numbers[array == 0] == -1).all()


def test_holes_are_filled_only_where_they_are_small_and_enclosed(tmp_path):
    array = np.zeros((30, 40), np.uint8)
    array[2:28, 2:20] = 1
    array[4:6, 4:6] = 0  # 4 px: filled
    array[10:20, 6:16] = 0  # 100 px: too large
    array[24:28, 10:12] = 0  # open to the outside
    array[22, 15] = 255  # nodata: unknown, not a hole
    array[21, 15] = 0  # touches nodata
    array[5:12, 25:35] = 1
    array[7:10, 28:31] = 0  # 9 px with an island of 1 in it: filled around the island
    array[8, 29] = 1
    grid = grid_for(tmp_path, array)
    filled = fill_holes(grid, codes_of(array), 0, [1], 0.5, CellAreas(grid), Monitor())
    result = np.concatenate([filled(w) for w in strips(grid)])
    expected = array.copy()
    expected[4:6, 4:6] = 1
    expected[7:10, 28:31] = 1
    assert np.array_equal(result, expected)


def test_polygons_follow_pixel_edges(tmp_path):
    array = np.zeros((20, 20), np.uint8)
    array[3:9, 4:12] = 1
    array[5:7, 6:8] = 0
    array[15, 15] = 1
    grid = grid_for(tmp_path, array)
    found = Patches(grid, codes_of(array), [1], CellAreas(grid), Monitor())
    shapes = Polygonizer(str(tmp_path), grid)
    for window in strips(grid):
        shapes.add(window, found.numbers(window))
    polygons = dict(shapes.finish(Monitor()))
    assert sorted(polygons) == [0, 1]
    big, small = (ogr.CreateGeometryFromWkb(polygons[i]) for i in (0, 1))
    assert big.GetEnvelope() == (500040, 500120, 9899910, 9899970)
    assert big.GetArea() == 44 * 100
    assert big.GetGeometryCount() == 2  # the hole
    assert small.GetEnvelope() == (500150, 500160, 9899840, 9899850)


def test_an_empty_raster_has_no_patches(tmp_path):
    array = np.zeros((9, 9), np.uint8)
    grid = grid_for(tmp_path, array)
    found = Patches(grid, codes_of(array), [1], CellAreas(grid), Monitor(), lambda w, s: s)
    assert found.count == 0
    assert (collect(found, grid) == -1).all()


def test_a_hole_between_two_classes_stays(tmp_path):
    array = np.ones((12, 20), np.uint8)
    array[:, 10:] = 2
    array[5:7, 9:11] = 0
    array[2, 2] = 0
    grid = grid_for(tmp_path, array)
    filled = fill_holes(grid, codes_of(array), 0, [1, 2], 1.0, CellAreas(grid), Monitor())
    result = np.concatenate([filled(w) for w in strips(grid)])
    array[2, 2] = 1
    assert np.array_equal(result, array)
