"""What a long run tells whoever started it, and how it learns that it shall stop."""

from __future__ import annotations

from .errors import Cancelled
from .text import tr


class Monitor:
    """A silent monitor; the Processing provider's bridges it to a `QgsProcessingFeedback`."""

    def progress(self, done: float, total: float) -> bool:
        """Show that `done` of `total` is behind us. False: stop."""
        return True

    def log(self, text: str) -> None:
        """A line that tells what ran."""

    def warn(self, text: str) -> None:
        """A line that the user should act on, though the run goes on."""


class Share(Monitor):
    """A part of another monitor's progress, from `start` to `end` of it (0 to 1)."""

    def __init__(self, parent: Monitor, start: float, end: float) -> None:
        self._parent, self._start, self._end = parent, start, end
        self.log, self.warn = parent.log, parent.warn  # type: ignore[method-assign]

    def progress(self, done: float, total: float) -> bool:
        share = min(1.0, done / total) if total else 1.0
        return self._parent.progress(self._start + (self._end - self._start) * share, 1.0)


def check(monitor: Monitor, done: float, total: float) -> None:
    """Report progress; raise `Cancelled` when the user has stopped the run."""
    if not monitor.progress(done, total):
        raise Cancelled(tr("The run was cancelled; nothing was written."))
