"""What a model gets to see: which bands of the raster, scaled how, and what stands where the raster holds no data."""

from __future__ import annotations

from typing import List, NamedTuple, Optional, Tuple

import numpy as np

from ..errors import PantauError
from ..monitor import Monitor
from ..packages import need
from ..raster.sensors import find_bands, is_known
from ..raster.source import RasterSource, percentiles
from ..text import tr
from .card import parse_numbers
from .model import Model

TRUE_COLOUR = 3558.0  # reflectance x 10 000 of the value 255 in a Sentinel-2 true-colour image (ESA)


class Scaling(NamedTuple):
    """What the model takes is raster value x gain + bias; both (bands, 1, 1) of float32.

    assumed: nothing but habit says that the raster holds reflectance x 10 000.
    """

    gain: np.ndarray
    bias: np.ndarray
    assumed: bool


def choose_bands(source: RasterSource, model: Model, wanted: str) -> List[int]:
    """Numbers of the raster's bands that the model takes, in its order."""
    numbers = listed_bands(source, wanted)
    if numbers is not None:
        if len(numbers) != model.bands:
            raise PantauError(
                tr("BANDS names {found} bands and the model {model} takes {expected}: give as many as it takes{which}.").format(
                    found=len(numbers), model=model.name, expected=model.bands, which=_which(model)
                )
            )
        return numbers
    names = source.band_names()
    by_name = find_bands(model.card.bands, names) if model.card.bands else None
    if by_name:
        return [source.data_bands[number - 1] for number in by_name]
    if len(source.data_bands) == model.bands and not (model.card.bands and any(is_known(name) for name in names)):
        return source.data_bands
    raise PantauError(
        tr(
            "{name} has {found} bands ({bands}) and the model {model} takes {expected}{which}: say which in BANDS, in the model's order."
        ).format(
            name=source.name,
            found=len(source.data_bands),
            bands=_described(source),
            model=model.name,
            expected=model.bands,
            which=_which(model),
        )  # fmt: skip
    )


def listed_bands(source: RasterSource, wanted: str) -> Optional[List[int]]:
    """Numbers of the bands that a text lists by name or by number, with commas; None where it lists none."""
    listed = [part.strip() for part in wanted.replace(";", ",").split(",") if part.strip()]
    if not listed:
        return None
    if all(part.isdigit() for part in listed):
        return [int(part) for part in listed]
    numbers = _numbered(source, find_bands(listed, source.band_names()))
    if numbers is None:
        raise PantauError(
            tr("The bands {wanted} are not all in {name}, whose bands are {bands}: give names or numbers in BANDS.").format(
                wanted=", ".join(listed), name=source.name, bands=_described(source)
            )
        )
    return numbers


def _numbered(source: RasterSource, positions: Optional[List[int]]) -> Optional[List[int]]:
    return None if positions is None else [source.data_bands[position - 1] for position in positions]


def _described(source: RasterSource) -> str:
    return ", ".join(f"{n} {name}".strip() for n, name in zip(source.data_bands, source.band_names()))


def _which(model: Model) -> str:
    return f" ({', '.join(model.card.bands)})" if model.card.bands else ""


def choose_scaling(source: RasterSource, model: Model, scale_mean: str, scale_std: str, monitor: Monitor) -> Scaling:
    """How the raster's values become what the model takes, from the settings, the model's card and the raster itself."""
    card, bands = model.card, model.bands
    mean = parse_numbers(scale_mean, "SCALE_MEAN")
    std = parse_numbers(scale_std, "SCALE_STD")
    if card.mean and bool(mean) != bool(std):
        raise PantauError(
            tr("Only one of SCALE_MEAN and SCALE_STD is given, and {model} has both of its own: give both or neither.").format(
                model=model.name
            )
        )
    factor, offset, assumed = 1.0, 0.0, False
    if not mean and not std:
        factor, offset = _factor(source, model, monitor)
        assumed = card.values == "reflectance" and (factor, offset) == (card.reflectance_scale / 10_000, 0.0)
        mean, std = list(card.mean), list(card.std)
    mean, std = mean or [0.0], std or [1.0]
    for what, numbers in (("SCALE_MEAN", mean), ("SCALE_STD", std)):
        if len(numbers) not in (1, bands):
            raise PantauError(
                tr("{what} has {found} numbers and the model takes {expected} bands: give one number, or one a band.").format(
                    what=what, found=len(numbers), expected=bands
                )
            )
    if any(not value > 0 or np.isinf(value) for value in std):
        raise PantauError(tr("SCALE_STD holds {value}: every number must be greater than 0.").format(value=min(std)))
    if not np.isfinite(mean).all():
        raise PantauError(tr("SCALE_MEAN holds {value}: every number must be finite.").format(value=mean))
    means, stds = np.resize(np.array(mean), bands), np.resize(np.array(std), bands)
    gain, bias = factor / stds, (offset - means) / stds
    return Scaling(gain.astype(np.float32)[:, None, None], bias.astype(np.float32)[:, None, None], assumed)


def _factor(source: RasterSource, model: Model, monitor: Monitor) -> Tuple[float, float]:
    """(factor, offset) that bring the raster's values to the units that the model's card speaks of."""
    card = model.card
    byte = source.dtype == np.uint8
    if card.values == "reflectance":
        unit = card.reflectance_scale
        scale, offset = source.scale_offset()
        if (scale, offset) != (1.0, 0.0):
            monitor.log(
                tr("Values: reflectance = value x {scale:g} + {offset:g}, as the raster says.").format(scale=scale, offset=offset)
            )
            return scale * unit, offset * unit
        if byte:
            monitor.warn(
                tr(
                    "The raster holds values of 0 to 255: taken as a Sentinel-2 true-colour image. For other images give SCALE_MEAN and SCALE_STD."
                )
            )
            return TRUE_COLOUR / 255 * unit / 10_000, 0.0
        if source.dtype.kind == "f" and percentiles(source, 98)[0] <= 2:
            monitor.log(tr("Values: taken as reflectance from 0 to 1."))
            return unit, 0.0
        monitor.log(tr("Values: taken as reflectance x 10 000."))
        return unit / 10_000, 0.0
    if card.values == "unit" or not (card.origin or card.mean):
        if byte or card.mean:  # Deepness divides whatever the raster holds by 255
            return 1 / 255, 0.0
        if source.dtype.kind == "f":
            monitor.log(tr("Values: given to the model as they are."))
            return 1.0, 0.0
        raise PantauError(
            tr(
                "The model {model} does not say how its input is scaled, and {name} holds {type} values: give SCALE_MEAN and SCALE_STD (such as 0 and 10000)."
            ).format(model=model.name, name=source.name, type=source.dtype)
        )
    return 1.0, 0.0


def mirror_nodata(values: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """(bands, rows, cols) with invalid pixels replaced by the image mirrored about the edge of the valid ones.

    The mirror of a pixel p about its nearest valid pixel q is 2 q - p; where that is not valid, q itself.
    """
    ndimage = need("scipy.ndimage", "scipy")
    rows, cols = valid.shape
    nearest = ndimage.distance_transform_edt(~valid, return_distances=False, return_indices=True)
    r, c = np.nonzero(~valid)
    near_r, near_c = nearest[0][r, c], nearest[1][r, c]
    far_r, far_c = np.clip(2 * near_r - r, 0, rows - 1), np.clip(2 * near_c - c, 0, cols - 1)
    good = valid[far_r, far_c]
    filled = np.array(values)
    filled[:, r, c] = values[:, np.where(good, far_r, near_r), np.where(good, far_c, near_c)]
    return filled
