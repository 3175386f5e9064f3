"""Losses by hand, a network that learns, a run that was cut off, and exports that say the same."""

import dataclasses

import numpy as np
import onnx
import pytest
import torch
from training import export, losses
from training.lite import LiteUNet
from training.tiles import Split, Tile
from training.train import Options, Training, learn
from training.unet import UNet


def loss(name, probabilities, truth, counts=None):
    logits = torch.logit(torch.tensor([[probabilities]]))
    truth = torch.tensor([[truth]])
    return float(losses.parse(name)(logits, truth, torch.ones_like(truth) if counts is None else torch.tensor([[counts]])))


def test_losses_by_hand():
    half = [[0.5, 0.8]]
    assert loss("bce", half, [[1.0, 0.0]]) == pytest.approx((np.log(2) - np.log(0.2)) / 2, rel=1e-5)
    assert loss("focal", half, [[1.0, 0.0]]) == pytest.approx((0.25 * np.log(2) - 0.64 * np.log(0.2)) / 2, rel=1e-5)
    assert loss("dice", half, [[1.0, 0.0]]) == pytest.approx(1 - (0.5 + 1) / (0.5 + 0.4 + 0.25 + 1), rel=1e-5)
    assert loss("tversky", half, [[1.0, 0.0]]) == pytest.approx(1 - 1.5 / (0.5 + 0.3 * 0.8 + 0.7 * 0.5 + 1), rel=1e-5)
    assert loss("bce+0.5*dice", half, [[1.0, 0.0]]) == pytest.approx(
        loss("bce", half, [[1.0, 0.0]]) + 0.5 * loss("dice", half, [[1.0, 0.0]]), rel=1e-5
    )


@pytest.mark.parametrize("name", losses.LOSSES)
def test_what_does_not_count_does_not_count(name):
    assert loss(name, [[0.3, 0.9]], [[0.0, 0.0]], [[1.0, 0.0]]) == pytest.approx(loss(name, [[0.3]], [[0.0]]), rel=1e-5)


def test_a_mine_somewhere_in_a_quarter_is_asked_of_its_likeliest_pixels():
    logits, within = torch.zeros(1, 1, 4, 4), torch.zeros(1, 1, 4, 4)
    assert float(losses.somewhere(logits, within)) == 0
    within[..., :2, :2] = 1
    assert float(losses.somewhere(logits, within)) == pytest.approx(np.log(2))
    logits[..., 0, 0] = 20  # one of its four pixels is sure: enough
    assert float(losses.somewhere(logits, within)) == pytest.approx(0, abs=1e-6)
    logits[..., 0, 0], logits[..., 3, 3] = 0, 20  # a pixel of another quarter says nothing
    assert float(losses.somewhere(logits, within)) == pytest.approx(np.log(2))


def test_an_unknown_loss_is_named():
    with pytest.raises(ValueError, match="'hinge' is not known: use bce, focal, tversky, dice"):
        losses.parse("bce+hinge")


def tiles(count, seed, bands=3):
    """Bright squares on dark ground: what is bright is mine."""
    rng = np.random.default_rng(seed)
    found = []
    for i in range(count):
        mask = np.zeros((64, 64), np.uint8)
        y, x = rng.integers(0, 40, 2)
        mask[y : y + 20, x : x + 20] = 1
        image = (300 + 1500.0 * mask + rng.normal(0, 60, (bands, 64, 64))).clip(1).astype(np.uint16)
        found.append(Tile(str(i), str(i), image, mask))
    return found


OPTIONS = Options(
    width=4,
    patch=32,
    batch=4,
    epochs=4,
    patches_per_tile=4,
    average=0.5,
    precision="float32",
    architecture="unet",
    start="random",
    quilts=0.0,
)


def training(folder, options=OPTIONS, bands=3):
    folder.mkdir(exist_ok=True)
    split = Split(tiles(6, 0, bands), tiles(2, 1, bands), tiles(2, 2, bands))
    return Training(options, split, [], [], folder, torch.device("cpu"))


@pytest.mark.parametrize("bands", [1, 5])
def test_it_learns_what_is_bright_with_any_number_of_bands(tmp_path, bands):
    one = training(tmp_path / "a", dataclasses.replace(OPTIONS, width=8, epochs=12, patches_per_tile=12, rate=1e-2), bands)
    learn(one)
    assert one.best > 0.8
    assert len((tmp_path / "a" / "history.csv").read_text().splitlines()) == 13


@pytest.mark.parametrize("schedule", ["onecycle", "cosine"])
def test_a_run_that_was_cut_off_ends_as_if_it_had_not_been(tmp_path, schedule):
    options = dataclasses.replace(OPTIONS, schedule=schedule)
    whole = training(tmp_path / "whole", options)
    learn(whole)
    first = training(tmp_path / "cut", options)
    for _ in range(2):
        row = first.run_epoch()
        first.keep_best(row["validation_iou"])
        first.save()
    second = training(tmp_path / "cut", options)
    learn(second)
    for name, value in whole.averaged.state.items():
        assert torch.equal(value, second.averaged.state[name]), name
    assert whole.best == second.best


def test_a_run_is_not_resumed_with_other_options(tmp_path):
    first = training(tmp_path / "a")
    first.save()
    with pytest.raises(ValueError, match="was trained with {'width': 4}: give the same options, or another folder"):
        training(tmp_path / "a", dataclasses.replace(OPTIONS, width=8)).resume()


def test_a_run_is_not_resumed_with_other_tiles(tmp_path):
    first = training(tmp_path / "a")
    first.save()
    other = Split(tiles(6, 9), tiles(2, 1), tiles(2, 2))
    with pytest.raises(ValueError, match="trained with other tiles or labels"):
        Training(OPTIONS, other, [], [], tmp_path / "a", torch.device("cpu")).resume()


def test_it_stops_early(tmp_path):
    one = training(tmp_path / "a", dataclasses.replace(OPTIONS, epochs=50, patience=2, rate=1e-12))
    learn(one)
    assert one.epoch < 50


@pytest.mark.parametrize("bands", [3, 5])
def test_an_encoder_that_has_seen_photographs_takes_any_number_of_bands(bands):
    model, other = LiteUNet(bands=bands), LiteUNet(bands=bands)
    model.load_photographs()
    other.load_photographs()
    assert all(torch.equal(a, b) for a, b in zip(model.stem.state_dict().values(), other.stem.state_dict().values()))
    grey = torch.rand(1, 1, 64, 64).repeat(1, bands, 1, 1)
    assert model.eval()(grey).shape == (1, 1, 64, 64)
    # A grey picture looks the same to the stem, however many bands show it.
    three = LiteUNet(bands=3)
    three.load_photographs()
    assert torch.allclose(model.eval().stem(grey), three.eval().stem(grey[:, :3]), atol=1e-4)


def test_exports_say_what_the_network_says():
    torch.manual_seed(0)
    model = UNet(bands=4, width=4).eval()
    scaling = export.Scaling([500.0] * 4, [300.0] * 4)
    plain = export.export(model, 4)
    some = tiles(3, 0, bands=4)
    assert export.check_parity(model, plain, some, scaling) < 1e-4
    with pytest.raises(ValueError, match="1e-04|0.0001"):
        export.check_parity(UNet(bands=4, width=4).eval(), plain, some, scaling)
    x = scaling(some[0].image)[None]
    want = export.session(plain).run(None, {"image": x})[0]
    calibration = export.calibration_images(some, scaling, np.zeros(4), count=4)
    for other in (export.half(plain), export.quantized(plain, calibration)):
        got = export.session(other).run(None, {"image": x})[0]
        assert np.abs(got - want).max() < 0.1 * np.ptp(want)
    graph = onnx.load_from_string(plain)
    assert graph.opset_import[0].version <= 19  # what onnxruntime 1.16 runs
    assert graph.ir_version <= 9
    # Free height, width and batch: another shape runs too.
    assert export.session(plain).run(None, {"image": np.zeros((2, 4, 48, 80), np.float32)})[0].shape == (2, 1, 48, 80)
