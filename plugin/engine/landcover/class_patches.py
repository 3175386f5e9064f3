"""Contiguous land of each class, as polygons with hectares, the largest first."""

from __future__ import annotations

import csv
import time
from dataclasses import dataclass, field
from itertools import chain
from typing import Callable, Dict, Iterator, List, NamedTuple, Optional, Sequence

import numpy as np

from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..raster.aoi import AreaOfInterest, Polygons
from ..raster.codes import NO_CLASS, class_reader, require_codes
from ..raster.gdal_guard import block_cache
from ..raster.grid import CellAreas, Window
from ..raster.legend import Legend, read_legend
from ..raster.patches import Patches, Polygonizer, strips
from ..raster.pipeline import CACHE
from ..raster.source import RasterSource
from ..segmentation.segment import scratch_folder
from ..text import number, tr


@dataclass(frozen=True)
class Settings:
    """classes: codes or names with commas, in quotes where a name has one; empty: all but a background 0. corners: whether pixels that touch by a corner alone are
    one patch."""

    classes: str = ""
    min_area_ha: float = 0.0
    corners: bool = True
    aoi: Optional[Polygons] = None


class Patch(NamedTuple):
    """One piece of contiguous land. wkb: multipolygon in the raster's CRS. rank: 1 is the largest; number: row by row from the top."""

    wkb: bytes
    number: int
    rank: int
    code: int
    name: str
    area_ha: float


@dataclass
class Result:
    """What came out. Hectares on the ellipsoid.

    classes: those that have patches. largest_ha, largest_code, largest_name: of all that were looked for, also below the minimum; 0, None
    and empty where there is none. class_ha: of the patches of each class; small, small_ha, small_largest_ha: those below the minimum,
    which are left out.
    """

    crs: str
    name: str
    classes: Legend = field(default_factory=lambda: Legend(()))
    count: int = 0
    largest_ha: float = 0.0
    largest_code: Optional[int] = None
    largest_name: str = ""
    class_ha: Dict[int, float] = field(default_factory=dict)
    small: int = 0
    small_ha: float = 0.0
    small_largest_ha: float = 0.0
    seconds: float = 0.0
    megapixels: float = 0.0

    @property
    def total_ha(self) -> float:
        """Of all patches that are kept."""
        return float(sum(self.class_ha.values()))

    def largest(self) -> str:
        """The largest piece, in words."""
        if self.largest_code is None:
            return tr("no patch")
        return tr("{area} ha of {name}").format(area=number(self.largest_ha, 2), name=self.largest_name)


def class_patches(
    raster: str,
    settings: Settings,
    *,
    crs: str = "",
    publish: Optional[Callable[[Result, Iterator[Patch]], None]] = None,
    scratch: Optional[str] = None,
    monitor: Optional[Monitor] = None,
) -> Result:
    """Find the patches of a class raster.

    crs: WKT to assume where the raster has none. publish: called once with the result and its patches by rank, to write them; None: the
    numbers alone. scratch: folder for temporary files.
    Raises PantauError, Cancelled.
    """
    monitor, start = monitor or Monitor(), time.perf_counter()
    if not 0 <= settings.min_area_ha <= 1e9:
        raise PantauError(tr("MIN_AREA_HA is {value:g} ha: give 0 or more.").format(value=settings.min_area_ha))
    source = RasterSource(raster, crs=crs)
    require_codes(source, "INPUT")
    legend = read_legend(raster) or Legend(())
    wanted = chosen_classes(settings.classes, legend, source.name)
    aoi = AreaOfInterest(settings.aoi, source.grid) if settings.aoi else None
    area = aoi.window if aoi else source.grid.whole
    grid, read = source.grid.window(area), class_reader(source)
    areas = CellAreas(grid)
    left_out = not wanted and legend.has_background()

    def codes(window: Window) -> np.ndarray:
        there = window._replace(x=window.x + area.x, y=window.y + area.y)
        strip = read(there)
        if aoi is not None:
            strip[~aoi.inside(there)] = NO_CLASS
        if left_out:
            strip[strip == 0] = NO_CLASS
        return strip

    with block_cache(CACHE), scratch_folder(scratch) as folder:
        found = Patches(grid, codes, wanted or None, areas, Share(monitor, 0, 0.4 if publish else 1), corners=settings.corners)
        keep = np.flatnonzero(found.area_ha >= settings.min_area_ha)
        order = keep[np.lexsort((keep, -found.area_ha[keep]))]  # by rank
        result = _summed(found, order, legend, source)
        _warn(wanted, found, legend, source.name, monitor)
        if publish is not None:
            rank = np.full(found.count + 1, -1, np.int32)
            rank[order] = np.arange(len(order), dtype=np.int32)
            numbers = np.full(found.count, 0, np.int64)
            numbers[keep] = np.arange(1, len(keep) + 1)
            polygonizer = Polygonizer(folder, grid)
            for window in strips(grid):
                check(monitor, 0.4 + 0.3 * window.y / grid.height, 1)
                polygonizer.add(window, rank[found.numbers(window)])

            def each() -> Iterator[Patch]:
                for place, wkb in polygonizer.finish_whole(Share(monitor, 0.7, 1)):
                    patch = order[place]
                    code = int(found.code[patch])
                    yield Patch(
                        wkb, int(numbers[patch]), place + 1, code, result.classes.find(code).label(), float(found.area_ha[patch])
                    )

            publish(result, each())
        check(monitor, 1, 1)
    result.seconds, result.megapixels = time.perf_counter() - start, grid.width * grid.height / 1e6
    _report(result, settings, monitor)
    return result


def chosen_classes(text: str, legend: Legend, name: str) -> List[int]:
    """The codes that a list of codes or names with commas means, none for an empty one. Names in quotes may hold commas themselves.

    name: of the raster, for messages.

    Raises PantauError: a name that the legend does not have, or has twice.
    """
    codes: List[int] = []
    words = chain.from_iterable(csv.reader(text.splitlines(), skipinitialspace=True))
    for word in filter(None, (part.strip() for part in words)):
        found = [one.code for one in legend if word.casefold() in (one.name.casefold(), one.name_id.casefold())]
        if len(found) > 1:
            raise PantauError(
                tr("{name} has more than one class called {word} (codes {codes}): give the code.").format(
                    name=name, word=word, codes=", ".join(map(str, found))
                )
            )
        if not found:
            try:
                found = [int(word)]
            except ValueError as error:
                labels = [(one.code, one.label()) for one in legend]
                known = ", ".join(f'{code} "{label}"' if "," in label else f"{code} {label}" for code, label in labels)
                raise PantauError(
                    tr("{name} has no class called {word}: give codes or names from its legend ({known}).").format(
                        name=name, word=word, known=known or tr("it has no names, so give codes")
                    )
                ) from error
        codes += [code for code in found if code not in codes]
    return codes


def _summed(found: Patches, order: np.ndarray, legend: Legend, source: RasterSource) -> Result:
    result = Result(source.grid.crs, source.name, count=len(order))
    codes = np.unique(found.code[order]).tolist()
    result.classes = legend.only(codes)
    areas, kinds = found.area_ha[order], found.code[order]
    result.class_ha = {code: float(areas[kinds == code].sum()) for code in codes}
    if found.count:
        largest = int(found.area_ha.argmax())
        result.largest_ha, result.largest_code = float(found.area_ha[largest]), int(found.code[largest])
        result.largest_name = legend.only([*codes, result.largest_code]).find(result.largest_code).label()
    left = np.delete(found.area_ha, order)
    if len(left):
        result.small, result.small_ha, result.small_largest_ha = len(left), float(left.sum()), float(left.max())
    return result


def _warn(wanted: Sequence[int], found: Patches, legend: Legend, name: str, monitor: Monitor) -> None:
    present = set(np.unique(found.code).tolist())
    for code in wanted:
        if code not in present:
            entry = legend.find(code)
            monitor.warn(
                tr("{name} shows no pixel of class {code} ({label}) here: check CLASSES and the area of interest.").format(
                    name=name, code=code, label=entry.label() if entry else tr("not in its legend")
                )
            )
    if not wanted and not found.count:
        monitor.warn(tr("{name} has no pixel with a class here: check it and the area of interest.").format(name=name))


def _report(result: Result, settings: Settings, monitor: Monitor) -> None:
    monitor.log(
        tr(
            "{name}: {megapixels} Mpx in {seconds} s ({speed} Mpx/s); {count} patches, together {total} ha; the largest: {largest}."
        ).format(
            name=result.name,
            megapixels=number(result.megapixels, 2),
            seconds=number(result.seconds, 2),
            speed=number(result.megapixels / max(result.seconds, 1e-9), 1),
            count=number(result.count, 0),
            total=number(result.total_ha, 2),
            largest=result.largest(),
        )  # fmt: skip
    )
    for code, area in result.class_ha.items():
        monitor.log(tr("{name}: {area} ha").format(name=result.classes.find(code).label(), area=number(area, 2)))
    if result.small:
        monitor.log(
            tr("Left out: {count} patches below {minimum} ha, together {area} ha, the largest of them {largest} ha.").format(
                count=number(result.small, 0),
                minimum=number(settings.min_area_ha, 2),
                area=number(result.small_ha, 2),
                largest=number(result.small_largest_ha, 2),
            )  # fmt: skip
        )
