"""The plan in force against the revised plan: rectangles in an equal-area plane, where every hectare is known."""

import re

import numpy as np
import pytest
from osgeo import ogr, osr
from pantau.plugin.engine.area.plan_compare import Balance, Ground, compare_plans, unnamed_ha
from pantau.plugin.engine.area.plan_compare_report import report
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.gdal_guard import spatial_reference
from pantau.plugin.engine.raster.legend import usual_color
from pantau.plugin.engine.raster.zones import Zones
from pantau.plugin.engine.report.charts import ALIKE, distinct_colors
from pantau.plugin.engine.report.charts import _apart as apart
from pantau.plugin.engine.text import numbers_in
from rectangles import box, layer, near, wkt
from scenes import Notes

# 20 x 10 ha. Forest gives 30 ha to fields and 20 ha to the town; 10 ha of it leave the plan, and 5 ha of town come in.
OLD = [("Hutan", box(0, 0, 10, 10)), ("Sawah", box(10, 0, 20, 10))]
NEW = [("Hutan", box(0, 0, 4, 10)), ("sawah ", box(4, 0, 7, 10)), ("SAWAH", box(10, 0, 20, 10)), ("Kota", box(7, 0, 9, 10)), ("Kota", box(20, 0, 20.5, 10))]  # fmt: skip
UNITS = [("North", box(0, 5, 20, 10)), ("South", box(0, 0, 20, 5))]


def plans(old=OLD, new=NEW):
    return layer(*old, name="in force"), layer(*new, name="revised")


def rows(comparison):
    return {row[:3]: row.area_ha for row in comparison.balance.rows()}


def test_from_zone_to_zone_by_hand():
    compared = compare_plans(*plans())
    assert rows(compared) == {
        (None, "Hutan", "Hutan"): near(40), (None, "Hutan", "Sawah"): near(30), (None, "Hutan", "Kota"): near(20),
        (None, "Hutan", None): near(10), (None, "Sawah", "Sawah"): near(100), (None, None, "Kota"): near(5),
    }  # fmt: skip
    balance, flows = compared.balance, compared.balance.flows
    assert balance.zones == ["Hutan", "Kota", "Sawah"]
    assert (flows.changed_ha, flows.unchanged_ha, flows.changed_percent) == (near(50), near(140), near(100 * 50 / 190))
    assert (balance.left_ha, balance.come_ha) == (near(10), near(5))
    assert (balance.both_ha, balance.changed_ha, balance.changed_percent) == (near(190), near(50), near(100 * 50 / 190))
    assert [balance.old_ha.tolist(), balance.new_ha.tolist()] == [near([100, 0, 100]), near([40, 25, 130])]
    assert [(patch.rank, patch.before, patch.after, patch.area_ha) for patch in compared.patches] == [
        (1, "Hutan", "Sawah", near(30)), (2, "Hutan", "Kota", near(20)),
    ]  # fmt: skip
    assert (balance.ground_ha, balance.overlap_ha) == (near(205), near((0, 0)))


def test_units_add_up_to_the_whole_and_ground_in_none_has_no_unit():
    whole, parted = compare_plans(*plans()), compare_plans(*plans(), layer(*UNITS, ("Sea", box(50, 0, 60, 9)), name="kecamatan"))
    found = rows(parted)
    assert found["North", "Hutan", "Sawah"] == near(15)
    assert found[None, None, "Kota"] == near(5)
    assert {names[0] for names in found} == {"North", "South", None}  # nothing is planned in the sea
    for pair in {row[1:3] for row in whole.balance.rows()}:
        assert sum(area for names, area in found.items() if names[1:] == pair) == pytest.approx(
            rows(whole)[(None, *pair)], rel=1e-9
        )
    assert parted.balance.no_admin_ha == near(5)
    assert parted.balance.ground_ha == near(205)
    assert [patch.admin for patch in parted.patches].count("North") == 2


def test_the_same_plan_twice_shows_no_change_even_where_its_zones_overlap():
    same = [*OLD, ("Danau", box(8, 2, 12, 6)), ("danau", box(8, 2, 12, 7))]
    compared = compare_plans(*plans(same, same))
    assert compared.balance.flows.changed_ha == 0
    assert compared.patches == []
    assert compared.overlap_ha == near([20, 20])
    assert rows(compared) == {
        (None, "Hutan", "Hutan"): near(100),
        (None, "Sawah", "Sawah"): near(100),
        (None, "Danau", "Danau"): near(20),
    }
    assert "give all 200.00 ha that both cover the same zones" in report(compared)


def test_zones_that_overlap_in_one_plan_only():
    """The old plan has forest and lake on 4 ha; the new one has the forest only: the lake became forest, and the forest stayed."""
    compared = compare_plans(*plans([("Hutan", box(0, 0, 10, 10)), ("Danau", box(0, 0, 2, 2))], [("Hutan", box(0, 0, 10, 10))]))
    assert rows(compared) == {(None, "Hutan", "Hutan"): near(100), (None, "Danau", "Hutan"): near(4)}
    assert (compared.overlap_ha, compared.balance.ground_ha) == (near([4, 0]), near(100))


def test_swapped_plans_give_the_transpose():
    there, back = compare_plans(*plans()), compare_plans(*reversed(plans()))
    swapped = {(admin, after, before): area for (admin, before, after), area in rows(there).items()}
    assert {tuple(name and name.casefold() for name in names): area for names, area in rows(back).items()} == {
        tuple(name and name.casefold() for name in names): pytest.approx(area, rel=1e-12) for names, area in swapped.items()
    }


def test_zones_without_a_name_are_a_zone_and_are_told():
    notes = Notes()
    compared = compare_plans(*plans([("", box(0, 0, 4, 10)), ("  ", box(4, 0, 5, 10)), ("Hutan", box(5, 0, 10, 10))],
                                    [("", box(0, 0, 1, 10)), ("Hutan", box(1, 0, 10, 10))]), monitor=notes)  # fmt: skip
    assert rows(compared) == {
        (None, "(no name)", "(no name)"): near(10), (None, "(no name)", "Hutan"): near(40), (None, "Hutan", "Hutan"): near(50),
    }  # fmt: skip
    assert unnamed_ha(compared.balance) == (near(50), near(10))
    assert notes.warnings == [
        "50.00 ha of in force are in zones without a name, and are listed as (no name).",
        "10.00 ha of revised are in zones without a name, and are listed as (no name).",
    ]
    assert notes.warnings[0] in report(compared)


def test_strips_of_a_boundary_drawn_twice_count_and_are_told():
    """The border between two zones moved by 5 m over 1 km: half a hectare, all of it in a strip."""
    compared = compare_plans(
        *plans([("A", box(0, 0, 5, 10)), ("B", box(5, 0, 10, 10))], [("A", box(0, 0, 5.05, 10)), ("B", box(5.05, 0, 10, 10))])
    )
    assert (compared.balance.flows.changed_ha, compared.narrow_ha) == (near(0.5), near(0.5))
    wider = compare_plans(
        *plans([("A", box(0, 0, 5, 10)), ("B", box(5, 0, 10, 10))], [("A", box(0, 0, 5.2, 10)), ("B", box(5.2, 0, 10, 10))])
    )
    assert (wider.balance.flows.changed_ha, wider.narrow_ha) == (near(2), 0)


def test_plans_apart_and_plans_without_a_crs():
    with pytest.raises(PantauError, match="^in force and revised share no ground"):
        compare_plans(*plans(OLD, [("Hutan", box(90, 0, 99, 9))]))
    with pytest.raises(PantauError, match="^revised has no polygon with an area"):
        compare_plans(*plans(OLD, []))
    with pytest.raises(PantauError, match="^plan has no CRS"):
        compare_plans(layer(*OLD, crs=""), layer(*NEW, crs=""))
    assert rows(compare_plans(layer(*OLD, crs=""), layer(*NEW, name="revised"))) == rows(compare_plans(*plans()))


def test_plans_in_other_crs_agree_to_a_millionth():
    """The revised plan in UTM, and in degrees, with a point every 20 m."""
    old, new = plans()
    expected = {str(names).casefold(): area for names, area in rows(compare_plans(old, new)).items()}
    for crs in (wkt(32750), wkt(4326)):
        change = osr.CoordinateTransformation(spatial_reference(new.polygons.crs), spatial_reference(crs))
        shapes = [ogr.CreateGeometryFromWkb(wkb) for wkb in new.polygons.wkb]
        for shape in shapes:
            shape.Segmentize(20)
            shape.Transform(change)
        moved = Zones(Polygons([bytes(shape.ExportToWkb()) for shape in shapes], crs), new.names, new.name)
        found = {str(names).casefold(): area for names, area in rows(compare_plans(old, moved)).items()}
        # a ten-millionth of the plan, which is the way there and back in the plane of equal areas
        assert {names: found.get(names) for names in expected} == {
            names: pytest.approx(area, abs=2e-5) for names, area in expected.items()
        }
        assert sum(found.values()) - sum(found[names] for names in expected) < 1e-4  # along the edges
        back = {(admin, after, before): area for (admin, before, after), area in rows(compare_plans(moved, old)).items()}
        assert {str(names).casefold() for names in back} >= set(expected)


@pytest.mark.parametrize("overlaps", [False, True])
def test_printed_figures_add_up_in_every_direction(overlaps):
    rng = np.random.default_rng(5)
    units, zones = [("K",), ("L",), ("M",), (None,)], ["A", "B", "C", "D"]
    sets = [(), *((zone,) for zone in zones), *((("A", "B"), ("B", "C", "D")) if overlaps else ())]
    if overlaps:
        units.append(("K", "L"))
    grounds = [
        Ground(unit, before, after, float(rng.uniform(0, 3) ** 3))
        for unit in units for before in sets for after in sets if before or after
    ]  # fmt: skip
    exact, printed = Balance(grounds, zones), Balance(grounds, zones).rounded(1)
    tenths = [10 * ground.area_ha for ground in printed.grounds]
    assert tenths == pytest.approx([round(value) for value in tenths], abs=1e-9)
    true = {ground[:3]: ground.area_ha for ground in exact.grounds}
    assert all(abs(ground.area_ha - true[ground[:3]]) < 0.1 for ground in printed.grounds)
    for one in (printed, *printed.units().values()):
        assert one.old_ha == pytest.approx(one.stayed_ha + one.lost_ha + one.only_old_ha)
        assert one.new_ha == pytest.approx(one.stayed_ha + one.gained_ha + one.only_new_ha)
        assert one.old_ha.sum() - one.overlap_ha[0] + one.come_ha == pytest.approx(one.ground_ha)
    assert printed.ground_ha == pytest.approx(sum(ground.area_ha for ground in exact.grounds), abs=0.1)
    several = sum(ground.area_ha for ground in printed.grounds if len(ground.units) > 1)
    assert sum(unit.both_ha + unit.left_ha + unit.come_ha for unit in printed.units().values()) == pytest.approx(
        printed.ground_ha + several
    )
    if not overlaps:
        for unit, its in exact.units().items():
            assert printed.units()[unit].ground_ha == pytest.approx(its.ground_ha, abs=0.1)
        for pair, area in exact.flows.items():
            assert printed.flows[pair] == pytest.approx(area, abs=0.1)


def test_each_plan_has_its_own_hectares_whatever_overlaps_in_the_other():
    """10 x 10 ha of forest; the new plan lays a town of 20 ha over all of its forest, and a mine of 10 ha over half of that town."""
    new = [("Hutan", box(0, 0, 10, 10)), ("Kota", box(0, 0, 2, 10)), ("Tambang", box(1, 0, 2, 10))]
    units = layer(("Barat", box(0, 0, 5, 10)), ("Tengah", box(1, 0, 6, 10)), name="kecamatan")  # which overlap as well
    compared = compare_plans(*plans([("Hutan", box(0, 0, 10, 10))], new), units)
    balance = compared.balance
    assert balance.zones == ["Hutan", "Kota", "Tambang"]
    assert [balance.old_ha.tolist(), balance.new_ha.tolist()] == [near([100, 0, 0]), near([100, 20, 10])]
    assert (balance.both_ha, balance.changed_ha, balance.left_ha, balance.come_ha) == (near(100), near(20), near(0), near(0))
    assert balance.flows == {(0, 0): near(100), (0, 1): near(20), (0, 2): near(10)}
    assert (balance.overlap_ha, compared.overlap_ha) == ((near(0), near(30)), near([0, 30, 40]))
    barat = balance.units()["Barat"]
    assert (barat.both_ha, barat.old_ha.tolist(), barat.new_ha.tolist()) == (near(50), near([50, 0, 0]), near([50, 20, 10]))
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", report(compared)))
    assert "Of 100.00 ha that both in force and revised cover, 20.00 ha (20.00 %) changed zone." in text
    assert "Hutan 100.00 100.00 0.00 100.00 0.00 0.00" in text
    assert "Kota 0.00 20.00 20.00 0.00 0.00 20.00" in text
    assert "All zones 100.00 130.00 30.00 100.00 0.00 30.00" in text
    assert "of which zones that overlap, counted once more 0.00 30.00 30.00" in text
    assert "Ground of the plan, counted once 100.00 100.00 0.00" in text
    assert "In both plans, counted once (ha) 100.00 100.00" in text
    assert "The matrix adds up to 130.00 ha, 30.00 ha more than the 100.00 ha of ground that it shows" in text
    assert "they add up to 10.00 ha more than the 20.00 ha that changed" in text
    assert "Units overlap: added up, they have 40.00 ha more in both plans than there are." in text


def test_plans_without_a_zone_name_in_common():
    codes = layer(("HL", box(0, 0, 10, 10)), ("P-1", box(10, 0, 20, 10)), name="in force")
    named = layer(("Hutan Lindung", box(0, 0, 20, 10)), name="revised")
    words = r"^in force and revised have no zone name in common \(HL, P-1; Hutan Lindung\), so all ground would change"
    with pytest.raises(PantauError, match=words):
        compare_plans(codes, named, chosen=False)
    notes = Notes()
    compared = compare_plans(codes, named, monitor=notes)
    assert compared.balance.changed_ha == near(200)
    assert re.match(words, notes.warnings[0])
    assert notes.warnings[0] in report(compared)
    assert compare_plans(codes, layer(("hl", box(0, 0, 5, 10))), chosen=False).balance.changed_ha == 0


def test_zones_by_code_are_shown_with_their_names():
    old = layer(("PK", box(0, 0, 10, 10)), ("HL", box(10, 0, 20, 10)), ("X", box(20, 0, 21, 10)), ("X", box(21, 0, 22, 10)))
    new = layer(("HL", box(0, 0, 20, 10)), ("X", box(20, 0, 22, 10)), name="revised")
    called = [["Kawasan Permukiman", "Hutan Lindung", "one", "another"], ["hutan  lindung", "a third"]]
    compared = compare_plans(old, new, called=called)
    assert compared.called == {"PK": "Kawasan Permukiman", "HL": "Hutan Lindung"}  # X has three, so it is a group of zones
    assert [row[1:3] for row in compared.balance.rows()] == [("HL", "HL"), ("PK", "HL"), ("X", "X")]
    page = report(compared)
    assert "The largest change is from PK · Kawasan Permukiman to HL · Hutan Lindung: 100.00 ha." in page
    assert page.count('<th class="number" scope="col">PK</th>') == 1  # the columns of the matrix
    assert compared.colors()["HL"] == usual_color("hutan")
    assert compare_plans(old, new, called=[["PK", "hl", "", ""], ["HL", ""]]).called == {}  # nothing that the code does not say


def test_the_report_says_what_the_table_says():
    old = layer(*OLD, name="<b>in force</b>")
    compared = compare_plans(old, plans()[1], layer(*UNITS, name="kecamatan"))
    page = report(compared)
    assert "<b>in force" not in page
    text = re.sub(r"<[^>]*>", " ", page)
    text = re.sub(r"\s+", " ", text)
    assert "Of 190.00 ha that both &lt;b&gt;in force&lt;/b&gt; and revised cover, 50.00 ha (26.32 %) changed zone." in text
    assert "The largest change is from Hutan to Sawah: 30.00 ha." in text
    assert "Hutan Sawah 30.00 15.79 60.0" in text
    assert "Hutan 100.00 40.00 -60.00 40.00 50.00 0.00 10.00 0.00" in text  # allocation, stayed, to, from, left, new
    assert "All zones 200.00 195.00 -5.00 140.00 50.00 50.00 10.00 5.00" in text
    assert "North 95.00 25.00 26.32 Hutan -&gt; Sawah, 15.00 ha" in text
    assert "Hutan 50.00 20.00 -30.00" in text
    assert "Zones added up (ha) 200.00 195.00" in text
    assert "add up to 205.00 ha, the ground of both plans together is 205.00 ha: 0.00 ha count more than once" in text
    assert page.count("<svg") == 2
    with numbers_in("id"):
        assert "190,00 ha" in report(compared)


def test_a_page_shows_200_units_and_says_how_many_more():
    units = [(f"unit {place:03}", box(0.1 * place, 0, 0.1 * (place + 1), 10)) for place in range(205)]
    page = report(compare_plans(*plans(), layer(*units, name="desa")))
    assert page.count(">unit ") == 200 + 40
    assert "5 more units, with less change, are in the table only." in page


def test_cancelled_before_anything_is_written():
    written = []
    for stop in (0.0, 0.3, 0.6, 0.95):
        with pytest.raises(Cancelled):
            compare_plans(*plans(), layer(*UNITS), publish=written.append, monitor=Notes(stop))
    assert written == []
    compare_plans(*plans(), publish=written.append, monitor=Notes())
    assert len(written) == 1


def test_twelve_zones_and_more_have_colours_that_colour_blind_readers_can_tell_apart():
    """Wong (2011): his vermilion and bluish green can be told apart by all; pure red and a green of the same lightness cannot."""
    assert apart("#D55E00", ["#009E73"]) > 25
    assert apart("#B40000", ["#486400"]) < ALIKE
    assert apart("#FFFFFF", ["#000000"]) == pytest.approx(100, abs=0.1)  # the lightness of CIE Lab
    for wanted in ([""] * 14, ["", usual_color("hutan"), "", usual_color("hutan"), usual_color("tambak"), *[""] * 8]):
        colors = distinct_colors(wanted)
        least = min(apart(color, [*colors[:place], *colors[place + 1 :]]) for place, color in enumerate(colors))
        assert least > 12
    assert colors[1] == usual_color("hutan") != colors[3]
    assert len(set(distinct_colors([""] * 24))) == 24
    assert len(distinct_colors([""] * 60)) == 60
