"""Maps whose every error is known, samples of them, and how often an interval from a sample holds the truth.

The tests look at some of these, benchmarks/coverage.py at all.
"""

from typing import Dict, Iterable, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
from pantau.plugin.engine.accuracy.assessment import AREA, BY_CLASS, BY_STRATUM, COUNT, SIMPLE, Metric
from pantau.plugin.engine.accuracy.figures import region_figures
from pantau.plugin.engine.accuracy.matrix import measures

FIGURES = ("overall", "users", "producers", "area_proportion")
TABLED = {  # what `Metric` calls them: (scope, metric)
    "overall, counts": (COUNT, "overall_accuracy"),
    "kappa, counts": (COUNT, "kappa"),
    "users, counts": (COUNT, "users_accuracy"),
    "producers, counts": (COUNT, "producers_accuracy"),
    "overall": (AREA, "overall_accuracy"),
    "users": (AREA, "users_accuracy"),
    "producers": (AREA, "producers_accuracy"),
    "area_proportion": (AREA, "area_proportion"),
}

# Pixels, rows = map class, columns = reference class; a million each.
ORDINARY = np.array(  # user's accuracies .90 .82 .86 .90, classes of 40 30 20 10 % of the map
    [
        [360_000, 24_000, 8_000, 8_000],
        [30_000, 246_000, 21_000, 3_000],
        [6_000, 20_000, 172_000, 2_000],
        [3_000, 4_000, 3_000, 90_000],
    ]
)
ACCURATE = np.array(  # all user's accuracies .99
    [[396_000, 2_000, 1_000, 1_000], [1_500, 297_000, 1_000, 500], [1_000, 500, 198_000, 500], [400, 300, 300, 99_000]]
)
RARE = np.array(  # the first class is 1 % of the map, and three tenths of it were mapped as the second, which is 69 % of the map
    [[9_000, 600, 400], [3_000, 650_000, 37_000], [1_000, 24_000, 275_000]]
)


class Study(NamedTuple):
    """cells: (h, k, k) pixels of the strata. samples: how many in each. design: as Pantau calls it. rare: place of a class to report apart."""

    map: str
    title: str
    cells: np.ndarray
    samples: Sequence[int]
    design: str
    rare: Optional[int] = None


def by_class(cells: np.ndarray) -> np.ndarray:
    """(k, k, k): the map classes as strata."""
    return cells[:, None, :] * np.eye(len(cells), dtype=np.int64)[:, :, None]


def districts(cells: np.ndarray, shares: Sequence[Sequence[float]]) -> np.ndarray:
    """(h, k, k): strata that hold these shares of each map class, (k, h)."""
    return np.stack([np.round(cells * np.array(share)[:, None]).astype(np.int64) for share in zip(*shares)])


def ten(cells: np.ndarray) -> np.ndarray:
    """(10, k, k): ten strata of about a tenth of the map each, with classes and errors in other shares."""
    shares = np.random.default_rng(1).dirichlet(np.full(10, 8.0), cells.shape)
    return np.round(cells * shares.transpose(2, 0, 1)).astype(np.int64)


# A buffer of 5 % of the map, with 94 % of what is mapped as the rare class, and the rest.
BUFFER = np.array([[8_500, 550, 350], [1_500, 20_000, 2_000], [500, 1_000, 15_600]])
THREE = [[0.7, 0.25, 0.05], [0.2, 0.3, 0.5], [0.1, 0.6, 0.3], [0.4, 0.4, 0.2]]
STUDIES = {
    "simple500": Study("ordinary", "simple random, 500", ORDINARY[None], [500], SIMPLE),
    "simple1000": Study("ordinary", "simple random, 1000", ORDINARY[None], [1000], SIMPLE),
    "class50": Study("ordinary", "by class, 50 each", by_class(ORDINARY), [50] * 4, BY_CLASS),
    "class100": Study("ordinary", "by class, 100 each", by_class(ORDINARY), [100] * 4, BY_CLASS),
    "class500": Study("ordinary", "by class, 500 in proportion", by_class(ORDINARY), [200, 150, 100, 50], BY_CLASS),
    "class1000": Study("ordinary", "by class, 1000 in proportion", by_class(ORDINARY), [400, 300, 200, 100], BY_CLASS),
    "strata150": Study("ordinary", "3 districts, 150 each", districts(ORDINARY, THREE), [150] * 3, BY_STRATUM),
    "strata300": Study("ordinary", "3 districts, 300 each", districts(ORDINARY, THREE), [300] * 3, BY_STRATUM),
    "ten20": Study("ordinary", "10 districts, 20 each", ten(ORDINARY), [20] * 10, BY_STRATUM),
    "ten50": Study("ordinary", "10 districts, 50 each", ten(ORDINARY), [50] * 10, BY_STRATUM),
    "accurate_simple500": Study("accurate", "simple random, 500", ACCURATE[None], [500], SIMPLE),
    "accurate50": Study("accurate", "by class, 50 each", by_class(ACCURATE), [50] * 4, BY_CLASS),
    "accurate100": Study("accurate", "by class, 100 each", by_class(ACCURATE), [100] * 4, BY_CLASS),
    "accurate_strata150": Study("accurate", "3 districts, 150 each", districts(ACCURATE, THREE), [150] * 3, BY_STRATUM),
    "rare_simple500": Study("rare class", "simple random, 500", RARE[None], [500], SIMPLE, 0),
    "rare50": Study("rare class", "by class, 50 each", by_class(RARE), [50] * 3, BY_CLASS, 0),
    "rare100": Study("rare class", "by class, 100 each", by_class(RARE), [100] * 3, BY_CLASS, 0),
    "rare650": Study("rare class", "by class, 50 + 400 + 200", by_class(RARE), [50, 400, 200], BY_CLASS, 0),
    "rare_buffer": Study("rare class", "buffer 200, rest 300", np.stack([BUFFER, RARE - BUFFER]), [200, 300], BY_STRATUM, 0),
    "rare_strata200": Study("rare class", "3 districts, 200 each", districts(RARE, THREE[:3]), [200] * 3, BY_STRATUM, 0),
}


class Coverage(NamedTuple):
    """Shares of the samples in which the figure has a value, (q,) each.

    textbook, score: whose interval (low to high, score_low to score_high of `Metric`) holds the truth; no interval holds nothing, and
    score is nan for counts, which have none. flagged: which are marked as doubtful. quoted: whose `Metric.limits` hold it.
    """

    textbook: np.ndarray
    score: np.ndarray
    flagged: np.ndarray
    quoted: np.ndarray


def draws(cells: np.ndarray, samples: Sequence[int], times: int, seed: int = 0) -> np.ndarray:
    """(times, h, k, k): samples without replacement from each stratum of a population of (h, k, k) pixels."""
    rng = np.random.default_rng(seed)
    drawn = [
        rng.multivariate_hypergeometric(stratum.ravel(), n, size=times, method="marginals") for stratum, n in zip(cells, samples)
    ]
    return np.stack(drawn, axis=1).reshape(times, *cells.shape)


def truth(cells: np.ndarray) -> Dict[str, np.ndarray]:
    """The figures of the whole map, (q,) each."""
    whole = cells.sum(axis=0)
    right, total = whole.diagonal(), whole.sum()
    values = (right.sum(keepdims=True) / total, right / whole.sum(axis=1), right / whole.sum(axis=0), whole.sum(axis=0) / total)
    return dict(zip(FIGURES, values))


def spread_out(counts: np.ndarray) -> np.ndarray:
    """(3, n): stratum, map class and reference class of each sample of (h, k, k) counts."""
    return np.repeat(np.indices(counts.shape).reshape(3, -1), counts.ravel(), axis=1)


def coverage(study: Study, times: int = 2000, seed: int = 0) -> Dict[str, Coverage]:
    """What repeated samples show, at 95 %, by the names of TABLED."""
    drawn = (spread_out(counts) for counts in draws(study.cells, study.samples, times, seed))
    return _covered(study.cells, study.design, ((*samples, None) for samples in drawn))


def _covered(cells: np.ndarray, design: str, samples: Iterable[Sequence[Optional[np.ndarray]]]) -> Dict[str, Coverage]:
    """cells: of the map. samples: of each draw the strata, map classes, reference classes and groups. As Pantau prints their figures."""
    mapped = cells.sum(axis=(0, 2))
    sizes = cells.sum(axis=(1, 2)) if design == BY_STRATUM else mapped
    of_map, outcomes = {**truth(cells), "kappa": np.array([measures(cells.sum(axis=0)).kappa])}, []
    for strata, classes, reference, groups in samples:
        *_, metrics = region_figures(
            None, range(len(mapped)), classes, reference, strata, groups, sizes, mapped, design=design, pixels=True
        )
        outcomes.append({name: _outcome(metrics, *key, of_map[name.split(",")[0]]) for name, key in TABLED.items()})
    shares = {name: _share(np.array([one[name] for one in outcomes])) for name in TABLED}
    return {name: one for name, one in shares.items() if one.textbook.any()}  # some have no interval in some designs


def _outcome(metrics: Sequence[Metric], scope: str, name: str, expected: np.ndarray) -> List[Tuple[bool, ...]]:
    """(q, 5): whether it has a value, whether textbook, score and quoted interval hold the truth, whether it is flagged."""

    def holds(low: Optional[float], high: Optional[float], true: float) -> bool:
        return low is not None and high is not None and low <= true <= high

    return [
        (
            one.value is not None,
            holds(one.low, one.high, true),
            holds(one.score_low, one.score_high, true),
            holds(*one.limits, true),
            one.doubtful,
        )
        for one, true in zip((one for one in metrics if (one.scope, one.metric) == (scope, name)), expected.tolist())
    ]


def _share(outcomes: np.ndarray) -> Coverage:
    """Of (times, q, 5)."""
    known, *columns = outcomes.transpose(2, 0, 1)
    textbook, score, quoted, flagged = ((known & one).sum(axis=0) / np.maximum(known.sum(axis=0), 1) for one in columns)
    return Coverage(textbook, score if score.any() else np.full(score.shape, np.nan), flagged, quoted)


# -- samples in clusters


def polygons(count: int = 5_000, size: int = 12, seed: int = 2) -> np.ndarray:
    """(count, size, 2) map and reference classes (0 to 2) of the pixels of polygons, in which errors come together."""
    rng = np.random.default_rng(seed)
    mapped = np.where(rng.random((count, size)) < 0.8, rng.choice(3, (count, 1), p=[0.5, 0.35, 0.15]), rng.choice(3, (count, size)))
    right = rng.random((count, size)) < rng.beta(4, 0.8, (count, 1))  # .83; within a polygon errors correlate by 1 / 5.8
    other = (mapped + rng.choice([1, 2], (count, 1))) % 3
    return np.stack([mapped, np.where(right, mapped, other)], axis=-1)


def cluster_coverage(drawn: int, by_cluster: bool, times: int = 2000, seed: int = 0) -> Dict[str, Coverage]:
    """Of simple random samples of the polygons; by_cluster: whether the errors are those of polygons, or of pixels as if apart."""
    population = polygons()
    cells = np.zeros((1, 3, 3), np.int64)
    np.add.at(cells[0], tuple(population.reshape(-1, 2).T), 1)
    rng = np.random.default_rng(seed)
    groups = np.repeat(np.arange(drawn), population.shape[1]) if by_cluster else None
    samples = (population[rng.choice(len(population), drawn, replace=False)].reshape(-1, 2).T for _ in range(times))
    return _covered(cells, SIMPLE, ((None, *classes, groups) for classes in samples))
