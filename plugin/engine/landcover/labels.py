"""What a layer of training samples says: which class each feature is, what the classes are called, and their colours."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from typing import Dict, List, NamedTuple, Optional, Sequence, Tuple, Union

import numpy as np

from ..errors import PantauError
from ..raster.codes import LARGEST_CODE
from ..raster.legend import PALETTE, Legend, LegendEntry, usual_color
from ..text import tr

MOST_CLASSES = 256
Value = Union[int, float, str, None]


class StyleClass(NamedTuple):
    """A category of the layer's style: the value of the class field, its label, its colour as "#RRGGBB"."""

    value: Value
    name: str
    color: str


@dataclass(frozen=True)
class LabelledShapes:
    """Features with a class. Each list has one entry a feature, or is empty where the layer has no such field.

    wkb: points or polygons, empty where a feature has no geometry. crs: WKT, empty: the raster's own. values: of the class field, all
    numbers or all text, None where it is empty. colors: "#RRGGBB". groups: features of one value stay together; None: a group of
    its own. style: in the order in which the layer shows its classes. name, field: of the layer and its class field, for messages.
    """

    wkb: Sequence[bytes]
    crs: str
    values: Sequence[Value]
    names: Sequence[Optional[str]] = ()
    colors: Sequence[Optional[str]] = ()
    groups: Sequence[Optional[str]] = ()
    style: Sequence[StyleClass] = ()
    name: str = ""
    field: str = ""


def read_classes(shapes: LabelledShapes) -> Tuple[Legend, np.ndarray]:
    """(the classes in the order of their codes; of each feature, (n,) int64, the place of its class among them, -1: no class).

    Whole numbers are the codes. Text is numbered from 1: as the style shows the classes, others after them by the alphabet.
    Raises PantauError: numbers that are no codes, too many classes, one class with two names or two colours.
    """
    values = [_tidy(value) for value in shapes.values]
    present = {value for value in values if value is not None}
    if len(present) > MOST_CLASSES:
        raise PantauError(
            tr(
                "The field {field} has {count} different values, and a map has {most} classes at most: choose the field of classes."
            ).format(field=shapes.field, count=len(present), most=MOST_CLASSES)
        )
    numeric = not any(isinstance(value, str) for value in present)
    style: Dict[Value, StyleClass] = {}
    for one in shapes.style:
        style.setdefault(_as_code(one.value) if numeric else _tidy(one.value), one)
    names = _one_each(values, shapes.names, tr("The class {value} has two names, {one} and {other}: give it one."))
    colors = _one_each(values, shapes.colors, tr("The class {value} has two colours, {one} and {other}: give it one."))
    if numeric:
        for value in sorted(present):
            if not (float(value).is_integer() and 0 <= value <= LARGEST_CODE):
                raise PantauError(
                    tr("The field {field} holds {value}, which is no class code: give whole numbers from 0 on, or names.").format(
                        field=shapes.field, value=value
                    )
                )
        codes = {value: int(value) for value in sorted(present)}
    else:
        ordered = [value for value in style if value in present]
        ordered += sorted(present.difference(ordered), key=lambda value: (str(value).casefold(), str(value)))
        codes = {value: number for number, value in enumerate(ordered, 1)}
    taken = {color.upper() for color in colors.values()} | {style[value].color.upper() for value in codes if value in style}
    entries = []
    for value, code in codes.items():
        shown = style.get(value)
        name = names.get(value) or (shown.name.strip() if shown else "") or ("" if numeric else str(value))
        color = colors.get(value) or (shown.color if shown else "")
        usual = usual_color(name)
        color = color or (usual if usual not in taken else "") or _fresh(taken)
        taken.add(color.upper())
        entries.append(LegendEntry(code, name or f"Class {code}", name or f"Kelas {code}", color.upper()))
    places = {value: place for place, value in enumerate(codes)}
    return Legend(tuple(entries)), np.array([places.get(value, -1) for value in values], np.int64)


def _tidy(value: Value) -> Value:
    """The value without blanks around it; None where nothing is left."""
    return (value.strip() or None) if isinstance(value, str) else value


def _as_code(value: Value) -> Value:
    """A number that a style may hold as text."""
    try:
        return float(value)  # equal to the whole number, and found under it
    except (TypeError, ValueError):
        return value


def _one_each(values: Sequence[Value], given: Sequence[Optional[str]], sentence: str) -> Dict[Value, str]:
    """What is given for each value. Raises PantauError where two features say different things of one."""
    found: Dict[Value, str] = {}
    for value, text in zip(values, given):
        text = _tidy(text)
        if value is None or text is None:
            continue
        if found.setdefault(value, text) != text:
            raise PantauError(sentence.format(value=value, one=found[value], other=text))
    return found


def _fresh(taken: set) -> str:
    """A colour that no class has: of the palette, then around the circle of hues in steps of the golden angle (Vogel 1979)."""
    generated: List[str] = []
    for step in range(len(taken) + 1):
        rgb = colorsys.hsv_to_rgb(0.61803398875 * step % 1, (0.55, 0.85)[step % 2], (0.9, 0.65, 0.8)[step % 3])
        generated.append("#{:02X}{:02X}{:02X}".format(*(round(255 * part) for part in rgb)))
    return next(color for color in [*PALETTE, *generated] if color not in taken)
