"""`pantau:changetable`: what became of what between two class maps, in all and per zone."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..plugin.engine.files import write_text
from ..plugin.engine.landcover.change_report import report
from ..plugin.engine.landcover.change_table import ChangeTable, change_table
from ..plugin.engine.raster.zones import Zones
from ..plugin.engine.text import number, tr
from . import styles
from .algorithm import (
    LandCoverAlgorithm,
    Parameters,
    destination,
    fields_of,
    given,
    kept,
    missing_field,
)
from .feedback import FeedbackMonitor

NAME, ZONE = 80, 254  # characters of a class's and of a zone's name


class ChangeTableAlgorithm(LandCoverAlgorithm):
    """From-to matrix of two class rasters."""

    def name(self) -> str:
        return "changetable"

    def displayName(self) -> str:  # noqa: N802
        return tr("Measure land cover change (from what to what)")

    def shortDescription(self) -> str:  # noqa: N802
        return tr(
            "Compares two class maps: hectares of every pair of classes, in all and per zone, with a change raster and a report."
        )

    def tags(self) -> list:
        return tr("change,transition,matrix,from-to,gain,loss,swap,deforestation,land cover,post-classification").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Says what became of what between two land-cover maps, in hectares: how much forest was cleared, and for what; in all, and "
            "in each kecamatan or other zone.</p>"
            "<p><b>How.</b> The maps are compared pixel by pixel, by class code (by class name, and with the earlier map's codes, where their legends give the same "
            "classes other codes), on the grid of the earlier one; the later one takes the "
            "nearest pixel where its grid or CRS differs. Only pixels with a class on both maps are compared. A pixel is in a zone where its "
            "centre is; zones that overlap each count it. The numbers, the matrix and the change raster are of the whole map, also where "
            "zones are given; give zones without a name field, and each polygon is one. Polygons of one name are one zone.</p>"
            "<p><b>Outputs.</b> Table: zone (empty without zones; several fields joined by ' / '), from and to (codes), from_name, to_name, "
            "area_ha (hectares on the ellipsoid), also of what stayed the same. Change raster: 1, 2, 3 ... for the pairs that "
            "occur, by code before and code after, with a legend inside ('forest -&gt; settlement'): pale where the class stayed, "
            "else in the colour of the new class; 255 (65535 where there are more than 254 pairs) is no data. Report: matrix in hectares and percent, "
            "gain, loss, net and swap of each class, zones. Numbers: CHANGED_HA, CHANGED_PERCENT, UNCHANGED_HA; NET_HA and SWAP_HA, which "
            "add up to the change; ONLY_BEFORE_HA and ONLY_AFTER_HA, where one map has no data; NO_ZONE_HA, in no zone; OVERLAP_HA, counted in more than one.</p>"
            "<p><b>Example.</b> qgis_process run pantau:changetable -- BEFORE=landcover_2018.tif AFTER=landcover_2024.tif "
            "ZONES=kecamatan.gpkg ZONE_FIELDS=kabupaten,kecamatan OUTPUT=change.csv CHANGE=change.tif REPORT=change.html</p>"
            "<p><b>Source.</b> Gain, loss, net and swap: Pontius, Shusas and McEachern 2004. Post-classification comparison: Singh 1989. "
            "Areas: Snyder 1987.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("BEFORE", tr("Earlier class map")))
        add(QgsProcessingParameterRasterLayer("AFTER", tr("Later class map")))
        add(QgsProcessingParameterFeatureSource("ZONES", tr("Zones"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True))
        add(
            QgsProcessingParameterString(
                "ZONE_FIELDS", tr("Name fields of the zones (with commas, outermost first)"), optional=True
            )
        )
        add(QgsProcessingParameterFeatureSink("OUTPUT", tr("Change table"), QgsProcessing.SourceType.TypeVector, optional=True))
        add(QgsProcessingParameterRasterDestination("CHANGE", tr("Change raster"), optional=True))
        add(QgsProcessingParameterFileDestination("REPORT", tr("Report"), "HTML (*.html)", optional=True))
        for name, label in (
            ("CHANGED_HA", tr("Changed (ha)")),
            ("CHANGED_PERCENT", tr("Changed (% of what was compared)")),
            ("UNCHANGED_HA", tr("Unchanged (ha)")),
            ("NET_HA", tr("Net change (ha)")),
            ("SWAP_HA", tr("Swap (ha)")),
            ("ONLY_BEFORE_HA", tr("With a class only before (ha)")),
            ("ONLY_AFTER_HA", tr("With a class only after (ha)")),
            ("NO_ZONE_HA", tr("Compared, and in no zone (ha)")),
            ("OVERLAP_HA", tr("Counted in more than one zone (ha)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        return (
            self.raster_problem(parameters, "BEFORE", context)
            or self.raster_problem(parameters, "AFTER", context)
            or self.polygon_problem(parameters, "ZONES", context)
            or self._field_problem(parameters, context)
            or self.target_problem(parameters, context, ["BEFORE", "AFTER", "ZONES"], ["CHANGE"], ["OUTPUT", "REPORT"])
        )

    def _field_problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        fields = self.names_in(parameters, "ZONE_FIELDS", context)
        if fields and not given(parameters, "ZONES"):
            return tr("ZONE_FIELDS is {fields}, and there are no zones: give ZONES, or leave it empty.").format(
                fields=", ".join(fields)
            )
        return missing_field(self.parameterAsSource(parameters, "ZONES", context), fields, "ZONE_FIELDS") if fields else None

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._maps = [self.class_map(parameters, name, context) for name in ("BEFORE", "AFTER")]
        self._zones = None
        if given(parameters, "ZONES"):
            source = self.parameterAsSource(parameters, "ZONES", context)
            named = self.named_polygons(parameters, "ZONES", self.names_in(parameters, "ZONE_FIELDS", context), context)
            self._zones = Zones(*named, source.sourceName())

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        change = self.raster_target(parameters, "CHANGE", context)
        page = self.parameterAsFileOutput(parameters, "REPORT", context) if given(parameters, "REPORT") else ""
        file = destination(parameters, "OUTPUT")
        fields = fields_of(
            ("zone", str, ZONE, 0), ("from", int, 0, 0), ("from_name", str, NAME, 0), ("to", int, 0, 0), ("to_name", str, NAME, 0),
            ("area_ha", float, 20, 4),
        )  # fmt: skip
        output = ""

        def publish(table: ChangeTable) -> None:
            nonlocal output
            rows = (
                (
                    [
                        row.zone and row.zone[:ZONE], row.before, table.name(row.before)[:NAME], row.after,
                        table.name(row.after)[:NAME], round(row.area_ha, 4),
                    ],
                    None,
                )
                for row in table.rows()
            )  # fmt: skip
            with kept(file):
                if given(parameters, "OUTPUT"):
                    output = self.write_features(parameters, "OUTPUT", context, fields, rows, monitor)
                if page:
                    write_text(page, report(table))  # last: what comes after it could not take it back

        table = change_table(*self._maps, self._zones, change=change, publish=publish, monitor=monitor)
        flows = table.flows
        styles.style_on_load(
            context,
            change,
            styles.classes(table.legend_of_pairs()),
            tr("Change: {area} ha").format(area=number(flows.changed_ha, 2)),
        )
        results: Parameters = {
            "CHANGED_HA": flows.changed_ha, "CHANGED_PERCENT": flows.changed_percent, "UNCHANGED_HA": flows.unchanged_ha,
            "NET_HA": flows.net_ha, "SWAP_HA": flows.swap_ha, "ONLY_BEFORE_HA": table.only_before_ha,
            "ONLY_AFTER_HA": table.only_after_ha, "NO_ZONE_HA": table.no_zone_ha, "OVERLAP_HA": table.overlap_ha,
        }  # fmt: skip
        for name, value in (("OUTPUT", output), ("CHANGE", change), ("REPORT", page)):
            if value:
                results[name] = value
        return results
