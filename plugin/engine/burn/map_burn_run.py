"""What the steps of a map of burned area share: the opened scenes with their grids, where rasters go, and the result that fills up."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any, List, Optional, Sequence

from ..monitor import Monitor, Share
from ..raster.aoi import AreaOfInterest
from ..raster.composite import Raster
from ..raster.grid import Grid, Window
from ..raster.outputs import Outputs
from ..raster.pipeline import Writer
from ..raster.zones import ZoneMasks, Zones
from ..text import number, tr
from .burn_mask import open_fuel
from .map_burn_result import POST, PRE, BurnMap
from .map_burn_settings import NONE, Points, Settings, Targets
from .medians import covering, days_warning, open_scenes
from .speckle import Speckle, reach
from .units import UNITS, name_of


@dataclass(frozen=True)
class Inputs:
    """What a run was given."""

    before: Sequence[Raster]
    after: Sequence[Raster]
    settings: Settings
    points: Optional[Points]
    hotspots: Optional[Points]
    zones: Optional[Zones]
    targets: Targets


class Run:
    """Everything resolved before the first pixel is computed; `result` fills up step by step.

    labels: of the points, see `Points.burned`. filter: without looks, None: none. halo: its margin in pixels. grid: of all results. wide:
    the same with that margin, as far as the scenes reach. aoi, fuel: on `wide`. zones: on `grid`.
    """

    def __init__(self, given: Inputs, folder: str, outputs: Outputs, monitor: Monitor) -> None:
        """folder: for temporary files. Raises PantauError: labels, scenes, zones or a fuel mask that cannot be used; Cancelled."""
        settings = given.settings
        self.given, self.settings, self.folder, self.outputs = given, settings, folder, outputs
        self.labels = None if given.points is None else given.points.burned()
        stacks = []
        for name, stack, share in (("pre", given.before, (0, 0.5)), ("post", given.after, (0.5, 1))):
            os.makedirs(self.scratch(name))
            stacks.append(open_scenes(stack, settings.band, settings.units, self.scratch(name), Share(monitor, *share)))
        whole = covering([scene.grid for stack in stacks for scene in stack])
        self.filter = None if settings.filter == NONE else Speckle(settings.filter, settings.size)
        self.halo = reach(self.filter) if self.filter else 0
        area = AreaOfInterest(settings.aoi, whole).window if settings.aoi else whole.whole
        self.grid, self.wide = whole.window(area), whole.window(_grown(area, self.halo, whole))
        self.aoi = AreaOfInterest(settings.aoi, self.wide) if settings.aoi else None
        self.fuel = open_fuel(settings.fuel, self.wide)
        self.zones = None if given.zones is None else ZoneMasks(given.zones, self.grid, tr("the scenes"))
        self.result = BurnMap(settings, (stacks[PRE], stacks[POST]), self.grid)
        self._say_scenes(monitor)

    def scratch(self, name: str) -> str:
        """The path of a temporary file."""
        return os.path.join(self.folder, name)

    def files(self, name: str) -> List[str]:
        """Where a raster goes: wherever it is wanted, else to a temporary file."""
        return self.given.targets.files(name) or [self.scratch(f"{name}.tif")]

    def create(self, name: str, *args: Any, **kwargs: Any) -> Writer:
        """Begin a raster of `grid` in all its files; `outputs` knows the first by its name. args, kwargs: see `RasterOutput`."""
        paths = self.files(name)
        names = [name, *paths[1:]]
        return _All([self.outputs.create(one, path, self.grid, *args, **kwargs) for one, path in zip(names, paths)])

    def _say_scenes(self, monitor: Monitor) -> None:
        result = self.result
        for name, stack in zip((tr("Scenes before the fire"), tr("Scenes after the fire")), result.scenes):
            kinds = ", ".join(name_of(unit) for unit in UNITS if any(scene.units == unit for scene in stack))
            days = sorted(scene.day for scene in stack if scene.day)
            monitor.log(
                tr("{scenes}: {count}, in {units}{days}.").format(
                    scenes=name,
                    count=number(len(stack), 0),
                    units=kinds,
                    days=f", {days[0]} – {days[-1]}" if days else "",
                )
            )
        both = {scene.path for scene in result.scenes[PRE]} & {scene.path for scene in result.scenes[POST]}
        if both:
            result.warnings.append(
                tr("{names}: given before and after, so they show no change: leave them out of one list.").format(
                    names=", ".join(sorted(map(os.path.basename, both)))
                )
            )
        sentence = days_warning(*result.scenes)
        if sentence:
            result.warnings.append(sentence)


class _All:
    """Gives what it is given to several writers."""

    def __init__(self, writers: List[Writer]) -> None:
        self._writers = writers

    def write(self, x: int, y: int, array: Any) -> None:
        for writer in self._writers:
            writer.write(x, y, array)


def _grown(window: Window, margin: int, grid: Grid) -> Window:
    """A window with a margin, cut at the grid's edge."""
    left, top = max(0, window.x - margin), max(0, window.y - margin)
    right, bottom = min(grid.width, window.x + window.width + margin), min(grid.height, window.y + window.height + margin)
    return Window(left, top, right - left, bottom - top)
