"""Train a segmentation model on a folder of tiles, report on tiles that it has not seen, and export it: see `make train`."""

from __future__ import annotations

import argparse
import contextlib
import csv
import hashlib
import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from . import export, losses, report
from .augment import Collection, Patches
from .command import run
from .evaluate import Evidence, add_data, evaluate, figures, model_predictor, patch_decisions
from .export import Scaling
from .forest import forest
from .labels import IGNORED, MINE, NOT_MINE, SOMEWHERE, read_decisions
from .lite import LiteUNet
from .scores import Histogram, Predict, by_group, pooled, remembered
from .tiles import Split, Tile, chosen_patches, first_tile, kept_back, read_patches, read_tiles, split_tiles, with_a_mine
from .unet import UNet


@dataclass(frozen=True)
class Options:
    """What makes two trainings the same; a run can only be resumed with the same ones.

    choose_from: the share of the epochs after which the best one is looked for. Before, while the learning rate is high, a good
    score on a few validation tiles is luck. patience: epochs without a better one after which a run ends; 0: never.
    """

    architecture: str = "lite"
    start: str = "photographs"
    width: int = 16
    patch: int = 256
    batch: int = 4
    epochs: int = 16
    patches_per_tile: int = 3
    loss: str = "bce"
    schedule: str = "onecycle"
    rate: float = 1e-3
    average: float = 0.98
    quilts: float = 0.35
    somewhere: float = 0.3
    gain: float = 1.25
    band_gain: float = 1.15
    scale: float = 1.25
    patience: int = 0
    choose_from: float = 0.7
    fold: int = 0
    folds: int = 5
    seed: int = 0
    precision: str = "auto"


CHOICES = {
    "architecture": ["lite", "unet"], "start": ["photographs", "random"], "schedule": ["onecycle", "cosine"],
    "precision": ["auto", "float32", "bfloat16", "float16"],
}  # fmt: skip


def precision_of(name: str, device: torch.device) -> torch.dtype:
    """The type to multiply in. `auto` takes 16 bits where the processor has them in hardware, for they halve the time."""
    if name == "auto":
        quick = torch.cuda.is_bf16_supported() if device.type == "cuda" else torch.cpu.get_capabilities().get("avx512_bf16", False)
        name = "bfloat16" if quick else ("float16" if device.type == "cuda" else "float32")
    return {"float32": torch.float32, "bfloat16": torch.bfloat16, "float16": torch.float16}[name]


def _digest(sides: tuple[list[Tile], ...], precision: torch.dtype) -> str:
    """A checksum of all that a run learns from and is judged by."""
    found = hashlib.sha256(str(precision).encode())
    for side in sides:
        found.update(b"side")
        for tile in side:
            found.update(tile.name.encode())
            found.update(np.ascontiguousarray(tile.image).tobytes())
            found.update(np.ascontiguousarray(tile.mask).tobytes())
    return found.hexdigest()


class Averaged:
    """The exponential moving average of a model's weights and buffers (Polyak & Juditsky 1992); scored and exported."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        self.decay, self.updates = decay, 0
        self.state = {name: value.detach().clone() for name, value in model.state_dict().items()}

    def update(self, model: nn.Module) -> None:
        """Move towards the model's present state, faster in the first steps."""
        self.updates += 1
        decay = min(self.decay, (1 + self.updates) / (10 + self.updates))
        for name, value in model.state_dict().items():
            if value.is_floating_point():
                self.state[name].lerp_(value.detach(), 1 - decay)
            else:
                self.state[name].copy_(value)


def network_predictor(model: nn.Module, mean: Tensor, std: Tensor, device: torch.device) -> Predict:
    """Probabilities (rows, cols) of a whole image (bands, rows, cols), reflected to a multiple of the network's step."""

    def predict(image: np.ndarray) -> np.ndarray:
        rows, cols = image.shape[1:]
        x = torch.from_numpy(image.astype(np.float32))[None].to(device)
        x = nn.functional.pad((x - mean) / std, (0, -cols % UNet.multiple, 0, -rows % UNet.multiple), mode="reflect")
        with torch.no_grad():
            logits = model(x.contiguous(memory_format=torch.channels_last))
        return torch.sigmoid(logits)[0, 0, :rows, :cols].float().cpu().numpy()

    return predict


def build(options: Options, bands: int) -> nn.Module:
    """The network that the options name, with random weights."""
    if options.architecture == "unet":
        return UNet(bands=bands, width=options.width)
    return LiteUNet(bands=bands)


class Training:
    """One training: its network, what drives it, and the folder that it can be resumed from."""

    def __init__(
        self, options: Options, split: Split, negatives: list[Tile], positives: list[Tile], folder: Path, device: torch.device
    ) -> None:
        """negatives, positives: patches with a label for the whole; none of either will do."""
        self.options, self.split, self.folder, self.device = options, split, folder, device
        torch.manual_seed(options.seed)
        tiles = Collection.of(split.training)
        whole = [Collection.of(patches) if patches else None for patches in (negatives, positives)]
        strength = (options.gain, options.band_gain, options.scale)
        self.patches = Patches(tiles, *whole, size=options.patch, quilts=options.quilts, strength=strength, seed=options.seed)
        self.mean, self.std = self.patches.statistics()
        shape = (1, -1, 1, 1)
        self._mean, self._std = (torch.tensor(v, device=device).reshape(shape) for v in (self.mean, self.std))
        self.model = self._network()
        if options.start == "photographs" and isinstance(self.model, LiteUNet):
            self.model.load_photographs()
        self.steps = max(1, len(split.training) * options.patches_per_tile // options.batch)
        self.optimizer = torch.optim.AdamW(self.model.parameters(), lr=options.rate, weight_decay=1e-3)
        total = self.steps * options.epochs
        if options.schedule == "onecycle":
            self.schedule = torch.optim.lr_scheduler.OneCycleLR(self.optimizer, options.rate, total_steps=total)
        else:
            self.schedule = torch.optim.lr_scheduler.CosineAnnealingLR(self.optimizer, total)
        self.averaged = Averaged(self.model, options.average)
        self.precision = precision_of(options.precision, device)
        self.scaler = torch.amp.GradScaler(device.type, enabled=self.precision == torch.float16)
        self.loss = losses.parse(options.loss)
        self.best, self.best_epoch, self.epoch = -1.0, 0, 0
        sides = (split.training, split.validation, split.test, negatives, positives)
        self.digest = _digest(sides, self.precision)

    def _network(self) -> nn.Module:
        # Convolutions like their channels last.
        return build(self.options, len(self.mean)).to(self.device, memory_format=torch.channels_last)

    def predictor(self) -> Predict:
        """The averaged network, ready to score."""
        model = self._network()
        model.load_state_dict(self.averaged.state)
        return network_predictor(model.eval(), self._mean, self._std, self.device)

    def run_epoch(self) -> dict[str, float]:
        """Learn for one epoch; its row of history.csv."""
        start = time.perf_counter()
        self.epoch += 1
        self.model.train()
        rng = np.random.default_rng([self.options.seed, self.epoch])
        order = rng.permutation(np.repeat(np.arange(len(self.split.training)), self.options.patches_per_tile))
        size = self.options.batch
        counts, total = np.zeros(4), 0.0
        with ThreadPoolExecutor(1) as ahead:

            def prepare(step: int) -> tuple[Tensor, Tensor]:
                return self.patches.batch(self.epoch, step, order[step * size : (step + 1) * size])

            coming = ahead.submit(prepare, 0)
            for step in range(self.steps):
                images, masks = coming.result()
                if step + 1 < self.steps:
                    coming = ahead.submit(prepare, step + 1)
                loss, found = self._learn(images.to(self.device), masks.to(self.device))
                total, counts = total + loss, counts + found
        tp, fp, fn, tn = counts
        losses_now, groups = self._validate()
        seen = pooled(groups).counts(0.5)
        return {
            "epoch": self.epoch, "rate": self.schedule.get_last_lr()[0], "loss": total / self.steps,
            "iou": tp / max(1, tp + fp + fn), "accuracy": (tp + tn) / max(1, counts.sum()),
            "validation_loss": losses_now, "validation_iou": seen.iou, "validation_accuracy": seen.accuracy,
            "seconds": time.perf_counter() - start,
        }  # fmt: skip

    def _learn(self, images: Tensor, masks: Tensor) -> tuple[float, np.ndarray]:
        x = ((images - self._mean) / self._std).contiguous(memory_format=torch.channels_last)
        counted, truth = ((masks == MINE) | (masks == NOT_MINE)).float(), (masks == MINE).float()
        cast = self.precision != torch.float32
        with torch.autocast(self.device.type, self.precision, enabled=True) if cast else contextlib.nullcontext():
            logits = self.model(x)
        logits = logits.float()
        loss = self.loss(logits, truth, counted) + self.options.somewhere * losses.somewhere(logits, (masks == SOMEWHERE).float())
        self.optimizer.zero_grad()
        self.scaler.scale(loss).backward()
        self.scaler.unscale_(self.optimizer)
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.scaler.step(self.optimizer)
        self.scaler.update()
        self.schedule.step()
        self.averaged.update(self.model)
        found, mine, known = logits.detach() >= 0, truth > 0, counted > 0
        counts = [found & mine, found & ~mine & known, ~found & mine, ~found & ~mine & known]
        return float(loss.detach()), np.array([float(one.sum()) for one in counts])

    def _validate(self) -> tuple[float, dict[str, Histogram]]:
        predict, total = self.predictor(), 0.0
        groups: dict[str, Histogram] = {}
        for tile in self.split.validation:
            probability = predict(tile.image)
            logits = torch.logit(torch.from_numpy(probability), eps=1e-6)[None, None]
            mask = torch.from_numpy(tile.mask)[None, None]
            total += float(self.loss(logits, (mask == MINE).float(), (mask != IGNORED).float()))
            groups[tile.group] = groups.get(tile.group, Histogram()) + Histogram.of(probability, tile.mask)
        return total / max(1, len(self.split.validation)), groups

    # -- what is kept

    def save(self) -> None:
        """Put down all that is needed to go on, in one file that is whole or not there."""
        state = {
            "options": asdict(self.options), "data": self.digest, "epoch": self.epoch, "best": self.best, "best_epoch": self.best_epoch,
            "model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "schedule": self.schedule.state_dict(),
            "scaler": self.scaler.state_dict(), "averaged": self.averaged.state, "updates": self.averaged.updates,
        }  # fmt: skip
        torch.save(state, self.folder / "last.pt.part")
        os.replace(self.folder / "last.pt.part", self.folder / "last.pt")

    def resume(self) -> bool:
        """Go on where the folder's run stopped; whether there was one. Raises ValueError where its options differ."""
        path = self.folder / "last.pt"
        if not path.exists():
            return False
        state = torch.load(path, map_location=self.device, weights_only=True)
        mine = asdict(self.options)
        other = {name: value for name, value in state["options"].items() if mine.get(name) != value}
        if other:
            raise ValueError(f"{path} was trained with {other}: give the same options, or another folder.")
        if state["data"] != self.digest:
            raise ValueError(f"{path} was trained with other tiles or labels, or another precision: give another folder.")
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        self.scaler.load_state_dict(state["scaler"])
        self.averaged.state, self.averaged.updates = state["averaged"], state["updates"]
        self.epoch, self.best, self.best_epoch = state["epoch"], state["best"], state["best_epoch"]
        return True

    @property
    def waiting(self) -> int:
        """Epochs since the best one, of those that can be chosen."""
        return self.epoch - max(self.best_epoch, int(self.options.epochs * self.options.choose_from))

    def keep_best(self, iou: float) -> None:
        """Keep the averaged weights where they are the best so far on the validation tiles."""
        iou = 0.0 if np.isnan(iou) else iou
        if self.waiting > 0 and iou > self.best:
            self.best, self.best_epoch = iou, self.epoch
            torch.save(self.averaged.state, self.folder / "best.pt.part")
            os.replace(self.folder / "best.pt.part", self.folder / "best.pt")

    def best_predictor(self) -> Predict:
        """The best weights, ready to score."""
        model = self.load_best().to(self.device, memory_format=torch.channels_last)
        return network_predictor(model.eval(), self._mean, self._std, self.device)

    def load_best(self) -> nn.Module:
        """The network with the best weights, on the CPU."""
        model = build(self.options, len(self.mean))
        model.load_state_dict(torch.load(self.folder / "best.pt", map_location="cpu", weights_only=True))
        return model.eval()


def learn(training: Training) -> None:
    """All epochs, or until the validation score has not risen for `patience` of them; history.csv grows by a row each."""
    folder, options = training.folder, training.options
    resumed = training.resume()
    history = folder / "history.csv"
    if resumed and history.exists():
        rows = history.read_text().splitlines()[: training.epoch + 1]  # an epoch that was cut off is run again
        history.write_text("\n".join(rows) + "\n")
        print(f"Going on after epoch {training.epoch} of {options.epochs}", flush=True)
    elif history.exists():
        history.unlink()
    while training.epoch < options.epochs:
        if options.patience and training.waiting >= options.patience:
            print(f"No better for {options.patience} epochs: stopped after epoch {training.epoch}", flush=True)
            break
        row = training.run_epoch()
        training.keep_best(row["validation_iou"])
        with open(history, "a", newline="") as table:
            writer = csv.writer(table, lineterminator="\n")
            if training.epoch == 1:
                writer.writerow(row)
            writer.writerow([f"{v:.5f}" if isinstance(v, float) else v for v in row.values()])
        training.save()
        print(" ".join(f"{name} {v:.4f}" if isinstance(v, float) else f"{name} {v}" for name, v in row.items()), flush=True)


def finish(training: Training, evidence: Evidence, about: dict[str, Any], more: dict[str, Any], threads: int) -> dict[str, Any]:
    """Export the best weights in three precisions, score each on what was held back, draw the figures; what was found.

    about: arguments of `export.card`. more: entries of the card besides.
    """
    folder, split, scaling = training.folder, training.split, Scaling(training.mean, training.std)
    model = training.load_best()
    exported = export.export(model, len(training.mean))
    parity = export.check_parity(model, exported, split.test[:4], scaling)
    hazes = [np.median(dark, axis=0) for dark in training.patches.shake.hazes]
    shift = hazes[0] - hazes[-1]  # nothing where there is one collection
    images = export.calibration_images(split.training, scaling, shift)
    variants = {"fp32": exported, "fp16": export.half(exported), "int8": export.quantized(exported, images)}
    found, table = {}, {}
    for name, variant in variants.items():
        found[name], groups = evaluate(model_predictor(variant, scaling, threads), evidence)
        table[name] = {
            "megabytes": round(len(variant) / 1e6, 2), "iou": found[name]["reviewed_labels"]["iou"],
            "mpx_per_s_cpu": round(export.megapixels_per_second(variant, len(training.mean)), 2),
        }  # fmt: skip
        if name == "fp32":
            report.draw_scores(groups, 0.5, folder / "scores.png")
            report.draw_examples(evidence.reviewed, model_predictor(variant, scaling), 0.5, folder / "examples.jpg")
    baseline = remembered(forest(split.training))
    found["forest"] = {
        "reviewed_labels": figures(by_group(evidence.reviewed, baseline), 0.5),
        "labels_as_they_came": figures(by_group(evidence.as_labelled, baseline), 0.5),
    }
    learnt = {
        "tiles": [tile.name for tile in split.training], "tiles_that_choose_the_epoch": [tile.name for tile in split.validation],
        "epoch_chosen_on_tiles_reported_on": split.shared, "epoch": training.best_epoch, "parity": parity, **asdict(training.options),
    }  # fmt: skip
    for name, variant in variants.items():
        document = export.card(scaling, evaluation={**found[name], "variants": table, "forest": found["forest"]},
                               training={**learnt, "precision_of_weights": name}, **about)  # fmt: skip
        export.write(variant, {**document, **more}, folder / f"model_{name}.onnx")
    (folder / "report.json").write_text(json.dumps({"variants": table, "training": learnt, **found}, indent=2) + "\n")
    return {"variants": table, **found["fp32"], "forest": found["forest"]}


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of a training, and the device."""
    parser.add_argument("--device", default="auto", choices=["auto", "cpu", "cuda"])
    for name, default in asdict(Options()).items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(default), default=default, choices=CHOICES.get(name))


def options_of(given: argparse.Namespace) -> Options:
    """What `add_options` has read; raises ValueError for what makes no sense."""
    options = Options(**{name: getattr(given, name) for name in asdict(Options())})
    for name, well, want in (
        ("fold", 0 <= options.fold < options.folds, f"a number from 0 to {options.folds - 1}"),
        ("folds", options.folds >= 2, "2 or more"),
        ("patch", options.patch > 0 and options.patch % (2 * UNet.multiple) == 0, f"a multiple of {2 * UNet.multiple}"),
        ("batch", options.batch >= 1, "1 or more"),
        ("epochs", options.epochs >= 1, "1 or more"),
        ("choose_from", 0 <= options.choose_from < 1, "from 0 to less than 1"),
    ):
        if not well:
            raise ValueError(f"--{name.replace('_', '-')} is {getattr(options, name)}: give {want}.")
    if options.architecture == "unet":
        return replace(options, start="random")  # nothing has taught this network photographs
    return options


def device_of(given: argparse.Namespace) -> torch.device:
    """The device to train on; raises ValueError where the one asked for is not there."""
    there = torch.cuda.is_available()
    if given.device == "cuda" and not there:
        raise ValueError("--device cuda: PyTorch finds no CUDA device here; use --device cpu.")
    return torch.device("cuda" if there and given.device != "cpu" else "cpu")


def trained(given: argparse.Namespace, options: Options, folder: Path, *, given_split: bool = True) -> Training:
    """The training that the arguments name, run to its end. given_split: whether a split in tiles.csv holds, or the fold."""
    decisions = read_decisions(given.decisions) if given.decisions else None
    tiles = read_tiles(given.data, decisions, frozenset(filter(None, given.skip.split(","))))
    if not given_split:
        tiles = [replace(tile, split="") for tile in tiles]
    split = split_tiles(tiles, fold=options.fold, of=options.folds, seed=options.seed)
    patches: dict[str, list[Tile]] = {"not_mine": [], "mine": []}
    for name, usual in (("negatives", "not_mine"), ("positives", "mine")):
        if getattr(given, name):
            learnt, said = kept_back(read_patches(getattr(given, name)))[0], patch_decisions(given, name)
            patches[usual] += chosen_patches(learnt, said, usual)
            if name == "negatives" and said:  # of which the reviewer says that they do show one
                patches["mine"] += chosen_patches(learnt, said, "mine")
    folder.mkdir(parents=True, exist_ok=True)
    training = Training(options, split, patches["not_mine"], with_a_mine(patches["mine"]), folder, device_of(given))
    print(
        f"{len(split.training)} tiles to learn from, {len(split.validation)} to choose the epoch by, {len(split.test)} to report "
        f"on, {len(patches['not_mine'])} patches without and {len(patches['mine'])} with a mine; {training.steps} steps an epoch on {training.device} in {training.precision}",
        flush=True,
    )
    if split.shared:
        print(
            "The training tiles are too few places to part: the epoch is chosen on the tiles reported on, so their figures are too good."
        )
    learn(training)
    report.draw_history(folder / "history.csv", folder / "history.png")
    return training


def _band_names(tile: Tile, given: str) -> list[str]:
    bands = given.split(",") if given else [name for name in tile.bands if name]
    if len(bands) != len(tile.image):
        raise ValueError(f"{len(tile.image)} bands have {len(bands)} names ({', '.join(bands)}): name each in --bands.")
    return bands


def main() -> None:
    """Train, report, export."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_data(parser)
    parser.add_argument("output", type=Path, help="folder for the models, their cards, history, figures and checkpoints")
    parser.add_argument("--name", default="Pantau mine U-Net")
    parser.add_argument(
        "--description", default="Open-pit mines and tailings. Check its polygons on the image before they are used."
    )
    parser.add_argument(
        "--about", type=Path, help="JSON whose entries go into the card as they are: data, licence, intended use, ..."
    )
    parser.add_argument("--bands", default="", help="names of the bands; else as the tiles have them")
    parser.add_argument("--gsd", type=float, default=10.0, help="ground sampling distance, metres")
    add_options(parser)
    given = parser.parse_args()
    _band_names(read_tiles(given.data, only=first_tile(given.data))[0], given.bands)  # before hours of work
    training = trained(given, options_of(given), given.output)
    split = training.split
    bands = _band_names(split.training[0], given.bands)
    more = json.loads(given.about.read_text()) if given.about else {}
    architecture = "U-Net" if training.options.architecture == "unet" else "U-Net with the encoder of EfficientNet-Lite0"
    about = {"name": given.name, "architecture": architecture, "description": given.description, "bands": bands, "gsd_m": given.gsd, "values": "reflectance",
             "values_scale": 10_000.0}  # fmt: skip
    found = finish(training, Evidence.read(given, {tile.name for tile in split.test}), about, more, torch.get_num_threads())
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    run(main)
