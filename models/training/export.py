"""Export a trained network to ONNX with its card inside, and check it against PyTorch."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import onnx
import torch
from torch import nn

NAME = "mine_unet"


def card(mean: list[float], std: list[float], evaluation: dict, training: dict) -> dict:
    """The card of the mine model, in the terms of the STAC Machine Learning Model extension 1.4."""
    scaling = [{"type": "z-score", "mean": m, "stddev": s} for m, s in zip(mean, std)]
    return {
        "mlm:name": "Pantau mine U-Net",
        "mlm:architecture": "U-Net",
        "mlm:tasks": ["semantic-segmentation"],
        "mlm:framework": "ONNX",
        "mlm:accelerator_constrained": False,
        "description": (
            "Open-pit mines and tailings from Sentinel-2 red, green and blue at 10 m. A first model: trained on "
            f"{training['tiles']} hand-drawn tiles of Brazil 2021 (Level-1C median), never on Indonesian mines. "
            "Check its polygons on the image before they are used."
        ),
        "license": "GPL-3.0-or-later",
        "mlm:input": [
            {
                "name": "Sentinel-2 red, green, blue",
                "bands": [{"name": "B04"}, {"name": "B03"}, {"name": "B02"}],
                "input": {
                    "shape": [-1, len(mean), -1, -1],
                    "dim_order": ["batch", "bands", "height", "width"],
                    "data_type": "float32",
                },
                "value_scaling": scaling,
                "pantau:values": "reflectance",
                "pantau:reflectance_scale": 10000,
                "pantau:ground_sampling_distance_m": 10,
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


def export(model: nn.Module, folder: Path, *, mean: list[float], std: list[float], evaluation: dict, training: dict) -> None:
    """Write NAME.onnx (card inside, key `pantau`) and NAME.json (the card with the file's checksum) into `folder`."""
    model.eval()
    example = torch.zeros(1, len(mean), 64, 64)
    path = folder / f"{NAME}.onnx"
    axes = {0: "batch", 2: "height", 3: "width"}
    torch.onnx.export(
        model, (example,), str(path), input_names=["image"], output_names=["logits"], opset_version=15, dynamo=False,
        dynamic_axes={"image": axes, "logits": axes},
    )  # fmt: skip
    graph = onnx.load(path)
    graph.ir_version = min(graph.ir_version, 8)  # what onnxruntime 1.16 reads
    document = card(mean, std, evaluation, training)
    entry = graph.metadata_props.add()
    entry.key, entry.value = "pantau", json.dumps(document)
    onnx.checker.check_model(graph)
    onnx.save(graph, path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    # "1220" is the multihash prefix of SHA-256, as STAC's file extension asks for.
    (folder / f"{NAME}.json").write_text(json.dumps({**document, "file:checksum": "1220" + digest}, indent=2) + "\n")
