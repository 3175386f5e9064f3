"""The grid of rules with its tools: load, save, undo, the example, and a button for each state."""

from __future__ import annotations

import os
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ..plugin.engine.area.rules import read_rules
from ..plugin.engine.errors import PantauError
from ..plugin.engine.files import write_text
from ..plugin.engine.text import listed, tr
from .plan_rules import RulesModel, RulesView, StateButtons
from .tables import ask_target, keep_folder, last_folder
from .widgets import Banner, sentence, tool


class RulesEditor(QStackedWidget):
    """The rules, or in their stead why there are none."""

    told = pyqtSignal(str)
    """What is wrong with a table, in one sentence; empty where nothing is."""
    said = pyqtSignal(str)
    """What was done."""

    def __init__(self, rules: RulesModel) -> None:
        super().__init__()
        self._rules = rules
        rules.setParent(self)  # they end together
        self.undo = tool(tr("Undo"), tr("Undo"), rules.undo_stack.undo, "mActionUndo.svg")
        self.redo = tool(tr("Redo"), tr("Redo"), rules.undo_stack.redo, "mActionRedo.svg")
        self.load_button = tool(tr("Load"), tr("Load rules from a CSV file"), self.load, "mActionFileOpen.svg")
        self.save_button = tool(tr("Save"), tr("Save these rules as a CSV file"), self.save, "mActionFileSave.svg")
        self._example = tool(tr("Exa&mple"), tr("Take the example rules again; it can be undone"), rules.use_example)
        self._example.setAutoRaise(True)
        tools = QHBoxLayout()
        tools.setSpacing(1)
        for one in (self.undo, self.redo, self.load_button, self.save_button, self._example):
            tools.addWidget(one)
        tools.addStretch(1)
        self.origin = Banner()
        self.grid = RulesView(rules)
        self.grid.setMinimumHeight(self.fontMetrics().height() * 7)
        self.buttons = StateButtons(tr("Give the chosen cells the status '{state}'"), with_keys=True)
        self.buttons.chosen.connect(self._state_chosen)
        self.nothing = sentence()
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        filled = QWidget()
        lines = QVBoxLayout(filled)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addLayout(tools)
        lines.addWidget(self.origin)
        lines.addWidget(self.grid, 1)
        lines.addWidget(self.buttons)
        self.addWidget(self.nothing)
        self.addWidget(filled)
        self.grid.selectionModel().selectionChanged.connect(self._renew_tools)
        rules.undo_stack.indexChanged.connect(self._renew_tools)

    def renew(self, there: bool, nothing: str) -> None:
        """Bring all up to date. there: whether there are rules to show. nothing: why not."""
        self.setCurrentIndex(int(there))
        self.nothing.setText(nothing)
        rules, name = self._rules, self._rules.name
        if rules.is_example:
            text = tr("Example rules, not official: edit them after the zoning provisions of your plan, or load your own table.")
        elif not name:
            text = tr("Edited from the example: check every cell before you sign.")
        else:
            text = tr("Rules of {name}, edited.").format(name=name) if rules.edited else tr("Rules of {name}.").format(name=name)
        self.origin.tell(text if there else "", warns=not name)
        self.buttons.show_states(rules.choices(), rules.own_states())
        self._renew_tools()

    def load(self) -> None:
        """Ask for a table of rules, and take it."""
        path, _ = QFileDialog.getOpenFileName(self, tr("Load rules"), last_folder(), "CSV (*.csv *.CSV *.txt)")
        if path:
            self.take(path)

    def take(self, path: str) -> None:
        """Take a table of rules."""
        name = os.path.basename(path)
        try:
            unused = self._rules.use(read_rules(path), name)
        except PantauError as error:
            self.told.emit(str(error))
            return
        lines = listed(map(str, unused), 10)
        text = tr("These lines of {name} name no class or zone that is shown: {lines}.")
        self.told.emit(text.format(name=name, lines=lines) if unused else "")

    def save(self) -> None:
        """Ask where to, and write the rules as CSV."""
        stem = os.path.splitext(self._rules.name or tr("rules.csv"))[0]
        path = ask_target(stem + ".csv", "CSV (*.csv)", self)
        if not path:
            return
        try:
            write_text(path, self._rules.csv())
        except PantauError as error:
            self.told.emit(str(error))
            return
        keep_folder(path)
        self.said.emit(tr("The rules are saved."))

    def _state_chosen(self, state: str) -> None:
        self.grid.give(state)
        self.grid.setFocus()

    def _renew_tools(self, *_: Any) -> None:
        stack = self._rules.undo_stack
        for button, able, name, text in (
            (self.undo, stack.canUndo(), tr("Undo"), stack.undoText()), (self.redo, stack.canRedo(), tr("Redo"), stack.redoText())
        ):  # fmt: skip
            button.setEnabled(able)
            button.setToolTip(f"{name}: {text}" if able and text else name)
        self.buttons.setEnabled(bool(self.grid.selectionModel().hasSelection()))
        self._example.setEnabled(not self._rules.is_example)
