"""A georeferenced grid of pixels, and the true (ellipsoidal) area of its cells."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import NamedTuple, Optional, Tuple

import numpy as np
from osgeo import osr

from ..errors import PantauError
from ..text import tr
from .gdal_guard import moved, spatial_reference

FEW_KEYS = 16  # up to so many different ones are counted one after the other


class Window(NamedTuple):
    """A rectangle of pixels: first column, first row, columns, rows."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Grid:
    """Where the pixels of a raster lie.

    crs: WKT. transform: GDAL's six numbers, so rotated and south-up grids are grids like any other.
    """

    crs: str
    transform: Tuple[float, float, float, float, float, float]
    width: int
    height: int

    def window(self, window: Window) -> Grid:
        """The grid of a window of this one."""
        x0, dx, rx, y0, ry, dy = self.transform
        origin = (x0 + window.x * dx + window.y * rx, y0 + window.x * ry + window.y * dy)
        return replace(self, transform=(origin[0], dx, rx, origin[1], ry, dy), width=window.width, height=window.height)

    @property
    def whole(self) -> Window:
        """The window of all pixels."""
        return Window(0, 0, self.width, self.height)

    def pixel_size_m(self) -> float:
        """Side of a square with the area of the central pixel, in metres on the ground."""
        middle = self.window(Window(self.width // 2, self.height // 2, 1, 1))
        return math.sqrt(CellAreas(middle).total_ha() * 10_000)


def authalic_height(latitude: np.ndarray, a: float, inverse_flattening: float) -> np.ndarray:
    """Q, in square metres a radian of longitude: the ellipsoid's area from the equator to a parallel.

    latitude: radians. a: semi-major axis in metres. inverse_flattening: 0 for a sphere.
    The area between two parallels is dlambda * (Q(phi2) - Q(phi1)) (Snyder 1987, equations 3-12 and 14-15).
    """
    sine = np.sin(latitude)
    if not inverse_flattening:
        return a * a * sine
    f = 1 / inverse_flattening
    e2 = f * (2 - f)
    e, b2 = math.sqrt(e2), a * a * (1 - e2)
    return b2 / 2 * (sine / (1 - e2 * sine**2) + np.log((1 + e * sine) / (1 - e * sine)) / (2 * e))


def geographic_of(reference: osr.SpatialReference) -> osr.SpatialReference:
    """The geographic CRS of the same datum, longitude first: no shift, so the ellipsoid is the CRS's own.

    Raises PantauError: a CRS that has no place on the Earth.
    """
    geographic = None if reference.IsLocal() else reference.CloneGeogCS()
    if geographic is None:
        raise no_place(reference)
    geographic.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return geographic


def no_place(reference: osr.SpatialReference) -> PantauError:
    """What to raise where a CRS, or a place in it, is not on the Earth."""
    return PantauError(
        tr("The coordinate system {crs} has no place on the Earth, so nothing in it can be measured: assign a real one.").format(
            crs=reference.GetName() or "?"
        )
    )


class CellAreas:
    """Ellipsoidal area of a grid's cells, in hectares, in any CRS: degrees, UTM, Web Mercator.

    Exact for the rows of a grid in degrees. Elsewhere the mean over squares of about one kilometre, taken from the
    squares' corners on the ellipsoid: UTM's scale changes by less than one part in a million over that distance.
    """

    def __init__(self, grid: Grid) -> None:
        reference = spatial_reference(grid.crs)
        geographic = geographic_of(reference)
        x0, dx, rx, y0, ry, dy = grid.transform
        if reference.IsGeographic() and not rx and not ry:
            self._row_step, self._col_step = 1, max(1, grid.width)
        else:
            unit = reference.GetLinearUnits() if reference.IsProjected() else 111_000.0
            side_m = max(math.hypot(dx, ry), math.hypot(rx, dy)) * unit
            step = max(1, int(1000 / side_m)) if side_m > 0 else 1
            # At least two squares a side, so that a small grid, too, is known to slope.
            self._row_step, self._col_step = (max(1, min(step, (size + 1) // 2)) for size in (grid.height, grid.width))
        rows = np.append(np.arange(0, grid.height, self._row_step), grid.height)
        cols = np.append(np.arange(0, grid.width, self._col_step), grid.width)
        c, r = np.meshgrid(cols.astype(float), rows.astype(float))
        x, y = x0 + c * dx + r * rx, y0 + c * ry + r * dy
        if not reference.IsGeographic():
            # To the geographic CRS of the same datum: no shift, so the ellipsoid is the CRS's own.
            lonlat = moved(osr.CoordinateTransformation(reference, geographic), np.column_stack([x.ravel(), y.ravel()]))
            x, y = lonlat[:, 0].reshape(c.shape), lonlat[:, 1].reshape(c.shape)
        unit = geographic.GetAngularUnits() or math.pi / 180
        lon, lat = x * unit, y * unit
        if not reference.IsGeographic():  # a projected grid may straddle the antimeridian
            lon = lon[0, 0] + (lon - lon[0, 0] + math.pi) % (2 * math.pi) - math.pi
        height = authalic_height(lat, geographic.GetSemiMajor(), geographic.GetInvFlattening())
        # Shoelace of every quadrilateral in (longitude, Q), the ellipsoid's cylindrical equal-area plane.
        ax, ay = lon[1:, 1:] - lon[:-1, :-1], height[1:, 1:] - height[:-1, :-1]
        bx, by = lon[1:, :-1] - lon[:-1, 1:], height[1:, :-1] - height[:-1, 1:]
        squares = np.abs(ax * by - ay * bx) / 2 / 10_000
        pixels = np.outer(np.diff(rows), np.diff(cols))
        self._centres = tuple((sides[1:] + sides[:-1] - 1) / 2 for sides in (rows, cols))  # of the squares, in pixels
        self._cell_ha = squares / pixels
        self._total = float(squares.sum())
        self._usual = np.zeros(0, np.uint8)  # the keys of the block before: mostly those of the next one too

    def total_ha(self) -> float:
        """Area of the whole grid."""
        return self._total

    def alike(self) -> bool:
        """Whether all cells are of one size, within 1 %: in UTM they are, in degrees and in Web Mercator seldom."""
        return bool(self._cell_ha.max() < 1.01 * self._cell_ha.min())

    def at(self, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
        """Area of the cells at these rows and columns, float64, hectares."""
        return self._cell_ha[rows // self._row_step, cols // self._col_step]

    def cells(self, window: Window) -> np.ndarray:
        """Area of the cells of a window, (rows, cols) or, where all of a row are alike, (rows, 1); float64, hectares.

        Between the squares' centres it goes over linearly, so that no step is left: true to 1e-7.
        """
        rows = np.arange(window.y, window.y + window.height)
        if self._row_step == 1 and self._cell_ha.shape[1] == 1:
            return self._cell_ha[rows]
        cols = np.arange(window.x, window.x + window.width)
        down, right = _between(rows, self._centres[0]), _between(cols, self._centres[1])
        (above, below, low), (left, far, past) = down, right
        first, last = min(above[0], below[0]), max(above[-1], below[-1]) + 1
        part = self._cell_ha[first:last]
        across = part[:, left] * (1 - past) + part[:, far] * past
        return across[above - first] * (1 - low)[:, None] + across[below - first] * low[:, None]

    def sum_ha(self, flags: np.ndarray, x: int, y: int) -> float:
        """Area of the cells where `flags`, (rows, cols) of bool, is true; its first cell is at column x, row y."""
        if not flags.size:
            return 0.0
        by_col, cols = _runs(x, flags.shape[1], self._col_step)
        by_row, rows = _runs(y, flags.shape[0], self._row_step)
        return float((_true_in_squares(flags, by_row, by_col) * self._cell_ha[np.ix_(rows, cols)]).sum())

    def sums(self, keys: np.ndarray, size: int, x: int, y: int) -> Tuple[np.ndarray, np.ndarray]:
        """(counts, hectares) of the cells of each key 0 .. size - 1, both (size,) float64.

        keys: (rows, cols) of integers from 0 on; those from `size` on do not count. Its first cell is at column x, row y.
        """
        found = self._sums_of_few(keys, size, x, y) if keys.itemsize <= 2 else None
        if found is not None:
            return found
        rows, cols = keys.shape
        counts, areas = np.zeros(size), np.zeros(size)
        by_row, squares_down = _runs(y, rows, self._row_step)
        by_col, squares_across = _runs(x, cols, self._col_step)
        if len(by_row) * len(by_col) * size > 4 * keys.size:  # the sums of the squares would cost more than the cells
            cell_ha = self.at(np.arange(y, y + rows)[:, None], np.arange(x, x + cols))
            return tuple(
                np.bincount(keys.ravel(), weights, minlength=size)[:size].astype(float) for weights in (None, cell_ha.ravel())
            )
        for top, bottom, down in zip(by_row, [*by_row[1:], rows], squares_down):
            for left, right, across in zip(by_col, [*by_col[1:], cols], squares_across):
                found = np.bincount(keys[top:bottom, left:right].ravel(), minlength=size)[:size]
                counts += found
                areas += found * self._cell_ha[down, across]
        return counts, areas

    def _sums_of_few(self, keys: np.ndarray, size: int, x: int, y: int) -> Optional[Tuple[np.ndarray, np.ndarray]]:
        """`sums` where there are few different keys; None where there are many, or the squares are small.

        Comparing and adding bytes for each key takes a fraction of the time of looking at each cell.
        """
        by_row, squares_down = _runs(y, keys.shape[0], self._row_step)
        by_col, squares_across = _runs(x, keys.shape[1], self._col_step)
        if len(by_row) * len(by_col) * FEW_KEYS > keys.size:
            return None
        cell_ha = self._cell_ha[np.ix_(squares_down, squares_across)]
        counts, areas = np.zeros(size), np.zeros(size)
        usual = self._usual  # only what to try first: it may be of any block
        tries, found = list(usual) if usual.dtype == keys.dtype else [], []
        its, left, uncounted = np.empty(keys.shape, bool), None, keys.size
        while uncounted:
            if tries:
                key = tries.pop()
            elif len(found) == FEW_KEYS:
                return None
            else:
                if left is None:
                    left = np.ones(keys.shape, bool)
                    for known in found:
                        left &= keys != known
                key = keys[np.unravel_index(left.argmax(), left.shape)]
            squares = _true_in_squares(np.equal(keys, key, out=its), by_row, by_col)
            number = int(squares.sum())
            if number:
                found.append(key)
                uncounted -= number
            if number and key < size:
                counts[key], areas[key] = number, (squares * cell_ha).sum()
            if left is not None:
                left ^= its
        self._usual = np.array(found, keys.dtype)
        return counts, areas


def _true_in_squares(flags: np.ndarray, by_row: np.ndarray, by_col: np.ndarray) -> np.ndarray:
    """(squares down, squares across) of integers: how many of `flags`, (rows, cols) of bool, are true in the squares that begin at
    these rows and columns."""
    ones = flags.view(np.uint8)
    if len(by_col) == 1:
        return np.add.reduceat(np.add.reduce(ones, axis=1, dtype=np.int32), by_row)[:, None]
    first = int(by_row[1]) if len(by_row) > 1 else len(ones)  # the first and the last square may be cut, the others are whole
    step = int(by_row[2]) - first if len(by_row) > 2 else len(ones) - first
    whole = (len(ones) - first) // step if step else 0
    last = first + whole * step
    # A byte has room for 255 rows, and eight bytes are added as one number, for none overflows into the next.
    in_bytes = max(first, step) < 256
    if in_bytes and ones.flags.c_contiguous and not ones.shape[1] % 8:
        ones = ones.view(np.uint64)
    kind = ones.dtype if in_bytes else np.int32
    strips = [np.add.reduce(ones[:first], axis=0, dtype=kind, keepdims=True)]
    if whole:
        strips.append(np.add.reduce(ones[first:last].reshape(whole, step, -1), axis=1, dtype=kind))
    if last < len(ones):
        strips.append(np.add.reduce(ones[last:], axis=0, dtype=kind, keepdims=True))
    sums = np.concatenate(strips)
    return np.add.reduceat(sums.view(np.uint8) if in_bytes else sums, by_col, axis=1, dtype=np.int32)


def _between(places: np.ndarray, centres: np.ndarray) -> Tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(number of the square before each place, of the one after it, how far the place is from the one to the other)."""
    if len(centres) == 1:
        zero = np.zeros(len(places), np.int64)
        return zero, zero, np.zeros(len(places))
    before = np.clip(np.searchsorted(centres, places, "right") - 1, 0, len(centres) - 2)
    return before, before + 1, (places - centres[before]) / (centres[before + 1] - centres[before])


def _runs(start: int, length: int, step: int) -> Tuple[np.ndarray, np.ndarray]:
    """Where, from 0, each square of `step` begins in start .. start + length, and the squares' numbers."""
    squares = np.arange(start // step, (start + length - 1) // step + 1)
    return np.maximum(squares * step - start, 0), squares
