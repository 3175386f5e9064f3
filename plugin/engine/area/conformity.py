"""How far land agrees with a plan: the hectares of every class in every zone and unit, and what comes of them."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Hashable, List, NamedTuple, Optional, Sequence, Tuple

from ..raster.grid import Grid
from ..raster.legend import Legend
from ..text import tr
from .availability import Availability, Closure
from .kinds import BARE, BUILT, VEGETATED, LandKind, PlanZone
from .rules import CONFORM, NO_DATA, NO_RULE, NONCONFORM, NOT_REALISED, OUTSIDE, REVIEW, UNMAPPED, RuleTable

LEAST_HA = 1e-7  # ten square centimetres: less is where edges that should meet miss each other by rounding


class Cell(NamedTuple):
    """Hectares of a class in a zone of a unit. admin: None in no unit. code: None where the map shows no class. percent: of the zone in
    the unit."""

    admin: Optional[str]
    zone: str
    code: Optional[int]
    state: str
    area_ha: float
    percent: float


class ZonePart(NamedTuple):
    """A zone in a unit, by its outline alone: hectares on the ellipsoid. admin: None in no unit."""

    admin: Optional[str]
    zone: str
    area_ha: float


class Degree(Dict[str, float]):
    """Hectares of each state, of some ground."""

    def __missing__(self, state: str) -> float:
        return 0.0

    @property
    def judged_ha(self) -> float:
        """Ground with a class of which a rule speaks: all but `NO_RULE` and what the map does not show."""
        return math.fsum(area for state, area in self.items() if state not in (NO_RULE, *UNMAPPED))

    @property
    def total_ha(self) -> float:
        """All of it."""
        return math.fsum(self.values())

    @property
    def percent(self) -> Optional[float]:
        """Degree of conformity: what conforms, of what a rule speaks of; None where no rule speaks of anything."""
        return _percent(self[CONFORM], self.judged_ha)

    @property
    def percent_of_decided(self) -> Optional[float]:
        """What conforms, of what conforms and what does not (sesuai, tidak sesuai: Permen ATR/BPN 9/2017)."""
        return _percent(self[CONFORM], self[CONFORM] + self[NONCONFORM])


def _percent(part: float, whole: float) -> Optional[float]:
    return 100 * part / whole if whole else None


@dataclass
class PlanOverlay:
    """What came out. Hectares on the ellipsoid.

    cells: by unit, zone and class, what the map does not show last in each zone. parts: the zones by their outlines. zones, units: in the
    order of tables; units: [None] without administrative units, and None last where plan ground is in none. kinds: of the classes. built:
    keys of the zones for building. knows_built: whether any class of the map, on the plan's ground or not, is known to be built-up.
    unnamed: polygons of the plan without a name. overlap_ha: ground that several zones claim, once for each too many, which counts in each;
    admin_overlap_ha, landcover_overlap_ha: the same of the other layers. unplanned_ha: of the units, in no zone. unplanned_cover_ha: of
    land-cover polygons, in no zone; None for a raster. repaired: polygons of each layer with an invalid outline.
    """

    cells: List[Cell]
    parts: List[ZonePart]
    zones: List[PlanZone]
    units: List[Optional[str]]
    classes: Legend
    kinds: Dict[int, LandKind]
    built: List[str]
    rules: RuleTable
    landcover: str
    plan: str
    admin: str = ""
    overlap_ha: float = 0.0
    admin_overlap_ha: float = 0.0
    landcover_overlap_ha: float = 0.0
    unplanned_ha: float = 0.0
    unplanned_cover_ha: Optional[float] = None
    knows_built: bool = True
    unnamed: int = 0
    repaired: Dict[str, int] = field(default_factory=dict)
    grid: Optional[Grid] = None
    provenance: Dict[str, Any] = field(default_factory=dict)
    source: Dict[str, Any] = field(default_factory=dict)
    seconds: float = 0.0
    warnings: List[str] = field(default_factory=list)

    def class_name(self, code: Optional[int]) -> str:
        """What to call a class."""
        entry = None if code is None else self.classes.find(code)
        return entry.label() if entry else ""

    def zone(self, key: str) -> PlanZone:
        """A zone by its key."""
        return next(zone for zone in self.zones if zone.key == key)

    def unit_label(self, unit: Optional[str]) -> str:
        """What to call a unit."""
        return unit if unit is not None else tr("in no unit") if self.admin else tr("the whole plan")

    # -- conformity

    def degrees(self, key: Callable[[Cell], Hashable]) -> Dict[Any, Degree]:
        """The hectares of each state, by what `key` says of a cell."""
        found: Dict[Any, Degree] = defaultdict(Degree)
        for cell in self.cells:
            found[key(cell)][cell.state] += cell.area_ha
        return dict(found)

    @property
    def whole(self) -> Degree:
        """Of the whole plan."""
        return self.degrees(lambda cell: None).get(None, Degree())

    def by_zone(self) -> Dict[str, Degree]:
        """Of each zone."""
        return self.degrees(lambda cell: cell.zone)

    def by_unit(self) -> Dict[Optional[str], Degree]:
        """Of each unit."""
        return self.degrees(lambda cell: cell.admin)

    def states(self) -> List[str]:
        """The states that occur, those that the map does not show left out, in the order of the legend."""
        present = self.whole
        known = [CONFORM, NONCONFORM, REVIEW, NOT_REALISED, *self.rules.own, NO_RULE]
        return [state for state in known if present.get(state)]

    def without_rule(self) -> List[Tuple[int, str, float]]:
        """(class, zone, hectares) of what no rule speaks of, the most hectares first."""
        areas = self.class_areas()
        found = [(code, zone, area) for (code, zone), area in areas.items() if self.rules.state(code, zone) == NO_RULE and area > 0]
        return sorted(found, key=lambda one: (-one[2], one[1], one[0]))

    # -- hectares

    def class_areas(self) -> Dict[Tuple[int, str], float]:
        """{(class, zone): hectares}."""
        found: Dict[Tuple[int, str], float] = defaultdict(float)
        for cell in self.cells:
            if cell.code is not None:
                found[cell.code, cell.zone] += cell.area_ha
        return dict(found)

    def planned_ha(self) -> Dict[str, float]:
        """{zone: hectares by its outline}."""
        found: Dict[str, float] = defaultdict(float)
        for part in self.parts:
            found[part.zone] += part.area_ha
        return dict(found)

    @property
    def no_admin_ha(self) -> float:
        """Plan ground in no unit; 0 where no units were given."""
        return math.fsum(part.area_ha for part in self.parts if part.admin is None) if self.admin else 0.0

    @property
    def no_data_ha(self) -> float:
        """Plan ground of which the map shows no class, also beyond the map."""
        return self.whole[NO_DATA] + self.whole[OUTSIDE]

    def closures(self) -> List[Closure]:
        """Each zone's own hectares beside the sum of what the map shows in it, no data included."""
        parts: Dict[str, List[float]] = defaultdict(list)
        for cell in self.cells:
            parts[cell.zone].append(cell.area_ha)
        planned = self.planned_ha()
        return [Closure(zone.key, planned.get(zone.key, 0.0), tuple(parts[zone.key])) for zone in self.zones]

    # -- availability

    def available(self) -> List[Tuple[Optional[str], str, Availability]]:
        """(unit, zone, what is available) of each zone for building in each unit, in the order of the tables."""
        groups: Dict[Tuple[Optional[str], str], Dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for cell in self.cells:
            group = NO_DATA if cell.code is None else self.kinds[cell.code].group
            groups[cell.admin, cell.zone][group] += cell.area_ha
        found = []
        for part in self.parts:
            if part.zone in self.built:
                its = groups[part.admin, part.zone]
                found.append(
                    (part.admin, part.zone, Availability(part.area_ha, its[BUILT], its[VEGETATED], its[BARE], its[NO_DATA]))
                )
        return found


def cells_of(
    parts: Sequence[ZonePart], areas: Sequence[Dict[int, float]], missing: Sequence[Dict[str, float]], rules: RuleTable
) -> List[Cell]:
    """The table's cells. areas: {class: hectares} of each part; missing: {state of `UNMAPPED`: hectares} of each."""
    cells = []
    for part, its, rest in zip(parts, areas, missing):
        scale = 100 / part.area_ha if part.area_ha else 0.0
        for code, area in sorted(its.items()):
            if area > LEAST_HA:
                cells.append(Cell(part.admin, part.zone, code, rules.state(code, part.zone), area, area * scale))
        for state in UNMAPPED:
            if rest.get(state, 0.0) > LEAST_HA:
                cells.append(Cell(part.admin, part.zone, None, state, rest[state], rest[state] * scale))
    return cells
