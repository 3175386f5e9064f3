"""The shipped chains: several algorithms in one, from data to table, as models of QGIS (models/chains/*.model3).

The files hold the English texts below (`make chains` puts them there); a chain that is registered takes them anew, in the user's
language. Whoever wants another chain opens one in the model designer and saves it under a name of their own.
"""

from __future__ import annotations

import os
import re
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Set, Tuple

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelOutput,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QGuiApplication, QIcon

from ..plugin import dependencies, guide
from ..plugin.engine.text import tr
from .algorithm import Checked, Parameters, destination, given, missing_field

FOLDER = os.path.join(dependencies.ROOT, "models", "chains")
FIELD_LISTS = {"ZONE_FIELDS": "ZONES"}  # texts that name fields, with commas, and their layer


class Texts(NamedTuple):
    """What a chain says.

    labels: of an input by its name, of a step by its id, of an output or a figure by "step:NAME", of a comment by "step#", of a
    frame in the designer by "frame NAME". warning: what the log says after each run.
    """

    name: str
    short: str
    tags: str
    help: str
    labels: Dict[str, str]
    warning: str = ""


def _minemonitoring() -> Texts:
    return Texts(
        tr("Watch mines (two scenes to alerts and hectares)"),
        tr("From a later and an earlier scene to mines, ranked alerts inside or outside permits, and hectares by kecamatan."),
        tr("mine,mining,monitoring,alert,early warning,permit,IUP,kecamatan,chain,workflow,model"),
        tr(
            "<p>Finds the mines of two dates, says what is new and what of it lies outside the permits (IUP), and measures the mines of the "
            "later date in each kecamatan. For officers who look at the same place month after month.</p>"
            "<p><b>How.</b> 'Find mines' on both dates, 'Rank new mining for inspection', and 'Make an area table' of the later mask. "
            "The second time, give as the earlier scene the mask that this chain has kept from the last run: a mask that 'Find mines' has "
            "made with the same model is taken as it is, so that only the new scene is worked on; give the new mask another name. Clouds should "
            "be no data in the scenes ('Prepare a scene'), since a model may take them for mines. The shipped model was trained in Brazil and "
            "never saw a mine in Indonesia: look at alerts and hectares on the image before they are signed.</p>"
            "<p><b>Choices.</b> Later scene: Sentinel-2 with named bands, or what your model wants. Permits and their name field, kecamatan "
            "(any polygons; the fields WADMKK, WADMKC, WADMKD and the usual others are recognised) and area of interest may be left "
            "empty. Smallest alert: in hectares. Model: an ONNX file of your own for both dates; empty: the shipped mine model. "
            "Kecamatan bound only the area table: all other figures are of the whole scene, or of the "
            "area of interest. Give the kabupaten as area of interest if both shall cover the same ground.</p>"
            "<p><b>Outputs.</b> after:MASK, the mines of the later date (0, 1; 255 no data), to be kept for the next run; after:POLYGONS, the "
            "same as polygons; alerts:ALERTS, areas to look at, ranked, with hectares and permits; alerts:REPORT, the page for inspectors; areas:AREAS, "
            "areas:XLSX and areas:REPORT, hectares by kecamatan. Numbers: alerts:NEW_HA (newly mined, ha), alerts:NEW_OUTSIDE_HA (of it outside "
            "permits, empty without permits), alerts:COUNT (how many areas). On a command line after:MASK must be named, the other outputs may be left out.</p>"
            "<p><b>Example.</b> qgis_process run pantau:minemonitoring -- AFTER=june.tif BEFORE=may_mines.tif PERMITS=iup.gpkg ZONES=kecamatan.gpkg "
            "after:MASK=june_mines.tif alerts:ALERTS=alerts.gpkg alerts:REPORT=alerts.html areas:XLSX=mines.xlsx</p>"
            "<p><b>Source.</b> That of the three algorithms: see their help.</p>"
        ),
        {
            "AFTER": tr("Later scene"),
            "BEFORE": tr("Earlier scene, or the mask of mines that was made of it"),
            "PERMITS": tr("Mining permits (IUP)"),
            "PERMIT_FIELD": tr("Name or number of the permit"),
            "ZONES": tr("Kecamatan, or other zones"),
            "ZONE_FIELDS": tr("Name fields of the zones, outermost first (commas; empty: recognised)"),
            "MIN_AREA_HA": tr("Smallest alert (ha)"),
            "AOI": tr("Area of interest"),
            "MODEL": tr("Model (empty: the shipped mine model)"),
            "before": tr("Find mines, earlier"),
            "before#": tr("A mask of an earlier run is taken as it is."),
            "after": tr("Find mines, later"),
            "after#": tr("Keep the mask: it is the earlier one of the next run."),
            "alerts": tr("Rank new mining"),
            "areas": tr("Hectares by kecamatan"),
            "after:MASK": tr("Mines of the later date (mask)"),
            "after:POLYGONS": tr("Mines of the later date (polygons)"),
            "alerts:ALERTS": tr("Alerts"),
            "alerts:REPORT": tr("Report of the alerts"),
            "areas:AREAS": tr("Area table"),
            "areas:XLSX": tr("Area table as a spreadsheet"),
            "areas:REPORT": tr("Report of the areas"),
            "alerts:NEW_HA": tr("Newly mined (ha)"),
            "alerts:NEW_OUTSIDE_HA": tr("Newly mined outside permits (ha)"),
            "alerts:COUNT": tr("Areas to look at"),
            "frame find": tr("1. Find mines on both dates"),
            "frame compare": tr("3. What is new, and who may mine there"),
            "frame measure": tr("2. Hectares by kecamatan, to be checked on the image"),
        },
        tr(
            "Alerts and hectares are what the model saw: look at them on the image before they are signed. The shipped model was trained in "
            "Brazil and never saw a mine in Indonesia."
        ),
    )


def _saltland() -> Texts:
    return Texts(
        tr("Find land for salt ponds (scene and samples to hectares)"),
        tr(
            "From a scene and training samples to land cover, its accuracy, hectares by desa, contiguous land and the spatial plan."
        ),
        tr("salt,salt pond,tambak garam,land cover,potential,contiguous,desa,random forest,chain,workflow,model"),
        tr(
            "<p>Maps land cover from training samples, says how far the map can be trusted, measures it in each desa, and finds the contiguous "
            "pieces of one class, such as ponds, that are large enough: a salt centre needs 200 ha in one piece. For planners of salt land, "
            "or of any other use that needs land together.</p>"
            "<p><b>How.</b> 'Train a random forest', 'Classify land cover', 'Clean a class map' (sieve), then 'Make an area table', 'Measure "
            "contiguous land of a class', and, where you give validation points, 'Assess the accuracy of a map', and, where you give a plan, "
            "'Check land cover against the spatial plan'.</p>"
            "<p><b>Choices.</b> Class field: the codes or names of the samples. Classes to look for: codes or names with commas between them, such as "
            "salt pond. Validation points must be others than the samples; without them no accuracy is told. Desa: any polygons; the fields "
            "WADMKK, WADMKC, WADMKD and the usual others are recognised. Smallest patch of the map: smaller ones go to their neighbours. Smallest piece to "
            "keep: 0 keeps all. Rules: which class conforms in which zone (CSV); empty: an example that is not official. Other choices are those "
            "of the algorithms. Desa bound only the area table: all other figures of the map are of the whole scene, or of the "
            "area of interest. Give the kabupaten as area of interest if both shall cover the same ground.</p>"
            "<p><b>Outputs.</b> train:MODEL, the forest, to be used again; clean:LANDCOVER, the land cover map; train:REPORT; check:METRICS and check:REPORT, "
            "accuracy with confidence intervals; areas:AREAS, areas:XLSX, areas:REPORT, hectares by desa; patches:PATCHES, the contiguous pieces with "
            "hectares, the largest first; plan:CONFORMITY, plan:TABLE, plan:REPORT, agreement with the plan. Numbers: patches:LARGEST_HA, "
            "patches:TOTAL_HA (ha), train:CV_ACCURACY, check:OVERALL, check:KAPPA (up to 1), plan:CONFORM_PERCENT (%). On a command line train:MODEL, clean:LANDCOVER and "
            "patches:PATCHES must be named, the other outputs may be left out.</p>"
            "<p><b>Example.</b> qgis_process run pantau:saltland -- SCENE=scene.tif SAMPLES=training.gpkg CLASS_FIELD=class CLASSES='salt pond' "
            "POINTS=points.gpkg REFERENCE_FIELD=reference ZONES=desa.gpkg train:MODEL=forest.onnx clean:LANDCOVER=landcover.tif "
            "patches:PATCHES=ponds.gpkg areas:XLSX=ponds.xlsx check:REPORT=accuracy.html</p>"
            "<p><b>Source.</b> That of the seven algorithms: see their help.</p>"
        ),
        {
            "SCENE": tr("Scene"),
            "SAMPLES": tr("Training samples: points or polygons"),
            "CLASS_FIELD": tr("Class field"),
            "CLASSES": tr("Classes to look for (codes or names, with commas)"),
            "POINTS": tr("Validation points"),
            "REFERENCE_FIELD": tr("Field with the reference class"),
            "ZONES": tr("Desa, or other zones"),
            "ZONE_FIELDS": tr("Name fields of the zones, outermost first (commas; empty: recognised)"),
            "PLAN": tr("Spatial plan (RTRW)"),
            "PLAN_FIELD": tr("Zone field of the plan"),
            "RULES": tr("Rules (empty: an example)"),
            "MIN_MAP_HA": tr("Smallest patch of the map (ha)"),
            "MIN_AREA_HA": tr("Smallest contiguous piece to keep (ha)"),
            "AOI": tr("Area of interest"),
            "train": tr("Train a forest"),
            "classify": tr("Classify"),
            "clean": tr("Clean the map"),
            "given": tr("What was given?"),
            "given#": tr("Without validation points or a plan, their steps are left out."),
            "check": tr("Assess accuracy"),
            "areas": tr("Hectares by desa"),
            "patches": tr("Contiguous land"),
            "patches#": tr("A salt centre needs 200 ha in one piece."),
            "plan": tr("Check against the plan"),
            "train:MODEL": tr("Model"),
            "train:REPORT": tr("Report of the training"),
            "clean:LANDCOVER": tr("Land cover"),
            "check:METRICS": tr("Figures of accuracy"),
            "check:REPORT": tr("Report of the accuracy"),
            "areas:AREAS": tr("Area table"),
            "areas:XLSX": tr("Area table as a spreadsheet"),
            "areas:REPORT": tr("Report of the areas"),
            "patches:PATCHES": tr("Contiguous land"),
            "plan:CONFORMITY": tr("Conformity raster"),
            "plan:TABLE": tr("Conformity table"),
            "plan:REPORT": tr("Report of the conformity"),
            "patches:LARGEST_HA": tr("The largest patch (ha)"),
            "patches:TOTAL_HA": tr("All patches (ha)"),
            "train:CV_ACCURACY": tr("Overall accuracy in cross-validation (0 to 1)"),
            "check:OVERALL": tr("Overall accuracy (0 to 1)"),
            "check:KAPPA": tr("Kappa"),
            "plan:CONFORM_PERCENT": tr("Degree of conformity (%)"),
            "frame map": tr("1. Map land cover"),
            "frame trust": tr("2. How far to trust it"),
            "frame measure": tr("3. Hectares and contiguous land"),
            "frame plan": tr("4. Does it agree with the plan?"),
        },
    )


def _burnedarea() -> Texts:
    return Texts(
        tr("Report burned area (radar scenes to hectares)"),
        tr("From radar scenes before and after a fire to burned area, its accuracy and hectares by kecamatan."),
        tr("burned area,fire,karhutla,sentinel-1,sar,radar,accuracy,kecamatan,chain,workflow,model"),
        tr(
            "<p>Maps what burned between two stacks of radar scenes, judges the map by points on the ground, and measures it in each "
            "kecamatan. For officers who report burned land, through clouds and smoke.</p>"
            "<p><b>How.</b> 'Map burned area from radar scenes', 'Make an area table' of the map of the best model, and, where you give points to check it, "
            "'Assess the accuracy of a map'.</p>"
            "<p><b>Choices.</b> Scenes: Sentinel-1 VH, ten or more dates before and as many after. Points that choose the model: of burned and of unburned places, with a "
            "field of 1 and 0. Points that check the map: other ones, with a field of 1 and 0; points that have chosen the model flatter "
            "it. Without either, the threshold mu - sigma of RBR is shown, and no accuracy told. Kecamatan: any polygons; the fields WADMKK, WADMKC, "
            "WADMKD and the usual others are recognised. Fuel mask: a class raster; where it is 0 or has no data nothing can burn. "
            "Official area: hectares to compare with. Kecamatan bound only the area table: all other figures are of the whole scene, or of the "
            "area of interest. Give the kabupaten as area of interest if both shall cover the same ground.</p>"
            "<p><b>Outputs.</b> burn:BEST, burned area (1 burned, 0 not, 255 not looked at); burn:MODELS, a row for each model; burn:REPORT; "
            "check:METRICS and check:REPORT, accuracy with confidence intervals; areas:AREAS, areas:XLSX and areas:REPORT, hectares by kecamatan. "
            "Numbers: burn:AREA_HA (ha), burn:PERCENT (% of what was looked at), check:OVERALL, check:KAPPA (up to 1); burn:BEST_MODEL, such as "
            "rbr_mu_minus_sigma. On a command line burn:BEST must be named, the other outputs may be left out.</p>"
            "<p><b>Example.</b> qgis_process run pantau:burnedarea -- PRE=vh_2018_10.tif PRE=vh_2018_11.tif POST=vh_2019_10.tif POST=vh_2019_11.tif "
            "AOI=district.gpkg POINTS=points.gpkg BURNED_FIELD=burned ZONES=kecamatan.gpkg burn:BEST=burned.tif "
            "burn:REPORT=burned.html areas:XLSX=burned.xlsx</p>"
            "<p><b>Source.</b> Puspitaningrum and Bioresita 2025, and that of the three algorithms: see their help.</p>"
        ),
        {
            "PRE": tr("Radar scenes before the fire"),
            "POST": tr("Radar scenes after the fire"),
            "BAND": tr("Band"),
            "POINTS": tr("Points on the ground that choose the model"),
            "BURNED_FIELD": tr("Field that says whether a point burned"),
            "CHECK_POINTS": tr("Other points that check the map"),
            "CHECK_FIELD": tr("Field that says whether a checking point burned (1 or 0)"),
            "HOTSPOTS": tr("Hotspots"),
            "OFFICIAL_HA": tr("Official burned area (ha)"),
            "FUEL_MASK": tr("Fuel mask (0: cannot burn)"),
            "ZONES": tr("Kecamatan, or other zones"),
            "ZONE_FIELDS": tr("Name fields of the zones, outermost first (commas; empty: recognised)"),
            "AOI": tr("Area of interest"),
            "burn": tr("Map burned area"),
            "given": tr("Points to check?"),
            "given#": tr("Without points that check the map, this step is left out."),
            "check": tr("Assess accuracy"),
            "areas": tr("Hectares by kecamatan"),
            "burn:BEST": tr("Burned area by the best model"),
            "burn:MODELS": tr("Table of the models"),
            "burn:REPORT": tr("Report of the burned area"),
            "check:METRICS": tr("Figures of accuracy"),
            "check:REPORT": tr("Report of the accuracy"),
            "areas:AREAS": tr("Area table"),
            "areas:XLSX": tr("Area table as a spreadsheet"),
            "areas:REPORT": tr("Report of the areas"),
            "burn:AREA_HA": tr("Burned (ha)"),
            "burn:PERCENT": tr("Burned (% of what was looked at)"),
            "burn:BEST_MODEL": tr("Best model"),
            "check:OVERALL": tr("Overall accuracy (0 to 1)"),
            "check:KAPPA": tr("Kappa"),
            "frame map": tr("1. Map what burned"),
            "frame trust": tr("2. How far to trust it"),
            "frame measure": tr("3. Hectares to be signed"),
        },
    )


def _landcoverplan() -> Texts:
    return Texts(
        tr("Check a scene against the spatial plan (scene and model to conformity)"),
        tr("From a scene and a trained model to land cover, its accuracy, and where and by how much it agrees with the plan."),
        tr("land cover,spatial plan,rtrw,conformity,kesesuaian,accuracy,random forest,chain,workflow,model"),
        tr(
            "<p>Maps the land cover of a scene with a model that is trained already, says how far the map can be trusted, and says in hectares "
            "whether the land agrees with the spatial plan, and where it does not. For planners who do this every year.</p>"
            "<p><b>How.</b> 'Classify land cover', 'Clean a class map' (sieve), 'Check land cover against the spatial plan', and, where you give "
            "validation points, 'Assess the accuracy of a map'.</p>"
            "<p><b>Choices.</b> Model: the .onnx file of 'Train a random forest', for a scene with the same bands and units. Smallest patch of the map: "
            "smaller ones go to their neighbours. Zone field and name field: empty, they are recognised. Rules: which class conforms in which zone (CSV); "
            "empty: an example that is not official. Without validation points no accuracy is told. Administrative units only divide the table: all "
            "figures are of the whole scene, or of the area of interest. Give the kabupaten as area of interest if they shall be of it alone.</p>"
            "<p><b>Outputs.</b> clean:LANDCOVER, the land cover map; classify:CONFIDENCE, how sure the model is; check:METRICS and check:REPORT, "
            "accuracy with confidence intervals; plan:CONFORMITY, conformity as a raster; plan:NONCONFORMITY, what does not conform, ranked; plan:TABLE, "
            "plan:AVAILABILITY, plan:XLSX and plan:REPORT, hectares by unit, zone and class, and land available for building. Numbers: check:OVERALL, "
            "check:KAPPA (up to 1), plan:CONFORM_PERCENT (%), plan:NONCONFORM_HA (ha). On a command line clean:LANDCOVER must be named, the other "
            "outputs may be left out.</p>"
            "<p><b>Example.</b> qgis_process run pantau:landcoverplan -- SCENE=scene.tif MODEL=forest.onnx PLAN=rtrw.gpkg ADMIN=kecamatan.gpkg "
            "RULES=rules.csv POINTS=points.gpkg REFERENCE_FIELD=reference clean:LANDCOVER=landcover.tif check:REPORT=accuracy.html "
            "plan:XLSX=conformity.xlsx plan:REPORT=conformity.html</p>"
            "<p><b>Source.</b> That of the four algorithms: see their help.</p>"
        ),
        {
            "SCENE": tr("Scene"),
            "MODEL": tr("Model"),
            "PLAN": tr("Spatial plan (RTRW)"),
            "PLAN_FIELD": tr("Zone field of the plan"),
            "ADMIN": tr("Administrative units"),
            "ADMIN_FIELD": tr("Name field of the units"),
            "RULES": tr("Rules (empty: an example)"),
            "POINTS": tr("Validation points"),
            "REFERENCE_FIELD": tr("Field with the reference class"),
            "MIN_MAP_HA": tr("Smallest patch of the map (ha)"),
            "AOI": tr("Area of interest"),
            "classify": tr("Classify"),
            "clean": tr("Clean the map"),
            "given": tr("Validation points?"),
            "given#": tr("Without validation points, this step is left out."),
            "check": tr("Assess accuracy"),
            "plan": tr("Check against the plan"),
            "clean:LANDCOVER": tr("Land cover"),
            "classify:CONFIDENCE": tr("Confidence"),
            "check:METRICS": tr("Figures of accuracy"),
            "check:REPORT": tr("Report of the accuracy"),
            "plan:CONFORMITY": tr("Conformity raster"),
            "plan:NONCONFORMITY": tr("Nonconformity, ranked"),
            "plan:TABLE": tr("Conformity table"),
            "plan:AVAILABILITY": tr("Availability"),
            "plan:XLSX": tr("Conformity as a spreadsheet"),
            "plan:REPORT": tr("Report of the conformity"),
            "check:OVERALL": tr("Overall accuracy (0 to 1)"),
            "check:KAPPA": tr("Kappa"),
            "plan:CONFORM_PERCENT": tr("Degree of conformity (%)"),
            "plan:NONCONFORM_HA": tr("Not conform (ha)"),
            "frame map": tr("1. Map land cover"),
            "frame trust": tr("2. How far to trust it"),
            "frame plan": tr("3. Does it agree with the plan?"),
        },
    )


# The texts of each chain, in the user's language.
CHAINS: Dict[str, Callable[[], Texts]] = {
    "minemonitoring": _minemonitoring, "saltland": _saltland, "burnedarea": _burnedarea, "landcoverplan": _landcoverplan,
}  # fmt: skip


def _twins() -> Dict[Tuple[str, str], str]:
    """What to say where two inputs are the same data, of which nothing can be learned."""
    flattered = tr(
        "{one} and {other} are the same layer, and an accuracy from points that had a part in the map means nothing: give points that had none "
        "as {other}."
    )
    return {
        ("AFTER", "BEFORE"): tr("{one} and {other} are the same raster: give the scene of an earlier date as {other}."),
        ("PRE", "POST"): tr("{one} and {other} are the same rasters: give the scenes after the fire as {other}."),
        ("SAMPLES", "POINTS"): flattered,
        ("POINTS", "CHECK_POINTS"): flattered,
    }


class Chain(Checked, QgsProcessingModelAlgorithm):
    """A shipped chain.

    Its work, `processAlgorithm`, is QGIS's own: a Python method in its place would hold Python's lock while QGIS waits for the main thread
    to prepare a step in Python, for ever.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._texts = CHAINS[name]()
        path = os.path.join(FOLDER, f"{name}.model3")
        if not self.fromFile(path):
            raise ValueError(f"{path} is no model")
        self.setSourceFilePath(path)
        self._translate()

    def createInstance(self) -> Chain:  # noqa: N802
        return Chain(self._name)

    def name(self) -> str:
        return self._name

    def displayName(self) -> str:  # noqa: N802
        return self._texts.name

    def group(self) -> str:
        return tr("Chains")

    def groupId(self) -> str:  # noqa: N802
        return "chains"

    def shortDescription(self) -> str:  # noqa: N802
        return self._texts.short

    def shortHelpString(self) -> str:  # noqa: N802
        return self._texts.help

    def helpUrl(self) -> str:  # noqa: N802
        return guide.url(f"algorithms/{self._name}")

    def tags(self) -> List[str]:
        return self._texts.tags.split(",")

    def svgIconPath(self) -> str:  # noqa: N802
        return os.path.join(dependencies.ROOT, "ui", "icons", f"{self.groupId()}.svg")

    def icon(self) -> QIcon:
        # without windows there may be nothing that could draw it
        return QIcon(self.svgIconPath()) if isinstance(QCoreApplication.instance(), QGuiApplication) else QIcon()

    def checkParameterValues(self, parameters: Parameters, context: QgsProcessingContext) -> Tuple[bool, str]:  # noqa: N802
        well, message = super().checkParameterValues(parameters, context)
        sentence = self._problem(parameters, context)
        return (False, sentence) if sentence else (well, message)

    def prepareAlgorithm(  # noqa: N802
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        sentence = self._problem(parameters, context)  # models and tasks skip checkParameterValues
        if sentence:
            raise QgsProcessingException(sentence)
        return True

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Dict[str, Any]:  # noqa: N802
        """Call the layers that come into the project what they are; QGIS calls them by the names of their outputs. Say the warning."""
        if self._texts.warning:
            feedback.pushWarning(self._texts.warning)
        names = {
            output.name(): output.description()
            for step in self.childAlgorithms().values()
            for output in step.modelOutputs().values()
        }
        for layer, details in context.layersToLoadOnCompletion().items():
            if details.name in names:
                context.layerToLoadOnCompletionDetails(layer).name = names[details.name]
        return {}

    def _problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        """Why the chain cannot run, said before its work; None where it can. Each step knows only its own inputs, and what one writes another may
        still read."""
        definitions = self.parameterDefinitions()
        inputs = [one.name() for one in definitions if one.type() in ("raster", "source", "multilayer", "file")]
        outputs = [one for one in definitions if one.isDestination()]
        rasters = [one.name() for one in outputs if one.type() == "rasterDestination"]
        others = [one.name() for one in outputs if one.name() not in rasters]
        return (
            self.target_problem(parameters, context, inputs, rasters, others, needed=False)
            or self._twin_problem(parameters, context)
            or self._field_problem(parameters, context)
            or self._left_out_problem(parameters)
        )

    def _twin_problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        for (one, other), sentence in _twins().items():
            known = self.parameterDefinition(one) and self.parameterDefinition(other)
            if known and self.same_input(parameters, one, other, context):
                return sentence.format(one=one, other=other)
        return None

    def _field_problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        """Which field its layer does not have, or is missing."""
        needed = self._needed()
        for definition in self.parameterDefinitions():
            name = definition.name()
            if definition.type() == "field":
                layer, fields = definition.parentLayerParameterName(), [self.parameterAsString(parameters, name, context)]
            elif name in FIELD_LISTS:
                layer, fields = FIELD_LISTS[name], self.names_in(parameters, name, context)
            else:
                continue
            fields = [field for field in fields if field]
            alone = (name, layer) if given(parameters, name) and not given(parameters, layer) else None
            if given(parameters, layer) and not fields and name in needed:
                alone = (layer, name)
            if alone:
                return tr("{name} is given without {layer}: give both, or leave it empty.").format(name=alone[0], layer=alone[1])
            source = self.parameterAsSource(parameters, layer, context) if fields and given(parameters, layer) else None
            sentence = missing_field(source, fields, name) if source is not None else None
            if sentence:
                return sentence
        return None

    def _needed(self) -> Set[str]:
        """The inputs that a step must have where it runs."""
        optional, found = QgsProcessingParameterDefinition.Flag.FlagOptional, set()
        for step in self.childAlgorithms().values():
            for name, sources in step.parameterSources().items():
                definition = step.algorithm().parameterDefinition(name) if step.algorithm() is not None else None
                if definition is not None and not definition.flags() & optional:
                    found |= {source.parameterName() for source in sources}
        return found

    def _left_out_problem(self, parameters: Parameters) -> Optional[str]:
        """Which file is asked for of a step that is left out, since its input is not given. What QGIS itself has named is no wish of the user's."""
        steps = self.childAlgorithms()
        for output in (one.name() for one in self.destinationParameterDefinitions()):
            path, key = destination(parameters, output), output.partition(":")[0]
            if path is None or os.path.abspath(path).startswith(os.path.abspath(QgsProcessingUtils.tempFolder())):
                continue
            for step in (key, *self.dependsOnChildAlgorithms(key)):
                for needs in filter(lambda one: one.conditionalBranch, steps[step].dependencies()):
                    branches = steps[needs.childId].configuration()["conditions"]
                    (asked,) = (one["expression"] for one in branches if one["name"] == needs.conditionalBranch)
                    for name in re.findall(r"@(\w+)", asked):
                        if not given(parameters, name):
                            return tr("{output} needs {input}: give {input}, or leave {output} out.").format(
                                output=output, input=name
                            )
        return None

    def _translate(self) -> None:
        self.setName(self._texts.name)
        self.setGroup(self.group())
        self.setHelpContent(help_content(self._texts))
        for name in self.parameterComponents():
            self._label(self.parameterDefinition(name), name)
        for box in self.groupBoxes():
            self.removeGroupBox(box.uuid())
            self._label(box, f"frame {box.uuid()}")
            self.addGroupBox(box)
        for key, step in self.childAlgorithms().items():
            self._label(step, key)
            self._label(step.comment(), f"{key}#")
            outputs = step.modelOutputs()
            for output in outputs.values():
                self._label(output, f"{key}:{output.name()}")
            step.setModelOutputs(outputs)
            self.setChildAlgorithm(step)  # names the outputs anew
        for key, step in self.childAlgorithms().items():
            for output in step.modelOutputs().values():
                self._declare(f"{key}:{output.name()}", step.algorithm(), output)

    def _label(self, component: Any, key: str) -> None:
        """Give a part of the chain its text; one that somebody has added keeps its own."""
        component.setDescription(self._texts.labels.get(key, component.description()))

    def _declare(self, name: str, algorithm: Optional[QgsProcessingAlgorithm], output: QgsProcessingModelOutput) -> None:
        """Make a figure of a step an output of the chain: QGIS gives its value, but tells no model in which the chain is a step."""
        definition = algorithm.outputDefinition(output.childOutputName()) if algorithm is not None else None
        kinds = {one.typeName(): one for one in (QgsProcessingOutputNumber, QgsProcessingOutputString)}
        if definition is not None and definition.type() in kinds:
            self.addOutput(kinds[definition.type()](name, output.description()))


def help_content(texts: Texts) -> Dict[str, Any]:
    """The help of a chain as QGIS keeps it in a model."""
    return {"ALG_DESC": texts.help, "ALG_CREATOR": "Pantau", "SHORT_DESCRIPTION": texts.short}
