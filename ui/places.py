"""Places on the map: shown as outlines over everything else, until others are shown, they are taken away, or their layer goes."""

from __future__ import annotations

from typing import List, Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsProject, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

MARGIN = 1.4  # times the places' own extent
LARGEST_SCALE = 2500  # 1:2,500: what is closer shows no surroundings to recognise the place by
LINE, HALO = QColor(255, 0, 160), QColor(255, 255, 255, 230)  # on no map of land cover or plans
WIDTH = 3  # pixels

_bands: List[QgsRubberBand] = []
_layers: List[str] = []  # ids of those that the places are of
_canvases: List[QgsMapCanvas] = []  # on which they are
_watching: List[QgsProject] = []  # whose closing takes the marks away


class Marks(QObject):
    """Tells when there are marks on the map, and when there are none any more. Esc on the map takes them away."""

    changed = pyqtSignal(bool)
    escaped = pyqtSignal()
    """Esc was pressed on the map; the marks are still there."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            clear_places()
        return False  # the map tool may want the key as well


marks = Marks()


def show_places(
    canvas: QgsMapCanvas, geometries: Sequence[QgsGeometry], crs: QgsCoordinateReferenceSystem, layers: Sequence[str] = ()
) -> None:
    """Zoom to polygons and mark them, instead of those that were marked before.

    crs: of the polygons. What cannot be brought to the map's CRS is left out. layers: ids of those whose removal takes the marks away.
    """
    clear_places()
    target = canvas.mapSettings().destinationCrs()
    transform = QgsCoordinateTransform(crs, target, QgsProject.instance())
    shown = []
    for geometry in geometries:
        moved = QgsGeometry(geometry)
        try:
            if crs.isValid() and target.isValid() and crs != target:
                moved.transform(transform)
        except QgsCsException:
            continue
        if not moved.isEmpty():
            shown.append(moved)
    if not shown:
        return
    if not _watching:
        _watching.append(QgsProject.instance())
        _watching[0].cleared.connect(clear_places)
        _watching[0].layersWillBeRemoved.connect(_forget)
    _layers.extend(layers)
    whole = QgsGeometry.collectGeometry(shown)
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setStrokeColor(LINE)
    band.setSecondaryStrokeColor(HALO)
    band.setFillColor(QColor(0, 0, 0, 0))  # what lies there is to be looked at
    band.setWidth(WIDTH)
    band.setToGeometry(whole, None)
    _bands.append(band)
    _canvases.append(canvas)
    canvas.installEventFilter(marks)
    extent = whole.boundingBox()
    extent.scale(MARGIN)
    canvas.setExtent(extent)
    if canvas.scale() < LARGEST_SCALE:
        canvas.zoomScale(LARGEST_SCALE)
    canvas.refresh()
    marks.changed.emit(True)


def clear_places() -> None:
    """Take the marks away."""
    were = bool(_bands)
    for band in _bands:
        if not sip.isdeleted(band) and band.scene() is not None:
            band.scene().removeItem(band)
    _bands.clear()
    _layers.clear()
    while _canvases:
        canvas = _canvases.pop()
        if not sip.isdeleted(canvas):
            canvas.removeEventFilter(marks)
    while _watching:
        project = _watching.pop()
        project.cleared.disconnect(clear_places)
        project.layersWillBeRemoved.disconnect(_forget)
    if were:
        marks.changed.emit(False)


def are_marked() -> bool:
    """Whether there are marks on the map."""
    return bool(_bands)


def _forget(layer_ids: List[str]) -> None:
    if any(one in layer_ids for one in _layers):
        clear_places()
