"""Mine alerts against areas worked out on paper, other ways to compute the same, and the exact sample district."""

import hashlib
import json
import re
import shutil
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.grid import CellAreas
from pantau.plugin.engine.raster.source import RasterSource
from pantau.plugin.engine.report.charts import Dot, sketch
from pantau.plugin.engine.sample.district import make
from pantau.plugin.engine.segmentation import changes as changes_module
from pantau.plugin.engine.segmentation.alerts import GROWN, NEW, SHRUNK, VANISHED, Permits, find_alerts
from pantau.plugin.engine.segmentation.alerts_report import report
from pantau.plugin.engine.segmentation.changes import GAIN, LOSS, Mines, Settings, _near, _wide
from pantau.plugin.engine.vector import Boxes, Ground, clean, dissolved
from scenes import write

EAST, NORTH = 500_000.0, 9_900_000.0  # on the central meridian of UTM 50 S
EXACT = {"min_area_ha": 0, "min_width_m": 0, "max_gap_m": 0}


def wkt_of(epsg):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return reference.ExportToWkt()


UTM = wkt_of(32750)


def box(west, south, east, north):
    """A square in metres from EAST and, upwards, from NORTH - 1000."""
    x0, x1, y0, y1 = EAST + west, EAST + east, NORTH - 1000 + south, NORTH - 1000 + north
    return f"POLYGON(({x0} {y0},{x1} {y0},{x1} {y1},{x0} {y1},{x0} {y0}))"


def polygons(*wkt, crs=UTM):
    return Polygons([bytes(ogr.CreateGeometryFromWkt(one).ExportToWkb()) for one in wkt], crs)


def mines(*wkt, crs=UTM, name="drawn"):
    return Mines(polygons=polygons(*wkt, crs=crs), name=name)


def permits(**named):
    return Permits(polygons(*named.values()), list(named), "permits")


def found(before, after, allowed=None, monitor=None, **settings):
    return find_alerts(before, after, allowed, Settings(**{**EXACT, **settings}), monitor=monitor)


def told(result):
    return [(one.change, one.status, round(one.area_ha, 2)) for one in result.alerts]


def mask(folder, name, *squares, size=100, fill=0, nodata=255, holes=(), **more):
    """A mask of 10 m pixels; squares: (row, column, rows, columns) of class 1; holes: the same of no data."""
    array = np.full((size, size), fill, np.uint8)
    for row, col, rows, cols in squares:
        array[row : row + rows, col : col + cols] = 1
    for row, col, rows, cols in holes:
        array[row : row + rows, col : col + cols] = nodata
    return Mines(write(folder / f"{name}.tif", array, nodata=nodata, **more), name=name)


def balance(result):
    """Mines before, with all that changed, less mines after: nothing."""
    changes = result.changes
    gained = result.area_ha(NEW, GROWN) + changes.small_ha[GAIN] + changes.narrow_ha[GAIN]
    lost = result.area_ha(SHRUNK, VANISHED) + changes.small_ha[LOSS] + changes.narrow_ha[LOSS]
    return changes.before_ha + gained - lost - changes.after_ha


# -- the four kinds

KINDS = [
    (box(0, 0, 100, 100), box(0, 0, 200, 100), (GROWN, 1.0)),
    (box(0, 0, 100, 100), box(0, 0, 100, 50), (SHRUNK, 0.5)),
    (box(0, 0, 100, 100), box(500, 500, 700, 700), (NEW, 4.0)),
]


@pytest.mark.parametrize(("before", "after", "expected"), KINDS)
def test_polygons_change_as_drawn(before, after, expected):
    result = found(mines(before), mines(after))
    assert (result.alerts[0].change, result.alerts[0].area_ha) == (expected[0], pytest.approx(expected[1], rel=1e-3))
    assert [one.change for one in result.alerts[1:]] == ([VANISHED] if expected[0] == NEW else [])
    assert balance(result) == pytest.approx(0, abs=1e-6)


def test_masks_of_one_grid_are_compared_pixel_by_pixel(tmp_path):
    rng = np.random.default_rng(0)
    first, second = ((rng.random((130, 160)) < 0.4).astype(np.uint8) for _ in range(2))
    first[rng.random(first.shape) < 0.05] = 255
    second[rng.random(first.shape) < 0.05] = 255
    before, after = (write(tmp_path / f"{n}.tif", one, nodata=255) for n, one in (("b", first), ("a", second)))
    result = found(Mines(before, name="b"), Mines(after, name="a"))
    areas = CellAreas(RasterSource(after).grid)
    gain, loss = (first == 0) & (second == 1), (first == 1) & (second == 0)
    assert result.area_ha(NEW, GROWN) == pytest.approx(areas.sum_ha(gain, 0, 0), rel=1e-9)
    assert result.area_ha(SHRUNK, VANISHED) == pytest.approx(areas.sum_ha(loss, 0, 0), rel=1e-9)
    seen = (first != 255) & (second != 255)
    assert result.changes.compared_ha == pytest.approx(areas.sum_ha(seen, 0, 0), rel=1e-9)
    assert result.changes.unseen_ha == pytest.approx(areas.sum_ha(~seen, 0, 0), rel=1e-9)
    assert balance(result) == pytest.approx(0, abs=1e-9)
    union, ground = ogr.Geometry(ogr.wkbMultiPolygon), Ground(result.crs)
    for one in result.alerts:
        shape = ogr.CreateGeometryFromWkb(one.wkb)
        assert shape.GetGeometryType() == ogr.wkbMultiPolygon
        assert ground.area_ha(shape) == pytest.approx(one.area_ha, rel=1e-5)
        union.AddGeometry(shape.GetGeometryRef(0))
    assert union.GetArea() == pytest.approx(100 * (gain.sum() + loss.sum()))


def test_kinds_sizes_and_points_of_masks(tmp_path):
    before = mask(tmp_path, "b", (10, 10, 10, 10), (50, 10, 10, 10), (80, 80, 5, 5))
    after = mask(tmp_path, "a", (10, 10, 10, 20), (50, 10, 10, 4), (30, 60, 3, 3))
    result = found(before, after)
    assert [(one.change, round(one.area_ha / 0.010008, 1), round(one.mine_ha / 0.010008, 1)) for one in result.alerts] == [
        (GROWN, 100, 200), (NEW, 9, 9), (SHRUNK, 60, 100), (VANISHED, 25, 25),
    ]  # fmt: skip
    assert [one.rank for one in result.alerts] == [1, 2, 3, 4]
    assert {one.status for one in result.alerts} == {"unknown"}
    assert {one.outside_ha for one in result.alerts} == {None}
    assert result.outside_ha(NEW, GROWN) is None
    to_utm = osr.CoordinateTransformation(*(_axes(wkt_of(code)) for code in (4326, 32750)))
    for one in result.alerts:
        x, y, _ = to_utm.TransformPoint(one.lon, one.lat)
        point = ogr.CreateGeometryFromWkt(f"POINT({x} {y})")
        assert ogr.CreateGeometryFromWkb(one.wkb).Contains(point)


def _axes(wkt):
    reference = osr.SpatialReference()
    reference.ImportFromWkt(wkt)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def test_corners_touch_and_gaps_count_as_far_as_asked(tmp_path):
    before, after = mask(tmp_path, "b", (10, 10, 5, 5)), mask(tmp_path, "a", (10, 10, 5, 5), (15, 15, 5, 5))
    assert told(found(before, after))[0][0] == GROWN  # by a corner
    apart = mask(tmp_path, "c", (10, 10, 5, 5), (10, 18, 5, 5))  # 30 m of ground between them
    assert [told(found(before, apart, max_gap_m=gap))[0][0] for gap in (0, 20, 30, 40)] == [NEW, NEW, GROWN, GROWN]
    assert told(found(before, apart, max_gap_m=None))[0][0] == NEW  # two pixels
    drawn = mines(box(0, 0, 100, 100)), mines(box(0, 0, 100, 100), box(130, 0, 200, 100))
    assert [told(found(*drawn, max_gap_m=gap))[0][0] for gap in (None, 0, 29, 31)] == [NEW, NEW, NEW, GROWN]


def test_vanished_is_only_the_whole_mine(tmp_path):
    before = mask(tmp_path, "b", (10, 10, 5, 40), (50, 50, 6, 6))
    assert told(found(before, mask(tmp_path, "a", (10, 45, 5, 5))))[0][0] == SHRUNK
    # what lies under a cloud at the second date may still be there
    clouded = found(before, mask(tmp_path, "c", (80, 80, 5, 5), holes=[(0, 0, 20, 20)]))
    assert [one.change for one in clouded.alerts] == [NEW, SHRUNK, VANISHED]
    assert clouded.changes.hidden_ha == pytest.approx(50 * 0.010008, rel=1e-3)
    assert next(one for one in clouded.alerts if one.change == SHRUNK).area_ha == pytest.approx(150 * 0.010008, rel=1e-3)


def test_new_is_only_what_was_seen_whole_before(tmp_path):
    """A mine of after with a part under an earlier cloud may have been there; one that is whole in the clear was not."""
    before = mask(tmp_path, "b", holes=[(0, 0, 20, 20)])
    after = mask(tmp_path, "a", (10, 10, 5, 40), (50, 50, 6, 6), (10, 60, 5, 5))
    result = found(before, after)
    assert [(one.change, round(one.area_ha / 0.010008), round(one.mine_ha / 0.010008)) for one in result.alerts] == [
        (GROWN, 150, 200), (NEW, 36, 36), (NEW, 25, 25),
    ]  # fmt: skip
    assert "a part of its mine was not seen then" in report(result)


# -- what is not compared


def test_clouds_of_either_date_are_neither_new_nor_gone(tmp_path):
    before = mask(tmp_path, "b", (10, 10, 10, 10), holes=[(50, 50, 20, 20)])
    after = mask(tmp_path, "a", (55, 55, 5, 5), (80, 5, 4, 4), holes=[(0, 0, 30, 30)])
    result = found(before, after)
    assert [one.change for one in result.alerts] == [NEW]
    assert result.alerts[0].area_ha == pytest.approx(16 * 0.010008, rel=1e-4)
    assert result.changes.unseen_ha == pytest.approx((400 + 900) * 0.010008, rel=1e-4)
    assert result.changes.hidden_ha == pytest.approx((100 + 25) * 0.010008, rel=1e-4)
    assert "1,300" not in report(result)
    assert "13.01 ha" in report(result)


def test_only_ground_of_both_rasters_is_compared(tmp_path):
    after = mask(tmp_path, "a", (5, 5, 10, 10), (70, 70, 10, 10))
    before = mask(tmp_path, "b", size=50)  # the north-western quarter
    result = found(before, after)
    assert [(one.change, round(one.area_ha, 2)) for one in result.alerts] == [(NEW, 1.0)]
    assert result.changes.compared_ha == pytest.approx(25.02, rel=1e-3)
    assert result.changes.unseen_ha == pytest.approx(75.06, rel=1e-3)


def test_rasters_that_never_meet_are_refused(tmp_path):
    far = mask(tmp_path, "b", (5, 5, 5, 5), transform=(700_000.0, 10.0, 0.0, NORTH, 0.0, -10.0))
    with pytest.raises(PantauError, match="No pixel of b can be compared with a"):
        found(far, mask(tmp_path, "a", (5, 5, 5, 5)))


def test_temporary_masks_are_called_after_their_scenes(tmp_path):
    def temporary(scene, *squares):
        folder = tmp_path / hashlib.md5(scene.encode()).hexdigest()
        folder.mkdir()
        path = mask(folder, "MASK", *squares).raster
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.SetMetadataItem("provenance", json.dumps({"algorithm": "pantau:segment", "input": scene}), "PANTAU")
        dataset = None
        return path

    before, after = temporary("may.tif", (10, 10, 10, 10)), temporary("june.tif", (10, 10, 10, 30))
    for name in ("MASK", ""):
        text = report(found(Mines(before, name=name), Mines(after, name=name)))
        assert re.search("Between may(.tif)? and june(.tif)?, 2.00 ha were newly mined", text)
        assert "MASK" not in text
    assert RasterSource(after).name == "june.tif"
    assert Mines(before, name="Mines in May").name == "Mines in May"  # somebody has named the layer
    assert mask(tmp_path, "MASK", (10, 10, 10, 10)).name == "MASK"  # nothing tells what it was made of
    own = tmp_path / "mines_june.tif"
    shutil.copy(after, own)
    assert Mines(str(own), name="mines_june").name == "mines_june"


def test_a_mask_whose_background_is_no_data_is_called_out(tmp_path):
    before, after = (mask(tmp_path, name, (5, 5, 10, size), fill=255) for name, size in (("b", 10), ("a", 20)))
    result = found(before, after)
    assert result.alerts == []
    assert sum("background is probably marked as no data" in one for one in result.warnings) == 2
    assert "probably marked as no data" in report(result)


def test_another_grid_and_another_crs_are_aligned(tmp_path):
    after = mask(tmp_path, "a", (10, 10, 20, 40))
    coarse = np.zeros((50, 50), np.uint8)
    coarse[5:15, 5:15] = 1  # rows and columns 10 to 30 of the finer grid
    before = Mines(write(tmp_path / "b.tif", coarse, transform=(EAST, 20.0, 0.0, NORTH, 0.0, -20.0)), name="b")
    result = found(before, after)
    assert result.changes.aligned
    assert told(result) == [(GROWN, "unknown", 4.0)]
    degrees = str(tmp_path / "d.tif")
    gdal.Warp(degrees, before.raster, dstSRS="EPSG:4326", xRes=9e-5, yRes=9e-5, resampleAlg="near", dstNodata=255)
    result = found(Mines(degrees, name="d"), after, min_width_m=None, max_gap_m=None)
    assert told(result)[0][:2] == (GROWN, "unknown")
    assert result.alerts[0].area_ha == pytest.approx(4.0, rel=0.08)  # an edge of 200 m, known to a pixel
    swapped = found(after, Mines(degrees, name="d"), min_width_m=None)
    assert swapped.crs != result.crs
    assert [one.change for one in swapped.alerts] == [SHRUNK]
    assert swapped.alerts[0].area_ha == pytest.approx(4.0, rel=0.08)


def test_a_mask_and_polygons(tmp_path):
    drawn = box(100, 800, 200, 900)  # rows 10 to 20, columns 10 to 20
    after = mask(tmp_path, "a", (10, 10, 10, 20))
    assert told(found(mines(drawn), after)) == [(GROWN, "unknown", 1.0)]
    assert told(found(after, mines(drawn))) == [(SHRUNK, "unknown", 1.0)]
    shape = ogr.CreateGeometryFromWkt(drawn)
    shape.Transform(osr.CoordinateTransformation(_axes(UTM), _axes(wkt_of(4326))))
    result = found(after, mines(shape.ExportToWkt(), crs=wkt_of(4326)))
    assert told(result) == [(SHRUNK, "unknown", 1.0)]
    west, east, south, north = ogr.CreateGeometryFromWkb(result.alerts[0].wkb).GetEnvelope()  # in the CRS of the later mines
    assert 116 < west < east < 118
    assert -1 < south < north < 0


# -- slivers


def test_strips_along_the_edge_are_left_out_and_told(tmp_path):
    before = mask(tmp_path, "b", (20, 20, 30, 30))
    after = mask(tmp_path, "a", (19, 19, 32, 32), (20, 51, 20, 10))  # a ring of one pixel, and a lobe of 20 x 10
    result = found(before, after, min_width_m=20)
    assert [(one.change, round(one.area_ha / 0.010008)) for one in result.alerts] == [(GROWN, 220)]  # and 20 of the ring beside it
    assert result.changes.narrow_ha[GAIN] == pytest.approx((124 - 20) * 0.010008, rel=1e-3)
    assert balance(result) == pytest.approx(0, abs=1e-9)
    assert told(found(before, after, min_width_m=None)) == told(result)  # two pixels
    assert found(before, after).changes.narrow_ha[GAIN] == 0
    assert "strips narrower than 20.0 m" in report(result)


def test_strips_of_polygons_are_left_out_and_corners_stay():
    before, after = mines(box(0, 0, 300, 300)), mines(box(-5, -5, 305, 305), box(300, 100, 400, 200))
    result = found(before, after, min_width_m=20)
    assert [one.change for one in result.alerts] == [GROWN]
    assert result.alerts[0].area_ha == pytest.approx(1.0, abs=0.02)  # and a little of the ring beside the lobe's foot
    assert balance(result) == pytest.approx(0, abs=1e-6)
    square = found(mines(), mines(box(0, 0, 100, 100)), min_width_m=20)
    assert square.area_ha(NEW) == pytest.approx(1.0008, rel=1e-3)
    assert square.changes.narrow_ha[GAIN] < 1e-6


def test_small_areas_are_left_out_and_told(tmp_path):
    before = mask(tmp_path, "b", (60, 60, 4, 4))
    after = mask(tmp_path, "a", (10, 10, 7, 7), (30, 30, 8, 8))
    result = found(before, after, min_area_ha=0.5)
    assert told(result) == [(NEW, "unknown", 0.64)]
    assert (result.changes.small_ha[GAIN], result.changes.small_ha[LOSS]) == pytest.approx((49 * 0.010008, 16 * 0.010008), rel=1e-3)
    assert result.changes.small == 2
    assert balance(result) == pytest.approx(0, abs=1e-9)
    assert "0.65 ha in areas under 0.50 ha" in report(result)


@pytest.mark.parametrize("side", [2, 3, 4, 41])
def test_opening_keeps_what_a_square_fits_into(side):
    flags = np.random.default_rng(side).random((40, 50)) < 0.8
    expected = np.zeros_like(flags)
    for row in range(40 - side + 1):
        for col in range(50 - side + 1):
            if flags[row : row + side, col : col + side].all():
                expected[row : row + side, col : col + side] = True
    assert np.array_equal(_wide(flags, side), expected)


@pytest.mark.parametrize("gap", [0.0, 0.5, 1.0, 1.5, 2.0, 3.7, 50.0])
def test_nearness_is_measured_between_the_edges_of_pixels(gap):
    flags = np.random.default_rng(1).random((30, 40)) < 0.01
    rows, cols = np.indices(flags.shape)
    expected = np.zeros_like(flags)
    for row, col in zip(*np.nonzero(flags)):
        down, across = np.maximum(abs(rows - row) - 1, 0), np.maximum(abs(cols - col) - 1, 0)
        expected |= np.hypot(down, across) <= gap + 1e-9
    assert np.array_equal(_near(flags, gap), expected)


def test_blocks_leave_no_seam(tmp_path):
    """A raster of several blocks, with mines across their borders, against the same compared in one piece."""
    from scipy import ndimage

    rng = np.random.default_rng(5)
    first, second = (ndimage.gaussian_filter(rng.random((700, 1100)), 4) > 0.51 for _ in range(2))
    second = np.where(rng.random(first.shape) < 0.02, ~first, first | (ndimage.binary_dilation(first) & second))
    before, after = (write(tmp_path / f"{n}.tif", one.astype(np.uint8)) for n, one in (("b", first), ("a", second)))
    result = found(Mines(before, name="b"), Mines(after, name="a"), min_width_m=30, max_gap_m=40)
    areas = CellAreas(RasterSource(after).grid)
    gain = _wide(second & ~first, 3)
    labels, count = ndimage.label(gain)
    near = _near(first, 40 / RasterSource(after).grid.pixel_size_m())
    grown = [bool(near[labels == label].any()) for label in range(1, count + 1)]
    assert len(result.of(GROWN)) == sum(grown)
    assert len(result.of(NEW)) == count - sum(grown)
    assert result.area_ha(NEW, GROWN) == pytest.approx(areas.sum_ha(gain, 0, 0), rel=1e-9)
    labels, count = ndimage.label(first)
    assert result.changes.narrow_ha[LOSS] + result.area_ha(SHRUNK, VANISHED) == pytest.approx(
        areas.sum_ha(first & ~second, 0, 0), rel=1e-9
    )


# -- permits


def test_inside_across_and_outside_with_permits_that_overlap():
    after = mines(box(0, 0, 100, 100), box(300, 0, 400, 100), box(600, 0, 700, 100))
    allowed = permits(A=box(-10, -10, 110, 110), B=box(300, 0, 350, 100), C=box(320, 0, 360, 100), D=box(5000, 0, 5100, 100))
    result = found(mines(), after, allowed)
    by_status = {one.status: one for one in result.alerts}
    assert by_status["inside"].permits[0][0] == "A"
    assert by_status["inside"].outside_ha == 0
    across = by_status["across"]
    assert across.outside_ha == pytest.approx(0.4, rel=1e-3)  # 60 of 100 m are covered, 30 of them twice
    assert [(name, round(ha, 2)) for name, ha in across.permits] == [("B", 0.5), ("C", 0.4)]
    outside = by_status["outside"]
    assert (outside.nearest, outside.distance_m) == ("C", pytest.approx(240, rel=1e-3))
    assert outside.permits == ()
    assert result.outside_ha(NEW) == pytest.approx(1.4, rel=1e-3)
    assert [one.status for one in result.alerts] == ["outside", "across", "inside"]
    html = report(result)
    assert "Permits overlap: 0.30 ha" in html


def test_the_nearest_of_many_permits_is_the_one_that_a_search_of_all_finds():
    rng = np.random.default_rng(4)
    squares = [box(x, y, x + size, y + size) for x, y, size in rng.uniform(50, 1000, (200, 3)) * (40, 40, 1)]
    places = rng.uniform(0, 40_000, (60, 2))
    result = found(
        mines(), mines(*(box(x, y, x + 100, y + 100) for x, y in places)), permits(**{f"{n}": one for n, one in enumerate(squares)})
    )
    outside = [one for one in result.alerts if one.status == "outside"]
    assert len(outside) > 20
    shapes = [ogr.CreateGeometryFromWkt(one) for one in squares]
    for one in outside:
        distances = [ogr.CreateGeometryFromWkb(one.wkb).Distance(shape) for shape in shapes]
        assert one.distance_m == pytest.approx(min(distances), rel=1e-3)
        assert distances[int(one.nearest)] == pytest.approx(min(distances), rel=1e-3)


def test_a_shared_border_is_no_part():
    result = found(mines(), mines(box(0, 0, 100, 100)), permits(A=box(100, 0, 200, 100), B=box(0, 0, 100, 100)))
    assert (result.alerts[0].status, [name for name, _ in result.alerts[0].permits]) == ("inside", ["B"])
    result = found(mines(), mines(box(0, 0, 100, 100)), permits(A=box(100, 0, 200, 100)))
    assert (result.alerts[0].status, result.alerts[0].distance_m) == ("outside", 0)


def test_permits_that_are_broken_or_strange_are_repaired_and_counted():
    x, y = EAST, NORTH - 1000
    bow = f"POLYGON(({x} {y},{x + 100} {y + 100},{x + 100} {y},{x} {y + 100},{x} {y}))"
    round_one = (
        f"CURVEPOLYGON(CIRCULARSTRING({x + 300} {y + 50},{x + 350} {y + 100},{x + 400} {y + 50},{x + 350} {y},{x + 300} {y + 50}))"
    )
    mixed = f"GEOMETRYCOLLECTION(POINT({x} {y}),{box(600, 0, 700, 100)})"
    high = f"POLYGON Z(({x + 800} {y} 5,{x + 900} {y} 5,{x + 900} {y + 100} 5,{x + 800} {y + 100} 5,{x + 800} {y} 5))"
    allowed = permits(
        bow=bow, round=round_one, mixed=mixed, high=high, line=f"LINESTRING({x} {y},{x + 1} {y})", empty="POLYGON EMPTY"
    )
    after = mines(*(box(west, 0, west + 100, 100) for west in (0, 300, 600, 800)))
    result = found(mines(), after, allowed)
    assert result.repaired == 1
    shares = {one.permits[0][0]: one.permits[0][1] for one in result.alerts}
    assert shares == pytest.approx({"bow": 0.5, "round": np.pi / 4, "mixed": 1, "high": 1}, rel=2e-3)


def test_permits_in_another_crs_cover_the_same_ground():
    shape = ogr.CreateGeometryFromWkt(box(-5000, -5000, 50, 5000))
    shape.Segmentize(50)
    shape.Transform(osr.CoordinateTransformation(_axes(UTM), _axes(wkt_of(4326))))
    allowed = Permits(polygons(shape.ExportToWkt(), crs=wkt_of(4326)), ["A"], "p")
    result = found(mines(), mines(box(0, 0, 100, 100)), allowed)
    assert result.alerts[0].outside_ha == pytest.approx(0.5004, rel=1e-3)


def test_ranking_is_as_documented(tmp_path):
    before = mines(box(0, 0, 100, 100), box(0, 500, 300, 800))
    after = mines(box(0, 0, 190, 100), box(300, 0, 320, 100), box(500, 0, 800, 100), box(1000, 0, 1100, 100))
    allowed = permits(A=box(-100, -100, 250, 900), B=box(490, -10, 810, 80))
    result = found(before, after, allowed)
    assert [(one.rank, one.change, round(one.outside_ha, 1)) for one in result.alerts] == [
        (1, NEW, 1.0), (2, NEW, 0.6), (3, NEW, 0.2), (4, GROWN, 0.0), (5, VANISHED, 1.5),
    ]  # fmt: skip


def test_no_permits_in_the_layer_or_far_away_is_called_out():
    after = mines(box(0, 0, 100, 100))
    none = found(mines(), after, Permits(Polygons([], UTM), [], "iup"))
    assert told(none) == [(NEW, "outside", 1.0)]
    assert none.alerts[0].nearest is None
    assert "iup holds no polygon" in none.warnings[0]
    far = found(mines(), after, permits(A=box(300_000, 0, 300_100, 100)))
    assert far.alerts[0].distance_m == pytest.approx(299_900, rel=5e-3)
    assert "within 100 km" in far.warnings[0]
    report(none), report(far)


# -- polygons of all sorts


def test_polygons_of_one_date_may_overlap_touch_and_be_of_many_parts():
    before = mines(box(0, 0, 60, 100), box(40, 0, 100, 100))
    parts = f"MULTIPOLYGON({box(0, 0, 100, 100)[7:]},{box(300, 0, 400, 100)[7:]})"
    after = mines(parts, box(100, 0, 200, 100), box(150, 0, 250, 100))
    result = found(before, after)
    assert told(result) == [(GROWN, "unknown", 1.5), (NEW, "unknown", 1.0)]
    assert result.alerts[0].mine_ha == pytest.approx(2.5, rel=1e-3)
    assert result.changes.before_ha == pytest.approx(1.0, rel=1e-3)


def test_empty_layers(tmp_path):
    drawn = mines(box(0, 0, 100, 100))
    assert told(found(mines(), drawn)) == [(NEW, "unknown", 1.0)]
    assert told(found(drawn, mines())) == [(VANISHED, "unknown", 1.0)]
    nothing = found(mines(), mines())
    assert nothing.alerts == []
    assert "nothing of the minimum size was newly mined" in report(nothing)
    blank = found(mask(tmp_path, "b"), mask(tmp_path, "a", (10, 10, 10, 10)))
    assert told(blank) == [(NEW, "unknown", 1.0)]
    assert ["b shows no mine" in one for one in blank.warnings] == [True]


def test_degrees_and_metres_give_the_same(tmp_path):
    change = osr.CoordinateTransformation(_axes(UTM), _axes(wkt_of(4326)))
    before, after, allowed = box(0, 0, 100, 100), box(0, 0, 200, 100), box(0, 0, 150, 100)
    far = box(1200, 0, 1300, 100)
    turned = []
    for one in (before, after, allowed, far):
        shape = ogr.CreateGeometryFromWkt(one)
        shape.Transform(change)
        turned.append(shape.ExportToWkt())
    metres = found(mines(before), mines(after, far), permits(A=allowed), min_width_m=15)
    lonlat = wkt_of(4326)
    degrees = found(
        mines(before), mines(turned[1], turned[3], crs=lonlat), Permits(polygons(turned[2], crs=lonlat), ["A"], "p"), min_width_m=15
    )
    assert degrees.crs == lonlat
    for one, other in zip(metres.alerts, degrees.alerts):
        assert (one.change, one.status) == (other.change, other.status)
        assert (one.area_ha, one.outside_ha) == pytest.approx((other.area_ha, other.outside_ha), rel=1e-4, abs=1e-4)
        assert (one.lon, one.lat) == pytest.approx((other.lon, other.lat), abs=1e-3)
    assert [one.change for one in metres.alerts] == [NEW, GROWN]
    assert degrees.alerts[0].distance_m == pytest.approx(1050, rel=1e-3)


def test_an_area_of_interest_limits_what_counts(tmp_path):
    area = polygons(box(0, 0, 150, 1000))
    drawn = found(mines(box(0, 0, 100, 100)), mines(box(0, 0, 300, 100), box(500, 0, 600, 100)), aoi=area)
    assert told(drawn) == [(GROWN, "unknown", 0.5)]
    assert drawn.changes.compared_ha == pytest.approx(15.0, rel=1e-3)
    assert balance(drawn) == pytest.approx(0, abs=1e-6)
    before, after = mask(tmp_path, "b", (90, 0, 10, 10)), mask(tmp_path, "a", (90, 0, 10, 30), (90, 50, 10, 10))
    masks = found(before, after, aoi=area)
    assert told(masks) == told(drawn)
    assert masks.changes.compared_ha == pytest.approx(15.0, rel=1e-3)
    assert balance(masks) == pytest.approx(0, abs=1e-6)
    with pytest.raises(PantauError, match="has no polygon"):
        found(mines(), mines(), aoi=Polygons([], UTM))


# Squares of before, squares of after (row, column, rows, columns), area of interest, and (change, hectares, of the whole mine).
BEYOND = [
    ([(50, 0, 10, 60)], [(50, 50, 10, 10)], (0, 0, 150, 1000), [(SHRUNK, 1.5, 6.0)]),  # lives on outside
    ([(50, 50, 10, 10)], [(50, 0, 10, 50)], (0, 0, 150, 1000), [(GROWN, 1.5, 5.0)]),  # touches one outside
    ([(50, 0, 10, 60)], [(80, 0, 10, 70)], (0, 0, 150, 1000), [(NEW, 1.5, 7.0), (VANISHED, 1.5, 6.0)]),
    ([], [(0, 0, 5, 20), (0, 20, 20, 5), (15, 0, 5, 20)], (0, 800, 100, 1000), [(NEW, 1.0, 3.0)]),  # two limbs of one
    ([(0, 0, 2, 90)], [(0, 80, 2, 10)], (0, 990, 50, 1000), [(SHRUNK, 0.05, 1.8)]),  # a box of one row, at the edge of the raster
]  # fmt: skip


@pytest.mark.parametrize("growth", [1, 7, 256])
@pytest.mark.parametrize(("old", "young", "area", "expected"), BEYOND)
def test_mines_that_go_on_beyond_the_area_of_interest_are_judged_whole(old, young, area, expected, growth, tmp_path, monkeypatch):
    monkeypatch.setattr(changes_module, "LEAST_GROWTH_PX", growth)
    settings = {"aoi": polygons(box(*area)), "min_area_ha": 0.04}
    masks = found(mask(tmp_path, "b", *old), mask(tmp_path, "a", *young), **settings)
    squares = [[box(10 * c, 1000 - 10 * (r + h), 10 * (c + w), 1000 - 10 * r) for r, c, h, w in one] for one in (old, young)]
    drawn = found(mines(*squares[0]), mines(*squares[1]), **settings)
    for result in (masks, drawn):
        assert [(one.change, round(one.area_ha, 2)) for one in result.alerts] == [one[:2] for one in expected]
        assert [one.mine_ha for one in result.alerts] == pytest.approx([one[2] for one in expected], rel=1e-2)
        assert balance(result) == pytest.approx(0, abs=1e-6)


def test_polygons_without_a_crs_or_place_are_refused():
    with pytest.raises(PantauError, match="drawn has no coordinate system"):
        found(mines(crs=""), mines(box(0, 0, 1, 1), crs=""))
    local = 'LOCAL_CS["bench",UNIT["metre",1]]'
    with pytest.raises(PantauError, match="has no place on the Earth"):
        found(mines(crs=local), mines(box(0, 0, 1, 1), crs=local))


def test_an_image_is_no_mask(tmp_path):
    image = Mines(write(tmp_path / "i.tif", np.zeros((3, 20, 20), np.uint8)), name="i")
    with pytest.raises(PantauError, match="i.tif has 3 bands.*as AFTER"):
        found(mask(tmp_path, "b"), image)


def test_what_is_alike_on_both_dates_has_not_changed():
    both = mines(box(0, 0, 100, 100), box(300, 0, 400, 100))
    result = found(both, both, min_width_m=20, aoi=polygons(box(0, 0, 350, 100)))
    assert result.alerts == []
    assert result.changes.before_ha == result.changes.after_ha == pytest.approx(1.5, rel=1e-3)
    assert balance(result) == 0


def test_what_would_need_too_much_memory_or_is_a_slip_is_told(tmp_path):
    one = mask(tmp_path, "a", (10, 10, 5, 5))
    for name in ("max_gap_m", "min_width_m"):
        with pytest.raises(PantauError, match=f"{name[:-2].upper()} is 20000 m.*1000 pixels of a: give less"):
            found(one, one, **{name: 20_000})
    assert "Both dates are the same file, a" in found(one, one).warnings[0]


# -- the tools beneath


def test_the_tree_of_boxes_finds_what_a_search_of_all_finds():
    rng = np.random.default_rng(2)
    for count in (0, 1, 16, 17, 1000):
        low = rng.random((count, 2)) * 100
        high = low + rng.random((count, 2)) * 5
        boxes = np.stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]], axis=1)
        tree = Boxes(boxes)
        west, south = rng.random((2, 120)) * 100
        asked = np.stack([west, west + 9, south, south + 4], axis=1)
        for (west, east, south, north), found in zip(asked, tree.meeting(asked)):
            all_of_them = (boxes[:, 0] <= east) & (boxes[:, 1] >= west) & (boxes[:, 2] <= north) & (boxes[:, 3] >= south)
            assert found == np.flatnonzero(all_of_them).tolist()
            gaps = tree.gaps((west, east, south, north), 1, 1)
            assert np.array_equal(gaps == 0, all_of_them)
        assert list(tree.meeting([])) == []


def test_the_gap_between_boxes():
    boxes = Boxes([(0, 10, 0, 10), (20, 30, 0, 10), (20, 30, 50, 60), (0, 10, 50, 60)])
    assert boxes.gaps((12, 16, 11, 15), 2, 1).tolist() == pytest.approx(
        [np.hypot(4, 1), np.hypot(8, 1), np.hypot(8, 35), np.hypot(4, 35)]
    )
    assert boxes.gaps((0, 30, 20, 20), 2, 3).tolist() == [30, 30, 90, 90]


def test_polygons_are_measured_alone_as_among_others():
    holed = f"POLYGON({box(0, 0, 200, 100)[8:-1]},{box(50, 50, 60, 60)[8:]}"
    several = f"MULTIPOLYGON({box(0, 0, 100, 100)[7:]},{box(900, 0, 950, 100)[7:]})"
    shapes = [ogr.CreateGeometryFromWkt(one) for one in (holed, several, "MULTIPOLYGON EMPTY")]
    ground = Ground(UTM)
    assert ground.areas_ha(shapes * 100) == [ground.area_ha(shape) for shape in shapes] * 100
    assert ground.areas_ha(shapes) == pytest.approx([1.99, 1.5, 0], rel=1e-3)


def test_dissolving_joins_what_shares_ground_or_an_edge():
    shapes = [clean(one)[0] for one in polygons(*(box(10 * i, 0, 10 * i + 10, 10) for i in range(5)), box(100, 0, 110, 10)).wkb]
    joined = dissolved(shapes, Monitor())
    assert sorted(round(shape.GetArea()) for shape in joined.shapes) == [100, 500]


class Stopper(Monitor):
    def __init__(self, after):
        self.left, self.calls = after, 0

    def progress(self, done, total):
        self.calls += 1
        self.left -= 1
        return self.left > 0


def test_cancelling_stops_at_every_step(tmp_path):
    masks = mask(tmp_path, "b", (10, 10, 10, 10)), mask(tmp_path, "a", (10, 10, 10, 20))
    drawn = mines(box(0, 0, 100, 100)), mines(box(0, 0, 200, 100))
    allowed = permits(A=box(0, 0, 100, 100))
    for dates in (masks, drawn):
        counter = Stopper(10**9)
        found(*dates, allowed, monitor=counter)
        for stop in range(1, min(counter.calls, 12)):
            with pytest.raises(Cancelled):
                found(*dates, allowed, monitor=Stopper(stop))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tif", "b.tif"]


# -- the sample district


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    folder = tmp_path_factory.mktemp("district")
    return folder, make(str(folder), "small", 0)


def layer(path, field=None):
    source = ogr.Open(str(path))
    table = source.GetLayer(0)
    features = [(bytes(one.GetGeometryRef().ExportToWkb()), one.GetField(field) if field else "") for one in table]
    return Polygons([wkb for wkb, _ in features], table.GetSpatialRef().ExportToWkt()), [name for _, name in features]


def test_the_sample_district_to_the_square_metre(district):
    folder, truth = district
    dates = [Mines(polygons=layer(folder / f"mines_{date}.gpkg")[0], name=date) for date in ("before", "after")]
    allowed = Permits(*layer(folder / "permits.gpkg", "holder"), "permits")
    result = found(*dates, allowed)
    sites = truth["mines"]
    assert result.area_ha(NEW, GROWN) == pytest.approx(sum(one["new_ha"] for one in sites), abs=1e-4)
    assert result.outside_ha(NEW, GROWN) == pytest.approx(sum(one["new_outside_permit_ha"] for one in sites), abs=1e-4)
    assert result.area_ha(NEW) == pytest.approx(sum(one["new_ha"] for one in sites if not one["before_ha"]), abs=1e-4)
    assert result.changes.before_ha == pytest.approx(sum(one["before_ha"] for one in sites), abs=1e-4)
    assert result.changes.after_ha == pytest.approx(sum(one["after_ha"] for one in sites), abs=1e-4)
    first = result.alerts[0]
    assert (first.change, first.status, first.nearest) == (NEW, "outside", f"PT {sites[0]['name']}")
    assert "PT " + sites[0]["name"] in report(result)


def test_masks_of_the_sample_district_within_their_pixels(district, tmp_path):
    folder, truth = district
    reference = gdal.Open(str(folder / "landcover_after.tif"))
    dates = []
    for date in ("before", "after"):
        path = write(
            tmp_path / f"{date}.tif", np.zeros((reference.RasterYSize, reference.RasterXSize), np.uint8), transform=reference.GetGeoTransform()
        )  # fmt: skip
        target, drawn = gdal.Open(path, gdal.GA_Update), gdal.OpenEx(str(folder / f"mines_{date}.gpkg"))
        gdal.RasterizeLayer(target, [1], drawn.GetLayer(0), burn_values=[1])
        target = None
        dates.append(Mines(path, name=date))
    result = find_alerts(*dates, Permits(*layer(folder / "permits.gpkg", "holder"), "p"), Settings())  # as a user leaves it
    assert result.area_ha(NEW, GROWN) == pytest.approx(sum(one["new_ha"] for one in truth["mines"]), rel=0.005)
    assert result.outside_ha(NEW, GROWN) == pytest.approx(sum(one["new_outside_permit_ha"] for one in truth["mines"]), rel=0.005)


# -- the page


def test_a_sketch_puts_north_up_and_dots_where_they_are():
    dots = [Dot(117.0, -1.0, 4, "#D7301F", "1", "one"), Dot(117.1, -1.1, 1, "#2166AC", "", "two")]
    ring = [(117.0, -1.1), (117.1, -1.1), (117.1, -1.0), (117.0, -1.0)]
    svg = sketch(dots, [ring], [("new <b>", "#D7301F")], title="t", outline="permits")
    root = ET.fromstring(svg)  # noqa: S314
    space = "{http://www.w3.org/2000/svg}"
    second, first = list(root.iter(space + "circle"))  # the first lies on top
    (x0, y0, r0), (x1, y1, r1) = ([float(one.get(key)) for key in ("cx", "cy", "r")] for one in (first, second))
    assert x0 < x1
    assert y0 < y1  # south is down
    assert (x1 - x0) / (y1 - y0) == pytest.approx(np.cos(np.radians(1.05)), rel=0.01)
    assert r0 == pytest.approx(2 * r1)
    corner = root.find(f".//{space}polygon").get("points").split()[3]
    assert [float(one) for one in corner.split(",")] == pytest.approx([x0, y0], abs=0.11)
    assert float(root.find(f".//{space}path").get("d").split("H")[1].split()[0]) <= 720 / 4
    assert "5 km" in [one.text for one in root.iter(space + "text")]  # a quarter of the frame is 8 km or so
    alone = sketch(dots[:1], [], [], title="t", outline="")
    assert "nan" not in alone


def test_the_page_adds_up_and_is_whole(tmp_path):
    before = mask(tmp_path, "b<1>", (60, 60, 10, 10))
    after = mask(tmp_path, "a", (10, 10, 10, 10), (40, 10, 10, 10))
    allowed = permits(**{"PT <b>Satu</b>": box(100, 800, 150, 900)})
    html = report(found(before, after, allowed))
    assert "b&lt;1&gt;" in html
    assert "<b>Satu" not in html
    assert "PT &lt;b&gt;Satu&lt;/b&gt;" in html
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))
    assert "2.00 ha were newly mined" in text
    assert "1.50 ha of it (75.0 %) lie outside the permits." in text
    assert "New 2 0.00 1.00 1.00 2.00 1.50" in text
    assert "Newly mined 2 0.00 1.00 1.00 2.00 1.50" in text
    assert "Mined no longer 1 0.00 0.00 1.00 1.00 1.00" in text
    assert "In no permit 1.50 0.00 1.50" in text
    assert "no proof" in text
    assert 'role="img"' in html
    assert "latitude -0.9" in html
    assert not re.search(r"\b(nan|None|inf)\b", text)
