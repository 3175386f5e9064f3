"""Reading: a raster's bands and where they hold data, window by window, on its own grid or on another's."""

from __future__ import annotations

import contextlib
import os
from itertools import chain
from typing import Iterable, Iterator, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
from osgeo import gdal

from ..errors import PantauError
from ..monitor import Monitor
from ..text import tr
from .gdal_guard import attempt, quiet, spatial_reference
from .grid import Grid, Window
from .legend import raster_name
from .sensors import LANDSAT_BIAS, LANDSAT_GAIN, Band, band_number

DTYPES = {
    gdal.GDT_Byte: np.uint8, gdal.GDT_UInt16: np.uint16, gdal.GDT_Int16: np.int16, gdal.GDT_UInt32: np.uint32,
    gdal.GDT_Int32: np.int32, gdal.GDT_Float32: np.float32, gdal.GDT_Float64: np.float64,
    **{getattr(gdal, "GDT_" + n): getattr(np, n.lower()) for n in ("Int8", "Int64", "UInt64") if hasattr(gdal, "GDT_" + n)},
}  # fmt: skip
RESAMPLING = {"nearest": gdal.GRA_NearestNeighbour, "bilinear": gdal.GRA_Bilinear, "cubic": gdal.GRA_Cubic}


def held(nodata: Optional[float], dtype: np.dtype) -> Optional[np.generic]:
    """The nodata value in a raster's own type, in which it is compared five times as fast; None where the type cannot hold it."""
    if nodata is None:
        return None
    if dtype.kind != "f":
        limits = np.iinfo(dtype)
        if not float(nodata).is_integer() or not limits.min <= nodata <= limits.max:
            return None
        nodata = int(nodata)
    return dtype.type(nodata)


class Pixels(NamedTuple):
    """A window of a raster.

    values: (bands, rows, cols) in the raster's own type. valid: (rows, cols) of bool, or None where every pixel is valid;
    from `read_bands` (bands, rows, cols).
    """

    values: np.ndarray
    valid: Optional[np.ndarray]


class RasterSource:
    """Some bands of a raster. A pixel is valid where none of them is nodata, masked, transparent or NaN.

    Read from one thread at a time. `alpha` bands are never data: they only say what is valid.
    """

    def __init__(self, path: str, bands: Optional[Sequence[int]] = None, crs: str = "") -> None:
        """crs: WKT to assume where the file has none.

        Raises PantauError: no such file, not a raster, no CRS or geotransform, complex numbers, no such band."""
        self.path = path
        self._dataset = _open(path)
        self.grid = _grid_of(self._dataset, path, crs)
        count = self._dataset.RasterCount
        self.data_bands = [
            n for n in range(1, count + 1)
            if self._dataset.GetRasterBand(n).GetColorInterpretation() != gdal.GCI_AlphaBand
        ]  # fmt: skip
        self.bands: List[int] = []
        self.select(self.data_bands if bands is None else bands)

    @property
    def name(self) -> str:
        """What the raster is called, for messages."""
        return raster_name(self.path)

    def close(self) -> None:
        """Let the file go, which then can be removed also on Windows; nothing can be read any more."""
        self._dataset = None

    def select(self, bands: Sequence[int]) -> None:
        """Read these bands (numbers from 1), in this order, from now on."""
        for number in bands:
            if number not in self.data_bands:
                raise PantauError(
                    tr("Band {number} does not exist in {name}, which has the bands {bands}: choose among these.").format(
                        number=number, name=self.name, bands=", ".join(map(str, self.data_bands))
                    )
                )
        if not bands:
            raise PantauError(tr("{name} has no data band: choose another raster.").format(name=self.name))
        self.bands = list(bands)
        layers = [self._dataset.GetRasterBand(number) for number in self.bands]
        types = [layer.DataType for layer in layers]
        for kind in types:
            if kind not in DTYPES:
                raise PantauError(
                    tr("{name} holds {type} values, which are not pixel values of an image: convert it first.").format(
                        name=self.name, type=gdal.GetDataTypeName(kind)
                    )
                )
        self.dtype = np.result_type(*(DTYPES[kind] for kind in types))
        self._gdal_type = next(kind for kind, dtype in DTYPES.items() if np.dtype(dtype) == self.dtype)
        self.nodata = [layer.GetNoDataValue() for layer in layers]
        # Bands whose mask must be read: one a dataset (.msk, alpha, NODATA_VALUES) or one a band; each only once.
        # With the band of which alone it speaks; None for all.
        self._masks: List[Tuple[int, Optional[int]]] = []
        shared = False
        for number, layer in zip(self.bands, layers):
            flags = layer.GetMaskFlags()
            whole = bool(flags & gdal.GMF_PER_DATASET)
            if flags & gdal.GMF_ALL_VALID or (flags & gdal.GMF_NODATA and not whole) or (whole and shared):
                continue
            shared = shared or whole
            self._masks.append((number, None if whole else number))
        # Alpha says what is valid also where the bands have nodata besides, of which GDAL's mask then speaks alone.
        self._alpha = [n for n in range(1, self._dataset.RasterCount + 1) if n not in self.data_bands]

    def band_names(self) -> List[str]:
        """Descriptions of all data bands, empty strings where there are none."""
        return [self._dataset.GetRasterBand(n).GetDescription() or "" for n in self.data_bands]

    def described_bands(self) -> List[Band]:
        """All data bands with what their metadata say of them."""
        described = []
        for number in self.data_bands:
            band = self._dataset.GetRasterBand(number)
            described.append(Band(band.GetDescription() or "", band.GetMetadataItem("common_name") or "", _wavelength_nm(band)))
        return described

    def scale_offset(self) -> Tuple[float, float]:
        """Scale and offset that the file itself declares for the first selected band: 1 and 0 where it declares none."""
        return self.scales_offsets()[0]

    def scales_offsets(self) -> List[Tuple[float, float]]:
        """Scale and offset of each selected band."""
        layers = [self._dataset.GetRasterBand(number) for number in self.bands]
        pairs = [(layer.GetScale(), layer.GetOffset()) for layer in layers]
        return [(1.0 if scale is None else scale, 0.0 if offset is None else offset) for scale, offset in pairs]

    def color_table(self) -> Optional[gdal.ColorTable]:
        """The colour table of the first selected band; None where it has none."""
        table = self._dataset.GetRasterBand(self.bands[0]).GetColorTable()
        return None if table is None else table.Clone()

    def always_valid(self) -> bool:
        """Whether no pixel of the selected bands can be nodata, masked, transparent or NaN, so that it need not be looked at."""
        return not (self.dtype.kind == "f" or self._masks or self._alpha or any(value is not None for value in self.nodata))

    def block_size(self) -> Tuple[int, int]:
        """Width and height of the blocks in which the file is stored."""
        return tuple(self._dataset.GetRasterBand(self.bands[0]).GetBlockSize())

    def read(self, window: Window) -> Pixels:
        """The pixels of a window that lies inside the raster. Raises PantauError where the file is damaged."""
        values, masks = self._read(window)
        checks = (check for band, nodata in zip(values, self.nodata) for check in self._checks(band, nodata))
        return Pixels(values, _all(chain(checks, (mask > 0 for _, mask in masks))))

    def read_bands(self, window: Window) -> Pixels:
        """Like `read`, but each band is valid for itself: valid is (bands, rows, cols) of bool, or None where all is valid."""
        values, masks = self._read(window)
        valid = []
        for number, band, nodata in zip(self.bands, values, self.nodata):
            valid.append(_all(chain(self._checks(band, nodata), (mask > 0 for of, mask in masks if of in (None, number)))))
        if all(one is None for one in valid):
            return Pixels(values, None)
        return Pixels(values, np.stack([np.ones(values.shape[1:], bool) if one is None else one for one in valid]))

    def _read(self, window: Window) -> Tuple[np.ndarray, List[Tuple[Optional[int], np.ndarray]]]:
        """(values, masks): each mask, (rows, cols) of uint8, with the number of the only band it speaks of, or None."""
        x, y, width, height = window
        with quiet() as messages:
            raw = attempt(self._dataset.ReadRaster, x, y, width, height, buf_type=self._gdal_type, band_list=self.bands)
            masks = [
                (of, attempt(self._dataset.GetRasterBand(number).GetMaskBand().ReadRaster, x, y, width, height))
                for number, of in self._masks
            ] + [
                (None, attempt(self._dataset.GetRasterBand(number).ReadRaster, x, y, width, height, buf_type=gdal.GDT_Byte))
                for number in self._alpha
            ]
        if raw is None or any(mask is None for _, mask in masks):
            raise PantauError(
                tr("{name} cannot be read at row {row}, column {column} ({reason}): the file is damaged, copy it again.").format(
                    name=self.name, row=y, column=x, reason=messages.last() or tr("no reason given")
                )
            )
        values = np.frombuffer(raw, self.dtype).reshape(len(self.bands), height, width)
        return values, [(of, np.frombuffer(mask, np.uint8).reshape(height, width)) for of, mask in masks]

    def _checks(self, band: np.ndarray, nodata: Optional[float]) -> Iterator[np.ndarray]:
        if self.dtype.kind == "f":
            yield np.isfinite(band)
            if nodata is not None and np.isfinite(nodata):
                yield band != self.dtype.type(nodata)
        else:
            own = held(nodata, self.dtype)
            if own is not None:
                yield band != own

    def read_reflected(self, window: Window) -> Pixels:
        """Like `read`, for a window that may reach over the raster's edge: there the raster is mirrored."""
        rows = reflect(np.arange(window.y, window.y + window.height), self.grid.height)
        cols = reflect(np.arange(window.x, window.x + window.width), self.grid.width)
        x, y = int(cols.min()), int(rows.min())
        inner = Window(x, y, int(cols.max()) - x + 1, int(rows.max()) - y + 1)
        pixels = self.read(inner)
        if inner == window:
            return pixels
        index = np.ix_(rows - y, cols - x)
        valid = None if pixels.valid is None else pixels.valid[index]
        return Pixels(np.stack([band[index] for band in pixels.values]), valid)


class AlignedSource(RasterSource):
    """A raster seen on another's grid: resampled window by window, so memory and seams do not depend on the size."""

    def __init__(self, path: str, grid: Grid, resampling: str, bands: Optional[Sequence[int]] = None, crs: str = "") -> None:
        """resampling: "nearest" for classes, "bilinear" or "cubic" for values, "average" where the grid is coarser."""
        super().__init__(path, bands, crs)
        own = self.grid.crs
        self.grid = grid
        self._resampling = gdal.GRA_Average if resampling == "average" else RESAMPLING[resampling]
        self._own_crs, self._single = own, {}

    def close(self) -> None:
        self._single.clear()
        super().close()

    def _band(self, number: int) -> gdal.Dataset:
        """One band, with alpha for what is valid: of several, the warper calls a pixel valid where any of them is."""
        if number not in self._single:
            bands = [number, *self._alpha]
            self._single[number] = gdal.Translate("", self._dataset, format="VRT", bandList=bands, outputSRS=self._own_crs)
        return self._single[number]

    def read(self, window: Window) -> Pixels:
        """The pixels of a window of the reference grid; invalid where this raster does not reach."""
        values, valid = self.read_bands(window)
        return Pixels(values, None if valid is None or (valid := valid.all(axis=0)).all() else valid)

    def read_bands(self, window: Window) -> Pixels:
        grid = self.grid.window(window)
        values = np.empty((len(self.bands), grid.height, grid.width), self.dtype)
        valid = np.empty(values.shape, bool)
        for plane, flags, number in zip(values, valid, self.bands):
            memory = gdal.GetDriverByName("MEM").Create("", grid.width, grid.height, 2, self._gdal_type)
            memory.SetGeoTransform(grid.transform)
            memory.SetProjection(grid.crs)
            memory.GetRasterBand(2).SetColorInterpretation(gdal.GCI_AlphaBand)
            with quiet() as messages:
                # Never from overviews: those of JPEG 2000 are wavelets, which are no means, and 0 where the darkest numbers are.
                whole = ["-ovr", "NONE"]
                done = attempt(
                    gdal.Warp, memory, self._band(number), options=whole, resampleAlg=self._resampling, multithread=False
                )
            if not done:
                raise PantauError(
                    tr("{name} cannot be brought to the grid of the reference raster ({reason}): check its CRS.").format(
                        name=self.name, reason=messages.last() or tr("no reason given")
                    )
                )
            plane[:], alpha = memory.ReadAsArray()
            flags[:] = alpha > 0
            if self.dtype.kind == "f":
                flags &= np.isfinite(plane)
        return Pixels(values, None if valid.all() else valid)


def open_aligned(path: str, grid: Grid, resampling: str, bands: Optional[Sequence[int]] = None, crs: str = "") -> RasterSource:
    """The raster on `grid`: as it is where it lies on that grid already, resampled where it does not.

    crs: WKT to assume where the file has none.
    """
    source = RasterSource(path, bands, crs)
    if same_grid(source.grid, grid):
        return source
    return AlignedSource(path, grid, resampling, bands, crs)


def same_grid(one: Grid, other: Grid) -> bool:
    """Whether two grids have the same pixels: size, CRS, and all four corners within a hundredth of a pixel."""
    if (one.width, one.height) != (other.width, other.height):
        return False
    if not spatial_reference(one.crs).IsSame(spatial_reference(other.crs)):
        return False
    tolerance = 0.01 * max(abs(one.transform[i]) for i in (1, 2, 4, 5))
    corners = [
        [grid.window(Window(x, y, 1, 1)).transform[i] for x in (0, grid.width) for y in (0, grid.height) for i in (0, 3)]
        for grid in (one, other)
    ]
    return bool(np.allclose(corners[0], corners[1], rtol=0, atol=tolerance))


def percentiles(source: RasterSource, percent: float) -> List[float]:
    """A percentile of each selected band over `sampled_values`; zeros where there are none."""
    values = sampled_values(source)
    return np.percentile(values, percent, axis=1).tolist() if values.size else [0.0] * len(source.bands)


def sampled_values(source: RasterSource) -> np.ndarray:
    """(bands, pixels) of the valid pixels of a lattice of small windows, which stand for the whole raster.

    Where the lattice meets no data, of the first rows that hold some.
    """
    width, height = source.grid.width, source.grid.height
    side = 64
    windows = [
        Window(int(x), int(y), min(side, width), min(side, height))
        for y in np.linspace(0, max(0, height - side), 3)
        for x in np.linspace(0, max(0, width - side), 3)
    ]
    samples = [_valid_values(source, window) for window in windows]
    if not any(sample.size for sample in samples):
        for y in range(0, height, side):
            sample = _valid_values(source, Window(0, y, width, min(side, height - y)))
            if sample.size:
                samples = [sample]
                break
    return np.concatenate(samples, axis=1)


def _valid_values(source: RasterSource, window: Window) -> np.ndarray:
    """(bands, pixels) of the valid pixels of a window."""
    pixels = source.read(window)
    return pixels.values.reshape(len(pixels.values), -1) if pixels.valid is None else pixels.values[:, pixels.valid]


def warn_of_added_offset(source: RasterSource, monitor: Monitor, added: float = 1000) -> None:
    """Say it where values taken as reflectance look like those of processing baseline 04.00, too high by `added` (1000 in
    reflectance x 10 000)."""
    darkest = min(percentiles(source, 1))
    if darkest >= added:
        monitor.warn(
            tr(
                "No band falls below {value:g}: a Sentinel-2 product of 2022 or later has {added:g} added to every value. Subtract it "
                "first, or the result means nothing."
            ).format(value=darkest, added=added)
        )


def is_landsat_unscaled(source: RasterSource, names: Sequence[str]) -> bool:
    """Whether the values look like those of a Landsat Collection 2 level 2 product whose scale is lost.

    names: of the selected bands, all of which are called SR_B... then. Reflectance 0 is stored as 7273, and water falls below it;
    half of that, taken as reflectance x 10 000, would be a scene that is white in every band.
    """
    zero = -LANDSAT_BIAS / LANDSAT_GAIN
    return all(band_number(name)[0] for name in names) and min(percentiles(source, 50)) > zero / 2


def undeclared_nodata(values: np.ndarray, dtype: np.dtype) -> np.ndarray:
    """(pixels,) of bool: pixels that hold 0 in all bands, or in all the largest number of the raster's type, as empty ones do.

    values: (bands, pixels), or (bands, rows, cols), which gives (rows, cols); in the raster's type or as floats. dtype: of the raster.
    No pixel is empty where it holds fractions or has one band: a single 0 is a measurement. Ask it of a raster that is `always_valid`.
    """
    dtype = np.dtype(dtype)
    if dtype.kind not in "iu" or len(values) < 2:
        return np.zeros(values.shape[1:], bool)
    largest = values.dtype.type(np.iinfo(dtype).max)
    return (values == 0).all(axis=0) | (values == largest).all(axis=0)


def reflect(index: np.ndarray, length: int) -> np.ndarray:
    """Indices mirrored into 0 .. length - 1 about the first and last pixel, as often as needed."""
    if length == 1:
        return np.zeros_like(index)
    period = 2 * (length - 1)
    index = np.mod(index, period)
    return np.where(index < length, index, period - index)


def _all(checks: Iterable[np.ndarray]) -> Optional[np.ndarray]:
    """(rows, cols) of bool: where all checks hold; None where that is everywhere."""
    valid: Optional[np.ndarray] = None
    for check in checks:
        valid = check if valid is None else valid & check
    return None if valid is None or valid.all() else valid


def _wavelength_nm(band: gdal.Band) -> Optional[float]:
    """The centre of a band in nanometres, as GDAL's, ENVI's or EnMAP-Box's metadata have it."""
    for key, domain, units in (
        ("CENTRAL_WAVELENGTH_UM", "IMAGERY", "um"),
        ("wavelength", "", band.GetMetadataItem("wavelength_units") or band.GetMetadataItem("wavelength_unit") or ""),
    ):
        with contextlib.suppress(TypeError, ValueError):
            value = float(band.GetMetadataItem(key, domain))
            micro = units.lower().startswith(("um", "micro")) or (not units and value < 100)
            return value * 1000 if micro else value
    return None


def _open(path: str) -> gdal.Dataset:
    with quiet() as messages:
        dataset = attempt(gdal.OpenEx, path, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
    if dataset is None:
        local = "://" not in path and not path.startswith("/vsi") and ":" not in path[2:]
        if local and not os.path.exists(path):
            raise PantauError(tr("There is no raster at {path}: check the name.").format(path=path))
        raise PantauError(
            tr("{path} is not a raster that GDAL can read ({reason}): choose another file.").format(
                path=path, reason=messages.last() or tr("no reason given")
            )
        )
    if not dataset.RasterCount:
        raise PantauError(
            tr("{path} holds no bands itself but sub-datasets: open it in QGIS and choose one of its layers.").format(path=path)
        )
    return dataset


def _grid_of(dataset: gdal.Dataset, path: str, crs: str) -> Grid:
    name = os.path.basename(path) or path
    wkt = dataset.GetProjection() or crs
    transform = dataset.GetGeoTransform(can_return_null=True)
    if transform is None:
        raise PantauError(
            tr("{name} is not georeferenced: georeference it (Raster > Georeferencer) before it can be measured.").format(name=name)
        )
    if not wkt:
        raise PantauError(
            tr(
                "{name} has no coordinate system, so nothing in it can be measured: assign one (Raster > Projections > Assign Projection)."
            ).format(name=name)
        )
    determinant = transform[1] * transform[5] - transform[2] * transform[4]
    if not determinant:
        raise PantauError(tr("{name} has pixels of no area: georeference it again (Raster > Georeferencer).").format(name=name))
    return Grid(wkt, tuple(transform), dataset.RasterXSize, dataset.RasterYSize)
