"""`pantau:sampledistrict`: an exact, made-up district to learn and to test with."""

from __future__ import annotations

import os
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
)

from ..plugin.engine.sample.district import describe, make
from ..plugin.engine.text import tr
from .algorithm import PantauAlgorithm, Parameters
from .feedback import FeedbackMonitor

CHOICES = ["small", "medium", "large"]


class SampleDistrict(PantauAlgorithm):
    """Make the sample district."""

    def name(self) -> str:
        return "sampledistrict"

    def displayName(self) -> str:  # noqa: N802
        return tr("Make a sample district")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Makes a small, invented district whose every hectare is known, to learn with and to check tools against.")

    def group(self) -> str:
        return tr("Sample data")

    def groupId(self) -> str:  # noqa: N802
        return "sample"

    def tags(self) -> list:
        return tr("sample,tutorial,test data,demo,synthetic,example").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Makes an invented kabupaten, with all the images and layers that Pantau's algorithms ask for. For officers who "
            "want to try a tool before they trust it with their own data, and for tutorials: everything in it is known.</p>"
            "<p><b>How.</b> Choose a new or empty folder and press Run. Sizes: small (512 x 512 pixels of 10 m, a second or two, "
            "20 MB), medium (2048, about 15 seconds, 320 MB), large (8192, some minutes, 5 GB). The same seed gives the same "
            "district; another seed, another one.</p>"
            "<p><b>Outputs.</b> sentinel2_before.tif and sentinel2_after.tif (10 bands, reflectance x 10 000, with haze and "
            "clouds; scl_... says where), landcover_... as raster and polygons, classified_after.tif (a map with known "
            "mistakes), dem.tif; radar/: Sentinel-1-like VH and VV in power, 20 m, ten dates before and ten after the fires; "
            "kecamatan, desa, rtrw (the plan, in the ministry's fields), permits, mines_..., burn_scars, training_points, "
            "training_polygons, validation_points, hotspots, fire_points; plan_rules.csv. Coordinates: WGS 84 / UTM 50 S.</p>"
            "<p><b>truth.json</b> says what is true: hectares on the ellipsoid, from the polygons and not from pixels, of every "
            "class, change, mine, permit, burn scar, zone, kecamatan and desa, and the accuracies of the classified map.</p>"
            "<p><b>Example.</b> qgis_process run pantau:sampledistrict -- SIZE=small SEED=0 FOLDER=sample</p>"
            "<p><b>Source.</b> Spectra: PROSAIL (Jacquemoud et al. 2009, Feret et al. 2017), RStoolbox, spyndex; backscatter: usual "
            "values. Nothing here shows a real place, and the plan's rules are an example.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        self.addParameter(QgsProcessingParameterEnum("SIZE", tr("Size"), CHOICES, defaultValue="small", usesStaticStrings=True))
        whole = QgsProcessingParameterNumber.Type.Integer
        self.addParameter(QgsProcessingParameterNumber("SEED", tr("Seed"), whole, 0, False, 0, 2**31 - 1))
        self.addParameter(QgsProcessingParameterFolderDestination("FOLDER", tr("Folder")))

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        folder = self.parameterAsString(parameters, "FOLDER", context)
        if not folder or folder == QgsProcessing.TEMPORARY_OUTPUT:
            folder = self.parameterAsFileOutput(parameters, "FOLDER", context)
        folder = os.path.abspath(folder)
        size = self.parameterAsString(parameters, "SIZE", context)
        truth = make(folder, size, self.parameterAsInt(parameters, "SEED", context), monitor)
        for line in describe(truth):
            monitor.log(line)
        return {"FOLDER": folder}
