"""Write the shipped chains, models/chains/*.model3 (`make chains`): which step takes what from where, and where each stands in the designer.

What they say stands in processing_provider/chains.py.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, Dict, Iterable, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildDependency,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelGroupBox,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingProvider,
)
from qgis.PyQt.QtCore import QPointF, QSizeF

ROOT = Path(__file__).resolve().parent.parent
KINDS = QgsProcessing.SourceType
POLYGONS, POINTS = [KINDS.TypeVectorPolygon], [KINDS.TypeVectorPoint]
SHAPES = POINTS + POLYGONS
ONNX, CSV = "ONNX (*.onnx *.ONNX)", "CSV (*.csv *.CSV)"
COLUMN, ROW = 290, 50  # distances in the designer
WIDE, HIGH = 230, 34  # a box there
MAP_HA = 0.25  # from which area on Indonesia counts trees as forest (Permenhut 14/2004)
CLASS_FIELD = "class"  # how the field with the classes of samples is usually called
Source = QgsProcessingModelChildParameterSource


def the(name: str) -> Source:
    """What the user gives as the input `name`, or what a step has made, "step:OUTPUT"."""
    return Source.fromChildOutput(*name.split(":")) if ":" in name else Source.fromModelParameter(name)


def value(fixed: Any) -> Source:
    """A value that is always the same."""
    return Source.fromStaticValue(fixed)


def asked(name: str, usual: object) -> Source:
    """What the user gives as the input `name`; `usual` where a run without windows gives nothing, for which QGIS takes no default."""
    return Source.fromExpression(f"coalesce(@{name}, {usual})")


class Drawing:
    """A chain in the making. Columns and rows are counted from 0."""

    def __init__(self, texts: Any, algorithms: QgsProcessingProvider) -> None:
        self._texts, self._algorithms = texts, algorithms
        self._model = QgsProcessingModelAlgorithm(texts.name, "Chains", "chains")
        self._boxes: List[str] = []
        self._inputs: List[str] = []

    def input(self, definition: QgsProcessingParameterDefinition, optional: bool = False, advanced: bool = False) -> None:
        """One more input, below those before it."""
        flags = QgsProcessingParameterDefinition.Flag
        definition.setDescription(self._texts.labels[definition.name()])
        if optional:
            definition.setFlags(definition.flags() | flags.FlagOptional)
        if advanced:
            definition.setFlags(definition.flags() | flags.FlagAdvanced)
        component = QgsProcessingModelParameter(definition.name())
        _place(component, 0, len(self._inputs))
        self._inputs.append(definition.name())
        self._model.addModelParameter(definition, component)

    def step(
        self, key: str, algorithm: str, place: Tuple[float, float], takes: Dict[str, Source], gives: Iterable[str] = (),
        figures: Iterable[str] = (), needed: Sequence[str] = (), only: str = "", follows: str = "", configuration: Optional[Dict[str, Any]] = None,
    ) -> None:  # fmt: skip
        """A step. gives: its outputs that become the chain's, `needed` ones always; "NAME=ITS" where the chain calls ITS so, as no two layers
        of a chain may have one name. figures: numbers and texts that do. only: the branch of the step `given` in which it runs. follows: a step
        that it waits for, though it takes nothing from it."""
        child = QgsProcessingModelChildAlgorithm(algorithm)
        child.setChildId(key)
        child.setDescription(self._texts.labels[key])
        column, row = place
        _place(child, column, row)
        for name, source in {**self._defaults(algorithm), **takes}.items():
            child.addParameterSources(name, [source])
        if configuration:
            child.setConfiguration(configuration)
        if only:
            child.setDependencies([QgsProcessingModelChildDependency("given", only)])
        if follows:
            child.setDependencies([QgsProcessingModelChildDependency(follows)])
        comment = self._texts.labels.get(f"{key}#")
        if comment:
            child.comment().setDescription(comment)
            child.comment().setSize(QSizeF(WIDE, HIGH + 10))
            child.comment().setPosition(_point(column, row - 1.6))
        outputs = {}
        for place_, one in enumerate([*gives, *figures]):
            name, _, own = one.partition("=")
            output = QgsProcessingModelOutput(name, self._texts.labels[f"{key}:{name}"])
            output.setChildId(key)
            output.setChildOutputName(own or name)
            output.setMandatory(name in needed)
            _place(output, column + 1, row + place_)
            outputs[name] = output
        child.setModelOutputs(outputs)
        self._model.addChildAlgorithm(child)

    def _defaults(self, algorithm: str) -> Dict[str, Source]:
        """What a step takes where it is told nothing: the designer wants to see it in the model."""
        provider, name = algorithm.split(":")
        optional = QgsProcessingParameterDefinition.Flag.FlagOptional
        definitions = self._algorithms.algorithm(name).parameterDefinitions() if provider == self._algorithms.id() else ()
        told = (one for one in definitions if not one.isDestination() and not one.flags() & optional)
        return {one.name(): value(one.defaultValue()) for one in told if one.defaultValue() is not None}

    def given(self, place: Tuple[float, float], **branches: str) -> None:
        """The step that asks which inputs were given: branch = name of the input."""
        # An input may be left empty as NULL or as ''. To QGIS's expressions a layer equals '' too, but not as an element of an array.
        told = "@{0} IS NOT NULL AND NOT array_contains(array(''), @{0})"
        conditions = [{"name": branch, "expression": told.format(name)} for branch, name in branches.items()]
        self.step("given", "native:condition", place, {}, configuration={"conditions": conditions})

    def frame(self, name: str, left: float, top: float, right: float, bottom: float) -> None:
        """A frame around what stands in these columns and rows."""
        box = QgsProcessingModelGroupBox(self._texts.labels[f"frame {name}"])
        box.setPosition(QPointF((_point(left, 0).x() + _point(right, 0).x()) / 2, (_point(0, top).y() + _point(0, bottom).y()) / 2))
        box.setSize(QSizeF((right - left) * COLUMN + WIDE + 30, (bottom - top) * ROW + HIGH + 56))
        self._boxes.append(name)
        self._model.addGroupBox(box)

    def model(self, help_content: Dict[str, Any]) -> QgsProcessingModelAlgorithm:
        """The chain, the same each time and in every version of QGIS."""
        self._model.setHelpContent(help_content)
        self._model.setParameterOrder(self._inputs)
        made = self._model.toVariant()
        made.pop("internal_version", None)  # QGIS 3.26 and later would call the outputs of new models in another way
        named = {self._texts.labels[f"frame {name}"]: name for name in self._boxes}
        for box in made["groupBoxes"]:
            box["uuid"] = named[box["component_description"]]
        model = QgsProcessingModelAlgorithm()
        model.loadVariant(made)
        return model


def _point(column: float, row: float) -> QPointF:
    return QPointF(150 + column * COLUMN, 100 + row * ROW)


def _place(component: Any, column: float, row: float) -> None:
    component.setPosition(_point(column, row))
    component.setSize(QSizeF(WIDE, HIGH))


def raster(name: str) -> QgsProcessingParameterDefinition:
    """An input: a raster."""
    return QgsProcessingParameterRasterLayer(name)


def layer(name: str, kinds: Sequence[Any]) -> QgsProcessingParameterDefinition:
    """An input: a vector layer."""
    return QgsProcessingParameterFeatureSource(name, "", list(kinds))


def field(name: str, parent: str, default: Optional[str] = None) -> QgsProcessingParameterDefinition:
    """An input: a field of the layer `parent`."""
    return QgsProcessingParameterField(name, "", default, parent)


def file(name: str, kind: str) -> QgsProcessingParameterDefinition:
    """An input: a file of a kind."""
    return QgsProcessingParameterFile(name, "", fileFilter=kind)


def text(name: str) -> QgsProcessingParameterDefinition:
    """An input: a text."""
    return QgsProcessingParameterString(name)


def hectares(name: str, default: Optional[float], least: float = 0) -> QgsProcessingParameterDefinition:
    """An input: an area."""
    definition = QgsProcessingParameterNumber(name, "", QgsProcessingParameterNumber.Type.Double, default, False, least, 1e9)
    definition.setMetadata({"widget_wrapper": {"decimals": 2}})
    return definition


AREAS = ("AREAS=OUTPUT", "XLSX", "REPORT")
CHECK = ("METRICS", "REPORT")


def areas(draw: Drawing, classes: str, place: Tuple[float, float]) -> None:
    """The step that measures the raster `classes` in the zones."""
    takes = {name: the(name) for name in ("ZONES", "ZONE_FIELDS", "AOI")}
    draw.step("areas", "pantau:areatable", place, {"CLASSES": the(classes), **takes}, AREAS)


def check(
    draw: Drawing, classified: str, place: Tuple[float, float], points: str = "POINTS", reference: str = "REFERENCE_FIELD"
) -> None:
    """The step that assesses a map, where there are points."""
    takes = {"CLASSIFIED": the(classified), "POINTS": the(points), "REFERENCE_FIELD": the(reference), "AOI": the("AOI")}
    draw.step("check", "pantau:accuracy", place, takes, CHECK, ("OVERALL", "KAPPA"), only="points")


def minemonitoring(draw: Drawing) -> None:
    """Scenes, masks, alerts and hectares by kecamatan."""
    draw.input(raster("AFTER"))
    draw.input(raster("BEFORE"))
    draw.input(file("MODEL", ONNX), optional=True, advanced=True)
    draw.input(layer("PERMITS", POLYGONS), optional=True)
    draw.input(field("PERMIT_FIELD", "PERMITS"), optional=True)
    draw.input(hectares("MIN_AREA_HA", 0.5))
    draw.input(layer("ZONES", POLYGONS), optional=True)
    draw.input(text("ZONE_FIELDS"), optional=True, advanced=True)
    draw.input(layer("AOI", POLYGONS), optional=True)

    def find(key: str, row: float, **more: Any) -> None:
        draw.step(key, "pantau:segment", (1, row), {"INPUT": the(key.upper()), "MODEL": the("MODEL"), "AOI": the("AOI")}, **more)

    # in this order each time: a mask that does not fit is refused before the new scene is worked on
    find("after", 1.8, gives=("MASK", "POLYGONS"), needed=("MASK",), follows="before")
    find("before", 5.8)
    takes = {name: the(name) for name in ("PERMITS", "PERMIT_FIELD", "MIN_AREA_HA", "AOI")}
    draw.step(
        "alerts", "pantau:minealerts", (3.2, 6.4), {"BEFORE": the("before:MASK"), "AFTER": the("after:MASK"), **takes},
        ("ALERTS=OUTPUT", "REPORT"), ("NEW_HA", "NEW_OUTSIDE_HA", "COUNT=ALERTS"),
    )  # fmt: skip
    areas(draw, "after:MASK", (3.2, 1.8))
    draw.frame("find", 1, 0.2, 2, 6.2)
    draw.frame("measure", 3.2, 1.4, 4.2, 3.8)
    draw.frame("compare", 3.2, 6, 4.2, 10.4)


def saltland(draw: Drawing) -> None:
    """Scene and samples, forest, land cover, accuracy, hectares by desa, contiguous land and plan."""
    draw.input(raster("SCENE"))
    draw.input(layer("SAMPLES", SHAPES))
    draw.input(field("CLASS_FIELD", "SAMPLES", CLASS_FIELD))
    draw.input(hectares("MIN_MAP_HA", MAP_HA, 0.0001))
    draw.input(text("CLASSES"))
    draw.input(hectares("MIN_AREA_HA", 0))
    draw.input(layer("ZONES", POLYGONS), optional=True)
    draw.input(text("ZONE_FIELDS"), optional=True, advanced=True)
    draw.input(layer("POINTS", SHAPES), optional=True)
    draw.input(field("REFERENCE_FIELD", "POINTS"), optional=True)
    draw.input(layer("PLAN", POLYGONS), optional=True)
    draw.input(field("PLAN_FIELD", "PLAN"), optional=True)
    draw.input(file("RULES", CSV), optional=True)
    draw.input(layer("AOI", POLYGONS), optional=True)
    draw.step(
        "train", "pantau:trainforest", (1, 0.4),
        {"INPUT": the("SCENE"), "SAMPLES": the("SAMPLES"), "CLASS_FIELD": asked("CLASS_FIELD", f"'{CLASS_FIELD}'")}, ("MODEL", "REPORT"), ("CV_ACCURACY",), needed=("MODEL",),
    )  # fmt: skip
    draw.step("classify", "pantau:classify", (1, 4), {"INPUT": the("SCENE"), "MODEL": the("train:MODEL"), "AOI": the("AOI")})
    takes = {"INPUT": the("classify:OUTPUT"), "METHOD": value("sieve"), "MIN_AREA_HA": asked("MIN_MAP_HA", MAP_HA)}
    draw.step("clean", "pantau:cleanclasses", (1, 6), takes, ("LANDCOVER=OUTPUT",), needed=("LANDCOVER",))
    draw.given((1, 11), points="POINTS", plan="PLAN")
    check(draw, "clean:OUTPUT", (3.2, 0.4))
    areas(draw, "clean:OUTPUT", (3.2, 5.8))
    takes = {name: the(name) for name in ("CLASSES", "MIN_AREA_HA", "AOI")}
    draw.step(
        "patches",
        "pantau:classpatches",
        (3.2, 10.2),
        {"INPUT": the("clean:OUTPUT"), **takes},
        ("PATCHES=OUTPUT",),
        ("LARGEST_HA", "TOTAL_HA"),
    )
    takes = {"PLAN": the("PLAN"), "PLAN_FIELD": the("PLAN_FIELD"), "ADMIN": the("ZONES"), "RULES": the("RULES")}
    draw.step(
        "plan", "pantau:planoverlay", (3.2, 14.8), {"LANDCOVER": the("clean:OUTPUT"), **takes}, ("CONFORMITY=OUTPUT", "TABLE", "REPORT"),
        ("CONFORM_PERCENT",), only="plan",
    )  # fmt: skip
    draw.frame("map", 1, 0, 2, 6.4)
    draw.frame("trust", 3.2, 0, 4.2, 3.4)
    draw.frame("measure", 3.2, 5.4, 4.2, 12.2)
    draw.frame("plan", 3.2, 14.4, 4.2, 17.8)


def burnedarea(draw: Drawing) -> None:
    """Radar scenes, burned area, accuracy and hectares by kecamatan."""
    draw.input(QgsProcessingParameterMultipleLayers("PRE", "", KINDS.TypeRaster))
    draw.input(QgsProcessingParameterMultipleLayers("POST", "", KINDS.TypeRaster))
    draw.input(
        QgsProcessingParameterNumber("BAND", "", QgsProcessingParameterNumber.Type.Integer, 1, False, 1, 65535), advanced=True
    )
    draw.input(layer("POINTS", POINTS), optional=True)
    draw.input(field("BURNED_FIELD", "POINTS"), optional=True)
    draw.input(layer("HOTSPOTS", POINTS), optional=True)
    draw.input(hectares("OFFICIAL_HA", None), optional=True)
    draw.input(raster("FUEL_MASK"), optional=True)
    draw.input(layer("CHECK_POINTS", SHAPES), optional=True)
    draw.input(field("CHECK_FIELD", "CHECK_POINTS"), optional=True)
    draw.input(layer("ZONES", POLYGONS), optional=True)
    draw.input(text("ZONE_FIELDS"), optional=True, advanced=True)
    draw.input(layer("AOI", POLYGONS), optional=True)
    names = ("PRE", "POST", "BAND", "POINTS", "BURNED_FIELD", "HOTSPOTS", "OFFICIAL_HA", "FUEL_MASK", "AOI")
    draw.step(
        "burn", "pantau:mapburn", (1, 1.4), {name: the(name) for name in names}, ("BEST", "MODELS=TABLE", "REPORT"),
        ("AREA_HA", "PERCENT", "BEST_MODEL"), needed=("BEST",),
    )  # fmt: skip
    draw.given((1, 10), points="CHECK_POINTS")
    check(draw, "burn:BEST", (3.2, 1.4), "CHECK_POINTS", "CHECK_FIELD")
    areas(draw, "burn:BEST", (3.2, 7))
    draw.frame("map", 1, 1, 2, 6.4)
    draw.frame("trust", 3.2, 1, 4.2, 4.4)
    draw.frame("measure", 3.2, 6.6, 4.2, 9)


def landcoverplan(draw: Drawing) -> None:
    """Scene and forest, land cover, accuracy and plan."""
    draw.input(raster("SCENE"))
    draw.input(file("MODEL", ONNX))
    draw.input(hectares("MIN_MAP_HA", MAP_HA, 0.0001))
    draw.input(layer("POINTS", SHAPES), optional=True)
    draw.input(field("REFERENCE_FIELD", "POINTS"), optional=True)
    draw.input(layer("PLAN", POLYGONS))
    draw.input(field("PLAN_FIELD", "PLAN"), optional=True)
    draw.input(layer("ADMIN", POLYGONS), optional=True)
    draw.input(field("ADMIN_FIELD", "ADMIN"), optional=True)
    draw.input(file("RULES", CSV), optional=True)
    draw.input(layer("AOI", POLYGONS), optional=True)
    draw.step(
        "classify", "pantau:classify", (1, 0.4), {"INPUT": the("SCENE"), "MODEL": the("MODEL"), "AOI": the("AOI")}, ("CONFIDENCE",)
    )
    takes = {"INPUT": the("classify:OUTPUT"), "METHOD": value("sieve"), "MIN_AREA_HA": asked("MIN_MAP_HA", MAP_HA)}
    draw.step("clean", "pantau:cleanclasses", (1, 2.8), takes, ("LANDCOVER=OUTPUT",), needed=("LANDCOVER",))
    draw.given((1, 8), points="POINTS")
    check(draw, "clean:OUTPUT", (3.2, 0.4))
    takes = {name: the(name) for name in ("PLAN", "PLAN_FIELD", "ADMIN", "ADMIN_FIELD", "RULES")}
    draw.step(
        "plan", "pantau:planoverlay", (3.2, 5.8), {"LANDCOVER": the("clean:OUTPUT"), **takes},
        ("CONFORMITY=OUTPUT", "NONCONFORMITY", "TABLE", "AVAILABILITY", "XLSX", "REPORT"), ("CONFORM_PERCENT", "NONCONFORM_HA"),
    )  # fmt: skip
    draw.frame("map", 1, 0, 2, 3.2)
    draw.frame("trust", 3.2, 0, 4.2, 3.4)
    draw.frame("plan", 3.2, 5.4, 4.2, 12.8)


def build(chains: ModuleType, algorithms: QgsProcessingProvider) -> Dict[str, QgsProcessingModelAlgorithm]:
    """The chains by name. chains: the module that has their texts, which must not be translated. algorithms: Pantau's own."""
    models = {}
    for draw in (minemonitoring, saltland, burnedarea, landcoverplan):
        texts = chains.CHAINS[draw.__name__]()
        drawing = Drawing(texts, algorithms)
        draw(drawing)
        models[draw.__name__] = drawing.model(chains.help_content(texts))
    return models


def main() -> None:
    """Write the files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QgsApplication([], False).initQgis()
    spec = importlib.util.spec_from_file_location("pantau", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    sys.modules["pantau"] = importlib.util.module_from_spec(spec)
    chains = importlib.import_module("pantau.processing_provider.chains")
    algorithms = importlib.import_module("pantau.processing_provider.provider").PantauProvider()
    algorithms.refreshAlgorithms()
    for name, model in build(chains, algorithms).items():
        path = ROOT / "models" / "chains" / f"{name}.model3"
        path.parent.mkdir(exist_ok=True)
        if not model.toFile(str(path)):
            sys.exit(f"{path} cannot be written.")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
