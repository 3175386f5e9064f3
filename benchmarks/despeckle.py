"""Despeckling beside Orfeo ToolBox's Despeckle and SciPy's arithmetic, file to file, and the memory of a stack of dates."""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import time
from typing import Any, Callable, List

import numpy as np
from common import Table, in_a_process, pair, peak_mb, utm
from osgeo import gdal
from pantau.plugin.engine.burn.despeckle import Settings, despeckle_raster
from pantau.plugin.engine.burn.speckle import BOXCAR, GAMMA_MAP, KUAN, LEE, LEE_SIGMA, REFINED_LEE
from pantau.plugin.engine.burn.stack import StackSettings, despeckle_stack
from pantau.plugin.engine.raster.composite import Raster
from scipy import ndimage

LOOKS, SIZE = 4.4, 7
ORFEO = {LEE: "lee", KUAN: "kuan", GAMMA_MAP: "gammamap"}
MOST_APART = 1e-6  # relative


def scene(path: str, size: int, seed: int = 0) -> str:
    """Fields of some hundred pixels from -25 to -11 dB under gamma speckle of 4.4 looks, without compression."""
    rng = np.random.default_rng(seed)
    dataset = gdal.GetDriverByName("GTiff").Create(path, size, size, 1, gdal.GDT_Float32, ["TILED=YES"])
    dataset.SetProjection(utm().ExportToWkt())
    dataset.SetGeoTransform((300_000, 10, 0, 9_900_000, 0, -10))
    field = 10 ** np.repeat(np.repeat(rng.uniform(-2.5, -1.1, (size // 100 + 1,) * 2), 100, 0), 100, 1)[:size, :size]
    for top in range(0, size, 500):
        rows = field[top : top + 500]
        noise = rng.standard_gamma(LOOKS, rows.shape, np.float32) / np.float32(LOOKS)
        dataset.WriteRaster(0, top, size, len(rows), (rows * noise).astype(np.float32).tobytes())
    return path


def pantau(source: str, target: str, filter: str) -> None:
    despeckle_raster(source, Settings(filter, SIZE, LOOKS), target)


def orfeo(source: str, target: str, filter: str) -> None:
    name = ORFEO[filter]
    looks = [f"-filter.{name}.rad", str(SIZE // 2), f"-filter.{name}.nblooks", str(LOOKS)]
    command = ["otbcli_Despeckle", "-in", source, "-out", target, "float", "-filter", name, *looks]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def arithmetic(source: str, target: str, filter: str) -> None:
    """The whole image in memory, without no data, as it is written in a minute."""
    values = gdal.Open(source).ReadAsArray().astype(np.float64)
    mean = ndimage.uniform_filter(values, SIZE)
    variance = (ndimage.uniform_filter(values * values, SIZE) - mean * mean) * SIZE**2 / (SIZE**2 - 1)
    made = mean + np.maximum(0, 1 - mean * mean / LOOKS / variance) * (values - mean)
    dataset = gdal.GetDriverByName("GTiff").Create(target, *made.shape[::-1], 1, gdal.GDT_Float32)
    dataset.WriteRaster(0, 0, *made.shape[::-1], made.astype(np.float32).tobytes())


def timed(call: Callable[..., Any], *arguments: Any) -> float:
    start = time.perf_counter()
    call(*arguments)
    return time.perf_counter() - start


def apart(one: str, other: str) -> float:
    """The largest relative difference where no window is cut by the edge."""
    inner = [gdal.Open(path).ReadAsArray()[SIZE:-SIZE, SIZE:-SIZE].astype(np.float64) for path in (one, other)]
    return float(np.max(np.abs(inner[0] / inner[1] - 1)))


def despeckling(folder: str, options: argparse.Namespace) -> None:
    table = Table(
        "Despeckling",
        f"Windows of {SIZE} x {SIZE} px, float32, file to file. Orfeo: otbcli_Despeckle, started anew each time, writes without compression; "
        "SciPy: two uniform_filter and Lee's formula, the whole image in memory, without compression; Pantau compresses and makes "
        "overviews besides. In turn. Apart: the largest relative difference where no window is cut by the image's edge.",
        "scene", "filter", "Pantau, s", "other", "other, s", "Pantau's time / other's, median (range)", "apart", "Pantau, most MB",
    )  # fmt: skip
    for size in options.sizes or [3000]:
        source, ours, theirs = scene(f"{folder}/{size}.tif", size), f"{folder}/ours.tif", f"{folder}/theirs.tif"
        others = [(LEE, "SciPy", arithmetic)]
        if shutil.which("otbcli_Despeckle"):
            others = [(filter, "Orfeo", orfeo) for filter in ORFEO] + others
        for filter, name, other in others:
            pantau(source, ours, filter)
            rounds = [(timed(pantau, source, ours, filter), timed(other, source, theirs, filter)) for _ in range(options.rounds)]
            difference, (our_time, their_time) = apart(ours, theirs), map(statistics.median, zip(*rounds))
            memory = f"{in_a_process(__file__, 'one', filter, ours, source):.0f}"
            cells = [f"{our_time:.2f}", name, f"{their_time:.2f}", pair(rounds), f"{difference:.1g}", memory]
            table.row(f"{size} x {size}", filter, *cells)
            if name == "Orfeo" and difference > MOST_APART:
                sys.exit(f"{filter}: {difference:.1g} apart from Orfeo, more than {MOST_APART:g}.")
        for filter in (REFINED_LEE, LEE_SIGMA, BOXCAR):
            taken = statistics.median(timed(pantau, source, ours, filter) for _ in range(options.rounds))
            memory = f"{in_a_process(__file__, 'one', filter, ours, source):.0f}"
            table.row(f"{size} x {size}", filter, f"{taken:.2f}", "none", "", "", "", memory)


def stacks(folder: str, options: argparse.Namespace) -> None:
    table = Table(
        "Stacks of dates",
        f"Quegan and Yu's filter of ten dates, windows of {SIZE} x {SIZE} px, float32, file to file, in a process of its own.",
        "scene", "dates", "s", "Mpx/s of all dates", "most MB",
    )  # fmt: skip
    for size in options.sizes or [1500]:
        paths: List[str] = [scene(f"{folder}/{size}_{date}.tif", size, date) for date in range(10)]
        start = time.perf_counter()
        memory = in_a_process(__file__, "many", "", f"{folder}/out{size}", *paths)
        taken = time.perf_counter() - start
        table.row(f"{size} x {size}", "10", f"{taken:.1f}", f"{10 * size**2 / 1e6 / taken:.1f}", f"{memory:.0f}")


TABLES = {"despeckling": despeckling, "stacks": stacks}

if __name__ == "__main__":  # a run of its own, for its memory
    what, chosen, target, *sources = sys.argv[1:]
    if what == "one":
        pantau(sources[0], target, chosen)
    else:
        despeckle_stack([Raster(path) for path in sources], StackSettings(SIZE, LOOKS), target)
    print(peak_mb())
