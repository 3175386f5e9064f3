"""From a satellite product to one analysis-ready raster: bands on one grid, as reflectance, without clouds and shadows."""

from __future__ import annotations

import html
import math
import os
import time
from dataclasses import dataclass, replace
from typing import Any, Callable, Dict, List, Optional, Sequence, Tuple

import numpy as np

from ..errors import PantauError
from ..monitor import Monitor
from ..packages import need
from ..text import number, tr
from ..version import VERSION
from .aoi import AreaOfInterest, PolygonMask, Polygons
from .gdal_guard import spatial_reference
from .grid import Grid, Window
from .outputs import Outputs
from .pipeline import Block, map_blocks
from .products import ALGORITHM, Layer, Mask, Product, cloud_polygons, is_slow, needs_jpeg2000
from .sensors import Band
from .source import AlignedSource, Pixels, RasterSource, open_aligned, same_grid, undeclared_nodata, warn_of_added_offset

SIZE = 1024  # pixels of a block: the tiles in which Sentinel-2's images are stored
# Of GDAL's blocks: what a row of blocks of a Sentinel-2 tile takes, so that no tile of an image is decompressed twice.
CACHE = 256 << 20
SCALE = 0.0001  # reflectance = stored number x SCALE
NODATA = -32768
BRIGHTEST = 32767  # reflectance 3.2767: snow and sun glint stay far below
CLOUD, SHADOW, MISSING = 1, 2, 4  # flags of a pixel
QA60_EMPTY = ("2022-01-25", "2024-02-28")  # Earth Engine's catalogue: in products of these days the band holds zeros only
DEGREE_M = 6378137 * math.pi / 180


@dataclass(frozen=True)
class Settings:
    """bands: names with commas. resolution_m: empty for the product's. buffer_px: pixels of the result."""

    bands: str = ""
    resolution_m: Optional[float] = None
    mask_clouds: bool = True
    mask_shadows: bool = True
    buffer_px: float = 0.0
    aoi: Optional[Polygons] = None


@dataclass(frozen=True)
class Result:
    """Shares in percent: of cloud and of shadow among the pixels with data, None where nothing marks them; of what the mask
    took away, with its buffer; of pixels without data in the product, among those of the area. speed: Mpx/s.
    """

    bands: List[Band]
    cloud_percent: Optional[float]
    shadow_percent: Optional[float]
    masked_percent: float
    nodata_percent: float
    speed: float


def prepare(product: Product, settings: Settings, path: str, *, monitor: Monitor) -> Result:
    """Write the product's bands to `path`: int16 with scale 0.0001 and nodata -32768 where they are reflectance.

    Raises PantauError: a band that is not there, an area of interest elsewhere or without data, files that cannot be read.
    """
    layers = product.choose(settings.bands, settings.resolution_m or product.size_m)
    _refuse_overwriting(path, [part.path for part in (*product.layers, *product.masks)])
    if needs_jpeg2000([layer.path for layer in layers]):
        raise PantauError(
            tr(
                "This GDAL cannot read JPEG 2000, the format of Sentinel-2's images: install GDAL with OpenJPEG, as QGIS's own installers have it."
            )
        )
    _describe(product, layers, monitor)
    grid = _grid(layers, settings.resolution_m or product.size_m)
    sources, places = _sources(layers, grid, product.assumed, monitor)
    clouds = _Clouds(product.masks, grid, math.ceil(settings.buffer_px) if settings.mask_clouds or settings.mask_shadows else 0)
    _warn_of_masks(product, settings, monitor)
    aoi = AreaOfInterest(settings.aoi, grid) if settings.aoi else None
    area = aoi.window if aoi else grid.whole
    # What is 0 everywhere in an export that says nothing of no data, was masked or outside; bytes may be black.
    silent = product.kind == "rasters" and all(one.silent for one in sources)
    kernel = _kernel(product.values, layers, places, clouds.halo, settings, silent)
    dtype, nodata, scale = {
        "reflectance": (np.int16, NODATA, SCALE), "bytes": (np.uint8, 0, None), "numbers": (np.float32, float("nan"), None),
    }[product.values]  # fmt: skip
    provenance = {
        "algorithm": ALGORITHM, "version": VERSION, "product": product.name, "date": product.date,
        "baseline": product.baseline, "values": product.values, "masks": [mask.kind for mask in product.masks],
        "bands": [{"band": one.band.name, "file": os.path.basename(one.path), "gain": one.gain, "bias": one.bias} for one in layers],
        "mask_clouds": settings.mask_clouds, "mask_shadows": settings.mask_shadows, "buffer_px": settings.buffer_px,
        "resolution": abs(grid.transform[1]) or abs(grid.transform[2]), "aoi": settings.aoi is not None,
    }  # fmt: skip
    sums, start = _Sums(), time.perf_counter()
    with Outputs() as outputs:
        bands = [layer.band for layer in layers]
        outputs.create("image", path, grid.window(area), dtype, len(bands), nodata, names=bands, scale=scale, provenance=provenance)
        # Where the result is coarser, a block of it covers more of the files: the memory stays the same.
        finest = min(source.native_m for source in [*sources, *clouds.parts])
        size = max(16, min(SIZE, int(SIZE * finest / grid.pixel_size_m() * 1.01)))
        map_blocks(
            [*(source.pixels for source in sources), clouds], kernel, {"image": outputs.rasters["image"], "sums": sums},
            monitor=monitor, aoi=aoi, size=size, cache=CACHE,
        )  # fmt: skip
        if not sums["data"]:
            raise PantauError(
                tr("{name} holds no data{where}: choose another product or area.").format(
                    name=product.name, where=tr(" in the area of interest") if aoi else ""
                )
            )
    result = _shares(product, bands, sums, area.width * area.height / 1e6 / max(time.perf_counter() - start, 1e-9), monitor)
    monitor.log(
        tr("{columns} x {rows} px, {bands} bands: {speed} Mpx/s.").format(
            columns=area.width, rows=area.height, bands=len(bands), speed=number(result.speed, 2)
        )
    )
    return result


# -- what is read


@dataclass(frozen=True)
class _Source:
    """pixels: the source on the grid of the result. native_m: the side of the file's own pixels. silent: whether the file holds
    whole numbers of more than 8 bits and nothing says which of them are no data."""

    pixels: RasterSource
    native_m: float
    silent: bool


def _grid(layers: Sequence[Layer], size_m: Optional[float]) -> Grid:
    """The grid of the finest file, or one with the same origin and other pixels."""
    finest = min(layers, key=lambda layer: layer.size_m)
    own = RasterSource(finest.path, [finest.number], finest.crs).grid
    if size_m is None:
        return own
    reference = spatial_reference(own.crs)
    unit_m = DEGREE_M if reference.IsGeographic() else reference.GetLinearUnits()
    x0, dx, rx, y0, ry, dy = own.transform
    across, down = (size_m / unit_m / math.hypot(*side) for side in ((dx, ry), (rx, dy)))
    if abs(across - 1) < 1e-6 and abs(down - 1) < 1e-6:
        return own
    width, height = (max(1, math.ceil(count / factor - 0.01)) for count, factor in ((own.width, across), (own.height, down)))
    return Grid(own.crs, (x0, dx * across, rx * down, y0, ry * across, dy * down), width, height)


def _sources(
    layers: Sequence[Layer], grid: Grid, assumed: bool, monitor: Monitor
) -> Tuple[List[_Source], List[Tuple[int, int]]]:  # fmt: skip
    """(one source a file, for each layer the places of its source and of its band therein)."""
    files: Dict[str, List[Layer]] = {}
    for layer in layers:
        files.setdefault(layer.path, []).append(layer)
    sources, place_of = [], {}
    for index, mine in enumerate(files.values()):
        first, numbers = mine[0], [layer.number for layer in mine]
        plain = RasterSource(first.path, numbers, first.crs)
        if assumed:
            warn_of_added_offset(plain, monitor)
        native_m = plain.grid.pixel_size_m()
        path = first.path if first.nodata is None else _with_nodata(first, plain)
        coarser = native_m < 0.99 * grid.pixel_size_m()
        pixels = open_aligned(path, grid, "average" if coarser else "bilinear", numbers, first.crs)
        pixels.path = first.path  # for messages
        silent = plain.always_valid() and plain.dtype.kind in "iu" and plain.dtype.itemsize > 1 and first.nodata is None
        sources.append(_Source(pixels, native_m, silent))
        place_of.update({(layer.path, layer.number): (index, place) for place, layer in enumerate(mine)})
    return sources, [place_of[layer.path, layer.number] for layer in layers]


def _with_nodata(layer: Layer, source: RasterSource) -> str:
    """The layer's file as a GDAL virtual raster that knows which numbers are no data, before anything is averaged."""
    grid = source.grid
    kind = {"u": "UInt", "i": "Int"}[source.dtype.kind] + str(8 * source.dtype.itemsize)
    saturated = "" if layer.saturated is None else f"<NODATA>{layer.saturated:.0f}</NODATA>"
    transform = ",".join(f"{value!r}" for value in grid.transform)
    extent = f'xOff="0" yOff="0" xSize="{grid.width}" ySize="{grid.height}"'
    return (
        f'<VRTDataset rasterXSize="{grid.width}" rasterYSize="{grid.height}"><SRS>{html.escape(grid.crs)}</SRS>'
        f'<GeoTransform>{transform}</GeoTransform><VRTRasterBand dataType="{"Byte" if kind == "UInt8" else kind}" band="1">'
        f"<NoDataValue>{layer.nodata:.0f}</NoDataValue><ComplexSource>"
        f'<SourceFilename relativeToVRT="0" shared="0">{html.escape(layer.path)}</SourceFilename>'
        f"<SourceBand>{layer.number}</SourceBand><SrcRect {extent}/><DstRect {extent}/>{saturated}</ComplexSource>"
        f"</VRTRasterBand></VRTDataset>"
    )


# -- masks


def _scl(values: np.ndarray) -> np.ndarray:
    table = np.zeros(256, np.uint8)
    table[[8, 9, 10]] = CLOUD  # medium and high probability, thin cirrus
    table[3] = SHADOW
    table[[0, 1]] = MISSING  # no data, saturated or defective
    return table[values[0].astype(np.uint8)]


def _classi(values: np.ndarray) -> np.ndarray:
    return (values != 0).any(axis=0) * np.uint8(CLOUD)


def _qa_pixel(values: np.ndarray) -> np.ndarray:
    bits = values[0].astype(np.uint16)
    clouds = (bits & 0b1110) != 0  # dilated cloud, cirrus, cloud
    return clouds * np.uint8(CLOUD) + ((bits & 0b10000) != 0) * np.uint8(SHADOW) + ((bits & 1) != 0) * np.uint8(MISSING)


def _qa60(values: np.ndarray) -> np.ndarray:
    return ((values[0].astype(np.uint16) & 0b11 << 10) != 0) * np.uint8(CLOUD)  # opaque clouds, cirrus


FLAGS: Dict[str, Callable[[np.ndarray], np.ndarray]] = {"scl": _scl, "classi": _classi, "qa_pixel": _qa_pixel, "qa60": _qa60}
MARK_SHADOWS = ("scl", "qa_pixel")


@dataclass(frozen=True)
class _Part:
    """A mask on a grid with `step` x `step` pixels for each of the result's. read: window of that grid -> flags."""

    read: Callable[[Window], np.ndarray]
    step: int
    native_m: float


class _Clouds:
    """The flags of all masks together, with `halo` pixels more on each side, where the buffer of a cloud may come from."""

    def __init__(self, masks: Sequence[Mask], grid: Grid, halo: int) -> None:
        self.grid, self.halo = grid, halo
        self.parts = [self._part(mask) for mask in masks]

    def _part(self, mask: Mask) -> _Part:
        size_m = self.grid.pixel_size_m()
        if mask.kind == "clouds_gml":
            polygons = PolygonMask(Polygons(cloud_polygons(mask.path), ""), self.grid)
            return _Part(lambda window: polygons.inside(window) * np.uint8(CLOUD), 1, size_m)
        source = RasterSource(mask.path, mask.numbers, mask.crs)
        native_m = source.grid.pixel_size_m()
        # Where the result is coarser than the mask, a pixel is cloud if any of it is: it is a mean with cloud in it.
        step = max(1, math.ceil(size_m / native_m - 0.01))
        fine = _finer(self.grid, step)
        decode = FLAGS[mask.kind]
        if not same_grid(source.grid, fine):
            source = AlignedSource(mask.path, fine, "nearest", mask.numbers, mask.crs)

        def read(window: Window) -> np.ndarray:
            pixels = source.read(window)
            flags = decode(np.nan_to_num(pixels.values))
            if isinstance(source, AlignedSource) and pixels.valid is not None:
                flags[~pixels.valid] = 0  # the mask does not reach that far, and says nothing
            return flags

        return _Part(read, step, native_m)

    def read_reflected(self, window: Window) -> Pixels:
        """Flags, (1, rows + 2 halo, cols + 2 halo) of uint8; none outside the grid."""
        halo = self.halo
        left, top = max(0, window.x - halo), max(0, window.y - halo)
        right = min(self.grid.width, window.x + window.width + halo)
        bottom = min(self.grid.height, window.y + window.height + halo)
        width, height = right - left, bottom - top
        flags = np.zeros((window.height + 2 * halo, window.width + 2 * halo), np.uint8)
        y, x = top - window.y + halo, left - window.x + halo
        known = flags[y : y + height, x : x + width]
        for part in self.parts:
            step = part.step
            found = part.read(Window(left * step, top * step, width * step, height * step))
            if step > 1:
                found = np.bitwise_or.reduce(found.reshape(height, step, width, step), axis=(1, 3))
            known |= found
        return Pixels(flags[None], None)


def _finer(grid: Grid, step: int) -> Grid:
    x0, dx, rx, y0, ry, dy = grid.transform
    transform = (x0, dx / step, rx / step, y0, ry / step, dy / step)
    return replace(grid, transform=transform, width=grid.width * step, height=grid.height * step)


def _grown(flags: np.ndarray, radius: float, halo: int) -> np.ndarray:
    """(rows, cols) of bool, without the halo: what lies within `radius` pixels of the flags."""
    if halo and flags.any():
        flags = need("scipy.ndimage", "scipy").distance_transform_edt(~flags) <= radius
    return flags[halo : flags.shape[0] - halo, halo : flags.shape[1] - halo]


# -- the work


class _Sums(Dict[str, int]):
    """Counts of pixels, added up over all blocks."""

    def __missing__(self, key: str) -> int:
        return 0

    def write(self, x: int, y: int, array: Dict[str, int]) -> None:
        for key, count in array.items():
            self[key] += count


def _kernel(
    values: str, layers: Sequence[Layer], places: Sequence[Tuple[int, int]], halo: int, settings: Settings, silent: bool
) -> Callable[[Block], Dict[str, Any]]:  # fmt: skip
    unit = 1 / SCALE if values == "reflectance" else 1.0
    gains = [(np.float32(layer.gain * unit), np.float32(layer.bias * unit)) for layer in layers]
    masked = settings.mask_clouds * CLOUD | settings.mask_shadows * SHADOW

    def kernel(block: Block) -> Dict[str, Any]:
        *images, clouds = block.pixels
        flags = clouds.values[0]
        centre = flags[halo : flags.shape[0] - halo, halo : flags.shape[1] - halo]
        data = (centre & MISSING) == 0
        for pixels in images:
            if pixels.valid is not None:
                data &= pixels.valid
        if block.inside is not None:
            data &= block.inside
        empty = 0
        if silent:
            every = images[0].values if len(images) == 1 else np.concatenate([image.values for image in images])
            bare = undeclared_nodata(every, every.dtype) & data
            empty = int(np.count_nonzero(bare))
            data &= ~bare
        keep = data & ~_grown((flags & masked) != 0, settings.buffer_px, halo) if masked else data
        counts = {
            "area": data.size if block.inside is None else int(np.count_nonzero(block.inside)),
            "data": int(np.count_nonzero(data)), "empty": empty, "kept": int(np.count_nonzero(keep)),
            "cloud": int(np.count_nonzero(data & ((centre & CLOUD) != 0))),
            "shadow": int(np.count_nonzero(data & ((centre & (SHADOW | CLOUD)) == SHADOW))),
        }  # fmt: skip
        shape = (len(layers), *data.shape)
        if values == "numbers":
            out = np.empty(shape, np.float32)
            for plane, (source, band), (gain, bias) in zip(out, places, gains):
                np.multiply(images[source].values[band], gain, out=plane, casting="unsafe")
                plane += bias
            out[:, ~keep] = np.nan
            return {"image": out, "sums": counts}
        if values == "bytes":
            out = np.stack([images[source].values[band] for source, band in places]).astype(np.uint8)
            out[:, keep] = np.maximum(out[:, keep], 1)  # 0 says no data
            out[:, ~keep] = 0
            return {"image": out, "sums": counts}
        out = np.empty(shape, np.int16)
        for plane, (source, band), (gain, bias) in zip(out, places, gains):
            scaled = images[source].values[band] * gain
            scaled += bias
            np.rint(scaled, out=scaled)
            if scaled.max() > BRIGHTEST:
                counts["clipped"] = counts.get("clipped", 0) + int(np.count_nonzero((scaled > BRIGHTEST) & keep))
            plane[:] = np.clip(scaled, NODATA + 1, BRIGHTEST, out=scaled)
        out[:, ~keep] = NODATA
        return {"image": out, "sums": counts}

    return kernel


# -- what is told


def _refuse_overwriting(path: str, files: Sequence[str]) -> None:
    target, *others = (os.path.normcase(os.path.realpath(one)) for one in (path, *files))
    if target in others:
        raise PantauError(tr("The output {path} is a file of the input: give another name.").format(path=path))


def _describe(product: Product, layers: Sequence[Layer], monitor: Monitor) -> None:
    facts = [product.date and tr("sensed {date}").format(date=product.date)]
    facts.append(product.kind == "sentinel2" and tr("processing baseline {baseline}").format(baseline=product.baseline))
    monitor.log(", ".join(filter(None, [product.name, *facts])) + ".")
    if product.values == "reflectance":
        scales = list(dict.fromkeys((layer.gain, layer.bias) for layer in layers))
        for gain, bias in scales:
            names = ", ".join(layer.band.name or str(layer.number) for layer in layers if (layer.gain, layer.bias) == (gain, bias))
            monitor.log(
                tr("Bands {bands}: reflectance = number x {gain:g} {sign} {bias:g}{how}.").format(
                    bands=names,
                    gain=gain,
                    sign="-" if bias < 0 else "+",
                    bias=abs(bias),
                    how=tr(", as nothing says otherwise") if product.assumed else "",
                )
            )
    else:
        monitor.log(tr("Values: kept as they are; the raster does not say that they are reflectance."))
    for note in product.notes:
        monitor.warn(note)
    if any(is_slow(layer.path.split("}")[0]) for layer in layers):
        monitor.warn(
            tr(
                "A compressed tar must be read from its start again and again: unpack it, or turn it into a plain .tar, for more speed."
            )
        )


def _warn_of_masks(product: Product, settings: Settings, monitor: Monitor) -> None:
    kinds = {mask.kind for mask in product.masks}
    if not kinds:
        if settings.mask_clouds or settings.mask_shadows:
            monitor.warn(tr("{name} has no mask of clouds: nothing is masked.").format(name=product.name))
    elif settings.mask_shadows and not kinds & set(MARK_SHADOWS):
        monitor.warn(tr("The masks of {name} mark no shadows: they stay in the image.").format(name=product.name))


def _shares(product: Product, bands: List[Band], sums: _Sums, speed: float, monitor: Monitor) -> Result:
    kinds = {mask.kind for mask in product.masks}
    data = sums["data"]
    cloud = 100 * sums["cloud"] / data if kinds else None
    if kinds == {"qa60"} and not sums["cloud"] and not _qa60_works(product.date):
        cloud = None
        days = tr("in products of {first} to {last} that band is empty").format(first=QA60_EMPTY[0], last=QA60_EMPTY[1])
        monitor.warn(
            tr("QA60 marks no cloud, and {days}: it says nothing about clouds here. Use SCL, or look at the image.").format(
                days=days
            )
        )
    shadow = 100 * sums["shadow"] / data if kinds & set(MARK_SHADOWS) else None
    masked = 100 * (data - sums["kept"]) / data
    nodata = 100 * (sums["area"] - data) / sums["area"]
    for label, share in (
        (tr("Clouds: {percent} % of the pixels with data."), cloud), (tr("Cloud shadows: {percent} % of the pixels with data."), shadow),
        (tr("Masked: {percent} % of the pixels with data."), masked), (tr("No data in the product: {percent} % of the area."), nodata),
    ):  # fmt: skip
        if share is not None:
            monitor.log(label.format(percent=number(share, 2)))
    if sums["empty"]:
        monitor.warn(
            tr(
                "{percent} % of the area is 0 in all bands, or the largest number in all, and nothing in {name} says that this is no "
                "data: it is taken as such."
            ).format(percent=number(100 * sums["empty"] / sums["area"], 2), name=product.name)
        )
    if not sums["kept"]:
        monitor.warn(tr("Clouds and shadows cover everything: the result holds no data. Choose another date."))
    if sums["clipped"]:
        monitor.warn(
            tr(
                "{count} numbers stand for a reflectance above {most}, and are cut off there: check that the raster holds reflectance."
            ).format(count=number(sums["clipped"], 0), most=BRIGHTEST * SCALE)
        )
    return Result(bands, cloud, shadow, masked, nodata, speed)


def _qa60_works(date: str) -> bool:
    """Whether the day is known and the band QA60 was filled then."""
    return bool(date) and not QA60_EMPTY[0] <= date[:10] <= QA60_EMPTY[1]
