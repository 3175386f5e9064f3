"""Train a segmentation model on a folder of tiles and export it: see `make train`."""

from __future__ import annotations

import argparse
import csv
import json
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from .export import export
from .tiles import Tile, band_statistics, random_patch, read_tiles, split_groups
from .unet import UNet


def loss_function(logits: Tensor, mask: Tensor) -> Tensor:
    """Binary cross-entropy plus the Dice loss (Milletari et al. 2016): the one calibrates, the other minds rare mines."""
    probability = torch.sigmoid(logits)
    overlap = (probability * mask).sum()
    dice = 1 - (2 * overlap + 1) / (probability.sum() + mask.sum() + 1)
    return nn.functional.binary_cross_entropy_with_logits(logits, mask) + dice


def counts(model: nn.Module, tiles: list[Tile], mean: Tensor, std: Tensor, threshold: float = 0.5) -> dict[str, int]:
    """Pixels TP, FP, FN, TN of whole tiles, pooled."""
    total = dict.fromkeys(("tp", "fp", "fn", "tn"), 0)
    model.eval()
    with torch.no_grad():
        for tile in tiles:
            image = torch.from_numpy(tile.image.astype(np.float32))[None]
            found = torch.sigmoid(model((image - mean) / std))[0, 0].numpy() >= threshold
            truth = tile.mask.astype(bool)
            for key, value in (("tp", found & truth), ("fp", found & ~truth), ("fn", ~found & truth), ("tn", ~found & ~truth)):
                total[key] += int(value.sum())
    return total


def scores(n: dict[str, int]) -> dict[str, float]:
    """IoU, precision, recall and accuracy from pixel counts."""
    return {
        "iou": n["tp"] / max(1, n["tp"] + n["fp"] + n["fn"]),
        "precision": n["tp"] / max(1, n["tp"] + n["fp"]),
        "recall": n["tp"] / max(1, n["tp"] + n["fn"]),
        "accuracy": (n["tp"] + n["tn"]) / max(1, sum(n.values())),
    }


def main() -> None:
    """Train, keep the epoch with the best validation IoU, export it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with image_NNN.tif, mask_NNN.tif and tiles.csv")
    parser.add_argument("output", type=Path, help="folder for mine_unet.onnx, its card, history.csv and checkpoint.pt")
    parser.add_argument("--width", type=int, default=16)
    parser.add_argument("--patch", type=int, default=256)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--epochs", type=int, default=40)
    parser.add_argument("--patches-per-tile", type=int, default=3)
    parser.add_argument("--rate", type=float, default=3e-3, help="peak learning rate of the one-cycle schedule")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--skip", default="", help="tiles to leave out, comma separated")
    options = parser.parse_args()

    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    tiles = read_tiles(options.data, set(filter(None, options.skip.split(","))))
    training, validation = split_groups(tiles, 0.2, options.seed)
    mean, std = band_statistics(training)
    mean_t, std_t = torch.tensor(mean)[None, :, None, None], torch.tensor(std)[None, :, None, None]
    model = UNet(bands=tiles[0].image.shape[0], width=options.width)
    steps = max(1, len(training) * options.patches_per_tile // options.batch)
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.rate, total_steps=steps * options.epochs)
    options.output.mkdir(parents=True, exist_ok=True)
    checkpoint = options.output / "checkpoint.pt"
    best = -1.0
    print(f"{len(training)} training and {len(validation)} validation tiles, {steps} steps an epoch", flush=True)
    with open(options.output / "history.csv", "w", newline="") as table:
        history = csv.writer(table)
        history.writerow(["epoch", "loss", "iou", "precision", "recall", "accuracy", "seconds"])
        for epoch in range(1, options.epochs + 1):
            start, losses = time.perf_counter(), []
            model.train()
            order = rng.permutation(np.repeat(np.arange(len(training)), options.patches_per_tile))
            for step in range(steps):
                picked = order[step * options.batch : (step + 1) * options.batch]
                images, masks = zip(*(random_patch(training[i], options.patch, rng) for i in picked))
                x = (torch.from_numpy(np.stack(images)) - mean_t) / std_t
                y = torch.from_numpy(np.stack(masks)).float()[:, None]
                loss = loss_function(model(x), y)
                optimizer.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimizer.step()
                schedule.step()
                losses.append(float(loss.detach()))
            result = scores(counts(model, validation, mean_t, std_t))
            row = [epoch, float(np.mean(losses)), *result.values(), time.perf_counter() - start]
            history.writerow([row[0], *(f"{v:.4f}" for v in row[1:])])
            table.flush()
            print(" ".join(f"{v:.4f}" if isinstance(v, float) else str(v) for v in row), flush=True)
            if result["iou"] > best:
                best = result["iou"]
                torch.save(model.state_dict(), checkpoint)
    model.load_state_dict(torch.load(checkpoint, weights_only=True))
    found = counts(model, validation, mean_t, std_t)
    print(json.dumps({**found, **scores(found)}))
    export(
        model, options.output, mean=mean, std=std, evaluation={
            "tiles": len(validation), "split": "grouped by spatial_group", "threshold": 0.5,
            **{key: round(value, 4) for key, value in scores(found).items()}, **found,
        },
        training={"tiles": len(training), "epochs": options.epochs, "width": options.width, "seed": options.seed},
    )  # fmt: skip


if __name__ == "__main__":
    main()
