"""`pantau:areatable`: hectares of every class in every zone, to be signed."""

from __future__ import annotations

from functools import partial
from typing import Any, Dict, List, Optional, Sequence, Set, Tuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..plugin.engine.area.area_report import Named, printed, report, sheets
from ..plugin.engine.area.area_table import AreaTable, Units, area_table
from ..plugin.engine.area.fields import admin_levels
from ..plugin.engine.files import write_text
from ..plugin.engine.report.workbook import write_csv, write_workbook
from ..plugin.engine.text import listed, numbers_in, tr
from . import styles
from .algorithm import (
    NAME,
    ZONE,
    AreaAlgorithm,
    Parameters,
    advanced,
    chosen_language,
    fields_of,
    given,
    missing_field,
    numbers_field,
)
from .feedback import FeedbackMonitor

Column = Tuple[str, type, int, int]
HECTARES: Tuple[Column, ...] = (
    ("zone_area_ha", float, 20, 4), ("mapped_ha", float, 20, 4), ("nodata_ha", float, 20, 4), ("outside_ha", float, 20, 4),
    ("overlap_ha", float, 20, 4), ("gap_ha", float, 20, 4), ("difference_ha", float, 20, 4), ("difference_percent", float, 20, 6),
)  # fmt: skip
FILES = ("XLSX", "CSV", "REPORT")
SINKS = ("OUTPUT", "WIDE", "CLOSURE", "FAULTS")


class AreaTableAlgorithm(AreaAlgorithm):
    """Area table of a class raster by zones of several levels."""

    def name(self) -> str:
        return "areatable"

    def displayName(self) -> str:  # noqa: N802
        return tr("Make an area table (hectares by class and zone)")

    def shortDescription(self) -> str:  # noqa: N802
        return tr(
            "Hectares and percent of every class in every kabupaten, kecamatan and desa, to the partial pixel, with totals that close."
        )

    def tags(self) -> list:
        return tr(
            "area,hectares,zonal histogram,tabulate area,zonal statistics,crosstab,kabupaten,kecamatan,desa,spreadsheet"
        ).split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Says how many hectares of each class a map has, in all and in each kabupaten, kecamatan and desa: a table to be signed. The "
            "figures are right in every coordinate system, they add up, and by how much they do not close is told.</p>"
            "<p><b>How.</b> A pixel on the edge of a zone counts with the exact share of it that the zone covers, and every cell has its "
            "area on the ellipsoid, so degrees, UTM, TM-3 and Web Mercator give the same hectares. The zones may have another CRS. Classes are "
            "named by the legend inside the raster. Without zones, the whole map is measured, or the area of interest.</p>"
            "<p><b>Choices.</b> Name fields of the zones: one for each level, outermost first, such as WADMKK,WADMKC,WADMKD. Left empty, the "
            "fields of the ministry (WADMPR, WADMKK, WADMKC, WADMKD) and the usual other ones are recognised, and the log says which; where there are none, "
            "each polygon is a zone. Polygons of one name on all levels are one zone. The area of interest cuts the zones. Numbers: with decimal comma or point in "
            "report and CSV; auto takes the language of QGIS. In XLSX they are numbers, which the spreadsheet writes in its own language.</p>"
            "<p><b>Outputs.</b> Table, one row for each class in each zone of the innermost level, without totals: the zone fields, "
            "class (code), class_name, area_ha, percent (of the zone's own area), zone_area_ha (from its outline). Wide table: one row for each zone, "
            "a column for each class (ha), nodata_ha, outside_ha (beyond the raster), zone_area_ha. Closure: zone_area_ha, mapped_ha, nodata_ha, "
            "outside_ha, overlap_ha (shared with other zones), gap_ha (enclosed by zones, in none; told at the zone that borders it most), difference_ha "
            "and difference_percent (own area less the parts). Overlaps and gaps: polygons with kind, zones and area_ha, to be mended. XLSX: one sheet for "
            "each level with totals and shares, then closure, overlaps and gaps. CSV: the sheet of the innermost level. Report: tables, chart and closure. In sheets, CSV and "
            "report the figures are rounded so that rows, columns and levels add up (largest remainder). Numbers: TOTAL_HA is what the table adds up to; ZONES_HA, "
            "NODATA_HA, OUTSIDE_HA, DIFFERENCE_HA, OVERLAP_HA (counted in more than one zone, once for each too many), GAP_HA, ZONE_COUNT, REPAIRED (invalid outlines).</p>"
            "<p><b>Example.</b> qgis_process run pantau:areatable -- CLASSES=landcover.tif ZONES=desa.gpkg ZONE_FIELDS=WADMKC,WADMKD "
            "OUTPUT=area.csv XLSX=area.xlsx REPORT=area.html</p>"
            "<p><b>Source.</b> Area on the ellipsoid: Snyder 1987. Coverage fractions as in exactextract (Baston 2024). Rounding: Bacharach "
            "1966; Cox 1987.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        polygon, table = [QgsProcessing.SourceType.TypeVectorPolygon], QgsProcessing.SourceType.TypeVector
        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("CLASSES", tr("Class raster")))
        add(QgsProcessingParameterFeatureSource("ZONES", tr("Zones"), polygon, optional=True))
        add(QgsProcessingParameterString("ZONE_FIELDS", tr("Name fields, outermost first (commas)"), optional=True))
        add(QgsProcessingParameterFeatureSource("AOI", tr("Area of interest"), polygon, optional=True))
        add(QgsProcessingParameterString("TITLE", tr("Title of the sheets and the report"), optional=True))
        add(QgsProcessingParameterString("SOURCE", tr("Source named below the title"), optional=True))
        add(numbers_field())
        add(QgsProcessingParameterFeatureSink("OUTPUT", tr("Area table"), table, optional=True))
        for name, label in (("WIDE", tr("Wide table")), ("CLOSURE", tr("Closure of the zones"))):
            add(advanced(QgsProcessingParameterFeatureSink(name, label, table, optional=True, createByDefault=False)))
        add(
            advanced(
                QgsProcessingParameterFeatureSink(
                    "FAULTS", tr("Overlaps and gaps"), polygon[0], optional=True, createByDefault=False
                )
            )
        )
        for name, label, kind in (
            ("XLSX", tr("Spreadsheet"), "XLSX (*.xlsx)"), ("CSV", tr("CSV"), "CSV (*.csv)"), ("REPORT", tr("Report"), "HTML (*.html)"),
        ):  # fmt: skip
            add(QgsProcessingParameterFileDestination(name, label, kind, optional=True, createByDefault=name == "REPORT"))
        for name, label in (
            ("TOTAL_HA", tr("Mapped (ha)")),
            ("ZONES_HA", tr("Own areas of the zones (ha)")),
            ("NODATA_HA", tr("No data (ha)")),
            ("OUTSIDE_HA", tr("Beyond the raster (ha)")),
            ("DIFFERENCE_HA", tr("What does not close (ha)")),
            ("OVERLAP_HA", tr("Counted in more than one zone (ha)")),
            ("GAP_HA", tr("Gaps between zones (ha)")),
            ("ZONE_COUNT", tr("Zones (how many)")),
            ("REPAIRED", tr("Zones with an invalid outline, repaired")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        return (
            self.raster_problem(parameters, "CLASSES", context)
            or self.polygon_problem(parameters, "ZONES", context)
            or self.polygon_problem(parameters, "AOI", context)
            or self._field_problem(parameters, context)
            or self.target_problem(parameters, context, ["CLASSES", "ZONES", "AOI"], [], [*SINKS, *FILES], needed=False)
        )

    def _field_problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        fields = self.names_in(parameters, "ZONE_FIELDS", context)
        if not given(parameters, "ZONES"):
            if fields:
                return tr("ZONE_FIELDS is {fields}, and there are no zones: give ZONES, or leave it empty.").format(
                    fields=", ".join(fields)
                )
            unneeded = [name for name in ("CLOSURE", "FAULTS") if given(parameters, name)]
            return (
                tr("{name} is asked for, and there are no zones: give ZONES, or leave it empty.").format(name=unneeded[0])
                if unneeded
                else None
            )
        return missing_field(self.parameterAsSource(parameters, "ZONES", context), fields, "ZONE_FIELDS")

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._classes = self.class_map(parameters, "CLASSES", context)
        self._aoi = self.polygons(parameters, "AOI", context)
        self._aoi_name = self.parameterAsSource(parameters, "AOI", context).sourceName() if self._aoi is not None else ""
        self._units, self._recognised = None, False
        if given(parameters, "ZONES"):
            source = self.parameterAsSource(parameters, "ZONES", context)
            fields = self.names_in(parameters, "ZONE_FIELDS", context)
            self._recognised = not fields
            levels = admin_levels(source.fields().names())
            fields = fields or levels
            polygons, paths = self.polygon_paths(parameters, "ZONES", fields, context)
            outer = (
                [level for level in levels[: levels.index(fields[-1])] if level not in fields]
                if fields and fields[-1] in levels
                else []
            )
            remark = self._shared_names(parameters, outer, paths, context) if outer else ""
            self._units = Units(polygons, paths, fields or ["zone"], source.sourceName(), remark)

    def _shared_names(
        self, parameters: Parameters, outer: List[str], paths: Sequence[Tuple[str, ...]], context: QgsProcessingContext
    ) -> str:
        """What to say where zones of one name lie in several zones of levels that were not named; empty where none do."""
        _, places = self.polygon_paths(parameters, "ZONES", outer, context)
        found: Dict[Tuple[str, ...], Set[Tuple[str, ...]]] = {}
        for path, place in zip(paths, places):
            found.setdefault(path, set()).add(place)
        shared = [path[-1] for path, where in found.items() if len(where) > 1]
        if not shared:
            return ""
        return tr(
            "Zones of one name in several of {fields} are one zone here ({names}): put {fields} before it in ZONE_FIELDS to tell them apart."
        ).format(fields=", ".join(outer), names=listed(shared))

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        named = Named(*(self.parameterAsString(parameters, name, context).strip() for name in ("TITLE", "SOURCE")))
        numbers = chosen_language(self.parameterAsEnumString(parameters, "NUMBERS", context))
        if self._units is not None and self._recognised:
            monitor.log(tr("Levels of the zones: {fields}.").format(fields=", ".join(self._units.levels)))
        results: Parameters = {}

        def publish(table: AreaTable) -> None:
            levels = printed(table, monitor) if any(given(parameters, name) for name in FILES) else []
            arguments = parameters, context, monitor, table
            sinks = {name: partial(getattr(self, f"_write_{name.lower()}"), *arguments) for name in SINKS}
            with numbers_in(numbers):
                pages = sheets(table, named, levels) if levels else []
                files = {
                    "XLSX": lambda path: write_workbook(path, pages),
                    "CSV": lambda path: write_csv(path, pages[len(table.levels) - 1], numbers),
                    "REPORT": lambda path: write_text(path, report(table, named, levels)),
                }
                results.update(self.write_outputs(parameters, context, sinks, files))

        table = area_table(self._classes, self._units, self._aoi, aoi_name=self._aoi_name, publish=publish, monitor=monitor)
        level = table.innermost
        sums = {
            "TOTAL_HA": level.mapped_ha, "ZONES_HA": level.zone_ha, "NODATA_HA": level.nodata_ha, "OUTSIDE_HA": level.outside_ha,
            "DIFFERENCE_HA": level.difference_ha,
        }  # fmt: skip
        results.update({name: float(values.sum()) for name, values in sums.items()})
        results.update(
            OVERLAP_HA=table.overlap_ha(), GAP_HA=table.gap_ha(), REPAIRED=float(table.repaired),
            ZONE_COUNT=float(len(level.zones) if self._units is not None else 0),
        )  # fmt: skip
        return results

    # -- the tables

    def _write_output(
        self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor, table: AreaTable
    ) -> str:
        own = (
            ("class", int, 0, 0),
            ("class_name", str, NAME, 0),
            ("area_ha", float, 20, 4),
            ("percent", float, 20, 4),
            HECTARES[0],
        )
        rows = (
            (
                [
                    *_texts(row.zone),
                    row.code,
                    table.label(row.code)[:NAME],
                    _ha(row.area_ha),
                    round(row.percent, 4),
                    _ha(row.zone_ha),
                ],
                None,
            )
            for row in table.rows()
        )
        return self.write_features(parameters, "OUTPUT", context, fields_of(*self._zone_fields(own), *own), rows, monitor)

    def _write_wide(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor, table: AreaTable) -> str:
        ends = (("nodata_ha", float, 20, 4), ("outside_ha", float, 20, 4), HECTARES[0])
        taken = {field[0].casefold() for field in (*ends, *self._zone_fields(ends))}
        classes = []
        for code in table.codes:
            name = table.label(code)[:NAME]
            classes.append((name if name.casefold() not in taken else f"{name} ({code})", float, 20, 4))
            taken.add(classes[-1][0].casefold())
        level = table.innermost
        rows = (
            ([*_texts(path), *map(_ha, ha), _ha(nodata), _ha(outside), _ha(own)], None)
            for path, ha, nodata, outside, own in zip(
                level.zones, level.ha.tolist(), level.nodata_ha.tolist(), level.outside_ha.tolist(), level.zone_ha.tolist()
            )
        )
        return self.write_features(parameters, "WIDE", context, fields_of(*self._zone_fields(ends), *classes, *ends), rows, monitor)

    def _write_closure(
        self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor, table: AreaTable
    ) -> str:
        level = table.innermost
        columns = (
            level.zone_ha, level.mapped_ha, level.nodata_ha, level.outside_ha, level.overlap_ha, level.gap_ha, level.difference_ha,
        )  # fmt: skip
        rows = (
            ([*_texts(path), *map(_ha, values), round(100 * values[-1] / values[0], 6) if values[0] else None], None)
            for path, values in zip(level.zones, zip(*(column.tolist() for column in columns)))
        )
        return self.write_features(
            parameters, "CLOSURE", context, fields_of(*self._zone_fields(HECTARES), *HECTARES), rows, monitor
        )

    def _write_faults(
        self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor, table: AreaTable
    ) -> str:
        zones = table.innermost.zones
        rows = (
            (
                [kind, " + ".join(" / ".join(zones[zone]) for zone in fault.zones)[:ZONE], _ha(fault.area_ha)],
                bytes(fault.shape.ExportToWkb()),
            )
            for kind, faults in (("overlap", table.faults.overlaps), ("gap", table.faults.gaps))
            for fault in faults
        )
        fields = fields_of(("kind", str, 10, 0), ("zones", str, ZONE, 0), ("area_ha", float, 20, 4))
        layer = self.write_features(parameters, "FAULTS", context, fields, rows, monitor, table.zones_crs)
        kinds = [("overlap", tr("overlap"), "#D55E00", "#7A3500"), ("gap", tr("gap"), "#56B4E9", "#1F5F86")]
        styles.style_on_load(context, layer, styles.categories("kind", kinds, "area_ha"), tr("Overlaps and gaps of the zones"))
        return layer

    def _zone_fields(self, others: Sequence[Column]) -> List[Column]:
        """The fields of the zones' names, called as in the layer unless another column is called so."""
        taken = {name.casefold() for name, *_ in others}
        levels = ["zone"] if self._units is None else self._units.levels
        return [(f"zone_{name}" if name.casefold() in taken else name, str, ZONE, 0) for name in levels]


def _texts(path: Sequence[str]) -> List[Optional[str]]:
    """The names of a zone as attributes; one that is empty for the whole map."""
    return [name[:ZONE] for name in path] or [None]


def _ha(value: float) -> float:
    return round(value, 4)
