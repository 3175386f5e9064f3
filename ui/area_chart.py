"""The area table as bars: of each class, or of each zone, divided by its classes."""

from __future__ import annotations

from typing import List, NamedTuple, Optional, Tuple

from qgis.PyQt.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from ..plugin.engine.text import tr
from .area_model import BY_CLASS, AreaTableModel
from .tables import swatch, whole

LABEL = 0.4  # greatest part of the width that names take
MOST = 24  # parts that the legend names, the largest
GAP = 6  # pixels between name, bar and number


class _Layout(NamedTuple):
    """Pixels. legend: (place of a swatch, its part's number) above the bars. top: of the first bar, in the whole drawing."""

    legend: List[Tuple[QRect, int]]
    top: int
    row: int
    label: int
    value: int


class AreaChart(QAbstractScrollArea):
    """Horizontal bars in the order of the table's rows. A click, or Enter on the bar in focus, chooses its row."""

    chosen = pyqtSignal(int)
    """A row of the model."""

    def __init__(self, model: AreaTableModel, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._model, self._current = model, -1
        self._placed: Optional[_Layout] = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.viewport().setAutoFillBackground(True)
        self.setAccessibleName(tr("Chart of the areas"))
        model.modelReset.connect(self._renew)
        model.layoutChanged.connect(self._renew)
        model.dataChanged.connect(lambda *_: self.viewport().update())

    def current(self) -> int:
        """The row in focus; -1 where there is none."""
        return self._current

    def set_current(self, row: int) -> None:
        """Put a row into focus and into view; a row that is no bar: none."""
        self._current = row if 0 <= row < self._count() else -1
        if self._current >= 0:
            placed, bar = self._places(), self.verticalScrollBar()
            top = placed.top + self._current * placed.row
            if top < bar.value():
                bar.setValue(top)
            elif top + placed.row > bar.value() + self.viewport().height():
                bar.setValue(top + placed.row - self.viewport().height())
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802
        letter = self.fontMetrics()
        return QSize(letter.horizontalAdvance("0") * 40, letter.height() * 10)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        letter = self.fontMetrics()
        return QSize(letter.horizontalAdvance("0") * 16, letter.height() * 4)

    # -- where things are

    def _count(self) -> int:
        return max(0, self._model.rowCount() - 1)

    def _renew(self) -> None:
        self._current = -1
        self._places(True)
        self.viewport().update()

    def _places(self, anew: bool = False) -> _Layout:
        if self._placed is not None and not anew:
            return self._placed
        letter, width = self.fontMetrics(), self.viewport().width()
        row = round(letter.height() * 1.5)
        legend: List[Tuple[QRect, int]] = []
        top = 0
        if self._model.figures is not None and self._model.view != BY_CLASS:
            x, side = GAP, letter.ascent()
            for place in self._model.main_parts(MOST):
                part = self._model.figures.parts[place]
                need = side + GAP + letter.horizontalAdvance(part.name) + 2 * GAP
                if x > GAP and x + need > width:
                    x, top = GAP, top + letter.lineSpacing()
                legend.append((QRect(x, top + GAP, side, side), place))
                x += need
            top += letter.lineSpacing() + 2 * GAP
        count = self._count()
        rows = range(min(count, 200))  # enough to know how wide names and numbers are
        widest = max((letter.horizontalAdvance(self._model.bar_label(one)) for one in rows), default=0)
        value = max((letter.horizontalAdvance(self._model.bar_value(one)) for one in rows), default=0)
        self._placed = _Layout(legend, top, row, min(widest, int(LABEL * width)), value)
        scroll, height = self.verticalScrollBar(), self.viewport().height()
        scroll.setRange(0, max(0, top + count * row + GAP - height))
        scroll.setPageStep(height)
        scroll.setSingleStep(row)
        return self._placed

    def _row_at(self, point: QPoint) -> int:
        placed = self._places()
        row = (point.y() + self.verticalScrollBar().value() - placed.top) // placed.row
        return row if 0 <= row < self._count() else -1

    def _bar_room(self, row: int) -> QRect:
        """Where the bar of a row may be, in the viewport."""
        placed = self._places()
        left = GAP + placed.label + GAP
        right = self.viewport().width() - GAP - placed.value - GAP
        top = placed.top + row * placed.row - self.verticalScrollBar().value()
        return QRect(left, top + 2, max(4, right - left), placed.row - 4)

    # -- what happens

    def resizeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._places(True)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._places(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        row = self._row_at(event.pos()) if event.button() == Qt.MouseButton.LeftButton else -1
        if row >= 0:
            self.set_current(row)
            self.chosen.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        hand = Qt.CursorShape.PointingHandCursor if self._row_at(event.pos()) >= 0 else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
        last = self._count() - 1
        if event.key() in steps and last >= 0:
            self.set_current(min(max(self._current + steps[event.key()], 0), last))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self.set_current(0 if event.key() == Qt.Key.Key_Home else last)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current >= 0:
            self.chosen.emit(self._current)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.ToolTip:
            row = self._row_at(event.pos())
            if row >= 0:
                QToolTip.showText(event.globalPos(), self.told(row, event.pos().x()), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def told(self, row: int, x: int) -> str:
        """What a tooltip says of a row at a place of the viewport: the piece that is there, else the whole bar."""
        pieces, room = self._model.bar_pieces(row), self._bar_room(row)
        right = float(room.left())
        for piece in pieces:
            left, right = right, right + piece.length * room.width()
            if left <= x < right and len(pieces) > 1:
                return f"{self._model.bar_label(row)}\n{self._model.piece_text(row, piece)}"
        if len(pieces) == 1:
            return self._model.piece_text(row, pieces[0])
        return f"{self._model.bar_label(row)}: {self._model.bar_value(row)}"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, placed, letter = QPainter(self.viewport()), self._places(), self.fontMetrics()
        palette, width, scrolled = self.palette(), self.viewport().width(), self.verticalScrollBar().value()
        group = QPalette.ColorGroup.Disabled if self._model.is_outdated() else QPalette.ColorGroup.Active
        ink, line = palette.color(group, QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Mid)
        painter.setPen(ink)
        for place, number in placed.legend:
            part = self._model.figures.parts[number]
            painter.drawPixmap(
                place.left(), place.top() - scrolled, swatch(QColor(part.color), place.width(), line, self.devicePixelRatioF())
            )
            painter.drawText(place.right() + GAP, place.top() - scrolled + letter.ascent() - 1, part.name)
        first = max(0, (scrolled - placed.top) // placed.row)
        last = min(self._count(), (scrolled + self.viewport().height() - placed.top) // placed.row + 1)
        for row in range(first, last):
            room = self._bar_room(row)
            if row == self._current:
                painter.fillRect(QRect(0, room.top() - 2, width, placed.row), palette.brush(QPalette.ColorRole.AlternateBase))
            aligned = Qt.AlignmentFlag.AlignVCenter
            name = letter.elidedText(self._model.bar_label(row), Qt.TextElideMode.ElideMiddle, placed.label)
            painter.setPen(ink)
            painter.drawText(
                QRect(GAP, room.top(), placed.label, room.height()), whole(aligned | Qt.AlignmentFlag.AlignRight), name
            )
            left = float(room.left())
            painter.setOpacity(0.4 if self._model.is_outdated() else 1.0)
            for piece in self._model.bar_pieces(row):
                width_of_piece = piece.length * room.width()
                painter.fillRect(QRectF(left, room.top(), max(1.0, width_of_piece), room.height()), piece.color)
                left += width_of_piece
            painter.setPen(line)  # a class may be as light as the ground
            painter.drawRect(QRectF(room.left(), room.top(), max(1.0, left - room.left()), room.height() - 1))
            painter.setOpacity(1.0)
            painter.setPen(ink)
            beside = QRectF(left + GAP, room.top(), max(0.0, width - left - GAP), room.height())
            painter.drawText(beside, whole(aligned | Qt.AlignmentFlag.AlignLeft), self._model.bar_value(row))
            if row == self._current and self.hasFocus():
                painter.setPen(palette.color(QPalette.ColorRole.Highlight))
                painter.drawRect(QRect(1, room.top() - 2, width - 3, placed.row - 1))
        painter.end()
