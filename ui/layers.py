"""Layers of the project to choose from, and which of them can be used."""

from __future__ import annotations

from typing import Callable, List, Optional

from qgis.core import QgsIconUtils, QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import QComboBox

from ..plugin.engine.text import tr


class LayerBox(QComboBox):
    """A list of layers; those that cannot be used stand there too, greyed, with the reason."""

    picked = pyqtSignal()

    def __init__(self, none: str, offers: Callable[[QgsMapLayer], bool], reason: Callable[[QgsMapLayer], str]) -> None:
        """none: what the first entry says. offers: whether a layer is listed. reason: why it cannot be used; empty where it can."""
        super().__init__()
        self._none, self._offers, self._reason = none, offers, reason
        self.setModel(QStandardItemModel(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(lambda _: self.picked.emit())
        self.refill()

    def refill(self, chosen: Optional[str] = None) -> None:
        """List the layers of the project. chosen: id of the one to choose; None: the same as before."""
        chosen = self.layer_id() if chosen is None else chosen
        model: QStandardItemModel = self.model()
        listed = sorted(
            (layer for layer in QgsProject.instance().mapLayers().values() if self._offers(layer)),
            key=lambda layer: layer.name().casefold(),
        )
        self.blockSignals(True)
        model.clear()
        model.appendRow(QStandardItem(self._none))
        for layer in listed:
            reason = self._reason(layer)
            item = QStandardItem(QgsIconUtils.iconForLayer(layer), layer.name() if not reason else f"{layer.name()} - {reason}")
            item.setData(layer.id(), Qt.ItemDataRole.UserRole)
            item.setEnabled(not reason)
            item.setToolTip(reason or layer.name())
            model.appendRow(item)
        self.setCurrentIndex(max(0, self.findData(chosen)) if chosen else 0)
        self.blockSignals(False)

    def showPopup(self) -> None:  # noqa: N802
        self.refill()  # a layer may have been renamed
        super().showPopup()

    def layer_id(self) -> str:
        """The id of the layer that is chosen; empty where none is."""
        return self.currentData(Qt.ItemDataRole.UserRole) or ""

    def layer(self) -> Optional[QgsMapLayer]:
        """The layer that is chosen."""
        return QgsProject.instance().mapLayer(self.layer_id())

    def usable(self) -> List[str]:
        """Ids of the layers that can be chosen."""
        items = [self.model().item(row) for row in range(1, self.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.isEnabled()]


def is_polygons(layer: QgsMapLayer) -> bool:
    """Whether a layer is one of polygons; one that cannot be opened is not known to be one."""
    return isinstance(layer, QgsVectorLayer) and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry


def raster_reason(layer: QgsRasterLayer) -> str:
    """Why a raster can hold no classes; empty where it may."""
    if not layer.isValid():
        return tr("cannot be opened")
    if layer.providerType() != "gdal":
        return tr("a {provider} layer has no pixel values to measure").format(provider=layer.providerType().upper())
    if layer.bandCount() > 2:  # the second may be the transparency
        return tr("an image of {count} bands, no classes").format(count=layer.bandCount())
    return ""
