"""The forest's file and its two walks, beside scikit-learn and onnxruntime."""

import json

import numpy as np
import onnx
import onnxruntime
import pytest
from pantau.plugin.engine.errors import PantauError
from pantau.plugin.engine.landcover import walk
from pantau.plugin.engine.landcover.forest import (
    Forest,
    NoForest,
    check_forest,
    forest_card,
    from_estimators,
    read_model,
    write_forest,
)
from pantau.plugin.engine.raster.legend import Legend, LegendEntry
from pantau.plugin.engine.raster.sensors import Band
from sklearn.ensemble import BaggingClassifier, RandomForestClassifier
from sklearn.tree import DecisionTreeClassifier


def legend(classes):
    return Legend(tuple(LegendEntry(3 * n, f"class {n}", f"kelas {n}", "#12AB0F") for n in range(classes)))


def saved(path, forest, bands, classes):
    card = forest_card(
        name="sawah", bands=[Band(f"b{n}", "red" if not n else "", 664.6 if not n else None) for n in range(bands)],
        scaling=[(0.5, -1.0)] * bands, legend=legend(classes), nodata=float("nan"), training={"hash": "ab"}, evaluation={"oob_accuracy": None},
    )  # fmt: skip
    write_forest(str(path), forest, card)
    return read_model(str(path))


def samples(n, bands, classes, seed=0):
    rng = np.random.default_rng(seed)
    x = np.round(rng.normal(size=(n, bands)) * 10).astype(np.float32)  # whole numbers: many values equal a threshold's neighbours
    score = x[:, 0] + x[:, -1] + rng.normal(size=n) * 5
    return x, np.digitize(score, np.quantile(score, np.linspace(0, 1, classes + 1)[1:-1]))


CASES = {
    "a forest": (3000, 10, 8, {}),
    "two classes": (1000, 4, 2, {}),
    "one class, so trees of one leaf": (50, 3, 1, {}),
    "one tree": (1000, 4, 4, {"n_estimators": 1}),
    "mixed leaves": (3000, 6, 5, {"max_depth": 4}),
    "300 classes": (4000, 5, 300, {"min_samples_leaf": 3}),
    "200 bands": (500, 200, 3, {}),
}


@pytest.fixture(params=CASES, ids=list(CASES))
def grown(request, tmp_path):
    """(scikit-learn's forest, ours from the file, samples that neither has seen)."""
    n, bands, classes, options = CASES[request.param]
    x, y = samples(n, bands, classes)
    fitted = RandomForestClassifier(**{"n_estimators": 12, "random_state": 0, **options}).fit(x, y)
    model = saved(tmp_path / "f.onnx", from_estimators(fitted.estimators_, classes), bands, classes)
    return fitted, model, samples(5000, bands, classes, seed=1)[0]


def require_same_winners(columns, probabilities):
    """Labels agree with the largest probability but where several are the largest."""
    won = np.take_along_axis(probabilities, columns[:, None], axis=1)[:, 0]
    assert (probabilities.max(axis=1) - won).max() < 1e-6
    clear = np.sort(probabilities, axis=1)[:, -2:]
    clear = clear[:, -1] - clear[:, 0] > 1e-6 if probabilities.shape[1] > 1 else np.ones(len(columns), bool)
    assert np.array_equal(columns[clear], probabilities.argmax(axis=1)[clear])
    assert clear.any()


def test_the_graph_is_complete_for_any_runtime(grown):
    fitted, model, x = grown
    session = onnxruntime.InferenceSession(model.path, providers=["CPUExecutionProvider"])
    labels, probabilities = session.run(None, {"pixels": x})
    expected = fitted.predict_proba(x)
    assert np.abs(probabilities - expected).max() < 1e-6
    require_same_winners(labels // 3, expected)
    onnx.checker.check_model(model.path)


def test_both_walks_give_what_the_graph_gives_to_the_last_bit(grown):
    pytest.importorskip("numba")
    fitted, model, x = grown
    x[:4] = np.array([[np.inf], [-np.inf], [3e38], [-0.0]], np.float32)
    x[4:90, 0], x[60:200, -1] = np.nan, -np.float32(np.nan)
    labels, probabilities = model.session.run(None, {"pixels": x})
    for way in (walk.FastWalk(walk.pack(model.forest)), walk.SlowWalk(model)):
        answer = way(np.ascontiguousarray(x.T), shares=True)
        assert np.array_equal(answer.column, labels // 3)
        assert np.array_equal(answer.shares.T, probabilities)
        assert np.array_equal(answer.share, probabilities.max(axis=1))
        short = way(np.ascontiguousarray(x[:1027].T))  # a chunk and three pixels
        assert np.array_equal(short.column, answer.column[:1027])
        assert short.shares is None
        assert way(np.empty((x.shape[1], 0), np.float32)).column.shape == (0,)
    require_same_winners(walk.FastWalk(walk.pack(model.forest))(x[200:].T).column, fitted.predict_proba(x[200:]))


def test_a_value_at_a_threshold_goes_where_scikit_learn_sends_it(tmp_path):
    # thresholds that lie between two neighbouring float32 numbers, which a rounded one would not separate
    x = np.repeat(np.float32([1, np.nextafter(np.float32(1), np.float32(2)), 16777216, 16777218, -1e-30, 0]), 5)[:, None]
    y = np.repeat(np.arange(6), 5)
    tree = DecisionTreeClassifier(random_state=0).fit(x, y)
    model = saved(tmp_path / "f.onnx", from_estimators([tree], 6), 1, 6)
    # 16777217 is no float32: scikit-learn and we round it to the same
    probe = np.array([[16777216], [16777217], [16777218], [2**40]], np.int64).astype(np.float32)
    probe = np.concatenate([x, np.nextafter(x, np.float32(np.inf)), np.nextafter(x, np.float32(-np.inf)), probe])
    assert np.array_equal(walk.SlowWalk(model)(probe.T).column, tree.predict(probe))
    pytest.importorskip("numba")
    assert np.array_equal(walk.FastWalk(walk.pack(model.forest))(probe.T).column, tree.predict(probe))


def test_a_tie_goes_to_the_first_class(tmp_path):
    leaves = np.float32([[0, 0, 1], [0, 1, 0]])  # two trees of one leaf: the classes 1 and 2 have a half each
    one = np.full(2, -1, np.int32)
    model = saved(tmp_path / "f.onnx", Forest(one, np.zeros(2, np.float32), one, one, leaves, np.int32([0, 1])), 1, 3)
    pixels = np.float32([[5.0]])
    assert walk.SlowWalk(model)(pixels).column.tolist() == [1]
    pytest.importorskip("numba")
    answer = walk.FastWalk(walk.pack(model.forest))(pixels, shares=True)
    assert (answer.column.tolist(), answer.share.tolist(), answer.shares.ravel().tolist()) == ([1], [0.5], [0, 0.5, 0.5])


def test_bagged_trees_that_lack_classes_or_see_some_bands(tmp_path):
    x, y = samples(400, 5, 6)
    bagged = BaggingClassifier(DecisionTreeClassifier(), 9, max_samples=12, max_features=3, bootstrap=False, random_state=0).fit(
        x, y
    )  # 12 samples of 6 classes: most trees lack one
    forest = from_estimators(bagged.estimators_, 6, bagged.estimators_features_)
    found = walk.SlowWalk(saved(tmp_path / "f.onnx", forest, 5, 6))(x.T, shares=True).shares.T
    assert np.abs(found - bagged.predict_proba(x)).max() < 1e-6


def test_what_is_written_is_read(tmp_path):
    x, y = samples(300, 3, 4)
    forest = from_estimators(RandomForestClassifier(5).fit(x, y).estimators_, 4)
    model = saved(tmp_path / "f.onnx", forest, 3, 4)
    assert all(np.array_equal(one, other) for one, other in zip(forest, model.forest))
    assert (model.name, model.legend, model.scaling) == ("sawah", legend(4), [(0.5, -1.0)] * 3)
    assert model.bands == [Band("b0", "red", 664.6), Band("b1"), Band("b2")]
    assert model.document["pantau:training"] == {"hash": "ab"}
    kept = (tmp_path / "f.onnx").read_bytes()
    with pytest.raises(PantauError, match="cannot be written"):
        write_forest(str(tmp_path / "no" / "f.onnx"), forest, model.document)
    assert (tmp_path / "f.onnx").read_bytes() == kept
    assert [path.name for path in tmp_path.iterdir()] == ["f.onnx"]


def test_without_numba_or_for_few_pixels_onnxruntime_does_it(tmp_path, monkeypatch):
    x, y = samples(100, 3, 2)
    model = saved(tmp_path / "f.onnx", from_estimators(RandomForestClassifier(3).fit(x, y).estimators_, 2), 3, 2)
    assert walk.choose_walk(model, 1000)[0].engine == "onnxruntime"
    monkeypatch.setitem(__import__("sys").modules, "numba", None)
    way, reason = walk.choose_walk(model, 10**7)
    assert way.engine == "onnxruntime"
    assert "numba" in reason
    monkeypatch.undo()
    pytest.importorskip("numba")
    assert walk.choose_walk(model, 10**7)[0].engine == "numba"
    monkeypatch.setattr(walk, "CHILD_BITS", 2)  # as if the trees were too large for a node's bits
    assert walk.choose_walk(model, 10**7)[0].engine == "onnxruntime"


# -- files that are not what they should be


def small(**changes):
    forest = Forest(
        np.int32([0, -1, 1, -1, -1]), np.float32([1, 0, 2, 0, 0]), np.int32([1, -1, 3, -1, -1]), np.int32([2, -1, 4, -1, -1]),
        np.float32([[0, 0], [1, 0], [0, 0], [0, 1], [1, 0]]), np.int32([0]),
    )  # fmt: skip
    return forest._replace(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"left": np.int32([0, -1, 3, -1, -1])},  # in a circle
        {"left": np.int32([1, -1, 0, -1, -1])},  # back to the root
        {"right": np.int32([2, -1, 9, -1, -1])},  # out of the forest
        {"right": np.int32([2, -1, 3, -1, -1])},  # two parents, and a node without one
        {"feature": np.int32([0, -1, 2, -1, -1])},  # a band that is not there
        {"threshold": np.float32([np.nan, 0, 2, 0, 0])},
        {"shares": np.full((5, 2), np.nan, np.float32)},
        {"shares": np.zeros((4, 2), np.float32)},
        {"roots": np.int32([])},
        {"roots": np.int32([0, 3])},  # the first tree reaches into the second
    ],
)
def test_arrays_that_are_no_trees_are_refused(changes):
    check_forest(small(), 2)
    with pytest.raises(ValueError, match="."):
        check_forest(small(**changes), 2)


def tampered(tmp_path, change):
    """A good file with its graph changed in such a way that onnxruntime still opens it, or not."""
    path = tmp_path / "f.onnx"
    saved(path, small(), 2, 2)
    model = onnx.load(path)
    change(model)
    onnx.save(model, path)
    return str(path)


def attribute(model, name):
    return next(one for one in model.graph.node[0].attribute if one.name == name)


@pytest.mark.parametrize(
    "name", ["nodes_truenodeids", "nodes_featureids", "target_ids", "nodes_treeids", "nodes_nodeids", "target_nodeids"]
)
@pytest.mark.parametrize("value", [-1, 0, 1, 4, 2**40])
def test_a_tampered_graph_is_read_whole_or_refused_in_a_sentence(tmp_path, name, value):
    def change(model):
        attribute(model, name).ints[-1 if name.startswith("target") else 2] = value

    problem = ""
    try:
        check_forest(read_model(tampered(tmp_path, change)).forest, 2)
    except PantauError as error:
        problem = str(error)
    assert "\n" not in problem


def drop_card(model):
    del model.metadata_props[:]


def card_of_text(text):
    def change(model):
        model.metadata_props[0].value = text(model.metadata_props[0].value) if callable(text) else text

    return change


def card_with(edit):
    def text(value):
        document = json.loads(value)
        edit(document)
        return json.dumps(document)

    return card_of_text(text)


@pytest.mark.parametrize(
    ("change", "kind", "words"),
    [
        (drop_card, NoForest, "no card"),
        (card_with(lambda d: d.update({"mlm:tasks": ["semantic-segmentation"]})), NoForest, "semantic-segmentation"),
        (card_of_text("[]"), PantauError, "cannot be understood"),
        (card_of_text("{"), PantauError, "cannot be understood"),
        (card_with(lambda d: d["mlm:input"][0]["bands"].pop()), PantauError, "cannot be understood"),
        (card_with(lambda d: d["mlm:output"][0]["classification:classes"].pop()), PantauError, "cannot be understood"),
        (card_with(lambda d: d["mlm:output"][0]["classification:classes"].reverse()), PantauError, "cannot be understood"),
        (card_with(lambda d: d["mlm:output"][0]["classification:classes"][0].update(color_hint="red")), PantauError, "cannot be"),
    ],
)
def test_a_card_that_does_not_fit_is_refused_in_a_sentence(tmp_path, change, kind, words):
    with pytest.raises(kind, match=words) as error:
        read_model(tampered(tmp_path, change))
    assert "f.onnx" in str(error.value)
    assert "\n" not in str(error.value)


def test_what_is_no_model_is_refused_in_a_sentence(tmp_path):
    (tmp_path / "a.onnx").write_bytes(b"not a model")
    (tmp_path / "b.onnx").write_bytes(b"")
    for name, words in (("a.onnx", "can open"), ("b.onnx", "b.onnx is empty: copy it again"), ("c.onnx", "cannot be read")):
        with pytest.raises(PantauError, match=words):
            read_model(str(tmp_path / name))
