"""Training tiles: a folder with image_NNN.tif, mask_NNN.tif and tiles.csv, as `pantau:trainingtiles` writes it."""

from __future__ import annotations

import csv
import itertools
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from osgeo import gdal
from scipy import ndimage

from .labels import IGNORED, MINE, NOT_MINE, SOMEWHERE, UNSEEN, Decision, agreed, applied, reading

gdal.UseExceptions()


@dataclass(frozen=True)
class Tile:
    """One tile.

    image: (bands, rows, cols) in the raster's own values. mask: (rows, cols) uint8: 0, 1, or 255 where it does not count.
    split: `train` or `validation` where tiles.csv says so, else empty. bands: names of the image's bands, where it has any.
    """

    name: str
    group: str
    image: np.ndarray
    mask: np.ndarray
    split: str = ""
    bands: tuple[str, ...] = field(default=())


def read_tiles(
    folder: Path, decisions: list[Decision] | None = None, skip: frozenset[str] = frozenset(), only: set[str] | None = None
) -> list[Tile]:
    """The tiles of a folder in the order of tiles.csv; with `decisions`, their masks as reviewed.

    Values come as `pantau:segment` gives them to a model whose card says reflectance x 10 000: by the raster's own scale and offset, or
    times 10 000 where they are fractions. Pixels without data do not count, and take the value of the nearest that has some. only:
    names of the tiles to read. Raises ValueError for what cannot be learnt from.
    """
    tiles = []
    masks = {} if decisions is None else reviewed_masks(folder, decisions)
    for row in _listed(folder):
        if row["tile"] in skip or (only is not None and row["tile"] not in only):
            continue
        dataset = gdal.Open(str(_image(folder, row["tile"])))
        image, valid = _values(dataset)
        mask = _labels(folder, row["tile"]) if decisions is None else masks[row["tile"]]
        mask[~valid] = IGNORED
        bands = tuple(dataset.GetRasterBand(1 + band).GetDescription() for band in range(len(image)))
        tiles.append(Tile(row["tile"], row["spatial_group"], image, mask, row.get("split") or "", bands))
    if not tiles:
        raise ValueError(f"{folder / 'tiles.csv'} lists none of the tiles asked for: make tiles with pantau:trainingtiles first.")
    counts = {len(tile.image) for tile in tiles}
    if len(counts) > 1:
        raise ValueError(f"The images in {folder} have {sorted(counts)} bands: all must have the same number.")
    names = {tile.bands for tile in tiles}
    if len(names) > 1:
        raise ValueError(f"The images in {folder} name their bands in {len(names)} ways ({sorted(names)[:2]}): all must be alike.")
    return tiles


def _listed(folder: Path) -> list[dict[str, str]]:
    with open(folder / "tiles.csv", newline="") as table:
        rows = list(csv.DictReader(table))
    for column in ("tile", "spatial_group"):
        if rows and column not in rows[0]:
            raise ValueError(f"{folder / 'tiles.csv'} has no column {column}: make tiles with pantau:trainingtiles.")
    return rows


def _image(folder: Path, tile: str) -> Path:
    return folder / f"image_{int(tile):03d}.tif"


def _labels(folder: Path, tile: str) -> np.ndarray:
    labels = gdal.Open(str(folder / f"mask_{int(tile):03d}.tif")).ReadAsArray()
    return np.where(labels == IGNORED, IGNORED, np.where(labels > 0, MINE, NOT_MINE)).astype(np.uint8)


def reviewed_masks(folder: Path, decisions: list[Decision]) -> dict[str, np.ndarray]:
    """The mask of every tile after the decisions about its ground, in whichever of the tiles that overlap there they were made."""
    groups = {row["tile"]: row["spatial_group"] for row in _listed(folder)}  # tiles that overlap are of one
    masks = {name: _labels(folder, name) for name in groups}
    known = {name: reading(name, mask, decisions) for name, mask in masks.items()}
    opened = {name: gdal.Open(str(_image(folder, name))) for name in masks}
    places = {name: (one.GetProjection(), one.GetGeoTransform(can_return_null=True)) for name, one in opened.items()}
    found = {}
    for name, mask in masks.items():
        crs, place = places[name]
        others = [
            _seen_from(mask.shape, place, known[other], its)
            for other, (its_crs, its) in places.items()
            if other != name and groups[other] == groups[name] and its_crs == crs and place and its
        ]
        found[name] = applied(mask, agreed([known[name], *(one for one in others if one is not None)]))
    return found


def _seen_from(shape: tuple[int, int], place: tuple[float, ...], said: np.ndarray, its: tuple[float, ...]) -> np.ndarray | None:
    """A reading of another tile on the pixels of this one, UNSEEN beyond it; None where the two do not overlap.

    place, its: geotransforms of both, in one CRS.
    """
    there, back = gdal.InvGeoTransform(place), gdal.InvGeoTransform(its)
    rows, cols = said.shape
    corners = [
        gdal.ApplyGeoTransform(there, *gdal.ApplyGeoTransform(list(its), col, row)) for col in (0, cols) for row in (0, rows)
    ]
    size = np.array(shape[::-1])
    low = np.clip(np.floor(np.min(corners, axis=0)), 0, size).astype(int)
    high = np.clip(np.ceil(np.max(corners, axis=0)), low, size).astype(int)
    row, col = np.mgrid[low[1] : high[1], low[0] : high[0]]
    if not row.size:
        return None
    x, y = (place[i] + place[i + 1] * (col + 0.5) + place[i + 2] * (row + 0.5) for i in (0, 3))
    its_col, its_row = (np.floor(back[i] + back[i + 1] * x + back[i + 2] * y).astype(np.int64) for i in (0, 3))
    inside = (its_row >= 0) & (its_row < rows) & (its_col >= 0) & (its_col < cols)
    result = np.full(shape, UNSEEN, np.uint8)
    result[row[inside], col[inside]] = said[its_row[inside], its_col[inside]]
    return result


def first_tile(folder: Path) -> set[str]:
    """The name of the first tile of a folder; empty where there is none."""
    with open(folder / "tiles.csv", newline="") as table:
        return {row["tile"] for row in itertools.islice(csv.DictReader(table), 1)}


def _values(dataset: gdal.Dataset) -> tuple[np.ndarray, np.ndarray]:
    """(image (bands, rows, cols) without gaps, valid (rows, cols) bool) of a tile."""
    image = dataset.ReadAsArray()
    image = image[None] if image.ndim == 2 else image
    band = dataset.GetRasterBand(1)
    nodata, scale, offset = band.GetNoDataValue(), band.GetScale(), band.GetOffset()
    valid = np.isfinite(image).all(axis=0) if image.dtype.kind == "f" else np.ones(image.shape[1:], bool)
    if nodata is not None:
        valid &= ~(image == nodata).all(axis=0)
    if not valid.all() and valid.any():
        nearest = ndimage.distance_transform_edt(~valid, return_distances=False, return_indices=True)
        image = image[:, nearest[0], nearest[1]]
    image = np.nan_to_num(image) if image.dtype.kind == "f" else image
    if (scale, offset) not in ((None, None), (1.0, 0.0), (1.0, None), (None, 0.0)):
        image = (image * np.float32(1.0 if scale is None else scale) + np.float32(offset or 0.0)) * np.float32(10_000)
    elif image.dtype.kind == "f" and np.percentile(image, 98) <= 2:
        image = image * np.float32(10_000)
    return image, valid


def folds(tiles: list[Tile], count: int, seed: int) -> list[set[str]]:
    """Groups dealt to `count` folds so that each has about as many tiles; neighbours (one group) never part.

    The largest groups are dealt first, each to the fold with the fewest tiles; the seed orders groups of one size. Masks play no
    part: what a reviewer decides moves no tile to another fold.
    """
    members: dict[str, list[Tile]] = defaultdict(list)
    for tile in tiles:
        members[tile.group].append(tile)
    names = sorted(members)
    if len(names) < count:
        raise ValueError(f"{len(names)} groups cannot be dealt to {count} folds: use fewer folds, or tiles of more places.")
    np.random.default_rng(seed).shuffle(names)
    names.sort(key=lambda name: -len(members[name]))
    dealt: list[set[str]] = [set() for _ in range(count)]
    load = [0] * count
    for name in names:
        least = load.index(min(load))
        dealt[least].add(name)
        load[least] += len(members[name])
    return dealt


@dataclass(frozen=True)
class Split:
    """Tiles to learn from, to choose the epoch by, and to report on.

    No group is in two of them, save that the epoch may be chosen on the test tiles where there is no other way (`shared`): what is
    then reported is a little too good.
    """

    training: list[Tile]
    validation: list[Tile]
    test: list[Tile]

    @property
    def shared(self) -> bool:
        """Whether the epoch is chosen on the tiles that are reported on."""
        return self.validation is self.test


def split_tiles(tiles: list[Tile], *, fold: int, of: int, seed: int) -> Split:
    """Test on one fold of `of`; the epoch is chosen on an eighth of the rest.

    Where tiles.csv splits the tiles (`pantau:trainingtiles`), its validation tiles are tested on; where the others cannot be
    parted with mines in both parts, as where they are one group, the epoch is chosen on them too.
    """
    given = any(tile.split == "validation" for tile in tiles)
    held = set() if given else folds(tiles, of, seed)[fold]
    test = [tile for tile in tiles if (tile.split == "validation" if given else tile.group in held)]
    names = {tile.name for tile in test}
    rest = [tile for tile in tiles if tile.name not in names]
    groups = len({tile.group for tile in rest})
    candidates = [one for one in (folds(rest, min(8, groups), seed + 1) if groups > 1 else []) if _parts_mines(rest, one)]
    if not candidates:
        if given and rest:
            return _checked(Split(rest, test, test))
        raise ValueError(
            f"The {groups} groups of tiles left to learn from cannot be parted with mines in both parts: add more places."
        )
    chosen = max(candidates, key=len)  # many places, not one large one
    training = [tile for tile in rest if tile.group not in chosen]
    return _checked(Split(training, [tile for tile in rest if tile.group in chosen], test))


def _parts_mines(tiles: list[Tile], groups: set[str]) -> bool:
    """Whether both the groups and the others hold mines, and the others most of the tiles."""
    mines = {tile.name for tile in tiles if (tile.mask == MINE).any()}
    inside = {tile.name for tile in tiles if tile.group in groups}
    return bool(mines & inside) and bool(mines - inside) and 2 * len(inside) <= len(tiles)


def _checked(split: Split) -> Split:
    """Raise ValueError where a side holds no mine, or nothing else: then nothing can be learnt or scored."""
    for name, side in (("learn from", split.training), ("choose the epoch by", split.validation), ("report on", split.test)):
        for code, what in ((MINE, "mine"), (NOT_MINE, "other ground")):
            if not any((tile.mask == code).any() for tile in side):
                raise ValueError(f"The {len(side)} tiles to {name} hold no {what}: make tiles of more places.")
    return split


def read_patches(path: Path) -> list[Tile]:
    """Patches of whole-patch labels (npz: images (n, rows, cols, bands), ids) as tiles without a mask, in the order of ids."""
    with np.load(path, allow_pickle=False) as data:
        images, ids = data["images"], [str(name) for name in data["ids"]]
    order = sorted(range(len(ids)), key=lambda i: (ids[i].rsplit("_", 1)[0], int(ids[i].rsplit("_", 1)[1])))
    mask = np.zeros(images.shape[1:3], np.uint8)
    return [Tile(ids[i], ids[i], np.ascontiguousarray(np.moveaxis(images[i], -1, 0)), mask) for i in order]


def with_a_mine(patches: list[Tile]) -> list[Tile]:
    """The patches with a mask that says that a mine is somewhere in each."""
    return [replace(patch, mask=np.full_like(patch.mask, SOMEWHERE)) for patch in patches]


def chosen_patches(patches: list[Tile], decisions: dict[str, str], decision: str) -> list[Tile]:
    """The patches of which a reviewer said `decision`; all where nobody has looked."""
    return [patch for patch in patches if decisions.get(patch.name, decision) == decision]


def kept_back(patches: list[Tile], block: int = 10) -> tuple[list[Tile], list[Tile]]:
    """(to learn from, only to score): of each kind every third block of patches with successive numbers.

    Successive numbers are often one site, and a block keeps them on one side.
    """
    kinds: dict[str, list[Tile]] = defaultdict(list)
    for patch in patches:
        kinds[patch.name.rsplit("_", 1)[0]].append(patch)
    sides: tuple[list[Tile], list[Tile]] = ([], [])
    for members in kinds.values():
        for place, patch in enumerate(members):
            sides[place // block % 3 == 2].append(patch)
    return sides
