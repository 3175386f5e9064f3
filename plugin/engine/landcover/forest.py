"""A random forest as arrays, and as an ONNX file with its card inside."""

from __future__ import annotations

import hashlib
import json
import os
from functools import cached_property
from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ..errors import PantauError
from ..files import write_bytes
from ..packages import need
from ..raster.legend import PALETTE, Legend, LegendEntry
from ..raster.sensors import Band
from ..segmentation.devices import first_line, onnxruntime, silence
from ..segmentation.model import not_a_model, read_file
from ..text import tr
from ..version import VERSION

OPSET, ML_OPSET, IR_VERSION = 15, 1, 8  # what onnxruntime 1.16 reads
INPUT, OUTPUT = "pixels", "probabilities"
OPERATORS = ["TreeEnsembleRegressor", "Div", "ArgMax", "Gather"]


class Forest(NamedTuple):
    """All trees in flat arrays.

    feature: (nodes,) int32, -1 at a leaf. threshold: (nodes,) float32, a value <= it goes left. left, right: (nodes,) int32,
    indices into all nodes, always larger than the parent's; -1 at a leaf. shares: (nodes, classes) float32, the classes' shares at
    leaves, 0 elsewhere. roots: (trees,) int32, ascending; a tree's nodes lie between its root and the next.
    """

    feature: np.ndarray
    threshold: np.ndarray
    left: np.ndarray
    right: np.ndarray
    shares: np.ndarray
    roots: np.ndarray


def from_estimators(estimators: Sequence[Any], classes: int, bands: Optional[Sequence[np.ndarray]] = None) -> Forest:
    """The trees of a fitted forest.

    estimators: DecisionTreeClassifier, as in `RandomForestClassifier.estimators_` and `BaggingClassifier.estimators_`, whose
    `classes_` are columns 0 .. classes - 1 of the forest (a tree may lack some). bands: for each tree, the columns of the
    image that its features are; None where they are all of them in order.
    """
    parts: List[Forest] = []
    start = 0
    for number, estimator in enumerate(estimators):
        tree = estimator.tree_
        leaf = tree.children_left < 0
        feature = np.where(leaf, 0, tree.feature)
        if bands is not None:
            feature = np.asarray(bands[number])[feature]
        counts = tree.value[:, 0, :]  # counts until scikit-learn 1.2, shares since
        shares = np.zeros((len(leaf), classes), np.float32)
        shares[:, np.asarray(estimator.classes_).astype(np.intp)] = counts / counts.sum(axis=1, keepdims=True)
        shares[~leaf] = 0
        parts.append(
            Forest(
                np.where(leaf, -1, feature).astype(np.int32), np.where(leaf, np.float32(0), _round_down(tree.threshold)),
                np.where(leaf, -1, tree.children_left + start).astype(np.int32),
                np.where(leaf, -1, tree.children_right + start).astype(np.int32), shares, np.array([start], np.int32),
            )
        )  # fmt: skip
        start += len(leaf)
    return Forest(*(np.concatenate(arrays) for arrays in zip(*parts)))


def _round_down(threshold: np.ndarray) -> np.ndarray:
    """The largest float32 that is not above a float64: a float32 is <= the one exactly where it is <= the other."""
    with np.errstate(over="ignore"):
        rounded = threshold.astype(np.float32)
    return np.where(rounded > threshold, np.nextafter(rounded, np.float32(-np.inf)), rounded).astype(np.float32)


def check_forest(forest: Forest, bands: int) -> None:
    """Raise ValueError where the arrays are no trees over so many bands: no walk may leave them or go in circles."""
    nodes, trees = len(forest.feature), len(forest.roots)
    if not trees or any(len(array) != nodes for array in forest[:5]) or forest.shares.ndim != 2 or not forest.shares.shape[1]:
        raise ValueError("sizes")
    if forest.roots[0] != 0 or (np.diff(forest.roots) <= 0).any() or forest.roots[-1] >= nodes:
        raise ValueError("roots")
    leaf = forest.feature < 0
    if (forest.feature >= bands).any():
        raise ValueError(f"band {int(forest.feature.max()) + 1} of {bands}")
    inner = np.flatnonzero(~leaf)
    last = np.repeat(np.append(forest.roots[1:], nodes), np.diff(np.append(forest.roots, nodes)))
    for children in (forest.left, forest.right):
        if (children[inner] <= inner).any() or (children[inner] >= last[inner]).any():
            raise ValueError("order")
    parents = np.bincount(np.concatenate([forest.left[inner], forest.right[inner]]), minlength=nodes)
    parents[forest.roots] += 1
    if (parents != 1).any():
        raise ValueError("branches")
    if np.isnan(forest.threshold).any() or not np.isfinite(forest.shares).all() or (forest.shares < 0).any():
        raise ValueError("numbers")


# -- the card


def forest_card(
    *, name: str, bands: Sequence[Band], scaling: Sequence[Tuple[float, float]], ranges: Optional[Sequence[Tuple[float, float]]] = None,
    legend: Legend, nodata: Optional[float], training: Mapping[str, Any], evaluation: Mapping[str, Any],
) -> Dict[str, Any]:  # fmt: skip
    """The card, in the terms of the STAC Machine Learning Model extension 1.4, ready for JSON.

    bands: in the model's order. scaling: scale and offset that the training raster declared for each. ranges: the 1st and the 99th
    percentile of the samples in each, as stored. legend: the classes in the order of the forest's. nodata: of the training raster. training: settings, counts, "hash", versions. evaluation: figures.
    """
    described = []
    for band, (scale, offset) in zip(bands, scaling):
        entry: Dict[str, Any] = {"name": band.name, "raster:scale": float(scale), "raster:offset": float(offset)}
        if band.common:
            entry["eo:common_name"] = band.common
        if band.wavelength_nm:
            entry["eo:center_wavelength"] = band.wavelength_nm / 1000  # micrometres
        if ranges is not None:
            entry["pantau:sample_range"] = [float(value) for value in ranges[len(described)]]
        described.append(entry)
    return {
        "mlm:name": name,
        "mlm:architecture": "Random forest",
        "mlm:tasks": ["classification"],
        "mlm:framework": "ONNX",
        "mlm:accelerator_constrained": False,
        "pantau:version": VERSION,
        "mlm:input": [
            {
                "name": INPUT,
                "bands": described,
                "input": {"shape": [-1, len(described)], "dim_order": ["batch", "bands"], "data_type": "float32"},
                "nodata": None if nodata is None else float(nodata) if np.isfinite(nodata) else str(float(nodata)),
            }
        ],
        "mlm:output": [
            {
                "name": OUTPUT,
                "tasks": ["classification"],
                "result": {"shape": [-1, len(legend.entries)], "dim_order": ["batch", "class"], "data_type": "float32"},
                "classification:classes": [
                    {"value": e.code, "name": e.name, "name:id": e.name_id, "color_hint": e.color.lstrip("#")} for e in legend
                ],
            }
        ],
        "pantau:training": dict(training),
        "pantau:evaluation": dict(evaluation),
    }


def _read_bands(document: Mapping[str, Any]) -> Tuple[List[Band], List[Tuple[float, float]]]:
    bands, scaling = [], []
    for entry in document["mlm:input"][0]["bands"]:
        micrometres = entry.get("eo:center_wavelength")
        nanometres = None if micrometres is None else round(float(micrometres) * 1000, 6)
        bands.append(Band(str(entry["name"]), str(entry.get("eo:common_name", "")), nanometres))
        scale, offset = float(entry.get("raster:scale", 1)), float(entry.get("raster:offset", 0))
        if not (np.isfinite(scale) and np.isfinite(offset) and scale):
            raise ValueError(f"raster:scale {scale}")
        scaling.append((scale, offset))
    return bands, scaling


def _read_ranges(document: Mapping[str, Any]) -> Optional[List[Tuple[float, float]]]:
    """The ranges of the samples; None where the card lacks one."""
    entries = [entry.get("pantau:sample_range") for entry in document["mlm:input"][0]["bands"]]
    if any(entry is None for entry in entries):
        return None
    return [(float(low), float(high)) for low, high in entries]


def _read_legend(document: Mapping[str, Any]) -> Legend:
    entries = []
    for number, entry in enumerate(document["mlm:output"][0]["classification:classes"]):
        code, color = int(entry["value"]), str(entry.get("color_hint") or "").lstrip("#")
        int(color or "0", 16)
        if len(color) not in (0, 6) or not -(2**31) <= code < 2**31:
            raise ValueError(f"class {code} {color}")
        name = str(entry["name"])
        color = "#" + color.upper() if color else PALETTE[number % len(PALETTE)]
        entries.append(LegendEntry(code, name, str(entry.get("name:id", name)), color))
    codes = [entry.code for entry in entries]
    if not codes or codes != sorted(set(codes)):
        raise ValueError(f"classes {codes}")
    return Legend(tuple(entries))


# -- the file


def write_forest(path: str, forest: Forest, card: Mapping[str, Any]) -> None:
    """Write the forest as ONNX, with the card inside (key `pantau`), whole or not at all.

    The graph takes `pixels`, (pixels, bands) float32, and gives `label`, (pixels,) int64 class codes, and `probabilities`, (pixels,
    classes) float32: it is complete for any other runtime. The most probable class wins, the first of several.
    Raises PantauError: a disk that is full; MissingPackage.
    """
    onnx = need("onnx", "onnx")
    helper, kinds = onnx.helper, onnx.TensorProto
    bands, codes = len(card["mlm:input"][0]["bands"]), [entry.code for entry in _read_legend(card)]
    check_forest(forest, bands)
    nodes, trees = len(forest.feature), len(forest.roots)
    sizes = np.diff(np.append(forest.roots, nodes))
    tree = np.repeat(np.arange(trees), sizes)
    within = np.arange(nodes) - forest.roots[tree]
    leaf = forest.feature < 0
    holders, held = np.nonzero((forest.shares != 0) & leaf[:, None])
    # A regression of the classes' shares. The classifier's operator has a rule of its own for two classes, by which a pixel without
    # a vote for the second gets other numbers.
    ensemble = helper.make_node(
        "TreeEnsembleRegressor", [INPUT], ["sums"], domain="ai.onnx.ml", post_transform="NONE", aggregate_function="SUM",
        nodes_treeids=tree.tolist(), nodes_nodeids=within.tolist(), nodes_featureids=np.where(leaf, 0, forest.feature).tolist(),
        nodes_modes=np.where(leaf, "LEAF", "BRANCH_LEQ").tolist(), nodes_values=forest.threshold.tolist(),
        nodes_truenodeids=np.where(leaf, 0, forest.left - forest.roots[tree]).tolist(),
        nodes_falsenodeids=np.where(leaf, 0, forest.right - forest.roots[tree]).tolist(),
        target_treeids=tree[holders].tolist(), target_nodeids=within[holders].tolist(), target_ids=held.tolist(),
        target_weights=forest.shares[holders, held].tolist(), n_targets=len(codes),
    )  # fmt: skip
    graph = helper.make_graph(
        [
            ensemble,
            helper.make_node("Div", ["sums", "trees"], [OUTPUT]),
            helper.make_node("ArgMax", ["sums"], ["column"], axis=1, keepdims=0),
            helper.make_node("Gather", ["codes", "column"], ["label"]),
        ],
        "random_forest",
        [helper.make_tensor_value_info(INPUT, kinds.FLOAT, [None, bands])],
        [
            helper.make_tensor_value_info("label", kinds.INT64, [None]),
            helper.make_tensor_value_info(OUTPUT, kinds.FLOAT, [None, len(codes)]),
        ],
        [helper.make_tensor("trees", kinds.FLOAT, [], [trees]), helper.make_tensor("codes", kinds.INT64, [len(codes)], codes)],
    )
    versions = [helper.make_opsetid("", OPSET), helper.make_opsetid("ai.onnx.ml", ML_OPSET)]
    model = helper.make_model(graph, opset_imports=versions, producer_name="Pantau", producer_version=VERSION)
    model.ir_version = IR_VERSION
    helper.set_model_props(model, {"pantau": json.dumps(card, allow_nan=False)})
    write_bytes(path, model.SerializeToString())


class NoForest(PantauError):
    """A model that is something else. task: what its card says that it does; empty where it has none."""

    def __init__(self, path: str, task: str) -> None:
        what = tr("its card says {task}").format(task=task) if task else tr("it holds no card of Pantau")
        super().__init__(
            tr("{name} is no random forest of Pantau ({what}): choose a model that trainforest has written.").format(
                name=os.path.basename(path), what=what
            )
        )
        self.task = task


class ForestModel:
    """A random forest's file, opened.

    path: the file. sha256: its checksum. document: the card. name, bands, scaling, ranges, legend: as `forest_card` takes them; column k of
    the forest's shares is class k of the legend. session: onnxruntime's, on one thread: it sums the trees in their order.
    """

    def __init__(self, path: str, content: bytes, session: Any) -> None:
        """Raises NoForest; PantauError: a card that is damaged."""
        self.path, self.session, self._content = path, session, content
        self.sha256 = hashlib.sha256(content).hexdigest()
        card = session.get_modelmeta().custom_metadata_map.get("pantau")
        if card is None:
            raise NoForest(path, "")
        try:
            self.document: Dict[str, Any] = json.loads(card)
            tasks = self.document["mlm:tasks"]
            if "classification" not in tasks:
                raise NoForest(path, " ".join(map(str, tasks)))
            self.name = str(self.document["mlm:name"])
            self.bands, self.scaling = _read_bands(self.document)
            self.ranges = _read_ranges(self.document)
            self.legend = _read_legend(self.document)
            shapes = [list(entry.shape)[-1:] for entry in (*session.get_inputs(), *session.get_outputs())]
            if shapes[0] != [len(self.bands)] or shapes[-1] != [len(self.legend.entries)] or len(shapes) != 3:
                raise ValueError(f"{len(self.bands)} bands, {len(self.legend.entries)} classes: {shapes}")
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
            raise _damaged(path, error) from error

    @cached_property
    def forest(self) -> Forest:
        """The trees. Raises PantauError where they are none; MissingPackage."""
        onnx = need("onnx", "onnx")
        try:
            graph = onnx.load_from_string(self._content).graph
            forest = _read_trees(graph, len(self.legend.entries))
            check_forest(forest, len(self.bands))
            constants = {one.name: onnx.numpy_helper.to_array(one).ravel().tolist() for one in graph.initializer}
            if constants != {"trees": [len(forest.roots)], "codes": [entry.code for entry in self.legend]}:
                raise ValueError("trees, codes")
        except Exception as error:  # the file is anybody's, and protobuf has errors of its own
            raise _damaged(self.path, error) from error
        return forest


def _damaged(path: str, error: Exception) -> PantauError:
    return PantauError(
        tr("The random forest inside {name} cannot be understood ({reason}): train it again.").format(
            name=os.path.basename(path), reason=f"{type(error).__name__}: {first_line(error)}"
        )
    )


def _read_trees(graph: Any, classes: int) -> Forest:
    """The trees of a graph as `write_forest` writes it. Raises ValueError, KeyError where it is another."""
    if [node.op_type for node in graph.node] != OPERATORS:
        raise ValueError(", ".join(node.op_type for node in graph.node))
    held = {attribute.name: attribute for attribute in graph.node[0].attribute}
    whole = {name: np.array(attribute.ints, np.int64) for name, attribute in held.items() if attribute.ints}
    modes = np.array(held["nodes_modes"].strings)
    leaf = modes == b"LEAF"
    if not (leaf | (modes == b"BRANCH_LEQ")).all():
        raise ValueError("nodes_modes")
    tree, within = whole["nodes_treeids"], whole["nodes_nodeids"]
    roots = np.flatnonzero(within == 0)
    if (tree < 0).any() or tree.max() >= len(roots) or (roots[tree] + within != np.arange(len(tree))).any():
        raise ValueError("nodes_nodeids")
    shares = np.zeros((len(tree), classes), np.float32)
    holders, columns = whole["target_treeids"], whole["target_ids"]
    if (holders < 0).any() or (columns < 0).any() or (whole["target_nodeids"] < 0).any():
        raise ValueError("target_ids")
    rows = roots[holders] + whole["target_nodeids"]
    if not leaf[rows].all():
        raise ValueError("target_nodeids")
    shares[rows, columns] = np.array(held["target_weights"].floats, np.float32)
    return Forest(
        np.where(leaf, -1, whole["nodes_featureids"]).astype(np.int32),
        np.array(held["nodes_values"].floats, np.float32),
        np.where(leaf, -1, roots[tree] + whole["nodes_truenodeids"]).astype(np.int32),
        np.where(leaf, -1, roots[tree] + whole["nodes_falsenodeids"]).astype(np.int32),
        shares,
        roots.astype(np.int32),
    )


def read_model(path: str) -> ForestModel:
    """Open a file that `write_forest` has written. Raises NoForest; PantauError: unreadable, not ONNX, card damaged."""
    content, module = read_file(path), onnxruntime()
    options = module.SessionOptions()
    options.log_severity_level, options.intra_op_num_threads, options.inter_op_num_threads = 4, 1, 1
    try:
        with silence():
            session = module.InferenceSession(content, sess_options=options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has no common base class for its errors
        raise not_a_model(os.path.basename(path), error) from error
    return ForestModel(path, content, session)
