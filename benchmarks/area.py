"""Area tables beside exactextract called directly, and beside QGIS's zonal histogram; memory with all desa of a country."""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import time
from typing import Any, Callable, Tuple

import numpy as np
from alerts import qgis
from clean import scene
from common import DATA, Table, around, in_a_process, pair, peak_mb, percent, write_polygons
from osgeo import gdal, ogr
from pantau.plugin.engine.area.area_table import AreaTable, Units, area_table
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.zones import Map

DESA = "wilayah_boundaries_kel_64.09.gpkg"
SIDE = 3000  # pixels of the rasters
EVERYWHERE = 288  # desa a side: 82 944 in all, about as many as Indonesia has
POINTS = 25  # on each of their four borders


def units(path: str) -> Units:
    """The zones of a file, each polygon one."""
    source = gdal.OpenEx(path)
    layer = source.GetLayer(0)
    wkb = [bytes(feature.GetGeometryRef().ExportToWkb()) for feature in layer]
    return Units(
        Polygons(wkb, layer.GetSpatialRef().ExportToWkt()), [(str(number),) for number in range(len(wkb))], ("desa",), "desa"
    )


def ours(raster: str, zones: str) -> AreaTable:
    return area_table(Map(raster, name="map"), units(zones))


def exactextract(raster: str, zones: str) -> Any:
    """Coverage fractions only: which classes, and which share of the zone's cells is each; no hectares."""
    from exactextract import exact_extract

    return exact_extract(raster, zones, ["unique", "frac", "count"])


def real(folder: str) -> Tuple[str, str]:
    """(class raster in degrees around them, the 54 desa of Penajam Paser Utara)."""
    zones = shutil.copyfile(DATA / "boundaries" / DESA, f"{folder}/desa.gpkg")
    source = gdal.OpenEx(zones)
    west, east, south, north = source.GetLayer(0).GetExtent()
    raster = f"{folder}/classes.tif"
    options = ["TILED=YES", "COMPRESS=DEFLATE"]
    noisy = scene(f"{folder}/utm.tif", SIDE)
    gdal.Translate(raster, noisy, outputSRS="EPSG:4326", outputBounds=[west, north, east, south], creationOptions=options)
    return raster, zones


def timed(call: Callable[..., Any], *arguments: Any) -> Tuple[float, Any]:
    start = time.perf_counter()
    result = call(*arguments)
    return time.perf_counter() - start, result


def drawn(folder: str) -> Tuple[str, str]:
    """(class raster in UTM, 54 zones of 300 crooked corners on it)."""
    rng, step = np.random.default_rng(0), 10 * SIDE / 9
    places = [(300_000 + step * (n % 9 + 0.5), 9_900_000 - 1.5 * step * (n // 9 + 0.5)) for n in range(54)]
    zones = write_polygons(f"{folder}/zones.gpkg", [around(x, y, step * (0.5 + 0.1 * rng.random(300))) for x, y in places])
    return scene(f"{folder}/drawn.tif", SIDE), zones


def area(folder: str, options: argparse.Namespace) -> None:
    table = Table(
        "Area tables",
        f"Eight classes with noise, {SIDE} x {SIDE} pixels, 54 zones; same files, in turn. Pantau: the whole table in hectares on the "
        "ellipsoid with closure, overlaps and gaps. exactextract: shares of the cells alone, without hectares. Histogram: QGIS's zonal "
        "histogram, which counts centres of pixels; with the real desa it does not end within ten minutes. Apart: the largest difference of "
        "a zone's share of a class, Pantau's against exactextract's.",
        "zones", "Pantau, s", "exactextract, s", "histogram, s", "Pantau / exactextract, median (range)",
        "Pantau / histogram, median (range)", "apart",
    )  # fmt: skip
    layers = [("drawn, UTM", *drawn(folder))]
    if DATA.is_dir():
        layers.append(("desa of Penajam Paser Utara, degrees", *real(folder)))
    with qgis(folder) as run:

        def histogram(raster: str, zones: str) -> Any:
            return run("native:zonalhistogram", INPUT_RASTER=raster, RASTER_BAND=1, INPUT_VECTOR=zones)

        for name, raster, zones in layers:
            ways = [ours, exactextract, *([histogram] if zones.endswith("zones.gpkg") else [])]
            rounds, results = [], []
            for _ in range(options.rounds):
                seconds, results = zip(*(timed(way, raster, zones) for way in ways))
                rounds.append(seconds)
            level, apart = results[0].innermost, 0.0
            # Within a zone cells differ by less than 1e-4 of their area, so shares of hectares are shares of cells.
            for row, mapped, feature in zip(level.ha, level.mapped_ha, results[1]):
                found = dict(zip(results[0].codes, (row / mapped).tolist()))
                shares = zip(feature["properties"]["unique"], feature["properties"]["frac"])
                apart = max(apart, *(abs(found.get(int(code), 0.0) - share) for code, share in shares))
            middle = [f"{statistics.median(way):.2f}" for way in zip(*rounds)]
            beside = [pair([(one[0], one[place]) for one in rounds]) for place in range(1, len(ways))]
            table.row(name, *middle, *["-"] * (3 - len(ways)), *beside, *["-"] * (3 - len(ways)), percent(apart))


def everywhere(path: str) -> str:
    """Desa with crooked common borders all over a raster of 10 m; 100 points each."""
    rng = np.random.default_rng(0)
    width = 300_000 / EVERYWHERE
    corners = np.array(
        [[[300_000 + i * width, 9_900_000 - j * width] for i in range(EVERYWHERE + 1)] for j in range(EVERYWHERE + 1)]
    )

    def border(start: np.ndarray, end: np.ndarray) -> np.ndarray:
        points = np.linspace(start, end, POINTS + 1)
        points[1:-1] += rng.normal(0, 10, (POINTS - 1, 2))
        return points

    across = [[border(corners[j, i], corners[j, i + 1]) for i in range(EVERYWHERE)] for j in range(EVERYWHERE + 1)]
    down = [[border(corners[j, i], corners[j + 1, i]) for i in range(EVERYWHERE + 1)] for j in range(EVERYWHERE)]
    shapes = []
    for j in range(EVERYWHERE):
        for i in range(EVERYWHERE):
            ring = np.concatenate([across[j][i], down[j][i + 1][1:], across[j + 1][i][::-1][1:], down[j][i][::-1][1:]])
            head = np.array(
                [(1, 3, 1, len(ring))], np.dtype([("order", "u1"), ("kind", "<u4"), ("rings", "<u4"), ("points", "<u4")])
            )
            shapes.append(head.tobytes() + ring.astype("<f8").tobytes())
    return write_polygons(path, shapes)


def area_memory(folder: str, options: argparse.Namespace) -> None:
    table = Table(
        "Memory of area tables",
        f"{EVERYWHERE**2:,} desa of 100 points with common borders on 10 m rasters of 300 km and of a part of it, each in a process of its own, with closure, overlaps and gaps.",
        "raster", "s", "peak MB",
    )  # fmt: skip
    zones = everywhere(f"{folder}/desa.gpkg")
    for size in options.sizes or [3000, 30_000]:
        raster = f"{folder}/{size}.tif"
        dataset = gdal.GetDriverByName("GTiff").Create(raster, size, size, 1, gdal.GDT_Byte, ["TILED=YES", "COMPRESS=DEFLATE"])
        source = ogr.Open(zones)
        dataset.SetProjection(source.GetLayer(0).GetSpatialRef().ExportToWkt())
        dataset.SetGeoTransform((300_000, 10, 0, 9_900_000, 0, -10))
        rng = np.random.default_rng(1)
        for y in range(0, size, 500):
            dataset.GetRasterBand(1).WriteArray(
                np.kron(rng.integers(1, 9, (50, size // 10)), np.ones((10, 10))).astype(np.uint8), 0, y
            )
        dataset = source = None
        seconds, peak = in_a_process(__file__, raster, zones)
        table.row(f"{size} x {size}", f"{seconds:.1f}", f"{peak:.0f}")


TABLES = {"area": area, "area_memory": area_memory}

if __name__ == "__main__":
    elapsed, _ = timed(ours, *sys.argv[1:3])
    print(json.dumps([elapsed, peak_mb()]))
