"""Polygons on a grid, asked from several threads at once."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from osgeo import ogr
from pantau.plugin.engine.raster.aoi import PolygonMask, Polygons, repaired
from pantau.plugin.engine.raster.pipeline import tile_windows
from pantau.plugin.engine.raster.source import RasterSource
from scenes import write


def test_threads_that_share_polygons_get_the_masks_that_one_gets(tmp_path):
    rng = np.random.default_rng(0)
    size = 1024
    grid = RasterSource(write(tmp_path / "a.tif", np.zeros((size, size), np.uint8))).grid
    wkb = []
    for east, south in rng.uniform(0, 10 * size, (300, 2)):
        circle = ogr.CreateGeometryFromWkt(f"POINT({500_000 + east} {9_900_000 - south})").Buffer(rng.uniform(100, 800))
        wkb.append(bytes(circle.ExportToWkb()))
    mask, windows = PolygonMask(Polygons(wkb, ""), grid), tile_windows(grid.whole, 128)
    alone = [mask.inside(window) for window in windows]
    for _ in range(3):
        with ThreadPoolExecutor(8) as pool:
            together = list(pool.map(mask.inside, windows))
        assert all(np.array_equal(one, other) for one, other in zip(alone, together))


@pytest.mark.parametrize(("text", "area"), [
    ("POLYGON((0 0,4 0,4 4,0 4,0 0),(0 1,2 1,2 2,0 2,0 1))", 14),  # a hole that shares an edge with its outline
    ("MULTIPOLYGON(((0 0,2 0,2 2,0 2,0 0)),((1 0,3 0,3 2,1 2,1 0)))", 6),  # parts that overlap
    ("POLYGON((0 0,2 2,2 0,0 2,0 0))", 2),  # a bow tie
    ("POLYGON((0 0,4 0,4 4,2 0,0 4,0 0))", 8),  # an outline that touches itself
    ("POLYGON((0 0,2 0,1 1,3 1,2 0,4 0,4 4,0 4,0 0))", 15),  # and so encloses a hole
    ("POLYGON((0 0,2 0,2 2,0 2,0 0),(3 3,4 3,4 4,3 4,3 3))", 5),  # a part that stands as a hole
    ("POLYGON((0 0,4 0,4 4,0 4,0 0),(1 1,3 1,3 3,1 3,1 1),(1 1,2 1,2 2,1 2,1 1))", 12),  # a hole in a hole
    ("POLYGON((0 0,2 0,2 2,2 5,2 2,0 2,0 0))", 4),  # a spike
])  # fmt: skip
def test_repaired_ground_is_what_was_drawn(text, area):
    shape = ogr.CreateGeometryFromWkt(text)
    assert not shape.IsValid()
    assert repaired(shape).IsValid()
    assert repaired(shape).Area() == pytest.approx(area)
