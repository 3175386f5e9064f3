"""What each model of a map of burned area calls burned, as rasters."""

from __future__ import annotations

from typing import Any, Dict

import numpy as np

from ..monitor import Monitor, Share
from ..raster.gdal_guard import block_cache
from ..raster.grid import CellAreas
from ..raster.outputs import Outputs
from ..raster.pipeline import CACHE, Block, Sum, Writer, map_blocks
from .burn_mask import create_mask, drop_small, fire_mask
from .index import RBD, RBR
from .map_burn_result import Model
from .map_burn_run import Run


def mask_name(model: Model) -> str:
    """What `outputs` calls the mask of a model, and its file in the folder."""
    return f"burned_{model.code}"


def write_masks(run: Run, monitor: Monitor) -> None:
    """Write what each model calls burned, without patches below the smallest."""
    models, outputs, least = run.result.models, run.outputs, run.settings.min_area_ha
    for model in models:
        create_mask(outputs, mask_name(model), run.files(mask_name(model))[0], run.grid, _provenance(run, model))
    final = {model.code: outputs.rasters[mask_name(model)] for model in models}
    if not least:
        _cut(run, final, monitor)
    else:
        paths = {model.code: run.scratch(f"{mask_name(model)}_all.tif") for model in models}
        with Outputs() as raw:  # goes with the folder
            writers = {
                model.code: create_mask(raw, model.code, paths[model.code], run.grid, _provenance(run, model)) for model in models
            }
            _cut(run, writers, Share(monitor, 0, 0.5))
        with block_cache(CACHE):
            for place, model in enumerate(models):
                part = Share(monitor, 0.5 + place / 2 / len(models), 0.5 + (place + 1) / 2 / len(models))
                model.dropped = drop_small(outputs.read(paths[model.code]), final[model.code], least, part)
    outputs.close()


def _cut(run: Run, masks: Dict[str, Any], monitor: Monitor) -> None:
    """Write the masks of all models, small patches too, and count what they flag: the histogram tells it only nearly."""
    result, sources = run.result, {index: run.outputs.reopen(index) for index in (RBR, RBD)}
    areas, sums = CellAreas(run.grid), Sum()

    def kernel(block: Block) -> Dict[str, np.ndarray]:
        values = {index: pixels.values[0] for index, pixels in zip(sources, block.pixels)}
        known = {index: ~np.isnan(array) for index, array in values.items()}
        made, counts = {}, []
        for model in result.models:
            index = model.index
            lower, made[model.code] = fire_mask(values[index], known[index], model.cut.threshold)
            counts.append((np.count_nonzero(lower), areas.sum_ha(lower, block.window.x, block.window.y)))
        return {**made, "sums": np.array(counts, np.float64)}

    writers: Dict[str, Writer] = {**masks, "sums": sums}
    map_blocks(list(sources.values()), kernel, writers, monitor=monitor)
    for model, (count, area_ha) in zip(result.models, sums.total.tolist()):
        model.cut = model.cut._replace(share=count / result.values[model.index].count, area_ha=area_ha)


def _provenance(run: Run, model: Model) -> Dict[str, Any]:
    return {
        **run.result.provenance, "index": model.index, "rbd_scale": run.settings.rbd_scale if model.index == RBD else None,
        "method": model.method, "threshold": model.cut.threshold, "min_area_ha": run.settings.min_area_ha,
    }  # fmt: skip


def write_best(run: Run, monitor: Monitor) -> None:
    """Write the mask of the best model once more, as the best, where that is wanted."""
    if not run.given.targets.best:
        return
    model = run.result.shown
    writer = create_mask(run.outputs, "best", run.given.targets.best, run.grid, _provenance(run, model))
    source = run.outputs.reopen(mask_name(model))
    map_blocks([source], lambda block: {"best": block.pixels[0].values[0]}, {"best": writer}, monitor=monitor)
