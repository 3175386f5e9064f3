"""Intervals that hold where value -+ z se does not: few samples of a kind, rare classes, accuracies near 0 or 1.

How often each covers the truth is measured in benchmarks/coverage.py and printed in docs/en/methods-accuracy.md, from which the choices here come.

Sources:
Brown, Cai & DasGupta 2001, Statistical Science 16, 101-133 (Jeffreys' interval of a proportion).
Donner & Zou 2012, Statistical Methods in Medical Research 21, 347-359 (MOVER of a quotient).
Korn & Graubard 1998, Survey Methodology 24, 193-201 (effective sample size).
Laud 2017, Pharmaceutical Statistics 16, 334-348 (Jeffreys' limits inside MOVER).
Wilson 1927, Journal of the American Statistical Association 22, 209-212.
Zou, Huang & Zhang 2009, Computational Statistics & Data Analysis 53, 1080-1085 (MOVER of a weighted sum of proportions).
"""

from __future__ import annotations

from typing import NamedTuple, Optional, Tuple

import numpy as np

from ..packages import need
from .estimators import Estimate, Estimates, interval_quantile, margins, normal_quantile
from .matrix import ratio

Interval = Tuple[np.ndarray, np.ndarray]  # (low, high)
Limits = Tuple[np.ndarray, np.ndarray, np.ndarray]  # value, low, high
ENOUGH = 5  # samples, the heaviest that there are, that the textbook interval takes: see `doubtful`
ENOUGH_CLUSTERS = 30  # behind a figure, for its standard error to be known well enough


class ScoreIntervals(NamedTuple):
    """(low, high) of each figure of `Estimates`, from 0 to 1: scalars for overall, (k,) for the rest; nan where nothing is known."""

    overall: Interval
    users: Interval
    producers: Interval
    area_proportion: Interval


class Doubtful(NamedTuple):
    """Whether value -+ z se cannot be trusted, of each figure of `Estimates`: a boolean for overall, (k,) for the rest."""

    overall: np.ndarray
    users: np.ndarray
    producers: np.ndarray
    area_proportion: np.ndarray


def wilson(successes: np.ndarray, n: np.ndarray, confidence: float = 0.95) -> Interval:
    """(low, high) of an unweighted proportion (Wilson 1927), scalars or arrays; nan where n is 0.

    For counts of a simple random sample, and for user's accuracies within a stratum; not for area-weighted figures.
    """
    return _wilson(ratio(successes, n), np.asarray(n, float), np.float64(normal_quantile(confidence)))


def effective_wilson(
    value: np.ndarray, se: np.ndarray, confidence: float = 0.95, clusters: Optional[np.ndarray] = None
) -> Interval:
    """(low, high) of any proportion with a standard error, scalars or arrays: Wilson's, with n = value (1 - value) / se^2.

    clusters: how many are behind the value, where the error is of clusters: Student's t takes the place of z.
    A value of 0 or 1 has an error of 0 that says nothing: then the clusters count as n, and without clusters the limits are nan. They
    are nan too where the error is; and both the value, where it is between 0 and 1 with an error of 0 (all was seen).
    """
    value, se = np.clip(np.round(value, 12), 0, 1), np.asarray(se, float)  # 1 may come as 1 - 1e-16, with such an error
    spread = value * (1 - value)
    n = ratio(spread, se**2)
    n = np.where(spread == 0, np.nan if clusters is None else clusters, n)
    quantile = interval_quantile(confidence, clusters)
    known = np.isfinite(n) & np.isfinite(se) & np.isfinite(quantile)
    low, high = _wilson(value, np.where(known, n, 1), np.where(known, quantile, 1))
    all_seen = (spread > 0) & (se == 0)
    return tuple(np.where(known, end, np.where(all_seen, value, np.nan))[()] for end in (low, high))


def score_intervals(
    counts: np.ndarray, sizes: np.ndarray, estimates: Estimates, *, by_class: bool, finite: bool = False, confidence: float = 0.95
) -> ScoreIntervals:
    """The better intervals of `estimate_by_class` or `estimate_by_stratum`, from the counts themselves.

    by_class: counts (k, k), strata are the map classes; else (h, k, k). sizes: (h,) of the strata. estimates: what came of these.
    finite: whether sizes are pixels, none of which was drawn twice.

    Strata that are the map classes: Jeffreys' limits of the proportions in each stratum, which MOVER joins into sums (overall accuracy,
    area) and quotients (producer's accuracy). Other strata: Wilson's with the effective sample size; where `doubtful` finds too few
    samples behind a figure, MOVER of Jeffreys' limits of proportions, and for quotients of counts.
    Strata without samples count as in the estimates: accuracies are those of the rest, and areas leave their part out. A stratum with a
    single sample has no standard error, but limits. A user's accuracy by other strata is that of the strata where the class was met.
    """
    ends = []
    for figure in _figures(counts, sizes, estimates, by_class, finite):
        low, high = figure.limits(confidence)
        if not by_class:
            usual = effective_wilson(figure.value, figure.se, confidence)
            few = figure.doubtful() | ~(figure.se > 0)
            low, high = (np.where(few, mine, other) for mine, other in zip((low, high), usual))
        ends.append([np.where(np.isnan(figure.value), np.nan, np.clip(end, 0, 1)) for end in (low, high)])
    overall, users, producers, area = ends
    sampled = 1 - estimates.unsampled
    return ScoreIntervals((overall[0][0], overall[1][0]), tuple(users), tuple(producers), (sampled * area[0], sampled * area[1]))


def doubtful(counts: np.ndarray, sizes: np.ndarray, estimates: Estimates, *, by_class: bool, finite: bool = False) -> Doubtful:
    """Which textbook intervals rest on fewer than five samples; arguments as of `score_intervals`.

    A figure is doubtful where one sample read otherwise, in the stratum whose samples stand for most area, would move it by more than
    1 / sqrt(5) = 0.45 of its standard error. Of a plain proportion this is n p (1 - p) < 5: fewer than about five right or five wrong
    samples. It also finds that a large stratum showed no error, which does not prove that it has none.
    Of `estimate_by_cluster` it is doubtful too where the cluster that moves it most moves it by more than that, so that few clusters, or
    few that hold wrong samples, make its error; and where it was met in fewer than 30 clusters.
    True for a value without an error, False where there is no value.
    """
    few = [one.doubtful() for one in _figures(counts, sizes, estimates, by_class, finite)]
    if estimates.support is not None:
        figures = (estimates.overall, estimates.users, estimates.producers, estimates.area_proportion)
        few = [
            one | _too_few(figure, behind.move) | (~np.isnan(figure.value) & (behind.clusters < ENOUGH_CLUSTERS))
            for one, figure, behind in zip(few, figures, estimates.support)
        ]
    return Doubtful(few[0][0], *few[1:])


def cluster_intervals(estimates: Estimates, confidence: float = 0.95) -> ScoreIntervals:
    """The better intervals of `estimate_by_cluster`: Wilson's with the effective sample size, and Student's t.

    The t of a class has the clusters in which it was met, less one; that of an area all clusters.
    """
    behind, sampled = estimates.support, 1 - estimates.unsampled
    area = effective_wilson(
        *(ratio(one, sampled) for one in estimates.area_proportion), confidence, behind.area_proportion.clusters
    )
    return ScoreIntervals(
        effective_wilson(*estimates.overall, confidence, behind.overall.clusters),
        effective_wilson(*estimates.users, confidence, behind.users.clusters),
        effective_wilson(*estimates.producers, confidence, behind.producers.clusters),
        (sampled * area[0], sampled * area[1]),
    )


class _Strata(NamedTuple):
    """Those with samples. weights: (h, 1), they sum to 1. n: (h, 1) samples. left: (h, 1) share not sampled, 1 where that is unknown."""

    weights: np.ndarray
    n: np.ndarray
    left: np.ndarray


class _Figure(NamedTuple):
    """q figures, each the share of `part` in `part` and `rest`, weighted sums over h strata.

    part, rest: (h, q) samples. part_may, rest_may: (h, q) whether the stratum can have such at all. value, se: (q,).
    quotient: whether part and rest vary each for itself; else a stratum that has any of them is all of them. shared: whether part and
    rest of a quotient are counts from the same strata.
    """

    strata: _Strata
    part: np.ndarray
    rest: np.ndarray
    part_may: np.ndarray
    rest_may: np.ndarray
    value: np.ndarray
    se: np.ndarray
    quotient: bool
    shared: bool

    def _scale(self) -> np.ndarray:
        return (self.strata.weights / self.strata.n * (self.part + self.rest)).sum(axis=0)

    def doubtful(self) -> np.ndarray:
        """(q,) booleans: see the function of this name."""
        weights, n, left = self.strata
        moves = weights * left / n * (self.part_may * (1 - self.value) + self.rest_may * self.value)
        most = ratio(moves.max(axis=0, initial=0), self._scale())
        return _too_few(Estimate(self.value, self.se), most)

    def limits(self, confidence: float) -> Interval:
        """MOVER of Jeffreys' limits, each (q,)."""
        part = self._sum(self.part, self.part_may, confidence)
        if not self.quotient:
            return tuple(ratio(end, self._scale()) for end in part[1:])
        rest = self._sum(self.rest, self.rest_may, confidence)
        return _least_share(part, rest), 1 - _least_share(rest, part)

    def _sum(self, samples: np.ndarray, may: np.ndarray, confidence: float) -> Limits:
        """A weighted sum of proportions with its limits (Zou, Huang & Zhang 2009), each (q,)."""
        weights, n, left = self.strata
        more = ratio(1, left)  # a sample that is much of its stratum tells as much as a larger one
        share = samples / n
        low, high = (_jeffreys_count if self.shared else _jeffreys)(samples * more, n * more, confidence)
        below, above = (np.where(may & (left > 0), weights * (end - share), 0) for end in (low, high))
        value = (weights * share).sum(axis=0)
        return value, value - np.sqrt((below**2).sum(axis=0)), value + np.sqrt((above**2).sum(axis=0))


def _too_few(figure: Estimate, most: np.ndarray) -> np.ndarray:
    """Whether a single sample, or cluster, moves the figure by `most`, which is much of its error. False where there is no value."""
    return ~np.isnan(figure.value) & ~(figure.se**2 >= ENOUGH * most**2)


def _figures(counts: np.ndarray, sizes: np.ndarray, estimates: Estimates, by_class: bool, finite: bool) -> Tuple[_Figure, ...]:
    """Overall accuracy (q = 1), user's, producer's accuracies and area proportions (of the sampled part), each q = k."""
    counts, sizes = np.asarray(counts, float), np.asarray(sizes, float)
    seen = (estimates.samples > 0) & (estimates.weights > 0)
    n = estimates.samples[seen, None].astype(float)
    weights = estimates.weights[seen, None]
    strata = _Strata(ratio(weights, weights.sum()), n, 1 - n / sizes[seen, None] if finite else np.ones(n.shape))
    right, of_map, of_reference = (one[seen] for one in margins(counts, by_class))
    if by_class:
        users_may = own = np.eye(len(seen), dtype=bool)[seen]
        others = ~own
    else:
        # Elsewhere the class may be on the map, but so little that no sample met it.
        users_may, own = of_map > 0, np.ones(right.shape, bool)
        others = own
    every = np.ones(right.shape, bool)
    all_right = right.sum(axis=1, keepdims=True)
    overall = Estimate(*(np.atleast_1d(one) for one in estimates.overall))
    area = estimates.area_proportion.times(ratio(1, 1 - estimates.unsampled))
    return (
        _Figure(strata, all_right, n - all_right, every[:, :1], every[:, :1], *overall, quotient=False, shared=False),
        _Figure(strata, right, of_map - right, users_may, users_may, *estimates.users, quotient=not by_class, shared=not by_class),
        _Figure(strata, right, of_reference - right, own, others, *estimates.producers, quotient=True, shared=not by_class),
        _Figure(strata, of_reference, n - of_reference, every, every, *area, quotient=False, shared=False),
    )


def _wilson(p: np.ndarray, n: np.ndarray, z: np.ndarray) -> Interval:
    z2 = z**2
    middle = ratio(p * n + z2 / 2, n + z2)
    half = ratio(np.sqrt(z2 * (p * (1 - p) * n + z2 / 4)), n + z2)
    return middle - half, middle + half


def _jeffreys(samples: np.ndarray, n: np.ndarray, confidence: float) -> Interval:
    """Limits of samples / n: quantiles of Beta(samples + 1/2, n - samples + 1/2), 0 where none is, 1 where all are."""
    quantile = need("scipy.special", "scipy").betaincinv
    # The quantile takes long, and of many classes most cells hold the same few numbers.
    pairs, places = np.unique(samples + 1j * n, return_inverse=True)
    a, b = pairs.real + 0.5, pairs.imag - pairs.real + 0.5
    low, high = (quantile(a, b, tail)[places].reshape(samples.shape) for tail in ((1 - confidence) / 2, (1 + confidence) / 2))
    return np.where(samples > 0, low, 0), np.where(samples < n, high, 1)


def _jeffreys_count(samples: np.ndarray, n: np.ndarray, confidence: float) -> Interval:
    """Limits of samples / n where samples is a count of its own: quantiles of Gamma(samples + 1/2), 0 where none is."""
    quantile = need("scipy.special", "scipy").gammaincinv
    low, high = (quantile(samples + 0.5, tail) for tail in ((1 - confidence) / 2, (1 + confidence) / 2))
    return np.where(samples > 0, low, 0) / n, high / n


def _least_share(part: Limits, rest: Limits) -> np.ndarray:
    """The lower limit of part / (part + rest), of independent sums with their limits (Donner & Zou 2012, closed form for part / rest).

    The share p solves (1 - p) part - p rest = sqrt((1 - p)^2 d^2 + p^2 e^2), with d from part down to its lower limit and e from rest up
    to its upper one: the MOVER limit of the difference is 0. Written so that part or rest may be 0.
    """
    value, low, _ = part
    other, _, high = rest
    down, up = (value - low) ** 2, (high - other) ** 2
    over = value**2 - down
    under = value * other + np.sqrt(np.maximum(value**2 * up + other**2 * down - down * up, 0))
    return np.where(over > 0, ratio(over, over + under), 0)
