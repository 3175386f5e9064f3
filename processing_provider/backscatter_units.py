"""`pantau:backscatterunits`: backscatter in decibels or in linear power."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..plugin.engine.burn.units import AUTO, DB, LINEAR, UNITS, convert
from ..plugin.engine.text import tr
from . import styles
from .algorithm import ImageryAlgorithm, Parameters, advanced
from .feedback import FeedbackMonitor


class BackscatterUnits(ImageryAlgorithm):
    """Turn linear power into decibels, or decibels into linear power."""

    def name(self) -> str:
        return "backscatterunits"

    def displayName(self) -> str:  # noqa: N802
        return tr("Convert radar backscatter to decibels or linear power")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Converts sigma0 or gamma0 of a radar image from linear power to decibels, or back.")

    def tags(self) -> list:
        return tr("radar,sar,sentinel-1,backscatter,sigma0,gamma0,decibel,db,linear,power").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Converts the backscatter of a radar image (sigma nought or gamma nought) from linear power to decibels, which are good to "
            "look at, or from decibels to power, which is what can be averaged, filtered and divided. For whoever works with Sentinel-1 "
            "images of several makers.</p>"
            "<p><b>How.</b> Choose the image and what it shall become. Which of the two it is now is told from its values: most decibels are "
            "negative, power lies between 0 and about 1. The log says what was found. Amplitudes and uncalibrated numbers are refused.</p>"
            "<p><b>Choices.</b> Convert to: db (decibels) or linear (power). Unit of the image: auto (told from the values), linear, db.</p>"
            "<p><b>Outputs.</b> A raster of 32-bit decimals with all bands and their names, no data NaN; its unit is written into the bands. "
            "Power of 0 or less, as beyond the coast, has no decibels and becomes no data: EMPTY says how many values. An image that is in the "
            "unit asked for already is written as it is. UNITS_USED: the unit found. MPX_PER_S: megapixels a second.</p>"
            "<p><b>Example.</b> qgis_process run pantau:backscatterunits -- INPUT=vh.tif TO=db OUTPUT=vh_db.tif</p>"
            "<p><b>Source.</b> dB = 10 log10(power).</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("INPUT", tr("Radar image")))
        add(QgsProcessingParameterEnum("TO", tr("Convert to"), [DB, LINEAR], defaultValue=DB, usesStaticStrings=True))
        add(QgsProcessingParameterRasterDestination("OUTPUT", tr("Backscatter")))
        add(
            advanced(
                QgsProcessingParameterEnum(
                    "UNITS", tr("Unit of the image"), [AUTO, *UNITS], defaultValue=AUTO, usesStaticStrings=True
                )
            )
        )
        self.addOutput(QgsProcessingOutputString("UNITS_USED", tr("Unit of the image")))
        self.addOutput(QgsProcessingOutputNumber("EMPTY", tr("Values taken as no data")))
        self.addOutput(QgsProcessingOutputNumber("MPX_PER_S", tr("Speed (megapixels a second)")))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        sentence = self.raster_problem(parameters, "INPUT", context)
        return sentence or self.target_problem(parameters, context, ["INPUT"], ["OUTPUT"], [])

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._raster, self._crs = self.raster_path(parameters, "INPUT", context)

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        output = self.raster_target(parameters, "OUTPUT", context)
        result = convert(
            self._raster, self.parameterAsString(parameters, "TO", context), output,
            units=self.parameterAsString(parameters, "UNITS", context), crs=self._crs, monitor=monitor,
        )  # fmt: skip
        styles.backscatter_on_load(context, output)
        numbers = {"EMPTY": float(result.empty), "MPX_PER_S": float(result.speed)}
        return {"OUTPUT": output, "UNITS_USED": result.units, **numbers}
