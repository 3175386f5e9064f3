"""Accuracies and areas of the whole map, estimated from a random sample of it, with their standard errors.

One ratio estimator serves every design (Stehman 2014): strata that are the map classes (Olofsson et al. 2014), strata that are
something else, and simple random sampling, which is a single stratum. Rows = map class, columns = reference class.

Sources:
Olofsson, Foody, Herold, Stehman, Woodcock & Wulder 2014, Remote Sensing of Environment 148, 42-57.
Stehman 2014, International Journal of Remote Sensing 35, 4923-4939.
Cochran 1977, Sampling Techniques, 3rd edition (chapter 5: differences; chapter 11: clusters).
Särndal, Swensson & Wretman 1992, Model Assisted Survey Sampling (7.6: residuals within strata of known size).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from statistics import NormalDist
from typing import List, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ..packages import need
from ..text import number, tr
from .matrix import Measures, measures, positions, ratio


class Estimate(NamedTuple):
    """A value and its standard error, both scalars or both (k,); the error is nan where the sample cannot give one."""

    value: np.ndarray
    se: np.ndarray

    def interval(self, confidence: float = 0.95, clusters: Optional[np.ndarray] = None) -> Tuple[np.ndarray, np.ndarray]:
        """(low, high): value -+ z se, not cut at 0 and 1. Too short for rare classes and close to 0 or 1: see `intervals`.

        clusters: how many the samples are in, where the error is of clusters; then value -+ t se, with clusters - 1 degrees of freedom.
        """
        margin = interval_quantile(confidence, clusters) * np.asarray(self.se)
        return self.value - margin, self.value + margin

    def times(self, factor: float) -> Estimate:
        """Another unit, such as the share of the map times its hectares."""
        return Estimate(self.value * factor, self.se * factor)


class Behind(NamedTuple):
    """The clusters behind a figure, scalars or (k,): in how many it was met, and how far the one that moves it most moves it."""

    clusters: np.ndarray
    move: np.ndarray


class ClusterSupport(NamedTuple):
    """What is behind the figures of `estimate_by_cluster`."""

    overall: Behind
    users: Behind
    producers: Behind
    area_proportion: Behind


@dataclass(frozen=True)
class Estimates:
    """What a sample says about the whole map. k classes, h strata.

    weights: (h,) share of the map in each stratum; samples: (h,) how many samples fell there.
    proportions: (k, k) share of the whole map in each cell; sums to 1 - unsampled.
    overall: scalar; users, producers: (k,); area_proportion: (k,) share of the whole map that is truly of the class; times the
    mapped hectares it is the adjusted area, and together with the unsampled hectares these sum to the map.
    measures: of `proportions` (kappa, F1, IoU, disagreement ...), without errors. support: of `estimate_by_cluster` alone.

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
    support: Optional[ClusterSupport] = None

    @property
    def unsampled(self) -> float:
        """Share of the map in strata without samples."""
        return float(self.weights[self.samples == 0].sum())


def normal_quantile(confidence: float) -> float:
    """z of a two-sided interval: 1.959964 for 0.95. Raises ValueError outside 0 < confidence < 1."""
    if not 0 < confidence < 1:
        raise ValueError(f"confidence is between 0 and 1, not {confidence}")
    return NormalDist().inv_cdf((1 + confidence) / 2)


def interval_quantile(confidence: float, clusters: Optional[np.ndarray] = None) -> np.ndarray:
    """z of `normal_quantile`, or Student's t with `clusters` - 1 degrees of freedom (scalar or array; nan for a single cluster)."""
    z = normal_quantile(confidence)
    if clusters is None:
        return np.float64(z)
    freedom = np.asarray(clusters, float) - 1
    t = need("scipy.special", "scipy").stdtrit(np.maximum(freedom, 1), (1 + confidence) / 2)
    return np.where(freedom > 0, t, np.nan)[()]


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
    result = _estimate(counts, sizes, by_class=True, finite=False)
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
    return _estimate(counts, sizes, by_class=False, finite=finite)


def estimate_by_cluster(
    strata: np.ndarray,
    mapped: np.ndarray,
    reference: np.ndarray,
    clusters: np.ndarray,
    sizes: np.ndarray,
    k: int,
    *,
    by_class: bool,
) -> Estimates:
    """The values of `estimate_by_class` or `estimate_by_stratum`, with the errors of samples that share polygons or plots.

    Samples of one cluster are alike, so that they tell less than as many samples apart. The unit of the error is the cluster.

    strata, mapped, reference, clusters: (n,) integers from 0: of the stratum, the map class, the reference class and the cluster of
    each sample. sizes: (h,) of the strata. k: how many classes. by_class: the strata are the map classes; `strata` is not read then.
    A stratum all of whose samples are of one cluster has an error of nan, as one of a single sample has.
    """
    h, mapped, reference = len(sizes), np.asarray(mapped, np.int64), np.asarray(reference, np.int64)
    if by_class and h != k:
        raise ValueError(f"{h} sizes do not fit {k} map classes")
    kinds = k if by_class else k * k  # the map class is the stratum, or part of what a sample is
    cells = mapped * k + reference if by_class else (np.asarray(strata, np.int64) * k + mapped) * k + reference
    counts = np.bincount(cells, minlength=h * kinds).reshape(h, kinds)
    result = estimate_by_class(counts, sizes) if by_class else estimate_by_stratum(counts.reshape(h, k, k), sizes, finite=False)
    spread = ClusterSpread(cells, clusters, counts, result.weights)
    rows, columns = (spread.strata, spread.kinds) if by_class else (spread.kinds // k, spread.kinds % k)

    def estimate(value: np.ndarray, part: np.ndarray, whole: np.ndarray, may: np.ndarray) -> Tuple[float, float]:
        """Error and largest move of the ratio of the cells of `part` to those of `whole`; `may`: of those that can differ."""
        totals = spread.totals(ratio(part - value * whole, spread.shares @ whole), may)
        return _root(totals), float(abs(totals).max(initial=0))

    every, right = np.ones(len(rows), bool), rows == columns
    sampled = spread.weights.sum()
    area = ratio(result.area_proportion.value, sampled)
    found = [estimate(result.overall.value, right, every, every)]
    for code in range(k):
        of_map, of_reference = rows == code, columns == code
        found.append(estimate(result.users.value[code], right & of_map, of_map, of_map if by_class else every))
        found.append(estimate(result.producers.value[code], right & of_reference, of_reference, every))
        found.append(estimate(area[code], of_reference, every, every))
    (overall, overall_move), classes = found[0], np.array(found[1:]).reshape(k, 3, 2)
    (users, producers, areas), moves = classes.transpose(2, 1, 0)
    of_map, of_reference = (_clusters_met(classes, clusters, k) for classes in (mapped, reference))
    every = _clusters_met(np.zeros(len(mapped), np.int64), clusters, 1)[0]
    return replace(
        result,
        overall=Estimate(result.overall.value, np.float64(overall)),
        users=Estimate(result.users.value, users),
        producers=Estimate(result.producers.value, producers),
        area_proportion=Estimate(result.area_proportion.value, sampled * areas),
        support=ClusterSupport(
            Behind(every, np.float64(overall_move)),
            Behind(of_map, moves[0]),
            Behind(of_reference, moves[1]),
            Behind(np.full(k, every), sampled * moves[2]),
        ),
    )


def overall_difference(
    strata: np.ndarray, first_right: np.ndarray, second_right: np.ndarray, sizes: np.ndarray, clusters: Optional[np.ndarray] = None
) -> Estimate:
    """Overall accuracy of one map less that of another, from the same samples of any strata (Cochran 1977, 5.3, of the differences).

    strata: (n,) integers from 0. first_right, second_right: (n,) booleans, sample by sample. sizes: (h,) of the strata; one stratum is
    a simple random sample. clusters: (n,) integers from 0, where samples share some. Of the sampled part; nan as in `Estimates`.
    """
    h, n = len(sizes), len(np.asarray(strata))
    cells = np.asarray(strata, np.int64) * 3 + 1 + np.asarray(first_right, np.int64) - np.asarray(second_right, np.int64)
    counts = np.bincount(cells, minlength=3 * h).reshape(h, 3)
    weights = np.asarray(sizes, float)
    spread = ClusterSpread(cells, np.arange(n) if clusters is None else clusters, counts, weights)
    total = spread.weights.sum()
    difference = np.array([-1, 0, 1])
    value = ratio(spread.shares @ difference[spread.kinds], total)[()]
    return Estimate(value, np.float64(spread.error(ratio(difference - value, total))))


class ClusterSpread:
    """Standard errors from the totals of clusters, which may lie across strata (ultimate clusters, drawn with replacement).

    cells: (n,) integers, q s + the kind of the sample (0 to q - 1), s its stratum. clusters: (n,) integers from 0. counts: (h, q)
    samples of each cell. weights: (h,) of the strata, in any unit; strata without samples count nothing.
    """

    def __init__(self, cells: np.ndarray, clusters: np.ndarray, counts: np.ndarray, weights: np.ndarray) -> None:
        h, kinds = counts.shape
        clusters = np.asarray(clusters, np.int64)
        samples = counts.sum(axis=1)
        met = _clusters_met(cells // kinds, clusters, h)
        seen = (samples > 0) & (weights > 0)
        self.weights = np.where(seen, weights, 0)
        # Only the cells that hold samples: with k map classes as strata there are k * k cells, of which few do.
        cells, self._cells = np.unique(cells, return_inverse=True)
        self.strata, self.kinds = cells // kinds, cells % kinds
        self._inside = counts[self.strata, self.kinds] / samples[self.strata]  # share of the cell in its stratum
        self.shares = self.weights[self.strata] * self._inside
        # Each stratum by its own m / (m - 1): with a sample to a cluster, this is the usual stratified error.
        self._factor = np.where(seen, weights / np.maximum(samples, 1) * np.sqrt(ratio(met, met - 1)), 0)
        self._clusters = clusters

    def totals(self, residuals: np.ndarray, may: np.ndarray) -> np.ndarray:
        """(m,) how far each cluster moves a sum over strata of weight times mean.

        residuals: (c,) of what is averaged, by cell. may: (c,) whether the cell's stratum can differ within itself at all; else it adds
        nothing, even where its samples are too few to tell.
        """
        means = np.bincount(self.strata, self._inside * residuals, len(self.weights))
        moves = np.where(may, self._factor[self.strata] * (residuals - means[self.strata]), 0)
        return np.bincount(self._clusters, weights=moves[self._cells])

    def error(self, residuals: np.ndarray, may: Optional[np.ndarray] = None) -> float:
        """The standard error of such a sum. residuals: (q,) by the kind of sample. may: (h,); None: every stratum can differ."""
        may = np.ones(len(self.weights), bool) if may is None else may
        return _root(self.totals(np.asarray(residuals)[self.kinds], may[self.strata]))


def _clusters_met(places: np.ndarray, clusters: np.ndarray, many: int) -> np.ndarray:
    """(many,) in how many clusters each stratum or class was met. places, clusters: (n,) integers from 0, sample by sample."""
    clusters = np.asarray(clusters, np.int64)
    most = int(clusters.max(initial=0)) + 1
    return np.bincount(np.unique(places * most + clusters) // most, minlength=many)


def _root(totals: np.ndarray) -> float:
    return float(np.sqrt(totals @ totals)) if len(totals) else math.nan


def stratum_warnings(names: Sequence[str], estimates: Estimates) -> List[str]:
    """A sentence for each stratum without samples, with its share of the map, and for each with a single one."""
    sentences = []
    for name, weight, samples in zip(names, estimates.weights, estimates.samples):
        values = {"stratum": name, "percent": number(100 * weight, 2)}
        if weight > 0 and samples == 0:
            sentence = tr(
                "Stratum {stratum} has no samples: nothing is known of its {percent} % of the area, and the accuracies are"
                " those of the rest."
            )
            sentences.append(sentence.format(**values))
        elif weight > 0 and samples == 1:
            sentence = tr(
                "Stratum {stratum} ({percent} % of the area) has a single sample, which gives no standard error: add samples"
                " there, or merge it with another stratum."
            )
            sentences.append(sentence.format(**values))
    return sentences


def margins(counts: np.ndarray, by_class: bool) -> Tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(h, k) samples of each stratum that are right, by class; of each map class; of each reference class. counts: as of `_estimate`."""
    if by_class:  # stratum i holds row i and nothing else, so there is no need of k x k x k cells
        return np.diag(np.diagonal(counts)), np.diag(counts.sum(axis=1)), counts
    return np.diagonal(counts, axis1=1, axis2=2), counts.sum(axis=2), counts.sum(axis=1)


def _estimate(counts: np.ndarray, sizes: np.ndarray, by_class: bool, finite: bool) -> Estimates:
    """counts: (k, k) with the map classes as strata, else (h, k, k). finite: correct by 1 - n / N."""
    counts, sizes = np.asarray(counts, float), np.asarray(sizes, float)
    if counts.ndim != 3 - by_class or counts.shape[-1] != counts.shape[-2] or sizes.shape != counts.shape[:1]:
        raise ValueError(f"samples of shape {counts.shape} do not fit {sizes.shape} strata")
    if (counts < 0).any() or (sizes < 0).any():
        raise ValueError("counts and sizes cannot be negative")
    right, of_map, of_reference = margins(counts, by_class)
    samples = of_reference.sum(axis=1)
    weights = ratio(sizes, sizes.sum())
    seen = (samples > 0) & (weights > 0)
    n, total = samples[seen], weights[seen]
    # What a stratum adds to a variance: W^2 (1 - n/N) s^2 / n, with s^2 = n / (n - 1) times the mean square.
    if finite and (n > sizes[seen]).any():
        raise ValueError("a stratum has more samples than pixels")
    unsampled_part = 1 - ratio(n, sizes[seen]) if finite else np.ones(len(n))
    factor = ratio(total**2 * unsampled_part, n - 1)
    all_right = ratio(right.sum(axis=1)[seen], n)[:, None]
    right, of_map, of_reference = (ratio(one[seen], n[:, None]) for one in (right, of_map, of_reference))
    everything, every = np.ones((len(n), 1)), np.ones(right.shape, bool)

    def estimate(part: np.ndarray, whole: np.ndarray, may_hold: np.ndarray) -> Estimate:
        """The ratio of two sample means (h, q), `part` counting some of the samples that `whole` counts."""
        over, under = total @ part, total @ whole
        value = ratio(over, under)
        mean = part - value * whole
        mean_square = part * (1 - value) ** 2 + (whole - part) * value**2
        spread = np.where(may_hold, factor[:, None] * np.maximum(mean_square - mean**2, 0), 0)
        return Estimate(value, ratio(np.sqrt(spread.sum(axis=0)), under))

    overall = estimate(all_right, everything, everything > 0)
    each = np.where(seen, ratio(weights, samples), 0)
    proportions = each[:, None] * counts if by_class else np.tensordot(each, counts, axes=1)
    return Estimates(
        weights=weights,
        samples=samples.astype(np.int64),
        proportions=proportions,
        overall=Estimate(*(values[0] for values in overall)),
        users=estimate(right, of_map, np.eye(len(samples), dtype=bool)[seen] if by_class else every),
        producers=estimate(right, of_reference, every),
        area_proportion=estimate(of_reference, np.ones(right.shape), every).times(total.sum()),
        measures=measures(proportions),
    )
