"""Hectares on the ellipsoid against Snyder's formula, against many short chords, and across the antimeridian."""

import math

import numpy as np
import pytest
from osgeo import ogr, osr
from pantau.plugin.engine.ellipsoid import Surface
from pantau.plugin.engine.raster.gdal_guard import spatial_reference
from pantau.plugin.engine.rings import unwrapped
from rectangles import box, height, near, ring, wkt

DEGREES = wkt(4326)


def polygon(*rings):
    return ogr.CreateGeometryFromWkt(f"POLYGON({','.join(rings)})")


def degrees(west, south, east, north):
    return ring((west, south), (east, south), (east, north), (west, north))


def square_ha(west, south, east, north):
    return math.radians(east - west) * (height(north) - height(south))


def chords_ha(shape, crs):
    """The shoelace in longitude and Q, of the corners alone."""
    change = osr.CoordinateTransformation(*map(spatial_reference, (crs, DEGREES)))
    lon, lat = np.array(change.TransformPoints(shape.GetGeometryRef(0).GetPoints()))[:, :2].T
    high = np.array([height(one) for one in lat]) - height(lat[0])
    return abs(np.sum(np.radians(np.diff(lon)) * (high[1:] + high[:-1]))) / 2


def test_a_large_square_is_measured_along_its_straight_edges():
    """100 km in UTM: its corners alone miss a millionth, 20 000 chords do not."""
    crs, square = wkt(32750), polygon(box(0, 0, 10, 10, 300_000, 9_000_000, 1e4))
    total, corners = Surface(crs).area_ha(square), chords_ha(square, crs)
    # a zone of UTM is like another, also across the antimeridian
    assert Surface(wkt(32701)).area_ha(square) == pytest.approx(total, rel=1e-12)
    square.Segmentize(20)
    assert total == pytest.approx(chords_ha(square, crs), rel=1e-10)
    assert total != pytest.approx(corners, rel=5e-7)


@pytest.mark.parametrize(("west", "east"), [(179.5, -179.5), (179.99, -178.0), (140.0, -60.0)])
def test_a_ring_across_the_antimeridian_is_the_two_parts_beside_it(west, east):
    parted = ogr.CreateGeometryFromWkt(f"MULTIPOLYGON(({degrees(west, -17, 180, -16)}),({degrees(-180, -17, east, -16)}))")
    expected = square_ha(west, -17, east + 360, -16)
    for shape in (parted, polygon(degrees(west, -17, east, -16)), polygon(degrees(west, -17, east + 360, -16))):
        assert Surface(DEGREES).area_ha(shape) == pytest.approx(expected, rel=1e-10)


def test_the_map_of_the_world_is_the_world():
    """510 065 621.7 km2 (Moritz 2000: the surface of GRS 80, to 0.1 km2 that of WGS 84); a whole turn is no jump."""
    assert Surface(DEGREES).area_ha(polygon(degrees(-180, -90, 180, 90))) == pytest.approx(51_006_562_170, rel=1e-9)
    assert Surface(DEGREES).area_ha(polygon(degrees(-60, -10, 120, 10))) == pytest.approx(square_ha(-60, -10, 120, 10), rel=1e-10)


def test_grads_are_no_degrees():
    """NTF (Paris): 400 grads make a turn, on Clarke's ellipsoid of 1880, which is larger than WGS 84's by a hundred-thousandth or so."""
    grads = polygon(degrees(0, 50, 1, 51))
    assert Surface(wkt(4807)).area_ha(grads) == pytest.approx(square_ha(0, 45, 0.9, 45.9), rel=1e-4)
    across = polygon(degrees(199.5, 50, -199.5, 51))
    assert Surface(wkt(4807)).area_ha(across) == pytest.approx(Surface(wkt(4807)).area_ha(grads), rel=1e-10)


def test_rings_go_on_beyond_the_antimeridian():
    corners = np.array([[179.5, 0], [-179.5, 0], [-179.5, 1], [179.5, 1], [179.5, 0]])
    assert unwrapped(corners, 360).tolist() == [[179.5, 0], [180.5, 0], [180.5, 1], [179.5, 1], [179.5, 0]]
    world = np.array([[-180.0, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]])
    assert unwrapped(world, 360) is world


def test_holes_and_rings_far_apart():
    crs = wkt(32750)
    shapes = [
        ogr.CreateGeometryFromWkt(f"POLYGON({box(0, 0, size, size, 5e5, 9e6)},{box(1, 1, 2, 2, 5e5, 9e6)})") for size in (3, 400)
    ]
    plain = [ogr.CreateGeometryFromWkt(f"POLYGON({box(0, 0, size, size, 5e5, 9e6)})") for size in (3, 400)]
    hole = Surface(crs).area_ha(ogr.CreateGeometryFromWkt(f"POLYGON({box(1, 1, 2, 2, 5e5, 9e6)})"))
    assert hole == pytest.approx(1, rel=1e-3)
    assert Surface(crs).areas_ha(shapes) == near([area - hole for area in Surface(crs).areas_ha(plain)])
    assert Surface(crs).areas_ha([]) == []
    assert Surface(crs).areas_ha([ogr.Geometry(ogr.wkbMultiPolygon), plain[0]]) == [0.0, Surface(crs).area_ha(plain[0])]
