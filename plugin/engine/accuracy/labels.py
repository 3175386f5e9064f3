"""What a reference label means: a class code, or the name that the map's legend has for one."""

from __future__ import annotations

import re
from typing import Any, Dict, Sequence

import numpy as np

from ..columns import Values
from ..raster.codes import LARGEST_CODE
from ..raster.legend import Legend
from ..text import folded

WHOLE = re.compile(r"[+-]?[0-9]{1,10}(\.0*)?", re.ASCII)  # text layers such as CSV write 7 as 7.0
EMPTY, UNKNOWN = -(2**40), -(2**40) + 1  # beside the codes of classes, which have 32 bits


def label_codes(values: Sequence[Any], legend: Legend) -> np.ndarray:
    """(n,) int64: the class code of each label; EMPTY, or UNKNOWN for what is neither a whole number nor a name of the legend.

    Names are those of either language, in large or small letters. A name of two classes tells neither.
    """
    names: Dict[str, int] = {}
    for entry in legend:
        for name in {folded(entry.name), folded(entry.name_id)} - {""}:
            names[name] = UNKNOWN if name in names else entry.code
    column = values if isinstance(values, Values) else Values(values)
    return np.array([_code(value, names) for value in column.different], np.int64)[column.codes()]


def _code(value: Any, names: Dict[str, int]) -> int:
    if value is None:
        return EMPTY
    if isinstance(value, str):
        name = folded(value)
        if not name:
            return EMPTY
        if name in names:
            return names[name]
        return _code(float(name), names) if WHOLE.fullmatch(name) else UNKNOWN
    if isinstance(value, float):
        if value != value:
            return EMPTY
        if not value.is_integer():
            return UNKNOWN
    return int(value) if isinstance(value, (int, float)) and abs(value) <= LARGEST_CODE else UNKNOWN
