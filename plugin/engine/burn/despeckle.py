"""Despeckling rasters of backscatter of any size: in linear power, seamless across blocks, in the unit that the raster has."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

import numpy as np

from ..monitor import Monitor, check
from ..raster.aoi import AreaOfInterest, Polygons
from ..raster.grid import Window
from ..raster.outputs import Outputs
from ..raster.pipeline import Block, Sum, map_blocks, tile_windows
from ..raster.source import RasterSource
from ..text import number, tr
from .speckle import (
    BOXCAR,
    BRIGHT_PERCENT,
    LEE,
    LEE_SIGMA,
    LOOKS_WINDOW,
    Speckle,
    check_looks,
    check_size,
    despeckle_core,
    estimate_looks,
    filter_name,
    reach,
    window_variations,
)
from .units import (
    AUTO,
    DB,
    LINEAR,
    BackscatterSource,
    chosen,
    create_backscatter,
    from_power,
    name_of,
    to_linear,
    to_power,
    warn_of_empty,
)

LARGEST, SMALLEST = 512, 64  # side of a block in pixels
PLANES = 32  # bands of the largest block that may be on their way at once
TILE = 36 * LOOKS_WINDOW  # px, side of the squares in which the speckle is measured
ENOUGH_WINDOWS, ENOUGH_PIXELS = 10_000, 4_000_000
FEW_WINDOWS = 100


@dataclass(frozen=True)
class Settings:
    """filter: one of FILTERS. size: of the window, in pixels, odd. looks: equivalent number of looks; None: estimated.
    units: of the raster, LINEAR, DB or AUTO. aoi: what is written."""

    filter: str = LEE
    size: int = 7
    looks: Optional[float] = None
    units: str = AUTO
    aoi: Optional[Polygons] = None


class Result(NamedTuple):
    """looks: that were used; 0 for the boxcar, which needs none. estimated: whether they are the raster's own. units: of the raster and
    of the result. empty: values of 0 or less that counted as no data. speed: Mpx/s."""

    looks: float
    estimated: bool
    units: str
    empty: int
    seconds: float
    speed: float


class Survey(NamedTuple):
    """What some squares of a raster, spread over it, say of its speckle.

    variations: (windows,), see `window_variations`, of all bands. bright: for each band, the power that only the brightest pixels reach;
    infinite where there is no data.
    """

    variations: np.ndarray
    bright: List[float]

    @property
    def empty(self) -> bool:
        """Whether there is no data at all."""
        return all(np.isinf(self.bright))


def despeckle_raster(raster: str, settings: Settings, output: str, *, crs: str = "", monitor: Optional[Monitor] = None) -> Result:
    """Filter all bands of a raster, each for itself: float32, nodata NaN, in the raster's unit, decibels by way of power.

    At the raster's edge, and beside no data, windows hold fewer pixels. A value of 0 or less in linear power is no data.
    crs: WKT to assume where the raster has none.
    Raises PantauError: an impossible size or number of looks, units that cannot be told, looks that cannot be estimated, an area of
    interest elsewhere, an output that cannot be written; Cancelled.
    """
    start = time.perf_counter()
    monitor = monitor or Monitor()
    check_size(settings.size)
    if settings.looks is not None:
        check_looks(settings.looks)
    source = RasterSource(raster, None, crs)
    units = chosen(source, settings.units, monitor)
    aoi = AreaOfInterest(settings.aoi, source.grid) if settings.aoi else None
    area = aoi.window if aoi else source.grid.whole
    looks, brights = _speckle_of(source, settings, units, monitor)
    kinds = [Speckle(settings.filter, settings.size, looks or 1.0, bright) for bright in brights]
    halo, empty = reach(kinds[0]), Sum()

    def kernel(block: Block) -> Dict[str, Any]:
        values = block.pixels[0].values
        power = to_linear(values) if units == DB else values  # what is 0 or less the filters leave out themselves
        filtered = from_power(np.stack([despeckle_core(band, kind) for band, kind in zip(power, kinds)]), units)
        lost = block.core(values) <= 0 if units == LINEAR else np.isnan(block.core(power)) & ~np.isnan(block.core(values))
        if block.inside is not None:
            filtered[:, ~block.inside] = np.nan
            lost &= block.inside
        return {"output": filtered, "empty": int(np.count_nonzero(lost))}

    provenance = {
        "algorithm": "pantau:despeckle", "filter": settings.filter, "size": settings.size, "looks": looks,
        "looks_estimated": settings.looks is None,
    }  # fmt: skip
    with Outputs() as outputs:
        create_backscatter(outputs, "output", output, source.grid.window(area), source, units, provenance)
        writers = {**outputs.rasters, "empty": empty}
        side = block_side(len(source.bands), halo)
        map_blocks([BackscatterSource(source)], kernel, writers, monitor=monitor, aoi=aoi, halo=halo, size=side)
    seconds = time.perf_counter() - start
    result = Result(looks, settings.looks is None, units, empty.total, seconds, area.width * area.height / 1e6 / max(seconds, 1e-9))
    _report(result, settings, source.name, area, monitor)
    return result


def block_side(planes: int, halo: int) -> int:
    """Side of the blocks, in pixels, for so many bands that are read side by side."""
    side = LARGEST
    while side > SMALLEST and planes * (side + 2 * halo) ** 2 > PLANES * LARGEST**2:
        side //= 2
    return side


def survey(source: RasterSource, units: str, monitor: Monitor) -> Survey:
    """Measure the speckle in squares spread over a raster, as many as are enough or as there are. Raises Cancelled."""
    tiles = tile_windows(source.grid.whole, TILE)
    golden = (5**0.5 - 1) / 2
    order = np.argsort(np.arange(len(tiles)) * golden % 1)  # any first ones of these lie all over the raster
    reader = BackscatterSource(source)
    variations: List[np.ndarray] = []
    pixels: List[List[np.ndarray]] = [[] for _ in source.bands]
    for index in order.tolist():
        check(monitor, 0, 1)
        power = to_power(reader.read_reflected(tiles[index]).values, None, units)
        for band, kept in zip(power, pixels):
            variations.append(window_variations(band))
            kept.append(band[band > 0])
        if sum(map(len, variations)) >= ENOUGH_WINDOWS or sum(map(len, pixels[0])) >= ENOUGH_PIXELS:
            break
    bright = [np.concatenate(kept) for kept in pixels]
    return Survey(
        np.concatenate(variations), [float(np.percentile(band, BRIGHT_PERCENT)) if band.size else np.inf for band in bright]
    )


def looks_of(surveyed: Survey, name: str, monitor: Monitor) -> float:
    """The estimated looks, said in the log; 0 where there is no data. Raises PantauError where they cannot be estimated."""
    if surveyed.empty:
        monitor.warn(tr("{name} holds no data at all.").format(name=name))
        return 0.0
    looks, count = estimate_looks(surveyed.variations), len(surveyed.variations)
    text = tr("{name}: {looks} equivalent looks, estimated from {count} windows of {side} x {side} px.").format(
        name=name, looks=number(looks, 2), count=number(count, 0), side=LOOKS_WINDOW
    )
    if count < FEW_WINDOWS:
        monitor.warn(tr("{text} That is few: give LOOKS where you know them.").format(text=text))
    else:
        monitor.log(text)
    return looks


def _speckle_of(source: RasterSource, settings: Settings, units: str, monitor: Monitor) -> Tuple[float, List[float]]:
    """(looks, for each band what is bright), measured where they are needed, on all of the raster: a part is filtered like the whole."""
    looks, brights = settings.looks, [np.inf] * len(source.bands)
    estimated = looks is None and settings.filter != BOXCAR
    if estimated or settings.filter == LEE_SIGMA:
        surveyed = survey(source, units, monitor)
        brights = surveyed.bright
        looks = looks_of(surveyed, source.name, monitor) if estimated else looks
    return looks or 0.0, brights


def _report(result: Result, settings: Settings, name: str, area: Window, monitor: Monitor) -> None:
    warn_of_empty(name, result.empty, monitor)
    looks = tr("{looks} looks").format(looks=number(result.looks, 2)) if result.looks else tr("no looks needed")
    monitor.log(
        tr("{name}: {filter}, {size} x {size} px, {looks}, {units}: {width} x {height} px in {seconds} s ({speed} Mpx/s).").format(
            name=name,
            filter=filter_name(settings.filter),
            size=settings.size,
            looks=looks,
            units=name_of(result.units),
            width=area.width,
            height=area.height,
            seconds=number(result.seconds, 1),
            speed=number(result.speed, 1),
        )  # fmt: skip
    )
