"""Take the pictures of the guide: docs/screenshots/LANGUAGE/NAME.png (`make screenshots`).

QGIS itself is started, on a virtual screen where there is none, in a throw-away profile with this checkout as the plugin. There it
runs this same file, which makes the sample project, runs both docks and takes pictures of its own window.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any, Callable, Iterator, List

LANGUAGES = ("en", "id")
SIZE = (1440, 900)
SECONDS = 240  # for one language
TARGET = "PANTAU_SCREENSHOTS"  # in QGIS, the environment variable that names the folder for the pictures

SETTINGS = """[PythonPlugins]
pantau=true
processing=true
[locale]
overrideFlag=true
userLocale={language}
[app]
firstRunVersion=999
"""


def main() -> None:
    """Start QGIS once for each language. Exits with 1 where a picture is missing."""
    root = Path(__file__).resolve().parent.parent
    qgis = shutil.which("qgis.bin") or shutil.which("qgis")
    if not qgis:
        sys.exit("QGIS is not installed: run make env")
    command = [qgis]
    if not os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        command = ["xvfb-run", "-a", "-s", f"-screen 0 {SIZE[0]}x{SIZE[1]}x24", qgis]
    for language in LANGUAGES:
        target = root / "docs" / "screenshots" / language
        target.mkdir(parents=True, exist_ok=True)
        before = time.time()
        with tempfile.TemporaryDirectory() as folder:
            _start(command, root, Path(folder), language, target)
        missing = [
            name for name in PICTURES if not (target / f"{name}.png").exists() or (target / f"{name}.png").stat().st_mtime < before
        ]
        if missing:
            sys.exit(f"{language}: no picture of {', '.join(missing)}")
        print(f"{target}: {', '.join(PICTURES)}")


def _start(command: List[str], root: Path, folder: Path, language: str, target: Path) -> None:
    """Run QGIS in a profile in `folder` until it has taken its pictures."""
    (folder / "plugins").mkdir()
    (folder / "plugins" / "pantau").symlink_to(root, target_is_directory=True)
    for version in ("3", "4"):
        settings = folder / "profiles" / "default" / "QGIS" / f"QGIS{version}.ini"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(SETTINGS.format(language=language))
    temporary = folder / "temporary"  # QGIS marks layers that lie in its temporary folder: the sample lies beside it
    temporary.mkdir()
    environment = {**os.environ, "QGIS_PLUGINPATH": str(folder / "plugins"), "LC_ALL": "C.UTF-8"}
    environment.update({TARGET: str(target), "TMPDIR": str(temporary)})
    environment.pop("QT_QPA_PLATFORM", None)
    options = ["--nologo", "--noversioncheck", "--profiles-path", str(folder), "--code", str(Path(__file__).resolve())]
    subprocess.run([*command, *options], env=environment, timeout=SECONDS + 60, check=False, stderr=subprocess.DEVNULL)


# -- in QGIS


class Photographer:
    """Goes through the pictures one after the other, each when nothing runs any more."""

    def __init__(self, iface: Any, target: str) -> None:
        from qgis.utils import plugins

        self.iface, self.target, self.menu = iface, target, plugins["pantau"].menu
        self.window = iface.mainWindow()
        self.folder = os.path.join(os.path.dirname(tempfile.gettempdir()), "sample")
        os.mkdir(self.folder)

    def pictures(self) -> Iterator[Callable[[], bool]]:
        """The steps. Each gives what has to hold before the next."""
        from pantau.ui.sample_project import SampleProject

        self.window.showNormal()
        self.window.resize(*SIZE)
        self._dock("Browser").hide()
        opened: List[bool] = []
        sample = SampleProject(self.iface, self.menu.show_dock, self.menu)
        sample.opened.connect(lambda: opened.append(True))
        sample.make(self.folder)
        yield lambda: bool(opened)
        yield self.is_quiet
        area, plan = (self.menu.show_dock(name) for name in ("area_table", "plan_overlay"))
        for dock in (area, plan):
            dock.hide()
        self._open_toolbox()
        yield self.is_quiet
        self.take(self.window, "toolbox")
        self._dock("ProcessingToolbox").hide()
        area.show()
        self.window.resizeDocks([area], [SIZE[0] * 2 // 5], _horizontal())
        yield self.is_quiet
        self.take(self.window, "area_table")
        area.hide()
        plan.show()
        self.window.resizeDocks([plan], [SIZE[0] * 2 // 5], _horizontal())
        yield self.is_quiet
        plan.start()
        yield self.is_quiet
        self.take(self.window, "plan_overlay")
        self.menu.show_packages()
        dialog = self.menu._dialog
        yield dialog.test_button.isEnabled
        dialog.test_button.click()
        yield dialog.test_button.isEnabled
        self.take(dialog, "packages")

    def _open_toolbox(self) -> None:
        from qgis.PyQt.QtWidgets import QTreeView

        toolbox = self._dock("ProcessingToolbox")
        toolbox.show()
        self.window.resizeDocks([toolbox], [SIZE[0] // 3], _horizontal())
        for tree in toolbox.findChildren(QTreeView):
            tree.collapseAll()
            model = tree.model()
            for row in range(model.rowCount()):
                provider = model.index(row, 0)
                if provider.data() == "Pantau":
                    tree.expand(provider)
                    for group in range(model.rowCount(provider)):
                        tree.expand(model.index(group, 0, provider))
                    tree.scrollTo(provider, QTreeView.ScrollHint.PositionAtTop)

    def _dock(self, name: str) -> Any:
        from qgis.PyQt.QtWidgets import QDockWidget

        return self.window.findChild(QDockWidget, name)

    def is_quiet(self) -> bool:
        """Whether no run, no reading and no drawing is under way."""
        from pantau.ui import background, run

        return not run._jobs and not background._threads and not self.iface.mapCanvas().isDrawing()

    def take(self, widget: Any, name: str) -> None:
        """Save a picture of a widget."""
        self.iface.messageBar().clearWidgets()
        widget.grab().save(os.path.join(self.target, f"{name}.png"))


def _horizontal() -> Any:
    from qgis.PyQt.QtCore import Qt

    return Qt.Orientation.Horizontal


def photograph(target: str) -> None:
    """Take all pictures, and end QGIS."""
    from qgis.PyQt.QtCore import QTimer
    from qgis.utils import iface

    photographer = Photographer(iface, target)
    steps = photographer.pictures()
    waits: List[Any] = [lambda: True, 0]  # what must hold, and how often in a row it has
    end = time.monotonic() + SECONDS

    def tick() -> None:
        try:
            waits[1] = waits[1] + 1 if waits[0]() else 0
            if waits[1] >= 8:  # a run may start a little after what it follows
                waits[:] = [next(steps), 0]
        except StopIteration:
            stop()
        except Exception:
            traceback.print_exc(file=sys.stdout)
            stop()
        if time.monotonic() > end:
            print("the pictures took too long")
            stop()

    def stop() -> None:
        sys.stdout.flush()
        os._exit(0)  # without asking whether to save the project

    timer = QTimer(iface.mainWindow())
    timer.timeout.connect(tick)
    timer.start(200)


PICTURES = ("area_table", "plan_overlay", "toolbox", "packages")

if os.environ.get(TARGET):
    from qgis.PyQt.QtCore import QTimer

    QTimer.singleShot(2500, lambda: photograph(os.environ[TARGET]))
elif __name__ == "__main__":
    main()
