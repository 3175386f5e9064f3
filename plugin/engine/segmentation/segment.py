"""The whole road: raster and model in; probability, mask, polygons and hectares out."""

from __future__ import annotations

import contextlib
import queue
import shutil
import tempfile
import time
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Callable, Dict, Iterator, NamedTuple, Optional, Sequence, Tuple

import numpy as np
from osgeo import gdal

from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..raster.aoi import AreaOfInterest, Polygons
from ..raster.gdal_guard import block_cache
from ..raster.grid import CellAreas, Grid, Window
from ..raster.outputs import Outputs, RasterOutput
from ..raster.patches import Codes, Patches, Polygonizer, fill_holes, reader, strips
from ..raster.pipeline import CACHE, Stop, in_order, run
from ..raster.source import RasterSource, warn_of_added_offset
from ..text import number, tr
from ..version import VERSION
from .inputs import choose_bands, choose_scaling, mirror_nodata
from .model import Model
from .tiling import Blender, Layout, Tile, batches, choose, place

NODATA = 255
STEPS = 200  # of a probability stored as Byte


@dataclass
class Settings:
    """What a user may override; None and empty mean: as the card says, or the sensible default.

    bands: names or numbers with commas. threshold: 0 to 1. scale_mean, scale_std: numbers with commas, one or one a band,
    in the raster's own values. tile: px. overlap: percent of the tile's side. batch: tiles.
    """

    bands: str = ""
    threshold: Optional[float] = None
    scale_mean: str = ""
    scale_std: str = ""
    tile: Optional[int] = None
    overlap: Optional[float] = None
    batch: Optional[int] = None
    min_area_ha: float = 0.0
    fill_holes_ha: float = 0.0
    probability_float: bool = False
    aoi: Optional[Polygons] = None


class Found(NamedTuple):
    """One polygon along pixel edges. wkb: in the raster's CRS."""

    wkb: bytes
    code: int
    name: str
    area_ha: float
    probability_mean: float
    probability_max: float


@dataclass
class Result:
    """What came out. polygons: to be consumed before the `with` of `segment` ends; count: how many."""

    area_ha: float = 0.0
    class_ha: Dict[int, float] = field(default_factory=dict)
    megapixels: float = 0.0
    seconds: float = 0.0
    speed: float = 0.0
    computed_share: float = 0.0
    crs: str = ""
    count: int = 0


def segment(
    raster: str,
    model: Model,
    settings: Settings,
    *,
    crs: str = "",
    probability: Optional[str] = None,
    mask: Optional[str] = None,
    polygons: Optional[Callable[[Result, Iterator[Found]], None]] = None,
    scratch: Optional[str] = None,
    monitor: Optional[Monitor] = None,
) -> Result:
    """Segment a raster.

    crs: WKT to assume where the file itself has none.
    probability, mask: paths of the GeoTIFFs to write, or None. polygons: called once, when the rasters are in place, with
    the result and an iterator of polygons; where it fails, the rasters go and what was there comes back. scratch: folder
    for temporary files.
    Raises PantauError, Cancelled; then no output exists and earlier files are as they were.
    """
    monitor = monitor or Monitor()
    work = _Work(raster, crs, model, settings, monitor)
    clean = settings.min_area_ha > 0 or settings.fill_holes_ha > 0
    patches = clean or polygons is not None
    share = 0.85 if patches else 1.0
    with Outputs() as outputs, scratch_folder(scratch) as folder:
        inner_mask = f"{folder}/mask.tif" if patches else None
        inner_probability = f"{folder}/probability.tif" if polygons is not None else None
        final_mask = work.create_mask(outputs, mask) if mask else None
        writers = [work.create_probability(outputs, probability)] if probability else []
        with Outputs() as kept:  # what the patches are made from; goes with the folder
            if inner_probability:
                writers.append(work.create_probability(kept, inner_probability))
            first_mask = work.create_mask(kept, inner_mask) if inner_mask else final_mask
            with block_cache(work.cache()):
                work.infer(writers, first_mask, Share(monitor, 0, share))
        if patches:
            with block_cache(CACHE):
                found = work.patches(
                    inner_mask, inner_probability, final_mask, folder, polygons is not None, Share(monitor, share, 1)
                )
        if polygons is not None:
            outputs.finish()
            polygons(work.result, found)
    work.report()
    return work.result


@contextlib.contextmanager
def scratch_folder(parent: Optional[str]) -> Iterator[str]:
    """A folder for temporary files that goes when the block ends; what cannot be removed hides no error."""
    folder = tempfile.mkdtemp(prefix="pantau-", dir=parent)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class _Work:
    """One run: everything resolved before the first pixel is computed."""

    def __init__(self, raster: str, crs: str, model: Model, settings: Settings, monitor: Monitor) -> None:
        self.model, self.settings, self.monitor = model, settings, monitor
        self.source = RasterSource(raster, crs=crs)
        self.source.select(choose_bands(self.source, model, settings.bands))
        whole = self.source.grid
        self.aoi = AreaOfInterest(settings.aoi, whole) if settings.aoi else None
        self.area = self.aoi.window if self.aoi else whole.whole
        self.grid: Grid = whole.window(self.area)
        self.areas = CellAreas(self.grid)
        self.gain, self.bias, self.assumed = choose_scaling(self.source, model, settings.scale_mean, settings.scale_std, monitor)
        self.threshold = threshold_of(model, settings)
        self.layout, self.batch = _layout(self.grid, model, settings)
        self.not_numbers = False
        self.result = Result(crs=whole.crs, class_ha=dict.fromkeys(model.codes, 0.0))
        self._warn_of_pixel_size()
        if model.device_missed:
            monitor.warn(
                tr("The device {device} cannot be used: {reason}. The CPU runs the model instead.").format(
                    device=model.device_missed, reason=model.device_reason
                )
            )
        self.provenance = {
            "algorithm": "pantau:segment", "version": VERSION, "input": self.source.name,
            "model": model.name, "model_sha256": model.sha256, "runtime": model.runtime, "device": model.device,
            "bands": self.source.bands, "gain": self.gain.ravel().tolist(), "bias": self.bias.ravel().tolist(),
            "threshold": self.threshold, "tile_px": [self.layout.cols.length, self.layout.rows.length],
            "min_area_ha": settings.min_area_ha, "fill_holes_ha": settings.fill_holes_ha, "aoi": settings.aoi is not None,
        }  # fmt: skip

    def _warn_of_pixel_size(self) -> None:
        expected = self.model.card.pixel_m
        if expected is None:
            return
        found = self.grid.pixel_size_m()
        if not 0.66 < found / expected < 1.5:
            self.monitor.warn(
                tr(
                    "The raster's pixels are {found:.3g} m, the model was made for {expected:.3g} m: its result may mean little."
                ).format(found=found, expected=expected)
            )

    def cache(self) -> int:
        """Bytes of GDAL's cache: enough to read each of the file's strips once, where it is stored in strips."""
        width, height = self.source.block_size()
        if width < self.source.grid.width:
            return CACHE
        rows = self.layout.rows.length + 2 * self.model.margin + 2 * height
        strip = rows * self.source.grid.width * len(self.source.bands) * self.source.dtype.itemsize
        return max(CACHE, min(int(strip * 1.1), 8 * CACHE))

    def create_mask(self, outputs: Outputs, path: str) -> RasterOutput:
        return outputs.create(
            "mask", path, self.grid, np.uint8, 1, NODATA, legend=self.model.legend, provenance=self.provenance,
            names=[tr("class")],
        )  # fmt: skip

    def create_probability(self, outputs: Outputs, path: str) -> RasterOutput:
        names = [self.model.legend.find(code).label() for code in self.model.codes]
        if self.settings.probability_float:
            kind, nodata, scale = np.float32, float("nan"), None
        else:
            kind, nodata, scale = np.uint8, NODATA, 1 / STEPS
        return outputs.create(
            "probability", path, self.grid, kind, len(names), nodata, names=names, scale=scale, provenance=self.provenance
        )

    # -- inference

    def infer(self, probability: Sequence[RasterOutput], mask: Optional[RasterOutput], monitor: Monitor) -> None:
        """Read and normalise, run the model, on the CPU twice at a time, blend and write: all at once."""
        model, stop = self.model, Stop()
        model.resume()
        stop.on_set(model.stop)
        tiles, size = self.layout.tiles(), self.batch
        blender = Blender(self.layout, len(model.codes))
        shape = (size, model.bands, self.layout.rows.length + 2 * model.margin, self.layout.cols.length + 2 * model.margin)

        model.expect(-(-len(tiles) // size), size * shape[2] * shape[3])

        # Input arrays to use again: new memory costs time. Those of other types are made anew, and would only pile up.
        spare: Optional[queue.SimpleQueue[np.ndarray]] = queue.SimpleQueue() if model.dtype == np.float32 else None

        def read(tile: Tile) -> Tuple[Tile, Optional[np.ndarray], Optional[np.ndarray]]:
            image, valid = self._prepare(tile, spare)
            return tile, image, valid

        def answer(group: Sequence[Any]) -> Sequence[Any]:
            """(tile, which pixels are valid, the answers of its batch or None, its place in them) of each tile of a batch."""
            present = [entry for entry in group if entry[1] is not None]
            answers = None
            if present:
                if size == 1:
                    batch = present[0][1][None]
                else:  # one batch shape a run: a shorter last batch is filled up
                    batch = np.zeros(shape, model.dtype)
                    for index, entry in enumerate(present):
                        batch[index] = entry[1]
                answers = model.infer(batch)
                if spare is not None:
                    for entry in present:
                        spare.put(entry[1])
            results, position = [], 0
            for tile, image, valid in group:
                results.append((tile, valid, answers if image is not None else None, position))
                position += image is not None
            return results

        def compute(prepared: Iterator[Any]) -> Iterator[Any]:
            return chain.from_iterable(in_order(batches(prepared, size), answer, model.at_once))

        def write(result: Any) -> None:
            tile, valid, answers, position = result
            values = None if answers is None else model.probabilities(answers, position)
            window, values = blender.add(tile, values)
            if valid is not None:
                y, x = window.y - tile.window.y, window.x - tile.window.x
                valid = valid[y : y + window.height, x : x + window.width]
            self._store(window, values, valid, probability, mask)

        start = time.perf_counter()
        run(tiles, read, compute, write, monitor=monitor, stop=stop, beside=self._check_values)
        self.result.seconds = time.perf_counter() - start
        self.result.megapixels = self.grid.width * self.grid.height / 1e6
        self.result.speed = self.result.megapixels / max(self.result.seconds, 1e-9)
        self.result.computed_share = self.layout.computed_share(model.margin)
        self.result.area_ha = sum(self.result.class_ha.values())

    def _check_values(self) -> None:
        """A look at the whole scene, on a handle of its own, while the first tile is under way: it costs no time then."""
        if self.assumed:
            warn_of_added_offset(RasterSource(self.source.path, self.source.bands, self.source.grid.crs), self.monitor)

    def _prepare(
        self, tile: Tile, spare: Optional[queue.SimpleQueue[np.ndarray]] = None
    ) -> Tuple[Optional[np.ndarray], Optional[np.ndarray]]:
        """A tile as the model takes it (None where it holds no data), and which of the pixels it answers for are valid."""
        margin, (x, y, width, height) = self.model.margin, tile.window
        wide = Window(self.area.x + x - margin, self.area.y + y - margin, width + 2 * margin, height + 2 * margin)
        pixels = self.source.read_reflected(wide)
        valid = None if pixels.valid is None else pixels.valid[margin : margin + height, margin : margin + width]
        if self.aoi is not None:
            # Only the area of interest counts, but what lies around it is context that the model may see.
            inside = np.zeros((height, width), bool)
            left, top = max(0, x), max(0, y)
            right, bottom = min(x + width, self.area.width), min(y + height, self.area.height)
            inside[top - y : bottom - y, left - x : right - x] = self.aoi.inside(
                Window(self.area.x + left, self.area.y + top, right - left, bottom - top)
            )
            valid = inside if valid is None else valid & inside
        if valid is not None and not valid.any():
            return None, valid
        values = pixels.values
        if pixels.valid is not None:
            values = mirror_nodata(values, pixels.valid)
        try:
            image = np.empty(values.shape, np.float32) if spare is None else spare.get_nowait()
        except queue.Empty:
            image = np.empty(values.shape, np.float32)
        np.multiply(values, self.gain, out=image, casting="unsafe")
        image += self.bias
        if np.dtype(self.model.dtype).kind in "ui":
            info = np.iinfo(self.model.dtype)
            image = np.clip(np.rint(image), info.min, info.max)
        return image.astype(self.model.dtype, copy=False), valid

    def _store(
        self, window: Window, values: Optional[np.ndarray], valid: Optional[np.ndarray],
        probability: Sequence[RasterOutput], mask: Optional[RasterOutput],
    ) -> None:  # fmt: skip
        """Decide, quantise and write a window whose probabilities are final; `values` is overwritten."""
        model, shape = self.model, (window.height, window.width)
        if values is None:
            valid = np.zeros(shape, bool)
            values = np.zeros((len(model.codes), *shape), np.float32)
        if not np.isfinite(values.sum()):
            known = np.isfinite(values).all(axis=0)
            valid = known if valid is None else valid & known
            values[:, ~known] = 0
            if not self.not_numbers:
                self.monitor.warn(tr("The model gives no number for some pixels: they are no data in the result."))
            self.not_numbers = True
        classes = self.classify(values)
        if valid is not None:
            classes[~valid] = NODATA
        for code in model.codes:
            self.result.class_ha[code] += self.areas.sum_ha(classes == code, window.x, window.y)
        if mask is not None:
            mask.write(window.x, window.y, classes)
        if probability:
            if self.settings.probability_float:
                stored = np.clip(values, 0, 1, out=values)
                if valid is not None:
                    stored[:, ~valid] = np.nan
            else:
                values *= STEPS
                values += 0.5
                stored = np.clip(values, 0, STEPS, out=values).astype(np.uint8)
                if len(model.codes) == 1:
                    # Rounding must not carry a pixel over the threshold: the raster and the mask tell the same.
                    cut = int(np.ceil(self.threshold * STEPS))
                    over, found = stored[0] >= cut, classes == model.codes[0]
                    stored[0] += found & ~over  # it was one step below, or one above: rounding moves by no more
                    stored[0] -= over & ~found
                if valid is not None:
                    stored[:, ~valid] = NODATA
            for output in probability:
                output.write(window.x, window.y, stored)

    def classify(self, values: np.ndarray) -> np.ndarray:
        """(rows, cols) of uint8 codes from (classes, rows, cols) of probability."""
        model = self.model
        if len(model.codes) == 1:
            return (values[0] >= self.threshold).astype(np.uint8) * np.uint8(model.codes[0])
        best = values.argmax(axis=0)
        highest = np.take_along_axis(values, best[None], axis=0)[0]
        classes = np.array(model.codes, np.uint8)[best]
        if model.exclusive and model.has_background:
            classes[1 - values.sum(axis=0) > highest] = 0
        if self.threshold is not None:
            classes[highest < self.threshold] = 0
        return classes

    # -- patches

    def patches(
        self, mask: str, probability: Optional[str], final: Optional[RasterOutput], folder: str, shapes: bool, monitor: Monitor
    ) -> Iterator[Found]:  # fmt: skip
        """Fill holes, drop what is smaller than the minimum mapping unit, write the mask; then, if asked, the polygons."""
        settings, model, grid = self.settings, self.model, self.grid
        codes: Codes = reader(RasterSource(mask))
        if settings.fill_holes_ha > 0:
            codes = fill_holes(grid, codes, 0, model.codes, settings.fill_holes_ha, self.areas, Share(monitor, 0, 0.3))
        values = self._values(probability) if probability else None
        found = Patches(grid, codes, model.codes, self.areas, Share(monitor, 0.3, 0.6), values)
        keep = found.area_ha >= settings.min_area_ha
        self.result.class_ha = {code: float(found.area_ha[keep & (found.code == code)].sum()) for code in model.codes}
        self.result.area_ha = sum(self.result.class_ha.values())
        self.result.count = int(keep.sum())
        kept = np.append(keep, False)
        polygonizer = Polygonizer(folder, grid) if shapes else None
        for window in strips(grid):
            check(monitor, 0.6 + 0.2 * window.y / grid.height, 1)
            numbers = found.numbers(window)
            stays = kept[numbers]
            if final is not None:
                strip = codes(window)
                final.write(0, window.y, np.where((numbers >= 0) & ~stays, 0, strip).astype(np.uint8))
            if polygonizer:
                polygonizer.add(window, np.where(stays, numbers, -1))
        if polygonizer is None:
            return iter(())

        def each() -> Iterator[Found]:
            for patch, wkb in polygonizer.finish(Share(monitor, 0.8, 1)):
                code = int(found.code[patch])
                yield Found(
                    wkb, code, model.legend.find(code).label(), float(found.area_ha[patch]),
                    float(found.mean[patch]), float(found.maximum[patch]),
                )  # fmt: skip

        return each()

    def _values(self, path: str) -> Callable[[Window, np.ndarray], np.ndarray]:
        """Probability of each pixel's own class."""
        source = RasterSource(path)
        factor = 1.0 if self.settings.probability_float else 1 / STEPS
        planes = {code: index for index, code in enumerate(self.model.codes)}

        def read(window: Window, strip: np.ndarray) -> np.ndarray:
            values = source.read(window).values
            if len(values) == 1:
                return values[0] * factor
            table = np.zeros(256, np.intp)
            for code, index in planes.items():
                table[code] = index
            return np.take_along_axis(values, table[strip][None], axis=0)[0] * factor

        return read

    def report(self) -> None:
        """One line that tells what ran, on which device, how fast."""
        result, layout = self.result, self.layout
        self.monitor.log(
            tr(
                "{megapixels} Mpx in {seconds} s ({speed} Mpx/s) on {device} ({reason}) with {runtime}: "
                "{tiles} tile(s) of {width} x {height} px, {share} times the scene's pixels computed; "
                "model {model}, SHA-256 {sha256}."
            ).format(
                megapixels=number(result.megapixels, 2),
                seconds=number(result.seconds, 1),
                speed=number(result.speed, 2),
                device=self.model.device.upper(),
                reason=self.model.device_reason,
                runtime=self.model.runtime,
                tiles=len(layout.tiles()),
                width=layout.cols.length + 2 * self.model.margin,
                height=layout.rows.length + 2 * self.model.margin,
                share=number(result.computed_share, 2),
                model=self.model.name,
                sha256=self.model.sha256[:12],
            )  # fmt: skip
        )
        if self.model.one_by_one:
            self.monitor.log(
                tr("The model could not take several tiles at once ({reason}), so they ran one by one, which is slower.").format(
                    reason=self.model.one_by_one
                )
            )
        for code, area in result.class_ha.items():
            self.monitor.log(tr("{name}: {area} ha").format(name=self.model.legend.find(code).label(), area=number(area, 2)))


def threshold_of(model: Model, settings: Settings) -> Optional[float]:
    """The threshold of the classes' probability; None: the most probable class wins whatever its probability."""
    value = settings.threshold if settings.threshold is not None else model.card.threshold
    if value is None:
        return None if model.exclusive else 0.5
    if not 0 <= value <= 1:
        raise PantauError(tr("THRESHOLD is {value:g}: give a probability from 0 to 1.").format(value=value))
    return value


def _phase(grid: Grid, multiple: int) -> Tuple[int, int]:
    """Rows and columns from the last multiple of `multiple` pixels on the ground to the grid's first pixel.

    Counted from the origin of the CRS, so that an area of interest, or another cut of the scene, gives the same answer.
    """
    inverse = gdal.InvGeoTransform(grid.transform)
    col, row = (-value for value in gdal.ApplyGeoTransform(inverse, 0.0, 0.0))
    return round(row) % multiple, round(col) % multiple


def _layout(grid: Grid, model: Model, settings: Settings) -> Tuple[Layout, int]:
    """Tiles over a grid, and how many go into one batch."""
    card, margin, multiple = model.card, model.margin, model.multiple
    percent = settings.overlap if settings.overlap is not None else None
    if percent is None and card.overlap_px is None:
        percent = card.overlap_percent
    if percent is not None and not 0 <= percent <= 50:
        raise PantauError(tr("OVERLAP is {value:g} percent: give 0 to 50.").format(value=percent))
    wanted = settings.tile if settings.tile is not None else card.tile and -(-card.tile // multiple) * multiple
    if model.tile:
        if settings.tile is not None and (settings.tile, settings.tile) != model.tile:
            raise PantauError(
                tr("TILE is {value} and the model {model} takes tiles of {rows} x {cols} px only: leave TILE empty.").format(
                    value=settings.tile, model=model.name, rows=model.tile[0], cols=model.tile[1]
                )
            )
    elif settings.tile is not None and (settings.tile < multiple or settings.tile % multiple):
        raise PantauError(
            tr("TILE is {value} and the model {model} takes multiples of {multiple} px: give {near}.").format(
                value=settings.tile,
                model=model.name,
                multiple=multiple,
                near=max(multiple, round(settings.tile / multiple) * multiple),
            )  # fmt: skip
        )

    phase = _phase(grid, multiple)
    if model.tile or wanted:
        lengths = [(model.tile[i] if model.tile else wanted) - 2 * margin for i in (0, 1)]
        overlaps = [
            round(length * percent / 100)
            if percent is not None
            else (round(length * 0.15) if card.overlap_px is None else card.overlap_px)
            for length in lengths
        ]
        step = 1 if margin else multiple  # what a margin cuts off has lost the step already
        rows, cols = (
            place(covered, length, min(overlap, length // 2), step, lead if step > 1 else 0)
            for covered, length, overlap, lead in zip((grid.height, grid.width), lengths, overlaps, phase)
        )
    else:
        overlap = round(1024 * percent / 100) if percent is not None else (64 if card.overlap_px is None else card.overlap_px)
        rows, cols = choose(grid.height, grid.width, overlap, multiple, phase)
    layout = Layout(rows, cols)
    if settings.batch is not None and settings.batch < 1:
        raise PantauError(tr("BATCH is {value}: give 1 or more.").format(value=settings.batch))
    pixels = layout.rows.length * layout.cols.length
    default = 1 if model.device == "cpu" else max(1, int(8e6 / pixels))
    batch = model.batch or settings.batch or default
    return layout, batch if model.batch else max(1, min(batch, len(layout.tiles())))
