"""Where land agrees with a plan: rasters of the state of every pixel and of what is left to build on, and contiguous ground as polygons."""

from __future__ import annotations

import contextlib
import math
from abc import ABC, abstractmethod
from typing import Any, Dict, Generator, Iterator, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
from osgeo import gdal, ogr, osr

from ..ellipsoid import Surface
from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..raster.aoi import Polygons, vector_memory
from ..raster.codes import NO_CLASS, indexed_codes
from ..raster.gdal_guard import attempt, quiet, spatial_reference
from ..raster.grid import CellAreas, Grid, Window, geographic_of
from ..raster.legend import Legend, LegendEntry
from ..raster.outputs import Outputs
from ..raster.patches import Patches, Polygonizer, strips
from ..raster.pipeline import Block, map_blocks
from ..raster.source import Pixels, RasterSource
from ..segmentation.segment import scratch_folder
from ..text import number, tr
from ..vector import Box, Boxes, Ground, load, parts
from .conformity import PlanOverlay
from .kinds import BARE, BUILT, VEGETATED
from .overlay import halved
from .rules import NONCONFORM, states_legend

NODATA = 255
AVAILABLE = Legend(
    (
        LegendEntry(1, "vegetated, available", "bervegetasi, tersedia", "#009E73"),
        LegendEntry(2, "bare, available", "terbuka, tersedia", "#F0C75E"),
        LegendEntry(3, "built", "terbangun", "#6B6B6B"),
    )
)
AVAILABLE_CODES = {VEGETATED: 1, BARE: 2, BUILT: 3}
PIXEL_M, MOST_PX, LARGEST_PX = 10.0, 20_000, 100_000  # of the rasters of polygons; sides, chosen and given
LARGEST = 15  # areas of nonconformity that a report lists


class Area(NamedTuple):
    """A contiguous piece of a class in a zone of a unit. wkb: multipolygon. lon, lat: WGS 84, a point on its ground. rank: 1 is the
    largest; 0 where areas are not ranked."""

    wkb: bytes
    admin: Optional[str]
    zone: str
    code: int
    state: str
    area_ha: float
    lon: float = 0.0
    lat: float = 0.0
    rank: int = 0


class Numbered:
    """Polygons on a grid, read like a raster: the number of the last one that holds a pixel's centre, -1 where none does."""

    def __init__(self, shapes: Sequence[ogr.Geometry], crs: str, grid: Grid) -> None:
        """shapes: multipolygons in the CRS `crs`."""
        self.grid = grid
        self._shapes, self._crs = shapes, crs
        self._parts: List[Tuple[int, ogr.Geometry]] = []
        self._boxes: Optional[Boxes] = None

    def prepare(self, monitor: Monitor) -> None:
        """Make ready to be read, which takes its time. Raises PantauError: polygons that have no place in the grid's CRS. Cancelled."""
        if self._boxes is not None:
            return
        loaded, _ = load(Polygons([bytes(shape.ExportToWkb()) for shape in self._shapes], self._crs), self.grid.crs, monitor)
        for place, shape in enumerate(loaded):
            check(monitor, 1, 1)
            for part in parts(shape):  # large ones halved, since all that meets a block is drawn whole
                self._parts += [(place, small) for small in halved(part)]
        self._boxes = Boxes([part.GetEnvelope() for _, part in self._parts])

    def read_reflected(self, window: Window) -> np.ndarray:
        """(rows, cols) of int32, once prepared. Any thread may ask."""
        grid = self.grid.window(window)
        x0, dx, rx, y0, ry, dy = grid.transform
        xs = [x0 + c * dx + r * rx for c in (0, grid.width) for r in (0, grid.height)]
        ys = [y0 + c * ry + r * dy for c in (0, grid.width) for r in (0, grid.height)]
        near = next(self._boxes.meeting([Box(min(xs), max(xs), min(ys), max(ys))])) if self._parts else []
        if not near:
            return np.full((grid.height, grid.width), -1, np.int32)
        memory = vector_memory().CreateDataSource("pieces")
        layer = memory.CreateLayer("pieces", None, ogr.wkbPolygon)
        layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
        for place in near:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField(0, self._parts[place][0])
            feature.SetGeometry(self._parts[place][1])
            layer.CreateFeature(feature)
        raster = gdal.GetDriverByName("MEM").Create("", grid.width, grid.height, 1, gdal.GDT_Int32)
        raster.SetGeoTransform(grid.transform)
        raster.GetRasterBand(1).Fill(-1)
        with quiet():  # both without a CRS, which GDAL remarks upon: the polygons are in the grid's
            gdal.RasterizeLayer(raster, [1], layer, options=["ATTRIBUTE=number"])
        return raster.ReadAsArray()


class Cover:
    """The class, zone and unit of every pixel, as one number; -1 where one of them is missing.

    zone, place: (n,) int64, of each number the place of its zone among the zones, and of its class among the classes.
    """

    def __init__(
        self, result: PlanOverlay, pieces: Numbered, source: Optional[RasterSource], owners: Sequence[Tuple[int, int]]
    ) -> None:
        """pieces: with a raster `source`, the parts of the result; else pieces of land cover, each with its (part, class) in owners."""
        self.grid, self._pieces, self._source = pieces.grid, pieces, source
        self.sources: List[Any] = [pieces] if source is None else [source, pieces]
        self._codes = [entry.code for entry in result.classes]
        zones = {zone.key: place for place, zone in enumerate(result.zones)}
        of_part = np.array([zones[part.zone] for part in result.parts], np.int64)
        if source is None:
            self._part = np.array([part for part, _ in owners], np.int64)
            places = {code: place for place, code in enumerate(self._codes)}
            self.place = np.array([places[code] for _, code in owners], np.int64)
        else:
            self._part = np.repeat(np.arange(len(of_part)), len(self._codes))
            self.place = np.tile(np.arange(len(self._codes)), len(of_part))
        self.zone = of_part[self._part]
        self._result = result

    def prepare(self, monitor: Monitor) -> None:
        """Make ready to be read. Raises PantauError: polygons that have no place in the raster's CRS. Cancelled."""
        self._pieces.prepare(monitor)

    def numbers(self, pixels: Sequence[Any]) -> np.ndarray:
        """(rows, cols) of int32 of what `sources` gave."""
        if self._source is None:
            return pixels[0]
        found: Pixels = pixels[0]
        codes, places = indexed_codes(found.values[0], found.valid, self._source.name)
        lookup = np.full(len(codes), -1, np.int32)
        for place, code in enumerate(self._codes):
            lookup[codes == code] = place
        place, part = lookup[places], pixels[1]
        known = (place >= 0) & (part >= 0)
        if found.valid is not None:
            known &= found.valid
        return np.where(known, part * np.int32(len(self._codes)) + place, np.int32(-1))

    def window(self, window: Window) -> np.ndarray:
        """The same of a window, `NO_CLASS` where there is none."""
        found = self.numbers([source.read_reflected(window) for source in self.sources])
        found[found < 0] = NO_CLASS
        return found

    def table(self, values: np.ndarray) -> np.ndarray:
        """(n + 1,): the value of each number, from (zones, classes) of values; the last, which is that of -1, is `NODATA`."""
        return np.append(values[self.zone, self.place], values.dtype.type(NODATA))

    def key(self, place: int) -> Tuple[Optional[str], str, int]:
        """(unit, zone, class) of a number."""
        part = self._result.parts[int(self._part[place])]
        return part.admin, part.zone, self._codes[int(self.place[place])]


def state_values(result: PlanOverlay) -> Tuple[Legend, np.ndarray]:
    """(legend of a conformity raster, (zones, classes) of uint8 codes)."""
    legend, codes = states_legend(result.rules.own)
    rows = [[codes[result.rules.state(entry.code, zone.key)] for entry in result.classes] for zone in result.zones]
    return legend.only(sorted({code for row in rows for code in row})), np.array(rows, np.uint8).reshape(len(rows), -1)


def draw(
    outputs: Outputs, cover: Cover, result: PlanOverlay, conformity: Optional[str], available: Optional[str], monitor: Monitor
) -> None:
    """Write the rasters that are asked for."""
    cover.prepare(Share(monitor, 0, 0.1))
    tables: Dict[str, np.ndarray] = {}
    if conformity:
        legend, values = state_values(result)
        tables["conformity"] = cover.table(values)
        outputs.create(
            "conformity", conformity, cover.grid, np.uint8, 1, NODATA, legend=legend, names=[tr("conformity")],
            provenance=result.provenance,
        )  # fmt: skip
    if available:
        groups = [AVAILABLE_CODES.get(result.kinds[entry.code].group, NODATA) for entry in result.classes]
        empty = [NODATA] * len(groups)
        rows = [groups if zone.key in result.built else empty for zone in result.zones]
        tables["available"] = cover.table(np.array(rows, np.uint8).reshape(len(rows), -1))
        outputs.create(
            "available", available, cover.grid, np.uint8, 1, NODATA, legend=AVAILABLE, names=[tr("available land")],
            provenance=result.provenance,
        )  # fmt: skip

    def kernel(block: Block) -> Dict[str, np.ndarray]:
        numbers = cover.numbers(block.pixels)
        return {name: table[numbers] for name, table in tables.items()}

    map_blocks(cover.sources, kernel, outputs.rasters, monitor=Share(monitor, 0.1, 1))


# -- polygons


class Areas(ABC):
    """Contiguous pieces of one class in one zone of one unit, as polygons. Who stops before the last closes the iterator, which may hold
    files."""

    crs: str

    def __init__(self, result: PlanOverlay, min_area_ha: float, monitor: Monitor) -> None:
        self._result, self._min_area_ha, self._monitor = result, min_area_ha, monitor
        self._largest: Optional[List[Area]] = None
        self._done = 0.0

    @abstractmethod
    def conformity(self) -> Generator[Area, None, None]:
        """All of them."""

    def nonconformity(self, most: Optional[int] = None) -> Generator[Area, None, None]:
        """Those that do not conform and are no smaller than the minimum, the largest first."""
        found: List[Area] = []
        for area in self._ranked(most):
            if len(found) < LARGEST:
                found.append(area)
            yield area
        self._largest = found

    def largest(self) -> List[Area]:
        """The first of those."""
        if self._largest is None:
            self._largest = list(self.nonconformity(LARGEST))
        return self._largest

    def _pass(self) -> Monitor:
        """The progress of one more pass, half of what is left: how many come is not known."""
        start, self._done = self._done, (1 + self._done) / 2
        return Share(self._monitor, start, self._done)

    @abstractmethod
    def _ranked(self, most: Optional[int]) -> Iterator[Area]:
        """Those that do not conform, the largest first."""

    def _area(self, wkb: bytes, key: Tuple[Optional[str], str, int], area_ha: float) -> Area:
        admin, zone, code = key
        return Area(wkb, admin, zone, code, self._result.rules.state(code, zone), area_ha)


class RasterAreas(Areas):
    """Along the edges of pixels, which belong together also where they touch by a corner."""

    def __init__(self, result: PlanOverlay, cover: Cover, folder: str, min_area_ha: float, monitor: Monitor) -> None:
        super().__init__(result, min_area_ha, monitor)
        self.crs, self._cover, self._folder = cover.grid.crs, cover, folder
        self._ground = Ground(self.crs)
        self._found: Optional[Patches] = None

    def _patches(self) -> Patches:
        if self._found is None:
            grid, share = self._cover.grid, self._pass()
            self._cover.prepare(Share(share, 0, 0.2))
            self._found = Patches(grid, self._cover.window, None, CellAreas(grid), Share(share, 0.2, 1), corners=True)
        return self._found

    def conformity(self) -> Generator[Area, None, None]:
        for patch, wkb in self._polygons(np.arange(self._patches().count)):
            yield self._piece(patch, wkb)

    def _ranked(self, most: Optional[int]) -> Iterator[Area]:
        found = self._patches()
        wrong = [place for place in np.unique(found.code).tolist() if self._state(place) == NONCONFORM]
        keep = np.flatnonzero(np.isin(found.code, wrong) & (found.area_ha >= self._min_area_ha))
        order = keep[np.lexsort((keep, -found.area_ha[keep]))][:most]
        for rank, (patch, wkb) in enumerate(self._polygons(order), 1):
            yield _located(self._piece(patch, wkb), rank, self._ground)

    def _state(self, place: int) -> str:
        _, zone, code = self._cover.key(place)
        return self._result.rules.state(code, zone)

    def _piece(self, patch: int, wkb: bytes) -> Area:
        found = self._patches()
        return self._area(wkb, self._cover.key(int(found.code[patch])), float(found.area_ha[patch]))

    def _polygons(self, order: np.ndarray) -> Iterator[Tuple[int, bytes]]:
        """(number, WKB) of some patches, in this order."""
        found, grid = self._patches(), self._cover.grid
        places = np.full(found.count + 1, -1, np.int32)
        places[order] = np.arange(len(order), dtype=np.int32)
        share = self._pass()
        with scratch_folder(self._folder) as folder:
            polygonizer = Polygonizer(folder, grid)
            for window in strips(grid):
                check(share, 0.5 * window.y / grid.height, 1)
                polygonizer.add(window, places[found.numbers(window)])
            # Closed before the folder goes, also where nobody asks for the rest.
            with contextlib.closing(polygonizer.finish_whole(Share(share, 0.5, 1))) as shapes:
                for place, wkb in shapes:
                    yield int(order[place]), wkb


class PolygonAreas(Areas):
    """The pieces of the overlay themselves, in single parts."""

    def __init__(
        self, result: PlanOverlay, pieces: Sequence[Tuple[int, int, ogr.Geometry]], crs: str, min_area_ha: float, monitor: Monitor
    ) -> None:
        """pieces: (part of the result, class, multipolygon in the CRS `crs`)."""
        super().__init__(result, min_area_ha, monitor)
        self.crs, self._pieces, self._surface, self._ground = crs, pieces, Surface(crs), Ground(crs)

    def conformity(self) -> Generator[Area, None, None]:
        share = self._pass()
        for count, (part, code, shape) in enumerate(self._pieces):
            check(share, count, len(self._pieces))
            singles = list(parts(shape))
            its = self._result.parts[part]
            for single, area_ha in zip(singles, self._surface.areas_ha(singles)):
                multi = ogr.ForceToMultiPolygon(single)
                yield self._area(bytes(multi.ExportToWkb()), (its.admin, its.zone, code), area_ha)

    def _ranked(self, most: Optional[int]) -> Iterator[Area]:
        wrong = [one for one in self.conformity() if one.state == NONCONFORM and one.area_ha >= self._min_area_ha]
        wrong.sort(key=lambda one: -one.area_ha)
        for rank, one in enumerate(wrong[:most], 1):
            yield _located(one, rank, self._ground)


def _located(area: Area, rank: int, ground: Ground) -> Area:
    """An area with its rank and a point on it."""
    shape = ogr.CreateGeometryFromWkb(area.wkb)
    with quiet():
        point = attempt(shape.PointOnSurface)
    x, y = (point.GetX(), point.GetY()) if point is not None and not point.IsEmpty() else shape.Centroid().GetPoint_2D()
    lon, lat = ground.lon_lat(x, y)
    return area._replace(lon=lon, lat=lat, rank=rank)


# -- the grid of rasters of polygons


def metric_grid(shapes: Sequence[ogr.Geometry], crs: str, pixel_m: Optional[float], monitor: Monitor) -> Grid:
    """Square pixels over polygons in metres: in their CRS where that is a projected one, else in the UTM zone of their middle.

    pixel_m: side of a pixel; None: 10 m, or as much as keeps the raster within 20 000 pixels a side.
    Raises PantauError: polygons that have no place in UTM; pixels so small that no raster could hold them.
    """
    reference = spatial_reference(crs)
    target = reference if reference.IsProjected() else _utm(shapes, reference)
    moved: Sequence[Optional[ogr.Geometry]] = shapes
    if not target.IsSame(reference):
        moved, _ = load(Polygons([bytes(shape.ExportToWkb()) for shape in shapes], crs), target.ExportToWkt(), monitor)
    boxes = [shape.GetEnvelope() for shape in moved if shape is not None]
    west, east, south, north = (pick(side) for pick, side in zip((min, max, min, max), zip(*boxes)))
    unit = target.GetLinearUnits()
    side_m = max(east - west, north - south) * unit
    if pixel_m is None:
        steps = [step * PIXEL_M * 10**power for power in range(6) for step in (1, 2, 5)]
        pixel_m = next((step for step in steps if side_m / step <= MOST_PX), steps[-1])
    if not math.isfinite(pixel_m) or pixel_m <= 0 or side_m / pixel_m > LARGEST_PX:
        raise PantauError(
            tr("PIXEL_SIZE is {size:g} m, and the plan {side} km wide: give pixels of at least {least:g} m.").format(
                size=pixel_m, side=number(side_m / 1000, 1), least=math.ceil(side_m / LARGEST_PX)
            )
        )
    step = pixel_m / unit
    west, north = math.floor(west / step) * step, math.ceil(north / step) * step
    width, height = max(1, math.ceil((east - west) / step)), max(1, math.ceil((north - south) / step))
    monitor.log(
        tr("Rasters have pixels of {size} m, {width} x {height}, in {crs}.").format(
            size=number(pixel_m, 2 if pixel_m < 10 else 0), width=number(width, 0), height=number(height, 0), crs=target.GetName()
        )
    )
    return Grid(target.ExportToWkt(), (west, step, 0.0, north, 0.0, -step), width, height)


def _utm(shapes: Sequence[ogr.Geometry], reference: osr.SpatialReference) -> osr.SpatialReference:
    """The UTM zone, on the polygons' own datum, of the middle of their envelopes."""
    west, east, south, north = (pick(side) for pick, side in zip((min, max, min, max), zip(*(one.GetEnvelope() for one in shapes))))
    target = osr.SpatialReference()
    target.CopyGeogCSFrom(geographic_of(reference))
    zone = int(((west + east) / 2 + 180) // 6) % 60 + 1
    target.SetUTM(zone, int(south + north >= 0))
    target.SetProjCS(f"{reference.GetName()} / UTM zone {zone}{'N' if south + north >= 0 else 'S'}")
    target.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return target
