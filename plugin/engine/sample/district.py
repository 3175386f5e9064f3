"""Make the sample district: all its rasters, layers and, in truth.json, what is true of them."""

from __future__ import annotations

import contextlib
import json
import math
import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Dict, Iterator, List, Tuple

import numpy as np
from osgeo import ogr, osr

from ..ellipsoid import Surface
from ..errors import PantauError
from ..monitor import Monitor, Share, check
from ..raster.grid import Grid, Window
from ..raster.outputs import Outputs, check_folder
from ..raster.pipeline import in_order, run, tile_windows
from ..raster.source import RasterSource
from ..text import number, tr
from ..version import VERSION
from . import optical, radar
from .layers import STAMP, layer, point, several, write_style
from .mesh import Mesh, joined
from .noise import uniform
from .place import (
    BARE,
    CELL_M,
    CONFORM,
    FOREST,
    HIGH,
    LAND_COVER,
    LOW,
    MANGROVE,
    MINE,
    MODERATE,
    PADDY,
    PIT,
    PLANTATION,
    RIVER,
    ROAD,
    SALT,
    SEA,
    SETTLEMENT,
    SHRUB,
    SIZES,
    ZONES,
    build,
)  # fmt: skip

EPSG = 32750
WEST, NORTH = 450_000.0, 9_880_000.0  # beside Penajam, where no such coast is
PROVINCE, DISTRICT = "Provinsi Contoh", "Kabupaten Contoh"
TRUTH = "truth.json"
FINE = 4  # samples on a pixel's side that its mixture is made of
BLOCK = 256  # pixels
SEVERITIES = {LOW: "low", MODERATE: "moderate", HIGH: "high"}
VALIDATION_POINTS = 40  # a class
SLIP = 0.08  # of the second reader

# The classified map's mistakes: what a class is taken for, and how often.
MISTAKES: Dict[int, Tuple[Tuple[int, float], ...]] = {
    FOREST: ((PLANTATION, 0.03), (SHRUB, 0.015)), MANGROVE: ((FOREST, 0.08), (PADDY, 0.02)),
    PLANTATION: ((FOREST, 0.06), (SHRUB, 0.03)), PADDY: ((SHRUB, 0.04), (RIVER, 0.02)),
    SHRUB: ((PLANTATION, 0.10), (FOREST, 0.04)), SETTLEMENT: ((BARE, 0.08), (ROAD, 0.04)),
    ROAD: ((SETTLEMENT, 0.22), (BARE, 0.08)), BARE: ((SETTLEMENT, 0.08), (MINE[1], 0.03), (SALT, 0.02)),
    PIT: ((BARE, 0.05), (MINE[1], 0.03)), MINE[1]: ((BARE, 0.06), (PIT, 0.05)), MINE[2]: ((RIVER, 0.07), (SALT, 0.03)),
    RIVER: ((SEA, 0.03), (MINE[2], 0.02)), SEA: ((RIVER, 0.006), (SALT, 0.002)), SALT: ((RIVER, 0.03), (BARE, 0.03), (MANGROVE, 0.01)),
}  # fmt: skip

_KECAMATAN = ("Teluk Garam", "Muara Jernih", "Bukit Arang", "Hulu Lestari", "Sungai Batu", "Padang Tengah", "Tanjung Bakau",
              "Rantau Panjang", "Loa Buah", "Gunung Sari", "Air Putih", "Long Ikis")  # fmt: skip
_DESA = (("Suka", "Karya", "Sumber", "Tanjung", "Muara", "Bukit", "Sido", "Giri", "Wono", "Margo"),
         ("maju", "jaya", "makmur", "harapan", "sari", "mulya", "rejo", "asri", "agung", "baru"))  # fmt: skip


def make(folder: str, size: str = "small", seed: int = 0, monitor: Monitor = None) -> Dict[str, Any]:
    """Write the district into a folder, which must be new, empty, or an earlier sample district; returns the truth.

    size: a key of SIZES. seed: 0 or more. Raises PantauError, Cancelled; then the folder is as it
    was, except where a file of an earlier district cannot be replaced: its truth.json is then gone.
    """
    monitor = monitor or Monitor()
    if size not in SIZES:
        raise PantauError(tr("SIZE is {value}: give one of {choices}.").format(value=size, choices=", ".join(SIZES)))
    if not 0 <= seed < 2**31:
        raise PantauError(tr("SEED is {value}: give a whole number from 0 to {highest}.").format(value=seed, highest=2**31 - 1))
    target = os.path.abspath(folder)
    if os.path.exists(target) and not os.path.isdir(target):
        raise PantauError(tr("{folder} is a file: choose a folder.").format(folder=folder))
    if os.path.isdir(target) and os.listdir(target) and not _is_sample(target):
        raise PantauError(
            tr(
                "The folder {folder} holds other files: choose a new or empty folder, or that of an earlier sample district."
            ).format(folder=folder)
        )
    existed = os.path.isdir(target)
    check_folder(os.path.join(target, TRUTH) if existed else target)
    # In the target where that exists, beside it where not: moving is then renaming.
    work = tempfile.mkdtemp(prefix=".pantau-", dir=target if existed else os.path.dirname(target))
    made = os.path.join(work, "district")  # as anyone may see it; the temporary folder is its owner's alone
    try:
        os.mkdir(made)
        truth = _District(made, size, seed, monitor).make()
        if existed:
            _replace(made, target)
        else:
            os.rename(made, target)
    except OSError as error:
        raise PantauError(
            tr("{path} cannot be replaced ({reason}): close it in other programs, or choose another name.").format(
                path=error.filename or folder, reason=error.strerror
            )
        ) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return truth


def _is_sample(folder: str) -> bool:
    try:
        with open(os.path.join(folder, TRUTH), encoding="utf-8") as file:
            document = json.load(file)
    except (OSError, ValueError):
        return False
    return isinstance(document, dict) and "sample_district" in document


def _replace(work: str, target: str) -> None:
    """Put the new district's files in place of an earlier one's; the truth last: without it, the folder tells nothing false."""
    with contextlib.suppress(FileNotFoundError):
        os.remove(os.path.join(target, TRUTH))
    for place, _, files in os.walk(work):
        there = os.path.normpath(os.path.join(target, os.path.relpath(place, work)))
        os.makedirs(there, exist_ok=True)
        for name in files:
            if (place, name) != (work, TRUTH):
                os.replace(os.path.join(place, name), os.path.join(there, name))
    os.replace(os.path.join(work, TRUTH), os.path.join(target, TRUTH))


class _District:
    """One run, in a folder that nobody else sees."""

    def __init__(self, folder: str, size: str, seed: int, monitor: Monitor) -> None:
        self.folder, self.seed, self.monitor = folder, seed, monitor
        self.name, self.size = size, SIZES[size]
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(EPSG)
        self.crs = reference.ExportToWkt()
        self.dates = optical.dates(seed, self.size.side_m)
        self.pixels = self._grid(10.0)
        self.cells = self._grid(CELL_M)

    def _grid(self, side: float) -> Grid:
        n = round(self.size.side_m / side)
        return Grid(self.crs, (WEST, side, 0.0, NORTH, 0.0, -side), n, n)

    def path(self, name: str) -> str:
        return os.path.join(self.folder, name)

    def make(self) -> Dict[str, Any]:
        check(self.monitor, 0, 1)
        self.place, self.terrain = build(self.size, self.seed, Share(self.monitor, 0, 0.08))
        check(self.monitor, 0.08, 1)
        p = self.place
        layers = {
            "before": p.before, "after": p.after, "desa": p.desa, "zone": p.zone, "permit": p.permit, "mine": p.mine,
            "scar": p.scar, "severity": p.severity,
        }  # fmt: skip
        labels, self.of = joined(layers)
        self.mesh = Mesh(labels, self.cells)
        count = len(self.of["desa"])
        self.label_ha = np.zeros(count)
        ha = self.mesh.cell_ha()
        for first in range(0, len(labels), 512):
            self.label_ha += np.bincount(labels[first : first + 512].ravel(), ha[first : first + 512].ravel(), count)
        del ha
        check(self.monitor, 0.15, 1)
        self._names()
        self.truth: Dict[str, Any] = {
            "sample_district": VERSION, "size": self.name, "seed": self.seed, "crs": f"EPSG:{EPSG}", "pixel_m": 10,
            "width": self.size.pixels, "height": self.size.pixels, "dates": {date.name: date.day for date in self.dates},
        }  # fmt: skip
        self._areas()
        os.mkdir(self.path("radar"))
        self._vectors(Share(self.monitor, 0.15, 0.3))
        self._rasters(Share(self.monitor, 0.3, 0.98))
        self._points()
        with open(self.path(TRUTH), "w", encoding="utf-8", newline="\n") as file:
            json.dump(self.truth, file, indent=1, ensure_ascii=False)
        self._rules()
        check(self.monitor, 1, 1)
        return self.truth

    # -- names

    def _names(self) -> None:
        self.kecamatan_of = np.zeros(int(self.place.desa.max()) + 1, np.int64)
        flat_desa, flat_kecamatan = self.place.desa.ravel(), self.place.kecamatan.ravel()
        self.kecamatan_of[flat_desa] = flat_kecamatan
        self.kecamatan_names = [""] + [
            _KECAMATAN[k % len(_KECAMATAN)] + ("" if k < len(_KECAMATAN) else f" {k // len(_KECAMATAN) + 1}")
            for k in range(int(self.kecamatan_of.max()))
        ]
        first, second = _DESA
        self.desa_names = [""] + [first[k % 10] + second[(k + k // 10) % 10] for k in range(len(self.kecamatan_of) - 1)]

    # -- truth from the geometry

    def _sum(self, choose: np.ndarray) -> float:
        return round(float(self.label_ha[choose].sum()), 6)

    def _classes(self, cover: np.ndarray, choose: np.ndarray) -> Dict[str, float]:
        return {str(code): self._sum(choose & (cover == code)) for code in np.unique(cover[choose]).tolist()}

    def _areas(self) -> None:
        of, total = self.of, self._sum
        inside = of["desa"] > 0
        every = np.ones(len(inside), bool)
        truth = self.truth
        truth["legend"] = json.loads(LAND_COVER.to_json())
        truth["scene_ha"], truth["district_ha"] = total(every), total(inside)
        truth["classes_ha"] = {date: self._classes(of[date], inside) for date in ("before", "after")}
        truth["scene_classes_ha"] = {date: self._classes(of[date], every) for date in ("before", "after")}
        kecamatan = self.kecamatan_of[of["desa"]]

        def cross(choose: np.ndarray, **layers: np.ndarray) -> List[Dict[str, Any]]:
            """Hectares of each combination of the layers' values."""
            values = np.stack(list(layers.values()))
            rows = []
            for row in np.unique(values[:, choose], axis=1).T:
                here = choose & (values == row[:, None]).all(axis=0)
                rows.append({**dict(zip(layers, row.tolist())), "ha": total(here)})
            return rows

        truth["changes_ha"] = cross(inside, **{"from": of["before"], "to": of["after"]})
        truth["changes_by_kecamatan_ha"] = [
            {**row, "kecamatan": self.kecamatan_names[row["kecamatan"]]}
            for row in cross(inside, **{"kecamatan": kecamatan, "from": of["before"], "to": of["after"]})
        ]
        truth["mines"] = []
        mined = {date: np.isin(of[date], MINE) for date in ("before", "after")}
        for index, site in enumerate(self.place.mines, 1):
            here = of["mine"] == index
            part = {LAND_COVER.find(code).name: total(here & (of["after"] == code)) for code in MINE}
            truth["mines"].append(
                {
                    "number": index,
                    "name": site.name,
                    "permit": site.permit,
                    "before_ha": total(here & mined["before"]),
                    "after_ha": total(here & mined["after"]),
                    "new_ha": total(here & mined["after"] & ~mined["before"]),
                    "outside_permit_ha": total(here & mined["after"] & (of["permit"] == 0)),
                    "district_ha": total(here & inside & mined["after"]),
                    "new_outside_permit_ha": total(here & mined["after"] & ~mined["before"] & (of["permit"] == 0)),
                    "parts_ha": part,
                }  # fmt: skip
            )
        truth["permits_ha"] = {str(n): total(of["permit"] == n) for n in np.unique(of["permit"][of["permit"] > 0]).tolist()}
        truth["burned_ha"] = total(of["scar"] > 0)
        truth["scars"] = [
            {
                "number": n, "ha": total(of["scar"] == n),
                **{f"{word}_ha": total((of["scar"] == n) & (of["severity"] == level)) for level, word in SEVERITIES.items()},
                "classes_ha": self._classes(of["after"], of["scar"] == n),
            }
            for n in range(1, int(of["scar"].max()) + 1)
        ]  # fmt: skip
        truth["kecamatan"] = [
            {
                "name": self.kecamatan_names[n], "ha": total(kecamatan == n),
                "classes_ha": self._classes(of["after"], kecamatan == n),
                "classes_before_ha": self._classes(of["before"], kecamatan == n),
                "burned_ha": total((kecamatan == n) & (of["scar"] > 0)),
            }
            for n in range(1, len(self.kecamatan_names)) if (kecamatan == n).any()
        ]  # fmt: skip
        truth["desa"] = [
            {
                "name": self.desa_names[n], "kecamatan": self.kecamatan_names[self.kecamatan_of[n]], "ha": total(of["desa"] == n),
                "classes_ha": self._classes(of["after"], of["desa"] == n),
                "classes_before_ha": self._classes(of["before"], of["desa"] == n),
                "burned_ha": total((of["desa"] == n) & (of["scar"] > 0)),
            }
            for n in range(1, len(self.desa_names)) if (of["desa"] == n).any()
        ]  # fmt: skip
        zones = {zone.number: zone for zone in ZONES}

        def judged(row: Dict[str, Any]) -> Dict[str, Any]:
            status = "conform" if row["class"] in CONFORM[row["zone"]] else "nonconform"
            return {**row, "zone": zones[row["zone"]].code, "status": status}

        table = [judged(row) for row in cross(inside, **{"zone": of["zone"], "class": of["after"]})]
        by_kecamatan = [
            {**judged(row), "kecamatan": self.kecamatan_names[row["kecamatan"]]}
            for row in cross(inside, **{"kecamatan": kecamatan, "zone": of["zone"], "class": of["after"]})
        ]
        conform = sum(row["ha"] for row in table if row["status"] == "conform")
        truth["plan"] = {
            "zones_ha": {z.code: total(of["zone"] == z.number) for z in ZONES if (of["zone"] == z.number).any()},
            "table": table, "table_by_kecamatan": by_kecamatan, "conform_ha": round(conform, 6), "nonconform_ha": round(truth["district_ha"] - conform, 6),
            "conform_percent": round(100 * conform / truth["district_ha"], 6),
        }  # fmt: skip

    def _rules(self) -> None:
        lines = ["class,zone,status"]
        for zone in ZONES:
            for entry in LAND_COVER:
                status = "conform" if entry.code in CONFORM[zone.number] else "nonconform"
                lines.append(f"{entry.code},{zone.code},{status}")
        with open(self.path("plan_rules.csv"), "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(lines) + "\n")

    # -- vectors

    def _values(self, of_label: np.ndarray) -> np.ndarray:
        """(rows, cols) of a value of each label, from -1 (nowhere): the value less one."""
        return of_label.astype(np.int32)[self.mesh.labels] - np.int32(1)

    def _vectors(self, monitor: Monitor) -> None:
        of, surface, made = self.of, Surface(self.crs), [0]
        kecamatan = self.kecamatan_of[of["desa"]]
        place = (("WADMKC", str), ("WADMKK", str), ("WADMPR", str), ("LUASHA", float))

        def patches(values: np.ndarray) -> Iterator[Tuple[int, bytes]]:
            for count, patch in enumerate(self.mesh.polygons(values)):
                if count % 200 == 0:
                    check(monitor, made[0], 10)
                yield patch
            made[0] += 1

        def merged(values: np.ndarray) -> Iterator[Tuple[int, ogr.Geometry, float]]:
            groups: Dict[int, List[bytes]] = {}
            for value, wkb in patches(values):
                groups.setdefault(value + 1, []).append(wkb)
            for value in sorted(groups):
                shape = several(groups[value])
                yield value, shape, round(surface.area_ha(shape), 4)

        def single(values: np.ndarray) -> Iterator[Tuple[int, ogr.Geometry, float]]:
            for value, wkb in patches(values):
                shape = ogr.CreateGeometryFromWkb(wkb)
                yield value + 1, shape, round(surface.area_ha(shape), 4)

        with layer(self.path("district.gpkg"), self.crs, ogr.wkbMultiPolygon, place[1:]) as out:
            for _, shape, ha in merged(self._values(of["desa"] > 0)):
                out.add(shape, DISTRICT, PROVINCE, ha)
        with layer(self.path("kecamatan.gpkg"), self.crs, ogr.wkbMultiPolygon, place) as out:
            for value, shape, ha in merged(self._values(kecamatan)):
                out.add(shape, self.kecamatan_names[value], DISTRICT, PROVINCE, ha)
        with layer(self.path("desa.gpkg"), self.crs, ogr.wkbMultiPolygon, (("WADMKD", str), *place)) as out:
            for value, shape, ha in merged(self._values(of["desa"])):
                out.add(shape, self.desa_names[value], self.kecamatan_names[self.kecamatan_of[value]], DISTRICT, PROVINCE, ha)
        many = len(self.kecamatan_names)
        fields = (("NAMOBJ", str), ("ORDE01", str), ("ORDE02", str), ("KODKWS", str), ("JNSRPR", str), *place)
        with layer(self.path("rtrw.gpkg"), self.crs, ogr.wkbPolygon, fields) as out:
            for value, shape, ha in single(self._values(np.where(of["zone"] > 0, of["zone"] * many + kecamatan, 0))):
                zone, there = ZONES[value // many - 1], self.kecamatan_names[value % many]
                guarded = zone.code in ("HL", "PS", "EM", "BA")
                group = "Kawasan Peruntukan Lindung" if guarded else "Kawasan Peruntukan Budi Daya"
                out.add(shape, zone.name, group, zone.name, zone.code, "Rencana Pola Ruang", there, DISTRICT, PROVINCE, ha)
        with layer(
            self.path("permits.gpkg"), self.crs, ogr.wkbMultiPolygon,
            (("number", int), ("holder", str), ("permit", str), ("activity", str), ("area_ha", float)),
        ) as out:  # fmt: skip
            for value, shape, ha in merged(self._values(of["permit"])):
                holder = f"PT {self.place.mines[value - 1].name}"
                out.add(shape, value, holder, f"540/{value:03d}/IUP-OP/2018", "Operasi Produksi", ha)
        named = (("class", int), ("class_name", str), ("nama_kelas", str), ("area_ha", float))
        for date in ("before", "after"):
            with layer(self.path(f"landcover_{date}.gpkg"), self.crs, ogr.wkbPolygon, named) as out:
                for value, shape, ha in single(self._values(of[date])):
                    entry = LAND_COVER.find(value)
                    out.add(shape, value, entry.name, entry.name_id, ha)
        for date in ("before", "after"):
            mined = np.isin(of[date], MINE)
            fields = (("number", int), ("name", str), ("permit", int), ("area_ha", float))
            with layer(self.path(f"mines_{date}.gpkg"), self.crs, ogr.wkbMultiPolygon, fields) as out:
                for value, shape, ha in merged(self._values(np.where(mined, of["mine"], 0))):
                    site = self.place.mines[value - 1]
                    out.add(shape, value, site.name, site.permit, ha)
        with layer(
            self.path("burn_scars.gpkg"), self.crs, ogr.wkbMultiPolygon,
            (("number", int), ("severity", int), ("severity_name", str), ("area_ha", float)),
        ) as out:  # fmt: skip
            for value, shape, ha in merged(self._values(of["scar"] * 4 + of["severity"])):
                out.add(shape, value // 4, value % 4, SEVERITIES[value % 4], ha)

    # -- rasters

    def _rasters(self, monitor: Monitor) -> None:
        made = {"algorithm": "pantau:sampledistrict", "version": VERSION, "size": self.name, "seed": self.seed}
        codes = [entry.code for entry in LAND_COVER]
        self.power = [radar.mean_power(self.of["after"], self.of["severity"], after) for after in (False, True)]
        self.population = np.zeros((max(codes) + 1,) * 2, np.int64)
        self.picks: Dict[int, np.ndarray] = {code: np.empty((0, 4)) for code in codes}
        clouded = {"before": 0, "after": 0}
        ground, coarse = self.pixels, self._grid(radar.PIXEL_M)
        with Outputs() as outputs, ThreadPoolExecutor() as writers:  # compressing takes longest

            def create(name: str, grid: Grid, *what: Any, day: str = "", **more: Any) -> None:
                provenance = {**made, "created": STAMP, **({"acquired": day} if day else {})}
                outputs.create(name, self.path(name + ".tif"), grid, *what, provenance=provenance, **more)
                if "legend" in more:
                    write_style(self.path(name + ".tif"), more["legend"])

            for date in self.dates:
                create(f"sentinel2_{date.name}", ground, np.uint16, 10, 0, names=optical.BANDS, scale=1e-4, day=date.day)
                create(f"scl_{date.name}", ground, np.uint8, 1, 0, legend=optical.SCL, names=["SCL"], day=date.day)
                create(f"landcover_{date.name}", ground, np.uint8, 1, 0, legend=LAND_COVER, names=["class"], day=date.day)
            create("classified_after", ground, np.uint8, 1, 0, legend=LAND_COVER, names=["class"])
            create("dem", coarse, np.float32, 1, float("nan"), names=["height_m"])
            for one in radar.PASSES:
                create(f"radar/{one.name}", coarse, np.float32, 2, float("nan"), names=["VH", "VV"], day=one.day)

            def write(result: Tuple[Window, Dict[str, np.ndarray], Dict[str, np.ndarray]]) -> None:
                window, fine, rough = result
                places = [(name, 1, array) for name, array in fine.items()] + [(name, 2, array) for name, array in rough.items()]
                list(writers.map(lambda p: outputs.rasters[p[0]].write(window.x // p[1], window.y // p[1], p[2]), places))
                self._judge(window, fine["classified_after"], fine["landcover_after"])
                for date in clouded:
                    clouded[date] += int((fine[f"scl_{date}"] >= 8).sum())

            def compute(windows: Iterator[Window]) -> Iterator[Any]:
                return in_order(windows, self._block, os.cpu_count() or 1)

            run(tile_windows(ground.whole, BLOCK), lambda window: window, compute, write, monitor=monitor)
        pixels = ground.width * ground.height
        self.truth["cloud_percent"] = {date: round(100 * count / pixels, 6) for date, count in clouded.items()}
        self.truth["radar"] = {
            "looks": radar.LOOKS, "pixel_m": radar.PIXEL_M, "bands": ["VH", "VV"], "units": "power",
            "pre": [one.day for one in radar.PASSES if not one.after], "post": [one.day for one in radar.PASSES if one.after],
        }  # fmt: skip

    def _block(self, window: Window) -> Tuple[Window, Dict[str, np.ndarray], Dict[str, np.ndarray]]:
        """All rasters of one block."""
        step = int(CELL_M // 10)
        cells = Window(window.x // step, window.y // step, window.width // step, window.height // step)
        coarse, fine = self.mesh.rasters(cells, (step, step * FINE))
        y = (np.arange(window.y, window.y + window.height) + 0.5) * 10
        x = (np.arange(window.x, window.x + window.width) + 0.5) * 10
        result: Dict[str, np.ndarray] = {}
        height = self.terrain.height(*optical.framed(y, x, 10.0))
        for date in self.dates:
            cover = self.of[date.name]
            shares = optical.class_shares(fine, cover, FINE)
            image, scl = optical.image(shares, height, self.place.mines, date, self.seed, y, x, 10.0)
            result[f"sentinel2_{date.name}"], result[f"scl_{date.name}"] = image, scl
            result[f"landcover_{date.name}"] = cover[coarse].astype(np.uint8)
        result["classified_after"] = self._mistaken(result["landcover_after"], y, x)
        y, x = y[::2] + 5, x[::2] + 5
        rough: Dict[str, np.ndarray] = {
            "dem": optical.surface(self.terrain.height(y, x), self.place.mines, self.dates[1], self.seed, y, x)
        }
        means = [_averaged(power, fine) for power in self.power]
        for one in radar.PASSES:
            rough[f"radar/{one.name}"] = radar.scene(means[one.after], one, self.seed, y, x)
        return window, result, rough

    # -- the classified map and its accuracy

    def _mistaken(self, cover: np.ndarray, y: np.ndarray, x: np.ndarray) -> np.ndarray:
        """The land cover with the mistakes of a classification, in clumps of 30 m."""
        chance = uniform(self.seed, 800, y // 30, x // 30)
        result = cover.copy()
        for code, mistakes in MISTAKES.items():
            low = 0.0
            for other, share in mistakes:
                result[(cover == code) & (chance >= low) & (chance < low + share)] = other
                low += share
        return result

    def _judge(self, window: Window, mapped: np.ndarray, true: np.ndarray) -> None:
        """Count the pixels of each pair of classes, and keep of each mapped class the pixels with the lowest lots."""
        size = len(self.population)
        pairs = np.bincount(mapped.ravel().astype(np.int64) * size + true.ravel(), minlength=size * size)
        self.population += pairs.reshape(size, size)
        lot = uniform(self.seed, 801, np.arange(window.y, window.y + window.height), np.arange(window.x, window.x + window.width))
        for code in np.unique(mapped).tolist():
            r, c = np.nonzero(mapped == code)
            drawn = np.stack([lot[r, c].astype(np.float64), r + window.y, c + window.x, true[r, c]], axis=1)
            drawn = np.concatenate([self.picks[code], drawn[np.argsort(drawn[:, 0], kind="stable")[:VALIDATION_POINTS]]])
            order = np.lexsort((drawn[:, 2], drawn[:, 1], drawn[:, 0]))
            self.picks[code] = drawn[order[:VALIDATION_POINTS]]

    # -- points

    def _points(self) -> None:
        self._validation()
        self._training()
        self._fires()

    def _validation(self) -> None:
        codes = [code for code in self.picks if len(self.picks[code])]
        sample = np.zeros_like(self.population)
        slips, count = 0, 0
        fields = (("id", int), ("reference", int), ("reference_name", str), ("reader_2", int))
        with layer(self.path("validation_points.gpkg"), self.crs, ogr.wkbPoint, fields) as out:
            for code in codes:
                for _, row, col, true in self.picks[code].tolist():
                    count += 1
                    second = int(true)
                    lot = float(uniform(self.seed, 802, [int(row)], [int(col)])[0, 0])
                    if lot < SLIP:
                        choices = MISTAKES[second]
                        second = choices[int(lot / SLIP * len(choices))][0]
                        slips += 1
                    sample[code, int(true)] += 1
                    place = point(WEST + (col + 0.5) * 10, NORTH - (row + 0.5) * 10)
                    out.add(place, count, int(true), LAND_COVER.find(int(true)).name, second)
        known = [entry.code for entry in LAND_COVER if self.population[entry.code].any() or self.population[:, entry.code].any()]
        grid = np.ix_(known, known)
        population, diagonal = self.population[grid], np.diag(self.population[grid])
        mapped, reference = population.sum(axis=1), population.sum(axis=0)
        self.truth["accuracy"] = {
            "map": "classified_after.tif", "points": "validation_points.gpkg", "classes": known,
            "orientation": "rows are the map, columns the reference", "population_pixels": population.tolist(),
            "sample_counts": sample[grid].tolist(), "overall_accuracy": float(diagonal.sum() / population.sum()),
            "users_accuracy": {str(c): float(d / m) for c, d, m in zip(known, diagonal, mapped) if m},
            "producers_accuracy": {str(c): float(d / r) for c, d, r in zip(known, diagonal, reference) if r},
            "readers_disagree": slips,
        }  # fmt: skip

    def _alike(self, values: np.ndarray, reach: int) -> np.ndarray:
        """(rows, cols) of bool: whether all cells within `reach` hold the same value; false at the frame."""
        alike = np.zeros(values.shape, bool)
        n = len(values) - 2 * reach
        middle = values[reach:-reach, reach:-reach]
        same = np.ones(middle.shape, bool)
        for down in range(2 * reach + 1):
            for right in range(2 * reach + 1):
                same &= values[down : down + n, right : right + n] == middle
        alike[reach:-reach, reach:-reach] = same
        return alike

    def _draw(self, choose: np.ndarray, key: int, count: int, apart: int = 0) -> List[Tuple[int, int]]:
        """Up to `count` chosen cells by lot, none within `apart` cells of another."""
        lot = uniform(self.seed, key, np.arange(len(choose)), np.arange(choose.shape[1]))
        flat = np.flatnonzero(choose)
        lots = lot.ravel()[flat]
        keep = min(len(flat), count * 60 if apart else count)
        if keep == 0:
            return []
        best = np.argpartition(lots, keep - 1)[:keep] if keep < len(flat) else np.arange(len(flat))
        best = best[np.lexsort((flat[best], lots[best]))]
        drawn: List[Tuple[int, int]] = []
        for row, col in zip(*(part.tolist() for part in np.divmod(flat[best], choose.shape[1]))):
            if all(max(abs(row - r), abs(col - c)) > apart for r, c in drawn):
                drawn.append((row, col))
            if len(drawn) == count:
                break
        return drawn

    def _training(self) -> None:
        y = x = (np.arange(self.size.cells) + 0.5) * CELL_M
        clear = (optical.clouds(self.seed, self.dates[1], y, x) == 0) & (optical.shadows(self.seed, self.dates[1], y, x) == 0)
        cover = self.place.after
        clear &= self._alike(clear, 2)
        near, far = self._alike(cover, 1) & clear, self._alike(cover, 2) & clear
        fields = (("class", int), ("class_name", str), ("color", str), ("group", int))
        counts: Dict[str, Dict[str, int]] = {"training_polygons": {}, "training_points": {}}
        truth = RasterSource(self.path("landcover_after.tif"))
        with layer(self.path("training_polygons.gpkg"), self.crs, ogr.wkbPolygon, fields) as out:
            number = 0
            for entry in LAND_COVER:
                here = cover == entry.code
                wide = 2 if (far & here).sum() >= 12 else 1 if (near & here).sum() >= 12 else 0
                choose = here & (far if wide == 2 else near if wide == 1 else clear)
                drawn = self._draw(choose, 810, 12 if wide else 36, 2 * wide + 3)
                drawn = [cell for cell in drawn if wide or self._pure(truth, *cell, entry.code)][:12]
                for row, col in drawn:
                    number += 1
                    reach = (wide + 0.5) * CELL_M - (8 if wide else 4)
                    east, north = WEST + (col + 0.5) * CELL_M, NORTH - (row + 0.5) * CELL_M
                    ring = ogr.Geometry(ogr.wkbLinearRing)
                    for right, up in ((-1, -1), (-1, 1), (1, 1), (1, -1), (-1, -1)):
                        ring.AddPoint_2D(east + right * reach, north + up * reach)
                    shape = ogr.Geometry(ogr.wkbPolygon)
                    shape.AddGeometry(ring)
                    out.add(shape, entry.code, entry.name, entry.color, number)
                counts["training_polygons"][str(entry.code)] = len(drawn)
        with layer(self.path("training_points.gpkg"), self.crs, ogr.wkbPoint, fields) as out:
            for entry in LAND_COVER:
                here = cover == entry.code
                choose = here & (near if (near & here).sum() >= 40 else clear)
                # On narrow ground a pixel's middle may lie beyond the outline: those cells are passed over.
                points = [cell for cell in self._draw(choose, 811, 120) if self._pure(truth, *cell, entry.code)][:40]
                for row, col in points:  # a group of points is those of one desa
                    out.add(_in_cell(row, col), entry.code, entry.name, entry.color, int(self.place.desa[row, col]))
                counts["training_points"][str(entry.code)] = len(points)
        self.truth.update(counts)

    def _pure(self, cover: RasterSource, row: int, col: int, code: int) -> bool:
        """Whether all pixels of a cell are of a class."""
        step = int(CELL_M // 10)
        return bool((cover.read(Window(col * step, row * step, step, step)).values == code).all())

    def _fires(self) -> None:
        """Hotspots, and the points of the fire brigade; cells well within what they stand for."""
        scar, inner = self.place.scar, self._alike(self.mesh.labels, 1)
        hot = inner & (self.place.severity >= MODERATE)
        calm = inner & (scar == 0) & (self.place.desa > 0)
        fields = (("ACQ_DATE", str), ("ACQ_TIME", str), ("SATELLITE", str), ("CONFIDENCE", str), ("FRP", float))
        area = self.truth["burned_ha"]
        within = self._draw(hot, 820, max(6, math.ceil(area / 6)))
        false = self._draw(calm & np.isin(self.place.after, (SETTLEMENT, SALT, PADDY)), 821, max(2, len(within) // 10))
        with layer(self.path("hotspots.gpkg"), self.crs, ogr.wkbPoint, fields) as out:
            for row, col in within + false:
                day, hour, level, power = (float(uniform(self.seed, 822, [row], [4 * col + k])[0, 0]) for k in range(4))
                real = scar[row, col] > 0
                sure = ("nominal" if level < 0.6 else "high") if real else "low"
                frp = round(2 + (30 if real else 5) * power, 1)
                time = "05:54" if hour < 0.5 else "18:12"
                out.add(_in_cell(row, col), f"2024-08-{1 + int(day * 27):02d}", time, "N", sure, frp)
        self.truth["hotspots"] = {"count": len(within) + len(false), "inside_scars": len(within)}
        burned = self._draw(inner & (scar > 0), 823, 60)
        unburned = self._draw(calm & np.isin(self.place.after, (FOREST, PLANTATION, SHRUB, MANGROVE)), 824, 155)
        with layer(self.path("fire_points.gpkg"), self.crs, ogr.wkbPoint, (("id", int), ("burned", int))) as out:
            for index, (row, col) in enumerate(burned + unburned, 1):
                out.add(_in_cell(row, col), index, int(scar[row, col] > 0))
        self.truth["fire_points"] = {"burned": len(burned), "unburned": len(unburned)}


def _averaged(power: np.ndarray, fine: np.ndarray) -> np.ndarray:
    """(2, rows, cols) of float32: mean power of radar pixels; power: of each label, fine: labels of samples."""
    side = int(radar.PIXEL_M // 10) * FINE
    rows, cols = fine.shape[0] // side, fine.shape[1] // side
    return np.stack([band[fine].reshape(rows, side, cols, side).mean(axis=(1, 3), dtype=np.float32) for band in power])


def _in_cell(row: int, col: int) -> ogr.Geometry:
    """The middle of a cell's first pixel: never the corner where four pixels meet."""
    return point(WEST + col * CELL_M + 5, NORTH - row * CELL_M - 5)


def describe(truth: Dict[str, Any]) -> List[str]:
    """The truth in a few lines, for the log."""
    mines = sum(site["after_ha"] for site in truth["mines"])
    return [
        tr("District: {area} ha, {kecamatan} kecamatan, {desa} desa.").format(
            area=number(truth["district_ha"], 2), kecamatan=len(truth["kecamatan"]), desa=len(truth["desa"])
        ),
        tr("Mines: {count}, {area} ha. Burned: {burned} ha in {scars} scars. In agreement with the plan: {percent} %.").format(
            count=len(truth["mines"]), area=number(mines, 2), burned=number(truth["burned_ha"], 2), scars=len(truth["scars"]),
            percent=number(truth["plan"]["conform_percent"], 2),
        ),
    ]  # fmt: skip
