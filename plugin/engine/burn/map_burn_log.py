"""What a map of burned area says in the log."""

from __future__ import annotations

import math

from ..monitor import Monitor
from ..text import number, tr
from .index import figure
from .map_burn_result import BurnMap, Model


def log_result(result: BurnMap, monitor: Monitor) -> None:
    """Say what came out, and what to be careful of."""
    for sentence in result.warnings:
        monitor.warn(sentence)
    for sentence in result.reasons:
        monitor.log(sentence)
    for index, values in result.values.items():
        monitor.log(
            tr("{index}: mean {mean}, standard deviation {std}, {count} pixels, {area} ha.").format(
                index=result.title(index),
                mean=figure(values.mean, values.std),
                std=figure(values.std, values.std),
                count=number(values.count, 0),
                area=number(result.looked_ha, 2),
            )
        )
    for model in result.models:
        monitor.log(_line(result, model))
    monitor.log(best_line(result))
    shown = result.shown
    if shown.tells_nothing:
        monitor.warn(
            tr(
                "{model} flags {percent} %, and by the spread of its index {none} % would lie there without any fire: the threshold alone does "
                "not show that anything burned."
            ).format(model=shown.name, percent=number(shown.flagged_percent, 1), none=number(100 * shown.cut.no_fire_share, 1))
        )
    if result.zones is not None:
        monitor.log(closure_line(result))
    monitor.log(tr("Done in {seconds} s.").format(seconds=number(result.seconds, 1)))


def _line(result: BurnMap, model: Model) -> str:
    text = tr("{model} ({threshold}): {area} ha, {percent} %; below the threshold {flagged} %, without any fire {none} %.").format(
        model=model.name,
        threshold=figure(model.cut.threshold, result.values[model.index].std),
        area=number(model.area_ha, 2),
        percent=number(model.percent, 2),
        flagged=number(model.flagged_percent, 2),
        none=number(100 * model.cut.no_fire_share, 2),
    )
    if model.measures is not None:
        text += " " + tr("Overall accuracy {overall} % (nothing burned: {empty} %), kappa {kappa}.").format(
            overall=number(100 * model.measures.overall, 2),
            empty=number(100 * result.points.empty_map_overall, 2),
            kappa=_or_none(model.measures.kappa, 3),
        )
    return text


def _or_none(value: float, decimals: int) -> str:
    return "–" if math.isnan(value) else number(value, decimals)


def best_line(result: BurnMap) -> str:
    """Which model is the best, and why."""
    if not result.best:
        return tr("No best model can be named without points of both classes or an official figure.")
    return tr("Best: {model}, since {because}.").format(model=result.shown.name, because=result.because)


def closure_line(result: BurnMap) -> str:
    """How the zones add up, for the model that is shown."""
    model, place = result.shown, [one.code for one in result.models].index(result.shown.code)
    return tr(
        "{model}: {zones} ha in the zones + {outside} ha in none of them - {overlap} ha counted in more than one = {total} ha."
    ).format(
        model=model.name,
        zones=number(sum(zone.burned_ha[place] for zone in result.zones), 2),
        outside=number(model.outside_ha, 2),
        overlap=number(model.overlap_ha, 2),
        total=number(model.area_ha, 2),
    )
