"""Many rasters in one: the median, mean or another figure of what they hold at each place; a mosaic where they lie side by side."""

from __future__ import annotations

import functools
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Sequence, Set, Tuple

import numpy as np
from osgeo import gdal, osr

from ..errors import PantauError
from ..monitor import Monitor, check
from ..text import number, tr
from ..version import VERSION
from .aoi import AreaOfInterest, Polygons
from .gdal_guard import attempt, block_cache, moved, quiet, spatial_reference
from .grid import Grid, Window
from .legend import Legend, LegendEntry, differing_names, read_legend
from .outputs import GDAL_TYPES, Outputs, RasterOutput
from .pipeline import CACHE, QUEUE, Stop, in_order, run, tile_windows
from .sensors import Band, canonical, find_bands
from .source import AlignedSource, RasterSource, percentiles

METHODS = ("median", "mean", "min", "max", "count", "first")
BUDGET = 256 << 20  # bytes of pixels that may be on their way at once
HANDLES = 200  # rasters open at once; macOS allows a process 256 files
LARGEST = 512  # side of a block in pixels
STRIP = 32 << 10  # bytes of one raster that are sorted at once: those of some dozens stay in the processor's cache
APART = 50.0  # times: so far apart are no two dates of one place, but the usual units are further (255, 10 000)
NO_COUNT = 65_535  # outside the area of interest, where nothing was counted


def method_name(method: str) -> str:
    """What to call one of METHODS within a sentence."""
    names = {
        "median": tr("median"), "mean": tr("mean"), "min": tr("minimum"), "max": tr("maximum"), "count": tr("count"), "first": tr("first")
    }  # fmt: skip
    return names[method]


class Raster(NamedTuple):
    """A raster by its path. crs: WKT to assume where the file has none."""

    path: str
    crs: str = ""


@dataclass(frozen=True)
class Settings:
    """method: one of METHODS. resampling: "nearest", "bilinear" or "cubic". reference: whose grid to take; None for one that
    covers all rasters, with the CRS and the pixels of the first."""

    method: str = "median"
    resampling: str = "bilinear"
    reference: Optional[Raster] = None
    aoi: Optional[Polygons] = None


class Result(NamedTuple):
    """What was done: the grid written, how many rasters lie on it, how many of them were resampled, Mpx/s."""

    grid: Grid
    rasters: int
    resampled: int
    seconds: float

    @property
    def speed(self) -> float:
        """Megapixels of the result a second."""
        return self.grid.width * self.grid.height / 1e6 / max(self.seconds, 1e-9)


# -- the figures


class Layer(NamedTuple):
    """What one raster holds of a block. x, y: its first column and row there. values: (bands, rows, cols). valid: the same
    of bool, or None where every value is valid."""

    x: int
    y: int
    values: np.ndarray
    valid: Optional[np.ndarray]


def combine(layers: Sequence[Layer], shape: Tuple[int, int, int], dtype: np.dtype, method: str) -> Tuple[np.ndarray, np.ndarray]:
    """(values, counts) of a block, both of `shape` (bands, rows, cols): a figure of the valid values of all layers, pixel by
    pixel and band by band, in `dtype`, and how many values there were (uint16). Where there was none, the value means nothing.

    The median of an even number of values is the mean of the two in the middle; it, and the mean, are rounded to the nearest
    integer (a half to the even one) where `dtype` is one. "first" is the first in the order of the layers.
    """
    counts = np.zeros(shape, np.uint16)
    for layer, part in _parts(layers, counts):
        part += np.uint16(1) if layer.valid is None else layer.valid.view(np.uint8)
    if method == "count":
        return counts.astype(dtype), counts
    if method == "median":
        return _median(layers, counts, dtype), counts
    if method == "mean":
        total = np.zeros(shape, np.float64)
        for layer, part in _parts(layers, total):
            part += layer.values if layer.valid is None else np.where(layer.valid, layer.values, dtype.type(0))
        total /= np.maximum(counts, 1)
        return (total if dtype.kind == "f" else np.rint(total)).astype(dtype), counts
    if method == "first":
        values = np.zeros(shape, dtype)
        for layer, part in _parts(layers[::-1], values):
            np.copyto(part, layer.values, where=True if layer.valid is None else layer.valid)
        return values, counts
    extreme = np.minimum if method == "min" else np.maximum
    values = np.full(shape, highest(dtype) if method == "min" else lowest(dtype), dtype)
    for layer, part in _parts(layers, values):
        extreme(part, layer.values, out=part, where=True if layer.valid is None else layer.valid)
    return values, counts


def highest(dtype: np.dtype) -> Any:
    """What no value of a type exceeds."""
    return np.inf if dtype.kind == "f" else np.iinfo(dtype).max


def lowest(dtype: np.dtype) -> Any:
    """What no value of a type falls below."""
    return -np.inf if dtype.kind == "f" else np.iinfo(dtype).min


def _parts(layers: Sequence[Layer], block: np.ndarray) -> Iterator[Tuple[Layer, np.ndarray]]:
    """Each layer with the part of a block that it covers."""
    for layer in layers:
        _, rows, cols = layer.values.shape
        yield layer, block[:, layer.y : layer.y + rows, layer.x : layer.x + cols]


def _median(layers: Sequence[Layer], counts: np.ndarray, dtype: np.dtype) -> np.ndarray:
    bands, rows, cols = counts.shape
    result = np.zeros(counts.shape, dtype)
    step = max(1, STRIP // (dtype.itemsize * cols))
    for band in range(bands):
        for top in range(0, rows, step):
            strip = slice(top, min(rows, top + step))
            _median_of_strip(layers, band, strip, counts[band, strip], result[band, strip])
    return result


def _median_of_strip(layers: Sequence[Layer], band: int, strip: slice, counts: np.ndarray, result: np.ndarray) -> None:
    """Fill `result`, some rows of a band. What is not valid becomes the highest value of all, so that sorting puts it last."""
    high = int(counts.max())
    if not high:
        return
    rows, cols = counts.shape
    reaching = [one for one in layers if one.y < strip.stop and one.y + one.values.shape[1] > strip.start]
    stack = np.empty((len(reaching) + 1, rows, cols), result.dtype)  # with a place to swap through
    for plane, layer in zip(stack, reaching):
        above, below = max(strip.start, layer.y), min(strip.stop, layer.y + layer.values.shape[1])
        own, here = slice(above - layer.y, below - layer.y), slice(above - strip.start, below - strip.start)
        side = slice(layer.x, layer.x + layer.values.shape[2])
        if (below - above, layer.values.shape[2]) != (rows, cols):
            plane[:] = highest(result.dtype)
        plane[here, side] = layer.values[band, own]
        if layer.valid is not None:
            np.copyto(plane[here, side], highest(result.dtype), where=~layer.valid[band, own], casting="unsafe")
    even = int(counts.min()) == len(reaching)  # the same ranks for all pixels
    place, spare = list(range(len(reaching))), len(reaching)
    for one, other, low, top in _network(len(reaching), even):
        first, second = stack[place[one]], stack[place[other]]
        if low and top:
            np.minimum(first, second, out=stack[spare])
            np.maximum(first, second, out=second)
            place[one], spare = spare, place[one]
        elif low:
            np.minimum(first, second, out=first)
        else:
            np.maximum(first, second, out=second)
    if even:
        lower, upper = stack[place[(high - 1) // 2]], stack[place[high // 2]]
    else:
        flat, order = stack.reshape(len(stack), -1), np.array(place)
        pixel, rank = np.arange(rows * cols), counts.ravel().astype(np.intp)
        lower = flat[order[np.maximum(rank - 1, 0) // 2], pixel].reshape(rows, cols)
        upper = flat[order[np.minimum(rank // 2, len(reaching) - 1)], pixel].reshape(rows, cols)
    if result.dtype.kind == "f":
        result[:] = lower * 0.5 + upper * 0.5
    else:
        result[:] = np.rint((lower.astype(np.float64) + upper) / 2)


@functools.lru_cache(maxsize=64)
def _network(length: int, even: bool) -> Tuple[Tuple[int, int, bool, bool], ...]:
    """Comparisons (i, j, smaller to i is needed, larger to j is needed) that sort as many values as the median needs.

    Merge exchange (Batcher 1968; Knuth 5.2.2, algorithm M), without what leads to no rank that is asked for: the middle one or
    two where all pixels have as many valid values (`even`), else all up to the middle. No branch depends on the data, so that
    each step is one instruction for many pixels.
    """
    steps = []
    size = 1
    while size < length:
        gap = size
        while gap:
            for start in range(gap % size, length - gap, 2 * gap):
                for one in range(start, min(start + gap, length - gap)):
                    if one // (2 * size) == (one + gap) // (2 * size):
                        steps.append((one, one + gap))
            gap //= 2
        size *= 2
    needed = {(length - 1) // 2, length // 2} if even else set(range(length // 2 + 1))
    kept = []
    for one, other in reversed(steps):
        if one in needed or other in needed:
            kept.append((one, other, one in needed, other in needed))
            needed |= {one, other}
    return tuple(reversed(kept))


# -- what goes in


class _Input:
    """One raster: what it holds, and where it lies on the common lattice of pixels."""

    def __init__(self, raster: Raster) -> None:
        source = RasterSource(raster.path, None, raster.crs)
        self.raster, self.name, self.grid = raster, source.name, source.grid
        self.tile = source.block_size()
        self.described = source.described_bands()
        self._numbers, self._nodata, self._scales = source.data_bands, source.nodata, source.scales_offsets()
        self._dtypes = []
        for one in source.data_bands:
            source.select([one])
            self._dtypes.append(source.dtype)
        self.shift: Optional[Tuple[int, int]] = None
        self.window = source.grid.whole

    def choose(self, positions: Sequence[int]) -> None:
        """Use the bands at these positions (from 0), in this order."""
        self.bands = [self._numbers[one] for one in positions]
        self.nodata = [self._nodata[one] for one in positions]
        self.scales = [self._scales[one] for one in positions]
        self.dtype = np.result_type(*(self._dtypes[one] for one in positions))

    def place(self, lattice: Grid) -> None:
        """Find where the raster lies on a lattice of pixels, which goes on beyond the grid that shows it."""
        self.shift = _shift(self.grid, lattice)
        if self.shift is not None:
            self.window = Window(*self.shift, self.grid.width, self.grid.height)
        else:
            self.window = _footprint(self.grid, lattice, self.name)

    def open(self, grid: Grid, resampling: str) -> RasterSource:
        """The raster itself, or as seen on a grid of the lattice where it lies on another."""
        if self.shift is not None:
            return RasterSource(self.raster.path, self.bands, self.raster.crs)
        return AlignedSource(self.raster.path, grid, resampling, self.bands, self.raster.crs)


def _shift(grid: Grid, lattice: Grid) -> Optional[Tuple[int, int]]:
    """Columns and rows from the lattice's first pixel to the grid's; None where the pixels of the two do not coincide.

    They do where no corner is off by more than a hundredth of a pixel.
    """
    if not spatial_reference(grid.crs).IsSame(spatial_reference(lattice.crs)):
        return None
    inverse = gdal.InvGeoTransform(lattice.transform)
    corners = np.array([(0, 0), (grid.width, 0), (0, grid.height), (grid.width, grid.height)], float)
    there = np.array([gdal.ApplyGeoTransform(inverse, *gdal.ApplyGeoTransform(grid.transform, *one)) for one in corners])
    x, y = np.rint(there[0])
    return (int(x), int(y)) if np.abs(there - corners - (x, y)).max() <= 0.01 else None


def _footprint(grid: Grid, lattice: Grid, name: str) -> Window:
    """The pixels of a lattice around a grid in another CRS, or with other pixels."""
    ticks = np.linspace(0, 1, 33)
    edge = [(u, v) for u in ticks for v in (0, 1)] + [(u, v) for u in (0, 1) for v in ticks]
    points = [gdal.ApplyGeoTransform(grid.transform, u * grid.width, v * grid.height) for u, v in edge]
    origin, target = spatial_reference(grid.crs), spatial_reference(lattice.crs)
    if not origin.IsSame(target):
        with quiet():
            change = attempt(osr.CoordinateTransformation, origin, target)
        points = moved(change, np.array(points)).tolist() if change is not None else []
    inverse = gdal.InvGeoTransform(lattice.transform)
    pixels = [gdal.ApplyGeoTransform(inverse, point[0], point[1]) for point in points if np.isfinite(point[:2]).all()]
    if not pixels:
        raise PantauError(
            tr(
                "{name} cannot be brought to the coordinate system of the composite: check the coordinate system of its layer."
            ).format(name=name)
        )
    cols, rows = zip(*pixels)
    # Half a hundredth of a pixel is no pixel more.
    x, y = int(np.floor(min(cols) + 0.005)), int(np.floor(min(rows) + 0.005))
    return Window(x, y, int(np.ceil(max(cols) - 0.005)) - x, int(np.ceil(max(rows) - 0.005)) - y)


def _match_bands(inputs: Sequence[_Input], monitor: Monitor) -> None:
    """Choose the bands of every raster: those of the first, by name where all rasters have names, else by position."""
    first = inputs[0]
    names = [[band.name for band in one.described] for one in inputs]
    wanted, count = names[0], len(names[0])
    if count == 1 and all(len(one) == 1 for one in names):
        for one in inputs:
            one.choose([0])
        called = list(dict.fromkeys(canonical(one[0]) for one in names))
        if len(called) > 1:
            monitor.warn(
                tr("The single bands are called differently ({names}): check that they all show the same.").format(
                    names=", ".join(called[:5])
                )
            )
        return
    if all(all(one) for one in names) and len({canonical(name) for name in wanted}) == count:
        for one, present in zip(inputs, names):
            positions = find_bands(wanted, present)
            if positions is None:
                there = [canonical(name) for name in present]
                wrong = [name for name in wanted if there.count(canonical(name)) != 1]
                raise PantauError(
                    tr(
                        "{name} does not have each band of {first} once ({bands}): leave it out, or give rasters with the same bands."
                    ).format(name=one.name, first=first.name, bands=", ".join(wrong))
                )
            one.choose([position - 1 for position in positions])
        monitor.log(tr("Bands, found by name: {bands}.").format(bands=", ".join(wanted)))
        return
    for one, present in zip(inputs, names):
        if len(present) != count:
            raise PantauError(
                tr(
                    "{name} has {found} bands and {first} has {count}: give rasters with the same bands, or name their bands."
                ).format(name=one.name, found=len(present), first=first.name, count=count)
            )
        one.choose(range(count))
    monitor.warn(tr("Bands taken by position, since not all rasters have a name for each: 1 to {count}.").format(count=count))


# -- what comes out


class _Form(NamedTuple):
    """How values are computed and stored. dtype: of both. scale: (scale, offset) to declare, or None. physical: whether each
    raster's own scale and offset are applied first. nodata: stored where there is no value."""

    dtype: np.dtype
    scale: Optional[Tuple[float, float]]
    physical: bool
    nodata: float
    legend: Optional[Legend]


def _form(inputs: Sequence[_Input], legend: Optional[Legend], monitor: Monitor) -> _Form:
    first = inputs[0]
    dtype = np.result_type(*(one.dtype for one in inputs))
    alike = all(one.scales == first.scales for one in inputs) and len(set(first.scales)) == 1
    if not alike:
        dtype = np.dtype(np.float64 if dtype.itemsize > 4 or dtype.kind != "f" and dtype.itemsize > 2 else np.float32)
        _require_like_units(inputs)
        monitor.log(
            tr("The rasters declare different scales and offsets: each is brought to physical values, which the composite holds.")
        )
        return _Form(dtype, None, True, float("nan"), None)
    declared = set(first.scales) != {(1.0, 0.0)}
    if not declared and len({one.dtype.kind == "f" for one in inputs}) > 1:
        monitor.warn(
            tr("Some rasters hold whole numbers and others decimals, and none declares a scale: check that all have the same unit.")
        )
    if dtype.name not in GDAL_TYPES:  # signed bytes, and 64 bits
        dtype = np.dtype(np.int16 if dtype.itemsize == 1 else np.float64)
    classes = {entry.code for entry in legend or ()}
    nodata = _nodata(first, dtype, classes)
    if nodata is None:
        dtype = np.result_type(dtype, np.min_scalar_type(int(highest(dtype)) + 1))
        nodata = _nodata(first, dtype, classes)
    return _Form(dtype, first.scales[0] if declared else None, False, nodata, legend)


def _require_like_units(inputs: Sequence[_Input]) -> None:
    """Raise PantauError where a raster that declares no scale cannot hold what another's physical values are."""
    silent = [one for one in inputs if set(one.scales) == {(1.0, 0.0)}]
    said = next(one for one in inputs if one not in silent) if len(silent) < len(inputs) else None
    if not silent or said is None:
        return
    known = _level(said)
    for one in silent:
        level = _level(one)
        if min(level, known) > 0 and not 1 / APART < level / known < APART:
            raise PantauError(
                tr(
                    "{one} declares no scale and holds values around {level:g}, those of {other} are around {known:g} by its scale: bring both to one "
                    "unit, as preparescene does, or leave one out."
                ).format(one=one.name, level=level, other=said.name, known=known)
            )


def _level(one: _Input) -> float:
    """The middle of a raster's physical values, whatever their sign."""
    middle = percentiles(RasterSource(one.raster.path, one.bands, one.raster.crs), 50)
    return float(np.median([abs(value * gain + bias) for value, (gain, bias) in zip(middle, one.scales)]))


def _nodata(first: _Input, dtype: np.dtype, classes: Set[int]) -> Optional[float]:
    """The first raster's nodata where all its bands have the same; else NaN, the lowest of a signed, the highest of an unsigned
    type. Never the code of a class: then the one nearest to it that is none, or None where the type has no other."""
    own = first.nodata[0]
    if own is not None and own not in classes and all(one == own or one != one and own != own for one in first.nodata):
        fits = own != own or np.isinf(own) if dtype.kind == "f" else False
        if fits or (dtype.kind == "f" or own == int(own)) and lowest(dtype) <= own <= highest(dtype):
            return own
    if dtype.kind == "f":
        return float("nan")
    low, high = int(lowest(dtype)), int(highest(dtype))
    codes = range(low, high + 1) if dtype.kind == "i" else range(high, low - 1, -1)
    return next((float(code) for code in codes if code not in classes), None)


def _filled(values: np.ndarray, present: np.ndarray, nodata: float, classes: bool) -> np.ndarray:
    """`values` with nodata where nothing is present; a value that happens to be nodata becomes the one next to it.

    classes: whether the values are codes, which have no next one. Raises PantauError for a code that happens to be nodata.
    """
    dtype = values.dtype
    if nodata == nodata:
        stored = dtype.type(nodata)
        chance = (values == stored) & present
        if chance.any():
            if classes:
                raise PantauError(
                    tr(
                        "Some pixels have the code {code}, which no legend names and which stands for no data in the mosaic: declare it as "
                        "the no-data value of each raster, or give it another code (Reclassify by table)."
                    ).format(code=stored)
                )
            if dtype.kind == "f":
                values[chance] = np.nextafter(stored, dtype.type(0 if stored else 1))
            else:
                values[chance] = stored - 1 if stored == highest(dtype) else stored + 1
    values[~present] = nodata
    return values


def _legend(inputs: Sequence[_Input], settings: Settings, monitor: Monitor) -> Optional[Legend]:
    """The classes of all rasters, where the first is a class raster."""
    first = read_legend(inputs[0].raster.path)
    if first is None:
        return None
    if settings.method in ("median", "mean"):
        raise PantauError(
            tr("{name} holds classes, which have no {method}: choose first, min, max or count.").format(
                name=inputs[0].name, method=method_name(settings.method)
            )
        )
    if settings.method == "count":
        return first  # what is counted has no classes
    found: Dict[Legend, str] = {first: inputs[0].name}
    for raster in inputs[1:]:
        legend = read_legend(raster.raster.path)
        if legend is None or legend in found:
            continue
        for earlier, name in found.items():
            classes = differing_names(earlier, legend, (name, raster.name))
            if classes:
                monitor.warn(
                    tr(
                        "{first} and {name} give some codes different names ({classes}): the mosaic keeps one name for each code, so check "
                        "that they mean the same."
                    ).format(first=name, name=raster.name, classes=classes)
                )
        found[legend] = raster.name
    entries: Dict[int, LegendEntry] = {}
    for legend in found:
        for entry in legend:
            entries.setdefault(entry.code, entry)
    return Legend(tuple(entries[code] for code in sorted(entries)))


# -- the run


def composite(
    rasters: Sequence[Raster], settings: Settings, output: Optional[str], count: Optional[str], *, monitor: Optional[Monitor] = None
) -> Result:
    """Write the composite of `rasters` to `output`, and to `count` how many values it rests on (of the band with the fewest).

    A value counts where its own band holds data. Rasters that declare the same scale and offset are combined as they are
    stored, and the result keeps both, with the type that holds all (the first's, where the others fit into it); if they differ,
    the result holds physical values. Rasters whose pixels coincide with the grid's are not resampled.

    Memory does not grow with the number of rasters: a block has at most BUDGET / (blocks on their way x rasters over each other x
    bands at once x bytes a value, with its flag) pixels, and where that is less than a tile of the files, the bands are taken in
    groups first. About HANDLES files are open at most.

    Raises PantauError: rasters that cannot be read or matched, lie too far apart or outside the reference or the area of
    interest, outputs that cannot be written; Cancelled.
    """
    start = time.perf_counter()
    monitor = monitor or Monitor()
    inputs = []
    for raster in rasters:
        check(monitor, 0, 1)
        inputs.append(_Input(raster))
    if not inputs:
        raise PantauError(tr("There is no raster to combine: give at least one as INPUTS."))
    _match_bands(inputs, monitor)
    legend = _legend(inputs, settings, monitor)
    form = _form(inputs, legend, monitor)
    grid = _place(inputs, settings)
    aoi = AreaOfInterest(settings.aoi, grid) if settings.aoi else None
    area = aoi.window if aoi else grid.whole
    used = [one for one in inputs if _cut(one.window, area)]
    if not used:
        raise PantauError(
            tr("None of the rasters reaches the area of interest, or the reference raster: choose others that overlap them.")
        )
    if len(used) < len(inputs):
        monitor.warn(
            tr("{count} rasters do not reach the result and are left out: {names}.").format(
                count=len(inputs) - len(used), names=", ".join([one.name for one in inputs if one not in used][:5])
            )
        )
    resampling = "nearest" if legend else settings.resampling
    resampled = sum(one.shift is None for one in used)
    if resampled:
        monitor.log(
            tr("{count} of {all} rasters lie on another grid and are resampled ({method}).").format(
                count=resampled, all=len(used), method=resampling
            )
        )
    provenance = {
        "algorithm": "pantau:composite", "version": VERSION, "method": settings.method, "resampling": resampling,
        "inputs": [one.name for one in used],
    }  # fmt: skip
    if settings.reference:
        provenance["reference"] = os.path.basename(settings.reference.path)
    shown = grid.window(area)
    names = inputs[0].described
    bands = [Band(tr("Observations"))]
    with Outputs() as outputs:
        if output:
            counts = settings.method == "count"
            outputs.create(
                "output", output, shown, np.uint16 if counts else form.dtype, len(names), NO_COUNT if counts else form.nodata,
                names=[band.name for band in names] if counts else names, provenance=provenance,
                legend=None if counts else form.legend,
                **({"scale": form.scale[0], "offset": form.scale[1]} if form.scale and not counts else {}),
            )  # fmt: skip
        if count:
            outputs.create("count", count, shown, np.uint16, 1, NO_COUNT, names=bands, provenance=provenance)
        _Run(used, grid, area, aoi, settings.method, resampling, form, outputs, monitor).run()
    result = Result(shown, len(used), resampled, time.perf_counter() - start)
    monitor.log(
        tr("{method} of {count} rasters, {width} x {height} px, {bands} bands, in {seconds} s ({speed} Mpx/s).").format(
            method=method_name(settings.method),
            count=len(used),
            width=shown.width,
            height=shown.height,
            bands=len(names),
            seconds=number(result.seconds, 1),
            speed=number(result.speed, 1),
        )  # fmt: skip
    )
    return result


def _place(inputs: Sequence[_Input], settings: Settings) -> Grid:
    """The grid of the result; every raster's window is then one of its own."""
    if settings.reference:
        grid = RasterSource(settings.reference.path, None, settings.reference.crs).grid
        for one in inputs:
            one.place(grid)
        return grid
    lattice = inputs[0].grid
    for one in inputs:
        one.place(lattice)
    windows = [one.window for one in inputs]
    x, y = min(one.x for one in windows), min(one.y for one in windows)
    width, height = max(one.x + one.width for one in windows) - x, max(one.y + one.height for one in windows) - y
    if width * height > max(1e8, 100 * sum(one.width * one.height for one in windows)):
        raise PantauError(
            tr(
                "The rasters lie so far apart that one raster around them has {width} x {height} pixels, nearly all empty: leave out "
                "those that lie elsewhere, or give REFERENCE."
            ).format(width=width, height=height)
        )
    for one in inputs:
        one.window = one.window._replace(x=one.window.x - x, y=one.window.y - y)
    return lattice.window(Window(x, y, width, height))


def _cut(one: Window, other: Window) -> Optional[Window]:
    """What two windows share; None where that is nothing."""
    x, y = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.x + one.width, other.x + other.width), min(one.y + one.height, other.y + other.height)
    return Window(x, y, right - x, bottom - y) if right > x and bottom > y else None


class _Run:
    """Reads, combines and writes, block by block and, where memory asks for it, some bands after others."""

    def __init__(
        self, inputs: List[_Input], grid: Grid, area: Window, aoi: Optional[AreaOfInterest], method: str, resampling: str,
        form: _Form, outputs: Outputs, monitor: Monitor,
    ) -> None:  # fmt: skip
        self.inputs, self.grid, self.area, self.aoi = inputs, grid, area, aoi
        self.method, self.resampling, self.form, self.outputs, self.monitor = method, resampling, form, outputs, monitor
        self.bands = len(inputs[0].bands)
        self.boxes = np.array([(w.x, w.y, w.x + w.width, w.y + w.height) for w in (one.window for one in inputs)])
        self.threads = max(1, min(8, (os.cpu_count() or 2) - 1))
        self.stop = Stop()
        self.opened: Dict[int, RasterSource] = {}
        self.lock = threading.Lock()

    def run(self) -> None:
        windows, groups = self._blocks()
        items = [(window, group) for window in windows for group in groups]
        self.waiting: List[Tuple[np.ndarray, np.ndarray]] = []
        with block_cache(CACHE), ThreadPoolExecutor(min(8, os.cpu_count() or 1)) as pool:
            self.pool = pool
            run(items, self._read, self._compute, self._write, monitor=self.monitor, stop=self.stop)

    def _blocks(self) -> Tuple[List[Window], List[range]]:
        """The windows of the result, row by row, and the groups of bands that are taken one after the other."""
        deep = max(1, *(np.count_nonzero(self._overlaps(window)) for window in tile_windows(self.area, LARGEST)))
        budget = BUDGET / (QUEUE + self.threads + 2) / deep / (self.form.dtype.itemsize + 1)
        tiles = np.array([one.tile for one in self.inputs])
        striped = bool((tiles[:, 0] == [one.grid.width for one in self.inputs]).all()) and all(
            one.shift is not None for one in self.inputs
        )
        least = max(256**2, min(LARGEST**2, int(tiles.prod(axis=1).max())))
        together = max(1, min(self.bands, int(budget / least)))
        together = -(-self.bands // -(-self.bands // together))  # groups of about the same size
        groups = [range(start, min(self.bands, start + together)) for start in range(0, self.bands, together)]
        pixels = int(budget / together)
        rows = pixels // self.area.width
        if striped and rows >= tiles[:, 1].max():
            # The file holds whole rows: squares would decompress each of them once for every square.
            rows = min(LARGEST, rows // int(tiles[:, 1].max()) * int(tiles[:, 1].max()), self.area.height)
            x, y, width, height = self.area
            return [Window(x, top, width, min(rows, y + height - top)) for top in range(y, y + height, rows)], groups
        side = 64
        while side < LARGEST and 4 * side * side <= pixels:
            side *= 2
        return tile_windows(self.area, side), groups

    def _overlaps(self, window: Window) -> np.ndarray:
        """How many pixels of a window each raster covers."""
        low = np.maximum(self.boxes[:, :2], (window.x, window.y))
        high = np.minimum(self.boxes[:, 2:], (window.x + window.width, window.y + window.height))
        return np.maximum(high - low, 0).prod(axis=1)

    def _read(self, item: Tuple[Window, range]) -> Tuple[Window, range, List[Layer], Optional[np.ndarray]]:
        window, group = item
        inside = self.aoi.inside(window) if self.aoi else None
        self.touching = set(np.flatnonzero(self._overlaps(window)).tolist())
        layers = self.pool.map(lambda index: self._layer(index, window, group), sorted(self.touching))
        return window, group, [layer for layer in layers if layer is not None], inside

    def _layer(self, index: int, window: Window, group: range) -> Optional[Layer]:
        if self.stop.is_set():
            return None
        one, source = self.inputs[index], self._source(index)
        part = _cut(one.window, window)
        bands = [one.bands[i] for i in group]
        if source.bands != bands:
            source.select(bands)
        there = part if one.shift is None else part._replace(x=part.x - one.window.x, y=part.y - one.window.y)
        values, valid = source.read_bands(there)
        dtype = self.form.dtype
        if self.form.physical:
            scales = np.array([one.scales[i] for i in group])[:, :, None, None]
            with np.errstate(all="ignore"):  # of what is not valid
                values = (values * scales[:, 0] + scales[:, 1]).astype(dtype)
        return Layer(part.x - window.x, part.y - window.y, values.astype(dtype, copy=False), valid)

    def _source(self, index: int) -> RasterSource:
        """The raster, opened when it is first needed. Where too many are open, one that the block does not need makes room; where it
        needs them all, this one does not stay open."""
        with self.lock:
            source = self.opened.get(index)
            if source is None:
                source = self.inputs[index].open(self.grid, self.resampling)
                if len(self.opened) >= HANDLES:
                    idle = next((one for one in self.opened if one not in self.touching), None)
                    if idle is None:
                        return source
                    del self.opened[idle]
                self.opened[index] = source
            return source

    def _compute(self, blocks: Iterator[Any]) -> Iterator[Any]:
        return in_order(blocks, self._combine, self.threads)

    def _combine(
        self, block: Tuple[Window, range, List[Layer], Optional[np.ndarray]]
    ) -> Tuple[Window, range, np.ndarray, np.ndarray]:
        window, group, layers, inside = block
        shape = (len(group), window.height, window.width)
        dtype = np.dtype(np.uint16) if self.method == "count" else self.form.dtype
        values, counts = combine(layers, shape, dtype, self.method)
        present = counts > 0
        nodata, classes = self.form.nodata, self.form.legend is not None
        if self.method == "count":
            present, nodata, classes = np.ones(shape, bool), NO_COUNT, False
        if inside is not None:
            present &= inside
        fewest = counts.min(axis=0)
        if inside is not None:
            fewest[~inside] = NO_COUNT
        return window, group, _filled(values, present, nodata, classes), fewest

    def _write(self, result: Tuple[Window, range, np.ndarray, np.ndarray]) -> None:
        window, group, values, fewest = result
        self.waiting.append((values, fewest))
        if group.stop < self.bands:
            return
        parts, counts = zip(*self.waiting)
        self.waiting = []
        x, y = window.x - self.area.x, window.y - self.area.y
        rasters: Dict[str, RasterOutput] = self.outputs.rasters
        if "output" in rasters:
            rasters["output"].write(x, y, np.concatenate(parts) if len(parts) > 1 else parts[0])
        if "count" in rasters:
            rasters["count"].write(x, y, functools.reduce(np.minimum, counts))
