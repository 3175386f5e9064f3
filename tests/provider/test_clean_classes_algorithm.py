"""`pantau:cleanclasses` as the toolbox and the modeler run it."""

import numpy as np
import processing
import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsRasterLayer
from scenes import read, write


def run(**parameters):
    return processing.run("pantau:cleanclasses", parameters)


@pytest.fixture
def scene(tmp_path):
    """Two halves, with a lone pixel in one and three pixels in a row in the other."""
    array = np.ones((20, 30), np.uint8)
    array[:, 15:] = 2
    array[5, 5], array[10, 20:23] = 2, 1
    return write(tmp_path / "a.tif", array)


def test_methods_and_numbers(provider, scene, tmp_path):
    halves = np.ones((20, 30), np.uint8)
    halves[:, 15:] = 2
    result = run(INPUT=scene, OUTPUT=str(tmp_path / "m.tif"))
    assert np.array_equal(read(result["OUTPUT"])[0], halves)
    assert result["CHANGED_HA"] == pytest.approx(0.04, rel=2e-3)
    assert result["CHANGED_PERCENT"] == pytest.approx(100 * 4 / 600, rel=1e-3)
    result = run(INPUT=scene, METHOD="sieve", MIN_AREA_HA=0.02, OUTPUT=str(tmp_path / "s.tif"))
    assert result["CHANGED_HA"] == pytest.approx(0.01, rel=2e-3)
    assert (result["SMALL"], result["LEFT"], result["LEFT_HA"]) == (1, 0, 0)
    assert all(type(value) is float for name, value in result.items() if name != "OUTPUT")
    assert set(result) == {one.name() for one in provider.algorithm("cleanclasses").outputDefinitions()}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"SIZE": 4}, "SIZE is 4"),
        ({"METHOD": "sieve"}, "MIN_AREA_HA is 0, so the sieve would keep every patch"),
        ({"METHOD": "median"}, "METHOD"),
        ({"INPUT": "nowhere.tif"}, "nowhere.tif"),
        ({"OUTPUT": "b.png"}, "b.png is not a GeoTIFF name"),
    ],
)
def test_what_cannot_be_is_one_sentence(provider, scene, tmp_path, values, words):
    with pytest.raises(QgsProcessingException, match=words) as told:
        run(**{"INPUT": scene, "OUTPUT": str(tmp_path / "b.tif"), **values})
    assert "Traceback" not in str(told.value)
    assert not (tmp_path / "b.tif").exists()


def test_the_map_itself_is_not_overwritten(provider, scene):
    before = read(scene)
    with pytest.raises(QgsProcessingException, match="are the same file"):
        run(INPUT=scene, OUTPUT=scene)
    assert np.array_equal(read(scene), before)


def test_a_layer_of_the_project_and_its_crs(provider, scene, tmp_path):
    layer = QgsRasterLayer(write(tmp_path / "n.tif", read(scene)[0], epsg=None), "classes")
    QgsProject.instance().addMapLayer(layer)
    with pytest.raises(QgsProcessingException, match="no coordinate system"):
        run(INPUT=layer, OUTPUT=str(tmp_path / "b.tif"))
    layer.setCrs(QgsRasterLayer(scene, "a").crs())
    assert run(INPUT=layer, OUTPUT=str(tmp_path / "b.tif"))["CHANGED_HA"] == pytest.approx(0.04, rel=2e-3)
    QgsProject.instance().removeMapLayer(layer.id())
