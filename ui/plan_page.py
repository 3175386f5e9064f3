"""What the RTRW overlay dock shows of a result: the sentence, the chart, the tables, the card, and how to go on with it."""

from __future__ import annotations

from typing import Any, Optional, Tuple

from qgis.PyQt.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ..plugin.engine.text import number, tr
from .plan_ground import LastRun
from .plan_results import (
    LISTED,
    AvailabilityCard,
    ConformityChart,
    CrossModel,
    Filter,
    LargestModel,
    Places,
    Result,
    View,
    lead,
)
from .plan_rules import StateButtons
from .tables import FrozenTable
from .widgets import Banner, Pages, scrolled, sentence, tool

CHART, TABLE, AVAILABLE, LARGEST = range(4)  # pages of a result


class ResultPage(QStackedWidget):
    """A result, or in its stead why there is none."""

    places_wanted = pyqtSignal(object)
    """`Places` that the user has clicked."""
    unfiltered = pyqtSignal()
    """The user wants to see all again."""
    keep_wanted = pyqtSignal()
    """The user wants the temporary results to be kept."""
    opacity_wanted = pyqtSignal(float)
    """How much the result covers on the map, 0 to 1."""
    said = pyqtSignal(str)

    def __init__(self, exports: QPushButton) -> None:
        super().__init__()
        self._result: Optional[Result] = None
        self._filter = Filter()
        self.view: Optional[View] = None
        """What is shown."""
        self.nothing = sentence()
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(self.nothing)
        self.addWidget(self._build(exports))

    # -- the widgets

    def _build(self, exports: QPushButton) -> QWidget:
        self.stale = Banner()
        self.temporary = Banner()
        self.keep = tool(tr("&Keep..."), tr("Copy the results of this run to a folder of yours, and let the layers read them there"),
                         self.keep_wanted.emit)  # fmt: skip
        self.temporary.add(self.keep)
        self.lead = sentence(selectable=True)
        font = self.lead.font()
        font.setBold(True)
        self.lead.setFont(font)
        self.units = QComboBox()
        self.units.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.units.setMinimumContentsLength(8)
        self.units.setToolTip(tr("Show all units together, or one"))
        self.units.activated.connect(lambda _: self.show_filter(self._filter, anew=True))
        line = QHBoxLayout()
        line.addWidget(self.units, 1)
        line.addStretch(0)
        line.addWidget(exports)
        self.remarks_button = tool("", tr("What the run had to say"), lambda: None)
        self.remarks_button.setCheckable(True)
        self.remarks_button.setAutoRaise(True)
        self.remarks = sentence(selectable=True)
        self.remarks_button.toggled.connect(self.remarks.setVisible)
        self.remarks.hide()
        content = QWidget()
        room = QVBoxLayout(content)
        room.setContentsMargins(2, 6, 2, 2)
        for one in (self.stale, self.temporary, self.lead):
            room.addWidget(one)
        room.addLayout(line)
        room.addWidget(self._build_selection())
        room.addWidget(self._build_pages(), 1)
        room.addLayout(self._build_opacity())
        room.addWidget(self.remarks_button)
        room.addWidget(self.remarks)
        return content

    def _build_selection(self) -> QWidget:
        self.by_selection = QFrame()
        self.by_selection.setFrameShape(QFrame.Shape.StyledPanel)
        told = QHBoxLayout(self.by_selection)
        told.setContentsMargins(6, 2, 2, 2)
        self.selection_text = sentence()
        hint = tr("Show all again, and select nothing in the layers of the plan and the units")
        self.show_all = tool(tr("&Show all"), hint, self.unfiltered.emit)
        told.addWidget(self.selection_text, 1)
        told.addWidget(self.show_all)
        return self.by_selection

    def _build_pages(self) -> QWidget:
        self.chart = ConformityChart()
        self.chart.clicked.connect(self.places_wanted)
        self.by_unit = QComboBox()
        self.by_unit.addItem(tr("Each zone"), False)
        self.by_unit.addItem(tr("Each unit"), True)
        self.by_unit.setToolTip(tr("What the bars stand for"))
        self.by_unit.activated.connect(lambda _: self._show())
        self.legend = StateButtons(tr("Show on the map: {state}"))
        self.legend.chosen.connect(self._state_clicked)
        chart_page = QWidget()
        lines = QVBoxLayout(chart_page)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.addWidget(self.by_unit, 0, Qt.AlignmentFlag.AlignLeft)
        area = scrolled(self.chart)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the chart has it
        self.chart.moved.connect(lambda bar: area.ensureVisible(bar.left(), bar.center().y(), 0, bar.height()))
        lines.addWidget(area, 1)
        lines.addWidget(self.legend)
        self.cross, self.largest = FrozenTable(), FrozenTable()
        self._cross_model, self._largest_model = CrossModel(self.cross), LargestModel(self.largest)
        for table, model, name in (
            (self.cross, self._cross_model, tr("Hectares of each class in each zone")),
            (self.largest, self._largest_model, tr("The largest areas that do not conform")),
        ):
            table.setModel(model)
            table.setAccessibleName(name)
            table.set_row_height(round(self.fontMetrics().height() * 1.5))
            table.setTabKeyNavigation(False)
            table.horizontalHeader().setResizeContentsPrecision(20)  # of all rows, a large table would keep the window waiting
            table.clicked.connect(lambda index, model=model: self._cell_clicked(model, index))
            table.installEventFilter(self)
        for view in (self.cross, self.cross.frozen()):
            view.setSelectionBehavior(view.SelectionBehavior.SelectItems)
            view.setAlternatingRowColors(False)
        self._cross_model.side, self._cross_model.pixel_ratio = self.fontMetrics().height() * 2 // 3, self.devicePixelRatioF()
        self._largest_note = sentence()
        largest_page = QWidget()
        lines = QVBoxLayout(largest_page)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.addWidget(self.largest, 1)
        lines.addWidget(self._largest_note)
        self.card = AvailabilityCard()
        self.pages = Pages()
        for widget, label, hint in (
            (chart_page, tr("C&hart"), tr("Degree of conformity")), (self.cross, tr("T&able"), tr("Hectares of each class in each zone")),
            (scrolled(self.card), tr("A&vailable"), tr("Land for building that is not built on yet")),
            (largest_page, tr("&Largest"), tr("The largest areas that do not conform")),
        ):  # fmt: skip
            self.pages.add(widget, label, hint)
        return self.pages

    def _build_opacity(self) -> QHBoxLayout:
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(0, 100)
        self.opacity.setPageStep(10)
        self.opacity.setToolTip(tr("How much the result covers what lies below it on the map"))
        self.opacity.valueChanged.connect(lambda percent: self.opacity_wanted.emit(percent / 100))
        self._opacity_label = QLabel(tr("&Opacity"))
        self._opacity_label.setBuddy(self.opacity)
        self._opacity_label.setToolTip(self.opacity.toolTip())
        line = QHBoxLayout()
        line.addWidget(self._opacity_label)
        line.addWidget(self.opacity, 1)
        return line

    # -- what is shown

    def show_result(self, result: Optional[Result]) -> None:
        """Show another result, all of it, or none."""
        self._result, self._filter = result, Filter()
        self.units.clear()
        if result is not None:
            self.units.addItem(tr("All units"), None)
            for place, unit in enumerate(result.figures.units):
                self.units.addItem(result.unit_label(unit), place)
        self.setCurrentIndex(int(result is not None))
        self._show()

    def show_filter(self, wanted: Filter, anew: bool = False) -> None:
        """Show some zones and units only. anew: also where they are the same as before."""
        if anew or wanted != self._filter:
            self._filter = wanted
            self._show()

    def is_filtered(self) -> bool:
        """Whether zones or units are left out of what is shown."""
        return self.view is not None and self.view.filter != Filter()

    def _show(self) -> None:
        result, shown = self._result, self._filter
        if result is not None and shown.units is None and self.units.currentData() is not None:
            shown = Filter(shown.zones, (result.figures.units[self.units.currentData()],))
        self.view = view = View(result, shown) if result is not None else None
        with_units = result is not None and result.with_units
        for box in (self.by_unit, self.units):
            box.setVisible(with_units)
        self.units.setEnabled(self._filter.units is None)
        self.chart.show_view(view, bool(self.by_unit.currentData()) and with_units)
        self._cross_model.show(view)
        self._largest_model.show(view)
        self.card.show_view(view)
        if view is None:
            return
        whole = view.degree()
        self.legend.show_states([state for state in result.figures.states if whole[state]], result.own())
        self.lead.setText(lead(view))
        for table, widest in ((self.cross, 14), (self.largest, 22)):
            table.resizeColumnsToContents()
            letter = self.fontMetrics().horizontalAdvance("0")
            for column in range(table.model().columnCount()):
                table.setColumnWidth(column, min(table.columnWidth(column) + letter, letter * widest))
        self._largest_note.setText(self._about_list(result, view))
        self._largest_note.setVisible(bool(self._largest_note.text()))
        parts = []
        for values, one, many in (
            (self._filter.zones, tr("{count} zone"), tr("{count} zones")), (self._filter.units, tr("{count} unit"), tr("{count} units"))
        ):  # fmt: skip
            if values is not None:
                parts.append((one if len(values) == 1 else many).format(count=number(len(values), 0)))
        self.by_selection.setVisible(bool(parts))
        self.selection_text.setText(tr("Filtered by selection: {what}").format(what=", ".join(parts)))

    @staticmethod
    def _about_list(result: Result, view: View) -> str:
        if not result.listed:
            return tr("There is none, or none as large as the minimum.")
        if not view.listed:
            return tr("There is none in what is shown.")
        if len(view.listed) > LISTED or (result.count > len(result.listed) and len(view.listed) == len(result.listed)):
            return tr("The largest {shown} are listed; the layer on the map has all.").format(shown=number(LISTED, 0))
        return ""

    def show_last(self, last: LastRun, stale: str, opacity: Optional[float]) -> None:
        """What to know of the run that the result is from. stale: why it no longer holds. opacity: of the result on the map, if it is there."""
        self.stale.tell(
            "\n".join(filter(None, [stale, tr("Made with example rules, which are not official.") if last.is_example else ""]))
        )
        self.temporary.tell(
            tr("Temporary: this result goes when QGIS is closed, also from a saved project.") if last.is_temporary else ""
        )
        count = len(last.warnings)
        self.remarks_button.setVisible(bool(count))
        self.remarks_button.setText(tr("1 remark") if count == 1 else tr("{count} remarks").format(count=count))
        self.remarks.setText("\n".join(last.warnings))
        for widget in (self._opacity_label, self.opacity):
            widget.setVisible(opacity is not None)
        if opacity is not None:
            blocker = QSignalBlocker(self.opacity)
            self.opacity.setValue(round(opacity * 100))
            blocker.unblock()

    # -- what is clicked

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and event.key() in keys and watched in (self.cross, self.largest):
            self._cell_clicked(watched.model(), watched.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _cell_clicked(self, model: Any, index: QModelIndex) -> None:
        places = model.places(index)
        if places is not None:
            self.places_wanted.emit(places)
        else:
            self.said.emit(tr("Nothing there to show on the map."))

    def _state_clicked(self, state: str) -> None:
        zones, units = self.view.filter.zones, self.view.filter.units
        self.places_wanted.emit(Places(zones, units, state=state, area_ha=self.view.degree()[state]))

    def shown_table(self) -> Tuple[FrozenTable, int]:
        """(the table that is in view, or that of all figures; the page)."""
        page = self.pages.currentIndex()
        return (self.largest if page == LARGEST else self.cross), page
