"""Training patches beside cutting up image and mask with GDAL's own tools."""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import statistics
import sys
import tempfile
import time

import numpy as np
from common import Table, around, in_a_process, mine_radii, pair, peak_mb, read_polygons, utm, write_polygons
from osgeo import gdal

TILE = 256
STORED = ("TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "PREDICTOR=2")  # as Pantau stores an image


def tiles(folder: str, options: argparse.Namespace) -> None:
    from segmentation import scene

    table = Table(
        "Training patches",
        "Pantau (patches of 256 px with masks; a split by distance, a share of empty patches, a table) against gdal_rasterize, then "
        "gdal_retile.py on image and mask, which keeps every patch, splits nothing and does not compress unless told; each in a fresh process, the two in turn. "
        "A patch is an image with its mask. 3 bands of uint16; 400 mines as polygons. Memory: peak resident.",
        "scene", "Pantau", "gdal_retile.py", "patches", "ms a patch", "Pantau / GDAL a patch, median of pairs (range)", "memory, MB",
    )  # fmt: skip
    for size in options.sizes or [8192]:
        image, labels = f"{folder}/scene.tif", f"{folder}/labels.gpkg"
        scene(image, size)
        rng = np.random.default_rng(0)
        places = rng.uniform(500, 10 * size - 500, (400, 2))
        write_polygons(labels, [around(500_000 + x, 9_900_000 - y, mine_radii(rng)) for x, y in places])
        for ours, theirs in (("defaults", "defaults"), ("every patch", "stored as Pantau does")):
            rounds = [
                [in_a_process(__file__, way, image, labels, folder) for way in (f"pantau {ours}", f"gdal {theirs}")]
                for _ in range(options.rounds)
            ]
            each = [[seconds / count for seconds, count, _ in both] for both in rounds]
            table.row(
                f"{size} x {size}", ours, theirs, " / ".join(f"{count}" for _, count, _ in rounds[0]),
                " / ".join(f"{1000 * statistics.median(way):.1f}" for way in zip(*each)), pair(each),
                " / ".join(f"{max(way):.0f}" for way in zip(*([peak for *_, peak in both] for both in rounds))),
            )  # fmt: skip
        os.remove(image)


def pantau(image: str, labels: str, folder: str, every: bool) -> None:
    from pantau.plugin.engine.raster.aoi import Polygons
    from pantau.plugin.engine.segmentation.evaluation import Reference
    from pantau.plugin.engine.segmentation.training_tiles import Settings, make_tiles

    drawn = Reference(polygons=Polygons(read_polygons(labels), utm().ExportToWkt()), name="labels")
    make_tiles(image, drawn, Settings(group_distance_m=0, empty_share=0.99) if every else Settings(), folder)


def retile(image: str, labels: str, folder: str, options: tuple) -> None:
    """What gdal_rasterize and gdal_retile.py do, without the start of each."""
    from osgeo_utils import gdal_retile

    source = gdal.Open(image)
    x0, dx, _, y0, _, dy = source.GetGeoTransform()
    width, height = source.RasterXSize, source.RasterYSize
    mask = f"{folder}/mask.tif"
    gdal.Rasterize(
        mask, labels, outputType=gdal.GDT_Byte, burnValues=[1], width=width, height=height,
        outputBounds=(x0, y0 + height * dy, x0 + width * dx, y0), creationOptions=list(options),
    )  # fmt: skip
    source = None
    stored = [word for option in options for word in ("-co", option)]
    with contextlib.redirect_stdout(io.StringIO()):
        for path, name in ((image, "image"), (mask, "mask")):
            os.mkdir(f"{folder}/{name}")
            gdal_retile.main(["gdal_retile.py", "-ps", str(TILE), str(TILE), *stored, "-targetDir", f"{folder}/{name}", path])
    os.remove(mask)


def one(way: str, image: str, labels: str, folder: str) -> None:
    """A run in a process of its own: prints seconds, patches, peak memory in MB."""
    with tempfile.TemporaryDirectory(dir=folder) as target:
        start = time.perf_counter()
        if way.startswith("pantau"):
            pantau(image, labels, target, every=way.endswith("every patch"))
        else:
            retile(image, labels, target, STORED if way.endswith("stored as Pantau does") else ())
        seconds = time.perf_counter() - start
        rasters = [name for _, _, names in os.walk(target) for name in names if name.endswith(".tif")]
        print(json.dumps([seconds, len(rasters) // 2, peak_mb()]))


TABLES = {"tiles": tiles}

if __name__ == "__main__":
    one(*sys.argv[1:])
