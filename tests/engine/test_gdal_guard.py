"""GDAL's own ways, made the same everywhere."""

import contextlib

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from pantau.plugin.engine.raster.gdal_guard import moved


def between(origin, target):
    pair = [osr.SpatialReference(), osr.SpatialReference()]
    for one, epsg in zip(pair, (origin, target)):
        one.ImportFromEPSG(epsg)
        one.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return osr.CoordinateTransformation(*pair)


@contextlib.contextmanager
def raising(wanted):
    """GDAL's exceptions on or off: its three modules nest, and are turned off in the other order."""
    modules = (gdal, ogr, osr)
    before = [module.GetUseExceptions() for module in modules]

    def use(flags):
        for module, flag in reversed(list(zip(modules, flags))):
            if module.GetUseExceptions() and not flag:
                module.DontUseExceptions()
        for module, flag in zip(modules, flags):
            if flag and not module.GetUseExceptions():
                module.UseExceptions()

    use([wanted] * 3)
    try:
        yield
    finally:
        use(before)


@pytest.mark.parametrize("count", [0, 1, 2, 1000])
def test_points_are_moved_as_gdal_moves_them_one_by_one(count):
    change = between(4326, 32750)
    points = np.random.default_rng(0).uniform((115, -3), (119, 1), (count, 2))
    np.testing.assert_array_equal(
        moved(change, points), np.array([change.TransformPoint(*one)[:2] for one in points.tolist()]).reshape(-1, 2)
    )


@pytest.mark.parametrize("raises", [False, True])
def test_a_point_without_a_place_is_infinite_and_the_others_are_moved(raises):
    with raising(raises):
        found = moved(between(4326, 3857), np.array([(110.0, 0.0), (110.0, 95.0), (111.0, 0.0)]))
    assert np.isfinite(found).all(axis=1).tolist() == [True, False, True]
    assert found[2] == pytest.approx((12356463.48, 0.0), abs=0.01)  # the equator's 40 075 016.69 m * 111 / 360
