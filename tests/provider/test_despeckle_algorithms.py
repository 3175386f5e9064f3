"""`pantau:backscatterunits`, `pantau:despeckle` and `pantau:despecklestack` as the toolbox and the modeler run them."""

import os

import numpy as np
import processing
import pytest
from pantau.plugin.engine.burn.speckle import Speckle, despeckle
from pantau.plugin.engine.burn.units import to_db
from pantau.processing_provider import styles
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from scenes import read, write

LOOKS = 4.4


def run(name, feedback=None, **parameters):
    return processing.run(f"pantau:{name}", parameters, feedback=feedback)


@pytest.fixture
def power():
    values = (0.05 * np.random.default_rng(0).gamma(LOOKS, 1 / LOOKS, (2, 120, 150))).astype(np.float32)
    values[1] *= 4
    values[0, :5] = 0
    return values


@pytest.fixture
def image(tmp_path, power):
    return write(tmp_path / "power.tif", power, names=["VH", "VV"])


def square(west, south, side):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32750", "area", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, south, west + side, south + side)))
    layer.dataProvider().addFeature(feature)
    return layer


@pytest.mark.parametrize(
    ("name", "parameters", "options"),
    [
        ("backscatterunits", ["INPUT", "TO", "OUTPUT", "UNITS"], {"TO": ["db", "linear"], "UNITS": ["auto", "linear", "db"]}),
        (
            "despeckle", ["INPUT", "FILTER", "SIZE", "LOOKS", "UNITS", "OUTPUT", "AOI"],
            {"FILTER": ["lee", "kuan", "refined_lee", "lee_sigma", "gamma_map", "boxcar"], "UNITS": ["auto", "linear", "db"]},
        ),
        ("despecklestack", ["INPUTS", "SIZE", "LOOKS", "FOLDER", "UNITS", "AOI"], {"UNITS": ["auto", "linear", "db"]}),
    ],
)  # fmt: skip
def test_the_contract(provider, name, parameters, options):
    algorithm = provider.algorithm(name)
    assert [one.name() for one in algorithm.parameterDefinitions()] == parameters
    for parameter, codes in options.items():
        assert algorithm.parameterDefinition(parameter).options() == codes
        assert algorithm.parameterDefinition(parameter).usesStaticStrings()
        assert all(code in algorithm.shortHelpString() for code in codes)
    assert (algorithm.group(), algorithm.groupId()) == ("Imagery", "imagery")
    for part in ("<b>How.</b>", "<b>Choices.</b>", "<b>Outputs.</b>", "<b>Example.</b>", "<b>Source.</b>"):
        assert part in algorithm.shortHelpString()
    for one in algorithm.outputDefinitions():
        assert one.name() in algorithm.shortHelpString() or one.name() in ("OUTPUT", "FOLDER")


def test_input_and_output_alone(provider, image, power, tmp_path):
    out = str(tmp_path / "out.tif")
    result = run("despeckle", INPUT=QgsRasterLayer(image, "radar"), OUTPUT=out)
    assert result["LOOKS_USED"] == pytest.approx(LOOKS, rel=0.1)
    assert (result["UNITS_USED"], result["EMPTY"]) == ("linear", 5 * 150)
    assert all(type(result[name]) is float for name in ("LOOKS_USED", "EMPTY", "MPX_PER_S"))
    assert set(result) <= {one.name() for one in provider.algorithm("despeckle").outputDefinitions()}
    for found, band in zip(read(out), power):
        assert np.array_equal(found, despeckle(band, Speckle("lee", 7, result["LOOKS_USED"])), equal_nan=True)


def test_each_filter_with_its_window(provider, image, power, tmp_path):
    for filter in ("kuan", "refined_lee", "gamma_map", "boxcar"):
        result = run("despeckle", INPUT=image, FILTER=filter, SIZE=5, LOOKS=3, OUTPUT=str(tmp_path / "out.tif"))
        assert result["LOOKS_USED"] == 3
        expected = despeckle(power[1], Speckle(filter, 5, 3))
        assert np.array_equal(read(result["OUTPUT"])[1], expected)
    assert run("despeckle", INPUT=image, FILTER="boxcar", OUTPUT=str(tmp_path / "out.tif"))["LOOKS_USED"] == 0


def test_an_area_of_interest(provider, image, tmp_path):
    result = run("despeckle", INPUT=image, AOI=square(500_200, 9_899_500, 100), OUTPUT=str(tmp_path / "out.tif"))
    assert read(result["OUTPUT"]).shape == (2, 10, 10)


def test_units_there_and_back(provider, image, power, tmp_path):
    result = run("backscatterunits", INPUT=image, OUTPUT=str(tmp_path / "db.tif"))
    assert (result["UNITS_USED"], result["EMPTY"]) == ("linear", 5 * 150)
    assert np.allclose(read(tmp_path / "db.tif"), to_db(power), equal_nan=True)
    result = run("backscatterunits", INPUT=str(tmp_path / "db.tif"), TO="linear", OUTPUT=str(tmp_path / "back.tif"))
    assert result["UNITS_USED"] == "db"
    assert np.allclose(read(tmp_path / "back.tif"), np.where(power > 0, power, np.nan), rtol=1e-5, equal_nan=True)


def test_a_stack(provider, tmp_path, power):
    paths = [write(tmp_path / f"date{n}.tif", np.roll(power, (7 * n, 11 * n), (1, 2))) for n in range(4)]
    folder = str(tmp_path / "out")
    result = run("despecklestack", INPUTS=[paths[0], QgsRasterLayer(paths[1], "second"), *paths[2:]], SIZE=5, FOLDER=folder)
    assert sorted(os.listdir(folder)) == ["date0.tif", "date1.tif", "date2.tif", "date3.tif"]
    assert (result["FOLDER"], result["DATES"], result["RESAMPLED"]) == (folder, 4.0, 0.0)
    assert result["LOOKS_AFTER"] == pytest.approx(result["LOOKS_USED"] * 4 * 25 / 28)
    assert result["EMPTY"] == 4 * 5 * 150
    after = read(f"{folder}/date2.tif")[1]
    assert after.mean() ** 2 / after.var() > 2.5 * LOOKS
    part = run("despecklestack", INPUTS=paths, LOOKS=LOOKS, AOI=square(500_200, 9_899_500, 100), FOLDER="TEMPORARY_OUTPUT")
    assert read(os.path.join(part["FOLDER"], "date3.tif")).shape == (2, 10, 10)
    assert part["LOOKS_USED"] == LOOKS


def test_mistakes_are_one_sentence(provider, image, tmp_path, power):
    out, numbers = str(tmp_path / "out.tif"), write(tmp_path / "numbers.tif", (power * 1e5).astype(np.uint16))
    for name, parameters, match in (
        ("despeckle", {"INPUT": image, "OUTPUT": image}, "are the same file"),
        ("despeckle", {"INPUT": image, "OUTPUT": out, "SIZE": 6}, "SIZE is 6: give an odd number"),
        ("despeckle", {"INPUT": image, "OUTPUT": out, "LOOKS": 0}, "LOOKS is 0"),
        ("despeckle", {"INPUT": image, "OUTPUT": out, "AOI": square(0, 0, 10)}, "outside the raster"),
        ("despeckle", {"INPUT": numbers, "OUTPUT": out}, "whole numbers"),
        ("despeckle", {"INPUT": str(tmp_path / "none.tif"), "OUTPUT": out}, "no raster at"),
        ("backscatterunits", {"INPUT": numbers, "OUTPUT": out}, "whole numbers"),
        ("backscatterunits", {"INPUT": image, "OUTPUT": str(tmp_path / "out.png")}, "not a GeoTIFF name"),
        ("despecklestack", {"INPUTS": [image], "FOLDER": str(tmp_path / "f")}, "names 1 rasters"),
        ("despecklestack", {"INPUTS": [image, numbers], "FOLDER": str(tmp_path)}, "would be replaced"),
        ("despecklestack", {"INPUTS": [image, image], "FOLDER": str(tmp_path / "f"), "SIZE": 2}, "SIZE is 2"),
    ):
        with pytest.raises(QgsProcessingException, match=match):
            run(name, **parameters)
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".xml") == ["numbers.tif", "power.tif"]


def test_cancelling_writes_nothing(provider, image, tmp_path):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    for name, parameters in (
        ("despeckle", {"INPUT": image, "OUTPUT": str(tmp_path / "out.tif")}),
        ("backscatterunits", {"INPUT": image, "OUTPUT": str(tmp_path / "out.tif")}),
        ("despecklestack", {"INPUTS": [image, image], "FOLDER": str(tmp_path / "out")}),
    ):
        with pytest.raises(QgsProcessingException, match="cancelled"):
            run(name, feedback, **parameters)
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".xml"] == ["power.tif"]


def test_backscatter_is_shown_in_greys_even_in_decibels(provider, image):
    layer = QgsRasterLayer(image, "radar")
    styles.backscatter(0.01, 1.0)(layer)
    items = layer.renderer().shader().rasterShaderFunction().colorRampItemList()
    assert [round(item.value, 4) for item in items[::4]] == [0.01, 0.1, 1.0]
    assert [item.color.name() for item in items[::4]] == ["#000000", "#808080", "#ffffff"]
    styles.backscatter(-20.0, -10.0)(layer)
    items = layer.renderer().shader().rasterShaderFunction().colorRampItemList()
    assert [item.value for item in items[::4]] == [-20, -15, -10]
    styles.backscatter(0.0, 0.0)(layer)  # as where there is no data
    assert layer.renderer().classificationMin() == 0
