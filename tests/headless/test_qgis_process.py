"""Nights: the real qgis_process, as `make env` set it up."""

import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import numpy as np
import pytest
from process import COMMAND, call, needs_qgis_process, qgis_process, results_of
from scenes import step_model, write

pytestmark = needs_qgis_process


@pytest.fixture
def tile(data, tmp_path_factory):
    """A mine tile, copied: QGIS writes a side file beside what it opens."""
    return shutil.copy(data / "mines" / "image_003.tif", tmp_path_factory.mktemp("tile"))


def test_the_algorithm_is_there_with_its_help():
    run = qgis_process("help", "pantau:segment")
    assert run.returncode == 0
    assert "PROBABILITY" in run.stdout


def test_real_imagery_with_the_shipped_model(tile, tmp_path):
    run = qgis_process("--json", "run", "pantau:segment", "--", f"INPUT={tile}", "MIN_AREA_HA=0.5",
                       f"PROBABILITY={tmp_path}/p.tif", f"MASK={tmp_path}/m.tif", f"POLYGONS={tmp_path}/p.gpkg")  # fmt: skip
    results = results_of(run)
    assert results["AREA_HA"] > 1
    assert results["DEVICE_USED"] in ("cpu", "cuda")
    assert sorted(p.name for p in tmp_path.iterdir() if p.suffix in (".tif", ".gpkg")) == ["m.tif", "p.gpkg", "p.tif"]
    assert "EP Error" not in run.stdout + run.stderr


def test_a_model_file_runs(tile, tmp_path):
    path = Path(__file__).resolve().parent.parent / "data" / "find_mines.model3"
    run = qgis_process("run", str(path), "--", f"image={tile}", f"boxes:boxes={tmp_path}/boxes.gpkg")
    assert run.returncode == 0, run.stdout + run.stderr
    assert (tmp_path / "boxes.gpkg").stat().st_size > 0


def test_a_sample_district_at_night(tmp_path):
    results = call("pantau:sampledistrict", "--", "SIZE=small", "SEED=5", f"FOLDER={tmp_path}/district")
    assert results == {"FOLDER": f"{tmp_path}/district"}
    truth = json.loads((tmp_path / "district" / "truth.json").read_text(encoding="utf-8"))
    assert (truth["size"], truth["seed"]) == ("small", 5)
    assert [p.name for p in tmp_path.iterdir()] == ["district"]


def test_an_error_is_said_once_and_fails(tmp_path):
    scene = write(tmp_path / "i.tif", np.zeros((8, 8), np.float32))
    run = qgis_process(
        "run",
        "pantau:segment",
        "--",
        f"INPUT={scene}",
        f"MODEL={step_model(tmp_path / 's.onnx')}",
        "BANDS=2",
        f"MASK={tmp_path}/m.tif",
    )
    assert run.returncode != 0
    assert "Band 2 does not exist" in run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_stops_the_run_and_leaves_nothing_half_written(tmp_path, number):
    scene = write(
        tmp_path / "i.tif",
        np.random.default_rng(0).integers(300, 3000, (3, 3000, 3000)).astype(np.uint16),
        names=["B4", "B3", "B2"],
    )
    (tmp_path / "m.tif").write_bytes(b"earlier")
    process = subprocess.Popen(
        [str(COMMAND), "run", "pantau:segment", "--", f"INPUT={scene}", f"MASK={tmp_path}/m.tif", f"POLYGONS={tmp_path}/p.gpkg"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    until = time.time() + 120
    while not (tmp_path / "m.tif.pantau-part").exists() and time.time() < until and process.poll() is None:
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(number)
    output, _ = process.communicate(timeout=120)
    assert process.returncode != 0
    assert "cancelled" in output
    # i.tif.aux.xml: QGIS's own statistics of the layer that it has opened
    assert sorted(set(os.listdir(tmp_path)) - {"i.tif.aux.xml"}) == ["i.tif", "m.tif"]
    assert (tmp_path / "m.tif").read_bytes() == b"earlier"
