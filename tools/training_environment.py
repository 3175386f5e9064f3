"""Set up .venv-train, in which the mine model is trained: PyTorch and onnx beside the system's GDAL (`make train`)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

VENV = Path(__file__).resolve().parent.parent / ".venv-train"
SYSTEM_PYTHON = "/usr/bin/python3"
PACKAGES = ["torch==2.13.0", "onnx"]


def run(*command: str) -> None:
    """Run a command and show it; raises CalledProcessError where it fails."""
    print("+", " ".join(command), flush=True)
    subprocess.run(command, check=True)


def install() -> None:
    """A venv that sees the system's GDAL, with numpy held at the version that GDAL's bindings were built with."""
    run(SYSTEM_PYTHON, "-m", "venv", "--system-site-packages", str(VENV))
    version = [SYSTEM_PYTHON, "-c", "import numpy; print(numpy.__version__)"]
    numpy = subprocess.run(version, check=True, capture_output=True, text=True).stdout.strip()
    constraint = VENV / "constraints.txt"
    constraint.write_text(f"numpy=={numpy}\n")
    run(str(VENV / "bin" / "python"), "-m", "pip", "install", "-q", "-c", str(constraint), *PACKAGES)


if __name__ == "__main__":
    try:
        install()
    except BaseException as error:
        shutil.rmtree(VENV, ignore_errors=True)  # half an environment would pass for a whole one next time
        if isinstance(error, subprocess.CalledProcessError):
            sys.exit(f"The training environment could not be set up: {error}")
        raise
