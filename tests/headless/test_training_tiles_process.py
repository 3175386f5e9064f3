"""Training patches through the real qgis_process."""

import csv
import os
import shutil
import signal
import subprocess
import time

import numpy as np
import pytest
from osgeo import gdal
from process import COMMAND, call, needs_qgis_process
from scenes import read, write

pytestmark = needs_qgis_process


def test_patches_of_a_real_image_and_its_hand_drawn_mask(data, tmp_path):
    for name in ("image_001.tif", "mask_001.tif"):  # copies, since QGIS writes statistics beside what it opens
        shutil.copyfile(data / "mines" / name, tmp_path / name)
    folder = tmp_path / "patches"
    results = call("pantau:trainingtiles", "--", f"INPUT={tmp_path}/image_001.tif", f"LABEL_RASTER={tmp_path}/mask_001.tif", "TILE=64",
                   "STRIDE=64", "GROUP_DISTANCE=300", "EMPTY_SHARE=0.2", f"FOLDER={folder}", f"FOOTPRINTS={tmp_path}/f.gpkg")  # fmt: skip
    image, truth = read(tmp_path / "image_001.tif"), read(tmp_path / "mask_001.tif")[0]
    with open(folder / "tiles.csv", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == results["TILES"] == results["TRAIN_TILES"] + results["VALIDATION_TILES"]
    assert results["VALIDATION_TILES"] > 0
    for line in rows:
        number, row, col = (int(line[key]) for key in ("tile", "row", "col"))
        assert np.array_equal(read(folder / f"image_{number:03d}.tif"), image[:, row : row + 64, col : col + 64])
        mask, there = read(folder / f"mask_{number:03d}.tif")[0], truth[row : row + 64, col : col + 64]
        assert np.array_equal(mask[mask != 255] == 1, there[mask != 255] > 0)
        assert float(line["mine_fraction"]) == pytest.approx((mask == 1).mean(), abs=1e-6)
    assert (tmp_path / "f.gpkg").stat().st_size > 0
    assert gdal.Open(str(folder / "image_000.tif")).GetRasterBand(1).GetDescription() == "B4"


def test_an_interrupt_leaves_nothing(tmp_path):
    rng = np.random.default_rng(0)
    image = write(tmp_path / "i.tif", rng.integers(1, 3000, (3, 3000, 3000)).astype(np.uint16))
    labels = write(tmp_path / "t.tif", (rng.random((3000, 3000)) < 0.001).astype(np.uint8))
    process = subprocess.Popen(
        [str(COMMAND), "run", "pantau:trainingtiles", "--", f"INPUT={image}", f"LABEL_RASTER={labels}", "TILE=64", "STRIDE=32",
         f"FOLDER={tmp_path}/patches"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    until = time.time() + 120
    while not list(tmp_path.glob(".pantau-part-*/*/image_0*")) and time.time() < until and process.poll() is None:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=120)
    assert process.returncode != 0
    assert "cancelled" in output
    assert sorted(name for name in os.listdir(tmp_path) if not name.endswith(".aux.xml")) == ["i.tif", "t.tif"]
