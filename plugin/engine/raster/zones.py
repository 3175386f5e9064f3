"""Class maps and zones as an algorithm gets them, and zones on a grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Sequence, Tuple

import numpy as np

from ..errors import PantauError
from ..text import tr
from .aoi import PolygonMask, Polygons
from .grid import Grid, Window
from .legend import raster_name


@dataclass(frozen=True)
class Map:
    """A class raster. crs: WKT to assume where it has none. name: of the layer, for messages, as `raster_name` has it."""

    raster: str
    crs: str = ""
    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", raster_name(self.raster, self.name))


@dataclass(frozen=True)
class Zones:
    """Polygons and the name of the zone of each; several polygons may be one zone. name: of the layer."""

    polygons: Polygons
    names: Sequence[str]
    name: str = ""


class ZoneMasks:
    """Which pixels lie in which zones; read like a raster. Zones may overlap."""

    def __init__(self, zones: Zones, grid: Grid, map_name: str) -> None:
        """map_name: for messages. Raises PantauError where no zone lies over the grid."""
        shapes: Dict[str, List[bytes]] = {}
        for wkb, name in zip(zones.polygons.wkb, zones.names):
            shapes.setdefault(name, []).append(wkb)
        self.names = list(shapes)
        self._masks = [PolygonMask(Polygons(its, zones.polygons.crs), grid) for its in shapes.values()]
        if not any(mask.window for mask in self._masks):
            raise PantauError(
                tr("No zone of {zones} lies over {map}: check that the layer and its CRS are the right ones.").format(
                    zones=zones.name, map=map_name
                )
            )

    def read_reflected(self, window: Window) -> List[Tuple[int, Tuple[slice, slice], np.ndarray]]:
        """(zone, rows and columns around it, which pixels there are inside) of every zone with a pixel in the window."""
        found = []
        for zone, mask in enumerate(self._masks):
            if mask.window is None:
                continue
            left, top = max(window.x, mask.window.x), max(window.y, mask.window.y)
            right = min(window.x + window.width, mask.window.x + mask.window.width)
            bottom = min(window.y + window.height, mask.window.y + mask.window.height)
            if left < right and top < bottom:
                flags = mask.inside(Window(left, top, right - left, bottom - top))
                if flags.any():
                    part = slice(top - window.y, bottom - window.y), slice(left - window.x, right - window.x)
                    found.append((zone, part, flags))
        return found
