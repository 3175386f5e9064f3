"""The zip for the plugin repository: what is in it, that the repository would take it, and that it works where nothing else is."""

import importlib.util
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from process import needs_qgis_process

ROOT = Path(__file__).resolve().parent.parent.parent
TOOLS = ("bandit", "detect_secrets", "flake8", "markdown")
sys.path.insert(0, str(ROOT / "tools"))

import check_package  # noqa: E402
import package  # noqa: E402
import try_package  # noqa: E402

pytestmark = pytest.mark.skipif(any(importlib.util.find_spec(name) is None for name in TOOLS), reason="run make env")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return package.build(tmp_path_factory.mktemp("dist") / "pantau.zip")


def names(path):
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


BARE = ("__init__.py", "metadata.txt", "LICENSE", "ui/icons/pantau.svg")


def small(target, leave_out="", **more):
    """A zip of the few files that the repository asks for, but `leave_out`, and of `more`."""
    with zipfile.ZipFile(target, "w") as archive:
        for name in BARE:
            if name != leave_out:
                archive.write(ROOT / name, f"pantau/{name}")
        for name, content in more.items():
            archive.writestr(name, content)
    return target


def test_it_holds_the_plugin_and_nothing_else(made):
    inside = set(names(made))
    for needed in ("metadata.txt", "LICENSE", "plugin/i18n/pantau_id.qm", "models/mine_unet/mine_unet.onnx", "docs/html/en/index.html",
                   "docs/html/id/index.html", "ui/icons/pantau.svg", "plugin/engine/area/rtrw_rules_example.csv"):  # fmt: skip
        assert f"pantau/{needed}" in inside, needed
    assert {name.split("/")[1] for name in inside} == {
        "__init__.py", "metadata.txt", "LICENSE", "README.md", "CHANGELOG.md", "requirements.txt",
        "plugin", "processing_provider", "ui", "models", "docs", "tools",
    }  # fmt: skip
    assert not [name for name in inside if "/training/" in name or "/test" in name or name.endswith((".ts", ".pyc", ".sh"))]
    for chain in try_package.CHAINS:
        assert f"pantau/models/chains/{chain}.model3" in inside
    assert [name for name in inside if name.startswith("pantau/tools/")] == ["pantau/tools/nightly.py"]
    assert made.stat().st_size < 25_000_000


def test_every_file_that_git_knows_in_these_folders_goes_in(made):
    """A file of a new kind is easily forgotten in the list of endings."""
    git = subprocess.run(["git", "ls-files", "-z", *package.FOLDERS], cwd=ROOT, capture_output=True, text=True)
    if git.returncode or not git.stdout:
        pytest.skip("not a git checkout")
    tracked = {name for name in git.stdout.split("\0") if name and (ROOT / name).exists()}
    left_out = {name for name in tracked if f"pantau/{name}" not in names(made)}
    assert {Path(name).suffix for name in left_out} <= {".ts", ".json"}, left_out


def test_the_same_sources_give_the_same_zip(made, tmp_path):
    assert package.build(tmp_path / "again.zip").read_bytes() == made.read_bytes()


def test_the_repository_would_take_it(made):
    assert check_package.problems(made) == []


UNSAFE = """import pickle
import subprocess


def load(path, expression):
    subprocess.call(path, shell=True)
    eval(expression)
    with open(path, "rb") as file:
        return pickle.load(file), undefined_name


PASSWORD = "AKIAIOSFODNN7REALKEY"
"""


def test_unsafe_code_and_secrets_are_found(tmp_path):
    (tmp_path / "unsafe.py").write_text(UNSAFE)
    bandit = " ".join(check_package.bandit_problems(tmp_path))
    assert all(code in bandit for code in ("B301", "B307", "B602"))
    assert "AWS Access Key" in " ".join(check_package.secret_problems(tmp_path))
    assert "F821" in " ".join(check_package.flake8_problems(tmp_path))


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        ({"tracker": None}, "no tracker"),
        ({"homepage": "http://homepage"}, "homepage is no address"),
        ({"homepage": "https://example.org/repository", "repository": "https://example.org/repository"}, "how to use the plugin"),
        ({"author": "one / two"}, "slashes"),
        ({"version": "1.0-beta/2"}, "not of the form"),
        ({"icon": "nowhere.svg"}, "icon nowhere.svg"),
        ({"about": "100 % sure"}, "cannot be read"),
        ({"description": "Café"}, "English"),
        ({"supportsQt6": "yes"}, "neither True nor False"),
    ],
)
def test_wrong_metadata_is_refused(metadata, said):
    lines = (ROOT / "metadata.txt").read_text(encoding="utf-8").splitlines()
    for key, value in metadata.items():
        lines = [line for line in lines if not line.startswith(f"{key}=")] + ([f"{key}={value}"] if value else [])
    if "about" in metadata:  # whose further lines are indented
        lines = [line for line in lines if not line.startswith(" ")]
    found = list(check_package.metadata_problems("\n".join(lines).encode(), ["ui/icons/pantau.svg"]))
    assert any(said in one for one in found), found


def test_wrong_files_are_refused(tmp_path):
    assert not list(check_package.zip_problems(small(tmp_path / "right.zip")))
    for name in (
        "pantau/a.pyc",
        "pantau/__pycache__/a.py",
        "pantau/run.sh",
        "pantau/.env",
        "pantau/../a.py",
        "pantau/lib.so",
        "other/a.py",
    ):
        assert list(check_package.zip_problems(small(tmp_path / "wrong.zip", **{name: "x"}))), name
    for name in BARE:
        assert any(name in one for one in check_package.zip_problems(small(tmp_path / "wrong.zip", name))), name


@pytest.fixture(scope="module")
def profile(made, tmp_path_factory):
    """A profile with the plugin from the zip, whose QGIS finds none of the packages that Pantau asks for."""
    profile = try_package.Profile(tmp_path_factory.mktemp("profile"), made, try_package.PACKAGES)
    profile.enable()
    return profile


def test_the_chains_are_tried_with_parameters_that_they_have():
    contract = json.loads((ROOT / "tests" / "contract.json").read_text(encoding="utf-8"))
    for name, (inputs, outputs) in try_package.CHAINS.items():
        assert {*inputs, *outputs} <= set(contract[f"pantau:{name}"]["parameters"]), name


@needs_qgis_process
def test_an_empty_profile_lists_every_algorithm(profile):
    assert profile.algorithms() == sorted(try_package.EVERY)


@needs_qgis_process
def test_a_missing_package_is_said_with_the_command_that_installs_it(profile, class_raster):
    run = profile.process("run", "pantau:segment", "--", f"INPUT={class_raster}", f"MASK={profile.folder}/mask.tif")
    assert run.returncode != 0
    assert try_package.said_how_to_install(run), run.stdout + run.stderr
    assert not (profile.folder / "mask.tif").exists()


@needs_qgis_process
def test_what_needs_no_package_runs_without_them(profile, class_raster):
    run = profile.process("run", "pantau:changetable", "--", f"BEFORE={class_raster}", f"AFTER={class_raster}",
                          f"OUTPUT={profile.folder}/change.csv")  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    assert (profile.folder / "change.csv").read_text(encoding="utf-8").count("\n") > 1


@pytest.fixture(scope="module")
def class_raster(tmp_path_factory):
    """A small raster of two classes, in metres."""
    import numpy as np
    from scenes import write

    values = np.repeat(np.array([[1, 2]], np.uint8), 50, axis=1).repeat(100, axis=0)
    return write(tmp_path_factory.mktemp("raster") / "classes.tif", values)


@needs_qgis_process
@pytest.mark.skipif(not (shutil.which("xvfb-run") and shutil.which("xauth")), reason="no xvfb-run, or no xauth")
def test_the_window_loads_it_opens_everything_and_logs_no_error(profile):
    found = profile.window()
    assert found["errors"] == []
    assert len(found["docks"]) == 2
    assert found["dialogs"] == ["Packages and device"]
