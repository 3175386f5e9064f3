"""What the benchmarks share: the plugin as a package, the folder of real data, and tables."""

from __future__ import annotations

import importlib.util
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any, List, Sequence, Tuple

import numpy as np
from osgeo import gdal, ogr, osr

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("PANTAU_DATA", ROOT.parent / "shared" / "data"))
SHIPPED = str(ROOT / "models" / "mine_unet" / "mine_unet.onnx")

if "pantau" not in sys.modules:
    spec = importlib.util.spec_from_file_location("pantau", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    sys.modules["pantau"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules["pantau"])


class Table:
    """A table in Markdown that appears row by row, under a line that says what it shows, compared with what."""

    def __init__(self, title: str, shows: str, *columns: str) -> None:
        print(f"\n**{title}.** {shows}\n")
        self.row(*columns)
        self.row(*["---"] * len(columns))

    def row(self, *cells: str) -> None:
        print("| " + " | ".join(cells) + " |", flush=True)


def percent(share: float) -> str:
    return f"{100 * share:.4f} %"


def pair(pairs: Sequence[Tuple[float, float]]) -> str:
    """The ratios of pairs: their median and range."""
    ratios = sorted(a / b for a, b in pairs)
    return f"{statistics.median(ratios):.3f} ({ratios[0]:.3f} to {ratios[-1]:.3f})"


def in_a_process(script: str, *arguments: str) -> Any:
    """What a script prints last, as JSON: for the memory of a run, which has a process of its own."""
    answer = subprocess.run([sys.executable, script, *arguments], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(answer.stdout.strip().splitlines()[-1])


def peak_mb() -> float:
    """The most memory that this process has held so far."""
    # Not getrusage: its maximum outlives the exec that started this process, and would be the parent's.
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1024


# -- synthetic layers, in metres


def utm() -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32750)
    return reference


def around(x: float, y: float, radii: np.ndarray) -> bytes:
    """WKB of an outline with its corners at these distances, evenly spread around a point."""
    angles = np.linspace(0, 2 * np.pi, len(radii), endpoint=False)
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for dx, dy in zip(radii * np.cos(angles), radii * np.sin(angles)):
        ring.AddPoint_2D(x + dx, y + dy)
    ring.CloseRings()
    shape = ogr.Geometry(ogr.wkbPolygon)
    shape.AddGeometry(ring)
    return bytes(shape.ExportToWkb())


def mine_radii(rng: np.random.Generator, corners: int = 100) -> np.ndarray:
    """Distances from its middle of the corners of a mine of some 5 to 40 ha, with bays."""
    angles = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    waves = sum(rng.uniform(0, 0.2) * np.cos(n * angles + rng.uniform(0, 2 * np.pi)) for n in (2, 3, 5))
    return rng.uniform(130, 350) * (1 + waves)


def write_polygons(path: str, shapes: Sequence[bytes]) -> str:
    dataset = gdal.GetDriverByName("GPKG").Create(path, 0, 0, 0, gdal.GDT_Unknown)
    layer = dataset.CreateLayer("polygons", utm(), ogr.wkbPolygon)
    layer.StartTransaction()
    for wkb in shapes:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkb(wkb))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    return path


def read_polygons(path: str) -> List[bytes]:
    dataset = gdal.OpenEx(path)
    return [bytes(feature.GetGeometryRef().ExportToWkb()) for feature in dataset.GetLayer()]
