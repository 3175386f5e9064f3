"""Burned and unburned: an index cut by a threshold, as a raster with its hectares."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Callable, Dict, Mapping, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..raster.aoi import AreaOfInterest, Polygons
from ..raster.codes import require_codes
from ..raster.gdal_guard import block_cache
from ..raster.grid import CellAreas, Grid
from ..raster.legend import Legend, LegendEntry, raster_name, read_provenance
from ..raster.outputs import Outputs, RasterOutput
from ..raster.patches import Patches, reader, strips
from ..raster.pipeline import CACHE, Block, Sum, Writer, map_blocks
from ..raster.source import RasterSource, open_aligned
from ..raster.zones import Map
from ..segmentation.segment import scratch_folder
from ..text import number, tr
from ..version import VERSION
from .checks import check_choice, check_min_area
from .distribution import Distribution, part_of
from .index import INDICES, RBR, figure, index_name
from .threshold import (
    BELOW,
    METHODS,
    MU_MINUS_SIGMA,
    SIDES,
    VALUE,
    choose,
    flagged,
    gaussian_share,
    method_name,
    no_fire_share,
)
from .units import LINEAR, read_physical

NODATA = 255
UNBURNED, BURNED = 0, 1
LEGEND = Legend(
    (LegendEntry(UNBURNED, "not burned", "tidak terbakar", "#E8E8E8"), LegendEntry(BURNED, "burned", "terbakar", "#B2182B"))
)
UNTOLD = 1.25  # times what is flagged, from which on the share without any fire is no estimate but a sign of other change
HARDLY_MORE = 1.5  # times the share without any fire, up to which a flagged share tells of no fire


@dataclass(frozen=True)
class Settings:
    """method: one of METHODS. k: of K_SIGMA. value: of VALUE. burned: the side of the threshold, BELOW or ABOVE. min_area_ha: smaller patches
    are not burned. fuel: a class raster on any grid; where it is 0 or has no data nothing can burn, and nothing is looked at."""

    method: str = MU_MINUS_SIGMA
    k: float = 1.0
    value: Optional[float] = None
    burned: str = BELOW
    min_area_ha: float = 0.0
    fuel: Optional[Map] = None
    aoi: Optional[Polygons] = None

    def check(self) -> None:
        """Raise PantauError for what cannot be."""
        check_choice("METHOD", self.method, METHODS)
        check_choice("BURNED", self.burned, SIDES)
        check_min_area(self.min_area_ha)
        if not np.isfinite(self.k):
            raise PantauError(tr("K is {value}: give a number of standard deviations, such as 1.5.").format(value=self.k))
        if self.method == VALUE and (self.value is None or not np.isfinite(self.value)):
            raise PantauError(tr("METHOD is value, and VALUE is empty: give the threshold."))
        if self.method != VALUE and self.value is not None:
            raise PantauError(
                tr("VALUE is {value:g}, and METHOD is {method}: set METHOD to value, or leave VALUE empty.").format(
                    value=self.value, method=self.method
                )
            )


class Dropped(NamedTuple):
    """Patches below the minimum: how many, and their hectares; kept_ha: of the others."""

    count: int = 0
    area_ha: float = 0.0
    kept_ha: float = 0.0


@dataclass
class BurnMask:
    """What came out. Hectares on the ellipsoid.

    title: of the index. values: how it is distributed where it was looked at (with data, inside the area of interest, where there is fuel).
    flagged_ha: beyond the threshold; area_ha: of it, what is left without patches below the minimum. gaussian_share, no_fire_share: 0 to
    1, what the threshold would flag without any fire: of a Gaussian of this mean and spread, and of this index itself.
    """

    settings: Settings
    name: str
    title: str
    values: Distribution
    ratio: bool
    threshold: float
    grid: Grid
    flagged_ha: float = 0.0
    area_ha: float = 0.0
    dropped: Dropped = Dropped()
    provenance: Dict[str, Any] = field(default_factory=dict)
    source: Dict[str, Any] = field(default_factory=dict)
    seconds: float = 0.0
    megapixels: float = 0.0

    @property
    def method(self) -> str:
        """What to call the method."""
        return method_name(self.settings.method, self.settings.k, self.settings.burned)

    @property
    def looked_ha(self) -> float:
        """What was looked at."""
        return self.values.area_ha

    @property
    def percent(self) -> float:
        """Burned, of what was looked at."""
        return 100 * self.area_ha / self.looked_ha

    @property
    def flagged_percent(self) -> float:
        """Beyond the threshold, of what was looked at."""
        return 100 * self.flagged_ha / self.looked_ha

    @property
    def gaussian_percent(self) -> Optional[float]:
        """What a Gaussian of this mean and spread would have beyond the threshold; None where there is no spread."""
        share = gaussian_share(self.threshold, self.values.mean, self.values.std, self.settings.burned)
        return None if share is None else 100 * share

    @property
    def no_fire_percent(self) -> float:
        """What this index would have beyond the threshold without any fire."""
        return 100 * no_fire_share(self.values, self.threshold, ratio=self.ratio, burned=self.settings.burned)

    @property
    def tells_nothing(self) -> bool:
        """Whether about as much would be flagged without any fire."""
        return 0 < self.flagged_percent <= HARDLY_MORE * self.no_fire_percent


def measure(
    source: RasterSource, *, fuel: Optional[RasterSource] = None, aoi: Optional[AreaOfInterest] = None, monitor: Optional[Monitor] = None
) -> Distribution:  # fmt: skip
    """How the first selected band of a raster is distributed inside an area of interest and where there is fuel; one pass.

    fuel: a class raster on the grid of `source`.
    """
    areas, values = CellAreas(source.grid), Distribution()

    def kernel(block: Block) -> Mapping[str, Any]:
        window, (index, known) = block.window, _looked_at(block, source)
        rows, cols = np.nonzero(known)
        return {"values": part_of(index[known], areas.at(rows + window.y, cols + window.x))}

    map_blocks([source, *([fuel] if fuel else [])], kernel, {"values": values}, monitor=monitor or Monitor(), aoi=aoi)
    return values


def write_mask(
    source: RasterSource,
    threshold: float,
    burned: str = BELOW,
    *,
    fuel: Optional[RasterSource] = None,
    output: Optional[Writer] = None,
    aoi: Optional[AreaOfInterest] = None,
    monitor: Optional[Monitor] = None,
) -> float:
    """The hectares beyond a threshold, inside an area of interest and where there is fuel.

    output: what takes the mask, (rows, cols) of uint8, BURNED, UNBURNED or NODATA, on the grid of `aoi.window` or of the whole raster.
    """
    areas, sums = CellAreas(source.grid), Sum()

    def kernel(block: Block) -> Mapping[str, Any]:
        window, (index, known) = block.window, _looked_at(block, source)
        fire, mask = fire_mask(index, known, threshold, burned)
        return {"mask": mask, "sums": areas.sum_ha(fire, window.x, window.y)}

    writers: Dict[str, Writer] = {"sums": sums}
    if output is not None:
        writers["mask"] = output
    map_blocks([source, *([fuel] if fuel else [])], kernel, writers, monitor=monitor or Monitor(), aoi=aoi)
    return sums.total


def _looked_at(block: Block, source: RasterSource) -> Sequence[np.ndarray]:
    """((rows, cols) of the index with its scale, where it is looked at)."""
    pixels, *fuel = block.pixels
    index = read_physical(source, pixels)[0]
    known = np.isfinite(index)
    for where in (pixels.valid, block.inside, *(one.valid for one in fuel), *(one.values[0] != 0 for one in fuel)):
        if where is not None:
            known &= where
    return index, known


def fire_mask(index: np.ndarray, known: np.ndarray, threshold: float, burned: str = BELOW) -> Tuple[np.ndarray, np.ndarray]:
    """((rows, cols) of bool: where an index lies beyond a threshold; of uint8: BURNED, UNBURNED, and NODATA where it is not known)."""
    fire = flagged(index, threshold, burned) & known
    mask = np.where(fire, np.uint8(BURNED), np.uint8(UNBURNED))
    mask[~known] = NODATA
    return fire, mask


def create_mask(outputs: Outputs, name: str, path: str, grid: Grid, provenance: Mapping[str, Any]) -> RasterOutput:
    """A new raster of burned and unburned, with its legend, under `name`."""
    return outputs.create(name, path, grid, np.uint8, 1, NODATA, legend=LEGEND, names=[tr("burned")], provenance=provenance)


def open_fuel(fuel: Optional[Map], grid: Grid) -> Optional[RasterSource]:
    """The fuel mask, by nearest pixels on a grid. Raises PantauError where it holds no classes."""
    if fuel is None:
        return None
    source = open_aligned(fuel.raster, grid, "nearest", crs=fuel.crs)
    require_codes(source, "FUEL_MASK")
    return source


def drop_small(mask: RasterSource, output: Optional[RasterOutput], least_ha: float, monitor: Monitor) -> Dropped:
    """Write a mask without its burned patches below a minimum, which become UNBURNED; pixels that touch by corners are one patch."""
    grid, codes = mask.grid, reader(mask)
    found = Patches(grid, codes, [BURNED], CellAreas(grid), Share(monitor, 0, 0.6), corners=True)
    small = found.area_ha < least_ha
    if output is not None:
        gone = np.append(small, False)
        for window in strips(grid):
            check(monitor, 0.6 + 0.4 * window.y / grid.height, 1)
            output.write(0, window.y, np.where(gone[found.numbers(window)], np.uint8(UNBURNED), codes(window)))
    return Dropped(int(np.count_nonzero(small)), *(float(found.area_ha[its].sum()) for its in (small, ~small)))


def burn_mask(
    raster: str,
    settings: Settings,
    *,
    crs: str = "",
    name: str = "",
    output: Optional[str] = None,
    publish: Optional[Callable[[BurnMask], None]] = None,
    scratch: Optional[str] = None,
    monitor: Optional[Monitor] = None,
) -> BurnMask:
    """Cut an index raster by a threshold that its own values give, or that is given.

    crs: WKT to assume where the raster has none. name: of the layer, for messages. output: path of a GeoTIFF to write: uint8, BURNED or
    UNBURNED, NODATA where it was not looked at. publish: called once, when that is in place, to write what else shall be written; where it
    fails, the raster goes and what was there comes back. scratch: folder for temporary files.
    Raises PantauError: nothing to look at, no second class, no value; Cancelled. Then no output exists and earlier files are as they were.
    """
    monitor, start = monitor or Monitor(), time.perf_counter()
    settings.check()
    source, name = RasterSource(raster, crs=crs), raster_name(raster, name)
    if len(source.data_bands) > 1:
        source.select(source.data_bands[:1])
        monitor.warn(tr("{name} has {count} bands: the first is taken.").format(name=source.name, count=len(source.data_bands)))
    fuel = open_fuel(settings.fuel, source.grid)
    aoi = AreaOfInterest(settings.aoi, source.grid) if settings.aoi else None
    made = read_provenance(raster)
    values = measure(source, fuel=fuel, aoi=aoi, monitor=Share(monitor, 0, 0.4))
    if not values.count:
        raise PantauError(
            tr("{name} holds no data where it is looked at: check the area of interest and the fuel mask.").format(name=name)
        )
    ratio = is_ratio(made, values)
    threshold = choose(settings.method, values, ratio=ratio, burned=settings.burned, k=settings.k, value=settings.value)
    grid = source.grid.window(aoi.window) if aoi else source.grid
    result = BurnMask(
        settings,
        name,
        _title(made),
        values,
        ratio,
        threshold,
        grid,
        source=made,
        megapixels=grid.width * grid.height / 1e6,
    )
    result.provenance = {
        "algorithm": "pantau:burnthreshold", "version": VERSION, "input": source.name, "method": settings.method, "k": settings.k,
        "value": settings.value, "burned": settings.burned, "threshold": threshold, "min_area_ha": settings.min_area_ha,
        "fuel_mask": settings.fuel and settings.fuel.name, "aoi": settings.aoi is not None, "mean": values.mean,
        "std": values.std, "count": values.count, "input_provenance": made,
    }  # fmt: skip
    create = partial(create_mask, name="mask", grid=grid, provenance=result.provenance)
    with scratch_folder(scratch) as folder, Outputs() as outputs:
        final, first = create(outputs, path=output) if output else None, None
        with Outputs() as kept:  # goes with the folder
            if settings.min_area_ha:
                first = create(kept, path=f"{folder}/mask.tif")
            result.flagged_ha = write_mask(
                source, threshold, settings.burned, fuel=fuel, output=first or final, aoi=aoi,
                monitor=Share(monitor, 0.4, 0.7 if first else 1),
            )  # fmt: skip
        if first:
            with block_cache(CACHE):
                whole = outputs.read(f"{folder}/mask.tif")
                result.dropped = drop_small(whole, final, settings.min_area_ha, Share(monitor, 0.7, 1))
        result.area_ha = result.dropped.kept_ha if first else result.flagged_ha
        check(monitor, 1, 1)
        outputs.finish()
        result.seconds = time.perf_counter() - start
        _report(result, monitor)
        if publish is not None:
            publish(result)
    return result


def is_ratio(made: Mapping[str, Any], values: Distribution) -> bool:
    """Whether an index is a ratio of powers: as its own provenance says; of another raster, whether all of its values are above 0, as those of every ratio are."""
    index = made.get("index")
    return values.least > 0 and (index == RBR if index in INDICES else True)


def _title(made: Mapping[str, Any]) -> str:
    index = made.get("index")
    return index_name(index, made.get("rbd_scale") or LINEAR) if index in INDICES else ""


def _report(result: BurnMask, monitor: Monitor) -> None:
    std = result.values.std
    monitor.log(
        tr("{name}: mean {mean}, standard deviation {std}, of {count} pixels ({area} ha).").format(
            name=" ".join(filter(None, [result.title, result.name])),
            mean=figure(result.values.mean, std),
            std=figure(std, std),
            count=number(result.values.count, 0),
            area=number(result.looked_ha, 2),
        )  # fmt: skip
    )
    monitor.log(threshold_line(result))
    monitor.log(expected_line(result))
    if result.settings.min_area_ha:
        monitor.log(
            tr("Patches below {least} ha are not burned (left out: {count}, {area} ha).").format(
                count=number(result.dropped.count, 0),
                least=number(result.settings.min_area_ha, 2),
                area=number(result.dropped.area_ha, 2),
            )
        )
    monitor.log(
        tr("Burned: {area} ha, {percent} % of what was looked at.").format(
            area=number(result.area_ha, 2), percent=number(result.percent, 2)
        )
    )
    if result.tells_nothing:
        monitor.warn(
            tr(
                "The threshold flags hardly more than it would without any fire ({percent} % and {none} %), so most of these hectares need "
                "not have burned: compare them with hotspots or points before you use them."
            ).format(percent=number(result.flagged_percent, 1), none=number(result.no_fire_percent, 1))
        )
    monitor.log(
        tr("{megapixels} Mpx in {seconds} s ({speed} Mpx/s).").format(
            megapixels=number(result.megapixels, 2),
            seconds=number(result.seconds, 2),
            speed=number(result.megapixels / max(result.seconds, 1e-9), 1),
        )  # fmt: skip
    )


def threshold_line(result: BurnMask) -> str:
    """Where it is cut, and what lies beyond."""
    text = (
        tr("Threshold by {method}: {value}. Below it lie {area} ha, {percent} %.")
        if result.settings.burned == BELOW
        else tr("Threshold by {method}: {value}. Above it lie {area} ha, {percent} %.")
    )
    return text.format(
        method=result.method, value=figure(result.threshold, result.values.std), area=number(result.flagged_ha, 2),
        percent=number(result.flagged_percent, 2),
    )  # fmt: skip


def expected_line(result: BurnMask) -> str:
    """What it would be without any fire."""
    gaussian = result.gaussian_percent
    return tr(
        "Without any fire this index itself would have {none} % there, a Gaussian of its mean and spread {gaussian} %."
    ).format(none=number(result.no_fire_percent, 2), gaussian="–" if gaussian is None else number(gaussian, 2))
