"""Training patches: scenes of a few pixels whose shares can be counted, and a split whose distances are measured one by one."""

import csv
import json
import math
import os
import time

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.legend import DOMAIN, read_legend, read_provenance
from pantau.plugin.engine.segmentation.evaluation import Reference
from pantau.plugin.engine.segmentation.tile_split import LEFT_OUT, TRAINING, VALIDATION, Lattice, draw, split
from pantau.plugin.engine.segmentation.training_tiles import Clouds, Settings, make_tiles, parse_codes
from scenes import UTM50S, Notes, read, write

HEADER = "tile,spatial_group,split,mine_fraction,nodata_fraction,cloud_fraction,lon,lat,row,col"
WEST, NORTH = 500_000.0, 9_900_000.0


def crs(epsg):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return reference.ExportToWkt()


def box(col, row, right, bottom, epsg=UTM50S):
    """A polygon around pixels of 10 m; columns and rows count from the scenes' upper left corner."""
    west, east, north, south = WEST + 10 * col, WEST + 10 * right, NORTH - 10 * row, NORTH - 10 * bottom
    shape = ogr.CreateGeometryFromWkt(f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))")
    return bytes(shape.ExportToWkb())


def boxes(*shapes):
    return Polygons([box(*shape) for shape in shapes], crs(UTM50S))


def noise(rows, cols, bands=2, seed=0):
    return np.random.default_rng(seed).integers(1, 5000, (bands, rows, cols)).astype(np.uint16)


def cut(tmp_path, image, labels, folder="out", clouds=None, monitor=None, publish=None, **settings):
    """Run on files or polygons; returns (result, lines of the table as dictionaries, the folder)."""
    settings = {"tile": 16, "stride": 16, "group_distance_m": 0, **settings}
    reference = Reference(polygons=labels, name="drawn") if isinstance(labels, Polygons) else Reference(str(labels))
    place = tmp_path / folder
    result = make_tiles(str(image), reference, Settings(**settings), str(place), clouds=clouds, monitor=monitor, publish=publish)
    with open(place / "tiles.csv", newline="") as table:
        return result, list(csv.DictReader(table)), place


def patch(folder, number, kind="image"):
    return read(folder / f"{kind}_{number:03d}.tif")


# -- what is written


def test_patches_are_the_rasters_own_pixels(tmp_path):
    image = noise(48, 64, 3)
    path = write(tmp_path / "i.tif", image, nodata=0, names=["B04", "B03", "B02"])
    truth = np.zeros((48, 64), np.uint8)
    truth[20:30, 20:44] = 1
    result, rows, folder = cut(tmp_path, path, write(tmp_path / "t.tif", truth), bands="B02,B04", train_share=1, empty_share=0.5)
    # columns 20 to 44 lie in the patches at 16 and 32, rows 20 to 30 in those at 16
    assert [(int(r["row"]), int(r["col"])) for r in rows if float(r["mine_fraction"])] == [(16, 16), (16, 32)]
    assert [float(r["mine_fraction"]) for r in rows if float(r["mine_fraction"])] == [12 * 10 / 256] * 2
    assert (len(rows), result.empty) == (4, 2)
    assert (folder / "tiles.csv").read_text().splitlines()[0] == HEADER
    assert [r["tile"] for r in rows] == ["0", "1", "2", "3"]
    for number, line in enumerate(rows):
        row, col = int(line["row"]), int(line["col"])
        assert np.array_equal(patch(folder, number), image[[2, 0], row : row + 16, col : col + 16])
        assert np.array_equal(patch(folder, number, "mask")[0], truth[row : row + 16, col : col + 16])
        tile, mask = (gdal.Open(str(folder / f"{kind}_{number:03d}.tif")) for kind in ("image", "mask"))
        for one in (tile, mask):
            assert one.GetGeoTransform() == (WEST + 10 * col, 10, 0, NORTH - 10 * row, 0, -10)
            assert one.GetSpatialRef().IsSame(gdal.Open(path).GetSpatialRef())
            assert one.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "DEFLATE"
        assert [tile.GetRasterBand(n).GetDescription() for n in (1, 2)] == ["B02", "B04"]
        assert (tile.GetRasterBand(1).DataType, tile.GetRasterBand(1).GetNoDataValue()) == (gdal.GDT_UInt16, 0)
        assert (mask.GetRasterBand(1).DataType, mask.GetRasterBand(1).GetNoDataValue()) == (gdal.GDT_Byte, 255)
    assert [entry.code for entry in read_legend(str(folder / "mask_000.tif"))] == [0, 1]
    provenance = read_provenance(str(folder / "image_000.tif"))
    assert (provenance["algorithm"], provenance["seed"], provenance["row"]) == ("pantau:trainingtiles", 0, int(rows[0]["row"]))
    assert json.loads(mask.GetMetadataItem("provenance", DOMAIN))["bands"] == [3, 1]
    assert sorted(os.listdir(tmp_path)) == ["i.tif", "out", "t.tif"]


def test_the_edge_is_covered_by_patches_moved_inwards(tmp_path):
    image = write(tmp_path / "i.tif", noise(40, 50))
    _, rows, _ = cut(tmp_path, image, boxes((0, 0, 49, 40)), train_share=1)
    assert [(int(r["row"]), int(r["col"])) for r in rows] == [(y, x) for y in (0, 16, 24) for x in (0, 16, 32, 34)]
    assert [float(r["mine_fraction"]) for r in rows][:4] == [1, 1, 1, 15 / 16]
    _, rows, _ = cut(tmp_path, image, boxes((0, 0, 49, 40)), folder="b", train_share=1, stride=8)
    assert sorted({int(r["col"]) for r in rows}) == [0, 8, 16, 24, 32, 34]
    _, rows, _ = cut(tmp_path, image, boxes((0, 0, 49, 40)), folder="c", train_share=1, stride=20)
    assert sorted({int(r["col"]) for r in rows}) == [0, 20, 34]


def test_the_middle_of_a_patch_in_degrees(tmp_path):
    # zone 50 S: 500 000 m is 117 degrees east, 10 000 000 m the equator
    image = write(tmp_path / "i.tif", noise(16, 16), transform=(WEST - 80, 10, 0, 10_000_080, 0, -10))
    _, rows, _ = cut(
        tmp_path, image, write(tmp_path / "t.tif", np.tri(16, dtype=np.uint8), transform=(WEST - 80, 10, 0, 10_000_080, 0, -10))
    )
    assert [float(rows[0][key]) for key in ("lon", "lat")] == pytest.approx([117, 0], abs=2e-6)


@pytest.mark.parametrize(("stride", "dtype"), [(16, np.uint16), (7, np.float32), (23, np.float64), (5, np.int16)])
def test_shares_are_those_that_one_counts_in_each_patch(tmp_path, stride, dtype):
    rng = np.random.default_rng(3)
    image = noise(90, 130).astype(dtype)
    gone = np.zeros((90, 130), bool)
    gone[:40, 100:] = gone[70:75, 20:60] = True
    image[1, gone] = np.nan if dtype in (np.float32, np.float64) else 0
    truth = (rng.random((90, 130)) < 0.02).astype(np.uint8)
    truth[50:60] = 9  # no data
    truth[60:62, :70] = 4  # ignored
    cloudy = np.zeros((90, 130), np.uint8)
    cloudy[10:30, 30:50] = 1
    inside = np.zeros((90, 130), bool)
    inside[3:88, 2:120] = True
    paths = write(tmp_path / "i.tif", image, nodata=0), write(tmp_path / "t.tif", truth, nodata=9)
    clouds = Clouds(write(tmp_path / "c.tif", cloudy))
    result, rows, folder = cut(
        tmp_path, *paths, stride=stride, clouds=clouds, ignore=4, aoi=boxes((2, 3, 120, 88)), train_share=1, empty_share=0.99,
        max_cloud_percent=60, max_nodata_percent=70,
    )  # fmt: skip
    mask = np.where(truth == 1, 1, 0)
    cloudy = (cloudy == 1) & ~gone & inside
    mask[gone | ~inside | cloudy | (truth == 9) | (truth == 4)] = 255
    ys, xs = ([*range(start, end - 15, stride)] for start, end in ((3, 88), (2, 120)))
    for starts, end in ((ys, 88), (xs, 120)):
        if starts[-1] + 16 < end:
            starts.append(end - 16)
    expected, clouded, missing = [], 0, 0
    for y in ys:
        for x in xs:
            here, cloud = mask[y : y + 16, x : x + 16], cloudy[y : y + 16, x : x + 16].mean()
            nodata = (here == 255).mean() - cloud
            missing += nodata > 0.7
            clouded += nodata <= 0.7 and cloud > 0.6
            if nodata <= 0.7 and cloud <= 0.6:
                expected.append((y, x, (here == 1).mean(), nodata, cloud))
    found = [tuple(float(r[k]) for k in ("row", "col", "mine_fraction", "nodata_fraction", "cloud_fraction")) for r in rows]
    assert found == [pytest.approx(one, abs=1e-6) for one in expected]
    assert (result.too_cloudy, result.too_empty, result.looked_at) == (clouded, missing, len(ys) * len(xs))
    assert missing
    assert clouded or stride == 23
    for number, (y, x, *_) in enumerate(expected):
        assert np.array_equal(patch(folder, number, "mask")[0], mask[y : y + 16, x : x + 16])
        assert np.array_equal(patch(folder, number), image[:, y : y + 16, x : x + 16], equal_nan=np.dtype(dtype).kind == "f")
    assert gdal.GetDataTypeName(gdal.Open(str(folder / "image_000.tif")).GetRasterBand(1).DataType) == {
        "uint16": "UInt16", "float32": "Float32", "float64": "Float64", "int16": "Int16"}[np.dtype(dtype).name]  # fmt: skip
    assert result.mine_pixels == sum(round(one[2] * 256) for one in expected)


def test_transparent_and_masked_pixels_are_not_known(tmp_path):
    image = noise(32, 32)
    image[1] = 255
    image[1, :16, :8] = 0
    alpha = write(tmp_path / "a.tif", image, alpha=True)
    result, rows, folder = cut(tmp_path, alpha, boxes((4, 0, 32, 32)), train_share=1)
    assert patch(folder, 0).shape == (1, 16, 16)
    mask = patch(folder, 0, "mask")[0]
    assert (mask[:, :8] == 255).all()
    assert (mask[:, 8:] == 1).all()
    assert float(rows[0]["nodata_fraction"]) == 0.5
    hidden = np.full((32, 32), 255, np.uint8)
    hidden[:16] = 0
    masked = write(tmp_path / "m.tif", image, mask=hidden)
    result, rows, _ = cut(tmp_path, masked, boxes((4, 0, 32, 32)), folder="b", train_share=1)
    assert [r["row"] for r in rows] == ["16", "16"]
    assert result.too_empty == 2


def test_south_up_rasters_are_cut_as_they_lie(tmp_path):
    image = noise(32, 32)
    path = write(tmp_path / "i.tif", image, transform=(WEST, 10, 0, NORTH - 320, 0, 10))
    _, rows, folder = cut(tmp_path, path, boxes((0, 0, 16, 20)), train_share=1, empty_share=0.99)
    # the polygon covers the northern 20 rows, which are the raster's last
    assert [float(r["mine_fraction"]) for r in rows] == [0.25, 0, 1, 0]
    assert np.array_equal(patch(folder, 2), image[:, 16:, :16])
    assert gdal.Open(str(folder / "image_002.tif")).GetGeoTransform() == (WEST, 10, 0, NORTH - 160, 0, 10)


def test_labels_on_another_grid_and_in_another_crs(tmp_path):
    image = write(tmp_path / "i.tif", noise(32, 32))
    coarse = np.zeros((2, 4), np.uint8)
    coarse[0, 0] = 1  # 16 x 8 pixels of the image
    labels = write(tmp_path / "t.tif", coarse, transform=(WEST, 80, 0, NORTH, 0, -160))
    _, rows, folder = cut(tmp_path, image, labels, train_share=1, empty_share=0.99)
    assert [float(r["mine_fraction"]) for r in rows] == [0.5, 0, 0, 0]
    assert (patch(folder, 0, "mask")[0, :, :8] == 1).all()
    degrees = gdal.Warp(str(tmp_path / "d.tif"), labels, dstSRS="EPSG:4326", xRes=1e-5, yRes=1e-5)
    degrees = None  # noqa: F841, closes the file
    _, rows, _ = cut(tmp_path, image, tmp_path / "d.tif", folder="b", train_share=1, empty_share=0.99)
    assert [float(r["mine_fraction"]) for r in rows][:2] == pytest.approx([0.5, 0], abs=0.04)


def test_which_codes_are_mines(tmp_path):
    image = write(tmp_path / "i.tif", noise(16, 48))
    truth = np.zeros((16, 48), np.uint8)
    truth[:, :8], truth[:, 8:16], truth[:, 16:20], truth[:, 40:] = 3, 7, 9, 3
    path, notes = write(tmp_path / "t.tif", truth), Notes()
    shares = {}
    for name, settings in (("all", {}), ("one", {"classes": [3]}), ("two", {"classes": [3, 9], "ignore": 7})):
        _, rows, folder = cut(tmp_path, image, path, folder=name, monitor=notes, train_share=1, empty_share=0.99, **settings)
        shares[name] = [(float(r["mine_fraction"]), float(r["nodata_fraction"])) for r in rows]
    assert shares == {
        "all": [(1, 0), (0.25, 0), (0.5, 0)], "one": [(0.5, 0), (0, 0), (0.5, 0)], "two": [(0.5, 0.5), (0.25, 0), (0.5, 0)],
    }  # fmt: skip
    assert len(notes.warnings) == 1
    assert "the codes 3, 7, 9, and all are taken as mines" in notes.warnings[0]
    assert set(np.unique(patch(folder, 0, "mask"))) == {1, 255}


def test_a_background_marked_as_no_data_is_no_mine(tmp_path):
    image = write(tmp_path / "i.tif", noise(16, 32))
    truth = np.zeros((16, 32), np.uint8)
    truth[:, :4] = 1
    path, notes = write(tmp_path / "t.tif", truth, nodata=0), Notes()
    _, rows, _ = cut(tmp_path, image, path, monitor=notes, train_share=1, empty_share=0.99)
    assert [(float(r["mine_fraction"]), float(r["nodata_fraction"])) for r in rows] == [(0.25, 0), (0, 0)]
    assert any("declares 0 as no data" in line for line in notes.lines)
    with pytest.raises(PantauError, match="nothing but mines"):
        cut(tmp_path, image, path, folder="b", classes=[1])


# -- clouds


def test_a_scene_classification_is_known_by_its_codes_or_its_name(tmp_path):
    image = write(tmp_path / "i.tif", noise(16, 64))
    scl = np.full((16, 64), 4, np.uint8)
    scl[:8, :16], scl[:, 16:20], scl[:, 32:48] = 8, 3, 9  # half of the first, a quarter of the second, all of the third
    scl[8:, 48:] = 5
    labels = boxes((0, 8, 64, 12))
    for name, array in (("clouds.tif", scl), ("T50_SCL_20m.tif", np.where(scl == 5, 4, scl).astype(np.uint8))):
        path = write(tmp_path / name, array, nodata=0)
        result, rows, folder = cut(
            tmp_path, image, labels, folder=name + "_", clouds=Clouds(path), train_share=1, max_cloud_percent=50
        )
        assert [float(r["cloud_fraction"]) for r in rows] == [0.5, 0.25, 0]
        assert result.too_cloudy == 1
        assert (patch(folder, 0, "mask")[0, :8] == 255).all()
        assert float(rows[1]["mine_fraction"]) == 12 * 4 / 256


def test_other_cloud_masks(tmp_path):
    image, labels, notes = write(tmp_path / "i.tif", noise(16, 32)), boxes((0, 8, 32, 12)), Notes()
    mask = np.zeros((4, 8), np.uint8)  # on a grid four times as coarse
    mask[:2, :2] = 2
    path = write(tmp_path / "c.tif", mask, transform=(WEST, 40, 0, NORTH, 0, -40))
    _, rows, _ = cut(tmp_path, image, labels, clouds=Clouds(path), monitor=notes, train_share=1, max_cloud_percent=50)
    assert [float(r["cloud_fraction"]) for r in rows] == [0.25, 0]
    assert any("every code of c.tif but 0" in line for line in notes.lines)
    _, rows, _ = cut(tmp_path, image, labels, folder="b", clouds=Clouds(path, codes=[1]), train_share=1)
    assert [float(r["cloud_fraction"]) for r in rows] == [0, 0]
    mask[3, :4] = 1, 2, 3, 4  # Fmask: 1 is water
    path = write(tmp_path / "f.tif", mask, transform=(WEST, 40, 0, NORTH, 0, -40))
    with pytest.raises(PantauError, match="f.tif holds the codes 1, 2, 3, 4, and nothing says which are clouds"):
        cut(tmp_path, image, labels, folder="c", clouds=Clouds(path))


# -- the split


def apart_px(one, other, tile):
    return max(0, abs(one[0] - other[0]) - tile), max(0, abs(one[1] - other[1]) - tile)


@pytest.mark.parametrize(("shape", "share", "reach", "stride"), [
    ((12, 12), 1.0, 20, 16), ((12, 12), 1.0, 16, 16), ((20, 30), 0.3, 33, 16), ((20, 30), 0.5, 3, 5), ((9, 40), 1.0, 40, 16), ((30, 30), 0.05, 50, 16),
])  # fmt: skip
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_sides_keep_their_distance(shape, share, reach, stride, seed):
    rng = np.random.default_rng(seed)
    rows, cols = [stride * n for n in range(shape[0] - 1)], [stride * n for n in range(shape[1] - 1)]
    rows, cols = [*rows, rows[-1] + 3], [*cols, cols[-1] + 2]  # the last ones moved inwards
    lattice = Lattice(rows, cols, 16, (reach, reach))
    present = rng.random(shape) < share
    i, j = np.nonzero(present)
    weight = rng.exponential(size=len(i))
    sides = split(lattice, i, j, weight, 0.8, seed)
    flags = [np.zeros(shape, bool), np.zeros(shape, bool)]
    for side in (TRAINING, VALIDATION):
        flags[side][i[sides == side], j[sides == side]] = True
    drawn = draw(lattice, ~present, *flags, (12, 4), seed)
    places = [[(rows[a], cols[b]) for a, b in zip(*np.nonzero(flags[side] | drawn[side]))] for side in (TRAINING, VALIDATION)]
    assert all(places)
    assert min(max(apart_px(one, other, 16)) for one in places[0] for other in places[1]) >= reach
    assert not (drawn[0] & present).any()
    kept = sides != LEFT_OUT
    assert abs((sides == TRAINING).sum() / kept.sum() - 0.8) < 0.12
    assert abs(weight[sides == TRAINING].sum() / weight[kept].sum() - 0.8) < 0.15
    if reach < 25:
        assert kept.mean() > 0.8


def test_groups_are_those_that_one_finds_pair_by_pair():
    rng = np.random.default_rng(0)
    for seed in range(20):
        rows, cols = sorted({0, *rng.integers(0, 300, 14).tolist()}), sorted({0, *rng.integers(0, 300, 14).tolist()})
        lattice = Lattice(rows, cols, 16, (int(rng.integers(0, 20)), int(rng.integers(0, 20))))
        i, j = np.nonzero(rng.random(lattice.shape) < 0.25)
        bound = rng.integers(-6, 3, len(i)).clip(-1) if seed % 2 else None
        labels = list(range(len(i)))
        for a in range(len(i)):
            for b in range(a):
                close = abs(rows[i[a]] - rows[i[b]]) < lattice.span[0] and abs(cols[j[a]] - cols[j[b]]) < lattice.span[1]
                if close or (bound is not None and bound[a] == bound[b] >= 0):
                    one, other = labels[a], labels[b]
                    labels = [one if label == other else label for label in labels]
        found = lattice.groups(i, j, bound)
        assert [found.tolist().index(label) for label in found] == [labels.index(label) for label in labels]


def test_far_groups_lose_nothing_and_come_near_to_the_share():
    lattice = Lattice([40 * n for n in range(10)], [40 * n for n in range(10)], 16, (20, 20))
    i, j = (part.ravel() for part in np.indices((10, 10)))
    sides = split(lattice, i, j, np.ones(100), 0.8, 0)
    assert np.bincount(sides).tolist() == [80, 20]
    assert np.bincount(split(lattice, i, j, np.ones(100), 1.0, 0)).tolist() == [100]
    assert (split(lattice, i, j, np.ones(100), 0.0, 0) == VALIDATION).all()


def test_groups_of_a_field_are_never_cut_where_all_patches_touch():
    lattice = Lattice([16 * n for n in range(20)], [16 * n for n in range(20)], 16, (10, 10))
    i, j = (part.ravel() for part in np.indices((20, 20)))
    owner = np.where((i + j) % 3 == 0, -1, i // 4 * 5 + j // 4)  # 25 squares of owners, with gaps of nobody's
    for seed in range(3):
        sides = split(lattice, i, j, np.ones(400), 0.8, seed, owner)
        for one in range(25):
            assert len(set(sides[owner == one]) - {LEFT_OUT}) <= 1
        kept = sides != LEFT_OUT
        assert kept.mean() > 0.8
        assert abs((sides[kept] == TRAINING).mean() - 0.8) < 0.1


def test_a_side_is_empty_only_where_nothing_else_can_be():
    for rows, cols, possible in (
        ([0, 16], [0, 16], False),
        ([0, 16, 32], [0], False),
        ([0, 16, 36], [0], True),
        ([0], list(range(0, 99, 3)), True),
    ):
        lattice = Lattice(rows, cols, 16, (20, 20))
        i, j = (part.ravel() for part in np.indices(lattice.shape))
        sides = split(lattice, i, j, np.ones(len(i)), 0.8, 0)
        assert (VALIDATION in sides) == possible, rows
        assert TRAINING in sides


def test_many_patches_are_parted_in_seconds():
    lattice = Lattice([256 * n for n in range(316)], [256 * n for n in range(316)], 256, (200, 200))
    i, j = (part.ravel() for part in np.indices((316, 316)))
    start = time.perf_counter()
    sides = split(lattice, i, j, np.ones(len(i)), 0.8, 0)
    assert time.perf_counter() - start < 30
    assert (sides == LEFT_OUT).mean() < 0.02


def metres(one, other):
    """The length of the great ellipse between two points (lon, lat): chord in space, which for a few km is the same."""
    points = []
    for lon, lat in (np.radians(one), np.radians(other)):
        a, e2 = 6378137.0, 0.0066943799901413
        n = a / math.sqrt(1 - e2 * math.sin(lat) ** 2)
        points.append((n * math.cos(lat) * math.cos(lon), n * math.cos(lat) * math.sin(lon), n * (1 - e2) * math.sin(lat)))
    return math.dist(*points)


def rim(folder, number, to_degrees):
    """Points along the edge of a patch, one a pixel, in degrees."""
    dataset = gdal.Open(str(folder / f"image_{number:03d}.tif"))
    size, transform = dataset.RasterXSize, dataset.GetGeoTransform()
    steps = range(size + 1)
    places = [(s, 0) for s in steps] + [(s, size) for s in steps] + [(0, s) for s in steps] + [(size, s) for s in steps]
    points = [gdal.ApplyGeoTransform(transform, *place) for place in places]
    return [to_degrees.TransformPoint(*point)[:2] for point in points] if to_degrees else points


@pytest.mark.parametrize(("epsg", "transform"), [
    (4326, (110.0, 1e-4, 0, -7.0, 0, -1e-4)), (4326, (110.0, 2e-4, 0, 60.0, 0, -1e-4)), (4326, (110.0, 7e-5, 7e-5, 50.0, 7e-5, -7e-5)),
    (UTM50S, (500_000.0, 7.0, 7.0, 9_900_000.0, 7.0, -7.0)), (3857, (13_000_000.0, 20.0, 0, 8_000_000.0, 0, -20.0)), (2236, (700_000.0, 33.0, 0, 500_000.0, 0, -33.0)),
])  # fmt: skip
def test_the_distance_is_in_metres_of_the_ellipsoid_in_every_crs(tmp_path, epsg, transform):
    distance = 250.0
    path = write(tmp_path / "i.tif", noise(160, 160), epsg=epsg, transform=transform)
    truth = np.zeros((160, 160), np.uint8)
    truth[::5, ::5] = 1  # a mine in every patch: they hang together
    labels = write(tmp_path / "t.tif", truth, epsg=epsg, transform=transform)
    result, rows, folder = cut(tmp_path, path, labels, group_distance_m=distance)
    assert result.mines_apart
    degrees, own = osr.SpatialReference(), osr.SpatialReference()
    own.ImportFromEPSG(epsg)
    for reference in (degrees, own):
        if reference is degrees:
            reference.ImportFromEPSG(4326)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    change = None if epsg == 4326 else osr.CoordinateTransformation(own, degrees)
    sides = {side: [rim(folder, int(r["tile"]), change) for r in rows if r["split"] == side] for side in ("train", "validation")}
    # of each pair of patches the rims' nearest points; only pairs that are near at all
    shortest = math.inf
    for one in sides["train"]:
        for other in sides["validation"]:
            if metres(one[0], other[0]) < 1500:
                a, b = np.array(one), np.array(other)
                scale = np.array([math.cos(math.radians(a[0, 1])), 1.0])
                gaps = (((a[:, None] - b[None]) * scale) ** 2).sum(-1)
                place = np.unravel_index(gaps.argmin(), gaps.shape)
                shortest = min(shortest, metres(one[place[0]], other[place[1]]))
    assert shortest >= distance * 0.9999
    assert shortest < distance + 600  # and not many times as far


def test_all_is_for_training_where_nothing_can_be_parted(tmp_path):
    image, notes = write(tmp_path / "i.tif", noise(32, 32)), Notes()
    result, rows, _ = cut(tmp_path, image, boxes((10, 10, 20, 20)), monitor=notes, group_distance_m=2000)
    assert {r["split"] for r in rows} == {"train"}
    assert (result.count("train"), result.count("validation")) == (4, 0)
    assert "cannot be parted" in notes.warnings[0]
    assert "2,000 m" in notes.warnings[0]


def test_patches_of_one_group_stay_together(tmp_path):
    image = write(tmp_path / "i.tif", noise(320, 320))
    rng = np.random.default_rng(5)
    corners = [(32 * int(c) + 2, 32 * int(r) + 2) for r in range(10) for c in range(10)]
    owners = rng.integers(0, 12, len(corners))
    shapes = [(c, r, c + 9, r + 9) for c, r in corners]
    labels = boxes(*shapes)
    groups = [boxes(*(s for s, owner in zip(shapes, owners) if owner == k)) for k in range(12)]
    result, rows, _ = cut(tmp_path, image, labels, groups=groups, train_share=0.75)
    owner_of = {(r, c): owner for (c, r), owner in zip(corners, owners)}
    side, group = {}, {}
    for line in rows:
        if float(line["mine_fraction"]):
            owner = owner_of[int(line["row"]) + 2, int(line["col"]) + 2]
            assert side.setdefault(owner, line["split"]) == line["split"]
            assert group.setdefault(owner, line["spatial_group"]) == line["spatial_group"]
    assert set(side.values()) == {"train", "validation"}
    assert len(set(group.values())) == 12
    assert result.mines_apart == 0
    # one owner of them all: nothing can be parted
    result, _, _ = cut(tmp_path, image, labels, folder="b", groups=[labels])
    assert result.count("validation") == 0


# -- patches without a mine


def test_the_share_of_patches_without_a_mine(tmp_path):
    image, labels = (
        write(tmp_path / "i.tif", noise(320, 320)),
        boxes(*((64 * k, 0, 64 * k + 4, 4) for k in range(5)), *((64 * k, 160, 64 * k + 4, 164) for k in range(5))),
    )
    for share, expected in ((0, 0), (0.3, 4), (0.5, 10), (0.75, 30)):
        result, rows, _ = cut(tmp_path, image, labels, folder=str(share), empty_share=share)
        assert sum(float(r["mine_fraction"]) > 0 for r in rows) == 10
        assert (result.empty, result.empty_wanted) == (expected, expected)
        assert len(rows) + result.mines_apart + result.empty_spare == result.looked_at == 400
    # 30 of 390, spread over the image: some in every quarter, and on both sides
    places = [(int(r["row"]) // 160, int(r["col"]) // 160) for r in rows if not float(r["mine_fraction"])]
    assert min(places.count(quarter) for quarter in ((0, 0), (0, 1), (1, 0), (1, 1))) >= 4
    assert {r["split"] for r in rows if not float(r["mine_fraction"])} == {"train", "validation"}
    # more than there are: all are taken
    notes = Notes()
    result, rows, _ = cut(tmp_path, image, labels, folder="most", empty_share=0.99, train_share=1, monitor=notes)
    assert (result.empty, result.empty_wanted, len(rows)) == (390, 990, 400)
    assert any("390 of them without a mine (990 were asked for)" in line for line in notes.lines)
    assert any("no more patches without a mine" in line for line in notes.lines)


def test_the_seed_decides(tmp_path):
    image, labels = (
        write(tmp_path / "i.tif", noise(320, 320)),
        boxes(*((48 * k, 48 * k, 48 * k + 4, 48 * k + 4) for k in range(6)), (200, 0, 210, 40)),
    )
    tables = {}
    for name, seed in (("a", 4), ("b", 4), ("c", 5)):
        cut(tmp_path, image, labels, folder=name, seed=seed, empty_share=0.5)
        tables[name] = (tmp_path / name / "tiles.csv").read_bytes()
    assert tables["a"] == tables["b"]
    assert tables["a"] != tables["c"]
    names = sorted(path.name for path in (tmp_path / "a").glob("*.tif"))
    assert names == sorted(path.name for path in (tmp_path / "b").glob("*.tif"))
    assert all(np.array_equal(read(tmp_path / "a" / name), read(tmp_path / "b" / name)) for name in names)


# -- what can go wrong


@pytest.mark.parametrize(("change", "words"), [
    ({"tile": 64}, "has 40 x 32 pixels, too few for a patch of 64 x 64"), ({"tile": 8}, "TILE is 8: give a number from 16"),
    ({"train_share": 1.5}, "TRAIN_SHARE is 1.5"), ({"empty_share": 1}, "EMPTY_SHARE is 1"), ({"seed": -1}, "SEED is -1"), ({"stride": 0}, "STRIDE is 0"),
    ({"group_distance_m": math.nan}, "GROUP_DISTANCE is nan"), ({"bands": "B99"}, "The bands B99 are not all in"), ({"bands": "7"}, "Band 7 does not exist"),
    ({"classes": [1]}, "CLASSES names codes of a label raster, and polygons have none"), ({"ignore": 1}, "IGNORE names codes"),
    ({"labels": boxes()}, "The labels have no polygon"), ({"labels": boxes((900, 900, 910, 910))}, "No polygon of drawn lies over i.tif"),
    ({"labels": boxes((20, 3, 20.2, 3.2))}, "drawn shows no mine"), ({"labels": boxes((-9, -9, 90, 90))}, "nothing but mines"),
    ({"max_nodata_percent": 0, "aoi": boxes((0, 0, 15, 15))}, "Every patch with a mine is dropped"),
    ({"aoi": boxes((900, 900, 910, 910))}, "The area of interest lies outside"),
])  # fmt: skip
def test_bad_input_is_one_sentence_and_leaves_nothing(tmp_path, change, words):
    image = write(tmp_path / "i.tif", noise(32, 40))
    labels = change.pop("labels", boxes((2, 2, 9, 9)))
    with pytest.raises(PantauError, match=words):
        cut(tmp_path, image, labels, **change)
    assert sorted(os.listdir(tmp_path)) == ["i.tif"]


def test_polygons_need_no_name(tmp_path):
    image, folder = write(tmp_path / "i.tif", noise(32, 40)), tmp_path / "out"
    settings = Settings(tile=16, stride=16, group_distance_m=0)
    make_tiles(image, Reference(polygons=boxes((2, 2, 9, 9))), settings, str(folder))
    assert read_provenance(str(folder / "image_000.tif"))["labels"] == "polygons"
    with pytest.raises(PantauError, match="No polygon of polygons lies over"):
        make_tiles(image, Reference(polygons=boxes((900, 900, 910, 910))), settings, str(tmp_path / "none"))


def test_labels_must_be_codes(tmp_path):
    image = write(tmp_path / "i.tif", noise(32, 32))
    with pytest.raises(PantauError, match="2 bands, as images have.*LABEL_RASTER"):
        cut(tmp_path, image, image)
    with pytest.raises(PantauError, match="holds 0.5, which is no class code"):
        cut(tmp_path, image, write(tmp_path / "p.tif", np.full((32, 32), 0.5, np.float32)))
    with pytest.raises(PantauError, match="in CLASSES and in IGNORE"):
        cut(tmp_path, image, image, classes=[1, 2], ignore=2)
    with pytest.raises(PantauError, match="shows no pixel of CLASSES .5."):
        cut(tmp_path, image, write(tmp_path / "z.tif", np.eye(32, dtype=np.uint8)), classes=[5])
    assert parse_codes(" 1, 2;-3 ", "CLASSES") == [1, 2, -3]
    assert parse_codes("", "CLASSES") is None
    with pytest.raises(PantauError, match="CLASSES is 1,x: give whole numbers"):
        parse_codes("1,x", "CLASSES")


def test_a_folder_with_other_patches_is_left_alone(tmp_path):
    image, labels = write(tmp_path / "i.tif", noise(32, 32)), boxes((2, 2, 9, 9))
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    cut(tmp_path, image, labels)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert before["notes.txt"] == b"mine"
    with pytest.raises(PantauError, match="holds image_000.tif of other patches already"):
        cut(tmp_path, image, labels, seed=1)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    with pytest.raises(PantauError, match="is a file: choose a folder"):
        cut(tmp_path, image, labels, folder="i.tif")
    with pytest.raises(PantauError, match="does not exist"):
        cut(tmp_path, image, labels, folder="no/where")


@pytest.mark.parametrize("existed", [False, True])
def test_a_cancelled_or_failed_run_leaves_nothing(tmp_path, existed):
    image, labels = write(tmp_path / "i.tif", noise(64, 64)), boxes((2, 2, 9, 9))
    if existed:
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "notes.txt").write_text("mine")
    before = sorted(str(path) for path in tmp_path.rglob("*"))
    for share in (0.0, 0.2, 0.42, 0.6, 0.99):
        with pytest.raises(Cancelled):
            cut(tmp_path, image, labels, monitor=Notes(share))
        assert sorted(str(path) for path in tmp_path.rglob("*")) == before

    def full(result):
        assert (tmp_path / "out" / "tiles.csv").exists()
        raise PantauError("the disk is full")

    with pytest.raises(PantauError, match="the disk is full"):
        cut(tmp_path, image, labels, publish=full)
    assert sorted(str(path) for path in tmp_path.rglob("*")) == before


def test_the_training_code_reads_the_folder(tmp_path):
    """The names and columns that models/training/tiles.py asks for."""
    _, rows, folder = cut(tmp_path, write(tmp_path / "i.tif", noise(64, 64)), boxes((2, 2, 40, 9)))
    for line in rows:
        number = int(line["tile"])
        image, mask = patch(folder, number), patch(folder, number, "mask")[0]
        assert image.shape == (2, 16, 16)
        assert mask.shape == (16, 16)
        assert set(np.unique(mask)) <= {0, 1, 255}
    assert all(line["spatial_group"].isdigit() for line in rows)
