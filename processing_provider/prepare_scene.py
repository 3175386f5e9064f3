"""`pantau:preparescene`: from a satellite product to a raster that can be analysed."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
)

from ..plugin.engine.raster.products import exists, open_product, open_rasters
from ..plugin.engine.raster.scene import Settings, prepare
from ..plugin.engine.text import tr
from . import styles
from .algorithm import ImageryAlgorithm, Parameters, given, number_field
from .feedback import FeedbackMonitor

SOURCES = ("INPUT", "FOLDER", "RASTERS")


class PrepareScene(ImageryAlgorithm):
    """Bands on one grid, as reflectance, without clouds and shadows."""

    def name(self) -> str:
        return "preparescene"

    def displayName(self) -> str:  # noqa: N802
        return tr("Prepare a satellite scene")

    def shortDescription(self) -> str:  # noqa: N802
        return tr(
            "Makes one raster of reflectance of a Sentinel-2 or Landsat product or of band files, without clouds and shadows."
        )

    def tags(self) -> list:
        return tr("sentinel-2,landsat,SAFE,L2A,reflectance,cloud mask,SCL,QA_PIXEL,QA60,import,analysis ready").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Makes of a downloaded satellite product one raster to classify or to look at: the bands on one grid, as reflectance, "
            "clouds and shadows taken out. The first step for whoever starts from a Sentinel-2 or Landsat download.</p>"
            "<p><b>How.</b> Give one of three. Product file: the .zip of a Sentinel-2 SAFE, the .tar of a Landsat Collection 2 level 2 "
            "product, MTD_MSIL2A.xml or *_MTL.txt; archives are read as they are. Folder: a SAFE, a folder with one, a Landsat folder, or one "
            "of band files. Rasters: an image with several bands, or band files. A Sentinel-2 L1C product works too, as reflectance at the "
            "top of the atmosphere.</p>"
            "<p><b>Choices.</b> Bands: names (B04, SR_B4, red) or numbers, with commas; empty: B02 to B08, B8A, B11, B12 of Sentinel-2, "
            "SR_B2 to SR_B7 of Landsat 8 and 9, SR_B1 to SR_B5 and SR_B7 of earlier ones, all of other rasters. Resolution in metres; empty: "
            "10 for Sentinel-2, 30 for Landsat, that of the finest band else. Coarser pixels are means, finer ones are interpolated. Buffer: "
            "pixels around clouds and shadows that are taken out too.</p>"
            "<p><b>Values.</b> Scale and offset come from the product's metadata and are applied once. Rasters without metadata: whole numbers "
            "are taken as reflectance x 10 000 (of bands called SR_B... as those of Landsat Collection 2); bytes and decimals stay as they "
            "are.</p>"
            "<p><b>Masks.</b> Sentinel-2: SCL 8, 9, 10 are clouds, 3 is shadow; with them MSK_CLASSI or MSK_CLOUDS of the product. Landsat: "
            "QA_PIXEL, bits 1 to 3 clouds, 4 shadow. Rasters: a band or a file called SCL, QA_PIXEL, MSK_CLASSI or QA60 (bits 10 and 11). "
            "QA60 marks no shadows, and is empty in products of 2022-01-25 to 2024-02-28: then nothing is known about clouds.</p>"
            "<p><b>Outputs.</b> Scene: 16-bit numbers with scale 0.0001 (1500 is a reflectance of 0.15), no data -32768, cut off at 3.2767; "
            "band names and wavelengths inside. A pixel without data in one band has none in all. CLOUD_PERCENT and SHADOW_PERCENT: of the "
            "pixels that hold data in the area, what the masks mark, also where it is not taken out; empty where nothing marks them. "
            "MASKED_PERCENT: what was taken out, with the buffer. NODATA_PERCENT: the part of the area where the product holds no data. "
            "BANDS_USED, MPX_PER_S (megapixels a second).</p>"
            "<p><b>Example.</b> qgis_process run pantau:preparescene -- INPUT=S2A_MSIL2A_20230801.zip BUFFER=5 OUTPUT=scene.tif</p>"
            "<p><b>Source.</b> Sentinel-2 Products Specification Document (ESA), offsets since processing baseline 04.00; Landsat 8-9 "
            "Collection 2 Level 2 Science Product Guide (USGS).</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        real = QgsProcessingParameterNumber.Type.Double
        behaviors = QgsProcessingParameterFile.Behavior
        kinds = tr("Satellite products") + " (*.zip *.tar *.tar.gz *.tgz MTD_*.xml *_MTL.txt *_MTL.xml *_MTL.json *.tif *.jp2)"
        add = self.addParameter
        add(
            QgsProcessingParameterFile(
                "INPUT", tr("Product file"), optional=True, fileFilter=kinds + ";;" + tr("All files") + " (*)"
            )
        )
        add(QgsProcessingParameterFile("FOLDER", tr("or product folder"), behaviors.Folder, optional=True))
        add(
            QgsProcessingParameterMultipleLayers(
                "RASTERS", tr("or rasters: an image, or band files"), QgsProcessing.SourceType.TypeRaster, optional=True
            )
        )
        add(QgsProcessingParameterString("BANDS", tr("Bands, with commas (empty: the usual ones)"), optional=True))
        add(number_field("RESOLUTION", tr("Resolution (m; empty: the product's)"), real, None, True, 0, 1e6))
        add(QgsProcessingParameterBoolean("MASK_CLOUDS", tr("Take out clouds"), True))
        add(QgsProcessingParameterBoolean("MASK_SHADOWS", tr("Take out cloud shadows"), True))
        add(number_field("BUFFER", tr("Buffer around them (px)"), real, 0, False, 0, 500))
        add(
            QgsProcessingParameterFeatureSource(
                "AOI", tr("Area of interest"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            )
        )
        add(QgsProcessingParameterRasterDestination("OUTPUT", tr("Scene")))
        for name, label in (
            ("CLOUD_PERCENT", tr("Clouds (percent of the pixels with data)")),
            ("SHADOW_PERCENT", tr("Cloud shadows (percent of the pixels with data)")),
            ("MASKED_PERCENT", tr("Taken out, with the buffer (percent of the pixels with data)")),
            ("NODATA_PERCENT", tr("Without data in the product (percent of the area)")),
            ("MPX_PER_S", tr("Speed (megapixels a second)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString("BANDS_USED", tr("Bands used")))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        if sum(given(parameters, name) and parameters[name] != [] for name in SOURCES) != 1:
            return tr("Give one source: either INPUT, FOLDER or RASTERS.")
        if given(parameters, "RASTERS") and parameters["RASTERS"] != []:
            sentence = self.rasters_problem(parameters, "RASTERS", context)
        else:
            path = self.parameterAsString(parameters, "INPUT" if given(parameters, "INPUT") else "FOLDER", context)
            sentence = None if exists(path) else tr("There is no file or folder at {path}: check the name.").format(path=path)
        resolution = self.optional_number(parameters, "RESOLUTION", context)
        if resolution is not None and not 0 < resolution <= 1e6:
            sentence = sentence or tr("RESOLUTION is {value:g} m: give a number above 0.").format(value=resolution)
        buffer_px = self.parameterAsDouble(parameters, "BUFFER", context)
        if not 0 <= buffer_px <= 500:
            sentence = sentence or tr("BUFFER is {value:g} px: give a number from 0 to 500.").format(value=buffer_px)
        sentence = sentence or self.polygon_problem(parameters, "AOI", context)
        return sentence or self.target_problem(parameters, context, ["INPUT", "RASTERS", "AOI"], ["OUTPUT"], [])

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._path = self.parameterAsString(parameters, "INPUT" if given(parameters, "INPUT") else "FOLDER", context)
        self._rasters = [] if self._path else self.raster_paths(parameters, "RASTERS", context)
        self._settings = Settings(
            bands=self.parameterAsString(parameters, "BANDS", context),
            resolution_m=self.optional_number(parameters, "RESOLUTION", context),
            mask_clouds=self.parameterAsBoolean(parameters, "MASK_CLOUDS", context),
            mask_shadows=self.parameterAsBoolean(parameters, "MASK_SHADOWS", context),
            buffer_px=self.parameterAsDouble(parameters, "BUFFER", context),
            aoi=self.polygons(parameters, "AOI", context),
        )

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        output = self.raster_target(parameters, "OUTPUT", context)
        product = open_product(self._path) if self._path else open_rasters(self._rasters)
        result = prepare(product, self._settings, output, monitor=monitor)
        styles.natural_on_load(context, output, product.name)
        percents = {
            "CLOUD_PERCENT": result.cloud_percent, "SHADOW_PERCENT": result.shadow_percent,
            "MASKED_PERCENT": result.masked_percent, "NODATA_PERCENT": result.nodata_percent,
        }  # fmt: skip
        return {
            "OUTPUT": output, **percents, "MPX_PER_S": result.speed,
            "BANDS_USED": ", ".join(band.name or str(n) for n, band in enumerate(result.bands, 1)),
        }  # fmt: skip
