"""`pantau:burnindex`: what the radar backscatter of two dates differs by, as an index of burning."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..plugin.engine.burn.index import INDICES, LOGRBR, NRBR, RBD, RBR, BurnIndex, Settings, burn_index, figure, seen_units
from ..plugin.engine.burn.index_report import report
from ..plugin.engine.burn.units import AUTO, DB, LINEAR, UNITS
from ..plugin.engine.files import write_text
from ..plugin.engine.raster.zones import Map
from ..plugin.engine.text import tr
from . import styles
from .algorithm import BurnAlgorithm, Parameters, advanced, given, number_field
from .feedback import FeedbackMonitor

RASTERS, CROSS = ("PRE", "POST"), ("CROSS_PRE", "CROSS_POST")


class BurnIndexAlgorithm(BurnAlgorithm):
    """Radar burn index of two dates."""

    def name(self) -> str:
        return "burnindex"

    def displayName(self) -> str:  # noqa: N802
        return tr("Compute a radar burn index (RBR, RBD)")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Compares radar backscatter before and after a fire: RBR, RBD, LogRBR or NRBR, with mean, spread and a report.")

    def tags(self) -> list:
        return tr("burned area,fire,sentinel-1,sar,radar,backscatter,rbr,rbd,logrbr,nrbr,burn ratio,karhutla").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Shows where radar backscatter fell between two dates, as it does where fire takes the canopy, through clouds and smoke. For "
            "Sentinel-1 VH, best as the median of several dates before and after, without speckle (despeckle).</p>"
            "<p><b>How.</b> Both rasters are read as power: decibels are converted first, since a ratio of decibels means nothing. The unit "
            "is told from the values of each raster, and the log says it. The raster after the fire is interpolated (bilinear) to the grid "
            "of the one before, where theirs differ. Pixels of no data or no power (0 or less) on one of the dates are no data. Mean and "
            "standard deviation are of the pixels inside the area of interest alone.</p>"
            "<p><b>Indices.</b> rbr: post / pre; 1 is no change, 0.5 half the power. rbd: post - pre, of power (linear) or of decibels (db): two "
            "different indices, and the layer's name says which. logrbr: 10 log10(post / pre), the same as rbd of decibels; as even to "
            "both sides as Otsu and Kittler-Illingworth want it. nrbr: (RBR of VH - RBR of VV) / (their sum): give VH as PRE and POST, VV as "
            "CROSS_PRE and CROSS_POST. All fall where land burned.</p>"
            "<p><b>Choices.</b> Band: of the rasters before and after; the other polarisation has its own, so that one file may hold both. Units: "
            "auto, linear (power) or db, of all rasters.</p>"
            "<p><b>Outputs.</b> Index: 32-bit decimals, red where backscatter fell, blue where it rose. Report: histogram with the lines of mean - 1 "
            "standard deviation, mean, and mean + 1, Otsu and Kittler-Illingworth; what each flags, in hectares and percent, and what it would "
            "flag without any fire. Numbers: MEAN, STD (of the population), COUNT (pixels), LOOKED_HA, EMPTY_HA (no data on one of the dates). UNITS_FOUND: "
            "of each raster.</p>"
            "<p><b>Example.</b> qgis_process run pantau:burnindex -- PRE=vh_2018.tif POST=vh_2019.tif INDEX=rbr AOI=district.gpkg "
            "OUTPUT=rbr.tif REPORT=rbr.html</p>"
            "<p><b>Source.</b> RBR: Tanase, Kennedy and Aponte 2015. RBD, LogRBR: De Luca, Silva and Modica 2021. NRBR: Tarazona, Tanase "
            "and Mantas 2025. Mean and variance in one pass: Chan, Golub and LeVeque 1983. Areas: Snyder 1987.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        whole, polygon = QgsProcessingParameterNumber.Type.Integer, [QgsProcessing.SourceType.TypeVectorPolygon]
        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("PRE", tr("Backscatter before the fire")))
        add(QgsProcessingParameterRasterLayer("POST", tr("Backscatter after the fire")))
        add(QgsProcessingParameterEnum("INDEX", tr("Index"), list(INDICES), False, RBR, False, True))
        add(QgsProcessingParameterEnum("UNITS", tr("Units of the backscatter"), [AUTO, *UNITS], False, AUTO, False, True))
        add(QgsProcessingParameterEnum("RBD_SCALE", tr("RBD: difference of"), [LINEAR, DB], False, LINEAR, False, True))
        add(number_field("BAND", tr("Band"), whole, 1, False, 1, 65535))
        add(advanced(QgsProcessingParameterRasterLayer("CROSS_PRE", tr("NRBR: other polarisation before"), optional=True)))
        add(advanced(QgsProcessingParameterRasterLayer("CROSS_POST", tr("NRBR: other polarisation after"), optional=True)))
        add(advanced(number_field("CROSS_BAND", tr("NRBR: band of the other polarisation"), whole, 1, False, 1, 65535)))
        add(QgsProcessingParameterFeatureSource("AOI", tr("Area of interest"), polygon, optional=True))
        add(QgsProcessingParameterRasterDestination("OUTPUT", tr("Burn index"), optional=True))
        add(QgsProcessingParameterFileDestination("REPORT", tr("Report"), "HTML (*.html)", optional=True))
        for name, label in (
            ("MEAN", tr("Mean")),
            ("STD", tr("Standard deviation")),
            ("COUNT", tr("Pixels")),
            ("LOOKED_HA", tr("With data on both dates (ha)")),
            ("EMPTY_HA", tr("Without data on one of the dates (ha)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString("UNITS_FOUND", tr("Units of each raster")))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        other = self._index(parameters, context) == NRBR
        rasters = [*RASTERS, *(name for name in CROSS if given(parameters, name))]
        missing = next((name for name in CROSS if other and not given(parameters, name)), None)
        if missing:
            return tr("INDEX is nrbr, and {name} is empty: give the other polarisation, such as VV, before and after.").format(
                name=missing
            )
        sentences = [self.raster_problem(parameters, name, context) for name in rasters]
        return next(filter(None, sentences), None) or (
            self.whole_problem(parameters, ["BAND", "CROSS_BAND"], context)
            or self.polygon_problem(parameters, "AOI", context)
            or self.target_problem(parameters, context, [*RASTERS, *CROSS, "AOI"], ["OUTPUT"], ["REPORT"], needed=False)
        )

    def _index(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        return self.parameterAsEnumString(parameters, "INDEX", context)

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._maps = {}
        for name in (*RASTERS, *CROSS):
            if given(parameters, name):
                layer = self.parameterAsRasterLayer(parameters, name, context)
                self._maps[name] = Map(*self.raster_path(parameters, name, context), layer.name() if layer else "")
        self._settings = Settings(
            self._index(parameters, context),
            self.parameterAsEnumString(parameters, "UNITS", context),
            self.parameterAsEnumString(parameters, "RBD_SCALE", context),
            self.parameterAsInt(parameters, "BAND", context),
            self.parameterAsInt(parameters, "CROSS_BAND", context),
            self.polygons(parameters, "AOI", context),
        )

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        output = self.raster_target(parameters, "OUTPUT", context)
        page = self.parameterAsFileOutput(parameters, "REPORT", context) if given(parameters, "REPORT") else ""
        maps, settings = self._maps, self._settings
        if settings.index != NRBR and any(name in maps for name in CROSS):
            monitor.log(tr("CROSS_PRE and CROSS_POST are for nrbr alone: they are not used."))

        def publish(result: BurnIndex) -> None:
            write_text(page, report(result))

        result = burn_index(
            maps["PRE"], maps["POST"], settings, cross=tuple(maps[name] for name in CROSS) if settings.index == NRBR else None,
            output=output, publish=publish if page else None, monitor=monitor,
        )  # fmt: skip
        values = result.values
        styles.style_on_load(
            context,
            output,
            styles.burn_index(_scale(settings), values.std),
            tr("{index}: mean {mean}, standard deviation {std}").format(
                index=result.title, mean=figure(values.mean, values.std), std=figure(values.std, values.std)
            ),
        )
        results: Parameters = {
            "MEAN": values.mean, "STD": values.std, "COUNT": float(values.count), "LOOKED_HA": values.area_ha,
            "EMPTY_HA": result.empty_ha, "UNITS_FOUND": seen_units(result),
        }  # fmt: skip
        results.update((name, value) for name, value in (("OUTPUT", output), ("REPORT", page)) if value)
        return results


def _scale(settings: Settings) -> str:
    """Which of the styles' scales an index has."""
    decibels = settings.index == LOGRBR or (settings.index == RBD and settings.rbd_scale == DB)
    return "db" if decibels else settings.index
