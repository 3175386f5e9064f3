"""A forest trained through the real qgis_process, on samples in another CRS than the image."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

COMMAND = Path(__file__).resolve().parent.parent.parent / ".venv" / "bin" / "qgis_process"

pytestmark = pytest.mark.skipif(not COMMAND.exists(), reason="no .venv/bin/qgis_process: run make env")


@pytest.fixture
def scene(data, tmp_path):
    for path in (data / "landcover" / "landsat7_north_carolina").iterdir():
        if path.stem in ("landsat_multiband", "landsat96_polygons"):
            shutil.copyfile(path, tmp_path / path.name)
    return tmp_path


def call(*arguments):
    return subprocess.run([str(COMMAND), "--json", "run", "pantau:trainforest", "--", *arguments], capture_output=True, text=True, timeout=300)  # fmt: skip


def test_a_forest_from_polygons(scene):
    run = call(f"INPUT={scene}/landsat_multiband.tif", f"SAMPLES={scene}/landsat96_polygons.shp", "CLASS_FIELD=id", "NAME_FIELD=label", "PRESET=earth_engine",
               f"MODEL={scene}/forest.onnx", f"IMPORTANCE={scene}/bands.csv", f"REPORT={scene}/forest.html")  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    results = json.loads(run.stdout[run.stdout.index("{") :])["results"]
    assert 0.6 < results["CV_ACCURACY"] < results["OOB_ACCURACY"] < 0.9
    assert (results["CLASSES"], results["FOLDS_USED"], results["DROPPED_OUTSIDE"]) == (7, 5, 1)
    assert (scene / "forest.onnx").stat().st_size > 10_000
    assert (scene / "bands.csv").read_text().startswith("band,impurity,permutation,permutation_std")
    assert "agriculture" in (scene / "forest.html").read_text(encoding="utf-8")


def test_bad_input_is_one_sentence(scene):
    run = call(f"INPUT={scene}/landsat_multiband.tif", f"SAMPLES={scene}/landsat96_polygons.shp", "CLASS_FIELD=kind", f"MODEL={scene}/forest.onnx")  # fmt: skip
    assert run.returncode != 0
    assert "landsat96_polygons has no field kind: choose one of label, id as CLASS_FIELD." in run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert not (scene / "forest.onnx").exists()
