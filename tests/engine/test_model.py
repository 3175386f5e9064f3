"""Models of every make: read, understood, or refused with a sentence."""

import json

import numpy as np
import pytest
from pantau.plugin.engine.errors import PantauError
from pantau.plugin.engine.segmentation import devices
from pantau.plugin.engine.segmentation import model as model_module
from pantau.plugin.engine.segmentation.card import read_card
from pantau.plugin.engine.segmentation.devices import open_session, silence
from pantau.plugin.engine.segmentation.model import Model, _Bound
from scenes import blur_model, card, class_model, lone_model, step_model, stride_model

SEGMENTATION = [
    "different_output_size_512_to_484", "dummy_model", "one_output_sigmoid_bsx1x512x512", "one_output_sigmoid_bsx512x512",
    "one_output_sigmoid_red_detector", "one_output_softmax_bsx2x512x512", "two_outputs_sigmoid_bsx1x512x512",
    "two_outputs_sigmoid_bsx512x512", "two_outputs_softmax_bsx2x512x512",
]  # fmt: skip
OTHERS = ["dummy_recognition_model", "dummy_regression_model", "dummy_regression_model_batched", "dummy_superresolution_model"]


@pytest.mark.parametrize("name", SEGMENTATION)
def test_foreign_segmentation_models_open(data, name):
    model = Model(str(data / "onnx" / f"{name}.onnx"), "cpu")
    assert model.tile == (512, 512)
    assert model.bands == 3
    answers = model.infer(np.random.default_rng(0).random((1, 3, 512, 512)).astype(np.float32))
    values = model.probabilities(answers, 0)
    size = 512 - 2 * model.margin
    assert values.shape == (len(model.codes), size, size)
    assert values.min() >= 0
    assert values.max() <= 1 + 1e-6


def test_what_foreign_models_say_of_themselves(data):
    def opened(name):
        return Model(str(data / "onnx" / f"{name}.onnx"), "cpu")

    assert opened("different_output_size_512_to_484").margin == 14
    assert [e.name for e in opened("one_output_sigmoid_bsx512x512").legend] == ["background", "Coffee"]
    assert [e.name for e in opened("two_outputs_sigmoid_bsx1x512x512").legend] == ["background", "Coffee", "Juice"]
    assert [e.name for e in opened("two_outputs_softmax_bsx2x512x512").legend] == ["background", "Coffee", "Tea", "Juice", "Beer"]
    assert opened("one_output_softmax_bsx2x512x512").codes == [1]


@pytest.mark.parametrize("name", OTHERS)
def test_models_that_are_no_segmentation_are_refused(data, name):
    with pytest.raises(PantauError, match="is no segmentation model"):
        Model(str(data / "onnx" / f"{name}.onnx"), "cpu")


@pytest.mark.parametrize("options", [
    {}, {"size": 64}, {"batch": 1, "size": 64}, {"batch": 3, "size": 64}, {"channels_last": True, "bands": 4},
    {"dtype": np.float16}, {"bands": 12, "size": 64}, {"channels_last": True, "bands": 1, "size": 64},
])  # fmt: skip
def test_layouts_batches_and_types(tmp_path, options):
    bands = options.get("bands", 1)
    metadata = card(
        bands,
        order=["batch", "height", "width", "bands"] if options.get("channels_last") else ["batch", "bands", "height", "width"],
    )
    model = Model(step_model(tmp_path / "m.onnx", metadata=metadata, **options), "cpu")
    batch = np.zeros((options.get("batch", 2), bands, 64, 64), options.get("dtype", np.float32))
    batch[:, 0, :, 32:] = 1
    answers = model.infer(batch)
    for tile in range(len(batch)):
        values = model.probabilities(answers, tile)
        assert values.dtype == np.float32
        assert np.array_equal(values[0] > 0.5, batch[tile, 0] > 0.5)
    assert model.bands == bands


def test_a_model_that_only_promises_batches_gets_its_tiles_one_by_one(tmp_path):
    model = Model(lone_model(tmp_path / "m.onnx"), "cpu")
    assert model.one_by_one == ""
    for number in (3, 1, 2):
        batch = np.random.default_rng(number).random((number, 1, 32, 32)).astype(np.float32)
        answers = model.infer(batch)
        for tile in range(number):
            values = model.probabilities([answer.copy() for answer in answers], tile)
            assert np.allclose(values, 1 / (1 + np.exp(-batch[tile])), atol=1e-6)
    assert model.one_by_one  # why


def test_channels_last_is_seen_from_the_shape_alone(tmp_path):
    model = Model(step_model(tmp_path / "m.onnx", bands=4, size=64, channels_last=True), "cpu")
    assert model.channels_last
    assert model.bands == 4


def test_logits_and_probabilities_of_several_classes(tmp_path):
    image = np.repeat(np.arange(3), 64)[None, None, None, : 64 * 3].repeat(64, 2).astype(np.float32)
    for softmax in (True, False):
        model = Model(class_model(tmp_path / f"{softmax}.onnx", 3, softmax), "cpu")
        assert model.exclusive
        assert model.codes == [1, 2]
        values = model.probabilities(model.infer(image), 0)
        assert values[0, 0, 70] > 0.99
        assert values[1, 0, 150] > 0.99
        assert values[:, 0, 3].max() < 0.01


def test_cut_and_coarser_answers(tmp_path):
    assert Model(blur_model(tmp_path / "cut.onnx", 8, cut=True), "cpu").margin == 8
    coarse = Model(stride_model(tmp_path / "coarse.onnx", 4, card()), "cpu")
    assert (coarse.margin, coarse.stride) == (0, 4)
    values = coarse.probabilities(coarse.infer(np.full((1, 1, 64, 96), 0.25, np.float32)), 0)
    assert values.shape == (1, 64, 96)
    assert np.allclose(values, 0.25)


def test_input_and_outputs_bound_to_a_device_give_the_same(tmp_path):
    """The road that CUDA takes, on the device that this machine has."""
    model = Model(step_model(tmp_path / "m.onnx", steep=3.0), "cpu")
    first, second = np.random.default_rng(0).random((2, 2, 1, 32, 32)).astype(np.float32)
    bound = _Bound(model._session, "image", first, "cpu")
    for batch in (first, second):
        assert np.array_equal(bound.run(batch, model._options)[0], model.infer(batch)[0])


def test_without_a_gpu_auto_takes_the_cpu_and_says_why_and_nothing_is_printed(tmp_path, capfd):
    path = step_model(tmp_path / "m.onnx")
    model = Model(path, "auto")
    if model.device != "cpu":
        pytest.skip("this machine has a GPU")
    assert model.device_reason
    assert Model(path, "cuda").device_missed == "cuda"
    with pytest.raises(PantauError, match="Choose another device"):
        Model(path, "cuda", require_device=True)
    out, err = capfd.readouterr()
    assert (out, err) == ("", "")


def test_a_gpu_that_does_not_start_falls_back_in_silence(tmp_path, capfd, monkeypatch):
    from pantau.plugin.engine.segmentation import devices

    monkeypatch.setattr(devices, "_obstacle", lambda module, device: "")
    content = open(step_model(tmp_path / "m.onnx"), "rb").read()
    for device in ("cuda", "tensorrt"):
        opened = open_session(content, device, False)
        if opened.device == "cpu":
            assert device.upper() in opened.reason
    out, err = capfd.readouterr()
    assert (out, err) == ("", "")


def test_silence_gives_the_streams_back(capfd):
    import os

    with silence():
        os.write(2, b"hidden")
    os.write(2, b"shown")
    assert capfd.readouterr().err == "shown"


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "is empty"), (b"not a model at all", "is not a model"), (None, "cannot be read")]
)
def test_files_that_are_no_models_are_refused(tmp_path, content, words):
    path = tmp_path / "m.onnx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(PantauError, match=words):
        Model(str(path), "cpu")


def test_a_truncated_model_is_refused(tmp_path, shipped):
    path = tmp_path / "m.onnx"
    path.write_bytes(open(shipped, "rb").read()[:100_000])
    with pytest.raises(PantauError, match="is not a model"):
        Model(str(path), "cpu")


def test_a_model_that_differs_from_the_card_beside_it_is_refused(tmp_path):
    path = step_model(tmp_path / "m.onnx")
    (tmp_path / "m.json").write_text(json.dumps({"file:checksum": "1220" + "0" * 64}))
    with pytest.raises(PantauError, match="SHA-256"):
        Model(path, "cpu")
    (tmp_path / "m.json").write_text("[1, 2]")
    Model(path, "cpu")


def test_cards_are_read_in_both_tongues():
    ours = read_card(
        card(
            2,
            names=[{"name": "B04"}, "B03"],
            scaling=[{"type": "z-score", "mean": 5, "stddev": 2}, {"type": "min-max", "minimum": 1, "maximum": 11}],
            reflectance_scale=1,
        ),
        "m",
    )
    assert (ours.bands, ours.mean, ours.std) == (("B04", "B03"), (5.0, 1.0), (2.0, 10.0))
    theirs = read_card({"model_type": '"Segmentor"', "class_names": '{"0": "_background", "1": "road"}', "resolution": "50", "tiles_size": "256",
                        "tiles_overlap": "20", "standardization_mean": "[0.1, 0.2]", "standardization_std": "[1, 2]", "seg_thresh": "0.3"}, "m")  # fmt: skip
    assert (theirs.pixel_m, theirs.tile, theirs.overlap_percent, theirs.threshold) == (0.5, 256, 20.0, 0.3)
    assert theirs.classes[0][0].is_background()
    assert read_card({}, "m").mean == ()


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"mlm:input": []}',
        '{"mlm:name": "x", "mlm:input": [{"input": {}, "value_scaling": [{"type": "z-score", "mean": 0, "stddev": 0}]}], "mlm:output": [{}]}',
    ],
)
def test_a_broken_card_is_one_sentence(text):
    with pytest.raises(PantauError, match="cannot be understood"):
        read_card({"pantau": text}, "m.onnx")


def test_the_shipped_model_says_what_it_is(shipped):
    model = Model(shipped, "cpu")
    assert model.card.bands == ("B04", "B03", "B02")
    assert model.card.values == "reflectance"
    assert model.codes == [1]
    assert [e.name_id for e in model.legend] == ["bukan tambang", "tambang"]
    assert model.tile is None
    assert model.batch is None


@pytest.mark.parametrize(("make", "classes", "background", "expected"), [
    ("sigmoid", [("mine", 1)], "background", {1: "mine"}),
    ("sigmoid", [("mine", 5)], "background", {5: "mine"}),
    ("sigmoid", [("not mine", 0), ("mine", 7)], "not mine", {7: "mine"}),
    ("softmax", [("water", 1), ("forest", 2), ("mine", 3)], "background", {1: "water", 2: "forest", 3: "mine"}),
    ("softmax", [("water", 0), ("forest", 1), ("mine", 2)], "background", {1: "water", 2: "forest", 3: "mine"}),
    ("softmax", [("background", 0), ("forest", 10), ("mine", 20)], "background", {10: "forest", 20: "mine"}),
    ("softmax", [("mine", 1), ("forest", 2), ("background", 0)], "background", {1: "mine", 2: "forest"}),
])  # fmt: skip
def test_the_cards_classes_are_the_channels_in_their_order(tmp_path, make, classes, background, expected):
    metadata = card(1, classes)
    path = (
        step_model(tmp_path / "m.onnx", metadata=metadata)
        if make == "sigmoid"
        else class_model(tmp_path / "m.onnx", 3, metadata=metadata)
    )
    model = Model(path, "cpu")
    assert {e.code: e.name for e in model.legend} == {0: background, **expected}
    assert model.codes == list(expected)
    if make == "softmax":
        image = np.repeat(np.arange(3), 32)[None, None, None].repeat(32, 2).astype(np.float32)
        values = model.probabilities(model.infer(image), 0)
        names = [name for name, _ in classes]
        for plane, name in zip(values, expected.values()):
            assert plane[0, names.index(name) * 32 + 5] > 0.99


def test_a_card_whose_classes_are_not_the_channels_is_refused(tmp_path):
    with pytest.raises(PantauError, match="names 2 classes and the model gives 3 channels"):
        Model(class_model(tmp_path / "m.onnx", 3, metadata=card(1, [("a", 1), ("b", 2)])), "cpu")
    with pytest.raises(PantauError, match="names 3 bands and the model takes 4"):
        Model(step_model(tmp_path / "n.onnx", bands=4, metadata=card(4, names=["B02", "B03", "B04"])), "cpu")


def test_a_stopped_model_runs_again(tmp_path):
    model = Model(step_model(tmp_path / "m.onnx"), "cpu")
    model.stop()
    with pytest.raises(PantauError, match="fails on tiles"):
        model.infer(np.zeros((1, 1, 32, 32), np.float32))
    model.resume()
    model.infer(np.zeros((1, 1, 32, 32), np.float32))


def test_several_batches_run_two_at_a_time_on_the_cpu_and_one_alone_gets_all_threads(tmp_path, monkeypatch):
    monkeypatch.setattr(model_module, "cpu_threads", lambda: 4)
    monkeypatch.setattr(devices, "cpu_threads", lambda: 4)
    model = Model(step_model(tmp_path / "m.onnx"), "cpu")
    threads = {}
    for batches in (1, 2, 100, 1):
        model.expect(batches, 1000 * 1000)
        threads[batches] = model.at_once, model._session.get_session_options().intra_op_num_threads
    assert threads == {1: (1, 4), 2: (2, 3), 100: (2, 3)}
    model.expect(100, 2048 * 2048)  # two of them would take too much memory
    assert model.at_once == 1
    monkeypatch.setattr(model_module, "cpu_threads", lambda: 1)
    model.expect(100, 1000 * 1000)
    assert model.at_once == 1
