"""Segmentation beside what users would pick instead: `make bench`. Ratios of one run, no absolute promises.

1. Time: Pantau's road (read, normalise, infer, blend, write probability and mask) against bare onnxruntime on the very
   same tiles, already in memory, with as many threads and its own defaults; the two in turn.
2. Work: pixels computed against pixels of the scene, here and with 256 px tiles that overlap by 15 % (Deepness).
3. Memory: peak of a fresh process on scenes of two sizes.
4. Seams: the share of mask pixels that change when the same scene is cut at another tile offset.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import onnxruntime
from osgeo import gdal, osr

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("PANTAU_DATA", ROOT.parent / "shared" / "data"))

spec = importlib.util.spec_from_file_location("pantau", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
sys.modules["pantau"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sys.modules["pantau"])

from pantau.plugin.engine.monitor import Monitor  # noqa: E402
from pantau.plugin.engine.segmentation.devices import cpu_threads  # noqa: E402
from pantau.plugin.engine.segmentation.model import Model  # noqa: E402
from pantau.plugin.engine.segmentation.segment import Settings, _Work, segment  # noqa: E402

SHIPPED = str(ROOT / "models" / "mine_unet" / "mine_unet.onnx")


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
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32750)
    dataset.SetProjection(reference.ExportToWkt())
    dataset.SetGeoTransform((500000, 10, 0, 9900000, 0, -10))
    for index, name in enumerate(("B04", "B03", "B02")):
        dataset.GetRasterBand(index + 1).SetDescription(name)
    for y in range(0, size, 448):
        height = min(448, size - y)
        row = [parts[rng.integers(len(parts))][:, :height, :: rng.choice([-1, 1])] for _ in range(-(-size // 448))]
        strip = np.ascontiguousarray(np.concatenate(row, axis=2)[:, :, :size])
        dataset.WriteRaster(0, y, size, height, strip.tobytes(), buf_type=gdal.GDT_UInt16)
        dataset.FlushCache()


def times(folder: str, size: int, rounds: int) -> None:
    """Pantau against bare onnxruntime on the same tiles."""
    path = f"{folder}/scene.tif"
    scene(path, size)
    model = Model(SHIPPED, "cpu")
    work = _Work(path, "", model, Settings(), Monitor())
    tiles = [work._prepare(tile)[0][None] for tile in work.layout.tiles()]

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
    pairs = [(pantau(), bare()) for _ in range(rounds)]
    ratios = sorted(a / b for a, b in pairs)
    share = work.layout.computed_share()
    deepness = len(range(0, size, round(256 * 0.85))) ** 2 * 256**2 / size**2
    seconds = statistics.median(a for a, _ in pairs)
    best = min(a for a, _ in pairs) / min(b for _, b in pairs)  # what else the machine does only ever adds time
    print(
        f"| {size} x {size} | {statistics.median(ratios):.3f} ({ratios[0]:.3f} to {ratios[-1]:.3f}) | {best:.3f} "
        f"| {share:.3f} | {deepness:.3f} | {size * size / 1e6 / seconds:.2f} |"
    )


def seams(folder: str, size: int) -> None:
    """The same pixels, cut at another tile offset: how many change class?"""
    path = f"{folder}/scene.tif"
    scene(path, size)
    model = Model(SHIPPED, "cpu")
    offset = 200
    shifted = f"{folder}/shifted.tif"
    gdal.Translate(shifted, path, srcWin=[offset, offset, size - offset, size - offset])
    for name, source in (("whole", path), ("cut", shifted)):
        segment(source, model, Settings(), mask=f"{folder}/{name}.tif")
    whole = gdal.Open(f"{folder}/whole.tif").ReadAsArray()[offset:, offset:]
    cut = gdal.Open(f"{folder}/cut.tif").ReadAsArray()
    inner = (slice(64, -64), slice(64, -64))  # the cut's own edge is mirrored there, in the whole it is not
    print(f"| {size} x {size} | {100 * (whole != cut).mean():.4f} % | {100 * (whole[inner] != cut[inner]).mean():.4f} % |")


def memory(folder: str, sizes: list) -> None:
    """Peak resident memory of a fresh process a size."""
    peaks = []
    for size in sizes:
        path = f"{folder}/memory.tif"
        scene(path, size)
        answer = subprocess.run([sys.executable, __file__, "--one", path, folder], check=True, capture_output=True, text=True)
        peak, seconds = json.loads(answer.stdout.strip().splitlines()[-1])
        peaks.append(peak)
        print(f"| {size} x {size} | {peak:.0f} MB | {peak / peaks[0]:.2f} | {size * size / 1e6 / seconds:.2f} |", flush=True)
        os.remove(path)


def one(path: str, folder: str) -> None:
    """A run in a process of its own, for `memory`."""
    start = time.perf_counter()
    segment(path, Model(SHIPPED, "cpu"), Settings(min_area_ha=0.5), probability=f"{folder}/p.tif", mask=f"{folder}/m.tif")
    seconds = time.perf_counter() - start
    # Not getrusage: its maximum outlives the exec that started this process, and would be the parent's.
    status = Path("/proc/self/status").read_text()
    print(json.dumps([int(status.split("VmHWM:")[1].split()[0]) / 1024, seconds]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--one", nargs=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1024, 2048, 4096])
    options = parser.parse_args()
    if options.one:
        return one(*options.one)
    with tempfile.TemporaryDirectory() as folder:
        if options.only in ("", "time"):
            print(
                "\n| scene | time, Pantau / bare onnxruntime, median of pairs (range) | best / best | pixels computed / scene | same, 256 px tiles at 15 % | Mpx/s |\n|---|---|---|---|---|---|"
            )
            for size in options.sizes:
                times(folder, size, options.rounds)
        if options.only in ("", "seams"):
            print("\n| scene | mask pixels that differ at another tile offset | without the cut's edge |\n|---|---|---|")
            seams(folder, 3000)
        if options.only in ("", "memory"):
            print("\n| scene | peak memory | against the first | Mpx/s, with a minimum area |\n|---|---|---|---|")
            memory(folder, [2745, 10980])
    return None


if __name__ == "__main__":
    main()
