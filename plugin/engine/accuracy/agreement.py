"""How good: kappa in words, with its error where samples share clusters, and two maps compared on the same points."""

from __future__ import annotations

import math
from typing import NamedTuple, Sequence

import numpy as np

from ..text import tr
from .estimators import ClusterSpread, Estimate
from .matrix import error_matrix, kappa_influence, measures, positions, ratio


def kappa_words(kappa: float) -> str:
    """The band of Landis & Koch 1977: below 0 poor, then slight, fair, moderate, substantial, almost perfect.

    The bands end at .2, .4, .6, .8 and 1, which belong to the lower band.
    """
    words = (tr("poor"), tr("slight"), tr("fair"), tr("moderate"), tr("substantial"), tr("almost perfect"))
    if math.isnan(kappa):
        return tr("not defined")
    kappa = round(kappa, 12)  # .2 out of a matrix may be .2 + 3e-17
    return words[0] if kappa < 0 else words[1 + sum(kappa > end for end in (0.2, 0.4, 0.6, 0.8))]


def kappa_three_steps(kappa: float) -> str:
    """The three steps of the Cirebon study (Inderapermana et al. 2023): below .4 poor, up to .8 moderate, above trustworthy."""
    if math.isnan(kappa):
        return tr("not defined")
    kappa = round(kappa, 12)
    return tr("poor") if kappa < 0.4 else tr("moderate") if kappa <= 0.8 else tr("trustworthy")


class McNemar(NamedTuple):
    """Two maps on the same points. only_first, only_second: points that one map alone has right.

    statistic: chi-square with one degree of freedom, nan where the two never differ. p_value: two-sided; exact (binomial)
    below 25 differing points, from the statistic above.
    """

    only_first: int
    only_second: int
    statistic: float
    p_value: float


def mcnemar(first_right: np.ndarray, second_right: np.ndarray) -> McNemar:
    """McNemar's test without continuity correction (Foody 2004), of a simple random sample. (n,) booleans, point by point."""
    first_right, second_right = np.asarray(first_right, bool), np.asarray(second_right, bool)
    only_first = int((first_right & ~second_right).sum())
    only_second = int((second_right & ~first_right).sum())
    differing = only_first + only_second
    statistic = float(ratio((only_first - only_second) ** 2, differing))
    if differing < 25:
        tail = sum(math.comb(differing, i) for i in range(min(only_first, only_second) + 1))
        p_value = min(1.0, 2 * tail / 2**differing)
    else:
        p_value = math.erfc(math.sqrt(statistic / 2))
    return McNemar(only_first, only_second, statistic, p_value)


def kappa_difference(first: np.ndarray, second: np.ndarray, reference: np.ndarray, codes: Sequence[int]) -> Estimate:
    """Kappa of the first map minus kappa of the second, on the same points of a simple random sample.

    first, second, reference: (n,) class codes, point by point. The error is that of the pairs (delta method, as in Fleiss,
    Cohen & Everitt 1969): the root of the sum of the two variances would be wrong, since both maps see the same points.
    nan where a kappa is not defined. Raises ValueError for a code that is not listed.
    """
    actual = positions(reference, codes)
    kappas, moves = [], []
    for mapped in (first, second):
        counts = error_matrix(mapped, reference, codes)
        kappas.append(measures(counts).kappa)
        moves.append(kappa_influence(counts)[positions(mapped, codes), actual])
    squares = ((moves[0] - moves[1]) ** 2).sum()
    return Estimate(np.float64(kappas[0] - kappas[1]), ratio(np.sqrt(squares), len(actual))[()])


def cluster_kappa_se(mapped: np.ndarray, reference: np.ndarray, clusters: np.ndarray, codes: Sequence[int]) -> float:
    """The standard error of kappa where the samples are in clusters, of a simple random sample of these; nan for a single one.

    mapped, reference: (n,) class codes, sample by sample; clusters: (n,) integers from 0. From the totals of `kappa_influence`: with
    one sample in each cluster, the variance is Fleiss's times n / (n - 1). Raises ValueError for a code that is not listed.
    """
    counts = error_matrix(mapped, reference, codes)
    cells = positions(mapped, codes) * len(codes) + positions(reference, codes)
    spread = ClusterSpread(cells, clusters, counts.reshape(1, -1), np.ones(1))
    return spread.error(kappa_influence(counts).ravel(), np.ones(1, bool))
