"""The block pipeline: read, compute and write at the same time, in bounded memory, and stop at once when told to.

`run` is the seam: it knows nothing of rasters, and a cluster's scheduler could take its place. `map_blocks` runs a
kernel over blocks with a halo on top of it.
"""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Callable, Iterable, Iterator, List, Mapping, Optional, Protocol, Sequence

import numpy as np

from ..errors import Cancelled
from ..monitor import Monitor, check
from ..text import tr
from .aoi import AreaOfInterest
from .gdal_guard import block_cache
from .grid import Grid, Window
from .source import Pixels, RasterSource

QUEUE = 2  # items waiting between two stages: enough to overlap them, little enough to bound the memory
CACHE = 64 << 20
MOST_WORKERS = 8  # each holds a block and its results: without a limit a scene took 0.8 GB with 2 cores, and 1.4 GB with 32


class Stop:
    """Tells every stage to end. `on_set` registers what interrupts a long computation, such as a running inference."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._calls: List[Callable[[], None]] = []

    def on_set(self, call: Callable[[], None]) -> None:
        """Call `call`, from another thread, when the run shall end."""
        self._calls.append(call)

    def set(self) -> None:
        """End the run."""
        if not self._event.is_set():
            self._event.set()
            for call in self._calls:
                call()

    def is_set(self) -> bool:
        """Whether the run shall end."""
        return self._event.is_set()


class _Stopped(Exception):
    """Leaves a stage's thread once the run has ended elsewhere."""


_END = object()


def run(
    items: Sequence[Any],
    read: Callable[[Any], Any],
    compute: Callable[[Iterator[Any]], Iterable[Any]],
    write: Callable[[Any], None],
    *,
    monitor: Monitor,
    stop: Optional[Stop] = None,
    beside: Optional[Callable[[], None]] = None,
) -> None:
    """Read each item, compute on the stream of what was read, write each result; the three overlap on bounded queues.

    read: item -> block, in the first thread. compute: iterator of blocks -> a result for each, in the second: it may hold blocks
    back, as batches do. write: result -> None, in the third. The caller's thread reports progress ten times
    a second and asks whether to go on, so a cancelled run ends within a block. beside: what it does before that, while the
    first items are under way.
    Raises Cancelled, or the first error of any stage.
    """
    stop = stop or Stop()
    blocks: queue.Queue[Any] = queue.Queue(QUEUE)
    results: queue.Queue[Any] = queue.Queue(QUEUE)
    errors: List[BaseException] = []
    written = threading.Event()  # compute may end before its input does
    done = [0]

    def put(target: queue.Queue[Any], item: Any) -> None:
        while True:
            if stop.is_set() or written.is_set():
                raise _Stopped
            try:
                return target.put(item, timeout=0.1)
            except queue.Full:
                continue

    def stream(origin: queue.Queue[Any]) -> Iterator[Any]:
        while True:
            if stop.is_set():
                raise _Stopped
            try:
                item = origin.get(timeout=0.1)
            except queue.Empty:
                continue
            if item is _END:
                return
            yield item

    def reading() -> None:
        for item in items:
            put(blocks, read(item))
        put(blocks, _END)

    def computing() -> None:
        for result in compute(stream(blocks)):
            put(results, result)
        put(results, _END)

    def writing() -> None:
        for result in stream(results):
            write(result)
            done[0] += 1
        written.set()

    def guarded(stage: Callable[[], None]) -> Callable[[], None]:
        def body() -> None:
            try:
                if stage is not computing:
                    _give_way()
                stage()
            except _Stopped:
                pass
            except BaseException as error:
                if not stop.is_set():
                    errors.append(error)
                stop.set()

        return body

    threads = [threading.Thread(target=guarded(stage), daemon=True) for stage in (reading, computing, writing)]
    for thread in threads:
        thread.start()
    try:
        if beside is not None:
            beside()
        while threads[-1].is_alive():
            threads[-1].join(0.1)
            if not stop.is_set() and not monitor.progress(done[0], len(items)):
                stop.set()
                errors.insert(0, Cancelled(tr("The run was cancelled; nothing was written.")))
    except BaseException:
        stop.set()
        raise
    finally:
        for thread in threads:
            thread.join()
    if errors:
        error = errors[0]
        try:
            raise error
        finally:
            # Else the error, its traceback and this frame hold each other, and with them every raster of the run: files stay
            # open on Windows, and GDAL closes them a second time when QGIS has ended it.
            errors.clear()
            del error


def _give_way() -> None:
    """Lower this thread's priority: reading and writing are short, and while they hold a core all others wait in the model."""
    if sys.platform.startswith("linux"):  # elsewhere a thread has no priority of its own that this could lower
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 16)


@dataclass(frozen=True)
class Block:
    """What a kernel sees of one block.

    window: the block, without its halo, on the grid. halo: pixels added on each side (mirrored over the raster's edge).
    pixels: for each source, values (bands, rows, cols) and valid (rows, cols) of bool or None, with the halo.
    inside: (rows, cols) of bool of the area of interest, without the halo; None where all of the block is inside.
    """

    window: Window
    halo: int
    pixels: List[Pixels]
    inside: Optional[np.ndarray]

    def core(self, array: np.ndarray) -> np.ndarray:
        """`array`, (..., rows, cols) with the halo, without it."""
        if not self.halo:
            return array
        return array[..., self.halo : -self.halo, self.halo : -self.halo]


class Writer(Protocol):
    """Where results of blocks go: a `RasterOutput`, or something that sums them up."""

    def write(self, x: int, y: int, array: Any) -> None:
        """Take the result of the block at column x, row y."""


class Sum:
    """Adds up numbers, or arrays of them; an output of the pipeline."""

    def __init__(self) -> None:
        self.total: Any = 0.0

    def write(self, x: int, y: int, array: Any) -> None:
        """Add those of a block."""
        self.total = self.total + array


def tile_windows(area: Window, size: int) -> List[Window]:
    """Windows of at most `size` x `size` pixels that cover `area` once, row by row."""
    right, bottom = area.x + area.width, area.y + area.height
    return [
        Window(x, y, min(size, right - x), min(size, bottom - y))
        for y in range(area.y, bottom, size)
        for x in range(area.x, right, size)
    ]


def in_order(items: Iterator[Any], call: Callable[[Any], Any], threads: int) -> Iterator[Any]:
    """`call` of each item, several at once in threads, one after the other in the items' order."""
    with ThreadPoolExecutor(threads) as pool:
        waiting: deque = deque()
        try:
            for item in items:
                waiting.append(pool.submit(call, item))
                if len(waiting) > threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
            waiting.clear()
            future = None  # holds its error, whose traceback holds this frame


def map_blocks(
    sources: Sequence[RasterSource],
    kernel: Callable[[Block], Mapping[str, Any]],
    outputs: Mapping[str, Writer],
    *,
    monitor: Monitor,
    aoi: Optional[AreaOfInterest] = None,
    halo: int = 0,
    size: int = 512,
    workers: Optional[int] = None,
    cache: int = CACHE,
) -> None:
    """Run a kernel over all blocks of the sources' common grid and write what it returns, in the order of the blocks.

    kernel: Block -> {output name: (bands, rows, cols) or (rows, cols)}, without the halo, nodata already in it. It must
    depend on nothing but its block, so that blocks may run in parallel; a halo as wide as its window makes it seamless.
    outputs: for the grid of `aoi.window`, or for the whole grid where there is no area of interest. What is no raster, such as
    a sum over all blocks, is an output with a `write` of its own, and takes whatever the kernel returns for it.
    Several sources are read side by side, each by one thread at a time. cache: bytes of GDAL's block cache.
    """
    grid: Grid = sources[0].grid
    area = aoi.window if aoi else grid.whole
    threads = min(MOST_WORKERS, workers or max(1, (os.cpu_count() or 2) - 1))

    def read(window: Window) -> Block:
        wide = Window(window.x - halo, window.y - halo, window.width + 2 * halo, window.height + 2 * halo)
        inside = aoi.inside(window) if aoi else None
        return Block(window, halo, list(readers.map(lambda source: source.read_reflected(wide), sources)), inside)

    def compute(blocks: Iterator[Block]) -> Iterator[Any]:
        return in_order(blocks, lambda block: (block.window, kernel(block)), threads)

    def write(result: Any) -> None:
        window, arrays = result
        for name, array in arrays.items():
            if name in outputs:
                outputs[name].write(window.x - area.x, window.y - area.y, array)

    check(monitor, 0, 1)
    with block_cache(cache), ThreadPoolExecutor(min(len(sources), os.cpu_count() or 2)) as readers:
        run(tile_windows(area, size), read, compute, write, monitor=monitor)
