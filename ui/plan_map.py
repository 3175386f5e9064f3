"""The result of the RTRW overlay on the map: places are shown there, and what is selected there filters the result."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..plugin.engine.text import folded, number, tr
from .background import Reading
from .places import clear_places, show_places
from .plan_choices import PlanChoices
from .plan_ground import LastRun, field_values
from .plan_results import MOST_PLACES, Filter, Found, Places, Result, find_places
from .widgets import later


class PlanMap(QObject):
    """Reads beside the window's thread what it shows, and what is selected."""

    filtered = pyqtSignal(object)
    """`Filter`: the zones and units that are selected on the map."""
    said = pyqtSignal(str)
    told = pyqtSignal(str)

    def __init__(self, canvas: QgsMapCanvas, choices: PlanChoices, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._choices = canvas, choices
        self._result: Optional[Result] = None
        self._searching: Optional[Reading] = None  # of places
        self._selecting: Optional[Reading] = None
        self._later = later(self, self._read_selection)
        choices.selection_changed.connect(self._later.start)

    def show_result(self, result: Optional[Result]) -> None:
        """Another result is shown, or none."""
        self._result = result
        if result is not None:
            self._later.start()

    def stop(self) -> None:
        """Give up what is being read."""
        self._later.stop()
        for reading in (self._searching, self._selecting):
            if reading is not None:
                reading.cancel()
        self._searching = self._selecting = None

    # -- from the result to the map

    def show(self, places: Places, last: LastRun) -> None:
        """Zoom to the areas that are meant, mark and select them."""
        name = "NONCONFORMITY" if places.fid is not None else "POLYGONS"
        path = last.files[name]
        if self._searching is not None:
            self._searching.cancel()
        self._searching = Reading(lambda stopped: find_places(path, places), self)
        self._searching.finished.connect(lambda found: self._show_found(found, places, name, last))
        self._searching.failed.connect(self.told)
        self._searching.start()

    def _show_found(self, found: Found, places: Places, name: str, last: LastRun) -> None:
        self._searching = None
        geometries = []
        for wkb in found.shapes:
            geometry = QgsGeometry()
            geometry.fromWkb(wkb)
            geometries.append(geometry)
        crs = QgsCoordinateReferenceSystem.fromWkt(found.crs)
        show_places(self._canvas, geometries, crs, [last.layers[name]] if name in last.layers else [])
        for output, layer_id in last.layers.items():
            layer = QgsProject.instance().mapLayer(layer_id)
            if isinstance(layer, QgsVectorLayer):
                layer.selectByIds(found.fids if output == name else [])
        # Where land cover is a raster, the areas on the map end at pixels, and the tables at the zones' edges: the tables' figure counts.
        area = number(found.area_ha if places.area_ha is None else places.area_ha, 2)
        count = number(len(found.fids), 0)
        if not found.fids:
            text = tr("There is no whole pixel of it to mark: {area} ha lie along the edges of zones.")
            self.said.emit(text.format(area=area) if places.area_ha else tr("No area of it lies there."))
        elif len(found.fids) > MOST_PLACES:
            text = tr("The {most} largest of {count} areas, {area} ha in all, are marked.")
            self.said.emit(text.format(most=number(MOST_PLACES, 0), count=count, area=area))
        else:
            one, many = tr("1 area is marked on the map: {area} ha."), tr("{count} areas are marked on the map: {area} ha.")
            self.said.emit((one if len(found.fids) == 1 else many).format(count=count, area=area))

    def clear(self, last: Optional[LastRun]) -> None:
        """Take the marks away, and select nothing in the layers of the result."""
        clear_places()
        for layer_id in last.layers.values() if last is not None else ():
            layer = QgsProject.instance().mapLayer(layer_id)
            if isinstance(layer, QgsVectorLayer):
                layer.removeSelection()

    # -- from the map to the result

    def _read_selection(self) -> None:
        """Find out which zones and units are selected on the map."""
        asked = []
        for box, names in self._choices.boxes()[1:]:
            layer = box.layer()
            ids = layer.selectedFeatureIds() if isinstance(layer, QgsVectorLayer) and names.currentText() else []
            if ids and len(ids) < layer.featureCount():
                asked.append((QgsVectorLayerFeatureSource(layer), names.currentText(), ids))
            else:
                asked.append(None)
        if self._selecting is not None:
            self._selecting.cancel()
            self._selecting = None
        if self._result is None or asked == [None, None]:
            self.filtered.emit(Filter())
            return
        self._selecting = Reading(lambda stopped: [None if one is None else field_values(*one, stopped) for one in asked], self)
        self._selecting.finished.connect(self._selected)
        self._selecting.start()

    def _selected(self, values: Any) -> None:
        self._selecting = None
        if self._result is None:
            return
        shown = []
        for wanted, keys in zip(values, (self._result.figures.zones, self._result.figures.units)):
            shown.append(None if wanted is None else tuple(key for key in keys if key is not None and folded(key) in wanted))
        self.filtered.emit(Filter(*shown))

    def clear_selection(self) -> None:
        """Select nothing in the plan and the units."""
        for box, _ in self._choices.boxes()[1:]:
            if isinstance(box.layer(), QgsVectorLayer):
                box.layer().removeSelection()
        self.filtered.emit(Filter())


def opacity(last: LastRun) -> Optional[float]:
    """How much the raster of the result covers what lies below, 0 to 1; None where it is not there."""
    layer = QgsProject.instance().mapLayer(last.layers.get("OUTPUT", ""))
    return layer.renderer().opacity() if isinstance(layer, QgsRasterLayer) and layer.renderer() is not None else None


def set_opacity(last: LastRun, share: float) -> None:
    """Let the raster of the result cover what lies below, 0 to 1."""
    layer = QgsProject.instance().mapLayer(last.layers.get("OUTPUT", ""))
    if isinstance(layer, QgsRasterLayer) and layer.renderer() is not None:
        layer.renderer().setOpacity(share)
        layer.triggerRepaint()
        layer.emitStyleChanged()
