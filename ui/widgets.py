"""Small widgets that docks are made of."""

from __future__ import annotations

from typing import Callable, List, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

REST = 150  # milliseconds after the last change until what depends on it follows


class Banner(QFrame):
    """A sentence with a sign that it should be read; hidden while there is none. A plain fact has no sign."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._room = QHBoxLayout(self)
        self._room.setContentsMargins(6, 3, 6, 3)
        self._sign, side = QLabel(), self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        self._sign.setPixmap(self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning).pixmap(side, side))
        self._label = sentence()
        self._room.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._room.addWidget(self._label, 1)
        self.hide()

    def tell(self, text: str, warns: bool = True) -> None:
        """Show a sentence; none where it is empty. warns: whether it has the sign."""
        self._label.setText(text)
        self._sign.setVisible(warns)
        self.setVisible(bool(text))

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def add(self, widget: QWidget) -> None:
        """Put a widget beside the sentence, such as a button that mends what it tells of."""
        self._room.addWidget(widget)


def sentence(selectable: bool = False) -> QLabel:
    """A label for a sentence, in as many lines as it needs. selectable: it can be copied."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumWidth(1)  # a long name without blanks is cut rather than that it widens the dock
    if selectable:
        flags = Qt.TextInteractionFlag
        label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    return label


def scrolled(widget: QWidget) -> QScrollArea:
    """A widget that may be higher than its room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area


def tool(text: str, hint: str, do: Callable[[], None], icon: str = "") -> QToolButton:
    """A small button that keys reach as well. icon: of QGIS's theme; without one, it shows its text."""
    button = QToolButton()
    if icon:
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setAutoRaise(True)
    button.setText(text)
    button.setToolTip(hint)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda checked=False: do())
    return button


def later(parent: QObject, do: Callable[[], None], wait: int = REST) -> QTimer:
    """A timer that does something once, `wait` milliseconds after it was last started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(wait)
    timer.timeout.connect(do)
    return timer


class FlowLayout(QLayout):
    """Widgets beside each other, as many in a row as there is room for."""

    def __init__(self, parent: Optional[QWidget] = None, space: int = 2) -> None:
        super().__init__(parent)
        self._items: List[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(space)
        if parent is not None:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            parent.setSizePolicy(policy)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> Optional[QLayoutItem]:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> Optional[QLayoutItem]:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, move: bool) -> int:
        """Place the widgets, or only say how high they would be."""
        x, y, height = rect.x(), rect.y(), 0
        for item in self._items:
            if item.widget() is not None and item.widget().isHidden():
                continue
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, height = rect.x(), y + height + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            height = max(height, size.height())
        return y + height - rect.y()


class Pages(QWidget):
    """Pages with a button for each: in a narrow dock, tabs would be cut, and buttons go on in another row."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._stack, self._group, bar = QStackedWidget(), QButtonGroup(self), QWidget()
        self._bar = FlowLayout(bar)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(bar)
        room.addWidget(self._stack, 1)

    def add(self, page: QWidget, label: str, hint: str) -> None:
        """Put another page at the end."""
        button = tool(label, hint, lambda: self._stack.setCurrentWidget(page))
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setChecked(not self._group.buttons())
        self._bar.addWidget(button)
        if self._group.buttons():
            QWidget.setTabOrder(self._group.buttons()[-1], button)  # keys go along the buttons, then into the page
        self._group.addButton(button, self._stack.addWidget(page))

    def button(self, place: int) -> QToolButton:
        """The button of a page."""
        return self._group.button(place)

    def currentIndex(self) -> int:  # noqa: N802
        """The page that is shown, as in QTabWidget."""
        return self._stack.currentIndex()

    def setCurrentIndex(self, place: int) -> None:  # noqa: N802
        """Show a page, as in QTabWidget."""
        self._group.button(place).click()
