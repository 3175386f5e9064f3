import csv

import pytest
from pantau.plugin.engine.area.kinds import PlanZone, built_zones, land_kinds
from pantau.plugin.engine.area.rules import STATES, default_rules, parse_rules, read_rules
from pantau.plugin.engine.raster.legend import Legend, LegendEntry
from pantau.ui.plan_rules import Ground, RulesModel, RulesView, StateButtons, class_labels, ink_on
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QInputDialog, QToolButton

BUTTON = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CLASSES = Legend(
    (
        LegendEntry(1, "forest", "hutan", "#1A7F37"),
        LegendEntry(2, "settlement", "permukiman", "#C8352B"),
        LegendEntry(7, "mine", "tambang", "#8E3B8E"),
    )
)
ZONES = [PlanZone("HL", ("Hutan Lindung",)), PlanZone("PK", ("Permukiman Perkotaan",))]


def ground(classes=CLASSES, zones=ZONES, named=False):
    kinds = land_kinds(classes)
    return Ground(classes, zones, kinds, default_rules(classes, zones, kinds, built_zones(zones)), named)


@pytest.fixture
def model(provider):
    model = RulesModel()
    model.show(ground())
    return model


@pytest.fixture
def view(model, wait):
    view = RulesView(model)
    view.resize(400, 300)
    view.show()
    wait(view.isVisible)
    view.setFocus()
    yield view
    view.close()
    view.deleteLater()


def states(model):
    return [[model.state(row, column) for column in range(model.columnCount())] for row in range(model.rowCount())]


def click(view, row, column, modifier=Qt.KeyboardModifier.NoModifier):
    place = view.visualRect(view.model().index(row, column)).center()
    QTest.mouseClick(view.viewport(), BUTTON, modifier, place)


# The example's own lines (rtrw_rules_example.csv) for HL; in a zone for building, built land conforms and forest is not realised yet.
EXAMPLE = [["conform", "not_realised"], ["nonconform", "conform"], ["nonconform", "review"]]


def test_the_grid_begins_with_the_example(model):
    assert states(model)[:2] == EXAMPLE[:2]
    assert states(model)[2][0] == "nonconform"
    assert model.is_example
    assert model.headerData(0, Qt.Orientation.Vertical) == "forest"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "PK"
    assert model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) == "PK · Permukiman Perkotaan"


def test_keys_set_states_and_undo_takes_them_back(view, model):
    click(view, 0, 0)
    QTest.keyClick(view, "2")
    assert model.state(0, 0) == "nonconform"
    assert not model.is_example
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert model.state(0, 0) == "review"
    QTest.keyClick(view, Qt.Key.Key_Space, SHIFT)
    assert model.state(0, 0) == "nonconform"
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert model.state(0, 0) == "no_rule"
    for expected in ("nonconform", "review", "nonconform", "conform"):
        QTest.keyClick(view, "z", CONTROL)
        assert model.state(0, 0) == expected
    assert model.is_example
    QTest.keyClick(view, "z", CONTROL | SHIFT)
    assert model.state(0, 0) == "nonconform"


def test_a_click_on_a_head_and_a_button_fill_a_row_or_column(view, model, wait):
    buttons = StateButtons("{state}", True)
    buttons.show_states(model.choices(), [])
    buttons.chosen.connect(view.give)
    buttons.resize(400, 80)
    buttons.show()
    wait(buttons.isVisible)
    header = view.horizontalHeader()
    QTest.mouseClick(header.viewport(), BUTTON, pos=QPoint(header.sectionViewportPosition(1) + 5, 5))
    QTest.mouseClick(buttons.findChild(QToolButton, "review"), BUTTON)
    assert [row[1] for row in states(model)] == ["review"] * 3
    assert [row[0] for row in states(model)] == [row[0] for row in EXAMPLE]
    header = view.verticalHeader()
    QTest.mouseClick(header.viewport(), BUTTON, pos=QPoint(5, header.sectionViewportPosition(2) + 5))
    QTest.mouseClick(buttons.findChild(QToolButton, "conform"), BUTTON)
    assert states(model)[2] == ["conform", "conform"]
    model.undo_stack.undo()
    model.undo_stack.undo()
    assert states(model)[:2] == EXAMPLE[:2]
    buttons.close()
    buttons.deleteLater()


def test_a_selection_is_filled_and_a_double_click_steps_one(view, model):
    click(view, 0, 0)
    click(view, 1, 1, SHIFT)
    QTest.keyClick(view, "3")
    assert [row[:2] for row in states(model)[:2]] == [["review"] * 2] * 2
    place = view.visualRect(model.index(2, 0)).center()
    QTest.mouseClick(view.viewport(), BUTTON, pos=place)
    QTest.mouseDClick(view.viewport(), BUTTON, pos=place)
    assert model.state(2, 0) == "review"


def test_the_menu_fills_and_takes_a_status_of_ones_own(view, model, monkeypatch):
    click(view, 0, 0)
    view.choose_columns()
    assert len(view.places()) == 3
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Perlu izin", True))
    view.ask_state()
    assert [row[0] for row in states(model)] == ["Perlu izin"] * 3
    assert model.choices() == [*STATES, "Perlu izin"]
    labels = [action.text().split("\t")[0] for action in view.menu().actions()]
    assert labels[:6] == ["conform", "not conform", "to be reviewed", "not realised yet", "without a rule", "Perlu izin"]


def test_saved_rules_are_what_the_algorithm_reads(model, tmp_path):
    model.fill([(0, 0)], "nonconform")
    model.fill([(2, 1)], "Perlu izin")
    path = tmp_path / "rules.csv"
    path.write_text(model.csv(), encoding="utf-8")
    found = {(rule.land, rule.zone): rule.state for rule in read_rules(str(path))}
    assert found["1", "HL"] == "nonconform"
    assert found["7", "PK"] == "Perlu izin"
    assert len(found) == 6
    other = RulesModel()
    other.show(ground())
    assert other.use(read_rules(str(path)), "rules.csv") == []
    assert states(other) == states(model)
    assert other.name == "rules.csv"
    assert not other.edited
    assert not other.is_example


def test_the_example_says_in_its_file_that_it_is_one(model):
    assert "not an official table" in model.csv().splitlines()[0]
    model.fill([(0, 0)], "review")
    assert "not an official table" not in model.csv()


def test_loading_is_undone_with_where_the_rules_are_from(model):
    rules = parse_rules("kelas,zona,status\nhutan,*,tidak sesuai\nsawah,HL,sesuai\n", "mine.csv")
    assert model.use(rules, "mine.csv") == [3]
    assert states(model)[0] == ["nonconform", "nonconform"]
    assert states(model)[1] == ["no_rule", "no_rule"]
    assert model.name == "mine.csv"
    model.undo_stack.undo()
    assert states(model)[:2] == EXAMPLE[:2]
    assert model.is_example
    model.undo_stack.redo()
    assert (model.name, model.edited) == ("mine.csv", False)
    model.use_example()
    assert model.is_example


def test_classes_of_text_that_look_like_numbers_keep_their_rules(provider):
    """Text classes are numbered in their order, 1 to 3; the name "2" must not be taken for the class numbered 2, which is "10"."""
    classes = Legend(tuple(LegendEntry(code, text, text, "#000000") for code, text in ((1, "1"), (2, "10"), (3, "2"))))
    model = RulesModel()
    model.show(ground(classes, named=True))
    model.fill([(0, 0), (0, 1)], "conform")
    model.fill([(1, 0), (1, 1)], "nonconform")
    model.fill([(2, 0), (2, 1)], "review")
    again = RulesModel()
    again.show(ground(classes, named=True))
    again.use(parse_rules(model.csv().lstrip("\ufeff"), "r.csv"), "r.csv")
    assert [row[0] for row in states(again)] == ["conform", "nonconform", "review"]


def test_edited_rules_stay_for_what_a_new_layer_still_has(model):
    model.fill([(0, 0)], "review")
    classes = Legend((LegendEntry(11, "forest", "hutan", "#1A7F37"), LegendEntry(12, "shrub", "semak", "#8DB255")))
    model.show(ground(classes))
    assert model.state(0, 0) == "review"
    assert model.state(1, 0) == "review"  # of the example: shrub in protected forest
    assert model.edited


def test_rules_come_back_from_the_project(model):
    model.fill([(0, 0)], "review")
    other = RulesModel()
    other.show(ground(), model.saved(), "", True)
    assert states(other) == states(model)
    assert other.edited
    other.show(None)
    assert other.rowCount() == other.columnCount() == 0
    assert other.saved() == {}


def test_classes_that_the_map_turned_out_to_have_are_added(model):
    model.add_classes(Legend((LegendEntry(9, "pond", "tambak", "#7FD1E8"),)))
    assert states(model)[3] == ["no_rule", "no_rule"]
    assert model.is_example
    model.fill([(3, 0)], "review")
    assert "9,HL,to be reviewed" in model.csv()


def test_classes_of_one_name_are_told_apart():
    classes = Legend((LegendEntry(1, "Forest", "a", "#000000"), LegendEntry(2, "forest", "b", "#000000")))
    assert class_labels(classes) == ["Forest (1)", "forest (2)"]


@pytest.mark.parametrize("state", list(STATES))
def test_signs_are_read_on_their_colours(state):
    """WCAG 2.1 asks for a contrast of 4.5 to 1."""

    def luminance(color):
        parts = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in color.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    ground_color = QColor(STATES[state].color)
    light, dark = sorted((luminance(ground_color), luminance(ink_on(ground_color))), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_a_large_grid_with_long_names_keeps_its_heads_in_view(provider, wait):
    classes = Legend(tuple(LegendEntry(code, f"class of land cover {code}", f"kelas {code}", "#336699") for code in range(1, 31)))
    zones = [PlanZone(f"Kawasan Peruntukan Permukiman Perkotaan {number}") for number in range(40)]
    model = RulesModel()
    model.show(ground(classes, zones))
    view = RulesView(model)
    view.resize(300, 400)
    view.show()
    wait(view.isVisible)
    assert (model.rowCount(), model.columnCount()) == (30, 40)
    assert view.verticalHeader().width() <= 300 * 0.45
    assert view.horizontalHeader().height() <= 400 * 0.4
    width = view.columnWidth(0)
    assert width <= view.fontMetrics().height() * 2  # narrow: several zones are seen at once
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    last = view.visualRect(model.index(29, 39))
    assert view.viewport().rect().contains(last.center())
    assert view.verticalHeader().isVisible()
    assert "Kawasan Peruntukan Permukiman Perkotaan 39" in model.index(29, 39).data(Qt.ItemDataRole.ToolTipRole)
    view.close()
    view.deleteLater()


def test_the_file_is_a_plain_table(model):
    rows = list(csv.reader(model.csv().lstrip("\ufeff").splitlines()[1:]))
    assert rows[0] == ["class", "zone", "status", "class_name", "zone_name"]
    assert rows[1] == ["1", "HL", "conform", "forest", "Hutan Lindung"]
