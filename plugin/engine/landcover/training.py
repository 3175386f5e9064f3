"""Growing a random forest and judging it: out of bag, and by cross-validation in which samples of one group stay together."""

from __future__ import annotations

import hashlib
import json
import os
import time
import warnings
from dataclasses import asdict, dataclass, replace
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ..accuracy.matrix import CountMeasures, count_measures, error_matrix
from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..packages import need
from ..raster.pipeline import in_order
from ..text import number, tr
from ..version import VERSION
from .forest import Forest, forest_card, from_estimators
from .samples import Samples

FEW = 30  # samples: a class with fewer is named
SHOWN = 5  # pairs of classes that share pixels, named at most
REPEATS = 3  # times that each band is shuffled in each fold
SHUFFLED = 5_000  # samples of a fold that are predicted again for each band, at most
AT_ONCE = 1 << 16  # samples that one tree predicts together


@dataclass(frozen=True)
class Settings:
    """How to grow and judge a forest. None: the default.

    features_per_split: bands tried at each split; None: the root of their number, rounded down. sample_share: of the samples, that
    each tree sees. replacement: whether a tree may see a sample twice. balance: weight the classes of each tree's samples equally.
    """

    trees: int = 50
    features_per_split: Optional[int] = None
    min_leaf: int = 1
    max_depth: Optional[int] = None
    sample_share: float = 1.0
    replacement: bool = True
    balance: bool = False
    folds: int = 5
    seed: int = 0


def earth_engine(settings: Settings) -> Settings:
    """Earth Engine's smileRandomForest: half the samples a tree, each once; the root of the bands; leaves of one sample."""
    return Settings(trees=settings.trees, sample_share=0.5, replacement=False, folds=settings.folds, seed=settings.seed)


def check_settings(settings: Settings) -> None:
    """Raise PantauError where a number is out of its range; how many bands there are is asked later."""
    for name, value, low, high in (
        ("TREES", settings.trees, 1, 10_000), ("FEATURES_PER_SPLIT", settings.features_per_split, 1, 10_000),
        ("MIN_LEAF", settings.min_leaf, 1, 1_000_000), ("MAX_DEPTH", settings.max_depth, 1, 1_000), ("FOLDS", settings.folds, 2, 100),
        ("SEED", settings.seed, 0, 2**31 - 1),
    ):  # fmt: skip
        if value is not None and not low <= value <= high:
            raise PantauError(
                tr("{name} is {value}: give a number from {low} to {high}.").format(name=name, value=value, low=low, high=high)
            )
    if not 0 < settings.sample_share <= 1:
        raise PantauError(tr("SAMPLE_SHARE is {value:g}: give more than 0, and 1 at most.").format(value=settings.sample_share))


class Estimate(NamedTuple):
    """What predictions of known samples say. matrix: (classes, classes) counts, rows = predicted, columns = known."""

    matrix: np.ndarray
    measures: CountMeasures


@dataclass(frozen=True)
class CrossValidation:
    """Each sample predicted by a forest of the other folds. folds: how many there are. accuracies: of each, 0 to 1."""

    estimate: Estimate
    folds: int
    accuracies: List[float]


class Importance(NamedTuple):
    """Of a band. impurity: mean decrease of Gini impurity, all bands sum to 1. permutation: loss of accuracy when the band is shuffled
    in held-out samples, mean and standard deviation over folds and repeats; None without cross-validation."""

    band: str
    impurity: float
    permutation: Optional[float]
    permutation_std: Optional[float]


@dataclass(frozen=True)
class Trained:
    """A forest and what is known of it. out_of_bag: None where no sample is out of the bag. remarks: sentences for the user."""

    samples: Samples
    settings: Settings
    forest: Forest
    out_of_bag: Optional[Estimate]
    cross_validation: Optional[CrossValidation]
    importance: List[Importance]
    remarks: List[str]
    sha256: str

    def card(self, name: str) -> Dict[str, Any]:
        """The model's card."""
        samples, validated = self.samples, self.cross_validation
        evaluation: Dict[str, Any] = {"oob_accuracy": None, "cv_accuracy": None, "matrix_rows": "predicted"}
        if self.out_of_bag is not None:
            evaluation.update(oob_accuracy=self.out_of_bag.measures.overall, oob_matrix=self.out_of_bag.matrix.tolist())
        if validated is not None:
            evaluation.update(
                cv_accuracy=validated.estimate.measures.overall, cv_matrix=validated.estimate.matrix.tolist(),
                cv_folds=validated.folds, cv_fold_accuracies=validated.accuracies,
            )  # fmt: skip
        evaluation["importance"] = [one._asdict() for one in self.importance]
        training = {
            "settings": asdict(self.settings),
            "samples": {str(one.entry.code): one.samples for one in samples.counts},
            "groups": {str(one.entry.code): one.groups for one in samples.counts},
            "raster": samples.raster,
            "layer": samples.layer,
            "hash": self.sha256,
            "software": {"pantau": VERSION, "scikit-learn": need("sklearn", "scikit-learn").__version__, "numpy": np.__version__},
        }
        return forest_card(
            name=name, bands=samples.bands, scaling=samples.scaling,
            ranges=np.percentile(samples.values, [1, 99], axis=0).T.tolist(), legend=samples.legend, nodata=samples.nodata, training=training,
            evaluation=evaluation,
        )  # fmt: skip


def train_forest(samples: Samples, settings: Settings, monitor: Monitor) -> Trained:
    """Grow a forest on all samples, and others on parts of them to judge it by what they have not seen.

    Raises PantauError: more bands to a split than there are; MissingPackage.
    """
    check_settings(settings)
    bands = samples.values.shape[1]
    if settings.features_per_split is not None and settings.features_per_split > bands:
        raise PantauError(
            tr("FEATURES_PER_SPLIT is {value}, and {raster} has {bands} bands: give that many at most.").format(
                value=settings.features_per_split, raster=samples.raster, bands=bands
            )
        )
    settings = replace(settings, features_per_split=settings.features_per_split or max(1, int(np.sqrt(bands))))
    remarks = _remarks(samples)
    folds = _folds(samples, settings, remarks)
    for sentence in remarks:
        monitor.warn(sentence)
    own = 1 / (1 + len(folds))
    started = time.monotonic()
    grown = grow(samples.values, samples.columns, settings, Share(monitor, 0.0, own))
    monitor.log(
        tr("{trees} trees grown on {count} samples of {bands} bands in {seconds} s.").format(
            trees=settings.trees, count=number(len(samples.values), 0), bands=bands, seconds=number(time.monotonic() - started, 1)
        )
    )
    classes = len(samples.legend.entries)
    out_of_bag = None
    if grown.out_of_bag is not None:
        seen = grown.out_of_bag.sum(axis=1) > 0
        if seen.any():
            out_of_bag = _estimate(grown.out_of_bag[seen].argmax(axis=1), samples.columns[seen], classes)
    validated, drops = _cross_validate(samples, settings, folds, Share(monitor, own, 1.0)) if folds else (None, None)
    impurity = _impurity(grown.trees, bands)
    importance = [
        Importance(
            band.name or tr("Band {number}").format(number=place + 1), float(impurity[place]),
            None if drops is None else float(drops[:, place].mean()), None if drops is None else float(drops[:, place].std()),
        )
        for place, band in enumerate(samples.bands)
    ]  # fmt: skip
    return Trained(
        samples, settings, from_estimators(grown.trees, classes), out_of_bag, validated, importance, remarks,
        _fingerprint(samples, settings),
    )  # fmt: skip


def _remarks(samples: Samples) -> List[str]:
    """What the user should know of the samples."""
    sentences = []
    lost = [count.entry.label() for count in samples.counts if not count.samples]
    if lost:
        sentences.append(tr("Without a sample on the raster, and so not in the model: {names}.").format(names=", ".join(lost)))
    few = [f"{count.entry.label()} ({count.samples})" for count in samples.counts if 0 < count.samples < FEW]
    if few:
        sentences.append(
            tr("Fewer than {few} samples, too few to learn from or to judge by: {names}.").format(few=FEW, names=", ".join(few))
        )
    if samples.conflicts:
        pairs = sorted(samples.conflicts.items(), key=lambda item: -item[1])
        shown = ", ".join(f"{one} / {other} ({number(pixels, 0)})" for (one, other), pixels in pairs[:SHOWN])
        sentences.append(
            tr("Pixels in features of two classes, used for neither: {amount}; of these {pairs}.").format(
                amount=number(sum(samples.conflicts.values()), 0), pairs=shown + (", ..." if len(pairs) > SHOWN else "")
            )
        )
    for amount, sentence in (
        (samples.no_class, tr("Features without a class, not used: {amount}.")),
        (samples.no_shape, tr("Features with neither points nor polygons, not used: {amount}.")),
        (samples.dropped("outside"), tr("Features outside the raster, not used: {amount}.")),
        (samples.dropped("nodata") - samples.undeclared, tr("Pixels of samples without data, not used: {amount}.")),
        (
            samples.undeclared,
            tr(
                "Pixels of samples that hold 0, or the largest number of the type, in all bands, not used: {amount}. Nothing in the raster "
                "declares what is no data: declare it (Raster > Conversion > Translate)."
            ),
        ),
        (samples.dropped("small"), tr("Polygons that hold no pixel centre, each used with the pixel under its middle: {amount}.")),
    ):
        if amount:
            sentences.append(sentence.format(amount=number(amount, 0)))
    return sentences


# -- growing


class Grown(NamedTuple):
    """trees: fitted, their `classes_` are columns. out_of_bag: (n, classes) sums of votes of trees that have not seen the sample."""

    trees: List[Any]
    out_of_bag: Optional[np.ndarray]


def grow(values: np.ndarray, columns: np.ndarray, settings: Settings, monitor: Monitor, out_of_bag: bool = True) -> Grown:
    """A forest on (n, bands) float32 samples of the classes `columns`, (n,) of 0 .. k - 1, each of which must occur.

    With replacement it is scikit-learn's RandomForestClassifier. That one cannot draw without: then bagged trees (Breiman 1996) of
    its DecisionTreeClassifier, with an out-of-bag estimate of our own.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of few trees, and of growing a forest in steps
        return (_with_replacement if settings.replacement else _without_replacement)(values, columns, settings, monitor, out_of_bag)


def _with_replacement(
    values: np.ndarray, columns: np.ndarray, settings: Settings, monitor: Monitor, out_of_bag: bool
) -> Grown:  # fmt: skip
    forest = need("sklearn.ensemble", "scikit-learn").RandomForestClassifier(
        max_features=settings.features_per_split, min_samples_leaf=settings.min_leaf, max_depth=settings.max_depth,
        max_samples=None if settings.sample_share == 1 else settings.sample_share, random_state=settings.seed, n_jobs=-1,
        class_weight="balanced_subsample" if settings.balance else None, warm_start=True,
    )  # fmt: skip
    step = max(10, os.cpu_count() or 1)  # the result is the same as of one step
    for done in range(0, settings.trees, step):
        check(monitor, done, settings.trees)
        count = min(settings.trees, done + step)
        forest.set_params(n_estimators=count, oob_score=out_of_bag and count == settings.trees).fit(values, columns)
    return Grown(list(forest.estimators_), np.nan_to_num(forest.oob_decision_function_) if out_of_bag else None)


def _without_replacement(
    values: np.ndarray, columns: np.ndarray, settings: Settings, monitor: Monitor, out_of_bag: bool
) -> Grown:  # fmt: skip
    # Not BaggingClassifier: it starts processes, and on Windows each of them would be a QGIS.
    new_tree = need("sklearn.tree", "scikit-learn").DecisionTreeClassifier
    count = max(1, int(settings.sample_share * len(values)))
    seeds = np.random.default_rng(settings.seed).integers(0, 2**31 - 1, settings.trees)

    def one(seed: int) -> Tuple[Any, np.ndarray, np.ndarray]:
        order = np.random.default_rng(seed).permutation(len(values))
        inside, outside = np.sort(order[:count]), np.sort(order[count:])
        tree = new_tree(
            max_features=settings.features_per_split, min_samples_leaf=settings.min_leaf, max_depth=settings.max_depth,
            random_state=int(seed), class_weight="balanced" if settings.balance else None,
        ).fit(values[inside], columns[inside])  # fmt: skip
        if not (out_of_bag and len(outside)):
            return tree, outside[:0], np.zeros((0, len(tree.classes_)))
        return tree, outside, tree.predict_proba(values[outside])

    trees, votes = [], np.zeros((len(values), int(columns.max()) + 1))
    for tree, outside, shares in in_order(iter(seeds.tolist()), one, os.cpu_count() or 1):
        check(monitor, len(trees), settings.trees)
        trees.append(tree)
        votes[np.ix_(outside, tree.classes_.astype(np.intp))] += shares
    return Grown(trees, votes if out_of_bag and count < len(values) else None)


def predict(trees: Sequence[Any], values: np.ndarray, classes: int) -> np.ndarray:
    """(n,) int64: the column of the class with the largest mean share over the trees, the first of several."""

    def one(block: np.ndarray) -> np.ndarray:
        block = np.ascontiguousarray(block, np.float32)
        votes = np.zeros((len(block), classes))
        for tree in trees:
            votes[:, tree.classes_.astype(np.intp)] += tree.predict_proba(block, check_input=False)
        return votes.argmax(axis=1)

    threads = os.cpu_count() or 1
    step = max(1, min(AT_ONCE, -(-len(values) // threads)))
    starts = iter(range(0, len(values), step))
    return np.concatenate([np.zeros(0, np.int64), *in_order(starts, lambda start: one(values[start : start + step]), threads)])


def _impurity(trees: Sequence[Any], bands: int) -> np.ndarray:
    """(bands,) float64, mean decrease of impurity of the trees that split at all, summing to 1 (Breiman 2001)."""
    parts = [tree.feature_importances_ for tree in trees if tree.tree_.node_count > 1]
    mean = np.mean(parts, axis=0) if parts else np.zeros(bands)
    return mean / mean.sum() if mean.sum() else mean


# -- judging


def _estimate(predicted: np.ndarray, known: np.ndarray, classes: int) -> Estimate:
    matrix = error_matrix(predicted, known, range(classes))
    return Estimate(matrix, count_measures(matrix))


def _folds(samples: Samples, settings: Settings, remarks: List[str]) -> List[Tuple[np.ndarray, np.ndarray]]:
    """(training, held-out) sample numbers of each fold; none where a fold would have one class to learn from. Each sample is held out
    once, with its group; a class of fewer groups than folds is missing from some held-out parts. Says in `remarks` what is judged badly."""
    present = [count for count in samples.counts if count.samples]
    folds = min(settings.folds, max(count.groups for count in present))
    parts = []
    if folds > 1:
        splitter = need("sklearn.model_selection", "scikit-learn").StratifiedGroupKFold(
            folds, shuffle=True, random_state=settings.seed
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of classes with fewer samples than folds
            parts = [part for part in splitter.split(samples.values, samples.columns, samples.groups) if len(part[1])]
    if not parts or any(len(np.unique(samples.columns[train])) < 2 for train, _ in parts):
        remarks.append(
            tr("Too few groups of samples to hold some out: there is no cross-validation. Draw several features of each class.")
        )
        return []
    alone = [count.entry.label() for count in present if count.groups == 1]
    if alone:
        remarks.append(
            tr(
                "All samples of one group, so that none is left to learn from when it is held out, and all count as errors in the "
                "cross-validation: {names}."
            ).format(names=", ".join(alone))
        )
    few = [f"{count.entry.label()} ({count.groups})" for count in present if 1 < count.groups < folds]
    if few:
        remarks.append(tr("Judged by few groups, so that their accuracy is uncertain: {names}.").format(names=", ".join(few)))
    if folds < settings.folds:
        remarks.append(
            tr("{folds} folds instead of {wanted}, since no class has samples of more groups.").format(
                folds=folds, wanted=settings.folds
            )
        )
    return parts


def _cross_validate(
    samples: Samples, settings: Settings, folds: Sequence[Tuple[np.ndarray, np.ndarray]], monitor: Monitor
) -> Tuple[CrossValidation, np.ndarray]:
    """(what the folds say, (folds x repeats, bands) losses of accuracy by a shuffled band)."""
    classes, bands = len(samples.legend.entries), samples.values.shape[1]
    predicted = np.full(len(samples.values), -1, np.int64)
    accuracies, drops = [], []
    generator = np.random.default_rng(settings.seed)
    for place, (train, test) in enumerate(folds):
        part = Share(monitor, place / len(folds), (place + 1) / len(folds))
        present, columns = np.unique(samples.columns[train], return_inverse=True)
        trees = grow(samples.values[train], columns, settings, Share(part, 0.0, 0.6), out_of_bag=False).trees
        predicted[test] = present[predict(trees, samples.values[test], len(present))]
        right = predicted[test] == samples.columns[test]
        accuracies.append(float(right.mean()))
        some = np.sort(generator.choice(len(test), SHUFFLED, replace=False)) if len(test) > SHUFFLED else np.arange(len(test))
        values, known = samples.values[test[some]], samples.columns[test[some]]
        for repeat in range(REPEATS):
            drop = np.zeros(bands)
            for band in range(bands):
                check(part, 0.6 + 0.4 * (repeat + band / bands) / REPEATS, 1)
                shuffled = values.copy()
                shuffled[:, band] = generator.permutation(values[:, band])
                drop[band] = right[some].mean() - (present[predict(trees, shuffled, len(present))] == known).mean()
            drops.append(drop)
    held = predicted >= 0
    estimate = _estimate(predicted[held], samples.columns[held], classes)
    return CrossValidation(estimate, len(folds), accuracies), np.array(drops)


def _fingerprint(samples: Samples, settings: Settings) -> str:
    """SHA-256 of the samples, their classes and groups, the legend and the settings: the same training gives the same."""
    digest = hashlib.sha256()
    for array in (samples.values, samples.columns, samples.groups, samples.pixels):
        digest.update(np.ascontiguousarray(array).tobytes())
    digest.update(samples.legend.to_json().encode())
    digest.update(json.dumps([[band.name for band in samples.bands], asdict(settings)], sort_keys=True).encode())
    return digest.hexdigest()
