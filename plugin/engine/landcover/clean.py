"""Cleaning a class map: the majority of a window, and patches too small to be mapped (sieve)."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import Any, Dict, NamedTuple, Optional, Tuple

import numpy as np

from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..raster.codes import NO_CLASS, class_reader, indexed_codes, require_codes
from ..raster.gdal_guard import block_cache
from ..raster.grid import CellAreas, Grid
from ..raster.legend import Legend, read_legend, read_provenance
from ..raster.outputs import GDAL_TYPES, Outputs, RasterOutput
from ..raster.patches import Patches, connected, strips
from ..raster.pipeline import CACHE, Block, map_blocks
from ..raster.source import RasterSource
from ..segmentation.segment import scratch_folder
from ..text import number, tr
from ..version import VERSION

MAJORITY, SIEVE = "majority", "sieve"
WIDEST_PX = 255  # of a window: blocks are read with half as much around them


@dataclass(frozen=True)
class Settings:
    """method: MAJORITY or SIEVE. size_px: side of the majority's window, odd. min_area_ha: of the sieve, which follows the majority
    where it is not 0."""

    method: str = MAJORITY
    size_px: int = 3
    min_area_ha: float = 0.0

    def check(self) -> None:
        """Raise PantauError for what cannot be."""
        if self.method == MAJORITY and not (3 <= self.size_px <= WIDEST_PX and self.size_px % 2):
            raise PantauError(
                tr("SIZE is {value}, and a window has a middle pixel: give an odd number from 3 to {most}.").format(
                    value=self.size_px, most=WIDEST_PX
                )
            )
        if not 0 <= self.min_area_ha <= 1e9:
            raise PantauError(tr("MIN_AREA_HA is {value:g} ha: give 0 or more.").format(value=self.min_area_ha))
        if self.method == SIEVE and not self.min_area_ha:
            raise PantauError(
                tr("MIN_AREA_HA is 0, so the sieve would keep every patch: give the smallest area to keep, in hectares.")
            )


@dataclass
class Cleaned:
    """What came out. Hectares on the ellipsoid.

    changed_ha: pixels whose class is another now. mapped_ha: pixels that have a class. small: patches below the minimum before the
    sieve. left, left_ha: those that stayed, since they have no neighbour. seconds, megapixels: of it all.
    """

    changed_ha: float = 0.0
    mapped_ha: float = 0.0
    small: int = 0
    left: int = 0
    left_ha: float = 0.0
    seconds: float = 0.0
    megapixels: float = 0.0

    @property
    def changed_percent(self) -> float:
        """Of what has a class."""
        return 100 * self.changed_ha / self.mapped_ha if self.mapped_ha else 0.0

    def write(self, x: int, y: int, array: Tuple[float, float]) -> None:
        """Add what a block holds; so that it can be an output of the pipeline."""
        self.changed_ha += array[0]
        self.mapped_ha += array[1]


def clean(
    raster: str, output: str, settings: Settings, *, crs: str = "", scratch: Optional[str] = None, monitor: Optional[Monitor] = None
) -> Cleaned:
    """Write a cleaned copy of a class raster: its type, legend, colours, nodata and band name are kept.

    crs: WKT to assume where the raster has none. scratch: folder for temporary files.
    Raises PantauError, Cancelled; then no output exists and an earlier file is as it was.
    """
    monitor, start = monitor or Monitor(), time.perf_counter()
    settings.check()
    source = RasterSource(raster, crs=crs)
    require_codes(source, "INPUT")
    grid, cleaned = source.grid, Cleaned(megapixels=source.grid.width * source.grid.height / 1e6)
    areas = CellAreas(grid)
    create = partial(_create, source=source, nodata=_nodata(source, monitor), settings=settings)
    with Outputs() as outputs, scratch_folder(scratch) as folder:
        final, before, share = create(outputs, output), source, 0.0
        if settings.method == MAJORITY:
            share = 0.4 if settings.min_area_ha else 1.0
            with Outputs() as kept:  # goes with the folder
                first = create(kept, f"{folder}/majority.tif") if settings.min_area_ha else final
                _filter(source, first, settings.size_px // 2, cleaned, areas, Share(monitor, 0, share))
            if settings.min_area_ha:
                before = RasterSource(f"{folder}/majority.tif")
        if settings.min_area_ha:
            cleaned.changed_ha = cleaned.mapped_ha = 0.0  # against what was given, and not against what the majority made of it
            with block_cache(CACHE):
                _sieve(source, before, final, settings.min_area_ha, cleaned, areas, Share(monitor, share, 1))
        check(monitor, 1, 1)
    cleaned.seconds = time.perf_counter() - start
    _report(cleaned, settings, source.name, monitor)
    return cleaned


def _stored(source: RasterSource) -> np.dtype:
    """The type in which the classes are written: the raster's own, where GeoTIFF has it everywhere."""
    return source.dtype if source.dtype.name in GDAL_TYPES else np.dtype(np.int32)


def _nodata(source: RasterSource, monitor: Monitor) -> Optional[float]:
    """What stands where there is no class: as in the raster; where only a mask says so there, a value that no pixel has."""
    declared = source.nodata[0]
    if source.dtype.kind == "f":
        return float("nan") if declared is None else declared
    limits = np.iinfo(_stored(source))
    if declared is not None and limits.min <= declared <= limits.max:
        return declared
    if source.always_valid():
        return None
    read, used = class_reader(source), set()
    for window in strips(source.grid):
        check(monitor, 0, 1)
        used.update(np.unique(read(window)).tolist())
    if NO_CLASS not in used:
        return None
    free = range(limits.min, 0) if limits.min else range(limits.max, -1, -1)
    value = next((one for one in free if one not in used), None)
    if value is None:
        raise PantauError(
            tr(
                "{name} uses every value of its type, so none is left for no data: save it with a larger type, such as Int16."
            ).format(name=source.name)
        )
    return float(value)


def _create(outputs: Outputs, path: str, source: RasterSource, nodata: Optional[float], settings: Settings) -> RasterOutput:
    made = {
        "algorithm": "pantau:cleanclasses", "version": VERSION, "input": source.name, "method": settings.method,
        "size_px": settings.size_px if settings.method == MAJORITY else None, "min_area_ha": settings.min_area_ha,
        "input_provenance": read_provenance(source.path),
    }  # fmt: skip
    return outputs.create(
        "classes", path, source.grid, _stored(source), 1, nodata, legend=read_legend(source.path) or Legend(()),
        colors=source.color_table(), names=source.described_bands(), provenance=made,
    )  # fmt: skip


# -- majority


def _filter(source: RasterSource, output: RasterOutput, reach: int, cleaned: Cleaned, areas: CellAreas, monitor: Monitor) -> None:
    """Write the majority of each pixel's window."""
    grid: Grid = source.grid

    def kernel(block: Block) -> Dict[str, Any]:
        window, (planes, valid) = block.window, block.pixels[0]
        rows = np.arange(window.y - reach, window.y + window.height + reach)[:, None]
        cols = np.arange(window.x - reach, window.x + window.width + reach)
        if rows[0] < 0 or cols[0] < 0 or rows[-1] >= grid.height or cols[-1] >= grid.width:
            # Beyond the raster's edge it is mirrored, and a pixel's image has no vote.
            within = (rows >= 0) & (rows < grid.height) & (cols >= 0) & (cols < grid.width)
            valid = within if valid is None else valid & within
        old, here = block.core(planes[0]), None if valid is None else block.core(valid)
        new = majority(planes[0], valid, reach, source.name)
        changed, mapped = new != old, np.ones(old.shape, bool) if here is None else here
        if here is not None:
            changed &= here
            if output.nodata is not None:
                new[~here] = output.nodata
        return {
            "classes": new.astype(output.dtype, copy=False),
            "sums": tuple(areas.sum_ha(flags, window.x, window.y) for flags in (changed, mapped)),
        }

    map_blocks([source], kernel, {"classes": output, "sums": cleaned}, monitor=monitor, halo=reach)


def majority(values: np.ndarray, voting: Optional[np.ndarray], reach: int, name: str = "?") -> np.ndarray:
    """The class that most pixels of each window have: (rows, cols) of what is `reach` pixels larger to each side.

    values: (rows + 2 reach, cols + 2 reach) of class codes. voting: the same of bool, the pixels that count; None: all. Where
    classes have equally many, the pixel's own stays if it is one of them, else the lowest code wins.
    Raises PantauError for values that are no class codes; name: of the raster, for messages.
    """
    codes, places = indexed_codes(values, voting, name)
    places = places.astype(np.uint8 if len(codes) <= 256 else np.uint16, copy=False)
    own = places[reach:-reach, reach:-reach]
    present = np.flatnonzero(np.bincount((places if voting is None else places[voting]).ravel(), minlength=len(codes)))
    winner = own.copy()
    if len(present) > 1:
        side = 2 * reach + 1
        kind = np.min_scalar_type(2 * side * side + 1)
        most = np.zeros(own.shape, kind)
        for place in present.tolist():
            flags = places == place
            if voting is not None:
                flags &= voting
            # A pixel's own class has half a vote more, so that it stays where it is one of those that lead.
            votes = 2 * _window_sums(flags.astype(kind), side) + (own == place)
            np.copyto(winner, place, where=votes > most, casting="unsafe")
            np.maximum(most, votes, out=most)
    return codes.astype(values.dtype)[winner]


def _window_sums(array: np.ndarray, side: int) -> np.ndarray:
    """The sum of each square of side x side; smaller than the array by side - 1. Windows of 1, 2, 4 ... are put together."""
    for axis in (0, 1):
        length, width, done, total = array.shape[axis] - side + 1, 1, 0, None
        while True:
            if side & width:
                part = _cut(array, axis, done, done + length)
                total = part if total is None else total + part
                done += width
            if 2 * width > side:
                break
            array = _cut(array, axis, 0, array.shape[axis] - width) + _cut(array, axis, width, array.shape[axis])
            width *= 2
        array = total
    return array


def _cut(array: np.ndarray, axis: int, start: int, end: int) -> np.ndarray:
    return array[start:end] if axis == 0 else array[:, start:end]


# -- sieve


class Borders(NamedTuple):
    """Pairs of patches that touch by edges: the lower number, the higher one, and how many pixel edges are between them."""

    ones: np.ndarray
    others: np.ndarray
    lengths: np.ndarray


def _sieve(
    given: RasterSource, before: RasterSource, output: RasterOutput, minimum_ha: float, cleaned: Cleaned, areas: CellAreas, monitor: Monitor
) -> None:  # fmt: skip
    """Write the classes of `before`, where patches below the minimum have the class of their neighbours."""
    grid, codes = before.grid, class_reader(before)
    found = Patches(grid, codes, None, areas, Share(monitor, 0, 0.35))
    small = found.area_ha < minimum_ha
    cleaned.small = int(np.count_nonzero(small))
    borders = _borders(found, small, grid, Share(monitor, 0.35, 0.65))
    table, cleaned.left, cleaned.left_ha = merge(found.code, found.size_px, found.area_ha, borders, minimum_ha, monitor)
    table = np.append(table, np.int32(NO_CLASS))
    originals = codes if before is given else class_reader(given)
    nothing = 0 if output.nodata is None else output.nodata
    for window in strips(grid):
        check(monitor, 0.65 + 0.35 * window.y / grid.height, 1)
        new = table[found.numbers(window)]
        mapped = new != NO_CLASS
        changed = mapped & (new != originals(window))
        cleaned.write(0, 0, tuple(areas.sum_ha(flags, window.x, window.y) for flags in (changed, mapped)))
        output.write(0, window.y, np.where(mapped, new, nothing).astype(output.dtype))


def _borders(found: Patches, small: np.ndarray, grid: Grid, monitor: Monitor) -> Borders:
    """All pairs of neighbours with a small one."""
    keys, lengths = [np.empty(0, np.int64)], [np.empty(0, np.int32)]
    above = np.full((1, grid.width), -1, np.int32)
    for window in strips(grid):
        check(monitor, window.y, grid.height)
        numbers = np.concatenate([above, found.numbers(window)])
        sides = [(numbers[:-1].ravel(), numbers[1:].ravel()), (numbers[1:, :-1].ravel(), numbers[1:, 1:].ravel())]
        pairs = []
        for one, other in sides:
            apart = np.flatnonzero((one != other) & (one >= 0) & (other >= 0))
            one, other = one[apart], other[apart]
            counts = small[one] | small[other]
            pairs.append(_keys(one[counts], other[counts], found.count))
        each, length = np.unique(np.concatenate(pairs), return_counts=True)
        keys.append(each)
        lengths.append(length.astype(np.int32))
        above = numbers[-1:]
    whole = np.concatenate(keys)
    keys.clear()
    return _summed(whole, np.concatenate(lengths), found.count)


def _keys(ones: np.ndarray, others: np.ndarray, count: int) -> np.ndarray:
    """One number for each pair, whichever comes first."""
    keys = np.minimum(ones, others).astype(np.int64)
    keys *= count
    keys += np.maximum(ones, others)
    return keys


def _summed(keys: np.ndarray, lengths: np.ndarray, count: int) -> Borders:
    """Every pair once, with the sum of its lengths."""
    order = np.argsort(keys, kind="stable")
    keys, lengths = keys[order], lengths[order]
    del order
    if not len(keys):
        return Borders(keys, keys, lengths)
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    keys = keys[starts]
    return Borders((keys // count).astype(np.int32), (keys % count).astype(np.int32), np.add.reduceat(lengths, starts))


def merge(
    codes: np.ndarray, sizes_px: np.ndarray, areas_ha: np.ndarray, borders: Borders, minimum_ha: float, monitor: Monitor
) -> Tuple[np.ndarray, int, float]:
    """(the class of each patch when none below the minimum can move, how many of those stay, their hectares).

    codes, sizes_px, areas_ha: of the patches. borders: all with a patch below the minimum.
    The patch of fewest pixels goes first, to the class that has the longest border with it (of equals the lowest code), and is one with
    the patches of that class beside it; and so on. It is done in rounds: all go at once that have no smaller small one beside them,
    which gives the same, since nothing of what they decide by can change before their turn comes.
    """
    count = len(codes)
    codes, sizes, areas, parents = codes.copy(), sizes_px.copy(), areas_ha.copy(), np.arange(count, dtype=np.int32)
    lot = _scrambled(count)
    while True:
        check(monitor, 0.65, 1)
        ones, others, lengths = borders
        small = areas < minimum_ha
        active = (small[ones] | small[others]) & (ones != others)
        if not active.any():
            break
        if not active.all():
            ones, others, lengths = borders = Borders(ones[active], others[active], lengths[active])
        first = (sizes[ones] < sizes[others]) | ((sizes[ones] == sizes[others]) & (lot[ones] < lot[others]))
        goes = small.copy()
        both = small[ones] & small[others]
        goes[np.where(first, others, ones)[both]] = False
        _move(codes, goes, borders)
        alike = codes[ones] == codes[others]
        nodes, place = np.unique(np.concatenate([ones[alike], others[alike]]), return_inverse=True)
        groups, group = connected(len(nodes), *place.reshape(2, -1))
        heads = nodes[np.unique(group, return_index=True)[1]]
        parents[nodes] = heads[group]
        sizes[heads], areas[heads] = (np.bincount(group, values[nodes], groups) for values in (sizes, areas))
        borders = _summed(_keys(parents[ones[~alike]], parents[others[~alike]], count), lengths[~alike], count)
    while not np.array_equal(parents, parents[parents]):
        parents = parents[parents]
    stay = (areas < minimum_ha) & (parents == np.arange(count))
    return codes[parents], int(np.count_nonzero(stay)), float(areas[stay].sum())


def _move(codes: np.ndarray, goes: np.ndarray, borders: Borders) -> None:
    """Give each patch that goes the class of the longest border with it."""
    ones, others, lengths = borders
    out, back = goes[ones], goes[others]
    here, there = np.concatenate([ones[out], others[back]]), np.concatenate([others[out], ones[back]])
    kinds, border = codes[there], np.concatenate([lengths[out], lengths[back]])
    order = np.lexsort((kinds, here))
    here, kinds, border = here[order], kinds[order], border[order]
    starts = np.flatnonzero(np.append(True, (here[1:] != here[:-1]) | (kinds[1:] != kinds[:-1])))
    here, kinds, border = here[starts], kinds[starts], np.add.reduceat(border, starts)
    order = np.lexsort((kinds, -border, here))
    here, kinds = here[order], kinds[order]
    best = np.append(True, here[1:] != here[:-1])
    codes[here[best]] = kinds[best]


def _scrambled(count: int) -> np.ndarray:
    """Numbers in no order, always the same: whose turn it is among patches of one size (Steele et al. 2014, splitmix)."""
    value = np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        value = (value ^ (value >> np.uint64(shift))) * np.uint64(factor)
    return (value >> np.uint64(32)).astype(np.uint32)


def _report(cleaned: Cleaned, settings: Settings, name: str, monitor: Monitor) -> None:
    monitor.log(
        tr(
            "{name}: {megapixels} Mpx cleaned in {seconds} s ({speed} Mpx/s); {changed} ha of {mapped} ha ({percent} %) changed class."
        ).format(
            name=name,
            megapixels=number(cleaned.megapixels, 2),
            seconds=number(cleaned.seconds, 2),
            speed=number(cleaned.megapixels / max(cleaned.seconds, 1e-9), 1),
            changed=number(cleaned.changed_ha, 2),
            mapped=number(cleaned.mapped_ha, 2),
            percent=number(cleaned.changed_percent, 2),
        )  # fmt: skip
    )
    if settings.min_area_ha:
        monitor.log(
            tr("Patches below {minimum} ha: {small}; {left} of them ({area} ha) have no neighbour with a class and stay.").format(
                minimum=number(settings.min_area_ha, 2),
                small=number(cleaned.small, 0),
                left=number(cleaned.left, 0),
                area=number(cleaned.left_ha, 2),
            )
        )
