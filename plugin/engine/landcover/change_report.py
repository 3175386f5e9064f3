"""What the comparison of two class maps says, as a page for officers."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Any, Dict, List, Sequence, Tuple

from ..report.charts import Bar, Flow, Series, flow_chart, stacked_bars
from ..report.page import COMPACT, WIDE, Column, Page
from ..text import number, tr
from .change_table import ChangeTable, seen, zoned

LISTED, ZONES = 15, 50  # rows of the ranked changes and of zones
SLIGHT = 10  # percent of the map that changed, below which a chart of all flows would show nothing but what stayed
# What stayed, went and came: grey, vermilion and bluish green of Okabe & Ito (2008).
STAYED, LOST, GAINED = ("#BDBDBD", "#000000"), ("#D55E00", "#000000"), ("#009E73", "#000000")


def report(table: ChangeTable) -> str:
    """The HTML of a comparison, in the user's language."""
    flows, classes = table.flows, table.flows.classes()
    names = [f"{one.code} {table.name(one.code)}" for one in classes]
    short = [str(one.code) for one in classes] if len(classes) > WIDE else []
    page = Page(tr("Change of land cover: from what to what"), *_lead(table))
    for sentence in table.warnings:
        page.paragraph(sentence)

    page.section(tr("The changes, the largest first"))
    changes = flows.changes()
    if changes:
        rows: List[Sequence[Any]] = [
            [table.name(before), table.name(after), area, 100 * area / flows.total_ha, 100 * area / flows.changed_ha]
            for (before, after), area in changes[:LISTED]
        ]
        rest = sum(area for _, area in changes[LISTED:])
        if rest:
            more = tr("{count} more").format(count=number(len(changes) - LISTED, 0))
            rows.append([more, "", rest, 100 * rest / flows.total_ha, 100 * rest / flows.changed_ha])
        page.table(
            [Column(tr("From")), Column(tr("To")), Column(tr("Area (ha)"), 2), Column(tr("% of the map"), 2), Column(tr("% of the change"), 1)],
            rows,
            [tr("All changes"), "", flows.changed_ha, flows.changed_percent, 100.0],
        )  # fmt: skip
        page.figure(*_flow_chart(table))
    else:
        page.paragraph(tr("Every pixel has the same class on both maps."))

    page.section(tr("Gains and losses of each class"))
    page.table(
        [
            Column(tr("Class")), Column(tr("Before (ha)"), 2), Column(tr("After (ha)"), 2), Column(tr("Stayed (ha)"), 2),
            Column(tr("Stayed (%)"), 1), Column(tr("Loss (ha)"), 2), Column(tr("Gain (ha)"), 2), Column(tr("Net (ha)"), 2),
            Column(tr("Swap (ha)"), 2),
        ],
        [
            [
                name, one.before_ha, one.after_ha, one.stayed_ha, 100 * one.stayed_ha / one.before_ha if one.before_ha else None,
                one.loss_ha, one.gain_ha, one.net_ha, one.swap_ha,
            ]
            for name, one in zip(names, classes)
        ],
        [
            tr("The whole map"), flows.total_ha, flows.total_ha, flows.unchanged_ha, 100 - flows.changed_percent, flows.changed_ha,
            flows.changed_ha, 0.0, flows.swap_ha,
        ],
        kind=COMPACT,
    )  # fmt: skip
    page.note(
        tr(
            "Swap of the whole map is half the sum of the classes', since every change is the loss of one class and the gain of another. "
            "Change of the whole map: {changed} ha = {net} ha net + {swap} ha swap."
        ).format(changed=number(flows.changed_ha, 2), net=number(flows.net_ha, 2), swap=number(flows.swap_ha, 2))
    )
    series = [Series(tr("stayed"), *STAYED), Series(tr("lost"), *LOST), Series(tr("gained"), *GAINED)]
    bars = [Bar(name, [one.stayed_ha, one.loss_ha, one.gain_ha]) for name, one in zip(names, classes)]
    page.figure(
        stacked_bars(series, bars, title=tr("What stayed, was lost and was gained, in hectares"), decimals=1, unit="ha"),
        tr("Each bar is all land that is the class on one map or on both. Stayed and lost together are before; stayed and gained, after."),
    )  # fmt: skip

    page.section(tr("The matrix in hectares"))
    decimals = 1 if short else 2
    matrix = [[flows[one.code, other.code] for other in classes] for one in classes]
    page.matrix(tr("Before"), tr("After"), names, matrix, decimals, short)
    page.note(tr("Rows: the class before; columns: the class after. Shaded: what stayed the same."))
    page.section(tr("The matrix in percent of the map"))
    page.matrix(tr("Before"), tr("After"), names, [[100 * area / flows.total_ha for area in row] for row in matrix], 2, short)

    if table.zones is not None:
        _zones(page, table)
    page.section(tr("What was compared"))
    page.paragraph(seen(table))
    if table.aligned:
        page.paragraph(
            tr("The two maps have different grids: each pixel of {before} took the nearest pixel of {after}.").format(
                before=table.names[0], after=table.names[1]
            )
        )
    page.section(tr("How to read this"))
    page.definitions(_definitions())
    page.paragraph(
        tr(
            "Both maps have errors, and where one of them is wrong the comparison shows a change that is none: with two maps of 90 % "
            "accuracy, up to a fifth of the pixels. Look at the images before you act on a small change, and check a sample of points."
        )
    )
    page.footer(_footer(table))
    return page.html()


def _lead(table: ChangeTable) -> List[str]:
    flows = table.flows
    lines = [
        tr("Between {before} and {after}, {changed} ha of {total} ha changed class ({percent} %).").format(
            before=table.names[0],
            after=table.names[1],
            changed=number(flows.changed_ha, 2),
            total=number(flows.total_ha, 2),
            percent=number(flows.changed_percent, 2),
        )
    ]
    changes = flows.changes()
    if changes:
        (before, after), area = changes[0]
        lines.append(
            tr("The largest change is from {before} to {after}: {area} ha.").format(
                before=table.name(before), after=table.name(after), area=number(area, 2)
            )
        )
    return lines


def _flow_chart(table: ChangeTable) -> Tuple[str, str]:
    """Which class became which, as a drawing, and what it shows."""
    slight = table.flows.changed_percent < SLIGHT
    legend = {code: (table.name(code), table.legend.find(code).color) for code in table.flows.codes()}
    twice = Counter(name for name, _ in legend.values())
    names = {code: f"{code} {name}" if twice[name] > 1 else name for code, (name, _) in legend.items()}
    flows = [
        Flow(names[before], names[after], area, legend[after][1])
        for (before, after), area in sorted(table.flows.items())
        if not slight or before != after
    ]
    title = tr("Which class became which, from {before} (left) to {after} (right)").format(
        before=table.names[0], after=table.names[1]
    )
    told = tr("Each band is as thick as its hectares, in the colour of the class after.")
    if slight:
        told += " " + tr("What stayed the same, {percent} % of the map, is left out.").format(
            percent=number(100 - table.flows.changed_percent, 2)
        )
    else:
        told += " " + tr("Pale: what stayed the same.")
    decimals = 1 if table.flows.total_ha >= 100 else 2
    return flow_chart(flows, names=table.names, title=title, decimals=decimals, unit="ha"), told


def _zones(page: Page, table: ChangeTable) -> None:
    page.section(tr("Zones"))
    ordered = sorted(table.zones.items(), key=lambda entry: (-entry[1].changed_ha, entry[0]))
    rows: List[Sequence[Any]] = []
    for name, flows in ordered[:ZONES]:
        changes = flows.changes()
        largest = None
        if changes:
            (before, after), area = changes[0]
            largest = f"{table.name(before)} → {table.name(after)}, {number(area, 2)} ha"
        rows.append([name, flows.total_ha, flows.unchanged_ha, flows.changed_ha, flows.changed_percent, largest])
    page.table(
        [
            Column(table.zones_name or tr("Zone")), Column(tr("Compared (ha)"), 2), Column(tr("Unchanged (ha)"), 2),
            Column(tr("Changed (ha)"), 2), Column(tr("Changed (%)"), 2), Column(tr("Largest change")),
        ],
        rows,
    )  # fmt: skip
    notes = [zoned(table), tr("A pixel is in a zone where its centre is. Zones that overlap each count it.")]
    if len(ordered) > ZONES:
        notes.append(tr("{count} zones with less change are in the table only.").format(count=number(len(ordered) - ZONES, 0)))
    page.note(" ".join(notes))


def _definitions() -> List[Tuple[str, str]]:
    return [
        (tr("Loss, gain"), tr("Land that was the class and is no more; land that is the class and was not.")),
        (tr("Net"), tr("Gain less loss: by how much the class grew (+) or shrank (-).")),
        (
            tr("Swap"),
            tr(
                "Twice the lesser of gain and loss: the class went from one place and came in another as much. A map with no net change "
                "may have much swap (Pontius and others 2004)."
            ),
        ),
        (tr("Stayed"), tr("Land that is the class on both maps; its percentage is of the class before.")),
        (tr("Hectares"), tr("On the ellipsoid, so the same in every coordinate system.")),
    ]


def _footer(table: ChangeTable) -> List[Tuple[str, str]]:
    made: Dict[str, Any] = table.provenance
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    entries = []
    for title, name, source in zip((tr("Map before"), tr("Map after")), table.names, table.sources):
        told = [str(source[key]) for key in ("input", "acquired", "model") if source.get(key)]
        entries.append((title, f"{name} ({'; '.join(told)})" if told else name))
    entries += [
        (tr("Zones"), table.zones_name if table.zones is not None else tr("none, the whole map")),
        (tr("Pixel size"), f"{number(table.grid.pixel_size_m(), 2)} m"),
        (tr("Made by"), f"Pantau {made['version']}, {made['algorithm']}, {now}"),
    ]
    return entries
