"""From two stacks of radar scenes to the burned area: medians, indices, threshold models, accuracy, hectares per zone."""

from __future__ import annotations

import math
import os
import time
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Sequence, Set, Tuple

import numpy as np

from ..accuracy.matrix import CountMeasures, count_measures, error_matrix
from ..errors import PantauError
from ..files import PART, new_folder
from ..monitor import Monitor, Share, check
from ..places import Places
from ..raster.aoi import AreaOfInterest, Polygons
from ..raster.codes import require_codes
from ..raster.composite import Raster
from ..raster.gdal_guard import block_cache
from ..raster.grid import CellAreas, Grid, Window
from ..raster.legend import read_provenance
from ..raster.outputs import Outputs
from ..raster.pipeline import CACHE, Block, Writer, map_blocks
from ..raster.source import RasterSource, open_aligned
from ..raster.zones import Map, ZoneMasks, Zones
from ..segmentation.segment import scratch_folder
from ..text import number, tr
from ..vector import Ground, dissolved, load
from ..version import VERSION
from .burn_mask import BURNED, HARDLY_MORE, LEGEND, NODATA, UNBURNED, Dropped, drop_small
from .despeckle import block_side, looks_of, survey
from .distribution import Distribution, part_of
from .index import RBD, RBR, SIGMAS, Cut, Sum, cut, cuts, figure, index_name, radar_index
from .medians import Scene, covering, days_warning, open_scenes, typical, write_median
from .speckle import (
    BOXCAR,
    FILTERS,
    LEE,
    LEE_SIGMA,
    Speckle,
    check_looks,
    check_size,
    despeckle_core,
    reach,
)
from .threshold import BELOW, KITTLER, MU_MINUS_SIGMA, OTSU, flagged, method_name
from .units import AUTO, LINEAR, UNITS, BackscatterSource, name_of, to_power

NONE = "none"
MOST_POINTS = 5_000_000
FALLBACK = f"{RBR}_{MU_MINUS_SIGMA}"  # what BEST shows where nothing tells the best
ACCEPTABLE = 0.70  # overall accuracy, below which a map of burned area is not acceptable (Wozniak and Aleksandrowicz 2019)
# What a field of points may hold; in small letters.
YES = ("1", "true", "yes", "burned", "burnt", "fire", "ya", "terbakar", "kebakaran")
NO = ("0", "false", "no", "not burned", "unburned", "no fire", "tidak", "tidak terbakar")
PRE, POST = 0, 1
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
        for name, given, known in (
            ("UNITS", self.units, (AUTO, *UNITS)), ("RBD_SCALE", self.rbd_scale, UNITS), ("FILTER", self.filter, (NONE, *FILTERS)),
        ):  # fmt: skip
            if given not in known:
                raise PantauError(
                    tr("{name} is {value}: choose one of {known}.").format(name=name, value=given, known=", ".join(known))
                )
        if self.filter != NONE:
            check_size(self.size)
        if self.looks is not None:
            check_looks(self.looks)
        if not 0 <= self.min_area_ha <= 1e9:
            raise PantauError(tr("MIN_AREA_HA is {value:g} ha: give 0 or more.").format(value=self.min_area_ha))
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


def map_burn(
    before: Sequence[Raster],
    after: Sequence[Raster],
    settings: Settings,
    *,
    points: Optional[Points] = None,
    hotspots: Optional[Points] = None,
    zones: Optional[Zones] = None,
    targets: Targets = Targets(),
    publish: Optional[Callable[[BurnMap], None]] = None,
    scratch: Optional[str] = None,
    monitor: Optional[Monitor] = None,
) -> BurnMap:
    """Map the burned area between two stacks of scenes of one polarisation.

    The grid is that of the first scene before, going on around all others. Each stack becomes its median, in power; both are despeckled, and
    RBR and RBD follow from them. Where they are looked at (data on both sides, inside the area of interest, fuel), mean and standard deviation
    give six thresholds, and Otsu and Kittler-Illingworth of the logarithm of RBR two more; burned is what lies below one.
    publish: called once, when all rasters are in place, to write what else shall be written; where it fails, they go and what was
    there comes back. scratch: folder for temporary files.
    Raises PantauError: scenes that cannot be read or lie too far apart, units or looks that cannot be told, nothing to look at,
    labels that say neither burned nor not; Cancelled. Then no output exists and earlier files are as they were.
    """
    start, monitor = time.perf_counter(), monitor or Monitor()
    settings.check()
    for parameter, stack in (("PRE", before), ("POST", after)):
        if not stack:
            raise PantauError(tr("{name} names no raster: give at least one.").format(name=parameter))
    targets.check([*(raster.path for raster in (*before, *after)), *([settings.fuel.raster] if settings.fuel else [])])
    with scratch_folder(scratch) as folder, new_folder(targets.folder), _Staged() as outputs:
        work = _Work(before, after, settings, points, hotspots, zones, targets, folder, outputs, monitor)
        work.medians(Share(monitor, 0.02, 0.6))
        work.indices(Share(monitor, 0.6, 0.75))
        work.masks(Share(monitor, 0.75, 0.87))
        work.count(Share(monitor, 0.87, 0.97))
        work.judge()
        work.copy_best(Share(monitor, 0.97, 1))
        outputs.finish()
        result = work.result
        result.seconds = time.perf_counter() - start
        _report(result, monitor)
        check(monitor, 1, 1)
        if publish is not None:
            publish(result)
    return result


class _Staged(Outputs):
    """Rasters that later steps read before they are put in place. What is read is let go before anything is renamed or removed: Windows
    does neither to a file that is open."""

    def __init__(self) -> None:
        super().__init__()
        self._closed: List[str] = []
        self._read: List[RasterSource] = []

    def close(self, names: Sequence[str]) -> None:
        """End writing some of them."""
        for name in names:
            self.rasters[name].close()
            self._closed.append(name)

    def reopen(self, name: str) -> RasterSource:
        """One of the closed."""
        return self.read(self.rasters[name].path + PART)

    def read(self, path: str) -> RasterSource:
        """A raster that goes with the run."""
        self._read.append(RasterSource(path))
        return self._read[-1]

    def let_go(self) -> None:
        """Close what is read."""
        while self._read:
            self._read.pop().close()

    def finish(self) -> None:
        self.let_go()
        self.close([name for name in self.rasters if name not in self._closed])
        self._finished = True
        for raster in self.rasters.values():
            raster.publish()

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        self.let_go()
        super().__exit__(kind, error, trace)


class _All:
    """Gives what it is given to several writers."""

    def __init__(self, writers: Sequence[Writer]) -> None:
        self._writers = writers

    def write(self, x: int, y: int, array: Any) -> None:
        for writer in self._writers:
            writer.write(x, y, array)


class _Picked:
    """Collects what blocks hold at points. hits: (models, n) of uint8, NODATA where no block has been."""

    def __init__(self, places: Places, width: int, models: int) -> None:
        self.rows, self.cols = np.divmod(places.pixels, width)
        self.hits = np.full((models, len(self.rows)), NODATA, np.uint8)

    def of(self, window: Window, masks: Sequence[np.ndarray]) -> Tuple[np.ndarray, np.ndarray]:
        """(which points lie in a block, what the masks hold there)."""
        rows, cols = self.rows - window.y, self.cols - window.x
        here = np.flatnonzero((rows >= 0) & (rows < window.height) & (cols >= 0) & (cols < window.width))
        return here, np.stack([mask[rows[here], cols[here]] for mask in masks])

    def write(self, x: int, y: int, array: Tuple[np.ndarray, np.ndarray]) -> None:
        here, values = array
        self.hits[:, here] = values


class _Work:
    """One run. `result` fills up step by step."""

    def __init__(
        self, before: Sequence[Raster], after: Sequence[Raster], settings: Settings, points: Optional[Points], hotspots: Optional[Points],
        zones: Optional[Zones], targets: Targets, folder: str, outputs: _Staged, monitor: Monitor,
    ) -> None:  # fmt: skip
        self.settings, self.targets, self.scratch, self.outputs, self.monitor = settings, targets, folder, outputs, monitor
        self._points, self._hotspots, self._zones = points, hotspots, zones
        self._labels = None if points is None else self._read_labels(points)
        stacks = []
        for name, stack, share in (("pre", before, (0, 0.01)), ("post", after, (0.01, 0.02))):
            os.makedirs(os.path.join(folder, name))
            stacks.append(open_scenes(stack, settings.band, settings.units, os.path.join(folder, name), Share(monitor, *share)))
        self.whole = covering([scene.grid for stack in stacks for scene in stack])
        self.kind = None if settings.filter == NONE else Speckle(settings.filter, settings.size)
        self.halo = reach(self.kind) if self.kind else 0
        area = AreaOfInterest(settings.aoi, self.whole).window if settings.aoi else self.whole.whole
        self.wide = self.whole.window(_grown(area, self.halo, self.whole))
        self.aoi = AreaOfInterest(settings.aoi, self.wide) if settings.aoi else None
        self.grid = self.whole.window(area)
        self.fuel = self._open_fuel()
        self.masked = None if zones is None else ZoneMasks(zones, self.grid, tr("the scenes"))
        self.result = BurnMap(settings, (stacks[0], stacks[1]), self.grid)
        self._index_paths: Dict[str, str] = {}
        self._say_scenes()

    @staticmethod
    def _read_labels(points: Points) -> np.ndarray:
        return burned_labels(points.labels, points.field) if points.field else np.ones(len(points.wkb), np.int8)

    def _open_fuel(self) -> Optional[RasterSource]:
        fuel = self.settings.fuel
        if fuel is None:
            return None
        source = open_aligned(fuel.raster, self.wide, "nearest", crs=fuel.crs)
        require_codes(source, "FUEL_MASK")
        return source

    def _say_scenes(self) -> None:
        result = self.result
        for name, stack in zip((tr("Before the fire"), tr("After the fire")), result.scenes):
            kinds = ", ".join(name_of(unit) for unit in UNITS if any(scene.units == unit for scene in stack))
            days = sorted(scene.day for scene in stack if scene.day)
            self.monitor.log(
                tr("{when}: {count} scenes in {units}{days}.").format(
                    when=name,
                    count=number(len(stack), 0),
                    units=kinds,
                    days=f", {days[0]} – {days[-1]}" if days else "",
                )
            )
        both = {scene.path for scene in result.scenes[PRE]} & {scene.path for scene in result.scenes[POST]}
        if both:
            result.warnings.append(
                tr("{names}: given before and after, so they show no change: leave them out of one list.").format(
                    names=", ".join(sorted(map(os.path.basename, both)))
                )
            )
        sentence = days_warning(*result.scenes)
        if sentence:
            result.warnings.append(sentence)

    def _scratch(self, name: str) -> str:
        return os.path.join(self.scratch, name)

    # -- medians

    def medians(self, monitor: Monitor) -> None:
        """Write the median of each stack, and of how many values it is made."""
        for place, (name, stack) in enumerate(zip(("pre", "post"), self.result.scenes)):
            part = Share(monitor, place / 2, (place + 1) / 2)
            write_median(stack, self.wide, self._scratch(f"{name}.tif"), self._scratch(f"{name}_count.tif"), part)
        self.kinds = [self._kind(name, Share(monitor, 1, 1)) for name in ("pre", "post")] if self.kind else []
        if self.kinds and self.settings.filter != BOXCAR:
            self.result.looks = (self.kinds[PRE].looks, self.kinds[POST].looks)

    def _kind(self, name: str, monitor: Monitor) -> Speckle:
        """The filter with the looks of a median, and what is bright in it."""
        settings, kind = self.settings, self.kind
        source = self.outputs.read(self._scratch(f"{name}.tif"))
        estimated = settings.looks is None and settings.filter != BOXCAR
        looks, bright = settings.looks or 1.0, math.inf
        if estimated or settings.filter == LEE_SIGMA:
            surveyed = survey(source, LINEAR, monitor)
            if surveyed.empty:
                raise PantauError(
                    tr(
                        "The scenes of {name} hold no data where they are looked at: check the area of interest and the band."
                    ).format(name=name.upper())
                )
            called = tr("Median before") if name == "pre" else tr("Median after")
            looks, bright = looks_of(surveyed, called, monitor) if estimated else looks, surveyed.bright[0]
        return kind._replace(looks=looks, bright=bright)

    # -- indices

    def indices(self, monitor: Monitor) -> None:
        """Despeckle, write RBR and RBD where they are looked at, and measure both."""
        settings, result = self.settings, self.result
        areas = CellAreas(self.wide)
        values = {RBR: Distribution(), RBD: Distribution()}
        empty, dates = Sum(), [Sum(), Sum()]
        sources: List[Any] = [BackscatterSource(self.outputs.read(self._scratch(f"{name}.tif"))) for name in ("pre", "post")]
        sources += [self.outputs.read(self._scratch(f"{name}_count.tif")) for name in ("pre", "post")]
        sources += [self.fuel] if self.fuel else []

        def kernel(block: Block) -> Dict[str, Any]:
            window = block.window
            powers = [to_power(pixels.values[0], None, LINEAR) for pixels in block.pixels[:2]]
            medians = [block.core(power) for power in powers]
            smooth = [despeckle_core(power, kind) for power, kind in zip(powers, self.kinds)] or medians
            made = {
                RBR: radar_index(*smooth, RBR),
                RBD: radar_index(*smooth, RBD, rbd_scale=settings.rbd_scale),
            }
            looked = np.ones(medians[0].shape, bool) if block.inside is None else block.inside.copy()
            if self.fuel:
                fuel = block.pixels[4]
                looked &= block.core(fuel.values[0]) != 0
                if fuel.valid is not None:
                    looked &= block.core(fuel.valid)
            known = looked & ~np.isnan(made[RBR]) & ~np.isnan(made[RBD])
            rows, cols = np.nonzero(known)
            cell_ha = areas.at(rows + window.y, cols + window.x)
            out: Dict[str, Any] = {"empty": areas.sum_ha(looked & ~known, window.x, window.y)}
            for index, array in made.items():
                array[~known] = np.nan
                out[index], out[f"{index} values"] = array, part_of(array[known], cell_ha)
            for place, (name, median) in enumerate(zip(("pre", "post"), medians)):
                if block.inside is not None:
                    median = np.where(block.inside, median, np.float32(np.nan))
                out[f"{name}_median"] = median
                counts = block.core(block.pixels[2 + place].values[0])[known]
                out[f"{name} dates"] = np.bincount(counts, minlength=len(result.scenes[place]) + 1)
            return out

        writers: Dict[str, Any] = {"empty": empty, "pre dates": dates[PRE], "post dates": dates[POST]}
        writers.update((f"{index} values", one) for index, one in values.items())
        result.provenance = self._provenance()
        names = {
            RBR: result.title(RBR), RBD: result.title(RBD), "pre_median": tr("median before"), "post_median": tr("median after"),
        }  # fmt: skip
        created: List[str] = []
        for name, title in names.items():
            scratch = [self._scratch(f"{name}_index.tif")] if name in values else []  # medians have their own
            paths = self.targets.files(name) or scratch
            made = dict(result.provenance)
            if name in values:
                made.update({"index": name, "rbd_scale": settings.rbd_scale if name == RBD else None})
            for path in paths:
                self.outputs.create(path, path, self.grid, np.float32, 1, math.nan, names=[title], provenance=made)
            if name in values:
                self._index_paths[name] = paths[0]
            if paths:
                writers[name] = _All([self.outputs.rasters[path] for path in paths])
            created += paths
        side = block_side(len(sources), self.halo)
        map_blocks(sources, kernel, writers, monitor=monitor, aoi=self.aoi, halo=self.halo, size=side)
        self.outputs.close(created)
        if not values[RBR].count:
            raise PantauError(
                tr(
                    "No pixel holds data both before and after where it is looked at: choose scenes that overlap, and check the area of "
                    "interest and the fuel mask."
                )
            )
        result.values, result.empty_ha = values, float(empty.total)
        result.dates = (typical(dates[PRE].total), typical(dates[POST].total))
        self._warn_of_dates()
        self._choose_thresholds()

    def _provenance(self) -> Dict[str, Any]:
        settings, fuel = self.settings, self.settings.fuel
        return {
            "algorithm": "pantau:mapburn", "version": VERSION,
            "inputs": {
                name: [{"name": scene.name, "units": scene.units, "day": scene.day} for scene in stack]
                for name, stack in zip(("PRE", "POST"), self.result.scenes)
            },
            "band": settings.band, "filter": settings.filter, "size": settings.size if self.kind else None, "looks": self.result.looks,
            "fuel_mask": fuel and (fuel.name or os.path.basename(fuel.raster)), "aoi": settings.aoi is not None,
            "made_by": read_provenance(self.result.scenes[PRE][0].path).get("algorithm"),
        }  # fmt: skip

    def _warn_of_dates(self) -> None:
        before, after = self.result.dates
        if before != after:
            self.result.warnings.append(
                tr(
                    "Most pixels have {before} values before and {after} after: medians of unequal numbers are biased against each other, "
                    "so that unburned land seems to have changed. Give as many scenes before as after."
                ).format(before=number(before, 0), after=number(after, 0))
            )
        for name, count in ((tr("before"), before), (tr("after"), after)):
            if count == 1:
                self.result.warnings.append(
                    tr(
                        "Most pixels rest on a single date {when}: its speckle, rain and harvest go into the map. Give several dates."
                    ).format(when=name)
                )

    def _choose_thresholds(self) -> None:
        result = self.result
        found, result.reasons = cuts(result.values[RBR], ratio=True)
        result.models = [Model(RBR, one) for one in found if one.method in SIGMAS]
        result.models += [Model(RBD, cut(result.values[RBD], method, ratio=False)) for method in SIGMAS]
        result.models += [Model(RBR, one) for one in found if one.method not in SIGMAS]

    # -- masks

    def masks(self, monitor: Monitor) -> None:
        """Write what each model calls burned."""
        result, least = self.result, self.settings.min_area_ha
        sources = {index: self.outputs.reopen(self._index_paths[index]) for index in (RBR, RBD)}
        areas, sums = CellAreas(self.grid), Sum()

        def kernel(block: Block) -> Dict[str, np.ndarray]:
            values = {index: pixels.values[0] for index, pixels in zip(sources, block.pixels)}
            made, counts = {}, []
            for model in result.models:
                index = values[model.index]
                lower = flagged(index, model.cut.threshold, BELOW)
                mask = np.where(lower, np.uint8(BURNED), np.uint8(UNBURNED))
                mask[np.isnan(index)] = NODATA
                made[model.code] = mask
                counts.append((np.count_nonzero(lower), areas.sum_ha(lower, block.window.x, block.window.y)))
            return {**made, "sums": np.array(counts, np.float64)}

        final = {model.code: self._create_mask(self.outputs, model) for model in result.models}
        if not least:
            writers = {code: self.outputs.rasters[path] for code, path in final.items()}
            map_blocks(list(sources.values()), kernel, {**writers, "sums": sums}, monitor=monitor)
            self.outputs.close(list(final.values()))
        else:
            with _Staged() as raw:
                first = {model.code: self._create_mask(raw, model, small=True) for model in result.models}
                writers = {code: raw.rasters[path] for code, path in first.items()}
                map_blocks(list(sources.values()), kernel, {**writers, "sums": sums}, monitor=Share(monitor, 0, 0.5))
            with block_cache(CACHE):
                for place, model in enumerate(result.models):
                    part = Share(monitor, 0.5 + place / 2 / len(final), 0.5 + (place + 1) / 2 / len(final))
                    target = self.outputs.rasters[final[model.code]]
                    model.dropped = drop_small(self.outputs.read(first[model.code]), target, least, part)
            self.outputs.close(list(final.values()))
        self._mask_paths = final
        for model, (count, area_ha) in zip(result.models, sums.total.tolist()):  # the histogram tells them nearly
            model.cut = model.cut._replace(share=count / result.values[model.index].count, area_ha=area_ha)

    def _create_mask(self, outputs: Outputs, model: Model, *, small: bool = False) -> str:
        """Begin the raster of a model; its path, by which it is known. small: one with small patches, for a moment."""
        name = f"burned_{model.code}"
        paths = [] if small else self.targets.files(name)
        path = paths[0] if paths else self._scratch(f"{name}_all.tif" if small else f"{name}.tif")
        self._make_mask(outputs, path, model)
        return path

    def _make_mask(self, outputs: Outputs, path: str, model: Model) -> None:
        made = {
            **self.result.provenance, "index": model.index, "rbd_scale": self.settings.rbd_scale if model.index == RBD else None,
            "method": model.method, "threshold": model.cut.threshold, "min_area_ha": self.settings.min_area_ha,
        }  # fmt: skip
        outputs.create(path, path, self.grid, np.uint8, 1, NODATA, legend=LEGEND, names=[tr("burned")], provenance=made)

    # -- counts

    def count(self, monitor: Monitor) -> None:
        """Hectares in all and per zone, and what the models say at the points."""
        result, models = self.result, self.result.models
        areas, sums = CellAreas(self.grid), Sum()
        sources: List[Any] = [self.outputs.reopen(self._mask_paths[model.code]) for model in models]
        sources += [self.masked] if self.masked else []
        zones = len(self.masked.names) if self.masked else 0
        places, picked = {}, {}
        for name, points in (("points", self._points), ("hotspots", self._hotspots)):
            if points is not None:
                wanted = self._labels >= 0 if name == "points" else np.ones(len(points.wkb), bool)
                places[name] = Places(self.grid, points.wkb, points.crs, wanted, MOST_POINTS, Share(monitor, 0, 0))
                picked[name] = _Picked(places[name], self.grid.width, len(models))

        def kernel(block: Block) -> Dict[str, Any]:
            window, masks = block.window, [pixels.values[0] for pixels in block.pixels[: len(models)]]
            fires, looked = [mask == BURNED for mask in masks], masks[0] != NODATA
            table = np.zeros((zones + 3, len(models) + 1))  # in all, in no zone, in too many, then the zones; models, looked at
            inside = np.zeros(looked.shape, np.int32)
            for zone, part, flags in block.pixels[-1] if zones else ():
                x, y = window.x + part[1].start, window.y + part[0].start
                table[3 + zone] = [areas.sum_ha(one[part] & flags, x, y) for one in (*fires, looked)]
                inside[part] += flags
            cell_ha = areas.at(np.arange(window.y, window.y + window.height)[:, None], np.arange(window.x, window.x + window.width))
            for place, one in enumerate((*fires, looked)):
                table[0, place] = areas.sum_ha(one, window.x, window.y)
                table[1, place] = areas.sum_ha(one & (inside == 0), window.x, window.y)
                table[2, place] = float((cell_ha * np.maximum(inside - 1, 0))[one].sum())
            return {"sums": table, **{name: its.of(window, masks) for name, its in picked.items()}}

        map_blocks(sources, kernel, {"sums": sums, **picked}, monitor=monitor)
        table = sums.total
        result.looked_ha = float(table[0, -1])
        result.district_ha = self._district_ha() or result.looked_ha
        for place, model in enumerate(models):
            model.area_ha, model.percent = float(table[0, place]), 100 * float(table[0, place]) / result.looked_ha
            if zones:
                model.outside_ha, model.overlap_ha = float(table[1, place]), float(table[2, place])
        if self.masked:
            sizes = self._zone_sizes()
            result.zones_name = self._zones.name
            result.zones = [
                ZoneBurn(name, sizes[name], float(row[-1]), row[:-1].tolist()) for name, row in zip(self.masked.names, table[3:])
            ]
        if self._points is not None:
            result.points = self._count_points("points", self._points, places, picked)
        if self._hotspots is not None:
            result.hotspots = self._count_points("hotspots", self._hotspots, places, picked)

    def _district_ha(self) -> float:
        """Hectares of the area of interest; 0 where there is none."""
        if not self.settings.aoi:
            return 0.0
        shapes, _ = load(self.settings.aoi, self.grid.crs, Monitor())
        return self._union_ha(shapes)

    def _zone_sizes(self) -> Dict[str, float]:
        """Hectares of each zone, whose polygons may overlap."""
        shapes, _ = load(self._zones.polygons, self.grid.crs, Monitor())
        own: Dict[str, List[Any]] = {name: [] for name in self._zones.names}
        for name, shape in zip(self._zones.names, shapes):
            own[name].append(shape)
        return {name: self._union_ha(its) for name, its in own.items()}

    def _union_ha(self, shapes: Sequence[Any]) -> float:
        """Hectares of polygons, ground that several share once."""
        return sum(Ground(self.grid.crs).areas_ha(dissolved(shapes, Monitor()).shapes))

    def _count_points(self, name: str, points: Points, places: Dict[str, Places], picked: Dict[str, _Picked]) -> PointCount:
        """What became of points; the models get their matrices, or their hotspots."""
        where, hits = places[name], picked[name].hits
        known = hits[0] != NODATA
        counted = PointCount(
            points.name, int(np.count_nonzero(where.shaped)), int(np.count_nonzero(known)),
            int(np.count_nonzero(where.outside)), int(np.count_nonzero(~known)),
        )  # fmt: skip
        if name == "hotspots":
            for model, row in zip(self.result.models, hits):
                model.hotspots_inside = int(np.count_nonzero(row == BURNED))
            return counted
        counted.unlabelled = int(np.count_nonzero(self._labels < 0))
        counted.total += counted.unlabelled
        reference = self._labels[where.features[known]].astype(np.int64)
        counted.burned = int(reference.sum())
        for model, row in zip(self.result.models, hits):
            if counted.used:
                model.matrix = error_matrix(row[known].astype(np.int64), reference, [UNBURNED, BURNED])
                model.measures = count_measures(model.matrix)
        return counted

    # -- what is best

    def judge(self) -> None:
        """Name the best model, where points of both classes or an official figure tell it, and what to be careful of."""
        result, points, official = self.result, self.result.points, self.settings.official_ha
        if points is not None and points.classes == 2:
            best = max(result.models, key=lambda model: model.measures.kappa)
            result.best, result.because = best.code, self._highest_kappa(best)
        elif official is not None:
            best = min(result.models, key=lambda model: abs(model.area_ha - official))
            result.best = best.code
            result.because = tr("of all models its area is nearest to the official {official} ha ({difference} ha)").format(
                official=number(official, 2), difference=_signed(best.area_ha - official, 2)
            )
        else:
            result.warnings.append(
                tr(
                    "Nothing tells which model is the best: give points of burned and of unburned places, or the official area. BEST shows "
                    "{fallback}, which need not be right."
                ).format(fallback=result.model(FALLBACK).name)
            )
        self._warn_of_points()

    def _highest_kappa(self, best: Model) -> str:
        result = self.result
        text = tr("of all models it has the highest kappa against the points ({kappa}; overall accuracy {overall} %)").format(
            kappa=number(best.measures.kappa, 3), overall=number(100 * best.measures.overall, 2)
        )
        overall = max(result.models, key=lambda model: model.measures.overall)
        if overall.measures.overall > best.measures.overall:
            text += "; " + tr("the highest overall accuracy, {overall} %, has {model}").format(
                overall=number(100 * overall.measures.overall, 2), model=overall.name
            )
        official = self.settings.official_ha
        nearest = best if official is None else min(result.models, key=lambda model: abs(model.area_ha - official))
        if nearest is not best:
            text += "; " + tr("nearest to the official {official} ha is {model} with {area} ha").format(
                official=number(official, 2), model=nearest.name, area=number(nearest.area_ha, 2)
            )
        return text

    def _warn_of_points(self) -> None:
        result, points = self.result, self.result.points
        if points is None:
            return
        if not points.used:
            result.warnings.append(tr("None of the points of {name} can be used: there is no accuracy.").format(name=points.name))
        left = points.outside + points.empty + points.unlabelled
        if left:
            result.warnings.append(
                tr(
                    "{count} of {all} points of {name} are not used: {outside} lie outside the raster, {empty} where it was not looked at or has no "
                    "data, {unlabelled} have no label."
                ).format(
                    count=number(left, 0), all=number(points.total, 0), name=points.name, outside=number(points.outside, 0),
                    empty=number(points.empty, 0), unlabelled=number(points.unlabelled, 0),
                )
            )  # fmt: skip
        if points.used and points.classes == 1:
            result.warnings.append(
                tr(
                    "All {count} points burned: the overall accuracy is then the producer's accuracy alone, and a map on which everything burns "
                    "scores 100 %. Add points of unburned places."
                ).format(count=number(points.used, 0))
                if points.burned
                else tr(
                    "None of the {count} points burned: a map on which nothing burns scores 100 %, so the overall accuracy says nothing of "
                    "burned land. Add points of burned places."
                ).format(count=number(points.used, 0))
            )
        elif points.classes == 2:
            best = max(model.measures.overall for model in result.models)
            if points.empty_map_overall >= best:
                result.warnings.append(
                    tr(
                        "A map on which nothing burns has an overall accuracy of {empty} % against these points, and no model has more ({best} %): "
                        "overall accuracy does not show that any of them finds fire. Look at kappa, producer's and user's accuracy."
                    ).format(empty=number(100 * points.empty_map_overall, 2), best=number(100 * best, 2))
                )

    def copy_best(self, monitor: Monitor) -> None:
        """Write the mask of the best model once more, as the best."""
        if not self.targets.best:
            return
        model = self.result.shown
        self._make_mask(self.outputs, self.targets.best, model)
        writers = {"best": self.outputs.rasters[self.targets.best]}
        source = self.outputs.reopen(self._mask_paths[model.code])
        map_blocks([source], lambda block: {"best": block.pixels[0].values[0]}, writers, monitor=monitor)


def _grown(window: Window, margin: int, grid: Grid) -> Window:
    """A window with a margin, cut at the grid's edge."""
    left, top = max(0, window.x - margin), max(0, window.y - margin)
    right, bottom = min(grid.width, window.x + window.width + margin), min(grid.height, window.y + window.height + margin)
    return Window(left, top, right - left, bottom - top)


def _signed(value: float, decimals: int) -> str:
    return ("+" if value > 0 else "") + number(value, decimals)


# -- the log


def _report(result: BurnMap, monitor: Monitor) -> None:
    for sentence in result.warnings:
        monitor.warn(sentence)
    for sentence in result.reasons:
        monitor.log(sentence)
    for index, values in result.values.items():
        monitor.log(
            tr("{index}: mean {mean}, standard deviation {std}, {count} pixels, {area} ha.").format(
                index=result.title(index),
                mean=figure(values.mean, values.std),
                std=figure(values.std, values.std),
                count=number(values.count, 0),
                area=number(result.looked_ha, 2),
            )
        )
    for model in result.models:
        monitor.log(_line(result, model))
    monitor.log(best_line(result))
    shown = result.shown
    if shown.tells_nothing:
        monitor.warn(
            tr(
                "{model} flags {percent} %, and by the spread of its index {none} % would lie there without any fire: the threshold alone does "
                "not show that anything burned."
            ).format(model=shown.name, percent=number(shown.flagged_percent, 1), none=number(100 * shown.cut.no_fire_share, 1))
        )
    if result.zones is not None:
        monitor.log(closure_line(result))
    monitor.log(tr("Done in {seconds} s.").format(seconds=number(result.seconds, 1)))


def _line(result: BurnMap, model: Model) -> str:
    text = tr("{model} ({threshold}): {area} ha, {percent} %; below the threshold {flagged} %, without any fire {none} %.").format(
        model=model.name,
        threshold=figure(model.cut.threshold, result.values[model.index].std),
        area=number(model.area_ha, 2),
        percent=number(model.percent, 2),
        flagged=number(model.flagged_percent, 2),
        none=number(100 * model.cut.no_fire_share, 2),
    )
    if model.measures is not None:
        text += " " + tr("Overall accuracy {overall} % (nothing burned: {empty} %), kappa {kappa}.").format(
            overall=number(100 * model.measures.overall, 2),
            empty=number(100 * result.points.empty_map_overall, 2),
            kappa=_or_none(model.measures.kappa, 3),
        )
    return text


def _or_none(value: float, decimals: int) -> str:
    return "–" if math.isnan(value) else number(value, decimals)


def best_line(result: BurnMap) -> str:
    """Which model is the best, and why."""
    if not result.best:
        return tr("No best model can be named without points of both classes or an official figure.")
    return tr("Best: {model}, since {because}.").format(model=result.shown.name, because=result.because)


def closure_line(result: BurnMap) -> str:
    """How the zones add up, for the model that is shown."""
    model, place = result.shown, [one.code for one in result.models].index(result.shown.code)
    return tr(
        "{model}: {zones} ha in the zones + {outside} ha in none of them - {overlap} ha counted in more than one = {total} ha."
    ).format(
        model=model.name,
        zones=number(sum(zone.burned_ha[place] for zone in result.zones), 2),
        outside=number(model.outside_ha, 2),
        overlap=number(model.overlap_ha, 2),
        total=number(model.area_ha, 2),
    )
