"""Every algorithm through the real qgis_process: by command line, and by JSON, with the same results.

What the results must be is in the tests beside this one and in those of the engine.
"""

import json
import math
from pathlib import Path

import pytest
from process import as_arguments, call, call_with_json, needs_qgis_process, qgis_version
from runs import RUNS, filled, needed, open_whole

pytestmark = needs_qgis_process

ROOT = Path(__file__).resolve().parent.parent.parent
CHAINS = {f"pantau:{path.stem}" for path in (ROOT / "models" / "chains").glob("*.model3")}  # they have tests of their own
CONTRACT = json.loads((ROOT / "tests" / "contract.json").read_text())
DESTINATIONS = ("sink", "rasterDestination", "fileDestination", "folderDestination")
SPEEDS = ("MPX_PER_S",)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Run an algorithm on the sample district, once, after those that it needs: (parameters, results, its folder)."""
    district = tmp_path_factory.mktemp("every") / "district"
    places, done = {"district": district}, {}

    def ran(name):
        if name not in done:
            for other in needed(name):
                ran(other)
            inputs, outputs = RUNS[name]
            folder = tmp_path_factory.mktemp(name)
            parameters = {key: filled(value, places) for key, value in inputs.items()}
            paths = {key: str(folder / file) for key, file in outputs.items()}
            done[name] = parameters, call(f"pantau:{name}", "--", *as_arguments({**parameters, **paths})), folder
            places.update({f"{name}.{key}": path for key, path in paths.items()})
        return done[name]

    call("pantau:sampledistrict", "--", f"FOLDER={district}")
    return ran


def test_the_table_names_every_algorithm_and_every_output():
    assert {
        f"pantau:{name}": sorted(outputs) for name, (_, outputs) in RUNS.items()
    } == {
        name: sorted(key for key, one in its["parameters"].items() if one["type"] in DESTINATIONS) for name, its in CONTRACT.items() if name not in CHAINS
    }  # fmt: skip


@pytest.mark.parametrize("name", RUNS)
def test_by_command_line(run, name):
    _, results, folder = run(name)
    outputs = RUNS[name][1]
    declared = CONTRACT[f"pantau:{name}"]["outputs"]
    assert set(results) <= set(declared)
    for key, kind in declared.items():
        if key in outputs:
            path = folder / outputs[key]
            assert results[key] == str(path)
            open_whole(path)
        elif kind == "outputNumber":
            value = results.get(key)
            assert value is None or math.isfinite(value), key
        else:
            assert isinstance(results[key], str), key
    strangers = {one.name for one in folder.iterdir()} - set(outputs.values())
    assert not [one for one in strangers if "pantau" in one], strangers


@pytest.mark.parametrize("name", RUNS)
def test_by_json_on_stdin(run, name, tmp_path):
    if qgis_version() < (3, 24):
        pytest.skip("QGIS 3.22 takes no JSON")
    parameters, results, folder = run(name)
    found = call_with_json(f"pantau:{name}", {**parameters, **{key: str(tmp_path / file) for key, file in RUNS[name][1].items()}})
    moved = {key: value.replace(str(folder), str(tmp_path)) if isinstance(value, str) else value for key, value in results.items()}
    assert {key: value for key, value in found.items() if key not in SPEEDS} == {
        key: value for key, value in moved.items() if key not in SPEEDS
    }
    assert files_in(tmp_path) == files_in(folder)


def files_in(folder):
    """Without what GDAL leaves beside a file that was opened."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.name.endswith(".aux.xml")}
