"""`pantau:despeckle`: a radar image without most of its speckle."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..plugin.engine.burn.despeckle import Settings, despeckle_raster
from ..plugin.engine.burn.speckle import FILTERS, LEE, check_looks, check_size
from ..plugin.engine.burn.units import AUTO, UNITS
from ..plugin.engine.errors import PantauError
from ..plugin.engine.text import tr
from . import styles
from .algorithm import ImageryAlgorithm, Parameters
from .feedback import FeedbackMonitor


class Despeckle(ImageryAlgorithm):
    """Filter the speckle of one radar image."""

    def name(self) -> str:
        return "despeckle"

    def displayName(self) -> str:  # noqa: N802
        return tr("Despeckle a radar image")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Filters the speckle of a radar image: Lee, Kuan, refined Lee, Lee sigma, Gamma MAP or boxcar.")

    def tags(self) -> list:
        return tr("radar,sar,sentinel-1,speckle,filter,lee,refined lee,lee sigma,kuan,gamma map,boxcar,smooth").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Takes most of the speckle, the grain of every radar image, out of sigma nought or gamma nought, and leaves edges and bright "
            "points. For whoever compares radar images pixel by pixel, as for burned areas, or classifies them.</p>"
            "<p><b>How.</b> Choose the image. Every band is filtered for itself, in linear power: an image in decibels is converted, filtered "
            "and converted back. Each pixel gets a value between its own and the mean of its window: nearer to the mean the more what varies in "
            "the window is speckle alone. No data stay no data and count in no window; at the image's edge windows hold fewer pixels. "
            "Power of 0 or less, as beyond the coast, is no data.</p>"
            "<p><b>Choices.</b> Filter: lee (linearised, as in Orfeo ToolBox and most others), kuan (the exact least mean square error), "
            "refined_lee (half windows along edges: sharper), lee_sigma (only pixels that may differ by speckle; bright points stay), "
            "gamma_map (the likeliest value, some 1 to 2 % low on the mean), boxcar (the mean: smoothest, and blurs). Window: odd; 7 is usual. "
            "Looks: how much speckle there is, 4.4 for Sentinel-1 IW GRD, more after averaging; left empty, it is estimated from the "
            "homogeneous parts of the image and printed; strong texture everywhere makes that too low. Units: auto (told from the values), "
            "linear, db. With an area of interest only the part around it is written.</p>"
            "<p><b>Outputs.</b> A raster of 32-bit decimals in the unit of the image, all bands with their names, no data NaN. LOOKS_USED (0 "
            "for boxcar, which needs none), UNITS_USED, EMPTY (values taken as no data), MPX_PER_S (megapixels a second).</p>"
            "<p><b>Example.</b> qgis_process run pantau:despeckle -- INPUT=vh.tif FILTER=refined_lee SIZE=7 LOOKS=4.4 OUTPUT=vh_filtered.tif</p>"
            "<p><b>Source.</b> Lee 1980 (IEEE TPAMI 2); Lee 1981 (Computer Graphics and Image Processing 17); Kuan et al. 1985 (IEEE "
            "TPAMI 7); Lopes et al. 1990 (IGARSS); Lee et al. 2009 (IEEE TGRS 47). Looks: Anfinsen et al. 2009 (IEEE TGRS 47).</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        add, kinds = self.addParameter, QgsProcessingParameterNumber.Type
        add(QgsProcessingParameterRasterLayer("INPUT", tr("Radar image")))
        add(QgsProcessingParameterEnum("FILTER", tr("Filter"), list(FILTERS), defaultValue=LEE, usesStaticStrings=True))
        add(QgsProcessingParameterNumber("SIZE", tr("Window (pixels, odd)"), kinds.Integer, 7))
        add(QgsProcessingParameterNumber("LOOKS", tr("Equivalent number of looks (empty: estimated)"), kinds.Double, optional=True))
        add(QgsProcessingParameterEnum("UNITS", tr("Unit of the image"), [AUTO, *UNITS], defaultValue=AUTO, usesStaticStrings=True))
        add(QgsProcessingParameterRasterDestination("OUTPUT", tr("Despeckled")))
        add(
            QgsProcessingParameterFeatureSource(
                "AOI", tr("Area of interest"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            )
        )
        self.addOutput(QgsProcessingOutputNumber("LOOKS_USED", tr("Equivalent number of looks used")))
        self.addOutput(QgsProcessingOutputString("UNITS_USED", tr("Unit of the image")))
        self.addOutput(QgsProcessingOutputNumber("EMPTY", tr("Values taken as no data")))
        self.addOutput(QgsProcessingOutputNumber("MPX_PER_S", tr("Speed (megapixels a second)")))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        sentence = self.raster_problem(parameters, "INPUT", context) or self.polygon_problem(parameters, "AOI", context)
        sentence = sentence or self.whole_problem(parameters, ["SIZE"], context)
        if sentence:
            return sentence
        try:
            check_size(self.parameterAsInt(parameters, "SIZE", context))
            looks = self.optional_number(parameters, "LOOKS", context)
            if looks is not None:
                check_looks(looks)
        except PantauError as error:
            return str(error)
        return self.target_problem(parameters, context, ["INPUT", "AOI"], ["OUTPUT"], [])

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._raster, self._crs = self.raster_path(parameters, "INPUT", context)
        self._settings = Settings(
            filter=self.parameterAsString(parameters, "FILTER", context),
            size=self.parameterAsInt(parameters, "SIZE", context),
            looks=self.optional_number(parameters, "LOOKS", context),
            units=self.parameterAsString(parameters, "UNITS", context),
            aoi=self.polygons(parameters, "AOI", context),
        )

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        output = self.raster_target(parameters, "OUTPUT", context)
        result = despeckle_raster(self._raster, self._settings, output, crs=self._crs, monitor=monitor)
        styles.backscatter_on_load(context, output)
        numbers = {"LOOKS_USED": float(result.looks), "EMPTY": float(result.empty), "MPX_PER_S": float(result.speed)}
        return {"OUTPUT": output, "UNITS_USED": result.units, **numbers}
