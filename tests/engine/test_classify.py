"""A forest over rasters whose classes are known."""

import json

import numpy as np
import pytest
from osgeo import gdal, ogr
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.landcover import walk
from pantau.plugin.engine.landcover.classify import choose_codes, classify, open_model, segment_classes
from pantau.plugin.engine.landcover.forest import Forest, NoForest, forest_card, from_estimators, read_model, write_forest
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.legend import Legend, LegendEntry, read_legend, read_provenance
from pantau.plugin.engine.raster.sensors import SENTINEL_2, Band
from scenes import Notes, card, read, step_model, write
from sklearn.ensemble import RandomForestClassifier

RED, NIR = SENTINEL_2["B04"], SENTINEL_2["B08"]


def legend(*codes):
    return Legend(tuple(LegendEntry(code, f"class {code}", f"kelas {code}", "#0A64C8") for code in codes))


def two_trees(path, codes=(1, 2), bands=(RED, NIR), scaling=((1, 0), (1, 0)), ranges=None):
    """Red <= 100.5: both trees say the first class. Else the second tree asks whether NIR <= 50.5, and says the first again."""
    forest = Forest(
        np.int32([0, -1, -1, 0, -1, 1, -1, -1]), np.float32([100.5, 0, 0, 100.5, 0, 50.5, 0, 0]),
        np.int32([1, -1, -1, 4, -1, 6, -1, -1]), np.int32([2, -1, -1, 5, -1, 7, -1, -1]),
        np.float32([[0, 0], [1, 0], [0, 1], [0, 0], [1, 0], [0, 0], [1, 0], [0, 1]]), np.int32([0, 3]),
    )  # fmt: skip
    document = forest_card(
        name="two trees",
        bands=bands,
        scaling=scaling,
        ranges=ranges,
        legend=legend(*codes),
        nodata=None,
        training={},
        evaluation={},
    )
    write_forest(str(path), forest, document)
    return read_model(str(path))


# Pixels of red and NIR, and what the two trees say of them: votes for the first and the second class.
IMAGE = np.array([[[100, 101, 101, 0]], [[9, 50, 51, 60]]], np.uint16)
FIRST = np.array([200, 100, 0, 200], np.uint8)  # the first class's share, in steps of 1 / 200


def go(tmp_path, raster, model, monitor=None, **options):
    result = classify(
        raster, model, classes=str(tmp_path / "c.tif"), confidence=str(tmp_path / "s.tif"), probabilities=str(tmp_path / "p.tif"),
        monitor=monitor, **options,
    )  # fmt: skip
    return result, read(tmp_path / "c.tif")[0], read(tmp_path / "s.tif")[0], read(tmp_path / "p.tif")


def test_votes_that_can_be_counted_by_hand(tmp_path):
    model = two_trees(tmp_path / "f.onnx")
    notes = Notes()
    result, classes, confidence, shares = go(tmp_path, write(tmp_path / "i.tif", IMAGE, names=["B04", "B08"]), model, notes)
    assert classes.tolist() == [[1, 1, 2, 1]]  # of a tie the first
    assert confidence.tolist() == [[200, 100, 200, 200]]
    assert np.array_equal(shares[:, 0], [FIRST, 200 - FIRST])
    # pixels of 10 m on UTM's central meridian: 0.01 ha of the map is 0.01 / 0.9996 ** 2 ha on the ellipsoid
    assert result.class_ha == pytest.approx({1: 0.03 / 0.9996**2, 2: 0.01 / 0.9996**2}, rel=2e-6)
    assert notes.warnings == []
    assert "onnxruntime" in notes.lines[0]
    opened = gdal.Open(str(tmp_path / "c.tif"))
    assert (opened.GetRasterBand(1).DataType, opened.GetRasterBand(1).GetNoDataValue()) == (gdal.GDT_Byte, 0)
    assert read_legend(str(tmp_path / "c.tif")) == model.legend
    assert read_provenance(str(tmp_path / "c.tif"))["model_sha256"] == model.sha256
    for name, described in (("s.tif", ["confidence"]), ("p.tif", ["class 1", "class 2"])):
        opened = gdal.Open(str(tmp_path / name))
        bands = [opened.GetRasterBand(n + 1) for n in range(opened.RasterCount)]
        assert [band.GetDescription() for band in bands] == described
        assert {(band.GetScale(), band.GetNoDataValue()) for band in bands} == {(1 / 200, 255)}


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ([1, 2, 255], (np.uint8, 0)), ([0, 1, 254], (np.uint8, 255)), ([0, 3, 255], (np.uint8, 254)), (range(256), (np.uint16, 65535)),
        ([1, 256], (np.uint16, 0)), ([0, 65535], (np.uint16, 255)), ([1, 65536], (np.int32, 0)), ([-1, 3], (np.int32, 0)),
        ([-1, 0, 3], (np.int32, 2**31 - 1)),
    ],
)  # fmt: skip
def test_the_smallest_type_with_a_code_for_no_data(codes, expected):
    assert choose_codes(list(codes)) == expected


@pytest.mark.parametrize("codes", [(0, 255), (7, 300), (0, 70_000)])
def test_any_class_codes_and_a_stripe_without_data(tmp_path, codes):
    image = np.tile(IMAGE, (1, 3, 1))
    image[:, 1, 2:] = 65535
    raster = write(tmp_path / "i.tif", image, names=["B04", "B08"], nodata=65535)
    result, classes, confidence, shares = go(tmp_path, raster, two_trees(tmp_path / "f.onnx", codes))
    opened = gdal.Open(str(tmp_path / "c.tif"))
    nodata = opened.GetRasterBand(1).GetNoDataValue()
    assert nodata not in codes
    a, b = codes
    assert classes.tolist() == [[a, a, b, a], [a, a, nodata, nodata], [a, a, b, a]]
    assert (confidence == 255).tolist() == (classes == nodata).tolist() == (shares[1] == 255).tolist()
    assert read_legend(str(tmp_path / "c.tif")) == legend(*codes)
    assert result.class_ha[b] == pytest.approx(0.02 / 0.9996**2, rel=2e-6)


@pytest.mark.parametrize("case", ["nan", "alpha", "mask", "south_up", "rotated", "degrees", "float64", "whole_numbers"])
def test_every_kind_of_raster(tmp_path, case):
    image, options, gone = IMAGE.copy(), {"names": ["B04", "B08"]}, False
    if case == "nan":
        image, gone = image.astype(np.float32), True
        image[1, 0, 3] = np.nan
    if case == "alpha":
        image, gone = np.concatenate([image, image[:1], [[[255, 255, 255, 0]]]]).astype(np.uint8), True
        options["alpha"] = True
    if case == "mask":
        options["mask"], gone = np.array([[255, 255, 255, 0]], np.uint8), True
    if case == "south_up":
        options["transform"] = (500000, 10, 0, 9898000, 0, 10)
    if case == "rotated":
        options["transform"] = (500000, 8, 6, 9900000, 6, -8)
    if case == "degrees":
        options.update(epsg=4326, transform=(117.0, 0.0001, 0, -2.0, 0, -0.0001))
    if case == "float64":
        image = image.astype(np.float64)
        image[1, 0, 3] = 1e300  # too large for float32, and red decides
    if case == "whole_numbers":
        image = image.astype(np.int32)
        image[1, 0, 2] = 2**30 + 1
    _, classes, confidence, _ = go(tmp_path, write(tmp_path / "i.tif", image, **options), two_trees(tmp_path / "f.onnx"))
    assert classes.tolist() == [[1, 1, 2, 0 if gone else 1]]
    assert confidence[0, 3] == (255 if gone else 200)


def test_an_area_of_interest_limits_what_is_written(tmp_path):
    image = np.tile(IMAGE, (1, 3, 1))
    # the two pixels in the middle of the second row, in degrees
    ring = ogr.CreateGeometryFromWkt("POLYGON((500010 9899990,500030 9899990,500030 9899980,500010 9899980,500010 9899990))")
    raster = write(tmp_path / "i.tif", image, names=["B04", "B08"])
    aoi = Polygons([bytes(ring.ExportToWkb())], "")
    result, classes, confidence, shares = go(tmp_path, raster, two_trees(tmp_path / "f.onnx"), aoi=aoi)
    assert classes.tolist() == [[1, 2]]
    assert gdal.Open(str(tmp_path / "c.tif")).GetGeoTransform()[:4:3] == (500010, 9899990)
    assert sum(result.class_ha.values()) == pytest.approx(0.02 / 0.9996**2, rel=2e-6)


# -- bands


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["B08", "x", "B04"], ""),
        (["Band 8: B8 (833 nm)", "x", "red"], ""),  # other spellings of the same names
        (["R3", "x", "R1"], "see"),
        (["R3", "x", "B04"], "see"),
    ],
)
def test_bands_are_found_wherever_they_are(tmp_path, names, said):
    raster = write(tmp_path / "i.tif", np.stack([IMAGE[1], 0 * IMAGE[0], IMAGE[0]]), names=names)
    opened = gdal.Open(raster, gdal.GA_Update)
    if names[0] == "R3":
        opened.GetRasterBand(1).SetMetadataItem("CENTRAL_WAVELENGTH_UM", "0.842", "IMAGERY")
    if names[2] == "R1":
        opened.GetRasterBand(3).SetMetadataItem("common_name", "red")
    opened = None
    notes = Notes()
    _, classes, _, _ = go(tmp_path, raster, two_trees(tmp_path / "f.onnx"), notes)
    assert classes.tolist() == [[1, 1, 2, 1]]
    assert notes.warnings == []
    assert any(said in line for line in notes.lines[:-3]) == bool(said)


def test_an_exact_name_goes_before_a_spelling(tmp_path):
    model = two_trees(tmp_path / "f.onnx", bands=(Band("red"), Band("nir")))
    raster = write(tmp_path / "i.tif", np.concatenate([IMAGE[::-1], IMAGE]), names=["B4", "B8", "red", "nir"])
    assert go(tmp_path, raster, model)[1].tolist() == [[1, 1, 2, 1]]


def test_without_names_the_position_counts_and_it_is_said(tmp_path):
    for names, bands in (((), (RED, NIR)), (("a", "b"), (Band(""), Band("")))):
        notes = Notes()
        raster = write(tmp_path / "i.tif", IMAGE, names=names)
        _, classes, _, _ = go(tmp_path, raster, two_trees(tmp_path / "f.onnx", bands=bands), notes)
        assert classes.tolist() == [[1, 1, 2, 1]]
        assert "position" in notes.warnings[0]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["B04", "B03", "B02"], "no band B08"),
        ([], "3 bands without names"),
        (["B04", "B08", "B8"], "."),  # the exact name is there once
        (["B04", "B8", "nir"], "i.tif has more than one band B08; it has"),
        (["B02", "x", "y"], "i.tif has no band B04, B08; it has B02, x, y: give a raster with B04, B08,"),
        (["x", "B8", "nir"], "i.tif has no band B04; more than one band B08; it has"),
        (["SR_B4", "SR_B5", "x"], "no band B04"),  # Landsat's numbers mean other colours
    ],
)
def test_a_raster_that_lacks_a_band_is_refused(tmp_path, names, words):
    raster = write(tmp_path / "i.tif", np.concatenate([IMAGE, IMAGE[:1]]), names=names)
    model = two_trees(tmp_path / "f.onnx")
    if words == ".":
        assert go(tmp_path, raster, model)[1].tolist() == [[1, 1, 2, 1]]
        return
    with pytest.raises(PantauError, match=words):
        go(tmp_path, raster, model)
    assert not (tmp_path / "c.tif").exists()


def test_values_in_other_units_are_converted_and_it_is_said(tmp_path):
    # trained on reflectance x 100 + 7 (declared), the raster declares its whole numbers as percent
    model = two_trees(tmp_path / "f.onnx", scaling=((0.01, -0.07), (0.01, -0.07)))
    raster = write(tmp_path / "i.tif", (IMAGE.astype(np.float64) - 7) / 10, names=["B04", "B08"])
    opened = gdal.Open(raster, gdal.GA_Update)
    for number in (1, 2):
        opened.GetRasterBand(number).SetScale(0.1)
    opened = None
    notes = Notes()
    _, classes, _, _ = go(tmp_path, raster, model, notes)
    assert classes.tolist() == [[1, 1, 2, 1]]
    assert "0.1" in notes.warnings[0]
    assert "-0.07" in notes.warnings[0]


@pytest.mark.parametrize(
    ("factor", "declared", "said"),
    [
        (1, 0.01, "taken as stored"),
        (0.01, 100.0, "converted"),
        (1, 1.0, ""),
        (0.001, 1.0, "means nothing"),
        (255, 1.0, "means nothing"),
    ],
)
def test_the_samples_tell_which_units_the_training_had(tmp_path, factor, declared, said):
    """Trained on undeclared numbers of 0 to 101 in red and 9 to 60 in NIR; the raster holds them times `factor`."""
    model = two_trees(tmp_path / "f.onnx", ranges=((0, 101), (9, 60)))
    raster = write(tmp_path / "i.tif", IMAGE.astype(np.float64) * factor, names=["B04", "B08"])
    opened = gdal.Open(raster, gdal.GA_Update)
    for number in (1, 2):
        opened.GetRasterBand(number).SetScale(declared)
    opened = None
    notes = Notes()
    _, classes, _, _ = go(tmp_path, raster, model, notes)
    assert (said in notes.warnings[0]) if said else not notes.warnings
    if said != "means nothing":
        assert classes.tolist() == [[1, 1, 2, 1]]


# 1st and 99th percentile of samples of water, forest, crops and towns in Sentinel-2's reflectance x 10 000: B02, B03, B04, B08, B11, B12
SAMPLES = np.array([[150, 1600], [250, 1900], [150, 2500], [80, 4500], [50, 4200], [30, 3600]])
COVERS = {  # darkest and brightest pixels of scenes of one cover
    "all": SAMPLES.T, "water": [[250, 300, 150, 60, 20, 10], [550, 600, 330, 180, 90, 70]],
    "forest": [[180, 350, 180, 2300, 1300, 500], [320, 600, 380, 3900, 2300, 1100]],
}  # fmt: skip


@pytest.mark.parametrize(
    ("cover", "dtype", "factor", "well"),
    [
        *((cover, dtype, 1, True) for cover in COVERS for dtype in (np.uint16, np.float32)),
        ("all", np.uint8, 255 / 10_000, False),  # reflectance 0 to 1 as 0 to 255
        ("all", np.uint8, 255 / 4500, False),  # stretched to the brightest pixel: spread over a twentieth of the samples' range
        ("forest", np.uint8, 255 / 4500, False),
        ("all", np.float32, 255 / 10_000, False),
        *((cover, np.float32, factor, False) for cover in COVERS for factor in (0.01, 0.0001)),
    ],
)
def test_other_units_are_noticed_and_other_covers_are_not(tmp_path, cover, dtype, factor, well):
    low, high = np.float64(COVERS[cover])[:, :, None, None]
    image = (low + (high - low) * np.random.default_rng(0).random((6, 70, 70))) * factor
    names = ["B02", "B03", "B04", "B08", "B11", "B12"]
    raster = write(tmp_path / "i.tif", image.astype(dtype), names=names)
    options = {"bands": [SENTINEL_2[name] for name in names], "scaling": [(1, 0)] * 6}
    notes = Notes()
    classify(raster, two_trees(tmp_path / "f.onnx", ranges=SAMPLES.tolist(), **options), monitor=notes)
    assert ["means nothing" in text for text in notes.warnings] == ([] if well else [True])
    # a model of reflectance itself takes none of them
    notes = Notes()
    classify(raster, two_trees(tmp_path / "g.onnx", ranges=(SAMPLES / 10_000).tolist(), **options), monitor=notes)
    assert ["means nothing" in text for text in notes.warnings] == ([] if factor == 0.0001 else [True])
    # Landsat's numbers are of the same order, and nearly all beyond the samples
    notes = Notes()
    image = (image / factor / 10_000 + 0.2) / 0.0000275
    raster = write(tmp_path / "l.tif", image.astype(np.uint16), names=names)
    classify(raster, read_model(str(tmp_path / "f.onnx")), monitor=notes)
    assert ["means nothing" in text for text in notes.warnings] == [True]


def test_the_better_of_two_bad_fits_is_not_called_the_samples_choice(tmp_path):
    """Trained on reflectance x 10 000, declared; the raster holds reflectance x 255 and declares nothing."""
    model = two_trees(tmp_path / "f.onnx", scaling=[(0.0001, 0)] * 2, ranges=SAMPLES[2:4].tolist())
    image = np.linspace(150, 4500, 128).reshape(2, 8, 8) * 255 / 10_000
    notes = Notes()
    classify(write(tmp_path / "i.tif", image.astype(np.float32), names=["B04", "B08"]), model, monitor=notes)
    assert "they are taken as stored." in notes.warnings[0]
    assert "means nothing" in notes.warnings[1]


# -- what is no data


@pytest.mark.parametrize(("empty", "dtype"), [(0, np.uint16), (65535, np.uint16), (255, np.uint8), (0, np.int16)])
def test_pixels_that_look_empty_and_are_not_declared_so(tmp_path, empty, dtype):
    """Of 8 pixels, one is empty in one band alone and three in both; their red is 0 (class 1), or beyond 100.5 (class 2)."""
    image = np.array([[[10, 20, 30, 40], [50, empty, empty, empty]], [[9, 9, 9, empty], [9, empty, empty, empty]]]).astype(dtype)
    model = two_trees(tmp_path / "f.onnx", ranges=((10, 50), (5, 12)))
    notes = Notes()
    classify(write(tmp_path / "i.tif", image, names=["B04", "B08"]), model, monitor=notes)
    said = notes.warnings[-1]
    assert said.startswith("37.50 % of the pixels are 0 in all bands")
    assert ("classified as class 2." if empty else "classified as class 1.") in said
    for options in ({"nodata": empty}, {"mask": np.full((2, 4), 255, np.uint8)}):
        notes = Notes()
        classify(write(tmp_path / f"{len(options)}.tif", image, names=["B04", "B08"], **options), model, monitor=notes)
        assert not any("% of the pixels" in text for text in notes.warnings)


def test_a_raster_of_no_data_alone_is_told(tmp_path):
    notes = Notes()
    raster = write(tmp_path / "i.tif", np.full((2, 70, 70), 9, np.uint16), names=["B04", "B08"], nodata=9)
    result = classify(raster, two_trees(tmp_path / "f.onnx", ranges=((0, 101), (9, 60))), monitor=notes)
    assert result.class_ha == {1: 0, 2: 0}
    assert notes.warnings == ["No pixel of i.tif holds data here: check its nodata value and the area of interest."]


# -- the run


@pytest.fixture
def scene(tmp_path):
    """(raster of 600 x 700 with a hole, model, scikit-learn's labels, probabilities, where there are data)."""
    rng = np.random.default_rng(0)
    image = rng.integers(0, 3000, (4, 600, 700)).astype(np.uint16)
    x = image[:, ::20, ::20].reshape(4, -1).T.astype(np.float32)
    y = (x[:, 0] > 1500).astype(int) + (x[:, 1] + rng.normal(0, 300, len(x)) > 2000)
    fitted = RandomForestClassifier(15, random_state=0).fit(x, y)
    names = ["B02", "B03", "B04", "B08"]
    document = forest_card(
        name="f", bands=[Band(name) for name in names], scaling=[(1, 0)] * 4, legend=legend(1, 2, 3), nodata=None, training={}, evaluation={}
    )  # fmt: skip
    write_forest(str(tmp_path / "f.onnx"), from_estimators(fitted.estimators_, 3), document)
    image[0, 100:300, 200:650] = 65535
    pixels = image.reshape(4, -1).T.astype(np.float32)
    raster = write(tmp_path / "i.tif", image, names=names, nodata=65535)
    shares = fitted.predict_proba(pixels).T.reshape(3, 600, 700)
    return raster, read_model(str(tmp_path / "f.onnx")), shares, image[0] < 65535


def test_both_engines_write_what_scikit_learn_says(tmp_path, scene, monkeypatch):
    raster, model, shares, there = scene
    written = []
    for engine in ("numba", "onnxruntime"):
        if engine == "numba":
            pytest.importorskip("numba")
            monkeypatch.setattr(walk, "FEW", 0)
        else:
            monkeypatch.setitem(__import__("sys").modules, "numba", None)
        result, classes, confidence, found = go(tmp_path, raster, model)
        assert result.engine == engine
        written.append((classes, confidence, found))
        assert np.array_equal(classes > 0, there)
        assert np.array_equal(classes[there], 1 + shares.argmax(axis=0)[there])  # 15 trees of pure leaves: no ties but real ones
        assert np.abs(confidence[there] / 200 - shares.max(axis=0)[there]).max() <= 0.0025 + 1e-6
        assert np.abs(found[:, there] / 200 - shares[:, there]).max() <= 0.0025 + 1e-6
        assert (found[:, ~there] == 255).all()
    assert all(np.array_equal(one, other) for one, other in zip(*written))


def test_a_cancelled_run_leaves_what_was_there(tmp_path, scene):
    raster, model, _, _ = scene
    (tmp_path / "c.tif").write_bytes(b"earlier")
    with pytest.raises(Cancelled):
        go(tmp_path, raster, model, Notes(stop_at=0.2))
    assert (tmp_path / "c.tif").read_bytes() == b"earlier"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c.tif", "f.onnx", "i.tif"]


# -- networks, and what is neither


def network(path):
    return step_model(path, threshold=100.5, metadata=card(names=["B04"]))


def test_a_segmentation_network_gives_its_mask_and_probability(tmp_path):
    model = open_model(network(tmp_path / "n.onnx"))
    image = np.zeros((1, 64, 64), np.uint16)
    image[0, 10:20, 10:30] = 200
    raster = write(tmp_path / "i.tif", image, names=["B04"])
    result = segment_classes(
        raster, model, classes=str(tmp_path / "c.tif"), probabilities=str(tmp_path / "p.tif"), scratch=str(tmp_path)
    )
    assert np.array_equal(read(tmp_path / "c.tif")[0], image[0] > 0)
    assert np.array_equal(read(tmp_path / "p.tif")[0], np.where(image[0] > 0, 200, 0))
    assert result.class_ha[1] == pytest.approx(2 / 0.9996**2, rel=2e-6)


def test_other_models_are_refused(tmp_path):
    with pytest.raises(NoForest, match="no card"):
        open_model(step_model(tmp_path / "n.onnx"))
    other = {"pantau": json.dumps({"mlm:tasks": ["regression"]})}
    with pytest.raises(NoForest, match="regression"):
        open_model(step_model(tmp_path / "n.onnx", metadata=other))
