"""Models that others trained, against running them directly (see tests/csmask.py)."""

from __future__ import annotations

import argparse
import sys

from common import DATA, ROOT, Table, percent

sys.path.insert(0, str(ROOT / "tests"))

import csmask  # noqa: E402
from scenes import write  # noqa: E402


def agreement(folder: str, options: argparse.Namespace) -> None:
    table = Table(
        "Foreign models",
        "Pixels of the same class, Pantau against running the cloud U-Nets of ukis-csmask 1.0.0 directly, on real Sentinel-2 bands "
        "under drawn clouds, 700 x 600 px. Same tiles: where the tiles that see a pixel agree on its class. Package: its own tiles and "
        "weights. The package against itself: its tiles begin 49 px earlier.",
        "model", "same tiles", "pixels on whose class the tiles agree", "package", "the package against itself",
    )  # fmt: skip
    try:
        models = csmask.fetch()
    except csmask.Unavailable as error:
        return print(f"\nSkipped: {error}")
    for name in csmask.MODELS:
        direct = csmask.Direct(models, name)
        scene = csmask.real_scene(DATA, direct.bands)
        if scene is None:
            return print(f"\nSkipped: no landcover/sentinel2_amazon in {DATA}")
        image = csmask.cloudy(scene[1], 600, 700)
        path = write(f"{folder}/{name}.tif", image, names=direct.bands.split(","))
        _, mask, tiles = csmask.pantau(path, direct, folder)
        found = csmask.on_tiles(image, direct, tiles)
        alike = found.sum(axis=0) == 1
        package = direct.package(image)
        same = (mask == found.argmax(axis=0))[alike].mean()
        shares = (same, alike.mean(), (mask == package).mean(), (direct.package(image, 100) == package).mean())
        table.row(name, *map(percent, shares))
    return None


TABLES = {"foreign": agreement}
