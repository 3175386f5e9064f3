"""The sample project: the sample district made in a folder, loaded styled and grouped, with both docks filled in."""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass
from typing import Any, Callable, Dict, Iterator, List, Optional

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsProject,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QProgressBar, QPushButton, QWidget

from ..plugin.engine.errors import PantauError
from ..plugin.engine.sample.place import ZONES
from ..plugin.engine.text import tr
from ..processing_provider import styles
from .run import Run
from .state import save_state

PROJECT = "sample_project.qgz"
LAND_COVER = "landcover_after.tif"
TRUTH = "truth.json"  # what tells a folder with a sample district
# Colours of the zones of the plan, near those of Permen ATR/BPN 14/2021.
ZONE_COLORS = {
    "HL": "#2E8B57", "HP": "#8FBC5A", "P-3": "#B5CF6B", "P-1": "#D9E8A3", "PK": "#F28E2B", "PD": "#F7C948", "PS": "#5FB7A5",
    "EM": "#3A7D6E", "BA": "#6CA6D9", "TB": "#8C6D46", "GR": "#D8B4E2",
}  # fmt: skip
Style = Callable[[QgsMapLayer], None]


@dataclass
class Part:
    """A layer of the sample project. style: for files that bring no style (.qml) of their own."""

    group: str
    file: str
    name: str
    style: Optional[Style] = None
    shown: bool = False


def parts(folder: str) -> List[Part]:
    """All layers, those that lie on top first."""
    samples, burned, plan = tr("Samples"), tr("Burned area"), tr("Plan and boundaries")
    mines, cover, imagery = tr("Mines"), tr("Land cover"), tr("Imagery")
    natural = styles.natural_colours(3, 2, 1)
    zones = styles.categories("KODKWS", [(one.code, one.name, ZONE_COLORS[one.code], "solid") for one in ZONES], '"KODKWS"', 110)
    radar = sorted(glob.glob(os.path.join(folder, "radar", "*.tif")), reverse=True)
    return [
        Part(samples, "validation_points.gpkg", tr("Validation points"), _points("#FFFFFF")),
        Part(samples, "training_points.gpkg", tr("Training points"), _points("#F4D03F")),
        Part(samples, "training_polygons.gpkg", tr("Training polygons"), styles.outlines("#F4D03F")),
        Part(burned, "hotspots.gpkg", tr("Hotspots"), _points("#FF7F00")),
        Part(burned, "fire_points.gpkg", tr("Fire points"), _points("#E31A1C")),
        Part(burned, "burn_scars.gpkg", tr("Burn scars (truth)"), styles.outlines("#FF7F00")),
        Part(plan, "district.gpkg", tr("Kabupaten"), _outline("#202020", 0.9), True),
        Part(plan, "kecamatan.gpkg", tr("Kecamatan"), _outline("#202020", 0.6), True),
        Part(plan, "desa.gpkg", tr("Desa"), _outline("#606060", 0.3), True),
        Part(plan, "permits.gpkg", tr("Mining permits"), styles.outlines("#7A3E9D")),
        Part(plan, "rtrw.gpkg", tr("Spatial plan (RTRW)"), zones),
        Part(mines, "mines_after.gpkg", tr("Mines after (truth)"), styles.outlines("#D7301F")),
        Part(mines, "mines_before.gpkg", tr("Mines before (truth)"), styles.outlines("#FC8D59")),
        Part(cover, LAND_COVER, tr("Land cover after (truth)"), None, True),
        Part(cover, "landcover_before.tif", tr("Land cover before (truth)")),
        Part(cover, "classified_after.tif", tr("Land cover after, classified with mistakes")),
        Part(imagery, "sentinel2_after.tif", tr("Sentinel-2 after"), natural, True),
        Part(imagery, "sentinel2_before.tif", tr("Sentinel-2 before"), natural),
        Part(imagery, "scl_after.tif", tr("Clouds after (scene classes)")),
        Part(imagery, "scl_before.tif", tr("Clouds before (scene classes)")),
        Part(imagery, "dem.tif", tr("Elevation")),
        *(Part(tr("Radar"), os.path.join("radar", os.path.basename(path)), os.path.basename(path)[:-4]) for path in radar),
    ]


class SampleProject(QObject):
    """Makes the sample district in the background, then opens it as a project.

    show_dock: shows the dock of a name and returns it.
    """

    opened = pyqtSignal()

    def __init__(self, iface: Any, show_dock: Callable[[str], Any], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._iface, self._show_dock = iface, show_dock
        self._run: Optional[Run] = None
        self._building: Optional[Iterator[None]] = None
        self._message: Optional[QWidget] = None

    def ask(self) -> None:
        """Let the user choose a folder, then make the district there; one that is there already is opened."""
        if self._run is not None or self._building is not None:
            self._tell(tr("The sample project is being made: wait for it, or cancel it first."))
            return
        window = self._iface.mainWindow()
        folder = QFileDialog.getExistingDirectory(window, tr("Choose an empty folder for the sample project"))
        if not folder:
            return
        if os.path.exists(os.path.join(folder, TRUTH)):
            self.open(folder)
        elif os.listdir(folder):
            QMessageBox.information(
                window,
                tr("Sample project"),
                tr(
                    "{folder} is not empty: choose or make an empty folder, so that nothing of yours is mixed with the sample."
                ).format(folder=folder),
            )
        else:
            self.make(folder)

    # -- the district

    def make(self, folder: str) -> None:
        """Make the district in a folder, and open it."""
        run = self._run = Run("pantau:sampledistrict", {"SIZE": "small", "SEED": 0, "FOLDER": folder}, self)
        run.finished.connect(lambda results: self._made(folder))
        run.failed.connect(lambda sentence: self._stopped(sentence, Qgis.MessageLevel.Warning))
        run.cancelled.connect(lambda: self._stopped(tr("Cancelled: no sample project was made.")))
        self._show_progress(run)
        run.start()

    def _show_progress(self, run: Run) -> None:
        """A message with a bar and a button; whoever closes it hides the bar, and the work goes on."""
        bar = self._iface.messageBar()
        self._message = bar.createMessage(tr("Sample project"), tr("The sample district is being made..."))
        progress = QProgressBar()
        progress.setRange(0, 100)
        run.progressed.connect(lambda percent: None if sip.isdeleted(progress) else progress.setValue(int(percent)))
        cancel = QPushButton(tr("Cancel"))
        cancel.setObjectName("PantauCancelSample")
        cancel.clicked.connect(run.cancel)
        self._message.layout().addWidget(progress)
        self._message.layout().addWidget(cancel)
        bar.pushWidget(self._message, Qgis.MessageLevel.Info)

    def _clear_message(self) -> None:
        message, self._message = self._message, None
        if message is not None and not sip.isdeleted(message):
            self._iface.messageBar().popWidget(message)

    def _tell(self, text: str, level: Any = Qgis.MessageLevel.Info) -> None:
        self._iface.messageBar().pushMessage(tr("Sample project"), text, level)

    def _stopped(self, sentence: str, level: Any = Qgis.MessageLevel.Info) -> None:
        self._run = None
        self._clear_message()
        self._tell(sentence, level)

    def _made(self, folder: str) -> None:
        self._run = None
        self._clear_message()
        self.open(folder)

    # -- the project

    def open(self, folder: str) -> None:
        """Open the sample district of a folder as a project, which is written there if it is not yet."""
        path = os.path.join(folder, PROJECT)
        if os.path.exists(path):
            self._show(path)
        else:
            self._building = build(folder, path)
            self._step(path)

    def _step(self, path: str) -> None:
        """One layer at a time, so that the window stays awake."""
        try:
            next(self._building)
        except StopIteration:
            self._building = None
            self._show(path)
        except PantauError as error:
            self._building = None
            self._tell(str(error), Qgis.MessageLevel.Warning)
        else:
            QTimer.singleShot(0, lambda: self._step(path))

    def _show(self, path: str) -> None:
        if not self._iface.newProject(True) or not self._iface.addProject(path):  # the first asks whether to save what is open
            return
        canvas, district = self._iface.mapCanvas(), QgsProject.instance().mapLayersByName(tr("Kabupaten"))
        if district:
            extent = canvas.mapSettings().layerExtentToOutputExtent(district[0], district[0].extent())
            extent.scale(1.1)
            canvas.setExtent(extent)
            canvas.refresh()
        land_cover = QgsProject.instance().mapLayersByName(tr("Land cover after (truth)"))
        if land_cover:
            self._iface.setActiveLayer(land_cover[0])
            QgsProject.instance().layerTreeRoot().children()[0].setExpanded(False)  # QGIS has chosen its first layer before
        for name in ("area_table", "plan_overlay"):
            self._show_dock(name)
        self._tell(tr("Everything in it is known: the answers are in truth.json, in the folder of the project."))
        self.opened.emit()


def build(folder: str, path: str) -> Iterator[None]:
    """Write the project of a sample district, step by step. Raises PantauError."""
    project, layers = QgsProject(), {}
    groups: Dict[str, QgsLayerTreeGroup] = {}
    for part in parts(folder):
        layer = _load(os.path.join(folder, part.file), part)
        if layer is not None:
            if not layers:
                project.setCrs(layer.crs())
            layers[part.file] = layer
            project.addMapLayer(layer, False)
            if part.group not in groups:
                groups[part.group] = project.layerTreeRoot().addGroup(part.group)
            node = groups[part.group].addLayer(layer)
            node.setItemVisibilityChecked(part.shown)
            node.setExpanded(part.file == LAND_COVER)
        yield
    for group in groups.values():
        group.setExpanded(any(node.itemVisibilityChecked() for node in group.findLayers()))
    project.setTitle(tr("Pantau: sample district"))
    fill_docks(project, folder, {file: layer.id() for file, layer in layers.items()})
    if not project.write(path):
        raise PantauError(
            tr("{path} cannot be written ({reason}): choose another folder.").format(path=path, reason=project.error())
        )
    project.clear()


def fill_docks(project: QgsProject, folder: str, layers: Dict[str, str]) -> None:
    """Choose in both docks what the district is for. layers: id by file."""
    from . import area_dock, plan_dock
    from .area_model import AreaState

    cover, desa, kecamatan, plan = (layers.get(file, "") for file in (LAND_COVER, "desa.gpkg", "kecamatan.gpkg", "rtrw.gpkg"))
    save_state(area_dock.KEY, AreaState(raster=cover, zones=desa), project)
    rules = os.path.join(folder, "plan_rules.csv")
    state = plan_dock.PlanState(landcover=cover, plan=plan, admin=kecamatan, plan_field="KODKWS", rules_file=rules)
    save_state(plan_dock.KEY, state, project)


def _load(path: str, part: Part) -> Optional[QgsMapLayer]:
    if not os.path.exists(path):
        return None
    layer = QgsRasterLayer(path, part.name) if path.endswith(".tif") else QgsVectorLayer(path, part.name, "ogr")
    if not layer.isValid():
        return None
    if part.style is not None:
        part.style(layer)
    return layer


def _points(color: str) -> Style:
    symbol = {"name": "circle", "size": "2", "color": color, "outline_color": "#303030", "outline_width": "0.3"}
    return lambda layer: layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(symbol)))


def _outline(color: str, width: float) -> Style:
    symbol = {"style": "no", "outline_color": color, "outline_width": str(width)}
    return lambda layer: layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(symbol)))
