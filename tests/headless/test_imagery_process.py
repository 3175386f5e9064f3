"""Composites and spectral indices through the real qgis_process."""

import shutil

import numpy as np
from osgeo import gdal
from process import call, needs_qgis_process
from scenes import read, write

pytestmark = needs_qgis_process


def test_the_median_of_three_dates_of_a_real_burst(data, tmp_path):
    stack, inputs = [], []
    for path in sorted((data / "sar" / "vh_vv_california").rglob("*T137-292320-IW1*_VH.tif")):
        shutil.copyfile(path, tmp_path / path.name)
        stack.append(read(tmp_path / path.name))
        inputs.append(f"INPUTS={tmp_path / path.name}")
    results = call("pantau:composite", "--", *inputs, f"OUTPUT={tmp_path}/out.tif", f"COUNT={tmp_path}/count.tif")
    assert results["RASTERS"] == len(stack) == 3
    assert results["RESAMPLED"] == 0
    assert np.array_equal(read(tmp_path / "count.tif"), np.isfinite(stack).sum(axis=0))
    assert np.allclose(read(tmp_path / "out.tif"), np.nanmedian(stack, axis=0), equal_nan=True)


def test_indices_of_a_composite_of_a_real_scene(data, tmp_path):
    shutil.copyfile(data / "landcover" / "sentinel2_amazon" / "sen2.tif", tmp_path / "sen2.tif")
    bands = read(tmp_path / "sen2.tif")
    dimmer = write(tmp_path / "dimmer.tif", bands * np.float32(0.5), names=[f"B{n}" for n in (1, 2, 3, 4, 5, 6, 7, 8)] + ["B8A", "B9", "B11", "B12"], epsg=4326, transform=gdal.Open(str(tmp_path / "sen2.tif")).GetGeoTransform())  # fmt: skip
    call("pantau:composite", "--", f"INPUTS={tmp_path}/sen2.tif", f"INPUTS={dimmer}", f"OUTPUT={tmp_path}/c.tif")
    assert np.allclose(read(tmp_path / "c.tif"), 0.75 * bands)
    results = call("pantau:spectralindices", "--", f"INPUT={tmp_path}/c.tif", "INDICES=NDVI,MNDWI", f"OUTPUT={tmp_path}/i.tif")
    assert results["BANDS_USED"] == "green B3, red B4, nir B8, swir16 B11"
    found = read(tmp_path / "i.tif")
    assert found.shape[0] == 14
    assert np.allclose(found[12], (bands[7] - bands[3]) / (bands[7] + bands[3]), atol=1e-5)
