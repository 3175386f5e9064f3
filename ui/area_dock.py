"""The area table dock: hectares of the classes of a raster, in all or in zones, as they are selected or seen on the map."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from qgis.core import QgsFeatureRequest, QgsField, QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsCheckableComboBox
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDockWidget,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..plugin.engine.area.fields import admin_levels
from ..plugin.engine.text import language, tr
from .area_export import AreaExports
from .area_model import ALL, BY_CLASS, BY_ZONE, EXTENT, SELECTED, AreaFigures, AreaState, Zone, pixel_count_remark
from .area_page import AreaPage
from .area_run import Hindrance, Job, prepare
from .background import Reading
from .layers import LayerBox, is_polygons, raster_reason
from .places import clear_places, show_places
from .state import load_state, save_state
from .widgets import Banner, later, scrolled

KEY = "area_table"  # of the state in the project
REST = 400  # milliseconds after the last change of selection or map until the table follows


class AreaDock(QDockWidget):
    """Choices above, the table and its chart below; a run starts by itself whenever something that it depends on changes."""

    def __init__(self, iface: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Area table"), parent)
        self.setObjectName("PantauAreaTable")
        self._canvas = iface.mapCanvas()
        self._state = AreaState()
        self._job: Optional[Job] = None  # what runs
        self._shown: Optional[Job] = None  # what the table shows
        self._is_due = False  # a run, as soon as the dock is seen
        self._watched: List[Any] = []  # connections to the layers that are chosen
        # Names, by id, of chosen layers that left the project; until the next choice, nothing is measured.
        self._lost: Dict[str, str] = {}
        self._later = later(self, self._start, REST)
        self._relist = later(self, self._refill, 0)
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
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections.clear()
        self._watch(None, None)
        clear_places()
        self.exports.pdf.stop()
        self._stop()
        self._show_job(None)

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
        self.page.show_state(state)
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
        self._raster = LayerBox(tr("Choose a raster..."), lambda layer: isinstance(layer, QgsRasterLayer), raster_reason)
        self._zones = LayerBox(tr("None: the whole raster"), _may_be_polygons, _zones_reason)
        self._levels, self._follow = QgsCheckableComboBox(), QComboBox()
        for box in (self._levels, self._follow):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
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
        self.exports = AreaExports(self._canvas, self._raster, self._zones, self)
        self.page = AreaPage(self.exports.button)
        self.exports.follow(self.page)
        self._banner = Banner()
        self._status, self._progress, self._button = QLabel(), QProgressBar(), QPushButton()
        self._status.setMinimumWidth(1)  # it is cut rather than that it widens the dock
        self._status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._progress.setTextVisible(False)
        foot = QHBoxLayout()
        foot.addWidget(self._status, 1)
        foot.addWidget(self._progress, 1)
        foot.addWidget(self._button)
        above, content = QWidget(), QWidget()
        lines = QVBoxLayout(above)
        lines.addLayout(form)
        lines.addWidget(self._banner)
        lines.addWidget(self.page, 1)
        scroll = scrolled(above)  # for low screens
        scroll.setMinimumWidth(above.minimumSizeHint().width())
        lines = QVBoxLayout(content)
        foot.setContentsMargins(*(lines.getContentsMargins()[place] if place % 2 == 0 else 0 for place in range(4)))
        lines.setContentsMargins(0, 0, 0, lines.contentsMargins().bottom())
        lines.addWidget(scroll, 1)
        lines.addLayout(foot)
        self.setWidget(content)
        self._connect()

    def _connect(self) -> None:
        """Let the parts hear of each other."""
        page = self.page
        self._raster.picked.connect(self._raster_picked)
        self._zones.picked.connect(self._zones_picked)
        self._levels.checkedItemsChanged.connect(self._levels_picked)
        for name, box in zip(("follow", "view", "unit", "numbers"), (self._follow, *page.choices())):
            box.activated.connect(lambda _, name=name, box=box: self._pick(name, box))
        page.chart_button.toggled.connect(self._chart_toggled)
        page.zone_wanted.connect(self._show_zone)
        page.reordered.connect(self._reordered)
        self._button.clicked.connect(self._button_clicked)
        self.exports.said.connect(self._status.setText)
        self.exports.told.connect(self._told)

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
            self.page.show_state(self._state)
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
            self.page.show_figures(self.page.model.figures, self._state)
            self._renew()
        if name in ("follow", "numbers"):  # the files of a run are in its language of numbers
            self._ask(0)

    def _chart_toggled(self, shown: bool) -> None:
        if self._state.chart != shown:
            self._state.chart = shown
            save_state(KEY, self._state)
            self._renew()

    def _chosen(self) -> None:
        """Layers have been chosen: watch them, and measure."""
        raster, zones = self._raster.layer(), self._zones.layer()
        self._watch(raster, zones)
        self.page.remark.setText(pixel_count_remark(raster) if raster is not None else "")
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
        self.page.remark.setText(pixel_count_remark(raster) if raster is not None else "")
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
            self.page.model.set_outdated(True)
            names = ", ".join(sorted(self._lost.values()))
            self._banner.tell(tr("No longer in the project: {layers}. Choose other layers above.").format(layers=names))
        self._renew()

    # -- running

    def _ask(self, wait: int = REST) -> None:
        """Measure anew after so many milliseconds without another wish; what shows until then is marked."""
        if self._raster.layer() is None:
            return
        self._lost.clear()
        self.page.model.set_outdated(True)
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
        levels, settings = self._level_names(zones), self._canvas.mapSettings()
        numbers = language() if self._state.numbers == "auto" else self._state.numbers
        try:
            job = self._job = prepare(raster, zones, levels, self._followed(), numbers, settings)
        except Hindrance as hindrance:
            self._banner.tell(str(hindrance))
            self._renew()
            return
        run = job.run
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

    def _progressed(self, job: Job, percent: float) -> None:
        if job is self._job:
            self._progress.setRange(0, 100)
            self._progress.setValue(int(percent))

    def _run_finished(self, job: Job, results: Dict[str, Any]) -> None:
        if job is not self._job:
            return
        job.results = {name: value for name, value in results.items() if isinstance(value, (int, float))}
        job.reading = Reading(job.read, self)
        job.reading.finished.connect(lambda figures: self._read(job, figures))
        job.reading.failed.connect(lambda sentence: self._failed(job, sentence))
        job.reading.start()

    def _read(self, job: Job, figures: AreaFigures) -> None:
        if job is not self._job:
            return
        self._job, job.index = None, None
        self._show_job(job)
        self.page.model.set_outdated(self._later.isActive())
        self.page.show_figures(figures, self._state)
        self.page.show_warnings(job.warnings)
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
        self._show_job(None)
        self.page.show_figures(None, self._state)

    def _show_job(self, job: Optional[Job]) -> None:
        """Let the files of the last job go, and keep those of another."""
        if self._shown is not None:
            self._shown.end()
        self._shown = job
        self.exports.show_last(job)

    def _button_clicked(self) -> None:
        if self._job is not None or self._later.isActive():
            self._stop()
            self._banner.tell(tr("The run was cancelled: what shows is not up to date.") if self.page.model.figures is not None else tr("The run was cancelled."))  # fmt: skip
        else:
            self._ask(0)
        self._renew()

    # -- showing

    def _renew(self) -> None:
        """What the rest of the dock says of the state that it is in."""
        raster, has_table = self._raster.layer(), self.page.model.figures is not None
        busy = self._job is not None or self._later.isActive()
        if not self._raster.usable():
            text = tr(
                "There is no class raster in this project. Add one, such as a land cover map as GeoTIFF, or open the sample project "
                "from the menu of Pantau."
            )
        elif raster is None:
            text = tr("Choose a class raster above: its hectares appear here, by class and by zone.")
        else:
            text = tr("Measuring...") if busy else "" if self._banner.text() else tr("Press Update to measure.")
        self.page.renew(self._zones.layer() is not None, text)
        self._button.setText(tr("Canc&el") if busy else tr("&Update"))
        self._button.setToolTip(tr("Stop measuring") if busy else tr("Measure again"))
        self._button.setEnabled(busy or raster is not None)
        self._progress.setVisible(busy)
        self._status.setVisible(not busy)
        if busy and self._job is None:
            self._progress.setRange(0, 0)
        outdated = self.page.model.is_outdated()
        self._status.setText("" if not has_table else tr("Not up to date") if outdated else tr("Up to date"))

    def _told(self, text: str) -> None:
        self._banner.tell(text)
        self._renew()

    def _reordered(self) -> None:
        view, key = self.page.model.view, self.page.model.sort_key()
        if key is not None and self._state.sort.get(view) != list(key):
            self._state.sort[view] = list(key)
            save_state(KEY, self._state)
            self._renew()

    def _show_zone(self, row: int) -> None:
        """Select the features of a zone on the map and go there, as far as that does not change what the table follows."""
        self._renew()
        zone: Optional[Zone] = self.page.model.zone_of(row)
        layer = self._shown.zones if self._shown is not None else None
        if zone is None or layer is None or sip.isdeleted(layer) or QgsProject.instance().mapLayer(layer.id()) is None:
            return
        ids = self.page.model.figures.features.get(zone, [])
        if self._followed() != SELECTED:
            layer.selectByIds(ids)
        if self._followed() != EXTENT:
            features = layer.getFeatures(QgsFeatureRequest().setFilterFids(ids).setNoAttributes())
            show_places(self._canvas, [one.geometry() for one in features if one.hasGeometry()], layer.crs(), [layer.id()])


def _may_be_polygons(layer: QgsMapLayer) -> bool:
    """Whether a layer is one of polygons, or might be if it could be opened."""
    return is_polygons(layer) or (isinstance(layer, QgsVectorLayer) and not layer.isValid())


def _zones_reason(layer: QgsVectorLayer) -> str:
    return "" if layer.isValid() else tr("cannot be opened")


def _may_name(field: QgsField) -> bool:
    """Whether a field may hold names or codes."""
    return not field.isDateOrTime() and (not field.isNumeric() or "int" in field.typeName().lower())
