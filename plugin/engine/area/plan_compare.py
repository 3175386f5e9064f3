"""The plan in force against the revised plan: hectares from zone to zone, in all and in each administrative unit."""

from __future__ import annotations

import math
import time
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import product
from typing import Callable, Dict, Iterable, Iterator, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
from osgeo import ogr

from ..ellipsoid import Surface
from ..errors import PantauError
from ..landcover.change_table import Flows
from ..monitor import Monitor, Share, check
from ..raster.legend import usual_color
from ..raster.zones import Zones
from ..report.charts import distinct_colors
from ..text import folded, listed, number, tr
from ..vector import joined, overlay, parts
from ..version import VERSION
from .fields import name_order, nameless, spelled_alike, unnamed_sentence
from .overlay import Combination, Names, Overlay, Piece, overlay_layers
from .rounding import rounded_table

Pair = Tuple[Optional[str], Optional[str]]  # a zone before and after; None where that plan has none
NARROW_M = 10  # mean width of a strip that may come of drawing the same boundary twice


class Ground(NamedTuple):
    """Ground that counts once. units: that it is in; only None where it is in none, or where there are none. old, new: zones of the plan
    in force and of the revised one, several where zones overlap, none beyond that plan."""

    units: Tuple[Optional[str], ...]
    old: Tuple[str, ...]
    new: Tuple[str, ...]
    area_ha: float

    def pairs(self) -> List[Pair]:
        """The zones before and after. A zone that both plans have here stayed; only the others came or went."""
        same = sorted(set(self.old) & set(self.new))
        pairs: List[Pair] = [(one, one) for one in same]
        if self.old != self.new:
            gone, come = ([one for one in zones if one not in same] or same or [None] for zones in (self.old, self.new))
            pairs += product(gone, come)
        return pairs


class Row(NamedTuple):
    """A line of the table. admin: None in no unit, or where there are none. before, after: zones; None where that plan has none."""

    admin: Optional[str]
    before: Optional[str]
    after: Optional[str]
    area_ha: float


class Patch(NamedTuple):
    """Contiguous ground, of one unit, that went from one zone to another. rank: from 1, the largest first. wkb: a multipolygon."""

    rank: int
    admin: Optional[str]
    before: str
    after: str
    area_ha: float
    wkb: bytes


class Balance:
    """What grounds add up to.

    zones: of both plans, by name. Arrays (zones,) float64, hectares; each ground of a zone counts once, and ground that zones of one plan
    share in each of them: old_ha = stayed_ha + lost_ha (to other zones) + only_old_ha, of each zone in the old plan; new_ha = stayed_ha +
    gained_ha + only_new_ha, in the new one. Numbers, each ground counted once: both_ha, of both plans; changed_ha, of those with other zones
    after; left_ha, come_ha, of the old and of the new plan only; no_admin_ha, in no unit. flows: of each pair of zones, numbers in
    `zones`, in both plans; where zones overlap, a ground is in several pairs, so they add up to more than both_ha.
    """

    def __init__(self, grounds: Iterable[Ground], zones: Sequence[str]) -> None:
        self.zones, self.grounds, self.flows = list(zones), list(grounds), Flows()
        self.old_ha, self.new_ha, self.stayed_ha, self.lost_ha, self.gained_ha, self.only_old_ha, self.only_new_ha = np.zeros(
            (7, len(self.zones))
        )
        self.both_ha = self.changed_ha = self.left_ha = self.come_ha = self.no_admin_ha = 0.0
        places = {zone: place for place, zone in enumerate(self.zones)}
        for ground in self.grounds:
            area, old, new = ground.area_ha, [places[one] for one in ground.old], [places[one] for one in ground.new]
            self.old_ha[old] += area
            self.new_ha[new] += area
            self.no_admin_ha += area if None in ground.units else 0.0
            if not new:
                self.only_old_ha[old] += area
                self.left_ha += area
            elif not old:
                self.only_new_ha[new] += area
                self.come_ha += area
            else:
                self.stayed_ha[sorted({*old} & {*new})] += area
                self.lost_ha[sorted({*old} - {*new})] += area
                self.gained_ha[sorted({*new} - {*old})] += area
                self.both_ha += area
                self.changed_ha += area if ground.old != ground.new else 0.0
                for before, after in ground.pairs():
                    self.flows[places[before], places[after]] += area

    @property
    def changed_percent(self) -> float:
        """Of the ground of both plans."""
        return 100 * self.changed_ha / self.both_ha if self.both_ha else 0.0

    @property
    def overlap_ha(self) -> Tuple[float, float]:
        """What zones of the old and of the new plan share, once for each too many."""
        return float(self.old_ha.sum()) - self.both_ha - self.left_ha, float(self.new_ha.sum()) - self.both_ha - self.come_ha

    @property
    def ground_ha(self) -> float:
        """Of both plans together, counted once."""
        return self.both_ha + self.left_ha + self.come_ha

    def rows(self) -> List[Row]:
        """The lines of the table, by unit, zone before and zone after. Ground of several units, or several pairs, is in the line of each."""
        areas: Dict[Tuple[Optional[str], Optional[str], Optional[str]], float] = defaultdict(float)
        for ground in self.grounds:
            for unit, pair in product(ground.units, ground.pairs()):
                areas[(unit, *pair)] += ground.area_ha
        return [Row(*names, areas[names]) for names in sorted(areas, key=_none_last)]

    def units(self) -> Dict[Optional[str], Balance]:
        """The same of each unit."""
        groups: Dict[Optional[str], List[Ground]] = defaultdict(list)
        for ground in self.grounds:
            for unit in ground.units:
                groups[unit].append(ground)
        return {unit: Balance(grounds, self.zones) for unit, grounds in groups.items()}

    def rounded(self, decimals: int, monitor: Optional[Monitor] = None) -> Balance:
        """The same in figures to print: every total is the sum of what is printed, since each ground has one figure wherever it counts."""
        kinds = sorted({ground[1:3] for ground in self.grounds})
        units = sorted({ground.units for ground in self.grounds}, key=_none_last)
        row_of, column_of = ({key: place for place, key in enumerate(keys)} for keys in (kinds, units))
        table = np.zeros((len(kinds), len(units)))
        for ground in self.grounds:
            table[row_of[ground[1:3]], column_of[ground.units]] += ground.area_ha
        table = rounded_table(table, decimals, [[old for old, _ in kinds]], monitor)
        whole = ((units[column], *kinds[row], float(table[row, column])) for row, column in zip(*np.nonzero(table)))
        return Balance((Ground(*one) for one in whole), self.zones)


@dataclass
class PlanComparison:
    """What came out. Hectares on the ellipsoid.

    names: of the layers. balance: of all ground, whatever its unit. patches: of change, ranked. admin: name of the layer of units; None without
    one. called: what else the plans call a zone. overlap_ha, repaired: of the old plan, the new plan and the units: ground that several zones of
    a layer share, once for each too many; invalid outlines. narrow_ha: of the changes, in strips narrower than NARROW_M.
    """

    names: Tuple[str, str]
    balance: Balance
    patches: List[Patch]
    admin: Optional[str]
    called: Dict[str, str]
    overlap_ha: List[float]
    repaired: List[int]
    narrow_ha: float
    crs: str
    provenance: Dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    warnings: List[str] = field(default_factory=list)

    def title(self, zone: str) -> str:
        """A zone with what else it is called."""
        return f"{zone} \u00b7 {self.called[zone]}" if zone in self.called else zone

    def colors(self) -> Dict[str, str]:
        """A colour of each zone, as maps usually have it where its name tells and no zone before it is like that."""
        zones = self.balance.zones
        return dict(zip(zones, distinct_colors([usual_color(self.title(zone)) for zone in zones])))


def compare_plans(
    old: Zones,
    new: Zones,
    admin: Optional[Zones] = None,
    *,
    called: Sequence[Sequence[str]] = (),
    chosen: bool = True,
    publish: Optional[Callable[[PlanComparison], None]] = None,
    monitor: Optional[Monitor] = None,
) -> PlanComparison:
    """Lay the plan in force, the revised plan and the units over each other, in the CRS of the plan in force.

    Zones and units are the same where their names are but for blanks and capitals; one without a name is a zone of its own. called: what
    else the zone of each polygon is called, for each of the two plans. chosen: whether somebody chose the names; where nobody did and the
    plans have none in common, they are of two kinds. publish: called once, to write what shall be written. Raises PantauError: layers
    without polygons, plans that share no ground, plans with no name in common unless chosen. Cancelled.
    """
    monitor, start = monitor or Monitor(), time.perf_counter()
    given = [old, new, *([admin] if admin else [])]
    crs = next((layer.polygons.crs for layer in given if layer.polygons.crs), "")
    if not crs:
        raise PantauError(tr("{layer} has no CRS, so it cannot be measured: assign one.").format(layer=old.name))
    plans = spelled_alike([old, new])
    apart = _apart(plans)
    if apart and not chosen:
        raise PantauError(apart)
    layers = [*plans, *(spelled_alike([admin]) if admin else [])]
    laid = overlay_layers(layers, crs, Share(monitor, 0, 0.9), _whole)
    grounds = [_ground(piece) for piece in laid.pieces]
    balance = Balance(grounds, sorted({zone for one in grounds for zone in (*one.old, *one.new)}, key=name_order))
    if not balance.flows:
        raise PantauError(
            tr("{old} and {new} share no ground: choose two plans of the same land, and check their CRSs.").format(
                old=old.name, new=new.name
            )
        )
    patches, narrow_ha = _patches(laid, grounds, Share(monitor, 0.9, 1))
    comparison = PlanComparison(
        (old.name, new.name), balance, patches, admin.name if admin else None, _called(plans, called), laid.overlap_ha, laid.repaired,
        narrow_ha, crs, {"algorithm": "pantau:plancompare", "version": VERSION},
    )  # fmt: skip
    comparison.warnings += [apart] if apart else []
    _warn(comparison, monitor)
    comparison.seconds = time.perf_counter() - start
    if publish is not None:
        check(monitor, 1, 1)
        publish(comparison)
    _report(comparison, monitor)
    return comparison


def _apart(plans: Sequence[Zones]) -> str:
    """That two plans have no zone name in common, in a sentence; empty where they have. Of plans without any name it is not asked."""
    found = [list(dict.fromkeys(name for name in plan.names if name != nameless())) for plan in plans]
    if not all(found) or set(found[0]) & set(found[1]):
        return ""
    return tr(
        "{old} and {new} have no zone name in common ({before}; {after}), so all ground would change: choose fields of the same kind of name "
        "as OLD_FIELD and NEW_FIELD."
    ).format(old=plans[0].name, new=plans[1].name, before=listed(found[0], 3), after=listed(found[1], 3))


def _called(plans: Sequence[Zones], called: Sequence[Sequence[str]]) -> Dict[str, str]:
    """What else each zone is called, where the plans agree, or differ in two ways: a zone that has more names is a group of several."""
    others: Dict[str, Dict[str, str]] = defaultdict(dict)
    for plan, texts in zip(plans, called):
        for zone, text in zip(plan.names, texts):
            if zone != nameless() and folded(text) not in ("", folded(zone)):
                others[zone].setdefault(folded(text), " ".join(text.split()))
    return {zone: " / ".join(names.values()) for zone, names in others.items() if len(names) <= 2}


def _whole(names: Names) -> Iterator[Combination]:
    """Each ground of a plan as it is, so that it can be counted once; its names together, as no name holds a break of line."""
    if names[0] or names[1]:
        yield tuple("\n".join(sorted(one)) or None for one in names)


def _ground(piece: Piece) -> Ground:
    """The inverse of `_whole`."""
    old, new, *units = (tuple(names.split("\n")) if names else () for names in piece.names)
    return Ground((*units[0],) if units and units[0] else (None,), old, new, piece.area_ha)


def _none_last(names: Sequence[Optional[str]]) -> Tuple[Tuple[bool, str], ...]:
    """To sort by."""
    return tuple((name is None, name or "") for name in names)


def _patches(laid: Overlay, grounds: Sequence[Ground], monitor: Monitor) -> Tuple[List[Patch], float]:
    """(the changes, ranked; hectares of those that are narrow strips)."""
    surface, found, narrow_ha = Surface(laid.crs), [], 0.0
    pieces: Dict[Tuple[Optional[str], str, str], List[ogr.Geometry]] = defaultdict(list)
    for piece, ground in zip(laid.pieces, grounds):
        for unit, (before, after) in product(ground.units, ground.pairs()):
            if before is not None and after is not None and before != after:
                pieces[unit, before, after].append(piece.shape)
    for done, ((unit, before, after), several) in enumerate(sorted(pieces.items(), key=lambda entry: _none_last(entry[0]))):
        check(monitor, done, len(pieces))
        whole = joined(several)
        shapes = list(parts(whole if len(several) == 1 else overlay(whole.UnionCascaded)))
        for shape, area in zip(shapes, surface.areas_ha(shapes)):
            metre = math.sqrt(area * 10_000 / shape.Area())  # of a unit of the CRS, there
            if 2 * area * 10_000 < NARROW_M * shape.Boundary().Length() * metre:
                narrow_ha += area
            found.append(Patch(0, unit, before, after, area, bytes(joined([shape]).ExportToWkb())))
    found.sort(key=lambda patch: -patch.area_ha)
    return [patch._replace(rank=rank) for rank, patch in enumerate(found, 1)], narrow_ha


def unnamed_ha(balance: Balance) -> Tuple[float, float]:
    """Hectares in zones without a name, in the old and in the new plan."""
    places = [place for place, zone in enumerate(balance.zones) if zone == nameless()]
    return float(balance.old_ha[places].sum()), float(balance.new_ha[places].sum())


def _warn(comparison: PlanComparison, monitor: Monitor) -> None:
    unnamed = zip(comparison.names, unnamed_ha(comparison.balance))
    comparison.warnings += [unnamed_sentence(name, area) for name, area in unnamed if area]
    for sentence in comparison.warnings:
        monitor.warn(sentence)


def _report(comparison: PlanComparison, monitor: Monitor) -> None:
    balance = comparison.balance
    monitor.log(
        tr("{old} and {new}: {compared} ha are in both plans, {changed} ha of them changed zone ({percent} %). {seconds} s.").format(
            old=comparison.names[0], new=comparison.names[1], compared=number(balance.both_ha, 2), changed=number(balance.changed_ha, 2),
            percent=number(balance.changed_percent, 2), seconds=number(comparison.seconds, 2),
        )
    )  # fmt: skip
    for (before, after), area in balance.flows.changes()[:5]:
        monitor.log(f"{comparison.title(balance.zones[before])} -> {comparison.title(balance.zones[after])}: {number(area, 2)} ha")
    for sentence in closure(comparison):
        monitor.log(sentence)


def closure(comparison: PlanComparison) -> List[str]:
    """What the table holds beside the changes, and what it counts twice, in sentences."""
    balance = comparison.balance
    told = [
        tr("Only the old plan covers {old} ha, only the new one {new} ha.").format(
            old=number(balance.left_ha, 2), new=number(balance.come_ha, 2)
        ),
        tr(
            "Zones of the old plan overlap each other on {old} ha, those of the new one on {new} ha: such ground counts in each of its zones."
        ).format(old=number(comparison.overlap_ha[0], 2), new=number(comparison.overlap_ha[1], 2)),
        tr("{area} ha of the change lie in strips narrower than {width} m, as the same boundary drawn twice leaves them.").format(
            area=number(comparison.narrow_ha, 2), width=number(NARROW_M, 0)
        ),
        tr("Polygons with an invalid outline, repaired: {count}.").format(count=number(sum(comparison.repaired), 0)),
    ]
    if comparison.admin is not None:
        told.insert(
            2,
            tr("{units}: {outside} ha of the plans are in none of them; they overlap each other on {overlap} ha.").format(
                units=comparison.admin, outside=number(balance.no_admin_ha, 2), overlap=number(comparison.overlap_ha[2], 2)
            ),
        )
    return told
