"""Polygons on a grid: which share of every cell each of them covers, exactly."""

from __future__ import annotations

from typing import Iterator, Optional, Sequence, Tuple

import numpy as np
from osgeo import gdal, ogr, osr

from ..errors import PantauError
from ..monitor import Monitor, check
from ..raster.gdal_guard import attempt, quiet, spatial_reference
from ..raster.grid import Grid, Window
from ..rings import ranges, rings_of, unwrapped, whole_turn
from ..text import tr
from ..vector import EDGE_M, Boxes

CHUNK = 64  # edges that are looked for together
MOST_CELLS = 1 << 22  # and edges of all polygons whose shares are worked out together: 32 MiB for each of some arrays


class Coverage:
    """Polygons laid on a grid; any thread may ask for the shares of the cells of a window.

    The share of a cell is the area to the right of each edge within it, added up along the row: each edge adds to its own cell what
    lies beside it there, and its whole height to all cells further right. Up and down edges cancel outside the polygon, so no edge is
    asked for which side it is on; the sum is exact, for holes and parts as well. Polygons that overlap themselves count twice there.
    (Signed areas: the accumulation buffer of scan-line font renderers; the shares are those of exactextract, Baston 2024.)
    """

    def __init__(self, shapes: Sequence[Optional[ogr.Geometry]], crs: str, grid: Grid, monitor: Monitor) -> None:
        """shapes: multipolygons with x and y, None where there is none. crs: their WKT, empty for the grid's own.

        Raises PantauError: polygons that have no place in the grid's CRS.
        """
        self.count, self.grid = len(shapes), grid
        points, starts, counts, owners = [], [], [], []
        total = 0
        for owner, ring in self._rings(shapes, crs, grid, monitor):
            points.append(ring)
            first = np.arange(0, len(ring) - 1, CHUNK)
            starts.append(first + total)
            counts.append(np.minimum(CHUNK, len(ring) - 1 - first))
            owners.append(np.full(len(first), owner))
            total += len(ring)
        self._xy = np.concatenate(points) if points else np.zeros((0, 2))
        self._starts, self._counts, self._owners = (
            np.concatenate(parts) if parts else np.zeros(0, np.int64) for parts in (starts, counts, owners)
        )
        # A chunk's last edge ends at the point that the next chunk begins with.
        lows, highs = np.empty((2, len(self._starts), 2))
        for first in range(0, len(self._starts), 1 << 14):
            part = slice(first, first + (1 << 14))
            which, bounds = ranges(self._starts[part], self._counts[part] + 1)
            lows[part], highs[part] = np.minimum.reduceat(self._xy[which], bounds), np.maximum.reduceat(self._xy[which], bounds)
        self._left, self._top, self._bottom = lows[:, 0].copy(), lows[:, 1].copy(), highs[:, 1].copy()
        self._first = np.searchsorted(self._owners, np.arange(self.count + 1))  # chunks of each polygon
        there = np.flatnonzero(np.diff(self._first))
        boxes = np.zeros((self.count, 4))
        if len(there):
            bounds = self._first[there]
            boxes[there] = np.column_stack(
                [np.minimum.reduceat(lows[:, 0], bounds), np.maximum.reduceat(highs[:, 0], bounds),
                 np.minimum.reduceat(lows[:, 1], bounds), np.maximum.reduceat(highs[:, 1], bounds)]
            )  # fmt: skip
        self._boxes, self._there = boxes, there
        self._index = Boxes(boxes[there]) if len(there) else None

    def _rings(
        self, shapes: Sequence[Optional[ogr.Geometry]], crs: str, grid: Grid, monitor: Monitor
    ) -> Iterator[Tuple[int, np.ndarray]]:
        """(number of the polygon, closed ring in columns and rows), exteriors and holes turning opposite ways."""
        target = spatial_reference(grid.crs)
        origin = spatial_reference(crs) if crs else target
        change = None if origin.IsSame(target) else osr.CoordinateTransformation(origin, target)
        longest = EDGE_M / (111_000 if origin.IsGeographic() else origin.GetLinearUnits())
        a, b, c, d, e, f = gdal.InvGeoTransform(grid.transform)
        turned = 1 if b * f - c * e > 0 else -1  # whether going round stays the same way
        turn = whole_turn(target)
        for owner, shape in enumerate(shapes):
            check(monitor, owner, len(shapes))
            if shape is None or shape.IsEmpty():
                continue
            if change is not None:
                shape = shape.Clone()
                with quiet():
                    shape.Segmentize(longest)
                    if attempt(shape.Transform, change) != 0:
                        raise PantauError(
                            tr("The polygons cannot be brought into the CRS {crs}: check the CRS of their layer.").format(
                                crs=target.GetName()
                            )
                        )
            for exterior, ring in rings_of(shape):
                if turn:
                    ring = unwrapped(ring, turn)
                x, y = ring[:, 0], ring[:, 1]
                double = float(np.dot(x[:-1] - x[0], y[1:] - y[0]) - np.dot(x[1:] - x[0], y[:-1] - y[0]))
                if not np.isfinite(double):
                    raise PantauError(
                        tr("The polygons cannot be brought into the CRS {crs}: check the CRS of their layer.").format(
                            crs=target.GetName()
                        )
                    )
                if (double > 0) != (exterior == (turned > 0)):
                    x, y = x[::-1], y[::-1]
                for shift in (-turn, 0.0, turn) if turn else (0.0,):  # the same meridian has several longitudes
                    columns, rows = a + (x + shift) * b + y * c, d + (x + shift) * e + y * f
                    if columns.max() > 0 and columns.min() < grid.width and rows.max() > 0 and rows.min() < grid.height:
                        yield owner, np.column_stack([columns, rows])

    def meets(self, window: Window) -> bool:
        """Whether the rectangle around any polygon meets the window."""
        return bool(len(self._near(window)))

    def _near(self, window: Window) -> np.ndarray:
        """Numbers of the polygons whose rectangles meet the window."""
        if self._index is None:
            return np.zeros(0, np.int64)
        box = (window.x, window.x + window.width, window.y, window.y + window.height)
        return self._there[next(self._index.meeting([box]))]

    def shares(self, window: Window) -> Iterator[Tuple[int, Tuple[slice, slice], np.ndarray]]:
        """(polygon, rows and columns of the window around it, the share of each of these cells, float64) of those that may lie there.

        A share of nothing may be off 0 by some 1e-13, one of all off 1.
        """
        near = self._near(window)
        if not len(near):
            return
        west, east, north, south = self._boxes[near].T
        left, top = (
            np.maximum(np.floor(west).astype(np.int64) - window.x, 0),
            np.maximum(np.floor(north).astype(np.int64) - window.y, 0),
        )
        right = np.minimum(np.ceil(east).astype(np.int64) - window.x, window.width)
        bottom = np.minimum(np.ceil(south).astype(np.int64) - window.y, window.height)
        real = (left < right) & (top < bottom)
        near, left, top, right, bottom = (side[real] for side in (near, left, top, right, bottom))
        wide, high = right - left, bottom - top
        chunks = self._first[near + 1] - self._first[near]
        ends = np.cumsum((wide + 1) * high + CHUNK * chunks)  # edges take memory, too
        first = 0
        while first < len(near):
            last = max(first + 1, int(np.searchsorted(ends, (ends[first - 1] if first else 0) + MOST_CELLS, "right")))
            part = slice(first, last)
            cells, offsets = self._accumulated(near[part], window.x + left[part], window.y + top[part], wide[part], high[part])
            for place, number in enumerate(range(first, last)):
                size = (int(high[number]), int(wide[number]) + 1)
                own = cells[offsets[place] : offsets[place] + size[0] * size[1]].reshape(size)
                where = slice(int(top[number]), int(bottom[number])), slice(int(left[number]), int(right[number]))
                yield int(near[number]), where, np.cumsum(own, axis=1)[:, :-1]
            first = last

    def _accumulated(
        self, near: np.ndarray, left: np.ndarray, top: np.ndarray, wide: np.ndarray, high: np.ndarray
    ) -> Tuple[np.ndarray, np.ndarray]:
        """(what each edge adds, to be summed along the rows of each polygon's own cells, one after the other; where each begins)."""
        sizes = (wide + 1) * high
        offsets = np.cumsum(sizes) - sizes
        chunks, bounds = ranges(self._first[near], self._first[near + 1] - self._first[near])
        slot = np.repeat(np.arange(len(near)), np.diff(np.append(bounds, len(chunks))))
        seen = (
            (self._left[chunks] < left[slot] + wide[slot])
            & (self._top[chunks] < top[slot] + high[slot])
            & (self._bottom[chunks] > top[slot])
        )
        chunks, slot = chunks[seen], slot[seen]
        edges, _ = ranges(self._starts[chunks], self._counts[chunks])
        slot = np.repeat(slot, self._counts[chunks])
        corner = np.column_stack([left, top])[slot]
        (x0, y0), (x1, y1) = (self._xy[edges] - corner).T, (self._xy[edges + 1] - corner).T
        up = y1 < y0
        x0, x1 = np.where(up, x1, x0), np.where(up, x0, x1)
        y0, y1 = np.where(up, y1, y0), np.where(up, y0, y1)
        height, width = high[slot], wide[slot]
        seen = (y1 > y0) & (y1 > 0) & (y0 < height) & (np.minimum(x0, x1) < width)
        x0, y0, x1, y1, slot, height, up = (side[seen] for side in (x0, y0, x1, y1, slot, height, up))
        slope = (x1 - x0) / (y1 - y0)

        # One piece for each row that the edge crosses ...
        begin, end = np.maximum(np.floor(y0), 0).astype(np.int64), np.minimum(np.ceil(y1), height).astype(np.int64)
        pieces = end - begin
        rows, _ = ranges(begin, pieces)
        of = np.repeat(np.arange(len(pieces)), pieces)
        above, below = np.maximum(y0[of], rows), np.minimum(y1[of], rows + 1)
        xa, xb = x0[of] + (above - y0[of]) * slope[of], x0[of] + (below - y0[of]) * slope[of]
        drop = np.where(up[of], below - above, above - below)
        low, far = np.minimum(xa, xb), np.maximum(xa, xb)
        slot = slot[of]

        # ... and of that, one for each cell; all that is left of the cells is one more, at -1.
        begin = np.clip(np.floor(low), -1, None).astype(np.int64)
        end = np.minimum(np.maximum(np.ceil(far), begin + 1), wide[slot]).astype(np.int64)
        pieces = np.maximum(end - begin, 0)
        cols, _ = ranges(begin, pieces)
        of = np.repeat(np.arange(len(pieces)), pieces)
        low, far, rows, slot, drop = low[of], far[of], rows[of], slot[of], drop[of]
        length = far - low
        start, stop = np.where(cols < 0, low, np.maximum(low, cols)), np.minimum(far, cols + 1)
        with np.errstate(invalid="ignore", divide="ignore"):
            drop = drop * np.where(length > 0, (stop - start) / length, 1.0)
        past = np.where(cols < 0, 1.0, (start + stop) / 2 - cols)  # the share of the cell to the left of the piece
        place = offsets[slot] + rows * (wide[slot] + 1) + cols
        total = int(sizes.sum())
        inside = cols >= 0
        where = np.concatenate([place[inside], place + 1])
        added = np.concatenate([(drop * (1 - past))[inside], drop * past])
        cells = np.bincount(where, added, total).astype(np.float64, copy=False)  # of nothing, bincount makes whole numbers
        return cells, offsets
