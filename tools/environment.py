"""Set up what Pantau needs on Debian: QGIS by apt, Python packages in .venv, and .venv/bin/qgis_process.

Run with the system's Python (`make env`); it may be repeated, and does only what is left to do.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
FASTER = "numba"  # optional: without it the same results take longer
PACKAGES = ["qgis", "python3-qgis", "python3-venv", "python3-pip", "xvfb", "xauth"]

LAUNCHER = """#!/bin/sh
# Runs the machine's real qgis_process with Pantau enabled, in a profile of its own. Written by `make env`.
venv=$(CDPATH= cd -- "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
binary=
# Debian's qgis_process is a wrapper that fails on every call; qgis_process.bin beside it works.
for name in qgis_process.bin qgis_process; do
    for folder in $(printf '%s' "$PATH:/usr/bin:/usr/local/bin" | tr ':' ' '); do
        [ "$folder" -ef "$venv/bin" ] && continue
        [ -x "$folder/$name" ] && binary="$folder/$name" && break 2
    done
done
if [ -z "$binary" ]; then
    echo "qgis_process: QGIS is not installed; run make env" >&2
    exit 127
fi
site="$venv/lib/@PYTHON@/site-packages"
export QGIS_CUSTOM_CONFIG_PATH="$venv/qgis" QGIS_PLUGINPATH="$venv/qgis/plugins"
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}" PYTHONPATH="$site${PYTHONPATH:+:$PYTHONPATH}"
# exec: an interrupt or a TERM reaches QGIS itself, which lets Pantau clean up and stop.
exec "$binary" "$@"
"""


def run(*command: str, **environment: str) -> None:
    """Run a command and show it; stop where it fails."""
    print("+", " ".join(command), flush=True)
    subprocess.run(command, check=True, env={**os.environ, **environment})


def python_version() -> str:
    """The system's Python, such as python3.11."""
    code = "import sys; print('python%d.%d' % sys.version_info[:2])"
    return subprocess.run(["/usr/bin/python3", "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def install_qgis() -> None:
    """QGIS and its Python bindings by apt, where they are missing."""

    def importable(module: str) -> bool:
        return subprocess.run(["/usr/bin/python3", "-c", f"import {module}"], capture_output=True).returncode == 0

    found = (
        (shutil.which("qgis_process.bin") or shutil.which("qgis_process")) and importable("qgis.core") and importable("ensurepip")
    )
    if found and shutil.which("xvfb-run"):
        return
    if not shutil.which("apt-get"):
        sys.exit("QGIS 3.22 or later with its Python bindings is needed and apt is not here: install QGIS, then repeat.")
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    run(*sudo, "apt-get", "update", "-q")
    run(*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-q", "--no-install-recommends", *PACKAGES)


def install_packages() -> None:
    """A venv on the system's Python that sees QGIS, with numpy held at the version that QGIS runs."""
    python = VENV / "bin" / "python"
    if not python.exists() or not (VENV / "lib" / python_version()).is_dir():  # new, or made for an earlier system
        run("/usr/bin/python3", "-m", "venv", "--clear", "--system-site-packages", str(VENV))
    numpy = subprocess.run(
        ["/usr/bin/python3", "-c", "import numpy; print(numpy.__version__)"], check=True, capture_output=True, text=True
    ).stdout.strip()
    wanted = (ROOT / "requirements.txt").read_text() + (ROOT / "requirements-dev.txt").read_text() + FASTER + numpy
    stamp, digest = VENV / ".installed", hashlib.sha256(wanted.encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    constraint = VENV / "constraints.txt"
    constraint.write_text(f"numpy=={numpy}\n")
    run(str(python), "-m", "pip", "install", "-q", "-c", str(constraint), "-r", str(ROOT / "requirements-dev.txt"))
    try:
        run(str(python), "-m", "pip", "install", "-q", "--only-binary", ":all:", "-c", str(constraint), FASTER)
    except subprocess.CalledProcessError:
        print(f"{FASTER} is not to be had for this Python: random forests classify without it, more slowly.")
    stamp.write_text(digest)


def write_launcher() -> None:
    """.venv/bin/qgis_process, and the profile in which the plugin is linked and enabled."""
    launcher = VENV / "bin" / "qgis_process"
    launcher.write_text(LAUNCHER.replace("@PYTHON@", python_version()))
    launcher.chmod(launcher.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    plugins = VENV / "qgis" / "plugins"
    plugins.mkdir(parents=True, exist_ok=True)
    link = plugins / "pantau"
    if link.is_symlink():
        link.unlink()
    link.symlink_to(ROOT, target_is_directory=True)
    for major in (3, 4):
        profile = VENV / "qgis" / "profiles" / "default" / "QGIS" / f"QGIS{major}.ini"
        profile.parent.mkdir(parents=True, exist_ok=True)
        if not profile.exists():
            profile.write_text("[PythonPlugins]\npantau=true\n")


if __name__ == "__main__":
    install_qgis()
    install_packages()
    write_launcher()
    print(f"Ready: {VENV / 'bin' / 'qgis_process'} run pantau:segment -- INPUT=... MASK=...")
