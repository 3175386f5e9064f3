"""Units of backscatter: conversions, and what a raster is taken for."""

import warnings

import numpy as np
import pytest
from osgeo import gdal
from pantau.plugin.engine.burn.units import AUTO, DB, LINEAR, chosen, convert, detect, from_power, to_db, to_linear, to_power
from pantau.plugin.engine.errors import PantauError
from pantau.plugin.engine.raster.source import RasterSource
from scenes import Notes, read, write

LOOKS = 4.4


def power(shape=(200, 300), level=0.05, seed=0):
    return (level * np.random.default_rng(seed).gamma(LOOKS, 1 / LOOKS, shape)).astype(np.float32)


def unit_of(path):
    dataset = gdal.Open(path)
    return dataset.GetRasterBand(1).GetUnitType()


def test_decibels_are_ten_logarithms():
    values = np.array([1.0, 10.0, 100.0, 0.5, 0.05, 1e-9])
    expected = [0.0, 10.0, 20.0, -3.0102999566, -13.010299957, -90.0]
    assert to_db(values) == pytest.approx(expected, abs=1e-9)
    assert to_linear(np.array(expected)) == pytest.approx(values, rel=1e-9)
    assert to_db(values.astype(np.float32)) == pytest.approx(expected, abs=1e-5)
    assert to_linear(np.array(expected, np.float32)) == pytest.approx(values, rel=2e-6)
    assert (to_db(values).dtype, to_db(values.astype(np.float32)).dtype, to_db(np.array([1, 10])).dtype) == (
        np.float64, np.float32, np.float32
    )  # fmt: skip
    assert to_linear(np.array([-128, -10, 127], np.int8)) == pytest.approx([10**-12.8, 0.1, 10**12.7], rel=1e-5)


def test_nothing_becomes_infinite_and_nothing_warns():
    wild = np.array([0.0, -0.0, -1e-3, -5.0, np.nan, np.inf, -np.inf, 1e-45, 1.0], np.float32)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        decibels = to_db(wild)
        linear = to_linear(np.array([-np.inf, np.inf, np.nan, 1e30, 400.0, -9999.0, -3.0], np.float32))
        kept = to_power(wild, None, LINEAR)
    assert np.isnan(decibels[:7]).all()
    assert decibels[7] < -400
    assert decibels[8] == 0
    assert np.isnan(linear[:6]).all()
    assert linear[6] == pytest.approx(0.5012, rel=1e-4)
    assert np.array_equal(kept, np.where(wild > 0, np.where(wild < np.inf, wild, np.nan), np.nan), equal_nan=True)


def test_what_is_not_valid_is_not_there():
    values, valid = np.full((2, 2, 3), 10.0), np.array([[True, False, True], [True, True, False]])
    for found in (to_db(values, valid), to_linear(values, valid), to_power(values, valid, DB)):
        assert np.array_equal(np.isnan(found[1]), ~valid)
        assert np.allclose(found[:, valid], 10)
    assert np.array_equal(values, np.full((2, 2, 3), 10.0))


def test_there_and_back():
    values = power()
    assert np.allclose(to_linear(to_db(values)), values, rtol=2e-6)
    assert np.allclose(from_power(to_power(to_db(values), None, DB), DB), to_db(values), atol=1e-5)
    assert from_power(values, LINEAR) is values


@pytest.mark.parametrize("level_db", [-28, -17, -8])
def test_backscatter_of_land_and_water_is_told(tmp_path, level_db):
    values = power(level=10 ** (level_db / 10))
    notes = Notes()
    assert detect(RasterSource(write(tmp_path / "p.tif", values)), notes) == LINEAR
    assert "linear power" in notes.lines[-1]
    assert detect(RasterSource(write(tmp_path / "d.tif", to_db(values))), notes) == DB
    assert "decibels" in notes.lines[-1]
    assert not notes.warnings


def test_what_makes_no_difference(tmp_path):
    """Zeros at the coast, NaN, two bands, towers, a little negative power over water, and data in one corner only."""
    values = np.stack([power(), power(level=0.2, seed=1)])
    values[0, :, :100] = 0
    values[1, 50:60] = np.nan
    values[:, 20:24, 250:254] = 500
    values[0, 100:105] = -0.001
    assert detect(RasterSource(write(tmp_path / "p.tif", values)), Notes()) == LINEAR
    with np.errstate(all="ignore"):
        decibels = 10 * np.log10(np.abs(values))
    assert detect(RasterSource(write(tmp_path / "d.tif", decibels)), Notes()) == DB  # -inf where it was 0
    corner = np.zeros((700, 700), np.float32)
    corner[600:630, 80:110] = to_db(power((30, 30)))
    assert detect(RasterSource(write(tmp_path / "c.tif", corner)), Notes()) == DB
    scaled = write(tmp_path / "s.tif", np.round(to_db(power()) * 100).astype(np.int16))
    dataset = gdal.Open(scaled, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.01)
    dataset = None
    assert detect(RasterSource(scaled), Notes()) == DB


def test_zeros_among_decibels_are_said(tmp_path):
    decibels = to_db(power())
    decibels[:, :60] = 0
    notes = Notes()
    assert detect(RasterSource(write(tmp_path / "d.tif", decibels)), notes) == DB
    assert "exactly 0 dB" in notes.warnings[0]


@pytest.mark.parametrize("values", [np.full((9, 9), np.nan, np.float32), np.zeros((9, 9), np.float32)])
def test_a_raster_without_data_is_any(tmp_path, values):
    notes = Notes()
    assert detect(RasterSource(write(tmp_path / "n.tif", values)), notes) == LINEAR
    assert "makes no difference" in notes.lines[0]


@pytest.mark.parametrize(
    ("values", "match"),
    [
        ((np.sqrt(power()) * 1000).astype(np.uint16), "whole numbers"),
        (np.sqrt(power()) * 1000, "digital numbers"),
        (power() * 255, "digital numbers"),
        (np.random.default_rng(0).normal(0, 0.5, (90, 90)).astype(np.float32), "neither decibels nor"),
        (np.where(power() > 0.04, to_db(power()), -9999).astype(np.float32), "no data"),
        (np.random.default_rng(0).normal(0, 100, (90, 90)).astype(np.float32), "neither decibels nor"),
    ],
)
def test_anything_else_is_refused_in_one_sentence(tmp_path, values, match):
    with pytest.raises(PantauError, match=match):
        detect(RasterSource(write(tmp_path / "x.tif", values)), Notes())


def test_the_user_knows_better_but_for_nonsense(tmp_path):
    numbers = RasterSource(write(tmp_path / "n.tif", (power() * 1e6).astype(np.uint16)))
    decibels = RasterSource(write(tmp_path / "d.tif", to_db(power())))
    assert chosen(numbers, LINEAR, Notes()) == LINEAR
    assert chosen(decibels, DB, Notes()) == chosen(decibels, AUTO, Notes()) == DB
    notes = Notes()
    assert chosen(RasterSource(write(tmp_path / "p.tif", power())), DB, notes) == DB
    assert "look like linear power" in notes.warnings[0]
    with pytest.raises(PantauError, match="cannot be linear power"):
        chosen(decibels, LINEAR, Notes())
    with pytest.raises(PantauError, match="cannot be decibels"):
        chosen(numbers, DB, Notes())


def test_converting_a_raster(tmp_path):
    values = np.stack([power(), power(level=0.2, seed=1)])
    values[0, :7] = 0
    values[1, 5, 5] = -0.01
    values[1, 90:95] = np.nan
    source, notes = write(tmp_path / "p.tif", values, names=["VH", "VV"]), Notes()
    done = convert(source, DB, str(tmp_path / "d.tif"), monitor=notes)
    found = read(tmp_path / "d.tif")
    assert found.dtype == np.float32
    assert np.array_equal(np.isnan(found), ~(values > 0))
    assert np.allclose(found[values > 0], 10 * np.log10(values[values > 0]), atol=1e-5)
    assert (done.units, done.empty) == (LINEAR, 7 * 300 + 1)
    assert "2,101 values" in notes.warnings[0]
    dataset = gdal.Open(str(tmp_path / "d.tif"))
    bands = [dataset.GetRasterBand(n) for n in (1, 2)]
    assert [(b.GetDescription(), b.GetUnitType(), np.isnan(b.GetNoDataValue())) for b in bands] == [
        ("VH", "dB", True), ("VV", "dB", True)
    ]  # fmt: skip
    assert '"units": "db"' in dataset.GetMetadata("PANTAU")["provenance"]
    back = convert(str(tmp_path / "d.tif"), LINEAR, str(tmp_path / "l.tif"))
    assert (back.units, back.empty) == (DB, 0)
    assert np.allclose(read(tmp_path / "l.tif"), np.where(values > 0, values, np.nan), rtol=1e-5, equal_nan=True)
    assert unit_of(str(tmp_path / "l.tif")) == "1"


def test_what_is_in_the_unit_already_is_kept(tmp_path):
    values, notes = to_db(power()), Notes()
    convert(write(tmp_path / "d.tif", values), DB, str(tmp_path / "o.tif"), monitor=notes)
    assert np.array_equal(read(tmp_path / "o.tif")[0], values)
    assert "already" in notes.warnings[0]


def test_large_outputs_keep_their_overviews_with_their_unit(tmp_path):
    values = np.full((700, 900), 0.1, np.float32)
    convert(write(tmp_path / "p.tif", values), DB, str(tmp_path / "d.tif"))
    dataset = gdal.Open(str(tmp_path / "d.tif"))
    band = dataset.GetRasterBand(1)
    assert (band.GetUnitType(), band.GetOverviewCount()) == ("dB", 2)
    assert np.allclose(band.GetOverview(1).ReadAsArray(), -10, atol=1e-5)


def test_real_backscatter_is_linear(data):
    for path in sorted((data / "sar").rglob("*.tif")):
        assert detect(RasterSource(str(path)), Notes()) == LINEAR
