"""Training patches as no satellite took them: turned, scaled, brighter, hazier, so that none of that decides what is a mine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from .labels import IGNORED
from .tiles import Tile


def dark_objects(tiles: list[Tile]) -> np.ndarray:
    """The value (tiles, bands) of each tile's darkest ground: its 0.5th percentile.

    It is what the atmosphere adds to every pixel (dark-object subtraction, Chavez 1988). A tile without dark ground shows one
    that is too bright; so what is outside the middle 80 % of the collection is drawn in to it.
    """
    darkest = np.array([np.percentile(tile.image.reshape(len(tile.image), -1), 0.5, axis=1) for tile in tiles])
    return np.clip(darkest, *np.percentile(darkest, [10, 90], axis=0))


# Of the quarters of a quilt, those that are patches with a label for the whole; the others come from the tiles.
NEGATIVES, POSITIVES = 0.5, 0.2


@dataclass(frozen=True)
class Collection:
    """Tiles of one processing level (such as L1C, or L2A) with the dark object that is taken off each (tiles, bands)."""

    tiles: list[Tile]
    dark: np.ndarray

    @staticmethod
    def of(tiles: list[Tile]) -> Collection:
        """A collection with its own dark objects."""
        return Collection(tiles, dark_objects(tiles))


@dataclass(frozen=True)
class Shake:
    """How much a patch is changed.

    hazes: of each collection, the dark objects (tiles, bands) that its tiles came with. A patch gets one of any collection in
    place of its own, so nothing tells which collection it is from. gain: of all bands together, band_gain: of each, as factors up
    or down. scale: of the ground, likewise.
    """

    hazes: list[np.ndarray]
    gain: float
    band_gain: float
    scale: float

    def haze(self, rng: np.random.Generator) -> np.ndarray:
        """What an atmosphere adds to each band (bands,): mostly as it was somewhere, sometimes anything between none and most."""
        if rng.random() < 0.15:
            added = np.concatenate(self.hazes).max(axis=0) * rng.uniform(0, 1.2)
        else:
            some = self.hazes[int(rng.integers(len(self.hazes)))]
            added = some[int(rng.integers(len(some)))] * rng.uniform(0.85, 1.15)
        return added * rng.uniform(0.94, 1.06, len(added))

    def values(self, image: np.ndarray, dark: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        """An image (bands, rows, cols) with its dark object taken off, its gains shaken and some haze put on; float32."""
        shape = (len(image), 1, 1)
        gains = self.gain ** rng.uniform(-1, 1) * self.band_gain ** rng.uniform(-1, 1, shape)
        return ((image - dark.reshape(shape)) * gains + self.haze(rng).reshape(shape)).astype(np.float32)


def turned(image: np.ndarray, mask: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Flipped and turned by quarters: nothing is resampled."""
    quarters = int(rng.integers(4))
    image, mask = np.rot90(image, quarters, axes=(1, 2)), np.rot90(mask, quarters)
    return (image[:, :, ::-1], mask[:, ::-1]) if rng.random() < 0.5 else (image, mask)


def cropped(tile: Tile, size: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A random square of a tile; a smaller tile is reflected, and what was added does not count."""
    rows, cols = tile.mask.shape
    image, mask = tile.image, tile.mask
    if min(rows, cols) < size:
        more = ((0, max(0, size - rows)), (0, max(0, size - cols)))
        image, mask = np.pad(image, ((0, 0), *more), "symmetric"), np.pad(mask, more, constant_values=IGNORED)
        rows, cols = mask.shape
    y, x = int(rng.integers(0, rows - size + 1)), int(rng.integers(0, cols - size + 1))
    return image[:, y : y + size, x : x + size], mask[y : y + size, x : x + size]


def warped(tile: Tile, size: int, most: float, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A random square at any angle, up to `most` times larger or smaller (image bilinear, mask nearest)."""
    rows, cols = tile.mask.shape
    scale, angle = most ** rng.uniform(-1, 1), rng.uniform(0, 2 * np.pi)
    margin = min(0.9, 0.6 * size * scale / min(rows, cols))
    centre = rng.uniform(margin - 1, 1 - margin, 2)
    mirror = 1 if rng.random() < 0.5 else -1
    half_x, half_y = size * scale / cols, size * scale / rows
    matrix = [
        [half_x * np.cos(angle) * mirror, -half_x * np.sin(angle), centre[0]],
        [half_y * np.sin(angle) * mirror, half_y * np.cos(angle), centre[1]],
    ]
    grid = nn.functional.affine_grid(torch.tensor([matrix], dtype=torch.float32), [1, 1, size, size], align_corners=False)
    image = torch.from_numpy(tile.image.astype(np.float32))[None]
    image = nn.functional.grid_sample(image, grid, mode="bilinear", padding_mode="reflection", align_corners=False)[0]
    # 0 is what lies outside; the mask's own values are moved up by one meanwhile.
    mask = torch.from_numpy(tile.mask.astype(np.float32) + 1)[None, None]
    mask = nn.functional.grid_sample(mask, grid, mode="nearest", padding_mode="zeros", align_corners=False)[0, 0].numpy()
    return image.numpy(), np.where(mask == 0, IGNORED, mask - 1).astype(np.uint8)


class Patches:
    """Batches of patches, the same for the same seed, epoch and step.

    Small patches with a label for the whole (`negatives`: no mine; `positives`: one somewhere) come as a quilt of four: each a patch among its own
    mirror images, or a square of a tile as small and as mirrored, at any quarter turn; so neither a seam, nor a mirror, nor a
    processing level tells whether there is a mine.
    """

    def __init__(
        self, tiles: Collection, negatives: Collection | None, positives: Collection | None, *, size: int, quilts: float, strength: tuple[float, float, float],
        seed: int,
    ) -> None:  # fmt: skip
        """size: px. quilts: their share of all patches. strength: gain, band_gain and scale of `Shake`."""
        self._tiles, self._size = tiles, size
        self._whole = [(share, some) for share, some in ((NEGATIVES, negatives), (POSITIVES, positives)) if some is not None]
        self._quilts, self._seed = (quilts if self._whole else 0.0), seed
        self.shake = Shake([tiles.dark, *(some.dark for _, some in self._whole[:1])], *strength)

    def statistics(self) -> tuple[list[float], list[float]]:
        """Mean and standard deviation (bands,) of the tiles under the mean haze of all collections."""
        haze = np.mean([dark.mean(axis=0) for dark in self.shake.hazes], axis=0)
        flat = [
            tile.image.reshape(len(tile.image), -1)[:, ::7] + (haze - dark)[:, None]
            for tile, dark in zip(self._tiles.tiles, self._tiles.dark)
        ]
        values = np.concatenate(flat, axis=1)
        mean, std = values.mean(axis=1), values.std(axis=1)
        if not (std > 0).all():
            raise ValueError(f"Band {int(np.argmin(std)) + 1} has one value everywhere: leave it out of the tiles.")
        return [float(f"{v:.6g}") for v in mean], [float(f"{v:.6g}") for v in std]

    def batch(self, epoch: int, step: int, picked: np.ndarray) -> tuple[Tensor, Tensor]:
        """Images (n, bands, size, size) float32 and masks (n, 1, size, size) uint8 of the tiles with the numbers `picked`."""
        rng = np.random.default_rng([self._seed, epoch, step])
        both = [self._quilt(rng) if rng.random() < self._quilts else self._patch(int(i), rng) for i in picked]
        images, masks = (np.stack([np.ascontiguousarray(one[k]) for one in both]) for k in (0, 1))
        return torch.from_numpy(images), torch.from_numpy(masks)[:, None]

    def _patch(self, number: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        tile = self._tiles.tiles[number]
        if rng.random() < 0.5:
            image, mask = warped(tile, self._size, self.shake.scale, rng)
        else:
            image, mask = turned(*cropped(tile, self._size, rng), rng)
        return self.shake.values(image, self._tiles.dark[number], rng), mask

    def _quilt(self, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        cell = min(min(patch.mask.shape) for _, some in self._whole for patch in some.tiles)
        half = -(-self._size // 2)
        image = np.empty((len(self._tiles.tiles[0].image), 2 * half, 2 * half), np.float32)
        mask = np.empty(image.shape[1:], np.uint8)
        for y, x in ((0, 0), (0, half), (half, 0), (half, half)):
            lot, source = rng.random(), self._tiles
            for share, some in self._whole:
                if 0 <= lot < share:
                    source = some
                lot -= share
            number = int(rng.integers(len(source.tiles)))
            piece, labels = turned(*cropped(source.tiles[number], cell, rng), rng)
            before = (half - cell) // 2
            margins = (before, half - cell - before)
            wide = np.pad(piece - source.dark[number].reshape(-1, 1, 1), ((0, 0), margins, margins), "symmetric")
            image[:, y : y + half, x : x + half] = wide
            mask[y : y + half, x : x + half] = np.pad(labels, (margins, margins), "symmetric")
        size = self._size
        return self.shake.values(image[:, :size, :size], np.zeros(len(image)), rng), mask[:size, :size]
