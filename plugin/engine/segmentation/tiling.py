"""Tiles that overlap as little as they need to, and their seamless blending."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Dict, Iterator, List, NamedTuple, Optional, Tuple

import numpy as np

from ..raster.grid import Window

# Pixels of a tile. Two run at a time, and their activations in a small U-Net take about 0.8 GB; where such tiles would compute more
# than MOST_COMPUTED times the scene's pixels, they may be larger.
USUAL, LARGEST, MOST_COMPUTED = 1168 * 1168, 1344 * 1344, 1.12


@dataclass(frozen=True)
class Axis:
    """Tiles along one axis: where each starts, their length, and the pixels they must cover (0 .. covered).

    The first may start before 0 and the last end after `covered`: there the image is mirrored.
    """

    starts: Tuple[int, ...]
    length: int
    covered: int

    def overlap(self, index: int) -> int:
        """Pixels that tile `index` shares with the one before it."""
        return self.starts[index - 1] + self.length - self.starts[index] if index else 0

    def computed(self) -> int:
        """Pixels that all tiles together compute."""
        return len(self.starts) * self.length


def place(covered: int, length: int, overlap: int, step: int = 1, phase: int = 0) -> Axis:
    """Tiles of a given length, at least `overlap` shared by neighbours, spread evenly.

    Starts are whole steps away from -phase: a network that halves its image answers alike only at shifts of whole steps,
    so tiles that keep step agree where they overlap, and so do runs over different cuts of one image.
    """
    if length - overlap < step:  # such tiles cannot keep step
        step, phase = 1, 0
    first = -phase
    reach = covered - first
    if reach <= length:
        return Axis((first,), length, covered)
    steps = math.ceil((reach - length) / step)
    count = 1 + math.ceil(steps / max(1, (length - overlap) // step))
    starts = [first + round(i * steps / (count - 1)) * step for i in range(count)]
    return Axis(tuple(starts), length, covered)


def choose(
    rows: int, cols: int, overlap: int, multiple: int, phase: Tuple[int, int] = (0, 0), usual: int = USUAL
) -> Tuple[Axis, Axis]:
    """Axes of the tiles that compute the fewest pixels twice, of at most `usual` pixels, or of `LARGEST` where those are too many.

    A network whose step is larger still gets the smallest that it takes.

    Their sides are multiples of `multiple`; phase: of rows and columns, see `place`.
    """
    smallest = math.ceil(2 * overlap / multiple) * multiple

    def candidates(covered: int, lead: int) -> List[Axis]:
        found = []
        for count in range(1, covered // 256 + 2):
            length = math.ceil((covered + lead + (count - 1) * overlap) / count / multiple) * multiple
            found.append(place(covered, max(length, smallest), overlap, multiple, lead))
        return found

    pairs = [(r, c) for r in candidates(rows, phase[0]) for c in candidates(cols, phase[1])]
    found = place(rows, smallest, overlap, multiple, phase[0]), place(cols, smallest, overlap, multiple, phase[1])
    for largest in (usual, max(usual, LARGEST)):
        fitting = [(r, c) for r, c in pairs if r.length * c.length <= largest]
        if fitting:
            # Of equally good ones the widest: the file is written row of tiles by row of tiles.
            found = min(fitting, key=lambda pair: (pair[0].computed() * pair[1].computed(), pair[0].length))
        if found[0].computed() * found[1].computed() <= MOST_COMPUTED * rows * cols:
            break
    return found


class Tile(NamedTuple):
    """One tile: its row and column among the tiles, and its window about the area covered (it may reach over its edges)."""

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

    They rise in the middle half: what lies nearest to a tile's edge has seen least of its surroundings. An overlap of more
    than half a tile blends over less, so that never more than two tiles meet in a pixel.
    """
    blend = max(1, min(overlap, length - overlap) // 2)
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
        before = (max(0, -window.y), max(0, -window.x))  # mirrored rows and columns of the first tiles
        shown = Window(final.x + before[1], final.y + before[0], final.width - before[1], final.height - before[0])
        carried, self._left = self._left, None
        if values is None:
            return shown, None
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
        return shown, values[:, before[0] : final.height, before[1] : final.width]


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
