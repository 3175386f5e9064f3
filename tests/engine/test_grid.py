"""Cell areas against published figures."""

import math

import numpy as np
import pytest
from osgeo import osr
from pantau.plugin.engine.errors import PantauError
from pantau.plugin.engine.raster.grid import CellAreas, Grid, Window

E2, SIN2 = 0.00669437999014, math.sin(math.radians(6)) ** 2


def grid(epsg, transform, width, height):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return Grid(reference.ExportToWkt(), transform, width, height)


def test_the_whole_ellipsoid_has_the_published_area():
    # WGS 84: 510 065 621.724 km2 (Moritz 1980 / NIMA TR8350.2)
    whole = CellAreas(grid(4326, (-180, 1, 0, 90, 0, -1), 360, 180))
    assert whole.total_ha() / 100 == pytest.approx(510_065_621.724, rel=1e-9)


def test_utm_on_its_central_meridian_is_short_by_k0_squared():
    areas = CellAreas(grid(32750, (500_000, 10, 0, 9_900_000, 0, -10), 4, 4))
    assert areas.total_ha() == pytest.approx(16 * 0.01 / 0.9996**2, rel=1e-6)


@pytest.mark.parametrize(("epsg", "transform", "ratio"), [
    # EPSG:3857 at 6 degrees south: planar area too large by (1 - e2 sin2)^2 / ((1 - e2) cos2) = 1.77 %
    (3857, (13_000_000, 10, 0, -669_141.06, 0, -10), (1 - E2 * SIN2) ** 2 / ((1 - E2) * (1 - SIN2))),
    # UTM 3 degrees off the central meridian at the equator: too large by 0.20 %
    (32650, (833_978.0, 10, 0, 100, 0, -10), 1.0020),
])  # fmt: skip
def test_planar_areas_err_by_the_known_share(epsg, transform, ratio):
    areas = CellAreas(grid(epsg, transform, 10, 10))
    assert 1.0 / areas.total_ha() == pytest.approx(ratio, abs=2e-4)


def test_south_up_and_rotated_grids_have_the_same_area():
    north = CellAreas(grid(32750, (500_000, 10, 0, 9_900_000, 0, -10), 300, 300)).total_ha()
    south = CellAreas(grid(32750, (500_000, 10, 0, 9_897_000, 0, 10), 300, 300)).total_ha()
    c, s = 10 * math.cos(0.3), 10 * math.sin(0.3)
    turned = CellAreas(grid(32750, (500_000, c, s, 9_900_000, s, -c), 300, 300)).total_ha()
    assert south == pytest.approx(north, rel=1e-9)
    assert turned == pytest.approx(north, rel=1e-5)


def test_sums_agree_with_cells():
    rng = np.random.default_rng(1)
    for epsg, transform in ((4326, (110, 0.01, 0, -2, 0, -0.01)), (32750, (300_000, 10, 0, 9_900_000, 0, -10))):
        areas = CellAreas(grid(epsg, transform, 333, 250))
        flags = rng.random((57, 201)) > 0.5
        rows, cols = np.nonzero(flags)
        assert areas.sum_ha(flags, 90, 101) == pytest.approx(areas.at(rows + 101, cols + 90).sum(), rel=1e-12)
    assert areas.sum_ha(np.ones((250, 333), bool), 0, 0) == pytest.approx(areas.total_ha(), rel=1e-12)


@pytest.mark.parametrize(("epsg", "transform"), [
    (4326, (110, 0.001, 0, -2, 0, -0.001)), (32750, (300_000, 10, 0, 9_900_000, 0, -10)), (32750, (300_000, 1, 0, 9_900_000, 0, -1)),
    (32750, (300_000, 400, 0, 9_900_000, 0, 400)), (4326, (110, 0.002, 0.001, -2, 0.001, -0.002)),
])  # fmt: skip
@pytest.mark.parametrize(("kinds", "dtype"), [(1, np.uint8), (5, np.uint8), (60, np.uint8), (5, np.uint16), (60, np.int64)])
def test_the_sums_of_keys_are_those_of_their_cells(epsg, transform, kinds, dtype):
    rng = np.random.default_rng(2)
    areas = CellAreas(grid(epsg, transform, 650, 720))
    keys = rng.integers(0, kinds, (700, 610)).astype(dtype)
    keys[:300, :5] = 255  # beyond the keys that count
    counts, hectares = areas.sums(keys, 200, 33, 11)
    cells = areas.at(np.arange(11, 711)[:, None], np.arange(33, 643)[None])
    for key in range(200):
        assert counts[key] == (keys == key).sum()
        assert hectares[key] == pytest.approx(cells[keys == key].sum(), rel=1e-12)


def test_the_sums_of_one_block_do_not_depend_on_the_block_before():
    areas = CellAreas(grid(32750, (300_000, 10, 0, 9_300_000, 0, -10), 1200, 1000))
    rng = np.random.default_rng(0)
    cell_ha = areas.at(*np.indices((1000, 1200)))
    alone = CellAreas(grid(32750, (300_000, 10, 0, 9_300_000, 0, -10), 1200, 1000))
    for classes, dtype in (([1, 2, 3], np.uint8), ([2, 3, 9], np.uint8), ([9], np.uint8), (range(40), np.uint8), (range(20, 50), np.uint8), (range(30, 45), np.uint8), ([0, 300], np.uint16),
                           ([5, 200], np.uint8), ([7], np.uint16)):  # fmt: skip
        keys = rng.choice(np.array(classes, dtype), (1000, 1200))
        counts, hectares = areas.sums(keys, 200, 0, 0)
        alone._usual = alone._usual[:0]
        assert hectares.tolist() == alone.sums(keys, 200, 0, 0)[1].tolist()
        assert counts.tolist() == np.bincount(keys.ravel(), minlength=200)[:200].tolist()
        np.testing.assert_allclose(hectares, np.bincount(keys.ravel(), cell_ha.ravel(), minlength=200)[:200], rtol=1e-9)


def test_a_window_of_a_rotated_grid_starts_at_its_own_corner():
    one = Grid("", (100.0, 2.0, 1.0, 50.0, 0.5, -2.0), 10, 10).window(Window(3, 4, 2, 2))
    assert (one.transform[0], one.transform[3]) == (100 + 6 + 4, 50 + 1.5 - 8)


def test_a_crs_that_is_nowhere_is_refused():
    with pytest.raises(PantauError, match="no place on the Earth"):
        CellAreas(Grid('LOCAL_CS["site",UNIT["metre",1]]', (0, 1, 0, 0, 0, -1), 5, 5))
