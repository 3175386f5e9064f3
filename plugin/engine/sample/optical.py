"""Sentinel-2-like images of the district: mixed spectra, texture, relief, haze, clouds with their shadows, and an SCL band."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, List, Sequence, Tuple

import numpy as np

from ..raster.legend import Legend, LegendEntry
from .noise import fractal, smooth, uniform
from .place import (
    BARE,
    DUMP,
    FOREST,
    GROWN_BEFORE,
    MANGROVE,
    PADDY,
    PIT,
    PIT_AT,
    PIT_HIGH,
    PIT_WIDE,
    PLANTATION,
    POND,
    RIVER,
    ROAD,
    SALT,
    SEA,
    SETTLEMENT,
    SHRUB,
    Mine,
    mine_oval,
)  # fmt: skip

BANDS = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")

# Mean reflectance x 10 000 in BANDS.
# Forest and water: means of the training polygons of the Sentinel-2 scene published with RStoolbox (Leutner et al.),
# less the 1000 of processing baseline 04.00. Dry and wet soil: the two soils of PROSAIL (Jacquemoud et al. 2009). Mangrove,
# oil palm, shrub, paddy, flooded paddy, bare field: PROSAIL with PROSPECT-D (Feret et al. 2017), sun 30 degrees from the
# zenith, view 5 degrees, leaf area index 4, 3.2, 2.2, 3, 0.7 and 0.25. Town: the urban samples published with spyndex (Montero
# et al. 2023; Landsat 8), between its bands interpolated. Bands by their ESA centres and widths.
_PUBLISHED: Dict[str, Tuple[int, ...]] = {
    "forest": (233, 447, 242, 799, 2435, 3037, 3093, 3374, 1629, 659),
    "water": (224, 250, 205, 212, 220, 246, 206, 236, 120, 67),
    "dry soil": (2321, 2634, 3177, 3381, 3586, 3785, 4001, 4129, 5091, 4933),
    "wet soil": (252, 286, 384, 430, 505, 573, 667, 724, 1578, 1135),
    "mangrove": (221, 523, 143, 706, 2893, 3738, 3780, 3791, 1150, 318),
    "oil palm": (231, 498, 175, 672, 2850, 3723, 3755, 3767, 1730, 648),
    "shrub": (332, 681, 309, 946, 2894, 3545, 3674, 3742, 2326, 1088),
    "paddy": (134, 326, 92, 446, 1937, 2483, 2496, 2499, 1296, 539),
    "flooded paddy": (101, 194, 104, 263, 620, 701, 723, 736, 701, 401),
    "bare field": (1544, 1842, 2091, 2440, 2905, 3145, 3354, 3477, 4102, 3622),
    "town": (1036, 1410, 1769, 1962, 2252, 2466, 2737, 2747, 2862, 2270),
}  # fmt: skip

# What each kind of ground is made of, in shares of the spectra above: our own mixtures.
_GROUND: Dict[str, Dict[str, float]] = {
    "forest": {"forest": 1}, "mangrove": {"mangrove": 1}, "plantation": {"oil palm": 1}, "shrub": {"shrub": 1},
    "paddy": {"paddy": 1}, "flooded": {"flooded paddy": 1}, "town": {"town": 0.85, "shrub": 0.15},
    "road": {"town": 0.6, "wet soil": 0.3}, "bare": {"bare field": 1}, "pit": {"dry soil": 0.55, "wet soil": 0.45},
    "dump": {"dry soil": 0.4, "wet soil": 0.4, "shrub": 0.2}, "pond": {"water": 0.8, "dry soil": 0.2},
    "river": {"water": 0.9, "dry soil": 0.06}, "sea": {"water": 0.75}, "brine": {"water": 0.8, "wet soil": 0.2},
    "salt": {"water": 0.35, "dry soil": 0.9}, "bund": {"wet soil": 0.6, "dry soil": 0.35},
}  # fmt: skip
GROUNDS: Tuple[str, ...] = tuple(_GROUND)
SPECTRA = np.array(
    [sum(share * np.array(_PUBLISHED[name], np.float64) for name, share in parts.items()) for parts in _GROUND.values()],
).astype(np.float32) / np.float32(10_000)  # fmt: skip
_PLAIN = {
    FOREST: "forest", MANGROVE: "mangrove", PLANTATION: "plantation", SHRUB: "shrub", SETTLEMENT: "town", ROAD: "road",
    BARE: "bare", PIT: "pit", DUMP: "dump", POND: "pond", RIVER: "river", SEA: "sea",
}  # fmt: skip
# How much a ground's brightness varies from pixel to pixel (one standard deviation, about).
_ROUGHNESS = dict.fromkeys(GROUNDS, 0.05)
_ROUGHNESS.update(forest=0.10, mangrove=0.07, plantation=0.06, shrub=0.12, town=0.20, pit=0.12, dump=0.12, river=0.03, sea=0.02)

HAZE = np.array([0.060, 0.044, 0.031, 0.027, 0.023, 0.020, 0.017, 0.016, 0.004, 0.002], np.float32)  # falls with wavelength
CLOUD = np.array([0.62, 0.61, 0.62, 0.63, 0.64, 0.65, 0.65, 0.65, 0.46, 0.34], np.float32)

SCL = Legend(
    (
        LegendEntry(3, "cloud shadow", "bayangan awan", "#643200"),
        LegendEntry(4, "vegetation", "vegetasi", "#00A000"),
        LegendEntry(5, "not vegetated", "tanpa vegetasi", "#FFE65A"),
        LegendEntry(6, "water", "air", "#0000FF"),
        LegendEntry(8, "cloud, medium probability", "awan, peluang sedang", "#C0C0C0"),
        LegendEntry(9, "cloud, high probability", "awan, peluang tinggi", "#FFFFFF"),
    )
)  # the codes and colours of Sen2Cor
_SCL_OF = {**dict.fromkeys(GROUNDS, 5), **dict.fromkeys(("forest", "mangrove", "plantation", "shrub", "paddy"), 4),
           **dict.fromkeys(("flooded", "pond", "river", "sea", "brine"), 6)}  # fmt: skip

SUN_EAST, SUN_NORTH, SUN_UP = 0.42, 0.40, 0.81  # mid-morning: the sun in the north-east, 54 degrees high
CLOUD_SHIFT_M = (-420.0, 440.0)  # from a cloud to its shadow: east, south


@dataclass(frozen=True)
class Date:
    """One acquisition. key: of its noise. cloudy: share of the sky. grown: of the mines' pits. threshold: where clouds begin."""

    name: str
    day: str
    key: int
    cloudy: float
    haze: float
    grown: float
    threshold: float = 0.0


def dates(seed: int, side_m: float) -> Tuple[Date, Date]:
    """The acquisitions before and after, with as many clouds over a scene of this side as they shall have."""
    places = (np.arange(192) + 0.5) * (side_m / 192)
    found = []
    for date in (
        Date("before", "2019-06-15", 500, 0.06, 0.35, GROWN_BEFORE),
        Date("after", "2024-06-20", 600, 0.035, 0.25, 1.0),
    ):
        threshold = float(np.quantile(_sky(seed, date, places, places), 1 - date.cloudy))
        found.append(replace(date, threshold=threshold))
    return found[0], found[1]


def clouds(seed: int, date: Date, y: np.ndarray, x: np.ndarray) -> np.ndarray:
    """(y, x) of float32 from 0 to 1: how much of each place a cloud hides."""
    return np.clip((_sky(seed, date, y, x) - np.float32(date.threshold)) * 5, 0, 1)


def _sky(seed: int, date: Date, y: np.ndarray, x: np.ndarray) -> np.ndarray:
    bank = smooth(seed, date.key + 1, y, x, 5200)
    return np.float32(0.4) * bank + np.float32(0.75) * fractal(seed, date.key + 2, y, x, 900, 5)


def shadows(seed: int, date: Date, y: np.ndarray, x: np.ndarray) -> np.ndarray:
    """(y, x) of float32 from 0 to 1: how much of each place lies in a cloud's shadow."""
    east, south = CLOUD_SHIFT_M
    return clouds(seed, date, y - south, x - east)


def framed(y: np.ndarray, x: np.ndarray, step_m: float) -> Tuple[np.ndarray, np.ndarray]:
    """Positions with one more at each end, as slopes need them."""
    return np.concatenate([y[:1] - step_m, y, y[-1:] + step_m]), np.concatenate([x[:1] - step_m, x, x[-1:] + step_m])


def surface(height: np.ndarray, mines: Sequence[Mine], date: Date, seed: int, y: np.ndarray, x: np.ndarray) -> np.ndarray:
    """(y, x) of float32: `height` in metres with the pits of a date, dug in benches of 8 m."""
    height = height.copy()
    for site in mines:
        if not site.permit and date.grown < 1:
            continue
        reach = 1.6 * site.radius
        rows = slice(*np.searchsorted(y, (site.y - reach, site.y + reach)))
        cols = slice(*np.searchsorted(x, (site.x - reach, site.x + reach)))
        if rows.stop <= rows.start or cols.stop <= cols.start:
            continue
        oval = mine_oval(site, seed, y[rows], x[cols], *PIT_AT, PIT_WIDE * date.grown, PIT_HIGH * date.grown)
        depth = np.clip(1 - oval, 0, 0.8) * site.radius * 0.22
        height[rows, cols] -= (np.floor(depth / 8) * 8 + np.clip(depth % 8 - 5, 0, 3) * (8 / 3)).astype(np.float32)
    return height


def shading(height: np.ndarray, step_m: float) -> np.ndarray:
    """Brightness of slopes, 1 on level ground; height: (rows + 2, cols + 2), the result without the frame."""
    east = (height[1:-1, 2:] - height[1:-1, :-2]) / (2 * step_m)
    south = (height[2:, 1:-1] - height[:-2, 1:-1]) / (2 * step_m)
    light = (SUN_UP - SUN_EAST * east + SUN_NORTH * south) / np.sqrt(1 + east**2 + south**2)
    return np.clip(light / SUN_UP, 0.35, 1.35).astype(np.float32)


def grounds(shares: Dict[int, np.ndarray], seed: int, date: Date, y: np.ndarray, x: np.ndarray) -> np.ndarray:
    """(grounds, rows, cols) of float32: how much of each pixel is what; shares: of land-cover classes."""
    result = np.zeros((len(GROUNDS), len(y), len(x)), np.float32)
    for code, name in _PLAIN.items():
        if code in shares:
            result[GROUNDS.index(name)] += shares[code]
    if PADDY in shares:
        field = uniform(seed, date.key + 5, y // 70, x // 110)
        flooded = np.clip((field - 0.6) * 4, 0, 1)
        bund = ((y % 70 < 10)[:, None] | (x % 110 < 10)[None]) * np.float32(0.3)
        result[GROUNDS.index("bund")] += shares[PADDY] * bund
        result[GROUNDS.index("flooded")] += shares[PADDY] * flooded * (1 - bund)
        result[GROUNDS.index("paddy")] += shares[PADDY] * (1 - flooded) * (1 - bund)
    if SALT in shares:
        crust = np.clip((uniform(seed, date.key + 6, y // 80, x // 130) - 0.25) * 1.6, 0, 1)
        bund = ((y % 80 < 10)[:, None] | (x % 130 < 10)[None]) * np.float32(0.7)
        result[GROUNDS.index("bund")] += shares[SALT] * bund
        result[GROUNDS.index("salt")] += shares[SALT] * crust * (1 - bund)
        result[GROUNDS.index("brine")] += shares[SALT] * (1 - crust) * (1 - bund)
    return result


def image(
    shares: Dict[int, np.ndarray],
    height: np.ndarray,
    mines: Sequence[Mine],
    date: Date,
    seed: int,
    y: np.ndarray,
    x: np.ndarray,
    step_m: float,
) -> Tuple[np.ndarray, np.ndarray]:
    """((10, rows, cols) of uint16 reflectance x 10 000, (rows, cols) of uint8 SCL codes) at pixel centres y, x (ascending).

    height: (rows + 2, cols + 2) of float32, metres before any mining, at the centres `framed`.
    """
    parts = grounds(shares, seed, date, y, x)
    present = [k for k in range(len(GROUNDS)) if parts[k].any()]
    flat = parts[present].reshape(len(present), -1)
    roughness = np.array([_ROUGHNESS[GROUNDS[k]] for k in present], np.float32)
    mixed = np.zeros((len(BANDS), flat.shape[1]), np.float32)
    rough = np.zeros(flat.shape[1], np.float32)
    for k, share, amount in zip(present, flat, roughness):  # one after the other: the order of a matrix product is not fixed
        rough += share * amount
        for band in range(len(BANDS)):
            mixed[band] += share * SPECTRA[k, band]
    mixed = mixed.reshape(len(BANDS), len(y), len(x))
    rough = rough.reshape(len(y), len(x))
    number = lambda positions: (positions // step_m).astype(np.int64)  # noqa: E731
    grain = uniform(seed, date.key + 7, number(y), number(x)) - np.float32(0.5)
    clump = smooth(seed, 7, y, x, 3.3 * step_m)  # crowns and roofs stay where they are
    light = shading(surface(height, mines, date, seed, *framed(y, x, step_m)), step_m)
    bright = light * (1 + rough * (np.float32(1.4) * clump + np.float32(1.2) * grain))
    leaf = 1 + np.float32(0.6) * rough * smooth(seed, 8, y, x, 90)  # more or less of leaves: only the infrared tells
    haze = np.float32(date.haze) * np.clip(0.5 + 0.5 * fractal(seed, date.key + 3, y, x, 7000, 3), 0, 1)
    shade, cloud = shadows(seed, date, y, x), clouds(seed, date, y, x)
    dark = 1 - np.float32(0.62) * shade * (1 - cloud)
    result = np.empty(mixed.shape, np.uint16)
    for band in range(len(BANDS)):
        value = mixed[band] * bright
        if 3 < band < 8:
            value *= leaf
        value = value * dark + haze * HAZE[band]
        value += (CLOUD[band] * (np.float32(0.9) + np.float32(0.1) * clump) - value) * cloud
        value += np.float32(0.0015) * (uniform(seed, date.key + 20 + band, number(y), number(x)) - np.float32(0.5))  # the sensor
        result[band] = np.clip(np.rint(value * 10_000), 1, 16_000)
    codes = np.array([_SCL_OF[GROUNDS[k]] for k in present], np.uint8)[flat.argmax(axis=0)].reshape(len(y), len(x))
    codes[shade > 0.4] = 3
    codes[cloud > 0.12] = 8
    codes[cloud > 0.55] = 9
    return result, codes


def class_shares(labels: np.ndarray, cover: np.ndarray, factor: int) -> Dict[int, np.ndarray]:
    """For each class present, (rows, cols) of float32: its share of each pixel.

    labels: (rows x factor, cols x factor) of integers. cover: the class of each label.
    """
    fine = cover[labels]
    rows, cols = fine.shape[0] // factor, fine.shape[1] // factor
    present: List[int] = np.flatnonzero(np.bincount(fine.ravel())).tolist()
    if len(present) == 1:
        return {present[0]: np.ones((rows, cols), np.float32)}
    squares = np.float32(1 / factor**2)
    shares = {}
    for code in present:
        lines = (fine == code).reshape(rows, factor, cols * factor).sum(axis=1, dtype=np.uint8)
        shares[code] = lines.reshape(rows, cols, factor).sum(axis=2, dtype=np.uint8).astype(np.float32) * squares
    return shares
