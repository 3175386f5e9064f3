"""A forest trained through the real qgis_process, on samples in another CRS than the image."""

import shutil

import pytest
from process import call, needs_qgis_process, qgis_process

pytestmark = needs_qgis_process


@pytest.fixture
def scene(data, tmp_path):
    for path in (data / "landcover" / "landsat7_north_carolina").iterdir():
        if path.stem in ("landsat_multiband", "landsat96_polygons"):
            shutil.copyfile(path, tmp_path / path.name)
    return tmp_path


def test_a_forest_from_polygons(scene):
    results = call("pantau:trainforest", "--", f"INPUT={scene}/landsat_multiband.tif", f"SAMPLES={scene}/landsat96_polygons.shp",
                   "CLASS_FIELD=id", "NAME_FIELD=label", "PRESET=earth_engine",
                   f"MODEL={scene}/forest.onnx", f"IMPORTANCE={scene}/bands.csv", f"REPORT={scene}/forest.html")  # fmt: skip
    assert 0.6 < results["CV_ACCURACY"] < results["OOB_ACCURACY"] < 0.9
    assert (results["CLASSES"], results["FOLDS_USED"], results["DROPPED_OUTSIDE"]) == (7, 5, 1)
    assert (scene / "forest.onnx").stat().st_size > 10_000
    assert (scene / "bands.csv").read_text().startswith("band,impurity,permutation,permutation_std")
    assert "agriculture" in (scene / "forest.html").read_text(encoding="utf-8")


def test_bad_input_is_one_sentence(scene):
    run = qgis_process("--json", "run", "pantau:trainforest", "--", f"INPUT={scene}/landsat_multiband.tif",
                       f"SAMPLES={scene}/landsat96_polygons.shp", "CLASS_FIELD=kind", f"MODEL={scene}/forest.onnx")  # fmt: skip
    assert run.returncode != 0
    assert "landsat96_polygons has no field kind: choose one of label, id as CLASS_FIELD." in run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert not (scene / "forest.onnx").exists()
