"""What an inspector is told: chips, patches and a card's figures measured again."""

import numpy as np
from training.evaluate import among_mirrors, as_l2a, at_prevalence, chips, differences
from training.scores import Counts
from training.tiles import Tile


def test_a_chip_has_its_mine_in_the_middle_or_as_near_as_the_tile_allows():
    mask = np.zeros((448, 448), np.uint8)
    mask[200:240, 210:250] = 1
    mask[0:20, 430:448] = 1
    mask[300:305, 300:305] = 1  # 25 pixels: too small
    image = np.stack([np.indices(mask.shape)[0], np.indices(mask.shape)[1]]).astype(np.uint16)
    corner, middle = chips([Tile("5", "a", image, mask)])
    assert (corner.image[0, 0, 0], corner.image[1, 0, 0], corner.mask.shape) == (0, 192, (256, 256))
    assert (middle.image[0, 0, 0], middle.image[1, 0, 0]) == (220 - 128, 230 - 128)
    assert middle.mask[128, 128] == 1


def test_a_patch_among_its_mirrors_keeps_its_place():
    image = np.arange(48 * 48, dtype=np.float32).reshape(1, 48, 48)
    assert (among_mirrors(lambda wide: wide[0])(image) == image[0]).all()


def test_haze_is_exchanged_and_nothing_else():
    ground = np.random.default_rng(0).gamma(2, 300, (3, 48, 48))
    l1c = [Tile("a", "a", ground + np.array([330.0, 550, 715]).reshape(3, 1, 1), np.zeros((48, 48), np.uint8))]
    l2a = [Tile("b", "b", ground + np.array([175.0, 316, 201]).reshape(3, 1, 1), np.zeros((48, 48), np.uint8))]
    assert np.allclose(as_l2a(l1c, l2a)[0].image, l2a[0].image, atol=0.1)


def test_at_one_percent_most_of_what_is_flagged_is_a_false_alarm():
    # Recall 0.8 and 2 % false alarms: 0.008 hits against 0.0198 false alarms.
    there = at_prevalence(Counts(tp=80, fn=20, fp=2, tn=98), 0.01)
    assert (there["precision"], there["prevalence"]) == (round(0.008 / 0.0278, 4), 0.01)


def test_a_card_that_boasts_is_found_out():
    card = {"threshold": 0.5, "reviewed": {"iou": 0.75, "iou_95": [0.7, 0.8], "tp": 1000}, "tiles": ["1", "2"]}
    assert (
        differences(card, {"threshold": 0.5, "reviewed": {"iou": 0.7509, "iou_95": [0.7, 0.8], "tp": 1004}, "tiles": ["1", "2"]})
        == []
    )
    wrong = differences(card, {"reviewed": {"iou": 0.71, "iou_95": [0.6, 0.8], "tp": 900}, "tiles": ["1", "3"], "more": 0.5})
    assert [line.split(":")[0] for line in wrong] == ["reviewed.iou", "reviewed.iou_95[0]", "reviewed.tp", "tiles[1]", "more"]
