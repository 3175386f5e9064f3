"""Build the zip that QGIS's plugin repository takes, dist/pantau-VERSION.zip, and check it as the repository does (`make package`).

Build it from a clean checkout: what lies in the folders below and has one of their endings goes in, whether git knows it or not.
"""

from __future__ import annotations

import configparser
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Iterator

ROOT = Path(__file__).resolve().parent.parent
NAME = "pantau"
FILES = ("__init__.py", "metadata.txt", "LICENSE", "README.md", "CHANGELOG.md", "requirements.txt", "tools/nightly.py")
# The folders, and the endings of what is taken from them. No .ts: the compiled .qm is what QGIS reads. No .json of the models: each
# model has its card inside.
FOLDERS = {
    "plugin": (".py", ".qm", ".csv"),
    "processing_provider": (".py",),
    "ui": (".py", ".svg", ".qpt"),
    "models/mine_unet": (".onnx", ".md", ".jpg", ".png"),
    "models/chains": (".model3",),
    "docs/html": (".html", ".css"),
    "docs/screenshots": (".png",),
}
WHEN = (1980, 1, 1, 0, 0, 0)  # of every file in the zip: the same sources give the same zip


def version() -> str:
    """As metadata.txt has it."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def sources() -> Iterator[Path]:
    """The files that go in."""
    yield from (ROOT / name for name in FILES)
    for folder, endings in FOLDERS.items():
        yield from (path for path in sorted((ROOT / folder).rglob("*")) if path.suffix in endings and path.is_file())


def build(target: Path) -> Path:
    """Write the zip with the guide as HTML in it: one top folder, files that are no programs, nothing else. Returns `target`."""
    subprocess.run([sys.executable, str(ROOT / "tools" / "docs.py"), "--html"], check=True, stdout=subprocess.DEVNULL)
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        for path in sources():
            entry = zipfile.ZipInfo(f"{NAME}/{path.relative_to(ROOT).as_posix()}", WHEN)
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
    return target


if __name__ == "__main__":
    made = build(ROOT / "dist" / f"{NAME}-{version()}.zip")
    print(f"{made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.1f} MB", flush=True)
    sys.exit(subprocess.run([sys.executable, str(ROOT / "tools" / "check_package.py"), str(made)]).returncode)
