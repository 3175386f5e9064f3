"""What the comparison of two plans says, as a page for officers."""

from __future__ import annotations

from typing import Any, List, Optional, Sequence, Tuple

import numpy as np

from ..landcover.change_report import GAINED, LISTED, LOST, STAYED, WIDE
from ..monitor import Monitor
from ..report.charts import Bar, Flow, Series, flow_chart, stacked_bars
from ..report.page import COMPACT, Column, Line, Page, made_by
from ..text import number, tr
from .plan_compare import Balance, PlanComparison, closure, unnamed_ha

MATRIX, UNITS, ROWS = 40, 40, 200  # zones that a matrix has room for; units with a table of their own, and in the table of all
SLIGHT = 2  # percent: where less changed, the drawing leaves out what stayed


def report(comparison: PlanComparison, monitor: Optional[Monitor] = None) -> str:
    """The HTML of a comparison, in the user's language; its hectares are rounded so that they add up."""
    balance = comparison.balance.rounded(2, monitor)
    page = Page(tr("The plan in force and the revised plan: from what to what"), *_lead(comparison, balance))
    for sentence in comparison.warnings:
        page.paragraph(sentence)
    _changes(page, comparison, balance)
    _drawing(page, comparison, balance)
    _zones(page, comparison, balance)
    page.section(tr("From zone to zone, in hectares"))
    _matrix(page, comparison, balance)
    if comparison.admin is not None:
        _units(page, comparison, balance)
    _closure(page, comparison, balance)
    page.section(tr("How to read this"))
    page.definitions(_definitions())
    page.footer(_footer(comparison))
    return page.html()


def _lead(comparison: PlanComparison, balance: Balance) -> List[str]:
    old, new = comparison.names
    if not balance.changed_ha:
        return [
            tr("{old} and {new} give all {total} ha that both cover the same zones.").format(
                old=old, new=new, total=number(balance.both_ha, 2)
            )
        ]
    (before, after), area = balance.flows.changes()[0]
    return [
        tr("Of {total} ha that both {old} and {new} cover, {changed} ha ({percent} %) changed zone.").format(
            total=number(balance.both_ha, 2), old=old, new=new, changed=number(balance.changed_ha, 2),
            percent=number(balance.changed_percent, 2),
        ),
        tr("The largest change is from {before} to {after}: {area} ha.").format(
            before=comparison.title(balance.zones[before]), after=comparison.title(balance.zones[after]), area=number(area, 2)
        ),
    ]  # fmt: skip


def _changes(page: Page, comparison: PlanComparison, balance: Balance) -> None:
    flows, zones = balance.flows, [comparison.title(zone) for zone in balance.zones]
    page.section(tr("The changes, the largest first"))
    changes = [(pair, area) for pair, area in flows.changes() if area]
    if not changes:
        page.paragraph(tr("No ground changed its zone."))
        return
    rows: List[Sequence[Any]] = [
        [zones[before], zones[after], area, 100 * area / balance.both_ha, 100 * area / flows.changed_ha]
        for (before, after), area in changes[:LISTED]
    ]
    rest = sum(area for _, area in changes[LISTED:])
    if rest:
        more = tr("{count} more").format(count=number(len(changes) - LISTED, 0))
        rows.append([more, "", rest, 100 * rest / balance.both_ha, 100 * rest / flows.changed_ha])
    page.table(
        [
            Column(tr("From")), Column(tr("To")), Column(tr("Area (ha)"), 2), Column(tr("% of both plans"), 2),
            Column(tr("% of the change"), 1),
        ],
        rows,
        [tr("All changes"), "", flows.changed_ha, 100 * flows.changed_ha / balance.both_ha, 100.0],
    )  # fmt: skip
    if _tidy(flows.changed_ha - balance.changed_ha):
        page.note(
            tr(
                "Where zones of a plan overlap, ground is in several of these changes: they add up to {more} ha more than the {ground} ha that "
                "changed."
            ).format(more=number(flows.changed_ha - balance.changed_ha, 2), ground=number(balance.changed_ha, 2))
        )


def _drawing(page: Page, comparison: PlanComparison, balance: Balance) -> None:
    """Which zone became which."""
    flows, zones, colors = balance.flows, [comparison.title(zone) for zone in balance.zones], comparison.colors()
    slight = flows.changed_percent < SLIGHT
    drawn = [
        Flow(zones[before], zones[after], area, colors[balance.zones[after]])
        for (before, after), area in sorted(flows.items())
        if area and (before != after or not slight)
    ]
    if not drawn:
        return
    title = tr("Which zone became which, from {old} (left) to {new} (right)").format(
        old=comparison.names[0], new=comparison.names[1]
    )
    told = tr("Each band is as thick as its hectares, in the colour of the zone after.") + " "
    told += (
        tr("What stayed the same, {percent} %, is left out.").format(percent=number(100 - flows.changed_percent, 2))
        if slight
        else tr("Pale: what stayed the same.")
    )
    page.figure(flow_chart(drawn, names=comparison.names, title=title, decimals=1, unit="ha"), told)


def _zones(page: Page, comparison: PlanComparison, balance: Balance) -> None:
    """What each zone gained and lost."""
    beyond = bool(balance.left_ha or balance.come_ha)
    columns = [
        Column(tr("Zone")), Column(tr("Old plan (ha)"), 2), Column(tr("New plan (ha)"), 2), Column(tr("Difference (ha)"), 2),
        Column(tr("Stayed (ha)"), 2), Column(tr("To other zones (ha)"), 2), Column(tr("From other zones (ha)"), 2),
    ]  # fmt: skip
    figures = [
        balance.old_ha, balance.new_ha, balance.new_ha - balance.old_ha, balance.stayed_ha, balance.lost_ha, balance.gained_ha,
    ]  # fmt: skip
    if beyond:
        columns += [Column(tr("Left the plan (ha)"), 2), Column(tr("New in the plan (ha)"), 2)]
        figures += [balance.only_old_ha, balance.only_new_ha]
    titles = [comparison.title(zone) for zone in balance.zones]
    rows = [[title, *map(_tidy, row)] for title, row in zip(titles, zip(*figures))]
    total = [tr("All zones"), *(_tidy(column.sum()) for column in figures)]
    below = []
    if any(map(_tidy, balance.overlap_ha)):
        old, new = map(_tidy, balance.overlap_ha)
        below = [
            Line(tr("of which zones that overlap, counted once more"), [old, new, _tidy(new - old)], 2),
            Line(
                tr("Ground of the plan, counted once"),
                [total[1] - old, total[2] - new, _tidy(total[3] - (new - old))], 2,
            ),
        ]  # fmt: skip
    page.section(tr("Gains and losses of each zone"))
    page.table(columns, rows, total, below=below, kind=COMPACT if beyond else "")
    series = [Series(tr("stayed"), *STAYED), Series(tr("to other zones"), *LOST), Series(tr("from other zones"), *GAINED)]
    bars = [
        Bar(title, [stayed, lost, gained])
        for title, stayed, lost, gained in zip(titles, balance.stayed_ha, balance.lost_ha, balance.gained_ha)
        if stayed or lost or gained
    ]
    page.figure(
        stacked_bars(series, bars, title=tr("What stayed, went and came, in hectares"), decimals=1, unit="ha"),
        tr("Each bar is all ground of both plans that is the zone in one of them or in both."),
    )


def _matrix(page: Page, comparison: PlanComparison, balance: Balance) -> None:
    zones, count = balance.zones, len(balance.zones)
    if count > MATRIX:
        page.paragraph(
            tr("The plans have {count} zones, too many for a matrix: the hectares from zone to zone are in the table.").format(
                count=number(count, 0)
            )
        )
        return
    matrix = np.zeros((count + 1, count + 1))
    for (before, after), area in balance.flows.items():
        matrix[before, after] = area
    matrix[:count, count], matrix[count, :count] = balance.only_old_ha, balance.only_new_ha
    names, short = [comparison.title(zone) for zone in zones], []
    if comparison.called:
        short = list(zones)  # their codes
    elif count > WIDE:
        short = [str(place) for place in range(1, count + 1)]
        names = [f"{place} {name}" for place, name in zip(short, names)]
    if balance.left_ha or balance.come_ha:
        names.append(tr("not in this plan"))
        short += ["\u2013"] if short else []
    else:
        matrix = matrix[:count, :count]
    page.matrix(tr("Old plan"), tr("New plan"), names, matrix.tolist(), 2, short)
    page.note(tr("Rows: the zone in the old plan; columns: the zone in the new plan. Shaded: what stayed the same."))
    more = _tidy(matrix.sum() - balance.ground_ha)
    if more:
        page.paragraph(
            tr(
                "The matrix adds up to {total} ha, {more} ha more than the {ground} ha of ground that it shows: where zones of a plan overlap, "
                "ground counts in each pair of zones, and its rows and columns are more than the hectares of a zone, which the table above has."
            ).format(total=number(float(matrix.sum()), 2), more=number(more, 2), ground=number(balance.ground_ha, 2))
        )


def _units(page: Page, comparison: PlanComparison, balance: Balance) -> None:
    """How the plans allocate the ground of each unit."""
    units = sorted(balance.units().items(), key=lambda entry: (-entry[1].changed_ha, entry[0] is None, entry[0] or ""))
    names = [tr("(in no unit)") if name is None else name for name, _ in units]
    page.section(comparison.admin or tr("Unit"))
    rows: List[Sequence[Any]] = []
    for name, (_, unit) in list(zip(names, units))[:ROWS]:
        changes = [(pair, area) for pair, area in unit.flows.changes() if area]
        largest = None
        if changes:
            (before, after), area = changes[0]
            largest = f"{comparison.title(unit.zones[before])} -> {comparison.title(unit.zones[after])}, {number(area, 2)} ha"
        rows.append([name, unit.both_ha, unit.changed_ha, unit.changed_percent, largest])
    page.table(
        [
            Column(comparison.admin or tr("Unit")), Column(tr("In both plans (ha)"), 2), Column(tr("Changed (ha)"), 2),
            Column(tr("Changed (%)"), 2), Column(tr("Largest change")),
        ],
        rows,
        [tr("All"), balance.both_ha, balance.changed_ha, balance.changed_percent, ""],
    )  # fmt: skip
    more = _tidy(sum(unit.both_ha for _, unit in units) - balance.both_ha)
    if more:
        page.note(
            tr("Units overlap: added up, they have {more} ha more in both plans than there are.").format(more=number(more, 2))
        )
    _more(page, len(units) - ROWS)
    page.section(tr("Allocation of each unit in the old and the new plan"))
    columns = [Column(tr("Zone")), Column(tr("Old plan (ha)"), 2), Column(tr("New plan (ha)"), 2), Column(tr("Difference (ha)"), 2)]
    for name, (_, unit) in list(zip(names, units))[:UNITS]:
        lines = [
            [comparison.title(zone), before, after, _difference(before, after)]
            for zone, before, after in zip(unit.zones, unit.old_ha, unit.new_ha)
            if before or after
        ]
        old, new = float(unit.old_ha.sum()), float(unit.new_ha.sum())
        page.table(columns, lines, [tr("Total"), old, new, _difference(old, new)], caption=name, kind=COMPACT)
    _more(page, len(units) - UNITS)


def _more(page: Page, count: int) -> None:
    """That units are left out."""
    if count > 0:
        page.note(tr("{count} more units, with less change, are in the table only.").format(count=number(count, 0)))


def _closure(page: Page, comparison: PlanComparison, balance: Balance) -> None:
    """What adds up to what, and by how much it does not."""
    page.section(tr("Closure"))
    both = balance.both_ha
    page.table(
        [Column(""), Column(tr("Old plan"), 2), Column(tr("New plan"), 2)],
        [
            [tr("In both plans, counted once (ha)"), both, both],
            [tr("In this plan only, counted once (ha)"), balance.left_ha, balance.come_ha],
            [tr("Ground of the plan, counted once (ha)"), both + balance.left_ha, both + balance.come_ha],
            [tr("Zones that overlap each other, once for each too many (ha)"), *map(_tidy, balance.overlap_ha)],
        ],
        [tr("Zones added up (ha)"), float(balance.old_ha.sum()), float(balance.new_ha.sum())],
        below=[
            Line(tr("of which in zones without a name (ha)"), unnamed_ha(balance), 2),
            Line(tr("Invalid outlines, repaired"), comparison.repaired[:2], 0),
        ],
    )
    total = sum(row.area_ha for row in balance.rows())
    page.paragraph(
        tr(
            "All lines of the table add up to {total} ha, the ground of both plans together is {ground} ha: {twice} ha count more than once, "
            "where zones or units overlap."
        ).format(total=number(total, 2), ground=number(balance.ground_ha, 2), twice=number(_tidy(total - balance.ground_ha), 2))
    )
    page.note(" ".join(closure(comparison)))


def _difference(old: float, new: float) -> float:
    return _tidy(new - old)


def _tidy(value: float) -> float:
    """A sum of figures of two decimals, without the noise that would print as -0.00."""
    return round(float(value), 2) + 0.0


def _definitions() -> List[Tuple[str, str]]:
    return [
        (
            tr("In both plans"),
            tr("Ground that lies in a zone of the old and in a zone of the new plan; only there can a zone change."),
        ),
        (
            tr("Old plan, new plan"),
            tr(
                "The hectares of a zone in each plan by itself, whatever the other plan has there. Ground that zones of one plan share is in each of "
                "them. Old plan = stayed + to other zones + left the plan; new plan = stayed + from other zones + new in the plan."
            ),
        ),
        (tr("Left the plan, new in the plan"), tr("Ground that only the old, or only the new plan covers.")),
        (
            tr("Narrow strips"),
            tr(
                "Where the same boundary was drawn anew, the plans differ along it by a few metres. Such strips are counted, since they are "
                "in the plans; look at the map before you call them a change."
            ),
        ),
        (tr("Hectares"), tr("On the ellipsoid, so the same in every coordinate system; rounded so that they add up.")),
    ]


def _footer(comparison: PlanComparison) -> List[Tuple[str, str]]:
    return [
        (tr("Old plan"), comparison.names[0]),
        (tr("New plan"), comparison.names[1]),
        (tr("Administrative units"), comparison.admin if comparison.admin is not None else tr("none")),
        made_by(comparison.provenance),
    ]
