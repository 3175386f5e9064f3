"""`pantau:cleanclasses`: a class map without lone pixels and patches too small to be mapped."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..plugin.engine.errors import PantauError
from ..plugin.engine.landcover.clean import MAJORITY, SIEVE, WIDEST_PX, Settings, clean
from ..plugin.engine.raster.legend import read_legend
from ..plugin.engine.text import tr
from . import styles
from .algorithm import LandCoverAlgorithm, Parameters, destination, number_field, temporary_folder
from .feedback import FeedbackMonitor


class CleanClasses(LandCoverAlgorithm):
    """Majority filter and sieve of a class raster."""

    def name(self) -> str:
        return "cleanclasses"

    def displayName(self) -> str:  # noqa: N802
        return tr("Clean a class map (majority, sieve)")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Removes lone pixels and small patches from a class map; the legend is kept, and no data stay no data.")

    def tags(self) -> list:
        return tr("clean,majority,mode,sieve,filter,generalise,minimum mapping unit,land cover,classification").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Takes the speckle out of a classified map: lone pixels, and patches too small to be mapped. For any raster of class "
            "codes; its legend, colours, no data and type stay.</p>"
            "<p><b>How.</b> majority: each pixel takes the class that most pixels of the window around it have. If classes have equally "
            "many, the pixel keeps its own if that is one of them, and else takes the lowest code. sieve: each patch (pixels of a class "
            "that touch by their edges) below the minimum area goes to the class with the longest border on it; the patch of fewest "
            "pixels goes first, and joins what it touches, until none is left. A patch that has no neighbour, only no data, stays. "
            "No data has no vote, and stays no data.</p>"
            "<p><b>Choices.</b> Window: side in pixels, odd, for majority. Minimum area: hectares on the ellipsoid, also for rasters "
            "in degrees; with majority, 0 means no sieve, and more sieves what the majority has left.</p>"
            "<p><b>Outputs.</b> The cleaned map. Numbers: CHANGED_HA and CHANGED_PERCENT (of all that has a class); SMALL, the patches "
            "below the minimum before the sieve; LEFT and LEFT_HA, those that stayed.</p>"
            "<p><b>Example.</b> qgis_process run pantau:cleanclasses -- INPUT=landcover.tif METHOD=sieve MIN_AREA_HA=0.5 "
            "OUTPUT=clean.tif</p>"
            "<p><b>Source.</b> Majority filter: Lillesand and Kiefer 1994. Areas: Snyder 1987.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        real, whole = QgsProcessingParameterNumber.Type.Double, QgsProcessingParameterNumber.Type.Integer
        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("INPUT", tr("Class map")))
        add(QgsProcessingParameterEnum("METHOD", tr("Method"), [MAJORITY, SIEVE], False, MAJORITY, False, True))
        add(number_field("SIZE", tr("Window of the majority (side in pixels, odd)"), whole, 3, False, 3, WIDEST_PX))
        add(number_field("MIN_AREA_HA", tr("Smallest patch to keep (ha; 0: no sieve)"), real, 0, False, 0, 1e9))
        add(QgsProcessingParameterRasterDestination("OUTPUT", tr("Cleaned map")))
        for name, label in (
            ("CHANGED_HA", tr("Changed class (ha)")),
            ("CHANGED_PERCENT", tr("Changed class (% of what has a class)")),
            ("SMALL", tr("Patches below the minimum before the sieve")),
            ("LEFT", tr("Patches below the minimum that stayed")),
            ("LEFT_HA", tr("Patches below the minimum that stayed (ha)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        sentence = self.raster_problem(parameters, "INPUT", context) or self.whole_problem(parameters, ["SIZE"], context)
        if sentence:
            return sentence
        try:
            self._choices(parameters, context).check()
        except PantauError as error:
            return str(error)
        return self.target_problem(parameters, context, ["INPUT"], ["OUTPUT"], [])

    def _choices(self, parameters: Parameters, context: QgsProcessingContext) -> Settings:
        return Settings(
            self.parameterAsEnumString(parameters, "METHOD", context),
            self.parameterAsInt(parameters, "SIZE", context),
            self.parameterAsDouble(parameters, "MIN_AREA_HA", context),
        )

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._raster, self._crs = self.raster_path(parameters, "INPUT", context)
        self._settings = self._choices(parameters, context)

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        scratch = temporary_folder(context, destination(parameters, "OUTPUT"))
        cleaned = clean(self._raster, output, self._settings, crs=self._crs, scratch=scratch, monitor=monitor)
        legend = read_legend(output)
        if legend:
            styles.style_on_load(context, output, styles.classes(legend, opaque=not legend.has_background()))
        return {
            "OUTPUT": output, "CHANGED_HA": cleaned.changed_ha, "CHANGED_PERCENT": cleaned.changed_percent,
            "SMALL": float(cleaned.small), "LEFT": float(cleaned.left), "LEFT_HA": cleaned.left_ha,
        }  # fmt: skip
