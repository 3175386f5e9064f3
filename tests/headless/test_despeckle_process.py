"""Units, despeckling and stacks of dates through the real qgis_process."""

import shutil

import numpy as np
import pytest
from process import call, needs_qgis_process
from scenes import read

pytestmark = needs_qgis_process


def test_a_real_stack_in_decibels(data, tmp_path):
    """Three dates of a burst off California, to decibels, filtered together and one by itself."""
    inputs, powers = [], []
    for number, path in enumerate(sorted((data / "sar" / "vh_vv_california").rglob("*T137-292322-IW1*_VH.tif"))):
        shutil.copyfile(path, tmp_path / f"date{number}.tif")
        powers.append(read(tmp_path / f"date{number}.tif")[0])
        out = tmp_path / f"db{number}.tif"
        results = call("pantau:backscatterunits", "--", f"INPUT={tmp_path}/date{number}.tif", "TO=db", f"OUTPUT={out}")
        assert (results["UNITS_USED"], results["EMPTY"]) == ("linear", np.count_nonzero(powers[-1] <= 0))
        with np.errstate(divide="ignore"):
            assert np.allclose(read(out)[0][powers[-1] > 0], 10 * np.log10(powers[-1][powers[-1] > 0]), atol=1e-4)
        inputs.append(f"INPUTS={out}")
    results = call("pantau:despecklestack", "--", *inputs, "SIZE=5", f"FOLDER={tmp_path}/filtered")
    assert results["DATES"] == 3
    after = read(tmp_path / "filtered" / "db1.tif")[0]
    assert np.nanmean(10 ** (after / 10)) == pytest.approx(powers[1][powers[1] > 0].mean(), rel=0.02)
    results = call(
        "pantau:despeckle", "--", f"INPUT={tmp_path}/db1.tif", "FILTER=refined_lee", f"OUTPUT={tmp_path}/one.tif"
    )  # fmt: skip
    assert results["UNITS_USED"] == "db"
    assert 2 < results["LOOKS_USED"] < 8
    assert np.nanstd(read(tmp_path / "one.tif")) < 0.8 * np.nanstd(read(tmp_path / "db1.tif"))
