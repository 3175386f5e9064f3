"""Spectral indices, and which band of a raster sees which colour."""

from __future__ import annotations

import re
import time
from typing import Callable, Dict, List, Mapping, NamedTuple, Optional, Sequence, Set, Tuple

import numpy as np

from ..errors import PantauError
from ..monitor import Monitor
from ..text import number, tr
from ..version import VERSION
from .grid import Window
from .outputs import Outputs
from .pipeline import Block, map_blocks
from .sensors import LANDSAT_4_7, LANDSAT_8_9, SENTINEL_2, Band, band_number
from .source import Pixels, RasterSource, is_landsat_unscaled, percentiles, warn_of_added_offset

NODATA = -9999.0  # finite, since not every model takes NaN
Values = Mapping[str, np.ndarray]  # role -> (rows, cols) of float32

# What a band may be: the common names of the STAC electro-optical extension that count as it, the best first, and the
# wavelengths in nanometres: from, best, to.
ROLES: Dict[str, Tuple[Tuple[str, ...], Tuple[float, float, float]]] = {
    "blue": (("blue",), (450, 490, 520)),
    "green": (("green", "green05"), (520, 560, 600)),
    "red": (("red",), (620, 660, 690)),
    "nir": (("nir", "nir08"), (800, 835, 900)),
    "swir16": (("swir16",), (1550, 1610, 1750)),
    "swir22": (("swir22",), (2080, 2200, 2350)),
}
# English and Indonesian words, in names in small letters whose words are parted by one space; the best first.
_FAR = r"(?:swir|short ?wave infra ?red|infra ?merah(?: gelombang)? pendek)"
_WORDS: Dict[str, Tuple[str, ...]] = {
    "blue": (r"\b(?:blue|biru)\b",),
    "green": (r"\b(?:green|hijau)\b",),
    "red": (r"\b(?:red|merah)\b",),
    "nir": (
        r"(?<!narrow )\b(?:nir|nir ?1|near ?infra ?red|infra ?merah dekat)\b(?! narrow)",
        r"\b(?:nir ?0?8|nir narrow|narrow nir)\b",
    ),
    "swir16": (_FAR + r" ?(?:1|16|1 6)\b",),
    "swir22": (_FAR + r" ?(?:2|22|2 2)\b",),
}
# Words beside which the colours above mean another band.
_OTHER = r"\b(?:edge|rededge|tepi|coastal|ultra|deep|yellow|near|short|shortwave|infra|thermal|narrow|pan)\b"


class Index(NamedTuple):
    """formula: as shown, with B, G, R, N, S1, S2 for the roles. roles: what it needs. compute: from reflectance.
    constants: whether it has some, so that it needs reflectance and no multiple of it. source: who defined it."""

    title: str
    formula: str
    roles: Tuple[str, ...]
    compute: Callable[[Values], np.ndarray]
    constants: bool
    source: str


def _ratio(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    """NaN where it is divided by zero."""
    return np.where(below != 0, above, np.nan) / np.where(below != 0, below, 1)


def _difference(one: str, other: str) -> Callable[[Values], np.ndarray]:
    """(one - other) / (one + other)."""
    return lambda v: _ratio(v[one] - v[other], v[one] + v[other])


# Formulas and sources as in the Awesome Spectral Indices catalogue (Montero et al. 2023, Scientific Data 10:197; spyndex
# 0.12), where BSI is called BI, and NDSI is an index of snow: the one of salt is not in it.
INDICES: Dict[str, Index] = {
    "NDVI": Index("vegetation", "(N - R) / (N + R)", ("nir", "red"), _difference("nir", "red"), False, "Rouse et al. 1974"),
    "NDBI": Index("built-up land", "(S1 - N) / (S1 + N)", ("swir16", "nir"), _difference("swir16", "nir"), False, "Zha et al. 2003"),
    "NDWI": Index("open water", "(G - N) / (G + N)", ("green", "nir"), _difference("green", "nir"), False, "McFeeters 1996"),
    "MNDWI": Index("open water", "(G - S1) / (G + S1)", ("green", "swir16"), _difference("green", "swir16"), False, "Xu 2006"),
    "NBR": Index("burns", "(N - S2) / (N + S2)", ("nir", "swir22"), _difference("nir", "swir22"), False, "Key and Benson 2006"),
    "BSI": Index(
        "bare soil", "((S1 + R) - (N + B)) / ((S1 + R) + (N + B))", ("swir16", "red", "nir", "blue"),
        lambda v: _ratio(v["swir16"] + v["red"] - v["nir"] - v["blue"], v["swir16"] + v["red"] + v["nir"] + v["blue"]),
        False, "Rikimaru et al. 2002",
    ),
    "SAVI": Index(
        "vegetation over soil", "1.5 (N - R) / (N + R + 0.5)", ("nir", "red"),
        lambda v: _ratio(1.5 * (v["nir"] - v["red"]), v["nir"] + v["red"] + np.float32(0.5)), True, "Huete 1988",
    ),
    "EVI": Index(
        "dense vegetation", "2.5 (N - R) / (N + 6 R - 7.5 B + 1)", ("nir", "red", "blue"),
        lambda v: _ratio(2.5 * (v["nir"] - v["red"]), v["nir"] + 6 * v["red"] - np.float32(7.5) * v["blue"] + 1),
        True, "Huete et al. 1997",
    ),
    "NDSI": Index("salt", "(R - N) / (R + N)", ("red", "nir"), _difference("red", "nir"), False, "Khan et al. 2005"),
}  # fmt: skip


# -- which band sees what


class Match(NamedTuple):
    """number: of the band, from 1. name: what it is called. how: by what it was found: "common name", "wavelength" or "name"."""

    number: int
    name: str
    how: str


def find_roles(bands: Sequence[Band], wanted: Sequence[str], raster: str) -> Dict[str, Match]:
    """Which band is the blue, green, red, nir, swir16 or swir22 one: by its common name, else its wavelength, else its name.

    bands: all of the raster, in order; a band's place in it, from 1, is its number. raster: its name, for messages.
    In names, words (red, merah) come before numbers (B04, SR_B4). Numbers mean the bands of Sentinel-2, or with SR_ those of
    Landsat, whose 8 and 9 count otherwise than 4 to 7.
    Raises PantauError: a band that is missing, or may be one or another.
    """
    found: Dict[str, Match] = {}
    missing: List[str] = []
    for role in wanted:
        match = _by_common_name(bands, role, raster) or _by_wavelength(bands, role, raster) or _by_word(bands, role, raster)
        if match:
            found[role] = match
        else:
            missing.append(role)
    if missing:
        sensor = _sensor(bands, missing, raster)
        for role in list(missing):
            match = _by_number(bands, role, sensor, raster)
            if match:
                found[role] = match
                missing.remove(role)
    if missing:
        raise PantauError(
            tr(
                "{raster} has no band that is known to be {missing} (its bands are {bands}): name the bands red, green, blue, nir, swir16, swir22."
            ).format(raster=raster, missing=", ".join(missing), bands=_listed(bands))
        )
    return {role: found[role] for role in wanted}


def _listed(bands: Sequence[Band]) -> str:
    return ", ".join(f"{n} {band.name}".strip() for n, band in enumerate(bands, 1))


def _only(bands: Sequence[Band], numbers: Sequence[int], role: str, how: str, raster: str) -> Optional[Match]:
    """The match, where there is one. Raises PantauError where there are several."""
    if len(numbers) > 1:
        raise PantauError(
            tr("The bands {bands} of {raster} may each be {role}: name one of them {role}, and the others differently.").format(
                bands=", ".join(f"{n} {bands[n - 1].name}".strip() for n in numbers), raster=raster, role=role
            )
        )
    return Match(numbers[0], bands[numbers[0] - 1].name, how) if numbers else None


def _by_common_name(bands: Sequence[Band], role: str, raster: str) -> Optional[Match]:
    for common in ROLES[role][0]:
        numbers = [n for n, band in enumerate(bands, 1) if band.common.lower() == common]
        if numbers:
            return _only(bands, numbers, role, "common name", raster)
    return None


def _by_wavelength(bands: Sequence[Band], role: str, raster: str) -> Optional[Match]:
    low, best, high = ROLES[role][1]
    off = {n: abs(band.wavelength_nm - best) for n, band in enumerate(bands, 1) if low <= (band.wavelength_nm or 0) <= high}
    nearest = [n for n in off if off[n] == min(off.values())]
    return _only(bands, nearest, role, "wavelength", raster)


def _by_word(bands: Sequence[Band], role: str, raster: str) -> Optional[Match]:
    names = [re.sub(r"[^a-z0-9]+", " ", band.name.lower()).strip() for band in bands]
    for pattern in _WORDS[role]:
        numbers = [
            n for n, name in enumerate(names, 1)
            if re.search(pattern, name) and not (role in ("blue", "green", "red") and re.search(_OTHER, name))
        ]  # fmt: skip
        if numbers:
            return _only(bands, numbers, role, "name", raster)
    return None


def _sensor(bands: Sequence[Band], missing: Sequence[str], raster: str) -> Mapping[str, Band]:
    """Whose numbers the names hold; nobody's where there are none. Raises PantauError where that cannot be told."""
    names = [band_number(band.name) for band in bands]
    landsat: Set[str] = {digits for prefix, digits in names if prefix}
    plain: Set[str] = {digits for prefix, digits in names if digits and not prefix}
    if landsat:
        if "6" in landsat:
            return LANDSAT_8_9
        if landsat == {"1", "2", "3", "4", "5", "7"}:
            return LANDSAT_4_7
    elif not plain:
        return {}
    else:
        certain = any(digits.startswith("0") for digits in plain) or plain & {"8A", "12"}
        if certain or plain & {"8", "11"} and "10" not in plain:  # Landsat 8 has B8 and B11 as well, but with B10
            return SENTINEL_2
    raise PantauError(
        tr(
            "The names {bands} in {raster} mean other bands with one sensor than with another, so {missing} cannot be told: name the bands red, green, blue, nir, swir16, swir22."
        ).format(bands=", ".join(band.name for band in bands if band.name), raster=raster, missing=", ".join(missing))
    )


def _by_number(bands: Sequence[Band], role: str, sensor: Mapping[str, Band], raster: str) -> Optional[Match]:
    for common in ROLES[role][0]:
        own = [band_number(band.name) for band in sensor.values() if band.common == common]
        wanted = {(prefix, digits.lstrip("0")) for prefix, digits in own}
        numbers = []
        for n, band in enumerate(bands, 1):
            prefix, digits = band_number(band.name)
            if (prefix, digits.lstrip("0")) in wanted:
                numbers.append(n)
        if numbers:
            return _only(bands, numbers, role, "name", raster)
    return None


# -- the run


class Result(NamedTuple):
    """names: of the indices written. matches: role -> band. seconds, speed (Mpx/s): of the run."""

    names: List[str]
    matches: Dict[str, Match]
    seconds: float
    speed: float


def parse_indices(text: str) -> List[str]:
    """Names of indices from a text with commas, each once; an empty list for an empty text.

    Raises PantauError: a name that is not among INDICES.
    """
    names = list(dict.fromkeys(part.strip().upper() for part in re.split(r"[,;\s]+", text) if part.strip()))
    unknown = [name for name in names if name not in INDICES]
    if unknown:
        raise PantauError(
            tr("{unknown} is not an index known here: choose among {known}.").format(
                unknown=", ".join(unknown), known=", ".join(INDICES)
            )
        )
    return names


def possible_indices(bands: Sequence[Band], raster: str) -> List[str]:
    """All indices whose bands a raster has. Raises PantauError where that is none."""
    names, reason = [], None
    for name, index in INDICES.items():
        try:
            find_roles(bands, index.roles, raster)
            names.append(name)
        except PantauError as error:
            reason = reason or error
    if not names and reason:
        raise reason
    return names


def spectral_indices(
    raster: str, indices: str, output: str, *, keep_bands: bool = True, crs: str = "",
    monitor: Optional[Monitor] = None,
) -> Result:  # fmt: skip
    """Write indices of a raster as bands of float32, nodata -9999, after the raster's own bands where these are kept.

    indices: names with commas; empty for all that the bands allow. Scale and offset that the file declares are applied first,
    to the bands that are kept as well. An index is nodata where one of its bands is, and where it would divide by zero.
    Raises PantauError: an unknown index, a band that is missing or ambiguous, an output that cannot be written; Cancelled.
    """
    start = time.perf_counter()
    monitor = monitor or Monitor()
    source = RasterSource(raster, None, crs)
    described = source.described_bands()
    names = parse_indices(indices) or possible_indices(described, source.name)
    wanted = [role for role in ROLES if any(role in INDICES[name].roles for name in names)]
    matches = find_roles(described, wanted, source.name)
    twice = [name for name in names if keep_bands and name in (band.name.upper() for band in described)]
    if twice:
        raise PantauError(
            tr("{raster} has a band {name} already: leave it out of INDICES, or set KEEP_BANDS to false.").format(
                raster=source.name, name=", ".join(twice)
            )
        )
    _say(matches, names, monitor)
    numbers = {role: source.data_bands[match.number - 1] for role, match in matches.items()}
    source.select(list(numbers.values()))
    unit = _unit(source, names, monitor)
    if keep_bands:
        source.select(source.data_bands)
    places = {role: source.bands.index(n) for role, n in numbers.items()}
    scales = [np.float32(pair) for pair in source.scales_offsets()]

    def kernel(block: Block) -> Mapping[str, np.ndarray]:
        values, valid = block.pixels[0]
        physical = values.astype(np.float32)
        for band, (scale, offset) in zip(physical, scales):
            if (scale, offset) != (1, 0):
                band *= scale
                band += offset
        results = list(np.where(np.isfinite(physical), physical, NODATA)) if keep_bands else []
        if keep_bands and valid is not None:
            for band, flags in zip(results, valid):
                band[~flags] = NODATA
        seen = {role: physical[place] * np.float32(unit) if unit != 1 else physical[place] for role, place in places.items()}
        for name in names:
            with np.errstate(all="ignore"):  # of what is not valid
                figure = INDICES[name].compute(seen)
            good = np.isfinite(figure)
            if valid is not None:
                for role in INDICES[name].roles:
                    good &= valid[places[role]]
            results.append(np.where(good, figure, NODATA))
        return {"output": np.array(results, np.float32)}

    bands = ([*described] if keep_bands else []) + [Band(name) for name in names]
    grid = source.grid
    provenance = {
        "algorithm": "pantau:spectralindices", "version": VERSION, "input": source.name, "indices": names,
        "bands": {role: match.name or match.number for role, match in matches.items()}, "unit": unit,
    }  # fmt: skip
    with Outputs() as outputs:
        outputs.create("output", output, grid, np.float32, len(bands), NODATA, names=bands, provenance=provenance)
        map_blocks([_ByBand(source)], kernel, outputs.rasters, monitor=monitor)
    seconds = time.perf_counter() - start
    result = Result(names, matches, seconds, grid.width * grid.height / 1e6 / max(seconds, 1e-9))
    monitor.log(
        tr("{names}: {width} x {height} px in {seconds} s ({speed} Mpx/s).").format(
            names=", ".join(names),
            width=grid.width,
            height=grid.height,
            seconds=number(seconds, 1),
            speed=number(result.speed, 1),
        )  # fmt: skip
    )
    return result


class _ByBand:
    """A raster whose bands are valid each for itself: one without data takes no index with it that does not need it."""

    def __init__(self, source: RasterSource) -> None:
        self.grid, self._source = source.grid, source

    def read_reflected(self, window: Window) -> Pixels:
        """The pixels of a window, which without a halo lies inside the raster."""
        return self._source.read_bands(window)


def _say(matches: Mapping[str, Match], names: Sequence[str], monitor: Monitor) -> None:
    ways = {"common name": tr("common name"), "wavelength": tr("wavelength"), "name": tr("name")}
    for role, match in matches.items():
        monitor.log(
            tr("{role}: band {number} {name} (by its {how}).").format(
                role=role, number=match.number, name=match.name, how=ways[match.how]
            )
        )
    for name in names:
        index = INDICES[name]
        monitor.log(f"{name} = {index.formula} ({index.source})")
    if "NDSI" in names:
        monitor.log(tr("NDSI is the salinity index here; the snow index of that name is computed like MNDWI."))


def _unit(source: RasterSource, names: Sequence[str], monitor: Monitor) -> float:
    """What values, after the scale and offset that the file declares, are multiplied with to be reflectance."""
    declared = source.scales_offsets()
    if any(pair != (1.0, 0.0) for pair in declared):
        scale, offset = declared[0]
        monitor.log(
            tr("Values: reflectance = value x {scale:g} + {offset:g}, as the raster says.").format(scale=scale, offset=offset)
        )
        return 1.0
    if source.dtype.kind == "f" and max(percentiles(source, 98)) <= 2:
        monitor.log(tr("Values: taken as reflectance from 0 to 1."))
        warn_of_added_offset(source, monitor, 0.1)
        return 1.0
    constant = [name for name in names if INDICES[name].constants]
    if source.dtype == np.uint8:
        if constant:
            monitor.warn(
                tr(
                    "The raster holds values of 0 to 255, which are no reflectance: {names} cannot be compared with other images."
                ).format(names=", ".join(constant))
            )
        return 1 / 255
    if is_landsat_unscaled(source, [source.band_names()[source.data_bands.index(n)] for n in source.bands]):
        monitor.warn(
            tr(
                "The values look like those of a Landsat product whose scale has been lost: make them value x 0.0000275 - 0.2 first, or "
                "the result means nothing."
            )
        )
    else:
        warn_of_added_offset(source, monitor)
    monitor.log(tr("Values: taken as reflectance x 10 000."))
    return 1e-4
