"""Writing: tiled, compressed GeoTIFF beside the target, renamed when whole; nothing half-written, nothing destroyed."""

from __future__ import annotations

import datetime
import json
import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Dict, List, Mapping, Optional, Sequence

import numpy as np
from osgeo import gdal

from ..errors import PantauError
from ..text import tr
from .gdal_guard import attempt, quiet
from .grid import Grid
from .legend import DOMAIN, Legend

TILE = 256
SIDE_FILES = (".aux.xml", ".ovr", ".msk")


class RasterOutput:
    """One GeoTIFF being written, from top to bottom: windows of one row of blocks, then those of the next.

    Rows are gathered until whole rows of the file's tiles are complete, so that each tile is compressed once.
    Overviews (halvings down to one tile) are gathered with them: no second pass over the file.
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
        names: Sequence[str] = (),
        scale: Optional[float] = None,
        provenance: Optional[Mapping[str, Any]] = None,
    ) -> None:
        """legend: for classes, whose overviews take the nearest pixel; without one they take the mean.
        scale: physical value of one unit of what is stored.
        Raises PantauError: not a .tif, a folder that is missing or may not be written, a full disk.
        """
        check_target(path)
        self.path, self._part = path, path + ".part"
        self.grid, self._dtype, self._bands, self._nodata, self._legend = grid, np.dtype(dtype), bands, nodata, legend
        floating = self._dtype.kind == "f"
        options = [
            "TILED=YES", f"BLOCKXSIZE={TILE}", f"BLOCKYSIZE={TILE}", "COMPRESS=DEFLATE", "ZLEVEL=1",
            f"PREDICTOR={3 if floating else 1 if legend else 2}", "BIGTIFF=IF_SAFER", "INTERLEAVE=BAND",
        ]  # fmt: skip
        kind = gdal.GDT_Float32 if floating else {1: gdal.GDT_Byte, 2: gdal.GDT_UInt16, 4: gdal.GDT_Int32}[self._dtype.itemsize]
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
                if legend is not None and self._dtype == np.uint8:
                    legend.style(band)
                if scale is not None:
                    band.SetScale(scale)
                    band.SetOffset(0)
                if number <= len(names):
                    band.SetDescription(names[number - 1])
            items = {}
            if legend is not None:
                items["legend"] = legend.to_json()
            if provenance is not None:
                now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
                items["provenance"] = json.dumps({**provenance, "created": now}, default=str)
            if items:
                self._dataset.SetMetadata(items, DOMAIN)
        levels = []
        while max(grid.width, grid.height) > TILE * 2 ** len(levels):
            levels.append(2 ** (len(levels) + 1))
        if levels:
            with quiet() as messages:
                # Empty overviews now, filled row by row below.
                attempt(self._dataset.BuildOverviews, "NONE", levels)
            if messages:
                self._fail(messages.last())
        self._levels = len(levels)
        # Rows from `_start` on that are not yet written, one buffer a level (level 0 is the raster itself).
        self._sizes = [self._level_size(level) for level in range(self._levels + 1)]
        self._buffers = [np.empty((bands, 0, width), self._dtype) for _, width in self._sizes]
        self._starts = [0] * (self._levels + 1)
        self._current = 0

    def _level_size(self, level: int) -> tuple:
        band = self._dataset.GetRasterBand(1)
        band = band.GetOverview(level - 1) if level else band
        return band.YSize, band.XSize

    def write(self, x: int, y: int, array: np.ndarray) -> None:
        """Put (bands, rows, cols), or (rows, cols) for one band, at column x, row y.

        Rows above `y` are taken to be complete: windows come row of blocks by row of blocks.
        """
        if array.ndim == 2:
            array = array[None]
        if y > self._current:
            self._current = y
            self._flush_level(0, y)
        buffer, start = self._buffers[0], self._starts[0]
        bottom = y + array.shape[1]
        if bottom > start + buffer.shape[1]:
            grown = np.empty((self._bands, bottom - start, self.grid.width), self._dtype)
            grown[:, : buffer.shape[1]] = buffer
            if self._nodata is not None:
                grown[:, buffer.shape[1] :] = self._nodata
            self._buffers[0] = buffer = grown
        buffer[:, y - start : bottom - start, x : x + array.shape[2]] = array

    def _flush_level(self, level: int, complete: int) -> None:
        """Write the rows of a level that are complete, and hand them, halved, to the next level.

        A level is written in whole rows of tiles, of which two make one row of tiles of the level below it.
        """
        rows, width = self._sizes[level]
        start = self._starts[level]
        last = complete >= rows
        end = rows if last else complete // (2 * TILE) * (2 * TILE)
        if end <= start:
            return
        ready = self._buffers[level][:, : end - start]
        with quiet() as messages:
            for number in range(self._bands):
                band = self._dataset.GetRasterBand(number + 1)
                band = band.GetOverview(level - 1) if level else band
                written = attempt(
                    band.WriteRaster, 0, start, width, end - start, np.ascontiguousarray(ready[number]).tobytes()
                )
                if written != gdal.CE_None and not messages:
                    messages.append(tr("no reason given"))
            # Nothing dirty stays behind for another thread to write, and a full disk is noticed here.
            self._dataset.FlushCache()
        if messages:
            self._fail(messages.last())
        self._buffers[level] = self._buffers[level][:, end - start :].copy()
        self._starts[level] = end
        if level < self._levels:
            halved = self._halve(ready)[:, :, : self._sizes[level + 1][1]]
            below = self._buffers[level + 1]
            self._buffers[level + 1] = np.concatenate([below, halved], axis=1) if below.shape[1] else halved
            self._flush_level(level + 1, self._sizes[level + 1][0] if last else self._starts[level + 1] + self._buffers[level + 1].shape[1])

    def _halve(self, rows: np.ndarray) -> np.ndarray:
        """(bands, rows, cols) at half the size: the mean of the valid pixels of each square, or one of them for classes."""
        if self._legend is not None:
            return rows[:, ::2, ::2]
        if rows.shape[1] % 2 or rows.shape[2] % 2:
            rows = np.pad(rows, ((0, 0), (0, rows.shape[1] % 2), (0, rows.shape[2] % 2)), mode="edge")
        quarters = [rows[:, i::2, j::2] for i in (0, 1) for j in (0, 1)]
        floating = self._dtype.kind == "f"
        wide = np.float32 if floating else np.uint16 if self._dtype.itemsize == 1 else np.int64
        bad = [np.isnan(q) if floating and np.isnan(self._nodata) else q == self._nodata for q in quarters] if self._nodata is not None else []
        if not any(flags.any() for flags in bad):
            total = quarters[0].astype(wide)
            for quarter in quarters[1:]:
                total += quarter
            return (total / 4 if floating else (total + 2) // 4).astype(self._dtype)
        total = np.zeros(quarters[0].shape, wide)
        count = np.zeros(quarters[0].shape, np.uint8)
        for quarter, flags in zip(quarters, bad):
            total += np.where(flags, 0, quarter).astype(wide)
            count += ~flags
        mean = total / np.maximum(count, 1)
        mean = mean if floating else np.rint(mean)
        return np.where(count > 0, mean, self._nodata).astype(self._dtype)

    def close(self) -> None:
        """Write what is left and close the file beside the target; `Outputs` renames it."""
        rows = self._sizes[0][0]
        missing = rows - self._starts[0] - self._buffers[0].shape[1]
        if missing > 0:
            fill = np.full((self._bands, missing, self.grid.width), 0 if self._nodata is None else self._nodata, self._dtype)
            self._buffers[0] = np.concatenate([self._buffers[0], fill], axis=1)
        self._flush_level(0, rows)
        with quiet() as messages:
            self._dataset.FlushCache()
            self._dataset = None
        if messages:
            self._fail(messages.last())

    def publish(self) -> None:
        """Put the finished file, with its side files, in the place of the target."""
        try:
            os.replace(self._part, self.path)
            for ending in SIDE_FILES:
                if os.path.exists(self._part + ending):
                    os.replace(self._part + ending, self.path + ending)
                elif os.path.exists(self.path + ending):
                    os.remove(self.path + ending)  # it described the file that was here before
        except OSError as error:
            raise PantauError(
                tr("{path} cannot be replaced ({reason}): close it in other programs, or choose another name.").format(
                    path=self.path, reason=error.strerror
                )
            ) from error

    def discard(self) -> None:
        """Remove what was written beside the target."""
        with quiet():
            self._dataset = None
        for ending in ("", *SIDE_FILES):
            if os.path.exists(self._part + ending):
                os.remove(self._part + ending)

    def _fail(self, reason: str) -> None:
        raise PantauError(
            tr("{path} cannot be written ({reason}): free space on the disk or choose another folder.").format(
                path=self.path, reason=reason or tr("no reason given")
            )
        )


class Outputs:
    """The rasters of one run: all of them appear when the block ends well, none when it does not."""

    def __init__(self) -> None:
        self.rasters: Dict[str, RasterOutput] = {}

    def create(self, name: str, path: str, *args: Any, **kwargs: Any) -> RasterOutput:
        """A new `RasterOutput` under `name`."""
        self.rasters[name] = RasterOutput(path, *args, **kwargs)
        return self.rasters[name]

    def __enter__(self) -> "Outputs":
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        try:
            if kind is None:
                with ThreadPoolExecutor() as pool:  # the last rows of each are compressed side by side
                    list(pool.map(RasterOutput.close, self.rasters.values()))
                for raster in self.rasters.values():
                    raster.publish()
        finally:
            for raster in self.rasters.values():
                raster.discard()


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
    probe = path + ".part"
    try:
        # Permission bits say little on network drives and read-only mounts: try.
        with open(probe, "ab"):
            pass
        if not os.path.getsize(probe):
            os.remove(probe)
    except OSError as error:
        raise PantauError(
            tr("Nothing can be written in {folder} ({reason}): choose another folder.").format(
                folder=folder, reason=error.strerror
            )
        ) from error


def remove_files(paths: List[str]) -> None:
    """Remove files that may not exist."""
    for path in paths:
        if os.path.exists(path):
            os.remove(path)
