"""Radar burn indices: hand-made pixels, numpy's own arithmetic on whole scenes, and a real pair that was measured elsewhere."""

import math
import os
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from osgeo import ogr
from pantau.plugin.engine.burn.distribution import Distribution, part_of
from pantau.plugin.engine.burn.index import BurnIndex, Settings, burn_index, radar_index
from pantau.plugin.engine.burn.index_report import report
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.raster.aoi import AreaOfInterest, Polygons
from pantau.plugin.engine.raster.grid import CellAreas
from pantau.plugin.engine.raster.legend import read_provenance
from pantau.plugin.engine.raster.source import RasterSource
from pantau.plugin.engine.raster.zones import Map
from pantau.plugin.engine.report.charts import Mark, histogram
from scenes import Notes, read, write

DEGREES = (117.0, 0.001, 0.0, -1.0, 0.0, -0.001)
ROTATED = (500000.0, 8.0, 6.0, 9900000.0, 6.0, -8.0)


def box(west, south, east, north):
    ring = f"{west} {south},{east} {south},{east} {north},{west} {north},{west} {south}"
    return bytes(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))").ExportToWkb())


def scene(seed, shape=(600, 700), holes=True):
    """VH power of some 0.05 with speckle; some pixels without data, some without power."""
    rng = np.random.default_rng(seed)
    power = (0.05 * rng.gamma(4.4, 1 / 4.4, shape)).astype(np.float32)
    if holes:
        power[rng.random(shape) < 0.02] = np.nan
        power[rng.random(shape) < 0.01] = 0
        power[rng.random(shape) < 0.01] = -0.001
    return power


def expected(pre, post, index, scale="linear", cross=None):
    """The index in plain numpy, NaN where a power is no power."""
    pre, post, *rest = (np.asarray(one, np.float64) for one in (pre, post, *(cross or ())))
    with np.errstate(all="ignore"):
        ratio = post / pre
        if index == "rbr":
            result = ratio
        elif index == "logrbr" or scale == "db":
            result = 10 * (np.log10(post) - np.log10(pre))
        elif index == "rbd":
            result = post - pre
        else:
            result = (ratio - rest[1] / rest[0]) / (ratio + rest[1] / rest[0])
    for one in (pre, post, *rest):
        result = np.where(one > 0, result, np.nan)
    return result


def run(pre, post, tmp_path, index="rbr", publish=None, monitor=None, cross=None, **settings):
    return burn_index(
        Map(pre), Map(post), Settings(index, **settings), output=str(tmp_path / "index.tif"), publish=publish, monitor=monitor, cross=cross,
    )  # fmt: skip


def test_a_pixel_by_hand():
    """VH lost half of its power (3.01 dB), VV none."""
    pre, post, vv = (np.full((1, 1), value) for value in (0.1, 0.05, 0.2))
    assert radar_index(pre, post, "rbr").item() == np.float32(0.5)
    assert radar_index(pre, post, "rbd").item() == np.float32(-0.05)
    assert radar_index(pre, post, "rbd", rbd_scale="db").item() == pytest.approx(-3.0103, abs=1e-4)
    assert radar_index(pre, post, "logrbr").item() == pytest.approx(-3.0103, abs=1e-4)
    assert radar_index(pre, post, "nrbr", cross=(vv, vv)).item() == pytest.approx(-1 / 3)


def test_what_is_no_power_has_no_index_and_nothing_is_infinite():
    bad = [0.0, -0.01, np.nan, np.inf, -np.inf]
    pre = np.array([*bad, *[0.1] * 5, 1e-45, 1e-30], np.float64)
    post = np.array([*[0.1] * 5, *bad, 1e38, 1e30], np.float64)
    for index, scale in (("rbr", "linear"), ("rbd", "linear"), ("rbd", "db"), ("logrbr", "linear"), ("nrbr", "linear")):
        result = radar_index(pre, post, index, rbd_scale=scale, cross=(pre, post))
        assert np.isnan(result[:10]).all(), index
        assert not np.isinf(result).any(), index
    one = np.array([0.1])
    assert np.isnan(radar_index(one, one, "nrbr", cross=(one, np.array([0.0])))).all()


@pytest.mark.parametrize("transform", [None, DEGREES, ROTATED], ids=["utm", "degrees", "rotated"])
@pytest.mark.parametrize(
    ("index", "scale"), [("rbr", "linear"), ("rbd", "linear"), ("rbd", "db"), ("logrbr", "linear"), ("nrbr", "linear")]
)
def test_whole_scenes_equal_numpy(tmp_path, index, scale, transform):
    place = {} if transform is None else {"transform": transform, "epsg": 4326 if transform is DEGREES else 32750}
    arrays = [scene(seed) for seed in range(4)]
    arrays[2:] = [one * 3 for one in arrays[2:]]  # VV
    paths = [write(tmp_path / f"{n}.tif", one, **place) for n, one in enumerate(arrays)]
    result = run(*paths[:2], tmp_path, index, rbd_scale=scale, cross=tuple(map(Map, paths[2:])))
    values = expected(*arrays[:2], index, scale, arrays[2:] if index == "nrbr" else None)
    made = read(tmp_path / "index.tif")[0]
    assert made.dtype == np.float32
    np.testing.assert_allclose(made, values, rtol=2e-6, atol=2e-6 if scale == "db" or index in ("logrbr", "nrbr") else 0)
    good = made[~np.isnan(made)].astype(np.float64)
    assert result.values.count == good.size
    assert result.values.mean == pytest.approx(good.mean(), rel=1e-12)
    assert result.values.std == pytest.approx(good.std(), rel=1e-12)
    areas = CellAreas(RasterSource(paths[0]).grid).at(*np.indices(made.shape))
    assert result.values.area_ha == pytest.approx(areas[~np.isnan(made)].sum(), rel=1e-9)
    assert result.empty_ha == pytest.approx(areas[np.isnan(made)].sum(), rel=1e-9)
    assert math.isnan(RasterSource(str(tmp_path / "index.tif")).nodata[0])
    made = read_provenance(str(tmp_path / "index.tif"))
    assert (made["index"], made["count"]) == (index, good.size)
    assert made["rbd_scale"] == (scale if index == "rbd" else None)
    assert made["mean"] == pytest.approx(good.mean())
    assert made["inputs"]["POST"]["units"] == "linear"


def test_the_area_of_interest_alone_is_looked_at(tmp_path):
    pre, post = scene(0), scene(1)
    paths = [write(tmp_path / "a.tif", pre), write(tmp_path / "b.tif", post)]
    aoi = Polygons([box(501003, 9896005, 504998, 9899002)], "")  # rows 100 to 399, columns 100 to 499, by their centres
    found = []
    result = run(*paths, tmp_path, aoi=aoi, publish=found.append)
    made, values = read(tmp_path / "index.tif")[0], expected(pre, post, "rbr")
    inside = AreaOfInterest(aoi, RasterSource(paths[0]).grid)
    window = inside.window
    cut = values[window.y : window.y + window.height, window.x : window.x + window.width].copy()
    flags = inside.inside(window)
    assert flags.sum() == 300 * 400
    cut[~flags] = np.nan
    np.testing.assert_allclose(made, cut, rtol=1e-6)
    good = cut[~np.isnan(cut)]
    assert result.values.count == good.size < flags.sum()
    assert result.values.mean == pytest.approx(good.mean(), rel=1e-7)
    assert result.values.std == pytest.approx(good.std(), rel=1e-7)
    # what each threshold flags is counted, pixel by pixel
    made = made.astype(np.float64)
    for one in result.cuts:
        assert one.share == pytest.approx(np.mean(made[~np.isnan(made)] < one.threshold), abs=1e-12)
        assert one.area_ha == pytest.approx(0.01 * np.sum(made < one.threshold), rel=2e-3)
    assert [one.method for one in result.cuts[:3]] == ["mu_minus_sigma", "mu", "mu_plus_sigma"]
    assert result.cuts[0].threshold == pytest.approx(good.mean() - good.std(), rel=1e-6)
    assert found == [result]


def test_decibels_are_made_power_first_each_raster_for_itself(tmp_path):
    pre, post = scene(0, holes=False), scene(1, holes=False)
    linear = write(tmp_path / "pre.tif", pre)
    notes = Notes()
    decibels = write(tmp_path / "post_db.tif", (10 * np.log10(post)).astype(np.float32))
    result = run(linear, decibels, tmp_path, monitor=notes)
    assert result.units == ["linear", "db"]
    assert any("post_db.tif" in line and "decibels" in line for line in notes.lines)
    np.testing.assert_allclose(read(tmp_path / "index.tif")[0], post.astype(np.float64) / pre, rtol=2e-6)
    with pytest.raises(PantauError, match=r"post_db.tif cannot be linear power"):
        run(linear, decibels, tmp_path, units="linear")


def test_another_grid_is_interpolated(tmp_path):
    """Power that rises evenly with the place is the same plane on every grid; PRE has pixels of 10 m, POST of 30 m, shifted and turned."""

    def plane(transform, shape):
        rows, cols = np.indices(shape) + 0.5
        x = transform[0] + cols * transform[1] + rows * transform[2] - 500000
        y = 9900000 - (transform[3] + cols * transform[4] + rows * transform[5])
        return (0.02 + 1e-5 * x + 2e-5 * y).astype(np.float32)

    pre = np.full((100, 120), 0.04, np.float32)
    turned = (496400.0, 24.0, 18.0, 9900100.0, 18.0, -24.0)
    post = write(tmp_path / "post.tif", plane(turned, (200, 200)), transform=turned)
    notes = Notes()
    result = run(write(tmp_path / "pre.tif", pre), post, tmp_path, monitor=notes)
    assert result.aligned == ["post.tif"]
    made = read(tmp_path / "index.tif")[0]
    want = plane((500000.0, 10.0, 0.0, 9900000.0, 0.0, -10.0), pre.shape) / 0.04
    np.testing.assert_allclose(made, want, rtol=2e-4)


def test_a_band_and_a_polarisation_of_the_same_file(tmp_path):
    """VH in band 2, VV in band 1, as some chains write them."""
    vh, vv = [scene(n, (50, 60), False) for n in (0, 1)], [4 * scene(n, (50, 60), False) for n in (2, 3)]
    pre, post = (write(tmp_path / f"{n}.tif", np.stack([vv[n], vh[n]])) for n in (0, 1))
    notes = Notes()
    run(pre, post, tmp_path, "nrbr", band=2, cross=(Map(pre), Map(post)), monitor=notes)
    np.testing.assert_allclose(read(tmp_path / "index.tif")[0], expected(*vh, "nrbr", cross=vv), atol=1e-6)
    assert not notes.warnings
    run(pre, post, tmp_path, "nrbr", band=1, cross_band=2, cross=(Map(pre), Map(post)), monitor=notes)
    assert "is brighter than" in notes.warnings[0]
    with pytest.raises(PantauError, match="PRE and CROSS_PRE are the same band of the same file"):
        run(pre, post, tmp_path, "nrbr", cross=(Map(pre), Map(post)))
    with pytest.raises(PantauError, match="give the other one, such as VV, as CROSS_PRE and CROSS_POST"):
        run(pre, post, tmp_path, "nrbr")
    with pytest.raises(PantauError, match="Band 3 does not exist"):
        run(pre, post, tmp_path, band=3)


def test_the_same_raster_twice_is_said(tmp_path):
    path, notes = write(tmp_path / "a.tif", scene(0, (20, 20), False)), Notes()
    result = run(path, path, tmp_path, monitor=notes)
    assert notes.warnings == ["PRE and POST are the same file, a.tif: check both."]
    assert (result.values.mean, result.values.std) == (1, 0)


def test_nothing_in_common_and_choices_that_are_none(tmp_path):
    pre = write(tmp_path / "a.tif", scene(0, (20, 20), False))
    post = write(tmp_path / "b.tif", scene(1, (20, 20), False), transform=(600000.0, 10.0, 0.0, 9900000.0, 0.0, -10.0))
    with pytest.raises(PantauError, match="No pixel of a.tif and b.tif holds data on both dates"):
        run(pre, post, tmp_path)
    with pytest.raises(PantauError, match="INDEX is nbr: choose one of rbr, rbd, logrbr, nrbr"):
        run(pre, pre, tmp_path, "nbr")
    assert not os.path.exists(tmp_path / "index.tif")


def test_a_failed_or_cancelled_run_leaves_what_was_there(tmp_path):
    paths = [write(tmp_path / f"{n}.tif", scene(n)) for n in (0, 1)]
    before = write(tmp_path / "index.tif", np.ones((2, 2), np.float32))

    def fail(result):
        raise PantauError("the report")

    with pytest.raises(PantauError, match="the report"):
        run(*paths, tmp_path, publish=fail)
    with pytest.raises(Cancelled):
        run(*paths, tmp_path, monitor=Notes(stop_at=0.2))
    assert read(before).shape == (1, 2, 2)
    assert sorted(os.listdir(tmp_path)) == ["0.tif", "1.tif", "index.tif"]


# -- how values are distributed


def spread(values, parts=7):
    total, values = Distribution(), np.asarray(values)
    for part in np.array_split(values, parts):
        total.write(0, 0, part_of(part, np.full(part.size, 0.01)))
    return total


def test_mean_and_spread_keep_their_digits():
    """1000 + small: sums of squares in one pass lose all digits (Chan, Golub and LeVeque 1983), also where blocks differ in size."""
    rng = np.random.default_rng(0)
    noise = rng.normal(0, 1e-6, 300_000)
    noise -= noise.mean()
    for offset in (0, 1000, 1e6):
        found = spread(offset + np.sort(noise), 33)
        assert found.mean == pytest.approx(offset, abs=1e-9)
        assert found.std == pytest.approx(1.0011128e-6, rel=1e-4 if offset == 1e6 else 1e-6)  # one part in 1e16 of 1e6 is 1e-10
    assert spread([1, 2, 3, 4, 5.0], 3).std == pytest.approx(math.sqrt(2))  # of the population


def test_shares_and_quantiles_of_any_range():
    rng = np.random.default_rng(1)
    for values in (
        rng.gamma(2, 0.5, 200_000), rng.normal(0, 0.03, 200_000), -rng.gamma(2, 1e5, 200_000), rng.normal(-3, 0.05, 200_000),
    ):  # fmt: skip
        values = values.astype(np.float32).astype(np.float64)
        found = spread(values)
        for share in (0.001, 0.1, 0.5, 0.9, 0.999):
            at = np.quantile(values, share)
            assert found.quantile(share) == pytest.approx(at, rel=6e-4, abs=0.01 * values.std())
            assert found.share_below(at) == pytest.approx(share, abs=5e-4)
            assert found.area_below_ha(at) == pytest.approx(2000 * share, abs=10)
        assert found.share_below(values.min()) == pytest.approx(0, abs=2e-3)
        assert found.share_below(values.max() + 1) == 1


def test_values_beyond_all_bins_and_lone_values():
    found = spread([-1e30, -1e-40, -0.0, 0.0, 1e-40, 1e30, 3.0], 2)
    assert (found.count, found.least, found.greatest) == (7, -1e30, 1e30)
    assert found.share_below(-5) == pytest.approx(1 / 7, abs=1e-6)
    assert found.share_below(3.0) == pytest.approx(5 / 7)
    assert found.share_below(3.1) == pytest.approx(6 / 7)
    assert spread([1.0] * 5).quantile(0.5) == pytest.approx(1, rel=1e-3)
    assert spread([1.0] * 5).centre(True) == pytest.approx(1, rel=1e-3)
    assert part_of(np.empty(0), np.empty(0)) is None


def test_the_order_and_size_of_blocks_do_not_matter():
    values = np.random.default_rng(2).normal(0, 1, 50_000)
    one, other = spread(values, 1), spread(values[::-1], 50)
    edges = np.linspace(-3, 3, 40)
    np.testing.assert_allclose(one.histogram(edges), other.histogram(edges), rtol=1e-12)
    assert one.std == pytest.approx(other.std, rel=1e-13)


@pytest.mark.parametrize("ratio", [False, True])
def test_the_centre_is_that_of_the_larger_peak(ratio):
    """Nine tenths about 0, one tenth three spreads below; the median alone would be drawn towards it."""
    rng = np.random.default_rng(3)
    values = np.concatenate([rng.normal(0, 0.2, 90_000), rng.normal(-0.6, 0.2, 10_000)])
    found = spread(np.exp(values) if ratio else values).centre(ratio)
    assert found == pytest.approx(1 if ratio else 0, abs=0.01)
    assert abs(np.median(values)) > 0.02


# -- the real pair


def test_a_real_pair_without_a_known_fire(data, tmp_path):
    """Figures measured independently of Pantau; the report warns that the thresholds flag land all the same."""
    folder = data / "sar" / "vh_png_2024"
    pre, post = (str(next(folder.glob(f"*{day}T*.tif"))) for day in ("20240123", "20240522"))
    found = []
    result = run(pre, post, tmp_path, publish=found.append)
    assert result.values.count == 30_160
    assert (round(result.values.mean, 3), round(result.values.std, 3)) == (1.185, 0.759)
    assert [round(100 * one.share, 1) for one in result.cuts[:3]] == [5.2, 61.7, 88.9]
    html = report(result)
    assert "this threshold does not show that anything burned" in html
    difference = run(pre, post, tmp_path, "rbd", publish=found.append)
    assert (round(difference.values.mean, 5), round(difference.values.std, 4)) == (0.00099, 0.0378)
    assert round(100 * difference.cuts[0].share, 1) == 9.3
    decibels = run(pre, post, tmp_path, "logrbr", publish=found.append)
    assert round(100 * decibels.cuts[0].share, 1) == 14.9
    # without a fire each index flags what its own spread says, whatever its shape
    for one in (result, difference, decibels):
        for cut in one.cuts[:3]:
            assert cut.no_fire_share == pytest.approx(cut.share, abs=0.005)


# -- the report


@pytest.fixture
def made(tmp_path):
    rng = np.random.default_rng(4)
    pre, post = (0.05 * rng.gamma(80, 1 / 80, (300, 300)).astype(np.float32) for _ in range(2))
    post[100:200, 100:250] *= np.float32(0.4)  # 16.7 %, 4 dB
    paths = [write(tmp_path / name, one) for name, one in (("a.tif", pre), ("b.tif", post))]
    found = []
    run(*paths, tmp_path, publish=found.append)
    return found[0]


def test_the_report_answers_first_and_warns(made):
    html = report(made)
    lead = html[html.index('class="lead"') : html.index("</div>")]
    flagged = next(one for one in made.cuts if one.method == "mu_minus_sigma")
    assert f"{flagged.area_ha:.2f} ha" in lead
    assert "Without any fire it would flag" in lead
    assert "always find" in html
    for words in ("15.9", "50.0", "84.1", "Otsu", "Kittler-Illingworth", "a.tif: linear power"):
        assert words in html
    assert {one.method for one in made.cuts} == {"mu_minus_sigma", "mu", "mu_plus_sigma", "otsu", "kittler"}
    kittler = next(one for one in made.cuts if one.method == "kittler")
    assert kittler.share == pytest.approx(1 / 6, rel=0.02)
    assert kittler.no_fire_share < 0.01


def test_the_histogram_is_drawn_with_a_line_for_each_threshold(made):
    html = report(made)
    svg = html[html.index("<svg") : html.index("</svg>") + 6]
    tree = ET.fromstring(svg)
    lines = {one.get("stroke") for one in tree.iter("{http://www.w3.org/2000/svg}line")}
    assert {"#D55E00", "currentColor", "#0072B2", "#009E73", "#CC79A7"} <= lines
    assert "Kittler-Illingworth" in tree.get("aria-label")
    assert "Histogram of RBR" in tree.get("aria-label")


def test_lines_of_a_chart_stand_where_their_values_are():
    tree = ET.fromstring(
        histogram([0, 1, 2, 3, 4], [1, 4, 2, 0], [Mark("a <b>", 1.0, "#111111"), Mark("c" * 30, 3.9, "#222222")],
                  title="t & u", color="#C4C4C4", axis="x")
    )  # fmt: skip
    lines = {one.get("stroke"): float(one.get("x1")) for one in tree.iter("{http://www.w3.org/2000/svg}line")}
    assert (lines["#111111"], lines["#222222"]) == (180.0, pytest.approx(702, abs=0.1))
    assert tree.get("aria-label") == "t & u"
    last = [one for one in tree.iter("{http://www.w3.org/2000/svg}text") if one.text == "c" * 30][-1]
    assert last.get("text-anchor") == "end"  # it would not fit to the right


def test_a_name_with_markup_stays_text(made):
    made.names[0] = "<script>x</script>"
    assert isinstance(made, BurnIndex)
    assert "<script>" not in report(made)
