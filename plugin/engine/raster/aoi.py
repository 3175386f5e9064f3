"""Polygons on a grid: as the area of interest that limits what is read and written, or as a reference."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Iterator, Optional, Sequence

import numpy as np
from osgeo import gdal, ogr, osr

from ..errors import PantauError
from ..text import tr
from .gdal_guard import attempt, quiet, spatial_reference
from .grid import Grid, Window
from .source import Pixels


def vector_memory() -> ogr.Driver:
    """The driver for layers in memory: "Memory", since GDAL 3.11 "MEM"."""
    return attempt(ogr.GetDriverByName, "Memory" if int(gdal.VersionInfo()) < 3110000 else "MEM")


@dataclass(frozen=True)
class Polygons:
    """Polygons as WKB with the WKT of their CRS (empty: the raster's own)."""

    wkb: Sequence[bytes]
    crs: str


class PolygonMask:
    """Polygons on a grid. A pixel is inside where its centre is.

    window: the pixels around them, cut at the grid's edge; None where they lie elsewhere. count: how many polygons there are.
    """

    def __init__(self, polygons: Polygons, grid: Grid) -> None:
        """Raises PantauError: polygons that have no place in the grid's CRS."""
        self.grid, self._lock = grid, threading.Lock()
        target = spatial_reference(grid.crs)
        origin = spatial_reference(polygons.crs) if polygons.crs else target
        change = None if origin.IsSame(target) else osr.CoordinateTransformation(origin, target)
        self._memory = vector_memory().CreateDataSource("polygons")
        self._layer = self._memory.CreateLayer("polygons", target, ogr.wkbUnknown)
        inverse = gdal.InvGeoTransform(grid.transform)
        corners = []
        for wkb in polygons.wkb:
            with quiet():
                shape = attempt(ogr.CreateGeometryFromWkb, bytes(wkb))
                if shape is None or shape.IsEmpty():
                    continue
                shape = attempt(shape.GetLinearGeometry) or shape  # arcs have no place in a raster
                if not shape.IsValid():
                    shape = repaired(shape)
            for part in _polygons(shape):
                west, east, south, north = self._add(part, change)
                corners += [gdal.ApplyGeoTransform(inverse, x, y) for x in (west, east) for y in (south, north)]
        self.count, self.window = len(corners) // 4, around(corners, grid)

    def _add(self, shape: ogr.Geometry, change: Optional[osr.CoordinateTransformation]) -> Sequence[float]:
        """Put a polygon into the layer, in its CRS; return west, east, south, north there."""
        with quiet():
            if change is not None:
                # A long straight edge in one CRS is a curve in the other.
                west, east, south, north = shape.GetEnvelope()
                shape.Segmentize(max(east - west, north - south) / 200 or 1)
                if attempt(shape.Transform, change) != 0:
                    raise PantauError(
                        tr("The polygons cannot be brought into the CRS of the raster: check the CRS of their layer.")
                    )
        feature = ogr.Feature(self._layer.GetLayerDefn())
        feature.SetGeometryDirectly(shape)
        self._layer.CreateFeature(feature)
        return feature.GetGeometryRef().GetEnvelope()

    def inside(self, window: Window) -> np.ndarray:
        """(rows, cols) of bool: the pixels of a window of the grid whose centres lie in the polygons. Any thread may ask."""
        grid = self.grid.window(window)
        memory = gdal.GetDriverByName("MEM").Create("", grid.width, grid.height, 1, gdal.GDT_Byte)
        memory.SetGeoTransform(grid.transform)
        memory.SetProjection(grid.crs)
        x0, dx, rx, y0, ry, dy = grid.transform
        xs = [x0 + c * dx + r * rx for c in (0, grid.width) for r in (0, grid.height)]
        ys = [y0 + c * ry + r * dy for c in (0, grid.width) for r in (0, grid.height)]
        with self._lock:  # the layer has one filter and one reading position
            self._layer.SetSpatialFilterRect(min(xs), min(ys), max(xs), max(ys))
            gdal.RasterizeLayer(memory, [1], self._layer, burn_values=[1])
        return memory.ReadAsArray().astype(bool)


class AreaOfInterest(PolygonMask):
    """Polygons that limit what is read and what is written."""

    window: Window

    def __init__(self, polygons: Polygons, grid: Grid) -> None:
        """Raises PantauError: no polygon, or none over the raster."""
        super().__init__(polygons, grid)
        if not self.count:
            raise PantauError(tr("The area of interest has no polygon: choose a layer with at least one."))
        if self.window is None:
            raise PantauError(tr("The area of interest lies outside the raster: choose polygons that overlap it."))


class PolygonCodes(PolygonMask):
    """Polygons of one class, to be read like a class raster: `code` inside them, `other` elsewhere, valid everywhere."""

    def __init__(self, polygons: Polygons, grid: Grid, code: int, other: int) -> None:
        super().__init__(polygons, grid)
        self.dtype = np.promote_types(np.min_scalar_type(code), np.min_scalar_type(other))
        self._values = np.array([other, code], self.dtype)

    def read_reflected(self, window: Window) -> Pixels:
        """The codes of a window. Polygons go on beyond the grid's edge, so nothing is mirrored there."""
        return Pixels(self._values[self.inside(window).astype(np.intp)][None], None)


def repaired(shape: ogr.Geometry) -> ogr.Geometry:
    """A valid geometry of the ground that was drawn: parts united, holes taken away, loops of an outline kept.

    Ring by ring: of all rings at once, GEOS's repair by lines fills a hole that shares an edge with its outline and leaves out what two
    parts share, and its repair by structure fills what an outline encloses that touches itself.
    """
    result = None
    for part in _polygons(shape):
        if part.IsEmpty():
            continue
        outline, *holes = [_ring_ground(part.GetGeometryRef(place)) for place in range(part.GetGeometryCount())]
        ground = outline
        for hole in holes:  # a hole beyond its outline is a part whose ring runs the wrong way round
            ground = ground.Difference(hole).Union(hole.Difference(outline))
        result = ground if result is None else result.Union(ground)
    return result if result is not None else shape


def _ring_ground(ring: ogr.Geometry) -> ogr.Geometry:
    """What a ring encloses, also where it crosses or touches itself."""
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    polygon.FlattenTo2D()
    return polygon if polygon.IsValid() else attempt(polygon.MakeValid) or ogr.Geometry(ogr.wkbPolygon)


def _polygons(shape: ogr.Geometry) -> Iterator[ogr.Geometry]:
    """The polygons of a geometry; its points and lines, which are no area, are left out."""
    if ogr.GT_Flatten(shape.GetGeometryType()) in (ogr.wkbPolygon, ogr.wkbTriangle):
        yield shape.Clone()
        return
    for index in range(shape.GetGeometryCount()):
        yield from _polygons(shape.GetGeometryRef(index))


def around(corners: Sequence[Sequence[float]], grid: Grid) -> Optional[Window]:
    """The window of the grid around points in pixels; None where it has no pixel."""
    if not corners:
        return None
    cols, rows = zip(*corners)
    x, y = max(0, int(np.floor(min(cols)))), max(0, int(np.floor(min(rows))))
    right, bottom = min(grid.width, int(np.ceil(max(cols)))), min(grid.height, int(np.ceil(max(rows))))
    return Window(x, y, right - x, bottom - y) if right > x and bottom > y else None
