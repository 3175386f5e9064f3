"""The assessment of a map: published tables laid out as rasters and points, what is left out, designs, zones, pairs and readers."""

import json
from dataclasses import replace

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from pantau.plugin.engine.accuracy.assess import Choices, assess
from pantau.plugin.engine.accuracy.assessment import AREA, BY_CLASS, BY_STRATUM, COUNT, SIMPLE, as_json
from pantau.plugin.engine.accuracy.samples import ReferenceShapes
from pantau.plugin.engine.accuracy.strata import stratum_keys
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.legend import Legend, LegendEntry
from pantau.plugin.engine.raster.source import Pixels
from pantau.plugin.engine.raster.zones import Map, Zones
from scenes import UTM50S, Notes, write
from scipy.stats import t as student
from sklearn.metrics import cohen_kappa_score

EQUAL_AREA = 6933  # EASE-Grid 2.0: pixels of 30 m are .09 ha on the ellipsoid
CORNER = (500000.0, 9900000.0)
# Olofsson et al. 2014, Table 8, and the mapped pixels.
OLOFSSON = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
PIXELS = [200_000, 150_000, 3_200_000, 6_450_000]
# Inderapermana et al. 2023 (Cirebon), here with rows = map.
CIREBON = np.array(
    [[5, 0, 0, 0, 0, 0], [0, 14, 0, 0, 0, 0], [0, 0, 10, 0, 0, 1], [0, 1, 0, 3, 0, 0], [0, 1, 0, 0, 13, 0], [2, 0, 0, 0, 0, 19]]
).T


def wkt(epsg):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return reference.ExportToWkt()


def wkb(text):
    return bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb())


def at(col, row, size=10.0, corner=CORNER):
    """A point in a pixel, in columns and rows from the corner."""
    return wkb(f"POINT({corner[0] + size * col} {corner[1] - size * row})")


def box(left, top, right, bottom, size=10.0):
    west, north, east, south = CORNER[0] + size * left, CORNER[1] - size * top, CORNER[0] + size * right, CORNER[1] - size * bottom
    return wkb(f"POLYGON(({west} {north},{east} {north},{east} {south},{west} {south},{west} {north}))")


def shapes(*features, **more):
    """features: (geometry, label)."""
    geometries, labels = zip(*features)
    return ReferenceShapes(geometries, more.pop("crs", ""), labels, range(1, len(labels) + 1), name="points", field="class", **more)


def labelled(codes, counts, classes, corner=CORNER, size=30.0, seed=0):
    """Points in pixels of each map class, `counts[i, j]` of them labelled as class j."""
    rng, found = np.random.default_rng(seed), []
    for row, code in enumerate(classes):
        places = np.flatnonzero(codes.ravel() == code)
        chosen = rng.choice(places, counts[row].sum(), replace=False)
        for place, label in zip(chosen.tolist(), np.repeat(classes, counts[row]).tolist()):
            y, x = divmod(place, codes.shape[1])
            found.append((at(x + rng.uniform(0.1, 0.9), y + rng.uniform(0.1, 0.9), size, corner), label))
    rng.shuffle(found)
    return found


def run(path, features, choices=None, **more):
    more.setdefault("monitor", Notes())
    return assess(Map(str(path), name="map"), features, choices or Choices(), **more)


def values(region, scope, metric, codes=(None,), part="value"):
    return [getattr(region.find(scope, metric, code), part) for code in codes]


def close(found, expected, digits):
    np.testing.assert_allclose(found, expected, rtol=0, atol=0.5000001 * 10.0**-digits)


@pytest.fixture(scope="module")
def olofsson(tmp_path_factory):
    classes = [3, 7, 200, 1]  # not contiguous, not ascending
    codes = np.repeat(np.array(classes, np.uint8), PIXELS).reshape(2500, 4000)
    path = write(
        tmp_path_factory.mktemp("olofsson") / "map.tif",
        codes,
        epsg=EQUAL_AREA,
        transform=(CORNER[0], 30, 0, 900000, 0, -30),
        nodata=0,
    )
    return path, classes, labelled(codes, OLOFSSON, classes, corner=(CORNER[0], 900000))


def test_olofsson_table_8_from_a_raster_and_points(olofsson):
    path, classes, points = olofsson
    result = run(path, shapes(*points))
    assert result.design == BY_CLASS  # seen from how the points are spread
    whole = result.whole
    order = [[one.code for one in result.legend].index(code) for code in classes]
    np.testing.assert_array_equal(whole.matrix[np.ix_(order, order)], OLOFSSON)
    close(values(whole, AREA, "users_accuracy", classes), [0.88, 0.733333, 0.927273, 0.963077], 6)
    close(values(whole, AREA, "users_accuracy", classes, "se"), [0.037776, 0.051407, 0.020278, 0.010476], 6)
    close(values(whole, AREA, "producers_accuracy", classes), [0.748661, 0.847156, 0.934509, 0.961609], 6)
    close(values(whole, AREA, "producers_accuracy", classes, "se"), [0.108832, 0.129800, 0.017512, 0.009368], 6)
    close(values(whole, AREA, "area_ha", classes), [21157.76, 11686.15, 285769.93, 581386.15], 2)
    margins = np.subtract(values(whole, AREA, "area_ha", classes, "high"), values(whole, AREA, "area_ha", classes))
    close(margins, [6157.52, 3755.76, 15509.55, 16281.36], 2)
    close(values(whole, AREA, "mapped_ha", classes), np.array(PIXELS) * 0.09, 2)
    close([result.overall.value, result.overall.se], [0.946512, 0.009430], 6)
    assert result.kappa.value == pytest.approx(0.888814, abs=5e-7)
    assert result.kappa.se is None  # Fleiss's variance is not one of stratified samples
    close(values(whole, AREA, "quantity_disagreement") + values(whole, AREA, "allocation_disagreement"), [0.004493, 0.048995], 6)
    close(values(whole, COUNT, "overall_accuracy") + values(whole, COUNT, "kappa"), [0.917188, 0.869964], 6)
    close(values(whole, COUNT, "producers_accuracy", classes), [0.956522, 0.982143, 0.874286, 0.920588], 6)
    wilson = whole.find(COUNT, "users_accuracy", classes[0])
    close([wilson.low, wilson.high], [0.787404, 0.935566], 6)
    assert whole.find(COUNT, "overall_accuracy").low is None  # the counts of a stratified sample are no estimate of the map
    assert whole.proportions.sum() == pytest.approx(1)
    assert [stratum.samples for stratum in whole.strata] == [OLOFSSON[classes.index(one.code)].sum() for one in result.legend]


def test_olofsson_as_a_simple_random_sample(olofsson):
    path, classes, points = olofsson
    result = run(path, shapes(*points), Choices(design="simple"))
    close([result.overall.value, result.kappa.value, result.kappa.se**2 * 1e3], [0.917188, 0.869964, 0.289966], 6)
    close(values(result.whole, COUNT, "mcc"), [0.871330], 6)
    assert result.kappa.high - result.kappa.value == pytest.approx(1.959964 * np.sqrt(0.00028997), rel=1e-4)
    assert result.accepted


def cirebon_map(tmp_path, legend=True):
    """A pixel for each sample, in six classes whose codes are not contiguous; with a legend in both languages."""
    codes = [0, 2, 5, 40, 255, 300]
    names = [("vegetation", "vegetasi"), ("water", "badan air"), ("built-up", "terbangun"), ("sandy beach", "pantai berpasir"),
             ("salt pond", "tambak garam"), ("paddy", "sawah")]  # fmt: skip
    raster = np.repeat(np.array(codes, np.uint16), CIREBON.sum(axis=1)).reshape(3, 23)
    path = write(tmp_path / "cirebon.tif", raster)
    entries = Legend(tuple(LegendEntry(code, *name, "#123456") for code, name in zip(codes, names)))
    if legend:
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.SetMetadataItem("legend", entries.to_json(), "PANTAU")
        dataset = None
    return path, raster, codes, names


@pytest.mark.parametrize("language", [None, 0, 1])
def test_cirebon_by_code_and_by_name_in_either_language(tmp_path, language):
    path, raster, codes, names = cirebon_map(tmp_path)
    points = labelled(raster, CIREBON, codes, size=10.0)
    if language is not None:
        spelled = {code: name[language].upper() + "  " for code, name in zip(codes, names)}
        points = [(shape, spelled[label]) for shape, label in points]
    result = run(path, shapes(*points), Choices(design="simple"))
    assert (result.design, result.whole.n) == (SIMPLE, 69)
    close([result.overall.value, result.kappa.value], [0.927536231884058, 0.9086818422445738], 15)
    close(values(result.whole, COUNT, "producers_accuracy", codes), [1, 1, 0.909091, 0.75, 0.928571, 0.904762], 6)
    close(values(result.whole, COUNT, "users_accuracy", codes), [0.714286, 0.875, 1, 1, 1, 0.95], 6)
    assert result.accepted
    assert not run(path, shapes(*points), Choices(design="simple", accept_kappa=0.91)).accepted
    chosen = run(path, shapes(*points))  # three of sandy beach are too few to tell how the points were drawn
    assert chosen.design == BY_CLASS
    assert "too few to tell" in chosen.reason
    close([chosen.overall.value, chosen.kappa.value], [0.927536231884058, 0.9086818422445738], 6)
    record = json.loads(as_json(result), parse_constant=lambda text: pytest.fail(f"{text} is no JSON"))
    assert record["orientation"] == "rows = map class, columns = reference class"
    assert record["whole"]["matrix"] == CIREBON.tolist()


def halves(tmp_path, **more):
    """12 x 10 pixels of 10 m: class 1 to the left, 2 to the right."""
    codes = np.ones((10, 12), np.uint8)
    codes[:, 6:] = 2
    return write(tmp_path / "halves.tif", codes, **more), codes


def test_what_is_left_out_is_listed(tmp_path):
    codes = np.ones((10, 12), np.uint8)
    codes[:, 6:] = 2
    codes[9] = 0
    path = write(tmp_path / "map.tif", codes, nodata=0)
    features = shapes(
        (at(1.5, 1.5), 1), (at(7.5, 1.5), 2), (at(8.5, 1.5), 1),
        (at(-3, 1), 1), (at(3.5, 9.5), 1), (at(2.5, 2.5), None), (at(2.5, 3.5), "  "), (at(2.5, 4.5), "swamp"), (b"", 1),
        (at(1.5, 1.5), 1), (at(4.5, 4.5), 1), (at(4.5, 4.5), 2), (at(2.5, 5.5), 1.5),
    )  # fmt: skip
    monitor = Notes()
    result = run(path, features, monitor=monitor)
    assert result.whole.matrix.tolist() == [[1, 0], [1, 1]]
    assert [(one.feature, one.reason) for one in result.excluded] == [
        (4, "outside"), (5, "nodata"), (6, "empty_label"), (7, "empty_label"), (8, "unknown_label"), (9, "no_geometry"), (10, "duplicate"),
        (11, "conflict"), (12, "conflict"), (13, "unknown_label"),
    ]  # fmt: skip
    unknown = next(line for line in monitor.warnings if "swamp" in line)
    assert "40.0 %" in unknown  # 2 of 5
    assert "66.7 %" in unknown  # 2 of 3


def test_a_code_unknown_to_the_legend_is_left_out_and_to_a_map_without_legend_a_class(tmp_path):
    bare, _ = halves(tmp_path)
    features = shapes((at(1.5, 1.5), 1), (at(7.5, 1.5), 2), (at(8.5, 1.5), 9))
    result = run(bare, features)
    assert [one.code for one in result.legend] == [1, 2, 9]
    assert result.whole.matrix.tolist() == [[1, 0, 0], [0, 1, 1], [0, 0, 0]]
    dataset = gdal.Open(bare, gdal.GA_Update)
    legend = Legend((LegendEntry(1, "one", "satu", "#000000"), LegendEntry(2, "two", "dua", "#000000")))
    dataset.SetMetadataItem("legend", legend.to_json(), "PANTAU")
    dataset = None
    result = run(bare, features)
    assert result.whole.matrix.tolist() == [[1, 0], [0, 1]]
    assert [one.reason for one in result.excluded] == ["unknown_label"]


def test_two_points_in_one_pixel_both_count_and_are_told(tmp_path):
    path, _ = halves(tmp_path)
    monitor = Notes()
    result = run(path, shapes((at(1.2, 1.2), 1), (at(1.8, 1.8), 1), (at(7.5, 1.5), 2)), monitor=monitor)
    assert result.whole.n == 3
    assert any(
        "Points in a pixel that another point is in as well, which are no independent samples: 1." in line
        for line in monitor.warnings
    )


def test_pixels_of_polygons_are_one_group(tmp_path):
    path, _ = halves(tmp_path)
    features = [(box(0, 0, 2, 2), 1), (box(4, 4, 8, 5), 1), (box(8, 8, 10, 10), 2), (box(9, 0, 11, 1), 2)]
    monitor = Notes()
    result = run(path, shapes(*features), Choices(design="simple"), monitor=monitor)
    assert result.whole.matrix.tolist() == [[6, 0], [2, 6]]
    assert result.clusters == 4
    assert any("not independent" in line for line in monitor.warnings)
    # As many points as pixels would claim a smaller error.
    points = [(at(col + 0.5, row + 0.5), label) for (left, top, right, bottom), label in zip(
        [(0, 0, 2, 2), (4, 4, 8, 5), (8, 8, 10, 10), (9, 0, 11, 1)], [1, 1, 2, 2]) for row in range(top, bottom) for col in range(left, right)]  # fmt: skip
    alone = run(path, shapes(*points), Choices(design="simple"))
    assert alone.whole.matrix.tolist() == result.whole.matrix.tolist()
    assert alone.clusters is None
    assert result.overall.se > alone.overall.se
    # By hand: 12 of 14 pixels right; of the four groups only the second errs, by 2.
    p, errors = 12 / 14, np.array([4, 2, 4, 2]) - 12 / 14 * np.array([4, 4, 4, 2])
    assert result.overall.value == pytest.approx(p)
    assert result.overall.se == pytest.approx(np.sqrt(4 / 3 * (errors**2).sum()) / 14, rel=1e-9)


def test_overlapping_polygons_count_a_pixel_once(tmp_path):
    path, _ = halves(tmp_path)
    result = run(path, shapes((box(0, 0, 2, 2), 1), (box(1, 0, 3, 2), 1), (box(7, 0, 9, 2), 2), (box(8, 0, 10, 2), 1)))
    assert result.whole.n == 6 + 4
    assert {(one.feature, one.reason, one.samples) for one in result.excluded} == {
        (2, "duplicate", 2), (3, "conflict", 2), (4, "conflict", 2)
    }  # fmt: skip


def test_a_cluster_field_groups_points(tmp_path):
    path, _ = halves(tmp_path)
    points = [(at(col + 0.5, 1.5), 1 if col < 6 else 2) for col in range(12)]
    points[0] = (points[0][0], 2)
    groups = [str(col // 3) for col in range(12)]
    assert run(path, shapes(*points, clusters=groups)).clusters == 4
    assert run(path, shapes(*points, clusters=[None] * 12)).clusters is None


def test_points_in_degrees_and_grids_of_any_direction(tmp_path):
    codes = np.array([[1, 2, 2], [3, 1, 2]], np.uint8)
    labels = [[1, 2, 1], [3, 3, 2]]
    for number, transform in enumerate(
        [(500000, 10, 0, 9900000, 0, -10), (500000, 10, 0, 9900000, 0, 10), (500000, 8, 6, 9900000, 6, -8)]
    ):
        path = write(tmp_path / f"{number}.tif", codes, transform=[float(v) for v in transform])
        change = osr.CoordinateTransformation(*(osr.SpatialReference(wkt(epsg)) for epsg in (UTM50S, 4326)))
        features = []
        for row in range(2):
            for col in range(3):
                x, y = gdal.ApplyGeoTransform([float(v) for v in transform], col + 0.3, row + 0.6)
                lat, lon, _ = change.TransformPoint(x, y)
                features.append((wkb(f"POINT({lon} {lat})"), labels[row][col]))
        result = run(path, shapes(*features, crs=wkt(4326)), Choices(design="simple"))
        assert result.whole.matrix.tolist() == [[1, 0, 1], [1, 2, 0], [0, 0, 1]], transform


def test_in_degrees_a_class_weighs_by_its_hectares(tmp_path):
    """Rows from the equator to 60 degrees north: a pixel there is half as wide."""
    codes = np.ones((60, 10), np.uint8)
    codes[:30] = 2  # 30 to 60 degrees
    path = write(tmp_path / "degrees.tif", codes, epsg=4326, transform=(100.0, 1, 0, 60.0, 0, -1))
    features = [
        (wkb(f"POINT({100.5 + n} {lat})"), label) for lat, right in ((45.5, 2), (15.5, 1)) for n, label in enumerate([right] * 5)
    ]
    features[0] = (features[0][0], 1)
    result = run(path, shapes(*features), Choices(design="stratified"))
    shares = [sum(np.cos(np.radians(np.arange(low, low + 30) + 0.5))) for low in (30, 0)]
    assert result.overall.value == pytest.approx((shares[0] * 0.8 + shares[1]) / sum(shares), rel=1e-3)
    assert result.overall.value != pytest.approx(0.9, rel=1e-3)
    areas = values(result.whole, AREA, "area_ha", [1, 2])
    assert sum(areas) == pytest.approx(result.whole.total_ha)


def test_stehman_2014_as_rasters(tmp_path):
    """The paper's example: 40 samples of four strata that are not the map's classes."""
    strata = np.repeat([1, 2, 3, 4], [40_000, 30_000, 20_000, 10_000]).astype(np.uint8).reshape(250, 400)
    classes, references = "AAAAAAABBBABBBBBBBBBBBCCCCCCBBDDDDDDDDDD", "AAAAACBABCABBBBBAABBCCCCCDDBBADDDDDDDCCB"
    codes, features = np.full(100_000, 1, np.uint8), []
    for number, (one, other) in enumerate(zip(classes, references)):
        stratum, place = divmod(number, 10)
        pixel = [0, 40_000, 70_000, 90_000][stratum] + 37 * place
        codes[pixel] = "ABCD".index(one) + 1
        row, col = divmod(pixel, 400)
        features.append((at(col + 0.5, row + 0.5), "ABCD".index(other) + 1))
    path = write(tmp_path / "map.tif", codes.reshape(250, 400))
    other = Map(write(tmp_path / "strata.tif", strata), name="strata")
    result = run(path, shapes(*features), strata=other)
    assert result.design == BY_STRATUM
    whole = result.whole
    close([whole.find(AREA, "overall_accuracy").value, whole.find(AREA, "overall_accuracy").se], [0.63, 0.08464219], 7)
    close(values(whole, AREA, "area_proportion", [1, 3]), [0.35, 0.20], 7)
    close(values(whole, AREA, "area_proportion", [1, 3], "se"), [0.0822478, 0.06427977], 7)
    user, producer = (whole.find(AREA, name, 2) for name in ("users_accuracy", "producers_accuracy"))
    close([user.value, user.se, producer.value, producer.se], [0.5744681, 0.1247822, 0.7941176, 0.1165479], 7)
    assert [stratum.samples for stratum in whole.strata] == [10, 10, 10, 10]


def test_strata_without_samples_or_with_one_are_told(tmp_path):
    codes = np.repeat([1, 2, 3], [60, 30, 30]).astype(np.uint8).reshape(10, 12)
    path = write(tmp_path / "map.tif", codes)
    monitor = Notes()
    result = run(
        path, shapes((at(1.5, 1.5), 1), (at(2.5, 1.5), 1), (at(1.5, 5.5), 2)), Choices(design="stratified"), monitor=monitor
    )
    assert [(one.code, one.samples, round(one.weight, 3)) for one in result.whole.strata] == [
        (1, 2, 0.5),
        (2, 1, 0.25),
        (3, 0, 0.25),
    ]
    assert result.overall.se is None
    assert result.whole.find(AREA, "users_accuracy", 2).se is None
    assert result.whole.find(AREA, "users_accuracy", 3).value is None
    told = " ".join(monitor.warnings)
    assert "25.00 %" in told
    assert "single sample" in told
    assert sum(values(result.whole, AREA, "area_ha", [1, 2, 3])) == pytest.approx(0.75 * result.whole.total_ha)


def test_strata_on_another_grid_and_beyond(tmp_path):
    path, _ = halves(tmp_path)
    strata = np.full((3, 3), 7, np.uint8)
    strata[:, 1:] = 9
    other = write(tmp_path / "strata.tif", strata, transform=(500000.0, 40.0, 0, 9900000.0, 0, -30.0))  # rows 9 .. lie beyond
    result = run(
        path, shapes(*((at(col + 0.5, row + 0.5), 1 if col < 6 else 2) for row in (1, 9) for col in range(12))), strata=Map(other)
    )
    assert [(one.code, one.samples) for one in result.whole.strata] == [(7, 4), (9, 8)]
    assert [one.reason for one in result.excluded] == ["no_stratum"] * 12
    assert any("lie in no stratum" in line for line in result.warnings)


def test_the_area_of_interest_limits_map_and_samples(tmp_path):
    path, codes = halves(tmp_path)
    area = Polygons([box(3, 0, 7, 10)], wkt(UTM50S))
    points = [(at(col + 0.5, row + 0.5), 1 if col < 6 else 2) for row in (1, 4) for col in range(12)]
    result = run(path, shapes(*points), Choices(aoi=area))
    assert result.whole.n == 8
    assert {one.reason for one in result.excluded} == {"outside_aoi"}
    np.testing.assert_allclose(result.whole.mapped_ha, [0.3, 0.1], rtol=2e-3)


def test_zones_add_up_to_the_map(tmp_path):
    rng = np.random.default_rng(3)
    codes = rng.choice([1, 2, 5], (60, 80)).astype(np.uint8)
    path = write(tmp_path / "map.tif", codes)
    points = []
    for place in rng.choice(4800, 300, replace=False).tolist():
        row, col = divmod(place, 80)
        label = codes[row, col] if rng.random() < 0.8 else rng.choice([1, 2, 5])
        points.append((at(col + 0.5, row + 0.5), int(label)))
    zones = Zones(
        Polygons([box(0, 0, 30, 60), box(30, 0, 80, 25), box(30, 25, 80, 60), box(200, 0, 210, 10)], wkt(UTM50S)),
        ["A", "B", "A", "far"],
        "desa",
    )
    result = run(path, shapes(*points), zones=zones)
    assert [zone.name for zone in result.zones] == ["A", "B"]
    np.testing.assert_array_equal(sum(zone.matrix for zone in result.zones), result.whole.matrix)
    np.testing.assert_allclose(sum(zone.mapped_ha for zone in result.zones), result.whole.mapped_ha)
    # A zone is what an area of interest of the same ground gives.
    alone = run(
        path,
        shapes(*points),
        Choices(
            aoi=Polygons([box(30, 0, 80, 25)], wkt(UTM50S)), design=result.design if result.design == "simple" else "stratified"
        ),
    )
    assert [one[4:] for one in alone.whole.metrics] == [one[4:] for one in result.zones[1].metrics]


def test_a_zone_with_few_samples_is_told(tmp_path):
    path, _ = halves(tmp_path)
    points = [(at(col + 0.5, row + 0.5), 1 if col < 6 else 2) for row in range(10) for col in range(12)]
    zones = Zones(Polygons([box(0, 0, 6, 10), box(6, 0, 7, 3)], wkt(UTM50S)), ["big", "tiny"], "desa")
    result = run(path, shapes(*points), zones=zones)
    assert any("tiny (3)" in line and "big" not in line for line in result.warnings)


def test_two_maps_on_the_same_points(tmp_path):
    rng = np.random.default_rng(5)
    truth = rng.choice([1, 2, 3], (40, 50), p=[0.5, 0.3, 0.2]).astype(np.uint8)
    first, second = (
        np.where(rng.random(truth.shape) < right, truth, rng.choice([1, 2, 3], truth.shape)).astype(np.uint8)
        for right in (0.9, 0.6)
    )
    legend = Legend(tuple(LegendEntry(code, name, name, "#000000") for code, name in ((1, "forest"), (2, "water"), (3, "town"))))
    swapped = Legend(tuple(LegendEntry(code, name, name, "#000000") for code, name in ((3, "forest"), (2, "water"), (1, "town"))))
    path, straight = write(tmp_path / "first.tif", first), write(tmp_path / "second.tif", second)
    turned = write(tmp_path / "turned.tif", np.where(second == 2, 2, 4 - second).astype(np.uint8))
    for file, one in ((path, legend), (straight, legend), (turned, swapped)):
        dataset = gdal.Open(file, gdal.GA_Update)
        dataset.SetMetadataItem("legend", one.to_json(), "PANTAU")
        dataset = None
    places = rng.choice(2000, 400, replace=False)
    points = shapes(*((at(place % 50 + 0.5, place // 50 + 0.5), int(truth.ravel()[place])) for place in places.tolist()))
    pair = run(path, points, Choices(design="simple"), second=Map(straight, name="second")).pair
    one, other, actual = (array.ravel()[places] for array in (first, second, truth))
    right = one == actual, other == actual
    assert (pair.test.only_first, pair.test.only_second) == ((right[0] & ~right[1]).sum(), (right[1] & ~right[0]).sum())
    assert pair.both + pair.neither + pair.test.only_first + pair.test.only_second == pair.n == 400
    expected = cohen_kappa_score(one, actual) - cohen_kappa_score(other, actual)
    assert pair.find(COUNT, "kappa_difference").value == pytest.approx(expected)
    assert pair.find(COUNT, "kappa_difference").low > 0
    assert pair.find(COUNT, "overall_difference").value == pytest.approx(right[0].mean() - right[1].mean())
    assert pair.find(AREA, "overall_difference").se > 0
    assert pair.find(COUNT, "second_overall_accuracy").value == pytest.approx(right[1].mean())
    first_by_area = run(path, points, Choices(design="stratified")).overall.value
    assert pair.find(AREA, "overall_difference").value == pytest.approx(
        first_by_area - pair.find(AREA, "second_overall_accuracy").value
    )
    renamed = run(path, points, Choices(design="simple"), second=Map(turned, name="turned"))
    assert renamed.pair.metrics == pair.metrics
    assert any("matched by name" in line for line in renamed.warnings)
    stratified = run(path, points, Choices(design="stratified"), second=Map(straight, name="second")).pair
    assert stratified.find(COUNT, "kappa_difference").low is None
    assert stratified.find(AREA, "overall_difference").low is not None


def test_two_interpreters(tmp_path):
    path, _ = halves(tmp_path)
    points = [(at(col + 0.5, 1.5), 1 if col < 6 else 2) for col in range(12)]
    second = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, None, 77]
    result = run(path, shapes(*points, second=second, second_field="other"))
    readers = result.readers
    assert readers.matrix.tolist()[0] == [5, 1, 0]
    assert readers.differing == (6, 12)
    assert readers.metrics[0].value == pytest.approx(9 / 11)
    assert readers.metrics[1].value == pytest.approx(cohen_kappa_score([1] * 6 + [2] * 5, [1] * 5 + [2] * 5 + [77]))


def test_a_single_pixel_and_a_single_class(tmp_path):
    path = write(tmp_path / "one.tif", np.full((1, 1), 4, np.uint8))
    result = run(path, shapes((at(0.5, 0.5), 4)))
    assert (result.overall.value, result.kappa.value, result.whole.n) == (1, None, 1)
    json.loads(as_json(result), parse_constant=pytest.fail)


@pytest.mark.parametrize(
    ("label", "place", "words"),
    [
        (None, (1.5, 1.5), "empty throughout"),
        ("swamp", (1.5, 1.5), "knows none of the labels in the field class of points, such as swamp"),
        (1, (99, 99), "lie outside map"),
    ],
)
def test_nothing_left_says_why(tmp_path, label, place, words):
    path, _ = halves(tmp_path)
    with pytest.raises(PantauError, match=words):
        run(path, shapes((at(*place), label)))


def test_an_empty_map_and_what_is_no_map(tmp_path):
    path = write(tmp_path / "empty.tif", np.zeros((4, 4), np.uint8), nodata=0)
    with pytest.raises(PantauError, match="no class anywhere"):
        run(path, shapes((at(0.5, 0.5), 4)))
    image = write(tmp_path / "image.tif", np.zeros((3, 4, 4), np.uint8))
    with pytest.raises(PantauError, match="CLASSIFIED"):
        run(image, shapes((at(0.5, 0.5), 4)))
    values_of = write(tmp_path / "float.tif", np.full((4, 4), 0.5, np.float32))
    with pytest.raises(PantauError, match="no class code"):
        run(values_of, shapes((at(0.5, 0.5), 4)))


def test_cancelled_within_a_block(tmp_path):
    path = write(tmp_path / "map.tif", np.ones((1500, 1500), np.uint8))
    with pytest.raises(Cancelled):
        run(path, shapes((at(1.5, 1.5), 1)), monitor=Notes(stop_at=0.5))


def test_progress_rises_to_the_end(tmp_path):
    path, _ = halves(tmp_path)
    monitor = Notes()
    run(path, shapes((at(1.5, 1.5), 1)), monitor=monitor)
    assert monitor.shares == sorted(monitor.shares)


def test_the_same_in_blocks_of_any_size(tmp_path, monkeypatch):
    rng = np.random.default_rng(8)
    codes = rng.choice([1, 2, 5], (70, 90)).astype(np.uint8)
    path = write(tmp_path / "map.tif", codes)
    points = shapes(*((at(col + 0.5, row + 0.5), int(rng.choice([1, 2, 5]))) for row in range(0, 70, 3) for col in range(0, 90, 4)))
    zones = Zones(Polygons([box(3, 5, 40, 66), box(35, 2, 77, 41)], wkt(UTM50S)), ["A", "B"], "desa")
    whole = run(path, points, zones=zones)
    monkeypatch.setattr("pantau.plugin.engine.accuracy.samples.SIZE", 16)
    parts = run(path, points, zones=zones)
    for one, other in zip([whole.whole, *whole.zones], [parts.whole, *parts.zones]):
        np.testing.assert_array_equal(one.matrix, other.matrix)
        assert [line[4] for line in one.metrics] == pytest.approx([line[4] for line in other.metrics], rel=1e-9)


def test_classes_merged_and_reordered(olofsson):
    """What must hold of any table: the codes' order does not matter, and merging classes adds their confusion to the right part."""
    path, classes, points = olofsson
    apart = run(path, shapes(*points))
    renamed = replace(shapes(*points), labels=[200 if label == 1 else label for _, label in points])
    merged = run(path, renamed)
    assert merged.whole.find(AREA, "area_ha", 200).value == pytest.approx(sum(values(apart.whole, AREA, "area_ha", [1, 200])))


@pytest.mark.parametrize("nodata", [None, 255])
def test_a_pixel_that_does_not_count_has_a_key_of_its_own(nodata):
    """256 codes of 8 bits and one more: numpy 2 would make a 0 of it, the first class."""
    values = np.arange(256, dtype=np.uint8).reshape(1, 16, 16)
    valid = None if nodata is None else (values != nodata)[0]
    inside = np.arange(256).reshape(16, 16) % 7 != 3
    keys = stratum_keys(Pixels(values, valid), None, inside, ["map"])
    counted = inside if valid is None else inside & valid
    np.testing.assert_array_equal(keys.keys[~counted], 256)
    np.testing.assert_array_equal(keys.classes[keys.keys[counted]], values[0][counted])
    strata = Pixels(np.zeros((1, 16, 16), np.uint8), None)
    both = stratum_keys(Pixels(values, valid), strata, inside, ["map", "strata"])
    np.testing.assert_array_equal(both.keys[~counted], len(both.strata))
    np.testing.assert_array_equal(both.classes[both.keys[counted]], values[0][counted])


def test_half_empty_maps_gain_no_class(tmp_path):
    codes = np.full((10, 12), 3, np.uint8)
    codes[:, 6:] = 0
    path = write(tmp_path / "map.tif", codes, nodata=0)
    zones = Zones(Polygons([box(2, 0, 9, 5)], wkt(UTM50S)), ["A"], "desa")
    result = run(path, shapes((at(3.5, 1.5), 3), (at(4.5, 1.5), 3)), zones=zones)
    assert [one.code for one in result.legend] == [3]
    np.testing.assert_allclose(result.whole.mapped_ha, [0.6], rtol=2e-3)
    np.testing.assert_allclose(result.zones[0].mapped_ha, [0.2], rtol=2e-3)


def test_negative_codes_and_codes_as_text(tmp_path):
    codes = np.repeat(np.array([-5, 7], np.int16), [60, 60]).reshape(10, 12)
    path = write(tmp_path / "map.tif", codes)
    for labels in ([-5, 7, 7], ["-5", "7.0", " 7 "], [-5.0, 7.0, 7]):
        result = run(path, shapes(*zip((at(1.5, 1.5), at(1.5, 8.5), at(1.5, 2.5)), labels)))
        assert result.whole.matrix.tolist() == [[1, 1], [0, 1]]
        assert [one.code for one in result.legend] == [-5, 7]


def test_points_within_a_thousandth_of_a_pixel_are_one(tmp_path):
    path, _ = halves(tmp_path)
    close_by = run(path, shapes((at(1.5, 1.5), 1), (at(1.5 + 1e-7, 1.5 - 1e-7), 1), (at(7.5, 1.5), 2)))
    assert [one.reason for one in close_by.excluded] == ["duplicate"]
    apart = run(path, shapes((at(1.5, 1.5), 1), (at(1.51, 1.5), 2), (at(7.5, 1.5), 2)))
    assert apart.excluded == []


def test_a_second_map_with_other_classes_or_without_data(tmp_path):
    path, _ = halves(tmp_path)
    half = np.full((10, 12), 1, np.uint8)
    half[:, 4:] = 0
    second = write(tmp_path / "second.tif", half, nodata=0)
    points = shapes(*((at(col + 0.5, 1.5), 1 if col < 6 else 2) for col in range(12)))
    result = run(path, points, second=Map(second, name="new"))
    assert result.pair.n == 4
    assert any("new has no data at 8 of 12 samples" in line for line in result.warnings)
    for file, names in ((path, ("forest", "water")), (second, ("ocean", "trees"))):
        dataset = gdal.Open(file, gdal.GA_Update)
        legend = Legend(tuple(LegendEntry(code, name, name, "#000000") for code, name in enumerate(names, 1)))
        dataset.SetMetadataItem("legend", legend.to_json(), "PANTAU")
        dataset = None
    with pytest.raises(PantauError, match="call no class alike"):
        run(path, points, second=Map(second, name="new"))


def test_another_grid_is_told(tmp_path):
    path, _ = halves(tmp_path)
    second = write(tmp_path / "second.tif", np.ones((5, 6), np.uint8), transform=(500000.0, 20.0, 0, 9900000.0, 0, -20.0))
    monitor = Notes()
    run(path, shapes((at(1.5, 1.5), 1), (at(7.5, 1.5), 2)), second=Map(second, name="coarse"), monitor=monitor)
    assert any("coarse lies on another grid" in line for line in monitor.lines)


def test_why_nothing_is_left(tmp_path):
    path, _ = halves(tmp_path)
    with pytest.raises(PantauError, match="contradict another at the same place"):
        run(path, shapes((at(1.5, 1.5), 1), (at(1.5, 1.5), 2)))
    empty = write(tmp_path / "strata.tif", np.zeros((10, 12), np.uint8), nodata=0)
    with pytest.raises(PantauError, match="check STRATA"):
        run(path, shapes((at(1.5, 1.5), 1)), strata=Map(empty, name="strata"))


def test_a_field_of_numbers_is_no_class_field(tmp_path):
    path = write(tmp_path / "map.tif", np.ones((40, 40), np.uint8))
    points = shapes(*((at(place % 40 + 0.5, place // 40 + 0.5), place) for place in range(1000)))
    with pytest.raises(PantauError, match="hold 1,000 different classes, more than 300: choose the field of classes"):
        run(path, points)


def test_a_zone_without_samples_has_no_figures(tmp_path):
    path, _ = halves(tmp_path)
    zones = Zones(Polygons([box(0, 0, 6, 10), box(6, 0, 12, 10)], wkt(UTM50S)), ["A", "B"], "desa")
    result = run(path, shapes((at(1.5, 1.5), 1), (at(2.5, 1.5), 1)), zones=zones)
    assert result.zones[1].n == 0
    assert result.zones[1].find(AREA, "overall_accuracy").value is None
    json.loads(as_json(result), parse_constant=pytest.fail)


def test_groups_in_the_figures_of_a_polygon_run(tmp_path):
    """t of three degrees of freedom, kappa's error by leaving each polygon out, and fewer independent samples in the test of the design."""
    path, _ = halves(tmp_path)
    boxes = [((0, 0, 2, 2), 1), ((4, 4, 8, 5), 1), ((8, 8, 10, 10), 2), ((9, 0, 11, 1), 2)]
    result = run(path, shapes(*((box(*edges), label) for edges, label in boxes)), Choices(design="simple"))
    overall = result.whole.find(AREA, "overall_accuracy")
    assert overall.high - overall.value == pytest.approx(min(1 - overall.value, student.ppf(0.975, 3) * overall.se))
    kappa = result.kappa
    assert kappa.se is not None
    assert kappa.high - kappa.value == pytest.approx(student.ppf(0.975, 3) * kappa.se)
    # 37 pixels of two polygons are two samples: nothing to say against chance, nor for it.
    chosen = run(path, shapes(*((box(*edges), label) for edges, label in [((0, 0, 6, 6), 1), ((8, 8, 9, 9), 2)])))
    assert "too few to tell" in chosen.reason


def test_how_the_points_were_drawn_is_seen_from_how_they_are_spread(tmp_path):
    codes = np.repeat([1, 2, 3], [1200, 600, 200]).astype(np.uint8).reshape(40, 50)
    path = write(tmp_path / "map.tif", codes)

    def design(*counts):
        rng = np.random.default_rng(0)
        chosen = [rng.choice(np.flatnonzero(codes.ravel() == code), count, replace=False) for code, count in zip((1, 2, 3), counts)]
        return run(
            path, shapes(*((at(place % 50 + 0.5, place // 50 + 0.5), 1) for place in np.concatenate(chosen).tolist()))
        ).design

    assert design(118, 64, 18) == SIMPLE  # expected: 120, 60, 20
    assert design(60, 60, 60) == BY_CLASS
    assert design(12, 6, 2) == BY_CLASS  # in proportion, but too few to tell


def test_what_was_never_sampled_is_not_accepted(tmp_path):
    path, _ = halves(tmp_path)
    result = run(
        path, shapes(*((at(col + 0.5, row + 0.5), 1) for col in range(5) for row in range(8))), Choices(design="stratified")
    )
    assert result.whole.unsampled_share == pytest.approx(0.5, rel=1e-3)
    assert result.whole.find(AREA, "unsampled_share").value == pytest.approx(0.5, rel=1e-3)
    assert result.overall.value == 1
    assert not result.accepted
    strata = np.zeros((10, 12), np.uint8)
    strata[:, :9] = 1
    other = write(tmp_path / "strata.tif", strata, nodata=0)
    points = shapes(*((at(col + 0.5, row + 0.5), 1 if col < 6 else 2) for col in range(9) for row in range(8)))
    assert run(path, points, strata=Map(other)).whole.unsampled_share == pytest.approx(0.25, rel=1e-3)


def test_a_second_map_with_other_codes_is_refused_or_told(tmp_path):
    path, codes = halves(tmp_path)
    points = shapes(*((at(col + 0.5, 1.5), 1 if col < 6 else 2) for col in range(12)))
    with pytest.raises(PantauError, match=r"ten has none of the classes of map or of the samples \(its codes: 10, 20\)"):
        run(path, points, second=Map(write(tmp_path / "ten.tif", codes * 10), name="ten"))
    swapped = run(path, points, second=Map(write(tmp_path / "swapped.tif", 3 - codes), name="swapped"))
    assert any("no better than chance" in line for line in swapped.warnings)
    some = run(path, points, second=Map(write(tmp_path / "some.tif", np.where(codes == 2, 9, 1).astype(np.uint8)), name="some"))
    assert any("9 class 9" in line for line in some.warnings)


def test_labels_of_the_second_interpreter_that_are_missing_or_unknown_are_counted(tmp_path):
    path, _ = halves(tmp_path)
    points = [(at(col + 0.5, 1.5), 1 if col < 6 else 2) for col in range(12)]
    readers = run(path, shapes(*points, second=[1] * 6 + [2, 2, 2, None, "weird", "  "], second_field="other")).readers
    assert (int(readers.matrix.sum()), readers.missing, readers.unknown) == (9, 2, 1)


def test_points_of_a_multipoint_beyond_the_map_are_counted(tmp_path):
    path, _ = halves(tmp_path)
    many = wkb("MULTIPOINT((500005 9899995),(400000 9899995),(500015 9899995),(400000 0))")
    result = run(path, shapes((many, 1), (at(7.5, 1.5), 2)))
    assert result.whole.n == 3
    assert [(one.feature, one.reason, one.samples) for one in result.excluded] == [(1, "outside", 2)]
    assert result.features_used == 2
