"""Assessing a map beside the mere reading of it, and beside the script that officers copy: rasterio-like sampling and scikit-learn."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from typing import List, Sequence

import numpy as np
from clean import scene
from common import Table, in_a_process, pair, peak_mb
from osgeo import gdal
from pantau.plugin.engine.accuracy.assess import Choices, assess
from pantau.plugin.engine.accuracy.samples import ReferenceShapes
from pantau.plugin.engine.columns import Shapes, Values
from pantau.plugin.engine.places import FLAT_POINT
from pantau.plugin.engine.raster.zones import Map
from sklearn.metrics import cohen_kappa_score, confusion_matrix

BLOCK = 512
SAMPLES = 1_000_000


def points(size: int, count: int) -> ReferenceShapes:
    """Points all over the scene, labelled at random: a map of nothing, which takes as long as any other."""
    rng = np.random.default_rng(0)
    records = np.zeros(count, FLAT_POINT)
    records["order"], records["kind"] = 1, 1
    records["x"], records["y"] = 300_000 + 10 * size * rng.random(count), 9_900_000 - 10 * size * rng.random(count)
    raw, width = records.tobytes(), FLAT_POINT.itemsize
    wkb = Shapes(raw[start : start + width] for start in range(0, len(raw), width))  # as pantau:accuracy reads a layer
    return ReferenceShapes(wkb, "", Values(rng.integers(1, 9, count).tolist()), range(count), name="points", field="class")


def touched(path: str) -> None:
    """Read every block of the file once, as GDAL stores them."""
    dataset = gdal.Open(path)
    band, size = dataset.GetRasterBand(1), dataset.RasterXSize
    for y in range(0, size, BLOCK):
        for x in range(0, size, BLOCK):
            band.ReadAsArray(x, y, min(BLOCK, size - x), min(BLOCK, size - y))


def script(path: str, shapes: ReferenceShapes) -> float:
    """The map at each point, one after the other, and scikit-learn's matrix and kappa: no areas, no errors."""
    dataset = gdal.Open(path)
    band, inverse = dataset.GetRasterBand(1), gdal.InvGeoTransform(dataset.GetGeoTransform())
    mapped, labels = [], list(shapes.labels)
    for wkb in shapes.wkb:
        record = np.frombuffer(wkb, FLAT_POINT)[0]
        x, y = gdal.ApplyGeoTransform(inverse, float(record["x"]), float(record["y"]))
        mapped.append(band.ReadRaster(int(x), int(y), 1, 1)[0])
    confusion_matrix(labels, mapped)
    return float(cohen_kappa_score(labels, mapped))


def timed(call, *arguments) -> float:
    start = time.perf_counter()
    call(*arguments)
    return time.perf_counter() - start


def ours(path: str, shapes: ReferenceShapes) -> None:
    assess(Map(path, name="map"), shapes, Choices())


def accuracy(folder: str, options: argparse.Namespace) -> None:
    table = Table(
        "Accuracy",
        "Eight classes with noise, points at random. Reading: all blocks of the file once, which the points touch, in one thread. Script: "
        "one read a point, then scikit-learn's matrix and kappa. In turn; memory: of a process of its own.",
        "scene", "points", "Pantau, s", "Pantau's time / reading, median (range)", "Pantau's time / script's, median (range)", "peak MB",
    )  # fmt: skip
    for size in options.sizes or [10_000]:
        path = scene(f"{folder}/{size}.tif", size)
        for count in (1_000, 100_000, SAMPLES):
            shapes = points(size, count)
            rounds: List[Sequence[float]] = []
            for _ in range(options.rounds):
                rounds.append((timed(ours, path, shapes), timed(touched, path), timed(script, path, shapes)))
            peak = in_a_process(__file__, path, str(size), str(count))
            table.row(
                f"{size} x {size}", f"{count:,}", f"{statistics.median(one[0] for one in rounds):.2f}",
                pair([one[:2] for one in rounds]), pair([(one[0], one[2]) for one in rounds]), f"{peak:.0f}",
            )  # fmt: skip


TABLES = {"accuracy": accuracy}

if __name__ == "__main__":
    ours(sys.argv[1], points(int(sys.argv[2]), int(sys.argv[3])))
    print(json.dumps(peak_mb()))
