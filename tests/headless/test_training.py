"""The road from tiles to a model, as `make train` goes it, and the shipped model's card, measured again.

Runs in .venv-train, which is set up here where it is missing: PyTorch is no part of the plugin's own environment.
"""

import csv
import json
import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from pantau.plugin.engine.segmentation.model import Model
from scenes import write

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = ROOT / ".venv-train" / "bin" / "python"


@pytest.fixture(scope="session")
def environment():
    if os.environ.get("PANTAU_SKIP_TRAINING"):
        pytest.skip("PANTAU_SKIP_TRAINING is set")
    made = subprocess.run(["python3", str(ROOT / "tools" / "training_environment.py")], capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"no training environment: {made.stdout[-300:]}{made.stderr[-300:]}")


def call(*command, **more):
    return subprocess.run([*map(str, command)], cwd=ROOT / "models", capture_output=True, text=True, timeout=900, **more)


def test_the_training_packages_own_tests(environment):
    run = call(PYTHON, "-m", "pytest", "-q", "-c", os.devnull, "--rootdir", "training", "-p", "no:cacheprovider", "training/tests")
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-2000:]


def made_up_tiles(folder):
    """Twelve places, each with a bright square that is the mine."""
    rng = np.random.default_rng(0)
    folder.mkdir()
    with open(folder / "tiles.csv", "w", newline="") as table:
        rows = csv.writer(table)
        rows.writerow(["tile", "spatial_group", "mine_fraction"])
        for number in range(12):
            mask = np.zeros((96, 96), np.uint8)
            y, x = rng.integers(0, 60, 2)
            mask[y : y + 30, x : x + 30] = 1
            image = (400 + 1500.0 * mask + rng.normal(0, 60, (4, 96, 96))).clip(1).astype(np.uint16)
            write(folder / f"image_{number:03d}.tif", image, names=("B04", "B03", "B02", "B08"))
            write(folder / f"mask_{number:03d}.tif", mask)
            rows.writerow([number, number, mask.mean()])


def test_a_model_of_ones_own_from_tiles_to_polygons(environment, tmp_path):
    """Four bands, a short run, and the exported model opens in the plugin with its card."""
    made_up_tiles(tmp_path / "tiles")
    run = call(
        "make", "-C", ROOT, "train", f"DATA={tmp_path}/tiles", f"OUT={tmp_path}/out",
        "ARGS=--epochs 2 --patch 64 --patches-per-tile 2 --start random --name Sand --device cpu --precision float32",
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-3000:]
    made = {path.name for path in (tmp_path / "out").iterdir()}
    assert {
        "model_fp32.onnx",
        "model_fp16.onnx",
        "model_int8.onnx",
        "history.csv",
        "history.png",
        "scores.png",
        "report.json",
    } <= made
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert report["training"]["parity"] < 1e-4
    assert set(report["variants"]) == {"fp32", "fp16", "int8"}
    model = Model(str(tmp_path / "out" / "model_int8.onnx"), "cpu", False)
    assert model.name == "Sand"
    assert model.card.bands == ("B04", "B03", "B02", "B08")
    assert not list((ROOT / "models").glob("*.onnx"))  # the quantiser's scratch files


def test_real_tiles_and_reviewed_labels(environment, data, tmp_path):
    """`make train` on the shared data, cut short: the same steps as for the shipped model."""
    run = call("make", "-C", ROOT, "train", f"OUT={tmp_path}/out", "ARGS=--epochs 1 --patches-per-tile 1 --patch 128 --device cpu",
               env={**os.environ, "PANTAU_DATA": str(data)})  # fmt: skip
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-3000:]
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    shipped = json.loads((ROOT / "models" / "mine_unet" / "mine_unet.json").read_text())
    assert report["training"]["tiles"] == shipped["pantau:training"]["tiles"]  # the same split
    assert not set(report["training"]["tiles"]) & set(report["fp32"]["tiles"])


def test_the_decisions_rebuild_the_reviewed_masks(environment, data):
    """Bit by bit what the shipped model was trained and judged on."""
    code = (
        "import hashlib, sys; from pathlib import Path; from training.tiles import read_tiles; from training.labels import read_decisions\n"
        "found = hashlib.sha256()\n"
        "for tile in read_tiles(Path(sys.argv[1]), read_decisions(Path('training/mine_labels/decisions.csv'))):\n"
        "    found.update(tile.name.encode()); found.update(tile.mask.tobytes())\n"
        "print(found.hexdigest())"
    )
    run = call(PYTHON, "-c", code, data / "mines")
    assert run.stdout.strip() == "6d757fbc246274b87ce427734b3e76c91ec8b054f2b37d6ab083e458411294cb", run.stderr[-2000:]


def test_the_cards_figures_are_reproduced(environment, data, tmp_path):
    run = call("make", "-C", ROOT, "evaluate", f"OUT={tmp_path}/figures", env={**os.environ, "PANTAU_DATA": str(data)})
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-3000:]
    assert "Every figure of the card is reproduced." in run.stdout
    assert (tmp_path / "figures" / "examples.jpg").stat().st_size > 10_000


def test_a_run_that_cannot_begin_says_why_in_one_line(environment, tmp_path):
    made_up_tiles(tmp_path / "tiles")
    shutil.copy(tmp_path / "tiles" / "mask_000.tif", tmp_path / "tiles" / "image_001.tif")  # one band instead of four
    run = call(PYTHON, "-m", "training.train", tmp_path / "tiles", tmp_path / "out")
    assert run.returncode == 1
    assert "have [1, 4] bands: all must have the same number" in run.stderr
    assert "Traceback" not in run.stderr
