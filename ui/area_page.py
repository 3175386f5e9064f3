"""What the area table dock shows of its figures: the table, its chart, and what is to be said of them."""

from __future__ import annotations

from typing import List, Optional

from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFontMetrics
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ..plugin.engine.text import language, numbers_in, tr
from .area_chart import AreaChart
from .area_model import BY_CLASS, BY_ZONE, BY_ZONE_PERCENT, UNITS, AreaFigures, AreaState, AreaTableModel, closure_sentence
from .tables import FrozenTable
from .widgets import later, sentence

WIDEST = 24  # letters of a column


class AreaPage(QStackedWidget):
    """The table, or in its stead why there is none."""

    zone_wanted = pyqtSignal(int)
    """A row that the user has clicked."""
    reordered = pyqtSignal()
    """The user has put the rows in another order."""

    def __init__(self, exports: QPushButton) -> None:
        super().__init__()
        self._exports = exports
        self._columns: List[str] = []  # keys of those whose widths are set
        self._refit = later(self, self._fit, 0)
        self.model = AreaTableModel(self)
        self.nothing = sentence()
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(self.nothing)
        self.addWidget(self._build())

    def choices(self) -> List[QComboBox]:
        """The boxes of view, unit and language of numbers."""
        return [self.view, self.unit, self.numbers]

    def show_state(self, state: AreaState) -> None:
        """Show what is chosen."""
        for box, value in zip(self.choices(), (state.view, state.unit, state.numbers)):
            box.setCurrentIndex(box.findData(value))
        self.chart_button.setChecked(state.chart)

    def show_figures(self, figures: Optional[AreaFigures], state: AreaState) -> None:
        """Show figures as it is chosen; none: no table."""
        if figures is None:
            self.model.show(None, state.view, state.unit, state.numbers)
            return
        header = self.table.horizontalHeader()
        row = self.model.zone_of(self.table.currentIndex().row())
        view = state.view if figures.title else BY_CLASS
        default = None if view == BY_CLASS else ["name", False]  # as in the legend, and by name
        sort = state.sort.get(view, default)
        self.model.show(figures, view, state.unit, state.numbers, tuple(sort) if sort else None)
        key = self.model.sort_key()
        header.blockSignals(True)
        order = Qt.SortOrder.DescendingOrder if key is not None and key[1] else Qt.SortOrder.AscendingOrder
        for one in (header, self.table.frozen().horizontalHeader()):
            one.setSortIndicator(self.model.sorted_column(), order)
        header.blockSignals(False)
        self._fit()
        if row is not None and row in figures.zones:
            rows = range(self.model.rowCount() - 1)
            self.table.selectRow(next(one for one in rows if self.model.zone_of(one) == row))
        with numbers_in(language() if state.numbers == "auto" else state.numbers):
            self.closure.setText(closure_sentence(figures, state.unit))

    def show_warnings(self, warnings: List[str]) -> None:
        """What the run had to say."""
        self.warnings.setText("\n".join(warnings))
        self.warnings_button.setText(tr("Remarks of the run ({count})").format(count=len(warnings)))

    def renew(self, has_zones: bool, nothing: str) -> None:
        """Bring all up to date. nothing: why there is no table."""
        has_table = self.model.figures is not None
        self.setCurrentIndex(int(has_table))
        self.nothing.setText(nothing)
        self.view.setEnabled(has_zones)
        self._exports.setEnabled(has_table and not self.model.is_outdated())
        for label in (self.closure, self.remark):
            label.setVisible(bool(label.text()))
        warnings = bool(self.warnings.text())
        self.warnings_button.setVisible(warnings)
        self.warnings.setVisible(warnings and self.warnings_button.isChecked())

    # -- the widgets

    def _build(self) -> QWidget:
        letter = self.fontMetrics()
        self.view, self.unit, self.numbers = QComboBox(), QComboBox(), QComboBox()
        self.view.addItem(tr("By class"), BY_CLASS)
        self.view.addItem(tr("By zone: area"), BY_ZONE)
        self.view.addItem(tr("By zone: percent"), BY_ZONE_PERCENT)
        for key, unit in UNITS.items():
            self.unit.addItem(unit.name, key)
        for key, label in (("auto", tr("Numbers: auto")), ("en", tr("1,234.56 (English)")), ("id", tr("1.234,56 (Indonesian)"))):
            self.numbers.addItem(label, key)
        for box, letters, name in zip(self.choices(), (8, 3, 6), (tr("View"), tr("Unit"), tr("Language of numbers"))):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(letters)
            box.setAccessibleName(name)
        self.view.setToolTip(tr("All zones together by class, or each zone by class"))
        self.unit.setToolTip(tr("Unit of the table; files are in hectares"))
        self.numbers.setToolTip(tr("How numbers are written, here and in the CSV and the report; auto: in the language of QGIS"))
        self.chart_button = QToolButton()
        self.chart_button.setText(tr("C&hart"))
        self.chart_button.setCheckable(True)
        self.chart_button.setToolTip(tr("Show the table as bars as well"))
        self.chart_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.table = FrozenTable()
        self.table.setModel(self.model)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.table.set_row_height(round(letter.height() * 1.4))
        self.table.setAccessibleName(tr("Area table"))
        self.table.setTabKeyNavigation(False)
        self.table.setMinimumHeight(letter.height() * 8)
        self.table.installEventFilter(self)
        self.table.viewport().installEventFilter(self)
        self.chart = AreaChart(self.model)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(self.chart)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        self.chart.hide()
        results = QWidget()
        lines = QVBoxLayout(results)
        lines.setContentsMargins(0, 0, 0, 0)
        for widgets in ((self.view, self.unit), (self.numbers, self.chart_button, self._exports)):
            line = QHBoxLayout()
            for place, widget in enumerate(widgets):
                line.addWidget(widget, 0 if place else 1)
            lines.addLayout(line)
        lines.addWidget(splitter, 1)
        self.closure, self.remark, self.warnings = (sentence(selectable=True) for _ in range(3))
        self.warnings_button = QToolButton()
        self.warnings_button.setCheckable(True)
        self.warnings_button.setAutoRaise(True)
        self.warnings_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.warnings_button.setToolTip(tr("What the run had to say"))
        for widget in (self.closure, self.remark, self.warnings_button, self.warnings):
            lines.addWidget(widget)
        self.chart_button.toggled.connect(self.chart.setVisible)
        self.warnings_button.toggled.connect(self.warnings.setVisible)
        self.table.clicked.connect(lambda index: self.zone_wanted.emit(index.row()))
        self.table.selectionModel().currentChanged.connect(lambda index, _: self.chart.set_current(index.row()))
        self.chart.chosen.connect(self._bar_chosen)
        self.model.layoutChanged.connect(self.reordered)
        return results

    def _bar_chosen(self, row: int) -> None:
        self.table.setCurrentIndex(self.model.index(row, 0))
        self.zone_wanted.emit(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.table and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self.zone_wanted.emit(self.table.currentIndex().row())
                return True
        elif watched is self.table.viewport() and event.type() == QEvent.Type.Resize and self.model.view == BY_CLASS:
            self._columns = []  # these few columns always fill the width
            self._refit.start()
        return super().eventFilter(watched, event)

    # -- the widths of the columns

    def _fit(self) -> None:
        """Widths of the columns: as the texts need; columns that stay keep theirs where it suffices."""
        model, table = self.model, self.table
        letter = QFontMetrics(table.font())
        bold = table.font()
        bold.setBold(True)
        numbers, zero = QFontMetrics(bold), letter.horizontalAdvance("0")
        keys = [f"{model.view} {key}" for key in model.column_keys()]
        kept = (
            dict(zip(self._columns, (table.columnWidth(one) for one in range(len(self._columns))))) if keys == self._columns else {}
        )
        for column in range(model.columnCount()):
            title = model.headerData(column, Qt.Orientation.Horizontal)
            need = min(letter.horizontalAdvance(title), WIDEST * zero) + 2 * zero
            if model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole) is not None:
                need += letter.height()
            if column == model.sorted_column():
                need += letter.height()  # for its arrow
            if column:
                need = max(need, numbers.horizontalAdvance(model.widest(column)) + 2 * zero)
            else:
                rows = range(0, model.rowCount(), max(1, model.rowCount() // 200))
                longest = max(letter.horizontalAdvance(model.index(row, 0).data()) for row in rows)
                need = max(need, min(longest + 5 * zero, WIDEST * zero))
            table.setColumnWidth(column, max(need, kept.get(keys[column], 0)))
        if model.columnCount() and not kept:
            self._spread(8 * zero)
        self._columns = keys

    def _spread(self, least: int) -> None:
        """Let the columns of classes fill the width, and the zones' names take less than half of it. least: pixels of a name."""
        table, model = self.table, self.model
        width, natural = table.viewport().width(), table.columnWidth(0)
        if model.view != BY_CLASS:
            table.setColumnWidth(0, min(natural, max(round(0.45 * width), least)))
            return
        room = width - sum(table.columnWidth(column) for column in range(1, model.columnCount()))
        if room > natural:  # bars are easier to compare when they are long
            table.setColumnWidth(1, table.columnWidth(1) + (room - natural) * 2 // 3)
            table.setColumnWidth(0, room - (room - natural) * 2 // 3)
        elif room > least:
            table.setColumnWidth(0, room)
