"""`pantau:segmentationaccuracy`: how well a mask agrees with a reference, pixel by pixel."""

from __future__ import annotations

from typing import Any, Dict, Optional

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..plugin.engine.files import write_text
from ..plugin.engine.segmentation.evaluation import ERRORS, ClassAgreement, Comparison, Reference, Settings, evaluate
from ..plugin.engine.segmentation.evaluation_report import report
from ..plugin.engine.text import tr
from . import styles
from .algorithm import MineAlgorithm, Parameters, destination, fields_of, given, kept
from .feedback import FeedbackMonitor

RATIOS = ("accuracy", "iou", "precision", "recall", "f1")


class SegmentationAccuracy(MineAlgorithm):
    """Compare a class raster with a reference."""

    def name(self) -> str:
        return "segmentationaccuracy"

    def displayName(self) -> str:  # noqa: N802
        return tr("Check a mine map against a reference")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Compares a mask, or another class raster, with a reference raster or polygons, pixel by pixel.")

    def tags(self) -> list:
        return tr("accuracy,validation,confusion matrix,iou,precision,recall,f1,mine,segmentation").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Says how well a map of mines agrees with a reference that covers the same ground: hits, false alarms and misses, "
            "and the ratios made of them. For officers who must know how far a map can be trusted; any class raster works, also "
            "with many classes.</p>"
            "<p><b>How.</b> Choose the mask and one reference: a raster of class codes, or polygons that someone has drawn. The "
            "reference is brought onto the grid of the map (nearest pixel; polygons by pixel centres). A pixel counts where both "
            "hold data, inside the area of interest, and where the reference is not the code to ignore. Polygons must be "
            "complete: where there is none, the reference says that the class is not there.</p>"
            "<p><b>Outputs.</b> Numbers for the class that is judged: TP, FP, FN and TN in pixels; ACCURACY, IOU, PRECISION, RECALL "
            "and F1 from 0 to 1, empty where there is nothing to divide by; POOLED_... for all classes together. Error map: 0 correctly not "
            "the class, 1 hit, 2 false alarm, 3 miss, 4 ignored, 255 outside the area of interest. Table: one row a class, with "
            "predicted_ha and reference_ha (hectares on the ellipsoid). Report: a page to read and to print. No output need be "
            "named: the numbers come in any case.</p>"
            "<p><b>Choices.</b> Class is the code that the numbers, the error map and polygons are about. With a reference raster all "
            "other classes are judged as well, save code 0, the background. The pixels of an image are no independent sample, so no "
            "confidence interval is given.</p>"
            "<p><b>Example.</b> qgis_process run pantau:segmentationaccuracy -- PREDICTION=mines.tif REFERENCE_POLYGONS=drawn.gpkg "
            "ERROR_MAP=errors.tif REPORT=report.html</p>"
            "<p><b>Source.</b> User's and producer's accuracy: Congalton 1991. Intersection over union: Jaccard 1912. F1: Dice "
            "1945. Areas: Snyder 1987.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        whole, polygon = QgsProcessingParameterNumber.Type.Integer, [QgsProcessing.SourceType.TypeVectorPolygon]
        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("PREDICTION", tr("Map (mask or class raster)")))
        add(QgsProcessingParameterRasterLayer("REFERENCE_RASTER", tr("Reference: class raster"), optional=True))
        add(
            QgsProcessingParameterFeatureSource(
                "REFERENCE_POLYGONS", tr("or reference: polygons of the class"), polygon, optional=True
            )
        )
        add(QgsProcessingParameterNumber("CLASS", tr("Class to judge (code)"), whole, 1))
        add(QgsProcessingParameterNumber("IGNORE", tr("Code of the reference to ignore"), whole, None, True))
        add(QgsProcessingParameterFeatureSource("AOI", tr("Area of interest"), polygon, optional=True))
        add(QgsProcessingParameterRasterDestination("ERROR_MAP", tr("Error map"), optional=True))
        add(QgsProcessingParameterFeatureSink("TABLE", tr("Table"), QgsProcessing.SourceType.TypeVector, optional=True))
        add(QgsProcessingParameterFileDestination("REPORT", tr("Report"), "HTML (*.html)", optional=True))
        for name, label in (
            ("TP", tr("Hits (pixels)")),
            ("FP", tr("False alarms (pixels)")),
            ("FN", tr("Misses (pixels)")),
            ("TN", tr("Correctly not the class (pixels)")),
            ("ACCURACY", tr("Accuracy (0 to 1)")),
            ("IOU", tr("Intersection over union (0 to 1)")),
            ("PRECISION", tr("Precision (0 to 1)")),
            ("RECALL", tr("Recall (0 to 1)")),
            ("F1", tr("F1 (0 to 1)")),
            ("POOLED_ACCURACY", tr("Accuracy of all classes (0 to 1)")),
            ("POOLED_IOU", tr("Intersection over union of all classes (0 to 1)")),
            ("POOLED_PRECISION", tr("Precision of all classes (0 to 1)")),
            ("POOLED_RECALL", tr("Recall of all classes (0 to 1)")),
            ("POOLED_F1", tr("F1 of all classes (0 to 1)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        if given(parameters, "REFERENCE_RASTER") == given(parameters, "REFERENCE_POLYGONS"):
            return tr("Give one reference: either REFERENCE_RASTER or REFERENCE_POLYGONS.")
        rasters = [name for name in ("PREDICTION", "REFERENCE_RASTER") if given(parameters, name)]
        sentences = [self.raster_problem(parameters, name, context) for name in rasters]
        sentences += [self.polygon_problem(parameters, name, context) for name in ("REFERENCE_POLYGONS", "AOI")]
        sentences.append(self.whole_problem(parameters, ["CLASS", "IGNORE"], context))
        for sentence in filter(None, sentences):
            return sentence
        inputs = ["PREDICTION", "REFERENCE_RASTER", "REFERENCE_POLYGONS", "AOI"]
        return self.target_problem(parameters, context, inputs, ["ERROR_MAP"], ["TABLE", "REPORT"], needed=False)

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._raster, self._crs = self.raster_path(parameters, "PREDICTION", context)
        if given(parameters, "REFERENCE_RASTER"):
            self._reference = Reference(*self.raster_path(parameters, "REFERENCE_RASTER", context))
        else:
            polygons = self.polygons(parameters, "REFERENCE_POLYGONS", context)
            layer = self.parameterAsSource(parameters, "REFERENCE_POLYGONS", context)
            self._reference = Reference(polygons=polygons, name=layer.sourceName())
        self._settings = Settings(
            code=self.parameterAsInt(parameters, "CLASS", context),
            ignore=self.optional_integer(parameters, "IGNORE", context),
            aoi=self.polygons(parameters, "AOI", context),
        )

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        error_map = self.raster_target(parameters, "ERROR_MAP", context)
        page = self.parameterAsFileOutput(parameters, "REPORT", context) if given(parameters, "REPORT") else ""
        file = destination(parameters, "TABLE")
        table = ""

        def publish(comparison: Comparison) -> None:
            nonlocal table
            with kept(file):
                if given(parameters, "TABLE"):
                    table = self._write_table(parameters, context, comparison, monitor)
                if page:
                    write_text(page, report(comparison))  # last: what comes after it could not take it back

        comparison = evaluate(
            self._raster, self._reference, self._settings, crs=self._crs, error_map=error_map, publish=publish, monitor=monitor
        )
        target, pooled = comparison.target, comparison.pooled
        styles.style_on_load(context, error_map, styles.classes(ERRORS), tr("Errors: {name}").format(name=target.name))
        results: Parameters = {name: float(getattr(target, name.lower())) for name in ("TP", "FP", "FN", "TN")}
        for prefix, agreement in (("", target), ("POOLED_", pooled)):
            results.update({prefix + name.upper(): getattr(agreement, name) for name in RATIOS})
        for name, value in (("ERROR_MAP", error_map), ("TABLE", table), ("REPORT", page)):
            if value:
                results[name] = value
        return results

    def _write_table(
        self, parameters: Parameters, context: QgsProcessingContext, comparison: Comparison, monitor: FeedbackMonitor
    ) -> str:
        fields = fields_of(
            ("class", int, 0, 0), ("class_name", str, 80, 0), *((name, np.int64, 0, 0) for name in ("tp", "fp", "fn", "tn")),
            *((name, float, 10, 6) for name in RATIOS), ("predicted_ha", float, 20, 4), ("reference_ha", float, 20, 4),
        )  # fmt: skip
        rows = ((_attributes(one), None) for one in comparison.classes)
        return self.write_features(parameters, "TABLE", context, fields, rows, monitor)


def _attributes(one: ClassAgreement) -> list:
    ratios = [getattr(one, name) for name in RATIOS]
    return [
        one.code, one.name, one.tp, one.fp, one.fn, one.tn, *(None if value is None else round(value, 6) for value in ratios),
        round(one.predicted_ha, 4), round(one.reference_ha, 4),
    ]  # fmt: skip
