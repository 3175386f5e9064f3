"""`pantau:trainforest`: a random forest from training samples."""

from __future__ import annotations

import os
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..plugin.engine.errors import PantauError
from ..plugin.engine.files import write_text
from ..plugin.engine.landcover.forest import write_forest
from ..plugin.engine.landcover.labels import LabelledShapes, StyleClass
from ..plugin.engine.landcover.samples import take_samples
from ..plugin.engine.landcover.training import Settings, check_settings, earth_engine, train_forest
from ..plugin.engine.landcover.training_report import report
from ..plugin.engine.monitor import Share
from ..plugin.engine.packages import need
from ..plugin.engine.text import number, tr
from .algorithm import (
    LandCoverAlgorithm,
    Parameters,
    advanced,
    crs_of,
    destination,
    fields_of,
    given,
    kept,
    number_field,
    plain,
    require_labels,
    shapes_of,
)
from .feedback import FeedbackMonitor

KEYS = ("fid", "ogc_fid")  # as GDAL calls them
FIELDS = ("CLASS_FIELD", "NAME_FIELD", "COLOR_FIELD", "GROUP_FIELD")
PRESETS = ("custom", "earth_engine")
# What the preset earth_engine fixes.
FIXED = {
    "FEATURES_PER_SPLIT": "features_per_split", "MIN_LEAF": "min_leaf", "MAX_DEPTH": "max_depth", "SAMPLE_SHARE": "sample_share",
    "REPLACEMENT": "replacement", "BALANCE": "balance",
}  # fmt: skip


class TrainForest(LandCoverAlgorithm):
    """Train a random forest."""

    def name(self) -> str:
        return "trainforest"

    def displayName(self) -> str:  # noqa: N802
        return tr("Train a random forest")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Learns land cover classes from training samples, and says how far the forest can be trusted.")

    def tags(self) -> list:
        return tr("random forest,training,land cover,supervised,classification,samples,machine learning,accuracy").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Learns classes of land cover from points or polygons that you have drawn on an image. For officers who map land cover: "
            "'Classify' then maps any image with the same bands.</p>"
            "<p><b>How.</b> Choose the image, the samples and their class field: whole numbers from 0 are the codes of the map, text is "
            "numbered from 1. Names and colours come from fields, else from the categories of the layer's style, else from a text field that "
            "has one for each class, and stay with the model. "
            "A sample is a pixel whose centre lies in a polygon, or that holds a point; each counts once, and not where classes overlap "
            "or a band has no data. Draw several polygons a class: all pixels of a feature, or of one value of the group field, are held "
            "out together in the cross-validation, as neighbours look alike.</p>"
            "<p><b>Choices.</b> Preset custom: the choices below. earth_engine: as smileRandomForest of Google Earth Engine, with half "
            "the samples a tree, each once, the root of the number of bands at each split and leaves of one sample; trees, folds and seed remain "
            "yours. Bands a split: empty for the root of their number, rounded down. Share and replacement: how each tree draws its samples. "
            "Balance gives all classes the same weight in each tree. Folds: no more than the groups of the class that has most.</p>"
            "<p><b>Outputs.</b> Model: an ONNX file with bands, classes, colours and figures inside. Importance: a table of the bands, with "
            "impurity (sums to 1) and permutation (loss of accuracy when the band is shuffled in held-out samples, 0 to 1). Report: samples, "
            "error matrices, importance, spectral curves and Jeffries-Matusita separability. CV_ACCURACY and OOB_ACCURACY: 0 to 1, empty "
            "where they cannot be known; other numbers are counts of samples, features and pixels.</p>"
            "<p><b>Example.</b> qgis_process run pantau:trainforest -- INPUT=scene.tif SAMPLES=training.gpkg CLASS_FIELD=class "
            "MODEL=forest.onnx REPORT=forest.html</p>"
            "<p><b>Source.</b> Random forest, importance: Breiman 2001, as in scikit-learn. Separability: Richards and Jia 2006.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        whole, real = QgsProcessingParameterNumber.Type.Integer, QgsProcessingParameterNumber.Type.Double
        kinds = [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon]

        def field(name: str, label: str, optional: bool = True) -> QgsProcessingParameterField:
            return QgsProcessingParameterField(name, label, parentLayerParameterName="SAMPLES", optional=optional)

        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("INPUT", tr("Image")))
        add(QgsProcessingParameterFeatureSource("SAMPLES", tr("Training samples: points or polygons"), kinds))
        classes = field("CLASS_FIELD", tr("Class field"), optional=False)
        classes.setGuiDefaultValueOverride("class")  # dialogs would take the first field, most often the key
        add(classes)
        add(field("NAME_FIELD", tr("Field of class names")))
        add(field("COLOR_FIELD", tr("Field of class colours")))
        add(field("GROUP_FIELD", tr("Group field: features that belong together (empty: each for itself)")))
        add(
            QgsProcessingParameterEnum(
                "PRESET", tr("Preset: custom, or earth_engine (as smileRandomForest)"), list(PRESETS), defaultValue="custom",
                usesStaticStrings=True,
            )
        )  # fmt: skip
        add(number_field("TREES", tr("Trees"), whole, 50, False, 1, 10_000))
        for parameter in (
            number_field("FEATURES_PER_SPLIT", tr("Bands a split (empty: root of their number)"), whole, None, True, 1, 10_000),
            number_field("MIN_LEAF", tr("Smallest leaf (samples)"), whole, 1, False, 1, 1_000_000),
            number_field("MAX_DEPTH", tr("Greatest depth (empty: no limit)"), whole, None, True, 1, 1_000),
            number_field("SAMPLE_SHARE", tr("Share of the samples a tree (0 to 1)"), real, 1.0, False, 0, 1),
            QgsProcessingParameterBoolean("REPLACEMENT", tr("Draw samples with replacement"), True),
            QgsProcessingParameterBoolean("BALANCE", tr("Give all classes the same weight"), False),
            number_field("FOLDS", tr("Folds of the cross-validation"), whole, 5, False, 2, 100),
            number_field("SEED", tr("Seed"), whole, 0, False, 0, 2**31 - 1),
        ):
            add(advanced(parameter))
        add(QgsProcessingParameterFileDestination("MODEL", tr("Model"), "ONNX (*.onnx)"))
        add(
            QgsProcessingParameterFeatureSink(
                "IMPORTANCE",
                tr("Importance of the bands"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            )
        )
        add(QgsProcessingParameterFileDestination("REPORT", tr("Report"), "HTML (*.html)", optional=True))
        for name, label in (
            ("CV_ACCURACY", tr("Overall accuracy in cross-validation (0 to 1)")),
            ("OOB_ACCURACY", tr("Overall accuracy out of bag (0 to 1)")),
            ("CV_LOWEST", tr("Lowest accuracy of a fold (0 to 1)")),
            ("CV_HIGHEST", tr("Highest accuracy of a fold (0 to 1)")),
            ("FOLDS_USED", tr("Folds used (0: no cross-validation)")),
            ("CLASSES", tr("Classes in the model")),
            ("SAMPLES_USED", tr("Samples used (pixels)")),
            ("GROUPS", tr("Groups of samples")),
            ("DROPPED_NO_CLASS", tr("Dropped: features without a class")),
            ("DROPPED_OUTSIDE", tr("Dropped: features outside the raster")),
            ("DROPPED_NODATA", tr("Dropped: pixels without data")),
            ("DROPPED_CONFLICT", tr("Dropped: pixels in features of several classes")),
            ("SMALL_POLYGONS", tr("Polygons without a pixel centre")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        whole = ["TREES", "FEATURES_PER_SPLIT", "MIN_LEAF", "MAX_DEPTH", "FOLDS", "SEED"]
        sentence = (
            self.raster_problem(parameters, "INPUT", context)
            or self.shapes_problem(parameters, "SAMPLES", FIELDS, context)
            or self._key_problem(parameters, context)
            or self.whole_problem(parameters, whole, context)
        )
        if sentence:
            return sentence
        try:
            check_settings(self._choices(parameters, context))
        except PantauError as error:
            return str(error)
        return self.target_problem(parameters, context, ["INPUT", "SAMPLES"], [], ["MODEL", "IMPORTANCE", "REPORT"])

    def _key_problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        """Why the class field tells no classes: it is the key of the layer. None where it may tell some."""
        field = self.parameterAsString(parameters, "CLASS_FIELD", context)
        layer, _ = self._layer(parameters, "SAMPLES", context)
        keys = list(KEYS)
        if isinstance(layer, QgsVectorLayer) and len(layer.primaryKeyAttributes()) == 1:
            keys.append(layer.fields().at(layer.primaryKeyAttributes()[0]).name())
        if field.casefold() not in map(str.casefold, keys):
            return None
        return tr("The field {field} is the key that tells the features apart, and no class: choose the field of classes.").format(
            field=field
        )

    def _choices(self, parameters: Parameters, context: QgsProcessingContext) -> Settings:
        return Settings(
            trees=self.parameterAsInt(parameters, "TREES", context),
            features_per_split=self.optional_integer(parameters, "FEATURES_PER_SPLIT", context),
            min_leaf=self.parameterAsInt(parameters, "MIN_LEAF", context),
            max_depth=self.optional_integer(parameters, "MAX_DEPTH", context),
            sample_share=self.parameterAsDouble(parameters, "SAMPLE_SHARE", context),
            replacement=self.parameterAsBoolean(parameters, "REPLACEMENT", context),
            balance=self.parameterAsBoolean(parameters, "BALANCE", context),
            folds=self.parameterAsInt(parameters, "FOLDS", context),
            seed=self.parameterAsInt(parameters, "SEED", context),
        )

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._raster, self._crs = self.raster_path(parameters, "INPUT", context)
        self._shapes = self._read_samples(parameters, context)
        self._settings, self._unused = self._choices(parameters, context), []
        if self.parameterAsEnumString(parameters, "PRESET", context) == "earth_engine":
            asked, usual = self._settings, Settings()
            self._settings = earth_engine(asked)
            for name, key in FIXED.items():
                if getattr(asked, key) not in (getattr(usual, key), getattr(self._settings, key)):
                    self._unused.append(name)

    def _read_samples(self, parameters: Parameters, context: QgsProcessingContext) -> LabelledShapes:
        source = self.parameterAsSource(parameters, "SAMPLES", context)
        fields = [self.parameterAsString(parameters, name, context) if given(parameters, name) else "" for name in FIELDS]
        places = [source.fields().lookupField(field) if field else -1 for field in fields]
        wkb: List[bytes] = []
        columns: List[List[Any]] = [[], [], [], []]
        texts: Dict[int, List[Any]] = {n: [] for n, one in enumerate(source.fields()) if n not in places and not one.isNumeric()}
        for shape, feature in shapes_of(source):
            wkb.append(shape)
            attributes = feature.attributes()
            for column, place in zip(columns, places):
                if place >= 0:
                    column.append(plain(attributes[place]))
            for place, column in texts.items():
                column.append(plain(attributes[place]))
        classes, names, colors, groups = columns
        require_labels(classes, fields[0])
        return LabelledShapes(
            wkb, crs_of(source), classes, [_text(value) for value in names], [_color(value) for value in colors],
            [_text(value) for value in groups], self._style(parameters, fields[0], context), source.sourceName(), fields[0],
            {source.fields().at(n).name(): column for n, column in texts.items() if all(isinstance(v, (str, type(None))) for v in column)},
        )  # fmt: skip

    def _style(self, parameters: Parameters, field: str, context: QgsProcessingContext) -> List[StyleClass]:
        """The categories of the layer's style, where they are of the class field."""
        layer, _ = self._layer(parameters, "SAMPLES", context)
        if not isinstance(layer, QgsVectorLayer):
            return []
        if context.project() is None or context.project().mapLayer(layer.id()) is not layer:
            layer.loadDefaultStyle()  # a file that Processing has opened, without its style
        renderer = layer.renderer()
        if not isinstance(renderer, QgsCategorizedSymbolRenderer) or renderer.classAttribute().strip('"') != field:
            return []
        found = []
        for category in renderer.categories():
            value = category.value()
            for one in value if isinstance(value, list) else [value]:
                one = plain(one)
                if isinstance(one, (int, float, str)) and one != "" and category.symbol() is not None:
                    found.append(StyleClass(one, category.label(), category.symbol().color().name()))
        return found

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        for module, package in (("sklearn", "scikit-learn"), ("onnx", "onnx")):
            need(module, package)  # said before the work, not after it
        model = self.parameterAsFileOutput(parameters, "MODEL", context)
        page = self.parameterAsFileOutput(parameters, "REPORT", context) if given(parameters, "REPORT") else ""
        file = destination(parameters, "IMPORTANCE")
        if self._unused:
            monitor.warn(
                tr("The preset earth_engine decides on {names}: what was given is not used.").format(names=", ".join(self._unused))
            )
        if not self._shapes.crs:
            monitor.warn(tr("{layer} has no coordinate system: that of the image is taken.").format(layer=self._shapes.name))
        samples = take_samples(self._raster, self._shapes, crs=self._crs, monitor=Share(monitor, 0.0, 0.2))
        for count in samples.counts:
            monitor.log(
                tr("{name} ({code}): samples: {samples}, groups: {groups}.").format(
                    name=count.entry.label(),
                    code=count.entry.code,
                    samples=number(count.samples, 0),
                    groups=number(count.groups, 0),
                )
            )
        trained = train_forest(samples, self._settings, Share(monitor, 0.2, 1.0))
        validated, bagged = trained.cross_validation, trained.out_of_bag
        title = os.path.splitext(os.path.basename(model))[0]
        table = ""
        with kept(model), kept(page or None), kept(file):
            if given(parameters, "IMPORTANCE"):
                numbers = ("impurity", "permutation", "permutation_std")
                fields = fields_of(("band", str, 80, 0), *((name, float, 12, 8) for name in numbers))
                rows = (
                    ([one.band[:80], *(None if value is None else round(value, 8) for value in one[1:])], None)
                    for one in trained.importance
                )
                table = self.write_features(parameters, "IMPORTANCE", context, fields, rows, monitor)
            if page:
                write_text(page, report(trained, title))
            write_forest(model, trained.forest, trained.card(title))
        if validated is not None:
            monitor.log(
                tr("Cross-validation: {accuracy} % of the samples right, fold by fold {low} to {high} %.").format(
                    accuracy=number(100 * validated.estimate.measures.overall, 2), low=number(100 * min(validated.accuracies), 2),
                    high=number(100 * max(validated.accuracies), 2),
                )
            )  # fmt: skip
        if bagged is not None:
            monitor.log(tr("Out of bag: {accuracy} % right.").format(accuracy=number(100 * bagged.measures.overall, 2)))
        results: Parameters = {
            "MODEL": model,
            "CV_ACCURACY": None if validated is None else validated.estimate.measures.overall,
            "OOB_ACCURACY": None if bagged is None else bagged.measures.overall,
            "CV_LOWEST": None if validated is None else min(validated.accuracies),
            "CV_HIGHEST": None if validated is None else max(validated.accuracies),
            "FOLDS_USED": 0.0 if validated is None else float(validated.folds),
            "CLASSES": float(len(samples.legend)),
            "SAMPLES_USED": float(len(samples.values)),
            "GROUPS": float(len(set(samples.groups.tolist()))),
            "DROPPED_NO_CLASS": float(samples.no_class),
            "DROPPED_OUTSIDE": float(samples.dropped("outside")),
            "DROPPED_NODATA": float(samples.dropped("nodata")),
            "DROPPED_CONFLICT": float(sum(samples.conflicts.values())),
            "SMALL_POLYGONS": float(samples.dropped("small")),
        }
        for name, value in (("IMPORTANCE", table), ("REPORT", page)):
            if value:
                results[name] = value
        return results


def _text(value: Any) -> Optional[str]:
    return None if value is None else str(value).strip() or None


def _color(value: Any) -> Optional[str]:
    """The colour that "#D55E00", "213,94,0" or "orange" mean, as "#RRGGBB". Raises PantauError."""
    text = _text(value)
    if text is None:
        return None
    parts = text.split(",")
    color = (
        QColor(*(int(part) for part in parts[:3]))
        if len(parts) in (3, 4) and all(p.strip().isdigit() for p in parts)
        else QColor(text)
    )
    if not color.isValid():
        raise PantauError(
            tr("{value} is no colour: write it as #D55E00, as 213,94,0, or with an English name such as orange.").format(value=text)
        )
    return color.name()
