"""Connected patches of a class raster of any size: areas, statistics, minimum mapping unit, holes, polygons.

A patch is a set of pixels of one class that touch by their edges, as GDAL's polygons are, or also by their corners. The raster
is read in strips from top to bottom; memory grows with the number of patches, not with the number of pixels.
"""

from __future__ import annotations

import itertools
import os
from typing import Callable, Iterator, List, Optional, Sequence, Tuple

import numpy as np
from osgeo import gdal, ogr

from ..errors import PantauError
from ..monitor import Monitor, check
from ..packages import need
from ..rings import ranges
from ..text import tr
from .codes import NO_CLASS
from .gdal_guard import attempt, quiet, spatial_reference
from .grid import CellAreas, Grid, Window
from .source import RasterSource

PIXELS = 1_500_000  # of a strip: what is computed of one stays well below what a model needs

Codes = Callable[[Window], np.ndarray]


class Patches:
    """Patches of the classes `classes` of a raster that `codes` reads, in the order of their first pixels, row by row.

    After construction, for patches 0 .. n - 1: code, area_ha, size_px, and, where values are given, mean and maximum of the
    value.
    """

    def __init__(
        self,
        grid: Grid,
        codes: Codes,
        classes: Optional[Sequence[int]],
        areas: CellAreas,
        monitor: Monitor,
        values: Optional[Callable[[Window, np.ndarray], np.ndarray]] = None,
        corners: bool = False,
    ) -> None:
        """codes: window -> (rows, cols) of integers. classes: None: all but `NO_CLASS`. values: window and codes -> (rows, cols)
        of float. corners: whether pixels that touch by a corner alone belong together."""
        self._grid, self._codes, self._classes, self._corners = grid, codes, classes, corners
        self._offsets: List[int] = []
        code, area, total, highest, pixels, links = [], [], [], [], [], [np.empty((2, 0), np.int32)]
        above: Optional[np.ndarray] = None
        count = 0
        for window in strips(grid):
            check(monitor, window.y, grid.height)
            strip = codes(window)
            starts, patch, kinds = self._runs(strip)
            its = patch >= 0
            local, size, lengths = patch[its], len(kinds), np.diff(starts, append=strip.size)
            self._offsets.append(count)
            cell_ha = areas.at(np.arange(window.y, window.y + window.height)[:, None], np.arange(grid.width))
            code.append(kinds)
            pixels.append(np.bincount(local, lengths[its], size).astype(np.int32))
            area.append(np.bincount(local, np.add.reduceat(cell_ha.ravel(), starts)[its], size))
            if values is not None:
                value = values(window, strip).ravel().astype(np.float64)
                total.append(np.bincount(local, np.add.reduceat(value, starts)[its], size))
                top = np.zeros(size)
                np.maximum.at(top, local, np.maximum.reduceat(value, starts)[its])
                highest.append(top)
            shifted = np.where(its, patch + count, -1)
            rows = [starts < grid.width, starts >= strip.size - grid.width]
            upper, lower = (np.repeat(shifted[row], lengths[row]) for row in rows)
            if above is not None:
                for its, here in _facing(grid.width, corners):
                    touch = (above[0][its] >= 0) & (upper[here] >= 0) & (above[1][its] == strip[0][here])
                    links.append(np.stack([above[0][its][touch], upper[here][touch]]))
            above = np.stack([lower, strip[-1].astype(np.int64)])
            count += size
        self.count, final = connected(count, *np.concatenate(links, axis=1))
        self._final, n = final, self.count
        self.code = np.zeros(n, np.int32)
        if count:
            self.code[final] = np.concatenate(code)
        self.area_ha, self.size_px = (np.bincount(final, _emptied(parts), n) for parts in (area, pixels))
        if values is not None:
            self.mean = np.bincount(final, _emptied(total), n) / self.size_px
            self.maximum = np.zeros(n)
            np.maximum.at(self.maximum, final, _emptied(highest))

    def _label(self, strip: np.ndarray) -> Tuple[np.ndarray, np.ndarray, np.ndarray]:
        """(the pixels of patches, counted through the strip; the patch in the strip of each; the class of each patch)."""
        starts, patch, kinds = self._runs(strip)
        ends, its = np.append(starts[1:], strip.size), patch >= 0
        starts, ends = starts[its], ends[its]
        return ranges(starts, ends - starts)[0], np.repeat(patch[its], ends - starts), kinds

    def _runs(self, strip: np.ndarray) -> Tuple[np.ndarray, np.ndarray, np.ndarray]:
        """(where runs of pixels of one class in a row begin; the patch in the strip of each, -1 for none; the class of each patch)."""
        width, codes = strip.shape[1], strip.ravel()
        fresh = np.ones(codes.size, bool)
        np.not_equal(codes[1:], codes[:-1], out=fresh[1:])
        fresh[::width] = True
        starts = np.flatnonzero(fresh)
        ends, codes = np.append(starts[1:], codes.size), codes[starts]
        its = codes != NO_CLASS if self._classes is None else np.isin(codes, self._classes)
        start, end, codes = starts[its], ends[its], codes[its]
        # A run touches those of the next row that end after it begins and begin before it ends; by corners, one pixel farther.
        reach, row = int(self._corners), start // width + 1
        low = np.searchsorted(end, np.maximum(start + width - reach, row * width), "right")
        high = np.searchsorted(start, np.minimum(end + width + reach, (row + 1) * width), "left")
        ones, others = np.repeat(np.arange(len(start)), high - low), ranges(low, high - low)[0]
        alike = codes[ones] == codes[others]
        number, patch = connected(len(start), ones[alike], others[alike])
        kinds = np.zeros(number, np.int32)
        kinds[patch] = codes
        patches = np.full(len(starts), -1, np.int32)
        patches[its] = patch
        return starts, patches, kinds

    def pixels(self, window: Window) -> Tuple[np.ndarray, np.ndarray]:
        """(the pixels of one of `strips(grid)` that have a patch, counted through it row by row; the patch of each)."""
        flat, local, _ = self._label(self._codes(window))
        return flat, self._final[local + self._offset(window)]

    def numbers(self, window: Window) -> np.ndarray:
        """(rows, cols) of int32: the patch of each pixel of one of `strips(grid)`, -1 where there is none."""
        starts, patch, _ = self._runs(self._codes(window))
        number = np.full(len(starts), -1, np.int32)
        number[patch >= 0] = self._final[patch[patch >= 0] + self._offset(window)]
        begins = np.zeros(window.height * window.width, np.int32)
        begins[starts[1:]] = 1
        return number[np.cumsum(begins, dtype=np.int32)].reshape(window.height, window.width)

    def _offset(self, window: Window) -> int:
        return self._offsets[window.y // _strip_rows(self._grid)]


def _emptied(parts: List[np.ndarray]) -> np.ndarray:
    """The parts as one array; they themselves are let go."""
    whole = np.concatenate(parts)
    parts.clear()
    return whole


def _facing(width: int, corners: bool) -> Iterator[Tuple[slice, slice]]:
    """Columns of a row, and those of the next that touch them, pair by pair: by edges, or also by corners."""
    yield slice(None), slice(None)
    if corners:
        yield slice(0, width - 1), slice(1, width)
        yield slice(1, width), slice(0, width - 1)


def painted(window: Window, flat: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """(rows, cols) of int32: numbers at pixels that are counted through the window row by row, -1 elsewhere."""
    result = np.full(window.height * window.width, -1, np.int32)
    result[flat] = numbers
    return result.reshape(window.height, window.width)


def connected(count: int, ones: np.ndarray, others: np.ndarray) -> Tuple[int, np.ndarray]:
    """(number of groups, the group of each of `count` things), where each of `ones` touches the one of `others` beside it."""
    if not count:
        return 0, np.empty(0, np.int32)
    sparse, graphs = need("scipy.sparse", "scipy"), need("scipy.sparse.csgraph", "scipy")
    graph = sparse.coo_matrix((np.ones(len(ones), np.int8), (ones, others)), shape=(count, count))
    return graphs.connected_components(graph, directed=False)


def strips(grid: Grid) -> Iterator[Window]:
    """Windows of full width from top to bottom."""
    rows = _strip_rows(grid)
    for y in range(0, grid.height, rows):
        yield Window(0, y, grid.width, min(rows, grid.height - y))


def _strip_rows(grid: Grid) -> int:
    return max(128, PIXELS // grid.width // 128 * 128)


def fill_holes(
    grid: Grid, codes: Codes, background: int, classes: Sequence[int], maximum_ha: float, areas: CellAreas, monitor: Monitor
) -> Codes:
    """`codes` with small holes filled: background below `maximum_ha` that one class encloses.

    What touches the raster's edge or nodata is no hole: it may be larger than it looks. What lies between two classes
    stays: nothing says to which it belongs.
    """
    holes = Patches(grid, codes, [background], areas, monitor)
    open_ended = np.zeros(holes.count + 1, bool)
    fill = np.full(holes.count + 1, background, np.int64)
    known = [background, *classes]
    lowest, highest = np.full(holes.count + 1, 256, np.int64), np.full(holes.count + 1, -1, np.int64)
    for window in strips(grid):
        wide = Window(0, max(0, window.y - 1), grid.width, 0)
        wide = wide._replace(height=min(grid.height, window.y + window.height + 1) - wide.y)
        around = codes(wide)
        padded = np.pad(around, ((window.y == 0, window.y + window.height == grid.height), (1, 1)), constant_values=255)
        rows, cols = window.height, grid.width
        numbers = holes.numbers(window)
        hole = numbers >= 0
        index = numbers[hole]
        for down, right in ((0, 1), (2, 1), (1, 0), (1, 2)):
            beside = padded[down : down + rows, right : right + cols][hole].astype(np.int64)
            open_ended[index[~np.isin(beside, known)]] = True
            solid = np.isin(beside, classes)
            np.minimum.at(lowest, index[solid], beside[solid])
            np.maximum.at(highest, index[solid], beside[solid])
    one_class = lowest == highest
    fill[one_class] = lowest[one_class]
    keep = open_ended[:-1] | (holes.area_ha >= maximum_ha)
    fill[:-1][keep] = background
    fill[-1] = background

    def filled(window: Window) -> np.ndarray:
        strip = codes(window)
        change = fill[holes.numbers(window)]
        return np.where((strip == background) & (change != background), change, strip).astype(strip.dtype)

    return filled


class Polygonizer:
    """Writes patch numbers to a scratch raster, strip by strip, and turns them into polygons along pixel edges."""

    def __init__(self, folder: str, grid: Grid) -> None:
        self._grid, self._raster = grid, os.path.join(folder, "patches.tif")
        self._vector = os.path.join(folder, "patches.gpkg")
        options = ["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64", "COMPRESS=LZW", "SPARSE_OK=TRUE", "BIGTIFF=IF_SAFER"]
        with quiet() as messages:
            driver = gdal.GetDriverByName("GTiff")
            self._dataset = attempt(driver.Create, self._raster, grid.width, grid.height, 1, gdal.GDT_Int32, options)
        self._check(self._dataset is not None, messages)
        self._dataset.SetGeoTransform(grid.transform)
        self._dataset.SetProjection(grid.crs)

    def add(self, window: Window, numbers: np.ndarray) -> None:
        """numbers: (rows, cols) of integers, negative where there is no polygon."""
        data = np.ascontiguousarray(numbers + 1, np.int32)
        with quiet() as messages:
            done = attempt(self._dataset.GetRasterBand(1).WriteRaster, *window, data.tobytes(), buf_type=gdal.GDT_Int32)
            attempt(self._dataset.FlushCache)
        self._check(done == gdal.CE_None and not messages, messages)

    def finish(self, monitor: Monitor) -> Iterator[Tuple[int, bytes]]:
        """(patch number, WKB polygon in the grid's CRS) of every patch; several of one whose parts touch by corners."""
        vector, layer = self._polygonize(monitor)
        for feature in layer:
            yield feature.GetField(0) - 1, bytes(feature.GetGeometryRef().ExportToWkb())

    def finish_whole(self, monitor: Monitor) -> Iterator[Tuple[int, bytes]]:
        """(patch number, WKB of a valid multipolygon in the grid's CRS) of every patch, in the order of their numbers."""
        vector, _ = self._polygonize(monitor)
        layer = vector.ExecuteSQL("SELECT number, geom FROM patches ORDER BY number")
        for number, features in itertools.groupby(layer, lambda feature: feature.GetField(0)):
            check(monitor, 1, 1)
            shape = ogr.Geometry(ogr.wkbMultiPolygon)
            for feature in features:
                shape.AddGeometry(feature.GetGeometryRef())
            yield number - 1, bytes(shape.ExportToWkb())
        vector.ReleaseResultSet(layer)

    def _polygonize(self, monitor: Monitor) -> Tuple[ogr.DataSource, ogr.Layer]:
        with quiet() as messages:
            driver = ogr.GetDriverByName("GPKG")
            vector = attempt(driver.CreateDataSource, self._vector)
            self._check(vector is not None, messages)
            layer = vector.CreateLayer("patches", spatial_reference(self._grid.crs), ogr.wkbPolygon, ["SPATIAL_INDEX=NO"])
            layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
            band = self._dataset.GetRasterBand(1)
            layer.StartTransaction()
            code = attempt(
                gdal.Polygonize, band, band, layer, 0, [],
                callback=lambda share, message, data: int(monitor.progress(share, 1.0)),
            )  # fmt: skip
            check(monitor, 1, 1)
            attempt(layer.CommitTransaction)
            self._check(code == gdal.CE_None and not messages, messages)
        layer.ResetReading()
        return vector, layer

    def _check(self, well: bool, messages: Sequence[str]) -> None:
        if not well:
            reason = messages[-1].rstrip(".") if messages else tr("no reason given")
            raise PantauError(
                tr("Scratch files cannot be written in {folder} ({reason}): free space there.").format(
                    folder=os.path.dirname(self._raster), reason=reason
                )
            )


def reader(source: RasterSource, band: int = 0) -> Codes:
    """A function that reads one band of a source."""
    return lambda window: source.read(window).values[band]
