"""Hectares of every class in every polygon, partial pixels by their exact share, cells by their area on the ellipsoid."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
from osgeo import ogr, osr

from ..ellipsoid import Surface
from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..raster.aoi import repaired
from ..raster.codes import indexed_codes, require_codes, require_few
from ..raster.gdal_guard import block_cache, moved, spatial_reference
from ..raster.grid import CellAreas, Grid, Window
from ..raster.legend import Legend, read_legend
from ..raster.pipeline import CACHE, MOST_WORKERS, in_order, run, tile_windows
from ..raster.source import Pixels, RasterSource
from ..raster.zones import Map
from ..rings import rings_of, unwrapped, whole_turn
from ..text import tr
from ..vector import Box, joined, overlay
from .coverage import Coverage

SIDE_STEPS = 250  # points on each side of a raster's outline in another CRS
MARGIN = 0.01  # of a raster's size: how far polygons are kept beyond it
LEAST_CELL = 1e-8  # a smaller part of a cell is the rounding of 64 bits
BLOCK = 512  # pixels


@dataclass
class Tally:
    """Hectares on the ellipsoid.

    codes: (k,) int64, ascending, those that occur. ha: (n, k) float64, of each polygon and code. nodata_ha: (n,), where the raster has no
    data. outside_ha: (n,), beyond the raster. legend: of these codes. megapixels: that were read.
    """

    codes: np.ndarray
    ha: np.ndarray
    nodata_ha: np.ndarray
    outside_ha: np.ndarray
    grid: Grid
    legend: Legend
    megapixels: float = 0.0

    def covered(self) -> bool:
        """Whether any polygon lies over the raster."""
        return bool(self.ha.sum() + self.nodata_ha.sum() > 0)


def tally(classes: Map, shapes: Optional[Sequence[Optional[ogr.Geometry]]], crs: str, monitor: Optional[Monitor] = None) -> Tally:
    """Add up the classes of a raster within polygons; within the whole raster, as one polygon, where `shapes` is None.

    shapes: valid multipolygons (`vector.load`) in the CRS `crs`, a WKT, empty for the raster's own; they may overlap, and each counts by
    itself. outside_ha of the result: of each polygon, what lies beyond the raster.
    Raises PantauError: no class raster, polygons that have no place in its CRS. Cancelled.
    """
    monitor = monitor or Monitor()
    source = RasterSource(classes.raster, crs=classes.crs)
    name = classes.name
    require_codes(source, "CLASSES")
    grid, areas = source.grid, CellAreas(source.grid)
    coverage, outside_ha = None, np.zeros(1)
    if shapes is not None:
        near, outside_ha = _near(shapes, crs or grid.crs, grid, Share(monitor, 0, 0.1))
        coverage = Coverage(near, crs, grid, Share(monitor, 0.1, 0.2))
    sums = _Sums(1 if shapes is None else len(shapes), name)
    windows = [window for window in tile_windows(grid.whole, BLOCK) if coverage is None or coverage.meets(window)]

    def count(block: Tuple[Window, Pixels]) -> List[_Found]:
        window, pixels = block
        values, valid = pixels.values[0], pixels.valid
        codes, places = indexed_codes(values, valid, name)
        places = places.astype(np.intp)
        if valid is not None:
            places[~valid] = len(codes)
        cell_ha = np.broadcast_to(areas.cells(window), values.shape)
        least = LEAST_CELL * float(cell_ha.max())
        if coverage is None:
            return [_found(0, codes, np.bincount(places.ravel(), cell_ha.ravel(), len(codes) + 1), least)]
        found = []
        for number, where, share in coverage.shares(window):
            share *= cell_ha[where]
            ha = np.bincount(places[where].ravel(), share.ravel(), len(codes) + 1)
            found.append(_found(number, codes, ha, least))
        return found

    def compute(blocks: Iterator[Any]) -> Iterator[Any]:
        return in_order(blocks, count, min(MOST_WORKERS, max(1, (os.cpu_count() or 2) - 1)))

    with block_cache(CACHE):
        run(windows, lambda window: (window, source.read(window)), compute, sums.add, monitor=Share(monitor, 0.2, 1))
    codes, ha = sums.table()
    legend = (read_legend(classes.raster) or Legend(())).only(codes.tolist())
    megapixels = sum(window.width * window.height for window in windows) / 1e6
    return Tally(codes, ha, sums.nodata_ha, outside_ha, grid, legend, megapixels)


class _Found(NamedTuple):
    """What a polygon has in a block: of each of some codes, and of no data; hectares."""

    number: int
    codes: np.ndarray
    ha: np.ndarray
    nodata_ha: float


def _found(number: int, codes: np.ndarray, ha: np.ndarray, least: float) -> _Found:
    """ha: of each code, and at the end of no data."""
    held = np.flatnonzero(ha[:-1] > least)
    return _Found(number, codes[held], ha[held], float(ha[-1]) if ha[-1] > least else 0.0)


class _Sums:
    """Adds up the blocks; a column for each code as it is found."""

    def __init__(self, count: int, name: str) -> None:
        self._ha, self.nodata_ha = np.zeros((count, 8)), np.zeros(count)
        self._columns: Dict[int, int] = {}
        self._name = name

    def add(self, block: Sequence[_Found]) -> None:
        """Take what the polygons have in a block."""
        for number, codes, ha, nodata_ha in block:
            columns = [self._column(code) for code in codes.tolist()]
            self._ha[number, columns] += ha
            self.nodata_ha[number] += nodata_ha

    def _column(self, code: int) -> int:
        if code not in self._columns:
            require_few(len(self._columns) + 1, self._name)
            self._columns[code] = len(self._columns)
            if len(self._columns) > self._ha.shape[1]:
                self._ha = np.pad(self._ha, ((0, 0), (0, self._ha.shape[1])))
        return self._columns[code]

    def table(self) -> Tuple[np.ndarray, np.ndarray]:
        """(codes, ascending; hectares of each polygon and code)."""
        codes = sorted(self._columns)
        return np.array(codes, np.int64), self._ha[:, [self._columns[code] for code in codes]]


def _near(
    shapes: Sequence[Optional[ogr.Geometry]], crs: str, grid: Grid, monitor: Monitor
) -> Tuple[List[Optional[ogr.Geometry]], np.ndarray]:
    """(polygons without what lies far from a grid, None where nothing is left; hectares of each beyond the grid, (n,)).

    The grid's outline is brought into the CRS of the polygons, and not the other way round: few projections know the whole Earth.
    """
    outside_ha, near = np.zeros(len(shapes)), list(shapes)
    outline = _outline(grid, spatial_reference(crs))
    surface, inside, turn = Surface(crs), outline.CreatePreparedGeometry(), whole_turn(spatial_reference(crs))
    box = Box(*outline.GetEnvelope())
    margin = MARGIN * max(box.east - box.west, box.north - box.south)
    around = joined([outline.Buffer(margin, 1)])
    for number, shape in enumerate(shapes):
        check(monitor, number, len(shapes))
        if shape is not None and turn and np.ptp(shape.GetEnvelope()[:2]) > turn / 2:
            near[number] = shape = _unwrapped(shape, turn)
        if shape is None or inside.Contains(shape):
            continue
        kept = overlay(shape.Intersection, outline)
        whole_ha, kept_ha = surface.areas_ha([shape, kept])
        outside_ha[number] = max(0.0, whole_ha - kept_ha)
        near[number] = None if kept.IsEmpty() else overlay(shape.Intersection, around)
    return near, outside_ha


def _unwrapped(shape: ogr.Geometry, turn: float) -> ogr.Geometry:
    """A multipolygon whose rings go on beyond the antimeridian where they cross it, each hole within its outline."""
    result, middle = ogr.Geometry(ogr.wkbMultiPolygon), 0.0
    for exterior, ring in rings_of(shape):
        points = unwrapped(ring, turn)
        if exterior:
            part, middle = ogr.Geometry(ogr.wkbPolygon), float(points[:, 0].mean())
        shift = turn * round((middle - float(points[:, 0].mean())) / turn)
        line = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in points.tolist():
            line.AddPoint_2D(x + shift, y)
        part.AddGeometry(line)
        if exterior:
            result.AddGeometry(part)
            part = result.GetGeometryRef(result.GetGeometryCount() - 1)
    return result if result.IsValid() else joined([repaired(result)])


def _outline(grid: Grid, reference: osr.SpatialReference) -> ogr.Geometry:
    """The outline of a grid in a CRS; in degrees also where it lies a whole turn to the west and to the east.

    Raises PantauError: a grid that has no place in that CRS.
    """
    x0, dx, rx, y0, ry, dy = grid.transform
    steps = np.linspace(0, 1, SIDE_STEPS, endpoint=False)
    cols = grid.width * np.concatenate([steps, np.ones_like(steps), 1 - steps, np.zeros_like(steps)])
    rows = grid.height * np.concatenate([np.zeros_like(steps), steps, np.ones_like(steps), 1 - steps])
    points = np.column_stack([x0 + cols * dx + rows * rx, y0 + cols * ry + rows * dy])
    origin = spatial_reference(grid.crs)
    if not origin.IsSame(reference):
        points = moved(osr.CoordinateTransformation(origin, reference), points)
    if not np.isfinite(points).all():
        raise PantauError(
            tr("The class raster has no place in the CRS {crs} of the zones: check the CRS of both.").format(
                crs=reference.GetName()
            )
        )
    turn = whole_turn(reference)
    if turn:
        points = unwrapped(np.concatenate([points, points[:1]]), turn)[:-1]
    result = ogr.Geometry(ogr.wkbMultiPolygon)
    for shift in (-turn, 0.0, turn) if turn else (0.0,):
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in [*points.tolist(), points[0].tolist()]:
            ring.AddPoint_2D(x + shift, y)
        part = ogr.Geometry(ogr.wkbPolygon)
        part.AddGeometry(ring)
        result.AddGeometry(part)
    return result if result.IsValid() else overlay(result.UnionCascaded)  # a grid of the whole Earth touches itself
