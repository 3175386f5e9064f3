"""Land cover against the spatial plan: does the land agree with its zone, in hectares, per zone and administrative unit, and where not."""

from __future__ import annotations

import math
import os
import time
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Sequence, Tuple, Union

from osgeo import ogr

from ..errors import PantauError
from ..landcover.class_patches import chosen_classes
from ..monitor import Monitor, Share, check
from ..raster.aoi import Polygons
from ..raster.codes import require_codes
from ..raster.gdal_guard import block_cache
from ..raster.legend import Legend, read_legend, read_provenance
from ..raster.outputs import Outputs
from ..raster.pipeline import CACHE
from ..raster.source import RasterSource
from ..raster.zones import Map, Zones
from ..text import folded, listed, number, tr
from ..version import VERSION
from .availability import together
from .conformity import PlanOverlay, ZonePart, cells_of
from .conformity_map import Areas, Cover, Numbered, PolygonAreas, RasterAreas, draw, metric_grid
from .fields import name_order, nameless, spelled_alike
from .kinds import BUILT, OTHER, LandKind, PlanZone, built_zones, land_kinds
from .overlay import Overlay, Piece, overlay_layers
from .plan_figures import Figures
from .rules import (
    CONFORM,
    LISTED,
    NO_DATA,
    NO_RULE,
    NONCONFORM,
    OUTSIDE,
    Rule,
    about_own_states,
    apply_rules,
    default_rules,
    read_rules,
    state_label,
)
from .tally import tally

MISSES_HA, MISSES_PERCENT = 0.01, 0.01  # what a zone may miss of its own area before it is said aloud


@dataclass(frozen=True)
class LandPolygons:
    """Land cover as polygons. codes: the class of each. legend: of the classes. name: of the layer."""

    polygons: Polygons
    codes: Sequence[int]
    legend: Legend
    name: str = ""


@dataclass(frozen=True)
class Plan:
    """A spatial plan. zones: polygons with the key of the zone of each, empty where it has none. others: what else the layer calls the
    zone of each, if anything."""

    zones: Zones
    others: Sequence[str] = ()

    def listed(self) -> List[PlanZone]:
        """Its zones, by key; what most of the ground of each is called comes first."""
        spelled: Dict[str, Dict[str, str]] = {key: {} for key in self.zones.names}
        for key, other in zip(self.zones.names, self.others):
            if key != nameless() and folded(other) not in ("", folded(key)):
                spelled[key].setdefault(folded(other), other)
        several = {key for key, names in spelled.items() if len(names) > 1}
        areas: Dict[str, Dict[str, float]] = {key: defaultdict(float) for key in several}
        for key, other, wkb in zip(self.zones.names, self.others, self.zones.polygons.wkb):
            if key in several:  # in the plan's own CRS, which is good enough for what most of a zone is
                areas[key][folded(other)] += ogr.CreateGeometryFromWkb(wkb).GetArea()
        found = []
        for key in sorted(spelled, key=name_order):
            its, names = areas.get(key, {}), list(spelled[key])
            names.sort(key=lambda name: -its.get(name, 0.0))
            usual = key not in several or its[names[0]] > math.fsum(its.values()) / 2
            found.append(PlanZone(key, tuple(spelled[key][name] for name in names), usual))
        return found


@dataclass(frozen=True)
class Settings:
    """rules: path of a table, None: a default one. built_classes, bare_classes, vegetated_classes, built_zones: codes or names with
    commas, empty: known by their names. pixel_m: of the rasters of land-cover polygons. min_area_ha: of nonconformity."""

    rules: Optional[str] = None
    built_classes: str = ""
    bare_classes: str = ""
    vegetated_classes: str = ""
    built_zones: str = ""
    pixel_m: Optional[float] = None
    min_area_ha: float = 0.0


class _Found(NamedTuple):
    """Land cover in the parts of the plan. areas: {class: hectares} of each part. missing: {state: hectares} of each.

    pieces: for polygons, (part, class, multipolygon). unplanned_ha: of land-cover polygons, in no zone.
    """

    areas: List[Dict[int, float]]
    missing: List[Dict[str, float]]
    classes: Legend
    pieces: Sequence[Tuple[int, int, ogr.Geometry]] = ()
    overlap_ha: float = 0.0
    unplanned_ha: Optional[float] = None
    repaired: int = 0


Publish = Callable[[PlanOverlay, Areas], Optional[Figures]]


def plan_overlay(
    landcover: Union[Map, LandPolygons],
    plan: Plan,
    admin: Optional[Zones],
    settings: Settings,
    *,
    conformity: Optional[str] = None,
    available: Optional[str] = None,
    publish: Optional[Publish] = None,
    scratch: Optional[str] = None,
    monitor: Optional[Monitor] = None,
) -> PlanOverlay:
    """Judge land cover by the zones of a plan, in all and in each administrative unit.

    Zones and units are the same where their names are but for blanks and capitals; those without a name are one, listed last.
    Hectares: of a raster by the exact share of each cell in each zone, of polygons by cutting them; all on the ellipsoid. conformity,
    available: paths of rasters, in which the pixel's centre counts. publish: called once, when those are in place, with the result and
    the polygons, to write what else shall be written, and gives back the figures as it printed them, if it did; where it fails, the rasters go and what
    was there comes back.
    scratch: folder for temporary files.
    Raises PantauError, Cancelled; then no output exists and earlier files are as they were.
    """
    monitor, start = monitor or Monitor(), time.perf_counter()
    if not 0 <= settings.min_area_ha <= 1e9:
        raise PantauError(tr("MIN_AREA_HA is {value:g} ha: give 0 or more.").format(value=settings.min_area_ha))
    rules = read_rules(settings.rules) if settings.rules else None
    plan = Plan(*spelled_alike([plan.zones]), plan.others)
    admin = spelled_alike([admin])[0] if admin else None
    crs = plan.zones.polygons.crs or (admin.polygons.crs if admin else "") or _own_crs(landcover)
    laid = overlay_layers([plan.zones, *([admin] if admin else [])], crs, Share(monitor, 0, 0.3))
    parts, shapes = _parts(laid)
    if isinstance(landcover, Map):
        found = _of_raster(landcover, shapes, crs, plan.zones.name, Share(monitor, 0.3, 0.6))
    else:
        found = _of_polygons(landcover, shapes, crs, plan.zones.name, Share(monitor, 0.3, 0.6))
    result = _judged(landcover, plan, admin, settings, rules, laid, parts, found)
    printed = None
    with Outputs() as outputs, block_cache(CACHE):
        cover = None
        if conformity or available or isinstance(landcover, Map):
            cover = _cover(landcover, result, found, shapes, crs, settings, Share(monitor, 0.6, 0.65))
            result.grid = cover.grid
        if cover is not None and (conformity or available):
            draw(outputs, cover, result, conformity, available, Share(monitor, 0.65, 0.8))
            outputs.finish()
        result.seconds = time.perf_counter() - start
        for sentence in result.warnings:
            monitor.warn(sentence)
        if rules is None:
            monitor.warn(
                tr(
                    "The rules are an example made by Pantau, not an official table: edit a copy of them (RULES_OUT) and give it as the rules (RULES)."
                )
            )
        if publish is not None:
            check(monitor, 0.8, 1)
            rest = Share(monitor, 0.85, 1)  # what is before that is for what `publish` computes itself
            areas = (
                RasterAreas(result, cover, scratch, settings.min_area_ha, rest)
                if cover is not None and isinstance(landcover, Map)
                else PolygonAreas(result, found.pieces, crs, settings.min_area_ha, rest)
            )
            printed = publish(result, areas)
    _report(result, printed, monitor)
    return result


def _own_crs(landcover: Union[Map, LandPolygons]) -> str:
    if isinstance(landcover, LandPolygons):
        return landcover.polygons.crs
    return RasterSource(landcover.raster, crs=landcover.crs).grid.crs


def _parts(laid: Overlay) -> Tuple[List[ZonePart], List[ogr.Geometry]]:
    """(the zones in the units, by unit and zone; their shapes): what is in no zone is left out."""

    def order(piece: Piece) -> Tuple[Any, ...]:
        zone, *unit = piece.names
        return (*((name is None, name_order(name or "")) for name in unit), name_order(zone or ""))

    pieces = sorted((piece for piece in laid.pieces if piece.names[0] is not None), key=order)
    parts = [ZonePart(piece.names[1] if len(piece.names) > 1 else None, piece.names[0], piece.area_ha) for piece in pieces]
    return parts, [piece.shape for piece in pieces]


def _of_raster(landcover: Map, shapes: Sequence[ogr.Geometry], crs: str, plan: str, monitor: Monitor) -> _Found:
    """The classes of a raster in the parts of the plan, by the exact share of each cell."""
    require_codes(RasterSource(landcover.raster, crs=landcover.crs), "LANDCOVER")
    table = tally(landcover, shapes, crs, monitor)
    background = (read_legend(landcover.raster) or Legend(())).has_background()
    codes = [code for code in table.codes.tolist() if not (background and code == 0)]
    if not codes:
        raise PantauError(
            tr("{plan} and {map} have no ground with a class in common: check that they are of one place, and their CRS.").format(
                plan=plan, map=landcover.name
            )
        )
    areas, missing = [], []
    for row, nodata, outside in zip(table.ha, table.nodata_ha.tolist(), table.outside_ha.tolist()):
        its = dict(zip(table.codes.tolist(), row.tolist()))
        areas.append({code: its[code] for code in codes})
        missing.append({NO_DATA: nodata + (its.get(0, 0.0) if background else 0.0), OUTSIDE: outside})
    return _Found(areas, missing, table.legend.only(codes))


def _of_polygons(landcover: LandPolygons, shapes: Sequence[ogr.Geometry], crs: str, plan: str, monitor: Monitor) -> _Found:
    """The classes of polygons in the parts of the plan, by cutting them."""
    land = Zones(landcover.polygons, [str(code) for code in landcover.codes], landcover.name)
    grounds = Zones(Polygons([bytes(shape.ExportToWkb()) for shape in shapes], crs), list(map(str, range(len(shapes)))), plan)
    laid = overlay_layers([land, grounds], crs, monitor)
    areas: List[Dict[int, float]] = [{} for _ in shapes]
    missing: List[Dict[str, float]] = [{} for _ in shapes]
    pieces, unplanned_ha = [], []
    for piece in laid.pieces:
        code, ground = piece.names
        if ground is None:
            unplanned_ha.append(piece.area_ha)
        elif code is None:
            missing[int(ground)][NO_DATA] = piece.area_ha
        else:
            areas[int(ground)][int(code)] = piece.area_ha
            pieces.append((int(ground), int(code), piece.shape))
    if not pieces:
        raise PantauError(
            tr("{plan} and {map} have no ground with a class in common: check that they are of one place, and their CRS.").format(
                plan=plan, map=landcover.name
            )
        )
    codes = sorted({code for _, code, _ in pieces})
    return _Found(
        areas, missing, landcover.legend.only(codes), pieces, laid.overlap_ha[0], math.fsum(unplanned_ha), laid.repaired[0]
    )


def _judged(
    landcover: Union[Map, LandPolygons], plan: Plan, admin: Optional[Zones], settings: Settings, rules: Optional[List[Rule]], laid: Overlay,
    parts: List[ZonePart], found: _Found,
) -> PlanOverlay:  # fmt: skip
    """The result, all but its rasters."""
    used = {part.zone for part in parts}
    zones = [zone for zone in plan.listed() if zone.key in used]
    # Names may be of classes that the map has and the plan's ground has not: they are known, and no mistake.
    known = landcover.legend if isinstance(landcover, LandPolygons) else read_legend(landcover.raster) or Legend(())
    everything = Legend((*found.classes, *(entry for entry in known if found.classes.find(entry.code) is None)))
    all_kinds = land_kinds(everything, settings.built_classes, settings.bare_classes, settings.vegetated_classes, landcover.name)
    kinds = {entry.code: all_kinds.get(entry.code, LandKind("", OTHER)) for entry in found.classes}
    built = built_zones(zones, settings.built_zones, plan.zones.name)
    if rules is None:
        table = default_rules(found.classes, zones, kinds, built)
    else:
        table = apply_rules(rules, everything, zones, all_kinds, os.path.basename(settings.rules))
        table = table.only(found.classes)
    units: List[Optional[str]] = list(dict.fromkeys(part.admin for part in parts))
    layers = {"PLAN": laid.repaired[0], "ADMIN": laid.repaired[1] if admin else 0, "LANDCOVER_POLYGONS": found.repaired}
    result = PlanOverlay(
        cells_of(parts, found.areas, found.missing, table), parts, zones, units, found.classes, kinds, built, table, landcover.name,
        plan.zones.name, admin.name if admin else "",
        overlap_ha=laid.overlap_ha[0], admin_overlap_ha=laid.overlap_ha[1] if admin else 0.0, landcover_overlap_ha=found.overlap_ha,
        unplanned_ha=math.fsum(piece.area_ha for piece in laid.pieces if piece.names[0] is None), unplanned_cover_ha=found.unplanned_ha,
        repaired=layers, knows_built=any(kind.group == BUILT for kind in all_kinds.values()),
        unnamed=plan.zones.names.count(nameless()),
        source=read_provenance(landcover.raster) if isinstance(landcover, Map) else {},
        provenance={
            "algorithm": "pantau:planoverlay", "version": VERSION, "landcover": landcover.name, "plan": plan.zones.name,
            "admin": admin.name if admin else None, "rules": table.name or "example", "built_zones": built,
            "built_classes": [code for code, kind in kinds.items() if kind.group == BUILT], "min_area_ha": settings.min_area_ha,
        },
    )  # fmt: skip
    result.warnings += [*about_own_states(rules or []), *_unknown_codes(settings, everything, landcover.name), *_warnings(result)]
    return result


def _unknown_codes(settings: Settings, classes: Legend, name: str) -> List[str]:
    """A sentence about each list of classes with codes that the map does not have."""
    lists = {
        "BUILT_CLASSES": settings.built_classes, "BARE_CLASSES": settings.bare_classes, "VEGETATED_CLASSES": settings.vegetated_classes,
    }  # fmt: skip
    sentences = []
    for parameter, text in lists.items():
        codes = [str(code) for code in chosen_classes(text, classes, name) if classes.find(code) is None]
        if codes:
            sentences.append(
                tr("{parameter} names {codes}, which {map} does not have here: its classes are {known}.").format(
                    parameter=parameter, codes=listed(codes), map=name, known=listed([str(entry.code) for entry in classes], 20)
                )
            )
    return sentences


def _cover(
    landcover: Union[Map, LandPolygons], result: PlanOverlay, found: _Found, shapes: Sequence[ogr.Geometry], crs: str,
    settings: Settings, monitor: Monitor,
) -> Cover:  # fmt: skip
    """The pixels of the rasters: those of the map, or of a grid of their own."""
    if isinstance(landcover, Map):
        source = RasterSource(landcover.raster, crs=landcover.crs)
        return Cover(result, Numbered(shapes, crs, source.grid), source, ())
    grid = metric_grid(shapes, crs, settings.pixel_m, monitor)
    pieces = Numbered([shape for _, _, shape in found.pieces], crs, grid)
    return Cover(result, pieces, None, [(part, code) for part, code, _ in found.pieces])


def _warnings(result: PlanOverlay) -> List[str]:
    """What the user should look at."""
    sentences = []
    degree = result.whole
    unnamed_ha = result.planned_ha().get(nameless())
    if unnamed_ha:
        sentences.append(
            tr("{count} polygon(s) of {plan} have no name ({area} ha), and are listed as {name}.").format(
                count=number(result.unnamed, 0), plan=result.plan, area=number(unnamed_ha, 2), name=nameless()
            )
        )
    if degree.percent is None:
        sentences.append(
            tr("Nothing was judged, since no rule speaks of any land: there is no degree of conformity, and 0 % says nothing.")
        )
    if result.rules.unclear:
        sentences.append(
            tr("The plan calls these zones several things, so the example has no rule for them: {zones}.").format(
                zones=listed(result.rules.unclear)
            )
        )
    if result.rules.unused:
        lines = [f"{rule.line} ({rule.land}, {rule.zone})" for rule in result.rules.unused]
        sentences.append(
            tr("{count} line(s) of {name} match no class or no zone there is: {lines}.").format(
                count=number(len(lines), 0), name=result.rules.name, lines=listed(lines, LISTED)
            )
        )
    unmapped = defaultdict(float)
    for _, zone, one in result.available():
        unmapped[zone] += one.nodata_ha
    if math.fsum(unmapped.values()) >= MISSES_HA:
        sentences.append(
            tr("{area} ha of zones for building are not mapped ({zones}): what is available is told of the rest.").format(
                area=number(math.fsum(unmapped.values()), 2),
                zones=listed([f"{zone} {number(area, 2)} ha" for zone, area in unmapped.items() if area >= MISSES_HA]),
            )
        )
    if degree[NO_RULE]:
        pairs = [f"{result.class_name(code)} / {zone} {number(area, 2)} ha" for code, zone, area in result.without_rule()]
        sentences.append(
            tr("No rule speaks of {area} ha ({pairs}): add lines for them to the rules.").format(
                area=number(degree[NO_RULE], 2), pairs=listed(pairs)
            )
        )
    if not result.knows_built:
        sentences.append(
            tr(
                "No class of {map} is known to be built-up, so it is not known what is available for building: list the built-up classes "
                "(BUILT_CLASSES), or say it in their names."
            ).format(map=result.landcover)
        )
    for layer, area in (
        (result.plan, result.overlap_ha), (result.admin, result.admin_overlap_ha), (result.landcover, result.landcover_overlap_ha)
    ):  # fmt: skip
        if area >= MISSES_HA:
            sentences.append(
                tr("Polygons of different names of {layer} overlap on {area} ha, which count in each of them.").format(
                    layer=layer, area=number(area, 2)
                )
            )
    open_ended = [
        f"{one.name} {number(one.difference_ha, 2)} ha" for one in result.closures()
        if not one.closes(max(MISSES_HA, MISSES_PERCENT / 100 * one.stated_ha))
    ]  # fmt: skip
    if open_ended:
        sentences.append(tr("What is mapped in these zones differs from their own area: {zones}.").format(zones=listed(open_ended)))
    return sentences


def _report(result: PlanOverlay, printed: Optional[Figures], monitor: Monitor) -> None:
    """Tell what came out; printed: in the figures of the report, which add up."""
    degree = printed.degree() if printed else result.whole
    percent, decided = degree.percent, degree.percent_of_decided
    monitor.log(
        tr("{map} in {count} zones of {plan}, in {seconds} s: {total} ha.").format(
            map=result.landcover, count=number(len(result.zones), 0), plan=result.plan, seconds=number(result.seconds, 2),
            total=number(degree.total_ha, 2),
        )
    )  # fmt: skip
    for state in (*result.states(), NO_DATA, OUTSIDE):
        if degree.get(state):
            monitor.log(f"{state_label(state)}: {number(degree[state], 2)} ha")
    if percent is not None:
        monitor.log(
            tr("Degree of conformity: {conform} of {judged} ha = {percent} %; of what conforms or does not: {decided} %.").format(
                conform=number(degree[CONFORM], 2),
                judged=number(degree.judged_ha, 2),
                percent=number(percent, 2),
                decided="–" if decided is None else number(decided, 2),
            )
        )
    units = {unit: printed.degree(place) for place, unit in enumerate(printed.units)} if printed else result.by_unit()
    for unit, its in units.items():
        if result.admin and its.percent is not None:
            monitor.log(
                tr("{unit}: {percent} % conform, {area} ha do not.").format(
                    unit=result.unit_label(unit), percent=number(its.percent, 2), area=number(its[NONCONFORM], 2)
                )
            )
    whole = printed.available_whole if printed else together([one for _, _, one in result.available()])
    if result.built and result.knows_built:
        monitor.log(
            tr("Zones for building ({zones}): planned {planned} ha, built {built} ha, available {available} ha.").format(
                zones=", ".join(result.built), planned=number(whole.planned_ha, 2), built=number(whole.built_ha, 2),
                available=number(whole.available_ha, 2),
            )
        )  # fmt: skip
    elif not result.built:
        monitor.log(tr("No zone is known to be for building, so no availability was counted: list such zones (BUILT_ZONES)."))
    for layer, count in result.repaired.items():
        if count:
            monitor.log(
                tr("{count} polygon(s) of {layer} had an invalid outline, which was repaired.").format(count=count, layer=layer)
            )
    if result.admin:
        monitor.log(
            tr("Ground of the plan in no unit: {outside} ha; ground of the units in no zone: {unplanned} ha.").format(
                outside=number(result.no_admin_ha, 2), unplanned=number(result.unplanned_ha, 2)
            )
        )
    if result.unplanned_cover_ha is not None:
        monitor.log(tr("Land cover in no zone: {area} ha.").format(area=number(result.unplanned_cover_ha, 2)))
