"""Build the zip that QGIS's plugin repository takes: dist/pantau-VERSION.zip (`make package`)."""

from __future__ import annotations

import configparser
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("plugin/", "processing_provider/", "ui/", "models/mine_unet/", "models/chains/", "docs/")
FILES = ("__init__.py", "metadata.txt", "LICENSE", "README.md", "CHANGELOG.md", "requirements.txt")
LIMIT = 25_000_000


def build() -> Path:
    """Write the zip: one top folder `pantau`, only tracked files, nothing that the repository refuses."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    target = ROOT / "dist" / f"pantau-{metadata['general']['version']}.zip"
    target.parent.mkdir(exist_ok=True)
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(filter(None, tracked)):
            if name in FILES or name.startswith(SHIPPED):
                archive.write(ROOT / name, f"pantau/{name}")
    return target


if __name__ == "__main__":
    path = build()
    if path.stat().st_size > LIMIT:
        sys.exit(f"{path} has {path.stat().st_size} bytes; the plugin repository takes {LIMIT}.")
    print(path)
