"""`pantau:trainingtiles` as the toolbox and the modeler run it."""

import csv
import os

import numpy as np
import processing
import pytest
from osgeo import gdal
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from scenes import read, write


def run(feedback=None, **parameters):
    return processing.run("pantau:trainingtiles", parameters, feedback=feedback)


@pytest.fixture
def scene(tmp_path):
    """An image of 128 x 192 pixels of 10 m, three bands, and labels with four squares of mines in its corners."""
    image = np.random.default_rng(0).integers(1, 4000, (3, 128, 192)).astype(np.uint16)
    truth = np.zeros((128, 192), np.uint8)
    for row in (4, 100):
        for col in (4, 164):
            truth[row : row + 10, col : col + 10] = 1
    return {
        "INPUT": write(tmp_path / "image.tif", image, nodata=0, names=["B04", "B03", "B02"]),
        "LABEL_RASTER": write(tmp_path / "labels.tif", truth), "TILE": 32, "STRIDE": 32, "GROUP_DISTANCE": 300,
        "FOLDER": str(tmp_path / "patches"),
    }  # fmt: skip


def polygons(shapes, crs="EPSG:32750", name="drawn", kind="Polygon", fields="&field=owner:string"):
    """Squares of 100 m: (column, row, owner)."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}{fields}", name, "memory")
    for col, row, owner in shapes:
        west, north = 500_000 + 10 * col, 9_900_000 - 10 * row
        feature = QgsFeature(layer.fields())
        ring = f"{west} {north},{west + 100} {north},{west + 100} {north - 100},{west} {north - 100},{west} {north}"
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({ring}))" if kind == "Polygon" else f"LINESTRING({ring})"))
        if fields:
            feature.setAttributes([owner])
        layer.dataProvider().addFeature(feature)
    return layer


CORNERS = [(4, 4, "a"), (164, 4, "b"), (4, 100, "a"), (164, 100, None)]


def table(folder):
    with open(os.path.join(folder, "tiles.csv"), newline="") as file:
        return list(csv.DictReader(file))


def test_defaults_and_numbers(provider, scene):
    result = run(**scene, EMPTY_SHARE=0.5)
    rows = table(result["FOLDER"])
    mines = [row for row in rows if float(row["mine_fraction"])]
    assert [float(row["mine_fraction"]) for row in mines] == pytest.approx([100 / 1024] * 4, abs=1e-6)
    names = (
        "TILES",
        "MINE_TILES",
        "EMPTY_TILES",
        "EMPTY_WANTED",
        "LOOKED_AT",
        "DROPPED_CLOUD",
        "DROPPED_NODATA",
        "DROPPED_DISTANCE",
    )
    assert [result[name] for name in names] == [8, 4, 4, 4, 24, 0, 0, 0]
    assert result["TRAIN_TILES"] == sum(row["split"] == "train" for row in rows)
    assert result["VALIDATION_TILES"] == 8 - result["TRAIN_TILES"] == 2
    assert result["MINE_PERCENT"] == pytest.approx(100 * 400 / (8 * 1024))
    assert result["TRAIN_MINE_PERCENT"] == 75
    numbers = {name: value for name, value in result.items() if name not in ("FOLDER", "FOOTPRINTS")}
    assert all(type(value) is float for value in numbers.values())
    algorithm = provider.algorithm("trainingtiles")
    assert set(result) <= {one.name() for one in algorithm.outputDefinitions()}
    order = [one.name() for one in algorithm.parameterDefinitions()]
    contract = ["INPUT", "LABEL_RASTER", "LABEL_POLYGONS", "BANDS", "TILE", "STRIDE", "TRAIN_SHARE", "GROUP_DISTANCE", "EMPTY_SHARE", "SEED", "AOI"]  # fmt: skip
    assert order[: len(contract)] == contract
    defaults = {name: algorithm.parameterDefinition(name).defaultValue() for name in contract[4:10]}
    assert list(defaults.values()) == [256, 256, 0.8, 2000, 0.3, 0]


def test_polygons_bands_clouds_and_an_area(provider, scene, tmp_path):
    del scene["LABEL_RASTER"]
    clouds = np.zeros((128, 192), np.uint8)
    clouds[96:, :32] = 7
    area = polygons([], fields="")
    feature = QgsFeature()
    feature.setGeometry(
        QgsGeometry.fromWkt("POLYGON((500000 9898720,501000 9898720,501000 9900000,500000 9900000,500000 9898720))")
    )
    area.dataProvider().addFeature(feature)
    scl = write(tmp_path / "clouds.tif", clouds)
    result = run(**scene, LABEL_POLYGONS=polygons(CORNERS), BANDS="B02,B04", AOI=area, CLOUDS=scl, CLOUD_CODES="7", EMPTY_SHARE=0)
    # the western half: 100 of 192 columns; of its two corners the southern one is under cloud
    assert [(row["row"], row["col"]) for row in table(result["FOLDER"])] == [("0", "0")]
    assert (result["DROPPED_CLOUD"], result["TILES"]) == (1, 1)
    tile = gdal.Open(os.path.join(result["FOLDER"], "image_000.tif"))
    assert [tile.GetRasterBand(n).GetDescription() for n in (1, 2)] == ["B02", "B04"]
    assert np.array_equal(tile.ReadAsArray(), read(scene["INPUT"])[[2, 0], :32, :32])
    assert read(os.path.join(result["FOLDER"], "mask_000.tif")).sum() == 100


def test_footprints_show_the_split(provider, scene, tmp_path):
    result = run(**scene, FOOTPRINTS=str(tmp_path / "f.gpkg"))
    layer = QgsVectorLayer(result["FOOTPRINTS"], "f", "ogr")
    rows = table(result["FOLDER"])
    assert layer.crs().authid() == "EPSG:32750"
    features = {feature["tile"]: feature for feature in layer.getFeatures()}
    assert len(features) == len(rows) == result["TILES"]
    for row in rows:
        feature = features[int(row["tile"])]
        assert (feature["split"], feature["row"], feature["col"]) == (row["split"], int(row["row"]), int(row["col"]))
        assert feature["mine_fraction"] == pytest.approx(float(row["mine_fraction"]), abs=1e-6)
        shape = QgsRasterLayer(os.path.join(result["FOLDER"], f"image_{int(row['tile']):03d}.tif")).extent()
        assert feature.geometry().boundingBox() == shape
        assert feature.geometry().area() == pytest.approx(320 * 320)


def test_footprints_are_loaded_in_colours(provider, scene):
    algorithm, context, feedback = provider.algorithm("trainingtiles").create(), QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    sink = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    results, well = algorithm.run({**scene, "FOOTPRINTS": sink}, context, feedback)
    assert well
    details = context.layerToLoadOnCompletionDetails(results["FOOTPRINTS"])
    layer = context.getMapLayer(results["FOOTPRINTS"])
    details.postProcessor().postProcessLayer(layer, context, feedback)
    assert [category.value() for category in layer.renderer().categories()] == ["train", "validation"]


def test_a_group_field_keeps_patches_together(provider, scene):
    del scene["LABEL_RASTER"]
    sides = []
    for seed in range(4):
        folder = scene["FOLDER"] + str(seed)
        run(
            **{**scene, "FOLDER": folder},
            LABEL_POLYGONS=polygons(CORNERS),
            GROUP_FIELD="owner",
            EMPTY_SHARE=0,
            TRAIN_SHARE=0.5,
            SEED=seed,
        )
        places = {(row["row"], row["col"]): row["split"] for row in table(folder)}
        assert len(places) == 4
        assert places["0", "0"] == places["96", "0"]
        assert set(places.values()) == {"train", "validation"}
        sides.append(tuple(places.values()))
    assert len(set(sides)) > 1


def test_a_temporary_folder_is_made(provider, scene):
    result = run(**{**scene, "FOLDER": "TEMPORARY_OUTPUT"})
    assert os.path.isfile(os.path.join(result["FOLDER"], "image_000.tif"))


def test_layers_of_the_project(provider, scene):
    layers = [QgsRasterLayer(scene[name], name) for name in ("INPUT", "LABEL_RASTER")]
    QgsProject.instance().addMapLayers(layers, False)
    names = {name: layer.id() for name, layer in zip(("INPUT", "LABEL_RASTER"), layers)}
    assert run(**{**scene, **names})["MINE_TILES"] == 4
    for layer in names.values():
        QgsProject.instance().removeMapLayer(layer)


@pytest.mark.parametrize(("change", "words"), [
    ({"LABEL_RASTER": None}, "Give one kind of labels"), ({"LABEL_POLYGONS": "both"}, "Give one kind of labels"),
    ({"INPUT": "nowhere.tif"}, "There is no raster at nowhere.tif"), ({"LABEL_RASTER": "nowhere.tif"}, "There is no raster at nowhere.tif"),
    ({"CLOUDS": "nowhere.tif"}, "There is no raster at nowhere.tif"), ({"TILE": 400}, "too few for a patch of 400 x 400"), ({"TILE": 31.5}, "TILE is 31.5"),
    ({"TILE": 4}, "TILE is 4: give a number from 16"), ({"STRIDE": 0}, "STRIDE is 0"), ({"TRAIN_SHARE": 2}, "TRAIN_SHARE is 2"),
    ({"EMPTY_SHARE": 1}, "EMPTY_SHARE is 1"), ({"GROUP_DISTANCE": -1}, "GROUP_DISTANCE is -1"), ({"CLASSES": "mine"}, "CLASSES is mine: give whole numbers"),
    ({"IGNORE": "x"}, "IGNORE is x: give a whole number"), ({"IGNORE": 1, "CLASSES": "1"}, "in CLASSES and in IGNORE"), ({"CLOUD_CODES": "1"}, "CLOUD_CODES are codes of the raster CLOUDS"),
    ({"GROUP_FIELD": "owner"}, "GROUP_FIELD is a field of LABEL_POLYGONS"), ({"BANDS": "B99"}, "The bands B99 are not all in"),
    ({"LABEL_RASTER": None, "LABEL_POLYGONS": "line"}, "roads, given as LABEL_POLYGONS, holds no polygons"), ({"AOI": "line"}, "roads, given as AOI"),
    ({"LABEL_RASTER": None, "LABEL_POLYGONS": "both", "GROUP_FIELD": "village"}, "drawn has no field village"),
    ({"LABEL_RASTER": None, "LABEL_POLYGONS": "both", "CLASSES": "1"}, "CLASSES names codes of a label raster"), ({"FOOTPRINTS": "f.xyz"}, "is no file name for FOOTPRINTS"),
    ({"FOLDER": "no/where/at/all"}, "does not exist"),
])  # fmt: skip
def test_bad_input_is_one_sentence_also_inside_models(provider, scene, change, words):
    layers = {"both": polygons(CORNERS), "line": polygons(CORNERS, name="roads", kind="LineString")}
    parameters = {**scene, **{name: layers.get(value, value) for name, value in change.items()}}
    with pytest.raises(QgsProcessingException, match=words):
        run(**parameters)
    # models and the task runner skip checkParameterValues
    algorithm, context, feedback = provider.algorithm("trainingtiles").create(), QgsProcessingContext(), QgsProcessingFeedback()
    with pytest.raises(QgsProcessingException, match=words):
        algorithm.prepareAlgorithm(parameters, context, feedback)
        algorithm.processAlgorithm(parameters, context, feedback)
    assert not os.path.exists(scene["FOLDER"])


def test_other_patches_and_earlier_footprints_stay(provider, scene, tmp_path, monkeypatch):
    footprints = tmp_path / "f.gpkg"
    result = run(**scene, FOOTPRINTS=str(footprints))
    with pytest.raises(QgsProcessingException, match="of other patches already"):
        run(**scene, FOOTPRINTS=str(footprints))
    before, listed = footprints.read_bytes(), sorted(os.listdir(tmp_path))
    second = {**scene, "FOLDER": str(tmp_path / "second"), "FOOTPRINTS": str(footprints)}
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(feedback, **second)

    from pantau.plugin.engine.errors import PantauError
    from pantau.processing_provider import training_tiles as module

    def full(path, expected):
        raise PantauError("the disk is full")

    monkeypatch.setattr(module, "check_features", full)
    with pytest.raises(QgsProcessingException, match="the disk is full"):
        run(**second)
    assert footprints.read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == listed
    assert len(table(result["FOLDER"])) == result["TILES"]


def test_no_output_overwrites_an_input(provider, scene, tmp_path):
    with pytest.raises(QgsProcessingException, match="FOOTPRINTS"):
        run(**scene, FOOTPRINTS=scene["INPUT"])
    assert read(scene["INPUT"]).shape == (3, 128, 192)
