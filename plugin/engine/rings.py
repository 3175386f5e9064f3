"""The rings of polygons as arrays, and longitudes that go around the Earth."""

from __future__ import annotations

import math
from typing import Iterator, Tuple

import numpy as np
from osgeo import ogr, osr

POLYGON, MULTIPOLYGON = 3, 6  # of WKB


def rings_of(shape: ogr.Geometry) -> Iterator[Tuple[bool, np.ndarray]]:
    """(whether it is an exterior, (points, 2) float64, the first point again at the end) of each ring of a flat (multi)polygon."""
    # From WKB: millions of points as tuples would take minutes.
    wkb = bytes(shape.ExportToWkb(ogr.wkbNDR))
    yield from _rings(wkb, 0, [0])


def _rings(wkb: bytes, start: int, end: list) -> Iterator[Tuple[bool, np.ndarray]]:
    kind, count = np.frombuffer(wkb, "<u4", 2, start + 1).tolist()
    place = start + 9
    if kind == MULTIPOLYGON:
        for _ in range(count):
            yield from _rings(wkb, place, end)
            place = end[0]
        return
    for number in range(count):
        points = int(np.frombuffer(wkb, "<u4", 1, place)[0])
        ring = np.frombuffer(wkb, "<f8", 2 * points, place + 4).reshape(points, 2)
        if points > 3:
            yield number == 0, ring
        place += 4 + 16 * points
    end[0] = place


def ranges(starts: np.ndarray, counts: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
    """(whole numbers from each start on, one range after the other; where each range begins)."""
    bounds = np.cumsum(counts) - counts
    return np.repeat(starts - bounds, counts) + np.arange(int(counts.sum())), bounds


def whole_turn(reference: osr.SpatialReference) -> float:
    """360 degrees in the units of a geographic CRS; 0 in any other."""
    return 2 * math.pi / (reference.GetAngularUnits() or math.radians(1)) if reference.IsGeographic() else 0.0


def turns_between(east: np.ndarray, turn: float) -> np.ndarray:
    """How many whole turns to add to the way east along each edge: an edge of more than half a turn goes the other, short way.

    An edge of a whole turn is the edge of a map of the world, and stays.
    """
    far = np.abs(east)
    return np.where((far > turn / 2) & (far < turn * (1 - 1e-9)), -np.sign(east), 0.0)


def unwrapped(ring: np.ndarray, turn: float) -> np.ndarray:
    """A ring in longitudes that go on beyond the antimeridian, where it crosses that."""
    turns = turns_between(np.diff(ring[:, 0]), turn)
    if not turns.any():
        return ring
    return np.column_stack([ring[:, 0] + turn * np.concatenate([[0.0], np.cumsum(turns)]), ring[:, 1]])
