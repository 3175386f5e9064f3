"""What counts as data, and how rasters are brought to one grid."""

import numpy as np
import pytest
from osgeo import gdal
from pantau.plugin.engine.errors import PantauError
from pantau.plugin.engine.raster.grid import Window
from pantau.plugin.engine.raster.sensors import canonical, find_bands
from pantau.plugin.engine.raster.source import AlignedSource, RasterSource, open_aligned, reflect
from scenes import write

ALL = Window(0, 0, 4, 3)


def values(dtype="uint16"):
    return np.arange(1, 13).reshape(3, 4).astype(dtype)


def test_nodata_nan_mask_and_alpha_say_what_is_valid(tmp_path):
    expected = np.ones((3, 4), bool)
    expected[1, 2] = False
    holed = values()
    holed[1, 2] = 0
    floating = values("float32")
    floating[1, 2] = np.nan
    flags = np.where(expected, 255, 0).astype(np.uint8)
    cases = [
        write(tmp_path / "nodata.tif", holed, nodata=0),
        write(tmp_path / "nan.tif", floating),
        write(tmp_path / "nan_nodata.tif", floating, nodata=float("nan")),
        write(tmp_path / "mask.tif", values(), mask=flags),
        write(tmp_path / "alpha.tif", np.stack([values("uint8"), flags]), alpha=True),
        write(tmp_path / "any_band.tif", np.stack([values(), holed]), nodata=0),
    ]
    for path in cases:
        source = RasterSource(path)
        assert np.array_equal(source.read(ALL).valid, expected), path
    assert RasterSource(cases[4]).bands == [1]
    assert RasterSource(write(tmp_path / "full.tif", values(), nodata=0)).read(ALL).valid is None


@pytest.mark.parametrize("nodata", [-9999, 2.5, 1e30, float("nan")])
def test_nodata_that_the_type_cannot_hold_marks_no_pixel(tmp_path, nodata):
    write(tmp_path / "a.tif", values())
    vrt = tmp_path / "a.vrt"  # GDAL writes no such thing into a GeoTIFF, but others do
    gdal.Translate(str(vrt), str(tmp_path / "a.tif"), format="VRT")
    vrt.write_text(vrt.read_text().replace("<ColorInterp>", f"<NoDataValue>{nodata}</NoDataValue><ColorInterp>"))
    assert RasterSource(str(vrt)).read(ALL).valid is None


def test_reflection_mirrors_about_the_edge_pixels():
    assert reflect(np.arange(-3, 8), 5).tolist() == [3, 2, 1, 0, 1, 2, 3, 4, 3, 2, 1]
    assert reflect(np.arange(-9, 9), 2).tolist() == [1, 0] * 9
    assert not reflect(np.arange(-3, 4), 1).any()


def test_reading_over_the_edge_is_numpys_reflect_padding(tmp_path):
    source = RasterSource(write(tmp_path / "a.tif", values()))
    padded = np.pad(values(), 2, mode="reflect")
    assert np.array_equal(source.read_reflected(Window(-2, -2, 8, 7)).values[0], padded)


def test_bilinear_alignment_is_exact_on_a_plane(tmp_path):
    # value = column: a plane is what bilinear interpolation reproduces exactly; the grid is shifted by half a pixel
    plane = np.tile(np.arange(20, dtype=np.float32), (20, 1))
    path = write(tmp_path / "plane.tif", plane)
    reference = RasterSource(write(tmp_path / "ref.tif", plane[:8, :8], transform=(500055, 10, 0, 9899955, 0, -10)))
    aligned = open_aligned(path, reference.grid, "bilinear")
    assert isinstance(aligned, AlignedSource)
    found = aligned.read(Window(0, 0, 8, 8))
    assert np.allclose(found.values[0], np.arange(8) + 5.5, atol=1e-4)
    assert found.valid is None


def test_classes_are_not_interpolated_and_nothing_is_invented_outside(tmp_path):
    classes = np.where(np.arange(20) < 10, 3, 200)[None].repeat(20, 0).astype(np.uint8)
    path = write(tmp_path / "classes.tif", np.stack([classes, classes + 1]))
    reference = RasterSource(write(tmp_path / "ref.tif", classes, transform=(500103, 10, 0, 9899997, 0, -10)))
    found = open_aligned(path, reference.grid, "nearest", [2]).read(Window(0, 0, 20, 20))
    assert set(np.unique(found.values[0][found.valid])) <= {4, 201}
    assert found.valid[:, :9].all() or found.valid[:19, :9].all()
    assert not found.valid[:, 11:].any()


def test_another_crs_is_brought_to_the_reference(tmp_path):
    # one degree raster whose value is its column, read on a UTM grid inside it
    plane = np.tile(np.arange(100, dtype=np.float32), (100, 1))
    path = write(tmp_path / "degrees.tif", plane, epsg=4326, transform=(117.0, 0.001, 0, -0.85, 0, -0.001))
    reference = RasterSource(write(tmp_path / "utm.tif", np.zeros((5, 5), np.uint8), transform=(500500, 100, 0, 9900000, 0, -100)))
    found = open_aligned(path, reference.grid, "bilinear").read(Window(0, 0, 5, 5))
    # 500 m east of the central meridian (117 E) at the equator is 500 / 0.9996 / 111319.5 degrees
    expected = ((500 + 50 + 100 * np.arange(5)) / 0.9996 / 111319.49) / 0.001 - 0.5
    assert np.allclose(found.values[0][2], expected, atol=0.02)


def test_same_grid_is_read_without_resampling(tmp_path):
    path = write(tmp_path / "a.tif", values())
    assert not isinstance(open_aligned(path, RasterSource(path).grid, "bilinear"), AlignedSource)


@pytest.fixture(params=[False, True], ids=["errors", "exceptions"])
def gdal_manners(request):
    """GDAL's Python returns errors or raises them, as any other plugin may have chosen for the whole process."""
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if request.param else gdal.DontUseExceptions)()
    yield
    (gdal.UseExceptions if before else gdal.DontUseExceptions)()


@pytest.mark.parametrize(("make", "words"), [
    (lambda p: p / "absent.tif", "There is no raster"),
    (lambda p: (p / "text.tif").write_text("no raster") and p / "text.tif", "not a raster"),
    (lambda p: write(p / "nocrs.tif", values(), epsg=None), "no coordinate system"),
])  # fmt: skip
def test_unusable_rasters_are_refused_with_a_sentence(gdal_manners, tmp_path, make, words):
    with pytest.raises(PantauError, match=words):
        RasterSource(str(make(tmp_path)))


def test_a_truncated_file_is_refused_where_it_breaks(gdal_manners, tmp_path):
    path = write(tmp_path / "t.tif", np.random.default_rng(0).integers(0, 9999, (600, 600)).astype(np.uint16))
    content = open(path, "rb").read()
    open(path, "wb").write(content[: len(content) // 2])
    with pytest.raises(PantauError, match="cannot be read at row|not a raster"):
        RasterSource(path).read(Window(0, 300, 600, 300))


@pytest.mark.parametrize("name", ["B4", "b04", "B04", "Band 4: B4 (665 nm)", "S2_B04_10m", "red", "Red", "merah"])
def test_spellings_of_one_band(name):
    assert canonical(name) == "B04"


def test_bands_are_found_by_name_or_not_at_all():
    assert canonical("B8A") == "B8A"
    assert canonical("B12") == "B12"
    assert [canonical(name) for name in ("sr_b4", "SR B4", "SR_B04", "SR_B4_median")] == ["SR_B4"] * 4
    assert find_bands(["B04", "B03", "B02"], ["B2", "B3", "B4", "B8"]) == [3, 2, 1]
    assert find_bands(["B04"], ["B4", "red"]) is None
    assert find_bands(["B04"], ["", ""]) is None


def test_alpha_counts_beside_nodata(tmp_path):
    flags = np.full((3, 4), 255, np.uint8)
    flags[0, 0] = 0
    image = values("uint8")
    path = write(tmp_path / "a.tif", np.stack([image, flags]), alpha=True)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetNoDataValue(12)
    dataset = None  # noqa: F841
    valid = RasterSource(path).read(ALL).valid
    assert not valid[0, 0]
    assert not valid[2, 3]
    assert valid.sum() == 10


def test_a_pixel_missing_in_one_band_is_missing_on_another_grid_too(tmp_path):
    image = np.full((2, 30, 30), 7, np.uint16)
    image[1, 10:20, 10:20] = 0
    path = write(tmp_path / "a.tif", image, nodata=0)
    reference = RasterSource(write(tmp_path / "r.tif", image[0], transform=(500000, 10, 0, 9900000.001, 0, -10.0001)))
    found = AlignedSource(path, reference.grid, "nearest").read(Window(0, 0, 30, 30))
    assert not found.valid[10:20, 10:20].any()
    assert found.valid[:10].all()


def test_signed_and_wide_numbers_are_written_as_they_are(tmp_path):
    from pantau.plugin.engine.raster.outputs import Outputs

    grid = RasterSource(write(tmp_path / "g.tif", values())).grid
    for kind, number in (("int16", -5), ("uint32", 3_000_000_000), ("int32", -7), ("float32", 0.25)):
        with Outputs() as outputs:
            outputs.create("x", str(tmp_path / "o.tif"), grid, kind, 1, None).write(0, 0, np.full((3, 4), number, kind))
        assert (gdal.Open(str(tmp_path / "o.tif")).ReadAsArray() == number).all()
