"""Every benchmark, one table after the other: `make bench`, or `make bench ARGS="--only seams --sizes 1500"`.

A module with benchmarks has TABLES: a name -> a function of the folder for its files and of the options, which prints a Table.
"""

from __future__ import annotations

import argparse
import platform
import tempfile

import accuracy
import alerts
import area
import burn
import clean
import composite
import coverage
import despeckle
import foreign
import forest
import onnxruntime
import segmentation
import tiles
from pantau.plugin.engine.segmentation.devices import cpu_threads

TABLES = {
    **segmentation.TABLES,
    **foreign.TABLES,
    **alerts.TABLES,
    **tiles.TABLES,
    **clean.TABLES,
    **forest.TABLES,
    **composite.TABLES,
    **accuracy.TABLES,
    **coverage.TABLES,
    **despeckle.TABLES,
    **burn.TABLES,
    **area.TABLES,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=TABLES, default=list(TABLES))
    parser.add_argument("--sizes", type=int, nargs="+", help="sides of the square scenes, in px")
    parser.add_argument("--rounds", type=int, default=3, help="repetitions of the timing")
    options = parser.parse_args()
    print(f"{platform.machine()}, {cpu_threads()} thread(s) on the CPU, onnxruntime {onnxruntime.__version__}")
    for name in options.only:
        with tempfile.TemporaryDirectory() as folder:
            TABLES[name](folder, options)


if __name__ == "__main__":
    main()
