"""What is known of a trained forest, as a page for officers."""

from __future__ import annotations

import datetime
from typing import List, Optional, Sequence, Tuple

import numpy as np

from ..accuracy.agreement import kappa_words
from ..report.charts import Curve, Level, curves, level_bars
from ..report.page import COMPACT, WIDE, Column, Page
from ..text import number, tr
from ..version import VERSION
from .samples import Samples
from .separability import jeffries_matusita
from .training import Estimate, Trained

BAR = "#0072B2"  # Okabe & Ito 2008


def report(trained: Trained, name: str) -> str:
    """The HTML of a training, in the user's language. name: of the model."""
    samples, validated, bagged = trained.samples, trained.cross_validation, trained.out_of_bag
    labels = [entry.label() for entry in samples.legend]
    wide = len(labels) > WIDE
    names = [f"{entry.code} {label}" if wide else label for entry, label in zip(samples.legend, labels)]
    short = [str(entry.code) for entry in samples.legend] if wide else []
    page = Page(tr("Random forest: {name}").format(name=name), *_lead(trained, labels))
    for sentence in trained.remarks:
        page.paragraph(sentence)

    page.section(tr("Classes and samples"))
    keys = ("samples", "groups", "features", "outside", "nodata", "conflict")
    page.table(
        [
            Column(tr("Class")), Column(tr("Code")), Column(tr("Samples"), 0), Column(tr("Groups"), 0), Column(tr("Features"), 0),
            Column(tr("Outside"), 0), Column(tr("No data"), 0), Column(tr("In two classes"), 0),
        ],
        [[one.entry.label(), str(one.entry.code), *(getattr(one, key) for key in keys)] for one in samples.counts],
        [
            tr("All classes"), "", len(samples.values), len(np.unique(samples.groups)), sum(one.features for one in samples.counts),
            samples.dropped("outside"), samples.dropped("nodata"), sum(samples.conflicts.values()),
        ],
    )  # fmt: skip
    page.note(
        tr(
            "Samples: pixels that the forest learns from, each once. Groups: features, or the values of the group field. Outside: "
            "features beyond the raster. No data, In two classes: pixels dropped."
        )
    )

    if validated is not None:
        page.section(tr("Cross-validation"))
        _estimate(page, validated.estimate, names, short)
        page.note(
            tr(
                "{folds} folds. Each sample is judged by a forest that has seen no sample of its group. Fold by fold the overall accuracy "
                "is {low} to {high} %."
            ).format(
                folds=validated.folds, low=number(100 * min(validated.accuracies), 1), high=number(100 * max(validated.accuracies), 1)
            )
        )  # fmt: skip
    if bagged is not None:
        page.section(tr("Out of bag"))
        _estimate(page, bagged, names, short)
        page.note(
            tr(
                "Each sample is judged by the trees that have not drawn it. They have drawn its neighbours in the same polygon, which "
                "look alike: for polygons this is too good, and the cross-validation is what counts."
            )
        )

    page.section(tr("Which bands matter"))
    if validated is not None:
        page.figure(
            level_bars(
                [Level(one.band, 100 * one.permutation, 100 * one.permutation_std) for one in trained.importance],
                title=tr("Permutation importance in percentage points"), color=BAR, decimals=2, unit="",
            ),
            tr(
                "Permutation importance: percentage points of accuracy that are lost when the values of a band are shuffled among held-out "
                "samples; the thin line is the standard deviation. Near zero: the forest does without it, perhaps because another band "
                "tells the same."
            ),
        )  # fmt: skip
    page.figure(
        level_bars(
            [Level(one.band, 100 * one.impurity) for one in trained.importance],
            title=tr("Impurity importance in percent"), color=BAR, decimals=1, unit="%",
        ),
        tr("Impurity importance: the band's share of what all splits of the forest do to part the classes."),
    )  # fmt: skip

    page.section(tr("Spectral curves"))
    drawing, caption = _curves(samples)
    page.figure(drawing, caption)

    page.section(tr("Separability"))
    distances = jeffries_matusita(samples.values, samples.columns, len(names))
    page.table(
        [Column(tr("Class")), *(Column(one, 2) for one in short or names)],
        [[one, *(_known(value) for value in row)] for one, row in zip(names, distances)],
        kind=COMPACT if wide else "",
    )
    page.note(
        tr(
            "Jeffries-Matusita distance of normal distributions: 2 apart, above 1.9 well separable, below 1 hardly; 0 the same. {dash}: a class "
            "with no more samples than bands."
        ).format(dash="\u2013")
    )

    page.section(tr("How to read this"))
    page.definitions(
        [
            (tr("User's accuracy"), tr("Of the samples that the forest gives the class, the share that is the class.")),
            (tr("Producer's accuracy"), tr("Of the samples of the class, the share to which the forest gives it.")),
            (tr("Kappa"), tr("Agreement beyond what chance would give; 1 is full agreement.")),
        ]
    )
    page.paragraph(
        tr(
            "These figures tell how well the forest knows samples like those it was given, which were chosen where the class is plain to see. "
            "They are not the accuracy of a map: for that, check a random sample of points on the map (Olofsson and others 2014)."
        )
    )
    page.footer(_footer(trained))
    return page.html()


def _lead(trained: Trained, names: Sequence[str]) -> List[str]:
    """The question answered: how far the forest can be trusted, and where least."""
    best = trained.cross_validation.estimate if trained.cross_validation else trained.out_of_bag
    if best is None:
        return [
            tr("The forest has been trained on {count} samples, and nothing is known of its accuracy.").format(
                count=number(len(trained.samples.values), 0)
            )
        ]
    share = number(100 * best.measures.overall, 1)
    sentences = [
        tr("In cross-validation the forest gives {share} % of the samples their own class.").format(share=share)
        if trained.cross_validation
        else tr("Out of bag the forest gives {share} % of the samples their own class.").format(share=share)
    ]
    found = best.measures.producers
    if trained.cross_validation:  # a class of one group has none to learn from when it is held out, which says nothing of the class
        groups = np.array([count.groups for count in trained.samples.counts if count.samples])
        found = np.where(groups > 1, found, np.nan)
    if np.isfinite(found).any() and np.nanmin(found) < 1:
        worst = int(np.nanargmin(found))
        taken = best.matrix[:, worst].copy()
        taken[worst] = -1
        sentences.append(
            tr("It knows {name} least: {share} % of its samples; the largest part of the others is taken for {other}.").format(
                name=names[worst], share=number(100 * found[worst], 1), other=names[int(taken.argmax())]
            )
        )
    return sentences


def _estimate(page: Page, estimate: Estimate, names: Sequence[str], short: Sequence[str]) -> None:
    measures = estimate.measures
    page.matrix(tr("Predicted"), tr("Reference"), names, estimate.matrix.tolist(), 0, short, caption=tr("Error matrix"))
    page.note(tr("Samples. Rows: what the forest says; columns: what the sample is."))
    page.table(
        [
            Column(tr("Class")), Column(tr("User's accuracy (%)"), 1), Column(tr("Producer's accuracy (%)"), 1), Column(tr("F1 (%)"), 1),
            Column(tr("IoU (%)"), 1),
        ],
        [
            [one, *(_known(100 * values[place]) for values in (measures.users, measures.producers, measures.f1, measures.iou))]
            for place, one in enumerate(names)
        ],
        caption=tr("Accuracy of each class"),
    )  # fmt: skip
    kappa = _known(measures.kappa)
    page.paragraph(
        tr("Overall accuracy {overall} % of {count} samples. Kappa {kappa} ({words}).").format(
            overall=number(100 * measures.overall, 1), count=number(measures.n, 0),
            kappa="\u2013" if kappa is None else number(kappa, 3), words=kappa_words(measures.kappa),
        )
    )  # fmt: skip


def _known(value: float) -> Optional[float]:
    return float(value) if np.isfinite(value) else None


def _curves(samples: Samples) -> Tuple[str, str]:
    """(the drawing, its caption): mean and standard deviation of each class in each band."""
    scale, offset = (np.array(part, np.float64) for part in zip(*samples.scaling))
    waves = [band.wavelength_nm for band in samples.bands]
    by_wave = all(waves) and len(set(waves)) > 1
    places = np.array(waves if by_wave else range(len(waves)), np.float64)
    order = np.argsort(places, kind="stable")
    lines = []
    for column, entry in enumerate(samples.legend):
        own = samples.values[samples.columns == column].astype(np.float64) * scale + offset
        lines.append(Curve(entry.label(), entry.color, own.mean(axis=0)[order].tolist(), own.std(axis=0)[order].tolist()))
    labels = [samples.bands[place].name or str(place + 1) for place in order]
    drawing = curves(places[order].tolist(), labels, lines, title=tr("Spectral curves of the classes"))
    axis = tr("by wavelength") if by_wave else tr("in the order of the raster")
    return drawing, tr("Mean of each class in each band, {axis}; the pale band is one standard deviation to both sides.").format(
        axis=axis
    )


def _footer(trained: Trained) -> List[Tuple[str, str]]:
    settings, samples = trained.settings, trained.samples
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    drawn = tr("with replacement") if settings.replacement else tr("without replacement")
    return [
        (tr("Raster"), samples.raster),
        (tr("Samples"), samples.layer),
        (tr("Trees"), number(settings.trees, 0)),
        (tr("Bands a split"), tr("{count} of {bands}").format(count=settings.features_per_split, bands=len(samples.bands))),
        (tr("Samples a tree"), f"{number(100 * settings.sample_share, 1)} %, {drawn}"),
        (tr("Smallest leaf"), number(settings.min_leaf, 0)),
        (tr("Greatest depth"), tr("no limit") if settings.max_depth is None else number(settings.max_depth, 0)),
        (tr("Classes balanced"), tr("yes") if settings.balance else tr("no")),
        (tr("Seed"), str(settings.seed)),
        (tr("SHA-256 of the training"), trained.sha256),
        (tr("Made by"), f"Pantau {VERSION}, pantau:trainforest, {now}"),
    ]
