"""The mask of an earlier run, where a chain takes one in the place of an image."""

from __future__ import annotations

import math
import os
from typing import Any, Dict, Iterable, Optional

import numpy as np

from ..errors import PantauError
from ..monitor import Monitor, check
from ..raster.aoi import AreaOfInterest
from ..raster.grid import CellAreas, Window
from ..raster.legend import read_legend, read_provenance
from ..raster.outputs import Outputs, copy_raster
from ..raster.patches import strips
from ..raster.source import RasterSource
from ..text import number, tr
from .model import Model
from .segment import NODATA, Settings, threshold_of

ALGORITHM = "pantau:segment"


def is_mask(path: str) -> bool:
    """Whether a raster is a mask that `segment` has made. Its probabilities have no legend."""
    return os.path.isfile(path) and read_provenance(path).get("algorithm") == ALGORITHM and read_legend(path) is not None


def take_mask(
    path: str, models: Iterable[Model], settings: Settings, target: str, *, crs: str = "", monitor: Optional[Monitor] = None
) -> float:
    """Copy a mask, or its part in the area of interest, to `target`; return the hectares found in it.

    models: those that may have made it. crs: WKT to assume where the file itself has none.
    Raises PantauError: made with another model, or with another threshold, so that a comparison would take what differs for new mines.
    """
    monitor = monitor or Monitor()
    made = read_provenance(path)
    model = _maker(path, made, models)
    _require_threshold(path, made, threshold_of(model, settings))
    _warn_of_differences(path, made, settings, monitor)
    source = RasterSource(path, crs=crs)
    aoi = AreaOfInterest(settings.aoi, source.grid) if settings.aoi else None
    area = aoi.window if aoi else source.grid.whole
    grid = source.grid.window(area)
    areas, found = CellAreas(grid), 0.0
    with Outputs() as outputs:
        cut = None
        if aoi is not None:
            cut = outputs.create(
                "mask",
                target,
                grid,
                np.uint8,
                1,
                NODATA,
                legend=read_legend(path),
                provenance={**made, "aoi": True},
                names=[tr("class")],
            )
        for strip in strips(grid):
            check(monitor, strip.y, grid.height)
            window = Window(area.x, area.y + strip.y, strip.width, strip.height)
            codes = source.read(window).values[0]
            if aoi is not None:
                codes = np.where(aoi.inside(window), codes, np.uint8(NODATA))
                cut.write(0, strip.y, codes)
            found += areas.sum_ha(np.isin(codes, model.codes), 0, strip.y)
        source.close()
    if aoi is None:
        copy_raster(path, target)
    monitor.log(
        tr("{path} is a mask that this algorithm has made: it is taken as it is, and no model is run. It has {area} ha.").format(
            path=path, area=number(found, 2)
        )
    )
    return found


def _maker(path: str, made: Dict[str, Any], models: Iterable[Model]) -> Model:
    asked = []
    for model in models:
        if model.sha256 == made.get("model_sha256"):
            return model
        asked.append(model)
    raise PantauError(
        tr(
            "{path} was made with the model {earlier} and not with {model}, and what differs between two models would pass for new mines: "
            "give the image instead, or the model that made the mask as MODEL."
        ).format(
            path=path, earlier=_called(made.get("model"), made.get("model_sha256")), model=_called(asked[0].name, asked[0].sha256)
        )
    )


def _called(name: Any, sha256: Any) -> str:
    return f"{name} ({str(sha256)[:12]})"


def _require_threshold(path: str, made: Dict[str, Any], asked: Optional[float]) -> None:
    earlier = made.get("threshold")
    if earlier != asked and (earlier is None or asked is None or not math.isclose(earlier, asked, abs_tol=1e-9)):
        raise PantauError(
            tr(
                "{path} was made with the threshold {earlier} and not with {asked}, and what differs would pass for new mines: "
                "give the image instead, or the threshold of the mask as THRESHOLD."
            ).format(path=path, earlier=_told(earlier), asked=_told(asked))
        )


def _warn_of_differences(path: str, made: Dict[str, Any], settings: Settings, monitor: Monitor) -> None:
    """Say what was asked for otherwise than now. What lies outside an earlier area of interest is no data, and is compared with nothing."""
    told = [
        tr("{name} was {earlier} and is {asked}").format(name=name, earlier=_told(earlier), asked=_told(asked))
        for name, earlier, asked in (
            ("MIN_AREA_HA", made.get("min_area_ha"), settings.min_area_ha),
            ("FILL_HOLES_HA", made.get("fill_holes_ha"), settings.fill_holes_ha),
        )
        if earlier != asked
    ]
    if made.get("aoi") and settings.aoi is None:
        told.append(tr("AOI was given and is empty"))
    if told:
        monitor.warn(
            tr("The mask {path} was made with other choices than those of now, and stays as it is: {differences}.").format(
                path=path, differences="; ".join(told)
            )
        )


def _told(value: Optional[float]) -> str:
    return tr("empty") if value is None else f"{value:g}"
