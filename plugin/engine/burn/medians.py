"""The median of a stack of radar scenes in linear power, on one grid, whatever units, orbits and UTM zones they come in."""

from __future__ import annotations

import math
import os
import re
from html import escape
from typing import List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
from osgeo import gdal, ogr

from ..errors import PantauError
from ..files import write_text
from ..monitor import Monitor, check
from ..raster.aoi import Polygons
from ..raster.composite import Raster, composite
from ..raster.composite import Settings as CompositeSettings
from ..raster.gdal_guard import attempt, quiet
from ..raster.grid import Grid, Window
from ..raster.source import RasterSource
from ..text import tr
from ..vector import load
from .units import DB, chosen

DAY = re.compile(r"(?<!\d)(20[1-9]\d)([-_]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
CEILING = 2.0**100  # power that no scene holds; a power of two, so that the table below changes no digit below it
MOST_PIXELS, MOST_EMPTY = 1e8, 100  # as far apart as scenes may lie: so many pixels in all, or so many times their own
ROUNDING = 0.005  # of a pixel, which is no pixel more


class Scene(NamedTuple):
    """One raster of a stack. path: of its file. units: LINEAR or DB, as it is stored. view: file that shows it as power, with 0
    for no data. grid: its own. day: of its acquisition, as the first date in its name tells it (YYYY-MM-DD); empty where none does."""

    path: str
    name: str
    units: str
    view: str
    grid: Grid
    day: str


class _NoLog(Monitor):
    """Passes on warnings and progress; one line for each of forty scenes would hide them."""

    def __init__(self, monitor: Monitor) -> None:
        self.progress, self.warn = monitor.progress, monitor.warn  # type: ignore[method-assign]


def open_scenes(rasters: Sequence[Raster], band: int, units: str, folder: str, monitor: Monitor) -> List[Scene]:
    """The scenes of a stack, each with a view of one of its bands in power, written to `folder`.

    units: AUTO, LINEAR or DB. Raises PantauError: rasters that cannot be read, units that cannot be told; Cancelled.
    """
    scenes = []
    for place, raster in enumerate(rasters):
        check(monitor, place, len(rasters))
        source = RasterSource(raster.path, [band], raster.crs)
        unit = chosen(source, units, _NoLog(monitor))
        within = os.path.join(folder, str(place))
        os.makedirs(within)
        view = os.path.join(within, re.sub(r"[^\w.\-]+", "_", source.name) or "scene")  # composites call it by this name
        write_text(view, _power_view(source, band, unit, view + ".db"))
        scenes.append(Scene(raster.path, source.name, unit, view, source.grid, day_of(source.name)))
    return scenes


def day_of(name: str) -> str:
    """The first date in a file's name, YYYY-MM-DD; of Sentinel-1's products it is that of acquisition. Empty where there is none."""
    found = DAY.search(name)
    return "-".join(found.group(1, 3, 4)) if found else ""


def covering(grids: Sequence[Grid]) -> Grid:
    """The pixels of the first grid, going on beyond it, around all of them. Raises PantauError: grids that lie too far apart."""
    lattice = grids[0]
    inverse, places = gdal.InvGeoTransform(lattice.transform), []
    for grid in grids:
        shape = load(Polygons([_outline(grid)], grid.crs), lattice.crs, Monitor())[0][0]
        if shape is None:
            raise PantauError(tr("A scene cannot be brought to the coordinate system of the first: check its coordinate system."))
        points = [point for ring in shape for line in ring for point in line.GetPoints()]
        places += [gdal.ApplyGeoTransform(inverse, *point[:2]) for point in points]
    cols, rows = zip(*places)
    x, y = math.floor(min(cols) + ROUNDING), math.floor(min(rows) + ROUNDING)
    width, height = math.ceil(max(cols) - ROUNDING) - x, math.ceil(max(rows) - ROUNDING) - y
    if width * height > max(MOST_PIXELS, MOST_EMPTY * sum(grid.width * grid.height for grid in grids)):
        raise PantauError(
            tr(
                "The scenes lie so far apart that one raster around them has {width} x {height} pixels, nearly all empty: leave out those "
                "that lie elsewhere, or check their coordinate systems."
            ).format(width=width, height=height)
        )
    return lattice.window(Window(x, y, width, height))


def write_median(scenes: Sequence[Scene], grid: Grid, output: str, count: str, monitor: Monitor) -> None:
    """Write the median power of scenes on a grid, 0 where there is none, and to `count` how many values it rests on.

    A scene on other pixels is interpolated (bilinear), in power, beside no data from what holds data.
    """
    frame = output + ".grid"
    write_text(frame, _dataset(grid, '<VRTRasterBand dataType="Byte" band="1"/>'))
    views = [Raster(scene.view) for scene in scenes]
    composite(views, CompositeSettings("median", "bilinear", Raster(frame)), output, count, monitor=monitor)


def _outline(grid: Grid) -> bytes:
    """The edge of a grid as a polygon."""
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for col, row in ((0, 0), (grid.width, 0), (grid.width, grid.height), (0, grid.height), (0, 0)):
        ring.AddPoint_2D(*gdal.ApplyGeoTransform(grid.transform, col, row))
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return bytes(polygon.ExportToWkb())


# -- rasters that GDAL computes while it reads them


def _power_view(source: RasterSource, band: int, units: str, inner: str) -> str:
    """The XML of a raster of power: what is 0 or less, masked, transparent or not finite is 0, and 0 is no data. Scale and offset
    are applied.

    It is made before a scene is interpolated: else a coast's zeros would darken the pixels beside them. inner: file for one of
    decibels as power, and with an ending for one without what is masked.
    """
    layer, flags, size = _layer_of(source, band)
    if units == DB:
        text = (
            f'<VRTRasterBand dataType="Float32" band="1" subClass="VRTDerivedRasterBand"{size}><NoDataValue>nan</NoDataValue>'
            "<PixelFunctionType>dB2pow</PixelFunctionType><SourceTransferType>Float64</SourceTransferType>"
            f"<ComplexSource>{layer}</ComplexSource></VRTRasterBand>"
        )
        write_text(inner, _dataset(source.grid, text))
        layer = f"{_file(inner)}<SourceBand>1</SourceBand><NODATA>nan</NODATA>"
    # What is 0 or less, or infinite, becomes 0; the table leaves what lies between as it is.
    layer += f"<LUT>0:0,{CEILING:.0f}:{CEILING:.0f},{2 * CEILING:.0f}:0</LUT>"
    if flags:
        product = inner + ".product"  # without a no-data value, which newer GDAL would leave out of the product
        layers = [layer, *(f"{flag}<LUT>0:0,1:1</LUT>" for flag in flags)]
        text = (
            f'<VRTRasterBand dataType="Float32" band="1" subClass="VRTDerivedRasterBand"{size}><PixelFunctionType>mul</PixelFunctionType>'
            f"{''.join(f'<ComplexSource>{one}</ComplexSource>' for one in layers)}</VRTRasterBand>"
        )
        write_text(product, _dataset(source.grid, text))
        layer = f"{_file(product)}<SourceBand>1</SourceBand>"
    text = f'<VRTRasterBand dataType="Float32" band="1"{size}><NoDataValue>0</NoDataValue><ComplexSource>{layer}</ComplexSource></VRTRasterBand>'
    return _dataset(source.grid, text)


def _layer_of(source: RasterSource, band: int) -> Tuple[str, List[str], str]:
    """(what names a band of a file, its no data and its scale; what names that which is 0 where it is masked or transparent; the size of
    its blocks). All of it counts, as in `RasterSource`: GDAL's own mask speaks of one of them only."""
    with quiet():
        dataset = attempt(gdal.Open, source.path)  # lives as long as its band is asked
        layer = dataset.GetRasterBand(band)
        masks, nodata, (width, height) = layer.GetMaskFlags(), layer.GetNoDataValue(), layer.GetBlockSize()
    names = [str(one) for one in range(1, dataset.RasterCount + 1) if one not in source.data_bands]  # alpha
    if not masks & (gdal.GMF_ALL_VALID | gdal.GMF_ALPHA) and (masks & gdal.GMF_PER_DATASET or not masks & gdal.GMF_NODATA):
        names.append(f"mask,{band}")
    text = f"{_file(source.path)}<SourceBand>{band}</SourceBand>"
    if nodata is not None:
        text += f"<NODATA>{nodata!r}</NODATA>"
    scale, offset = source.scale_offset()
    if (scale, offset) != (1.0, 0.0):
        text += f"<ScaleOffset>{offset!r}</ScaleOffset><ScaleRatio>{scale!r}</ScaleRatio>"
    flags = [f"{_file(source.path)}<SourceBand>{name}</SourceBand>" for name in names]
    return text, flags, f' blockXSize="{width}" blockYSize="{height}"'


def _file(path: str) -> str:
    return f'<SourceFilename relativeToVRT="0">{escape(path)}</SourceFilename>'


def _dataset(grid: Grid, band: str) -> str:
    numbers = ", ".join(f"{value!r}" for value in grid.transform)
    return (
        f'<VRTDataset rasterXSize="{grid.width}" rasterYSize="{grid.height}"><SRS>{escape(grid.crs)}</SRS>'
        f"<GeoTransform>{numbers}</GeoTransform>{band}</VRTDataset>"
    )


# -- what the names of the files tell


def days_warning(before: Sequence[Scene], after: Sequence[Scene]) -> Optional[str]:
    """What is wrong with the order of two stacks, where all names tell a date; None where nothing is."""
    days = [sorted(scene.day for scene in stack) for stack in (before, after)]
    if not (days[0][0] and days[1][0]) or days[0][-1] < days[1][0]:
        return None
    shown = {"first": days[0][0], "last": days[0][-1], "start": days[1][0], "end": days[1][-1]}
    if days[1][-1] < days[0][0]:
        return tr(
            "By their names PRE ({first} to {last}) comes after POST ({start} to {end}): swap the two, or land that grew back counts as burned."
        ).format(**shown)
    return tr(
        "By their names PRE ({first} to {last}) and POST ({start} to {end}) overlap in time: take dates before and after the fire."
    ).format(**shown)


def typical(counts: np.ndarray) -> int:
    """Of how many values most medians are made; counts: (n,) pixels with 0, 1, 2, ... values."""
    return int(counts.argmax())
