"""`pantau:planoverlay` through the real qgis_process, on the sample district."""

import json

import pytest
from process import call, needs_qgis_process, qgis_process

pytestmark = needs_qgis_process


def test_the_sample_district_agrees_with_its_truth(tmp_path):
    folder = tmp_path / "district"
    call("pantau:sampledistrict", "--", f"FOLDER={folder}")
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))["plan"]
    layers = [f"PLAN={folder / 'rtrw.gpkg'}", f"ADMIN={folder / 'kecamatan.gpkg'}", f"RULES={folder / 'plan_rules.csv'}"]
    files = {name: tmp_path / file for name, file in (("OUTPUT", "c.tif"), ("NONCONFORMITY", "n.gpkg"), ("REPORT", "r.html"))}
    result = call(
        "pantau:planoverlay", "--", f"LANDCOVER_POLYGONS={folder / 'landcover_after.gpkg'}", *layers,
        *(f"{name}={path}" for name, path in files.items()),
    )  # fmt: skip
    assert result["CONFORM_PERCENT"] == pytest.approx(truth["conform_percent"], abs=1e-4)
    assert result["CONFORM_HA"] == pytest.approx(truth["conform_ha"], abs=0.01)
    assert result["NONCONFORM_HA"] == pytest.approx(truth["nonconform_ha"], abs=0.01)
    assert all(path.stat().st_size for path in files.values())
    result = call("pantau:planoverlay", "--", f"LANDCOVER={folder / 'landcover_after.tif'}", f"PLAN={folder / 'rtrw.gpkg'}")
    assert result["NO_DATA_HA"] == 0


def test_a_mistake_is_one_sentence(tmp_path):
    run = qgis_process("run", "pantau:planoverlay", "--", f"PLAN={tmp_path / 'none.gpkg'}")
    assert run.returncode != 0
    assert "Give land cover as LANDCOVER" in run.stdout + run.stderr
