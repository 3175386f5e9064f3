"""GDAL without surprises: its messages caught, its cache bounded, whether or not its exceptions are on."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import Any, Callable, Iterator, List

import numpy as np
from osgeo import gdal, ogr, osr


class GdalMessages(List[str]):
    """The failures that GDAL reported in one thread while a `quiet()` block ran, oldest first."""

    def last(self) -> str:
        """The latest message without its final stop, so that it fits into a sentence."""
        return self[-1].strip().rstrip(".") if self else ""


_open = threading.local()  # the messages of the `quiet()` blocks of each thread, innermost last


@contextmanager
def quiet() -> Iterator[GdalMessages]:
    """Collect GDAL's failures of this thread instead of printing them. GDAL keeps one handler stack a thread."""
    messages = GdalMessages()

    def note(level: int, number: int, message: str) -> None:
        if level >= gdal.CE_Failure:
            messages.append(message)

    stack = _open.__dict__.setdefault("stack", [])
    stack.append(messages)
    gdal.PushErrorHandler(note)
    try:
        yield messages
    finally:
        gdal.PopErrorHandler()
        stack.pop()


def attempt(call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """`call(...)`; None, and a message for the `quiet()` around it, where it fails.

    GDAL's Python raises or not, as whoever came last has chosen for all plugins: this answers alike.
    """
    try:
        return call(*args, **kwargs)
    except RuntimeError as error:
        stack = _open.__dict__.get("stack")
        if stack:
            stack[-1].append(str(error).splitlines()[0])
        return None


def close(dataset: gdal.Dataset) -> None:
    """Close a dataset; what fails is a message for the `quiet()` around it.

    Where GDAL raises, a dataset whose last name just goes prints its failure past all handlers. Turning GDAL's exceptions off
    meanwhile is no way out: that is for all threads, and crashes any that is inside `gdal.Warp`. Nor is `Dataset.Close`, from
    GDAL 3.8 on: one that fails is closed a second time when its last name goes, which crashes.
    """
    attempt(gdal.Dataset.__swig_destroy__, dataset)


@contextmanager
def block_cache(limit_bytes: int) -> Iterator[None]:
    """Bound GDAL's block cache while the block runs: its default, 5 % of the memory, would grow with the raster."""
    before = gdal.GetCacheMax()
    gdal.SetCacheMax(min(before, limit_bytes))
    try:
        yield
    finally:
        gdal.SetCacheMax(before)


def spatial_reference(wkt: str) -> osr.SpatialReference:
    """The CRS of a WKT, with x before y whatever the authority says."""
    reference = osr.SpatialReference()
    reference.ImportFromWkt(wkt)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def moved(change: osr.CoordinateTransformation, points: np.ndarray) -> np.ndarray:
    """(n, 2) float64: points (n, 2) in the CRS that `change` leads to; infinite where one has no place there."""
    if not len(points):
        return np.zeros((0, 2))
    header = np.array([(1, ogr.wkbLineString, len(points))], [("order", "u1"), ("kind", "<u4"), ("count", "<u4")]).tobytes()
    with quiet():  # as one line: GDAL's Python takes four times as long for a list of points
        wkb = header + np.ascontiguousarray(points, "<f8").tobytes()
        line = attempt(ogr.CreateGeometryFromWkb, wkb)
        if line is not None and attempt(line.Transform, change) == ogr.OGRERR_NONE:
            found = line.ExportToWkb(ogr.wkbNDR)
            if len(found) == len(wkb):
                return np.frombuffer(found, "<f8", offset=len(header)).reshape(-1, 2).copy()
        # A point that has no place there is infinite, or, where GDAL raises, stops all: then one by one.
        known = np.asarray(points).tolist()
        found = attempt(change.TransformPoints, known)
        found = found or [attempt(change.TransformPoint, *point) or (np.inf, np.inf, 0.0) for point in known]
    return np.array(found, np.float64)[:, :2]
