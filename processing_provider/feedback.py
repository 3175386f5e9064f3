"""The bridge from the engine's monitor to Processing's feedback, and from Ctrl+C to a clean stop."""

from __future__ import annotations

import contextlib
import signal
import threading
from typing import Any, Iterator

import qgis.utils
from qgis.core import QgsProcessingFeedback

from ..plugin.engine.monitor import Monitor


class FeedbackMonitor(Monitor):
    """Shows progress, which never goes back, and messages in a `QgsProcessingFeedback`, and stops when it is cancelled."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._percent = 0.0

    def progress(self, done: float, total: float) -> bool:
        self._percent = max(self._percent, 100 * done / total if total else 0.0)
        self._feedback.setProgress(self._percent)
        return not self._feedback.isCanceled()

    def log(self, text: str) -> None:
        self._feedback.pushInfo(text)

    def warn(self, text: str) -> None:
        # pushWarning shows in colour; reportError would look like a failure
        self._feedback.pushWarning(text)


@contextlib.contextmanager
def interruptible(feedback: QgsProcessingFeedback) -> Iterator[None]:
    """Let Ctrl+C and a TERM cancel a headless run, so that it removes what it has half written; QGIS ignores the first."""
    if qgis.utils.iface is not None or threading.current_thread() is not threading.main_thread():
        yield
        return

    def cancel(number: int, frame: Any) -> None:
        feedback.cancel()

    before = {number: signal.signal(number, cancel) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)
