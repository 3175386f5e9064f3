"""Where to cut an index so that what lies beyond is taken as burned, and what a cut means where nothing has burned.

All of it works on a `Distribution`, or on the counts of a histogram: no raster is read here.
"""

from __future__ import annotations

import math
from typing import Optional, Tuple

import numpy as np

from ..errors import PantauError
from ..text import number, tr
from .distribution import Distribution

MU_MINUS_SIGMA, MU, MU_PLUS_SIGMA, K_SIGMA = "mu_minus_sigma", "mu", "mu_plus_sigma", "k_sigma"
OTSU, KITTLER, VALUE = "otsu", "kittler", "value"
METHODS = (MU_MINUS_SIGMA, MU, MU_PLUS_SIGMA, K_SIGMA, OTSU, KITTLER, VALUE)
BELOW, ABOVE = "below", "above"
SIDES = (BELOW, ABOVE)
LEAST_CLASS = 0.002  # share of the pixels; the variance of fewer says nothing


def method_name(method: str, k: float = 1.0, burned: str = BELOW) -> str:
    """What to call a method in a report. k, burned: of K_SIGMA."""
    steps = -k if burned == BELOW else k
    names = {
        MU_MINUS_SIGMA: "\u03bc \u2212 \u03c3", MU: "\u03bc", MU_PLUS_SIGMA: "\u03bc + \u03c3",
        K_SIGMA: f"\u03bc {'+' if steps >= 0 else chr(0x2212)} {number(abs(steps), 0 if float(steps).is_integer() else 2)} \u03c3",
        OTSU: "Otsu", KITTLER: "Kittler-Illingworth", VALUE: tr("given value"),
    }  # fmt: skip
    return names[method]


def choose(
    method: str, values: Distribution, *, ratio: bool, burned: str = BELOW, k: float = 1.0, value: Optional[float] = None
) -> float:
    """The threshold by one of METHODS.

    ratio: whether the values are ratios of two powers, such as RBR: Otsu and Kittler-Illingworth then work on their logarithm, which is
    as symmetric as they expect it to be (Bazi, Bruzzone and Melgani 2005). burned: BELOW or ABOVE. k: of K_SIGMA, to the burned side of
    the mean. value: of VALUE.
    Raises PantauError: no two classes to be told apart, no value.
    """
    if method == VALUE:
        if value is None or not math.isfinite(value):
            raise PantauError(tr("METHOD is value, and VALUE is empty: give the threshold."))
        return float(value)
    steps = {MU_MINUS_SIGMA: -1.0, MU: 0.0, MU_PLUS_SIGMA: 1.0, K_SIGMA: -k if burned == BELOW else k}
    if method in steps:
        return values.mean + steps[method] * values.std
    if values.least == values.greatest:
        raise PantauError(
            tr("All pixels have the value {value:g}, so there are no two classes to tell apart: check the index.").format(
                value=values.least
            )
        )
    found = (otsu if method == OTSU else kittler)(*values.grey_levels(ratio))
    return math.exp(found) if ratio else found


def flagged(values: np.ndarray, threshold: float, burned: str) -> np.ndarray:
    """Where values lie beyond a threshold, of bool; a value on it does not, nor does NaN. values: float64, or what it holds."""
    values = values.astype(np.float64, copy=False)  # else numpy would round the threshold to float32
    with np.errstate(invalid="ignore"):
        return values < threshold if burned == BELOW else values > threshold


def otsu(edges: np.ndarray, counts: np.ndarray) -> float:
    """The edge of a histogram that parts it into two classes whose means lie farthest apart (Otsu 1979, equation 18); where several
    do, as between two peaks with nothing between them, the middle of these.

    edges: (n + 1,) ascending. counts: (n,), at least two of them not 0.
    """
    middles, below = (edges[1:] + edges[:-1]) / 2, np.cumsum(counts)[:-1]
    total, first, whole = counts.sum(), np.cumsum(counts * middles)[:-1], (counts * middles).sum()
    both = (below > 0) & (below < total)
    between = np.full(below.shape, -np.inf)
    between[both] = (whole * below[both] / total - first[both]) ** 2 / (below[both] * (total - below[both]))
    return float(edges[1:-1][between >= between.max() * (1 - 1e-12)].mean())


def criterion(edges: np.ndarray, counts: np.ndarray) -> Tuple[np.ndarray, float]:
    """(J of Kittler and Illingworth (1986, equation 15) for a cut at each inner edge of a histogram, (n - 1,) of float64; that of one
    Gaussian for all): the lower, the better the two Gaussians, one to each side, describe it. J is that of one where nothing lies to a side.

    Within a bin values are taken as spread evenly, so that a class of one bin has a variance too.
    """
    middles, inside = (edges[1:] + edges[:-1]) / 2 - edges.mean(), (edges[1] - edges[0]) ** 2 / 12
    shares = counts / counts.sum()
    sums = [shares * middles**power for power in (0, 1, 2)]
    both = (np.cumsum(counts)[:-1] > 0) & (np.cumsum(counts[::-1])[-2::-1] > 0)
    low, high = ([np.cumsum(one)[:-1][both] for one in sums], [np.cumsum(one[::-1])[-2::-1][both] for one in sums])

    def variance(share: np.ndarray, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        return np.maximum(two / share - (one / share) ** 2, 0) + inside

    single = 1 + math.log(variance(*(one.sum() for one in sums)))
    cost = np.full(len(counts) - 1, single)
    cost[both] = 1 + sum(share * (np.log(variance(share, *rest)) - 2 * np.log(share)) for share, *rest in (low, high))
    return cost, single


def kittler(edges: np.ndarray, counts: np.ndarray) -> float:
    """The edge with the least error of two Gaussians, one to each side (Kittler and Illingworth 1986): the lowest minimum of `criterion`
    that leaves LEAST_CLASS to both sides, and is lower than one Gaussian for all would be; of equals side by side, the middle.

    edges: (n + 1,), at equal distances. counts: (n,).
    Raises PantauError where there is none: the histogram has one peak.
    """
    cost, single = criterion(edges, counts)
    share, places = np.cumsum(counts)[:-1] / counts.sum(), edges[1:-1]
    starts = np.flatnonzero(np.append(True, np.diff(share) > 0))  # of each stretch without a pixel, where all cuts are one
    ends = np.append(starts[1:], len(cost)) - 1
    cost, share, places = cost[starts], share[starts], (places[starts] + places[ends]) / 2
    around = np.concatenate([[single], cost, [single]])
    valley = (cost < around[:-2]) & (cost <= around[2:]) & (cost < single)
    valleys = np.flatnonzero(valley & (share >= LEAST_CLASS) & (share <= 1 - LEAST_CLASS))
    if not valleys.size:
        raise PantauError(
            tr(
                "Kittler-Illingworth finds one class only in this index, and no second one that might have burned: filter the speckle "
                "first (despeckle), or set METHOD to otsu or mu_minus_sigma and look at what share it flags without any fire."
            )
        )
    return float(places[valleys[cost[valleys].argmin()]])


def gaussian_share(threshold: float, mean: float, std: float, burned: str = BELOW) -> Optional[float]:
    """The share, 0 to 1, that a threshold flags of a Gaussian of this mean and spread; None where there is no spread."""
    if not std:
        return None
    share = math.erfc((mean - threshold) / std / math.sqrt(2)) / 2
    return share if burned == BELOW else 1 - share


def no_fire_share(values: Distribution, threshold: float, *, ratio: bool, burned: str = BELOW) -> float:
    """The share, 0 to 1, that a threshold would flag of these values if nothing had burned, told from the side on which nothing burns.

    Without fire an index spreads alike to both sides of its centre: post / pre is as likely as pre / post. So what lies on the unburned
    side of the highest peak is mirrored at it, and the mirror image says how much of unburned land lies beyond the threshold; a ratio is
    mirrored as a ratio (x becomes centre^2 / x). It holds where most of the land did not burn, and what grew brighter did so by chance.
    """
    centre = values.centre(ratio)
    if burned == BELOW:
        unburned = 1 - values.share_below(centre)
    else:
        unburned = values.share_below(centre)
    if not unburned:
        return 0.0
    if ratio and threshold <= 0:
        return 0.0 if burned == BELOW else 1.0
    mirrored = centre * centre / threshold if ratio else 2 * centre - threshold
    beyond = threshold <= centre if burned == BELOW else threshold >= centre
    share = values.share_below(mirrored if beyond else threshold)
    share = (1 - share if burned == BELOW else share) / (2 * unburned)
    return min(1.0, share if beyond else 1 - share)
