"""The legend of a class raster: it travels inside the file, so that no later step asks for it again."""

from __future__ import annotations

import contextlib
import json
import os
import re
from dataclasses import dataclass
from typing import Any, Dict, Iterable, Iterator, List, Optional, Sequence, Set, Tuple

from osgeo import gdal

from ..errors import PantauError
from ..text import folded, language, tr
from .gdal_guard import attempt, quiet

DOMAIN = "PANTAU"
# QGIS calls a temporary output by its parameter, in a folder of 32 hexadecimal digits.
TEMPORARY = re.compile(r"[0-9a-f]{32}[\\/][^\\/]+$")
OUTPUT_NAMES = {
    "AVAILABLE", "BANDS_USED", "BEST", "CHANGE", "CONFIDENCE", "CONFORMITY", "COUNT", "ERROR_MAP", "LANDCOVER", "MASK", "OUTPUT", "PROBABILITIES",
    "PROBABILITY",
}  # fmt: skip
BACKGROUND = ("background", "latar", "unclassified", "tidak")  # how a name for code 0 begins where it is no class


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

    def __len__(self) -> int:
        return len(self.entries)

    def has_background(self) -> bool:
        """Whether code 0 is named as what is no class, and not as a class of its own."""
        zero = self.find(0)
        return zero is not None and any(name.lower().startswith(BACKGROUND) for name in (zero.name, zero.name_id))

    def find(self, code: int) -> Optional[LegendEntry]:
        """The class with this code."""
        return next((entry for entry in self.entries if entry.code == code), None)

    def only(self, codes: Iterable[int]) -> Legend:
        """The classes of these codes, in ascending order; one that nobody named is "class 7", in a colour of the palette."""
        entries = []
        for place, code in enumerate(sorted(codes)):
            unnamed = LegendEntry(code, f"class {code}", f"kelas {code}", PALETTE[place % len(PALETTE)])
            entries.append(self.find(code) or unnamed)
        return Legend(tuple(entries))

    def to_json(self) -> str:
        """As stored under `legend` in the raster's metadata, domain PANTAU."""
        return json.dumps([{"code": e.code, "name": e.name, "name:id": e.name_id, "color": e.color} for e in self.entries])

    @staticmethod
    def from_json(text: str) -> Legend:
        """The inverse of `to_json`. Raises ValueError, KeyError, TypeError or AttributeError for a text that is no legend."""
        entries = tuple(LegendEntry(e["code"], e["name"], e["name:id"], e["color"]) for e in json.loads(text))
        for e in entries:
            named = isinstance(e.code, int) and isinstance(e.name, str) and isinstance(e.name_id, str)
            if not named or not re.fullmatch("#[0-9A-Fa-f]{6}", e.color):
                raise ValueError(f"{e} is no class of a legend")
        return Legend(entries)

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
        with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):  # anyone may have written there
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


def differing_names(one: Legend, other: Legend, rasters: Sequence[str]) -> str:
    """Which codes two legends, of the rasters of these names, give names that have nothing in common; empty where none.

    Raises PantauError where that is every code they share, of several: the classes are then not the same.
    """
    shared = [(entry, other.find(entry.code)) for entry in one if other.find(entry.code) is not None]
    apart = [
        f"{entry.code}: {entry.label()} / {same.label()}"
        for entry, same in shared
        if not {entry.name.casefold(), entry.name_id.casefold()} & {same.name.casefold(), same.name_id.casefold()}
    ]
    classes = ", ".join(apart[:5]) + (", ..." if len(apart) > 5 else "")
    if len(apart) == len(shared) > 1:
        raise PantauError(
            tr(
                "{before} and {after} call no class alike ({classes}), so their codes mean different things: bring both to the same codes "
                "first (Reclassify by table)."
            ).format(before=rasters[0], after=rasters[1], classes=classes)
        )
    return classes


def shared_names(before: Legend, after: Legend) -> Dict[int, int]:
    """{code after: code before} of the classes that have a name in common; empty where codes tell as much.

    That is where no such class has two codes, or where names are not unique, so that they tell nothing. Names are those of either
    language, in large or small letters.
    """
    owners: List[Dict[str, int]] = []
    for legend in (before, after):
        owner: Dict[str, int] = {}
        for entry in legend:
            for name in {folded(entry.name), folded(entry.name_id)} - {""}:
                if name in owner:
                    return {}
                owner[name] = entry.code
        owners.append(owner)
    pairs = {(owners[1][name], code) for name, code in owners[0].items() if name in owners[1]}
    found = dict(pairs)
    if not len(pairs) == len(found) == len(set(found.values())):
        return {}  # one class is called as two of the other map are
    return found if any(code != other for code, other in pairs) else {}


def recoding(before: Legend, after: Legend, shared: Dict[int, int], present: Sequence[Set[int]]) -> Optional[Dict[int, int]]:
    """{code after: another code} that gives the classes of one name one code, and the other classes after codes of their own.

    shared: of `shared_names`. present: the codes that occur on each map. None where a code that occurs has no name in its own legend and one in
    the other's: then nobody knows which class it is, if not by the code.
    """
    named = [{one.code for one in legend} for legend in (before, after)]
    if (present[0] - named[0]) & named[1] or (present[1] - named[1]) & named[0]:
        return None
    codes, last = (
        {code: other for code, other in shared.items() if code != other},
        max(*named[0], *named[1], *present[0], *present[1]),
    )
    for code in sorted(named[1] & named[0] - shared.keys()):
        last += 1
        codes[code] = last
    return codes


def read_provenance(path: str) -> Dict[str, Any]:
    """How a raster that Pantau wrote came about: algorithm, version, parameters; empty where it does not say."""
    with quiet():
        dataset = attempt(gdal.Open, path)
    try:
        found = json.loads(dataset.GetMetadataItem("provenance", DOMAIN) or "{}") if dataset is not None else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def raster_name(path: str, layer: str = "") -> str:
    """What reports and messages call a raster: as its layer is called, else its file.

    A temporary output has a name that tells nothing, such as MASK: it is called after what its provenance says it was made of. layer: the
    layer's name, which counts where it is not that of the file.
    """
    file = os.path.basename(path) or path
    stem = os.path.splitext(file)[0]
    if layer not in ("", file, stem) or not (stem in OUTPUT_NAMES or TEMPORARY.search(path)):
        return layer or file
    origins = list(dict.fromkeys(_origins(read_provenance(path))))
    if layer == stem:  # as QGIS calls layers, without the ending
        origins = [os.path.splitext(origin)[0] for origin in origins]
    return " ... ".join(dict.fromkeys([origins[0], origins[-1]])) if origins else layer or file


def _origins(made: Any) -> Iterator[str]:
    """The names of the rasters of which a provenance says that they were the input, in its order."""
    inputs = [made.get(key) for key in ("input", "inputs", "product")] if isinstance(made, dict) else []
    while inputs:
        one = inputs.pop(0)
        if isinstance(one, dict):
            inputs[:0] = [one["name"]] if "name" in one else one.values()
        elif isinstance(one, list):
            inputs[:0] = one
        elif isinstance(one, str) and one:
            yield one


# Colours for classes that a model does not colour itself: distinguishable, also by the colour-blind (Okabe & Ito 2008).
PALETTE: List[str] = ["#D55E00", "#0072B2", "#009E73", "#E69F00", "#56B4E9", "#CC79A7", "#F0E442", "#000000"]

# What maps of land cover are usually painted in, by words of either language in a class's name; the special ones first.
USUAL = (
    ("#7FD1E8", "tambak garam salt pond ponds kolam empang aquaculture"),
    ("#8E3B8E", "tambang pertambangan mine mines mining quarry"),
    ("#3B2F2F", "terbakar burned burnt"),
    ("#9ADBC5", "sawah padi paddy rice"),
    ("#4C9F9F", "rawa gambut wetland wetlands swamp peat marsh"),
    ("#2B7BBA", "air perairan sungai laut danau waduk water river sea ocean lake reservoir"),
    ("#C8352B", "terbangun permukiman pemukiman bangunan perkotaan kota industri built urban developed settlement settlements village city buildings"),
    ("#1A7F37", "hutan pohon mangrove bakau forest forests tree trees woodland"),
    ("#E8C547", "pertanian kebun perkebunan ladang tegalan sawit agriculture agricultural crop crops cropland plantation farmland"),
    ("#8DB255", "semak belukar shrub shrubs shrubland bush"),
    ("#C2DF7A", "rumput padang savana grass grassland herbaceous savanna pasture"),
    ("#C49A6C", "terbuka tanah pasir pantai gersang kosong bare soil sand beach sediment barren dryout"),
    ("#4FA34F", "vegetasi vegetation green"),
    ("#7A7A7A", "jalan road roads"),
    ("#F2F2F2", "awan cloud clouds"),
)  # fmt: skip
NOT = {"non", "not", "no", "bukan", "tidak", "selain"}


def usual_color(name: str) -> str:
    """The colour that a class of this name has on most maps; empty where the name tells nothing."""
    words = set(re.findall(r"[^\W\d_]+", name.casefold()))
    if words & NOT:
        return ""
    return next((color for color, known in USUAL if words & set(known.split())), "")
