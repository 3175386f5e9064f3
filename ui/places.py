"""Places on the map: shown as outlines over everything else, until others are shown."""

from __future__ import annotations

from typing import List, Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsProject, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QColor

MARGIN = 1.4  # times the places' own extent
LARGEST_SCALE = 2500  # 1:2,500: what is closer shows no surroundings to recognise the place by
LINE, FILL, HALO = QColor(255, 0, 160), QColor(255, 0, 160, 40), QColor(255, 255, 255, 200)  # on no map of land cover or plans

_bands: List[QgsRubberBand] = []
_watching: List[QgsProject] = []  # whose closing takes the marks away


def show_places(canvas: QgsMapCanvas, geometries: Sequence[QgsGeometry], crs: QgsCoordinateReferenceSystem) -> None:
    """Zoom to polygons and mark them, instead of those that were marked before.

    crs: of the polygons. What cannot be brought to the map's CRS is left out.
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
    whole = QgsGeometry.collectGeometry(shown)
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setStrokeColor(LINE)
    band.setSecondaryStrokeColor(HALO)
    band.setFillColor(FILL)
    band.setWidth(2)
    band.setToGeometry(whole, None)
    _bands.append(band)
    extent = whole.boundingBox()
    extent.scale(MARGIN)
    canvas.setExtent(extent)
    if canvas.scale() < LARGEST_SCALE:
        canvas.zoomScale(LARGEST_SCALE)
    canvas.refresh()


def clear_places() -> None:
    """Take the marks away."""
    for band in _bands:
        if not sip.isdeleted(band) and band.scene() is not None:
            band.scene().removeItem(band)
    _bands.clear()
    while _watching:
        _watching.pop().cleared.disconnect(clear_places)
