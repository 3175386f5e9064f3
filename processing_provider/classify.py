"""`pantau:classify`: a trained model over a raster."""

from __future__ import annotations

import json
import os
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..plugin.engine.errors import PantauError
from ..plugin.engine.landcover.classify import classify, open_model, segment_classes
from ..plugin.engine.landcover.forest import ForestModel
from ..plugin.engine.text import tr
from . import styles
from .algorithm import LandCoverAlgorithm, Parameters, given, temporary_folder
from .feedback import FeedbackMonitor

RASTERS = ["OUTPUT", "CONFIDENCE", "PROBABILITIES"]


class Classify(LandCoverAlgorithm):
    """Classify a raster with a trained model."""

    def name(self) -> str:
        return "classify"

    def displayName(self) -> str:  # noqa: N802
        return tr("Classify land cover")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Gives every pixel of a raster the class that a trained model finds most probable, and says how sure it is.")

    def tags(self) -> list:
        return tr("land cover,classification,random forest,confidence,probability,supervised").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Makes a land cover map: each pixel gets the class for which most trees of a random forest vote. For officers who "
            "have trained a model with 'Train a random forest'; a Pantau segmentation network (.onnx) works too.</p>"
            "<p><b>How.</b> Choose the raster and the model and press Run. Bands are matched by name, then by what they see (common "
            "name or wavelength), by position only where there are no names. Values must have the units of the training; a scale "
            "and offset that the raster declares are taken into account. With the package numba it is several times faster; the "
            "result is the same without.</p>"
            "<p><b>Outputs.</b> Land cover: one code a class, with names and colours; no data is 0, or another free code where a "
            "class has 0. Confidence: the share of the votes that the class has won. Probabilities: the shares of all classes, one "
            "band each. Both from 0 to 1, stored as 0 to 200, nodata 255. Hectares of each class are in the log, and in CLASS_HA as JSON by "
            "code. ENGINE: numba or onnxruntime. A network gives no confidence.</p>"
            "<p><b>Example.</b> qgis_process run pantau:classify -- INPUT=scene.tif MODEL=forest.onnx OUTPUT=landcover.tif "
            "CONFIDENCE=confidence.tif</p>"
            "<p><b>Source.</b> Random forest: Breiman 2001. Areas: Snyder 1987.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("INPUT", tr("Raster")))
        add(QgsProcessingParameterFile("MODEL", tr("Model"), fileFilter="ONNX (*.onnx *.ONNX)"))
        add(
            QgsProcessingParameterFeatureSource(
                "AOI", tr("Area of interest"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            )
        )
        add(QgsProcessingParameterRasterDestination("OUTPUT", tr("Land cover"), optional=True))
        add(QgsProcessingParameterRasterDestination("CONFIDENCE", tr("Confidence"), optional=True, createByDefault=False))
        add(QgsProcessingParameterRasterDestination("PROBABILITIES", tr("Probabilities"), optional=True, createByDefault=False))
        self.addOutput(QgsProcessingOutputString("CLASS_HA", tr("Hectares by class code (JSON)")))
        self.addOutput(QgsProcessingOutputNumber("MPX_PER_S", tr("Speed (megapixels a second)")))
        self.addOutput(QgsProcessingOutputString("ENGINE", tr("What ran the model")))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        sentence = self.raster_problem(parameters, "INPUT", context) or self.polygon_problem(parameters, "AOI", context)
        if sentence:
            return sentence
        model = self.parameterAsString(parameters, "MODEL", context)
        if not model:
            return tr("No model is given: choose the .onnx file that 'Train a random forest' has written.")
        if not os.path.isfile(model):
            return tr("There is no model at {path}: check the name.").format(path=model)
        if not model.lower().endswith(".onnx"):
            return tr("{path} is no ONNX model: choose a file that ends with .onnx.").format(path=model)
        return self.target_problem(parameters, context, ["INPUT", "MODEL", "AOI"], RASTERS, [])

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._raster, self._crs = self.raster_path(parameters, "INPUT", context)
        self._aoi = self.polygons(parameters, "AOI", context)

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        model = open_model(self.parameterAsString(parameters, "MODEL", context))
        asked = [name for name in RASTERS if given(parameters, name)]
        forest = isinstance(model, ForestModel)
        if not forest and "CONFIDENCE" in asked:
            said = tr(
                "{model} is a network, which gives a probability for each class: ask for PROBABILITIES instead of CONFIDENCE."
            ).format(model=model.name)
            if asked == ["CONFIDENCE"]:
                raise PantauError(said)
            monitor.warn(said)
            asked.remove("CONFIDENCE")
        # Only what will be written: QGIS waits to load each target that is asked of it.
        classes, confidence, probabilities = (
            self.raster_target(parameters, name, context) if name in asked else None for name in RASTERS
        )
        options = {
            "crs": self._crs, "classes": classes, "probabilities": probabilities, "aoi": self._aoi, "monitor": monitor,
        }  # fmt: skip
        if forest:
            result = classify(self._raster, model, confidence=confidence, **options)
        else:
            result = segment_classes(self._raster, model, scratch=temporary_folder(context, classes or probabilities), **options)
        styles.style_on_load(
            context, classes, styles.classes(model.legend, opaque=forest), tr("Land cover ({model})").format(model=model.name)
        )
        styles.style_on_load(context, confidence, styles.confidence, tr("Confidence ({model})").format(model=model.name))
        styles.style_on_load(context, probabilities, styles.probability, tr("Probabilities ({model})").format(model=model.name))
        results: Parameters = {
            "CLASS_HA": json.dumps({str(code): round(area, 4) for code, area in result.class_ha.items()}),
            "MPX_PER_S": float(result.speed), "ENGINE": result.engine,
        }  # fmt: skip
        for name, value in zip(RASTERS, (classes, confidence, probabilities)):
            if value:
                results[name] = value
        return results
