"""Export a trained network to ONNX: checked against PyTorch, in 32, 16 and 8 bits, with its card inside."""

from __future__ import annotations

import hashlib
import json
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import CalibrationDataReader, CalibrationMethod, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.onnx_model import ONNXModel
from onnxruntime.quantization.shape_inference import quant_pre_process
from onnxruntime.transformers.float16 import convert_float_to_float16
from torch import nn

from .tiles import Tile

OPSET, IR_VERSION = 15, 8  # what onnxruntime 1.16 reads
PARITY = 1e-4
CALIBRATION_PX = 256


@dataclass(frozen=True)
class Scaling:
    """(value - mean) / std for each band (bands,), done outside the graph, as the card says: never twice."""

    mean: list[float]
    std: list[float]

    def __call__(self, image: np.ndarray) -> np.ndarray:
        shape = (-1, 1, 1)
        return (image.astype(np.float32) - np.float32(self.mean).reshape(shape)) / np.float32(self.std).reshape(shape)


def export(model: nn.Module, bands: int) -> bytes:
    """The network as ONNX: `image` (batch, bands, height, width), already scaled, to `logits`; all axes but bands are free."""
    axes = {0: "batch", 2: "height", 3: "width"}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.onnx"
        torch.onnx.export(
            model.eval(), (torch.zeros(1, bands, 64, 64),), str(path), input_names=["image"], output_names=["logits"],
            opset_version=OPSET, dynamo=False, dynamic_axes={"image": axes, "logits": axes},
        )  # fmt: skip
        return _finished(onnx.load(path))


def _finished(graph: onnx.ModelProto) -> bytes:
    ordered = ONNXModel(graph)
    ordered.topological_sort()
    graph = ordered.model
    graph.ir_version = min(graph.ir_version, IR_VERSION)
    onnx.checker.check_model(graph)
    return graph.SerializeToString()


def session(model: bytes, threads: int = 0) -> onnxruntime.InferenceSession:
    """A session on the CPU."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level, options.intra_op_num_threads = 3, threads
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def check_parity(model: nn.Module, exported: bytes, tiles: list[Tile], scaling: Scaling) -> float:
    """The largest difference of a probability between PyTorch and onnxruntime; raises ValueError from PARITY on."""
    run, largest = session(exported), 0.0
    for tile in tiles:
        rows, cols = (side // 16 * 16 for side in tile.mask.shape)
        x = scaling(tile.image[:, :rows, :cols])[None]
        with torch.no_grad():
            ours = torch.sigmoid(model(torch.from_numpy(x))).numpy()
        theirs = 1 / (1 + np.exp(-run.run(None, {"image": x})[0]))
        largest = max(largest, float(np.abs(ours - theirs).max()))
    if largest >= PARITY:
        raise ValueError(f"The exported model's probabilities differ by {largest:.2g} from PyTorch's: {PARITY:g} is the most.")
    return largest


def half(exported: bytes) -> bytes:
    """The model in 16 bits, with inputs and outputs in 32."""
    return _finished(convert_float_to_float16(onnx.load_from_string(exported), keep_io_types=True))


class _Calibration(CalibrationDataReader):
    def __init__(self, images: list[np.ndarray]) -> None:
        self._images: Iterator[np.ndarray] = iter(images)

    def get_next(self) -> dict[str, np.ndarray] | None:
        image = next(self._images, None)
        return None if image is None else {"image": image[None]}


def quantized(exported: bytes, images: list[np.ndarray]) -> bytes:
    """The model in 8 bits (weights by channel), its ranges measured on scaled `images` (bands, rows, cols).

    The convolutions that see the image, and the one that gives the logits, stay in 32 bits: a bright cloud would take the steps of
    all else. Weights get 7 of the 8 bits: processors without VNNI add pairs of products in 16, which 8 would overflow.
    """
    with tempfile.TemporaryDirectory() as folder:
        plain, ready, target = (Path(folder) / name for name in ("plain.onnx", "ready.onnx", "int8.onnx"))
        plain.write_bytes(exported)
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)  # free axes defeat it
        graph = onnx.load(ready).graph
        ends = {entry.name for entry in (*graph.input, *graph.output)}
        kept = [node.name for node in graph.node if ends & {*node.input, *node.output}]
        quantize_static(
            str(ready), str(target), _Calibration(images), quant_format=QuantFormat.QDQ, per_channel=True, reduce_range=True,
            activation_type=QuantType.QUInt8, weight_type=QuantType.QInt8, calibrate_method=CalibrationMethod.MinMax,
            nodes_to_exclude=kept,
        )  # fmt: skip
        return _finished(onnx.load(target))


def calibration_images(tiles: list[Tile], scaling: Scaling, shift: np.ndarray, count: int = 48, seed: int = 0) -> list[np.ndarray]:
    """Scaled squares of real tiles, every second one with the dark object `shift` (bands,) taken off, as L2A has it."""
    rng = np.random.default_rng(seed)
    images = []
    for number in range(count):
        tile = tiles[int(rng.integers(len(tiles)))]
        side = min(CALIBRATION_PX, *(s // 16 * 16 for s in tile.mask.shape))
        y, x = (int(rng.integers(0, s - side + 1)) for s in tile.mask.shape)
        image = tile.image[:, y : y + side, x : x + side].astype(np.float32)
        images.append(scaling(image - np.float32(shift).reshape(-1, 1, 1) * (number % 2)))
    return images


def megapixels_per_second(model: bytes, bands: int, side: int = 1024, threads: int = 2, rounds: int = 7) -> float:
    """Median speed on the CPU."""
    run = session(model, threads)
    x = np.random.default_rng(0).normal(size=(1, bands, side, side)).astype(np.float32)
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run.run(None, {"image": x})
        times.append(time.perf_counter() - start)
    return side * side / 1e6 / float(np.median(times))


def card(
    scaling: Scaling, *, name: str, architecture: str, description: str, bands: list[str], gsd_m: float, values: str, values_scale: float,
    evaluation: dict[str, Any], training: dict[str, Any],
) -> dict[str, Any]:  # fmt: skip
    """The model's card, in the terms of the STAC Machine Learning Model extension 1.4."""
    count = len(scaling.mean)
    return {
        "mlm:name": name,
        "mlm:architecture": architecture,
        "mlm:tasks": ["semantic-segmentation"],
        "mlm:framework": "ONNX",
        "mlm:accelerator_constrained": False,
        "description": description,
        "license": "GPL-3.0-or-later",
        "mlm:input": [
            {
                "name": "image",
                "bands": [{"name": band} for band in bands],
                "input": {
                    "shape": [-1, count, -1, -1],
                    "dim_order": ["batch", "bands", "height", "width"],
                    "data_type": "float32",
                },
                "value_scaling": [{"type": "z-score", "mean": m, "stddev": s} for m, s in zip(scaling.mean, scaling.std)],
                "pantau:values": values,
                "pantau:reflectance_scale": values_scale,
                "pantau:ground_sampling_distance_m": gsd_m,
                "pantau:size_multiple_px": 16,
                "pantau:overlap_px": 64,
            }
        ],
        "mlm:output": [
            {
                "name": "mine",
                "tasks": ["semantic-segmentation"],
                "result": {"shape": [-1, 1, -1, -1], "dim_order": ["batch", "channel", "height", "width"], "data_type": "float32"},
                "post_processing_function": "sigmoid",
                "pantau:threshold": 0.5,
                "classification:classes": [
                    {"value": 0, "name": "not mine", "name:id": "bukan tambang", "color_hint": "F2F2F2"},
                    {"value": 1, "name": "mine", "name:id": "tambang", "color_hint": "D7301F"},
                ],
            }
        ],
        "pantau:training": training,
        "pantau:evaluation": evaluation,
    }  # fmt: skip


def write(model: bytes, document: dict[str, Any], path: Path) -> None:
    """Write PATH with the card inside (key `pantau`), and beside it a .json of the card with the file's checksum."""
    graph = onnx.load_from_string(model)
    entry = graph.metadata_props.add()
    entry.key, entry.value = "pantau", json.dumps(document)
    onnx.save(graph, path)
    # "1220" is the multihash prefix of SHA-256, as STAC's file extension asks for.
    digest = "1220" + hashlib.sha256(path.read_bytes()).hexdigest()
    path.with_suffix(".json").write_text(json.dumps({**document, "file:checksum": digest}, indent=2) + "\n")
