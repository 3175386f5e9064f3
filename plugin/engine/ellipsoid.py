"""Hectares of polygons on the ellipsoid of their CRS."""

from __future__ import annotations

import math
from typing import Iterator, List, Sequence, Tuple

import numpy as np
from osgeo import ogr, osr

from .raster.gdal_guard import moved, spatial_reference
from .raster.grid import authalic_height, geographic_of
from .rings import ranges, rings_of, turns_between, whole_turn

EDGE_M = 5_000  # longest piece of an edge that is measured as a parabola, which is true to 1e-10 of its ground
AT_ONCE = 10_000  # points that PROJ transforms together
BATCH = 50_000  # points that are measured together


class Surface:
    """Hectares of polygons whose edges are straight in a CRS, however many points lie on them: parts add up to the whole.

    In longitudes an edge of more than half a turn goes the short way, across the antimeridian; one of a whole turn stays.
    """

    def __init__(self, crs: str) -> None:
        """Raises PantauError: a CRS that has no place on the Earth."""
        self._reference = reference = spatial_reference(crs)
        self._geographic = geographic_of(reference)
        self._to_degrees = osr.CoordinateTransformation(reference, self._geographic)
        self._turn = whole_turn(reference)
        self._edge = EDGE_M / (111_000 if reference.IsGeographic() else reference.GetLinearUnits())

    def areas_ha(self, shapes: Sequence[ogr.Geometry]) -> List[float]:
        """Hectares on the ellipsoid of each of some flat polygons or multipolygons, in the cylindrical equal-area plane (Snyder 1987).

        There an edge is a curve: it is taken as the parabola through its ends and its middle, by Simpson's rule.
        """
        sums = np.zeros(len(shapes))
        for first, rings, owners, signs in _batches(shapes):
            sums[first : first + int(owners[-1]) + 1] += np.bincount(owners, self._rings_m2(rings) * signs)
        return (sums / 10_000).tolist()

    def area_ha(self, shape: ogr.Geometry) -> float:
        """The same of one."""
        return self.areas_ha([shape])[0]

    def _rings_m2(self, rings: Sequence[np.ndarray]) -> np.ndarray:
        """Square metres within each of some closed rings."""
        points = np.concatenate(rings)
        edges = np.array([len(ring) - 1 for ring in rings])
        starts, firsts = ranges(np.cumsum(edges + 1) - edges - 1, edges)  # the points that edges begin with; a ring's first of them
        step = points[starts + 1] - points[starts]
        if self._turn:
            step[:, 0] += self._turn * turns_between(step[:, 0], self._turn)
        counts = 2 * np.maximum(1, np.ceil(np.hypot(*step.T) / self._edge)).astype(np.intp)  # an even number of parts of each
        place, bounds = ranges(np.zeros_like(counts), counts)
        fine = np.repeat(points[starts], counts, axis=0) + np.repeat(step / counts[:, None], counts, axis=0) * place[:, None]
        lon, lat = self._geographic_places(fine).T * (self._geographic.GetAngularUnits() or math.radians(1))
        high = authalic_height(lat, self._geographic.GetSemiMajor(), self._geographic.GetInvFlattening())
        # Edges follow each other: the next point, and at the end of a ring its first.
        ring_starts = bounds[firsts]
        ring_sizes = np.diff(ring_starts, append=len(fine))
        after = np.arange(1, len(fine) + 1)
        after[ring_starts + ring_sizes - 1] = ring_starts
        high = high - np.repeat(high[ring_starts], ring_sizes)
        # The ways east between points so near each other; where one lies beyond the antimeridian, its longitude has a turn more or less.
        east = (lon[after] - lon + math.pi) % (2 * math.pi) - math.pi
        chords = east * (high[after] + high)
        # Through the middles, and past them: Richardson's extrapolation of the trapezoids is Simpson's rule.
        one, two = slice(0, None, 2), slice(1, None, 2)
        coarse = (east[one] + east[two]) * (high[one] + high[after[two]])
        areas = (4 * (chords[one] + chords[two]) - coarse) / 6
        return np.abs(np.add.reduceat(areas, ring_starts // 2))

    def _geographic_places(self, points: np.ndarray) -> np.ndarray:
        """(points, 2) longitude and latitude in the units of the geographic CRS."""
        if self._reference.IsGeographic():
            return points
        # Some at a time: while PROJ works, no other thread of Python does, and with it the windows.
        parts = (points[start : start + AT_ONCE] for start in range(0, len(points), AT_ONCE))
        return np.concatenate([moved(self._to_degrees, part) for part in parts])


def _batches(shapes: Sequence[ogr.Geometry]) -> Iterator[Tuple[int, List[np.ndarray], np.ndarray, np.ndarray]]:
    """(number of the first shape, rings, the shape of each from there, 1 or -1 for a hole) of some shapes at a time."""
    first, rings, owners, signs, points = 0, [], [], [], 0
    for number, shape in enumerate(shapes):
        for exterior, ring in rings_of(shape):
            rings.append(ring)
            owners.append(number - first)
            signs.append(1 if exterior else -1)
            points += len(ring)
        if points > BATCH or (number == len(shapes) - 1 and rings):
            yield first, rings, np.array(owners), np.array(signs)
            first, rings, owners, signs, points = number + 1, [], [], [], 0
