"""Training tiles: image_NNN.tif, mask_NNN.tif and tiles.csv (tile, spatial_group, ...) in one folder."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal

gdal.UseExceptions()


@dataclass
class Tile:
    """One tile: image (bands, rows, cols) in the raster's own values, mask (rows, cols) of 0 and 1."""

    name: str
    group: str
    image: np.ndarray
    mask: np.ndarray


def read_tiles(folder: Path, skip: set[str]) -> list[Tile]:
    """All tiles of `folder` whose name is not in `skip`, in the order of tiles.csv."""
    tiles = []
    with open(folder / "tiles.csv", newline="") as table:
        for row in csv.DictReader(table):
            number = int(row["tile"])
            if row["tile"] in skip:
                continue
            image = gdal.Open(str(folder / f"image_{number:03d}.tif")).ReadAsArray()
            mask = gdal.Open(str(folder / f"mask_{number:03d}.tif")).ReadAsArray()
            tiles.append(Tile(row["tile"], row["spatial_group"], image, (mask > 0).astype(np.uint8)))
    return tiles


def split_groups(tiles: list[Tile], validation_share: float, seed: int) -> tuple[list[Tile], list[Tile]]:
    """(training, validation): whole spatial groups on one side, so that neighbours never straddle the split."""
    groups = sorted({tile.group for tile in tiles})
    np.random.default_rng(seed).shuffle(groups)
    validation: set[str] = set()
    for group in groups:
        if sum(tile.group in validation for tile in tiles) >= validation_share * len(tiles):
            break
        validation.add(group)
    return [t for t in tiles if t.group not in validation], [t for t in tiles if t.group in validation]


def band_statistics(tiles: list[Tile]) -> tuple[list[float], list[float]]:
    """Mean and standard deviation of each band over all tiles."""
    values = np.concatenate([tile.image.reshape(tile.image.shape[0], -1) for tile in tiles], axis=1).astype(np.float64)
    return [round(float(v), 2) for v in values.mean(axis=1)], [round(float(v), 2) for v in values.std(axis=1)]


def random_patch(tile: Tile, size: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A random square patch, flipped and turned, with each band's gain and offset shaken (haze, season, L1C or L2A)."""
    rows, cols = tile.mask.shape
    y, x = int(rng.integers(0, rows - size + 1)), int(rng.integers(0, cols - size + 1))
    image = tile.image[:, y : y + size, x : x + size].astype(np.float32)
    mask = tile.mask[y : y + size, x : x + size]
    turns = int(rng.integers(4))
    image, mask = np.rot90(image, turns, axes=(1, 2)), np.rot90(mask, turns)
    if rng.random() < 0.5:
        image, mask = image[:, :, ::-1], mask[:, ::-1]
    gain = rng.uniform(0.85, 1.15) * rng.uniform(0.92, 1.08, size=(image.shape[0], 1, 1))
    offset = rng.uniform(-250, 80) + rng.uniform(-60, 60, size=(image.shape[0], 1, 1))
    # Offsets are in reflectance x 10 000: the atmosphere of L1C adds more to blue than to red, L2A has it removed.
    return np.ascontiguousarray(image * gain + offset, dtype=np.float32), np.ascontiguousarray(mask)
