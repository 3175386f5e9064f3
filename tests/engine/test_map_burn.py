"""Burned area from two stacks: scenes small enough for numpy, land whose scars are known, the published table, and real scenes."""

import contextlib
import json
import os
import shutil
from dataclasses import replace

import numpy as np
import pytest
from burned_land import burned_land, overlap
from osgeo import gdal, ogr
from pantau.plugin.engine.accuracy.matrix import count_measures
from pantau.plugin.engine.burn.index import Cut, radar_index
from pantau.plugin.engine.burn.index_report import verdict
from pantau.plugin.engine.burn.map_burn import map_burn
from pantau.plugin.engine.burn.map_burn_best import judge
from pantau.plugin.engine.burn.map_burn_report import report
from pantau.plugin.engine.burn.map_burn_result import BurnMap, Model, PointCount
from pantau.plugin.engine.burn.map_burn_settings import Points, Settings, Targets, burned_labels
from pantau.plugin.engine.burn.medians import covering, day_of
from pantau.plugin.engine.burn.speckle import Speckle, despeckle
from pantau.plugin.engine.burn.threshold import gaussian_share
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.composite import Raster
from pantau.plugin.engine.raster.grid import CellAreas
from pantau.plugin.engine.raster.legend import read_legend, read_provenance
from pantau.plugin.engine.raster.source import RasterSource
from pantau.plugin.engine.raster.zones import Map, Zones
from pantau.plugin.engine.sample.district import make
from scenes import Notes, read, write

SIX = [f"{index}_{method}" for index in ("rbr", "rbd") for method in ("mu_minus_sigma", "mu", "mu_plus_sigma")]
RAW = Settings(filter="none")


def box(west, south, east, north):
    return bytes(
        ogr.CreateGeometryFromWkt(
            f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"
        ).ExportToWkb()
    )


def spot(row, col):
    """The centre of a pixel of `write`'s grid."""
    return bytes(ogr.CreateGeometryFromWkt(f"POINT({500000 + 10 * col + 5} {9900000 - 10 * row - 5})").ExportToWkb())


def stacks(folder, before=4, after=4, seed=0, shape=(60, 80)):
    """Two lists of arrays of power, some of them NaN, 0 or below, and their files; the upper 12 rows lost 6 dB."""
    rng = np.random.default_rng(seed)
    mean = np.where(np.arange(shape[1]) < 30, 0.05, 0.03) * np.ones(shape)
    arrays = [[rng.gamma(20, m / 20).astype(np.float32) for _ in range(n)] for n, m in ((before, mean), (after, mean * 1.0))]
    for one in arrays[1]:
        one[:12] /= 4
    arrays[0][0][:3], arrays[1][0][5:7, 4:9], arrays[0][-1][20, 20] = 0, np.nan, -0.001
    for stack in arrays:
        for one in stack:
            one[40:44, 50:55] = 0  # the sea: no date holds data
    paths = [
        [Raster(write(folder / f"{name}_{n}.tif", one)) for n, one in enumerate(stack)] for name, stack in zip(("a", "b"), arrays)
    ]
    return arrays, paths


def medians(arrays):
    """What numpy makes of them, in float64 and rounded once."""
    found = []
    for stack in arrays:
        values = np.stack(stack).astype(np.float64)
        values[~(values > 0)] = np.nan
        with np.errstate(all="ignore"):
            found.append(np.nanmedian(values, axis=0).astype(np.float32))
    return found


pytestmark = pytest.mark.filterwarnings("ignore:All-NaN")


@pytest.mark.parametrize(("before", "after"), [(4, 4), (3, 5), (1, 2)])
def test_every_index_threshold_hectare_and_zone_equals_numpy(tmp_path, before, after):
    arrays, paths = stacks(tmp_path, before, after)
    zones = Zones(
        Polygons([box(500000, 9899700, 500400, 9900000), box(500300, 9899400, 500800, 9900000)], ""), ["west", "east"], "zones"
    )
    fuel = np.ones((60, 80), np.uint8)
    fuel[:, 70:] = 0
    settings = Settings(filter="none", fuel=Map(write(tmp_path / "fuel.tif", fuel)))
    result = map_burn(*paths, settings, zones=zones, targets=Targets(folder=str(tmp_path / "all")))
    pre, post = medians(arrays)
    known = np.isfinite(pre) & np.isfinite(post) & (fuel > 0)
    areas = CellAreas(result.grid).at(*np.indices(pre.shape))
    indices = {"rbr": post.astype(float) / pre, "rbd": post.astype(float) - pre}
    assert [model.code for model in result.models[:6]] == SIX
    inside = np.zeros((2, 60, 80), bool)
    inside[0, :30, :40] = inside[1, :, 30:] = True
    for model in result.models:
        values = indices[model.index].astype(np.float32)
        its = values[known].astype(float)
        steps = {"mu_minus_sigma": -1, "mu": 0, "mu_plus_sigma": 1}
        if model.published:
            assert model.cut.threshold == pytest.approx(its.mean() + steps[model.method] * its.std(), rel=1e-6, abs=1e-9)
        fire = known & (values.astype(float) < model.cut.threshold)
        assert np.array_equal(read(tmp_path / "all" / f"burned_{model.code}.tif")[0], np.where(known, fire, 255))
        assert model.area_ha == pytest.approx(areas[fire].sum(), rel=1e-9)
        assert model.cut.share == np.count_nonzero(fire) / np.count_nonzero(known)  # counted, not read from the histogram
        assert model.cut.area_ha == pytest.approx(areas[fire].sum(), rel=1e-9)
        assert model.percent == pytest.approx(100 * areas[fire].sum() / areas[known].sum(), rel=1e-9)
        place = result.models.index(model)
        assert [zone.burned_ha[place] for zone in result.zones] == pytest.approx([areas[fire & its].sum() for its in inside])
        assert model.outside_ha == pytest.approx(areas[fire & ~inside.any(axis=0)].sum())
        assert model.overlap_ha == pytest.approx(areas[fire & inside.all(axis=0)].sum())
        closed = sum(zone.burned_ha[place] for zone in result.zones) + model.outside_ha - model.overlap_ha
        assert closed == pytest.approx(model.area_ha)
    assert [zone.area_ha for zone in result.zones] == pytest.approx([12.0, 30.0], rel=2e-3)
    assert [zone.looked_ha for zone in result.zones] == pytest.approx([areas[known & its].sum() for its in inside])
    assert result.empty_ha == pytest.approx(areas[~known & (fuel > 0)].sum())
    for name, expected in (("pre_median", pre), ("post_median", post)):
        assert np.allclose(read(tmp_path / "all" / f"{name}.tif")[0], expected, rtol=2e-7, equal_nan=True)
    for index, values in indices.items():
        made = read(tmp_path / "all" / f"{index}.tif")[0]
        assert np.array_equal(np.isfinite(made), known)
        assert np.allclose(made[known], values[known], rtol=2e-6, atol=1e-8)
    assert result.dates == (before, after)
    told = "\n".join(result.warnings)
    assert ("biased against each other" in told) == (before != after)
    assert ("single date before" in told) == (before == 1)


def test_decibels_make_the_same_map_as_power(tmp_path):
    """Even numbers of dates: the median of decibels would be another one."""
    arrays, paths = stacks(tmp_path)
    with np.errstate(all="ignore"):
        logs = [
            [np.where(one > 0, 10 * np.log10(one), -np.inf if n % 2 else -9999) for n, one in enumerate(stack)] for stack in arrays
        ]
    others = [
        [Raster(write(tmp_path / f"db_{name}_{n}.tif", one.astype(np.float32), nodata=-9999)) for n, one in enumerate(stack)]
        for name, stack in zip("ab", logs)
    ]
    one, other = (map_burn(*its, Settings(rbd_scale="db")) for its in (paths, others))
    assert [scene.units for scene in other.scenes[0]] == ["db"] * 4
    for a, b in zip(one.models, other.models):
        assert (a.code, a.cut.threshold) == (b.code, pytest.approx(b.cut.threshold, rel=1e-5))
        assert a.area_ha == pytest.approx(b.area_ha, abs=0.021)  # a pixel or two beside the threshold
    assert one.title("rbd") == "RBD (dB)"


@pytest.mark.parametrize("units", ["linear", "db"])
def test_infinite_power_is_no_data(tmp_path, units):
    """One date alone of a pixel: the median of the others is not that of a huge number."""
    values = [np.full((20, 20), power, np.float32) for power in (0.02, 0.03, 0.05)]
    if units == "db":
        values = [10 * np.log10(one) for one in values]
    values[2][3, 4], values[2][3, 5], values[1][3, 6] = np.inf, 3e38, np.nan
    before = [Raster(write(tmp_path / f"a{n}.tif", one)) for n, one in enumerate(values)]
    after = [Raster(write(tmp_path / "b.tif", np.linspace(0.01, 0.02, 400, dtype=np.float32).reshape(20, 20)))]
    map_burn(before, after, RAW, targets=Targets(folder=str(tmp_path / "all")))
    median = read(tmp_path / "all" / "pre_median.tif")[0]
    assert median[3, 3:7] == pytest.approx([0.03, 0.025, 0.025, 0.035], rel=1e-5)


@pytest.mark.parametrize("stored", ["linear", "nodata", "mask", "mask and nodata", "alpha", "alpha and nodata", "int16 dB"])
def test_every_way_to_say_no_data(tmp_path, stored):
    """Columns 4 to 7 hold none, by whatever the file declares, beside 0.04: also where GDAL's own mask speaks of something else."""
    values = np.full((20, 20), 0.04, np.float32)
    values[:, 4:8], hole = 0.5, np.full((20, 20), 255, np.uint8)
    hole[:, 4:8] = 0
    path = tmp_path / "a.tif"
    if stored == "int16 dB":
        values = np.round(1000 * np.log10(values)).astype(np.int16)  # dB x 0.01
        values[:, 4:8] = -32768
        write(path, values, nodata=-32768)
        dataset = gdal.Open(str(path), gdal.GA_Update)
        dataset.GetRasterBand(1).SetScale(0.01)
        dataset = None
    elif stored.startswith("mask"):
        values[:, 6:8] = 7 if "nodata" in stored else 0.5
        hole[:, 6:8] = 255 if "nodata" in stored else 0
        write(path, values, nodata=7 if "nodata" in stored else None, mask=hole)
    elif stored.startswith("alpha"):
        values[:, 6:8] = 7 if "nodata" in stored else 0.5
        hole[:, 6:8] = 255 if "nodata" in stored else 0
        write(path, np.stack([values, hole]).astype(np.float32), nodata=7 if "nodata" in stored else None, alpha=True)
    else:
        values[:, 4:8] = 0 if stored == "linear" else 7
        write(path, values, nodata=None if stored == "linear" else 7)
    after = write(tmp_path / "b.tif", np.linspace(0.01, 0.04, 400, dtype=np.float32).reshape(20, 20))
    map_burn([Raster(str(path))], [Raster(after)], RAW, targets=Targets(folder=str(tmp_path / "all")))
    median = read(tmp_path / "all" / "pre_median.tif")[0]
    assert np.isnan(median[:, 4:8]).all()
    assert np.delete(median, np.s_[4:8], axis=1) == pytest.approx(0.04, rel=1e-3)


def test_the_filter_is_the_despeckling_of_the_whole_medians_also_in_a_part(tmp_path):
    arrays, paths = stacks(tmp_path, shape=(300, 700))
    part = box(500500, 9898000, 504000, 9899500)
    kind = Speckle("lee", 7, 30.0)
    smooth = [despeckle(one, kind) for one in medians(arrays)]
    whole = radar_index(*smooth, "rbr")
    for aoi in (None, Polygons([part], "")):
        map_burn(*paths, Settings(looks=30.0, aoi=aoi), targets=Targets(rbr=str(tmp_path / "rbr.tif")))
        made = read(tmp_path / "rbr.tif")[0]
        expected = whole if aoi is None else whole[50:200, 50:400]
        assert made.shape == expected.shape
        assert np.allclose(made, expected, rtol=1e-5, equal_nan=True)
    made = read_provenance(str(tmp_path / "rbr.tif"))
    assert (made["algorithm"], made["index"], made["looks"], made["aoi"]) == ("pantau:mapburn", "rbr", [30.0, 30.0], True)


def test_other_grids_and_zones_of_utm_come_on_the_first_grid(tmp_path):
    """Two scenes side by side, the right one stored in the next UTM zone with zeros around it; after is shifted by half a pixel."""
    left, right = np.full((100, 100), 0.04, np.float32), np.full((100, 100), 0.04, np.float32)
    one = write(tmp_path / "pre.tif", left, transform=(830000.0, 20.0, 0.0, 9900000.0, 0.0, -20.0))
    other = write(tmp_path / "right.tif", right, transform=(831000.0, 20.0, 0.0, 9900000.0, 0.0, -20.0))
    gdal.Warp(str(tmp_path / "east.tif"), other, dstSRS="EPSG:32751", xRes=20, yRes=20)  # zeros in the corners, undeclared
    post = write(
        tmp_path / "post.tif", np.full((110, 200), 0.02, np.float32), transform=(829990.0, 20.0, 0.0, 9900090.0, 0.0, -20.0)
    )
    result = map_burn(
        [Raster(one), Raster(str(tmp_path / "east.tif"))], [Raster(post)], RAW, targets=Targets(rbr=str(tmp_path / "rbr.tif"))
    )
    rbr = read(tmp_path / "rbr.tif")[0]
    known = np.isfinite(rbr)
    # no pixel beside the zeros is a mixture with them, and there is no seam
    assert np.allclose(rbr[known], 0.5, rtol=1e-6)
    x, dx, _, y, _, dy = result.grid.transform
    assert ((x - 830000) / 20, (y - 9900000) / 20, dx, dy) == (pytest.approx(round((x - 830000) / 20)), pytest.approx(round((y - 9900000) / 20)), 20, -20)  # fmt: skip
    row, col = round((y - 9900000) / 20), round((830000 - x) / 20)
    assert known[row + 2 : row + 98, col + 2 : col + 148].all()


def test_the_grid_that_covers_all():
    first = RasterSource(write("/vsimem/one.tif", np.zeros((10, 20), np.float32))).grid
    second = RasterSource(
        write("/vsimem/two.tif", np.zeros((10, 20), np.float32), transform=(500095.0, 10, 0, 9900050, 0, -10))
    ).grid
    found = covering([first, second])
    assert (found.transform, found.width, found.height) == ((500000, 10, 0, 9900050, 0, -10), 30, 15)
    assert covering([first]) == first
    far = RasterSource(write("/vsimem/far.tif", np.zeros((10, 20), np.float32), transform=(100000.0, 10, 0, 9000000, 0, -10))).grid
    with pytest.raises(PantauError, match="lie so far apart"):
        covering([first, far])
    for name in ("one", "two", "far"):
        gdal.Unlink(f"/vsimem/{name}.tif")


# -- points, hotspots, what is best


def test_accuracy_counted_by_hand(tmp_path):
    """10 burned and 10 unburned points; 8 of the first and 1 of the others lie in the scar. One more outside, one in the sea, one unlabelled."""
    _, paths = stacks(tmp_path)
    places = [*((2 + n // 4, 5 * n) for n in range(8)), (30, 10), (31, 60)]
    places += [(6, 70), *((25 + n, 8 * n) for n in range(9))]
    labels = [1] * 10 + [0] * 10
    wkb = [spot(*place) for place in places] + [spot(500, 500), spot(41, 52), spot(30, 30)]
    points = Points(wkb, "", [*labels, 1, 1, None], "points", "burned")
    result = map_burn(*paths, RAW, points=points, hotspots=Points([*wkb[:3], *wkb[12:14], wkb[-2]], "", (), "hot"))
    counted = result.points
    assert (counted.total, counted.used, counted.burned) == (23, 20, 10)
    assert (counted.outside, counted.empty, counted.unlabelled) == (1, 1, 1)
    model = result.model("rbr_otsu")  # finds the scar exactly
    assert model.matrix.tolist() == [[9, 2], [1, 8]]
    its = model.measures
    assert (its.overall, counted.empty_map_overall) == (pytest.approx(0.85), 0.5)
    assert [its.producers[1], its.users[1], its.omission[1], its.commission[1]] == pytest.approx([0.8, 8 / 9, 0.2, 1 / 9])
    assert its.kappa == pytest.approx((0.85 - 0.5) / 0.5)  # chance: .5 (11/20 + 9/20)
    assert its.f1[1] == pytest.approx(16 / 19)
    assert model.hotspots_inside == 3
    assert (result.hotspots.total, result.hotspots.used, result.hotspots.empty) == (6, 5, 1)
    assert "3 of 23 points of points could not be used" in "\n".join(result.warnings)
    best = result.model(result.best)
    assert best.measures.kappa == max(one.measures.kappa for one in result.models)
    text = report(result)
    for words in ("kappa", "nothing burned", "17 / 20", "not acceptable", "5 of 6 hotspots"):
        assert words in text


def test_each_point_keeps_its_own_label(tmp_path):
    """Those without a label, outside and on the sea stand between the others, and none of them shifts a label or counts twice."""
    _, paths = stacks(tmp_path)
    given = [
        ((4, 40), 1),
        ((30, 30), None),
        ((30, 60), 0),
        ((500, 500), 1),
        ((5, 70), 0),
        ((41, 52), 1),
        ((35, 10), 1),
        ((45, 20), 0),
    ]
    points = Points([spot(*place) for place, _ in given], "", [label for _, label in given], "points", "burned")
    result = map_burn(*paths, RAW, points=points)
    its = result.points
    assert (its.total, its.used, its.burned, its.outside, its.empty, its.unlabelled) == (8, 5, 2, 1, 1, 1)
    assert result.model("rbr_otsu").matrix.tolist() == [[2, 1], [1, 1]]
    assert "3 of 8 points" in "\n".join(result.warnings)
    none = map_burn(*paths, RAW, points=Points(points.wkb, "", [None] * 8, "points", "burned")).points
    assert (none.total, none.used, none.unlabelled) == (8, 0, 8)


def test_the_best_is_of_the_highest_kappa_not_overall_accuracy():
    """Of 100 points 10 burned: finding 1 of them without a mistake is right 91 times, finding all with 12 mistakes only 88 times."""
    models = []
    for method, matrix in (("otsu", [[90, 9], [0, 1]]), ("kittler", [[78, 0], [12, 10]]), ("mu_minus_sigma", [[90, 10], [0, 0]])):
        counts = np.array(matrix)
        models.append(Model("rbr", Cut(method, 0.5, 0.1, 1.0, None, 0.1), matrix=counts, measures=count_measures(counts)))
    assert [round(one.measures.overall, 2) for one in models] == [0.91, 0.88, 0.90]
    result = BurnMap(RAW, ([], []), None, models=models, points=PointCount("points", 100, 100, burned=10))
    judge(result)
    assert result.best == "rbr_kittler"
    assert "the highest overall accuracy, 91.00 %, has RBR, Otsu" in result.because


def test_points_of_one_class_only_say_what_their_accuracy_is_worth(tmp_path):
    _, paths = stacks(tmp_path)
    burned = Points([spot(row, 10) for row in range(1, 21)], "", (), "fires")
    result = map_burn(*paths, RAW, points=burned)
    assert (result.points.burned, result.points.classes, result.best) == (20, 1, "")
    assert "a map on which everything burns scores 100 %" in "\n".join(result.warnings)
    assert result.model("rbr_mu_plus_sigma").measures.overall >= result.model("rbr_otsu").measures.overall
    assert "nothing that was given tells which is right" in report(result)
    result = map_burn(*paths, Settings(filter="none", official_ha=9.7), points=burned)
    assert result.best == min(result.models, key=lambda model: abs(model.area_ha - 9.7)).code
    assert "nearest to the official 9.70 ha" in result.because
    none = Points(burned.wkb, "", [0] * 20, "none", "burned")
    assert "a map on which nothing burns scores 100 %" in "\n".join(map_burn(*paths, RAW, points=none).warnings)


def test_a_map_on_which_nothing_burns_may_be_as_right(tmp_path):
    """The trap of the study: most points are unburned, and no model agrees with them better than an empty map."""
    _, paths = stacks(tmp_path)
    points = Points([spot(30, 5), *(spot(20 + n, 10) for n in range(9))], "", [1] + [0] * 9, "points", "burned")
    result = map_burn(*paths, RAW, points=points)
    assert result.points.empty_map_overall == 0.9
    assert "A map on which nothing burns has an overall accuracy of 90.00 %" in "\n".join(result.warnings)


def test_what_a_field_may_say():
    labels = [1, 0, True, False, 1.0, 0.0, "Terbakar", " ya ", "tidak", "tidak terbakar", "burned", None, "", float("nan")]
    assert burned_labels(labels, "x").tolist() == [1, 0, 1, 0, 1, 0, 1, 1, 0, 0, 1, -1, -1, -1]
    with pytest.raises(PantauError, match="BURNED_FIELD x holds 2"):
        burned_labels([1, 2], "x")


def test_the_published_table_as_far_as_its_own_counts_go():
    """Puspitaningrum and Bioresita 2025: six accuracies that are multiples of 1/215, and percentages of another district than the printed one."""
    right = {83.72: 180, 49.77: 107, 16.28: 35, 78.60: 169, 49.30: 106, 22.33: 48}
    assert [round(100 * count / 215, 2) for count in right.values()] == list(right)
    # with 180 unburned points a map on which nothing burned scores the best figure of the table, and kappa calls it worthless
    empty = count_measures(np.array([[180, 35], [0, 0]]))
    assert (round(100 * empty.overall, 2), empty.kappa, empty.producers[1]) == (83.72, 0, 0)
    printed = [
        (10_464.62, 3.31),
        (170_880.29, 54.06),
        (296_911.64, 93.93),
        (31_248.99, 9.89),
        (146_983.30, 46.50),
        (282_470.02, 89.36),
    ]
    assert [round(100 * area / 315_577.36, 2) for area, _ in printed] == [3.32, 54.15, 94.09, 9.90, 46.58, 89.51]  # none as printed
    least = max(100 * area / (percent + 0.005) for area, percent in printed)
    most = min(100 * area / (percent - 0.005) for area, percent in printed)
    assert (round(least), round(most)) == (316_086, 316_116)  # what all six are percentages of
    # and mu - sigma of a Gaussian without any fire would flag five times as much as the study's best model
    assert gaussian_share(-1, 0, 1) == pytest.approx(0.1587, abs=1e-4)


# -- land whose scars are known


@pytest.mark.parametrize("share", [0.15, 0.30])
def test_known_scars_are_found_within_five_percent(tmp_path, share):
    before, after, scars = burned_land(tmp_path, share, size=256)
    result = map_burn(before, after, Settings(), targets=Targets(folder=str(tmp_path / "all")))
    assert all(overlap(read(tmp_path / "all" / f"burned_rbr_{code}.tif")[0] == 1, scars) >= 0.85 for code in ("otsu", "kittler"))
    fire = read(tmp_path / "all" / "burned_rbr_otsu.tif")[0] == 1
    assert np.count_nonzero(fire) == pytest.approx(np.count_nonzero(scars), rel=0.05)
    # ten dates of 4.4 looks: the median has 2/pi to 1 of what a mean would have
    assert all(0.55 * 44 < looks < 44 for looks in result.looks)
    # mean + sigma flags what did not burn, by the same scene
    assert result.model("rbr_mu_plus_sigma").percent > 80


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_kittler_finds_known_scars_within_five_percent(tmp_path, seed):
    before, after, scars = burned_land(tmp_path, 0.15, size=512, seed=seed)
    map_burn(before, after, Settings(), targets=Targets(folder=str(tmp_path / "all")))
    fire = read(tmp_path / "all" / "burned_rbr_kittler.tif")[0] == 1
    assert np.count_nonzero(fire) == pytest.approx(np.count_nonzero(scars), rel=0.05)
    assert overlap(fire, scars) >= 0.85


def test_the_sample_district(tmp_path):
    truth = make(str(tmp_path / "d"), "small", 0)

    def layer(name, field=None):
        source = ogr.Open(str(tmp_path / "d" / f"{name}.gpkg"))
        rows = [(bytes(one.geometry().ExportToWkb()), one.GetField(field) if field else None) for one in source[0]]
        return [wkb for wkb, _ in rows], source[0].GetSpatialRef().ExportToWkt(), [value for _, value in rows]

    wkb, crs, labels = layer("fire_points", "burned")
    zones = layer("kecamatan", "WADMKC")
    fuel = read(tmp_path / "d" / "landcover_before.tif")[0]
    grid = RasterSource(str(tmp_path / "d" / "landcover_before.tif")).grid
    forest = Map(write(tmp_path / "forest.tif", (fuel == 1).astype(np.uint8), transform=grid.transform))
    days = [[Raster(str(p)) for p in sorted((tmp_path / "d" / "radar").glob(f"{name}*.tif"))] for name in ("pre", "post")]
    given = {
        "points": Points(wkb, crs, labels, "fire_points", "burned"), "hotspots": Points(*layer("hotspots")[:2], (), "hotspots"),
        "zones": Zones(Polygons(zones[0], zones[1]), zones[2], "kecamatan"),
    }  # fmt: skip
    aoi, official = Polygons(*layer("district")[:2]), truth["burned_ha"]
    result = map_burn(*days, Settings(aoi=aoi, fuel=forest, official_ha=official), **given)
    assert [sentence[:14] for sentence in result.warnings] == ["59 of 215 poin"]  # not in the forest
    assert [scene.day for scene in result.scenes[0]] == truth["radar"]["pre"]
    assert result.district_ha == pytest.approx(truth["district_ha"], rel=1e-6)
    assert [zone.area_ha for zone in result.zones] == pytest.approx([one["ha"] for one in truth["kecamatan"]], rel=1e-6)
    assert (result.points.burned, result.points.used) == (60, 215 - result.points.empty)
    best = result.model(result.best)
    # 9 % of the forest burned, half of it by 1.6 dB only, and some was cut: both models come within a quarter
    assert best.area_ha == pytest.approx(official, rel=0.25)
    assert result.model("rbr_kittler").area_ha == pytest.approx(official, rel=0.25)
    assert best.measures.kappa > 0.9
    assert best.hotspots_inside == truth["hotspots"]["inside_scars"]
    place = result.models.index(best)
    burned = [one["burned_ha"] for one in truth["kecamatan"]]
    assert [zone.burned_ha[place] for zone in result.zones] == pytest.approx(burned, rel=0.4)
    assert sum(zone.burned_ha[place] for zone in result.zones) + best.outside_ha - best.overlap_ha == pytest.approx(best.area_ha)
    # the figures of docs/en/methods-burned-area.md, of the forest and of all land; there single pixels along edges make it three times the truth, and
    # without small patches they go
    whole = map_burn(*days, Settings(aoi=aoi), **given)
    patches = map_burn(*days, Settings(aoi=aoi, min_area_ha=1), **given)
    told = [
        (whole, "rbr_mu_minus_sigma", 177.5), (patches, "rbr_mu_minus_sigma", 57.8), (result, "rbr_mu_minus_sigma", 63.7),
        (result, "rbr_kittler", 59.3), (whole, "rbr_otsu", 1432.1), (whole, "rbr_kittler", 23.8),
    ]  # fmt: skip
    assert [one.model(code).area_ha for one, code, _ in told] == pytest.approx([area for *_, area in told], rel=0.01)
    assert whole.best == "rbr_mu_minus_sigma"
    assert whole.shown.measures.kappa == pytest.approx(0.94, abs=0.005)
    json.dumps(result.provenance)


# -- what goes wrong


def test_dates_in_names():
    assert day_of("S1A_IW_GRDH_1SDV_20190104T215030_20190104T215055_025.tif") == "2019-01-04"
    assert day_of("OPERA_L2_RTC-S1_T137-292318-IW1_20230101T015858Z_20250118T044147Z_VH.tif") == "2023-01-01"
    assert (day_of("pre_2024-03-04.tif"), day_of("T009-019294.tif"), day_of("20241399.tif")) == ("2024-03-04", "", "")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [("20190105", "20180105", "swap the two"), ("20190105", "20190105", "overlap in time"), ("20180105", "20190105", None)],
)
def test_stacks_in_the_wrong_order_are_told(tmp_path, before, after, words):
    values = np.full((30, 30), 0.04, np.float32)
    values[:5] = 0.03
    paths = [[Raster(write(tmp_path / f"{name}_{day}.tif", values))] for name, day in (("a", before), ("b", after))]
    told = "\n".join(map_burn(*paths, RAW).warnings)
    assert ("By their names" in told) == (words is not None)
    assert (words or "") in told


def test_small_patches_go(tmp_path):
    _, paths = stacks(tmp_path)
    one, other = (map_burn(*paths, Settings(filter="none", min_area_ha=least)) for least in (0, 1))
    for a, b in zip(one.models, other.models):
        assert b.area_ha + b.dropped.area_ha == pytest.approx(a.area_ha)
        assert b.flagged_percent == a.flagged_percent == pytest.approx(a.percent, rel=1e-3)  # counted before they go
    assert "Below the threshold (%)" in report(other)
    assert "Below the threshold (%)" not in report(one)
    assert other.model("rbr_mu_minus_sigma").dropped.count > 0


@pytest.mark.parametrize("when", [0.005, 0.3, 0.65, 0.8, 0.9, 0.98])
def test_a_stopped_run_leaves_nothing_and_keeps_what_was_there(tmp_path, when):
    _, paths = stacks(tmp_path, shape=(200, 200))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "rbr.tif").write_text("earlier")
    targets = Targets(str(tmp_path / "out" / "rbr.tif"), "", str(tmp_path / "out" / "best.tif"), str(tmp_path / "out" / "all"))
    with pytest.raises(Cancelled):
        map_burn(*paths, RAW, targets=targets, scratch=str(tmp_path / "out"), monitor=Notes(when))
    assert os.listdir(tmp_path / "out") == ["rbr.tif"]
    assert (tmp_path / "out" / "rbr.tif").read_text() == "earlier"


def open_files():
    """Where the open files of this process lie."""
    found = set()
    for number in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):
            found.add(os.readlink(f"/proc/self/fd/{number}"))
    return found


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="only Linux tells which files are open")
@pytest.mark.parametrize("least", [0.0, 1.0])
@pytest.mark.parametrize("when", [0.3, 0.5, 0.65, 0.7, 0.76, 0.8, 0.85, 0.9, 0.96, 0.98, 2.0])
def test_nothing_is_renamed_or_removed_while_it_is_open(tmp_path, monkeypatch, when, least):
    """As Windows demands it; 2.0: of a run that ends well."""
    _, paths = stacks(tmp_path, shape=(200, 200))
    (tmp_path / "out").mkdir()
    targets = Targets(str(tmp_path / "out" / "rbr.tif"), "", str(tmp_path / "out" / "best.tif"), str(tmp_path / "out" / "all"))
    held = []

    def watched(call):
        def first_look(path, *others, **more):
            held.extend(one for one in open_files() if one == str(path) or one.startswith(f"{path}{os.sep}"))
            return call(path, *others, **more)

        return first_look

    for module, name in ((os, "remove"), (os, "replace"), (shutil, "rmtree")):
        monkeypatch.setattr(module, name, watched(getattr(module, name)))
    with pytest.raises(Cancelled) if when < 1 else contextlib.nullcontext():
        map_burn(*paths, Settings(min_area_ha=least), targets=targets, scratch=str(tmp_path / "out"), monitor=Notes(when))
    assert held == []


def test_a_failing_report_takes_the_rasters_with_it(tmp_path):
    _, paths = stacks(tmp_path)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "best.tif").write_text("earlier")

    def publish(result):
        assert read(tmp_path / "out" / "best.tif").max() == 255  # in place by now
        assert read_legend(str(tmp_path / "out" / "best.tif")).find(1).name == "burned"
        raise PantauError("no room")

    targets = Targets("", str(tmp_path / "out" / "rbd.tif"), str(tmp_path / "out" / "best.tif"), str(tmp_path / "out" / "all"))
    with pytest.raises(PantauError, match="no room"):
        map_burn(*paths, RAW, targets=targets, publish=publish, scratch=str(tmp_path / "out"))
    assert os.listdir(tmp_path / "out") == ["best.tif"]
    assert (tmp_path / "out" / "best.tif").read_text() == "earlier"


def test_progress_only_grows_and_scratch_goes(tmp_path):
    _, paths = stacks(tmp_path)
    notes = Notes()
    map_burn(*paths, Settings(), scratch=str(tmp_path), monitor=notes)
    assert notes.shares == sorted(notes.shares)
    assert not list(tmp_path.glob("pantau-*"))
    assert any("looks, estimated from" in line for line in notes.lines + notes.warnings)


def test_what_cannot_be_is_one_sentence(tmp_path):
    _, paths = stacks(tmp_path)
    for settings, words in (
        (Settings(filter="x"), "FILTER is x"),
        (Settings(size=4), "SIZE is 4"),
        (Settings(official_ha=0), "OFFICIAL_HA is 0 ha"),
        (Settings(band=2), "Band 2 does not exist"),
        (Settings(filter="none", fuel=Map(write(tmp_path / "f.tif", np.zeros((60, 80), np.uint8)))), "No pixel holds data both"),
        (Settings(aoi=Polygons([box(0, 0, 1, 1)], "")), "lies outside"),
    ):
        with pytest.raises(PantauError, match=words):
            map_burn(*paths, settings)
    with pytest.raises(PantauError, match="POST names no raster"):
        map_burn(paths[0], [], RAW)
    (tmp_path / "all").mkdir()
    shutil.copyfile(paths[0][0].path, tmp_path / "all" / "rbr.tif")
    with pytest.raises(PantauError, match="rbr.tif is one of the inputs and would be replaced"):
        map_burn([Raster(str(tmp_path / "all" / "rbr.tif"))], paths[1], RAW, targets=Targets(folder=str(tmp_path / "all")))


def test_no_two_rasters_are_one_file(tmp_path):
    """Said before any work: none of the scenes exists."""
    nowhere = [Raster(str(tmp_path / "nowhere.tif"))]
    out = tmp_path / "out"
    for targets, words in (
        (Targets(rbr=str(out / "rbr.tif"), folder=str(out)), "rbr.tif would be written twice"),
        (Targets(rbd=str(out / ".." / "out" / "rbr.tif"), folder=str(out)), "rbr.tif would be written twice"),
        (Targets(best=str(out / "burned_rbr_otsu.tif"), folder=str(out)), "burned_rbr_otsu.tif would be written twice"),
        (Targets(rbr=str(out / "a.tif"), best=str(out / "a.tif")), "a.tif would be written twice"),
        (Targets(best=nowhere[0].path), "nowhere.tif is one of the inputs"),
    ):
        with pytest.raises(PantauError, match=words):
            map_burn(nowhere, nowhere, RAW, targets=targets)
    assert not out.exists()
    with pytest.raises(PantauError, match="There is no raster"):
        map_burn(nowhere, nowhere, RAW, targets=Targets(str(out / "x.tif"), "", str(out / "best.tif"), str(out)))


def test_a_scene_without_coordinate_system_takes_that_of_its_layer(tmp_path):
    arrays, paths = stacks(tmp_path)
    crs = RasterSource(paths[0][0].path).grid.crs
    bare = [
        [write(tmp_path / f"bare_{name}{n}.tif", one, epsg=None) for n, one in enumerate(its)] for name, its in zip("ab", arrays)
    ]
    with pytest.raises(PantauError, match="has no coordinate system"):
        map_burn([Raster(one) for one in bare[0]], paths[1], RAW)
    one = map_burn(*paths, RAW)
    other = map_burn(*([Raster(path, crs) for path in its] for its in bare), RAW)
    assert [model.area_ha for model in other.models] == pytest.approx([model.area_ha for model in one.models])
    assert other.grid.transform == one.grid.transform


@pytest.mark.parametrize("shape", [(60, 80), (50, 60)])
def test_nothing_burns_where_the_fuel_mask_has_no_data_or_does_not_reach(tmp_path, shape):
    """On the grid of the scenes, and smaller."""
    arrays, paths = stacks(tmp_path)
    fuel = np.ones(shape, np.uint8)
    fuel[20:30, 10:20], fuel[5:8, 5:8] = 255, 0
    settings = Settings(filter="none", fuel=Map(write(tmp_path / "fuel.tif", fuel, nodata=255)))
    result = map_burn(*paths, settings, targets=Targets(folder=str(tmp_path / "all")))
    pre, post = medians(arrays)
    known = np.isfinite(pre) & np.isfinite(post)
    reached = np.zeros((60, 80), bool)
    reached[: shape[0], : shape[1]] = fuel == 1
    assert np.array_equal(np.isfinite(read(tmp_path / "all" / "rbr.tif")[0]), known & reached)
    areas = CellAreas(result.grid).at(*np.indices(known.shape))
    assert result.looked_ha == pytest.approx(areas[known & reached].sum())
    assert result.empty_ha == pytest.approx(areas[~known & reached].sum())


# -- real scenes


def test_a_real_pair_without_an_event_warns(data, tmp_path):
    """The shares were measured independently: RBR below mean - sd flags 5.2 %, RBD 9.3 %."""
    paths = []
    for day in ("20240123", "20240522"):
        found = next((data / "sar" / "vh_png_2024").glob(f"*{day}T*.tif"))
        paths.append([Raster(str(shutil.copyfile(found, tmp_path / found.name)))])
    result = map_burn(*paths, RAW, targets=Targets(rbr=str(tmp_path / "rbr.tif")))
    rbr, rbd = result.values["rbr"], result.values["rbd"]
    assert (rbr.count, round(rbr.mean, 3), round(rbr.std, 3)) == (30_160, 1.185, 0.759)
    assert (round(rbd.mean, 5), round(rbd.std, 4)) == (0.00099, 0.0378)
    assert [round(result.model(code).percent, 1) for code in ("rbr_mu_minus_sigma", "rbd_mu_minus_sigma")] == [5.2, 9.3]
    assert result.shown.tells_nothing
    assert "does not show that anything burned" in report(result)
    assert "single date" in "\n".join(result.warnings)


def test_real_scenes_of_two_utm_zones_make_one_map_without_inf(data, tmp_path):
    """Those of one swath are brought to the next zone, with zeros around them that nothing declares, as products of two zones come."""
    stacks, good, zeros = [], [], 0
    for day in ("2023-12-27", "2025-01-02"):
        paths, valid = [], {}
        for one in sorted((data / "sar" / "vh_vv_california" / day).glob("*_VH.tif"))[:6]:
            path = str(shutil.copyfile(one, tmp_path / one.name))
            values = read(path)[0]
            valid[one.name[:31]] = values > 0
            zeros += np.count_nonzero(values == 0)
            if "IW2" in one.name:
                path = path.replace(".tif", "_zone10.tif")
                gdal.Warp(path, str(tmp_path / one.name), dstSRS="EPSG:32610", xRes=30, yRes=30, srcNodata="nan", dstNodata=0)
                dataset = gdal.Open(path, gdal.GA_Update)
                dataset.GetRasterBand(1).DeleteNoDataValue()
                dataset = None
            paths.append(Raster(path))
        stacks.append(paths)
        good.append(valid)
    assert zeros
    expected = sum(np.count_nonzero(good[0][burst] & good[1][burst]) for burst in good[0])
    result = map_burn(*stacks, RAW, targets=Targets(folder=str(tmp_path / "all")))
    assert {scene.grid.crs for stack in result.scenes for scene in stack} != {result.grid.crs}
    rbr = read(tmp_path / "all" / "rbr.tif")[0]
    assert not np.isinf(rbr).any()
    assert np.nanmin(read(tmp_path / "all" / "pre_median.tif")[0]) > 0
    assert np.count_nonzero(np.isfinite(rbr)) == pytest.approx(expected, rel=0.02)
    # the seam of the two zones makes no index of its own
    same = [[Raster(one.path.replace("_zone10", "")) for one in stack] for stack in stacks]
    alone = map_burn(*same, RAW)
    assert result.values["rbr"].quantile(0.5) == pytest.approx(alone.values["rbr"].quantile(0.5), rel=0.03)
    assert alone.values["rbr"].count == expected


def test_ground_that_polygons_share_counts_once(tmp_path):
    _, paths = stacks(tmp_path, shape=(60, 80))
    square, half = box(500000, 9899400, 501000, 9900000), box(500000, 9899400, 500500, 9900000)
    once = map_burn(*paths, replace(RAW, aoi=Polygons([square], "")), zones=Zones(Polygons([square], ""), ["A"], "zones"))
    twice = map_burn(
        *paths, replace(RAW, aoi=Polygons([square, half, square], "")), zones=Zones(Polygons([square, half], ""), ["A", "A"], "zones")
    )  # fmt: skip
    assert twice.district_ha == pytest.approx(once.district_ha) == pytest.approx(60, rel=2e-3)
    assert twice.zones[0].area_ha == pytest.approx(once.zones[0].area_ha)


def test_what_a_share_without_fire_is_worth():
    assert "cannot be told here" in verdict(9.0, 21.4)  # less than without any fire: something else grew brighter
    assert "hardly less" in verdict(9.0, 8.9)
    assert "more than chance explains" in verdict(30.0, 10.0)
    assert "Nothing lies" in verdict(0.0, 10.0)
