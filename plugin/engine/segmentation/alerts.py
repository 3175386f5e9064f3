"""Mine alerts: what was newly mined and what was given up, inside or outside permits, ranked for inspection."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
from osgeo import ogr, osr

from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..raster.aoi import Polygons
from ..raster.gdal_guard import attempt, quiet, spatial_reference
from ..raster.legend import read_provenance
from ..text import number, tr
from ..vector import Box, Ground, Plane, Shapes, load, overlay, parts
from ..version import VERSION
from .changes import GAIN, GROWN, LOSS, NEW, SHRUNK, SIDE, VANISHED, Changes, Mines, Piece, Settings, compare

CHANGES = (NEW, GROWN, SHRUNK, VANISHED)
INSIDE, ACROSS, OUTSIDE, UNKNOWN = "inside", "across", "outside", "unknown"
STATES = (INSIDE, ACROSS, OUTSIDE)
LEAST_HA = 1e-4  # a part of less than a square metre is rounding, and no part
MOST_OUTLINES = 500  # on a sketch
FAR_M = 100_000.0  # permits that are farther from everything are probably a mistake


@dataclass(frozen=True)
class Permits:
    """Mining permits. polygons: one of each; names: what to call each; name: of the layer."""

    polygons: Polygons
    names: Sequence[str]
    name: str = ""


class Alert(NamedTuple):
    """One piece of ground that changed.

    wkb: multipolygon. change: of CHANGES. status: of STATES, or UNKNOWN without permits. area_ha, outside_ha: hectares on the
    ellipsoid, and of them what no permit covers (None: unknown). mine_ha: of the whole mine, at the date when the ground was
    mined. permits: (name, hectares) of those it lies in, the largest share first. nearest, distance_m: the nearest permit
    and how far it is, where it lies in none. lon, lat: WGS 84, a point on the ground itself. rank: 1 is to be seen first.
    """

    wkb: bytes
    change: str
    status: str
    area_ha: float
    outside_ha: Optional[float]
    mine_ha: float
    permits: Tuple[Tuple[str, float], ...]
    nearest: Optional[str]
    distance_m: Optional[float]
    lon: float
    lat: float
    rank: int = 0

    @property
    def gain(self) -> bool:
        """Whether the ground was newly mined."""
        return SIDE[self.change] == GAIN


@dataclass
class Alerts:
    """What came out. alerts: by rank. crs: WKT. repaired: permits that were not valid. seconds: of it all.

    sources: what the rasters of before and after say of themselves. outlines: rings of the permits around, simplified, in degrees.
    """

    alerts: List[Alert]
    crs: str
    changes: Changes
    permits: Optional[str]
    repaired: int
    provenance: Dict[str, Any]
    sources: List[Dict[str, Any]]
    seconds: float
    warnings: List[str] = field(default_factory=list)
    outlines: List[List[Tuple[float, float]]] = field(default_factory=list)

    def of(self, *changes: str, status: str = "") -> List[Alert]:
        """The alerts of some kinds of change, and of a status if one is given."""
        return [one for one in self.alerts if one.change in changes and status in ("", one.status)]

    def area_ha(self, *changes: str, status: str = "") -> float:
        """Hectares of these."""
        return float(sum(one.area_ha for one in self.of(*changes, status=status)))

    def outside_ha(self, *changes: str) -> Optional[float]:
        """Hectares of these that no permit covers; None without permits."""
        return None if self.permits is None else float(sum(one.outside_ha or 0.0 for one in self.of(*changes)))


def find_alerts(
    before: Mines,
    after: Mines,
    permits: Optional[Permits],
    settings: Settings,
    *,
    crs: str = "",
    scratch: Optional[str] = None,
    monitor: Optional[Monitor] = None,
) -> Alerts:
    """Compare the mines of two dates and judge each change against the permits.

    crs: WKT of the result; empty: that of the mines of after. scratch: folder for temporary files.
    Ranking: ground newly mined comes first, that with the most hectares outside permits before the rest, then by hectares; what is
    mined no longer follows by hectares.
    Raises PantauError, Cancelled.
    """
    monitor, start = monitor or Monitor(), time.perf_counter()
    changes = compare(before, after, settings, scratch, Share(monitor, 0, 0.7))
    judge = _Judge(changes, permits, Share(monitor, 0.7, 0.8))
    target = crs or (after.polygons.crs if after.polygons is not None else "") or changes.crs
    found = judge.alerts(target, Share(monitor, 0.8, 1))
    provenance = {
        "algorithm": "pantau:minealerts", "version": VERSION, "before": before.name, "after": after.name, "class": settings.code,
        "permits": permits.name if permits else None, "min_area_ha": settings.min_area_ha, "min_width_m": changes.min_width_m,
        "max_gap_m": changes.max_gap_m, "aoi": settings.aoi is not None,
    }  # fmt: skip
    sources = [read_provenance(one.raster) if one.raster else {} for one in (before, after)]
    result = Alerts(
        found, target, changes, permits.name if permits else None, judge.repaired, provenance, sources,
        time.perf_counter() - start, changes.warnings + judge.warnings, judge.outlines(),
    )  # fmt: skip
    for sentence in result.warnings:
        monitor.warn(sentence)
    report_to_log(result, monitor)
    check(monitor, 1, 1)
    return result


class _Judge:
    """Says of pieces where they lie, in which permits, and which come first."""

    def __init__(self, changes: Changes, permits: Optional[Permits], monitor: Monitor) -> None:
        self.changes, self.ground = changes, Ground(changes.crs)
        self.permits: Optional[Shapes] = None
        self.repaired, self.warnings = 0, []
        self._envelopes = [Box(*ogr.CreateGeometryFromWkb(piece.wkb).GetEnvelope()) for piece in changes.pieces]
        self._in_metres: Dict[Tuple[int, int], ogr.Geometry] = {}
        if permits is None:
            return
        shapes, self.repaired = load(permits.polygons, changes.crs, monitor)
        usable = [(shape, name) for shape, name in zip(shapes, permits.names) if shape is not None]
        self.permits, self.names = Shapes([shape for shape, _ in usable]), [name for _, name in usable]
        if self.repaired:
            monitor.log(
                tr("{count} permit(s) of {layer} had an invalid outline, which was repaired.").format(
                    count=self.repaired, layer=permits.name
                )
            )
        if not usable:
            self.warnings.append(
                tr("{layer} holds no polygon, so everything counts as outside permits: check that it is the right layer.").format(
                    layer=permits.name
                )
            )

    def alerts(self, crs: str, monitor: Monitor) -> List[Alert]:
        """All pieces as alerts in a CRS, by rank."""
        origin, target = spatial_reference(self.changes.crs), spatial_reference(crs)
        change = None if origin.IsSame(target) else osr.CoordinateTransformation(origin, target)
        found, pieces = [], self.changes.pieces
        nears = repeat([]) if self.permits is None else self.permits.boxes.meeting(self._envelopes)
        for count, (piece, near) in enumerate(zip(pieces, nears)):
            check(monitor, count, len(pieces))
            found.append(self._alert(piece, near, change))
        found.sort(key=lambda one: (not one.gain, -(one.outside_ha or 0.0) if one.gain else 0.0, -one.area_ha, -one.lat, one.lon))
        if self.permits and found and all(one.status == OUTSIDE and one.distance_m > FAR_M for one in found):
            self.warnings.append(
                tr(
                    "No permit lies within 100 km of the areas found: check that the layer of permits and its CRS are the right ones."
                )
            )
        return [one._replace(rank=rank) for rank, one in enumerate(found, 1)]

    def outlines(self) -> List[List[Tuple[float, float]]]:
        """Outer rings of the permits around the pieces, simplified, as longitudes and latitudes: enough for a sketch."""
        if self.permits is None or not self.changes.pieces:
            return []
        west, east, south, north = (pick(side) for pick, side in zip((min, max, min, max), zip(*self._envelopes)))
        box = Box(west, east, south, north)
        side = max(east - west, north - south)
        rings = []
        for one in self.permits.near(box.grown(side / 2, side / 2))[:MOST_OUTLINES]:
            for part in parts(self.permits.shapes[one].SimplifyPreserveTopology(side / 1000)):
                rings.append([self.ground.lon_lat(*point[:2]) for point in part.GetGeometryRef(0).GetPoints()])
        return rings

    def _alert(self, piece: Piece, near: List[int], change: Optional[osr.CoordinateTransformation]) -> Alert:
        """near: numbers of the permits that the piece may meet."""
        shape = ogr.CreateGeometryFromWkb(piece.wkb)
        point = self._point(shape)
        lon, lat = self.ground.lon_lat(*point)
        status, outside_ha, shares, nearest = UNKNOWN, None, [], (None, None)
        if self.permits is not None:
            shares, outside_ha = self._shares(shape, piece.area_ha, near)
            status = OUTSIDE if not shares else ACROSS if outside_ha else INSIDE
            if status == OUTSIDE:
                nearest = self._nearest(shape, point)
        wkb = piece.wkb
        if change is not None:
            with quiet() as messages:
                done = attempt(shape.Transform, change)
            if done != 0:
                raise PantauError(
                    tr("The result cannot be brought into the CRS of the later mines ({reason}): check that CRS.").format(
                        reason=messages.last() or tr("no reason given")
                    )
                )
            wkb = bytes(shape.ExportToWkb())
        return Alert(wkb, piece.change, status, piece.area_ha, outside_ha, piece.mine_ha, tuple(shares), *nearest, lon, lat)

    @staticmethod
    def _point(shape: ogr.Geometry) -> Tuple[float, float]:
        """A point on the ground of a polygon, not in its hole."""
        with quiet():
            point = attempt(shape.PointOnSurface)
        if point is None or point.IsEmpty():
            return shape.GetGeometryRef(0).GetGeometryRef(0).GetPoint_2D(0)
        return point.GetX(), point.GetY()

    def _shares(self, shape: ogr.Geometry, area_ha: float, near: List[int]) -> Tuple[List[Tuple[str, float]], float]:
        """((permit, hectares) of those that it lies in, hectares outside all of them): permits may overlap."""
        shares: Dict[str, float] = {}
        rest = shape
        for one in self.permits.meeting(shape, near):
            whole = self.permits.prepared(one).Contains(shape)
            ha = area_ha if whole else self.ground.area_ha(overlay(shape.Intersection, self.permits.shapes[one]))
            if ha < LEAST_HA:
                continue
            shares[self.names[one]] = shares.get(self.names[one], 0.0) + ha
            rest = ogr.Geometry(ogr.wkbMultiPolygon) if whole else overlay(rest.Difference, self.permits.shapes[one])
        if not shares:
            return [], area_ha
        outside_ha = min(area_ha, self.ground.area_ha(rest))
        ordered = sorted(((name, min(area_ha, ha)) for name, ha in shares.items()), key=lambda share: (-share[1], share[0]))
        return ordered, 0.0 if outside_ha < LEAST_HA else outside_ha

    def _nearest(self, shape: ogr.Geometry, point: Tuple[float, float]) -> Tuple[Optional[str], Optional[float]]:
        """(name of the nearest permit, metres to it); (None, None) where there is none."""
        if not len(self.permits):
            return None, None
        plane = self.ground.plane(*point)
        here = plane.to_metres(shape)
        across, up = plane.margins(1)
        least = self.permits.boxes.gaps(shape.GetEnvelope(), 1 / across, 1 / up)  # metres, or somewhat less
        first = int(least.argmin())
        reach = max(least[first], here.Distance(self._metric(first, plane)))
        candidates = np.flatnonzero(least <= reach).tolist()
        distance, name = min((here.Distance(self._metric(one, plane)), self.names[one]) for one in candidates)
        return name, distance

    def _metric(self, one: int, plane: Plane) -> ogr.Geometry:
        key = (one, id(plane))
        if key not in self._in_metres:
            self._in_metres[key] = plane.to_metres(self.permits.shapes[one])
        return self._in_metres[key]


def report_to_log(result: Alerts, monitor: Monitor) -> None:
    """Tell what ran, and the figures."""
    changes, values = result.changes, result.provenance
    monitor.log(
        tr("{before} compared with {after} in {seconds} s: {count} area(s) to look at.").format(
            before=values["before"], after=values["after"], seconds=number(result.seconds, 2), count=number(len(result.alerts), 0)
        )
    )
    monitor.log(seen(changes))
    outside = result.outside_ha(NEW, GROWN)
    monitor.log(
        tr(
            "Newly mined: {area} ha, of which {new} ha in new mines and {grown} ha where mines grew; outside permits: {outside}."
        ).format(
            area=number(result.area_ha(NEW, GROWN), 2),
            new=number(result.area_ha(NEW), 2),
            grown=number(result.area_ha(GROWN), 2),
            outside=tr("unknown, no permits given") if outside is None else f"{number(outside, 2)} ha",
        )
    )
    monitor.log(
        tr("Mined no longer: {shrunk} ha where mines shrank, {vanished} ha where they vanished.").format(
            shrunk=number(result.area_ha(SHRUNK), 2), vanished=number(result.area_ha(VANISHED), 2)
        )
    )
    monitor.log(left_out(result))
    monitor.log(
        tr("Mines on the ground compared: {before} ha before, {after} ha after.").format(
            before=number(changes.before_ha, 2), after=number(changes.after_ha, 2)
        )
    )


def seen(changes: Changes) -> str:
    """Which ground was compared."""
    if changes.pixel_m is None:
        return tr("Polygons were compared with polygons: ground without a polygon counts as seen, and as no mine.")
    return tr("Seen on both dates: {compared} ha; not seen on one of them, and so not compared: {unseen} ha.").format(
        compared=number(changes.compared_ha or 0.0, 2), unseen=number(changes.unseen_ha, 2)
    )


def left_out(result: Alerts) -> str:
    """What changed and is no alert."""
    changes = result.changes
    small, narrow = changes.small_ha[GAIN] + changes.small_ha[LOSS], changes.narrow_ha[GAIN] + changes.narrow_ha[LOSS]
    values = {"small": number(small, 2), "least": number(result.provenance["min_area_ha"], 2)}
    if not changes.min_width_m:
        return tr("Left out: {small} ha in areas under {least} ha.").format(**values)
    return tr("Left out: {small} ha in areas under {least} ha, and {narrow} ha in strips narrower than {width} m.").format(
        narrow=number(narrow, 2), width=number(changes.min_width_m, 1), **values
    )
