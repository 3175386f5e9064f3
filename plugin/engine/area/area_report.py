"""What an area table says, as a page for officers and as sheets to be signed: rounded so that every total is the sum of its parts."""

from __future__ import annotations

import datetime
from typing import Any, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ..monitor import Monitor
from ..raster.legend import Legend
from ..report.charts import Bar, Series, stacked_bars
from ..report.page import COMPACT, Column, Page, made_by
from ..report.workbook import Sheet
from ..text import number, tr
from .area_table import AreaTable, Level, bounding, closing
from .faults import OVERLAP
from .rounding import rounded, rounded_table

LISTED, BARS, FAULTS = 200, 24, 20  # rows of a level, bars of the chart and faults that a page shows; the sheets hold all
DECIMALS = 2
ABREAST = 6  # classes in a table of a page
NODATA, OUTSIDE = ("#BDBDBD", "#000000"), ("#E8E8E8", "#000000")


class Named(NamedTuple):
    """What the officer writes above the table. title: its heading. source: where the figures come from."""

    title: str = ""
    source: str = ""


class Printed(NamedTuple):
    """A level as it is printed. parts: (n, k + 2) hectares of each class, of no data and beyond the raster; percent: the same in percent.

    All rounded so that rows, columns and the zones of a level above add up.
    """

    level: Level
    parts: np.ndarray
    percent: np.ndarray

    def totals(self) -> np.ndarray:
        """(k + 2,) the sums of the columns."""
        return np.round(self.parts.sum(axis=0), DECIMALS)


def printed(table: AreaTable, monitor: Optional[Monitor] = None) -> List[Printed]:
    """The levels, outermost first. Raises Cancelled."""
    inner = table.innermost
    values = np.column_stack([inner.ha, inner.nodata_ha, inner.outside_ha])
    depths = range(len(table.levels) - 1, 0, -1)
    parts = rounded_table(values, DECIMALS, [[path[:depth] for path in inner.zones] for depth in depths], monitor)
    result = []
    for depth, level in enumerate(table.levels, 1):
        place = {path: number for number, path in enumerate(level.zones)}
        sums = np.zeros((len(level.zones), parts.shape[1]))
        np.add.at(sums, [place[path[:depth]] for path in inner.zones], parts)
        sums = np.round(sums, DECIMALS)
        result.append(Printed(level, sums, np.array([_shares(row) for row in sums])))
    return result


def _shares(parts: np.ndarray) -> List[float]:
    """Percent of the sum, which add up to 100."""
    total = parts.sum()
    return rounded(100 * parts / total, DECIMALS) if total else [0.0] * len(parts)


def report(table: AreaTable, named: Named, levels: Sequence[Printed]) -> str:
    """The HTML of an area table, in the user's language. levels: as `printed` gives them."""
    inner = levels[-1]
    total, mapped = inner.parts.sum(), inner.parts[:, : len(table.codes)].sum()
    lead = [
        tr("{mapped} ha of {total} ha are mapped ({percent} %), in {count} classes.").format(
            mapped=number(mapped, 2),
            total=number(total, 2),
            percent=number(100 * mapped / total, 2),
            count=number(len(table.codes), 0),
        )
    ]
    page = Page(named.title or tr("Area by class and zone"), *lead)
    if named.source:
        page.paragraph(tr("Source: {source}").format(source=named.source))
    for sentence in filter(None, (bounding(table), *table.warnings)):
        page.paragraph(sentence)

    page.section(tr("All together"))
    shown = _columns_held(inner)
    names = _parts(table)
    sums, shares = inner.totals(), _shares(inner.totals())
    page.table(
        [Column(tr("Class")), Column(tr("Area (ha)"), DECIMALS), Column("%", DECIMALS)],
        [[names[place], sums[place], shares[place]] for place in shown],
        [tr("Total"), sums.sum(), 100.0],
    )
    if table.levels[0].title:
        _chart(page, table, next((one for one in levels if len(one.level.zones) > 1), levels[0]))
        for depth, one in enumerate(levels, 1):
            if len(one.level.zones) > 1 or depth == len(levels):  # a level of one zone says what all together say
                _level(page, table, one, depth)
        _closure(page, table, inner)
        _faults(page, table)
    page.section(tr("How to read this"))
    page.definitions(_definitions())
    page.footer(_footer(table, named))
    return page.html()


def sheets(table: AreaTable, named: Named, levels: Sequence[Printed]) -> List[Sheet]:
    """One sheet for each level, then the closure and, where there are any, overlaps and gaps."""
    today = datetime.date.today().isoformat()
    title = named.title or tr("Area by class and zone")
    notes = [
        tr("Source: {source}").format(source=named.source or ", ".join(filter(None, table.names))),
        tr("Date: {date}").format(date=today),
        *filter(None, [bounding(table)]),
        tr("Hectares on the ellipsoid, pixels on the edge by the share that lies inside; rounded so that all totals add up."),
    ]
    result = [_sheet(table, one, depth, title, notes) for depth, one in enumerate(levels, 1)]
    if table.levels[0].title:
        columns, rows, total = _closure_table(table, levels[-1])
        result.append(Sheet(tr("Closure"), title, [*notes[:-1], closing(table), *table.warnings], columns, rows, [total]))
        columns, rows = _fault_table(table)
        if rows:
            result.append(Sheet(tr("Overlaps and gaps"), title, notes[:-1], columns, rows))
    return result


def _parts(table: AreaTable) -> List[str]:
    """What the columns of `Printed.parts` are called: classes by name, with the code where two share one."""
    labels = [table.label(code) for code in table.codes]
    labels = [f"{label} ({code})" if labels.count(label) > 1 else label for label, code in zip(labels, table.codes)]
    return [*labels, tr("No data"), tr("Beyond the raster")]


def _columns_held(one: Printed) -> List[int]:
    """The classes, and of no data and beyond the raster what occurs."""
    count = one.parts.shape[1]
    return [place for place in range(count) if place < count - 2 or one.parts[:, place].any()]


def _title(table: AreaTable, depth: int) -> str:
    """What a level is called: the ministry's fields by what they hold."""
    field = table.levels[depth - 1].title
    known = {
        "ZONE": tr("Zone"),
        "WADMPR": tr("Province"),
        "WADMKK": tr("Kabupaten/kota"),
        "WADMKC": tr("Kecamatan"),
        "WADMKD": tr("Desa/kelurahan"),
    }
    return known.get(field.upper(), field) or tr("Zone")


def _sheet(table: AreaTable, one: Printed, depth: int, title: str, notes: Sequence[str]) -> Sheet:
    """A level: its zones and those they lie in, hectares of each class with their sum, then percent."""
    shown, names = _columns_held(one), _parts(table)
    zones = [Column(_title(table, number)) for number in range(1, depth + 1)] if one.level.title else [Column(tr("Map"))]
    columns = [
        *zones, *(Column(f"{names[place]} (ha)", DECIMALS) for place in shown), Column(tr("Total (ha)"), DECIMALS),
        *(Column(f"{names[place]} (%)", DECIMALS) for place in shown),
    ]  # fmt: skip
    rows = [
        [*(path or (table.names[0],)), *parts[shown].tolist(), float(parts.sum()), *percent[shown].tolist()]
        for path, parts, percent in zip(one.level.zones, one.parts, one.percent)
    ]
    sums = one.totals()
    shares = np.array(_shares(sums))
    blank: List[Any] = [""] * (len(zones) - 1)
    totals = [
        [tr("Total"), *blank, *sums[shown].tolist(), float(sums.sum()), *shares[shown].tolist()],
        [tr("Share (%)"), *blank, *shares[shown].tolist(), 100.0, *([None] * len(shown))],
    ]
    return Sheet(_title(table, depth) if one.level.title else tr("Map"), title, notes, columns, rows, totals)


def _level(page: Page, table: AreaTable, one: Printed, depth: int) -> None:
    """A section: hectares of each zone and class, then percent; many classes stand in several tables, below each other."""
    shown, names = _columns_held(one), _parts(table)
    page.section(_title(table, depth))
    order = sorted(range(len(one.level.zones)), key=lambda zone: one.level.zones[zone])[:LISTED]
    zones = _names(one.level)
    sums = one.totals()
    shares = np.array(_shares(sums))
    pieces = [shown[start : start + ABREAST] for start in range(0, len(shown), ABREAST)]
    for piece in pieces:
        last = piece is pieces[-1]
        page.table(
            [Column(_title(table, depth)), *(Column(names[place], DECIMALS) for place in piece), *([Column(tr("Total"), DECIMALS)] if last else [])],
            [[zones[zone], *one.parts[zone, piece], *([one.parts[zone].sum()] if last else [])] for zone in order],
            [tr("Total"), *sums[piece], *([sums.sum()] if last else [])],
            caption=tr("Hectares"),
            kind=COMPACT,
        )  # fmt: skip
    if len(one.level.zones) > LISTED:
        page.note(
            tr("{count} more zones are in the tables and sheets only; the total holds them.").format(
                count=number(len(one.level.zones) - LISTED, 0)
            )
        )
    for piece in pieces:
        page.table(
            [Column(_title(table, depth)), *(Column(names[place], DECIMALS) for place in piece)],
            [[zones[zone], *one.percent[zone, piece]] for zone in order],
            [tr("Share"), *shares[piece]],
            caption=tr("Percent of the zone"),
            kind=COMPACT,
        )


def _names(level: Level) -> List[str]:
    """What to call the zones in a table: without the levels that are the same for all."""
    depth = len(level.zones[0])
    telling = [place for place in range(depth) if place == depth - 1 or len({path[place] for path in level.zones}) > 1]
    return [" / ".join(path[place] for place in telling) or tr("Map") for path in level.zones]


def _chart(page: Page, table: AreaTable, one: Printed) -> None:
    """What covers the zones, the largest first."""
    shown, names = _columns_held(one), _parts(table)
    looks = [(entry.color,) for entry in Legend(table.legend.entries)] + [NODATA, OUTSIDE]
    series = [Series(names[place], *looks[place]) for place in shown]
    order = np.argsort(-one.parts.sum(axis=1), kind="stable")[:BARS]
    bars = [Bar(one.level.zones[zone][-1], one.parts[zone, shown].tolist()) for zone in order.tolist()]
    caption = tr("Each bar is a zone, divided by the shares of its hectares.")
    if len(one.level.zones) > BARS:
        caption += " " + tr("The {count} largest are shown.").format(count=number(BARS, 0))
    page.figure(stacked_bars(series, bars, title=tr("What covers each zone, in hectares"), decimals=0, unit="ha"), caption)


def _closure_table(table: AreaTable, inner: Printed) -> Tuple[List[Column], List[List[Any]], List[Any]]:
    """Hectares as the other tables print them; the differences are what no rounding can hide."""
    level, count = table.innermost, len(table.codes)
    columns = [
        Column(tr("Zone")), Column(tr("Own area (ha)"), 2), Column(tr("Mapped (ha)"), 2), Column(tr("No data (ha)"), 2),
        Column(tr("Beyond the raster (ha)"), 2), Column(tr("Difference (ha)"), 4), Column(tr("Difference (%)"), 4),
        Column(tr("Overlap (ha)"), 2), Column(tr("Gap (ha)"), 2),
    ]  # fmt: skip
    own = inner.parts.sum(axis=1) + level.difference_ha
    with np.errstate(invalid="ignore", divide="ignore"):
        percent = np.nan_to_num(100 * level.difference_ha / level.zone_ha)
    mapped, rest = inner.parts[:, :count].sum(axis=1), inner.parts[:, count:]
    figures = np.column_stack([own, mapped, rest, level.difference_ha, percent, level.overlap_ha, level.gap_ha])
    rows = [[name, *row] for name, row in zip(_names(level), figures.tolist())]
    sums = figures.sum(axis=0)
    sums[5] = 100 * sums[4] / sums[0] if sums[0] else 0.0
    sums[6] = table.overlap_ha()  # shared ground is each zone's, and once too many in all
    return columns, rows, [tr("Total"), *sums.tolist()]


def _closure(page: Page, table: AreaTable, inner: Printed) -> None:
    page.section(tr("Do the tables close?"))
    columns, rows, total = _closure_table(table, inner)
    worst = sorted(rows, key=lambda row: -abs(row[5]))[:LISTED]
    page.table(columns, worst, total, kind=COMPACT)
    page.note(
        tr(
            "Own area: of the outline of the zone on the ellipsoid, whatever the raster holds. Difference: own area less what is mapped, "
            "has no data or lies beyond the raster; zones with the largest come first. Overlap: what a zone shares with others; in all, "
            "what is counted too often. A gap is listed with the zone that it borders most."
        )
    )


def _fault_table(table: AreaTable) -> Tuple[List[Column], List[List[Any]]]:
    faults = table.faults
    if faults is None:
        return [], []
    zones = _names(table.innermost)
    rows = [
        [
            tr("overlap") if fault.kind == OVERLAP else tr("gap"),
            "; ".join(zones[zone] for zone in fault.zones[:6]),
            fault.area_ha,
        ]
        for fault in sorted([*faults.overlaps, *faults.gaps], key=lambda fault: -fault.area_ha)
    ]
    return [Column(tr("What")), Column(tr("Zones")), Column(tr("Area (ha)"), 4)], rows


def _faults(page: Page, table: AreaTable) -> None:
    columns, rows = _fault_table(table)
    if not rows:
        return
    page.section(tr("Overlaps and gaps"))
    page.table(columns, rows[:FAULTS])
    if len(rows) > FAULTS:
        page.note(tr("{count} smaller ones are in the sheets and layers only.").format(count=number(len(rows) - FAULTS, 0)))


def _definitions() -> List[Tuple[str, str]]:
    return [
        (tr("Hectares"), tr("On the ellipsoid, so the same in every coordinate system. A pixel on the edge of a zone counts with the share of it that lies inside.")),
        (tr("Percent"), tr("Of the zone, together with what has no data and what lies beyond the raster.")),
        (tr("Rounding"), tr("Figures are rounded so that rows, columns and levels add up to the totals as printed (largest remainder), so some differ by 0.01 ha from what each would be alone.")),
    ]  # fmt: skip


def _footer(table: AreaTable, named: Named) -> List[Tuple[str, str]]:
    told = [str(table.source[key]) for key in ("input", "acquired", "model") if table.source.get(key)]
    bounds = [(tr("Area of interest"), table.bounds.name)] if table.bounds else []
    return [
        (tr("Class raster"), f"{table.names[0]} ({'; '.join(told)})" if told else table.names[0]),
        (tr("Zones"), table.names[1] or (tr("none") if bounds else tr("none, the whole map"))),
        *bounds,
        (tr("Pixel size"), f"{number(table.grid.pixel_size_m(), 2)} m"),
        made_by(table.provenance),
    ]
