"""Land cover against a plan: printed figures of a study, scenes small enough to count, and the sample district's known table."""

import json
import os
import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from pantau.plugin.engine.area.availability import Availability, Closure, together
from pantau.plugin.engine.area.conformity_map import Numbered, metric_grid
from pantau.plugin.engine.area.plan_figures import figures
from pantau.plugin.engine.area.plan_overlay import LandPolygons, Plan, Settings, plan_overlay
from pantau.plugin.engine.area.plan_report import report, sheets
from pantau.plugin.engine.area.rules import CONFORM, NO_DATA, NO_RULE, NONCONFORM, NOT_REALISED, OUTSIDE
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.grid import Grid, Window
from pantau.plugin.engine.raster.legend import Legend, LegendEntry, read_legend
from pantau.plugin.engine.raster.outputs import RasterOutput
from pantau.plugin.engine.raster.source import RasterSource
from pantau.plugin.engine.raster.zones import Map, Zones
from pantau.plugin.engine.sample.district import make
from scenes import Notes, read, write

# -- the study of Surabaya (Danendra et al. 2023)


def test_availability_as_the_study_prints_it():
    one = Availability(26_782.4, 19_193.2)
    assert one.available_ha == pytest.approx(7_589.2)
    assert (round(one.percent_of_built, 1), round(one.percent_of_planned, 1)) == (39.5, 28.3)


def test_what_does_not_close_in_the_study():
    vegetation = Closure("vegetation in zones for building", 5_284.6, (5_531.59,))
    water = Closure("water in zones for building", 2_461.9, (2_443.9,))
    harbour = Closure("harbour zone", 483.3, (1_511.0,))
    assert [round(one.difference_ha, 2) for one in (vegetation, water, harbour)] == [246.99, -18.0, 1_027.7]
    assert not any(one.closes(0.05) for one in (vegetation, water, harbour))
    assert Closure("available", 26_782.4 - 19_193.2, (7_589.2,)).closes(0.05)


def test_availability_by_hand():
    one, other = Availability(10, 4, 3, 2), Availability(5, 6, 0, 0)
    assert (one.available_ha, one.other_ha, one.percent_of_built, one.percent_of_planned) == (6, 1, 150, 60)
    assert other.available_ha == -1
    assert together([one, other]) == Availability(15, 10, 3, 2)
    assert Availability(0, 0).percent_of_built is None
    part = Availability(10, 4, 1, 2, nodata_ha=2)  # 8 ha are mapped: of them 4 are left, half of them
    assert (part.available_ha, part.other_ha, part.percent_of_built, part.percent_of_planned) == (4, 1, 100, 50)
    assert together([one, part]).nodata_ha == 2
    assert Availability(0, 0).percent_of_planned is None
    assert together([]) == Availability(0, 0)


# -- a scene to count


def box(west, south, east, north):
    """Metres from the scene's corner."""
    west, east, south, north = 500_000 + west, 500_000 + east, 9_900_000 + south, 9_900_000 + north
    return bytes(
        ogr.CreateGeometryFromWkt(
            f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"
        ).ExportToWkb()
    )


def utm():
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32750)
    return reference.ExportToWkt()


def zones(*entries, name="layer", crs=None):
    return Zones(Polygons([shape for _, shape in entries], utm() if crs is None else crs), [key for key, _ in entries], name)


def ha(pixels):
    """Pixels of 10 m, within UTM's scale."""
    return pytest.approx(pixels * 0.01, rel=1e-3)


LEGEND = Legend(
    (
        LegendEntry(1, "settlement", "permukiman", "#FF0000"), LegendEntry(2, "forest", "hutan", "#00FF00"),
        LegendEntry(3, "bare soil", "tanah terbuka", "#AAAA00"), LegendEntry(4, "river", "sungai", "#0000FF"),
    )
)  # fmt: skip


@pytest.fixture
def scene(tmp_path):
    """20 x 10 pixels of 10 m: settlement | forest | bare | no data, five columns each; PK is the west, HL the east half."""
    values = np.repeat(np.array([1, 2, 3, 0], np.uint8), 5)[None].repeat(10, axis=0)
    path = str(tmp_path / "map.tif")
    write(path, values, nodata=0)
    with_legend = str(tmp_path / "landcover.tif")
    output = RasterOutput(with_legend, RasterSource(path).grid, np.uint8, 1, 0, legend=LEGEND)
    output.write(0, 0, values[None])
    output.close()
    os.replace(output._part, with_legend)
    return Map(with_legend, "", "landcover.tif")


PLAN = Plan(zones(("PK", box(0, -100, 100, 0)), ("HL", box(100, -100, 200, 0)), name="rtrw"), ["Kawasan Permukiman Perkotaan", ""])


def rules(tmp_path, *lines):
    path = tmp_path / "rules.csv"
    path.write_text("class,zone,status\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return Settings(rules=str(path))


def cells(result):
    return {(cell.admin, cell.zone, cell.code or cell.state): (cell.state, cell.area_ha) for cell in result.cells}


def test_a_raster_by_rules(scene, tmp_path):
    result = plan_overlay(scene, PLAN, None, rules(tmp_path, "1,PK,sesuai", "hutan,PK,belum terwujud", "3,HL,tidak sesuai"))
    assert cells(result) == {
        (None, "PK", 1): (CONFORM, ha(50)), (None, "PK", 2): (NOT_REALISED, ha(50)),
        (None, "HL", 3): (NONCONFORM, ha(50)), (None, "HL", NO_DATA): (NO_DATA, ha(50)),
    }  # fmt: skip
    assert result.whole.percent == pytest.approx(100 / 3)
    assert result.whole.percent_of_decided == pytest.approx(50)
    assert [cell.percent for cell in result.cells] == pytest.approx([50] * 4, rel=1e-3)
    assert result.by_zone()["HL"].percent == 0
    assert result.no_data_ha == ha(50)
    ((unit, zone, one),) = result.available()
    assert (unit, zone, one.planned_ha, one.built_ha, one.vegetated_ha, one.bare_ha) == (None, "PK", ha(100), ha(50), ha(50), 0)
    assert all(abs(one.difference_ha) < 1e-6 for one in result.closures())


def test_partial_pixels_and_units(scene):
    admin = zones(("north", box(-50, -55, 300, 0)), ("south", box(0, -100, 150, -55)), name="kecamatan")
    result = plan_overlay(scene, PLAN, admin, Settings())
    found = cells(result)
    assert found["north", "PK", 1] == (CONFORM, ha(5 * 5.5))
    assert found["south", "PK", 1] == (CONFORM, ha(5 * 4.5))
    assert found[None, "HL", NO_DATA][1] == ha(5 * 4.5)
    assert result.units == ["north", "south", None]
    assert result.no_admin_ha == ha(5 * 4.5)
    assert result.unplanned_ha == ha(15 * 5.5)
    planned = {(part.admin, part.zone): part.area_ha for part in result.parts}
    assert planned["north", "PK"] == ha(55)
    assert planned["south", "HL"] == ha(22.5)


def test_what_no_rule_speaks_of_is_listed(scene, tmp_path):
    notes = Notes()
    result = plan_overlay(scene, PLAN, None, rules(tmp_path, "1,*,conform", "4,*,conform", "9,*,conform"), monitor=notes)
    assert result.whole[NO_RULE] == ha(100)
    assert result.whole.judged_ha == ha(50)
    assert result.whole.percent == 100
    assert [(code, zone) for code, zone, _ in result.without_rule()] == [(3, "HL"), (2, "PK")] or [
        (code, zone) for code, zone, _ in result.without_rule()
    ] == [(2, "PK"), (3, "HL")]
    assert any("No rule speaks of 1.00 ha" in one for one in notes.warnings)
    # 4 is in the legend, though not in the plan's ground
    assert "1 line(s) of rules.csv match no class or no zone there is: 4 (9, *)." in notes.warnings


def test_beyond_the_map_and_overlapping_zones(scene):
    wide = Plan(zones(("PK", box(0, -100, 100, 0)), ("HL", box(90, -100, 250, 0)), name="rtrw"))
    notes = Notes()
    result = plan_overlay(scene, wide, None, Settings(), monitor=notes)
    assert result.whole[OUTSIDE] == ha(50)
    assert result.overlap_ha == ha(10)
    assert result.no_data_ha == ha(100)
    assert any("of rtrw overlap on 0.10 ha" in one for one in notes.warnings)
    assert any("example made by Pantau" in one for one in notes.warnings)


def test_rasters(scene, tmp_path):
    paths = [str(tmp_path / name) for name in ("c.tif", "a.tif")]
    settings = rules(tmp_path, "1,PK,sesuai", "2,PK,Perlu izin", "3,HL,nonconform")
    plan_overlay(scene, PLAN, None, settings, conformity=paths[0], available=paths[1])
    assert read(paths[0])[0, 4].tolist() == [1] * 5 + [6] * 5 + [2] * 5 + [255] * 5
    assert read(paths[1])[0, 4].tolist() == [3] * 5 + [1] * 5 + [255] * 10
    assert [(one.code, one.name_id) for one in read_legend(paths[0])][:2] == [(1, "sesuai"), (2, "tidak sesuai")]
    assert [one.code for one in read_legend(paths[1])] == [1, 2, 3]
    assert gdal.Open(paths[0]).GetRasterBand(1).GetNoDataValue() == 255
    assert set(os.listdir(tmp_path)) == {"c.tif", "a.tif", "map.tif", "landcover.tif", "rules.csv"} | {
        name for name in os.listdir(tmp_path) if name.endswith(".aux.xml")
    }


def written(areas):
    shapes = [ogr.CreateGeometryFromWkb(one.wkb) for one in areas]
    assert all(shape.IsValid() and shape.GetGeometryName() == "MULTIPOLYGON" for shape in shapes)
    return shapes


def test_polygons_of_a_raster(scene, tmp_path):
    found = {}

    def publish(result, areas):
        found["none"], found["all"], found["largest"] = list(areas.nonconformity()), list(areas.conformity()), areas.largest()

    settings = Settings(rules=rules(tmp_path, "1,*,conform", "*,*,nonconform").rules, min_area_ha=0.3)
    admin = zones(("north", box(0, -30, 200, 0)), ("south", box(0, -100, 200, -30)), name="k")
    plan_overlay(scene, PLAN, admin, settings, publish=publish, scratch=str(tmp_path))
    assert [(one.rank, one.admin, one.zone, one.code, one.area_ha) for one in found["none"]] == [
        (1, "south", "PK", 2, ha(35)), (2, "south", "HL", 3, ha(35)),
    ]  # fmt: skip
    assert len(found["all"]) == 6
    assert sum(one.area_ha for one in found["all"]) == ha(150)
    assert found["largest"] == found["none"]
    for one, shape in zip(found["none"], written(found["none"])):
        assert shape.Area() == pytest.approx(3_500)
        assert one.lon == pytest.approx(117, abs=0.01)
        assert one.lat == pytest.approx(-0.9, abs=0.1)
    assert not [name for name in os.listdir(tmp_path) if name.startswith("pantau-")]


def land(*entries, crs=None):
    shapes = [shape for _, shape in entries]
    return LandPolygons(Polygons(shapes, utm() if crs is None else crs), [code for code, _ in entries], LEGEND, "landcover")


def test_polygons_of_land_cover(tmp_path):
    cover = land((1, box(-20, -100, 50, 0)), (2, box(50, -100, 125, -40)), (2, box(60, -20, 70, -10)), (3, box(40, -20, 50, -10)))
    found = {}

    def publish(result, areas):
        found["none"], found["all"] = list(areas.nonconformity()), list(areas.conformity())

    path = str(tmp_path / "c.tif")
    settings = Settings(rules=rules(tmp_path, "1,*,conform", "2,*,nonconform", "3,*,review").rules, min_area_ha=0.02, pixel_m=5)
    result = plan_overlay(cover, PLAN, None, settings, conformity=path, publish=publish)
    assert cells(result) == {
        (None, "PK", 1): (CONFORM, ha(50)), (None, "PK", 2): (NONCONFORM, ha(31)), (None, "PK", 3): ("review", ha(1)),
        (None, "PK", NO_DATA): (NO_DATA, ha(19)), (None, "HL", 2): (NONCONFORM, ha(15)), (None, "HL", NO_DATA): (NO_DATA, ha(85)),
    }  # fmt: skip
    assert (result.landcover_overlap_ha, result.unplanned_cover_ha) == (ha(1), ha(20))
    assert [(one.rank, one.zone, one.area_ha) for one in found["none"]] == [(1, "PK", ha(30)), (2, "HL", ha(15))]
    assert len(found["all"]) == 5
    assert len(written(found["all"])) == 5
    assert read(path).shape == (1, 20, 40)
    assert read(path)[0, 19].tolist() == [1] * 10 + [2] * 15 + [255] * 15


def test_the_pixels_of_polygons_in_degrees(tmp_path):
    geographic = osr.SpatialReference()
    geographic.ImportFromEPSG(4326)
    geographic = geographic.ExportToWkt()
    square = bytes(ogr.CreateGeometryFromWkt("POLYGON((107 -6,107.1 -6,107.1 -6.1,107 -6.1,107 -6))").ExportToWkb())
    plan, cover = Plan(zones(("HL", square), crs=geographic)), land((2, square), crs=geographic)
    notes, path = Notes(), str(tmp_path / "c.tif")
    result = plan_overlay(cover, plan, None, Settings(), conformity=path, monitor=notes)
    # By numerical integration of the ellipsoid's surface, and by pyproj's Geod over 1 000 points on each parallel.
    assert result.whole[CONFORM] == pytest.approx(12_242.333410, rel=1e-9)
    assert "UTM zone 48S" in RasterSource(path).grid.crs
    assert RasterSource(path).grid.transform[1] == 10
    assert any("pixels of 10 m" in one for one in notes.lines)
    values = read(path)
    assert (values == 1).sum() * 0.01 == pytest.approx(12_242.3, rel=5e-3)
    with pytest.raises(PantauError, match="PIXEL_SIZE is 0.01 m, and the plan 11.1 km wide"):
        plan_overlay(cover, plan, None, Settings(pixel_m=0.01), conformity=path)


def test_the_grid_of_polygons_holds_them_whole():
    """Corners between the lines of the grid; pixels lie on multiples of their side, so that grids of one size fit each other."""
    shape = ogr.CreateGeometryFromWkb(box(3, -97, 198, -4))
    grid = metric_grid([shape], utm(), 10, Monitor())
    west, step, _, north, _, down = grid.transform
    assert (west, north, step, down, grid.width, grid.height) == (500_000, 9_900_000, 10, -10, 20, 10)


def test_polygons_that_have_no_place_in_utm_are_one_sentence():
    geographic = osr.SpatialReference()
    geographic.ImportFromEPSG(4326)
    beyond = ogr.CreateGeometryFromWkt("POLYGON((107 95,108 95,108 99,107 99,107 95))")
    with pytest.raises(PantauError, match="cannot be brought into the CRS .*UTM zone 48N"):
        metric_grid([beyond], geographic.ExportToWkt(), None, Monitor())


def test_large_polygons_on_a_grid_are_drawn_as_small_ones():
    """A ring of 20 000 corners and a square in it: each pixel by the distance of its centre; no part that is drawn is large."""
    angles = np.linspace(0, 2 * np.pi, 20_001)
    points = ",".join(f"{float(500_500 + 480 * np.cos(a))!r} {float(9_899_500 + 480 * np.sin(a))!r}" for a in angles[:-1])
    first = points.split(",")[0]
    disc = ogr.CreateGeometryFromWkt(f"POLYGON(({points},{first}))")
    square = ogr.CreateGeometryFromWkb(box(400, -600, 600, -400))
    grid = Grid(utm(), (500_000, 10, 0, 9_900_000, 0, -10), 100, 100)
    pieces = Numbered([ogr.ForceToMultiPolygon(one) for one in (disc, square)], utm(), grid)
    pieces.prepare(Monitor())
    assert max(part.WkbSize() for _, part in pieces._parts) < 20_000
    found = np.vstack([pieces.read_reflected(Window(0, y, 100, 50)) for y in (0, 50)])
    across, down = np.meshgrid(np.arange(5, 1_000, 10) - 500, np.arange(5, 1_000, 10) - 500)
    expected = np.where(np.hypot(across, down) < 480, 0, -1)
    expected[40:60, 40:60] = 1
    assert (found == expected).all()


def test_the_polygons_are_brought_to_the_grid_only_for_rasters(scene, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(Numbered, "prepare", lambda self, monitor: asked.append(1))
    result = plan_overlay(scene, PLAN, None, Settings(), publish=lambda result, areas: None)
    assert asked == []
    assert result.grid.width == 20


def test_progress_never_goes_back_and_scratch_files_go(scene, tmp_path):
    notes = Notes()

    def publish(result, areas):
        next(areas.conformity()), areas.largest(), list(areas.nonconformity()), list(areas.conformity())
        assert not [name for name in os.listdir(tmp_path) if name.startswith("pantau-")]

    path = str(tmp_path / "c.tif")
    plan_overlay(scene, PLAN, None, Settings(), conformity=path, publish=publish, scratch=str(tmp_path), monitor=notes)
    assert notes.shares == sorted(notes.shares)
    notes = Notes()
    cover = land((1, box(0, -100, 50, 0)), (2, box(50, -100, 150, 0)))
    plan_overlay(cover, PLAN, None, Settings(), conformity=path, publish=publish, monitor=notes)
    assert notes.shares == sorted(notes.shares)


def test_names_that_differ_in_capitals_and_blanks_only_are_one(scene):
    parted = Plan(
        zones(("PK", box(0, -100, 50, 0)), ("pk ", box(50, -100, 100, 0)), ("", box(100, -100, 150, 0)), (" ", box(150, -100, 200, 0))),
        ["Permukiman", "permukiman", "x", "y"],
    )  # fmt: skip
    admin, notes = zones(("Barat", box(0, -100, 50, 0)), ("", box(50, -100, 150, 0)), ("BARAT", box(150, -100, 200, 0))), Notes()
    result = plan_overlay(scene, parted, admin, Settings(), monitor=notes)
    assert [(zone.key, zone.others) for zone in result.zones] == [("PK", ("Permukiman",)), ("(no name)", ())]
    assert result.units == ["Barat", "(no name)"]
    assert result.planned_ha() == {"PK": ha(100), "(no name)": ha(100)}
    assert "2 polygon(s) of layer have no name (1.00 ha), and are listed as (no name)." in notes.warnings


def test_one_place_in_two_systems_has_the_same_hectares(scene):
    there = osr.SpatialReference()
    there.ImportFromEPSG(3857)
    there.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    here = osr.SpatialReference(utm())
    here.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    moved = []
    for wkb in PLAN.zones.polygons.wkb:
        shape = ogr.CreateGeometryFromWkb(wkb)
        shape.Transform(osr.CoordinateTransformation(here, there))
        moved.append(bytes(shape.ExportToWkb()))
    other = Plan(Zones(Polygons(moved, there.ExportToWkt()), PLAN.zones.names, "rtrw"))
    first, second = (plan_overlay(scene, plan, None, Settings()) for plan in (PLAN, other))
    assert [cell.area_ha for cell in second.cells] == pytest.approx([cell.area_ha for cell in first.cells], rel=1e-5)


@pytest.mark.parametrize("raster", [True, False])
def test_nothing_in_common_is_one_sentence(scene, raster):
    far = Plan(zones(("HL", box(5_000, 0, 5_100, 100)), name="rtrw"))
    cover = scene if raster else land((1, box(0, 0, 100, 100)))
    with pytest.raises(PantauError, match="rtrw and landcover.* have no ground with a class in common"):
        plan_overlay(cover, far, None, Settings())


def test_background_is_no_class(tmp_path):
    path = str(tmp_path / "mines.tif")
    legend = Legend((LegendEntry(0, "background", "latar", "#000000"), LegendEntry(1, "mine", "tambang", "#FF0000")))
    values = np.zeros((1, 10, 20), np.uint8)
    values[:, :, :4] = 1
    plain = write(tmp_path / "plain.tif", values)
    output = RasterOutput(path, RasterSource(plain).grid, np.uint8, 1, None, legend=legend)
    output.write(0, 0, values)
    output.close()
    os.replace(output._part, path)
    result = plan_overlay(Map(path, "", "mines.tif"), PLAN, None, Settings())
    assert result.whole[NO_DATA] == ha(160)
    assert [entry.code for entry in result.classes] == [1]


def test_a_cancelled_or_failed_run_leaves_no_output(scene, tmp_path):
    path = tmp_path / "c.tif"
    path.write_bytes(b"earlier")
    with pytest.raises(Cancelled):
        plan_overlay(scene, PLAN, None, Settings(), conformity=str(path), monitor=Notes(stop_at=0.55))

    def fail(result, areas):
        raise PantauError("no room")

    with pytest.raises(PantauError, match="no room"):
        plan_overlay(scene, PLAN, None, Settings(), conformity=str(path), publish=fail)
    assert path.read_bytes() == b"earlier"


# -- what is not known


def printed_page(cover, plan, settings, monitor=None, admin=None):
    """(result, the page, the sheets)."""
    found = {}

    def publish(result, areas):
        one = figures(result)
        found.update(html=report(result, one, areas.largest()), sheets=sheets(result, one))
        return one

    return plan_overlay(cover, plan, admin, settings, publish=publish, monitor=monitor), found["html"], found["sheets"]


def test_ground_that_is_not_mapped_is_not_available(scene):
    """PK reaches over half of the no data (50 pixels) and 50 pixels beyond the map."""
    wide, notes = Plan(zones(("PK", box(0, -100, 50, 0)), ("PK", box(150, -100, 250, 0)), name="rtrw")), Notes()
    ((_, _, one),) = plan_overlay(scene, wide, None, Settings(), monitor=notes).available()
    assert (one.planned_ha, one.built_ha, one.nodata_ha) == (ha(150), ha(50), ha(100))
    assert (one.available_ha, one.percent_of_planned) == (pytest.approx(0, abs=1e-6), pytest.approx(0, abs=1e-3))
    assert "1.00 ha of zones for building are not mapped (PK 1.00 ha): what is available is told of the rest." in notes.warnings


def test_a_report_of_land_cover_polygons_without_rasters():
    cover = land((1, box(0, -100, 60, 0)), (2, box(60, -100, 200, 0)))
    admin = zones(("Barat", box(0, -100, 120, 0)), ("Timur", box(120, -100, 200, 0)), name="kecamatan")
    result, html, _ = printed_page(cover, PLAN, Settings(), admin=admin)
    assert result.whole[CONFORM] == ha(160)
    assert "80.00 % of the land agrees with the plan" in html
    assert "Annex: the rules that were used" in html


def test_without_a_legend_nothing_is_judged_nor_available(scene, tmp_path):
    values = np.repeat(np.array([1, 2, 3, 0], np.uint8), 5)[None].repeat(10, axis=0)
    plain, notes = Map(write(tmp_path / "plain.tif", values, nodata=0), "", "plain.tif"), Notes()
    result, html, _ = printed_page(plain, PLAN, Settings(built_classes="77"), notes)
    assert result.states() == [NO_RULE]
    assert "Nothing was judged" in html
    assert "No class of plain.tif is known to be built-up" in html
    assert "ha available" not in html
    assert "BUILT_CLASSES names 77, which plain.tif does not have here: its classes are 1, 2, 3." in notes.warnings
    assert not any("available 0.50" in one for one in notes.lines)


def test_a_legend_whose_built_class_is_not_in_the_plan_is_known(scene):
    east = Plan(zones(("PK", box(50, -100, 150, 0)), name="rtrw"))
    result = plan_overlay(scene, east, None, Settings())
    assert result.knows_built
    assert result.available()[0][2].available_ha == ha(100)


def test_the_log_says_what_the_report_says(scene):
    notes = Notes()
    # 50 cells of 99.92 m2 each are 0.49960 ha or so; what matters is that all three are rounded together.
    _, html, _ = printed_page(scene, Plan(zones(("PK", box(3.3, -97, 71.7, 0)), ("HL", box(71.7, -97, 149, 0)))), Settings(), notes)
    told = [one.split(": ")[1] for one in notes.lines if one.startswith(("conform:", "not conform:", "not realised yet:"))]
    assert len(told) == 3
    assert all(one[:-3] in html for one in told)


def test_sheets_say_what_counts_twice(scene):
    plan = Plan(zones(("PK", box(0, -100, 100, 0)), ("HL", box(90, -100, 200, 0)), name="rtrw"))
    _, _, found = printed_page(scene, plan, Settings())
    assert all(any("rtrw overlap on 0.10 ha" in note for note in sheet.notes) for sheet in found)


def test_the_name_of_a_zone_is_that_of_most_of_it():
    layer = zones(("PK", box(0, 0, 60, 10)), ("PK", box(60, 0, 100, 10)), ("HL", box(0, 0, 50, 10)), ("HL", box(50, 0, 100, 10)))
    found = {zone.key: zone for zone in Plan(layer, ["B", "A", "C", "D"]).listed()}
    assert (found["PK"].name, found["PK"].label(), found["HL"].name, found["HL"].label()) == ("B", "PK · B", "", "HL")


# -- the sample district


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    folder = str(tmp_path_factory.mktemp("district"))
    make(folder, "small", 0)
    with open(os.path.join(folder, "truth.json"), encoding="utf-8") as file:
        return folder, json.load(file)["plan"]


def features(folder, name, *fields):
    dataset = ogr.Open(os.path.join(folder, name))
    layer = dataset.GetLayer()
    rows = [(bytes(one.GetGeometryRef().ExportToWkb()), *(one.GetField(field) for field in fields)) for one in layer]
    return Polygons([row[0] for row in rows], layer.GetSpatialRef().ExportToWkt()), list(zip(*rows))[1:]


def district_layers(folder):
    polygons, (codes, names) = features(folder, "rtrw.gpkg", "KODKWS", "NAMOBJ")
    plan = Plan(Zones(polygons, codes, "rtrw"), names)
    polygons, (units,) = features(folder, "kecamatan.gpkg", "WADMKC")
    return plan, Zones(polygons, units, "kecamatan")


def test_the_district_by_its_polygons_agrees_with_the_truth(district):
    folder, truth = district
    polygons, (codes,) = features(folder, "landcover_after.gpkg", "class")
    cover = LandPolygons(polygons, codes, read_legend(os.path.join(folder, "landcover_after.tif")), "landcover_after")
    settings = Settings(rules=os.path.join(folder, "plan_rules.csv"))
    result = plan_overlay(cover, *district_layers(folder), settings)
    expected = {(one["kecamatan"], one["zone"], one["class"]): (one["status"], one["ha"]) for one in truth["table_by_kecamatan"]}
    found = cells(result)
    assert set(found) == set(expected)
    assert all(found[key][0] == state and found[key][1] == pytest.approx(area, abs=1e-4) for key, (state, area) in expected.items())
    assert result.whole.percent == pytest.approx(truth["conform_percent"], abs=1e-5)
    assert result.planned_ha() == pytest.approx(truth["zones_ha"], abs=1e-4)


def test_the_district_by_its_raster(district):
    folder, truth = district
    cover = Map(os.path.join(folder, "landcover_after.tif"), "", "landcover_after.tif")
    result = plan_overlay(cover, *district_layers(folder), Settings(rules=os.path.join(folder, "plan_rules.csv")))
    mapped = {zone: degree.total_ha for zone, degree in result.by_zone().items()}
    assert mapped == pytest.approx(truth["zones_ha"], abs=1e-4)  # zones are whole, whatever the pixels say of classes
    areas = result.class_areas()
    for one in truth["table"]:
        # A quarter of a pixel along an outline two and a half times as long as a square's; pixels are 10 m.
        assert areas.get((one["class"], one["zone"]), 0.0) == pytest.approx(one["ha"], abs=0.25 * (one["ha"] + 0.2) ** 0.5)
    assert result.whole.percent == pytest.approx(truth["conform_percent"], abs=0.3)


# -- what is printed


@pytest.fixture(scope="module")
def printed(district):
    folder, _ = district
    found = {}

    def publish(result, areas):
        found["html"], found["sheets"] = report(result, figures(result), areas.largest()), sheets(result, figures(result))

    cover = Map(os.path.join(folder, "landcover_after.tif"), "", "landcover_after.tif")
    found["result"] = plan_overlay(cover, *district_layers(folder), Settings(), publish=publish)
    return found


def test_printed_figures_add_up_in_all_tables(printed):
    result = printed["result"]
    one = figures(result)
    whole = one.degree()
    # 1118.7957, 216.7723, 365.7564 and 262.6157 are 1963.94 together: of the rests .57, .23, .64 and .57 (.566) two go up.
    assert [whole[state] for state in one.states] == [1118.80, 216.77, 365.76, 262.61]
    for state, area in result.whole.items():
        assert whole[state] == pytest.approx(area, abs=0.01)
    for axis, count in (("zone", len(one.zones)), ("unit", len(one.units))):
        degrees = [one.degree(**{axis: place}) for place in range(count)]
        for state in one.states:
            assert sum(degree[state] for degree in degrees) == pytest.approx(whole[state], abs=1e-9)
    zones = one.cross.sum(axis=1)
    assert zones == pytest.approx([one.degree(zone=place).total_ha for place in range(len(one.zones))], abs=1e-9)
    assert zones == pytest.approx(list(result.planned_ha()[zone] for zone in one.zones), abs=0.01)
    exact = result.class_areas()
    for row, zone in enumerate(one.zones):
        for column, (code, _) in enumerate(one.columns):
            assert one.cross[row, column] == pytest.approx(exact.get((code, zone), 0.0), abs=0.02 + 1e-9)
    for column, (code, _) in enumerate(one.columns):  # as an area table prints the class
        true = sum(area for (other, _), area in exact.items() if other == code)
        assert one.cross[:, column].sum() == pytest.approx(true, abs=0.01)
    for zone, left in one.available_by(1).items():
        row = one.cross[one.zones.index(zone)]
        assert left.planned_ha == pytest.approx(row.sum(), abs=1e-9)
        built = sum(row[place] for place, (code, _) in enumerate(one.columns) if code in (10, 11))  # settlement and road
        assert left.built_ha == pytest.approx(built, abs=1e-9)


def test_what_is_planned_is_the_zones_own_area_also_where_land_cover_overlaps():
    """PK has 100 pixels: 60 built, 50 of forest, of these 20 both, and 10 of neither; so its cells add up to 120."""
    cover = land((1, box(0, -100, 60, 0)), (2, box(40, -100, 90, 0)), (2, box(100, -100, 200, 0)))
    ((unit, zone, one),) = figures(plan_overlay(cover, PLAN, None, Settings())).available
    assert (unit, zone, one.planned_ha, one.built_ha, one.vegetated_ha, one.nodata_ha) == (None, "PK", 1, 0.6, 0.5, 0.1)
    assert one.available_ha == pytest.approx(0.3)


def test_the_report_says_what_it_must(printed):
    html, result = printed["html"], printed["result"]
    assert f"{result.whole.percent:.2f} % of the land agrees with the plan" in html
    assert "The rules are an example, not official" in html
    assert "an example made by Pantau, not official" in html
    for text in (
        "HL · Kawasan Hutan Lindung",
        "Muara Jernih",
        "Land available for building",
        "tidak sesuai",
        "conform / (conform + not conform)",
    ):
        assert text in html
    assert not re.search(r"-0\.0+\b", html), re.findall(r".{30}-0\.0+\b.{9}", html)
    assert not re.search(r"\bnan\b", html)
    for svg in html.split("<svg")[1:]:
        ET.fromstring("<svg" + svg.split("</svg>")[0] + "</svg>")


def test_the_sheets(printed):
    named = {sheet.name: sheet for sheet in printed["sheets"]}
    assert list(named) == ["Zones and classes", "Units", "Availability", "Conformity", "Closure", "Rules"]
    for sheet in named.values():
        assert all(len(row) == len(sheet.columns) for row in [*sheet.rows, *sheet.totals])
        assert any("not official" in note for note in sheet.notes)
    cross = named["Zones and classes"]
    for column in range(1, len(cross.columns)):
        assert sum(row[column] or 0 for row in cross.rows) == pytest.approx(cross.totals[0][column], abs=1e-9)


def test_names_with_markup_stay_text(scene, tmp_path):
    plan = Plan(zones(("<b>PK</b>", box(0, -100, 100, 0)), name="<i>rtrw</i>"))
    found = {}
    plan_overlay(
        scene,
        plan,
        None,
        Settings(),
        publish=lambda result, areas: found.update(html=report(result, figures(result), areas.largest())),
        scratch=str(tmp_path),
    )
    assert "<b>PK" not in found["html"]
    assert "&lt;b&gt;PK" in found["html"]
    assert "<i>rtrw" not in found["html"]


def test_land_without_a_rule_stands_in_the_report(scene, tmp_path):
    found = {}

    def publish(result, areas):
        found.update(html=report(result, figures(result), areas.largest()), sheets=sheets(result, figures(result)))

    plan_overlay(scene, PLAN, None, rules(tmp_path, "1,*,conform"), publish=publish, scratch=str(tmp_path))
    html = found["html"]
    assert "100.00 % of the land of which the rules speak agrees with the plan: 0.50 of 0.50 ha." in html
    assert "Land without a rule" in html.split("without a rule 1.00 ha")[1]
    assert not any("not official" in note for sheet in found["sheets"] for note in sheet.notes)


def test_a_plan_that_no_rule_speaks_of(scene, tmp_path):
    found = {}

    def publish(result, areas):
        found.update(html=report(result, figures(result), areas.largest()), sheets=sheets(result, figures(result)))

    result = plan_overlay(scene, PLAN, None, rules(tmp_path, "9,*,conform"), publish=publish, scratch=str(tmp_path))
    assert result.whole.percent is None
    assert "Nothing was judged: no rule speaks of the land that landcover.tif shows in rtrw." in found["html"]
    assert any("0 % says nothing" in one for one in result.warnings)
