"""Which pixels of a grid points and polygons cover: where reference labels and training samples lie on a raster."""

from __future__ import annotations

from typing import List, Optional, Sequence, Tuple

import numpy as np
from osgeo import gdal, ogr, osr

from .columns import Shapes
from .errors import PantauError
from .monitor import Monitor, Share, check
from .raster.aoi import Polygons, around, vector_memory
from .raster.gdal_guard import attempt, moved, quiet, spatial_reference
from .raster.grid import Grid
from .raster.pipeline import tile_windows
from .text import number, tr
from .vector import load

STRIP = 2048  # px, side of the squares in which a large polygon is filled
STEPS = 1023  # to each side of a pixel, by which two spots in it are told apart; odd, so that its middle is in the middle of one
AT_ONCE = 100_000  # points that are looked up together: few enough to stay in the processor's cache
# A point on the plane as little-endian WKB: how nearly all of a million come.
FLAT_POINT = np.dtype([("order", "u1"), ("kind", "<u4"), ("x", "<f8"), ("y", "<f8")])
ITS_PLACE = np.dtype({"names": ["xy"], "formats": ["V16"], "offsets": [5], "itemsize": FLAT_POINT.itemsize})


class Places:
    """The pixels that features cover: those whose centre lies in a polygon, and those that hold a point.

    A polygon that holds no centre covers the pixel under its middle. rows, cols: (n,) int32, the pixel of each hit; features: (n,)
    int64, its feature. spots: (n,) int32, where in the pixel: equal for two points of one pixel that lie within a
    thousandth of it, as one point does after another reprojection; all polygons have the same. areal, shaped, outside, small: (features,) of bool: is a polygon; has points or
    polygons; none of them on the grid; polygons without a pixel centre. strays: (features,) int64, points beyond the grid.
    """

    def __init__(self, grid: Grid, wkb: Sequence[bytes], crs: str, wanted: np.ndarray, most: int, monitor: Monitor) -> None:
        """wkb: points or polygons, empty where a feature has no geometry. crs: WKT of theirs, empty: the grid's. wanted: (features,) of
        bool, those that are looked at. Raises PantauError: more than `most` hits, features that have no place on the grid's CRS."""
        self._grid, self._inverse, self._most = grid, gdal.InvGeoTransform(grid.transform), most
        self._hits: List[Tuple[np.ndarray, ...]] = []
        self._count = 0
        count = len(wkb)
        self.shaped, self.small, self.areal = np.zeros(count, bool), np.zeros(count, bool), np.zeros(count, bool)
        self.strays = np.zeros(count, np.int64)
        numbers = np.flatnonzero(wanted)
        owners, points, rest = _flat_points(wkb if isinstance(wkb, Shapes) else Shapes(wkb), numbers)
        others, more, areas = [], [], []
        for done, feature in enumerate(rest.tolist()):
            check(monitor, done, 4 * len(rest))
            found = _points(wkb[feature])
            if found is None:
                areas.append(feature)
            else:
                others += [feature] * len(found)
                more += found
        if others:
            owners = np.concatenate([owners, np.array(others, np.int64)])
            points = np.concatenate([points, np.array(more).reshape(-1, 2)])
        if len(owners):
            self._add_points(owners, points, crs, monitor)
        if areas:
            polygons, _ = load(Polygons([wkb[n] for n in areas], crs), grid.crs, Share(monitor, 0.25, 0.5))
            for done, (feature, shape) in enumerate(zip(areas, polygons)):
                check(monitor, 0.5 + 0.5 * done / len(areas), 1)
                if shape is not None:
                    self.shaped[feature] = self.areal[feature] = True
                    self._add_polygon(feature, shape)
        empty = tuple(np.zeros(0, kind) for kind in (np.int32, np.int32, np.int64, np.int32))
        self.rows, self.cols, self.features, self.spots = (np.concatenate(one) for one in zip(empty, *self._hits))
        del self._hits
        self.outside = self.shaped.copy()
        self.outside[self.features] = False

    def _add(self, features: np.ndarray, rows: np.ndarray, cols: np.ndarray, spots: np.ndarray) -> None:
        self._count += len(rows)
        if self._count > self._most:
            raise PantauError(
                tr("The features cover more than {most} pixels, more than is of use: draw fewer or smaller ones.").format(
                    most=number(self._most, 0)
                )
            )
        where = (one.astype(np.int32) for one in (rows, cols))
        self._hits.append((*where, np.broadcast_to(features, rows.shape), np.broadcast_to(spots, rows.shape).astype(np.int32)))

    @property
    def pixels(self) -> np.ndarray:
        """(n,) int64: row * width + column of each hit."""
        return self.rows.astype(np.int64) * self._grid.width + self.cols

    def _add_points(self, features: np.ndarray, points: np.ndarray, crs: str, monitor: Monitor) -> None:
        self.shaped[features] = True
        target = spatial_reference(self._grid.crs)
        origin = spatial_reference(crs) if crs else target
        change = None if origin.IsSame(target) else osr.CoordinateTransformation(origin, target)
        for first in range(0, len(points), AT_ONCE):
            check(monitor, 0.25 + 0.25 * first / len(points), 1)
            some = points[first : first + AT_ONCE]
            if change is not None:
                some = moved(change, some)
            self._add_some(features[first : first + AT_ONCE], *some.T)

    def _add_some(self, features: np.ndarray, a: np.ndarray, b: np.ndarray) -> None:
        """Points in the grid's CRS, each (n,)."""
        with np.errstate(invalid="ignore"):
            across, down = (k[0] + a * k[1] + b * k[2] for k in (self._inverse[:3], self._inverse[3:]))
            cols, rows = np.floor(across), np.floor(down)
            on = (cols >= 0) & (rows >= 0) & (cols < self._grid.width) & (rows < self._grid.height)
        if not on.all():
            np.add.at(self.strays, features[~on], 1)
            features, across, down, cols, rows = features[on], across[on], down[on], cols[on], rows[on]
        spots = ((down - rows) * STEPS).astype(np.int32) * STEPS + ((across - cols) * STEPS).astype(np.int32)
        self._add(features, rows, cols, spots)

    def _add_polygon(self, feature: int, shape: ogr.Geometry) -> None:
        west, east, south, north = shape.GetEnvelope()
        corners = [gdal.ApplyGeoTransform(self._inverse, x, y) for x in (west, east) for y in (south, north)]
        window = around(corners, self._grid)
        if window is None:
            return
        before, owner, spot = self._count, np.array(feature), np.array(-1)
        for part in tile_windows(window, STRIP):
            rows, cols = np.nonzero(_filled(shape, self._grid.window(part)))
            self._add(owner, rows + part.y, cols + part.x, spot)
        if self._count == before:
            with quiet():
                middle = attempt(shape.PointOnSurface) or shape.Centroid()
            x, y = (int(np.floor(v)) for v in gdal.ApplyGeoTransform(self._inverse, middle.GetX(), middle.GetY()))
            if 0 <= x < self._grid.width and 0 <= y < self._grid.height:
                self._add(owner, np.array([y]), np.array([x]), spot)
                self.small[feature] = True


def _flat_points(shapes: Shapes, numbers: np.ndarray) -> Tuple[np.ndarray, np.ndarray, np.ndarray]:
    """((n,) features that are plain points, (n, 2) where, the other features of `numbers`)."""
    long = shapes.lengths() == FLAT_POINT.itemsize
    if long.all():
        records, owners, rest = shapes.records(FLAT_POINT), numbers, numbers[:0]
        records = records if len(owners) == len(shapes) else records[owners]
    else:
        owners, rest = numbers[long[numbers]], numbers[~long[numbers]]
        records = np.frombuffer(b"".join(shapes[number] for number in owners.tolist()), FLAT_POINT)
    points = records.view(ITS_PLACE)["xy"].copy().view("<f8").reshape(-1, 2)  # as x beside y it takes five times as long
    flat = (records["order"] == 1) & (records["kind"] == ogr.wkbPoint) & ~np.isnan(points[:, 0])  # an empty point is nan
    if flat.all():
        return owners, points, rest
    return owners[flat], points[flat], np.sort(np.concatenate([rest, owners[~flat]]))


def _points(wkb: bytes) -> Optional[List[Tuple[float, float]]]:
    """The points of a point or multipoint; None for any other geometry."""
    if not wkb:
        return []
    with quiet():
        shape = attempt(ogr.CreateGeometryFromWkb, bytes(wkb))
    if shape is None:
        return []
    kind = ogr.GT_Flatten(shape.GetGeometryType())
    if kind == ogr.wkbPoint:
        return [] if shape.IsEmpty() else [(shape.GetX(), shape.GetY())]
    if kind == ogr.wkbMultiPoint:
        parts = (shape.GetGeometryRef(index) for index in range(shape.GetGeometryCount()))
        return [(part.GetX(), part.GetY()) for part in parts if not part.IsEmpty()]
    return None


def _filled(shape: ogr.Geometry, grid: Grid) -> np.ndarray:
    """(rows, cols) of bool: the pixels of a grid whose centres lie in a polygon of its CRS."""
    memory = vector_memory().CreateDataSource("polygon")
    layer = memory.CreateLayer("polygon", None, ogr.wkbUnknown)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(shape)
    layer.CreateFeature(feature)
    raster = gdal.GetDriverByName("MEM").Create("", grid.width, grid.height, 1, gdal.GDT_Byte)
    raster.SetGeoTransform(grid.transform)
    with quiet():  # both without a CRS, which GDAL remarks upon: the polygon is in the grid's
        gdal.RasterizeLayer(raster, [1], layer, burn_values=[1])
    return raster.ReadAsArray().astype(bool)
