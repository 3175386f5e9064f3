"""Which tiles are learnt from, and what a patch may look like."""

import csv

import numpy as np
import pytest
from osgeo import gdal
from training.augment import Collection, Patches, cropped, warped
from training.labels import Decision, Piece
from training.tiles import Tile, folds, kept_back, read_tiles, split_tiles


def tile(name, group, split="", rows=64, cols=64, value=500):
    image = np.full((3, rows, cols), value, np.uint16)
    mask = np.zeros((rows, cols), np.uint8)
    mask[: rows // 4] = 1
    return Tile(name, group, image, mask, split)


TILES = [tile(str(i), str(g)) for i, g in enumerate([0] * 6 + [1] * 5 + [2] * 4 + [3, 4, 5, 6, 7, 8, 9, 10, 11, 12] * 2)]


def test_no_group_is_in_two_folds_and_folds_are_alike():
    dealt = folds(TILES, 5, seed=0)
    assert sorted(group for fold in dealt for group in fold) == sorted({t.group for t in TILES})
    assert {sum(t.group in fold for t in TILES) for fold in dealt} <= {6, 7, 8}
    assert folds(TILES, 5, seed=0) == dealt
    with pytest.raises(ValueError, match="13 groups cannot be dealt to 20 folds"):
        folds(TILES, 20, seed=0)


@pytest.mark.parametrize("fold", range(5))
def test_no_group_is_on_two_sides(fold):
    split = split_tiles(TILES, fold=fold, of=5, seed=0)
    sides = [{t.group for t in side} for side in (split.training, split.validation, split.test)]
    assert all(sides)
    assert not (sides[0] & sides[1] or sides[0] & sides[2] or sides[1] & sides[2])
    assert sum(map(len, (split.training, split.validation, split.test))) == len(TILES)


def test_the_split_of_pantau_trainingtiles_is_kept():
    tiles = [tile(str(i), str(i), "validation" if i < 3 else "train") for i in range(10)]
    assert [t.name for t in split_tiles(tiles, fold=0, of=5, seed=0).test] == ["0", "1", "2"]


def test_one_large_group_is_learnt_from_and_the_report_says_what_that_costs():
    tiles = [tile(str(i), "all" if i >= 3 else "there", "validation" if i < 3 else "train") for i in range(10)]
    split = split_tiles(tiles, fold=0, of=5, seed=0)
    assert ([t.name for t in split.validation], len(split.training), split.shared) == (["0", "1", "2"], 7, True)
    with pytest.raises(ValueError, match="The 1 groups"):
        split_tiles([tile(str(i), str(i)) for i in range(2)], fold=0, of=2, seed=0)


def write(folder, number, image, mask, nodata=None, transform=None):
    for name, array in (("image", image), ("mask", mask[None])):
        kind = gdal.GDT_UInt16 if name == "image" else gdal.GDT_Byte
        dataset = gdal.GetDriverByName("GTiff").Create(
            str(folder / f"{name}_{number:03d}.tif"), array.shape[2], array.shape[1], len(array), kind
        )
        if transform:
            dataset.SetGeoTransform(transform)
        for band, values in enumerate(array, start=1):
            dataset.GetRasterBand(band).WriteArray(values)
            if nodata is not None and name == "image":
                dataset.GetRasterBand(band).SetNoDataValue(nodata)


def test_nodata_does_not_count_and_any_number_of_bands_is_read(tmp_path):
    image = np.full((5, 4, 4), 7, np.uint16)
    image[:, 0, 0] = 0
    write(tmp_path, 1000, image, np.eye(4, dtype=np.uint8), nodata=0)
    with open(tmp_path / "tiles.csv", "w", newline="") as table:
        csv.writer(table).writerows([["tile", "spatial_group", "split"], ["1000", "a", "train"]])
    (read,) = read_tiles(tmp_path)
    assert read.image.shape == (5, 4, 4)
    assert (read.image == 7).all()  # what had no data has its neighbour's
    assert read.mask.tolist() == [[255, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]


def test_ground_in_two_tiles_is_what_their_readers_agree_on(tmp_path):
    """Two tiles of 4 x 4 px, the second two columns further east: what is said of ground that both show holds in both."""
    for number, east in ((0, 0.0), (1, 20.0)):
        mask = np.zeros((4, 4), np.uint8)
        write(tmp_path, number, np.full((1, 4, 4), 500, np.uint16), mask, transform=(east, 10.0, 0.0, 0.0, 0.0, -10.0))
    (tmp_path / "tiles.csv").write_text("tile,spatial_group\n0,a\n1,a\n")
    column = np.ones((4, 1), bool)
    said = [
        Decision(Piece("0", "flag", 0, 2, column), "mine"),
        Decision(Piece("1", "flag", 0, 1, column), "mine"), Decision(Piece("0", "rest", 0, 3, column), "not_mine"),
    ]  # fmt: skip
    first, second = read_tiles(tmp_path, said)
    assert first.mask.tolist() == [[0, 0, 1, 255]] * 4
    assert second.mask.tolist() == [[1, 255, 0, 0]] * 4
    (alone,) = read_tiles(tmp_path, said, only={"1"})
    assert alone.mask.tolist() == second.mask.tolist()


def test_values_come_in_the_units_that_the_card_will_speak_of(tmp_path):
    """As pantau:segment brings a raster to a card's reflectance x 10 000: by scale and offset, or times 10 000."""
    mask = np.zeros((4, 4), np.uint8)
    with open(tmp_path / "tiles.csv", "w", newline="") as table:
        csv.writer(table).writerows([["tile", "spatial_group"], ["0", "a"]])
    write(tmp_path, 0, np.full((1, 4, 4), 2500, np.uint16), mask)
    dataset = gdal.Open(str(tmp_path / "image_000.tif"), gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.0001)
    dataset.GetRasterBand(1).SetOffset(-0.1)
    dataset = None
    assert np.allclose(read_tiles(tmp_path)[0].image, 1500)


def test_a_side_without_a_mine_is_refused_before_the_first_epoch():
    bare = [Tile(str(i), str(i), np.ones((1, 32, 32), np.uint16), np.zeros((32, 32), np.uint8)) for i in range(10)]
    with pytest.raises(ValueError, match="cannot be parted with mines in both parts"):
        split_tiles(bare, fold=0, of=5, seed=0)


def test_neighbouring_patches_are_kept_back_together():
    patches = [tile(f"{kind}_{i}", "") for kind in ("human", "natural") for i in range(35)]
    learned, scored = kept_back(patches)
    assert [p.name for p in scored] == [f"{kind}_{i}" for kind in ("human", "natural") for i in range(20, 30)]
    assert not {p.name for p in learned} & {p.name for p in scored}
    assert len(learned) + len(scored) == 70


def test_nothing_tells_one_processing_level_from_the_other():
    """L1C and L2A ground that is alike but for the atmosphere: after the shake, their darkest values have one distribution."""
    rng = np.random.default_rng(0)
    ground = rng.gamma(2, 300, (3, 64, 64))
    atmosphere = np.array([330.0, 550, 715]).reshape(-1, 1, 1)
    l1c = Collection.of([Tile("a", "a", (ground + atmosphere).astype(np.uint16), np.zeros((64, 64), np.uint8))])
    l2a = Collection.of([Tile("b", "b", ground.astype(np.uint16), np.zeros((64, 64), np.uint8))])
    shake = Patches(l1c, l2a, None, size=32, quilts=0.5, strength=(1.25, 1.15, 1.25), seed=0).shake
    dark = [np.array([shake.values(c.tiles[0].image, c.dark[0], rng)[2].min() for _ in range(400)]) for c in (l1c, l2a)]
    assert abs(np.median(dark[0]) - np.median(dark[1])) < 0.1 * np.ptp(dark[0])
    assert dark[0].min() < 100 < 700 < dark[0].max()  # as in clear L2A and as in hazy L1C


def test_patches_are_the_same_for_the_same_seed_and_never_invent_a_label():
    patches = Patches(Collection.of(TILES[:3]), None, None, size=32, quilts=0.0, strength=(1.25, 1.15, 1.25), seed=5)
    a, b, c = (patches.batch(epoch, 0, np.array([0, 1, 2])) for epoch in (1, 1, 2))
    assert (a[0] == b[0]).all()
    assert not (a[0] == c[0]).all()
    assert set(np.unique(a[1])) <= {0, 1, 255}


def test_an_image_and_its_mask_turn_together():
    rows, cols = np.indices((96, 96))
    mask = ((rows - 30) ** 2 + (cols - 60) ** 2 < 400).astype(np.uint8)
    one = Tile("a", "a", np.stack([mask * 1000.0] * 3).astype(np.float32), mask)
    rng = np.random.default_rng(1)
    for _ in range(20):
        image, labels = warped(one, 64, 1.35, rng)
        known = labels != 255
        assert ((image[0] > 500) == (labels == 1))[known].mean() > 0.99


def test_a_tile_smaller_than_a_patch_is_reflected_and_what_is_added_does_not_count():
    image, mask = cropped(tile("a", "a", rows=20, cols=50), 32, np.random.default_rng(0))
    assert image.shape == (3, 32, 32)
    assert (mask[20:] == 255).all()
