"""The nine foreign segmentation models on a photo map: every pixel of what comes out, predicted from their weights by hand."""

import math

import numpy as np
import onnx
import pytest
from onnx import numpy_helper
from pantau.plugin.engine.segmentation.model import Model
from pantau.plugin.engine.segmentation.segment import Settings, segment
from scenes import read
from scipy import signal


@pytest.fixture(scope="module")
def photo(data):
    """The photo map's path and its red, green and blue as the models take them: (3, rows, cols) of 0 to 1."""
    path = str(data / "onnx" / "dummy_fotomap_small.tif")
    return path, read(path)[:3].astype(np.float64) / 255


def weights(path):
    """A model's one convolution: weights (channels, 3, rows, cols) and bias (channels,)."""
    arrays = {i.name.split(".")[-1]: numpy_helper.to_array(i).astype(np.float64) for i in onnx.load(path).graph.initializer}
    return arrays["weight"], arrays["bias"]


def convolved(image, path):
    """(channels, rows, cols) that the convolution gives, the image mirrored at its edges."""
    weight, bias = weights(path)
    reach = weight.shape[-1] // 2
    padded = np.pad(image, ((0, 0), (reach, reach), (reach, reach)), mode="reflect")
    return np.stack([signal.correlate(padded, w, mode="valid", method="fft")[0] + b for w, b in zip(weight, bias)])


def sigmoid(values):
    return 1 / (1 + np.exp(-values))


def softmax(values):
    powers = np.exp(values)
    return powers / powers.sum(axis=0)


def gap(planes):
    """(rows, cols): by how much the most probable channel is ahead of the next."""
    ordered = np.sort(planes, axis=0)
    return ordered[-1] - ordered[-2] if len(planes) > 1 else np.ones(planes.shape[1:])


def nothing_first(planes):
    """Channel 0 is the background, which has no plane of its own; the most probable channel wins."""
    return planes[1:], planes.argmax(axis=0), gap(planes)


def independent(planes, outputs=1):
    """Every channel is a class, of one output or of several alike: the first of the most probable ones, from 0.5 on."""
    best = planes.max(axis=0)
    codes = np.where(best >= 0.5, planes.argmax(axis=0) + 1, 0)
    return np.tile(planes, (outputs, 1, 1)), codes, np.minimum(gap(planes), np.abs(best - 0.5))


# What each model computes, by what its graph says: planes of probability (classes, rows, cols), codes (rows, cols), and how
# far from another code each pixel is.
EXPECTED = {
    "one_output_sigmoid_red_detector": lambda image, path: independent(sigmoid(image[:1] - 0.5)),
    "one_output_sigmoid_bsx1x512x512": lambda image, path: independent(sigmoid(convolved(image, path))),
    "one_output_sigmoid_bsx512x512": lambda image, path: independent(sigmoid(convolved(image, path))),
    "one_output_softmax_bsx2x512x512": lambda image, path: nothing_first(softmax(convolved(image, path))),
    "two_outputs_sigmoid_bsx1x512x512": lambda image, path: independent(sigmoid(convolved(image, path)), 2),
    "two_outputs_sigmoid_bsx512x512": lambda image, path: independent(sigmoid(convolved(image, path)), 2),
    "two_outputs_softmax_bsx2x512x512": lambda image, path: independent(softmax(convolved(image, path)), 2),
    # The eighth power of the image, which is no probability.
    "dummy_model": lambda image, path: nothing_first(softmax(image**8)),
    # 484 px from 512: what a tile loses at its edges, its neighbours give.
    "different_output_size_512_to_484": lambda image, path: independent(sigmoid(convolved(image, path))),
}


def segmented(tmp_path, raster, path, **settings):
    """(classes, rows, cols) of probability and (rows, cols) of codes."""
    segment(raster, Model(path, "cpu"), Settings(**settings), probability=str(tmp_path / "p.tif"), mask=str(tmp_path / "m.tif"))
    return read(tmp_path / "p.tif"), read(tmp_path / "m.tif")[0]


@pytest.mark.parametrize("batch", [None, 3])
@pytest.mark.parametrize("name", EXPECTED)
def test_every_pixel_is_what_the_graph_says(tmp_path, data, photo, name, batch):
    """Over six tiles or more with their overlaps and mirrored edges; also in batches, which two of the graphs only promise."""
    raster, image = photo
    path = str(data / "onnx" / f"{name}.onnx")
    probability, mask = segmented(tmp_path, raster, path, probability_float=True, batch=batch)
    planes, codes, distance = EXPECTED[name](image, path)
    assert probability.shape == planes.shape
    assert np.abs(probability - planes).max() < 2e-6
    clear = distance > 1e-5  # beyond what single precision can tip
    assert clear.mean() > 0.5  # grey pixels are a draw of three equal bands
    assert np.array_equal(mask[clear], codes[clear])


def test_the_red_detector_in_whole_numbers(tmp_path, data, photo):
    """A red of 128 or more of 255 counts; its probability in steps of 1/200."""
    raster, image = photo
    probability, mask = segmented(tmp_path, raster, str(data / "onnx" / "one_output_sigmoid_red_detector.onnx"))
    red = np.rint(image[0] * 255).astype(int)
    assert np.array_equal(mask, red >= 128)
    steps = [round(200 / (1 + math.exp(0.5 - value / 255))) for value in range(256)]
    # 125 to 127 would be rounded up to the threshold: the raster and the mask tell the same.
    below = [min(step, 99) for step in steps[:128]]
    assert np.array_equal(probability[0], np.array(below + steps[128:])[red])
