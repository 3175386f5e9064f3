"""Segmentation beside what users would pick instead. Ratios of one run, no absolute promises."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time

import numpy as np
import onnxruntime
from common import DATA, SHIPPED, Table, in_a_process, pair, peak_mb, percent, utm
from osgeo import gdal
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.segmentation.devices import cpu_threads
from pantau.plugin.engine.segmentation.model import Model
from pantau.plugin.engine.segmentation.segment import Settings, _Work, segment


def scene(path: str, size: int) -> None:
    """A 3-band uint16 scene of `size` x `size` px, stored as Sentinel-2 products are delivered by most tools: tiled, deflated.

    Made of real mine tiles where those are at hand, else of smooth noise.
    """
    rng = np.random.default_rng(0)
    files = sorted((DATA / "mines").glob("image_*.tif"))[:24]
    parts = [gdal.Open(str(f)).ReadAsArray() for f in files]
    if not parts:
        parts = [np.kron(rng.integers(300, 3000, (3, 28, 28)), np.ones((16, 16))).astype(np.uint16) for _ in range(8)]
    options = ["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "COMPRESS=DEFLATE", "PREDICTOR=2", "ZLEVEL=1"]
    dataset = gdal.GetDriverByName("GTiff").Create(path, size, size, 3, gdal.GDT_UInt16, options)
    dataset.SetProjection(utm().ExportToWkt())
    dataset.SetGeoTransform((500000, 10, 0, 9900000, 0, -10))
    for index, name in enumerate(("B04", "B03", "B02")):
        dataset.GetRasterBand(index + 1).SetDescription(name)
    for y in range(0, size, 448):
        height = min(448, size - y)
        row = [parts[rng.integers(len(parts))][:, :height, :: rng.choice([-1, 1])] for _ in range(-(-size // 448))]
        strip = np.ascontiguousarray(np.concatenate(row, axis=2)[:, :, :size])
        dataset.WriteRaster(0, y, size, height, strip.tobytes(), buf_type=gdal.GDT_UInt16)
        dataset.FlushCache()


def times(folder: str, options: argparse.Namespace) -> None:
    table = Table(
        "Time",
        "Pantau (read, normalise, infer, blend, write probability and mask) against bare onnxruntime on the very same tiles, already "
        "in memory, with as many threads and its own defaults; the two in turn. Beside it the pixels computed, as a multiple of the "
        "scene's, and those of 256 px tiles that overlap by 15 % (Deepness).",
        "scene", "Pantau / bare onnxruntime, median of pairs (range)", "best / best", "pixels computed", "256 px tiles", "Mpx/s",
    )  # fmt: skip
    for size in options.sizes or [1024, 2048, 4096]:
        path = f"{folder}/scene.tif"
        scene(path, size)
        model = Model(SHIPPED, "cpu")
        work = _Work(path, "", model, Settings(), Monitor())
        tiles = [work._prepare(tile)[0][None] for tile in work.layout.tiles()]
        pairs = _pairs(path, folder, model, tiles, options.rounds)
        best = min(a for a, _ in pairs) / min(b for _, b in pairs)  # what else the machine does only ever adds time
        small = len(range(0, size, round(256 * 0.85))) ** 2 * 256**2 / size**2
        table.row(
            f"{size} x {size}", pair(pairs), f"{best:.3f}",
            f"{work.layout.computed_share():.3f}", f"{small:.3f}", f"{size * size / 1e6 / statistics.median(a for a, _ in pairs):.2f}",
        )  # fmt: skip


def _pairs(path: str, folder: str, model: Model, tiles: list, rounds: int) -> list:
    """Seconds of Pantau and of bare onnxruntime, in turn."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = cpu_threads()
    session = onnxruntime.InferenceSession(SHIPPED, sess_options=options, providers=["CPUExecutionProvider"])

    def bare() -> float:
        start = time.perf_counter()
        for tile in tiles:
            session.run(None, {"image": tile})
        return time.perf_counter() - start

    def pantau() -> float:
        start = time.perf_counter()
        segment(path, model, Settings(), probability=f"{folder}/p.tif", mask=f"{folder}/m.tif")
        return time.perf_counter() - start

    bare()
    return [(pantau(), bare()) for _ in range(rounds)]


def seams(folder: str, options: argparse.Namespace) -> None:
    offset = 200
    table = Table(
        "Seams",
        f"Mask pixels that differ when the scene is cut {offset} px further in, so that all tiles lie elsewhere, against the whole "
        "scene. Without the cut's edge: 64 px of it are left out, for there the cut is mirrored and the whole scene is not.",
        "scene", "pixels that differ", "without the cut's edge",
    )  # fmt: skip
    for size in options.sizes or [1500, 3000]:
        path, shifted = f"{folder}/scene.tif", f"{folder}/shifted.tif"
        scene(path, size)
        gdal.Translate(shifted, path, srcWin=[offset, offset, size - offset, size - offset])
        model = Model(SHIPPED, "cpu")
        for name, source in (("whole", path), ("cut", shifted)):
            segment(source, model, Settings(), mask=f"{folder}/{name}.tif")
        whole = gdal.Open(f"{folder}/whole.tif").ReadAsArray()[offset:, offset:]
        cut = gdal.Open(f"{folder}/cut.tif").ReadAsArray()
        inner = (slice(64, -64), slice(64, -64))
        table.row(f"{size} x {size}", percent((whole != cut).mean()), percent((whole[inner] != cut[inner]).mean()))


def memory(folder: str, options: argparse.Namespace) -> None:
    table = Table(
        "Memory",
        "Peak resident memory of a fresh process that writes probability and a mask with a minimum area, against the first scene's.",
        "scene", "peak", "against the first", "Mpx/s",
    )  # fmt: skip
    first = None
    for size in options.sizes or [2745, 10980]:
        path = f"{folder}/memory.tif"
        scene(path, size)
        peak, seconds = in_a_process(__file__, path, folder)
        first = first or peak
        table.row(f"{size} x {size}", f"{peak:.0f} MB", f"{peak / first:.2f}", f"{size * size / 1e6 / seconds:.2f}")
        os.remove(path)


def one(path: str, folder: str) -> None:
    """A run in a process of its own, for `memory`."""
    start = time.perf_counter()
    segment(path, Model(SHIPPED, "cpu"), Settings(min_area_ha=0.5), probability=f"{folder}/p.tif", mask=f"{folder}/m.tif")
    seconds = time.perf_counter() - start
    print(json.dumps([peak_mb(), seconds]))


TABLES = {"time": times, "seams": seams, "memory": memory}

if __name__ == "__main__":
    one(*sys.argv[1:])
