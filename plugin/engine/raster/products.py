"""What a satellite product is: which files hold which bands and masks, and how their numbers become reflectance.

Sentinel-2 SAFE (L2A; L1C as top-of-atmosphere reflectance), Landsat Collection 2 level 2, and plain rasters. Archives are
read where they lie, never unpacked.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Sequence, Tuple

from osgeo import gdal, ogr

from ..errors import PantauError
from ..text import tr
from .gdal_guard import attempt, quiet
from .legend import read_provenance
from .sensors import LANDSAT_4_7, LANDSAT_8_9, LANDSAT_BIAS, LANDSAT_GAIN, SENTINEL_2, Band, canonical
from .source import RasterSource, is_landsat_unscaled, percentiles

ALGORITHM = "pantau:preparescene"  # as the provenance of its rasters has it
JPEG2000_DRIVERS = ("JP2OpenJPEG", "JP2KAK", "JP2ECW", "JP2MrSID", "JP2Lura")
RASTER_FILES = (".tif", ".tiff", ".jp2", ".img", ".vrt")
SENTINEL_2_RESOLUTIONS = {
    **dict.fromkeys(("B02", "B03", "B04", "B08"), 10), **dict.fromkeys(("B05", "B06", "B07", "B8A", "B11", "B12"), 20),
    **dict.fromkeys(("B01", "B09", "B10"), 60),
}  # fmt: skip
DEFAULT_BANDS = {
    "sentinel2": ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12"),
    "landsat89": ("SR_B2", "SR_B3", "SR_B4", "SR_B5", "SR_B6", "SR_B7"),
    "landsat47": tuple(LANDSAT_4_7),
}
# Bands that are no image, by the names that ESA, USGS and Earth Engine give them; and those that can mask.
MASK_KINDS = {"SCL": "scl", "QA_PIXEL": "qa_pixel", "QA60": "qa60", "MSK_CLASSI_OPAQUE": "classi", "MSK_CLASSI_CIRRUS": "classi"}
AUXILIARY = re.compile(r"SCL|AOT|WVP|TCI(_[RGB])?|QA\w*|MSK_\w+|SR_QA\w*|SR_CLOUD\w*|SR_ATMOS\w*|ST_\w+", re.IGNORECASE)
SENTINEL_2_FILE = re.compile(r"T\d{2}[A-Z]{3}_\d{8}T\d{6}_(B\d[\dA]|SCL)(_\d\dm)?$")
LANDSAT_FILE = re.compile(r"L[COTE](\d\d)_L2S[PR]_\d{6}_\d{8}_\d{8}_02_\w\w_(SR_B\d|QA_PIXEL)$")


class Layer(NamedTuple):
    """A band in a file. gain, bias: reflectance (or what else the band tells) = number x gain + bias.

    nodata, saturated: numbers that mean no data, where the file itself does not say so. size_m: the pixel's side; products
    hold some bands at several sizes. crs: WKT to assume where the file has none.
    """

    band: Band
    path: str
    number: int
    size_m: float
    gain: float = 1.0
    bias: float = 0.0
    nodata: Optional[float] = None
    saturated: Optional[float] = None
    crs: str = ""


class Mask(NamedTuple):
    """What marks clouds. kind: scl, classi, clouds_gml, qa_pixel or qa60. numbers: its bands, none for the GML."""

    kind: str
    path: str
    numbers: Tuple[int, ...] = (1,)
    crs: str = ""


@dataclass(frozen=True)
class Product:
    """One scene. values: "reflectance", "bytes" (an 8-bit picture) or "numbers" (whatever else, kept as it is).

    default: names of the bands where none are asked for; empty for all. size_m: the pixel size where none is, None for the finest of the
    bands. notes: what the user should read about how the numbers were understood.
    """

    kind: str
    name: str
    layers: Tuple[Layer, ...]
    masks: Tuple[Mask, ...]
    default: Tuple[str, ...]
    size_m: Optional[float] = None
    date: str = ""
    baseline: str = ""
    values: str = "reflectance"
    assumed: bool = False
    notes: Tuple[str, ...] = field(default=())

    def band_names(self) -> List[str]:
        """Names of all bands, each once, in the product's order."""
        return list(dict.fromkeys(layer.band.name for layer in self.layers))

    def choose(self, wanted: str, size_m: Optional[float]) -> List[Layer]:
        """The layers of the bands that a text lists with commas (the default ones where it lists none), in its order.

        Of several files of a band, that with the pixels asked for; where there is none, the finest.
        Raises PantauError: a band that is not there, or named twice, or whose file is missing.
        """
        names = [part.strip() for part in wanted.replace(";", ",").split(",") if part.strip()]
        chosen: List[Layer] = []
        for one in names or self._default():
            found = self._find(one) if isinstance(one, str) else one
            if not found:
                raise PantauError(
                    tr("{name} has no band {band}: it has {bands}.").format(name=self.name, band=one, bands=self._listed())
                )
            present = [layer for layer in found if exists(layer.path)]
            if not present:
                raise PantauError(
                    tr(
                        "The file {file} of band {band} is missing in {name}: download the product again, or leave the band out."
                    ).format(file=os.path.basename(found[0].path), band=found[0].band.name, name=self.name)
                )
            fitting = [layer for layer in present if size_m and abs(layer.size_m / size_m - 1) < 0.01]
            best = min(fitting or present, key=lambda layer: layer.size_m)
            if best in chosen:
                raise PantauError(tr("BANDS names {band} twice: name each band once.").format(band=best.band.name or one))
            chosen.append(best)
        return chosen

    def _default(self) -> List[List[Layer]]:
        """The files of each band that is taken where none are asked for."""
        if self.default:
            groups = ([layer for layer in self.layers if layer.band.name == name] for name in self.default)
            return [group for group in groups if group]
        found: Dict[Any, List[Layer]] = {}
        for layer in self.layers:
            in_file = [one.band.name for one in self.layers if one.path == layer.path]
            alone = not layer.band.name or in_file.count(layer.band.name) > 1
            found.setdefault((layer.path, layer.number) if alone else layer.band.name, []).append(layer)
        return list(found.values())

    def _find(self, wanted: str) -> List[Layer]:
        numbered = dict(self._numbered())
        if self.kind == "rasters" and wanted.isdigit():
            return [numbered[int(wanted)]] if int(wanted) in numbered else []
        exact = [layer for layer in self.layers if layer.band.name.upper() == wanted.upper()]
        key = _number_of(wanted)
        if exact or key:
            return exact or [layer for layer in self.layers if _number_of(layer.band.name) == key]
        for word in _common(wanted):
            found = [layer for layer in self.layers if layer.band.common == word]
            if found:
                return found
        return [layer for layer in self.layers if layer.band.name and canonical(layer.band.name) == canonical(wanted)]

    def _numbered(self) -> List[Tuple[int, Layer]]:
        """The layers with their numbers: those of the bands in one raster, the places in a set of files."""
        if len({layer.path for layer in self.layers}) == 1:
            return [(layer.number, layer) for layer in self.layers]
        return list(enumerate(self.layers, 1))

    def _listed(self) -> str:
        if self.kind != "rasters":
            return ", ".join(self.band_names())
        return ", ".join(f"{n} {layer.band.name}".strip() for n, layer in self._numbered())


def _number_of(name: str) -> str:
    """ "4" of "B04", "b4", "4" and "SR_B4"; "8A" of "B8A"; empty for other names."""
    found = re.fullmatch(r"(?:SR_)?B?0?(\d{1,2}A?)", name.strip().upper())
    return found.group(1) if found else ""


def _common(word: str) -> Tuple[str, ...]:
    """The STAC names that a word may mean: "merah" is "red"; "nir" also means Landsat's only near infrared."""
    known = SENTINEL_2.get(canonical(word))
    name = known.common if known else word.lower()
    return ("nir", "nir08") if name == "nir" else (name,)


# -- finding


def open_product(path: str) -> Product:
    """The product at `path`: an archive, a metadata file, a SAFE or Landsat folder, a folder with one of them or with band
    files, a raster.

    Raises PantauError: nothing there, no product, several products, a level or a format that cannot be prepared.
    """
    path = os.path.abspath(path) if not path.startswith("/vsi") else path
    name = os.path.basename(path)
    if not exists(path):
        raise PantauError(tr("There is no file or folder at {path}: check the name.").format(path=path))
    if os.path.isdir(path):
        found = _products_in(path) or _products_below(path, ".SAFE")
        if not found:
            rasters = [os.path.join(path, one) for one in _listing(path) if one.lower().endswith(RASTER_FILES)]
            # The scene of an earlier run lies where the next one may write it again: it is no band file.
            fresh = [one for one in rasters if not _is_prepared(one)]
            found = [] if fresh else _products_below(path)
            if rasters and not found:
                return open_rasters([(one, "") for one in fresh or rasters])
    elif is_archive(path):
        root = ("/vsizip/" if path.lower().endswith(".zip") else "/vsitar/") + "{" + path + "}"
        found = _products_in(root) or _products_below(root)
    elif path.lower().endswith(RASTER_FILES):
        return open_rasters([(path, "")])
    else:
        folder, found = os.path.dirname(path), []
        if _is_landsat(name):
            found = [path.replace(os.sep, "/")]
        for _ in range(3):  # MTD_TL.xml lies two folders below MTD_MSIL2A.xml, where many look first
            found = found or [one for one in _products_in(folder) if not _is_landsat(one)]
            folder = os.path.dirname(folder)
    if not found:
        raise PantauError(
            tr(
                "{name} is no product that Pantau knows: give a Sentinel-2 SAFE (zip, folder or MTD_MSIL2A.xml), a Landsat "
                "Collection 2 level 2 product (tar, folder or *_MTL.txt), or rasters."
            ).format(name=name or path)
        )
    if len(found) > 1:
        raise PantauError(
            tr("{name} holds {count} products ({products}): give one of them.").format(
                name=name or path, count=len(found), products=", ".join(_shown(one) for one in found)
            )
        )
    metadata = found[0]
    return _landsat(metadata) if _is_landsat(metadata) else _sentinel_2(metadata)


def is_archive(path: str) -> bool:
    """Whether a file is a zip or a tar, by its name."""
    return path.lower().endswith((".zip", ".tar", ".tar.gz", ".tgz"))


def is_slow(path: str) -> bool:
    """Whether an archive must be unpacked from its start for every piece that is read of it."""
    return path.lower().endswith((".tar.gz", ".tgz"))


def exists(path: str) -> bool:
    """Whether there is a file or a folder, also inside an archive; other names (such as a connection) are left to GDAL."""
    with quiet():
        return attempt(gdal.VSIStatL, path) is not None or (":" in path[2:] and not path.startswith("/vsi"))


def _listing(folder: str) -> List[str]:
    with quiet():
        return sorted(name.rstrip("/") for name in attempt(gdal.ReadDir, folder) or [] if name not in (".", ".."))


def _is_landsat(path: str) -> bool:
    return bool(re.search(r"_MTL\.(txt|xml|json)$", path, re.IGNORECASE))


def _products_in(folder: str) -> List[str]:
    """Metadata files of the products that lie in a folder itself; of a Landsat's three the text file."""
    names = _listing(folder)
    found = [name for name in names if re.fullmatch(r"MTD_MSIL(1C|2A)\.xml", name)]
    stems: Dict[str, str] = {}
    for ending in (".json", ".xml", ".txt"):
        stems.update({name[: -len(ending)]: name for name in names if _is_landsat(name) and name.lower().endswith(ending)})
    return [f"{folder}/{name}" for name in [*found, *stems.values()]]


def _products_below(folder: str, ending: str = "") -> List[str]:
    below = [name for name in _listing(folder) if name.upper().endswith(ending)]
    return [product for name in below for product in _products_in(f"{folder}/{name}")]


def _shown(metadata: str) -> str:
    folder, name = metadata.rsplit("/", 1)
    return name if _is_landsat(name) else os.path.basename(folder)


def _text(path: str) -> str:
    with quiet():
        file = attempt(gdal.VSIFOpenL, path, "rb")
        content = None
        if file is not None:
            size = attempt(gdal.VSIStatL, path).size
            content = gdal.VSIFReadL(1, size, file) if size else b""
            gdal.VSIFCloseL(file)
    if content is None:
        raise PantauError(tr("{path} cannot be read: download the product again.").format(path=path))
    return bytes(content).decode("utf-8", "replace")


# -- XML, by GDAL's own parser: it expands no entities


class _Element(NamedTuple):
    name: str
    text: str
    attributes: Dict[str, str]
    children: List[Any]

    def all(self, *names: str) -> Iterator[_Element]:
        """This element and all below it with one of these names."""
        if self.name in names:
            yield self
        for child in self.children:
            yield from child.all(*names)

    def first(self, *names: str) -> str:
        """The text of the first element with one of these names; empty where there is none."""
        return next((one.text for one in self.all(*names)), "")


def _xml(path: str) -> _Element:
    with quiet():
        tree = attempt(gdal.ParseXMLString, _text(path))
    if tree is None:
        raise PantauError(tr("{path} is damaged: download the product again.").format(path=path))
    return _element(tree)


def _element(node: Sequence[Any]) -> _Element:
    parts = [part for part in node[2:] if isinstance(part, (list, tuple))]
    return _Element(
        node[1].split(":")[-1], "".join(part[1] for part in parts if part[0] == gdal.CXT_Text).strip(),
        {part[1]: part[2][1] for part in parts if part[0] == gdal.CXT_Attribute and len(part) > 2},
        [_element(part) for part in parts if part[0] == gdal.CXT_Element],
    )  # fmt: skip


# -- Sentinel-2


def _sentinel_2(metadata: str) -> Product:
    root, file = metadata.rsplit("/", 1)
    tree = _xml(metadata)
    level = "L1C" if "L1C" in file else "L2A"
    name = tree.first("PRODUCT_URI", "PRODUCT_URI_2A", "PRODUCT_URI_1C").replace(".SAFE", "") or _shown(metadata)
    kinds = ("QUANTIFICATION_VALUE",) if level == "L1C" else ("BOA_QUANTIFICATION_VALUE", "L2A_BOA_QUANTIFICATION_VALUE")
    images = [one.text for one in tree.all("IMAGE_FILE", "IMAGE_FILE_2A") if one.text]
    try:
        quantification = float(tree.first(*kinds))
        special = {
            one.first("SPECIAL_VALUE_TEXT").upper(): float(one.first("SPECIAL_VALUE_INDEX")) for one in tree.all("Special_Values")
        }
        # From processing baseline 04.00 on; earlier products have no such list.
        offsets = {int(one.attributes["band_id"]): float(one.text) for one in tree.all("BOA_ADD_OFFSET", "RADIO_ADD_OFFSET")}
    except (KeyError, ValueError):
        quantification = 0.0
    if not quantification or not images:
        raise PantauError(
            tr("{path} does not say how its numbers become reflectance, or names no images: download the product again.").format(
                path=metadata
            )
        )
    granules = sorted({image.split("/")[1] for image in images if image.count("/") > 1})
    if len(granules) > 1:
        raise PantauError(
            tr("{name} holds {count} tiles ({tiles}): split it, or prepare the tiles as rasters.").format(
                name=name, count=len(granules), tiles=", ".join(granules)
            )
        )
    layers, scl = [], {}
    for image in images:
        found = re.search(r"_(B\d[\dA]|SCL)(?:_(\d\d)m)?$", image)
        if not found:
            continue
        which, path = found.group(1), f"{root}/{image}.jp2"
        if which == "SCL":
            scl[int(found.group(2) or 20)] = path
        elif which in SENTINEL_2:
            offset = offsets.get(list(SENTINEL_2).index(which), 0.0)  # the tables' order is that of band_id
            layers.append(
                Layer(
                    SENTINEL_2[which], path, 1, float(found.group(2) or SENTINEL_2_RESOLUTIONS[which]), 1 / quantification,
                    offset / quantification, special.get("NODATA", 0.0), special.get("SATURATED"),
                )
            )  # fmt: skip
    layers.sort(key=lambda layer: (list(SENTINEL_2).index(layer.band.name), layer.size_m))
    quality = root + "/" + images[0].split("/IMG_DATA")[0] + "/QI_DATA"
    masks = [
        Mask("scl", scl[min(scl)]) if scl else None, Mask("classi", quality + "/MSK_CLASSI_B00.jp2", (1, 2)),
        Mask("clouds_gml", quality + "/MSK_CLOUDS_B00.gml", ()),
    ]  # fmt: skip
    return Product(
        "sentinel2", name, tuple(layers), tuple(mask for mask in masks if mask and exists(mask.path)), DEFAULT_BANDS["sentinel2"],
        10.0, tree.first("DATATAKE_SENSING_START", "PRODUCT_START_TIME"), tree.first("PROCESSING_BASELINE"),
        notes=(_top_of_atmosphere(name),) if level == "L1C" else (),
    )  # fmt: skip


def _top_of_atmosphere(name: str) -> str:
    return tr(
        "{name} is an L1C product: its reflectance is that at the top of the atmosphere, and it marks no shadows. For land cover, and "
        "to compare dates, take the L2A product."
    ).format(name=name)


def cloud_polygons(path: str) -> List[bytes]:
    """The polygons of a MSK_CLOUDS_B00.gml (opaque clouds and cirrus, before baseline 04.00) as WKB, in the tile's CRS."""
    shapes = []
    for polygon in _xml(path).all("Polygon"):
        shape = ogr.Geometry(ogr.wkbPolygon)
        for part in polygon.all("exterior", "interior"):
            for positions in part.all("posList"):
                step = int(positions.attributes.get("srsDimension", 2))
                numbers = [float(value) for value in positions.text.split()]
                ring = ogr.Geometry(ogr.wkbLinearRing)
                for at in range(0, len(numbers) - 1, step):
                    ring.AddPoint_2D(numbers[at], numbers[at + 1])
                shape.AddGeometryDirectly(ring)
        shapes.append(bytes(shape.ExportToWkb()))
    return shapes


# -- Landsat


def _landsat(metadata: str) -> Product:
    root, file = metadata.rsplit("/", 1)
    groups = _landsat_groups(metadata)
    contents = groups.get("PRODUCT_CONTENTS", {})
    name = contents.get("LANDSAT_PRODUCT_ID") or re.sub(r"_MTL\.\w+$", "", file)
    level = contents.get("PROCESSING_LEVEL", "")
    if not level.startswith("L2"):
        raise PantauError(
            tr(
                "{name} is a Landsat product of level {level}, no surface reflectance: download level 2 of Collection 2 (L2SP)."
            ).format(name=name, level=level or groups.get("PRODUCT_METADATA", {}).get("DATA_TYPE") or "?")
        )
    attributes = groups.get("IMAGE_ATTRIBUTES", {})
    # The same keys stand in the record of level 1 too, with other numbers.
    scaling = groups.get("LEVEL2_SURFACE_REFLECTANCE_PARAMETERS", {})
    newer = attributes.get("SPACECRAFT_ID", "")[-1:] in ("8", "9")
    layers = []
    for band in (LANDSAT_8_9 if newer else LANDSAT_4_7).values():
        number = band.name[-1]
        keys = (f"REFLECTANCE_MULT_BAND_{number}", f"REFLECTANCE_ADD_BAND_{number}")
        path = contents.get(f"FILE_NAME_BAND_{number}")
        if not path:
            continue
        try:
            gain, bias = (float(scaling[key]) for key in keys)
        except (KeyError, ValueError) as error:
            raise PantauError(
                tr("{path} does not say how the numbers of band {band} become reflectance: download the product again.").format(
                    path=metadata, band=band.name
                )
            ) from error
        layers.append(Layer(band, f"{root}/{os.path.basename(path)}", 1, 30.0, gain, bias, 0.0))
    mask = f"{root}/{os.path.basename(contents.get('FILE_NAME_QUALITY_L1_PIXEL') or name + '_QA_PIXEL.TIF')}"
    return Product(
        "landsat", name, tuple(layers), (Mask("qa_pixel", mask),) if exists(mask) else (),
        DEFAULT_BANDS["landsat89" if newer else "landsat47"], 30.0, attributes.get("DATE_ACQUIRED", ""),
        contents.get("COLLECTION_NUMBER", ""),
    )  # fmt: skip


def _landsat_groups(metadata: str) -> Dict[str, Dict[str, str]]:
    """Every group of an MTL file, as text, XML or JSON, with its entries."""
    groups: Dict[str, Dict[str, str]] = {}
    if metadata.lower().endswith(".json"):
        try:
            content = next(iter(json.loads(_text(metadata)).values()))
            return {group: {key: str(value) for key, value in entries.items()} for group, entries in content.items()}
        except (ValueError, AttributeError, StopIteration) as error:
            raise PantauError(tr("{path} is damaged: download the product again.").format(path=metadata)) from error
    if metadata.lower().endswith(".xml"):
        for tree in _xml(metadata).all("LANDSAT_METADATA_FILE"):
            groups.update({group.name: {one.name: one.text for one in group.children} for group in tree.children})
        return groups
    group = ""
    for line in _text(metadata).splitlines():
        key, _, value = (part.strip() for part in line.partition("="))
        if key == "GROUP":
            group = value
        elif key and value and key != "END_GROUP":
            groups.setdefault(group, {})[key] = value.strip('"')
    return groups


# -- plain rasters


def open_rasters(rasters: Sequence[Tuple[str, str]]) -> Product:
    """One multiband raster, or a set of band files: (path, WKT of the CRS to assume where the file has none) of each.

    Numbers become reflectance as the files say themselves; where they do not: whole numbers of bands called SR_B... as those of
    Landsat Collection 2, other whole numbers as reflectance x 10 000. Bytes and floating numbers stay as they are.
    """
    if not rasters:
        raise PantauError(tr("There is no raster: give one at least."))
    layers: List[Layer] = []
    masks: List[Mask] = []
    kinds, notes, assumed = set(), [], False
    for path, crs in rasters:
        source = RasterSource(path, crs=crs)
        stem = os.path.splitext(source.name)[0]
        _refuse_part_of_product(path, stem)
        if _is_prepared(path):
            notes.append(tr("{name} was prepared by Pantau already: its numbers are not scaled again.").format(name=source.name))
        bands = source.described_bands()
        if not any(band.name for band in bands):
            if "MSK_CLASSI" in stem.upper():
                bands = [Band(name) for name in ("MSK_CLASSI_OPAQUE", "MSK_CLASSI_CIRRUS", "MSK_CLASSI_SNOW_ICE")][: len(bands)]
            elif len(bands) == 1:
                bands = [_band_of_file(stem)]
        mine = []
        for number, band in zip(source.data_bands, bands):
            name = band.name.strip().upper()
            if name in MASK_KINDS:
                masks.append(Mask(MASK_KINDS[name], path, (number,), crs))
            elif not AUXILIARY.fullmatch(name):
                mine.append((number, band))
        if not mine:
            continue
        source.select([number for number, _ in mine])
        kind, scales, sure = _meaning(source, [band for _, band in mine])
        kinds.add(kind)
        assumed = assumed or not sure
        size = source.grid.pixel_size_m()
        # The images of a SAFE do not say in themselves what is no data; what was made of them may.
        silent = source.data_bands == [1] and source.dtype.kind in "ui" and source.always_valid()
        nodata = 0.0 if silent and SENTINEL_2_FILE.search(stem) else None
        layers += [Layer(band, path, n, size, *scale, nodata, None, crs) for (n, band), scale in zip(mine, scales)]
    if not layers:
        raise PantauError(
            tr("{name} holds masks only, no image: choose another raster.").format(name=os.path.basename(rasters[0][0]))
        )
    values = kinds.pop() if len(kinds) == 1 else "numbers"
    first = layers[0].path
    for layer in layers:
        same = [one for one in layers if one.band.name and (one.band.name, one.size_m) == (layer.band.name, layer.size_m)]
        if len({one.path for one in same}) > 1:
            raise PantauError(
                tr("Band {band} is in {one} and in {other}: prepare one scene at a time.").format(
                    band=layer.band.name, one=os.path.basename(same[0].path), other=os.path.basename(same[-1].path)
                )
            )
    return Product(
        "rasters", os.path.basename(first if len(rasters) == 1 else os.path.dirname(os.path.abspath(first))), tuple(layers),
        tuple(masks), (), None, _date_in(os.path.basename(first)), "", values, assumed, tuple(notes),
    )  # fmt: skip


def _is_prepared(path: str) -> bool:
    return read_provenance(path).get("algorithm") == ALGORITHM


def _band_of_file(stem: str) -> Band:
    """What a file with one band holds, by its name."""
    for known in ("SCL", "QA_PIXEL", "QA60"):
        if re.search(rf"(?<![A-Za-z0-9]){known}(?![A-Za-z0-9])", stem, re.IGNORECASE):
            return Band(known)
    sentinel, landsat = SENTINEL_2_FILE.search(stem), LANDSAT_FILE.search(stem)
    if sentinel:
        return SENTINEL_2[sentinel.group(1)]
    if landsat:
        return (LANDSAT_8_9 if landsat.group(1) in ("08", "09") else LANDSAT_4_7).get(landsat.group(2), Band(landsat.group(2)))
    name = canonical(stem)
    return Band(name if re.fullmatch(r"(SR_)?B\d[\dA]?", name) else stem)


def _meaning(source: RasterSource, bands: Sequence[Band]) -> Tuple[str, List[Tuple[float, float]], bool]:
    """("reflectance", "bytes" or "numbers"; (gain, bias) of each selected band; whether the raster itself says so)."""
    scales = source.scales_offsets()
    if any(scale != (1.0, 0.0) for scale in scales):
        bright = [value * gain + bias for value, (gain, bias) in zip(percentiles(source, 98), scales)]
        return ("reflectance" if max(map(abs, bright)) <= 3.2 and source.dtype.kind != "f" else "numbers"), scales, True
    if source.dtype.kind == "f":
        return "numbers", scales, True
    if source.dtype.itemsize == 1:
        return "bytes", scales, True
    if is_landsat_unscaled(source, [band.name for band in bands]):
        return "reflectance", [(LANDSAT_GAIN, LANDSAT_BIAS)] * len(bands), True
    return "reflectance", [(0.0001, 0.0)] * len(bands), False


def _refuse_part_of_product(path: str, stem: str) -> None:
    """A band file of a product that lies beside it: alone, it does not say how its numbers become reflectance."""
    folder = os.path.dirname(os.path.abspath(path))
    if SENTINEL_2_FILE.search(stem):
        for _ in range(5):
            if any(not _is_landsat(one) for one in _products_in(folder)):
                _advise(path, folder)
            folder = os.path.dirname(folder)
    elif LANDSAT_FILE.search(stem) and any(_is_landsat(one) and stem[:40] in one for one in _products_in(folder)):
        _advise(path, folder)


def _advise(path: str, folder: str) -> None:
    raise PantauError(
        tr(
            "{name} is a part of the product {folder}, whose metadata say what its numbers mean: give that as FOLDER, and choose BANDS."
        ).format(name=os.path.basename(path), folder=folder)
    )


def _date_in(name: str) -> str:
    """The day that a file's name tells, as YYYY-MM-DD; empty where it tells none."""
    found = re.search(r"(?<!\d)(20\d\d)[-_]?(0[1-9]|1[0-2])[-_]?([0-2]\d|3[01])(?!\d)", name)
    return "-".join(found.groups()) if found else ""


def needs_jpeg2000(paths: Sequence[str]) -> bool:
    """Whether some of the files are JPEG 2000 and this GDAL cannot read it."""
    with quiet():
        able = any(attempt(gdal.GetDriverByName, name) is not None for name in JPEG2000_DRIVERS)
    return not able and any(path.lower().endswith(".jp2") for path in paths)
