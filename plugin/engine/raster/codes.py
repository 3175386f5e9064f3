"""Rasters of class codes: what can be one, the codes in it, and which codes of two of them meet."""

from __future__ import annotations

from typing import Callable, Dict, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ..errors import PantauError
from ..text import tr
from .grid import Window
from .source import RasterSource

MOST_CODES = 1000  # more are no classes but values, such as heights; a table of all their pairs would fill the memory
LARGEST_CODE = 2**31 - 1
WIDEST_TABLE = 1 << 20  # entries, to look up the places of codes in
NO_CLASS = -(2**31)  # where there is no data; no class has this code


def require_codes(source: RasterSource, parameter: str) -> None:
    """Raise PantauError for what cannot be a raster of class codes."""
    if len(source.data_bands) > 1:
        raise PantauError(
            tr("{name} has {count} bands, as images have, and not one of class codes: give a class raster as {parameter}.").format(
                name=source.name, count=len(source.data_bands), parameter=parameter
            )
        )
    if source.scale_offset() != (1.0, 0.0):
        raise PantauError(
            tr(
                "{name} holds measured values, such as probabilities, and no class codes: give a raster of whole numbers, such as a "
                "classified map or a mask, as {parameter}."
            ).format(name=source.name, parameter=parameter)
        )


def require_few(count: int, name: str) -> None:
    """Raise PantauError for more codes than a class raster has."""
    if count > MOST_CODES:
        raise PantauError(
            tr("{name} holds more than {most} different values, so it is no class raster: choose another.").format(
                name=name, most=MOST_CODES
            )
        )


def indexed_codes(values: np.ndarray, counted: Optional[np.ndarray], name: str) -> Tuple[np.ndarray, np.ndarray]:
    """(codes, places): each pixel's place among the codes, which are in ascending order and may be more than there are.

    Raises PantauError for values that are no codes.
    """
    if values.dtype == np.uint8:
        return np.arange(256), values
    if counted is not None:
        values = np.where(counted, values, values.dtype.type(0))  # no data may be any number, or none
    require_whole(values, name)
    codes = values.astype(np.int64)
    low, high = int(codes.min()), int(codes.max())
    if high - low < WIDEST_TABLE:  # a table is many times faster than sorting
        codes -= low
        found = np.flatnonzero(np.bincount(codes.ravel()))
        table = np.zeros(high - low + 1, np.intp)
        table[found] = np.arange(len(found))
        places, found = table[codes], found + low
    else:
        found, places = np.unique(codes, return_inverse=True)
    require_few(len(found), name)
    return found, places.reshape(codes.shape)


def different_codes(codes: np.ndarray) -> List[int]:
    """The codes, of any shape, that there are, ascending."""
    low, high = (int(codes.min()), int(codes.max())) if codes.size else (0, 0)
    if high - low < WIDEST_TABLE:
        return (np.flatnonzero(np.bincount(codes.ravel() - low)) + low).tolist()
    return np.unique(codes).tolist()


def class_reader(source: RasterSource) -> Callable[[Window], np.ndarray]:
    """A function that reads the codes of a window: (rows, cols) of int32, `NO_CLASS` where there is no data.

    It raises PantauError for values that are no class codes.
    """

    def read(window: Window) -> np.ndarray:
        pixels = source.read(window)
        values = pixels.values[0] if pixels.valid is None else np.where(pixels.valid, pixels.values[0], pixels.values.dtype.type(0))
        require_whole(values, source.name)
        codes = values.astype(np.int32)
        if pixels.valid is not None:
            codes[~pixels.valid] = NO_CLASS
        return codes

    return read


def require_whole(values: np.ndarray, name: str) -> None:
    """Raise PantauError where a value is no whole number of 32 bits."""
    if np.can_cast(values.dtype, np.int32) and values.dtype != np.int32:
        return
    wrong = np.abs(values.astype(np.float64)) > LARGEST_CODE
    if values.dtype.kind == "f":
        wrong |= values != np.rint(values)
    if wrong.any():
        raise PantauError(
            tr(
                "{name} holds {value}, which is no class code: give a raster of whole numbers, such as a classified map or a mask, "
                "or declare that value as no data."
            ).format(name=name, value=str(values[wrong][0]))
        )


class Pairs(NamedTuple):
    """Which codes meet in each pixel.

    axes: the codes of both rasters. keys: (rows, cols), place of the pixel's pair in the table of all; one too high: does not count.
    """

    axes: Tuple[np.ndarray, np.ndarray]
    keys: np.ndarray

    def sums(self, keys: np.ndarray, cell_ha: np.ndarray) -> Tuple[Dict[Tuple[int, int], int], Dict[Tuple[int, int], float]]:
        """({pair: pixels}, {pair: hectares}) of all keys, or of some of them, and the areas of their pixels."""
        size = len(self.axes[0]) * len(self.axes[1])
        counts = np.bincount(keys.ravel(), minlength=size)[:size]
        areas = np.bincount(keys.ravel(), cell_ha.ravel(), minlength=size)[:size]
        found = np.flatnonzero(counts)
        pairs = [(int(self.axes[0][key // len(self.axes[1])]), int(self.axes[1][key % len(self.axes[1])])) for key in found]
        return dict(zip(pairs, counts[found].tolist())), dict(zip(pairs, areas[found].tolist()))


def count_pairs(one: np.ndarray, other: np.ndarray, counted: Optional[np.ndarray], names: Sequence[str] = ("?", "?")) -> Pairs:
    """Say which code of one raster meets which of another.

    one, other: (rows, cols) of whole numbers. counted: (rows, cols) of bool, None where every pixel counts.
    names: of both, for messages.
    Raises PantauError for values that are no class codes.
    """
    codes, keys = indexed_codes(one, counted, names[0])
    others, places = indexed_codes(other, counted, names[1])
    keys = keys.astype(np.intp)
    keys *= len(others)
    keys += places
    if counted is not None:
        keys[~counted] = len(codes) * len(others)
    return Pairs((codes, others), keys)
