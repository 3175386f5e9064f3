"""The QGIS entry: what happens when the plugin is loaded and unloaded."""

from __future__ import annotations

import os
import signal
import threading
from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QThreadPool, QTranslator

from .dependencies import use_checkout_environment
from .engine.text import CONTEXT, use_translator


class Pantau:
    """The plugin. `iface` is None in qgis_process: then only the Processing provider exists."""

    def __init__(self, iface: Optional[Any]) -> None:
        self.iface = iface
        self.provider: Optional[Any] = None
        self.menu: Optional[Any] = None
        if iface is None and threading.current_thread() is threading.main_thread():
            # QGIS leaves Ctrl+C to Python, which does not see it while QGIS's own steps run, and whose KeyboardInterrupt they
            # swallow: let it end them at once. First of all, since loading the algorithms takes a second.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
        self._translator = QTranslator()
        use_checkout_environment()
        language = "id" if QgsApplication.locale().lower().startswith("id") else "en"
        if language == "id":
            folder = os.path.join(os.path.dirname(__file__), "i18n")
            if self._translator.load(os.path.join(folder, "pantau_id.qm")):
                QCoreApplication.installTranslator(self._translator)
        use_translator(lambda text: QCoreApplication.translate(CONTEXT, text), language)

    def initProcessing(self) -> None:  # noqa: N802 - the name that QGIS calls
        """Register the algorithms; qgis_process calls nothing else."""
        from ..processing_provider.provider import PantauProvider

        if self.provider is None:
            _keep_threads()
            provider = PantauProvider()
            # Of two copies of Pantau, QGIS deletes the provider of the second.
            if QgsApplication.processingRegistry().addProvider(provider):
                self.provider = provider

    def initGui(self) -> None:  # noqa: N802 - the name that QGIS calls
        """Register the algorithms in a QGIS with windows, and add the menu, the toolbar and the docks."""
        self.initProcessing()
        from ..ui.menu import Menu

        self.menu = Menu(self.iface)

    def unload(self) -> None:
        """Leave nothing behind."""
        if self.menu is not None:
            self.menu.unload()
            self.menu = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        QCoreApplication.removeTranslator(self._translator)
        use_translator(str, "en")


def _keep_threads() -> None:
    """Let the threads in which QGIS runs algorithms live as long as QGIS does, also when the plugin has gone.

    A CRS that is first met in such a thread, as that of a file which only a run opens, goes into the CRS cache of QGIS, for all
    threads. When its thread ends, by default after 30 seconds without work, QGIS empties it for all of them: it still calls itself
    valid, and what is written or reprojected with it has no CRS. Met in QGIS 3.22, 3.40 and 3.44.
    """
    tasks = QgsApplication.taskManager()
    pool = tasks.threadPool() if hasattr(tasks, "threadPool") else QThreadPool.globalInstance()
    pool.setExpiryTimeout(-1)
