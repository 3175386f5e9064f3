"""What a map of burned area says, as a page for officers."""

from __future__ import annotations

import datetime
import math
from typing import Any, List, Optional, Sequence, Tuple

from ..report.charts import Level, Mark, level_bars
from ..report.page import COMPACT, Column, Page
from ..text import number, tr
from .burn_mask import UNTOLD
from .index import RBD, RBR, figure, formula
from .index_report import LINES, caption, definitions, drawn, verdict
from .map_burn_log import best_line, closure_line
from .map_burn_result import ACCEPTABLE, POST, PRE, BurnMap, Model
from .map_burn_settings import NONE
from .speckle import BOXCAR, filter_name
from .units import UNITS, name_of

COLOR = "#B2182B"  # of bars, as of burned land on the map
ZONES = 50  # rows


def report(result: BurnMap) -> str:
    """The HTML of a map, in the user's language."""
    page = Page(tr("Burned area from radar: how many hectares?"), *_lead(result))
    for sentence in result.warnings:
        page.paragraph(sentence)
    page.section(tr("The six models of mean and standard deviation"))
    published = [model for model in result.models if model.published]
    page.table(_columns(result), [_row(result, model) for model in published], kind=COMPACT)
    page.note(_table_note(result))
    others = [model for model in result.models if not model.published]
    page.section(tr("Thresholds that look for two classes"))
    if others:
        page.table(_columns(result), [_row(result, model) for model in others], kind=COMPACT)
    page.note(
        " ".join(
            [tr("Otsu and Kittler-Illingworth cut the logarithm of RBR where two classes part, if there are two."), *result.reasons]
        )
    )
    _hectares(page, result)
    if result.settings.official_ha is not None:
        _official(page, result)
    if result.points is not None:
        _accuracy(page, result)
    if result.hotspots is not None:
        _hotspots(page, result)
    if result.zones is not None:
        _zones(page, result)
    page.section(tr("The indices and where they are cut"))
    for index in (RBR, RBD):
        _histogram(page, result, index)
    page.section(tr("What was looked at"))
    for sentence in _seen(result):
        page.paragraph(sentence)
    page.section(tr("How to read this"))
    page.definitions(_terms(result))
    page.paragraph(
        tr(
            'Thresholds of mean and standard deviation always find "fire": of a Gaussian without any fire 15.9 % lie below the mean less one '
            "standard deviation, 50.0 % below the mean, 84.1 % below the mean and one standard deviation. They come near the truth only where "
            "about as much burned as they flag anyway. What darkens the canopy without fire (cutting, harvest, flooding) looks the same to radar."
        )
    )
    page.footer(_footer(result))
    return page.html()


def _lead(result: BurnMap) -> List[str]:
    shown = result.shown
    if not result.best:
        areas = [model.area_ha for model in result.models]
        return [
            tr(
                "The models flag from {low} to {high} ha of {looked} ha, and nothing that was given tells which is right: add points of burned "
                "and of unburned places, or the official area."
            ).format(low=number(min(areas), 2), high=number(max(areas), 2), looked=number(result.looked_ha, 2)),
            f"{shown.name}: {verdict(shown.flagged_percent, 100 * shown.cut.no_fire_share)}",
        ]
    lines = [
        tr("{area} ha burned, {percent} % of the {looked} ha that were looked at, by the best model: {model}.").format(
            area=number(shown.area_ha, 2),
            percent=number(shown.percent, 2),
            looked=number(result.looked_ha, 2),
            model=shown.name,
        ),
        best_line(result),
    ]
    official = result.settings.official_ha
    if official:
        lines.append(
            tr("That is {factor} times the official {official} ha.").format(
                factor=number(shown.area_ha / official, 2), official=number(official, 2)
            )
        )
    untold = 100 * shown.cut.no_fire_share > UNTOLD * shown.flagged_percent > 0
    if shown.tells_nothing and not untold and result.points is not None and result.points.classes == 2:
        sentence = tr(
            "By its own spread this index would have {none} % below the threshold without any fire, so beyond the points the threshold alone "
            "does not show fire: the hectares hold as far as the points stand for the whole area."
        )
        return [*lines, sentence.format(none=number(100 * shown.cut.no_fire_share, 1))]
    return [*lines, verdict(shown.flagged_percent, 100 * shown.cut.no_fire_share)]


def _columns(result: BurnMap) -> List[Column]:
    columns = [Column(tr("Index")), Column(tr("Threshold")), Column(tr("Value"), 0)]
    if result.points is not None:
        columns += [Column(tr("Overall (%)"), 2), Column(tr("Nothing burned (%)"), 2)]
    columns += [Column(tr("Burned (ha)"), 2), Column(tr("Burned (%)"), 2), Column(tr("Of the district (%)"), 2)]
    if result.settings.min_area_ha:
        columns.append(Column(tr("Below the threshold (%)"), 1))
    return [*columns, Column(tr("Without any fire (%)"), 1)]


def _row(result: BurnMap, model: Model) -> List[Any]:
    mark = " *" if model.code == result.best else ""
    row: List[Any] = [result.title(model.index) + mark, model.cut.name, figure(model.cut.threshold, result.values[model.index].std)]
    if result.points is not None:
        row += [_percent(model.measures and model.measures.overall), _percent(result.points.empty_map_overall)]
    row += [model.area_ha, model.percent, _part(model.area_ha, result.district_ha)]
    if result.settings.min_area_ha:
        row.append(model.flagged_percent)
    return [*row, 100 * model.cut.no_fire_share]


def _percent(share: Optional[float]) -> Optional[float]:
    return None if share is None or math.isnan(share) else 100 * share


def _table_note(result: BurnMap) -> str:
    parts = [tr("Burned is what lies below the threshold; percent of what was looked at ({looked} ha).")]
    if result.best:
        parts.append(tr("* the best model."))
    if result.points is not None:
        parts.append(
            tr(
                "Nothing burned: the overall accuracy of a map on which nothing burned; a model below it says less than an empty map. A model "
                "below {least} % is not acceptable (Wozniak and Aleksandrowicz 2019)."
            )
        )
    if result.settings.min_area_ha:
        parts.append(
            tr(
                "Patches below {patch} ha are left out of what burned, and not of what lies below the threshold, which is to be compared with "
                "that without any fire."
            )
        )
    return " ".join(parts).format(
        looked=number(result.looked_ha, 2), least=number(100 * ACCEPTABLE, 0), patch=number(result.settings.min_area_ha, 2)
    )


def _hectares(page: Page, result: BurnMap) -> None:
    page.section(tr("Burned hectares by model"))
    levels = [Level(_short(model), model.area_ha) for model in result.models]
    official = result.settings.official_ha
    if official is not None:
        levels.append(Level(tr("official"), official))
    title = tr("Burned hectares by model")
    page.figure(
        level_bars(levels, title=title, color=COLOR, decimals=1, unit="ha"), tr("Of {looked} ha that were looked at.").format(looked=number(result.looked_ha, 2))
    )  # fmt: skip


def _short(model: Model) -> str:
    """The name of a model where there is little room."""
    return f"{model.index.upper()}, {model.cut.name.split('-')[0]}"


def _official(page: Page, result: BurnMap) -> None:
    official = result.settings.official_ha
    page.section(tr("Against the official figure, {official} ha").format(official=number(official, 2)))
    page.table(
        [Column(tr("Model")), Column(tr("Burned (ha)"), 2), Column(tr("Difference (ha)"), 2), Column(tr("Difference (%)"), 1)],
        [[model.name, model.area_ha, *model.against(official)] for model in result.models],
        kind=COMPACT,
    )


def _accuracy(page: Page, result: BurnMap) -> None:
    points = result.points
    page.section(tr("Accuracy against the points"))
    page.paragraph(
        tr("{used} of {all} points of {name} could be used: {burned} burned, {unburned} not burned.").format(
            used=number(points.used, 0),
            all=number(points.total, 0),
            name=points.name or "POINTS",
            burned=number(points.burned, 0),
            unburned=number(points.used - points.burned, 0),
        )
    )
    if not points.used:
        return
    over = tr("Of burned land (%)")
    page.table(
        [
            Column(tr("Model")), Column(tr("Overall (%)"), 2), Column(tr("Producer's"), 1, over), Column(tr("User's"), 1, over),
            Column(tr("Omission"), 1, over), Column(tr("Commission"), 1, over), Column("F1", 3), Column("Kappa", 3),
            Column(tr("Right / all"), 0),
        ],
        [*(_accuracy_row(model) for model in result.models), _empty_row(result)],
        kind=COMPACT,
    )  # fmt: skip
    page.note(
        tr(
            "Rows of the error matrix are the map, columns the points. They are counted as they are: where they were not drawn at random over "
            "the whole area, the figures hold for the points and not for the area."
        )
    )


def _accuracy_row(model: Model) -> List[Any]:
    its = model.measures
    of_burned = [_percent(float(one[1])) for one in (its.producers, its.users, its.omission, its.commission)]
    right = f"{number(float(model.matrix.trace()), 0)} / {number(its.n, 0)}"
    return [model.name, _percent(its.overall), *of_burned, float(its.f1[1]), its.kappa, right]


def _empty_row(result: BurnMap) -> List[Any]:
    points = result.points
    right = f"{number(points.used - points.burned, 0)} / {number(points.used, 0)}"
    found = 0.0 if points.burned else None
    missed = 100.0 if points.burned else None
    kappa = 0.0 if points.classes == 2 else None
    return [tr("nothing burned"), _percent(points.empty_map_overall), found, None, missed, None, found, kappa, right]


def _hotspots(page: Page, result: BurnMap) -> None:
    spots = result.hotspots
    page.section(tr("Hotspots"))
    page.paragraph(
        tr("{used} of {all} hotspots of {name} could be used (where it was looked at and there is data).").format(
            used=number(spots.used, 0), all=number(spots.total, 0), name=spots.name or "HOTSPOTS"
        )
    )
    if spots.used:
        page.table(
            [Column(tr("Model")), Column(tr("Hotspots inside"), 0), Column(tr("Inside (%)"), 1), Column(tr("Burned (%)"), 2)],
            [
                [model.name, model.hotspots_inside, 100 * model.hotspots_inside / spots.used, model.percent]
                for model in result.models
            ],
        )
        page.note(
            tr(
                "A model that flags more holds more hotspots by chance alone: what tells is by how much the share of hotspots inside exceeds the "
                "share burned. A hotspot's place is uncertain by several hundred metres."
            )
        )


def _zones(page: Page, result: BurnMap) -> None:
    shown = result.shown
    place = [model.code for model in result.models].index(shown.code)
    ordered = sorted(result.zones, key=lambda zone: (-zone.burned_ha[place], zone.name))
    page.section(tr("Zones, by {model}").format(model=shown.name))
    page.table(
        [
            Column(result.zones_name or tr("Zone")), Column(tr("Burned (ha)"), 2), Column(tr("zone (%)"), 2, tr("Of the")),
            Column(tr("district (%)"), 2, tr("Of the")), Column(tr("Zone (ha)"), 2), Column(tr("Looked at (ha)"), 2),
        ],
        [
            [
                zone.name, zone.burned_ha[place], _part(zone.burned_ha[place], zone.area_ha),
                _part(zone.burned_ha[place], result.district_ha), zone.area_ha, zone.looked_ha,
            ]
            for zone in ordered[:ZONES]
        ],
    )  # fmt: skip
    notes = [
        _denominators(result),
        closure_line(result),
        tr("A pixel is in a zone where its centre is. Zones that overlap each count it."),
    ]
    if len(ordered) > ZONES:
        notes.append(tr("Zones with less, in the table only: {count}.").format(count=number(len(ordered) - ZONES, 0)))
    page.note(" ".join(notes))
    levels = sorted(
        (Level(zone.name, _part(zone.burned_ha[place], zone.area_ha) or 0.0) for zone in ordered[:ZONES]), key=lambda level: -level.value
    )  # fmt: skip
    title = tr("Burned percent of each zone, by {model}").format(model=shown.name)
    page.figure(level_bars(levels, title=title, color=COLOR, decimals=2, unit="%"), title + ".")
    district = [(zone, [result.district_ha] * len(zone.burned_ha)) for zone in ordered[:ZONES]]
    own = [(zone, [zone.area_ha] * len(zone.burned_ha)) for zone in ordered[:ZONES]]
    for over, decimals, rows in (
        (tr("Burned (ha)"), 1, [[zone.name, *zone.burned_ha] for zone in ordered[:ZONES]]),
        (tr("Burned (% of the zone)"), 2, [[zone.name, *map(_part, zone.burned_ha, whole)] for zone, whole in own]),
        (tr("Burned (% of the district)"), 2, [[zone.name, *map(_part, zone.burned_ha, whole)] for zone, whole in district]),
    ):
        columns = [Column(result.zones_name or tr("Zone")), *(Column(_short(model), decimals, over) for model in result.models)]
        page.table(columns, rows, kind=COMPACT)


def _part(area_ha: float, whole_ha: float) -> Optional[float]:
    return 100 * area_ha / whole_ha if whole_ha else None


def _denominators(result: BurnMap) -> str:
    text = (
        tr("Percent of the zone: of all its land. Percent of the district: of the area of interest, {area} ha.")
        if result.settings.aoi is not None
        else tr("Percent of the zone: of all its land. Percent of the district: of all that was looked at, {area} ha.")
    )
    return text.format(area=number(result.district_ha, 2))


def _histogram(page: Page, result: BurnMap, index: str) -> None:
    values = result.values[index]
    marks = [
        Mark(f"{model.cut.name} {figure(model.cut.threshold, values.std)}", model.cut.threshold, LINES[model.method])
        for model in result.models
        if model.index == index
    ]
    page.figure(drawn(values, marks, result.title(index)), caption(values))


def _seen(result: BurnMap) -> List[str]:
    settings, lines = result.settings, []
    for name, place in ((tr("Scenes before the fire"), PRE), (tr("Scenes after the fire"), POST)):
        stack = result.scenes[place]
        days = sorted({scene.day for scene in stack if scene.day})
        lines.append(
            tr("{scenes}: {count}, in {units}, as their median; values in most pixels: {dates}.{days}").format(
                scenes=name,
                count=number(len(stack), 0),
                units=", ".join(name_of(unit) for unit in UNITS if any(scene.units == unit for scene in stack)),
                dates=number(result.dates[place], 0),
                days=" " + tr("Dates by their names: {days}.").format(days=", ".join(days)) if days else "",
            )
        )
    if settings.filter == NONE:
        lines.append(tr("No speckle filter."))
    else:
        lines.append(
            tr("Speckle filter: {filter}, {size} x {size} px{looks}.").format(
                filter=filter_name(settings.filter),
                size=settings.size,
                looks=""
                if settings.filter == BOXCAR
                else tr(", {before} looks before and {after} after ({how})").format(
                    before=number(result.looks[PRE], 1),
                    after=number(result.looks[POST], 1),
                    how=tr("given") if settings.looks is not None else tr("estimated from the medians"),
                ),
            )
        )
    lines.append(
        tr("{looked} ha were looked at, {where}; {empty} ha there have no data on one side.").format(
            looked=number(result.looked_ha, 2),
            where=tr("inside the area of interest") if settings.aoi is not None else tr("of the whole raster"),
            empty=number(result.empty_ha, 2),
        )
    )
    if settings.fuel is not None:
        lines.append(tr("Only where {fuel} has a class other than 0 can anything burn.").format(fuel=settings.fuel.name))
    return lines


def _terms(result: BurnMap) -> List[Tuple[str, str]]:
    return [
        *((result.title(index), formula(index, result.settings.rbd_scale)) for index in (RBR, RBD)),
        *definitions(),
        (tr("Producer's accuracy"), tr("Of the points that burned, how many the map calls burned; 100 % less it is omission.")),
        (tr("User's accuracy"), tr("Of the points that the map calls burned, how many burned; 100 % less it is commission.")),
        (
            "Kappa",
            tr("Agreement beyond what the shares of burned and not burned give by chance (Cohen 1960): 0 for a map on which nothing burned."),
        ),
    ]  # fmt: skip


def _footer(result: BurnMap) -> Sequence[Tuple[str, str]]:
    made = result.provenance
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    return [
        (tr("Scenes before the fire"), ", ".join(scene.name for scene in result.scenes[PRE])),
        (tr("Scenes after the fire"), ", ".join(scene.name for scene in result.scenes[POST])),
        (tr("Pixel size"), f"{number(result.grid.pixel_size_m(), 2)} m"),
        (tr("Method"), tr("RBR and RBD with thresholds of mean and standard deviation: Puspitaningrum and Bioresita 2025")),
        (tr("Made by"), f"Pantau {made['version']}, {made['algorithm']}, {now}"),
    ]
