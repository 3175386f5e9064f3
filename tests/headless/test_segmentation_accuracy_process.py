"""The check of a mine map through the real qgis_process."""

import shutil

import numpy as np
import pytest
from osgeo import gdal
from process import call, needs_qgis_process
from scenes import read

pytestmark = needs_qgis_process


@pytest.fixture
def tile(data, tmp_path):
    """A folder with an image and its hand-drawn mask: copies, since QGIS writes statistics beside what it opens."""
    folder = tmp_path / "tile"
    folder.mkdir()
    for name in ("image_001.tif", "mask_001.tif"):
        shutil.copyfile(data / "mines" / name, folder / name)
    return folder


def test_the_shipped_model_on_a_real_tile_against_its_hand_drawn_mask(tile, tmp_path):
    mask, truth = tmp_path / "m.tif", f"{tile}/mask_001.tif"
    call("pantau:segment", "--", f"INPUT={tile}/image_001.tif", f"MASK={mask}")
    results = call("pantau:segmentationaccuracy", "--", f"PREDICTION={mask}", f"REFERENCE_RASTER={truth}",
                   f"ERROR_MAP={tmp_path}/e.tif", f"TABLE={tmp_path}/t.gpkg", f"REPORT={tmp_path}/r.html")  # fmt: skip
    predicted, actual = read(mask)[0] == 1, gdal.Open(truth).ReadAsArray() == 1
    counts = [int(np.count_nonzero(flags)) for flags in (predicted & actual, predicted & ~actual, ~predicted & actual)]
    assert [results[name] for name in ("TP", "FP", "FN")] == counts
    assert results["IOU"] == pytest.approx(counts[0] / sum(counts))
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file() and p.suffix != ".xml") == [
        "e.tif",
        "m.tif",
        "r.html",
        "t.gpkg",
    ]
    assert "Pantau mine U-Net" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_undefined_ratios_are_null(tile):
    truth = f"{tile}/mask_001.tif"
    results = call("pantau:segmentationaccuracy", "--", f"PREDICTION={truth}", f"REFERENCE_RASTER={truth}", "CLASS=9")
    assert results["TP"] == 0
    assert results["IOU"] is None
