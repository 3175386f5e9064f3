"""Radar burn indices: what the backscatter of two dates differs by, as a raster with its mean, spread and histogram."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, List, Mapping, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..raster.aoi import AreaOfInterest, Polygons
from ..raster.grid import CellAreas, Grid
from ..raster.legend import read_provenance
from ..raster.outputs import Outputs
from ..raster.pipeline import Block, Sum, Writer, map_blocks
from ..raster.source import AlignedSource, Pixels, RasterSource, open_aligned, percentiles
from ..raster.zones import Map
from ..text import number, tr
from ..version import VERSION
from .checks import check_choice
from .distribution import Distribution, part_of
from .threshold import (
    BELOW,
    KITTLER,
    MU,
    MU_MINUS_SIGMA,
    MU_PLUS_SIGMA,
    OTSU,
    choose,
    flagged,
    gaussian_share,
    method_name,
    no_fire_share,
)
from .units import AUTO, DB, LINEAR, UNITS, chosen, name_of, read_physical, to_power

RBR, RBD, LOGRBR, NRBR = "rbr", "rbd", "logrbr", "nrbr"
INDICES = (RBR, RBD, LOGRBR, NRBR)
SIGMAS = (MU_MINUS_SIGMA, MU, MU_PLUS_SIGMA)


@dataclass(frozen=True)
class Settings:
    """index: one of INDICES. units: AUTO, LINEAR or DB, of the inputs. rbd_scale: LINEAR or DB, what RBD is a difference of.

    band, cross_band: of PRE and POST, and of the rasters of the other polarisation, from 1.
    """

    index: str = RBR
    units: str = AUTO
    rbd_scale: str = LINEAR
    band: int = 1
    cross_band: int = 1
    aoi: Optional[Polygons] = None

    def check(self) -> None:
        """Raise PantauError for what cannot be."""
        check_choice("INDEX", self.index, INDICES)
        check_choice("UNITS", self.units, (AUTO, *UNITS))
        check_choice("RBD_SCALE", self.rbd_scale, UNITS)


class Cut(NamedTuple):
    """What a threshold flags below it. shares: 0 to 1; gaussian_share, no_fire_share: what it would without any fire."""

    method: str
    threshold: float
    share: float
    area_ha: float
    gaussian_share: Optional[float]
    no_fire_share: float

    @property
    def name(self) -> str:
        """Of the method."""
        return method_name(self.method)


@dataclass
class BurnIndex:
    """What came out.

    names: of the rasters, PRE and POST first. units: of each, LINEAR or DB. values: how the index is distributed where it was looked
    at. cuts, reasons: of `cuts`, counted, where a report is wanted. aligned: names of those that were brought to the grid of PRE. empty_ha: looked at, and without data.
    """

    settings: Settings
    names: List[str]
    units: List[str]
    values: Distribution
    grid: Grid
    cuts: List[Cut] = field(default_factory=list)
    reasons: List[str] = field(default_factory=list)
    aligned: List[str] = field(default_factory=list)
    empty_ha: float = 0.0
    provenance: Dict[str, Any] = field(default_factory=dict)
    warnings: List[str] = field(default_factory=list)
    seconds: float = 0.0
    megapixels: float = 0.0

    @property
    def title(self) -> str:
        """What to call the index."""
        return index_name(self.settings.index, self.settings.rbd_scale)

    @property
    def ratio(self) -> bool:
        """Whether the values are ratios of powers."""
        return self.settings.index == RBR


def index_name(index: str, rbd_scale: str = LINEAR) -> str:
    """What to call an index: RBR, RBD (linear), RBD (dB), LogRBR (dB), NRBR."""
    scale = "dB" if rbd_scale == DB else tr("linear")
    return {RBR: "RBR", RBD: f"RBD ({scale})", LOGRBR: "LogRBR (dB)", NRBR: "NRBR"}[index]


def formula(index: str, rbd_scale: str = LINEAR) -> str:
    """How an index is computed, in one line."""
    return {
        RBR: tr("post / pre, in power"),
        RBD: tr("post - pre, in decibels") if rbd_scale == DB else tr("post - pre, in power"),
        LOGRBR: tr("10 log10(post / pre), in decibels"),
        NRBR: tr("(RBR - RBR of the other polarisation) / (their sum)"),
    }[index]


def radar_index(
    pre: np.ndarray, post: np.ndarray, index: str, *, rbd_scale: str = LINEAR, cross: Optional[Tuple[np.ndarray, np.ndarray]] = None
) -> np.ndarray:
    """A radar burn index of two dates: float32, NaN where power is not finite or not above 0, and where the index is not finite.

    pre, post: power (never decibels) of one polarisation, arrays of one shape. cross: (pre, post) of the other one, for NRBR.
    RBR = post / pre (Tanase, Kennedy and Aponte 2015); RBD = post - pre, in power, or of decibels where rbd_scale is DB, which is the
    same as LogRBR = 10 log10 RBR (De Luca, Silva and Modica 2021); NRBR = (RBR - RBR of the other) / (their sum), of VH and VV (Tarazona,
    Tanase and Mantas 2025).
    """
    powers = [np.asarray(one, np.float64) for one in (pre, post, *((cross or ()) if index == NRBR else ()))]
    good = np.logical_and.reduce([(one > 0) & (one < np.inf) for one in powers])
    pre, post, *rest = (np.where(good, one, np.nan) for one in powers)
    with np.errstate(all="ignore"):
        if index == RBD and rbd_scale == LINEAR:
            result = post - pre
        else:
            result = post / pre
        if index == LOGRBR or (index == RBD and rbd_scale == DB):
            result = 10 * np.log10(result)
        elif index == NRBR:
            other = rest[1] / rest[0]
            result = (result - other) / (result + other)
        result = result.astype(np.float32)
    result[~np.isfinite(result)] = np.nan
    return result


def write_index(
    sources: Sequence[RasterSource],
    units: Sequence[str],
    index: str,
    *,
    rbd_scale: str = LINEAR,
    output: Optional[Writer] = None,
    aoi: Optional[AreaOfInterest] = None,
    monitor: Optional[Monitor] = None,
) -> Tuple[Distribution, float]:
    """(how the index is distributed, hectares that were looked at and have no data), of sources on one grid; one pass.

    sources: PRE and POST, and for NRBR those of the other polarisation, each with one band selected. units: LINEAR or DB of each. output:
    what takes the index, (rows, cols) of float32, NaN for no data, on the grid of `aoi.window` or of the whole raster.
    """
    areas, values, empty = CellAreas(sources[0].grid), Distribution(), Sum()

    def kernel(block: Block) -> Mapping[str, Any]:
        window, result = block.window, _index_of(block, sources, units, index, rbd_scale)
        known = ~np.isnan(result)
        missing = ~known if block.inside is None else ~known & block.inside
        rows, cols = np.nonzero(known)
        return {
            "index": result,
            "values": part_of(result[known], areas.at(rows + window.y, cols + window.x)),
            "empty": areas.sum_ha(missing, window.x, window.y),
        }

    writers: Dict[str, Writer] = {"values": values, "empty": empty}
    if output is not None:
        writers["index"] = output
    map_blocks(sources, kernel, writers, monitor=monitor or Monitor(), aoi=aoi)
    return values, float(empty.total)


def count_below(
    sources: Sequence[RasterSource],
    units: Sequence[str],
    index: str,
    thresholds: Sequence[float],
    *,
    rbd_scale: str = LINEAR,
    aoi: Optional[AreaOfInterest] = None,
    monitor: Optional[Monitor] = None,
) -> np.ndarray:
    """(2, n) of float64: pixels and hectares whose index is lower than each threshold, counted; otherwise as `write_index`."""
    areas, sums = CellAreas(sources[0].grid), Sum()

    def kernel(block: Block) -> Mapping[str, Any]:
        window, result = block.window, _index_of(block, sources, units, index, rbd_scale)
        lower = [flagged(result, one, BELOW) for one in thresholds]
        areas_ha = [areas.sum_ha(flags, window.x, window.y) for flags in lower]
        return {"sums": np.array([[np.count_nonzero(flags) for flags in lower], areas_ha], np.float64)}

    map_blocks(sources, kernel, {"sums": sums}, monitor=monitor or Monitor(), aoi=aoi)
    return sums.total


def _index_of(block: Block, sources: Sequence[RasterSource], units: Sequence[str], index: str, rbd_scale: str) -> np.ndarray:
    """The index of a block, NaN outside the area of interest as well."""
    powers = [
        to_power(read_physical(source, pixels).astype(np.float64), pixels.valid, unit)[0]
        for source, pixels, unit in zip(sources, block.pixels, units)
    ]
    result = radar_index(*powers[:2], index, rbd_scale=rbd_scale, cross=tuple(powers[2:]) or None)
    if block.inside is not None:
        result[~block.inside] = np.nan
    return result


def burn_index(
    pre: Map,
    post: Map,
    settings: Settings,
    *,
    cross: Optional[Tuple[Map, Map]] = None,
    output: Optional[str] = None,
    publish: Optional[Callable[[BurnIndex], None]] = None,
    monitor: Optional[Monitor] = None,
) -> BurnIndex:
    """Compute a burn index on the grid of `pre`; the others are brought to it (bilinear) where theirs differs.

    cross: (pre, post) of the other polarisation, for NRBR. output: path of a GeoTIFF to write: float32, NaN for no data. publish: called
    once, when that is in place, to write what else shall be written; where it fails, the raster goes and what was there comes back.
    Raises PantauError: units that cannot be told, no pixel with data on both dates, a missing raster; Cancelled. Then no output exists and
    earlier files are as they were.
    """
    monitor, start = monitor or Monitor(), time.perf_counter()
    settings.check()
    work = _Work(pre, post, settings, cross, monitor)
    aoi = AreaOfInterest(settings.aoi, work.grid) if settings.aoi else None
    grid = work.grid.window(aoi.window) if aoi else work.grid
    title = index_name(settings.index, settings.rbd_scale)
    with Outputs() as outputs:
        if output:
            outputs.create("index", output, grid, np.float32, 1, float("nan"), names=[title], provenance=work.provenance)
        pixels = {"rbd_scale": settings.rbd_scale, "aoi": aoi}
        values, empty_ha = write_index(
            work.sources, work.units, settings.index, output=outputs.rasters.get("index"),
            monitor=Share(monitor, 0, 0.5 if publish else 1), **pixels,
        )  # fmt: skip
        if not values.count:
            raise PantauError(
                tr(
                    "No pixel of {pre} and {post} holds data on both dates: choose two that overlap, and an area where they do."
                ).format(pre=work.names[0], post=work.names[1])
            )
        found, reasons = cuts(values, ratio=settings.index == RBR) if publish else ([], [])
        if found:  # the histogram tells them nearly; two reports of one raster shall not differ in the last digit
            pixels["monitor"] = Share(monitor, 0.5, 1)
            counts = count_below(work.sources, work.units, settings.index, [one.threshold for one in found], **pixels)
            found = [one._replace(share=n / values.count, area_ha=area) for one, n, area in zip(found, *counts.tolist())]
        provenance = {**work.provenance, "mean": values.mean, "std": values.std, "count": values.count}
        if output:
            outputs.rasters["index"].tell(provenance)
        outputs.finish()
        result = BurnIndex(
            settings, work.names, work.units, values, grid, found, reasons, work.aligned, empty_ha, provenance, work.warnings,
            time.perf_counter() - start, grid.width * grid.height / 1e6,
        )  # fmt: skip
        for sentence in result.warnings:
            monitor.warn(sentence)
        _report(result, monitor)
        if publish is not None:
            check(monitor, 1, 1)
            publish(result)
    return result


class _Work:
    """One run: everything resolved before the first pixel is computed."""

    def __init__(self, pre: Map, post: Map, settings: Settings, cross: Optional[Tuple[Map, Map]], monitor: Monitor) -> None:
        maps = [("PRE", pre, settings.band), ("POST", post, settings.band)]
        if settings.index == NRBR:
            if cross is None:
                raise PantauError(
                    tr("NRBR compares two polarisations: give the other one, such as VV, as CROSS_PRE and CROSS_POST.")
                )
            maps += [("CROSS_PRE", cross[0], settings.cross_band), ("CROSS_POST", cross[1], settings.cross_band)]
        self.warnings: List[str] = []
        self._compare(maps)
        first = RasterSource(pre.raster, [settings.band], pre.crs)
        self.grid = first.grid
        self.sources: List[RasterSource] = [first]
        self.sources += [open_aligned(one.raster, self.grid, "bilinear", [band], one.crs) for _, one, band in maps[1:]]
        self.names = [one.name for _, one, _ in maps]
        self.aligned = [name for name, source in zip(self.names, self.sources) if isinstance(source, AlignedSource)]
        for name in self.aligned:
            monitor.log(
                tr("{name} lies on another grid: its values are interpolated (bilinear) at the pixels of {pre}.").format(
                    name=name, pre=self.names[0]
                )
            )
        self.units = [chosen(source, settings.units, monitor) for source in self.sources]
        if settings.index == NRBR:
            self._compare_polarisations()
        self.provenance = {
            "algorithm": "pantau:burnindex", "version": VERSION, "index": settings.index,
            "rbd_scale": settings.rbd_scale if settings.index == RBD else None,
            "inputs": {
                parameter: {"name": name, "band": band, "units": unit, "made_by": read_provenance(one.raster).get("algorithm")}
                for (parameter, one, band), name, unit in zip(maps, self.names, self.units)
            },
            "units": settings.units, "aligned": self.aligned, "aoi": settings.aoi is not None,
        }  # fmt: skip

    def _compare(self, maps: Sequence[Tuple[str, Map, int]]) -> None:
        """Warn where a raster is given twice. Raises PantauError where that leaves nothing to compare."""
        given: Dict[Tuple[str, int], str] = {}
        for parameter, one, band in maps:
            twin = given.setdefault((one.raster, band), parameter)
            if twin == parameter:
                continue
            if {twin, parameter} in ({"PRE", "CROSS_PRE"}, {"POST", "CROSS_POST"}):
                raise PantauError(
                    tr(
                        "{one} and {other} are the same band of the same file: give the other polarisation as {other}, or its CROSS_BAND."
                    ).format(one=twin, other=parameter)
                )
            self.warnings.append(
                tr("{one} and {other} are the same file, {name}: check both.").format(one=twin, other=parameter, name=one.name)
            )

    def _compare_polarisations(self) -> None:
        """Warn where PRE is brighter than the other polarisation, as the like-polarised one is."""
        middles = []
        for source, unit in zip(self.sources[::2], self.units[::2]):
            values = np.array(percentiles(source, 50)).reshape(1, 1, 1)
            middles.append(to_power(read_physical(source, Pixels(values, None)), None, unit).item())
        if middles[0] > middles[1]:
            self.warnings.append(
                tr(
                    "{pre} is brighter than {cross}, as VV is than VH: burned land then has a high NRBR. Give VH as PRE and POST, and VV "
                    "as the other polarisation."
                ).format(pre=self.names[0], cross=self.names[2])
            )


# -- what the index says


def cut(values: Distribution, method: str, *, ratio: bool) -> Cut:
    """What a method flags below its threshold. Raises PantauError where it has none."""
    threshold = choose(method, values, ratio=ratio)
    return Cut(
        method, threshold, values.share_below(threshold), values.area_below_ha(threshold),
        gaussian_share(threshold, values.mean, values.std), no_fire_share(values, threshold, ratio=ratio),
    )  # fmt: skip


def cuts(values: Distribution, *, ratio: bool) -> Tuple[List[Cut], List[str]]:
    """(what each method that needs no number flags below its threshold, why others have none)."""
    found, reasons = [], []
    for method in (*SIGMAS, OTSU, KITTLER):
        try:
            found.append(cut(values, method, ratio=ratio))
        except PantauError as error:
            reasons.append(str(error))
    return found, list(dict.fromkeys(reasons))


def _report(result: BurnIndex, monitor: Monitor) -> None:
    values = result.values
    monitor.log(
        tr("{title} = {formula}. {units}.").format(
            title=result.title, formula=formula(result.settings.index, result.settings.rbd_scale), units=seen_units(result)
        )
    )
    monitor.log(
        tr(
            "Mean {mean}, standard deviation {std}, of {count} pixels ({area} ha); {empty} ha have no data on one of the dates."
        ).format(
            mean=figure(values.mean, values.std),
            std=figure(values.std, values.std),
            count=number(values.count, 0),
            area=number(values.area_ha, 2),
            empty=number(result.empty_ha, 2),
        )  # fmt: skip
    )
    for method in SIGMAS:
        one = cut(values, method, ratio=result.ratio)
        monitor.log(
            tr(
                "Below {method} ({threshold}): {percent} %, {area} ha. Without any fire: {none} % by this index's own spread."
            ).format(
                method=one.name,
                threshold=figure(one.threshold, values.std),
                percent=number(100 * one.share, 2),
                area=number(one.area_ha, 2),
                none=number(100 * one.no_fire_share, 2),
            )  # fmt: skip
        )
    monitor.log(
        tr("{pre} and {post}: {megapixels} Mpx in {seconds} s ({speed} Mpx/s).").format(
            pre=result.names[0],
            post=result.names[1],
            megapixels=number(result.megapixels, 2),
            seconds=number(result.seconds, 2),
            speed=number(result.megapixels / max(result.seconds, 1e-9), 1),
        )  # fmt: skip
    )


def seen_units(result: BurnIndex) -> str:
    """The units of each raster, in words."""
    return "; ".join(f"{name}: {name_of(unit)}" for name, unit in zip(result.names, result.units))


def figure(value: float, std: float) -> str:
    """A value of an index with as many decimals as its spread deserves."""
    decimals = 3 if not std else min(9, max(3, 3 - math.floor(math.log10(std))))
    return number(value, decimals)
