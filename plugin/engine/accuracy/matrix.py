"""The error matrix and what follows from it alone. Everywhere: rows = map class, columns = reference class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Sequence, Tuple

import numpy as np

WIDEST_TABLE = 1 << 16  # entries, to look up the places of codes in


@dataclass(frozen=True)
class Measures:
    """Accuracy of one square matrix of counts or of area proportions; nan where the quotient is 0 / 0.

    A class that only the map has: user's accuracy 0, producer's nan. One that only the reference has: the other way round.
    F1 and IoU are 0 for both, and nan for a class that neither has. Arrays are (k,) float64 in the matrix's order.
    """

    overall: float
    users: np.ndarray  # 1 - commission
    producers: np.ndarray  # 1 - omission
    commission: np.ndarray
    omission: np.ndarray
    f1: np.ndarray
    iou: np.ndarray
    kappa: float
    kappa_class: np.ndarray  # user's conditional kappa
    mcc: float
    quantity: float  # disagreement, share of the whole
    allocation: float  # quantity + allocation = 1 - overall


@dataclass(frozen=True)
class CountMeasures(Measures):
    """Measures of counted samples. kappa_variance holds for simple random samples only."""

    n: int
    kappa_variance: float


def union_codes(mapped: np.ndarray, reference: np.ndarray) -> List[int]:
    """The class codes of either array, ascending. Codes only one of them has are in it."""
    return [int(code) for code in np.union1d(mapped, reference)]


def positions(values: np.ndarray, codes: Sequence[int]) -> np.ndarray:
    """Where each value stands in `codes` (any order): (n,) integers. Raises ValueError for a value that is not listed."""
    listed = np.asarray(codes, np.int64)
    order = np.argsort(listed, kind="stable")
    ascending = listed[order]
    if (ascending[1:] == ascending[:-1]).any():
        raise ValueError(f"a code is listed twice: {list(codes)}")
    flat = np.asarray(values).ravel()
    if not flat.size:
        return np.zeros(0, np.int64)
    if flat.dtype.kind == "i":
        flat = flat.astype(np.int64, copy=False)  # differences of narrow integers would overflow
    if not listed.size:
        raise ValueError(f"code {flat[0]} is not among []")
    low, high = int(ascending[0]), int(ascending[-1])
    if flat.dtype.kind == "i" and low <= flat.min() and flat.max() <= high < low + WIDEST_TABLE:
        table = np.full(high - low + 1, -1)  # looking up is many times faster than searching
        table[listed - low] = np.arange(listed.size)
        found = table[flat - low]
    else:
        near = np.minimum(np.searchsorted(ascending, flat), ascending.size - 1)
        found = np.where(ascending[near] == flat, order[near], -1)
    known = found >= 0
    if not known.all():
        raise ValueError(f"code {flat[~known][0]} is not among {list(codes)}")
    return found


def error_matrix(mapped: np.ndarray, reference: np.ndarray, codes: Sequence[int]) -> np.ndarray:
    """(k, k) int64 counts, rows = map class, columns = reference class, both in the order of `codes`.

    mapped, reference: class codes of the same samples, integers of the same size.
    Raises ValueError for a code that is not listed, or listed twice.
    """
    return pair_counts(positions(mapped, codes), positions(reference, codes), len(codes))


def pair_counts(mapped: np.ndarray, reference: np.ndarray, k: int) -> np.ndarray:
    """(k, k) int64: the error matrix of (n,) places of classes, from 0 to k - 1."""
    return np.bincount(mapped * k + reference, minlength=k * k).reshape(k, k).astype(np.int64)


def ratio(over: np.ndarray, under: np.ndarray) -> np.ndarray:
    """over / under as float64, nan (and no warning) where `under` is 0."""
    over, under = np.broadcast_arrays(np.asarray(over, float), np.asarray(under, float))
    return np.divide(over, under, out=np.full(over.shape, np.nan), where=under != 0)


def measures(matrix: np.ndarray) -> Measures:
    """The measures of a square matrix, counts or area proportions (which need not sum to 1).

    Sources: Congalton 1991 (user's, producer's), Cohen 1960 (kappa), Pontius & Millones 2011 (quantity and allocation
    disagreement), Gorodkin 2004 (MCC). Raises ValueError when the matrix is not square or has a negative cell.
    """
    p, rows, columns = _shares(matrix)
    right, wrong = np.diagonal(p), p * (1 - np.eye(len(p)))
    committed, omitted = wrong.sum(axis=1), wrong.sum(axis=0)
    whole = p.sum()  # 1, or 0 of a matrix of no classes
    overall, chance = right.sum(), rows @ columns
    users, producers = ratio(right, rows), ratio(right, columns)
    return Measures(
        overall=float(ratio(overall, whole)),
        users=users,
        producers=producers,
        commission=1 - users,
        omission=1 - producers,
        f1=ratio(2 * right, rows + columns),
        iou=ratio(right, rows + columns - right),
        kappa=float(ratio(overall - chance, whole * (1 - chance))),
        kappa_class=ratio(right - rows * columns, rows * (1 - columns)),
        mcc=float(ratio(overall - chance, whole * np.sqrt((1 - rows @ rows) * (1 - columns @ columns)))),
        quantity=float(ratio(abs(committed - omitted).sum() / 2, whole)),
        allocation=float(ratio(np.minimum(committed, omitted).sum(), whole)),
    )


def count_measures(counts: np.ndarray) -> CountMeasures:
    """The measures of (k, k) counts, with the variance of kappa (Fleiss, Cohen & Everitt 1969). All nan where n is 0."""
    n = int(np.sum(counts))
    squares = (_shares(counts)[0] * kappa_influence(counts) ** 2).sum()
    return CountMeasures(**vars(measures(counts)), n=n, kappa_variance=float(ratio(squares, n)))


def kappa_influence(matrix: np.ndarray) -> np.ndarray:
    """(k, k): how much one more sample in cell (i, j) moves kappa, times n; its mean over the samples is 0.

    The mean of its squares over n is Fleiss's variance; of two maps on the same points, the differences of their
    influences give the variance of the difference. All nan where kappa is not defined.
    """
    p, rows, columns = _shares(matrix)
    overall, chance = np.trace(p), rows @ columns
    of_chance = rows[None, :] + columns[:, None] - 2 * chance  # crossed: the row total of j, the column total of i
    return ratio((np.eye(len(p)) - overall) * (1 - chance) - of_chance * (1 - overall), (1 - chance) ** 2)


def _shares(matrix: np.ndarray) -> Tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The matrix, its row totals and its column totals as shares of the whole; nan throughout where that is 0."""
    matrix = np.asarray(matrix, float)
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1] or (matrix < 0).any():
        raise ValueError(f"an error matrix is square without negative cells, this one is {matrix.shape}")
    rows, columns = matrix.sum(axis=1), matrix.sum(axis=0)
    # Each by its own sum, so that a margin of a single class is exactly 1 and what depends on it is seen to be undefined.
    return ratio(matrix, matrix.sum()), ratio(rows, rows.sum()), ratio(columns, columns.sum())
