"""Reading of layers and files beside the window's thread, so that it never waits for a disk."""

from __future__ import annotations

import contextlib
import time
import traceback
from typing import Any, Callable, Optional, Set

from qgis.core import QgsMessageLog
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, QThread, pyqtSignal

from ..plugin.engine.errors import PantauError
from ..plugin.engine.text import tr

Stopped = Callable[[], bool]

_threads: Set[_Thread] = set()  # a thread runs until it has ended, whoever started it


class Reading(QObject):
    """A function that runs in a thread of its own and gives back what it read.

    It gets a function that says whether it shall stop, and touches no widget and no layer of the project. It makes no CRS of QGIS,
    which would be emptied, for all who share it, when the thread ends. Of `finished` and `failed` one follows, or none where the
    reading was cancelled or its parent has gone.
    """

    finished = pyqtSignal(object)
    failed = pyqtSignal(str)
    """What is wrong, in one sentence."""

    def __init__(self, function: Callable[[Stopped], Any], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._thread: Optional[_Thread] = _Thread(function)
        self._thread.finished.connect(self._end)

    def start(self) -> Reading:
        """Begin."""
        _threads.add(self._thread)
        self._thread.start()
        return self

    def cancel(self) -> None:
        """Stop soon, and say nothing more."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.stop = True

    def is_running(self) -> bool:
        """Whether an answer is still to come."""
        return self._thread is not None

    def _end(self) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return
        if thread.error:
            self.failed.emit(thread.error)
        else:
            self.finished.emit(thread.result)


def end_readings(seconds: float = 10) -> None:
    """Stop all readings and wait until they have ended, `seconds` at most: for the unloading of the plugin."""
    for thread in list(_threads):
        thread.stop = True
    end = time.monotonic() + seconds
    while _threads and time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        time.sleep(0.005)


class _Thread(QThread):
    def __init__(self, function: Callable[[Stopped], Any]) -> None:
        super().__init__()
        self.stop = False
        self.result: Any = None
        self.error = ""
        self._function = function
        self.finished.connect(self._forget)

    def run(self) -> None:
        try:
            self.result = self._function(lambda: self.stop)
        except PantauError as error:
            self.error = str(error)
        except Exception as error:
            QgsMessageLog.logMessage(traceback.format_exc(), "Pantau")
            self.error = tr(
                "Pantau has met an error of its own ({error}): please report it with the log of the Pantau tab."
            ).format(error=f"{type(error).__name__}: {error}")

    def _forget(self) -> None:
        if not sip.isdeleted(self):
            self.wait()
        with contextlib.suppress(KeyError):
            _threads.remove(self)
