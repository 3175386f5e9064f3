"""Decisions of a reviewer, applied to masks of a dozen pixels."""

import numpy as np
import pytest
from training.labels import UNSEEN, Decision, Piece, agreed, applied, pack, read_decisions, reading, unpack, write_decisions

MASK = np.array([[0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 0, 0]], np.uint8)
LEFT = np.array([[1, 1, 1], [1, 1, 1]], bool)  # covers two unlabelled columns and one labelled


def reviewed(tile, mask, decisions):
    return applied(mask, reading(tile, mask, decisions))


def test_a_decision_about_unlabelled_ground_leaves_the_label_alone():
    mine = Decision(Piece("7", "flag", 0, 0, LEFT), "mine")
    assert reviewed("7", MASK, [mine]).tolist() == [[1, 1, 1, 1], [1, 1, 1, 1], [0, 0, 0, 0]]
    assert reviewed("8", MASK, [mine]).tolist() == MASK.tolist()


def test_a_decision_about_a_label_leaves_other_ground_alone():
    wrong = Decision(Piece("7", "label", 0, 0, LEFT), "not_mine")
    unclear = Decision(Piece("7", "label", 0, 0, LEFT), "unclear")
    assert reviewed("7", MASK, [wrong]).tolist() == [[0, 0, 0, 1], [0, 0, 0, 1], [0, 0, 0, 0]]
    assert reviewed("7", MASK, [unclear]).tolist() == [[0, 0, 255, 1], [0, 0, 255, 1], [0, 0, 0, 0]]


def test_the_later_decision_holds():
    both = [Decision(Piece("7", "flag", 1, 1, LEFT), decision) for decision in ("mine", "not_mine")]
    assert reviewed("7", MASK, both).tolist() == MASK.tolist()
    assert reviewed("7", MASK, both[::-1]).tolist() == [[0, 0, 1, 1], [0, 1, 1, 1], [0, 1, 1, 1]]


def test_who_could_tell_is_believed_and_two_who_differ_are_not():
    one = np.array([[0, 1, 255, 255, 1, UNSEEN, UNSEEN]], np.uint8)
    other = np.array([[0, 255, 0, 255, 0, 1, UNSEEN]], np.uint8)
    assert agreed([one, other]).tolist() == agreed([other, one]).tolist() == [[0, 1, 0, 255, 255, 1, UNSEEN]]
    assert agreed([one]).tolist() == one.tolist()
    assert applied(np.array([[1, 0, 255]], np.uint8), np.array([[UNSEEN, 1, 1]], np.uint8)).tolist() == [[1, 1, 255]]


@pytest.mark.parametrize("shape", [(1, 1), (3, 5), (8, 8), (17, 2)])
def test_a_shape_survives_the_file(shape, tmp_path):
    inside = np.random.default_rng(3).random(shape) < 0.5
    assert (unpack(pack(inside), *shape) == inside).all()
    write_decisions(tmp_path / "d.csv", [Decision(Piece("12", "doubt", 4, 5, inside), "unclear", "r1", 2)])
    (read,) = read_decisions(tmp_path / "d.csv")
    assert (read.piece.tile, read.piece.stratum, read.piece.row, read.piece.col) == ("12", "doubt", 4, 5)
    assert (read.decision, read.reviewer, read.round) == ("unclear", "r1", 2)
    assert (read.piece.inside == inside).all()


def test_what_is_no_decision_is_refused(tmp_path):
    write_decisions(tmp_path / "d.csv", [Decision(Piece("12", "flag", 0, 0, LEFT), "perhaps")])
    with pytest.raises(ValueError, match="'perhaps' of tile 12 is not one of not_mine, mine, unclear"):
        read_decisions(tmp_path / "d.csv")
    with pytest.raises(ValueError, match="the decision file is damaged"):
        unpack(pack(np.ones((30, 3), bool)), 2, 3)
