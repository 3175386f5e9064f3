"""What goes into a map of burned area, and where its rasters go: choices, points on the ground, targets."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from typing import Any, List, Optional, Sequence, Set

import numpy as np

from ..errors import PantauError
from ..raster.aoi import Polygons
from ..raster.zones import Map
from ..text import tr
from .checks import check_choice, check_min_area
from .index import RBD, RBR, SIGMAS
from .speckle import FILTERS, LEE, check_looks, check_size
from .threshold import KITTLER, OTSU
from .units import AUTO, LINEAR, UNITS

NONE = "none"
# What a field of points may hold; in small letters.
YES = ("1", "true", "yes", "burned", "burnt", "fire", "ya", "terbakar", "kebakaran")
NO = ("0", "false", "no", "not burned", "unburned", "no fire", "tidak", "tidak terbakar")
MEDIANS = ("pre_median", "post_median")
MASKS = tuple(f"{index}_{method}" for index, methods in ((RBR, (*SIGMAS, OTSU, KITTLER)), (RBD, SIGMAS)) for method in methods)
RASTERS = (*MEDIANS, RBR, RBD, *(f"burned_{code}" for code in MASKS))  # of a folder


@dataclass(frozen=True)
class Settings:
    """units: of the scenes, AUTO, LINEAR or DB. rbd_scale: LINEAR or DB, what RBD is a difference of. band: of the scenes, from 1.
    filter: one of FILTERS or NONE. size: of its window. looks: of the medians; None: estimated from each. fuel: a class raster on any
    grid; where it is 0 or has no data nothing can burn. min_area_ha: smaller patches are not burned. official_ha: to be compared with."""

    units: str = AUTO
    rbd_scale: str = LINEAR
    band: int = 1
    filter: str = LEE
    size: int = 7
    looks: Optional[float] = None
    fuel: Optional[Map] = None
    min_area_ha: float = 0.0
    official_ha: Optional[float] = None
    aoi: Optional[Polygons] = None

    def check(self) -> None:
        """Raise PantauError for what cannot be."""
        check_choice("UNITS", self.units, (AUTO, *UNITS))
        check_choice("RBD_SCALE", self.rbd_scale, UNITS)
        check_choice("FILTER", self.filter, (NONE, *FILTERS))
        if self.filter != NONE:
            check_size(self.size)
        if self.looks is not None:
            check_looks(self.looks)
        check_min_area(self.min_area_ha)
        if self.official_ha is not None and not 0 < self.official_ha < math.inf:
            raise PantauError(
                tr("OFFICIAL_HA is {value:g} ha: give what was published, more than 0, or leave it empty.").format(
                    value=self.official_ha
                )
            )


@dataclass(frozen=True)
class Points:
    """Points on the ground. crs: WKT, empty: the raster's. labels: of each, what says whether it burned; empty: all burned. name, field: of
    the layer and of the labels."""

    wkb: Sequence[bytes]
    crs: str
    labels: Sequence[Any] = ()
    name: str = ""
    field: str = ""

    def burned(self) -> np.ndarray:
        """(n,) of int8: see `burned_labels`; all 1 where there is no field. Raises PantauError for a label that says neither."""
        return burned_labels(self.labels, self.field) if self.field else np.ones(len(self.wkb), np.int8)


def burned_labels(labels: Sequence[Any], field: str) -> np.ndarray:
    """(n,) of int8: 1 burned, 0 not, -1 where a label is empty. Raises PantauError for a label that says neither."""
    found = np.full(len(labels), -1, np.int8)
    for place, label in enumerate(labels):
        if label is None or (isinstance(label, float) and math.isnan(label)):
            continue
        text = f"{label:g}" if isinstance(label, float) else str(label).strip().lower()
        if not text:
            continue
        if text not in YES and text not in NO:
            raise PantauError(
                tr("BURNED_FIELD {field} holds {label}: give 1 for burned and 0 for not burned (or ya and tidak).").format(
                    field=field, label=label
                )
            )
        found[place] = text in YES
    return found


@dataclass(frozen=True)
class Targets:
    """Rasters to write; empty: not wanted. folder: for all rasters, which is made where there is none."""

    rbr: str = ""
    rbd: str = ""
    best: str = ""
    folder: str = ""

    def files(self, name: str) -> List[str]:
        """Where a raster goes; name: of its file in the folder, without its ending."""
        own = {RBR: self.rbr, RBD: self.rbd}.get(name, "")
        return [*([own] if own else []), *([os.path.join(self.folder, f"{name}.tif")] if self.folder else [])]

    def written(self) -> List[str]:
        """Every path that a run may write."""
        return [path for name in RASTERS for path in self.files(name)] + ([self.best] if self.best else [])

    def check(self, inputs: Sequence[str]) -> None:
        """Raise PantauError where two rasters would be one file, or one would replace one of the inputs."""
        taken = {_same(path) for path in inputs}
        mine: Set[str] = set()
        for path in self.written():
            place = _same(path)
            if place in mine:
                raise PantauError(
                    tr("{path} would be written twice: give RBR, RBD and BEST other names, or choose another FOLDER.").format(
                        path=path
                    )
                )
            if place in taken:
                raise PantauError(
                    tr("{path} is one of the inputs and would be replaced: give another name, or choose another FOLDER.").format(
                        path=path
                    )
                )
            mine.add(place)


def _same(path: str) -> str:
    """One text for all names of a file."""
    return os.path.normcase(os.path.realpath(path))
