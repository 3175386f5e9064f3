"""Assess a class map with reference labels: from layers to every figure, for the whole map and for each zone."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import Callable, List, Optional, Sequence, Tuple, Union

import numpy as np

from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..packages import need
from ..raster.aoi import Polygons
from ..raster.codes import NO_CLASS, different_codes
from ..raster.legend import Legend, read_legend, read_provenance
from ..raster.zones import Map, Zones
from ..text import number, tr
from ..version import VERSION
from . import remarks
from .agreement import kappa_words
from .assessment import AREA, BY_CLASS, BY_STRATUM, COUNT, SIMPLE, Assessment, Metric, Pair, Readers, Region, Stratum
from .comparison import below_chance, codes_of_first, compare_maps, compare_readers, missing_of_second
from .estimators import stratum_warnings
from .figures import region_figures
from .labels import EMPTY, label_codes
from .matrix import positions
from .samples import Reading, ReferenceShapes, read_samples
from .selection import select
from .strata import Sizes

DESIGNS = ("auto", "simple", "stratified")
MOST_CLASSES, MOST_CELLS = 300, 20_000_000  # of an error matrix; of those of all strata
LEAST_EXPECTED = 5  # samples of each class, for a chi-square test
UNLIKELY = 0.01  # of samples that follow the map's classes, before they are taken for stratified


@dataclass(frozen=True)
class Choices:
    """How to assess. design: one of DESIGNS. confidence, accept_kappa, accept_overall: from 0 to 1. aoi: limits map and samples."""

    design: str = "auto"
    confidence: float = 0.95
    accept_kappa: float = 0.85
    accept_overall: float = 0.7
    aoi: Optional[Polygons] = None


def assess(
    classified: Map, shapes: ReferenceShapes, choices: Choices, *, second: Optional[Map] = None, strata: Optional[Map] = None,
    zones: Optional[Zones] = None, publish: Optional[Callable[[Assessment], None]] = None, monitor: Optional[Monitor] = None,
) -> Assessment:  # fmt: skip
    """Every figure of the accuracy of a class map.

    second: another map, judged by the same samples. strata: codes of what the samples were drawn from, where that is not the map.
    publish: called once with the result, to write it.
    Raises PantauError, Cancelled.
    """
    monitor, start = monitor or Monitor(), time.perf_counter()
    legend = read_legend(classified.raster) or Legend(())
    labels = label_codes(shapes.labels, legend)
    if len(labels) and (labels == EMPTY).all():  # said before the map is read
        raise PantauError(
            tr("The field {field} of {points} is empty throughout: label the points first, or choose another field.").format(
                field=shapes.field, points=shapes.name
            )
        )
    reading = read_samples(
        classified, shapes, labels, second=second, strata=strata, zones=zones, aoi=choices.aoi, monitor=Share(monitor, 0, 0.9)
    )
    work = _Work(classified, shapes, choices, labels, legend, reading, second, strata, zones)
    result = work.assessment(Share(monitor, 0.9, 1))
    result.seconds = time.perf_counter() - start
    for sentence in [*result.warnings, *result.whole.warnings]:
        monitor.warn(sentence)
    check(monitor, 1, 1)
    if publish is not None:
        publish(result)
    _tell(result, monitor)
    return result


class _Work:
    """One assessment, once all has been read."""

    def __init__(
        self, classified: Map, shapes: ReferenceShapes, choices: Choices, labels: np.ndarray, legend: Legend, reading: Reading,
        second: Optional[Map], strata: Optional[Map], zones: Optional[Zones],
    ) -> None:  # fmt: skip
        self._map, self._shapes, self._choices, self._legend, self._reading = classified, shapes, choices, legend, reading
        self._second, self._strata, self._zones = second, strata, zones
        self._by_stratum = strata is not None
        self._strata_legend = (strata and read_legend(strata.raster)) or Legend(())
        self._on_map = reading.sizes.classes()
        if not self._on_map:
            sentence = tr(
                "{map} has no class anywhere in the area to assess: choose a map with data, and check the area of interest."
            )
            if strata is not None:
                sentence = tr(
                    "No pixel of {map} has a class and a stratum in the area to assess: check STRATA and the area of interest."
                )
            raise PantauError(sentence.format(map=classified.name))
        self._samples = select(reading, shapes, labels, legend, classified.name)
        self._codes = sorted({*self._on_map, *different_codes(self._samples.reference)})
        self._check_size()
        self._classes = legend.only(self._codes)
        self._mapped, self._reference = (positions(one, self._codes) for one in (self._samples.mapped, self._samples.reference))

    def _check_size(self) -> None:
        classes, strata = len(self._codes), len(self._reading.sizes.strata())
        if classes > MOST_CLASSES:
            raise PantauError(
                tr(
                    "{map} and the field {field} hold {count} different classes, more than {most}: choose the field of classes, and a class map."
                ).format(map=self._map.name, field=self._shapes.field, count=number(classes, 0), most=MOST_CLASSES)
            )
        if self._by_stratum and strata * classes**2 > MOST_CELLS:
            raise PantauError(
                tr(
                    "{strata} strata and {classes} classes are more than can be assessed together: merge strata or classes first."
                ).format(strata=strata, classes=classes)
            )

    def _design(self) -> Tuple[str, str]:
        """(the design, one sentence that says why)."""
        asked = self._choices.design
        if self._strata is not None:
            return BY_STRATUM, tr("The samples are stratified by {strata}.").format(strata=self._strata.name)
        if asked == "simple":
            return SIMPLE, tr("The samples are taken as a simple random sample, as chosen.")
        if asked == "stratified":
            return BY_CLASS, tr("The samples are taken as stratified by the classes of the map, as chosen.")
        chance = self._chance_of_simple()
        if chance is None:
            return BY_CLASS, tr(
                "The samples are too few to tell whether they were drawn by chance alone, so they are taken as stratified by the classes of the "
                "map, which holds in either case."
            )
        if chance < UNLIKELY:
            return BY_CLASS, tr(
                "The samples are not spread over the classes of the map as a simple random sample would be (chi-square test, p below {p}), so "
                "they are taken as stratified by class."
            ).format(p=number(max(0.0001, 10 ** math.ceil(math.log10(max(chance, 1e-9)))), 4).rstrip("0"))
        return SIMPLE, tr(
            "The samples are spread over the classes of the map as those of a simple random sample are (chi-square test, p = {p}), so they "
            "are taken as one."
        ).format(p=number(chance, 4))

    def _chance_of_simple(self) -> Optional[float]:
        """The p-value of Pearson's chi-square test that the samples fall on the classes by their share of the map; None where they are too
        few for the test, which needs five of each class."""
        counts = np.bincount(self._mapped, minlength=len(self._codes)).astype(float)
        sizes = self._reading.sizes.of(self._codes, strata=False)[:, 0 if self._reading.alike else 1]
        if self._samples.clusters is not None:
            counts *= self._samples.clusters / counts.sum()  # as many as there are independent ones
        expected = sizes / sizes.sum() * counts.sum()
        counts, expected = counts[sizes > 0], expected[sizes > 0]
        statistic = float(((counts - expected) ** 2 / expected).sum())
        chance = float(need("scipy.stats", "scipy").chi2.sf(statistic, len(counts) - 1)) if len(counts) > 1 else 1.0
        return None if expected.min() < LEAST_EXPECTED and chance >= UNLIKELY else chance

    # -- the figures

    def assessment(self, monitor: Monitor) -> Assessment:
        """Everything."""
        reading, shapes, samples, choices = self._reading, self._shapes, self._samples, self._choices
        self._chosen, reason = self._design()
        whole = self._region(None, slice(None), reading.sizes, reading.beyond_strata_ha)
        zones: List[Region] = []
        if reading.zones:
            place_of = np.full(len(reading.mapped), -1, np.int64)
            place_of[samples.hits] = np.arange(len(samples.hits))
        for done, (name, hits, sizes) in enumerate(zip(reading.zone_names, reading.zones, reading.zone_sizes)):
            check(monitor, done, len(reading.zone_names))
            if sizes.pairs:
                own = place_of[hits]
                zones.append(self._region(name, own[own >= 0], sizes))
        warnings: List[str] = []
        pair, readers = self._pair(warnings), self._readers(warnings)
        names = {
            key: one.name if one else None
            for key, one in (("second", self._second), ("strata", self._strata), ("zones", self._zones))
        }
        every = len(samples.features)
        used = every if samples.groups is None else int(np.count_nonzero(np.bincount(samples.features)))
        return Assessment(
            self._map.name, shapes.name, shapes.field, self._classes, self._chosen, reason, choices.confidence, choices.accept_kappa,
            choices.accept_overall, whole, len(shapes.labels), zones, names["zones"] or "",
            names["strata"] or "", samples.excluded, samples.clusters, pair, readers, reading.grid,
            {
                "algorithm": "pantau:accuracy", "version": VERSION, "map": self._map.name, "points": shapes.name, "field": shapes.field,
                "design": self._chosen, **names, "confidence": choices.confidence, "aoi": choices.aoi is not None,
            },
            read_provenance(self._map.raster), [*self._remarks(whole, zones), *warnings],
            megapixels=reading.grid.width * reading.grid.height / 1e6, features_used=used,
        )  # fmt: skip

    def _region(self, name: Optional[str], own: Union[np.ndarray, slice], sizes: Sizes, beyond_ha: float = 0.0) -> Region:
        """The figures of some of the samples, and of the part of the map that they stand for. beyond_ha: of it, in no stratum."""
        samples, codes = self._samples, self._codes
        mapped, reference = self._mapped[own], self._reference[own]
        listed = sizes.strata() if self._by_stratum else codes
        groups = None
        if samples.groups is not None and len(mapped):
            found, groups = np.unique(samples.groups[own], return_inverse=True)
            groups = None if len(found) == len(mapped) else groups
        mapped_ha = sizes.of(codes, strata=False)[:, 1]
        matrix, estimates, metrics = region_figures(
            name, codes, mapped, reference, positions(samples.stratum[own], listed) if self._by_stratum else None, groups,
            self._amounts(sizes, listed), mapped_ha, design=self._chosen, pixels=self._reading.alike, confidence=self._choices.confidence,
        )  # fmt: skip
        areas = sizes.of(listed, strata=self._by_stratum)[:, 1]
        names = [self._name(code) for code in listed]
        rows = tuple(
            Stratum(code, title, float(area), float(weight), int(count))
            for code, title, area, weight, count in zip(listed, names, areas, estimates.weights, estimates.samples)
            if area > 0
        )
        total_ha = float(mapped_ha.sum()) + beyond_ha
        # A simple random sample speaks for the whole area, also for classes that it has missed.
        unseen = 0.0
        if self._chosen != SIMPLE and total_ha:
            unseen = (sum(row.area_ha for row in rows if not row.samples) + beyond_ha) / total_ha
        return Region(
            name, matrix, np.nan_to_num(estimates.proportions), mapped_ha, rows,
            (*metrics, Metric(name, AREA, "unsampled_share", None, unseen)), tuple(stratum_warnings(names, estimates)), unseen,
        )  # fmt: skip

    def _name(self, code: int) -> str:
        """What to call a stratum."""
        entry = (self._strata_legend if self._by_stratum else self._classes).find(code)
        return entry.label() if entry else tr("stratum {code}").format(code=code)

    def _amounts(self, sizes: Sizes, strata: Sequence[int]) -> np.ndarray:
        """(h,) how large each stratum is: pixels, or hectares where pixels are not of one size. strata: codes, which may be the classes."""
        return sizes.of(strata, strata=self._by_stratum)[:, 0 if self._reading.alike else 1]

    def _pair(self, warnings: List[str]) -> Optional[Pair]:
        """The second map on the same samples."""
        if self._second is None:
            return None
        samples, reading = self._samples, self._reading
        both = samples.second != NO_CLASS
        if not both.any():
            raise PantauError(
                tr("{second} has no data at any of the samples on {map}: choose a map of the same area.").format(
                    second=self._second.name, map=self._map.name
                )
            )
        legends = self._legend, read_legend(self._second.raster) or Legend(())
        second = codes_of_first(samples.second, legends, (self._map.name, self._second.name), self._codes, warnings)
        warnings += missing_of_second(samples.second, self._second.name)
        if self._chosen != SIMPLE:
            warnings.append(remarks.test_of_counts())
        strata = reading.sizes.strata() if self._by_stratum else self._codes
        groups = None if samples.groups is None else np.unique(samples.groups[both], return_inverse=True)[1]
        pair = compare_maps(
            self._second.name, samples.mapped[both], second[both], samples.reference[both],
            positions((samples.stratum if self._by_stratum else samples.mapped)[both], strata), self._amounts(reading.sizes, strata),
            groups, self._chosen == SIMPLE, self._choices.confidence,
        )  # fmt: skip
        warnings += below_chance(pair)
        return pair

    def _readers(self, warnings: List[str]) -> Optional[Readers]:
        """The second interpreter against the first, feature by feature."""
        shapes, samples = self._shapes, self._samples
        if not shapes.second_field:
            return None
        features = np.unique(samples.features)
        readers = compare_readers(
            (shapes.field, shapes.second_field), samples.labels[features], label_codes(shapes.second, self._legend)[features],
            np.asarray(shapes.ids)[features], self._choices.confidence,
        )  # fmt: skip
        if readers is None:
            warnings.append(
                tr("The field {field} of the second interpreter holds no label that can be compared.").format(
                    field=shapes.second_field
                )
            )
        return readers

    def _remarks(self, whole: Region, zones: Sequence[Region]) -> List[str]:
        samples, reading = self._samples, self._reading
        sentences = remarks.left_out(samples.excluded, whole)
        if samples.clusters is not None:
            sentences.append(remarks.together(whole.n, samples.clusters))
        if samples.shared:
            sentences.append(remarks.shared_pixels(samples.shared))
        if reading.beyond_strata_ha > 0:
            sentences.append(remarks.beyond_strata(reading.beyond_strata_ha))
        off = [name for name, sizes in zip(reading.zone_names, reading.zone_sizes) if not sizes.pairs]
        if off:
            sentences.append(remarks.zones_off(off))
        if reading.places.areal.any():
            sentences.append(remarks.hand_drawn())
        return [*sentences, *remarks.thin(whole, [entry.label() for entry in self._classes], zones)]


def _tell(result: Assessment, monitor: Monitor) -> None:
    """The lines of the log."""
    whole, overall, kappa = result.whole, result.overall, result.kappa
    monitor.log(
        tr("{map}: {n} samples of {features} features in {seconds} s, {megapixels} Mpx ({speed} Mpx/s). Error matrix: {orientation}.").format(
            map=result.map_name, n=number(whole.n, 0), features=number(result.features, 0), seconds=number(result.seconds, 2),
            megapixels=number(result.megapixels, 2), speed=number(result.megapixels / max(result.seconds, 1e-9), 1),
            orientation=tr("rows = map class, columns = reference class"),
        )
    )  # fmt: skip
    monitor.log(result.reason)
    for scope, title in ((COUNT, tr("As counted")), (AREA, tr("By area"))):
        values = (whole.find(scope, "overall_accuracy").value, whole.find(scope, "kappa").value)
        monitor.log(
            tr("{scope}: overall accuracy {overall}, kappa {kappa}.").format(
                scope=title, overall=_shown(values[0]), kappa=_shown(values[1])
            )
        )
    low, high = overall.limits
    if low is not None and high is not None:
        monitor.log(
            tr("Overall accuracy {low} to {high} with {confidence} % confidence; kappa: {words}.").format(
                low=_shown(low), high=_shown(high), confidence=number(100 * result.confidence, 0),
                words=kappa_words(math.nan if kappa.value is None else kappa.value),
            )
        )  # fmt: skip


def _shown(value: Optional[float]) -> str:
    return "–" if value is None else number(value, 4)
