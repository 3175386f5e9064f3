"""Noise from hashed whole numbers: the same on every machine, for any window, without a state to carry along.

Only additions, multiplications and comparisons are made of it, so that what it decides is the same everywhere.
"""

from __future__ import annotations

import numpy as np


def _mix(value: np.ndarray) -> np.ndarray:
    """A well-mixed uint32 of each uint32 (the constants of Wellons's lowbias32, 2018)."""
    value = value ^ (value >> np.uint32(16))
    value = value * np.uint32(0x7FEB352D)
    value = value ^ (value >> np.uint32(15))
    value = value * np.uint32(0x846CA68B)
    return value ^ (value >> np.uint32(16))


def _key(seed: int, key: int) -> np.uint32:
    return _mix(np.array([(seed * 0x9E3779B1 + key * 0x85EBCA77 + 0x165667B1) & 0xFFFFFFFF], np.uint32))[0]


def uniform(seed: int, key: int, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
    """(rows, cols) of float32 from 0 to 1 (1 excluded), for whole numbers of any sign; key: which of many such fields."""
    row = _mix(np.asarray(rows).astype(np.int64).astype(np.uint32) ^ _key(seed, key))
    col = _mix(np.asarray(cols).astype(np.int64).astype(np.uint32) + np.uint32(0x27D4EB2F))
    mixed = _mix(row[:, None] ^ (col * np.uint32(0x9E3779B1))[None, :])
    return (mixed >> np.uint32(8)).astype(np.float32) * np.float32(2.0**-24)


def smooth(seed: int, key: int, y: np.ndarray, x: np.ndarray, spacing: float) -> np.ndarray:
    """(y, x) of float32 from -1 to 1 that change over `spacing`; y, x: positions in metres (value noise, Perlin 1985's fade)."""
    (iy, fy), (ix, fx) = _between(y, spacing), _between(x, spacing)
    nodes = uniform(seed, key, np.arange(iy[0], iy.max() + 2), np.arange(ix[0], ix.max() + 2)) * np.float32(2) - np.float32(1)
    iy, ix = iy - iy[0], ix - ix[0]
    lines = nodes[iy] + (nodes[iy + 1] - nodes[iy]) * fy[:, None]
    left = lines[:, ix]
    return left + (lines[:, ix + 1] - left) * fx[None, :]


def _between(position: np.ndarray, spacing: float) -> tuple:
    """The node before each position (ascending), and the share, faded, of the way to the next."""
    scaled = np.asarray(position, np.float64) / spacing
    node = np.floor(scaled)
    share = (scaled - node).astype(np.float32)
    return node.astype(np.int64), share * share * (3 - 2 * share)


def fractal(seed: int, key: int, y: np.ndarray, x: np.ndarray, spacing: float, octaves: int) -> np.ndarray:
    """Octaves of `smooth`, each at half the spacing and half the height of the one before; from about -1 to 1 (float32)."""
    total = smooth(seed, key, y, x, spacing)
    for octave in range(1, octaves):
        total += smooth(seed, key + 1000 * octave, y, x, spacing / 2**octave) * np.float32(0.5**octave)
    return total * np.float32(0.5 / (1 - 0.5**octaves))
