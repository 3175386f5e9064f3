"""`pantau:burnthreshold`: the burned area of a burn index, by a threshold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..plugin.engine.burn.burn_mask import LEGEND, BurnMask, Settings, burn_mask
from ..plugin.engine.burn.index_report import mask_report
from ..plugin.engine.burn.threshold import BELOW, METHODS, MU_MINUS_SIGMA, SIDES
from ..plugin.engine.errors import PantauError
from ..plugin.engine.files import write_text
from ..plugin.engine.text import number, tr
from . import styles
from .algorithm import BurnAlgorithm, Parameters, destination, given, number_field, temporary_folder
from .feedback import FeedbackMonitor


class BurnThreshold(BurnAlgorithm):
    """Burned area by a threshold."""

    def name(self) -> str:
        return "burnthreshold"

    def displayName(self) -> str:  # noqa: N802
        return tr("Map burned area (threshold of a burn index)")

    def shortDescription(self) -> str:  # noqa: N802
        return tr(
            "Cuts a burn index into burned and not burned, in hectares, beside what the threshold would flag without any fire."
        )

    def tags(self) -> list:
        return tr("burned area,fire,threshold,otsu,kittler,illingworth,sigma,mask,hectares,karhutla").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Turns a burn index into a map of burned area with its hectares. For the rasters of 'Compute a radar burn index', and for any "
            "other index that burning lowers or raises.</p>"
            "<p><b>How.</b> Mean, standard deviation and histogram are of the pixels that are looked at: those with data, inside the area of "
            "interest, where there is fuel. The threshold follows from them, and burned is what lies below it, or above. Patches below the "
            "minimum area, of pixels that touch by edges or corners, become not burned.</p>"
            "<p><b>Methods.</b> mu_minus_sigma, mu, mu_plus_sigma: mean less one standard deviation, mean, mean and one. k_sigma: K standard "
            "deviations to the burned side of the mean. otsu: the two groups whose means lie farthest apart. kittler: the two Gaussians that "
            "fit best; where the histogram has one peak only, there is none, and the run says so. value: VALUE. Otsu and Kittler-Illingworth look at the histogram without the "
            "lowest and highest 0.1 %, and for a ratio (RBR, or an index without a value of 0 or less) at that of its logarithm.</p>"
            "<p><b>Without any fire.</b> Mean and standard deviation always find 'fire': 15.9 % of a Gaussian lie below mu - sigma. So the flagged share "
            "is printed beside two others: what a Gaussian would have there, and what this index would have there if nothing had "
            "burned. The second mirrors the side on which nothing burns at the histogram's peak, and holds while most of the land did not burn. A share "
            "that is hardly higher shows no fire.</p>"
            "<p><b>Choices.</b> Burned: below, as for RBR, RBD, LogRBR, NRBR, or above. Fuel mask: a class raster on any grid; where it is 0 or has no data "
            "nothing can burn, and nothing is looked at. Minimum area: hectares on the ellipsoid.</p>"
            "<p><b>Outputs.</b> Burned area: 1 burned, 0 not burned, 255 not looked at, with the legend inside. Numbers: THRESHOLD; AREA_HA and PERCENT "
            "(of LOOKED_HA); FLAGGED_PERCENT, before small patches were left out; NO_FIRE_PERCENT and GAUSS_PERCENT, what it would be without any "
            "fire; MEAN, STD, COUNT. Report: the same with the histogram.</p>"
            "<p><b>Example.</b> qgis_process run pantau:burnthreshold -- INPUT=rbr.tif METHOD=kittler MIN_AREA_HA=1 AOI=district.gpkg "
            "OUTPUT=burned.tif REPORT=burned.html</p>"
            "<p><b>Source.</b> Otsu 1979; Kittler and Illingworth 1986; of the logarithm of ratios: Bazi, Bruzzone and Melgani 2005. Areas: Snyder 1987.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        real, polygon = QgsProcessingParameterNumber.Type.Double, [QgsProcessing.SourceType.TypeVectorPolygon]
        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("INPUT", tr("Burn index")))
        add(QgsProcessingParameterEnum("METHOD", tr("Threshold by"), list(METHODS), False, MU_MINUS_SIGMA, False, True))
        add(number_field("K", tr("k_sigma: standard deviations"), real, 1, False, -100, 100))
        add(QgsProcessingParameterNumber("VALUE", tr("value: the threshold"), real, None, True))
        add(QgsProcessingParameterEnum("BURNED", tr("Burned is what lies"), list(SIDES), False, BELOW, False, True))
        add(QgsProcessingParameterRasterLayer("FUEL_MASK", tr("Fuel mask (0: cannot burn)"), optional=True))
        add(number_field("MIN_AREA_HA", tr("Smallest burned patch to keep (ha)"), real, 0, False, 0, 1e9))
        add(QgsProcessingParameterFeatureSource("AOI", tr("Area of interest"), polygon, optional=True))
        add(QgsProcessingParameterRasterDestination("OUTPUT", tr("Burned area"), optional=True))
        add(QgsProcessingParameterFileDestination("REPORT", tr("Report"), "HTML (*.html)", optional=True))
        for name, label in (
            ("THRESHOLD", tr("Threshold")),
            ("AREA_HA", tr("Burned (ha)")),
            ("PERCENT", tr("Burned (% of what was looked at)")),
            ("LOOKED_HA", tr("Looked at (ha)")),
            ("FLAGGED_PERCENT", tr("Beyond the threshold, small patches too (%)")),
            ("NO_FIRE_PERCENT", tr("Beyond it without any fire, by this index (%)")),
            ("GAUSS_PERCENT", tr("Beyond it without any fire, by a Gaussian (%)")),
            ("MEAN", tr("Mean of the index")),
            ("STD", tr("Standard deviation of the index")),
            ("COUNT", tr("Pixels")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        rasters = ["INPUT", *(["FUEL_MASK"] if given(parameters, "FUEL_MASK") else [])]
        for name in rasters:
            sentence = self.raster_problem(parameters, name, context)
            if sentence:
                return sentence
        try:
            self._choices(parameters, context).check()
        except PantauError as error:
            return str(error)
        return self.polygon_problem(parameters, "AOI", context) or self.target_problem(
            parameters, context, ["INPUT", "FUEL_MASK", "AOI"], ["OUTPUT"], ["REPORT"], needed=False
        )

    def _choices(self, parameters: Parameters, context: QgsProcessingContext) -> Settings:
        return Settings(
            self.parameterAsEnumString(parameters, "METHOD", context),
            self.parameterAsDouble(parameters, "K", context),
            self.optional_number(parameters, "VALUE", context),
            self.parameterAsEnumString(parameters, "BURNED", context),
            self.parameterAsDouble(parameters, "MIN_AREA_HA", context),
        )

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        layer = self.parameterAsRasterLayer(parameters, "INPUT", context)
        self._raster, self._crs = self.raster_path(parameters, "INPUT", context)
        self._name = layer.name() if layer else ""
        self._settings = replace(
            self._choices(parameters, context),
            fuel=self.class_map(parameters, "FUEL_MASK", context),
            aoi=self.polygons(parameters, "AOI", context),
        )

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        output = self.raster_target(parameters, "OUTPUT", context)
        page = self.parameterAsFileOutput(parameters, "REPORT", context) if given(parameters, "REPORT") else ""

        def publish(result: BurnMask) -> None:
            write_text(page, mask_report(result))

        result = burn_mask(
            self._raster, self._settings, crs=self._crs, name=self._name, output=output, publish=publish if page else None,
            scratch=temporary_folder(context, destination(parameters, "OUTPUT")), monitor=monitor,
        )  # fmt: skip
        styles.style_on_load(
            context, output, styles.classes(LEGEND), tr("Burned: {area} ha").format(area=number(result.area_ha, 2))
        )
        values = result.values
        results: Parameters = {
            "THRESHOLD": result.threshold, "AREA_HA": result.area_ha, "PERCENT": result.percent, "LOOKED_HA": result.looked_ha,
            "FLAGGED_PERCENT": result.flagged_percent, "NO_FIRE_PERCENT": result.no_fire_percent,
            "GAUSS_PERCENT": result.gaussian_percent, "MEAN": values.mean, "STD": values.std, "COUNT": float(values.count),
        }  # fmt: skip
        results.update((name, value) for name, value in (("OUTPUT", output), ("REPORT", page)) if value)
        return results
