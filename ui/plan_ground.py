"""What the RTRW overlay dock keeps in the project, and how it reads the classes and zones that its rules are about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Set, Tuple

from qgis.core import QgsFeatureRequest, QgsVectorLayerFeatureSource

from ..plugin.engine.area.fields import PLAN_FIELDS, admin_levels, name_order, nameless, recognised
from ..plugin.engine.area.kinds import PlanZone, built_zones, land_kinds
from ..plugin.engine.area.rules import default_rules
from ..plugin.engine.errors import PantauError
from ..plugin.engine.raster.codes import NO_CLASS, class_reader, require_codes, require_few
from ..plugin.engine.raster.grid import Window
from ..plugin.engine.raster.legend import Legend, read_legend
from ..plugin.engine.raster.source import RasterSource
from ..plugin.engine.text import folded, tr
from ..processing_provider.algorithm import plain
from ..processing_provider.plan_overlay import CLASS_FIELDS, NAME_FIELDS, classes_of_polygons
from .background import Stopped
from .plan_rules import Ground

KEY = "plan_overlay"  # of the state in the project
MOST_ZONES = 300  # more are no zones, but a field that holds something else
CHUNK = 2048  # pixels to a side that are read at once when a raster has no legend


@dataclass
class LastRun:
    """What the project keeps of the last run.

    files, layers: by output. inputs, rules: the choices and the rules that it was made with. is_temporary: whether its files go with
    QGIS. edited: layers it was made of that have been edited since.
    """

    files: Dict[str, str] = field(default_factory=dict)
    layers: Dict[str, str] = field(default_factory=dict)
    groups: Dict[str, str] = field(default_factory=dict)
    inputs: str = ""
    rules: str = ""
    names: Dict[str, str] = field(default_factory=dict)
    is_example: bool = False
    is_temporary: bool = False
    warnings: List[str] = field(default_factory=list)
    edited: List[str] = field(default_factory=list)


@dataclass
class PlanState:
    """What the project keeps of the dock. Layers by their ids. rules: by zone and class. rules_file: a table to begin with, which is read
    once; rules_name: the table that the rules are from, empty for the example."""

    landcover: str = ""
    landcover_field: str = ""
    plan: str = ""
    plan_field: str = ""
    admin: str = ""
    admin_field: str = ""
    min_area_ha: float = 0.0
    built_classes: str = ""
    bare_classes: str = ""
    vegetated_classes: str = ""
    built_zones: str = ""
    folder: str = ""
    rules: Dict[str, Any] = field(default_factory=dict)
    rules_file: str = ""
    rules_name: str = ""
    rules_edited: bool = False
    result: Dict[str, Any] = field(default_factory=dict)

    def last_run(self) -> Optional[LastRun]:
        """The last run, if there was one."""
        try:
            run = LastRun(**self.result)
        except TypeError:
            return None
        return run if run.files else None


class Ask(NamedTuple):
    """What is read to fill the grid. Sources can be read in another thread."""

    raster: Optional[Tuple[str, str]]  # path and CRS
    land: Optional[QgsVectorLayerFeatureSource]
    land_field: str
    land_fields: List[str]
    land_name: str
    plan: QgsVectorLayerFeatureSource
    plan_field: str
    plan_fields: List[str]
    plan_name: str
    lists: Tuple[str, str, str, str]


def read_ground(ask: Ask, stopped: Stopped) -> Ground:
    """The classes of the land cover and the zones of the plan. Raises PantauError."""
    if ask.raster is not None:
        classes = _raster_classes(*ask.raster, stopped)
    else:
        classes = _polygon_classes(ask, stopped)
    zones = _zones(ask, stopped)
    built, bare, vegetated, for_building = ask.lists
    kinds = land_kinds(classes, built, bare, vegetated, ask.land_name)
    named = ask.raster is None and any(entry.name != f"class {entry.code}" for entry in classes)
    example = default_rules(classes, zones, kinds, built_zones(zones, for_building, ask.plan_name))
    return Ground(classes, zones, kinds, example, named)


def _raster_classes(path: str, crs: str, stopped: Stopped) -> Legend:
    """The legend inside a raster, without what is no class; of one without a legend, the codes that occur."""
    legend = read_legend(path)
    if legend is not None:
        background = legend.has_background()
        return Legend(tuple(entry for entry in legend if not (background and entry.code == 0)))
    source = RasterSource(path, crs=crs)
    require_codes(source, "LANDCOVER")
    read, found = class_reader(source), set()
    width, height = source.grid.width, source.grid.height
    for y in range(0, height, CHUNK):
        for x in range(0, width, CHUNK):
            if stopped():
                return Legend(())
            found.update(set(read(Window(x, y, min(CHUNK, width - x), min(CHUNK, height - y))).ravel().tolist()))
            require_few(len(found), source.name)
    return Legend(()).only(found - {NO_CLASS})


def _polygon_classes(ask: Ask, stopped: Stopped) -> Legend:
    """The classes of polygons, numbered as the algorithm numbers them."""
    spelled = {name.casefold(): name for name in ask.land_fields}
    named = [next((spelled[one] for one in names if one in spelled), None) for names in NAME_FIELDS]
    places = [ask.land_fields.index(one) if one else -1 for one in (ask.land_field, *named)]
    values, names = [], []
    for feature in ask.land.getFeatures(_request(places)):
        if stopped():
            return Legend(())
        texts = [plain(feature.attributes()[place]) if place >= 0 else None for place in places]
        if texts[0] is not None and str(texts[0]).strip():
            values.append(texts[0])
            names.append(texts[1:])
    if not values:
        raise PantauError(
            tr("{layer} has no polygon with a class in {field}: choose another field.").format(
                layer=ask.land_name, field=ask.land_field
            )
        )
    legend = classes_of_polygons(values, names)[1]
    _require_few(len(legend), ask.land_name, ask.land_field)
    return legend


def _zones(ask: Ask, stopped: Stopped) -> List[PlanZone]:
    """The zones of the plan, each with what else the layer calls it, as the algorithm finds them."""
    found = [recognised(ask.plan_fields, [one]) for one in PLAN_FIELDS]
    other = next((one for one in found if one not in (None, ask.plan_field)), None)
    places = [ask.plan_fields.index(one) if one else -1 for one in (ask.plan_field, other)]
    spelled: Dict[str, str] = {}
    others: Dict[str, List[str]] = {}
    for feature in ask.plan.getFeatures(_request(places)):
        if stopped():
            return []
        key, name = (_text(feature, place) for place in places)
        names = others.setdefault(spelled.setdefault(folded(key), " ".join(key.split()) or nameless()), [])
        if name and key and folded(name) not in map(folded, names):
            names.append(name)
        _require_few(len(others), ask.plan_name, ask.plan_field)
    if not others:
        raise PantauError(tr("{layer} has no features: choose another layer.").format(layer=ask.plan_name))
    return [PlanZone(key, tuple(others[key])) for key in sorted(others, key=name_order)]


def _require_few(count: int, layer: str, name: str) -> None:
    if count > MOST_ZONES:
        raise PantauError(
            tr(
                "{field} of {layer} holds more than {most} different values, too many for rules: choose the field of zones or classes."
            ).format(field=name, layer=layer, most=MOST_ZONES)
        )


def field_values(source: QgsVectorLayerFeatureSource, name: str, ids: Sequence[int], stopped: Stopped) -> Tuple[str, ...]:
    """The names that some features have in a field, as names are compared (`folded`)."""
    place = source.fields().lookupField(name)
    found: Set[str] = set()
    for feature in source.getFeatures(_request([place]).setFilterFids(list(ids))):
        if stopped():
            break
        found.add(folded(_text(feature, place) or nameless()))
    return tuple(sorted(found))


def unit_field(source: QgsVectorLayerFeatureSource, names: Sequence[str], stopped: Stopped) -> Optional[str]:
    """The innermost field of administrative units that tells the features of a layer apart; None where none is recognised.

    A layer of kecamatan may have a field for the desa as well that is empty, or the same everywhere. names: the layer's fields.
    """
    levels = admin_levels(names)[::-1]
    places = [names.index(level) for level in levels]
    values: List[Set[str]] = [set() for _ in levels]
    for feature in source.getFeatures(_request(places)):
        if stopped():
            return None
        for found, place in zip(values, places):
            text = _text(feature, place)
            if text:
                found.add(folded(text))
    most = max(map(len, values), default=0)
    return next((level for level, found in zip(levels, values) if len(found) == most), None)


def _text(feature: Any, place: int) -> str:
    value = plain(feature.attributes()[place]) if place >= 0 else None
    return "" if value is None else str(value).strip()


def _request(places: Sequence[int]) -> QgsFeatureRequest:
    request = QgsFeatureRequest().setSubsetOfAttributes([place for place in places if place >= 0])
    return request.setFlags(QgsFeatureRequest.Flag.NoGeometry)


def class_field(names: Sequence[str]) -> Optional[str]:
    """The field of a layer that holds classes; None where none is known."""
    spelled = {name.casefold(): name for name in names}
    return next((spelled[one] for one in CLASS_FIELDS if one in spelled), None)
