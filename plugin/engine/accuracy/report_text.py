"""How the report of an assessment names classes and writes figures."""

from __future__ import annotations

import math
from typing import List, Optional, Sequence

from ..report.page import MARK, WIDE, Figure
from ..text import number
from .agreement import kappa_three_steps, kappa_words
from .assessment import Assessment, Metric


def class_names(assessment: Assessment) -> List[str]:
    """What the classes are called in the rows of tables; with the code where the columns have it, or two are called alike."""
    labels = [entry.label() for entry in assessment.legend]
    coded = len(labels) > WIDE or len(set(labels)) < len(labels)
    return [f"{entry.code} {label}" if coded else label for entry, label in zip(assessment.legend, labels)]


def short_names(assessment: Assessment) -> List[str]:
    """What they are called in the columns of a matrix; empty where there is room for the names."""
    return [str(entry.code) for entry in assessment.legend] if len(assessment.legend) > WIDE else []


def words(kappa: Metric) -> str:
    """Kappa in the words of Landis and Koch."""
    return kappa_words(math.nan if kappa.value is None else kappa.value)


def steps(kappa: Metric) -> str:
    """Kappa on the scale of three steps."""
    return kappa_three_steps(math.nan if kappa.value is None else kappa.value)


def mark(metric: Metric) -> str:
    """The mark of a figure whose interval to quote is the score interval; else empty."""
    return MARK if metric.doubtful and metric.limits[0] is not None else ""


def percent(value: Optional[float]) -> Optional[float]:
    """A share as a percentage."""
    return None if value is None else 100 * value


def quoted(metric: Metric) -> List[Optional[float]]:
    """A figure and both ends of the interval to quote, as percentages."""
    return [percent(value) for value in (metric.value, *metric.limits)]


def told(value: Optional[float], decimals: int) -> str:
    """A number, or "–" where there is none."""
    return "–" if value is None else number(value, decimals)


def shown(value: Optional[float], decimals: int) -> Optional[Figure]:
    """A number of a table, in a column of other decimals."""
    return None if value is None else Figure(value, decimals)


def plain(value: float) -> str:
    """A number with as many decimals as it needs."""
    return number(value, next(decimals for decimals in range(7) if decimals == 6 or round(value, decimals) == round(value, 6)))


def close(value: float, limit: float, decimals: int, factor: float = 1) -> str:
    """A number with enough decimals that one below the limit does not read as the limit."""
    while value < limit and decimals < 8 and round(factor * value, decimals) >= round(factor * limit, decimals):
        decimals += 1
    return number(factor * value, decimals)


def part(share: float) -> str:
    """The percentage of a part, with enough decimals that it reads neither as nothing nor as the whole."""
    return number(100 * share, next((decimals for decimals in range(6) if 0 < round(100 * share, decimals) < 100), 0))


def span(limits: Sequence[Optional[float]], factor: float, decimals: int) -> Optional[str]:
    """An interval in one cell; None where there is none."""
    low, high = limits
    return None if low is None or high is None else f"{number(factor * low, decimals)} – {number(factor * high, decimals)}"


def confidence(assessment: Assessment) -> str:
    """The level of the intervals as a percentage."""
    return plain(100 * assessment.confidence)


def p_value(p: float) -> str:
    """A p-value, which is never 0."""
    return f"< {number(0.0001, 4)}" if p < 0.0001 else number(p, 4)
