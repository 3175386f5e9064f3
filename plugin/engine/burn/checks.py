"""Checks that several algorithms of burned area make of what is given."""

from __future__ import annotations

from typing import Sequence

from ..errors import PantauError
from ..text import tr


def check_choice(name: str, value: str, known: Sequence[str]) -> None:
    """Raise PantauError where the value of a parameter is none of those that are known."""
    if value not in known:
        raise PantauError(tr("{name} is {value}: choose one of {known}.").format(name=name, value=value, known=", ".join(known)))


def check_min_area(least_ha: float) -> None:
    """Raise PantauError for a smallest patch, in hectares, that cannot be."""
    if not 0 <= least_ha <= 1e9:
        raise PantauError(tr("MIN_AREA_HA is {value:g} ha: give 0 or more.").format(value=least_ha))
