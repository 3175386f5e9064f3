"""`pantau:spectralindices` as the toolbox and the modeler run it."""

import numpy as np
import processing
import pytest
from pantau.plugin.engine.raster.indices import INDICES
from qgis.core import QgsProcessingException, QgsProcessingFeedback
from scenes import read, write


def run(feedback=None, **parameters):
    return processing.run("pantau:spectralindices", parameters, feedback=feedback)


@pytest.fixture
def image(tmp_path):
    """Red 0.04 and near infrared 0.36 everywhere."""
    bands = np.array([400, 3600], np.uint16)[:, None, None].repeat(20, 1).repeat(30, 2)
    return write(tmp_path / "image.tif", bands, names=["B04", "B08"])


def test_defaults(provider, image, tmp_path):
    result = run(INPUT=image, OUTPUT=str(tmp_path / "out.tif"))
    assert read(result["OUTPUT"])[:, 3, 4] == pytest.approx([400, 3600, 0.8, 1.5 * 0.32 / 0.9, -0.8])  # NDVI, SAVI, NDSI
    assert result["BANDS_USED"] == "red B04, nir B08"
    assert type(result["MPX_PER_S"]) is float
    algorithm = provider.algorithm("spectralindices")
    assert set(result) <= {one.name() for one in algorithm.outputDefinitions()}
    assert [one.name() for one in algorithm.parameterDefinitions()] == ["INPUT", "INDICES", "KEEP_BANDS", "OUTPUT"]
    assert algorithm.parameterDefinition("KEEP_BANDS").defaultValue() is True
    assert (algorithm.group(), algorithm.groupId()) == ("Imagery", "imagery")
    text = algorithm.shortHelpString()
    for part in ("<b>Outputs.</b>", "<b>Example.</b>", "<b>Source.</b>", *INDICES, *(one.formula for one in INDICES.values())):
        assert part in text


def test_indices_alone(provider, image, tmp_path):
    result = run(INPUT=image, INDICES="ndvi", KEEP_BANDS=False, OUTPUT=str(tmp_path / "out.tif"))
    assert read(result["OUTPUT"]).shape == (1, 20, 30)
    assert read(result["OUTPUT"]) == pytest.approx(0.8)


def test_mistakes_are_one_sentence(provider, image, tmp_path):
    out = str(tmp_path / "out.tif")
    bare = write(tmp_path / "bare.tif", np.ones((7, 5, 5), np.uint16), names=[f"B{n}" for n in range(1, 8)])
    for parameters, match in (
        ({"INPUT": image, "INDICES": "NDVI,WET", "OUTPUT": out}, "WET is not an index known here: choose among NDVI"),
        ({"INPUT": image, "INDICES": "NDBI", "OUTPUT": out}, "no band that is known to be swir16"),
        ({"INPUT": bare, "INDICES": "NDVI", "OUTPUT": out}, "name the bands red, green, blue"),
        ({"INPUT": bare, "OUTPUT": out}, "name the bands red, green, blue"),
        ({"INPUT": image, "OUTPUT": image}, "are the same file"),
        ({"INPUT": str(tmp_path / "none.tif"), "OUTPUT": out}, "no raster at"),
    ):
        with pytest.raises(QgsProcessingException, match=match):
            run(**parameters)
    assert not (tmp_path / "out.tif").exists()


def test_cancelling_writes_nothing(provider, image, tmp_path):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(feedback, INPUT=image, OUTPUT=str(tmp_path / "out.tif"))
    assert not list(tmp_path.glob("out*"))
