"""Layers laid over each other: rectangles in an equal-area plane, where every hectare is known, and formulas for other CRSs.

EPSG:6933 is such a plane on the ellipsoid: there a square of 100 m is a hectare, to the last digit.
"""

import math
import random

import pytest
from osgeo import ogr, osr
from pantau.plugin.engine.area import overlay as module
from pantau.plugin.engine.area.overlay import overlay_layers
from pantau.plugin.engine.ellipsoid import Surface
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.gdal_guard import spatial_reference
from pantau.plugin.engine.raster.zones import Zones
from rectangles import EAST, FLAT, NORTH, box, height, layer, near, ring, wkt
from scenes import Notes


def areas(result):
    return {piece.names: piece.area_ha for piece in result.pieces}


def laid(*layers, crs=FLAT):
    result = overlay_layers(layers, crs, Monitor())
    for piece in result.pieces:
        assert piece.shape.GetGeometryType() == ogr.wkbMultiPolygon
        assert piece.shape.IsValid()
        assert piece.area_ha > 0
        # what is drawn is what is told
        assert Surface(crs).areas_ha([piece.shape])[0] == pytest.approx(piece.area_ha, rel=1e-9, abs=1e-9)
    assert result.crs == crs
    assert len({piece.names for piece in result.pieces}) == len(result.pieces)
    return result


def test_every_combination_of_rectangles_by_hand():
    zones = layer(("A", box(0, 0, 10, 10)), ("B", box(10, 0, 20, 10)))
    units = layer(("x", box(5, 5, 15, 15)), ("y", box(-1, -1, 0, 0)))
    result = laid(zones, units)
    assert areas(result) == {
        ("A", "x"): near(25), ("A", None): near(75), ("B", "x"): near(25), ("B", None): near(75), (None, "x"): near(50), (None, "y"): near(1),
    }  # fmt: skip
    assert (result.repaired, result.overlap_ha) == ([0, 0], [0, 0])
    assert result.layer_ha == near([200, 101])
    assert result.ground_ha == near(251)


def test_three_layers_and_polygons_of_one_name():
    """A has two polygons that overlap on 20 ha, and one elsewhere; its ground is 100 + 100 - 20 + 1."""
    zones = layer(("A", box(0, 0, 10, 10)), ("A", box(8, 0, 18, 10)), ("A", box(30, 0, 31, 1)))
    units, towns = layer(("x", box(0, 0, 9, 10))), layer(("t", box(0, 0, 20, 5)), ("u", box(0, 5, 5, 10)))
    result = laid(zones, units, towns)
    assert areas(result) == {
        ("A", "x", "t"): near(45), ("A", "x", "u"): near(25), ("A", "x", None): near(20), ("A", None, "t"): near(45),
        ("A", None, None): near(46), (None, None, "t"): near(10),
    }  # fmt: skip
    assert result.overlap_ha == near([0, 0, 0])
    assert result.layer_ha == near([181, 90, 125])
    assert areas(laid(zones)) == {("A",): near(181)}
    assert sum(areas(result).values()) == pytest.approx(result.ground_ha, rel=1e-12)


def test_zones_that_overlap_are_in_both_pieces():
    """A and B share 3 x 10, of which C covers 3 x 5 too."""
    zones = layer(("A", box(0, 0, 10, 10)), ("B", box(7, 0, 17, 10)), ("C", box(7, 5, 10, 10)))
    result = laid(zones, layer(("x", box(0, 0, 8, 10))))
    assert areas(result) == {
        ("A", "x"): near(80), ("A", None): near(20), ("B", "x"): near(10), ("B", None): near(90), ("C", "x"): near(5), ("C", None): near(10),
    }  # fmt: skip
    assert result.overlap_ha == near([30 + 15, 0])
    assert sum(areas(result).values()) == near(result.ground_ha + 45)


def test_every_combination_of_many_polygons_agrees_with_unions_of_whole_zones():
    """What OGR makes of the merged zones, polygon by polygon in one piece."""
    draw = random.Random(3)

    def some(name, count):
        named = []
        for _ in range(count):
            x, y, size = draw.uniform(0, 30), draw.uniform(0, 30), draw.uniform(1, 8)
            corners = [
                (x + size * math.cos(a), y + size * math.sin(a)) for a in sorted(draw.uniform(0, 2 * math.pi) for _ in range(5))
            ]
            named.append((draw.choice("abcde"), ring(*((EAST + 100 * px, NORTH + 100 * py) for px, py in corners))))
        return layer(*named, name=name)

    layers = [some("one", 40), some("two", 30)]
    merged = []
    for one in layers:
        zones = {}
        for wkb, name in zip(one.polygons.wkb, one.names):
            shape = ogr.CreateGeometryFromWkb(wkb)
            zones[name] = zones[name].Union(shape) if name in zones else shape
        merged.append(zones)
    expected, whole = {}, []
    for zones in merged:
        union = None
        for shape in zones.values():
            union = shape if union is None else union.Union(shape)
        whole.append(union)
    for name, shape in merged[0].items():
        expected[name, None] = shape.Difference(whole[1]).Area() / 1e4
        for other, its in merged[1].items():
            expected[name, other] = shape.Intersection(its).Area() / 1e4
    for other, its in merged[1].items():
        expected[None, other] = its.Difference(whole[0]).Area() / 1e4
    result = laid(*layers)
    assert areas(result) == {names: pytest.approx(area, rel=1e-8, abs=1e-7) for names, area in expected.items() if area > 1e-8}
    sums = [sum(shape.Area() for shape in zones.values()) / 1e4 for zones in merged]
    assert result.layer_ha == near([union.Area() / 1e4 for union in whole])
    assert result.overlap_ha == near([total - ground for total, ground in zip(sums, result.layer_ha)])
    assert result.ground_ha == near(whole[0].Union(whole[1]).Area() / 1e4)


def test_outlines_that_cross_or_touch_themselves_are_repaired_and_counted():
    bow = f"POLYGON({ring((EAST, NORTH), (EAST + 200, NORTH + 200), (EAST + 200, NORTH), (EAST, NORTH + 200))})"  # two triangles of 1 ha
    points = [(10, 0), (12, 0), (13, 2), (11, 2), (12, 0), (14, 0), (14, 4), (10, 4)]  # a triangle of 2 ha hangs in, by a corner
    holed = f"POLYGON({ring(*((EAST + 100 * x, NORTH + 100 * y) for x, y in points))})"
    several = f"MULTIPOLYGON(({box(20, 0, 21, 1)}),({box(22, 0, 24, 1)},{box(22.5, 0.25, 23, 0.75)}))"  # 1 + 2 - 0.25
    result = laid(layer(("bow", bow), ("holed", holed), ("several", several), ("none", "POLYGON EMPTY")))
    assert areas(result) == {("bow",): near(2), ("holed",): near(14), ("several",): near(2.75)}
    assert result.repaired == [2]


def test_edges_that_touch_make_no_piece_and_slivers_are_kept():
    result = laid(
        layer(("A", box(0, 0, 10, 10))), layer(("x", box(10, 0, 20, 10)), ("y", box(-5, 10, 5, 20)), ("z", box(-9, -9, 0, 0)))
    )
    assert set(areas(result)) == {("A", None), (None, "x"), (None, "y"), (None, "z")}
    strip = layer(("x", box(10 - 1e-4, 0, 20, 10)))  # a centimetre wide and a kilometre long
    assert areas(laid(layer(("A", box(0, 0, 10, 10))), strip))["A", "x"] == pytest.approx(1e-3, rel=1e-6)


def test_layers_apart_and_layers_of_nothing():
    apart = laid(layer(("A", box(0, 0, 1, 1))), layer(("x", box(50, 0, 51, 1))))
    assert areas(apart) == {("A", None): near(1), (None, "x"): near(1)}
    for nothing in (layer(name="empty plan"), layer(("A", "POLYGON EMPTY"), ("B", "LINESTRING(0 0,1 1)"), name="empty plan")):
        with pytest.raises(PantauError, match="^empty plan has no polygon with an area"):
            overlay_layers([layer(("A", box(0, 0, 1, 1))), nothing], FLAT, Monitor())
    with pytest.raises(PantauError, match="has no place on the Earth"):
        overlay_layers([layer(("A", box(0, 0, 1, 1)))], 'LOCAL_CS["sketch",UNIT["metre",1]]', Monitor())


def test_large_polygons_are_parted_and_come_back_whole():
    """A circle of 20 000 corners: n / 2 r^2 sin(2 pi / n); a quarter of it in each of four squares that meet in its middle."""
    count, radius = 20_000, 50.0
    turns = [2 * math.pi * (step + 0.5) / count for step in range(count)]
    circle = ring(*((EAST + 100 * radius * math.cos(turn), NORTH + 100 * radius * math.sin(turn)) for turn in turns))
    area = count / 2 * radius**2 * math.sin(2 * math.pi / count)
    squares = layer(*((f"{x} {y}", box(min(x, 0), min(y, 0), max(x, 0), max(y, 0))) for x in (-60, 60) for y in (-60, 60)))
    result = laid(layer(("A", circle)), squares)
    expected = {("A", f"{x} {y}"): near(area / 4) for x in (-60, 60) for y in (-60, 60)}
    assert areas(result) == {**expected, **{(None, name): near(3600 - area / 4) for _, name in expected}}
    whole = laid(layer(("A", circle))).pieces[0].shape
    assert whole.GetGeometryCount() == 1
    assert whole.GetGeometryRef(0).GetGeometryCount() == 1


def test_squares_of_degrees_have_the_ellipsoids_area():
    """dlambda (Q(phi2) - Q(phi1)), across the equator and at 11 degrees south."""
    degrees = wkt(4326)
    cells = [(120 + 0.1 * x, south + 0.1 * y) for south in (-11.2, -0.1) for y in range(2) for x in range(3)]
    zones = layer(*((f"{x:.1f} {y:.1f}", box(x, y, x + 0.1, y + 0.1, 0, 0, 1.0)) for x, y in cells), crs=degrees)
    half = layer(("west", box(110, -20, 120.05, 20, 0, 0, 1.0)), crs=degrees)
    result = laid(zones, half, crs=degrees)
    found = areas(result)
    for x, y in cells:
        area = math.radians(0.1) * (height(y + 0.1) - height(y))
        name = f"{x:.1f} {y:.1f}"
        if x < 120.01:
            assert found[name, "west"] == pytest.approx(area / 2, rel=1e-9)
        assert found.get((name, "west"), 0) + found[name, None] == pytest.approx(area, rel=1e-9)
    assert sum(result.overlap_ha) < 1e-9


def test_degrees_and_metres_agree():
    """A mesh in UTM, the same mesh in degrees, and both over each other in either CRS, within a millionth."""
    metres, degrees = wkt(32750), wkt(4326)
    cells = [(f"{x} {y}", box(x, y, x + 1, y + 1, 500_000, 9_300_000, 3000.0)) for x in range(4) for y in range(3)]
    utm = layer(*cells, crs=metres)
    change = osr.CoordinateTransformation(*(spatial_reference(one) for one in (metres, degrees)))
    shapes = [ogr.CreateGeometryFromWkb(wkb) for wkb in utm.polygons.wkb]
    for shape in shapes:
        shape.Segmentize(100)
        shape.Transform(change)
    lonlat = Zones(Polygons([bytes(shape.ExportToWkb()) for shape in shapes], degrees), utm.names, "degrees")
    for crs in (metres, degrees, wkt(23836), wkt(3857)):
        result = laid(utm, lonlat, crs=crs)
        found = areas(result)
        for name in utm.names:
            assert found[name, name] == pytest.approx(Surface(degrees).area_ha(shapes[utm.names.index(name)]), rel=1e-6)
        assert sum(area for names, area in found.items() if names[0] != names[1]) < 1e-5 * sum(result.layer_ha)


def test_parts_add_up_to_the_whole_where_edges_are_long():
    """A square of 100 km in UTM, cut in two by a slanting line: each part's edges end elsewhere than the square's."""
    crs = wkt(32750)
    square = layer(("A", box(0, 0, 10, 10, 300_000, 9_000_000, 1e4)), crs=crs)
    corners = [(300_000, 9_000_000), (337_000.3, 9_000_000), (361_000.7, 9_100_000), (300_000, 9_100_000)]
    result = laid(square, layer(("west", ring(*corners)), crs=crs), crs=crs)
    total = Surface(crs).area_ha(ogr.CreateGeometryFromWkb(square.polygons.wkb[0]))
    assert sum(areas(result).values()) == pytest.approx(total, rel=1e-11)


def test_the_work_grows_with_the_polygons_not_with_their_pairs(monkeypatch):
    calls = []

    def counted(call, *args):
        calls.append(call)
        return original(call, *args)

    original = module.overlay
    monkeypatch.setattr(module, "overlay", counted)
    for size, most in ((10, 800), (20, 3200)):
        calls.clear()
        mesh = [(f"{(x + y) % 5}", box(x, y, x + 1, y + 1)) for x in range(size) for y in range(size)]
        units = [
            (f"{x} {y}", box(4.5 * x, 4.5 * y, 4.5 * x + 4.5, 4.5 * y + 4.5)) for x in range(size // 4) for y in range(size // 4)
        ]
        overlay_layers([layer(*mesh), layer(*units)], FLAT, Monitor())
        assert len(calls) < most


def test_the_work_does_not_grow_with_what_lies_on_a_large_polygon(monkeypatch):
    """n discs on a rectangle, in its layer and in another's, under a mesh: four times the discs, four times the points that are cut."""
    work = []

    def counted(call, *args):
        work.append(sum(shape.WkbSize() for shape in (call.__self__, *args)))
        return original(call, *args)

    original = module.overlay
    monkeypatch.setattr(module, "overlay", counted)
    turns = [2 * math.pi * step / 16 for step in range(16)]
    sums = []
    for side in (12, 24):
        places = [(x, y) for x in range(side) for y in range(side)]
        discs = [
            (
                f"{(x + y) % 7}",
                ring(*((EAST + 100 * (x + 0.3 * math.cos(t)), NORTH + 100 * (y + 0.3 * math.sin(t))) for t in turns)),
            )
            for x, y in places
        ]
        whole, area = ("R", box(-1, -1, side, side)), 8 * 0.3**2 * math.sin(math.pi / 8)
        mesh = layer(*((f"{(x + y) % 5}", box(x, y, x + 1, y + 1)) for x, y in places))
        sums.append([])
        for layers in ([layer(whole), layer(*discs)], [layer(whole, *discs)], [layer(*discs, whole), mesh]):
            work.clear()
            result = overlay_layers(layers, FLAT, Monitor())
            sums[-1].append(sum(work))
            assert result.ground_ha == near((side + 1) ** 2)
            assert result.overlap_ha[0] == near(side**2 * area if len(layers[0].names) > 1 else 0)
        assert sums[-1][1] < 500 * 16 * side**2  # of 16 bytes; were the rectangle cut by each disc, 2 000 points for each
    assert all(many < 6 * few for few, many in zip(*sums))


def test_progress_moves_on_and_stops_at_once():
    layers = [
        layer(*((f"{x}", box(x, 0, x + 1.5, 10)) for x in range(20))),
        layer(*((f"{y}", box(0, y, 20, y + 1)) for y in range(10))),
    ]
    notes = Notes()
    overlay_layers(layers, FLAT, notes)
    assert notes.shares == sorted(notes.shares)
    assert notes.shares[-1] > 0.95
    for stop in (0.0, 0.2, 0.4, 0.6, 0.8, 0.92):
        with pytest.raises(Cancelled):
            overlay_layers(layers, FLAT, Notes(stop))
