"""The pipeline: seamless, bounded, overlapping, and gone when told to."""

import itertools
import threading
import time

import numpy as np
import pytest
from osgeo import ogr
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.raster import pipeline
from pantau.plugin.engine.raster.aoi import AreaOfInterest, Polygons
from pantau.plugin.engine.raster.outputs import Outputs
from pantau.plugin.engine.raster.pipeline import in_order, map_blocks, run
from pantau.plugin.engine.raster.source import RasterSource, open_aligned
from scenes import read, write
from scipy import ndimage


def box(west, south, east, north):
    return bytes(
        ogr.CreateGeometryFromWkt(
            f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"
        ).ExportToWkb()
    )


@pytest.mark.parametrize("size", [64, 100, 512])
def test_a_window_of_neighbours_leaves_no_seams(tmp_path, size):
    image = np.random.default_rng(1).random((300, 410)).astype(np.float32)
    source = RasterSource(write(tmp_path / "i.tif", image))
    with Outputs() as outputs:
        outputs.create("mean", str(tmp_path / "o.tif"), source.grid, np.float32, 1, float("nan"))
        map_blocks(
            [source],
            lambda b: {"mean": b.core(ndimage.uniform_filter(b.pixels[0].values[0], 7))},
            outputs.rasters,
            monitor=Monitor(),
            halo=3,
            size=size,
        )
    assert np.allclose(read(tmp_path / "o.tif")[0], ndimage.uniform_filter(image, 7, mode="mirror"), atol=1e-6)


def test_inputs_on_two_grids_meet_on_the_first(tmp_path):
    one = RasterSource(write(tmp_path / "a.tif", np.ones((40, 40), np.float32)))
    two = open_aligned(
        write(tmp_path / "b.tif", np.full((90, 90), 5, np.float32), transform=(499997, 4, 0, 9900003, 0, -4)), one.grid, "bilinear"
    )
    with Outputs() as outputs:
        outputs.create("sum", str(tmp_path / "o.tif"), one.grid, np.float32, 1, float("nan"))

        def add(block):
            valid = block.pixels[1].valid
            total = block.pixels[0].values[0] + block.pixels[1].values[0]
            return {"sum": total if valid is None else np.where(valid, total, np.nan)}

        map_blocks([one, two], add, outputs.rasters, monitor=Monitor(), size=16)
    result = read(tmp_path / "o.tif")[0]
    assert (result[:35, :35] == 6).all()
    assert np.isnan(result[37:, :]).all()


def test_the_area_of_interest_limits_reading_and_result(tmp_path):
    source = RasterSource(write(tmp_path / "i.tif", np.ones((100, 100), np.uint8)))
    aoi = AreaOfInterest(
        Polygons([box(500200, 9899500, 500300, 9899700), box(500600, 9899600, 500650, 9899700)], source.grid.crs), source.grid
    )
    assert aoi.window == (20, 30, 45, 20)
    assert aoi.inside(aoi.window).sum() == 10 * 20 + 5 * 10
    blocks = []
    with Outputs() as outputs:
        outputs.create("x", str(tmp_path / "o.tif"), source.grid.window(aoi.window), np.uint8, 1, 255)

        def kernel(block):
            blocks.append(block.window)
            return {"x": np.where(block.inside, 1, 255).astype(np.uint8)}

        map_blocks([source], kernel, outputs.rasters, monitor=Monitor(), aoi=aoi, size=16)
    assert (read(tmp_path / "o.tif") == 1).sum() == 250
    assert sum(w.width * w.height for w in blocks) == 45 * 20


@pytest.mark.parametrize(("polygons", "words"), [([], "no polygon"), ([box(0, 0, 10, 10)], "outside the raster")])
def test_an_area_of_interest_that_is_none_is_refused(tmp_path, polygons, words):
    grid = RasterSource(write(tmp_path / "i.tif", np.ones((10, 10), np.uint8))).grid
    with pytest.raises(PantauError, match=words):
        AreaOfInterest(Polygons(polygons, grid.crs), grid)


def test_an_area_of_interest_in_degrees_lands_on_a_utm_raster(tmp_path):
    grid = RasterSource(write(tmp_path / "i.tif", np.ones((100, 100), np.uint8))).grid
    degrees = 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]'
    # 117 E is the central meridian: easting 500 000; 0.004 degrees east of it are about 445 m
    aoi = AreaOfInterest(Polygons([box(117.0, -0.909, 117.004, -0.907)], degrees), grid)
    assert 44 <= aoi.window.width <= 46
    assert 21 <= aoi.window.height <= 24


def test_reading_computing_and_writing_overlap():
    together = threading.Barrier(3)  # passed only while all three stages are at work, each on its own block

    def stage(meets):
        def work(item):
            if item == meets:
                together.wait(timeout=20)
            return item

        return work

    run(range(9), stage(6), lambda blocks: map(stage(5), blocks), stage(4), monitor=Monitor())
    assert not together.broken


def test_few_blocks_are_in_memory_at_once():
    alive, most, lock = [0], [0], threading.Lock()

    def read_one(item):
        with lock:
            alive[0] += 1
            most[0] = max(most[0], alive[0])
        return item

    def write_one(item):
        time.sleep(0.002)
        with lock:
            alive[0] -= 1

    run(range(100), read_one, lambda blocks: iter(blocks), write_one, monitor=Monitor())
    assert most[0] <= 8
    assert alive[0] == 0


@pytest.mark.parametrize("workers", [None, 32])
def test_memory_does_not_grow_with_the_cores(tmp_path, monkeypatch, workers):
    monkeypatch.setattr(pipeline.os, "cpu_count", lambda: 64)
    source = RasterSource(write(tmp_path / "i.tif", np.ones((160, 160), np.uint8)))
    busy, most, lock = [0], [0], threading.Lock()

    def kernel(block):
        with lock:
            busy[0] += 1
            most[0] = max(most[0], busy[0])
        time.sleep(0.01)
        with lock:
            busy[0] -= 1
        return {}

    map_blocks([source], kernel, {}, monitor=Monitor(), size=16, workers=workers)
    assert 1 < most[0] <= 8


def test_cancel_stops_within_a_block_and_removes_the_output(tmp_path):
    source = RasterSource(write(tmp_path / "i.tif", np.ones((2000, 2000), np.uint8)))

    class Impatient(Monitor):
        def progress(self, done, total):
            return done < 3

    seen = []
    with pytest.raises(Cancelled), Outputs() as outputs:
        outputs.create("x", str(tmp_path / "o.tif"), source.grid, np.uint8, 1, 255)

        def kernel(block):
            seen.append(1)
            time.sleep(0.02)
            return {"x": block.pixels[0].values[0]}

        map_blocks([source], kernel, outputs.rasters, monitor=Impatient(), size=64, workers=1)
    assert len(seen) < 200
    assert [p.name for p in tmp_path.iterdir()] == ["i.tif"]


@pytest.mark.parametrize("stage", ["read", "compute", "write"])
def test_an_error_of_any_stage_reaches_the_caller_and_ends_all_threads(stage):
    def fail(item):
        if item == 3:
            raise PantauError(stage)
        return item

    same = lambda item: item  # noqa: E731
    before = threading.active_count()
    with pytest.raises(PantauError, match=stage):
        run(
            range(1000), fail if stage == "read" else same, lambda blocks: (fail(b) if stage == "compute" else b for b in blocks),
            fail if stage == "write" else same, monitor=Monitor(),
        )  # fmt: skip
    assert threading.active_count() == before


def test_compute_may_end_before_its_input():
    written = []
    run(range(1000), lambda item: item, lambda blocks: itertools.islice(blocks, 2), written.append, monitor=Monitor())
    assert written == [0, 1]


def test_progress_counts_what_is_done_and_not_what_is_under_way():
    gate, seen = threading.Event(), []

    class Watch(Monitor):
        def progress(self, done, total):
            seen.append(done / total)
            if len(seen) == 3:
                gate.set()
            return True

    def slow(item):
        assert gate.wait(10)
        return item

    run(range(6), lambda item: item, lambda items: in_order(items, slow, 3), lambda result: None, monitor=Watch())
    assert seen[:3] == [0, 0, 0]
