"""`pantau:samplepoints`: how many points check a map, and where; a layer with a form to label them in."""

from __future__ import annotations

import math
import os
from dataclasses import replace
from typing import Any, Callable, Dict, List, Optional

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsVectorLayer,
)

from ..plugin.engine.accuracy.design import EQUAL, MOST_POINTS, NEYMAN, PROPORTIONAL, expected_accuracies
from ..plugin.engine.accuracy.sampling import SIMPLE, STRATIFIED, Sample, SamplePoint, Settings, check_settings, sample_points
from ..plugin.engine.errors import PantauError
from ..plugin.engine.text import number, tr
from . import styles
from .algorithm import AccuracyAlgorithm, Parameters, advanced, destination, fields_of, given, kept, number_field
from .feedback import FeedbackMonitor

NAME, NOTE = 80, 254  # characters
STRATUM, MAP = ("stratum", "stratum_name"), ("map_class", "map_name")


class SamplePoints(AccuracyAlgorithm):
    """Random points to label, from a class raster."""

    def name(self) -> str:
        return "samplepoints"

    def displayName(self) -> str:  # noqa: N802
        return tr("Draw sample points to check a map")

    def shortDescription(self) -> str:  # noqa: N802
        return tr(
            "Says how many points a map needs, draws them at random from its classes, and gives them a form to label them in."
        )

    def tags(self) -> list:
        return tr("sample,random points,validation,reference,stratified,accuracy,sample size,Neyman,ground truth").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Draws the points at which a class map is checked: how many it takes, and where. For whoever has to say how good a map is. "
            "Look at each point on an image or in the field, choose its true class in the field 'reference' (a drop-down of the "
            "legend's names), and give the layer to the accuracy assessment.</p>"
            "<p><b>How.</b> Choose the class map and press Run. Each pixel of a stratum is equally likely and none is drawn twice, so that "
            "the estimates that follow are free of anybody's choice: do not move points, and do not delete hard ones. The place within the pixel is random, too. "
            "The same map and seed give the same points.</p>"
            "<p><b>Choices.</b> Design: stratified (by the classes of the map, or by another raster of codes, such as kecamatan; rare classes "
            "are sure to get points) or simple (over the whole map). How many: a total, or the standard error that overall accuracy "
            "shall have (empty: 0.02, which means that the true value is within 4 percentage points of the estimate 19 times out of 20), given what user's accuracy you expect of each "
            "class (1=0.9,2=0.75; else 0.85). Sharing out: proportional to the strata's areas, equal, or neyman (more where the map is expected "
            "to err). At least so many points in each stratum, as far as it has pixels; 0: no minimum. A total that is too small for "
            "that lowers the minimum; a standard error raises the total. Minimum distance: in metres on the ground, between any two points; "
            "they are then spread a little more evenly than chance would, and where there is no room, there are fewer, with a warning. Blind: the layer does not say what the map shows, so that nobody is led by it. "
            "Area of interest: pixels whose centre is inside.</p>"
            "<p><b>Outputs.</b> Points in random order: point (number), stratum and stratum_name (design stratified), map_class and map_name; "
            "reference, reference_2 (a second interpreter) and note, empty. Without labels they are rings, with one they take the class's colour. The form stays with the layer: "
            "inside a GeoPackage, or as .qml beside other files. Numbers: COUNT; EXPECTED_SE, the standard error of overall "
            "accuracy to expect (empty where a stratum has no point); TOTAL_NEEDED, the total that would reach the target where the sharing out misses it (else empty); MISSING, points that found "
            "no place.</p>"
            "<p><b>Example.</b> qgis_process run pantau:samplepoints -- CLASSIFIED=landcover.tif TARGET_SE=0.01 "
            "EXPECTED_UA=1=0.7,2=0.6,3=0.9,4=0.95 OUTPUT=points.gpkg</p>"
            "<p><b>Source.</b> Sample size and allocation: Cochran 1977, equations 5.25 and 5.26; Olofsson et al. 2014.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        whole, real = QgsProcessingParameterNumber.Type.Integer, QgsProcessingParameterNumber.Type.Double
        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("CLASSIFIED", tr("Class map")))
        add(
            QgsProcessingParameterEnum(
                "DESIGN",
                tr("Design: simple or stratified"),
                [SIMPLE, STRATIFIED],
                defaultValue=STRATIFIED,
                usesStaticStrings=True,
            )
        )
        add(QgsProcessingParameterRasterLayer("STRATA", tr("Strata (empty: the classes of the map)"), optional=True))
        target = number_field("TARGET_SE", tr("Standard error to reach (empty: 0.02)"), real, None, True, 0, 0.5)
        target.setMetadata({"widget_wrapper": {"decimals": 4}})
        add(target)
        add(QgsProcessingParameterString("EXPECTED_UA", tr("Expected user's accuracies (1=0.9,2=0.75)"), optional=True))
        add(number_field("TOTAL", tr("Points in all (empty: from standard error)"), whole, None, True, 1, MOST_POINTS))
        add(
            QgsProcessingParameterEnum(
                "ALLOCATION",
                tr("Sharing out over the strata"),
                [EQUAL, PROPORTIONAL, NEYMAN],
                defaultValue=PROPORTIONAL,
                usesStaticStrings=True,
            )
        )
        add(number_field("MIN_PER_CLASS", tr("At least so many points in each stratum"), whole, 30, False, 0, MOST_POINTS))
        add(number_field("MIN_DISTANCE", tr("Smallest distance between points (m)"), real, 0, False, 0, 1e7))
        add(QgsProcessingParameterBoolean("BLIND", tr("Blind: leave out what the map shows"), False))
        add(advanced(number_field("SEED", tr("Seed"), whole, 0, False, 0, 2**31 - 1)))
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        add(QgsProcessingParameterFeatureSource("AOI", tr("Area of interest"), polygon, optional=True))
        add(QgsProcessingParameterFeatureSink("OUTPUT", tr("Sample points"), QgsProcessing.SourceType.TypeVectorPoint))
        for name, label in (
            ("COUNT", tr("Points")),
            ("EXPECTED_SE", tr("Expected standard error of overall accuracy")),
            ("TOTAL_NEEDED", tr("Points that would reach the standard error")),
            ("MISSING", tr("Points that found no place")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        sentence = (
            self.raster_problem(parameters, "CLASSIFIED", context)
            or (self.raster_problem(parameters, "STRATA", context) if given(parameters, "STRATA") else None)
            or self.polygon_problem(parameters, "AOI", context)
            or self.whole_problem(parameters, ["TOTAL", "MIN_PER_CLASS", "SEED"], context)
        )
        if sentence:
            return sentence
        try:
            check_settings(self._choices(parameters, context), given(parameters, "STRATA"))
        except PantauError as error:
            return str(error)
        return self.target_problem(parameters, context, ["CLASSIFIED", "STRATA", "AOI"], [], ["OUTPUT"])

    def _choices(self, parameters: Parameters, context: QgsProcessingContext) -> Settings:
        """All but the area of interest."""
        return Settings(
            design=self.parameterAsEnumString(parameters, "DESIGN", context),
            target_se=self.optional_number(parameters, "TARGET_SE", context),
            expected=expected_accuracies(self.parameterAsString(parameters, "EXPECTED_UA", context)),
            total=self.optional_integer(parameters, "TOTAL", context),
            allocation=self.parameterAsEnumString(parameters, "ALLOCATION", context),
            min_per_class=self.parameterAsInt(parameters, "MIN_PER_CLASS", context),
            min_distance_m=self.parameterAsDouble(parameters, "MIN_DISTANCE", context),
            seed=self.parameterAsInt(parameters, "SEED", context),
        )

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._classified = self.class_map(parameters, "CLASSIFIED", context)
        self._strata = self.class_map(parameters, "STRATA", context)
        self._settings = replace(self._choices(parameters, context), aoi=self.polygons(parameters, "AOI", context))
        self._blind = self.parameterAsBoolean(parameters, "BLIND", context)

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        file = destination(parameters, "OUTPUT")
        shown = [] if self._blind else [*(STRATUM if self._settings.design == STRATIFIED else ()), *MAP]
        columns = [("point", int, 0, 0), *((name, str, NAME, 0) if name.endswith("_name") else (name, int, 0, 0) for name in shown)]
        fields = fields_of(*columns, *((name, int, 0, 0) for name in styles.LABELS), ("note", str, NOTE, 0))
        layer = ""

        def attributes(point: SamplePoint) -> List[Any]:
            known = {
                "stratum": point.stratum, "stratum_name": point.stratum_name[:NAME],
                "map_class": point.map_class, "map_name": point.map_name[:NAME],
            }  # fmt: skip
            return [point.number, *(known[name] for name in shown), None, None, None]

        def publish(sample: Sample) -> None:
            nonlocal layer
            rows = ((attributes(point), point.wkb) for point in sample.points())
            with kept(file):
                layer = self.write_features(parameters, "OUTPUT", context, fields, rows, monitor, sample.crs, points=True)

        sample = sample_points(self._classified, self._settings, self._strata, publish=publish, monitor=monitor)
        style = styles.sample_points(sample.classes, ["point", *shown])
        title = tr("Sample points: {count}").format(count=number(sample.count, 0))
        saved = QgsVectorLayer(layer, title, "ogr")
        if saved.isValid() and not save_style(saved, style):
            monitor.warn(
                tr(
                    "The form could not be saved with {path}: it is there until the layer is closed; copy its style to keep it."
                ).format(path=layer)
            )
        styles.style_on_load(context, layer, style, title)
        return {
            "OUTPUT": layer,
            "COUNT": float(sample.count),
            "EXPECTED_SE": None if math.isnan(sample.expected_se) else sample.expected_se,
            "TOTAL_NEEDED": None if sample.total_needed is None else float(sample.total_needed),
            "MISSING": float(sample.missing),
        }


def save_style(layer: QgsVectorLayer, style: Callable[[QgsMapLayer], None]) -> bool:
    """Keep a style with a new vector file: as the default inside a GeoPackage, as .qml beside any other. Whether that went well."""
    style(layer)
    if layer.storageType() != "GPKG":
        return layer.saveNamedStyle(os.path.splitext(layer.source().split("|")[0])[0] + ".qml")[1]
    # A name that is taken would open a window that asks what to do.
    taken, name = layer.listStylesInDatabase()[2], layer.name()
    name = next(one for one in (name, *(f"{name} {count}" for count in range(2, len(taken) + 3))) if one not in taken)
    return not layer.saveStyleToDatabase(name, "", True, "")
