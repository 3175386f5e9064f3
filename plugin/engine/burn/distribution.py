"""How the values of an index are distributed: count, mean, spread and a histogram, in one pass over any number of blocks."""

from __future__ import annotations

import math
from typing import NamedTuple, Optional, Tuple

import numpy as np

# The bins of the histogram are those of floating-point numbers cut to 11 bits after the first: 0.05 % wide, whatever the range is, so
# that nothing need be known of the values beforehand; values whose spread is a thousandth of themselves are not told apart, as no index's
# are. Magnitudes below 2^-30 are one bin with 0, those above 2^26 another.
CUT = 12  # bits of a float32's 23 that are cut off
LEAST_EXPONENT, MOST_EXPONENT = -30, 26
_BASE = (127 + LEAST_EXPONENT) << (23 - CUT)
BINS = (MOST_EXPONENT - LEAST_EXPONENT) << (23 - CUT)  # to each side of 0
GREY_LEVELS = 256  # bins of equal width of the histogram that methods of thresholding work on
TAIL = 0.001  # the share of the values at each end that this histogram leaves out


class Part(NamedTuple):
    """What a block adds to a `Distribution`.

    count, mean, squares: of its values, the last their squared distances from the mean, summed. first: the place of the first bin;
    counts, areas_ha: of it and of those that follow, pixels and hectares. least, greatest: value.
    """

    count: int
    mean: float
    squares: float
    first: int
    counts: np.ndarray
    areas_ha: np.ndarray
    least: float
    greatest: float


def part_of(values: np.ndarray, cell_ha: np.ndarray) -> Optional[Part]:
    """What to add for values, (n,) of finite floats, and the areas of their pixels, (n,) in hectares; None where n is 0."""
    if not values.size:
        return None
    wide = values.astype(np.float64)
    mean = float(wide.mean())
    wide -= mean
    places = _places(values)
    first = int(places.min())
    places -= first
    return Part(
        values.size, mean, float(np.dot(wide, wide)), first, np.bincount(places), np.bincount(places, cell_ha),
        float(values.min()), float(values.max()),
    )  # fmt: skip


class Distribution:
    """Adds up the blocks; an output of the pipeline. Memory is fixed.

    count, mean: of the pixels. least, greatest: value. Mean and spread are merged in float64 (Chan, Golub and LeVeque 1983), so that
    neither a large mean nor many pixels cost digits.
    """

    def __init__(self) -> None:
        self.count, self.mean, self.least, self.greatest = 0, 0.0, math.inf, -math.inf
        self._squares = 0.0
        self._counts, self._areas = np.zeros(2 * BINS, np.int64), np.zeros(2 * BINS)

    def write(self, x: int, y: int, array: Optional[Part]) -> None:
        """Add what a block holds."""
        if array is None:
            return
        total, apart = self.count + array.count, array.mean - self.mean
        self.mean += apart * array.count / total
        self._squares += array.squares + apart * apart * self.count * array.count / total
        self.count = total
        self.least, self.greatest = min(self.least, array.least), max(self.greatest, array.greatest)
        its = slice(array.first, array.first + len(array.counts))
        self._counts[its] += array.counts
        self._areas[its] += array.areas_ha

    @property
    def std(self) -> float:
        """The standard deviation of the pixels themselves (divided by n: they are all there are, and no sample)."""
        return math.sqrt(self._squares / self.count) if self.count else 0.0

    @property
    def area_ha(self) -> float:
        """Hectares of all pixels."""
        return float(self._areas.sum())

    def share_below(self, value: float) -> float:
        """The share of the pixels, 0 to 1, whose value is lower."""
        return float(self._at(self._counts, value)) / self.count

    def area_below_ha(self, value: float) -> float:
        """The hectares of the pixels whose value is lower."""
        return float(self._at(self._areas, value))

    def centre(self, ratio: bool) -> float:
        """Where most values lie: the top of a parabola through the logarithms of the counts around the highest bin, which is that of
        a Gaussian; the median where there is no such top. ratio: see `grey_levels`."""
        edges, counts = self.grey_levels(ratio)
        middles, smooth = (edges[1:] + edges[:-1]) / 2, counts
        for _ in range(2):
            smooth = np.convolve(smooth, np.ones(9) / 9, "same")
        # from the highest bin to both sides, so that a second class does not count
        highest, low = int(smooth.argmax()), np.flatnonzero(smooth < smooth.max() / 2)
        first, last = int(np.searchsorted(low, highest)) - 1, int(np.searchsorted(low, highest))
        near = slice(low[first] + 1 if first >= 0 else 0, low[last] if last < len(low) else None)
        top, width = float("nan"), edges[-1] - edges[0]
        if np.count_nonzero(counts[near]) > 3:
            scaled = (middles[near] - middles[highest]) / width
            a, b, _ = np.polyfit(scaled, np.log(np.maximum(counts[near], 0.5)), 2, w=np.sqrt(counts[near]))
            if a < 0 and scaled[0] <= -b / (2 * a) <= scaled[-1]:
                top = middles[highest] - b / (2 * a) * width
        if math.isnan(top):
            return self.quantile(0.5)
        return math.exp(top) if ratio else float(top)

    def quantile(self, share: float) -> float:
        """The value below which a share of the pixels lies, 0 to 1; within the width of a bin."""
        edges, sums = self._sums(self._counts)
        aim = share * sums[-1]
        place = min(max(0, int(np.searchsorted(sums, aim, "right")) - 1), len(sums) - 2)
        part = (aim - sums[place]) / max(sums[place + 1] - sums[place], 1e-300)
        return float(edges[place] + min(1.0, part) * (edges[place + 1] - edges[place]))

    def grey_levels(self, ratio: bool) -> Tuple[np.ndarray, np.ndarray]:
        """(edges, counts) of GREY_LEVELS bins of equal width, float64, that hold all but the 0.1 % at each end.

        ratio: of the logarithm of the values, and the edges are logarithms: what a ratio of two powers grows and shrinks by is alike
        there. Counts are no whole numbers where an edge cuts a finer bin.
        """
        edges, sums = self._sums(self._counts)
        low, high = np.searchsorted(sums, [TAIL * sums[-1], (1 - TAIL) * sums[-1]], "right")
        first, last = max(0, int(low) - 1), min(len(edges) - 1, int(high))
        if last - first < 2:  # nearly all pixels have one value
            first, last = 0, len(edges) - 1
        ends = edges[first], edges[last]
        if ratio:
            ends = math.log(max(ends[0], self.least)), math.log(ends[1])
        levels = np.linspace(*ends, GREY_LEVELS + 1)
        return levels, np.diff(np.interp(np.exp(levels) if ratio else levels, edges, sums))

    def histogram(self, edges: np.ndarray) -> np.ndarray:
        """The pixels between each edge and the next; no whole numbers where an edge cuts a finer bin."""
        return np.diff(self._at(self._counts, edges))

    def _at(self, amounts: np.ndarray, value: np.ndarray) -> np.ndarray:
        edges, sums = self._sums(amounts)
        return np.interp(value, edges, sums)

    def _sums(self, amounts: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
        """(edges, sums): of the bins from the first to the last that holds a pixel, and what lies below each edge."""
        held = np.flatnonzero(self._counts)
        first, end = int(held[0]), int(held[-1]) + 1
        edges = _values(np.arange(first, end + 1))
        edges[0], edges[-1] = min(edges[0], self.least), max(edges[-1], self.greatest)
        return edges, np.append(0.0, np.cumsum(amounts[first:end], dtype=np.float64))


def _places(values: np.ndarray) -> np.ndarray:
    """The bin of each value, from 0 on; a bin holds its lower edge."""
    bits = np.ascontiguousarray(values, np.float32).view(np.int32)
    low = bits < 0
    magnitude = bits & np.int32(0x7FFFFFFF)
    up = ((magnitude + ((1 << CUT) - 1)) >> CUT) - _BASE  # a negative number's lower edge is the one farther from 0
    down = (magnitude >> CUT) - _BASE
    np.clip(up, 1, BINS, out=up)
    np.clip(down, 0, BINS - 1, out=down)
    low &= magnitude > 0
    return np.where(low, BINS - up, BINS + down).astype(np.intp)


def _values(places: np.ndarray) -> np.ndarray:
    """The lower edge of each bin, float64."""
    steps = places - BINS
    magnitude = np.where(steps == 0, 0, (np.abs(steps) + _BASE) << CUT).astype(np.int32).view(np.float32)
    return np.sign(steps) * magnitude.astype(np.float64)
