"""Scores against the source study's printed table and against scikit-learn."""

import numpy as np
import pytest
from sklearn.metrics import confusion_matrix, jaccard_score
from training.scores import STUDY_PREVALENCE, Counts, Histogram, interval, pooled

STUDY = Counts(tp=1_071_717, fp=136_320, fn=120_500, tn=2_671_447)


def test_the_source_studys_table():
    assert (round(STUDY.iou, 4), round(STUDY.accuracy, 4)) == (0.8067, 0.9358)
    assert (round(STUDY.precision, 4), round(STUDY.recall, 4)) == (0.8872, 0.8989)
    assert round(STUDY.prevalence, 3) == STUDY_PREVALENCE


def test_the_studys_own_prevalence_changes_nothing_and_a_rare_class_costs_precision():
    assert STUDY.at(STUDY.prevalence).iou == pytest.approx(STUDY.iou, abs=1e-5)
    # By hand: 0.01 x 0.898926 hits, 0.99 x (136 320 / 2 807 767) false alarms.
    rare = STUDY.at(0.01)
    assert rare.precision == pytest.approx(0.00898926 / (0.00898926 + 0.99 * 0.04855104), abs=1e-4)
    assert rare.recall == pytest.approx(STUDY.recall, abs=1e-4)


def test_a_histogram_gives_the_counts_of_every_threshold():
    rng = np.random.default_rng(0)
    mask = rng.choice([0, 1, 255], (60, 70), p=[0.7, 0.2, 0.1]).astype(np.uint8)
    probability = rng.integers(0, 201, mask.shape) / 200
    histogram, known = Histogram.of(probability, mask), mask != 255
    for threshold in (0.05, 0.5, 0.655, 0.95):
        found = probability[known] >= threshold - 1e-12
        tn, fp, fn, tp = confusion_matrix(mask[known], found).ravel()
        assert histogram.counts(threshold) == Counts(tp, fp, fn, tn)
        assert histogram.counts(threshold).iou == pytest.approx(jaccard_score(mask[known], found))


def test_rounding_carries_no_pixel_over_the_threshold():
    counts = Histogram.of(np.array([[0.499, 0.4999, 0.5, 0.501]]), np.ones((1, 4), np.uint8)).counts(0.5)
    assert (counts.tp, counts.fn) == (2, 2)


def test_a_probability_that_holds_is_calibrated_and_one_that_boasts_is_not():
    rng = np.random.default_rng(1)
    probability = rng.random((400, 400))
    honest = Histogram.of(probability, (rng.random(probability.shape) < probability).astype(np.uint8))
    assert honest.calibration()[1] < 0.01
    boasting = Histogram.of(np.full((10, 10), 0.9), np.tile([0, 1], (10, 5)).astype(np.uint8))
    assert boasting.calibration()[1] == pytest.approx(0.4)


def test_groups_that_agree_have_a_narrow_interval_and_groups_that_do_not_a_wide_one():
    good, bad = (Histogram.of(np.tile([p, 1.0], (10, 5)), np.tile([0, 1], (10, 5)).astype(np.uint8)) for p in (0.0, 1.0))
    same = {str(i): good for i in range(8)}
    assert interval(same, 0.5, lambda c: c.iou) == (1.0, 1.0)
    mixed = {str(i): (good if i % 2 else bad) for i in range(8)}
    assert pooled(mixed).counts(0.5).iou == pytest.approx(2 / 3)
    low, high = interval(mixed, 0.5, lambda c: c.iou)
    assert low < 0.6 < 2 / 3 < 0.75 < high
