"""`pantau:trainingtiles`: patches of an image and its labels, to train a model with."""

from __future__ import annotations

import os
from typing import Any, Dict, List, Optional

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..plugin.engine.errors import PantauError
from ..plugin.engine.raster.aoi import Polygons
from ..plugin.engine.segmentation.evaluation import Reference
from ..plugin.engine.segmentation.training_tiles import (
    Clouds,
    Patch,
    Result,
    Settings,
    check_place,
    check_settings,
    make_tiles,
    parse_codes,
)
from ..plugin.engine.text import number, tr
from . import styles
from .algorithm import (
    MineAlgorithm,
    Parameters,
    advanced,
    check_features,
    crs_of,
    destination,
    fields_of,
    given,
    kept,
    missing_field,
    number_field,
    plain,
    shapes_of,
)
from .feedback import FeedbackMonitor

RASTERS, LAYERS = ("INPUT", "LABEL_RASTER", "CLOUDS"), ("LABEL_POLYGONS", "AOI")
TRAIN, VALIDATION = "#0072B2", "#E69F00"  # Okabe & Ito 2008


class TrainingTiles(MineAlgorithm):
    """Cut patches from an image and its labels."""

    def name(self) -> str:
        return "trainingtiles"

    def displayName(self) -> str:  # noqa: N802
        return tr("Make training patches")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Cuts an image and its labels into patches, parted into training and validation, to train a model with.")

    def tags(self) -> list:
        return tr("training,patches,tiles,chips,labels,deep learning,dataset,validation,mine").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return tr(
            "<p>Cuts an image and the mines that someone has drawn on it into small patches from which a model can learn, and puts "
            "some of them aside to judge the model by. For officers and their partners who train a model for their own province: "
            "models/training reads the folder as it is.</p>"
            "<p><b>How.</b> Choose the image and one kind of labels: a raster of class codes on any grid, or polygons. The labels must be "
            "complete: where there is none, the model learns that there is no mine. Patches begin every Stride pixels; the last of a "
            "row or a column is moved inwards, so that the edge is covered and nothing is invented. All patches with mines are kept, save "
            "those that the distance below forbids; those without are drawn by lot, spread over the image, up to their share. The "
            "same seed gives the same patches.</p>"
            "<p><b>Training and validation.</b> Neighbours look alike, and a model that is judged by neighbours of what it has seen "
            "seems better than it is. So no patch for training lies nearer than the group distance (metres on the ellipsoid, between edges) "
            "to one for validation. Patches that lie nearer than that to each other are a group, and whole groups are dealt out so that "
            "the share of the patches, and of the pixels of mines, come near to the share asked for. Where a group is too large for that, "
            "the image is cut into blocks or strips, and patches with mines along the cut are left out; of many cuts, drawn by lot, the "
            "one is taken that leaves out least and comes nearest to the share. Where nothing can be parted, all is for training, and a "
            "warning says so. With a group field, patches on polygons that share a value of it stay together as well.</p>"
            "<p><b>Outputs.</b> In the folder: image_000.tif (the image's own values, bands and type), mask_000.tif (0 not mine, 1 mine, "
            "255 not known: no data in image or labels, outside the area of interest, cloud, the code to ignore) and so on, and tiles.csv: "
            "tile, spatial_group, split (train or validation), mine_fraction, nodata_fraction and cloud_fraction (0 to 1 of "
            "the patch), lon and lat of its middle (WGS 84), row and col of its upper left pixel. Footprints: the patches as polygons, "
            "to see the split on the map. Numbers: patches by side, with and without mines, dropped by reason; percent of mines. The folder "
            "must hold no patches yet.</p>"
            "<p><b>Choices.</b> Of a label raster every code but 0 is a mine, unless Classes names those that are. Clouds: a mask of clouds "
            "or a scene classification of Sentinel-2 (SCL), on any grid. Its codes for cloud, if not given: 3, 8, 9 and 10 of an SCL, known by its "
            "name or by its codes; of any other mask every code but 0, where it has three such codes at most. Where it holds no data, no "
            "cloud is assumed. A patch is dropped where more than the given percent of it is cloud, or is not known for another "
            "reason. Rasters with no pixel of a mine give no patches.</p>"
            "<p><b>Example.</b> qgis_process run pantau:trainingtiles -- INPUT=scene.tif LABEL_POLYGONS=mines.gpkg BANDS=B04,B03,B02 "
            "CLOUDS=scl.tif FOLDER=patches FOOTPRINTS=footprints.gpkg</p>"
            "<p><b>Source.</b> Blocks with a distance between them: Roberts et al. 2017, Ploton et al. 2020. Codes of the SCL: ESA, "
            "Sentinel-2 Level-2A. Distances: Snyder 1987.</p>"
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        real, whole = QgsProcessingParameterNumber.Type.Double, QgsProcessingParameterNumber.Type.Integer
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]

        add = self.addParameter
        add(QgsProcessingParameterRasterLayer("INPUT", tr("Image")))
        add(QgsProcessingParameterRasterLayer("LABEL_RASTER", tr("Labels: class raster"), optional=True))
        add(QgsProcessingParameterFeatureSource("LABEL_POLYGONS", tr("or labels: polygons of mines"), polygon, optional=True))
        add(QgsProcessingParameterString("BANDS", tr("Bands, names or numbers (empty: all)"), optional=True))
        add(number_field("TILE", tr("Side of a patch (px)"), whole, 256, False, 16, 16384))
        add(number_field("STRIDE", tr("Stride: a patch every (px)"), whole, 256, False, 1, 1_000_000))
        add(number_field("TRAIN_SHARE", tr("Share for training (0 to 1)"), real, 0.8, False, 0, 1))
        add(
            number_field(
                "GROUP_DISTANCE", tr("Group distance: least between training and validation (m)"), real, 2000, False, 0, 10_000_000
            )
        )
        add(number_field("EMPTY_SHARE", tr("Share of patches without a mine (0 to 0.99)"), real, 0.3, False, 0, 0.99))
        add(number_field("SEED", tr("Seed"), whole, 0, False, 0, 2**31 - 1))
        add(QgsProcessingParameterFeatureSource("AOI", tr("Area of interest"), polygon, optional=True))
        add(QgsProcessingParameterRasterLayer("CLOUDS", tr("Clouds: mask or scene classification"), optional=True))
        add(
            advanced(
                QgsProcessingParameterField(
                    "GROUP_FIELD", tr("Group field: polygons that belong together"), parentLayerParameterName="LABEL_POLYGONS",
                    optional=True,
                )
            )
        )  # fmt: skip
        add(advanced(QgsProcessingParameterString("CLASSES", tr("Classes: codes of mines (empty: all but 0)"), optional=True)))
        add(advanced(QgsProcessingParameterNumber("IGNORE", tr("Code of the label raster to ignore"), whole, None, True)))
        add(advanced(QgsProcessingParameterString("CLOUD_CODES", tr("Codes of cloud (empty: found out)"), optional=True)))
        add(advanced(number_field("MAX_CLOUD_PERCENT", tr("Drop patches with more cloud (percent)"), real, 20, False, 0, 100)))
        add(
            advanced(
                number_field("MAX_NODATA_PERCENT", tr("Drop patches with more missing data (percent)"), real, 50, False, 0, 100)
            )
        )
        add(QgsProcessingParameterFolderDestination("FOLDER", tr("Folder")))
        add(
            QgsProcessingParameterFeatureSink(
                "FOOTPRINTS", tr("Footprints"), QgsProcessing.SourceType.TypeVectorPolygon, optional=True, createByDefault=False
            )
        )
        for name, label in (
            ("TILES", tr("Patches")),
            ("TRAIN_TILES", tr("Patches for training")),
            ("VALIDATION_TILES", tr("Patches for validation")),
            ("MINE_TILES", tr("Patches with mines")),
            ("EMPTY_TILES", tr("Patches without a mine")),
            ("EMPTY_WANTED", tr("Patches without a mine that were asked for")),
            ("EMPTY_SPARE", tr("Patches without a mine that were not drawn")),
            ("MINE_PERCENT", tr("Mines among the known pixels (percent)")),
            ("TRAIN_MINE_PERCENT", tr("Pixels of mines for training (percent)")),
            ("LOOKED_AT", tr("Patches looked at")),
            ("DROPPED_CLOUD", tr("Patches dropped for clouds")),
            ("DROPPED_NODATA", tr("Patches dropped for missing data")),
            ("DROPPED_UNKNOWN", tr("Patches dropped with nothing known")),
            ("DROPPED_DISTANCE", tr("Patches with mines left out for the distance")),
            ("MPX_PER_S", tr("Speed (megapixels a second)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        if given(parameters, "LABEL_RASTER") == given(parameters, "LABEL_POLYGONS"):
            return tr("Give one kind of labels: either LABEL_RASTER or LABEL_POLYGONS.")
        rasters = [name for name in RASTERS if name == "INPUT" or given(parameters, name)]
        sentences = [self.raster_problem(parameters, name, context) for name in rasters]
        sentences += [self.polygon_problem(parameters, name, context) for name in LAYERS]
        sentences.append(self.whole_problem(parameters, ["TILE", "STRIDE", "SEED", "IGNORE"], context))
        sentences.append(self._field_problem(parameters, context))
        if given(parameters, "CLOUD_CODES") and not given(parameters, "CLOUDS"):
            sentences.append(tr("CLOUD_CODES are codes of the raster CLOUDS, which is not given: give it, or leave them empty."))
        for sentence in filter(None, sentences):
            return sentence
        try:
            parse_codes(self.parameterAsString(parameters, "CLOUD_CODES", context), "CLOUD_CODES")
            check_settings(self._choices(parameters, context), given(parameters, "LABEL_POLYGONS"))
            folder = self.parameterAsString(parameters, "FOLDER", context)
            if folder and folder != QgsProcessing.TEMPORARY_OUTPUT:
                check_place(folder)
        except PantauError as error:
            return str(error)
        return self.target_problem(parameters, context, [*RASTERS, *LAYERS], [], ["FOOTPRINTS"], needed=False)

    def _field_problem(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[str]:
        if not given(parameters, "GROUP_FIELD"):
            return None
        if not given(parameters, "LABEL_POLYGONS"):
            return tr("GROUP_FIELD is a field of LABEL_POLYGONS, which are not given: leave it empty.")
        field = self.parameterAsString(parameters, "GROUP_FIELD", context)
        source = self.parameterAsSource(parameters, "LABEL_POLYGONS", context)
        return None if source is None else missing_field(source, [field], "GROUP_FIELD")

    def _choices(self, parameters: Parameters, context: QgsProcessingContext, **layers: Any) -> Settings:
        return Settings(
            bands=self.parameterAsString(parameters, "BANDS", context),
            tile=self.parameterAsInt(parameters, "TILE", context),
            stride=self.parameterAsInt(parameters, "STRIDE", context),
            train_share=self.parameterAsDouble(parameters, "TRAIN_SHARE", context),
            group_distance_m=self.parameterAsDouble(parameters, "GROUP_DISTANCE", context),
            empty_share=self.parameterAsDouble(parameters, "EMPTY_SHARE", context),
            seed=self.parameterAsInt(parameters, "SEED", context),
            classes=parse_codes(self.parameterAsString(parameters, "CLASSES", context), "CLASSES"),
            ignore=self.optional_integer(parameters, "IGNORE", context),
            max_cloud_percent=self.parameterAsDouble(parameters, "MAX_CLOUD_PERCENT", context),
            max_nodata_percent=self.parameterAsDouble(parameters, "MAX_NODATA_PERCENT", context),
            **layers,
        )

    def resolve(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._raster, self._crs = self.raster_path(parameters, "INPUT", context)
        if given(parameters, "LABEL_RASTER"):
            self._labels = Reference(*self.raster_path(parameters, "LABEL_RASTER", context))
        else:
            layer = self.parameterAsSource(parameters, "LABEL_POLYGONS", context)
            self._labels = Reference(polygons=self.polygons(parameters, "LABEL_POLYGONS", context), name=layer.sourceName())
        self._clouds = None
        if given(parameters, "CLOUDS"):
            codes = parse_codes(self.parameterAsString(parameters, "CLOUD_CODES", context), "CLOUD_CODES")
            self._clouds = Clouds(*self.raster_path(parameters, "CLOUDS", context), codes=codes)
        self._settings = self._choices(
            parameters, context, aoi=self.polygons(parameters, "AOI", context), groups=self._groups(parameters, context)
        )

    def _groups(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[List[Polygons]]:
        """The polygons of each value of the group field; None where there is none. An empty value binds nothing."""
        if not given(parameters, "GROUP_FIELD"):
            return None
        source = self.parameterAsSource(parameters, "LABEL_POLYGONS", context)
        place = source.fields().lookupField(self.parameterAsString(parameters, "GROUP_FIELD", context))
        groups: Dict[str, List[bytes]] = {}
        for wkb, feature in shapes_of(source):
            value = plain(feature.attribute(place))
            if wkb and value not in (None, ""):
                groups.setdefault(str(value), []).append(wkb)
        return [Polygons(shapes, crs_of(source)) for shapes in groups.values()]

    def execute(self, parameters: Parameters, context: QgsProcessingContext, monitor: FeedbackMonitor) -> Parameters:
        folder = self.parameterAsString(parameters, "FOLDER", context)
        if not folder or folder == QgsProcessing.TEMPORARY_OUTPUT:
            folder = self.parameterAsFileOutput(parameters, "FOLDER", context)
        folder = os.path.abspath(folder)
        vector = destination(parameters, "FOOTPRINTS")
        sink_id = ""

        def publish(result: Result) -> None:
            nonlocal sink_id
            if given(parameters, "FOOTPRINTS"):
                with kept(vector):
                    sink_id = self.write_aside(parameters, "FOOTPRINTS", lambda its: self._write_footprints(its, context, result))
                    if vector is not None:
                        # The file is closed with the sink, and a disk that was full then has told nobody.
                        check_features(vector, len(result.patches))

        result = make_tiles(
            self._raster, self._labels, self._settings, folder, crs=self._crs, clouds=self._clouds, publish=publish, monitor=monitor
        )
        kinds = [("train", tr("training"), TRAIN, "solid"), ("validation", tr("validation"), VALIDATION, "dash")]
        title = tr("Patches: {count}").format(count=number(len(result.patches), 0))
        styles.style_on_load(context, sink_id, styles.categories("split", kinds, "tile"), title)
        results: Parameters = {
            "FOLDER": folder, "TILES": float(len(result.patches)), "TRAIN_TILES": float(result.count("train")),
            "VALIDATION_TILES": float(result.count("validation")), "MINE_TILES": float(len(result.patches) - result.empty),
            "EMPTY_TILES": float(result.empty), "EMPTY_WANTED": float(result.empty_wanted),
            "EMPTY_SPARE": float(result.empty_spare),
            "MINE_PERCENT": float(result.mine_percent), "TRAIN_MINE_PERCENT": float(result.train_mine_percent),
            "LOOKED_AT": float(result.looked_at), "DROPPED_CLOUD": float(result.too_cloudy),
            "DROPPED_NODATA": float(result.too_empty), "DROPPED_UNKNOWN": float(result.unknown),
            "DROPPED_DISTANCE": float(result.mines_apart), "MPX_PER_S": float(result.speed),
        }  # fmt: skip
        if sink_id:
            results["FOOTPRINTS"] = sink_id
        return results

    def _write_footprints(self, parameters: Parameters, context: QgsProcessingContext, result: Result) -> str:
        fields = fields_of(
            ("tile", int, 0, 0), ("spatial_group", int, 0, 0), ("split", str, 10, 0), ("mine_fraction", float, 10, 6),
            ("nodata_fraction", float, 10, 6), ("cloud_fraction", float, 10, 6), ("row", np.int64, 0, 0), ("col", np.int64, 0, 0),
        )  # fmt: skip
        sink, sink_id = self.parameterAsSink(
            parameters, "FOOTPRINTS", context, fields, QgsWkbTypes.Type.Polygon, QgsCoordinateReferenceSystem(result.crs)
        )
        if sink is None:
            raise PantauError(
                tr("The polygons cannot be written to {target}: choose another file.").format(
                    target=self.parameterAsString(parameters, "FOOTPRINTS", context)
                )
            )
        features = []
        for patch in result.patches:
            features.append(QgsFeature(fields))
            features[-1].setGeometry(QgsGeometry.fromPolygonXY([[QgsPointXY(*corner) for corner in patch.corners]]))
            features[-1].setAttributes(_attributes(patch))
        if not sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert) or not sink.flushBuffer():
            raise PantauError(
                tr("The polygons cannot be written ({reason}): free space on the disk.").format(reason=sink.lastError())
            )
        return sink_id


def _attributes(patch: Patch) -> list:
    shares = [round(share, 6) for share in (patch.mine, patch.nodata, patch.cloud)]
    return [patch.number, patch.group, patch.side, *shares, patch.row, patch.col]
