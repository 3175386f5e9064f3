"""Layers of rectangles whose hectares are known: in EPSG:6933, an equal-area plane on the ellipsoid, a square of 100 m is one."""

import math

import pytest
from osgeo import ogr, osr
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.zones import Zones

EAST, NORTH = 11_290_000, -130_000  # 117 degrees east and 1 south


def wkt(epsg):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return reference.ExportToWkt()


FLAT = wkt(6933)


def ring(*points):
    return "(" + ",".join(f"{x!r} {y!r}" for x, y in [*points, points[0]]) + ")"


def box(west, south, east, north, x0=EAST, y0=NORTH, unit=100.0):
    """A rectangle in units of 100 m, so that its sides multiply to hectares."""
    west, east, south, north = x0 + west * unit, x0 + east * unit, y0 + south * unit, y0 + north * unit
    return ring((west, south), (east, south), (east, north), (west, north))


def layer(*named, crs=FLAT, name="plan"):
    """(zone, ring or WKT) of each polygon."""
    shapes = [ogr.CreateGeometryFromWkt(text if text[0] != "(" else f"POLYGON({text})") for _, text in named]
    return Zones(Polygons([bytes(shape.ExportToWkb()) for shape in shapes], crs), [zone for zone, _ in named], name)


def near(value):
    """PROJ finds the latitudes of the plane by a series that is true to some billionths."""
    return pytest.approx(value, rel=1e-8, abs=1e-8)


def height(degrees):
    """Hectares on WGS 84 from the equator to a parallel, of a radian of longitude: Snyder (1987) 3-12."""
    a, e2 = 6378137.0, 1 - (1 - 1 / 298.257223563) ** 2
    e, s = math.sqrt(e2), math.sin(math.radians(degrees))
    return a * a * (1 - e2) / 2 * (s / (1 - e2 * s * s) + math.log((1 + e * s) / (1 - e * s)) / (2 * e)) / 1e4
