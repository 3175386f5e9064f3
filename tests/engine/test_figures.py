"""The figures of a region as a table has them: which interval each figure gets under which design, by hand calculations."""

import warnings

import numpy as np
import pytest
from known_maps import spread_out
from pantau.plugin.engine.accuracy.assessment import AREA, BY_CLASS, BY_STRATUM, COUNT, SIMPLE
from pantau.plugin.engine.accuracy.estimators import estimate_by_class, estimate_by_stratum
from pantau.plugin.engine.accuracy.figures import region_figures
from pantau.plugin.engine.accuracy.intervals import doubtful, score_intervals
from pantau.plugin.engine.accuracy.matrix import measures
from scipy import stats

# Olofsson et al. 2014, Table 8: deforestation, forest gain, stable forest, stable non-forest; 30 m pixels.
OLOFSSON = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
PIXELS = np.array([200_000, 150_000, 3_200_000, 6_450_000])
CODES = (4, 7, 8, 9)
Z = 1.959964


@pytest.fixture(autouse=True)
def _no_warning_of_numpy():
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        yield


def of(counts, sizes, design, groups=None, pixels=True, codes=None):
    """(estimates, {(scope, metric, code): Metric}) of (h, k, k) counts, or of (3, n) samples where these are in groups."""
    strata, mapped, reference = counts if groups is not None else spread_out(np.asarray(counts))
    k = len(sizes) if design != BY_STRATUM else int(max(mapped.max(), reference.max())) + 1
    hectares = np.asarray(sizes, float) * 0.09 if design != BY_STRATUM else np.full(k, 100.0)
    codes = range(k) if codes is None else codes
    _, estimates, metrics = region_figures(
        None, codes, mapped, reference, strata, groups, np.asarray(sizes, float), hectares, design=design, pixels=pixels
    )
    return estimates, {(one.scope, one.metric, one.code): one for one in metrics}


def wilson(p, n, quantile=Z):
    middle, half = p + quantile**2 / (2 * n), quantile * np.sqrt(p * (1 - p) / n + quantile**2 / (4 * n**2))
    return (middle - half) / (1 + quantile**2 / n), (middle + half) / (1 + quantile**2 / n)


def test_a_simple_random_sample_has_wilsons_limits_as_counted():
    _, found = of(OLOFSSON[None], PIXELS, SIMPLE, codes=CODES)
    overall = found[COUNT, "overall_accuracy", None]
    assert overall.value == pytest.approx(587 / 640)
    assert overall.se == pytest.approx(np.sqrt(587 * 53 / 640**2 / 639))
    assert (overall.low, overall.high) == pytest.approx(wilson(587 / 640, 640), rel=1e-6)
    users, producers = found[COUNT, "users_accuracy", 4], found[COUNT, "producers_accuracy", 4]
    assert (users.low, users.high) == pytest.approx((0.787404, 0.935566), abs=5e-7)  # published for 66 of 75
    assert (producers.low, producers.high) == pytest.approx(wilson(66 / 69, 69), rel=1e-6)
    assert producers.se is not None
    omission = found[COUNT, "omission", 4]
    assert (omission.low, omission.high) == pytest.approx((1 - producers.high, 1 - producers.low))
    kappa = found[COUNT, "kappa", None]  # value and variance of the published matrix
    assert (kappa.value, kappa.se) == (pytest.approx(0.869964, abs=5e-7), pytest.approx(np.sqrt(0.00028997), rel=1e-4))
    assert (kappa.low, kappa.high) == pytest.approx((kappa.value - Z * kappa.se, kappa.value + Z * kappa.se))
    assert not any(one.doubtful or one.score_low for key, one in found.items() if key[0] == COUNT)


@pytest.mark.parametrize("design", [SIMPLE, BY_CLASS])
def test_the_map_is_estimated_by_map_class(design):
    """Olofsson's published figures, of a simple random sample too: it is weighted by the map classes afterwards."""
    _, found = of(OLOFSSON[None], PIXELS, design, codes=CODES)
    overall = found[AREA, "overall_accuracy", None]
    assert (overall.value, overall.se) == pytest.approx((0.946512, 0.009430), abs=5e-7)
    assert (overall.low, overall.high) == pytest.approx((0.946512 - Z * 0.009430, 0.946512 + Z * 0.009430), abs=2e-6)
    area = found[AREA, "area_ha", 4]
    assert (area.value, area.high - area.value, area.value - area.low) == pytest.approx((21157.76, 6157.52, 6157.52), abs=0.006)
    share = found[AREA, "area_proportion", 4]
    assert [getattr(area, name) / 900_000 for name in ("value", "se", "low", "high", "score_low", "score_high")] == pytest.approx(
        share[4:10]
    )
    estimates = estimate_by_class(OLOFSSON, PIXELS)
    better = score_intervals(OLOFSSON, PIXELS, estimates, by_class=True)
    for place, code in enumerate(CODES):
        for name, limits in (("users", better.users), ("producers", better.producers)):
            one, other = (
                found[AREA, f"{name}_accuracy", code],
                found[AREA, {"users": "commission", "producers": "omission"}[name], code],
            )
            assert (one.score_low, one.score_high) == pytest.approx((limits[0][place], limits[1][place]))
            assert (other.score_low, other.score_high) == pytest.approx((1 - one.score_high, 1 - one.score_low))
            assert (other.value, other.low, other.high) == pytest.approx((1 - one.value, 1 - one.high, 1 - one.low))
            assert other.doubtful == one.doubtful
    # Of 639 that are not mapped as the second class, one is of it; and 3 of the first.
    assert [found[AREA, "producers_accuracy", code].doubtful for code in CODES] == [True, True, False, False]


def test_doubt_looks_at_how_large_the_strata_are():
    """The single wrong sample of the large class: it stands for .019 of the map. Were both classes of a size, nothing would be doubtful."""
    counts = np.array([[[40, 10], [1, 49]]])
    _, found = of(counts, [5, 95], BY_CLASS)
    _, alike = of(counts, [50, 50], BY_CLASS)
    assert found[AREA, "overall_accuracy", None].doubtful
    assert not alike[AREA, "overall_accuracy", None].doubtful
    doubted = found[AREA, "overall_accuracy", None]
    assert doubted.limits == (doubted.score_low, doubted.score_high)


def test_what_a_stratified_sample_as_counted_cannot_tell():
    _, found = of(OLOFSSON[None], PIXELS, BY_CLASS, codes=CODES)
    for name, code in (("overall_accuracy", None), ("kappa", None), ("producers_accuracy", 4), ("omission", 4)):
        one = found[COUNT, name, code]
        assert one.value is not None
        assert (one.se, one.low, one.high) == (None, None, None), name
    users = found[COUNT, "users_accuracy", 4]  # within a class, the samples are a simple random sample of it
    assert (users.low, users.high) == pytest.approx(wilson(66 / 75, 75), rel=1e-6)
    assert users.se == pytest.approx(0.037776, abs=5e-7)
    _, found = of(np.stack([OLOFSSON, OLOFSSON.T]), [3, 2], BY_STRATUM)
    for one in found.values():
        assert one.scope == AREA or (one.se, one.low, one.high) == (None, None, None), one


def test_strata_of_pixels_are_corrected_and_hectares_are_not():
    counts = np.array([[[50, 6], [8, 46]], [[30, 9], [7, 54]]])
    weights = np.array([0.55, 0.45])
    for pixels, left in ((True, 1 - np.array([110 / 220, 100 / 180])), (False, np.ones(2))):
        _, found = of(counts, [220, 180], BY_STRATUM, pixels=pixels)
        p, n = np.array([96 / 110, 84 / 100]), np.array([110, 100])
        se = np.sqrt((weights**2 * left * p * (1 - p) / (n - 1)).sum())
        overall = found[AREA, "overall_accuracy", None]
        assert overall.se == pytest.approx(se)
        assert (overall.low, overall.high) == pytest.approx((weights @ p - Z * se, weights @ p + Z * se), rel=1e-6)
        assert (overall.score_low, overall.score_high) == pytest.approx(
            wilson(weights @ p, weights @ p * (1 - weights @ p) / se**2), rel=1e-6
        )
    # A single wrong sample of a hundred leaves doubt, even with half of the pixels seen.
    _, found = of(np.array([[[51, 1], [0, 48]]]), [200], BY_STRATUM)
    assert found[AREA, "overall_accuracy", None].doubtful
    # All was seen: nothing is doubtful, and nothing has a width. More samples than pixels: no correction.
    _, found = of(counts, [110, 100], BY_STRATUM)
    assert not any(one.doubtful for one in found.values())
    assert found[AREA, "overall_accuracy", None].score_high == pytest.approx(found[AREA, "overall_accuracy", None].value)
    estimates, found = of(counts, [110, 99], BY_STRATUM)
    assert found[AREA, "overall_accuracy", None].se == pytest.approx(
        estimate_by_stratum(counts, [110, 99], finite=False).overall.se
    )
    few = doubtful(counts, [110, 99], estimates, by_class=False)
    assert [found[AREA, "users_accuracy", code].doubtful for code in (0, 1)] == few.users.tolist()


def test_areas_and_accuracies_end_at_nothing_and_at_everything():
    _, found = of(np.array([[[49, 1], [0, 50]]]), [9_000, 1_000], BY_CLASS)
    overall, area = found[AREA, "overall_accuracy", None], found[AREA, "area_ha", 0]
    assert overall.value + Z * overall.se > 1 == overall.high
    _, found = of(np.array([[[50, 0], [1, 49]]]), [20, 9_980], BY_CLASS)
    area = found[AREA, "area_ha", 0]
    assert area.value - Z * area.se < 0 == area.low
    assert found[AREA, "area_ha", 1].high == pytest.approx(900)  # the whole map, 10,000 pixels of .09 ha


# -- samples in polygons


def polygons(many=14, seed=3):
    """((3, n) strata, map and reference classes, (n,) polygons) of 5 to 9 samples each; errors come together."""
    rng = np.random.default_rng(seed)
    groups = np.repeat(np.arange(many), rng.integers(5, 10, many))
    mapped = np.where(rng.random(len(groups)) < 0.7, (rng.random(many) < 0.4)[groups], rng.random(len(groups)) < 0.4).astype(int)
    right = rng.random(len(groups)) < rng.beta(4, 1, many)[groups]
    return np.stack([np.zeros(len(groups), int), mapped, np.where(right, mapped, 1 - mapped)]), groups


def cluster_error(values, strata, weights, groups):
    """Of a weighted sum of stratum means, independently: each stratum's deviations by polygon, with its own m / (m - 1)."""
    totals = np.zeros(groups.max() + 1)
    for stratum, weight in enumerate(weights):
        here = strata == stratum
        met = len(set(groups[here].tolist()))
        for value, group in zip(values[here], groups[here]):
            totals[group] += weight * (value - values[here].mean()) / here.sum() * np.sqrt(met / (met - 1))
    return np.sqrt((totals**2).sum())


def test_polygons_are_what_counts():
    samples, groups = polygons()
    _, mapped, reference = samples
    right, weights = (mapped == reference).astype(float), np.array([0.7, 0.3])
    _, found = of(samples, [7_000, 3_000], SIMPLE, groups)
    t = stats.t(13).ppf(0.975)

    overall = found[AREA, "overall_accuracy", None]
    value = weights @ [right[mapped == code].mean() for code in (0, 1)]
    se = cluster_error(right, mapped, weights, groups)
    assert (overall.value, overall.se) == pytest.approx((value, se))
    assert (overall.low, overall.high) == pytest.approx((value - t * se, min(value + t * se, 1)))
    assert (overall.score_low, overall.score_high) == pytest.approx(wilson(value, value * (1 - value) / se**2, t))

    # As counted, all are of one stratum.
    counted = found[COUNT, "overall_accuracy", None]
    alike = np.zeros(len(mapped), int)
    value, se = right.mean(), cluster_error(right, alike, [1], groups)
    assert (counted.value, counted.se) == pytest.approx((value, se))
    assert (counted.low, counted.high) == pytest.approx(wilson(value, value * (1 - value) / se**2, t))
    users = found[COUNT, "users_accuracy", 1]
    own = mapped == 1
    value = right[own].mean()
    se = cluster_error(np.where(own, right - value, 0) / own.mean(), alike, [1], groups)
    met = len(np.unique(groups[own]))
    assert 2 < met < 14  # which is what Student's t of the class has
    assert (users.low, users.high) == pytest.approx(wilson(value, value * (1 - value) / se**2, stats.t(met - 1).ppf(0.975)))


def test_kappa_of_polygons_has_their_error():
    samples, groups = polygons(80)
    _, found = of(samples, [7_000, 3_000], SIMPLE, groups)
    kappa, left_out = found[COUNT, "kappa", None], []
    for one in range(80):  # leaving out one polygon at a time
        counts = np.zeros((2, 2))
        np.add.at(counts, tuple(samples[1:, groups != one]), 1)
        left_out.append(measures(counts).kappa)
    assert kappa.se == pytest.approx(np.sqrt(79 * np.var(left_out)), rel=0.05)
    t = stats.t(79).ppf(0.975)
    assert (kappa.low, kappa.high) == pytest.approx((kappa.value - t * kappa.se, kappa.value + t * kappa.se))


def test_polygons_of_a_stratified_sample():
    samples, groups = polygons()
    _, found = of(samples, [7_000, 3_000], BY_CLASS, groups)
    for one in found.values():
        assert one.scope == AREA or (one.se, one.low, one.high) == (None, None, None), one
    # Strata of as many pixels as there are samples: polygons are drawn anew, so that the correction of single pixels does not hold.
    samples[0] = groups % 2
    sizes = np.bincount(samples[0])
    _, found = of(samples, sizes, BY_STRATUM, groups)
    right = (samples[1] == samples[2]).astype(float)
    overall = found[AREA, "overall_accuracy", None]
    assert overall.se == pytest.approx(cluster_error(right, samples[0], sizes / sizes.sum(), groups))
    assert overall.se > 0
    # Nor does it when doubt is sought: the first stratum shows no error in 40 samples of its 50 pixels, the second ten in all of its 20.
    samples = spread_out(np.array([[[40, 0], [0, 0]], [[10, 5], [5, 0]]]))
    _, found = of(samples, [50, 20], BY_STRATUM, np.append(np.arange(40), np.arange(20)))
    overall = found[AREA, "overall_accuracy", None]
    assert overall.se / np.sqrt(5) < 50 / 70 / 40
    assert overall.doubtful


def of_hundred_polygons(wrong):
    """Ten samples in each of 100 polygons, of which those of `wrong` (100,) are wrong; one of two classes throughout."""
    groups = np.repeat(np.arange(100), 10)
    mapped = groups % 2
    reference = np.where(np.tile(np.arange(10), 100) < np.repeat(wrong, 10), 1 - mapped, mapped)
    return of(np.stack([groups * 0, mapped, reference]), [600, 400], SIMPLE, groups)[1]


def test_wrong_samples_of_a_single_polygon_leave_doubt():
    """As many wrong samples, in two polygons or in forty: only the polygons tell them apart."""
    together, apart = np.zeros(100, int), np.zeros(100, int)
    together[:2], apart[:40] = 10, 1
    for wrong, expected in ((together, True), (apart, False)):
        found = of_hundred_polygons(wrong)
        for name, code in (("overall_accuracy", None), ("users_accuracy", 0), ("producers_accuracy", 1), ("area_proportion", 0)):
            one = found[AREA, name, code]
            assert one.doubtful == expected, (name, wrong)
            assert one.limits == ((one.score_low, one.score_high) if expected else (one.low, one.high))


def test_few_polygons_leave_doubt():
    """Alike in all, so that none moves a figure much; but a standard error from 20 polygons is itself unsure."""
    for many, expected in ((20, True), (29, True), (30, False), (60, False)):
        groups = np.repeat(np.arange(many), 12)
        mapped = np.tile(np.repeat([0, 1], 6), many)
        wrong = np.tile(np.arange(12) % 6, many) < np.repeat(1 + np.arange(many) % 2, 12)
        found = of(np.stack([groups * 0, mapped, np.where(wrong, 1 - mapped, mapped)]), [600, 400], SIMPLE, groups)[1]
        for name, code in (("overall_accuracy", None), ("users_accuracy", 0), ("producers_accuracy", 1)):
            assert found[AREA, name, code].doubtful == expected, (many, name)
