"""Pixels through a random forest: compiled by numba where it is there, by onnxruntime elsewhere, with the same answer.

The fast way keeps a tree in the processor's nearest cache while a thousand pixels walk it, eight at a time: while one waits for
its next node, seven others go on. A node is one 64-bit word, and no step has a branch that the processor could guess wrong.
"""

from __future__ import annotations

from functools import cache
from typing import Callable, NamedTuple, Optional, Tuple, Union

import numpy as np

from ..errors import MissingPackage, PantauError
from ..packages import need
from ..segmentation.devices import first_line
from ..text import tr
from .forest import INPUT, OUTPUT, Forest, ForestModel

LANES = 8  # pixels in flight: as many as the registers hold
CHUNK = 1024  # pixels a tree is walked for before the next tree: they and their sums stay in the cache
FEW = 250_000  # pixels that onnxruntime has classified before numba is ready

# A node, from the highest bit: 32 of the threshold's key, 19 of the left child's place in the tree (the right one follows it), 13 of
# the band times LANES. A leaf has the highest key, so that no pixel is above it, and itself as child.
CHILD_BITS, BAND_BITS = 19, 13
LEAF = 0xFFFFFFFF


class Packed(NamedTuple):
    """A forest for the fast walk.

    nodes: (nodes,) uint64. roots: (trees + 1,) int64, where each tree begins and the last one ends. payload: (nodes,) int32, a leaf's
    class where it has but one, else -1 - its row of `mixed`. mixed: (leaves, classes) float32, shares.
    """

    nodes: np.ndarray
    roots: np.ndarray
    payload: np.ndarray
    mixed: np.ndarray


class Answer(NamedTuple):
    """column: (pixels,) int32, the class with the largest share, the first of several. share: (pixels,) float32, its share.
    shares: (classes, pixels) float32, or None where they were not asked for."""

    column: np.ndarray
    share: np.ndarray
    shares: Optional[np.ndarray]


def keys(values: np.ndarray) -> np.ndarray:
    """uint32 that are in the same order as float32, none of which is NaN."""
    bits = (values + np.float32(0)).view(np.uint32)  # -0 becomes 0
    return np.where(bits >> 31, ~bits, bits | np.uint32(1 << 31))


def pack(forest: Forest) -> Optional[Packed]:
    """The forest for the fast walk; None where a tree or the number of bands is too large for it."""
    bounds = np.append(forest.roots, len(forest.feature)).astype(np.int64)
    if np.diff(bounds).max() > 1 << CHILD_BITS or (int(forest.feature.max()) + 1) * LANES > 1 << BAND_BITS:
        return None
    # Breadth first: brothers side by side, and what all pixels see together.
    order = np.concatenate([_breadth_first(forest, root) for root in forest.roots])
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    place -= np.repeat(bounds[:-1], np.diff(bounds))
    leaf = forest.feature[order] < 0
    child = place[np.where(leaf, order, forest.left[order])].astype(np.uint64)
    threshold = np.where(leaf, np.uint32(LEAF), keys(forest.threshold[order])).astype(np.uint64)
    band = np.where(leaf, 0, forest.feature[order] * LANES).astype(np.uint64)
    shares = forest.shares[order]
    column = shares.argmax(axis=1)
    pure = (np.count_nonzero(shares, axis=1) == 1) & (shares[np.arange(len(order)), column] == 1)
    mixed = np.flatnonzero(leaf & ~pure)
    payload = np.where(leaf & pure, column, 0)
    payload[mixed] = -1 - np.arange(len(mixed))
    nodes = threshold << np.uint64(32) | child << np.uint64(BAND_BITS) | band
    return Packed(nodes, bounds, payload.astype(np.int32), np.ascontiguousarray(shares[mixed]))


def _breadth_first(forest: Forest, root: int) -> np.ndarray:
    level, levels = np.array([root]), []
    while len(level):
        levels.append(level)
        inner = level[forest.feature[level] >= 0]
        level = np.column_stack([forest.left[inner], forest.right[inner]]).ravel()
    return np.concatenate(levels)


@cache
def compiled_walk() -> Callable[..., None]:
    """The walk as machine code: about a second, once a process. Raises whatever numba does where it cannot work here.

    walk(nodes, roots, payload, mixed, bits, column, share, shares): the first four as in `Packed`; bits: (bands, pixels) uint32,
    the pixels' float32 as they are stored; the others are filled as in `Answer`, shares only where it has pixels. Holds no lock, so
    that threads run side by side. It is not kept on disk: numba keeps compiled code as Python objects, which Pantau never reads from a file.
    """
    numba = need("numba", "numba")
    u32, u64 = np.uint32, np.uint64
    # Unsigned throughout: for a signed index numba adds a test for places counted from the end.
    low, places, high, to_child, to_key, sign = (
        u64(LEAF), u64((1 << BAND_BITS) - 1), u64(LEAF), u64(BAND_BITS), u64(32), u32(1 << 31),
    )  # fmt: skip

    def walk(nodes, roots, payload, mixed, bits, column, share, shares):  # type: ignore[no-untyped-def]
        bands, pixels = bits.shape
        classes, trees = mixed.shape[1], np.float32(len(roots) - 1)
        groups = (min(pixels, CHUNK) + LANES - 1) // LANES
        x = np.zeros((groups, bands * LANES), u32)
        sums = np.empty((groups * LANES, classes), np.float32)
        at = np.zeros(LANES, u64)
        for first in range(0, pixels, CHUNK):
            count = min(CHUNK, pixels - first)
            groups = (count + LANES - 1) // LANES
            for band in range(bands):
                for i in range(count):
                    raw = bits[band, first + i]
                    if raw & u32(0x7FFFFFFF) > u32(0x7F800000):
                        raw = u32(LEAF)  # NaN is <= nothing, so it goes right
                    elif raw & u32(0x7FFFFFFF) == u32(0):
                        raw = sign  # -0 is 0
                    elif raw & sign:
                        raw = ~raw
                    else:
                        raw = raw | sign
                    x[i // LANES, band * LANES + i % LANES] = raw
            sums[:] = 0
            for tree in range(len(roots) - 1):
                here = nodes[roots[tree] : roots[tree + 1]]
                held = payload[roots[tree] : roots[tree + 1]]
                for group in range(groups):
                    pixel = x[group]
                    for k in range(LANES):
                        at[k] = u64(0)
                    arrived = u64(0)
                    while arrived >> to_key != high:  # all are at leaves: looked at in every third step
                        for _ in range(2):
                            for k in range(LANES):
                                node = here[at[k]]
                                at[k] = ((node & low) >> to_child) + u64(u64(pixel[(node & places) + u64(k)]) > node >> to_key)
                        arrived = u64(0xFFFFFFFFFFFFFFFF)
                        for k in range(LANES):
                            node = here[at[k]]
                            at[k] = ((node & low) >> to_child) + u64(u64(pixel[(node & places) + u64(k)]) > node >> to_key)
                            arrived &= node
                    for k in range(LANES):
                        i, leaf = group * LANES + k, held[at[k]]
                        if leaf >= 0:
                            sums[i, leaf] += np.float32(1)
                        else:
                            for c in range(classes):
                                sums[i, c] += mixed[-1 - leaf, c]
            for i in range(count):
                best = 0
                for c in range(1, classes):
                    if sums[i, c] > sums[i, best]:
                        best = c
                column[first + i] = best
                share[first + i] = sums[i, best] / trees
            if shares.shape[1]:
                for c in range(classes):
                    for i in range(count):
                        shares[c, first + i] = sums[i, c] / trees

    # The types are named, so that it is compiled now, and once.
    signature = (
        "void(uint64[::1], int64[::1], int32[::1], float32[:, ::1], uint32[:, ::1], int32[::1], float32[::1], float32[:, ::1])"
    )
    return numba.njit(signature, nogil=True)(walk)


class FastWalk:
    """The compiled walk of a forest. engine: its name, for the log."""

    engine = "numba"

    def __init__(self, packed: Packed) -> None:
        """Raises whatever numba does where it cannot work here."""
        self._packed, self._walk = packed, compiled_walk()

    def __call__(self, pixels: np.ndarray, shares: bool = False) -> Answer:
        """Classify (bands, pixels) of float32, from several threads if need be. shares: whether to give those of all classes."""
        count, classes = pixels.shape[1], self._packed.mixed.shape[1]
        answer = Answer(
            np.empty(count, np.int32), np.empty(count, np.float32), np.empty((classes, count if shares else 0), np.float32)
        )
        bits = np.ascontiguousarray(pixels, np.float32).view(np.uint32)
        self._walk(*self._packed, bits, *answer)
        return answer if shares else answer._replace(shares=None)


class SlowWalk:
    """onnxruntime on the model's own graph. engine: its name, for the log."""

    engine = "onnxruntime"

    def __init__(self, model: ForestModel) -> None:
        self._session = model.session
        self._codes = np.array([entry.code for entry in model.legend])
        self._at_once = max(1024, (1 << 22) // len(self._codes))  # 16 MB of shares

    def __call__(self, pixels: np.ndarray, shares: bool = False) -> Answer:
        """As FastWalk's."""
        count, classes = pixels.shape[1], len(self._codes)
        answer = Answer(
            np.empty(count, np.int32), np.empty(count, np.float32), np.empty((classes, count), np.float32) if shares else None
        )
        for first in range(0, count, self._at_once):
            part = slice(first, first + self._at_once)
            feed = {INPUT: np.ascontiguousarray(pixels[:, part].T, np.float32)}
            labels, found = self._session.run(["label", OUTPUT], feed)
            answer.column[part] = np.searchsorted(self._codes, labels)
            answer.share[part] = found.max(axis=1)
            if answer.shares is not None:
                answer.shares[:, part] = found.T
        return answer


Walk = Union[FastWalk, SlowWalk]


def choose_walk(model: ForestModel, pixels: int) -> Tuple[Walk, str]:
    """The walk to take for so many pixels, and why it is not the fast one; empty where it is.

    Raises PantauError: a file whose trees are damaged.
    """
    try:
        forest = model.forest  # read, and so checked where onnx is there, also if onnxruntime walks it, which trusts the file
        if pixels < FEW:
            return SlowWalk(model), tr("so few pixels are not worth compiling for")
        need("numba", "numba")
        packed = pack(forest)
        if packed is None:
            return SlowWalk(model), tr("its trees are too large for the fast walk")
        return FastWalk(packed), ""
    except MissingPackage as error:
        return SlowWalk(model), tr("the package {package}, which would make it faster, is not installed").format(
            package=error.package
        )
    except PantauError:
        raise
    except Exception as error:  # numba that does not fit this numpy or this processor has errors of many kinds
        return SlowWalk(model), tr("numba does not work here: {reason}").format(reason=first_line(error))
