"""Train once for each fold and score every tile with the network that has not seen its group: `make crossvalidate`.

    python -m training.crossvalidate DATA FOLDER [the options of training.train]

Writes FOLDER/fold_N (a training each, that can be resumed), FOLDER/out_of_fold.npz (probabilities of every tile, for
`training.review propose`) and FOLDER/crossvalidation.json.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from .command import run
from .evaluate import Evidence, add_data, at_prevalence, figures, score_patches
from .scores import RARE_PREVALENCE, STUDY_PREVALENCE, Histogram, by_group, pooled
from .train import add_options, options_of, trained


def main() -> None:
    """All folds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_data(parser)
    parser.add_argument("output", type=Path)
    add_options(parser)
    given = parser.parse_args()
    options = options_of(given)
    probabilities: dict[str, np.ndarray] = {}
    sums: dict[str, dict[str, Histogram]] = {"reviewed_labels": {}, "labels_as_they_came": {}}
    folds = []
    for fold in range(options.folds):
        training = trained(given, replace(options, fold=fold), given.output / f"fold_{fold}", given_split=False)
        evidence = Evidence.read(given, {tile.name for tile in training.split.test})
        predict = training.best_predictor()
        own = {"fold": fold, "tiles": len(evidence.reviewed), "epoch": training.best_epoch}
        for name, tiles in (("reviewed_labels", evidence.reviewed), ("labels_as_they_came", evidence.as_labelled)):
            groups = by_group(tiles, predict)
            sums[name].update(groups)
            own[name] = round(pooled(groups).counts(0.5).iou, 4)
        own.update(score_patches(predict, evidence, 0.5))
        print(json.dumps(own), flush=True)
        folds.append(own)
        probabilities.update({tile.name: predict(tile.image).astype(np.float16) for tile in evidence.reviewed})
        np.savez_compressed(given.output / "out_of_fold.npz", **probabilities)
    counts = pooled(sums["reviewed_labels"]).counts(0.5)
    found = {
        "folds": folds, **{name: figures(groups, 0.5) for name, groups in sums.items()},
        "at_study_prevalence": at_prevalence(counts, STUDY_PREVALENCE), "at_1_percent_prevalence": at_prevalence(counts, RARE_PREVALENCE),
    }  # fmt: skip
    (given.output / "crossvalidation.json").write_text(json.dumps(found, indent=2) + "\n")
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    run(main)
