"""Sentinel-1-like backscatter of the district: VH and VV in power, with gamma speckle, before and after the fires."""

from __future__ import annotations

from typing import Dict, List, NamedTuple, Tuple

import numpy as np

from .noise import smooth, uniform
from .place import (
    BARE,
    DUMP,
    FOREST,
    HIGH,
    LOW,
    MANGROVE,
    MODERATE,
    PADDY,
    PIT,
    PLANTATION,
    POND,
    RIVER,
    ROAD,
    SALT,
    SEA,
    SETTLEMENT,
    SHRUB,
)  # fmt: skip

LOOKS = 4.4  # equivalent number of looks of Sentinel-1 IW GRD
PIXEL_M = 20.0

# Typical backscatter of each class in dB, (VH, VV), and what the dry season changes; our own choice within usual ranges.
BACKSCATTER: Dict[int, Tuple[float, float]] = {
    FOREST: (-12.8, -7.2), MANGROVE: (-12.2, -6.4), PLANTATION: (-13.4, -8.0), PADDY: (-18.0, -11.5), SHRUB: (-15.2, -9.4),
    SETTLEMENT: (-11.5, -3.8), ROAD: (-19.0, -12.0), BARE: (-19.5, -11.8), PIT: (-19.0, -10.8), DUMP: (-18.0, -10.2),
    POND: (-25.5, -18.5), RIVER: (-26.0, -19.0), SEA: (-25.0, -16.5), SALT: (-24.0, -16.8),
}  # fmt: skip
SEASON: Dict[int, float] = {FOREST: -0.2, MANGROVE: 0.0, PLANTATION: -0.3, PADDY: 1.5, SHRUB: -0.6, BARE: -0.8}
# Change by fire in dB, (VH, VV): the canopy's volume scattering goes (Tanase et al. 2015).
BURN: Dict[int, Tuple[float, float]] = {LOW: (-1.6, -0.6), MODERATE: (-3.2, -1.2), HIGH: (-5.2, -2.0)}


class Pass(NamedTuple):
    """One acquisition: number from 0, side of the fires, day."""

    number: int
    after: bool
    day: str

    @property
    def name(self) -> str:
        return f"{'post' if self.after else 'pre'}_{self.day}"


def _days(year: int, month: int, day: int, count: int) -> List[str]:
    first = np.datetime64(f"{year:04d}-{month:02d}-{day:02d}")
    return [str(first + np.timedelta64(12 * k, "D")) for k in range(count)]


PASSES: Tuple[Pass, ...] = tuple(
    [Pass(k, False, day) for k, day in enumerate(_days(2024, 3, 4, 10))]
    + [Pass(10 + k, True, day) for k, day in enumerate(_days(2024, 9, 12, 10))]
)


def _power(decibel: np.ndarray) -> np.ndarray:
    return np.power(10.0, np.asarray(decibel) / 10)


def mean_power(cover: np.ndarray, severity: np.ndarray, after: bool) -> np.ndarray:
    """(2, labels) of float32: mean VH and VV power of each label before or after the fires."""
    result = np.empty((2, len(cover)), np.float32)
    for index, (code, burn) in enumerate(zip(cover.tolist(), severity.tolist())):
        for band in (0, 1):
            change = (SEASON.get(code, 0.0) + (BURN[burn][band] if burn else 0.0)) if after else 0.0
            result[band, index] = _power(BACKSCATTER[code][band] + change)
    return result


def scene(mean: np.ndarray, one: Pass, seed: int, y: np.ndarray, x: np.ndarray) -> np.ndarray:
    """(2, rows, cols) of float32: VH and VV of one pass; mean: the same without speckle, at pixel centres y, x in metres.

    A pass is as a whole up to 0.3 dB brighter or darker (wet days), places differ by some tenths for good.
    """
    weather = float(_power(0.6 * (float(uniform(seed, 700, [one.number], [0])[0, 0]) - 0.5)))
    relief = 1 + np.float32(0.10) * smooth(seed, 701, y, x, 140)
    block = np.random.SeedSequence([seed, one.number, int(y[0]), int(x[0])])
    speckle = np.random.Generator(np.random.PCG64(block)).standard_gamma(LOOKS, mean.shape, np.float32)
    return mean * (relief * np.float32(weather / LOOKS)) * speckle
