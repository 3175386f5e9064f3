"""`pantau:composite` as the toolbox and the modeler run it."""

import numpy as np
import processing
import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsRasterLayer, QgsVectorLayer
from scenes import read, write


def run(feedback=None, **parameters):
    return processing.run("pantau:composite", parameters, feedback=feedback)


@pytest.fixture
def dates(tmp_path):
    """Three dates of two bands: 10, 20 and 60, the second band ten times as much; a corner is missing in the first."""
    paths = []
    for i, value in enumerate((10, 20, 60)):
        image = np.full((2, 30, 40), value, np.uint16) * np.array([1, 10], np.uint16)[:, None, None]
        image[:, :5, :5] *= i > 0
        paths.append(write(tmp_path / f"date{i}.tif", image, nodata=0, names=["B04", "B08"]))
    return paths


def test_defaults_layers_and_numbers(provider, dates, tmp_path):
    out, count = str(tmp_path / "out.tif"), str(tmp_path / "count.tif")
    result = run(INPUTS=[dates[0], QgsRasterLayer(dates[1], "second"), dates[2]], OUTPUT=out, COUNT=count)
    values = read(out)
    assert (values[0, 10, 10], values[1, 10, 10], values[0, 0, 0]) == (20, 200, 40)
    assert (read(count)[0, 10, 10], read(count)[0, 0, 0]) == (3, 2)
    assert (result["RASTERS"], result["RESAMPLED"]) == (3.0, 0.0)
    assert type(result["MPX_PER_S"]) is float
    algorithm = provider.algorithm("composite")
    assert set(result) <= {one.name() for one in algorithm.outputDefinitions()}
    names = [one.name() for one in algorithm.parameterDefinitions()]
    assert names == ["INPUTS", "METHOD", "REFERENCE", "RESAMPLING", "AOI", "OUTPUT", "COUNT"]
    assert algorithm.parameterDefinition("METHOD").options() == ["median", "mean", "min", "max", "count", "first"]
    assert algorithm.parameterDefinition("RESAMPLING").options() == ["nearest", "bilinear", "cubic"]
    assert (algorithm.group(), algorithm.groupId()) == ("Imagery", "imagery")
    for part in ("<b>Outputs.</b>", "<b>Example.</b>", "<b>Source.</b>", *algorithm.parameterDefinition("METHOD").options()):
        assert part in algorithm.shortHelpString()


@pytest.mark.parametrize(("method", "expected"), [("mean", 30), ("min", 10), ("max", 60), ("first", 10), ("count", 3)])
def test_methods(provider, dates, tmp_path, method, expected):
    result = run(INPUTS=dates, METHOD=method, OUTPUT=str(tmp_path / "out.tif"))
    assert read(result["OUTPUT"])[0, 10, 10] == expected
    assert "COUNT" not in result


def test_a_reference_and_an_area_of_interest(provider, dates, tmp_path):
    reference = write(tmp_path / "r.tif", np.zeros((8, 8), np.uint8), transform=(500_100.0, 20.0, 0, 9_899_900.0, 0, -20.0))
    result = run(INPUTS=dates, REFERENCE=reference, RESAMPLING="nearest", OUTPUT=str(tmp_path / "out.tif"))
    assert result["RESAMPLED"] == 3
    assert read(result["OUTPUT"]).shape == (2, 8, 8)
    area = QgsVectorLayer("Polygon?crs=EPSG:32750", "area", "memory")
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle

    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(500_100, 9_899_800, 500_200, 9_899_900)))
    area.dataProvider().addFeature(feature)
    result = run(INPUTS=dates, AOI=area, OUTPUT=str(tmp_path / "cut.tif"))
    assert read(result["OUTPUT"]).shape == (2, 10, 10)


def test_mistakes_are_one_sentence(provider, dates, tmp_path):
    out = str(tmp_path / "out.tif")
    three = write(tmp_path / "three.tif", np.ones((3, 5, 5), np.uint16))
    for parameters, match in (
        ({"INPUTS": dates}, "No output is asked for"),
        ({"INPUTS": dates, "OUTPUT": dates[1]}, "are the same file"),
        ({"INPUTS": dates, "OUTPUT": out, "COUNT": out}, "are the same file"),
        ({"INPUTS": [dates[0], str(tmp_path / "none.tif")], "OUTPUT": out}, "no raster at"),
        ({"INPUTS": [], "OUTPUT": out}, "INPUTS"),
        ({"INPUTS": dates, "OUTPUT": str(tmp_path / "out.png")}, "not a GeoTIFF name"),
        ({"INPUTS": [*dates, three], "OUTPUT": out}, "has 3 bands and date0.tif has 2"),
    ):
        with pytest.raises(QgsProcessingException, match=match):
            run(**parameters)
    assert not (tmp_path / "out.tif").exists()


def test_cancelling_writes_nothing(provider, dates, tmp_path):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(feedback, INPUTS=dates, OUTPUT=str(tmp_path / "out.tif"))
    assert not list(tmp_path.glob("out*"))
