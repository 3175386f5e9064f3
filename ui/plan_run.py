"""What runs in the RTRW overlay dock, and what a run leaves: its files, and its layers on the map."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import tempfile
from typing import Any, Dict, List, Optional

from qgis.core import QgsDataProvider, QgsLayerTreeNode, QgsMapLayer, QgsProcessingUtils, QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..plugin.engine.errors import PantauError
from ..plugin.engine.files import PART, write_text
from ..plugin.engine.text import tr
from .background import Stopped
from .plan_choices import PlanChoices
from .plan_ground import LastRun
from .plan_rules import RulesModel
from .run import Run

ALGORITHM = "pantau:planoverlay"
FILES = {
    "OUTPUT": "conformity.tif", "POLYGONS": "conformity.gpkg", "NONCONFORMITY": "nonconformity.gpkg", "TABLE": "table.csv",
    "AVAILABILITY": "availability.csv", "XLSX": "conformity.xlsx", "REPORT": "conformity.html",
}  # fmt: skip
LAYERS = ("NONCONFORMITY", "OUTPUT", "POLYGONS")  # in the order of the layer tree
BLOCK = 2**20  # bytes that are copied at once


class PlanRun(QObject):
    """One run with what is chosen. Exactly one of `finished`, `failed` and `cancelled` follows."""

    progressed = pyqtSignal(float)
    finished = pyqtSignal(object, dict)
    """`LastRun`, and the results as those of `Run`."""
    failed = pyqtSignal(str)
    cancelled = pyqtSignal()

    def __init__(self, choices: PlanChoices, rules: RulesModel, parent: QObject) -> None:
        """Raises PantauError where the folder or the rules cannot be written."""
        super().__init__(parent)
        chosen = choices.folder.filePath().strip()
        folder = _new_folder(chosen)
        parameters = {**choices.parameters(), **{name: os.path.join(folder, file) for name, file in FILES.items()}}
        if not rules.is_example:  # the report says of the example that it is one
            stem = os.path.splitext(rules.name)[0] or "rules"
            parameters["RULES"] = os.path.join(folder, f"{stem}{'_edited' if rules.edited else ''}.csv")
            write_text(parameters["RULES"], rules.csv())
        self.made = LastRun(
            files={name: os.path.join(folder, file) for name, file in FILES.items()},
            groups={str(code): kind.group for code, kind in rules.ground.kinds.items()},
            inputs=inputs(choices), rules=inputs(rules), is_temporary=not chosen, is_example=rules.is_example,
            names={**choices.names(), "rules": rules.name, "edited": "1" if rules.edited else ""},
        )  # fmt: skip
        self._run = run = Run(ALGORITHM, parameters, self)
        run.progressed.connect(self.progressed)
        run.warned.connect(self.made.warnings.append)
        run.finished.connect(lambda results: self.finished.emit(self.made, results))
        run.failed.connect(self.failed)
        run.cancelled.connect(self.cancelled)

    def start(self) -> None:
        """Begin."""
        self._run.start()

    def cancel(self) -> None:
        """Ask the run to stop; `cancelled` tells when it has."""
        self._run.cancel()

    def give_up(self) -> None:
        """Stop, and say nothing more."""
        for signal in (self._run.progressed, self._run.warned, self._run.finished, self._run.failed, self._run.cancelled):
            signal.disconnect()
        self._run.cancel()


def inputs(chosen: Any) -> str:
    """What a result depends on, of the choices or of the rules, as a text to compare."""
    return json.dumps(chosen.saved() if isinstance(chosen, RulesModel) else chosen.inputs(), sort_keys=True)


def _new_folder(chosen: str) -> str:
    """A new folder for the files of a run, a temporary one where none is chosen: QGIS may still have those of the last run open."""
    try:
        if not chosen:
            return tempfile.mkdtemp(prefix="rtrw_", dir=QgsProcessingUtils.tempFolder())
        name = os.path.join(chosen, f"rtrw_{datetime.datetime.now():%Y%m%d_%H%M%S}")
        os.makedirs(name)
        return name
    except OSError as error:
        raise PantauError(
            tr("No folder for the results can be made in {folder} ({reason}): choose another under 'More choices'.").format(
                folder=chosen or tempfile.gettempdir(), reason=error.strerror
            )
        ) from error


def add_layers(results: Dict[str, Any], before: Dict[str, str]) -> Dict[str, str]:
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


def _fold(tree: QgsLayerTreeNode) -> None:
    """Show a layer without its legend; the view has unfolded it without telling the node."""
    if not sip.isdeleted(tree):
        tree.setExpanded(True)
        tree.setExpanded(False)


def copy_results(files: Dict[str, str], chosen: str, stopped: Stopped) -> Dict[str, str]:
    """Copy all that a run wrote into a new folder in `chosen`; the new files by output.

    It takes as long as the disk does: call it in a thread. Raises PantauError, also where it was stopped; then nothing is left there.
    """
    source = os.path.dirname(files["TABLE"])
    if not os.path.isfile(files["TABLE"]):
        raise PantauError(tr("The files of the last run are gone: run it again."))
    made = datetime.date.fromtimestamp(os.path.getmtime(files["TABLE"]))
    plain = target = os.path.join(chosen, f"conformity_{made.isoformat()}")
    count = 1
    while os.path.exists(target) or os.path.exists(target + PART):
        count += 1
        target = f"{plain}_{count}"
    part = target + PART
    try:
        os.mkdir(part)
        for entry in list(os.scandir(source)):
            if entry.is_file():
                _copy(entry.path, os.path.join(part, entry.name), stopped)
        os.rename(part, target)
    except OSError as error:
        raise PantauError(
            tr("The results cannot be copied to {folder} ({reason}): free space on the disk or choose another folder.").format(
                folder=chosen, reason=error.strerror
            )
        ) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)  # what is whole has gone from there
    return {name: os.path.join(target, os.path.basename(path)) for name, path in files.items()}


def _copy(source: str, target: str, stopped: Stopped) -> None:
    """Copy a file, unless it is stopped meanwhile. Raises OSError, PantauError."""
    with open(source, "rb") as file, open(target, "wb") as copy:
        for block in iter(lambda: file.read(BLOCK), b""):
            if stopped():
                raise PantauError(tr("Cancelled."))
            copy.write(block)


def point_layers(layers: Dict[str, str], before: Dict[str, str], after: Dict[str, str]) -> List[str]:
    """Let the layers of a run read other files, with their styles; the names of those that cannot."""
    failed = []
    for name, layer_id in layers.items():
        layer: Optional[QgsMapLayer] = QgsProject.instance().mapLayer(layer_id)
        if layer is None:
            continue
        rest = layer.source()[len(before[name]) :] if layer.source().startswith(before[name]) else ""
        layer.setDataSource(after[name] + rest, layer.name(), layer.providerType(), QgsDataProvider.ProviderOptions(), False)
        if not layer.isValid():
            failed.append(layer.name())
    return failed
