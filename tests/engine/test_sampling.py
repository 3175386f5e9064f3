"""Points drawn from rasters: in pixels of their stratum, each as likely as any other, far enough apart, the same for the same seed."""

import math
import os
import struct

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from pantau.plugin.engine.accuracy.sampling import Deck, Population, Settings, sample_points
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.legend import Legend, LegendEntry
from pantau.plugin.engine.raster.zones import Map
from scenes import UTM50S, Notes, write

LEGEND = Legend((LegendEntry(0, "water", "air", "#0000FF"), LegendEntry(3, "forest", "hutan", "#00FF00")))
UTM = (500000.0, 10.0, 0.0, 9900000.0, 0.0, -10.0)


def draw(path, monitor=None, strata=None, **settings):
    return sample_points(Map(path), Settings(**settings), None if strata is None else Map(strata), monitor=monitor)


def with_legend(path, legend=LEGEND):
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadataItem("legend", legend.to_json(), "PANTAU")
    dataset = None
    return path


def pixels_of(path, sample):
    """(rows, columns, where in the pixel across and down) of the points, by GDAL's own geotransform."""
    inverse = gdal.InvGeoTransform(gdal.Open(path).GetGeoTransform())
    places = np.array([gdal.ApplyGeoTransform(inverse, *struct.unpack("<BIdd", one.wkb)[2:]) for one in sample.points()])
    cols, rows = np.floor(places).astype(int).T
    return rows, cols, *(places - np.floor(places)).T


def nearest_pair_m(epsg, sample):
    """The shortest geodesic between two points, by PROJ (azimuthal equidistant: true distances from its middle)."""
    reference, geographic = osr.SpatialReference(), osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    geographic.ImportFromEPSG(4326)
    for each in (reference, geographic):
        each.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    change = osr.CoordinateTransformation(reference, geographic)
    degrees = np.array(change.TransformPoints(np.column_stack([sample.x, sample.y]).tolist()))[:, :2]
    lon, lat = np.radians(degrees).T
    one, other = np.triu_indices(len(lon), 1)
    half = (
        np.sin((lat[one] - lat[other]) / 2) ** 2 + np.cos(lat[one]) * np.cos(lat[other]) * np.sin((lon[one] - lon[other]) / 2) ** 2
    )
    lengths = []
    for pair in np.argsort(half)[:20]:  # the nearest on a sphere; on the ellipsoid, one of these is
        (a, b), there = degrees[one[pair]].tolist(), degrees[other[pair]].tolist()
        local = osr.SpatialReference()
        local.ImportFromProj4(f"+proj=aeqd +lat_0={b!r} +lon_0={a!r} +datum=WGS84")
        lengths.append(math.hypot(*osr.CoordinateTransformation(geographic, local).TransformPoint(*there)[:2]))
    return min(lengths)


@pytest.fixture
def olofsson(tmp_path):
    """The shares of the published example: .02, .015, .32, .645 of 20 000 pixels."""
    codes = np.repeat([1, 2, 3, 4], [400, 300, 6400, 12900]).astype(np.uint8)
    return write(tmp_path / "o.tif", np.random.default_rng(1).permutation(codes).reshape(100, 200))


def test_the_published_example_from_a_raster(olofsson):
    notes, expected = Notes(), {1: 0.7, 2: 0.6, 3: 0.9, 4: 0.95}
    sample = draw(olofsson, notes, target_se=0.01, expected=expected, min_per_class=0)
    assert sample.count == 641
    assert [one.drawn for one in sample.strata] == [13, 10, 205, 413]
    assert [one.weight for one in sample.strata] == pytest.approx([0.02, 0.015, 0.32, 0.645])
    assert sample.expected_se == pytest.approx(math.sqrt(0.0672375 / 641), rel=2e-3)
    assert abs(sample.total_needed - 672.4) < 2
    assert "1 class 1: 2.00 % of the map, 13 points" in notes.lines
    assert f"TOTAL={sample.total_needed} would reach it" in notes.warnings[-1]
    assert len(notes.warnings) == 1
    best = draw(olofsson, target_se=0.01, expected=expected, min_per_class=0, allocation="neyman")
    assert (best.count, best.total_needed) == (641, None)
    assert best.expected_se == pytest.approx(0.01, rel=2e-3)
    assert draw(olofsson, target_se=0.01, expected=expected).count == 641


def test_a_simple_random_sample_has_one_stratum(olofsson):
    sample = draw(olofsson, design="simple", target_se=0.02, expected={1: 0.7, 2: 0.6, 3: 0.9, 4: 0.95})
    assert sample.count == math.ceil(0.92375 * 0.07625 / 0.0004)
    (stratum,) = sample.strata
    assert (stratum.code, stratum.weight, stratum.pixels) == (None, 1, 20_000)
    assert {one.stratum for one in sample.points()} == {None}


def test_nothing_given_is_two_percent_at_85(olofsson):
    assert draw(olofsson, min_per_class=0).count == math.ceil(0.85 * 0.15 / 0.0004)


ROTATED = tuple(500000.0 if n == 0 else 9900000.0 if n == 3 else v for n, v in enumerate((0, 9.6, 2.8, 0, 2.8, -9.6)))


@pytest.mark.parametrize(
    ("epsg", "transform"),
    [
        (UTM50S, UTM),
        (UTM50S, ROTATED),
        (UTM50S, (500000.0, 10.0, 0.0, 9890000.0, 0.0, 10.0)),  # south up
        (4326, (117.0, 0.0001, 0.0, -1.0, 0.0, -0.0001)),
    ],
)
@pytest.mark.parametrize("dtype", ["uint8", "int32", "float32"])
def test_points_lie_in_pixels_of_their_stratum(tmp_path, epsg, transform, dtype):
    codes = np.array([0, 3, 255] if dtype == "uint8" else [0, 3, 70_000])
    array = codes[np.random.default_rng(2).integers(0, 3, (600, 700))].astype(dtype)
    array[:, 650:] = 9
    path = with_legend(write(tmp_path / "a.tif", array, epsg=epsg, transform=transform, nodata=9))
    sample = draw(path, total=900, allocation="equal")
    rows, cols, *inside = pixels_of(path, sample)
    points = list(sample.points())
    assert [one.number for one in points] == list(range(1, 901))
    assert [one.map_class for one in points] == array[rows, cols].tolist()
    assert [one.stratum for one in points] == [one.map_class for one in points]
    assert len(set(zip(rows.tolist(), cols.tolist()))) == 900  # no pixel twice
    assert np.bincount(np.searchsorted(codes, sample.map_class)).tolist() == [300] * 3
    assert {one.map_name for one in points} == {"water", "forest", f"class {codes[2]}"}
    for part in inside:
        assert part.min() >= 0.02 - 1e-4
        assert part.max() <= 0.98 + 1e-4
        assert np.histogram(part, 4, (0.02, 0.98))[0].min() > 225 - 5 * math.sqrt(225 * 0.75)
    # The order tells nothing: points of one stratum stand in all parts of the list.
    assert all(abs(np.mean(np.flatnonzero(sample.stratum == place)) - 450) < 5 * 900 / math.sqrt(12 * 300) for place in range(3))


def test_each_pixel_of_a_stratum_is_equally_likely(tmp_path):
    """Chi-square of how often each pixel comes in 600 draws (variance of draws without replacement: p (1 - p))."""
    array = np.random.default_rng(3).choice([1, 2], (8, 15), p=[0.3, 0.7]).astype(np.uint8)
    path, times, samples = write(tmp_path / "a.tif", array), 600, np.array([5, 20])
    settings = Settings()
    population = Population(Map(path), None, settings, Monitor())
    population.count(Monitor())
    hits = np.zeros(array.shape)
    inverse = gdal.InvGeoTransform(UTM)
    for seed in range(times):
        drawn = population.draw(samples, seed, 0, Monitor())
        places = np.array([gdal.ApplyGeoTransform(inverse, x, y) for x, y in zip(drawn.x.tolist(), drawn.y.tolist())])
        cols, rows = np.floor(places).astype(int).T
        hits[rows, cols] += 1
    assert hits.max() <= times
    for code, n in zip((1, 2), samples):
        counts, size = hits[array == code], int((array == code).sum())
        p = n / size
        statistic = ((counts - times * p) ** 2 / (times * p * (1 - p))).sum() * (size - 1) / size
        assert abs(statistic - (size - 1)) < 3.3 * math.sqrt(2 * (size - 1)), code


def test_a_deck_deals_each_number_once_and_each_first_pair_equally_often():
    deck = Deck(1000, np.random.default_rng(0))
    dealt = np.concatenate([deck.draw(count) for count in (3, 0, 400, 590, 100, 5)])
    assert sorted(dealt.tolist()) == list(range(1000))
    random, pairs = np.random.default_rng(1), {}
    for _ in range(6000):
        deck = Deck(4, random)
        pair = (int(deck.draw(1)[0]), int(deck.draw(1)[0]))
        pairs[pair] = pairs.get(pair, 0) + 1
    assert len(pairs) == 12
    assert sum((count - 500) ** 2 / 500 for count in pairs.values()) < 11 + 3.3 * math.sqrt(22)


@pytest.mark.parametrize(
    ("epsg", "transform"), [(UTM50S, UTM), (4326, (117.0, 0.0001, 0.0, -60.0, 0.0, -0.0001)), (3857, (13_000_000, 20, 0, -8_000_000, 0, -20))]
)  # fmt: skip
def test_points_keep_their_distance_on_the_ground(tmp_path, epsg, transform):
    path = write(tmp_path / "a.tif", np.random.default_rng(4).integers(1, 4, (200, 200)).astype(np.uint8), epsg, transform)
    sample = draw(path, total=120, min_distance_m=60.0)
    assert sample.count == 120
    assert 60 <= nearest_pair_m(epsg, sample) < 90
    assert nearest_pair_m(epsg, draw(path, total=120)) < 60


def test_a_distance_that_leaves_no_room_gives_fewer_points_and_says_where(tmp_path):
    array = np.ones((60, 60), np.uint8)
    array[:3, :3] = 2
    notes = Notes()
    sample = draw(write(tmp_path / "a.tif", array), notes, total=60, allocation="equal", min_per_class=0, min_distance_m=100.0)
    small, large = sample.strata[1], sample.strata[0]
    assert (small.planned, large.planned) == (9, 51)
    assert small.drawn <= 1  # all of it is 30 m wide
    assert 15 <= large.drawn <= 36  # 36 squares of 100 m; discs of 50 m in random places fill over half the ground
    assert sample.count == small.drawn + large.drawn
    assert sample.missing == 60 - sample.count > 0
    assert f"class 2: {9 - small.drawn}" in notes.warnings[-1]
    assert f"{sample.missing} point(s) found no place 100 m from all others" in notes.warnings[-1]
    assert draw(write(tmp_path / "b.tif", array), total=60, min_distance_m=1e9).count == 1


def test_a_seed_gives_the_same_points_whatever_the_number_of_threads(tmp_path, monkeypatch):
    path = write(tmp_path / "a.tif", np.random.default_rng(5).integers(1, 5, (1300, 1100)).astype(np.uint8))
    for settings in ({"total": 300}, {"total": 300, "min_distance_m": 300.0}):
        points = []
        for cores in (1, 2, 9):
            monkeypatch.setattr(os, "cpu_count", lambda cores=cores: cores)
            points.append(list(draw(path, seed=7, **settings).points()))
        assert points[0] == points[1] == points[2]
        assert points[0] != list(draw(path, seed=8, **settings).points())


def test_only_pixels_with_data_in_the_area_of_interest_count(tmp_path):
    array = np.full((600, 600), 3, np.uint8)
    array[:, 300:] = 7
    array[100:200, :] = 0
    path = write(tmp_path / "a.tif", array, nodata=0)
    # Columns 290 .. 309 and rows 95 .. 104 by their centres; rows 100 .. 104 have no data.
    ring = "502900 9898955,503098 9898955,503098 9899046,502900 9899046,502900 9898955"
    area = bytes(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))").ExportToWkb())
    sample = draw(path, total=80, aoi=Polygons([area], ""))
    rows, cols, *_ = pixels_of(path, sample)
    assert [(one.code, one.pixels) for one in sample.strata] == [(3, 50), (7, 50)]
    assert [one.weight for one in sample.strata] == pytest.approx([0.5, 0.5])
    assert (rows.min(), rows.max(), cols.min(), cols.max()) == (95, 99, 290, 309)
    assert [one.map_class for one in sample.points()] == array[rows, cols].tolist()


def test_strata_of_another_raster_on_another_grid(tmp_path):
    array = np.random.default_rng(6).choice([1, 2], (400, 400), p=[0.25, 0.75]).astype(np.uint8)
    path = write(tmp_path / "a.tif", array)
    blocks = np.array([[10, 300], [300, 20]], np.int32)  # of 2 km, over 40 columns less than the map, and beyond its lower edge
    strata = with_legend(
        write(tmp_path / "s.tif", blocks, transform=(500400.0, 2000.0, 0.0, 9900000.0, 0.0, -2000.0)),
        Legend((LegendEntry(10, "north-west", "barat laut", "#000000"),)),
    )
    notes = Notes()
    sample = draw(path, notes, strata, total=400, expected={1: 0.5, 2: 0.9})
    rows, cols, *_ = pixels_of(path, sample)
    truth = blocks[rows // 200, (cols - 40) // 200]
    points = list(sample.points())
    assert cols.min() >= 40
    assert [one.stratum for one in points] == truth.tolist()
    assert [one.map_class for one in points] == array[rows, cols].tolist()
    pixels = {10: 200 * 200, 20: 160 * 200, 300: 360 * 200}
    assert {one.code: one.pixels for one in sample.strata} == pixels
    assert [one.name for one in sample.strata] == ["north-west", "class 20", "class 300"]
    assert [one.drawn for one in sample.strata] == [111, 89, 200]  # 400 by 40 : 32 : 72
    # A stratum expects the mean of its classes: about .25 * .5 + .75 * .9 = .8
    assert sample.expected_se == pytest.approx(math.sqrt(0.8 * 0.2 / 400), rel=0.02)
    assert any("another grid" in line for line in notes.lines)
    assert notes.warnings == []


def test_degrees_weigh_by_hectares(tmp_path):
    array = np.ones((700, 20), np.uint8)
    array[350:] = 2  # from 0 to 35 degrees north above, from 35 south below: half the pixels each
    path = write(tmp_path / "a.tif", array, 4326, (117.0, 0.1, 0.0, 70.0, 0.0, -0.1))
    sample = draw(path, total=1000)
    share = math.sin(math.radians(35)) / math.sin(math.radians(70))  # on a sphere, of the half at the equator
    assert [one.weight for one in sample.strata] == pytest.approx([1 - share, share], abs=0.003)
    assert [one.drawn for one in sample.strata] == pytest.approx([1000 * (1 - share), 1000 * share], abs=4)


@pytest.mark.parametrize(
    ("array", "settings", "count", "words"),
    [
        (np.array([[5]], np.uint8), {}, 1, "The map has 1 pixels here, fewer than the 319 points"),
        (np.array([[5]], np.uint8), {"design": "simple", "total": 1}, 1, "fewer than 2 points"),
        (np.full((20, 20), 5, np.uint8), {"total": 50}, 50, None),
        (np.full((4, 5), 5, np.uint8), {"total": 50}, 20, "fewer than the 50 points"),
    ],
)
def test_little_rasters(tmp_path, array, settings, count, words):
    notes = Notes()
    path = write(tmp_path / "a.tif", array)
    sample = draw(path, notes, **settings)
    assert sample.count == count == len(set(zip(*(part.tolist() for part in pixels_of(path, sample)[:2]))))
    assert not notes.warnings if words is None else words in notes.warnings[0]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"total": 10, "target_se": 0.02}, "TOTAL is 10 and TARGET_SE is 0.02"),
        ({"total": 0}, "TOTAL is 0"),
        ({"target_se": 0.0}, "TARGET_SE is 0: give more than 0"),
        ({"target_se": -1.0}, "TARGET_SE is -1"),
        ({"target_se": 2.0}, "TARGET_SE is 2: give more than 0 and less than 0.5"),
        ({"target_se": math.nan}, "TARGET_SE is nan"),
        ({"min_distance_m": -1.0}, "MIN_DISTANCE is -1 m"),
        ({"min_distance_m": math.inf}, "MIN_DISTANCE is inf m"),
        ({"min_per_class": -1}, "MIN_PER_CLASS is -1"),
        ({"seed": -1}, "SEED is -1"),
        ({"expected": {8: 0.9}}, "EXPECTED_UA names class 8, which a.tif does not have: its classes are 1, 3."),
        ({"design": "simple", "strata": "a.tif"}, "DESIGN is simple, which has no strata, and STRATA is given"),
    ],
)
def test_what_cannot_be_is_one_sentence(tmp_path, settings, words):
    path = write(tmp_path / "a.tif", np.array([[1, 3, 3]], np.uint8))
    with pytest.raises(PantauError, match=words):
        draw(path, **settings)


def test_a_class_of_the_legend_that_the_area_lacks_may_be_expected(tmp_path):
    path = with_legend(write(tmp_path / "a.tif", np.full((30, 30), 3, np.uint8)))
    sample = draw(path, expected={0: 0.9}, total=5)
    assert [entry.code for entry in sample.classes] == [0, 3]  # a reference label may be any class of the legend


def test_rasters_without_a_class_to_draw_from(tmp_path):
    empty = write(tmp_path / "a.tif", np.zeros((5, 5), np.uint8), nodata=0)
    with pytest.raises(PantauError, match="a.tif has no pixel with a class here"):
        draw(empty)
    full = write(tmp_path / "b.tif", np.ones((5, 5), np.uint8))
    with pytest.raises(PantauError, match="No pixel of b.tif has a class and a stratum here"):
        draw(full, strata=empty)
    with pytest.raises(PantauError, match="c.tif holds 0.5, which is no class code"):
        draw(write(tmp_path / "c.tif", np.full((5, 5), 0.5, np.float32)))
    with pytest.raises(PantauError, match="more than 1000 different values"):
        draw(write(tmp_path / "d.tif", np.arange(1200, dtype=np.int32).reshape(30, 40)))


@pytest.mark.parametrize("share", [0.1, 0.65, 0.77, 1.0])
def test_a_run_can_be_stopped_in_every_part(tmp_path, share):
    path = write(tmp_path / "a.tif", np.ones((300, 300), np.uint8))
    with pytest.raises(Cancelled):
        draw(path, Notes(stop_at=share), total=60_000, min_distance_m=500.0)
