"""Figures rounded so that what is printed adds up: every printed total is the sum of the printed parts, at every level."""

from __future__ import annotations

import math
from typing import Any, Dict, Hashable, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ..monitor import Monitor, check
from ..packages import need

WHOLE = 1e-6  # of the last decimal: what lies so near a whole number is one, but for the noise of floating point
# Cells that one linear programme rounds, its time growing faster than they do; and those of a block of a larger table.
ONE_PIECE, BLOCK = 8_000, 4_000
SLACK = 1e-5  # of a sum that is kept as it is, since totals that are whole but for noise are taken for whole
WEIGHT = 10.0  # of a total's error against that of one of its parts: the wider a total, the more it is quoted


def rounded(values: Sequence[float], decimals: int) -> List[float]:
    """Values rounded so that they add up to their rounded sum: the largest remainders go up (Hamilton's method).

    values: finite, not negative. Each comes back as itself rounded down or up to `decimals`; one that needs no rounding stays.
    Raises ValueError.
    """
    whole, parts = _split(values, decimals)
    total = round(round(math.fsum(values), decimals) * 10**decimals)
    up = min(max(total - int(whole.sum()), 0), int(np.count_nonzero(parts)))
    whole[np.argsort(-parts, kind="stable")[:up]] += 1
    return (whole / 10**decimals).tolist()


def rounded_table(
    values: Any, decimals: int, parents: Sequence[Sequence[Hashable]] = (), monitor: Optional[Monitor] = None
) -> np.ndarray:
    """A table rounded so that each cell, and each total of the rounded cells, is its true value rounded down or up.

    The totals are those of the rows, of the columns, of all, and of every group: its columns' and its own. So totals can be printed as
    sums of what is printed, and none is a unit of the last decimal away from the truth. Of all such tables it is one with the least
    sum of errors, where an error counts tenfold in the next wider total: cell, row, group, all; and cell, group's column, column.

    values: (n, m), finite, not negative; a zero stays a zero. parents: a label of each row (n,) for each level of groups, innermost
    first, such as kecamatan and kabupaten; the same label under different outer ones is different groups. Returns (n, m) float64.
    Raises ValueError, Cancelled.

    Controlled rounding (Bacharach 1966; Cox 1987). The sets of cells that a total adds up are two laminar families (of columns and of
    rows), so the polytope of all tables within the bounds has whole corners only, and contains the true table: a linear programme that
    ends in a corner finds the rounding. A table of more than ONE_PIECE cells to round is solved in blocks of neighbouring rows, each with
    its part of the totals that go beyond it held as it is; that leaves a few broken cells in each block, and a last programme rounds
    those together. It is as valid as in one piece; its errors add up to about a thousandth more.
    """
    table = np.asarray(values, np.float64)
    if table.ndim != 2:
        raise ValueError(f"a table has two dimensions, not {table.ndim}")
    whole, parts = _split(table, decimals)
    groups = _nested(parents, len(table))
    order = np.lexsort(groups)
    rows, columns = np.nonzero(parts[order])
    rows = order[rows]
    if len(rows):
        totals = _totals(rows, columns, groups, table.shape[1])
        whole[rows, columns] += _rounding(parts[rows, columns], totals, monitor or Monitor())
    return whole / 10**decimals


def shared_table(values: Any, totals: Sequence[float], decimals: int, groups: Sequence[Hashable]) -> np.ndarray:
    """A table rounded so that each row adds up to a total that is given, and the columns, of each group and of all, come out as near as can be.

    values: (n, m), finite, not negative. totals: (n,), what the rows add up to, rounded down or up. groups: (n,) labels of rows. Returns
    (n, m) float64, each value rounded down or up. With the rows held, a column may be a unit off its true total; that is rare, and the
    fewest possible. Above ONE_PIECE cells each row is shared out by itself (largest remainders), and columns may be off by more.
    Raises ValueError.
    """
    table = np.asarray(values, np.float64)
    whole, parts = _split(table, decimals)
    missing = np.rint(np.asarray(totals, np.float64) * 10**decimals).astype(np.int64) - whole.sum(axis=1)
    rows, columns = np.nonzero(parts)
    if len(rows) > ONE_PIECE:
        for row, count in enumerate(missing.tolist()):
            whole[row, np.argsort(-parts[row], kind="stable")[: max(count, 0)]] += 1
    elif len(rows):
        whole[rows, columns] += _sharing(
            rows, columns, parts[rows, columns], missing, _nested([groups], len(table)), table.shape[1]
        )
    return whole / 10**decimals


def _sharing(
    rows: np.ndarray, columns: np.ndarray, parts: np.ndarray, missing: np.ndarray, groups: Sequence[np.ndarray], m: int
) -> np.ndarray:
    """Which cells go up (cells,), so many in each row as are missing there: a flow from rows to columns, whose corners are whole."""
    optimize, sparse = need("scipy.optimize", "scipy"), need("scipy.sparse", "scipy")
    count, cells = len(rows), np.arange(len(rows))
    blocks, costs, highest, true = [], [1 - 2 * parts], [np.ones(count)], []
    for level, group in enumerate(groups, 1):
        found, place = np.unique(group[rows] * m + columns, return_inverse=True)
        blocks.append(sparse.csr_matrix((np.ones(count), (place.ravel(), cells)), shape=(len(found), count)))
        sums = blocks[-1] @ parts
        true.append(np.floor(sums + WHOLE))
        # A total is its true one rounded down, and one more at its price, and still more or less at a higher one.
        up = np.clip(1 - 2 * (sums - true[-1]), -1, 1)
        costs += [WEIGHT**level * up, np.full(2 * len(found), 2 * WEIGHT**level)]
        highest += [np.ones(len(found)), np.full(2 * len(found), np.inf)]
    its_rows, place = np.unique(rows, return_inverse=True)
    of_rows = sparse.csr_matrix((np.ones(count), (place.ravel(), cells)), shape=(len(its_rows), count))
    lines = [[of_rows, *([None] * len(blocks))]]
    for number, block in enumerate(blocks):
        one = sparse.identity(block.shape[0])
        lines.append([block, *(sparse.hstack([-one, -one, one]) if place == number else None for place in range(len(blocks)))])
    found = optimize.linprog(
        np.concatenate(costs),
        A_eq=sparse.bmat(lines).tocsr(),
        b_eq=np.concatenate([missing[its_rows], *true]),
        bounds=np.column_stack([np.zeros(sum(map(len, highest))), np.concatenate(highest)]),
        method="highs-ds",
    )
    if found.status != 0:
        raise ValueError("a row's total is not its sum rounded down or up")
    return np.rint(found.x[:count]).astype(np.int64)


def _split(values: Any, decimals: int) -> Tuple[np.ndarray, np.ndarray]:
    """Values in units of the last decimal, as whole numbers below (int64) and the rest (0 to 1, float64)."""
    units = np.asarray(values, np.float64) * 10**decimals
    if not (np.isfinite(units) & (units >= 0) & (units < 2**53)).all():
        raise ValueError("rounding so that totals add up needs finite values that are not negative")
    near = np.rint(units)
    # Of a large value the last bits are noise as well.
    is_whole = np.abs(units - near) <= np.maximum(WHOLE, 4 * np.finfo(np.float64).eps * units)
    whole = np.where(is_whole, near, np.floor(units))
    return whole.astype(np.int64), np.where(is_whole, 0.0, units - whole)


def _nested(parents: Sequence[Sequence[Hashable]], n: int) -> List[np.ndarray]:
    """The group of each row, numbered (n,), from the innermost level to the one group of all."""
    groups = [np.zeros(n, np.int64)]
    for labels in reversed(parents):
        if len(labels) != n:
            raise ValueError(f"{len(labels)} labels of groups for {n} rows")
        numbers: Dict[Tuple[int, Hashable], int] = {}
        groups.append(np.array([numbers.setdefault(key, len(numbers)) for key in zip(groups[-1].tolist(), labels)], np.int64))
    return groups[::-1]


class _Totals(NamedTuple):
    """What is added up. Totals of rows and of the innermost groups' columns are narrow: of cells. Every other is the sum of narrower ones."""

    members: Any  # (totals, cells), sparse, csc: 1 where a cell is a part of a total
    above: np.ndarray  # (totals,) the next wider total that a total is a part of; itself where there is none
    narrow: np.ndarray  # (totals,) bool
    weights: np.ndarray  # (totals,) of their errors against a cell's


def _totals(rows: np.ndarray, columns: np.ndarray, groups: Sequence[np.ndarray], m: int) -> _Totals:
    """The totals of cells at `rows` and `columns` of m. groups: the group of each row, from the innermost level to the one of all."""
    families = [[rows, *(group[rows] for group in groups)], [group[rows] * m + columns for group in groups]]
    ladders: List[List[np.ndarray]] = []  # of each cell: the totals that it is a part of, from the narrowest to the widest
    count = 0
    for keys in families:
        ladders.append([])
        for key in keys:
            found, place = np.unique(key, return_inverse=True)
            ladders[-1].append(place.ravel() + count)
            count += len(found)
    above, narrow, weights = np.arange(count), np.zeros(count, bool), np.ones(count)
    for ladder in ladders:
        narrow[ladder[0]] = True
        for level, places in enumerate(ladder, 1):
            weights[places] = WEIGHT**level
        for part, whole in zip(ladder, ladder[1:]):
            above[part] = whole
    places, cells = np.concatenate([one for ladder in ladders for one in ladder]), np.arange(len(rows))
    sparse = need("scipy.sparse", "scipy")
    members = sparse.csc_matrix(
        (np.ones(len(places)), (places, np.tile(cells, len(places) // len(cells)))), shape=(count, len(rows))
    )
    return _Totals(members, above, narrow, weights)


class _Rounding:
    """A table on its way from its true parts to whole numbers, always within the bounds of its totals."""

    def __init__(self, parts: np.ndarray, totals: _Totals) -> None:
        """parts: (cells,) between 0 and 1."""
        self._parts, self._totals = parts, totals
        sums = totals.members @ parts
        near = np.rint(sums)
        is_whole = np.abs(sums - near) <= WHOLE
        # What a total may still be, from its broken cells; what it costs by unit, so what it errs by; how many cells are broken.
        self._low = np.where(is_whole, near, np.floor(sums))
        self._high = np.where(is_whole, near, self._low + 1)
        self._cost = np.where(is_whole, 0.0, totals.weights * (1 - 2 * (sums - self._low)))
        self._count = np.diff(totals.members.tocsr().indptr)
        self.up = parts.copy()

    def broken(self) -> np.ndarray:
        """The cells that are not whole yet."""
        return np.flatnonzero(self.up != np.rint(self.up))

    def solve(self, cells: np.ndarray) -> None:
        """Move these broken cells to a corner of what the totals allow. A total with other broken cells keeps its sum over these."""
        optimize, sparse = need("scipy.optimize", "scipy"), need("scipy.sparse", "scipy")
        here = self._totals.members[:, cells]
        touched, places = np.unique(here.indices, return_inverse=True)
        here = sparse.csc_matrix((here.data, places.ravel(), here.indptr), shape=(len(touched), len(cells))).tocsr()
        is_shared, kept = self._count[touched] > np.diff(here.indptr), here @ self.up[cells]
        lowest = np.concatenate([np.zeros(len(cells)), np.where(is_shared, kept - SLACK, self._low[touched])])
        highest = np.concatenate([np.ones(len(cells)), np.where(is_shared, kept + SLACK, self._high[touched])])
        # A variable for each cell and each total; each total equals its cells, or the totals that are its parts: fewer figures so.
        part = np.flatnonzero(self._totals.above[touched] != touched)
        whole = np.searchsorted(touched, self._totals.above[touched[part]])
        sums = sparse.csr_matrix((np.ones(len(part)), (whole, part)), shape=(len(touched), len(touched)))
        of_cells = sparse.diags(self._totals.narrow[touched].astype(np.float64)) @ here
        found = optimize.linprog(
            np.concatenate([1 - 2 * self._parts[cells], self._cost[touched]]),
            A_eq=sparse.hstack([of_cells, sums - sparse.identity(len(touched))]).tocsr(),
            b_eq=np.zeros(len(touched)),
            bounds=np.column_stack([lowest, highest]),
            method="highs-ds",
            options={"presolve": False},
        )
        if found.status != 0:  # the noise of more totals than SLACK allows for: these cells stay broken, for the last programme
            return
        values = found.x[: len(cells)]
        near = np.rint(values)
        is_whole = np.abs(values - near) <= WHOLE
        self.up[cells] = np.where(is_whole, near, values)
        settled = here @ np.where(is_whole, near, 0.0)
        self._low[touched] -= settled
        self._high[touched] -= settled
        self._count[touched] -= (here @ is_whole.astype(np.float64)).astype(self._count.dtype)


def _rounding(parts: np.ndarray, totals: _Totals, monitor: Monitor) -> np.ndarray:
    """Which cells go up (cells,) int64. parts: (cells,) between 0 and 1, of rows beside those of their groups."""
    table, count = _Rounding(parts, totals), len(parts)
    for start in range(0, count, BLOCK) if count > ONE_PIECE else ():
        check(monitor, start, count)
        table.solve(np.arange(start, min(start + BLOCK, count)))
    check(monitor, count, count)
    if len(table.broken()):
        table.solve(table.broken())
    if len(table.broken()):
        raise RuntimeError("the programme that rounds a table found no whole numbers, which there are")
    return table.up.astype(np.int64)
