"""Validation samples: what the map says where each of them lies, and how much of the map there is of each class."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Sequence

import numpy as np

from ..monitor import Monitor, Share
from ..places import Places
from ..raster.aoi import AreaOfInterest, Polygons
from ..raster.codes import NO_CLASS, require_codes, require_whole
from ..raster.gdal_guard import spatial_reference
from ..raster.grid import CellAreas, Grid, no_place
from ..raster.pipeline import Block, map_blocks
from ..raster.source import AlignedSource, Pixels, RasterSource, open_aligned
from ..raster.zones import Map, ZoneMasks, Zones
from ..text import tr
from .labels import EMPTY
from .strata import ONE, Sizes, stratum_keys

MOST_SAMPLES = 5_000_000  # some 200 bytes each
SIZE = 1024  # px, side of the blocks


@dataclass(frozen=True)
class ReferenceShapes:
    """Points or polygons with reference labels. Each list has one entry a feature, or is empty where there is no such field.

    wkb: empty where a feature has no geometry. crs: WKT, empty: the map's. labels, second: of the first and the second interpreter, as
    they stand in the field. clusters: features of one value belong together; None: for itself. ids: to name features by. name, field,
    second_field: of the layer and its fields.
    """

    wkb: Sequence[bytes]
    crs: str
    labels: Sequence[Any]
    ids: Sequence[int]
    second: Sequence[Any] = ()
    clusters: Sequence[Any] = ()
    name: str = ""
    field: str = ""
    second_field: str = ""


@dataclass(frozen=True)
class Reading:
    """Where the features lie and what the rasters say there, before anything is left out.

    The n hits are pixels of features, in the order of `places`. mapped, stratum, second: (n,) int64 codes at each hit, `NO_CLASS`
    where that raster has no data; stratum `ONE` without strata, second `NO_CLASS` without a second map. inside, crowded: (n,) of
    bool, in the area of interest, another hit is in the same pixel. zones: for each zone the hits in it; zone_sizes: its classes.
    alike: whether all pixels are of one size. beyond_strata_ha: on the map, and in no stratum.
    """

    places: Places
    mapped: np.ndarray
    stratum: np.ndarray
    second: np.ndarray
    inside: np.ndarray
    crowded: np.ndarray
    sizes: Sizes
    zone_names: List[str]
    zones: List[np.ndarray]
    zone_sizes: List[Sizes]
    grid: Grid
    alike: bool
    beyond_strata_ha: float


def read_samples(
    classified: Map, shapes: ReferenceShapes, codes: np.ndarray, *, second: Optional[Map] = None, strata: Optional[Map] = None,
    zones: Optional[Zones] = None, aoi: Optional[Polygons] = None, monitor: Monitor,
) -> Reading:  # fmt: skip
    """Look up every feature that has a label on the map, and count the map, in one pass over its blocks.

    codes: (features,) of `label_codes`. Memory grows with the samples, not with the rasters.
    Raises PantauError: rasters that hold no class codes, zones or an area of interest that lie elsewhere, too many samples.
    """
    source = RasterSource(classified.raster, crs=classified.crs)
    require_codes(source, "CLASSIFIED")
    grid = source.grid
    others = {}
    for name, one in (("STRATA", strata), ("SECOND", second)):
        if one is not None:
            others[name] = open_aligned(one.raster, grid, "nearest", crs=one.crs)
            require_codes(others[name], name)
            if isinstance(others[name], AlignedSource):
                monitor.log(
                    tr("{name} lies on another grid: each pixel of {before} takes the nearest pixel of it.").format(
                        name=one.name, before=classified.name
                    )
                )
    masks = None if zones is None else ZoneMasks(zones, grid, classified.name)
    area = None if aoi is None else AreaOfInterest(aoi, grid)
    places = Places(grid, shapes.wkb, shapes.crs, codes != EMPTY, MOST_SAMPLES, Share(monitor, 0.0, 0.3))
    work = _Pass(source, others, masks, area, places)
    sources: List[Any] = [source, *others.values(), *([masks] if masks else [])]
    map_blocks(sources, work.kernel, {"sums": work}, monitor=Share(monitor, 0.3, 0.95), aoi=area, size=SIZE)
    return work.reading()


class _Pass:
    """One pass over the blocks: `kernel` is run on each, `write` keeps what it found."""

    def __init__(
        self, source: RasterSource, others: Dict[str, RasterSource], masks: Optional[ZoneMasks], aoi: Optional[AreaOfInterest], places: Places
    ) -> None:  # fmt: skip
        self._sources, self._others, self._masks = {"CLASSIFIED": source, **others}, list(others), masks
        self._names = [source.name, *([others["STRATA"].name] if "STRATA" in others else [])]
        self._places, self._grid, self._areas = places, source.grid, CellAreas(source.grid)
        if not math.isfinite(self._areas.total_ha()):
            raise no_place(spatial_reference(source.grid.crs))
        window = aoi.window if aoi else source.grid.whole
        rows, cols = places.rows - window.y, places.cols - window.x
        within = (rows >= 0) & (rows < window.height) & (cols >= 0) & (cols < window.width)
        across, down = -(-window.width // SIZE), -(-window.height // SIZE)
        blocks = np.where(within, rows // SIZE * across + cols // SIZE, across * down)
        blocks = blocks.astype(np.min_scalar_type(across * down))  # numpy sorts 16 bits in a twentieth of the time
        self._order = np.argsort(blocks, kind="stable")
        # At once: block by block it takes four times as long, for by then the pixels of the blocks have taken the cache.
        self._rows, self._cols = places.rows[self._order], places.cols[self._order]
        starts = np.append(0, np.cumsum(np.bincount(blocks, minlength=across * down)))
        self._window, self._across, self._starts = window, across, starts
        n = len(rows)
        self._codes = {name: np.full(n, NO_CLASS, np.int64) for name in self._sources}
        self._inside, self._crowded, self._beyond_ha = np.zeros(n, bool), np.zeros(n, bool), 0.0
        self._sizes = Sizes()
        self._zone_sizes = [Sizes() for _ in (masks.names if masks else ())]
        self._zones: List[List[np.ndarray]] = [[] for _ in self._zone_sizes]

    def kernel(self, block: Block) -> Dict[str, Any]:
        """Count a block, in all and per zone, and pick the samples in it."""
        window = block.window
        classes, pixels = block.pixels[0], block.pixels[1 : 1 + len(self._others)]
        strata = pixels[self._others.index("STRATA")] if "STRATA" in self._others else None
        second = pixels[self._others.index("SECOND")] if "SECOND" in self._others else None
        keys = stratum_keys(classes, strata, block.inside, self._names)
        sums = (keys, *self._areas.sums(keys.keys, len(keys.strata), window.x, window.y))
        beyond = 0.0
        if strata is not None and strata.valid is not None:
            on_map = [one for one in (classes.valid, block.inside) if one is not None]
            beyond = self._areas.sum_ha(np.logical_and.reduce([~strata.valid, *on_map]), window.x, window.y)

        number = (window.y - self._window.y) // SIZE * self._across + (window.x - self._window.x) // SIZE
        part = slice(self._starts[number], self._starts[number + 1])
        rows, cols = self._rows[part] - window.y, self._cols[part] - window.x
        inside = np.ones(len(rows), bool) if block.inside is None else block.inside[rows, cols]
        picked = [
            _picked(one, rows, cols, inside, self._sources[name].name)
            for name, one in (("CLASSIFIED", classes), ("STRATA", strata), ("SECOND", second))
            if one is not None
        ]
        zones = []
        for zone, (down, across), flags in block.pixels[-1] if self._masks else ():
            x, y = window.x + across.start, window.y + down.start
            its = np.where(flags, keys.keys[down, across], np.min_scalar_type(len(keys.strata)).type(len(keys.strata)))
            place = rows - down.start, cols - across.start
            near = (place[0] >= 0) & (place[0] < flags.shape[0]) & (place[1] >= 0) & (place[1] < flags.shape[1])
            near[near] = flags[place[0][near], place[1][near]]
            zones.append((zone, self._areas.sums(its, len(keys.strata), x, y), self._order[part][near]))
        return {"sums": (sums, part, picked, inside, _crowded(rows, cols), zones, beyond)}

    def write(self, x: int, y: int, result: Any) -> None:
        """Keep what a block holds."""
        (keys, counts, areas), part, picked, inside, crowded, zones, beyond = result
        self._beyond_ha += beyond
        self._sizes.add(keys, counts, areas)
        self._sizes.require_few(self._names)
        for name, values in zip(self._sources, picked):
            self._codes[name][part] = values
        self._inside[part], self._crowded[part] = inside, crowded
        for zone, (its_counts, its_areas), hits in zones:
            self._zone_sizes[zone].add(keys, its_counts, its_areas)
            self._zones[zone].append(hits)

    def reading(self) -> Reading:
        """All that was found."""
        nothing = np.zeros(0, np.int64)
        codes = {name: self._in_order(values) for name, values in self._codes.items()}
        stratum, second = (
            codes.get(name, np.broadcast_to(np.int64(code), self._order.shape))
            for name, code in (("STRATA", ONE), ("SECOND", NO_CLASS))
        )
        return Reading(
            self._places, codes["CLASSIFIED"], stratum, second, self._in_order(self._inside), self._in_order(self._crowded), self._sizes,
            self._masks.names if self._masks else [], [np.concatenate([nothing, *hits]) for hits in self._zones], self._zone_sizes,
            self._grid, self._areas.alike(), self._beyond_ha,
        )  # fmt: skip

    def _in_order(self, values: np.ndarray) -> np.ndarray:
        """(n,) values of the blocks' hits, in the order of `places`."""
        result = np.empty_like(values)
        result[self._order] = values
        return result


def _picked(pixels: Pixels, rows: np.ndarray, cols: np.ndarray, wanted: np.ndarray, name: str) -> np.ndarray:
    """The codes at some places of a block, `NO_CLASS` where there is no data or they are not wanted."""
    values = pixels.values[0][rows, cols]
    valid = wanted if pixels.valid is None else wanted & pixels.valid[rows, cols]
    values = np.where(valid, values, values.dtype.type(0))
    require_whole(values, name)
    return np.where(valid, values.astype(np.int64), NO_CLASS)


def _crowded(rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
    """(n,) of bool: which places of a block, its `SIZE` fits into 16 bits, are there more than once."""
    crowded = np.zeros(len(rows), bool)
    order = np.lexsort((cols.astype(np.uint16), rows.astype(np.uint16)))  # numpy sorts 16 bits fastest
    again = (np.diff(rows[order]) == 0) & (np.diff(cols[order]) == 0)
    crowded[order[1:][again]] = crowded[order[:-1][again]] = True
    return crowded
