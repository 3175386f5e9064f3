"""What a comparison of map and reference says, as a page for officers."""

from __future__ import annotations

import datetime
from typing import Any, List, Optional, Tuple

from ..report.charts import Bar, Series, stacked_bars
from ..report.page import COMPACT, Column, Page
from ..text import number, tr
from .evaluation import ERRORS, FALSE_ALARM, HIT, MISS, Agreement, ClassAgreement, Comparison


def report(comparison: Comparison) -> str:
    """The HTML of a comparison, in the user's language."""
    target, classes, pooled = comparison.target, comparison.classes, comparison.pooled
    page = Page(tr("Map against reference: {name}").format(name=target.name), *_lead(target))
    for sentence in comparison.warnings:
        page.paragraph(sentence)

    page.section(tr("Pixel by pixel"))
    other = tr("all else")
    page.matrix(tr("Map"), tr("Reference"), [target.name, other], [[target.tp, target.fp], [target.fn, target.tn]])
    page.note(
        tr(
            "Pixels. Rows: what the map says; columns: what the reference says. Shaded: both agree. {compared} pixels were compared; "
            "{ignored} more in the area were not: no data, or marked to be ignored."
        ).format(compared=number(pooled.total, 0), ignored=number(comparison.ignored, 0))
    )

    page.section(tr("Figures of each class"))
    several = len(classes) > 1
    total = [sum(getattr(one, key) for one in classes) for key in ("predicted_ha", "reference_ha")]
    page.table(
        [
            Column(tr("Class")), Column(tr("Map (ha)"), 2), Column(tr("Reference (ha)"), 2), Column(tr("Precision (%)"), 2),
            Column(tr("Recall (%)"), 2), Column(tr("IoU (%)"), 2), Column(tr("F1 (%)"), 2), Column(tr("Accuracy (%)"), 2),
        ],
        [[one.title, one.predicted_ha, one.reference_ha, *_percents(one)] for one in classes],
        [tr("All classes"), *total, *_percents(pooled)] if several else None,
        kind=COMPACT if several else "",
    )  # fmt: skip
    notes = [tr("Hectares on the ellipsoid, of the pixels that were compared. {dash}: nothing to divide by.").format(dash="–")]
    if several:
        notes.append(
            tr(
                "All classes: hits, false alarms and misses added up over the classes; accuracy: the share of all pixels, background "
                "included, whose class is the same in both."
            )
        )
    page.note(" ".join(notes))

    page.section(tr("Hits, false alarms and misses"))
    series = [Series(ERRORS.find(code).label(), ERRORS.find(code).color) for code in (MISS, HIT, FALSE_ALARM)]
    bars = [Bar(one.name, [one.miss_ha, one.hit_ha, one.false_alarm_ha]) for one in classes]
    page.figure(
        stacked_bars(series, bars, title=tr("Hits, false alarms and misses in hectares"), decimals=1, unit="ha"),
        tr(
            "Each bar is all land that map or reference calls the class. Misses and hits together are the reference; hits and false "
            "alarms together are the map. The share of the hits in the bar is the IoU."
        ),
    )

    page.section(tr("How to read this"))
    page.definitions(_definitions(target.name))
    page.paragraph(
        tr(
            "This compares the map with a reference that covers the same ground, pixel by pixel. It is no estimate from a sample of "
            "points. Neighbouring pixels, and the pixels of one image, resemble each other and are not independent observations, so no "
            "confidence interval is given. The figures hold for this area and this reference, and are as good as the reference is: "
            "for a statement about other places, or for areas with a margin of error, check a random sample of points "
            "(Olofsson and others 2014)."
        )
    )
    page.footer(_footer(comparison))
    return page.html()


def _lead(target: ClassAgreement) -> List[str]:
    """The question answered: how much of what is marked is right, and how much of what is there is marked."""
    values = {"name": target.name, "predicted": number(target.predicted_ha, 2), "actual": number(target.reference_ha, 2)}
    if target.precision is None and target.recall is None:
        return [tr("Neither the map nor the reference shows any {name} here.").format(**values)]
    if target.precision is None:
        return [tr("The map shows no {name} here. It misses all of the {actual} ha that the reference shows.").format(**values)]
    if target.recall is None:
        return [
            tr("The reference shows no {name} here. All of the {predicted} ha that the map shows are false alarms.").format(
                **values
            )
        ]
    return [
        tr(
            "Of what the map calls {name}, {precision} % is {name} in the reference too. It finds {recall} % of what the reference calls {name}."
        ).format(precision=number(100 * target.precision, 1), recall=number(100 * target.recall, 1), **values),
        tr("The map shows {predicted} ha of {name}, the reference {actual} ha.").format(**values),
    ]


def _percents(one: Agreement) -> List[Optional[float]]:
    values = (one.precision, one.recall, one.iou, one.f1, one.accuracy)
    return [None if value is None else 100 * value for value in values]


def _definitions(name: str) -> List[Tuple[str, str]]:
    return [
        (
            tr("Hit (TP), false alarm (FP), miss (FN)"),
            tr("Map and reference both say {name}; only the map does; only the reference does. TN: neither does.").format(
                name=name
            ),
        ),
        (
            tr("Precision = TP / (TP + FP)"),
            tr("How much of what the map marks is right. Also called user's accuracy; what is missing to 100 % is commission."),
        ),
        (
            tr("Recall = TP / (TP + FN)"),
            tr("How much of what is there the map finds. Also called producer's accuracy; what is missing to 100 % is omission."),
        ),
        (
            tr("IoU = TP / (TP + FP + FN)"),
            tr(
                "Intersection over union: the land that both call the class, of all that either does. The strictest of the figures."
            ),
        ),
        (tr("F1 = 2 TP / (2 TP + FP + FN)"), tr("Precision and recall in one figure: their harmonic mean.")),
        (
            tr("Accuracy = (TP + TN) / all pixels"),
            tr(
                "How many pixels are right, those without the class included. Where the class is rare, it is high even for an empty map: "
                "do not judge by it alone."
            ),
        ),
    ]


def _footer(comparison: Comparison) -> List[Tuple[str, str]]:
    made: Any = comparison.provenance
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    entries = [
        (tr("Map"), made["prediction"]),
        (tr("Reference"), made["reference"] + (tr(" (brought onto the grid of the map)") if comparison.aligned else "")),
    ]
    if "model" in comparison.model:
        entries.append(
            (tr("Model of the map"), f"{comparison.model['model']}, SHA-256 {comparison.model.get('model_sha256', '?')}")
        )
    entries += [
        (tr("Class judged"), comparison.target.title),
        (tr("Reference code ignored"), tr("none") if made["ignore"] is None else str(made["ignore"])),
        (tr("Area of interest"), tr("yes, polygons") if made["aoi"] else tr("no, the whole map")),
        (tr("Pixel size"), f"{number(comparison.grid.pixel_size_m(), 2)} m"),
        (tr("Made by"), f"Pantau {made['version']}, {made['algorithm']}, {now}"),
    ]
    return entries
