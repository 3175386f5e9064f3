"""The cloud U-Nets of ukis-csmask 1.0.0 (Apache-2.0): fetched once, and run without Pantau.

The wheel's .onnx and .json members are all that is used; nothing of the package is installed or executed. How it tiles and
normalises is written out here from its source: (reflectance - mean) / std; tiles of 256 px that overlap by 20 %, mirrored over
the image's edge; softmax; tiles weighted with a Tukey window and added up; the most probable of 0 clear, 1 cloud, 2 shadow.
"""

import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import onnxruntime
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.segmentation.model import Model
from pantau.plugin.engine.segmentation.segment import Settings, _Work, segment
from scenes import read
from scipy import ndimage
from scipy.signal.windows import tukey
from scipy.special import softmax

WHEEL = "ukis-csmask==1.0.0 --hash=sha256:898d6efe59b3908ec92aabad3f61a56394ff81d997a2ebe5675732503a18d1f1"
CACHE = Path(__file__).resolve().parent.parent / ".pytest_cache" / "ukis-csmask-1.0.0"
MODELS = ["model_4b_l1c", "model_4b_l2a", "model_6b_l1c", "model_6b_l2a"]
BANDS = {"4b": "B02,B03,B04,B08", "6b": "B02,B03,B04,B08,B11,B12"}
SIDE, STEP, AHEAD = 256, 204, 51  # of the package's tiles; AHEAD: where the first one starts before the image


class Unavailable(Exception):
    """The wheel is not here and cannot be had."""


def fetch():
    """The folder of the four models and their JSON, downloaded once (145 MB). Raises Unavailable."""
    if CACHE.is_dir():
        return CACHE
    CACHE.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE.parent) as name:
        folder = Path(name)
        (folder / "requirements.txt").write_text(WHEEL)
        pip = subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:",
             "--retries=1", "--timeout=30", "--require-hashes", "--dest", folder, "--requirement", folder / "requirements.txt"],
            capture_output=True, text=True,
        )  # fmt: skip
        if pip.returncode:
            assert "DO NOT MATCH" not in pip.stderr, pip.stderr
            said = pip.stderr.strip().splitlines() or ["no reason given"]
            raise Unavailable(f"the wheel of ukis-csmask 1.0.0 cannot be downloaded: {said[-1]}")
        ready = folder / "ready"
        ready.mkdir()
        with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
            for member in (f"{model}.{kind}" for model in MODELS for kind in ("onnx", "json")):
                (ready / member).write_bytes(wheel.read(f"ukis_csmask/{member}"))
        ready.rename(CACHE)  # whole or not at all
    return CACHE


class Direct:
    """A model of the wheel, run with onnxruntime alone."""

    def __init__(self, folder, name):
        self.path = str(folder / f"{name}.onnx")
        self.bands = BANDS[name.split("_")[1]]
        self.mean, self.std = json.loads((folder / f"{name}.json").read_text())["data"]["dataset_statistics"]["img"]
        self._session = onnxruntime.InferenceSession(self.path, providers=["CPUExecutionProvider"])

    def tile(self, tile):
        """(3, 256, 256) of probability from (bands, 256, 256) of reflectance."""
        scaled = ((tile.T - self.mean) / self.std).T.astype(np.float32)
        return softmax(self._session.run(None, {self._session.get_inputs()[0].name: scaled[None]})[0][0], axis=0)

    def package(self, image, ahead=AHEAD):
        """Classes (rows, cols) as the package finds them; ahead: another number puts its tiles elsewhere."""
        rows, cols = image.shape[1:]
        padded = mirrored(image, -ahead, -ahead, rows + 2 * SIDE, cols + 2 * SIDE, "symmetric")
        window = np.outer(tukey(SIDE, 0.4), tukey(SIDE, 0.4))
        total = np.zeros((3, *padded.shape[1:]))
        for y in range(0, ahead + rows, STEP):
            for x in range(0, ahead + cols, STEP):
                here = np.s_[:, y : y + SIDE, x : x + SIDE]
                total[here] += window * self.tile(padded[here])
        return total[:, ahead : ahead + rows, ahead : ahead + cols].argmax(axis=0)


def pantau(raster, direct, folder):
    """What Pantau makes of it: (3, rows, cols) of probability, classes (rows, cols), its tiles as windows of the raster."""
    mean, std = (",".join(map(str, numbers)) for numbers in (direct.mean, direct.std))
    settings = Settings(bands=direct.bands, scale_mean=mean, scale_std=std, probability_float=True)
    model = Model(direct.path, "cpu")
    segment(raster, model, settings, probability=f"{folder}/p.tif", mask=f"{folder}/m.tif")
    cloud, shadow = read(f"{folder}/p.tif")
    tiles = [tile.window for tile in _Work(raster, "", model, settings, Monitor()).layout.tiles()]
    return np.stack([1 - cloud - shadow, cloud, shadow]), read(f"{folder}/m.tif")[0], tiles


def on_tiles(image, direct, tiles, near=1e-3):
    """Classes (3, rows, cols) of bool that the model gives a pixel in any of the tiles, or could but for `near`.

    Where there is but one, any blending of the tiles gives that class.
    """
    rows, cols = image.shape[1:]
    found = np.zeros((3, rows, cols), bool)
    for x, y, width, height in tiles:
        values = direct.tile(mirrored(image, y, x, height, width, "reflect"))
        top, left, bottom, right = max(0, y), max(0, x), min(rows, y + height), min(cols, x + width)
        values = values[:, top - y : bottom - y, left - x : right - x]
        found[:, top:bottom, left:right] |= values >= values.max(axis=0) - near
    return found


def mirrored(image, y, x, height, width, mode):
    """A window that may reach over the image's edges, where the image is mirrored.

    mode: "symmetric" repeats the outermost pixels, as the package does; "reflect" does not, as Pantau does.
    """
    rows, cols = image.shape[1:]
    pad = ((0, 0), (max(0, -y), max(0, y + height - rows)), (max(0, -x), max(0, x + width - cols)))
    y, x = max(0, y), max(0, x)
    return np.pad(image, pad, mode=mode)[:, y : y + height, x : x + width]


def real_scene(data, bands):
    """The real scene's path and the named bands of it, (bands, rows, cols) of reflectance; None where it is absent."""
    path = data / "landcover" / "sentinel2_amazon" / "sen2.tif"
    if not path.is_file():
        return None
    names = ["B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B11", "B12"]
    return str(path), read(path)[[names.index(name) for name in bands.split(",")]]


def cloudy(image, rows, cols):
    """(bands, rows, cols): the image over and over as in mirrors, under clouds drawn from smooth noise, with their shadows."""
    ground = mirrored(image, 0, 0, rows, cols, "symmetric") - 0.1  # the real scene has that much added to every value
    noise = ndimage.gaussian_filter(np.random.default_rng(3).normal(size=(rows, cols)), 20)
    cover = np.clip((noise / noise.std() - 0.7) * 2, 0, 1)
    lit = ground * (1 - 0.75 * ndimage.shift(cover, (25, 25), order=1))
    return (lit * (1 - cover) + 0.7 * cover).astype(np.float32)
