"""Estimates from stratified samples: the published examples, thin strata, and what repeated sampling of a known map shows."""

import tracemalloc
import warnings
from functools import partial

import numpy as np
import pytest
from known_maps import draws, spread_out, truth
from pantau.plugin.engine.accuracy.agreement import cluster_kappa_se, mcnemar
from pantau.plugin.engine.accuracy.estimators import (
    Estimate,
    estimate_by_class,
    estimate_by_cluster,
    estimate_by_stratum,
    interval_quantile,
    normal_quantile,
    overall_difference,
    stratum_matrices,
    stratum_warnings,
)
from pantau.plugin.engine.accuracy.intervals import doubtful, score_intervals
from pantau.plugin.engine.accuracy.matrix import count_measures, measures

# Olofsson et al. 2014, Table 8: deforestation, forest gain, stable forest, stable non-forest.
OLOFSSON = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
PIXELS = np.array([200_000, 150_000, 3_200_000, 6_450_000])


@pytest.fixture(autouse=True)
def _no_warning_of_numpy():
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        yield


def close(values, expected, digits):
    np.testing.assert_allclose(values, expected, rtol=0, atol=0.5000001 * 10.0**-digits)


def test_olofsson_table_8():
    result = estimate_by_class(OLOFSSON, PIXELS)
    close(result.users.value, [0.88, 0.733333, 0.927273, 0.963077], 6)
    close(result.users.se, [0.037776, 0.051407, 0.020278, 0.010476], 6)
    close(result.producers.value, [0.748661, 0.847156, 0.934509, 0.961609], 6)
    close(result.producers.se, [0.108832, 0.129800, 0.017512, 0.009368], 6)
    close(result.overall.value, 0.946512, 6)
    close(result.overall.se, 0.009430, 6)
    hectares = result.area_proportion.times(900_000)
    close(hectares.value, [21157.76, 11686.15, 285769.93, 581386.15], 2)
    low, high = hectares.interval()
    close(high - hectares.value, [6157.52, 3755.76, 15509.55, 16281.36], 2)
    close(hectares.value - low, [6157.52, 3755.76, 15509.55, 16281.36], 2)
    close(result.measures.kappa, 0.888814, 6)
    close(result.measures.quantity, 0.004493, 6)
    close(result.measures.allocation, 0.048995, 6)
    np.testing.assert_allclose(result.measures.users, result.users.value)
    np.testing.assert_allclose(result.measures.producers, result.producers.value)
    assert result.proportions.sum() == pytest.approx(1)
    assert result.unsampled == 0
    close(normal_quantile(0.95), 1.959964, 6)


def test_stehman_2014_table_2():
    """The paper's numerical example; further digits are those of the R package mapaccuracy."""
    strata = np.repeat([1, 2, 3, 4], 10)
    mapped = np.array(["ABCD".index(code) for code in "AAAAAAABBBABBBBBBBBBBBCCCCCCBBDDDDDDDDDD"])
    reference = np.array(["ABCD".index(code) for code in "AAAAACBABCABBBBBAABBCCCCCDDBBADDDDDDDCCB"])
    counts = stratum_matrices(strata, mapped, reference, [1, 2, 3, 4], [0, 1, 2, 3])
    assert counts.sum(axis=(1, 2)).tolist() == [10, 10, 10, 10]
    result = estimate_by_stratum(counts, [40_000, 30_000, 20_000, 10_000], finite=True)
    close(result.overall, [0.63, 0.08464219], 7)
    close(result.area_proportion.value[[0, 2]], [0.35, 0.20], 7)
    close(result.area_proportion.se[[0, 2]], [0.0822478, 0.06427977], 7)
    close([result.users.value[1], result.users.se[1]], [0.5744681, 0.1247822], 7)
    close([result.producers.value[1], result.producers.se[1]], [0.7941176, 0.1165479], 7)
    assert result.proportions[1, 2] == pytest.approx(0.08)


def test_a_simple_random_sample_is_a_single_stratum():
    result = estimate_by_stratum(OLOFSSON[None], [10_000_000], finite=True)
    p, n = 587 / 640, 640
    assert result.overall.value == pytest.approx(p)
    assert result.overall.se == pytest.approx(np.sqrt(p * (1 - p) / (n - 1) * (1 - n / 10_000_000)))
    np.testing.assert_allclose(result.producers.value, OLOFSSON.diagonal() / OLOFSSON.sum(axis=0))
    np.testing.assert_allclose(result.area_proportion.value, OLOFSSON.sum(axis=0) / n)


def test_map_classes_as_strata_are_a_case_of_stehman():
    by_class = estimate_by_class(OLOFSSON, PIXELS)
    by_stratum = estimate_by_stratum(OLOFSSON[:, None, :] * np.eye(4)[:, :, None], PIXELS / PIXELS.sum(), finite=False)
    for name in ("overall", "users", "producers", "area_proportion"):
        np.testing.assert_allclose(getattr(by_stratum, name), getattr(by_class, name), rtol=1e-12, err_msg=name)


@pytest.mark.parametrize("seed", range(20))
def test_map_classes_as_strata_without_an_array_of_all_of_them(seed):
    """Five classes, of which some have no samples, a single one, or no area: as with a matrix for each stratum."""
    rng = np.random.default_rng(seed)
    counts, sizes = rng.poisson(rng.choice([0, 0.3, 4, 20], (5, 1)), (5, 5)), rng.choice([0, 10, 700, 3000], 5)
    one = estimate_by_class(counts, sizes)
    each = estimate_by_stratum(counts[:, None, :] * np.eye(5, dtype=int)[:, :, None], sizes, finite=False)
    unseen = (one.samples == 0) & (one.weights > 0)
    np.testing.assert_allclose(one.proportions, each.proportions, rtol=0, atol=1e-12)
    for name in NAMES:
        found, expected = np.array(getattr(one, name)), np.array(getattr(each, name))
        if name == "producers":
            expected[:, unseen] = np.nan
        if name == "users":  # a single sample in another stratum leaves the error open only where that may hold the class
            known = ~np.isnan(expected[1])
            found, expected = found[:, known], expected[:, known]
        np.testing.assert_allclose(found[0], expected[0], rtol=0, atol=1e-12, err_msg=name)
        np.testing.assert_allclose(found[1] ** 2, expected[1] ** 2, rtol=0, atol=1e-12, err_msg=name)


@pytest.mark.parametrize("clusters", [None, np.arange(2000) // 4])
def test_many_classes_take_the_memory_of_their_matrix(clusters):
    """300 classes: 0.7 MB for a matrix of them, 216 MB for as many matrices."""
    rng, k = np.random.default_rng(0), 300
    mapped = rng.integers(0, k, 2000)
    reference = np.where(rng.random(2000) < 0.8, mapped, rng.integers(0, k, 2000))
    counts = np.bincount(mapped * k + reference, minlength=k * k).reshape(k, k)
    tracemalloc.start()
    try:
        if clusters is None:
            estimates = estimate_by_class(counts, np.ones(k))
            score_intervals(counts, np.ones(k), estimates, by_class=True)
        else:
            estimates = estimate_by_cluster(mapped, mapped, reference, clusters, np.ones(k), k, by_class=True)
        doubtful(counts, np.ones(k), estimates, by_class=True)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 40 * k * k * 8


def test_a_census_has_no_error():
    result = estimate_by_stratum(OLOFSSON[None], [640], finite=True)
    assert result.overall.se == 0
    np.testing.assert_array_equal(result.producers.se, 0)
    assert estimate_by_stratum(OLOFSSON[None], [1.0], finite=False).overall.se > 0  # a share is no count of pixels


def test_the_unit_of_the_sizes_does_not_matter():
    pixels, hectares = estimate_by_class(OLOFSSON, PIXELS), estimate_by_class(OLOFSSON, PIXELS * 0.09)
    np.testing.assert_allclose(hectares.producers, pixels.producers, rtol=1e-12)
    np.testing.assert_allclose(hectares.area_proportion, pixels.area_proportion, rtol=1e-12)


def test_the_order_of_classes_does_not_matter():
    order = [2, 0, 3, 1]
    straight, turned = estimate_by_class(OLOFSSON, PIXELS), estimate_by_class(OLOFSSON[np.ix_(order, order)], PIXELS[order])
    np.testing.assert_allclose(turned.overall, straight.overall, rtol=1e-12)
    for name in ("users", "producers", "area_proportion"):
        np.testing.assert_allclose(getattr(turned, name), np.array(getattr(straight, name))[:, order], rtol=1e-12)


# Two strata that are not the map classes.
DISTRICTS = np.array([[[40, 3, 2], [5, 20, 1], [0, 4, 25]], [[10, 0, 6], [2, 70, 3], [1, 5, 12]]])
NAMES = ("overall", "users", "producers", "area_proportion")


def test_the_order_of_classes_and_of_strata_does_not_matter():
    order, sizes = [2, 0, 1], np.array([3000, 7000])
    straight = estimate_by_stratum(DISTRICTS, sizes, finite=True)
    turned = estimate_by_stratum(DISTRICTS[::-1, order][:, :, order], sizes[::-1], finite=True)
    np.testing.assert_allclose(turned.overall, straight.overall, rtol=1e-12)
    for name in NAMES[1:]:
        np.testing.assert_allclose(getattr(turned, name), np.array(getattr(straight, name))[:, order], rtol=1e-12)


def merged(counts, axes):
    """The last class added to the one before it."""
    for axis in axes:
        *rest, one, other = np.split(counts, counts.shape[axis], axis=axis)
        counts = np.concatenate([*rest, one + other], axis=axis)
    return counts


def test_merging_two_classes_adds_their_weighted_confusion_and_their_areas():
    sizes = np.array([3000, 7000])
    apart = estimate_by_stratum(DISTRICTS, sizes, finite=False)
    together = estimate_by_stratum(merged(DISTRICTS, (1, 2)), sizes, finite=False)
    confusion = (sizes / 10_000) @ ((DISTRICTS[:, 1, 2] + DISTRICTS[:, 2, 1]) / DISTRICTS.sum(axis=(1, 2)))
    assert together.overall.value == pytest.approx(apart.overall.value + confusion, rel=1e-12)
    area = apart.area_proportion.value
    np.testing.assert_allclose(together.area_proportion.value, [area[0], area[1] + area[2]], rtol=1e-12)
    np.testing.assert_allclose(np.array(together.users)[:, 0], np.array(apart.users)[:, 0], rtol=1e-12)  # of a class that stays
    np.testing.assert_allclose(np.array(together.producers)[:, 0], np.array(apart.producers)[:, 0], rtol=1e-12)


def test_merging_reference_classes_within_the_strata_of_the_map():
    """Olofsson's two stable classes called one, in the reference and on the map, while both strata stay what they were drawn from."""
    strata = OLOFSSON[:, None, :] * np.eye(4, dtype=int)[:, :, None]
    apart, together = estimate_by_class(OLOFSSON, PIXELS), estimate_by_stratum(merged(strata, (1, 2)), PIXELS, finite=False)
    weights = PIXELS / PIXELS.sum()
    assert together.overall.value == pytest.approx(apart.overall.value + weights[2] * 11 / 165 + weights[3] * 9 / 325, rel=1e-12)
    area = apart.area_proportion.value
    np.testing.assert_allclose(together.area_proportion.value, [area[0], area[1], area[2] + area[3]], rtol=1e-12)
    for name in ("users", "producers"):
        np.testing.assert_allclose(np.array(getattr(together, name))[:, :2], np.array(getattr(apart, name))[:, :2], rtol=1e-12)


@pytest.mark.parametrize("times", [4, 100])
def test_more_samples_of_the_same_kind_change_only_the_errors(times):
    """By n - 1 in the variance: the root of (n - 1) / (times n - 1), in each stratum."""
    equal = np.array([[40, 8, 2], [5, 41, 4], [1, 2, 47]])
    pairs = [
        (estimate_by_class(equal, [5, 3, 2]), estimate_by_class(times * equal, [5, 3, 2]), 50),
        (
            estimate_by_stratum(DISTRICTS[:1], [1.0], finite=False),
            estimate_by_stratum(times * DISTRICTS[:1], [1.0], finite=False),
            100,
        ),
    ]
    for once, more, n in pairs:
        for name in NAMES:
            one, other = getattr(once, name), getattr(more, name)
            np.testing.assert_allclose(other.value, one.value, rtol=1e-12)
            np.testing.assert_allclose(other.se, one.se * np.sqrt((n - 1) / (times * n - 1)), rtol=1e-9)
        assert more.measures.kappa == pytest.approx(once.measures.kappa, rel=1e-12)


def test_a_class_without_samples_keeps_its_weight():
    counts = OLOFSSON.copy()
    counts[1] = 0
    result = estimate_by_class(counts, PIXELS)
    assert result.unsampled == pytest.approx(0.015)
    assert result.area_proportion.value.sum() == pytest.approx(1 - 0.015)
    sampled = estimate_by_class(counts, PIXELS * [1, 0, 1, 1])  # the rest of the map alone
    np.testing.assert_allclose(result.overall, sampled.overall, rtol=1e-12)
    for name in ("users", "producers"):
        ours, rest = np.array(getattr(result, name)), np.array(getattr(sampled, name))
        assert np.isnan(ours[:, 1]).all()
        np.testing.assert_allclose(ours[:, [0, 2, 3]], rest[:, [0, 2, 3]], rtol=1e-12)
    for name in ("f1", "iou", "producers", "omission", "users", "kappa_class"):
        assert np.isnan(getattr(result.measures, name)).tolist() == [False, True, False, False], name
    (warning,) = stratum_warnings(["loss", "gain", "forest", "other"], result)
    assert "gain" in warning
    assert "1.50 %" in warning


def test_a_class_with_one_sample_has_no_error():
    counts = OLOFSSON.copy()
    counts[1] = [0, 1, 0, 0]
    result = estimate_by_class(counts, PIXELS)
    assert np.isnan(result.users.se).tolist() == [False, True, False, False]
    np.testing.assert_allclose(result.users.se[[0, 2, 3]], estimate_by_class(OLOFSSON, PIXELS).users.se[[0, 2, 3]])
    assert np.isnan(result.overall.se)
    assert np.isnan(result.producers.se).all()
    assert np.isnan(result.area_proportion.se).all()
    assert np.isfinite([result.overall.value, *result.producers.value, *result.area_proportion.value]).all()
    (warning,) = stratum_warnings(["loss", "gain", "forest", "other"], result)
    assert "gain" in warning
    assert "single sample" in warning


def test_strata_without_samples_or_with_one_that_are_not_map_classes():
    counts = np.array([[[4, 1], [2, 3]], [[0, 0], [0, 0]], [[1, 0], [0, 0]]])
    result = estimate_by_stratum(counts[:2], [600, 400], finite=True)
    assert result.unsampled == pytest.approx(0.4)
    assert result.overall.value == pytest.approx(0.7)
    np.testing.assert_allclose(result.area_proportion.value, [0.36, 0.24])
    result = estimate_by_stratum(counts, [600, 300, 100], finite=True)
    assert result.overall.value == pytest.approx((0.6 * 0.7 + 0.1) / 0.7)
    assert np.isnan(result.overall.se)
    assert len(stratum_warnings("abc", result)) == 2


def test_a_class_only_in_the_reference_is_all_omitted():
    result = estimate_by_class(np.array([[8, 2, 0], [0, 0, 0], [1, 1, 8]]), [70, 0, 30])
    assert result.unsampled == 0
    assert np.isnan(result.users.value[1])
    assert result.producers.value[1] == result.measures.f1[1] == 0
    assert result.area_proportion.value[1] == pytest.approx(0.7 * 0.2 + 0.3 * 0.1)
    assert stratum_warnings("abc", result) == []


def test_a_class_only_in_the_map_has_no_producers_accuracy():
    result = estimate_by_class(np.array([[8, 0], [4, 0]]), [70, 30])
    np.testing.assert_array_equal(result.producers, [[0.7, np.nan], [0, np.nan]])
    np.testing.assert_array_equal(result.users, [[1, 0], [0, 0]])


@pytest.mark.parametrize("sizes", [[3, 5], [0, 0]])
def test_without_samples_nothing_is_known(sizes):
    for result in (estimate_by_class(np.zeros((2, 2)), sizes), estimate_by_stratum(np.zeros((2, 3, 3)), sizes, finite=True)):
        for name in ("overall", "users", "producers", "area_proportion"):
            assert np.isnan(getattr(result, name)).all(), name
        assert len(stratum_warnings("ab", result)) == sum(size > 0 for size in sizes)


def test_a_single_class_is_right_everywhere():
    result = estimate_by_class(np.array([[5]]), [100])
    assert result.overall == result.users == result.producers == result.area_proportion == (1, 0)
    assert np.isnan(result.measures.kappa)


def test_what_does_not_fit_is_refused():
    for counts, sizes in ((OLOFSSON, [1, 2]), (OLOFSSON, [1, 2, 3, -1]), (-OLOFSSON, PIXELS)):
        with pytest.raises(ValueError, match="fit|negative"):
            estimate_by_class(counts, sizes)


def check_by_simulation(cells, samples, estimator):
    """The mean of the estimates is the truth, and the spread of the estimates is the mean of their errors."""
    results = [estimator(counts, cells.sum(axis=(1, 2))) for counts in draws(cells, samples, times=2000)]
    for name, expected in truth(cells).items():
        values, errors = np.array([getattr(result, name) for result in results]).swapaxes(0, 1)
        spread = values.std(axis=0)
        assert (abs(values.mean(axis=0) - expected) < 0.1 * spread).all(), name
        np.testing.assert_allclose(errors.mean(axis=0), spread, rtol=0.06, err_msg=name)


def test_standard_errors_are_the_spread_of_repeated_samples_stratified_by_map_class():
    population = np.array([[7_000, 500, 2_500], [400, 25_000, 4_600], [900, 3_100, 156_000]])
    cells = population[:, None, :] * np.eye(3, dtype=int)[:, :, None]
    check_by_simulation(cells, [300, 300, 1500], lambda counts, sizes: estimate_by_class(counts.sum(axis=0), sizes))


def test_standard_errors_are_the_spread_of_repeated_samples_in_other_strata():
    cells = np.array(
        [
            [[300, 40, 60], [50, 100, 20], [30, 20, 180]],  # 800 pixels, of which 240 are sampled: the correction counts
            [[9_000, 900, 1_100], [1_500, 20_000, 2_500], [500, 2_500, 42_000]],
        ]
    )
    check_by_simulation(cells, [240, 300], partial(estimate_by_stratum, finite=True))


# -- samples that share polygons or plots


def same(one, other):
    for name in NAMES:
        np.testing.assert_allclose(getattr(one, name), getattr(other, name), rtol=1e-9, atol=1e-15, err_msg=name)


@pytest.mark.parametrize("by_class", [True, False])
@pytest.mark.parametrize("copies", [1, 3])
def test_copies_within_clusters_add_nothing(by_class, copies):
    """One sample to a cluster, or three that are the same: the error of the single samples."""
    counts = OLOFSSON[:, None, :] * np.eye(4, dtype=int)[:, :, None] if by_class else DISTRICTS
    sizes = PIXELS if by_class else np.array([3000, 7000])
    samples = np.repeat(spread_out(counts), copies, axis=1)
    clusters = np.repeat(np.random.default_rng(0).permutation(counts.sum()), copies)
    found = estimate_by_cluster(*samples, clusters, sizes, counts.shape[1], by_class=by_class)
    same(found, estimate_by_class(OLOFSSON, sizes) if by_class else estimate_by_stratum(counts, sizes, finite=False))
    assert found.samples.tolist() == (copies * counts.sum(axis=(1, 2))).tolist()


def test_clusters_by_hand():
    """Four polygons; right of all: 3/4, 1/2, 4/4, 0/2, so 8 of 12. Residuals y - 2/3 x: 1/3, -1/3, 4/3, -4/3, over 12 samples."""
    clusters = np.repeat([0, 1, 2, 3], [4, 2, 4, 2])
    reference = np.array([0, 0, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1])
    mapped = np.array([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0])
    found = estimate_by_cluster(np.zeros(12, int), mapped, reference, clusters, [500], 2, by_class=False)
    assert found.overall.value == pytest.approx(2 / 3)
    assert found.overall.se == pytest.approx(np.sqrt(4 / 3 * 2 * (1 + 16) / 9) / 12)
    # User's accuracy of the first class, 4 of 7: right - 4/7 mapped in each polygon.
    moves = np.array([3 - 16 / 7, 1 - 8 / 7, 0, 0 - 4 / 7])
    assert found.users.value[0] == pytest.approx(4 / 7)
    assert found.users.se[0] == pytest.approx(np.sqrt(4 / 3 * (moves**2).sum()) / 7)
    low, high = found.overall.interval(0.95, clusters=4)  # t of 3 degrees of freedom, 3.182446
    assert high - low == pytest.approx(2 * 3.182446 * found.overall.se, rel=1e-6)
    assert interval_quantile(0.95) == normal_quantile(0.95)
    np.testing.assert_allclose(interval_quantile(0.95, np.array([1, 2, 11])), [np.nan, 12.706205, 2.228139], rtol=1e-6)


def test_clusters_across_strata_as_leaving_one_out():
    """The jackknife over clusters tells the same error, in the strata too."""
    rng = np.random.default_rng(0)
    n, m = 4000, 200
    clusters = rng.integers(0, m, n)
    strata = (rng.random(n) < 0.2 + 0.6 * rng.random(m)[clusters]).astype(int)
    mapped = rng.integers(0, 3, n)
    reference = np.where(rng.random(n) < rng.beta(4, 1, m)[clusters], mapped, rng.integers(0, 3, n))
    for by_class, sizes in ((False, [30, 70]), (True, [50, 30, 20])):
        found = estimate_by_cluster(strata, mapped, reference, clusters, sizes, 3, by_class=by_class)
        left_out = []
        for one in range(m):
            keep = clusters != one
            left_out.append(
                estimate_by_cluster(strata[keep], mapped[keep], reference[keep], clusters[keep], sizes, 3, by_class=by_class)
            )
        for name in NAMES:
            values = np.array([getattr(one, name).value for one in left_out])
            np.testing.assert_allclose(getattr(found, name).se, np.sqrt((m - 1) * values.var(axis=0)), rtol=0.03, err_msg=name)
        assert (
            found.overall.se
            > 1.5
            * estimate_by_stratum(stratum_matrices(strata, mapped, reference, [0, 1], [0, 1, 2]), [30, 70], finite=False).overall.se
        )


def test_a_single_cluster_has_no_error():
    strata, mapped, reference = spread_out(DISTRICTS)
    one = estimate_by_cluster(strata, mapped, reference, np.zeros(len(strata), int), [3, 7], 3, by_class=False)
    usual = estimate_by_stratum(DISTRICTS, [3, 7], finite=False)
    for name in NAMES:
        np.testing.assert_array_equal(getattr(one, name).value, getattr(usual, name).value)
        assert np.isnan(getattr(one, name).se).all()
    # One map class in a single cluster: the figures that it may change have no error; the other user's accuracies have.
    clusters = np.where(mapped == 1, 0, np.arange(len(mapped)))
    found = estimate_by_cluster(strata, mapped, reference, clusters, [5, 3, 2], 3, by_class=True)
    assert np.isnan(found.users.se).tolist() == [False, True, False]
    assert np.isnan(found.overall.se)
    nothing = np.zeros(0, int)
    assert np.isnan(estimate_by_cluster(nothing, nothing, nothing, nothing, [3, 7], 3, by_class=False).overall).all()
    with pytest.raises(ValueError, match="2 sizes do not fit 3"):
        estimate_by_cluster(strata, mapped, reference, clusters, [3, 7], 3, by_class=True)


def test_clusters_in_a_stratum_without_samples():
    strata, mapped, reference = spread_out(DISTRICTS)
    clusters = np.arange(len(strata)) // 2
    found = estimate_by_cluster(strata, mapped, reference, clusters, [3, 7, 5], 3, by_class=False)
    rest = estimate_by_cluster(strata, mapped, reference, clusters, [3, 7], 3, by_class=False)
    assert found.unsampled == pytest.approx(1 / 3)
    np.testing.assert_allclose(found.producers, rest.producers, rtol=1e-9)
    np.testing.assert_allclose(found.area_proportion, np.array(rest.area_proportion) * 2 / 3, rtol=1e-9)


def test_kappa_of_clusters():
    _, mapped, reference = spread_out(OLOFSSON[None])
    variance = count_measures(OLOFSSON).kappa_variance
    n = len(mapped)
    for copies in (1, 5):
        samples = [np.repeat(one, copies) for one in (mapped + 10, reference + 10, np.arange(n))]
        assert cluster_kappa_se(*samples, [10, 11, 12, 13]) == pytest.approx(np.sqrt(variance * n / (n - 1)), rel=1e-9)
    assert np.isnan(cluster_kappa_se(mapped, reference, np.zeros(n, int), range(4)))
    assert np.isnan(cluster_kappa_se([1], [1], [0], [1, 2]))
    # Leaving out one cluster at a time.
    clusters, left_out = np.random.default_rng(0).integers(0, 80, n), []
    for one in range(80):
        counts = np.zeros((4, 4))
        np.add.at(counts, (mapped[clusters != one], reference[clusters != one]), 1)
        left_out.append(measures(counts).kappa)
    assert cluster_kappa_se(mapped, reference, clusters, range(4)) == pytest.approx(np.sqrt(79 * np.var(left_out)), rel=0.03)


# -- two maps on the same samples


def test_difference_of_overall_accuracies():
    """60 both right, 20 the first alone, 8 the second alone, 12 none: .12, and the variance of paired differences."""
    first, second = (np.repeat(right, [60, 20, 8, 12]) for right in ([1, 1, 0, 0], [1, 0, 1, 0]))
    one = overall_difference(np.zeros(100, int), first, second, [4000])
    assert one.value == pytest.approx(0.12)
    assert one.se == pytest.approx(np.sqrt((0.28 - 0.12**2) / 99))
    test = mcnemar(first, second)
    assert (one.value / one.se) ** 2 == pytest.approx(test.statistic, rel=0.06)  # which takes no difference for granted
    # Two strata: as the difference of each, weighted.
    strata = np.repeat([0, 1, 0, 1, 0], 20)
    parts = [overall_difference(np.zeros(n, int), first[strata == s], second[strata == s], [1]) for s, n in ((0, 60), (1, 40))]
    both = overall_difference(strata, first, second, [30, 10])
    assert both.value == pytest.approx(0.75 * parts[0].value + 0.25 * parts[1].value)
    assert both.se == pytest.approx(np.hypot(0.75 * parts[0].se, 0.25 * parts[1].se))
    # It is the difference of the two overall accuracies, and 0 of a map with itself.
    values = [overall_difference(strata, right, np.zeros(100), [30, 10]).value for right in (first, second)]
    assert both.value == pytest.approx(values[0] - values[1])
    assert overall_difference(strata, first, first, [30, 10]) == (0, 0)
    clusters = np.repeat(np.arange(100), 2)
    copies = overall_difference(*(np.repeat(one, 2) for one in (strata, first, second)), [30, 10], clusters)
    np.testing.assert_allclose(copies, both, rtol=1e-9)


def test_difference_where_samples_are_few():
    assert np.isnan(overall_difference([0], [1], [0], [5]).se)
    assert np.isnan(overall_difference([], [], [], [5, 5])).all()
    alone = overall_difference([0, 0, 0], [1, 1, 0], [0, 1, 0], [5, 5])
    assert alone.value == pytest.approx(1 / 3)
    assert alone.se > 0
    assert np.isnan(overall_difference([0, 0, 1], [1, 1, 0], [0, 1, 0], [5, 5]).se)
    assert isinstance(alone, Estimate)
