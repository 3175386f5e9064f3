import os

import pytest
from pantau.ui.tables import COLOR_ROLE, NUMBERS, SHARE_ROLE, FrozenTable, copy_table, export_button, readable_strength, save_copy
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor, QStandardItem, QStandardItemModel
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QMessageBox

ROWS = [["forest & mangrove", "1,234.50", 1.0], ["sea", "617.25", 0.5], ["=road", "0.00", 0.0]]


@pytest.fixture
def model(qgis_app):
    model = QStandardItemModel(0, 3)
    model.setHorizontalHeaderLabels(["Class", "Area (ha)", "Note"])
    for name, area, share in ROWS:
        number = QStandardItem(area)
        number.setData(share, SHARE_ROLE)
        number.setData(QColor("#ff0000"), COLOR_ROLE)
        number.setData(NUMBERS, Qt.ItemDataRole.TextAlignmentRole)
        model.appendRow([QStandardItem(name), number, QStandardItem("two\nlines")])
    return model


@pytest.fixture
def table(model, wait):
    table = FrozenTable()
    table.setModel(model)
    table.resize(260, 200)
    for column, width in enumerate((100, 100, 300)):
        table.setColumnWidth(column, width)
    table.show()
    wait(table.isVisible)
    yield table
    table.close()
    table.deleteLater()


def reddish(image, y, left, right):
    """How many pixels of a line are rather red."""
    colors = [QColor(image.pixel(x, y)) for x in range(left, right)]
    return sum(color.red() - color.blue() > 60 for color in colors)


def test_a_bar_is_as_long_as_its_share(table):
    image = table.viewport().grab().toImage()
    lengths = []
    for row in range(3):
        room = table.visualRect(table.model().index(row, 1))
        lengths.append(reddish(image, room.top() + 4, room.left(), room.right()))
    assert lengths[0] == pytest.approx(100, abs=4)
    assert lengths[1] == pytest.approx(50, abs=4)
    assert lengths[2] == 0


def test_a_bar_gives_way_to_its_number():
    """A pale bar on a dark ground is so weak that the light number is read on it; one that is dark is as strong as on white."""
    dark, light, black, white = (QColor(one) for one in ("#222222", "#c8eab4", "#000000", "#ffffff"))
    strong = readable_strength(light, white, black)
    assert readable_strength(light, dark, QColor("#aaaaaa")) < strong
    assert readable_strength(QColor("#1a7f37"), white, black) == strong


def test_the_first_column_stays_in_view(table):
    frozen = table.frozen()
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert table.visualRect(table.model().index(0, 0)).right() < 0
    assert frozen.visualRect(table.model().index(1, 0)).left() == 0
    assert frozen.isVisible()
    QTest.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=frozen.visualRect(table.model().index(1, 0)).center())
    assert table.currentIndex().row() == 1
    assert table.selectionModel().isRowSelected(1, table.rootIndex())


def test_the_keyboard_brings_cells_out_from_below_the_frozen_column(table):
    table.setCurrentIndex(table.model().index(0, 2))
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert table.currentIndex().column() == 1
    assert table.visualRect(table.currentIndex()).left() >= table.frozen().width()


def test_the_table_is_copied_as_shown(table):
    table.setColumnHidden(2, True)
    table.horizontalHeader().moveSection(0, 1)
    table.setRowHidden(1, True)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QApplication.clipboard().mimeData()
    assert data.text() == "Area (ha)\tClass\n1,234.50\tforest & mangrove\n0.00\t=road"
    assert '<td align="right">1,234.50</td><td>forest &amp; mangrove</td>' in data.html()


def test_a_model_is_copied_whole(model):
    copy_table(model)
    lines = QApplication.clipboard().text().split("\n")
    assert lines[1] == "forest & mangrove\t1,234.50\ttwo lines"
    assert len(lines) == 4


def test_the_export_button_does_what_its_menu_says(qgis_app):
    done = []
    button = export_button({"csv": lambda: done.append("csv"), "pdf": lambda: done.append("pdf")})
    actions = button.menu().actions()
    assert [action.objectName() for action in actions] == ["csv", "pdf"]
    menu = button.menu()
    menu.popup(QPoint(0, 0))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(actions[1]).center())
    assert done == ["pdf"]


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """What the user answers, and what he is told. names: what he types, one after the other; the last again and again."""
    told = []

    class Asked:
        names = [str(tmp_path / "saved")]
        suggested = ""
        may_replace = False

    def name(parent, title, start, file_filter):
        Asked.suggested = start
        return Asked.names.pop(0) if len(Asked.names) > 1 else Asked.names[0], file_filter

    def question(parent, title, text, *others):
        Asked.questions.append(text)
        return QMessageBox.StandardButton.Yes if Asked.may_replace else QMessageBox.StandardButton.No

    Asked.questions = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    monkeypatch.setattr(QMessageBox, "question", question)
    monkeypatch.setattr(QMessageBox, "warning", lambda parent, title, text: told.append(text))
    Asked.told = told
    yield Asked
    QgsSettings().remove("pantau/folder")


def test_a_copy_is_saved_with_its_ending_and_the_folder_kept(qgis_app, asked, tmp_path):
    (tmp_path / "run.csv").write_bytes(b"a;b\r\n")
    assert save_copy(str(tmp_path / "run.csv"), "area.csv", "CSV (*.csv)") == str(tmp_path / "saved.csv")
    assert (tmp_path / "saved.csv").read_bytes() == b"a;b\r\n"
    asked.names = [""]
    save_copy(str(tmp_path / "run.csv"), "area.csv", "CSV (*.csv)")
    assert asked.suggested == os.path.join(str(tmp_path), "area.csv")
    assert not asked.questions
    assert not asked.told


def test_a_file_whose_ending_was_not_typed_is_replaced_only_when_the_user_says_so(qgis_app, asked, tmp_path):
    """The dialog asks of the name as it was typed; the ending comes after."""
    (tmp_path / "run.csv").write_bytes(b"new")
    (tmp_path / "signed.csv").write_bytes(b"signed")
    asked.names = [str(tmp_path / "signed"), str(tmp_path / "other")]
    assert save_copy(str(tmp_path / "run.csv"), "area.csv", "CSV (*.csv)") == str(tmp_path / "other.csv")
    assert (tmp_path / "signed.csv").read_bytes() == b"signed"
    assert len(asked.questions) == 1
    assert "signed.csv" in asked.questions[0]
    asked.names, asked.may_replace = [str(tmp_path / "signed")], True
    assert save_copy(str(tmp_path / "run.csv"), "area.csv", "CSV (*.csv)") == str(tmp_path / "signed.csv")
    assert (tmp_path / "signed.csv").read_bytes() == b"new"
    asked.names = [str(tmp_path / "signed.CSV")]  # of this name the dialog has asked
    assert save_copy(str(tmp_path / "run.csv"), "area.csv", "CSV (*.csv)") == str(tmp_path / "signed.CSV")
    assert len(asked.questions) == 2


def test_what_cannot_be_saved_is_told_in_a_sentence(qgis_app, asked, tmp_path):
    (tmp_path / "run.csv").write_bytes(b"new")
    asked.names = [str(tmp_path / "nowhere" / "saved.csv")]
    assert save_copy(str(tmp_path / "run.csv"), "area.csv", "CSV (*.csv)") is None
    assert "nowhere" in asked.told[0]
    asked.names = [str(tmp_path / "saved.csv")]
    (tmp_path / "saved.csv").write_bytes(b"old")
    assert save_copy(str(tmp_path / "gone.csv"), "area.csv", "CSV (*.csv)") is None
    assert "run it again" in asked.told[1]
    assert (tmp_path / "saved.csv").read_bytes() == b"old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["run.csv", "saved.csv"]


def test_nothing_is_saved_where_the_user_gives_no_name(qgis_app, asked, tmp_path):
    asked.names = [""]
    assert save_copy(str(tmp_path / "run.csv"), "area.csv", "CSV (*.csv)") is None
    assert not asked.told
