"""How often 95 % intervals hold the truth: samples drawn again and again from maps that are known exactly (see tests/known_maps.py)."""

from __future__ import annotations

import argparse
import sys
from typing import List

import numpy as np
from common import ROOT, Table

sys.path.insert(0, str(ROOT / "tests"))

from known_maps import STUDIES, cluster_coverage  # noqa: E402
from known_maps import coverage as coverage_of  # noqa: E402

NAMES = {"users": "user's", "producers": "producer's", "area_proportion": "area"}


def coverage(folder: str, options: argparse.Namespace) -> None:
    table = Table(
        "Coverage",
        "Of 2000 samples, the percentage whose 95 % interval holds the truth: the usual one (value +- z se; of counts Wilson's), the better one, "
        "and what the report tells the reader to quote, which is the better one where a figure is doubtful, else the usual one. Doubtful: the "
        "percentage of samples in which it is marked so. From the lowest to the highest of the classes.",
        "map", "sample", "figure", "usual", "better", "doubtful", "to quote",
    )  # fmt: skip
    for study in STUDIES.values():
        for name, found in coverage_of(study).items():
            rare = np.arange(len(found.textbook)) == (None if len(found.textbook) == 1 else study.rare)
            for where, which in ((~rare, ""), (rare, ", rare class")):
                if where.any():
                    columns = (found.textbook, found.score, found.flagged, found.quoted)
                    table.row(study.map, study.title, _title(name) + which, *_ranges(*(column[where] for column in columns)))
    table = Table(
        "Coverage with clusters",
        "The same of simple random samples of polygons of 12 pixels, in which errors come together (intraclass correlation .17): the usual "
        "interval as if each pixel were drawn apart, and what comes from the totals of the polygons (usual: Student's t).",
        "polygons", "figure", "pixels apart", "usual", "better", "doubtful", "to quote",
    )  # fmt: skip
    for drawn in (15, 30, 60, 120):
        apart = cluster_coverage(drawn, by_cluster=False)
        for name, found in cluster_coverage(drawn, by_cluster=True).items():
            table.row(
                str(drawn), _title(name), _range(apart[name].textbook), *_ranges(found.textbook, found.score, found.flagged, found.quoted)
            )  # fmt: skip


def _title(name: str) -> str:
    figure, *scope = name.split(", ")
    return ", ".join([NAMES.get(figure, figure), *scope])


def _ranges(textbook: np.ndarray, score: np.ndarray, flagged: np.ndarray, quoted: np.ndarray) -> List[str]:
    """Counts have one interval, and no mark."""
    columns = (textbook, score, flagged, quoted)
    return [_range(column) if one in (0, 3) or not np.isnan(score).all() else "" for one, column in enumerate(columns)]


def _range(shares: np.ndarray) -> str:
    ends = [f"{100 * share:.1f}" for share in (shares.min(), shares.max())]
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)


TABLES = {"coverage": coverage}
