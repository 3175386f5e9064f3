"""Which model of burned area is the best, and what its accuracy is worth."""

from __future__ import annotations

from ..text import number, tr
from .map_burn_result import FALLBACK, BurnMap, Model


def judge(result: BurnMap) -> None:
    """Name the best model, where points of both classes or an official figure tell it, and what to be careful of."""
    points, official = result.points, result.settings.official_ha
    if points is not None and points.classes == 2:
        best = max(result.models, key=lambda model: model.measures.kappa)
        result.best, result.because = best.code, _highest_kappa(result, best)
    elif official is not None:
        best = min(result.models, key=lambda model: abs(model.area_ha - official))
        result.best = best.code
        result.because = tr("of all models its area is nearest to the official {official} ha ({difference} ha)").format(
            official=number(official, 2), difference=_signed(best.area_ha - official, 2)
        )
    else:
        result.warnings.append(
            tr(
                "Nothing tells which model is the best: give points of burned and of unburned places, or the official area. BEST shows "
                "{fallback}, which need not be right."
            ).format(fallback=result.model(FALLBACK).name)
        )
    _warn_of_points(result)


def _highest_kappa(result: BurnMap, best: Model) -> str:
    text = tr("of all models it has the highest kappa against the points ({kappa}; overall accuracy {overall} %)").format(
        kappa=number(best.measures.kappa, 3), overall=number(100 * best.measures.overall, 2)
    )
    overall = max(result.models, key=lambda model: model.measures.overall)
    if overall.measures.overall > best.measures.overall:
        text += "; " + tr("the highest overall accuracy, {overall} %, has {model}").format(
            overall=number(100 * overall.measures.overall, 2), model=overall.name
        )
    official = result.settings.official_ha
    nearest = best if official is None else min(result.models, key=lambda model: abs(model.area_ha - official))
    if nearest is not best:
        text += "; " + tr("nearest to the official {official} ha is {model} with {area} ha").format(
            official=number(official, 2), model=nearest.name, area=number(nearest.area_ha, 2)
        )
    return text


def _warn_of_points(result: BurnMap) -> None:
    points = result.points
    if points is None:
        return
    if not points.used:
        result.warnings.append(tr("None of the points of {name} can be used: there is no accuracy.").format(name=points.name))
    left = points.outside + points.empty + points.unlabelled
    if left:
        result.warnings.append(
            tr(
                "{count} of {all} points of {name} could not be used (outside the raster: {outside}; not looked at or without data: {empty}; "
                "without a label: {unlabelled})."
            ).format(
                count=number(left, 0), all=number(points.total, 0), name=points.name, outside=number(points.outside, 0),
                empty=number(points.empty, 0), unlabelled=number(points.unlabelled, 0),
            )
        )  # fmt: skip
    if points.used and points.classes == 1:
        result.warnings.append(
            tr(
                "All points burned (used: {count}): the overall accuracy is then the producer's accuracy alone, and a map on which everything "
                "burns scores 100 %. Add points of unburned places."
            ).format(count=number(points.used, 0))
            if points.burned
            else tr(
                "None of the points burned (used: {count}): a map on which nothing burns scores 100 %, so the overall accuracy says nothing "
                "of burned land. Add points of burned places."
            ).format(count=number(points.used, 0))
        )
    elif points.classes == 2:
        best = max(model.measures.overall for model in result.models)
        if points.empty_map_overall >= best:
            result.warnings.append(
                tr(
                    "A map on which nothing burns has an overall accuracy of {empty} % against these points, and no model has more ({best} %): "
                    "overall accuracy does not show that any of them finds fire. Look at kappa, producer's and user's accuracy."
                ).format(empty=number(100 * points.empty_map_overall, 2), best=number(100 * best, 2))
            )


def _signed(value: float, decimals: int) -> str:
    return ("+" if value > 0 else "") + number(value, decimals)
