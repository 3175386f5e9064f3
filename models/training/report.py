"""Figures of a training and of its test: curves, threshold, calibration, and predictions beside the truth."""

from __future__ import annotations

import csv
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

from .labels import IGNORED, MINE
from .scores import Histogram, Predict, pooled
from .tiles import Tile

BLUE, ORANGE, GREEN, GREY = "#0072B2", "#E69F00", "#009E73", "#9A9A9A"  # Okabe & Ito 2008


def draw_history(history: Path, target: Path) -> None:
    """Loss, IoU and accuracy by epoch, for the tiles learnt from and those that choose the epoch."""
    with open(history, newline="") as table:
        rows = list(csv.DictReader(table))
    epochs = [int(row["epoch"]) for row in rows]
    figure, axes = plt.subplots(1, 3, figsize=(12, 3.6), layout="constrained")
    for axis, name in zip(axes, ("loss", "iou", "accuracy")):
        for key, colour, label in ((name, BLUE, "training"), (f"validation_{name}", ORANGE, "validation")):
            axis.plot(epochs, [float(row[key]) for row in rows], color=colour, label=label)
        axis.set(title={"loss": "Loss", "iou": "IoU", "accuracy": "Accuracy"}[name], xlabel="epoch")
        axis.grid(alpha=0.3)
    axes[0].legend()
    figure.savefig(target, dpi=110)
    plt.close(figure)


def draw_scores(groups: dict[str, Histogram], threshold: float, target: Path) -> None:
    """Confusion matrix, scores by threshold, calibration, and the IoU of each group."""
    whole = pooled(groups)
    counts = whole.counts(threshold)
    figure, axes = plt.subplots(1, 4, figsize=(16, 3.8), layout="constrained")
    table = np.array([[counts.tn, counts.fp], [counts.fn, counts.tp]], float)
    axes[0].imshow(table / table.sum(axis=1, keepdims=True).clip(min=1), cmap="Blues", vmin=0, vmax=1)
    for (y, x), value in np.ndenumerate(table):
        dark = value > 0.6 * table[y].sum()
        axes[0].text(
            x, y, f"{value:,.0f}\n{value / max(1, table[y].sum()):.1%}", ha="center", va="center", color="w" if dark else "k"
        )
    axes[0].set(xticks=[0, 1], xticklabels=["not mine", "mine"], yticks=[0, 1], yticklabels=["not mine", "mine"])
    axes[0].set(xlabel="predicted", ylabel="truth", title=f"Pixels at {threshold:g}")
    curve = whole.curve()
    for name, colour in (("iou", GREEN), ("precision", BLUE), ("recall", ORANGE)):
        axes[1].plot([t for t, _ in curve], [getattr(c, name) for _, c in curve], color=colour, label=name)
    axes[1].axvline(threshold, color=GREY, lw=1)
    axes[1].set(title="By threshold", xlabel="threshold", ylim=(0, 1))
    axes[1].legend()
    bins, error = whole.calibration()
    axes[2].plot([0, 1], [0, 1], color=GREY, lw=1)
    axes[2].plot(bins[:, 0], bins[:, 1], "o-", color=BLUE)
    axes[2].set(title=f"Calibration (error {error:.3f})", xlabel="probability", ylabel="share that is mine")
    names = sorted(groups, key=lambda name: groups[name].counts(threshold).iou)
    axes[3].barh(names, [groups[name].counts(threshold).iou for name in names], color=GREEN)
    axes[3].axvline(counts.iou, color=GREY, lw=1)
    axes[3].set(title=f"IoU by group (pooled {counts.iou:.3f})", xlim=(0, 1))
    axes[3].tick_params(axis="y", labelsize=7)
    for axis in axes[1:]:
        axis.grid(alpha=0.3)
    figure.savefig(target, dpi=110)
    plt.close(figure)


def stretched(image: np.ndarray) -> np.ndarray:
    """The first three bands of an image (bands, rows, cols) as (rows, cols, 3) from 0 to 1, stretched for the eye."""
    values = image[:3].astype(np.float64)
    low, high = (np.percentile(values, p, axis=(1, 2))[:, None, None] for p in (1, 99.5))
    return np.moveaxis(np.clip((values - low) / np.maximum(high - low, 1), 0, 1) ** 0.7, 0, -1)


def draw_examples(tiles: list[Tile], predict: Predict, threshold: float, target: Path, count: int = 6) -> None:
    """Image, truth, and prediction with its hits, false alarms and misses: the worst, the middling and the best tiles."""
    scored = []
    for tile in tiles:
        found = predict(tile.image) >= threshold
        if (tile.mask == MINE).any():
            scored.append((Histogram.of(found.astype(float), tile.mask).counts(0.5).iou, tile, found))
    scored.sort(key=lambda one: one[0])
    places = np.unique(np.linspace(0, len(scored) - 1, min(count, len(scored))).round().astype(int))
    figure, axes = plt.subplots(len(places), 3, figsize=(9, 3.1 * len(places)), layout="constrained", squeeze=False)
    for row, place in zip(axes, places):
        iou, tile, found = scored[place]
        picture = stretched(tile.image)
        truth, known = tile.mask == MINE, tile.mask != IGNORED
        shown = [picture, _over(picture, [(truth, GREEN), (~known, GREY)])]
        shown.append(_over(picture, [(found & truth, GREEN), (found & ~truth & known, ORANGE), (~found & truth, BLUE)]))
        titles = (f"Tile {tile.name}", "Truth (grey: unclear, not scored)", f"Hits, false alarms, misses; IoU {iou:.2f}")
        for axis, image, title in zip(row, shown, titles):
            axis.imshow(image)
            axis.set_title(title, fontsize=9)
            axis.axis("off")
    figure.text(0.5, -0.01, "green: hit, orange: false alarm, blue: miss. Contains modified Copernicus Sentinel data 2021.",
                ha="center", fontsize=8)  # fmt: skip
    figure.savefig(target, dpi=90, bbox_inches="tight")
    plt.close(figure)


def _over(picture: np.ndarray, parts: list[tuple[np.ndarray, str]]) -> np.ndarray:
    shown = picture.copy()
    for where, colour in parts:
        shown[where] = 0.45 * shown[where] + 0.55 * np.array(matplotlib.colors.to_rgb(colour))
    return shown
