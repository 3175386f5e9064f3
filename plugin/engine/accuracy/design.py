"""Sampling design: how many samples a map needs, and how they are shared out over its strata, before any is drawn.

Sources:
Cochran 1977, Sampling Techniques, 3rd edition, eq. 5.25 (sample size) and 5.26 (Neyman's allocation).
Olofsson, Foody, Herold, Stehman, Woodcock & Wulder 2014, Remote Sensing of Environment 148, 42-57 (minimum for rare classes).
"""

from __future__ import annotations

import math
import re
from typing import Dict, List, NamedTuple, Optional, Sequence

import numpy as np

from ..errors import PantauError
from ..raster.grid import CellAreas
from ..text import listed, number, tr

EQUAL, PROPORTIONAL, NEYMAN = "equal", "proportional", "neyman"
USUAL_ACCURACY = 0.85  # of a class of which nothing is expected
USUAL_SE = 0.02
MOST_POINTS = 1_000_000  # more than anybody labels
NAMED = 5  # strata that a sentence names
TOLERANCE = 1.005  # of a standard error that only whole points keep from the target


class Frame(NamedTuple):
    """What samples are drawn from: h strata.

    names: of the strata. pixels: (h,) int64, at least 1 each. weights: (h,) share of the map, they sum to 1. accuracies: (h,) expected
    share of right pixels, above 0 and below 1.
    """

    names: Sequence[str]
    pixels: np.ndarray
    weights: np.ndarray
    accuracies: np.ndarray


class Plan(NamedTuple):
    """How many samples each stratum gets: (h,) int64, and sentences on what could not be as it was asked for."""

    samples: np.ndarray
    warnings: List[str]


def expected_accuracies(text: str) -> Dict[int, float]:
    """{class code: expected user's accuracy} of a text such as "1=0.9, 2=0.75". Raises PantauError for anything else."""
    matches, found = [], {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        matches.append(re.fullmatch(r"([+-]?\d{1,10})\s*=\s*(\d*\.?\d+|\d+\.)", part))
        if matches[-1] is None:
            raise PantauError(
                tr(
                    "EXPECTED_UA holds {part}: give class codes and accuracies with a decimal point and commas between them, such as "
                    "1=0.9,2=0.75."
                ).format(part=part)
            )
    for match in matches:
        code, accuracy = int(match[1]), float(match[2])
        if code in found:
            raise PantauError(tr("EXPECTED_UA names class {code} twice: give one accuracy for it.").format(code=code))
        if not 0 < accuracy < 1:  # a class that is surely right, or surely wrong, would need no sample at all
            raise PantauError(
                tr("EXPECTED_UA is {value} for class {code}: give more than 0 and less than 1, such as 0.9.").format(
                    value=match[2], code=code
                )
            )
        found[code] = accuracy
    return found


def stratum_sizes(pixels: np.ndarray, hectares: np.ndarray, areas: CellAreas) -> np.ndarray:
    """What parts of a map weigh by: their pixels where all cells of the grid are alike, else their hectares.

    Pixels are what is drawn; in degrees and in Web Mercator equal shares of them are no equal shares of the land.
    """
    return pixels if areas.alike() else hectares


def sample_size(weights: np.ndarray, accuracies: np.ndarray, target_se: float) -> float:
    """How many samples give overall accuracy a standard error of `target_se`, by Cochran 1977, eq. 5.25 (round up).

    weights: (h,) share of the map in each stratum; accuracies: (h,) expected share of right pixels, 0 to 1. With a single stratum it
    is p (1 - p) / SE^2, of a simple random sample.
    """
    return float((np.asarray(weights, float) @ _deviations(accuracies) / target_se) ** 2)


def standard_error(weights: np.ndarray, accuracies: np.ndarray, samples: np.ndarray) -> float:
    """Expected standard error of overall accuracy, root of the sum of (W S)^2 / n; nan where a stratum has no sample."""
    samples = np.asarray(samples, float)
    if not samples.all():
        return math.nan
    return float(np.sqrt(((np.asarray(weights, float) * _deviations(accuracies)) ** 2 / samples).sum()))


def allocate(total: int, shares: np.ndarray, least: np.ndarray, most: np.ndarray) -> np.ndarray:
    """Share `total` samples out: (h,) int64, in proportion to `shares`, each from `least` to `most`, rounded by largest remainders.

    shares: (h,), above 0. least, most: (h,) integers. Strata that would get less than `least` get that much, and the rest is shared out
    among the others, likewise for `most` (Olofsson et al. 2014, section 5.1.1). The sum is `total` where least and most allow it.
    """
    shares = np.asarray(shares, float)
    total = int(np.clip(total, np.sum(least), np.sum(most)))
    # Samples for a share of 1: their sum rises with it, in straight lines between the levels where a stratum meets a limit.
    levels = np.unique(np.concatenate([least / shares, most / shares]))
    sums = [np.clip(level * shares, least, most).sum() for level in levels]
    exact = np.clip(np.interp(total, sums, levels) * shares, least, most)
    samples = np.floor(exact + 1e-9).astype(np.int64)
    order = np.argsort(samples - exact, kind="stable")
    samples[order[: total - samples.sum()]] += 1
    return samples


def plan(frame: Frame, allocation: str, minimum: int, total: Optional[int], target_se: float) -> Plan:
    """Say how many samples each stratum gets.

    allocation: EQUAL, PROPORTIONAL (to the weights) or NEYMAN (weight times standard deviation). minimum: for each stratum, as far as
    it has pixels. total: of all strata, which lowers the minimum where it must; None: as many as `target_se` needs, and more where the
    minimum does.
    Raises PantauError: more points than anybody labels.
    """
    count, available, warnings = len(frame.names), int(frame.pixels.sum()), []
    if total is None:
        needed = math.ceil(sample_size(frame.weights, frame.accuracies, target_se) - 1e-9)
        wanted = max(needed, int(np.minimum(minimum, frame.pixels).sum()))
    else:
        wanted = total
        if np.minimum(minimum, frame.pixels).sum() > total:
            sentence = tr(
                "TOTAL is {total}, too few for {minimum} points in each of {count} strata: each stratum gets at least {lowered}."
            )
            if total < count:
                sentence = tr("TOTAL is {total}, fewer points than the {count} strata: some of them get none.")
            warnings.append(
                sentence.format(
                    total=number(total, 0), minimum=number(minimum, 0), count=number(count, 0), lowered=number(total // count, 0)
                )
            )
            minimum = total // count
    if min(wanted, available) > MOST_POINTS:
        raise PantauError(
            tr("{count} points would be needed, and nobody labels more than {most}: give a larger TARGET_SE or a TOTAL.").format(
                count=number(wanted, 0), most=number(MOST_POINTS, 0)
            )
        )
    samples = _allocated(frame, allocation, minimum, wanted)
    return Plan(samples, warnings + _scarcities(frame, allocation, minimum, wanted, samples))


def total_needed(frame: Frame, allocation: str, minimum: int, target_se: float, samples: np.ndarray) -> Optional[int]:
    """The total that reaches `target_se` with this allocation, where `samples` do not; None where they do, or where no total does."""
    if standard_error(frame.weights, frame.accuracies, samples) <= TOLERANCE * target_se:
        return None

    def reached(total: int) -> bool:
        its = _allocated(frame, allocation, minimum, total)
        return standard_error(frame.weights, frame.accuracies, its) <= target_se

    low, high = 0, min(int(frame.pixels.sum()), MOST_POINTS)
    if not reached(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if reached(middle) else (middle, high)
    return high


def _deviations(accuracies: np.ndarray) -> np.ndarray:
    """Standard deviation of right or wrong, in each stratum."""
    accuracies = np.asarray(accuracies, float)
    return np.sqrt(accuracies * (1 - accuracies))


def _shares(frame: Frame, allocation: str) -> np.ndarray:
    if allocation == EQUAL:
        return np.ones(len(frame.names))
    return frame.weights * (_deviations(frame.accuracies) if allocation == NEYMAN else 1)


def _allocated(frame: Frame, allocation: str, minimum: int, total: int) -> np.ndarray:
    """`allocate`, with the minimum as far as the total and the pixels allow it."""
    least = np.minimum(minimum, frame.pixels)
    if least.sum() > total:
        least = np.minimum(total // len(least), frame.pixels)
    return allocate(total, _shares(frame, allocation), least, frame.pixels)


def _scarcities(frame: Frame, allocation: str, minimum: int, wanted: int, samples: np.ndarray) -> List[str]:
    """Sentences on strata that have fewer pixels than they should give, and on those with too few points."""
    sentences = []
    available = int(frame.pixels.sum())
    shares = _shares(frame, allocation)
    asked = np.maximum(minimum, np.rint(wanted * shares / shares.sum()))
    if wanted > available:
        sentence = tr("The map has {available} pixels here, fewer than the {wanted} points asked for: each pixel gets one.")
        sentences.append(sentence.format(available=number(available, 0), wanted=number(wanted, 0)))
    elif (frame.pixels < asked).any():
        sentence = tr(
            "Strata with fewer pixels than their share of points give all their pixels, and the other strata more points: {strata}."
        )
        sentences.append(
            sentence.format(
                strata=listed(
                    tr("{stratum} ({pixels} instead of {asked})").format(
                        stratum=frame.names[place], pixels=number(frame.pixels[place], 0), asked=number(asked[place], 0)
                    )
                    for place in np.flatnonzero(frame.pixels < asked)
                )
            )
        )
    if (samples < 2).any():
        sentence = tr(
            "Strata with fewer than 2 points give no standard error: {strata}. Raise MIN_PER_CLASS or TOTAL, or merge them with others."
        )
        sentences.append(sentence.format(strata=listed(frame.names[place] for place in np.flatnonzero(samples < 2))))
    return sentences
