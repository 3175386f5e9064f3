"""Which land cover agrees with which zone of a plan: a table that users edit, and one to begin with.

No official table of land cover by zone exists (Permen ATR/BPN 9/2017 asks for the degree of conformity and leaves the table to the
office), so what stands here is an example.
"""

from __future__ import annotations

import csv
import difflib
import io
import os
import re
from dataclasses import dataclass, field
from typing import Dict, Iterator, List, NamedTuple, Optional, Sequence, Tuple

from ..errors import PantauError
from ..raster.legend import PALETTE, Legend, LegendEntry
from ..text import folded, listed, tr
from .kinds import BARE, BUILT, GROUP_NAMES, KIND_NAMES, VEGETATED, LandKind, PlanZone, known_as, not_for_building

CONFORM, NONCONFORM, REVIEW, NOT_REALISED, NO_RULE = "conform", "nonconform", "review", "not_realised", "no_rule"
NO_DATA, OUTSIDE = "no_data", "outside"  # of the plan: the map shows no class there, or does not reach so far
ANY = "*"
EXAMPLE = os.path.join(os.path.dirname(__file__), "rtrw_rules_example.csv")
MOST_STATES = 200  # more are no states, but a column that holds something else
NOTHING = {"n/a", "#n/a", "na", "nan", "null", "none"}  # how programs write that a cell has no value
ALIKE = 0.8  # of texts, from 0 to 1 (difflib): above that, one is taken for the other with a slip in it
LISTED = 5  # lines that a warning names

# Told apart also by the colour-blind (Okabe & Ito 2008), and by how light they are.
STATES = {
    CONFORM: LegendEntry(1, "conform", "sesuai", "#009E73"),
    NONCONFORM: LegendEntry(2, "not conform", "tidak sesuai", "#D55E00"),
    REVIEW: LegendEntry(3, "to be reviewed", "perlu kajian", "#F0E442"),
    NOT_REALISED: LegendEntry(4, "not realised yet", "belum terwujud", "#9DB4C8"),
    NO_RULE: LegendEntry(5, "without a rule", "tanpa aturan", "#6A4C93"),
}
UNMAPPED = {
    NO_DATA: LegendEntry(0, "no data", "tanpa data", "#FFFFFF"),
    OUTSIDE: LegendEntry(0, "outside the map", "di luar peta", "#FFFFFF"),
}
OWN_COLORS = [PALETTE[place] for place in (1, 5, 4, 3, 7)]
ALIASES = {
    CONFORM: "conform, conforms, conforming, in conformity, compliant, sesuai",
    NONCONFORM: "nonconform, non conform, not conform, nonconforming, non conforming, not conforming, tidak sesuai, tak sesuai, tdk sesuai",
    REVIEW: "review, to review, to be reviewed, needs review, perlu kajian, perlu dikaji, kajian",
    NOT_REALISED: "not realised, not realized, not realised yet, not yet realised, belum terwujud, belum terealisasi, belum direalisasikan",
    NO_RULE: "no rule, without a rule, tanpa aturan",
    NO_DATA: "no data, tanpa data",
    OUTSIDE: "outside, outside the map, di luar peta",
}  # fmt: skip
_KNOWN = {alias.strip(): state for state, aliases in ALIASES.items() for alias in aliases.split(",")}
COLUMNS = {
    "class": ("class", "class code", "land cover", "kelas", "kode kelas", "tutupan lahan"),
    "zone": ("zone", "zona", "kawasan", "pola ruang", "kodkws", "namobj"),
    "status": ("status", "state", "kesesuaian", "conformity"),
}  # fmt: skip


class Rule(NamedTuple):
    """One line of a table. land, zone: code or name, or `ANY`. state: a key of `STATES`, or a text of the user's own."""

    line: int
    land: str
    zone: str
    state: str


def state_of(text: str) -> str:
    """The key of a state by any of its names; a text that is none of them is a state of its own."""
    plain = " ".join(text.split())
    return _KNOWN.get(re.sub(r"[\s_-]+", " ", plain.casefold()), plain)


def states_legend(own: Sequence[str]) -> Tuple[Legend, Dict[str, int]]:
    """(the classes of a conformity raster, {state: its code}): the five that are known from 1 on, and those of the user's own."""
    codes = {state: entry.code for state, entry in STATES.items()}
    entries = list(STATES.values())
    for place, state in enumerate(own):
        code = len(STATES) + 1 + place
        codes[state] = code
        entries.append(LegendEntry(code, state, state, OWN_COLORS[place % len(OWN_COLORS)]))
    return Legend(tuple(entries)), codes


def state_label(state: str) -> str:
    """What to call a state in the user's language."""
    entry = STATES.get(state) or UNMAPPED.get(state)
    return entry.label() if entry else state


# -- reading


def read_rules(path: str) -> List[Rule]:
    """The lines of a table of rules: CSV in UTF-8 with commas, semicolons or tabs, a header in English or Indonesian, # for remarks.

    Raises PantauError: a file that cannot be read, lacks a column, or has a line that is no rule.
    """
    name = os.path.basename(path)
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError as error:
        raise PantauError(
            tr("The rules {path} cannot be read ({reason}): check the name.").format(path=path, reason=error.strerror)
        ) from error
    try:
        return parse_rules(content.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise PantauError(
            tr("{name} is not written in UTF-8: save it as 'CSV UTF-8' in the spreadsheet program.").format(name=name)
        ) from error


def parse_rules(text: str, name: str) -> List[Rule]:
    """The rules of a table that was read. name: of the file, for messages."""
    rows = _rows(text)
    head = next(rows, None)
    if head is None:
        raise PantauError(tr("{name} is empty: give a table with the columns class, zone and status.").format(name=name))
    titles = [folded(cell.replace("_", " ")) for cell in head[1]]
    places = {column: next((titles.index(one) for one in known if one in titles), -1) for column, known in COLUMNS.items()}
    missing = [column for column, place in places.items() if place < 0]
    if missing:
        raise PantauError(
            tr(
                "{name} has no column {missing} (line {line} reads: {header}): give a table with the columns class, zone and status."
            ).format(name=name, missing=", ".join(missing), line=head[0], header=listed(head[1], 8))
        )
    rules: List[Rule] = []
    for line, cells in rows:
        values = [cells[place].strip() if place < len(cells) else "" for place in places.values()]
        if not all(values):
            raise PantauError(
                tr("Line {line} of {name} has no {column}: give class, zone and status, or remove the line.").format(
                    line=line, name=name, column=list(places)[values.index("")]
                )
            )
        if folded(values[2]) in NOTHING or not re.search(r"[^\W\d_]", values[2]):
            raise PantauError(
                tr(
                    "Line {line} of {name} has the status {status}, which is none: give a word such as sesuai, or remove the line."
                ).format(line=line, name=name, status=values[2])
            )
        state = state_of(values[2])
        if state in UNMAPPED:
            raise PantauError(
                tr(
                    "Line {line} of {name} has the status {status}, which says what the map shows and is no rule: give another."
                ).format(line=line, name=name, status=values[2])
            )
        rules.append(Rule(line, values[0], values[1], state))
    if not rules:
        raise PantauError(tr("{name} has no rule below its header: add lines of class, zone and status.").format(name=name))
    if len(own_states(rules)) > MOST_STATES:
        raise PantauError(
            tr("{name} has more than {most} different statuses: check that the column status holds them.").format(
                name=name, most=MOST_STATES
            )
        )
    return _unified(rules)


def _rows(text: str) -> Iterator[Tuple[int, List[str]]]:
    """(number of the line, its cells) of each line that is neither blank nor a remark."""
    lines = text.splitlines()
    remark = [re.match(r'\s*"?#', line) is not None or folded(line).startswith("sep=") for line in lines]
    first = next((line for line, its in zip(lines, remark) if not its and line.strip(" ,;\t")), "")
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(("" if its else line for line, its in zip(lines, remark)), delimiter=delimiter, skipinitialspace=True)
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, cells


def _unified(rules: Sequence[Rule]) -> List[Rule]:
    """The same, where one state of the user's own is spelled alike throughout."""
    spelled: Dict[str, str] = {}
    return [rule._replace(state=spelled.setdefault(folded(rule.state), rule.state)) for rule in rules]


def own_states(rules: Sequence[Rule]) -> List[str]:
    """The states that only the user knows, in the order of their first lines."""
    return list(dict.fromkeys(rule.state for rule in rules if rule.state not in STATES))


def about_own_states(rules: Sequence[Rule]) -> List[str]:
    """A sentence about each state that only the user knows, since it may be a slip of the pen; the first few."""
    known = [alias for alias, state in _KNOWN.items() if state in STATES]
    sentences = []
    for state in own_states(rules)[:LISTED]:
        line = next(rule.line for rule in rules if rule.state == state)
        near = difflib.get_close_matches(folded(state), known, 1, ALIKE)
        if near:
            sentence = tr("Line {line}: '{status}' is no known status; did you mean {near}? It counts as a status of its own.")
        else:
            sentence = tr("Line {line}: '{status}' is no known status; it counts as a status of its own.")
        sentences.append(sentence.format(line=line, status=state, near=near[0] if near else ""))
    return sentences


# -- applying


class Ruling(NamedTuple):
    """What the rules say of a class in a zone. source: how that came about: by a line that was given, by the shipped example, by whether
    land and zone are built, or by none."""

    state: str
    source: str


GIVEN, SHIPPED, GENERATED, NONE = "rules", "example", "default", "none"


@dataclass
class RuleTable:
    """The state of every class in every zone. name: of the file, empty where there was none. unused: lines that name nothing there is.
    unclear: keys of zones of which the example does not speak because they are called several things."""

    rulings: Dict[Tuple[int, str], Ruling]
    name: str = ""
    unused: List[Rule] = field(default_factory=list)
    unclear: List[str] = field(default_factory=list)

    def state(self, code: int, zone: str) -> str:
        """The state of a class in a zone."""
        return self.rulings[code, zone].state

    def only(self, classes: Legend) -> RuleTable:
        """The same for some of the classes."""
        codes = {entry.code for entry in classes}
        return RuleTable(
            {pair: ruling for pair, ruling in self.rulings.items() if pair[0] in codes}, self.name, self.unused, self.unclear
        )

    @property
    def own(self) -> List[str]:
        """States that only the user knows."""
        return list(dict.fromkeys(ruling.state for ruling in self.rulings.values() if ruling.state not in STATES))


def apply_rules(
    rules: Sequence[Rule], classes: Legend, zones: Sequence[PlanZone], kinds: Dict[int, LandKind], name: str
) -> RuleTable:
    """Say what the lines of a table mean for the classes and zones that there are; what no line speaks of is `NO_RULE`.

    A line may name a class by code or name, by a kind of land or a group of kinds, or mean any by `*`; a zone by code or name, or by
    `*`. The closer one wins: a zone's own lines before those of any zone, then class before kind before group before any.
    Raises PantauError where two lines contradict each other.
    """
    bound = _Bound(rules, classes, zones, name)
    rulings = {}
    for entry in classes:
        for zone in zones:
            rule = bound.find(entry.code, zone.key, kinds[entry.code])
            rulings[entry.code, zone.key] = Ruling(NO_RULE, NONE) if rule is None else Ruling(rule.state, GIVEN)
    return RuleTable(rulings, name, bound.unused)


def default_rules(
    classes: Legend, zones: Sequence[PlanZone], kinds: Dict[int, LandKind], built: Sequence[str], example: str = EXAMPLE
) -> RuleTable:
    """A table to begin with. built: keys of the zones for building.

    In zones for building, built-up land conforms, and vegetated or bare land is not realised yet. Elsewhere the shipped example speaks
    where it knows the zone, by its code or by what the code stands for, and the class's kind. Other land of a known kind is to be reviewed
    in a zone that is known, but for built-up land where it is not for building, which does not conform. Where a class or a zone is not
    known, there is no rule.
    """
    lines = read_rules(example)
    known = {folded(rule.zone): rule.zone for rule in lines}
    # By kinds alone: a class whose name and other name are two kinds would make the example contradict itself.
    bound = _Bound(lines, Legend(()), [PlanZone(zone) for zone in known.values()], os.path.basename(example))
    rulings, unclear = {}, []
    for zone in zones:
        place = known.get(known_as(zone, known), "")
        if not place and zone.key not in built and len(zone.others) > 1:
            unclear.append(zone.key)
        for entry in classes:
            rulings[entry.code, zone.key] = _default(bound, entry.code, zone, place, kinds[entry.code], zone.key in built)
    return RuleTable(rulings, unclear=unclear)


def _default(bound: _Bound, code: int, zone: PlanZone, place: str, kind: LandKind, is_built: bool) -> Ruling:
    """What there is to say of a class in a zone. place: what the example calls the zone, empty where it does not know it."""
    if not kind.is_known:
        return Ruling(NO_RULE, NONE)
    if is_built and kind.group in (BUILT, VEGETATED, BARE):
        return Ruling(CONFORM if kind.group == BUILT else NOT_REALISED, GENERATED)
    rule = bound.find(code, place, kind) if place else None
    if rule is not None:
        return Ruling(rule.state, SHIPPED)
    if not (place or is_built or not_for_building(zone)):
        return Ruling(NO_RULE, NONE)
    return Ruling(NONCONFORM if kind.group == BUILT else REVIEW, GENERATED)


class _Bound:
    """Rules as they apply to classes and zones. unused: lines whose class or zone does not occur."""

    def __init__(self, rules: Sequence[Rule], classes: Legend, zones: Sequence[PlanZone], name: str) -> None:
        self._rules: Dict[Tuple[str, str], Rule] = {}
        self.unused: List[Rule] = []
        for rule in rules:
            lands, places = _lands(rule.land, classes), _places(rule.zone, zones)
            if not lands or not places:
                self.unused.append(rule)
            # Also what does not occur is kept, under its own text, since two lines about it may contradict each other.
            for land in lands or [f"?{folded(rule.land)}"]:
                for place in places or [f"?{folded(rule.zone)}"]:
                    earlier = self._rules.setdefault((land, place), rule)
                    if earlier.state != rule.state:
                        raise PantauError(
                            tr(
                                "Lines {one} and {other} of {name} contradict each other: {land} in {zone} is {state} there and {second} here; "
                                "remove one of them."
                            ).format(
                                one=earlier.line, other=rule.line, name=name, land=rule.land, zone=rule.zone,
                                state=state_label(earlier.state), second=state_label(rule.state),
                            )
                        )  # fmt: skip

    def find(self, code: int, zone: str, kind: LandKind) -> Optional[Rule]:
        """The closest rule about a class in a zone."""
        lands = [f"={code}", *([f"kind {kind.kind}"] if kind.kind else []), f"group {kind.group}", ANY]
        found = (self._rules.get((land, place)) for place in (f"={zone}", ANY) for land in lands)
        return next((rule for rule in found if rule is not None), None)


def _lands(text: str, classes: Legend) -> List[str]:
    """What a text means: classes, and a kind of land or a group of kinds."""
    if text == ANY:
        return [ANY]
    name = folded(text)
    codes = [entry.code for entry in classes if name in (folded(entry.name), folded(entry.name_id))]
    if not codes and re.fullmatch(r"[+-]?\d+(\.0*)?", text):
        codes = [entry.code for entry in classes if entry.code == int(float(text))]
    found = [f"={code}" for code in codes]
    if name in KIND_NAMES:
        found.append(f"kind {KIND_NAMES[name]}")
    if name in GROUP_NAMES:
        found.append(f"group {GROUP_NAMES[name]}")
    return found


def _places(text: str, zones: Sequence[PlanZone]) -> List[str]:
    return [ANY] if text == ANY else [f"={zone.key}" for zone in zones if zone.called(text)]


# -- writing


def rules_csv(table: RuleTable, classes: Legend, zones: Sequence[PlanZone], area_ha: Dict[Tuple[int, str], float]) -> str:
    """The table that was used, as CSV: every class in every zone, with its hectares and where its status is from; to be edited and given
    back as RULES.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if table.name:
        writer.writerow(
            [tr("# Rules used, from {name}. Edit the column status and give the file back as the rules.").format(name=table.name)]
        )
    else:
        writer.writerow(
            [tr("# An example made by Pantau, not an official table. Edit the column status and give the file back as the rules.")]
        )
    writer.writerow(["class", "zone", "status", "area_ha", "source", "class_name", "zone_name"])
    for zone in zones:
        for entry in classes:
            ruling = table.rulings[entry.code, zone.key]
            area = f"{area_ha.get((entry.code, zone.key), 0.0):.4f}"
            names = [entry.label(), zone.name]
            writer.writerow([entry.code, zone.key, state_label(ruling.state), area, ruling.source, *names])
    return "\ufeff" + out.getvalue()  # spreadsheet programs take UTF-8 without this mark for another encoding
