"""Qt 6, which QGIS 4 is built with, by PyQt6 from PyPI: what the sources name is there, and the windows are made.

QGIS's own classes are those of the QGIS that runs the tests: of their enums, the scoped name is asked for, which Qt 6 insists on.
"""

import ast
import enum
import importlib
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = sorted(path for folder in ("plugin", "processing_provider", "ui") for path in (ROOT / folder).rglob("*.py"))
# What QGIS's shim, qgis.PyQt, keeps where Qt 5 had it.
MOVED = ("QAction", "QActionGroup", "QShortcut")
WIDGETS = ["DeviceDialog", "AreaDock", "PlanDock", "RulesView", "Menu"]
KEPT = "QtCore.QVariant."  # QVariant.Int and the like

needs_pyqt6 = pytest.mark.skipif(importlib.util.find_spec("PyQt6") is None, reason="no PyQt6: run make env")


def imports(tree):
    """(module, name, name here) of what is imported from QGIS and its Qt; not what stands in a try, which has an alternative."""
    tried = {id(one) for node in ast.walk(tree) if isinstance(node, ast.Try) for one in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis") and id(node) not in tried:
            yield from ((node.module, one.name, one.asname or one.name) for one in node.names)


def chains(tree):
    """Every dotted name as its parts, the longest only, with its line: ["Qt", "AlignmentFlag", "AlignLeft"]."""
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and id(node) not in inner:
            parts, line = [], node.lineno
            while isinstance(node, ast.Attribute):
                parts.append(node.attr)
                node = node.value
            if isinstance(node, ast.Name):
                yield [node.id, *reversed(parts)], line


@needs_pyqt6
def test_everything_that_the_sources_name_is_there_in_qt_6():
    names = {}
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = {here: (module.rpartition(".")[2], name) for module, name, here in imports(tree) if module.startswith("qgis.PyQt.")}
        for module, name in found.values():
            names.setdefault(f"{module}.{name}", str(path.relative_to(ROOT)))
        for (first, *rest), line in chains(tree):
            name = ".".join([*found.get(first, ()), *rest])
            if first in found and not name.startswith(KEPT):
                names.setdefault(name, f"{path.relative_to(ROOT)}:{line}")
    code = f"""
import importlib, json, sys
from PyQt6 import QtGui, QtWidgets
for name in {MOVED!r}: setattr(QtWidgets, name, getattr(QtGui, name))
missing = []
for name in json.load(sys.stdin):
    module, *parts = name.split(".")
    found = importlib.import_module("PyQt6." + module)
    try:
        for part in parts: found = getattr(found, part)
    except AttributeError:
        missing.append(name)
print(json.dumps(missing))
"""
    run = subprocess.run([sys.executable, "-c", code], input=json.dumps(list(names)), capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert len(names) > 200
    assert {name: names[name] for name in json.loads(run.stdout)} == {}


def test_enums_of_qgis_are_scoped():
    unscoped, seen = [], 0
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = {here: (module, name) for module, name, here in imports(tree) if not module.startswith("qgis.PyQt")}
        for (first, *rest), line in chains(tree):
            if first not in found:
                continue
            module, name = found[first]
            owner = getattr(importlib.import_module(module), name, None)
            for part in rest:
                value = getattr(owner, part, None)
                if isinstance(value, enum.Enum) or (isinstance(value, int) and type(value) not in (int, bool)):
                    seen += 1
                    if owner is not type(value):
                        unscoped.append(f"{path.relative_to(ROOT)}:{line}: {'.'.join([first, *rest])}")
                owner = value
    assert seen > 50
    assert unscoped == []


@needs_pyqt6
def test_the_windows_are_made_and_used_under_qt_6():
    run = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "qt6_windows.py")], capture_output=True, text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert found["errors"] == []
    assert found["modules"] == sorted(path.stem for path in (ROOT / "ui").glob("*.py"))
    assert found["widgets"] == WIDGETS
