"""Hectares of classes in polygons: by hand, against exactextract, and against the polygons' own areas."""

import json
import math

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from pantau.plugin.engine.area.coverage import Coverage
from pantau.plugin.engine.area.tally import tally
from pantau.plugin.engine.ellipsoid import Surface
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.grid import CellAreas, Grid, Window
from pantau.plugin.engine.raster.zones import Map
from pantau.plugin.engine.vector import load
from scenes import write

DEGREES, UTM50S, MERCATOR, SRGI50S, TM50_1 = 4326, 32750, 3857, 9490, 23841


def wkt(epsg):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return reference.ExportToWkt()


def shape(text):
    return ogr.ForceToMultiPolygon(ogr.CreateGeometryFromWkt(text))


def box(west, south, east, north):
    return shape(f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))")


def shares(shapes, transform, width, height, epsg=UTM50S, window=None):
    """(shapes, rows, cols) of the shares, gathered from blocks of 3 pixels as from one."""
    grid = Grid(wkt(epsg), transform, width, height)
    coverage = Coverage(shapes, "", grid, Monitor())
    result = np.zeros((len(shapes), height, width))
    for y in range(0, height, 3):
        for x in range(0, width, 3):
            block = Window(x, y, min(3, width - x), min(3, height - y))
            for number, (rows, cols), part in coverage.shares(block):
                result[number, y : y + block.height, x : x + block.width][rows, cols] += part
    whole = np.zeros_like(result)
    for number, where, part in coverage.shares(grid.whole):
        whole[number][where] += part
    assert np.allclose(result, whole, atol=1e-12)
    return whole


def raster(path, epsg, transform, values, nodata=None):
    return Map(write(path, values, epsg, transform, nodata))


NORTH_UP = (0, 1, 0, 4, 0, -1)  # a pixel is a unit, row 0 is y 3 to 4


def test_shares_by_hand():
    half = [[0.0] * 4, [0, 0.25, 0.25, 0], [0, 0.25, 0.25, 0], [0.0] * 4]
    assert shares([box(1.5, 1.5, 2.5, 2.5)], NORTH_UP, 4, 4)[0] == pytest.approx(np.array(half))
    # below the diagonal: halves on it, all below
    triangle = shares([shape("POLYGON((0 0,4 0,0 4,0 0))")], NORTH_UP, 4, 4)[0]
    assert triangle == pytest.approx(np.tril(np.ones((4, 4))) - 0.5 * np.eye(4))
    # one pixel cut by a line from its left edge's middle to its lower edge's middle: an eighth below it
    corner = shares([shape("POLYGON((0 0,0.5 0,0 0.5,0 0))")], NORTH_UP, 4, 4)[0]
    assert corner[3, 0] == pytest.approx(1 / 8)
    assert np.count_nonzero(corner > 1e-12) == 1


def test_holes_parts_and_orientation():
    ring, hole = "(0 0,4 0,4 4,0 4,0 0)", "(1 1,3 1,3 3,1 3,1 1)"
    turned = "(1 1,1 3,3 3,3 1,1 1)"
    both = shares([shape(f"POLYGON({ring},{hole})"), shape(f"POLYGON({ring},{turned})")], NORTH_UP, 4, 4)
    expected = np.ones((4, 4))
    expected[1:3, 1:3] = 0
    assert both[0] == pytest.approx(expected)
    assert both[1] == pytest.approx(expected)
    parts = shape("MULTIPOLYGON(((0 0,1 0,1 1,0 1,0 0)),((2.5 2.5,4 2.5,4 4,2.5 4,2.5 2.5)))")
    assert shares([parts], NORTH_UP, 4, 4)[0].sum() == pytest.approx(1 + 1.5**2)


@pytest.mark.parametrize("transform", [
    NORTH_UP, (0, 1, 0, 0, 0, 1), (4, -1, 0, 4, 0, -1), (0, 0, 1, 0, 1, 0),
    (2, math.cos(1), math.sin(1), 2, math.sin(1), -math.cos(1)), (-1, 0.7, 0, 5, 0, -0.3),
])  # fmt: skip
def test_a_grid_may_lie_any_way(transform):
    # a polygon in the middle of a grid of 12 x 30 has its area, however the rows run
    star = shape("POLYGON((1.1 1.2,2 1.6,2.9 1.1,2.4 2,2.8 2.9,2 2.3,1.2 2.8,1.5 2,1.1 1.2))")
    cell = abs(transform[1] * transform[5] - transform[2] * transform[4])
    grown = list(transform)
    grown[0] -= 8 * transform[1] + 8 * transform[2]
    grown[3] -= 8 * transform[4] + 8 * transform[5]
    found = shares([star], tuple(grown), 24, 34)[0]
    assert found.sum() * cell == pytest.approx(star.Area(), rel=1e-12)
    assert found.min() > -1e-12
    assert found.max() < 1 + 1e-12


def test_a_polygon_reaching_beyond_every_side_covers_all():
    assert shares([box(-1e6, -1e6, 1e6, 1e6)], NORTH_UP, 4, 4)[0] == pytest.approx(np.ones((4, 4)))
    assert shares([box(2, -5, 900, 900)], NORTH_UP, 4, 4)[0] == pytest.approx(np.repeat([[0.0, 0, 1, 1]], 4, axis=0))
    assert not shares([box(5, 5, 6, 6), box(-3, 0, -1, 4)], NORTH_UP, 4, 4).any()


def test_random_polygons_agree_with_their_area_and_with_exactextract(tmp_path):
    exactextract = pytest.importorskip("exactextract")
    rng = np.random.default_rng(3)
    shapes = []
    for _ in range(40):  # stars around points, also beyond the edge
        x, y = rng.uniform(-2, 32, 2)
        angle, reach = np.sort(rng.uniform(0, 2 * np.pi, 17)), rng.uniform(0.05, 9, 17)
        points = [f"{x + r * np.cos(a)} {y + r * np.sin(a)}" for a, r in zip(angle, reach)]
        one = ogr.CreateGeometryFromWkt(f"POLYGON(({','.join([*points, points[0]])}))")
        shapes.append(ogr.ForceToMultiPolygon(one if one.IsValid() else one.MakeValid()))
    found = shares(shapes, (0, 1, 0, 30, 0, -1), 30, 30)
    frame = box(0, 0, 30, 30)
    for one, part in zip(shapes, found):
        assert part.sum() == pytest.approx(one.Intersection(frame).Area(), abs=1e-9)
    raster(tmp_path / "r.tif", UTM50S, (0, 1, 0, 30, 0, -1), np.zeros((30, 30), np.uint8))
    features = [
        {"type": "Feature", "properties": {}, "geometry": json.loads(one.ExportToJson(["COORDINATE_PRECISION=17"]))}
        for one in shapes
    ]
    for part, feature in zip(found, exactextract.exact_extract(str(tmp_path / "r.tif"), features, ["cell_id", "coverage"])):
        theirs = np.zeros(900)
        theirs[feature["properties"]["cell_id"]] = feature["properties"]["coverage"]
        assert part.ravel() == pytest.approx(theirs, abs=1e-6)  # theirs are of 32 bits


def test_classes_by_hand(tmp_path):
    # 10 m pixels at the equator on UTM's central meridian: a cell is 0.01 ha / 0.9996^2
    values = np.array([[0, 0, 7], [0, 7, 7], [255, 7, 300]], np.int32)
    classes = raster(tmp_path / "c.tif", 32650, (500_000, 10, 0, 30, 0, -10), values, 255)
    cell = 0.01 / 0.9996**2
    found = tally(classes, [box(500_000, 0, 500_030, 30), box(500_005, 5, 500_025, 25), box(500_028, 0, 500_050, 10)], "")
    assert found.codes.tolist() == [0, 7, 300]
    assert found.ha / cell == pytest.approx(np.array([[3, 4, 1], [1.25, 2.25, 0.25], [0, 0, 0.2]]), rel=1e-6)
    assert found.nodata_ha / cell == pytest.approx([1, 0.25, 0], rel=1e-6)
    assert found.outside_ha / cell == pytest.approx([0, 0, 2.0], rel=1e-5, abs=1e-9)
    whole = tally(classes, None, "")
    assert whole.ha / cell == pytest.approx(np.array([[3, 4, 1]]), rel=1e-6)
    assert whole.legend.find(300).name == "class 300"


def test_single_pixel_and_empty_polygons(tmp_path):
    classes = raster(tmp_path / "c.tif", 32650, (500_000, 10, 0, 30, 0, -10), np.full((1, 1), 5, np.uint8))
    found = tally(classes, [box(500_002, 22, 500_004, 24), None, box(0, 0, 1, 1)], "")
    assert found.ha[:, 0] == pytest.approx([0.0004 / 0.9996**2, 0, 0], rel=1e-6)


def test_float_classes_and_what_is_none(tmp_path):
    values = np.array([[1, 2], [np.nan, 2]], np.float32)
    found = tally(raster(tmp_path / "f.tif", 32650, (500_000, 10, 0, 30, 0, -10), values), None, "")
    assert found.codes.tolist() == [1, 2]
    assert found.nodata_ha[0] == pytest.approx(0.01 / 0.9996**2, rel=1e-6)
    values[0, 0] = 1.5
    with pytest.raises(PantauError, match=r"1\.5"):
        tally(raster(tmp_path / "g.tif", 32650, (500_000, 10, 0, 30, 0, -10), values), None, "")


def test_across_the_antimeridian_and_the_equator(tmp_path):
    # Four degrees of longitude across 180, two of latitude across 0; the same ground written three ways.
    ground = CellAreas(Grid(wkt(DEGREES), (178, 4, 0, 1, 0, -2), 1, 1)).total_ha()
    pacific = raster(tmp_path / "p.tif", DEGREES, (170, 0.1, 0, 5, 0, -0.1), np.ones((100, 200), np.uint8))
    ways = [
        box(178, -1, 182, 1), box(-182, -1, -178, 1), shape("POLYGON((178 -1,-178 -1,-178 1,178 1,178 -1))"),
        shape("MULTIPOLYGON(((178 -1,180 -1,180 1,178 1,178 -1)),((-180 -1,-178 -1,-178 1,-180 1,-180 -1)))"),
    ]  # fmt: skip
    assert tally(pacific, ways, "").ha[:, 0] == pytest.approx([ground] * 4, rel=1e-12)
    # and from a projected CRS that goes across: UTM zone 1, whose meridian is 177 W, on a grid in degrees
    zone1, _ = load(Polygons([bytes(box(100_000, 0, 200_000, 100_000).ExportToWkb())], wkt(32601)), wkt(32601), Monitor())
    area = Surface(wkt(32601)).areas_ha(zone1)[0]
    assert tally(pacific, zone1, wkt(32601)).ha[0, 0] == pytest.approx(area, rel=1e-5)


def test_parts_and_zones_beyond_the_raster(tmp_path):
    classes = raster(tmp_path / "c.tif", 32650, (500_000, 10, 0, 30, 0, -10), np.ones((3, 3), np.uint8))
    cell = 0.01 / 0.9996**2
    both = shape(
        "MULTIPOLYGON(((500000 0,500020 0,500020 20,500000 20,500000 0)),((507000 0,507020 0,507020 20,507000 20,507000 0)))"
    )
    found = tally(classes, [both, box(507_000, 0, 507_010, 10)], "")
    assert found.ha[:, 0] / cell == pytest.approx([4, 0], rel=1e-6)
    assert found.outside_ha / cell == pytest.approx([4, 1], rel=1e-5)
    # half the Earth away, where UTM has no place for it; and off the Earth
    degrees = [box(20, -30, 60, 30), box(-60, -89.9, 60, -60), box(110, -10, 120, 10)]
    found = tally(classes, degrees, wkt(DEGREES))
    own = np.array(Surface(wkt(DEGREES)).areas_ha(degrees))
    assert found.ha[:, 0] / cell == pytest.approx([0, 0, 9], abs=1e-5)
    assert own - found.outside_ha == pytest.approx([0, 0, 9 * cell], abs=1e-3)
    assert not tally(classes, [box(0, 91, 1, 95)], wkt(DEGREES)).covered()


def test_a_raster_of_the_whole_earth(tmp_path):
    classes = raster(tmp_path / "w.tif", DEGREES, (-180, 1, 0, 90, 0, -1), np.ones((180, 360), np.uint8))
    found = tally(classes, [box(-180, -90, 180, 90), box(170, -10, 190, 10), box(100, -5, 110, 5)], "")
    whole = CellAreas(Grid(wkt(DEGREES), (-180, 1, 0, 90, 0, -1), 360, 180)).total_ha()
    assert found.ha[0, 0] == pytest.approx(whole, rel=1e-9)
    assert found.ha[1, 0] == pytest.approx(tally(classes, [box(150, -10, 170, 10)], "").ha[0, 0], rel=1e-9)
    assert found.outside_ha == pytest.approx(0, abs=1e-3)


def test_cancelling_stops(tmp_path):
    class Stopped(Monitor):
        def progress(self, done, total):
            return False

    classes = raster(tmp_path / "c.tif", 32650, (500_000, 10, 0, 30, 0, -10), np.ones((3, 3), np.uint8))
    with pytest.raises(Cancelled):
        tally(classes, [box(500_000, 0, 500_030, 30)], "", Stopped())


def boundaries(data, name):
    memory = gdal.OpenEx(str(data / "boundaries" / name), gdal.OF_VECTOR, open_options=["IMMUTABLE=YES"])
    layer = memory.GetLayer(0)
    wkb = [bytes(feature.GetGeometryRef().ExportToWkb()) for feature in layer]
    return load(Polygons(wkb, wkt(DEGREES)), wkt(DEGREES), Monitor())[0]


@pytest.mark.parametrize("epsg", [DEGREES, SRGI50S, TM50_1, MERCATOR])
def test_one_class_gives_each_desa_its_own_area(tmp_path, data, epsg):
    desa = boundaries(data, "wilayah_boundaries_kel_64.09.gpkg")
    own = np.array(Surface(wkt(DEGREES)).areas_ha(desa))
    placed, _ = load(Polygons([bytes(one.ExportToWkb()) for one in desa], wkt(DEGREES)), wkt(epsg), Monitor())
    extents = np.array([one.GetEnvelope() for one in placed])
    side = 0.0005 if epsg == DEGREES else 50
    west, north = extents[:, 0].min() - side, extents[:, 3].max() + side
    size = math.ceil((extents[:, 1].max() - west) / side) + 1, math.ceil((north - extents[:, 2].min()) / side) + 1
    classes = raster(tmp_path / "one.tif", epsg, (west, side, 0, north, 0, -side), np.ones(size[::-1], np.uint8))
    found = tally(classes, desa, wkt(DEGREES))
    assert found.ha[:, 0] == pytest.approx(own, rel=1e-5)  # 0.001 %
    assert found.ha.sum() == pytest.approx(own.sum(), rel=1e-6)
    assert found.outside_ha.sum() == pytest.approx(0, abs=1e-6)


def test_a_rasterised_class_keeps_to_the_bound_of_its_pixels(tmp_path, data):
    # Class of a pixel = desa of its centre. What a desa's class may err by is the cells that its outline cuts, and no more.
    desa = boundaries(data, "wilayah_boundaries_kel_32.74.gpkg")
    extents = np.array([one.GetEnvelope() for one in desa])
    transform = (extents[:, 0].min() - 0.001, 0.0002, 0, extents[:, 3].max() + 0.001, 0, -0.0002)
    width, height = (int(1.2 * span / 0.0002) for span in (np.ptp(extents[:, :2]), np.ptp(extents[:, 2:])))
    memory = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Byte)
    memory.SetGeoTransform(transform)
    memory.SetProjection(wkt(DEGREES))
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("desa", None, ogr.wkbMultiPolygon)
    layer.CreateField(ogr.FieldDefn("code", ogr.OFTInteger))
    for code, one in enumerate(desa, 1):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(one)
        feature["code"] = code
        layer.CreateFeature(feature)
    gdal.RasterizeLayer(memory, [1], layer, options=["ATTRIBUTE=code"])
    burned = memory.ReadAsArray()
    found = tally(raster(tmp_path / "desa.tif", DEGREES, transform, burned), [box(107, -8, 110, -5)], wkt(DEGREES))
    mapped = dict(zip(found.codes.tolist(), found.ha[0].tolist()))
    cells = CellAreas(Grid(wkt(DEGREES), transform, width, height)).cells(Window(0, 0, width, height))
    coverage = Coverage(desa, "", Grid(wkt(DEGREES), transform, width, height), Monitor())
    own = Surface(wkt(DEGREES)).areas_ha(desa)
    seen = 0
    for number, where, part in coverage.shares(Window(0, 0, width, height)):
        off = (burned[where] == number + 1) - part
        ha = np.broadcast_to(cells, burned.shape)[where]
        assert mapped[number + 1] - own[number] == pytest.approx(float((off * ha).sum()), abs=1e-4)
        assert abs(mapped[number + 1] - own[number]) <= float((np.abs(off) * ha).sum()) + 1e-4
        seen += 1
    assert seen == len(desa)


def test_cells_go_over_smoothly_and_add_up():
    for epsg, transform in (
        (DEGREES, (110, 0.001, 0, -6, 0, -0.001)), (UTM50S, (300_000, 10, 0, 9_300_000, 0, -10)), (MERCATOR, (12_000_000, 10, 0, -700_000, 0, -10)),
    ):  # fmt: skip
        areas = CellAreas(Grid(wkt(epsg), transform, 730, 555))
        cells = np.broadcast_to(areas.cells(Window(0, 0, 730, 555)), (555, 730))
        assert cells.sum() == pytest.approx(areas.total_ha(), rel=1e-8)
        part = areas.cells(Window(120, 333, 77, 99))
        assert np.broadcast_to(part, (99, 77)) == pytest.approx(cells[333:432, 120:197], rel=1e-12)
        # each cell by itself, from its own four corners
        for row, col in ((0, 0), (554, 729), (277, 11)):
            own = CellAreas(Grid(wkt(epsg), transform, 730, 555).window(Window(col, row, 1, 1))).total_ha()
            assert cells[row, col] == pytest.approx(own, rel=2e-7)
