"""Area tables of real desa through the real qgis_process."""

import csv
import json
import shutil
import signal
import subprocess
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from process import COMMAND, call, needs_qgis_process, qgis_process
from scenes import write

pytestmark = needs_qgis_process


@pytest.fixture
def desa(data, tmp_path):
    """The 54 desa of Penajam Paser Utara, and a map of two classes on a grid of SRGI2013 / UTM around them, coarser than they are."""
    zones = tmp_path / "desa.gpkg"
    shutil.copyfile(data / "boundaries" / "wilayah_boundaries_kel_64.09.gpkg", zones)
    values = np.ones((900, 700), np.uint8)
    values[450:] = 2
    raster = write(tmp_path / "map.tif", values, 9490, (425_000, 100, 0, 9_912_500, 0, -100))
    return raster, zones


def test_real_desa_in_another_crs(desa, tmp_path):
    raster, zones = desa
    files = {name: tmp_path / f"o.{name.lower()}" for name in ("CSV", "XLSX")}
    found = call("pantau:areatable", "--", f"CLASSES={raster}", f"ZONES={zones}", f"OUTPUT={tmp_path}/long.csv",
                 f"REPORT={tmp_path}/r.html", *(f"{name}={path}" for name, path in files.items()))  # fmt: skip
    assert found["ZONE_COUNT"] == 54
    assert abs(found["DIFFERENCE_HA"]) < 1e-5 * found["ZONES_HA"]  # 0.001 %
    assert found["OVERLAP_HA"] == pytest.approx(14.75, abs=0.01)  # by pairwise intersection in OGR
    with open(tmp_path / "long.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert sum(float(row["area_ha"]) for row in rows) == pytest.approx(found["TOTAL_HA"], abs=1e-4 * len(rows))
    own = {row["nama"]: float(row["zone_area_ha"]) for row in rows}
    source = gdal.OpenEx(str(zones))
    for feature in source.GetLayer():  # the publisher's hectares are counted on the plane of UTM: 0.08 % short at the most here
        if feature["nama"] in own:
            assert own[feature["nama"]] == pytest.approx(feature["area_ha_utm"], rel=1.5e-3)


def test_a_missing_field_is_one_sentence(desa, tmp_path):
    raster, zones = desa
    run = qgis_process(
        "run", "pantau:areatable", "--", f"CLASSES={raster}", f"ZONES={zones}", "ZONE_FIELDS=kec", f"OUTPUT={tmp_path}/o.csv"
    )
    assert run.returncode
    assert "has no field kec: choose one of" in run.stdout + run.stderr
    assert not (tmp_path / "o.csv").exists()


def test_an_interrupted_run_leaves_nothing(desa, tmp_path):
    _, zones = desa
    big = tmp_path / "big.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(big), 40_000, 40_000, 1, gdal.GDT_Byte, ["TILED=YES", "SPARSE_OK=TRUE"])
    reference = gdal.Open(str(tmp_path / "map.tif"))
    dataset.SetProjection(reference.GetProjection())
    dataset.SetGeoTransform((425_000, 2, 0, 9_912_500, 0, -2))
    dataset = None
    before = sorted(one.name for one in tmp_path.iterdir())
    command = [str(COMMAND), "run", "pantau:areatable", "--", f"CLASSES={big}", f"ZONES={zones}", f"OUTPUT={tmp_path}/o.csv"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    seen = b""
    while b"10" not in seen:
        byte = process.stdout.read(1)
        if byte == b"":  # it ended by itself
            break
        seen += byte
    assert b"10" in seen, seen
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode
    assert sorted(one.name for one in tmp_path.iterdir() if not one.name.endswith(("-wal", "-shm", ".aux.xml"))) == before


def test_a_model_file_goes_from_a_map_to_tables_and_places_to_visit(tmp_path):
    """Clean, measure, keep the desa that are mostly one class, and compare with the plan: in one .model3."""
    place = tmp_path / "district"
    call("pantau:sampledistrict", "--", f"FOLDER={place}")
    model = Path(__file__).resolve().parent.parent / "data" / "area_and_plan.model3"
    call(str(model), "--", f"map={place}/classified_after.tif", f"zones={place}/desa.gpkg", f"plan={place}/rtrw.gpkg",
         f"rules={place}/plan_rules.csv", f"areas:areas={tmp_path}/a.csv", f"mostly:mostly={tmp_path}/m.csv",
         f"conform:conformity={tmp_path}/c.tif", f"conform:visit={tmp_path}/v.gpkg")  # fmt: skip
    with open(place / "truth.json", encoding="utf-8") as file:
        truth = json.load(file)
    with open(tmp_path / "a.csv", encoding="utf-8") as file:
        areas = list(csv.DictReader(file))
    with open(tmp_path / "m.csv", encoding="utf-8") as file:
        mostly = list(csv.DictReader(file))
    assert sum(float(row["area_ha"]) for row in areas) == pytest.approx(truth["district_ha"], abs=0.01)
    assert {(row["WADMKD"], row["class"]) for row in mostly} == {
        (row["WADMKD"], row["class"]) for row in areas if float(row["percent"]) > 50
    }
    source = gdal.OpenEx(f"{tmp_path}/v.gpkg")
    visit = [feature.items() for feature in source.GetLayer()]
    assert [row["rank"] for row in visit] == list(range(1, len(visit) + 1))
    assert min(row["area_ha"] for row in visit) >= 0.5 - 1e-4
    assert sum(row["area_ha"] for row in visit) < truth["plan"]["nonconform_ha"] * 1.2
