"""Composites and mosaics beside numpy's nanmedian and GDAL's own tools, file to file."""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import time
import warnings
from typing import Callable, List, Tuple

import numpy as np
from common import Table, in_a_process, pair, peak_mb, utm
from osgeo import gdal
from pantau.plugin.engine.raster.composite import Raster, Settings, composite
from scipy import ndimage

WEST, NORTH, BLOCK = 300_000, 9_900_000, 512
OPTIONS = ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "PREDICTOR=2"]


# -- what is compared


def write(path: str, bands: np.ndarray, column: int = 0, row: int = 0) -> str:
    count, rows, cols = bands.shape
    dataset = gdal.GetDriverByName("GTiff").Create(path, cols, rows, count, gdal.GDT_UInt16, OPTIONS)
    dataset.SetProjection(utm().ExportToWkt())
    dataset.SetGeoTransform((WEST + 10 * column, 10, 0, NORTH - 10 * row, 0, -10))
    for number, band in enumerate(bands, 1):
        dataset.GetRasterBand(number).SetNoDataValue(0)
        dataset.GetRasterBand(number).WriteArray(band)
    return path


def dates(folder: str, count: int, size: int, bands: int = 4) -> List[str]:
    """One scene on many dates, each with its own clouds (nodata) over a third of it."""
    rng = np.random.default_rng(0)
    ground = (2000 + 800 * blurred(rng, size, 8)).astype(np.float32)
    paths = []
    for date in range(count):
        noise = rng.normal(0, 60, (bands, size, size)).astype(np.float32)
        image = np.clip(ground + noise + 300 * np.arange(bands)[:, None, None], 1, 10_000).astype(np.uint16)
        image[:, blurred(rng, size, 30) > 0.43] = 0
        paths.append(write(f"{folder}/date{date}.tif", image))
    return paths


def blurred(rng: np.random.Generator, size: int, width: float) -> np.ndarray:
    """(size, size), smooth, of mean 0 and standard deviation 1."""
    field = ndimage.gaussian_filter(rng.standard_normal((size, size), np.float32), width, mode="wrap")
    return field / field.std()


def tiles(folder: str, across: int, size: int, overlap: int = 100) -> List[str]:
    """Squares of tiles that overlap their neighbours."""
    rng = np.random.default_rng(0)
    whole = np.clip(2000 + 800 * blurred(rng, size + overlap, 8), 1, 10_000).astype(np.uint16)
    image = np.stack([whole, whole + 300, whole + 600])
    return [
        write(f"{folder}/tile{row}_{column}.tif", image, size * column, size * row)
        for row in range(across) for column in range(across)
    ]  # fmt: skip


# -- the ways


def pantau(paths: List[str], out: str, method: str) -> None:
    composite([Raster(path) for path in paths], Settings(method), out, None)


def nanmedian(paths: List[str], out: str) -> None:
    """What is written in a minute: block by block, with NaN for nodata."""
    sources = [gdal.Open(path) for path in paths]
    first = sources[0]
    target = gdal.GetDriverByName("GTiff").Create(out, first.RasterXSize, first.RasterYSize, first.RasterCount, gdal.GDT_UInt16, OPTIONS)  # fmt: skip
    target.SetProjection(first.GetProjection())
    target.SetGeoTransform(first.GetGeoTransform())
    for y in range(0, first.RasterYSize, BLOCK):
        for x in range(0, first.RasterXSize, BLOCK):
            width, height = min(BLOCK, first.RasterXSize - x), min(BLOCK, first.RasterYSize - y)
            stack = np.stack([source.ReadAsArray(x, y, width, height) for source in sources]).astype(np.float32)
            stack[stack == 0] = np.nan
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of pixels that are never clear
                target.WriteArray(np.rint(np.nan_to_num(np.nanmedian(stack, axis=0))).astype(np.uint16), x, y)


def pixel_function(paths: List[str], out: str) -> None:
    """GDAL's own way: a virtual raster whose pixels a Python function computes."""
    gdal.SetConfigOption("GDAL_VRT_ENABLE_PYTHON", "YES")
    first = gdal.Open(paths[0])
    parts = []
    for number in range(1, first.RasterCount + 1):
        sources = "".join(
            f'<SimpleSource><SourceFilename relativeToVRT="0">{path}</SourceFilename><SourceBand>{number}</SourceBand></SimpleSource>'
            for path in paths
        )
        parts.append(
            f'<VRTRasterBand dataType="UInt16" band="{number}" subClass="VRTDerivedRasterBand">'
            "<PixelFunctionType>median</PixelFunctionType><PixelFunctionLanguage>Python</PixelFunctionLanguage>"
            "<PixelFunctionCode><![CDATA[\nimport numpy as np\n"
            "def median(in_ar, out_ar, xoff, yoff, xsize, ysize, raster_xsize, raster_ysize, buf_radius, gt, **kwargs):\n"
            "    stack = np.stack(in_ar)\n"
            "    out_ar[:] = np.rint(np.ma.median(np.ma.masked_equal(stack, 0), axis=0).filled(0))\n"
            f"]]></PixelFunctionCode>{sources}</VRTRasterBand>"
        )
    transform = ",".join(map(str, first.GetGeoTransform()))
    vrt = (
        f'<VRTDataset rasterXSize="{first.RasterXSize}" rasterYSize="{first.RasterYSize}"><SRS>{first.GetProjection()}</SRS>'
        f"<GeoTransform>{transform}</GeoTransform>{''.join(parts)}</VRTDataset>"
    )
    gdal.Translate(out, gdal.Open(vrt.replace("<SRS>" + first.GetProjection() + "</SRS>", "")), creationOptions=OPTIONS)


def merge(paths: List[str], out: str) -> None:
    options = [word for one in OPTIONS for word in ("-co", one)]
    subprocess.run(["gdal_merge.py", "-q", "-n", "0", "-a_nodata", "0", *options, "-o", out, *paths[::-1]], check=True)


def virtual(paths: List[str], out: str) -> None:
    gdal.Translate(out, gdal.BuildVRT("", paths[::-1]), creationOptions=OPTIONS)


def timed(call: Callable[..., None], *arguments: object) -> float:
    start = time.perf_counter()
    call(*arguments)
    return time.perf_counter() - start


def same(one: str, other: str, most: int) -> bool:
    """Whether two rasters agree to `most` steps."""
    pair = [gdal.Open(path).ReadAsArray().astype(np.int32) for path in (one, other)]
    return int(np.abs(pair[0] - pair[1]).max()) <= most


def composites(folder: str, options: argparse.Namespace) -> None:
    table = Table(
        "Composites",
        "Median of scenes of 4 bands (uint16), a third of each under cloud, file to file: Pantau against numpy.nanmedian in blocks "
        "and against a GDAL virtual raster with a Python pixel function (numpy.ma.median), in turn in one process. Pantau reads, "
        "computes and writes at the same time and makes overviews besides.",
        "dates", "side, px", "Pantau, s", "nanmedian / Pantau, median of pairs (range)", "pixel function / Pantau", "Pantau, most MB",
    )  # fmt: skip
    for size in options.sizes or [1024]:
        for count in (6, 12, 24):
            paths = dates(folder, count, size)
            outs = [f"{folder}/{name}.tif" for name in ("pantau", "nanmedian", "virtual")]
            rounds: List[Tuple[float, float, float]] = []
            for _ in range(options.rounds):
                rounds.append(
                    (
                        timed(pantau, paths, outs[0], "median"),
                        timed(nanmedian, paths, outs[1]),
                        timed(pixel_function, paths, outs[2]),
                    )
                )
            if not same(outs[0], outs[1], 0) or not same(outs[0], outs[2], 0):
                sys.exit("The medians differ.")
            table.row(
                str(count), str(size), f"{statistics.median(one[0] for one in rounds):.2f}",
                pair([(one[1], one[0]) for one in rounds]), pair([(one[2], one[0]) for one in rounds]),
                f"{in_a_process(__file__, 'median', *paths, outs[0]):.0f}",
            )  # fmt: skip


def mosaics(folder: str, options: argparse.Namespace) -> None:
    if not shutil.which("gdal_merge.py"):
        return print("\nSkipped: no gdal_merge.py (apt-get install gdal-bin)")
    table = Table(
        "Mosaics",
        "Tiles of 3 bands (uint16) that overlap by 100 px, the first on top: Pantau (METHOD=first, with overviews) against "
        "gdal_merge.py and against a virtual raster that gdal_translate writes (neither makes overviews), in turn.",
        "tiles", "side of a tile, px", "Pantau, s", "gdal_merge.py / Pantau, median of pairs (range)", "virtual raster / Pantau",
        "Pantau, most MB",
    )  # fmt: skip
    for size in options.sizes or [512]:
        paths = tiles(folder, 10, size)
        outs = [f"{folder}/{name}.tif" for name in ("pantau", "merge", "virtual")]
        rounds = []
        for _ in range(options.rounds):
            for out in outs[1:]:
                gdal.Unlink(out)
            rounds.append((timed(pantau, paths, outs[0], "first"), timed(merge, paths, outs[1]), timed(virtual, paths, outs[2])))
        if not same(outs[0], outs[1], 0) or not same(outs[0], outs[2], 0):
            sys.exit("The mosaics differ.")
        table.row(
            str(len(paths)), str(size), f"{statistics.median(one[0] for one in rounds):.2f}",
            pair([(one[1], one[0]) for one in rounds]), pair([(one[2], one[0]) for one in rounds]),
            f"{in_a_process(__file__, 'first', *paths, outs[0]):.0f}",
        )  # fmt: skip
    return None


TABLES = {"composites": composites, "mosaics": mosaics}

if __name__ == "__main__":  # a run of its own, for its memory
    pantau(sys.argv[2:-1], sys.argv[-1], sys.argv[1])
    print(peak_mb())
