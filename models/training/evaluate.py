"""Score a model file on tiles that it has not seen, as an inspector would ask: see `make evaluate`.

    python -m training.evaluate MODEL.onnx DATA [--decisions ...] [--negatives ...] [--positives ...] [--output FOLDER]

The tiles are those that the model's card lists as held back. With `--check` the command fails where a figure of the card is not
reproduced.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy import ndimage

from . import report
from .augment import dark_objects
from .command import run
from .export import Scaling, session
from .labels import IGNORED, MINE, read_decisions, read_patch_decisions
from .scores import RARE_PREVALENCE, STUDY_PREVALENCE, Counts, Histogram, Predict, by_group, interval, pooled, remembered
from .tiles import Tile, chosen_patches, kept_back, read_patches, read_tiles, reviewed_masks
from .unet import UNet

CHIP_PX = 256
LEAST_MINE = 0.01  # of a patch that is flagged, to say that it shows a mine: 23 of 2304 pixels
SMALLEST_CHIP_MINE_PX = 100  # a hectare: the middle of a smaller label says little
SAME = 0.0015  # a figure of a card is reproduced where it differs by less: processors round differently


def card_of(path: Path) -> dict[str, Any]:
    """The card inside a model file."""
    return json.loads(session(path.read_bytes()).get_modelmeta().custom_metadata_map["pantau"])


def model_predictor(model: bytes, scaling: Scaling, threads: int = 0) -> Predict:
    """Probabilities (rows, cols) of a whole image in the values that the card scales, by onnxruntime on the CPU."""
    run = session(model, threads)
    name = run.get_inputs()[0].name

    def predict(image: np.ndarray) -> np.ndarray:
        rows, cols = image.shape[1:]
        x = np.pad(scaling(image), ((0, 0), (0, -rows % UNet.multiple), (0, -cols % UNet.multiple)), "reflect")
        logits = run.run(None, {name: x[None]})[0][0, 0, :rows, :cols]
        return 1 / (1 + np.exp(-logits.astype(np.float64)))

    return predict


@dataclass(frozen=True)
class Evidence:
    """What a model is judged on.

    as_labelled: the same tiles as `reviewed`, with the masks that came with them. negatives, positives: patches as they came;
    patch_decisions: for both, what a reviewer said of them.
    """

    reviewed: list[Tile]
    as_labelled: list[Tile]
    negatives: list[Tile]
    positives: list[Tile]
    patch_decisions: dict[str, dict[str, str]]

    @staticmethod
    def read(given: argparse.Namespace, names: set[str] | None) -> Evidence:
        """From the arguments of `add_data`; names: the tiles to take, None for all."""
        skip = frozenset(filter(None, given.skip.split(",")))
        plain = read_tiles(given.data, None, skip, names)
        seen = plain
        if given.decisions:
            masks = reviewed_masks(given.data, read_decisions(given.decisions))
            seen = [replace(tile, mask=np.where(tile.mask == IGNORED, IGNORED, masks[tile.name])) for tile in plain]
        both = (seen, plain)
        negatives: list[Tile] = []
        positives: list[Tile] = []
        if given.negatives:
            negatives = _unseen(*kept_back(read_patches(given.negatives)))
        if given.positives:
            positives = _unseen(*kept_back(read_patches(given.positives)))
        return Evidence(*both, negatives, positives, {name: patch_decisions(given, name) for name in ("negatives", "positives")})


def _unseen(learnt: list[Tile], kept: list[Tile]) -> list[Tile]:
    """The patches that are kept back, without those of which a copy is learnt from: the collection holds some twice."""
    known = {patch.image.tobytes() for patch in learnt}
    return [patch for patch in kept if patch.image.tobytes() not in known]


def patch_decisions(given: argparse.Namespace, name: str) -> dict[str, str]:
    """The reviewer's decisions on the patches of an argument; none where nobody has looked."""
    path = getattr(given, name)
    if not path or not given.patch_decisions:
        return {}
    found = read_patch_decisions(given.patch_decisions, path.stem)
    if not found:
        raise ValueError(f"{given.patch_decisions} says nothing of {path.stem}: the file's name must be the source's.")
    return found


def among_mirrors(predict: Predict, margin: int = 64) -> Predict:
    """For patches smaller than what the network sees: with their own mirror image around, as pantau:segment pads an edge."""

    def padded(image: np.ndarray) -> np.ndarray:
        wide = predict(np.pad(image, ((0, 0), (margin, margin), (margin, margin)), "symmetric"))
        return wide[margin:-margin, margin:-margin]

    return padded


def chips(tiles: list[Tile]) -> list[Tile]:
    """256 px squares with a labelled mine in the middle, as the source study cut them; moved inwards at a tile's edge."""
    found = []
    for tile in tiles:
        codes, count = ndimage.label(tile.mask == MINE)
        for number, window in enumerate(ndimage.find_objects(codes), start=1):
            if (codes[window] == number).sum() < SMALLEST_CHIP_MINE_PX:
                continue
            corner = []
            for axis, side in zip(window, tile.mask.shape):
                corner.append(int(np.clip((axis.start + axis.stop) // 2 - CHIP_PX // 2, 0, max(0, side - CHIP_PX))))
            y, x = corner
            cut = (slice(y, y + CHIP_PX), slice(x, x + CHIP_PX))
            found.append(replace(tile, name=f"{tile.name}:{number}", image=tile.image[(slice(None), *cut)], mask=tile.mask[cut]))
    return found


def haze_between(tiles: list[Tile], like: list[Tile]) -> np.ndarray:
    """(bands,) how much brighter the dark ground of one collection is than another's: the median over their tiles."""
    return np.median(dark_objects(tiles), axis=0) - np.median(dark_objects(like), axis=0)


def as_l2a(tiles: list[Tile], like: list[Tile]) -> list[Tile]:
    """The tiles with the dark object of another collection (bands,) in place of their own: L1C made to look like L2A."""
    shift = haze_between(tiles, like).reshape(-1, 1, 1)
    return [replace(tile, image=tile.image.astype(np.float32) - shift.astype(np.float32)) for tile in tiles]


def figures(groups: dict[str, Histogram], threshold: float) -> dict[str, Any]:
    """The scores of one set of tiles with the intervals over its groups, rounded for the card."""
    counts = pooled(groups).counts(threshold)
    found: dict[str, Any] = {"groups": len(groups), "tp": counts.tp, "fp": counts.fp, "fn": counts.fn, "tn": counts.tn}
    for name in ("iou", "precision", "recall", "accuracy", "prevalence"):
        found[name] = round(getattr(counts, name), 4)
    for name in ("iou", "precision", "recall"):
        low, high = interval(groups, threshold, lambda c, name=name: getattr(c, name))
        found[f"{name}_95"] = [round(low, 3), round(high, 3)]
    return found


def at_prevalence(counts: Counts, prevalence: float) -> dict[str, float]:
    """IoU, precision and accuracy where the class covers `prevalence` of the ground."""
    there = counts.at(prevalence)
    return {"prevalence": prevalence, **{name: round(getattr(there, name), 4) for name in ("iou", "precision", "accuracy")}}


def evaluate(predict: Predict, evidence: Evidence, threshold: float = 0.5) -> tuple[dict[str, Any], dict[str, Histogram]]:
    """All figures of the card, and the reviewed histograms by group that they were made from."""
    predict = remembered(predict)
    reviewed = by_group(evidence.reviewed, predict)
    counts = pooled(reviewed).counts(threshold)
    cut = chips(evidence.reviewed)
    found: dict[str, Any] = {
        "threshold": threshold, "tiles": [tile.name for tile in evidence.reviewed],
        "reviewed_labels": figures(reviewed, threshold),
        "labels_as_they_came": figures(by_group(evidence.as_labelled, predict), threshold),
        "mine_centred_chips": {"chips": len(cut), **figures(by_group(cut, predict), threshold)},
        "at_study_prevalence": at_prevalence(counts, STUDY_PREVALENCE),
        "at_1_percent_prevalence": at_prevalence(counts, RARE_PREVALENCE),
        "calibration_error": round(pooled(reviewed).calibration()[1], 4),
    }  # fmt: skip
    if evidence.negatives:
        moved = by_group(as_l2a(evidence.reviewed, evidence.negatives), predict)
        found["reviewed_labels_as_l2a"] = {"iou": round(pooled(moved).counts(threshold).iou, 4)}
    found.update(score_patches(predict, evidence, threshold))
    return found, reviewed


def score_patches(predict: Predict, evidence: Evidence, threshold: float) -> dict[str, Any]:
    """Flagged shares of the patches: as they came, and those of which the reviewer says that what they are called is true."""
    found: dict[str, Any] = {}
    predict = among_mirrors(predict)
    for name, patches, truth in (("negatives", evidence.negatives, "not_mine"), ("positives", evidence.positives, "mine")):
        shares = {patch.name: float((predict(patch.image) >= threshold).mean()) for patch in patches}
        agreed = {patch.name for patch in chosen_patches(patches, evidence.patch_decisions[name], truth)}
        for key, names in ((f"l2a_{name}_as_they_came", set(shares)), (f"l2a_{name}_reviewed", agreed)):
            values = np.array([shares[one] for one in names])
            if len(values):
                found[key] = {
                    "patches": len(values), "flagged_pixels": round(float(values.mean()), 5),
                    "patches_with_a_mine": round(float((values >= LEAST_MINE).mean()), 4),
                }  # fmt: skip
    return found


def differences(card: Any, found: Any, path: str = "") -> list[str]:
    """What in `found` is not as the card says: scores by more than SAME, pixels by more than a hundredth, all else at all."""
    if isinstance(found, dict):
        said = card if isinstance(card, dict) else {}
        return [line for name, value in found.items() for line in differences(said.get(name), value, f"{path}.{name}".lstrip("."))]
    if isinstance(found, list) and isinstance(card, list) and len(found) == len(card):
        return [line for place, pair in enumerate(zip(card, found)) for line in differences(*pair, f"{path}[{place}]")]
    if isinstance(found, float) or path.rsplit(".", 1)[-1] in ("tp", "fp", "fn", "tn"):
        near = isinstance(card, (int, float)) and math.isclose(
            found, card, rel_tol=0.01 if isinstance(found, int) else 0, abs_tol=SAME
        )
    else:
        near = card == found
    return [] if near else [f"{path}: {found}, the card says {card}"]


def add_data(parser: argparse.ArgumentParser) -> None:
    """The arguments that say what to learn from or to score on."""
    parser.add_argument("data", type=Path, help="folder with image_NNN.tif, mask_NNN.tif and tiles.csv")
    parser.add_argument("--decisions", type=Path, help="reviewed labels (training/labels.py); else masks as they came")
    parser.add_argument("--patch-decisions", type=Path, help="what a reviewer said of the patches: source,id,decision")
    parser.add_argument("--negatives", type=Path, help="npz of patches without the class; a part is kept back for scoring")
    parser.add_argument("--positives", type=Path, help="npz of patches with the class somewhere; a part is kept back for scoring")
    parser.add_argument("--skip", default="", help="tiles to leave out, comma separated")


def main() -> None:
    """Score, print, draw, compare with the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    add_data(parser)
    parser.add_argument("--output", type=Path, help="folder for the figures")
    parser.add_argument("--all", action="store_true", help="score all tiles, not only those that the card lists as held back")
    parser.add_argument("--check", action="store_true", help="fail where the card's figures are not reproduced")
    given = parser.parse_args()
    card = card_of(given.model)
    said = card["pantau:evaluation"]
    scaling = card["mlm:input"][0]["value_scaling"]
    predict = model_predictor(given.model.read_bytes(), Scaling([s["mean"] for s in scaling], [s["stddev"] for s in scaling]))
    evidence = Evidence.read(given, None if given.all else set(said["tiles"]))
    found, groups = evaluate(predict, evidence, card["mlm:output"][0]["pantau:threshold"])
    print(json.dumps(found, indent=2))
    if given.output:
        given.output.mkdir(parents=True, exist_ok=True)
        report.draw_scores(groups, found["threshold"], given.output / "scores.png")
        report.draw_examples(evidence.reviewed, predict, found["threshold"], given.output / "examples.jpg")
    wrong = differences(said, found)
    if given.check and wrong:
        sys.exit("The card's figures are not reproduced:\n" + "\n".join(wrong))
    if given.check:
        print("Every figure of the card is reproduced.")


if __name__ == "__main__":
    run(main)
