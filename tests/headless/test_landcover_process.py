"""Cleaning, patches and change through the real qgis_process."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from pantau.plugin.engine.raster.legend import read_legend
from process import call, needs_qgis_process, qgis_process
from scenes import read, write

pytestmark = needs_qgis_process


def test_a_real_map_cleaned_measured_and_compared(data, tmp_path):
    raw = tmp_path / "strata.tif"
    shutil.copyfile(data / "landcover" / "landsat7_north_carolina" / "strata.tif", raw)
    clean = call("pantau:cleanclasses", "--", f"INPUT={raw}", "METHOD=sieve", "MIN_AREA_HA=1", f"OUTPUT={tmp_path}/clean.tif")
    assert 0 < clean["CHANGED_PERCENT"] < 30
    change = call("pantau:changetable", "--", f"BEFORE={raw}", f"AFTER={tmp_path}/clean.tif", f"OUTPUT={tmp_path}/t.csv",
                  f"CHANGE={tmp_path}/c.tif", f"REPORT={tmp_path}/r.html")  # fmt: skip
    assert change["CHANGED_HA"] == pytest.approx(clean["CHANGED_HA"])
    assert change["CHANGED_PERCENT"] == pytest.approx(100 * np.mean(read(raw) != read(tmp_path / "clean.tif")), rel=1e-3)
    patches = call("pantau:classpatches", "--", f"INPUT={tmp_path}/clean.tif", "CLASSES=1,5", "CONNECT_8=false",
                   f"OUTPUT={tmp_path}/p.gpkg")  # fmt: skip
    dataset = gdal.OpenEx(f"{tmp_path}/p.gpkg")
    rows = [feature.items() for feature in dataset.GetLayer()]
    assert len(rows) == patches["COUNT"]
    assert min(row["area_ha"] for row in rows) >= 1 - 1e-4
    assert rows[0]["area_ha"] == pytest.approx(patches["LARGEST_HA"], abs=1e-4)
    assert sum(row["area_ha"] for row in rows) == pytest.approx(patches["TOTAL_HA"], abs=1e-4 * len(rows))


def test_an_even_window_is_one_sentence(tmp_path):
    scene = write(tmp_path / "a.tif", np.ones((5, 5), np.uint8))
    run = qgis_process("run", "pantau:cleanclasses", "--", f"INPUT={scene}", "SIZE=4", f"OUTPUT={tmp_path}/b.tif")
    assert run.returncode
    assert "SIZE is 4, and a window has a middle pixel: give an odd number from 3 to 255." in run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr


def test_a_model_file_goes_from_a_scene_and_samples_to_patches(data, tmp_path):
    """Six steps of the toolbox in one .model3, on real Sentinel-2 bands and polygons."""
    folder = data / "landcover" / "sentinel2_amazon"
    for name in ("sen2.tif", "trainingPolygons_sen2.gpkg"):
        shutil.copyfile(folder / name, tmp_path / name)
    model = Path(__file__).resolve().parent.parent / "data" / "land_cover.model3"
    call(str(model), "--", f"scenes={tmp_path}/sen2.tif", f"samples={tmp_path}/trainingPolygons_sen2.gpkg", "field=class",
         f"train:report={tmp_path}/r.html", f"classify:confidence={tmp_path}/conf.tif", f"clean:classes={tmp_path}/c.tif",
         f"patches:patches={tmp_path}/p.gpkg")  # fmt: skip
    assert [entry.name for entry in read_legend(str(tmp_path / "c.tif"))] == ["dryout", "forest", "village", "water"]
    dataset = gdal.OpenEx(f"{tmp_path}/p.gpkg")
    rows = [feature.items() for feature in dataset.GetLayer()]
    assert {row["class_name"] for row in rows} == {"water"}
    pixels = int((read(tmp_path / "c.tif") == 4).sum())
    assert sum(row["area_ha"] for row in rows) == pytest.approx(0.01 * pixels, rel=0.03)  # pixels of about 10 m, in degrees
    assert (tmp_path / "r.html").stat().st_size > 10_000
