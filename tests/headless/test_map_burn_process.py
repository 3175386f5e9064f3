"""From scenes to burned hectares through the real qgis_process: the sample district, and the saved model."""

import csv
import json
from pathlib import Path

import pytest
from process import call, needs_qgis_process, qgis_process

pytestmark = needs_qgis_process


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    folder = tmp_path_factory.mktemp("burn") / "district"
    call("pantau:sampledistrict", "--", "SIZE=small", f"FOLDER={folder}")
    return folder


def stacks(district, *names):
    return [
        f"{name}={path}"
        for name, stack in zip(names, ("pre", "post"))
        for path in sorted((district / "radar").glob(f"{stack}*.tif"))
    ]


def rows(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_sample_district_in_one_run(district, tmp_path):
    truth = json.loads((district / "truth.json").read_text(encoding="utf-8"))
    result = call(
        "pantau:mapburn", "--", *stacks(district, "PRE", "POST"), f"AOI={district}/district.gpkg", f"POINTS={district}/fire_points.gpkg",
        "BURNED_FIELD=burned", f"HOTSPOTS={district}/hotspots.gpkg", f"ZONES={district}/kecamatan.gpkg", "ZONE_FIELD=WADMKC",
        f"OFFICIAL_HA={truth['burned_ha']}", f"BEST={tmp_path}/best.tif", f"FOLDER={tmp_path}/all", f"TABLE={tmp_path}/t.csv",
        f"ZONE_TABLE={tmp_path}/z.csv", f"REPORT={tmp_path}/r.html",
    )  # fmt: skip
    table = rows(tmp_path / "t.csv")
    best = next(one for one in table if one["best"] == "1")
    assert f"{best['index']}_{best['threshold']}" == result["BEST_MODEL"]
    assert float(best["kappa"]) == max(float(one["kappa"]) for one in table)
    # 155 of the 215 points did not burn
    assert {float(one["oa_empty_map"]) for one in table} == {round(100 * 155 / 215, 6)}
    assert result["DISTRICT_HA"] == pytest.approx(truth["district_ha"], rel=1e-6)
    zones = [one for one in rows(tmp_path / "z.csv") if (one["index"], one["threshold"]) == (best["index"], best["threshold"])]
    assert sorted(one["zone"] for one in zones) == sorted(one["name"] for one in truth["kecamatan"])
    total = sum(float(one["burned_ha"]) for one in zones) + result["NO_ZONE_HA"] - result["OVERLAP_HA"]
    assert total == pytest.approx(result["AREA_HA"], abs=1e-3)
    assert len(list((tmp_path / "all").glob("*.tif"))) == 4 + len(table)
    assert not list(tmp_path.glob("pantau-*"))
    assert "always find" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_the_saved_model(district, tmp_path):
    model = Path(__file__).resolve().parent.parent / "data" / "burned_area.model3"
    call(str(model), "--", *stacks(district, "before", "after"), f"points={district}/fire_points.gpkg", "field=burned",
         f"map:burned={tmp_path}/b.tif", f"map:models={tmp_path}/t.csv", f"acceptable:acceptable={tmp_path}/a.csv")  # fmt: skip
    table, acceptable = rows(tmp_path / "t.csv"), rows(tmp_path / "a.csv")
    assert {one["value"] for one in acceptable} == {one["value"] for one in table if float(one["oa"]) >= 70}
    assert 0 < len(acceptable) < len(table)


def test_points_without_their_field_are_one_sentence(district, tmp_path):
    run = qgis_process("run", "pantau:mapburn", "--", *stacks(district, "PRE", "POST"), f"POINTS={district}/fire_points.gpkg",
                       "BURNED_FIELD=nothing", f"BEST={tmp_path}/b.tif")  # fmt: skip
    assert run.returncode
    assert "has no field nothing" in run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert not list(tmp_path.iterdir())
