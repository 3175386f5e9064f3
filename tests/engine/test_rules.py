"""Tables of rules: what an officer's spreadsheet writes, KLHK's own class names, and the example that is shipped."""

import csv

import pytest
from pantau.plugin.engine.area import rules as module
from pantau.plugin.engine.area.kinds import BARE, BUILT, OTHER, VEGETATED, WATER, PlanZone, built_zones, land_kinds
from pantau.plugin.engine.area.rules import (
    CONFORM,
    EXAMPLE,
    NO_RULE,
    NONCONFORM,
    NOT_REALISED,
    REVIEW,
    Rule,
    about_own_states,
    apply_rules,
    default_rules,
    parse_rules,
    read_rules,
    rules_csv,
    state_of,
    states_legend,
)
from pantau.plugin.engine.errors import PantauError
from pantau.plugin.engine.raster.legend import Legend, LegendEntry
from pantau.plugin.engine.sample.district import make

CLASSES = Legend(
    tuple(
        LegendEntry(code, name, name_id, "#000000")
        for code, name, name_id in (
            (1, "forest", "hutan"), (5, "paddy field", "sawah"), (10, "settlement", "permukiman"), (13, "bare field", "lahan terbuka"),
            (30, "river", "sungai"), (40, "cloud", "awan"),
        )
    )
)  # fmt: skip
ZONES = [PlanZone("HL", ("Kawasan Hutan Lindung",)), PlanZone("PK", ("Kawasan Permukiman Perkotaan",)), PlanZone("X")]
KINDS = land_kinds(CLASSES)


def applied(text):
    return apply_rules(parse_rules(text, "rules.csv"), CLASSES, ZONES, KINDS, "rules.csv")


@pytest.mark.parametrize(
    "content",
    [
        b"class,zone,status\n1,HL,conform\n10,HL,nonconform\n",
        b"\xef\xbb\xbfclass;zone;status\r\n1;HL;conform\r\n10;HL;nonconform\r\n",
        "\ufeffKelas;Kawasan;Kesesuaian\n1;HL;Sesuai\n10;HL;TIDAK  SESUAI\n".encode(),
        b"# remark, with; signs\n\nzone\tarea_ha\tclass\tstatus\nHL\t3,5\t1\tsesuai\nHL\t\t10\tTidak_Sesuai\n",
        b'"# remark, quoted"\nsep=,\nZona,Status,"Kelas"\n"HL","sesuai","1"\n,,\nHL,tidak sesuai,10\n# end\n',
    ],
)
def test_what_spreadsheets_write(tmp_path, content):
    path = tmp_path / "rules.csv"
    path.write_bytes(content)
    assert [rule[1:] for rule in read_rules(str(path))] == [("1", "HL", CONFORM), ("10", "HL", NONCONFORM)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "rules.csv is empty"),
        ("# only a remark\n", "rules.csv is empty"),
        ("class,zone\n1,HL\n", r"no column status \(line 1 reads: class, zone\)"),
        ("# a\nclass,zone,status\n", "no rule below its header"),
        ("# a\nclass,zone,status\n1,HL,conform\n2,,conform\n", "Line 4 of rules.csv has no zone"),
        ("class,zone,status\n1,HL\n", "Line 2 of rules.csv has no status"),
        ("class,zone,status\n1,HL,sesuai\n1,PK,1\n", "Line 3 of rules.csv has the status 1, which is none"),
        ("class,zone,status\n1,HL,N/A\n", "Line 2 of rules.csv has the status N/A, which is none"),
        ("class,zone,status\n1,HL,-\n", "Line 2 of rules.csv has the status -, which is none"),
        ("class,zone,status\n1,HL,no_data\n", "Line 2 of rules.csv has the status no_data"),
        ("class,zone,status\n" + "".join(f"1,Z{n},state {n}\n" for n in range(201)), "more than 200 different statuses"),
    ],
)
def test_bad_lines_are_one_sentence(text, words):
    with pytest.raises(PantauError, match=words):
        parse_rules(text, "rules.csv")


def test_files_that_cannot_be_read(tmp_path):
    with pytest.raises(PantauError, match="cannot be read"):
        read_rules(str(tmp_path / "none.csv"))
    (tmp_path / "latin.csv").write_bytes("class,zone,status\nhutan \xe9,HL,sesuai\n".encode("latin-1"))
    with pytest.raises(PantauError, match="latin.csv is not written in UTF-8"):
        read_rules(str(tmp_path / "latin.csv"))


def test_classes_and_zones_by_code_and_name():
    table = applied(
        "class,zone,status\nForest,hl,conform\n SAWAH ,Kawasan hutan  lindung,review\n10,PK,conform\n10.0,HL,nonconform\nocean,HL,review\n"
    )
    assert [table.state(code, "HL") for code in (1, 5, 10, 13)] == [CONFORM, REVIEW, NONCONFORM, NO_RULE]
    assert (table.state(10, "PK"), table.state(1, "X")) == (CONFORM, NO_RULE)
    assert [rule.line for rule in table.unused] == [6]


def test_the_closer_line_wins():
    table = applied(
        "class,zone,status\n*,*,review\n1,*,conform\n*,HL,nonconform\nvegetated,HL,not_realised\ncrops,HL,Perlu izin\n13,HL,conform\n"
    )
    assert [table.state(code, "HL") for code in (1, 5, 10, 13)] == [NOT_REALISED, "Perlu izin", NONCONFORM, CONFORM]
    assert [table.state(code, "X") for code in (1, 5)] == [CONFORM, REVIEW]
    assert table.own == ["Perlu izin"]


@pytest.mark.parametrize(
    ("lines", "one", "other"),
    [
        ("1,HL,conform\n1,HL,nonconform\n", 2, 3),
        ("1,HL,conform\n5,HL,conform\nhutan,Kawasan Hutan Lindung,review\n", 2, 4),
        ("*,*,conform\n*,*,review\n", 2, 3),
        ("ocean,HL,conform\nOcean,HL,review\n", 2, 3),
    ],
)
def test_contradictions_name_both_lines(lines, one, other):
    with pytest.raises(PantauError, match=f"Lines {one} and {other} of rules.csv contradict each other"):
        applied("class,zone,status\n" + lines)
    same = "\n".join(f"{line.rsplit(',', 1)[0]},sesuai" for line in lines.splitlines())
    applied("class,zone,status\n" + same)  # said twice is no contradiction


def test_statuses_in_both_languages_and_own():
    names = ("Sesuai", "non-conform", "perlu kajian", "Belum Terwujud", "tanpa aturan", "Perlu  izin")
    assert [state_of(one) for one in names] == [CONFORM, NONCONFORM, REVIEW, NOT_REALISED, NO_RULE, "Perlu izin"]
    rules = parse_rules("class,zone,status\n1,HL,Perlu izin\n5,HL,perlu IZIN\n", "r")
    assert rules == [Rule(2, "1", "HL", "Perlu izin"), Rule(3, "5", "HL", "Perlu izin")]
    legend, codes = states_legend(["Perlu izin"])
    assert codes == {CONFORM: 1, NONCONFORM: 2, REVIEW: 3, NOT_REALISED: 4, NO_RULE: 5, "Perlu izin": 6}
    assert [one.name_id for one in legend][:4] == ["sesuai", "tidak sesuai", "perlu kajian", "belum terwujud"]
    assert len({one.color for one in legend}) == 6


# The 23 classes of the ministry of environment and forestry (KLHK; SNI 7645), and what they are.
KLHK = {
    "Hutan lahan kering primer": VEGETATED, "Hutan lahan kering sekunder": VEGETATED, "Hutan mangrove primer": VEGETATED,
    "Hutan mangrove sekunder": VEGETATED, "Hutan rawa primer": VEGETATED, "Hutan rawa sekunder": VEGETATED, "Hutan tanaman": VEGETATED,
    "Hutan tanaman industri": VEGETATED, "Perkebunan": VEGETATED, "Semak belukar": VEGETATED, "Semak belukar rawa": VEGETATED,
    "Savana/padang rumput": VEGETATED, "Pertanian lahan kering": VEGETATED, "Pertanian lahan kering campur semak": VEGETATED,
    "Sawah": VEGETATED, "Tambak": OTHER, "Permukiman": BUILT, "Transmigrasi": BUILT, "Bandara/Pelabuhan": BUILT, "Tanah terbuka": BARE,
    "Pertambangan": OTHER, "Rawa": OTHER, "Tubuh air": WATER, "Awan": OTHER,
}  # fmt: skip


def test_kinds_of_the_ministrys_classes():
    legend = Legend(tuple(LegendEntry(code, name, name, "#000000") for code, name in enumerate(KLHK)))
    assert {entry.name: land_kinds(legend)[entry.code].group for entry in legend} == KLHK


def test_kinds_of_other_legends():
    names = ("Built-up", "Bare land", "Non-built", "Lahan Terbangun", "Badan Air", "tailings pond", "Vegetasi", "bukan hutan", "7")
    legend = Legend(tuple(LegendEntry(code, name, name, "#000000") for code, name in enumerate(names)))
    assert [one.group for one in land_kinds(legend).values()] == [BUILT, BARE, OTHER, BUILT, WATER, OTHER, VEGETATED, OTHER, OTHER]


def test_lists_of_classes_replace_what_names_tell():
    kinds = land_kinds(CLASSES, built="40", vegetated="forest,13")
    assert [kinds[entry.code].group for entry in CLASSES] == [VEGETATED, OTHER, OTHER, VEGETATED, WATER, BUILT]
    with pytest.raises(PantauError, match="Class 10 is given both as BUILT_CLASSES and as BARE_CLASSES"):
        land_kinds(CLASSES, built="settlement", bare="10")
    with pytest.raises(PantauError, match="map has no class called sand"):
        land_kinds(CLASSES, bare="sand", name="map")


def test_zones_for_building():
    zones = [PlanZone(*one) for one in (
        ("PK",), ("HL", ("Kawasan Hutan Lindung",)), ("Kawasan Peruntukan Industri",), ("Kawasan Hutan Kota Perkotaan",), ("PTL",),
        ("Permukiman, perdagangan dan jasa",), ("Ruang Terbuka Hijau Perkotaan",), ("P-1", ("Kawasan Tanaman Pangan",)),
    )]  # fmt: skip
    assert built_zones(zones) == ["PK", "Kawasan Peruntukan Industri", "PTL", "Permukiman, perdagangan dan jasa"]
    assert built_zones(zones, 'pk, "permukiman, perdagangan dan jasa", Kawasan Hutan Lindung') == [
        "PK", "Permukiman, perdagangan dan jasa", "HL",
    ]  # fmt: skip
    with pytest.raises(PantauError, match="rtrw has no zone ZZ: give as BUILT_ZONES some of PK, HL"):
        built_zones(zones, "ZZ", "rtrw")


def test_default_rules():
    table = default_rules(CLASSES, ZONES, KINDS, ["PK"])
    assert [table.state(entry.code, "PK") for entry in CLASSES] == [
        NOT_REALISED,
        NOT_REALISED,
        CONFORM,
        NOT_REALISED,
        REVIEW,
        NO_RULE,  # clouds are of no kind
    ]
    assert [table.state(entry.code, "HL") for entry in CLASSES] == [CONFORM, NONCONFORM, NONCONFORM, NONCONFORM, CONFORM, NO_RULE]
    assert {table.state(entry.code, "X") for entry in CLASSES} == {NO_RULE}
    assert {ruling.source for ruling in table.rulings.values()} == {"default", "example", "none"}


def test_a_zone_of_several_names_has_an_example_only_by_its_own():
    """Kawasan Budi Daya holds zones of many codes, and what the example says of each is another thing."""
    zones = [PlanZone("Kawasan Budi Daya", ("HP", "PK")), PlanZone("HL", ("Lindung A", "Lindung B")), PlanZone("Lindung", ("BA",))]
    table = default_rules(CLASSES, zones, KINDS, built_zones(zones))
    assert built_zones(zones) == []
    assert {table.state(entry.code, "Kawasan Budi Daya") for entry in CLASSES} == {NO_RULE}
    assert (table.state(1, "HL"), table.state(1, "Lindung")) == (CONFORM, NONCONFORM)
    assert table.unclear == ["Kawasan Budi Daya"]


def test_a_class_of_two_kinds_makes_the_example_no_contradiction():
    legend = Legend((LegendEntry(1, "forest", "tambang", "#000000"),))
    assert default_rules(legend, ZONES, land_kinds(legend), []).state(1, "HL") == CONFORM  # the first name decides


def test_slips_in_a_status_are_told():
    rules = parse_rules("class,zone,status\n1,HL,Ssuai\n5,HL,Perlu izin\n10,HL,Ssuai\n", "r")
    assert about_own_states(rules) == [
        "Line 2: 'Ssuai' is no known status; did you mean sesuai? It counts as a status of its own.",
        "Line 3: 'Perlu izin' is no known status; it counts as a status of its own.",
    ]
    assert [rule.state for rule in rules] == ["Ssuai", "Perlu izin", "Ssuai"]


def test_default_rules_of_a_plan_without_codes():
    named = [PlanZone("Kawasan Hutan Lindung"), PlanZone("Badan Air"), PlanZone("Hutan Lindung Bakau")]
    table = default_rules(CLASSES, named, KINDS, [])
    assert [table.state(1, zone.key) for zone in named] == [CONFORM, NONCONFORM, REVIEW]
    assert [table.state(10, zone.key) for zone in named] == [NONCONFORM] * 3


def test_the_example_is_labelled_and_speaks_of_the_usual_codes():
    with open(EXAMPLE, encoding="utf-8") as file:
        lines = file.read().splitlines()
    assert lines[0].startswith("# CONTOH - bukan tabel resmi")
    assert lines[1].startswith("# EXAMPLE - not an official table")
    rules = read_rules(EXAMPLE)
    codes = set(
        ["BA", "HL", "PS", "CA", "KSA", "TN", "EM", "HPT", "HP", "HPK", "P-1", "P-3", "PTL", "PK", "PD", "TR", "HK"]
    )  # seen in published plans
    assert codes <= {rule.zone for rule in rules}
    assert {rule.state for rule in rules} == {CONFORM, NONCONFORM, REVIEW, NOT_REALISED}
    zones = [PlanZone(code) for code in sorted(codes)]
    table = apply_rules(rules, CLASSES.only([1, 5, 10, 13, 30]), zones, KINDS, "example")
    assert NO_RULE not in {ruling.state for ruling in table.rulings.values()}
    assert not {rule.line for rule in table.unused} & set(range(6))


def test_the_table_that_was_used_can_be_given_back(tmp_path, monkeypatch):
    table = default_rules(CLASSES, ZONES, KINDS, ["PK"])
    text = rules_csv(table, CLASSES, ZONES, {(1, "HL"): 12.34567})
    assert text.startswith('\ufeff"# An example made by Pantau, not an official table.')
    path = tmp_path / "out.csv"
    for language in ("en", "id"):
        monkeypatch.setattr("pantau.plugin.engine.text._language", language)
        path.write_text(rules_csv(table, CLASSES, ZONES, {(1, "HL"): 12.34567}), encoding="utf-8")
        again = apply_rules(read_rules(str(path)), CLASSES, ZONES, KINDS, "out.csv")
        assert {pair: one.state for pair, one in again.rulings.items()} == {pair: one.state for pair, one in table.rulings.items()}
    assert "# Rules used, from out.csv." in rules_csv(again, CLASSES, ZONES, {})
    rows = list(csv.DictReader(text.splitlines()[1:]))
    assert list(rows[0]) == ["class", "zone", "status", "area_ha", "source", "class_name", "zone_name"]
    assert (rows[0]["area_ha"], rows[0]["source"], rows[0]["zone_name"]) == ("12.3457", "example", "Kawasan Hutan Lindung")


def test_a_pair_without_a_rule_stays_one_when_given_back():
    table = applied("class,zone,status\n1,HL,conform\n")
    again = apply_rules(parse_rules(rules_csv(table, CLASSES, ZONES, {})[1:], "r"), CLASSES, ZONES, KINDS, "r")
    assert again.state(1, "HL") == CONFORM
    assert again.state(10, "HL") == NO_RULE
    assert again.own == []


def test_rules_of_the_sample_district(tmp_path):
    make(str(tmp_path), "small", 0)
    rules = read_rules(str(tmp_path / "plan_rules.csv"))
    assert len(rules) == 14 * 11
    assert {rule.state for rule in rules} == {CONFORM, NONCONFORM}
    assert module.own_states(rules) == []
