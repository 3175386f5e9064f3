"""Burn index and threshold through the real qgis_process."""

import shutil

import numpy as np
import pytest
from process import call, needs_qgis_process, qgis_process
from scenes import read, write

pytestmark = needs_qgis_process


def test_a_real_pair_from_backscatter_to_hectares(data, tmp_path):
    folder = data / "sar" / "vh_png_2024"
    for name, day in (("pre", "20240123"), ("post", "20240522")):
        shutil.copyfile(next(folder.glob(f"*{day}T*.tif")), tmp_path / f"{name}.tif")
    index = call("pantau:burnindex", "--", f"PRE={tmp_path}/pre.tif", f"POST={tmp_path}/post.tif", "INDEX=rbr",
                 f"OUTPUT={tmp_path}/rbr.tif", f"REPORT={tmp_path}/rbr.html")  # fmt: skip
    assert (index["COUNT"], round(index["MEAN"], 3), round(index["STD"], 3)) == (30_160, 1.185, 0.759)
    burned = call("pantau:burnthreshold", "--", f"INPUT={tmp_path}/rbr.tif", "METHOD=mu_minus_sigma", f"OUTPUT={tmp_path}/b.tif",
                  f"REPORT={tmp_path}/b.html")  # fmt: skip
    assert burned["THRESHOLD"] == pytest.approx(index["MEAN"] - index["STD"], rel=1e-9)
    assert burned["AREA_HA"] == pytest.approx(0.09 * np.sum(read(tmp_path / "b.tif") == 1), rel=2e-3)
    assert (round(burned["PERCENT"], 1), round(burned["NO_FIRE_PERCENT"], 1)) == (5.2, 5.2)
    assert "does not show that anything burned" in (tmp_path / "b.html").read_text(encoding="utf-8")


def test_decibels_that_were_called_power_are_one_sentence(tmp_path):
    values = np.random.default_rng(0).normal(-15, 2, (50, 50)).astype(np.float32)
    scene = write(tmp_path / "db.tif", values)
    other = write(tmp_path / "other.tif", values - 3)
    run = qgis_process("run", "pantau:burnindex", "--", f"PRE={scene}", f"POST={other}", "UNITS=linear", f"OUTPUT={tmp_path}/x.tif")
    assert run.returncode
    assert "db.tif cannot be linear power" in run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert call("pantau:burnindex", "--", f"PRE={scene}", f"POST={other}")["MEAN"] == pytest.approx(10**-0.3, rel=1e-4)
