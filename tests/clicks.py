"""What a user does with the widgets of a window."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest


def pick(box, text):
    """Choose an entry of a box with the keyboard."""
    box.setFocus()
    for _ in range(box.count() + 1):
        if box.currentText() == text:
            return
        row = next(row for row in range(box.count()) if box.itemText(row) == text)
        QTest.keyClick(box, Qt.Key.Key_Down if row > box.currentIndex() else Qt.Key.Key_Up)
    raise AssertionError(f"{text} cannot be chosen")
