"""A segmentation model: opened, understood, and run on batches of tiles."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from typing import Any, List, Optional, Sequence, Tuple

import numpy as np

from ..errors import PantauError
from ..packages import need
from ..raster.legend import Legend, LegendEntry
from ..text import tr
from .card import Card, ClassInfo, color_of, read_card
from .devices import AT_ONCE, cpu_threads, first_line, onnxruntime, open_session
from .tiling import LARGEST

TYPES = {
    "tensor(float)": np.float32, "tensor(float16)": np.float16, "tensor(double)": np.float64,
    "tensor(uint8)": np.uint8, "tensor(uint16)": np.uint16, "tensor(int32)": np.int32, "tensor(int64)": np.int64,
}  # fmt: skip


@dataclass(frozen=True)
class Head:
    """One output of a model, as channels of probability.

    index: the output's number. channels_last: how its array is laid out. size: its channels. softmax: whether the
    channels exclude each other. kept: the channels that are classes (all but the background).
    """

    index: int
    channels_last: bool
    size: int
    softmax: bool
    activation: str
    kept: Tuple[int, ...]


class Model:
    """An ONNX segmentation model.

    bands: input bands. tile: (rows, cols) that the file demands, None where it takes any. batch: likewise.
    margin: pixels at each edge of a tile for which the model gives no answer. stride: input pixels an output pixel.
    legend: background (code 0) and classes; `codes` are those of the channels that `run` returns.
    device: what runs it, for `device_reason`; device_missed: the device that was asked for in vain, or None.
    one_by_one: why the tiles of a batch run one after the other; empty where they do not.
    at_once: threads that may call `infer` at the same time, see `expect`.
    exclusive: the classes of one softmax, so that the background's probability is what they leave of 1.
    """

    def __init__(self, path: str, device: str = "auto", require_device: bool = False) -> None:
        """Raises PantauError: no such file, damaged, not ONNX, not a segmentation model, device not to be had."""
        self.path = path
        self._content = content = read_file(path)
        self.sha256 = hashlib.sha256(content).hexdigest()
        _check_copy_of_card(path, self.sha256)
        module = onnxruntime()
        try:
            opened = open_session(content, device, require_device)
        except PantauError:
            raise
        except Exception as error:  # onnxruntime has no common base class for its errors
            if "external" in str(error).lower():
                raise PantauError(
                    tr(
                        "{name} keeps its weights in another file, which Pantau does not open: export the model as one file."
                    ).format(name=self.file)
                ) from error
            raise not_a_model(self.file, error) from error
        self._session, self.device, self.device_reason = opened.session, opened.device, opened.reason
        self.device_missed = device if device not in ("auto", opened.device) else None
        self.runtime = f"onnxruntime {module.__version__}"
        self._options = module.RunOptions()
        self._options.log_severity_level = 4
        self.card: Card = read_card(self._session.get_modelmeta().custom_metadata_map, self.file)
        self._understand()
        self._bound: Optional[_Bound] = None
        self.one_by_one, self.at_once = "", 1

    @property
    def file(self) -> str:
        """The file's name."""
        return os.path.basename(self.path)

    @property
    def name(self) -> str:
        """The card's name for the model, or the file's."""
        return self.card.name or os.path.splitext(self.file)[0]

    def expect(self, batches: int, pixels: int) -> None:
        """Say how many batches will come, of how many pixels each, before the first: small ones share the CPU two at a time.

        All threads on one batch wait for each other at every layer: two at a time were a fifth faster on two cores.
        """
        at_once = min(AT_ONCE, batches, cpu_threads()) if self.device == "cpu" and pixels <= LARGEST else 1
        if at_once != self.at_once:
            self._session = None  # gone before the next one comes
            self._session, self.at_once = open_session(self._content, "cpu", False, at_once).session, at_once

    def stop(self) -> None:
        """Interrupt a running `infer`, from another thread."""
        self._options.terminate = True

    def resume(self) -> None:
        """Let a stopped model run again."""
        self._options.terminate = False

    def _refuse(self, what: str) -> PantauError:
        return PantauError(
            tr("{name} is no segmentation model ({what}): choose a model that gives a class for every pixel.").format(
                name=self.file, what=what
            )
        )

    def _understand(self) -> None:
        """Layout, sizes and heads, from the declared shapes and from what the model answers to a trial tile."""
        if not self.card.is_segmentation():
            raise self._refuse(tr("its card says {task}").format(task=self.card.task))
        inputs = self._session.get_inputs()
        if len(inputs) != 1 or len(inputs[0].shape) != 4 or inputs[0].type not in TYPES:
            raise self._refuse(tr("it does not take one image"))
        self._input, self.dtype = inputs[0].name, TYPES[inputs[0].type]
        shape = [n if isinstance(n, int) and n > 0 else None for n in inputs[0].shape]
        self.channels_last = _channels_last(shape, self.card)
        self.batch = shape[0]
        bands = shape[3] if self.channels_last else shape[1]
        rows, cols = shape[1:3] if self.channels_last else shape[2:4]
        self.bands = bands or len(self.card.bands) or len(self.card.mean) or 3
        self.tile = (rows or cols, cols or rows) if rows or cols else None
        self.multiple = self.card.multiple
        for what, count in ((tr("bands"), len(self.card.bands)), (tr("scalings"), len(self.card.mean))):
            if count > 1 and count != self.bands:
                raise PantauError(
                    tr(
                        "The card of {name} names {found} {what} and the model takes {expected} bands: export the model again."
                    ).format(name=self.file, found=count, what=what, expected=self.bands)
                )
        answers, trial = self._try(*(self.tile or (None, None)))
        self.margin, self.stride = 0, 1
        self.heads: List[Head] = []
        for index, answer in enumerate(answers):
            self.heads.append(self._head(index, answer, trial))
        if not self.heads:
            raise self._refuse(tr("it gives nothing"))
        self._name_classes()

    def _try(self, rows: Optional[int], cols: Optional[int]) -> Tuple[List[np.ndarray], Tuple[int, int]]:
        """The model's answers to tiles of noise, stacked along the batch, and the trial tile's size."""
        rng = np.random.default_rng(0)
        problem: Optional[BaseException] = None
        # Rows and columns differ where they may, so that the answer's axes cannot be confused.
        for trial in [(rows, cols)] if rows and cols else [(128, 192), (256, 256), (512, 512)]:
            size = (rows or trial[0], cols or trial[1])
            stack: List[List[np.ndarray]] = []
            try:
                for spread in (0.5, 3.0, 30.0):
                    noise = rng.normal(0.5, spread, (self.batch or 1, self.bands, *size))
                    if np.dtype(self.dtype).kind == "u":
                        noise = np.clip(noise * 50 + 100, 0, 255)
                    stack.append(self._session.run(None, {self._input: self._arrange(noise.astype(self.dtype))}, self._options))
            except Exception as error:  # onnxruntime has no common base class for its errors
                problem = error
                continue
            return [np.concatenate([run[i] for run in stack]) for i in range(len(stack[0]))], size
        raise PantauError(
            tr("{name} fails on a trial tile of {bands} bands ({reason}): check that it takes images.").format(
                name=self.file, bands=self.bands, reason=first_line(problem)
            )
        ) from problem

    def _head(self, index: int, answer: np.ndarray, trial: Tuple[int, int]) -> Head:
        shape = answer.shape
        if answer.ndim == 3:
            channels_last, size, got = False, 1, shape[1:]
        elif answer.ndim == 4 and self._fits(shape[2:], trial):
            channels_last, size, got = False, shape[1], shape[2:]
        elif answer.ndim == 4 and self._fits(shape[1:3], trial):
            channels_last, size, got = True, shape[3], shape[1:3]
        else:
            channels_last, size, got = False, 0, shape[-2:] if answer.ndim == 4 else ()
        if not size or not self._fits(got, trial):
            larger = len(got) == 2 and (got[0] > trial[0] or got[1] > trial[1])
            raise self._refuse(
                tr("from {rows} x {cols} px it makes {shape}: an enlarged image").format(rows=trial[0], cols=trial[1], shape=" x ".join(map(str, shape[1:])))
                if larger
                else tr("from {rows} x {cols} px it makes {shape}, which is no map").format(rows=trial[0], cols=trial[1], shape=" x ".join(map(str, shape[1:])) or "1")
            )  # fmt: skip
        if answer.dtype.kind != "f":
            raise self._refuse(tr("it gives {type} instead of probabilities").format(type=answer.dtype))
        stride = (
            trial[0] // got[0]
            if trial[0] % got[0] == 0 and trial[1] % got[1] == 0 and trial[0] // got[0] == trial[1] // got[1]
            else 1
        )
        margin = (trial[0] - got[0]) // 2 if stride == 1 else 0
        if index and (stride, margin) != (self.stride, self.margin):
            raise self._refuse(tr("its outputs differ in size"))
        self.stride, self.margin = stride, margin
        channels = answer if channels_last else np.moveaxis(answer, 1, -1) if answer.ndim == 4 else answer[..., None]
        activation = self.card.activation or _activation(channels)
        softmax = size > 1 and (activation == "softmax" or (activation == "none" and _sums_to_one(channels)))
        return Head(index, channels_last, size, softmax, activation, ())

    @staticmethod
    def _fits(got: Sequence[int], trial: Tuple[int, int]) -> bool:
        """Whether an answer of this size is a map of the trial tile: as large, cut at the edges, or coarser."""
        if len(got) != 2 or got[0] < 2 or got[1] < 2:
            return False
        cut = (trial[0] - got[0], trial[1] - got[1])
        coarser = trial[0] % got[0] == 0 and trial[1] % got[1] == 0 and trial[0] // got[0] == trial[1] // got[1] <= 32
        return coarser or (cut[0] == cut[1] and cut[0] >= 0 and cut[0] % 2 == 0 and got[0] > trial[0] // 2)

    def _name_classes(self) -> None:
        """Codes, names and colours. The card's classes are its channels, in their order; codes are the card's values.

        A softmax has one channel a class; which of them is the background, its name says, or it is channel 0 where the
        card names nothing. A sigmoid may name a background besides its channels. Code 0 is the background's: where a real
        class has it, all codes move up by one.
        """
        heads: List[Head] = []
        nothing = LegendEntry(0, "background", "latar belakang", "#F2F2F2")
        entries: List[LegendEntry] = []
        for number, head in enumerate(self.heads):
            infos = list(self.card.classes[number]) if number < len(self.card.classes) else []
            grounds = [k for k, info in enumerate(infos) if info.is_background()]
            if not infos:
                infos = [ClassInfo(k + (not head.softmax), "", "") for k in range(head.size)]
                grounds = [0] if head.softmax else []
            elif len(infos) == head.size + 1 and len(grounds) == 1 and not head.softmax:
                nothing = _entry(infos.pop(grounds.pop()), 0, "#F2F2F2")
            if len(infos) != head.size or len(grounds) > 1 or (grounds and not head.softmax):
                raise PantauError(
                    tr(
                        "The card of {name} names {found} classes and the model gives {expected} channels: export the model again."
                    ).format(name=self.file, found=len(infos), expected=head.size)
                )
            if grounds and len(self.heads) == 1 and infos[grounds[0]].name:
                nothing = _entry(infos[grounds[0]], 0, "#F2F2F2")
            kept = tuple(k for k in range(head.size) if k not in grounds)
            lift = 1 if any(infos[k].code == 0 for k in kept) else 0
            for k in kept:
                code = infos[k].code + lift
                if any(entry.code == code for entry in entries):  # a second output that counts from the start again
                    code = max(entry.code for entry in entries) + 1
                entries.append(_entry(infos[k], code, color_of(len(entries))))
            heads.append(Head(head.index, head.channels_last, head.size, head.softmax, head.activation, kept))
        codes = [entry.code for entry in entries]
        if not codes or not all(0 < code < 255 for code in codes):
            raise self._refuse(tr("its classes have the codes {codes}, and 1 to 254 can be stored").format(codes=codes))
        self.heads, self.codes, self.legend = heads, codes, Legend((nothing, *entries))
        self.exclusive = len(heads) == 1 and heads[0].softmax and len(codes) > 1
        self.has_background = not (self.exclusive and len(codes) == heads[0].size)

    def _arrange(self, batch: np.ndarray) -> np.ndarray:
        return np.ascontiguousarray(np.moveaxis(batch, 1, -1)) if self.channels_last else batch

    def infer(self, batch: np.ndarray) -> List[np.ndarray]:
        """The model's own answers to (tiles, bands, rows, cols) of its input type.

        Raises PantauError where the model fails, as one does that takes other tile sizes than it says.
        """
        try:
            return self._infer_batch(self._arrange(batch))
        except Exception as error:  # onnxruntime has no common base class for its errors
            raise PantauError(
                tr("The model {name} fails on tiles of {rows} x {cols} px ({reason}): give another TILE.").format(
                    name=self.name, rows=batch.shape[2], cols=batch.shape[3], reason=first_line(error)
                )
            ) from error

    def _infer_batch(self, batch: np.ndarray) -> List[np.ndarray]:
        """Where the model only says that it takes any number of tiles, or the memory does not suffice for them: one by one."""
        several = self.batch is None and len(batch) > 1
        reason = self.one_by_one
        if not (several and reason):
            try:
                answers = self._infer(batch)
                if not several or all(len(answer) == len(batch) for answer in answers):
                    return answers
                reason = tr("it answers for one tile only")
            except Exception as error:
                if not several:
                    raise
                reason = first_line(error)
        singles = [self._infer(tile[None]) for tile in batch]
        self.one_by_one = reason
        return [np.concatenate(answers) for answers in zip(*singles)]

    def _infer(self, batch: np.ndarray) -> List[np.ndarray]:
        if self.device == "cpu":
            return self._session.run(None, {self._input: batch}, self._options)
        if self._bound is None or self._bound.shape != batch.shape:
            self._bound = _Bound(self._session, self._input, batch, "cuda")
        return self._bound.run(batch, self._options)

    def probabilities(self, answers: Sequence[np.ndarray], tile: int) -> np.ndarray:
        """(classes, rows, cols) of float32, one plane a code of `codes`, for one tile of a batch's answers.

        Overwrites the answers: call it once a tile.
        """
        planes = []
        for head in self.heads:
            answer = answers[head.index][tile]
            if answer.ndim == 2:
                answer = answer[None]
            elif head.channels_last:
                answer = np.moveaxis(answer, -1, 0)
            planes.append(_activate(answer, head)[list(head.kept)] if head.size != len(head.kept) else _activate(answer, head))
        result = planes[0] if len(planes) == 1 else np.concatenate(planes)
        if self.stride > 1:
            ndimage = need("scipy.ndimage", "scipy")
            result = ndimage.zoom(result.astype(np.float32), (1, self.stride, self.stride), order=1, grid_mode=True, mode="nearest")
        if not result.flags.writeable or result.dtype != np.float32 or not result.flags.c_contiguous:
            result = np.array(result, np.float32, order="C")
        return result


class _Bound:
    """Input and outputs that stay on the device between runs, for one batch shape (on "cpu" too, for the tests)."""

    def __init__(self, session: Any, name: str, batch: np.ndarray, device: str) -> None:
        module = onnxruntime()
        self.shape, self._session, self._device = batch.shape, session, device
        self._value = module.OrtValue.ortvalue_from_numpy(batch, device, 0)
        self._binding = session.io_binding()
        self._binding.bind_ortvalue_input(name, self._value)
        for output in session.get_outputs():
            self._binding.bind_output(output.name, device)

    def run(self, batch: np.ndarray, options: Any) -> List[np.ndarray]:
        self._value.update_inplace(np.ascontiguousarray(batch))
        self._session.run_with_iobinding(self._binding, options)
        return self._binding.copy_outputs_to_cpu()


def _entry(info: ClassInfo, code: int, color: str) -> LegendEntry:
    name = info.name or (f"class {code}" if code else "background")
    name_id = info.name_id or (f"kelas {code}" if code else "latar belakang")
    return LegendEntry(code, name, name_id, info.color or color)


def _activate(answer: np.ndarray, head: Head) -> np.ndarray:
    """Probabilities from a head's (channels, rows, cols), in place where they are float32."""
    if head.activation == "none":
        return answer
    values = answer.astype(np.float32, copy=False)
    if head.activation == "sigmoid":
        # 1 / (1 + exp(-x)); tanh neither overflows nor needs a second array.
        values *= 0.5
        np.tanh(values, out=values)
        values += 1
        values *= 0.5
        return values
    values -= values.max(axis=0)
    np.exp(values, out=values)
    values /= values.sum(axis=0)
    return values


def _activation(channels: np.ndarray) -> str:
    """What turns (n, rows, cols, channels) into probabilities: nothing where they are, else sigmoid or softmax."""
    finite = channels[np.isfinite(channels)]
    if finite.size and finite.min() >= 0 and finite.max() <= 1 + 1e-3:
        return "none"
    return "softmax" if channels.shape[-1] > 1 else "sigmoid"


def _sums_to_one(channels: np.ndarray) -> bool:
    return bool(np.allclose(channels.astype(np.float32).sum(axis=-1), 1, atol=5e-3))


def _channels_last(shape: Sequence[Optional[int]], card: Card) -> bool:
    """Whether an input of this shape is (batch, rows, cols, bands)."""
    if card.channels_last is not None:
        return card.channels_last
    second, last = shape[1], shape[3]
    if second is not None and last is not None:
        return last < second
    return last is not None and last <= 32 and second is None


def not_a_model(name: str, error: Exception) -> PantauError:
    """What to say of a file that ONNX Runtime cannot open, and why."""
    return PantauError(
        tr("{name} is not a model that ONNX Runtime {version} can open: it is damaged, not ONNX, or too new ({reason}).").format(
            name=name, version=onnxruntime().__version__, reason=first_line(error)
        )
    )


def read_file(path: str) -> bytes:
    """The content of a model file. Raises PantauError: it cannot be read, or is empty."""
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError as error:
        raise PantauError(
            tr("The model {path} cannot be read ({reason}): check the name.").format(path=path, reason=error.strerror)
        ) from error
    if not content:
        raise PantauError(tr("The model {path} is empty: copy it again.").format(path=path))
    return content


def _check_copy_of_card(path: str, sha256: str) -> None:
    """A copy of the card beside the model holds its checksum: a model that does not match it is damaged or exchanged."""
    beside = os.path.splitext(path)[0] + ".json"
    if not os.path.exists(beside):
        return
    try:
        with open(beside, encoding="utf-8") as file:
            document = json.load(file)
        expected = str(document.get("file:checksum", "")) if isinstance(document, dict) else ""
    except (OSError, ValueError):
        return  # some other JSON file
    if expected and expected[4:] != sha256:
        raise PantauError(
            tr(
                "{name} is not the file that the card beside it describes (SHA-256 {found}, expected {expected}): copy both again."
            ).format(name=os.path.basename(path), found=sha256[:12], expected=expected[4:16])
        )
