"""Satellite products become rasters of reflectance: the exact arithmetic, masks bit by bit, grids, archives, plain rasters."""

import json
import os
import shutil

import numpy as np
import products
import pytest
from osgeo import gdal, ogr
from pantau.plugin.engine.errors import PantauError
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.raster import products as engine
from pantau.plugin.engine.raster import scene
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.legend import read_provenance
from pantau.plugin.engine.raster.products import open_product, open_rasters
from pantau.plugin.engine.raster.scene import Settings, prepare
from pantau.plugin.engine.raster.source import RasterSource
from products import NATIVE, NORTH, WEST
from scenes import Notes, read, write

NODATA = -32768
CLEAR = 4  # SCL: vegetation


def run(product, tmp_path, name="out.tif", monitor=None, **settings):
    product = open_product(product) if isinstance(product, str) else product
    path = str(tmp_path / name)
    return prepare(product, Settings(**settings), path, monitor=monitor or Monitor()), path


def names(result):
    return [band.name for band in result.bands]


def ramp(size_m, base=1500, side=480):
    """Numbers that differ from pixel to pixel, side metres."""
    n = side // size_m
    return (base + np.arange(n * n).reshape(n, n) % 977).astype(np.uint16)


@pytest.fixture
def bands():
    return {(name, NATIVE[name]): ramp(NATIVE[name], 1500 + 10 * n) for n, name in enumerate(engine.DEFAULT_BANDS["sentinel2"])}


@pytest.fixture
def scl():
    return np.full((24, 24), CLEAR, np.uint8)


# -- Sentinel-2


def test_reflectance_is_what_the_metadata_say(tmp_path, bands, scl):
    # (1500 - 1000) / 10 000 = 0.05, stored as 500
    bands["B02", 10][:] = 1500
    bands["B03", 10][0, :3] = [0, 65535, 400]  # no data, saturated, darker than the added 1000: (400 - 1000) / 10 000 = -0.06
    result, path = run(products.safe(tmp_path, bands, scl), tmp_path)
    found = read(path)
    assert found.dtype == np.int16
    assert (found[0][1:] == 500).all()
    assert found[1, 0, :3].tolist() == [NODATA, NODATA, -600]
    assert np.array_equal(found[2, 1:], bands["B04", 10][1:].astype(int) - 1000)
    assert (found[:, 0, :2] == NODATA).all()  # in all bands, where one has no data
    source = RasterSource(path)
    assert source.scale_offset() == (0.0001, 0)
    assert [(b.name, b.common, b.wavelength_nm) for b in source.described_bands()][:2] == [
        ("B02", "blue", 492.4),
        ("B03", "green", 559.8),
    ]
    assert names(result) == ["B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12"]
    assert (result.cloud_percent, result.shadow_percent, result.masked_percent) == (0, 0, 0)
    assert result.nodata_percent == pytest.approx(100 * 2 / 48**2)
    provenance = read_provenance(path)
    assert provenance["product"] == products.SAFE[:-5]
    assert (provenance["baseline"], provenance["date"]) == ("05.09", "2023-08-01T02:25:31.024Z")
    assert provenance["bands"][0]["bias"] == pytest.approx(-0.1)


def test_offsets_belong_to_bands_and_early_products_have_none(tmp_path, bands, scl):
    early = products.safe(tmp_path / "a", bands, scl, baseline="03.01")
    _, path = run(early, tmp_path)
    assert np.array_equal(read(path)[0], bands["B02", 10])
    mixed = products.safe(tmp_path / "b", bands, scl, offsets={"B02": -1000, "B03": -500})
    found = read(run(mixed, tmp_path)[1])
    assert np.array_equal(found[0], bands["B02", 10].astype(int) - 1000)
    assert np.array_equal(found[1], bands["B03", 10].astype(int) - 500)
    assert np.array_equal(found[2], bands["B04", 10])


def test_bright_numbers_are_cut_off_and_not_wrapped(tmp_path, bands, scl):
    bands["B02", 10][0, 0] = 65000
    log = Notes()
    _, path = run(products.safe(tmp_path, bands, scl), tmp_path, monitor=log)
    assert read(path)[0, 0, 0] == 32767
    assert any("1 numbers stand for a reflectance above" in line for line in log.warnings)


@pytest.mark.parametrize("code", range(12))
def test_scene_classes(tmp_path, bands, scl, code):
    scl[2, 3] = code
    result, path = run(products.safe(tmp_path, bands, scl), tmp_path, bands="B02")
    expected = np.zeros((48, 48), bool)
    expected[4:6, 6:8] = code in (0, 1, 3, 8, 9, 10)
    assert np.array_equal(read(path)[0] == NODATA, expected)
    share = 100 * 4 / 48**2
    assert result.cloud_percent == pytest.approx(share if code in (8, 9, 10) else 0)
    assert result.shadow_percent == pytest.approx(share if code == 3 else 0)
    assert result.nodata_percent == pytest.approx(share if code in (0, 1) else 0)


def test_masks_can_be_left_out(tmp_path, bands, scl):
    scl[0, 0], scl[0, 1], scl[0, 2] = 9, 3, 0
    product = products.safe(tmp_path, bands, scl)
    for clouds, shadows, expected in ((True, True, 12), (True, False, 8), (False, True, 8), (False, False, 4)):
        result, path = run(product, tmp_path, bands="B02", mask_clouds=clouds, mask_shadows=shadows)
        assert (read(path) == NODATA).sum() == expected
        assert result.cloud_percent == result.shadow_percent == pytest.approx(100 * 4 / (48**2 - 4))


def test_masks_of_the_safe_count_beside_the_scene_classes(tmp_path, bands, scl):
    classi = np.zeros((3, 8, 8), np.uint8)
    classi[0, 0, 0] = classi[1, 2, 2] = classi[2, 5, 5] = 1  # opaque, cirrus, snow
    ring = [
        (WEST + 300, NORTH - 400),
        (WEST + 340, NORTH - 400),
        (WEST + 340, NORTH - 420),
        (WEST + 300, NORTH - 420),
        (WEST + 300, NORTH - 400),
    ]
    expected = np.zeros((48, 48), bool)
    expected[:6, :6] = expected[12:18, 12:18] = True
    path = run(products.safe(tmp_path / "a", bands, scl, classi), tmp_path, bands="B02")[1]
    assert np.array_equal(read(path)[0] == NODATA, expected)
    path = run(products.safe(tmp_path / "b", bands, scl, clouds_gml=[ring], baseline="02.14"), tmp_path, bands="B02")[1]
    expected[:] = False
    expected[40:42, 30:34] = True
    assert np.array_equal(read(path)[0] == NODATA, expected)


@pytest.mark.parametrize("size", [16, 1024])
@pytest.mark.parametrize("buffer", [1, 2.5])
def test_the_buffer_is_round_and_has_no_seams(tmp_path, bands, scl, monkeypatch, size, buffer):
    monkeypatch.setattr(scene, "SIZE", size)
    scl[7:9, 7] = 8  # across the corner of blocks of 16 px
    scl[23, 23] = 3
    result, path = run(products.safe(tmp_path, bands, scl), tmp_path, bands="B02,B11", buffer_px=buffer)
    flags = np.repeat(np.repeat(np.isin(scl, (3, 8)), 2, 0), 2, 1)
    rows, cols = np.indices(flags.shape)
    near = np.zeros_like(flags)
    for row, col in np.argwhere(flags):
        near |= np.hypot(rows - row, cols - col) <= buffer
    assert np.array_equal(read(path)[0] == NODATA, near)
    assert result.masked_percent == pytest.approx(100 * near.mean())
    assert result.cloud_percent == pytest.approx(100 * 8 / 48**2)


def test_zip_folder_metadata_and_parent_give_the_same(tmp_path, bands, scl):
    scl[3, 3] = 9
    root = products.safe(tmp_path / "in", bands, scl)
    write(tmp_path / "in" / "stray.tif", np.ones((3, 3), np.uint16))  # beside the SAFE in a folder of downloads
    archive = products.zipped(root, tmp_path / "product.zip")
    ways = [root, archive, str(tmp_path / "in"), os.path.join(root, "MTD_MSIL2A.xml"), os.path.join(root, "manifest.safe")]
    found = [read(run(way, tmp_path)[1]) for way in ways]
    assert all(np.array_equal(found[0], one) for one in found[1:])
    assert sorted(os.listdir(tmp_path)) == ["in", "out.tif", "product.zip"]


def test_grids_of_10_20_30_and_60_m(tmp_path, bands, scl):
    bands["B02", 20] = ramp(20, 3000)  # the product's own B02 at 20 m
    product = products.safe(tmp_path, bands, scl)
    b02, b03, b11 = (bands[key].astype(int) - 1000 for key in (("B02", 10), ("B03", 10), ("B11", 20)))
    found = read(run(product, tmp_path, resolution_m=20, bands="B02,B03,B11")[1])
    assert np.array_equal(found[0], bands["B02", 20].astype(int) - 1000)
    assert np.abs(found[1] - b03.reshape(24, 2, 24, 2).mean(axis=(1, 3))).max() <= 0.5 + 1e-3
    assert np.array_equal(found[2], b11)
    for size_m, step in ((30, 3), (60, 6)):
        path = run(product, tmp_path, resolution_m=size_m, bands="B02,B03")[1]
        found, n = read(path), 48 // step
        expected = [band.reshape(n, step, n, step).mean(axis=(1, 3)) for band in (b02, b03)]
        assert found.shape == (2, n, n)
        assert np.abs(found - expected).max() <= 0.5 + 1e-3
        assert gdal.Open(path).GetGeoTransform() == (WEST, size_m, 0, NORTH, 0, -size_m)


def test_means_are_those_of_pixels_and_not_of_overviews(tmp_path):
    # JPEG 2000 has overviews in itself, made of wavelets; dark water is 1, beside 0 for no data
    noise = np.random.default_rng(0).integers(1, 4000, (300, 300)).astype(np.uint16)
    noise[100:200, 100:200] = 1
    product = products.safe(tmp_path, {("B02", 10): noise}, baseline="03.01")
    found = read(run(product, tmp_path, bands="B02", resolution_m=20)[1])[0]
    assert np.abs(found - noise.reshape(150, 2, 150, 2).mean(axis=(1, 3))).max() <= 0.5 + 1e-3


def test_finer_bands_are_interpolated_and_no_data_never_blended(tmp_path, bands, scl):
    rows, cols = np.mgrid[:24, :24]
    bands["B11", 20] = (2000 + 40 * cols).astype(np.uint16)  # a plane, which bilinear interpolation keeps
    bands["B12", 20] = np.full((24, 24), 3000, np.uint16)
    bands["B12", 20][10, 10] = 65535
    found = read(run(products.safe(tmp_path, bands, scl), tmp_path, bands="B11,B12")[1])
    inner = found[0][:, 2:-2]
    expected = 1000 + 40 * ((np.arange(48) + 0.5) / 2 - 0.5)
    kept = inner != NODATA
    assert np.abs(inner - expected[2:-2])[kept].max() <= 0.51
    assert set(np.unique(found[1])) <= {2000, NODATA}
    coarse = read(run(products.safe(tmp_path / "b", bands, scl), tmp_path, bands="B12", resolution_m=40)[1])
    assert (coarse == 2000).all()  # the mean of the three that hold data


def test_where_the_result_is_coarser_any_cloud_in_a_pixel_counts(tmp_path, bands, scl):
    scl[4, 4] = 9  # 80 to 100 m
    found = read(run(products.safe(tmp_path, bands, scl), tmp_path, bands="B03", resolution_m=60)[1])[0]
    expected = np.zeros((8, 8), bool)
    expected[1, 1] = True
    assert np.array_equal(found == NODATA, expected)


def test_the_area_of_interest_cuts_and_counts(tmp_path, bands, scl):
    scl[:, :12] = 9
    product = products.safe(tmp_path, bands, scl)
    x, y = WEST + 200, NORTH - 100
    shape = ogr.CreateGeometryFromWkt(f"POLYGON(({x} {y},{x + 80} {y},{x + 80} {y - 80},{x} {y - 80},{x} {y}))")
    result, path = run(product, tmp_path, bands="B02", aoi=Polygons([bytes(shape.ExportToWkb())], ""))
    found = read(path)[0]
    assert gdal.Open(path).GetGeoTransform() == (x, 10, 0, y, 0, -10)
    assert (found[:, :4] == NODATA).all()  # cloud up to 240 m
    assert np.array_equal(found[:, 4:], bands["B02", 10][10:18, 24:28].astype(int) - 1000)
    assert result.cloud_percent == 50
    away = ogr.CreateGeometryFromWkt("POLYGON((0 0,1 0,1 1,0 0))")
    with pytest.raises(PantauError, match="outside the raster"):
        run(product, tmp_path, name="no.tif", aoi=Polygons([bytes(away.ExportToWkb())], ""))
    assert not (tmp_path / "no.tif").exists()


def test_all_cloud_is_written_with_a_warning_and_no_data_refused(tmp_path, bands, scl):
    log = Notes()
    result, path = run(products.safe(tmp_path / "a", bands, np.full((24, 24), 9)), tmp_path, monitor=log)
    assert (read(path) == NODATA).all()
    assert result.cloud_percent == 100
    assert any("cover everything" in line for line in log.warnings)
    with pytest.raises(PantauError, match="holds no data"):
        run(products.safe(tmp_path / "b", {("B02", 10): np.zeros((48, 48), np.uint16)}, scl), tmp_path, name="n.tif", bands="B02")
    assert not (tmp_path / "n.tif").exists()


def test_l1c_is_reflectance_at_the_top_of_the_atmosphere(tmp_path, bands):
    classi = np.zeros((3, 8, 8), np.uint8)
    classi[1, 0, 0] = 1
    log = Notes()
    result, path = run(products.safe(tmp_path, bands, classi=classi, level="L1C", baseline="04.00"), tmp_path, monitor=log)
    found = read(path)
    assert np.array_equal(found[0, 6:], bands["B02", 10][6:].astype(int) - 1000)
    assert (found[:, :6, :6] == NODATA).all()
    assert result.shadow_percent is None
    assert any("is an L1C product" in line for line in log.warnings)
    assert any("mark no shadows" in line for line in log.warnings)


@pytest.mark.parametrize(("wanted", "expected"), [
    ("B04, B03,B02", ["B04", "B03", "B02"]), ("red,green,blue", ["B04", "B03", "B02"]), ("4;8A;12", ["B04", "B8A", "B12"]),
    ("nir,nir08,swir16", ["B08", "B8A", "B11"]), ("b8,merah", ["B08", "B04"]),
])  # fmt: skip
def test_bands_have_many_spellings(tmp_path, bands, scl, wanted, expected):
    bands["B8A", 20], bands["B04", 20] = ramp(20), ramp(20)
    product = products.safe(tmp_path, bands, scl)
    assert names(run(product, tmp_path, bands=wanted)[0]) == expected
    assert names(run(product, tmp_path, bands=wanted, resolution_m=20)[0]) == expected


@pytest.mark.parametrize(("settings", "words"), [
    ({"bands": "B02,B99"}, "has no band B99: it has B02, B03"), ({"bands": "B10"}, "has no band B10"), ({"bands": "B02,blue"}, "names B02 twice"),
])  # fmt: skip
def test_bands_that_are_not_there(tmp_path, bands, scl, settings, words):
    with pytest.raises(PantauError, match=words):
        run(products.safe(tmp_path, bands, scl), tmp_path, **settings)


def test_a_missing_file_a_damaged_one_and_several_products(tmp_path, bands, scl):
    root = products.safe(tmp_path / "a", bands, scl)
    (path,) = [os.path.join(f, n) for f, _, files in os.walk(root) for n in files if n.endswith("_B05_20m.jp2")]
    os.remove(path)
    with pytest.raises(PantauError, match="_B05_20m.jp2 of band B05 is missing"):
        run(root, tmp_path)
    assert names(run(root, tmp_path, bands="B02")[0]) == ["B02"]
    other = products.safe(tmp_path / "a", bands, scl, name="S2B_OTHER.SAFE")
    with pytest.raises(PantauError, match="holds 2 products .*S2A_MSIL2A.*, S2B_OTHER.SAFE"):
        open_product(str(tmp_path / "a"))
    text = open(os.path.join(other, "MTD_MSIL2A.xml")).read()
    for damaged, words in (
        (text[: len(text) // 2], "damaged"),
        (text.replace("BOA_QUANT", "X"), "does not say how"),
        ("", "damaged"),
    ):
        open(os.path.join(other, "MTD_MSIL2A.xml"), "w").write(damaged)
        with pytest.raises(PantauError, match=words):
            open_product(other)


def test_what_is_no_product(tmp_path):
    (tmp_path / "notes.txt").write_text("nothing")
    (tmp_path / "broken.zip").write_text("no zip")
    folder = tmp_path / "stuff"
    folder.mkdir()
    (folder / "a.txt").write_text("a")
    archive = products.zipped(str(folder), tmp_path / "stuff.zip")
    for path in (str(tmp_path / "notes.txt"), archive, str(folder), str(tmp_path / "broken.zip")):
        with pytest.raises(PantauError, match="is no product that Pantau knows"):
            open_product(path)
    with pytest.raises(PantauError, match="There is no file or folder at"):
        open_product(str(tmp_path / "absent.zip"))


def test_a_gdal_without_jpeg_2000_is_named(tmp_path, bands, scl, monkeypatch):
    product = open_product(products.safe(tmp_path, bands, scl))
    monkeypatch.setattr(engine, "JPEG2000_DRIVERS", ())
    with pytest.raises(PantauError, match="cannot read JPEG 2000"):
        run(product, tmp_path)


# -- Landsat


@pytest.fixture
def landsat_bands():
    return {n: (8000 + 37 * n + np.arange(400).reshape(20, 20)).astype(np.uint16) for n in range(1, 8)}


def test_landsat_is_scaled_by_its_level_2_group(tmp_path, landsat_bands):
    landsat_bands[2][0, :3] = [0, 7273, 43636]  # fill; about 0; about 1
    root = products.landsat(tmp_path, landsat_bands, np.full((20, 20), 21824), endings=("txt", "xml", "json"))
    result, path = run(root, tmp_path)
    found = read(path)
    assert names(result) == ["SR_B2", "SR_B3", "SR_B4", "SR_B5", "SR_B6", "SR_B7"]
    assert found[0, 0, :3].tolist() == [NODATA, 0, 10000]  # 7273 * .0000275 - .2 = .0000075
    expected = landsat_bands[4] * 0.0000275 - 0.2
    assert np.abs(found[2] * 0.0001 - expected)[found[2] != NODATA].max() <= 0.00005 + 1e-7
    assert RasterSource(path).described_bands()[2][:2] == ("SR_B4", "red")
    name = products.LANDSAT
    archive, packed = products.tarred(root, tmp_path / "p.tar"), products.tarred(root, tmp_path / "p.tar.gz")
    log = Notes()
    ways = [archive, packed, *(os.path.join(root, f"{name}_MTL.{ending}") for ending in ("txt", "xml", "json"))]
    assert all(np.array_equal(read(run(way, tmp_path, monitor=log)[1]), found) for way in ways)
    assert sum("compressed tar" in line for line in log.warnings) == 1
    assert names(run(root, tmp_path, bands="red,nir")[0]) == ["SR_B4", "SR_B5"]


@pytest.mark.parametrize(
    ("bit", "what"), [(0, "fill"), (1, "cloud"), (2, "cloud"), (3, "cloud"), (4, "shadow"), (5, ""), (6, ""), (7, ""), (9, "")]
)
def test_bits_of_qa_pixel(tmp_path, landsat_bands, bit, what):
    qa = np.zeros((20, 20), np.uint16)
    qa[5, 6] = 1 << bit
    result, path = run(products.landsat(tmp_path, landsat_bands, qa), tmp_path, bands="2")
    expected = np.zeros((20, 20), bool)
    expected[5, 6] = bool(what)
    assert np.array_equal(read(path)[0] == NODATA, expected)
    shares = (result.nodata_percent, result.cloud_percent, result.shadow_percent)
    assert shares == pytest.approx([0.25 if what == one else 0 for one in ("fill", "cloud", "shadow")])


def test_older_landsats_have_other_colours_and_level_1_is_refused(tmp_path, landsat_bands):
    five = {n: landsat_bands[n] for n in (1, 2, 3, 4, 5, 7)}
    root = products.landsat(tmp_path, five, name="LT05_L2SP_117061_20080715_20200829_02_T1")
    result, path = run(root, tmp_path)
    assert names(result) == ["SR_B1", "SR_B2", "SR_B3", "SR_B4", "SR_B5", "SR_B7"]
    assert [band.common for band in RasterSource(path).described_bands()] == ["blue", "green", "red", "nir08", "swir16", "swir22"]
    assert result.cloud_percent is None
    with pytest.raises(PantauError, match="of level L1TP, no surface reflectance"):
        open_product(products.landsat(tmp_path, landsat_bands, level="L1TP", name="LC08_L1TP_117061_20230715_20230725_02_T1"))


# -- plain rasters


def test_whole_numbers_are_taken_as_reflectance_once_only(tmp_path):
    image = np.arange(2 * 20 * 30).reshape(2, 20, 30).astype(np.uint16) + 300
    path = write(tmp_path / "a.tif", image, names=["B4", "my band"])
    log = Notes()
    result, once = run(path, tmp_path, monitor=log)
    assert np.array_equal(read(once), image)
    assert RasterSource(once).scale_offset() == (0.0001, 0)
    assert names(result) == ["B4", "my band"]
    assert result.cloud_percent is None
    assert any("number x 0.0001" in line and "nothing says otherwise" in line for line in log.lines)
    assert any("has no mask of clouds" in line for line in log.warnings)
    again = Notes()
    twice = run(once, tmp_path, "twice.tif", again)[1]
    assert np.array_equal(read(twice), image)
    assert RasterSource(twice).scale_offset() == (0.0001, 0)
    assert any("prepared by Pantau already" in line for line in again.warnings + again.lines)


@pytest.mark.parametrize(("bare", "nodata", "percent"), [(0, None, 25.0), (65535, None, 25.0), (0, 7, None)])
def test_what_is_0_in_all_bands_of_an_export_is_no_data(tmp_path, bare, nodata, percent):
    """A quarter of the rows is 0, or the largest number, in both bands; one pixel is 0 in one band only and stays."""
    image = np.full((2, 20, 30), 900, np.uint16)
    image[:, 5:10] = bare
    image[0, 0, 0] = 0
    log = Notes()
    result, path = run(write(tmp_path / "a.tif", image, names=["B4", "B8"], nodata=nodata), tmp_path, monitor=log)
    found = read(path)
    assert found[0, 0, 0] == 0
    assert any("nothing in a.tif says that this is no data" in line for line in log.warnings) == (percent is not None)
    if percent is not None:
        assert (found[:, 5:10] == -32768).all()
        assert result.nodata_percent == pytest.approx(percent)
    else:
        assert (found[:, 5:10] == 0).all()


def test_a_prepared_product_is_not_scaled_again(tmp_path, bands, scl):
    scl[1, 1] = 9
    once = run(products.safe(tmp_path, bands, scl), tmp_path)[1]
    twice = run(once, tmp_path, "twice.tif")[1]
    assert np.array_equal(read(once), read(twice))


def test_scale_and_offset_of_the_file_count(tmp_path):
    image = np.full((1, 5, 6), 9000, np.uint16)
    path = write(tmp_path / "a.tif", image)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.00005)
    dataset.GetRasterBand(1).SetOffset(-0.2)
    dataset = None
    assert (read(run(path, tmp_path)[1]) == 2500).all()  # 9000 * .00005 - .2 = .25


def test_bytes_and_floating_numbers_stay_as_they_are(tmp_path):
    tiny = np.arange(30, dtype=np.uint8).reshape(1, 5, 6)
    found = read(run(write(tmp_path / "b.tif", tiny), tmp_path)[1])
    assert found.dtype == np.uint8
    assert np.array_equal(found, np.maximum(tiny, 1))
    decibel = -20 + np.arange(30, dtype=np.float32).reshape(1, 5, 6) / 7
    decibel[0, 2, 2] = np.nan
    found = read(run(write(tmp_path / "f.tif", decibel), tmp_path)[1])
    assert found.dtype == np.float32
    assert np.array_equal(found, decibel, equal_nan=True)


def test_earth_engine_landsat_is_known_by_its_band_names(tmp_path):
    image = np.stack([np.full((6, 6), 18182, np.uint16)] * 2 + [np.full((6, 6), 1 << 3, np.uint16)])
    image[2, 0, 0] = 0
    result, path = run(write(tmp_path / "ee.tif", image, names=["SR_B4", "SR_B5", "QA_PIXEL"]), tmp_path)
    assert read(path)[:, 0, 0].tolist() == [3000, 3000]  # 18182 * .0000275 - .2 = .300005
    assert (read(path) == NODATA).sum() == 2 * 35
    assert result.cloud_percent == pytest.approx(100 * 35 / 36)


def test_landsat_without_its_scale_is_known_over_water_too(tmp_path):
    # over water the short-wave infrared comes out below 0, which is stored as 7273: 7200 x .0000275 - .2 = -.002
    image = np.stack([np.full((6, 6), 9000, np.uint16), np.full((6, 6), 7200, np.uint16)])
    path = run(write(tmp_path / "ee.tif", image, names=["SR_B3_median", "SR_B6_median"]), tmp_path)[1]
    assert read(path)[:, 0, 0].tolist() == [475, -20]
    dark = write(
        tmp_path / "dark.tif", image // 10, names=["SR_B3", "SR_B6"]
    )  # reflectance x 10 000, whatever its bands are called
    assert read(run(dark, tmp_path)[1])[:, 0, 0].tolist() == [900, 720]


@pytest.mark.parametrize(("name", "bits", "percent"), [
    ("s2_20210801.tif", 1 << 10 | 1 << 11, 50), ("s2_20210801.tif", 1 << 10, 50), ("s2_20210801.tif", 1 << 11, 50),
    ("s2_20210801.tif", 0, 0), ("s2_20230801.tif", 0, None), ("s2.tif", 0, None), ("s2_20230801.tif", 1 << 9 | 1 << 12, None),
])  # fmt: skip
def test_qa60_counts_where_it_says_something(tmp_path, name, bits, percent):
    image = np.full((3, 4, 6), 900, np.uint16)
    image[2] = 0
    image[2, :2] = bits
    log = Notes()
    result, path = run(write(tmp_path / name, image, names=["B4", "B3", "QA60"]), tmp_path, monitor=log)
    assert names(result) == ["B4", "B3"]
    assert result.cloud_percent == percent
    assert result.shadow_percent is None
    assert (read(path)[0] == NODATA).mean() == (percent or 0) / 100
    assert any("2022-01-25 to 2024-02-28" in line for line in log.warnings) == (percent is None)
    assert any("mark no shadows" in line for line in log.warnings)


def test_band_files_of_different_grids(tmp_path):
    folder = tmp_path / "bands"
    folder.mkdir()
    fine, coarse = np.full((12, 12), 800, np.uint16), np.full((6, 6), 1200, np.uint16)
    write(folder / "x_B04.tif", fine)
    write(folder / "x_B11.tif", coarse, transform=(500000, 20, 0, 9900000, 0, -20))
    scl = np.full((6, 6), CLEAR, np.uint8)
    scl[0, 0] = 9
    write(folder / "x_SCL.tif", scl, transform=(500000, 20, 0, 9900000, 0, -20))
    result, path = run(str(folder), tmp_path)
    found = read(path)
    assert names(result) == ["B04", "B11"]
    assert found.shape == (2, 12, 12)
    assert (found[:, :2, :2] == NODATA).all()
    assert set(np.unique(found[1])) == {NODATA, 1200}
    assert result.cloud_percent == pytest.approx(100 * 4 / 144)


def test_numbers_and_names_choose_bands_of_a_raster(tmp_path):
    image = np.arange(4)[:, None, None] * 100 + np.full((4, 3, 3), 7)
    path = write(tmp_path / "a.tif", image.astype(np.uint16), names=["B2", "B3", "SCL", "B4"])
    assert read(run(path, tmp_path, bands="4,1")[1])[:, 0, 0].tolist() == [307, 7]
    assert read(run(path, tmp_path, bands="red,B02")[1])[:, 0, 0].tolist() == [307, 7]
    with pytest.raises(PantauError, match="has no band 3: it has 1 B2, 2 B3, 4 B4"):
        run(path, tmp_path, bands="3")


def test_a_band_file_of_a_safe_is_sent_back_to_its_product(tmp_path, bands, scl):
    root = products.safe(tmp_path, bands, scl)
    (path,) = [os.path.join(f, n) for f, _, files in os.walk(root) for n in files if n.endswith("_B04_10m.jp2")]
    with pytest.raises(PantauError, match="is a part of the product"):
        open_rasters([(path, "")])
    alone = str(tmp_path / os.path.basename(path))
    shutil.copyfile(path, alone)
    assert open_rasters([(alone, "")]).layers[0].band.wavelength_nm == 664.6


BAND_FILE = "T50MKB_20200101T022101_B05_20m.tif"


def test_a_file_called_like_a_safes_keeps_what_it_says_of_no_data(tmp_path):
    image = np.full((4, 6), 1000, np.uint16)
    image[:, :2], image[0, 5] = 65535, 0
    found = read(run(write(tmp_path / BAND_FILE, image, nodata=65535), tmp_path)[1])[0]
    assert (found[:, :2] == NODATA).all()
    assert sorted(np.unique(found[:, 2:])) == [0, 1000]
    mask = np.where(image == 65535, 0, 255).astype(np.uint8)
    for folder in ("masked", "plain"):
        (tmp_path / folder).mkdir()
    found = read(run(write(tmp_path / "masked" / BAND_FILE, image, mask=mask), tmp_path)[1])[0]
    assert (found[:, :2] == NODATA).all()
    found = read(run(write(tmp_path / "plain" / BAND_FILE, image), tmp_path)[1])[0]  # as ESA's own, which say nothing: 0 is no data
    assert found[0].tolist() == [32767, 32767, 1000, 1000, 1000, NODATA]


def test_a_file_called_like_a_safes_may_hold_decimals_or_several_bands(tmp_path):
    decimals = np.full((4, 6), 0.25, np.float32)
    decimals[0, 0] = 0
    assert np.array_equal(read(run(write(tmp_path / BAND_FILE, decimals), tmp_path)[1])[0], decimals)
    several = np.stack([np.full((4, 6), value, np.uint16) for value in (700, 0, 900)])
    found = read(run(write(tmp_path / BAND_FILE, several), tmp_path)[1])
    assert found[:, 0, 0].tolist() == [700, 0, 900]


def test_an_input_is_never_overwritten(tmp_path, monkeypatch):
    path = write(tmp_path / "out.tif", np.full((1, 4, 4), 500, np.uint16))
    before = open(path, "rb").read()
    with pytest.raises(PantauError, match="is a file of the input"):
        run(path, tmp_path)
    monkeypatch.setattr(os.path, "normcase", str.lower)  # as Windows compares names
    with pytest.raises(PantauError, match="is a file of the input"):
        run(path, tmp_path, "OUT.tif")
    assert open(path, "rb").read() == before


def test_nor_a_band_of_the_folder_that_was_not_asked_for(tmp_path):
    for name in ("x_B03", "x_B04"):
        write(tmp_path / f"{name}.tif", np.full((4, 4), 500, np.uint16))
    before = (tmp_path / "x_B04.tif").read_bytes()
    with pytest.raises(PantauError, match="x_B04.tif is a file of the input"):
        run(str(tmp_path), tmp_path, "x_B04.tif", bands="B03")
    assert (tmp_path / "x_B04.tif").read_bytes() == before


def test_a_scene_in_the_folder_of_its_bands_is_no_band_of_the_next(tmp_path, landsat_bands):
    folder = tmp_path / "bands"
    folder.mkdir()
    for name, value in (("x_B03", 500), ("x_B04", 600)):
        write(folder / f"{name}.tif", np.full((4, 4), value, np.uint16))
    for _ in range(2):
        result, path = run(str(folder), folder, "scene.tif")
        assert names(result) == ["B03", "B04"]
        assert read(path)[:, 0, 0].tolist() == [500, 600]
    # a folder of nothing but scenes is one of rasters; beside a product it is that which is meant
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copyfile(path, alone / "scene.tif")
    assert names(run(str(alone), tmp_path)[0]) == ["B03", "B04"]
    products.landsat(alone, landsat_bands)
    assert open_product(str(alone)).kind == "landsat"


def test_degrees_take_a_resolution_in_metres(tmp_path):
    image = np.full((1, 30, 30), 900, np.uint16)
    step = 10 / 111319.490793
    path = write(tmp_path / "d.tif", image, epsg=4326, transform=(117, step, 0, -1, 0, -step))
    found = run(path, tmp_path, resolution_m=30)[1]
    assert read(found).shape == (1, 10, 10)
    assert (read(found) == 900).all()


def test_provenance_is_json(tmp_path):
    found = run(write(tmp_path / "a.tif", np.full((1, 4, 4), 500, np.uint16)), tmp_path)[1]
    assert json.loads(gdal.Open(found).GetMetadataItem("provenance", "PANTAU"))["algorithm"] == "pantau:preparescene"
