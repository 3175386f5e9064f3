"""Training samples: the pixels of labelled points and polygons, each once, with the values of all bands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Iterator, List, Optional, Sequence, Tuple

import numpy as np

from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..places import Places
from ..raster.gdal_guard import block_cache
from ..raster.grid import Window
from ..raster.legend import Legend, LegendEntry, read_legend
from ..raster.pipeline import CACHE
from ..raster.sensors import Band
from ..raster.source import RasterSource, undeclared_nodata
from ..text import tr
from .labels import LabelledShapes, read_classes

MOST_SAMPLES = 5_000_000  # more would fill the memory, and a forest gains nothing from them
CELL = 1 << 20  # pixels that are read together at most


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
    places = Places(source.grid, shapes.wkb, shapes.crs, place >= 0, MOST_SAMPLES, Share(monitor, 0.0, 0.5))
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


def _check_classes(counts: Sequence[ClassCount], kept: Sequence[int], raster: str, shapes: LabelledShapes, places: Places) -> None:
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
