"""Burned area against scars that are known: what each threshold finds where 1 to 30 % of the land burned (see tests/burned_land.py)."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np
from common import ROOT, Table
from osgeo import gdal
from pantau.plugin.engine.burn.map_burn import map_burn
from pantau.plugin.engine.burn.map_burn_settings import NONE, Settings, Targets
from pantau.plugin.engine.burn.speckle import LEE

sys.path.insert(0, str(ROOT / "tests"))

from burned_land import burned_land, overlap  # noqa: E402

SHARES = (0.01, 0.05, 0.15, 0.30)
LOSSES_DB = (3.0, 5.0)
SEEDS = 3


def burn(folder: str, options: argparse.Namespace) -> None:
    size = (options.sizes or [512])[0]
    table = Table(
        "Burned area",
        f"Forest and shrub, {size} x {size} px of 20 m, ten dates before and ten after with speckle of 4.4 looks, median of each. Hectares "
        f"as a percentage of the true ones, and intersection over union in brackets; means of {SEEDS} scenes. None: where no second class is found.",
        "burned", "lost", "filter", "RBR μ − σ", "RBR μ", "RBR μ + σ", "RBD μ − σ", "RBD μ", "RBD μ + σ", "Otsu", "Kittler-Illingworth",
    )  # fmt: skip
    codes = [f"{index}_{method}" for index in ("rbr", "rbd") for method in ("mu_minus_sigma", "mu", "mu_plus_sigma")]
    for loss in LOSSES_DB:
        for filter in (LEE, NONE):
            for share in SHARES:
                found = {code: [] for code in [*codes, "rbr_otsu", "rbr_kittler"]}
                for seed in range(SEEDS):
                    with tempfile.TemporaryDirectory(dir=folder) as scratch:
                        before, after, scars = burned_land(Path(scratch), share, loss_db=loss, size=size, seed=seed)
                        result = map_burn(before, after, Settings(filter=filter), targets=Targets(folder=f"{scratch}/all"))
                        for model in result.models:
                            fire = gdal.Open(f"{scratch}/all/burned_{model.code}.tif").ReadAsArray() == 1
                            found[model.code].append((fire.sum() / scars.sum(), overlap(fire, scars)))
                table.row(f"{100 * share:.0f} %", f"{loss:g} dB", filter, *map(_cell, found.values()))


def _cell(found: list) -> str:
    if len(found) < SEEDS:
        return "none" if not found else f"none in {SEEDS - len(found)} of {SEEDS}"
    area, iou = np.mean(found, axis=0)
    return f"{100 * area:.0f} % ({iou:.2f})"


TABLES = {"burn": burn}
