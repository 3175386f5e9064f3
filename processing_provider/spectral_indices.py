"""`pantau:spectralindices`: indices of vegetation, water, bare and built-up land, burns and salt, as bands."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..plugin.engine.errors import PantauError
from ..plugin.engine.raster.indices import INDICES, parse_indices, spectral_indices
from ..plugin.engine.text import tr
from . import styles
from .algorithm import ImageryAlgorithm, Parameters
from .feedback import FeedbackMonitor


class SpectralIndices(ImageryAlgorithm):
    """Compute spectral indices of an image."""

    def name(self) -> str:
        return "spectralindices"

    def displayName(self) -> str:  # noqa: N802
        return tr("Compute spectral indices")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Computes NDVI, NDBI, NDWI, MNDWI, NBR, BSI, SAVI, EVI and a salinity index of an image, as bands.")

    def tags(self) -> list:
        return tr("index,indices,ndvi,ndbi,ndwi,mndwi,nbr,bsi,savi,evi,ndsi,salinity,vegetation,water").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        formulas = "; ".join(f"{name} = {index.formula}" for name, index in INDICES.items())
        return tr(
            "<p>Computes indices that show vegetation, water, bare and built-up land, burns or salt more clearly than single bands do, "
            "and puts them behind the bands of the image. For whoever classifies an image or looks for one kind of ground.</p>"
            "<p><b>How.</b> Choose the image and name the indices, with commas; left empty, all that its bands allow. The bands are found "
            "by their common name, else their wavelength, else their name: red or merah, B04 of Sentinel-2, SR_B4 of Landsat. "
            "Names from B1 to B7 alone mean other bands with each sensor: then name the bands blue, green, red, nir, swir16, swir22. The "
            "log says which band was taken for what.</p>"
            "<p><b>Indices.</b> {formulas}. B is blue, G green, R red, N near infrared (B08 of Sentinel-2, else B8A), S1 and S2 short-wave "
            "infrared at 1.6 and 2.2 micrometres. NDSI is the salinity index here, the opposite of NDVI, and no index of snow.</p>"
            "<p><b>Values.</b> Scale and offset that the file declares are applied. Without them, decimals up to about 1 are taken as "
            "reflectance, all else as reflectance x 10 000, which matters to SAVI and EVI.</p>"
            "<p><b>Outputs.</b> A raster of 32-bit decimals, no data -9999: the bands of the image, scaled if the file says how, and the "
            "indices, each with its name. An index has no data where one of its bands has none, or where it would divide by zero. "
            "Also: BANDS_USED, MPX_PER_S (megapixels a second).</p>"
            "<p><b>Example.</b> qgis_process run pantau:spectralindices -- INPUT=scene.tif INDICES=NDVI,MNDWI,BSI OUTPUT=indices.tif</p>"
            "<p><b>Source.</b> Awesome Spectral Indices: Montero et al. 2023, Scientific Data 10:197 (BSI is called BI there). NDSI: Khan et "
            "al. 2005, Agricultural Water Management 77.</p>"
        ).format(formulas=formulas)

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("INPUT", tr("Image")))
        add(QgsProcessingParameterString("INDICES", tr("Indices, with commas (empty: all that the bands allow)"), optional=True))
        add(QgsProcessingParameterBoolean("KEEP_BANDS", tr("Keep the bands of the image before the indices"), True))
        add(QgsProcessingParameterRasterDestination("OUTPUT", tr("Spectral indices")))
        self.addOutput(QgsProcessingOutputString("BANDS_USED", tr("Bands used")))
        self.addOutput(QgsProcessingOutputNumber("MPX_PER_S", tr("Speed (megapixels a second)")))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        sentence = self.raster_problem(parameters, "INPUT", context)
        if sentence:
            return sentence
        try:
            parse_indices(self.parameterAsString(parameters, "INDICES", context))
        except PantauError as error:
            return str(error)
        return self.target_problem(parameters, context, ["INPUT"], ["OUTPUT"], [])

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._raster, self._crs = self.raster_path(parameters, "INPUT", context)

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        output = self.raster_target(parameters, "OUTPUT", context)
        result = spectral_indices(
            self._raster, self.parameterAsString(parameters, "INDICES", context), output,
            keep_bands=self.parameterAsBoolean(parameters, "KEEP_BANDS", context), crs=self._crs, monitor=monitor,
        )  # fmt: skip
        styles.natural_on_load(context, output)
        used = ", ".join(f"{role} {match.name or match.number}" for role, match in result.matches.items())
        return {"OUTPUT": output, "BANDS_USED": used, "MPX_PER_S": float(result.speed)}
