"""Fields of plans and administrative units, as layers of several agencies have them."""

import pytest
from pantau.plugin.engine.area.fields import ADMIN_FIELDS, PLAN_FIELDS, UNIT_FIELDS, admin_levels, recognised

RTRW = [
    "OBJECTID",
    "NAMOBJ",
    "ORDE01",
    "ORDE02",
    "ORDE03",
    "ORDE04",
    "JNSRPR",
    "KODKWS",
    "LUASHA",
    "WADMPR",
    "WADMKK",
    "WADMKC",
    "WADMKD",
]
RIVERS_CUT_IN = ["OBJECTID_1", "FID_SUngai", "NAMOBJ", "TIPSNG", "Peng_Lah", "Polaruang", "Kode", "Luas"]  # of a shared layer


@pytest.mark.parametrize(("names", "plan", "unit"), [
    (RTRW, "KODKWS", "WADMKD"),
    ([name.lower() for name in RTRW], "kodkws", "wadmkd"),
    (["NamObj", "WADMKK"], "NamObj", "WADMKK"),
    (["fid", "rtrw_KODKWS", "WADMKC_1"], "rtrw_KODKWS", "WADMKC_1"),  # after a join and a union
    (["KODKWS_1", "KODKWS_2", "Wadmkc_1", "Wadmkc_2"], None, None),  # which one?
    (["WADMKD_1", "WADMKD", "KODE_DESA"], None, "WADMKD"),
    (["kode", "nama", "area_ha_utm"], None, "nama"),
    (["KODE_DESA", "KECAMATAN"], None, "KECAMATAN"),  # a number is no name
    (["Name", "NAME_1", "NAME_2"], None, "NAME_2"),
    (["PROVINSI", "KABUPATEN_", "nama"], None, "KABUPATEN_"),  # KABUPATEN_KOTA in a DBF
    (RIVERS_CUT_IN, "Polaruang", "NAMOBJ"),
    (["NAMADESAWADMKD", "PLAN"], None, None),
    ([], None, None),
])  # fmt: skip
def test_fields_are_recognised_however_they_are_spelled(names, plan, unit):
    assert recognised(names, PLAN_FIELDS) == plan
    assert recognised(names, ADMIN_FIELDS) == unit


def test_a_plan_is_judged_by_kecamatan_where_it_can_be():
    assert recognised(RTRW, UNIT_FIELDS) == "WADMKC"
    assert recognised(["WADMPR", "WADMKD"], UNIT_FIELDS) == "WADMKD"


def test_a_single_field_of_the_ministry():
    assert recognised(RTRW, ("jnsrpr",)) == "JNSRPR"
    assert recognised(RTRW, ("ORDE04", "ORDE01")) == "ORDE04"
    assert recognised(["orde01"], ("ORDE04", "ORDE01")) == "orde01"


@pytest.mark.parametrize(("names", "levels"), [
    (RTRW, ["WADMPR", "WADMKK", "WADMKC", "WADMKD"]),
    (["wadmkd", "wadmkk", "NAMOBJ"], ["wadmkk", "wadmkd"]),
    (["DESA", "KECAMATAN", "KABKOT", "PROVINSI", "nama"], ["PROVINSI", "KABKOT", "KECAMATAN", "DESA"]),
    (["ADM1_EN", "ADM2_EN", "ADM2_PCODE"], ["ADM1_EN", "ADM2_EN"]),
    (["kode", "nama", "area_ha_utm"], ["nama"]),
    (["kode"], []),
])  # fmt: skip
def test_levels_run_from_the_outermost(names, levels):
    assert admin_levels(names) == levels
