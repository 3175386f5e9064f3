"""Band names: one canonical name for the many spellings of Sentinel-2's bands."""

from __future__ import annotations

import re
from typing import List, Optional, Sequence

# Common names (STAC electro-optical extension) of the Sentinel-2 bands that models ask for.
COMMON_NAMES = {
    "coastal": "B01", "blue": "B02", "green": "B03", "red": "B04", "rededge1": "B05", "rededge2": "B06",
    "rededge3": "B07", "nir": "B08", "nir08": "B8A", "nir09": "B09", "cirrus": "B10", "swir16": "B11", "swir22": "B12",
}  # fmt: skip
INDONESIAN = {"biru": "B02", "hijau": "B03", "merah": "B04"}


def canonical(name: str) -> str:
    """ "B4", "b04", "Band 4: B4 (665 nm)", "S2_B04_10m" and "Red" are all "B04"; other names come back in upper case."""
    text = name.strip()
    found = re.search(r"(?<![A-Za-z0-9])B0?(\d{1,2}A?)(?![A-Za-z0-9])", text.replace("_", " "), re.IGNORECASE)
    if found:
        number = found.group(1).upper()
        return "B" + (number if number.endswith("A") else number.zfill(2))
    word = re.sub(r"[^a-z0-9]", "", text.lower())
    return COMMON_NAMES.get(word) or INDONESIAN.get(word) or text.upper()


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
