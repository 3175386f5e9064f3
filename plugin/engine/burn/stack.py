"""Despeckling many dates of one place together: each keeps its resolution, and takes its steadiness from the others."""

from __future__ import annotations

import os
import re
import time
from dataclasses import dataclass
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ..errors import PantauError
from ..files import new_folder
from ..monitor import Monitor, check
from ..raster.aoi import AreaOfInterest, Polygons
from ..raster.composite import Raster
from ..raster.grid import Window
from ..raster.outputs import Outputs, check_folder
from ..raster.pipeline import Block, Sum, map_blocks
from ..raster.source import AlignedSource, RasterSource, open_aligned
from ..text import number, tr
from .despeckle import block_side, looks_of, survey
from .speckle import STRIP, check_looks, check_size, filled, inner, window_means
from .units import AUTO, BackscatterSource, chosen, create_backscatter, from_power, name_of, to_power, warn_of_empty

MOST_DATES = 100  # each is two open files, and macOS allows a process 256


@dataclass(frozen=True)
class StackSettings:
    """size: of the window of the local means, in pixels, odd. looks: equivalent number of looks of every date; None: estimated from the
    first; only the forecast of the result's looks needs it. units: of the rasters, LINEAR, DB or AUTO. aoi: what is written."""

    size: int = 7
    looks: Optional[float] = None
    units: str = AUTO
    aoi: Optional[Polygons] = None


class StackResult(NamedTuple):
    """paths: of the rasters written, in the order of the inputs. looks: of a date before; looks_after: as expected; 0 without data.
    resampled: inputs that lay on another grid. empty: values of 0 or less that counted as no data. speed: Mpx/s."""

    paths: List[str]
    looks: float
    looks_after: float
    resampled: int
    empty: int
    seconds: float
    speed: float


def quegan_yu(powers: np.ndarray, size: int) -> np.ndarray:
    """Multitemporal filter for dates of equal looks: J_k = E_k / N sum_i I_i / E_i (Quegan and Yu 2001, IEEE TGRS 39).

    E_i: mean of date i over the window, of the pixels that hold data. N: dates with data at the pixel; those without stay without.
    powers: (dates, rows, cols) of linear power, NaN and 0 or less for no data, with half a window of margin.
    Returns (dates, rows - size + 1, cols - size + 1) of float32.
    """
    rows, cols = powers.shape[1] - size + 1, powers.shape[2] - size + 1
    result = np.empty((len(powers), rows, cols), np.float32)
    strip = max(STRIP, 2 * size)
    for top in range(0, rows, strip):
        height = min(strip, rows - top)
        total, count = np.zeros((height, cols)), np.zeros((height, cols))
        means = []
        for power in powers:
            z = filled(power[top : top + height + size - 1])
            middle = inner(z, size // 2)
            mean = window_means(z, size)
            held = middle > 0
            total += middle / np.where(held, mean, 1)
            count += held
            mean[~held] = np.nan
            means.append(mean)
        total /= np.maximum(count, 1)
        for plane, mean in zip(result, means):
            plane[top : top + height] = mean * total
    return result


def expected_looks(looks: float, dates: int, size: int) -> float:
    """Looks after `quegan_yu` where the ground is homogeneous and the dates are independent: L M n / (M + n - 1).

    M: dates. n: pixels of the window.
    """
    pixels = size * size
    return looks * dates * pixels / (dates + pixels - 1)


def despeckle_stack(
    rasters: Sequence[Raster], settings: StackSettings, folder: str, *, monitor: Optional[Monitor] = None
) -> StackResult:
    """Filter all dates together, band by band, and write each under its own name into a folder: float32, nodata NaN, in its own unit.

    All come on the grid of the first; one that lies on another takes the nearest pixel, so that its speckle stays what it is.
    The folder is made where there is none; a failed run takes nothing from it and leaves nothing in it.
    Raises PantauError: fewer than two dates or too many, other numbers of bands, an impossible size or number of looks, units that
    cannot be told, outputs that would replace an input or cannot be written; Cancelled.
    """
    start = time.perf_counter()
    monitor = monitor or Monitor()
    check_size(settings.size)
    if settings.looks is not None:
        check_looks(settings.looks)
    paths = output_paths([raster.path for raster in rasters], folder)
    sources, resampled = _aligned(rasters, monitor)
    grid, bands = sources[0].grid, len(sources[0].bands)
    units = [chosen(source, settings.units, monitor) for source in sources]
    aoi = AreaOfInterest(settings.aoi, grid) if settings.aoi else None
    area = aoi.window if aoi else grid.whole
    looks = settings.looks or _looks_of_first(sources[0], units[0], monitor)
    halo, empty = settings.size // 2, Sum()

    def kernel(block: Block) -> Dict[str, Any]:
        powers = [to_power(pixels.values, None, unit) for pixels, unit in zip(block.pixels, units)]
        filtered = np.stack(
            [quegan_yu(np.stack([power[band] for power in powers]), settings.size) for band in range(bands)], axis=1
        )
        lost = 0
        for power, pixels in zip(powers, block.pixels):
            gone = np.isnan(block.core(power)) & ~np.isnan(block.core(pixels.values))
            lost += int(np.count_nonzero(gone if block.inside is None else gone & block.inside))
        if block.inside is not None:
            filtered[..., ~block.inside] = np.nan
        made = {str(date): from_power(one, unit) for date, (one, unit) in enumerate(zip(filtered, units))}
        return {**made, "empty": lost}

    with new_folder(folder), Outputs() as outputs:
        for date, (source, unit, path) in enumerate(zip(sources, units, paths)):
            made = _provenance(settings, sources, looks)
            create_backscatter(outputs, str(date), path, grid.window(area), source, unit, made)
        readers = [BackscatterSource(source) for source in sources]
        writers = {**outputs.rasters, "empty": empty}
        side = block_side(len(sources) * bands, halo)
        map_blocks(readers, kernel, writers, monitor=monitor, aoi=aoi, halo=halo, size=side)
    seconds = time.perf_counter() - start
    result = StackResult(
        paths, looks, expected_looks(looks, len(sources), settings.size), resampled, empty.total, seconds,
        len(sources) * area.width * area.height / 1e6 / max(seconds, 1e-9),
    )  # fmt: skip
    _report(result, settings, area, units, monitor)
    return result


def output_paths(rasters: Sequence[str], folder: str) -> List[str]:
    """Where the rasters of a run go: names as the inputs', numbered where several are called alike.

    Raises PantauError: fewer than two rasters or too many, a place where nothing can be written, an input that would be replaced.
    """
    if not 2 <= len(rasters) <= MOST_DATES:
        raise PantauError(
            tr("INPUTS names {count} rasters: give from 2 to {most}, one of each date.").format(count=len(rasters), most=MOST_DATES)
        )
    folder = os.path.abspath(folder)
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise PantauError(tr("{folder} is a file: choose a folder.").format(folder=folder))
    paths: List[str] = []
    for raster in rasters:
        stem = re.sub(r"[^\w.\-]+", "_", os.path.splitext(os.path.basename(raster))[0]) or "date"
        taken, path, copy = {os.path.normcase(one) for one in paths}, os.path.join(folder, stem + ".tif"), 2
        while os.path.normcase(path) in taken:
            path, copy = os.path.join(folder, f"{stem}_{copy}.tif"), copy + 1
        paths.append(path)
    places = {os.path.normcase(os.path.realpath(raster)) for raster in rasters}
    for path in paths:
        if os.path.normcase(os.path.realpath(path)) in places:
            raise PantauError(
                tr("FOLDER is where {name} lies, which would be replaced: choose another folder.").format(
                    name=os.path.basename(path)
                )
            )
    check_folder(paths[0] if os.path.isdir(folder) else folder)
    return paths


def _looks_of_first(source: RasterSource, units: str, monitor: Monitor) -> float:
    """The looks of a date; 0 where they cannot be told, since the filter works without."""
    surveyed = survey(source, units, monitor)
    try:
        return looks_of(surveyed, source.name, monitor)
    except PantauError:
        return 0.0


def _aligned(rasters: Sequence[Raster], monitor: Monitor) -> Tuple[List[RasterSource], int]:
    """(all dates on the grid of the first, how many of them lie on another). Raises PantauError: other numbers of bands."""
    first = RasterSource(rasters[0].path, None, rasters[0].crs)
    sources = [first]
    for raster in rasters[1:]:
        check(monitor, 0, 1)
        source = open_aligned(raster.path, first.grid, "nearest", crs=raster.crs)
        if len(source.bands) != len(first.bands):
            raise PantauError(
                tr("{one} has {count} bands and {other} has {others}: give rasters with the same bands.").format(
                    one=first.name, count=len(first.bands), other=source.name, others=len(source.bands)
                )
            )
        sources.append(source)
    moved = [source.name for source in sources if isinstance(source, AlignedSource)]
    if moved:
        monitor.log(
            tr("On another grid than {first}, so of these the nearest pixels are taken: {names}.").format(
                first=first.name, names=", ".join(moved)
            )
        )
    return sources, len(moved)


def _provenance(settings: StackSettings, sources: Sequence[RasterSource], looks: float) -> Dict[str, Any]:
    return {
        "algorithm": "pantau:despecklestack", "inputs": [source.name for source in sources], "size": settings.size, "looks": looks,
        "looks_estimated": settings.looks is None,
    }  # fmt: skip


def _report(result: StackResult, settings: StackSettings, area: Window, units: Sequence[str], monitor: Monitor) -> None:
    warn_of_empty(tr("The stack"), result.empty, monitor)
    if result.looks:
        monitor.log(
            tr("{looks} looks of each date; {after} are to be expected where the ground is alike and did not change.").format(
                looks=number(result.looks, 2), after=number(result.looks_after, 1)
            )
        )
    monitor.log(
        tr("{count} dates in {units}, {size} x {size} px: {width} x {height} px each in {seconds} s ({speed} Mpx/s).").format(
            count=len(result.paths),
            units=", ".join(dict.fromkeys(map(name_of, units))),
            size=settings.size,
            width=area.width,
            height=area.height,
            seconds=number(result.seconds, 1),
            speed=number(result.speed, 1),
        )  # fmt: skip
    )
