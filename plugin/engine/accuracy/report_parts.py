"""The parts of the report that not every assessment has: zones, a second map, a second interpreter, samples left out."""

from __future__ import annotations

from collections import Counter
from typing import Any, List

from ..report.page import COMPACT, MARK, WIDE, Column, Page
from ..text import listed, number, tr
from .assessment import AREA, COUNT, SIMPLE, Assessment, Metric, Pair, Readers, Region, reasons
from .report_text import class_names, confidence, mark, p_value, part, percent, quoted, shown, span, told, words

ZONES, ZONES_BY_CLASS, ZONES_BY_NAME = 50, 12, 5  # rows of zones; columns of zones at most; those that have their names
LEAST = 5  # samples behind the accuracy of a class in a zone
LABELS, IDS, STRATA = 20, 50, 3  # unknown labels, ids, and strata of a zone that are printed


def add_zones(page: Page, assessment: Assessment) -> None:
    """The accuracy of each zone, and of the classes in it."""
    zones, scope = assessment.zones, assessment.scope
    page.section(tr("Zones"))
    over = tr("Overall accuracy (%)")
    numbered = ZONES_BY_NAME < len(zones) <= ZONES_BY_CLASS
    names = [f"{place} {zone.name}" if numbered else str(zone.name) for place, zone in enumerate(zones, 1)]
    rows: List[List[Any]] = []
    for name, zone in zip(names[:ZONES], zones):
        overall, kappa = zone.find(scope, "overall_accuracy"), zone.find(scope, "kappa")
        rows.append([name, zone.n, *quoted(overall), mark(overall), kappa.value, zone.total_ha, _remark(zone)])
    columns = [
        Column(assessment.zones_name or tr("Zone")), Column(tr("Samples"), 0), Column(tr("value"), 2, over), Column(tr("from"), 2, over),
        Column(tr("to"), 2, over), Column(MARK, None, over), Column(tr("Kappa"), 3), Column(tr("Area (ha)"), 2), Column(tr("Remark")),
    ]  # fmt: skip
    kept = [place for place in range(len(columns)) if place not in (5, 8) or any(row[place] for row in rows)]
    caption = tr("Accuracy of each zone, samples as counted") if scope == COUNT else tr("Accuracy of each zone, area-weighted")
    page.table([columns[place] for place in kept], [[row[place] for place in kept] for row in rows], caption=caption, kind=COMPACT)
    notes = [
        tr("From, to: the {confidence} % interval. A sample is in a zone where it lies.").format(confidence=confidence(assessment))
    ]
    if 5 in kept:
        notes.append(tr("*: the score interval, since the usual one cannot be trusted here."))
    if len(zones) > 1:
        notes.append(tr("Zones whose intervals overlap should not be ranked."))
    if len(zones) > ZONES:
        notes.append(tr("Zones that are in the table of figures only: {count}.").format(count=number(len(zones) - ZONES, 0)))
    page.note(" ".join(notes))
    if len(zones) <= ZONES_BY_CLASS:
        _classes_of_zones(page, assessment, names, numbered)


def _classes_of_zones(page: Page, assessment: Assessment, names: List[str], numbered: bool) -> None:
    """User's and producer's accuracies where enough samples are behind them. names: of the zones, as in the table above."""
    titles = [str(place) for place in range(1, len(names) + 1)] if numbered else names
    notes = []
    tables = (
        ("users_accuracy", 1, tr("User's accuracy of each class in each zone (%)")),
        ("producers_accuracy", 0, tr("Producer's accuracy of each class in each zone (%)")),
    )
    for metric, axis, caption in tables:
        rows = []
        for place, (name, entry) in enumerate(zip(class_names(assessment), assessment.legend)):
            values = [
                percent(zone.find(assessment.scope, metric, entry.code).value)
                if zone.matrix.sum(axis=axis)[place] >= LEAST else None
                for zone in assessment.zones
            ]  # fmt: skip
            if any(value is not None for value in values):
                rows.append([name, *values])
        if rows:
            page.table([Column(tr("Class")), *(Column(title, 1) for title in titles)], rows, caption=caption, kind=COMPACT)
            notes = [
                tr(
                    "{dash}: fewer than {least} samples of the class, by the map for user's accuracy and by the reference for producer's. Classes "
                    "with fewer in every zone are left out."
                ).format(least=LEAST, dash="–")
            ]  # fmt: skip
    if notes and numbered:
        notes.append(tr("The columns are the zones by their numbers in the table above."))
    if notes:
        page.note(" ".join(notes))


def _remark(zone: Region) -> str:
    """What of the zone the samples do not speak for, and where a single one does."""
    if not zone.n:
        return tr("no samples")
    strata = sorted(zone.strata, key=lambda stratum: -stratum.weight)
    without, single = ([one.name for one in strata if one.samples == count and one.weight > 0] for count in (0, 1))
    remarks = []
    if zone.unsampled_share > 0 and without:
        text = tr("{percent} % of the zone has no samples: {strata}")
        remarks.append(text.format(percent=part(zone.unsampled_share), strata=listed(without, STRATA)))
    elif zone.unsampled_share > 0:
        remarks.append(tr("{percent} % of the zone has no samples").format(percent=part(zone.unsampled_share)))
    if single:
        remarks.append(tr("single sample: {strata}").format(strata=listed(single, STRATA)))
    return "; ".join(remarks)


def add_pair(page: Page, assessment: Assessment, pair: Pair) -> None:
    """A second map on the same samples."""
    first, second, test = assessment.map_name, pair.name, pair.test
    page.section(tr("Two maps on the same samples"))
    page.paragraph(_verdict(assessment, pair))
    right, wrong = tr("right"), tr("wrong")
    titles = tr("First map"), tr("Second map")
    page.matrix(*titles, [right, wrong], [[pair.both, test.only_first], [test.only_second, pair.neither]])
    page.note(
        tr("First map: {first}; second map: {second}. Samples: those that have a class on both.").format(first=first, second=second)
    )
    over = tr("First less second")
    page.table(
        [
            Column(tr("Figure")), *(Column(title, 2) for title in titles), Column(tr("difference"), 2, over), Column(tr("from"), 2, over),
            Column(tr("to"), 2, over),
        ],
        _pair_rows(pair),
        caption=tr("Both maps on these samples, with the {confidence} % interval of the difference").format(
            confidence=confidence(assessment)
        ),
        kind=COMPACT,
    )  # fmt: skip
    page.table(
        [Column(tr("Figure")), Column(tr("Value"), 4)],
        [[tr("Chi-square, one degree of freedom"), test.statistic], [tr("p, two-sided"), p_value(test.p_value)]],
        caption=tr("McNemar's test"),
        kind=COMPACT,
    )
    notes = [
        tr("The test asks whether the samples that only one map has right fall evenly on both maps (Foody 2004); from fewer than 25, p is exact.")
    ]  # fmt: skip
    if assessment.design == SIMPLE and assessment.clusters is not None:  # of strata, a warning says so
        notes.append(
            tr(
                "The test takes every sample as independent and of equal weight, which these are not: use the interval of the difference."
            )
        )
    notes.append(tr("The interval of the difference takes into account that both maps see the same samples."))
    page.note(" ".join(notes))


def _pair_rows(pair: Pair) -> List[List[Any]]:
    """A row for each figure that both maps have: of the first, of the second, their difference and its interval."""
    titles = {
        (COUNT, "overall_accuracy", "overall_difference"): tr("Overall accuracy (%), samples as counted"),
        (COUNT, "kappa", "kappa_difference"): tr("Kappa, samples as counted"),
        (AREA, "overall_accuracy", "overall_difference"): tr("Overall accuracy (%), area-weighted"),
    }
    rows = []
    for (scope, name, difference), title in titles.items():
        second, less = pair.find(scope, f"second_{name}").value, pair.find(scope, difference)
        first = None if second is None or less.value is None else second + less.value
        factor, decimals = (1, 4) if name == "kappa" else (100, 2)
        values = (first, second, less.value, less.low, less.high)
        rows.append([title, *(shown(None if value is None else factor * value, decimals) for value in values)])
    return rows


def _verdict(assessment: Assessment, pair: Pair) -> str:
    """Whether the second map is really better."""
    less, test = pair.find(assessment.scope, "overall_difference"), pair.test
    gain = -less.value if less.value is not None else (test.only_second - test.only_first) / pair.n if pair.n else 0.0
    by_interval = less.low is not None and (assessment.design != SIMPLE or assessment.clusters is not None)
    decided = not less.low <= 0 <= less.high if by_interval else test.p_value < 1 - assessment.confidence
    if abs(gain) < 1e-12:
        sentence = tr("No: {second} is not better than {first}; both have the same overall accuracy on these samples.")
    elif decided and gain > 0:
        sentence = tr(
            "Yes, {second} is better than {first}: its overall accuracy is {points} percentage points higher, more than chance explains."
        )
    elif decided:
        sentence = tr(
            "No, {second} is worse than {first}: its overall accuracy is {points} percentage points lower, more than chance explains."
        )
    elif gain > 0:
        sentence = tr(
            "It is not shown that {second} is better than {first}: its overall accuracy is {points} percentage points higher, but chance "
            "alone may well make such a difference. That does not show that they are equal either; more samples may decide it."
        )
    else:
        sentence = tr(
            "No, {second} does not come out better than {first}: its overall accuracy is {points} percentage points lower, though chance "
            "alone may well make such a difference."
        )
    evidence = (
        tr("Decided by the {confidence} % interval of the difference.")
        if by_interval
        else tr("Decided by McNemar's test at {confidence} % confidence ({p}).")
    )
    p = p_value(test.p_value)
    values = {
        "first": assessment.map_name,
        "second": pair.name,
        "points": number(abs(100 * gain), 2),
        "p": f"p {p}" if p[0] == "<" else f"p = {p}",
    }
    return f"{sentence} {evidence}".format(confidence=confidence(assessment), **values)


def add_readers(page: Page, assessment: Assessment, readers: Readers) -> None:
    """How far two interpreters agree."""
    found = {one.metric: one for one in readers.metrics}
    agreement, kappa = (found.get(name, Metric(None, COUNT, name, None, None)) for name in ("reader_agreement", "reader_kappa"))
    n = int(readers.matrix.sum())
    page.section(tr("Two interpreters"))
    sentences = [
        tr(
            "The two interpreters agree on {percent} % of the features that both have labelled ({n}). Kappa between them is {kappa}: {words}."
        ).format(percent=told(percent(agreement.value), 2), n=number(n, 0), kappa=told(kappa.value, 4), words=words(kappa))
    ]  # fmt: skip
    if readers.missing or readers.unknown:
        sentences.append(
            tr(
                "Left out of this are features without a second label ({missing}) and features whose second label the map does not know ({unknown})."
            ).format(missing=number(readers.missing, 0), unknown=number(readers.unknown, 0))
        )  # fmt: skip
    page.paragraph(" ".join(sentences))
    interval = tr("{confidence} % interval").format(confidence=confidence(assessment))
    page.table(
        [Column(tr("Figure")), Column(tr("Value"), 2), Column(interval, 2)],
        [
            [tr("Agreement (%)"), percent(agreement.value), span((agreement.low, agreement.high), 100, 2)],
            [tr("Kappa"), shown(kappa.value, 4), span((kappa.low, kappa.high), 1, 4)],
        ],
    )
    legend = assessment.legend.only(readers.codes)
    wide = len(legend) > WIDE
    names = [f"{one.code} {one.label()}" if wide else one.label() for one in legend]
    short = [str(one.code) for one in legend] if wide else []
    page.matrix(readers.fields[0], readers.fields[1], names, readers.matrix.tolist(), 0, short)
    page.note(
        tr("Features. Rows: {first}; columns: {second}. The accuracy of the map above is by {first}.").format(
            first=readers.fields[0], second=readers.fields[1]
        )
    )
    if readers.differing:
        ids = ", ".join(str(one) for one in readers.differing[:IDS])
        values = {"count": number(len(readers.differing), 0), "ids": ids, "first": IDS}
        if len(readers.differing) > IDS:
            text = tr("Features with two different labels, to be looked at again: {count}. Ids of the first {first}: {ids}.")
        else:
            text = tr("Features with two different labels, to be looked at again: {count}. Ids: {ids}.")
        page.paragraph(text.format(**values))


def add_left_out(page: Page, assessment: Assessment) -> None:
    """The samples that are in no figure, and why."""
    page.section(tr("Samples left out"))
    excluded, values = assessment.excluded, {"features": number(assessment.features, 0), "n": number(assessment.whole.n, 0)}
    if not excluded:
        page.paragraph(tr("Nothing is left out. Features: {features}; samples: {n}.").format(**values))
        return
    page.paragraph(tr("Features: {features}; samples used: {n}. Not used are:").format(**values))
    present, meanings = {one.reason for one in excluded}, reasons()
    rows = []
    for reason, (title, meaning) in meanings.items():
        if reason in present:
            own = [one for one in excluded if one.reason == reason]
            rows.append([title, len({one.feature for one in own}), sum(one.samples for one in own), meaning])
    page.table(
        [Column(tr("Reason")), Column(tr("Features"), 0), Column(tr("Samples"), 0), Column(tr("What it means"))],
        rows,
        [tr("All left out"), len({one.feature for one in excluded}), sum(one.samples for one in excluded), ""],
    )
    labels = Counter(one.label for one in excluded if one.reason == "unknown_label").most_common()
    if labels:
        named = ", ".join(f"{label} ({number(count, 0)})" for label, count in labels[:LABELS])
        if len(labels) > LABELS:
            text = tr("Unknown labels, the most frequent {first} of {count}: {labels}.")
        else:
            text = tr("Unknown labels: {labels}.")
        page.note(text.format(labels=named, first=LABELS, count=number(len(labels), 0)))
