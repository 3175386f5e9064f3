"""What the comparison of two dates says about mines, as a page for officers."""

from __future__ import annotations

import datetime
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

from ..report.charts import Dot, sketch
from ..report.page import Column, Page
from ..text import number, tr
from .alerts import ACROSS, INSIDE, OUTSIDE, STATES, Alert, Alerts, left_out, seen
from .changes import GAIN, GROWN, LOSS, NEW, SHRUNK, VANISHED

LISTED, HOLDERS = 30, 20  # rows of the ranked list and of permits
DRAWN, LABELLED = 1000, 15  # dots on the map; dots with their rank


class Look(NamedTuple):
    """How a kind of change is shown. line: of its outline on a map."""

    change: str
    color: str
    line: str

    def name(self) -> str:
        """What to call it."""
        names = {NEW: tr("New"), GROWN: tr("Grown"), SHRUNK: tr("Shrunk"), VANISHED: tr("Vanished")}
        return names[self.change]


# The reds of the mines for what was gained, blues for what was lost: apart also for the colour-blind (ColorBrewer RdBu, OrRd).
LOOKS = (Look(NEW, "#D7301F", "solid"), Look(GROWN, "#FC8D59", "solid"), Look(SHRUNK, "#67A9CF", "dash"), Look(VANISHED, "#2166AC", "dash"))  # fmt: skip


def report(result: Alerts) -> str:
    """The HTML of a comparison, in the user's language."""
    page = Page(tr("New mining: where to look first"), *_lead(result))
    for sentence in result.warnings:
        page.paragraph(sentence)
    page.paragraph(
        tr(
            "These are places to look at, and no proof: a mask or a drawing may take bare soil, ponds or clouds for a mine. Look at the "
            "images of both dates before you visit a place or name anyone."
        )
    )
    if result.alerts:
        _map(page, result)
        _list(page, result)
    _kinds(page, result)
    if result.permits is not None:
        _holders(page, result)
    _balance(page, result)
    page.section(tr("How to read this"))
    page.definitions(_definitions(result))
    page.footer(_footer(result))
    return page.html()


def _lead(result: Alerts) -> List[str]:
    area, outside = result.area_ha(NEW, GROWN), result.outside_ha(NEW, GROWN)
    values = {
        "before": result.provenance["before"],
        "after": result.provenance["after"],
        "area": number(area, 2),
        "new": number(result.area_ha(NEW), 2),
        "new_count": number(len(result.of(NEW)), 0),
        "grown": number(result.area_ha(GROWN), 2),
        "grown_count": number(len(result.of(GROWN)), 0),
        "outside": number(outside or 0.0, 2),
        "percent": number(100 * (outside or 0.0) / area if area else 0.0, 1),
        "lost": number(result.area_ha(SHRUNK, VANISHED), 2),
    }
    if not area:
        lines = [tr("Between {before} and {after} nothing of the minimum size was newly mined.").format(**values)]
    else:
        lines = [
            tr(
                "Between {before} and {after}, {area} ha were newly mined: {new} ha in {new_count} new place(s), and {grown} ha in "
                "{grown_count} place(s) where a mine grew."
            ).format(**values)
        ]
        if outside is None:
            lines.append(tr("No permits were given, so nothing is said about what lies outside them."))
        else:
            lines.append(tr("{outside} ha of it ({percent} %) lie outside the permits.").format(**values))
    if result.of(SHRUNK, VANISHED):
        lines.append(tr("{lost} ha are mined no longer.").format(**values))
    return lines


def _map(page: Page, result: Alerts) -> None:
    page.section(tr("Where"))
    looks = {look.change: look for look in LOOKS}
    dots = [
        Dot(
            one.lon, one.lat, one.area_ha, looks[one.change].color, str(one.rank) if one.rank <= LABELLED else "",
            f"{one.rank}: {looks[one.change].name()}, {number(one.area_ha, 2)} ha",
        )
        for one in result.alerts[:DRAWN]
    ]  # fmt: skip
    legend = [(look.name(), look.color) for look in LOOKS if result.of(look.change)]
    first = result.alerts[0]
    title = tr("Map of {count} area(s); the first of the list lies at latitude {lat}, longitude {lon}").format(
        count=number(len(dots), 0), lat=f"{first.lat:.5f}", lon=f"{first.lon:.5f}"
    )
    drawing = sketch(dots, result.outlines, legend, title=title, outline=tr("Permits") if result.outlines else "")
    page.figure(
        drawing,
        tr("Each dot is an area, its size by hectares; numbers are ranks in the list below, up to {last}. North is up.").format(
            last=LABELLED
        )
        + (" " + tr("Only the first {count} are drawn.").format(count=number(DRAWN, 0)) if len(result.alerts) > DRAWN else ""),
    )


def _list(page: Page, result: Alerts) -> None:
    page.section(tr("The list, by rank"))
    permits, listed = result.permits is not None, result.alerts[:LISTED]
    columns = [Column(tr("Rank"), 0), Column(tr("Change")), Column(tr("Area (ha)"), 2)]
    if permits:
        columns += [Column(tr("Outside permits (ha)"), 2), Column(tr("Permit"))]
    columns.append(Column(tr("Latitude, longitude")))
    names = {look.change: look.name() for look in LOOKS}
    rows = []
    for one in listed:
        row: List[Any] = [one.rank, names[one.change], one.area_ha]
        if permits:
            row += [one.outside_ha, _where(one)]
        rows.append([*row, f"{one.lat:.5f},{one.lon:.5f}"])
    page.table(columns, rows)
    rest = result.alerts[LISTED:]
    notes = []
    if rest:
        notes.append(
            tr("{count} more area(s), together {area} ha, are in the layer of alerts.").format(
                count=number(len(rest), 0), area=number(sum(one.area_ha for one in rest), 2)
            )
        )
    notes.append(
        tr(
            "Ground newly mined comes first, most hectares outside permits before the rest, then by hectares; what is mined no longer "
            "follows, by hectares. Coordinates: degrees on WGS 84 of a point on the area, as a phone takes them."
        )
    )
    page.note(" ".join(notes))


def _where(one: Alert) -> Optional[str]:
    """The permits of an area, or the nearest one."""
    if one.permits:
        return ", ".join(name for name, _ in one.permits)
    if one.nearest is None:
        return None
    metres = one.distance_m or 0.0
    distance = f"{number(metres, 0)} m" if metres < 1000 else f"{number(metres / 1000, 1)} km"
    return tr("none; {distance} to {permit}").format(distance=distance, permit=one.nearest)


def _kinds(page: Page, result: Alerts) -> None:
    page.section(tr("By kind of change"))
    names = {look.change: look.name() for look in LOOKS}
    permits = result.permits is not None
    states = {INSIDE: tr("Inside a permit (ha)"), ACROSS: tr("Across its border (ha)"), OUTSIDE: tr("Outside (ha)")}

    def row(name: str, *changes: str) -> List[Any]:
        cells: List[Any] = [name, len(result.of(*changes))]
        if permits:
            cells += [result.area_ha(*changes, status=state) for state in STATES]
        cells.append(result.area_ha(*changes))
        return [*cells, result.outside_ha(*changes)] if permits else cells

    for heading, kinds, total in (
        (tr("Newly mined"), (NEW, GROWN), tr("Newly mined")),
        (tr("Mined no longer"), (SHRUNK, VANISHED), tr("Mined no longer")),
    ):
        if not result.of(*kinds):
            page.note(
                tr("No ground of the minimum size is newly mined.")
                if NEW in kinds
                else tr("No ground of the minimum size is mined no longer.")
            )
            continue
        columns = [Column(heading), Column(tr("Areas"), 0)]
        columns += [Column(states[state], 2) for state in STATES] if permits else []
        columns.append(Column(tr("All (ha)"), 2))
        columns += [Column(tr("Of it outside permits (ha)"), 2)] if permits else []
        page.table(columns, [row(names[kind], kind) for kind in kinds], row(total, *kinds))
    if permits:
        page.note(
            tr(
                "Inside, across and outside sort whole areas and add up to all. The last column counts only the ground that no permit "
                "covers, so that of areas across a border a part."
            )
        )


def _holders(page: Page, result: Alerts) -> None:
    """Which permits hold how much newly mined ground."""
    if not result.of(NEW, GROWN):
        return
    held: Dict[str, Dict[str, float]] = {}
    for one in result.of(NEW, GROWN):
        for name, area in one.permits:
            sums = held.setdefault(name, {NEW: 0.0, GROWN: 0.0})
            sums[one.change] += area
    page.section(tr("Newly mined ground by permit"))
    ordered = sorted(held.items(), key=lambda entry: (-sum(entry[1].values()), entry[0]))
    rows: List[Sequence[Any]] = [[name, sums[NEW], sums[GROWN], sum(sums.values())] for name, sums in ordered[:HOLDERS]]
    rest = [sums for _, sums in ordered[HOLDERS:]]
    if rest:
        new, grown = (sum(sums[kind] for sums in rest) for kind in (NEW, GROWN))
        rows.append([tr("{count} more permits").format(count=number(len(rest), 0)), new, grown, new + grown])
    new, grown = (result.outside_ha(kind) or 0.0 for kind in (NEW, GROWN))
    rows.append([tr("In no permit"), new, grown, new + grown])
    page.table(
        [Column(tr("Permit")), Column(tr("New mines (ha)"), 2), Column(tr("Growth (ha)"), 2), Column(tr("Both (ha)"), 2)], rows,
        [tr("Newly mined"), result.area_ha(NEW), result.area_ha(GROWN), result.area_ha(NEW, GROWN)],
    )  # fmt: skip
    twice = sum(sum(sums.values()) for sums in held.values()) + new + grown - result.area_ha(NEW, GROWN)
    if twice >= 0.005:
        page.note(
            tr(
                "Permits overlap: {area} ha stand in the rows of more than one of them, so the rows add up to more than the last one, "
                "which counts all ground once."
            ).format(area=number(twice, 2))
        )


def _balance(page: Page, result: Alerts) -> None:
    changes = result.changes
    page.section(tr("How the figures close"))
    rows: List[Sequence[Any]] = [[tr("Mines before"), changes.before_ha]]
    for name, sign, area in (
        (tr("Newly mined"), 1, result.area_ha(NEW, GROWN)),
        (tr("Mined no longer"), -1, result.area_ha(SHRUNK, VANISHED)),
        (tr("Left out: small areas gained"), 1, changes.small_ha[GAIN]),
        (tr("Left out: small areas lost"), -1, changes.small_ha[LOSS]),
        (tr("Left out: narrow strips gained"), 1, changes.narrow_ha[GAIN]),
        (tr("Left out: narrow strips lost"), -1, changes.narrow_ha[LOSS]),
    ):
        rows.append([name, sign * area or 0.0])
    page.table([Column(tr("On the ground compared")), Column(tr("Area (ha)"), 2)], rows, [tr("Mines after"), changes.after_ha])
    notes = [seen(changes), left_out(result)]
    if changes.hidden_ha:
        notes.append(
            tr("Of the mines of one date, {area} ha lie where the other date saw nothing; they are not compared.").format(
                area=number(changes.hidden_ha, 2)
            )
        )
    if changes.aligned:
        notes.append(tr("The two rasters have different grids: each pixel of the later one took the nearest pixel of the earlier."))
    if result.repaired:
        notes.append(tr("{count} permit(s) had an invalid outline, which was repaired.").format(count=number(result.repaired, 0)))
    page.note(" ".join(notes))


def _definitions(result: Alerts) -> List[Tuple[str, str]]:
    gap = result.changes.max_gap_m
    new = tr(
        "Ground that was no mine before and is one now. Grown: it touches a mine of before, or a part of its mine was not seen then. "
        "New: neither."
    )
    if gap:
        new = tr(
            "Ground that was no mine before and is one now. Grown: it touches a mine of before, or lies within {gap} m of one, or "
            "a part of its mine was not seen then. New: neither."
        ).format(gap=number(gap, 1))
    entries = [
        (tr("New, grown"), new),
        (
            tr("Shrunk, vanished"),
            tr(
                "Ground that was a mine before and is none now. Vanished: nothing of the mine is left. Shrunk: something is, or a part of "
                "it was not seen."
            ),
        ),
    ]
    if result.permits is not None:
        entries.append(
            (
                tr("Inside, across, outside"),
                tr(
                    "All of the area lies in permits; a part of it does; none of it does. A permit says where mining is allowed, and not "
                    "that all mining in it is: term, commodity and stage are not checked."
                ),
            )
        )
    entries.append((tr("Hectares"), tr("On the ellipsoid, so the same in every coordinate system.")))
    return entries


def _footer(result: Alerts) -> List[Tuple[str, str]]:
    made = result.provenance
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    entries = [
        (tr("Earlier mines"), _source(made["before"], result.sources[0])),
        (tr("Later mines"), _source(made["after"], result.sources[1])),
        (tr("Permits"), made["permits"] or tr("none")),
        (tr("Minimum area"), f"{number(made['min_area_ha'], 2)} ha"),
        (tr("Minimum width"), f"{number(made['min_width_m'], 1)} m"),
        (tr("Gap that counts as touching"), f"{number(made['max_gap_m'], 1)} m"),
        (tr("Area of interest"), tr("yes, polygons") if made["aoi"] else tr("no, all of it")),
    ]
    if result.changes.pixel_m is not None:
        entries.append((tr("Class of the mines in rasters"), str(made["class"])))
        entries.append((tr("Pixel size"), f"{number(result.changes.pixel_m, 2)} m"))
    return [*entries, (tr("Made by"), f"Pantau {made['version']}, {made['algorithm']}, {now}")]


def _source(name: str, made: Dict[str, Any]) -> str:
    """A layer with what its file says about itself: the image, its date, the model."""
    told = [str(made[key]) for key in ("input", "acquired") if made.get(key)]
    if made.get("model"):
        told.append(f"{made['model']}, SHA-256 {str(made.get('model_sha256', '?'))[:12]}")
    return f"{name} ({'; '.join(told)})" if told else name
