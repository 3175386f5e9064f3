"""Area tables: hectares of every class in every zone of one or several levels, and by how much they do not close."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field, replace
from typing import Any, Callable, Dict, Iterator, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
from osgeo import ogr

from ..ellipsoid import Surface
from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..raster.aoi import Polygons
from ..raster.grid import Grid
from ..raster.legend import Legend, read_provenance
from ..raster.source import RasterSource
from ..raster.zones import Map
from ..text import listed, number, tr
from ..vector import dissolved, joined, load, overlay
from ..version import VERSION
from .faults import Faults, find_faults
from .tally import Tally, tally

Path = Tuple[str, ...]  # what a zone is called on each level, outermost first
LEAST_CUT = 1e-6  # of a zone's area; less is how two outlines of one border differ
NODATA_CODES = (-9999, -999, -99, -32768, -1, 255, 65535, 2147483647)  # that often mean no data, and are not always declared so


@dataclass(frozen=True)
class Units:
    """Zones as a layer gives them. names: of each polygon, one on each level, outermost first. levels: the fields that hold them.

    remark: what else to say of them, if anything.
    """

    polygons: Polygons
    names: Sequence[Path]
    levels: Sequence[str]
    name: str = ""
    remark: str = ""


class Row(NamedTuple):
    """Hectares of a class in a zone; percent of the zone's own area."""

    zone: Path
    code: int
    area_ha: float
    percent: float
    zone_ha: float


@dataclass
class Level:
    """The zones of one level."""

    title: str
    zones: List[Path]


@dataclass
class Zoned(Level):
    """The zones themselves, the innermost level. All arrays are (n,) of hectares on the ellipsoid, ha (n, k) by class.

    zone_ha: the zone's own area, from its outline alone. nodata_ha: where the raster has no data. outside_ha: beyond the raster.
    overlap_ha: what it shares with other zones. gap_ha: gaps between zones that it borders most.
    """

    ha: np.ndarray
    zone_ha: np.ndarray
    nodata_ha: np.ndarray
    outside_ha: np.ndarray
    overlap_ha: np.ndarray
    gap_ha: np.ndarray

    @property
    def mapped_ha(self) -> np.ndarray:
        """(n,) hectares with a class."""
        return self.ha.sum(axis=1)

    @property
    def difference_ha(self) -> np.ndarray:
        """(n,) by how much the parts of a zone miss its own area: what does not close."""
        return self.zone_ha - self.mapped_ha - self.nodata_ha - self.outside_ha


class Bounds(NamedTuple):
    """The area of interest that bounds a table. name: of its layer. zones: how many there are; cut, left: how many it cuts, and leaves out."""

    name: str
    zones: int = 0
    cut: int = 0
    left: int = 0


@dataclass
class AreaTable:
    """What came out. levels: outermost first, the last is `Zoned`; one, of the whole map, where there are no zones. codes: (k,) classes, ascending.

    names: of the map and of the layer of zones. bounds: None where there is no area of interest. repaired: polygons with an invalid outline. zones_crs: WKT of the faults' outlines.
    """

    levels: List[Level]
    codes: List[int]
    legend: Legend
    names: Tuple[str, str]
    faults: Optional[Faults]
    zones_crs: str
    repaired: int
    grid: Grid
    provenance: Dict[str, Any]
    source: Dict[str, Any]
    seconds: float = 0.0
    megapixels: float = 0.0
    warnings: List[str] = field(default_factory=list)
    bounds: Optional[Bounds] = None

    @property
    def is_cut(self) -> bool:
        """Whether the area of interest cuts zones or leaves some out."""
        return self.bounds is not None and bool(self.bounds.cut or self.bounds.left)

    @property
    def innermost(self) -> Zoned:
        """The zones themselves."""
        return self.levels[-1]  # type: ignore[return-value]

    def label(self, code: int) -> str:
        """What to call a class."""
        return self.legend.find(code).label()

    def rows(self) -> Iterator[Row]:
        """The long table: each class that a zone of the innermost level has; by zone in the order of the layer, then by class."""
        level = self.innermost
        for zone, path in enumerate(level.zones):
            own = float(level.zone_ha[zone])
            for place, code in enumerate(self.codes):
                area = float(level.ha[zone, place])
                if area:
                    yield Row(path, code, area, 100 * area / own if own else 0.0, own)

    def overlap_ha(self) -> float:
        """Hectares counted in more than one zone, once for each too many."""
        return self.faults.total_overlap_ha if self.faults else 0.0

    def gap_ha(self) -> float:
        """Hectares that zones enclose and none of them holds."""
        return float(self.innermost.gap_ha.sum())


def area_table(
    classes: Map,
    units: Optional[Units] = None,
    aoi: Optional[Polygons] = None,
    *,
    aoi_name: str = "AOI",
    publish: Optional[Callable[[AreaTable], None]] = None,
    monitor: Optional[Monitor] = None,
) -> AreaTable:
    """Measure the classes of a raster in zones, in an area of interest, or in the whole raster.

    A pixel on the edge of a zone counts with the share of it that the zone covers; each cell has its area on the ellipsoid. Polygons of
    one name (on all levels) are one zone, and what they share counts once; zones that overlap each count their ground. aoi_name: of the
    layer. publish: called once with the table, to write it; what it raises ends the run.
    Raises PantauError: no class raster, no zone over it. Cancelled.
    """
    monitor, start = monitor or Monitor(), time.perf_counter()
    warnings: List[str] = [units.remark] if units is not None and units.remark else []
    name = classes.name
    source = RasterSource(classes.raster, crs=classes.crs)
    paths, shapes, crs, repaired, bounds = _zones(units, aoi, aoi_name, source.grid.crs, warnings, Share(monitor, 0, 0.15))
    faults = find_faults(shapes, crs, Share(monitor, 0.15, 0.4)) if units is not None and shapes is not None else None
    counted = tally(classes, shapes, crs, Share(monitor, 0.4, 0.97))
    if shapes is not None and not counted.covered():
        raise PantauError(
            tr("No zone of {zones} lies over {map}: check that the layer and its CRS are the right ones.").format(
                zones=units.name if units else aoi_name, map=name
            )
        )
    if not len(counted.codes):
        raise PantauError(
            tr("{map} has no data where it was to be measured: choose another raster, or zones that lie on its data.").format(
                map=name
            )
        )
    levels = _levels(units, paths, shapes, crs, counted, faults)
    table = AreaTable(
        levels, counted.codes.tolist(), counted.legend, (name, units.name if units else ""), faults, crs, repaired, counted.grid,
        {"algorithm": "pantau:areatable", "version": VERSION}, read_provenance(classes.raster), warnings=warnings,
        megapixels=counted.megapixels, bounds=bounds,
    )  # fmt: skip
    _remark(table)
    table.seconds = time.perf_counter() - start
    for sentence in warnings:
        monitor.warn(sentence)
    if publish is not None:
        check(monitor, 1, 1)
        publish(table)
    _report(table, monitor)
    return table


def _zones(
    units: Optional[Units], aoi: Optional[Polygons], aoi_name: str, assumed: str, warnings: List[str], monitor: Monitor
) -> Tuple[List[Path], Optional[List[Optional[ogr.Geometry]]], str, int, Optional[Bounds]]:
    """(paths, their outlines or None for the whole raster, CRS of these, how many were repaired, what bounds them).

    assumed: CRS of a layer without one.
    """
    if units is None and aoi is None:
        return [()], None, assumed, 0, None
    for layer, name in ((units and units.polygons, units and units.name), (aoi, aoi_name)):
        if layer is not None and not layer.crs:
            warnings.append(tr("{layer} has no CRS: that of the class raster is taken.").format(layer=name))
    crs = (units.polygons if units is not None else aoi).crs or assumed
    limit = None
    if aoi is not None:
        inside, broken = load(replace(aoi, crs=aoi.crs or assumed), crs, Share(monitor, 0, 0.2))
        limit = dissolved(inside, Share(monitor, 0.2, 0.4))
        if not len(limit):
            raise PantauError(tr("The area of interest has no polygon: choose a layer with at least one."))
        if units is None:
            return [()], [joined(limit.shapes)], crs, broken, Bounds(aoi_name)
    loaded, repaired = load(replace(units.polygons, crs=crs), crs, Share(monitor, 0.4, 0.7))
    groups: Dict[Path, List[ogr.Geometry]] = {}
    for path, shape in zip(units.names, loaded):
        if shape is not None:
            groups.setdefault(path, []).append(shape)
    empty = [path[-1] for path in dict.fromkeys(units.names) if path not in groups]
    if empty:
        warnings.append(
            tr("Zones of {zones} whose polygons have no area, which are left out: {count} ({names}).").format(
                zones=units.name, count=number(len(empty), 0), names=listed(empty)
            )
        )
    unnamed = [path[-1] for path in groups if re.fullmatch(r"#\d+", path[-1])]
    if unnamed and len(unnamed) < len(groups):
        warnings.append(
            tr("Polygons of {zones} without a name, each a zone of its own: {count} ({names}).").format(
                zones=units.name, count=number(len(unnamed), 0), names=listed(unnamed)
            )
        )
    if not groups:
        raise PantauError(tr("{layer} has no polygon with an area: choose a layer with at least one.").format(layer=units.name))
    apart, several, cut, outlines = [], 0, 0, []
    for place, (path, shapes) in enumerate(groups.items()):
        check(monitor, 0.7 + 0.3 * place / len(groups), 1)
        whole = shapes[0]
        if len(shapes) > 1:
            several += 1
            whole = overlay(joined(shapes).UnionCascaded)
            if len(dissolved(shapes, Monitor())) > 1:
                apart.append(path[-1])
        outlines.append(whole if limit is None else limit.cut(whole))
        cut += 0 < outlines[-1].GetArea() < whole.GetArea() * (1 - LEAST_CUT)
    if apart and several < len(groups) / 2:  # where most zones have several polygons, as those of a plan, that is how the layer is
        warnings.append(
            tr(
                "Polygons of one name that lie apart are one zone here ({names}): where they are different places, name the outer level, "
                "such as the kecamatan, in ZONE_FIELDS too."
            ).format(names=listed(apart))
        )
    kept = [place for place, shape in enumerate(outlines) if not shape.IsEmpty()]
    paths = list(groups)
    bounds = None if aoi is None else Bounds(aoi_name, len(paths), cut, len(paths) - len(kept))
    return [paths[place] for place in kept], [outlines[place] for place in kept], crs, repaired, bounds


def _levels(
    units: Optional[Units], paths: List[Path], shapes: Optional[List[Optional[ogr.Geometry]]], crs: str, counted: Tally,
    faults: Optional[Faults],
) -> List[Level]:  # fmt: skip
    """The levels, the zones themselves last."""
    none = np.zeros(len(paths))
    if shapes is None:
        zone_ha = counted.ha.sum(axis=1) + counted.nodata_ha  # the raster's own cells: nothing else to compare with
    else:
        zone_ha = np.array(Surface(crs).areas_ha(shapes))
    *outer, title = list(units.levels) if units is not None else [""]
    levels = [Level(name, list(dict.fromkeys(path[:depth] for path in paths))) for depth, name in enumerate(outer, 1)]
    overlap_ha, gap_ha = (faults.overlap_ha, faults.gap_ha) if faults else (none, none)
    zoned = Zoned(title, paths, counted.ha, zone_ha, counted.nodata_ha, counted.outside_ha, overlap_ha, gap_ha)
    return [*levels, zoned]


def _remark(table: AreaTable) -> None:
    """Say what a careful reader would want to know before signing."""
    level, warnings = table.innermost, table.warnings
    bare = [path[-1] for path, mapped in zip(level.zones, level.mapped_ha) if path and not mapped]
    if bare:
        warnings.append(
            tr("Zones without any mapped ground: {count} ({names}).").format(count=number(len(bare), 0), names=listed(bare))
        )
    for place, code in enumerate(table.codes):
        if code in NODATA_CODES and table.legend.find(code).name == f"class {code}":
            warnings.append(
                tr("{map} holds {code} on {area} ha, a code without a name: if it means no data, declare it as no data.").format(
                    map=table.names[0], code=code, area=number(level.ha[:, place].sum(), 2)
                )
            )
    if table.repaired:
        warnings.append(tr("Polygons with an invalid outline, repaired: {count}.").format(count=number(table.repaired, 0)))
    if table.overlap_ha() > 0.01:
        warnings.append(
            tr("Zones overlap: {area} ha are counted in more than one of them, so the total is that much too large.").format(
                area=number(table.overlap_ha(), 2)
            )
        )
    if table.gap_ha() > 0.01:
        warnings.append(tr("Zones leave gaps between them: {area} ha belong to none.").format(area=number(table.gap_ha(), 2)))


def _report(table: AreaTable, monitor: Monitor) -> None:
    level = table.innermost
    monitor.log(
        tr("{map}: {megapixels} Mpx in {seconds} s ({speed} Mpx/s), on the CPU; zones: {zones}.").format(
            map=table.names[0],
            megapixels=number(table.megapixels, 2),
            seconds=number(table.seconds, 2),
            speed=number(table.megapixels / max(table.seconds, 1e-9), 1),
            zones=number(len(level.zones), 0) if level.title else tr("none, the whole map"),
        )
    )
    total = level.mapped_ha.sum() + level.nodata_ha.sum() + level.outside_ha.sum()
    for place, code in enumerate(table.codes):
        area = level.ha[:, place].sum()
        monitor.log(f"{table.label(code)}: {number(area, 2)} ha ({number(100 * area / total, 2)} %)")
    for sentence in filter(None, (bounding(table), closing(table))):
        monitor.log(sentence)


def bounding(table: AreaTable) -> str:
    """What the area of interest does to the zones; empty where it leaves them whole."""
    if not table.is_cut:
        return ""
    bounds = table.bounds
    return tr(
        "Only what lies in {area} is measured: of {count} zones it cuts {cut} and leaves out {left}. The own area of a zone is that of its "
        "part inside."
    ).format(area=bounds.name, count=number(bounds.zones, 0), cut=number(bounds.cut, 0), left=number(bounds.left, 0))


def closing(table: AreaTable) -> str:
    """How the parts of the zones add up to their own areas."""
    level = table.innermost
    sentence = (
        tr(
            "Mapped {mapped} ha, no data {nodata} ha, beyond the raster {outside} ha; the parts of the zones in {area} are {own} ha, a "
            "difference of {difference} ha."
        )
        if table.is_cut
        else tr(
            "Mapped {mapped} ha, no data {nodata} ha, beyond the raster {outside} ha; the zones' own areas are {own} ha, a difference of "
            "{difference} ha."
        )
    )
    return sentence.format(
        area=table.bounds.name if table.bounds else "",
        mapped=number(level.mapped_ha.sum(), 2), nodata=number(level.nodata_ha.sum(), 2), outside=number(level.outside_ha.sum(), 2),
        own=number(level.zone_ha.sum(), 2), difference=number(level.difference_ha.sum(), 4),
    )  # fmt: skip
