"""The sample district against what can be known of it from outside: its own polygons, counted pixels, statistics."""

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.raster.grid import Grid, Window
from pantau.plugin.engine.raster.legend import read_legend
from pantau.plugin.engine.sample import optical, place, radar
from pantau.plugin.engine.sample.district import make
from pantau.plugin.engine.sample.mesh import Mesh, joined
from pantau.plugin.engine.sample.noise import fractal, smooth, uniform
from pantau.plugin.engine.version import VERSION
from scenes import Notes
from scipy import ndimage

VECTORS = (
    "district", "kecamatan", "desa", "rtrw", "permits", "landcover_before", "landcover_after", "mines_before", "mines_after",
    "burn_scars", "training_polygons", "training_points", "validation_points", "hotspots", "fire_points",
)  # fmt: skip

SEED_0 = "1438827b4ecdfa9d"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "district"
    make(str(path), "small", 0)
    return path


@pytest.fixture(scope="module")
def truth(folder):
    return json.loads((folder / "truth.json").read_text(encoding="utf-8"))


def read(folder, name):
    return gdal.Open(str(folder / f"{name}.tif")).ReadAsArray()


def features(folder, name):
    source = ogr.Open(str(folder / f"{name}.gpkg"))
    layer = source.GetLayer(0)
    return [(feature.GetGeometryRef().Clone(), feature.items()) for feature in layer]


def sphere_free_ha(shape):
    """Hectares on the WGS 84 ellipsoid, by PROJ's cylindrical equal-area projection."""
    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromEPSG(32750)
    target.ImportFromProj4("+proj=cea +lon_0=116.6 +lat_ts=0 +ellps=WGS84 +units=m +no_defs")
    moved = shape.Clone()
    moved.Transform(osr.CoordinateTransformation(source, target))
    return moved.GetArea() / 10_000


def checksums(folder):
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()
    }


# -- the same twice


def test_one_seed_gives_one_district_to_the_last_byte(folder, tmp_path):
    make(str(tmp_path / "again"), "small", 0)
    assert checksums(folder) == checksums(tmp_path / "again")


def test_vectors_and_class_maps_are_the_same_on_every_machine(folder):
    """What QGIS 3.22, 3.40 and 3.44 (numpy 1.24 to 2.4, GDAL 3.6 to 3.13) made of seed 0. A change of the place changes it."""
    digest = hashlib.sha256()
    for name in VECTORS:
        for shape, values in features(folder, name):
            digest.update(bytes(shape.ExportToWkb(ogr.wkbNDR)) + json.dumps(values).encode())
    for name in ("landcover_before", "landcover_after", "classified_after", "scl_before", "scl_after"):
        digest.update(read(folder, name).tobytes())
    digest.update((folder / "truth.json").read_bytes().replace(VERSION.encode(), b""))
    assert digest.hexdigest()[:16] == SEED_0


def test_another_seed_gives_another_place(folder, tmp_path):
    make(str(tmp_path / "other"), "small", 1)
    assert (read(folder, "landcover_after") != read(tmp_path / "other", "landcover_after")).mean() > 0.1


@pytest.mark.parametrize("function", [lambda s, y, x: smooth(s, 3, y, x, 700), lambda s, y, x: fractal(s, 4, y, x, 900, 5)])
def test_noise_does_not_depend_on_the_window(function):
    y, x = np.arange(300) * 10.0 + 5, np.arange(400) * 10.0 + 5
    assert np.array_equal(function(7, y, x)[120:220, 250:333], function(7, y[120:220], x[250:333]))


def test_hashed_numbers_are_even_and_unrelated():
    """Mean 1/2, variance 1/12, no correlation with the neighbour: what uniform noise has, within its own error."""
    field = uniform(3, 5, np.arange(1000), np.arange(1000)).astype(float)
    assert abs(field.mean() - 0.5) < 0.002
    assert abs(field.var() - 1 / 12) < 0.0005
    for a, b in ((field[1:], field[:-1]), (field[:, 1:], field[:, :-1]), (field, uniform(3, 6, np.arange(1000), np.arange(1000)))):
        assert abs(np.corrcoef(a.ravel(), np.asarray(b, float).ravel())[0, 1]) < 0.005


# -- geometry


@pytest.mark.parametrize("name", VECTORS)
def test_layers_hold_valid_shapes(folder, name):
    shapes = features(folder, name)
    assert shapes
    assert all(shape.IsValid() for shape, _ in shapes)


@pytest.mark.parametrize("name", ["kecamatan", "desa", "rtrw"])
def test_polygons_tile_the_district_exactly(folder, name):
    """Their union is the district, and their areas add up to its area: neither gap nor overlap."""
    shapes = [shape for shape, _ in features(folder, name)]
    [(district, _)] = features(folder, "district")
    union = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes:
        for number in range(shape.GetGeometryCount() if shape.GetGeometryName() == "MULTIPOLYGON" else 1):
            union.AddGeometry(shape.GetGeometryRef(number) if shape.GetGeometryName() == "MULTIPOLYGON" else shape)
    union = union.UnionCascaded()
    assert union.SymDifference(district).GetArea() == pytest.approx(0, abs=1e-6)
    assert sum(shape.GetArea() for shape in shapes) == pytest.approx(district.GetArea(), rel=1e-12)


def test_land_cover_tiles_the_scene_exactly(folder, truth):
    for date in ("before", "after"):
        area = sum(shape.GetArea() for shape, _ in features(folder, f"landcover_{date}"))
        assert area == pytest.approx(5120.0**2, rel=1e-12)


def test_true_hectares_are_those_of_the_polygons_on_the_ellipsoid(folder, truth):
    """Measured by PROJ's equal-area projection of the WGS 84 ellipsoid."""

    def total(name, key, value):
        return sum(sphere_free_ha(s) for s, f in features(folder, name) if f[key] == value)

    for code, ha in truth["scene_classes_ha"]["after"].items():
        assert total("landcover_after", "class", int(code)) == pytest.approx(ha, rel=2e-6)
    for code, ha in truth["plan"]["zones_ha"].items():
        assert total("rtrw", "KODKWS", code) == pytest.approx(ha, rel=2e-6)
    for desa in truth["desa"]:
        assert total("desa", "WADMKD", desa["name"]) == pytest.approx(desa["ha"], rel=2e-6)
    for site in truth["mines"]:
        assert total("mines_after", "number", site["number"]) == pytest.approx(site["after_ha"], rel=2e-6)
    for scar in truth["scars"]:
        assert total("burn_scars", "number", scar["number"]) == pytest.approx(scar["ha"], rel=2e-6)
    for number, ha in truth["permits_ha"].items():
        assert total("permits", "number", int(number)) == pytest.approx(ha, rel=2e-6)
    assert sphere_free_ha(features(folder, "district")[0][0]) == pytest.approx(truth["district_ha"], rel=2e-6)


def test_overlays_agree_with_geos(folder, truth):
    """Zone by class, mine outside permit, burned land by desa: intersected by GEOS, polygon by polygon."""
    covers, zones = features(folder, "landcover_after"), features(folder, "rtrw")
    found = {}
    for shape, zone in zones:
        for other, cover in covers:
            if shape.Intersects(other):
                key = zone["KODKWS"], cover["class"]
                found[key] = found.get(key, 0.0) + sphere_free_ha(shape.Intersection(other))
    found = {key: ha for key, ha in found.items() if ha > 1e-4}
    known = {(row["zone"], row["class"]): row["ha"] for row in truth["plan"]["table"]}
    assert set(found) == set(known)
    assert [found[key] for key in known] == pytest.approx(list(known.values()), rel=1e-5, abs=1e-4)

    permits = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape, _ in features(folder, "permits"):
        permits = permits.Union(shape)
    for shape, mine in features(folder, "mines_after"):
        outside = sphere_free_ha(shape.Difference(permits))
        assert truth["mines"][mine["number"] - 1]["outside_permit_ha"] == pytest.approx(outside, rel=1e-5)
    scars = [shape for shape, _ in features(folder, "burn_scars")]
    for shape, desa in features(folder, "desa"):
        burned = sum(sphere_free_ha(shape.Intersection(scar)) for scar in scars)
        known = next(d["burned_ha"] for d in truth["desa"] if d["name"] == desa["WADMKD"])
        assert burned == pytest.approx(known, rel=1e-5, abs=1e-4)


def test_the_plan_has_conflicts_and_the_books_close(truth):
    plan, area = truth["plan"], truth["district_ha"]
    assert sum(row["ha"] for row in plan["table"]) == pytest.approx(area, rel=1e-7)
    assert sum(plan["zones_ha"].values()) == pytest.approx(area, rel=1e-7)
    assert sum(row["ha"] for row in plan["table_by_kecamatan"]) == pytest.approx(area, rel=1e-7)
    assert sum(row["ha"] for row in truth["changes_by_kecamatan_ha"]) == pytest.approx(area, rel=1e-7)
    assert plan["conform_ha"] + plan["nonconform_ha"] == pytest.approx(area, rel=1e-9)
    assert 20 < plan["conform_percent"] < 95
    for date in ("before", "after"):
        assert sum(truth["classes_ha"][date].values()) == pytest.approx(area, rel=1e-7)
    assert sum(row["ha"] for row in truth["changes_ha"]) == pytest.approx(area, rel=1e-7)
    assert sum(desa["ha"] for desa in truth["desa"]) == pytest.approx(area, rel=1e-7)
    assert sum(k["ha"] for k in truth["kecamatan"]) == pytest.approx(area, rel=1e-7)
    legal, illegal = [m for m in truth["mines"] if m["permit"]], [m for m in truth["mines"] if not m["permit"]]
    assert legal
    assert illegal
    assert illegal[0]["before_ha"] == 0
    assert legal[0]["outside_permit_ha"] > 0


def test_mesh_moves_corners_but_tears_nothing():
    """Random labels, the worst there is: valid polygons whose areas add up to the square."""
    labels = (uniform(1, 1, np.arange(40), np.arange(40)) * 4).astype(np.int32)
    grid = Grid("", (0.0, 20.0, 0.0, 800.0, 0.0, -20.0), 40, 40)
    shapes = [ogr.CreateGeometryFromWkb(wkb) for _, wkb in Mesh(labels, grid).polygons(labels)]
    assert all(shape.IsValid() for shape in shapes)
    assert sum(shape.GetArea() for shape in shapes) == pytest.approx(800.0**2, rel=1e-12)


def test_joined_labels_keep_every_layer():
    a, b = np.array([[0, 0, 5], [7, 7, 5]]), np.array([[1, 1, 1], [0, 1, 200]])
    labels, of = joined({"a": a, "b": b})
    assert np.array_equal(of["a"][labels], a)
    assert np.array_equal(of["b"][labels], b)
    assert len(np.unique(labels)) == len(of["a"]) == 5


@pytest.mark.parametrize("seed", range(25))
def test_every_seed_gives_a_whole_district(seed):
    """What later tests count on: all classes, zones and scars; mines and permits within the district; one of them illegal."""
    size = place.SIZES["small"]
    made, _ = place.build(size, seed, Monitor())
    inside, mined = made.desa > 0, np.isin(made.after, place.MINE)
    assert set(np.unique(made.after)) == {entry.code for entry in place.LAND_COVER}
    assert set(np.unique(made.zone)) == {0} | {zone.number for zone in place.ZONES}
    assert made.scar.max() == size.scars
    assert inside[made.permit > 0].all()
    assert inside[mined].all()
    assert (made.mine[mined] > 0).all()
    illegal = mined & (made.mine == len(made.mines))
    assert illegal.any()
    assert not made.permit[illegal].any()
    assert (mined & ~illegal & (made.permit == 0)).any()  # the pit has outgrown its permit
    changed = (made.before != made.after) & inside & ~mined
    assert len(set(zip(made.before[changed].tolist(), made.after[changed].tolist()))) > 5
    for number in range(1, int(made.desa.max()) + 1):
        assert ndimage.label(made.desa == number)[1] <= 1


# -- rasters


def test_class_raster_is_the_rasterized_polygons(folder):
    """GDAL's own rasterizer over the whole scene gives the same pixels as the blocks."""
    source = ogr.Open(str(folder / "landcover_after.gpkg"))
    mapped = gdal.Open(str(folder / "landcover_after.tif"))
    memory = gdal.GetDriverByName("MEM").Create("", 512, 512, 1, gdal.GDT_Byte)
    memory.SetGeoTransform(mapped.GetGeoTransform())
    memory.SetProjection(mapped.GetProjection())
    gdal.RasterizeLayer(memory, [1], source.GetLayer(0), options=["ATTRIBUTE=class"])
    assert np.array_equal(memory.ReadAsArray(), mapped.ReadAsArray())


def test_shares_of_a_pixel_follow_the_polygons(folder):
    """A pixel on an outline: the share of a class by GEOS, against that of 16 samples (error at most about 1/8)."""
    labels = (np.add.outer(np.arange(8), np.arange(8)) > 7).astype(np.int32)
    grid = Grid(gdal.Open(str(folder / "dem.tif")).GetProjection(), (450000.0, 20.0, 0.0, 9880000.0, 0.0, -20.0), 8, 8)
    mesh = Mesh(labels, grid)
    [fine] = mesh.rasters(Window(0, 0, 8, 8), (8,))
    shares = optical.class_shares(fine, np.array([3, 9]), 4)
    assert np.allclose(shares[3] + shares[9], 1)
    part = next(ogr.CreateGeometryFromWkb(wkb) for value, wkb in mesh.polygons(labels) if value == 1)
    for row, col in ((7, 8), (8, 7), (4, 11), (3, 3), (14, 14)):
        west, north = 450000 + col * 10, 9880000 - row * 10
        square = ogr.CreateGeometryFromWkt(
            f"POLYGON(({west} {north},{west + 10} {north},{west + 10} {north - 10},{west} {north - 10},{west} {north}))"
        )
        assert shares[9][row, col] == pytest.approx(part.Intersection(square).GetArea() / 100, abs=0.13)


def test_images_look_like_sentinel_2(folder):
    """Names, units, and what the field knows: NDVI of forest high, of water and pits low; clouds bright; 10 000 is white."""
    dataset = gdal.Open(str(folder / "sentinel2_after.tif"))
    assert tuple(dataset.GetRasterBand(n).GetDescription() for n in range(1, 11)) == optical.BANDS
    image, scl, cover = dataset.ReadAsArray().astype(float), read(folder, "scl_after"), read(folder, "landcover_after")
    assert image.min() >= 1
    assert image.max() <= 16000
    clear = np.isin(scl, (4, 5, 6))
    red, infrared = image[2], image[6]
    ndvi = (infrared - red) / (infrared + red)
    assert np.median(ndvi[clear & (cover == place.FOREST)]) > 0.7
    assert np.median(ndvi[clear & (cover == place.PIT)]) < 0.2
    assert np.median(ndvi[clear & (cover == place.SEA)]) < 0.1
    assert np.median(image[0][scl == 9]) > 3000 > np.percentile(image[0][clear], 99)
    assert np.median(infrared[(scl == 3) & (cover == place.FOREST)]) < 0.75 * np.median(infrared[clear & (cover == place.FOREST)])


def test_clouds_are_where_the_scl_says_and_as_many_as_the_truth_says(folder, truth):
    for date in ("before", "after"):
        scl = read(folder, f"scl_{date}")
        assert 100 * (scl >= 8).mean() == pytest.approx(truth["cloud_percent"][date], abs=1e-5)
        assert 0.5 < truth["cloud_percent"][date] < 12
        assert (scl == 3).any()


def test_speckle_has_the_looks_that_are_stated(folder, truth):
    """Mean squared over variance of the ratio of one date to the mean of all, over the forest (equivalent number of looks)."""
    stack = np.stack([read(folder, f"radar/pre_{day}")[0] for day in truth["radar"]["pre"]]).astype(float)
    assert stack.min() > 0
    cover = read(folder, "landcover_after")[::2, ::2]
    ratio = stack[0] / stack[1:].mean(axis=0)
    forest = ratio[cover == place.FOREST]
    # The mean of nine dates has a variance of its own: 1 / (9 L), for gamma speckle.
    looks = 1 / (forest.var() / forest.mean() ** 2 - 1 / (9 * radar.LOOKS))
    assert looks == pytest.approx(truth["radar"]["looks"], rel=0.08)


def test_fire_lowers_vh_as_its_severity_says(folder, truth):
    """The change of the multi-date mean in dB inside forest scars, against the constants, the season taken off."""

    def mean(side):
        return np.mean([read(folder, f"radar/{side}_{day}")[0] for day in truth["radar"][side]], axis=0, dtype=float)

    change = 10 * np.log10(mean("post") / mean("pre"))
    cover = read(folder, "landcover_after")[::2, ::2]
    grid = gdal.Open(str(folder / "dem.tif"))
    burned = gdal.GetDriverByName("MEM").Create("", 256, 256, 1, gdal.GDT_Byte)
    burned.SetGeoTransform(grid.GetGeoTransform())
    burned.SetProjection(grid.GetProjection())
    source = ogr.Open(str(folder / "burn_scars.gpkg"))
    gdal.RasterizeLayer(burned, [1], source.GetLayer(0), options=["ATTRIBUTE=severity"])
    burned = burned.ReadAsArray()
    forest = cover == place.FOREST
    calm = np.median(change[forest & (burned == 0)])
    for severity, (vh, _) in radar.BURN.items():
        here = forest & (burned == severity)
        if here.sum() > 60:
            assert np.median(change[here]) - calm == pytest.approx(vh, abs=0.5)


# -- accuracy and points


def test_population_matrix_is_counted_from_the_rasters(folder, truth):
    accuracy = truth["accuracy"]
    mapped, true = read(folder, "classified_after"), read(folder, "landcover_after")
    matrix = [[int(((mapped == i) & (true == j)).sum()) for j in accuracy["classes"]] for i in accuracy["classes"]]
    assert matrix == accuracy["population_pixels"]
    assert accuracy["overall_accuracy"] == pytest.approx((mapped == true).mean())
    assert 0.8 < accuracy["overall_accuracy"] < 0.97
    assert read_legend(str(folder / "classified_after.tif")).find(20).name_id == "lubang tambang"


def test_validation_points_are_a_stratified_sample_with_the_stated_matrix(folder, truth):
    accuracy = truth["accuracy"]
    mapped, true = read(folder, "classified_after"), read(folder, "landcover_after")
    counts = {}
    for shape, point in features(folder, "validation_points"):
        row, col = int((9880000 - shape.GetY()) / 10), int((shape.GetX() - 450000) / 10)
        assert point["reference"] == true[row, col]
        key = int(mapped[row, col]), point["reference"]
        counts[key] = counts.get(key, 0) + 1
    classes = accuracy["classes"]
    assert [[counts.get((i, j), 0) for j in classes] for i in classes] == accuracy["sample_counts"]
    assert [sum(row) for row in accuracy["sample_counts"]] == [min(40, int((mapped == i).sum())) for i in classes]
    slips = sum(p["reference"] != p["reader_2"] for _, p in features(folder, "validation_points"))
    assert slips == accuracy["readers_disagree"] > 0


def test_training_samples_lie_in_their_class(folder, truth):
    cover = read(folder, "landcover_after")
    for shape, sample in features(folder, "training_points"):
        row, col = int((9880000 - shape.GetY()) / 10), int((shape.GetX() - 450000) / 10)
        assert cover[row, col] == sample["class"]
        assert (shape.GetX() % 10, shape.GetY() % 10) == (5, 5)  # the middle of a pixel
    samples = features(folder, "training_polygons")
    for shape, sample in samples:
        west, east, south, north = shape.GetEnvelope()
        rows = [r for r in range(512) if south < 9880000 - 10 * r - 5 < north]
        cols = [c for c in range(512) if west < 450000 + 10 * c + 5 < east]
        pixels = cover[np.ix_(rows, cols)]
        assert pixels.size >= 4
        assert (pixels == sample["class"]).all()
    assert {sample["class"] for _, sample in samples} == {entry.code for entry in place.LAND_COVER}


def test_fire_points_and_hotspots_tell_what_the_truth_says(folder, truth):
    scars = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape, _ in features(folder, "burn_scars"):
        scars = scars.Union(shape)
    spots = [scars.Contains(shape) for shape, _ in features(folder, "hotspots")]
    assert (len(spots), sum(spots)) == (truth["hotspots"]["count"], truth["hotspots"]["inside_scars"])
    points = [(scars.Contains(shape), point["burned"]) for shape, point in features(folder, "fire_points")]
    assert all(inside == bool(burned) for inside, burned in points)
    assert sum(b for _, b in points) == truth["fire_points"]["burned"] >= 30
    assert len(points) - sum(b for _, b in points) == truth["fire_points"]["unburned"]


# -- manners


def test_the_folder_may_be_seen_by_those_who_see_the_users_other_folders(folder, tmp_path):
    (tmp_path / "other").mkdir()
    assert Path(folder).stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_folder_with_other_things_is_left_alone(tmp_path):
    (tmp_path / "report.docx").write_text("mine")
    with pytest.raises(PantauError, match="holds other files"):
        make(str(tmp_path), "small", 0)
    assert [p.name for p in tmp_path.iterdir()] == ["report.docx"]


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "district").write_text("mine")
    with pytest.raises(PantauError, match="is a file"):
        make(str(tmp_path / "district"), "small", 0)
    assert (tmp_path / "district").read_text() == "mine"


def test_a_file_that_cannot_be_replaced_leaves_no_false_truth(tmp_path):
    make(str(tmp_path / "d"), "small", 3)
    (tmp_path / "d" / "desa.gpkg").unlink()
    (tmp_path / "d" / "desa.gpkg").mkdir()
    (tmp_path / "d" / "desa.gpkg" / "x").write_text("in the way")
    with pytest.raises(PantauError, match="cannot be replaced"):
        make(str(tmp_path / "d"), "small", 0)
    assert not (tmp_path / "d" / "truth.json").exists()
    assert not list((tmp_path / "d").glob(".pantau-*"))


def test_a_truth_that_is_not_ours_is_no_sample(tmp_path):
    (tmp_path / "truth.json").write_text("5")
    with pytest.raises(PantauError, match="holds other files"):
        make(str(tmp_path), "small", 0)


def test_an_earlier_district_is_replaced_and_other_files_stay(folder, tmp_path):
    make(str(tmp_path / "d"), "small", 3)
    (tmp_path / "d" / "notes.txt").write_text("mine")
    make(str(tmp_path / "d"), "small", 0)
    assert json.loads((tmp_path / "d" / "truth.json").read_text(encoding="utf-8"))["seed"] == 0
    assert (tmp_path / "d" / "notes.txt").read_text() == "mine"
    assert checksums(folder).items() <= checksums(tmp_path / "d").items()


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.97])
def test_a_cancelled_run_leaves_nothing(tmp_path, share):
    with pytest.raises(Cancelled):
        make(str(tmp_path / "district"), "small", 0, Notes(share))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("size", "seed", "word"), [("huge", 0, "SIZE"), ("small", -1, "SEED")])
def test_bad_choices_get_a_sentence(tmp_path, size, seed, word):
    with pytest.raises(PantauError, match=word):
        make(str(tmp_path / "d"), size, seed)


def test_a_missing_parent_gets_a_sentence(tmp_path):
    with pytest.raises(PantauError, match="does not exist"):
        make(str(tmp_path / "no" / "such"), "small", 0)
    assert not Path(tmp_path / "no").exists()
