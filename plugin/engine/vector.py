"""Polygons of any layer made fit to compute with, found again fast, and measured in metres and hectares on the ground."""

from __future__ import annotations

import math
from typing import Callable, Dict, Iterator, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
from osgeo import ogr, osr

from .ellipsoid import Surface
from .errors import PantauError
from .monitor import Monitor, check
from .raster.aoi import Polygons, repaired
from .raster.gdal_guard import attempt, quiet, spatial_reference
from .raster.patches import connected
from .text import tr

AT_ONCE = 100  # boxes that are looked for together
EDGE_M = 500  # a straight edge longer than this in one CRS is a curve in another


class Box(NamedTuple):
    """A rectangle along the axes, as OGR gives envelopes."""

    west: float
    east: float
    south: float
    north: float

    def grown(self, across: float, up: float) -> Box:
        """The rectangle with a margin on each side."""
        return Box(self.west - across, self.east + across, self.south - up, self.north + up)


def parts(shape: Optional[ogr.Geometry]) -> Iterator[ogr.Geometry]:
    """The polygons of a geometry; its points and lines, which are no area, are left out."""
    if shape is None or shape.IsEmpty() or shape.GetDimension() < 2:
        return
    if ogr.GT_Flatten(shape.GetGeometryType()) in (ogr.wkbPolygon, ogr.wkbTriangle):
        yield shape.Clone()
        return
    for index in range(shape.GetGeometryCount()):
        yield from parts(shape.GetGeometryRef(index))


def joined(polygons: Sequence[ogr.Geometry]) -> ogr.Geometry:
    """One multipolygon of the polygons of several geometries."""
    result = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in polygons:
        for part in parts(shape):
            result.AddGeometryDirectly(part)
    return result


def clean(wkb: bytes) -> Tuple[Optional[ogr.Geometry], bool]:
    """(a valid flat multipolygon without arcs; None where there is no area, whether it had to be repaired)."""
    with quiet():
        shape = attempt(ogr.CreateGeometryFromWkb, bytes(wkb))
        if shape is None or shape.IsEmpty():
            return None, False
        shape = attempt(shape.GetLinearGeometry) or shape
        shape.FlattenTo2D()
        broken = not shape.IsValid()
        if broken:
            shape = repaired(shape)
    shape = joined([shape])
    return (None if shape.IsEmpty() else shape), broken


def load(polygons: Polygons, crs: str, monitor: Monitor) -> Tuple[List[Optional[ogr.Geometry]], int]:
    """(each polygon cleaned and in the CRS, None where it has no area; how many had to be repaired).

    Raises PantauError: polygons that have no place in that CRS.
    """
    target = spatial_reference(crs)
    origin = spatial_reference(polygons.crs) if polygons.crs else target
    change = None if origin.IsSame(target) else osr.CoordinateTransformation(origin, target)
    longest = EDGE_M / (111_000 if origin.IsGeographic() else origin.GetLinearUnits())
    shapes, count = [], 0
    for number, wkb in enumerate(polygons.wkb):
        check(monitor, number, len(polygons.wkb))
        shape, broken = clean(wkb)
        if shape is not None and change is not None:
            with quiet():
                shape.Segmentize(longest)
                if attempt(shape.Transform, change) != 0:
                    raise PantauError(
                        tr("The polygons cannot be brought into the CRS {crs}: check the CRS of their layer.").format(
                            crs=target.GetName()
                        )
                    )
                if not shape.IsValid():
                    shape = joined([repaired(shape)])
        count += broken
        shapes.append(None if shape is None or shape.IsEmpty() else shape)
    return shapes, count


def overlay(call: Callable[..., Optional[ogr.Geometry]], *args: ogr.Geometry) -> ogr.Geometry:
    """The polygons that an operation such as `shape.Difference` gives, as one multipolygon."""
    with quiet() as messages:
        shape = attempt(call, *args)
    if shape is None:
        raise PantauError(
            tr("Two polygons cannot be overlaid ({reason}): repair the layers (Vector geometry > Fix geometries).").format(
                reason=messages.last() or tr("no reason given")
            )
        )
    return joined([shape])


class Boxes:
    """Rectangles, to be asked which of them meet another: a packed tree (sort-tile-recursive; Leutenegger et al. 1997)."""

    WIDE = 16  # boxes in a node

    def __init__(self, boxes: Sequence[Sequence[float]]) -> None:
        """boxes: west, east, south, north of each."""
        leaves = np.array(boxes, np.float64).reshape(-1, 4)
        self._sides = np.ascontiguousarray(leaves.T)
        slices = max(1, math.ceil(math.sqrt(len(leaves) / self.WIDE)))
        by_x = np.argsort(leaves[:, 0] + leaves[:, 1], kind="stable")
        column = np.empty(len(leaves), np.int64)
        column[by_x] = np.arange(len(leaves)) * slices // max(1, len(leaves))
        self._order = np.lexsort((leaves[:, 2] + leaves[:, 3], column))
        self._levels = [leaves[self._order]]
        while len(self._levels[0]) > self.WIDE:
            below = self._levels[0]
            starts = np.arange(0, len(below), self.WIDE)
            sides = zip((np.minimum, np.maximum, np.minimum, np.maximum), below.T)
            self._levels.insert(0, np.stack([pick.reduceat(side, starts) for pick, side in sides], axis=1))

    def meeting(self, boxes: Sequence[Sequence[float]]) -> Iterator[List[int]]:
        """For each of `boxes`, numbers of the rectangles that touch or overlap it, in ascending order."""
        for first in range(0, len(boxes), AT_ONCE):
            asked = np.array(boxes[first : first + AT_ONCE], np.float64)
            which, nodes = (side.ravel() for side in np.indices((len(asked), len(self._levels[0]))))
            for number, level in enumerate(self._levels):
                (west, east, south, north), sides = asked[which].T, level[nodes].T
                meet = (sides[0] <= east) & (sides[1] >= west) & (sides[2] <= north) & (sides[3] >= south)
                which, nodes = which[meet], nodes[meet]
                if number + 1 < len(self._levels):
                    which, nodes = np.repeat(which, self.WIDE), (nodes[:, None] * self.WIDE + np.arange(self.WIDE)).ravel()
                    real = nodes < len(self._levels[number + 1])
                    which, nodes = which[real], nodes[real]
            found = self._order[nodes]
            order = np.lexsort((found, which))
            numbers, ends = found[order].tolist(), np.searchsorted(which[order], np.arange(len(asked) + 1)).tolist()
            yield from (numbers[start:end] for start, end in zip(ends, ends[1:]))

    def gaps(self, box: Sequence[float], across: float, up: float) -> np.ndarray:
        """How far each rectangle lies from `box`, where a unit to the side is worth `across`, and one upwards `up`."""
        west, east, south, north = self._sides
        beside, above = np.maximum(west - box[1], box[0] - east), np.maximum(south - box[3], box[2] - north)
        return np.hypot(np.maximum(beside, 0) * across, np.maximum(above, 0) * up)


class Shapes:
    """Polygons that are asked many times what meets them."""

    def __init__(self, shapes: Sequence[ogr.Geometry]) -> None:
        self.shapes = list(shapes)
        self.envelopes = [Box(*shape.GetEnvelope()) for shape in self.shapes]
        self.boxes = Boxes(self.envelopes)
        self._prepared: Dict[int, ogr.PreparedGeometry] = {}

    def __len__(self) -> int:
        return len(self.shapes)

    def near(self, box: Sequence[float]) -> List[int]:
        """Numbers of the polygons whose envelopes meet a rectangle."""
        return next(self.boxes.meeting([box]))

    def meeting(self, shape: ogr.Geometry, near: Optional[Sequence[int]] = None) -> List[int]:
        """Numbers of the polygons that touch or overlap one. near: those whose envelopes meet its own, where they are known."""
        near = self.near(shape.GetEnvelope()) if near is None else near
        return [number for number in near if self.prepared(number).Intersects(shape)]

    def prepared(self, number: int) -> ogr.PreparedGeometry:
        """A polygon made fast to ask."""
        if number not in self._prepared:
            self._prepared[number] = self.shapes[number].CreatePreparedGeometry()
        return self._prepared[number]

    def cut(self, shape: ogr.Geometry) -> ogr.Geometry:
        """The part of a polygon that lies within these, which must not overlap each other."""
        meeting = self.meeting(shape)
        if any(self.prepared(number).Contains(shape) for number in meeting):
            return shape
        return joined([overlay(shape.Intersection, self.shapes[number]) for number in meeting])


def grouped(count: int, pairs: Sequence[Tuple[int, int]]) -> List[np.ndarray]:
    """Numbers from 0 to `count`, those together that pairs connect, in ascending order."""
    ones, others = np.array(pairs, np.int64).reshape(-1, 2).T
    number, group = connected(count, ones, others)
    order = np.argsort(group, kind="stable")
    return np.split(order, np.searchsorted(group[order], np.arange(1, number)))[:number]


def dissolved(shapes: Sequence[Optional[ogr.Geometry]], monitor: Monitor) -> Shapes:
    """Polygons without overlaps: what shares ground or an edge becomes one."""
    single = Shapes([part for shape in shapes for part in parts(shape)])
    pairs = []
    for number, near in enumerate(single.boxes.meeting(single.envelopes)):
        check(monitor, number, len(single))
        beyond = [other for other in near if other > number]
        pairs += [(number, other) for other in single.meeting(single.shapes[number], beyond)]
    result: List[ogr.Geometry] = []
    for group in grouped(len(single), pairs):
        check(monitor, 1, 1)
        its = [single.shapes[number] for number in group.tolist()]
        result += its if len(its) == 1 else parts(overlay(joined(its).UnionCascaded))
    return Shapes(result)


class Ground(Surface):
    """What a CRS's coordinates mean on the Earth: hectares, metres, longitude and latitude."""

    def __init__(self, crs: str) -> None:
        """Raises PantauError: a CRS that has no place on the Earth."""
        super().__init__(crs)
        world = osr.SpatialReference()
        world.ImportFromEPSG(4326)
        world.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        self._to_world = osr.CoordinateTransformation(self._reference, world)
        self._planes: Dict[Tuple[int, int], Plane] = {}

    def lon_lat(self, x: float, y: float) -> Tuple[float, float]:
        """Degrees on WGS 84."""
        lon, lat, _ = self._to_world.TransformPoint(x, y)
        return lon, lat

    def plane(self, x: float, y: float) -> Plane:
        """Metres around a place: the same for all places of a degree's square."""
        lon, lat, _ = self._to_degrees.TransformPoint(x, y)
        corner = (math.floor(lon), math.floor(lat))
        if corner not in self._planes:
            local = osr.SpatialReference()
            local.CopyGeogCSFrom(self._geographic)
            local.SetAE(corner[1] + 0.5, corner[0] + 0.5, 0, 0)
            self._planes[corner] = Plane(self._reference, local, x, y)
        return self._planes[corner]


class Plane:
    """Metres around the middle of a degree's square, true to 1 : 10 000 some hundred kilometres about (azimuthal equidistant)."""

    def __init__(self, reference: osr.SpatialReference, local: osr.SpatialReference, x: float, y: float) -> None:
        local.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        self._there = osr.CoordinateTransformation(reference, local)
        self._back = osr.CoordinateTransformation(local, reference)
        step = 0.001 if reference.IsGeographic() else 100.0
        places = np.array(self._there.TransformPoints([(x, y), (x + step, y), (x, y + step)]))[:, :2]
        self._metres = [float(np.hypot(*(place - places[0]))) / step for place in places[1:]]

    def margins(self, metres: float) -> Tuple[float, float]:
        """How far `metres` reach at the most, in the CRS's own units, to the side and upwards."""
        return 1.1 * metres / self._metres[0], 1.1 * metres / self._metres[1]

    def to_metres(self, shape: ogr.Geometry) -> ogr.Geometry:
        """A copy of a geometry in metres."""
        return self._moved(shape, self._there)

    def from_metres(self, shape: ogr.Geometry) -> ogr.Geometry:
        """A copy of a geometry that was in metres."""
        return self._moved(shape, self._back)

    def _moved(self, shape: ogr.Geometry, change: osr.CoordinateTransformation) -> ogr.Geometry:
        copy = shape.Clone()
        with quiet() as messages:
            done = attempt(copy.Transform, change)
        if done != 0:
            raise PantauError(
                tr("The polygons cannot be brought into metres ({reason}): check the CRS of their layers.").format(
                    reason=messages.last() or tr("no reason given")
                )
            )
        return copy
