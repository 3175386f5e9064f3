"""How many samples, and for which stratum: the published example and shares worked out by hand."""

import math

import numpy as np
import pytest
from osgeo import osr
from pantau.plugin.engine.accuracy.design import (
    EQUAL,
    MOST_POINTS,
    NEYMAN,
    PROPORTIONAL,
    Frame,
    allocate,
    expected_accuracies,
    plan,
    sample_size,
    standard_error,
    stratum_sizes,
    total_needed,
)
from pantau.plugin.engine.errors import PantauError
from pantau.plugin.engine.raster.grid import CellAreas, Grid

# Olofsson et al. 2014, section 5.1: deforestation, forest gain, stable forest, stable non-forest.
WEIGHTS, ACCURACIES = [0.02, 0.015, 0.32, 0.645], [0.7, 0.6, 0.9, 0.95]


def frame(pixels=(200_000, 150_000, 3_200_000, 6_450_000), accuracies=ACCURACIES):
    pixels = np.array(pixels)
    return Frame([f"s{place}" for place in range(1, len(pixels) + 1)], pixels, pixels / pixels.sum(), np.array(accuracies, float))


def planned(*, allocation=PROPORTIONAL, minimum=0, total=None, target_se=0.01, **strata):
    result = plan(frame(**strata), allocation, minimum, total, target_se)
    return result.samples.tolist(), result.warnings


def test_sample_size_of_olofsson():
    assert sample_size(WEIGHTS, ACCURACIES, 0.01) == pytest.approx(640.54, abs=0.005)


def test_sample_size_of_a_simple_random_sample():
    p = np.dot(WEIGHTS, ACCURACIES)  # .92375
    assert sample_size([1], [p], 0.01) == pytest.approx(0.92375 * 0.07625 / 0.0001)


def test_standard_error_by_hand():
    assert standard_error([0.5, 0.5], [0.9, 0.5], [50, 100]) == pytest.approx(math.sqrt(0.25 * 0.09 / 50 + 0.25 * 0.25 / 100))
    assert math.isnan(standard_error([0.5, 0.5], [0.9, 0.5], [50, 0]))


@pytest.mark.parametrize(
    ("allocation", "minimum", "samples"),
    [
        (PROPORTIONAL, 0, [13, 10, 205, 413]),  # 12.82, 9.615, 205.12, 413.445, as in the paper
        (PROPORTIONAL, 50, [50, 50, 179, 362]),  # 541 by .32 : .645 = 179.40, 361.60
        (PROPORTIONAL, 160, [160, 160, 160, 161]),
        (EQUAL, 50, [161, 160, 160, 160]),
        (NEYMAN, 0, [23, 19, 243, 356]),  # W S = .009165, .007348, .096, .140574: 23.21, 18.61, 243.14, 356.03
        (NEYMAN, 30, [30, 30, 236, 345]),  # 581 by .096 : .140574 = 235.77, 345.23
    ],
)
@pytest.mark.parametrize("total", [None, 641])
def test_641_points_shared_out(allocation, minimum, samples, total):
    assert planned(allocation=allocation, minimum=minimum, total=total) == (samples, [])


def test_a_raised_stratum_may_push_another_below_the_minimum():
    # 100 by .5 : .26 : .24 with at least 25: 25 for the last leaves 75 by .5 : .26 = 49.34, 25.66.
    assert planned(pixels=[5000, 2600, 2400], accuracies=[0.9] * 3, minimum=25, total=100)[0] == [49, 26, 25]
    # With at least 26 for it, 74 would be 48.68, 25.32: the second is raised as well.
    assert planned(pixels=[5000, 2600, 2400], accuracies=[0.9] * 3, minimum=26, total=100)[0] == [48, 26, 26]


def test_a_total_wins_over_the_minimum_and_says_so():
    samples, (warning,) = planned(total=50, minimum=30)
    assert samples == [12, 12, 12, 14]  # 14 left over 36 by .32 : .645, of which both would have less than 12
    assert warning == "TOTAL is 50, too few for 30 points in each of 4 strata: each stratum gets at least 12."


def test_a_standard_error_grows_with_the_minimum():
    assert planned(minimum=300) == ([300] * 4, [])
    assert planned(minimum=300, allocation=EQUAL) == ([300] * 4, [])


def test_fewer_points_than_strata():
    samples, warnings = planned(total=3, minimum=30)
    assert samples == [0, 0, 1, 2]
    assert len(warnings) == 2
    assert "fewer than 2 points give no standard error: s1, s2, s3." in warnings[1]


def test_a_small_stratum_gives_all_and_the_others_the_rest():
    samples, (warning,) = planned(pixels=[12, 1000, 1000], accuracies=[0.9] * 3, allocation=EQUAL, total=300)
    assert samples == [12, 144, 144]
    assert (
        warning
        == "Strata with fewer pixels than their share of points give all their pixels, and the other strata more points: s1 (12 instead of 100)."
    )
    samples, (warning,) = planned(pixels=[12, 1000, 1000], accuracies=[0.9] * 3, minimum=30, total=300)
    assert samples == [12, 144, 144]
    assert "s1 (12 instead of 30)" in warning


def test_more_points_than_pixels_are_all_pixels():
    samples, (warning,) = planned(pixels=[12, 30], accuracies=[0.9] * 2, total=100, minimum=30)
    assert samples == [12, 30]
    assert warning == "The map has 42 pixels here, fewer than the 100 points asked for: each pixel gets one."


def test_many_strata_are_named_in_part():
    _, (warning,) = planned(pixels=[10] * 8, accuracies=[0.9] * 8, total=8)
    assert "s1, s2, s3, s4, s5, ..." in warning


def test_more_points_than_anybody_labels_are_refused():
    for values in ({"target_se": 1e-4}, {"total": 600_000, "minimum": 0, "pixels": [10**9] * 4}):
        if "total" in values:
            assert sum(planned(**values)[0]) == 600_000
            values["total"] = MOST_POINTS + 1
        with pytest.raises(PantauError, match="nobody labels"):
            planned(**values)


def test_the_total_that_reaches_the_target():
    strata = frame()
    samples = plan(strata, PROPORTIONAL, 30, None, 0.01).samples
    assert standard_error(strata.weights, strata.accuracies, samples) > 0.01
    needed = total_needed(strata, PROPORTIONAL, 0, 0.01, samples)
    assert abs(needed - 0.0672375 / 0.0001) < 2  # the sum of W U (1 - U) over SE^2: 672.4, and whole points
    reached = plan(strata, PROPORTIONAL, 0, needed, 0.01).samples
    assert standard_error(strata.weights, strata.accuracies, reached) <= 0.01
    best = plan(strata, NEYMAN, 0, None, 0.01).samples  # whole points alone keep it from .01
    assert total_needed(strata, NEYMAN, 0, 0.01, best) is None
    small = frame(pixels=[20, 20], accuracies=[0.5, 0.5])
    assert total_needed(small, EQUAL, 0, 0.01, np.array([20, 20])) is None  # no total does


def test_shares_keep_to_their_sum_and_limits():
    random = np.random.default_rng(0)
    for _ in range(300):
        count = random.integers(1, 9)
        shares, least = random.random(count) + 1e-3, random.integers(0, 20, count)
        most = least + random.integers(0, 200, count)
        total = int(random.integers(0, 700))
        samples = allocate(total, shares, least, most)
        assert samples.sum() == np.clip(total, least.sum(), most.sum())
        assert (samples >= least).all()
        assert (samples <= most).all()
        free = (samples > least) & (samples < most)
        rates = samples[free] / shares[free]
        assert all(abs(samples[free] - rate * shares[free]).max() <= 1 + shares[free].max() / share for rate, share in zip(rates, shares[free]))  # fmt: skip


def test_expected_accuracies():
    assert expected_accuracies(" 1=0.9, 300 = .75,-2=0.5,") == {1: 0.9, 300: 0.75, -2: 0.5}
    assert expected_accuracies("") == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1=0,9", "EXPECTED_UA holds 9: give class codes"),
        ("forest=0.9", "EXPECTED_UA holds forest=0.9"),
        ("1=0.9;2=0.8", "EXPECTED_UA holds 1=0.9;2=0.8"),
        ("1=nan", "EXPECTED_UA holds 1=nan"),
        ("1=0.9,1=0.8", "class 1 twice"),
        ("1=85", "is 85 for class 1: give more than 0 and less than 1"),
        ("1=1", "is 1 for class 1"),
        ("2=0.0", "is 0.0 for class 2"),
    ],
)
def test_expected_accuracies_that_cannot_be_read(text, words):
    with pytest.raises(PantauError, match=words):
        expected_accuracies(text)


@pytest.mark.parametrize(
    ("epsg", "transform", "equal"),
    [
        (32750, (500000, 10, 0, 9900000, 0, -10), True),
        (4326, (117.0, 0.0001, 0, -1.0, 0, -0.0001), True),  # one degree at the equator
        (4326, (95.0, 0.01, 0, 6.0, 0, -0.01), False),  # the whole of Sumatra
        (3857, (13_000_000, 100, 0, -500_000, 0, -100), False),
    ],
)
def test_pixels_weigh_alike_only_where_they_are_of_one_size(epsg, transform, equal):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    areas = CellAreas(Grid(reference.ExportToWkt(), transform, 4000, 4000))
    pixels, hectares = np.array([1, 2]), np.array([3.0, 4.0])
    assert stratum_sizes(pixels, hectares, areas) is (pixels if equal else hectares)
