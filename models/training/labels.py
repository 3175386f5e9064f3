"""Reviewed labels: the decisions of a person who looked at pieces of the tiles, applied to the masks that came with them.

A decision file is a CSV with one line a piece: tile, stratum, row, col, rows, cols, shape, decision, reviewer, round. `shape` is
the piece's pixels (`pack`) in the window that starts at (row, col); a piece is cut from the image alone,
and a decision of the stratum `label` touches labelled pixels only, any other one only unlabelled pixels. So the file holds no
copy of the masks, and together with them it rebuilds the reviewed ones.
"""

from __future__ import annotations

import base64
import csv
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

NOT_MINE, MINE, SOMEWHERE, IGNORED = 0, 1, 254, 255  # SOMEWHERE: a mine is in the patch, nobody has said where
UNSEEN = 253  # of a reading: nobody has looked there
DECISIONS = {"not_mine": NOT_MINE, "mine": MINE, "unclear": IGNORED}
LABEL = "label"  # the stratum of pieces that the tiles' own masks call mine
COLUMNS = ("tile", "stratum", "row", "col", "rows", "cols", "shape", "decision", "reviewer", "round")


@dataclass(frozen=True)
class Piece:
    """A piece of a tile. row, col: upper left pixel of its window. inside: (rows, cols) bool, the piece's own pixels."""

    tile: str
    stratum: str
    row: int
    col: int
    inside: np.ndarray

    @property
    def window(self) -> tuple[slice, slice]:
        """Where the piece lies in its tile."""
        rows, cols = self.inside.shape
        return slice(self.row, self.row + rows), slice(self.col, self.col + cols)

    def pixels(self, mask: np.ndarray) -> np.ndarray:
        """(rows, cols) bool of the window: the pixels that a decision is about, given the tile's own mask."""
        own = mask[self.window]
        return self.inside & (own == (MINE if self.stratum == LABEL else NOT_MINE))


@dataclass(frozen=True)
class Decision:
    """What a reviewer said of a piece: a key of DECISIONS."""

    piece: Piece
    decision: str
    reviewer: str = ""
    round: int = 1


def pack(inside: np.ndarray) -> str:
    """A piece's pixels as text: the lengths of its runs, row by row, in bytes of seven bits."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], inside.ravel().astype(np.int8), [0]])))
    packed = bytearray()
    for length in np.diff(np.concatenate([[0], edges])).tolist():
        while length > 127:
            packed.append(length & 127 | 128)
            length >>= 7
        packed.append(length)
    return base64.b64encode(zlib.compress(bytes(packed), 9)).decode("ascii")


def unpack(text: str, rows: int, cols: int) -> np.ndarray:
    """The pixels (rows, cols) bool that `pack` wrote; raises ValueError where the text is damaged."""
    inside = np.zeros(rows * cols + 1, np.int8)
    place = length = shift = 0
    try:
        for byte in zlib.decompress(base64.b64decode(text, validate=True)):
            length |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                place += length
                inside[place] ^= 1
                length = shift = 0
    except (ValueError, zlib.error, IndexError) as error:
        raise ValueError(f"A shape of {rows} x {cols} pixels cannot be read ({error}): the decision file is damaged.") from error
    return (np.cumsum(inside)[:-1] % 2 == 1).reshape(rows, cols)


def read_decisions(path: Path) -> list[Decision]:
    """All decisions of a file, oldest first; raises ValueError with the line that makes no sense."""
    decisions = []
    with open(path, newline="") as table:
        for row in csv.DictReader(table):
            if row["decision"] not in DECISIONS:
                known = ", ".join(DECISIONS)
                raise ValueError(f"{path}: the decision {row['decision']!r} of tile {row['tile']} is not one of {known}.")
            inside = unpack(row["shape"], int(row["rows"]), int(row["cols"]))
            piece = Piece(row["tile"], row["stratum"], int(row["row"]), int(row["col"]), inside)
            decisions.append(Decision(piece, row["decision"], row["reviewer"], int(row["round"])))
    return decisions


def write_decisions(path: Path, decisions: list[Decision]) -> None:
    """The file that `read_decisions` reads."""
    with open(path, "w", newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(COLUMNS)
        for one in decisions:
            piece = one.piece
            place = (piece.tile, piece.stratum, piece.row, piece.col, *piece.inside.shape)
            writer.writerow([*place, pack(piece.inside), one.decision, one.reviewer, one.round])


def reading(tile: str, mask: np.ndarray, decisions: list[Decision]) -> np.ndarray:
    """What the decisions about a tile say of its ground (rows, cols): 0, 1, 255 = unclear, UNSEEN where nobody looked.

    mask: as it came. A later decision about a pixel replaces an earlier one.
    """
    result = np.full_like(mask, UNSEEN)
    for one in decisions:
        if one.piece.tile == tile:
            result[one.piece.window][one.piece.pixels(mask)] = DECISIONS[one.decision]
    return result


def agreed(readings: list[np.ndarray]) -> np.ndarray:
    """What several readings of the same ground, each as of `reading`, say together.

    Who could tell is believed over who could not; where two tell differently, the ground is unclear.
    """
    mine, other, unclear = (np.any([one == value for one in readings], axis=0) for value in (MINE, NOT_MINE, IGNORED))
    known = [mine & other, mine, other, unclear]
    return np.select(known, [IGNORED, MINE, NOT_MINE, IGNORED], UNSEEN).astype(np.uint8)


def applied(mask: np.ndarray, said: np.ndarray) -> np.ndarray:
    """A mask (rows, cols; 0, 1, 255 = ignored) after what was said of it; what nobody looked at stays as labelled."""
    return np.where((said == UNSEEN) | (mask == IGNORED), mask, said)


def read_patch_decisions(path: Path, source: str) -> dict[str, str]:
    """What a reviewer said of the whole patches of a file (`source`: its name without ending): id to a key of DECISIONS."""
    with open(path, newline="") as table:
        return {row["id"]: row["decision"] for row in csv.DictReader(table) if row["source"] == source}
