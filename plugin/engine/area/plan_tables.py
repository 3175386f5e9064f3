"""The tables of a plan overlay, as they stand in its report and in its sheets."""

from __future__ import annotations

from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

from ..report.page import COMPACT, Column
from ..text import number, tr
from .availability import Availability
from .conformity import Degree, PlanOverlay
from .conformity_map import Area
from .plan_figures import DECIMALS, Figures
from .rules import GENERATED, GIVEN, NONE, SHIPPED, STATES, UNMAPPED, state_label

FEW, MANY = 6, 8  # columns of figures, above which a table's letters are smaller, and smaller still
NODATA_PLACE = 3  # of no data, in a row of what is available after its name


class Table(NamedTuple):
    """A table as it stands on the page and in a sheet."""

    columns: List[Column]
    rows: List[List[Any]]
    total: Optional[List[Any]] = None

    @property
    def kind(self) -> str:
        """How small its letters are."""
        count = sum(column.decimals is not None for column in self.columns)
        return "dense" if count > MANY else COMPACT if count > FEW else ""


def by_zone(result: PlanOverlay, printed: Figures) -> Table:
    """Hectares of each state in each zone, and the degree of conformity."""
    degrees = [printed.degree(zone=place) for place in range(len(printed.zones))]
    rows = [[zone.label(), *_states(printed, degree)] for zone, degree in zip(result.zones, degrees)]
    return Table([Column(tr("Zone")), *_state_columns(printed)], rows, [tr("Total"), *_states(printed, printed.degree())])


def by_unit(result: PlanOverlay, printed: Figures) -> Table:
    """The same of each unit."""
    rows = [
        [result.unit_label(unit), *_states(printed, printed.degree(place))] for place, unit in enumerate(printed.units)
    ]  # fmt: skip
    return Table([Column(tr("Unit")), *_state_columns(printed)], rows, [tr("Total"), *_states(printed, printed.degree())])


def unit_zone_table(result: PlanOverlay, printed: Figures) -> Table:
    """The same of each zone in each unit."""
    present = {(part.admin, part.zone) for part in result.parts}
    rows = [
        [result.unit_label(unit), zone.label(), *_states(printed, printed.degree(row, column))]
        for row, unit in enumerate(printed.units)
        for column, zone in enumerate(result.zones)
        if (unit, zone.key) in present
    ]
    columns = [Column(tr("Unit")), Column(tr("Zone")), *_state_columns(printed)]
    return Table(columns, rows, [tr("Total"), "", *_states(printed, printed.degree())])


def _state_columns(printed: Figures) -> List[Column]:
    names = [Column(_head(state), DECIMALS) for state in printed.states]
    return [*names, Column(tr("Total (ha)"), DECIMALS), Column(tr("Conform (%)"), DECIMALS), Column(tr("Of decided (%)"), DECIMALS)]


def _head(state: str) -> str:
    """A state above a column."""
    text = state_label(state)
    return f"{text[:1].upper()}{text[1:]} (ha)"


def _states(printed: Figures, degree: Degree) -> List[Any]:
    areas = [degree[state] for state in printed.states]
    return [*(area or None for area in areas), hectares(sum(areas)), degree.percent, degree.percent_of_decided]


def hectares(area: float, decimals: int = DECIMALS) -> float:
    """Hectares without what adding up left behind the last decimal, and never minus nothing."""
    return round(area, decimals) + 0.0


def cross_table(result: PlanOverlay, printed: Figures) -> Table:
    """Hectares of each class in each zone, as in the study of Surabaya."""
    labels = [result.class_name(code) if code is not None else state_label(state) for code, state in printed.columns]
    labels = [
        f"{label} ({code})" if code is not None and labels.count(label) > 1 else label
        for label, (code, _) in zip(labels, printed.columns)
    ]
    held = printed.ha.any(axis=0)
    rows = []
    for zone, cells, there in zip(result.zones, printed.cross, held):
        rows.append(
            [zone.label(), *(float(area) if its else None for area, its in zip(cells, there)), hectares(float(cells.sum()))]
        )
    sums = [hectares(area) for area in printed.cross.sum(axis=0).tolist()]
    columns = [Column(tr("Zone")), *(Column(label, DECIMALS) for label in labels), Column(tr("Total"), DECIMALS)]
    return Table(columns, rows, [tr("Total"), *sums, hectares(sum(sums))])


def availability_table(result: PlanOverlay, printed: Figures) -> Table:
    """What is available in each zone for building of each unit."""
    zones = {zone.key: zone.label() for zone in result.zones}
    rows = [[result.unit_label(unit), zones[zone], *available_parts(one)] for unit, zone, one in printed.available]
    columns = [Column(tr("Unit")), Column(tr("Zone")), *available_columns()]
    return Table(columns, rows, [tr("Total"), "", *available_parts(printed.available_whole)])


def available_columns() -> List[Column]:
    """The columns of `available_parts`."""
    # The heads are short, and units stand above them: nine columns have to fit on paper in either language.
    whole, parts, share = tr("hectares"), tr("available, of it"), tr("available, % of")
    return [
        Column(tr("Planned"), DECIMALS, whole), Column(tr("Built"), DECIMALS, whole), Column(tr("No data"), DECIMALS, whole),
        Column(tr("Available"), DECIMALS, whole), Column(tr("Vegetated"), DECIMALS, parts), Column(tr("Bare"), DECIMALS, parts),
        Column(tr("Other"), DECIMALS, parts), Column(tr("built"), 1, share), Column(tr("planned"), 1, share),
    ]  # fmt: skip


def available_parts(one: Availability) -> List[Any]:
    """What is available, as a row."""
    areas = [one.planned_ha, one.built_ha, one.nodata_ha, one.available_ha, one.vegetated_ha, one.bare_ha, one.other_ha]
    return [*map(hectares, areas), one.percent_of_built, one.percent_of_planned]


def largest_areas(result: PlanOverlay, largest: Sequence[Area]) -> Table:
    """Areas that do not conform, by rank."""
    columns = [Column(tr("Rank")), Column(tr("Zone")), Column(tr("Land cover"))]
    columns += [Column(tr("Unit"))] if result.admin else []
    columns += [Column(tr("Area (ha)"), DECIMALS), Column(tr("Longitude"), 5), Column(tr("Latitude"), 5)]
    rows = []
    for area in largest:
        unit = [result.unit_label(area.admin)] if result.admin else []
        names = [number(area.rank, 0), result.zone(area.zone).label(), result.class_name(area.code), *unit]
        rows.append([*names, area.area_ha, area.lon, area.lat])
    return Table(columns, rows)


def closure_table(result: PlanOverlay) -> Table:
    """Each zone's own area beside what the map shows in it."""
    columns = [
        Column(tr("Zone")), Column(tr("Own area (ha)"), 4), Column(tr("Mapped (ha)"), 4), Column(tr("No data (ha)"), 4),
        Column(tr("Difference (ha)"), 4), Column(tr("Difference (%)"), 4),
    ]  # fmt: skip
    degrees = result.by_zone()
    rows, sums = [], [0.0] * 4
    for zone, one in zip(result.zones, result.closures()):
        missing = sum(degrees[zone.key].get(state, 0.0) for state in UNMAPPED) if zone.key in degrees else 0.0
        areas = [one.stated_ha, one.summed_ha - missing, missing, one.difference_ha]
        sums = [before + area for before, area in zip(sums, areas)]
        rows.append([zone.label(), *(hectares(area, 4) for area in areas), hectares(one.difference_percent or 0.0, 4)])
    whole = [hectares(area, 4) for area in sums]
    return Table(columns, rows, [tr("Total"), *whole, hectares(100 * sums[3] / sums[0] if sums[0] else 0.0, 4)])


def without_rule(result: PlanOverlay, printed: Figures) -> Table:
    """Land of which no rule speaks, the most hectares first."""
    areas = _areas(printed)
    rows = [
        [result.zone(zone).label(), result.class_name(code), areas[code, zone]] for code, zone, _ in result.without_rule()
    ]  # fmt: skip
    columns = [Column(tr("Zone")), Column(tr("Land cover")), Column(tr("Area (ha)"), DECIMALS)]
    return Table(columns, rows, [tr("Total"), "", hectares(sum(row[2] for row in rows))])


def _areas(printed: Figures) -> Dict[Tuple[int, str], float]:
    """{(class, zone): hectares}, as the cross table has them."""
    return {
        (code, zone): float(printed.cross[row, column])
        for row, zone in enumerate(printed.zones)
        for column, (code, _) in enumerate(printed.columns)
        if code is not None
    }


def rules_by_zone(result: PlanOverlay) -> Table:
    """The classes of each status in each zone, as the rules have it."""
    rows = []
    for zone in result.zones:
        classes: Dict[str, List[str]] = {}
        for entry in result.classes:
            classes.setdefault(result.rules.state(entry.code, zone.key), []).append(f"{entry.label()} ({entry.code})")
        known = [*STATES, *result.rules.own]
        rows += [[zone.label(), state_label(state), ", ".join(classes[state])] for state in known if state in classes]
    return Table([Column(tr("Zone")), Column(tr("Status")), Column(tr("Land cover"))], rows)


def rules_table(result: PlanOverlay, printed: Figures) -> Table:
    """The status of every class in every zone, its hectares, and where the status is from."""
    areas = _areas(printed)
    sources = {GIVEN: tr("rules"), SHIPPED: tr("example"), GENERATED: tr("default"), NONE: "–"}
    columns = [
        Column(tr("Zone")), Column(tr("Class"), 0), Column(tr("Land cover")), Column(tr("Status")), Column(tr("Area (ha)"), DECIMALS),
        Column(tr("From")),
    ]  # fmt: skip
    rows: List[List[Any]] = []
    for zone in result.zones:
        for entry in result.classes:
            ruling = result.rules.rulings[entry.code, zone.key]
            area = areas[entry.code, zone.key]
            rows.append([zone.label(), entry.code, entry.label(), state_label(ruling.state), area, sources[ruling.source]])
    return Table(columns, rows)
