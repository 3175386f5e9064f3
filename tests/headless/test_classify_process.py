"""A real scene classified by the real qgis_process."""

import json
import shutil

import numpy as np
import pytest
from osgeo import gdal
from pantau.plugin.engine.landcover.forest import forest_card, from_estimators, write_forest
from pantau.plugin.engine.raster.legend import Legend, LegendEntry, read_legend
from pantau.plugin.engine.raster.sensors import Band
from process import call, needs_qgis_process
from scenes import read
from sklearn.ensemble import RandomForestClassifier

pytestmark = needs_qgis_process


def test_the_amazon_scene_is_what_scikit_learn_makes_of_it(data, tmp_path):
    place = data / "landcover" / "sentinel2_amazon"
    for name in ("sen2.tif", "trainingPolygons_sen2.gpkg"):
        shutil.copyfile(place / name, tmp_path / name)
    opened, drawn = gdal.Open(str(tmp_path / "sen2.tif")), gdal.OpenEx(str(tmp_path / "trainingPolygons_sen2.gpkg"))
    image = opened.ReadAsArray()
    names = [opened.GetRasterBand(n + 1).GetDescription() for n in range(opened.RasterCount)]
    layer = drawn.GetLayer()
    kinds = sorted({feature["class"] for feature in layer})
    truth = gdal.GetDriverByName("MEM").Create("", opened.RasterXSize, opened.RasterYSize, 1, gdal.GDT_Byte)
    truth.SetGeoTransform(opened.GetGeoTransform())
    truth.SetProjection(opened.GetProjection())
    for number, kind in enumerate(kinds, 1):
        layer.SetAttributeFilter(f"class = '{kind}'")
        gdal.RasterizeLayer(truth, [1], layer, burn_values=[number])
    truth = truth.ReadAsArray()
    pixels = image.reshape(len(image), -1).T
    fitted = RandomForestClassifier(50, random_state=0).fit(pixels[truth.ravel() > 0], truth[truth > 0])
    legend = Legend(tuple(LegendEntry(n, kind, kind, color) for n, (kind, color) in enumerate(zip(kinds, ["#111111", "#222222", "#333333", "#444444"]), 1)))  # fmt: skip
    document = forest_card(
        name="amazon", bands=[Band(name) for name in names], scaling=[(1, 0)] * len(names), legend=legend, nodata=None, training={},
        evaluation={},
    )  # fmt: skip
    write_forest(str(tmp_path / "amazon.onnx"), from_estimators(fitted.estimators_, len(kinds)), document)
    results = call("pantau:classify", "--", f"INPUT={tmp_path}/sen2.tif", f"MODEL={tmp_path}/amazon.onnx",
                   f"OUTPUT={tmp_path}/classes.tif", f"CONFIDENCE={tmp_path}/confidence.tif")  # fmt: skip
    shares = fitted.predict_proba(pixels).reshape(*image.shape[1:], -1)
    classes, confidence = read(tmp_path / "classes.tif")[0], read(tmp_path / "confidence.tif")[0]
    clear = np.sort(shares, axis=-1)[..., -1] - np.sort(shares, axis=-1)[..., -2] > 1e-6
    assert np.array_equal(classes[clear], shares.argmax(axis=-1)[clear] + 1)
    assert clear.mean() > 0.99
    assert np.abs(confidence / 200 - shares.max(axis=-1)).max() <= 0.0025 + 1e-6
    assert read_legend(str(tmp_path / "classes.tif")) == legend
    # the whole scene: 237 x 247 pixels of about 10 m
    assert sum(json.loads(results["CLASS_HA"]).values()) == pytest.approx(237 * 247 / 100, rel=0.02)
