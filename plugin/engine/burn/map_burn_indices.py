"""The first steps of a map of burned area: the median of each stack, despeckled, then RBR and RBD with their thresholds."""

from __future__ import annotations

import math
from typing import Any, Dict, List

import numpy as np

from ..errors import PantauError
from ..monitor import Monitor, Share
from ..raster.grid import CellAreas
from ..raster.legend import read_provenance
from ..raster.pipeline import Block, Sum, map_blocks
from ..text import number, tr
from ..version import VERSION
from .despeckle import block_side, looks_of, survey
from .distribution import Distribution, part_of
from .index import RBD, RBR, SIGMAS, cut, cuts, radar_index
from .map_burn_result import POST, PRE, BurnMap, Model
from .map_burn_run import Run
from .medians import typical, write_median
from .speckle import BOXCAR, LEE_SIGMA, Speckle, despeckle_core
from .units import LINEAR, BackscatterSource, to_power

STACKS = ("pre", "post")


# -- medians


def write_medians(run: Run, monitor: Monitor) -> List[Speckle]:
    """Write the median of each stack, and of how many values it is made, to temporary files. Returns the filter of each; none without a filter."""
    for place, (name, stack) in enumerate(zip(STACKS, run.result.scenes)):
        part = Share(monitor, place / 2, (place + 1) / 2)
        write_median(stack, run.wide, run.scratch(f"{name}.tif"), run.scratch(f"{name}_count.tif"), part)
    filters = [_filter_of(run, name, Share(monitor, 1, 1)) for name in STACKS] if run.filter else []
    if filters and run.settings.filter != BOXCAR:
        run.result.looks = (filters[PRE].looks, filters[POST].looks)
    return filters


def _filter_of(run: Run, name: str, monitor: Monitor) -> Speckle:
    """The filter with the looks of a median, and what is bright in it."""
    settings = run.settings
    source = run.outputs.read(run.scratch(f"{name}.tif"))
    estimated = settings.looks is None and settings.filter != BOXCAR
    looks, bright = settings.looks or 1.0, math.inf
    if estimated or settings.filter == LEE_SIGMA:
        surveyed = survey(source, LINEAR, monitor)
        if surveyed.empty:
            raise PantauError(
                tr("The scenes of {name} hold no data where they are looked at: check the area of interest and the band.").format(
                    name=name.upper()
                )
            )
        called = tr("Median before") if name == "pre" else tr("Median after")
        looks, bright = looks_of(surveyed, called, monitor) if estimated else looks, surveyed.bright[0]
    return run.filter._replace(looks=looks, bright=bright)


# -- indices


def write_indices(run: Run, filters: List[Speckle], monitor: Monitor) -> None:
    """Despeckle the medians, write RBR and RBD where they are looked at, measure both and cut them."""
    settings, result, outputs, fuel = run.settings, run.result, run.outputs, run.fuel
    areas = CellAreas(run.wide)
    values = {RBR: Distribution(), RBD: Distribution()}
    empty, dates = Sum(), [Sum(), Sum()]
    sources: List[Any] = [BackscatterSource(outputs.read(run.scratch(f"{name}.tif"))) for name in STACKS]
    sources += [outputs.read(run.scratch(f"{name}_count.tif")) for name in STACKS]
    sources += [fuel] if fuel else []

    def kernel(block: Block) -> Dict[str, Any]:
        window = block.window
        powers = [to_power(pixels.values[0], None, LINEAR) for pixels in block.pixels[:2]]
        medians = [block.core(power) for power in powers]
        smooth = [despeckle_core(power, kind) for power, kind in zip(powers, filters)] or medians
        made = {
            RBR: radar_index(*smooth, RBR),
            RBD: radar_index(*smooth, RBD, rbd_scale=settings.rbd_scale),
        }
        looked = np.ones(medians[0].shape, bool) if block.inside is None else block.inside.copy()
        if fuel:
            pixels = block.pixels[4]
            looked &= block.core(pixels.values[0]) != 0
            if pixels.valid is not None:
                looked &= block.core(pixels.valid)
        known = looked & ~np.isnan(made[RBR]) & ~np.isnan(made[RBD])
        rows, cols = np.nonzero(known)
        cell_ha = areas.at(rows + window.y, cols + window.x)
        out: Dict[str, Any] = {"empty": areas.sum_ha(looked & ~known, window.x, window.y)}
        for index, array in made.items():
            array[~known] = np.nan
            out[index], out[f"{index} values"] = array, part_of(array[known], cell_ha)
        for place, (name, median) in enumerate(zip(STACKS, medians)):
            if block.inside is not None:
                median = np.where(block.inside, median, np.float32(np.nan))
            out[f"{name}_median"] = median
            counts = block.core(block.pixels[2 + place].values[0])[known]
            out[f"{name} dates"] = np.bincount(counts, minlength=len(result.scenes[place]) + 1)
        return out

    result.provenance = _provenance(run)
    writers: Dict[str, Any] = {"empty": empty, "pre dates": dates[PRE], "post dates": dates[POST], **_begin(run)}
    writers.update((f"{index} values", one) for index, one in values.items())
    side = block_side(len(sources), run.halo)
    map_blocks(sources, kernel, writers, monitor=monitor, aoi=run.aoi, halo=run.halo, size=side)
    outputs.close()
    if not values[RBR].count:
        raise PantauError(
            tr(
                "No pixel holds data both before and after where it is looked at: choose scenes that overlap, and check the area of "
                "interest and the fuel mask."
            )
        )
    result.values, result.empty_ha = values, float(empty.total)
    result.dates = (typical(dates[PRE].total), typical(dates[POST].total))
    _warn_of_dates(result)
    _choose_thresholds(result)


def _begin(run: Run) -> Dict[str, Any]:
    """The writers of the indices, and of the medians where they are wanted."""
    result, writers = run.result, {}
    for name, title in (("pre_median", tr("median before")), ("post_median", tr("median after"))):
        if run.given.targets.files(name):
            writers[name] = run.create(name, np.float32, 1, math.nan, names=[title], provenance=result.provenance)
    for index in (RBR, RBD):
        made = {**result.provenance, "index": index, "rbd_scale": run.settings.rbd_scale if index == RBD else None}
        writers[index] = run.create(index, np.float32, 1, math.nan, names=[result.title(index)], provenance=made)
    return writers


def _provenance(run: Run) -> Dict[str, Any]:
    settings, fuel, result = run.settings, run.settings.fuel, run.result
    return {
        "algorithm": "pantau:mapburn", "version": VERSION,
        "inputs": {
            name: [{"name": scene.name, "units": scene.units, "day": scene.day} for scene in stack]
            for name, stack in zip(("PRE", "POST"), result.scenes)
        },
        "band": settings.band, "filter": settings.filter, "size": settings.size if run.filter else None, "looks": result.looks,
        "fuel_mask": fuel and fuel.name, "aoi": settings.aoi is not None,
        "made_by": read_provenance(result.scenes[PRE][0].path).get("algorithm"),
    }  # fmt: skip


def _warn_of_dates(result: BurnMap) -> None:
    before, after = result.dates
    if before != after:
        result.warnings.append(
            tr(
                "Values in most pixels: {before} before, {after} after. Medians of unequal numbers are biased against each other, so that "
                "unburned land seems to have changed: give as many scenes before as after."
            ).format(before=number(before, 0), after=number(after, 0))
        )
    for name, count in ((tr("before"), before), (tr("after"), after)):
        if count == 1:
            result.warnings.append(
                tr(
                    "Most pixels rest on a single date {when}: its speckle, rain and harvest go into the map. Give several dates."
                ).format(when=name)
            )


def _choose_thresholds(result: BurnMap) -> None:
    found, result.reasons = cuts(result.values[RBR], ratio=True)
    result.models = [Model(RBR, one) for one in found if one.method in SIGMAS]
    result.models += [Model(RBD, cut(result.values[RBD], method, ratio=False)) for method in SIGMAS]
    result.models += [Model(RBR, one) for one in found if one.method not in SIGMAS]
