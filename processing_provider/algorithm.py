"""What all algorithms of Pantau share: checks, errors, inputs and outputs."""

from __future__ import annotations

import contextlib
import glob
import os
import traceback
from typing import Any, Dict, Iterator, List, Optional, Tuple

import numpy as np
from qgis.core import (
    Qgis,
    QgsFeatureSource,
    QgsField,
    QgsFields,
    QgsMessageLog,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
    QgsProperty,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType, QVariant

from ..plugin import dependencies
from ..plugin.engine.errors import MissingPackage, PantauError
from ..plugin.engine.raster.aoi import Polygons
from ..plugin.engine.raster.outputs import check_folder, check_target
from ..plugin.engine.text import tr
from .feedback import FeedbackMonitor, interruptible

Parameters = Dict[str, Any]


class PantauAlgorithm(QgsProcessingAlgorithm):
    """An algorithm whose work the engine does.

    A subclass gives name, displayName, group, groupId, shortHelpString, initAlgorithm and two methods: `resolve`, on the
    main thread, turns parameters into plain values; `execute`, elsewhere, calls the engine.
    """

    def createInstance(self) -> PantauAlgorithm:  # noqa: N802
        return type(self)()

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

    def polygons(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> Optional[Polygons]:
        """The polygons of an optional layer; None where none is given."""
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            if given(parameters, name):
                raise PantauError(
                    tr("The layer {value} of {name} cannot be opened: choose a polygon layer.").format(
                        value=self.parameterAsString(parameters, name, context), name=name
                    )
                )
            return None
        shapes = [bytes(f.geometry().asWkb().data()) for f in source.getFeatures() if f.hasGeometry()]
        return Polygons(shapes, source.sourceCrs().toWkt())

    def optional_number(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> Optional[float]:
        """A number, or None where the field is empty."""
        return self.parameterAsDouble(parameters, name, context) if given(parameters, name) else None

    def optional_integer(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> Optional[int]:
        """A whole number, or None where the field is empty."""
        return self.parameterAsInt(parameters, name, context) if given(parameters, name) else None

    # -- outputs

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

        inputs: raster and file parameters, which no output may overwrite. needed: whether a run without any output is a
        mistake; not so where the numbers that it returns are a result of their own.
        """
        if needed and not any(given(parameters, name) for name in rasters + others):
            return tr("No output is asked for: give at least one of {names}.").format(names=", ".join(rasters + others))
        taken: Dict[str, str] = {}
        for name in inputs:
            path = self.parameterAsString(parameters, name, context)
            layer = QgsProcessingUtils.mapLayerFromString(path, context, False) if path else None
            path = layer.source().split("|")[0] if layer is not None else path
            if path and os.path.exists(path):
                taken[_same(path)] = name
        for name in rasters + others:
            path = destination(parameters, name)
            if path is None:
                continue
            try:
                (check_target if name in rasters else check_folder)(path)
            except PantauError as error:
                return str(error)
            if name not in rasters and path.lower().endswith(".dbf"):  # QGIS makes it NAME.dbf.dbf, which nobody finds
                return tr("{path} is the name of a part of a shapefile: give one that ends with .gpkg, .csv or .shp.").format(
                    path=path
                )
            if _same(path) in taken:
                return tr("{one} and {other} are the same file {path}: give two names.").format(
                    one=taken[_same(path)], other=name, path=path
                )
            taken[_same(path)] = name
        return None

    def raster_target(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> Optional[str]:
        """The path of a raster to write; None where it is not asked for."""
        return self.parameterAsOutputLayer(parameters, name, context) or None if given(parameters, name) else None


def advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """The parameter, folded away under "Advanced"."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def _same(path: str) -> str:
    return os.path.normcase(os.path.realpath(path))


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
    value = parameters.get(name)
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    if not isinstance(value, str) or not value or value == "TEMPORARY_OUTPUT":
        return None
    if value.startswith(("memory:", "ogr:", "postgres:", "postgis:", "spatialite:")) or "://" in value:
        return None
    return value


@contextlib.contextmanager
def reported() -> Iterator[None]:
    """Turn the engine's errors into Processing's, with their cause."""
    try:
        yield
    except MissingPackage as error:
        raise QgsProcessingException(dependencies.missing(error.package)) from error
    except PantauError as error:
        raise QgsProcessingException(str(error)) from error
    except QgsProcessingException:
        raise
    except Exception as error:
        # A fault of ours: one sentence for the user, and in QGIS's log what a maintainer needs.
        QgsMessageLog.logMessage(traceback.format_exc(), "Pantau")
        raise QgsProcessingException(
            tr("Pantau has met an error of its own ({error}): please report it with the log of the Pantau tab.").format(
                error=f"{type(error).__name__}: {error}"
            )
        ) from error


@contextlib.contextmanager
def kept(path: Optional[str]) -> Iterator[None]:
    """Put an existing vector file aside while it is written anew, and bring it back where that fails.

    QGIS empties the file when it creates the sink.
    """
    if path is None:
        yield
        return
    stem = os.path.splitext(path)[0]
    siblings = [path] + [
        stem + ending for ending in (".shx", ".dbf", ".prj", ".cpg", ".qix") if path.lower().endswith(".shp")
    ]  # fmt: skip
    aside = {one: one + ".kept" for one in siblings if os.path.exists(one)}
    moved: Dict[str, str] = {}
    well = started = False
    try:
        for one, other in aside.items():
            os.replace(one, other)
            moved[one] = other
        started = True
        yield
        well = True
    except OSError as error:
        raise PantauError(
            tr("{path} cannot be replaced ({reason}): close it in other programs, or choose another name.").format(
                path=path, reason=error.strerror
            )
        ) from error
    finally:
        if started and not well:
            for one in [*siblings, *glob.glob(glob.escape(path) + "-*")]:  # SQLite's journals
                with contextlib.suppress(OSError):
                    os.remove(one)
        for one, other in moved.items():
            with contextlib.suppress(OSError):
                os.remove(other) if well else os.replace(other, one)


def check_features(path: str, expected: int) -> None:
    """Raise PantauError where a vector file does not hold all that was written to it."""
    # A shapefile without geometry is its table alone.
    file = path if os.path.exists(path) else os.path.splitext(path)[0] + ".dbf"
    layer = QgsVectorLayer(file, "written", "ogr")
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
