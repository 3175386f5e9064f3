"""Thresholds: literal copies of the papers' formulas, mixtures whose answer is known, and scenes in which nothing burned."""

import math

import numpy as np
import pytest
from pantau.plugin.engine.burn import threshold as engine
from pantau.plugin.engine.burn.distribution import Distribution, part_of
from pantau.plugin.engine.burn.threshold import (
    choose,
    flagged,
    gaussian_share,
    kittler,
    method_name,
    no_fire_share,
    otsu,
)
from pantau.plugin.engine.errors import PantauError


def spread(values):
    total = Distribution()
    for part in np.array_split(np.asarray(values, np.float32), 5):
        total.write(0, 0, part_of(part, np.full(part.size, 0.01)))
    return total


def literal_otsu(edges, counts):
    """Otsu (1979): the cut k with the largest sigma_B^2(k), class by class; the mean of those that are equal."""
    levels, found = (edges[1:] + edges[:-1]) / 2, []
    for k in range(1, len(counts)):
        low, high = counts[:k], counts[k:]
        if low.sum() and high.sum():
            w0, w1 = low.sum() / counts.sum(), high.sum() / counts.sum()
            m0, m1 = (low * levels[:k]).sum() / low.sum(), (high * levels[k:]).sum() / high.sum()
            found.append((w0 * w1 * (m1 - m0) ** 2, edges[k]))
    best = max(found)[0]
    return np.mean([edge for value, edge in found if value > best * (1 - 1e-10)])


def literal_kittler(edges, counts):
    """Kittler and Illingworth (1986), equations 7 to 15: J(T) of each cut, from the classes' own means and variances."""
    levels, found = (edges[1:] + edges[:-1]) / 2, []
    for k in range(1, len(counts)):
        low, high = counts[:k], counts[k:]
        if not (low.sum() and high.sum()):
            found.append(math.nan)
            continue
        p = [one.sum() / counts.sum() for one in (low, high)]
        means = [(one * at).sum() / one.sum() for one, at in ((low, levels[:k]), (high, levels[k:]))]
        variances = [
            (one * (at - mean) ** 2).sum() / one.sum()
            for one, at, mean in ((low, levels[:k], means[0]), (high, levels[k:], means[1]))
        ]
        if min(variances) <= 0:
            found.append(math.nan)
            continue
        found.append(1 + 2 * sum(s * math.log(math.sqrt(v)) for s, v in zip(p, variances)) - 2 * sum(s * math.log(s) for s in p))
    return np.array(found)


def mixture(share, apart, spreads=(1.0, 1.0), n=200_000, seed=0):
    rng = np.random.default_rng(seed)
    low = rng.random(n) < share
    return np.where(low, rng.normal(-apart, spreads[0], n), rng.normal(0, spreads[1], n))


@pytest.mark.parametrize("share", [0.05, 0.15, 0.3, 0.5])
@pytest.mark.parametrize("apart", [2.0, 4.0, 8.0])
def test_otsu_is_the_paper_s(share, apart):
    counts, edges = np.histogram(mixture(share, apart), 256)
    assert otsu(edges, counts.astype(float)) == pytest.approx(literal_otsu(edges, counts), abs=1e-9)


@pytest.mark.parametrize("share", [0.05, 0.15, 0.3, 0.5])
@pytest.mark.parametrize("apart", [4.0, 6.0])
def test_the_criterion_of_kittler_and_illingworth_is_the_paper_s(share, apart):
    counts, edges = np.histogram(mixture(share, apart), 256)
    cost, single = engine.criterion(edges, counts.astype(float))
    literal = literal_kittler(edges, counts)
    known = np.isfinite(literal) & (np.cumsum(counts)[:-1] > 200) & (np.cumsum(counts)[:-1] < counts.sum() - 200)
    np.testing.assert_allclose(cost[known], literal[known], atol=2e-3)  # within a bin we spread the values
    at = edges[1:-1][known]
    assert kittler(edges, counts.astype(float)) == pytest.approx(at[literal[known].argmin()], abs=edges[1] - edges[0])
    assert single > cost.min()


@pytest.mark.parametrize(("share", "spreads"), [(0.15, (1.0, 1.0)), (0.3, (1.0, 1.0)), (0.3, (1.5, 0.7)), (0.15, (0.6, 1.2))])
def test_kittler_recovers_the_best_cut_of_two_gaussians(share, spreads):
    """The best cut is where both densities, weighted, are equal; it flags what really is of the lower class."""
    apart = 6.0
    values = mixture(share, apart, spreads)
    grid = np.linspace(-apart, 0, 6001)
    gaussian = [
        p / s * np.exp(-((grid - m) ** 2) / 2 / s**2) for p, m, s in ((share, -apart, spreads[0]), (1 - share, 0, spreads[1]))
    ]
    best = grid[np.argmin(np.abs(np.log(gaussian[0] / gaussian[1])))]
    found = choose("kittler", spread(values), ratio=False)
    assert found == pytest.approx(best, abs=0.15)
    assert np.mean(values < found) == pytest.approx(share, rel=0.02)


def test_otsu_of_two_equal_peaks_is_halfway():
    values = spread(mixture(0.5, 6.0))
    assert choose("otsu", values, ratio=False) == pytest.approx(-3, abs=0.05)


def test_a_ratio_and_its_decibels_give_the_same_map():
    """RBR and LogRBR say the same of a pixel; cut by Otsu or Kittler-Illingworth they flag the same."""
    rng = np.random.default_rng(1)
    ratio = rng.gamma(60, 1, 100_000) / rng.gamma(60, 1, 100_000) * np.where(rng.random(100_000) < 0.2, 0.45, 1)
    for method in ("otsu", "kittler"):
        cut, decibels = choose(method, spread(ratio), ratio=True), choose(method, spread(10 * np.log10(ratio)), ratio=False)
        assert 10 * math.log10(cut) == pytest.approx(decibels, abs=0.02)
    assert np.mean(ratio < cut) == pytest.approx(0.2, rel=0.05)


@pytest.mark.parametrize("method", ["otsu", "kittler"])
def test_a_gap_between_two_values_is_cut_in_its_middle(method):
    assert choose(method, spread([-3.0] * 15 + [0.0] * 85), ratio=False) == pytest.approx(-1.5, abs=0.02)
    assert choose(method, spread([0.5] * 15 + [1.0] * 85), ratio=True) == pytest.approx(math.sqrt(0.5), abs=0.01)


@pytest.mark.parametrize("seed", range(5))
def test_one_peak_has_no_minimum_inside(seed):
    values = spread(np.random.default_rng(seed).normal(0, 1, 100_000))
    with pytest.raises(PantauError, match="finds one class only in this index.*set METHOD to otsu or mu_minus_sigma"):
        choose("kittler", values, ratio=False)


@pytest.mark.parametrize("method", ["otsu", "kittler"])
def test_one_value_alone_has_no_threshold(method):
    with pytest.raises(PantauError, match="All pixels have the value 1, so there are no two classes"):
        choose(method, spread([1.0] * 100), ratio=True)


def test_mean_and_standard_deviations_by_hand():
    """1 to 5: mean 3, standard deviation the root of 2."""
    values, root = spread([1, 2, 3, 4, 5]), math.sqrt(2)
    cut = {name: choose(name, values, ratio=False) for name in ("mu_minus_sigma", "mu", "mu_plus_sigma")}
    assert cut == {name: pytest.approx(3 + k * root) for name, k in (("mu_minus_sigma", -1), ("mu", 0), ("mu_plus_sigma", 1))}
    assert choose("k_sigma", values, ratio=False, k=1.5) == pytest.approx(3 - 1.5 * root)
    assert choose("k_sigma", values, ratio=False, k=1.5, burned="above") == pytest.approx(3 + 1.5 * root)
    assert choose("mu_minus_sigma", values, ratio=False, burned="above") == pytest.approx(3 - root)
    assert choose("value", values, ratio=False, value=2.5) == 2.5
    with pytest.raises(PantauError, match="METHOD is value, and VALUE is empty"):
        choose("value", values, ratio=False)
    assert method_name("k_sigma", 1.5) == "μ − 1.50 σ"
    assert method_name("k_sigma", 2, "above") == "μ + 2 σ"


def test_a_value_on_the_threshold_is_not_beyond_it():
    values = np.array([1.0, 2.0, 3.0, np.nan], np.float32)
    assert flagged(values, 2.0, "below").tolist() == [True, False, False, False]
    assert flagged(values, 2.0, "above").tolist() == [False, False, True, False]
    near = np.array([0.1], np.float32)  # 0.100000001490116
    assert flagged(near, 0.1, "above").all()  # and not rounded to the raster's type, where both are equal


def test_the_share_of_a_gaussian():
    """Of the normal distribution: 15.87, 50 and 84.13 %."""
    assert [round(100 * gaussian_share(5 + 2 * k, 5, 2), 2) for k in (-1, 0, 1)] == [15.87, 50.0, 84.13]
    assert round(100 * gaussian_share(7, 5, 2, "above"), 2) == 15.87
    assert gaussian_share(1, 1, 0) is None


def looks(share, seed, loss=0.4, looks=60, n=400_000):
    """(post / pre with fire, which pixels burned): speckle of so many looks, burned power times `loss`."""
    rng = np.random.default_rng(seed)
    ratio, burned = rng.gamma(looks, 1, n) / rng.gamma(looks, 1, n), rng.random(n) < share
    return np.where(burned, ratio * loss, ratio), burned


@pytest.mark.parametrize("enl", [4.4, 30, 100])
@pytest.mark.parametrize("method", ["mu_minus_sigma", "mu", "mu_plus_sigma"])
def test_without_a_fire_the_share_is_the_flagged_one(enl, method):
    """RBR is skew: of 4.4 looks 1 % and not 15.9 % lie below mu - sigma. The mirror image of the ratio knows."""
    ratio, _ = looks(0, 5, looks=enl)
    for values, is_ratio in ((ratio, True), (10 * np.log10(ratio), False)):
        cut = choose(method, spread(values), ratio=is_ratio)
        expected = no_fire_share(spread(values), cut, ratio=is_ratio)
        assert expected == pytest.approx(np.mean(values < cut), abs=0.006)


@pytest.mark.parametrize("share", [0.05, 0.15, 0.3])
def test_with_a_fire_it_is_the_share_of_what_did_not_burn(share):
    """The truth is at hand: the share of unburned pixels below the threshold."""
    ratio, burned = looks(share, 6)
    for values, is_ratio in ((ratio, True), (10 * np.log10(ratio), False)):
        found = spread(values)
        cut = choose("mu_minus_sigma", found, ratio=is_ratio)
        expected, truth = no_fire_share(found, cut, ratio=is_ratio), np.mean(values[~burned] < cut)
        assert expected == pytest.approx(truth, abs=0.01)
        if share >= 0.15:
            assert expected < np.mean(values < cut) / 4


def test_the_other_side_is_the_mirror_image():
    ratio, _ = looks(0.15, 7)
    decibels = 10 * np.log10(ratio)
    for cut in (-2.5, -1.0, 0.5):
        one = no_fire_share(spread(decibels), cut, ratio=False)
        other = no_fire_share(spread(-decibels), -cut, ratio=False, burned="above")
        assert one == pytest.approx(other, abs=2e-3)
    assert no_fire_share(spread(ratio), -0.1, ratio=True) == 0
    assert no_fire_share(spread(ratio), -0.1, ratio=True, burned="above") == 1


def test_scenes_without_speckle_have_nothing_beyond_by_chance():
    values = spread([0.0] * 80 + [-3.0] * 20)
    assert no_fire_share(values, -1.5, ratio=False) == 0
