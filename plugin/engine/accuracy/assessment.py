"""The assessment of a map: what its validation samples say of it, as counted and for the whole map, in all and per zone."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ..raster.grid import Grid
from ..raster.legend import Legend
from ..text import language, tr
from .agreement import McNemar, kappa_words

SIMPLE, BY_CLASS, BY_STRATUM = "simple", "map_class", "strata"  # designs
COUNT, AREA = "count", "area"  # scopes
MOST_UNSAMPLED = 0.05  # of a map that can be accepted
FEW = 30  # samples of a map class, or of a zone, below which its figures are rough
ORIENTATION = "rows = map class, columns = reference class"


class Metric(NamedTuple):
    """One figure. zone: None for the whole map. scope: "count", of the samples as counted, or "area", of the map, each stratum by its
    size. code: of the class, None for all. Accuracies and proportions from 0 to 1.

    se, low, high: standard error and interval, None where there is none. A count's interval is Wilson's; an area's is value -+ z se.
    score_low, score_high: of an area's, the interval for rare classes and accuracies near 1. doubtful: whether low to high cannot
    be trusted, so that score_low to score_high should be read.
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
    doubtful: bool = False

    @property
    def limits(self) -> Tuple[Optional[float], Optional[float]]:
        """The interval to quote."""
        return (self.score_low, self.score_high) if self.doubtful else (self.low, self.high)


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
    each cell. mapped_ha: (k,) hectares of each class on the map. metrics: all figures, in the order of the table. unsampled_share: of the
    region, in strata without samples and beyond all strata.
    """

    name: Optional[str]
    matrix: np.ndarray
    proportions: np.ndarray
    mapped_ha: np.ndarray
    strata: Tuple[Stratum, ...]
    metrics: Tuple[Metric, ...]
    warnings: Tuple[str, ...] = ()
    unsampled_share: float = 0.0

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
    """Samples left out. feature: id of the point or polygon. reason: a key of `reasons`. label: what its reference field holds.

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
    metrics: second_overall_accuracy and second_kappa, of the second map on these samples; mcnemar, mcnemar_p, kappa_difference, overall_difference:
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

    metrics: reader_agreement and reader_kappa, scope "count". differing: ids of the features that they label differently. missing, unknown:
    features without a label of the second, and with one that the map does not know; neither is in the matrix.
    """

    fields: Tuple[str, str]
    codes: Tuple[int, ...]
    matrix: np.ndarray
    metrics: Tuple[Metric, ...]
    differing: Tuple[int, ...]
    missing: int = 0
    unknown: int = 0


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
    pair: Optional[Pair] = None
    readers: Optional[Readers] = None
    grid: Optional[Grid] = None
    provenance: Dict[str, Any] = field(default_factory=dict)
    source: Dict[str, Any] = field(default_factory=dict)
    warnings: List[str] = field(default_factory=list)
    seconds: float = 0.0
    megapixels: float = 0.0
    features_used: int = 0

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
        """Whether overall accuracy and kappa reach what was asked for, and samples speak for nearly all of the map."""
        values = self.overall.value, self.kappa.value
        return self.whole.unsampled_share <= MOST_UNSAMPLED and all(
            value is not None and value >= least for value, least in zip(values, (self.accept_overall, self.accept_kappa))
        )


def reasons() -> Dict[str, Tuple[str, str]]:
    """Why samples are left out: {code: (title, what it means)}, in the user's language."""
    return {
        "outside": (tr("Outside the map"), tr("Beyond the edge of the raster.")),
        "outside_aoi": (tr("Outside the area of interest"), tr("On the map, but not in the area asked for.")),
        "nodata": (tr("No data"), tr("The map has no class there.")),
        "no_stratum": (tr("No stratum"), tr("The map of strata has no value there.")),
        "duplicate": (tr("Duplicate"), tr("Another sample at the same place says the same and is counted.")),
        "conflict": (tr("Conflict"), tr("Samples at the same place have different labels; none is counted.")),
        "empty_label": (tr("Empty label"), tr("The reference field is empty.")),
        "unknown_label": (
            tr("Unknown label"),
            tr("The reference field holds what is neither a class of the map nor a name of its legend."),
        ),
        "no_geometry": (tr("No geometry"), tr("The feature has no point or polygon.")),
    }


def as_json(assessment: Assessment) -> str:
    """Everything as JSON, without a figure that is no number."""
    one = assessment
    record = {
        "orientation": ORIENTATION,
        "map": one.map_name,
        "points": one.points_name,
        "field": one.field,
        "design": one.design,
        "design_reason": one.reason,
        "headline_scope": one.scope,
        "confidence": one.confidence,
        "accept": {"overall_accuracy": one.accept_overall, "kappa": one.accept_kappa, "reached": one.accepted},
        "language": language(),  # of the sentences
        "kappa_words": kappa_words(math.nan if one.kappa.value is None else one.kappa.value),
        "n": one.whole.n,
        "features": one.features,
        "features_used": one.features_used,
        "clusters": one.clusters,
        "classes": [{"code": entry.code, "name": entry.name, "name_id": entry.name_id} for entry in one.legend],
        "whole": _region_record(one.whole),
        "zones": [{"name": zone.name, **_region_record(zone)} for zone in one.zones],
        "second_map": None
        if one.pair is None
        else {
            "name": one.pair.name, "n": one.pair.n, "codes": one.pair.codes, "matrix": one.pair.matrix.tolist(),
            "both_right": one.pair.both, "only_first_right": one.pair.test.only_first, "only_second_right": one.pair.test.only_second,
            "none_right": one.pair.neither, "metrics": _metric_records(one.pair.metrics),
        },
        "readers": None
        if one.readers is None
        else {
            "fields": one.readers.fields, "codes": one.readers.codes, "matrix": one.readers.matrix.tolist(),
            "metrics": _metric_records(one.readers.metrics), "differing": one.readers.differing, "without_second_label": one.readers.missing, "unknown_second_label": one.readers.unknown,
        },
        "excluded": [entry._asdict() for entry in one.excluded],
        "warnings": [*one.warnings, *one.whole.warnings],
        "provenance": one.provenance,
    }  # fmt: skip
    return json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _region_record(region: Region) -> Dict[str, Any]:
    return {
        "n": region.n, "unsampled_share": region.unsampled_share, "matrix": region.matrix.tolist(), "proportions": region.proportions.tolist(), "mapped_ha": region.mapped_ha.tolist(),
        "strata": [stratum._asdict() for stratum in region.strata], "metrics": _metric_records(region.metrics),
        "warnings": list(region.warnings),
    }  # fmt: skip


def _metric_records(metrics: Sequence[Metric]) -> List[Dict[str, Any]]:
    return [{name: value for name, value in metric._asdict().items() if name != "zone"} for metric in metrics]
