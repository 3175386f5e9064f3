"""From what to what: the hectares of every pair of classes of two maps, in all and per zone, and a raster of the pairs."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any, Callable, Dict, Iterable, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..raster.codes import Pairs, count_pairs, require_codes, require_few
from ..raster.grid import CellAreas, Grid
from ..raster.legend import Legend, LegendEntry, differing_names, read_legend, read_provenance, recoding, shared_names
from ..raster.outputs import Outputs
from ..raster.pipeline import Block, map_blocks
from ..raster.source import AlignedSource, RasterSource, open_aligned
from ..raster.zones import Map, ZoneMasks, Zones
from ..text import listed, number, tr
from ..version import VERSION

Pair = Tuple[int, int]  # code before, code after
PALE = 0.65  # how much white is in the colour of what stayed the same
MOST_PAIRS = 65_534  # of a change raster


class Row(NamedTuple):
    """One line of the table. zone: None for the whole map. Hectares on the ellipsoid."""

    zone: Optional[str]
    before: int
    after: int
    area_ha: float


class ClassChange(NamedTuple):
    """What became of a class. gain, loss: hectares that came and went; stayed: that are the class on both maps."""

    code: int
    before_ha: float
    after_ha: float
    stayed_ha: float

    @property
    def gain_ha(self) -> float:
        """What the class has after and had not before."""
        return max(0.0, self.after_ha - self.stayed_ha)

    @property
    def loss_ha(self) -> float:
        """What it had before and has no more."""
        return max(0.0, self.before_ha - self.stayed_ha)

    @property
    def net_ha(self) -> float:
        """Gain less loss."""
        return self.after_ha - self.before_ha

    @property
    def swap_ha(self) -> float:
        """Twice the lesser of gain and loss: as much went in one place as came in another (Pontius et al. 2004, equation 4)."""
        return 2 * min(self.gain_ha, self.loss_ha)


class Flows(Dict[Pair, float]):
    """Hectares of each pair of classes."""

    def recoded(self, codes: Dict[int, int]) -> Flows:
        """The same with other codes after; codes: {code: another}, which has each only once."""
        return Flows({(before, codes.get(after, after)): area for (before, after), area in self.items()})

    def __missing__(self, pair: Pair) -> float:
        return 0.0

    def add(self, areas_ha: Dict[Pair, float]) -> None:
        """Add hectares."""
        for pair, area in areas_ha.items():
            self[pair] += area

    @property
    def total_ha(self) -> float:
        """Of all pairs."""
        return float(sum(self.values()))

    @property
    def unchanged_ha(self) -> float:
        """Of the pairs of a class with itself."""
        return float(sum(area for (before, after), area in self.items() if before == after))

    @property
    def changed_ha(self) -> float:
        """Of all others."""
        return float(sum(area for (before, after), area in self.items() if before != after))

    @property
    def changed_percent(self) -> float:
        """The share of them."""
        return 100 * self.changed_ha / self.total_ha if self.total_ha else 0.0

    def codes(self) -> List[int]:
        """All classes, in ascending order."""
        return sorted({code for pair in self for code in pair})

    def classes(self) -> List[ClassChange]:
        """What became of each class."""
        before: Dict[int, float] = defaultdict(float)
        after: Dict[int, float] = defaultdict(float)
        for (one, other), area in self.items():
            before[one] += area
            after[other] += area
        return [ClassChange(code, before[code], after[code], self.get((code, code), 0.0)) for code in self.codes()]

    @property
    def swap_ha(self) -> float:
        """Change that evens out over the map: half the sum over the classes, since each change is one's gain and another's loss."""
        return sum(one.swap_ha for one in self.classes()) / 2

    @property
    def net_ha(self) -> float:
        """Change that does not even out."""
        return sum(abs(one.net_ha) for one in self.classes()) / 2

    def changes(self) -> List[Tuple[Pair, float]]:
        """The pairs of different classes, the most hectares first."""
        changed = [(pair, area) for pair, area in self.items() if pair[0] != pair[1]]
        return sorted(changed, key=lambda entry: (-entry[1], entry[0]))


@dataclass
class ChangeTable:
    """What came out. Hectares on the ellipsoid.

    flows: of the whole map; zones: of each zone, in the order of the layer; None without zones. legend: of all classes. legend_of_pairs:
    of the change raster. only_before_ha, only_after_ha: pixels of which only one map tells a class. no_zone_ha: compared, and in no zone.
    overlap_ha: counted in more than one zone, once for each too many.
    """

    names: Tuple[str, str]
    flows: Flows
    legend: Legend
    zones: Optional[Dict[str, Flows]] = None
    zones_name: str = ""
    only_before_ha: float = 0.0
    only_after_ha: float = 0.0
    no_zone_ha: float = 0.0
    overlap_ha: float = 0.0
    aligned: bool = False
    grid: Optional[Grid] = None
    provenance: Dict[str, Any] = field(default_factory=dict)
    sources: List[Dict[str, Any]] = field(default_factory=list)
    seconds: float = 0.0
    megapixels: float = 0.0
    warnings: List[str] = field(default_factory=list)

    def name(self, code: int) -> str:
        """What to call a class."""
        return self.legend.find(code).label()

    def rows(self) -> List[Row]:
        """The table: of each zone, or of the whole map where there are none; by zone, class before, class after."""
        parts: List[Tuple[Optional[str], Flows]] = [(None, self.flows)] if self.zones is None else list(self.zones.items())
        return [Row(zone, *pair, area) for zone, flows in parts for pair, area in sorted(flows.items())]

    def legend_of_pairs(self) -> Legend:
        """The classes of the change raster: from 1, the pairs that occur, by the code before and the code after."""
        entries = []
        for code, (before, after) in enumerate(sorted(self.flows), 1):
            one, other = self.legend.find(before), self.legend.find(after)
            if before == after:
                pale = "#" + "".join(f"{round(part + (255 - part) * PALE):02X}" for part in one.rgb())
                entries.append(LegendEntry(code, f"{one.name} (unchanged)", f"{one.name_id} (tetap)", pale))
            else:
                entries.append(LegendEntry(code, f"{one.name} -> {other.name}", f"{one.name_id} -> {other.name_id}", other.color))
        return Legend(tuple(entries))


def change_table(
    before: Map,
    after: Map,
    zones: Optional[Zones] = None,
    *,
    change: Optional[str] = None,
    publish: Optional[Callable[[ChangeTable], None]] = None,
    monitor: Optional[Monitor] = None,
) -> ChangeTable:
    """Compare two class rasters on the grid of `before`, pixel by pixel; `after` takes the nearest pixel where its grid differs.

    A pixel is in a zone where its centre is. change: path of a GeoTIFF to write, with the codes of `legend_of_pairs`; the rasters are
    then read twice, since the pairs must be known first. publish: called once, when that is in place, to write what else shall be
    written; where it fails, the raster goes and what was there comes back.
    Raises PantauError, Cancelled; then no output exists and earlier files are as they were.
    """
    monitor, start = monitor or Monitor(), time.perf_counter()
    work = _Work(before, after, zones, monitor)
    with Outputs() as outputs:
        table = work.count(Share(monitor, 0, 0.5 if change else 1))
        if change:
            work.draw(outputs, change, table, Share(monitor, 0.5, 1))
            outputs.finish()
        table.seconds = time.perf_counter() - start
        for sentence in table.warnings:
            monitor.warn(sentence)
        if publish is not None:
            check(monitor, 1, 1)
            publish(table)
    _report(table, monitor)
    return table


class _Work:
    """One run: everything resolved before the first pixel is compared."""

    def __init__(self, before: Map, after: Map, zones: Optional[Zones], monitor: Monitor) -> None:
        first = RasterSource(before.raster, crs=before.crs)
        require_codes(first, "BEFORE")
        self.grid = first.grid
        second = open_aligned(after.raster, self.grid, "nearest", crs=after.crs)
        require_codes(second, "AFTER")
        self.sources, self.areas = [first, second], CellAreas(self.grid)
        self.names = (before.name, after.name)
        self.aligned = isinstance(second, AlignedSource)
        if self.aligned:
            monitor.log(
                tr("{name} lies on another grid: each pixel of {before} takes the nearest pixel of it.").format(
                    name=self.names[1], before=self.names[0]
                )
            )
        self._legends = [read_legend(one.raster) or Legend(()) for one in (before, after)]
        self._by_name = shared_names(*self._legends)
        self._recoded: Dict[int, int] = {}  # codes of the map after that mean a class of another code here
        self.warnings: List[str] = []
        if not self._by_name:
            self._compare_codes()
        if before.raster == after.raster:
            self.warnings.append(tr("Both maps are the same file, {name}: check BEFORE and AFTER.").format(name=self.names[0]))
        self.zones, self.zones_name = (None, "") if zones is None else (ZoneMasks(zones, self.grid, self.names[0]), zones.name)
        self.provenance = {
            "algorithm": "pantau:changetable", "version": VERSION, "before": self.names[0], "after": self.names[1],
            "zones": zones.name if zones else None,
        }  # fmt: skip
        self.provenances = [read_provenance(one.raster) for one in (before, after)]

    def _compare_codes(self) -> None:
        """Warn where a code has two names. Raises PantauError where the codes mean different things."""
        classes = differing_names(*self._legends, self.names)
        if classes:
            self.warnings.append(
                tr(
                    "{before} and {after} give some codes different names ({classes}): they are compared by code, so check that they mean "
                    "the same."
                ).format(before=self.names[0], after=self.names[1], classes=classes)
            )

    def _match(self, flows: Flows, monitor: Monitor) -> Legend:
        """The classes of both maps, once all codes that occur are known: by name where that is possible, else by code."""
        before, after = self._legends
        if self._by_name:
            codes = recoding(before, after, self._by_name, [{pair[place] for pair in flows} for place in (0, 1)])
            if codes is None:
                self._compare_codes()
            else:
                self._recoded = codes
                pairs = [f"{one.label()}: {one.code} = {codes[one.code]}" for one in after if one.code in codes]
                monitor.log(
                    tr(
                        "The maps number the same classes differently, so classes are matched by name; codes of {after} = codes here: {pairs}."
                    ).format(after=self.names[1], pairs=", ".join(pairs))
                )
        others = [replace(one, code=self._recoded.get(one.code, one.code)) for one in after]
        return Legend((*before, *(one for one in others if before.find(one.code) is None)))

    def count(self, monitor: Monitor) -> ChangeTable:
        """Add up the hectares, block by block."""
        sums = _Sums(self.names, None if self.zones is None else self.zones.names)
        sources: List[Any] = [*self.sources, *([self.zones] if self.zones else [])]
        map_blocks(sources, self._count_block, {"sums": sums}, monitor=monitor)
        if not sums.flows:
            raise PantauError(
                tr("No pixel of {before} can be compared with {after}: choose two that overlap and hold data.").format(
                    before=self.names[0], after=self.names[1]
                )
            )
        legend = self._match(sums.flows, monitor)
        flows = sums.flows.recoded(self._recoded)
        zones = sums.zones and {name: its.recoded(self._recoded) for name, its in sums.zones.items()}
        table = ChangeTable(
            self.names, flows, legend.only(flows.codes()), zones, self.zones_name, *sums.areas.tolist(),
            aligned=self.aligned, grid=self.grid, provenance=self.provenance, sources=self.provenances, warnings=self.warnings,
            megapixels=self.grid.width * self.grid.height / 1e6,
        )  # fmt: skip
        if table.zones is not None:
            empty = [name for name, flows in table.zones.items() if not flows]
            if empty:
                table.warnings.append(
                    tr("{count} zone(s) of {zones} have no pixel to compare: {names}.").format(
                        count=number(len(empty), 0), zones=self.zones_name, names=listed(empty)
                    )
                )
        return table

    def _pairs(self, block: Block) -> Tuple[Pairs, Optional[np.ndarray], Optional[np.ndarray]]:
        """The pairs of a block, and where only one of the maps has a class."""
        one, other = block.pixels[:2]
        counted = [pixels.valid for pixels in (one, other) if pixels.valid is not None]
        both = np.logical_and.reduce(counted) if counted else None
        alone = [None, None]
        if both is not None:
            alone = [~both if pixels.valid is None else pixels.valid & ~both for pixels in (one, other)]
        return count_pairs(one.values[0], other.values[0], both, self.names), alone[0], alone[1]

    def _count_block(self, block: Block) -> Dict[str, Any]:
        window = block.window
        pairs, *alone = self._pairs(block)
        rows = np.arange(window.y, window.y + window.height)[:, None]
        cell_ha = self.areas.at(rows, np.arange(window.x, window.x + window.width))
        compared = pairs.keys < len(pairs.axes[0]) * len(pairs.axes[1])
        inside, zones = np.zeros(compared.shape, np.int32), []
        for zone, part, flags in block.pixels[2] if self.zones else ():
            zones.append((zone, pairs.sums(pairs.keys[part][flags], cell_ha[part][flags])[1]))
            inside[part] += flags
        areas = [0.0 if flags is None else float(cell_ha[flags].sum()) for flags in alone]
        if self.zones:
            areas += [float(cell_ha[compared & (inside == 0)].sum()), float((cell_ha * np.maximum(inside - 1, 0))[compared].sum())]
        else:
            areas += [0.0, 0.0]
        return {"sums": (pairs.sums(pairs.keys, cell_ha)[1], zones, areas)}

    def draw(self, outputs: Outputs, path: str, table: ChangeTable, monitor: Monitor) -> None:
        """Write the raster of the pairs."""
        legend, order = table.legend_of_pairs(), sorted(table.flows)
        if len(order) > MOST_PAIRS:
            raise PantauError(
                tr("{count} pairs of classes occur, more than a raster can tell apart: merge classes first.").format(
                    count=len(order)
                )
            )
        dtype = np.uint8 if len(order) < 255 else np.uint16
        nodata = int(np.iinfo(dtype).max)
        places = {pair: place for place, pair in enumerate(order, 1)}

        def kernel(block: Block) -> Dict[str, Any]:
            (codes, others), keys = self._pairs(block)[0]
            lookup = np.full(len(codes) * len(others) + 1, nodata, dtype)
            for key in np.unique(keys).tolist():
                if key < len(lookup) - 1:
                    other = int(others[key % len(others)])
                    lookup[key] = places[int(codes[key // len(others)]), self._recoded.get(other, other)]
            return {"change": lookup[keys]}

        outputs.create(
            "change", path, self.grid, dtype, 1, nodata, legend=legend, names=[tr("change")],
            provenance={
                **self.provenance, "pairs": [[place, *pair] for pair, place in places.items()],
                "codes_of_after": sorted(self._recoded.items()),
            },
        )  # fmt: skip
        map_blocks(self.sources, kernel, outputs.rasters, monitor=monitor)


class _Sums:
    """Adds up the blocks; an output of the pipeline. areas: only before, only after, in no zone, in more than one."""

    def __init__(self, names: Sequence[str], zones: Optional[Iterable[str]]) -> None:
        self.flows, self.areas, self._names = Flows(), np.zeros(4), names
        self.zones = None if zones is None else {name: Flows() for name in zones}
        self._order = list(self.zones.values()) if self.zones is not None else []

    def write(self, x: int, y: int, array: Tuple[Dict[Pair, float], List[Tuple[int, Dict[Pair, float]]], List[float]]) -> None:
        """Add what a block holds."""
        flows, zones, areas = array
        self.flows.add(flows)
        for place, name in enumerate(self._names):
            require_few(len({pair[place] for pair in self.flows}), name)
        for zone, its in zones:
            self._order[zone].add(its)
        self.areas += areas


def _report(table: ChangeTable, monitor: Monitor) -> None:
    flows = table.flows
    monitor.log(
        tr("{before} and {after}: {megapixels} Mpx in {seconds} s ({speed} Mpx/s), {compared} ha compared.").format(
            before=table.names[0],
            after=table.names[1],
            megapixels=number(table.megapixels, 2),
            seconds=number(table.seconds, 2),
            speed=number(table.megapixels / max(table.seconds, 1e-9), 1),
            compared=number(flows.total_ha, 2),
        )
    )
    monitor.log(
        tr("Changed: {changed} ha ({percent} %), of which {net} ha net and {swap} ha swap; unchanged: {unchanged} ha.").format(
            changed=number(flows.changed_ha, 2),
            percent=number(flows.changed_percent, 2),
            net=number(flows.net_ha, 2),
            swap=number(flows.swap_ha, 2),
            unchanged=number(flows.unchanged_ha, 2),
        )
    )
    for (before, after), area in flows.changes()[:5]:
        monitor.log(f"{table.name(before)} -> {table.name(after)}: {number(area, 2)} ha")
    monitor.log(seen(table))
    if table.zones is not None:
        monitor.log(zoned(table))


def seen(table: ChangeTable) -> str:
    """What could not be compared."""
    return tr("No data in one of the maps: {before} ha have a class only before, {after} ha only after.").format(
        before=number(table.only_before_ha, 2), after=number(table.only_after_ha, 2)
    )


def zoned(table: ChangeTable) -> str:
    """How the zones cover what was compared."""
    return tr(
        "{count} zones; {outside} ha that were compared lie in none of them, {overlap} ha are counted in more than one."
    ).format(count=number(len(table.zones or ()), 0), outside=number(table.no_zone_ha, 2), overlap=number(table.overlap_ha, 2))
