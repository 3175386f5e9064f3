"""The place: where the coast, rivers, roads, fields, mines, villages and plans of the district lie.

Everything is decided cell by cell of a mesh of 20 m; `Mesh` turns the cells into a map of polygons.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, NamedTuple, Tuple

import numpy as np

from ..monitor import Monitor, check
from ..packages import need
from ..raster.legend import Legend, LegendEntry
from .noise import fractal, smooth, uniform

CELL_M = 20.0
FAR_M = 3000.0  # from a river, where its distance no longer matters

FOREST, MANGROVE, PLANTATION, PADDY, SHRUB = 1, 2, 4, 5, 7
SETTLEMENT, ROAD, BARE, PIT, DUMP, POND = 10, 11, 13, 20, 21, 22
RIVER, SEA, SALT = 30, 31, 32
MINE = (PIT, DUMP, POND)

LAND_COVER = Legend(
    tuple(
        LegendEntry(*entry)
        for entry in (
            (FOREST, "forest", "hutan", "#1B7837"),
            (MANGROVE, "mangrove", "mangrove", "#00695C"),
            (PLANTATION, "plantation", "perkebunan", "#7FBF3F"),
            (PADDY, "paddy field", "sawah", "#C7E9B4"),
            (SHRUB, "shrub", "semak belukar", "#B8A642"),
            (SETTLEMENT, "settlement", "permukiman", "#E31A1C"),
            (ROAD, "road", "jalan", "#4D4D4D"),
            (BARE, "bare field", "lahan terbuka", "#E6C79C"),
            (PIT, "mine pit", "lubang tambang", "#7F3B08"),
            (DUMP, "mine dump", "timbunan tambang", "#B2ABD2"),
            (POND, "tailings pond", "kolam tambang", "#54278F"),
            (RIVER, "river", "sungai", "#4292C6"),
            (SEA, "sea", "laut", "#08519C"),
            (SALT, "salt pond", "tambak garam", "#F7CAC9"),
        )
    )
)


class Zone(NamedTuple):
    """A zone of the spatial plan (RTRW): its number here, KODKWS, NAMOBJ."""

    number: int
    code: str
    name: str


# TB and GR are codes of this sample alone; the others are the ministry's.
ZONES = (
    Zone(1, "HL", "Kawasan Hutan Lindung"),
    Zone(2, "HP", "Kawasan Hutan Produksi Tetap"),
    Zone(3, "P-3", "Kawasan Perkebunan"),
    Zone(4, "P-1", "Kawasan Tanaman Pangan"),
    Zone(5, "PK", "Kawasan Permukiman Perkotaan"),
    Zone(6, "PD", "Kawasan Permukiman Perdesaan"),
    Zone(7, "PS", "Kawasan Perlindungan Setempat"),
    Zone(8, "EM", "Kawasan Ekosistem Mangrove"),
    Zone(9, "BA", "Badan Air"),
    Zone(10, "TB", "Kawasan Pertambangan"),
    Zone(11, "GR", "Kawasan Pergaraman"),
)
HL, HP, P3, P1, PK, PD, PS, EM, BA, TB, GR = (zone.number for zone in ZONES)

# What each zone is meant for; everything else in it does not agree with the plan. An example, not an official table.
CONFORM: Dict[int, Tuple[int, ...]] = {
    HL: (FOREST, MANGROVE, RIVER, SHRUB),
    HP: (FOREST, SHRUB, PLANTATION, RIVER, ROAD),
    P3: (PLANTATION, SHRUB, FOREST, RIVER, ROAD, BARE),
    P1: (PADDY, RIVER, ROAD),
    PK: (SETTLEMENT, ROAD, RIVER, SHRUB),
    PD: (SETTLEMENT, ROAD, RIVER, SHRUB, PADDY),
    PS: (FOREST, MANGROVE, SHRUB, RIVER),
    EM: (MANGROVE, FOREST, RIVER, SEA),
    BA: (RIVER, SEA),
    TB: (PIT, DUMP, POND, FOREST, SHRUB, ROAD, RIVER, BARE),
    GR: (SALT, MANGROVE, RIVER),
}

LOW, MODERATE, HIGH = 1, 2, 3  # severity of a burn


@dataclass(frozen=True)
class Size:
    """One of the three sizes: pixels of 10 m on a side, and how many of what.

    admin: rows and columns of desa, and of desa in a kecamatan. mines: with a permit; one more has none.
    """

    pixels: int
    rivers: int
    admin: Tuple[int, int, int, int]
    mines: int
    scars: int

    @property
    def cells(self) -> int:
        return self.pixels * 10 // int(CELL_M)

    @property
    def side_m(self) -> float:
        return self.pixels * 10.0


SIZES = {
    "small": Size(512, 1, (2, 3, 1, 3), 1, 3),
    "medium": Size(2048, 3, (5, 5, 2, 2), 3, 12),
    "large": Size(8192, 10, (9, 10, 3, 4), 14, 100),
}


class Mine(NamedTuple):
    """Centre and radius in metres from the north-west corner; permit: number of its permit, 0 for none."""

    name: str
    x: float
    y: float
    radius: float
    permit: int


@dataclass
class Place:
    """All layers, each (rows, cols) of uint8 over the mesh's cells; 0 is nothing, or outside.

    before, after: land cover. desa, kecamatan: numbers from 1; the district is where there is a desa. zone: of the plan.
    permit, mine: numbers from 1. scar: numbers from 1, severity: LOW to HIGH.
    """

    before: np.ndarray
    after: np.ndarray
    desa: np.ndarray
    kecamatan: np.ndarray
    zone: np.ndarray
    permit: np.ndarray
    mine: np.ndarray
    scar: np.ndarray
    severity: np.ndarray
    mines: List[Mine]


class Terrain:
    """Coast, relief and rivers at any positions: metres from the north-west corner, the coast in the east."""

    def __init__(self, size: Size, seed: int) -> None:
        self.size, self.seed = size, seed
        side = size.side_m
        self.river_y = [
            side * (k + 0.5 + 0.25 * (float(uniform(seed, 11, [k], [0])[0, 0]) - 0.5)) / size.rivers for k in range(size.rivers)
        ]

    def coast_x(self, y: np.ndarray) -> np.ndarray:
        """(y,) of float32: where the sea begins."""
        side, none = self.size.side_m, np.zeros(1)
        bays = 0.05 * side * smooth(self.seed, 1, y, none, side / 2.3) + 160 * fractal(self.seed, 2, y, none, 900, 3)
        return (0.84 * side + bays[:, 0]).astype(np.float32)

    def from_coast(self, y: np.ndarray, x: np.ndarray) -> np.ndarray:
        """(y, x) of float32: metres inland, negative at sea."""
        ragged = 60 * fractal(self.seed, 3, y, x, 400, 3)
        return self.coast_x(y)[:, None] - x[None].astype(np.float32) + ragged

    def river(self, y: np.ndarray, x: np.ndarray) -> np.ndarray:
        """(y, x) of float32: metres to the nearest river's bank, at most FAR_M; negative in the river. y: ascending."""
        side = self.size.side_m
        bank = np.full((len(y), len(x)), np.float32(FAR_M))
        for k, start in enumerate(self.river_y):
            for branch in (0, 1):
                key = 20 + 4 * k + branch
                line = self.line(key, x, start)
                half = 16 + 28 * np.clip(x / (0.84 * side), 0, 1)
                fork = 0.62 * side
                if branch:
                    way = np.clip((fork - x) / side, 0, 1)
                    sign = 1 if k % 2 else -1
                    joint = float(self.line(key - 1, np.array([fork]), start)[0])
                    line = joint + sign * side / size_step(self.size) * way + (line - joint) * np.clip(way * 8, 0, 1)
                    half = np.where(x < fork, 15 + 5 * np.clip(x / side, 0, 1), -1e9)
                slope = np.gradient(line, x) if len(x) > 1 else np.zeros(1)
                near = slice(*np.searchsorted(y, (line.min() - FAR_M, line.max() + FAR_M)))
                offset = ((y[near, None] - line[None]) / np.sqrt(1 + slope**2)[None]).astype(np.float32)
                distance = np.abs(offset) - half[None].astype(np.float32)
                nearer = distance < bank[near]
                np.copyto(bank[near], distance, where=nearer)
        return bank

    def line(self, key: int, x: np.ndarray, start: float) -> np.ndarray:
        none = np.zeros(1)
        side = self.size.side_m
        calm = np.clip((self.coast_x(np.array([start]))[0] - x) / 800, 0.2, 1)  # straighter at the mouth
        winding = 0.045 * side * smooth(self.seed, key + 400, x, none, side / 2)[:, 0]
        return (
            start
            + winding
            + calm * (260 * smooth(self.seed, key + 500, x, none, 1100) + 60 * smooth(self.seed, key + 600, x, none, 350))[:, 0]
        )

    def height(self, y: np.ndarray, x: np.ndarray) -> np.ndarray:
        """(y, x) of float32: metres above the sea, before any mining."""
        inland = self.from_coast(y, x)
        bank = self.river(y, x)
        return self.relief(y, x, inland, bank)

    def relief(self, y: np.ndarray, x: np.ndarray, inland: np.ndarray, bank: np.ndarray) -> np.ndarray:
        """`height` from what is known of coast and rivers already."""
        side = self.size.side_m
        rise = np.clip((inland - 0.30 * side) / (0.5 * side), 0, 1)
        hills = 0.5 + 0.5 * fractal(self.seed, 5, y, x, min(side / 3, 6000), 6)
        top = 60 + min(side * 0.02, 700)
        plain = 1.5 + 0.0012 * np.clip(inland, 0, None) + 1.5 * fractal(self.seed, 6, y, x, 700, 3)
        valley = np.clip(bank / 900, 0, 1)
        land = np.maximum(plain, 0.5) + rise * rise * top * (0.25 + hills * 1.3) * (0.15 + 0.85 * valley)
        return np.where(inland < 0, np.maximum(inland / 60, -30), land).astype(np.float32)


def size_step(size: Size) -> float:
    """How often a tributary's reach fits into the side: they must not run into the next river."""
    return 1.5 * size.rivers


# The district's border, in sides of the scene: how far it lies from the edge, and how far it winds about that.
BORDER = (0.035, 0.012)


def blocks(values: np.ndarray, seed: int, key: int, high: int, wide: int) -> np.ndarray:
    """(rows, cols) of float32 from 0 to 1, one a field of `high` x `wide` cells; values gives the shape only."""
    rows, cols = values.shape
    row = np.arange(rows) // high
    # Every row of fields starts elsewhere, as fields do.
    shift = (uniform(seed, key + 1, np.arange(row[-1] + 1), np.zeros(1))[:, 0] * wide).astype(np.int64)
    numbers = uniform(seed, key, np.arange(row[-1] + 1), np.arange((cols + wide) // wide + 1))
    return numbers[row[:, None], (np.arange(cols)[None] + shift[row][:, None]) // wide]


def build(size: Size, seed: int, monitor: Monitor) -> Tuple[Place, Terrain]:
    """Decide every cell of the district. Raises Cancelled."""
    terrain = Terrain(size, seed)
    n, side = size.cells, size.side_m
    y = x = (np.arange(n) + 0.5) * CELL_M
    inland = terrain.from_coast(y, x)
    bank = terrain.river(y, x)
    check(monitor, 1, 10)
    height = terrain.relief(y, x, inland, bank)
    check(monitor, 3, 10)
    rise = np.clip(inland / side, 0, 1) + np.float32(0.06) * fractal(seed, 49, y, x, side / 5, 4)

    cover = np.full((n, n), FOREST, np.uint8)
    wild = fractal(seed, 40, y, x, 1500, 4)
    cover[(wild > 0.12) & (rise < 0.6)] = SHRUB
    before = cover.copy()
    estate = blocks(cover, seed, 41, 15, 25) * 0.5 + 0.5 * (0.5 + 0.5 * smooth(seed, 43, y, x, max(1800.0, side / 9)))
    estate[(rise <= 0.16) | (rise >= 0.62) | (height >= 90)] = 0
    cover[estate > 0.5] = PLANTATION
    before[estate > 0.58] = PLANTATION  # the youngest estates were forest and shrub
    low = (height < 9) & (inland > 350) & (bank > 0)
    fields = smooth(seed, 44, y, x, 1300) - bank / 2600
    shore = smooth(seed, 46, y, np.zeros(1), max(1500.0, side / 6))
    salt_strip = (inland > 80) & (inland < 0.12 * min(side, 12_000)) & (bank > 130)
    check(monitor, 6, 10)
    roads, town = _roads(terrain, size, seed, y, x, inland)
    near = np.clip(1 - roads / 330, 0, 1) * 0.9 + 0.5 * fractal(seed, 48, y, x, 600, 3) + town
    near[(bank <= 30) | (inland <= 320) | (height >= 70) | (blocks(cover, seed, 47, 2, 3) <= 0.1)] = 0
    for date, key, salty, built in ((before, 62, 0.75, 0.88), (cover, 45, 0.55, 0.78)):
        date[low & (fields > -0.55)] = PADDY
        date[(blocks(cover, seed, key, 5, 7) < 0.05) & np.isin(date, (PLANTATION, SHRUB, PADDY))] = BARE
        salt_coast = (shore > np.quantile(shore, salty))[:, 0]  # a part of every coast, and more of it later
        date[(inland > 0) & (inland < 260) & ~salt_coast[:, None]] = MANGROVE
        date[(inland > 0) & (inland < 90)] = MANGROVE
        date[(inland > 0) & (inland < 1800) & (bank < 110)] = MANGROVE
        date[salt_strip & salt_coast[:, None]] = SALT
        date[near > built] = SETTLEMENT
        date[(roads < 14.2) & (bank > -400) & (inland > 120)] = ROAD  # so wide that no cell of it hangs by a corner
        date[(bank < 0) & (inland > 0)] = RIVER
        date[inland <= 0] = SEA

    mines = _mines(size, seed, terrain)
    after = cover
    mine, permit = np.zeros((n, n), np.uint8), np.zeros((n, n), np.uint8)
    for number, site in enumerate(mines, 1):
        _dig(site, number, seed, before, after, mine, permit)

    border = BORDER[0] * side + BORDER[1] * side * fractal(seed, 50, y, x, side / 4, 4)
    edge = np.minimum(np.minimum(y, side - y)[:, None], x[None])
    inside = (edge > border) & (inland > 0)
    check(monitor, 8, 10)
    desa, kecamatan = _villages(size, seed, y, x, inside)
    inside = desa > 0
    zone = _plan(seed, y, x, cover, height, inland, bank, town, permit, inside, side)
    scar, severity = _burn(size, seed, y, x, after, inside)
    return Place(before, after, desa, kecamatan, zone, permit, mine, scar, severity, mines), terrain


def _roads(
    terrain: Terrain, size: Size, seed: int, y: np.ndarray, x: np.ndarray, inland: np.ndarray
) -> Tuple[np.ndarray, np.ndarray]:
    """(y, x) of float32: metres to the nearest road; and how much of a town there is, 0 to 1."""
    none = np.zeros(1)
    line = terrain.coast_x(y) - (0.16 * min(size.side_m, 12_000) + 120 * smooth(seed, 60, y, none, 1700)[:, 0])
    slope = np.gradient(line, y)
    roads = np.abs(x[None] - line[:, None]) / np.sqrt(1 + slope**2)[:, None]
    town = np.zeros(roads.shape, np.float32)
    for k, start in enumerate(terrain.river_y):
        way = terrain.line(20 + 4 * k, x, start) + 330 + 90 * smooth(seed, 70 + k, x, none, 900)[:, 0]
        slope = np.gradient(way, x)
        distance = np.abs(y[:, None] - way[None]) / np.sqrt(1 + slope**2)[None]
        reach = x < line.mean() + 200
        roads = np.minimum(roads, np.where(reach[None], distance, 1e9))
        crossing = float(line[min(len(y) - 1, int(start / CELL_M))])
        away = np.sqrt((y[:, None] - start - 250) ** 2 + (x[None] - crossing) ** 2)
        town = np.maximum(town, np.clip(1.1 - away / (430 if k % 3 else 640), 0, 0.6)).astype(np.float32)
    every = 2600.0
    lanes = np.abs((y[:, None] + 150 * smooth(seed, 61, x, none, 1500)[:, 0][None]) % every - every / 2)
    roads = np.minimum(roads, np.where((x[None] < line[:, None]) & (inland < 0.55 * size.side_m), lanes, 1e9))
    return roads.astype(np.float32), town


def _mines(size: Size, seed: int, terrain: Terrain) -> List[Mine]:
    """Sites at the foot of the hills, in a column of their own each, away from the rivers; the last one has no permit."""
    side, found = size.side_m, []
    count = size.mines + 1
    names = ("Bukit Arang", "Sungai Batu", "Gunung Sari", "Tanah Merah", "Muara Kaman", "Loa Buah", "Batu Hitam", "Long Ikis")
    for k in range(count):
        radius = (430.0 if k < size.mines else 230.0) * (1 if size.side_m < 9000 else 1.35)
        best, score = (0.0, 0.0), -1e9
        for trial in range(80):
            u, v = (float(uniform(seed, 80 + k, [trial], [axis])[0, 0]) for axis in (0, 1))
            x = side * (0.2 + 0.26 * u)
            y = side * (0.14 + 0.72 * (v if size.side_m < 9000 else (k + v) / count))
            bank = terrain.river(np.array([y]), np.array([x, x + 10]))
            apart = min([np.hypot(x - m.x, y - m.y) - 2.3 * m.radius for m in found] + [1e9])
            frame = 1.2 * sum(BORDER) * side  # permit and mine lie within the district
            edges = x - 2.1 * radius - frame, y - 1.4 * radius - frame, side - y - 1.7 * radius - frame
            room = min(float(bank[0, 0]) - 1.2 * radius, apart - 2.3 * radius, *edges)
            if room > score:
                best, score = (x, y), room
        name = names[k % len(names)] + (f" {k // len(names) + 1}" if k >= len(names) else "")
        found.append(Mine(name, *best, radius, k + 1 if k < size.mines else 0))
    return found


# The pit of a mine, in radii of the mine: its middle east and south of the mine's, and its half-axes; before, it was smaller.
PIT_AT, PIT_WIDE, PIT_HIGH, GROWN_BEFORE = (0.1, 0.0), 1.0, 0.78, 0.62


def mine_oval(
    site: Mine, seed: int, y: np.ndarray, x: np.ndarray, right: float, down: float, wide: float, high: float
) -> np.ndarray:
    """(y, x): below 1 within a ragged oval about a mine; positions in metres, the rest in radii of the mine."""
    across = (x[None] - site.x - right * site.radius) / (wide * site.radius)
    along = (y[:, None] - site.y - down * site.radius) / (high * site.radius)
    rough = 0.28 * fractal(seed, 200 + int(site.x) % 97, y, x, site.radius * 0.8, 4)
    return np.sqrt(across * across + along * along) + rough


def _dig(site: Mine, number: int, seed: int, before: np.ndarray, after: np.ndarray, mine: np.ndarray, permit: np.ndarray) -> None:
    """Draw pit, dump and tailings pond at both dates, and the permit, which the pit outgrows in the east."""
    n, reach = len(before), 2.6 * site.radius
    rows = slice(max(0, int((site.y - reach) / CELL_M)), min(n, int((site.y + reach) / CELL_M)))
    cols = slice(max(0, int((site.x - reach) / CELL_M)), min(n, int((site.x + reach) / CELL_M)))
    y, x = ((np.arange(s.start, s.stop) + 0.5) * CELL_M for s in (rows, cols))

    def oval(right: float, down: float, wide: float, high: float) -> np.ndarray:
        return mine_oval(site, seed, y, x, right, down, wide, high)

    drawn = ((after, 1.0), (before, GROWN_BEFORE)) if site.permit else ((after, 1.0),)
    for cover, grown in drawn:
        part = cover[rows, cols]
        keep = (part == RIVER) | (part == SEA)
        for code, shape in (
            (DUMP, oval(-1.15, 0.35, 0.62 * grown, 0.75 * grown)),
            (PIT, oval(*PIT_AT, PIT_WIDE * grown, PIT_HIGH * grown)),
            (POND, oval(0.15, 1.1, 0.34 * grown, 0.24 * grown)),
        ):
            part[(shape < 1) & ~keep] = code
            if cover is after:
                mine[rows, cols][(shape < 1) & ~keep] = number
        work = np.abs(y[:, None] - site.y + 0.2 * site.radius)  # the road to the pit
        part[(work < 11) & (x[None] > site.x + site.radius) & ~keep & ~np.isin(part, MINE)] = ROAD
    if site.permit:
        across, along = (x[None] - site.x) / site.radius, (y[:, None] - site.y) / site.radius
        permit[rows, cols][(across > -2.0) & (across < 0.8) & (along > -1.15) & (along < 1.5)] = site.permit


def _villages(size: Size, seed: int, y: np.ndarray, x: np.ndarray, inside: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
    """Numbers of desa and kecamatan: the nearest of one seat a field, along winding borders."""
    rows, cols, high, wide = size.admin
    down, right = size.side_m / rows, 0.9 * size.side_m / cols
    py = (y[:, None] + 0.16 * down * fractal(seed, 51, y, x, down / 1.5, 3)).astype(np.float32)
    px = (x[None] + 0.16 * right * fractal(seed, 52, y, x, right / 1.5, 3)).astype(np.float32)
    seat_y = (np.arange(rows)[:, None] + 0.25 + 0.5 * uniform(seed, 53, np.arange(rows), np.arange(cols))) * down
    seat_x = (np.arange(cols)[None] + 0.25 + 0.5 * uniform(seed, 54, np.arange(rows), np.arange(cols))) * right
    best = np.full(py.shape, np.float32(1e18))
    desa = np.zeros(py.shape, np.uint8)
    for r in range(rows):
        for c in range(cols):
            # No cell is nearer to a seat two fields away than to its own.
            part = tuple(
                slice(*np.searchsorted(along, (seat - 2 * field, seat + 2 * field)))
                for along, seat, field in ((y, seat_y[r, c], down), (x, seat_x[r, c], max(right, size.side_m * 0.1)))
            )
            if c == cols - 1:
                part = (part[0], slice(part[1].start, None))
            distance = (py[part] - np.float32(seat_y[r, c])) ** 2 + (px[part] - np.float32(seat_x[r, c])) ** 2
            nearer = distance < best[part]
            np.copyto(best[part], distance, where=nearer)
            np.copyto(desa[part], np.uint8(r * cols + c + 1), where=nearer)
    group = np.zeros(rows * cols + 1, np.uint8)
    numbers: Dict[Tuple[int, int], int] = {}
    for r in range(rows):
        for c in range(cols):
            key = (min(r // high, rows // high - 1), min(c // wide, max(1, cols // wide) - 1))
            group[r * cols + c + 1] = numbers.setdefault(key, len(numbers) + 1)
    desa[~inside] = 0
    _join_fragments(desa, rows * cols)
    return desa, group[desa]


def _join_fragments(desa: np.ndarray, count: int) -> None:
    """Give every piece of a desa but its largest to the desa beside it, or, where none is, to nobody."""
    ndimage = need("scipy.ndimage", "scipy")
    for number, part in enumerate(ndimage.find_objects(desa, count), 1):
        if part is None:
            continue
        part = tuple(slice(max(0, s.start - 1), s.stop + 1) for s in part)
        pieces, found = ndimage.label(desa[part] == number)
        sizes = np.bincount(pieces.ravel())
        for piece in range(1, found + 1):
            if piece != 1 + int(sizes[1:].argmax()):
                here = pieces == piece
                beside = desa[part][ndimage.binary_dilation(here) & ~here]
                beside = beside[beside > 0]
                desa[part][here] = np.bincount(beside).argmax() if beside.size else 0


def _plan(
    seed: int, y: np.ndarray, x: np.ndarray, cover: np.ndarray, height: np.ndarray, inland: np.ndarray, bank: np.ndarray,
    town: np.ndarray, permit: np.ndarray, inside: np.ndarray, side: float,
) -> np.ndarray:  # fmt: skip
    """The plan: broad zones that know the land only roughly, as plans do; hence the conflicts."""
    rough = smooth(seed, 90, y, x, max(1200.0, side / 14))
    rise = np.clip(inland / side, 0, 1) + 0.06 * rough
    zone = np.full(cover.shape, P3, np.uint8)
    zone[rise > 0.42] = HP
    zone[rise > 0.60] = HL
    zone[(rise < 0.30) & (rough + 0.3 * smooth(seed, 91, y, x, 2400) > -0.35)] = P1
    zone[(town > 0.12) & (inland > 200)] = PK
    coast = (inland < 0.125 * min(side, 12_000)) & (inland > -50)
    shore = smooth(seed, 46, y, np.zeros(1), max(1500.0, side / 6))
    shore = shore > np.quantile(shore, 0.48)
    zone[coast & shore] = GR
    zone[coast & ~shore] = EM
    zone[(bank < 100) & (bank >= 0)] = PS
    zone[permit > 0] = TB
    zone[bank < 0] = BA
    zone[~inside] = 0
    farmed = zone == (P1 if (zone == P1).any() else P3)
    rural = smooth(seed, 92, y, x, 1600)
    zone[farmed & (rural > np.quantile(rural[farmed], 0.9))] = PD
    return zone


def _burn(
    size: Size, seed: int, y: np.ndarray, x: np.ndarray, cover: np.ndarray, inside: np.ndarray
) -> Tuple[np.ndarray, np.ndarray]:
    """Scars in forest, plantation and shrub: number and severity, hottest in the middle."""
    n, side = size.cells, size.side_m
    scar, severity = np.zeros((n, n), np.uint8), np.zeros((n, n), np.uint8)
    fuel = np.isin(cover, (FOREST, PLANTATION, SHRUB)) & inside
    number = 0
    for trial in range(40 * size.scars):
        if number == size.scars:
            break
        u, v, w = (float(uniform(seed, 95, [trial], [axis])[0, 0]) for axis in (0, 1, 2))
        sx, sy, radius = side * (0.08 + 0.7 * u), side * (0.08 + 0.84 * v), 170 + 260 * w
        r0, r1 = (int(np.clip((sy + s * 1.8 * radius) / CELL_M, 0, n)) for s in (-1, 1))
        c0, c1 = (int(np.clip((sx + s * 1.8 * radius) / CELL_M, 0, n)) for s in (-1, 1))
        part = (slice(r0, r1), slice(c0, c1))
        if fuel[part].size == 0 or fuel[part].mean() < 0.7 or scar[part].any():
            continue
        number += 1
        stretch = 0.75 + 0.6 * float(uniform(seed, 96, [trial], [0])[0, 0])  # with the wind
        across, along = (x[c0:c1][None] - sx) / radius * stretch, (y[r0:r1][:, None] - sy) / radius / stretch
        across = across + 0.5 * along
        shape = np.sqrt(across**2 + along**2) + 0.45 * fractal(seed, 300 + number, y[r0:r1], x[c0:c1], radius * 0.9, 4)
        burned = (shape < 1) & fuel[part]
        scar[part][burned] = number
        severity[part][burned] = np.where(shape < 0.45, HIGH, np.where(shape < 0.75, MODERATE, LOW))[burned]
    return scar, severity
