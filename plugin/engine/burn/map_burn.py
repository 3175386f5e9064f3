"""From two stacks of radar scenes to the burned area: medians, indices, threshold models, accuracy, hectares per zone.

The steps are in modules of their own, in this order: map_burn_run opens the scenes; map_burn_indices makes medians, RBR, RBD and their
thresholds; map_burn_masks the map of each model; map_burn_counts hectares, zones and points; map_burn_best names the best model;
map_burn_log says it. What goes in is in map_burn_settings, what comes out in map_burn_result and, as a page, map_burn_report.
"""

from __future__ import annotations

import time
from typing import Callable, Optional, Sequence

from ..errors import PantauError
from ..files import new_folder
from ..monitor import Monitor, Share, check
from ..raster.composite import Raster
from ..raster.outputs import Outputs
from ..raster.zones import Zones
from ..segmentation.segment import scratch_folder
from ..text import tr
from .map_burn_best import judge
from .map_burn_counts import count
from .map_burn_indices import write_indices, write_medians
from .map_burn_log import log_result
from .map_burn_masks import write_best, write_masks
from .map_burn_result import BurnMap
from .map_burn_run import Inputs, Run
from .map_burn_settings import Points, Settings, Targets


def map_burn(
    before: Sequence[Raster],
    after: Sequence[Raster],
    settings: Settings,
    *,
    points: Optional[Points] = None,
    hotspots: Optional[Points] = None,
    zones: Optional[Zones] = None,
    targets: Optional[Targets] = None,
    publish: Optional[Callable[[BurnMap], None]] = None,
    scratch: Optional[str] = None,
    monitor: Optional[Monitor] = None,
) -> BurnMap:
    """Map the burned area between two stacks of scenes of one polarisation.

    The grid is that of the first scene before, going on around all others. Each stack becomes its median, in power; both are despeckled, and
    RBR and RBD follow from them. Where they are looked at (data on both sides, inside the area of interest, fuel), mean and standard deviation
    give six thresholds, and Otsu and Kittler-Illingworth of the logarithm of RBR two more; burned is what lies below one.
    publish: called once, when all rasters are in place, to write what else shall be written; where it fails, they go and what was
    there comes back. targets: None: no raster is wanted. scratch: folder for temporary files.
    Raises PantauError: scenes that cannot be read or lie too far apart, units or looks that cannot be told, nothing to look at,
    labels that say neither burned nor not; Cancelled. Then no output exists and earlier files are as they were.
    """
    start, monitor, targets = time.perf_counter(), monitor or Monitor(), targets or Targets()
    settings.check()
    for parameter, stack in (("PRE", before), ("POST", after)):
        if not stack:
            raise PantauError(tr("{name} names no raster: give at least one.").format(name=parameter))
    targets.check([*(raster.path for raster in (*before, *after)), *([settings.fuel.raster] if settings.fuel else [])])
    with scratch_folder(scratch) as folder, new_folder(targets.folder), Outputs() as outputs:
        given = Inputs(before, after, settings, points, hotspots, zones, targets)
        run = Run(given, folder, outputs, Share(monitor, 0, 0.02))
        filters = write_medians(run, Share(monitor, 0.02, 0.6))
        write_indices(run, filters, Share(monitor, 0.6, 0.75))
        write_masks(run, Share(monitor, 0.75, 0.87))
        count(run, Share(monitor, 0.87, 0.97))
        judge(run.result)
        write_best(run, Share(monitor, 0.97, 1))
        outputs.finish()
        run.result.seconds = time.perf_counter() - start
        log_result(run.result, monitor)
        check(monitor, 1, 1)
        if publish is not None:
            publish(run.result)
    return run.result
