"""What samples stand for: the pixels and hectares of each class of a map in each stratum."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ..raster.codes import count_pairs, indexed_codes, require_few
from ..raster.source import Pixels

ONE = 0  # the code of the stratum where there is only one


class Keys(NamedTuple):
    """The (stratum, class) of each pixel. strata, classes: (m,) codes of each pair that may occur. keys: (rows, cols) of integers, the
    place of the pixel's pair among these; m where the pixel does not count."""

    strata: np.ndarray
    classes: np.ndarray
    keys: np.ndarray


def stratum_keys(classes: Pixels, strata: Optional[Pixels], inside: Optional[np.ndarray], names: Sequence[str]) -> Keys:
    """The keys of a block. classes, strata: of one band; strata None: all is one. inside: of the area of interest, None: everywhere.

    names: of the map and of the strata, for messages. Raises PantauError for values that are no class codes.
    """
    flags = [one for one in (classes.valid, strata and strata.valid, inside) if one is not None]
    counted = np.logical_and.reduce(flags) if flags else None
    if strata is not None:
        (codes, others), keys = count_pairs(strata.values[0], classes.values[0], counted, names[1::-1])
        return Keys(np.repeat(codes, len(others)), np.tile(others, len(codes)), keys)
    codes, keys = indexed_codes(classes.values[0], counted, names[0])
    if counted is not None or keys.dtype != np.uint8:
        keys = keys.astype(np.uint16)  # the smallest with room for one more than 256
    if counted is not None:
        keys[~counted] = len(codes)
    return Keys(np.full(len(codes), ONE), codes, keys)


@dataclass
class Sizes:
    """How much there is of each (stratum, class): pixels, and hectares on the ellipsoid."""

    pairs: Dict[Tuple[int, int], List[float]] = field(default_factory=dict)

    def add(self, keys: Keys, pixels: np.ndarray, hectares: np.ndarray) -> None:
        """Add what a block holds of each key, both (m,)."""
        for place in np.flatnonzero(pixels).tolist():
            its = self.pairs.setdefault((int(keys.strata[place]), int(keys.classes[place])), [0.0, 0.0])
            its[0] += float(pixels[place])
            its[1] += float(hectares[place])

    def strata(self) -> List[int]:
        """The codes of the strata, ascending."""
        return sorted({stratum for stratum, _ in self.pairs})

    def classes(self) -> List[int]:
        """The codes of the classes, ascending."""
        return sorted({code for _, code in self.pairs})

    def of(self, codes: Sequence[int], *, strata: bool) -> np.ndarray:
        """(n, 2) pixels and hectares of some classes, or of some strata."""
        places = {code: place for place, code in enumerate(codes)}
        table = np.zeros((len(codes), 2))
        for pair, its in self.pairs.items():
            table[places[pair[0 if strata else 1]]] += its
        return table

    def require_few(self, names: Sequence[str]) -> None:
        """Raise PantauError for more codes than a class raster has. names: of the map and of the strata."""
        require_few(len(self.classes()), names[0])
        require_few(len(self.strata()), names[-1])
