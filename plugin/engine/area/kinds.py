"""What kind of land a class is, and which zones of a plan are for building: by their codes and names in either language."""

from __future__ import annotations

import csv
import re
from itertools import chain
from typing import Collection, Dict, List, NamedTuple, Optional, Sequence, Set, Tuple

from ..errors import PantauError
from ..landcover.class_patches import chosen_classes
from ..raster.legend import NOT, Legend, LegendEntry
from ..text import folded, tr

BUILT, BARE, VEGETATED, WATER, OTHER = "built", "bare", "vegetated", "water", "other"


class Kind(NamedTuple):
    """A kind of land. group: what it counts as when land to build on is sought. words: that name it in a class's name."""

    key: str
    group: str
    words: str


# The special ones first: a mine's pond is a mine, and a swamp forest is a forest. Burned land is of no kind: what burned decides.
KINDS = (
    Kind("burned", OTHER, "terbakar burned burnt"),
    Kind("mine", OTHER, "tambang pertambangan galian mine mines mining quarry tailings"),
    Kind("pond", OTHER, "tambak garam kolam empang pond ponds salt aquaculture"),
    Kind("mangrove", VEGETATED, "mangrove bakau"),
    Kind("forest", VEGETATED, "hutan pohon forest forests woodland tree trees"),
    Kind("crops", VEGETATED, "sawah padi pertanian ladang tegalan paddy rice crop crops cropland agriculture agricultural farmland"),
    Kind("plantation", VEGETATED, "perkebunan kebun sawit plantation plantations estate palm"),
    Kind("shrub", VEGETATED, "semak belukar rumput padang savana shrub shrubs shrubland bush grass grassland savanna herbaceous pasture"),
    Kind("wetland", OTHER, "rawa gambut wetland wetlands swamp peat marsh"),
    Kind("water", WATER, "air perairan sungai laut danau waduk water river sea ocean lake reservoir"),
    Kind("built", BUILT, "terbangun permukiman pemukiman perumahan bangunan gedung perkotaan kota desa industri jalan transmigrasi bandara "
         "pelabuhan built urban developed settlement settlements residential village city building buildings industrial road roads airport"),
    Kind("bare", BARE, "terbuka tanah pasir pantai gersang kosong bare open soil sand beach barren dryout"),
    Kind("vegetation", VEGETATED, "vegetasi hijau vegetation vegetated green"),
)  # fmt: skip
# Names by which a rule may mean a whole kind, or all of a group.
KIND_NAMES = {
    "mine": "mine", "tambang": "mine", "pond": "pond", "tambak": "pond", "mangrove": "mangrove", "bakau": "mangrove",
    "forest": "forest", "hutan": "forest", "crops": "crops", "pertanian": "crops", "plantation": "plantation",
    "perkebunan": "plantation", "shrub": "shrub", "semak": "shrub", "wetland": "wetland", "rawa": "wetland",
}  # fmt: skip
GROUP_NAMES = {
    "water": WATER, "air": WATER, "built": BUILT, "built-up": BUILT, "terbangun": BUILT, "lahan terbangun": BUILT,
    "bare": BARE, "terbuka": BARE, "lahan terbuka": BARE, "vegetated": VEGETATED, "vegetation": VEGETATED, "vegetasi": VEGETATED,
}  # fmt: skip

# Codes of zones for building (Permen ATR/BPN 14/2021): urban and rural settlement, industry, power plants, transport, roads.
BUILT_CODES = ("PK", "PD", "KPI", "PTL", "TR", "BJ")
BUILT_WORDS = {
    "permukiman", "pemukiman", "perumahan", "industri", "perdagangan", "jasa", "perkantoran", "perkotaan", "perdesaan",
    "transportasi", "pelabuhan", "bandara", "terminal", "terbangun", "jalan", "sarana", "spu", "settlement",
    "settlements", "residential", "housing", "commercial", "trade", "industrial", "industry", "urban", "built",
    "harbour", "port", "airport",
}  # fmt: skip
UNBUILT_WORDS = {
    "hutan", "hijau", "rth", "lindung", "taman", "pertanian", "perkebunan", "perikanan", "resapan", "forest", "green",
    "park", "protected", "agriculture",
}  # fmt: skip

# What the codes of Permen ATR/BPN 14/2021 stand for: a plan may have the names alone, with or without "kawasan" before them.
CODE_NAMES = {
    "badan air": "BA", "hutan lindung": "HL", "perlindungan setempat": "PS", "cagar alam": "CA", "suaka alam": "KSA", "taman nasional": "TN",
    "ekosistem mangrove": "EM", "hutan produksi terbatas": "HPT", "hutan produksi tetap": "HP", "hutan produksi yang dapat dikonversi": "HPK",
    "tanaman pangan": "P-1", "perkebunan": "P-3", "pembangkitan tenaga listrik": "PTL", "permukiman perkotaan": "PK",
    "permukiman perdesaan": "PD", "transportasi": "TR", "pertahanan dan keamanan": "HK",
}  # fmt: skip


class LandKind(NamedTuple):
    """What a class is. kind: key of a `Kind`, empty where its name tells none. group: one of the five groups."""

    kind: str
    group: str

    @property
    def is_known(self) -> bool:
        """Whether anything is known of it, by its name or because the user says so."""
        return bool(self.kind) or self.group != OTHER


def land_kinds(classes: Legend, built: str = "", bare: str = "", vegetated: str = "", name: str = "") -> Dict[int, LandKind]:
    """{code: what it is} of all classes.

    built, bare, vegetated: codes or names with commas, which then are all classes of that group; empty: known by name.
    name: of the map, for messages. Raises PantauError: a class that there is not, or that is in two lists.
    """
    given = {BUILT: built, BARE: bare, VEGETATED: vegetated}
    groups: Dict[int, str] = {}
    for group, text in given.items():
        for code in chosen_classes(text, classes, name):
            if groups.setdefault(code, group) != group:
                raise PantauError(
                    tr("Class {code} is given both as {one} and as {other}: leave it in one list.").format(
                        code=code, one=f"{groups[code].upper()}_CLASSES", other=f"{group.upper()}_CLASSES"
                    )
                )
    found = {}
    for entry in classes:
        kind = _kind(entry)
        group = kind.group if kind else OTHER
        if entry.code in groups:
            chosen = groups[entry.code]
            found[entry.code] = LandKind(kind.key if kind and group == chosen else "", chosen)
        elif given.get(group):  # the list is complete, and this class is not in it
            found[entry.code] = LandKind(kind.key if kind and kind.key != group else "", OTHER)
        else:
            found[entry.code] = LandKind(kind.key if kind else "", group)
    return found


def _kind(entry: LegendEntry) -> Optional[Kind]:
    for name in (entry.name, entry.name_id):
        words = set(re.findall(r"[^\W\d_]+", name.casefold()))
        if words & NOT:
            return None
        found = next((kind for kind in KINDS if words & set(kind.words.split())), None)
        if found is not None:
            return found
    return None


class PlanZone(NamedTuple):
    """A zone of the plan. key: what the plan field holds. others: what else the layer calls it, as its name or its code, what most of its
    ground is called first. is_usual: whether that is more than half of its ground."""

    key: str
    others: Tuple[str, ...] = ()
    is_usual: bool = True

    @property
    def name(self) -> str:
        """What else it is called; empty where it has no other name, or several and none for most of its ground."""
        return self.others[0] if self.others and self.is_usual else ""

    def label(self) -> str:
        """Code and name."""
        return " · ".join(filter(None, (self.key, self.name)))

    def called(self, text: str) -> bool:
        """Whether a text is its code or its name."""
        return folded(text) in {folded(one) for one in (self.key, *self.others)}


def known_as(zone: PlanZone, known: Collection[str]) -> str:
    """Which of the codes and names that are `known` (folded) a zone is, also by what a code stands for; empty where it is none.

    What the plan field holds decides; what else the layer calls the zone only where that is one thing.
    """
    for name in (zone.key, *(zone.others if len(zone.others) == 1 else ())):
        plain = folded(name)
        code = CODE_NAMES.get(re.sub(r"^(kawasan|zona) ", "", plain), "")
        found = next((one for one in (plain, folded(code)) if one and one in known), "")
        if found:
            return found
    return ""


def built_zones(zones: Sequence[PlanZone], text: str = "", name: str = "") -> List[str]:
    """Keys of the zones for building: those of a list of codes or names with commas; for an empty one, those known by code or name.

    A name that holds a comma itself stands in quotes.
    name: of the plan, for messages. Raises PantauError: a name that no zone has.
    """
    parts = chain.from_iterable(csv.reader(text.splitlines(), skipinitialspace=True))
    wanted = [part.strip() for part in parts if part.strip()]
    if not wanted:
        return [zone.key for zone in zones if _for_building(zone)]
    keys: List[str] = []
    for part in wanted:
        found = [zone.key for zone in zones if zone.called(part)]
        if not found:
            raise PantauError(
                tr("{plan} has no zone {zone}: give as BUILT_ZONES some of {known}.").format(
                    plan=name, zone=part, known=", ".join(zone.key for zone in zones)
                )
            )
        keys += [key for key in found if key not in keys]
    return keys


def _for_building(zone: PlanZone) -> bool:
    """Where a zone is called several things, all of them have to be for building."""
    return all(_names_building(names) for names in [(zone.key, other) for other in zone.others] or [(zone.key,)])


def _names_building(names: Sequence[str]) -> bool:
    if any(name.strip().upper() in BUILT_CODES for name in names):
        return True
    words = _words(names)
    return bool(words & BUILT_WORDS) and not words & UNBUILT_WORDS


def not_for_building(zone: PlanZone) -> bool:
    """Whether a zone's names say what it is, and that it is not for building; not where it is called several things."""
    return len(zone.others) < 2 and bool(_words((zone.key, *zone.others)) & UNBUILT_WORDS)


def _words(names: Sequence[str]) -> Set[str]:
    return {word for name in names for word in re.findall(r"[^\W\d_]+", name.casefold())}
