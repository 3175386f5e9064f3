"""What a script sees of a run that fails: the exit status, the sentence on stderr, and the files; for every kind of failure.

Mistakes that belong to one algorithm are in its own test beside this one.
"""

import os
import re
import signal
import sys
import time

import numpy as np
import pytest
from process import as_arguments, call, needs_qgis_process, qgis_process, started
from runs import RUNS, filled, open_whole
from scenes import write

pytestmark = needs_qgis_process

# Every import of a package fails as where it is not installed.
HIDE = """
import importlib.machinery as machinery
find = machinery.PathFinder.find_spec.__func__
machinery.PathFinder.find_spec = classmethod(
    lambda cls, name, path=None, target=None: None if name.split(".")[0] in {names!r} else find(cls, name, path, target)
)
"""


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    folder = tmp_path_factory.mktemp("exit") / "district"
    call("pantau:sampledistrict", "--", f"FOLDER={folder}")
    return folder


def failed(run, words):
    """Assert that a run has failed with one sentence on stderr, and nothing of Python's."""
    assert run.returncode == 1, (run.returncode, run.stdout, run.stderr)
    assert words in run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert "error of its own" not in run.stderr


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        ("classpatches", {"CLASSES": "1,swamp"}, "landcover_after.tif has no class called swamp: give codes or names from its legend"),
        ("preparescene", {"RASTERS": None, "INPUT": "/nowhere/scene.zip"}, "There is no file or folder at /nowhere/scene.zip: check the name."),
        ("composite", {"INPUTS": ["/nowhere/a.tif"]}, "/nowhere/a.tif"),
        ("composite", {"METHOD": "mode"}, "METHOD"),
        ("despeckle", {"SIZE": 4}, "SIZE is 4"),
        ("despecklestack", {"SIZE": "seven"}, "SIZE"),
        ("classify", {"MODEL": "/nowhere/forest.onnx"}, "/nowhere/forest.onnx"),
        ("minealerts", {"AFTER_POLYGONS": None}, "AFTER"),
        ("segmentationaccuracy", {"PREDICTION": "{district}/landcover_after.tif", "REFERENCE_POLYGONS": None}, "REFERENCE"),
        ("spectralindices", {"INDICES": "NDVI,NOTHING"}, "NOTHING"),
        ("trainingtiles", {"TRAIN_SHARE": 7}, "TRAIN_SHARE"),
        ("burnthreshold", {"INPUT": "{district}/radar/pre_2024-03-04.tif", "METHOD": "value"}, "VALUE"),
        ("backscatterunits", {"INPUT": "{district}/rtrw.gpkg"}, "rtrw is a vector layer, and INPUT must be a raster: choose a raster."),
        ("changetable", {"ZONE_FIELDS": "WADMKX"}, "has no field WADMKX"),
        ("areatable", {"ZONES": "{district}/fire_points.gpkg"}, "holds no polygons: choose a polygon layer."),
        ("sampledistrict", {"SIZE": "huge"}, "SIZE"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_sentence_and_leaves_what_was_there(district, tmp_path, name, change, words):
    inputs, outputs = RUNS[name]
    parameters = {key: filled(value, {"district": district}) for key, value in {**inputs, **change}.items() if value is not None}
    paths = {key: tmp_path / file for key, file in outputs.items()}
    files = [path for path in paths.values() if path.suffix]
    for path in files:
        path.write_bytes(b"earlier")
    failed(qgis_process("--json", "run", f"pantau:{name}", "--", *as_arguments({**parameters, **paths})), words)
    assert sorted(tmp_path.iterdir()) == sorted(files)
    assert all(path.read_bytes() == b"earlier" for path in files)


def test_no_output_at_all_is_a_mistake(district):
    failed(qgis_process("run", "pantau:composite", "--", f"INPUTS={district}/sentinel2_after.tif"), "OUTPUT")


def test_an_unknown_algorithm_fails():
    run = qgis_process("run", "pantau:nothing", "--", "INPUT=a.tif")
    assert run.returncode == 1
    assert "pantau:nothing" in run.stdout + run.stderr


@pytest.mark.parametrize(
    ("package", "hidden", "name"),
    [
        ("onnxruntime", ("onnxruntime",), "segment"),
        ("scikit-learn", ("sklearn",), "trainforest"),
        ("scipy", ("scipy",), "accuracy"),
    ],
)
def test_a_missing_package_is_said_with_the_command_that_installs_it(district, tmp_path, package, hidden, name):
    (tmp_path / "sitecustomize.py").write_text(HIDE.format(names=hidden))
    inputs, outputs = RUNS[name]
    folder = tmp_path / "out"
    folder.mkdir()
    parameters = {key: filled(value, {"district": district}) for key, value in inputs.items()}
    paths = {key: folder / file for key, file in outputs.items()}
    run = qgis_process("run", f"pantau:{name}", "--", *as_arguments({**parameters, **paths}),
                       environment={**os.environ, "PYTHONPATH": str(tmp_path)})  # fmt: skip
    failed(run, f"The Python package {package}")
    command = re.escape(package) + rf'(-gpu)? "numpy=={re.escape(np.__version__)}"'
    assert re.search(rf"Run this in a terminal and start QGIS again: \S*python\S* -m pip install .*{command}", run.stderr)
    assert list(folder.iterdir()) == []


def test_an_algorithm_that_needs_no_package_runs_without_any(district, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(
        HIDE.format(names=("onnxruntime", "sklearn", "scipy", "onnx", "skl2onnx", "exactextract", "numba"))
    )
    run = qgis_process("run", "pantau:backscatterunits", "--", f"INPUT={district}/radar/pre_2024-03-04.tif", f"OUTPUT={tmp_path}/db.tif",
                       environment={**os.environ, "PYTHONPATH": str(tmp_path)})  # fmt: skip
    assert run.returncode == 0, run.stderr
    open_whole(tmp_path / "db.tif")


# {algorithm: parameters} on rasters that take half a minute or more; "{image}" has 10 bands, "{radar}" one.
LONG = {
    "composite": {"INPUTS": ["{image}", "{image}"]},
    "despecklestack": {"INPUTS": ["{radar}", "{radar2}"]},
    "mapburn": {"PRE": ["{radar}"], "POST": ["{radar2}"]},
}
STOPS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    rng = np.random.default_rng(0)
    return {
        "image": write(folder / "image.tif", rng.integers(1, 3000, (10, 4000, 4000)).astype(np.uint16)),
        **{
            name: write(folder / f"{name}.tif", rng.gamma(4, 0.02, (4000, 4000)).astype(np.float32)) for name in ("radar", "radar2")
        },
    }


@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("number", [*STOPS, signal.SIGKILL], ids=lambda number: number.name)
def test_a_run_that_is_ended_leaves_nothing_under_the_final_names(large, tmp_path, name, number):
    """A stop takes away what was begun; a kill cannot, but what it leaves has names of its own, which the next run takes over."""
    outputs = {key: tmp_path / file for key, file in RUNS[name][1].items() if key != "ZONE_TABLE"}
    files = [path for path in outputs.values() if path.suffix]
    for path in files:
        path.write_bytes(b"earlier")
    process = started(f"pantau:{name}", {**{key: filled(value, large) for key, value in LONG[name].items()}, **outputs})
    until = time.time() + 120
    there = 0
    while there < 5 and time.time() < until and process.poll() is None:  # a name that comes and goes is that of a probe
        there = there + 1 if list(tmp_path.rglob("*pantau-*")) else 0
        time.sleep(0.05)
    assert process.poll() is None, process.communicate()[0]
    process.send_signal(number)
    output, _ = process.communicate(timeout=120)
    assert all(path.read_bytes() == b"earlier" for path in files)
    assert not [one for path in outputs.values() if path.is_dir() for one in path.rglob("*") if "pantau-" not in one.name]
    if number == signal.SIGKILL:
        assert process.returncode == -signal.SIGKILL
    else:
        assert process.returncode == 1
        assert "The run was cancelled; nothing was written." in output
        assert "Traceback" not in output
        assert [one for one in tmp_path.rglob("*") if "pantau-" in one.name] == []


@pytest.mark.parametrize("name", ["areatable", "classpatches", "trainingtiles"])
def test_a_kill_while_the_results_are_written_leaves_whole_files_or_none(district, tmp_path, name):
    """At the moment when the first of them appears; then the same run goes well over what was left."""
    inputs, outputs = RUNS[name]
    paths = {key: tmp_path / file for key, file in outputs.items()}
    parameters = {**{key: filled(value, {"district": district}) for key, value in inputs.items()}, **paths}
    process = started(f"pantau:{name}", parameters)
    while process.poll() is None and not any(path.exists() for path in paths.values()):
        time.sleep(0.0005)
    process.kill()
    process.communicate()
    for path in paths.values():
        if path.exists():
            open_whole(path)
    if paths.get("FOLDER") and paths["FOLDER"].exists():  # a folder must be new
        return
    assert qgis_process("run", f"pantau:{name}", "--", *as_arguments(parameters)).returncode == 0
    for path in paths.values():
        open_whole(path)
    assert not list(tmp_path.glob(".pantau-part-*"))


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_nohup_lets_a_run_go_on_when_the_terminal_is_closed(district, tmp_path):
    process = started("pantau:areatable", {"CLASSES": f"{district}/landcover_after.tif", "OUTPUT": f"{tmp_path}/a.csv"}, nohup=True)
    time.sleep(0.2)
    while process.poll() is None:
        process.send_signal(signal.SIGHUP)
        time.sleep(0.05)
    assert process.returncode == 0
    open_whole(tmp_path / "a.csv")
