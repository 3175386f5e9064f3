"""Two layers seen together over the map: one through the other, by turns, or side by side with an edge to drag.

What is drawn lies over the map and changes neither the layers nor the project.
"""

from __future__ import annotations

from typing import List, Optional

from qgis.core import (
    QgsMapLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, QRectF, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QCursor, QImage, QPainter, QPen
from qgis.PyQt.QtWidgets import QButtonGroup, QFormLayout, QLabel, QRadioButton, QSizePolicy, QSlider, QVBoxLayout, QWidget

from ..plugin.engine.text import number, tr
from .layers import LayerBox

OFF, THROUGH, BLINK, SWIPE = "off", "through", "blink", "swipe"
SLOWEST, FASTEST = 2000, 250  # milliseconds that each layer is seen for when they blink
GRIP = 6  # pixels to both sides of the edge in which it is taken hold of


class ComparedItem(QgsMapCanvasItem):
    """The images of both layers on the map."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.images: List[Optional[QImage]] = [None, None]
        self.mode, self.amount, self.second = OFF, 0.5, True
        self.setZValue(5)  # above the map, below marks and tools

    def show_images(self, images: List[Optional[QImage]], extent: QgsRectangle) -> None:
        """Show other images of an extent."""
        self.images = images
        self.setRect(extent)
        self.update()

    def edge(self) -> float:
        """Where the edge between both stands, from the left of the canvas."""
        return self.boundingRect().left() + self.amount * self.boundingRect().width()

    def paint(self, painter: QPainter, *_: object) -> None:
        room = QRectF(self.boundingRect())
        below, above = self.images
        if below is not None:
            painter.drawImage(room, below)
        if above is None:
            return
        painter.save()
        if self.mode == SWIPE:
            painter.setClipRect(room.adjusted(self.edge() - room.left(), 0, 0, 0))
        if self.mode == THROUGH:
            painter.setOpacity(self.amount)
        if self.mode != BLINK or self.second:
            if self.mode != THROUGH and below is not None:
                # One or the other: the land cover does not show where the plan is.
                painter.fillRect(room, QColor(255, 255, 255))
            painter.drawImage(room, above)
        painter.restore()
        if self.mode == SWIPE:
            for color, width in ((QColor(0, 0, 0), 4), (QColor(255, 255, 255), 2)):  # seen on any map
                painter.setPen(QPen(color, width))
                painter.drawLine(round(self.edge()), round(room.top()), round(self.edge()), round(room.bottom()))


class Comparison(QObject):
    """Draws two layers over a map canvas and keeps them up to date."""

    moved = pyqtSignal(float)
    """The edge was dragged: 0 is the map's left, 1 its right."""

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._layers: List[Optional[QgsMapLayer]] = [None, None]
        self._item: Optional[ComparedItem] = None
        self._jobs: List[QgsMapRendererParallelJob] = []
        self._images: List[Optional[QImage]] = [None, None]
        self._extent = QgsRectangle()
        self._dragging = False
        self._cursor: Optional[QCursor] = None  # of the map tool, while the mouse is at the edge
        self.mode, self.amount = OFF, 0.5
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._turn)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(150)
        self._later.timeout.connect(self._draw)
        canvas.extentsChanged.connect(self._later.start)
        canvas.destinationCrsChanged.connect(self._later.start)
        QgsProject.instance().layersWillBeRemoved.connect(self._forget)

    def set_layers(self, below: Optional[QgsMapLayer], above: Optional[QgsMapLayer]) -> None:
        """Compare these."""
        if [below, above] == self._layers:
            return
        for layer in self._distinct():
            if not sip.isdeleted(layer):
                layer.repaintRequested.disconnect(self._later.start)
        self._layers = [below, above]
        for layer in self._distinct():
            layer.repaintRequested.connect(self._later.start)
        self._later.start()

    def _distinct(self) -> List[QgsMapLayer]:
        """The layers, once each: both sides may show the same."""
        below, above = self._layers
        return [layer for layer in (below, None if above is below else above) if layer is not None]

    def set_mode(self, mode: str, amount: float) -> None:
        """Show them one way. amount: 0 to 1: how much the upper covers, how fast they blink, where the edge stands."""
        before, self.mode, self.amount = self.mode, mode, min(max(amount, 0.0), 1.0)
        if mode == OFF:
            self._close()
            return
        if self._item is None:
            self._item = ComparedItem(self._canvas)
            self._canvas.viewport().installEventFilter(self)
        self._item.mode, self._item.amount, self._item.second = mode, self.amount, True
        if mode == BLINK:
            self._blink.start(round(SLOWEST + (FASTEST - SLOWEST) * self.amount))
        else:
            self._blink.stop()
        if before == OFF:
            self._draw()
        self._item.update()

    def item(self) -> Optional[ComparedItem]:
        """What lies over the map; None where nothing is compared."""
        return self._item

    def is_drawing(self) -> bool:
        """Whether images are still to come."""
        return bool(self._jobs) or self._later.isActive()

    def end(self) -> None:
        """Leave nothing on the map."""
        self.set_layers(None, None)
        self.set_mode(OFF, self.amount)
        self._later.stop()
        if not sip.isdeleted(self._canvas):
            self._canvas.extentsChanged.disconnect(self._later.start)
            self._canvas.destinationCrsChanged.disconnect(self._later.start)
        QgsProject.instance().layersWillBeRemoved.disconnect(self._forget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if self.mode != SWIPE or self._item is None:
            return False
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton and self._near(event.pos().x()):
            self._dragging = True
            return True
        if kind == QEvent.Type.MouseMove and self._dragging:
            self.amount = min(max(event.pos().x() / max(1, self._canvas.viewport().width()), 0.0), 1.0)
            self._item.amount = self.amount
            self._item.update()
            self.moved.emit(self.amount)
            return True
        if kind == QEvent.Type.MouseMove:
            near = self._near(event.pos().x())
            if near and self._cursor is None:
                self._cursor = QCursor(self._canvas.viewport().cursor())
                self._canvas.viewport().setCursor(Qt.CursorShape.SplitHCursor)
            elif not near:
                self._restore_cursor()
            return near
        if kind == QEvent.Type.MouseButtonRelease and self._dragging:
            self._dragging = False
            return True
        return False

    def _near(self, x: int) -> bool:
        return abs(x - self._item.edge()) <= GRIP

    def _turn(self) -> None:
        if self._item is not None:
            self._item.second = not self._item.second
            self._item.update()

    def _forget(self, layer_ids: List[str]) -> None:
        gone = [layer is not None and layer.id() in layer_ids for layer in self._layers]
        if any(gone):
            self.set_layers(*(None if its else layer for its, layer in zip(gone, self._layers)))
            self._stop_jobs()

    def _stop_jobs(self) -> None:
        for job in self._jobs:
            job.cancelWithoutBlocking()
        self._jobs = []

    def _draw(self) -> None:
        """Draw both layers anew."""
        self._stop_jobs()
        if self._item is None:
            return
        shown = self._canvas.mapSettings()
        self._images, self._extent = [None, None], shown.visibleExtent()
        for place, layer in enumerate(self._layers):
            if layer is None:
                continue
            settings = QgsMapSettings(shown)
            settings.setLayers([layer])
            settings.setBackgroundColor(QColor(0, 0, 0, 0))
            job = QgsMapRendererParallelJob(settings)
            job.finished.connect(lambda job=job, place=place: self._drawn(job, place))
            self._jobs.append(job)
        for job in list(self._jobs):
            job.start()
        if not self._jobs:
            self._item.show_images(self._images, self._extent)

    def _drawn(self, job: QgsMapRendererParallelJob, place: int) -> None:
        job.deleteLater()  # else its own signal would keep it
        if job not in self._jobs:
            return  # another has been asked for meanwhile
        self._jobs.remove(job)
        self._images[place] = job.renderedImage()
        if not self._jobs and self._item is not None:
            self._item.show_images(self._images, self._extent)

    def _close(self) -> None:
        self._blink.stop()
        self._stop_jobs()
        self._dragging = False
        item, self._item = self._item, None
        if item is None or sip.isdeleted(self._canvas):
            return
        if not sip.isdeleted(item) and item.scene() is not None:
            item.scene().removeItem(item)
        self._canvas.viewport().removeEventFilter(self)
        self._restore_cursor()

    def _restore_cursor(self) -> None:
        """Give the map tool its cursor back."""
        cursor, self._cursor = self._cursor, None
        if cursor is not None:
            self._canvas.viewport().setCursor(cursor)


class CompareView(QWidget):
    """What a dock offers to see two layers together."""

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.comparison = Comparison(canvas, self)
        self.below, self.above = _layer_box(), _layer_box()
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("&Below:"), self.below)
        form.addRow(tr("A&bove:"), self.above)
        room = QVBoxLayout(self)
        room.addLayout(form)
        self._group = QButtonGroup(self)
        self.buttons = {}
        for mode, label, told in (
            (OFF, tr("&Off"), tr("Show the map as it is")),
            (THROUGH, tr("&Transparency"), tr("See the lower layer through the upper one")),
            (BLINK, tr("B&link"), tr("Show one layer after the other")),
            (
                SWIPE,
                tr("S&wipe"),
                tr("The lower layer to the left of an edge, the upper one to its right: drag the edge on the map"),
            ),
        ):
            button = QRadioButton(label)
            button.setToolTip(told)
            self._group.addButton(button)
            self.buttons[mode] = button
            room.addWidget(button)
        self.buttons[OFF].setChecked(True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setValue(50)
        self.told = QLabel()
        self.told.setWordWrap(True)
        room.addWidget(self.slider)
        room.addWidget(self.told)
        room.addStretch(1)
        self._group.buttonClicked.connect(self._changed)
        self.slider.valueChanged.connect(self._changed)
        for box in (self.below, self.above):
            box.picked.connect(self._layers_changed)
        self.comparison.moved.connect(self._moved)
        for signal in (QgsProject.instance().layersAdded, QgsProject.instance().layersRemoved):
            signal.connect(self._refill)
        self._changed()

    def mode(self) -> str:
        """How the layers are compared."""
        return next(mode for mode, button in self.buttons.items() if button.isChecked())

    def compare(self, below: Optional[QgsMapLayer], above: Optional[QgsMapLayer]) -> None:
        """Offer these two, unless two are compared already."""
        if self.mode() == OFF:
            for box, layer in ((self.below, below), (self.above, above)):
                box.refill(layer.id() if layer is not None else "")
            self._layers_changed()

    def turn_off(self) -> None:
        """Show the map as it is."""
        self.buttons[OFF].setChecked(True)
        self._changed()

    def _refill(self, *_: object) -> None:
        for box in (self.below, self.above):
            box.refill()
        self._layers_changed()

    def _layers_changed(self, *_: object) -> None:
        self.comparison.set_layers(self.below.layer(), self.above.layer())
        self._changed()

    def _changed(self, *_: object) -> None:
        mode, percent = self.mode(), self.slider.value()
        both = self.below.layer() is not None and self.above.layer() is not None
        self.slider.setEnabled(both and mode != OFF)
        self.comparison.set_mode(mode if both else OFF, percent / 100)
        if not both:
            self.told.setText(tr("Choose two layers, such as land cover and the plan, to see them together."))
            return
        pause = number((SLOWEST + (FASTEST - SLOWEST) * percent / 100) / 1000, 2)
        self.told.setText(
            {
                OFF: tr("The map shows all layers that are switched on."),
                THROUGH: tr("The upper layer covers {percent} %.").format(percent=percent),
                BLINK: tr("Each layer is shown for {seconds} s.").format(seconds=pause),
                SWIPE: tr("The edge stands at {percent} % of the map's width: drag it on the map or here.").format(percent=percent),
            }[mode]
        )

    def _moved(self, amount: float) -> None:
        self.slider.setValue(round(amount * 100))


def _layer_box() -> LayerBox:
    box = LayerBox(tr("None"), _is_shown, lambda layer: "")
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def _is_shown(layer: QgsMapLayer) -> bool:
    return isinstance(layer, (QgsRasterLayer, QgsVectorLayer)) and layer.isSpatial()
