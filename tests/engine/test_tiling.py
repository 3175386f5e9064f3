"""Tiles cover everything once in weight, and compute little twice."""

import numpy as np
import pytest
from pantau.plugin.engine.segmentation.tiling import Blender, Layout, choose, place, ramp


def test_at_most_1_12_times_the_scene_is_computed():
    worst = 0.0
    for size in list(range(600, 11000, 37)) + [4096, 10980]:
        for phase in ((0, 0), (15, 15)):
            worst = max(worst, Layout(*choose(size, size, 64, 16, phase)).computed_share())
    assert worst <= 1.12
    assert Layout(*choose(10980, 700, 64, 16)).computed_share() <= 1.12


def test_tiles_are_multiples_overlap_enough_and_keep_step():
    for rows, cols, phase in ((4096, 3001, (3, 12)), (1, 5000, (0, 7)), (777, 10980, (9, 0))):
        for axis, lead in zip(choose(rows, cols, 64, 16, phase), phase):
            assert axis.length % 16 == 0
            assert all((start + lead) % 16 == 0 for start in axis.starts)
            assert axis.starts[0] <= 0
            assert axis.starts[-1] + axis.length >= axis.covered
            assert all(axis.overlap(i) >= 64 for i in range(1, len(axis.starts)))


@pytest.mark.parametrize(("rows", "cols", "length", "overlap", "step", "phase"), [
    (100, 90, 32, 5, 1, 0), (33, 33, 32, 16, 1, 0), (40, 70, 32, 0, 1, 0), (95, 200, 64, 16, 16, 11), (5, 3, 32, 8, 1, 0), (81, 70, 32, 15, 1, 0),
])  # fmt: skip
def test_blended_tiles_of_an_image_are_the_image(rows, cols, length, overlap, step, phase):
    image = np.random.default_rng(0).random((2, rows, cols)).astype(np.float32)
    layout = Layout(place(rows, length, overlap, step, phase), place(cols, length, overlap, step, phase))
    blender = Blender(layout, 2)
    result = np.full_like(image, np.nan)
    wide = np.pad(image, ((0, 0), (64, 128), (64, 128)), mode="symmetric")
    for tile in layout.tiles():
        x, y, w, h = tile.window
        final, values = blender.add(tile, wide[:, y + 64 : y + 64 + h, x + 64 : x + 64 + w].copy())
        part = result[:, final.y : final.y + final.height, final.x : final.x + final.width]
        assert np.isnan(part).all()  # each pixel is handed out once
        part[:] = values
    assert np.abs(result - image).max() < 1e-6


def test_ramps_of_two_neighbours_add_up_to_one():
    for overlap, length in ((1, 8), (10, 64), (60, 64), (48, 64)):
        rising = ramp(overlap, length)
        assert np.allclose(rising + rising[::-1], 1, atol=1e-6)
        assert (np.diff(rising) >= 0).all()


def test_a_skipped_tile_does_not_darken_its_neighbours():
    layout = Layout(place(64, 64, 0), place(110, 64, 18))
    blender = Blender(layout, 1)
    first, second = layout.tiles()
    window, values = blender.add(first, np.ones((1, 64, 64), np.float32))
    assert (values == 1).all()
    assert blender.add(second, None)[1] is None
    assert window.width == 46
