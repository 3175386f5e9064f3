"""The RTRW overlay dock: land cover against the spatial plan, from the rules to the places that do not conform."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import tempfile
from dataclasses import asdict
from typing import Any, Callable, Dict, List, Optional, Tuple

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsLayerTreeNode,
    QgsMapLayer,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsSettings,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)
from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDockWidget,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..plugin.engine.area.fields import PLAN_FIELDS, admin_levels, recognised
from ..plugin.engine.area.rules import read_rules, state_label
from ..plugin.engine.errors import PantauError
from ..plugin.engine.files import write_text
from ..plugin.engine.raster.legend import Legend, read_legend
from ..plugin.engine.text import listed, number, tr
from ..plugin.engine.version import VERSION
from ..processing_provider.plan_overlay import UNIT_FIELDS
from .area_dock import LayerBox, raster_reason
from .background import Reading, Stopped
from .compare_view import CompareView
from .places import clear_places, show_places
from .plan_ground import KEY, Ask, LastRun, PlanState, class_field, field_values, read_ground
from .plan_results import (
    LISTED,
    MOST_PLACES,
    AvailabilityCard,
    ConformityChart,
    CrossModel,
    Filter,
    Found,
    LargestModel,
    Places,
    Result,
    View,
    find_places,
    judged_by_zone,
    lead,
    read_result,
    unknown_classes,
)
from .plan_rules import Ground, RulesModel, RulesView, Saved, StateButtons
from .print_layout import Sheet, export_pdf, make_layout
from .run import Run
from .state import load_state, save_state
from .tables import FOLDER, FrozenTable, copy_table, export_button, save_copy

ALGORITHM = "pantau:planoverlay"
REST = 150  # milliseconds after the last change until what depends on it follows
FILES = {
    "OUTPUT": "conformity.tif", "POLYGONS": "conformity.gpkg", "NONCONFORMITY": "nonconformity.gpkg", "TABLE": "table.csv",
    "AVAILABILITY": "availability.csv", "XLSX": "conformity.xlsx", "REPORT": "conformity.html",
}  # fmt: skip
LAYERS = ("NONCONFORMITY", "OUTPUT", "POLYGONS")  # in the order of the layer tree
RESULT_PAGE = 1


class PlanDock(QDockWidget):
    """Three pages: the choices with the grid of rules, the result, and both layers seen together. Below them the run."""

    def __init__(self, iface: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("RTRW overlay"), parent)
        self.setObjectName("PantauPlanOverlay")
        self._iface, self._canvas = iface, iface.mapCanvas()
        self._state = PlanState()
        self._run: Optional[Run] = None
        self._started: Optional[LastRun] = None  # what runs
        self._result: Optional[Result] = None
        self._view: Optional[View] = None
        self._reading: Optional[Reading] = None  # of the grid
        self._opening: Optional[Reading] = None  # of a result
        self._searching: Optional[Reading] = None  # of places
        self._selecting: Optional[Reading] = None
        self._filter = Filter()
        self._watched: List[Tuple[QgsMapLayer, str, Callable[..., None]]] = []
        self._grid_is_due = self._result_is_due = False
        self._filled = False  # whether the grid stands for what is chosen
        self._rules_kept: Optional[Saved] = None  # None: they have changed
        self.rules = RulesModel(self)
        self._later = _timer(self, self._read_grid)
        self._selected_later = _timer(self, self._read_selection)
        self._relist = _timer(self, self._refill, 0)
        self._keep = _timer(self, self._save)
        self._build()
        project = QgsProject.instance()
        self._connections: List[Tuple[Any, Callable[..., None]]] = [
            (project.layersAdded, self._relist_soon), (project.layersRemoved, self._layers_removed), (project.readProject, self.load),
            (project.cleared, self.load), (project.writeProject, self._before_writing),
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
        for timer in (self._later, self._selected_later, self._relist, self._keep):
            timer.stop()
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections.clear()
        self._watch()
        self._stop()
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
        self._state = state = load_state(PlanState, KEY)
        self._filled = False
        self.rules.name = ""
        self.rules.show(None)
        self._drop_result()
        for box, chosen in ((self._land, state.landcover), (self._plan, state.plan), (self._admin, state.admin)):
            box.refill(chosen)
        if not state.plan and not state.landcover:
            self._guess()
        self._fill_fields(state)
        self._min_area.setValue(state.min_area_ha)
        for edit, text in zip(self._lists, (state.built_classes, state.bare_classes, state.vegetated_classes, state.built_zones)):
            edit.setText(text)
        self._folder.setFilePath(state.folder)
        self._tell("")
        self._watch()
        self._offer_comparison()
        self._grid_is_due = True
        self._result_is_due = state.last_run() is not None
        self._later.start()
        self._renew()

    # -- the widgets

    def _build(self) -> None:
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self._rules_page(), tr("R&ules"))
        self._tabs.addTab(self._result_page(), tr("Resul&t"))
        self.compare = CompareView(self._canvas)
        self._tabs.addTab(_scrolled(self.compare), tr("See to&gether"))
        self._tabs.currentChanged.connect(self._offer_comparison)
        self._banner, self._problem = _banner(self)
        self._status = _sentence()
        self._status.hide()
        self._progress = QProgressBar()
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setMaximumHeight(self.fontMetrics().height())
        self._button = QPushButton()
        self._button.setDefault(True)
        self._button.clicked.connect(self._button_clicked)
        line = QHBoxLayout()
        line.addWidget(self._progress, 1)
        line.addStretch(0)
        line.addWidget(self._button)
        whole = QWidget()
        room = QVBoxLayout(whole)
        room.setContentsMargins(4, 4, 4, 4)
        room.addWidget(self._tabs, 1)
        room.addWidget(self._banner)
        room.addWidget(self._status)
        room.addLayout(line)
        self.setWidget(whole)

    def _rules_page(self) -> QWidget:
        self._land = LayerBox(tr("Choose land cover..."), _is_land, _land_reason)
        self._plan = LayerBox(tr("Choose the plan..."), _is_polygons, lambda layer: "")
        self._admin = LayerBox(tr("None"), _is_polygons, lambda layer: "")
        self._land_field, self._plan_field, self._admin_field = QComboBox(), QComboBox(), QComboBox()
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, layer, names, tip, field_tip in (
            (tr("&Land cover"), self._land, self._land_field, tr("A class raster, or polygons with a field of classes"),
             tr("The field of the classes")),
            (tr("Pla&n"), self._plan, self._plan_field, tr("The polygons of the spatial plan (RTRW, RDTR)"), tr("The field of the zones")),
            (tr("Un&its"), self._admin, self._admin_field, tr("Administrative units, such as kecamatan or desa; they may be left out"),
             tr("The field of the units' names")),
        ):  # fmt: skip
            names.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            names.setMinimumContentsLength(6)
            names.activated.connect(self._field_picked)
            layer.picked.connect(self._layer_picked)
            line = QHBoxLayout()
            for widget, share, told in ((layer, 5, tip), (names, 4, field_tip)):
                widget.setToolTip(told)
                widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
                widget.setMinimumWidth(
                    self.fontMetrics().horizontalAdvance("x") * share
                )  # else they keep the dock from being narrow
                line.addWidget(widget, share)
            text = QLabel(label)
            text.setBuddy(layer)
            text.setToolTip(tip)
            form.addRow(text, line)
        self._undo = _tool(self, "mActionUndo.svg", tr("Undo"), self.rules.undo_stack.undo)
        self._redo = _tool(self, "mActionRedo.svg", tr("Redo"), self.rules.undo_stack.redo)
        self._load_button = _tool(self, "mActionFileOpen.svg", tr("Load rules from a CSV file"), self.load_rules)
        self._save_button = _tool(self, "mActionFileSave.svg", tr("Save these rules as a CSV file"), self.save_rules)
        self._example_button = _tool(self, "", tr("Take the example rules again; it can be undone"), self.rules.use_example)
        self._example_button.setText(tr("Exa&mple"))
        self._example_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        tools = QHBoxLayout()
        tools.setSpacing(1)
        self._rules_tools = (self._undo, self._redo, self._load_button, self._save_button, self._example_button)
        for tool in self._rules_tools:
            tools.addWidget(tool)
        tools.addStretch(1)
        self._origin_frame, self._origin = _banner(self)
        self.grid = RulesView(self.rules)
        self.buttons = StateButtons(tr("Give the chosen cells the status '{state}'"), with_keys=True)
        self.buttons.chosen.connect(self._state_chosen)
        self.grid.selectionModel().selectionChanged.connect(self._renew_tools)
        self._nothing = _sentence()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        filled = QWidget()
        lines = QVBoxLayout(filled)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addLayout(tools)
        lines.addWidget(self._origin_frame)
        lines.addWidget(self.grid, 1)
        lines.addWidget(self.buttons)
        self._grid_pages = QStackedWidget()
        self._grid_pages.addWidget(self._nothing)
        self._grid_pages.addWidget(filled)
        self.grid.setMinimumHeight(self.fontMetrics().height() * 7)
        page = QWidget()
        room = QVBoxLayout(page)
        room.setContentsMargins(2, 6, 2, 2)
        room.addLayout(form)
        room.addWidget(self._more_choices())
        room.addWidget(self._grid_pages, 1)
        self.rules.changed.connect(self._rules_changed)
        self.rules.undo_stack.indexChanged.connect(self._renew_tools)
        return page

    def _more_choices(self) -> QWidget:
        box = QgsCollapsibleGroupBox(tr("More choices"))
        box.setCollapsed(True)
        box.setSaveCollapsedState(False)
        form = QFormLayout(box)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._min_area = QDoubleSpinBox()
        self._min_area.setRange(0, 1e6)
        self._min_area.setDecimals(2)
        self._min_area.setSuffix(" ha")
        self._min_area.setToolTip(
            tr("Smaller areas are left out of the list and layer of what does not conform; all tables count them")
        )
        self._min_area.valueChanged.connect(self._changed_choice)
        form.addRow(tr("Smallest area listed"), self._min_area)
        self._lists = [QLineEdit() for _ in range(4)]
        for edit, label, tip in zip(
            self._lists,
            (tr("Built-up classes"), tr("Bare classes"), tr("Vegetated classes"), tr("Zones for building")),
            (
                tr("Codes or names with commas; empty: known by their names"),
                tr("Codes or names with commas; empty: known by their names"),
                tr("Codes or names with commas; empty: known by their names"),
                tr("Codes or names of zones with commas; empty: known by code (PK, PD, KPI ...) or name"),
            ),
        ):
            edit.setPlaceholderText(tr("known by name"))
            edit.setToolTip(tip)
            edit.editingFinished.connect(self._lists_changed)
            form.addRow(label, edit)
        self._folder = QgsFileWidget()
        self._folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._folder.setToolTip(tr("Where each run puts a folder of its results; empty: a temporary folder, which goes with QGIS"))
        self._folder.lineEdit().setPlaceholderText(tr("temporary"))
        self._folder.fileChanged.connect(self._changed_choice)
        form.addRow(tr("Results folder"), self._folder)
        return box

    def _result_page(self) -> QWidget:
        self._stale_frame, self._stale = _banner(self)
        self._lead = _sentence()
        self._lead.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._units = QComboBox()
        self._units.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._units.setMinimumContentsLength(8)
        self._units.setToolTip(tr("Show all units together, or one"))
        self._units.activated.connect(lambda _: self._show())
        self._export = export_button(
            {
                "clipboard": self._copy, "xlsx": lambda: self._save_file("XLSX", "XLSX (*.xlsx)"),
                "csv": lambda: self._save_file("TABLE", "CSV (*.csv)"), "html": lambda: self._save_file("REPORT", "HTML (*.html)"),
                "pdf": self._save_pdf,
            },
            self,
        )  # fmt: skip
        edit_layout = self._export.menu().addAction(tr("&Edit the print layout..."))
        edit_layout.setObjectName("layout")
        edit_layout.triggered.connect(lambda checked=False: self._open_layout())
        line = QHBoxLayout()
        line.addWidget(self._units, 1)
        line.addWidget(self._export)
        self._by_selection = QFrame()
        self._by_selection.setFrameShape(QFrame.Shape.StyledPanel)
        told = QHBoxLayout(self._by_selection)
        told.setContentsMargins(6, 2, 2, 2)
        self._selection_text = _sentence()
        self._clear = QToolButton()
        self._clear.setText(tr("C&lear"))
        self._clear.setToolTip(tr("Show all again, and select nothing in the layers of the plan and the units"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._clear.clicked.connect(self.clear_selection)
        told.addWidget(self._selection_text, 1)
        told.addWidget(self._clear)
        self.chart = ConformityChart()
        self.chart.clicked.connect(self.show_on_map)
        self._by_unit = QComboBox()
        self._by_unit.addItem(tr("Each zone"), False)
        self._by_unit.addItem(tr("Each unit"), True)
        self._by_unit.setToolTip(tr("What the bars stand for"))
        self._by_unit.activated.connect(lambda _: self._show())
        self._legend = StateButtons(tr("Show on the map: {state}"))
        self._legend.chosen.connect(lambda state: self.show_on_map(Places(*self._shown_filter(), state=state)))
        chart_page = QWidget()
        lines = QVBoxLayout(chart_page)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.addWidget(self._by_unit, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(_scrolled(self.chart), 1)
        lines.addWidget(self._legend)
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
        self._largest_note = _sentence()
        largest_page = QWidget()
        lines = QVBoxLayout(largest_page)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.addWidget(self.largest, 1)
        lines.addWidget(self._largest_note)
        self.card = AvailabilityCard()
        self._results = QTabWidget()
        self._results.setDocumentMode(True)
        for widget, label in (
            (chart_page, tr("C&hart")), (self.cross, tr("T&able")), (_scrolled(self.card), tr("A&vailable")), (largest_page, tr("&Largest")),
        ):  # fmt: skip
            self._results.addTab(widget, label)
        self._remarks_button = QToolButton()
        self._remarks_button.setCheckable(True)
        self._remarks_button.setAutoRaise(True)
        self._remarks_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._remarks_button.setToolTip(tr("What the run had to say"))
        self._remarks = _sentence()
        self._remarks_button.toggled.connect(self._remarks.setVisible)
        self._remarks.hide()
        content = QWidget()
        room = QVBoxLayout(content)
        room.setContentsMargins(2, 6, 2, 2)
        room.addWidget(self._stale_frame)
        room.addWidget(self._lead)
        room.addLayout(line)
        room.addWidget(self._by_selection)
        room.addWidget(self._results, 1)
        room.addWidget(self._remarks_button)
        room.addWidget(self._remarks)
        self._no_result = _sentence()
        self._no_result.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._result_pages = QStackedWidget()
        self._result_pages.addWidget(self._no_result)
        self._result_pages.addWidget(content)
        return self._result_pages

    # -- the choices

    def _guess(self) -> None:
        """Choose what is likely, by how fields are called: no layer is read."""
        layers = sorted(QgsProject.instance().mapLayers().values(), key=lambda layer: layer.name().casefold())
        rasters = [one for one in layers if isinstance(one, QgsRasterLayer) and not raster_reason(one)]
        polygons = [one for one in layers if _is_polygons(one)]
        plans = [one for one in polygons if recognised(one.fields().names(), PLAN_FIELDS) and "KODKWS" in _upper(one)]
        units = [one for one in polygons if one not in plans and admin_levels(one.fields().names())[-1:] == [_unit_field(one)]]
        paletted = [one for one in rasters if one.renderer() is not None and one.renderer().type() == "paletted"]
        for box, found in ((self._land, paletted), (self._plan, plans), (self._admin, units)):
            if found and plans:
                box.refill(found[0].id())

    def _fill_fields(self, state: Optional[PlanState] = None) -> None:
        """Offer the fields of the layers that are chosen; those that are recognised, or were chosen before, are chosen."""
        for box, names, wanted, chosen in (
            (self._land, self._land_field, class_field, state.landcover_field if state else ""),
            (self._plan, self._plan_field, lambda its: recognised(its, PLAN_FIELDS), state.plan_field if state else ""),
            (self._admin, self._admin_field, lambda its: recognised(its, UNIT_FIELDS), state.admin_field if state else ""),
        ):
            layer, before = box.layer(), chosen or names.currentText()
            fields = layer.fields().names() if isinstance(layer, QgsVectorLayer) else []
            names.clear()
            names.addItems(fields)
            its = before if before in fields else wanted(fields)
            names.setCurrentIndex(fields.index(its) if its in fields else -1)
            names.setVisible(isinstance(layer, QgsVectorLayer))

    def _layer_picked(self) -> None:
        for box, names in self._boxes():
            if self.sender() is box:
                names.clear()  # another layer's field says nothing
        self._fill_fields()
        self._watch()
        self._offer_comparison()
        self._ask_grid()
        self._changed_choice()

    def _field_picked(self, *_: Any) -> None:
        self._ask_grid()
        self._changed_choice()

    def _lists_changed(self) -> None:
        texts = tuple(edit.text().strip() for edit in self._lists)
        state = self._state
        if texts != (state.built_classes, state.bare_classes, state.vegetated_classes, state.built_zones):
            self._ask_grid()
            self._changed_choice()

    def _changed_choice(self, *_: Any) -> None:
        self._keep.start()
        self._renew()

    def _relist_soon(self, *_: Any) -> None:
        self._relist.start()

    def _refill(self) -> None:
        before = [box.layer_id() for box in (self._land, self._plan, self._admin)]
        for box in (self._land, self._plan, self._admin):
            box.refill()
        if not any(before) and not self._state.plan and not self._state.landcover:
            self._guess()
        if before != [box.layer_id() for box in (self._land, self._plan, self._admin)]:
            self._fill_fields()
            self._watch()
            self._offer_comparison()
            self._ask_grid()
        self._renew()

    def _layers_removed(self, ids: List[str]) -> None:
        chosen = [self._state.landcover, self._state.plan, self._state.admin]
        kept = [box.layer_id() for box in (self._land, self._plan, self._admin)]
        if any(one in ids for one in (*chosen, *kept) if one):
            self._tell(tr("A layer that was chosen here has been removed: choose another."))
        self._relist.start()

    def _watch(self) -> None:
        """Follow the layers that are chosen, and no others."""
        for layer, signal, slot in self._watched:
            if not sip.isdeleted(layer):
                with contextlib.suppress(TypeError):
                    getattr(layer, signal).disconnect(slot)
        self._watched = []
        if not self._connections:
            return
        for box in (self._land, self._plan, self._admin):
            layer = box.layer()
            if layer is None:
                continue
            slots = [("dataChanged", self._data_changed)]
            if isinstance(layer, QgsVectorLayer):
                slots += [("afterCommitChanges", self._data_changed), ("updatedFields", self._fields_changed)]
                if box is not self._land:
                    slots.append(("selectionChanged", self._selection_changed))
            for signal, slot in slots:
                getattr(layer, signal).connect(slot)
                self._watched.append((layer, signal, slot))
        self._selected_later.start()

    def _data_changed(self, *_: Any) -> None:
        self._ask_grid()

    def _fields_changed(self) -> None:
        self._fill_fields()
        self._ask_grid()

    def _offer_comparison(self, *_: Any) -> None:
        self.compare.compare(self._land.layer(), self._plan.layer())

    # -- the grid

    def _ask_grid(self) -> None:
        self._filled = False
        self._grid_is_due = True
        self._later.start()
        self._renew()

    def _seen(self, visible: bool) -> None:
        if visible and (self._grid_is_due or self._result_is_due):
            self._later.start()

    def _toggled(self, shown: bool) -> None:
        if not shown:
            QTimer.singleShot(0, self._if_closed)  # a dock that is torn off is hidden for a moment, too

    def _if_closed(self) -> None:
        if self.isHidden() and self._connections:
            self.compare.turn_off()  # nobody could, once the dock is gone
            clear_places()

    def _read_grid(self) -> None:
        """Read the classes and zones of what is chosen, as soon as the dock is seen."""
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
        ask = self._what_to_read()
        if ask is None:
            self._renew()
            return
        self._reading = Reading(lambda stopped: read_ground(ask, stopped), self)
        self._reading.finished.connect(self._show_grid)
        self._reading.failed.connect(self._grid_failed)
        self._reading.start()
        self._renew()

    def _what_to_read(self) -> Optional[Ask]:
        land, plan = self._land.layer(), self._plan.layer()
        fields = [self._land_field.currentText(), self._plan_field.currentText()]
        if land is None or plan is None or not fields[1] or (isinstance(land, QgsVectorLayer) and not fields[0]):
            return None
        polygons = isinstance(land, QgsVectorLayer)
        return Ask(
            raster=None if polygons else (land.source().split("|option:")[0], land.crs().toWkt()),
            land=QgsVectorLayerFeatureSource(land) if polygons else None,
            land_field=fields[0], land_fields=land.fields().names() if polygons else [], land_name=land.name(),
            plan=QgsVectorLayerFeatureSource(plan), plan_field=fields[1], plan_fields=plan.fields().names(), plan_name=plan.name(),
            lists=tuple(edit.text().strip() for edit in self._lists),
        )  # fmt: skip

    def _show_grid(self, ground: Ground) -> None:
        self._reading = None
        self._filled = True
        self._tell("")
        state = self._state
        if self.rules.ground is None:
            self.rules.show(ground, state.rules, state.rules_name, state.rules_edited)
            if state.rules_file:
                path, state.rules_file = state.rules_file, ""
                self._use_rules(path)
                self.rules.undo_stack.clear()
        elif ground != self.rules.ground:
            self.rules.show(ground)
        if self._result is not None:
            self.rules.add_classes(unknown_classes(self._result, ground.classes))
        self._renew()

    def _grid_failed(self, sentence: str) -> None:
        self._reading = None
        self._tell(sentence)
        self._renew()

    def _state_chosen(self, state: str) -> None:
        self.grid.give(state)
        self.grid.setFocus()

    def _rules_changed(self) -> None:
        self._rules_kept = None
        if self._filled:
            self._keep.start()
        self._renew()

    def load_rules(self) -> None:
        """Ask for a table of rules, and take it."""
        path, _ = QFileDialog.getOpenFileName(self, tr("Load rules"), _last_folder(), "CSV (*.csv *.CSV *.txt)")
        if path:
            self._use_rules(path)

    def _use_rules(self, path: str) -> None:
        try:
            unused = self.rules.use(read_rules(path), os.path.basename(path))
        except PantauError as error:
            self._tell(str(error))
            return
        lines = listed(map(str, unused), 10)
        self._tell(tr("These lines of {name} name no class or zone that is shown: {lines}.").format(name=os.path.basename(path), lines=lines) if unused else "")  # fmt: skip

    def save_rules(self) -> None:
        """Ask where to, and write the rules as CSV."""
        name = self.rules.name or tr("rules.csv")
        path, _ = QFileDialog.getSaveFileName(self, tr("Save rules"), os.path.join(_last_folder(), name), "CSV (*.csv)")
        if not path:
            return
        path = path if path.lower().endswith(".csv") else path + ".csv"
        try:
            write_text(path, self.rules.csv())
        except PantauError as error:
            self._tell(str(error))
            return
        _keep_folder(path)
        self._say(tr("The rules are saved."))

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
            self._tell(missing)
            return
        self._tell("")
        self._save()
        try:
            folder = self._make_folder()
            parameters = self._parameters(folder)
        except (PantauError, OSError) as error:
            self._tell(
                str(error) if isinstance(error, PantauError)
                else tr("No folder for the results can be made in {folder} ({reason}): choose another under 'More choices'.").format(
                    folder=self._folder.filePath(), reason=error.strerror)
            )  # fmt: skip
            return
        ground = self.rules.ground
        self._started = LastRun(
            files={name: os.path.join(folder, file) for name, file in FILES.items()},
            groups={str(code): kind.group for code, kind in ground.kinds.items()},
            inputs=self._inputs(),
            names={
                "landcover": self._land.layer().name(), "plan": self._plan.layer().name(), "plan_field": self._plan_field.currentText(),
                "admin": self._admin.layer().name() if self._admin.layer() else "", "rules": self.rules.name,
                "edited": "1" if self.rules.edited else "",
            },
            is_example=self.rules.is_example,
        )  # fmt: skip
        clear_places()  # of the last result
        run = self._run = Run(ALGORITHM, parameters, self)
        run.progressed.connect(lambda percent: self._progress.setValue(round(percent)))
        run.warned.connect(self._started.warnings.append)
        run.finished.connect(self._run_finished)
        run.failed.connect(self._run_failed)
        run.cancelled.connect(self._run_cancelled)
        self._progress.setValue(0)
        self._say("")
        run.start()
        self._renew()

    def _missing(self) -> str:
        """What is still to be chosen, in one sentence; empty where nothing is."""
        if self._land.layer() is None:
            return tr("Choose land cover: a class raster, or polygons with a field of classes.")
        if self._plan.layer() is None:
            return tr("Choose the polygons of the spatial plan.")
        if not self._plan_field.currentText():
            return tr("Choose the field of the plan that holds the zones.")
        if isinstance(self._land.layer(), QgsVectorLayer) and not self._land_field.currentText():
            return tr("Choose the field of the land cover that holds the classes.")
        if self._admin.layer() is not None and not self._admin_field.currentText():
            return tr("Choose the field of the units that holds their names, or no units.")
        return "" if self._filled else tr("The classes and zones are still being read.")

    def _make_folder(self) -> str:
        """A new folder for the files of a run: QGIS may still have those of the last one open."""
        chosen = self._folder.filePath().strip()
        if not chosen:
            return tempfile.mkdtemp(prefix="rtrw_", dir=QgsProcessingUtils.tempFolder())
        name = os.path.join(chosen, f"rtrw_{datetime.datetime.now():%Y%m%d_%H%M%S}")
        os.makedirs(name)
        return name

    def _parameters(self, folder: str) -> Dict[str, Any]:
        land, admin = self._land.layer(), self._admin.layer()
        texts = [edit.text().strip() for edit in self._lists]
        parameters: Dict[str, Any] = {
            "PLAN": self._plan.layer().id(), "PLAN_FIELD": self._plan_field.currentText(), "MIN_AREA_HA": self._min_area.value(),
            **dict(zip(("BUILT_CLASSES", "BARE_CLASSES", "VEGETATED_CLASSES", "BUILT_ZONES"), texts)),
            **{name: os.path.join(folder, file) for name, file in FILES.items()},
        }  # fmt: skip
        if isinstance(land, QgsVectorLayer):
            parameters.update(LANDCOVER_POLYGONS=land.id(), LANDCOVER_FIELD=self._land_field.currentText())
        else:
            parameters["LANDCOVER"] = land.id()
        if admin is not None:
            parameters.update(ADMIN=admin.id(), ADMIN_FIELD=self._admin_field.currentText())
        if not self.rules.is_example:  # the report says of the example that it is one
            stem = os.path.splitext(self.rules.name)[0] or "rules"
            path = os.path.join(folder, f"{stem}{'_edited' if self.rules.edited else ''}.csv")
            write_text(path, self.rules.csv())
            parameters["RULES"] = path
        return parameters

    def _inputs(self) -> str:
        """All that a result depends on, to know when it no longer stands for what is chosen."""
        layers = [(box.layer_id(), names.currentText()) for box, names in self._boxes()]
        lists = [edit.text().strip() for edit in self._lists]
        if self._rules_kept is None:
            self._rules_kept = self.rules.saved()
        return json.dumps([layers, lists, self._min_area.value(), self._rules_kept], sort_keys=True)

    def _boxes(self) -> Tuple[Tuple[LayerBox, QComboBox], ...]:
        return ((self._land, self._land_field), (self._plan, self._plan_field), (self._admin, self._admin_field))

    def _run_finished(self, results: Dict[str, Any]) -> None:
        self._run, started = None, self._started
        before = self._state.last_run()
        started.layers = self._add_layers(results, before.layers if before else {})
        self._state.result = asdict(started)
        self._save()
        self._tabs.setCurrentIndex(RESULT_PAGE)
        self._open_result()

    def _run_failed(self, sentence: str) -> None:
        self._run = None
        self._tell(sentence)
        self._renew()

    def _run_cancelled(self) -> None:
        self._run = None
        self._say(tr("Cancelled."))
        self._renew()

    def _add_layers(self, results: Dict[str, Any], before: Dict[str, str]) -> Dict[str, str]:
        """Put the layers of a run on the map instead of those of the last one; their ids by output."""
        project = QgsProject.instance()
        root = project.layerTreeRoot()
        node = next(filter(None, (root.findLayer(one) for one in before.values())), None)
        group = node.parent() if node is not None and node.parent() is not root else None
        project.removeMapLayers([one for one in before.values() if project.mapLayer(one) is not None])
        if group is None:
            group = root.insertGroup(0, tr("Conformity with the plan (RTRW)"))
        ids = {}
        for name in LAYERS:
            layer = results.get(name)
            if isinstance(layer, QgsMapLayer):
                project.addMapLayer(layer, False)
                tree = group.addLayer(layer)
                tree.setItemVisibilityChecked(name != "POLYGONS")  # it is there to be asked; the raster shows the same
                if name != "OUTPUT":
                    QTimer.singleShot(0, lambda tree=tree: _fold(tree))
                ids[name] = layer.id()
        return ids

    def _stop(self) -> None:
        """Give up what runs or is being read."""
        for reading in (self._reading, self._opening, self._searching, self._selecting):
            if reading is not None:
                reading.cancel()
        self._reading = self._opening = self._searching = self._selecting = None
        if self._run is not None:
            run, self._run = self._run, None
            for signal in (run.progressed, run.warned, run.finished, run.failed, run.cancelled):
                signal.disconnect()
            run.cancel()

    # -- the result

    def _drop_result(self) -> None:
        self._result = None
        self._filter = Filter()
        self._show()

    def _open_result(self) -> None:
        """Read what the last run wrote."""
        last = self._state.last_run()
        if last is None:
            return
        legend = self.rules.ground.classes if self.rules.ground else Legend(())
        landcover = self._land.layer()
        path = landcover.source().split("|option:")[0] if isinstance(landcover, QgsRasterLayer) else ""
        groups = {int(code): group for code, group in last.groups.items()}

        def read(stopped: Stopped) -> Result:
            known = legend if len(legend) or not path else read_legend(path) or legend
            return read_result(last.files, known, groups)

        self._opening = Reading(read, self)
        self._opening.finished.connect(self._opened)
        self._opening.failed.connect(self._open_failed)
        self._opening.start()
        self._renew()

    def _opened(self, result: Result) -> None:
        self._opening = None
        self._result = result
        self._units.clear()
        self._units.addItem(tr("All units"), None)
        for place, unit in enumerate(result.figures.units):
            self._units.addItem(result.unit_label(unit), place)
        if self.rules.ground is not None:
            self.rules.add_classes(unknown_classes(result, self.rules.ground.classes))
        self._show()
        self._selected_later.start()
        self._renew()

    def _open_failed(self, sentence: str) -> None:
        self._opening = None
        self._state.result = {}
        self._drop_result()
        self._no_result.setText(sentence)
        self._renew()

    def _shown_filter(self) -> Tuple[Any, Any]:
        return (self._view.filter.zones, self._view.filter.units) if self._view is not None else (None, None)

    def _show(self) -> None:
        """Show the result for the units and the selection that are chosen."""
        result = self._result
        shown = self._filter
        if result is not None and shown.units is None and self._units.currentData() is not None:
            shown = Filter(shown.zones, (result.figures.units[self._units.currentData()],))
        self._view = view = View(result, shown) if result is not None else None
        by_unit = bool(self._by_unit.currentData()) and result is not None and result.with_units
        self._by_unit.setVisible(result is not None and result.with_units)
        self._units.setVisible(result is not None and result.with_units)
        self._units.setEnabled(self._filter.units is None)
        self.chart.show_view(view, by_unit)
        self._cross_model.show(view)
        self._largest_model.show(view)
        self.card.show_view(view)
        if view is None:
            return
        whole = view.degree()
        self._legend.show_states([state for state in result.figures.states if whole[state]], result.own())
        self._lead.setText(f"<b>{lead(view)}</b>")
        for table, widest in ((self.cross, 14), (self.largest, 22)):
            table.resizeColumnsToContents()
            letter = self.fontMetrics().horizontalAdvance("0")
            for column in range(table.model().columnCount()):
                table.setColumnWidth(column, min(table.columnWidth(column) + letter, letter * widest))
        note = ""
        if not result.listed:
            note = tr("There is none, or none as large as the minimum.")
        elif not view.listed:
            note = tr("There is none in what is shown.")
        elif len(view.listed) > LISTED or (result.count > len(result.listed) and len(view.listed) == len(result.listed)):
            note = tr("The largest {shown} are listed; the layer on the map has all.").format(shown=number(LISTED, 0))
        self._largest_note.setText(note)
        self._largest_note.setVisible(bool(note))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and event.key() in keys and watched in (self.cross, self.largest):
            self._cell_clicked(watched.model(), watched.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _cell_clicked(self, model: Any, index: QModelIndex) -> None:
        places = model.places(index)
        if places is not None:
            self.show_on_map(places)
        else:
            self._say(tr("Nothing there to show on the map."))

    def show_on_map(self, places: Places) -> None:
        """Zoom to the areas that are meant, mark and select them."""
        last = self._state.last_run()
        if last is None:
            return
        name = "NONCONFORMITY" if places.fid is not None else "POLYGONS"
        path = last.files[name]
        if self._searching is not None:
            self._searching.cancel()
        self._searching = Reading(lambda stopped: find_places(path, places), self)
        self._searching.finished.connect(lambda found: self._show_found(found, last.layers.get(name, "")))
        self._searching.failed.connect(self._tell)
        self._searching.start()

    def _show_found(self, found: Found, layer_id: str) -> None:
        self._searching = None
        geometries = []
        for wkb in found.shapes:
            geometry = QgsGeometry()
            geometry.fromWkb(wkb)
            geometries.append(geometry)
        show_places(self._canvas, geometries, QgsCoordinateReferenceSystem.fromWkt(found.crs))
        layer = QgsProject.instance().mapLayer(layer_id)
        last = self._state.last_run()
        for other in (last.layers if last else {}).values():
            one = QgsProject.instance().mapLayer(other)
            if isinstance(one, QgsVectorLayer):
                one.selectByIds(found.fids if one is layer else [])
        if not found.fids:
            self._say(tr("No area of it lies there."))
        elif len(found.fids) > MOST_PLACES:
            self._say(
                tr("The {most} largest of {count} areas, {area} ha in all, are marked.").format(
                    most=number(MOST_PLACES, 0), count=number(len(found.fids), 0), area=number(found.area_ha, 2)
                )
            )
        else:
            text = (
                tr("1 area is marked on the map: {area} ha.")
                if len(found.fids) == 1
                else tr("{count} areas are marked on the map: {area} ha.")
            )
            self._say(text.format(count=number(len(found.fids), 0), area=number(found.area_ha, 2)))

    # -- the selection on the map

    def _selection_changed(self, *_: Any) -> None:
        self._selected_later.start()

    def _read_selection(self) -> None:
        """Find out which zones and units are selected on the map."""
        asked = []
        for box, names in self._boxes()[1:]:
            layer = box.layer()
            ids = layer.selectedFeatureIds() if isinstance(layer, QgsVectorLayer) and names.currentText() else []
            if ids and len(ids) < layer.featureCount():
                asked.append((QgsVectorLayerFeatureSource(layer), names.currentText(), ids))
            else:
                asked.append(None)
        if self._selecting is not None:
            self._selecting.cancel()
            self._selecting = None
        if self._result is None or asked == [None, None]:
            self._use_filter(Filter())
            return
        self._selecting = Reading(lambda stopped: [None if one is None else field_values(*one, stopped) for one in asked], self)
        self._selecting.finished.connect(lambda values: self._use_filter(Filter(*values)))
        self._selecting.start()

    def _use_filter(self, wanted: Filter) -> None:
        self._selecting = None
        if wanted != self._filter:
            self._filter = wanted
            self._show()
        self._renew()

    def clear_selection(self) -> None:
        """Select nothing in the plan and the units, and show all."""
        for box, _ in self._boxes()[1:]:
            if isinstance(box.layer(), QgsVectorLayer):
                box.layer().removeSelection()
        self._use_filter(Filter())

    # -- exports

    def _copy(self) -> None:
        copy_table(self.largest if self._results.currentIndex() == 3 else self.cross)
        self._say(tr("The table is on the clipboard."))

    def _save_file(self, output: str, file_filter: str) -> None:
        last = self._state.last_run()
        if last is not None and save_copy(last.files[output], FILES[output], file_filter, self):
            self._say(tr("Saved."))

    def _layout(self) -> Any:
        """The print layout of what is shown."""
        last, view = self._state.last_run(), self._view
        project, settings = QgsProject.instance(), self._canvas.mapSettings()
        shown = [project.mapLayer(last.layers.get(name, "")) for name in ("NONCONFORMITY", "OUTPUT")]
        # The conformity is half transparent: on the colours of classes or zones it could not be told.
        output, units = shown[1], self._admin.layer()
        layers = [layer for layer in self._canvas.layers() if layer not in (self._land.layer(), self._plan.layer(), units)]
        if output is not None and output not in layers:
            layers.insert(0, output)
        below = layers.index(output) if output is not None else 0
        layers = layers[:below] + [layer for layer in layers[below:] if not _is_polygons(layer)]
        if units is not None:
            layers.insert(0, units)
        classes = {view.result.classes.find(one.code).label() for one in view.listed if view.result.classes.find(one.code)}
        labels = (sorted(classes), [state_label(state) for state in view.result.figures.states])
        explained = [(layer, its) for layer, its in zip(reversed(shown), reversed(labels)) if layer in layers]
        explained += [(units, None)] if units is not None else []
        zones = tr("Filtered by selection.") if self._filter != Filter() else ""
        unit = "" if view.filter.units is None else ", ".join(view.result.unit_label(one) for one in view.filter.units)
        rules = last.names.get("rules") or (tr("edited in QGIS, from the example") if last.names.get("edited") else tr("example"))
        source = tr("Land cover: {landcover}. Plan: {plan} ({field}). Units: {admin}. Rules: {rules}. Pantau {version}, {date}.").format(
            landcover=last.names.get("landcover", ""), plan=last.names.get("plan", ""), field=last.names.get("plan_field", ""),
            admin=last.names.get("admin") or "–", rules=rules, version=VERSION, date=datetime.date.today().isoformat(),
        )  # fmt: skip
        head = [tr("Zone"), tr("Conform (ha)"), tr("Not conform (ha)"), tr("Other (ha)"), tr("Conform (%)")]
        sheet = Sheet(
            title=" – ".join(filter(None, [tr("Does the land agree with the plan?"), unit])),
            lead=" ".join(filter(None, [lead(view), zones])),
            source=source,
            note=tr("Example rules, not official.") if last.is_example else "",
            layers=layers, legend=explained, extent=settings.visibleExtent(), crs=settings.destinationCrs(),
            outlines=[units] if units is not None else [],
            table=[head, *judged_by_zone(view)], widths=(2.6, 1.3, 1.3, 1.3, 1.1),
        )  # fmt: skip
        names = {layout.name() for layout in project.layoutManager().layouts()}
        name, count = tr("Conformity with the plan"), 1
        while name in names:
            count += 1
            name = f"{tr('Conformity with the plan')} {count}"
        return make_layout(sheet, project, name)

    def _save_pdf(self) -> None:
        if self._view is None:
            return
        name = os.path.join(_last_folder(), os.path.splitext(FILES["REPORT"])[0] + ".pdf")
        path, _ = QFileDialog.getSaveFileName(self, tr("Save as"), name, "PDF (*.pdf)")
        if not path:
            return
        path = path if path.lower().endswith(".pdf") else path + ".pdf"
        self.setCursor(Qt.CursorShape.WaitCursor)
        try:
            export_pdf(self._layout(), path)
        except PantauError as error:
            QMessageBox.warning(self, tr("Save as"), str(error))
            return
        finally:
            self.unsetCursor()
        _keep_folder(path)
        self._say(tr("Saved."))

    def _open_layout(self) -> None:
        """Open the print layout in QGIS's designer, to be edited; it becomes the project's."""
        if self._view is None:
            return
        try:
            layout = self._layout()
        except PantauError as error:
            self._tell(str(error))
            return
        QgsProject.instance().layoutManager().addLayout(layout)
        self._iface.openLayoutDesigner(layout)

    # -- what is told

    def _save(self) -> None:
        """Keep the state in the project."""
        self._keep.stop()
        state = self._state
        for name, (box, names) in zip(("landcover", "plan", "admin"), self._boxes()):
            setattr(state, name, box.layer_id())
            setattr(state, f"{name}_field", names.currentText())
        state.min_area_ha, state.folder = self._min_area.value(), self._folder.filePath()
        texts = [edit.text().strip() for edit in self._lists]
        state.built_classes, state.bare_classes, state.vegetated_classes, state.built_zones = texts
        if self.rules.ground is not None:
            state.rules, state.rules_name, state.rules_edited = self.rules.saved(), self.rules.name, self.rules.edited
        save_state(KEY, state)

    def _before_writing(self, *_: Any) -> None:
        if self._keep.isActive():
            self._save()

    def _tell(self, sentence: str) -> None:
        """Say what is wrong; nothing where nothing is."""
        self._problem.setText(sentence)
        self._banner.setVisible(bool(sentence))

    def _say(self, sentence: str) -> None:
        """Say what was done."""
        self._status.setText(sentence)
        self._status.setVisible(bool(sentence))

    def _renew(self) -> None:
        """Bring buttons and texts up to date."""
        running = self._run is not None
        self._button.setText(tr("&Cancel") if running else tr("&Run"))
        self._button.setEnabled(running or (not self._missing() and self._reading is None))
        self._button.setToolTip(
            tr("Stop the run; the last result stays") if running else self._missing() or tr("Lay land cover over the plan")
        )
        self._progress.setVisible(running)
        there = self.rules.ground is not None and self._filled
        self._grid_pages.setCurrentIndex(int(there))
        self._nothing.setText(self._why_no_grid())
        rules, name = self.rules, self.rules.name
        if rules.is_example:
            text = tr("Example rules, not official: edit them after the zoning provisions of your plan, or load your own table.")
        elif not name:
            text = tr("Edited from the example: check every cell before you sign.")
        else:
            text = tr("Rules of {name}, edited.").format(name=name) if rules.edited else tr("Rules of {name}.").format(name=name)
        self._origin.setText(text)
        self._origin_frame.setVisible(there)
        self.buttons.show_states(rules.choices(), rules.own_states())
        self._renew_tools()
        last = self._state.last_run()
        self._result_pages.setCurrentIndex(int(self._result is not None))
        if self._result is None and (last is not None or not self._no_result.text() or self._opening is not None):
            self._no_result.setText(tr("The result is being read...") if self._opening is not None else tr("Nothing has been run yet: choose the layers, look at the rules, then run."))  # fmt: skip
        if self._result is not None and last is not None:
            self._renew_result(last)

    def _renew_result(self, last: LastRun) -> None:
        sentences = []
        if last.inputs != self._inputs() and self._filled:
            sentences.append(tr("Out of date: the rules or the choices have changed since this result. Run again."))
        if last.is_example:
            sentences.append(tr("Made with example rules, which are not official."))
        self._stale.setText("\n".join(sentences))
        self._stale_frame.setVisible(bool(sentences))
        parts = []
        for values, one, many in (
            (self._filter.zones, tr("{count} zone"), tr("{count} zones")), (self._filter.units, tr("{count} unit"), tr("{count} units"))
        ):  # fmt: skip
            if values is not None:
                parts.append((one if len(values) == 1 else many).format(count=number(len(values), 0)))
        self._by_selection.setVisible(bool(parts))
        self._selection_text.setText(tr("Filtered by selection: {what}").format(what=", ".join(parts)))
        self._remarks_button.setVisible(bool(last.warnings))
        count = len(last.warnings)
        self._remarks_button.setText(tr("1 remark") if count == 1 else tr("{count} remarks").format(count=count))
        self._remarks.setText("\n".join(last.warnings))

    def _renew_tools(self, *_: Any) -> None:
        stack = self.rules.undo_stack
        for button, able, text in (
            (self._undo, stack.canUndo(), stack.undoText()), (self._redo, stack.canRedo(), stack.redoText())
        ):  # fmt: skip
            button.setEnabled(able)
            name = tr("Undo") if button is self._undo else tr("Redo")
            button.setToolTip(f"{name}: {text}" if able and text else name)
        self.buttons.setEnabled(bool(self.grid.selectionModel().hasSelection()))
        self._example_button.setEnabled(not self.rules.is_example)

    def _why_no_grid(self) -> str:
        project = QgsProject.instance()
        if self._reading is not None or (self._grid_is_due and self._what_is_chosen()):
            return tr("The classes and zones are being read...")
        if not any(_is_polygons(layer) for layer in project.mapLayers().values()):
            return tr(
                "Load land cover (a class raster or polygons) and the polygons of the spatial plan, then choose them here. To try it first: Pantau > Sample project."
            )
        missing = self._missing()
        return missing if not self._what_is_chosen() else ""

    def _what_is_chosen(self) -> bool:
        return bool(self._land.layer_id() and self._plan.layer_id() and self._plan_field.currentText())


# -- small things


def _fold(tree: QgsLayerTreeNode) -> None:
    """Show a layer without its legend; the view has unfolded it without telling the node."""
    if not sip.isdeleted(tree):
        tree.setExpanded(True)
        tree.setExpanded(False)


def _timer(parent: QWidget, slot: Callable[[], None], wait: int = REST) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(wait)
    timer.timeout.connect(slot)
    return timer


def _sentence() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.AutoText)
    return label


def _banner(owner: QWidget) -> Tuple[QFrame, QLabel]:
    """A sentence with a sign that it should be read."""
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    room = QHBoxLayout(frame)
    room.setContentsMargins(6, 3, 6, 3)
    sign, side = QLabel(), owner.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
    sign.setPixmap(owner.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning).pixmap(side, side))
    text = _sentence()
    room.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    room.addWidget(text, 1)
    frame.hide()
    return frame, text


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area


def _tool(owner: QWidget, icon: str, text: str, do: Callable[[], None]) -> QToolButton:
    button = QToolButton(owner)
    if icon:
        button.setIcon(QgsApplication.getThemeIcon(icon))
    button.setText(text)
    button.setToolTip(text)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda checked=False: do())
    return button


def _is_polygons(layer: QgsMapLayer) -> bool:
    return isinstance(layer, QgsVectorLayer) and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry


def _is_land(layer: QgsMapLayer) -> bool:
    return isinstance(layer, QgsRasterLayer) or _is_polygons(layer)


def _land_reason(layer: QgsMapLayer) -> str:
    return raster_reason(layer) if isinstance(layer, QgsRasterLayer) else ""


def _upper(layer: QgsVectorLayer) -> List[str]:
    return [name.upper() for name in layer.fields().names()]


def _unit_field(layer: QgsVectorLayer) -> Optional[str]:
    return recognised(layer.fields().names(), UNIT_FIELDS[:-1])  # a field "nama" alone may be that of anything


def _last_folder() -> str:
    folder = QgsSettings().value(FOLDER, "", str)
    return folder if os.path.isdir(folder) else ""


def _keep_folder(path: str) -> None:
    QgsSettings().setValue(FOLDER, os.path.dirname(path))
