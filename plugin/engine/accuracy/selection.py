"""Which samples count, which are left out and why, and which belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Tuple

import numpy as np

from ..errors import PantauError
from ..places import STEPS
from ..raster.codes import NO_CLASS
from ..raster.legend import Legend
from ..text import tr
from .assessment import Excluded
from .labels import EMPTY, UNKNOWN
from .samples import Reading, ReferenceShapes

REASONS = ("", "duplicate", "conflict", "unknown_label", "no_stratum", "nodata", "outside_aoi")  # a hit's; the last one counts


@dataclass(frozen=True)
class Selection:
    """The n samples that count.

    hits: (n,) their places in the `Reading`. features: (n,) int64. mapped, reference, stratum, second: (n,) int64 codes; second
    `NO_CLASS` where the second map has no data. groups: (n,) int64 from 0, which samples belong together; None where each stands for
    itself. excluded: what was left out. shared: samples in a pixel with another. labels: (features,) codes, EMPTY or UNKNOWN.
    """

    hits: np.ndarray
    features: np.ndarray
    mapped: np.ndarray
    reference: np.ndarray
    stratum: np.ndarray
    second: np.ndarray
    groups: Optional[np.ndarray]
    excluded: List[Excluded]
    shared: int
    labels: np.ndarray

    @property
    def clusters(self) -> Optional[int]:
        """How many groups there are; None where each sample stands for itself."""
        return None if self.groups is None else int(self.groups.max()) + 1


def select(reading: Reading, shapes: ReferenceShapes, labels: np.ndarray, legend: Legend, map_name: str) -> Selection:
    """Sort the hits of a reading out. labels: (features,) of `label_codes`. legend: of the map.

    A code that neither the legend nor the map has is unknown; without a legend every code is a class.
    Raises PantauError where nothing is left.
    """
    if len(legend):
        known = {*reading.sizes.classes(), *(entry.code for entry in legend)}
        labels = np.where((labels != EMPTY) & ~np.isin(labels, sorted(known)), UNKNOWN, labels)
    label = labels[reading.places.features]
    reason = np.zeros(len(label), np.int8)  # place in REASONS
    for place, where in enumerate((label == UNKNOWN, reading.stratum == NO_CLASS, reading.mapped == NO_CLASS, ~reading.inside), 3):
        reason[where] = place
    shared = _mark_repeated(reading, label, reason)
    excluded = _excluded(reading, shapes, labels, reason)
    hits = np.flatnonzero(reason == 0)
    if not len(hits):
        raise PantauError(_nothing_left(excluded, shapes, map_name))
    columns = reading.places.features, reading.mapped, label, reading.stratum, reading.second
    if len(hits) < len(label):
        columns = tuple(column[hits] for column in columns)
    return Selection(hits, *columns, _groups(columns[0], shapes.clusters), excluded, shared, labels)


def _mark_repeated(reading: Reading, label: np.ndarray, reason: np.ndarray) -> int:
    """Of several samples at one place, with one label, leave the first; with several labels, none. How many of those left share a pixel."""
    left = np.flatnonzero(reading.crowded & (reason == 0))  # of a million points nearly all are alone in their pixels
    # One place is the same spot in a pixel for points, the whole pixel where a polygon covers it.
    places, width = reading.places, reading.grid.width
    pixels, spots = places.rows[left].astype(np.int64) * width + places.cols[left], places.spots[left].astype(np.int64)
    areal = np.unique(pixels[spots < 0])
    if len(areal):
        spots = np.where(np.isin(pixels, areal), -1, spots)
    keys = pixels * (STEPS**2 + 1) + spots + 1  # 63 bits hold it up to 8e12 pixels
    ascending = np.sort(keys)
    first = np.append(True, np.diff(ascending) != 0)[: len(ascending)]
    if first.all():
        return len(ascending) - _different(ascending // (STEPS**2 + 1))
    order = np.lexsort((places.features[left], keys))
    labels, starts = label[left][order], np.flatnonzero(first)
    differ = np.minimum.reduceat(labels, starts) != np.maximum.reduceat(labels, starts)
    reason[left[order[~first]]] = REASONS.index("duplicate")
    reason[left[order[differ[np.cumsum(first) - 1]]]] = REASONS.index("conflict")
    pixels = np.sort(pixels[reason[left] == 0])
    return len(pixels) - _different(pixels)


def _different(ascending: np.ndarray) -> int:
    """How many different values there are."""
    return int(np.count_nonzero(np.diff(ascending))) + bool(len(ascending))


def _excluded(reading: Reading, shapes: ReferenceShapes, labels: np.ndarray, reason: np.ndarray) -> List[Excluded]:
    found: Dict[Tuple[int, str], int] = {}
    for hit in np.flatnonzero(reason).tolist():
        key = int(reading.places.features[hit]), REASONS[reason[hit]]
        found[key] = found.get(key, 0) + 1
    places = reading.places
    for name, where in (
        ("empty_label", labels == EMPTY), ("no_geometry", (labels != EMPTY) & ~places.shaped), ("outside", places.outside | (places.strays > 0))
    ):  # fmt: skip
        found.update(((feature, name), max(1, int(places.strays[feature]))) for feature in np.flatnonzero(where).tolist())
    texts = ["" if label is None else str(label) for label in shapes.labels] if found else []
    return [Excluded(int(shapes.ids[feature]), name, texts[feature], samples) for (feature, name), samples in sorted(found.items())]


def _nothing_left(excluded: List[Excluded], shapes: ReferenceShapes, map_name: str) -> str:
    amounts: Dict[str, int] = {}
    for one in excluded:
        amounts[one.reason] = amounts.get(one.reason, 0) + 1
    reason = max(amounts, key=lambda one: amounts[one], default="none")
    sentence = {
        "none": tr("{points} has no features: choose the layer of validation points."),
        "empty_label": tr("The field {field} of {points} is empty throughout: label the points first, or choose another field."),
        "unknown_label": tr(
            "{map} knows none of the labels in the field {field} of {points}, such as {label}: use its class codes or names, or give the "
            "map a legend."
        ),
        "outside": tr("All labelled features of {points} lie outside {map}: check that the layer and its CRS are the right ones."),
        "outside_aoi": tr("All labelled features of {points} on {map} lie outside the area of interest: choose another area."),
        "nodata": tr("No labelled feature of {points} lies where {map} has data: choose points on the map."),
        "no_stratum": tr("No labelled feature of {points} lies in a stratum: check STRATA."),
        "conflict": tr("All labelled features of {points} contradict another at the same place: check their labels."),
        "no_geometry": tr("No labelled feature of {points} has a geometry: choose a layer of points or polygons."),
    }[reason]
    label = next((one.label for one in excluded if one.reason == reason), "")
    return sentence.format(field=shapes.field, points=shapes.name, map=map_name, label=label)


def _groups(features: np.ndarray, given: Any) -> Optional[np.ndarray]:
    """given: of each feature, which ones belong together; None: for itself; empty: no such field."""
    if given:
        numbers: Dict[Any, int] = {}
        names = [("", feature) if one is None else one for feature, one in enumerate(given)]
        features = np.array([numbers.setdefault(name, len(numbers)) for name in names], np.int64)[features]
    there = np.zeros(int(features.max()) + 1, bool)
    there[features] = True
    if np.count_nonzero(there) == len(features):
        return None
    return np.unique(features, return_inverse=True)[1]
