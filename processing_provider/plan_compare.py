"""`pantau:plancompare`: the plan in force against the revised plan, in all and per administrative unit."""

from __future__ import annotations

from functools import partial
from typing import Any, Dict, List, Optional, Sequence, Tuple, Union

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)

from ..plugin.engine.area.fields import PLAN_FIELDS, UNIT_FIELDS, recognised
from ..plugin.engine.area.plan_compare import Patch, PlanComparison, Row, compare_plans
from ..plugin.engine.area.plan_compare_report import report
from ..plugin.engine.files import write_text
from ..plugin.engine.raster.zones import Zones
from ..plugin.engine.text import number, numbers_in, tr
from . import styles
from .algorithm import (
    ZONE,
    AreaAlgorithm,
    Named,
    Parameters,
    advanced,
    chosen_language,
    fields_of,
    given,
    number_field,
    numbers_field,
)
from .feedback import FeedbackMonitor

PLANS = ("PLAN_OLD", "PLAN_NEW")
NAMES_OF_ZONES = (("from_name", str, ZONE, 0), ("to_name", str, ZONE, 0))


class PlanCompare(AreaAlgorithm):
    """From-to hectares of two spatial plans."""

    named = {
        "PLAN_OLD": Named("OLD_FIELD", PLAN_FIELDS), "PLAN_NEW": Named("NEW_FIELD", PLAN_FIELDS),
        "ADMIN": Named("ADMIN_FIELD", UNIT_FIELDS),
    }  # fmt: skip

    def name(self) -> str:
        return "plancompare"

    def displayName(self) -> str:  # noqa: N802
        return tr("Compare two spatial plans (in force and revised)")

    def shortDescription(self) -> str:  # noqa: N802
        return tr(
            "Hectares that went from zone to zone between two plans (RTRW), in all and per kecamatan, with a map and a report."
        )

    def tags(self) -> list:
        return tr("plan,RTRW,RDTR,pola ruang,zoning,revision,from-to,allocation,kecamatan,spatial plan").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Says what a revision does to a spatial plan: how many hectares go from which zone to which, in all and in each kecamatan or other "
            "unit, and where. For planners who prepare a revision, and for those who have to judge one.</p>"
            "<p><b>How.</b> The polygons are laid over each other exactly, without a raster, in the CRS of the plan in force; the layers may have "
            "different CRSs. Invalid outlines are repaired and counted. Zones are the same where their names are, but for blanks and capitals. "
            "Polygons of one name are one zone. Where zones of a plan overlap, the ground counts in each of them, and in each pair of "
            "zones; what is the same in both plans there is no change. Nothing is left out: strips that come of drawing the same boundary twice count, and how many hectares lie "
            "in strips narrower than 10 m is told.</p>"
            "<p><b>Choices.</b> Zone fields: left empty, the zone code KODKWS where both plans have it, else the name NAMOBJ where both do or another "
            "usual one, else the first text field. Plans that have no zone name in common then are not compared; with a field given, a warning says so. Unit field: left empty, WADMKC, else WADMKD, WADMKK, WADMPR or another usual one, else the first "
            "text field. The log says which fields were taken. Minimum area: smaller patches are left out of the polygons of change, and of "
            "nothing else. Numbers: with decimal comma or point in the report; auto takes the language of QGIS.</p>"
            "<p><b>Outputs.</b> Table, without totals: admin (empty: in no unit, or none are given), from (empty: not in the plan in force), to (empty: not in "
            "the revised plan), area_ha (hectares on the ellipsoid), also of what stayed the same; from_name and to_name (of "
            "zones by code, what NAMOBJ calls them). Ground where zones or units overlap is in a line for each pair and unit, so the lines may add up to more than the ground; the report "
            "says by how much, and has the hectares of each plan by itself. Polygons of change, in the CRS of the plan in force: rank (the "
            "largest first), admin, from, to, area_ha, from_name, to_name. Report: changes, flows, gains and losses, matrix, allocation of each unit in both plans, closure; its "
            "figures are rounded so that they add up. Numbers: CHANGED_HA, CHANGED_PERCENT and UNCHANGED_HA, on the ground of both plans, counted once; ONLY_OLD_HA and "
            "ONLY_NEW_HA, which one plan covers, counted once; OVERLAP_OLD_HA and OVERLAP_NEW_HA, which zones of one plan share, once for each too many; "
            "NO_ADMIN_HA, in no unit; NARROW_HA, changes in narrow strips; REPAIRED, invalid outlines.</p>"
            "<p><b>Example.</b> qgis_process run pantau:plancompare -- PLAN_OLD=rtrw_2018.gpkg PLAN_NEW=rtrw_revision.gpkg OLD_FIELD=NAMOBJ "
            "NEW_FIELD=NAMOBJ ADMIN=kecamatan.gpkg OUTPUT=plans.csv CHANGES=changes.gpkg REPORT=plans.html</p>"
            "<p><b>Source.</b> Comparison of the allocations of two plans by kecamatan: Inderapermana and others 2023. Field names: Permen "
            "ATR/BPN 14/2021. Areas: Snyder 1987. Rounding: Bacharach 1966; Cox 1987.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        polygon, real = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessingParameterNumber.Type.Double
        add = self.addParameter
        for name, label, field in (
            ("PLAN_OLD", tr("Plan in force"), tr("Zone field of the plan in force")),
            ("PLAN_NEW", tr("Revised plan"), tr("Zone field of the revised plan")),
            ("ADMIN", tr("Administrative units"), tr("Name field of the units")),
        ):
            add(QgsProcessingParameterFeatureSource(name, label, [polygon], optional=name == "ADMIN"))
            add(QgsProcessingParameterField(self.named[name].field, field, parentLayerParameterName=name, optional=True))
        smallest = number_field("MIN_AREA_HA", tr("Smallest polygon of change (ha)"), real, 0.0, False, 0, 1e9)
        add(advanced(smallest))
        add(numbers_field())
        add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Hectares from zone to zone"), QgsProcessing.SourceType.TypeVector, optional=True
            )
        )
        add(QgsProcessingParameterFeatureSink("CHANGES", tr("Polygons of change"), polygon, optional=True))
        add(QgsProcessingParameterFileDestination("REPORT", tr("Report"), "HTML (*.html)", optional=True))
        for name, label in (
            ("CHANGED_HA", tr("Changed zone (ha)")),
            ("UNCHANGED_HA", tr("In the same zone (ha)")),
            ("CHANGED_PERCENT", tr("Changed zone (% of the ground of both plans)")),
            ("ONLY_OLD_HA", tr("In the plan in force only (ha)")),
            ("ONLY_NEW_HA", tr("In the revised plan only (ha)")),
            ("OVERLAP_OLD_HA", tr("Overlaps in the plan in force (ha)")),
            ("OVERLAP_NEW_HA", tr("Overlaps in the revised plan (ha)")),
            ("NO_ADMIN_HA", tr("In no administrative unit (ha)")),
            ("NARROW_HA", tr("Changes in strips narrower than 10 m (ha)")),
            ("REPAIRED", tr("Polygons with an invalid outline, repaired")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        sentence = self.named_problem(parameters, ["PLAN_OLD", "PLAN_NEW"], context)
        if sentence:
            return sentence
        smallest = self.parameterAsDouble(parameters, "MIN_AREA_HA", context)
        if not 0 <= smallest <= 1e9:
            return tr("{name} is {value:g} {unit}: give 0 or more.").format(name="MIN_AREA_HA", value=smallest, unit="ha")
        return self.target_problem(parameters, context, list(self.named), [], ["OUTPUT", "CHANGES", "REPORT"], needed=False)

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._said = self.fields_taken(parameters, context)
        self._chosen = any(given(parameters, self.named[name].field) for name in PLANS)
        plans, called = zip(*(self._read_plan(parameters, name, context) for name in PLANS))
        self._layers, self._called = [*plans, self.zones(parameters, "ADMIN", context)], called

    def name_field(self, parameters: Parameters, layer: str, context: QgsProcessingContext) -> Optional[str]:
        """As of any layer, but of a plan the field that is called as that of the other plan, where both have one."""
        other = next((plan for plan in PLANS if plan != layer), "") if layer in PLANS else ""
        source = self.parameterAsSource(parameters, other, context) if other and given(parameters, other) else None
        if source is None or given(parameters, self.named[layer].field):
            return super().name_field(parameters, layer, context)
        its, names = source.fields().names(), self.parameterAsSource(parameters, layer, context).fields().names()
        usual = [one for one in PLAN_FIELDS if recognised(its, [one]) is not None]
        if given(parameters, self.named[other].field):
            field = self.parameterAsString(parameters, self.named[other].field, context)
            usual = [*(one for one in usual if recognised(its, [one]) == field), field]
        return recognised(names, usual) or super().name_field(parameters, layer, context)

    def _read_plan(self, parameters: Parameters, layer: str, context: QgsProcessingContext) -> Tuple[Zones, List[str]]:
        """(a plan, the names of its zones that the field of another kind, such as a code, goes with)."""
        source, field = self.parameterAsSource(parameters, layer, context), self.name_field(parameters, layer, context) or ""
        polygons, texts, _ = self.polygon_texts(
            parameters, layer, [field, recognised(source.fields().names(), ["NAMOBJ"]) or field], context
        )
        return Zones(polygons, [zone for zone, _ in texts], source.sourceName()), [name for _, name in texts]

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        numbers = chosen_language(self.parameterAsEnumString(parameters, "NUMBERS", context))
        results: Parameters = {}
        for sentence in self._said:
            monitor.log(sentence)

        def publish(comparison: PlanComparison) -> None:
            with numbers_in(numbers):
                page = report(comparison, monitor) if given(parameters, "REPORT") else ""
            arguments = parameters, context, monitor, comparison
            sinks = {"OUTPUT": partial(self._write_table, *arguments), "CHANGES": partial(self._write_changes, *arguments)}
            results.update(self.write_outputs(parameters, context, sinks, {"REPORT": lambda path: write_text(path, page)}))

        compared = compare_plans(*self._layers, called=self._called, chosen=self._chosen, publish=publish, monitor=monitor)
        balance = compared.balance
        self._style(context, results.get("CHANGES"), compared)
        return {
            **results, "CHANGED_HA": float(balance.changed_ha), "UNCHANGED_HA": float(balance.both_ha - balance.changed_ha),
            "CHANGED_PERCENT": float(balance.changed_percent), "ONLY_OLD_HA": float(balance.left_ha), "ONLY_NEW_HA": float(balance.come_ha),
            "OVERLAP_OLD_HA": compared.overlap_ha[0], "OVERLAP_NEW_HA": compared.overlap_ha[1],
            "NO_ADMIN_HA": float(balance.no_admin_ha) if compared.admin is not None else 0.0, "NARROW_HA": float(compared.narrow_ha),
            "REPAIRED": float(sum(compared.repaired)),
        }  # fmt: skip

    def _write_table(
        self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor, compared: PlanComparison
    ) -> str:
        fields = fields_of(
            ("admin", str, ZONE, 0), ("from", str, ZONE, 0), ("to", str, ZONE, 0), ("area_ha", float, 20, 4), *NAMES_OF_ZONES
        )
        rows = (([*_texts(row[:3]), round(row.area_ha, 4), *_called(compared, row)], None) for row in compared.balance.rows())
        return self.write_features(parameters, "OUTPUT", context, fields, rows, monitor)

    def _write_changes(
        self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor, compared: PlanComparison
    ) -> str:
        smallest = self.parameterAsDouble(parameters, "MIN_AREA_HA", context)
        small = [patch.area_ha for patch in compared.patches if patch.area_ha < smallest]
        if small:
            monitor.log(
                tr("{count} polygons of change under {least} ha are left out: {area} ha.").format(
                    count=number(len(small), 0), least=number(smallest, 2), area=number(sum(small), 2)
                )
            )
        fields = fields_of(
            ("rank", int, 0, 0), ("admin", str, ZONE, 0), ("from", str, ZONE, 0), ("to", str, ZONE, 0), ("area_ha", float, 20, 4),
            *NAMES_OF_ZONES,
        )  # fmt: skip
        rows = (
            ([patch.rank, *_texts(patch[1:4]), round(patch.area_ha, 4), *_called(compared, patch)], patch.wkb)
            for patch in compared.patches
            if patch.area_ha >= smallest
        )
        return self.write_features(parameters, "CHANGES", context, fields, rows, monitor, compared.crs)

    def _style(self, context: QgsProcessingContext, layer: Optional[str], compared: PlanComparison) -> None:
        """The polygons of change in the colours of the zones that they are in now."""
        colors = compared.colors()
        found = list(dict.fromkeys(patch.after for patch in compared.patches))
        kinds = [(zone[:ZONE], compared.title(zone), colors[zone], "solid") for zone in found]
        label = '"from" || \' -> \' || "to"'
        title = tr("Change of the plan: {area} ha").format(area=number(compared.balance.changed_ha, 2))
        styles.style_on_load(context, layer, styles.categories("to", kinds, label, 110), title)


def _texts(names: Sequence[Optional[str]]) -> List[Optional[str]]:
    return [name and name[:ZONE] for name in names]


def _called(compared: PlanComparison, line: Union[Row, Patch]) -> List[Optional[str]]:
    """What else the zones of a line are called."""
    return _texts([compared.called.get(zone) if zone is not None else None for zone in (line.before, line.after)])
