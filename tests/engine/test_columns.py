"""Columns of a layer: what comes out is what was put in."""

import numpy as np
from osgeo import osr
from pantau.plugin.engine.accuracy.labels import EMPTY, UNKNOWN, label_codes
from pantau.plugin.engine.columns import Shapes, Values
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.places import FLAT_POINT, Places
from pantau.plugin.engine.raster.grid import Grid
from pantau.plugin.engine.raster.legend import Legend, LegendEntry

UTM = osr.SpatialReference()
UTM.ImportFromEPSG(32748)
UTM = UTM.ExportToWkt()


def point(x, y):
    record = np.zeros(1, FLAT_POINT)
    record["order"], record["kind"], record["x"], record["y"] = 1, 1, x, y
    return record.tobytes()


def test_geometries_come_back_as_they_were():
    given = [point(1, 2), b"", b"\x01longer than a point, or shorter", point(3, 4)]
    column = Shapes(given)
    assert list(column) == given
    assert len(column) == 4
    assert column[-1] == given[-1]
    assert column[1:3] == given[1:3]
    assert column.lengths().tolist() == [len(one) for one in given]


def test_points_are_one_array():
    column = Shapes(point(x, -x) for x in range(5))
    assert column.records(FLAT_POINT)["x"].tolist() == [0, 1, 2, 3, 4]


def test_values_come_back_as_they_were_and_each_is_kept_once():
    given = ["hutan", None, 7, "hutan", "7", [1, 2], None]
    column = Values(given)
    assert list(column) == given
    assert column[-2] == [1, 2]
    assert column[2:4] == [7, "hutan"]
    assert column.different == ["hutan", None, 7, "7", [1, 2]]
    assert column.codes().tolist() == [0, 1, 2, 0, 3, 4, 1]
    assert Values().codes().shape == (0,)


def test_a_column_and_a_list_of_labels_mean_the_same():
    legend = Legend((LegendEntry(1, "Forest", "Hutan", "#006400"), LegendEntry(7, "Water", "Air", "#0000FF")))
    given = ["hutan", None, 7, "Forest ", "7.0", "rawa", float("nan"), 2.5, "", 3]
    expected = [1, EMPTY, 7, 1, 7, UNKNOWN, EMPTY, UNKNOWN, EMPTY, 3]
    assert label_codes(given, legend).tolist() == label_codes(Values(given), legend).tolist() == expected


def test_points_among_other_geometries_lie_where_they_do_alone():
    grid = Grid(UTM, (0.0, 10.0, 0.0, 100.0, 0.0, -10.0), 10, 10)
    points = [point(5 + 10 * k, 95 - 10 * k) for k in range(4)]
    wanted = np.array([True, False, True, True, True])
    alone = Places(grid, Shapes(points), "", wanted[:4], 10, Monitor())
    mixed = Places(grid, [*points, b""], "", wanted, 10, Monitor())
    for places in (alone, mixed):
        assert places.features.tolist() == [0, 2, 3]
        assert places.pixels.tolist() == [0, 22, 33]
