"""Two maps on the same samples, and two interpreters of the same samples."""

from __future__ import annotations

from typing import Any, List, Optional, Sequence

import numpy as np

from ..errors import PantauError
from ..raster.codes import NO_CLASS
from ..raster.legend import Legend, differing_names, recoding, shared_names
from ..text import listed, number, tr
from .agreement import kappa_difference, mcnemar
from .assessment import AREA, COUNT, Metric, Pair, Readers
from .estimators import Estimate, overall_difference
from .figures import known
from .intervals import wilson
from .labels import EMPTY, UNKNOWN
from .matrix import count_measures, error_matrix

NONE = (np.nan, np.nan)  # no interval


def compare_maps(
    name: str, mapped: np.ndarray, second: np.ndarray, reference: np.ndarray, strata: np.ndarray, sizes: np.ndarray,
    groups: Optional[np.ndarray], simple: bool, confidence: float,
) -> Pair:  # fmt: skip
    """Two maps on the same n samples. name: of the second map.

    mapped, second, reference: (n,) class codes. strata: (n,) places of the strata in sizes, (h,). groups: (n,) from 0, which samples belong
    together; None where each stands for itself. simple: whether the samples are a simple random one.
    """
    codes = sorted({*mapped.tolist(), *reference.tolist(), *second.tolist()})
    first_right, second_right = mapped == reference, second == reference
    matrix, test = error_matrix(second, reference, codes), mcnemar(first_right, second_right)
    figures, clusters = count_measures(matrix), None if groups is None else int(groups.max()) + 1
    alone = simple and groups is None  # where the formulas of independent samples hold
    alike, nothing = np.zeros(len(mapped), np.int64), np.zeros(len(mapped), bool)
    counted = overall_difference(alike, first_right, second_right, np.ones(1), groups)
    kappas = kappa_difference(mapped, second, reference, codes)

    def metric(scope: str, which: str, estimate: Estimate, holds: bool = True) -> Metric:
        return _metric(scope, which, estimate if holds else Estimate(estimate.value, np.nan), confidence, clusters)

    metrics = (
        Metric(
            None, COUNT, "second_overall_accuracy", None, known(figures.overall), None,
            *map(known, wilson(np.trace(matrix), figures.n, confidence) if alone else NONE),
        ),
        metric(COUNT, "second_kappa", Estimate(figures.kappa, np.sqrt(figures.kappa_variance)), alone),
        Metric(None, COUNT, "mcnemar", None, known(test.statistic)),
        Metric(None, COUNT, "mcnemar_p", None, known(test.p_value)),
        metric(COUNT, "kappa_difference", kappas, alone),
        metric(COUNT, "overall_difference", counted, simple),
        metric(AREA, "second_overall_accuracy", overall_difference(strata, second_right, nothing, sizes, groups)),
        metric(AREA, "overall_difference", overall_difference(strata, first_right, second_right, sizes, groups)),
    )  # fmt: skip
    both, neither = int((first_right & second_right).sum()), int((~first_right & ~second_right).sum())
    return Pair(name, len(mapped), tuple(codes), matrix, both, neither, test, metrics)


def codes_of_first(
    second: np.ndarray, legends: Sequence[Legend], names: Sequence[str], codes: Sequence[int], warnings: List[str]
) -> np.ndarray:
    """The codes of the second map as the first has them, (n,) int64: classes of one name are one class.

    second: (n,) codes, `NO_CLASS` stays. legends, names: of both maps. codes: of the first map and the reference. What the user should know
    goes into `warnings`. Raises PantauError where the maps call no class alike.
    """
    found, places = np.unique(second, return_inverse=True)
    shared = shared_names(*legends)
    present = set(found.tolist()) - {NO_CLASS}
    new = recoding(*legends, shared, [set(codes), present]) if shared else None
    strange = sorted(code for code in present if (new or {}).get(code, code) not in codes)
    if len(strange) == len(present):
        raise PantauError(
            tr(
                "{second} has none of the classes of {map} or of the samples (its codes: {codes}): bring both to the same codes first."
            ).format(second=names[1], map=names[0], codes=listed(map(str, strange)))
        )
    if strange:
        classes = listed((f"{one.code} {one.label()}" for one in legends[1].only(strange)), 10)
        warnings.append(
            tr(
                "Classes of {second} that neither {map} nor the samples have, so that it is wrong wherever it shows them: {classes}."
            ).format(second=names[1], map=names[0], classes=classes)
        )
    if not new:
        classes = differing_names(*legends, names)
        if classes:
            warnings.append(
                tr("{before} and {after} give some codes different names ({classes}): check that they mean the same.").format(
                    before=names[0], after=names[1], classes=classes
                )
            )
        return second
    warnings.append(
        tr("{map} and {second} number the same classes differently, so classes are matched by name.").format(
            map=names[0], second=names[1]
        )
    )
    return np.array([new.get(code, code) for code in found.tolist()], np.int64)[places]


def below_chance(pair: Pair) -> List[str]:
    """A sentence where the second map agrees with the reference no better than chance, as one with other codes does."""
    kappa = pair.find(COUNT, "second_kappa").value
    if kappa is None or kappa > 0:
        return []
    return [
        tr("{second} agrees with the samples no better than chance would: check that its codes mean the same.").format(
            second=pair.name
        )
    ]


def missing_of_second(second: np.ndarray, name: str) -> List[str]:
    """A sentence where the second map has no data at some samples. second: (n,) codes."""
    missing = int((second == NO_CLASS).sum())
    if not missing:
        return []
    return [
        tr(
            "{second} has no data at {missing} of {n} samples: the two maps are compared on the others, which may stand for a part of the "
            "area only."
        ).format(second=name, missing=number(missing, 0), n=number(len(second), 0))
    ]


def compare_readers(
    fields: Sequence[str], first: np.ndarray, second: np.ndarray, ids: np.ndarray, confidence: float
) -> Optional[Readers]:
    """Two interpreters. first: (n,) class codes; second: those of `label_codes`, EMPTY and UNKNOWN too; ids: (n,) of the features.

    None where no feature has a label of both that can be compared.
    """
    missing, unknown = int((second == EMPTY).sum()), int((second == UNKNOWN).sum())
    both = ~np.isin(second, (EMPTY, UNKNOWN))
    first, second, ids = first[both], second[both], ids[both]
    if not len(ids):
        return None
    codes = sorted({*first.tolist(), *second.tolist()})
    matrix = error_matrix(first, second, codes)
    figures = count_measures(matrix)
    agreement = Metric(
        None, COUNT, "reader_agreement", None, known(figures.overall), None,
        *map(known, wilson(np.trace(matrix), figures.n, confidence)),
    )  # fmt: skip
    kappa = _metric(COUNT, "reader_kappa", Estimate(figures.kappa, np.sqrt(figures.kappa_variance)), confidence)
    return Readers(
        (fields[0], fields[1]), tuple(codes), matrix, (agreement, kappa), tuple(ids[first != second].tolist()), missing, unknown
    )


def _metric(scope: str, name: str, estimate: Estimate, confidence: float, clusters: Any = None) -> Metric:
    return Metric(None, scope, name, None, *map(known, (*estimate, *estimate.interval(confidence, clusters))))
