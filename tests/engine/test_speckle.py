"""Speckle filters against literal, per-pixel references, and against what gamma speckle must do."""

import math

import numpy as np
import pytest
from pantau.plugin.engine.burn.speckle import (
    BOXCAR,
    FILTERS,
    GAMMA_MAP,
    KUAN,
    LEE,
    LEE_SIGMA,
    LOOKS_WINDOW,
    REFINED_LEE,
    Speckle,
    despeckle,
    estimate_looks,
    sigma_range,
    window_sums,
    window_variations,
)
from pantau.plugin.engine.burn.stack import expected_looks, quegan_yu
from pantau.plugin.engine.errors import PantauError
from scipy import integrate, ndimage, stats

LOOKS = 4.4


def gamma(shape, looks=LOOKS, seed=0):
    """Speckle of mean 1."""
    return np.random.default_rng(seed).gamma(looks, 1 / looks, shape)


def patches(rng, side, width):
    """Backscatter of eight classes, -11 to -25 dB, in patches whose size grows with `width`."""
    fields = [ndimage.gaussian_filter(rng.standard_normal((side, side)), width) for _ in range(8)]
    decibels = np.array([-12.8, -12.2, -13.4, -18.0, -15.2, -11.5, -19.5, -25.0])
    return 10 ** (decibels[np.argmax(fields, axis=0)] / 10)


def looks_in(array):
    return np.nanmean(array) ** 2 / np.nanvar(array)


# -- literal references: one pixel at a time, as the papers write it


def window(power, row, col, half):
    """The pixels around one, within the array, and their offsets."""
    found = []
    for r in range(row - half, row + half + 1):
        for c in range(col - half, col + half + 1):
            if 0 <= r < power.shape[0] and 0 <= c < power.shape[1] and power[r, c] > 0:
                found.append((r - row, c - col, float(power[r, c])))
    return found


def statistics_of(values):
    mean = sum(values) / len(values)
    return mean, sum((v - mean) ** 2 for v in values) / (len(values) - 1) if len(values) > 1 else 0.0


def least_squares(values, z, c):
    mean, variance = statistics_of(values)
    signal = max(0.0, (variance - c * mean**2) / (1 + c))
    return mean + (signal / variance if variance else 0.0) * (z - mean)


def literal_boxcar(power, row, col, size, looks, bright):
    return statistics_of([v for *_, v in window(power, row, col, size // 2)])[0]


def literal_lee(power, row, col, size, looks, bright):
    mean, variance = statistics_of([v for *_, v in window(power, row, col, size // 2)])
    weight = max(0.0, 1 - mean**2 / looks / variance) if variance else 0.0
    return mean + weight * (power[row, col] - mean)


def literal_kuan(power, row, col, size, looks, bright):
    return least_squares([v for *_, v in window(power, row, col, size // 2)], power[row, col], 1 / looks)


def literal_gamma_map(power, row, col, size, looks, bright):
    """The positive root of alpha R^2 - (alpha - L - 1) m R - L m z = 0 (Lopes et al. 1990)."""
    mean, variance = statistics_of([v for *_, v in window(power, row, col, size // 2)])
    z, ci, cu = power[row, col], math.sqrt(variance) / mean, 1 / math.sqrt(looks)
    if ci <= cu:
        return mean
    if ci >= math.sqrt(2) * cu:
        return z
    alpha = (1 + cu**2) / (ci**2 - cu**2)
    return max(np.roots([alpha, -(alpha - looks - 1) * mean, -looks * mean * z]).real)


def literal_refined_lee(power, row, col, size, looks, bright):
    side, stride = {3: (1, 1), 5: (3, 1), 7: (3, 2), 9: (5, 2), 11: (5, 3)}[size]
    means = {}
    for r in (-1, 0, 1):
        for c in (-1, 0, 1):
            values = [
                v for dr, dc, v in window(power, row, col, size // 2)
                if abs(dr - r * stride) <= side // 2 and abs(dc - c * stride) <= side // 2
            ]  # fmt: skip
            means[r, c] = sum(values) / len(values) if values else None
    middle = means[0, 0]

    def mean(r, c):
        return middle if means[r, c] is None else means[r, c]

    def unlike(r, c):
        return math.inf if means[r, c] is None else abs(means[r, c] - middle)

    # For each edge: squares at one side and the other, and which pixels the half window of either side holds.
    edges = [
        ([(-1, -1), (0, -1), (1, -1)], (0, -1), lambda r, c: c <= 0, [(-1, 1), (0, 1), (1, 1)], (0, 1), lambda r, c: c >= 0),
        ([(-1, -1), (-1, 0), (-1, 1)], (-1, 0), lambda r, c: r <= 0, [(1, -1), (1, 0), (1, 1)], (1, 0), lambda r, c: r >= 0),
        ([(-1, 0), (-1, 1), (0, 1)], (-1, 1), lambda r, c: c >= r, [(0, -1), (1, -1), (1, 0)], (1, -1), lambda r, c: c <= r),
        (
            [(-1, -1), (-1, 0), (0, -1)],
            (-1, -1),
            lambda r, c: r + c <= 0,
            [(0, 1), (1, 0), (1, 1)],
            (1, 1),
            lambda r, c: r + c >= 0,
        ),
    ]
    gradients = [abs(sum(mean(*p) for p in e[0]) - sum(mean(*p) for p in e[3])) for e in edges]
    edge = next(e for e, g in zip(edges, gradients) if g >= max(gradients) * (1 - 1e-9))  # the first of those that tie
    holds = edge[5] if unlike(*edge[4]) < unlike(*edge[1]) * (1 - 1e-9) else edge[2]
    values = [v for dr, dc, v in window(power, row, col, size // 2) if holds(dr, dc)]
    return least_squares(values, power[row, col], 1 / looks)


def is_target(power, row, col, bright):
    if not power[row, col] > bright:
        return False
    for dr, dc, v in window(power, row, col, 1):
        if v > bright and sum(n > bright for *_, n in window(power, row + dr, col + dc, 1)) >= 5:
            return True
    return False


def literal_lee_sigma(power, row, col, size, looks, bright):
    z = power[row, col]
    if is_target(power, row, col, bright):
        return z
    low, high, deviation = sigma_range(looks)
    prior = least_squares([v for *_, v in window(power, row, col, 1)], z, 1 / looks)
    values = [v for *_, v in window(power, row, col, size // 2) if low * prior <= v <= high * prior]
    return least_squares(values, z, deviation**2) if values else z


LITERAL = {
    BOXCAR: literal_boxcar, LEE: literal_lee, KUAN: literal_kuan, GAMMA_MAP: literal_gamma_map, REFINED_LEE: literal_refined_lee,
    LEE_SIGMA: literal_lee_sigma,
}  # fmt: skip


@pytest.fixture(scope="module")
def scene():
    """24 x 21 px: two fields, a road, a bright target, no data as a stripe, a spot and a corner."""
    power = 0.05 * gamma((24, 21), seed=3)
    power[:, 11:] *= 5
    power[9:11] *= 0.2
    power[17:20, 4:7] = 3.0
    power[3, :9] = np.nan
    power[14, 14] = np.nan
    power[20:, 17:] = np.nan
    power[0, 0] = 0.0
    return power


@pytest.mark.parametrize("filter", FILTERS)
@pytest.mark.parametrize("size", [3, 7, 9])
def test_each_filter_is_its_formula_pixel_by_pixel(scene, filter, size):
    bright = 1.0
    found = despeckle(scene, Speckle(filter, size, LOOKS, bright))
    assert found.dtype == np.float32
    assert np.array_equal(np.isnan(found), ~(scene > 0))
    for row, col in zip(*np.nonzero(scene > 0)):
        expected = LITERAL[filter](scene, row, col, size, LOOKS, bright)
        assert found[row, col] == pytest.approx(expected, rel=2e-6), (row, col)


def test_lee_sigmas_ranges_are_the_published_ones():
    """Lee et al. 2009, table I, intensity, sigma .9: (I1, I2, eta) for one to four looks."""
    table = {1: (0.084, 3.941, 0.8191), 2: (0.221, 2.744, 0.5699), 3: (0.313, 2.320, 0.4624), 4: (0.378, 2.094, 0.3991)}
    for looks, expected in table.items():
        assert sigma_range(looks) == pytest.approx(expected, abs=0.01)
    assert sigma_range(1, 0.5) == pytest.approx((0.436, 1.920, 0.4057), abs=0.003)


@pytest.mark.parametrize("looks", [0.5, 4.4, 44, 1000, 1e6])
def test_lee_sigmas_range_holds_its_share_and_keeps_the_mean(looks):
    low, high, deviation = sigma_range(looks)
    speckle = stats.gamma(looks, scale=1 / looks)
    assert speckle.cdf(high) - speckle.cdf(low) == pytest.approx(0.9, abs=1e-6)
    mean, square = (
        integrate.quad(lambda x, p=power: x**p * speckle.pdf(x), low, high, epsabs=1e-12, points=[1.0])[0] / 0.9 for power in (1, 2)
    )
    assert mean == pytest.approx(1, abs=1e-6)
    assert deviation == pytest.approx(math.sqrt(square - mean**2), rel=1e-2)


# -- what speckle must do


@pytest.mark.parametrize(("looks", "seed"), [(1, 0), (4.4, 1), (12, 2)])
def test_filters_keep_the_mean_and_take_the_speckle(looks, seed):
    power = 0.05 * gamma((400, 400), looks, seed)
    for filter, least in ((BOXCAR, 45), (KUAN, 26), (LEE, 18), (REFINED_LEE, 13), (LEE_SIGMA, 14), (GAMMA_MAP, 19)):
        found = despeckle(power, Speckle(filter, 7, looks))
        # The likeliest value of a skew distribution lies below its mean, and what is chosen by its value is chosen by its speckle.
        off = 0.08 / looks if filter == GAMMA_MAP else 0.02 / looks if filter in (REFINED_LEE, LEE_SIGMA) else 0.001
        assert np.mean(found) == pytest.approx(power.mean(), rel=off), filter
        assert looks_in(found) / looks > least, (filter, looks_in(found) / looks)
    assert looks_in(despeckle(power, Speckle(BOXCAR, 7))[3:-3, 3:-3]) == pytest.approx(49 * looks, rel=0.06)


def test_edges_stay_where_the_window_follows_them():
    """A straight edge of 10 dB under speckle: error beside it, relative to the truth, mean of many."""
    truth = np.full((300, 120), 0.02)
    truth[:, 60:] = 0.2
    power = truth * gamma(truth.shape, seed=7)
    beside = np.s_[10:-10, 57:63]
    error = {f: np.mean(np.abs(despeckle(power, Speckle(f, 7, LOOKS))[beside] / truth[beside] - 1)) for f in FILTERS}
    assert error[REFINED_LEE] < 0.15 * error[BOXCAR]
    assert error[LEE_SIGMA] < 0.2 * error[BOXCAR]
    assert error[KUAN] < 0.5 * error[BOXCAR]
    flat = np.s_[10:-10, 10:50]
    assert looks_in(despeckle(power, Speckle(REFINED_LEE, 7, LOOKS))[flat]) > 12 * LOOKS


def test_a_point_target_stays_and_its_surroundings_do_not_shine():
    power = 0.05 * gamma((60, 60), seed=5)
    power[30:33, 30:33] = 20.0
    found = despeckle(power, Speckle(LEE_SIGMA, 7, LOOKS, 1.0))
    assert np.array_equal(found[30:33, 30:33], power[30:33, 30:33].astype(np.float32))
    around = found[26:37, 26:37].copy()
    around[4:7, 4:7] = np.nan
    assert np.nanmax(around) < 0.2
    assert np.nanmax(despeckle(power, Speckle(BOXCAR, 7))[26:37, 26:37]) > 1


@pytest.mark.parametrize("filter", FILTERS)
def test_what_is_constant_stays_so(filter):
    for value in (1e-6, 0.05, 0.1, 1.0, 12345.678):
        power = np.full((23, 31), value, np.float32)
        assert np.array_equal(despeckle(power, Speckle(filter, 7, LOOKS)), power), value
        power[5] = np.nan
        power[:, 8] = np.nan
        assert np.array_equal(despeckle(power, Speckle(filter, 7, LOOKS)), power, equal_nan=True)


@pytest.mark.parametrize("filter", FILTERS)
def test_scaling_the_power_scales_the_result(filter):
    """Speckle multiplies, so a filter for it commutes with a factor; and no offset makes the variance negative."""
    power = gamma((40, 40), 1000)  # almost constant
    one = despeckle(power, Speckle(filter, 5, LOOKS, 2.0))
    assert np.allclose(despeckle(power * 1e6, Speckle(filter, 5, LOOKS, 2e6)), one * 1e6, rtol=1e-6)
    assert np.allclose(despeckle(power * 1e-9, Speckle(filter, 5, LOOKS, 2e-9)), one * 1e-9, rtol=1e-6)


@pytest.mark.parametrize("filter", FILTERS)
def test_turning_the_image_turns_the_result(filter):
    power = 0.05 * gamma((33, 27), seed=11)
    power[10:20, 5:9] *= 8
    for turn in (np.rot90, np.fliplr, np.transpose):
        turned = despeckle(np.ascontiguousarray(turn(power)), Speckle(filter, 7, LOOKS, 0.3))
        expected = turn(despeckle(power, Speckle(filter, 7, LOOKS, 0.3)))
        assert np.allclose(turned[3:-3, 3:-3], expected[3:-3, 3:-3], rtol=1e-5)  # in a corner two edges are as steep


@pytest.mark.parametrize("filter", FILTERS)
def test_tiny_and_empty_images(filter):
    kind = Speckle(filter, 7, LOOKS, 1.0)
    assert despeckle(np.array([[0.3]]), kind) == np.float32(0.3)
    assert np.isnan(despeckle(np.full((9, 11), np.nan), kind)).all()
    row = 0.05 * gamma((1, 50))
    found = despeckle(row, kind)
    expected = [LITERAL[filter](row, 0, col, 7, LOOKS, 1.0) for col in range(50)]
    assert np.allclose(found[0], expected, rtol=2e-6)
    lone = np.full((9, 9), np.nan)
    lone[4, 4] = 0.2
    assert despeckle(lone, kind)[4, 4] == np.float32(0.2)


def test_sums_of_windows_of_any_size():
    values = np.random.default_rng(0).integers(0, 9, (30, 41)).astype(float)
    for size in (1, 2, 3, 5, 7, 9, 15, 29, 30):
        expected = np.lib.stride_tricks.sliding_window_view(values, (size, size)).sum(axis=(2, 3))
        assert np.array_equal(window_sums(values, size), expected)


def test_impossible_settings_are_one_sentence():
    power = gamma((9, 9))
    for kind, match in (
        (Speckle(LEE, 4, 4), "SIZE is 4"), (Speckle(LEE, 1, 4), "SIZE is 1"), (Speckle(LEE, -3, 4), "SIZE is -3"),
        (Speckle(LEE, 103, 4), "SIZE is 103"), (Speckle(LEE, 7, 0), "LOOKS is 0"), (Speckle(LEE, 7, -1), "LOOKS is -1"),
        (Speckle(LEE, 7, math.nan), "LOOKS is nan"), (Speckle(LEE, 7, math.inf), "LOOKS is inf"),
    ):  # fmt: skip
        with pytest.raises(PantauError, match=match):
            despeckle(power, kind)


# -- the number of looks


@pytest.mark.parametrize("looks", [1, 4.4, 20, 44])
@pytest.mark.parametrize("width", [8, 20])
def test_looks_of_a_patchy_scene(looks, width):
    truth = patches(np.random.default_rng(width), 700, width)
    estimate = estimate_looks(window_variations(truth * gamma(truth.shape, looks, 4)))
    assert estimate == pytest.approx(looks, rel=0.1)


def test_looks_where_half_the_scene_is_textured_and_a_third_is_missing():
    truth = np.ones((600, 600))
    truth[:, 300:] = np.random.default_rng(1).gamma(6, 1 / 6, (600, 300))
    power = truth * gamma(truth.shape, seed=2)
    power[200:400] = np.nan
    assert estimate_looks(window_variations(power)) == pytest.approx(LOOKS, rel=0.1)


def test_windows_of_looks():
    side = LOOKS_WINDOW
    power = gamma((2 * side + 3, 3 * side + 1))
    power[0, 0] = np.nan
    power[side : 2 * side, :side] = 0.5
    found = window_variations(power)
    tiles = [power[r : r + side, c : c + side] for r, c in ((0, side), (0, 2 * side), (side, side), (side, 2 * side))]
    assert found == pytest.approx([t.var(ddof=1) / t.mean() ** 2 for t in tiles])
    with pytest.raises(PantauError, match="give LOOKS"):
        estimate_looks(found[:3])


# -- many dates


def test_quegan_and_yu_pixel_by_pixel(scene):
    dates = np.stack([scene, scene * gamma(scene.shape, seed=8), 0.1 * gamma(scene.shape, seed=9)])
    dates[2, 5:9, 5:9] = np.nan
    size, half = 5, 2
    padded = np.pad(dates, ((0, 0), (half, half), (half, half)), constant_values=np.nan)
    found = quegan_yu(padded, size)
    assert np.array_equal(np.isnan(found), ~(dates > 0))
    for date, row, col in zip(*np.nonzero(dates > 0)):
        means = [literal_boxcar(d, row, col, size, 0, 0) if window(d, row, col, half) else None for d in dates]
        ratios = [d[row, col] / m for d, m in zip(dates, means) if d[row, col] > 0]
        assert found[date, row, col] == pytest.approx(means[date] * sum(ratios) / len(ratios), rel=2e-6)


def test_many_dates_steady_each_other():
    dates = 0.05 * gamma((10, 200, 200), seed=6)
    dates[3] *= 4  # another level on one date stays there
    found = quegan_yu(dates, 7)
    for date in range(10):
        assert looks_in(found[date]) == pytest.approx(expected_looks(LOOKS, 10, 7), rel=0.05)
        assert found[date].mean() == pytest.approx(dates[date].mean(), rel=0.01)
    assert expected_looks(4.4, 1, 7) == 4.4
    assert expected_looks(1, 10, 7) == pytest.approx(490 / 58)
