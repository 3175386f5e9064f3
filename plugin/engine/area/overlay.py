"""Layers of polygons laid over each other: every combination of their names, with its ground and its hectares."""

from __future__ import annotations

from itertools import product
from typing import Callable, Dict, FrozenSet, Iterable, Iterator, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
from osgeo import ogr

from ..ellipsoid import Surface
from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..raster.zones import Zones
from ..text import tr
from ..vector import Box, Shapes, joined, load, overlay, parts

LEAST_HA = 1e-8  # a square centimetre: less is rounding of coordinates, not ground
WHOLE = 1e-10  # share of a polygon that may miss where the polygons on it are said to cover it whole
MOST_POINTS = 1_000  # of a polygon; larger ones are halved first, since each cut goes through all of them

Names = Tuple[FrozenSet[str], ...]  # of each layer, the names of its polygons on a ground; several where they overlap
Combination = Tuple[Optional[str], ...]  # one name of each layer; None: no polygon of it


class Piece(NamedTuple):
    """One combination of names, one of each layer (None: no polygon of that layer), its ground, and hectares on the ellipsoid."""

    names: Combination
    shape: ogr.Geometry
    area_ha: float


class Overlay(NamedTuple):
    """What came out, in the order of the layers.

    pieces: one for each combination that occurs, by name; a valid multipolygon each. repaired: polygons of each layer with an invalid
    outline. overlap_ha: ground that several names of one layer share, once for each too many, which is in the pieces of each.
    layer_ha: ground of each layer, counted once; ground_ha: of all together. crs: WKT of the pieces.
    """

    pieces: List[Piece]
    repaired: List[int]
    overlap_ha: List[float]
    layer_ha: List[float]
    ground_ha: float
    crs: str


class _Face(NamedTuple):
    """A ground that no other shares."""

    names: Names
    shape: ogr.Geometry


def combinations(names: Names) -> Iterable[Combination]:
    """Every combination of the names of a ground."""
    return product(*(sorted(one) or [None] for one in names))


def overlay_layers(
    layers: Sequence[Zones], crs: str, monitor: Monitor, combine: Callable[[Names], Iterable[Combination]] = combinations
) -> Overlay:
    """Lay 1 to 3 layers over each other, in the CRS `crs` (WKT). Ground of any layer is in a piece, and nothing is left out.

    Polygons of one name are one zone, and ground that they share counts once; ground of different names of one layer is in the pieces of
    each. combine: the combinations that a ground with these names belongs to; ground of none is left out. Raises PantauError: a layer without a polygon, a CRS that has no place on the Earth. Cancelled.
    """
    surface = Surface(crs)
    sets, repaired = [], []
    for number, layer in enumerate(layers):
        faces, broken = _faces(layer, crs, surface, Share(monitor, 0.5 * number / len(layers), 0.5 * (number + 1) / len(layers)))
        sets.append(faces)
        repaired.append(broken)
    together = sets[0]
    for number, faces in enumerate(sets[1:], 1):
        share = 0.4 / len(layers)
        together = _crossed(together, faces, surface, Share(monitor, 0.5 + share * number, 0.5 + share * (number + 1)))
    return _collected(together, combine, repaired, crs, surface, Share(monitor, 0.9, 1))


def _faces(layer: Zones, crs: str, surface: Surface, monitor: Monitor) -> Tuple[List[_Face], int]:
    """(the ground of a layer, parted so that none overlaps another; how many polygons had to be repaired)."""
    loaded, repaired = load(layer.polygons, crs, Share(monitor, 0, 0.3))
    named: List[Tuple[ogr.Geometry, str]] = []
    for name, shape in zip(layer.names, loaded):
        check(monitor, 0.3, 1)
        named += [(small, name) for part in parts(shape) for small in halved(part)]
    if not named:
        raise PantauError(tr("{layer} has no polygon with an area: choose a layer with at least one.").format(layer=layer.name))
    named.sort(key=lambda one: one[0].Area())  # so a large one is cut once, by all the small ones on it together
    shapes = Shapes([shape for shape, _ in named])
    least = _least(surface, shapes)
    owned: List[List[_Face]] = []  # of each polygon: its ground that no polygon before it covers
    share = Share(monitor, 0.4, 1)
    for number, near in enumerate(shapes.boxes.meeting(shapes.envelopes)):
        shape, name = named[number]
        over: List[ogr.Geometry] = []
        for other in near[: near.index(number)]:
            check(share, number, len(shapes))
            faces: List[_Face] = []
            for face in owned[other]:
                common = _common(face.shape, shapes, number, least)
                over += [face.shape] if common else []
                if not common or name in face.names[0]:
                    faces.append(face)
                else:
                    both = (face.names[0] | {name},)
                    faces += [_Face(both, one) for one in common]
                    faces += [_Face(face.names, one) for one in _without(face.shape, [shape], least)]
            owned[other] = faces
        owned.append([_Face((frozenset([name]),), one) for one in _without(shape, over, least)])
    return [face for faces in owned for face in faces], repaired


def _least(surface: Surface, shapes: Shapes) -> float:
    """`LEAST_HA` in square units of the CRS, near the largest of some polygons."""
    shape = max(shapes.shapes, key=ogr.Geometry.Area)
    return LEAST_HA * shape.Area() / max(surface.area_ha(shape), LEAST_HA)


def halved(polygon: ogr.Geometry, depth: int = 0) -> Iterator[ogr.Geometry]:
    """A polygon as parts of few points each."""
    if polygon.WkbSize() <= 16 * MOST_POINTS or depth > 30:
        yield polygon
        return
    west, east, south, north = polygon.GetEnvelope()
    x, y = (west + east) / 2, (south + north) / 2
    boxes = ((west, x, south, north), (x, east, south, north)) if east - west > north - south else (
        (west, east, south, y), (west, east, y, north)
    )  # fmt: skip
    for box in boxes:
        for part in parts(overlay(polygon.Intersection, _rectangle(Box(*box)))):
            yield from halved(part, depth + 1)


def _rectangle(box: Box) -> ogr.Geometry:
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ((box.west, box.south), (box.east, box.south), (box.east, box.north), (box.west, box.north), (box.west, box.south)):
        ring.AddPoint_2D(x, y)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon


def _large(shape: ogr.Geometry, least: float) -> List[ogr.Geometry]:
    """The polygons of a geometry that are more than rounding."""
    return [part for part in parts(shape) if part.Area() > least]


def _without(shape: ogr.Geometry, others: Sequence[ogr.Geometry], least: float) -> List[ogr.Geometry]:
    """What is left of a polygon without others, all of them at once, as parts of few points each."""
    if not others:
        return [shape]
    whole = joined(others)
    left = overlay(shape.Difference, whole if len(others) == 1 else overlay(whole.UnionCascaded))
    return [small for part in _large(left, least) for small in halved(part)]


def _shared(one: Box, other: Box) -> float:
    """The area that two rectangles share."""
    across = min(one.east, other.east) - max(one.west, other.west)
    up = min(one.north, other.north) - max(one.south, other.south)
    return max(across, 0.0) * max(up, 0.0)


def _holds(one: Box, other: Box) -> bool:
    """Whether a rectangle holds another."""
    return one.west <= other.west and one.east >= other.east and one.south <= other.south and one.north >= other.north


def _common(shape: ogr.Geometry, others: Shapes, other: int, least: float) -> List[ogr.Geometry]:
    """The ground that a polygon shares with one of others. The whole of it, where the other holds it, is not cut."""
    box, its = Box(*shape.GetEnvelope()), others.envelopes[other]
    if _shared(box, its) <= least:
        return []
    if _holds(its, box) and others.prepared(other).Contains(shape):
        return [shape]
    if not others.prepared(other).Intersects(shape):
        return []
    return _large(overlay(shape.Intersection, others.shapes[other]), least)


def _crossed(ones: List[_Face], others: List[_Face], surface: Surface, monitor: Monitor) -> List[_Face]:
    """Faces of some layers and of one more, as the faces of all."""
    sides = [Shapes([face.shape for face in faces]) for faces in (ones, others)]
    least = _least(surface, sides[0])
    found: List[_Face] = []
    met: Tuple[Dict[int, List[ogr.Geometry]], Dict[int, List[ogr.Geometry]]] = ({}, {})
    covered = [np.zeros(len(side)) for side in sides]
    for other, near in enumerate(sides[0].boxes.meeting(sides[1].envelopes)):
        for one in near:
            check(monitor, 0.8 * other, len(others))
            if _holds(sides[0].envelopes[one], sides[1].envelopes[other]):
                common = _common(others[other].shape, sides[0], one, least)
            else:
                common = _common(ones[one].shape, sides[1], other, least)
            found += [_Face(ones[one].names + others[other].names, shape) for shape in common]
            for side, mine, its in ((0, one, others[other]), (1, other, ones[one])) if common else ():
                covered[side][mine] += sum(shape.Area() for shape in common)
                met[side].setdefault(mine, []).append(its.shape)
    nowhere: FrozenSet[str] = frozenset()
    around: Sequence[Tuple[Names, Names]] = (((), (nowhere,)), ((nowhere,) * len(ones[0].names), ()))
    for side, (faces, (before, after)) in enumerate(zip((ones, others), around)):
        for number, face in enumerate(faces):
            check(monitor, 0.8 + 0.1 * side + 0.1 * number / len(faces), 1)
            if abs(face.shape.Area() - covered[side][number]) > WHOLE * face.shape.Area():
                rest = _without(face.shape, met[side].get(number, ()), least)
                found += [_Face((*before, *face.names, *after), one) for one in rest]
    return found


def _collected(
    faces: List[_Face],
    combine: Callable[[Names], Iterable[Combination]],
    repaired: List[int],
    crs: str,
    surface: Surface,
    monitor: Monitor,
) -> Overlay:
    """The faces as pieces, one for each combination of names."""
    count, ground_ha = len(faces[0].names), 0.0
    layer_ha, overlap_ha = np.zeros(count), np.zeros(count)
    shapes: Dict[Combination, List[ogr.Geometry]] = {}
    areas: Dict[Combination, float] = {}
    for face, area in zip(faces, surface.areas_ha([face.shape for face in faces])):
        numbers = np.array([len(names) for names in face.names])
        layer_ha += area * (numbers > 0)
        overlap_ha += area * np.maximum(numbers - 1, 0)
        found = list(combine(face.names))
        ground_ha += area if found else 0.0
        for names in found:
            shapes.setdefault(names, []).append(face.shape)
            areas[names] = areas.get(names, 0.0) + area
    pieces = []
    for names in sorted(shapes, key=lambda names: [(name is None, name or "") for name in names]):
        check(monitor, len(pieces), len(shapes))
        whole = joined(shapes[names])
        pieces.append(Piece(names, whole if len(shapes[names]) == 1 else overlay(whole.UnionCascaded), areas[names]))
    return Overlay(pieces, repaired, overlap_ha.tolist(), layer_ha.tolist(), ground_ha, crs)
