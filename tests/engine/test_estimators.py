"""Estimates from stratified samples: the published examples, thin strata, and what repeated sampling of a known map shows."""

import warnings
from functools import partial

import numpy as np
import pytest
from pantau.plugin.engine.accuracy.estimators import (
    estimate_by_class,
    estimate_by_stratum,
    normal_quantile,
    sample_size,
    stratum_matrices,
    stratum_warnings,
)

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


def test_sample_size_of_olofsson():
    close(sample_size([0.02, 0.015, 0.32, 0.645], [0.7, 0.6, 0.9, 0.95], 0.01), 640.54, 2)


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


def draws(cells, samples, times, seed=0):
    """(times, h, k, k): samples without replacement from each stratum of a population of (h, k, k) pixels."""
    rng = np.random.default_rng(seed)
    drawn = [
        rng.multivariate_hypergeometric(stratum.ravel(), n, size=times, method="marginals") for stratum, n in zip(cells, samples)
    ]
    return np.stack(drawn, axis=1).reshape(times, *cells.shape)


def check_by_simulation(cells, samples, estimator):
    """The mean of the estimates is the truth, and the spread of the estimates is the mean of their errors."""
    whole = cells.sum(axis=0)
    truth = {
        "overall": np.trace(whole) / whole.sum(),
        "users": whole.diagonal() / whole.sum(axis=1),
        "producers": whole.diagonal() / whole.sum(axis=0),
        "area_proportion": whole.sum(axis=0) / whole.sum(),
    }
    results = [estimator(counts, cells.sum(axis=(1, 2))) for counts in draws(cells, samples, times=2000)]
    for name, expected in truth.items():
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
