"""The card of a model: what it takes, what it gives, and what its numbers mean.

Read from the model file's own metadata: Pantau's card (key `pantau`, terms of the STAC Machine Learning Model
extension) or Deepness's keys; a model with neither has an empty card.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Tuple

from ..errors import PantauError
from ..raster.legend import PALETTE
from ..text import tr

BACKGROUND_WORDS = {"background", "none", "nothing", "other", "not", "no", "non", "latar", "bukan", "lainnya", "tidak"}


@dataclass(frozen=True)
class ClassInfo:
    """A class as the card names it; color is "#RRGGBB" or empty."""

    code: int
    name: str
    name_id: str
    color: str = ""

    def is_background(self) -> bool:
        """Whether the name says that nothing of interest is there."""
        words = self.name.lower().replace("_", " ").replace("-", " ").split()
        return bool(words) and words[0] in BACKGROUND_WORDS


@dataclass(frozen=True)
class Card:
    """What is known of a model before it runs. None, and empty, mean: the card does not say.

    mean, std: per band, in the units that `values` names: "reflectance" (then reflectance_scale is what the model calls a
    reflectance of 1), "unit" (Byte values divided by 255, as Deepness does) or None (the raster's own values).
    classes: one tuple an output of the model.
    """

    name: str = ""
    origin: str = ""
    task: str = ""
    bands: Tuple[str, ...] = ()
    mean: Tuple[float, ...] = ()
    std: Tuple[float, ...] = ()
    values: Optional[str] = None
    reflectance_scale: float = 10_000.0
    pixel_m: Optional[float] = None
    tile: Optional[int] = None
    overlap_px: Optional[int] = None
    overlap_percent: Optional[float] = None
    multiple: int = 32
    channels_last: Optional[bool] = None
    activation: Optional[str] = None
    threshold: Optional[float] = None
    classes: Tuple[Tuple[ClassInfo, ...], ...] = field(default_factory=tuple)

    def is_segmentation(self) -> bool:
        """False where the card says that the model does something else."""
        return not self.task or "segment" in self.task.lower()


def read_card(metadata: Mapping[str, str], name: str) -> Card:
    """The card in a model's metadata.

    metadata: ONNX `metadata_props`. name: the file's name, for messages.
    Raises PantauError where there is a card that cannot be understood.
    """
    try:
        if "pantau" in metadata:
            return _read_pantau(json.loads(metadata["pantau"]))
        if "model_type" in metadata or "class_names" in metadata or "standardization_mean" in metadata:
            return _read_deepness({key: _loads(value) for key, value in metadata.items()})
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise PantauError(
            tr("The card inside {name} cannot be understood ({reason}): export the model again.").format(
                name=name, reason=f"{type(error).__name__}: {error}"
            )
        ) from error
    return Card()


def _read_pantau(card: Dict[str, Any]) -> Card:
    entry = card["mlm:input"][0]
    scaling = entry.get("value_scaling") or []
    for one in scaling:
        if one["type"] not in ("z-score", "min-max", "offset"):
            raise ValueError("value_scaling " + one["type"])
    pairs = [_mean_std(one) for one in scaling]
    outputs = card["mlm:output"]
    order = entry["input"].get("dim_order") or []
    return Card(
        name=str(card["mlm:name"]),
        origin="Pantau",
        task=" ".join(card.get("mlm:tasks", [])),
        bands=tuple(band if isinstance(band, str) else str(band["name"]) for band in entry.get("bands", [])),
        mean=tuple(mean for mean, _ in pairs),
        std=tuple(std for _, std in pairs),
        values=entry.get("pantau:values"),
        reflectance_scale=float(entry.get("pantau:reflectance_scale", 10_000)),
        pixel_m=_number(entry.get("pantau:ground_sampling_distance_m")),
        tile=_whole(entry.get("pantau:tile_px")),
        overlap_px=_whole(entry.get("pantau:overlap_px")),
        multiple=int(entry.get("pantau:size_multiple_px", 32)),
        channels_last=(order[-1] in ("bands", "channel", "channels")) if order else None,
        activation=_activation(outputs[0].get("post_processing_function")),
        threshold=_number(outputs[0].get("pantau:threshold")),
        classes=tuple(
            tuple(
                ClassInfo(
                    int(c["value"]), str(c["name"]), str(c.get("name:id", c["name"])),
                    "#" + c["color_hint"].lstrip("#") if c.get("color_hint") else "",
                )
                for c in output.get("classification:classes", [])
            )
            for output in outputs
        ),
    )  # fmt: skip


def _mean_std(scaling: Mapping[str, Any]) -> Tuple[float, float]:
    """Any linear scaling of the extension as (x - mean) / std."""
    if scaling["type"] == "z-score":
        mean, std = float(scaling["mean"]), float(scaling["stddev"])
    elif scaling["type"] == "min-max":
        mean, std = float(scaling["minimum"]), float(scaling["maximum"]) - float(scaling["minimum"])
    else:
        mean, std = float(scaling["value"]), 1.0
    if not std > 0:
        raise ValueError(f"stddev {std}")
    return mean, std


def _activation(name: Any) -> Optional[str]:
    if name is None or name == "":
        return None
    text = str(name.get("expression") if isinstance(name, dict) else name).lower()
    for known in ("sigmoid", "softmax", "none"):
        if known in text:
            return known
    raise ValueError("post_processing_function " + text)


def _read_deepness(keys: Dict[str, Any]) -> Card:
    """Deepness's metadata: JSON values under `model_type`, `class_names`, `resolution` (cm), `standardization_*`, ..."""
    mean, std = keys.get("standardization_mean"), keys.get("standardization_std")
    names = keys.get("class_names") or []
    heads = names if isinstance(names, list) else [names]
    return Card(
        origin="Deepness",
        task={"Segmentor": "semantic-segmentation"}.get(keys.get("model_type", "Segmentor"), str(keys.get("model_type"))),
        mean=tuple(float(v) for v in mean) if mean else (),
        std=tuple(float(v) for v in std) if std else (),
        values="unit",
        pixel_m=float(keys["resolution"]) / 100 if keys.get("resolution") else None,
        tile=_whole(keys.get("tiles_size")),
        overlap_percent=_number(keys.get("tiles_overlap")),
        threshold=_number(keys.get("seg_thresh")),
        classes=tuple(
            tuple(ClassInfo(int(code), str(name), str(name)) for code, name in sorted(head.items(), key=lambda kv: int(kv[0])))
            for head in heads
        ),
    )


def _loads(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _number(value: Any) -> Optional[float]:
    return None if value is None else float(value)


def _whole(value: Any) -> Optional[int]:
    return None if value is None else int(value)


def parse_numbers(text: str, what: str) -> List[float]:
    """Numbers written with commas between them. Raises PantauError, naming the parameter `what`."""
    numbers = []
    for part in text.replace(";", ",").split(","):
        if part.strip():
            try:
                numbers.append(float(part))
            except ValueError:
                raise PantauError(
                    tr(
                        "{what} holds {value}, which is not a number: give numbers with commas between them, such as 0.1, 0.2, 0.3."
                    ).format(what=what, value=part.strip())
                ) from None
    return numbers


def color_of(index: int) -> str:
    """A colour for the class number `index` where the card has none."""
    return PALETTE[index % len(PALETTE)]
