"""Which device runs a model, and why; and an onnxruntime that keeps its complaints off the user's screen."""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import io
import os
import sys
from dataclasses import dataclass
from typing import Any, Iterator, List, Optional

from ..errors import MissingPackage, PantauError
from ..text import tr

AT_ONCE = 2  # batches that the CPU runs at the same time: while one waits for its threads, the other works; each takes memory
PROVIDERS = {"cuda": "CUDAExecutionProvider", "tensorrt": "TensorrtExecutionProvider"}


@dataclass
class Opened:
    """A session, the device that really runs it ("cpu", "cuda", "tensorrt"), and one sentence that says why."""

    session: Any
    device: str
    reason: str


@contextlib.contextmanager
def silence() -> Iterator[None]:
    """Send what C code and Python print to nowhere while the block runs: onnxruntime writes past its own log settings."""
    saved = None
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            if sys.__stderr__ is not None:
                sys.__stderr__.flush()
            saved = os.dup(2)
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 2)
            os.close(nowhere)
        except OSError:  # a Windows program without a console has no such file
            saved = None
        try:
            yield
        finally:
            if saved is not None:
                os.dup2(saved, 2)
                os.close(saved)


def onnxruntime() -> Any:
    """The onnxruntime module. Raises MissingPackage."""
    try:
        with silence():  # it looks for GPUs while it is imported, and reports each that it does not find
            import onnxruntime as module

            module.set_default_logger_severity(4)
    except ImportError as error:
        if sys.modules.get("onnxruntime", True) is not None and importlib.util.find_spec("onnxruntime") is not None:
            raise PantauError(
                tr("onnxruntime is installed but cannot be loaded ({reason}): install it again.").format(reason=first_line(error))
            ) from error
        raise MissingPackage("onnxruntime-gpu" if sys.platform != "darwin" else "onnxruntime") from error
    return module


def cpu_threads() -> int:
    """Threads for inference: one core stays free for the window where there are more than two."""
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:
        cores = os.cpu_count() or 2
    return max(1, cores - 1 if cores > 2 else cores)


def open_session(content: bytes, wanted: str, require: bool, at_once: int = 1) -> Opened:
    """A session on the wanted device ("auto", "cpu", "cuda", "tensorrt"), or on the CPU where that cannot be had.

    content: the model file. at_once: how many threads will run it at the same time on the CPU. Raises PantauError where `require` is
    true and the device cannot be had.
    """
    module = onnxruntime()
    reason = tr("as asked")
    if wanted in ("auto", "cuda", "tensorrt"):
        device = "cuda" if wanted == "auto" else wanted
        reason = _obstacle(module, device)
        if not reason:
            try:
                with silence():
                    session = _create(module, content, device)
            except Exception as error:  # onnxruntime has no common base class for its errors
                reason = tr("{device} failed to start ({reason})").format(device=device.upper(), reason=first_line(error))
            else:
                if session.get_providers()[0] == PROVIDERS[device]:
                    return Opened(session, device, tr("an NVIDIA GPU was found and runs the model"))
                reason = tr("{device} did not start: its libraries do not fit this onnxruntime").format(device=device.upper())
        if require:
            raise PantauError(
                tr("The device {device} cannot be used: {reason}. Choose another device, or allow the CPU.").format(
                    device=device, reason=reason
                )
            )
    with silence():
        return Opened(_create(module, content, "cpu", at_once), "cpu", reason)


def has_gpu() -> bool:
    """Whether an NVIDIA GPU is there that this onnxruntime is made for. Raises MissingPackage."""
    return not _obstacle(onnxruntime(), "cuda")


def _obstacle(module: Any, device: str) -> str:
    """Why a GPU cannot be used, found out without asking onnxruntime, which prints pages; empty where nothing is known."""
    if PROVIDERS[device] not in module.get_available_providers():
        return tr("this onnxruntime has no {device} support: the package onnxruntime-gpu has").format(device=device.upper())
    try:
        driver = ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
        count = ctypes.c_int(0)
        if driver.cuInit(0) or driver.cuDeviceGetCount(ctypes.byref(count)) or not count.value:
            return tr("the NVIDIA driver finds no GPU")
    except (OSError, AttributeError):
        return tr("there is no NVIDIA driver")
    return ""


def _create(module: Any, content: bytes, device: str, at_once: int = 1) -> Any:
    options = module.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = cpu_threads() - at_once + 1  # one of them is whoever calls, and at_once call
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # on the CPU it doubles the memory of large tiles and gains no time
    # Threads that wait for work must sleep: spinning, they take the cores that read, write and draw the window.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Small shares of work: a thread that loses its core for a moment does not hold the others up.
    options.add_session_config_entry("session.dynamic_block_base", "16")
    providers: List[Any] = ["CPUExecutionProvider"]
    if device in PROVIDERS:
        if hasattr(module, "preload_dlls"):
            module.preload_dlls(directory="")  # CUDA and cuDNN from their Python packages, where those are installed
        # One batch shape a run: the exhaustive search for the fastest convolution is paid once.
        providers.insert(0, ("CUDAExecutionProvider", {"cudnn_conv_algo_search": "EXHAUSTIVE"}))
    if device == "tensorrt":
        providers.insert(0, "TensorrtExecutionProvider")
    return module.InferenceSession(content, sess_options=options, providers=providers)


def first_line(error: Optional[BaseException]) -> str:
    """What an error says, short enough to stand in a sentence."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0][:200].rstrip(".")
