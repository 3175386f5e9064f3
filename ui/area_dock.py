"""The area table dock: hectares of the classes of a raster, in all or in zones, as they are selected or seen on the map."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import tempfile
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, List, Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsMapLayer,
    QgsMemoryProviderUtils,
    QgsPointXY,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)
from qgis.gui import QgsCheckableComboBox
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtGui import QFontMetrics
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDockWidget,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..plugin.engine.area.fields import admin_levels
from ..plugin.engine.text import language, numbers_in, tr
from ..plugin.engine.version import VERSION
from .area_chart import AreaChart
from .area_model import (
    ALL,
    BY_CLASS,
    BY_ZONE,
    BY_ZONE_PERCENT,
    EXTENT,
    FILES,
    SELECTED,
    UNITS,
    AreaFigures,
    AreaState,
    AreaTableModel,
    Zone,
    closure_sentence,
    features_by_zone,
    pixel_count_remark,
    read_figures,
)
from .background import Reading
from .layers import LayerBox, is_polygons, raster_reason
from .places import clear_places, show_places
from .print_layout import PdfExport, Sheet
from .run import Run
from .state import load_state, save_state
from .tables import FrozenTable, ask_target, copy_table, export_button, keep_folder, save_copy
from .widgets import Banner, later, sentence

KEY = "area_table"  # of the state in the project
REST = 400  # milliseconds after the last change of selection or map until the table follows
STEPS = 20  # into which each side of an extent is cut, so that it bends with the map's CRS
WIDEST = 24  # letters of a column


_ending: List[Job] = []  # cancelled, and not yet at their end


@dataclass(eq=False)
class Job:
    """A run and what it was asked for. folder: of its files, which goes with it."""

    run: Run
    folder: str
    raster: str
    name: str
    depth: int
    zones: Optional[QgsVectorLayer]
    places: List[int]
    chosen: Optional[List[int]]
    numbers: str
    index: Optional[QgsVectorLayerFeatureSource]
    reading: Optional[Reading] = None
    results: Dict[str, Any] = field(default_factory=dict)
    warnings: List[str] = field(default_factory=list)

    def end(self) -> None:
        """Stop what still runs; the files go when nothing writes them any more."""
        if self.reading is not None:
            self.reading.cancel()
        if self.run.is_running():
            _ending.append(self)
            for signal in (self.run.finished, self.run.failed, self.run.cancelled):
                signal.connect(self._ended)
            self.run.cancel()
        else:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _ended(self, *_: Any) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        _ending.remove(self)


class AreaDock(QDockWidget):
    """Choices above, the table and its chart below; a run starts by itself whenever something that it depends on changes."""

    def __init__(self, iface: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Area table"), parent)
        self.setObjectName("PantauAreaTable")
        self._canvas = iface.mapCanvas()
        self._state = AreaState()
        self._job: Optional[Job] = None  # what runs
        self._shown: Optional[Job] = None  # what the table shows
        self._pdf: Optional[PdfExport] = None  # on its way
        self._is_due = False  # a run, as soon as the dock is seen
        self._watched: List[Any] = []  # connections to the layers that are chosen
        self._lost: Dict[
            str, str
        ] = {}  # names, by id, of chosen layers that left the project; until the next choice, nothing is measured
        self._columns: List[str] = []  # keys of those whose widths are set
        self._model = AreaTableModel(self)
        self._later = later(self, self._start, REST)
        self._relist = later(self, self._refill, 0)
        self._refit = later(self, self._fit, 0)
        self._build()
        project = QgsProject.instance()
        self._connections: List[Any] = [
            (project.layersAdded, self._layers_changed), (project.layersRemoved, self._layers_changed),
            (project.layersWillBeRemoved, self._layers_leave), (project.readProject, self.load), (project.cleared, self.load),
            (self._canvas.extentsChanged, self._map_moved), (self._canvas.destinationCrsChanged, self._map_moved),
        ]  # fmt: skip
        for signal, slot in self._connections:
            signal.connect(slot)
        self.visibilityChanged.connect(self._seen)
        self.toggleViewAction().toggled.connect(self._toggled)
        self.load()

    def unload(self) -> None:
        """Stop what runs, and let go of the project, the map and the files."""
        self._later.stop()
        self._relist.stop()
        self._refit.stop()
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections.clear()
        self._watch(None, None)
        clear_places()
        for job in (self._job, self._shown):
            if job is not None:
                job.end()
        if self._pdf is not None:
            self._pdf.cancel()
        self._pdf = None
        self._job = self._shown = None

    def load(self, *_: Any) -> None:
        """Take over what the project says, and measure."""
        self._relist.stop()
        self._state = load_state(AreaState, KEY)
        self._state.mend()
        self._stop()
        self._drop()
        state = self._state
        self._raster.refill(state.raster)
        self._zones.refill(state.zones)
        state.raster, state.zones = self._raster.layer_id(), self._zones.layer_id()
        for box, value in ((self._view, state.view), (self._unit, state.unit), (self._numbers, state.numbers)):
            box.setCurrentIndex(box.findData(value))
        self._chart_button.setChecked(state.chart)
        self._fill_levels()
        self._fill_follow()
        self._chosen()

    def choose(self, raster: str, zones: str = "", levels: Optional[List[str]] = None) -> None:
        """Choose layers by their ids, and the fields of the zones' names; none: those that are recognised."""
        self._state.raster, self._state.zones, self._state.levels = raster, zones, list(levels or [])
        save_state(KEY, self._state)
        self.load()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.unload()
        return super().event(event)

    # -- the widgets

    def _build(self) -> None:
        letter = self.fontMetrics()
        self._raster = LayerBox(tr("Choose a raster..."), lambda layer: isinstance(layer, QgsRasterLayer), raster_reason)
        self._zones = LayerBox(tr("None: the whole raster"), _may_be_polygons, _zones_reason)
        self._levels = QgsCheckableComboBox()
        self._follow, self._view, self._unit, self._numbers = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self._view.addItem(tr("By class"), BY_CLASS)
        self._view.addItem(tr("By zone: area"), BY_ZONE)
        self._view.addItem(tr("By zone: percent"), BY_ZONE_PERCENT)
        for key, unit in UNITS.items():
            self._unit.addItem(unit.name, key)
        for key, label in (("auto", tr("Numbers: auto")), ("en", tr("1,234.56 (English)")), ("id", tr("1.234,56 (Indonesian)"))):
            self._numbers.addItem(label, key)
        for box, letters in ((self._levels, 8), (self._follow, 8), (self._view, 8), (self._unit, 3), (self._numbers, 6)):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(letters)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, box, tip in (
            (tr("&Class raster"), self._raster, tr("A raster of class codes; its legend names and colours the classes")),
            (tr("&Zones"), self._zones, tr("Polygons, such as kecamatan, desa or the zones of a plan")),
            (tr("&Names"), self._levels, tr("Fields with the names of the zones, outermost first: features of one name are one zone")),
            (tr("&Follow"), self._follow, tr("What is measured: the table is renewed when the selection or the map changes")),
        ):  # fmt: skip
            box.setToolTip(tip)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            form.addRow(label, box)
            form.labelForField(box).setToolTip(tip)
        self._levels_label = form.labelForField(self._levels)
        self._levels.setDefaultText(tr("each feature is a zone"))
        for box, name in ((self._view, tr("View")), (self._unit, tr("Unit")), (self._numbers, tr("Language of numbers"))):
            box.setAccessibleName(name)
        self._view.setToolTip(tr("All zones together by class, or each zone by class"))
        self._unit.setToolTip(tr("Unit of the table; files are in hectares"))
        self._numbers.setToolTip(tr("How numbers are written, here and in the CSV and the report; auto: in the language of QGIS"))
        self._chart_button = QToolButton()
        self._chart_button.setText(tr("C&hart"))
        self._chart_button.setCheckable(True)
        self._chart_button.setToolTip(tr("Show the table as bars as well"))
        self._chart_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._export = export_button(
            {
                "clipboard": self._copy, "xlsx": lambda: self._save("XLSX", "XLSX (*.xlsx)"),
                "csv": lambda: self._save("CSV", "CSV (*.csv)"), "html": lambda: self._save("REPORT", "HTML (*.html)"),
                "pdf": self._save_pdf,
            },
            self,
        )  # fmt: skip
        self._table = FrozenTable()
        self._table.setModel(self._model)
        self._table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._table.setSortingEnabled(True)
        self._table.set_row_height(round(letter.height() * 1.4))
        self._table.setAccessibleName(tr("Area table"))
        self._table.setTabKeyNavigation(False)
        self._table.setMinimumHeight(letter.height() * 8)
        self._table.installEventFilter(self)
        self._table.viewport().installEventFilter(self)
        self._chart = AreaChart(self._model)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.addWidget(self._table)
        self._splitter.addWidget(self._chart)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self._splitter.setChildrenCollapsible(False)
        results = QWidget()
        lines = QVBoxLayout(results)
        lines.setContentsMargins(0, 0, 0, 0)
        for widgets in ((self._view, self._unit), (self._numbers, self._chart_button, self._export)):
            line = QHBoxLayout()
            for place, widget in enumerate(widgets):
                line.addWidget(widget, 0 if place else 1)
            lines.addLayout(line)
        lines.addWidget(self._splitter, 1)
        self._closure, self._remark, self._warnings = (sentence(selectable=True) for _ in range(3))
        self._warnings_button = QToolButton()
        self._warnings_button.setCheckable(True)
        self._warnings_button.setAutoRaise(True)
        self._warnings_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._warnings_button.setToolTip(tr("What the run had to say"))
        for widget in (self._closure, self._remark, self._warnings_button, self._warnings):
            lines.addWidget(widget)
        self._empty = sentence()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(results)
        self._banner = Banner()
        self._status, self._progress, self._button = QLabel(), QProgressBar(), QPushButton()
        self._status.setMinimumWidth(1)  # it is cut rather than that it widens the dock
        self._status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._progress.setTextVisible(False)
        foot = QHBoxLayout()
        foot.addWidget(self._status, 1)
        foot.addWidget(self._progress, 1)
        foot.addWidget(self._button)
        above, scroll, content = QWidget(), QScrollArea(), QWidget()
        lines = QVBoxLayout(above)
        lines.addLayout(form)
        lines.addWidget(self._banner)
        lines.addWidget(self._pages, 1)
        scroll.setWidget(above)  # for low screens
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(above.minimumSizeHint().width())
        lines = QVBoxLayout(content)
        foot.setContentsMargins(*(lines.getContentsMargins()[place] if place % 2 == 0 else 0 for place in range(4)))
        lines.setContentsMargins(0, 0, 0, lines.contentsMargins().bottom())
        lines.addWidget(scroll, 1)
        lines.addLayout(foot)
        self.setWidget(content)
        self._raster.picked.connect(self._raster_picked)
        self._zones.picked.connect(self._zones_picked)
        self._levels.checkedItemsChanged.connect(self._levels_picked)
        self._follow.activated.connect(lambda _: self._pick("follow", self._follow))
        for name, box in (("view", self._view), ("unit", self._unit), ("numbers", self._numbers)):
            box.activated.connect(lambda _, name=name, box=box: self._pick(name, box))
        self._chart_button.toggled.connect(self._chart_toggled)
        self._warnings_button.toggled.connect(self._warnings.setVisible)
        self._button.clicked.connect(self._button_clicked)
        self._table.clicked.connect(lambda index: self._show_zone(index.row()))
        self._table.selectionModel().currentChanged.connect(lambda index, _: self._chart.set_current(index.row()))
        self._chart.chosen.connect(self._bar_chosen)
        self._model.layoutChanged.connect(self._sorted)

    def _fill_levels(self) -> None:
        """The fields that may name zones: the recognised ones first, then the other ones of text or whole numbers."""
        layer = self._zones.layer()
        self._levels.blockSignals(True)
        self._levels.clear()
        if layer is not None:
            names = layer.fields().names()
            known = admin_levels(names)
            others = [one.name() for one in layer.fields() if one.name() not in known and _may_name(one)]
            checked = [one for one in self._state.levels if one in names] or known
            for name in [*known, *others]:
                state = Qt.CheckState.Checked if name in checked else Qt.CheckState.Unchecked
                self._levels.addItemWithCheckState(name, state, name)
        self._levels.blockSignals(False)
        for widget in (self._levels, self._levels_label):
            widget.setVisible(layer is not None)

    def _fill_follow(self) -> None:
        """What can be followed: without zones, there is nothing to select."""
        has_zones = self._zones.layer() is not None
        self._follow.blockSignals(True)
        self._follow.clear()
        self._follow.addItem(tr("All zones") if has_zones else tr("Whole raster"), ALL)
        self._follow.addItem(tr("Selected features"), SELECTED)
        self._follow.addItem(tr("Map extent"), EXTENT)
        self._follow.model().item(1).setEnabled(has_zones)
        self._follow.model().item(1).setToolTip("" if has_zones else tr("Choose zones first"))
        self._follow.setCurrentIndex(max(0, self._follow.findData(self._followed())))
        self._follow.blockSignals(False)

    def _followed(self) -> str:
        """What the table follows now."""
        return ALL if self._state.follow == SELECTED and self._zones.layer() is None else self._state.follow

    # -- choices

    def _raster_picked(self) -> None:
        self._state.raster = self._raster.layer_id()
        save_state(KEY, self._state)
        self._chosen()

    def _zones_picked(self) -> None:
        before = self._state.zones
        self._state.zones, self._state.levels = self._zones.layer_id(), []
        if not before and self._state.zones and self._state.view == BY_CLASS:
            self._state.view = BY_ZONE  # whoever chooses zones wants to see them
            self._view.setCurrentIndex(self._view.findData(BY_ZONE))
        save_state(KEY, self._state)
        self._fill_levels()
        self._fill_follow()
        self._chosen()

    def _levels_picked(self, *_: Any) -> None:
        checked = list(self._levels.checkedItems())
        names = self._zones.layer().fields().names() if self._zones.layer() is not None else []
        self._state.levels = [] if checked == admin_levels(names) else checked
        save_state(KEY, self._state)
        if not checked:
            self._fill_levels()  # the recognised ones again
        self._ask()

    def _pick(self, name: str, box: QComboBox) -> None:
        """Take over the choice of a box."""
        if getattr(self._state, name) == box.currentData():
            return
        setattr(self._state, name, box.currentData())
        save_state(KEY, self._state)
        if name in ("view", "unit", "numbers"):
            self._show_table()
            self._renew()
        if name in ("follow", "numbers"):  # the files of a run are in its language of numbers
            self._ask(0)

    def _chart_toggled(self, shown: bool) -> None:
        self._chart.setVisible(shown)
        if self._state.chart != shown:
            self._state.chart = shown
            save_state(KEY, self._state)
            self._renew()

    def _chosen(self) -> None:
        """Layers have been chosen: watch them, and measure."""
        raster, zones = self._raster.layer(), self._zones.layer()
        self._watch(raster, zones)
        self._remark.setText(pixel_count_remark(raster) if raster is not None else "")
        self._chart.setVisible(self._state.chart)
        self._banner.tell("")
        self._lost.clear()
        clear_places()  # of the layers before
        if raster is None:
            self._stop()
            self._drop()
        else:
            self._ask(0)
        self._renew()

    def _watch(self, raster: Optional[QgsRasterLayer], zones: Optional[QgsVectorLayer]) -> None:
        """Follow what happens to the layers that are chosen, and to no others."""
        for layer, signal, slot in self._watched:
            if not sip.isdeleted(layer):
                signal.disconnect(slot)
        self._watched = []
        if raster is not None:
            self._watched += [(raster, signal, self._data_changed) for signal in (raster.dataChanged, raster.crsChanged)]
        if zones is not None:
            edits = (
                zones.dataChanged, zones.crsChanged, zones.subsetStringChanged, zones.geometryChanged, zones.featureAdded,
                zones.featureDeleted, zones.attributeValueChanged, zones.editingStopped,
            )  # fmt: skip
            self._watched += [(zones, signal, self._data_changed) for signal in edits]
            self._watched += [(zones, zones.selectionChanged, self._selected), (zones, zones.updatedFields, self._fields_changed)]
        for _, signal, slot in self._watched:
            signal.connect(slot)

    def _data_changed(self, *_: Any) -> None:
        raster = self._raster.layer()
        self._remark.setText(pixel_count_remark(raster) if raster is not None else "")
        self._follow_it()

    def _fields_changed(self) -> None:
        self._fill_levels()
        self._follow_it()

    def _selected(self, *_: Any) -> None:
        if self._followed() == SELECTED:
            self._follow_it()

    def _map_moved(self) -> None:
        if self._followed() == EXTENT:
            self._follow_it()

    def _follow_it(self) -> None:
        """Measure what has changed, unless a choice is waited for."""
        if not self._lost:
            self._ask()

    def _layers_changed(self, *_: Any) -> None:
        """Layers came or went: look at all of them once, and not while a project is being closed."""
        self._relist.start()

    def _layers_leave(self, layers: List[str]) -> None:
        """Keep the names of chosen layers that are about to go."""
        for box in (self._raster, self._zones):
            if box.layer_id() in layers and box.layer() is not None:
                self._lost[box.layer_id()] = box.layer().name()

    def _refill(self) -> None:
        state = self._state
        gone = any(one in self._lost for one in (state.raster, state.zones))
        self._raster.refill(state.raster)
        self._zones.refill(state.zones)
        if gone:
            self._stop()
            if state.zones in self._lost:
                state.levels = []
            state.raster, state.zones = self._raster.layer_id(), self._zones.layer_id()
            save_state(KEY, state)
            self._watch(self._raster.layer(), self._zones.layer())
            self._fill_levels()
            self._fill_follow()
            self._model.set_outdated(True)
            names = ", ".join(sorted(self._lost.values()))
            self._banner.tell(tr("No longer in the project: {layers}. Choose other layers above.").format(layers=names))
        self._renew()

    # -- running

    def _ask(self, wait: int = REST) -> None:
        """Measure anew after so many milliseconds without another wish; what shows until then is marked."""
        if self._raster.layer() is None:
            return
        self._lost.clear()
        self._model.set_outdated(True)
        self._later.start(wait)
        self._renew()

    def _toggled(self, shown: bool) -> None:
        if not shown:
            QTimer.singleShot(0, self._if_closed)  # a dock that is torn off is hidden for a moment, too

    def _if_closed(self) -> None:
        if self.isHidden() and self._connections:
            clear_places()

    def _seen(self, visible: bool) -> None:
        if visible and self._is_due:
            self._follow_it()

    def _start(self) -> None:
        self._is_due = not self.isVisible()
        raster = self._raster.layer()
        if self._is_due or raster is None:
            return
        self._stop()
        zones: Optional[QgsVectorLayer] = self._zones.layer()
        try:
            area = self._area(raster, zones)
        except Hindrance as hindrance:
            self._banner.tell(str(hindrance))
            self._renew()
            return
        levels = self._level_names(zones)
        folder = tempfile.mkdtemp(prefix="pantau-area-", dir=QgsProcessingUtils.tempFolder())
        numbers = language() if self._state.numbers == "auto" else self._state.numbers
        parameters: Dict[str, Any] = {"CLASSES": raster, "AOI": area, "NUMBERS": numbers}
        chosen = None
        if zones is not None:
            parameters["ZONE_FIELDS"] = ",".join(levels)
            parameters["ZONES"] = zones
            if self._followed() == SELECTED:
                parameters["ZONES"] = QgsProcessingFeatureSourceDefinition(zones.id(), True)
                chosen = zones.selectedFeatureIds()
        for name, file in FILES.items():
            if zones is not None or name != "CLOSURE":
                parameters[name] = os.path.join(folder, file)
        run = Run("pantau:areatable", parameters)
        job = self._job = Job(
            run, folder, raster.source().split("|option:")[0], raster.name(), max(1, len(levels)), zones,
            [zones.fields().lookupField(one) for one in levels] if zones is not None else [], chosen, numbers,
            QgsVectorLayerFeatureSource(zones) if zones is not None else None,
        )  # fmt: skip
        run.progressed.connect(lambda percent: self._progressed(job, percent))
        run.warned.connect(job.warnings.append)
        run.finished.connect(lambda results: self._run_finished(job, results))
        run.failed.connect(lambda sentence: self._failed(job, sentence))
        run.cancelled.connect(lambda: self._failed(job, tr("The run was cancelled.")))
        run.start()
        self._banner.tell("")
        self._renew()

    def _level_names(self, zones: Optional[QgsVectorLayer]) -> List[str]:
        """The fields of the zones' names; none: each feature is a zone."""
        if zones is None:
            return []
        names = zones.fields().names()
        return [one for one in self._state.levels if one in names] or admin_levels(names)

    def _area(self, raster: QgsRasterLayer, zones: Optional[QgsVectorLayer]) -> Optional[QgsVectorLayer]:
        """What bounds the run: the part of the raster that the map shows; None where nothing does. Raises Hindrance."""
        if self._followed() == SELECTED and zones is not None and not zones.selectedFeatureCount():
            raise Hindrance(tr("Nothing is selected in {layer}: select zones on the map.").format(layer=zones.name()))
        if self._followed() != EXTENT:
            return None
        settings = self._canvas.mapSettings()
        crs = settings.destinationCrs()
        seen = QgsGeometry.fromPolygonXY([[QgsPointXY(corner) for corner in settings.visiblePolygon()]])  # turned with the map
        ground = QgsGeometry.fromRect(raster.extent()).densifyByCount(STEPS)
        try:
            ground.transform(QgsCoordinateTransform(raster.crs(), crs, QgsProject.instance()))
        except QgsCsException as error:
            raise Hindrance(
                tr("{raster} has no place in the map's CRS: choose another CRS for the map.").format(raster=raster.name())
            ) from error
        if seen.contains(ground):
            return None
        shown = ground.intersection(seen)
        if shown.isEmpty() or not shown.area():
            raise Hindrance(tr("The map shows no part of {raster}: move it there.").format(raster=raster.name()))
        shown.convertToMultiType()
        feature = QgsFeature()
        feature.setGeometry(shown)
        layer = QgsMemoryProviderUtils.createMemoryLayer(
            tr("Map extent"), QgsFields(), QgsWkbTypes.Type.MultiPolygon, crs if crs.isValid() else raster.crs()
        )
        layer.dataProvider().addFeatures([feature])
        return layer

    def _progressed(self, job: Job, percent: float) -> None:
        if job is self._job:
            self._progress.setRange(0, 100)
            self._progress.setValue(int(percent))

    def _run_finished(self, job: Job, results: Dict[str, Any]) -> None:
        if job is not self._job:
            return
        job.results = {name: value for name, value in results.items() if isinstance(value, (int, float))}
        job.reading = Reading(lambda stopped: read(job, stopped), self)
        job.reading.finished.connect(lambda figures: self._read(job, figures))
        job.reading.failed.connect(lambda sentence: self._failed(job, sentence))
        job.reading.start()

    def _read(self, job: Job, figures: AreaFigures) -> None:
        if job is not self._job:
            return
        if self._shown is not None:
            self._shown.end()
        self._job, self._shown, job.index = None, job, None
        self._model.set_outdated(self._later.isActive())
        self._show_table(figures)
        self._renew()

    def _failed(self, job: Job, sentence: str) -> None:
        if job is not self._job:
            return
        self._job = None
        job.end()
        self._banner.tell(sentence)
        self._renew()

    def _stop(self) -> None:
        """Stop what runs; its results no longer matter."""
        self._later.stop()
        job, self._job = self._job, None
        if job is not None:
            job.end()

    def _drop(self) -> None:
        """Show no table."""
        if self._shown is not None:
            self._shown.end()
        self._shown = None
        self._model.show(None, self._state.view, self._state.unit, self._state.numbers)

    def _button_clicked(self) -> None:
        if self._job is not None or self._later.isActive():
            self._stop()
            self._banner.tell(tr("The run was cancelled: what shows is not up to date.") if self._model.figures is not None else tr("The run was cancelled."))  # fmt: skip
        else:
            self._ask(0)
        self._renew()

    # -- showing

    def _show_table(self, figures: Optional[AreaFigures] = None) -> None:
        """Show figures, or those there are, as it is chosen."""
        figures = figures or self._model.figures
        if figures is None:
            return
        state, header = self._state, self._table.horizontalHeader()
        row = self._model.zone_of(self._table.currentIndex().row())
        view = state.view if figures.title else BY_CLASS
        default = None if view == BY_CLASS else ["name", False]  # as in the legend, and by name
        sort = state.sort.get(view, default)
        self._model.show(figures, view, state.unit, state.numbers, tuple(sort) if sort else None)
        key = self._model.sort_key()
        header.blockSignals(True)
        order = Qt.SortOrder.DescendingOrder if key is not None and key[1] else Qt.SortOrder.AscendingOrder
        for one in (header, self._table.frozen().horizontalHeader()):
            one.setSortIndicator(self._model.sorted_column(), order)
        header.blockSignals(False)
        self._fit()
        if row is not None and row in figures.zones:
            rows = range(self._model.rowCount() - 1)
            self._table.selectRow(next(one for one in rows if self._model.zone_of(one) == row))
        with numbers_in(language() if state.numbers == "auto" else state.numbers):
            self._closure.setText(closure_sentence(figures, state.unit))
        warnings = self._shown.warnings if self._shown is not None else []
        self._warnings.setText("\n".join(warnings))
        self._warnings_button.setText(tr("Remarks of the run ({count})").format(count=len(warnings)))

    def _fit(self) -> None:
        """Widths of the columns: as the texts need; columns that stay keep theirs where it suffices."""
        model, table = self._model, self._table
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
        table, model = self._table, self._model
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

    def _renew(self) -> None:
        """What the rest of the dock says of the state that it is in."""
        raster, has_table = self._raster.layer(), self._model.figures is not None
        busy = self._job is not None or self._later.isActive()
        self._pages.setCurrentIndex(1 if has_table else 0)
        if not self._raster.usable():
            text = tr(
                "There is no class raster in this project. Add one, such as a land cover map as GeoTIFF, or open the sample project "
                "from the menu of Pantau."
            )
        elif raster is None:
            text = tr("Choose a class raster above: its hectares appear here, by class and by zone.")
        else:
            text = tr("Measuring...") if busy else "" if self._banner.text() else tr("Press Update to measure.")
        self._empty.setText(text)
        self._button.setText(tr("Canc&el") if busy else tr("&Update"))
        self._button.setToolTip(tr("Stop measuring") if busy else tr("Measure again"))
        self._button.setEnabled(busy or raster is not None)
        self._progress.setVisible(busy)
        self._status.setVisible(not busy)
        if busy and self._job is None:
            self._progress.setRange(0, 0)
        outdated = self._model.is_outdated()
        self._status.setText("" if not has_table else tr("Not up to date") if outdated else tr("Up to date"))
        self._view.setEnabled(self._zones.layer() is not None)
        self._export.setEnabled(has_table and not outdated)
        self._closure.setVisible(bool(self._closure.text()))
        self._remark.setVisible(bool(self._remark.text()))
        warnings = bool(self._warnings.text())
        self._warnings_button.setVisible(warnings)
        self._warnings.setVisible(warnings and self._warnings_button.isChecked())

    def _sorted(self) -> None:
        key = self._model.sort_key()
        if key is not None and self._state.sort.get(self._model.view) != list(key):
            self._state.sort[self._model.view] = list(key)
            save_state(KEY, self._state)
            self._renew()

    def _bar_chosen(self, row: int) -> None:
        self._table.setCurrentIndex(self._model.index(row, 0))
        self._show_zone(row)

    def _show_zone(self, row: int) -> None:
        """Select the features of a zone on the map and go there, as far as that does not change what the table follows."""
        self._renew()
        zone: Optional[Zone] = self._model.zone_of(row)
        layer = self._shown.zones if self._shown is not None else None
        if zone is None or layer is None or sip.isdeleted(layer) or QgsProject.instance().mapLayer(layer.id()) is None:
            return
        ids = self._model.figures.features.get(zone, [])
        if self._followed() != SELECTED:
            layer.selectByIds(ids)
        if self._followed() != EXTENT:
            features = layer.getFeatures(QgsFeatureRequest().setFilterFids(ids).setNoAttributes())
            show_places(self._canvas, [one.geometry() for one in features if one.hasGeometry()], layer.crs(), [layer.id()])

    def _save(self, output: str, file_filter: str) -> None:
        if self._shown is not None:
            path = os.path.join(self._shown.folder, FILES[output])
            if save_copy(path, self._file_name(os.path.splitext(path)[1]), file_filter, self):
                self._status.setText(tr("Saved."))

    def _file_name(self, ending: str) -> str:
        """What to call a file of the table that shows."""
        name = re.sub(r'[\\/:*?"<>|\s]+', "_", self._shown.name).strip("_") or "raster"
        return f"{name}_{tr('area')}{ending}"

    def _save_pdf(self) -> None:
        if self._shown is None:
            return
        path = ask_target(self._file_name(".pdf"), "PDF (*.pdf)", self)
        if not path:
            return
        if self._pdf is not None:
            self._pdf.cancel()
        self._pdf = PdfExport(self._sheet(), path, parent=self)
        self._pdf.finished.connect(self._pdf_made)
        self._pdf.failed.connect(self._pdf_failed)
        self._pdf.start()
        self._status.setText(tr("The PDF is being made..."))

    def _pdf_made(self, path: str) -> None:
        self._pdf = None
        keep_folder(path)
        self._status.setText(tr("Saved."))

    def _pdf_failed(self, text: str) -> None:
        self._pdf = None
        self._banner.tell(text)
        self._renew()

    def _sheet(self) -> Sheet:
        """What shows, as it stands on paper: a table of the zones has their areas only, since the classes would need a wider sheet."""
        model, state, settings = self._model, self._state, self._canvas.mapSettings()
        raster, zones = self._raster.layer(), self._zones.layer()
        area = model.column_keys().index("area")
        columns = range(model.columnCount()) if model.view == BY_CLASS else (0, area)
        table = [[model.headerData(column, Qt.Orientation.Horizontal) for column in columns]]
        table += [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]
        total = tr("Total: {area} {unit}.").format(area=table[-1][list(columns).index(area)], unit=UNITS[state.unit].name)
        classes = {part.name for part in model.figures.parts}
        source = tr("Class raster: {raster}. Zones: {zones}. Pantau {version}, {date}.").format(
            raster=raster.name(), zones=zones.name() if zones is not None else "–", version=VERSION,
            date=datetime.date.today().isoformat(),
        )  # fmt: skip
        return Sheet(
            title=tr("Area table: {layer}").format(layer=raster.name()), lead=f"{total} {self._closure.text()}".strip(),
            source=source, note=self._remark.text(), layers=[zones, raster] if zones is not None else [raster],
            legend=[(raster, sorted(classes)), *([(zones, None)] if zones is not None else [])],
            extent=settings.visibleExtent(), crs=settings.destinationCrs(), outlines=[zones] if zones is not None else [],
            table=table, widths=(2.6, 1.4, 1.0)[: len(table[0])],
        )  # fmt: skip

    def _copy(self) -> None:
        copy_table(self._table)
        self._status.setText(tr("The table is on the clipboard."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._table and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self._show_zone(self._table.currentIndex().row())
                return True
        elif watched is self._table.viewport() and event.type() == QEvent.Type.Resize and self._model.view == BY_CLASS:
            self._columns = []  # these few columns always fill the width
            self._refit.start()
        return super().eventFilter(watched, event)


class Hindrance(Exception):
    """Why nothing can be measured now, in one sentence."""


def read(job: Job, is_stopped: Callable[[], bool]) -> Optional[AreaFigures]:
    """The figures of a run that has ended, with the features of its zones; for a thread. None where it was stopped."""
    features: Dict[Zone, List[int]] = {}
    if job.index is not None:
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(job.places)
        if job.chosen is not None:
            request.setFilterFids(job.chosen)
        features = features_by_zone(job.index.getFeatures(request), job.places, is_stopped)
    try:
        return read_figures(job.folder, job.raster, job.depth, job.zones is not None, job.results, job.numbers, features)
    except OSError:
        if is_stopped():  # the files went with the job
            return None
        raise


def _may_be_polygons(layer: QgsMapLayer) -> bool:
    """Whether a layer is one of polygons, or might be if it could be opened."""
    return is_polygons(layer) or (isinstance(layer, QgsVectorLayer) and not layer.isValid())


def _zones_reason(layer: QgsVectorLayer) -> str:
    return "" if layer.isValid() else tr("cannot be opened")


def _may_name(field: QgsField) -> bool:
    """Whether a field may hold names or codes."""
    return not field.isDateOrTime() and (not field.isNumeric() or "int" in field.typeName().lower())
