"""`pantau:minealerts`: what was mined anew between two dates, inside or outside permits, ranked for inspection."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ..plugin.engine.files import write_text
from ..plugin.engine.segmentation.alerts import Alert, Alerts, Permits, find_alerts
from ..plugin.engine.segmentation.alerts_report import LOOKS, report
from ..plugin.engine.segmentation.changes import GAIN, GROWN, LOSS, NEW, SHRUNK, VANISHED, Mines, Settings
from ..plugin.engine.text import number, tr
from . import styles
from .algorithm import (
    MineAlgorithm,
    Parameters,
    advanced,
    destination,
    fields_of,
    given,
    kept,
    missing_field,
    number_field,
    temporary_folder,
)
from .feedback import FeedbackMonitor

DATES = (("BEFORE", "BEFORE_POLYGONS"), ("AFTER", "AFTER_POLYGONS"))
LONGEST = 254  # characters that every vector format takes


class MineAlerts(MineAlgorithm):
    """Compare the mines of two dates with each other and with permits."""

    def name(self) -> str:
        return "minealerts"

    def displayName(self) -> str:  # noqa: N802
        return tr("Rank new mining for inspection (two dates and permits)")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Finds where mines are new, grew, shrank or vanished between two dates, inside or outside permits, ranked.")

    def tags(self) -> list:
        return tr("mine,mining,change,alert,early warning,illegal,permit,IUP,inspection,monitoring").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Compares the mines of two dates and says what is new, has grown, has shrunk or has vanished, and how much of it lies "
            "outside the mining permits (IUP): a ranked list for inspectors of what to look at first. A mask is no proof, and "
            "neither is this list: look at the image before you go, or accuse.</p>"
            "<p><b>How.</b> For each date give one of two: the mask of 'Find mines' (or another class raster), or polygons. Add the "
            "permits and the field with their names. Two rasters are compared pixel by pixel on the grid of the later one (the "
            "earlier one takes the nearest pixel where its grid differs); a raster and polygons, on the grid of the raster; polygons "
            "and polygons, along their own edges. Layers may have different CRSs. Only ground that both dates saw is compared: what is no "
            "data in either raster is neither new nor gone, and its hectares are told; so let clouds be no data, since a model may take them for mines. Polygons count as having seen "
            "all ground.</p>"
            "<p><b>Outputs.</b> Alerts, as multipolygons in the CRS of the later mines: rank; change: new (touches no mine of before), "
            "grown (touches one, or a part of its mine was not seen before), shrunk (a part of a mine is gone, or a part was not seen "
            "later), vanished (all of it is gone); permit_status: inside, across, outside, or "
            "unknown without permits; area_ha and outside_ha (hectares on the ellipsoid, and of them what no permit covers; permits that "
            "overlap are not counted twice); mine_ha (the whole mine, at the date when the ground was mined); permits (those it "
            "lies in, the largest share first); nearest_permit and distance_m where it lies in none; lon and lat in degrees (WGS 84) of "
            "a point on it. Rank: ground newly mined comes first, most hectares outside permits before the rest, then by hectares; what "
            "is mined no longer follows, by hectares. Report: a page to read and to print. Numbers: NEW_HA is all ground newly mined, "
            "that is NEW_MINES_HA and GROWN_HA together; NEW_OUTSIDE_HA is what of it lies outside permits, empty without permits.</p>"
            "<p><b>Choices.</b> Smaller areas than the minimum are left out, and so are strips narrower than the minimum width, which "
            "two masks of the same mine always show along its edge; what is left out is told in hectares. Ground that lies no farther "
            "from a mine than the gap counts as touching it. Left empty, width and gap are two pixels where a raster is compared, and 0 "
            "for polygons alone. Class is the code of the mines in the rasters. The area of interest limits what is counted; a mine that goes on beyond it is judged "
            "as a whole. Without a "
            "permit field, a permit is called by its feature id.</p>"
            "<p><b>Example.</b> qgis_process run pantau:minealerts -- BEFORE=mines_2023.tif AFTER=mines_2024.tif PERMITS=iup.gpkg "
            "PERMIT_FIELD=holder OUTPUT=alerts.gpkg REPORT=alerts.html</p>"
            "<p><b>Source.</b> Post-classification comparison: Singh 1989. Opening, which removes narrow strips: Serra 1982. Areas: "
            "Snyder 1987.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        real, whole = QgsProcessingParameterNumber.Type.Double, QgsProcessingParameterNumber.Type.Integer

        def layer(name: str, label: str) -> Any:
            return QgsProcessingParameterFeatureSource(name, label, polygon, optional=True)

        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("BEFORE", tr("Earlier mines: mask or class raster"), optional=True))
        add(layer("BEFORE_POLYGONS", tr("or earlier mines: polygons")))
        add(QgsProcessingParameterRasterLayer("AFTER", tr("Later mines: mask or class raster"), optional=True))
        add(layer("AFTER_POLYGONS", tr("or later mines: polygons")))
        add(layer("PERMITS", tr("Mining permits (IUP)")))
        add(
            QgsProcessingParameterField(
                "PERMIT_FIELD", tr("Name or number of the permit"), parentLayerParameterName="PERMITS", optional=True
            )
        )
        add(number_field("MIN_AREA_HA", tr("Minimum area (ha)"), real, 0.5, False, 0, 1e9))
        add(layer("AOI", tr("Area of interest")))
        add(advanced(number_field("CLASS", tr("Class of the mines in rasters (code)"), whole, 1, False, -(2**31), 2**31 - 1)))
        add(
            advanced(
                number_field(
                    "MIN_WIDTH", tr("Minimum width (m; empty: two pixels of a raster, else 0)"), real, None, True, 0, 10_000
                )
            )
        )
        add(
            advanced(
                number_field(
                    "MAX_GAP",
                    tr("Gap to a mine that still counts as touching (m; empty: two pixels of a raster, else 0)"),
                    real,
                    None,
                    True,
                    0,
                    10_000,
                )  # fmt: skip
            )
        )
        add(QgsProcessingParameterFeatureSink("OUTPUT", tr("Alerts"), QgsProcessing.SourceType.TypeVectorPolygon, optional=True))
        add(QgsProcessingParameterFileDestination("REPORT", tr("Report"), "HTML (*.html)", optional=True))
        for name, label in (
            ("NEW_HA", tr("Newly mined: new mines and growth together (ha)")),
            ("NEW_OUTSIDE_HA", tr("Newly mined outside permits: new mines and growth together (ha)")),
            ("NEW_MINES_HA", tr("New mines only (ha)")),
            ("NEW_MINES_OUTSIDE_HA", tr("New mines only, outside permits (ha)")),
            ("GROWN_HA", tr("Growth of mines only (ha)")),
            ("SHRUNK_HA", tr("Mined no longer where mines shrank (ha)")),
            ("VANISHED_HA", tr("Mined no longer where mines vanished (ha)")),
            ("ALERTS", tr("Areas to look at")),
            ("SMALL_HA", tr("Left out: areas under the minimum (ha)")),
            ("NARROW_HA", tr("Left out: strips narrower than the minimum width (ha)")),
            ("COMPARED_HA", tr("Ground seen on both dates (ha)")),
            ("UNSEEN_HA", tr("Ground not seen on one of the dates (ha)")),
            ("BEFORE_HA", tr("Mines before, on the ground compared (ha)")),
            ("AFTER_HA", tr("Mines after, on the ground compared (ha)")),
            ("REPAIRED", tr("Permits with an invalid outline, repaired")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        for raster, polygons in DATES:
            if given(parameters, raster) == given(parameters, polygons):
                return tr("Give one layer of mines for each date: either {raster} or {polygons}.").format(
                    raster=raster, polygons=polygons
                )
        rasters = [raster for raster, _ in DATES if given(parameters, raster)]
        sentences = [self.raster_problem(parameters, name, context) for name in rasters]
        vectors = [polygons for _, polygons in DATES] + ["PERMITS", "AOI"]
        sentences += [self.polygon_problem(parameters, name, context) for name in vectors]
        for sentence in filter(None, [*sentences, self.whole_problem(parameters, ["CLASS"], context)]):
            return sentence
        return (
            self._number_problem(parameters, context)
            or self._field_problem(parameters, context)
            or self.target_problem(parameters, context, [*rasters, *vectors], [], ["OUTPUT", "REPORT"], needed=False)
        )

    def _number_problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        for name, unit in (("MIN_AREA_HA", "ha"), ("MIN_WIDTH", "m"), ("MAX_GAP", "m")):
            value = self.optional_number(parameters, name, context)
            if value is not None and not 0 <= value <= 1e9:
                return tr("{name} is {value:g} {unit}: give 0 or more.").format(name=name, value=value, unit=unit)
        return None

    def _field_problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        if not given(parameters, "PERMIT_FIELD"):
            return None
        field = self._permit_field(parameters, context)
        source = self.parameterAsSource(parameters, "PERMITS", context)
        if source is None:
            return tr("PERMIT_FIELD is {field}, and there are no permits: give PERMITS, or leave it empty.").format(field=field)
        return missing_field(source, [field], "PERMIT_FIELD")

    def _permit_field(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        names = self.parameterAsFields(parameters, "PERMIT_FIELD", context)
        return names[0] if names else ""

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._dates = []
        for raster, polygons in DATES:
            if given(parameters, raster):
                path, crs = self.raster_path(parameters, raster, context)
                layer = self.parameterAsRasterLayer(parameters, raster, context)
                self._dates.append(Mines(path, crs, name=layer.name() if layer else ""))
            else:
                source = self.parameterAsSource(parameters, polygons, context)
                self._dates.append(Mines(polygons=self.polygons(parameters, polygons, context), name=source.sourceName()))
        self._permits = self._read_permits(parameters, context)
        self._settings = Settings(
            code=self.parameterAsInt(parameters, "CLASS", context),
            min_area_ha=self.parameterAsDouble(parameters, "MIN_AREA_HA", context),
            min_width_m=self.optional_number(parameters, "MIN_WIDTH", context),
            max_gap_m=self.optional_number(parameters, "MAX_GAP", context),
            aoi=self.polygons(parameters, "AOI", context),
        )

    def _read_permits(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[Permits]:
        """The permits with their names; None where none are given."""
        source = self.parameterAsSource(parameters, "PERMITS", context)
        if source is None:
            return None
        fields = [self._permit_field(parameters, context)] if given(parameters, "PERMIT_FIELD") else []
        return Permits(*self.named_polygons(parameters, "PERMITS", fields, context), source.sourceName())

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        page = self.parameterAsFileOutput(parameters, "REPORT", context) if given(parameters, "REPORT") else ""
        file = destination(parameters, "OUTPUT")
        found = find_alerts(
            *self._dates, self._permits, self._settings, scratch=temporary_folder(context, file or page or None), monitor=monitor
        )
        layer = ""
        with kept(file):
            if given(parameters, "OUTPUT"):
                layer = self._write_alerts(parameters, context, monitor, found)
            if page:
                write_text(page, report(found))  # last: what comes after it could not take it back

        area, changes = found.area_ha(NEW, GROWN), found.changes
        kinds = [(look.change, look.name(), look.color, look.line) for look in LOOKS]
        styles.style_on_load(
            context,
            layer,
            styles.categories("change", kinds, "rank"),
            tr("Mine alerts: {area} ha new").format(area=number(area, 2)),
        )
        results: Parameters = {
            "NEW_HA": area, "NEW_OUTSIDE_HA": found.outside_ha(NEW, GROWN), "NEW_MINES_HA": found.area_ha(NEW),
            "NEW_MINES_OUTSIDE_HA": found.outside_ha(NEW), "GROWN_HA": found.area_ha(GROWN), "SHRUNK_HA": found.area_ha(SHRUNK),
            "VANISHED_HA": found.area_ha(VANISHED), "ALERTS": float(len(found.alerts)),
            "SMALL_HA": changes.small_ha[GAIN] + changes.small_ha[LOSS],
            "NARROW_HA": changes.narrow_ha[GAIN] + changes.narrow_ha[LOSS], "COMPARED_HA": changes.compared_ha,
            "UNSEEN_HA": changes.unseen_ha, "BEFORE_HA": changes.before_ha, "AFTER_HA": changes.after_ha,
            "REPAIRED": float(found.repaired),
        }  # fmt: skip
        for name, value in (("OUTPUT", layer), ("REPORT", page)):
            if value:
                results[name] = value
        return results

    def _write_alerts(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor, found: Alerts) -> str:
        fields = fields_of(
            ("rank", int, 0, 0), ("change", str, 10, 0), ("permit_status", str, 10, 0), ("area_ha", float, 20, 4),
            ("outside_ha", float, 20, 4), ("mine_ha", float, 20, 4), ("permits", str, LONGEST, 0),
            ("nearest_permit", str, LONGEST, 0), ("distance_m", float, 20, 1), ("lon", float, 12, 6), ("lat", float, 12, 6),
        )  # fmt: skip
        rows = ((_attributes(alert), alert.wkb) for alert in found.alerts)
        return self.write_features(parameters, "OUTPUT", context, fields, rows, monitor, found.crs)


def _attributes(alert: Alert) -> list:
    def rounded(value: Optional[float], decimals: int) -> Optional[float]:
        return None if value is None else round(value, decimals)

    names = "; ".join(name for name, _ in alert.permits)
    return [
        alert.rank, alert.change, alert.status, round(alert.area_ha, 4), rounded(alert.outside_ha, 4), round(alert.mine_ha, 4),
        _shortened(names) or None, _shortened(alert.nearest), rounded(alert.distance_m, 1), round(alert.lon, 6), round(alert.lat, 6),
    ]  # fmt: skip


def _shortened(text: Optional[str]) -> Optional[str]:
    return text if text is None or len(text) <= LONGEST else text[: LONGEST - 3] + "..."
