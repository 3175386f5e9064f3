"""Land that a plan sets aside for building and that is not built on yet, and whether figures close.

After the study of Surabaya (Danendra et al. 2023), where availability (ketersediaan) is the planned built-up area less what is built. There
all is mapped; ground of which the map shows nothing may be built on, so it is not told as available.
"""

from __future__ import annotations

import math
from typing import NamedTuple, Optional, Sequence, Tuple


class Availability(NamedTuple):
    """Hectares of the zones for building, and what lies in them: built-up, vegetated and bare land, and ground that is not mapped."""

    planned_ha: float
    built_ha: float
    vegetated_ha: float = 0.0
    bare_ha: float = 0.0
    nodata_ha: float = 0.0

    @property
    def available_ha(self) -> float:
        """Planned less built and less what is not mapped; below 0 where more is built than the zones hold."""
        return self.planned_ha - self.nodata_ha - self.built_ha

    @property
    def other_ha(self) -> float:
        """What is available and neither vegetated nor bare: water, ponds, mines."""
        return self.available_ha - self.vegetated_ha - self.bare_ha

    @property
    def percent_of_built(self) -> Optional[float]:
        """What is available, of what is built; None where nothing is."""
        return 100 * self.available_ha / self.built_ha if self.built_ha else None

    @property
    def percent_of_planned(self) -> Optional[float]:
        """What is available, of what is planned and mapped; None where nothing is."""
        mapped_ha = self.planned_ha - self.nodata_ha
        return 100 * self.available_ha / mapped_ha if mapped_ha > 0 else None


def together(parts: Sequence[Availability]) -> Availability:
    """The sum of several."""
    return Availability(*(math.fsum(values) for values in zip(*parts))) if parts else Availability(0.0, 0.0)


class Closure(NamedTuple):
    """A figure and the parts that should add up to it, in hectares."""

    name: str
    stated_ha: float
    parts_ha: Tuple[float, ...]

    @property
    def summed_ha(self) -> float:
        """The sum of the parts."""
        return math.fsum(self.parts_ha)

    @property
    def difference_ha(self) -> float:
        """The sum less the figure: 0 where it closes."""
        return self.summed_ha - self.stated_ha

    @property
    def difference_percent(self) -> Optional[float]:
        """The difference, of the figure; None where that is 0."""
        return 100 * self.difference_ha / self.stated_ha if self.stated_ha else None

    def closes(self, tolerance_ha: float) -> bool:
        """Whether the difference is no more than this."""
        return abs(self.difference_ha) <= tolerance_ha
