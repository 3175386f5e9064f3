"""The legend of a class raster: it travels inside the file, so that no later step asks for it again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Dict, Iterator, List, Optional, Tuple

from osgeo import gdal

from ..text import language
from .gdal_guard import attempt, quiet

DOMAIN = "PANTAU"


@dataclass(frozen=True)
class LegendEntry:
    """One class: code, name in English and Indonesian, colour as "#RRGGBB"."""

    code: int
    name: str
    name_id: str
    color: str

    def label(self) -> str:
        """The name in the user's language."""
        return self.name_id if language() == "id" else self.name

    def rgb(self) -> Tuple[int, int, int]:
        """The colour as three numbers of 0 to 255."""
        return tuple(int(self.color[i : i + 2], 16) for i in (1, 3, 5))  # type: ignore[return-value]


@dataclass(frozen=True)
class Legend:
    """The classes of a raster, by code. Codes need not be contiguous."""

    entries: Tuple[LegendEntry, ...]

    def __iter__(self) -> Iterator[LegendEntry]:
        return iter(self.entries)

    def find(self, code: int) -> Optional[LegendEntry]:
        """The class with this code."""
        return next((entry for entry in self.entries if entry.code == code), None)

    def to_json(self) -> str:
        """As stored under `legend` in the raster's metadata, domain PANTAU."""
        return json.dumps([{"code": e.code, "name": e.name, "name:id": e.name_id, "color": e.color} for e in self.entries])

    @staticmethod
    def from_json(text: str) -> Legend:
        """The inverse of `to_json`."""
        return Legend(tuple(LegendEntry(e["code"], e["name"], e["name:id"], e["color"]) for e in json.loads(text)))

    def style(self, band: gdal.Band) -> None:
        """Give a Byte band its colour table and category names, which QGIS and others show without a style file."""
        table, names = gdal.ColorTable(), [""] * (max(e.code for e in self.entries) + 1)
        for entry in self.entries:
            table.SetColorEntry(entry.code, (*entry.rgb(), 255))
            names[entry.code] = entry.label()
        band.SetColorTable(table)
        band.SetCategoryNames(names)


def read_legend(path: str) -> Optional[Legend]:
    """The legend inside a raster: Pantau's own, else the category names and colours of GDAL; None where there is none."""
    with quiet():
        dataset = attempt(gdal.Open, path)
    if dataset is None:
        return None
    text = dataset.GetMetadataItem("legend", DOMAIN)  # GDAL 3.6 knows the names of a GeoTIFF only after its metadata
    if text:
        return Legend.from_json(text)
    band = dataset.GetRasterBand(1)
    names, table, nodata = band.GetCategoryNames() or [], band.GetColorTable(), band.GetNoDataValue()
    entries = []
    for code, name in enumerate(names):
        if name.strip() and code != nodata:
            color = PALETTE[len(entries) % len(PALETTE)]
            if table is not None and code < table.GetCount():
                color = "#{:02X}{:02X}{:02X}".format(*table.GetColorEntry(code)[:3])
            entries.append(LegendEntry(code, name.strip(), name.strip(), color))
    return Legend(tuple(entries)) if entries else None


def read_provenance(path: str) -> Dict[str, Any]:
    """How a raster that Pantau wrote came about: algorithm, version, parameters; empty where it does not say."""
    with quiet():
        dataset = attempt(gdal.Open, path)
    return json.loads(dataset.GetMetadataItem("provenance", DOMAIN) or "{}") if dataset is not None else {}


# Colours for classes that a model does not colour itself: distinguishable, also by the colour-blind (Okabe & Ito 2008).
PALETTE: List[str] = ["#D55E00", "#0072B2", "#009E73", "#E69F00", "#56B4E9", "#CC79A7", "#F0E442", "#000000"]
