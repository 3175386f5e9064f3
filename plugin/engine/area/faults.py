"""Where the zones of a layer overlap, and which ground they enclose without holding it."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Callable, Iterator, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
from osgeo import ogr

from ..ellipsoid import Surface
from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..raster.gdal_guard import attempt, quiet, spatial_reference
from ..rings import ranges, rings_of, whole_turn
from ..text import tr
from ..vector import Boxes, grouped, joined, overlay

OVERLAP, GAP = "overlap", "gap"
LISTED_HA = 1e-4  # a square metre: what is smaller comes of rounded coordinates, and is added up but not listed
BATCH = 100_000  # points that are worked on together
CHUNK = 24  # edges that are looked for together
NEAR = 1e-10  # of a coordinate: how far the rounding of a crossing may shift a point
LINESTRING, MULTILINESTRING = 2, 5  # of WKB
FACES, POINTS = 1_000, 1_000  # faces, and points on their borders, that are asked for together
ELSEWHERE = (0.37, 0.53, 0.71, 0.89)  # of a face's width and height: where to look for a point that is on no edge
SLIGHT = 1e-6  # share of a face that is none: rounding


class Fault(NamedTuple):
    """Ground that several zones hold, or that they enclose and none of them holds.

    kind: OVERLAP or GAP. zones: numbers of the zones that share it, ascending; of a gap those around it, the longest border first.
    shape: multipolygon. area_ha: on the ellipsoid.
    """

    kind: str
    zones: Tuple[int, ...]
    shape: ogr.Geometry
    area_ha: float


@dataclass(frozen=True)
class Faults:
    """What is wrong with the zones of a layer, in hectares on the ellipsoid. Faults of a square metre and more are listed, largest first.

    overlap_ha: (n,) of each zone, what another zone holds too. gap_ha: (n,) of the gaps that it borders more than any other zone does.
    total_overlap_ha: by how much the zones' areas add up to more than their ground: what they share, once for each zone too many.
    """

    overlaps: List[Fault]
    gaps: List[Fault]
    overlap_ha: np.ndarray
    gap_ha: np.ndarray
    total_overlap_ha: float


def find_faults(shapes: Sequence[Optional[ogr.Geometry]], crs: str, monitor: Monitor) -> Faults:
    """Find the overlaps and gaps of zones.

    Only where the number of zones changes can an overlap or a gap end. An edge with one zone on each side is no such place, and in a good
    layer nearly all edges are of that kind; they cancel each other. The others are cut where they meet, and divide the plane into
    faces; each is asked how many zones hold it. So what neighbours share to the last digit costs next to nothing, and the rest is exact.
    shapes: valid multipolygons in the CRS `crs` (WKT), one a zone; None for a zone without ground. Raises Cancelled, PantauError.
    """
    shapes = _around(shapes, whole_turn(spatial_reference(crs)))
    outline = _Outline(shapes, Share(monitor, 0, 0.5))
    faces = _faces(outline, Share(monitor, 0.5, 0.8))
    return _Inspection(shapes, outline, crs).inspect(faces, Share(monitor, 0.8, 1))


def _around(shapes: Sequence[Optional[ogr.Geometry]], turn: float) -> Sequence[Optional[ogr.Geometry]]:
    """The zones, with longitudes from 0 to a whole turn where that is how none reaches halfway around the Earth: across the antimeridian."""

    def wide(shape: Optional[ogr.Geometry]) -> bool:
        west, east, _, _ = shape.GetEnvelope() if shape is not None else (0, 0, 0, 0)
        return east - west > turn / 2

    if not turn or not any(map(wide, shapes)):
        return shapes
    moved = [shape if shape is None else shape.Clone() for shape in shapes]
    for part in (
        shape.GetGeometryRef(number) for shape in moved if shape is not None for number in range(shape.GetGeometryCount())
    ):
        for ring in (part.GetGeometryRef(number) for number in range(part.GetGeometryCount())):
            for place, (x, y, *_) in enumerate(ring.GetPoints()):
                ring.SetPoint_2D(place, x + turn if x < 0 else x, y)
    return shapes if any(map(wide, moved)) else moved


class _Edges:
    """The edges of some rings. points: (p, 2). starts: (e,) the first point of each. keys: (e,), the same for the same edge but for
    the last bit, which is set where the zone is to the left of the edge as seen from its lesser end. zones: (e,)."""  # fmt: skip

    def __init__(self, rings: Sequence[np.ndarray], exterior: Sequence[bool], zones: Sequence[int]) -> None:
        self.points = np.concatenate(rings) + 0.0  # no -0
        sizes = np.array([len(ring) for ring in rings])
        lasts = np.cumsum(sizes) - 1
        inside = np.ones(len(self.points), bool)
        inside[lasts] = False
        starts = np.flatnonzero(inside)
        one, other = self.points[starts], self.points[starts + 1]
        first = np.repeat(self.points[lasts], sizes - 1, axis=0)
        cross = (one[:, 0] - first[:, 0]) * (other[:, 1] - first[:, 1]) - (other[:, 0] - first[:, 0]) * (one[:, 1] - first[:, 1])
        area = np.add.reduceat(cross, np.concatenate([[0], np.cumsum(sizes - 1)[:-1]]))
        # A ring with its zone to the left runs against the clock outside, and with it around a hole.
        left = np.repeat((area > 0) == np.array(exterior), sizes - 1)
        keys, forward = _keys(one, other)
        real = (one != other).any(axis=1)
        self.starts = starts[real]
        self.keys = (keys << np.uint64(1) | (left == forward))[real]
        self.zones = np.repeat(np.array(zones), sizes - 1)[real]


def _keys(one: np.ndarray, other: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
    """(63 bits of each edge, the same in both directions; whether it runs from its lesser end to its greater).

    Two of 40 million edges share a key by chance once in ten thousand layers.
    """
    forward = (one[:, 0] < other[:, 0]) | ((one[:, 0] == other[:, 0]) & (one[:, 1] < other[:, 1]))
    ends = np.where(forward[:, None], np.hstack([one, other]), np.hstack([other, one])).view(np.uint64)
    mixed = np.zeros(len(one), np.uint64)
    for bits in ends.T:
        mixed = (mixed ^ bits) * np.uint64(0x9E3779B97F4A7C15)  # Fibonacci hashing (Knuth 1998, 6.4)
        mixed ^= mixed >> np.uint64(32)
    return mixed >> np.uint64(1), forward


def _batches(shapes: Sequence[Optional[ogr.Geometry]], monitor: Monitor) -> Iterator[_Edges]:
    """The edges of all zones, those of some at a time."""
    rings: List[np.ndarray] = []
    exterior: List[bool] = []
    zones: List[int] = []
    points = 0
    for zone, shape in enumerate(shapes):
        for outer, ring in rings_of(shape) if shape is not None else ():
            rings.append(ring)
            exterior.append(outer)
            zones.append(zone)
            points += len(ring)
        if points >= BATCH or (rings and zone == len(shapes) - 1):
            check(monitor, zone, len(shapes))
            yield _Edges(rings, exterior, zones)
            rings, exterior, zones, points = [], [], [], 0


def _uneven(shapes: Sequence[Optional[ogr.Geometry]], monitor: Monitor) -> np.ndarray:
    """The keys of the edges that have not just one zone on each side, ascending, without the last bit."""
    keys = np.empty(sum(shape.WkbSize() // 16 for shape in shapes if shape is not None) + 1, np.uint64)  # 16 bytes a point
    count = 0
    for edges in _batches(shapes, monitor):
        keys[count : count + len(edges.keys)] = edges.keys
        count += len(edges.keys)
    keys = keys[:count]
    keys.sort()
    # The two directions of an edge come together. Where it has them more often than once each, one at least is left over.
    even = (keys[1:] ^ keys[:-1]) == np.uint64(1)
    left = np.ones(count, bool)
    left[1:] &= ~even
    left[:-1] &= ~even
    return np.unique(keys[left] >> np.uint64(1))


class _Outline:
    """The edges where the number of zones changes, as runs along the rings of the zones.

    points: (p, 2) of all runs in a row. firsts, sizes: (r,) the first point and the number of points of each run. zones: (r,).
    """

    def __init__(self, shapes: Sequence[Optional[ogr.Geometry]], monitor: Monitor) -> None:
        kept = _uneven(shapes, Share(monitor, 0, 0.5))
        points: List[np.ndarray] = [np.zeros((0, 2))]
        sizes: List[np.ndarray] = [np.zeros(0, np.int64)]
        zones: List[np.ndarray] = [np.zeros(0, np.int64)]
        for edges in _batches(shapes, Share(monitor, 0.5, 1)) if len(kept) else ():
            keys = edges.keys >> np.uint64(1)
            found = kept[np.minimum(np.searchsorted(kept, keys), len(kept) - 1)] == keys
            starts, owners = edges.starts[found], edges.zones[found]
            if len(starts):
                ends = np.append(np.flatnonzero(np.diff(starts) != 1), len(starts) - 1)  # the last edge of each run
                begins = np.concatenate([[0], ends[:-1] + 1])
                sizes.append(ends - begins + 2)
                zones.append(owners[begins])
                points.append(edges.points[ranges(starts[begins], sizes[-1])[0]])
        self.points, self.sizes, self.zones = np.concatenate(points), np.concatenate(sizes), np.concatenate(zones)
        self.firsts = np.cumsum(self.sizes) - self.sizes
        self._cut()

    def _cut(self) -> None:
        """Chunks of the runs, to be found by where they are."""
        counts = -(-(self.sizes - 1) // CHUNK)
        self.runs = np.repeat(np.arange(len(counts)), counts)  # of each chunk
        place, _ = ranges(np.zeros_like(counts), counts)
        self.starts = self.firsts[self.runs] + place * CHUNK
        self.lengths = np.minimum(CHUNK, self.sizes[self.runs] - 1 - place * CHUNK)  # edges
        self.envelopes = np.zeros((len(self.runs), 4))
        for first in range(0, len(self.runs), 1 << 14):
            part = slice(first, first + (1 << 14))
            which, bounds = ranges(self.starts[part], self.lengths[part] + 1)
            self.envelopes[part, 0::2] = np.minimum.reduceat(self.points[which], bounds)
            self.envelopes[part, 1::2] = np.maximum.reduceat(self.points[which], bounds)
        self.boxes = Boxes(self.envelopes) if len(self.runs) else None

    def run(self, number: int) -> np.ndarray:
        """The points of a run."""
        return self.points[self.firsts[number] : self.firsts[number] + self.sizes[number]]

    def groups(self, monitor: Monitor) -> List[np.ndarray]:
        """Numbers of the runs that may meet each other, together."""
        pairs = []
        for chunk, near in enumerate(self.boxes.meeting(self.envelopes)):
            check(monitor, chunk, len(self.runs))
            mine = self.runs[chunk]
            pairs += [(mine, other) for other in set(self.runs[near].tolist()) if other > mine]
        return grouped(len(self.sizes), pairs)

    def borders(self, faces: Sequence[ogr.Geometry]) -> List[Tuple[int, ...]]:
        """Of each face, the zones whose edges its edges come from, the longest border first."""
        rings = [(face, ring) for face, shape in enumerate(faces) for _, ring in rings_of(shape)]
        if not rings:
            return [() for _ in faces]
        one, other = (np.concatenate([ring[part] for _, ring in rings]) for part in (slice(None, -1), slice(1, None)))
        owners = np.repeat([face for face, _ in rings], [len(ring) - 1 for _, ring in rings])
        zones, lengths = self._nearest((one + other) / 2), np.hypot(*(other - one).T)
        pairs, which = np.unique(np.stack([owners, zones])[:, zones >= 0], axis=1, return_inverse=True)
        sums = np.bincount(which.ravel(), lengths[zones >= 0], pairs.shape[1])
        order = np.lexsort((pairs[1], -sums, pairs[0]))
        ends = np.searchsorted(pairs[0][order], np.arange(1, len(faces)))
        return [tuple(its.tolist()) for its in np.split(pairs[1][order], ends)]

    def _nearest(self, points: np.ndarray) -> np.ndarray:
        """The zone of the edge on which each point lies, but for rounding; -1 where there is none."""
        zones = np.full(len(points), -1)
        near = NEAR * max(1e-9, float(np.abs(points).max()))
        west, south = (points - near).T
        east, north = (points + near).T
        boxes = np.column_stack([west, east, south, north])
        for first in range(0, len(points), POINTS):
            found = list(self.boxes.meeting(boxes[first : first + POINTS]))
            chunks = np.array([chunk for its in found for chunk in its], np.int64)
            if not len(chunks):
                continue
            asked = np.repeat(np.arange(first, first + len(found)), list(map(len, found)))
            lengths = self.lengths[chunks]
            starts, asked = ranges(self.starts[chunks], lengths)[0], np.repeat(asked, lengths)
            one, step = self.points[starts] - points[asked], self.points[starts + 1] - self.points[starts]
            along = np.clip(-(one * step).sum(axis=1) / (step * step).sum(axis=1), 0, 1)
            distances = ((one + along[:, None] * step) ** 2).sum(axis=1)
            begins = np.flatnonzero(np.diff(asked, prepend=-1))
            least = np.repeat(np.minimum.reduceat(distances, begins), np.diff(begins, append=len(asked)))
            nearest = np.flatnonzero(distances == least)[::-1]  # of several, the first is set last
            zones[asked[nearest]] = np.repeat(self.zones[self.runs[chunks]], lengths)[nearest]
        return zones


def _lines(runs: Sequence[np.ndarray]) -> ogr.Geometry:
    """A multilinestring."""
    wkb = [struct.pack("<BII", 1, LINESTRING, len(run)) + run.astype("<f8").tobytes() for run in runs]
    return ogr.CreateGeometryFromWkb(struct.pack("<BII", 1, MULTILINESTRING, len(wkb)) + b"".join(wkb))


def _faces(outline: _Outline, monitor: Monitor) -> List[ogr.Geometry]:
    """What the edges divide the plane into, but for the outermost."""
    if not len(outline.sizes):
        return []
    lines, done = ogr.Geometry(ogr.wkbMultiLineString), 0
    for group in outline.groups(Share(monitor, 0, 0.4)):
        check(Share(monitor, 0.4, 0.9), done, len(outline.points))
        runs = [outline.run(number) for number in group.tolist()]
        done += sum(map(len, runs))
        # The ring of a valid polygon does not cross itself.
        alone = len(runs) == 1 and (runs[0][0] == runs[0][-1]).all()
        noded = _lines(runs) if alone else _noded(runs)
        for number in range(noded.GetGeometryCount()):
            lines.AddGeometry(noded.GetGeometryRef(number))
    whole = _drawn(lines.Polygonize)
    lines = None
    check(monitor, 0.95, 1)
    faces = []
    for number in range(whole.GetGeometryCount() - 1, -1, -1):  # none of them twice in memory
        faces.append(whole.GetGeometryRef(number).Clone())
        whole.RemoveGeometry(number)
    return faces


def _noded(runs: Sequence[np.ndarray]) -> ogr.Geometry:
    """Lines cut where they meet, each only once: what OGR calls the union of lines with others."""
    if len(runs) == 1:
        runs = [runs[0][:2], runs[0][1:]]
    result = _drawn(_lines(runs[1:]).Union, _lines(runs[:1]))
    if ogr.GT_Flatten(result.GetGeometryType()) == ogr.wkbLineString:
        result = ogr.ForceToMultiLineString(result)
    return result


def _drawn(call: Callable[..., Any], *args: ogr.Geometry) -> ogr.Geometry:
    with quiet() as messages:
        result = attempt(call, *args)
    if result is None:
        raise PantauError(
            tr(
                "The outlines of the zones cannot be compared ({reason}): repair the layer (Vector geometry > Fix geometries)."
            ).format(reason=messages.last() or tr("no reason given"))
        )
    return result


class _Inspection:
    """Asks of each face which zones hold it."""

    def __init__(self, shapes: Sequence[Optional[ogr.Geometry]], outline: _Outline, crs: str) -> None:
        self._shapes, self._outline, self._surface = shapes, outline, Surface(crs)
        self._present = [zone for zone, shape in enumerate(shapes) if shape is not None and not shape.IsEmpty()]
        self._boxes = Boxes([shapes[zone].GetEnvelope() for zone in self._present])
        self._prepared = lru_cache(1_000)(lambda zone: shapes[zone].CreatePreparedGeometry())
        self.overlap_ha, self.gap_ha, self.total_overlap_ha = np.zeros(len(shapes)), np.zeros(len(shapes)), 0.0

    def inspect(self, faces: List[ogr.Geometry], monitor: Monitor) -> Faults:
        """Measure and list what is wrong."""
        found: List[Fault] = []
        faces.sort(key=lambda face: face.GetEnvelope()[::2])  # neighbours ask the same zones
        for start in range(0, len(faces), FACES):
            found += self._among(
                faces[start : start + FACES], Share(monitor, 0.8 * start / len(faces), 0.8 * min(1, (start + FACES) / len(faces)))
            )
        found = sorted(_merged(found, Share(monitor, 0.8, 1)), key=lambda fault: (-fault.area_ha, fault.zones))
        listed = [[fault for fault in found if fault.kind == kind and fault.area_ha >= LISTED_HA] for kind in (OVERLAP, GAP)]
        return Faults(*listed, self.overlap_ha, self.gap_ha, self.total_overlap_ha)

    def _among(self, faces: Sequence[ogr.Geometry], monitor: Monitor) -> Iterator[Fault]:
        """The faults among some faces, added up on the way."""
        points = [face.PointOnSurface() for face in faces]
        holding = []
        for number, (face, point, near) in enumerate(zip(faces, points, self._near(points))):
            check(monitor, number, 2 * len(faces))
            holding.append(self._holding(face, point, near))
        gaps = [face for face, zones in zip(faces, holding) if not zones]
        for face, around, area in zip(gaps, self._outline.borders(gaps), self._surface.areas_ha(gaps)):
            self.gap_ha[list(around[:1])] += area
            yield Fault(GAP, around, face, area)
        overlaps = [(face, zones) for face, zones in zip(faces, holding) if len(zones) > 1]
        shapes = [face for face, _ in overlaps]
        for number, ((face, zones), near, area) in enumerate(zip(overlaps, self._near(shapes), self._surface.areas_ha(shapes))):
            check(monitor, len(overlaps) + number, 2 * len(overlaps))
            self.total_overlap_ha += (len(zones) - 1) * area
            yield from self._shared(face, zones, near, area)

    def _holding(self, face: ogr.Geometry, point: ogr.Geometry, near: Sequence[int]) -> List[int]:
        """The zones that hold a point of a face. near: those whose envelopes do."""
        meeting = [zone for zone in near if self._prepared(zone).Intersects(point)]
        holding = [zone for zone in meeting if self._prepared(zone).Contains(point)]
        if len(holding) == len(meeting):
            return holding
        # By chance the point lies on the edge between two neighbours: another one will not.
        for share in ELSEWHERE:
            point = _corner(face, share).PointOnSurface()
            meeting = [zone for zone in next(self._near([point])) if self._prepared(zone).Intersects(point)]
            holding = [zone for zone in meeting if self._prepared(zone).Contains(point)]
            if len(holding) == len(meeting):
                break
        return holding

    def _near(self, shapes: Sequence[ogr.Geometry]) -> Iterator[List[int]]:
        """For each shape, the zones whose envelopes meet its own."""
        for found in self._boxes.meeting([shape.GetEnvelope() for shape in shapes]):
            yield [self._present[number] for number in found]

    def _shared(self, face: ogr.Geometry, zones: Sequence[int], near: Sequence[int], area: float) -> Iterator[Fault]:
        """The parts of a face by the zones that hold them.

        zones: at one place in it. As many hold every other place, but not always the same: where two neighbours share an edge, and a
        third lies over both, the face goes on beyond the edge. near: the zones whose envelopes meet the face's.
        """
        others = [zone for zone in near if zone not in zones and self._prepared(zone).Intersects(face)] if area >= LISTED_HA else []
        cuts = {zone: overlay(face.Intersection, self._shapes[zone]) for zone in others}
        if not any(cut.Area() > SLIGHT * face.Area() for cut in cuts.values()):
            self.overlap_ha[list(zones)] += area
            yield Fault(OVERLAP, tuple(zones), face, area)
            return
        cuts.update((zone, overlay(face.Intersection, self._shapes[zone])) for zone in zones)
        sizes = dict(zip(cuts, self._surface.areas_ha(list(cuts.values()))))
        for zone, size in sizes.items():
            self.overlap_ha[zone] += size
        everywhere = [zone for zone, size in sizes.items() if size >= (1 - SLIGHT) * area]
        partly = sorted(zone for zone, size in sizes.items() if SLIGHT * area < size < (1 - SLIGHT) * area)
        if len(everywhere) == len(zones) - 1:  # the others lie beside each other
            for zone in partly:
                yield Fault(OVERLAP, tuple(sorted([*everywhere, zone])), cuts[zone], sizes[zone])
        else:
            yield Fault(OVERLAP, tuple(sorted([*everywhere, *partly])), face, area)


def _corner(face: ogr.Geometry, share: float) -> ogr.Geometry:
    """A part of a face: so much of its width from the west, and of what is there so much of the height from the south."""
    for side in (0, 2):
        box = list(face.GetEnvelope())
        box[side + 1] = box[side] + share * (box[side + 1] - box[side])
        text = "POLYGON(({0!r} {2!r},{1!r} {2!r},{1!r} {3!r},{0!r} {3!r},{0!r} {2!r}))".format(*box)
        part = overlay(face.Intersection, ogr.CreateGeometryFromWkt(text))
        face = face if part.IsEmpty() else part
    return face


def _merged(faults: Sequence[Fault], monitor: Monitor) -> Iterator[Fault]:
    """Those of the same kind and zones that touch each other, as one."""
    if not faults:
        return
    envelopes, pairs = [fault.shape.GetEnvelope() for fault in faults], []
    for number, near in enumerate(Boxes(envelopes).meeting(envelopes)):
        check(monitor, number, len(faults))
        one = faults[number]
        pairs += [
            (number, other) for other in near
            if other > number and faults[other][:2] == one[:2] and one.shape.Intersects(faults[other].shape)
        ]  # fmt: skip
    for group in grouped(len(faults), pairs):
        its = [faults[number] for number in group.tolist()]
        shape = joined([one.shape for one in its])
        yield Fault(*its[0][:2], shape if len(its) == 1 else overlay(shape.UnionCascaded), sum(one.area_ha for one in its))
