"""What a burn index, and a mask cut from one, say, as pages for officers."""

from __future__ import annotations

import datetime
from typing import Any, Dict, List, Optional, Sequence, Tuple

import numpy as np

from ..report.charts import INK, Mark, histogram
from ..report.page import Column, Page
from ..text import number, tr
from .burn_mask import HARDLY_MORE, UNTOLD, BurnMask, expected_line, threshold_line
from .distribution import Distribution
from .index import NRBR, RBD, RBR, BurnIndex, Cut, figure, formula, seen_units
from .threshold import BELOW, KITTLER, MU, MU_MINUS_SIGMA, MU_PLUS_SIGMA, OTSU

COLUMNS, SHOWN = 180, 0.005  # of a drawn histogram; the share of the pixels at each end that it leaves out
PALE = "#C4C4C4"
# Vermilion, the colour of the text, blue, bluish green and reddish purple of Okabe & Ito (2008).
LINES = {MU_MINUS_SIGMA: "#D55E00", MU: INK, MU_PLUS_SIGMA: "#0072B2", OTSU: "#009E73", KITTLER: "#CC79A7"}
CHOSEN = "#D55E00"


def report(result: BurnIndex) -> str:
    """The HTML of an index, in the user's language."""
    page = Page(tr("Radar burn index: how much may have burned?"), *_lead(result))
    for sentence in result.warnings:
        page.paragraph(sentence)
    page.paragraph(
        tr(
            'Thresholds of mean and standard deviation always find "fire". Where nothing has burned and the index spreads like a Gaussian, '
            "15.9 % still lie below the mean less one standard deviation, 50.0 % below the mean and 84.1 % below the mean and one standard "
            "deviation. What tells of fire is a share well above that which this index has without any fire, and hotspots or points where "
            "the map says burned."
        )
    )
    page.section(tr("The index and where it may be cut"))
    marks = [
        Mark(f"{one.name} {figure(one.threshold, result.values.std)}", one.threshold, LINES[one.method]) for one in result.cuts
    ]
    page.figure(drawn(result.values, marks, result.title), caption(result.values))
    page.section(tr("What each threshold flags"))
    page.table(
        [
            Column(tr("Threshold")), Column(tr("Value"), 0), Column(tr("Flagged (ha)"), 2), Column(tr("Flagged (%)"), 1),
            Column(tr("a Gaussian (%)"), 1, tr("Without any fire")), Column(tr("this index (%)"), 1, tr("Without any fire")),
        ],
        [_row(one, result.values.std) for one in result.cuts],
    )  # fmt: skip
    page.note(" ".join([tr("Flagged is what lies below the threshold; percent of what was looked at."), *result.reasons]))
    page.section(tr("What was looked at"))
    page.paragraph(_seen(result))
    page.section(tr("How to read this"))
    page.definitions([(result.title, _meaning(result)), *definitions()])
    page.footer(_index_footer(result))
    return page.html()


def mask_report(result: BurnMask) -> str:
    """The HTML of a burn mask, in the user's language."""
    page = Page(tr("Burned area: how many hectares?"), *_mask_lead(result))
    page.section(tr("The index and where it is cut"))
    name = result.title or result.name
    marks = [Mark(f"{result.method} {figure(result.threshold, result.values.std)}", result.threshold, CHOSEN)]
    page.figure(drawn(result.values, marks, name), caption(result.values))
    page.section(tr("How much of it need not have burned"))
    page.table(
        [Column(tr("Beyond the threshold")), Column(tr("Share (%)"), 2), Column(tr("Area (ha)"), 2)],
        [
            [tr("in this index"), result.flagged_percent, result.flagged_ha],
            [tr("in this index, without any fire"), result.no_fire_percent, result.no_fire_percent / 100 * result.looked_ha],
            [
                tr("in a Gaussian of its mean and spread"), result.gaussian_percent,
                None if result.gaussian_percent is None else result.gaussian_percent / 100 * result.looked_ha,
            ],
        ],
    )  # fmt: skip
    page.note(tr("Of {area} ha that were looked at.").format(area=number(result.looked_ha, 2)))
    page.section(tr("What was looked at"))
    page.paragraph(" ".join(_mask_seen(result)))
    page.section(tr("How to read this"))
    page.definitions(definitions())
    page.footer(_mask_footer(result))
    return page.html()


def _lead(result: BurnIndex) -> List[str]:
    first = result.cuts[0]
    lines = [
        tr(
            "Below the mean less one standard deviation, {value}, the {title} of {post} against {pre} flags {area} ha: {percent} % of {looked} ha."
        ).format(
            value=figure(first.threshold, result.values.std),
            title=result.title,
            pre=result.names[0],
            post=result.names[1],
            area=number(first.area_ha, 2),
            percent=number(100 * first.share, 1),
            looked=number(result.values.area_ha, 2),
        )  # fmt: skip
    ]
    return [*lines, verdict(100 * first.share, 100 * first.no_fire_share)]


def _mask_lead(result: BurnMask) -> List[str]:
    lines = [
        tr("{area} ha count as burned, {percent} % of the {looked} ha that were looked at, by {method} of {title}.").format(
            area=number(result.area_ha, 2),
            percent=number(result.percent, 2),
            looked=number(result.looked_ha, 2),
            method=result.method,
            title=result.title or result.name,
        )  # fmt: skip
    ]
    return [*lines, verdict(result.flagged_percent, result.no_fire_percent)]


def verdict(flagged: float, none: float) -> str:
    """What a flagged share, in percent, is worth beside that without any fire."""
    shares = {"flagged": number(flagged, 1), "none": number(none, 1)}
    if not flagged:
        return tr("Nothing lies beyond the threshold.")
    if none > UNTOLD * flagged:
        return tr(
            "What it would flag without any fire cannot be told here: by the other side of the histogram {none} %, more than the {flagged} % found, "
            "since much land grew brighter for another reason, such as flooded or planted fields. Give a fuel mask."
        ).format(**shares)
    if flagged <= HARDLY_MORE * none:
        return tr(
            "Without any fire it would flag {none} %, hardly less than the {flagged} % found: this threshold does not show that anything burned."
        ).format(**shares)
    return tr(
        "Without any fire it would flag {none} % and not {flagged} %: the rest has changed by more than chance explains, by fire, or by felling, harvest or flooding."
    ).format(**shares)


def drawn(values: Distribution, marks: Sequence[Mark], title: str) -> str:
    """The histogram, from where most of the values begin to where they end, and no shorter than the marks need."""
    ends = [values.quantile(SHOWN), values.quantile(1 - SHOWN), *(mark.value for mark in marks)]
    low, high = min(ends), max(ends)
    margin = 0.02 * (high - low) or 0.01 * abs(low) or 0.01
    edges = np.linspace(low - margin, high + margin, COLUMNS + 1)
    told = "; ".join(mark.label for mark in marks)
    return histogram(
        edges.tolist(), values.histogram(edges).tolist(), marks, color=PALE, axis=title,
        title=tr("Histogram of {title}, with lines at {marks}").format(title=title, marks=told),
    )  # fmt: skip


def caption(values: Distribution) -> str:
    """What the histogram shows, below it."""
    return tr(
        "How many pixels have which value: mean {mean}, standard deviation {std}, {count} pixels. The {share} % of them with the lowest and "
        "with the highest values may lie outside the drawing."
    ).format(
        mean=figure(values.mean, values.std), std=figure(values.std, values.std), count=number(values.count, 0),
        share=number(100 * SHOWN, 1),
    )  # fmt: skip


def _row(one: Cut, std: float) -> List[Any]:
    gaussian: Optional[float] = None if one.gaussian_share is None else 100 * one.gaussian_share
    return [one.name, figure(one.threshold, std), one.area_ha, 100 * one.share, gaussian, 100 * one.no_fire_share]


def _meaning(result: BurnIndex) -> str:
    index = result.settings.index
    text = formula(index, result.settings.rbd_scale)
    sense = (
        tr("1 is no change, 0.5 half the power (3 dB less), 2 twice the power.")
        if index == RBR
        else tr("0 is no change; fire takes the canopy, which lowers VH more than VV, and so this index.")
        if index == NRBR
        else tr("0 is no change, negative is darker after.")
    )
    scale = (
        " " + tr("In power the bright places count most: the same loss of canopy gives a larger difference there.")
        if index == RBD and result.settings.rbd_scale != "db"
        else ""
    )
    return f"{text}. {sense}{scale}"


def definitions() -> List[Tuple[str, str]]:
    """Terms of all reports of burned area."""
    return [
        ("\u03bc, \u03c3", tr("Mean and standard deviation of the index where it was looked at.")),
        ("Otsu", tr("The cut that parts the values into two groups whose means lie farthest apart (Otsu 1979).")),
        (
            "Kittler-Illingworth",
            tr("The cut between two Gaussians that fit the histogram best, with least error (Kittler and Illingworth 1986)."),
        ),
        (
            tr("Without any fire"),
            tr(
                "Unburned land grows darker by chance as often as it grows brighter. So the side of the histogram on which nothing burns, "
                "mirrored at its peak, tells what share of unburned land lies beyond a threshold. It holds while most of the land did not burn."
            ),
        ),
        (tr("Hectares"), tr("On the ellipsoid, so the same in every coordinate system.")),
    ]


def _seen(result: BurnIndex) -> str:
    text = tr("{count} pixels, {area} ha, {where}; {empty} ha there have no data on one of the dates. Units: {units}.").format(
        count=number(result.values.count, 0), area=number(result.values.area_ha, 2), where=_where(result.settings.aoi is not None),
        empty=number(result.empty_ha, 2), units=seen_units(result),
    )  # fmt: skip
    if result.aligned:
        text += " " + tr("On another grid, so interpolated at the pixels of {pre}: {names}.").format(
            pre=result.names[0], names=", ".join(result.aligned)
        )
    return text


def _where(aoi: bool) -> str:
    return tr("inside the area of interest") if aoi else tr("of the whole raster")


def _mask_seen(result: BurnMask) -> List[str]:
    settings = result.settings
    lines = [
        tr("{count} pixels with data, {where}.").format(
            count=number(result.values.count, 0), where=_where(settings.aoi is not None)
        ),
        threshold_line(result),
        expected_line(result),
    ]
    if settings.fuel is not None:
        lines.append(tr("Only where {fuel} has a class other than 0 can anything burn.").format(fuel=settings.fuel.name))
    if settings.min_area_ha:
        lines.append(
            tr("Patches below {least} ha are not burned (left out: {count}, {area} ha).").format(
                least=number(settings.min_area_ha, 2), count=number(result.dropped.count, 0), area=number(result.dropped.area_ha, 2)
            )
        )
    return lines


def _index_footer(result: BurnIndex) -> List[Tuple[str, str]]:
    titles = [tr("Before the fire"), tr("After the fire"), tr("Before, other polarisation"), tr("After, other polarisation")]
    return [*zip(titles, result.names), (tr("Index"), result.title), *_made(result.provenance, result.grid.pixel_size_m())]


def _mask_footer(result: BurnMask) -> List[Tuple[str, str]]:
    burned = tr("below") if result.settings.burned == BELOW else tr("above")
    made_by = result.source.get("algorithm")
    return [
        (tr("Index"), f"{result.name} ({made_by})" if made_by else result.name),
        (tr("Burned is"), burned),
        *_made(result.provenance, result.grid.pixel_size_m()),
    ]


def _made(provenance: Dict[str, Any], pixel_m: float) -> List[Tuple[str, str]]:
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    return [
        (tr("Pixel size"), f"{number(pixel_m, 2)} m"),
        (tr("Made by"), f"Pantau {provenance['version']}, {provenance['algorithm']}, {now}"),
    ]
