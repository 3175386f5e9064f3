"""Training samples: the pixels of labelled points and polygons, each once, with the values of all bands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Iterator, List, Optional, Sequence, Tuple

import numpy as np
from osgeo import gdal, ogr, osr

from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..raster.aoi import Polygons, around, vector_memory
from ..raster.gdal_guard import attempt, block_cache, quiet, spatial_reference
from ..raster.grid import Grid, Window
from ..raster.legend import Legend, LegendEntry, read_legend
from ..raster.pipeline import CACHE, tile_windows
from ..raster.sensors import Band
from ..raster.source import RasterSource, undeclared_nodata
from ..text import number, tr
from ..vector import load
from .labels import LabelledShapes, read_classes

MOST_SAMPLES = 5_000_000  # more would fill the memory, and a forest gains nothing from them
CELL = 1 << 20  # pixels that are read together at most
STRIP = 2048  # px, side of the squares in which a large polygon is filled


@dataclass(frozen=True)
class ClassCount:
    """What became of the features and pixels of one class.

    features: with a geometry; small: of these, polygons that hold no pixel centre and give the pixel under their middle. outside:
    features beyond the raster. nodata, conflict: pixels dropped, on no data and for lying in features of several classes.
    """

    entry: LegendEntry
    samples: int
    groups: int
    features: int
    small: int
    outside: int
    nodata: int
    conflict: int


@dataclass(frozen=True)
class Samples:
    """Samples in the order of the raster's pixels, row by row.

    values: (n, bands) float32. columns: (n,) int64, place of the class in the legend, which has only classes with samples. groups:
    (n,) int64. pixels: (n,) int64, row * width + column. bands, scaling, nodata: as the raster describes its bands. counts: of every
    class of the layer, without samples too. no_class, no_shape: features dropped. repeated: pixels that several features of one
    class share, used once. conflicts: (name, name) -> pixels that lie in both, used for neither. undeclared: of the pixels dropped
    on no data, those that only look so in a raster that declares none.
    """

    values: np.ndarray
    columns: np.ndarray
    groups: np.ndarray
    pixels: np.ndarray
    legend: Legend
    bands: List[Band]
    scaling: List[Tuple[float, float]]
    nodata: Optional[float]
    counts: List[ClassCount]
    no_class: int
    no_shape: int
    repeated: int
    conflicts: Dict[Tuple[str, str], int]
    raster: str
    layer: str
    undeclared: int = 0

    def dropped(self, key: str) -> int:
        """The sum of `outside`, `nodata`, `conflict` or `small` over the classes."""
        return sum(getattr(count, key) for count in self.counts)


def take_samples(path: str, shapes: LabelledShapes, *, crs: str = "", monitor: Monitor) -> Samples:
    """The samples that labelled features give on a raster: pixels whose centre lies in a polygon, or that hold a point.

    A polygon that holds no centre gives the pixel under its middle. Values are the raster's own, as float32. Memory grows with the
    samples, not with the raster. crs: WKT to assume where the raster has none.
    Raises PantauError: a map of classes, no samples, fewer than two classes, too many samples; what `read_classes` and
    `RasterSource` raise.
    """
    source = RasterSource(path, crs=crs)
    if read_legend(path) is not None or (len(source.data_bands) == 1 and source.color_table() is not None):
        raise PantauError(
            tr("{name} is a map of classes, and a forest learns from an image: give the image as INPUT.").format(name=source.name)
        )
    legend, place = read_classes(shapes, monitor)
    entries = legend.entries
    places = _Places(source.grid, shapes, place, Share(monitor, 0.0, 0.5))
    pixels, features = places.pixels, places.features

    # By pixel, and of one pixel by feature, so that the first feature of several gives the group.
    order = np.lexsort((features, pixels))
    pixels, features = pixels[order], features[order]
    starts = np.flatnonzero(np.append(True, pixels[1:] != pixels[:-1])) if len(pixels) else np.zeros(0, np.int64)
    classes = place[features]
    lowest = np.minimum.reduceat(classes, starts) if len(starts) else starts
    highest = np.maximum.reduceat(classes, starts) if len(starts) else starts
    clear = lowest == highest
    conflicts: Dict[Tuple[str, str], int] = {}
    for low, high in zip(lowest[~clear].tolist(), highest[~clear].tolist()):
        pair = (entries[low].label(), entries[high].label())
        conflicts[pair] = conflicts.get(pair, 0) + 1
    sizes = np.diff(np.append(starts, len(pixels)))
    repeated = int((sizes - 1)[clear].sum())
    kinds = range(len(entries))
    conflict = [int(((lowest == kind) | (highest == kind))[~clear].sum()) for kind in kinds]
    pixels, features, columns = pixels[starts][clear], features[starts][clear], lowest[clear]

    values, valid = _read(source, pixels, Share(monitor, 0.5, 1.0))
    empty = undeclared_nodata(values.T, source.dtype) if source.always_valid() else ~valid
    undeclared = int((empty & valid).sum())
    valid &= ~empty
    nodata = np.bincount(columns[~valid], minlength=len(entries))
    pixels, features, columns, values = pixels[valid], features[valid], columns[valid], values[valid]
    groups = _groups(shapes)[features]
    counts = []
    for kind in kinds:
        mine, own = place == kind, groups[columns == kind]
        counts.append(
            ClassCount(
                entries[kind], len(own), len(np.unique(own)), int((mine & places.shaped).sum()), int((mine & places.small).sum()),
                int((mine & places.outside).sum()), int(nodata[kind]), conflict[kind],
            )
        )  # fmt: skip
    kept = [kind for kind in kinds if counts[kind].samples]
    _check_classes(counts, kept, source.name, shapes, places)
    new = np.full(len(entries), -1, np.int64)
    new[kept] = np.arange(len(kept))
    return Samples(
        values, new[columns], groups, pixels, Legend(tuple(entries[kind] for kind in kept)), source.described_bands(), source.scales_offsets(),
        source.nodata[0], counts, int((place < 0).sum()), int(((place >= 0) & ~places.shaped).sum()), repeated, conflicts, source.name, shapes.name,
        undeclared,
    )  # fmt: skip


def _check_classes(counts: Sequence[ClassCount], kept: Sequence[int], raster: str, shapes: LabelledShapes, places: _Places) -> None:
    """Raise PantauError where the samples are of fewer than two classes."""
    if not counts:
        raise PantauError(
            tr("No feature of {layer} has a value in the field {field}: choose the field of classes.").format(
                layer=shapes.name, field=shapes.field
            )
        )
    if not kept:
        if places.outside.sum() == places.shaped.sum():
            raise PantauError(
                tr("All features of {layer} lie outside {raster}: choose samples on the raster, and check the CRS of both.").format(
                    layer=shapes.name, raster=raster
                )
            )
        raise PantauError(
            tr(
                "No sample is left: {outside} features of {layer} lie outside {raster}, {nodata} pixels hold no data, and {conflict} lie "
                "in features of several classes: draw samples where the raster has data."
            ).format(
                outside=int(places.outside.sum()), layer=shapes.name, raster=raster, nodata=sum(one.nodata for one in counts),
                conflict=sum(one.conflict for one in counts),
            )
        )  # fmt: skip
    if len(kept) == 1:
        raise PantauError(
            tr("All samples on {raster} are of one class, {name}, and a forest parts two at least: add samples of another.").format(
                raster=raster, name=counts[kept[0]].entry.label()
            )
        )


class _Places:
    """The pixels that features cover.

    pixels, features: (n,) int64, the pixel and the feature of each hit. shaped, outside, small: (features,) of bool: has points or
    polygons; none of them on the raster; polygons without a pixel centre.
    """

    def __init__(self, grid: Grid, shapes: LabelledShapes, place: np.ndarray, monitor: Monitor) -> None:
        self._grid, self._inverse = grid, gdal.InvGeoTransform(grid.transform)
        self._hits: List[Tuple[np.ndarray, np.ndarray]] = []
        self._count = 0
        count = len(shapes.wkb)
        self.shaped, self.small = np.zeros(count, bool), np.zeros(count, bool)
        wanted = np.flatnonzero(place >= 0).tolist()
        owners, points, areas = [], [], []
        for done, feature in enumerate(wanted):
            check(monitor, done, 4 * len(wanted))
            found = _points(shapes.wkb[feature])
            if found is None:
                areas.append(feature)
            else:
                owners += [feature] * len(found)
                points += found
        if points:
            self._add_points(np.array(owners), np.array(points), shapes.crs)
        if areas:
            polygons, _ = load(Polygons([shapes.wkb[n] for n in areas], shapes.crs), grid.crs, Share(monitor, 0.25, 0.5))
            for done, (feature, shape) in enumerate(zip(areas, polygons)):
                check(monitor, 0.5 + 0.5 * done / len(areas), 1)
                if shape is not None:
                    self.shaped[feature] = True
                    self._add_polygon(feature, shape)
        pixels, features = zip(*self._hits) if self._hits else ([np.zeros(0, np.int64)], [np.zeros(0, np.int64)])
        self.pixels, self.features = np.concatenate(pixels), np.concatenate(features)
        self.outside = self.shaped.copy()
        self.outside[self.features] = False

    def _add(self, features: np.ndarray, rows: np.ndarray, cols: np.ndarray) -> None:
        self._count += len(rows)
        if self._count > MOST_SAMPLES:
            raise PantauError(
                tr("The features cover more than {most} pixels, more than a forest needs: draw fewer or smaller ones.").format(
                    most=number(MOST_SAMPLES, 0)
                )
            )
        self._hits.append((rows.astype(np.int64) * self._grid.width + cols, np.broadcast_to(features, rows.shape)))

    def _add_points(self, features: np.ndarray, points: np.ndarray, crs: str) -> None:
        self.shaped[features] = True
        target = spatial_reference(self._grid.crs)
        origin = spatial_reference(crs) if crs else target
        if not origin.IsSame(target):
            change = osr.CoordinateTransformation(origin, target)
            with quiet():  # a point that has no place there is infinite, or, where GDAL raises, stops all: then one by one
                moved = attempt(change.TransformPoints, points.tolist())
                moved = moved or [attempt(change.TransformPoint, *point) or (np.inf, np.inf, 0) for point in points.tolist()]
            points = np.array(moved)
        a, b = points[:, 0], points[:, 1]
        with np.errstate(invalid="ignore"):
            cols, rows = (np.floor(k[0] + a * k[1] + b * k[2]) for k in (self._inverse[:3], self._inverse[3:]))
            on = (cols >= 0) & (rows >= 0) & (cols < self._grid.width) & (rows < self._grid.height)
        self._add(features[on], rows[on], cols[on].astype(np.int64))

    def _add_polygon(self, feature: int, shape: ogr.Geometry) -> None:
        west, east, south, north = shape.GetEnvelope()
        corners = [gdal.ApplyGeoTransform(self._inverse, x, y) for x in (west, east) for y in (south, north)]
        window = around(corners, self._grid)
        if window is None:
            return
        before = self._count
        for part in tile_windows(window, STRIP):
            rows, cols = np.nonzero(_filled(shape, self._grid.window(part)))
            self._add(np.array(feature), rows + part.y, cols + part.x)
        if self._count == before:
            with quiet():
                middle = attempt(shape.PointOnSurface) or shape.Centroid()
            x, y = (int(np.floor(v)) for v in gdal.ApplyGeoTransform(self._inverse, middle.GetX(), middle.GetY()))
            if 0 <= x < self._grid.width and 0 <= y < self._grid.height:
                self._add(np.array(feature), np.array([y]), np.array([x]))
                self.small[feature] = True


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


def _groups(shapes: LabelledShapes) -> np.ndarray:
    """(features,) int64: the number of each feature's group; a feature without a value is a group of its own."""
    given = list(shapes.groups) or [None] * len(shapes.wkb)
    numbers: Dict[object, int] = {}
    return np.array(
        [numbers.setdefault(feature if value is None else value, len(numbers)) for feature, value in enumerate(given)], np.int64
    )


def _cells(source: RasterSource, pixels: np.ndarray) -> Iterator[np.ndarray]:
    """Places in `pixels`, ascending, of those that lie together in the file: each block of it is read once."""
    width = source.grid.width
    block_width, block_height = source.block_size()
    cell_width = block_width * max(1, 512 // block_width)
    cell_height = max(1, CELL // cell_width // block_height) * block_height
    if cell_width * cell_height > CELL:  # one block is a large part of the file
        cell_height = max(1, CELL // cell_width)
    rows, cols = np.divmod(pixels, width)
    cells = rows // cell_height * (width // cell_width + 1) + cols // cell_width
    order = np.argsort(cells, kind="stable")
    yield from np.split(order, np.flatnonzero(np.diff(cells[order])) + 1)


def _read(source: RasterSource, pixels: np.ndarray, monitor: Monitor) -> Tuple[np.ndarray, np.ndarray]:
    """((n, bands) float32, (n,) of bool whether all bands are data) of ascending pixels."""
    values = np.zeros((len(pixels), len(source.bands)), np.float32)
    valid = np.zeros(len(pixels), bool)
    if not len(pixels):
        return values, valid
    done = 0
    with block_cache(CACHE):
        for places in _cells(source, pixels):
            check(monitor, done, len(pixels))
            rows, cols = np.divmod(pixels[places], source.grid.width)
            x, y = int(cols.min()), int(rows.min())
            block = source.read(Window(x, y, int(cols.max()) - x + 1, int(rows.max()) - y + 1))
            with np.errstate(over="ignore"):
                values[places] = block.values[:, rows - y, cols - x].T.astype(np.float32)
            valid[places] = True if block.valid is None else block.valid[rows - y, cols - x]
            done += len(places)
    return values, valid & np.isfinite(values).all(axis=1)
