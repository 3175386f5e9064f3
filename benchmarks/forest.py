"""A random forest over a raster beside scikit-learn, onnxruntime and Orfeo ToolBox."""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from typing import Any, Callable, Dict
from unittest import mock

import numpy as np
from common import Table, in_a_process, pair, peak_mb, utm
from osgeo import gdal, ogr

BANDS, CLASSES, TREES, SAMPLES = 10, 8, 50, 8000
ORFEO = "otbcli_ImageClassifier"


def forest(folder: str, options: argparse.Namespace) -> None:
    from pantau.plugin.engine.landcover.forest import forest_card, from_estimators, write_forest
    from pantau.plugin.engine.raster.legend import Legend, LegendEntry
    from pantau.plugin.engine.raster.sensors import Band
    from sklearn.ensemble import RandomForestClassifier

    size = (options.sizes or [3000])[0]
    image, model = f"{folder}/scene.tif", f"{folder}/forest.onnx"
    values, labels = scene(image, size)
    fitted = RandomForestClassifier(TREES, n_jobs=-1, random_state=0).fit(values, labels)
    names = [Band(f"band {n}") for n in range(BANDS)]
    legend = Legend(tuple(LegendEntry(n + 1, f"class {n}", f"kelas {n}", "#777777") for n in range(CLASSES)))
    card = forest_card(
        name="benchmark", bands=names, scaling=[(1, 0)] * BANDS, legend=legend, nodata=None, training={}, evaluation={}
    )
    write_forest(model, from_estimators(fitted.estimators_, CLASSES), card)
    ways: Dict[str, Callable[[str], None]] = {
        "scikit-learn, `predict` in blocks": lambda out: in_blocks(image, out, fitted.predict),
        "onnxruntime, skl2onnx's graph in blocks": lambda out: in_blocks(image, out, converted(fitted)),
        "Pantau without numba": lambda out: pantau(image, model, out, fast=False),
        "Pantau": lambda out: pantau(image, model, out, fast=True),
    }
    nodes = {name: int(np.mean([one.tree_.node_count for one in fitted.estimators_])) for name in ways}
    if shutil.which(ORFEO):
        name = "Orfeo ToolBox, `ImageClassifier`"
        nodes[name] = train_orfeo(folder, values, labels)
        ways[name] = lambda out: call(ORFEO, "-in", image, "-model", f"{folder}/orfeo.txt", "-out", out, "uint8")
    table = Table(
        "Random forest",
        f"{TREES} trees, {BANDS} bands of uint16, {CLASSES} classes, {size} x {size} px. Every way reads the raster, classifies it and writes "
        "the classes, on all cores, in turn in one run. Pantau compiles before it begins, which is part of its time.",
        "way", "nodes a tree", "Mpx/s", "times as fast as scikit-learn, median of pairs (range)", "the same in processor time", "pixels that scikit-learn calls otherwise",
    )  # fmt: skip
    converted(fitted)
    seconds: Dict[str, list] = {name: [] for name in ways}
    cores: Dict[str, list] = {name: [] for name in ways}
    for _ in range(options.rounds):
        for number, (name, way) in enumerate(ways.items()):
            started, busy = time.perf_counter(), sum(os.times()[:4])
            way(f"{folder}/{number}.tif")
            seconds[name].append(time.perf_counter() - started)
            cores[name].append(sum(os.times()[:4]) - busy)
    first = next(iter(ways))
    truth = gdal.Open(f"{folder}/0.tif").ReadAsArray()
    for number, name in enumerate(ways):
        other = (gdal.Open(f"{folder}/{number}.tif").ReadAsArray() != truth).sum()
        table.row(
            name, str(nodes[name]), f"{size * size / 1e6 / statistics.median(seconds[name]):.2f}",
            pair(list(zip(seconds[first], seconds[name]))), pair(list(zip(cores[first], cores[name]))), "a forest of its own" if "Orfeo" in name else str(other),
        )  # fmt: skip
    if not shutil.which(ORFEO):
        print("\nOrfeo ToolBox is not installed: apt-get install otb-bin")


def memory(folder: str, options: argparse.Namespace) -> None:
    """The peak of a whole Sentinel-2 scene, of which only one row of blocks is stored."""
    size = (options.sizes or [10_980])[0]
    path, model = f"{folder}/large.vrt", f"{folder}/forest.onnx"
    forest_only = argparse.Namespace(sizes=[512], rounds=1)
    forest(folder, forest_only)
    gdal.BuildVRT(path, [f"{folder}/scene.tif"]).FlushCache()
    large(path, f"{folder}/scene.tif", size)
    table = Table(
        "Random forest, memory",
        "Peak resident of a process that classifies a scene of ten bands.",
        "scene",
        "outputs",
        "MB",
        "Mpx/s",
    )
    for outputs in ("classes", "classes confidence probabilities"):
        peak, speed = in_a_process(__file__, path, model, folder, outputs)
        table.row(f"{size} x {size} x {BANDS}", outputs, f"{peak:.0f}", f"{speed:.2f}")


TABLES = {"forest": forest, "forest_memory": memory}


def scene(path: str, size: int) -> Any:
    """Write a scene of fields with soft borders and noise in correlated bands; return samples (n, bands) and their classes, from 1."""
    from scipy.ndimage import gaussian_filter

    rng = np.random.default_rng(0)
    hidden = [gaussian_filter(rng.normal(size=(size, size)).astype(np.float32), 4) * 14 for _ in range(3)]
    mix = rng.normal(size=(BANDS, 3))
    dataset = gdal.GetDriverByName("GTiff").Create(
        path, size, size, BANDS, gdal.GDT_UInt16, ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1"]
    )
    dataset.SetGeoTransform((500_000, 10, 0, 9_900_000, 0, -10))
    dataset.SetProjection(utm().ExportToWkt())
    picked = rng.choice(size * size, SAMPLES, replace=False)
    columns = []
    for number, weights in enumerate(mix, 1):
        plane = sum(weight * layer for weight, layer in zip(weights, hidden)) + rng.normal(0, 0.6, (size, size))
        plane = np.clip(1500 + 300 * plane, 1, 65535).astype(np.uint16)
        band = dataset.GetRasterBand(number)
        band.SetDescription(f"band {number - 1}")
        band.WriteArray(plane)
        columns.append(plane.ravel()[picked])
    steps = hidden[0].ravel()[picked] + 0.5 * np.sin(3 * hidden[1].ravel()[picked]) + rng.normal(0, 0.2, SAMPLES)
    classes = np.digitize(steps, np.quantile(steps, np.linspace(0, 1, CLASSES + 1)[1:-1])) + 1
    return np.column_stack(columns).astype(np.float32), classes


def large(path: str, tile: str, size: int) -> None:
    """A raster of size x size that repeats a tile of 512."""
    side = 512
    sources = "".join(
        f'<SimpleSource><SourceFilename>{tile}</SourceFilename><SourceBand>{{band}}</SourceBand><SrcRect xOff="0" yOff="0" xSize="{side}" '
        f'ySize="{side}"/><DstRect xOff="{x}" yOff="{y}" xSize="{side}" ySize="{side}"/></SimpleSource>'
        for y in range(0, size, side)
        for x in range(0, size, side)
    )
    bands = "".join(
        f'<VRTRasterBand dataType="UInt16" band="{n}"><Description>band {n - 1}</Description>{sources.replace("{band}", str(n))}</VRTRasterBand>'
        for n in range(1, BANDS + 1)
    )
    with open(path, "w") as file:
        file.write(
            f'<VRTDataset rasterXSize="{size}" rasterYSize="{size}"><SRS>EPSG:32750</SRS>'
            f"<GeoTransform>500000, 10, 0, 9900000, 0, -10</GeoTransform>{bands}</VRTDataset>"
        )


def in_blocks(image: str, out: str, predict: Callable[[np.ndarray], np.ndarray], side: int = 512) -> None:
    source = gdal.Open(image)
    target = gdal.GetDriverByName("GTiff").Create(
        out, source.RasterXSize, source.RasterYSize, 1, gdal.GDT_Byte, ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1"]
    )
    for y in range(0, source.RasterYSize, side):
        for x in range(0, source.RasterXSize, side):
            block = source.ReadAsArray(x, y, min(side, source.RasterXSize - x), min(side, source.RasterYSize - y))
            labels = predict(block.reshape(BANDS, -1).T.astype(np.float32))
            target.GetRasterBand(1).WriteArray(labels.reshape(block.shape[1:]).astype(np.uint8), x, y)


_converted: Dict[int, Any] = {}


def converted(fitted: Any) -> Callable[[np.ndarray], np.ndarray]:
    """skl2onnx's graph on onnxruntime, on all cores."""
    if id(fitted) not in _converted:
        import onnxruntime
        from skl2onnx import convert_sklearn
        from skl2onnx.common.data_types import FloatTensorType

        graph = convert_sklearn(fitted, initial_types=[("x", FloatTensorType([None, BANDS]))], options={"zipmap": False})
        _converted[id(fitted)] = onnxruntime.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])
    return lambda values: _converted[id(fitted)].run(["label"], {"x": values})[0]


def pantau(image: str, model: str, out: str, fast: bool) -> None:
    from pantau.plugin.engine.landcover import walk
    from pantau.plugin.engine.landcover.classify import classify
    from pantau.plugin.engine.landcover.forest import read_model

    walk.compiled_walk.cache_clear()
    with mock.patch.dict(sys.modules, {} if fast else {"numba": None}):
        classify(image, read_model(model), classes=out)


def train_orfeo(folder: str, values: np.ndarray, labels: np.ndarray) -> int:
    """Train Orfeo's forest on the same samples; return its mean number of nodes a tree."""
    path = f"{folder}/samples.sqlite"
    dataset = ogr.GetDriverByName("SQLite").CreateDataSource(path)
    layer = dataset.CreateLayer("samples", utm(), ogr.wkbPoint)
    fields = [f"b{n}" for n in range(BANDS)]
    for field in fields:
        layer.CreateField(ogr.FieldDefn(field, ogr.OFTReal))
    layer.CreateField(ogr.FieldDefn("code", ogr.OFTInteger))
    layer.StartTransaction()
    for row, label in zip(values.tolist(), labels.tolist()):
        feature = ogr.Feature(layer.GetLayerDefn())
        for field, value in zip([*fields, "code"], [*row, label]):
            feature.SetField(field, value)
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    layer = dataset = None
    model = f"{folder}/orfeo.txt"
    call(
        "otbcli_TrainVectorClassifier", "-io.vd", path, "-io.out", model, "-feat", *fields, "-cfield", "code", "-classifier", "rf",
        "-classifier.rf.max", "25", "-classifier.rf.min", "1", "-classifier.rf.nbtrees", str(TREES), "-classifier.rf.acc", "0",
    )  # fmt: skip
    with open(model) as file:
        return len(re.findall(r"\bdepth:", file.read())) // TREES


def call(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])


if __name__ == "__main__":
    from pantau.plugin.engine.landcover.classify import classify
    from pantau.plugin.engine.landcover.forest import read_model

    raster, trained, place, wanted = sys.argv[1:]
    paths = {name: os.path.join(place, name + ".tif") for name in wanted.split()}
    done = classify(raster, read_model(trained), **paths)
    print(json.dumps([peak_mb(), done.speed]))
