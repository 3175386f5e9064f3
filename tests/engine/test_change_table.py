"""The from-to matrix of two maps: scenes small enough to count, numpy's own histogram, and the sample district's known changes."""

import json
import os
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from osgeo import gdal, ogr
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.landcover.change_report import report
from pantau.plugin.engine.landcover.change_table import ClassChange, Flows, change_table
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.grid import CellAreas, Grid
from pantau.plugin.engine.raster.legend import Legend, LegendEntry, read_legend, read_provenance
from pantau.plugin.engine.raster.outputs import RasterOutput
from pantau.plugin.engine.raster.source import RasterSource
from pantau.plugin.engine.raster.zones import Map, Zones
from pantau.plugin.engine.sample.district import make
from scenes import Notes, read, write


def ha(pixels):
    """Pixels of 10 m, within UTM's scale."""
    return pytest.approx(pixels * 0.01, rel=2e-3)


def box(west, south, east, north):
    return bytes(
        ogr.CreateGeometryFromWkt(
            f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"
        ).ExportToWkb()
    )


def named(path, array, *names, nodata=None):
    """A class raster with a legend: (code, name) or (code, name, Indonesian name)."""
    grid = RasterSource(write(path, array)).grid
    legend = Legend(tuple(LegendEntry(code, name, other[0] if other else name, f"#{code:06X}") for code, name, *other in names))
    raster = RasterOutput(str(path), Grid(grid.crs, grid.transform, grid.width, grid.height), array.dtype, 1, nodata, legend=legend)
    raster.write(0, 0, array)
    raster.close()
    raster.publish()
    return str(path)


BEFORE = np.array([[1, 1, 1, 2, 2], [1, 1, 2, 2, 2], [300, 300, 300, 0, 0], [1, 2, 300, 300, 99]], np.uint16)
AFTER = np.array([[1, 1, 2, 2, 2], [1, 2, 2, 2, 1], [300, 300, 1, 0, 99], [99, 2, 300, 300, 1]], np.uint16)
# 99 is no data of both; counted by hand:
PAIRS = {(1, 1): 3, (1, 2): 2, (2, 1): 1, (2, 2): 5, (300, 300): 4, (300, 1): 1, (0, 0): 1}


@pytest.fixture
def maps(tmp_path):
    return Map(write(tmp_path / "a.tif", BEFORE, nodata=99)), Map(write(tmp_path / "b.tif", AFTER, nodata=99))


def test_every_pair_of_a_scene_counted_by_hand(maps, tmp_path):
    table = change_table(*maps, change=str(tmp_path / "c.tif"))
    assert {pair: area for pair, area in table.flows.items()} == {pair: ha(count) for pair, count in PAIRS.items()}
    flows = table.flows
    assert (flows.total_ha, flows.changed_ha, flows.unchanged_ha) == (ha(17), ha(4), ha(13))
    assert flows.changed_percent == pytest.approx(100 * 4 / 17, rel=1e-3)
    assert (table.only_before_ha, table.only_after_ha) == (ha(2), ha(1))
    assert [(row.zone, row.before, row.after) for row in table.rows()] == [(None, *pair) for pair in sorted(PAIRS)]
    assert [pair for pair, _ in flows.changes()] == [(1, 2), (2, 1), (300, 1)]
    # class 1: before 5, after 5, stayed 3: it lost 2 and gained 2, all of it swap; 2: lost 1, gained 2; 300: lost 1
    one, two, last = (next(c for c in flows.classes() if c.code == code) for code in (1, 2, 300))
    assert [one.loss_ha, one.gain_ha, one.swap_ha] == [ha(2), ha(2), ha(4)]
    assert one.net_ha == pytest.approx(0, abs=1e-5)
    assert [two.loss_ha, two.gain_ha, two.net_ha, two.swap_ha] == [ha(1), ha(2), pytest.approx(0.01, rel=0.02), ha(2)]
    assert [last.loss_ha, last.net_ha, last.swap_ha] == [ha(1), pytest.approx(-0.01, rel=0.02), 0]
    assert flows.net_ha == pytest.approx(0.01, rel=0.02)  # (0 + 1 + 1 + 0) / 2
    assert flows.swap_ha == ha(3)  # (4 + 2 + 0 + 0) / 2
    # the raster: pairs in order, from 1
    order = {pair: place for place, pair in enumerate(sorted(PAIRS), 1)}
    expected = [255 if 99 in pair else order[pair] for pair in zip(BEFORE.ravel().tolist(), AFTER.ravel().tolist())]
    made = read(tmp_path / "c.tif")[0]
    assert made.dtype == np.uint8
    assert made.ravel().tolist() == expected
    legend = read_legend(str(tmp_path / "c.tif"))
    assert [one.name for one in legend] == [
        "class 0 (unchanged)", "class 1 (unchanged)", "class 1 -> class 2", "class 2 -> class 1", "class 2 (unchanged)",
        "class 300 -> class 1", "class 300 (unchanged)",
    ]  # fmt: skip
    assert legend.find(6).name_id == "kelas 300 -> kelas 1"
    assert legend.find(6).color == legend.find(4).color  # both became 1
    assert read_provenance(str(tmp_path / "c.tif"))["pairs"][2] == [3, 1, 2]


def test_persistence_swap_and_net_of_a_matrix_by_hand():
    """Three classes; each figure of the identities of Pontius et al. (2004) reckoned on paper."""
    flows = Flows({(1, 1): 40, (1, 2): 8, (1, 3): 2, (2, 1): 5, (2, 2): 25, (2, 3): 0, (3, 1): 1, (3, 2): 4, (3, 3): 15})
    assert flows.classes() == [ClassChange(1, 50, 46, 40), ClassChange(2, 30, 37, 25), ClassChange(3, 20, 17, 15)]
    assert [(one.gain_ha, one.loss_ha, one.net_ha, one.swap_ha) for one in flows.classes()] == [
        (6, 10, -4, 12), (12, 5, 7, 10), (2, 5, -3, 4)
    ]  # fmt: skip
    assert (flows.changed_ha, flows.net_ha, flows.swap_ha) == (20, 7, 13)


def test_blocks_and_numpy_agree(tmp_path):
    rng = np.random.default_rng(0)
    before, after = (rng.integers(0, 17, (700, 1100)).astype(np.uint8) for _ in range(2))
    paths = [write(tmp_path / name, array, nodata=16) for name, array in (("a.tif", before), ("b.tif", after))]
    table = change_table(*map(Map, paths), change=str(tmp_path / "c.tif"))
    areas = CellAreas(RasterSource(paths[0]).grid).at(*np.indices(before.shape))
    expected = np.zeros((17, 17))
    np.add.at(expected, (before, after), areas)
    assert len(table.flows) == 256
    for pair, area in table.flows.items():
        assert area == pytest.approx(expected[pair], rel=1e-9)
    made = read(tmp_path / "c.tif")[0]
    assert made.dtype == np.uint16  # 256 pairs are too many for a byte
    both = (before < 16) & (after < 16)
    assert np.array_equal(made, np.where(both, before.astype(int) * 16 + after + 1, 65535))
    assert gdal.Open(str(tmp_path / "c.tif")).GetRasterBand(1).GetNoDataValue() == 65535
    assert table.only_before_ha == pytest.approx(expected[:16, 16].sum())
    assert table.only_after_ha == pytest.approx(expected[16, :16].sum())


def test_the_later_map_comes_to_the_grid_of_the_earlier(tmp_path):
    before = np.ones((8, 8), np.uint8)
    coarse = np.array([[1, 2], [3, 1]], np.uint8)  # 40 m, and it reaches over four columns more
    paths = write(tmp_path / "a.tif", before), write(tmp_path / "b.tif", coarse, transform=(500000, 40, 0, 9900000, 0, -40))
    table = change_table(*map(Map, paths))
    assert table.aligned
    assert dict(table.flows) == {(1, 1): ha(32), (1, 2): ha(16), (1, 3): ha(16)}
    # the same in degrees: UTM 50S is all but north up here
    degrees = write(tmp_path / "d.tif", np.full((400, 400), 7, np.uint8), epsg=4326, transform=(116.99, 1e-4, 0, -0.89, 0, -1e-4))
    assert dict(change_table(Map(paths[0]), Map(degrees)).flows) == {(1, 7): ha(64)}
    # and the other way round, half of it is beyond the finer one
    table = change_table(Map(degrees), Map(paths[0]))
    assert set(table.flows) == {(7, 1)}
    assert table.flows.total_ha == pytest.approx(0.64, rel=0.1)
    assert table.only_before_ha == pytest.approx(CellAreas(RasterSource(degrees).grid).total_ha() - table.flows.total_ha)


def test_zones_that_overlap_and_leave_ground_out(maps):
    crs = RasterSource(maps[0].raster).grid.crs
    shapes = [box(500000, 9899980, 500020, 9900000), box(500010, 9899980, 500050, 9900000), box(500000, 9899960, 500010, 9899970),
              box(600000, 9899980, 600010, 9900000)]  # fmt: skip
    zones = Zones(Polygons(shapes, crs), ["A", "B / x", "A", "far"], "districts")
    table = change_table(*maps, zones)
    a, b = BEFORE[:2, :2], AFTER[:2, :2]
    expected = {"A": {}, "B / x": {}}
    for name, cols in (("A", slice(0, 2)), ("B / x", slice(1, 5))):
        for pair in zip(BEFORE[:2, cols].ravel().tolist(), AFTER[:2, cols].ravel().tolist()):
            expected[name][pair] = expected[name].get(pair, 0) + 1
    assert a.size == b.size == sum(expected["A"].values())  # the other piece of A has no data after
    for name, counts in expected.items():
        assert dict(table.zones[name]) == {pair: ha(count) for pair, count in counts.items()}
    assert table.overlap_ha == ha(2)
    assert table.no_zone_ha == ha(7)
    assert table.flows.total_ha == ha(17)  # the numbers are of the whole map
    assert table.zones["far"] == {}
    assert "1 zone(s) of districts have no pixel to compare: far" in table.warnings[0]
    assert {row.zone for row in table.rows()} == {"A", "B / x"}
    total = sum(flows.total_ha for flows in table.zones.values())
    assert total == pytest.approx(table.flows.total_ha - table.no_zone_ha + table.overlap_ha)
    with pytest.raises(PantauError, match="No zone of districts lies over a.tif"):
        change_table(*maps, Zones(Polygons(shapes[3:], crs), ["far"], "districts"))


def test_legends_that_differ(tmp_path):
    array = np.array([[1, 2, 3]], np.uint8)
    before = named(tmp_path / "a.tif", array, (1, "forest", "hutan"), (2, "water", "air"))
    after = named(tmp_path / "b.tif", array, (1, "Hutan"), (2, "urban"), (3, "salt"))
    table = change_table(Map(before, name="old"), Map(after, name="new"))
    assert table.warnings == [
        "old and new give some codes different names (2: water / urban): they are compared by code, so check that they mean the same."
    ]
    assert [one.name for one in table.legend] == ["forest", "water", "salt"]
    other = named(tmp_path / "c.tif", array, (1, "lake"), (2, "wood"))
    with pytest.raises(PantauError, match="old and new call no class alike .1: forest / lake, 2: water / wood."):
        change_table(Map(before, name="old"), Map(other, name="new"))
    same = change_table(Map(before, name="old"), Map(before, name="old"))
    assert "Both maps are the same file, old" in same.warnings[0]
    assert same.flows.changed_ha == 0


def test_classes_of_one_name_are_one_class_whatever_their_codes(tmp_path):
    """Text classes numbered by the alphabet: the first map lacks "crops", the second "water", and has a town; one pixel changed."""
    before = named(
        tmp_path / "a.tif", np.uint8([[1, 1, 2, 2], [3, 3, 9, 9]]), (1, "Forest", "hutan"), (2, "salt pond"), (3, "water"), nodata=0
    )
    after = named(
        tmp_path / "b.tif", np.uint8([[2, 1, 4, 4], [5, 3, 9, 2]]), (1, "crops"), (2, "HUTAN"), (3, "Town"), (4, "Salt Pond "), (5, "Water"),
        nodata=0,
    )  # fmt: skip
    monitor = Notes()
    table = change_table(Map(before, name="old"), Map(after, name="new"), change=str(tmp_path / "c.tif"), monitor=monitor)
    # of what only the later map has, codes after all that occur: crops 10, Town 11; 9 has no name, and stays
    assert dict(table.flows) == {
        pair: ha(1 + (pair in ((2, 2),))) for pair in ((1, 1), (1, 10), (2, 2), (3, 3), (3, 11), (9, 9), (9, 1))
    }
    assert [table.name(code) for code in (1, 2, 3, 9, 10, 11)] == ["Forest", "salt pond", "water", "class 9", "crops", "Town"]
    assert table.warnings == []
    assert any("matched by name" in line and "HUTAN: 2 = 1" in line and "Town: 3 = 11" in line for line in monitor.lines)
    order = {pair: place for place, pair in enumerate(sorted(table.flows), 1)}
    pairs = [[(1, 1), (1, 10), (2, 2), (2, 2)], [(3, 3), (3, 11), (9, 9), (9, 1)]]
    assert read(tmp_path / "c.tif")[0].tolist() == [[order[pair] for pair in row] for row in pairs]
    assert read_legend(str(tmp_path / "c.tif")).find(order[1, 10]).name == "Forest -> crops"
    assert read_provenance(str(tmp_path / "c.tif"))["codes_of_after"] == [[1, 10], [2, 1], [3, 11], [4, 2], [5, 3]]
    crs = RasterSource(before).grid.crs
    zones = Zones(Polygons([box(500000, 9899980, 500010, 9900000)], crs), ["west"], "districts")
    assert dict(change_table(Map(before), Map(after), zones).zones["west"]) == {(1, 1): ha(1), (3, 3): ha(1)}


@pytest.mark.parametrize(
    ("classes", "others", "array"),
    [
        ([(1, "forest"), (2, "water"), (3, "Forest")], [(1, "water"), (2, "forest"), (3, "Forest")], [1, 2, 3]),  # a name twice
        ([(1, "forest", "hutan"), (2, "wood", "kayu")], [(1, "kayu", "forest"), (2, "wood")], [1, 2, 2]),  # one class, two names
        ([(1, "forest"), (2, "water")], [(1, "forest"), (3, "water")], [1, 2, 2]),  # the later map shows 2, which it does not name
        ([(1, "forest"), (3, "water")], [(1, "forest"), (2, "water"), (3, "salt")], [1, 3, 2]),  # the earlier one too
        ([(1, "forest"), (2, "water")], [(1, "forest"), (3, "salt")], [1, 2, 3]),  # no name has two codes
        ([], [(1, "forest")], [1, 2, 3]),
    ],
)
def test_codes_count_where_names_tell_nothing(tmp_path, classes, others, array):
    maps = [named(tmp_path / f"{place}.tif", np.uint8([array]), *names) for place, names in enumerate((classes, others))]
    monitor = Notes()
    assert change_table(*map(Map, maps), monitor=monitor).flows.changed_ha == 0
    assert not any("matched by name" in line for line in monitor.lines)


def test_maps_that_share_no_pixel(tmp_path):
    one = write(tmp_path / "a.tif", np.ones((4, 4), np.uint8))
    far = write(tmp_path / "b.tif", np.ones((4, 4), np.uint8), transform=(700000, 10, 0, 9900000, 0, -10))
    with pytest.raises(PantauError, match="No pixel of a.tif can be compared with b.tif"):
        change_table(Map(one), Map(far), change=str(tmp_path / "c.tif"))
    image = write(tmp_path / "i.tif", np.ones((3, 4, 4), np.uint8))
    with pytest.raises(PantauError, match="i.tif has 3 bands.*as AFTER"):
        change_table(Map(one), Map(image))
    assert sorted(os.listdir(tmp_path)) == ["a.tif", "b.tif", "i.tif"]


def test_cancelling_and_failing_leave_what_was_there(maps, tmp_path):
    target = tmp_path / "c.tif"
    target.write_text("earlier")

    class Impatient(Monitor):
        def progress(self, done, total):
            return done / total <= self.share

    for Impatient.share in (0.0, 0.4, 0.6):
        with pytest.raises(Cancelled):
            change_table(*maps, change=str(target), publish=lambda table: None, monitor=Impatient())

    def full(table):
        assert read(target).shape == (1, 4, 5)  # in place when the rest is written
        raise PantauError("disk is full")

    with pytest.raises(PantauError, match="disk is full"):
        change_table(*maps, change=str(target), publish=full)
    assert target.read_text() == "earlier"
    assert sorted(os.listdir(tmp_path)) == ["a.tif", "b.tif", "c.tif"]


def test_the_report_says_what_the_table_says(maps, tmp_path):
    crs = RasterSource(maps[0].raster).grid.crs
    zones = Zones(Polygons([box(500000, 9899960, 500050, 9900000)], crs), ["<b>A</b>"], "districts")
    path = named(tmp_path / "n.tif", BEFORE, (1, "forest <i>"), (2, "water"), nodata=99)
    html = report(change_table(Map(path, name="2018"), maps[1], zones))
    page = ET.fromstring(html.replace("<!DOCTYPE html>", "").replace("<meta charset=\"utf-8\">", "").split("<style>")[0].split("<head>")[0]
                         + html[html.index("<body>") :])  # fmt: skip
    words = " ".join(" ".join(page.itertext()).split())
    assert "Between 2018 and b.tif, 0.04 ha of 0.17 ha changed class (23.53 %)." in words
    assert "The largest change is from forest <i> to water: 0.02 ha." in words
    assert "Change of the whole map: 0.04 ha = 0.01 ha net + 0.03 ha swap." in words
    assert "<b>A</b> 0.17 0.13 0.04 23.5" in words
    assert "0.02 ha have a class only before, 0.01 ha only after" in words
    bands = [one.text for one in page.iter("{http://www.w3.org/2000/svg}title")]
    assert "forest <i> → water: 0.02 ha" in bands
    assert "forest <i> → forest <i>: 0.03 ha" in bands
    assert "Pale: what stayed the same." in words


def test_a_small_change_is_drawn_without_what_stayed(tmp_path):
    before = np.full((20, 20), 1, np.uint8)
    after = before.copy()
    before[0], after[0, :5] = 2, 3
    # both classes are called the same, and must not become one
    maps = [
        Map(named(tmp_path / f"{n}.tif", one, (1, "rice"), (2, "field"), (3, "field"))) for n, one in (("a", before), ("b", after))
    ]
    html = report(change_table(*maps))
    assert "What stayed the same, 95.00 % of the map, is left out." in html
    assert "Each band" in html
    assert "2 field → rice: 0.15 ha" in html
    assert "2 field → 3 field: 0.05 ha" in html
    assert "rice → rice" not in html
    assert "Each band" not in report(change_table(maps[0], maps[0]))


def test_the_changes_of_the_sample_district(tmp_path):
    """Made of polygons whose change is known; rasterized at 10 m, each change is found to within its edge."""
    make(str(tmp_path / "d"), "small", 0, Monitor())
    truth = json.loads((tmp_path / "d" / "truth.json").read_text())
    dataset = gdal.OpenEx(str(tmp_path / "d" / "kecamatan.gpkg"))
    layer = dataset.GetLayer()
    features = [(bytes(one.GetGeometryRef().ExportToWkb()), one["WADMKC"]) for one in layer]
    zones = Zones(Polygons([wkb for wkb, _ in features], layer.GetSpatialRef().ExportToWkt()), [name for _, name in features])
    maps = [Map(str(tmp_path / "d" / f"landcover_{date}.tif")) for date in ("before", "after")]
    table = change_table(*maps, zones)
    for row in truth["changes_by_kecamatan_ha"]:
        found = table.zones[row["kecamatan"]][row["from"], row["to"]]
        assert found == pytest.approx(row["ha"], rel=0.02, abs=0.35), row
    known = sum(row["ha"] for row in truth["changes_ha"] if row["from"] != row["to"])
    inside = sum(flows.changed_ha for flows in table.zones.values())
    assert inside == pytest.approx(known, rel=0.01)
    assert table.overlap_ha == 0
    assert table.no_zone_ha == pytest.approx(truth["scene_ha"] - truth["district_ha"], rel=0.002)
