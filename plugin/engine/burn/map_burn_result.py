"""What a map of burned area holds: its models, zones and points."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

import numpy as np

from ..accuracy.matrix import CountMeasures
from ..raster.grid import Grid
from .burn_mask import HARDLY_MORE, Dropped
from .distribution import Distribution
from .index import RBR, SIGMAS, Cut, index_name
from .map_burn_settings import Settings
from .medians import Scene
from .threshold import MU_MINUS_SIGMA, method_name

FALLBACK = f"{RBR}_{MU_MINUS_SIGMA}"  # what BEST shows where nothing tells the best
ACCEPTABLE = 0.70  # overall accuracy, below which a map of burned area is not acceptable (Wozniak and Aleksandrowicz 2019)
PRE, POST = 0, 1


class ZoneBurn(NamedTuple):
    """Of a zone. area_ha: all of it, by its polygons. looked_ha: with data, inside the area of interest, where there is fuel. burned_ha: by each
    model."""

    name: str
    area_ha: float
    looked_ha: float
    burned_ha: List[float]


@dataclass
class Model:
    """A threshold of an index, and what it calls burned. Hectares on the ellipsoid.

    cut: the threshold, and what lies below it before small patches go. area_ha: burned. percent: of what was looked at. measures: of the two
    classes (not burned, burned) against the points, rows = map; None without points. hotspots_inside: burned; None without hotspots.
    outside_ha, overlap_ha: burned in no zone, and in more than one, once for each too many.
    """

    index: str
    cut: Cut
    area_ha: float = 0.0
    percent: float = 0.0
    dropped: Dropped = Dropped()
    matrix: Optional[np.ndarray] = None
    measures: Optional[CountMeasures] = None
    hotspots_inside: Optional[int] = None
    outside_ha: float = 0.0
    overlap_ha: float = 0.0

    @property
    def method(self) -> str:
        """The code of the threshold."""
        return self.cut.method

    @property
    def code(self) -> str:
        """Such as rbr_mu_minus_sigma."""
        return f"{self.index}_{self.method}"

    @property
    def published(self) -> bool:
        """Whether the study has it: mean and standard deviation."""
        return self.method in SIGMAS

    @property
    def name(self) -> str:
        """Such as RBR, μ − σ."""
        return f"{self.index.upper()}, {method_name(self.method)}"

    @property
    def flagged_percent(self) -> float:
        """What lies below the threshold, of the pixels that were looked at, before small patches go: to be compared with that without
        any fire."""
        return 100 * self.cut.share

    @property
    def tells_nothing(self) -> bool:
        """Whether it flags hardly more than it would without any fire."""
        return 0 < self.cut.share <= HARDLY_MORE * self.cut.no_fire_share

    def against(self, official_ha: float) -> Tuple[float, float]:
        """(hectares, percent) that it is above an official figure."""
        return self.area_ha - official_ha, 100 * (self.area_ha / official_ha - 1)


@dataclass
class PointCount:
    """What became of points. total: that are points. used: on data. outside: beyond the raster. empty: on it, without data, outside the area
    of interest or where there is no fuel. unlabelled: without a label. burned: of those used."""

    name: str = ""
    total: int = 0
    used: int = 0
    outside: int = 0
    empty: int = 0
    unlabelled: int = 0
    burned: int = 0

    @property
    def classes(self) -> int:
        """How many of the two classes occur."""
        return (self.burned > 0) + (self.used > self.burned)

    @property
    def empty_map_overall(self) -> float:
        """The overall accuracy of a map on which nothing burned; nan without points."""
        return (self.used - self.burned) / self.used if self.used else math.nan


@dataclass
class BurnMap:
    """What came out. Hectares on the ellipsoid.

    scenes: before and after. looks: of both medians, 0 where none were needed. dates: of how many values most medians are made, before and after.
    values: how each index is distributed. reasons: why a threshold is missing. looked_ha: with data, inside the area of interest, where
    there is fuel; empty_ha: without data there. district_ha: the area of interest; what was looked at where none is given. best: the code of the best model, empty
    where nothing tells it; because: why it is that.
    """

    settings: Settings
    scenes: Tuple[List[Scene], List[Scene]]
    grid: Grid
    looks: Tuple[float, float] = (0.0, 0.0)
    dates: Tuple[int, int] = (0, 0)
    values: Dict[str, Distribution] = field(default_factory=dict)
    models: List[Model] = field(default_factory=list)
    reasons: List[str] = field(default_factory=list)
    looked_ha: float = 0.0
    empty_ha: float = 0.0
    district_ha: float = 0.0
    zones: Optional[List[ZoneBurn]] = None
    zones_name: str = ""
    points: Optional[PointCount] = None
    hotspots: Optional[PointCount] = None
    best: str = ""
    because: str = ""
    warnings: List[str] = field(default_factory=list)
    provenance: Dict[str, Any] = field(default_factory=dict)
    seconds: float = 0.0

    def model(self, code: str) -> Model:
        """A model by its code."""
        return next(one for one in self.models if one.code == code)

    @property
    def shown(self) -> Model:
        """The best model, or what stands for it."""
        return self.model(self.best or FALLBACK)

    def title(self, index: str) -> str:
        """What to call an index."""
        return index_name(index, self.settings.rbd_scale)
