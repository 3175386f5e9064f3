"""The assessment of a map: what its validation samples say of it, as counted and for the whole map, in all and per zone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

import numpy as np

from ..raster.grid import Grid
from ..raster.legend import Legend
from .agreement import McNemar

SIMPLE, BY_CLASS, BY_STRATUM = "simple", "map_class", "strata"  # designs
COUNT, AREA = "count", "area"  # scopes
ORIENTATION = "rows = map class, columns = reference class"


class Metric(NamedTuple):
    """One figure. zone: None for the whole map. scope: "count", of the samples as counted, or "area", of the map, each stratum by its
    size. code: of the class, None for all. Accuracies and proportions from 0 to 1.

    se, low, high: standard error and interval, None where there is none. A count's interval is Wilson's; an area's is value -+ z se.
    score_low, score_high: of an area's, the interval for rare classes and accuracies near 1.
    """

    zone: Optional[str]
    scope: str
    metric: str
    code: Optional[int]
    value: Optional[float]
    se: Optional[float] = None
    low: Optional[float] = None
    high: Optional[float] = None
    score_low: Optional[float] = None
    score_high: Optional[float] = None


class Stratum(NamedTuple):
    """Where samples were drawn from. code: of the map class or of the strata raster; None where all is one."""

    code: Optional[int]
    name: str
    area_ha: float
    weight: float  # share of the region
    samples: int


@dataclass(frozen=True)
class Region:
    """What the samples say of the whole map (name None), or of a zone.

    matrix: (k, k) int64 samples, rows = map class, columns = reference class. proportions: (k, k) estimated share of the region in
    each cell. mapped_ha: (k,) hectares of each class on the map. metrics: all figures, in the order of the table.
    """

    name: Optional[str]
    matrix: np.ndarray
    proportions: np.ndarray
    mapped_ha: np.ndarray
    strata: Tuple[Stratum, ...]
    metrics: Tuple[Metric, ...]
    warnings: Tuple[str, ...] = ()

    @property
    def n(self) -> int:
        """How many samples."""
        return int(self.matrix.sum())

    @property
    def total_ha(self) -> float:
        """Hectares that have a class on the map."""
        return float(self.mapped_ha.sum())

    def find(self, scope: str, metric: str, code: Optional[int] = None) -> Metric:
        """One figure; without a value where it is not known."""
        for one in self.metrics:
            if (one.scope, one.metric, one.code) == (scope, metric, code):
                return one
        return Metric(self.name, scope, metric, code, None)


class Excluded(NamedTuple):
    """Samples left out. feature: id of the point or polygon. reason: one of REASONS. label: what its reference field holds.

    samples: how many pixels of the feature; 1 for a point.
    """

    feature: int
    reason: str
    label: str
    samples: int


@dataclass(frozen=True)
class Pair:
    """Two maps on the same samples: those with a class on both.

    name: of the second map. matrix: (k, k) of the second. both, neither: samples that both maps, or none, have right.
    metrics: overall_accuracy and kappa of the second map on these samples; mcnemar, mcnemar_p, kappa_difference, overall_difference:
    first less second. scopes as in `Metric`. codes: of the matrix, ascending.
    """

    name: str
    n: int
    codes: Tuple[int, ...]
    matrix: np.ndarray
    both: int
    neither: int
    test: McNemar
    metrics: Tuple[Metric, ...]

    def find(self, scope: str, metric: str) -> Metric:
        """One figure; without a value where it is not known."""
        found = (one for one in self.metrics if (one.scope, one.metric) == (scope, metric))
        return next(found, Metric(None, scope, metric, None, None))


@dataclass(frozen=True)
class Readers:
    """Two interpreters on the same samples. matrix: (k, k), rows = first reader, columns = second, by `codes`, ascending.

    metrics: reader_agreement and reader_kappa, scope "count". differing: ids of the features that they label differently.
    """

    fields: Tuple[str, str]
    codes: Tuple[int, ...]
    matrix: np.ndarray
    metrics: Tuple[Metric, ...]
    differing: Tuple[int, ...]


@dataclass
class Assessment:
    """What came out.

    legend: of the k classes, ascending by code; every matrix is in its order. design: SIMPLE, BY_CLASS or BY_STRATUM; reason: one
    sentence that says why. clusters: how many groups the samples fall into where some belong together, else None. polygons: whether
    some samples are pixels of polygons. zones: in the order of the layer.
    """

    map_name: str
    points_name: str
    field: str
    legend: Legend
    design: str
    reason: str
    confidence: float
    accept_kappa: float
    accept_overall: float
    whole: Region
    features: int
    zones: List[Region] = field(default_factory=list)
    zones_name: str = ""
    strata_name: str = ""
    excluded: List[Excluded] = field(default_factory=list)
    clusters: Optional[int] = None
    polygons: bool = False
    pair: Optional[Pair] = None
    readers: Optional[Readers] = None
    grid: Optional[Grid] = None
    provenance: Dict[str, Any] = field(default_factory=dict)
    source: Dict[str, Any] = field(default_factory=dict)
    warnings: List[str] = field(default_factory=list)
    seconds: float = 0.0
    megapixels: float = 0.0

    @property
    def scope(self) -> str:
        """Of the headline figures: "count" of a simple random sample, else "area"."""
        return COUNT if self.design == SIMPLE else AREA

    @property
    def overall(self) -> Metric:
        """The headline overall accuracy."""
        return self.whole.find(self.scope, "overall_accuracy")

    @property
    def kappa(self) -> Metric:
        """The headline kappa."""
        return self.whole.find(self.scope, "kappa")

    @property
    def accepted(self) -> bool:
        """Whether overall accuracy and kappa reach what was asked for."""
        values = self.overall.value, self.kappa.value
        return all(value is not None and value >= least for value, least in zip(values, (self.accept_overall, self.accept_kappa)))
