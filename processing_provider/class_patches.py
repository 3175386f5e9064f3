"""`pantau:classpatches`: contiguous land of each class as polygons with hectares, the largest named."""

from __future__ import annotations

from typing import Any, Dict, Iterator, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..plugin.engine.landcover.class_patches import Patch, Result, Settings, class_patches
from ..plugin.engine.text import tr
from . import styles
from .algorithm import LandCoverAlgorithm, Parameters, destination, fields_of, kept, number_field, temporary_folder
from .feedback import FeedbackMonitor


class ClassPatches(LandCoverAlgorithm):
    """Contiguous patches of a class raster."""

    def name(self) -> str:
        return "classpatches"

    def displayName(self) -> str:  # noqa: N802
        return tr("Measure contiguous land of a class")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Turns each contiguous piece of a class into a polygon with its hectares, and names the largest.")

    def tags(self) -> list:
        return tr("patch,contiguous,connected,polygonize,vectorise,hectares,largest,salt,land cover").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Finds the pieces of a class map that lie in one, and measures them: is there enough land together? A salt centre, for "
            "one, needs 200 ha of salt ponds in one piece.</p>"
            "<p><b>How.</b> Pixels of one class that touch each other are one patch: by their edges, or, as is usual, also by their corners. "
            "Each patch becomes one polygon along the pixels' edges (with several parts, where these meet only in corners).</p>"
            "<p><b>Choices.</b> Classes: codes or names from the legend, with commas between them, a name that holds a comma in double quotes; empty: all but no data, and but code 0 where the "
            "legend calls it background. Patches below the minimum area are left out, and told in hectares. The area of interest cuts "
            "patches at its border, by pixel centres.</p>"
            "<p><b>Outputs.</b> Polygons, the largest first: patch (number, row by row from the top), rank (1 is the largest), class, class_name, "
            "area_ha (hectares on the ellipsoid, the sum of the pixels). Numbers: LARGEST_HA, LARGEST_CLASS (its code), also where it is below the minimum; COUNT, TOTAL_HA; SMALL and "
            "SMALL_HA, the patches left out. LARGEST_NAME is the class of the largest in words.</p>"
            "<p><b>Example.</b> qgis_process run pantau:classpatches -- INPUT=landcover.tif CLASSES='salt pond' MIN_AREA_HA=200 "
            "OUTPUT=salt_centres.gpkg</p>"
            "<p><b>Source.</b> Connected components by runs: Rosenfeld and Pfaltz 1966. Areas: Snyder 1987.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        polygon, real = [QgsProcessing.SourceType.TypeVectorPolygon], QgsProcessingParameterNumber.Type.Double
        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("INPUT", tr("Class map")))
        add(QgsProcessingParameterString("CLASSES", tr("Classes (codes or names, with commas; empty: all)"), optional=True))
        add(number_field("MIN_AREA_HA", tr("Smallest patch to keep (ha)"), real, 0, False, 0, 1e9))
        add(QgsProcessingParameterBoolean("CONNECT_8", tr("Pixels that touch by a corner belong together"), True))
        add(QgsProcessingParameterFeatureSource("AOI", tr("Area of interest"), polygon, optional=True))
        add(QgsProcessingParameterFeatureSink("OUTPUT", tr("Patches"), QgsProcessing.SourceType.TypeVectorPolygon))
        for name, label in (
            ("LARGEST_HA", tr("The largest patch (ha)")),
            ("LARGEST_CLASS", tr("Class of the largest patch (code)")),
            ("COUNT", tr("Patches")),
            ("TOTAL_HA", tr("All patches (ha)")),
            ("SMALL", tr("Left out: patches under the minimum")),
            ("SMALL_HA", tr("Left out: patches under the minimum (ha)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString("LARGEST_NAME", tr("Class of the largest patch (name)")))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        minimum = self.parameterAsDouble(parameters, "MIN_AREA_HA", context)
        if not 0 <= minimum <= 1e9:
            return tr("{name} is {value:g} {unit}: give 0 or more.").format(name="MIN_AREA_HA", value=minimum, unit="ha")
        return (
            self.raster_problem(parameters, "INPUT", context)
            or self.polygon_problem(parameters, "AOI", context)
            or self.target_problem(parameters, context, ["INPUT", "AOI"], [], ["OUTPUT"])
        )

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._raster, self._crs = self.raster_path(parameters, "INPUT", context)
        self._settings = Settings(
            classes=self.parameterAsString(parameters, "CLASSES", context),
            min_area_ha=self.parameterAsDouble(parameters, "MIN_AREA_HA", context),
            corners=self.parameterAsBoolean(parameters, "CONNECT_8", context),
            aoi=self.polygons(parameters, "AOI", context),
        )

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        file = destination(parameters, "OUTPUT")
        fields = fields_of(
            ("patch", int, 0, 0), ("rank", int, 0, 0), ("class", int, 0, 0), ("class_name", str, 80, 0), ("area_ha", float, 20, 4)
        )
        layer = ""

        def publish(result: Result, patches: Iterator[Patch]) -> None:
            nonlocal layer
            rows = (([one.number, one.rank, one.code, one.name[:80], round(one.area_ha, 4)], one.wkb) for one in patches)
            with kept(file):
                layer = self.write_features(parameters, "OUTPUT", context, fields, rows, monitor, result.crs)

        result = class_patches(
            self._raster, self._settings, crs=self._crs, publish=publish, scratch=temporary_folder(context, file), monitor=monitor
        )
        kinds = [(one.code, one.label(), one.color, "solid") for one in result.classes]
        styles.style_on_load(
            context,
            layer,
            styles.categories("class", kinds, "format_number(\"area_ha\", 1) || ' ha'", 130),
            tr("Patches, the largest: {largest}").format(largest=result.largest()),
        )
        largest = result.largest_code
        return {
            "OUTPUT": layer, "LARGEST_HA": result.largest_ha, "LARGEST_CLASS": None if largest is None else float(largest),
            "LARGEST_NAME": result.largest_name, "COUNT": float(result.count),
            "TOTAL_HA": result.total_ha, "SMALL": float(result.small), "SMALL_HA": result.small_ha,
        }  # fmt: skip
