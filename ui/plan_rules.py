"""The grid of rules: which land cover agrees with which zone of a plan, as a table to edit."""

from __future__ import annotations

import csv
import io
import os
from collections import Counter
from typing import Any, Dict, Iterable, List, NamedTuple, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPoint, QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QContextMenuEvent, QFont, QIcon, QKeyEvent, QKeySequence, QPainter, QPalette, QPen, QPixmap
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QInputDialog,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionHeader,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QWidget,
)

try:
    from qgis.PyQt.QtGui import QUndoCommand, QUndoStack  # Qt 6
except ImportError:
    from qgis.PyQt.QtWidgets import QUndoCommand, QUndoStack

from ..plugin.engine.area.kinds import LandKind, PlanZone
from ..plugin.engine.area.rules import (
    CONFORM,
    NO_RULE,
    NONCONFORM,
    NONE,
    NOT_REALISED,
    OWN_COLORS,
    REVIEW,
    STATES,
    Rule,
    RuleTable,
    Ruling,
    apply_rules,
    state_label,
    state_of,
)
from ..plugin.engine.raster.legend import Legend, LegendEntry
from ..plugin.engine.text import folded, tr
from .tables import luminance, swatch, whole
from .widgets import FlowLayout

Place = Tuple[int, int]  # row and column of a cell
Saved = Dict[str, Dict[str, str]]  # zone, class, state

# What tells the states apart besides their colours, in cells too small for words.
SIGNS = {CONFORM: "✓", NONCONFORM: "✕", REVIEW: "?", NOT_REALISED: "…", NO_RULE: "–"}
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
LONG = 7  # characters of a zone, above which the head of its column is written upwards
TALL, WIDE = 14, 16  # characters that the heads of columns and of rows show at most


class Ground(NamedTuple):
    """What the rules are about. example: what they say to begin with. named: whether classes are known by name, not by code."""

    classes: Legend
    zones: Sequence[PlanZone]
    kinds: Dict[int, LandKind]
    example: RuleTable
    named: bool = False


def state_color(state: str, own: Sequence[str] = ()) -> QColor:
    """The colour of a state, as in the legend of a conformity raster. own: the states of the user's own, in their order."""
    if state in STATES:
        return QColor(STATES[state].color)
    place = list(own).index(state) if state in own else 0
    return QColor(OWN_COLORS[place % len(OWN_COLORS)])


def ink_on(ground: QColor) -> QColor:
    """Black or white, whichever is read on a colour (WCAG 2.1)."""
    return QColor(Qt.GlobalColor.black if luminance(*ground.getRgbF()[:3]) > 0.179 else Qt.GlobalColor.white)


def sign_of(state: str) -> str:
    """One or two characters for a state."""
    return SIGNS.get(state) or state[:2]


# -- the model


class _Change(QUndoCommand):
    """States of some cells, before and after."""

    def __init__(self, model: RulesModel, before: Dict[Place, str], after: Dict[Place, str], text: str) -> None:
        super().__init__(text)
        self._model, self._before, self._after = model, before, after

    def redo(self) -> None:
        self._model._put(self._after)

    def undo(self) -> None:
        self._model._put(self._before)


class RulesModel(QAbstractTableModel):
    """Rows of classes, columns of zones, states in the cells. All changes can be undone."""

    changed = pyqtSignal()
    """A state has changed."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.ground: Optional[Ground] = None
        self.name = ""
        """The file that the rules are from; empty: the example."""
        self._states: List[List[str]] = []
        self._base: Optional[List[List[str]]] = None  # as made or loaded; None where that is not known any more

    # what there is

    def show(
        self, ground: Optional[Ground], saved: Optional[Saved] = None, name: Optional[str] = None, edited: bool = False
    ) -> None:
        """Rules about other classes and zones. Those about classes and zones that were there before, or are in `saved`, stay.

        saved: rules of an earlier session; name, edited: where those were from, and whether they had been edited.
        """
        known = self.saved() if saved is None else saved
        edited = self.edited if saved is None else edited
        self.beginResetModel()
        self.undo_stack.clear()
        self.ground, self._states, self._base = ground, [], None
        if ground is not None:
            default = self._listed(ground.example)
            if name is not None:
                self.name = name if known else ""
            if (edited or self.name) and known:
                labels = class_labels(ground.classes)
                self._states = [
                    [known.get(zone.key, {}).get(label, state) for zone, state in zip(ground.zones, row)]
                    for label, row in zip(labels, default)
                ]
            else:
                self._states = [list(row) for row in default]
            if not self.name:
                self._base = default
            elif not edited and all(
                label in known.get(zone.key, {}) for label in class_labels(ground.classes) for zone in ground.zones
            ):
                self._base = [list(row) for row in self._states]
        self.endResetModel()
        self.changed.emit()

    def add_classes(self, missing: Legend) -> None:
        """Classes that the map turned out to have: no rule speaks of them yet."""
        if self.ground is None or not len(missing):
            return
        first = len(self._states)
        self.beginInsertRows(QModelIndex(), first, first + len(missing) - 1)
        kinds = {entry.code: LandKind("", "other") for entry in missing}
        self.ground = self.ground._replace(classes=Legend((*self.ground.classes, *missing)), kinds={**self.ground.kinds, **kinds})
        for rows in filter(None, (self._states, self._base)):
            rows += [[NO_RULE] * len(self.ground.zones) for _ in missing]
        self.endInsertRows()
        self.changed.emit()

    def use(self, rules: Sequence[Rule], name: str) -> List[int]:
        """Take the rules of a table instead; the numbers of its lines that name nothing there is. It can be undone.

        Raises PantauError where two lines contradict each other.
        """
        ground = self.ground
        table = apply_rules(rules, ground.classes, ground.zones, ground.kinds, name)
        self._replace(self._listed(table), name, tr("Load {name}").format(name=name))
        return [rule.line for rule in table.unused]

    def use_example(self) -> None:
        """Take the example again. It can be undone."""
        self._replace(self._listed(self.ground.example), "", tr("Take the example"))

    def _replace(self, states: List[List[str]], name: str, text: str) -> None:
        self.undo_stack.beginMacro(text)
        self.undo_stack.push(_Origin(self, self.name, self._base, name, [list(row) for row in states]))
        self.set_states({(row, column): state for row, its in enumerate(states) for column, state in enumerate(its)}, text)
        self.undo_stack.endMacro()
        self.changed.emit()

    def _listed(self, table: RuleTable) -> List[List[str]]:
        ground = self.ground
        unknown = Ruling(NO_RULE, NONE)
        return [[table.rulings.get((entry.code, zone.key), unknown).state for zone in ground.zones] for entry in ground.classes]

    @property
    def edited(self) -> bool:
        """Whether the rules differ from those of the example or of the file that they are from."""
        return self.ground is not None and self._states != self._base

    @property
    def is_example(self) -> bool:
        """Whether these are the example's rules, as they came."""
        return not self.name and not self.edited

    def state(self, row: int, column: int) -> str:
        """What the rules say of a class in a zone."""
        return self._states[row][column]

    def own_states(self) -> List[str]:
        """The states of the user's own that occur."""
        return list(dict.fromkeys(state for row in self._states for state in row if state not in STATES))

    def choices(self) -> List[str]:
        """The states to choose from, in the order of the keys 1, 2, ..."""
        return [*STATES, *self.own_states()]

    def saved(self) -> Saved:
        """The rules as they are kept in a project."""
        if self.ground is None:
            return {}
        labels = class_labels(self.ground.classes)
        return {
            zone.key: {label: row[place] for label, row in zip(labels, self._states)}
            for place, zone in enumerate(self.ground.zones)
        }  # fmt: skip

    def csv(self) -> str:
        """The rules as a table that the algorithm and `use` read."""
        return rules_text(self.ground, self._states, self.is_example)

    # editing

    def set_states(self, states: Dict[Place, str], text: str) -> None:
        """Change cells in one step, which undo calls `text`."""
        after = {place: state for place, state in states.items() if self._states[place[0]][place[1]] != state}
        if after:
            before = {(row, column): self._states[row][column] for row, column in after}
            self.undo_stack.push(_Change(self, before, after, text))

    def fill(self, places: Iterable[Place], state: str) -> None:
        """Give cells one state."""
        places = list(places)
        text = tr("Set {count} rule(s): {state}").format(count=len(places), state=state_label(state))
        self.set_states({place: state for place in places}, text)

    def step(self, places: Sequence[Place], by: int = 1) -> None:
        """Give cells the state that comes after that of the first of them."""
        if places:
            choices = self.choices()
            at = choices.index(self.state(*places[0]))
            self.fill(places, choices[(at + by) % len(choices)])

    def _put(self, states: Dict[Place, str]) -> None:
        for (row, column), state in states.items():
            self._states[row][column] = state
        rows, columns = zip(*states)
        self.dataChanged.emit(self.index(min(rows), min(columns)), self.index(max(rows), max(columns)))
        self.changed.emit()

    # as Qt asks for it

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._states)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() or self.ground is None else len(self.ground.zones)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        state = self._states[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return sign_of(state)
        if role == Qt.ItemDataRole.EditRole or role == STATE_ROLE:
            return state
        if role == Qt.ItemDataRole.BackgroundRole:
            return state_color(state, self.own_states() if state not in STATES else ())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            entry, zone = self._entry(index.row()), self.ground.zones[index.column()]
            return tr("{land} in {zone}: {state}").format(land=entry.label(), zone=zone.label(), state=state_label(state))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if self.ground is None:
            return None
        across = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < (len(self.ground.zones) if across else len(self._states)):
            return None
        if across:
            zone = self.ground.zones[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return zone.key
            return zone.label() if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) else None
        entry = self._entry(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.label()
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.label() if self.ground.named else f"{entry.code} · {entry.label()}"
        if role == Qt.ItemDataRole.UserRole:
            return QColor(entry.color)
        return None

    def _entry(self, row: int) -> LegendEntry:
        return self.ground.classes.entries[row]


class _Origin(QUndoCommand):
    """Where the rules are from, before and after."""

    def __init__(self, model: RulesModel, name: str, base: Any, new_name: str, new_base: Any) -> None:
        super().__init__("")
        self._model, self._before, self._after = model, (name, base), (new_name, new_base)

    def redo(self) -> None:
        self._model.name, self._model._base = self._after

    def undo(self) -> None:
        self._model.name, self._model._base = self._before


def class_labels(classes: Legend) -> List[str]:
    """What to keep the rules of each class under: its name, which outlasts a change of codes; with the code where it is not alone."""
    counts = Counter(folded(entry.name) for entry in classes)
    return [entry.name if counts[folded(entry.name)] == 1 else f"{entry.name} ({entry.code})" for entry in classes]


def rules_text(ground: Ground, states: Sequence[Sequence[str]], example: bool) -> str:
    """Rules as CSV in the format of RULES.

    Classes stand there by code, or by name where the codes are only their order in a layer.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if example:
        writer.writerow(
            [tr("# An example made by Pantau, not an official table. Edit the column status and give the file back as RULES.")]
        )
    writer.writerow(["class", "zone", "status", "class_name", "zone_name"])
    unique = Counter(folded(entry.name) for entry in ground.classes)
    for place, zone in enumerate(ground.zones):
        for entry, row in zip(ground.classes, states):
            land = entry.name if ground.named and unique[folded(entry.name)] == 1 else entry.code
            writer.writerow([land, zone.key, state_label(row[place]), entry.label(), zone.others[0] if zone.others else ""])
    return "\ufeff" + out.getvalue()  # spreadsheet programs take UTF-8 without this mark for another encoding


# -- the view


class RulesView(QTableView):
    """The grid. Cells are chosen as in a spreadsheet, a whole row or column by its head, and given a state by the buttons, the keys 1 to 9,
    Space (the next state), a double click or the menu."""

    def __init__(self, model: RulesModel, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._rules = model
        self.setModel(model)
        self.setItemDelegate(_StateDelegate(self))
        self.setHorizontalHeader(_ZoneHeader(self))
        self.setVerticalHeader(_ClassHeader(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(True)
        self.setShowGrid(False)
        self.setAccessibleName(tr("Rules: land cover by zone"))
        self.doubleClicked.connect(lambda index: model.step([(index.row(), index.column())]))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            header.setSectionsClickable(True)
            header.customContextMenuRequested.connect(lambda point, header=header: self._header_menu(header, point))
        model.modelReset.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Give rows and columns their sizes, after the letters."""
        metrics = self.fontMetrics()
        em = metrics.height()
        keys = [zone.key for zone in self._rules.ground.zones] if self._rules.ground else []
        longest = max(map(len, keys), default=0)
        width = round(em * 1.9) if longest > LONG else max(round(em * 1.9), metrics.horizontalAdvance("0" * (longest + 1)))
        self.horizontalHeader().turned = longest > LONG
        self.horizontalHeader().setDefaultSectionSize(width)
        self.horizontalHeader().setMinimumSectionSize(round(em * 1.2))
        self.verticalHeader().setDefaultSectionSize(round(em * 1.6))
        self.horizontalHeader().updateGeometry()
        self.updateGeometries()

    def places(self) -> List[Place]:
        """The chosen cells, or the current one."""
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return [(index.row(), index.column()) for index in chosen if index.isValid()]

    def give(self, state: str) -> None:
        """Give the chosen cells a state."""
        self._rules.fill(self.places(), state)

    def menu(self) -> QMenu:
        """What can be done with the chosen cells."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own = self._rules.own_states()
        for number, state in enumerate(self._rules.choices(), 1):
            icon = state_icon(state, own, self.fontMetrics().height(), self.devicePixelRatioF())
            shortcut = f"\t{number}" if number < 10 else ""
            action = menu.addAction(icon, state_label(state) + shortcut)
            action.triggered.connect(lambda checked=False, state=state: self.give(state))
        menu.addAction(tr("A status of your own...")).triggered.connect(lambda checked=False: self.ask_state())
        menu.addSeparator()
        for text, grow in ((tr("Choose the whole row"), self.choose_rows), (tr("Choose the whole column"), self.choose_columns)):
            menu.addAction(text).triggered.connect(lambda checked=False, grow=grow: grow())
        return menu

    def ask_state(self) -> None:
        """Ask for the name of a status, and give it to the chosen cells."""
        text, well = QInputDialog.getText(self, tr("A status of your own"), tr("Name of the status:"))
        if well and text.strip():
            self.give(state_of(text))

    def choose_rows(self) -> None:
        """Choose all of the rows of the chosen cells."""
        self._choose(whole_rows=True)

    def choose_columns(self) -> None:
        """Choose all of the columns of the chosen cells."""
        self._choose(whole_rows=False)

    def _choose(self, whole_rows: bool) -> None:
        flags = self.selectionModel().SelectionFlag
        grow = flags.Select | (flags.Rows if whole_rows else flags.Columns)
        for row, column in self.places():
            self.selectionModel().select(self._rules.index(row, column), grow)

    def _header_menu(self, header: QHeaderView, point: QPoint) -> None:
        section = header.logicalIndexAt(point)
        if section < 0:
            return
        across = header.orientation() == Qt.Orientation.Horizontal
        chosen = self.selectionModel().isColumnSelected if across else self.selectionModel().isRowSelected
        if not chosen(section, QModelIndex()):
            (self.selectColumn if across else self.selectRow)(section)
        self.menu().popup(header.mapToGlobal(point))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        if not self.places():
            return
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()) if by_key else event.globalPos()
        self.menu().popup(place)

    def event(self, event: QEvent) -> bool:
        # Else QGIS's own undo and copy would take the keys.
        if event.type() == QEvent.Type.ShortcutOverride and any(event.matches(key) for key in _KEYS):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        choices = self._rules.choices()
        text = event.text()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.matches(QKeySequence.StandardKey.Undo):
            self._rules.undo_stack.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._rules.undo_stack.redo()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._rules.step(self.places(), -1 if back else 1)
        elif plain and len(text) == 1 and text in "123456789" and int(text) <= len(choices):
            self.give(choices[int(text) - 1])
        elif event.key() == Qt.Key.Key_Delete:
            self.give(NO_RULE)
        else:
            super().keyPressEvent(event)


_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo, QKeySequence.StandardKey.Delete)


def state_icon(state: str, own: Sequence[str], side: int, ratio: float) -> QIcon:
    """A state's colour and sign."""
    color = state_color(state, own)
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(color)
    painter = QPainter(pixmap)
    painter.setPen(ink_on(color))
    font = QFont(painter.font())
    font.setPixelSize(max(6, round(side * 0.7)))
    painter.setFont(font)
    painter.drawText(QRect(0, 0, side, side), whole(Qt.AlignmentFlag.AlignCenter), sign_of(state))
    painter.end()
    return QIcon(pixmap)


class _StateDelegate(QStyledItemDelegate):
    """A cell in the colour of its state; what is chosen has a frame, so that its colour stays to be seen."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        painter.save()
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        room = option.rect.adjusted(0, 0, -1, -1)
        painter.fillRect(room, ground)
        painter.setPen(ink_on(ground))
        painter.drawText(room, whole(Qt.AlignmentFlag.AlignCenter), index.data())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, QColor(*option.palette.color(QPalette.ColorRole.Highlight).getRgb()[:3], 70))
            self._frame(painter, room, option.palette.color(QPalette.ColorRole.Highlight), 3)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._frame(painter, room, ink_on(ground), 1)
        painter.restore()

    @staticmethod
    def _frame(painter: QPainter, room: QRect, color: QColor, width: int) -> None:
        pen = QPen(color, width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        inset = (width + 1) // 2
        painter.drawRect(room.adjusted(inset - 1, inset - 1, -inset, -inset))


class _ZoneHeader(QHeaderView):
    """Heads of columns, written upwards where the names are long."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.turned = False
        self.setHighlightSections(True)

    def sectionSizeFromContents(self, section: int) -> QSize:  # noqa: N802
        size = super().sectionSizeFromContents(section)
        if not self.turned:
            return size
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(text) for text in self._texts()), default=0)
        room = min(
            metrics.horizontalAdvance("x" * TALL), max(metrics.horizontalAdvance("x" * 8), self.parentWidget().height() // 3)
        )
        return QSize(size.width(), min(longest, room) + metrics.height())

    def _texts(self) -> List[str]:
        """The names, without the words that all begin with, such as "Kawasan"."""
        count = self.model().columnCount() if self.model() is not None else 0
        texts = [str(self.model().headerData(one, Qt.Orientation.Horizontal)) for one in range(count)]
        shared = os.path.commonprefix(texts).rpartition(" ")[0] if count > 1 else ""
        return [text[len(shared) :].strip() for text in texts]

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        if not self.turned:
            super().paintSection(painter, rect, section)
            return
        _paint_head(self, painter, rect)
        metrics = self.fontMetrics()
        margin = metrics.height() // 2
        text = metrics.elidedText(self._texts()[section], Qt.TextElideMode.ElideMiddle, rect.height() - metrics.height())
        painter.save()
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        painter.translate(rect.left(), rect.bottom())
        painter.rotate(-90)
        align = whole(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(margin, 0, rect.height() - margin, rect.width()), align, text)
        painter.restore()


class _ClassHeader(QHeaderView):
    """Heads of rows: the class's colour and its name, which is cut in its middle where it is long."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setHighlightSections(True)

    def sizeHint(self) -> QSize:  # noqa: N802
        size, metrics = super().sizeHint(), self.fontMetrics()
        count = self.model().rowCount() if self.model() is not None else 0
        texts = [str(self.model().headerData(one, Qt.Orientation.Vertical)) for one in range(count)]
        longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        # In a narrow dock the cells need their room as well.
        width = self.parentWidget().width() if self.parentWidget() else 0
        room = max(metrics.horizontalAdvance("x" * 8), min(metrics.horizontalAdvance("x" * WIDE * 2), width * 9 // 20))
        return QSize(min(longest + round(metrics.height() * 1.9), room), size.height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        _paint_head(self, painter, rect)
        metrics = self.fontMetrics()
        side, gap = round(metrics.height() * 0.75), metrics.height() // 3
        color = self.model().headerData(section, Qt.Orientation.Vertical, Qt.ItemDataRole.UserRole)
        line = self.palette().color(QPalette.ColorRole.Mid)
        painter.drawPixmap(
            rect.left() + gap, rect.center().y() - side // 2, swatch(QColor(color), side, line, self.devicePixelRatioF())
        )
        room = rect.adjusted(2 * gap + side, 0, -gap, 0)
        text = str(self.model().headerData(section, Qt.Orientation.Vertical))
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        align = whole(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, align, metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room.width()))


def _paint_head(header: QHeaderView, painter: QPainter, rect: QRect) -> None:
    """The ground of a head, without its text."""
    option = QStyleOptionHeader()
    header.initStyleOption(option)
    option.rect = rect
    option.state |= QStyle.StateFlag.State_Raised
    header.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, header)


# -- the buttons


class StateButtons(QWidget):
    """A button for each state: a legend, and a way to mean that state.

    told: what a click does, with {state}. with_keys: whether the keys 1 to 9 do so, too.
    """

    chosen = pyqtSignal(str)

    def __init__(self, told: str, with_keys: bool = False, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._told, self._with_keys = told, with_keys
        self._shown: List[str] = []
        self._room = FlowLayout(self)

    def show_states(self, states: Sequence[str], own: Sequence[str]) -> None:
        """Have buttons for these states."""
        if list(states) == self._shown:
            return
        self._shown = list(states)
        while self._room.count():
            self._room.takeAt(0).widget().deleteLater()
        side = self.fontMetrics().height()
        before = self.previousInFocusChain()
        while before is not self and before.focusPolicy() == Qt.FocusPolicy.NoFocus:
            before = before.previousInFocusChain()
        for number, state in enumerate(states, 1):
            button = QToolButton(self)
            button.setObjectName(state)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIcon(state_icon(state, own, side, self.devicePixelRatioF()))
            button.setIconSize(QSize(side, side))
            button.setAutoRaise(True)
            button.setText(state_label(state))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            key = tr("key {number}").format(number=number) if self._with_keys and number < 10 else ""
            told = self._told.format(state=state_label(state))
            button.setToolTip(f"{told} ({key})" if key else told)
            button.clicked.connect(lambda checked=False, state=state: self.chosen.emit(state))
            self._room.addWidget(button)
            if before is not self:
                QWidget.setTabOrder(before, button)  # else what is made last comes last
            before = button
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._room.heightForWidth(width)
