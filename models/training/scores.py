"""Scores of a segmentation from one small table: how many pixels of each truth got which probability, group by group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Iterable

import numpy as np

from .labels import IGNORED, MINE
from .tiles import Tile

STEPS = 200  # probabilities are counted in steps of 0.005
STUDY_PREVALENCE = 0.298  # of the source study's chips: (TP + FN) / all = 1 192 217 / 3 999 984
RARE_PREVALENCE = 0.01


@dataclass(frozen=True)
class Counts:
    """Pixels: hits, false alarms, misses, and the rest. Ratios are NaN where they are 0 / 0."""

    tp: int
    fp: int
    fn: int
    tn: int

    @property
    def iou(self) -> float:
        """Intersection over union (Jaccard 1912)."""
        return _ratio(self.tp, self.tp + self.fp + self.fn)

    @property
    def precision(self) -> float:
        """User's accuracy of the class."""
        return _ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float:
        """Producer's accuracy of the class."""
        return _ratio(self.tp, self.tp + self.fn)

    @property
    def accuracy(self) -> float:
        """Overall accuracy."""
        return _ratio(self.tp + self.tn, self.tp + self.fp + self.fn + self.tn)

    @property
    def false_alarms(self) -> float:
        """Share of the ground without the class that is flagged."""
        return _ratio(self.fp, self.fp + self.tn)

    @property
    def prevalence(self) -> float:
        """Share of the pixels that are the class."""
        return _ratio(self.tp + self.fn, self.tp + self.fp + self.fn + self.tn)

    def at(self, prevalence: float) -> Counts:
        """The same recall and share of false alarms where the class covers `prevalence` of a million pixels."""
        mine, other = 1e6 * prevalence, 1e6 * (1 - prevalence)
        tp, fp = round(mine * self.recall), round(other * self.false_alarms)
        return Counts(tp, fp, round(mine) - tp, round(other) - fp)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else float("nan")


class Histogram:
    """Pixels by truth and probability: `table` (2, STEPS + 1) int64; row 1 is the class."""

    def __init__(self, table: np.ndarray | None = None) -> None:
        self.table = np.zeros((2, STEPS + 1), np.int64) if table is None else table

    @staticmethod
    def of(probability: np.ndarray, mask: np.ndarray) -> Histogram:
        """From probabilities (rows, cols; 0 to 1) and a mask of the same shape; 255 does not count."""
        counted = mask != IGNORED
        # Downwards, so that rounding carries no pixel over a threshold that it does not reach.
        steps = np.floor(np.asarray(probability, np.float64)[counted] * STEPS + 1e-6).astype(np.int64)
        rows = [np.bincount(steps[(mask[counted] == MINE) == truth], minlength=STEPS + 1) for truth in (False, True)]
        return Histogram(np.stack(rows))

    def __add__(self, other: Histogram) -> Histogram:
        return Histogram(self.table + other.table)

    def counts(self, threshold: float) -> Counts:
        """With `probability >= threshold` as the class."""
        step = int(np.ceil(threshold * STEPS - 1e-9))
        (tn, fp), (fn, tp) = ((int(row[:step].sum()), int(row[step:].sum())) for row in self.table)
        return Counts(tp, fp, fn, tn)

    def curve(self) -> list[tuple[float, Counts]]:
        """Counts at each threshold from 0.05 to 0.95."""
        return [(step / 100, self.counts(step / 100)) for step in range(5, 96, 5)]

    def calibration(self, bins: int = 10) -> tuple[np.ndarray, float]:
        """(bins, 3): mean probability, share that is the class, pixels; and the expected calibration error (Naeini 2015)."""
        values = np.arange(STEPS + 1) / STEPS
        place = np.minimum((values * bins).astype(int), bins - 1)
        total = self.table.sum(axis=0)
        pixels = np.bincount(place, total, bins)
        with np.errstate(invalid="ignore"):
            mean, share = np.bincount(place, total * values, bins) / pixels, np.bincount(place, self.table[1], bins) / pixels
        error = np.nansum(pixels * np.abs(mean - share)) / max(1, pixels.sum())
        return np.stack([mean, share, pixels], axis=1), float(error)


Predict = Callable[[np.ndarray], np.ndarray]  # image (bands, rows, cols) -> probability (rows, cols)


def remembered(predict: Predict) -> Predict:
    """The same, asked once for each image (the array itself): tiles are scored on more than one set of labels."""
    known: dict[int, tuple[np.ndarray, np.ndarray]] = {}

    def asked(image: np.ndarray) -> np.ndarray:
        if id(image) not in known:
            known[id(image)] = (image, predict(image))  # the image is held, so that no other takes its id
        return known[id(image)][1]

    return asked


def by_group(tiles: Iterable[Tile], predict: Predict) -> dict[str, Histogram]:
    """One histogram for each group of tiles."""
    found: dict[str, Histogram] = {}
    for tile in tiles:
        found[tile.group] = found.get(tile.group, Histogram()) + Histogram.of(predict(tile.image), tile.mask)
    return found


def pooled(groups: dict[str, Histogram]) -> Histogram:
    """All groups together: every pixel weighs the same."""
    return sum(groups.values(), Histogram())


def interval(
    groups: dict[str, Histogram], threshold: float, value: Callable[[Counts], float], *, draws: int = 4000, seed: int = 0
) -> tuple[float, float]:
    """The 95 % interval of a pooled score when groups are drawn anew with replacement (Efron 1979, percentile method).

    Pixels and tiles of one place are alike; the place is what is independent.
    """
    counts = np.array([[c.tp, c.fp, c.fn, c.tn] for c in (one.counts(threshold) for one in groups.values())])
    rng = np.random.default_rng(seed)
    drawn = counts[rng.integers(0, len(counts), (draws, len(counts)))].sum(axis=1)
    values = [value(Counts(*(int(v) for v in row))) for row in drawn]
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return float(low), float(high)
