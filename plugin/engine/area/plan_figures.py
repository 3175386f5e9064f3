"""The figures of a plan overlay as they are printed: rounded so that all tables of a report add up, and agree with each other."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ..monitor import Monitor, Share
from .availability import Availability, together
from .conformity import Cell, Degree, PlanOverlay
from .kinds import BARE, BUILT, VEGETATED
from .rounding import WHOLE, rounded, rounded_table, shared_table
from .rules import UNMAPPED

DECIMALS = 2
NEARLY = 1e-3  # of the last decimal


class Figures(NamedTuple):
    """Hectares with two decimals. units, zones, columns: what the axes of `ha`, (units, zones, columns), stand for.

    columns: (class, state): the classes, of state "", then the states of no class that occur. states: all that occur. of_state: the
    columns of each state in each zone. available: (unit, zone, what is available), its parts those of `ha`.
    """

    units: List[Optional[str]]
    zones: List[str]
    columns: List[Tuple[Optional[int], str]]
    states: List[str]
    ha: np.ndarray
    of_state: List[Dict[str, List[int]]]
    available: List[Tuple[Optional[str], str, Availability]]

    @property
    def cross(self) -> np.ndarray:
        """(zones, columns) of all units."""
        return self.ha.sum(axis=0).round(DECIMALS)

    def degree(self, unit: Optional[int] = None, zone: Optional[int] = None) -> Degree:
        """Of a unit, of a zone, of both or, by default, of the whole plan; places on the axes."""
        ha = self.ha.sum(axis=0) if unit is None else self.ha[unit]
        zones = range(len(self.zones)) if zone is None else [zone]
        sums = {state: sum(float(ha[row, self.of_state[row].get(state, [])].sum()) for row in zones) for state in self.states}
        return Degree((state, round(area, DECIMALS)) for state, area in sums.items())

    def available_by(self, place: int) -> Dict[Optional[str], Availability]:
        """What is available in each unit (0) or zone (1)."""
        groups: Dict[Optional[str], List[Availability]] = {}
        for entry in self.available:
            groups.setdefault(entry[place], []).append(entry[2])
        return {name: _tidy(together(parts)) for name, parts in groups.items()}

    @property
    def available_whole(self) -> Availability:
        """What is available in all."""
        return _tidy(together([entry[2] for entry in self.available]))


def figures(result: PlanOverlay, monitor: Optional[Monitor] = None) -> Figures:
    """Round the hectares of a result.

    The hectares of each state in each unit and zone are rounded together, so that the totals of states, in all, in each zone and in each
    unit, and those of zones are their true values rounded down or up; those of states in all by largest remainders, for which others may
    be a little more than a unit of the last decimal off. Then what a zone of a unit has of a state is shared out among its
    classes, so that the totals of classes, too, come out right. All that is printed is a sum of these.
    """
    zones, units = [zone.key for zone in result.zones], result.units
    states = [*result.states(), *(state for state in UNMAPPED if result.whole.get(state))]
    columns: List[Tuple[Optional[int], str]] = [(entry.code, "") for entry in result.classes]
    columns += [(None, state) for state in states if state in UNMAPPED]
    places = {(code, state if code is None else ""): place for place, (code, state) in enumerate(columns)}
    at = [{name: place for place, name in enumerate(names)} for names in (units, zones, states)]
    groups: Dict[Tuple[int, int, int], List[Cell]] = defaultdict(list)
    for cell in result.cells:
        groups[at[0][cell.admin], at[1][cell.zone], at[2][cell.state]].append(cell)
    exact = np.zeros((len(units), len(zones), len(states)))
    for key, cells in groups.items():
        exact[key] = math.fsum(cell.area_ha for cell in cells)
    totals = _rounded(exact, Share(monitor or Monitor(), 0, 0.5))
    if not np.allclose(totals.sum(axis=(0, 1)), _state_totals(exact), rtol=0, atol=WHOLE):
        totals = _rounded(_with_whole_totals(exact), Share(monitor or Monitor(), 0.5, 1))
    ha = np.zeros((len(units), len(zones), len(columns)))
    parts = np.zeros((len(groups), len(columns)))
    of_state: List[Dict[str, List[int]]] = [{} for _ in zones]
    for row, ((_, zone, state), cells) in enumerate(groups.items()):
        its = [places[cell.code, cell.state if cell.code is None else ""] for cell in cells]
        parts[row, its] = [cell.area_ha for cell in cells]
        known = of_state[zone].setdefault(states[state], [])
        known += [place for place in its if place not in known]
    shared = shared_table(parts, [float(totals[key]) for key in groups], DECIMALS, [zone for _, zone, _ in groups])
    for (unit, zone, _), row in zip(groups, shared):
        ha[unit, zone] += row
    return Figures(units, zones, columns, states, ha, of_state, _available(result, at, columns, ha))


def _rounded(exact: np.ndarray, monitor: Monitor) -> np.ndarray:
    """Hectares (units, zones, states) rounded so that they add up."""
    units, zones, states = exact.shape
    rows = exact.transpose(2, 0, 1).reshape(-1, zones)
    table = rounded_table(rows, DECIMALS, [np.repeat(np.arange(states), units).tolist()], monitor)
    return table.reshape(states, units, zones).transpose(1, 2, 0)


def _state_totals(exact: np.ndarray) -> List[float]:
    """The rounded total of each state (units, zones, states), by largest remainders."""
    return rounded([math.fsum(exact[:, :, place].ravel()) for place in range(exact.shape[2])], DECIMALS)


def _with_whole_totals(exact: np.ndarray) -> np.ndarray:
    """Hectares (units, zones, states), moved by so little that each state's total is its rounded one, and no cell beyond its own rounding.

    What a programme that rounds all together then keeps, for a total that is whole is kept; else a state's may go to another whose rest is
    nearly the same.
    """
    units = exact * 10.0**DECIMALS
    below = np.floor(units + WHOLE)
    parts = np.where(np.abs(units - np.rint(units)) <= WHOLE, 0.0, units - below)
    for place, wanted in enumerate(_state_totals(exact)):
        its, change = parts[:, :, place], (wanted - math.fsum(exact[:, :, place].ravel())) * 10.0**DECIMALS
        # What is nearly whole stays, since its classes may be whole, but for noise, and then none of them could be rounded the other way.
        room = np.where(np.abs(its - 0.5) < 0.5 - NEARLY, 1 - its if change > 0 else its, 0.0)
        if room.sum() >= abs(change) > 0:
            its += change * room / room.sum()
    return (below + parts) / 10.0**DECIMALS


def _available(
    result: PlanOverlay, at: Sequence[Dict[Any, int]], columns: Sequence[Tuple[Optional[int], str]], ha: np.ndarray
) -> List[Tuple[Optional[str], str, Availability]]:
    """What is available, of hectares as printed."""
    groups = [result.kinds[entry.code].group for entry in result.classes]
    mapped: Dict[Tuple[Optional[str], str], float] = defaultdict(float)
    for cell in result.cells:
        mapped[cell.admin, cell.zone] += cell.area_ha
    found = []
    for unit, zone, one in result.available():
        row = ha[at[0][unit], at[1][zone]]
        parts = [float(sum(row[place] for place, group in enumerate(groups) if group == its)) for its in (BUILT, VEGETATED, BARE)]
        parts.append(float(sum(row[place] for place, (code, _) in enumerate(columns) if code is None)))
        # Where land cover overlaps, or the map does not close, its sum is not the zone's own area.
        closes = abs(mapped[unit, zone] - one.planned_ha) < 10.0**-DECIMALS
        planned = float(row.sum()) if closes else one.planned_ha
        found.append((unit, zone, _tidy(Availability(planned, *parts))))
    return found


def _tidy(one: Availability) -> Availability:
    """Without what adding up left behind the last decimal."""
    return Availability(*(round(value, DECIMALS) for value in one))
