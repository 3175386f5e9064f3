"""Trained models that others made, against running them directly: the cloud U-Nets of ukis-csmask."""

import csmask
import numpy as np
import pytest
from scenes import write


@pytest.fixture(scope="session")
def models():
    try:
        return csmask.fetch()
    except csmask.Unavailable as error:
        pytest.skip(str(error))


def opened(models, data, name):
    """The model, the real scene's path and its bands."""
    direct = csmask.Direct(models, name)
    scene = csmask.real_scene(data, direct.bands)
    if scene is None:
        pytest.skip("no real scene landcover/sentinel2_amazon")
    return direct, *scene


@pytest.mark.parametrize("name", csmask.MODELS)
def test_a_real_scene_of_one_tile_gets_the_models_own_numbers(tmp_path, data, models, name):
    direct, path, image = opened(models, data, name)
    probability, mask, tiles = csmask.pantau(path, direct, tmp_path)
    ((x, y, width, height),) = tiles
    inner = np.s_[:, -y : image.shape[1] - y, -x : image.shape[2] - x]
    expected = direct.tile(csmask.mirrored(image, y, x, height, width, "reflect"))[inner]
    assert np.abs(probability - expected).max() < 1e-3
    assert np.array_equal(mask, expected.argmax(axis=0))
    # The package has other pixels around the scene, and four tiles for it.
    assert (mask == direct.package(image)).mean() > 0.99


@pytest.mark.parametrize("name", ["model_4b_l1c", "model_6b_l2a"])
def test_a_scene_of_many_tiles_differs_by_its_tiles_alone(tmp_path, data, models, name):
    direct, _, image = opened(models, data, name)
    image = csmask.cloudy(image, 600, 700)
    _, mask, tiles = csmask.pantau(write(tmp_path / "scene.tif", image, names=direct.bands.split(",")), direct, tmp_path)
    assert len(tiles) > 6
    assert set(np.unique(mask)) == {0, 1, 2}
    found = csmask.on_tiles(image, direct, tiles)
    alike = found.sum(axis=0) == 1
    assert alike.mean() > 0.9
    assert np.array_equal(mask[alike], found.argmax(axis=0)[alike])
    # Pantau is no further from the package than the package is from itself, its tiles put elsewhere.
    package = direct.package(image)
    itself = min((direct.package(image, ahead) == package).mean() for ahead in (0, 100))
    assert (mask == package).mean() > itself - 0.005
