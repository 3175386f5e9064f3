"""`pantau:despecklestack`: radar images of many dates without most of their speckle, each as sharp as before."""

from __future__ import annotations

import os
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
)

from ..plugin.engine.burn.speckle import check_looks, check_size
from ..plugin.engine.burn.stack import StackSettings, despeckle_stack, output_paths
from ..plugin.engine.burn.units import AUTO, UNITS
from ..plugin.engine.errors import PantauError
from ..plugin.engine.raster.composite import Raster
from ..plugin.engine.text import tr
from .algorithm import ImageryAlgorithm, Parameters, advanced
from .feedback import FeedbackMonitor


class DespeckleStack(ImageryAlgorithm):
    """Filter the speckle of many dates together."""

    def name(self) -> str:
        return "despecklestack"

    def displayName(self) -> str:  # noqa: N802
        return tr("Despeckle a stack of radar images")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Filters the speckle of radar images of several dates together, so that each stays sharp (Quegan and Yu).")

    def tags(self) -> list:
        return tr("radar,sar,sentinel-1,speckle,filter,multitemporal,time series,quegan").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Takes speckle out of radar images of several dates of one place, each of which stays an image of its own date. For whoever "
            "follows a place through time: with ten dates it does as much as a filter of a small window, and blurs next to nothing.</p>"
            "<p><b>How.</b> Choose the images, of one sensor, orbit and polarisation, and a new or empty folder. Each pixel of a date becomes "
            "the mean of its window on that date, times the mean over all dates of pixel / mean of the window. Dates without data at a pixel "
            "do not count there. Images come on the grid of the first; from one on another grid the nearest pixels are taken. Decibels are "
            "converted to power and back; power of 0 or less is no data.</p>"
            "<p><b>Choices.</b> Window: odd; the larger, the steadier, and the more a change of one date spreads. Looks: how much speckle "
            "there is in each date, the same in all; the filter does not need it, only the forecast in the log, and left empty it is estimated "
            "from the first image. Units of the images: auto (told from the values), linear, db. With an area of interest only the part around "
            "it is written.</p>"
            "<p><b>Outputs.</b> One raster for each image, under its name, in its unit: 32-bit decimals, no data NaN. DATES, LOOKS_USED (0: not "
            "known), LOOKS_AFTER (to be expected on homogeneous ground), RESAMPLED (images on another grid), EMPTY (values taken as no data), "
            "MPX_PER_S (megapixels a second, of all dates).</p>"
            "<p><b>Example.</b> qgis_process run pantau:despecklestack -- INPUTS=vh_1.tif INPUTS=vh_2.tif INPUTS=vh_3.tif SIZE=7 "
            "FOLDER=filtered</p>"
            "<p><b>Source.</b> Quegan and Yu 2001 (IEEE TGRS 39), for dates of equal looks.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        add, kinds = self.addParameter, QgsProcessingParameterNumber.Type
        add(QgsProcessingParameterMultipleLayers("INPUTS", tr("Radar images"), QgsProcessing.SourceType.TypeRaster))
        add(QgsProcessingParameterNumber("SIZE", tr("Window (pixels, odd)"), kinds.Integer, 7))
        add(QgsProcessingParameterNumber("LOOKS", tr("Equivalent number of looks (empty: estimated)"), kinds.Double, optional=True))
        add(QgsProcessingParameterFolderDestination("FOLDER", tr("Folder")))
        add(
            advanced(
                QgsProcessingParameterEnum(
                    "UNITS", tr("Unit of the images"), [AUTO, *UNITS], defaultValue=AUTO, usesStaticStrings=True
                )
            )
        )
        add(
            QgsProcessingParameterFeatureSource(
                "AOI", tr("Area of interest"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            )
        )
        for name, label in (
            ("DATES", tr("Images")),
            ("LOOKS_USED", tr("Equivalent number of looks of an image")),
            ("LOOKS_AFTER", tr("Equivalent number of looks to be expected")),
            ("RESAMPLED", tr("Images on another grid")),
            ("EMPTY", tr("Values taken as no data")),
            ("MPX_PER_S", tr("Speed (megapixels a second)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        sentence = self.rasters_problem(parameters, "INPUTS", context) or self.polygon_problem(parameters, "AOI", context)
        sentence = sentence or self.whole_problem(parameters, ["SIZE"], context)
        if sentence:
            return sentence
        try:
            check_size(self.parameterAsInt(parameters, "SIZE", context))
            looks = self.optional_number(parameters, "LOOKS", context)
            if looks is not None:
                check_looks(looks)
            folder = self.parameterAsString(parameters, "FOLDER", context)
            if folder and folder != QgsProcessing.TEMPORARY_OUTPUT:
                output_paths([path for path, _ in self.raster_paths(parameters, "INPUTS", context)], folder)
        except PantauError as error:
            return str(error)
        return None

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._rasters = [Raster(*one) for one in self.raster_paths(parameters, "INPUTS", context)]
        self._settings = StackSettings(
            size=self.parameterAsInt(parameters, "SIZE", context),
            looks=self.optional_number(parameters, "LOOKS", context),
            units=self.parameterAsString(parameters, "UNITS", context),
            aoi=self.polygons(parameters, "AOI", context),
        )

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        folder = self.parameterAsString(parameters, "FOLDER", context)
        if not folder or folder == QgsProcessing.TEMPORARY_OUTPUT:
            folder = self.parameterAsFileOutput(parameters, "FOLDER", context)
        folder = os.path.abspath(folder)
        result = despeckle_stack(self._rasters, self._settings, folder, monitor=monitor)
        return {
            "FOLDER": folder, "DATES": float(len(result.paths)), "LOOKS_USED": float(result.looks),
            "LOOKS_AFTER": float(result.looks_after), "RESAMPLED": float(result.resampled), "EMPTY": float(result.empty),
            "MPX_PER_S": float(result.speed),
        }  # fmt: skip
