"""The real qgis_process, as `make env` set it up."""

import json
import subprocess
from pathlib import Path

import pytest

COMMAND = Path(__file__).resolve().parent.parent / ".venv" / "bin" / "qgis_process"

needs_qgis_process = pytest.mark.skipif(not COMMAND.exists(), reason="no .venv/bin/qgis_process: run make env")


def qgis_process(*arguments):
    """The ended process, whether it went well or not."""
    return subprocess.run([str(COMMAND), *arguments], capture_output=True, text=True, timeout=300)


def results_of(run):
    """What an ended `--json run` that went well gives."""
    assert run.returncode == 0, run.stdout + run.stderr
    return json.loads(run.stdout[run.stdout.index("{") :])["results"]


def call(*arguments):
    """The results of an algorithm that must go well."""
    return results_of(qgis_process("--json", "run", *arguments))
