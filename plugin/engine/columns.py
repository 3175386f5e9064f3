"""Columns of a layer, kept small: what a million features hold is a few arrays, not a million objects."""

from __future__ import annotations

from array import array
from typing import Any, Dict, Iterable, Iterator, List, Sequence

import numpy as np


class Shapes(Sequence[bytes]):
    """Geometries as WKB, end to end as Arrow keeps a binary column; empty where a feature has none."""

    def __init__(self, wkb: Iterable[bytes] = ()) -> None:
        self._data, self._ends = bytearray(), array("q", [0])
        for one in wkb:
            self.append(one)

    def append(self, wkb: bytes) -> None:
        """Add the geometry of one more feature."""
        self._data += wkb
        self._ends.append(len(self._data))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        place = range(len(self))[place]
        start, end = self._ends[place : place + 2]
        return bytes(self._data[start:end])

    def lengths(self) -> np.ndarray:
        """(features,) int64: bytes of each."""
        return np.diff(np.frombuffer(self._ends, np.int64))

    def records(self, kind: np.dtype) -> np.ndarray:
        """(features,) of `kind`, where each geometry has as many bytes. None can be added while it is in use."""
        return np.frombuffer(self._data, kind)


class Values(Sequence[Any]):
    """Values of a field, each different one kept once, as Arrow's dictionary encoding does.

    different: those that there are, in the order in which they came; of equal ones, such as 1 and 1.0, the first.
    """

    def __init__(self, values: Iterable[Any] = ()) -> None:
        self.different: List[Any] = []
        self._places: Dict[Any, int] = {}
        self._codes = array("i")
        for one in values:
            self.append(one)

    def append(self, value: Any) -> None:
        """Add the value of one more feature."""
        try:
            place = self._places.setdefault(value, len(self.different))
        except TypeError:  # a list, which no dictionary can hold
            place = len(self.different)
        if place == len(self.different):
            self.different.append(value)
        self._codes.append(place)

    def __len__(self) -> int:
        return len(self._codes)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self.different[one] for one in self._codes[place]]
        return self.different[self._codes[place]]

    def __iter__(self) -> Iterator[Any]:
        return map(self.different.__getitem__, self._codes)

    def codes(self) -> np.ndarray:
        """(features,) int32: the place of each value in `different`."""
        return np.array(self._codes, np.int32)
