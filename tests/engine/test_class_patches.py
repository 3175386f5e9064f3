"""Patches by edges and by corners against scipy on the whole array, and against scenes small enough to count."""

import os

import numpy as np
import pytest
from osgeo import ogr, osr
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.landcover.class_patches import Settings, chosen_classes, class_patches
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.raster import patches
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.grid import CellAreas
from pantau.plugin.engine.raster.legend import Legend, LegendEntry
from pantau.plugin.engine.raster.outputs import RasterOutput
from pantau.plugin.engine.raster.patches import Patches, strips
from pantau.plugin.engine.raster.source import RasterSource
from scenes import Notes, write
from scipy import ndimage

LEGEND = Legend(
    (
        LegendEntry(0, "background", "latar belakang", "#F2F2F2"),
        LegendEntry(3, "salt pond", "tambak garam", "#F7CAC9"),
        LegendEntry(300, "forest", "hutan", "#1B7837"),
    )
)


@pytest.fixture(autouse=True)
def small_strips(monkeypatch):
    monkeypatch.setattr(patches, "_strip_rows", lambda grid: 7)  # so that patches cross many strips


def with_legend(path, array, legend=LEGEND, nodata=None):
    grid = RasterSource(write(str(path) + "-grid.tif", array[:1, :1])).grid
    raster = RasterOutput(
        str(path), type(grid)(grid.crs, grid.transform, array.shape[1], array.shape[0]), array.dtype, 1, nodata, legend=legend
    )
    raster.write(0, 0, array)
    raster.close()
    raster.publish()
    os.remove(str(path) + "-grid.tif")
    return str(path)


def found(path, **choices):
    """(result, patches) of a raster."""
    taken = []
    result = class_patches(str(path), Settings(**choices), publish=lambda result, each: taken.extend(each))
    return result, taken


@pytest.mark.parametrize("corners", [False, True])
@pytest.mark.parametrize("shape", [(60, 80), (61, 1), (1, 61), (23, 2)])
def test_patches_are_scipys_components(tmp_path, corners, shape):
    rng = np.random.default_rng(5)
    array = rng.choice([0, 1, 4, 255], shape, p=[0.1, 0.5, 0.3, 0.1]).astype(np.uint8)
    grid = RasterSource(write(tmp_path / "g.tif", array)).grid
    areas = CellAreas(grid)
    made = Patches(grid, lambda w: array[w.y : w.y + w.height], [0, 1, 4, 255], areas, Monitor(), corners=corners)
    numbers = np.concatenate([made.numbers(w) for w in strips(grid)])
    expected, firsts = 0, []
    for code in (0, 1, 4, 255):
        labels, count = ndimage.label(array == code, np.ones((3, 3)) if corners else None)
        expected += count
        for label in range(1, count + 1):
            mine = np.unique(numbers[labels == label])
            assert len(mine) == 1
            assert np.array_equal(numbers == mine[0], labels == label)
            assert (made.code[mine[0]], made.size_px[mine[0]]) == (code, (labels == label).sum())
            firsts.append((mine[0], np.flatnonzero(labels == label)[0]))
    assert made.count == expected
    places = [place for _, place in sorted(firsts)]
    assert places == sorted(places)  # numbered row by row


@pytest.mark.parametrize("corners", [False, True])
def test_polygons_are_the_pixels_of_their_class(tmp_path, corners):
    rng = np.random.default_rng(2)
    array = rng.choice([1, 2, 7], (40, 50)).astype(np.uint8)  # full of corners
    array[rng.random(array.shape) < 0.1] = 255
    path = write(tmp_path / "a.tif", array, nodata=255)
    grid = RasterSource(path).grid
    result, taken = found(path, corners=corners)
    labels = {code: ndimage.label(array == code, np.ones((3, 3)) if corners else None) for code in (1, 2, 7)}
    assert result.count == len(taken) == sum(count for _, count in labels.values())
    seen = np.zeros(array.shape, bool)
    memory = ogr.GetDriverByName("Memory").CreateDataSource("m")
    from osgeo import gdal

    for patch in taken:
        shape = ogr.CreateGeometryFromWkb(patch.wkb)
        assert shape.GetGeometryName() == "MULTIPOLYGON"
        assert shape.IsValid()
        assert corners or shape.GetGeometryCount() == 1
        layer = memory.CreateLayer("l", osr.SpatialReference(grid.crs), ogr.wkbMultiPolygon)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(shape)
        layer.CreateFeature(feature)
        raster = gdal.GetDriverByName("MEM").Create("", 50, 40, 1, gdal.GDT_Byte)
        raster.SetGeoTransform(grid.transform)
        raster.SetProjection(grid.crs)
        gdal.RasterizeLayer(raster, [1], layer, burn_values=[1])
        inside = raster.ReadAsArray() > 0
        memory.DeleteLayer(0)
        label = labels[patch.code][0]
        assert np.array_equal(inside, label == label[inside][0])
        assert not (seen & inside).any()
        seen |= inside
        assert patch.area_ha == pytest.approx(CellAreas(grid).at(*np.nonzero(inside)).sum())
    assert np.array_equal(seen, array != 255)
    assert [patch.rank for patch in taken] == list(range(1, len(taken) + 1))
    assert [patch.area_ha for patch in taken] == sorted((patch.area_ha for patch in taken), reverse=True)
    assert sorted(patch.number for patch in taken) == list(range(1, len(taken) + 1))
    assert result.total_ha == pytest.approx(CellAreas(grid).sum_ha(array != 255, 0, 0))


def test_land_that_meets_in_a_corner_is_one_piece_or_two(tmp_path):
    array = np.zeros((10, 10), np.uint16)
    array[0:3, 0:3] = array[3:5, 3:5] = 3
    array[8:, 8:] = 300
    path = with_legend(tmp_path / "a.tif", array)
    result, taken = found(path)
    assert [(one.code, one.name, one.number) for one in taken] == [(3, "salt pond", 1), (300, "forest", 2)]
    assert [round(one.area_ha, 2) for one in taken] == [0.13, 0.04]
    assert ogr.CreateGeometryFromWkb(taken[0].wkb).GetGeometryCount() == 2
    assert (result.largest_code, round(result.largest_ha, 2), result.largest()) == (3, 0.13, "0.13 ha of salt pond")
    result, taken = found(path, corners=False)
    assert sorted(round(one.area_ha, 2) for one in taken) == [0.04, 0.04, 0.09]


def test_classes_by_code_and_by_name_in_both_languages(tmp_path):
    array = np.zeros((10, 10), np.uint16)
    array[0:3, 0:3], array[8:, 8:] = 3, 300
    path = with_legend(tmp_path / "a.tif", array)
    for text, codes in (("3", {3}), ("Salt Pond", {3}), ("hutan, 3", {3, 300}), ("0", {0}), (" forest ,", {300}), ("", {3, 300})):
        assert {one.code for one in found(path, classes=text)[1]} == codes, text
    assert {one.code for one in found(write(tmp_path / "b.tif", array))[1]} == {0, 3, 300}  # nobody says that 0 is no class
    with pytest.raises(
        PantauError, match=r"a.tif has no class called salt: give codes or names .*\(0 background, 3 salt pond, 300 forest\)"
    ):
        found(path, classes="salt")
    twice = Legend((LegendEntry(1, "forest", "hutan", "#000000"), LegendEntry(2, "Forest", "hutan", "#000000")))
    with pytest.raises(PantauError, match=r"more than one class called forest \(codes 1, 2\)"):
        chosen_classes("forest", twice, "a.tif")

    commas = Legend((LegendEntry(1, "River, wide", "Sungai, besar", "#0000FF"), LegendEntry(2, "forest", "hutan", "#000000")))
    for text in ('"Sungai, besar"', ' "river, wide" ,', '1,"River, wide"'):
        assert chosen_classes(text, commas, "a.tif") == [1], text
    assert chosen_classes('hutan, "Sungai, besar", 7', commas, "a.tif") == [2, 1, 7]
    with pytest.raises(PantauError, match=r'no class called Sungai: .*\(1 "River, wide", 2 forest\)'):
        chosen_classes("Sungai, besar", commas, "a.tif")

    notes = Notes()
    result = class_patches(path, Settings(classes="9"), monitor=notes)
    assert (result.count, result.largest_ha, result.largest()) == (0, 0.0, "no patch")
    assert "no pixel of class 9 (not in its legend)" in notes.warnings[0]


def test_small_patches_and_the_area_of_interest(tmp_path):
    array = np.zeros((20, 20), np.uint16)
    array[2:6, :] = 3  # 80 pixels, of which 30 are inside
    array[10, 2:4] = 3
    array[15, 15] = 300
    path = with_legend(tmp_path / "a.tif", array)
    result, taken = found(path, min_area_ha=0.015)
    assert [round(one.area_ha, 2) for one in taken] == [0.8, 0.02]
    assert (result.small, round(result.small_ha, 2)) == (1, 0.01)
    assert round(result.largest_ha, 2) == 0.8

    # the largest is told also where it is too small to be kept: of all classes, and of one
    notes = Notes()
    result = class_patches(path, Settings(min_area_ha=200), monitor=notes)
    assert (result.count, round(result.largest_ha, 2), result.largest()) == (0, 0.8, "0.80 ha of salt pond")
    assert "Left out: 3 patches below 200.00 ha, together 0.83 ha, the largest of them 0.80 ha." in notes.lines
    result = class_patches(path, Settings(classes="forest", min_area_ha=200))
    assert (round(result.largest_ha, 2), result.largest_code, result.largest_name) == (0.01, 300, "forest")
    box = ogr.CreateGeometryFromWkt("POLYGON((500041 9899961,500141 9899961,500141 9899889,500041 9899889,500041 9899961))")
    result, taken = found(path, aoi=Polygons([bytes(box.ExportToWkb())], ""))
    assert [round(one.area_ha, 2) for one in taken] == [0.2]
    assert ogr.CreateGeometryFromWkb(taken[0].wkb).GetEnvelope() == (500040, 500140, 9899940, 9899960)


def test_hectares_in_degrees_and_on_a_rotated_grid(tmp_path):
    array = np.ones((30, 10), np.uint8)
    for name, epsg, transform in (
        ("deg", 4326, (10.0, 0.1, 0.0, 60.0, 0.0, -1.0)),
        ("rot", 32750, (500000.0, 8.0, 6.0, 9900000.0, 6.0, -8.0)),
        ("south", 32750, (500000.0, 10.0, 0.0, 9900000.0, 0.0, 10.0)),
    ):
        path = write(tmp_path / f"{name}.tif", array, epsg=epsg, transform=transform)
        result, taken = found(path)
        assert result.largest_ha == pytest.approx(CellAreas(RasterSource(path).grid).total_ha())
        shape = ogr.CreateGeometryFromWkb(taken[0].wkb)
        assert shape.IsValid()
        assert shape.GetArea() == pytest.approx(300 * abs(transform[1] * transform[5] - transform[2] * transform[4]))


def test_a_failed_or_cancelled_run_leaves_no_scratch_files(tmp_path):
    path = write(tmp_path / "a.tif", np.random.default_rng(0).choice([1, 2], (300, 300)).astype(np.uint8))

    class Impatient(Monitor):
        def __init__(self, share):
            self.share = share

        def progress(self, done, total):
            return done / total <= self.share

    for share in (0.0, 0.3, 0.6, 0.9):
        with pytest.raises(Cancelled):
            class_patches(
                path, Settings(), publish=lambda result, each: list(each), scratch=str(tmp_path), monitor=Impatient(share)
            )

    def broken(result, each):
        next(each)
        raise PantauError("disk is full")

    with pytest.raises(PantauError, match="disk is full"):
        class_patches(path, Settings(), publish=broken, scratch=str(tmp_path))
    assert os.listdir(tmp_path) == ["a.tif"]


def test_nothing_but_nodata_is_no_patch(tmp_path):
    result, taken = found(write(tmp_path / "a.tif", np.full((9, 9), 5, np.uint8), nodata=5))
    assert (result.count, taken, result.largest_code) == (0, [], None)
    with pytest.raises(PantauError, match="MIN_AREA_HA is -1 ha"):
        found(tmp_path / "a.tif", min_area_ha=-1)
