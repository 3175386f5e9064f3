"""The baseline that a network must beat: a random forest on each pixel's values and the means around it."""

from __future__ import annotations

import numpy as np
from scipy import ndimage
from sklearn.ensemble import RandomForestClassifier

from .labels import IGNORED, MINE
from .scores import Predict
from .tiles import Tile

MEANS_PX = (5, 15, 45)


def features(image: np.ndarray) -> np.ndarray:
    """(rows * cols, bands * 4) float32: the values, and their means over squares of MEANS_PX."""
    values = image.astype(np.float32)
    layers = [values, *(ndimage.uniform_filter(values, (0, side, side), mode="reflect") for side in MEANS_PX)]
    return np.concatenate(layers).reshape(len(layers) * len(image), -1).T


def forest(tiles: list[Tile], *, pixels: int = 250_000, trees: int = 50, seed: int = 0) -> Predict:
    """Probabilities of a forest grown on random pixels of `tiles`."""
    rng = np.random.default_rng(seed)
    inputs, truth = [], []
    for tile in tiles:
        known = np.flatnonzero(tile.mask.ravel() != IGNORED)
        picked = rng.choice(known, min(-(-pixels // len(tiles)), len(known)), replace=False)
        inputs.append(features(tile.image)[picked])
        truth.append(tile.mask.ravel()[picked] == MINE)
    model = RandomForestClassifier(trees, min_samples_leaf=5, n_jobs=-1, random_state=seed)
    model.fit(np.concatenate(inputs), np.concatenate(truth))
    return lambda image: model.predict_proba(features(image))[:, 1].reshape(image.shape[1:])
