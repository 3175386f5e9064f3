"""Mine alerts beside the chain of QGIS's own algorithms that an officer would click together."""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import statistics
import sys
import tempfile
import time
from typing import Any, Callable, Dict, Iterator, List, Tuple

import numpy as np
from common import Table, around, mine_radii, pair, percent, read_polygons, utm, write_polygons
from osgeo import gdal
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.segmentation.alerts import Permits, find_alerts
from pantau.plugin.engine.segmentation.changes import GROWN, NEW, Mines, Settings
from scipy import ndimage

MOST_APART = 0.001  # of the hectares, between the two ways
WEST, NORTH = 300_000, 9_900_000
Layers = Tuple[str, str, str]  # before, after, permits
Hectares = Tuple[float, float]  # newly mined; of that, outside permits


# -- what is compared


def drawn(folder: str) -> Layers:
    """2000 mines of 100 corners at each of two dates: 1200 alike, 400 grown, 200 shrunk, 200 vanished or new; and 1000 permits."""
    rng = np.random.default_rng(0)
    columns, step = 47, 1500
    dates: Dict[str, List[bytes]] = {"before": [], "after": []}
    for number, place in enumerate(rng.permutation(columns**2)[:2200]):
        x, y = WEST + step * (place % columns + 0.5), NORTH - step * (place // columns + 0.5)
        radii = mine_radii(rng)
        side = np.maximum(0, np.cos(np.linspace(0, 2 * np.pi, len(radii), endpoint=False) - rng.uniform(0, 2 * np.pi)))
        change = 0.4 * side if number < 400 else -0.4 * side if number < 600 else 0 * side
        if not 600 <= number < 800:
            dates["before"].append(around(x, y, radii))
        if not 800 <= number < 1000:
            dates["after"].append(around(x, y, radii * (1 + change)))
    dates["permits"] = permits(rng, columns * step)
    return tuple(write_polygons(f"{folder}/{name}.gpkg", shapes) for name, shapes in dates.items())


def permits(rng: np.random.Generator, extent: float, count: int = 1000) -> List[bytes]:
    """Quadrangles that cover about a third of a square; some overlap."""
    places = rng.uniform(0, extent, (count, 2))
    return [around(WEST + x, NORTH - y, rng.uniform(extent / 150, extent / 38, 4)) for x, y in places]


def masks(folder: str, size: int) -> Layers:
    """Blobs on 2 % of a raster of 10 m, and as many a while later; and permits."""
    os.mkdir(folder)
    rng = np.random.default_rng(0)
    field, other = (ndimage.gaussian_filter(rng.standard_normal((size, size), np.float32), 16) for _ in range(2))
    for name, values in (("before", field), ("after", field + 0.3 * other)):
        mask = (values > 2 * values.std()).astype(np.uint8)
        options = ["TILED=YES", "COMPRESS=DEFLATE"]
        dataset = gdal.GetDriverByName("GTiff").Create(f"{folder}/{name}.tif", size, size, 1, gdal.GDT_Byte, options)
        dataset.SetProjection(utm().ExportToWkt())
        dataset.SetGeoTransform((WEST, 10, 0, NORTH, 0, -10))
        dataset.WriteRaster(0, 0, size, size, mask.tobytes())
    write_polygons(f"{folder}/permits.gpkg", permits(rng, 10 * size))
    return f"{folder}/before.tif", f"{folder}/after.tif", f"{folder}/permits.gpkg"


# -- the two ways


def pantau(before: str, after: str, permits: str) -> Hectares:
    crs = utm().ExportToWkt()
    dates = [
        Mines(path) if path.endswith(".tif") else Mines(polygons=Polygons(read_polygons(path), crs)) for path in (before, after)
    ]
    shapes = read_polygons(permits)
    names = [f"permit {number}" for number in range(len(shapes))]
    # Nothing is too small or too narrow: the chain keeps all.
    found = find_alerts(*dates, Permits(Polygons(shapes, crs), names), Settings(min_area_ha=0, min_width_m=0))
    return found.area_ha(NEW, GROWN), found.outside_ha(NEW, GROWN)


@contextlib.contextmanager
def qgis(folder: str) -> Iterator[Callable[..., Any]]:
    """QGIS in this process, with a profile of its own: a call that runs an algorithm and gives its output."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = f"{folder}/profile"
    from qgis.core import QgsApplication, QgsFeatureRequest, QgsProcessingContext

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(f"{application.pkgDataPath()}/python/plugins")
    import processing
    from processing.core.Processing import Processing

    Processing.initialize()

    def run(name: str, output: str = "TEMPORARY_OUTPUT", **parameters: Any) -> Any:
        context = QgsProcessingContext()
        context.setEllipsoid("EPSG:7030")
        # As in a new profile of QGIS: an invalid outline stops the chain.
        context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryAbortOnInvalid)
        return processing.run(name, {**parameters, "OUTPUT": output}, context=context)["OUTPUT"]

    try:
        yield run
    finally:
        application.exitQgis()
        gdal.AllRegister()  # QGIS took the drivers with it


def chain(run: Callable[..., Any], before: str, after: str, permits: str) -> Hectares:
    """What was mined newly and no longer, in single parts, with hectares; what is new also cut by permits."""
    if before.endswith(".tif"):
        before, after = (polygonized(run, path) for path in (before, after))
    both = [run("native:difference", INPUT=one, OVERLAY=other) for one, other in ((after, before), (before, after))]
    new, _ = (with_hectares(run, run("native:multiparttosingleparts", INPUT=layer)) for layer in both)
    with_hectares(run, run("native:intersection", INPUT=new, OVERLAY=permits))
    outside = with_hectares(run, run("native:difference", INPUT=new, OVERLAY=permits))
    return tuple(sum(feature["ha"] for feature in layer.getFeatures()) for layer in (new, outside))


def polygonized(run: Callable[..., Any], path: str) -> Any:
    fresh = tempfile.mkdtemp(dir=os.path.dirname(path))  # the tool adds to what is there
    polygons = run("gdal:polygonize", f"{fresh}/polygons.gpkg", INPUT=path, BAND=1, FIELD="DN", EIGHT_CONNECTEDNESS=False)
    return run("native:extractbyattribute", INPUT=polygons, FIELD="DN", OPERATOR=0, VALUE="1")


def with_hectares(run: Callable[..., Any], layer: Any) -> Any:
    return run("native:fieldcalculator", INPUT=layer, FIELD_NAME="ha", FIELD_TYPE=0, FORMULA="$area / 10000")


def alerts(folder: str, options: argparse.Namespace) -> None:
    table = Table(
        "Alerts",
        "Pantau (what is new, grown, shrunk, vanished; shares of permits, nearest permit, rank) against QGIS's own algorithms in a "
        "chain on the same files in the same process (masks polygonized, those of 1 kept; difference both ways, single parts, "
        "hectares; what is new by intersection and difference with 1000 permits); the two in turn. The chain tells neither new "
        "from grown nor the nearest permit, and ranks nothing. Apart: hectares of Pantau against the chain's.",
        "before and after", "Pantau, s", "chain, s", "Pantau / chain, median of pairs (range)", "new, ha", "apart",
        "of it outside permits, ha", "apart",
    )  # fmt: skip
    if not shutil.which("gdal_polygonize.py"):
        return print("\nSkipped: no gdal_polygonize.py (apt-get install gdal-bin)")
    layers = [("2000 / 2000 polygons", drawn(folder))]
    layers += [(f"masks, {size} x {size}", masks(f"{folder}/{size}", size)) for size in options.sizes or [4096]]
    with qgis(folder) as run:
        for name, paths in layers:
            rounds = [(timed(pantau, *paths), timed(chain, run, *paths)) for _ in range(options.rounds)]
            pairs = [(ours[0], theirs[0]) for ours, theirs in rounds]
            ours, theirs = (way[1] for way in rounds[0])
            apart = [one / other - 1 for one, other in zip(ours, theirs)]
            table.row(
                name, *(f"{statistics.median(way):.2f}" for way in zip(*pairs)), pair(pairs),
                *(text for ha, share in zip(ours, apart) for text in (f"{ha:.1f}", percent(share))),
            )  # fmt: skip
            if max(map(abs, apart)) > MOST_APART:
                sys.exit(f"The hectares of {name} are further apart than {percent(MOST_APART)}.")
    return None


def timed(call: Callable[..., Hectares], *args: Any) -> Tuple[float, Hectares]:
    """(seconds, what the call gives)."""
    start = time.perf_counter()
    hectares = call(*args)
    return time.perf_counter() - start, hectares


TABLES = {"alerts": alerts}
