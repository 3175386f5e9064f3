"""What a layer of training samples says: which class each feature is, what the classes are called, and their colours."""

from __future__ import annotations

import colorsys
import dataclasses
import re
from collections import Counter
from dataclasses import dataclass
from typing import Dict, List, Mapping, NamedTuple, Optional, Sequence, Tuple, Union

import numpy as np

from ..errors import PantauError
from ..monitor import Monitor
from ..raster.codes import LARGEST_CODE
from ..raster.legend import PALETTE, Legend, LegendEntry, usual_color
from ..text import folded, number, tr

MOST_CLASSES = 256
FEW = 20  # so many classes may have one feature each
# What fields of names and colours are usually called; the surest first.
NAME_FIELDS = ("class_name", "classname", "nama_kelas", "name", "nama", "kelas", "class", "namobj", "keterangan")
COLOR_FIELDS = ("color", "colour", "warna")
COLOR = re.compile("#[0-9A-Fa-f]{6}")
WHOLE = re.compile("0|[1-9][0-9]{0,9}", re.ASCII)
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
    texts: other text fields, by name, in which names and colours are looked for where nothing else gives them.
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
    texts: Mapping[str, Sequence[Optional[str]]] = dataclasses.field(default_factory=dict)


def read_classes(shapes: LabelledShapes, monitor: Monitor) -> Tuple[Legend, np.ndarray]:
    """(the classes in the order of their codes; of each feature, (n,) int64, the place of its class among them, -1: no class).

    Whole numbers are the codes, also where they are stored as text. Other text is numbered from 1: as the style shows the classes,
    others after them by the alphabet; what differs only in capitals and blanks is one class.
    Raises PantauError: numbers that are no codes or that only number the features, too many classes, one class with two names or two colours.
    """
    values, spelling = _values(shapes, monitor)
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
        value = _as_code(one.value) if numeric else _tidy(one.value)
        style.setdefault(spelling.get(_folded(value), value), one)
    names = _one_each(values, shapes.names, tr("The class {value} has two names, {one} and {other}: give it one."))
    colors = _one_each(values, shapes.colors, tr("The class {value} has two colours, {one} and {other}: give it one."))
    styled = [style[value] for value in present if value in style]
    unnamed = all(not one.name.strip() or _as_code(one.name) == _as_code(one.value) for one in styled)
    if numeric and unnamed and not shapes.names:
        named, names = _look_for_names(values, shapes.texts)
        if named:
            monitor.log(tr("The field {field} gives the names of the classes.").format(field=named))
    if numeric and not names and not styled and FEW < len(present) == sum(value is not None for value in values):
        raise PantauError(
            tr(
                "The field {field} is another number in each of the {count} features, so it numbers them and tells no classes: choose the field "
                "of classes."
            ).format(field=shapes.field, count=number(len(present), 0))
        )
    if not shapes.colors and not styled:
        named, colors = _look_for_colors(values, shapes.texts)
        if named:
            monitor.log(tr("The field {field} gives the colours of the classes.").format(field=named))
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
        codes = {value: place for place, value in enumerate(ordered, 1)}
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


def _values(shapes: LabelledShapes, monitor: Monitor) -> Tuple[List[Value], Dict[Value, str]]:
    """(the class of each feature as it is meant, None where it has none; how each class of text is spelled, by its `_folded`)."""
    values = [_tidy(value) for value in shapes.values]
    amounts = Counter(value for value in values if isinstance(value, str))
    if amounts and all(WHOLE.fullmatch(value) and int(value) <= LARGEST_CODE for value in amounts):
        monitor.log(tr("The field {field} holds whole numbers as text: they are the codes.").format(field=shapes.field))
        return [value if value is None else int(value) for value in values], {}
    spelling: Dict[Value, str] = {}
    merged: Dict[str, List[str]] = {}
    for value, _ in amounts.most_common():  # of equally many the first
        kept = spelling.setdefault(_folded(value), value)
        merged.setdefault(kept, []).append(value)
    several = [" = ".join(spellings) for spellings in merged.values() if len(spellings) > 1]
    if several:
        monitor.warn(
            tr("Classes whose names differ only in capitals and blanks are one, called as the first: {names}.").format(
                names="; ".join(several)
            )
        )
    return [spelling.get(_folded(value), value) for value in values], spelling


def _folded(value: Value) -> Value:
    """Text without what capitals and blanks make of it."""
    return folded(value) if isinstance(value, str) else value


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
        if _folded(found.setdefault(value, text)) != _folded(text):
            raise PantauError(sentence.format(value=value, one=found[value], other=text))
    return found


def _look_for_names(values: Sequence[Value], texts: Mapping[str, Sequence[Optional[str]]]) -> Tuple[str, Dict[Value, str]]:
    """(a text field that has one name for each class, and another for each; the names), "" and none where there is no such field."""
    present = {value for value in values if value is not None}
    repeated = sum(value is not None for value in values) > len(present)
    for name in _ordered(texts, NAME_FIELDS):
        found = _constant(values, texts[name])
        if (
            found
            and set(found) == present
            and len({_folded(text) for text in found.values()}) == len(present)
            and all(any(letter.isalpha() for letter in text) for text in found.values())
            and not all(COLOR.fullmatch(text) for text in found.values())
            and (repeated or name.casefold() in NAME_FIELDS)  # of one feature a class any field is constant
        ):
            return name, found
    return "", {}


def _look_for_colors(values: Sequence[Value], texts: Mapping[str, Sequence[Optional[str]]]) -> Tuple[str, Dict[Value, str]]:
    """(a text field of nothing but colours, one for each class; the colours), "" and none where there is no such field."""
    for name in _ordered(texts, COLOR_FIELDS):
        found = _constant(values, texts[name])
        if found and all(text is None or COLOR.fullmatch(text.strip()) for text in texts[name]):
            return name, found
    return "", {}


def _ordered(texts: Mapping[str, Sequence[Optional[str]]], usual: Sequence[str]) -> List[str]:
    """Names of fields, those with a usual name first."""
    return sorted(texts, key=lambda name: usual.index(name.casefold()) if name.casefold() in usual else len(usual))


def _constant(values: Sequence[Value], given: Sequence[Optional[str]]) -> Dict[Value, str]:
    """What is given for each value; none where features of one say different things."""
    try:
        return _one_each(values, given, "")
    except PantauError:
        return {}


def _fresh(taken: set) -> str:
    """A colour that no class has: of the palette, then around the circle of hues in steps of the golden angle (Vogel 1979)."""
    generated: List[str] = []
    for step in range(len(taken) + 1):
        rgb = colorsys.hsv_to_rgb(0.61803398875 * step % 1, (0.55, 0.85)[step % 2], (0.9, 0.65, 0.8)[step % 3])
        generated.append("#{:02X}{:02X}{:02X}".format(*(round(255 * part) for part in rgb)))
    return next(color for color in [*PALETTE, *generated] if color not in taken)
