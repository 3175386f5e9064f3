"""Segment Sentinel-2 imagery with the shipped model, headless, and show what came out (`make demo`).

Writes into demo-output/. The imagery: mine tiles in the folder that PANTAU_DATA names (or ../shared/data), else the sample
scene of the Python package spyndex, which is downloaded once, else, without a network, Pantau's own sample district.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import subprocess
import sys
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import Dict, List, Optional, Tuple

import numpy as np
from osgeo import gdal, ogr, osr

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("PANTAU_DATA") or ROOT.parent / "shared" / "data")
OUTPUT = ROOT / "demo-output"
QGIS_PROCESS = ROOT / ".venv" / "bin" / "qgis_process"
WHEEL = "spyndex-0.12.0-py3-none-any.whl"
WHEEL_SHA256 = "84bafdcb1c3c4cb8a485470081fd2cffc725ad5d7104c09f955dce7bb2fc4b4b"
PANEL_PX = 720
GAP_PX = 16

gdal.UseExceptions()
ogr.UseExceptions()


# -- imagery


def held_out_tiles(folder: Path) -> List[Path]:
    """The images of one group of neighbouring tiles that the shipped model was not trained on, as its card says.

    Of the groups with three tiles or more, the one that fills its bounding box best.
    """
    card = json.loads((ROOT / "models" / "mine_unet" / "mine_unet.json").read_text(encoding="utf-8"))
    held_out = set(card["pantau:evaluation"]["tiles"])
    groups: Dict[str, List[Path]] = defaultdict(list)
    with open(folder / "tiles.csv", newline="", encoding="utf-8") as table:
        for row in csv.DictReader(table):
            if row["tile"] in held_out:
                groups[row["spatial_group"]].append(folder / f"image_{int(row['tile']):03d}.tif")
    return max(groups.values(), key=lambda paths: (len(paths) >= 3, _fullness(paths)))


def _fullness(paths: List[Path]) -> float:
    """The tiles' areas summed, against the box around them."""
    boxes = []
    for path in paths:
        dataset = gdal.Open(str(path))
        west, width, _, north, _, height = dataset.GetGeoTransform()
        boxes.append((west, north + height * dataset.RasterYSize, west + width * dataset.RasterXSize, north))
    west, south, east, north = np.array(boxes).T
    return float(((east - west) * (north - south)).sum() / ((east.max() - west.min()) * (north.max() - south.min())))


def mines_scene() -> Optional[Tuple[Path, str]]:
    """(a VRT over neighbouring mine tiles, what it is); None where the tiles are not at hand."""
    folder = DATA / "mines"
    if not (folder / "tiles.csv").is_file():
        return None
    paths = held_out_tiles(folder)
    first = gdal.Open(str(paths[0]))
    names = [first.GetRasterBand(number).GetDescription() for number in (1, 2, 3)]
    scene = OUTPUT / "scene.vrt"
    vrt = gdal.BuildVRT(str(scene), [str(path) for path in paths], options=gdal.BuildVRTOptions(resolution="highest"))
    for number, name in enumerate(names, 1):
        vrt.GetRasterBand(number).SetDescription(name)  # BuildVRT drops the names
    vrt.FlushCache()
    return scene, f"{len(paths)} neighbouring tiles of mines in Brazil, 2021; the shipped model was not trained on them"


def spyndex_scene() -> Optional[Tuple[Path, str]]:
    """(a GeoTIFF of the sample scene in spyndex's wheel, what it is); None where the wheel cannot be had."""
    cache = OUTPUT / "cache"
    cache.mkdir(parents=True, exist_ok=True)
    wheel = cache / WHEEL
    if not _is_the_wheel(wheel):
        print("Downloading spyndex 0.12.0 (its sample scene) ...", flush=True)
        requirement = cache / "requirements.txt"
        requirement.write_text(f"spyndex==0.12.0 --hash=sha256:{WHEEL_SHA256}\n")
        wheel.unlink(missing_ok=True)
        pip = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps"]
        pip += ["--retries", "1", "--timeout", "10"]
        subprocess.run([*pip, "--require-hashes", "-r", str(requirement), "-d", str(cache)], stderr=subprocess.DEVNULL)
        if not _is_the_wheel(wheel):
            print("It cannot be downloaded.")
            return None
    with zipfile.ZipFile(wheel) as archive:
        values = np.array(json.loads(archive.read("spyndex/data/S2_10m.json")), np.uint16)
    scene = OUTPUT / "scene.tif"
    bands, height, width = values.shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(scene), width, height, bands, gdal.GDT_UInt16)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32750)
    dataset.SetProjection(reference.ExportToWkt())
    dataset.SetGeoTransform((500_000, 10, 0, 9_900_000, 0, -10))
    dataset.WriteArray(values)
    for number, name in enumerate(("B02", "B03", "B04", "B08"), 1):
        dataset.GetRasterBand(number).SetDescription(name)
    dataset.FlushCache()
    return scene, (
        "the Sentinel-2 sample of the package spyndex. The package does not say where it lies: its place on the map is made up. "
        "It seems to show fields and forest, and no mine: what the model marks there is bare soil that it takes for a mine"
    )


def sample_scene() -> Tuple[Path, str]:
    """(the image of Pantau's sample district, what it is): made here, from nothing but code."""
    folder = OUTPUT / "sample"
    process("sampledistrict", {"SIZE": "small", "SEED": "0", "FOLDER": _short(folder)})
    return folder / "sentinel2_after.tif", (
        "Pantau's sample district, an invented place whose mines are known: what the shipped model also marks there, clouds, "
        "settlements and bare ground, shows what it confuses with mines"
    )


def _is_the_wheel(path: Path) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == WHEEL_SHA256


# -- the run


def process(algorithm: str, parameters: Dict[str, str]) -> Dict[str, str]:
    """Run one of Pantau's algorithms headless, show its log, and give its results by name."""
    command = [_short(QGIS_PROCESS), "run", f"pantau:{algorithm}", "--", *(f"{k}={v}" for k, v in parameters.items())]
    print("+", *command, flush=True)
    quiet = {**os.environ, "PYTHONWARNINGS": "ignore"}  # QGIS's own Python deprecations
    results: Dict[str, str] = {}
    section = ""
    with subprocess.Popen(command, cwd=ROOT, env=quiet, stdout=subprocess.PIPE, text=True, encoding="utf-8") as run:
        for line in run.stdout or ():
            text = line.strip()
            if text in ("Inputs", "Results"):
                section = text
            elif section == "Results" and "\t" in text:
                name, value = text.split("\t", 1)
                results[name.rstrip(":")] = value
            elif section == "Inputs" and text.strip("-") and "\t" not in text:
                print(text, flush=True)
    if run.returncode:
        sys.exit(f"qgis_process failed with exit status {run.returncode}.")
    return results


def _short(path: Path) -> str:
    """The path as seen from the checkout."""
    return str(path.relative_to(ROOT))


# -- the picture


def preview(scene: Path, outputs: Dict[str, Path], target: Path) -> None:
    """Left the image in true colour; right the same under the probability (amber), with the mask's outlines in red."""
    image = gdal.Open(str(scene))
    numbers = {image.GetRasterBand(n).GetDescription().replace("0", ""): n for n in range(1, image.RasterCount + 1)}
    bands = [image.GetRasterBand(numbers[name]).ReadAsArray() for name in ("B4", "B3", "B2")]
    probability = gdal.Open(str(outputs["PROBABILITY"])).ReadAsArray()
    mask = gdal.Open(str(outputs["MASK"])).ReadAsArray()

    height, width = mask.shape
    scale = PANEL_PX / max(height, width)
    pick = np.ix_(*((np.arange(round(side * scale)) / scale).astype(int) for side in (height, width)))
    valid = probability != 255
    left = np.stack([_stretched(band, valid)[pick] for band in bands])
    share = np.where(valid, probability / 200, 0)[pick]
    right = left + (np.array([255, 190, 0]).reshape(3, 1, 1) - left) * 0.6 * share
    right[:, _outline((mask == 1)[pick])] = np.array([[235], [20], [20]])
    gap = np.full((3, left.shape[1], GAP_PX), 255)
    left[:, ~valid[pick]] = right[:, ~valid[pick]] = 235
    picture = np.concatenate([left, gap, right], axis=2).astype(np.uint8)

    memory = gdal.GetDriverByName("MEM").Create("", picture.shape[2], picture.shape[1], 3)
    memory.WriteArray(picture)
    gdal.GetDriverByName("PNG").CreateCopy(str(target), memory)


def _stretched(band: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """The 2nd to 98th percentile of the valid pixels as 0 to 255."""
    low, high = np.percentile(band[valid], (2, 98))
    return np.clip((band - low) / max(high - low, 1e-9), 0, 1) * 255.0


def _outline(inside: np.ndarray) -> np.ndarray:
    """The pixels of `inside` that have one outside within 2 px, diagonals included."""
    padded = np.pad(inside, 2, mode="edge")
    rows, cols = inside.shape
    core = inside.copy()
    for y in range(5):
        for x in range(5):
            core &= padded[y : y + rows, x : x + cols]
    return inside & ~core


def main() -> None:
    """Find imagery, segment it, draw the preview, say what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", choices=("mines", "spyndex", "sample"), help="the imagery; otherwise the first that can be had")
    source = parser.parse_args().source
    OUTPUT.mkdir(exist_ok=True)
    found = mines_scene() if source in (None, "mines") else None
    if found is None and source in (None, "spyndex"):
        found = spyndex_scene()
    if found is None and source in (None, "sample"):
        found = sample_scene()
    if found is None:
        sys.exit(f"The imagery {source!r} is not at hand: leave --source out and another is taken.")
    scene, what = found
    print(f"Imagery: {what}.")
    names = {"PROBABILITY": "probability.tif", "MASK": "mask.tif", "POLYGONS": "polygons.gpkg"}
    outputs = {name: OUTPUT / file for name, file in names.items()}
    results = process("segment", {"INPUT": _short(scene), **{k: _short(v) for k, v in outputs.items()}, "MIN_AREA_HA": "0.5"})
    reference, report = scene.parent / "mines_after.gpkg", OUTPUT / "accuracy.html"
    report.unlink(missing_ok=True)
    if reference.is_file():  # the sample district: the truth is known
        judged = process(
            "segmentationaccuracy",
            {"PREDICTION": _short(outputs["MASK"]), "REFERENCE_POLYGONS": _short(reference), "REPORT": _short(report)},
        )
        print(f"\nOf what it marks, {float(judged['PRECISION']):.0%} is mine; it finds {float(judged['RECALL']):.0%} of the mines")
    polygons = ogr.Open(str(outputs["POLYGONS"]))
    count = polygons.GetLayer(0).GetFeatureCount()
    picture = OUTPUT / "preview.png"
    preview(scene, outputs, picture)

    print(f"\nMines:       {float(results['AREA_HA']):.2f} ha in {count} polygons of 0.5 ha or more")
    print(f"Device:      {results['DEVICE_USED']}, {float(results['MPX_PER_S']):.2f} Mpx/s")
    shown = {"Image": scene, **outputs, "Preview": picture, **({"Report": report} if report.is_file() else {})}
    for label, path in shown.items():
        print(f"{label.capitalize() + ':':<13}{_short(path)}")
    print(f"In QGIS: Layer > Add Layer, or drag {scene.name} and the three outputs from {OUTPUT} into the map.")


if __name__ == "__main__":
    main()
