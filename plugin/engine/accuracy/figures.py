"""Every figure of a region, line by line: of the samples as counted, and of the map."""

from __future__ import annotations

import math
from typing import Any, List, Optional, Sequence, Tuple

import numpy as np

from .agreement import cluster_kappa_se
from .assessment import AREA, BY_CLASS, BY_STRATUM, COUNT, SIMPLE, Metric
from .estimators import Estimate, Estimates, estimate_by_class, estimate_by_cluster, estimate_by_stratum, stratum_matrices
from .intervals import cluster_intervals, doubtful, score_intervals, wilson
from .matrix import count_measures, pair_counts


def region_figures(
    zone: Optional[str],
    codes: Sequence[int],
    mapped: np.ndarray,
    reference: np.ndarray,
    strata: Optional[np.ndarray],
    groups: Optional[np.ndarray],
    sizes: np.ndarray,
    mapped_ha: np.ndarray,
    *,
    design: str,
    pixels: bool,
    confidence: float = 0.95,
) -> Tuple[np.ndarray, Estimates, Tuple[Metric, ...]]:
    """(error matrix, what the samples say of the region, every figure of it as a table has them).

    codes: of the k classes. mapped, reference: (n,) places of the classes, from 0. strata: (n,) places of the strata, None where these are
    the map classes, as they are of SIMPLE and BY_CLASS: a simple random sample is weighted by the map classes afterwards (Olofsson et al.
    2014), which makes areas much more precise. groups: (n,) integers from 0, None where each sample stands for itself. sizes: (h,) of the
    strata; pixels: whether these are pixels, else hectares. mapped_ha: (k,) of the map classes.
    """
    k, by_class = len(codes), design != BY_STRATUM
    matrix = pair_counts(mapped, reference, k)
    counts = matrix if by_class else stratum_matrices(strata, mapped, reference, range(len(sizes)), range(k))
    # The finite population correction holds of single pixels, where no stratum has more samples than these.
    finite = not by_class and groups is None and pixels and bool((counts.sum(axis=(1, 2)) <= sizes).all())
    if groups is not None:
        estimates = estimate_by_cluster(strata, mapped, reference, groups, sizes, k, by_class=by_class)
    elif by_class:
        estimates = estimate_by_class(counts, sizes)
    else:
        estimates = estimate_by_stratum(counts, sizes, finite=finite)
    table = Figures(zone, codes, mapped, reference, groups, confidence)
    table.counted(matrix, design)
    table.estimated(estimates, counts, sizes, mapped_ha, by_class, finite)
    return matrix, estimates, tuple(table.metrics)


class Figures:
    """The figures of a region, one line each."""

    def __init__(
        self,
        zone: Optional[str],
        codes: Sequence[int],
        mapped: np.ndarray,
        reference: np.ndarray,
        groups: Optional[np.ndarray],
        confidence: float,
    ) -> None:
        """mapped, reference, groups: (n,) places of the classes and numbers of the groups, from 0; groups None without any."""
        self.metrics: List[Metric] = []
        self._zone, self._codes, self._confidence = zone, codes, confidence
        self._mapped, self._reference, self._groups = mapped, reference, groups
        self._clusters = None if groups is None else int(groups.max()) + 1

    def _add(
        self, scope: str, metric: str, code: Optional[int], value: Any, se: Any = None, *limits: Any, doubtful: bool = False
    ) -> None:
        self.metrics.append(
            Metric(self._zone, scope, metric, code, *(known(one) for one in (value, se, *limits)))._replace(doubtful=doubtful)
        )

    def counted(self, matrix: np.ndarray, design: str) -> None:
        """The samples as they are. Intervals are those of a simple random sample, of which user's accuracies hold within a class too."""
        figures, k = count_measures(matrix), len(matrix)
        right, rows, columns = np.diagonal(matrix), matrix.sum(axis=1), matrix.sum(axis=0)
        mapped, reference, groups = self._mapped, self._reference, self._groups
        simple, kappa_se = design == SIMPLE, np.nan
        within = simple or (design == BY_CLASS and groups is None)
        if groups is None:
            one = estimate_by_stratum(matrix[None], [1.0], finite=False) if simple else estimate_by_class(matrix, np.ones(k))
            overall = wilson(right.sum(), figures.n, self._confidence)
            users, producers = wilson(right, rows, self._confidence), wilson(right, columns, self._confidence)
            if simple and figures.kappa_variance >= 0:
                kappa_se = math.sqrt(figures.kappa_variance)
        else:
            alike = np.zeros(len(mapped), np.int64)
            one = estimate_by_cluster(alike, mapped, reference, groups, np.ones(1), k, by_class=False)
            overall, users, producers, _ = cluster_intervals(one, self._confidence)
            if simple:
                kappa_se = cluster_kappa_se(mapped, reference, groups, range(k))
        overall = [np.where(simple, each, np.nan) for each in (one.overall.se, *overall)]
        users = [np.where(within, each, np.nan) for each in (one.users.se, *users)]
        producers = [np.where(simple, each, np.nan) for each in (one.producers.se, *producers)]
        self._add(COUNT, "overall_accuracy", None, figures.overall, *overall)
        kappa = Estimate(figures.kappa, kappa_se)
        self._add(COUNT, "kappa", None, *kappa, *kappa.interval(self._confidence, self._clusters))
        for name in ("mcc", "quantity_disagreement", "allocation_disagreement"):
            self._add(COUNT, name, None, getattr(figures, name.replace("_disagreement", "")))
        for place, code in enumerate(self._codes):
            for name, opposite, values, ends in (
                ("users_accuracy", "commission", figures.users, users),
                ("producers_accuracy", "omission", figures.producers, producers),
            ):
                value, (se, low, high) = values[place], (one[place] for one in ends)
                self._add(COUNT, name, code, value, se, low, high)
                self._add(COUNT, opposite, code, 1 - value, se, 1 - high, 1 - low)
            for name in ("f1", "iou", "kappa_class"):
                self._add(COUNT, name, code, getattr(figures, name)[place])

    def estimated(
        self, estimates: Estimates, counts: np.ndarray, sizes: np.ndarray, mapped_ha: np.ndarray, by_class: bool, finite: bool
    ) -> None:
        """The whole region, each stratum by its size. Intervals are cut at 0 and 1, and of areas at the total."""
        whole, total = estimates.measures, float(mapped_ha.sum())
        drawn = {"by_class": by_class, "finite": finite}
        if self._groups is None:
            score = score_intervals(counts, sizes, estimates, **drawn, confidence=self._confidence)
        else:
            score = cluster_intervals(estimates, self._confidence)
        few = doubtful(counts, sizes, estimates, **drawn)

        def limits(name: str, highest: float = 1.0, factor: float = 1.0) -> List[np.ndarray]:
            plain = getattr(estimates, name).interval(self._confidence, self._clusters)
            return [np.clip(factor * np.asarray(one), 0, highest) for one in (*plain, *getattr(score, name))]

        self._add(AREA, "overall_accuracy", None, *estimates.overall, *limits("overall"), doubtful=bool(few.overall))
        self._add(AREA, "kappa", None, whole.kappa)
        for name in ("mcc", "quantity_disagreement", "allocation_disagreement"):
            self._add(AREA, name, None, getattr(whole, name.replace("_disagreement", "")))
        users, producers, shares = limits("users"), limits("producers"), limits("area_proportion")
        hectares, area = limits("area_proportion", total, total), estimates.area_proportion.times(total)
        for place, code in enumerate(self._codes):
            for name, opposite, estimate, ends, unsure in (
                ("users_accuracy", "commission", estimates.users, users, few.users),
                ("producers_accuracy", "omission", estimates.producers, producers, few.producers),
            ):
                low, high, score_low, score_high = (one[place] for one in ends)
                value, se, flag = estimate.value[place], estimate.se[place], bool(unsure[place])
                self._add(AREA, name, code, value, se, low, high, score_low, score_high, doubtful=flag)
                self._add(AREA, opposite, code, 1 - value, se, 1 - high, 1 - low, 1 - score_high, 1 - score_low, doubtful=flag)
            for name in ("f1", "iou", "kappa_class"):
                self._add(AREA, name, code, getattr(whole, name)[place])
            flag = bool(few.area_proportion[place])
            for name, figure, ends in (("area_proportion", estimates.area_proportion, shares), ("area_ha", area, hectares)):
                self._add(AREA, name, code, figure.value[place], figure.se[place], *(one[place] for one in ends), doubtful=flag)
            self._add(AREA, "mapped_ha", code, mapped_ha[place])


def known(value: Any) -> Optional[float]:
    """The number as a table has it; None where there is none."""
    # 1 less 1 may be a grain below 0, which a table would print as -0.
    return None if value is None or not math.isfinite(value) else 0.0 if abs(value) < 1e-15 else float(value)
