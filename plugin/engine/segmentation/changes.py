"""Where mines of two dates differ: pieces of ground that were newly mined, or are mined no longer.

Two masks, or a mask and polygons, are compared pixel by pixel; polygons with polygons, along their own edges.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Dict, List, NamedTuple, Optional

import numpy as np
from osgeo import ogr

from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..raster.aoi import AreaOfInterest, PolygonCodes, Polygons
from ..raster.codes import require_codes
from ..raster.gdal_guard import block_cache
from ..raster.grid import CellAreas, Window
from ..raster.legend import raster_name
from ..raster.outputs import Outputs
from ..raster.patches import Patches, Polygonizer, painted, reader, strips
from ..raster.pipeline import CACHE, Block, map_blocks
from ..raster.source import AlignedSource, RasterSource, open_aligned
from ..text import tr
from ..vector import Box, Ground, Plane, Shapes, dissolved, joined, load, overlay, parts
from .segment import scratch_folder

NEW, GROWN, SHRUNK, VANISHED = "new", "grown", "shrunk", "vanished"
GAIN, LOSS = "gain", "loss"
SIDE = {NEW: GAIN, GROWN: GAIN, SHRUNK: LOSS, VANISHED: LOSS}
EDGE_PX = 2  # the edge of a mask is sure to one pixel, and two masks are compared
SLACK = 1.01  # a pixel of 10 m on a map is up to a hundredth more or less on the ground
MOST_PX = 1000  # of a width or gap: blocks of a raster are read with as much around them
TOUCH_M = 0.01  # polygons that share an edge may lie apart by the rounding of their coordinates
# Of a pixel's flags. BESIDE, of ground gained: near a mine of before; of a mine of before: near one of after. HIDDEN: a mine of
# one date that the other did not see. EDGE, the highest: at the end of what is looked at, where the raster goes on.
GAINED, LOST, BEFORE, AFTER, BESIDE, INSIDE, HIDDEN, EDGE = (1 << bit for bit in range(8))
LEAST_GROWTH_PX = 256  # to each side of what is looked at


@dataclass(frozen=True)
class Mines:
    """The mines of one date: a raster of class codes, or polygons.

    raster: path. crs: WKT to assume where the raster has none. name: of the layer, for messages, as `raster_name` has it.
    """

    raster: str = ""
    crs: str = ""
    polygons: Optional[Polygons] = None
    name: str = ""

    def __post_init__(self) -> None:
        if self.raster:
            object.__setattr__(self, "name", raster_name(self.raster, self.name))


@dataclass(frozen=True)
class Settings:
    """What counts as a change.

    code: the mines' class in rasters. min_area_ha: smaller pieces are left out. min_width_m: so are strips that are narrower;
    max_gap_m: ground that is no farther from a mine belongs to it; None: two pixels of a mask, nothing for polygons alone.
    """

    code: int = 1
    min_area_ha: float = 0.5
    min_width_m: Optional[float] = None
    max_gap_m: Optional[float] = None
    aoi: Optional[Polygons] = None


class Piece(NamedTuple):
    """Ground that changed. wkb: multipolygon. mine_ha: of the whole mine that it is part of, at the date when it was mined."""

    wkb: bytes
    change: str
    area_ha: float
    mine_ha: float


@dataclass
class Changes:
    """What two dates show. Hectares on the ellipsoid, within the area of interest.

    crs: WKT of the pieces. compared_ha: ground that both dates saw; None where polygons alone are compared, which tell of all
    ground. unseen_ha: of the raster that is compared, what one of the dates did not see; hidden_ha: mines of one date where
    the other did not see. before_ha, after_ha: mines on the ground that both saw. narrow_ha, small_ha: what was left out of
    each side; small: how many pieces. aligned: the rasters had two grids. repaired: polygons that were not valid.
    """

    crs: str
    min_width_m: float
    max_gap_m: float
    pieces: List[Piece] = field(default_factory=list)
    compared_ha: Optional[float] = None
    unseen_ha: float = 0.0
    hidden_ha: float = 0.0
    before_ha: float = 0.0
    after_ha: float = 0.0
    narrow_ha: Dict[str, float] = field(default_factory=lambda: {GAIN: 0.0, LOSS: 0.0})
    small_ha: Dict[str, float] = field(default_factory=lambda: {GAIN: 0.0, LOSS: 0.0})
    small: int = 0
    aligned: bool = False
    repaired: int = 0
    pixel_m: Optional[float] = None
    warnings: List[str] = field(default_factory=list)

    def add(self, shape: ogr.Geometry, change: str, area_ha: float, mine_ha: float, least_ha: float) -> None:
        """A piece of ground; one that is too small is only counted."""
        if area_ha >= least_ha and area_ha > 0:
            self.pieces.append(Piece(bytes(shape.ExportToWkb()), change, area_ha, mine_ha))
        elif area_ha > 0:
            self.leave_out(SIDE[change], area_ha)

    def leave_out(self, side: str, area_ha: float) -> None:
        """A piece that is too small."""
        self.small_ha[side] += area_ha
        self.small += 1


def compare(before: Mines, after: Mines, settings: Settings, scratch: Optional[str], monitor: Monitor) -> Changes:
    """Find the pieces. scratch: folder for temporary files. Raises PantauError, Cancelled."""
    if before.raster or after.raster:
        return _Masks(before, after, settings, monitor).compare(scratch, monitor)
    return _Outlines(before, after, settings, Share(monitor, 0, 0.4)).compare(Share(monitor, 0.4, 1))


class _Masks:
    """Two dates on one grid: that of the mask of after, or, where only before is a mask, of that."""

    def __init__(self, before: Mines, after: Mines, settings: Settings, monitor: Monitor) -> None:
        self.settings, self.names = settings, (before.name, after.name)
        base = after if after.raster else before
        self.grid = RasterSource(base.raster, crs=base.crs).grid
        self.sources: List[Any] = []
        self.codes: List[int] = []
        for mines, parameter in ((before, "BEFORE"), (after, "AFTER")):
            if mines.polygons is not None:
                self.sources.append(PolygonCodes(mines.polygons, self.grid, 1, 0))
                self.codes.append(1)
                continue
            source = open_aligned(mines.raster, self.grid, "nearest", crs=mines.crs)
            require_codes(source, parameter)
            self.sources.append(source)
            self.codes.append(settings.code)
        self.aligned = any(isinstance(source, AlignedSource) for source in self.sources)
        if self.aligned:
            monitor.log(
                tr("{before} lies on another grid: each pixel of {after} takes the nearest pixel of it.").format(
                    before=before.name, after=after.name
                )
            )
        self.aoi = AreaOfInterest(settings.aoi, self.grid) if settings.aoi else None
        self.areas = CellAreas(self.grid)
        self.pixel_m = self.grid.window(self._window).pixel_size_m()
        width, gap = settings.min_width_m, settings.max_gap_m
        self.width_px = EDGE_PX if width is None else max(1, round(width / self.pixel_m))
        self.gap_px = float(EDGE_PX) if gap is None else gap / self.pixel_m * SLACK
        for name, value, pixels in (("MIN_WIDTH", width, self.width_px), ("MAX_GAP", gap, self.gap_px)):
            if pixels > MOST_PX:
                raise PantauError(
                    tr("{name} is {value:g} m, and that is more than {most} pixels of {raster}: give less.").format(
                        name=name, value=value, most=MOST_PX, raster=base.name
                    )
                )
        self.same = bool(before.raster) and before.raster == after.raster

    @property
    def _window(self) -> Window:
        """What is looked at: all, or the area of interest with as much around it as its mines take up."""
        return self.aoi.window if self.aoi else self.grid.whole

    def compare(self, scratch: Optional[str], monitor: Monitor) -> Changes:
        width, gap = self.settings.min_width_m, self.settings.max_gap_m
        width, gap = (EDGE_PX * self.pixel_m if value is None else value for value in (width, gap))
        changes = Changes(self.grid.crs, width, gap, aligned=self.aligned, pixel_m=self.pixel_m)
        with scratch_folder(scratch) as folder:
            path, done, end = f"{folder}/flags.tif", 0.0, self._end(0.0)
            sums = self._flag(path, Share(monitor, 0, end / 2))
            if not sums["compared"]:
                raise PantauError(
                    tr(
                        "No pixel of {before} can be compared with {after}: choose two that overlap and hold data, within the area "
                        "of interest if there is one."
                    ).format(before=self.names[0], after=self.names[1])
                )
            changes.compared_ha, changes.unseen_ha, changes.hidden_ha = sums["compared"], sums["unseen"], sums["hidden"]
            changes.before_ha, changes.after_ha = sums["before"], sums["after"]
            changes.narrow_ha = {GAIN: sums["narrow gain"], LOSS: sums["narrow loss"]}
            self._warn(changes, sums)
            with block_cache(CACHE):
                while not self._find(changes, path, folder, Share(monitor, (done + end) / 2, end)):
                    self._widen()
                    done, end = end, self._end(end)
                    self._flag(path, Share(monitor, done, (done + end) / 2))
        return changes

    def _end(self, done: float) -> float:
        """The share of the work that is done after the next look: half of the rest, as long as a wider one may follow."""
        return 1.0 if self._window == self.grid.whole else (1 + done) / 2

    def _flag(self, path: str, monitor: Monitor) -> _Sums:
        """Write the flags of what is looked at."""
        sums = _Sums()
        with Outputs() as kept:  # goes with the folder
            flags = kept.create("flags", path, self.grid.window(self._window), np.uint8, 1, None)
            map_blocks(
                self.sources, self._compare_block, {"flags": flags, "sums": sums},
                monitor=monitor, aoi=self.aoi, halo=max(self.width_px, int(self.gap_px) + 2),
            )  # fmt: skip
        return sums

    def _widen(self) -> None:
        """Look at twice the width and height: all looks together read little more than the last one."""
        x, y, width, height = self._window
        right, down = (max(LEAST_GROWTH_PX, (side + 1) // 2) for side in (width, height))
        left, top = max(0, x - right), max(0, y - down)
        right, bottom = min(self.grid.width, x + width + right), min(self.grid.height, y + height + down)
        self.aoi.window = Window(left, top, right - left, bottom - top)

    def _warn(self, changes: Changes, sums: _Sums) -> None:
        if self.same:
            changes.warnings.append(tr("Both dates are the same file, {name}: check BEFORE and AFTER.").format(name=self.names[0]))
        for name, date, code, source in zip(self.names, ("before", "after"), self.codes, self.sources):
            mined, valid = sums[f"all {date}"], sums[f"valid {date}"]
            if not mined and isinstance(source, RasterSource):
                changes.warnings.append(
                    tr("{name} shows no mine where it is compared: check CLASS ({code}).").format(name=name, code=code)
                )
            elif mined > 0 and mined >= valid * (1 - 1e-9):
                changes.warnings.append(
                    tr(
                        "{name} has no pixel of anything but mines, so next to nothing can be compared: its background is probably "
                        "marked as no data; give it a value of its own, such as 0."
                    ).format(name=name)
                )

    # -- pixels

    def _compare_block(self, block: Block) -> Dict[str, Any]:
        """The flags of a block's pixels, and hectares of what is seen, mined and too narrow."""
        window, halo, grid = block.window, block.halo, self.grid
        mined, valid = [], []
        shape = (window.height + 2 * halo, window.width + 2 * halo)
        rows = np.arange(window.y - halo, window.y + window.height + halo)[:, None]
        cols = np.arange(window.x - halo, window.x + window.width + halo)
        within = (rows >= 0) & (rows < grid.height) & (cols >= 0) & (cols < grid.width)  # beyond, the rasters are mirrored
        for pixels, code in zip(block.pixels, self.codes):
            valid.append(within if pixels.valid is None else within & pixels.valid)
            mined.append((pixels.values[0] == code) & valid[-1])
        before, after = mined
        seen = valid[0] & valid[1]
        inside = np.ones((window.height, window.width), bool) if block.inside is None else block.inside
        flags = inside * np.uint8(INSIDE)
        clear = block.core(seen) & inside
        sums = {"compared": clear, "unseen": inside & ~clear}
        for name, array in (("before", valid[0]), ("after", valid[1])):
            sums[f"valid {name}"] = block.core(array) & inside
        if before.any() or after.any():
            beside = np.zeros(shape, bool)
            for bit, here, there, name in ((GAINED, after, before, "gain"), (LOST, before, after, "loss")):
                changed = here & ~there & seen
                wide = _wide(changed, self.width_px) if changed.any() else changed
                flags |= block.core(wide) * np.uint8(bit)
                sums[f"narrow {name}"] = block.core(changed & ~wide) & inside
                if here.any() and there.any():
                    beside |= _near(there, self.gap_px) & (wide if bit == GAINED else here)
            hidden = (before | after) & ~seen
            edge = _ends(rows, self._window.y, self._window.height, grid.height)
            edge = edge | _ends(cols, self._window.x, self._window.width, grid.width)
            for bit, array in ((BEFORE, before), (AFTER, after), (BESIDE, beside), (HIDDEN, hidden), (EDGE, edge)):
                flags |= block.core(array) * np.uint8(bit)
            for name, array in (("before", before), ("after", after)):
                sums[f"all {name}"] = block.core(array) & inside
                sums[name] = sums[f"all {name}"] & clear
            sums["hidden"] = block.core(hidden) & inside
        return {
            "flags": flags,
            "sums": {name: self.areas.sum_ha(array, window.x, window.y) for name, array in sums.items()},
        }

    # -- pieces

    def _find(self, changes: Changes, path: str, folder: str, monitor: Monitor) -> bool:
        """Put the pieces of the flags into `changes`; False, and no piece, where one or its mine goes on beyond them."""
        grid, least = self.grid.window(self._window), self.settings.min_area_ha
        areas, flags = CellAreas(grid), lru_cache(1)(reader(RasterSource(path)))  # the window at hand is read once

        def only(bits: int) -> Any:
            return lambda window, *_: flags(window) & np.uint8(bits)

        found = Patches(grid, only(GAINED | LOST), [GAINED, LOST], areas, Share(monitor, 0, 0.2), only(BESIDE | EDGE))
        old = Patches(grid, only(BEFORE), [BEFORE], areas, Share(monitor, 0.2, 0.4), only(BESIDE | HIDDEN | EDGE))
        young = Patches(grid, only(AFTER), [AFTER], areas, Share(monitor, 0.4, 0.6), only(HIDDEN | EDGE))
        kept = found.area_ha >= least
        mine = np.zeros(found.count, np.int64)  # of the date when it was mined
        inside_ha = np.zeros(found.count)
        polygonizer = Polygonizer(folder, grid)
        for window in strips(grid):
            check(monitor, 0.6 + 0.2 * window.y / grid.height, 1)
            flat, numbers = found.pixels(window)
            here = flags(window).ravel()[flat]
            inside = here & INSIDE > 0
            flat, numbers, here = flat[inside], numbers[inside], here[inside]
            rows, cols = np.divmod(flat, window.width)
            inside_ha += np.bincount(numbers, areas.at(rows + window.y, cols), found.count)
            stays = kept[numbers]
            if not stays.any():
                continue
            flat, numbers, here = flat[stays], numbers[stays], here[stays]
            for owner, its in ((young, GAINED), (old, LOST)):
                chosen = here & its > 0
                if chosen.any():
                    mine[numbers[chosen]] = owner.numbers(window).ravel()[flat[chosen]]
            polygonizer.add(window, painted(window, flat, numbers))
        gained, counted = found.code == GAINED, inside_ha > 0
        if (found.maximum[counted] >= EDGE).any():
            return False
        for owner, its in ((young, gained), (old, ~gained)):
            if (owner.maximum[mine[its & kept & counted]] >= EDGE).any():
                return False
        shapes: Dict[int, List[ogr.Geometry]] = {}
        for number, wkb in polygonizer.finish(Share(monitor, 0.8, 1)):
            shapes.setdefault(number, []).append(ogr.CreateGeometryFromWkb(wkb))
        for number in np.flatnonzero(counted).tolist():
            gain, area_ha = bool(gained[number]), float(inside_ha[number])
            if number not in shapes:
                changes.leave_out(GAIN if gain else LOSS, area_ha)
                continue
            owner = young if gain else old
            if gain:
                change = GROWN if found.maximum[number] or young.maximum[mine[number]] else NEW
            else:
                change = SHRUNK if old.maximum[mine[number]] else VANISHED
            changes.add(joined(shapes[number]), change, area_ha, float(owner.area_ha[mine[number]]), least)
        return True


class _Sums(Dict[str, float]):
    """Hectares by what they are of, added up over all blocks; an output of the pipeline."""

    def __missing__(self, name: str) -> float:
        return 0.0

    def write(self, x: int, y: int, array: Dict[str, float]) -> None:
        """Add what a block holds."""
        for name, area_ha in array.items():
            self[name] += area_ha


def _ends(line: np.ndarray, start: int, length: int, whole: int) -> np.ndarray:
    """Of rows or columns: whether they are the first or the last of `length` from `start`, with more of `whole` beyond."""
    return ((line == start) & (start > 0)) | ((line == start + length - 1) & (start + length < whole))


def _wide(flags: np.ndarray, side: int) -> np.ndarray:
    """(rows, cols) of bool: the pixels that lie in some square of side x side pixels that are all set (opening)."""
    if side <= 1:
        return flags
    if side > min(flags.shape):
        return np.zeros_like(flags)
    squares = _slid(np.logical_and, flags, side)
    return _slid(np.logical_or, np.pad(squares, side - 1), side)


def _slid(merge: Any, flags: np.ndarray, side: int) -> np.ndarray:
    """What each square of side x side pixels gives; smaller than `flags` by side - 1."""
    done = 1
    while done < side:
        step = min(done, side - done)
        flags = merge(flags[step:], flags[:-step])
        flags = merge(flags[:, step:], flags[:, :-step])
        done += step
    return flags


def _near(flags: np.ndarray, gap_px: float) -> np.ndarray:
    """(rows, cols) of bool: the pixels whose edge is at most `gap_px` pixels from that of one that is set; 0: they touch."""
    limit, rows = gap_px + 1e-6, len(flags)
    result, spread, reach = flags.copy(), flags, 0
    for down in range(min(int(limit) + 1, rows - 1), -1, -1):
        # Edges lie one pixel nearer to each other than middles do, downwards and to the side.
        while reach < 1 + int(math.sqrt(limit**2 - max(0, down - 1) ** 2)):
            before, spread, reach = spread, spread.copy(), reach + 1
            spread[:, 1:] |= before[:, :-1]
            spread[:, :-1] |= before[:, 1:]
        result[down:] |= spread[: rows - down]
        result[: rows - down] |= spread[down:]
    return result


class _Outlines:
    """Polygons of both dates, in the CRS of those of after."""

    def __init__(self, before: Mines, after: Mines, settings: Settings, monitor: Monitor) -> None:
        self.settings = settings
        crs = after.polygons.crs or before.polygons.crs
        if not crs:
            raise PantauError(
                tr(
                    "{name} has no coordinate system, so nothing in it can be measured: assign one in the layer's properties."
                ).format(name=after.name)
            )
        self.ground = Ground(crs)
        self.changes = Changes(crs, settings.min_width_m or 0.0, settings.max_gap_m or 0.0)
        self.before = self._load(before.polygons, Share(monitor, 0, 0.5))
        self.after = self._load(after.polygons, Share(monitor, 0.5, 1))
        self.aoi: Optional[Shapes] = None
        if settings.aoi is not None:
            self.aoi = self._load(settings.aoi, Share(monitor, 1, 1))
            if not len(self.aoi):
                raise PantauError(tr("The area of interest has no polygon: choose a layer with at least one."))
            self.changes.compared_ha = sum(map(self.ground.area_ha, self.aoi.shapes))

    def _load(self, polygons: Polygons, monitor: Monitor) -> Shapes:
        shapes, repaired = load(polygons, self.changes.crs, Share(monitor, 0, 0.5))
        self.changes.repaired += repaired
        return dissolved(shapes, Share(monitor, 0.5, 1))

    def compare(self, monitor: Monitor) -> Changes:
        self.changes.after_ha = self._changes(self.after, self.before, GAIN, Share(monitor, 0, 0.5))
        self.changes.before_ha = self._changes(self.before, self.after, LOSS, Share(monitor, 0.5, 1))
        check(monitor, 1, 1)
        return self.changes

    def _changes(self, mines: Shapes, others: Shapes, side: str, monitor: Monitor) -> float:
        """Put what one date has and the other has not into `changes`; return the date's hectares in the area of interest."""
        total_ha = 0.0
        each = zip(mines.shapes, self.ground.areas_ha(mines.shapes), others.boxes.meeting(mines.envelopes))
        for number, (mine, mine_ha, near) in enumerate(each):
            check(monitor, number, len(mines))
            whole = self._inside(mine)
            if not whole.IsEmpty():
                total_ha += mine_ha if whole is mine else self.ground.area_ha(whole)
                self._changed(mine, mine_ha, others, near, side)
        return total_ha

    def _changed(self, mine: ogr.Geometry, mine_ha: float, others: Shapes, near: List[int], side: str) -> None:
        """Put what a mine has that the other date has not into `changes`. near: numbers of others that it may meet."""
        if any(mine.Equals(others.shapes[number]) for number in near):
            return
        changes, meeting = self.changes, others.meeting(mine, near)
        rest = overlay(mine.Difference, joined([others.shapes[n] for n in meeting])) if meeting else mine
        change = VANISHED if side == LOSS and not self._beside(mine, others, bool(meeting)) else SHRUNK
        wide, left_ha = self._wide(rest), 0.0
        for piece in parts(wide):
            if side == GAIN:
                change = GROWN if self._beside(piece, others, False) else NEW
            piece = self._inside(joined([piece]))
            area_ha = self.ground.area_ha(piece)
            left_ha += area_ha
            changes.add(piece, change, area_ha, mine_ha, self.settings.min_area_ha)
        if wide is not rest:
            changes.narrow_ha[side] += max(0.0, self.ground.area_ha(self._inside(rest)) - left_ha)

    def _inside(self, shape: ogr.Geometry) -> ogr.Geometry:
        return shape if self.aoi is None else self.aoi.cut(shape)

    def _wide(self, shape: ogr.Geometry) -> ogr.Geometry:
        """The parts of a polygon that are as wide as asked for, their corners kept (opening)."""
        width = self.changes.min_width_m
        if not width or shape.IsEmpty():
            return shape
        plane = self._plane(shape)
        core = overlay(plane.to_metres(shape).Buffer, -width / 2)
        if core.IsEmpty():
            return core
        return overlay(shape.Intersection, plane.from_metres(overlay(core.Buffer, 0.75 * width)))  # more than width / 2 * sqrt(2)

    def _beside(self, shape: ogr.Geometry, others: Shapes, known: bool) -> bool:
        """Whether one of the others lies no farther than the gap. known: that one is met."""
        if known:
            return True
        plane, gap = self._plane(shape), max(self.changes.max_gap_m, TOUCH_M)
        candidates = others.near(Box(*shape.GetEnvelope()).grown(*plane.margins(gap)))
        if not candidates:
            return False
        around = plane.to_metres(shape).Buffer(gap)
        return any(around.Intersects(plane.to_metres(others.shapes[number])) for number in candidates)

    def _plane(self, shape: ogr.Geometry) -> Plane:
        west, _, south, _ = shape.GetEnvelope()
        return self.ground.plane(west, south)
