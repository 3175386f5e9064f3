"""What the tables of the docks share: bars in cells, a first column that stays in view, the clipboard, saving what a run wrote."""

from __future__ import annotations

import os
from html import escape
from typing import Any, Callable, Dict, List, Optional, Tuple, Union

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QAbstractItemModel, QEvent, QMimeData, QModelIndex, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPalette, QPixmap
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QHeaderView,
    QMenu,
    QMessageBox,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ..plugin.engine.errors import PantauError
from ..plugin.engine.files import copy_file
from ..plugin.engine.text import tr

# Roles of a model for BarDelegate: how much of the cell the bar fills, 0 to 1 (None: no bar), and its QColor (none: the palette's).
SHARE_ROLE = Qt.ItemDataRole.UserRole + 101
COLOR_ROLE = Qt.ItemDataRole.UserRole + 102
STRENGTHS = (0.45, 0.35, 0.25, 0.15)  # opacities of a bar: the first one on which the number can be read
LEAST_CONTRAST = 4.5  # of a text (WCAG 2.1, 1.4.3)
FOLDER = "pantau/folder"  # setting: where a file was last saved


def whole(flags: Any) -> int:
    """Flags of Qt as a number, which Qt 5 and Qt 6 both take where they pass flags on in a QVariant or as int."""
    value = getattr(flags, "value", None)
    return int(flags) if value is None else value


NUMBERS = whole(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)  # for TextAlignmentRole


class BarDelegate(QStyledItemDelegate):
    """Cells with a small bar behind the number, from the left, as long as SHARE_ROLE says."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        share = index.data(SHARE_ROLE)
        if not share:
            super().paint(painter, option, index)
            return
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        style = cell.widget.style() if cell.widget is not None else QApplication.style()
        text, cell.text = cell.text, ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)  # ground, selection and focus
        color = QColor(index.data(COLOR_ROLE) or cell.palette.color(QPalette.ColorRole.Highlight))
        selected = bool(cell.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        alternate = bool(cell.features & QStyleOptionViewItem.ViewItemFeature.Alternate)
        plain = QPalette.ColorRole.AlternateBase if alternate else QPalette.ColorRole.Base
        ground = cell.palette.color(QPalette.ColorRole.Highlight if selected else plain)
        color.setAlphaF(readable_strength(color, ground, cell.palette.color(role)))
        room = QRectF(cell.rect).adjusted(1, 2, -1, -2)
        room.setWidth(max(2.0, room.width() * min(1.0, float(share))))
        painter.fillRect(room, color)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, cell, cell.widget) + 1
        enabled = bool(cell.state & QStyle.StateFlag.State_Enabled)
        painter.save()
        painter.setFont(cell.font)
        style.drawItemText(
            painter, cell.rect.adjusted(margin, 0, -margin, 0), whole(cell.displayAlignment), cell.palette, enabled, text, role
        )
        painter.restore()


def luminance(red: float, green: float, blue: float) -> float:
    """Relative luminance (WCAG 2.1) of a colour, its parts from 0 to 1."""
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def readable_strength(color: QColor, ground: QColor, ink: QColor) -> float:
    """The opacity of a colour on a ground on which a text can be read; the least where there is none."""
    text = luminance(*ink.getRgbF()[:3])
    for strength in STRENGTHS:
        mixed = luminance(
            *(strength * one + (1 - strength) * other for one, other in zip(color.getRgbF()[:3], ground.getRgbF()[:3]))
        )
        if (max(text, mixed) + 0.05) / (min(text, mixed) + 0.05) >= LEAST_CONTRAST:
            return strength
    return STRENGTHS[-1]


class FrozenTable(QTableView):
    """A table whose first column stays in view when the others are scrolled aside. Ctrl+C copies it all, as shown.

    A model that sorts itself is sorted by clicks on the headers.
    """

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._frozen = QTableView(self)
        for view in (self, self._frozen):
            view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
            view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            view.setItemDelegate(BarDelegate(view))
            view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            view.setAlternatingRowColors(True)
            view.setWordWrap(False)
            view.setTextElideMode(Qt.TextElideMode.ElideRight)
            view.setCornerButtonEnabled(False)
            view.setShowGrid(False)
            view.verticalHeader().hide()
            view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            view.horizontalHeader().setHighlightSections(False)
            view.horizontalHeader().setMinimumSectionSize(self.fontMetrics().horizontalAdvance("0") * 4)
        self._frozen.setFrameShape(QTableView.Shape.NoFrame)
        self._frozen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._frozen.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frozen.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frozen.clicked.connect(self.clicked)
        self._frozen.activated.connect(self.activated)
        self._frozen.viewport().installEventFilter(self)
        self.viewport().stackUnder(self._frozen)
        self.horizontalHeader().sectionResized.connect(self._resized)
        self._frozen.horizontalHeader().sectionResized.connect(self._frozen_resized)
        self._frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(self._frozen.verticalScrollBar().setValue)
        for one, other in ((self, self._frozen), (self._frozen, self)):
            one.horizontalHeader().sortIndicatorChanged.connect(other.horizontalHeader().setSortIndicator)

    def setModel(self, model: QAbstractItemModel) -> None:  # noqa: N802
        super().setModel(model)
        self._frozen.setModel(model)
        self._frozen.setSelectionModel(self.selectionModel())
        model.modelReset.connect(self._hide_others)
        model.columnsInserted.connect(self._hide_others)
        self._hide_others()

    def setSortingEnabled(self, enable: bool) -> None:  # noqa: N802
        super().setSortingEnabled(enable)  # the other view passes its clicks on through the indicator
        header = self._frozen.horizontalHeader()
        header.setSectionsClickable(enable)
        header.setSortIndicatorShown(enable)

    def set_row_height(self, height: int) -> None:
        """The height of all rows, in pixels."""
        for view in (self, self._frozen):
            view.verticalHeader().setDefaultSectionSize(height)

    def frozen(self) -> QTableView:
        """The view of the first column."""
        return self._frozen

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.matches(QKeySequence.StandardKey.Copy):
            event.accept()  # else QGIS would copy features
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_table(self)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # noqa: N802
        if watched is self._frozen.viewport() and event.type() == QEvent.Type.MouseButtonPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._place()

    def updateGeometries(self) -> None:  # noqa: N802
        super().updateGeometries()
        self._place()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: N802
        index = super().moveCursor(action, modifiers)
        left = self.visualRect(index).left() - self._frozen.width()
        if index.column() > 0 and left < 0:  # it would lie below the frozen column
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + left)
        return index

    def scrollTo(  # noqa: N802
        self, index: QModelIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if index.column() > 0:
            super().scrollTo(index, hint)
        elif self.model() is not None and self.model().columnCount() > 1:  # the first column is always in view: down or up only
            kept = self.horizontalScrollBar().value()
            super().scrollTo(index, hint)
            self.horizontalScrollBar().setValue(kept)

    def _hide_others(self, *_: object) -> None:
        for column in range(self.model().columnCount()):
            self._frozen.setColumnHidden(column, column > 0)
        self._frozen.setColumnWidth(0, self.columnWidth(0))
        self._place()

    def _resized(self, column: int, _: int, width: int) -> None:
        if column == 0:
            self._frozen.setColumnWidth(0, width)
            self._place()

    def _frozen_resized(self, column: int, _: int, width: int) -> None:
        if column == 0 and self.columnWidth(0) != width:
            self.setColumnWidth(0, width)

    def _place(self) -> None:
        header = self.horizontalHeader()
        self._frozen.horizontalHeader().setFixedHeight(header.height() or header.sizeHint().height())
        frame = self.frameWidth()
        width = min(self.columnWidth(0), self.viewport().width()) if self.model() is not None and self.model().columnCount() else 0
        self._frozen.setVisible(width > 0)
        self._frozen.setGeometry(frame, frame, width, self.viewport().height() + header.height())


def copy_table(source: Union[QAbstractItemModel, QAbstractItemView]) -> None:
    """Put a table on the clipboard as shown: as text with tabs, and as HTML, for a spreadsheet or a letter.

    Of a view: its columns and rows that are not hidden, in their order.
    """
    model, columns, rows = _shown(source)
    data, across, upright = QMimeData(), Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole
    lines = [[_text(model.headerData(column, across, upright)) for column in columns]]
    lines += [[_text(model.index(row, column).data(upright)) for column in columns] for row in rows]
    data.setText("\n".join("\t".join(line) for line in lines))
    cells = ["<tr>" + "".join(f"<th>{escape(text)}</th>" for text in lines[0]) + "</tr>"]
    for row, line in zip(rows, lines[1:]):
        cells.append("<tr>" + "".join(_cell(model.index(row, column), text) for column, text in zip(columns, line)) + "</tr>")
    data.setHtml('<meta charset="utf-8"><table border="1" cellspacing="0">' + "".join(cells) + "</table>")
    QApplication.clipboard().setMimeData(data)


def export_button(callbacks: Dict[str, Callable[[], None]], parent: Optional[QWidget] = None) -> QPushButton:
    """A button with a menu of the ways to take a result along.

    callbacks: by what is made, in the order of the menu: "clipboard", "xlsx", "csv", "html", "pdf".
    """
    labels = {
        "clipboard": tr("&Copy table"),
        "xlsx": tr("&Spreadsheet (XLSX)..."),
        "csv": tr("C&SV..."),
        "html": tr("&Report (HTML)..."),
        "pdf": tr("Print &layout (PDF)..."),
    }
    button = QPushButton(tr("E&xport"), parent)
    button.setToolTip(tr("Copy the table, or save it as a file"))
    menu = QMenu(button)
    for name, callback in callbacks.items():
        action = menu.addAction(labels[name])
        action.setObjectName(name)
        action.triggered.connect(lambda checked=False, callback=callback: callback())
    button.setMenu(menu)
    return button


def save_copy(path: str, suggested_name: str, file_filter: str, parent: Optional[QWidget] = None) -> Optional[str]:
    """Ask where to, and copy there a file that a run wrote; say so where that fails.

    suggested_name: with its ending. file_filter: as "CSV (*.csv)". Returns where it was saved; None where it was not.
    """

    def copy(target: str) -> None:
        if not os.path.isfile(path):
            raise PantauError(tr("The file that the run wrote is gone: run it again, then save."))
        copy_file(path, target)

    return save_new(copy, suggested_name, file_filter, parent)


def save_new(
    write: Callable[[str], None], suggested_name: str, file_filter: str, parent: Optional[QWidget] = None
) -> Optional[str]:
    """The same with a file that `write` makes; it raises PantauError where it cannot."""
    target = ask_target(suggested_name, file_filter, parent)
    if not target:
        return None
    try:
        write(target)
    except PantauError as error:
        QMessageBox.warning(parent, tr("Save as"), str(error))
        return None
    keep_folder(target)
    return target


def ask_target(suggested_name: str, file_filter: str, parent: Optional[QWidget] = None) -> str:
    """Ask under which path to save, at first where a file was last saved; empty where the user goes back.

    suggested_name: with its ending, which the path gets as well. file_filter: as "CSV (*.csv)".
    """
    ending, start = os.path.splitext(suggested_name)[1], os.path.join(last_folder(), suggested_name)
    while True:
        target, _ = QFileDialog.getSaveFileName(parent, tr("Save as"), start, file_filter)
        if not target or target.lower().endswith(ending.lower()):
            return target  # of a file that is there, the dialog has asked
        target += ending
        if not os.path.exists(target) or _may_replace(target, parent):
            return target
        start = target


def _may_replace(path: str, parent: Optional[QWidget]) -> bool:
    """Ask whether a file that is there may go."""
    question = tr("{name} is there already. Replace it?").format(name=os.path.basename(path))
    buttons = QMessageBox.StandardButton
    answer = QMessageBox.question(parent, tr("Save as"), question, buttons.Yes | buttons.No, buttons.No)
    return answer == buttons.Yes


def last_folder() -> str:
    """Where a file was last saved; empty where that is gone."""
    folder = QgsSettings().value(FOLDER, "", str)
    return folder if os.path.isdir(folder) else ""


def keep_folder(path: str) -> None:
    """Begin there when the next file is saved."""
    QgsSettings().setValue(FOLDER, os.path.dirname(path))


def swatch(color: QColor, side: int, line: QColor, ratio: float = 1.0) -> QPixmap:
    """A small square of a colour within a thin line. side: in pixels of the widget. ratio: of the screen's pixels to these."""
    pixmap = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(color)
    painter = QPainter(pixmap)
    painter.setPen(line)
    painter.drawRect(QRectF(0.5, 0.5, side - 1, side - 1))
    painter.end()
    return pixmap


def _shown(source: Union[QAbstractItemModel, QAbstractItemView]) -> Tuple[QAbstractItemModel, List[int], List[int]]:
    """(model, its columns, its rows) that are shown."""
    if isinstance(source, QAbstractItemModel):
        return source, list(range(source.columnCount())), list(range(source.rowCount()))
    model = source.model()
    columns, rows = list(range(model.columnCount())), list(range(model.rowCount()))
    if isinstance(source, QTableView):
        columns = sorted((one for one in columns if not source.isColumnHidden(one)), key=source.horizontalHeader().visualIndex)
        rows = [one for one in rows if not source.isRowHidden(one)]
    return model, columns, rows


def _text(value: object) -> str:
    """A value as it stands in one cell of a line."""
    return "" if value is None else " ".join(str(value).split())


def _cell(index: QModelIndex, text: str) -> str:
    alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
    right = alignment is not None and whole(alignment) & whole(Qt.AlignmentFlag.AlignRight)
    return f'<td align="right">{escape(text)}</td>' if right else f"<td>{escape(text)}</td>"
