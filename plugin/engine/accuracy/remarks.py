"""What whoever reads an assessment should know beside the figures, in sentences."""

from __future__ import annotations

from typing import List, Sequence

import numpy as np

from ..text import listed, number, tr
from .assessment import FEW, Excluded, Region, reasons


def left_out(excluded: Sequence[Excluded], whole: Region) -> List[str]:
    """What of the samples does not count."""
    sentences = []
    unknown = [one for one in excluded if one.reason == "unknown_label"]
    if unknown:
        samples, right = sum(one.samples for one in unknown), int(np.trace(whole.matrix))
        sentences.append(
            tr(
                "{count} samples have labels that the map does not know ({labels}) and are left out. If the labels are classes that the map "
                "lacks, count the samples as errors: overall accuracy is then {overall} % instead of {now} %."
            ).format(
                count=number(samples, 0), labels=listed(sorted({one.label for one in unknown})),
                overall=number(100 * right / (whole.n + samples), 1), now=number(100 * right / whole.n, 1),
            )
        )  # fmt: skip
    counts = {
        title: sum(one.samples for one in excluded if one.reason == reason)
        for reason, (title, _) in reasons().items()
        if reason != "unknown_label"
    }
    texts = [f"{title}: {number(count, 0)}" for title, count in counts.items() if count]
    if texts:
        sentences.append(tr("Samples left out: {reasons}.").format(reasons=listed(texts, 10)))
    return sentences


def together(n: int, clusters: int) -> str:
    """Samples that belong together."""
    return tr(
        "{samples} samples fall into {clusters} groups that share a polygon or a plot. Neighbours look alike, so they are not "
        "independent: standard errors and intervals come from the groups, and kappa has no interval where the samples are stratified."
    ).format(samples=number(n, 0), clusters=number(clusters, 0))


def shared_pixels(count: int) -> str:
    """Points that lie in one pixel."""
    return tr("Points in a pixel that another point is in as well, which are no independent samples: {count}.").format(
        count=number(count, 0)
    )


def beyond_strata(area_ha: float) -> str:
    """A part of the map that lies in no stratum."""
    return tr("{area} ha of the map lie in no stratum: nothing is said of them.").format(area=number(area_ha, 2))


def thin(whole: Region, names: Sequence[str], zones: Sequence[Region]) -> List[str]:
    """Classes and zones with few samples. names: of the classes."""
    sentences = []
    rows = zip(names, whole.matrix.sum(axis=1).tolist(), whole.mapped_ha.tolist())
    few = [f"{name} ({number(count, 0)})" for name, count, area in rows if area > 0 and count < FEW]
    if few:
        sentences.append(
            tr("Fewer than {few} samples in these classes of the map, so their figures are rough: {classes}.").format(
                few=FEW, classes=listed(few, 10)
            )
        )
    only = [name for name, area in zip(names, whole.mapped_ha.tolist()) if area == 0]
    if only:
        sentences.append(
            tr("Only the reference has these classes, and all their samples count as omitted: {classes}.").format(
                classes=listed(only, 10)
            )
        )
    small = [f"{zone.name} ({number(zone.n, 0)})" for zone in zones if zone.n < FEW]
    if small:
        sentences.append(
            tr("Fewer than {few} samples in these zones, too few to judge them: {zones}.").format(few=FEW, zones=listed(small, 10))
        )
    return sentences


def zones_off(names: Sequence[str]) -> str:
    """Zones without a pixel of the map."""
    return tr("Zones in which the map has no class: {zones}.").format(zones=listed(names, 10))


def hand_drawn() -> str:
    """What polygons can tell."""
    return tr(
        "The reference is of polygons. The figures hold for the map only if the polygons were drawn at random: where they lie where a class is "
        "plain to see, or were used to train the map, it looks better than it is."
    )


def test_of_counts() -> str:
    """Why McNemar's test is not the last word on stratified samples."""
    return tr(
        "McNemar's test speaks of the samples as counted; for the whole map of a stratified sample see the difference of overall accuracies "
        "by area."
    )
