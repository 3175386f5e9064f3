"""Map against reference: published figures, scikit-learn's figures, and little rasters whose answer can be counted."""

import gc
import json
import math
import time
import weakref

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.legend import DOMAIN, Legend, LegendEntry, read_legend
from pantau.plugin.engine.raster.outputs import Outputs
from pantau.plugin.engine.raster.source import RasterSource
from pantau.plugin.engine.segmentation.evaluation import Agreement, Reference, Settings, evaluate
from scenes import UTM50S, Notes, read, write
from sklearn.metrics import confusion_matrix, f1_score, jaccard_score, precision_score, recall_score

RATIOS = ("accuracy", "iou", "precision", "recall", "f1")
PUBLISHED = {"tp": 1_071_717, "fp": 136_320, "fn": 120_500}  # TN 2 671 447: 16 px less than 2000 x 2000


def pair(tmp_path, predicted, actual, nodata=255, **other):
    """Paths of a map and a reference; `other` is for the reference."""
    return write(tmp_path / "map.tif", predicted, nodata=nodata), write(tmp_path / "truth.tif", actual, nodata=nodata, **other)


def box(west, south, east, north):
    ring = f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"
    return bytes(ogr.CreateGeometryFromWkt(ring).ExportToWkb())


def crs(epsg):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return reference.ExportToWkt()


def against(path, truth, monitor=None, size=512, error_map=None, publish=None, **settings):
    reference = Reference(polygons=truth, name="drawn") if isinstance(truth, Polygons) else Reference(truth)
    return evaluate(path, reference, Settings(**settings), monitor=monitor, size=size, error_map=error_map, publish=publish)


def counts(one):
    return one.tp, one.fp, one.fn, one.tn


# -- published and foreign figures


def test_the_published_matrix_of_the_mine_network(tmp_path):
    tp, fp, fn = PUBLISHED["tp"], PUBLISHED["fp"], PUBLISHED["fn"]
    predicted, actual = np.zeros(4_000_000, np.uint8), np.zeros(4_000_000, np.uint8)
    predicted[: tp + fp] = 1
    actual[:tp] = 1
    actual[tp + fp : tp + fp + fn] = 1
    predicted[-16:-8], actual[-8:] = 255, 255
    shuffled = np.random.default_rng(0).permutation(4_000_000)
    paths = pair(tmp_path, predicted[shuffled].reshape(2000, 2000), actual[shuffled].reshape(2000, 2000))
    result = against(*paths, error_map=str(tmp_path / "e.tif"))
    one = result.target
    assert counts(one) == (1_071_717, 136_320, 120_500, 2_671_447)
    assert [round(getattr(one, name), 4) for name in ("accuracy", "iou", "precision", "recall")] == [0.9358, 0.8067, 0.8872, 0.8989]
    assert result.ignored == 16
    assert np.bincount(read(tmp_path / "e.tif").ravel()).tolist() == [2_671_447, 1_071_717, 136_320, 120_500, 16]


@pytest.mark.parametrize(("codes", "dtype", "other"), [
    ([0, 1, 3, 7, 200], np.uint8, np.uint8), ([0, -5, 12, 900, 70_000, 2_000_000_000], np.int32, np.int32), ([0, 4, 9, 30], np.uint8, np.float32), ([0, 4, 9, 300], np.float32, np.float32),
])  # fmt: skip
def test_many_classes_as_scikit_learn_counts_them(tmp_path, codes, dtype, other):
    rng = np.random.default_rng(1)
    actual = rng.choice(codes, (150, 170))
    predicted = np.where(rng.random(actual.shape) < 0.7, actual, rng.choice(codes, actual.shape))
    path = write(tmp_path / "map.tif", predicted.astype(dtype))
    result = against(path, write(tmp_path / "truth.tif", actual.astype(other)), code=codes[1], size=64)
    truth, guess = actual.astype(other).astype(np.int64).ravel(), predicted.ravel()
    labels = sorted(set(codes) - {0})
    assert [one.code for one in result.classes] == labels
    matrix = confusion_matrix(truth, guess, labels=labels + [0])
    for i, one in enumerate(result.classes):
        tp = matrix[i, i]
        assert counts(one) == (
            tp,
            matrix[:, i].sum() - tp,
            matrix[i].sum() - tp,
            matrix.sum() - matrix[:, i].sum() - matrix[i].sum() + tp,
        )
    scores = {"iou": jaccard_score, "precision": precision_score, "recall": recall_score, "f1": f1_score}
    for name, score in scores.items():
        each = score(truth, guess, labels=labels, average=None)
        assert [getattr(one, name) for one in result.classes] == pytest.approx(each.tolist())
        assert getattr(result.pooled, name) == pytest.approx(score(truth, guess, labels=labels, average="micro"))
    assert result.pooled.accuracy == pytest.approx((truth == guess).mean())
    assert result.target.code == codes[1]


def test_hectares_are_of_the_ellipsoid(tmp_path):
    # 0.01 degrees from the equator: GeographicLib gives 123.0908 ha for the square of 0.01 degrees north of it
    transform = (110.0, 0.001, 0.0, 0.01, 0.0, -0.001)
    ones = np.ones((10, 10), np.uint8)
    half = ones.copy()
    half[:, 5:] = 0
    path = write(tmp_path / "map.tif", ones, epsg=4326, transform=transform)
    one = against(path, write(tmp_path / "t.tif", half, epsg=4326, transform=transform)).target
    assert one.predicted_ha == pytest.approx(123.09, abs=0.01)
    assert one.reference_ha == pytest.approx(123.09 / 2, abs=0.01)
    assert one.hit_ha == pytest.approx(one.reference_ha)
    assert one.miss_ha == 0
    assert one.false_alarm_ha == pytest.approx(123.09 / 2, abs=0.01)


# -- which pixels count


def test_a_pixel_counts_where_both_are_valid_and_the_reference_is_not_ignored(tmp_path):
    predicted = np.array([[1, 1, 1, 0, 0, 255, 1, 0]], np.uint8)
    actual = np.array([[1, 0, 9, 1, 0, 1, 255, 9]], np.uint8)
    error_map = str(tmp_path / "e.tif")
    result = against(*pair(tmp_path, predicted, actual), ignore=9, error_map=error_map)
    assert counts(result.target) == (1, 1, 1, 1)
    assert result.ignored == 4
    assert [one.code for one in result.classes] == [1]
    assert read(error_map)[0].tolist() == [[1, 2, 4, 3, 0, 4, 4, 4]]
    result = against(*pair(tmp_path, predicted, actual))
    assert counts(result.target) == (1, 2, 1, 2)
    assert [one.code for one in result.classes] == [1, 9]


def test_float_references_with_nan_and_masks_are_understood(tmp_path):
    actual = np.array([[1, 0, np.nan, 1]], np.float32)
    path = write(tmp_path / "map.tif", np.array([[1, 1, 1, 1]], np.uint8), mask=np.array([[255, 255, 255, 0]], np.uint8))
    assert counts(against(path, write(tmp_path / "t.tif", actual)).target) == (1, 1, 0, 0)
    path = write(tmp_path / "int.tif", np.array([[1, 1, -9999, -9999]], np.int32), nodata=-9999)
    assert counts(against(path, write(tmp_path / "t2.tif", np.array([[1, 0, 1, 0]], np.int16))).target) == (1, 1, 0, 0)


def test_the_area_of_interest_limits_what_counts_and_what_is_drawn(tmp_path):
    rng = np.random.default_rng(2)
    predicted, actual = (rng.integers(0, 2, (60, 80)).astype(np.uint8) for _ in range(2))
    error_map = str(tmp_path / "e.tif")
    area = Polygons([box(500_102, 9_899_700, 500_302, 9_899_900)], "")  # 20 columns from 10 on; rows 10 to 30
    result = against(*pair(tmp_path, predicted, actual), aoi=area, error_map=error_map, size=16)
    p, a = predicted[10:30, 10:30], actual[10:30, 10:30]
    expected = ((p & a).sum(), (p & ~a & 1).sum(), (~p & a & 1).sum(), ((p | a) == 0).sum())
    assert counts(result.target) == expected
    drawn = RasterSource(error_map)
    assert drawn.grid.transform[0] == 500_100
    assert drawn.grid.width == 21  # the last column's centres lie outside
    errors = read(error_map)[0]
    assert (errors[:, 20] == 255).all()
    assert np.array_equal(errors[:, :20], np.select([(p & a) == 1, p == 1, a == 1], [1, 2, 3], 0))


@pytest.mark.parametrize("size", [7, 64, 1000])
def test_blocks_change_nothing(tmp_path, size):
    rng = np.random.default_rng(3)
    predicted, actual = (rng.choice([0, 1, 5, 255], (90, 130)).astype(np.uint8) for _ in range(2))
    paths = pair(tmp_path, predicted, actual)
    whole, parts = against(*paths, size=512), against(*paths, size=size)
    for one, other in zip(whole.classes, parts.classes):
        assert counts(one) == counts(other)
        assert one.reference_ha == pytest.approx(other.reference_ha, rel=1e-12)
    assert parts.ignored == np.count_nonzero((predicted == 255) | (actual == 255))


def test_one_pixel(tmp_path):
    one = against(*pair(tmp_path, np.array([[1]], np.uint8), np.array([[1]], np.uint8))).target
    assert counts(one) == (1, 0, 0, 0)
    assert [getattr(one, name) for name in RATIOS] == [1, 1, 1, 1, 1]


# -- other grids, polygons


def test_a_coarser_reference_counts_pixel_by_pixel_of_the_map(tmp_path):
    rng = np.random.default_rng(4)
    coarse = rng.integers(0, 2, (20, 20)).astype(np.uint8)
    predicted = rng.integers(0, 2, (40, 40)).astype(np.uint8)
    paths = pair(tmp_path, predicted, coarse, transform=(500_000, 20, 0, 9_900_000, 0, -20))
    notes = Notes()
    result = against(*paths, monitor=notes)
    actual = coarse.repeat(2, 0).repeat(2, 1)
    assert counts(result.target) == tuple(confusion_matrix(actual.ravel(), predicted.ravel()).ravel()[[3, 1, 2, 0]])
    assert result.aligned
    assert any("another grid" in line for line in notes.lines)


def test_a_reference_in_another_crs_that_covers_half_of_the_map(tmp_path):
    # 500 000 m, 9 900 000 m of UTM 50S is 117 E, 0.9047 S; the reference covers the western 200 m of the map's 400 m
    predicted = np.ones((40, 40), np.uint8)
    reference = write(
        tmp_path / "t.tif", np.ones((60, 60), np.uint8), epsg=4326, nodata=255,
        transform=(117 + 200 / 111_300 - 0.006, 0.0001, 0, -0.9035, 0, -0.0001),
    )  # fmt: skip
    result = against(write(tmp_path / "map.tif", predicted), reference)
    assert counts(result.target) == (result.target.tp, 0, 0, 0)
    assert result.target.tp == pytest.approx(20 * 40, abs=40)
    assert result.ignored == 1600 - result.target.tp


def test_polygons_judge_their_class_alone(tmp_path):
    predicted = np.zeros((30, 30), np.uint8)
    predicted[5:15, 5:15] = 3
    predicted[20:25, 20:25] = 8
    path = write(tmp_path / "map.tif", predicted)
    drawn = Polygons([box(500_100, 9_899_800, 500_200, 9_899_950)], "")  # columns 10 to 20, rows 5 to 20
    result = against(path, drawn, code=3, error_map=str(tmp_path / "e.tif"))
    assert counts(result.target) == (50, 50, 100, 700)
    assert [one.code for one in result.classes] == [3]
    assert result.pooled.accuracy == result.target.accuracy == 750 / 900
    errors = read(tmp_path / "e.tif")[0]
    assert (errors[5:15, 10:15] == 1).all()
    assert (errors[20:25, 20:25] == 0).all()
    far = Polygons([box(500_100, 9_899_800, 500_200, 9_899_950), box(0, 0, 10, 10)], crs(UTM50S))
    assert counts(against(path, far, code=3).target) == (50, 50, 100, 700)
    assert counts(against(path, drawn, code=0).target) == (100, 675, 50, 75)  # the class asked for may be the background


def test_polygons_elsewhere_are_an_empty_reference_and_a_warning(tmp_path):
    notes = Notes()
    path = write(tmp_path / "map.tif", np.array([[1, 0]], np.uint8))
    result = against(path, Polygons([box(0, 0, 10, 10)], ""), monitor=notes)
    assert counts(result.target) == (0, 1, 0, 1)
    assert result.target.recall is None
    assert result.target.precision == 0
    assert len(notes.warnings) == 1
    assert "No polygon of drawn lies over the map" in notes.warnings[0]
    with pytest.raises(PantauError, match="The reference has no polygon"):
        against(path, Polygons([], ""))
    with pytest.raises(PantauError, match="IGNORE is a code of a reference raster"):
        against(path, Polygons([box(0, 0, 10, 10)], ""), ignore=0)


# -- undefined, refused, undone


def test_what_is_divided_by_nothing_is_none(tmp_path):
    notes = Notes()
    result = against(*pair(tmp_path, np.zeros((2, 2), np.uint8), np.zeros((2, 2), np.uint8)), monitor=notes)
    assert counts(result.target) == (0, 0, 0, 4)
    assert [getattr(result.target, name) for name in RATIOS] == [1, None, None, None, None]
    assert len(notes.warnings) == 2
    assert any("IoU –" in line for line in notes.lines)
    assert [getattr(Agreement(0, 0, 0, 0, 0), name) for name in RATIOS] == [None] * 5


@pytest.mark.parametrize(("predicted", "actual", "words"), [
    (np.full((4, 4), 0.25, np.float32), np.zeros((4, 4), np.uint8), "map.tif holds 0.25, which is no class code: give a raster of whole numbers"),
    (np.zeros((3, 4, 4), np.uint8), np.zeros((4, 4), np.uint8), "map.tif has 3 bands"),
    (np.zeros((4, 4), np.uint8), np.full((4, 4), 0.5, np.float32), "truth.tif holds 0.5, which is no class code"),
    (np.zeros((4, 4), np.uint8), np.full((4, 4), 1e20, np.float32), r"truth.tif holds 1e\+20, which is no class code"),
    (np.zeros((40, 40), np.uint8), np.arange(1600, dtype=np.int32).reshape(40, 40), "truth.tif holds more than 1000 different"),
    (np.zeros((40, 40), np.uint8), np.arange(1600, dtype=np.int32).reshape(40, 40) * 9999, "truth.tif holds more than 1000 different"),
    (np.zeros((4, 4), np.uint8), np.full((4, 4), 255, np.uint8), "No pixel of map.tif can be compared with truth.tif"),
])  # fmt: skip
def test_what_cannot_be_compared_is_one_sentence(tmp_path, predicted, actual, words):
    error_map = tmp_path / "e.tif"
    error_map.write_bytes(b"earlier")
    path, truth = write(tmp_path / "map.tif", predicted), write(tmp_path / "truth.tif", actual, nodata=255)
    with pytest.raises(PantauError, match=words):
        against(path, truth, error_map=str(error_map), size=16)
    assert error_map.read_bytes() == b"earlier"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["e.tif", "map.tif", "truth.tif"]


def test_a_probability_raster_is_refused_by_its_scale(tmp_path):
    grid = RasterSource(write(tmp_path / "map.tif", np.zeros((4, 4), np.uint8))).grid
    with Outputs() as outputs:
        outputs.create("p", str(tmp_path / "p.tif"), grid, np.uint8, 1, 255, scale=1 / 200).write(0, 0, np.zeros((4, 4), np.uint8))
    for one, other in (("p.tif", "map.tif"), ("map.tif", "p.tif")):
        with pytest.raises(PantauError, match="p.tif holds measured values"):
            against(str(tmp_path / one), str(tmp_path / other))


def test_a_class_cannot_be_ignored_and_judged(tmp_path):
    with pytest.raises(PantauError, match="CLASS and IGNORE are both 1"):
        against(*pair(tmp_path, np.zeros((2, 2), np.uint8), np.zeros((2, 2), np.uint8)), ignore=1)


def test_cancelling_and_failing_leave_what_was_there(tmp_path):
    paths = pair(tmp_path, np.ones((300, 300), np.uint8), np.ones((300, 300), np.uint8))
    error_map = tmp_path / "e.tif"
    error_map.write_bytes(b"earlier")
    before = sorted(one.name for one in tmp_path.iterdir())
    with pytest.raises(Cancelled):
        against(*paths, monitor=Notes(stop_at=0.9), error_map=str(error_map), size=16)

    def fails(comparison):
        raise PantauError("the disk is full")

    with pytest.raises(PantauError, match="disk is full"):
        against(*paths, error_map=str(error_map), publish=fails)
    assert error_map.read_bytes() == b"earlier"
    assert sorted(one.name for one in tmp_path.iterdir()) == before


# -- legends and provenance


def test_names_come_from_the_legends_and_their_classes_are_all_judged(tmp_path):
    def classes(name, array, *entries):
        legend = Legend(tuple(LegendEntry(code, *names, "#102030") for code, *names in entries))
        source = RasterSource(write(tmp_path / "grid.tif", array))
        with Outputs() as outputs:
            outputs.create("x", str(tmp_path / name), source.grid, np.uint8, 1, 255, legend=legend).write(0, 0, array)
        return str(tmp_path / name)

    path = classes("m.tif", np.array([[1, 2, 0]], np.uint8), (0, "other", "lain"), (1, "mine", "tambang"))
    truth = classes("t.tif", np.array([[1, 3, 0]], np.uint8), (1, "pit", "galian"), (2, "pond", "kolam"), (6, "road", "jalan"))
    result = against(path, truth, error_map=str(tmp_path / "e.tif"))
    assert {one.code: one.name for one in result.classes} == {1: "mine", 2: "pond", 3: "class 3", 6: "road"}
    legend = read_legend(str(tmp_path / "e.tif"))
    assert [(e.code, e.name, e.name_id) for e in legend][1:4] == [
        (1, "hit", "kena (tepat)"), (2, "false alarm", "alarm palsu"), (3, "miss", "terlewat"),
    ]  # fmt: skip
    made = json.loads(gdal.Open(str(tmp_path / "e.tif")).GetMetadataItem("provenance", DOMAIN))
    assert made["algorithm"] == "pantau:segmentationaccuracy"
    assert (made["prediction"], made["reference"], made["class"]) == ("m.tif", "t.tif", 1)


@pytest.mark.parametrize(("dtype", "factor", "monitor"), [
    (np.int32, 1, Notes()), (np.float32, 0.3, Notes()), (np.uint8, 0, Notes(stop_at=0.5)),
])  # fmt: skip
def test_a_failed_run_holds_no_raster_open(tmp_path, monkeypatch, dtype, factor, monitor):
    opened, init = [], RasterSource.__init__

    def noted(self, *arguments, **named):
        opened.append(weakref.ref(self))
        init(self, *arguments, **named)

    monkeypatch.setattr(RasterSource, "__init__", noted)
    paths = pair(tmp_path, np.zeros((40, 40), np.uint8), (np.arange(1600).reshape(40, 40) * factor).astype(dtype))
    gc.disable()  # an error in a cycle would keep the files open until some later collection: on Windows nobody can replace them
    try:
        with pytest.raises(PantauError) as caught:
            against(*paths, size=16, monitor=monitor)
        del caught
        assert len(opened) == 2
        assert not [one for one in opened if one() is not None]
    finally:
        gc.enable()


def test_category_names_of_other_programs_are_the_classes(tmp_path):
    path = write(tmp_path / "map.tif", np.array([[1, 2, 4, 0]], np.uint8), nodata=5)
    table = gdal.ColorTable()
    table.SetColorEntry(1, (16, 32, 48, 255))
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetColorTable(table)
    dataset = gdal.Open(path, gdal.GA_Update)  # GDAL forgets the names where the colours come in the same session
    dataset.GetRasterBand(1).SetCategoryNames(["nothing", "forest", "", "road", "pond", "no data"])
    dataset = None
    assert [(e.code, e.name) for e in read_legend(path)] == [(0, "nothing"), (1, "forest"), (3, "road"), (4, "pond")]
    assert read_legend(path).find(1).color == "#102030"
    result = against(path, path)
    assert [one.title for one in result.classes] == ["1 forest", "class 2", "3 road", "4 pond"]


# -- polygons of all kinds

CIRCLE = "CIRCULARSTRING(500100 9899850,500150 9899900,500200 9899850,500150 9899800,500100 9899850)"
SQUARE = "POLYGON((500100 9899800,500200 9899800,500200 9899900,500100 9899900,500100 9899800))"  # 100 pixels


@pytest.mark.parametrize(("wkt", "pixels"), [
    (f"CURVEPOLYGON({CIRCLE})", 25 * math.pi),
    (f"MULTISURFACE(CURVEPOLYGON({CIRCLE}),((500300 9899800,500400 9899800,500400 9899900,500300 9899900,500300 9899800)))", 25 * math.pi + 100),
    (f"GEOMETRYCOLLECTION({SQUARE},LINESTRING(500000 9899700,500300 9899990),POINT(500350 9899750))", 100),
    (f"GEOMETRYCOLLECTION({SQUARE},{SQUARE})", 100),
    # a spike to the east, which is no area
    ("POLYGON((500100 9899800,500200 9899800,500200 9899845,500390 9899845,500200 9899845,500200 9899900,500100 9899900,500100 9899800))", 100),
    # a bow tie: two triangles of 25 pixels
    ("POLYGON((500100 9899800,500200 9899900,500200 9899800,500100 9899900,500100 9899800))", 50),
])  # fmt: skip
def test_polygons_of_all_kinds_cover_their_area(tmp_path, wkt, pixels):
    path = write(tmp_path / "map.tif", np.ones((400, 400), np.uint8), transform=(500_000, 1, 0, 9_900_000, 0, -1))
    shape = Polygons([bytes(ogr.CreateGeometryFromWkt(wkt).ExportToIsoWkb())], "")
    assert against(path, shape).target.tp == pytest.approx(pixels * 100, rel=0.01)
    assert against(path, path, aoi=shape).target.tp == pytest.approx(pixels * 100, rel=0.01)


@pytest.mark.parametrize(
    "wkt", ["LINESTRING(500000 9900000,500100 9899900)", "POINT(500015 9899985)", "GEOMETRYCOLLECTION(POINT(500015 9899985))"]
)
def test_lines_and_points_are_no_polygons(tmp_path, wkt):
    path = write(tmp_path / "map.tif", np.ones((10, 10), np.uint8))
    shape = Polygons([bytes(ogr.CreateGeometryFromWkt(wkt).ExportToWkb())], "")
    with pytest.raises(PantauError, match="The reference has no polygon"):
        against(path, shape)
    with pytest.raises(PantauError, match="The area of interest has no polygon"):
        against(path, path, aoi=shape)


# -- numbers that say little, and many


def test_a_map_of_nothing_but_the_class_is_said_to_say_little(tmp_path):
    both = np.array([[1, 0], [0, 1]], np.uint8)
    notes = Notes()
    result = against(*pair(tmp_path, both, both, nodata=0), monitor=notes)  # the background is declared as no data
    assert [getattr(result.target, name) for name in RATIOS] == [1] * 5
    assert len(notes.warnings) == 2
    assert "map.tif has no pixel of anything but class 1 among those compared" in notes.warnings[0]
    assert "truth.tif has no pixel of anything but class 1" in notes.warnings[1]
    assert result.warnings == notes.warnings
    notes = Notes()
    against(*pair(tmp_path, both, both), monitor=notes)
    assert notes.warnings == []


def test_a_thousand_codes_take_seconds_and_can_be_cancelled(tmp_path):
    rng = np.random.default_rng(5)
    predicted, actual = (rng.integers(0, 1000, (500, 500)).astype(np.int32) for _ in range(2))
    paths = pair(tmp_path, predicted, actual, nodata=-1)
    start = time.perf_counter()
    result = against(*paths)
    assert time.perf_counter() - start < 20
    expected = [
        np.bincount(one.ravel(), minlength=1000)[1:].tolist() for one in (predicted[predicted == actual], predicted, actual)
    ]
    classes = result.classes
    assert [[one.tp for one in classes], [one.tp + one.fp for one in classes], [one.tp + one.fn for one in classes]] == expected
    assert result.pooled.right == np.count_nonzero(predicted == actual)

    class Late(Notes):
        ends = 0

        def progress(self, done, total):
            self.ends += done == total
            return self.ends < 2  # after the last pixel, before what is published

    published = []
    with pytest.raises(Cancelled):
        against(*paths, monitor=Late(), publish=published.append)
    assert not published
