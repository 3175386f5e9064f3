"""Hectares of each model of burned area, in all and per zone, and what the models say at points and hotspots."""

from __future__ import annotations

from typing import Any, Dict, List, Sequence, Tuple

import numpy as np

from ..accuracy.matrix import count_measures, error_matrix
from ..monitor import Monitor, Share
from ..places import Places
from ..raster.grid import CellAreas, Grid, Window
from ..raster.pipeline import Block, Sum, map_blocks
from ..raster.zones import Zones
from ..vector import Ground, dissolved, load
from .burn_mask import BURNED, NODATA, UNBURNED
from .map_burn_masks import mask_name
from .map_burn_result import PointCount, ZoneBurn
from .map_burn_run import Run
from .map_burn_settings import Points

MOST_POINTS = 5_000_000
ALL, NO_ZONE, TOO_MANY, FIRST_ZONE = 0, 1, 2, 3  # rows of the table of hectares


class Spots:
    """What masks hold at points; an output of the pipeline. where: the pixels of the points. hits: (models, n) of uint8, NODATA where no
    block has been."""

    def __init__(self, points: Points, wanted: np.ndarray, grid: Grid, models: int, monitor: Monitor) -> None:
        """wanted: (points,) of bool, those that are looked at."""
        self.points = points
        self.where = Places(grid, points.wkb, points.crs, wanted, MOST_POINTS, Share(monitor, 0, 0))
        self.hits = np.full((models, len(self.where.rows)), NODATA, np.uint8)

    def of(self, window: Window, masks: Sequence[np.ndarray]) -> Tuple[np.ndarray, np.ndarray]:
        """(which points lie in a block, what the masks hold there)."""
        rows, cols = self.where.rows - window.y, self.where.cols - window.x
        here = np.flatnonzero((rows >= 0) & (rows < window.height) & (cols >= 0) & (cols < window.width))
        return here, np.stack([mask[rows[here], cols[here]] for mask in masks])

    def write(self, x: int, y: int, array: Tuple[np.ndarray, np.ndarray]) -> None:
        """Keep what `of` has found."""
        here, values = array
        self.hits[:, here] = values

    def counted(self) -> PointCount:
        """What became of the points."""
        known = self.known
        return PointCount(
            self.points.name, int(np.count_nonzero(self.where.shaped)), int(np.count_nonzero(known)),
            int(np.count_nonzero(self.where.outside)), int(np.count_nonzero(~known)),
        )  # fmt: skip

    @property
    def known(self) -> np.ndarray:
        """(n,) of bool: on data."""
        return self.hits[0] != NODATA


def count(run: Run, monitor: Monitor) -> None:
    """Fill in hectares, zones, points and hotspots; one pass over all masks."""
    given, models = run.given, run.result.models
    spots: Dict[str, Spots] = {}
    if given.points is not None:
        spots["points"] = Spots(given.points, run.labels >= 0, run.grid, len(models), monitor)
    if given.hotspots is not None:
        spots["hotspots"] = Spots(given.hotspots, np.ones(len(given.hotspots.wkb), bool), run.grid, len(models), monitor)
    _fill_areas(run, _sum_up(run, spots, monitor))
    if "points" in spots:
        _fill_points(run, spots["points"])
    if "hotspots" in spots:
        _fill_hotspots(run, spots["hotspots"])


def _sum_up(run: Run, spots: Dict[str, Spots], monitor: Monitor) -> np.ndarray:
    """(3 + zones, models + 1) of float64: hectares that burned by each model and, last, that were looked at: in all, in no zone, in too
    many, in each zone. Fills the spots as well."""
    models, areas, sums = len(run.result.models), CellAreas(run.grid), Sum()
    zones = len(run.zones.names) if run.zones else 0
    sources: List[Any] = [run.outputs.reopen(mask_name(model)) for model in run.result.models]
    sources += [run.zones] if run.zones else []

    def kernel(block: Block) -> Dict[str, Any]:
        window, masks = block.window, [pixels.values[0] for pixels in block.pixels[:models]]
        fires, looked = [mask == BURNED for mask in masks], masks[0] != NODATA
        table = np.zeros((FIRST_ZONE + zones, models + 1))
        inside = np.zeros(looked.shape, np.int32)
        for zone, part, flags in block.pixels[-1] if zones else ():
            x, y = window.x + part[1].start, window.y + part[0].start
            table[FIRST_ZONE + zone] = [areas.sum_ha(one[part] & flags, x, y) for one in (*fires, looked)]
            inside[part] += flags
        cell_ha = areas.at(np.arange(window.y, window.y + window.height)[:, None], np.arange(window.x, window.x + window.width))
        for place, one in enumerate((*fires, looked)):
            table[ALL, place] = areas.sum_ha(one, window.x, window.y)
            table[NO_ZONE, place] = areas.sum_ha(one & (inside == 0), window.x, window.y)
            table[TOO_MANY, place] = float((cell_ha * np.maximum(inside - 1, 0))[one].sum())
        return {"sums": table, **{name: its.of(window, masks) for name, its in spots.items()}}

    map_blocks(sources, kernel, {"sums": sums, **spots}, monitor=monitor)
    return sums.total


# -- hectares


def _fill_areas(run: Run, table: np.ndarray) -> None:
    result, zones = run.result, run.given.zones
    result.looked_ha = float(table[ALL, -1])
    result.district_ha = _district_ha(run) or result.looked_ha
    for model, burned, outside, overlap in zip(result.models, *table[:FIRST_ZONE, :-1].tolist()):
        model.area_ha, model.percent = burned, 100 * burned / result.looked_ha
        if zones:
            model.outside_ha, model.overlap_ha = outside, overlap
    if zones:
        sizes = _zone_sizes(zones, run.grid.crs)
        result.zones_name = zones.name
        result.zones = [
            ZoneBurn(name, sizes[name], float(row[-1]), row[:-1].tolist()) for name, row in zip(run.zones.names, table[FIRST_ZONE:])
        ]


def _district_ha(run: Run) -> float:
    """Hectares of the area of interest; 0 where there is none."""
    if not run.settings.aoi:
        return 0.0
    shapes, _ = load(run.settings.aoi, run.grid.crs, Monitor())
    return _union_ha(shapes, run.grid.crs)


def _zone_sizes(zones: Zones, crs: str) -> Dict[str, float]:
    """Hectares of each zone, whose polygons may overlap."""
    shapes, _ = load(zones.polygons, crs, Monitor())
    own: Dict[str, List[Any]] = {name: [] for name in zones.names}
    for name, shape in zip(zones.names, shapes):
        own[name].append(shape)
    return {name: _union_ha(its, crs) for name, its in own.items()}


def _union_ha(shapes: Sequence[Any], crs: str) -> float:
    """Hectares of polygons, ground that several share once."""
    return sum(Ground(crs).areas_ha(dissolved(shapes, Monitor()).shapes))


# -- points


def _fill_points(run: Run, spots: Spots) -> None:
    """What became of the points; the models get their matrices."""
    counted, known = spots.counted(), spots.known
    counted.unlabelled = int(np.count_nonzero(run.labels < 0))
    counted.total += counted.unlabelled
    reference = run.labels[spots.where.features[known]].astype(np.int64)
    counted.burned = int(reference.sum())
    for model, row in zip(run.result.models, spots.hits):
        if counted.used:
            model.matrix = error_matrix(row[known].astype(np.int64), reference, [UNBURNED, BURNED])
            model.measures = count_measures(model.matrix)
    run.result.points = counted


def _fill_hotspots(run: Run, spots: Spots) -> None:
    """What became of the hotspots; the models get how many they hold."""
    for model, row in zip(run.result.models, spots.hits):
        model.hotspots_inside = int(np.count_nonzero(row == BURNED))
    run.result.hotspots = spots.counted()
