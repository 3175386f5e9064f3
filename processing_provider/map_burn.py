"""`pantau:mapburn`: from radar scenes before and after a fire to the burned area, in one run."""

from __future__ import annotations

import contextlib
import math
import os
from dataclasses import replace
from typing import Any, Dict, Iterator, List, Optional, Tuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsWkbTypes,
)

from ..plugin.engine.burn.burn_mask import LEGEND
from ..plugin.engine.burn.index import RBD, RBR, figure
from ..plugin.engine.burn.map_burn import map_burn
from ..plugin.engine.burn.map_burn_report import report
from ..plugin.engine.burn.map_burn_result import BurnMap
from ..plugin.engine.burn.map_burn_settings import NONE, Points, Settings, Targets
from ..plugin.engine.burn.speckle import FILTERS, LEE
from ..plugin.engine.burn.units import AUTO, LINEAR, UNITS
from ..plugin.engine.errors import PantauError
from ..plugin.engine.files import write_text
from ..plugin.engine.raster.composite import Raster
from ..plugin.engine.raster.zones import Zones
from ..plugin.engine.text import number, tr
from . import styles
from .algorithm import (
    BurnAlgorithm,
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
    shapes_of,
    temporary_folder,
)
from .feedback import FeedbackMonitor

STACKS, LAYERS, RASTERS = ("PRE", "POST"), ("POINTS", "HOTSPOTS"), ("RBR", "RBD", "BEST")
ZONE = 254  # characters of a zone's name


class MapBurn(BurnAlgorithm):
    """Burned area of two stacks of scenes."""

    def name(self) -> str:
        return "mapburn"

    def displayName(self) -> str:  # noqa: N802
        return tr("Map burned area from radar scenes")

    def shortDescription(self) -> str:  # noqa: N802
        return tr(
            "From Sentinel-1 scenes before and after a fire to burned hectares: RBR, RBD, thresholds, accuracy, zones, report."
        )

    def tags(self) -> list:
        return tr("burned area,fire,sentinel-1,sar,radar,rbr,rbd,threshold,hectares,accuracy,hotspot,kecamatan,karhutla").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Maps what burned between two stacks of radar scenes, through clouds and smoke, and says how far to trust it. For Sentinel-1 VH, "
            "calibrated (gamma0 or sigma0), ten or more dates before and as many after.</p>"
            "<p><b>How.</b> Scenes of different orbits and UTM zones are brought to the grid of the first scene before the fire, extended to cover all others. "
            "Each stack becomes its median, in power: decibels are converted first, and power of 0 or less is no data, as beyond the coast. "
            "Both medians are despeckled; RBR = after / before and RBD = after - before follow. Mean and standard deviation of each, where "
            "it is looked at, give three thresholds (mu - sigma, mu, mu + sigma), and Otsu and Kittler-Illingworth of the logarithm of RBR two more. "
            "Burned is what lies below.</p>"
            "<p><b>Choices.</b> Units of the scenes: auto (told from the values), linear (power) or db. RBD: difference of power (linear) or of decibels "
            "(db). Filter: none, lee, kuan, refined_lee, lee_sigma, gamma_map, boxcar. Looks: left empty they are estimated from each median. Fuel mask: a class "
            "raster; where it is 0 or has no data nothing can burn. Points: 1, true, burned, terbakar or ya in the field is burned; 0, false or tidak is not; "
            "without a field all points burned. Official area: hectares to compare with.</p>"
            "<p><b>Best model.</b> With points of burned and of unburned places: the highest kappa. Without: nearest to the official area, if there "
            "is one. Else none is named, and the layer shows rbr_mu_minus_sigma.</p>"
            "<p><b>Outputs.</b> RBR, RBD: 32-bit decimals, only where it was looked at. Best: 1 burned, 0 not, 255 not looked at. Folder: both medians, RBR, "
            "RBD and the map of each model. The district is the area of interest, or all that was looked at.</p>"
            "<p><b>Table.</b> A row for each model: index; threshold (mu_minus_sigma, mu, mu_plus_sigma, otsu, kittler); value (of the threshold); area_ha "
            "(burned, ha); percent (of what was looked at, %); oa, oa_empty_map (overall accuracy of the model, and of a map on which nothing burned, %); "
            "pa, ua, omission, commission (of burned land, %); hotspots_inside (count); kappa, f1 (up to 1); flagged_percent (below the threshold, before "
            "small patches are left out, %); no_fire_percent (the same without any fire, %); official_difference_ha (ha), official_difference_percent (%); "
            "best (1: the best model, else 0); percent_of_district (%). What cannot be known is empty.</p>"
            "<p><b>Zone table.</b> A row for each zone and model: zone; index; threshold; burned_ha, zone_ha (ha); percent_of_zone, percent_of_district (%); "
            "looked_ha (ha).</p>"
            "<p><b>Numbers.</b> AREA_HA, PERCENT, PERCENT_OF_DISTRICT, FLAGGED_PERCENT and NO_FIRE_PERCENT of the layer that is shown; LOOKED_HA, EMPTY_HA, "
            "DISTRICT_HA; PRE_LOOKS, POST_LOOKS; PRE_DATES, POST_DATES; POINTS_USED; NO_ZONE_HA and OVERLAP_HA, burned in no zone and counted in more "
            "than one. BEST_MODEL: such as rbr_mu_minus_sigma; empty where none can be named.</p>"
            "<p><b>Take care.</b> Thresholds of mean and standard deviation always find 'fire'. Beside every overall accuracy stands that of a map on "
            "which nothing burned; a model below 70 % is not acceptable.</p>"
            "<p><b>Example.</b> qgis_process run pantau:mapburn -- PRE=vh_2018_10.tif PRE=vh_2018_11.tif POST=vh_2019_10.tif POST=vh_2019_11.tif "
            "AOI=district.gpkg POINTS=points.gpkg BURNED_FIELD=burned ZONES=kecamatan.gpkg ZONE_FIELD=name BEST=burned.tif REPORT=burned.html</p>"
            "<p><b>Source.</b> Puspitaningrum and Bioresita 2025. RBR: Tanase, Kennedy and Aponte 2015. Lowest acceptable accuracy: Wozniak and Aleksandrowicz 2019. "
            "Otsu 1979; Kittler and Illingworth 1986. Areas: Snyder 1987.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        kinds, types = QgsProcessingParameterNumber.Type, QgsProcessing.SourceType
        add = self.addParameter
        add(QgsProcessingParameterMultipleLayers("PRE", tr("Radar scenes before the fire"), types.TypeRaster))
        add(QgsProcessingParameterMultipleLayers("POST", tr("Radar scenes after the fire"), types.TypeRaster))
        add(QgsProcessingParameterEnum("UNITS", tr("Units of the scenes"), [AUTO, *UNITS], False, AUTO, False, True))
        add(QgsProcessingParameterEnum("RBD_SCALE", tr("RBD: difference of"), list(UNITS), False, LINEAR, False, True))
        add(number_field("BAND", tr("Band"), kinds.Integer, 1, False, 1, 65535))
        add(QgsProcessingParameterEnum("FILTER", tr("Speckle filter"), [NONE, *FILTERS], False, LEE, False, True))
        add(QgsProcessingParameterNumber("SIZE", tr("Window of the filter (pixels, odd)"), kinds.Integer, 7))
        add(QgsProcessingParameterRasterLayer("FUEL_MASK", tr("Fuel mask (0: cannot burn)"), optional=True))
        add(QgsProcessingParameterFeatureSource("POINTS", tr("Points on the ground"), [types.TypeVectorPoint], optional=True))
        add(
            QgsProcessingParameterField(
                "BURNED_FIELD", tr("Field that says whether a point burned"), parentLayerParameterName="POINTS", optional=True
            )
        )
        add(QgsProcessingParameterFeatureSource("HOTSPOTS", tr("Hotspots"), [types.TypeVectorPoint], optional=True))
        add(QgsProcessingParameterNumber("OFFICIAL_HA", tr("Official burned area (ha)"), kinds.Double, None, True))
        add(QgsProcessingParameterFeatureSource("ZONES", tr("Zones"), [types.TypeVectorPolygon], optional=True))
        add(
            QgsProcessingParameterField(
                "ZONE_FIELD", tr("Name field of the zones"), parentLayerParameterName="ZONES", optional=True
            )
        )
        add(QgsProcessingParameterFeatureSource("AOI", tr("Area of interest"), [types.TypeVectorPolygon], optional=True))
        add(QgsProcessingParameterRasterDestination("RBR", "RBR", optional=True, createByDefault=False))
        add(QgsProcessingParameterRasterDestination("RBD", "RBD", optional=True, createByDefault=False))
        add(QgsProcessingParameterRasterDestination("BEST", tr("Burned area by the best model"), optional=True))
        add(QgsProcessingParameterFolderDestination("FOLDER", tr("Folder for all rasters"), optional=True, createByDefault=False))
        for name, label in (("TABLE", tr("Table of the models")), ("ZONE_TABLE", tr("Table of the zones"))):
            add(QgsProcessingParameterFeatureSink(name, label, types.TypeVector, optional=True, createByDefault=False))
        add(QgsProcessingParameterFileDestination("REPORT", tr("Report"), "HTML (*.html)", optional=True))
        add(
            advanced(
                QgsProcessingParameterNumber(
                    "LOOKS", tr("Equivalent looks of the medians (empty: estimated)"), kinds.Double, optional=True
                )
            )
        )
        add(advanced(number_field("MIN_AREA_HA", tr("Smallest burned patch to keep (ha)"), kinds.Double, 0, False, 0, 1e9)))
        self.addOutput(QgsProcessingOutputString("BEST_MODEL", tr("Best model")))
        for name, label in (
            ("AREA_HA", tr("Burned (ha)")),
            ("PERCENT", tr("Burned (% of what was looked at)")),
            ("FLAGGED_PERCENT", tr("Beyond the threshold, small patches too (%)")),
            ("NO_FIRE_PERCENT", tr("Beyond the threshold without any fire, by this index (%)")),
            ("LOOKED_HA", tr("Looked at (ha)")),
            ("EMPTY_HA", tr("Without data before or after (ha)")),
            ("DISTRICT_HA", tr("Area of interest, or all that was looked at (ha)")),
            ("PRE_LOOKS", tr("Equivalent looks of the median before")),
            ("POST_LOOKS", tr("Equivalent looks of the median after")),
            ("PRE_DATES", tr("Dates in most pixels of the median before")),
            ("POST_DATES", tr("Dates in most pixels of the median after")),
            ("PERCENT_OF_DISTRICT", tr("Burned (% of the district)")),
            ("POINTS_USED", tr("Points used")),
            ("NO_ZONE_HA", tr("Burned, and in no zone (ha)")),
            ("OVERLAP_HA", tr("Burned, and counted in more than one zone (ha)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    # -- what goes in

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        sentences = [self.rasters_problem(parameters, name, context) for name in STACKS]
        sentences += [self.raster_problem(parameters, "FUEL_MASK", context)] if given(parameters, "FUEL_MASK") else []
        sentence = next(filter(None, sentences), None) or self.whole_problem(parameters, ["BAND", "SIZE"], context)
        sentence = sentence or next(
            filter(None, (self.polygon_problem(parameters, name, context) for name in ("ZONES", "AOI"))), None
        )
        sentence = sentence or self._layer_problem(parameters, context)
        if sentence:
            return sentence
        try:
            self._choices(parameters, context).check()
        except PantauError as error:
            return str(error)
        inputs = [*STACKS, "FUEL_MASK", *LAYERS, "ZONES", "AOI"]
        return self.target_problem(
            parameters, context, inputs, list(RASTERS), ["TABLE", "ZONE_TABLE", "REPORT"], needed=False
        ) or self._collision(parameters, context)  # fmt: skip

    def _collision(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        """Why the rasters of the folder and the others cannot all be written."""
        rasters = [one for name in (*STACKS, "FUEL_MASK") for one in self.raster_paths(parameters, name, context)]
        targets = Targets(*(destination(parameters, name) or "" for name in (*RASTERS, "FOLDER")))
        try:
            targets.check([path for path, _ in rasters])
        except PantauError as error:
            return str(error)
        return None

    def _layer_problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        kinds = QgsWkbTypes.GeometryType
        for name in LAYERS:
            if not given(parameters, name):
                continue
            source = self.parameterAsSource(parameters, name, context)
            if source is None:
                return tr("The layer {value} of {name} cannot be opened: choose a point layer.").format(
                    value=self.parameterAsString(parameters, name, context), name=name
                )
            if QgsWkbTypes.geometryType(source.wkbType()) not in (kinds.PointGeometry, kinds.UnknownGeometry):
                return tr("{layer}, given as {name}, holds no points: choose a point layer.").format(
                    layer=source.sourceName(), name=name
                )
        for layer, field in (("POINTS", "BURNED_FIELD"), ("ZONES", "ZONE_FIELD")):
            if given(parameters, field):
                if not given(parameters, layer):
                    return tr("{field} is given, and {layer} is empty: give the layer, or leave the field empty.").format(
                        field=field, layer=layer
                    )
                source, fields = self.parameterAsSource(parameters, layer, context), [self._field(parameters, field, context)]
                missing = missing_field(source, fields, field)
                if missing:
                    return missing
        if given(parameters, "ZONE_TABLE") and not given(parameters, "ZONES"):
            return tr("ZONE_TABLE is asked for, and there are no zones: give ZONES, or leave it empty.")
        return None

    def _field(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> str:
        return self.parameterAsString(parameters, name, context) if given(parameters, name) else ""

    def _choices(self, parameters: Parameters, context: QgsProcessingContext) -> Settings:
        return Settings(
            units=self.parameterAsEnumString(parameters, "UNITS", context),
            rbd_scale=self.parameterAsEnumString(parameters, "RBD_SCALE", context),
            band=self.parameterAsInt(parameters, "BAND", context),
            filter=self.parameterAsEnumString(parameters, "FILTER", context),
            size=self.parameterAsInt(parameters, "SIZE", context),
            looks=self.optional_number(parameters, "LOOKS", context),
            min_area_ha=self.parameterAsDouble(parameters, "MIN_AREA_HA", context),
            official_ha=self.optional_number(parameters, "OFFICIAL_HA", context),
        )

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._stacks = [[Raster(*one) for one in self.raster_paths(parameters, name, context)] for name in STACKS]
        self._settings = replace(
            self._choices(parameters, context),
            fuel=self.class_map(parameters, "FUEL_MASK", context),
            aoi=self.polygons(parameters, "AOI", context),
        )
        self._points = self._read_points(parameters, "POINTS", self._field(parameters, "BURNED_FIELD", context), context)
        self._hotspots = self._read_points(parameters, "HOTSPOTS", "", context)
        self._zones = None
        if given(parameters, "ZONES"):
            fields = [one for one in [self._field(parameters, "ZONE_FIELD", context)] if one]
            named = self.named_polygons(parameters, "ZONES", fields, context)
            self._zones = Zones(*named, self.parameterAsSource(parameters, "ZONES", context).sourceName())

    def _read_points(self, parameters: Parameters, name: str, field: str, context: QgsProcessingContext) -> Optional[Points]:
        if not given(parameters, name):
            return None
        source = self.parameterAsSource(parameters, name, context)
        place = source.fields().lookupField(field) if field else -1
        shapes, labels = [], []
        for wkb, feature in shapes_of(source, [place] if field else []):
            shapes.append(wkb)
            labels.append(plain(feature.attributes()[place]) if field else None)
        return Points(shapes, crs_of(source), labels if field else (), source.sourceName(), field)

    # -- what comes out

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        paths = {name: self.raster_target(parameters, name, context) or "" for name in RASTERS}
        folder = self._folder(parameters, context)
        page = self.parameterAsFileOutput(parameters, "REPORT", context) if given(parameters, "REPORT") else ""
        tables: Dict[str, str] = {}

        def publish(result: BurnMap) -> None:
            with self._kept(parameters):
                for name, (fields, rows) in (("TABLE", _models(result)), ("ZONE_TABLE", _zones(result))):
                    if given(parameters, name):
                        lines = ((row, None) for row in rows)
                        tables[name] = self.write_features(parameters, name, context, fields_of(*fields), lines, monitor)
                if page:
                    write_text(page, report(result))  # last: what comes after it could not take it back

        places = [destination(parameters, name) for name in RASTERS]
        beside = next(filter(None, [*places, os.path.join(os.path.dirname(folder), "x") if folder else None]), None)
        result = map_burn(
            *self._stacks, self._settings, points=self._points, hotspots=self._hotspots, zones=self._zones,
            targets=Targets(paths["RBR"], paths["RBD"], paths["BEST"], folder), publish=publish,
            scratch=temporary_folder(context, beside), monitor=monitor,
        )  # fmt: skip
        self._style(context, paths, result)
        results = _numbers(result)
        for name, value in (*paths.items(), ("FOLDER", folder), *tables.items(), ("REPORT", page)):
            if value:
                results[name] = value
        return results

    def _folder(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        if not given(parameters, "FOLDER"):
            return ""
        folder = self.parameterAsString(parameters, "FOLDER", context)
        if folder == QgsProcessing.TEMPORARY_OUTPUT:
            folder = self.parameterAsFileOutput(parameters, "FOLDER", context)
        return os.path.abspath(folder)

    @contextlib.contextmanager
    def _kept(self, parameters: Parameters) -> Iterator[None]:
        with kept(destination(parameters, "TABLE")), kept(destination(parameters, "ZONE_TABLE")):
            yield

    def _style(self, context: QgsProcessingContext, paths: Dict[str, str], result: BurnMap) -> None:
        decibels = result.settings.rbd_scale != LINEAR
        for name, index, scale in (("RBR", RBR, RBR), ("RBD", RBD, "db" if decibels else RBD)):
            values = result.values[index]
            title = tr("{index}: mean {mean}, standard deviation {std}").format(
                index=result.title(index), mean=figure(values.mean, values.std), std=figure(values.std, values.std)
            )
            styles.style_on_load(context, paths[name], styles.burn_index(scale, values.std), title)
        name = tr("Burned: {area} ha ({model})").format(area=number(result.shown.area_ha, 2), model=result.shown.name)
        styles.style_on_load(context, paths["BEST"], styles.classes(LEGEND), name)


def _numbers(result: BurnMap) -> Parameters:
    shown = result.shown
    numbers: Parameters = {
        "BEST_MODEL": result.best, "AREA_HA": shown.area_ha, "PERCENT": shown.percent,
        "PERCENT_OF_DISTRICT": 100 * shown.area_ha / result.district_ha if result.district_ha else 0.0,
        "FLAGGED_PERCENT": shown.flagged_percent, "NO_FIRE_PERCENT": 100 * shown.cut.no_fire_share, "LOOKED_HA": result.looked_ha, "EMPTY_HA": result.empty_ha,
        "DISTRICT_HA": result.district_ha, "PRE_LOOKS": float(result.looks[0]), "POST_LOOKS": float(result.looks[1]),
        "PRE_DATES": float(result.dates[0]), "POST_DATES": float(result.dates[1]),
        "POINTS_USED": float(result.points.used if result.points else 0), "NO_ZONE_HA": shown.outside_ha,
        "OVERLAP_HA": shown.overlap_ha,
    }  # fmt: skip
    return numbers


Columns = List[Tuple[str, type, int, int]]


def _models(result: BurnMap) -> Tuple[Columns, List[List[Any]]]:
    """(columns, rows) of the table of models; percents from 0 to 100."""
    percents = ("oa", "oa_empty_map", "pa", "ua", "omission", "commission")
    columns: Columns = [
        ("index", str, 10, 0), ("threshold", str, 20, 0), ("value", float, 20, 9), ("area_ha", float, 20, 4), ("percent", float, 20, 6),
        *((name, float, 20, 6) for name in percents), ("hotspots_inside", int, 0, 0), ("kappa", float, 20, 6), ("f1", float, 20, 6),
        ("flagged_percent", float, 20, 6), ("no_fire_percent", float, 20, 6), ("official_difference_ha", float, 20, 4), ("official_difference_percent", float, 20, 6),
        ("best", int, 0, 0), ("percent_of_district", float, 20, 6),
    ]  # fmt: skip
    rows, official = [], result.settings.official_ha
    for model in result.models:
        its = model.measures
        shares = [None] * 6
        if its is not None:
            burned = [one[1] for one in (its.producers, its.users, its.omission, its.commission)]
            shares = [_number(100 * one, 6) for one in (its.overall, result.points.empty_map_overall, *burned)]
        apart = model.against(official) if official is not None else (None, None)
        rows.append(
            [
                model.index, model.method, float(model.cut.threshold), round(model.area_ha, 4), round(model.percent, 6), *shares,
                model.hotspots_inside, _number(its and its.kappa, 6), _number(its and its.f1[1], 6),
                round(model.flagged_percent, 6), round(100 * model.cut.no_fire_share, 6), _number(apart[0], 4), _number(apart[1], 6), int(model.code == result.best),
                _number(100 * model.area_ha / result.district_ha if result.district_ha else None, 6),
            ]
        )  # fmt: skip
    return columns, rows


def _zones(result: BurnMap) -> Tuple[Columns, List[List[Any]]]:
    """(columns, rows) of the table of zones."""
    columns: Columns = [
        ("zone", str, ZONE, 0), ("index", str, 10, 0), ("threshold", str, 20, 0), ("burned_ha", float, 20, 4), ("zone_ha", float, 20, 4),
        ("percent_of_zone", float, 20, 6), ("percent_of_district", float, 20, 6), ("looked_ha", float, 20, 4),
    ]  # fmt: skip
    rows = []
    for zone in result.zones or ():
        for model, burned in zip(result.models, zone.burned_ha):
            of_zone = 100 * burned / zone.area_ha if zone.area_ha else None
            rows.append(
                [
                    zone.name[:ZONE], model.index, model.method, round(burned, 4), round(zone.area_ha, 4), _number(of_zone, 6),
                    round(100 * burned / result.district_ha, 6), round(zone.looked_ha, 4),
                ]
            )  # fmt: skip
    return columns, rows


def _number(value: Optional[float], decimals: int) -> Optional[float]:
    """A plain float; None where there is none."""
    return None if value is None or math.isnan(value) else round(float(value), decimals)
