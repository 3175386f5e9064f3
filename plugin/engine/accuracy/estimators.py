"""Accuracies and areas of the whole map, estimated from a random sample of it, with their standard errors.

One ratio estimator serves every design (Stehman 2014): strata that are the map classes (Olofsson et al. 2014), strata that are
something else, and simple random sampling, which is a single stratum. Rows = map class, columns = reference class.

Sources:
Olofsson, Foody, Herold, Stehman, Woodcock & Wulder 2014, Remote Sensing of Environment 148, 42-57.
Stehman 2014, International Journal of Remote Sensing 35, 4923-4939.
Cochran 1977, Sampling Techniques, 3rd edition (sample size).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import NormalDist
from typing import List, NamedTuple, Sequence, Tuple

import numpy as np

from ..text import number, tr
from .matrix import Measures, measures, positions, ratio


class Estimate(NamedTuple):
    """A value and its standard error, both scalars or both (k,); the error is nan where the sample cannot give one."""

    value: np.ndarray
    se: np.ndarray

    def interval(self, confidence: float = 0.95) -> Tuple[np.ndarray, np.ndarray]:
        """(low, high): value -+ z se, not cut at 0 and 1. Too short for rare classes and close to 0 or 1."""
        margin = normal_quantile(confidence) * np.asarray(self.se)
        return self.value - margin, self.value + margin

    def times(self, factor: float) -> Estimate:
        """Another unit, such as the share of the map times its hectares."""
        return Estimate(self.value * factor, self.se * factor)


@dataclass(frozen=True)
class Estimates:
    """What a sample says about the whole map. k classes, h strata.

    weights: (h,) share of the map in each stratum; samples: (h,) how many samples fell there.
    proportions: (k, k) share of the whole map in each cell; sums to 1 - unsampled.
    overall: scalar; users, producers: (k,); area_proportion: (k,) share of the whole map that is truly of the class; times the
    mapped hectares it is the adjusted area, and together with the unsampled hectares these sum to the map.
    measures: of `proportions` (kappa, F1, IoU, disagreement ...), without errors.

    A stratum without samples is not guessed at: it keeps its weight, its area belongs to no class, and the accuracies are
    those of the rest of the map. With a single sample in a stratum, whatever that stratum may change has an error of nan.
    """

    weights: np.ndarray
    samples: np.ndarray
    proportions: np.ndarray
    overall: Estimate
    users: Estimate
    producers: Estimate
    area_proportion: Estimate
    measures: Measures

    @property
    def unsampled(self) -> float:
        """Share of the map in strata without samples."""
        return float(self.weights[self.samples == 0].sum())


def normal_quantile(confidence: float) -> float:
    """z of a two-sided interval: 1.959964 for 0.95. Raises ValueError outside 0 < confidence < 1."""
    if not 0 < confidence < 1:
        raise ValueError(f"confidence is between 0 and 1, not {confidence}")
    return NormalDist().inv_cdf((1 + confidence) / 2)


def stratum_matrices(
    strata: np.ndarray, mapped: np.ndarray, reference: np.ndarray, stratum_codes: Sequence[int], codes: Sequence[int]
) -> np.ndarray:
    """(h, k, k) int64: the error matrix of each stratum. Raises ValueError for a code that is not listed."""
    h, k = len(stratum_codes), len(codes)
    cells = (positions(strata, stratum_codes) * k + positions(mapped, codes)) * k + positions(reference, codes)
    return np.bincount(cells, minlength=h * k * k).reshape(h, k, k).astype(np.int64)


def estimate_by_class(counts: np.ndarray, sizes: np.ndarray) -> Estimates:
    """Samples stratified by map class (Olofsson et al. 2014, eq. 1 to 11).

    counts: (k, k) samples, rows = map class. sizes: (k,) of each map class on the whole map, pixels or hectares.
    A mapped class without samples has no user's accuracy, producer's accuracy, F1 or IoU (nan).
    """
    counts = np.asarray(counts, float)
    each_class = np.eye(len(counts))
    result = _estimate(counts[:, None, :] * each_class[:, :, None], sizes, each_class.astype(bool), finite=False)
    unseen = (result.samples == 0) & (result.weights > 0)
    # The right part of such a class lies where nobody looked: its accuracy is unknown, not 0.
    producers = Estimate(*(np.where(unseen, np.nan, values) for values in result.producers))
    unknown = {name: np.where(unseen, np.nan, getattr(result.measures, name)) for name in ("producers", "omission", "f1", "iou")}
    return replace(result, producers=producers, measures=replace(result.measures, **unknown))


def estimate_by_stratum(counts: np.ndarray, sizes: np.ndarray, *, finite: bool) -> Estimates:
    """Samples stratified by anything (Stehman 2014); with a single stratum, a simple random sample.

    counts: (h, k, k) samples of each stratum, rows = map class. sizes: (h,) of each stratum. finite: whether these are pixels, none of
    which was drawn twice, so that the finite population correction 1 - n / N holds; raises ValueError where n exceeds N then.
    """
    counts = np.asarray(counts, float)
    return _estimate(counts, sizes, np.ones(counts.shape[:2], bool), finite=finite)


def sample_size(weights: np.ndarray, users: np.ndarray, target_se: float) -> float:
    """How many samples give overall accuracy a standard error of `target_se`, by Cochran 1977, eq. 5.25 (round up).

    weights: (k,) share of the map in each class; users: (k,) expected user's accuracies, 0 to 1.
    """
    users = np.asarray(users, float)
    return float((np.asarray(weights, float) @ np.sqrt(users * (1 - users)) / target_se) ** 2)


def stratum_warnings(names: Sequence[str], estimates: Estimates) -> List[str]:
    """A sentence for each stratum without samples, with its share of the map, and for each with a single one."""
    sentences = []
    for name, weight, samples in zip(names, estimates.weights, estimates.samples):
        values = {"stratum": name, "percent": number(100 * weight, 2)}
        if weight > 0 and samples == 0:
            sentence = tr(
                "Stratum {stratum} has no samples: nothing is known of its {percent} % of the map, and the accuracies are"
                " those of the rest."
            )
            sentences.append(sentence.format(**values))
        elif weight > 0 and samples == 1:
            sentence = tr(
                "Stratum {stratum} ({percent} % of the map) has a single sample, which gives no standard error: add samples"
                " there, or merge it with another stratum."
            )
            sentences.append(sentence.format(**values))
    return sentences


def _estimate(counts: np.ndarray, sizes: np.ndarray, possible: np.ndarray, finite: bool) -> Estimates:
    """counts: (h, k, k). possible: (h, k), whether stratum h can hold map class k at all. finite: correct by 1 - n / N."""
    sizes = np.asarray(sizes, float)
    if counts.ndim != 3 or counts.shape[1] != counts.shape[2] or sizes.shape != counts.shape[:1]:
        raise ValueError(f"samples of shape {counts.shape} do not fit {sizes.shape} strata")
    if (counts < 0).any() or (sizes < 0).any():
        raise ValueError("counts and sizes cannot be negative")
    samples = counts.sum(axis=(1, 2))
    weights = ratio(sizes, sizes.sum())
    seen = (samples > 0) & (weights > 0)
    n, total = samples[seen], weights[seen]
    # What a stratum adds to a variance: W^2 (1 - n/N) s^2 / n, with s^2 = n / (n - 1) times the mean square.
    if finite and (n > sizes[seen]).any():
        raise ValueError("a stratum has more samples than pixels")
    unsampled_part = 1 - ratio(n, sizes[seen]) if finite else np.ones(len(n))
    factor = ratio(total**2 * unsampled_part, n - 1)
    cells = ratio(counts[seen], n[:, None, None])
    right = np.diagonal(cells, axis1=1, axis2=2)
    everything = np.ones((len(n), 1))
    may = possible[seen]

    def estimate(part: np.ndarray, whole: np.ndarray, may_hold: np.ndarray) -> Estimate:
        """The ratio of two sample means (h, q), `part` counting some of the samples that `whole` counts."""
        over, under = total @ part, total @ whole
        value = ratio(over, under)
        mean = part - value * whole
        mean_square = part * (1 - value) ** 2 + (whole - part) * value**2
        spread = np.where(may_hold, factor[:, None] * np.maximum(mean_square - mean**2, 0), 0)
        return Estimate(value, ratio(np.sqrt(spread.sum(axis=0)), under))

    by_class = (len(n), counts.shape[1])
    overall = estimate(right.sum(axis=1, keepdims=True), everything, everything > 0)
    share = estimate(cells.sum(axis=1), np.ones(by_class), np.ones(by_class, bool))
    proportions = np.tensordot(total, cells, axes=1)
    return Estimates(
        weights=weights,
        samples=samples.astype(np.int64),
        proportions=proportions,
        overall=Estimate(*(values[0] for values in overall)),
        users=estimate(right, cells.sum(axis=2), may),
        producers=estimate(right, cells.sum(axis=1), np.ones(by_class, bool)),
        area_proportion=share.times(total.sum()),
        measures=measures(proportions),
    )
