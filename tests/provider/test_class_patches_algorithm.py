"""`pantau:classpatches` as the toolbox and the modeler run it."""

import contextlib
import sqlite3

import numpy as np
import processing
import pytest
from osgeo import ogr
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)
from scenes import write


def run(**parameters):
    return processing.run("pantau:classpatches", parameters)


@pytest.fixture
def scene(tmp_path):
    array = np.zeros((30, 40), np.uint8)
    array[2:12, 2:12] = 3  # 1 ha
    array[12:17, 12:16] = 3  # 0.2 ha, by a corner
    array[20, 20] = 7
    return write(tmp_path / "a.tif", array, nodata=0)


@pytest.mark.parametrize("name", ["p.gpkg", "p.shp", "p.geojson", "TEMPORARY_OUTPUT"])
def test_polygons_and_numbers(provider, scene, tmp_path, name):
    result = run(INPUT=scene, OUTPUT=name if name == "TEMPORARY_OUTPUT" else str(tmp_path / name))
    layer = result["OUTPUT"]
    layer = layer if isinstance(layer, QgsVectorLayer) else QgsVectorLayer(layer, "p", "ogr")
    rows = list(layer.getFeatures())
    assert [[int(row[key]) for key in ("patch", "rank", "class")] for row in rows] == [[1, 1, 3], [2, 2, 7]]
    assert [row["class_name"] for row in rows] == ["class 3", "class 7"]
    assert [row["area_ha"] for row in rows] == pytest.approx([1.2, 0.01], rel=2e-3)
    assert all(row.geometry().isGeosValid() for row in rows)
    assert rows[0].geometry().area() == pytest.approx(12_000, rel=1e-3 if name != "p.geojson" else 1)
    assert result["LARGEST_HA"] == pytest.approx(1.2, rel=2e-3)
    assert (result["LARGEST_CLASS"], result["LARGEST_NAME"], result["COUNT"]) == (3.0, "class 3", 2.0)
    assert set(result) == {one.name() for one in provider.algorithm("classpatches").outputDefinitions()}


def test_edges_alone_minimum_and_area_of_interest(provider, scene, tmp_path):
    result = run(INPUT=scene, CLASSES="3", CONNECT_8=False, MIN_AREA_HA=0.5, OUTPUT=str(tmp_path / "p.gpkg"))
    assert (result["COUNT"], result["SMALL"]) == (1, 1)
    assert result["SMALL_HA"] == pytest.approx(0.2, rel=2e-3)
    result = run(INPUT=scene, CLASSES="7", MIN_AREA_HA=200, OUTPUT=str(tmp_path / "q.gpkg"))
    assert (result["COUNT"], result["LARGEST_CLASS"], result["LARGEST_NAME"]) == (0, 7, "class 7")
    assert result["LARGEST_HA"] == pytest.approx(0.01, rel=2e-3)
    area = QgsVectorLayer("Polygon?crs=EPSG:32750", "area", "memory")
    feature = QgsFeature()
    feature.setGeometry(
        QgsGeometry.fromWkt("POLYGON((500000 9900000,500072 9900000,500072 9899700,500000 9899700,500000 9900000))")
    )
    area.dataProvider().addFeature(feature)
    assert run(INPUT=scene, AOI=area, OUTPUT="TEMPORARY_OUTPUT")["TOTAL_HA"] == pytest.approx(0.5, rel=2e-3)


@pytest.mark.parametrize("srs_id", [-1, 0])
def test_an_area_of_a_geopackage_without_a_crs_lies_in_that_of_the_map(provider, scene, tmp_path, srs_id):
    path = str(tmp_path / "area.gpkg")
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    layer = dataset.CreateLayer("area", None, ogr.wkbPolygon)
    feature = ogr.Feature(layer.GetLayerDefn())
    ring = "500000 9900000,500072 9900000,500072 9899700,500000 9899700,500000 9900000"
    feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))"))
    layer.CreateFeature(feature)
    layer = dataset = None
    with contextlib.closing(sqlite3.connect(path)) as database:
        for table in ("gpkg_geometry_columns", "gpkg_contents"):
            database.execute(f"UPDATE {table} SET srs_id = {srs_id}")
        database.commit()
    assert run(INPUT=scene, AOI=path, OUTPUT="TEMPORARY_OUTPUT")["TOTAL_HA"] == pytest.approx(0.5, rel=2e-3)


def test_no_patch_is_a_layer_without_features(provider, scene, tmp_path):
    result = run(INPUT=scene, CLASSES="5", OUTPUT=str(tmp_path / "p.gpkg"))
    assert QgsVectorLayer(result["OUTPUT"], "p", "ogr").featureCount() == 0
    assert (result["LARGEST_HA"], result["LARGEST_CLASS"], result["LARGEST_NAME"]) == (0, None, "")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"CLASSES": "salt"}, "has no class called salt"),
        ({"MIN_AREA_HA": -1}, "MIN_AREA_HA"),
        ({"INPUT": "nowhere.tif"}, "nowhere.tif"),
        ({"OUTPUT": "p.kml"}, "p.kml is no file name for OUTPUT"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_keeps_what_was_there(provider, scene, tmp_path, values, words):
    earlier = run(INPUT=scene, OUTPUT=str(tmp_path / "p.gpkg"))["OUTPUT"]
    with pytest.raises(QgsProcessingException, match=words):
        run(**{"INPUT": scene, "OUTPUT": earlier, **values})
    assert QgsVectorLayer(earlier, "p", "ogr").featureCount() == 2
    assert sorted(path.suffix for path in tmp_path.iterdir()) in ([".gpkg", ".tif"], [".gpkg", ".tif", ".xml"])


def test_a_loaded_layer_has_the_colours_and_names_the_largest(provider, scene):
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    target = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    algorithm = provider.algorithm("classpatches").create()
    _, well = algorithm.run({"INPUT": scene, "OUTPUT": target}, context, feedback)
    assert well
    ((key, details),) = context.layersToLoadOnCompletion().items()
    layer = QgsProcessingUtils.mapLayerFromString(key, context)
    details.postProcessor().postProcessLayer(layer, context, feedback)
    assert layer.name() == "Patches, the largest: 1.20 ha of class 3"
    assert isinstance(layer.renderer(), QgsCategorizedSymbolRenderer)
    assert [(one.value(), one.label()) for one in layer.renderer().categories()] == [(3, "class 3"), (7, "class 7")]
    assert layer.labelsEnabled()
