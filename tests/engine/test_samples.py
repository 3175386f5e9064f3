"""Training samples: which pixels features give, and what their classes are called."""

import shutil
import subprocess

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.landcover import samples as module
from pantau.plugin.engine.landcover.labels import LabelledShapes, StyleClass, read_classes
from pantau.plugin.engine.landcover.samples import take_samples
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.raster.legend import Legend, LegendEntry
from pantau.plugin.engine.raster.source import RasterSource, undeclared_nodata
from scenes import UTM50S, Notes, write

X, Y = 500_000, 9_900_000  # the corner of the scenes, whose pixels are 10 m


def wkb(text):
    return bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb())


def box(left, top, right, bottom):
    """A polygon from column, row to column, row."""
    west, north, east, south = X + 10 * left, Y - 10 * top, X + 10 * right, Y - 10 * bottom
    return wkb(f"POLYGON(({west} {north},{east} {north},{east} {south},{west} {south},{west} {north}))")


def point(col, row):
    return wkb(f"POINT({X + 10 * col} {Y - 10 * row})")


def wkt(epsg):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return reference.ExportToWkt()


def shapes(*features, **more):
    """features: (geometry, class)."""
    return LabelledShapes(
        [shape for shape, _ in features], more.pop("crs", wkt(UTM50S)), [value for _, value in features], field="class", name="drawn",
        **more,
    )  # fmt: skip


@pytest.fixture
def scene(tmp_path):
    """12 x 10 pixels, two bands: the pixel's number, and 1000 less it."""
    first = np.arange(120).reshape(10, 12)
    return write(tmp_path / "scene.tif", np.stack([first, 1000 - first]).astype(np.float32), names=["B04", "B08"])


def take(path, features, **more):
    return take_samples(path, features, monitor=more.pop("monitor", Monitor()), **more)


def names(legend):
    return [(entry.code, entry.name) for entry in legend]


def test_pixels_whose_centre_lies_inside(scene):
    # centres at 2.5 .. 4.5 and 1.5 .. 2.5; the right edge at 5.4 just misses that of column 5
    found = take(scene, shapes((box(2.4, 1.4, 5.4, 3.4), 7), (point(11.99, 9.99), 3)))
    assert found.pixels.tolist() == [14, 15, 16, 26, 27, 28, 119]
    assert found.values.tolist() == [[n, 1000 - n] for n in found.pixels]
    assert found.values.dtype == np.float32
    assert names(found.legend) == [(3, "Class 3"), (7, "Class 7")]
    assert found.columns.tolist() == [1] * 6 + [0]
    assert found.groups.tolist() == [0] * 6 + [1]
    assert [band.name for band in found.bands] == ["B04", "B08"]


def test_holes_multipolygons_and_bow_ties(scene):
    ring = "MULTIPOLYGON(((500000 9900000,500050 9900000,500050 9899950,500000 9899950,500000 9900000),(500010 9899990,500040 9899990,500040 9899960,500010 9899960,500010 9899990)),((500100 9900000,500110 9900000,500110 9899990,500100 9899990,500100 9900000)))"
    bow = wkb("POLYGON((500060 9899900,500090 9899930,500090 9899900,500060 9899930,500060 9899900))")
    found = take(scene, shapes((wkb(ring), 1), (bow, 2)))
    ones = found.pixels[found.columns == 0]
    assert len(ones) == 25 - 9 + 1
    assert 10 in ones
    assert 13 not in ones  # in the hole
    assert set(found.pixels[found.columns == 1]) <= {n for row in (7, 8, 9) for n in range(12 * row + 6, 12 * row + 9)}
    assert (found.columns == 1).any()


def test_a_small_polygon_gives_the_pixel_under_its_middle(scene):
    found = take(scene, shapes((box(3.1, 2.1, 3.3, 2.3), 1), (box(0, 0, 1, 1), 2)))
    assert found.pixels[found.columns == 0].tolist() == [27]
    assert found.dropped("small") == 1


def test_a_pixel_counts_once_and_not_for_two_classes(scene):
    found = take(scene, shapes((box(0, 0, 4, 1), "forest"), (box(2, 0, 6, 1), "forest"), (box(5, 0, 8, 1), "water"), (point(7.5, 0.5), "water"), (point(7.2, 0.2), "water")))  # fmt: skip
    assert found.pixels.tolist() == [0, 1, 2, 3, 4, 6, 7]
    assert found.groups.tolist() == [0, 0, 0, 0, 1, 2, 2]  # the first feature that covers it
    assert found.repeated == 2 + 2
    assert found.conflicts == {("forest", "water"): 1}
    assert [count.conflict for count in found.counts] == [1, 1]


def test_groups_of_a_field_and_of_a_multipoint(scene):
    multi = wkb(f"MULTIPOINT({X + 5} {Y - 5},{X + 25} {Y - 5})")
    found = take(scene, shapes((multi, 1), (point(5.5, 0.5), 1), (point(7.5, 0.5), 2), (point(9.5, 0.5), 2), groups=[None, "a", "a", "b"]))  # fmt: skip
    assert found.pixels.tolist() == [0, 2, 5, 7, 9]
    assert found.groups.tolist() == [0, 0, 1, 1, 2]
    assert [(count.samples, count.groups) for count in found.counts] == [(3, 2), (2, 2)]


def test_what_is_dropped_is_counted(tmp_path):
    values = np.full((2, 10, 12), 65_535, np.float32)
    values[:, :, 4] = -1  # a stripe of no data
    values[1, 0, 0] = np.nan  # one band is enough
    path = write(tmp_path / "s.tif", values, nodata=-1)
    features = shapes((box(0, 0, 6, 1), 1), (point(8.5, 5.5), 2), (point(12.01, 5), 2), (point(-0.01, 5), 2), (box(20, 20, 30, 30), 1),
                      (point(1, 1), None), (point(1, 1), " "), (b"", 2), (wkb("LINESTRING(0 0,1 1)"), 2), (point(4.5, 4.5), 2))  # fmt: skip
    found = take(path, LabelledShapes(features.wkb, features.crs, [v if v != " " else None for v in features.values]))
    assert found.pixels.tolist() == [1, 2, 3, 5, 5 * 12 + 8]
    assert (found.values == 65_535).all()
    assert (found.no_class, found.no_shape) == (2, 2)
    assert [(one.samples, one.features, one.outside, one.nodata) for one in found.counts] == [(4, 2, 1, 2), (1, 4, 2, 1)]


def test_65535_is_data_where_nothing_says_otherwise(tmp_path):
    path = write(tmp_path / "s.tif", np.full((1, 4, 4), 65_535, np.uint16))
    assert take(path, shapes((point(0.5, 0.5), 0), (point(1.5, 0.5), 255))).values.tolist() == [[65_535], [65_535]]


def test_what_looks_like_no_data_where_nothing_declares_it(tmp_path):
    """Zeros, or the type's maximum, in all bands are no sample; in one band they are; and what is declared decides alone."""
    image = np.full((2, 2, 4), 9, np.uint16)
    image[:, 0, 0], image[:, 0, 1] = 0, 65_535
    image[:, 0, 2], image[:, 0, 3], image[:, 1, 0] = (0, 65_535), (0, 9), 255
    features = shapes((box(0, 0, 4, 1), "a"), (box(0, 1, 4, 2), "b"))
    found = take(write(tmp_path / "s.tif", image), features)
    assert found.pixels.tolist() == [2, 3, 4, 5, 6, 7]
    assert (found.undeclared, found.dropped("nodata"), [one.nodata for one in found.counts]) == (2, 2, [2, 0])
    for name, kind, more in (("declared.tif", np.uint16, {"nodata": 1}), ("float.tif", np.float32, {})):
        found = take(write(tmp_path / name, image.astype(kind), **more), features)
        assert (len(found.pixels), found.undeclared) == (8, 0)


def test_pixels_without_data_by_hand():
    image = np.array([[[0, 255, 0, 255, 7]], [[0, 255, 255, 1, 7]]], np.uint8)
    assert undeclared_nodata(image, np.uint8).tolist() == [[True, True, False, False, False]]
    assert undeclared_nodata(image[:, 0].astype(np.float32), np.uint8).tolist() == [True, True, False, False, False]
    assert not undeclared_nodata(image[:1, 0], np.uint8).any()  # one band: 0 is a measurement
    assert not undeclared_nodata(image[:, 0], np.float32).any()
    widest = np.full((2, 1), 2**31 - 1, np.int32)
    assert undeclared_nodata(widest.astype(np.float32), np.int32).all()


def test_a_map_of_classes_is_no_image(tmp_path):
    path = write(tmp_path / "map.tif", np.ones((1, 4, 4), np.uint8))
    features = shapes((point(0.5, 0.5), 0), (point(1.5, 0.5), 255))
    assert len(take(path, features).pixels) == 2
    dataset = gdal.Open(path, gdal.GA_Update)
    Legend((LegendEntry(1, "forest", "hutan", "#00FF00"),)).style(dataset.GetRasterBand(1))
    dataset = None
    with pytest.raises(PantauError, match="map.tif is a map of classes, and a forest learns from an image"):
        take(path, features)
    bare = gdal.Translate(str(tmp_path / "palette.tif"), path)
    bare.GetRasterBand(1).SetCategoryNames([])
    bare = None
    with pytest.raises(PantauError, match="palette.tif is a map of classes"):
        take(str(tmp_path / "palette.tif"), features)


@pytest.mark.parametrize("transform", [(X, 8, 6, Y, 6, -8), (X, 10, 0, Y - 100, 0, 10), (X + 120, -10, 0, Y, 0, -10)])
def test_rotated_south_up_and_mirrored_grids(tmp_path, transform):
    path = write(tmp_path / "s.tif", np.arange(120, dtype=np.uint8).reshape(1, 10, 12), transform=transform)

    def at(col, row):
        return gdal.ApplyGeoTransform(transform, col, row)

    corners = [at(2.1, 3.1), at(4.9, 3.1), at(4.9, 4.9), at(2.1, 4.9), at(2.1, 3.1)]
    polygon = wkb("POLYGON((" + ",".join(f"{x} {y}" for x, y in corners) + "))")
    single = wkb("POINT({} {})".format(*at(7.9, 8.1)))
    found = take(path, shapes((polygon, 1), (single, 2)))
    assert found.pixels.tolist() == [38, 39, 40, 50, 51, 52, 103]
    assert found.values[:, 0].tolist() == found.pixels.tolist()


def test_points_without_a_place_in_the_crs_of_the_raster(scene):
    back = osr.CoordinateTransformation(osr.SpatialReference(wkt(UTM50S)), osr.SpatialReference(wkt(4326)))
    places = [back.TransformPoint(X + 10 * col, Y - 10 * row)[:2] for col, row in ((3.5, 4.5), (8.9, 9.9))]  # latitude first
    one, other = (wkb(f"POINT({longitude:.9f} {latitude:.9f})") for latitude, longitude in places)
    found = take(scene, shapes((one, 1), (wkb("POINT(400 95)"), 1), (other, 2), crs=wkt(4326)))
    assert found.pixels.tolist() == [4 * 12 + 3, 9 * 12 + 8]
    assert found.dropped("outside") == 1


def test_codes_names_and_colours_of_numbers():
    features = shapes((b"", 255), (b"", 0), (b"", 300), (b"", 0), names=[None, "H\u00fatan", "Air", None], colors=["#112233", None, None, None],
                      style=[StyleClass("0", "no", "#abcdef"), StyleClass(255, "Sawah", "#000000")])  # fmt: skip
    legend, places = read_classes(features, Monitor())
    assert names(legend) == [(0, "H\u00fatan"), (255, "Sawah"), (300, "Air")]
    assert [entry.color for entry in legend][:2] == ["#ABCDEF", "#112233"]
    assert places.tolist() == [1, 0, 2, 0]
    assert read_classes(shapes((b"", 3), (b"", 4)), Monitor())[0].find(3).name_id == "Kelas 3"


def test_text_is_numbered_by_the_style_then_by_the_alphabet():
    values = ["water", "\u00c9tang", "forest", None, " forest ", "Built"]
    legend, places = read_classes(shapes(*((b"", value) for value in values)), Monitor())
    assert names(legend) == [(1, "Built"), (2, "forest"), (3, "water"), (4, "\u00c9tang")]
    assert places.tolist() == [2, 3, 1, -1, 1, 0]
    assert len({entry.color for entry in legend}) == 4
    style = [StyleClass("water", "Air", "#0000ff"), StyleClass("swamp", "Rawa", "#00ff00"), StyleClass("", "", "#999999")]
    legend, _ = read_classes(shapes(*((b"", value) for value in values), style=style), Monitor())
    assert names(legend) == [(1, "Air"), (2, "Built"), (3, "forest"), (4, "\u00c9tang")]
    assert legend.find(1).color == "#0000FF"


def test_codes_stored_as_text_are_codes():
    notes = Notes()
    legend, places = read_classes(shapes((b"", "10"), (b"", " 2 "), (b"", "20093"), (b"", None), (b"", "2"), style=[StyleClass("2", "Air", "#0000ff")]), notes)  # fmt: skip
    assert names(legend) == [(2, "Air"), (10, "Class 10"), (20093, "Class 20093")]
    assert places.tolist() == [1, 0, 2, -1, 0]
    assert notes.lines == ["The field class holds whole numbers as text: they are the codes."]
    for text in ("01", "1.0", "-1", "+1", "2147483648", "9" * 5000, "\u0663", "x"):
        notes = Notes()
        legend, _ = read_classes(shapes((b"", "10"), (b"", text)), notes)
        assert sorted(names(legend)) == list(enumerate(sorted(["10", text], key=str.casefold), 1))
        assert notes.lines == []


def test_spellings_of_one_class_are_merged():
    values = ["forest", "FOREST", "Forest", "Forest", "Oil  palm", "oil palm", "Water", None, "stra\u00dfe", "STRASSE"]
    notes = Notes()
    style = [StyleClass("FOREST", "Hutan", "#006400")]
    legend, places = read_classes(
        shapes(*((b"", value) for value in values), style=style, names=["Tutupan", "TUTUPAN", *[None] * 8]), notes
    )
    assert names(legend) == [(1, "Tutupan"), (2, "Oil  palm"), (3, "stra\u00dfe"), (4, "Water")]
    assert legend.find(1).color == "#006400"
    assert places.tolist() == [0, 0, 0, 0, 1, 1, 3, -1, 2, 2]
    said = "Classes whose names differ only in capitals and blanks are one, called as the first: {}."
    assert notes.warnings == [said.format("Forest = forest = FOREST; Oil  palm = oil palm; stra\u00dfe = STRASSE")]
    notes = Notes()
    read_classes(shapes((b"", "a"), (b"", "a"), (b"", "\u00e1")), notes)  # an accent makes another word
    assert notes.warnings == []


CODES = [1, 1, 2, 3]
KINDS = ["Hutan", "hutan", "Air", "Sawah"]
PAINT = ["#006400", "#006400", "#0000ff", "#ffff00"]


def legend_of(values, **more):
    notes = Notes()
    legend, _ = read_classes(shapes(*((b"", value) for value in values), **more), notes)
    return [entry.name for entry in legend], [entry.color for entry in legend], notes.lines


def test_names_and_colours_are_found_in_other_fields():
    words = ["Hutan", "Air", "Sawah"]
    texts = {"id": ["a", "b", "c", "d"], "hue": PAINT, "other": ["x", "x", "y", "z"], "Kelas": KINDS}
    found, colors, lines = legend_of(CODES, texts=texts)
    assert (found, colors) == (words, ["#006400", "#0000FF", "#FFFF00"])
    assert lines == ["The field Kelas gives the names of the classes.", "The field hue gives the colours of the classes."]
    assert legend_of(list(map(str, CODES)), texts=texts)[0] == words
    assert legend_of(CODES, texts={"other": texts["other"]})[0] == ["x", "y", "z"]
    assert legend_of(CODES, texts={**texts, "hue": ["#111111"] * 4, "Warna": PAINT})[1][0] == "#006400"


@pytest.mark.parametrize("texts", [
    {"kelas": ["Hutan", "Kebun", "Air", "Sawah"]}, {"kelas": ["Hutan", "Hutan", "Hutan", "Air"]}, {"kelas": ["Hutan", "Hutan", "Air", None]},
    {"kelas": ["1", "1", "2", "3"]}, {"kelas": PAINT},
])  # fmt: skip
def test_fields_that_name_no_classes(texts):
    assert legend_of(CODES, texts=texts)[0] == ["Class 1", "Class 2", "Class 3"]


def test_one_feature_a_class_is_named_by_a_field_of_names_alone():
    assert legend_of([1, 2], texts={"surveyor": ["Ani", "Budi"]})[0] == ["Class 1", "Class 2"]
    assert legend_of([1, 2], texts={"surveyor": ["Ani", "Budi"], "NAMOBJ": ["Hutan", "Air"]})[0] == ["Hutan", "Air"]


def test_what_is_given_wins_over_what_is_found():
    texts = {"kelas": KINDS, "warna": PAINT}
    assert legend_of(CODES, texts=texts, names=["a", "a", "b", None])[0] == ["a", "b", "Class 3"]
    assert legend_of(CODES, texts=texts, colors=["#111111"] * 4)[1] == ["#111111"] * 3
    styled = [StyleClass(1, "Primer", "#123456"), StyleClass(2, "", "#654321")]
    found, colors, lines = legend_of(CODES, texts=texts, style=styled)
    assert (found, colors[:2], lines) == (["Primer", "Class 2", "Class 3"], ["#123456", "#654321"], [])
    plain = [StyleClass(float(code), str(code), "#12345" + str(code)) for code in (1, 2, 3)]  # as QGIS labels them itself
    assert legend_of(CODES, texts=texts, style=plain)[:2] == (["Hutan", "Air", "Sawah"], ["#123451", "#123452", "#123453"])
    assert legend_of(["x", "x", "y", "z"], texts=texts)[0] == ["x", "y", "z"]
    assert legend_of(CODES, texts={"warna": ["red", *PAINT[1:]]})[2] == []


def test_a_name_that_says_what_is_there_has_the_usual_colour():
    """Water is blue and forest green, in either language; a second water, and what is no forest, get colours of their own."""
    names = ["Hutan lahan kering", "Badan air", "Lahan terbangun", "sea", "Non-hutan", "Sawah irigasi", "xyz"]
    legend, _ = read_classes(shapes(*((b"", name) for name in names)), Monitor())
    colors = {entry.name: entry.color for entry in legend}
    assert (colors["Hutan lahan kering"], colors["Badan air"], colors["Lahan terbangun"]) == ("#1A7F37", "#2B7BBA", "#C8352B")
    assert colors["Sawah irigasi"] == "#9ADBC5"
    assert len(set(colors.values())) == len(names)
    assert colors["Non-hutan"] != "#1A7F37"


def test_many_classes_have_different_colours():
    legend, _ = read_classes(shapes(*((b"", code % 256) for code in range(257))), Monitor())
    assert len({entry.color for entry in legend}) == 256


@pytest.mark.parametrize(("features", "words"), [
    (shapes((b"", -5)), "holds -5, which is no class code"), (shapes((b"", 1.5)), "holds 1.5, which"), (shapes((b"", 2**31)), "holds 2147483648, which"),
    (shapes(*((b"", str(n)) for n in range(257))), "has 257 different values"),
    (shapes(*((b"", n) for n in range(1, 22))), "The field class is another number in each of the 21 features"),
    (shapes((b"", 1), (b"", 1), names=["a", "b"]), "The class 1 has two names, a and b"),
    (shapes((b"", 1), (b"", 1), colors=["#000000", "#000001"]), "has two colours, #000000 and #000001"),
])  # fmt: skip
def test_fields_that_say_no_classes(features, words):
    with pytest.raises(PantauError, match=words):
        read_classes(features, Monitor())


@pytest.mark.parametrize("features", [
    shapes(*((b"", n) for n in range(1, 21))), shapes(*((b"", n) for n in range(1, 22)), (b"", 21)),
    shapes(*((b"", n) for n in range(1, 31)), names=[f"class {n}" for n in range(1, 31)]), shapes(*((b"", f"class {n}") for n in range(1, 31))),
])  # fmt: skip
def test_a_class_may_have_one_feature(features):
    legend, _ = read_classes(features, Monitor())
    assert len(legend) in (20, 21, 30)


@pytest.mark.parametrize(("features", "words"), [
    (shapes((point(1, 1), None)), "No feature of drawn has a value in the field class"),
    (shapes((point(99, 1), 1), (box(99, 1, 100, 2), 2)), "All features of drawn lie outside scene.tif"),
    (shapes((point(1, 1), "forest"), (point(2, 2), "forest")), "of one class, forest, and"),
    (shapes((point(1, 1), 1), (point(1, 1), 2)), "No sample is left: 0 features .* 0 pixels hold no data, and 2 lie"),
])  # fmt: skip
def test_samples_that_teach_nothing(scene, features, words):
    with pytest.raises(PantauError, match=words):
        take(scene, features)


def test_too_many_pixels(scene, monkeypatch):
    monkeypatch.setattr(module, "MOST_SAMPLES", 50)
    with pytest.raises(PantauError, match="cover more than 50 pixels"):
        take(scene, shapes((box(0, 0, 12, 10), 1)))


def test_a_cancelled_run_stops(scene):
    with pytest.raises(Cancelled):
        take(scene, shapes((point(1, 1), 1), (point(2, 2), 2)), monitor=Notes(stop_at=0))


@pytest.mark.parametrize("options", [["TILED=YES"], ["BLOCKYSIZE=1"], ["TILED=YES", "BLOCKXSIZE=1024", "BLOCKYSIZE=1024"]])
def test_many_points_read_each_block_once(tmp_path, monkeypatch, options):
    path, size = str(tmp_path / "s.tif"), 2000
    values = np.random.default_rng(0).integers(0, 255, (size, size), np.uint8)
    plain = write(tmp_path / "plain.tif", values)
    gdal.Translate(path, plain, creationOptions=options)
    spots = np.random.default_rng(1).uniform(0, size, (20_000, 2))
    reads = []
    read = RasterSource.read
    monkeypatch.setattr(RasterSource, "read", lambda self, window: reads.append(window) or read(self, window))
    found = take(path, shapes(*((point(col, row), n % 3) for n, (col, row) in enumerate(spots))))
    rows, cols = np.divmod(found.pixels, size)
    assert np.array_equal(found.values[:, 0], values[rows, cols])
    covered = np.zeros((size, size), np.uint8)
    for x, y, width, height in reads:
        covered[y : y + height, x : x + width] += 1
        assert width * height <= module.CELL
    assert covered.max() == 1
    assert len(reads) <= 30


def layer_of(path, field, **more):
    dataset = ogr.Open(str(path))
    layer = dataset.GetLayer(0)
    features = [(bytes(feature.GetGeometryRef().ExportToWkb()), feature.GetField(field)) for feature in layer]
    return shapes(*features, crs=layer.GetSpatialRef().ExportToWkt(), **more)


@pytest.fixture
def carolina(data, tmp_path):
    shutil.copytree(data / "landcover" / "landsat7_north_carolina", tmp_path / "nc", copy_function=shutil.copyfile)
    (tmp_path / "nc").chmod(0o755)
    return tmp_path / "nc"


def test_polygons_in_another_crs_as_gdal_burns_them(carolina, tmp_path):
    raster = str(carolina / "landsat_multiband.tif")
    found = take(raster, layer_of(carolina / "landsat96_polygons.shp", "id"))
    image = gdal.Open(raster)
    moved = gdal.VectorTranslate(str(tmp_path / "moved.gpkg"), str(carolina / "landsat96_polygons.shp"), dstSRS=image.GetProjection(), reproject=True)  # fmt: skip
    burned = gdal.GetDriverByName("MEM").Create("", image.RasterXSize, image.RasterYSize, 1, gdal.GDT_Int32)
    burned.SetGeoTransform(image.GetGeoTransform())
    burned.SetProjection(image.GetProjection())
    gdal.RasterizeLayer(burned, [1], moved.GetLayer(0), options=["ATTRIBUTE=id"])
    values, codes = image.ReadAsArray(), burned.ReadAsArray()
    wanted = np.flatnonzero((codes > 0) & (values != -99999).all(axis=0))
    assert found.pixels.tolist() == wanted.tolist()
    assert np.array_equal(found.values, values.reshape(5, -1)[:, wanted].T)
    assert np.array_equal([found.legend.entries[place].code for place in found.columns], codes.ravel()[wanted])


@pytest.mark.skipif(shutil.which("gdallocationinfo") is None, reason="no gdallocationinfo")
def test_points_in_another_crs_as_gdallocationinfo_finds_them(carolina):
    raster = str(carolina / "landsat_multiband.tif")
    features = layer_of(carolina / "landsat96_points.shp", "label")
    found = take(raster, features)
    places = "\n".join("{} {}".format(*ogr.CreateGeometryFromWkb(one).GetPoint_2D()) for one in features.wkb)
    command = ["gdallocationinfo", "-valonly", "-b", "1", "-l_srs", "EPSG:3358", raster]
    answer = subprocess.run(command, input=places, capture_output=True, text=True, check=False).stdout
    wanted = [float(line) for line in answer.split("\n") if line and float(line) != -99999]
    assert 0 <= len(wanted) - len(found.values) <= found.repeated  # which has those without data too
    assert set(found.values[:, 0]) == set(wanted)
