"""Cleaning a class map beside Orfeo ToolBox's majority, SciPy's generic filter and GDAL's sieve."""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import time
from typing import Any, Callable, List, Tuple

import numpy as np
from common import Table, pair, percent, utm
from osgeo import gdal
from pantau.plugin.engine.landcover.clean import MAJORITY, SIEVE, Settings, clean
from scipy import ndimage

CLASSES, NOISE, MINIMUM_PX = 8, 0.1, 50
SLOW_PX = 256  # side of what SciPy's filter gets, which calls Python for every pixel
LEAST_ALIKE = 0.98


def scene(path: str, size: int) -> str:
    """Blobs of eight classes, one pixel in ten of any class."""
    rng = np.random.default_rng(0)
    best, classes = np.full((size, size), -np.inf, np.float32), np.zeros((size, size), np.uint8)
    for code in range(1, CLASSES + 1):
        field = ndimage.gaussian_filter(rng.standard_normal((size, size), np.float32), 8)
        classes[field > best] = code
        np.maximum(best, field, out=best)
    spots = rng.random((size, size)) < NOISE
    classes[spots] = rng.integers(1, CLASSES + 1, int(spots.sum()))
    dataset = gdal.GetDriverByName("GTiff").Create(path, size, size, 1, gdal.GDT_Byte, ["TILED=YES", "COMPRESS=DEFLATE"])
    dataset.SetProjection(utm().ExportToWkt())
    dataset.SetGeoTransform((300_000, 10, 0, 9_900_000, 0, -10))
    dataset.GetRasterBand(1).SetNoDataValue(0)
    dataset.WriteRaster(0, 0, size, size, classes.tobytes())
    return path


def orfeo(source: str, target: str, reach: int) -> None:
    command = ["otbcli_ClassificationMapRegularization", "-io.in", source, "-io.out", target, "uint8"]
    subprocess.run([*command, "-ip.radius", str(reach)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def scipy_filter(source: str, target: str, reach: int) -> None:
    dataset = gdal.Open(source)
    values = dataset.ReadAsArray(0, 0, SLOW_PX, SLOW_PX)
    made = ndimage.generic_filter(values, lambda window: np.bincount(window.astype(np.uint8)).argmax(), 2 * reach + 1)
    gdal.GetDriverByName("GTiff").Create(target, SLOW_PX, SLOW_PX).WriteRaster(0, 0, SLOW_PX, SLOW_PX, made.tobytes())


def gdal_sieve(source: str, target: str) -> None:
    dataset = gdal.Open(source)
    size = dataset.RasterXSize
    made = gdal.GetDriverByName("GTiff").Create(target, size, size, 1, gdal.GDT_Byte, ["TILED=YES", "COMPRESS=DEFLATE"])
    band = dataset.GetRasterBand(1)
    gdal.SieveFilter(band, band.GetMaskBand(), made.GetRasterBand(1), MINIMUM_PX, 4)


def timed(call: Callable[..., Any], *args: Any) -> float:
    start = time.perf_counter()
    call(*args)
    return time.perf_counter() - start


def cleaning(folder: str, options: argparse.Namespace) -> None:
    table = Table(
        "Cleaning",
        f"{CLASSES} classes, one pixel in ten of noise. Orfeo: ClassificationMapRegularization, started anew each time; SciPy: "
        f"generic_filter on {SLOW_PX} x {SLOW_PX} px; GDAL: SieveFilter, which merges into the largest neighbour, and not into the class of "
        "the longest border. Alike: pixels of the same class in both results. In turn.",
        "scene", "what", "Pantau, Mpx/s", "other", "other, Mpx/s", "Pantau's time / other's a pixel, median (range)", "alike",
    )  # fmt: skip
    for size in options.sizes or [3000]:
        source, ours, theirs = scene(f"{folder}/{size}.tif", size), f"{folder}/ours.tif", f"{folder}/theirs.tif"
        jobs: List[Tuple[str, Settings, str, Callable[..., None], Tuple[Any, ...], int]] = []
        for side in (3, 7):
            if shutil.which("otbcli_ClassificationMapRegularization"):
                jobs.append((f"majority {side} x {side}", Settings(MAJORITY, side), "Orfeo", orfeo, (side // 2,), size))
            jobs.append((f"majority {side} x {side}", Settings(MAJORITY, side), "SciPy", scipy_filter, (side // 2,), SLOW_PX))
        jobs.append(("sieve 0.5 ha", Settings(SIEVE, min_area_ha=MINIMUM_PX / 100 * 0.9995), "GDAL", gdal_sieve, (), size))
        for what, settings, name, other, arguments, side in jobs:
            rounds = [
                (timed(clean, source, ours, settings) / size**2, timed(other, source, theirs, *arguments) / side**2)
                for _ in range(options.rounds)
            ]
            one, two = (gdal.Open(path).ReadAsArray(10, 10, side - 20, side - 20) for path in (ours, theirs))
            alike = float(np.mean(one == two))
            speeds = [f"{1e-6 / statistics.median(way):.2f}" for way in zip(*rounds)]
            table.row(f"{size} x {size}", what, speeds[0], name, speeds[1], pair(rounds), percent(alike))
            if name != "GDAL" and alike < LEAST_ALIKE:  # the rules differ where classes tie
                sys.exit(f"{what}: {percent(alike)} of the pixels are alike, fewer than {percent(LEAST_ALIKE)}.")


TABLES = {"cleaning": cleaning}
