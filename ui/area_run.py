"""What runs for the area table dock: what is measured, and what a run leaves."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsMapSettings,
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

from ..plugin.engine.text import tr
from .area_model import EXTENT, FILES, SELECTED, AreaFigures, Zone, features_by_zone, read_figures
from .background import Reading, Stopped
from .run import Run

STEPS = 20  # into which each side of an extent is cut, so that it bends with the map's CRS

_ending: List[Job] = []  # cancelled, and not yet at their end


class Hindrance(Exception):
    """Why nothing can be measured now, in one sentence."""


@dataclass(eq=False)
class Job:
    """A run and what it was asked for. folder: of its files, which goes with it. is_bounded: by what the map shows."""

    run: Run
    folder: str
    raster: str
    name: str
    depth: int
    zones: Optional[QgsVectorLayer]
    places: List[int]
    chosen: Optional[List[int]]
    numbers: str
    is_bounded: bool
    index: Optional[QgsVectorLayerFeatureSource]
    reading: Optional[Reading] = None
    results: Dict[str, Any] = field(default_factory=dict)
    warnings: List[str] = field(default_factory=list)

    def read(self, is_stopped: Stopped) -> Optional[AreaFigures]:
        """The figures once the run has ended, with the features of its zones; for a thread. None where it was stopped."""
        features: Dict[Zone, List[int]] = {}
        if self.index is not None:
            request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(self.places)
            if self.chosen is not None:
                request.setFilterFids(self.chosen)
            features = features_by_zone(self.index.getFeatures(request), self.places, is_stopped)
        try:
            figures = read_figures(
                self.folder, self.raster, self.depth, self.zones is not None, self.results, self.numbers, features
            )
        except OSError:
            if is_stopped():  # the files went with the job
                return None
            raise
        figures.is_bounded = self.is_bounded
        return figures

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


def prepare(
    raster: QgsRasterLayer,
    zones: Optional[QgsVectorLayer],
    levels: List[str],
    followed: str,
    numbers: str,
    settings: QgsMapSettings,
) -> Job:
    """A job that has not been started yet. levels: fields of the zones' names. settings: of the map. Raises Hindrance."""
    area = _area(raster, zones, followed, settings)
    folder = tempfile.mkdtemp(prefix="pantau-area-", dir=QgsProcessingUtils.tempFolder())
    parameters: Dict[str, Any] = {"CLASSES": raster, "AOI": area, "NUMBERS": numbers}
    if area is not None:
        parameters["TITLE"] = tr("Area within the map extent")
    chosen = None
    if zones is not None:
        parameters["ZONE_FIELDS"] = ",".join(levels)
        parameters["ZONES"] = zones
        if followed == SELECTED:
            parameters["ZONES"] = QgsProcessingFeatureSourceDefinition(zones.id(), True)
            chosen = zones.selectedFeatureIds()
    for name, file in FILES.items():
        if zones is not None or name != "CLOSURE":
            parameters[name] = os.path.join(folder, file)
    return Job(
        Run("pantau:areatable", parameters), folder, raster.source().split("|option:")[0], raster.name(), max(1, len(levels)), zones,
        [zones.fields().lookupField(one) for one in levels] if zones is not None else [], chosen, numbers, area is not None,
        QgsVectorLayerFeatureSource(zones) if zones is not None else None,
    )  # fmt: skip


def _area(
    raster: QgsRasterLayer, zones: Optional[QgsVectorLayer], followed: str, settings: QgsMapSettings
) -> Optional[QgsVectorLayer]:
    """What bounds the run: the part of the raster that the map shows; None where nothing does. Raises Hindrance."""
    if followed == SELECTED and zones is not None and not zones.selectedFeatureCount():
        raise Hindrance(tr("Nothing is selected in {layer}: select zones on the map.").format(layer=zones.name()))
    if followed != EXTENT:
        return None
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
        tr("the map extent"), QgsFields(), QgsWkbTypes.Type.MultiPolygon, crs if crs.isValid() else raster.crs()
    )
    layer.dataProvider().addFeatures([feature])
    return layer
