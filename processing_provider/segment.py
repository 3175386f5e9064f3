"""`pantau:segment`: from an image to probability, mask and polygons."""

from __future__ import annotations

import os
from typing import Any, Dict, Iterator, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..plugin.dependencies import ROOT
from ..plugin.engine.errors import PantauError
from ..plugin.engine.monitor import check
from ..plugin.engine.raster.legend import read_legend, read_provenance
from ..plugin.engine.segmentation.devices import has_gpu
from ..plugin.engine.segmentation.earlier import is_mask, take_mask
from ..plugin.engine.segmentation.model import Model
from ..plugin.engine.segmentation.segment import Found, Result, Settings, segment
from ..plugin.engine.text import number, tr
from . import styles
from .algorithm import (
    MineAlgorithm,
    Parameters,
    advanced,
    check_features,
    destination,
    fields_of,
    given,
    kept,
    number_field,
    temporary_folder,
)
from .feedback import FeedbackMonitor

SHIPPED = os.path.join(ROOT, "models", "mine_unet", "mine_unet.onnx")  # in 8 bits, the fastest on a CPU
SHIPPED_GPU = os.path.join(ROOT, "models", "mine_unet", "mine_unet_fp32.onnx")  # the same in 32: a GPU is slow with 8
DEVICES = ["auto", "cpu", "cuda", "tensorrt"]
KINDS = ["uint8", "float32"]
RASTERS, SINKS = ["PROBABILITY", "MASK"], ["POLYGONS"]


class Segment(MineAlgorithm):
    """Segment an image with an ONNX model."""

    def name(self) -> str:
        return "segment"

    def displayName(self) -> str:  # noqa: N802
        return tr("Find mines (segment an image with a model)")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Finds mines, or what another ONNX segmentation model was trained for, in a satellite image.")

    def tags(self) -> list:
        return tr("mine,mining,segmentation,onnx,u-net,sentinel-2,deep learning").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Finds open-pit mines in a Sentinel-2 image and measures them: a probability raster, a mask, and polygons with "
            "hectares. For officers who watch where mines open; any other ONNX segmentation model works too.</p>"
            "<p><b>How.</b> Choose the image and press Run. The shipped model takes red, green and blue (B04, B03, B02) at "
            "10 m, in reflectance x 10 000 or from 0 to 1, without the 1000 that Sentinel-2 products have added since 2022: subtract "
            "it first. Bands are found by their names, else say them in Bands, in the "
            "model's order, such as 3,2,1. It was trained in Brazil: look at the polygons on the image before you use them.</p>"
            "<p><b>Outputs.</b> Probability from 0 to 1 (stored as 0 to 200, nodata 255, or as 32-bit numbers). Mask: one code "
            "a class, 0 for the background, 255 for no data. Polygons along pixel edges: class, class_name, area_ha (hectares "
            "on the ellipsoid), prob_mean, prob_max, model, checksum.</p>"
            "<p><b>Choices.</b> Minimum area and hole filling are in hectares and act on mask and polygons. The area of "
            "interest limits what is read and what is written. Device: auto (a GPU where one works, else the CPU), cpu, cuda, "
            "tensorrt. Probability type: uint8, float32. Overlap is in percent of a tile's side (of 1024 px where the tile size is "
            "left empty); scale mean and scale std are "
            "in the raster's own values: what the model sees is (value - mean) / std. Where the "
            "image is a mask that this algorithm has made, as in a chain, the mask is that one again, within the area of interest: no model "
            "is run, and a mask of another model or threshold is refused, since what differs would pass for new mines.</p>"
            "<p><b>Example.</b> qgis_process run pantau:segment -- INPUT=scene.tif MIN_AREA_HA=0.5 MASK=mines.tif "
            "POLYGONS=mines.gpkg</p>"
            "<p><b>Source.</b> U-Net: Ronneberger, Fischer and Brox 2015. Areas: Snyder 1987. Overlapping tiles are blended "
            "with smooth weights before the threshold, so that no seams remain.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        real, whole = QgsProcessingParameterNumber.Type.Double, QgsProcessingParameterNumber.Type.Integer

        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("INPUT", tr("Image")))
        add(
            QgsProcessingParameterFile(
                "MODEL", tr("Model (empty: the shipped mine model)"), optional=True, fileFilter="ONNX (*.onnx *.ONNX)"
            )
        )
        add(QgsProcessingParameterString("BANDS", tr("Bands, in the model's order (empty: by name)"), optional=True))
        add(number_field("THRESHOLD", tr("Probability threshold (empty: the model's)"), real, None, True, 0, 1))
        add(number_field("MIN_AREA_HA", tr("Minimum area (ha)"), real, 0, False, 0, 1e9))
        add(number_field("FILL_HOLES_HA", tr("Fill holes smaller than (ha)"), real, 0, False, 0, 1e9))
        add(
            QgsProcessingParameterFeatureSource(
                "AOI", tr("Area of interest"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            )
        )
        add(QgsProcessingParameterEnum("DEVICE", tr("Device"), DEVICES, defaultValue="auto", usesStaticStrings=True))
        add(advanced(QgsProcessingParameterBoolean("REQUIRE_DEVICE", tr("Fail where the device cannot be used"), False)))
        add(advanced(QgsProcessingParameterString("SCALE_MEAN", tr("Scale mean (empty: the model's)"), optional=True)))
        add(advanced(QgsProcessingParameterString("SCALE_STD", tr("Scale std (empty: the model's)"), optional=True)))
        add(advanced(number_field("TILE", tr("Tile size (px; empty: chosen from the image)"), whole, None, True, 16, 16384)))
        add(advanced(number_field("OVERLAP", tr("Overlap of tiles (percent; empty: the model's)"), real, None, True, 0, 50)))
        add(advanced(number_field("BATCH", tr("Tiles a batch (empty: chosen for the device)"), whole, None, True, 1, 1024)))
        add(
            advanced(
                QgsProcessingParameterEnum(
                    "PROBABILITY_TYPE", tr("Probability type"), KINDS, defaultValue="uint8", usesStaticStrings=True
                )
            )
        )
        add(QgsProcessingParameterRasterDestination("PROBABILITY", tr("Probability"), optional=True))
        add(QgsProcessingParameterRasterDestination("MASK", tr("Mask"), optional=True))
        add(
            QgsProcessingParameterFeatureSink("POLYGONS", tr("Polygons"), QgsProcessing.SourceType.TypeVectorPolygon, optional=True)
        )
        self.addOutput(QgsProcessingOutputNumber("AREA_HA", tr("Area found (ha)")))
        self.addOutput(QgsProcessingOutputString("DEVICE_USED", tr("Device that ran the model")))
        self.addOutput(QgsProcessingOutputNumber("MPX_PER_S", tr("Speed (megapixels a second)")))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        sentence = (
            self.raster_problem(parameters, "INPUT", context)
            or self.polygon_problem(parameters, "AOI", context)
            or self.whole_problem(parameters, ["TILE", "BATCH"], context)
        )
        if sentence:
            return sentence
        model = self.parameterAsString(parameters, "MODEL", context)
        if model and not os.path.isfile(model):
            return tr("There is no model at {path}: check the name.").format(path=model)
        if model and not model.lower().endswith(".onnx"):
            return tr("{path} is no ONNX model: choose a file that ends with .onnx.").format(path=model)
        if any(given(parameters, name) for name in ("PROBABILITY", *SINKS)):
            layer = self.parameterAsRasterLayer(parameters, "INPUT", context)
            if layer is not None and is_mask(layer.source()):
                return tr("{path} is a mask that this algorithm has made: give an image, or ask for MASK alone.").format(
                    path=layer.source()
                )
        return self.target_problem(parameters, context, ["INPUT", "MODEL", "AOI"], RASTERS, SINKS)

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._raster, self._crs = self.raster_path(parameters, "INPUT", context)
        self._settings = Settings(
            bands=self.parameterAsString(parameters, "BANDS", context),
            threshold=self.optional_number(parameters, "THRESHOLD", context),
            scale_mean=self.parameterAsString(parameters, "SCALE_MEAN", context),
            scale_std=self.parameterAsString(parameters, "SCALE_STD", context),
            tile=self.optional_integer(parameters, "TILE", context),
            overlap=self.optional_number(parameters, "OVERLAP", context),
            batch=self.optional_integer(parameters, "BATCH", context),
            min_area_ha=self.parameterAsDouble(parameters, "MIN_AREA_HA", context),
            fill_holes_ha=self.parameterAsDouble(parameters, "FILL_HOLES_HA", context),
            probability_float=self.parameterAsString(parameters, "PROBABILITY_TYPE", context) == "float32",
            aoi=self.polygons(parameters, "AOI", context),
        )

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        if is_mask(self._raster):
            return self._take_mask(parameters, context, monitor)
        device = self.parameterAsString(parameters, "DEVICE", context)
        require = self.parameterAsBoolean(parameters, "REQUIRE_DEVICE", context)
        path = self.parameterAsString(parameters, "MODEL", context)
        model = Model(path or (SHIPPED if device == "cpu" or not has_gpu() else SHIPPED_GPU), device, require)
        if not path and model.device == "cpu" and device != "cpu":  # the GPU is there and did not start
            model = Model(SHIPPED, device, require)
        probability = self.raster_target(parameters, "PROBABILITY", context)
        mask = self.raster_target(parameters, "MASK", context)
        vector = destination(parameters, "POLYGONS")
        sink_id = ""

        def write_polygons(result: Result, found: Iterator[Found]) -> None:
            nonlocal sink_id
            with kept(vector):
                sink_id = self.write_aside(
                    parameters, "POLYGONS", lambda its: self._write_polygons(its, context, monitor, model, result, found)
                )
                if vector is not None:
                    # The file is closed with the sink, and a disk that was full then has told nobody.
                    check_features(vector, result.count)

        result = segment(
            self._raster, model, self._settings, crs=self._crs, probability=probability, mask=mask,
            polygons=write_polygons if given(parameters, "POLYGONS") else None,
            scratch=temporary_folder(context, mask or probability or vector), monitor=monitor,
        )  # fmt: skip

        area = number(result.area_ha, 2)
        styles.style_on_load(context, probability, styles.probability, tr("Probability ({model})").format(model=model.name))
        styles.style_on_load(context, mask, styles.classes(model.legend), tr("Mask: {area} ha").format(area=area))
        styles.style_on_load(context, sink_id, styles.outlines("#D7301F"), tr("Polygons: {area} ha").format(area=area))
        results: Parameters = {
            "AREA_HA": float(result.area_ha), "DEVICE_USED": model.device, "MPX_PER_S": float(result.speed),
        }  # fmt: skip
        for name, value in (("PROBABILITY", probability), ("MASK", mask), ("POLYGONS", sink_id)):
            if value:
                results[name] = value
        return results

    def _take_mask(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        """The mask of an earlier run, as it is: a chain takes one where it also takes an image."""
        mask = self.parameterAsOutputLayer(parameters, "MASK", context)
        path = self.parameterAsString(parameters, "MODEL", context)
        models = (Model(one, "cpu") for one in ([path] if path else [SHIPPED, SHIPPED_GPU]))
        found = take_mask(self._raster, models, self._settings, mask, crs=self._crs, monitor=monitor)
        styles.style_on_load(context, mask, styles.classes(read_legend(mask)), tr("Mask: {area} ha").format(area=number(found, 2)))
        return {"AREA_HA": found, "DEVICE_USED": str(read_provenance(mask).get("device", "")), "MASK": mask}

    def _write_polygons(
        self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor, model: Model,
        result: Result, found: Iterator[Found],
    ) -> str:  # fmt: skip
        fields = fields_of(
            ("class", int, 0, 0), ("class_name", str, 80, 0), ("area_ha", float, 20, 4), ("prob_mean", float, 10, 4),
            ("prob_max", float, 10, 4), ("model", str, 80, 0), ("checksum", str, 64, 0),
        )  # fmt: skip
        sink, sink_id = self.parameterAsSink(
            parameters, "POLYGONS", context, fields, QgsWkbTypes.Type.Polygon, QgsCoordinateReferenceSystem(result.crs)
        )
        if sink is None:
            raise PantauError(
                tr("The polygons cannot be written to {target}: choose another file.").format(
                    target=self.parameterAsString(parameters, "POLYGONS", context)
                )
            )
        for polygon in found:
            check(monitor, 1, 1)
            feature = QgsFeature(fields)
            geometry = QgsGeometry()
            geometry.fromWkb(polygon.wkb)
            feature.setGeometry(geometry)
            feature.setAttributes(
                [
                    polygon.code,
                    polygon.name,
                    round(polygon.area_ha, 4),
                    round(polygon.probability_mean, 4),
                    round(polygon.probability_max, 4),
                    model.name,
                    model.sha256,
                ]  # fmt: skip
            )
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise PantauError(
                    tr("The polygons cannot be written ({reason}): free space on the disk.").format(reason=sink.lastError())
                )
        if not sink.flushBuffer():
            raise PantauError(
                tr("The polygons cannot be written ({reason}): free space on the disk.").format(reason=sink.lastError())
            )
        return sink_id
