"""Link this checkout into the user's own QGIS profile as the plugin `pantau` (`make link`)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def profiles() -> Path:
    """The folder of the user's QGIS profiles."""
    if sys.platform == "win32":
        return Path(os.environ["APPDATA"]) / "QGIS" / "QGIS3" / "profiles"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "QGIS" / "QGIS3" / "profiles"
    base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "QGIS"
    newer = base / "QGIS4" / "profiles"
    return newer if newer.is_dir() else base / "QGIS3" / "profiles"


if __name__ == "__main__":
    profile = sys.argv[1] if len(sys.argv) > 1 else "default"
    link = profiles() / profile / "python" / "plugins" / "pantau"
    link.parent.mkdir(parents=True, exist_ok=True)
    if link.is_symlink():
        link.unlink()
    elif link.exists():
        sys.exit(f"{link} exists and is no link: remove the installed plugin first (Plugins > Manage > Pantau > Uninstall).")
    link.symlink_to(ROOT, target_is_directory=True)
    print(f"{link} -> {ROOT}\nStart QGIS and tick Pantau in Plugins > Manage and Install Plugins.")
