"""Speckle filters: arrays of backscatter in linear power in, arrays out.

Speckle multiplies the backscatter by a gamma variate of mean 1 and variance c = 1/L; L is the equivalent number of looks. Each filter
takes what the window around a pixel z says, its mean m and its variance v over the n pixels that hold data:

- boxcar: m.
- Lee 1980, linearised: m + b (z - m), b = max(0, 1 - c m^2 / v).
- Kuan et al. 1985, exact: the same with b = vx / v, vx = max(0, (v - c m^2) / (1 + c)), which is the minimum mean square error.
- refined Lee (Lee 1981): Kuan's b in that half of the window, of eight, which an edge through the pixel would leave whole.
- Lee sigma, improved (Lee et al. 2009): Kuan's b over those pixels of the window that speckle makes of one backscatter.
- Gamma MAP (Lopes et al. 1990): the likeliest backscatter where that is gamma distributed as well.

Variances are those of a sample, over n - 1. Sums are in float64 and never running ones, so that each depends on its window alone. What they
lose, some 1e-15 m^2, can change nothing: all filters compare v with c m^2, which is larger by far for less than a billion looks.
"""

from __future__ import annotations

import functools
from typing import Callable, Dict, NamedTuple, Tuple

import numpy as np

from ..errors import PantauError
from ..text import tr

LEE, KUAN, REFINED_LEE, LEE_SIGMA, GAMMA_MAP, BOXCAR = "lee", "kuan", "refined_lee", "lee_sigma", "gamma_map", "boxcar"
FILTERS = (LEE, KUAN, REFINED_LEE, LEE_SIGMA, GAMMA_MAP, BOXCAR)
LEAST_SIZE, MOST_SIZE = 3, 31  # larger ones take long, and blur whatever filter it is
MOST_LOOKS = 1e6
SIGMA = 0.9  # share of the speckle that Lee sigma's range holds (Lee et al. 2009)
BRIGHT_PERCENT = 98.0  # brighter pixels are point targets where enough of them stand together (Lee et al. 2009)
TOGETHER = 5  # of nine
STRIP = 32  # rows at once where many passes go over them: what they need stays in the processor's cache
LOOKS_WINDOW = 7  # px, side of the windows whose looks are measured
LEAST_WINDOWS = 20
TINY = 1e-300
SAME = 1e-9  # relative; edges of gradients that differ by less are taken in their order, whatever sums are rounded to


def filter_name(filter: str) -> str:
    """What to call one of FILTERS within a sentence."""
    names = {
        LEE: tr("Lee"), KUAN: tr("Kuan"), REFINED_LEE: tr("refined Lee"), LEE_SIGMA: tr("Lee sigma"), GAMMA_MAP: tr("Gamma MAP"),
        BOXCAR: tr("boxcar"),
    }  # fmt: skip
    return names[filter]


class Speckle(NamedTuple):
    """filter: one of FILTERS. size: of the window, in pixels, odd. looks: equivalent number of looks; the boxcar needs none.
    bright: the power above which Lee sigma looks for point targets; infinite for none."""

    filter: str = LEE
    size: int = 7
    looks: float = 1.0
    bright: float = np.inf


def check_size(size: int) -> None:
    """Raise PantauError for a window that has no central pixel, or is too small or too large."""
    if size % 2 == 0 or not LEAST_SIZE <= size <= MOST_SIZE:
        raise PantauError(
            tr("SIZE is {size}: give an odd number of pixels from {least} to {most}, such as 7.").format(
                size=size, least=LEAST_SIZE, most=MOST_SIZE
            )
        )


def check_looks(looks: float) -> None:
    """Raise PantauError for a number of looks that speckle cannot have."""
    if not 0 < looks <= MOST_LOOKS:
        raise PantauError(
            tr("LOOKS is {looks}: give a number above 0, such as 4.4 for Sentinel-1 GRD, or leave it empty.").format(
                looks=f"{looks:g}"
            )
        )


def reach(speckle: Speckle) -> int:
    """How far from a pixel, in pixels, lies what its filtered value depends on."""
    return max(speckle.size // 2, 2) if speckle.filter == LEE_SIGMA else speckle.size // 2


def despeckle(power: np.ndarray, speckle: Speckle) -> np.ndarray:
    """Filter backscatter. At the array's edge a window holds fewer pixels.

    power: (rows, cols) of floats, linear; NaN, and 0 or less, is no data and stays NaN.
    Returns (rows, cols) of float32. Raises PantauError: an impossible size or number of looks.
    """
    check_size(speckle.size)
    if speckle.filter != BOXCAR:
        check_looks(speckle.looks)
    return despeckle_core(np.pad(power.astype(np.float64), reach(speckle), constant_values=np.nan), speckle)


def despeckle_core(power: np.ndarray, speckle: Speckle) -> np.ndarray:
    """Like `despeckle`, without what lies within `reach` of the array's edge: (rows - 2 reach, cols - 2 reach)."""
    margin = reach(speckle)
    result = np.empty((power.shape[0] - 2 * margin, power.shape[1] - 2 * margin), np.float32)
    strip = max(STRIP, 4 * margin)
    with np.errstate(over="ignore"):
        for top in range(0, len(result), strip):
            z = filled(power[top : top + strip + 2 * margin])
            middle = inner(z, margin)
            rows = result[top : top + strip]
            rows[:] = _FILTERS[speckle.filter](z, middle, speckle)
            rows[middle == 0] = np.nan
    return result


def filled(power: np.ndarray) -> np.ndarray:
    """Power in float64 with 0 for no data, so that sums pass over it."""
    return np.where((power > 0) & (power < np.inf), power, 0.0).astype(np.float64, copy=False)


def inner(array: np.ndarray, margin: int) -> np.ndarray:
    """(rows, cols) without so many pixels at each side."""
    return array[margin : array.shape[0] - margin, margin : array.shape[1] - margin]


def window_sums(values: np.ndarray, size: int) -> np.ndarray:
    """Sums over the windows of `size` x `size` that lie within (rows, cols): (rows - size + 1, cols - size + 1), of the same type."""
    return _run_sums(_run_sums(values, size).T, size).T


def window_means(z: np.ndarray, size: int) -> np.ndarray:
    """Means of the pixels that hold data, of windows as in `window_sums`; 0 where there are none. z: as from `filled`."""
    sums = window_sums(z, size)
    if z.all():
        sums /= size * size
    else:
        sums /= np.maximum(_counts(z, size), 1)
    return sums


@functools.lru_cache(maxsize=32)
def sigma_range(looks: float, share: float = SIGMA) -> Tuple[float, float, float]:
    """(low, high, deviation) for speckle of mean 1: the range that holds `share` of it and has mean 1 as well, and the standard
    deviation within (Lee et al. 2009, equations 8 to 11, table I, for any number of looks)."""
    from scipy import optimize, special

    def within(order: int, low: float, high: float) -> float:
        return float(special.gammainc(looks + order, looks * high) - special.gammainc(looks + order, looks * low))

    def high_of(low: float) -> float:
        return float(special.gammaincinv(looks, min(1.0, special.gammainc(looks, looks * low) + share))) / looks

    lowest_half = float(special.gammaincinv(looks, 1 - share)) / looks
    low = float(optimize.brentq(lambda low: within(1, low, high_of(low)) - share, 0.0, lowest_half * (1 - 1e-12), xtol=1e-14))
    high = high_of(low)
    variance = (1 + 1 / looks) * within(2, low, high) / share - 1
    return low, high, float(np.sqrt(max(0.0, variance)))


# -- the number of looks


def window_variations(power: np.ndarray) -> np.ndarray:
    """Squared coefficients of variation of the `LOOKS_WINDOW` squares, side by side, that are full of data and not constant.

    power: (rows, cols), NaN for no data. Returns (windows,) float64.
    """
    side = LOOKS_WINDOW
    rows, cols = power.shape[0] // side, power.shape[1] // side
    tiles = power[: rows * side, : cols * side].astype(np.float64).reshape(rows, side, cols, side)
    tiles = tiles.swapaxes(1, 2).reshape(rows * cols, side * side)
    tiles = tiles[(tiles > 0).all(axis=1)]
    means = tiles.mean(axis=1)
    squares = tiles.var(axis=1, ddof=1) / means**2
    return squares[squares > 1e-14]


def estimate_looks(variations: np.ndarray) -> float:
    """The equivalent number of looks: what most of the homogeneous windows agree on.

    In a homogeneous window the squared coefficient of variation estimates 1/L; edges and texture only raise it. The estimate is the mode of
    its logarithm, by a Gaussian kernel of Silverman's width (the way of Anfinsen et al. 2009, IEEE TGRS 47), and of several modes
    the one with the least variation that is at least half as high as the highest.
    variations: as from `window_variations`. Raises PantauError: too few windows.
    """
    if len(variations) < LEAST_WINDOWS:
        raise PantauError(
            tr(
                "The looks cannot be estimated from {count} full windows of {side} x {side} pixels with speckle: give LOOKS, such as 4.4 "
                "for Sentinel-1 GRD."
            ).format(count=len(variations), side=LOOKS_WINDOW)
        )
    logs = np.log(variations)
    quarter, half = np.percentile(logs, (25, 75))
    spread = max(min(float(logs.std()), (half - quarter) / 1.34), 1e-3)
    width = 0.9 * spread * len(logs) ** -0.2
    step = width / 8
    bins = max(65, int((logs.max() - logs.min()) / step) + 18)
    low = logs.min() - 9 * step
    counts = np.histogram(logs, bins, (low, low + bins * step))[0].astype(float)
    density = np.convolve(counts, np.exp(-0.5 * (np.arange(-32, 33) / 8) ** 2), mode="same")
    peaks = np.flatnonzero((density[1:-1] >= density[:-2]) & (density[1:-1] > density[2:])) + 1
    peak = peaks[density[peaks] >= density.max() / 2][0]
    return float(np.exp(-(low + (peak + 0.5) * step)))


# -- the filters: (z with its margin, z without it, settings) -> (rows, cols) without it


def _boxcar(z: np.ndarray, middle: np.ndarray, speckle: Speckle) -> np.ndarray:
    return window_means(z, speckle.size)


def _lee(z: np.ndarray, middle: np.ndarray, speckle: Speckle) -> np.ndarray:
    mean, variance = _moments(z, speckle.size)
    noise = mean * mean
    noise /= speckle.looks
    noise /= np.maximum(variance, TINY, out=variance)
    weight = np.subtract(1, noise, out=noise)
    return _between(mean, np.maximum(weight, 0, out=weight), middle)


def _kuan(z: np.ndarray, middle: np.ndarray, speckle: Speckle) -> np.ndarray:
    return _least_squares(*_moments(z, speckle.size), middle, 1 / speckle.looks)


def _gamma_map(z: np.ndarray, middle: np.ndarray, speckle: Speckle) -> np.ndarray:
    mean, variance = _moments(z, speckle.size)
    noise = 1 / speckle.looks
    variation = variance / np.maximum(mean * mean, TINY)
    alpha = (1 + noise) / np.maximum(variation - noise, 1e-9)
    part = (alpha - speckle.looks - 1) * mean
    likeliest = (part + np.sqrt(part * part + 4 * alpha * speckle.looks * mean * middle)) / (2 * alpha)
    likeliest = np.where(variation <= noise, mean, likeliest)
    return np.where(variation >= 2 * noise, middle, likeliest)  # a point target


def _refined_lee(z: np.ndarray, middle: np.ndarray, speckle: Speckle) -> np.ndarray:
    size = speckle.size
    halves = _half_windows(z, size)
    sums = []
    for values in (z, z * z, (z > 0).astype(np.float64)):
        runs = [values]  # of 1, 2, ... pixels to the right
        for length in range(1, size):
            runs.append(runs[-1][:, :-1] + values[:, length:])
        chosen = np.empty(middle.shape)
        for half, pieces in enumerate(_HALVES):
            total = np.zeros(middle.shape)
            for row, (col, length) in enumerate(pieces(size)):
                if length:
                    total += runs[length - 1][row : row + middle.shape[0], col : col + middle.shape[1]]
            np.copyto(chosen, total, where=halves == half)
        sums.append(chosen)
    return _least_squares(*_mean_variance(*sums), middle, 1 / speckle.looks)


def _lee_sigma(z: np.ndarray, middle: np.ndarray, speckle: Speckle) -> np.ndarray:
    low, high, deviation = sigma_range(speckle.looks)
    margin, half = reach(speckle), speckle.size // 2
    prior = _least_squares(*_moments(inner(z, margin - 1), 3), middle, 1 / speckle.looks)
    least, most = np.maximum(low * prior, TINY), high * prior  # no data, which is 0, lies in no range
    window = inner(z, margin - half)
    count, total, squares = np.zeros(middle.shape), np.zeros(middle.shape), np.zeros(middle.shape)
    for row in range(speckle.size):
        for col in range(speckle.size):
            values = window[row : row + middle.shape[0], col : col + middle.shape[1]]
            taken = values >= least
            taken &= values <= most
            count += taken
            part = values * taken
            total += part
            part *= values
            squares += part
    filtered = _least_squares(*_mean_variance(total, squares, count), middle, deviation**2)
    kept = (count == 0) | _point_targets(inner(z, margin - 2), speckle.bright)
    return np.where(kept, middle, filtered)


def _point_targets(z: np.ndarray, bright: float) -> np.ndarray:
    """(rows - 4, cols - 4) of bool: bright pixels in a square of nine of which enough are bright."""
    flags = z > bright
    centres = window_sums(flags.astype(np.uint8), 3) >= TOGETHER
    centres &= inner(flags, 1)
    return inner(flags, 2) & (window_sums(centres.astype(np.uint8), 3) > 0)


_FILTERS: Dict[str, Callable[[np.ndarray, np.ndarray, Speckle], np.ndarray]] = {
    LEE: _lee, KUAN: _kuan, REFINED_LEE: _refined_lee, LEE_SIGMA: _lee_sigma, GAMMA_MAP: _gamma_map, BOXCAR: _boxcar,
}  # fmt: skip


# -- windows


def _run_sums(values: np.ndarray, length: int) -> np.ndarray:
    """Sums of `length` neighbours in each row: (rows, cols - length + 1). By doubling, few additions for any length."""
    cols = values.shape[1] - length + 1
    result, start, power, width = None, 0, values, 1
    while True:
        if length & width:
            part = power[:, start : start + cols]
            result = part if result is None else result + part
            start += width
        if width * 2 > length:
            return result
        power = power[:, :-width] + power[:, width:]
        width *= 2


def _counts(z: np.ndarray, size: int) -> np.ndarray:
    """How many pixels of each window hold data, as in `window_sums`."""
    return window_sums((z > 0).astype(np.uint16), size)


def _moments(z: np.ndarray, size: int) -> Tuple[np.ndarray, np.ndarray]:
    """(mean, variance) of the pixels that hold data in each window, as in `window_sums`."""
    count = float(size * size) if z.all() else _counts(z, size)
    return _mean_variance(window_sums(z, size), window_sums(z * z, size), count)


def _mean_variance(total: np.ndarray, squares: np.ndarray, count: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
    """(mean, variance of the sample) from sums; the variance of one pixel is 0, and so is all of none."""
    mean = total / np.maximum(count, 1)
    variance = squares
    variance -= total * mean
    variance /= np.maximum(np.subtract(count, 1.0), 1)
    return mean, np.maximum(variance, 0, out=variance)


def _least_squares(mean: np.ndarray, variance: np.ndarray, middle: np.ndarray, noise: float) -> np.ndarray:
    """The estimate of minimum mean square error for speckle of this variance (Kuan et al. 1985)."""
    weight = variance - noise * mean * mean
    weight /= np.maximum(variance, TINY)
    weight /= 1 + noise
    return _between(mean, np.maximum(weight, 0, out=weight), middle)


def _between(mean: np.ndarray, weight: np.ndarray, middle: np.ndarray) -> np.ndarray:
    """mean + weight x (middle - mean)."""
    result = middle - mean
    result *= weight
    result += mean
    return result


# -- edges, for refined Lee

# Half a window, for each of its rows: (first column, how many); both halves hold the line between them.
_HALVES: Tuple[Callable[[int], list], ...] = (
    lambda n: [(0, n // 2 + 1)] * n,  # left
    lambda n: [(n // 2, n // 2 + 1)] * n,  # right
    lambda n: [(0, n if row <= n // 2 else 0) for row in range(n)],  # top
    lambda n: [(0, n if row >= n // 2 else 0) for row in range(n)],  # bottom
    lambda n: [(row, n - row) for row in range(n)],  # upper right
    lambda n: [(0, row + 1) for row in range(n)],  # lower left
    lambda n: [(0, n - row) for row in range(n)],  # upper left
    lambda n: [(n - 1 - row, row + 1) for row in range(n)],  # lower right
)
# Of the nine squares, by row and column: those at one side of an edge and at the other, the outermost in the middle; in the order of the
# halves.
_SIDES = (
    (((0, 0), (1, 0), (2, 0)), ((0, 2), (1, 2), (2, 2))),
    (((0, 0), (0, 1), (0, 2)), ((2, 0), (2, 1), (2, 2))),
    (((0, 1), (0, 2), (1, 2)), ((1, 0), (2, 0), (2, 1))),
    (((0, 1), (0, 0), (1, 0)), ((1, 2), (2, 2), (2, 1))),
)


def _half_windows(z: np.ndarray, size: int) -> np.ndarray:
    """Which of _HALVES each pixel's value comes from: of the edge with the steepest gradient, the side that is more like the pixel.

    The gradients are those of the means of nine squares in the window, which overlap where they must (Lee 1981).
    """
    half = min((size + 3) // 6, (size - 3) // 2)
    side = 2 * half + 1
    stride = (size - side) // 2
    rows, cols = z.shape[0] - size + 1, z.shape[1] - size + 1
    all_means, empty = window_means(z, side), _counts(z, side) == 0
    places = {(r, c): np.s_[r * stride : r * stride + rows, c * stride : c * stride + cols] for r in range(3) for c in range(3)}
    middle = all_means[places[1, 1]]
    means = {place: np.where(empty[at], middle, all_means[at]) for place, at in places.items()}
    steepest, chosen = np.full((rows, cols), -1.0), np.zeros((rows, cols), np.int8)
    for edge, (one, other) in enumerate(_SIDES):
        gradient = np.abs(functools.reduce(np.add, (means[p] for p in one)) - functools.reduce(np.add, (means[p] for p in other)))
        apart = [np.where(empty[places[s[1]]], np.inf, np.abs(means[s[1]] - middle)) for s in (one, other)]
        better = gradient > steepest * (1 + SAME)
        np.copyto(steepest, gradient, where=better)
        np.copyto(chosen, (2 * edge + (apart[1] < apart[0] * (1 - SAME))).astype(np.int8), where=better)
    return chosen
