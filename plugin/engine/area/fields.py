"""Zones and administrative units by name: the fields that hold the names, recognised by how agencies call them, and which names are one."""

from __future__ import annotations

import re
from typing import Dict, List, Optional, Sequence, Tuple

from ..raster.zones import Zones
from ..text import folded, number, tr

# Innermost first; the last is of layers with one level and nothing but a name.
ADMIN_FIELDS = ("WADMKD", "WADMKC", "WADMKK", "WADMPR", "NAMA")
PLAN_FIELDS = ("KODKWS", "NAMOBJ")
UNIT_FIELDS = ("WADMKC", *(name for name in ADMIN_FIELDS if name != "WADMKC"))  # a plan is judged by kecamatan

# How else a field of the ministry (Permen ATR/BPN 14/2021) is called, the likeliest first: in layers of BIG and BPS, of OCHA (ADM4_EN)
# and of GADM (NAME_4). "Pola ruang" comes before NAMOBJ, since a plan cut with other layers may have kept the NAMOBJ of a river.
_CALLED = {
    "KODKWS": ("KODKWS", "KODEKWS", "KODE_KWS"),
    "NAMOBJ": ("POLARUANG", "POLA_RUANG", "NAMOBJ", "NAMAOBJ", "NAMA_OBJ"),
    "WADMKD": (
        "WADMKD", "DESA", "KELURAHAN", "DESA_KEL", "DESAKEL", "DESA_KELUR", "KEL_DESA", "NAMA_DESA", "NAMA_KEL", "NMDESA", "ADM4_EN",
        "NAME_4",
    ),
    "WADMKC": ("WADMKC", "KECAMATAN", "KEC", "NAMA_KEC", "NMKEC", "ADM3_EN", "NAME_3"),
    "WADMKK": (
        "WADMKK", "KABKOT", "KAB_KOTA", "KABKOTA", "KABUPATEN", "KABUPATEN_", "KOTA", "NAMA_KAB", "NMKAB", "ADM2_EN", "NAME_2",
    ),
    "WADMPR": ("WADMPR", "PROVINSI", "PROPINSI", "PROV", "NAMA_PROV", "NMPROV", "ADM1_EN", "NAME_1"),
    "NAMA": ("NAMA", "NAME", "NAMOBJ"),
}  # fmt: skip
# Names that mean one thing also as a part of another, such as "desa_WADMKD" after a join and "WADMKD_1" after a union.
_DISTINCT = frozenset(
    ("KODKWS", "NAMOBJ", "JNSRPR", "ORDE01", "ORDE02", "ORDE03", "ORDE04", "WADMPR", "WADMKK", "WADMKC", "WADMKD")
)


def recognised(names: Sequence[str], wanted: Sequence[str]) -> Optional[str]:
    """The field of a layer that is the first of `wanted` to be there, in the layer's own spelling; None where none is.

    names: the layer's fields. wanted: names of the ministry, such as `PLAN_FIELDS` or ("JNSRPR",), in any capitals.
    """
    return next((found for name in wanted for found in [_find(names, name.upper())] if found is not None), None)


def admin_levels(names: Sequence[str]) -> List[str]:
    """The fields of administrative units that a layer has, outermost first, in its own spelling."""
    *levels, single = ADMIN_FIELDS
    found = [one for level in reversed(levels) for one in [_find(names, level)] if one is not None]
    return found or [one for one in [_find(names, single)] if one is not None]


def _find(names: Sequence[str], wanted: str) -> Optional[str]:
    """The field that is called so; or the only one that has the name among its parts."""
    spelled = {name.strip().upper(): name for name in reversed(names)}
    for called in _CALLED.get(wanted, (wanted,)):
        if called in spelled:
            return spelled[called]
    if wanted not in _DISTINCT:
        return None
    holding = [name for name in names if wanted in re.split(r"[^A-Z0-9]+", name.upper())]
    return holding[0] if len(holding) == 1 else None


# -- names


def nameless() -> str:
    """What a zone or a unit without a name is called."""
    return tr("(no name)")


def name_order(name: str) -> Tuple[bool, str]:
    """To sort names by: as a reader looks for them, and those without one last."""
    return name == nameless(), folded(name)


def spelled_alike(layers: Sequence[Zones]) -> List[Zones]:
    """The layers with names that differ in capitals and blanks only spelled as where they come first; all without a name are one."""
    spelled: Dict[str, str] = {}
    for layer in layers:
        for name in layer.names:
            spelled.setdefault(folded(name), " ".join(name.split()) or nameless())
    return [Zones(layer.polygons, [spelled[folded(name)] for name in layer.names], layer.name) for layer in layers]


def unnamed_sentence(layer: str, area_ha: float) -> str:
    """That a layer has zones without a name."""
    return tr("{area} ha of {plan} are in zones without a name, and are listed as {name}.").format(
        area=number(area_ha, 2), plan=layer, name=nameless()
    )
