"""`pantau:segmentationaccuracy` as the toolbox and the modeler run it."""

import os

import numpy as np
import processing
import pytest
from qgis.core import (
    NULL,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsProperty,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from scenes import read, write

NUMBERS = ("TP", "FP", "FN", "TN", "ACCURACY", "IOU", "PRECISION", "RECALL", "F1")


def run(feedback=None, **parameters):
    return processing.run("pantau:segmentationaccuracy", parameters, feedback=feedback)


@pytest.fixture
def rasters(tmp_path):
    """A map and a reference of 40 x 50 pixels: TP 100, FP 100, FN 50, TN 1750; two pixels of class 5 are among the TN."""
    predicted, actual = np.zeros((40, 50), np.uint8), np.zeros((40, 50), np.uint8)
    predicted[5:15, 5:25] = 1
    actual[5:15, 15:30] = 1
    predicted[30, 30:32] = actual[30, 31:33] = 5
    return {"PREDICTION": write(tmp_path / "map.tif", predicted), "REFERENCE_RASTER": write(tmp_path / "truth.tif", actual)}


def polygons(wkt, crs="EPSG:32750", name="drawn", kind="Polygon"):
    layer = QgsVectorLayer(f"{kind}?crs={crs}", name, "memory")
    for one in wkt:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(one))
        layer.dataProvider().addFeature(feature)
    return layer


def box(west, south, east, north):
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def test_numbers_alone_need_no_output(provider, rasters):
    result = run(**rasters)
    assert [result[name] for name in NUMBERS] == pytest.approx(
        [100, 100, 50, 1750, 1850 / 2000, 100 / 250, 100 / 200, 100 / 150, 200 / 350]
    )
    # class 5: one hit, one false alarm, one miss
    pooled = [result["POOLED_" + name] for name in NUMBERS[4:]]
    assert pooled == pytest.approx([1848 / 2000, 101 / 253, 101 / 202, 101 / 152, 202 / 354])
    assert all(type(value) is float for value in result.values())
    assert set(result) <= {one.name() for one in provider.algorithm("segmentationaccuracy").outputDefinitions()}


def test_map_table_and_report(provider, rasters, tmp_path):
    files = {"ERROR_MAP": tmp_path / "e.tif", "TABLE": tmp_path / "t.gpkg", "REPORT": tmp_path / "r.html"}
    result = run(**rasters, **{name: str(path) for name, path in files.items()})
    assert np.bincount(read(result["ERROR_MAP"]).ravel()).tolist() == [1750, 100, 100, 50]
    table = QgsVectorLayer(result["TABLE"], "t", "ogr")
    assert not table.isSpatial()
    names = [field.name() for field in table.fields() if field.name() != "fid"]
    assert names == ["class", "class_name", "tp", "fp", "fn", "tn", "accuracy", "iou", "precision", "recall", "f1",
                     "predicted_ha", "reference_ha"]  # fmt: skip
    assert [table.fields().field(name).typeName() for name in ("class", "tp", "tn")] == ["Integer", "Integer64", "Integer64"]
    rows = list(table.getFeatures())
    assert [row["class"] for row in rows] == [1, 5]
    assert [rows[0][name] for name in ("tp", "fp", "fn", "tn")] == [100, 100, 50, 1750]
    assert rows[0]["predicted_ha"] == pytest.approx(2.0, rel=2e-3)
    assert rows[1]["iou"] == pytest.approx(1 / 3, abs=1e-6)
    assert "50.0 %" in files["REPORT"].read_text(encoding="utf-8")
    assert not [name for name in os.listdir(tmp_path) if name.endswith((".pantau-part", ".pantau-kept"))]


def test_counts_beyond_32_bits_fit_into_the_table(provider):
    from pantau.processing_provider.algorithm import fields_of

    layer = QgsVectorLayer("None", "t", "memory")
    layer.dataProvider().addAttributes(list(fields_of(("n", np.int64, 0, 0))))
    layer.updateFields()
    feature = QgsFeature(layer.fields())
    feature.setAttributes([10_000_000_000])
    assert layer.dataProvider().addFeature(feature)
    assert next(layer.getFeatures())["n"] == 10_000_000_000


@pytest.mark.parametrize("name", ["t.csv", "t.xlsx", "t.ods", "T.GPKG", "TEMPORARY_OUTPUT"])
def test_undefined_ratios_are_empty_in_every_table(provider, rasters, tmp_path, name):
    result = run(**rasters, CLASS=9, TABLE=name if name == "TEMPORARY_OUTPUT" else str(tmp_path / name))
    assert result["ACCURACY"] == 1
    assert [result[key] for key in ("IOU", "PRECISION", "RECALL", "F1")] == [None] * 4
    table = result["TABLE"]
    layer = table if isinstance(table, QgsVectorLayer) else QgsVectorLayer(table, "t", "ogr")
    last = list(layer.getFeatures())[2]
    assert int(last["class"]) == 9
    assert last["iou"] in (NULL, None, "")


def test_polygons_in_another_crs_and_an_area_of_interest(provider, rasters):
    del rasters["REFERENCE_RASTER"]
    drawn = [box(500_150, 9_899_850, 500_300, 9_899_950), box(600_000, 9_899_850, 600_100, 9_899_950)]
    result = run(**rasters, REFERENCE_POLYGONS=polygons(drawn))
    assert [result[name] for name in NUMBERS[:4]] == [100, 100, 50, 1750]
    area = polygons([box(500_002, 9_899_802, 500_202, 9_900_000)])  # the first 20 columns and 20 rows
    result = run(**rasters, REFERENCE_POLYGONS=polygons(drawn), AOI=area)
    assert [result[name] for name in NUMBERS[:4]] == [50, 100, 0, 250]
    degrees = polygons([box(117.0013, -0.906, 117.0027, -0.905)], "EPSG:4326")
    assert run(**rasters, REFERENCE_POLYGONS=degrees)["TP"] > 50


def test_layers_of_the_project(provider, rasters):
    layers = {name: QgsRasterLayer(path, name) for name, path in rasters.items()}
    for layer in layers.values():
        QgsProject.instance().addMapLayer(layer, False)
    names = {name: layer.id() for name, layer in layers.items()}
    assert run(**names)["TP"] == 100
    for name in names.values():
        QgsProject.instance().removeMapLayer(name)


@pytest.mark.parametrize(("change", "words"), [
    ({"REFERENCE_RASTER": None}, "Give one reference"), ({"REFERENCE_POLYGONS": "both"}, "Give one reference"),
    ({"PREDICTION": "nowhere.tif"}, "There is no raster at nowhere.tif"), ({"REFERENCE_RASTER": "nowhere.tif"}, "There is no raster at nowhere.tif"),
    ({"ERROR_MAP": "e.img"}, "ends with .tif"), ({"IGNORE": 1}, "CLASS and IGNORE are both 1"),
    *(({"TABLE": name}, "is no file name for TABLE.*[.]gpkg, [.]csv") for name in ("t.dbf", "t.shp", "t.parquet", "t.json", "t.fgb", "t.xyzz", "t")),
    ({"IGNORE": "none"}, "IGNORE is none: give a whole number"), ({"CLASS": 1.7}, "CLASS is 1.7"), ({"CLASS": 4294967297}, "CLASS is 4294967297"),
])  # fmt: skip
def test_bad_input_is_one_sentence_also_inside_models(provider, rasters, change, words):
    parameters = {**rasters, **change}
    if change.get("REFERENCE_POLYGONS"):
        parameters["REFERENCE_POLYGONS"] = polygons([box(0, 0, 1, 1)])
    with pytest.raises(QgsProcessingException, match=words):
        run(**parameters)
    # models and the task runner skip checkParameterValues
    algorithm, context, feedback = (
        provider.algorithm("segmentationaccuracy").create(),
        QgsProcessingContext(),
        QgsProcessingFeedback(),
    )
    with pytest.raises(QgsProcessingException, match=words):
        algorithm.prepareAlgorithm(parameters, context, feedback)
        algorithm.processAlgorithm(parameters, context, feedback)


def test_a_cancelled_or_failed_run_keeps_the_earlier_outputs(provider, rasters, tmp_path, monkeypatch):
    files = {"ERROR_MAP": tmp_path / "e.tif", "TABLE": tmp_path / "t.gpkg", "REPORT": tmp_path / "r.html"}
    targets = {name: str(path) for name, path in files.items()}
    run(**rasters, **targets)
    before = {name: path.read_bytes() for name, path in files.items()}
    listed = sorted(os.listdir(tmp_path))

    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(**rasters, **targets, feedback=feedback)

    from pantau.plugin.engine.errors import PantauError
    from pantau.processing_provider import segmentation_accuracy as module

    def full(path, text):
        raise PantauError("the disk is full")

    monkeypatch.setattr(module, "write_text", full)
    with pytest.raises(QgsProcessingException, match="the disk is full"):
        run(**rasters, **targets)
    assert {name: path.read_bytes() for name, path in files.items()} == before
    assert sorted(os.listdir(tmp_path)) == listed


def test_an_output_may_not_be_an_input(provider, rasters):
    before = open(rasters["REFERENCE_RASTER"], "rb").read()
    with pytest.raises(QgsProcessingException, match="REFERENCE_RASTER and ERROR_MAP are the same file"):
        run(**rasters, ERROR_MAP=rasters["REFERENCE_RASTER"])
    assert open(rasters["REFERENCE_RASTER"], "rb").read() == before


def saved(path, layer="drawn"):
    """A file with one polygon, the reference of `rasters`."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG" if path.suffix == ".gpkg" else "ESRI Shapefile"
    options.layerName = layer
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    drawn = polygons([box(500_150, 9_899_850, 500_300, 9_899_950)])
    assert QgsVectorFileWriter.writeAsVectorFormatV3(drawn, str(path), QgsProject.instance().transformContext(), options)[0] == 0
    return str(path)


@pytest.mark.parametrize("form", ["path", "layer", "definition", "layer of the project", "property", "table"])
def test_no_output_overwrites_polygons_however_they_are_given(provider, rasters, tmp_path, form):
    path = saved(tmp_path / "drawn.gpkg")
    layer = QgsVectorLayer(path, "x", "ogr")
    value = {
        "path": path, "layer": layer, "definition": QgsProcessingFeatureSourceDefinition(path, False, 1),
        "property": QgsProcessingFeatureSourceDefinition(QgsProperty.fromExpression(f"'{path}'")),
        "layer of the project": QgsProcessingFeatureSourceDefinition(layer.id(), False), "table": path + "|layername=drawn",
    }[form]  # fmt: skip
    if form == "layer of the project":
        QgsProject.instance().addMapLayer(layer, False)
    for name in ("TABLE", "REPORT"):
        with pytest.raises(QgsProcessingException, match=f"AOI and {name} are the same file"):
            run(**rasters, AOI=value, **{name: path})
    with pytest.raises(QgsProcessingException, match="AOI and TABLE are the same file"):
        run(**rasters, AOI=value, TABLE=f"ogr:dbname='{path}' table=\"Drawn\" (geom)")
    assert run(**rasters, AOI=value)["TP"] == 100
    if form == "layer of the project":
        QgsProject.instance().removeMapLayer(layer.id())
    layer = QgsVectorLayer(path, "x", "ogr")
    assert layer.isSpatial()
    assert layer.featureCount() == 1


def test_another_table_of_the_same_database_may_be_written(provider, rasters, tmp_path):
    path = saved(tmp_path / "two.gpkg", "one")
    run(**rasters, AOI=path + "|layername=one", TABLE=f"ogr:dbname='{path}' table=\"scores\"")
    assert [QgsVectorLayer(f"{path}|layername={name}", name, "ogr").featureCount() for name in ("one", "scores")] == [1, 1]
    assert QgsVectorLayer(f"{path}|layername=one", "one", "ogr").isSpatial()


def test_the_parts_of_a_shapefile_are_the_shapefile(provider, rasters, tmp_path):
    path = saved(tmp_path / "drawn.shp")
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    for ending in (".shp", ".shx", ".dbf", ".prj"):
        with pytest.raises(QgsProcessingException, match="AOI and REPORT are the same file"):
            run(**rasters, AOI=path, REPORT=path[:-4] + ending)
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


def test_a_table_is_never_written_under_another_name(provider, rasters, tmp_path):
    precious = tmp_path / "precious.gpkg"
    precious.write_bytes(b"mine")
    with pytest.raises(QgsProcessingException, match="precious is no file name for TABLE"):
        run(**rasters, TABLE=str(tmp_path / "precious"))
    assert precious.read_bytes() == b"mine"


def test_a_file_of_the_user_beside_the_outputs_stays(provider, rasters, tmp_path):
    names = {"ERROR_MAP": "e.tif", "TABLE": "t.csv", "REPORT": "r.html"}
    run(**rasters, **{key: str(tmp_path / name) for key, name in names.items()})
    beside = [tmp_path / (name + ending) for name in names.values() for ending in (".part", ".kept")]
    for one in beside:
        one.write_text("mine")
    run(**rasters, **{key: str(tmp_path / name) for key, name in names.items()})
    assert [one.read_text() for one in beside] == ["mine"] * 6


def test_polygons_that_cross_themselves_are_repaired(provider, rasters):
    del rasters["REFERENCE_RASTER"]
    # the box of columns 15 to 30, rows 5 to 15, with a spike of no width
    spike = (
        "POLYGON((500150 9899850,500300 9899850,500300 9899925,500480 9899925,500300 9899925,500300 9899950,500150 9899950,"
        "500150 9899850))"
    )
    assert [run(**rasters, REFERENCE_POLYGONS=polygons([spike]))[name] for name in NUMBERS[:4]] == [100, 100, 50, 1750]
    assert run(**rasters, REFERENCE_POLYGONS=polygons([spike]), AOI=polygons([spike]))["TP"] == 100


def test_what_is_no_polygon_is_no_reference_and_no_area(provider, rasters):
    line = polygons(["LINESTRING(500000 9900000,500300 9899700)"], name="roads", kind="LineString")
    with pytest.raises(QgsProcessingException, match="roads, given as AOI, holds no polygons"):
        run(**rasters, AOI=line)
    del rasters["REFERENCE_RASTER"]
    for layer in (line, QgsVectorLayer("None", "roads", "memory")):
        with pytest.raises(QgsProcessingException, match="roads, given as REFERENCE_POLYGONS, holds no polygons"):
            run(**rasters, REFERENCE_POLYGONS=layer)


def test_a_vector_layer_is_no_map(provider, rasters, tmp_path):
    rasters["PREDICTION"] = polygons([box(0, 0, 1, 1)], name="villages")
    with pytest.raises(QgsProcessingException, match="villages is a vector layer, and PREDICTION must be a raster"):
        run(**rasters)
    rasters["PREDICTION"] = saved(tmp_path / "drawn.gpkg")
    with pytest.raises(QgsProcessingException, match="drawn is a vector layer, and PREDICTION must be a raster"):
        run(**rasters)
