"""Cut tiles into pieces, draw them for a reviewer who shall not know why each was drawn, and gather the decisions.

    python -m training.review propose DATA PREDICTIONS.npz FOLDER     sheets of outlined pieces, and key.csv
    python -m training.review gather FOLDER DECISIONS.csv             FOLDER/answers*.csv (piece,decision) into the file
    python -m training.review tally DATA DECISIONS.csv                what was decided of each stratum, in pieces and pixels

Pieces come from four strata: `label` (what the masks call mine), `flag` (what a network that has not seen the tile flags, and the
masks do not), `doubt` (what it nearly flags) and `rest` (all else; the last two are sampled). Reviewing flagged pieces alone would
flatter the network; so all are shuffled and look alike.
"""

from __future__ import annotations

import argparse
import csv
import heapq
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage
from skimage.segmentation import slic

from .command import run
from .labels import COLUMNS, DECISIONS, LABEL, MINE, Decision, Piece, pack, read_decisions, unpack, write_decisions
from .report import stretched
from .tiles import Tile, read_tiles

# stratum: (most pixels of a piece, colour distance up to which superpixels are merged, fewest pixels)
STRATA = {LABEL: (15000, 0.5, 50), "flag": (6000, 0.4, 60), "doubt": (4000, 0.4, 100), "rest": (3000, 0.2, 150)}
COLUMNS_OF_SHEET, ROWS_OF_SHEET, CELL_PX = 5, 4, 256


def cut(superpixels: np.ndarray, part: np.ndarray, colour: np.ndarray, most_px: int, distance: float) -> np.ndarray:
    """Merge the superpixels of `part` into pieces of like colour: (rows, cols) codes, 0 outside.

    The two neighbours whose mean colours are nearest are merged first, up to `distance` and to pieces of `most_px` pixels.
    """
    codes = np.where(part, superpixels + 1, 0)
    count = int(codes.max()) + 1
    size = np.bincount(codes.ravel(), minlength=count).astype(np.float64)
    sums = [np.bincount(codes.ravel(), colour[..., band].ravel(), minlength=count) for band in range(colour.shape[-1])]
    mean = np.stack(sums, axis=1) / np.maximum(size, 1)[:, None]
    sides = [(codes[:, 1:], codes[:, :-1]), (codes[1:], codes[:-1])]
    pairs = np.concatenate([np.stack([a.ravel(), b.ravel()], axis=1) for a, b in sides])
    pairs = np.sort(pairs[(pairs[:, 0] != pairs[:, 1]) & (pairs > 0).all(axis=1)], axis=1)
    pairs, borders = np.unique(pairs, axis=0, return_counts=True)
    pairs = pairs[borders >= 4]  # a corner is no border
    parent, version = list(range(count)), [0] * count
    neighbours: dict[int, set[int]] = {}
    for a, b in pairs.tolist():
        neighbours.setdefault(a, set()).add(b)
        neighbours.setdefault(b, set()).add(a)

    def root(code: int) -> int:
        while parent[code] != code:
            code = parent[code]
        return code

    queue = [(float(np.linalg.norm(mean[a] - mean[b])), a, b, 0, 0) for a, b in pairs.tolist()]
    heapq.heapify(queue)
    while queue:
        apart, a, b, version_a, version_b = heapq.heappop(queue)
        if apart > distance:
            break
        if parent[a] != a or parent[b] != b or version[a] != version_a or version[b] != version_b or size[a] + size[b] > most_px:
            continue
        mean[a] = (mean[a] * size[a] + mean[b] * size[b]) / (size[a] + size[b])
        size[a] += size[b]
        parent[b], version[a] = a, version[a] + 1
        neighbours[a] = {root(code) for code in neighbours[a] | neighbours.pop(b)} - {a}
        for code in neighbours[a]:
            neighbours[code] = {root(other) for other in neighbours[code]} - {code}
            heapq.heappush(queue, (float(np.linalg.norm(mean[a] - mean[code])), a, code, version[a], version[code]))
    roots = np.array([root(code) for code in range(count)])
    return roots[codes]


def pieces(tile: Tile, probability: np.ndarray, flagged_from: float, doubted_from: float) -> list[Piece]:
    """All pieces of a tile. probability: (rows, cols), of a network that has not seen the tile.

    A piece is a set of whole superpixels, cut from the image alone; its stratum says which of their pixels it is about.
    """
    picture = stretched(tile.image)
    superpixels = slic(picture, n_segments=700, compactness=6, sigma=1, start_label=0)
    smooth = ndimage.gaussian_filter(picture, (1, 1, 0))
    labelled = tile.mask == MINE
    means = ndimage.mean(probability, np.where(labelled, -1, superpixels), np.arange(superpixels.max() + 1))
    likely = np.nan_to_num(means)[superpixels]
    flagged, doubted = ~labelled & (likely >= flagged_from), ~labelled & (likely >= doubted_from) & (likely < flagged_from)
    found = []
    parts = {LABEL: labelled, "flag": flagged, "doubt": doubted, "rest": ~labelled & ~flagged & ~doubted}
    for stratum, part in parts.items():
        most, distance, fewest = STRATA[stratum]
        codes = cut(superpixels, part, smooth, most, distance)
        size = np.bincount(codes.ravel())
        code_of = np.zeros(superpixels.max() + 1, np.int64)
        code_of[superpixels[codes > 0]] = codes[codes > 0]
        whole = code_of[superpixels]
        for code, window in enumerate(ndimage.find_objects(whole), start=1):
            if window is not None and size[code] >= fewest:
                found.append(Piece(tile.name, stratum, window[0].start, window[1].start, whole[window] == code))
    return found


def drawn(tile: Tile, piece: Piece, picture: np.ndarray) -> Image.Image:
    """One cell of a sheet: the piece outlined in its surroundings, CELL_PX square."""
    own = piece.pixels(tile.mask)
    rows, cols = tile.mask.shape
    side = int(min(max(100, 1.8 * max(own.shape)), rows, cols))
    top = int(np.clip(piece.row + own.shape[0] / 2 - side / 2, 0, rows - side))
    left = int(np.clip(piece.col + own.shape[1] / 2 - side / 2, 0, cols - side))
    crop = Image.fromarray((picture[top : top + side, left : left + side] * 255).astype(np.uint8))
    whole = np.zeros(tile.mask.shape, np.uint8)
    whole[piece.window] = own
    large = Image.fromarray(whole[top : top + side, left : left + side] * 255).resize((CELL_PX, CELL_PX), Image.NEAREST)
    inside = np.asarray(large) > 0
    edge = inside & ~ndimage.binary_erosion(inside)
    cell = np.array(crop.resize((CELL_PX, CELL_PX), Image.BICUBIC))
    cell[edge] = (255, 255, 0)
    return Image.fromarray(cell)


def propose(data: Path, predictions: Path, folder: Path, *, before: Path | None, seed: int) -> None:
    """Write sheet_NNN.png and key.csv: shuffled pieces of all strata, none of which was decided `before`."""
    rng = np.random.default_rng(seed)
    probabilities = np.load(predictions)
    known = read_decisions(before) if before else []
    tiles = {tile.name: tile for tile in read_tiles(data)}
    chosen: dict[str, list[Piece]] = {stratum: [] for stratum in STRATA}
    for tile in tiles.values():
        seen = np.zeros(tile.mask.shape, bool)
        for one in known:
            if one.piece.tile == tile.name:
                seen[one.piece.window] |= one.piece.pixels(tile.mask)
        for piece in pieces(tile, probabilities[tile.name], 0.4, 0.15):
            own = piece.pixels(tile.mask)
            if (seen[piece.window] & own).sum() < 0.3 * own.sum():
                chosen[piece.stratum].append(piece)
    for stratum in ("doubt", "rest"):  # as many unflagged as flagged: half of them doubtful, half anywhere
        wanted = min(len(chosen[stratum]), (len(chosen["flag"]) + 1) // 2)
        chosen[stratum] = [chosen[stratum][i] for i in rng.choice(len(chosen[stratum]), wanted, replace=False)]
    print({stratum: len(found) for stratum, found in chosen.items()})
    shuffled = [piece for found in chosen.values() for piece in found]
    rng.shuffle(shuffled)
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {name: stretched(tile.image) for name, tile in tiles.items()}
    per_sheet = COLUMNS_OF_SHEET * ROWS_OF_SHEET
    with open(folder / "key.csv", "w", newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(["piece", *COLUMNS[:-3]])
        for number, piece in enumerate(shuffled):
            place = (piece.tile, piece.stratum, piece.row, piece.col, *piece.inside.shape)
            writer.writerow([number, *place, pack(piece.inside)])
    for start in range(0, len(shuffled), per_sheet):
        sheet = Image.new("RGB", (COLUMNS_OF_SHEET * CELL_PX, ROWS_OF_SHEET * CELL_PX))
        for place, piece in enumerate(shuffled[start : start + per_sheet]):
            cell = drawn(tiles[piece.tile], piece, pictures[piece.tile])
            pen = ImageDraw.Draw(cell)
            pen.rectangle((0, 0, 34, 13), fill=(0, 0, 0))
            pen.text((3, 1), str(start + place), fill=(255, 255, 255))
            pen.rectangle((0, 0, CELL_PX - 1, CELL_PX - 1), outline=(0, 0, 0))
            sheet.paste(cell, (place % COLUMNS_OF_SHEET * CELL_PX, place // COLUMNS_OF_SHEET * CELL_PX))
        sheet.save(folder / f"sheet_{start // per_sheet:03d}.png")


def gather(folder: Path, decisions: Path, *, round_: int) -> None:
    """Add the answers of FOLDER/answers*.csv (piece,decision) to the decision file."""
    with open(folder / "key.csv", newline="") as table:
        key = {row["piece"]: row for row in csv.DictReader(table)}
    known = read_decisions(decisions) if decisions.exists() else []
    if any(one.round == round_ for one in known):
        raise ValueError(f"{decisions} has answers of round {round_} already: give another --round.")
    for path in sorted(folder.glob("answers*.csv")):
        reviewer = path.stem.removeprefix("answers").strip("_-")
        with open(path, newline="") as table:
            for row in csv.DictReader(table):
                place = key[row["piece"]]
                inside = unpack(place["shape"], int(place["rows"]), int(place["cols"]))
                piece = Piece(place["tile"], place["stratum"], int(place["row"]), int(place["col"]), inside)
                known.append(Decision(piece, row["decision"].strip(), reviewer, round_))
    aside = decisions.with_suffix(".part")
    write_decisions(aside, known)
    read_decisions(aside)  # refuses what is no decision
    aside.replace(decisions)


def tally(data: Path, decisions: Path) -> None:
    """Print a table: round, stratum, and for each decision its pieces and pixels; and what nobody has looked at."""
    tiles = {tile.name: tile for tile in read_tiles(data)}
    sums: dict[tuple[int, str], dict[str, list[int]]] = {}
    unseen = {name: np.ones(tile.mask.shape, bool) for name, tile in tiles.items()}
    for one in read_decisions(decisions):
        pixels = one.piece.pixels(tiles[one.piece.tile].mask)
        unseen[one.piece.tile][one.piece.window] &= ~pixels
        count = sums.setdefault((one.round, one.piece.stratum), {name: [0, 0] for name in DECISIONS})[one.decision]
        count[0] += 1
        count[1] += int(pixels.sum())
    print("| round | stratum | mine | not mine | unclear |\n| --- | --- | --- | --- | --- |")
    for (number, stratum), found in sorted(sums.items()):
        cells = [f"{found[name][0]} pieces, {found[name][1]} px" for name in ("mine", "not_mine", "unclear")]
        print(f"| {number} | {stratum} | " + " | ".join(cells) + " |")
    for label, name in ((MINE, "labelled"), (0, "not labelled")):
        left = sum(int((unseen[tile.name] & (tile.mask == label)).sum()) for tile in tiles.values())
        print(f"Not looked at, {name}: {left} px of {sum(int((tile.mask == label).sum()) for tile in tiles.values())}")


def main() -> None:
    """Run one of the steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = parser.add_subparsers(dest="step", required=True)
    step = steps.add_parser("propose")
    step.add_argument("data", type=Path)
    step.add_argument("predictions", type=Path, help="npz: an array of probabilities (rows, cols) for each tile's name")
    step.add_argument("folder", type=Path)
    step.add_argument("--before", type=Path, help="decisions already made, whose pieces are not shown again")
    step.add_argument("--seed", type=int, default=0)
    step = steps.add_parser("gather")
    step.add_argument("folder", type=Path)
    step.add_argument("decisions", type=Path)
    step.add_argument("--round", type=int, default=1)
    step = steps.add_parser("tally")
    step.add_argument("data", type=Path)
    step.add_argument("decisions", type=Path)
    options = parser.parse_args()
    if options.step == "propose":
        propose(options.data, options.predictions, options.folder, before=options.before, seed=options.seed)
    elif options.step == "gather":
        gather(options.folder, options.decisions, round_=options.round)
    else:
        tally(options.data, options.decisions)


if __name__ == "__main__":
    run(main)
