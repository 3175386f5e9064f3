"""What a plan overlay says, as a page for officers and as sheets to be signed."""

from __future__ import annotations

from typing import Any, List, Sequence, Tuple

from ..report.charts import Bar, Series, stacked_bars
from ..report.page import COMPACT, Column, Page, made_by, now
from ..report.workbook import Sheet
from ..text import number, tr
from .conformity import PlanOverlay
from .conformity_map import AVAILABLE, Area
from .plan_figures import Figures
from .plan_tables import (
    NODATA_PLACE,
    Table,
    availability_table,
    available_columns,
    available_parts,
    by_unit,
    by_zone,
    closure_table,
    cross_table,
    hectares,
    largest_areas,
    rules_by_zone,
    rules_table,
    unit_zone_table,
    without_rule,
)
from .rules import CONFORM, NO_DATA, NO_RULE, NOT_REALISED, OUTSIDE, REVIEW, UNMAPPED, state_label, states_legend

BARS, LISTED = 30, 200  # zones of a chart, rows of a table on the page; the sheets hold all
SIDE_BY_SIDE = 9  # columns of figures, above which a table is parted
PALE, BLANK = (
    ("#E8E8E8", "#000000"),
    ("#FFFFFF", "#000000"),
)  # of what is neither built-up, vegetated nor bare; of what is not mapped
LEAST_OVERLAP_HA = 0.01  # that is said beside totals


def report(result: PlanOverlay, printed: Figures, largest: Sequence[Area]) -> str:
    """The HTML of a plan overlay, in the user's language. printed: its `figures`. largest: areas that do not conform, by rank."""
    whole = printed.degree()
    page = Page(tr("Does the land agree with the plan?"), *_lead(result, printed))
    page.section(tr("Degree of conformity of each zone"))
    if whole.judged_ha:
        _chart(page, result, printed)
    _put(page, by_zone(result, printed))
    page.note(_formula())

    page.section(tr("Zones and land cover, in hectares"))
    _put_wide(page, cross_table(result, printed))
    if result.admin:
        page.section(tr("Administrative units"))
        _put(page, by_unit(result, printed))
    _availability(page, result, printed)
    page.section(tr("The largest areas that do not conform"))
    if largest:
        _put(page, largest_areas(result, largest))
        page.note(
            tr(
                "Contiguous land of one class in one zone and unit, for checks in the field. Longitude and latitude (WGS 84) of a point in it."
            )
        )
    else:
        page.paragraph(tr("There is none, or none as large as the minimum."))
    _rules(page, result, printed)
    page.section(tr("Do the figures close?"))
    _put(page, closure_table(result))
    page.note(closing(result))
    for sentence in result.warnings:
        page.paragraph(sentence)
    page.section(tr("How this was counted"))
    page.definitions(_definitions(result))
    _annex(page, result)
    page.footer(_footer(result))
    return page.html()


def sheets(result: PlanOverlay, printed: Figures) -> List[Sheet]:
    """The same as sheets, with all zones and units."""
    title = tr("Land cover and spatial plan")
    notes = [_made(result), *([_example()] if not result.rules.name else []), *_overlaps(result)]
    named = [
        (tr("Zones and classes"), cross_table(result, printed), notes),
        (tr("Units"), unit_zone_table(result, printed), notes),
        (tr("Availability"), availability_table(result, printed), notes),
        (tr("Conformity"), by_zone(result, printed), [*notes, _formula()]),
        (tr("Closure"), closure_table(result), [*notes, closing(result)]),
        (tr("Rules"), rules_table(result, printed), notes),
    ]
    return [
        Sheet(name, f"{title}: {name}", about, table.columns, table.rows, [table.total] if table.total else [])
        for name, table, about in named
    ]


# -- the page


def _put_wide(page: Page, table: Table) -> None:
    """A table of many columns in parts of at most `SIDE_BY_SIDE`, each with its first column."""
    count = len(table.columns) - 1
    parts = -(-count // SIDE_BY_SIDE)
    size = -(-count // parts)
    for start in range(1, count + 1, size):
        places = [0, *range(start, min(start + size, count + 1))]
        columns, *rows = ([line[place] for place in places] for line in (table.columns, *table.rows, table.total))
        _put(page, Table(columns, rows[:-1], rows[-1]))


def _put(page: Page, table: Table) -> None:
    page.table(table.columns, table.rows[:LISTED], table.total, kind=table.kind)
    if len(table.rows) > LISTED:
        page.note(
            tr("{count} more rows are in the tables and sheets only; the total holds them.").format(
                count=number(len(table.rows) - LISTED, 0)
            )
        )


def _lead(result: PlanOverlay, printed: Figures) -> List[str]:
    whole = printed.degree()
    if whole.percent is None:
        return [
            tr("Nothing was judged: no rule speaks of the land that {map} shows in {plan}.").format(
                map=result.landcover, plan=result.plan
            ),
            *_building(result, printed),
        ]
    sentence = tr("{percent} % of the land agrees with the plan: {conform} of {judged} ha.")
    if whole[NO_RULE]:
        sentence = tr("{percent} % of the land of which the rules speak agrees with the plan: {conform} of {judged} ha.")
    lines = [
        sentence.format(percent=number(whole.percent, 2), conform=number(whole[CONFORM], 2), judged=number(whole.judged_ha, 2))
    ]
    others = [(whole[state], state_label(state)) for state in printed.states if state not in (CONFORM, *UNMAPPED)]
    told = "; ".join(f"{label} {number(area, 2)} ha" for area, label in others if area)
    if told:
        lines.append(tr("The rest: {states}.").format(states=told))
    lines += _building(result, printed)
    if not result.rules.name:
        lines.append(_example())
    return lines


def _building(result: PlanOverlay, printed: Figures) -> List[str]:
    """What is left of the zones for building, in a sentence; or that it is not known."""
    if not result.built:
        return []
    one = printed.available_whole
    if not result.knows_built:
        return [_not_known(result)]
    sentence = tr("In zones for building, {available} ha of {planned} ha are not built on yet.")
    if one.nodata_ha:
        sentence = tr("In zones for building, {available} ha of {planned} ha are not built on yet; {nodata} ha are not mapped.")
    return [
        sentence.format(available=number(one.available_ha, 2), planned=number(one.planned_ha, 2), nodata=number(one.nodata_ha, 2))
    ]


def _not_known(result: PlanOverlay) -> str:
    return tr(
        "No class of {map} is known to be built-up, so it is not known what is available for building: list the built-up classes "
        "(BUILT_CLASSES), or say it in their names."
    ).format(map=result.landcover)


def _overlaps(result: PlanOverlay) -> List[str]:
    """How much the totals hold twice, a sentence for each layer."""
    layers = (
        (result.plan, result.overlap_ha),
        (result.admin, result.admin_overlap_ha),
        (result.landcover, result.landcover_overlap_ha),
    )
    return [
        tr("Polygons of different names of {layer} overlap on {area} ha, which count in each of them.").format(
            layer=layer, area=number(area, 2)
        )
        for layer, area in layers
        if area >= LEAST_OVERLAP_HA
    ]


def _example() -> str:
    return tr("The rules are an example, not official: make your own table of rules before you sign.")


def _chart(page: Page, result: PlanOverlay, printed: Figures) -> None:
    legend, codes = states_legend(result.rules.own)
    judged = [state for state in printed.states if state not in UNMAPPED]
    entries = [legend.find(codes[state]) for state in judged]
    series = [Series(_short(state), entry.color) for state, entry in zip(judged, entries)]
    degrees = [(zone, printed.degree(zone=place)) for place, zone in enumerate(printed.zones)]
    shown = [one for one in degrees if one[1].judged_ha or one[1][NO_RULE]]
    shown = sorted(shown, key=lambda one: -one[1].total_ha)[:BARS]
    bars = [Bar(zone, [degree[state] for state in judged]) for zone, degree in shown]
    caption = tr("Each bar is a zone, divided by how its hectares agree with the plan.")
    if len(degrees) > BARS:
        caption += " " + tr("The {count} largest are shown.").format(count=number(BARS, 0))
    page.figure(
        stacked_bars(series, bars, title=tr("How each zone agrees with the plan, in hectares"), decimals=1, unit="ha"), caption
    )


def _short(state: str) -> str:
    """A state in a chart's key, where there is little room."""
    known = {REVIEW: tr("review"), NOT_REALISED: tr("not realised"), NO_RULE: tr("no rule")}
    return known.get(state) or state_label(state)


def _availability(page: Page, result: PlanOverlay, printed: Figures) -> None:
    page.section(tr("Land available for building"))
    if not result.built:
        page.paragraph(
            tr("No zone is known to be for building: list such zones (BUILT_ZONES), and this section says what is left in them.")
        )
        return
    if not result.knows_built:
        page.paragraph(_not_known(result))
        return
    whole, labels = printed.available_whole, {zone.key: zone.label() for zone in result.zones}
    sentence = tr(
        "Planned {planned} ha less built {built} ha = {available} ha available: {of_built} % of what is built, {of_planned} % of what is "
        "planned. Of it {vegetated} ha are vegetated and {bare} ha bare; the other {other} ha are water, ponds, mines or of an unknown class."
    )
    if whole.nodata_ha:
        sentence = tr(
            "Planned {planned} ha less built {built} ha less not mapped {nodata} ha = {available} ha available: {of_built} % of what is "
            "built, {of_planned} % of what is planned and mapped. Of it {vegetated} ha are vegetated and {bare} ha bare; the other {other} ha "
            "are water, ponds, mines or of an unknown class."
        )
    page.paragraph(
        sentence.format(
            planned=number(whole.planned_ha, 2), built=number(whole.built_ha, 2), nodata=number(whole.nodata_ha, 2),
            available=number(whole.available_ha, 2),
            of_built="–" if whole.percent_of_built is None else number(whole.percent_of_built, 1),
            of_planned="–" if whole.percent_of_planned is None else number(whole.percent_of_planned, 1),
            vegetated=number(whole.vegetated_ha, 2), bare=number(whole.bare_ha, 2), other=number(hectares(whole.other_ha), 2),
        )
    )  # fmt: skip
    looks = {entry.code: (entry.color,) for entry in AVAILABLE}
    series = [
        Series(tr("built"), *looks[3]), Series(tr("vegetated"), *looks[1]), Series(tr("bare"), *looks[2]), Series(tr("other"), *PALE),
        *([Series(tr("no data"), *BLANK)] if whole.nodata_ha else []),
    ]  # fmt: skip
    zones = printed.available_by(1)
    bars = [
        Bar(
            zone,
            [max(0.0, area) for area in (one.built_ha, one.vegetated_ha, one.bare_ha, one.other_ha, one.nodata_ha)][: len(series)],
        )
        for zone, one in zones.items()
    ]
    page.figure(
        stacked_bars(series, bars[:BARS], title=tr("What lies in the zones for building, in hectares"), decimals=1, unit="ha"),
        tr("Each bar is a zone for building: what is built, and what is left."),
    )
    total = [tr("Total"), *available_parts(whole)]
    rows = [[labels[zone], *available_parts(one)] for zone, one in zones.items()]
    _put_available(page, tr("Zone"), rows, total)
    if result.admin:
        rows = [[result.unit_label(unit), *available_parts(one)] for unit, one in printed.available_by(0).items()]
        _put_available(page, tr("Unit"), rows, total)


def _put_available(page: Page, title: str, rows: List[List[Any]], total: List[Any]) -> None:
    """What is available in zones or units; without the column of no data where all is mapped."""
    lines: List[List[Any]] = [[Column(title), *available_columns()], total, *rows]
    if not total[NODATA_PLACE]:
        lines = [line[:NODATA_PLACE] + line[NODATA_PLACE + 1 :] for line in lines]
    _put(page, Table(lines[0], lines[2:], lines[1]))


def _rules(page: Page, result: PlanOverlay, printed: Figures) -> None:
    table = without_rule(result, printed)
    if not table.rows:
        return
    page.section(tr("Land without a rule"))
    _put(page, table)
    page.note(
        tr(
            "No line of the rules speaks of these pairs. They count neither as conforming nor as not conforming: add lines for them."
        )
    )


def _annex(page: Page, result: PlanOverlay) -> None:
    """The rules that were used, a line for each status in each zone."""
    table = rules_by_zone(result)
    page.section(tr("Annex: the rules that were used"))
    page.table(table.columns, table.rows[:LISTED], kind=COMPACT)
    if len(table.rows) > LISTED:
        page.note(tr("{count} more lines: all rules are in the spreadsheet.").format(count=number(len(table.rows) - LISTED, 0)))


def closing(result: PlanOverlay) -> str:
    """What the layers leave out or hold twice, in words."""
    degree = result.whole
    sentences = [
        tr("{nodata} ha of the plan have no data, {outside} ha lie beyond the map.").format(
            nodata=number(degree[NO_DATA], 2), outside=number(degree[OUTSIDE], 2)
        ),
        tr("Zones that overlap: {area} ha count more than once.").format(area=number(result.overlap_ha, 2)),
    ]
    if result.admin:
        sentences.append(
            tr("Ground of the plan in no unit: {outside} ha; ground of the units in no zone: {unplanned} ha.").format(
                outside=number(result.no_admin_ha, 2), unplanned=number(result.unplanned_ha, 2)
            )
        )
    if result.unplanned_cover_ha is not None:
        sentences.append(tr("Land cover in no zone: {area} ha.").format(area=number(result.unplanned_cover_ha, 2)))
    return " ".join(sentences)


def _formula() -> str:
    return tr(
        "Conform (%) = conform / (all land with a class of which a rule speaks: conform, not conform, and every other status). Of decided (%) = "
        "conform / (conform + not conform). Land without a rule and without data is in neither."
    )


def _definitions(result: PlanOverlay) -> List[Tuple[str, str]]:
    raster = result.unplanned_cover_ha is None
    counted = (
        tr("Each cell of the map counts in each zone with the exact share of it that the zone covers.")
        if raster
        else tr("The polygons of land cover, plan and units are cut along each other's edges.")
    )
    return [
        (tr("Hectares"), tr("On the ellipsoid, so the same in every coordinate system.") + " " + counted),
        (tr("Degree of conformity"), tr("Asked for by Permen ATR/BPN 9/2017, as land that conforms (sesuai) and land that does not (tidak sesuai).")),
        (tr("Not realised yet"), tr("Land that the plan gives another use, which may still come: fields or bare land in a zone for settlement.")),
        (
            tr("Available"),
            tr("Zones for building less built-up land in them and less what is not mapped (ketersediaan; Danendra and others 2023). It may be forbidden or unfit to build there."),
        ),
        (tr("Rounding"), tr("Figures are rounded so that rows and columns add up to the totals as printed (largest remainder).")),
        (
            tr("Error of the map"),
            tr("The figures are of the map as it is. Where its classes are wrong, so are they: report its accuracy beside them."),
        ),
    ]  # fmt: skip


def _made(result: PlanOverlay) -> str:
    return tr("Land cover: {map}; plan: {plan}; rules: {rules}; Pantau {version}, {date}.").format(
        map=result.landcover,
        plan=result.plan,
        rules=result.rules.name or tr("example"),
        version=result.provenance["version"],
        date=now(),
    )


def _footer(result: PlanOverlay) -> List[Tuple[str, str]]:
    told = [str(result.source[key]) for key in ("input", "acquired", "model") if result.source.get(key)]
    zones = tr("{count} zones").format(count=number(len(result.zones), 0))
    entries = [
        (tr("Land cover"), f"{result.landcover} ({'; '.join(told)})" if told else result.landcover),
        (tr("Plan"), f"{result.plan} ({zones})"),
        (tr("Administrative units"), result.admin or tr("none, the whole plan")),
        (tr("Rules"), result.rules.name or tr("an example made by Pantau, not official")),
        (tr("Zones for building"), ", ".join(result.built) or tr("none")),
    ]
    if result.unplanned_cover_ha is None and result.grid is not None:
        entries.append((tr("Pixel size"), f"{number(result.grid.pixel_size_m(), 2)} m"))
    return [*entries, made_by(result.provenance)]
