"""A random forest over a raster: class, confidence and probabilities in one pass."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple, Union

import numpy as np

from ..errors import PantauError
from ..monitor import Monitor
from ..raster.aoi import AreaOfInterest, Polygons
from ..raster.grid import CellAreas
from ..raster.legend import Legend
from ..raster.outputs import Outputs
from ..raster.pipeline import Block, map_blocks
from ..raster.sensors import Band, canonical
from ..raster.source import RasterSource, sampled_values, undeclared_nodata
from ..segmentation.devices import cpu_threads
from ..segmentation.model import Model
from ..segmentation.segment import NODATA, STEPS, Settings, segment
from ..text import number, tr
from ..version import VERSION
from .forest import ForestModel, NoForest, read_model
from .walk import choose_walk

BLOCK = 512  # px, the side of a block
MOST_SHARES = 1 << 23  # shares of a block: where there are many classes the block is smaller
FAR = 4.5  # powers of 2: scenes of one cover alone differ by less, and the usual mistakes in units by more (10 000 / 255, 10 000)
MOST_OUTSIDE = 0.6  # share of a band's values far beyond the samples
NEAR_NM = 20.0  # bands whose centres are no further apart see the same


@dataclass
class Result:
    """What came out. class_ha: by code. engine: what walked the trees, "numba" or "onnxruntime"."""

    class_ha: Dict[int, float] = field(default_factory=dict)
    megapixels: float = 0.0
    seconds: float = 0.0
    speed: float = 0.0
    engine: str = ""


def classify(
    raster: str,
    model: ForestModel,
    *,
    crs: str = "",
    classes: Optional[str] = None,
    confidence: Optional[str] = None,
    probabilities: Optional[str] = None,
    aoi: Optional[Polygons] = None,
    monitor: Optional[Monitor] = None,
) -> Result:
    """Classify a raster.

    crs: WKT to assume where the file has none. classes, confidence, probabilities: paths of the GeoTIFFs to write, or None. Confidence
    is the share of the trees' votes that the class has won; probabilities are those of all classes, a band each. Both are stored as
    uint8 in steps of 1 / STEPS, with the nodata code NODATA, as those of `segment` are.
    Raises PantauError, Cancelled; then no output exists and earlier files are as they were.
    """
    monitor = monitor or Monitor()
    source = RasterSource(raster, crs=crs)
    source.select(match_bands(source, model.bands, monitor))
    convert = _conversion(source, model, monitor)
    area = AreaOfInterest(aoi, source.grid) if aoi else None
    window = area.window if area else source.grid.whole
    grid = source.grid.window(window)
    legend, result = model.legend, Result()
    walk, reason = choose_walk(model, grid.width * grid.height)
    result.engine = walk.engine
    dtype, nodata = choose_codes([entry.code for entry in legend])
    codes = np.array([entry.code for entry in legend], dtype)
    undeclared = source.always_valid()
    # One band a class, and a block of each is on its way through the pipeline several times.
    size = BLOCK if probabilities is None else max(64, min(BLOCK, int((MOST_SHARES / len(codes)) ** 0.5)))

    def kernel(block: Block) -> Mapping[str, Any]:
        pixels = block.pixels[0]
        valid = _both(pixels.valid, block.inside)
        shape = pixels.values.shape[1:]
        some = pixels.values.reshape(len(pixels.values), -1) if valid is None else pixels.values[:, valid]
        answer = walk(convert(some), probabilities is not None)
        arrays: Dict[str, Any] = {"classes": _spread(codes[answer.column], valid, shape, nodata)}
        empty = answer.column[undeclared_nodata(some, source.dtype)] if undeclared else answer.column[:0]
        arrays["areas"] = (arrays["classes"], *(np.bincount(columns, minlength=len(codes)) for columns in (answer.column, empty)))
        if confidence:
            arrays["confidence"] = _spread(_steps(answer.share), valid, shape, NODATA)
        if answer.shares is not None:
            arrays["probabilities"] = np.stack([_spread(_steps(one), valid, shape, NODATA) for one in answer.shares])
        return arrays

    provenance = {
        "algorithm": "pantau:classify", "version": VERSION, "input": source.name, "model": model.name,
        "model_sha256": model.sha256, "bands": source.bands, "aoi": aoi is not None,
    }  # fmt: skip
    start = time.perf_counter()
    areas = _Areas(CellAreas(grid), codes)
    with Outputs() as outputs:
        if classes:
            outputs.create("classes", classes, grid, dtype, 1, nodata, legend=legend, names=[tr("class")], provenance=provenance)
        for name, path, names in (
            ("confidence", confidence, [tr("confidence")]),
            ("probabilities", probabilities, [entry.label() for entry in legend]),
        ):
            if path:
                outputs.create(name, path, grid, np.uint8, len(names), NODATA, names=names, scale=1 / STEPS, provenance=provenance)
        map_blocks(
            [source], kernel, {**outputs.rasters, "areas": areas}, monitor=monitor, aoi=area, size=size, workers=cpu_threads()
        )
    result.seconds = time.perf_counter() - start
    result.class_ha = areas.class_ha
    result.megapixels = grid.width * grid.height / 1e6
    result.speed = result.megapixels / max(result.seconds, 1e-9)
    _report(result, model, reason, monitor)
    areas.warn(source, legend, monitor)
    return result


def open_model(path: str) -> Union[ForestModel, Model]:
    """A random forest, or a segmentation network whose card says that it is one. Raises PantauError for anything else."""
    try:
        return read_model(path)
    except NoForest as error:
        if "segmentation" not in error.task:
            raise
    return Model(path)


def segment_classes(
    raster: str,
    model: Model,
    *,
    crs: str = "",
    classes: Optional[str] = None,
    probabilities: Optional[str] = None,
    aoi: Optional[Polygons] = None,
    scratch: Optional[str] = None,
    monitor: Optional[Monitor] = None,
) -> Result:
    """As `classify`, with a segmentation network, which gives no confidence: its mask is the class raster.

    scratch: folder for temporary files.
    """
    found = segment(
        raster, model, Settings(aoi=aoi), crs=crs, mask=classes, probability=probabilities, scratch=scratch, monitor=monitor
    )
    return Result(found.class_ha, found.megapixels, found.seconds, found.speed, "onnxruntime")


def match_bands(source: RasterSource, wanted: Sequence[Band], monitor: Monitor) -> List[int]:
    """Numbers of the raster's bands that a model takes, in its order: by name, else by what they see, else by position.

    By position only where the raster, or the model, has no names at all. Raises PantauError, which names the bands that are missing.
    """
    present = source.described_bands()
    named = [band for band in present if _is_named(band)]
    if not named or not any(_is_named(band) for band in wanted):
        if len(present) != len(wanted):
            raise PantauError(
                tr(
                    "{name} has {found} bands without names, and the model takes {expected} ({bands}): name the raster's bands, or give one with as many."
                ).format(name=source.name, found=len(present), expected=len(wanted), bands=", ".join(band.name for band in wanted))
            )
        monitor.warn(
            (
                tr("Bands are taken by their position, since those of the model have no names: check that the order is {bands}.")
                if named
                else tr(
                    "Bands are taken by their position, since those of the raster have no names: check that the order is {bands}."
                )
            ).format(
                bands=", ".join(band.name or str(place + 1) for place, band in enumerate(wanted if not named else present)),
            )
        )
        return source.data_bands
    numbers: List[int] = []
    others, missing, several = [], [], []
    for position, band in enumerate(wanted, 1):
        places = _find(band, present)
        name = band.name or str(position)
        if len(places) > 1:
            several.append(name)
        elif not places or source.data_bands[places[0]] in numbers:
            missing.append(name)
        else:
            number = source.data_bands[places[0]]
            numbers.append(number)
            if canonical(present[places[0]].name) != canonical(band.name):
                others.append(f"{band.name} = {present[places[0]].name or number}")
    faults = [tr("no band {bands}").format(bands=", ".join(missing))] if missing else []
    faults += [tr("more than one band {bands}").format(bands=", ".join(several))] if several else []
    if faults:
        raise PantauError(
            tr("{name} has {faults}; it has {bands}: give a raster with {wanted}, which the model takes.").format(
                name=source.name, faults="; ".join(faults), bands=", ".join(one.name or "?" for one in present),
                wanted=", ".join(one.name or "?" for one in wanted),
            )
        )  # fmt: skip
    if others:
        monitor.log(tr("Bands taken by what they see, since their names differ: {pairs}.").format(pairs=", ".join(others)))
    return numbers


def _is_named(band: Band) -> bool:
    return bool(band.name or band.common or band.wavelength_nm)


def _find(band: Band, present: Sequence[Band]) -> List[int]:
    """The places among a raster's bands of those that agree with a band in the first respect in which any does."""
    respects: Tuple[Callable[[Band], bool], ...] = (
        lambda one: bool(one.name) and one.name == band.name,
        lambda one: bool(one.name) and canonical(one.name) == canonical(band.name),
        lambda one: bool(band.common) and one.common == band.common,
        lambda one: bool(band.wavelength_nm and one.wavelength_nm) and abs(one.wavelength_nm - band.wavelength_nm) <= NEAR_NM,
    )
    for agrees in respects:
        places = [place for place, one in enumerate(present) if agrees(one)]
        if places:
            return places
    return []


def _conversion(source: RasterSource, model: ForestModel, monitor: Monitor) -> Callable[[np.ndarray], np.ndarray]:
    """What turns (bands, pixels) of the raster into float32 in the units of the training."""

    def plain(values: np.ndarray) -> np.ndarray:
        with np.errstate(over="ignore"):  # a float64 may be too large: it is above every threshold then, as infinity is
            return values.astype(np.float32)

    own = source.scales_offsets()
    scale, offset = (np.array(column)[:, None] for column in zip(*own))
    model_scale, model_offset = (np.array(column)[:, None] for column in zip(*model.scaling))

    def converted(values: np.ndarray) -> np.ndarray:
        return plain((values * scale + (offset - model_offset)) / model_scale)

    alike = np.allclose(own, model.scaling, rtol=1e-9, atol=0)
    values = sampled_values(source)
    if source.always_valid():
        values = values[:, ~undeclared_nodata(values, source.dtype)]
    known = model.ranges is not None and values.size > 0
    use = plain if alike else converted
    if not alike:
        silent = any(set(pairs) == {(1.0, 0.0)} for pairs in (own, model.scaling))
        # Who declares nothing may hold the same units as stored, such as reflectance x 10 000: then the samples tell.
        if silent and known and np.median(_misfit(plain(values), model)) < np.median(_misfit(converted(values), model)):
            use = plain
        if use is converted:
            said = tr("they are converted")
        elif _is_unlike(values, plain, source.dtype, model):
            said = tr("they are taken as stored")
        else:
            said = tr("they are taken as stored, as the samples suggest")
        monitor.warn(
            tr(
                "The raster's values are {own}, those that the model was trained on {trained}: {said}. Check that this is right."
            ).format(own=_scalings(own), trained=_scalings(model.scaling), said=said)
        )
    if known and _is_unlike(values, use, source.dtype, model):
        place = int(np.argmax(_misfit(use(values), model)))
        least, most = _ends(use(values))[place]
        low, high = model.ranges[place]
        monitor.warn(
            tr(
                "The values are other than those that the model was trained on: those of band {band} go from {least:g} to {most:g}, "
                "and the samples from {low:g} to {high:g}. Unless both have the same units, the map means nothing."
            ).format(band=model.bands[place].name or place + 1, least=float(least), most=float(most), low=low, high=high)
        )
    return use


def _is_unlike(values: np.ndarray, use: Callable[[np.ndarray], np.ndarray], dtype: np.dtype, model: ForestModel) -> bool:
    """Whether values, (bands, pixels) as stored, are in most bands too unlike the samples to have their units.

    use: turns them into what the model takes. A scene may differ much from the samples, if it is all water or all forest: its values
    are few of theirs, and not others.
    """
    low, high = np.array(model.ranges, np.float64).T[:, :, None]
    found = use(values)
    outside = ((found < low - (high - low)) | (found > high + (high - low))).mean(axis=1)
    bounded = False
    if dtype.kind in "iu":  # a byte cannot hold what most samples of reflectance x 10 000 hold, however it was stretched
        largest = use(np.full((len(values), 1), np.iinfo(dtype).max, dtype))
        bounded = np.median(high > largest) > 0.5
    return bool(bounded or np.median(outside) > MOST_OUTSIDE or np.median(_misfit(found, model)) > FAR)


def _ends(values: np.ndarray) -> np.ndarray:
    """(bands, 2) of float64: the 1st and the 99th percentile of each band."""
    return np.percentile(values.astype(np.float64), (1, 99), axis=1).T


def _misfit(values: np.ndarray, model: ForestModel) -> np.ndarray:
    """How unlike each band's values, (bands, pixels), are to the ranges of the samples, as powers of 2.

    What unlike units change most is how wide the values are spread, and, where they are spread as wide, how far apart they lie. Less
    spread alone is no sign, for one cover has less than all of them: units that lessen it lessen the numbers as much.
    """
    ends, known = _ends(values), np.array(model.ranges, np.float64)
    width, own = (np.maximum(one[:, 1] - one[:, 0], 1e-12) for one in (ends, known))
    middle, its = (one.mean(axis=1) for one in (ends, known))
    level = np.log2(np.maximum(np.abs(its), 1e-12) / np.maximum(np.abs(middle), 1e-12))
    spread = np.log2(width / own)
    apart = np.abs(middle - its) / np.maximum(width, own)
    return np.maximum(np.where(spread < 0, np.minimum(-spread, np.abs(level)), spread), np.log2(1 + apart))


def _scalings(pairs: Sequence[Tuple[float, float]]) -> str:
    """Scales and offsets in words: once where all bands have the same."""
    kinds = list(dict.fromkeys(pairs))
    return "; ".join(tr("value x {scale:g} + {offset:g}").format(scale=scale, offset=offset) for scale, offset in kinds)


def choose_codes(codes: Sequence[int]) -> Tuple[Any, int]:
    """(type, nodata): the smallest type of raster that holds the class codes and one more for no data: 0 where no class has it."""
    for dtype in (np.uint8, np.uint16, np.int32):
        info = np.iinfo(dtype)
        if min(codes) >= info.min and max(codes) <= info.max:
            free = [code for code in (0, int(info.max), int(info.min)) if code not in codes]
            free = free or sorted(set(range(256)) - set(codes))[-1:]  # a byte has 256 codes
            if free:
                return dtype, free[0]
    raise ValueError(codes)


def _both(valid: Optional[np.ndarray], inside: Optional[np.ndarray]) -> Optional[np.ndarray]:
    if valid is None or inside is None:
        return inside if valid is None else valid
    return valid & inside


def _steps(shares: np.ndarray) -> np.ndarray:
    return (shares * STEPS + np.float32(0.5)).astype(np.uint8)


def _spread(values: np.ndarray, valid: Optional[np.ndarray], shape: Tuple[int, ...], nodata: int) -> np.ndarray:
    """The valid pixels' values in the place of those pixels."""
    if valid is None:
        return values.reshape(shape)
    whole = np.full(shape, nodata, values.dtype)
    whole[valid] = values
    return whole


class _Areas:
    """Sums up the hectares of each class, and counts the pixels; by the model's columns. empty: of these, those that look like no data."""

    def __init__(self, cells: CellAreas, codes: np.ndarray) -> None:
        self._cells, self._codes = cells, codes
        self.class_ha = dict.fromkeys(codes.tolist(), 0.0)
        self._counts, self._empty = np.zeros((2, len(codes)), np.int64)

    def write(self, x: int, y: int, array: Tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
        """array: the codes of a block, the pixels of each class in it, and those of them that look like no data."""
        classes, counts, empty = array
        for code in self._codes[counts > 0]:
            self.class_ha[int(code)] += self._cells.sum_ha(classes == code, x, y)
        self._counts += counts
        self._empty += empty

    def warn(self, source: RasterSource, legend: Legend, monitor: Monitor) -> None:
        """Say it where there was nothing to classify, or what was classified is probably nothing."""
        total = int(self._counts.sum())
        if not total:
            monitor.warn(
                tr("No pixel of {name} holds data here: check its nodata value and the area of interest.").format(name=source.name)
            )
            return
        share = 100 * int(self._empty.sum()) / total
        if round(share, 2):
            columns = np.argsort(-self._empty, kind="stable")[: np.count_nonzero(self._empty)]
            monitor.warn(
                tr(
                    "{percent} % of the pixels are 0 in all bands, or {largest}, and nothing declares no data: they were classified as "
                    "{classes}. Declare nodata, or use 'Prepare a satellite scene'."
                ).format(
                    percent=number(share, 2),
                    largest=np.iinfo(source.dtype).max,
                    classes=", ".join(legend.entries[column].label() for column in columns),
                )
            )


def _report(result: Result, model: ForestModel, reason: str, monitor: Monitor) -> None:
    monitor.log(
        tr("{megapixels} Mpx in {seconds} s ({speed} Mpx/s) with {engine}{reason}; model {model}, SHA-256 {sha256}.").format(
            megapixels=number(result.megapixels, 2),
            seconds=number(result.seconds, 1),
            speed=number(result.speed, 2),
            engine=result.engine,
            reason=f" ({reason})" if reason else "",
            model=model.name,
            sha256=model.sha256[:12],
        )  # fmt: skip
    )
    for entry in model.legend:
        monitor.log(tr("{name}: {area} ha").format(name=entry.label(), area=number(result.class_ha[entry.code], 2)))
