"""Overlaps and gaps of zones: figures drawn by hand, real boundaries against OGR's own unions, and layers whose faults were put there."""

import numpy as np
import pytest
from osgeo import ogr, osr
from pantau.plugin.engine.area.faults import GAP, OVERLAP, find_faults
from pantau.plugin.engine.ellipsoid import Surface
from pantau.plugin.engine.errors import Cancelled
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.vector import joined, load, parts
from scenes import Notes
from scipy import ndimage


def wkt(code):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(code)
    return reference.ExportToWkt()


EQUAL_AREA = wkt(6933)  # a plane in which a square of 100 m is a hectare everywhere
DEGREES = wkt(4326)


def polygon(*rings):
    text = ",".join("(" + ",".join(f"{x!r} {y!r}" for x, y in [*ring, ring[0]]) + ")" for ring in rings)
    return ogr.CreateGeometryFromWkt(f"MULTIPOLYGON(({text}))")


def box(west, south, east, north, *holes):
    """A rectangle in hundreds of metres, with rectangular holes."""
    corners = [[(w, s), (e, s), (e, n), (w, n)] for w, s, e, n in [(west, south, east, north), *holes]]
    return polygon(*[[(100.0 * x, 100.0 * y) for x, y in ring] for ring in corners])


def find(*shapes, crs=EQUAL_AREA):
    return find_faults(shapes, crs, Monitor())


def told(faults):
    """(zones, hectares) of what is listed."""
    return [[(one.zones, pytest.approx(one.area_ha, rel=1e-6)) for one in its] for its in (faults.overlaps, faults.gaps)]


def check(faults, overlaps, gaps, overlap_ha, gap_ha, total):
    assert told(faults) == [overlaps, gaps]
    assert faults.overlap_ha == pytest.approx(overlap_ha, abs=1e-6)
    assert faults.gap_ha == pytest.approx(gap_ha, abs=1e-6)
    assert faults.total_overlap_ha == pytest.approx(total, abs=1e-6)
    for kind, its in ((OVERLAP, faults.overlaps), (GAP, faults.gaps)):
        for one in its:
            assert one.kind == kind
            assert one.shape.IsValid()
            assert one.shape.GetGeometryType() == ogr.wkbMultiPolygon
            assert one.shape.Area() / 10_000 == pytest.approx(one.area_ha, rel=1e-6)


CASES = {
    "neighbours": ([box(0, 0, 4, 4), box(4, 0, 8, 4)], [], [], [0, 0], [0, 0], 0),
    "overlap": ([box(0, 0, 4, 4), box(3, 1, 8, 3)], [((0, 1), 2)], [], [2, 2], [0, 0], 2),
    "alone": ([box(0, 0, 4, 4)], [], [], [0], [0], 0),
    "islands": ([box(0, 0, 4, 4), box(9, 9, 10, 10), box(5, 0, 6, 1)], [], [], [0] * 3, [0] * 3, 0),
    "twice the same": ([box(0, 0, 4, 4), box(0, 0, 4, 4)], [((0, 1), 16)], [], [16, 16], [0, 0], 16),
    "three times the same": ([box(0, 0, 2, 2)] * 3, [((0, 1, 2), 4)], [], [4] * 3, [0] * 3, 8),
    "one within another": ([box(0, 0, 4, 4), box(1, 1, 2, 3)], [((0, 1), 2)], [], [2, 2], [0, 0], 2),
    "an enclave": ([box(0, 0, 4, 4, (1, 1, 2, 3)), box(1, 1, 2, 3)], [], [], [0, 0], [0, 0], 0),
    "a lake": ([box(0, 0, 4, 4, (1, 1, 2, 3)), box(4, 0, 5, 4)], [], [((0,), 2)], [0, 0], [2, 0], 0),
    "an island in a lake": ([box(0, 0, 9, 9, (1, 1, 8, 8)), box(3, 3, 5, 5)], [], [((0, 1), 45)], [0, 0], [45, 0], 0),
    # the upper one has a vertex in the middle of the edge of the lower one, and the other way round
    "T-junctions": ([box(0, 0, 4, 2), box(0, 2, 1, 4), box(1, 2, 4, 4)], [], [], [0] * 3, [0] * 3, 0),
    # enclosed by four, of which the first has the longest border with it: 3 + 1 + 3 - the third lies on its northern side alone
    "a gap between four": (
        [box(0, 0, 1, 4), box(1, 0, 6, 1), box(4, 1, 6, 4), box(1, 3, 4, 4)], [], [((1, 3, 0, 2), 6)], [0] * 4, [0, 6, 0, 0], 0,
    ),
    "a notch at the coast": ([box(0, 0, 6, 1), box(0, 1, 2, 4), box(4, 1, 6, 4)], [], [], [0] * 3, [0] * 3, 0),
    "a ring that touches at corners": (
        [box(0, 0, 1, 1), box(1, 1, 2, 2), box(0, 2, 1, 3), box(-1, 1, 0, 2)], [], [((0, 1, 2, 3), 1)], [0] * 4, [1, 0, 0, 0], 0,
    ),
    "a chain that touches at corners": ([box(0, 0, 1, 1), box(1, 1, 2, 2), box(2, 2, 3, 3)], [], [], [0] * 3, [0] * 3, 0),
    # the third lies over both neighbours, whose common edge is even: one zone each side
    "over two neighbours": (
        [box(0, 0, 4, 4), box(4, 0, 8, 4), box(3, 1, 6, 2)], [((1, 2), 2), ((0, 2), 1)], [], [1, 2, 3], [0] * 3, 3,
    ),
    "a kecamatan among its desa": (
        [box(0, 0, 2, 4), box(2, 0, 4, 4), box(0, 0, 4, 4)], [((0, 2), 8), ((1, 2), 8)], [], [8, 8, 16], [0] * 3, 16,
    ),
    "a whole layer twice": (
        [box(0, 0, 2, 4), box(2, 0, 4, 4)] * 2, [((0, 2), 8), ((1, 3), 8)], [], [8] * 4, [0] * 4, 16,
    ),
    "three over each other": (
        [box(0, 0, 4, 4), box(2, 0, 6, 4), box(3, 0, 7, 4)], [((1, 2), 8), ((0, 1), 4), ((0, 1, 2), 4)], [], [8, 16, 12], [0] * 3, 20,
    ),
    # two neighbours over two neighbours: four parts in one face, and the listed fault is the face
    "neighbours over neighbours": (
        [box(0, 0, 2, 2), box(2, 0, 4, 2), box(0, 0, 4, 1), box(0, 1, 4, 2)], [((0, 1, 2, 3), 8)], [], [4] * 4, [0] * 4, 8,
    ),
    "a zone without ground": ([None, box(0, 0, 4, 4), box(3, 1, 8, 3), None], [((1, 2), 2)], [], [0, 2, 2, 0], [0] * 4, 2),
    "two parts of a zone": (
        [joined([box(0, 0, 2, 2), box(5, 0, 7, 2)]), box(1, 0, 6, 2)], [((0, 1), 2), ((0, 1), 2)], [], [4, 4], [0, 0], 4,
    ),
    # overlaps that touch at a corner, of the same zones, are one
    "overlaps that touch": (
        [box(0, 0, 4, 4), joined([box(3, 3, 5, 4), box(2, 2, 3, 3, ), box(4, 0, 9, 1)])], [((0, 1), 2)], [], [2, 2], [0, 0], 2,
    ),
    # two triangles whose envelopes meet, and they do not
    "overlaps that do not touch": (
        [box(0, 0, 10, 10), joined([polygon([(0, 0), (1000, 0), (0, 1000)]), polygon([(1000, 200), (1000, 1000), (200, 1000)])])],
        [((0, 1), 50), ((0, 1), 32)], [], [82, 82], [0, 0], 82,
    ),
    # under a square metre: added up, not listed
    "too small to list": ([box(0, 0, 4, 4), box(3.9999, 0, 8, 0.5)], [], [], [5e-5, 5e-5], [0, 0], 5e-5),
    "nothing": ([], [], [], [], [], 0),
    "nothing with ground": ([None, None], [], [], [0, 0], [0, 0], 0),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("backwards", [False, True])
def test_figures_drawn_by_hand(case, backwards):
    shapes, *expected = CASES[case]
    if backwards:  # rings the other way round mean the same
        shapes = [shape and turned(shape) for shape in shapes]
    check(find(*shapes), *expected)


def turned(shape):
    """The same with every ring backwards, from another vertex on."""
    result = ogr.Geometry(ogr.wkbMultiPolygon)
    for part in parts(shape):
        copy = ogr.Geometry(ogr.wkbPolygon)
        for number in range(part.GetGeometryCount()):
            points = part.GetGeometryRef(number).GetPoints()[:-1]
            ring = ogr.Geometry(ogr.wkbLinearRing)
            for x, y in [*points[2::-1], *points[:2:-1], points[2]]:
                ring.AddPoint_2D(x, y)
            copy.AddGeometry(ring)
        result.AddGeometry(copy)
    return result


@pytest.mark.parametrize("seed", [390, 510, 611, 720, 813, *range(40)])
def test_zones_of_whole_squares_against_counting_the_squares(seed):
    """Zones of random rectangles share edges, corners and T-junctions everywhere; on their grid, overlaps and gaps can be counted."""
    rng = np.random.default_rng(seed)
    count, size = int(rng.integers(2, 9)), 12
    cells, shapes = np.zeros((count, size + 2, size + 2), bool), []
    small = rng.integers(0, 3) == 0
    for zone in range(count):
        rectangles = []
        for _ in range(rng.integers(1, 4)):
            x, y = rng.integers(0, size - 1, 2).tolist()
            wide, high = int(rng.integers(1, size - x + 1)), int(rng.integers(1, size - y + 1))
            wide, high = (min(wide, 3), min(high, 3)) if small else (wide, high)
            rectangles.append(box(x, y, x + wide, y + high))
            cells[zone, y + 1 : y + high + 1, x + 1 : x + wide + 1] = True
        if zone and rng.random() < 0.15:
            shapes.append(shapes[-1].Clone())
            cells[zone] = cells[zone - 1]
        else:
            shapes.append(joined([joined(rectangles).UnionCascaded()]))
    faults, counts = find(*shapes), cells.sum(axis=0)
    places, _ = ndimage.label(counts == 0)  # neighbours across corners are not connected: two zones that touch there enclose
    assert faults.overlap_ha == pytest.approx((cells & (counts > 1)).sum(axis=(1, 2)), abs=1e-6)
    assert faults.total_overlap_ha == pytest.approx(np.maximum(counts - 1, 0).sum(), abs=1e-6)
    enclosed = ((counts == 0) & (places != places[0, 0])).sum()
    assert faults.gap_ha.sum() == pytest.approx(enclosed, abs=1e-6)
    assert sum(fault.area_ha for fault in faults.gaps) == pytest.approx(enclosed, abs=1e-6)
    assert sum(fault.area_ha for fault in faults.overlaps) == pytest.approx((counts > 1).sum(), abs=1e-6)
    assert all(fault.shape.IsValid() for fault in [*faults.overlaps, *faults.gaps])


def test_zones_on_both_sides_of_the_antimeridian():
    """Drawn with longitudes that jump from 180 to -180, or parted there."""
    jumping = polygon([(179.0, -17.0), (-179.5, -17.0), (-179.5, -16.0), (179.0, -16.0)])
    parted = joined([
        polygon([(179.0, -17.0), (180.0, -17.0), (180.0, -16.0), (179.0, -16.0)]),
        polygon([(-180.0, -17.0), (-179.5, -17.0), (-179.5, -16.0), (-180.0, -16.0)]),
    ])  # fmt: skip
    beside = polygon([(-179.6, -17.0), (-179.0, -17.0), (-179.0, -16.0), (-179.6, -16.0)])
    west = polygon([(178.0, -17.0), (179.0, -17.0), (179.0, -16.0), (178.0, -16.0)])
    for across in (jumping, parted):
        faults = find(west, across, beside, crs=DEGREES)
        strip = Surface(DEGREES).areas_ha([polygon([(-179.6, -17.0), (-179.5, -17.0), (-179.5, -16.0), (-179.6, -16.0)])])[0]
        assert faults.total_overlap_ha == pytest.approx(strip, rel=1e-9)
        assert [fault.zones for fault in faults.overlaps] == [(1, 2)]
        assert faults.gaps == []


def test_borders_that_are_nearly_the_same_add_up():
    """A border of 300 vertices, drawn a second time with an error of 1e-9 degrees: slivers of a fraction of a millimetre."""
    rng = np.random.default_rng(4)
    y = np.linspace(0, 1, 300)
    x = 117 + np.cumsum(rng.normal(0, 2e-4, 300))
    shifted = x + rng.normal(0, 1e-9, 300)
    west = polygon([*zip(x.tolist(), y.tolist()), (116.0, 1.0), (116.0, 0.0)])
    east = polygon([*zip(shifted.tolist(), y.tolist()), (118.0, 1.0), (118.0, 0.0)])
    faults = find(west, east, crs=DEGREES)
    assert told(faults) == [[], []]
    # the error is a line of so many metres, on either side; its integral is what the two coordinates say
    wide = 111_320 * (x - shifted)
    ends = [(one, other) for one, other in zip(wide, wide[1:])]
    over = sum(
        (one + other) / 2 if one >= 0 <= other else max(one, other) ** 2 / 2 / abs(one - other) if max(one, other) > 0 else 0
        for one, other in ends
    )
    area_ha = over * 110_574 / 299 / 1e4
    assert faults.overlap_ha == pytest.approx([area_ha] * 2, rel=2e-3)
    assert faults.total_overlap_ha == pytest.approx(area_ha, rel=2e-3)
    assert 0.5 * area_ha < faults.gap_ha.sum() < 2 * area_ha


def test_a_wiggly_border_with_two_faults_in_it_in_any_crs():
    """Zones of a grid that share borders of random vertices to the last digit; one vertex is moved in one zone alone."""
    shapes, move = wiggly(6, 12, np.random.default_rng(2), edit={(2, 3): 0.003, (4, 1): -0.002})
    for code in (4326, 3857, 32750, 23836):
        crs = wkt(code)
        there, _ = load(Polygons([bytes(shape.ExportToWkb()) for shape in shapes], DEGREES), crs, Monitor())
        faults = find_faults(there, crs, Monitor())
        # a vertex pulled out of a straight piece of border makes a triangle, on the one side an overlap, on the other a gap
        assert [fault.zones for fault in faults.overlaps] == [move[2, 3][0]], code
        assert [set(fault.zones) for fault in faults.gaps] == [set(move[4, 1][0])], code
        assert faults.overlaps[0].area_ha == pytest.approx(move[2, 3][1], rel=1e-3)
        assert faults.gaps[0].area_ha == pytest.approx(move[4, 1][1], rel=1e-3)
        assert faults.gap_ha.sum() == pytest.approx(move[4, 1][1], rel=1e-3)


def wiggly(size, points, rng, edit=None):
    """(squares of 0.1 degree with borders of so many random points that neighbours share; {(row, column): (zones, hectares)}).

    edit: by how many degrees the eastern border's middle point of a square is moved in that square alone.
    """
    along = np.linspace(0, 0.1, points + 1)

    def side():
        off = rng.normal(0, 0.001, points + 1)
        off[[0, -1]] = 0
        return off

    flat = [[side() for _ in range(size)] for _ in range(size + 1)]  # the southern side of each row
    steep = [[side() for _ in range(size + 1)] for _ in range(size)]  # the western side of each column
    shapes, moved = [], {}
    middle = points // 2
    for row in range(size):
        for column in range(size):
            west, south = 116 + 0.1 * column, 0.1 * row
            east = np.column_stack([west + 0.1 + steep[row][column + 1], south + along])
            east[[0, -1], 0] = 116 + 0.1 * (column + 1)
            step = (edit or {}).get((row, column))
            if step:
                low, high = east[middle - 1, 1], east[middle + 1, 1]
                moved[row, column] = (
                    (row * size + column, row * size + column + 1),
                    abs(step) * (high - low) / 2 * 111_319.49 * 110_574 / 1e4,
                )
                east[middle, 0] += step
            ring = np.vstack([
                np.column_stack([west + along, south + flat[row][column]])[:-1],
                east[:-1],
                np.column_stack([west + along, 0.1 * (row + 1) + flat[row + 1][column]])[:0:-1],
                np.column_stack([west + steep[row][column], south + along])[:0:-1],
            ])  # fmt: skip
            shapes.append(polygon([tuple(point) for point in ring.tolist()]))
    return shapes, moved


@pytest.mark.parametrize("name", ["kel_32.74", "kel_64.09", "kab_64"])
def test_real_boundaries_against_the_union_of_ogr(name, data):
    path = data / "boundaries" / f"wilayah_boundaries_{name}.gpkg"
    if not path.exists():
        pytest.skip(f"no boundaries at {path}")
    source = ogr.Open(str(path))
    table = source.GetLayer(0)
    crs = table.GetSpatialRef().ExportToWkt()
    shapes, _ = load(Polygons([bytes(one.GetGeometryRef().ExportToWkb()) for one in table], crs), crs, Monitor())
    faults, surface = find_faults(shapes, crs, Monitor()), Surface(crs)
    union = joined(shapes).UnionCascaded()
    assert faults.total_overlap_ha == pytest.approx(sum(surface.areas_ha(shapes)) - surface.areas_ha([union])[0], abs=1e-5)
    holes = []
    for part in parts(union):
        for number in range(1, part.GetGeometryCount()):
            hole = ogr.Geometry(ogr.wkbPolygon)
            hole.AddGeometry(part.GetGeometryRef(number))
            holes.append(hole)
    assert faults.gap_ha.sum() == pytest.approx(sum(surface.areas_ha(holes)), abs=1e-7)
    # of each zone, what the others hold too
    for zone in range(0, len(shapes), 7):
        others = joined([shape for number, shape in enumerate(shapes) if number != zone]).UnionCascaded()
        shared = joined([shapes[zone].Intersection(others)])
        assert faults.overlap_ha[zone] == pytest.approx(surface.areas_ha([shared])[0], abs=1e-5)
    assert sum(fault.area_ha for fault in faults.gaps) == pytest.approx(faults.gap_ha.sum(), abs=1e-4 * 50)
    source = table = None


def test_progress_moves_and_a_run_stops():
    shapes, _ = wiggly(12, 8, np.random.default_rng(3), edit={(1, 1): 0.003, (2, 2): 0.003})

    class Heard(Notes):
        def __init__(self, most):
            super().__init__()
            self.heard, self.most = [], most

        def progress(self, done, total):
            self.heard.append(done / total)
            return len(self.heard) < self.most

    whole = Heard(10**9)
    find_faults(shapes, DEGREES, whole)
    assert whole.heard == sorted(whole.heard)
    assert len(whole.heard) > 10
    assert 0 <= whole.heard[0] < 0.3
    assert 0.9 < whole.heard[-1] <= 1
    for most in (1, len(whole.heard) // 2, len(whole.heard) - 1):
        with pytest.raises(Cancelled):
            find_faults(shapes, DEGREES, Heard(most))
