"""`pantau:accuracy`: how far a class map can be trusted, from validation samples."""

from __future__ import annotations

import contextlib
from typing import Any, Dict, List, Optional

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ..plugin.engine.accuracy.accuracy_report import report
from ..plugin.engine.accuracy.assess import DESIGNS, Choices, assess
from ..plugin.engine.accuracy.assessment import AREA, COUNT, Assessment, Metric, as_json, reasons
from ..plugin.engine.accuracy.samples import ReferenceShapes
from ..plugin.engine.columns import Shapes, Values
from ..plugin.engine.files import write_text
from ..plugin.engine.monitor import Monitor, Share, check
from ..plugin.engine.raster.zones import Zones
from ..plugin.engine.text import tr
from .algorithm import (
    AccuracyAlgorithm,
    Parameters,
    advanced,
    crs_of,
    destination,
    fields_of,
    given,
    kept,
    missing_field,
    number_field,
    plain,
    require_labels,
    shapes_of,
)
from .feedback import FeedbackMonitor

FIELDS = ("REFERENCE_FIELD", "SECOND_READER", "CLUSTER_FIELD")
NUMBER = "point"  # the field in which 'Draw sample points' numbers them
NAME, LABEL, ZONE = 80, 254, 254  # characters


class Accuracy(AccuracyAlgorithm):
    """Assess a class map with reference labels."""

    def name(self) -> str:
        return "accuracy"

    def displayName(self) -> str:  # noqa: N802
        return tr("Assess the accuracy of a map")

    def shortDescription(self) -> str:  # noqa: N802
        return tr(
            "Error matrix, overall, user's and producer's accuracy, kappa and adjusted areas with confidence intervals, from validation points."
        )

    def tags(self) -> list:
        return tr(
            "accuracy,validation,error matrix,confusion matrix,kappa,overall accuracy,producer,user,olofsson,stehman,mcnemar,area estimation"
        ).split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Says how far a map of classes can be trusted: the error matrix, overall, user's and producer's accuracy, kappa, and how many "
            "hectares each class truly has, each with its confidence interval. For whoever must answer for a map.</p>"
            "<p><b>How.</b> Choose the map, the validation points (from 'Draw sample points to check a map', or your own) and the field with "
            "what is truly there: class codes, or names as in the map's legend, in either language. A polygon gives all pixels whose centre lies "
            "in it; pixels of one polygon, and points of one value of the cluster field, are not independent, so errors then come from the "
            "groups. Points outside the map, on no data, without a label, with a label that the map does not know, and repeated ones are "
            "counted, listed and left out.</p>"
            "<p><b>Choices.</b> Design: simple, the points were drawn over the whole area by pure chance; stratified, a number was set for each "
            "class of the map, or for each stratum where a raster of strata is given; auto, stratified where there are strata or where the points are not spread "
            "over the classes by their area (chi-square test), else simple; stratified too where they are too few to tell. Second map: judged by the same points, "
            "with McNemar's test. Second interpreter: a field with another person's labels, to see how far two agree. Zones: the same "
            "figures for each kecamatan or kabupaten, where there are samples enough. Confidence: 0.95 for 95 %.</p>"
            "<p><b>Outputs.</b> In matrices, rows are the map, columns the reference. Error matrix: map_class, reference_class, count, and proportion, "
            "the estimated share of the map (0 to 1). Figures: zone, scope, metric, class, value, se, ci_low, ci_high; scope 'count': the samples as "
            "counted (Wilson's intervals); scope 'area': the map, each class by its size (value +- 1.96 se for 95 %; score_low and "
            "score_high, to be read where doubtful is 1: rare classes, accuracies near 1); area_ha and mapped_ha are hectares on the ellipsoid, all others 0 to 1. "
            "Left out: point (its field point, else the feature id) and reason; points within a thousandth of a pixel are one place. Report: a page to read, print and paste from. JSON: all of it, for programs. OVERALL and KAPPA: as "
            "counted for a simple design, by area for a stratified one. ACCEPTED: 1 where both reach the thresholds of acceptance and samples speak for 95 % of the map.</p>"
            "<p><b>Example.</b> qgis_process run pantau:accuracy -- CLASSIFIED=landcover.tif POINTS=points.gpkg REFERENCE_FIELD=reference "
            "METRICS=figures.csv REPORT=accuracy.html</p>"
            "<p><b>Source.</b> Olofsson and others 2014; Stehman 2014; Congalton 1991; Cohen 1960; Fleiss, Cohen and Everitt 1969; Landis and Koch "
            "1977; Pontius and Millones 2011; Wilson 1927; Zou, Huang and Zhang 2009; Foody 2004.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        real, kinds = QgsProcessingParameterNumber.Type.Double, QgsProcessing.SourceType
        table = kinds.TypeVector

        def field(name: str, label: str, layer: str, optional: bool = True) -> QgsProcessingParameterField:
            return QgsProcessingParameterField(name, label, parentLayerParameterName=layer, optional=optional)

        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("CLASSIFIED", tr("Class map")))
        add(
            QgsProcessingParameterFeatureSource(
                "POINTS", tr("Validation points (or polygons)"), [kinds.TypeVectorPoint, kinds.TypeVectorPolygon]
            )
        )
        add(field("REFERENCE_FIELD", tr("Field with the reference class"), "POINTS", optional=False))
        add(
            QgsProcessingParameterEnum(
                "DESIGN", tr("How the points were drawn: auto, simple (random) or stratified"), list(DESIGNS), defaultValue="auto",
                usesStaticStrings=True,
            )
        )  # fmt: skip
        add(QgsProcessingParameterRasterLayer("STRATA", tr("Strata, where they are not the classes of the map"), optional=True))
        add(QgsProcessingParameterRasterLayer("SECOND", tr("Second map to compare"), optional=True))
        add(field("SECOND_READER", tr("Field with the labels of a second interpreter"), "POINTS"))
        add(field("CLUSTER_FIELD", tr("Cluster field: points that belong together"), "POINTS"))
        add(QgsProcessingParameterFeatureSource("ZONES", tr("Zones"), [kinds.TypeVectorPolygon], optional=True))
        add(field("ZONE_FIELD", tr("Name field of the zones"), "ZONES"))
        add(QgsProcessingParameterFeatureSource("AOI", tr("Area of interest"), [kinds.TypeVectorPolygon], optional=True))
        for parameter in (
            number_field("CONFIDENCE", tr("Confidence of the intervals (0 to 1)"), real, 0.95, False, 0, 1),
            number_field("ACCEPT_OVERALL", tr("Acceptable from this overall accuracy on (0 to 1)"), real, 0.7, False, 0, 1),
            number_field("ACCEPT_KAPPA", tr("Acceptable from this kappa on (0 to 1)"), real, 0.85, False, 0, 1),
        ):
            add(advanced(parameter))
        add(QgsProcessingParameterFeatureSink("MATRIX", tr("Error matrix (map class, reference class)"), table, optional=True))
        add(QgsProcessingParameterFeatureSink("METRICS", tr("Figures of accuracy"), table, optional=True))
        add(QgsProcessingParameterFeatureSink("EXCLUDED", tr("Samples left out"), table, optional=True, createByDefault=False))
        add(QgsProcessingParameterFileDestination("REPORT", tr("Report"), "HTML (*.html)", optional=True))
        add(
            QgsProcessingParameterFileDestination(
                "JSON", tr("All figures as JSON"), "JSON (*.json)", optional=True, createByDefault=False
            )
        )
        for name, label in (
            ("OVERALL", tr("Overall accuracy (0 to 1)")),
            ("OVERALL_LOW", tr("Overall accuracy, lower limit")),
            ("OVERALL_HIGH", tr("Overall accuracy, upper limit")),
            ("KAPPA", tr("Kappa")),
            ("N", tr("Samples")),
            ("OVERALL_COUNT", tr("Overall accuracy as counted (0 to 1)")),
            ("OVERALL_AREA", tr("Overall accuracy by area (0 to 1)")),
            ("KAPPA_COUNT", tr("Kappa as counted")),
            ("KAPPA_AREA", tr("Kappa by area")),
            ("ACCEPTED", tr("Whether both reach the thresholds (1 or 0)")),
            ("LEFT_OUT", tr("Features left out")),
            ("UNSAMPLED_PERCENT", tr("Not sampled (% of the map)")),
            ("SECOND_OVERALL", tr("Overall accuracy of the second map as counted (0 to 1)")),
            ("SECOND_KAPPA", tr("Kappa of the second map as counted")),
            ("MCNEMAR_P", tr("McNemar's test: p")),
            ("READER_KAPPA", tr("Kappa of the two interpreters")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        rasters = ["CLASSIFIED", *(name for name in ("STRATA", "SECOND") if given(parameters, name))]
        sentences = [self.raster_problem(parameters, name, context) for name in rasters]
        sentences += [self.shapes_problem(parameters, "POINTS", FIELDS, context), self._choice_problem(parameters, context)]
        if not given(parameters, "REFERENCE_FIELD"):  # in a model it may be left empty
            sentences.append(tr("The field with the reference class is not given: choose the field that says what is truly there."))
        sentences += [self.polygon_problem(parameters, name, context) for name in ("ZONES", "AOI")]
        sentences.append(self._zone_problem(parameters, context))
        for sentence in filter(None, sentences):
            return sentence
        inputs = ["CLASSIFIED", "POINTS", "STRATA", "SECOND", "ZONES", "AOI"]
        return self.target_problem(
            parameters, context, inputs, [], ["MATRIX", "METRICS", "EXCLUDED", "REPORT", "JSON"], needed=False
        )

    def _choice_problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        confidence = self.parameterAsDouble(parameters, "CONFIDENCE", context)
        if not 0 < confidence < 1:
            return tr("CONFIDENCE is {value}: give a number between 0 and 1, such as 0.95 for 95 %.").format(value=confidence)
        for name in ("ACCEPT_OVERALL", "ACCEPT_KAPPA"):
            least = self.parameterAsDouble(parameters, name, context)
            if not 0 <= least <= 1:
                return tr("{name} is {value}: give a number from 0 to 1, such as 0.7 for 70 %.").format(name=name, value=least)
        if given(parameters, "STRATA") and self.parameterAsEnumString(parameters, "DESIGN", context) == "simple":
            return tr("DESIGN is simple, which has no strata, and STRATA is given: choose stratified, or leave STRATA empty.")
        return None

    def _zone_problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        if not given(parameters, "ZONE_FIELD"):
            return None
        field = self.parameterAsString(parameters, "ZONE_FIELD", context)
        if not given(parameters, "ZONES"):
            return tr("ZONE_FIELD is {field}, and there are no zones: give ZONES, or leave it empty.").format(field=field)
        return missing_field(self.parameterAsSource(parameters, "ZONES", context), [field], "ZONE_FIELD")

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._maps = {name: self.class_map(parameters, name, context) for name in ("CLASSIFIED", "SECOND", "STRATA")}
        self._points = self.parameterAsSource(parameters, "POINTS", context)  # read later, not on the main thread
        self._fields = [self.parameterAsString(parameters, name, context) if given(parameters, name) else "" for name in FIELDS]
        self._zones = None
        if given(parameters, "ZONES"):
            source = self.parameterAsSource(parameters, "ZONES", context)
            fields = [self.parameterAsString(parameters, "ZONE_FIELD", context)] if given(parameters, "ZONE_FIELD") else []
            self._zones = Zones(*self.named_polygons(parameters, "ZONES", fields, context), source.sourceName())
        self._choices = Choices(
            self.parameterAsEnumString(parameters, "DESIGN", context), self.parameterAsDouble(parameters, "CONFIDENCE", context),
            self.parameterAsDouble(parameters, "ACCEPT_KAPPA", context), self.parameterAsDouble(parameters, "ACCEPT_OVERALL", context),
            self.polygons(parameters, "AOI", context),
        )  # fmt: skip

    def _read(self, monitor: Monitor) -> ReferenceShapes:
        source, names = self._points, self._fields
        places = [source.fields().lookupField(name) for name in names if name]
        number = source.fields().lookupField(NUMBER)  # what the officer knows the point by
        wkb, columns = Shapes(), [Values() for _ in places]
        ids: List[int] = []
        count = source.featureCount()
        for shape, feature in shapes_of(source, [*places, *([number] if number >= 0 else [])]):
            if not len(wkb) % 10_000:
                check(monitor, len(wkb), count)
            wkb.append(shape)
            own = plain(feature.attribute(number)) if number >= 0 else None
            ids.append(own if isinstance(own, int) else feature.id())
            for column, place in zip(columns, places):
                column.append(plain(feature.attribute(place)))
        found = dict(zip([one for one, name in zip(FIELDS, names) if name], columns))
        for one, field in zip(FIELDS[:2], names):
            require_labels(found[one].different if one in found else (), field)
        clusters = [value if value is None else str(value) for value in found.get("CLUSTER_FIELD", ())]
        return ReferenceShapes(
            wkb, crs_of(source), found["REFERENCE_FIELD"], ids, found.get("SECOND_READER", ()), clusters, source.sourceName(), names[0],
            names[1],
        )  # fmt: skip

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        shapes = self._read(Share(monitor, 0, 0.3))
        if not shapes.crs:
            monitor.warn(tr("{layer} has no coordinate system: that of the map is taken.").format(layer=shapes.name))
        files = {
            name: self.parameterAsFileOutput(parameters, name, context) if given(parameters, name) else ""
            for name in ("REPORT", "JSON")
        }
        tables: Dict[str, str] = {}

        def publish(result: Assessment) -> None:
            targets = [*(destination(parameters, name) for name in ("MATRIX", "METRICS", "EXCLUDED")), files["JSON"] or None]
            with contextlib.ExitStack() as stack:
                for target in targets:
                    stack.enter_context(kept(target))
                for name, (fields, rows) in _tables(result).items():
                    if given(parameters, name):
                        lines = ((row, None) for row in rows)
                        tables[name] = self.write_features(parameters, name, context, fields_of(*fields), lines, monitor)
                if files["JSON"]:
                    write_text(files["JSON"], as_json(result))
                if files["REPORT"]:
                    write_text(files["REPORT"], report(result))  # last: what comes after it could not take it back

        maps = self._maps
        result = assess(
            maps["CLASSIFIED"], shapes, self._choices, second=maps["SECOND"], strata=maps["STRATA"], zones=self._zones,
            publish=publish, monitor=Share(monitor, 0.3, 1),
        )  # fmt: skip
        whole, pair, readers = result.whole, result.pair, result.readers
        results: Parameters = {
            "OVERALL": result.overall.value, "OVERALL_LOW": result.overall.limits[0], "OVERALL_HIGH": result.overall.limits[1],
            "KAPPA": result.kappa.value, "N": float(whole.n),
            "OVERALL_COUNT": whole.find(COUNT, "overall_accuracy").value, "OVERALL_AREA": whole.find(AREA, "overall_accuracy").value,
            "KAPPA_COUNT": whole.find(COUNT, "kappa").value, "KAPPA_AREA": whole.find(AREA, "kappa").value,
            "ACCEPTED": float(result.accepted), "LEFT_OUT": float(result.features - result.features_used),
            "UNSAMPLED_PERCENT": 100 * whole.unsampled_share,
            "SECOND_OVERALL": pair.find(COUNT, "second_overall_accuracy").value if pair else None,
            "SECOND_KAPPA": pair.find(COUNT, "second_kappa").value if pair else None,
            "MCNEMAR_P": pair.find(COUNT, "mcnemar_p").value if pair else None,
            "READER_KAPPA": readers.metrics[1].value if readers else None,
        }  # fmt: skip
        results.update((name, value) for name, value in {**tables, **files}.items() if value)
        return results


def _tables(result: Assessment) -> Dict[str, Any]:
    """{output: (columns, rows)}."""
    names = {entry.code: entry.label()[:NAME] for entry in result.legend}
    codes, whole, meanings = list(names), result.whole, reasons()
    matrix = (
        [one, names[one], other, names[other], int(whole.matrix[row, column]), float(whole.proportions[row, column])]
        for row, one in enumerate(codes)
        for column, other in enumerate(codes)
    )
    lines = [*whole.metrics, *(line for zone in result.zones for line in zone.metrics)]
    lines += result.pair.metrics if result.pair else ()
    lines += result.readers.metrics if result.readers else ()
    return {
        "MATRIX": (
            (
                ("map_class", int, 0, 0), ("map_name", str, NAME, 0), ("reference_class", int, 0, 0), ("reference_name", str, NAME, 0),
                ("count", int, 0, 0), ("proportion", float, 20, 12),
            ),
            matrix,
        ),
        "METRICS": (
            (
                ("zone", str, ZONE, 0), ("scope", str, 10, 0), ("metric", str, 40, 0), ("class", int, 0, 0), ("class_name", str, NAME, 0),
                *((name, float, 24, 12) for name in ("value", "se", "ci_low", "ci_high", "score_low", "score_high")),
                ("doubtful", int, 0, 0),
            ),
            (_row(line, names) for line in lines),
        ),
        "EXCLUDED": (
            (
                ("point", np.int64, 0, 0), ("reason", str, 20, 0), ("label", str, LABEL, 0), ("samples", int, 0, 0), ("explanation", str, LABEL, 0),
            ),
            ([one.feature, one.reason, one.label[:LABEL], one.samples, meanings[one.reason][1][:LABEL]] for one in result.excluded),
        ),
    }  # fmt: skip


def _row(line: Metric, names: Dict[int, str]) -> List[Any]:
    return [
        line.zone and line.zone[:ZONE],
        line.scope,
        line.metric,
        line.code,
        names.get(line.code),
        *line[4:-1],
        int(line.doubtful),
    ]
