"""Tiles that overlap as little as they need to, and their seamless blending."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Dict, Iterator, List, NamedTuple, Optional, Tuple

import numpy as np

from ..raster.grid import Window

LARGEST = 1120  # px: beyond, activations of a small U-Net outgrow 1 GB, and inference gets no faster


@dataclass(frozen=True)
class Axis:
    """Tiles along one axis: where each starts, their length, and the overlap with the tile before (0 for the first)."""

    starts: Tuple[int, ...]
    length: int
    covered: int

    def overlap(self, index: int) -> int:
        """Pixels that tile `index` shares with the one before it."""
        return self.starts[index - 1] + self.length - self.starts[index] if index else 0


def place(covered: int, length: int, overlap: int) -> Axis:
    """Tiles of a given length over `covered` pixels, at least `overlap` shared by neighbours, spread evenly."""
    if covered <= length:
        return Axis((0,), length, covered)
    count = math.ceil((covered - overlap) / (length - overlap))
    starts = np.round(np.linspace(0, covered - length, count)).astype(int)
    return Axis(tuple(int(start) for start in starts), length, covered)


def choose(covered: int, overlap: int, multiple: int, largest: int = LARGEST) -> Axis:
    """The tile length, a multiple of `multiple` and at most `largest`, that computes the fewest pixels twice."""
    largest = max(multiple, largest // multiple * multiple, math.ceil(2 * overlap / multiple) * multiple)
    if covered <= largest:
        return place(covered, math.ceil(covered / multiple) * multiple, overlap)
    fewest = math.ceil((covered - overlap) / (largest - overlap))
    lengths = [math.ceil((covered + (n - 1) * overlap) / n / multiple) * multiple for n in range(fewest, fewest + 3)]
    best = min(lengths, key=lambda length: (len(place(covered, length, overlap).starts) * length, -length))
    return place(covered, best, overlap)


class Tile(NamedTuple):
    """One tile: its row and column among the tiles, and its window within the area covered (it may reach over its end)."""

    row: int
    col: int
    window: Window


@dataclass(frozen=True)
class Layout:
    """All tiles over an area, row by row."""

    rows: Axis
    cols: Axis

    def tiles(self) -> List[Tile]:
        """Every tile, row by row."""
        return [
            Tile(r, c, Window(x, y, self.cols.length, self.rows.length))
            for r, y in enumerate(self.rows.starts)
            for c, x in enumerate(self.cols.starts)
        ]

    def computed_share(self, margin: int = 0) -> float:
        """Pixels that the model computes, as a multiple of the pixels covered; margin: pixels that the model eats."""
        width, height = self.cols.length + 2 * margin, self.rows.length + 2 * margin
        return len(self.tiles()) * width * height / (self.cols.covered * self.rows.covered)


def ramp(overlap: int, length: int) -> np.ndarray:
    """Weights that rise from 0 to 1 over an overlap of two tiles; with their mirror image they add up to 1 (float32).

    An overlap of more than half a tile blends over its middle only, so that never more than two tiles meet in a pixel.
    """
    blend = min(overlap, length - overlap)
    position = (np.arange(overlap) + 0.5 - (overlap - blend) / 2) / blend
    return (np.sin(np.clip(position, 0, 1) * math.pi / 2) ** 2).astype(np.float32)


class Blender:
    """Adds overlapping tiles up, each weighted by smooth ramps, and hands out what no later tile will touch.

    Only the overlaps are kept: one row of them along the bottom of the row above, one column beside the last tile.
    """

    def __init__(self, layout: Layout, channels: int) -> None:
        self._layout, self._channels = layout, channels
        self._above: Dict[int, np.ndarray] = {}
        self._below: Dict[int, np.ndarray] = {}
        self._left: Optional[np.ndarray] = None

    def add(self, tile: Tile, values: Optional[np.ndarray]) -> Tuple[Window, Optional[np.ndarray]]:
        """Take the next tile, row by row: (channels, rows, cols) of float32, overwritten; None where it is all nodata.

        Returns the window that is now final, within the area covered, and its values (None: all nodata).
        """
        layout, (row, col, window) = self._layout, tile
        if col == 0:
            self._left = None
            self._above, self._below = self._below, {}
        last_row, last_col = row + 1 == len(layout.rows.starts), col + 1 == len(layout.cols.starts)
        top, left = layout.rows.overlap(row), layout.cols.overlap(col)
        bottom = 0 if last_row else layout.rows.overlap(row + 1)
        right = 0 if last_col else layout.cols.overlap(col + 1)
        final = Window(
            window.x, window.y,
            min(window.width - right, layout.cols.covered - window.x), min(window.height - bottom, layout.rows.covered - window.y),
        )  # fmt: skip
        carried, self._left = self._left, None
        if values is None:
            return final, None
        if top:
            values[:, :top] *= ramp(top, window.height)[:, None]
        if bottom:
            values[:, -bottom:] *= ramp(bottom, window.height)[::-1, None]
        if left:
            values[:, :, :left] *= ramp(left, window.width)
        if right:
            values[:, :, -right:] *= ramp(right, window.width)[::-1]
        if carried is not None:
            values[:, :, :left] += carried
        if right:
            self._left = values[:, :, -right:].copy()
        above = self._above.pop(col, None)
        if above is not None:
            values[:, :top, : above.shape[2]] += above
        if bottom:
            self._below[col] = values[:, -bottom:, : window.width - right].copy()
        return final, values[:, : final.height, : final.width]


def batches(items: Iterator, size: int) -> Iterator[list]:
    """Lists of `size` items; the last one may be shorter."""
    batch: list = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
