"""Mine alerts through the real qgis_process: the sample district, and its images segmented with the shipped model."""

import json

import pytest
from process import call, needs_qgis_process

pytestmark = needs_qgis_process


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    folder = tmp_path_factory.mktemp("night") / "district"
    call("pantau:sampledistrict", "--", "SIZE=small", "SEED=0", f"FOLDER={folder}")
    return folder


def test_polygons_and_permits_of_the_sample_district(district, tmp_path):
    results = call("pantau:minealerts", "--", f"BEFORE_POLYGONS={district}/mines_before.gpkg", f"AFTER_POLYGONS={district}/mines_after.gpkg",
                   f"PERMITS={district}/permits.gpkg", "PERMIT_FIELD=holder", f"OUTPUT={tmp_path}/o.gpkg", f"REPORT={tmp_path}/r.html")  # fmt: skip
    sites = json.loads((district / "truth.json").read_text(encoding="utf-8"))["mines"]
    assert results["NEW_HA"] == pytest.approx(sum(one["new_ha"] for one in sites), abs=1e-4)
    assert results["NEW_OUTSIDE_HA"] == pytest.approx(sum(one["new_outside_permit_ha"] for one in sites), abs=1e-4)
    assert results["ALERTS"] == 3
    assert results["COMPARED_HA"] is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["o.gpkg", "r.html"]


def test_masks_of_the_shipped_model(district, tmp_path):
    for date in ("before", "after"):
        call("pantau:segment", "--", f"INPUT={district}/sentinel2_{date}.tif", f"MASK={tmp_path}/{date}.tif", "DEVICE=cpu")
    results = call("pantau:minealerts", "--", f"BEFORE={tmp_path}/before.tif", f"AFTER={tmp_path}/after.tif",
                   f"PERMITS={district}/permits.gpkg", f"REPORT={tmp_path}/r.html")  # fmt: skip
    gained = results["NEW_HA"] - results["SHRUNK_HA"] - results["VANISHED_HA"]
    left_out = results["SMALL_HA"] + results["NARROW_HA"]
    assert abs(results["BEFORE_HA"] + gained - results["AFTER_HA"]) <= left_out + 1e-6
    assert 0 <= results["NEW_OUTSIDE_HA"] <= results["NEW_HA"]
    assert "Pantau mine U-Net" in (tmp_path / "r.html").read_text(encoding="utf-8")
