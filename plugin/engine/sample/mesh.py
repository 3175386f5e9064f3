"""A map of polygons that fit together exactly: cells of a mesh whose corners are moved, not drawn one by one.

Every layer of the district takes its outlines from the same moved corners, so polygons share their edges to the last
digit, and the area of any overlay of layers is a sum of cells.
"""

from __future__ import annotations

import struct
from typing import Dict, Iterator, List, Optional, Tuple

import numpy as np
from osgeo import gdal, ogr

from ..raster.aoi import vector_memory
from ..raster.gdal_guard import attempt, spatial_reference
from ..raster.grid import CellAreas, Grid, Window

ROUNDS = 2  # of smoothing: staircases become slanting lines, and no line reaches its neighbour


class Mesh:
    """A mesh over a grid of square cells; `labels`, (rows, cols) of integers, says which cells belong together.

    Corners on an outline are drawn towards the corners beside them along the outline, then rounded to centimetres.
    """

    def __init__(self, labels: np.ndarray, grid: Grid) -> None:
        self.grid, self.labels = grid, labels
        rows, cols = labels.shape
        across = np.zeros((rows + 1, cols), bool)  # is the edge from corner (r, c) to (r, c + 1) an outline?
        across[1:-1] = labels[1:] != labels[:-1]
        down = np.zeros((rows, cols + 1), bool)
        down[:, 1:-1] = labels[:, 1:] != labels[:, :-1]
        degree = np.zeros((rows + 1, cols + 1), np.uint8)
        degree[:, :-1] += across
        degree[:, 1:] += across
        degree[:-1] += down
        degree[1:] += down
        bend = degree == 2  # elsewhere three outlines meet, or one ends at the frame: such corners stay
        bend[0], bend[-1], bend[:, 0], bend[:, -1] = False, False, False, False
        shifts = []
        for axis in (0, 1):
            shift = np.zeros((rows + 1, cols + 1), np.float32)
            for _ in range(ROUNDS):
                mean = np.zeros_like(shift)
                step = np.float32(1)
                beside = np.where(across, shift[:, 1:] + (step if axis else 0), 0)
                mean[:, :-1] += beside
                mean[:, 1:] += np.where(across, shift[:, :-1] - (step if axis else 0), 0)
                mean[:-1] += np.where(down, shift[1:] + (0 if axis else step), 0)
                mean[1:] += np.where(down, shift[:-1] - (0 if axis else step), 0)
                shift = np.where(bend, (shift + mean / 2) / 2, shift)
            shifts.append(np.rint(shift * (100 * grid.transform[1])).astype(np.int16))
        self._down, self._right = shifts  # centimetres

    def corners(self, rows: np.ndarray, cols: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
        """(east, north) in metres, whole centimetres, of corners."""
        west, cell, _, north, _, _ = self.grid.transform
        east = west * 100 + cols * (cell * 100) + self._right[rows, cols]
        return east / 100, (north * 100 - rows * (cell * 100) - self._down[rows, cols]) / 100

    def cell_ha(self) -> np.ndarray:
        """(rows, cols) of float64: each cell's area on the ellipsoid.

        Its plane area by its four corners, times the ellipsoid's share of the plane there (constant over a kilometre to
        one part in a million).
        """
        rows, cols = self.labels.shape
        result = np.empty((rows, cols))
        areas = CellAreas(self.grid)
        square = self.grid.transform[1] ** 2
        every = np.arange(cols + 1)
        for first in range(0, rows, 256):
            last = min(rows, first + 256)
            x, y = self.corners(np.arange(first, last + 1)[:, None], every[None])
            ax, ay = x[1:, 1:] - x[:-1, :-1], y[1:, 1:] - y[:-1, :-1]
            bx, by = x[1:, :-1] - x[:-1, 1:], y[1:, :-1] - y[:-1, 1:]
            plane = np.abs(ax * by - ay * bx) / 2
            result[first:last] = plane / square * areas.at(np.arange(first, last)[:, None], every[None, :-1])
        return result

    def polygons(self, values: np.ndarray, window: Optional[Window] = None) -> Iterator[Tuple[int, bytes]]:
        """(value, WKB polygon) of each connected patch of equal values; nothing where the value is negative.

        values: (rows, cols) of integers, constant within each label. window: of cells; the whole mesh without one.
        """
        x, y, width, height = window or Window(0, 0, values.shape[1], values.shape[0])
        memory = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Int32)
        memory.SetGeoTransform((x, 1, 0, y, 0, 1))
        band = memory.GetRasterBand(1)
        crop = np.ascontiguousarray(values[y : y + height, x : x + width], np.int32) + np.int32(1)
        band.WriteRaster(0, 0, width, height, np.maximum(crop, 0).tobytes())
        source = vector_memory().CreateDataSource("mesh")
        layer = source.CreateLayer("mesh", None, ogr.wkbPolygon)
        layer.CreateField(ogr.FieldDefn("value", ogr.OFTInteger))
        attempt(gdal.Polygonize, band, band, layer, 0)
        shapes = [(_rings(bytes(f.GetGeometryRef().ExportToWkb(ogr.wkbNDR))), f.GetField(0) - 1) for f in layer]
        # Versions of GDAL find the same polygons in different orders.
        for rings, value in sorted(shapes, key=lambda shape: shape[0][0][0].tolist()[::-1]):
            yield value, self._moved(rings)

    def _moved(self, rings: List[np.ndarray]) -> bytes:
        """The WKB polygon of rings over cell numbers, with every corner that they pass, at the corners' places."""
        parts = [struct.pack("<BII", 1, ogr.wkbPolygon, len(rings))]
        for ring in rings:
            steps = np.abs(np.diff(ring, axis=0)).sum(axis=1)
            every = np.repeat(np.arange(len(ring) - 1), steps)
            along = np.arange(len(every)) - np.repeat(np.cumsum(steps) - steps, steps)
            cells = ring[every] + np.sign(np.diff(ring, axis=0))[every] * along[:, None]
            cells = np.concatenate([cells, cells[:1]])
            east, north = self.corners(cells[:, 1], cells[:, 0])
            parts += [struct.pack("<I", len(cells)), np.stack([east, north], axis=1).astype("<f8").tobytes()]
        return b"".join(parts)

    def rasters(self, window: Window, factors: Tuple[int, ...]) -> List[np.ndarray]:
        """The labels of a window of cells, for each factor on a grid with that many pixels to a cell's side.

        A pixel has the label of the polygon that its centre lies in.
        """
        rows, cols = self.labels.shape
        x, y = max(0, window.x - 2), max(0, window.y - 2)
        wide = Window(x, y, min(cols, window.x + window.width + 2) - x, min(rows, window.y + window.height + 2) - y)
        crop = self.labels[wide.y : wide.y + wide.height, wide.x : wide.x + wide.width]
        if (crop == crop[0, 0]).all():
            return [np.full((window.height * f, window.width * f), crop[0, 0], np.int32) for f in factors]
        source = vector_memory().CreateDataSource("labels")
        layer = source.CreateLayer("labels", spatial_reference(self.grid.crs), ogr.wkbPolygon)
        layer.CreateField(ogr.FieldDefn("label", ogr.OFTInteger))
        for label, wkb in self.polygons(self.labels, wide):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField(0, int(label))
            feature.SetGeometry(ogr.CreateGeometryFromWkb(wkb))
            layer.CreateFeature(feature)
        west, cell, _, north, _, _ = self.grid.transform
        results = []
        for factor in factors:
            memory = gdal.GetDriverByName("MEM").Create("", window.width * factor, window.height * factor, 1, gdal.GDT_Int32)
            side = cell / factor
            memory.SetProjection(self.grid.crs)
            memory.SetGeoTransform((west + window.x * cell, side, 0, north - window.y * cell, 0, -side))
            gdal.RasterizeLayer(memory, [1], layer, options=["ATTRIBUTE=label"])
            raw = memory.ReadRaster(0, 0, window.width * factor, window.height * factor)
            results.append(np.frombuffer(raw, np.int32).reshape(window.height * factor, window.width * factor))
        return results


def _rings(wkb: bytes) -> List[np.ndarray]:
    """The rings, (corners, 2) of x and y, of a WKB polygon over cell numbers, written in one way only.

    The outer one first and clockwise on the map, the holes against it and in order; each from its northernmost, then
    westernmost corner.
    """
    rings, position = [], 9
    for number in range(struct.unpack_from("<I", wkb, 5)[0]):
        count = struct.unpack_from("<I", wkb, position)[0]
        ring = np.frombuffer(wkb, "<f8", 2 * count, position + 4).reshape(count, 2).astype(np.int64)[:-1]
        position += 4 + 16 * count
        x, y = ring.T
        if (np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) > 0) != (number == 0):
            ring = ring[::-1]
        start = np.lexsort((ring[:, 0], ring[:, 1]))[0]
        ring = np.roll(ring, -start, axis=0)
        rings.append(np.concatenate([ring, ring[:1]]))
    return rings[:1] + sorted(rings[1:], key=lambda ring: ring[0].tolist()[::-1])


def joined(layers: Dict[str, np.ndarray]) -> Tuple[np.ndarray, Dict[str, np.ndarray]]:
    """Labels, (rows, cols) of int32, that differ where any layer differs; and each layer's value of each label.

    layers: (rows, cols) of small integers, 0 or more.
    """
    labels = np.zeros(next(iter(layers.values())).shape, np.int32)
    values: Dict[str, np.ndarray] = {}
    for name, layer in layers.items():
        size = int(layer.max()) + 1
        code = labels * np.int32(size) + layer
        present = np.zeros(int(code.max()) + 1, bool)
        present[code.ravel()] = True
        kept = np.flatnonzero(present)
        number = np.cumsum(present, dtype=np.int32) - np.int32(1)
        values = {other: known[kept // size] for other, known in values.items()}
        values[name] = kept % size
        labels = number[code]
    return labels, values
