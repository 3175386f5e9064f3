"""What the RTRW overlay dock chooses: the layers that are laid over each other, their fields, and what else a run is told."""

from __future__ import annotations

import contextlib
from typing import Any, Callable, Dict, List, Optional, Tuple

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..plugin.engine.area.fields import PLAN_FIELDS, UNIT_FIELDS, admin_levels, recognised
from ..plugin.engine.text import tr
from .background import Reading
from .layers import LayerBox, is_polygons, raster_reason
from .plan_ground import Ask, PlanState, class_field, unit_field
from .widgets import later

LISTS = ("built_classes", "bare_classes", "vegetated_classes", "built_zones")  # as in PlanState; in capitals, the algorithm's


class PlanChoices(QWidget):
    """The form. It follows the project's layers by itself."""

    layers_changed = pyqtSignal()
    """Other layers are chosen."""
    ground_changed = pyqtSignal()
    """There may be other classes or zones than before."""
    changed = pyqtSignal()
    """The user has chosen something."""
    renewed = pyqtSignal()
    """What can be chosen, or what is known of it, is other than before."""
    selection_changed = pyqtSignal()
    """Other features of the plan or the units are selected, or others could be."""
    edited = pyqtSignal(str)
    """A layer that is chosen has been edited, whether that is saved yet or not; its name."""
    removed = pyqtSignal(str)
    """A layer that was chosen has been removed; its name."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._watched: List[Tuple[QgsMapLayer, str, Callable[..., None]]] = []
        self._naming: Optional[Reading] = None  # which field of the units tells them apart
        self._may_guess = True
        self._relist = later(self, self._refill, 0)
        self._build()
        project = QgsProject.instance()
        self._connections: List[Tuple[Any, Callable[..., None]]] = [
            (project.layersAdded, self._relist_soon), (project.layersRemoved, self._relist_soon),
            (project.layersWillBeRemoved, self._tell_removed),
        ]  # fmt: skip
        for signal, slot in self._connections:
            signal.connect(slot)

    def unload(self) -> None:
        """Let go of the project and its layers."""
        self._relist.stop()
        self.stop()
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections.clear()
        self._follow()

    def stop(self) -> None:
        """Give up what is being read."""
        if self._naming is not None:
            self._naming.cancel()
            self._naming = None

    # -- the widgets

    def _build(self) -> None:
        self.land = LayerBox(tr("Choose land cover..."), _is_land, _land_reason)
        self.plan = LayerBox(tr("Choose the plan..."), is_polygons, lambda layer: "")
        self.admin = LayerBox(tr("None"), is_polygons, lambda layer: "")
        self.land_field, self.plan_field, self.admin_field = QComboBox(), QComboBox(), QComboBox()
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        letter = self.fontMetrics().horizontalAdvance("x")
        for label, layer, names, tip, field_tip in (
            (tr("&Land cover"), self.land, self.land_field, tr("A class raster, or polygons with a field of classes"),
             tr("The field of the classes")),
            (tr("Pla&n"), self.plan, self.plan_field, tr("The polygons of the spatial plan (RTRW, RDTR)"), tr("The field of the zones")),
            (tr("Un&its"), self.admin, self.admin_field, tr("Administrative units, such as kecamatan or desa; they may be left out"),
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
                widget.setMinimumWidth(letter * share)  # else they keep the dock from being narrow
                line.addWidget(widget, share)
            text = QLabel(label)
            text.setBuddy(layer)
            text.setToolTip(tip)
            names.setAccessibleName(field_tip)
            form.addRow(text, line)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addLayout(form)
        room.addWidget(self._more())

    def _more(self) -> QWidget:
        box = QgsCollapsibleGroupBox(tr("More choices"))
        box.setCollapsed(True)
        box.setSaveCollapsedState(False)
        form = QFormLayout(box)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.min_area = QDoubleSpinBox()
        self.min_area.setRange(0, 1e6)
        self.min_area.setDecimals(2)
        self.min_area.setSuffix(" ha")
        self.min_area.setToolTip(
            tr("Smaller areas are left out of the list and layer of what does not conform; all tables count them")
        )
        self.min_area.valueChanged.connect(lambda _: self.changed.emit())
        form.addRow(tr("Smallest area listed"), self.min_area)
        self.lists = [QLineEdit() for _ in LISTS]
        self._texts = [""] * len(LISTS)  # as they were last read
        for edit, label, tip in zip(
            self.lists,
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
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setToolTip(tr("Where each run puts a folder of its results; empty: a temporary folder, which goes with QGIS"))
        self.folder.lineEdit().setPlaceholderText(tr("temporary"))
        self.folder.fileChanged.connect(lambda _: self.changed.emit())
        form.addRow(tr("Results folder"), self.folder)
        return box

    # -- to and from the project

    def show_state(self, state: PlanState) -> None:
        """Choose what the project says."""
        self.stop()
        self._may_guess = not (state.plan or state.landcover)
        for box, chosen in ((self.land, state.landcover), (self.plan, state.plan), (self.admin, state.admin)):
            box.refill(chosen)
        if self._may_guess:
            self._guess()
        self._fill_fields(state)
        self.blockSignals(True)  # nobody has chosen this just now
        self.min_area.setValue(state.min_area_ha)
        for edit, name in zip(self.lists, LISTS):
            edit.setText(getattr(state, name))
        self._texts = self._listed()
        self.folder.setFilePath(state.folder)
        self.blockSignals(False)
        self._follow()

    def write_state(self, state: PlanState) -> None:
        """Put what is chosen into what the project keeps."""
        for name, (box, names) in zip(("landcover", "plan", "admin"), self.boxes()):
            setattr(state, name, box.layer_id())
            setattr(state, f"{name}_field", names.currentText())
        state.min_area_ha, state.folder = self.min_area.value(), self.folder.filePath()
        for name, text in zip(LISTS, self._listed()):
            setattr(state, name, text)
        self._may_guess = not (state.plan or state.landcover)

    # -- what is chosen

    def boxes(self) -> Tuple[Tuple[LayerBox, QComboBox], ...]:
        """The boxes of layers, each with that of its field: land cover, plan, units."""
        return ((self.land, self.land_field), (self.plan, self.plan_field), (self.admin, self.admin_field))

    def missing(self) -> str:
        """What is still to be chosen, in one sentence; empty where nothing is."""
        if self.land.layer() is None:
            return tr("Choose land cover: a class raster, or polygons with a field of classes.")
        if self.plan.layer() is None:
            return tr("Choose the polygons of the spatial plan.")
        if not self.plan_field.currentText():
            return tr("Choose the field of the plan that holds the zones.")
        if isinstance(self.land.layer(), QgsVectorLayer) and not self.land_field.currentText():
            return tr("Choose the field of the land cover that holds the classes.")
        if self.admin.layer() is not None and not self.admin_field.currentText():
            return tr("Choose the field of the units that holds their names, or no units.")
        return ""

    def is_naming(self) -> bool:
        """Whether the field of the units' names is still looked for."""
        return self._naming is not None

    def ask(self) -> Optional[Ask]:
        """What the grid of rules is about; None where too little is chosen."""
        land, plan = self.land.layer(), self.plan.layer()
        fields = [self.land_field.currentText(), self.plan_field.currentText()]
        if land is None or plan is None or not fields[1] or (isinstance(land, QgsVectorLayer) and not fields[0]):
            return None
        polygons = isinstance(land, QgsVectorLayer)
        return Ask(
            raster=None if polygons else (land.source().split("|option:")[0], land.crs().toWkt()),
            land=QgsVectorLayerFeatureSource(land) if polygons else None,
            land_field=fields[0], land_fields=land.fields().names() if polygons else [], land_name=land.name(),
            plan=QgsVectorLayerFeatureSource(plan), plan_field=fields[1], plan_fields=plan.fields().names(), plan_name=plan.name(),
            lists=tuple(self._listed()),
        )  # fmt: skip

    def parameters(self) -> Dict[str, Any]:
        """What is chosen, as parameters of the algorithm."""
        land, admin = self.land.layer(), self.admin.layer()
        parameters: Dict[str, Any] = {
            "PLAN": self.plan.layer().id(), "PLAN_FIELD": self.plan_field.currentText(), "MIN_AREA_HA": self.min_area.value(),
            **{name.upper(): text for name, text in zip(LISTS, self._listed())},
        }  # fmt: skip
        if isinstance(land, QgsVectorLayer):
            parameters.update(LANDCOVER_POLYGONS=land.id(), LANDCOVER_FIELD=self.land_field.currentText())
        else:
            parameters["LANDCOVER"] = land.id()
        if admin is not None:
            parameters.update(ADMIN=admin.id(), ADMIN_FIELD=self.admin_field.currentText())
        return parameters

    def inputs(self) -> List[Any]:
        """All that a result depends on, but the rules."""
        return [[[box.layer_id(), names.currentText()] for box, names in self.boxes()], self._listed(), self.min_area.value()]

    def names(self) -> Dict[str, str]:
        """What to call what is chosen."""
        return {
            "landcover": self.land.layer().name(), "plan": self.plan.layer().name(), "plan_field": self.plan_field.currentText(),
            "admin": self.admin.layer().name() if self.admin.layer() else "",
        }  # fmt: skip

    def _listed(self) -> List[str]:
        return [edit.text().strip() for edit in self.lists]

    # -- choosing

    def _guess(self) -> None:
        """Choose what is likely, by how fields are called: no layer is read."""
        layers = sorted(QgsProject.instance().mapLayers().values(), key=lambda layer: layer.name().casefold())
        rasters = [one for one in layers if isinstance(one, QgsRasterLayer) and not raster_reason(one)]
        polygons = [one for one in layers if is_polygons(one)]
        plans = [one for one in polygons if recognised(one.fields().names(), PLAN_FIELDS) and "KODKWS" in _upper(one)]
        units = [one for one in polygons if one not in plans and admin_levels(one.fields().names())[-1:] == [_kecamatan(one)]]
        paletted = [one for one in rasters if one.renderer() is not None and one.renderer().type() == "paletted"]
        for box, found in ((self.land, paletted), (self.plan, plans), (self.admin, units)):
            if found and plans:
                box.refill(found[0].id())

    def _fill_fields(self, state: Optional[PlanState] = None) -> None:
        """Offer the fields of the layers that are chosen; those that are recognised, or were chosen before, are chosen."""
        chosen = [names.currentText() for _, names in self.boxes()]
        if state is not None:
            chosen = [state.landcover_field, state.plan_field, state.admin_field]
        recognise = (class_field, lambda its: recognised(its, PLAN_FIELDS), lambda its: (admin_levels(its) or [None])[-1])
        known = [_fill_field(box, names, *its) for (box, names), *its in zip(self.boxes(), chosen, recognise)]
        if not known[-1]:
            self._name_units()

    def _name_units(self) -> None:
        """Find out which field tells the units apart: a layer of kecamatan may have an empty field for the desa."""
        self.stop()
        layer = self.admin.layer()
        names = layer.fields().names() if isinstance(layer, QgsVectorLayer) else []
        if len(admin_levels(names)) < 2:
            return
        source, id_ = QgsVectorLayerFeatureSource(layer), layer.id()
        self._naming = Reading(lambda stopped: unit_field(source, names, stopped), self)
        self._naming.finished.connect(lambda name: self._named(id_, name))
        self._naming.failed.connect(lambda _: self._named(id_, None))
        self._naming.start()

    def _named(self, layer_id: str, name: Optional[str]) -> None:
        self._naming = None
        place = self.admin_field.findText(name) if name and self.admin.layer_id() == layer_id else -1
        if place >= 0:
            self.admin_field.setCurrentIndex(place)
        self.renewed.emit()

    def _layer_picked(self) -> None:
        for box, names in self.boxes():
            if self.sender() is box:
                names.clear()  # another layer's field says nothing
        self._fill_fields()
        self._follow()
        self.layers_changed.emit()
        self.ground_changed.emit()
        self.changed.emit()

    def _field_picked(self, *_: Any) -> None:
        if self.sender() is self.admin_field:
            self.stop()  # the user knows
        self.ground_changed.emit()
        self.changed.emit()

    def _lists_changed(self) -> None:
        if self._listed() != self._texts:
            self._texts = self._listed()
            self.ground_changed.emit()
            self.changed.emit()

    # -- the project's layers

    def _relist_soon(self, *_: Any) -> None:
        self._relist.start()

    def _refill(self) -> None:
        before = [box.layer_id() for box, _ in self.boxes()]
        for box, _ in self.boxes():
            box.refill()
        if not any(before) and self._may_guess:
            self._guess()
        if before != [box.layer_id() for box, _ in self.boxes()]:
            self._fill_fields()
            self._follow()
            self.layers_changed.emit()
            self.ground_changed.emit()
        self.renewed.emit()

    def _tell_removed(self, ids: List[str]) -> None:
        for name in dict.fromkeys(box.layer().name() for box, _ in self.boxes() if box.layer_id() in ids and box.layer()):
            self.removed.emit(name)

    def _follow(self) -> None:
        """Follow the layers that are chosen, and no others."""
        for layer, signal, slot in self._watched:
            if not sip.isdeleted(layer):
                with contextlib.suppress(TypeError):
                    getattr(layer, signal).disconnect(slot)
        self._watched = []
        if not self._connections:
            return
        for layer in dict.fromkeys(box.layer() for box, _ in self.boxes()):
            if layer is None:
                continue
            slots = [("dataChanged", self._data_changed)]
            if isinstance(layer, QgsVectorLayer):
                slots += [
                    ("afterCommitChanges", self._data_changed), ("updatedFields", self._fields_changed),
                    ("layerModified", self._layer_edited),
                ]  # fmt: skip
                if layer in (self.plan.layer(), self.admin.layer()):
                    slots.append(("selectionChanged", self._selected))
            for signal, slot in slots:
                getattr(layer, signal).connect(slot)
                self._watched.append((layer, signal, slot))
        self.selection_changed.emit()

    def _data_changed(self, *_: Any) -> None:
        self.ground_changed.emit()  # which says nothing of edits: QGIS does so for each layer that is drawn anew (F5), too

    def _layer_edited(self, *_: Any) -> None:
        layer = self.sender()
        self.edited.emit(layer.name() if isinstance(layer, QgsMapLayer) else "")

    def _fields_changed(self) -> None:
        self._fill_fields()
        self.ground_changed.emit()

    def _selected(self, *_: Any) -> None:
        self.selection_changed.emit()


def _fill_field(box: LayerBox, names: QComboBox, chosen: str, recognise: Callable[[List[str]], Optional[str]]) -> bool:
    """Offer the fields of one layer; whether it has the one that was chosen before."""
    layer = box.layer()
    fields = layer.fields().names() if isinstance(layer, QgsVectorLayer) else []
    names.clear()
    names.addItems(fields)
    its = chosen if chosen in fields else recognise(fields)
    names.setCurrentIndex(fields.index(its) if its in fields else -1)
    names.setVisible(isinstance(layer, QgsVectorLayer))
    return chosen in fields


def _is_land(layer: QgsMapLayer) -> bool:
    return isinstance(layer, QgsRasterLayer) or is_polygons(layer)


def _land_reason(layer: QgsMapLayer) -> str:
    return raster_reason(layer) if isinstance(layer, QgsRasterLayer) else ""


def _upper(layer: QgsVectorLayer) -> List[str]:
    return [name.upper() for name in layer.fields().names()]


def _kecamatan(layer: QgsVectorLayer) -> Optional[str]:
    """By which the plan is likeliest judged: a field "nama" alone may be that of anything."""
    return recognised(layer.fields().names(), UNIT_FIELDS[:-1])
