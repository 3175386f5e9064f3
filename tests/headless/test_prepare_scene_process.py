"""Satellite scenes through the real qgis_process."""

import shutil

import numpy as np
import products
from osgeo import gdal
from process import call, needs_qgis_process
from scenes import read

pytestmark = needs_qgis_process


def test_a_zip_as_it_is_downloaded(tmp_path):
    bands = {(name, 10): np.full((48, 48), 1500, np.uint16) for name in ("B02", "B03", "B04")}
    scl = np.full((24, 24), 4, np.uint8)
    scl[:6] = 9
    archive = products.zipped(products.safe(tmp_path, bands, scl), tmp_path / "product.zip")
    result = call(
        "pantau:preparescene", "--", f"INPUT={archive}", "BANDS=B04,B03,B02", "RESOLUTION=20", f"OUTPUT={tmp_path}/scene.tif"
    )
    found = read(tmp_path / "scene.tif")
    assert found.shape == (3, 24, 24)
    assert (found[:, :6] == -32768).all()
    assert (found[:, 6:] == 500).all()
    assert result["CLOUD_PERCENT"] == 25


def test_a_real_raster_and_real_band_files_keep_their_numbers(data, tmp_path):
    origin = data / "landcover" / "landsat8_parana" / "LC08_L1TP_224078_20200518_20200518_01_RT.TIF"
    copy = shutil.copyfile(origin, tmp_path / "image.tif")
    whole = call("pantau:preparescene", "--", f"RASTERS={copy}", f"OUTPUT={tmp_path}/whole.tif")
    assert "CLOUD_PERCENT" not in whole or whole["CLOUD_PERCENT"] is None
    expected = np.minimum(read(copy).astype(int), 32767)
    found = read(tmp_path / "whole.tif")
    assert np.array_equal(found[found != -32768], expected[found != -32768])
    parts = []
    for number in (1, 2):
        parts.append(f"RASTERS={tmp_path}/part{number}.tif")
        gdal.Translate(f"{tmp_path}/part{number}.tif", str(copy), bandList=[number])
    call("pantau:preparescene", "--", *parts, f"OUTPUT={tmp_path}/parts.tif")
    assert read(tmp_path / "parts.tif").shape == (2, *found.shape[1:])
