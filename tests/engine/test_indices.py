"""Spectral indices against numbers worked out by hand, and which band of a raster is taken for which colour."""

import shutil

import numpy as np
import pytest
from osgeo import gdal
from pantau.plugin.engine.errors import PantauError
from pantau.plugin.engine.raster.indices import INDICES, find_roles, spectral_indices
from pantau.plugin.engine.raster.legend import read_provenance
from pantau.plugin.engine.raster.sensors import LANDSAT_4_7, LANDSAT_8_9, SENTINEL_2, Band
from pantau.plugin.engine.raster.source import RasterSource
from scenes import Notes, read, write

NAMES = ["B02", "B03", "B04", "B08", "B11", "B12"]
# One pixel of leaves: blue, green, red, near infrared, short-wave infrared 1.6 and 2.2, in reflectance; the indices by hand.
LEAVES = [0.02, 0.06, 0.04, 0.36, 0.16, 0.04]
BY_HAND = {
    "NDVI": 0.32 / 0.40, "NDBI": -0.20 / 0.52, "NDWI": -0.30 / 0.42, "MNDWI": -0.10 / 0.22, "NBR": 0.32 / 0.40,
    "BSI": (0.20 - 0.38) / (0.20 + 0.38), "SAVI": 1.5 * 0.32 / 0.90, "EVI": 2.5 * 0.32 / (0.36 + 0.24 - 0.15 + 1),
    "NDSI": -0.32 / 0.40,
}  # fmt: skip


def scene(path, reflectance, dtype="uint16", names=NAMES, nodata=None, scale=None):
    """Pixels of these reflectances side by side: (bands, pixels)."""
    values = np.array(reflectance, float).reshape(len(names), 1, -1)
    if scale:
        values = (values - scale[1]) / scale[0]
    elif dtype != "float32":
        values = values * 10_000
    write(path, (np.rint(values) if dtype != "float32" else values).astype(dtype), names=names, nodata=nodata)
    if scale:
        dataset = gdal.Open(str(path), gdal.GA_Update)
        for number in range(1, len(names) + 1):
            dataset.GetRasterBand(number).SetScale(scale[0])
            dataset.GetRasterBand(number).SetOffset(scale[1])
    return str(path)


def run(tmp_path, raster, indices="", **options):
    monitor = Notes()
    result = spectral_indices(raster, indices, str(tmp_path / "out.tif"), monitor=monitor, **options)
    return read(tmp_path / "out.tif"), result, monitor


@pytest.mark.parametrize(
    ("dtype", "scale"), [("uint16", None), ("float32", None), ("uint16", (0.0000275, -0.2)), ("int16", (0.0001, -0.1))]
)
def test_every_index_by_hand_whatever_the_values_are_stored_as(tmp_path, dtype, scale):
    values, result, _ = run(tmp_path, scene(tmp_path / "a.tif", LEAVES, dtype, scale=scale), keep_bands=False)
    assert result.names == list(INDICES)
    for name, band in zip(result.names, values):
        assert band.item() == pytest.approx(BY_HAND[name], abs=0.002 if scale else 1e-5), name


def test_the_formulas_are_those_of_the_catalogue():
    # spyndex 0.12, `spyndex.indices[name].formula`, with its default constants; BSI is its BI. Compared there too.
    catalogue = {
        "NDVI": lambda B, G, R, N, S1, S2: (N - R) / (N + R),
        "NDBI": lambda B, G, R, N, S1, S2: (S1 - N) / (S1 + N),
        "NDWI": lambda B, G, R, N, S1, S2: (G - N) / (G + N),
        "MNDWI": lambda B, G, R, N, S1, S2: (G - S1) / (G + S1),
        "NBR": lambda B, G, R, N, S1, S2: (N - S2) / (N + S2),
        "BSI": lambda B, G, R, N, S1, S2: ((S1 + R) - (N + B)) / ((S1 + R) + (N + B)),
        "SAVI": lambda B, G, R, N, S1, S2: (1.0 + 0.5) * (N - R) / (N + R + 0.5),
        "EVI": lambda B, G, R, N, S1, S2: 2.5 * (N - R) / (N + 6.0 * R - 7.5 * B + 1.0),
        "NDSI": lambda B, G, R, N, S1, S2: (R - N) / (R + N),  # not there: Khan et al. 2005, for salt
    }
    bands = np.random.default_rng(0).uniform(0.01, 0.6, (6, 500)).astype(np.float32)
    values = dict(zip(("blue", "green", "red", "nir", "swir16", "swir22"), bands))
    assert set(catalogue) == set(INDICES)
    for name, formula in catalogue.items():
        assert np.allclose(INDICES[name].compute(values), formula(*bands.astype(float)), rtol=1e-4, atol=1e-5), name


def test_bands_are_kept_first_with_all_that_is_known_of_them(tmp_path):
    path = scene(tmp_path / "a.tif", LEAVES)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(4).SetMetadataItem("common_name", "nir")
    dataset = None
    values, _, _ = run(tmp_path, path, "ndvi, evi;NDVI")
    written = RasterSource(str(tmp_path / "out.tif"))
    assert written.band_names() == [*NAMES, "NDVI", "EVI"]
    assert written.described_bands()[3].common == "nir"
    assert np.allclose(values[:6, 0, 0], np.array(LEAVES) * 10_000)
    assert values.dtype == np.float32
    assert read_provenance(str(tmp_path / "out.tif"))["bands"]["nir"] == "B08"
    # what the file declares is applied to the bands as well
    values, _, _ = run(tmp_path, scene(tmp_path / "b.tif", LEAVES, scale=(0.0000275, -0.2)), "NDVI")
    assert np.allclose(values[:6, 0, 0], LEAVES, atol=2e-5)
    with pytest.raises(PantauError, match="has a band NDVI already"):
        spectral_indices(str(tmp_path / "out.tif"), "NDVI", str(tmp_path / "again.tif"))
    assert not (tmp_path / "again.tif").exists()


def test_no_data_of_one_band_takes_only_what_needs_it_and_nothing_is_divided_by_zero(tmp_path):
    pixels = np.array([LEAVES] * 3).T
    pixels[5, 1] = 0  # no data in short-wave infrared 2.2
    pixels[2, 2], pixels[3, 2] = -0.03, 0.03  # red + near infrared = 0
    path = scene(tmp_path / "a.tif", pixels, "int16", nodata=0)
    values, result, _ = run(tmp_path, path)
    out = dict(zip([*NAMES, *result.names], values[:, 0]))
    assert out["NBR"][1] == out["B12"][1] == -9999
    assert out["NDVI"][1] == pytest.approx(0.8)
    assert out["NDVI"][2] == out["NDSI"][2] == -9999
    assert out["SAVI"][2] == pytest.approx(1.5 * 0.06 / 0.5, rel=1e-5)
    assert np.isfinite(values).all()


def numbers(names, wanted=("blue", "green", "red", "nir", "swir16", "swir22"), **known):
    bands = [Band(name, *known.get(name, ())) for name in names]
    return [match.number for match in find_roles(bands, wanted, "scene.tif").values()]


def test_sensors_by_the_numbers_in_their_names():
    for sensor in (SENTINEL_2, LANDSAT_8_9, LANDSAT_4_7):
        names = list(sensor)
        commons = {band.common: n for n, band in enumerate(sensor.values(), 1)}
        expected = [commons[role] for role in ("blue", "green", "red")]
        expected += [commons.get("nir", commons["nir08"]), commons["swir16"], commons["swir22"]]
        assert numbers(names) == expected
    assert numbers([f"B{n}" for n in (1, 2, 3, 4, 5, 6, 7, 8)] + ["B8A", "B9", "B11", "B12"]) == [2, 3, 4, 8, 11, 12]
    assert numbers(["S2_B04_10m", "S2_B8A_20m"], ("red", "nir")) == [1, 2]  # without B08, the narrow band
    assert numbers(["B4", "B8"], ("red", "nir")) == [1, 2]
    assert numbers(["Band 4: B4 (665 nm)", "Band 8: B8 (833 nm)"], ("red", "nir")) == [1, 2]
    assert numbers(["SR_B5_median", "SR_B6_median", "SR_B4_median"], ("red", "nir")) == [3, 1]


@pytest.mark.parametrize(
    "names",
    [
        [f"B{n}" for n in range(1, 8)],  # Landsat 8 or Sentinel-2
        [f"B{n}" for n in range(1, 12)],  # Landsat 8 with its pan and thermal bands
        ["SR_B2", "SR_B3", "SR_B4", "SR_B5"],  # Landsat 8 or 7
        ["B4", "B5"],
    ],
)
def test_numbers_that_may_be_one_sensors_or_anothers_are_refused(names):
    with pytest.raises(PantauError, match="one sensor than with another.* name the bands red, green, blue, nir, swir16, swir22"):
        numbers(names, ("red",))


def test_words_in_two_languages_wavelengths_and_common_names():
    assert numbers(["biru", "hijau", "merah", "inframerah dekat", "SWIR 1", "swir2"]) == [1, 2, 3, 4, 5, 6]
    assert numbers(["Blue", "Green", "Red", "Red Edge 1", "NIR", "NIR narrow", "SWIR16", "SWIR22"]) == [1, 2, 3, 5, 7, 8]
    assert numbers(["coastal blue", "blue_median", "rededge", "infra merah dekat"], ("blue", "nir")) == [2, 4]
    known = {"a": ("", 2190.0), "b": ("", 864.7), "c": ("", 832.8), "d": ("", 660.0), "e": ("", 783.0)}
    assert numbers("abcde", ("red", "nir", "swir22"), **known) == [4, 3, 1]
    # what the metadata say counts more than the name
    assert numbers(["B04", "B08"], ("red", "nir"), B04=("nir",), B08=("red",)) == [2, 1]
    with pytest.raises(PantauError, match="may each be red"):
        numbers(["red 2020", "red 2021"], ("red",))
    with pytest.raises(PantauError, match=r"no band that is known to be swir16 \(its bands are 1 red, 2 nir\)"):
        numbers(["red", "nir"], ("red", "swir16"))
    with pytest.raises(PantauError, match="no band that is known to be red"):
        numbers(["", ""], ("red",))


def test_what_is_asked_for_and_what_the_bands_allow(tmp_path):
    path = scene(tmp_path / "a.tif", LEAVES[:4], names=NAMES[:4])
    _, result, log = run(tmp_path, path)
    assert result.names == ["NDVI", "NDWI", "SAVI", "EVI", "NDSI"]
    assert any("nir: band 4 B08" in line for line in log.lines)
    assert any("NDSI = (R - N) / (R + N) (Khan et al. 2005)" in line for line in log.lines)
    with pytest.raises(PantauError, match="swir16"):
        run(tmp_path, path, "NDVI,NDBI")
    with pytest.raises(PantauError, match="NDXI is not an index known here: choose among NDVI, NDBI, NDWI"):
        run(tmp_path, path, "NDVI,NDXI")


def test_values_that_are_no_reflectance_are_said(tmp_path):
    added = scene(tmp_path / "a.tif", np.array(LEAVES) + 0.1)
    assert any("1000 added" in line for line in run(tmp_path, added)[2].warnings)
    landsat = write(tmp_path / "b.tif", np.full((6, 4, 4), 9000, np.uint16), names=[f"SR_B{n}" for n in range(2, 8)])
    assert any("x 0.0000275 - 0.2" in line for line in run(tmp_path, landsat)[2].warnings)
    edge = np.full((6, 4, 4), 9000, np.uint16)
    edge[:, 0] = 0  # outside the swath, where the file does not say so
    landsat = write(tmp_path / "edge.tif", edge, names=[f"SR_B{n}" for n in range(2, 8)])
    assert any("x 0.0000275 - 0.2" in line for line in run(tmp_path, landsat)[2].warnings)
    # a median of integers is often stored as decimals
    values, _, _ = run(tmp_path, write(tmp_path / "c.tif", np.float32(LEAVES)[:, None, None] * 10_000, names=NAMES), "EVI")
    assert values[-1].item() == pytest.approx(BY_HAND["EVI"], abs=1e-5)


def test_a_real_scene(data, tmp_path):
    shutil.copyfile(data / "landcover" / "sentinel2_amazon" / "sen2.tif", tmp_path / "sen2.tif")
    values, result, _ = run(tmp_path, str(tmp_path / "sen2.tif"), "NDVI,MNDWI")
    bands = read(tmp_path / "sen2.tif").astype(float)  # B1 .. B8, B8A, B9, B11, B12
    assert np.allclose(values[12], (bands[7] - bands[3]) / (bands[7] + bands[3]), atol=1e-6)
    assert np.allclose(values[13], (bands[2] - bands[10]) / (bands[2] + bands[10]), atol=1e-6)
    assert np.array_equal(values[:12], bands.astype(np.float32))
    assert RasterSource(str(tmp_path / "out.tif")).grid == RasterSource(str(tmp_path / "sen2.tif")).grid
