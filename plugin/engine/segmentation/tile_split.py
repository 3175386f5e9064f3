"""Which patches train a model and which judge it: two sides that keep a distance, so that the judge sees no neighbours.

Patches that lie side by side look alike. A model that is judged by neighbours of what it was trained on seems better than
it is (Roberts et al. 2017), so whole groups, or whole blocks with a strip of nothing around them, go to one side.

All of it is arithmetic with whole numbers on a lattice: the same seed gives the same split on every machine.
"""

from __future__ import annotations

from typing import Iterator, List, Optional, Sequence, Tuple

import numpy as np

from ..monitor import Monitor, check
from ..packages import need
from ..sample.noise import uniform

TRAINING, VALIDATION, LEFT_OUT = 0, 1, 2
GOOD = 0.02  # a split of whole groups that misses the share by no more needs no cutting
CLOSE = 0.005  # of the share: a search that is so near to it stops
MANY = 1000  # patches, from which on fewer splits are tried
FINEST = 24  # blocks along the longer side: more would only cost time, and patches between them
MISSING = 4.0  # the cost of a side without patches: more than any other


class Lattice:
    """Square patches, each at one of the rows and one of the columns where patches start.

    Two patches are near each other where the gaps between them are smaller than `reach`, both that between their rows and
    that between their columns; patches that overlap always are. So patches that are not near are at least `reach` apart.
    """

    def __init__(self, rows: Sequence[int], cols: Sequence[int], tile: int, reach: Tuple[int, int]) -> None:
        """rows, cols: first row and first column of the patches, px, ascending. reach: px, between rows and between columns."""
        self.rows, self.cols, self.tile = np.asarray(rows), np.asarray(cols), tile
        self.span = (tile + reach[0], tile + reach[1])
        self.top, self.bottom = _ranges(self.rows, self.span[0])
        self.left, self.right = _ranges(self.cols, self.span[1])

    @property
    def shape(self) -> Tuple[int, int]:
        """How many rows and columns of patches there are."""
        return len(self.rows), len(self.cols)

    def around(self, i: np.ndarray, j: np.ndarray) -> Tuple[slice, slice, np.ndarray]:
        """(rows, cols, counts) of the patches around some at places i, j: to how many of these each is near."""
        r0, r1, c0, c1 = int(i.min()), int(i.max()) + 1, int(j.min()), int(j.max()) + 1
        rows, cols = slice(int(self.top[r0]), int(self.bottom[r1 - 1])), slice(int(self.left[c0]), int(self.right[c1 - 1]))
        sums = np.zeros((r1 - r0 + 1, c1 - c0 + 1), np.int32)
        sums[i - r0 + 1, j - c0 + 1] = 1
        sums = sums.cumsum(axis=0).cumsum(axis=1)
        first, last = (np.clip(edge[rows] - r0, 0, r1 - r0) for edge in (self.top, self.bottom))
        begin, end = (np.clip(edge[cols] - c0, 0, c1 - c0) for edge in (self.left, self.right))
        upper, lower = sums[first], sums[last]
        return rows, cols, (lower[:, end] - upper[:, end] - lower[:, begin] + upper[:, begin])

    def near(self, flags: np.ndarray) -> np.ndarray:
        """(rows, cols) of bool: the places that are near to a patch where `flags`, of that shape, is true."""
        result = np.zeros(self.shape, bool)
        i, j = np.nonzero(flags)
        if len(i):
            rows, cols, counts = self.around(i, j)
            result[rows, cols] = counts > 0
        return result

    def groups(self, i: np.ndarray, j: np.ndarray, bound: Optional[np.ndarray] = None) -> np.ndarray:
        """For the patches at places i, j: the number of the group to which each belongs, from 0.

        Patches that are near each other, or to a third one of the group, are a group, and so are patches with the same
        number of `bound` (-1: bound to none).
        """
        if not len(i):
            return np.empty(0, np.int64)
        sparse, graphs = need("scipy.sparse", "scipy"), need("scipy.sparse.csgraph", "scipy")
        height, width = self.shape
        index = np.full(self.shape, -1, np.int64)
        index[i, j] = np.arange(len(i))
        columns = np.arange(width)
        here = np.where(index >= 0, columns, -1)
        before = np.maximum.accumulate(here, axis=1)  # the patch at or left of a place, in its row
        after = np.where(index >= 0, columns, width)
        after = np.minimum.accumulate(after[:, ::-1], axis=1)[:, ::-1]  # and that at or right of it
        links: List[np.ndarray] = []
        # In each row within reach the two nearest are enough: those farther off are near to these.
        for step in range(int((self.bottom - np.arange(height)).max())):
            one = np.flatnonzero(i + step < self.bottom[i])
            row, col = i[one] + step, j[one]
            back = before[row, col - 1] if step == 0 else before[row, col]
            back = np.where((col == 0) & (step == 0), -1, back)
            well = back >= self.left[col]
            links.append(np.stack([one[well], index[row[well], back[well]]]))
            if step:
                forth = after[row, col]
                well = forth < self.right[col]
                links.append(np.stack([one[well], index[row[well], forth[well]]]))
        if bound is not None:
            tied = np.flatnonzero(bound >= 0)
            tied = tied[np.argsort(bound[tied], kind="stable")]
            same = bound[tied[1:]] == bound[tied[:-1]]
            links.append(np.stack([tied[1:][same], tied[:-1][same]]))
        pairs = np.concatenate(links, axis=1)
        graph = sparse.coo_matrix((np.ones(pairs.shape[1], np.int8), (pairs[0], pairs[1])), shape=(len(i), len(i)))
        return _renumbered(graphs.connected_components(graph, directed=False)[1])


def split(
    lattice: Lattice, i: np.ndarray, j: np.ndarray, weight: np.ndarray, share: float, seed: int,
    bound: Optional[np.ndarray] = None, monitor: Optional[Monitor] = None,
) -> np.ndarray:  # fmt: skip
    """Side of each patch at places i, j: TRAINING, VALIDATION, or LEFT_OUT where it is too near to the other side.

    weight: what the patches hold, such as pixels of mines. share: of the patches and of the weight that shall train.
    bound: as in `Lattice.groups`; patches with the same number are on one side, or left out.

    First whole groups are dealt out, and nothing is left out. Where that misses the share, as where one group swallows
    all, blocks are tried too: squares and strips of many sizes, at places drawn by lot. Blocks are moved to validation in
    an order drawn by lot, each where it lowers the cost; training patches near to validation are left out. The cost, of which
    the lowest wins, is the share of patches and weight left out plus the distance from the share asked for (both the mean
    over patches and weight); a side without patches costs more than all that. It is avoided wherever it can be.
    """
    monitor = monitor or Monitor()
    count = len(i)
    if share >= 1 or not count:
        return np.full(count, TRAINING)
    if share <= 0:
        return np.full(count, VALIDATION)
    search = _Search(lattice, i, j, weight, share)
    tries = 8 if count <= MANY else 3
    groups = lattice.groups(i, j, bound)
    if groups.max():
        for number in range(tries):
            check(monitor, 0, 1)
            search.go(groups, seed, number)
            if search.best_cost <= GOOD:
                return search.sides()
    for number, units in enumerate(_cuts(lattice, i, j, seed, bound, tries)):
        check(monitor, 0, 1)
        search.go(units, seed, 100 + number)
    if search.best_cost >= MISSING and bound is None:
        search.end(i, lattice.rows, lattice.span[0])
        search.end(j, lattice.cols, lattice.span[1])
    return search.sides()


def draw(
    lattice: Lattice, empty: np.ndarray, training: np.ndarray, validation: np.ndarray, wanted: Tuple[int, int], seed: int
) -> Tuple[np.ndarray, np.ndarray]:
    """Patches without mines for both sides, drawn by lot and spread evenly: (training, validation), (rows, cols) of bool.

    empty: the places to draw from. training, validation: those of the patches that are there already. wanted: how many for
    each side. None comes near to the other side.
    """
    barred = [lattice.near(validation), lattice.near(training)]
    drawn, got = (np.zeros(lattice.shape, bool), np.zeros(lattice.shape, bool)), [0, 0]
    i, j = np.nonzero(empty)
    top, bottom, left, right = (edge.tolist() for edge in (lattice.top, lattice.bottom, lattice.left, lattice.right))
    for place in _spread(i, j, sum(wanted), seed, lattice.shape).tolist():
        row, col = int(i[place]), int(j[place])
        open_to = [side for side in (0, 1) if got[side] < wanted[side] and not barred[side][row, col]]
        if not open_to:
            if got[0] >= wanted[0] and got[1] >= wanted[1]:
                break
            continue
        # Where both may have it, the side that is farther from what it shall get.
        side = open_to[0] if len(open_to) == 1 else int(got[1] * wanted[0] < got[0] * wanted[1])
        drawn[side][row, col] = True
        got[side] += 1
        barred[1 - side][top[row] : bottom[row], left[col] : right[col]] = True
    return drawn


class _Search:
    """The best split so far, and the ways to better ones."""

    def __init__(self, lattice: Lattice, i: np.ndarray, j: np.ndarray, weight: np.ndarray, share: float) -> None:
        self.lattice, self.i, self.j, self.share = lattice, i, j, share
        total = float(weight.sum())
        self.weight = weight / total if total else np.full(len(i), 1 / len(i))
        self.present = np.zeros(lattice.shape, bool)
        self.present[i, j] = True
        self.heavy = np.zeros(lattice.shape)
        self.heavy[i, j] = self.weight
        self.best_cost, self.best = np.inf, np.zeros(len(i), bool)
        self._clear()
        self._keep()  # all of them train

    def _clear(self) -> None:
        self.chosen = np.zeros(self.lattice.shape, bool)
        self.counts = np.zeros(self.lattice.shape, np.int32)  # how many chosen ones are near
        self.trained, self.judged = np.array([1.0, 1.0]), np.zeros(2)  # share of the patches, share of the weight

    def cost(self, trained: np.ndarray, judged: np.ndarray) -> float:
        """See `split`."""
        used = trained + judged
        missing = MISSING * ((trained[0] <= 1e-12) + (judged[0] <= 1e-12))
        return float(missing + (1 - used).mean() + np.abs(trained / np.maximum(used, 1e-12) - self.share).mean())

    def go(self, units: np.ndarray, seed: int, number: int) -> None:
        """Move units to validation, and back, each where it lowers the cost; in an order drawn by lot."""
        self._clear()
        size = int(units.max()) + 1
        order = np.argsort(units, kind="stable")
        members = np.split(order, np.cumsum(np.bincount(units, minlength=size))[:-1])
        cost = self.cost(self.trained, self.judged)
        lots = np.argsort(uniform(seed, 900 + number, [0], np.arange(size))[0], kind="stable").tolist()
        for turn in (0, 1):
            before = cost
            for unit in lots:
                cost = self._toggle(members[unit], cost)
                if size > 500 and abs(self.judged.mean() - (1 - self.share)) < CLOSE:
                    break
            if cost >= before and turn == 0:
                break
        if cost < self.best_cost - 1e-12:
            self._keep()

    def end(self, place: np.ndarray, starts: np.ndarray, span: int) -> None:
        """Try the last row of patches, or the last column, alone: where any two patches are not near, this parts them."""
        self._clear()
        last = np.flatnonzero(place == place.max())
        if starts[place.max()] - starts[place.min()] >= span:
            self._toggle(last, np.inf)
            if self.cost(self.trained, self.judged) < self.best_cost:
                self._keep()

    def _toggle(self, members: np.ndarray, cost: float) -> float:
        """Move a unit to the other side if that lowers the cost; return the cost."""
        i, j = self.i[members], self.j[members]
        add = not self.chosen[i[0], j[0]]
        rows, cols, near = self.lattice.around(i, j)
        present, heavy, chosen, counts = (a[rows, cols] for a in (self.present, self.heavy, self.chosen, self.counts))
        before = present & ~chosen & (counts == 0)
        counts += near if add else -near
        self.chosen[i, j] = add
        after = present & ~chosen & (counts == 0)
        n = len(self.i)
        change = np.array([(int(after.sum()) - int(before.sum())) / n, float(heavy[after].sum() - heavy[before].sum())])
        own = np.array([len(members) / n, float(self.weight[members].sum())]) * (1 if add else -1)
        trained, judged = self.trained + change, self.judged + own
        fresh = self.cost(trained, judged)
        if fresh < cost - 1e-9:
            self.trained, self.judged = trained, judged
            return fresh
        counts -= near if add else -near
        self.chosen[i, j] = not add
        return cost

    def _keep(self) -> None:
        self.best_cost = self.cost(self.trained, self.judged)
        self.best = self.chosen[self.i, self.j]

    def sides(self) -> np.ndarray:
        """The side of each patch in the best split."""
        chosen = np.zeros(self.lattice.shape, bool)
        chosen[self.i, self.j] = self.best
        near = self.lattice.near(chosen)[self.i, self.j]
        return np.where(self.best, VALIDATION, np.where(near, LEFT_OUT, TRAINING))


def _cuts(
    lattice: Lattice, i: np.ndarray, j: np.ndarray, seed: int, bound: Optional[np.ndarray], tries: int
) -> Iterator[np.ndarray]:
    """Ways to cut the patches into units: the number of the unit of each patch, from 0."""
    if bound is not None:
        # What is bound stays together however near others lie, and what is bound to none stands alone.
        alone = _renumbered(np.where(bound < 0, bound.max() + 1 + np.arange(len(i)), bound))
        for _ in range(tries):
            yield alone
    # What is bound together follows its first patch.
    first = np.arange(len(i)) if bound is None else np.unique(alone, return_index=True)[1][alone]
    row, col = lattice.rows[i], lattice.cols[j]
    row, col = row - row.min(), col - col.min()
    extent = int(max(row.max(), col.max())) + lattice.tile
    side, number = max(float(max(lattice.span)), extent / FINEST), 0
    step = 2**0.5 if len(i) <= MANY else 2.0
    while side < extent:
        for shape in ("square", "rows", "columns"):
            for _ in range(tries):
                number += 1
                down, right = (uniform(seed, 800, [number], [0, 1])[0].astype(np.float64) * side).tolist()
                high = ((row + down) // side).astype(np.int64) if shape != "columns" else np.zeros(len(i), np.int64)
                wide = ((col + right) // side).astype(np.int64) if shape != "rows" else np.zeros(len(i), np.int64)
                yield _renumbered((high * (int(wide.max()) + 1) + wide)[first])
        side *= step


def _spread(i: np.ndarray, j: np.ndarray, wanted: int, seed: int, shape: Tuple[int, int]) -> np.ndarray:
    """An order by lot of the places i, j that takes one of each part of the lattice before it takes a second of any."""
    if not len(i) or not wanted:
        return np.empty(0, np.intp)
    lots = uniform(seed, 700, np.arange(shape[0]), np.arange(shape[1]))[i, j]
    side = max(1, int((len(i) / wanted) ** 0.5))
    cell = (i // side) * shape[1] + j // side
    order = np.lexsort((np.arange(len(i)), lots, cell))
    sorted_cells = cell[order]
    first = np.flatnonzero(np.append(True, sorted_cells[1:] != sorted_cells[:-1]))
    rank = np.empty(len(i), np.int64)
    rank[order] = np.arange(len(i)) - np.repeat(first, np.diff(np.append(first, len(i))))
    return np.lexsort((np.arange(len(i)), lots, rank))


def _ranges(starts: np.ndarray, span: int) -> Tuple[np.ndarray, np.ndarray]:
    """For each start the first, and the one behind the last, of those less than `span` away."""
    return np.searchsorted(starts, starts - span, side="right"), np.searchsorted(starts, starts + span, side="left")


def _renumbered(labels: np.ndarray) -> np.ndarray:
    """Labels from 0 in the order in which they appear."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    rank = np.empty(len(first), np.int64)
    rank[np.argsort(first, kind="stable")] = np.arange(len(first))
    return rank[inverse.reshape(-1)]
