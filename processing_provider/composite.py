"""`pantau:composite`: many rasters in one, by their median or another figure; mosaics as well."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..plugin.engine.raster.composite import METHODS, Raster, Settings, composite
from ..plugin.engine.raster.source import RESAMPLING
from ..plugin.engine.text import tr
from . import styles
from .algorithm import ImageryAlgorithm, Parameters, given
from .feedback import FeedbackMonitor


class Composite(ImageryAlgorithm):
    """Combine rasters pixel by pixel."""

    def name(self) -> str:
        return "composite"

    def displayName(self) -> str:  # noqa: N802
        return tr("Make a composite or a mosaic")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Combines any number of rasters into one: median, mean, minimum, maximum, count or first, pixel by pixel.")

    def tags(self) -> list:
        return tr("composite,mosaic,merge,median,mean,cloud free,stack,time series").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Makes one raster of many: a cloud-free image of a season from scenes whose clouds are masked, or a mosaic of scenes "
            "that lie side by side. For whoever needs one image to classify or to look at.</p>"
            "<p><b>How.</b> Choose the rasters. Each pixel of each band becomes the median of what the rasters hold there; no data, "
            "masks and NaN do not count. Bands are matched by name where all rasters name theirs, else by position. The result covers "
            "all rasters, in the coordinate system and with the pixels of the first; or it has the grid of the reference raster. "
            "Rasters whose pixels coincide with those of the result are not resampled.</p>"
            "<p><b>Choices.</b> Method: median, mean, min (minimum), max (maximum), count (how many values there are), first (the "
            "first that is valid, in the order of the list). Resampling: nearest, bilinear, cubic; classes always take nearest, and "
            "have no median or mean.</p>"
            "<p><b>Outputs.</b> Composite: the values as they are stored, with the type, the scale and the no-data value of the first "
            "raster; medians and means of whole numbers are rounded. Where the rasters declare different scales or offsets it holds "
            "physical values, in decimals. Without a no-data value of the first it is NaN for decimals, the highest value for "
            "positive whole numbers and the lowest for others; a result that equals it by chance moves by one step. Class maps keep every code: their no-data value is then another. Count: how many "
            "values each pixel rests on, in the band with the fewest; 65535 outside the area of interest. Numbers: RASTERS (used), "
            "RESAMPLED, MPX_PER_S (megapixels a second).</p>"
            "<p><b>Example.</b> qgis_process run pantau:composite -- INPUTS=june.tif INPUTS=july.tif INPUTS=august.tif "
            "METHOD=median OUTPUT=season.tif COUNT=observations.tif</p>"
            "<p><b>Source.</b> The figures are those of every pixel and band for itself. Sorting: Batcher 1968 (Knuth 5.2.2, algorithm M).</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        add = self.addParameter
        add(QgsProcessingParameterMultipleLayers("INPUTS", tr("Rasters"), QgsProcessing.SourceType.TypeRaster))
        add(QgsProcessingParameterEnum("METHOD", tr("Method"), list(METHODS), defaultValue="median", usesStaticStrings=True))
        add(QgsProcessingParameterRasterLayer("REFERENCE", tr("Grid of (empty: all that the rasters cover)"), optional=True))
        add(
            QgsProcessingParameterEnum(
                "RESAMPLING", tr("Resampling"), list(RESAMPLING), defaultValue="bilinear", usesStaticStrings=True
            )
        )
        add(
            QgsProcessingParameterFeatureSource(
                "AOI", tr("Area of interest"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            )
        )
        add(QgsProcessingParameterRasterDestination("OUTPUT", tr("Composite"), optional=True))
        add(QgsProcessingParameterRasterDestination("COUNT", tr("Count of values"), optional=True, createByDefault=False))
        self.addOutput(QgsProcessingOutputNumber("RASTERS", tr("Rasters used")))
        self.addOutput(QgsProcessingOutputNumber("RESAMPLED", tr("Rasters resampled")))
        self.addOutput(QgsProcessingOutputNumber("MPX_PER_S", tr("Speed (megapixels a second)")))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        sentence = self.rasters_problem(parameters, "INPUTS", context)
        if not sentence and given(parameters, "REFERENCE"):
            sentence = self.raster_problem(parameters, "REFERENCE", context)
        sentence = sentence or self.polygon_problem(parameters, "AOI", context)
        inputs = ["INPUTS", "REFERENCE", "AOI"]
        return sentence or self.target_problem(parameters, context, inputs, ["OUTPUT", "COUNT"], [])

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._rasters = [Raster(*one) for one in self.raster_paths(parameters, "INPUTS", context)]
        reference = self.raster_path(parameters, "REFERENCE", context) if given(parameters, "REFERENCE") else None
        self._settings = Settings(
            method=self.parameterAsString(parameters, "METHOD", context),
            resampling=self.parameterAsString(parameters, "RESAMPLING", context),
            reference=Raster(*reference) if reference else None,
            aoi=self.polygons(parameters, "AOI", context),
        )

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        targets = {name: self.raster_target(parameters, name, context) for name in ("OUTPUT", "COUNT")}
        result = composite(self._rasters, self._settings, targets["OUTPUT"], targets["COUNT"], monitor=monitor)
        styles.natural_on_load(context, targets["OUTPUT"])
        numbers = {"RASTERS": float(result.rasters), "RESAMPLED": float(result.resampled), "MPX_PER_S": float(result.speed)}
        return {**numbers, **{name: path for name, path in targets.items() if path}}
