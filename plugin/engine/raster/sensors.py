"""Bands: what the sensors' bands are called, what they see, and one canonical name for their many spellings."""

from __future__ import annotations

import re
from typing import Dict, List, NamedTuple, Optional, Sequence, Tuple


class Band(NamedTuple):
    """A band of a raster. name: as its description. common: STAC's common name, or empty. wavelength_nm: the centre."""

    name: str
    common: str = ""
    wavelength_nm: Optional[float] = None


def _sensor(*bands: Band) -> Dict[str, Band]:
    return {band.name: band for band in bands}


# Names in Pantau's rasters; common names of the STAC electro-optical extension; centres of Sentinel-2A's MSI (ESA), of OLI and
# ETM+ (USGS). "nir" is the broad band of Sentinel-2, "nir08" the narrow one of all.
SENTINEL_2 = _sensor(
    Band("B01", "coastal", 442.7), Band("B02", "blue", 492.4), Band("B03", "green", 559.8), Band("B04", "red", 664.6),
    Band("B05", "rededge1", 704.1), Band("B06", "rededge2", 740.5), Band("B07", "rededge3", 782.8), Band("B08", "nir", 832.8),
    Band("B8A", "nir08", 864.7), Band("B09", "nir09", 945.1), Band("B10", "cirrus", 1373.5), Band("B11", "swir16", 1613.7),
    Band("B12", "swir22", 2202.4),
)  # fmt: skip
LANDSAT_8_9 = _sensor(
    Band("SR_B1", "coastal", 443.0), Band("SR_B2", "blue", 482.0), Band("SR_B3", "green", 561.4), Band("SR_B4", "red", 654.6),
    Band("SR_B5", "nir08", 864.7), Band("SR_B6", "swir16", 1608.9), Band("SR_B7", "swir22", 2200.7),
)  # fmt: skip
LANDSAT_4_7 = _sensor(
    Band("SR_B1", "blue", 478.7), Band("SR_B2", "green", 561.0), Band("SR_B3", "red", 661.4), Band("SR_B4", "nir08", 834.6),
    Band("SR_B5", "swir16", 1650.3), Band("SR_B7", "swir22", 2208.1),
)  # fmt: skip
LANDSAT_GAIN, LANDSAT_BIAS = 0.0000275, -0.2  # Collection 2 level 2 (USGS), where a file has lost its metadata
COMMON_NAMES = {band.common: band.name for band in SENTINEL_2.values()}
INDONESIAN = {"biru": "B02", "hijau": "B03", "merah": "B04"}


def band_number(name: str) -> Tuple[str, str]:
    """("SR_" or "", digits as written) of a name such as SR_B4, B04, "Band 4: B4 (665 nm)"; two empty texts for others."""
    found = re.search(r"(?<![A-Za-z0-9])(SR ?)?B(\d{1,2}A?)(?![A-Za-z0-9])", name.replace("_", " "), re.IGNORECASE)
    return ("SR_" if found.group(1) else "", found.group(2).upper()) if found else ("", "")


def canonical(name: str) -> str:
    """ "B4", "b04", "Band 4: B4 (665 nm)", "S2_B04_10m" and "Red" are all "B04"; "sr_b4" of Landsat is "SR_B4"; other names come back in upper case."""
    prefix, digits = band_number(name)
    if digits:
        number = digits.lstrip("0")
        # Landsat's numbers mean other colours than Sentinel-2's.
        return f"{prefix}B{number}" if prefix or number.endswith("A") else f"B{number.zfill(2)}"
    word = re.sub(r"[^a-z0-9]", "", name.lower())
    return COMMON_NAMES.get(word) or INDONESIAN.get(word) or name.strip().upper()


def is_known(name: str) -> bool:
    """Whether a name is that of a Sentinel-2 band in some spelling."""
    return canonical(name) in COMMON_NAMES.values() if name else False


def find_bands(wanted: Sequence[str], present: Sequence[str]) -> Optional[List[int]]:
    """Numbers (from 1) of the wanted bands among the raster's band names; None if one is missing or ambiguous."""
    names = [canonical(name) if name else "" for name in present]
    numbers = []
    for name in wanted:
        if names.count(canonical(name)) != 1:
            return None
        numbers.append(names.index(canonical(name)) + 1)
    return numbers
