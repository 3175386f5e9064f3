"""The RTRW overlay dock: land cover against the spatial plan, from the rules to the places that do not conform."""

from __future__ import annotations

import os
from dataclasses import asdict
from typing import Any, Callable, Dict, List, Optional, Tuple

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QDockWidget,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..plugin.engine.errors import PantauError
from ..plugin.engine.raster.legend import Legend, read_legend
from ..plugin.engine.text import listed, tr
from .background import Reading, Stopped
from .compare_view import CompareView
from .layers import is_polygons
from .places import are_marked, clear_places, marks
from .plan_choices import PlanChoices
from .plan_editor import RulesEditor
from .plan_export import PlanExports
from .plan_ground import KEY, LastRun, PlanState, read_ground
from .plan_map import PlanMap, opacity, set_opacity
from .plan_page import ResultPage
from .plan_results import Filter, Places, Result, read_result, unknown_classes
from .plan_rules import Ground, RulesModel
from .plan_run import PlanRun, add_layers, copy_results, inputs, point_layers
from .state import load_state, save_state
from .tables import last_folder
from .widgets import Banner, later, scrolled, sentence, tool

RULES_PAGE, RESULT_PAGE, COMPARE_PAGE = range(3)
# What a sentence that something is wrong is about: it stays until that is put right, whatever else goes well.
LAYERS, GRID, TABLE, RUN, RESULT = "layers", "grid", "table", "run", "result"


class PlanDock(QDockWidget):
    """Three pages: the choices with the grid of rules, the result, and both layers seen together. Below them the run."""

    def __init__(self, iface: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("RTRW overlay"), parent)
        self.setObjectName("PantauPlanOverlay")
        self._iface, self._canvas = iface, iface.mapCanvas()
        self._state = PlanState()
        self._run: Optional[PlanRun] = None
        self._result: Optional[Result] = None
        self._reading: Optional[Reading] = None  # of the grid
        self._opening: Optional[Reading] = None  # of a result
        self._copying: Optional[Reading] = None  # of a result that is to be kept
        self._grid_is_due = self._result_is_due = False
        self._filled = False  # whether the grid stands for what is chosen
        self._rules_kept: Optional[str] = None  # as a result would keep them; None: they have changed
        self._problems: Dict[str, str] = {}
        self._lost = ""  # why the last result cannot be read
        self.rules = RulesModel()
        self._later = later(self, self._read_due)
        self._keep = later(self, self._save)
        self._turn = later(self, self._turn_to_result, 0)
        self._build()
        project = QgsProject.instance()
        self._connections: List[Tuple[Any, Callable[..., None]]] = [
            (project.readProject, self.load), (project.cleared, self.load), (project.writeProject, self._before_writing),
            (marks.changed, self._renew_marks), (marks.escaped, self._clear_marks),
        ]  # fmt: skip
        for signal, slot in self._connections:
            signal.connect(slot)
        self.visibilityChanged.connect(self._seen)
        self.toggleViewAction().toggled.connect(self._toggled)
        self.load()

    def unload(self) -> None:
        """Stop what runs, take everything off the map, and let go of the project. Once is enough."""
        if not self._connections:
            return
        for timer in (self._later, self._keep):
            timer.stop()
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections.clear()
        self._stop()
        self.choices.unload()
        self.compare.comparison.end()
        clear_places()

    def choose(
        self, landcover: str, plan: str, admin: str = "", rules_file: str = "", plan_field: str = "", admin_field: str = ""
    ) -> None:
        """Choose layers by their ids; fields that are not given are recognised. rules_file: a table to begin with."""
        self._state = PlanState(
            landcover=landcover, plan=plan, admin=admin, rules_file=rules_file, plan_field=plan_field, admin_field=admin_field
        )  # fmt: skip
        save_state(KEY, self._state)
        self.load()

    def load(self, *_: Any) -> None:
        """Take over what the project says."""
        self._keep.stop()
        self._stop()
        clear_places()
        self._state = load_state(PlanState, KEY)
        self._filled, self._lost = False, ""
        self.rules.name = ""
        self.rules.show(None)
        self._show_result(None)
        self.choices.show_state(self._state)
        self._problems.clear()
        self._tell(GRID, "")
        self._say("")
        self._offer_comparison()
        self._grid_is_due = True
        self._result_is_due = self._state.last_run() is not None
        self._later.start()
        self._renew()

    # -- the widgets

    def _build(self) -> None:
        self.choices = choices = PlanChoices()
        self.editor = RulesEditor(self.rules)
        self.exports = PlanExports(self._iface, choices, self)
        self.page = ResultPage(self.exports.button)
        self.exports.follow(self.page)
        self.map = PlanMap(self._canvas, choices, self)
        self.compare = CompareView(self._canvas)
        first = QWidget()
        room = QVBoxLayout(first)
        room.setContentsMargins(2, 6, 2, 2)
        room.addWidget(choices)
        room.addWidget(self.editor, 1)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        for page, label in (
            (first, tr("R&ules")), (self.page, tr("Resul&t")), (self.compare, tr("To&gether"))
        ):  # fmt: skip
            area = scrolled(page)  # for low screens
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setMinimumWidth(page.minimumSizeHint().width())
            self._tabs.addTab(area, label)
        self._tabs.setTabToolTip(COMPARE_PAGE, tr("See land cover and plan together on the map"))
        self._banner = Banner()
        self._status = sentence()
        hint = tr("Take the marks off the map (Esc)")
        self._unmark = tool(tr("Clear &marks"), hint, self._clear_marks)
        self._unmark.hide()
        self._status.hide()
        said = QHBoxLayout()
        said.addWidget(self._status, 1)
        said.addStretch(0)
        said.addWidget(self._unmark, 0, Qt.AlignmentFlag.AlignTop)
        self._progress = QProgressBar()
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setMaximumHeight(self.fontMetrics().height())
        self._button = QPushButton()
        self._button.setDefault(True)
        line = QHBoxLayout()
        line.addWidget(self._progress, 1)
        line.addStretch(0)
        line.addWidget(self._button)
        whole = QWidget()
        room = QVBoxLayout(whole)
        room.setContentsMargins(4, 4, 4, 4)
        room.addWidget(self._tabs, 1)
        room.addWidget(self._banner)
        room.addLayout(said)
        room.addLayout(line)
        self.setWidget(whole)
        self._connect()

    def _connect(self) -> None:
        """Let the parts hear of each other."""
        self._tabs.currentChanged.connect(self._turned)
        self._button.clicked.connect(self._button_clicked)
        choices, editor, page = self.choices, self.editor, self.page
        choices.layers_changed.connect(self._offer_comparison)
        choices.ground_changed.connect(self._ask_grid)
        choices.changed.connect(self._changed_choice)
        choices.renewed.connect(self._renew)
        choices.edited.connect(self._layer_edited)
        choices.removed.connect(self._layer_removed)
        editor.told.connect(lambda text: self._tell(TABLE, text))
        self.rules.changed.connect(self._rules_changed)
        page.places_wanted.connect(self.show_on_map)
        page.unfiltered.connect(self.map.clear_selection)
        page.keep_wanted.connect(self.keep_result)
        page.opacity_wanted.connect(self._set_opacity)
        self.map.filtered.connect(self._use_filter)
        for part in (self.map, self.exports):
            part.told.connect(lambda text: self._tell(RESULT, text))
        for part in (editor, page, self.map, self.exports):
            part.said.connect(self._say)

    # -- the choices

    def _changed_choice(self) -> None:
        self._say("")
        self._tell(LAYERS, "")
        self._keep.start()
        self._renew()

    def _layer_removed(self, name: str) -> None:
        text = tr("The layer {name}, which was chosen here, has been removed: choose another.").format(name=name)
        self._tell(LAYERS, "\n".join(dict.fromkeys(filter(None, [self._problems.get(LAYERS), text]))))

    def _layer_edited(self, name: str) -> None:
        """A result that was made of a layer does not hold when that has changed."""
        last = self._state.last_run()
        if self._run is not None and name not in self._run.made.edited:
            self._run.made.edited.append(name)
        if last is not None and name not in last.edited:
            self._state.result = {**asdict(last), "edited": [*last.edited, name]}
            self._keep.start()
            self._renew()

    def _offer_comparison(self, *_: Any) -> None:
        self.compare.compare(self.choices.land.layer(), self.choices.plan.layer())

    def _turned(self, *_: Any) -> None:
        self._say("")
        self._offer_comparison()

    # -- the grid

    def _ask_grid(self) -> None:
        self._filled = False
        self._grid_is_due = True
        self._later.start()
        self._renew()

    def _seen(self, visible: bool) -> None:
        self._result_is_due |= bool(visible and self._lost)  # a disk may be there again
        if visible and (self._grid_is_due or self._result_is_due):
            self._later.start()

    def _toggled(self, shown: bool) -> None:
        if not shown:
            QTimer.singleShot(0, self._if_closed)  # a dock that is torn off is hidden for a moment, too

    def _if_closed(self) -> None:
        if self.isHidden() and self._connections:
            self.compare.turn_off()  # nobody could, once the dock is gone
            self._clear_marks()

    def _read_due(self) -> None:
        """Read the classes and zones of what is chosen, and the last result, as soon as the dock is seen."""
        if not self.isVisible():
            return
        if self._result_is_due:
            self._result_is_due = False
            self._open_result()
        if not self._grid_is_due:
            return
        self._grid_is_due = False
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        ask = self.choices.ask()
        if ask is not None:
            self._reading = Reading(lambda stopped: read_ground(ask, stopped), self)
            self._reading.finished.connect(self._show_grid)
            self._reading.failed.connect(self._grid_failed)
            self._reading.start()
        self._renew()

    def _show_grid(self, ground: Ground) -> None:
        self._reading = None
        self._filled = True
        self._tell(GRID, "")
        state = self._state
        if self.rules.ground is None:
            is_kept = not self._keep.isActive()
            self.rules.show(ground, state.rules, state.rules_name, state.rules_edited)
            if state.rules_file:
                self.editor.take(state.rules_file)
                self.rules.undo_stack.clear()
            if is_kept:  # nobody has changed anything yet: the project has what this came from
                self._keep.stop()
        elif ground != self.rules.ground:
            self.rules.show(ground)
        if self._result is not None:
            self.rules.add_classes(unknown_classes(self._result, ground.classes))
        self._renew()

    def _grid_failed(self, text: str) -> None:
        self._reading = None
        self._tell(GRID, text)
        self._renew()

    def _rules_changed(self) -> None:
        self._rules_kept = None
        if self._filled:
            self._say("")
            self._keep.start()
        self._renew()

    # -- the run

    def _button_clicked(self) -> None:
        if self._run is not None:
            self._button.setEnabled(False)
            self._say(tr("Stopping..."))
            self._run.cancel()
        else:
            self.start()

    def start(self) -> None:
        """Run the overlay with what is chosen."""
        missing = self._missing()
        if missing:
            self._tell(RUN, missing)
            return
        self._problems.clear()
        self._tell(RUN, "")
        self._say("")
        self._save()
        try:
            run = PlanRun(self.choices, self.rules, self)
        except PantauError as error:
            self._tell(RUN, str(error))
            return
        clear_places()  # of the last result
        self._run = run
        run.progressed.connect(lambda percent: self._progress.setValue(round(percent)))
        run.finished.connect(self._run_finished)
        run.failed.connect(self._run_failed)
        run.cancelled.connect(self._run_cancelled)
        self._progress.setValue(0)
        run.start()
        self._renew()

    def _missing(self) -> str:
        """What a run still needs, in one sentence; empty where it needs nothing."""
        missing = self.choices.missing()
        is_read = self._filled and not self.choices.is_naming()
        return missing or ("" if is_read else tr("The classes and zones are still being read."))

    def _run_finished(self, made: LastRun, results: Dict[str, Any]) -> None:
        self._run = None
        before = self._state.last_run()
        made.layers = add_layers(results, before.layers if before else {})
        self._state.result = asdict(made)
        self._save()
        self._result_is_due = True
        self._turn.start()
        self._renew()

    def _turn_to_result(self) -> None:
        """Once the layers are on the map: both in one go would keep the window waiting."""
        self._tabs.setCurrentIndex(RESULT_PAGE)
        self._result_is_due = False
        self._open_result()

    def _run_failed(self, text: str) -> None:
        self._run = None
        self._tell(RUN, text)
        self._renew()

    def _run_cancelled(self) -> None:
        self._run = None
        self._say(tr("Cancelled."))
        self._renew()

    def _stop(self) -> None:
        """Give up what runs or is being read."""
        for reading in (self._reading, self._opening, self._copying):
            if reading is not None:
                reading.cancel()
        self._reading = self._opening = self._copying = None
        self._turn.stop()
        self.map.stop()
        self.exports.pdf.stop()
        self.choices.stop()
        if self._run is not None:
            run, self._run = self._run, None
            run.give_up()

    # -- the result

    def _open_result(self) -> None:
        """Read what the last run wrote."""
        last = self._state.last_run()
        if last is None:
            return
        legend = self.rules.ground.classes if self.rules.ground else Legend(())
        landcover = self.choices.land.layer()
        path = landcover.source().split("|option:")[0] if isinstance(landcover, QgsRasterLayer) else ""
        groups = {int(code): group for code, group in last.groups.items()}

        def read(stopped: Stopped) -> Result:
            known = legend if len(legend) or not path else read_legend(path) or legend
            return read_result(last.files, known, groups)

        if self._opening is not None:
            self._opening.cancel()
        self._lost = ""
        self._opening = Reading(read, self)
        self._opening.finished.connect(self._opened)
        self._opening.failed.connect(self._open_failed)
        self._opening.start()
        self._renew()

    def _opened(self, result: Result) -> None:
        self._opening = None
        self._show_result(result)
        if self.rules.ground is not None:
            self.rules.add_classes(unknown_classes(result, self.rules.ground.classes))
        self._renew()

    def _open_failed(self, text: str) -> None:
        """The project keeps where the result was: it may be on a disk that is not there now."""
        self._opening = None
        last = self._state.last_run()
        temporary = tr("The last result was temporary, and went with QGIS: run it again, then keep it.")
        self._lost = temporary if last is not None and last.is_temporary else text
        self._show_result(None)
        self._renew()

    def _show_result(self, result: Optional[Result]) -> None:
        self._result = result
        self.page.show_result(result)
        self.map.show_result(result)
        self.exports.show_last(self._state.last_run())

    def _use_filter(self, wanted: Filter) -> None:
        self.page.show_filter(wanted)
        self._renew()

    def show_on_map(self, places: Places) -> None:
        """Zoom to the areas that are meant, mark and select them."""
        last = self._state.last_run()
        if last is not None:
            self._say("")
            self._tell(RESULT, "")
            self.map.show(places, last)

    def _set_opacity(self, share: float) -> None:
        last = self._state.last_run()
        if last is not None:
            set_opacity(last, share)

    def keep_result(self) -> None:
        """Ask for a folder, copy the temporary results there, and let the layers read them there."""
        last = self._state.last_run()
        if last is None or self._copying is not None:
            return
        chosen = QFileDialog.getExistingDirectory(self, tr("Keep the results in"), self.choices.folder.filePath() or last_folder())
        if not chosen:
            return
        self._say(tr("The results are being copied..."))
        self._tell(RESULT, "")
        self._copying = Reading(lambda stopped: copy_results(last.files, chosen, stopped), self)
        self._copying.finished.connect(lambda files: self._kept(last.files, files))
        self._copying.failed.connect(self._keep_failed)
        self._copying.start()

    def _kept(self, before: Dict[str, str], files: Dict[str, str]) -> None:
        self._copying = None
        last = self._state.last_run()
        if last is None or last.files != before:  # another run has ended meanwhile
            self._say("")
            return
        failed = point_layers(last.layers, before, files)
        last.files, last.is_temporary = files, False
        self._state.result = asdict(last)
        self._save()
        self.exports.show_last(last)
        self._say(tr("Kept in {folder}.").format(folder=os.path.dirname(files["TABLE"])))
        if failed:
            self._tell(RESULT, tr("These layers cannot be read there: {layers}.").format(layers=listed(failed)))
        self._renew()

    def _keep_failed(self, text: str) -> None:
        self._copying = None
        self._say("")
        self._tell(RESULT, text)

    # -- the marks

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and are_marked():
            self._clear_marks()
        else:
            super().keyPressEvent(event)

    def _clear_marks(self) -> None:
        self.map.clear(self._state.last_run())

    def _renew_marks(self, there: bool) -> None:
        self._unmark.setVisible(there)
        if not there:
            self._say("")  # it told of them

    # -- what is told

    def _save(self) -> None:
        """Keep the state in the project."""
        self._keep.stop()
        state = self._state
        self.choices.write_state(state)
        if self.rules.ground is not None:
            state.rules_file = ""
            state.rules, state.rules_name, state.rules_edited = self.rules.saved(), self.rules.name, self.rules.edited
        save_state(KEY, state)

    def _before_writing(self, *_: Any) -> None:
        if self._keep.isActive():
            self._save()

    def _tell(self, about: str, text: str) -> None:
        """Say what is wrong with something; nothing where nothing is."""
        self._problems[about] = text
        self._banner.tell("\n".join(filter(None, self._problems.values())))

    def _say(self, text: str) -> None:
        """Say what was done; it stays until the next thing is done."""
        self._status.setText(text)
        self._status.setVisible(bool(text))

    def _renew(self) -> None:
        """Bring buttons and texts up to date."""
        running, missing = self._run is not None, self._missing()
        self._button.setText(tr("&Cancel") if running else tr("&Run"))
        self._button.setEnabled(running or (not missing and self._reading is None))
        self._button.setToolTip(
            tr("Stop the run; the last result stays") if running else missing or tr("Lay land cover over the plan")
        )
        self._progress.setVisible(running)
        self.editor.renew(self.rules.ground is not None and self._filled, self._why_no_grid())
        last = self._state.last_run()
        if self._result is None:
            unread = tr("The result is being read...") if self._opening is not None or self._result_is_due else self._lost
            self.page.nothing.setText(unread or tr("Nothing has been run yet: choose the layers, look at the rules, then run."))
        elif last is not None:
            self.page.show_last(last, self._why_stale(last), opacity(last))

    def _why_stale(self, last: LastRun) -> str:
        """Why the result does not hold any more, in one sentence; empty where it does."""
        if last.edited:
            layers = listed(last.edited)
            return tr("Out of date: edited since this result: {layers}. Run again.").format(layers=layers)
        if self._rules_kept is None:
            self._rules_kept = inputs(self.rules)
        chosen = not self.choices.is_naming() and last.inputs != inputs(self.choices)
        if chosen or (self._filled and last.rules != self._rules_kept):
            return tr("Out of date: the rules or the choices have changed since this result. Run again.")
        return ""

    def _why_no_grid(self) -> str:
        missing = self.choices.missing()
        if self._reading is not None or (self._grid_is_due and not missing):
            return tr("The classes and zones are being read...")
        if not any(is_polygons(layer) for layer in QgsProject.instance().mapLayers().values()):
            return tr(
                "Load land cover (a class raster or polygons) and the polygons of the spatial plan, then choose them here. To try it first: Pantau > Sample project."
            )
        return missing
