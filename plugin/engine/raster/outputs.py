"""Writing: tiled, compressed GeoTIFF beside the target, renamed when whole; nothing half-written, nothing destroyed."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Union

import numpy as np
from osgeo import gdal

from ..errors import PantauError
from ..files import KEPT, PART, copy_file
from ..text import tr
from .gdal_guard import attempt, close, quiet
from .grid import Grid
from .legend import DOMAIN, Legend
from .sensors import Band
from .source import RasterSource, held

TILE = 256
# What is written; float64 only where an image keeps its own type, and GeoTIFF has had signed bytes only since GDAL 3.7.
GDAL_TYPES = {
    "uint8": gdal.GDT_Byte,
    "uint16": gdal.GDT_UInt16,
    "int16": gdal.GDT_Int16,
    "uint32": gdal.GDT_UInt32,
    "int32": gdal.GDT_Int32,
    "float32": gdal.GDT_Float32,
    "float64": gdal.GDT_Float64,
}
SIDE_FILES = (".aux.xml", ".ovr", ".msk")


class RasterOutput:
    """One GeoTIFF being written: windows from left to right in a row of blocks, then those of the next row.

    Overviews, halvings down to one tile, are written with it: no second pass over the file.
    """

    def __init__(
        self,
        path: str,
        grid: Grid,
        dtype: Any,
        bands: int,
        nodata: Optional[float],
        *,
        legend: Optional[Legend] = None,
        colors: Optional[gdal.ColorTable] = None,
        names: Sequence[Union[str, Band]] = (),
        scale: Optional[float] = None,
        offset: float = 0.0,
        unit: str = "",
        provenance: Optional[Mapping[str, Any]] = None,
    ) -> None:
        """legend: for classes, whose overviews take the nearest pixel; without one they take the mean; empty where nobody named them.
        colors: the colour table of another raster of classes, to be kept.
        names: of the bands, or what is known of them. scale, offset: physical value = stored value x scale + offset. unit: of the
        values, as "dB".
        Raises PantauError: not a .tif, a folder that is missing or may not be written, a full disk.
        """
        check_target(path)
        self.path, self._part = path, path + PART
        self._published: List[str] = []
        self.grid, self.dtype, self.nodata = grid, np.dtype(dtype), nodata
        floating = self.dtype.kind == "f"
        options = [
            "TILED=YES", f"BLOCKXSIZE={TILE}", f"BLOCKYSIZE={TILE}", "COMPRESS=DEFLATE", "ZLEVEL=1",
            f"PREDICTOR={3 if floating else 2 if legend is None else 1}", "BIGTIFF=IF_SAFER", "INTERLEAVE=BAND",
        ]  # fmt: skip
        kind = GDAL_TYPES[self.dtype.name]
        with quiet() as messages:
            driver = gdal.GetDriverByName("GTiff")
            self._dataset = attempt(driver.Create, self._part, grid.width, grid.height, bands, kind, options)
        if self._dataset is None:
            self._fail(messages.last())
        with quiet():
            self._dataset.SetGeoTransform(grid.transform)
            self._dataset.SetProjection(grid.crs)
            for number in range(1, bands + 1):
                band = self._dataset.GetRasterBand(number)
                if nodata is not None:
                    band.SetNoDataValue(nodata)
                if legend and self.dtype == np.uint8:
                    legend.style(band)
                if colors is not None and self.dtype in (np.uint8, np.uint16):
                    band.SetColorTable(colors)
                if scale is not None:
                    band.SetScale(scale)
                    band.SetOffset(offset)
                if unit:
                    band.SetUnitType(unit)
                if number <= len(names):
                    _describe(band, names[number - 1])
            if legend:
                self._dataset.SetMetadataItem("legend", legend.to_json(), DOMAIN)
        now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
        self._made: Dict[str, Any] = {"created": now}
        if provenance is not None:
            self.tell(provenance)
        factors = []
        while max(grid.width, grid.height) > TILE * 2 ** len(factors):
            factors.append(2 ** (len(factors) + 1))
        if factors:
            with quiet() as messages:
                # Empty overviews now, filled below.
                attempt(self._dataset.BuildOverviews, "NONE", factors)
            if messages:
                self._fail(messages.last())
        halve = _halve_classes if legend is not None else _halve_values
        self._top: Optional[_Level] = None
        for number in reversed(range(len(factors) + 1)):
            layers = [self._dataset.GetRasterBand(n) for n in range(1, bands + 1)]
            layers = [layer.GetOverview(number - 1) for layer in layers] if number else layers
            self._top = _Level(layers, self.dtype, nodata, halve, self._top)

    def tell(self, made: Mapping[str, Any]) -> None:
        """Add to what the file says of its making, until it is closed."""
        self._made.update(made)
        with quiet():
            self._dataset.SetMetadataItem("provenance", json.dumps(self._made, default=str), DOMAIN)

    def write(self, x: int, y: int, array: np.ndarray) -> None:
        """Put (bands, rows, cols), or (rows, cols) for one band, at column x, row y."""
        with quiet() as messages:
            self._top.write(x, y, array[None] if array.ndim == 2 else array)
            # Nothing dirty stays behind for another thread to write, and a full disk is noticed here.
            attempt(self._dataset.FlushCache)
        if messages:
            self._fail(messages.last())

    def close(self) -> None:
        """Write what is left and close the file beside the target, if it is open; `Outputs` renames it."""
        if self._dataset is None:
            return
        with quiet() as messages:
            self._top.finish()
            attempt(self._dataset.FlushCache)
            self._close()
        if messages:
            self._fail(messages.last())

    def publish(self) -> None:
        """Put the finished file, with its side files, in the place of the target; what was there is kept aside."""
        try:
            for ending in ("", *SIDE_FILES):
                target, fresh = self.path + ending, self._part + ending
                if os.path.exists(target):
                    os.replace(target, target + KEPT)
                if os.path.exists(fresh):
                    os.replace(fresh, target)
                    self._published.append(target)
        except OSError as error:
            raise PantauError(
                tr("{path} cannot be replaced ({reason}): close it in other programs, or choose another name.").format(
                    path=self.path, reason=error.strerror
                )
            ) from error

    def settle(self, well: bool) -> None:
        """End a published output: forget what was there before, or, where the run has failed, bring it back."""
        if not well:
            for target in self._published:
                os.remove(target)
        for ending in ("", *SIDE_FILES):
            aside = self.path + ending + KEPT
            if os.path.exists(aside):
                os.remove(aside) if well else os.replace(aside, self.path + ending)

    def discard(self) -> None:
        """Remove what was written beside the target."""
        with quiet():  # where the disk is full, closing fails once more
            self._close()
        for ending in ("", *SIDE_FILES):
            with contextlib.suppress(OSError):
                os.remove(self._part + ending)

    def _close(self) -> None:
        dataset, self._top, self._dataset = self._dataset, None, None
        if dataset is not None:
            close(dataset)

    def _fail(self, reason: str) -> None:
        raise PantauError(
            tr("{path} cannot be written ({reason}): free space on the disk or choose another folder.").format(
                path=self.path, reason=reason or tr("no reason given")
            )
        )


def _describe(band: gdal.Band, known: Union[str, Band]) -> None:
    """Name a band, and say what it sees where that is known, in the words of GDAL, STAC and EnMAP-Box."""
    if isinstance(known, str):
        known = Band(known)
    band.SetDescription(known.name)
    if known.common:
        band.SetMetadataItem("common_name", known.common)
    if known.wavelength_nm:
        band.SetMetadataItem("wavelength", f"{known.wavelength_nm:g}")
        band.SetMetadataItem("wavelength_units", "Nanometers")
        band.SetMetadataItem("CENTRAL_WAVELENGTH_UM", f"{known.wavelength_nm / 1000:g}", "IMAGERY")


class _Level:
    """The raster, or one of its overviews: gathers windows until whole tiles of the file are complete.

    Each tile is then compressed once, and goes on, halved, as a window of the next level.
    """

    CELL = 2 * TILE  # halved, it still fills whole tiles

    def __init__(
        self, layers: List[gdal.Band], dtype: np.dtype, nodata: Optional[float],
        halve: Callable[[np.ndarray, Optional[float]], np.ndarray], below: Optional[_Level],
    ) -> None:  # fmt: skip
        self._layers, self._nodata, self._halve, self._below = layers, nodata, halve, below
        self.rows, self.cols = layers[0].YSize, layers[0].XSize
        self._buffer = np.empty((len(layers), 0, self.cols), dtype)
        self._start = 0  # the row of the buffer's first row
        self._band = 0  # the row of the windows that are coming in, and the row below them
        self._bottom = 0
        self._written = 0  # columns of the complete rows that are written already

    def write(self, x: int, y: int, array: np.ndarray) -> None:
        """Take a window; write the cells that are complete with it."""
        if y > self._band:
            self._flush(self.cols)
            self._next_band(y)
        self._bottom = max(self._bottom, y + array.shape[1])
        if self._bottom > self._start + self._buffer.shape[1]:
            self._grow(self._bottom)
        top = y - self._start
        self._buffer[:, top : top + array.shape[1], x : x + array.shape[2]] = array
        self._flush(x + array.shape[2])

    def finish(self) -> None:
        """Write what is left; what was never given is nodata."""
        self._flush(self.cols)
        self._next_band(self.rows)
        if self._start < self.rows:
            self._grow(self.rows)
            self._bottom = self.rows
            self._flush(self.cols)
        if self._below is not None:
            self._below.finish()

    def _complete(self) -> int:
        """The row down to which whole cells are there."""
        return self.rows if self._bottom >= self.rows else self._bottom // self.CELL * self.CELL

    def _flush(self, cols: int) -> None:
        end = self._complete()
        right = self.cols if cols >= self.cols else cols // self.CELL * self.CELL
        left, height, width = self._written, end - self._start, right - self._written
        if height <= 0 or width <= 0:
            return
        ready = self._buffer[:, :height, left:right]
        for layer, plane in zip(self._layers, ready):
            attempt(layer.WriteRaster, left, self._start, width, height, np.ascontiguousarray(plane).tobytes())
            # Now, and not when the file is closed: flushing a dataset leaves its overviews' blocks in the cache.
            attempt(layer.FlushCache)
        self._written = right
        if self._below is not None:
            self._below.write(left // 2, self._start // 2, self._halve(ready, self._nodata))

    def _next_band(self, y: int) -> None:
        end = self._complete()
        if self._written >= self.cols and end > self._start:
            self._buffer = self._buffer[:, end - self._start :].copy()
            self._start = end
        self._written, self._band = 0, y

    def _grow(self, bottom: int) -> None:
        old = self._buffer
        shape = (old.shape[0], bottom - self._start, self.cols)
        fill = held(self._nodata, old.dtype)
        self._buffer = np.full(shape, 0 if fill is None else fill, old.dtype)
        self._buffer[:, : old.shape[1]] = old


def _halve_classes(values: np.ndarray, nodata: Optional[float]) -> np.ndarray:
    """(bands, rows, cols) at half the size: one pixel of each square of four."""
    return values[:, ::2, ::2]


def _halve_values(values: np.ndarray, nodata: Optional[float]) -> np.ndarray:
    """(bands, rows, cols) at half the size: the mean of the valid pixels of each square of four."""
    dtype = values.dtype
    if values.shape[1] % 2 or values.shape[2] % 2:
        values = np.pad(values, ((0, 0), (0, values.shape[1] % 2), (0, values.shape[2] % 2)), mode="edge")
    floating = dtype.kind == "f"
    wide = dtype if floating else np.uint16 if dtype.itemsize == 1 else np.int64
    nodata = held(nodata, dtype)
    bad = None if nodata is None else np.isnan(values) if np.isnan(nodata) else values == nodata
    if bad is None or not bad.any():
        total = _sums_of_four(values, wide)
        return (total / 4 if floating else (total + 2) >> 2).astype(dtype)
    total, count = _sums_of_four(np.where(bad, dtype.type(0), values), wide), _sums_of_four(~bad, np.uint8)
    mean = total / np.maximum(count, 1)
    return np.where(count > 0, mean if floating else np.rint(mean), nodata).astype(dtype)


def _sums_of_four(values: np.ndarray, dtype: Any) -> np.ndarray:
    """(bands, rows, cols) at half the size: the sum of each square of four."""
    pairs = values[:, ::2].astype(dtype)  # whole rows first, of which many numbers are added at a time
    pairs += values[:, 1::2]
    return pairs[:, :, ::2] + pairs[:, :, 1::2]


class Outputs:
    """The rasters of one run: all of them appear when the block ends well, none when it does not.

    Later steps may read what earlier ones wrote before it is in its place. What is read here is let go before anything is renamed or
    removed: Windows does neither to a file that is open.
    """

    def __init__(self) -> None:
        self.rasters: Dict[str, RasterOutput] = {}
        self._read: List[RasterSource] = []
        self._finished = False

    def create(self, name: str, path: str, *args: Any, **kwargs: Any) -> RasterOutput:
        """A new `RasterOutput` under `name`."""
        self.rasters[name] = RasterOutput(path, *args, **kwargs)
        return self.rasters[name]

    def close(self) -> None:
        """End writing all that were begun; from then on they can be reopened."""
        with ThreadPoolExecutor() as pool:  # the last rows of each are compressed side by side
            list(pool.map(RasterOutput.close, self.rasters.values()))

    def reopen(self, name: str) -> RasterSource:
        """One of the closed, to be read before it is in place."""
        return self.read(self.rasters[name].path + PART)

    def read(self, path: str) -> RasterSource:
        """Another raster that is let go with the run, such as one of a scratch folder."""
        self._read.append(RasterSource(path))
        return self._read[-1]

    def finish(self) -> None:
        """Close all rasters and put them in place; an error later in the block still brings back what was there."""
        self._let_go()
        self.close()
        self._finished = True
        for raster in self.rasters.values():
            raster.publish()

    def __enter__(self) -> Outputs:
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        self._let_go()
        well = False
        try:
            if kind is None:
                if not self._finished:
                    self.finish()
                well = True
        finally:
            for raster in self.rasters.values():
                raster.discard()
                raster.settle(well)

    def _let_go(self) -> None:
        while self._read:
            self._read.pop().close()


def copy_raster(source: str, target: str) -> None:
    """Copy a GeoTIFF, with its side files, to `target`, which is replaced when the copy is whole."""
    copy_file(source, target, SIDE_FILES)


def check_target(path: str) -> None:
    """Raise PantauError where a raster cannot be written to `path`: said before the work, not after it."""
    if not path.lower().endswith((".tif", ".tiff")):
        raise PantauError(tr("{path} is not a GeoTIFF name: give a name that ends with .tif.").format(path=path))
    check_folder(path)


def check_folder(path: str) -> None:
    """Raise PantauError where no file can be made beside `path`."""
    folder = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(folder):
        raise PantauError(tr("The folder {folder} does not exist: create it or choose another.").format(folder=folder))
    if os.path.isdir(path):
        raise PantauError(tr("{path} is a folder: give the name of a file in it.").format(path=path))
    probe = path + PART
    try:
        # Permission bits say little on network drives and read-only mounts: try.
        with open(probe, "ab"):
            pass
        if not os.path.getsize(probe):
            os.remove(probe)
    except OSError as error:
        raise PantauError(
            tr("Nothing can be written in {folder} ({reason}): choose another folder.").format(folder=folder, reason=error.strerror)
        ) from error
