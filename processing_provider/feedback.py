"""The bridge from the engine's monitor to Processing's feedback, and from Ctrl+C and its like to a clean stop."""

from __future__ import annotations

import contextlib
import signal
import threading
from typing import Any, Iterator

import qgis.utils
from qgis.core import QgsProcessingFeedback

from ..plugin.engine.monitor import Monitor

# Ctrl+C, a TERM, a terminal that is closed; Ctrl+Break on Windows.
STOPS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]


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
    """Let what ends a process cancel a headless run, so that it removes what it has half written; QGIS ignores Ctrl+C."""
    if qgis.utils.iface is not None or threading.current_thread() is not threading.main_thread():
        yield
        return

    def cancel(number: int, frame: Any) -> None:
        feedback.cancel()

    hangup = getattr(signal, "SIGHUP", None)
    heard = [number for number in STOPS if number != hangup or signal.getsignal(number) != signal.SIG_IGN]  # as nohup has it
    before = {number: signal.signal(number, cancel) for number in heard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)
