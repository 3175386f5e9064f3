"""Patches to train a model with: images and masks cut from a raster and its labels, parted into training and validation."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
import time
from dataclasses import dataclass, field, replace
from typing import Any, Callable, Dict, Iterator, List, NamedTuple, Optional, Sequence, Set, Tuple

import numpy as np
from osgeo import gdal, osr

from ..errors import PantauError
from ..files import write_text
from ..monitor import Monitor, Share, check
from ..raster.aoi import AreaOfInterest, PolygonCodes, PolygonMask, Polygons
from ..raster.codes import indexed_codes, require_codes
from ..raster.gdal_guard import attempt, block_cache, moved, quiet, spatial_reference
from ..raster.grid import Grid, Window, geographic_of, no_place
from ..raster.legend import Legend, LegendEntry
from ..raster.outputs import GDAL_TYPES, RasterOutput, check_folder
from ..raster.pipeline import CACHE, Block, in_order, map_blocks, run
from ..raster.source import AlignedSource, Pixels, RasterSource, open_aligned
from ..text import number, tr
from ..version import VERSION
from .evaluation import Reference
from .inputs import listed_bands
from .tile_split import LEFT_OUT, TRAINING, VALIDATION, Lattice, draw, split

OTHER, MINE, UNKNOWN = 0, 1, 255
LABELS = Legend((LegendEntry(OTHER, "not mine", "bukan tambang", "#F2F2F2"), LegendEntry(MINE, "mine", "tambang", "#D7301F")))
SIDES = {TRAINING: "train", VALIDATION: "validation"}
TABLE = "tiles.csv"
COLUMNS = ("tile", "spatial_group", "split", "mine_fraction", "nodata_fraction", "cloud_fraction", "lon", "lat", "row", "col")
MOST_PATCHES = 2_000_000
# Scene classification of Sentinel-2 (ESA, Level-2A algorithm): cloud shadow, clouds of medium and high probability, cirrus.
SCL_CLOUDS = (3, 8, 9, 10)
SCL_CODES = range(4, 12)  # of which other cloud masks hold one at most
FEW_CODES = 3  # other than 0, that a cloud mask may hold without being explained
SAMPLE = 1024  # px, side of the coarse look at a cloud mask


@dataclass(frozen=True)
class Clouds:
    """A raster that says where clouds are, on any grid. codes: those that mean cloud or its shadow; None: found out."""

    raster: str
    crs: str = ""
    codes: Optional[Sequence[int]] = None


@dataclass(frozen=True)
class Settings:
    """What a user may choose.

    bands: names or numbers with commas; empty: all. tile, stride: px. train_share, empty_share: 0 to 1.
    group_distance_m: least distance of the two sides. classes: codes of the label raster that are mines; None: all but 0.
    ignore: a code of the label raster that says nothing. max_cloud_percent, max_nodata_percent: of a patch.
    groups: polygons that belong together, such as those of one value of a field; patches on them stay on one side.
    """

    bands: str = ""
    tile: int = 256
    stride: int = 256
    train_share: float = 0.8
    group_distance_m: float = 2000.0
    empty_share: float = 0.3
    seed: int = 0
    aoi: Optional[Polygons] = None
    groups: Optional[Sequence[Polygons]] = None
    classes: Optional[Sequence[int]] = None
    ignore: Optional[int] = None
    max_cloud_percent: float = 20.0
    max_nodata_percent: float = 50.0


class Patch(NamedTuple):
    """One patch. mine, nodata, cloud: shares of its pixels, 0 to 1. corners: in the raster's CRS, around it."""

    number: int
    group: int
    side: str
    mine: float
    nodata: float
    cloud: float
    lon: float
    lat: float
    row: int
    col: int
    corners: List[Tuple[float, float]]

    def line(self) -> str:
        """Its line of the table."""
        shares = (f"{value:.6f}" for value in (self.mine, self.nodata, self.cloud, self.lon, self.lat))
        return ",".join([str(self.number), str(self.group), self.side, *shares, str(self.row), str(self.col)])


@dataclass
class Result:
    """What came out.

    looked_at: patches on the lattice. too_cloudy, too_empty, unknown: patches dropped for their clouds, for missing data, for
    holding no known pixel. mines_apart: patches with mines that are left out because of the distance between the sides.
    empty_wanted, empty_spare: patches without a mine that the share asked for; those that were not drawn. *_pixels: of the patches written.
    """

    crs: str
    patches: List[Patch] = field(default_factory=list)
    looked_at: int = 0
    too_cloudy: int = 0
    too_empty: int = 0
    unknown: int = 0
    mines_apart: int = 0
    empty_wanted: int = 0
    empty_spare: int = 0
    mine_pixels: int = 0
    known_pixels: int = 0
    train_mine_pixels: int = 0
    megapixels: float = 0.0
    seconds: float = 0.0

    def count(self, side: str) -> int:
        """Patches of one side."""
        return sum(patch.side == side for patch in self.patches)

    @property
    def empty(self) -> int:
        """Patches without a mine."""
        return sum(patch.mine == 0 for patch in self.patches)

    @property
    def mine_percent(self) -> float:
        """Mines among the pixels that are known."""
        return 100 * self.mine_pixels / max(1, self.known_pixels)

    @property
    def train_mine_percent(self) -> float:
        """Of the pixels of mines, those that train."""
        return 100 * self.train_mine_pixels / max(1, self.mine_pixels)

    @property
    def speed(self) -> float:
        """Megapixels looked at, a second."""
        return self.megapixels / max(self.seconds, 1e-9)


def make_tiles(
    raster: str,
    labels: Reference,
    settings: Settings,
    folder: str,
    *,
    crs: str = "",
    clouds: Optional[Clouds] = None,
    publish: Optional[Callable[[Result], None]] = None,
    monitor: Optional[Monitor] = None,
) -> Result:
    """Cut patches and write image_NNN.tif, mask_NNN.tif and tiles.csv into a folder, which must hold none of these.

    crs: WKT to assume where the raster has none. publish: called once, when the folder is in place, to write what else shall
    be written; where it fails, the patches go. Memory grows with the number of patches, not with the raster.
    Raises PantauError, Cancelled; then the folder is as it was.
    """
    monitor = monitor or Monitor()
    check_settings(settings, labels.polygons is not None)
    check_place(folder)
    target = os.path.abspath(folder)
    existed = os.path.isdir(target)
    with contextlib.ExitStack() as stack:
        work = _Work(raster, crs, labels, clouds, settings, monitor, stack)
        with _made(target, existed) as scratch:
            start = time.perf_counter()
            counts = work.look(Share(monitor, 0, 0.4))
            chosen = work.choose(counts, Share(monitor, 0.4, 0.45))
            work.cut(chosen, counts, scratch, Share(monitor, 0.45, 1))
            work.result.seconds = time.perf_counter() - start
            check(monitor, 1, 1)
            with _published(scratch, target, existed):
                if publish is not None:
                    publish(work.result)
    work.report()
    return work.result


def check_settings(settings: Settings, polygons: bool) -> None:
    """Raise PantauError for a choice that cannot be met. polygons: whether the labels are polygons."""
    for name, value, low, high in (
        ("TILE", settings.tile, 16, 16384),
        ("STRIDE", settings.stride, 1, 1_000_000),
        ("TRAIN_SHARE", settings.train_share, 0, 1),
        ("GROUP_DISTANCE", settings.group_distance_m, 0, 10_000_000),
        ("EMPTY_SHARE", settings.empty_share, 0, 0.99),
        ("SEED", settings.seed, 0, 2**31 - 1),
        ("MAX_CLOUD_PERCENT", settings.max_cloud_percent, 0, 100),
        ("MAX_NODATA_PERCENT", settings.max_nodata_percent, 0, 100),
    ):
        if not low <= value <= high:
            raise PantauError(
                tr("{name} is {value:g}: give a number from {low:g} to {high:g}.").format(
                    name=name, value=value, low=low, high=high
                )
            )
    if polygons:
        for name, value in (("CLASSES", settings.classes), ("IGNORE", settings.ignore)):
            if value is not None:
                raise PantauError(
                    tr("{name} names codes of a label raster, and polygons have none: leave it empty.").format(name=name)
                )
    if settings.ignore is not None and settings.ignore in (settings.classes or ()):
        raise PantauError(
            tr("The code {code} is in CLASSES and in IGNORE, and cannot be both: take it out of one.").format(code=settings.ignore)
        )


def parse_codes(text: str, name: str) -> Optional[List[int]]:
    """Class codes from a text with commas; None where it is empty."""
    listed = [part for part in re.split(r"[,;\s]+", text) if part]
    if any(not re.fullmatch(r"[+-]?\d{1,9}", part) for part in listed):
        raise PantauError(tr("{name} is {value}: give whole numbers with commas, such as 1,2.").format(name=name, value=text))
    return [int(part) for part in listed] or None


def check_place(folder: str) -> None:
    """Raise PantauError where the patches cannot be written, or would mix with those of another run."""
    target = os.path.abspath(folder)
    if not os.path.isdir(target):
        if os.path.lexists(target):
            raise PantauError(tr("{folder} is a file: choose a folder.").format(folder=folder))
        check_folder(target)
        return
    for name in sorted(os.listdir(target)):
        if name == TABLE or re.fullmatch(r"(image|mask)_.*\.tiff?", name):
            raise PantauError(
                tr("The folder {folder} holds {name} of other patches already: choose a new or empty folder.").format(
                    folder=folder, name=name
                )
            )
    check_folder(os.path.join(target, TABLE))


class _Work:
    """One run: everything resolved before the first pixel is read."""

    def __init__(
        self, raster: str, crs: str, labels: Reference, clouds: Optional[Clouds], settings: Settings, monitor: Monitor,
        stack: contextlib.ExitStack,
    ) -> None:  # fmt: skip
        self.settings, self.monitor = settings, monitor
        self.image = RasterSource(raster, crs=crs)
        self.image.select(listed_bands(self.image, settings.bands) or self.image.data_bands)
        if self.image.dtype.name not in GDAL_TYPES:
            raise PantauError(
                tr("{name} holds {type} values, which are not pixel values of an image: convert it first.").format(
                    name=self.image.name, type=self.image.dtype
                )
            )
        grid = self.grid = self.image.grid
        tile = settings.tile
        if grid.width < tile or grid.height < tile:
            raise PantauError(
                tr("{name} has {width} x {height} pixels, too few for a patch of {tile} x {tile}: give a smaller TILE.").format(
                    name=self.image.name, width=grid.width, height=grid.height, tile=tile
                )
            )
        self.aoi = AreaOfInterest(settings.aoi, grid) if settings.aoi else None
        if labels.polygons is not None and not labels.name:
            labels = replace(labels, name="polygons")
        self.labels = self._open_labels(labels, stack)
        self.label_name = labels.name or self.labels.name
        self.clouds: Optional[RasterSource] = None
        self.cloud_codes: List[int] = []
        if clouds is not None:
            self.clouds = open_aligned(clouds.raster, grid, "nearest", crs=clouds.crs)
            require_codes(self.clouds, "CLOUDS")
            self.cloud_codes = list(clouds.codes) if clouds.codes else self._guess_clouds(clouds.raster)
        area = self.aoi.window if self.aoi else grid.whole
        self.rows = _starts(area.y, area.height, grid.height, tile, settings.stride)
        self.cols = _starts(area.x, area.width, grid.width, tile, settings.stride)
        if len(self.rows) * len(self.cols) > MOST_PATCHES:
            raise PantauError(
                tr("A STRIDE of {stride} makes {count} patches, and {most} are the most: give a greater one.").format(
                    stride=settings.stride, count=number(len(self.rows) * len(self.cols), 0), most=number(MOST_PATCHES, 0)
                )
            )
        covered = Window(self.cols[0], self.rows[0], self.cols[-1] + tile - self.cols[0], self.rows[-1] + tile - self.rows[0])
        reach = _reach(grid.window(covered), settings.group_distance_m)
        self.lattice = Lattice(self.rows, self.cols, tile, reach)
        self.codes: Set[int] = set()
        self.result = Result(grid.crs, looked_at=len(self.rows) * len(self.cols))
        names = dict(zip(self.image.data_bands, self.image.band_names()))
        self.band_names = [names[band] for band in self.image.bands]
        self.provenance = {
            "algorithm": "pantau:trainingtiles", "version": VERSION, "input": self.image.name, "labels": self.label_name,
            "bands": self.image.bands, "tile_px": tile, "stride_px": settings.stride, "train_share": settings.train_share,
            "group_distance_m": settings.group_distance_m, "empty_share": settings.empty_share, "seed": settings.seed,
            "aoi": settings.aoi is not None, "groups": None if settings.groups is None else len(settings.groups),
            "classes": settings.classes, "ignore": settings.ignore,
            "clouds": self.clouds.name if self.clouds else None, "cloud_codes": self.cloud_codes or None,
            "max_cloud_percent": settings.max_cloud_percent, "max_nodata_percent": settings.max_nodata_percent,
        }  # fmt: skip

    # -- inputs

    def _open_labels(self, labels: Reference, stack: contextlib.ExitStack) -> Any:
        """What says where mines are, seen on the raster's grid."""
        if labels.polygons is not None:
            polygons = PolygonCodes(labels.polygons, self.grid, MINE, OTHER)
            if not polygons.count:
                raise PantauError(tr("The labels have no polygon: choose a layer with at least one."))
            if polygons.window is None:
                raise PantauError(
                    tr("No polygon of {labels} lies over {raster}: check that the layer and its CRS are the right ones.").format(
                        labels=labels.name, raster=self.image.name
                    )
                )
            return polygons
        path = labels.raster
        plain = RasterSource(path, crs=labels.crs)
        require_codes(plain, "LABEL_RASTER")
        if self.settings.classes is None and plain.nodata[0] == 0:
            # All other codes are mines: were 0 not known, nothing would be known that is no mine.
            self.monitor.log(
                tr("{name} declares 0 as no data, and all its other codes are mines: 0 is taken as not mine.").format(
                    name=plain.name
                )
            )
            path = f"/vsimem/pantau-labels-{os.getpid()}-{id(self)}/{plain.name}.vrt"
            stack.callback(lambda: attempt(gdal.Unlink, path))
            with quiet():
                full = os.path.abspath(labels.raster) if os.path.exists(labels.raster) else labels.raster
                attempt(gdal.Translate, path, full, format="VRT", noData="none")
        source = open_aligned(path, self.grid, "nearest", crs=labels.crs)
        if isinstance(source, AlignedSource):
            self.monitor.log(
                tr("{name} lies on another grid: each pixel of the map takes the nearest pixel of it.").format(name=plain.name)
            )
        source.path = labels.raster  # for messages
        return source

    def _guess_clouds(self, path: str) -> List[int]:
        """The codes of a cloud mask that mean cloud, where nobody has said which."""
        with quiet():
            dataset = attempt(gdal.Open, path)  # a band does not outlive its dataset
            band = dataset.GetRasterBand(self.clouds.bands[0])
            text = " ".join([os.path.basename(path), band.GetDescription()])
            sample = attempt(band.ReadAsArray, buf_xsize=min(SAMPLE, band.XSize), buf_ysize=min(SAMPLE, band.YSize))
            nodata = band.GetNoDataValue()
        held = set() if sample is None else set(np.unique(sample[np.isfinite(sample)]).tolist()) - {0, nodata}
        named = re.search(r"(?<![A-Za-z])scl(?![A-Za-z])", text, re.IGNORECASE) is not None
        if named or (len(held & set(SCL_CODES)) > 1 and max(held) <= SCL_CODES[-1]):
            codes = list(SCL_CLOUDS)
        elif len(held) > FEW_CODES:
            raise PantauError(
                tr("{name} holds the codes {codes}, and nothing says which are clouds: give theirs in CLOUD_CODES.").format(
                    name=self.clouds.name, codes=_listed(held)
                )
            )
        else:
            codes = []  # all but 0
        self.monitor.log(
            tr("Clouds: the codes {codes} of {name}.").format(codes=_listed(codes), name=self.clouds.name)
            if codes
            else tr("Clouds: every code of {name} but 0.").format(name=self.clouds.name)
        )
        return codes

    # -- the first look: what each patch holds

    def look(self, monitor: Monitor) -> _Counts:
        """Read the labels and, where it can hold no data, the raster; count what each patch holds."""
        sources: List[Any] = [self.labels]
        if self.clouds is not None:
            sources.append(self.clouds)
        if not self.image.always_valid():
            sources.append(self.image)
        counts = _Counts(self.rows, self.cols, self.settings.tile, self.aoi.window if self.aoi else self.grid.whole)

        def kernel(block: Block) -> Dict[str, Any]:
            pixels = list(block.pixels)
            label, cloud = pixels.pop(0), pixels.pop(0) if self.clouds is not None else None
            mask, cloudy, codes = self._mask(label, cloud, pixels.pop().valid if pixels else None, block.inside)
            self.codes |= codes
            return {"counts": counts.of(block.window, mask, cloudy)}

        map_blocks(sources, kernel, {"counts": counts}, monitor=monitor, aoi=self.aoi)
        check(monitor, 1, 1)
        self.result.megapixels = self.grid.width * self.grid.height / 1e6
        if self.aoi:
            self.result.megapixels = self.aoi.window.width * self.aoi.window.height / 1e6
        if self.settings.classes is None and len(self.codes) > 1:
            self.monitor.warn(
                tr("{name} holds the codes {codes}, and all are taken as mines: say in CLASSES which are, if not all.").format(
                    name=self.label_name, codes=_listed(self.codes)
                )
            )
        return counts

    def _mask(
        self, label: Pixels, cloud: Optional[Pixels], valid: Optional[np.ndarray], inside: Optional[np.ndarray]
    ) -> Tuple[np.ndarray, Optional[np.ndarray], Set[int]]:
        """(mask, where clouds hide what is there, codes taken as mines) of a window; the mask is UNKNOWN there too."""
        mask, codes = self._classes(label)
        unseen = [~flags for flags in (valid, inside) if flags is not None]
        cloudy = None
        if cloud is not None:
            values = cloud.values[0]
            cloudy = np.isin(values, self.cloud_codes) if self.cloud_codes else values != 0
            for flags in [*unseen, *([] if cloud.valid is None else [~cloud.valid])]:
                cloudy &= ~flags
            mask[cloudy] = UNKNOWN
        for flags in unseen:
            mask[flags] = UNKNOWN
        return mask, cloudy, codes

    def _classes(self, label: Pixels) -> Tuple[np.ndarray, Set[int]]:
        """(MINE, OTHER or UNKNOWN for each pixel, the codes that are mines) of labels."""
        values = label.values[0]
        if isinstance(self.labels, PolygonCodes):
            return values.astype(np.uint8), set()
        found, places = indexed_codes(values, label.valid, self.label_name)
        wanted, ignore = self.settings.classes, self.settings.ignore
        table = np.where(np.isin(found, wanted) if wanted else found != 0, MINE, OTHER).astype(np.uint8)
        if ignore is not None:
            table[found == ignore] = UNKNOWN
        mask = table[places]
        if label.valid is not None:
            mask[~label.valid] = UNKNOWN
        held = np.bincount(places[mask == MINE].ravel(), minlength=len(found)) > 0
        return mask, set(found[held].tolist())

    # -- the choice

    def choose(self, counts: _Counts, monitor: Monitor) -> List[Tuple[int, int, int, int]]:
        """(row, column, side, group) of the patches to write; row and column are places on the lattice."""
        settings, result, lattice, pixels = self.settings, self.result, self.lattice, self.settings.tile**2
        nodata, cloud = pixels - counts.known - counts.cloud, counts.cloud
        too_empty = nodata * 100 > settings.max_nodata_percent * pixels
        too_cloudy = ~too_empty & (cloud * 100 > settings.max_cloud_percent * pixels)
        unknown = ~too_empty & ~too_cloudy & (counts.known == 0)
        good = ~(too_empty | too_cloudy | unknown)
        result.too_empty, result.too_cloudy, result.unknown = (int(flags.sum()) for flags in (too_empty, too_cloudy, unknown))
        mines = good & (counts.mine > 0)
        if counts.mine.any() and not (counts.known > counts.mine).any():
            raise PantauError(
                tr(
                    "{labels} shows nothing but mines where it holds data, so nothing is known that is no mine: check CLASSES, and whether "
                    "its background is marked as no data."
                ).format(labels=self.label_name)
            )
        if not mines.any():
            raise PantauError(self._no_mine(counts))
        i, j = np.nonzero(mines)
        bound = self._bound(i, j, mines) if settings.groups is not None else None
        sides = split(lattice, i, j, counts.mine[i, j], settings.train_share, settings.seed, bound, monitor)
        self._warn_of_split(sides)
        result.mines_apart = int((sides == LEFT_OUT).sum())
        parts = []
        for side in (TRAINING, VALIDATION):
            parts.append(np.zeros(lattice.shape, bool))
            parts[side][i[sides == side], j[sides == side]] = True
        kept = [int(part.sum()) for part in parts]
        wanted = round(settings.empty_share / (1 - settings.empty_share) * sum(kept))
        judged = round(wanted * kept[VALIDATION] / sum(kept))
        empty = good & (counts.mine == 0)
        drawn = draw(lattice, empty, parts[0], parts[1], (wanted - judged, judged), settings.seed)
        result.empty_wanted, result.empty_spare = wanted, int(empty.sum()) - int(drawn[0].sum()) - int(drawn[1].sum())
        check(monitor, 1, 1)
        whole = np.full(lattice.shape, LEFT_OUT)
        for side in (TRAINING, VALIDATION):
            whole[parts[side] | drawn[side]] = side
        rows, cols = np.nonzero(whole != LEFT_OUT)
        if bound is not None:
            ties = np.full(lattice.shape, -1, np.int64)
            ties[i, j] = bound
            bound = ties[rows, cols]
        groups = lattice.groups(rows, cols, bound)
        return list(zip(rows.tolist(), cols.tolist(), whole[rows, cols].tolist(), groups.tolist()))

    def _no_mine(self, counts: _Counts) -> str:
        """Why there is nothing to train with."""
        if counts.mine.any():
            return tr(
                "Every patch with a mine is dropped, for its clouds or for missing data (which is also what lies outside the area of "
                "interest): raise MAX_CLOUD_PERCENT or MAX_NODATA_PERCENT, or choose another image."
            )
        if self.settings.classes is not None:
            return tr("{labels} shows no pixel of CLASSES ({codes}) where {raster} can be seen: check the codes.").format(
                labels=self.label_name, raster=self.image.name, codes=_listed(self.settings.classes)
            )
        return tr(
            "{labels} shows no mine where {raster} can be seen: check that they cover the same ground, and the area of interest if there is one."
        ).format(labels=self.label_name, raster=self.image.name)

    def _bound(self, i: np.ndarray, j: np.ndarray, mines: np.ndarray) -> np.ndarray:
        """For each patch with a mine a number that those share whose labels belong together; -1 for none."""
        tile = self.settings.tile
        index = np.full(self.lattice.shape, -1, np.int64)
        index[i, j] = np.arange(len(i))
        pairs: List[Tuple[int, int]] = []
        for value, polygons in enumerate(self.settings.groups or ()):
            check(self.monitor, 0.4, 1)
            shape = PolygonMask(polygons, self.grid)
            if shape.window is None:
                continue
            x, y, width, height = shape.window
            first, last = np.searchsorted(self.rows, [y - tile + 1, y + height])
            begin, end = np.searchsorted(self.cols, [x - tile + 1, x + width])
            for row in range(first, last):
                for col in range(begin, end):
                    if mines[row, col]:
                        left, top = max(x, self.cols[col]), max(y, self.rows[row])
                        right, bottom = min(x + width, self.cols[col] + tile), min(y + height, self.rows[row] + tile)
                        if shape.inside(Window(left, top, right - left, bottom - top)).any():
                            pairs.append((int(index[row, col]), value))
        # A patch on two groups joins them: the lowest value of all that hang together stands for them.
        parent = list(range(len(self.settings.groups or ())))

        def root(value: int) -> int:
            while parent[value] != value:
                parent[value] = parent[parent[value]]
                value = parent[value]
            return value

        bound = np.full(len(i), -1, np.int64)
        for patch, value in pairs:
            if bound[patch] < 0:
                bound[patch] = value
            else:
                one, other = sorted((root(int(bound[patch])), root(value)))
                parent[other] = one
        return np.array([root(value) if value >= 0 else -1 for value in bound.tolist()], np.int64)

    def _warn_of_split(self, sides: np.ndarray) -> None:
        share, distance = self.settings.train_share, number(self.settings.group_distance_m, 0)
        if 0 < share < 1 and not (sides == VALIDATION).any():
            self.monitor.warn(
                tr(
                    "The patches with mines cannot be parted: they lie within {distance} m of each other, or belong together. All are for "
                    "training, so nothing is left to judge the model by: lower GROUP_DISTANCE or TILE, or take a larger image."
                ).format(distance=distance)
            )
        out = int((sides == LEFT_OUT).sum())
        if out * 10 > len(sides):
            self.monitor.warn(
                tr(
                    "{out} of {count} patches with mines are left out, since they lie less than {distance} m from the other side: lower "
                    "GROUP_DISTANCE if that is too many."
                ).format(out=number(out, 0), count=number(len(sides), 0), distance=distance)
            )

    # -- the second look: cut and write

    def cut(self, chosen: Sequence[Tuple[int, int, int, int]], counts: _Counts, folder: str, monitor: Monitor) -> None:
        """Write the chosen patches and their table into a folder."""
        tile, pixels = self.settings.tile, self.settings.tile**2
        lonlat = _lonlat(self.grid)
        for place, (i, j, side, group) in enumerate(chosen):
            row, col = self.rows[i], self.cols[j]
            known, mine, cloud = (int(array[i, j]) for array in (counts.known, counts.mine, counts.cloud))
            corners = [self._point(x, y) for x, y in ((col, row), (col + tile, row), (col + tile, row + tile), (col, row + tile))]
            lon, lat = lonlat(*self._point(col + tile / 2, row + tile / 2))
            self.result.patches.append(
                Patch(
                    place,
                    group,
                    SIDES[side],
                    mine / pixels,
                    (pixels - known - cloud) / pixels,
                    cloud / pixels,
                    lon,
                    lat,
                    row,
                    col,
                    corners,
                )
            )
            self.result.mine_pixels += mine
            self.result.known_pixels += known
            self.result.train_mine_pixels += mine * (side == TRAINING)

        def read(patch: Patch) -> Tuple[Patch, Pixels, Pixels, Optional[Pixels], Optional[np.ndarray]]:
            window = Window(patch.col, patch.row, tile, tile)
            cloud = self.clouds.read(window) if self.clouds is not None else None
            inside = self.aoi.inside(window) if self.aoi is not None else None
            return patch, self.image.read(window), self.labels.read_reflected(window), cloud, inside

        def write(parts: Tuple[Patch, Pixels, Pixels, Optional[Pixels], Optional[np.ndarray]]) -> None:
            patch, image, label, cloud, inside = parts
            self._write(folder, patch, image.values, self._mask(label, cloud, image.valid, inside)[0])

        def compute(parts: Iterator[Any]) -> Iterator[None]:
            return in_order(parts, write, os.cpu_count() or 1)

        with block_cache(self._cache()):
            run(self.result.patches, read, compute, lambda nothing: None, monitor=monitor)
        lines = [",".join(COLUMNS), *(patch.line() for patch in self.result.patches)]
        write_text(os.path.join(folder, TABLE), "\n".join(lines) + "\n")

    def _point(self, col: float, row: float) -> Tuple[float, float]:
        x0, dx, rx, y0, ry, dy = self.grid.transform
        return x0 + col * dx + row * rx, y0 + col * ry + row * dy

    def _write(self, folder: str, patch: Patch, image: np.ndarray, mask: np.ndarray) -> None:
        grid = self.grid.window(Window(patch.col, patch.row, self.settings.tile, self.settings.tile))
        provenance = {**self.provenance, "row": patch.row, "col": patch.col, "split": patch.side}
        scale, offset = self.image.scale_offset()
        for name, array, nodata, options in (
            ("image", image, _storable(self.image.nodata[0], image.dtype), {
                "names": self.band_names, "scale": scale if (scale, offset) != (1.0, 0.0) else None, "offset": offset,
            }),
            ("mask", mask[None], UNKNOWN, {"legend": LABELS, "names": [tr("class")]}),
        ):  # fmt: skip
            path = os.path.join(folder, f"{name}_{patch.number:03d}.tif")
            output = RasterOutput(path, grid, array.dtype, len(array), nodata, provenance=provenance, **options)
            try:
                output.write(0, 0, array)
                output.close()
                output.publish()
            finally:
                output.discard()

    def _cache(self) -> int:
        """Bytes of GDAL's cache: enough to read each of the file's strips once, where it is stored in strips."""
        width, height = self.image.block_size()
        if width < self.grid.width:
            return CACHE
        strip = (self.settings.tile + 2 * height) * self.grid.width * len(self.image.bands) * self.image.dtype.itemsize
        return max(CACHE, min(int(strip * 1.1), 8 * CACHE))

    # -- the report

    def report(self) -> None:
        """Tell what was written and what was not."""
        result, log = self.result, self.monitor.log
        log(
            tr(
                "{count} patches written: {train} for training and {validation} for validation; {empty} of them without a mine ({wanted} "
                "were asked for)."
            ).format(
                count=number(len(result.patches), 0),
                train=number(result.count("train"), 0),
                validation=number(result.count("validation"), 0),
                empty=number(result.empty, 0),
                wanted=number(result.empty_wanted, 0),
            )
        )
        if result.empty < result.empty_wanted:
            log(tr("There are no more patches without a mine that keep the distance to the other side."))
        log(
            tr("Mines are {mine} % of the known pixels; {train} % of their pixels are for training.").format(
                mine=number(result.mine_percent, 3), train=number(result.train_mine_percent, 1)
            )
        )
        log(
            tr(
                "Of {looked} patches, dropped: {cloudy} for clouds, {empty} for missing data, {unknown} with nothing known, {apart} with "
                "mines for the distance between the sides; {spare} without a mine were not drawn."
            ).format(
                looked=number(result.looked_at, 0),
                cloudy=number(result.too_cloudy, 0),
                empty=number(result.too_empty, 0),
                unknown=number(result.unknown, 0),
                apart=number(result.mines_apart, 0),
                spare=number(result.empty_spare, 0),
            )
        )
        log(
            tr("{pixels} Mpx looked at in {seconds} s ({speed} Mpx/s).").format(
                pixels=number(result.megapixels, 1), seconds=number(result.seconds, 2), speed=number(result.speed, 1)
            )
        )


class _Counts:
    """Pixels of each patch that are known, that are mines, that clouds hide; an output of the pipeline.

    The lattice's lines cut the raster into cells that lie in a patch wholly or not at all; cells are counted, and added up
    for the patches at the end.
    """

    def __init__(self, rows: Sequence[int], cols: Sequence[int], tile: int, area: Window) -> None:
        self._edges = [np.unique(np.concatenate([starts, np.add(starts, tile)])) for starts in (np.array(rows), np.array(cols))]
        self._places = [
            [np.searchsorted(edges, np.add(starts, more)) for more in (0, tile)] for edges, starts in zip(self._edges, (rows, cols))
        ]
        self._cells = np.zeros((3, len(self._edges[0]), len(self._edges[1])), np.int64)
        self._area = area
        self._patches: Optional[np.ndarray] = None

    def of(self, window: Window, mask: np.ndarray, cloudy: Optional[np.ndarray]) -> Tuple[int, int, np.ndarray]:
        """(first row of cells, first column of cells, counts (3, rows, cols)) of a window."""
        first, rows = _pieces(self._edges[0], window.y, window.height)
        begin, cols = _pieces(self._edges[1], window.x, window.width)
        flags = [mask != UNKNOWN, mask == MINE, cloudy]
        counts = np.zeros((3, len(rows), len(cols)), np.int64)
        for plane, flag in zip(counts, flags):
            if flag is not None and flag.any():
                plane[:] = np.add.reduceat(np.add.reduceat(flag, cols, axis=1, dtype=np.int32), rows, axis=0)
        return first, begin, counts

    def write(self, x: int, y: int, array: Tuple[int, int, np.ndarray]) -> None:
        """Add what a block holds. Pixels beyond the last line or before the first belong to no patch."""
        first, begin, counts = array
        skip_rows, skip_cols = max(0, -first), max(0, -begin)
        counts = counts[:, skip_rows:, skip_cols:]
        first, begin = max(0, first), max(0, begin)
        self._cells[:, first : first + counts.shape[1], begin : begin + counts.shape[2]] += counts

    def _patch(self, kind: int) -> np.ndarray:
        if self._patches is None:
            sums = np.pad(self._cells, ((0, 0), (1, 0), (1, 0))).cumsum(axis=1).cumsum(axis=2)
            (top, bottom), (left, right) = self._places
            lower, upper = sums[:, bottom], sums[:, top]
            self._patches = lower[:, :, right] - upper[:, :, right] - lower[:, :, left] + upper[:, :, left]
        return self._patches[kind]

    @property
    def known(self) -> np.ndarray:
        """(rows, cols) of the lattice: pixels that are mine or not mine."""
        return self._patch(0)

    @property
    def mine(self) -> np.ndarray:
        """Pixels of mines."""
        return self._patch(1)

    @property
    def cloud(self) -> np.ndarray:
        """Pixels that clouds hide."""
        return self._patch(2)


def _pieces(edges: np.ndarray, start: int, length: int) -> Tuple[int, np.ndarray]:
    """(number of the cell in which a stretch begins, where in it each cell begins); -1 is what lies before the first edge."""
    first = int(np.searchsorted(edges, start, side="right")) - 1
    last = int(np.searchsorted(edges, start + length - 1, side="right")) - 1
    inner = edges[first + 1 : last + 1] - start
    return first, np.concatenate([[0], inner]).astype(np.intp)


def _starts(first: int, length: int, whole: int, tile: int, stride: int) -> List[int]:
    """Where patches begin that cover first .. first + length; the last one moved inwards, never beyond the raster."""
    if length <= tile:
        return [max(0, min(first - (tile - length) // 2, whole - tile))]
    starts = list(range(first, first + length - tile + 1, stride))
    if starts[-1] + tile < first + length:
        starts.append(first + length - tile)
    return starts


def _reach(grid: Grid, distance_m: float) -> Tuple[int, int]:
    """(between rows, between columns): pixels that are nowhere on the grid less than a distance, measured on the ellipsoid.

    A step of one pixel is a vector in metres north and east (Snyder 1987, equations 4-20 and 4-21); with G, their scalar
    products, a shift by c columns is at least c / sqrt((G^-1)_cc) long, whatever the shift by rows, also where pixels are skewed.
    """
    if not distance_m:
        return 0, 0
    reference = spatial_reference(grid.crs)
    geographic = geographic_of(reference)
    x0, dx, rx, y0, ry, dy = grid.transform
    col, row = (grid_.ravel() for grid_ in np.meshgrid(np.linspace(0, grid.width, 9), np.linspace(0, grid.height, 9)))
    places = []
    for c, r in ((col, row), (col + 1, row), (col, row + 1)):
        points = np.column_stack([x0 + c * dx + r * rx, y0 + c * ry + r * dy])
        if not reference.IsGeographic():
            points = moved(osr.CoordinateTransformation(reference, geographic), points)
        places.append(points * (geographic.GetAngularUnits() or np.pi / 180))
    lat, a, inverse = places[0][:, 1], geographic.GetSemiMajor(), geographic.GetInvFlattening()
    e2 = (2 - 1 / inverse) / inverse if inverse else 0.0
    bend = 1 - e2 * np.sin(lat) ** 2
    east_m, north_m = a / np.sqrt(bend) * np.cos(lat), a * (1 - e2) / bend**1.5
    steps = [(step - places[0] + np.pi) % (2 * np.pi) - np.pi for step in places[1:]]
    (ce, cn), (re_, rn) = ((step[:, 0] * east_m, step[:, 1] * north_m) for step in steps)
    area2 = (ce * rn - cn * re_) ** 2
    with np.errstate(divide="ignore", invalid="ignore"):
        by_col, by_row = np.sqrt((re_**2 + rn**2) / area2), np.sqrt((ce**2 + cn**2) / area2)
    ends = []
    for each in (by_row, by_col):
        each = each[np.isfinite(each)]
        if not len(each):
            raise no_place(reference)
        ends.append(min(int(np.ceil(distance_m * float(each.max()) - 1e-6)), 1 << 30))
    return ends[0], ends[1]


def _lonlat(grid: Grid) -> Callable[[float, float], Tuple[float, float]]:
    """From the grid's CRS to degrees of WGS 84."""
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    change = osr.CoordinateTransformation(spatial_reference(grid.crs), degrees)

    def call(x: float, y: float) -> Tuple[float, float]:
        with quiet():
            point = attempt(change.TransformPoint, x, y) or (float("nan"), float("nan"))
        return point[0], point[1]

    return call


def _storable(nodata: Optional[float], dtype: np.dtype) -> Optional[float]:
    """A nodata value that pixels of a type can have; None for any other."""
    if nodata is None or dtype.kind == "f":
        return nodata
    info = np.iinfo(dtype)
    return nodata if float(nodata).is_integer() and info.min <= nodata <= info.max else None


def _listed(codes: Any) -> str:
    found = sorted(codes)
    return ", ".join(f"{code:g}" for code in found[:12]) + (", ..." if len(found) > 12 else "")


# -- the folder


@contextlib.contextmanager
def _made(target: str, existed: bool) -> Iterator[str]:
    """A folder to write in, that goes when the block ends: in the target where that exists, beside it where not."""
    try:
        hidden = tempfile.mkdtemp(prefix=".pantau-part-", dir=target if existed else os.path.dirname(target))
        folder = os.path.join(hidden, "made")  # with the permissions of the user's other folders
        os.mkdir(folder)
    except OSError as error:
        raise _unwritable(error, target) from error
    try:
        yield folder
    finally:
        shutil.rmtree(hidden, ignore_errors=True)


@contextlib.contextmanager
def _published(scratch: str, target: str, existed: bool) -> Iterator[None]:
    """Put what was written in its place: all at once, or into a folder that exists the table last. Take it back where the block fails."""
    names = sorted(os.listdir(scratch), key=lambda name: (name == TABLE, name))
    moves = [(os.path.join(scratch, name), os.path.join(target, name)) for name in names] if existed else [(scratch, target)]
    moved: List[str] = []
    well = False
    try:
        for origin, place in moves:
            if os.path.lexists(place):
                raise PantauError(
                    tr("The folder {folder} holds {name} of other patches already: choose a new or empty folder.").format(
                        folder=os.path.dirname(place), name=os.path.basename(place)
                    )
                )
            os.rename(origin, place)
            moved.append(place)
        yield
        well = True
    except OSError as error:
        raise _unwritable(error, target) from error
    finally:
        if not well:
            for place in moved:
                with contextlib.suppress(OSError):
                    (os.remove if existed else shutil.rmtree)(place)


def _unwritable(error: OSError, target: str) -> PantauError:
    return PantauError(
        tr("{path} cannot be written ({reason}): free space on the disk or choose another folder.").format(
            path=error.filename or target, reason=error.strerror
        )
    )
