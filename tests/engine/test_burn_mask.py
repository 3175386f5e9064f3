"""Burned area of an index: exact scenes counted in numpy, patches, fuel, and the real pair in which nothing is known to have burned."""

import math
import os

import numpy as np
import pytest
from osgeo import gdal, ogr
from pantau.plugin.engine.burn.burn_mask import BurnMask, Settings, burn_mask, is_ratio
from pantau.plugin.engine.burn.distribution import Distribution
from pantau.plugin.engine.burn.index import Settings as IndexSettings
from pantau.plugin.engine.burn.index import burn_index
from pantau.plugin.engine.burn.index_report import mask_report
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.raster.aoi import AreaOfInterest, Polygons
from pantau.plugin.engine.raster.grid import CellAreas
from pantau.plugin.engine.raster.legend import read_legend, read_provenance
from pantau.plugin.engine.raster.source import RasterSource, open_aligned
from pantau.plugin.engine.raster.zones import Map
from scenes import Notes, read, write

DEGREES = (117.0, 0.001, 0.0, -1.0, 0.0, -0.001)
ROTATED = (500000.0, 8.0, 6.0, 9900000.0, 6.0, -8.0)
PLACES = {"utm": {}, "degrees": {"transform": DEGREES, "epsg": 4326}, "rotated": {"transform": ROTATED}}


def box(west, south, east, north):
    ring = f"{west} {south},{east} {south},{east} {north},{west} {north},{west} {south}"
    return bytes(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))").ExportToWkb())


def burned_scene(share=0.2, shape=(600, 640), noise=0.4, seed=0):
    """(decibels of change: 0 and -4 with noise, where it burned): one scar of this share of the scene."""
    scar = np.zeros(shape, bool)
    scar[: round(shape[0] * share)] = True
    return (np.random.default_rng(seed).normal(0, noise, shape) - 4 * scar).astype(np.float32), scar


def run(path, tmp_path, publish=None, monitor=None, **settings):
    return burn_mask(
        path, Settings(**settings), output=str(tmp_path / "burned.tif"), publish=publish, scratch=str(tmp_path), monitor=monitor
    )


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("burned", "sign"), [("below", 1), ("above", -1)])
@pytest.mark.parametrize("method", ["mu_minus_sigma", "mu", "mu_plus_sigma", "k_sigma", "value"])
def test_every_threshold_and_hectare_equals_numpy(tmp_path, method, burned, sign, place):
    index = sign * burned_scene()[0]
    index[50:60] = np.nan
    path = write(tmp_path / "index.tif", index, **PLACES[place])
    result = run(path, tmp_path, method=method, burned=burned, k=1.5, value=0.25 if method == "value" else None)
    good = index[~np.isnan(index)].astype(np.float64)
    mean, std = good.mean(), good.std()
    cut = {
        "mu_minus_sigma": mean - std,
        "mu": mean,
        "mu_plus_sigma": mean + std,
        "k_sigma": mean - sign * 1.5 * std,
        "value": 0.25,
    }[method]
    assert result.threshold == pytest.approx(cut, rel=1e-10)
    wide = index.astype(np.float64)
    with np.errstate(invalid="ignore"):
        fire = wide < result.threshold if burned == "below" else wide > result.threshold
    want = np.where(np.isnan(index), 255, fire.astype(np.uint8))
    assert np.array_equal(read(tmp_path / "burned.tif")[0], want)
    cell_ha = CellAreas(RasterSource(path).grid).at(*np.indices(index.shape))
    assert result.area_ha == pytest.approx(cell_ha[fire].sum(), rel=1e-9)
    assert result.looked_ha == pytest.approx(cell_ha[~np.isnan(index)].sum(), rel=1e-9)
    assert result.percent == result.flagged_percent == pytest.approx(100 * result.area_ha / result.looked_ha)
    if place == "utm":
        assert result.area_ha == pytest.approx(0.01 * fire.sum(), rel=2e-3)


@pytest.mark.parametrize("method", ["otsu", "kittler"])
@pytest.mark.parametrize("share", [0.15, 0.3])
def test_otsu_and_kittler_find_the_scar(tmp_path, method, share):
    """A loss of 4 dB and noise of 0.6 dB, as a median of ten dates has after a filter."""
    index, scar = burned_scene(share, noise=0.6)
    result = run(write(tmp_path / "index.tif", index), tmp_path, method=method)
    found = read(tmp_path / "burned.tif")[0] == 1
    assert (found & scar).sum() / (found | scar).sum() > 0.99
    assert result.area_ha == pytest.approx(0.01 * scar.sum(), rel=0.01)
    assert result.percent == pytest.approx(100 * share, rel=0.01)
    assert result.no_fire_percent < 0.5
    assert not result.tells_nothing


def test_area_of_interest_and_fuel_on_another_grid(tmp_path):
    """Statistics, mask and hectares are of what is in both; fuel has pixels of 50 m and degrees of its own."""
    index, _ = burned_scene(noise=1.0)
    index[::17, ::13] = np.nan
    path = write(tmp_path / "index.tif", index)
    fuel = np.ones((170, 180), np.uint8)
    fuel[:, :60], fuel[40:60] = 0, 7
    fuel[100:110] = 255  # no data
    mask = write(tmp_path / "fuel.tif", fuel, epsg=4326, transform=(116.999, 0.00045, 0, -0.9, 0, -0.00045), nodata=255)
    grid = RasterSource(path).grid
    aoi = Polygons([box(500505, 9894500, 505005, 9899005)], "")
    result = run(path, tmp_path, fuel=Map(mask, "", "fuel"), aoi=aoi, method="mu_minus_sigma")
    area = AreaOfInterest(aoi, grid)
    window = area.window
    pixels = open_aligned(mask, grid, "nearest").read(window)
    its = index[window.y : window.y + window.height, window.x : window.x + window.width].astype(np.float64)
    looked = area.inside(window) & (pixels.values[0] != 0) & ~np.isnan(its)
    if pixels.valid is not None:
        looked &= pixels.valid
    assert 0 < looked.sum() < 0.9 * area.inside(window).sum()
    assert result.threshold == pytest.approx(its[looked].mean() - its[looked].std(), rel=1e-10)
    want = np.where(looked, (its < result.threshold).astype(np.uint8), 255)
    assert np.array_equal(read(tmp_path / "burned.tif")[0], want)
    assert result.area_ha == pytest.approx(0.01 * (want == 1).sum(), rel=2e-3)
    assert result.looked_ha == pytest.approx(0.01 * looked.sum(), rel=2e-3)
    assert "Only where fuel has a class other than 0 can anything burn." in mask_report(result)


def test_small_patches_go_and_corners_hold_together(tmp_path):
    """0.04 ha are four pixels: three in a row go, four that touch by corners stay; no data stays no data."""
    index = np.zeros((8, 12), np.float32)
    index[1, 1:4] = -3
    for n in range(4):
        index[3 + n, 5 + n] = -3
    index[0, 0] = np.nan
    notes = Notes()
    path = write(tmp_path / "index.tif", index)
    cell_ha = CellAreas(RasterSource(path).grid).at(0, 0)
    result = run(path, tmp_path, method="value", value=-1.0, min_area_ha=3.5 * cell_ha, monitor=notes)
    made = read(tmp_path / "burned.tif")[0]
    assert made[0, 0] == 255
    assert sorted(zip(*np.nonzero(made == 1))) == [(3, 5), (4, 6), (5, 7), (6, 8)]
    assert result.area_ha == pytest.approx(4 * cell_ha, rel=1e-6)
    assert result.flagged_ha == pytest.approx(7 * cell_ha, rel=1e-6)
    assert (result.dropped.count, result.dropped.area_ha) == (1, pytest.approx(3 * cell_ha, rel=1e-6))
    assert any("left out: 1, " in line for line in notes.lines)
    kept = burn_mask(path, Settings("value", value=-1.0, min_area_ha=3.5 * cell_ha), scratch=str(tmp_path))  # the numbers alone
    assert kept.area_ha == pytest.approx(result.area_ha)
    assert sorted(os.listdir(tmp_path)) == ["burned.tif", "burned.tif.aux.xml", "index.tif"]


def test_the_legend_and_the_making_travel_inside(tmp_path):
    run(write(tmp_path / "index.tif", burned_scene()[0]), tmp_path, method="kittler", min_area_ha=0.5)
    path = str(tmp_path / "burned.tif")
    legend = read_legend(path)
    assert [(one.code, one.name, one.name_id) for one in legend] == [(0, "not burned", "tidak terbakar"), (1, "burned", "terbakar")]
    assert legend.has_background()
    dataset = gdal.Open(path)
    band = dataset.GetRasterBand(1)
    assert (band.GetNoDataValue(), band.DataType, band.GetCategoryNames()) == (255, gdal.GDT_Byte, ["not burned", "burned"])
    made = read_provenance(path)
    assert (made["algorithm"], made["method"], made["burned"], made["min_area_ha"]) == (
        "pantau:burnthreshold",
        "kittler",
        "below",
        0.5,
    )
    assert -4 < made["threshold"] < 0


def test_scale_and_offset_of_the_raster_count(tmp_path):
    index = burned_scene()[0]
    index = np.round(index, 2)
    path = write(tmp_path / "scaled.tif", np.round(index * 100).astype(np.int16))
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.01)
    dataset = None
    result = run(path, tmp_path, method="otsu")
    assert result.values.mean == pytest.approx(index.mean(), rel=1e-4)
    assert result.area_ha == pytest.approx(0.01 * np.sum(index < result.threshold), rel=2e-3)


@pytest.mark.parametrize(("index", "ratio"), [("rbr", True), ("rbd", False), ("logrbr", False), ("nrbr", False), (None, True)])
def test_what_is_a_ratio(index, ratio):
    values = Distribution()
    values.least = 0.2
    assert is_ratio({"index": index}, values) is ratio
    values.least = -0.2
    assert is_ratio({"index": index}, values) is False  # not even where its own provenance says so: somebody has changed it


def test_a_real_pair_in_which_nothing_is_known_to_have_burned(data, tmp_path):
    """5.2, 9.3 and 14.9 % are flagged all the same, measured elsewhere; without any fire it would be as much, and the run says so."""
    folder = data / "sar" / "vh_png_2024"
    pre, post = (Map(str(next(folder.glob(f"*{day}T*.tif")))) for day in ("20240123", "20240522"))
    for index, share in (("rbr", 5.2), ("rbd", 9.3), ("logrbr", 14.9)):
        burn_index(pre, post, IndexSettings(index), output=str(tmp_path / "index.tif"))
        notes = Notes()
        result = run(str(tmp_path / "index.tif"), tmp_path, monitor=notes)
        assert round(result.percent, 1) == share
        assert result.no_fire_percent == pytest.approx(result.percent, abs=0.5)
        assert result.gaussian_percent == pytest.approx(15.87, abs=0.01)
        assert "hardly more than it would without any fire" in notes.warnings[0]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"method": "value"}, "METHOD is value, and VALUE is empty"),
        ({"value": 0.3}, "VALUE is 0.3, and METHOD is mu_minus_sigma: set METHOD to value"),
        ({"method": "best"}, "METHOD is best: choose one of mu_minus_sigma, mu"),
        ({"burned": "beside"}, "BURNED is beside: choose one of below, above"),
        ({"min_area_ha": -1}, "MIN_AREA_HA is -1 ha"),
        ({"k": math.nan}, "K is nan"),
        ({"aoi": Polygons([box(0, 0, 1, 1)], "")}, "area of interest lies outside the raster"),
    ],
)
def test_what_cannot_be_is_one_sentence(tmp_path, settings, words):
    path = write(tmp_path / "index.tif", burned_scene(shape=(20, 20))[0])
    with pytest.raises(PantauError, match=words):
        run(path, tmp_path, **settings)
    assert os.listdir(tmp_path) == ["index.tif"]


def test_nothing_to_look_at_and_fuel_that_is_no_class_raster(tmp_path):
    path = write(tmp_path / "index.tif", burned_scene(shape=(20, 20))[0])
    with pytest.raises(
        PantauError, match=r"index.tif holds no data where it is looked at: check the area of interest and the fuel"
    ):
        run(path, tmp_path, fuel=Map(write(tmp_path / "fuel.tif", np.zeros((20, 20), np.uint8))))
    with pytest.raises(PantauError, match="FUEL_MASK"):
        run(path, tmp_path, fuel=Map(write(tmp_path / "image.tif", np.ones((3, 20, 20), np.uint8))))


def test_a_failed_or_cancelled_run_leaves_what_was_there(tmp_path):
    path = write(tmp_path / "index.tif", burned_scene()[0])
    before = write(tmp_path / "burned.tif", np.ones((2, 2), np.uint8))

    def fail(result):
        raise PantauError("the report")

    with pytest.raises(PantauError, match="the report"):
        run(path, tmp_path, publish=fail, min_area_ha=1)
    for share in (0.1, 0.5, 0.9):
        with pytest.raises(Cancelled):
            run(path, tmp_path, min_area_ha=1, monitor=Notes(stop_at=share))
    assert read(before).shape == (1, 2, 2)
    assert sorted(os.listdir(tmp_path)) == ["burned.tif", "index.tif"]


def test_progress_goes_forward_to_the_end(tmp_path):
    notes = Notes()
    run(write(tmp_path / "index.tif", burned_scene()[0]), tmp_path, min_area_ha=1, monitor=notes)
    assert notes.shares == sorted(notes.shares)
    assert notes.shares[-1] == 1


def test_the_report_answers_first(tmp_path):
    found = []
    path = write(tmp_path / "index.tif", burned_scene()[0])
    result = run(path, tmp_path, method="kittler", min_area_ha=1, publish=found.append)
    assert found == [result]
    assert isinstance(result, BurnMask)
    html = mask_report(result)
    lead = html[html.index('class="lead"') : html.index("</div>")]
    assert f"{result.area_ha:.2f} ha count as burned" in lead
    assert "20.00 %" in lead
    assert "Kittler-Illingworth" in html
    assert "Patches below 1.00 ha are not burned" in html
