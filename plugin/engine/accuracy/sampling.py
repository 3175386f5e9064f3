"""Sample points to check a map with: random places in random pixels of each stratum, on a raster of any size.

Each pixel of a stratum is equally likely, and none is drawn twice: simple random sampling without replacement, which the estimators
assume. The raster is read twice, the second time only where points lie.
"""

from __future__ import annotations

import itertools
import math
import struct
import time
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Iterator, List, Mapping, NamedTuple, Optional, Sequence, Tuple

import numpy as np
from osgeo import osr

from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..places import AT_ONCE
from ..raster.aoi import AreaOfInterest, Polygons
from ..raster.codes import require_codes
from ..raster.gdal_guard import block_cache, moved, spatial_reference
from ..raster.grid import CellAreas, Window, geographic_of, no_place
from ..raster.legend import Legend, read_legend
from ..raster.pipeline import CACHE, Block, map_blocks, run
from ..raster.source import AlignedSource, RasterSource, open_aligned
from ..raster.zones import Map
from ..text import listed, number, tr
from .design import (
    MOST_POINTS,
    PROPORTIONAL,
    USUAL_ACCURACY,
    USUAL_SE,
    Frame,
    plan,
    standard_error,
    stratum_sizes,
    total_needed,
)
from .strata import Keys, Sizes, stratum_keys

SIMPLE, STRATIFIED = "simple", "stratified"
SIZE = 512  # px, side of the blocks; other points would come of another
MARGIN = 0.02  # of a pixel, at its edges, where no point is put: a rounded coordinate must not move it to the neighbour
ROUNDS = 8  # of looking for places far enough from all others
MOST_TRIES = 300_000  # candidates a round


@dataclass(frozen=True)
class Settings:
    """design: SIMPLE or STRATIFIED. target_se: standard error of overall accuracy; total: points; None: not given. expected: user's
    accuracy by class code. allocation, min_per_class: as in `design.plan`. min_distance_m: between any two points, on the ground."""

    design: str = STRATIFIED
    target_se: Optional[float] = None
    expected: Mapping[int, float] = field(default_factory=dict)
    total: Optional[int] = None
    allocation: str = PROPORTIONAL
    min_per_class: int = 30
    min_distance_m: float = 0.0
    seed: int = 0
    aoi: Optional[Polygons] = None


class Stratum(NamedTuple):
    """What points were drawn from. code: None where all is one. weight: share of the map. planned: points; drawn: those that found room."""

    code: Optional[int]
    name: str
    pixels: int
    weight: float
    planned: int
    drawn: int


class SamplePoint(NamedTuple):
    """One place to look at. number: from 1, in random order. wkb: point in the raster's CRS. stratum: None where all is one."""

    number: int
    wkb: bytes
    stratum: Optional[int]
    stratum_name: str
    map_class: int
    map_name: str


@dataclass
class Sample:
    """What came out.

    crs: WKT. classes: those that a reference label may be: of the legend, and those of the map without a name. strata: ascending by code.
    expected_se: of overall accuracy, with the points drawn; nan where a stratum has none. total_needed: points that would reach the
    target, None where these do, where none was given, or where no total does. points: (n,) places in the raster's CRS, strata (by place) and
    map classes.
    """

    crs: str
    name: str
    classes: Legend
    strata: Tuple[Stratum, ...]
    expected_se: float
    total_needed: Optional[int]
    x: np.ndarray
    y: np.ndarray
    stratum: np.ndarray
    map_class: np.ndarray
    warnings: List[str]
    seconds: float = 0.0
    megapixels: float = 0.0

    @property
    def count(self) -> int:
        """How many points."""
        return len(self.x)

    @property
    def missing(self) -> int:
        """Points that found no place far enough from the others."""
        return sum(one.planned - one.drawn for one in self.strata)

    def points(self) -> Iterator[SamplePoint]:
        """The points, in random order."""
        names = {entry.code: entry.label() for entry in self.classes}
        columns = (column.tolist() for column in (self.x, self.y, self.stratum, self.map_class))
        for place, (x, y, stratum, code) in enumerate(zip(*columns), 1):
            its = self.strata[stratum]
            yield SamplePoint(place, struct.pack("<BIdd", 1, 1, x, y), its.code, its.name, code, names[code])


def sample_points(
    classified: Map,
    settings: Settings,
    strata: Optional[Map] = None,
    *,
    publish: Optional[Callable[[Sample], None]] = None,
    monitor: Optional[Monitor] = None,
) -> Sample:
    """Draw points to check a class raster with.

    strata: codes of the strata, on any grid; None: the map's classes. publish: called once with the points, to write them.
    Raises PantauError, Cancelled.
    """
    monitor, start = monitor or Monitor(), time.perf_counter()
    check_settings(settings, strata is not None)
    population = Population(classified, strata, settings, monitor)
    population.count(Share(monitor, 0, 0.6))
    frame = population.frame(settings.expected)
    target = settings.target_se or USUAL_SE
    minimum = settings.min_per_class if settings.design == STRATIFIED else 0
    planned = plan(frame, settings.allocation, minimum, settings.total, target)
    drawn = population.draw(planned.samples, settings.seed, settings.min_distance_m, Share(monitor, 0.6, 1))
    counts = np.bincount(drawn.stratum, minlength=len(frame.names))
    codes = [None if settings.design == SIMPLE else code for code in population.codes.tolist()]
    columns = (column.tolist() for column in (frame.pixels, frame.weights, planned.samples, counts))
    sample = Sample(
        population.source.grid.crs, population.name, population.classes,
        tuple(Stratum(*one) for one in zip(codes, frame.names, *columns)), standard_error(frame.weights, frame.accuracies, counts),
        None if settings.total else total_needed(frame, settings.allocation, minimum, target, planned.samples),
        *drawn, warnings=planned.warnings, megapixels=population.area.width * population.area.height / 1e6,
    )  # fmt: skip
    if sample.missing:
        sample.warnings.append(_missing(sample, settings.min_distance_m))
    empty = [one.name for one in sample.strata if not one.drawn]
    if empty:
        sample.warnings.append(
            tr("No point lies in these strata, so nothing will be known of them: {strata}.").format(strata=listed(empty, 10))
        )
    if sample.total_needed is not None:
        sample.warnings.append(
            tr(
                "The expected standard error of {se} is above the target of {target}: TOTAL={total} would reach it with this allocation."
            ).format(se=number(sample.expected_se, 4), target=number(target, 4), total=sample.total_needed)
        )
    for sentence in sample.warnings:
        monitor.warn(sentence)
    check(monitor, 1, 1)
    if publish is not None:
        publish(sample)
    sample.seconds = time.perf_counter() - start
    _report(sample, monitor)
    return sample


def check_settings(settings: Settings, strata: bool) -> None:
    """Raise PantauError for a choice that cannot be met. strata: whether a raster of strata is given."""
    if settings.design == SIMPLE and strata:
        raise PantauError(
            tr("DESIGN is simple, which has no strata, and STRATA is given: choose stratified, or leave STRATA empty.")
        )
    if settings.total is not None and settings.target_se is not None:
        raise PantauError(
            tr("TOTAL is {total} and TARGET_SE is {target:g}, and each sets the number of points: give only one.").format(
                total=settings.total, target=settings.target_se
            )
        )
    if settings.target_se is not None and not 0 < settings.target_se < 0.5:
        raise PantauError(
            tr("TARGET_SE is {value:g}: give more than 0 and less than 0.5, such as 0.02 for 2 %.").format(value=settings.target_se)
        )
    for name, value, low, high in (
        ("TOTAL", settings.total, 1, MOST_POINTS),
        ("MIN_PER_CLASS", settings.min_per_class, 0, MOST_POINTS),
        ("SEED", settings.seed, 0, 2**31 - 1),
    ):
        if value is not None and not low <= value <= high:
            raise PantauError(
                tr("{name} is {value}: give a number from {low} to {high}.").format(name=name, value=value, low=low, high=high)
            )
    if not 0 <= settings.min_distance_m < math.inf:
        raise PantauError(
            tr("{name} is {value:g} {unit}: give 0 or more.").format(name="MIN_DISTANCE", value=settings.min_distance_m, unit="m")
        )


class Drawn(NamedTuple):
    """(n,) points or candidates: x, y in the raster's CRS, place of the stratum, map class."""

    x: np.ndarray
    y: np.ndarray
    stratum: np.ndarray
    map_class: np.ndarray

    def picked(self, which: Sequence[int]) -> Drawn:
        """Some of them, in this order."""
        return Drawn(*(column[np.asarray(which, np.int64)] for column in self))


class Population:
    """The pixels of a map, by stratum: counted first, then drawn from.

    codes: (h,) int64 of the strata, ascending. name: of the map. classes: see `Sample`.
    """

    def __init__(self, classified: Map, strata: Optional[Map], settings: Settings, monitor: Monitor) -> None:
        """Raises PantauError: rasters that hold no class codes, an area of interest that lies elsewhere."""
        self.source = RasterSource(classified.raster, crs=classified.crs)
        require_codes(self.source, "CLASSIFIED")
        grid, self.name = self.source.grid, classified.name
        self._sources, self._names, self._design = [self.source], [self.name], settings.design
        self._legend = self._strata_legend = read_legend(classified.raster) or Legend(())
        if strata is not None:
            other = open_aligned(strata.raster, grid, "nearest", crs=strata.crs)
            require_codes(other, "STRATA")
            self._sources.append(other)
            self._names.append(strata.name)
            self._strata_legend = read_legend(strata.raster) or Legend(())
            if isinstance(other, AlignedSource):
                monitor.log(
                    tr("{name} lies on another grid: each pixel of {before} takes the nearest pixel of it.").format(
                        name=self._names[1], before=self.name
                    )
                )
        self._aoi = AreaOfInterest(settings.aoi, grid) if settings.aoi else None
        self.area = self._aoi.window if self._aoi else grid.whole
        self._areas = CellAreas(grid)
        self._windows: List[Window] = []
        self._sizes = Sizes()
        self._held: Dict[int, List[Tuple[int, int]]] = {}  # of each stratum: in which blocks it lies, with how many pixels

    def count(self, monitor: Monitor) -> None:
        """Count the pixels of all strata, block by block. Raises PantauError where there are none."""
        map_blocks(self._sources, self._counted, {"counts": self}, monitor=monitor, aoi=self._aoi, size=SIZE)
        if not self._sizes.pairs:
            sentence = tr("{name} has no pixel with a class here: check it and the area of interest.")
            if len(self._sources) > 1:
                sentence = tr("No pixel of {name} has a class and a stratum here: check STRATA and the area of interest.")
            raise PantauError(sentence.format(name=self.name))
        self.codes = np.array(sorted(self._held), np.int64)
        self.classes = self._legend.only({*self._sizes.classes(), *(entry.code for entry in self._legend)})
        self._blocks = [np.array(self._held[code], np.int64) for code in self.codes.tolist()]

    def frame(self, expected: Mapping[int, float]) -> Frame:
        """The strata to draw from. expected: user's accuracy by class code; a stratum expects the mean of its classes, by their sizes.

        Raises PantauError for a code that the map does not know.
        """
        codes = self._sizes.classes()
        for code in expected:
            if code not in codes and self._legend.find(code) is None:
                raise PantauError(
                    tr("EXPECTED_UA names class {code}, which {name} does not have: its classes are {codes}.").format(
                        code=code, name=self.name, codes=", ".join(map(str, codes))
                    )
                )
        table = np.zeros((2, len(self.codes), len(codes)))
        places = [{code: place for place, code in enumerate(one)} for one in (self.codes.tolist(), codes)]
        for (stratum, code), values in self._sizes.pairs.items():
            table[:, places[0][stratum], places[1][code]] = values
        sizes = stratum_sizes(*table, self._areas)
        accuracies = np.array([expected.get(code, USUAL_ACCURACY) for code in codes])
        weights = sizes.sum(axis=1)
        if self._design == SIMPLE:
            names = [tr("the whole map")]
        else:
            names = [entry.label() for entry in self._strata_legend.only(self.codes.tolist())]
        pixels = table[0].sum(axis=1).astype(np.int64)
        return Frame(names, pixels, weights / weights.sum(), sizes @ accuracies / weights)

    def draw(self, samples: np.ndarray, seed: int, min_distance_m: float, monitor: Monitor) -> Drawn:
        """Draw pixels of each stratum, and a place in each, in random order: the same for the same seed.

        samples: (h,) how many. min_distance_m: candidates nearer than that to another point are replaced by others, as long as there are
        any and the effort is bounded, so that there may be fewer points than asked for.
        """
        generator = np.random.default_rng(seed)
        decks = [Deck(int(held[:, 1].sum()), generator) for held in self._blocks]
        spacing = Spacing(self.source.grid.crs, min_distance_m) if min_distance_m else None
        missing, found = samples.copy(), []
        for turn in range(ROUNDS):
            tries = min(2**turn, max(1, MOST_TRIES // max(1, int(missing.sum()))))
            ranks = [deck.draw(tries * count) for deck, count in zip(decks, missing.tolist())]
            if not any(map(len, ranks)):
                break
            # All strata at the same pace: where room is short, it is for all of them.
            pace = np.concatenate([np.arange(len(its)) / max(1, count) for its, count in zip(ranks, missing.tolist())])
            share = Share(monitor, 1 - 0.5**turn, 1 - 0.5 ** (turn + 1))
            candidates = self._located(ranks, generator, Share(share, 0, 0.7)).picked(np.argsort(pace, kind="stable"))
            if spacing is not None:
                candidates = candidates.picked(spacing.take(candidates, missing, Share(share, 0.7, 1)))
            missing -= np.bincount(candidates.stratum, minlength=len(missing))
            found.append(candidates)
        drawn = Drawn(*map(np.concatenate, zip(*found)))
        return drawn.picked(generator.permutation(len(drawn.x)))

    def _located(self, ranks: List[np.ndarray], generator: np.random.Generator, monitor: Monitor) -> Drawn:
        """Candidates of pixels by their rank in each stratum, block by block and row by row. Reads only the blocks that hold one."""
        blocks, ranks_there = [], []
        for held, its in zip(self._blocks, ranks):
            ends = np.cumsum(held[:, 1])
            where = np.searchsorted(ends, its, side="right")
            blocks.append(held[where, 0])
            ranks_there.append(its - (ends - held[:, 1])[where])
        block, rank = np.concatenate(blocks), np.concatenate(ranks_there)
        stratum = np.repeat(np.arange(len(ranks)), [len(its) for its in ranks])
        by_block = np.argsort(block, kind="stable")
        touched, starts = np.unique(block[by_block], return_index=True)
        parts = list(zip(touched.tolist(), np.split(by_block, starts[1:])))
        rows, cols, classes = (np.empty(len(stratum), np.int64) for _ in range(3))

        def read(part: Tuple[int, np.ndarray]) -> Tuple[Block, np.ndarray]:
            window = self._windows[part[0]]
            pixels = [source.read(window) for source in self._sources]
            return Block(window, 0, pixels, self._aoi.inside(window) if self._aoi else None), part[1]

        def look(parts: Iterator[Tuple[Block, np.ndarray]]) -> Iterator[Tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]]:
            for block, which in parts:
                yield (which, *self._looked_up(block, stratum[which], rank[which]))

        def keep(result: Tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]) -> None:
            which, rows[which], cols[which], classes[which] = result

        with block_cache(CACHE):
            run(parts, read, look, keep, monitor=monitor)
        across, down = (generator.random((2, len(rows))) * (1 - 2 * MARGIN) + MARGIN) + (cols, rows)
        x0, dx, rx, y0, ry, dy = self.source.grid.transform
        return Drawn(x0 + across * dx + down * rx, y0 + across * ry + down * dy, stratum, classes)

    def _looked_up(self, block: Block, stratum: np.ndarray, rank: np.ndarray) -> Tuple[np.ndarray, np.ndarray, np.ndarray]:
        """(rows, columns, map classes) of the pixels of a block that have these ranks in these strata."""
        keys = self._keys(block)
        places = np.append(np.searchsorted(self.codes, keys.strata), len(self.codes))
        places = places.astype(np.int16)  # which numpy sorts in a twentieth of the time
        places = places[keys.keys.ravel()]
        counts = np.bincount(places, minlength=len(self.codes))
        pixel = np.argsort(places, kind="stable")[(np.cumsum(counts) - counts)[stratum] + rank]
        rows, cols = np.divmod(pixel, block.window.width)
        return rows + block.window.y, cols + block.window.x, keys.classes[keys.keys.ravel()[pixel]]

    def _keys(self, block: Block) -> Keys:
        strata = block.pixels[1] if len(block.pixels) > 1 else None
        keys = stratum_keys(block.pixels[0], strata, block.inside, self._names)
        return keys if strata is not None or self._design == SIMPLE else keys._replace(strata=keys.classes)

    def _counted(self, block: Block) -> Dict[str, Any]:
        keys = self._keys(block)
        return {"counts": (block.window, keys, *self._areas.sums(keys.keys, len(keys.strata), block.window.x, block.window.y))}

    def write(self, x: int, y: int, result: Tuple[Window, Keys, np.ndarray, np.ndarray]) -> None:
        """Keep what a block holds; an output of the pipeline."""
        window, keys, counts, areas = result
        self._sizes.add(keys, counts, areas)
        self._sizes.require_few(self._names)
        held: Dict[int, int] = {}
        for place in np.flatnonzero(counts).tolist():
            code = int(keys.strata[place])
            held[code] = held.get(code, 0) + int(counts[place])
        for code, pixels in held.items():
            self._held.setdefault(code, []).append((len(self._windows), pixels))
        self._windows.append(window)


class Deck:
    """The numbers from 0 to `size` - 1 in random order, each once, dealt a few at a time (Fisher & Yates 1938; memory grows with
    what was dealt, not with `size`)."""

    def __init__(self, size: int, generator: np.random.Generator) -> None:
        self._left, self._generator = size, generator
        self._moved: Dict[int, int] = {}  # where a number stands that is not at its own place

    def draw(self, count: int) -> np.ndarray:
        """The next `count` numbers, (n,) int64; fewer at the end."""
        last = np.arange(self._left - 1, max(self._left - 1 - count, -1), -1)
        self._left -= len(last)
        dealt = []
        for pick, end in zip(self._generator.integers(0, last, endpoint=True).tolist(), last.tolist()):
            dealt.append(self._moved.get(pick, pick))
            self._moved[pick] = self._moved.pop(end, end)
        return np.array(dealt, np.int64)


class Spacing:
    """Keeps points some metres apart on the ground, in any CRS.

    What is measured is the chord between their places on the ellipsoid, which no way over the ground is shorter than.
    """

    def __init__(self, crs: str, metres: float) -> None:
        """Raises PantauError: a CRS that has no place on the Earth."""
        self._reference, self._metres = spatial_reference(crs), metres
        geographic = geographic_of(self._reference)
        self._change = None if self._reference.IsGeographic() else osr.CoordinateTransformation(self._reference, geographic)
        self._radian = geographic.GetAngularUnits()
        self._axes = geographic.GetSemiMajor(), geographic.GetSemiMinor()
        self._cells: Dict[Tuple[int, ...], List[Tuple[float, ...]]] = {}  # cubes as wide as the distance, with the points in them

    def take(self, places: Drawn, missing: np.ndarray, monitor: Monitor) -> List[int]:
        """Which of some places, one after the other, are far enough from all that were taken before.

        missing: (h,) how many to take of each stratum, at most.
        """
        taken: List[int] = []
        left = missing.tolist()
        for done, (stratum, place) in enumerate(zip(places.stratum.tolist(), self._geocentric(places.x, places.y))):
            if not done % 1000:
                check(monitor, done, len(places.x))
                if not any(left):
                    break
            if left[stratum] and self._free(place):
                taken.append(done)
                left[stratum] -= 1
        return taken

    def _free(self, place: Tuple[float, ...]) -> bool:
        """Whether no point is too near to a place; then it is taken."""
        if not all(map(math.isfinite, place)):
            return False
        cell = tuple(math.floor(value / self._metres) for value in place)
        for near in itertools.product(*((value - 1, value, value + 1) for value in cell)):
            if any(math.dist(place, other) < self._metres for other in self._cells.get(near, ())):
                return False
        self._cells.setdefault(cell, []).append(place)
        return True

    def _geocentric(self, x: np.ndarray, y: np.ndarray) -> Iterator[Tuple[float, ...]]:
        """Metres from the middle of the Earth, on the ellipsoid of the CRS."""
        for first in range(0, len(x), AT_ONCE):
            places = np.column_stack([x[first : first + AT_ONCE], y[first : first + AT_ONCE]])
            if self._change is not None:
                places = moved(self._change, places)
                if not np.isfinite(places).any():
                    raise no_place(self._reference)
            with np.errstate(invalid="ignore"):
                longitude, latitude = places.T * self._radian
                major, minor = self._axes
                normal = major**2 / np.hypot(major * np.cos(latitude), minor * np.sin(latitude))
                ring = normal * np.cos(latitude)
                up = normal * (minor / major) ** 2 * np.sin(latitude)
                yield from zip((ring * np.cos(longitude)).tolist(), (ring * np.sin(longitude)).tolist(), up.tolist())


def _missing(sample: Sample, metres: float) -> str:
    return tr(
        "{missing} point(s) found no place {distance} m from all others ({strata}): draw fewer points, or give a smaller MIN_DISTANCE."
    ).format(
        missing=number(sample.missing, 0),
        distance=number(metres, 0 if metres >= 10 else 2),
        strata=listed(f"{one.name}: {number(one.planned - one.drawn, 0)}" for one in sample.strata if one.drawn < one.planned),
    )


def _report(sample: Sample, monitor: Monitor) -> None:
    monitor.log(
        tr("{name}: {megapixels} Mpx in {seconds} s ({speed} Mpx/s); {count} points.").format(
            name=sample.name,
            megapixels=number(sample.megapixels, 2),
            seconds=number(sample.seconds, 2),
            speed=number(sample.megapixels / max(sample.seconds, 1e-9), 1),
            count=number(sample.count, 0),
        )
    )
    for one in sample.strata:
        monitor.log(
            tr("{stratum}: {percent} % of the map, {count} points").format(
                stratum=one.name if one.code is None else f"{one.code} {one.name}",
                percent=number(100 * one.weight, 2),
                count=number(one.drawn, 0),
            )
        )
    if math.isnan(sample.expected_se):
        monitor.log(tr("No standard error can be expected, since a stratum has no point."))
        return
    monitor.log(tr("Expected standard error of overall accuracy: {se}.").format(se=number(sample.expected_se, 4)))
