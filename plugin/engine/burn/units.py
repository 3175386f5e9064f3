"""Backscatter in linear power or in decibels: told from the values, read, written, and one made into the other."""

from __future__ import annotations

import math
import time
from typing import Any, Dict, Mapping, NamedTuple, Optional

import numpy as np

from ..errors import PantauError
from ..monitor import Monitor
from ..raster.grid import Grid, Window
from ..raster.outputs import Outputs
from ..raster.pipeline import Block, Sum, map_blocks, tile_windows
from ..raster.source import Pixels, RasterSource, sampled_values
from ..text import number, tr
from ..version import VERSION

LINEAR, DB = "linear", "db"
AUTO = "auto"
UNITS = (LINEAR, DB)
# Sigma or gamma nought of land lies between some -35 and +5 dB; the tails of the distribution do not count.
LEAST_DB, MOST_DB, MOST_POWER = -100.0, 30.0, 10.0
# Subtracting the noise makes power over calm water a little negative, never by as much; decibels of land are lower by far.
LEAST_POWER, HIGHEST_LOW_DB = -0.1, -1.0
STRIP = 512  # px, side of the squares in which values are looked for where the sample has none
ZEROS = 0.001  # share of exact 0 dB that no measurement has


def to_linear(values: np.ndarray, valid: Optional[np.ndarray] = None) -> np.ndarray:
    """Power of decibels, 10^(dB / 10): float32, or float64 for float64; NaN where that is 0, not finite or not valid.

    values: of any shape. valid: bool, of a shape that fits; None where all are valid.
    """
    power = _floats(values)
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        power *= power.dtype.type(math.log(10) / 10)
        np.exp(power, out=power)
        return _holed(power, (power > 0) & (power < np.inf), valid)


def to_db(values: np.ndarray, valid: Optional[np.ndarray] = None) -> np.ndarray:
    """Decibels of power, 10 log10: float32, or float64 for float64; NaN where power is 0 or less, not finite or not valid.

    values: of any shape. valid: bool, of a shape that fits; None where all are valid.
    """
    decibels = _floats(values)
    with np.errstate(divide="ignore", invalid="ignore"):
        np.log10(decibels, out=decibels)
        decibels *= 10
    return _holed(decibels, np.isfinite(decibels), valid)


def to_power(values: np.ndarray, valid: Optional[np.ndarray], units: str) -> np.ndarray:
    """Power of values in LINEAR or DB: float32 or float64, NaN where there is none: not valid, not finite, 0 or less."""
    if units == DB:
        return to_linear(values, valid)
    power = _floats(values)
    with np.errstate(invalid="ignore"):
        return _holed(power, (power > 0) & (power < np.inf), valid)


def from_power(power: np.ndarray, units: str) -> np.ndarray:
    """Power, in floats, in LINEAR or DB."""
    return to_db(power) if units == DB else power


def read_physical(source: RasterSource, pixels: Pixels) -> np.ndarray:
    """(bands, rows, cols) of floats: what was read from `source`, with the scale and the offset that it declares.

    Where it declares none, and holds floats, these are the pixels themselves.
    """
    scales = source.scales_offsets()
    if pixels.values.dtype in (np.float32, np.float64) and all(pair == (1.0, 0.0) for pair in scales):
        return pixels.values
    values = _floats(pixels.values)
    for band, (scale, offset) in zip(values, scales):
        if (scale, offset) != (1.0, 0.0):
            band *= scale
            band += offset
    return values


def unit_type(units: str) -> str:
    """What GDAL shall call LINEAR or DB: the unit type of a band."""
    return "dB" if units == DB else "1"


def name_of(units: str) -> str:
    """What to call LINEAR or DB within a sentence."""
    return tr("decibels") if units == DB else tr("linear power")


def detect(source: RasterSource, monitor: Monitor) -> str:
    """LINEAR or DB, as the values of the selected bands suggest, and say so; scale and offset of the file are applied first.

    Decibels: most values are negative. Linear power: positive, nearly all below 10. Zeros do not count, nor does the lowest and
    the highest twentieth. A raster without any value is taken as linear power.
    Raises PantauError: amplitudes, digital numbers, an undeclared no-data value, whatever may be one or the other.
    """
    _require_measured(source)
    values = _sample(source)
    if not values.size:
        monitor.log(tr("{name} holds no value in its bands, so its unit makes no difference.").format(name=source.name))
        return LINEAR
    low, middle, high = (float(value) for value in np.percentile(values, (5, 50, 95)))
    found = {"name": source.name, "low": _plain(low), "middle": _plain(middle), "high": _plain(high)}
    if LEAST_DB <= low < HIGHEST_LOW_DB and middle < 0 and high <= MOST_DB:
        monitor.log(
            tr("{name}: taken as decibels, since most values are negative (median {middle}, 90 % from {low} to {high}).").format(
                **found
            )
        )
        _warn_of_zeros(source, monitor)
        return DB
    if low >= LEAST_POWER and middle > 0 and high <= MOST_POWER:
        monitor.log(
            tr(
                "{name}: taken as linear power, since the values are positive and small (median {middle}, 90 % from {low} to {high})."
            ).format(**found)
        )
        return LINEAR
    if low >= 0:
        raise PantauError(
            tr(
                "{name} holds values of about {middle} (90 % from {low} to {high}), as amplitudes and digital numbers have: calibrate it to "
                "sigma0 or gamma0 first, or say by UNITS what they are."
            ).format(**found)
        )
    raise PantauError(
        tr(
            "{name} holds values of about {middle} (90 % from {low} to {high}), which may be neither decibels nor linear power: declare "
            "what is no data, or say by UNITS what they are."
        ).format(**found)
    )


def chosen(source: RasterSource, units: str, monitor: Monitor) -> str:
    """LINEAR or DB: as `units` says, or for AUTO as the values suggest.

    Raises PantauError: see `detect`; linear power where most values are negative, so that nothing of it would be left.
    """
    if units == AUTO:
        return detect(source, monitor)
    values = _sample(source)
    middle = float(np.median(values)) if values.size else 1.0
    if units == LINEAR and middle < 0:
        raise PantauError(
            tr("{name} cannot be linear power: half of its values are below {middle}. Set UNITS to db.").format(
                name=source.name, middle=_plain(middle)
            )
        )
    if units == DB and values.size and float(values.max()) > 10 * math.log10(np.finfo(np.float32).max):
        raise PantauError(
            tr("{name} cannot be decibels: it holds {value}. Set UNITS to linear.").format(
                name=source.name, value=_plain(float(values.max()))
            )
        )
    if units == DB and values.size and float(np.percentile(values, 5)) > 0:
        monitor.warn(
            tr("{name} is taken as decibels, as UNITS says, though its values look like linear power.").format(name=source.name)
        )
    return units


# -- rasters


class BackscatterSource:
    """A raster of backscatter as floats in its own unit, NaN where there is no data and beyond its edge; each band for itself."""

    def __init__(self, source: RasterSource) -> None:
        self.grid, self.source = source.grid, source

    def read_reflected(self, window: Window) -> Pixels:
        """The pixels of a window that may reach over the raster's edge."""
        left, top = max(window.x, 0), max(window.y, 0)
        right, bottom = min(window.x + window.width, self.grid.width), min(window.y + window.height, self.grid.height)
        inner = Window(left, top, right - left, bottom - top)
        pixels = self.source.read_bands(inner)
        values = read_physical(self.source, pixels)
        if pixels.valid is not None:
            values = np.where(pixels.valid, values, values.dtype.type(np.nan))
        if inner == window:
            return Pixels(values, None)
        padded = np.full((len(values), window.height, window.width), np.nan, values.dtype)
        rows, cols = slice(top - window.y, bottom - window.y), slice(left - window.x, right - window.x)
        padded[:, rows, cols] = values
        return Pixels(padded, None)


def create_backscatter(
    outputs: Outputs, name: str, path: str, grid: Grid, source: RasterSource, units: str, provenance: Mapping[str, Any]
) -> None:
    """Begin a raster of backscatter under `name`: float32, nodata NaN, the bands' names of its source, and its unit in each band."""
    names = source.described_bands()
    made = {"version": VERSION, "input": source.name, **provenance, "units": units}
    outputs.create(name, path, grid, np.float32, len(names), math.nan, names=names, unit=unit_type(units), provenance=made)


class Converted(NamedTuple):
    """units: of the input. empty: values that have no decibels, since the power is 0 or less. speed: Mpx/s."""

    units: str
    empty: int
    seconds: float
    speed: float


def convert(raster: str, to: str, output: str, *, units: str = AUTO, crs: str = "", monitor: Optional[Monitor] = None) -> Converted:
    """Write a raster of backscatter in LINEAR or DB: float32, nodata NaN, all bands.

    units: of the raster, LINEAR, DB or AUTO. crs: WKT to assume where it has none.
    Raises PantauError: units that cannot be told, an output that cannot be written; Cancelled.
    """
    start = time.perf_counter()
    monitor = monitor or Monitor()
    source = RasterSource(raster, None, crs)
    given = chosen(source, units, monitor)
    if given == to:
        monitor.warn(
            tr("{name} holds {units} already: it is written as it is, with 32 bits.").format(name=source.name, units=name_of(to))
        )
    empty = Sum()

    def kernel(block: Block) -> Dict[str, Any]:
        values = block.pixels[0].values
        if given == to:
            return {"output": values.astype(np.float32), "empty": 0}
        made = to_db(values) if to == DB else to_linear(values)
        return {"output": made.astype(np.float32), "empty": int(np.count_nonzero(np.isnan(made) & ~np.isnan(values)))}

    with Outputs() as outputs:
        provenance = {"algorithm": "pantau:backscatterunits", "input_units": given}
        create_backscatter(outputs, "output", output, source.grid, source, to, provenance)
        map_blocks([BackscatterSource(source)], kernel, {**outputs.rasters, "empty": empty}, monitor=monitor)
    seconds = time.perf_counter() - start
    speed = source.grid.width * source.grid.height / 1e6 / max(seconds, 1e-9)
    warn_of_empty(source.name, empty.total, monitor)
    monitor.log(
        tr("{name}: {before} to {after}, {width} x {height} px in {seconds} s ({speed} Mpx/s).").format(
            name=source.name,
            before=name_of(given),
            after=name_of(to),
            width=source.grid.width,
            height=source.grid.height,
            seconds=number(seconds, 1),
            speed=number(speed, 1),
        )  # fmt: skip
    )
    return Converted(given, empty.total, seconds, speed)


def warn_of_empty(name: str, count: int, monitor: Monitor) -> None:
    """Say how many values were taken as no data, since backscatter cannot be 0 or less."""
    if count:
        monitor.warn(
            tr("{name}: {count} values are no power above 0, as beyond the coast or the swath, and count as no data.").format(
                name=name, count=number(count, 0)
            )
        )


# -- how it is done


def _floats(values: np.ndarray) -> np.ndarray:
    """A copy in float32, or float64 where it has been that."""
    return np.array(values, np.float64 if values.dtype == np.float64 else np.float32)


def _holed(values: np.ndarray, good: np.ndarray, valid: Optional[np.ndarray]) -> np.ndarray:
    """The same array, with NaN where a value is not good or not valid."""
    if valid is not None:
        good &= valid
    if not good.all():
        values[~good] = np.nan
    return values


def _plain(value: float) -> str:
    """A number with as many decimals as it needs to be told from its neighbours."""
    return number(value, 0 if abs(value) >= 100 else 2 if abs(value) >= 1 or not value else 4)


def _require_measured(source: RasterSource) -> None:
    """Raise PantauError for whole numbers that no scale makes a measurement of."""
    if source.dtype.kind == "f" or any(pair != (1.0, 0.0) for pair in source.scales_offsets()):
        return
    raise PantauError(
        tr(
            "{name} holds whole numbers ({type}), as uncalibrated amplitudes and pictures do: calibrate it to sigma0 or gamma0 first, or "
            "say by UNITS what they are."
        ).format(name=source.name, type=source.dtype.name)
    )


def _sample(source: RasterSource) -> np.ndarray:
    """Values, finite and not 0, that stand for all bands; of the first place that holds some where the sample has none."""
    found = _finite(source, sampled_values(source))
    if found.size:
        return found
    for window in tile_windows(source.grid.whole, STRIP):
        pixels = source.read_bands(window)
        values = pixels.values if pixels.valid is None else np.where(pixels.valid, pixels.values, 0)
        found = _finite(source, values)
        if found.size:
            break
    return found


def _finite(source: RasterSource, values: np.ndarray) -> np.ndarray:
    used = values != 0
    physical = read_physical(source, Pixels(values, None))
    return physical[used & np.isfinite(physical)]


def _warn_of_zeros(source: RasterSource, monitor: Monitor) -> None:
    """Say it where zeros are among decibels, where some programs write them for no data."""
    values = sampled_values(source)
    share = float(np.mean(values == 0)) if values.size else 0.0
    if source.dtype.kind == "f" and share > ZEROS:
        monitor.warn(
            tr(
                "{percent} % of the values of {name} are exactly 0 dB: where that means no data, declare 0 as the no-data value."
            ).format(percent=number(100 * share, 1), name=source.name)
        )
