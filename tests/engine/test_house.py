"""The rules of the house: arrows of import point one way, nothing unsafe, one version."""

import configparser
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ENGINE = ROOT / "plugin" / "engine"


def test_the_engine_needs_no_qgis():
    modules = [
        "pantau." + ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in ENGINE.rglob("*.py")
        if path.name != "__init__.py"
    ]
    code = f"""
import sys
sys.modules["qgis"] = None
sys.path.insert(0, {str(ROOT / "tests")!r}); import importlib, importlib.util
spec = importlib.util.spec_from_file_location("pantau", {str(ROOT / "__init__.py")!r}, submodule_search_locations=[{str(ROOT)!r}])
sys.modules["pantau"] = importlib.util.module_from_spec(spec)
for name in {modules!r}: importlib.import_module(name)
assert "onnxruntime" not in sys.modules and "sklearn" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd="/")


def test_imports_point_one_way():
    for folder, forbidden in ((ENGINE, r"qgis|processing_provider|\bui\b"), (ROOT / "plugin", r"\bui\b")):
        for path in folder.rglob("*.py"):
            if path == ROOT / "plugin" / "main.py":  # QGIS's way in: it brings the parts together
                continue
            for line in path.read_text().splitlines():
                if re.match(r"\s*(from|import)\s", line):
                    assert not re.search(forbidden, line), (path, line)


def test_nothing_unsafe_is_shipped():
    for folder in ("plugin", "processing_provider", "ui"):
        for path in (ROOT / folder).rglob("*.py"):
            assert not re.search(r"\b(pickle|joblib|shell=True|os\.system|yaml\.load)\b|\b(eval|exec)\(", path.read_text()), path


def test_one_version():
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    assert f'VERSION = "{metadata["general"]["version"]}"' in (ENGINE / "version.py").read_text()
