"""The whole road on scenes whose answer is known, and on everything that goes wrong."""

import itertools
import math
import os
import weakref

import numpy as np
import pytest
from osgeo import gdal, ogr
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.raster.aoi import Polygons
from pantau.plugin.engine.raster.legend import read_legend
from pantau.plugin.engine.segmentation import model as model_module
from pantau.plugin.engine.segmentation.inputs import mirror_nodata
from pantau.plugin.engine.segmentation.model import Model
from pantau.plugin.engine.segmentation.segment import Settings, segment
from scenes import Notes, blur_model, card, class_model, read, step_model, write

RAW = Settings(scale_mean="0", scale_std="1")


def go(tmp_path, raster, model, settings=RAW, polygons=False, **options):
    found = []
    notes = Notes()
    result = segment(
        raster, Model(model, "cpu") if isinstance(model, str) else model, settings, probability=str(tmp_path / "p.tif"),
        mask=str(tmp_path / "m.tif"), polygons=(lambda r, it: found.extend(it)) if polygons else None, scratch=str(tmp_path),
        monitor=notes, **options,
    )  # fmt: skip
    return result, read(tmp_path / "m.tif")[0], read(tmp_path / "p.tif"), found, notes


def square(rows=200, cols=240, dtype="uint16"):
    image = np.zeros((rows, cols), dtype)
    image[40:90, 60:160] = 1  # 50 x 100 px of 10 m: 50 ha on the plane
    return image


def test_a_known_square_in_hectares(tmp_path):
    result, mask, probability, found, notes = go(
        tmp_path, write(tmp_path / "i.tif", square()), step_model(tmp_path / "s.onnx"), polygons=True
    )
    assert np.array_equal(mask, square())
    assert set(np.unique(probability)) == {0, 200}
    # on UTM's central meridian 1 ha of the map is 1 / 0.9996 ** 2 ha on the ellipsoid
    assert result.area_ha == pytest.approx(50 / 0.9996**2, rel=2e-6)
    assert len(found) == 1
    shape = ogr.CreateGeometryFromWkb(found[0].wkb)
    assert shape.GetEnvelope() == (500600, 501600, 9899100, 9899600)
    assert found[0].area_ha == pytest.approx(result.area_ha)
    assert (found[0].probability_mean, found[0].probability_max) == (1.0, 1.0)
    band = gdal.Open(str(tmp_path / "p.tif"))
    assert band.GetRasterBand(1).GetScale() == pytest.approx(1 / 200)
    assert band.GetRasterBand(1).GetNoDataValue() == 255
    assert [e.code for e in read_legend(str(tmp_path / "m.tif"))] == [0, 1]
    assert "CPU" in notes.lines[-2]


@pytest.mark.parametrize("dtype", [np.float32, np.float16])
def test_the_tiles_of_a_run_do_not_pile_up(tmp_path, dtype):
    model = Model(step_model(tmp_path / "s.onnx", dtype=dtype), "cpu")
    tiles, held, infer = [], [], model.infer

    def counted(batch):
        tiles.append(weakref.ref(batch if batch.base is None else batch.base))
        held.append(len({id(tile()) for tile in tiles} - {id(None)}))
        return infer(batch)

    model.infer = counted
    go(tmp_path, write(tmp_path / "i.tif", square(400, 480)), model, Settings(scale_mean="0", scale_std="1", tile=64))
    assert len(held) > 40
    assert max(held) < 8


@pytest.mark.parametrize(
    "case",
    ["south_up", "rotated", "degrees", "tiny", "one_pixel", "one_row", "float", "byte_alpha", "nan", "nodata", "mask", "vrt"],
)
def test_every_kind_of_raster_gives_the_same_classes(tmp_path, case):
    image, expected, options, settings = square(), square().astype(np.uint8), {}, RAW
    if case == "south_up":
        options["transform"] = (500000, 10, 0, 9898000, 0, 10)
    if case == "rotated":
        options["transform"] = (500000, 10 * math.cos(0.5), 10 * math.sin(0.5), 9900000, 10 * math.sin(0.5), -10 * math.cos(0.5))
    if case == "degrees":
        options.update(epsg=4326, transform=(117.0, 0.0001, 0, -2.0, 0, -0.0001))
    if case == "tiny":
        image, expected = image[38:45, 58:65], expected[38:45, 58:65]
    if case == "one_pixel":
        image, expected = image[45:46, 65:66], expected[45:46, 65:66]
    if case == "one_row":
        image, expected = image[45:46], expected[45:46]
    if case == "float":
        image = image.astype(np.float64)
    if case == "byte_alpha":
        alpha = np.full(image.shape, 255, np.uint8)
        alpha[:, :50] = 0
        image, options["alpha"] = np.stack([image.astype(np.uint8), alpha]), True
        expected[:, :50] = 255
    if case == "nan":
        image = image.astype(np.float32)
        image[10:20, 10:20] = np.nan
        expected[10:20, 10:20] = 255
    if case == "nodata":
        image[:, 100:] = 777
        options["nodata"], expected[:, 100:] = 777, 255
    if case == "mask":
        flags = np.full(image.shape, 255, np.uint8)
        flags[60:70] = 0
        options["mask"], expected[60:70] = flags, 255
    path = write(tmp_path / "i.tif", image, **options)
    if case == "vrt":
        left = gdal.Translate(str(tmp_path / "l.tif"), path, srcWin=[0, 0, 100, 200])
        right = gdal.Translate(str(tmp_path / "r.tif"), path, srcWin=[100, 0, 140, 200])
        left = right = None  # noqa: F841
        path = str(tmp_path / "mosaic.vrt")
        gdal.BuildVRT(path, [str(tmp_path / "l.tif"), str(tmp_path / "r.tif")]).FlushCache()
    result, mask, _, found, _ = go(tmp_path, path, step_model(tmp_path / "s.onnx"), settings, polygons=True)
    assert np.array_equal(mask, expected)
    assert gdal.Open(str(tmp_path / "m.tif")).GetGeoTransform() == pytest.approx(gdal.Open(path).GetGeoTransform())
    assert sum(f.area_ha for f in found) == pytest.approx(result.area_ha)


def test_degrees_are_measured_on_the_ellipsoid(tmp_path):
    path = write(tmp_path / "i.tif", np.ones((100, 100), np.float32), epsg=4326, transform=(110.0, 0.01, 0, -5.5, 0, -0.01))
    result = go(tmp_path, path, step_model(tmp_path / "s.onnx"))[0]
    # 1 degree square from 5.5 to 6.5 S on WGS 84, geographiclib: 12 243 km2 within a tenth of a percent of R cos(phi)
    assert result.area_ha == pytest.approx(1_224_250, rel=1e-3)


def test_seams_of_a_network_that_pads_with_zeros_do_not_show(tmp_path):
    """Mean of 17 x 17 px: exact in the middle of a tile, darkened at its edges. Blending must hide all of that."""
    image = np.random.default_rng(2).random((700, 900)).astype(np.float32)
    path = write(tmp_path / "i.tif", image)
    settings = Settings(scale_mean="0", scale_std="1", tile=128, overlap=40, probability_float=True)
    _, _, probability, _, _ = go(tmp_path, path, blur_model(tmp_path / "b.onnx", 8, metadata=card()), settings)
    from scipy import ndimage

    truth = ndimage.uniform_filter(image, 17, mode="mirror")
    inner = (slice(16, -16), slice(16, -16))
    assert np.abs(probability[0][inner] - truth[inner]).max() < 1e-5


def test_an_answer_smaller_than_the_tile_covers_everything_to_the_mirrored_edge(tmp_path):
    image = np.random.default_rng(2).random((150, 333)).astype(np.float32)
    settings = Settings(scale_mean="0", scale_std="1", probability_float=True)
    _, _, probability, _, _ = go(
        tmp_path, write(tmp_path / "i.tif", image), blur_model(tmp_path / "b.onnx", 8, cut=True, size=96, metadata=card()), settings
    )
    from scipy import ndimage

    assert np.abs(probability[0] - ndimage.uniform_filter(image, 17, mode="mirror")).max() < 1e-5


def test_nodata_is_mirrored_not_zero(tmp_path):
    """Half a bright image is nodata: next to it a mean over 17 px stays as bright as the image."""
    image = np.full((120, 120), 0.8, np.float32)
    image[:, 70:] = np.nan
    settings = Settings(scale_mean="0", scale_std="1", probability_float=True)
    _, mask, probability, _, _ = go(
        tmp_path, write(tmp_path / "i.tif", image), blur_model(tmp_path / "b.onnx", 8, cut=True, metadata=card()), settings
    )
    assert np.allclose(probability[0][:, :70], 0.8, atol=1e-5)
    assert np.isnan(probability[0][:, 70:]).all()
    assert (mask[:, 70:] == 255).all()


def test_mirroring_is_about_the_nearest_valid_pixel():
    row = np.array([[[5.0, 6, 7, 8, 0, 0, 0]]])
    assert mirror_nodata(row, row[0] > 0)[0, 0].tolist() == [5, 6, 7, 8, 7, 6, 5]


def test_the_same_pixels_get_the_same_class_wherever_the_scene_is_cut(tmp_path, data, shipped):
    tiles = [gdal.Open(str(data / "mines" / f"image_{number:03d}.tif")).ReadAsArray() for number in (3, 1, 5, 7)]
    image = np.concatenate([np.concatenate([tiles[(r + c) % 4] for c in range(4)], 2) for r in range(4)], 1)
    write(tmp_path / "whole.tif", image, names=["B4", "B3", "B2"])  # 1792 px: several tiles
    gdal.Translate(str(tmp_path / "cut.tif"), str(tmp_path / "whole.tif"), srcWin=[101, 67, 1600, 1600])
    model = Model(shipped, "cpu")
    _, whole, *_ = go(tmp_path, str(tmp_path / "whole.tif"), model, Settings())
    _, cut, *_ = go(tmp_path, str(tmp_path / "cut.tif"), model, Settings())
    part = whole[67:1667, 101:1701]
    inner = (slice(64, -64), slice(64, -64))
    assert (part[inner] != cut[inner]).mean() < 0.005
    assert 0.01 < part.mean() < 0.9


def test_several_classes_by_the_most_probable(tmp_path):
    image = np.repeat(np.array([0, 1, 2]), 50)[None].repeat(60, 0).astype(np.float32)
    result, mask, probability, found, _ = go(
        tmp_path, write(tmp_path / "i.tif", image), class_model(tmp_path / "c.onnx", 3), polygons=True
    )
    assert np.array_equal(mask, image)
    assert probability.shape == (2, 60, 150)
    assert sorted(f.code for f in found) == [1, 2]
    assert result.class_ha[1] == pytest.approx(result.class_ha[2], rel=1e-6)


def test_minimum_area_and_holes_act_on_mask_polygons_and_hectares(tmp_path):
    image = square()
    image[60:62, 100:102] = 0  # 0.04 ha
    image[150:153, 20:23] = 1  # 0.09 ha
    path = write(tmp_path / "i.tif", image)
    settings = Settings(scale_mean="0", scale_std="1", min_area_ha=0.1, fill_holes_ha=0.05)
    result, mask, _, found, _ = go(tmp_path, path, step_model(tmp_path / "s.onnx"), settings, polygons=True)
    assert np.array_equal(mask, square())
    assert len(found) == 1
    assert result.area_ha == pytest.approx(50 / 0.9996**2, rel=2e-6)
    assert ogr.CreateGeometryFromWkb(found[0].wkb).GetGeometryCount() == 1


def test_the_area_of_interest_limits_the_result(tmp_path):
    path = write(tmp_path / "i.tif", square())
    shape = ogr.CreateGeometryFromWkt("POLYGON((501000 9899300,502000 9899300,502000 9898500,501000 9898500,501000 9899300))")
    settings = Settings(scale_mean="0", scale_std="1", aoi=Polygons([bytes(shape.ExportToWkb())], ""))
    result, mask, _, _, _ = go(tmp_path, path, step_model(tmp_path / "s.onnx"), settings)
    assert mask.shape == (80, 100)
    assert gdal.Open(str(tmp_path / "m.tif")).GetGeoTransform()[0] == 501000
    assert result.area_ha == pytest.approx(0.01 * 20 * 60 / 0.9996**2, rel=1e-5)


def test_reflectance_in_any_unit_gives_the_same(tmp_path):
    scaling = [{"type": "z-score", "mean": 1000.0, "stddev": 1.0}]
    model = step_model(
        tmp_path / "s.onnx", threshold=0, metadata=card(1, values="reflectance", scaling=scaling, reflectance_scale=10000)
    )
    numbers = np.where(square() > 0, 2000, 300).astype(np.uint16)
    scaled = write(tmp_path / "scaled.tif", np.where(square() > 0, 500, 75).astype(np.uint16))
    dataset = gdal.Open(scaled, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.0004)
    dataset.GetRasterBand(1).SetOffset(0.0)
    dataset = None  # noqa: F841
    for path in (write(tmp_path / "dn.tif", numbers), write(tmp_path / "unit.tif", (numbers / 10000).astype(np.float32)), scaled):
        assert np.array_equal(go(tmp_path, path, model, Settings())[1], square()), path
    byte = write(tmp_path / "tci.tif", np.where(square() > 0, 200, 20).astype(np.uint8))
    *_, notes = go(tmp_path, byte, model, Settings())
    assert "true-colour" in notes.warnings[-1]


def test_another_pixel_size_than_the_models_is_said(tmp_path):
    model = step_model(tmp_path / "s.onnx", metadata=card(1, ground_sampling_distance_m=10))
    *_, notes = go(tmp_path, write(tmp_path / "i.tif", square(), transform=(500000, 30, 0, 9900000, 0, -30)), model)
    assert "30 m" in notes.warnings[0]


def test_bands_are_taken_by_name_number_or_refused(tmp_path):
    image = np.stack([np.zeros((50, 50), np.uint16), square(50, 50), np.zeros((50, 50), np.uint16)])
    model = step_model(tmp_path / "s.onnx", metadata=card(1, names=["B04"]))
    named = write(tmp_path / "n.tif", image, names=["B2", "B4", "B8"])
    unnamed = write(tmp_path / "u.tif", image)
    expected = square(50, 50)
    assert np.array_equal(go(tmp_path, named, model)[1], expected)
    for wanted in ("2", "B4", "red"):
        assert np.array_equal(go(tmp_path, named, model, Settings(bands=wanted, scale_std="1"))[1], expected)
    for path, wanted, words in (
        (unnamed, "", "say which in BANDS"),
        (named, "1,2", "BANDS names 2 bands"),
        (named, "swir", "are not all in"),
        (named, "9", "Band 9 does not exist"),
    ):
        with pytest.raises(PantauError, match=words):
            go(tmp_path, path, model, Settings(bands=wanted, scale_std="1"))


@pytest.mark.parametrize(("settings", "words"), [
    (Settings(), "give SCALE_MEAN and SCALE_STD"), (Settings(scale_mean="a"), "not a number"), (Settings(scale_std="0"), "greater than 0"),
    (Settings(scale_mean="1,2,3"), "3 numbers"), (Settings(scale_std="1", threshold=7), "THRESHOLD is 7"),
    (Settings(scale_std="1", tile=100), "multiples of 32"), (Settings(scale_std="1", overlap=80), "OVERLAP is 80"),
])  # fmt: skip
def test_settings_that_make_no_sense_are_refused(tmp_path, settings, words):
    with pytest.raises(PantauError, match=words):
        go(tmp_path, write(tmp_path / "i.tif", square()), step_model(tmp_path / "s.onnx"), settings)
    assert sorted(os.listdir(tmp_path)) == ["i.tif", "s.onnx"]


def test_cancelling_leaves_the_earlier_files(tmp_path):
    (tmp_path / "m.tif").write_bytes(b"earlier")

    model = Model(step_model(tmp_path / "s.onnx"), "cpu")
    with pytest.raises(Cancelled):
        segment(
            write(tmp_path / "i.tif", square()),
            model,
            RAW,
            mask=str(tmp_path / "m.tif"),
            scratch=str(tmp_path),
            monitor=Notes(stop_at=0),
        )
    assert (tmp_path / "m.tif").read_bytes() == b"earlier"
    assert sorted(os.listdir(tmp_path)) == ["i.tif", "m.tif", "s.onnx"]


def test_a_fixed_batch_is_filled_up(tmp_path):
    path = write(tmp_path / "i.tif", square())
    model = step_model(tmp_path / "s.onnx", size=64, batch=4)
    assert np.array_equal(go(tmp_path, path, model)[1], square())


def test_all_nodata_is_a_result_too(tmp_path):
    path = write(tmp_path / "i.tif", np.zeros((70, 70), np.uint16), nodata=0)
    result, mask, _, found, _ = go(tmp_path, path, step_model(tmp_path / "s.onnx"), polygons=True)
    assert (mask == 255).all()
    assert (result.area_ha, found) == (0.0, [])


def test_a_scene_with_1000_added_is_said(tmp_path):
    model = step_model(
        tmp_path / "s.onnx", metadata=card(1, values="reflectance", scaling=[{"type": "z-score", "mean": 0, "stddev": 1}])
    )
    *_, notes = go(tmp_path, write(tmp_path / "i.tif", square() + 1300), model, Settings())
    assert "1000 added" in notes.warnings[0]
    *_, notes = go(tmp_path, write(tmp_path / "i.tif", square() + 300), model, Settings())
    assert not notes.warnings


def test_named_bands_that_are_not_the_models_are_refused(tmp_path):
    path = write(tmp_path / "i.tif", np.ones((3, 40, 40), np.uint16), names=["B08", "B04", "B03"])
    model = step_model(tmp_path / "s.onnx", bands=3, metadata=card(3, names=["B04", "B03", "B02"]))
    with pytest.raises(PantauError, match="say which in BANDS"):
        go(tmp_path, path, model, Settings())


def test_half_a_scaling_is_refused(tmp_path):
    model = step_model(tmp_path / "s.onnx", metadata=card(1, scaling=[{"type": "z-score", "mean": 9, "stddev": 3}]))
    for settings, words in ((Settings(scale_mean="500"), "Only one of"), (Settings(scale_mean="nan", scale_std="1"), "finite")):
        with pytest.raises(PantauError, match=words):
            go(tmp_path, write(tmp_path / "i.tif", square()), model, settings)


def test_the_unit_of_a_mostly_empty_scene_is_found(tmp_path):
    scaling = [{"type": "z-score", "mean": 1000.0, "stddev": 1.0}]
    model = step_model(tmp_path / "s.onnx", threshold=0, metadata=card(1, values="reflectance", scaling=scaling))
    image = np.full((1000, 1000), np.nan, np.float32)
    image[300:340, 300:340] = 500
    image[320:340, 300:340] = 2500
    result, mask, _, _, notes = go(tmp_path, write(tmp_path / "i.tif", image), model, Settings())
    assert (mask == 1).sum() == 800
    assert "x 10 000" in notes.lines[0]


def test_answers_that_are_no_numbers_are_no_data(tmp_path):
    model = Model(step_model(tmp_path / "s.onnx", metadata=card()), "cpu")
    answer = model.probabilities

    def broken(answers, tile):
        values = answer(answers, tile)
        values[:, 160:170, 160:180] = np.nan
        return values

    model.probabilities = broken
    _, mask, probability, _, notes = go(tmp_path, write(tmp_path / "i.tif", square()), model)
    assert (mask == 255).sum() == 200
    assert np.array_equal(probability[0] == 255, mask == 255)
    assert len(notes.warnings) == 1


@pytest.mark.parametrize("threshold", [0.5, 0.333, 0.9])
def test_thresholding_the_probability_raster_gives_the_mask(tmp_path, threshold):
    image = np.random.default_rng(0).random((200, 300)).astype(np.float32)
    settings = Settings(scale_mean="0", scale_std="1", threshold=threshold)
    _, mask, probability, _, _ = go(
        tmp_path, write(tmp_path / "i.tif", image), step_model(tmp_path / "s.onnx", steep=2.0), settings
    )
    truth = 1 / (1 + np.exp(-2 * (image - 0.5))) >= threshold
    assert (mask != truth).sum() <= 1
    assert np.array_equal(probability[0] / 200 >= threshold, mask == 1)


def test_a_fixed_tile_smaller_than_the_step(tmp_path):
    for size in (20, 24):
        assert np.array_equal(
            go(tmp_path, write(tmp_path / "i.tif", square()), step_model(tmp_path / "s.onnx", size=size))[1], square()
        )


def test_when_the_polygons_fail_the_rasters_are_as_they_were(tmp_path):
    (tmp_path / "m.tif").write_bytes(b"earlier")
    model = Model(step_model(tmp_path / "s.onnx"), "cpu")

    def full(result, found):
        assert (tmp_path / "m.tif").read_bytes() != b"earlier"
        raise PantauError("full")

    with pytest.raises(PantauError, match="full"):
        segment(
            write(tmp_path / "i.tif", square()), model, RAW, mask=str(tmp_path / "m.tif"), probability=str(tmp_path / "p.tif"),
            polygons=full, scratch=str(tmp_path),
        )  # fmt: skip
    assert (tmp_path / "m.tif").read_bytes() == b"earlier"
    assert sorted(os.listdir(tmp_path)) == ["i.tif", "m.tif", "s.onnx"]


@pytest.mark.parametrize(("rows", "cols"), [(300, 500), (64, 64), (1, 700)])
def test_tiles_that_run_at_the_same_time_give_what_they_give_one_by_one(tmp_path, monkeypatch, rows, cols):
    image = np.random.default_rng(0).integers(0, 3, (rows, cols)).astype(np.uint16)
    image[:40, :130] = 9
    path, model = write(tmp_path / "i.tif", image, nodata=9), blur_model(tmp_path / "b.onnx")
    results = []
    for at_once in (1, 2):
        monkeypatch.setattr(model_module, "AT_ONCE", at_once)
        _, mask, probability, _, _ = go(tmp_path, path, model, Settings(scale_mean="0", scale_std="1", tile=64))
        results.append((mask, probability))
    for one, two in zip(*results):
        assert np.array_equal(one, two)


def test_an_error_of_one_of_two_tiles_at_work_ends_the_run_and_leaves_nothing(tmp_path, monkeypatch):
    path, model = write(tmp_path / "i.tif", square()), Model(step_model(tmp_path / "s.onnx"), "cpu")
    infer, calls = model.infer, itertools.count()

    def failing(batch):
        if next(calls) == 3:
            raise PantauError("the model fails on this tile")
        return infer(batch)

    monkeypatch.setattr(model, "infer", failing)
    with pytest.raises(PantauError, match="fails on this tile"):
        go(tmp_path, path, model, Settings(scale_mean="0", scale_std="1", tile=64))
    assert sorted(os.listdir(tmp_path)) == ["i.tif", "s.onnx"]
