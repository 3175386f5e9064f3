"""`pantau:planoverlay`: does the land agree with the spatial plan, in hectares, and where not."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import Any, Dict, Iterator, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..plugin.engine.area.availability import together
from ..plugin.engine.area.conformity import PlanOverlay
from ..plugin.engine.area.conformity_map import AVAILABLE, Area, Areas, state_values
from ..plugin.engine.area.fields import PLAN_FIELDS, UNIT_FIELDS, recognised
from ..plugin.engine.area.plan_figures import Figures, figures
from ..plugin.engine.area.plan_overlay import LandPolygons, Plan, Settings, plan_overlay
from ..plugin.engine.area.plan_report import report, sheets
from ..plugin.engine.area.rules import CONFORM, NO_RULE, NONCONFORM, NOT_REALISED, REVIEW, rules_csv, state_label, states_legend
from ..plugin.engine.errors import PantauError
from ..plugin.engine.files import write_text
from ..plugin.engine.monitor import Share
from ..plugin.engine.raster.aoi import Polygons
from ..plugin.engine.raster.legend import PALETTE, Legend, LegendEntry, usual_color
from ..plugin.engine.raster.zones import Zones
from ..plugin.engine.report.workbook import write_workbook
from ..plugin.engine.text import number, numbers_in, tr
from . import styles
from .algorithm import (
    NAME,
    ZONE,
    AreaAlgorithm,
    Named,
    Parameters,
    advanced,
    chosen_language,
    crs_of,
    destination,
    fields_of,
    given,
    number_field,
    numbers_field,
    plain,
    require_labels,
    shapes_of,
    temporary_folder,
)
from .feedback import FeedbackMonitor

# How agencies and Pantau call the class of land-cover polygons, and its names in English and Indonesian.
CLASS_FIELDS = (
    "class", "kelas", "class_code", "kode_kelas", "kode", "gridcode", "dn", "class_name", "nama_kelas", "land_cover", "landcover",
    "tutupan", "tutupan_lahan", "penutupan", "pl", "keterangan",
)  # fmt: skip
NAME_FIELDS = (("class_name", "classname", "name", "label"), ("nama_kelas", "nama", "keterangan", "tutupan", "penutupan"))
LAYERS = ("LANDCOVER", "LANDCOVER_POLYGONS", "PLAN", "ADMIN", "RULES")
RASTERS = ("OUTPUT", "AVAILABLE")
SINKS = ("NONCONFORMITY", "POLYGONS", "TABLE", "AVAILABILITY")  # in the order in which they are written
FILES = ("RULES_OUT", "XLSX", "REPORT")
# Of what does not conform, the largest have a label; all have one on a map of a larger scale than 1:10,000.
LABELLED, NEAR = 20, 10_000


class PlanOverlayAlgorithm(AreaAlgorithm):
    """Conformity of land cover with a spatial plan."""

    named = {
        "LANDCOVER_POLYGONS": Named("LANDCOVER_FIELD", CLASS_FIELDS, text=False), "PLAN": Named("PLAN_FIELD", PLAN_FIELDS),
        "ADMIN": Named("ADMIN_FIELD", UNIT_FIELDS),
    }  # fmt: skip

    def name(self) -> str:
        return "planoverlay"

    def displayName(self) -> str:  # noqa: N802
        return tr("Check land cover against the spatial plan (RTRW)")

    def shortDescription(self) -> str:  # noqa: N802
        return tr(
            "Degree of conformity per zone and kecamatan, land available for building, and where the land does not agree with the plan."
        )

    def tags(self) -> list:
        return tr(
            "spatial plan,rtrw,rdtr,zoning,conformity,kesesuaian,pola ruang,overlay,availability,ketersediaan,land use"
        ).split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Says whether the land agrees with the spatial plan (RTRW, RDTR), in hectares, per zone and kecamatan or desa, and where it does not; "
            "and how much land that is planned for building is not built on yet.</p>"
            "<p><b>How.</b> Land cover, a class raster or polygons, is laid over the plan's zones and the administrative units, and a table of rules "
            "says of every class in every zone whether it conforms. A cell of a raster counts in each zone with the exact share that the zone covers; "
            "polygons are cut along each other's edges; all hectares are on the ellipsoid, in every CRS. Degree of conformity = conform / (all land with a class of which "
            "a rule speaks), and beside it conform / (conform + not conform), sesuai and tidak sesuai as Permen ATR/BPN 9/2017 asks. Land "
            "without a rule and land without data are listed with their hectares and are in neither. Available land = zones for building less "
            "what is built in them and less what is not mapped, parted into vegetated, bare and other land.</p>"
            "<p><b>Choices.</b> Give a raster or polygons of land cover. Fields left empty are recognised (KODKWS, else NAMOBJ; WADMKC, WADMKD, WADMKK, nama; "
            "class, kelas ...), else the first text field of the plan or of the units is taken, and the log says which. Zones are the same where their names are, but for blanks and capitals; "
            "polygons without a name are one zone, (no name). Rules: a CSV with the columns class, zone, status (kelas, zona, status), with commas or semicolons; class by "
            "code or name in either language, or a kind of land (forest, mangrove, plantation, crops, shrub, bare, built, mine, pond, wetland, water, vegetated); zone by code or name; "
            "* for any, where a closer line wins; # begins a remark. Statuses: conform (sesuai), nonconform (tidak sesuai), review (perlu kajian), "
            "not_realised (belum terwujud); any other word is a status of your own, which the log says, and a number or a dash is refused. <b>Without a table, an example that is not official is used</b>: built-up "
            "land conforms in zones for building and nowhere else, vegetated or bare land there is not realised yet, and for the usual zones (BA, HL, PS, HP, P-1 ..., by code or name) "
            "rtrw_rules_example.csv in the plugin's folder plugin/engine/area speaks. A class or a zone that is not known, and a zone that is called several things, has no rule in it. Write the table that was used with RULES_OUT, edit its "
            "status, and give it back as RULES. Classes and zones for building are known by their names and codes; lists with commas replace that. "
            "Pixel size is for the rasters of land-cover polygons only; empty: 10 m, or more for a large plan. Minimum area: of the areas in NONCONFORMITY. Numbers: how they are written "
            "in report and sheets; auto takes the language of QGIS.</p>"
            "<p><b>Outputs.</b> Conformity raster: 1 conform, 2 nonconform, 3 review, 4 not realised, 5 without a rule, 6 and up your own statuses; 255 no data; by the zone of the pixel's centre. "
            "Conformity polygons: contiguous land of one class in one zone and unit; along pixels' edges for a raster, so their hectares are those of pixels. "
            "Nonconformity: those that do not conform, with rank (1 is the largest), lon and lat of a point in each, for checks in the field. Table: admin, zone, "
            "class, class_name, area_ha, percent (of the zone in that unit), status (conform, nonconform, review, not_realised, no_rule, no_data, outside: beyond the raster, or your own), zone_name (what else more than half of the zone is called). Availability: "
            "admin, zone, planned_ha, built_ha, available_ha, vegetated_ha, bare_ha, percent_of_built (available, of what is built), percent_of_planned (available, of what is planned and mapped), other_ha (available, and neither vegetated nor bare: water, ponds, mines), nodata_ha (not mapped, so neither built nor available). Available land: 1 vegetated, 2 bare, 3 built, in "
            "zones for building; 255 no data. Numbers: CONFORM_PERCENT (0 also where no rule speaks of any land, which a warning says); CONFORM_HA, NONCONFORM_HA, REVIEW_HA, NOT_REALISED_HA, NO_RULE_HA; NO_DATA_HA (plan ground of which "
            "the map shows no class, or beyond it); PLANNED_BUILT_HA, BUILT_HA, AVAILABLE_HA (planned less built and less what is not mapped; says nothing where no class is known to be built-up) of the zones for building; OVERLAP_HA (of zones, counted in each); "
            "NO_ADMIN_HA (plan ground in no unit); UNPLANNED_HA (ground of the units in no zone).</p>"
            "<p><b>Example.</b> qgis_process run pantau:planoverlay -- LANDCOVER=landcover.tif PLAN=rtrw.gpkg ADMIN=kecamatan.gpkg "
            "RULES=rules.csv OUTPUT=conformity.tif NONCONFORMITY=check.gpkg XLSX=conformity.xlsx REPORT=conformity.html</p>"
            "<p><b>Source.</b> Permen ATR/BPN 9/2017 and 14/2021. Cross table and availability: Danendra et al. 2023 (Surabaya). Areas: Snyder 1987.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        types, real = QgsProcessing.SourceType, QgsProcessingParameterNumber.Type.Double
        polygon = [types.TypeVectorPolygon]
        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("LANDCOVER", tr("Land cover (class raster)"), optional=True))
        add(QgsProcessingParameterFeatureSource("LANDCOVER_POLYGONS", tr("or land cover (polygons)"), polygon, optional=True))
        self._add_field("LANDCOVER_FIELD", tr("Class field of the polygons"), "LANDCOVER_POLYGONS")
        add(QgsProcessingParameterFeatureSource("PLAN", tr("Spatial plan (RTRW)"), polygon))
        self._add_field("PLAN_FIELD", tr("Zone field of the plan"), "PLAN")
        add(QgsProcessingParameterFeatureSource("ADMIN", tr("Administrative units"), polygon, optional=True))
        self._add_field("ADMIN_FIELD", tr("Name field of the units"), "ADMIN")
        add(QgsProcessingParameterFile("RULES", tr("Rules (empty: an example)"), fileFilter="CSV (*.csv *.CSV)", optional=True))
        for name, label in (
            ("BUILT_CLASSES", tr("Built-up classes (codes or names, commas)")),
            ("BARE_CLASSES", tr("Bare classes")),
            ("VEGETATED_CLASSES", tr("Vegetated classes")),
            ("BUILT_ZONES", tr("Zones for building (codes or names, commas)")),
        ):
            add(advanced(QgsProcessingParameterString(name, label, optional=True)))
        add(advanced(number_field("PIXEL_SIZE", tr("Pixel size, for polygons (m)"), real, None, True, 0, 1e6)))
        add(number_field("MIN_AREA_HA", tr("Smallest area of nonconformity (ha)"), real, 0, False, 0, 1e9))
        add(numbers_field())
        add(QgsProcessingParameterRasterDestination("OUTPUT", tr("Conformity raster"), optional=True))
        add(
            QgsProcessingParameterFeatureSink(
                "POLYGONS", tr("Conformity polygons"), polygon[0], optional=True, createByDefault=False
            )
        )
        add(QgsProcessingParameterFeatureSink("NONCONFORMITY", tr("Nonconformity, ranked"), polygon[0], optional=True))
        add(QgsProcessingParameterFeatureSink("TABLE", tr("Table"), types.TypeVector, optional=True))
        add(
            QgsProcessingParameterFeatureSink(
                "AVAILABILITY", tr("Availability"), types.TypeVector, optional=True, createByDefault=False
            )
        )
        add(
            QgsProcessingParameterRasterDestination(
                "AVAILABLE", tr("Available land (raster)"), optional=True, createByDefault=False
            )
        )
        for name, label, kind in (
            ("RULES_OUT", tr("Rules that were used"), "CSV (*.csv)"), ("XLSX", tr("Spreadsheet"), "XLSX (*.xlsx)"), ("REPORT", tr("Report"), "HTML (*.html)"),
        ):  # fmt: skip
            add(QgsProcessingParameterFileDestination(name, label, kind, optional=True, createByDefault=name == "REPORT"))
        for name, label in (
            ("CONFORM_PERCENT", tr("Degree of conformity (%)")),
            ("CONFORM_HA", tr("Conform (ha)")),
            ("NONCONFORM_HA", tr("Not conform (ha)")),
            ("REVIEW_HA", tr("To be reviewed (ha)")),
            ("NOT_REALISED_HA", tr("Not realised yet (ha)")),
            ("NO_RULE_HA", tr("Without a rule (ha)")),
            ("NO_DATA_HA", tr("Plan without data (ha)")),
            ("PLANNED_BUILT_HA", tr("Zones for building (ha)")),
            ("BUILT_HA", tr("Built in zones for building (ha)")),
            ("AVAILABLE_HA", tr("Available for building (ha)")),
            ("OVERLAP_HA", tr("In more than one zone (ha)")),
            ("NO_ADMIN_HA", tr("Plan in no unit (ha)")),
            ("UNPLANNED_HA", tr("Units in no zone (ha)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _add_field(self, name: str, label: str, parent: str) -> None:
        self.addParameter(QgsProcessingParameterField(name, label, parentLayerParameterName=parent, optional=True))

    # -- inputs

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        if given(parameters, "LANDCOVER") == given(parameters, "LANDCOVER_POLYGONS"):
            return tr("Give land cover as LANDCOVER (a class raster) or as LANDCOVER_POLYGONS, and not both.")
        minimum = self.parameterAsDouble(parameters, "MIN_AREA_HA", context)
        if not 0 <= minimum <= 1e9:
            return tr("{name} is {value:g} {unit}: give 0 or more.").format(name="MIN_AREA_HA", value=minimum, unit="ha")
        sentence = self.raster_problem(parameters, "LANDCOVER", context) if given(parameters, "LANDCOVER") else None
        return (
            sentence
            or self.named_problem(parameters, ["PLAN"], context)
            or self.target_problem(parameters, context, list(LAYERS), list(RASTERS), [*SINKS, *FILES], needed=False)
        )

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._said = self.fields_taken(parameters, context)
        self._plan, self._admin = self._read_plan(parameters, context), self.zones(parameters, "ADMIN", context)
        self._left_out = 0
        self._landcover = self.class_map(parameters, "LANDCOVER", context) or self._land_polygons(parameters, context)
        self._settings = Settings(
            rules=self.parameterAsFile(parameters, "RULES", context) or None,
            built_classes=self.parameterAsString(parameters, "BUILT_CLASSES", context),
            bare_classes=self.parameterAsString(parameters, "BARE_CLASSES", context),
            vegetated_classes=self.parameterAsString(parameters, "VEGETATED_CLASSES", context),
            built_zones=self.parameterAsString(parameters, "BUILT_ZONES", context),
            pixel_m=self.optional_number(parameters, "PIXEL_SIZE", context),
            min_area_ha=self.parameterAsDouble(parameters, "MIN_AREA_HA", context),
        )

    def _read_plan(self, parameters: Parameters, context: QgsProcessingContext) -> Plan:
        """The plan, with the codes of zones that are called by name, or their names."""
        source, field = self.parameterAsSource(parameters, "PLAN", context), self.name_field(parameters, "PLAN", context) or ""
        usual = (recognised(source.fields().names(), [one]) for one in PLAN_FIELDS)
        other = next((one for one in usual if one not in (None, field)), field)
        polygons, texts, _ = self.polygon_texts(parameters, "PLAN", [field, other], context)
        return Plan(Zones(polygons, [key for key, _ in texts], source.sourceName()), [text for _, text in texts])

    def _land_polygons(self, parameters: Parameters, context: QgsProcessingContext) -> LandPolygons:
        """Land-cover polygons with their classes: whole numbers as they are, texts numbered in their order."""
        source = self.parameterAsSource(parameters, "LANDCOVER_POLYGONS", context)
        field = self.name_field(parameters, "LANDCOVER_POLYGONS", context) or ""
        named = [recognised(source.fields().names(), names) for names in NAME_FIELDS]
        places = [source.fields().lookupField(one) if one else -1 for one in (field, *named)]
        shapes, values, names = [], [], []
        for wkb, feature in shapes_of(source, [place for place in places if place >= 0]):
            texts = [plain(feature.attributes()[place]) if place >= 0 else None for place in places]
            require_labels(texts[:1], field)
            if wkb and texts[0] is not None and str(texts[0]).strip():
                shapes.append(wkb)
                values.append(texts[0])
                names.append(texts[1:])
            elif wkb:
                self._left_out += 1
        if not shapes:
            raise PantauError(
                tr("{layer} has no polygon with a class in {field}: choose another field.").format(
                    layer=source.sourceName(), field=field
                )
            )
        codes, legend = classes_of_polygons(values, names)
        return LandPolygons(Polygons(shapes, crs_of(source)), codes, legend, source.sourceName())

    # -- the run

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        for sentence in self._said:
            monitor.log(sentence)
        if self._left_out:
            monitor.warn(
                tr("{count} polygon(s) of {layer} have no class and count as no data.").format(
                    count=number(self._left_out, 0), layer=self._landcover.name
                )
            )
        rasters = {name: self.raster_target(parameters, name, context) for name in RASTERS}
        numbers = chosen_language(self.parameterAsEnumString(parameters, "NUMBERS", context))
        results: Parameters = {name: path for name, path in rasters.items() if path}

        def publish(result: PlanOverlay, areas: Areas) -> Optional[Figures]:
            is_printed = given(parameters, "XLSX") or given(parameters, "REPORT")
            printed = figures(result, Share(monitor, 0.8, 0.85)) if is_printed else None
            arguments = parameters, context, monitor, result, areas
            sinks = {name: partial(getattr(self, f"_write_{name.lower()}"), *arguments) for name in SINKS}
            areas_ha = result.class_areas()
            files = {
                "RULES_OUT": lambda path: write_text(path, rules_csv(result.rules, result.classes, result.zones, areas_ha)),
                "XLSX": lambda path: write_workbook(path, sheets(result, printed)),
                "REPORT": lambda path: write_text(path, report(result, printed, areas.largest())),
            }
            with numbers_in(numbers):
                results.update(self.write_outputs(parameters, context, sinks, files))
            return printed

        target = next(filter(None, (*rasters.values(), *(destination(parameters, name) for name in SINKS))), None)
        result = plan_overlay(
            self._landcover, self._plan, self._admin, self._settings, conformity=rasters["OUTPUT"], available=rasters["AVAILABLE"],
            publish=publish, scratch=temporary_folder(context, target), monitor=monitor,
        )  # fmt: skip
        whole, available = result.whole, together([one for _, _, one in result.available()])
        title = tr("Conformity: {percent} %").format(percent="–" if whole.percent is None else number(whole.percent, 1))
        styles.style_on_load(context, rasters["OUTPUT"], styles.classes(state_values(result)[0], opaque=True), title)
        styles.style_on_load(
            context,
            rasters["AVAILABLE"],
            styles.classes(AVAILABLE),
            tr("Available: {area} ha").format(area=number(available.available_ha, 1) if result.knows_built else "–"),
        )
        results.update(
            CONFORM_PERCENT=whole.percent or 0.0, CONFORM_HA=whole[CONFORM], NONCONFORM_HA=whole[NONCONFORM], REVIEW_HA=whole[REVIEW],
            NOT_REALISED_HA=whole[NOT_REALISED], NO_RULE_HA=whole[NO_RULE], NO_DATA_HA=result.no_data_ha,
            PLANNED_BUILT_HA=available.planned_ha, BUILT_HA=available.built_ha, AVAILABLE_HA=available.available_ha,
            OVERLAP_HA=result.overlap_ha, NO_ADMIN_HA=result.no_admin_ha, UNPLANNED_HA=result.unplanned_ha,
        )  # fmt: skip
        return results

    # -- the tables and polygons

    def _write_nonconformity(
        self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor, result: PlanOverlay, areas: Areas
    ) -> str:
        fields = fields_of(
            ("rank", int, 0, 0), ("zone", str, ZONE, 0), ("admin", str, ZONE, 0), ("class", int, 0, 0), ("class_name", str, NAME, 0),
            ("area_ha", float, 20, 4), ("lon", float, 20, 7), ("lat", float, 20, 7),
        )  # fmt: skip
        with contextlib.closing(areas.nonconformity()) as found:
            rows = (
                ([one.rank, *_attributes(result, one), round(one.area_ha, 4), round(one.lon, 7), round(one.lat, 7)], one.wkb)
                for one in found
            )
            layer = self.write_features(parameters, "NONCONFORMITY", context, fields, rows, monitor, areas.crs)
        kinds = [(entry.code, entry.label(), entry.color) for entry in result.classes]
        numbers = chosen_language(self.parameterAsEnumString(parameters, "NUMBERS", context))
        text = f"\"rank\" || ': ' || format_number(\"area_ha\", 1, '{numbers}') || ' ha'"
        label = f'if("rank" <= {LABELLED} or @map_scale < {NEAR}, {text}, NULL)'
        styles.style_on_load(context, layer, styles.edges("class", kinds, label), tr("Does not conform, by area"))
        return layer

    def _write_polygons(
        self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor, result: PlanOverlay, areas: Areas
    ) -> str:
        fields = fields_of(
            ("zone", str, ZONE, 0), ("admin", str, ZONE, 0), ("class", int, 0, 0), ("class_name", str, NAME, 0), ("status", str, NAME, 0),
            ("area_ha", float, 20, 4),
        )  # fmt: skip
        with contextlib.closing(areas.conformity()) as found:
            rows = (([*_attributes(result, one), one.state[:NAME], round(one.area_ha, 4)], one.wkb) for one in found)
            layer = self.write_features(parameters, "POLYGONS", context, fields, rows, monitor, areas.crs)
        legend, codes = states_legend(result.rules.own)
        kinds = [(state[:NAME], state_label(state), legend.find(codes[state]).color, "solid") for state in result.states()]
        styles.style_on_load(
            context, layer, styles.categories("status", kinds, '"class_name"', 110), tr("Conformity with the plan")
        )
        return layer

    def _write_table(
        self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor, result: PlanOverlay, areas: Areas
    ) -> str:
        fields = fields_of(
            ("admin", str, ZONE, 0), ("zone", str, ZONE, 0), ("class", int, 0, 0), ("class_name", str, NAME, 0), ("area_ha", float, 20, 4),
            ("percent", float, 20, 4), ("status", str, NAME, 0), ("zone_name", str, ZONE, 0),
        )  # fmt: skip
        named = {zone.key: zone.name[:ZONE] or None for zone in result.zones}
        rows = (
            (
                [
                    cell.admin and cell.admin[:ZONE], cell.zone[:ZONE], cell.code, result.class_name(cell.code)[:NAME] or None,
                    round(cell.area_ha, 4), round(cell.percent, 4), cell.state[:NAME], named[cell.zone],
                ],
                None,
            )
            for cell in result.cells
        )  # fmt: skip
        return self.write_features(parameters, "TABLE", context, fields, rows, monitor)

    def _write_availability(
        self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor, result: PlanOverlay, areas: Areas
    ) -> str:
        hectares = ("planned_ha", "built_ha", "available_ha", "vegetated_ha", "bare_ha")
        percents = ("percent_of_built", "percent_of_planned")
        columns = [(name, float, 20, 4) for name in (*hectares, *percents, "other_ha", "nodata_ha")]
        fields = fields_of(("admin", str, ZONE, 0), ("zone", str, ZONE, 0), *columns)

        def rows() -> Iterator[Tuple[List[Any], None]]:
            for admin, zone, one in result.available():
                values = [getattr(one, name) for name, *_ in columns]
                yield [admin and admin[:ZONE], zone[:ZONE], *(None if value is None else round(value, 4) for value in values)], None

        return self.write_features(parameters, "AVAILABILITY", context, fields, rows(), monitor)


def _attributes(result: PlanOverlay, area: Area) -> List[Any]:
    """zone, admin, class, class_name."""
    return [area.zone[:ZONE], area.admin and area.admin[:ZONE], area.code, result.class_name(area.code)[:NAME]]


def classes_of_polygons(values: Sequence[Any], names: Sequence[Sequence[Any]]) -> Tuple[List[int], Legend]:
    """(the code of each value, the legend). names: of each, in English and Indonesian, None where there is none."""
    numeric = all(isinstance(value, (int, float)) and float(value).is_integer() for value in values)
    texts = [str(int(value)) if numeric else str(value).strip() for value in values]
    order = sorted(set(texts), key=int if numeric else str.casefold)
    codes = {text: int(text) if numeric else place for place, text in enumerate(order, 1)}
    called: Dict[str, Tuple[str, str]] = {}
    for text, (english, indonesian) in zip(texts, names):
        if numeric and text not in called and (english or indonesian):
            called[text] = (str(english or indonesian).strip(), str(indonesian or english).strip())
    entries = []
    for place, text in enumerate(order):
        name, name_id = called.get(text, (f"class {text}", f"kelas {text}") if numeric else (text, text))
        color = usual_color(name) or usual_color(name_id) or PALETTE[place % len(PALETTE)]
        entries.append(LegendEntry(codes[text], name, name_id, color))
    return [codes[text] for text in texts], Legend(tuple(entries))
