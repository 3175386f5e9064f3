"""The Python packages that algorithms need: what is installed, what is missing, and the exact command that gets it."""

from __future__ import annotations

import glob
import os
import sys
import sysconfig

from .engine.text import tr

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def use_checkout_environment() -> None:
    """Let a linked checkout bring its own packages: what `make env` installed, behind everything that QGIS has."""
    for folder in (
        os.path.join(ROOT, ".venv", "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}", "site-packages"),
        *glob.glob(os.path.join(ROOT, ".venv", "Lib", "site-packages")),
    ):
        if os.path.isdir(folder) and folder not in sys.path:
            sys.path.append(folder)


def python_executable() -> str:
    """The Python that this QGIS runs: `sys.executable` is QGIS itself on Windows and macOS."""
    name = "python3" if sys.platform != "win32" else "python"
    if sys.platform == "win32":
        candidates = [os.path.join(sys.base_exec_prefix, "python.exe"), os.path.join(sys.base_exec_prefix, "python3.exe")]
    else:
        version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
        candidates = [os.path.join(folder, n) for folder in (os.path.join(sys.base_exec_prefix, "bin"), os.path.dirname(sys.executable)) for n in (version, "python3")]  # fmt: skip
    return next((path for path in candidates if os.path.exists(path)), name)


def install_command(package: str) -> str:
    """The command that installs `package` for this QGIS and leaves its numpy alone."""
    import numpy

    options = ["--user"]
    marker = os.path.join(sysconfig.get_path("stdlib"), "EXTERNALLY-MANAGED")
    if os.path.exists(marker):  # PEP 668: Debian's pip refuses without it
        options.append("--break-system-packages")
    python = python_executable()
    quoted = f'"{python}"' if " " in python else python
    return f'{quoted} -m pip install {" ".join(options)} {package} "numpy=={numpy.__version__}"'


def missing(package: str) -> str:
    """The sentence that a user reads where a package is missing."""
    return tr("The Python package {package} is not installed. Run this in a terminal and start QGIS again: {command}").format(
        package=package, command=install_command(package)
    )
