"""How well a map of classes agrees with a reference, pixel by pixel: counts, ratios, hectares, and a map of the errors."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, List, Optional, Sequence, Set, Tuple

import numpy as np

from ..errors import PantauError
from ..monitor import Monitor, check
from ..raster.aoi import AreaOfInterest, PolygonCodes, Polygons
from ..raster.codes import Pairs, count_pairs, require_codes, require_few
from ..raster.grid import CellAreas, Grid
from ..raster.legend import Legend, LegendEntry, read_legend, read_provenance
from ..raster.outputs import Outputs
from ..raster.pipeline import Block, map_blocks
from ..raster.source import AlignedSource, RasterSource, open_aligned
from ..text import number, tr
from ..version import VERSION

CORRECT, HIT, FALSE_ALARM, MISS, IGNORED, NODATA = 0, 1, 2, 3, 4, 255
# Bluish green, orange and blue of Okabe & Ito (2008): three hues and three lightnesses, so also on grey paper.
ERRORS = Legend(
    (
        LegendEntry(CORRECT, "correct: not the class", "benar: bukan kelas ini", "#FFFFFF"),
        LegendEntry(HIT, "hit", "kena (tepat)", "#009E73"),
        LegendEntry(FALSE_ALARM, "false alarm", "alarm palsu", "#E69F00"),
        LegendEntry(MISS, "miss", "terlewat", "#0072B2"),
        LegendEntry(IGNORED, "ignored", "diabaikan", "#9A9A9A"),
    )
)
BACKGROUND = 0


@dataclass(frozen=True)
class Reference:
    """What is taken as true: a raster of class codes, or polygons of the class that is judged.

    raster: path. crs: WKT to assume where the raster has none. name: of the layer, for messages.
    """

    raster: str = ""
    crs: str = ""
    polygons: Optional[Polygons] = None
    name: str = ""


@dataclass(frozen=True)
class Settings:
    """code: the class that the numbers are about. ignore: a code of the reference whose pixels do not count."""

    code: int = 1
    ignore: Optional[int] = None
    aoi: Optional[Polygons] = None


@dataclass(frozen=True)
class Agreement:
    """Counts of pixels and their ratios, from 0 to 1; None where a ratio is 0 / 0.

    tp: both say the class. fp: only the map. fn: only the reference. right: map and reference agree. total: all compared.
    """

    tp: int
    fp: int
    fn: int
    right: int
    total: int

    @property
    def accuracy(self) -> Optional[float]:
        """Overall accuracy (Congalton 1991)."""
        return _ratio(self.right, self.total)

    @property
    def iou(self) -> Optional[float]:
        """Intersection over union (Jaccard 1912)."""
        return _ratio(self.tp, self.tp + self.fp + self.fn)

    @property
    def precision(self) -> Optional[float]:
        """User's accuracy: 1 - commission."""
        return _ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> Optional[float]:
        """Producer's accuracy: 1 - omission."""
        return _ratio(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> Optional[float]:
        """Harmonic mean of precision and recall (Dice 1945)."""
        return _ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn)


@dataclass(frozen=True)
class ClassAgreement(Agreement):
    """One class against all others. Hectares on the ellipsoid, of the pixels compared.

    known: what the legends call it; None where none does.
    """

    code: int
    known: Optional[str]
    hit_ha: float
    predicted_ha: float
    reference_ha: float

    @property
    def name(self) -> str:
        """What to call it."""
        return self.known or tr("class {code}").format(code=self.code)

    @property
    def title(self) -> str:
        """Its code and its name."""
        return f"{self.code} {self.known}" if self.known else self.name

    @property
    def tn(self) -> int:
        """Pixels that neither calls the class."""
        return self.right - self.tp

    @property
    def false_alarm_ha(self) -> float:
        """What only the map calls the class."""
        return max(0.0, self.predicted_ha - self.hit_ha)

    @property
    def miss_ha(self) -> float:
        """What only the reference calls the class."""
        return max(0.0, self.reference_ha - self.hit_ha)


@dataclass
class Comparison:
    """What came out.

    classes: by code. target: the class asked for, one of them. pooled: sums over the classes, and the share of all
    pixels whose codes agree. ignored: pixels of the area that do not count. warnings: what makes the numbers mean less
    than they seem to.
    """

    target: ClassAgreement
    classes: List[ClassAgreement]
    pooled: Agreement
    ignored: int
    grid: Grid
    aligned: bool
    provenance: Dict[str, Any]
    model: Dict[str, Any]
    seconds: float
    warnings: List[str] = field(default_factory=list)

    @property
    def speed(self) -> float:
        """Megapixels a second."""
        return (self.pooled.total + self.ignored) / 1e6 / max(self.seconds, 1e-9)


def evaluate(
    prediction: str,
    reference: Reference,
    settings: Settings,
    *,
    crs: str = "",
    error_map: Optional[str] = None,
    publish: Optional[Callable[[Comparison], None]] = None,
    monitor: Optional[Monitor] = None,
    size: int = 512,
) -> Comparison:
    """Compare a class raster with a reference on the raster's own grid.

    A pixel counts where both are valid, inside the area of interest, and the reference is not `settings.ignore`.
    crs: WKT to assume where the prediction has none. error_map: path of a GeoTIFF to write, with the codes of `ERRORS`.
    publish: called once, when that is in place, to write what else shall be written; where it fails, the error map goes
    and what was there comes back. size: px, side of the blocks in which the rasters are read; it changes no result.
    Raises PantauError, Cancelled; then no output exists and earlier files are as they were.
    """
    monitor = monitor or Monitor()
    work = _Work(prediction, crs, reference, settings, monitor)
    with Outputs() as outputs:
        if error_map:
            outputs.create(
                "errors", error_map, work.area, np.uint8, 1, NODATA, legend=ERRORS, provenance=work.provenance, names=[tr("error")]
            )
        comparison = work.compare(outputs, monitor, size)
        outputs.finish()
        for sentence in comparison.warnings:
            monitor.warn(sentence)
        if publish is not None:
            check(monitor, 1, 1)
            publish(comparison)
    report(comparison, monitor)
    return comparison


class _Work:
    """One run: everything resolved before the first pixel is compared."""

    def __init__(self, prediction: str, crs: str, reference: Reference, settings: Settings, monitor: Monitor) -> None:
        self.settings, code = settings, settings.code
        if settings.ignore == code:
            raise PantauError(
                tr("CLASS and IGNORE are both {code}, so nothing of the class would count: give two codes.").format(code=code)
            )
        if settings.ignore is not None and reference.polygons is not None:
            raise PantauError(tr("IGNORE is a code of a reference raster, and polygons have none: leave it empty."))
        self.map = RasterSource(prediction, crs=crs)
        require_codes(self.map, "PREDICTION")
        grid = self.map.grid
        self.legends = [read_legend(prediction)]
        self.only = reference.polygons is not None  # of two codes, the class and all else
        self.aligned = False
        if self.only:
            self.truth: Any = PolygonCodes(reference.polygons, grid, code, BACKGROUND if code != BACKGROUND else code + 1)
            self.name = reference.name
            if not self.truth.count:
                raise PantauError(tr("The reference has no polygon: choose a layer with at least one."))
        else:
            self.truth = open_aligned(reference.raster, grid, "nearest", crs=reference.crs)
            require_codes(self.truth, "REFERENCE_RASTER")
            self.name = self.truth.name
            self.legends.append(read_legend(reference.raster))
            self.aligned = isinstance(self.truth, AlignedSource)
            if self.aligned:
                monitor.log(
                    tr("{name} lies on another grid: each pixel of the map takes the nearest pixel of it.").format(name=self.name)
                )
        self.aoi = AreaOfInterest(settings.aoi, grid) if settings.aoi else None
        self.area = grid.window(self.aoi.window) if self.aoi else grid
        self.areas = CellAreas(grid)
        self.model = read_provenance(prediction)
        self.provenance = {
            "algorithm": "pantau:segmentationaccuracy", "version": VERSION, "prediction": self.map.name, "reference": self.name,
            "class": code, "ignore": settings.ignore, "aoi": settings.aoi is not None,
        }  # fmt: skip

    def compare(self, outputs: Outputs, monitor: Monitor, size: int) -> Comparison:
        """Count the pixels, block by block; fill the error map where there is one."""
        sums, start = _Sums([self.map.name, self.name]), time.perf_counter()
        drawing = "errors" in outputs.rasters

        def kernel(block: Block) -> Dict[str, Any]:
            return self._compare_block(block, drawing)

        map_blocks([self.map, self.truth], kernel, {**outputs.rasters, "sums": sums}, monitor=monitor, aoi=self.aoi, size=size)
        check(monitor, 1, 1)
        seconds = time.perf_counter() - start
        if not sums.pixels:
            raise PantauError(
                tr(
                    "No pixel of {map} can be compared with {reference}: choose two that overlap and hold data, within the area of "
                    "interest if there is one."
                ).format(map=self.map.name, reference=self.name)
            )
        classes, agreed = self._judge(sums)
        target = next(one for one in classes if one.code == self.settings.code)
        right = target.right if self.only else agreed
        pooled = Agreement(*(sum(getattr(one, key) for one in classes) for key in ("tp", "fp", "fn")), right, sums.pixels)
        return Comparison(
            target, classes, pooled, sums.inside - sums.pixels, self.area, self.aligned, self.provenance, self.model, seconds,
            self._warnings(target),
        )  # fmt: skip

    def _compare_block(self, block: Block, drawing: bool) -> Dict[str, Any]:
        """Counts of a block and, where drawing, its part of the error map."""
        predicted, actual = (pixels.values[0] for pixels in block.pixels)
        flags = [pixels.valid for pixels in block.pixels] + [block.inside]
        if self.settings.ignore is not None:
            flags.append(actual != self.settings.ignore)
        flags = [flag for flag in flags if flag is not None]
        counted = np.logical_and.reduce(flags) if flags else None
        rows = np.arange(block.window.y, block.window.y + block.window.height)
        cols = np.arange(block.window.x, block.window.x + block.window.width)
        cell_ha = self.areas.at(rows[:, None], cols)
        pairs = count_pairs(predicted, actual, counted, (self.map.name, self.name))
        inside = predicted.size if block.inside is None else int(np.count_nonzero(block.inside))
        results: Dict[str, Any] = {"sums": (*pairs.sums(pairs.keys, cell_ha), inside)}
        if drawing:
            errors = _errors(pairs, self.settings.code)
            if block.inside is not None:
                errors[~block.inside] = NODATA
            results["errors"] = errors
        return results

    def _codes(self, sums: _Sums) -> List[int]:
        """The classes to judge: the one asked for, and of two rasters all in their legends and in their pixels."""
        codes = {self.settings.code}
        if not self.only:
            named = {entry.code for legend in self.legends if legend for entry in legend} - {self.settings.ignore}
            codes |= (named | {code for pair in sums.counts for code in pair}) - {BACKGROUND}
        return sorted(codes)

    def _judge(self, sums: _Sums) -> Tuple[List[ClassAgreement], int]:
        """The classes, and how many pixels have the same code in both."""
        hits, rows, columns = (defaultdict(lambda: (0, 0.0)) for _ in range(3))
        for (predicted, actual), count in sums.counts.items():
            area = sums.area_ha[predicted, actual]
            places = [(rows, predicted), (columns, actual)] + ([(hits, actual)] if predicted == actual else [])
            for totals, code in places:
                totals[code] = (totals[code][0] + count, totals[code][1] + area)
        classes = []
        for code in self._codes(sums):
            (tp, hit_ha), (row, row_ha), (column, column_ha) = hits[code], rows[code], columns[code]
            right = sums.pixels - row - column + 2 * tp
            classes.append(
                ClassAgreement(tp, row - tp, column - tp, right, sums.pixels, code, self._known(code), hit_ha, row_ha, column_ha)
            )
        return classes, sum(count for count, _ in hits.values())

    def _known(self, code: int) -> Optional[str]:
        entries = [legend.find(code) for legend in self.legends if legend]
        return next((entry.label() for entry in entries if entry), None)

    def _warnings(self, target: ClassAgreement) -> List[str]:
        """What makes the numbers mean less than they seem to."""
        found, mapped, real = [], target.tp + target.fp, target.tp + target.fn
        if self.only and self.truth.window is None:
            found.append(
                tr(
                    "No polygon of {reference} lies over the map, so all that the map calls {name} counts as false alarm: check that "
                    "the layer and its CRS are the right ones."
                ).format(reference=self.name, name=target.name)
            )
        elif not real:
            found.append(
                tr("{reference} shows no {name} where it is compared: check CLASS ({code}), and that it covers the map.").format(
                    reference=self.name, name=target.name, code=target.code
                )
            )
        if not mapped:
            found.append(
                tr("{map} shows no {name} where it is compared: check CLASS ({code}).").format(
                    map=self.map.name, name=target.name, code=target.code
                )
            )
        for count, source in ((mapped, self.map.name), (real, self.name)):
            if count == target.total:
                found.append(
                    tr(
                        "{source} has no pixel of anything but {name} among those compared, so the figures say little: check whether its "
                        "background is marked as no data, or the area of interest holds nothing else."
                    ).format(source=source, name=target.name)
                )
        return found


def _errors(pairs: Pairs, code: int) -> np.ndarray:
    """(rows, cols) of uint8: the codes of `ERRORS` about one class."""
    predicted, actual = (axis == code for axis in pairs.axes)
    table = np.where(predicted[:, None], np.where(actual, HIT, FALSE_ALARM), np.where(actual, MISS, CORRECT))
    return np.take(np.append(table, IGNORED).astype(np.uint8), pairs.keys)


def report(comparison: Comparison, monitor: Monitor) -> None:
    """Tell what ran, how fast, and one line for each class."""
    pooled = comparison.pooled
    monitor.log(
        tr("{compared} pixels of {map} compared with {reference} in {seconds} s ({speed} Mpx/s); {ignored} did not count.").format(
            compared=number(pooled.total, 0),
            map=comparison.provenance["prediction"],
            reference=comparison.provenance["reference"],
            seconds=number(comparison.seconds, 2),
            speed=number(comparison.speed, 1),
            ignored=number(comparison.ignored, 0),
        )  # fmt: skip
    )
    for one in comparison.classes:
        monitor.log(
            tr(
                "{name}: TP {tp}, FP {fp}, FN {fn}, TN {tn}; accuracy {accuracy}, IoU {iou}, precision {precision}, recall {recall}, "
                "F1 {f1}; map {predicted} ha, reference {actual} ha."
            ).format(
                name=one.name,
                tp=one.tp,
                fp=one.fp,
                fn=one.fn,
                tn=one.tn,
                predicted=number(one.predicted_ha, 2),
                actual=number(one.reference_ha, 2),
                **_ratios(one),
            )  # fmt: skip
        )
    if len(comparison.classes) > 1:
        monitor.log(
            tr("All classes: accuracy {accuracy}, IoU {iou}, precision {precision}, recall {recall}, F1 {f1}.").format(
                **_ratios(pooled)
            )
        )


def _ratios(one: Agreement) -> Dict[str, str]:
    values = {key: getattr(one, key) for key in ("accuracy", "iou", "precision", "recall", "f1")}
    return {key: "–" if value is None else number(value, 4) for key, value in values.items()}


class _Sums:
    """Adds up the pairs of all blocks; an output of the pipeline."""

    def __init__(self, names: Sequence[str]) -> None:
        self.counts: Dict[Tuple[int, int], int] = {}
        self.area_ha: Dict[Tuple[int, int], float] = {}
        self.pixels = self.inside = 0
        self._names = names
        self._codes: Tuple[Set[int], Set[int]] = (set(), set())

    def write(self, x: int, y: int, array: Tuple[Dict[Tuple[int, int], int], Dict[Tuple[int, int], float], int]) -> None:
        """Add what a block holds: pixels and hectares of each pair, and how many pixels are in the area."""
        counts, area_ha, inside = array
        self.inside += inside
        for pair, count in counts.items():
            self.pixels += count
            self.counts[pair] = self.counts.get(pair, 0) + count
            self.area_ha[pair] = self.area_ha.get(pair, 0.0) + area_ha[pair]
            for code, codes, name in zip(pair, self._codes, self._names):
                codes.add(code)
                require_few(len(codes), name)


def _ratio(part: int, whole: int) -> Optional[float]:
    return part / whole if whole else None
