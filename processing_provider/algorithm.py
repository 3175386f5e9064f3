"""What all algorithms of Pantau share: checks, errors, inputs and outputs."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import traceback
from typing import Any, Callable, Dict, Iterable, Iterator, List, Mapping, NamedTuple, Optional, Sequence, Set, Tuple

import numpy as np
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFeatureSource,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsMapLayer,
    QgsMessageLog,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
    QgsProperty,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QMetaType, QVariant
from qgis.PyQt.QtGui import QGuiApplication, QIcon

from ..plugin import dependencies, guide
from ..plugin.engine.area.fields import recognised
from ..plugin.engine.errors import MissingPackage, PantauError
from ..plugin.engine.files import KEPT, PART
from ..plugin.engine.monitor import check
from ..plugin.engine.raster.aoi import Polygons
from ..plugin.engine.raster.gdal_guard import attempt, quiet
from ..plugin.engine.raster.outputs import check_folder, check_target
from ..plugin.engine.raster.source import RasterSource
from ..plugin.engine.raster.zones import Map, Zones
from ..plugin.engine.text import language, tr
from .feedback import FeedbackMonitor, interruptible

Parameters = Dict[str, Any]
# Endings that QGIS writes under the name given, with fields and CRS; others it renames, over files that nobody named.
SHAPE_FILES = (".gpkg", ".shp", ".geojson", ".fgb", ".gml", ".tab")
TABLE_FILES = (".gpkg", ".csv", ".xlsx", ".ods")
NUMBERS = ["auto", "en", "id"]
NAME, ZONE = 80, 254  # characters of a class's name, and of a zone's, which every format takes
# What else belongs to a vector file.
PARTS = {
    ".shp": (".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn", ".sbx"),
    ".tab": (".dat", ".map", ".id", ".ind"),
    ".gml": (".xsd", ".gfs"),
}


class Checked:
    """What is wrong with the outputs of an algorithm, and what its parameters name."""

    def target_problem(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        inputs: List[str],
        rasters: List[str],
        others: List[str],
        needed: bool = True,
    ) -> Optional[str]:
        """Why the outputs cannot be written, said before the work begins; None where they can.

        inputs: layer and file parameters, which no output may overwrite. needed: whether a run without any output is a
        mistake; not so where the numbers that it returns are a result of their own.
        """
        if needed and not any(given(parameters, name) for name in rasters + others):
            return tr("No output is asked for: give at least one of {names}.").format(names=", ".join(rasters + others))
        taken = [
            (name, _input_place(*self._layer(one, name, context))) for name in inputs for one in each(parameters, name, context)
        ]
        for name in rasters + others:
            path = destination(parameters, name)
            if path is not None:
                try:
                    (check_target if name in rasters else check_folder)(path)
                except PantauError as error:
                    return str(error)
            place = _output_place(parameters, name)
            for other, its in taken:
                shared = place.files & its.files
                if shared and not (place.table and its.table and place.table != its.table):
                    return tr("{one} and {other} are the same file {path}: give two names.").format(
                        one=other, other=name, path=path if path and _same(path) in shared else min(shared)
                    )
            endings = self._endings(name)
            if path is not None and not path.lower().endswith(endings):
                return tr("{path} is no file name for {name}: give one that ends with one of {endings}.").format(
                    path=path, name=name, endings=", ".join(endings)
                )
            taken.append((name, place))
        return None

    def same_input(self, parameters: Parameters, one: str, other: str, context: QgsProcessingContext) -> bool:
        """Whether two inputs, or lists of them, are the same data; no other features of a layer, such as those of two filters, are."""

        def data(name: str) -> List[Tuple[str, str, str]]:
            found = []
            for its in each(parameters, name, context):
                place, table, features = _data(*self._layer(its, name, context))
                found.append((place, table, features + getattr(its[name], "filterExpression", "")))
            return found

        def same(first: Tuple[str, str, str], second: Tuple[str, str, str]) -> bool:
            return first[:2] == second[:2] and not (first[2] and second[2] and first[2] != second[2])

        ones, others = data(one), data(other)
        return bool(ones) and len(ones) == len(others) and all(any(same(first, second) for second in others) for first in ones)

    def names_in(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> List[str]:
        """The names in a text parameter, which stand between commas."""
        return [one.strip() for one in self.parameterAsString(parameters, name, context).split(",") if one.strip()]

    def _endings(self, name: str) -> Tuple[str, ...]:
        """The endings that the name of an output may have."""
        definition = self.parameterDefinition(name)
        if isinstance(definition, QgsProcessingParameterFileDestination):
            endings = tuple(dict.fromkeys(re.findall(r"\*(\.\w+)", definition.fileFilter().lower()))) or ("",)
            return (*endings, ".htm") if endings == (".html",) else endings
        if not isinstance(definition, QgsProcessingParameterFeatureSink):
            return ("",)
        shapes = (QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVectorPoint)
        return SHAPE_FILES if definition.dataType() in shapes else TABLE_FILES

    def _layer(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> Tuple[Optional[QgsMapLayer], str]:
        """(layer, text) of an input: the layer that is given or named, where QGIS has it open; what names it."""
        value = parameters.get(name)
        if isinstance(value, QgsProcessingFeatureSourceDefinition):  # as for the selected features only
            value = value.source
        if isinstance(value, QgsProperty):
            value = value.valueAsString(context.expressionContext())[0]
        if isinstance(value, QgsMapLayer):
            return value, value.source()
        text = value if isinstance(value, str) else self.parameterAsString(parameters, name, context)
        return (QgsProcessingUtils.mapLayerFromString(text, context, False) if text else None), text


class PantauAlgorithm(Checked, QgsProcessingAlgorithm):
    """An algorithm whose work the engine does.

    A subclass gives name, displayName, group, groupId, shortHelpString, initAlgorithm and two methods: `resolve`, on the
    main thread, turns parameters into plain values; `execute`, elsewhere, calls the engine.
    """

    def createInstance(self) -> PantauAlgorithm:  # noqa: N802
        return type(self)()

    def svgIconPath(self) -> str:  # noqa: N802
        """The drawing of the algorithm's group."""
        return os.path.join(dependencies.ROOT, "ui", "icons", f"{self.groupId()}.svg")

    def icon(self) -> QIcon:
        # without windows there may be nothing that could draw it
        return QIcon(self.svgIconPath()) if isinstance(QCoreApplication.instance(), QGuiApplication) else QIcon()

    def helpUrl(self) -> str:  # noqa: N802
        """The algorithm's page in the guide."""
        return guide.url(f"algorithms/{self.name()}")

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        """What is wrong with the parameters, in one sentence; None where nothing is. Never raises."""
        return None

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Resolve layers and values on the main thread."""

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        """Do the work; return plain Python values, every key a declared output."""
        raise PantauError(self.name())

    def checkParameterValues(self, parameters: Parameters, context: QgsProcessingContext) -> Tuple[bool, str]:  # noqa: N802
        well, message = super().checkParameterValues(parameters, context)
        sentence = self.problem(parameters, context)
        return (False, sentence) if sentence else (well, message)

    def prepareAlgorithm(  # noqa: N802
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        sentence = self.problem(parameters, context)  # models and tasks skip checkParameterValues
        if sentence:
            raise QgsProcessingException(sentence)
        with reported():
            self.resolve(parameters, context)
        return True

    def processAlgorithm(  # noqa: N802
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        with reported(), interruptible(feedback):
            return self.execute(parameters, context, FeedbackMonitor(feedback))

    # -- inputs

    def raster_path(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> Tuple[str, str]:
        """(path for GDAL, WKT of the CRS that QGIS has for the layer) of a raster parameter."""
        layer = self.parameterAsRasterLayer(parameters, name, context)
        if layer is None:
            # Not a layer that QGIS can open: the engine says why.
            return self.parameterAsString(parameters, name, context), ""
        if layer.dataProvider().name() != "gdal":
            raise PantauError(
                tr("{layer} is a {provider} layer, which has no pixel values to compute with: save it as GeoTIFF first.").format(
                    layer=layer.name(), provider=layer.dataProvider().name()
                )
            )
        return layer.source().split("|option:")[0], layer.crs().toWkt()

    def raster_paths(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> List[Tuple[str, str]]:
        """`raster_path` of each raster of a list."""
        return [self.raster_path(one, name, context) for one in each(parameters, name, context)]

    def polygons(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> Optional[Polygons]:
        """The polygons of an optional layer; None where none is given."""
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            return None
        return Polygons([wkb for wkb, _ in shapes_of(source) if wkb], crs_of(source))

    def named_polygons(
        self, parameters: Parameters, name: str, fields: Sequence[str], context: QgsProcessingContext
    ) -> Tuple[Polygons, List[str]]:
        """The polygons of a layer, and what to call each: its fields with " / " between; where they are empty, its feature id."""
        polygons, texts, ids = self.polygon_texts(parameters, name, fields, context)
        return polygons, [" / ".join(text or "-" for text in its) if any(its) else f"#{number}" for its, number in zip(texts, ids)]

    def polygon_paths(
        self, parameters: Parameters, name: str, fields: Sequence[str], context: QgsProcessingContext
    ) -> Tuple[Polygons, List[Tuple[str, ...]]]:
        """The polygons of a layer, and the text of each field, "-" where it is empty; where the last is, the feature id instead."""
        polygons, texts, ids = self.polygon_texts(parameters, name, fields, context)
        ends = (its[-1] if its and its[-1] else f"#{number}" for its, number in zip(texts, ids))
        return polygons, [(*(text or "-" for text in its[:-1]), end) for its, end in zip(texts, ends)]

    def polygon_texts(
        self, parameters: Parameters, name: str, fields: Sequence[str], context: QgsProcessingContext
    ) -> Tuple[Polygons, List[List[str]], List[int]]:
        """The polygons of a layer, no bytes where there is none, the text of each field, empty where it has none, and the feature ids."""
        source = self.parameterAsSource(parameters, name, context)
        places = [source.fields().lookupField(field) for field in fields]
        shapes, texts, ids = [], [], []
        for wkb, feature in shapes_of(source, places):
            values = [plain(feature.attributes()[place]) for place in places]
            shapes.append(wkb)
            texts.append(["" if value is None else str(value).strip() for value in values])
            ids.append(feature.id())
        return Polygons(shapes, crs_of(source)), texts, ids

    def class_map(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> Optional[Map]:
        """The class raster of a parameter; None where it is empty."""
        if not given(parameters, name):
            return None
        layer = self.parameterAsRasterLayer(parameters, name, context)
        path, crs = self.raster_path(parameters, name, context)
        return Map(path, crs, layer.name() if layer else os.path.basename(path))

    def optional_number(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> Optional[float]:
        """A number, or None where the field is empty."""
        return self.parameterAsDouble(parameters, name, context) if given(parameters, name) else None

    def optional_integer(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> Optional[int]:
        """A whole number, or None where the field is empty."""
        return self.parameterAsInt(parameters, name, context) if given(parameters, name) else None

    def polygon_problem(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> Optional[str]:
        """Why an optional parameter gives no polygons; None where it does, or is empty."""
        if not given(parameters, name):
            return None
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            return tr("The layer {value} of {name} cannot be opened: choose a polygon layer.").format(
                value=self._layer(parameters, name, context)[1], name=name
            )
        kinds = QgsWkbTypes.GeometryType
        if QgsWkbTypes.geometryType(source.wkbType()) not in (kinds.PolygonGeometry, kinds.UnknownGeometry):
            return tr("{layer}, given as {name}, holds no polygons: choose a polygon layer.").format(
                layer=source.sourceName(), name=name
            )
        return None

    def shapes_problem(
        self, parameters: Parameters, name: str, fields: Sequence[str], context: QgsProcessingContext
    ) -> Optional[str]:
        """Why a layer holds no points or polygons, or lacks a field that one of the parameters `fields` names; None where all is well."""
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            return tr("The layer {value} of {name} cannot be opened: choose a layer of points or polygons.").format(
                value=self._layer(parameters, name, context)[1], name=name
            )
        kinds = QgsWkbTypes.GeometryType
        allowed = (kinds.PointGeometry, kinds.PolygonGeometry, kinds.UnknownGeometry)
        if QgsWkbTypes.geometryType(source.wkbType()) not in allowed:
            return tr("{layer} holds neither points nor polygons: choose another layer as {name}.").format(
                layer=source.sourceName(), name=name
            )
        asked = [(field, self.parameterAsString(parameters, field, context)) for field in fields if given(parameters, field)]
        return next(filter(None, (missing_field(source, [value], field) for field, value in asked)), None)

    def raster_problem(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> Optional[str]:
        """Why a raster parameter cannot be opened as one; None where it can."""
        if self.parameterAsRasterLayer(parameters, name, context) is not None:
            return None
        layer, text = self._layer(parameters, name, context)
        if layer is None and text:
            layer = QgsProcessingUtils.mapLayerFromString(text, context, True, QgsProcessingUtils.LayerHint.Vector)
        if isinstance(layer, QgsVectorLayer):
            return tr("{layer} is a vector layer, and {name} must be a raster: choose a raster.").format(
                layer=layer.name(), name=name
            )
        try:
            RasterSource(text)
        except PantauError as error:
            return str(error)
        return None

    def rasters_problem(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> Optional[str]:
        """Why a list of rasters is empty, or one of them cannot be opened; None where all can."""
        rasters = each(parameters, name, context)
        if not rasters:
            return tr("{name} names no raster: give at least one.").format(name=name)
        return next(filter(None, (self.raster_problem(one, name, context) for one in rasters)), None)

    def whole_problem(self, parameters: Parameters, names: Sequence[str], context: QgsProcessingContext) -> Optional[str]:
        """Which of the parameters is no whole number of 32 bits, which QGIS would turn into another; None where none is."""
        for name in names:
            if not given(parameters, name):
                continue
            text = self.parameterAsString(parameters, name, context)
            try:
                value = float(text)
            except ValueError:
                value = float("nan")
            if not (value.is_integer() and -(2**31) <= value < 2**31):
                return tr("{name} is {value}: give a whole number from -2147483648 to 2147483647.").format(
                    name=name, value=text or parameters[name]
                )
        return None

    # -- outputs

    def write_outputs(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        sinks: Mapping[str, Callable[[], str]],
        files: Mapping[str, Callable[[str], None]],
    ) -> Parameters:
        """Write the sinks, then the files that are asked for; where one fails, all are again what they were before.

        sinks: {name: what writes it and returns its id}. files: {name: what writes to a path}. Returns {name: id or path}.
        """
        results: Parameters = {}
        with contextlib.ExitStack() as stack:
            for name in filter(lambda one: given(parameters, one), sinks):
                stack.enter_context(kept(destination(parameters, name)))
                results[name] = sinks[name]()
            for name in filter(lambda one: given(parameters, one), files):
                results[name] = self.parameterAsFileOutput(parameters, name, context)
                stack.enter_context(kept(results[name]))
                files[name](results[name])
        return results

    def write_features(
        self,
        parameters: Parameters,
        name: str,
        context: QgsProcessingContext,
        fields: QgsFields,
        rows: Iterable[Tuple[Sequence[Any], Optional[bytes]]],
        monitor: FeedbackMonitor,
        crs: Optional[str] = None,
        points: bool = False,
    ) -> str:
        """Write rows of (attributes, WKB or None) to a sink; return its id. crs: WKT of multipolygons, or of points; None: a table.

        Raises PantauError where that fails, also where a full disk was noticed only when the file was closed.
        """
        count = 0

        def write(its: Parameters) -> str:
            nonlocal count
            layer, count = self._fill_sink(its, name, context, fields, rows, monitor, crs, points)
            return layer

        layer = self.write_aside(parameters, name, write)
        file = destination(parameters, name)
        if file is not None:
            check_features(file, count)
        return layer

    def write_aside(self, parameters: Parameters, name: str, write: Callable[[Parameters], str]) -> str:
        """What `write` returns, the id of the layer that it writes to the sink of the parameters that it is given.

        QGIS writes to the very name that a sink has, and a run that is killed would leave a part of a file there: a file that is
        given by its name alone, as headless runs give it, is written in a folder beside it, and moved when it is whole.
        """
        file = destination(parameters, name)
        if file is None or not isinstance(parameters[name], str):
            return write(parameters)
        target, own = os.path.split(os.path.abspath(file))
        folder = os.path.join(target, PART + "-" + own.replace(".", "-"))  # GDAL takes a folder x.ods for an archive
        shutil.rmtree(folder, ignore_errors=True)  # of a run that was killed
        os.mkdir(folder)
        try:
            aside = os.path.join(folder, own)
            layer = write({**parameters, name: aside})
            for one in sorted(os.listdir(folder), key=lambda one: one == own):  # the main file last
                os.replace(os.path.join(folder, one), os.path.join(target, one))
            return layer.replace(aside, file)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _fill_sink(
        self, parameters: Parameters, name: str, context: QgsProcessingContext, fields: QgsFields, rows: Any, monitor: FeedbackMonitor,
        crs: Optional[str], points: bool,
    ) -> Tuple[str, int]:  # fmt: skip
        kinds = QgsWkbTypes.Type
        kind = kinds.NoGeometry if crs is None else kinds.Point if points else kinds.MultiPolygon
        reference = QgsCoordinateReferenceSystem() if crs is None else QgsCoordinateReferenceSystem(crs)
        sink, layer = self.parameterAsSink(parameters, name, context, fields, kind, reference)
        if sink is None:
            raise PantauError(
                tr("{name} cannot be written to {target}: choose another file.").format(
                    name=name, target=self.parameterAsString(parameters, name, context)
                )
            )
        count, well = 0, True
        for attributes, wkb in rows:
            check(monitor, 0, 1)  # only whether to stop: progress never goes back
            feature = QgsFeature(fields)
            if wkb is not None:
                geometry = QgsGeometry()
                geometry.fromWkb(wkb)
                feature.setGeometry(geometry)
            feature.setAttributes(list(attributes))
            well = sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
            if not well:
                break
            count += 1
        if not well or not sink.flushBuffer():
            raise PantauError(
                tr("{name} cannot be written ({reason}): free space on the disk.").format(name=name, reason=sink.lastError())
            )
        return layer, count

    def raster_target(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> Optional[str]:
        """The path of a raster to write; None where it is not asked for."""
        return self.parameterAsOutputLayer(parameters, name, context) or None if given(parameters, name) else None


class ImageryAlgorithm(PantauAlgorithm):
    """An algorithm of the group Imagery."""

    def group(self) -> str:
        return tr("Imagery")

    def groupId(self) -> str:  # noqa: N802
        return "imagery"


class MineAlgorithm(PantauAlgorithm):
    """An algorithm of the group Mines."""

    def group(self) -> str:
        return tr("Mines")

    def groupId(self) -> str:  # noqa: N802
        return "mines"


class LandCoverAlgorithm(PantauAlgorithm):
    """An algorithm of the group Land cover."""

    def group(self) -> str:
        return tr("Land cover")

    def groupId(self) -> str:  # noqa: N802
        return "landcover"


class BurnAlgorithm(PantauAlgorithm):
    """An algorithm of the group Burned area."""

    def group(self) -> str:
        return tr("Burned area")

    def groupId(self) -> str:  # noqa: N802
        return "burnedarea"


class Named(NamedTuple):
    """Where the names in a layer are. field: the parameter that says so. usual: how that field is usually called, the likeliest first.
    text: whether it is the first field of text where none is called so."""

    field: str
    usual: Sequence[str]
    text: bool = True


class AreaAlgorithm(PantauAlgorithm):
    """An algorithm of the group Area and plan. named: its layers of named polygons, by parameter."""

    named: Mapping[str, Named] = {}

    def group(self) -> str:
        return tr("Area and plan")

    def groupId(self) -> str:  # noqa: N802
        return "areaplan"

    def named_problem(self, parameters: Parameters, needed: Sequence[str], context: QgsProcessingContext) -> Optional[str]:
        """Why one of the layers in `named` cannot be read; None where all can. needed: those that must be given."""
        for layer, (field, *_) in self.named.items():
            if not given(parameters, layer):
                if layer in needed:
                    return tr("{name} is empty: choose a polygon layer.").format(name=layer)
                if given(parameters, field):
                    return tr("{name} is given without {layer}: give both, or leave it empty.").format(name=field, layer=layer)
                continue
            sentence = self.polygon_problem(parameters, layer, context)
            if sentence:
                return sentence
            source, found = self.parameterAsSource(parameters, layer, context), self.name_field(parameters, layer, context)
            if found is None:
                return tr("No field of {layer} is known to hold its names ({fields}): choose one as {name}.").format(
                    layer=source.sourceName(), fields=", ".join(source.fields().names()), name=field
                )
            sentence = missing_field(source, [found], field)
            if sentence:
                return sentence
        return None

    def name_field(self, parameters: Parameters, layer: str, context: QgsProcessingContext) -> Optional[str]:
        """The field with the names in a layer: the given one, a usual one, or the first of text; None where there is none."""
        its, fields = self.named[layer], self.parameterAsSource(parameters, layer, context).fields()
        if given(parameters, its.field):
            return self.parameterAsString(parameters, its.field, context)
        usual = recognised(fields.names(), its.usual)
        if usual is not None or not its.text:
            return usual
        kind = fields_of(("text", str, 0, 0)).at(0).type()
        return next((field.name() for field in fields if field.type() == kind), None)

    def fields_taken(self, parameters: Parameters, context: QgsProcessingContext) -> List[str]:
        """Which fields stand in for those that are not given, in sentences for the log."""
        found = []
        for layer, (field, *_) in self.named.items():
            if given(parameters, layer) and not given(parameters, field):
                taken = self.name_field(parameters, layer, context)
                found.append(tr("{name} is empty: {field} was taken.").format(name=field, field=taken))
        return found

    def zones(self, parameters: Parameters, layer: str, context: QgsProcessingContext) -> Optional[Zones]:
        """The polygons of one of the layers in `named`, their names empty where they have none; None where it is not given."""
        if not given(parameters, layer):
            return None
        field = self.name_field(parameters, layer, context) or ""
        polygons, texts, _ = self.polygon_texts(parameters, layer, [field], context)
        return Zones(polygons, [one for (one,) in texts], self.parameterAsSource(parameters, layer, context).sourceName())


class AccuracyAlgorithm(PantauAlgorithm):
    """An algorithm of the group Accuracy."""

    def group(self) -> str:
        return tr("Accuracy")

    def groupId(self) -> str:  # noqa: N802
        return "accuracy"


def number_field(
    name: str, label: str, kind: Any, default: Any, optional: bool, low: float, high: float
) -> QgsProcessingParameterNumber:
    """A number from low to high; its field shows two decimals where it is no whole one."""
    field = QgsProcessingParameterNumber(name, label, kind, default, optional, low, high)
    if kind == QgsProcessingParameterNumber.Type.Double:
        field.setMetadata({"widget_wrapper": {"decimals": 2}})
    return field


def numbers_field() -> QgsProcessingParameterEnum:
    """NUMBERS: whether printed tables have decimal commas, as in Indonesian, or points."""
    return QgsProcessingParameterEnum("NUMBERS", tr("Language of printed numbers"), NUMBERS, False, NUMBERS[0], False, True)


def chosen_language(code: str) -> str:
    """The language for numbers of a choice of NUMBERS."""
    return language() if code == NUMBERS[0] else code


def advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """The parameter, folded away under "Advanced"."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


class _Place(NamedTuple):
    """Where data lie. files: all that hold them. table: theirs in a database of several, in small letters, if known."""

    files: Set[str]
    table: str = ""


def _input_place(layer: Optional[QgsMapLayer], text: str) -> _Place:
    path, table, _ = _parts(layer, text)
    if not path:
        return _Place(set())
    with quiet():
        dataset = attempt(gdal.OpenEx, path)
    files = dataset.GetFileList() if dataset is not None else None
    return _Place({_same(one) for one in [path, *(files or [])]}, table)


def _data(layer: Optional[QgsMapLayer], text: str) -> Tuple[str, str, str]:
    """(the file, or what else names the data; the table in it; the filter of its features) of an input."""
    path, table, features = _parts(layer, text)
    if not path:
        return (layer.source() if layer is not None else text), "", ""
    if not table:
        with quiet():
            dataset = attempt(gdal.OpenEx, path, gdal.OF_VECTOR)
        first = dataset.GetLayer(0) if dataset is not None else None
        table = first.GetName().lower() if first is not None else ""
    return _same(path), table, features


def _parts(layer: Optional[QgsMapLayer], text: str) -> Tuple[str, str, str]:
    """(file, table in small letters, filter) of an input, each empty where there is none or it is not known."""
    source = layer.source() if layer is not None else text
    for provider in [layer.providerType()] if layer is not None else ["ogr", "gdal"]:
        parts = QgsProviderRegistry.instance().decodeUri(provider, source) if source else {}
        path = parts.get("path") or parts.get("dbname")
        if path and os.path.exists(path):
            return path, (parts.get("layerName") or "").lower(), parts.get("subset") or ""
    return "", "", ""


def _output_place(parameters: Parameters, name: str) -> _Place:
    path = destination(parameters, name)
    if path is not None:
        return _Place({_same(one) for one in _files(path)})
    text = _target(parameters, name)
    if text.startswith("ogr:"):
        uri = QgsDataSourceUri(text[len("ogr:") :])
        return _Place({_same(uri.database())}, uri.table().lower())
    return _Place(set())


def _files(path: str) -> List[str]:
    """A vector file with its parts, which need not exist."""
    stem, ending = os.path.splitext(path)
    return [path, *(stem + one for one in PARTS.get(ending.lower(), ()))]


def _same(path: str) -> str:
    return os.path.normcase(os.path.realpath(path))


def each(parameters: Parameters, name: str, context: QgsProcessingContext) -> List[Parameters]:
    """Parameters with each value of a list, or with the only one, under `name`; an empty list where there is none."""
    value = parameters.get(name)
    if isinstance(value, QgsProperty):
        value = value.value(context.expressionContext())[0]
    if isinstance(value, QVariant):
        value = value.value()
    values = value if isinstance(value, (list, tuple)) else [value]
    return [{name: one} for one in values if given({name: one}, name)]


def shapes_of(source: QgsProcessingFeatureSource, fields: Optional[Sequence[int]] = None) -> Iterator[Tuple[bytes, QgsFeature]]:
    """(WKB, empty where there is no geometry; the feature) of each feature of a layer. fields: the only ones that are read."""
    # The engine repairs what crosses itself; QGIS would stop there.
    unchecked = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    request = QgsFeatureRequest() if fields is None else QgsFeatureRequest().setSubsetOfAttributes(list(fields))
    for feature in source.getFeatures(request, unchecked):
        yield bytes(feature.geometry().asWkb().data()) if feature.hasGeometry() else b"", feature


def crs_of(source: QgsProcessingFeatureSource) -> str:
    """The WKT of a layer's CRS; empty where it has none, which a GeoPackage says by the name of one."""
    crs = source.sourceCrs()
    return "" if crs.description().startswith("Undefined") else crs.toWkt()


def plain(value: Any) -> Any:
    """An attribute; None where it is NULL."""
    return None if value is None or (hasattr(value, "isNull") and value.isNull()) else value


def missing_field(source: QgsProcessingFeatureSource, fields: Sequence[str], name: str) -> Optional[str]:
    """Which of the fields given as `name` a layer does not have; None where it has all."""
    for field in fields:
        if source.fields().lookupField(field) < 0:
            return tr("{layer} has no field {field}: choose one of {fields} as {name}.").format(
                layer=source.sourceName(), field=field, fields=", ".join(source.fields().names()), name=name
            )
    return None


def require_labels(values: Iterable[Any], field: str) -> None:
    """Raise PantauError for what names no class, such as dates."""
    for value in values:
        if not isinstance(value, (int, float, str, type(None))):
            raise PantauError(
                tr("The class field {field} holds {value}: choose a field of whole numbers or text.").format(
                    field=field, value=getattr(value, "toString", value.__str__)()
                )
            )


def given(parameters: Parameters, name: str) -> bool:
    """Whether a parameter has a value."""
    value = parameters.get(name)
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue() if value.sink.propertyType() == QgsProperty.Type.StaticProperty else value
    if hasattr(value, "isNull") and value.isNull():  # an empty QVariant
        return False
    return value is not None and value != ""


def destination(parameters: Parameters, name: str) -> Optional[str]:
    """The file that an output shall become, where that is a plain file: not temporary, in memory or in a database."""
    value = _target(parameters, name)
    if not value or value == "TEMPORARY_OUTPUT":
        return None
    if value.startswith(("memory:", "ogr:", "postgres:", "postgis:", "spatialite:")) or "://" in value:
        return None
    return value


def _target(parameters: Parameters, name: str) -> str:
    value = parameters.get(name)
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    return value if isinstance(value, str) else ""


@contextlib.contextmanager
def reported() -> Iterator[None]:
    """Turn the engine's errors into Processing's, with their cause."""
    try:
        yield
    except MissingPackage as error:
        raise QgsProcessingException(dependencies.missing(error.package)) from _emptied(error)
    except PantauError as error:
        raise QgsProcessingException(str(error)) from _emptied(error)
    except QgsProcessingException as error:
        _emptied(error)
        raise
    except Exception as error:
        # A fault of ours: one sentence for the user, and in QGIS's log what a maintainer needs.
        QgsMessageLog.logMessage(traceback.format_exc(), "Pantau")
        raise QgsProcessingException(
            tr("Pantau has met an error of its own ({error}): please report it with the log of the Pantau tab.").format(
                error=f"{type(error).__name__}: {error}"
            )
        ) from _emptied(error)


def _emptied(error: BaseException) -> BaseException:
    """The error, with the frames that it came through emptied.

    QGIS never lets go of an error that an algorithm ends with: what these hold, files and arrays, would stay until QGIS ends.
    """
    one: Optional[BaseException] = error
    while one is not None:
        traceback.clear_frames(one.__traceback__)
        one = one.__cause__ or one.__context__
    return error


@contextlib.contextmanager
def kept(path: Optional[str]) -> Iterator[None]:
    """Put an existing file, with its parts, aside while it is written anew, and bring it back where that fails.

    QGIS empties the file when it creates the sink.
    """
    if path is None:
        yield
        return
    siblings = [*_files(path), *(path + ending for ending in ("-journal", "-wal", "-shm"))]  # SQLite's
    aside = {one: one + KEPT for one in siblings if os.path.exists(one)}
    moved: Dict[str, str] = {}
    well = started = False
    try:
        for one, other in aside.items():
            os.replace(one, other)
            moved[one] = other
        started = True
        yield
        well = True
    except BaseException as error:
        _emptied(error)  # closes what was being written: an open file is neither removed nor replaced on Windows
        if not isinstance(error, OSError):
            raise
        raise PantauError(
            tr("{path} cannot be replaced ({reason}): close it in other programs, or choose another name.").format(
                path=path, reason=error.strerror
            )
        ) from error
    finally:
        if started and not well:
            for one in siblings:
                with contextlib.suppress(OSError):
                    os.remove(one)
        for one, other in moved.items():
            with contextlib.suppress(OSError):
                os.remove(other) if well else os.replace(other, one)


def check_features(path: str, expected: int) -> None:
    """Raise PantauError where a vector file does not hold all that was written to it."""
    if not expected and not path.lower().endswith(SHAPE_FILES) and os.path.exists(path):
        return  # a sheet without rows has no fields either
    layer = QgsVectorLayer(path, "written", "ogr")
    missing = QgsFeatureSource.SpatialIndexPresence.SpatialIndexNotPresent  # a GeoPackage writes its index last
    whole = layer.isValid() and layer.featureCount() == expected
    if not whole or (path.lower().endswith(".gpkg") and layer.isSpatial() and layer.hasSpatialIndex() == missing):
        raise PantauError(tr("{path} could not be written whole: free space on the disk.").format(path=path))


def temporary_folder(context: QgsProcessingContext, target: Optional[str]) -> str:
    """A folder for scratch files: beside the output, where there is room for it, else QGIS's own."""
    if target:
        return os.path.dirname(os.path.abspath(target))
    return QgsProcessingUtils.tempFolder()


def fields_of(*columns: Tuple[str, type, int, int]) -> QgsFields:
    """Fields from (name, int or float or str, length, precision); np.int64 for counts, which 32 bits may not hold."""
    if Qgis.QGIS_VERSION_INT >= 33800:
        meta = QMetaType.Type
        types = {int: meta.Int, np.int64: meta.LongLong, float: meta.Double, str: meta.QString}
    else:
        types = {int: QVariant.Int, np.int64: QVariant.LongLong, float: QVariant.Double, str: QVariant.String}
    fields = QgsFields()
    for name, kind, length, precision in columns:
        fields.append(QgsField(name, types[kind], "", length, precision))
    return fields
