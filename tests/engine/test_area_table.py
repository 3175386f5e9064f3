"""Area tables by hand and against the sample district's truth; what is printed adds up."""

import json
import re

import numpy as np
import pytest
from osgeo import ogr, osr
from pantau.plugin.engine.area.area_report import Named, printed, report, sheets
from pantau.plugin.engine.area.area_table import Units, area_table
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.monitor import Share
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.zones import Map
from pantau.plugin.engine.sample.district import make
from pantau.plugin.engine.text import numbers_in
from scenes import Notes, write

CELL = 0.01 / 0.9996**2  # hectares of 10 m on UTM's central meridian


def wkt(epsg):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return reference.ExportToWkt()


def box(west, south, east, north):
    """Corners in pixels from the lower left corner of the map."""
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    points = ",".join(f"{500_000 + 10 * x} {10 * y}" for x, y in corners)
    return bytes(ogr.CreateGeometryFromWkt(f"POLYGON(({points}))").ExportToWkb())


@pytest.fixture
def classes(tmp_path):
    """10 x 10 pixels at the equator: class 3 in the western half, 9 in the eastern; the upper right corner of 2 x 2 has no data."""
    values = np.full((10, 10), 3, np.uint8)
    values[:, 5:] = 9
    values[:2, 8:] = 0
    return Map(write(tmp_path / "classes.tif", values, 32650, (500_000, 10, 0, 100, 0, -10), 0), name="classes")


def units(*zones, levels=("kecamatan", "desa")):
    return Units(Polygons([box(*one) for _, one in zones], wkt(32650)), [path for path, _ in zones], levels, "zones")


TWO = units((("K", "a"), (0, 0, 2.5, 10)), (("K", "b"), (2.5, 0, 7.5, 10)), (("L", "a"), (7.5, 0, 12, 10)))


def test_two_levels_by_hand(classes):
    table = area_table(classes, TWO)
    assert table.codes == [3, 9]
    outer, inner = table.levels
    assert inner.zones == [("K", "a"), ("K", "b"), ("L", "a")]
    assert inner.ha / CELL == pytest.approx(np.array([[25, 0], [25, 25], [0, 21]]), rel=1e-6)
    assert inner.nodata_ha / CELL == pytest.approx([0, 0, 4], rel=1e-6)
    assert inner.outside_ha / CELL == pytest.approx([0, 0, 20], rel=1e-5, abs=1e-6)
    assert inner.zone_ha / CELL == pytest.approx([25, 50, 45], rel=1e-6)
    assert inner.difference_ha == pytest.approx(0, abs=1e-6)
    assert outer.zones == [("K",), ("L",)]
    rows = list(table.rows())
    assert [(row.zone, row.code) for row in rows] == [(("K", "a"), 3), (("K", "b"), 3), (("K", "b"), 9), (("L", "a"), 9)]
    assert [row.percent for row in rows] == pytest.approx([100, 50, 50, 100 * 21 / 45], rel=1e-5)


def test_the_whole_map_and_an_area_of_interest(classes):
    table = area_table(classes)
    assert table.levels[0].ha / CELL == pytest.approx(np.array([[50, 46]]), rel=1e-6)
    assert table.levels[0].nodata_ha / CELL == pytest.approx([4], rel=1e-6)
    assert [row.zone for row in table.rows()] == [(), ()]
    inside = Polygons([box(4, 0, 6, 1), box(4, 0, 6.5, 1)], wkt(32650))  # the two overlap: their ground counts once
    table = area_table(classes, None, inside)
    assert table.levels[0].ha / CELL == pytest.approx(np.array([[1, 1.5]]), rel=1e-6)
    table = area_table(classes, TWO, inside)
    assert table.innermost.zones == [("K", "b")]
    assert table.innermost.zone_ha / CELL == pytest.approx([2.5], rel=1e-6)


def test_what_an_area_of_interest_does_to_zones_is_told(classes):
    def told(west, east):
        notes = Notes()
        table = area_table(classes, TWO, Polygons([box(west, 0, east, 10)], wkt(32650)), aoi_name="Map extent", monitor=notes)
        levels = printed(table)
        texts = [
            report(table, Named(), levels),
            *(note for one in sheets(table, Named(), levels) for note in one.notes),
            *notes.lines,
        ]
        assert any("Map extent</" in text for text in texts)  # in the footer of the page
        return [text for text in texts if "Map extent" in text][1:], table

    sentences, table = told(0, 4)
    assert "Only what lies in Map extent is measured: of 3 zones it cuts 1 and leaves out 1." in sentences[0]
    assert (
        len([text for text in sentences if text == sentences[0]]) == 4
    )  # on the sheet of each level, on that of the closure, in the log
    assert any("the parts of the zones in Map extent are" in text for text in sentences)
    assert table.innermost.zone_ha / CELL == pytest.approx([25, 15], rel=1e-6)
    sentences, _ = told(-1, 13)
    assert not sentences


def test_one_name_is_one_zone(classes):
    notes = Notes()
    zones = units((("a",), (0, 0, 2, 1)), (("a",), (1, 0, 3, 1)), (("b",), (5, 0, 6, 1)), (("b",), (8, 0, 9, 1)), (("c",), (0, 5, 1, 6)),
                  (("d",), (3, 5, 4, 6)), (("e",), (5, 5, 6, 6)), levels=("desa",))  # fmt: skip
    table = area_table(classes, zones, monitor=notes)
    assert table.innermost.ha.sum(axis=1) / CELL == pytest.approx([3, 2, 1, 1, 1], rel=1e-6)
    assert table.overlap_ha() == pytest.approx(0, abs=1e-9)
    (told,) = [line for line in notes.warnings if "lie apart" in line]
    assert "(b)" in told  # and not a, whose parts touch


def test_overlaps_and_gaps_are_told(classes):
    # a and b share 2 pixels; a frame leaves 1 pixel inside free
    notes = Notes()
    zones = units(
        (("a",), (0, 0, 3, 2)), (("b",), (2, 0, 5, 2)), (("south",), (0, 5, 3, 6)), (("north",), (0, 7, 3, 8)),
        (("west",), (0, 6, 1, 7)), (("east",), (2, 6, 3, 7)), levels=("desa",),
    )  # fmt: skip
    table = area_table(classes, zones, monitor=notes)
    assert table.overlap_ha() / CELL == pytest.approx(2, rel=1e-6)
    assert table.gap_ha() / CELL == pytest.approx(1, rel=1e-6)
    assert dict(zip(table.innermost.zones, (table.innermost.overlap_ha / CELL).tolist()))[("a",)] == pytest.approx(2, rel=1e-6)
    assert [len(table.faults.overlaps), len(table.faults.gaps)] == [1, 1]
    assert any("overlap" in line for line in notes.warnings)
    assert any("gaps" in line for line in notes.warnings)
    page = report(table, Named(), printed(table))
    assert "a; b" in page


def test_bad_inputs_get_a_sentence(classes, tmp_path):
    with pytest.raises(PantauError, match="No zone of zones lies over classes"):
        area_table(classes, units((("x",), (500, 500, 600, 600)), levels=("desa",)))
    with pytest.raises(PantauError, match="no polygon with an area"):
        area_table(classes, Units(Polygons([bytes(ogr.CreateGeometryFromWkt("POLYGON EMPTY").ExportToWkb())], wkt(32650)), [("x",)], ["desa"], "zones"))  # fmt: skip
    empty = Map(write(tmp_path / "empty.tif", np.zeros((4, 4), np.uint8), 32650, (500_000, 10, 0, 100, 0, -10), 0), name="empty")
    with pytest.raises(PantauError, match="empty has no data"):
        area_table(empty)
    with pytest.raises(Cancelled):
        area_table(classes, TWO, monitor=Notes(stop_at=0.3))


def test_progress_only_rises(classes):
    notes = Notes()
    area_table(classes, TWO, monitor=notes)
    assert notes.shares == sorted(notes.shares)
    assert any("Mpx/s" in line for line in notes.lines)
    assert isinstance(Share(notes, 0, 1), Share)


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    folder = str(tmp_path_factory.mktemp("sample") / "district")
    make(folder)
    with open(folder + "/truth.json", encoding="utf-8") as file:
        return folder, json.load(file)


def desa(folder):
    source = ogr.Open(folder + "/desa.gpkg")
    layer = source.GetLayer(0)
    shapes, paths = [], []
    for feature in layer:
        shapes.append(bytes(feature.GetGeometryRef().ExportToWkb()))
        paths.append((feature["WADMKC"], feature["WADMKD"]))
    return Units(Polygons(shapes, layer.GetSpatialRef().ExportToWkt()), paths, ("WADMKC", "WADMKD"), "desa")


def test_the_sample_district(district):
    folder, truth = district
    table = area_table(Map(folder + "/landcover_after.tif", name="landcover_after"), desa(folder))
    inner, outer = table.innermost, table.levels[0]
    own = {(one["kecamatan"], one["name"]): one["ha"] for one in truth["desa"]}
    for path, ha in zip(inner.zones, inner.zone_ha):
        assert ha == pytest.approx(own[path], abs=1e-4)
    assert inner.difference_ha == pytest.approx(0, abs=1e-3)
    assert inner.zone_ha.sum() == pytest.approx(truth["district_ha"], abs=1e-3)
    assert outer.zones == list(dict.fromkeys(path[:1] for path in inner.zones))
    # A pixel holds the class of most of it, so the map's hectares of a class miss the truth by little: sums over the district.
    total = dict(zip(table.codes, inner.ha.sum(axis=0).tolist()))
    for code, ha in truth["classes_ha"]["after"].items():
        assert total[int(code)] == pytest.approx(ha, rel=0.03, abs=1.5)
    # the layers are a clean coverage
    assert table.overlap_ha() == pytest.approx(0, abs=1e-3)
    assert table.gap_ha() == pytest.approx(0, abs=1e-3)


def cents(values):
    return np.rint(100 * np.asarray(values)).astype(int)


def test_what_is_printed_adds_up_on_all_levels(district):
    folder, _ = district
    table = area_table(Map(folder + "/landcover_after.tif", name="landcover_after"), desa(folder))
    outer, inner = printed(table)
    for one in (outer, inner):
        depth, level = len(one.level.zones[0]), table.innermost
        true = np.zeros(one.parts.shape)
        for path, row in zip(level.zones, np.column_stack([level.ha, level.nodata_ha, level.outside_ha])):
            true[one.level.zones.index(path[:depth])] += row
        assert np.abs(one.parts - true).max() < 0.01
        assert (cents(one.percent).sum(axis=1) == 10_000).all()
        assert abs(one.parts.sum() - true.sum()) < 0.01
    for path, parts in zip(outer.level.zones, outer.parts):
        within = [place for place, zone in enumerate(inner.level.zones) if zone[:1] == path]
        assert (cents(inner.parts[within]).sum(axis=0) == cents(parts)).all()
    assert (cents(outer.totals()) == cents(inner.totals())).all()


def test_report_and_sheets_in_indonesian_numbers(district):
    folder, _ = district
    table = area_table(Map(folder + "/landcover_after.tif", name="landcover_after"), desa(folder))
    levels = printed(table)
    with numbers_in("id"):
        page = report(table, Named("Luas tutupan lahan", "BIG 2024"), levels)
    total = levels[-1].parts.sum()
    assert f"{total:,.2f}".translate(str.maketrans(",.", ".,")) in page
    assert "Luas tutupan lahan" in page
    assert "BIG 2024" in page
    assert "<script" not in page
    # every row adds up as printed; its classes stand in several tables below each other
    for section in page.split("<h2>")[2:4]:
        rows = {}
        for body in re.findall(r"<caption>Hectares</caption>.*?</table>", section, re.S):
            for name, cells in re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', body, re.S):
                rows.setdefault(name, []).extend(int(re.sub(r"\D", "", one)) for one in re.findall(r'"number">(.*?)</td>', cells))
        assert len(rows) > 2
        for figures in rows.values():
            assert len(figures) == len(table.codes) + 1
            assert sum(figures[:-1]) == figures[-1]
    names = [sheet.name for sheet in sheets(table, Named(), levels)]
    assert names[:3] == ["Kecamatan", "Desa/kelurahan", "Closure"]
    first = sheets(table, Named(), levels)[0]
    count = (len(first.columns) - 2) // 2
    total = first.totals[0]
    for place in range(1, count + 1):
        assert sum(cents([row[place] for row in first.rows])) == cents([total[place]])[0]
