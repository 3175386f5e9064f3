"""What the assessment of a map says, as a page for officers."""

from __future__ import annotations

import datetime
from textwrap import shorten
from typing import Any, List, Optional, Sequence, Tuple

import numpy as np

from ..report.charts import Compared, compared_bars
from ..report.page import COMPACT, CROWDED, MARK, WIDE, Column, Figure, Line, Page
from ..text import listed, number, tr
from .assessment import AREA, BY_CLASS, BY_STRATUM, COUNT, MOST_UNSAMPLED, SIMPLE, Assessment, Metric, Region
from .report_parts import add_left_out, add_pair, add_readers, add_zones
from .report_text import (
    class_names,
    close,
    confidence,
    mark,
    part,
    percent,
    plain,
    quoted,
    short_names,
    shown,
    span,
    steps,
    told,
    words,
)  # fmt: skip

MANY, NAME = 12, 22  # classes, above which a matrix has fewer decimals; characters of a short name
WARNINGS, STRATA = 3, 10  # sentences on single strata, above which one is for all; strata that it names
LEAST, LEAST_OF_CLASS = 5, 2  # samples, in all and for each class, from which on single classes have figures
HECTARES, ROUND = 1e7, 1e3  # of a map, from which on areas have no decimals: in tables, in the chart
MAPPED, ADJUSTED = "#BDBDBD", "#0072B2"  # Okabe & Ito (2008)
# Where the figures come from; as cited, in any language.
SOURCES = (
    "Cohen 1960, Educational and Psychological Measurement 20, 37-46. Congalton 1991, Remote Sensing of Environment 37, 35-46. Fleiss, "
    "Cohen & Everitt 1969, Psychological Bulletin 72, 323-327. Foody 2004, Photogrammetric Engineering & Remote Sensing 70, 627-633. "
    "Gorodkin 2004, Computational Biology and Chemistry 28, 367-374. Inderapermana et al. 2023 (Cirebon). Landis & Koch 1977, Biometrics 33, 159-174.",
    "Olofsson, Foody, Herold, Stehman, Woodcock & Wulder 2014, Remote Sensing of Environment 148, 42-57. Pontius & Millones 2011, International "
    "Journal of Remote Sensing 32, 4407-4429. Stehman 2014, International Journal of Remote Sensing 35, 4923-4939. Wilson 1927, Journal of the "
    "American Statistical Association 22, 209-212. Zou, Huang & Zhang 2009, Computational Statistics & Data Analysis 53, 1080-1085.",
)


def report(assessment: Assessment) -> str:
    """The HTML of an assessment, in the user's language."""
    page = Page(tr("Accuracy of {name}").format(name=assessment.map_name), *_lead(assessment))
    for sentence in dict.fromkeys([*assessment.warnings, *_warnings_of_strata(assessment.whole)]):
        page.paragraph(sentence)
    by_class = _tells_of_classes(assessment)
    _headline(page, assessment)
    _counts(page, assessment, by_class)
    if by_class:
        _classes(page, assessment)
        _shares(page, assessment)
        _areas(page, assessment)
        if assessment.design == BY_STRATUM:  # of strata that are classes, the matrix has the samples and the areas the rest
            _strata(page, assessment)
    if assessment.zones:
        add_zones(page, assessment)
    if assessment.pair is not None:
        add_pair(page, assessment, assessment.pair)
    if assessment.readers is not None:
        add_readers(page, assessment, assessment.readers)
    add_left_out(page, assessment)
    page.section(tr("How to read this"))
    page.definitions(_definitions(assessment, by_class))
    _annex(page, assessment, by_class)
    page.section(tr("Sources"))
    for source in SOURCES:
        page.note(source)
    page.footer(_footer(assessment))
    return page.html()


def _tells_of_classes(assessment: Assessment) -> bool:
    """Whether there is anything to say of single classes: more than one, and samples enough."""
    classes = len(assessment.legend)
    return classes > 1 and assessment.whole.n >= max(LEAST, LEAST_OF_CLASS * classes)


def _warnings_of_strata(whole: Region) -> Sequence[str]:
    """The warnings of the whole map; where every other stratum has one, a sentence for all."""
    if len(whole.warnings) <= WARNINGS:
        return whole.warnings
    empty, single = ([one for one in whole.strata if one.samples == count and one.weight > 0] for count in (0, 1))
    sentences = []
    if empty:
        text = tr("Strata without samples, of which nothing is known: {percent} % of the area ({strata}).")
        share = part(min(1.0, sum(one.weight for one in empty)))
        sentences.append(text.format(percent=share, strata=listed((one.name for one in empty), STRATA)))
    if single:
        text = tr(
            "Strata with a single sample ({strata}): that gives no standard error; add samples there, or merge them with others."
        )
        sentences.append(text.format(strata=listed((one.name for one in single), STRATA)))
    return sentences


def _lead(assessment: Assessment) -> List[str]:
    overall, kappa, unsampled = assessment.overall, assessment.kappa, assessment.whole.unsampled_share
    if overall.value is None:
        return [tr("Nothing is known of the accuracy: no sample has a class both on the map and in the reference.")]
    low, high = overall.limits
    if low is None:
        sentence = tr("Overall accuracy is {overall} % (samples: {n}); no interval can be given.")
        of_part = tr(
            "Overall accuracy is {overall} % (samples: {n}) of the {share} % of the map that was sampled; no interval can be given."
        )
    else:
        sentence = tr("Overall accuracy is {overall} % ({confidence} % confidence interval {low} to {high} %; samples: {n}).")
        of_part = tr(
            "Overall accuracy is {overall} % ({confidence} % confidence interval {low} to {high} %; samples: {n}) of the {share} % of the map "
            "that was sampled."
        )
    lines = [
        (of_part if unsampled > 0 else sentence).format(
            overall=close(overall.value, assessment.accept_overall, 2, 100), confidence=confidence(assessment),
            low=told(percent(low), 2), high=told(percent(high), 2), n=number(assessment.whole.n, 0), share=part(1 - unsampled),
        )
    ]  # fmt: skip
    if kappa.value is not None:
        lines[0] += " " + tr("Kappa is {kappa}: {words} (Landis and Koch 1977), {steps} on the scale of three steps.").format(
            kappa=close(kappa.value, assessment.accept_kappa, 4), words=words(kappa), steps=steps(kappa)
        )  # fmt: skip
    return [*lines, " ".join(_acceptance(assessment))]


def _acceptance(assessment: Assessment) -> List[str]:
    """Whether the map reaches what was asked for, and how surely."""
    overall, kappa, unsampled = assessment.overall, assessment.kappa, assessment.whole.unsampled_share
    if unsampled > MOST_UNSAMPLED:
        text = tr(
            "Nothing can be said for the whole map, nor whether it reaches what was asked for: {percent} % of it was never sampled."
        )
        return [text.format(percent=part(unsampled))]
    least, least_kappa = assessment.accept_overall, assessment.accept_kappa
    if assessment.accepted:
        sentence = tr("The map reaches what was asked for: overall accuracy of at least {overall} % and kappa of at least {kappa}.")
    elif kappa.value is None:
        sentence = tr(
            "Whether the map reaches overall accuracy of {overall} % and kappa of {kappa} cannot be said: kappa is not defined."
        )
    elif overall.value is not None and overall.value >= least:
        sentence = tr(
            "The map reaches the overall accuracy asked for ({overall} %), but does not reach the kappa asked for ({kappa})."
        )
    elif kappa.value >= least_kappa:
        sentence = tr(
            "The map reaches the kappa asked for ({kappa}), but does not reach the overall accuracy asked for ({overall} %)."
        )
    else:
        sentence = tr("The map does not reach what was asked for, neither overall accuracy of {overall} % nor kappa of {kappa}.")
    values = {"overall": plain(100 * least), "kappa": plain(least_kappa)}
    sentences = [sentence]
    (low, high), (kappa_low, kappa_high) = overall.limits, kappa.limits
    unsure = low is not None and low < least <= high
    unsure_kappa = kappa_low is not None and kappa_low < least_kappa <= kappa_high
    if unsure and unsure_kappa:
        sentences.append(tr("Both thresholds lie within their intervals, so other samples might have decided otherwise."))
    elif unsure:
        sentences.append(
            tr("{overall} % lies within the interval of overall accuracy, so other samples might have decided otherwise.")
        )
    elif unsure_kappa:
        sentences.append(tr("{kappa} lies within the interval of kappa, so other samples might have decided otherwise."))
    return [one.format(**values) for one in sentences]


def _headline(page: Page, assessment: Assessment) -> None:
    whole, partly = assessment.whole, assessment.whole.unsampled_share > 0
    titles = {COUNT: tr("Samples as counted"), AREA: tr("Area-weighted")}
    titles[assessment.scope] = tr("Samples as counted (headline)") if assessment.scope == COUNT else tr("Area-weighted (headline)")
    found = {name: [whole.find(scope, name) for scope in (COUNT, AREA)] for name in (
        "overall_accuracy", "kappa", "mcc", "quantity_disagreement", "allocation_disagreement",
    )}  # fmt: skip
    overall, kappa = found["overall_accuracy"], found["kappa"]
    interval = tr("Its {confidence} % interval").format(confidence=confidence(assessment))
    right = tr("The share of the sampled part of the map that is right.") if partly else tr("The share of the map that is right.")
    rows = [
        [tr("Overall accuracy (%)"), *_values(overall, 100, 2), right],
        [interval, *_intervals(overall, 100, 2), tr("The true value lies in it, with this confidence.")],
        [tr("Kappa"), *_values(kappa, 1, 4), tr("Agreement beyond chance: 0 none, 1 full.")],
        [interval, *_intervals(kappa, 1, 4), tr("Of a simple random sample only.")],
        [tr("Kappa in words"), *map(words, kappa), tr("Landis and Koch 1977, six bands.")],
        [tr("Kappa in three steps"), *map(steps, kappa), tr("As in the Cirebon study: below 0.4, up to 0.8, above.")],
        [tr("MCC"), *_values(found["mcc"], 1, 4), tr("Correlation of map and reference: 0 none, 1 full.")],
        [
            tr("Quantity disagreement (%)"), *_values(found["quantity_disagreement"], 100, 2),
            tr("Error because the map has too much of some classes and too little of others."),
        ],
        [
            tr("Allocation disagreement (%)"), *_values(found["allocation_disagreement"], 100, 2),
            tr("Error because classes lie in the wrong place."),
        ],
    ]  # fmt: skip
    rows = [row for row in rows if any(cell is not None and cell != told(None, 0) for cell in row[1:3])]
    page.section(tr("The figures of the sampled part of the map") if partly else tr("The figures of the whole map"))
    page.table([Column(tr("Figure")), Column(titles[COUNT], 2), Column(titles[AREA], 2), Column(tr("What it says"))], rows)
    quote = tr("The area-weighted figures are the ones to quote.")
    if assessment.scope == COUNT:
        quote = tr("The figures of the samples as counted are the ones to quote.")
    page.paragraph(f"{quote} {assessment.reason}".strip())
    notes = [
        tr(
            "Samples as counted: every sample counts the same. Area-weighted: every sample counts as much as the land it stands for."
        ),
    ]
    if assessment.scope == AREA:
        notes.append(
            tr("The samples as counted tell of these samples and of how they were spread over the strata, not of the map.")
        )
    elif assessment.design == SIMPLE and len(whole.strata) > 1:
        notes.append(
            tr(
                "The samples were drawn from the whole map at once. The area-weighted figures sort them by the class of the map afterwards, and "
                "each sample then stands for the area of its class, divided by the samples in it."
            )
        )
    if any(map(mark, overall)):
        notes.append(tr("*: the score interval, since the usual one cannot be trusted here."))
    if assessment.kappa.value is not None and assessment.kappa.low is None:
        notes.append(
            tr("The headline kappa has no interval: its variance is known only for simple random samples of single points.")
        )
    page.note(" ".join(notes))


def _counts(page: Page, assessment: Assessment, by_class: bool) -> None:
    """by_class: whether all classes are shown; else those that have samples."""
    whole, names, codes = assessment.whole, class_names(assessment), [str(entry.code) for entry in assessment.legend]
    met = whole.matrix.sum(axis=0) + whole.matrix.sum(axis=1) > 0
    kept = [place for place in range(len(names)) if by_class or met[place]]
    if not kept:
        return
    short = [codes[place] for place in kept] if len(kept) > WIDE else []
    decimals = 2 if not short else 1 if len(kept) <= MANY else 0
    names = [shorten(names[place], NAME, placeholder="…") if len(kept) > CROWDED else names[place] for place in kept]
    users, producers = (_by_class(assessment, COUNT, f"{one}_accuracy", 100) for one in ("users", "producers"))
    page.section(tr("Error matrix"))
    page.matrix(
        tr("Map"), tr("Reference"), names, whole.matrix[np.ix_(kept, kept)].tolist(), 0, short,
        beside=Line(tr("UA (%)"), [users[place] for place in kept], decimals),
        below=[
            Line(tr("PA (%)"), [producers[place] for place in kept], decimals),
            Line(tr("Overall accuracy (%)"), [percent(whole.find(COUNT, "overall_accuracy").value)], 2),
            Line(tr("Kappa"), [whole.find(COUNT, "kappa").value], 4),
        ],
        caption=tr("Error matrix: samples as counted; rows = map class, columns = reference class"),
    )  # fmt: skip
    notes = [
        tr("Rows: what the map says; columns: what the reference says. Shaded: both agree."),
        tr(
            "UA: user's accuracy, of a row; PA: producer's accuracy, of a column. Some software prints the matrix the other way round."
        ),
    ]
    if short:
        notes.append(tr("The columns are named by the codes of the classes."))
    if not by_class:
        notes.append(tr("The samples are too few to speak of single classes; what there is stands in the table of figures."))
    page.note(" ".join(notes))


def _classes(page: Page, assessment: Assessment) -> None:
    whole, scope = assessment.whole, assessment.scope
    page.section(tr("Accuracy of each class"))
    columns = [Column(tr("SE"), 4), Column(tr("PA (%)"), 2), Column(tr("UA (%)"), 2), Column(tr("Kappa"), 4)]
    page.table(
        [Column(tr("Class")), *columns],
        [
            [
                name, whole.find(AREA, "area_proportion", entry.code).se,
                *(percent(whole.find(scope, one, entry.code).value) for one in ("producers_accuracy", "users_accuracy")),
                whole.find(scope, "kappa_class", entry.code).value,
            ]
            for name, entry in zip(class_names(assessment), assessment.legend)
        ],
        below=[
            Line(tr("Overall accuracy (%)"), [percent(assessment.overall.value)], 2),
            Line(tr("Kappa hat"), [assessment.kappa.value], 4),
        ],
        caption=tr("Accuracy of each class, samples as counted") if scope == COUNT else tr("Accuracy of each class, area-weighted"),
        kind=COMPACT if short_names(assessment) else "",
    )  # fmt: skip
    page.note(
        tr(
            "SE: standard error of the class's share of the map, from 0 to 1. PA, UA: producer's and user's accuracy. Kappa: of the class "
            "as mapped (user's conditional kappa). The table has the form in which SCP prints them."
        )
    )
    marked = False
    for scope in sorted((COUNT, AREA), key=lambda one: one != assessment.scope):
        marked |= _accuracies(page, assessment, scope)
    notes = [
        tr(
            "From, to: the {confidence} % interval. As counted it is Wilson's, where the design allows one, and with groups for as many single "
            "samples as tell the same; area-weighted it is the estimate and as much to both sides, within what is possible."
        ).format(confidence=confidence(assessment))
    ]
    if marked:
        notes.append(tr("*: the score interval, since the usual one cannot be trusted here."))
    page.note(" ".join([*notes, tr("{dash}: not known, or nothing to divide by.").format(dash="–")]))


def _accuracies(page: Page, assessment: Assessment, scope: str) -> bool:
    """A table of the accuracies of all classes that have any, with the intervals to quote. Whether one has the mark."""
    whole = assessment.whole
    users, producers = tr("User's accuracy"), tr("Producer's accuracy")
    columns = [Column(tr("Class"))]
    for over in (users, producers):
        columns += [Column(tr("value"), 2, over), Column(tr("from"), 2, over), Column(tr("to"), 2, over), Column(MARK, None, over)]
    columns += [Column(title, 2) for title in (tr("Commission"), tr("Omission"), tr("F1"), tr("IoU"))]
    rows: List[List[Any]] = []
    for name, entry in zip(class_names(assessment), assessment.legend):
        row: List[Any] = [name]
        for one in ("users_accuracy", "producers_accuracy"):
            metric = whole.find(scope, one, entry.code)
            row += [*quoted(metric), mark(metric)]
        row += [percent(whole.find(scope, one, entry.code).value) for one in ("commission", "omission", "f1", "iou")]
        if row[1] is not None or row[5] is not None:
            rows.append(row)
    kept = [place for place, column in enumerate(columns) if column.title != MARK or any(row[place] for row in rows)]
    caption = tr("All accuracies, samples as counted (%)") if scope == COUNT else tr("All accuracies, area-weighted (%)")
    page.table([columns[place] for place in kept], [[row[place] for place in kept] for row in rows], caption=caption, kind=COMPACT)
    return any(columns[place].title == MARK for place in kept)


def _shares(page: Page, assessment: Assessment) -> None:
    whole, names, short = assessment.whole, class_names(assessment), short_names(assessment)
    page.section(tr("Area-weighted error matrix"))
    if len(names) <= CROWDED:
        page.matrix(
            tr("Map"), tr("Reference"), names, (100 * np.asarray(whole.proportions, float)).tolist(),
            2 if len(names) <= MANY else 1, short,
            caption=tr("Estimated share of the map (%); rows = map class, columns = reference class"),
        )  # fmt: skip
        page.note(
            tr(
                "Each cell is the share of the map that has the class of the row on the map and the class of the column in truth. 0: no sample."
            )
        )
    else:
        page.note(
            tr("The map has {count} classes: the shares of all their pairs are in the table of the matrix only.").format(
                count=number(len(names), 0)
            )
        )


def _areas(page: Page, assessment: Assessment) -> None:
    whole, names = assessment.whole, class_names(assessment)
    page.section(tr("Adjusted areas"))
    decimals = 0 if whole.total_ha >= HECTARES else 2
    adjusted = [whole.find(AREA, "area_ha", entry.code) for entry in assessment.legend]
    shares = _by_class(assessment, AREA, "area_proportion", 100)
    columns = [
        Column(tr("Class")), Column(tr("Mapped (ha)"), decimals), Column(tr("Adjusted (ha)"), decimals), Column("± (ha)", decimals),
        Column(tr("From (ha)"), decimals), Column(tr("To (ha)"), decimals), Column(MARK), Column(tr("% of the map"), 2),
    ]  # fmt: skip
    rows: List[List[Any]] = []
    for name, mapped, one, share in zip(names, whole.mapped_ha.tolist(), adjusted, shares):
        rows.append([name, mapped, one.value, _margin(one), *one.limits, mark(one), share])
    unsampled = [one for one in whole.strata if not one.samples and one.weight > 0]
    if unsampled:
        area, weight = sum(one.area_ha for one in unsampled), sum(one.weight for one in unsampled)
        rows.append([tr("Not known: strata without samples"), "", area, None, None, None, "", 100 * weight])
    total = [tr("All classes"), whole.total_ha, _sum([row[2] for row in rows]), "", "", "", "", _sum([row[7] for row in rows])]
    marked, margins = any(row[6] for row in rows), any(row[3] is not None for row in rows)
    kept = [place for place in range(len(columns)) if {3: margins, 6: marked}.get(place, True)]
    page.table(
        [columns[place] for place in kept], [[row[place] for place in kept] for row in rows], [total[place] for place in kept],
        caption=tr("Areas adjusted for the errors of the map, with their {confidence} % interval").format(
            confidence=confidence(assessment)
        ),
        kind=COMPACT,
    )  # fmt: skip
    starred = [tr("*: the score interval, since the usual one cannot be trusted here.")] if marked else []
    note = tr(
        "Mapped: counted on the map, errors included. Adjusted: estimated from the samples, by the columns of the matrix above; this is "
        "the area to report, with its interval. Hectares on the ellipsoid."
    )
    page.note(" ".join([note, *starred]))
    line = tr(
        "The thin line is the interval of the adjusted area. Where the grey bar ends outside it, the mapped area is off by more than "
        "chance explains."
    )
    if whole.unsampled_share > 0:
        line = tr(
            "The thin line is the interval of the adjusted area. Land that was never sampled is in no adjusted area, which may make it smaller "
            "than the mapped area for that reason alone."
        )
    drawing = compared_bars(
        [Compared(name, ha, one.value, *one.limits, mark(one)) for name, ha, one in zip(names, whole.mapped_ha.tolist(), adjusted)],
        (tr("mapped"), tr("adjusted")), title=tr("Mapped and adjusted area of each class, in hectares"),
        colors=(MAPPED, ADJUSTED), decimals=0 if whole.total_ha >= ROUND else 2, unit="ha",
    )  # fmt: skip
    page.figure(drawing, " ".join([line, *starred]))


def _margin(metric: Metric) -> Optional[float]:
    """Half the width of the usual interval; None where another is to be quoted."""
    if metric.doubtful or metric.value is None or metric.low is None or metric.high is None:
        return None
    return max(metric.high - metric.value, metric.value - metric.low)  # the other side may be cut at what is possible


def _annex(page: Page, assessment: Assessment, by_class: bool) -> None:
    """The usual intervals of the figures that are quoted with another, for those who have to print them. by_class: whether of classes too."""
    whole, overall = assessment.whole, assessment.whole.find(AREA, "overall_accuracy")
    titles = {
        "users_accuracy": (tr("User's accuracy (%)"), 100.0, 2),
        "producers_accuracy": (tr("Producer's accuracy (%)"), 100.0, 2),
        "area_ha": (tr("Adjusted area (ha)"), 1.0, 0 if whole.total_ha >= HECTARES else 2),
    }
    columns = [Column(tr("Class"))]
    for title, _, decimals in titles.values():
        columns += [Column(tr("from"), decimals, title), Column(tr("to"), decimals, title)]
    rows: List[List[Any]] = []
    for name, entry in zip(class_names(assessment), assessment.legend):
        row: List[Any] = []
        for metric, (_, factor, _) in titles.items():
            one = whole.find(AREA, metric, entry.code)
            limits = [None if end is None else factor * end for end in (one.low, one.high)]
            row += limits if mark(one) else ["", ""]
        if by_class and any(cell != "" for cell in row):
            rows.append([name, *row])
    of_whole = span((overall.low, overall.high), 100, 2) if mark(overall) else None
    if not rows and of_whole is None:
        return
    page.section(tr("Annex: the usual interval of the figures marked *"))
    notes = [
        tr(
            "For rare classes, and for accuracies near 100 %, few samples carry the estimate, and the usual interval, the same to both sides, "
            "is too short or runs beyond what is possible. The score interval is the one to quote for these."
        ),
        tr("Where a rule asks for the estimate and as much to both sides, it is here, within what is possible."),
    ]
    if of_whole is not None:
        notes.append(tr("Of overall accuracy, area-weighted: {interval} %.").format(interval=of_whole))
    page.note(" ".join(notes))
    if rows:
        page.table(columns, rows, kind=COMPACT)


def _strata(page: Page, assessment: Assessment) -> None:
    page.section(tr("Strata"))
    columns = [
        Column(assessment.strata_name or tr("Stratum")), Column(tr("% of the map"), 2), Column(tr("Area (ha)"), 2), Column(tr("Samples"), 0),
    ]  # fmt: skip
    rows = [[one.name, 100 * one.weight, one.area_ha, one.samples] for one in assessment.whole.strata]
    page.table(columns, rows, [tr("All strata"), *(sum(row[place] for row in rows) for place in (1, 2, 3))], kind=COMPACT)
    page.note(
        tr(
            "The strata that the samples were drawn from. Each sample stands for the area of its stratum, divided by the samples in it."
        )
    )


def _definitions(assessment: Assessment, by_class: bool) -> List[Tuple[str, str]]:
    """What the table of the whole map does not say of its terms. by_class: those of classes too."""
    of_classes = [
        (
            tr("User's accuracy (UA)"),
            tr("Of what the map calls the class, the share that is the class. What is missing to 100 % is commission: land wrongly included."),
        ),
        (
            tr("Producer's accuracy (PA)"),
            tr("Of what is the class in truth, the share that the map finds. What is missing to 100 % is omission: land left out."),
        ),
        (tr("F1"), tr("User's and producer's accuracy in one figure: their harmonic mean.")),
        (tr("IoU"), tr("Intersection over union: what both map and reference call the class, of what either does. Stricter than F1.")),
        (
            tr("Adjusted area"),
            tr("What was wrongly included is taken off the mapped area and what was left out is added, as far as the samples show both."),
        ),
    ]  # fmt: skip
    return [
        *(of_classes if by_class else []),
        (
            tr("Kappa, kappa hat"),
            tr(
                "Agreement beyond what chance would give; hat: estimated from a sample. Bands of Landis and Koch: below 0 poor, up to 0.2 slight, "
                "0.4 fair, 0.6 moderate, 0.8 substantial, above almost perfect. In three steps: below 0.4 poor, up to 0.8 moderate, above "
                "trustworthy. Kappa adds little to overall accuracy and depends on how common the classes are; quote it where a rule asks for it."
            ),
        ),
        (
            tr("Interval"),
            tr(
                "Drawn again and again in the same way, {confidence} of 100 such samples give an interval that holds the true value. It speaks of "
                "chance in drawing the samples, not of wrong reference labels."
            ).format(confidence=confidence(assessment)),
        ),
        (
            tr("Variance of kappa"),
            tr(
                "By Fleiss, Cohen and Everitt, for a simple random sample of independent points; from the groups where samples share polygons or "
                "plots. For strata it would be wrong, so none is given."
            ),
        ),
    ]  # fmt: skip


def _footer(assessment: Assessment) -> List[Tuple[str, str]]:
    made, pair, readers = assessment.provenance, assessment.pair, assessment.readers
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    told = [str(assessment.source[key]) for key in ("input", "acquired", "model") if assessment.source.get(key)]
    designs = {
        SIMPLE: tr("simple random sample"),
        BY_CLASS: tr("stratified by map class"),
        BY_STRATUM: tr("stratified by {strata}").format(strata=assessment.strata_name or tr("another map")),
    }
    entries = [
        (tr("Map"), f"{assessment.map_name} ({'; '.join(told)})" if told else assessment.map_name),
        *([(tr("Second map"), pair.name)] if pair is not None else []),
        (tr("Samples"), assessment.points_name),
        (tr("Reference field"), assessment.field),
        *([(tr("Field of the second interpreter"), readers.fields[1])] if readers is not None else []),
        (tr("Design"), designs.get(assessment.design, assessment.design)),
        (tr("Confidence level"), f"{confidence(assessment)} %"),
        (tr("Area of interest"), tr("yes, polygons") if made.get("aoi") else tr("no, the whole map")),
        (tr("Zones"), (assessment.zones_name or tr("yes, polygons")) if assessment.zones else tr("none, the whole map")),
        (tr("Groups of samples"), tr("none") if assessment.clusters is None else number(assessment.clusters, 0)),
    ]
    if assessment.grid is not None:
        entries.append((tr("Pixel size"), f"{number(assessment.grid.pixel_size_m(), 2)} m"))
    by = " ".join(str(made[key]) for key in ("version", "algorithm") if made.get(key)).replace(" ", ", ")
    return [*entries, (tr("Made by"), f"Pantau {by}, {now}" if by else f"Pantau, {now}")]


def _by_class(assessment: Assessment, scope: str, metric: str, factor: float) -> List[Optional[float]]:
    found = (assessment.whole.find(scope, metric, entry.code).value for entry in assessment.legend)
    return [None if value is None else factor * value for value in found]


def _sum(values: Sequence[Optional[float]]) -> Optional[float]:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _values(metrics: Sequence[Metric], factor: float, decimals: int) -> List[Optional[Figure]]:
    return [shown(None if one.value is None else factor * one.value, decimals) for one in metrics]


def _intervals(metrics: Sequence[Metric], factor: float, decimals: int) -> List[Optional[str]]:
    """The intervals to quote, with their marks; None where there is none."""
    texts = [span(one.limits, factor, decimals) for one in metrics]
    return [f"{text} {mark(one)}".strip() if text else None for one, text in zip(metrics, texts)]
