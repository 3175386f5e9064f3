"""Error matrix and count-based measures: published tables, scikit-learn's and statsmodels' figures, and what must not matter."""

import warnings

import numpy as np
import pytest
from pantau.plugin.engine.accuracy.agreement import (
    kappa_difference,
    kappa_three_steps,
    kappa_words,
    mcnemar,
)
from pantau.plugin.engine.accuracy.intervals import wilson
from pantau.plugin.engine.accuracy.matrix import count_measures, error_matrix, measures, positions, union_codes
from sklearn.metrics import cohen_kappa_score, f1_score, jaccard_score, matthews_corrcoef, precision_score, recall_score

# Olofsson et al. 2014, Table 8: deforestation, forest gain, stable forest, stable non-forest.
OLOFSSON = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
# Inderapermana et al. 2023, here with rows = map: vegetation, water, built-up, sandy beach, salt pond, paddy.
CIREBON = np.array(
    [[5, 0, 0, 0, 0, 0], [0, 14, 0, 0, 0, 0], [0, 0, 10, 0, 0, 1], [0, 1, 0, 3, 0, 0], [0, 1, 0, 0, 13, 0], [2, 0, 0, 0, 0, 19]]
).T


@pytest.fixture(autouse=True)
def _no_warning_of_numpy():
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        yield


def labels(seed=0, n=500, codes=(7, 300, 2, 65000)):
    """Two maps and their reference: skewed classes, about 20 % and 40 % wrong."""
    rng = np.random.default_rng(seed)
    reference = rng.choice(codes, n, p=[0.6, 0.25, 0.1, 0.05])
    first, second = (np.where(rng.random(n) < right, reference, rng.choice(codes, n)) for right in (0.8, 0.6))
    return first, second, reference, list(codes)


@pytest.mark.parametrize("codes", [[0, 1, 2], [7, 300, -2, 65000], [5, 2**31 - 1, -(2**31)]])
def test_codes_have_places_and_no_other_value_has(codes):
    assert positions(np.array([codes[2], codes[0], codes[1]]), codes).tolist() == [2, 0, 1]
    for stranger in (min(codes) - 1, max(codes) + 1, sorted(codes)[1] + 60_000):
        with pytest.raises(ValueError, match=f"{stranger} is not among"):
            positions(np.array([codes[0], stranger]), codes)


def test_codes_of_narrow_integers_have_their_places():
    assert positions(np.array([100, -100, 100], np.int8), [-100, 100]).tolist() == [1, 0, 1]


def close(values, expected, digits):
    np.testing.assert_allclose(values, expected, rtol=0, atol=0.5000001 * 10.0**-digits)


def test_olofsson_table_8_by_counts():
    result = count_measures(OLOFSSON)
    assert result.n == 640
    close(result.overall, 0.917188, 6)
    close(result.producers, [0.956522, 0.982143, 0.874286, 0.920588], 6)
    close(result.users, [0.88, 0.733333, 0.927273, 0.963077], 6)
    close(result.kappa, 0.869964, 6)
    close(result.kappa_variance, 0.00028997, 8)
    close(result.mcc, 0.871330, 6)


def test_cirebon_salt_ponds():
    result = count_measures(CIREBON)
    assert result.n == 69
    close(result.overall, 0.927536231884058, 15)
    close(result.kappa, 0.9086818422445738, 15)
    close(result.producers, [1, 1, 0.909091, 0.75, 0.928571, 0.904762], 6)
    close(result.users, [0.714286, 0.875, 1, 1, 1, 0.95], 6)
    np.testing.assert_array_equal(result.omission, 1 - result.producers)
    np.testing.assert_array_equal(result.commission, 1 - result.users)


def test_mine_segmentation():
    tp, tn, fp, fn = 1_071_717, 2_671_447, 136_320, 120_500
    result = count_measures(np.array([[tp, fp], [fn, tn]]))
    close([result.overall, result.iou[0], result.users[0], result.producers[0]], [0.9358, 0.8067, 0.8872, 0.8989], 4)


@pytest.mark.parametrize("counts", [OLOFSSON, CIREBON, [[3, 0], [4, 5]]])
def test_fleiss_variance_of_kappa_term_by_term(counts):
    p = np.asarray(counts) / np.sum(counts)
    rows, columns, k = p.sum(axis=1), p.sum(axis=0), len(p)
    t1 = sum(p[i, i] for i in range(k))
    t2 = sum(rows[i] * columns[i] for i in range(k))
    t3 = sum(p[i, i] * (rows[i] + columns[i]) for i in range(k))
    t4 = sum(p[i, j] * (rows[j] + columns[i]) ** 2 for i in range(k) for j in range(k))
    variance = t1 * (1 - t1) / (1 - t2) ** 2
    variance += 2 * (1 - t1) * (2 * t1 * t2 - t3) / (1 - t2) ** 3
    variance += (1 - t1) ** 2 * (t4 - 4 * t2**2) / (1 - t2) ** 4
    assert count_measures(np.asarray(counts)).kappa_variance == pytest.approx(variance / np.sum(counts), rel=1e-12)


def test_as_scikit_learn_and_statsmodels():
    first, _, reference, codes = labels()
    result = count_measures(error_matrix(first, reference, codes))
    per_class = {"labels": codes, "average": None}
    assert result.kappa == pytest.approx(cohen_kappa_score(first, reference), rel=1e-12)
    assert result.mcc == pytest.approx(matthews_corrcoef(reference, first), rel=1e-12)
    np.testing.assert_allclose(result.f1, f1_score(reference, first, **per_class), rtol=1e-12)
    np.testing.assert_allclose(result.iou, jaccard_score(reference, first, **per_class), rtol=1e-12)
    np.testing.assert_allclose(result.users, precision_score(reference, first, **per_class), rtol=1e-12)
    np.testing.assert_allclose(result.producers, recall_score(reference, first, **per_class), rtol=1e-12)
    # statsmodels.stats.inter_rater.cohens_kappa(OLOFSSON).var_kappa
    assert count_measures(OLOFSSON).kappa_variance == pytest.approx(0.00028996581564366073, rel=1e-12)


def test_quantity_allocation_and_kappa_of_a_class_by_hand():
    result = count_measures(np.array([[40, 10, 0], [0, 30, 0], [10, 0, 10]]))
    # Row totals .5 .3 .2, column totals .5 .4 .1.
    assert result.quantity == pytest.approx((0 + 0.1 + 0.1) / 2)
    assert result.allocation == pytest.approx(0.1)
    assert result.quantity + result.allocation == pytest.approx(1 - result.overall)
    np.testing.assert_allclose(result.kappa_class, [(0.4 - 0.25) / 0.25, 1, (0.1 - 0.02) / 0.18])


def test_the_order_of_classes_does_not_matter():
    order = [2, 0, 3, 1]
    straight, turned = count_measures(OLOFSSON), count_measures(OLOFSSON[np.ix_(order, order)])
    for name, value in vars(straight).items():
        np.testing.assert_allclose(getattr(turned, name), value[order] if np.ndim(value) else value, rtol=1e-12, err_msg=name)


def test_ten_times_the_counts_change_only_n_and_the_variance():
    once, ten = vars(count_measures(OLOFSSON)), vars(count_measures(10 * OLOFSSON))
    assert ten.pop("n") == 10 * once.pop("n")
    assert ten.pop("kappa_variance") == pytest.approx(once.pop("kappa_variance") / 10, rel=1e-12)
    for name, value in once.items():
        np.testing.assert_allclose(ten[name], value, rtol=1e-12, err_msg=name)


def test_merging_two_classes_adds_their_confusion_to_the_right_part():
    first, _, reference, codes = labels()
    apart = error_matrix(first, reference, codes)
    merged = error_matrix(
        np.where(first == codes[3], codes[2], first), np.where(reference == codes[3], codes[2], reference), codes[:3]
    )
    gain = (apart[2, 3] + apart[3, 2]) / apart.sum()
    assert gain > 0
    assert count_measures(merged).overall == pytest.approx(count_measures(apart).overall + gain)


def test_a_class_without_reference_shifts_no_row():
    mapped, reference = np.array([1, 5, 5, 300]), np.array([1, 1, 5, 5])
    assert union_codes(mapped, reference) == [1, 5, 300]
    np.testing.assert_array_equal(error_matrix(mapped, reference, [300, 1, 5]), [[0, 0, 1], [0, 1, 0], [0, 1, 1]])


@pytest.mark.parametrize("kind", ["u1", "i2", "u4", "i8", "f4"])
def test_codes_of_any_type(kind):
    mapped = np.array([1, 200, 1], kind) if kind == "u1" else np.array([1, 30000, 1], kind)
    codes = union_codes(mapped, np.array([7], "u1"))
    assert codes == [1, 7, int(mapped[1])]
    np.testing.assert_array_equal(error_matrix(mapped, mapped, codes).diagonal(), [2, 0, 1])


@pytest.mark.parametrize(("code", "codes"), [(4, [1, 2, 3]), (0, [1, 2, 3]), (2, [1, 3]), (1, []), (1, [1, 1])])
def test_a_code_that_is_not_listed_or_listed_twice_is_refused(code, codes):
    with pytest.raises(ValueError, match=str(code)):
        error_matrix(np.array([code]), np.array([code]), codes)


@pytest.mark.parametrize("counts", [np.zeros((3, 3), int), np.zeros((0, 0), int), np.zeros((1, 1), int)])
def test_without_samples_nothing_is_known(counts):
    result = vars(count_measures(counts))
    assert result.pop("n") == 0
    for name, value in result.items():
        assert np.isnan(value).all(), name


def test_a_class_of_one_side_only():
    only_map = count_measures(np.array([[6, 1, 0], [2, 0, 0], [0, 0, 0]]))  # second class: both sides; third: neither
    np.testing.assert_array_equal(only_map.users, [6 / 7, 0, np.nan])
    only_map = count_measures(np.array([[6, 0], [2, 0]]))
    np.testing.assert_array_equal(only_map.users, [1, 0])
    np.testing.assert_array_equal(only_map.producers, [0.75, np.nan])
    only_reference = count_measures(np.array([[6, 2], [0, 0]]))
    np.testing.assert_array_equal(only_reference.users, [0.75, np.nan])
    np.testing.assert_array_equal(only_reference.producers, [1, 0])
    for result in (only_map, only_reference):
        assert result.f1[1] == result.iou[1] == 0
        assert result.kappa == 0
        assert np.isnan(result.mcc)


@pytest.mark.parametrize("counts", [[[5]], [[5, 0], [0, 0]]])
def test_a_single_class_leaves_chance_nothing(counts):
    result = count_measures(np.array(counts))
    assert result.overall == result.users[0] == result.producers[0] == 1
    assert result.quantity == result.allocation == 0
    assert np.isnan([result.kappa, result.kappa_variance, result.mcc]).all()
    assert np.isnan(result.kappa_class).all()


def test_a_margin_of_a_single_class_is_seen_through_rounding():
    proportions = np.zeros((4, 4))
    proportions[1] = [0.1, 0.7, 0.5, 0.3]  # the row's sum and the matrix's differ in the last bit
    assert np.isnan(measures(proportions).mcc)
    assert np.isnan(measures(proportions.T).mcc)
    np.testing.assert_array_equal(measures(proportions.T).kappa_class, [0, np.nan, 0, 0])


def test_what_is_no_error_matrix_is_refused():
    for bad in (np.zeros((2, 3)), np.zeros(4), np.array([[1, -1], [0, 1]])):
        with pytest.raises(ValueError, match="square"):
            measures(bad)


def test_kappa_in_words():
    bands = {-0.01: "poor", 0: "slight", 0.2: "slight", 0.2000000000000003: "slight", 0.201: "fair", 0.4: "fair", 0.41: "moderate"}
    bands.update({0.6: "moderate", 0.61: "substantial", 0.8: "substantial", 0.81: "almost perfect", 1: "almost perfect"})
    for kappa, word in bands.items():
        assert kappa_words(kappa) == word, kappa
    steps = {-1: "poor", 0.399: "poor", 0.4: "moderate", 0.8: "moderate", 0.801: "trustworthy", 0.9086818: "trustworthy"}
    for kappa, word in steps.items():
        assert kappa_three_steps(kappa) == word, kappa
    assert kappa_words(np.nan) == kappa_three_steps(np.nan) == "not defined"


def test_wilson_interval():
    close(wilson(66, 75), [0.787404, 0.935566], 6)
    low, high = wilson(np.array([0, 10, 0]), np.array([10, 10, 0]))
    z2 = 1.959963984540054**2
    np.testing.assert_allclose(low, [0, 10 / (10 + z2), np.nan], atol=1e-15)
    np.testing.assert_allclose(high, [z2 / (10 + z2), 1, np.nan], atol=1e-15)
    # statsmodels.stats.proportion.proportion_confint(3, 20, 0.1, "wilson")
    np.testing.assert_allclose(wilson(3, 20, 0.9), [0.06158241047736826, 0.3218280756753069], rtol=1e-12)
    for confidence in (0, 1, 95):
        with pytest.raises(ValueError, match="between 0 and 1"):
            wilson(3, 20, confidence)


def test_mcnemar_as_statsmodels():
    def pairs(both, first, second, none):
        return np.repeat([True, True, False, False], [both, first, second, none]), np.repeat(
            [True, False, True, False], [both, first, second, none]
        )

    # statsmodels.stats.contingency_tables.mcnemar, correction=False
    many = mcnemar(*pairs(50, 21, 9, 20))
    assert (many.only_first, many.only_second, many.statistic) == (21, 9, pytest.approx(144 / 30))
    assert many.p_value == pytest.approx(0.028459736916310638, rel=1e-12)
    assert mcnemar(*pairs(50, 12, 3, 20)).p_value == pytest.approx(0.03515625)
    assert mcnemar(*pairs(5, 0, 0, 5)).p_value == 1
    assert np.isnan(mcnemar([], []).statistic)


def test_difference_of_kappas_of_two_maps_on_the_same_points():
    first, second, reference, codes = labels()
    difference = kappa_difference(first, second, reference, codes)
    kappas = [cohen_kappa_score(mapped, reference) for mapped in (first, second)]
    assert difference.value == pytest.approx(kappas[0] - kappas[1], rel=1e-12)
    assert kappa_difference(second, first, reference, codes).se == pytest.approx(difference.se, rel=1e-12)
    same = kappa_difference(first, first, reference, codes)
    assert same.value == same.se == 0
    # Leaving points out one at a time tells the same error (jackknife).
    n = len(reference)
    left_out = []
    for i in range(n):
        keep = np.arange(n) != i
        left_out.append(kappa_difference(first[keep], second[keep], reference[keep], codes).value)
    assert difference.se == pytest.approx(np.sqrt((n - 1) * np.var(left_out)), rel=0.01)
    assert np.isnan(kappa_difference([1], [1], [1], [1, 2])).all()
    assert np.isnan(kappa_difference([], [], [], [1, 2])).all()
