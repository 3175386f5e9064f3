"""Composites against numpy's own figures, hand-made mosaics, and GDAL's."""

import os
import threading

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.raster import composite as module
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.composite import Layer, Raster, Settings, combine, composite
from pantau.plugin.engine.raster.legend import Legend, LegendEntry, read_legend, read_provenance
from pantau.plugin.engine.raster.outputs import Outputs
from pantau.plugin.engine.raster.source import RasterSource
from scenes import UTM50S, Notes, read, write

WEST, NORTH = 500_000.0, 9_900_000.0


def at(column, row, size=10.0):
    """A transform whose first pixel is this column and row of pixels of 10 m."""
    return (WEST + 10 * column, size, 0.0, NORTH - 10 * row, 0.0, -size)


def run(tmp_path, paths, method="median", **settings):
    """(composite, count, result, monitor)."""
    monitor = Notes()
    out, count = str(tmp_path / "out.tif"), str(tmp_path / "count.tif")
    result = composite([Raster(path) for path in paths], Settings(method, **settings), out, count, monitor=monitor)
    return read(out), read(count)[0], result, monitor


def nodata_of(path):
    return RasterSource(str(path)).nodata[0]


def figures(stack, valid):
    """numpy's figures of (rasters, ...), NaN where nothing is valid."""
    masked = np.ma.masked_array(stack.astype(np.float64), ~valid)
    first = np.argmax(valid, axis=0)
    found = {
        "median": np.ma.median(masked, axis=0), "mean": masked.mean(axis=0), "min": masked.min(axis=0), "max": masked.max(axis=0),
        "first": np.ma.masked_array(np.take_along_axis(stack, first[None], 0)[0], ~valid.any(axis=0)),
    }  # fmt: skip
    return {name: np.ma.filled(values.astype(np.float64), np.nan) for name, values in found.items()}


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "int32", "float32", "float64"])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 16, 33, 100])
def test_figures_are_numpys_for_any_number_of_values_and_any_share_of_them(dtype, count):
    rng = np.random.default_rng(count)
    shape = (2, 37, 53)
    kind = np.dtype(dtype)
    for share in (0.0, 0.3, 1.0):
        stack = (rng.normal(100, 40, (count, *shape)) if kind.kind == "f" else rng.integers(0, 250, (count, *shape))).astype(dtype)
        stack[:, :, 0, 0] = module.highest(kind) if kind.kind == "i" else 255  # not mistaken for what is missing
        valid = rng.random(stack.shape) >= share
        expected = figures(stack, valid)
        layers = [Layer(0, 0, values, flags if share else None) for values, flags in zip(stack, valid)]
        for method, numbers in expected.items():
            values, counts = combine(layers, shape, kind, method)
            assert np.array_equal(counts, valid.sum(axis=0))
            if kind.kind != "f":
                numbers = np.rint(numbers)
            there = counts > 0
            assert values.dtype == kind
            assert np.allclose(values[there], numbers[there], rtol=1e-6), (method, share)


def test_invalid_values_may_be_nan_or_anything(tmp_path):
    rng = np.random.default_rng(0)
    stack = rng.normal(0, 1, (6, 3, 40, 50)).astype(np.float32)
    stack[rng.random(stack.shape) < 0.4] = np.nan
    stack[:, 1, 5] = np.nan
    paths = [write(tmp_path / f"{i}.tif", one, nodata=-9999 if i else None) for i, one in enumerate(stack)]
    with np.errstate(all="ignore"), pytest.warns(RuntimeWarning):
        median, mean = np.nanmedian(stack, axis=0), np.nanmean(stack.astype(float), axis=0)
    values, count, _, _ = run(tmp_path, paths)
    assert np.allclose(values, median, equal_nan=True, atol=1e-6)
    assert np.isnan(values[1, 5]).all()
    assert np.isnan(nodata_of(tmp_path / "out.tif"))
    assert np.array_equal(count, np.isfinite(stack).sum(axis=0).min(axis=0))
    assert np.allclose(run(tmp_path, paths, "mean")[0], mean, equal_nan=True, atol=1e-6)
    counts, _, _, _ = run(tmp_path, paths, "count")
    assert counts.dtype == np.uint16
    assert np.array_equal(counts, np.isfinite(stack).sum(axis=0))


def test_masks_alpha_and_each_raster_with_its_own_nodata(tmp_path):
    flags = np.array([[255, 0]], np.uint8)
    paths = [
        write(tmp_path / "zero.tif", np.array([[0, 10]], np.uint8), nodata=0),
        write(tmp_path / "mask.tif", np.array([[20, 99]], np.uint8), mask=flags),
        write(tmp_path / "alpha.tif", np.stack([np.array([[30, 98]], np.uint8), flags]), alpha=True),
        write(tmp_path / "other.tif", np.array([[77, 50]], np.uint8), nodata=77),
    ]
    values, count, _, _ = run(tmp_path, paths)
    assert values.tolist() == [[[25, 30]]]
    assert count.tolist() == [[2, 2]]
    assert nodata_of(tmp_path / "out.tif") == 0


def test_a_mosaic_side_by_side_is_not_resampled(tmp_path):
    rng = np.random.default_rng(1)
    whole = rng.integers(1, 60_000, (2, 700, 900)).astype(np.uint16)
    whole[:, 300:360, 100:160] = 0
    tiles = [(100, 50, 400, 300), (480, 0, 420, 380), (0, 320, 500, 380), (450, 340, 450, 360)]
    paths = [
        write(tmp_path / f"{i}.tif", whole[:, y : y + h, x : x + w], transform=at(x, y), nodata=0)
        for i, (x, y, w, h) in enumerate(tiles)
    ]
    covered = np.zeros(whole.shape[1:], int)
    for x, y, w, h in tiles:
        covered[y : y + h, x : x + w] += 1
    for method in ("median", "first", "mean", "max"):
        values, count, result, _ = run(tmp_path, paths, method, resampling="cubic")
        assert result.resampled == 0
        assert np.array_equal(values, np.where(covered > 0, whole, 0))
        assert np.array_equal(count, np.where((whole > 0).all(axis=0), covered, 0))
    written = RasterSource(str(tmp_path / "out.tif")).grid
    assert written.transform == at(0, 0)
    assert read_provenance(str(tmp_path / "out.tif"))["inputs"] == ["0.tif", "1.tif", "2.tif", "3.tif"]


def test_south_up_and_rotated_lattices_are_lattices_too(tmp_path):
    plane = np.arange(12, dtype=np.float32).reshape(3, 4)
    for transform, beside in (
        ((WEST, 10, 0, NORTH, 0, 10), (WEST + 40, 10, 0, NORTH + 10, 0, 10)),
        ((WEST, 8, 6, NORTH, 6, -8), (WEST + 32 + 6, 8, 6, NORTH + 24 - 8, 6, -8)),
    ):
        paths = [
            write(tmp_path / "a.tif", plane, transform=transform),
            write(tmp_path / "b.tif", plane + 100, transform=beside),  # four columns and one row further
        ]
        values, _, result, _ = run(tmp_path, paths, "first")
        assert (result.resampled, result.grid.transform) == (0, transform)
        expected = np.full((4, 8), np.nan, np.float32)
        expected[:3, :4], expected[1:, 4:] = plane, plane + 100
        assert np.array_equal(values[0], expected, equal_nan=True)


def test_blocks_bands_in_groups_and_few_open_files_change_nothing(tmp_path, monkeypatch):
    rng = np.random.default_rng(2)
    stack = rng.integers(0, 4000, (9, 5, 150, 170)).astype(np.uint16)
    paths = [write(tmp_path / f"{i}.tif", one, nodata=0) for i, one in enumerate(stack)]
    expected = run(tmp_path, paths)[:2]
    small = module._Run._blocks
    seen = []
    monkeypatch.setattr(module._Run, "_blocks", lambda self: seen.append(small(self)) or seen[-1])
    monkeypatch.setattr(module, "BUDGET", 9 * 64 * 64 * 3 * 3 * 5)
    monkeypatch.setattr(module, "HANDLES", 2)
    for name, wanted in zip(("values", "count"), expected):
        assert np.array_equal(run(tmp_path, paths)[("values", "count").index(name)], wanted)
    windows, groups = seen[0]
    assert len(windows) == 3  # whole rows, as the files hold them
    assert len(groups) == 5


def test_the_middle_of_two_and_whole_numbers_are_rounded(tmp_path):
    paths = [write(tmp_path / f"{i}.tif", np.array([[v, 60_000 + v]], np.uint16)) for i, v in enumerate((4, 9, 10, 1000))]
    assert run(tmp_path, paths)[0].tolist() == [[[10, 60010]]]  # 9.5, the half to the even number
    assert run(tmp_path, paths, "mean")[0].tolist() == [[[256, 60256]]]  # 255.75
    floats = [write(tmp_path / f"f{i}.tif", np.array([[v]], np.float32)) for i, v in enumerate((4, 9, 10, 1000))]
    assert run(tmp_path, floats)[0].tolist() == [[[9.5]]]


def test_no_value_becomes_nodata_by_chance(tmp_path):
    a = write(tmp_path / "a.tif", np.array([[-1, 7]], np.int16), nodata=0)
    b = write(tmp_path / "b.tif", np.array([[1, -32768]], np.int16), nodata=-32768)
    values, count, _, _ = run(tmp_path, [a, b], "mean")
    assert values.tolist() == [[[1, 7]]]  # the mean of -1 and 1 would be nodata
    assert count.tolist() == [[2, 1]]
    full = write(tmp_path / "c.tif", np.array([[65535, 3]], np.uint16))
    assert run(tmp_path, [full])[0].tolist() == [[[65534, 3]]]
    assert nodata_of(tmp_path / "out.tif") == 65535


def test_bands_go_by_name_in_any_order_else_by_position(tmp_path):
    planes = np.arange(1, 4, dtype=np.uint16)[:, None, None] * np.full((3, 2, 2), 100, np.uint16)
    a = write(tmp_path / "a.tif", planes[:2], names=["B04", "B08"])
    b = write(tmp_path / "b.tif", planes[::-1] + 10, names=["SCL", "B8", "red"])
    values, _, _, log = run(tmp_path, [a, b], "max")
    assert values[:, 0, 0].tolist() == [110, 210]
    assert RasterSource(str(tmp_path / "out.tif")).band_names() == ["B04", "B08"]
    assert any("found by name: B04, B08" in line for line in log.lines)
    lacking = write(tmp_path / "c.tif", planes[:2], names=["B04", "B03"])
    with pytest.raises(PantauError, match=r"c.tif does not have each band of a.tif once \(B08\)"):
        run(tmp_path, [a, lacking])
    unnamed = write(tmp_path / "d.tif", planes[:2] + 50)
    values, _, _, log = run(tmp_path, [a, unnamed], "max")
    assert values[:, 0, 0].tolist() == [150, 250]
    assert any("by position" in line for line in log.warnings)
    with pytest.raises(PantauError, match="d.tif has 2 bands and e.tif has 3"):
        run(tmp_path, [write(tmp_path / "e.tif", planes), unnamed])
    single = [write(tmp_path / f"{name}.tif", planes[:1], names=[name]) for name in ("VH January", "VH February")]
    assert "called differently" in run(tmp_path, single)[3].warnings[0]


def declare(path, scale, offset):
    dataset = gdal.Open(path, gdal.GA_Update)
    for number in range(1, dataset.RasterCount + 1):
        dataset.GetRasterBand(number).SetScale(scale)
        dataset.GetRasterBand(number).SetOffset(offset)
    return path


def test_one_scale_is_kept_and_different_ones_become_physical_values(tmp_path):
    def two_dates(names):
        return [write(tmp_path / name, np.array([[v, v + 1000]], np.uint16), nodata=0) for name, v in names.items()]

    a, b, c = two_dates({"a.tif": 2000, "b.tif": 2200, "c.tif": 3000})
    for path in (a, b):
        declare(path, 0.0001, -0.1)
    values, _, _, _ = run(tmp_path, [a, b], "mean")
    assert values.dtype == np.uint16
    assert values.tolist() == [[[2100, 3100]]]
    assert RasterSource(str(tmp_path / "out.tif")).scale_offset() == (0.0001, -0.1)
    declare(c, 0.0001, 0.0)  # as before processing baseline 04.00: the numbers 2200 and 3000 are 0.12 and 0.3
    values, _, _, log = run(tmp_path, [a, b, c])
    assert values.dtype == np.float32
    assert np.allclose(values, [[[0.12, 0.22]]], atol=1e-7)
    assert RasterSource(str(tmp_path / "out.tif")).scale_offset() == (1, 0)
    assert np.isnan(nodata_of(tmp_path / "out.tif"))
    assert any("physical values" in line for line in log.lines)
    decimals = write(tmp_path / "d.tif", np.array([[0.2, 0.3]], np.float32))
    undeclared = write(tmp_path / "e.tif", np.array([[2000, 3000]], np.uint16))
    assert "same unit" in run(tmp_path, [undeclared, decimals])[3].warnings[0]


def test_a_raster_in_other_units_is_refused(tmp_path):
    """Reflectance x 10 000 that declares its scale, and an export of the same ground that does not."""
    said = declare(write(tmp_path / "said.tif", np.array([[2000, 2400]], np.int16)), 0.0001, 0.0)
    export = write(tmp_path / "export.tif", np.array([[2010, 2390]], np.uint16))
    with pytest.raises(
        PantauError, match="export.tif declares no scale and holds values around 2200, those of said.tif are around 0.22"
    ):
        run(tmp_path, [said, export])
    decimals = write(tmp_path / "decimals.tif", np.array([[0.2, 0.24]], np.float32))
    assert np.allclose(run(tmp_path, [said, decimals])[0], [[[0.2, 0.24]]])


def test_the_type_holds_all_rasters(tmp_path):
    for types, expected in (
        (("uint8", "uint16"), "uint16"), (("uint16", "uint8"), "uint16"), (("uint16", "int16"), "int32"),
        (("int16", "uint8"), "int16"), (("uint16", "float32"), "float32"), (("int32", "float32"), "float64"),
    ):  # fmt: skip
        paths = [write(tmp_path / f"{i}.tif", np.full((2, 2), 100, kind)) for i, kind in enumerate(types)]
        assert run(tmp_path, paths)[0].dtype == expected


def test_other_grids_come_to_the_first_ones_pixels(tmp_path):
    # value = x + y in metres from the corner: a plane, which bilinear interpolation reproduces
    def plane(x, y, cols, rows, size):
        east = 10 * x + size * (np.arange(cols) + 0.5)
        south = 10 * y + size * (np.arange(rows) + 0.5)
        return (east[None] + south[:, None]).astype(np.float32)

    a = write(tmp_path / "a.tif", plane(0, 0, 40, 40, 10))
    shifted = write(tmp_path / "b.tif", plane(20.5, 10.3, 60, 60, 10), transform=at(20.5, 10.3))
    coarse = write(tmp_path / "c.tif", plane(-10, 30, 20, 20, 20), transform=at(-10, 30, 20.0))
    values, count, result, log = run(tmp_path, [a, shifted, coarse], "mean")
    assert result.resampled == 2
    assert any("2 of 3 rasters lie on another grid and are resampled (bilinear)" in line for line in log.lines)
    grid = result.grid
    assert (grid.transform, grid.width, grid.height) == (at(-10, 0), 91, 71)
    expected = plane(-10, 0, 91, 71, 10)
    there = np.isfinite(values[0])
    assert np.array_equal(there, count > 0)
    assert there[:40, 10:50].all()
    # At a raster's edge there is less to interpolate from.
    for row in (10, 30, 70):
        there[row - 2 : row + 2] = False
    for column in (0, 30, 40, 90):
        there[:, max(0, column - 2) : column + 2] = False
    assert there.sum() > 2000
    assert np.allclose(values[0][there], expected[there], atol=0.05)
    # the reference's grid instead
    reference = write(tmp_path / "r.tif", np.zeros((30, 25), np.uint8), transform=at(25, 15))
    values, _, result, _ = run(tmp_path, [a, shifted], "mean", reference=Raster(reference))
    assert (result.grid.transform, result.resampled) == (at(25, 15), 1)
    assert np.allclose(values[0][:, :13], plane(25, 15, 25, 30, 10)[:, :13], atol=0.05)


def test_two_utm_zones_and_degrees_meet(tmp_path):
    # Borneo on the border of zones 49 and 50, at 114 degrees east: every raster holds its longitudes, computed from its CRS
    def longitudes(path, epsg, transform, cols, rows):
        east = transform[0] + transform[1] * (np.arange(cols) + 0.5)
        north = transform[3] + transform[5] * (np.arange(rows) + 0.5)
        points = np.array([(x, y) for y in north for x in east])
        if epsg != 4326:
            origin, target = osr.SpatialReference(), osr.SpatialReference()
            origin.ImportFromEPSG(epsg)
            target.ImportFromEPSG(4326)
            target.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
            points = np.array(osr.CoordinateTransformation(origin, target).TransformPoints(points.tolist()))
        return write(path, points[:, 0].reshape(rows, cols), epsg=epsg, transform=transform)

    a = longitudes(tmp_path / "49.tif", 32749, (816_000, 100, 0, 9_900_000, 0, -100), 240, 60)
    b = longitudes(tmp_path / "50.tif", 32750, (160_000, 100, 0, 9_900_000, 0, -100), 240, 60)
    c = longitudes(tmp_path / "degrees.tif", 4326, (113.95, 0.001, 0, -0.9, 0, -0.001), 100, 60)
    for paths in ([a, b, c], [c, b, a]):
        values, count, result, _ = run(tmp_path, paths)
        grid = result.grid
        expected = longitudes(tmp_path / "e.tif", 32749 if paths[0] == a else 4326, grid.transform, grid.width, grid.height)
        there = count > 0
        assert result.resampled == 2
        assert (count == 3).sum() > 1000
        assert np.allclose(values[0][there], read(expected)[0][there], atol=2e-5)  # a fiftieth of a pixel


def test_only_the_area_of_interest_is_read_and_written(tmp_path):
    paths = [write(tmp_path / f"{i}.tif", np.full((60, 80), i + 5, np.uint16), nodata=0) for i in range(3)]
    elsewhere = write(tmp_path / "far.tif", np.ones((10, 10), np.uint16), transform=at(80, 0), nodata=0)
    # Its long side passes 1 m beside the centres of the pixels on the diagonal.
    triangle = ogr.CreateGeometryFromWkt(
        f"POLYGON(({WEST + 101} {NORTH - 102},{WEST + 299} {NORTH - 102},{WEST + 299} {NORTH - 300},{WEST + 101} {NORTH - 102}))"
    )
    aoi = Polygons([bytes(triangle.ExportToWkb())], "")
    values, count, result, log = run(tmp_path, [*paths, elsewhere], aoi=aoi)
    assert (result.grid.transform, result.grid.width, result.grid.height) == (at(10, 10), 20, 20)
    assert "far.tif" in log.warnings[0]
    inside = np.arange(20)[None] >= np.arange(20)[:, None]
    assert np.array_equal(values[0], np.where(inside, 6, 0))
    assert np.array_equal(count, np.where(inside, 3, 65535))
    with pytest.raises(PantauError, match="outside the raster"):
        far = ogr.CreateGeometryFromWkt("POLYGON((0 0,1 0,1 1,0 0))")
        run(tmp_path, paths, aoi=Polygons([bytes(far.ExportToWkb())], ""))


def test_many_polygons_limit_the_same_with_many_threads(tmp_path, monkeypatch):
    rng = np.random.default_rng(0)
    path = write(tmp_path / "a.tif", np.full((1024, 1024), 7, np.uint16))
    wkb = []
    for east, south in rng.uniform(0, 10_240, (300, 2)):
        circle = ogr.CreateGeometryFromWkt(f"POINT({WEST + east} {NORTH - south})").Buffer(rng.uniform(100, 800))
        wkb.append(bytes(circle.ExportToWkb()))
    monkeypatch.setattr(module, "LARGEST", 128)
    results = []
    for cores in (2, 9, 9):
        monkeypatch.setattr(module.os, "cpu_count", lambda cores=cores: cores)
        results.append(run(tmp_path, [path], aoi=Polygons(wkb, ""))[:2])
    for values, count in results[1:]:
        assert np.array_equal(values, results[0][0])
        assert np.array_equal(count, results[0][1])


def class_map(path, codes, legend, nodata=None, column=0):
    """Write a class raster. legend: (code, name) of each class."""
    grid = RasterSource(write(f"{path}.plain.tif", codes, transform=at(column, 0))).grid
    entries = Legend(tuple(LegendEntry(code, name, name, "#006400") for code, name in legend))
    with Outputs() as outputs:
        outputs.create("o", str(path), grid, codes.dtype, 1, nodata, legend=entries).write(0, 0, codes)
    os.remove(f"{path}.plain.tif")
    return str(path)


@pytest.mark.parametrize("method", ["first", "min", "max"])
def test_a_mosaic_of_class_maps_changes_no_class(tmp_path, method):
    # the no data of the first is a class of the second
    a = class_map(tmp_path / "a.tif", np.array([[2, 0]], np.uint8), [(1, "water"), (2, "forest")], nodata=0)
    b = class_map(tmp_path / "b.tif", np.array([[0, 1]], np.uint8), [(0, "other"), (1, "water")], nodata=255, column=2)
    values, count, _, _ = run(tmp_path, [a, b], method)
    nodata = nodata_of(tmp_path / "out.tif")
    assert nodata == 255
    assert values.tolist() == [[[2, nodata, 0, 1]]]
    assert count.tolist() == [[1, 0, 1, 1]]
    # as long as it is none, it stays
    c = class_map(tmp_path / "c.tif", np.array([[1, 255]], np.uint8), [(1, "water")], nodata=255, column=2)
    assert run(tmp_path, [a, c], method)[0].tolist() == [[[2, 0, 1, 0]]]


def test_a_type_full_of_classes_is_widened_for_no_data(tmp_path):
    codes = np.arange(256, dtype=np.uint8)[None]
    full = class_map(tmp_path / "a.tif", codes, [(code, f"class {code}") for code in range(256)])
    beyond = class_map(tmp_path / "b.tif", codes[:, :1], [(0, "class 0")], column=257)
    values, _, _, _ = run(tmp_path, [full, beyond], "first")
    assert values.dtype == np.uint16
    assert nodata_of(tmp_path / "out.tif") == 65535
    assert values[0, 0].tolist() == [*range(256), 65535, 0]


def test_a_code_without_a_name_is_not_mistaken_for_no_data(tmp_path):
    a = class_map(tmp_path / "a.tif", np.array([[2, 0]], np.uint8), [(2, "forest")], nodata=0)
    b = class_map(tmp_path / "b.tif", np.array([[0, 2]], np.uint8), [(2, "forest")], column=2)
    files = sorted(os.listdir(tmp_path))
    with pytest.raises(PantauError, match="code 0.*stands for no data"):
        run(tmp_path, [a, b], "first")
    assert sorted(os.listdir(tmp_path)) == files


def test_class_maps_whose_codes_mean_different_things(tmp_path):
    one, other = np.array([[1, 2]], np.uint8), np.array([[2, 3]], np.uint8)
    a = class_map(tmp_path / "a.tif", one, [(1, "water"), (2, "forest")])
    b = class_map(tmp_path / "b.tif", other, [(1, "Water"), (2, "mine"), (3, "town")], column=2)
    again = class_map(tmp_path / "again.tif", other, [(1, "Water"), (2, "mine"), (3, "town")], column=4)
    _, _, _, log = run(tmp_path, [a, b, again], "first")
    assert log.warnings == [
        "a.tif and b.tif give some codes different names (2: forest / mine): the mosaic keeps one name for each code, so check that "
        "they mean the same."
    ]
    assert [entry.name for entry in read_legend(str(tmp_path / "out.tif"))] == ["water", "forest", "town"]
    assert run(tmp_path, [a, b, again], "count")[3].warnings == []
    swapped = class_map(tmp_path / "c.tif", one, [(1, "forest"), (2, "water")], column=2)
    with pytest.raises(PantauError, match="a.tif and c.tif call no class alike .1: water / forest, 2: forest / water."):
        run(tmp_path, [a, swapped], "first")


def test_messages_name_the_method_in_the_users_language(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "tr", lambda text: {"minimum": "nilai terendah", "mean": "rerata"}.get(text, text))
    a = class_map(tmp_path / "a.tif", np.ones((2, 2), np.uint8), [(1, "forest")])
    assert run(tmp_path, [a], "min")[3].lines[-1].startswith("nilai terendah of 1 rasters, 2 x 2 px")
    with pytest.raises(PantauError, match="which have no rerata: choose"):
        run(tmp_path, [a], "mean")


def test_class_maps_keep_their_legend_and_have_no_mean(tmp_path):
    legend = Legend((LegendEntry(0, "Forest", "Hutan", "#006400"), LegendEntry(255, "Mine", "Tambang", "#D7301F")))
    paths = []
    for i, shift in enumerate((0, 3.4)):
        source = RasterSource(write(tmp_path / f"plain{i}.tif", np.zeros((6, 6), np.uint8), transform=at(shift, 0)))
        codes = np.where(np.arange(6) < 3, 0, 255)[None].repeat(6, 0).astype(np.uint8)
        with Outputs() as outputs:
            outputs.create("o", str(tmp_path / f"{i}.tif"), source.grid, np.uint8, 1, None, legend=legend).write(0, 0, codes)
        paths.append(str(tmp_path / f"{i}.tif"))
    values, _, _, _ = run(tmp_path, paths, "first")
    assert set(np.unique(values)) == {0, 254, 255}  # both classes, and nodata beside them
    assert nodata_of(tmp_path / "out.tif") == 254
    assert read_legend(str(tmp_path / "out.tif")).find(255).name == "Mine"
    with pytest.raises(PantauError, match="holds classes, which have no median"):
        run(tmp_path, paths)


def test_mistakes_are_said_and_leave_nothing(tmp_path):
    a = write(tmp_path / "a.tif", np.ones((20, 20), np.uint8))
    far = write(tmp_path / "far.tif", np.ones((20, 20), np.uint8), transform=at(50_000_000, 0))
    degrees = write(tmp_path / "d.tif", np.ones((20, 20), np.uint8), epsg=4326, transform=(10, 0.001, 0, 50, 0, -0.001))
    for paths, settings, match in (
        ([], {}, "no raster to combine"),
        ([a, far], {}, "lie so far apart"),
        ([a, degrees], {}, "lie so far apart|cannot be brought"),
        ([a], {"reference": Raster(far)}, "None of the rasters reaches"),
        ([str(tmp_path / "none.tif")], {}, "There is no raster at"),
    ):
        with pytest.raises(PantauError, match=match):
            run(tmp_path, paths, **settings)
    assert sorted(os.listdir(tmp_path)) == ["a.tif", "d.tif", "far.tif"]


def test_a_cancelled_run_and_a_damaged_raster_leave_nothing_open_or_written(tmp_path):
    rng = np.random.default_rng(3)
    paths = [write(tmp_path / f"{i}.tif", rng.integers(0, 9, (3, 700, 700)).astype(np.uint16)) for i in range(4)]

    class Cancel(Monitor):
        def progress(self, done, total):
            return not done

    with pytest.raises(Cancelled):
        composite([Raster(path) for path in paths], Settings(), str(tmp_path / "out.tif"), None, monitor=Cancel())
    with open(paths[2], "r+b") as file:
        file.truncate(os.path.getsize(paths[2]) // 2)
    with pytest.raises(PantauError, match="2.tif cannot be read"):
        composite([Raster(path) for path in paths], Settings(), str(tmp_path / "out.tif"), None)
    assert sorted(os.listdir(tmp_path)) == ["0.tif", "1.tif", "2.tif", "3.tif"]
    assert threading.active_count() < 8


def test_a_mosaic_is_what_gdal_makes_of_it(tmp_path):
    # gdalbuildvrt's last raster lies on top, ours the first
    rng = np.random.default_rng(4)
    paths = []
    for i in range(12):
        band = rng.integers(0, 3, (90, 90)).astype(np.uint8)
        paths.append(write(tmp_path / f"{i}.tif", band, transform=at(60 * (i % 4), 70 * (i // 4)), nodata=0, epsg=UTM50S))
    vrt = gdal.BuildVRT("", paths[::-1])
    assert np.array_equal(run(tmp_path, paths, "first")[0][0], vrt.ReadAsArray())
