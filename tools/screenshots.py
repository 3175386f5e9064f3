"""Take the pictures of the guide: docs/screenshots/LANGUAGE/NAME.png (`make screenshots`).

QGIS itself is started, on a virtual screen where there is none, in a throw-away profile with this checkout as the plugin. There it
runs this same file, which makes the sample project, runs docks and algorithms and takes pictures of its own windows. The pictures
get a palette, which makes them a third as large.
"""

from __future__ import annotations

import glob
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List

LANGUAGES = ("en", "id")
SIZE = (1440, 900)
SECONDS = 600  # for one language
EXACT = 128  # of the 256 colours of a palette, the most frequent ones, which stay as they are
LARGEST = 5_000_000  # bytes of all pictures
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
        for name in PICTURES:
            reduce_colours(target / f"{name}.png")
        print(f"{target}: {', '.join(PICTURES)}")
    size = sum(path.stat().st_size for path in (root / "docs" / "screenshots").rglob("*.png"))
    if size > LARGEST:
        sys.exit(f"the pictures have {size} bytes together, more than {LARGEST}")


def reduce_colours(path: Path) -> None:
    """Write a picture again with a palette of 256 colours. The most frequent colours stay as they are, so that windows look like windows."""
    import numpy as np
    from osgeo import gdal
    from scipy.spatial import cKDTree

    gdal.UseExceptions()
    picture = gdal.Open(str(path))
    bands = [picture.GetRasterBand(number) for number in (1, 2, 3)]
    pixels = picture.ReadAsArray()[:3]
    colours, places, counts = np.unique(pixels.reshape(3, -1).T, axis=0, return_inverse=True, return_counts=True)
    palette, table = colours, gdal.ColorTable()
    if len(palette) > 256:
        gdal.ComputeMedianCutPCT(*bands, 256 - EXACT, table)
        others = [table.GetColorEntry(entry)[:3] for entry in range(table.GetCount())]
        palette = np.concatenate([colours[np.argsort(-counts)[:EXACT]], others])
    nearest = cKDTree(palette).query(colours)[1]
    for entry, colour in enumerate(palette.tolist()):
        table.SetColorEntry(entry, (*colour, 255))
    indexed = gdal.GetDriverByName("MEM").Create("", picture.RasterXSize, picture.RasterYSize, 1, gdal.GDT_Byte)
    band = indexed.GetRasterBand(1)
    band.WriteArray(nearest[places.ravel()].reshape(pixels.shape[1:]).astype(np.uint8))
    band.SetColorTable(table)
    gdal.GetDriverByName("PNG").CreateCopy(str(path), indexed, options=["ZLEVEL=9"])
    Path(f"{path}.aux.xml").unlink(missing_ok=True)


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
        self.results = os.path.join(os.path.dirname(tempfile.gettempdir()), "results")
        self.outputs: Dict[str, Any] = {}  # of the last run
        self.shown = ""  # id of the result on the map
        self.problem = ""
        for folder in (self.folder, self.results):
            os.mkdir(folder)

    def pictures(self) -> Iterator[Callable[[], bool]]:
        """The steps. Each gives what has to hold before the next."""
        self.window.showNormal()
        self.window.resize(*SIZE)
        self._dock("Browser").hide()
        yield from self._open_sample()
        yield from self._photograph_menus()
        yield from self._photograph_docks()
        yield from self._photograph_dialogs()
        yield from self._photograph_mines()
        yield from self._photograph_land_cover()
        yield from self._photograph_burned_area()
        yield from self._photograph_accuracy()

    def _open_sample(self) -> Iterator[Callable[[], bool]]:
        from pantau.ui.sample_project import SampleProject

        opened: List[bool] = []
        sample = SampleProject(self.iface, self.menu.show_dock, self.menu)
        sample.opened.connect(lambda: opened.append(True))
        sample.make(self.folder)
        yield lambda: bool(opened)
        yield self.is_quiet

    def _photograph_docks(self) -> Iterator[Callable[[], bool]]:
        from qgis.core import QgsProject

        area, plan = (self.menu.docks[name].dock for name in ("area_table", "plan_overlay"))
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
        self._photograph_layout(plan)
        plan.hide()
        tree = QgsProject.instance().layerTreeRoot()
        tree.removeChildNode(tree.children()[0])  # the result

    def _photograph_layout(self, plan: Any) -> None:
        """The sheet that the dock makes a PDF of."""
        from qgis.core import QgsLayoutExporter

        layout = plan.exports.layout()
        image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=110)
        image.save(os.path.join(self.target, "print_layout.png"))

    def _photograph_menus(self) -> Iterator[Callable[[], bool]]:
        from qgis.PyQt.QtCore import QPoint
        from qgis.PyQt.QtGui import QPainter

        for entry in self.menu.docks.values():
            entry.dock.hide()
        self._open_toolbox()
        yield self.is_quiet
        self.take(self.window, "toolbox")
        self._dock("ProcessingToolbox").hide()
        plugins, bar = self.iface.pluginMenu(), self.window.menuBar()
        opened = [plugins, self.menu.menu, next(one.menu() for one in self.menu.menu.actions() if one.menu() is not None)]
        place = bar.mapToGlobal(bar.actionGeometry(plugins.menuAction()).bottomLeft())
        yield self.is_quiet
        picture = self.window.grab()
        painter = QPainter(picture)
        for menu, inner in zip(opened, [*opened[1:], None]):  # what a click after the other opens
            menu.popup(place)
            if inner is not None:
                menu.setActiveAction(inner.menuAction())
            painter.drawPixmap(self.window.mapFromGlobal(place), menu.grab())
            if inner is not None:
                place = menu.mapToGlobal(menu.actionGeometry(inner.menuAction()).topRight()) - QPoint(2, 2)
        painter.end()
        for menu in opened:
            menu.hide()
        picture.copy(0, 0, SIZE[0], SIZE[1] * 2 // 3).save(os.path.join(self.target, "menu.png"))

    def _photograph_dialogs(self) -> Iterator[Callable[[], bool]]:
        import pantau
        import processing
        from processing.modeler.ModelerDialog import ModelerDialog
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtWidgets import QGraphicsView

        self.menu.show_packages()
        dialog = self.menu._dialog
        yield dialog.test_button.isEnabled
        dialog.test_button.click()
        yield dialog.test_button.isEnabled
        self.take(dialog, "packages")
        dialog.close()
        dialog = processing.createAlgorithmDialog("pantau:segment", {"INPUT": self._layer("sentinel2_after.tif")})
        dialog.resize(SIZE[0] * 2 // 3, SIZE[1] * 3 // 4)
        dialog.show()
        yield dialog.isVisible
        self.take(dialog, "segment_dialog")
        dialog.close()
        root = Path(pantau.__file__).resolve().parent
        chains = sorted((root / "models" / "chains").glob("*.model3")) or sorted(
            (root / "tests" / "data").glob("area_and_plan.model3")
        )
        designer = ModelerDialog.create()
        designer.loadModel(str(chains[0]))
        designer.resize(*SIZE)
        designer.show()
        yield designer.isVisible
        view = designer.findChild(QGraphicsView)
        room = view.scene().itemsBoundingRect().adjusted(-50, -50, 50, 50)
        view.setSceneRect(room)
        view.fitInView(room, Qt.AspectRatioMode.KeepAspectRatio)
        self.take(designer, "modeler")
        designer.setDirty(False)
        designer.close()

    def _photograph_mines(self) -> Iterator[Callable[[], bool]]:
        land = {"INPUT": self._layer("sentinel2_after.tif"), "AOI": self._layer("district.gpkg")}
        yield from self._run("segment", **land, MIN_AREA_HA=2, POLYGONS=self._result("mines.gpkg"))
        self._show(self.outputs["POLYGONS"], "district.gpkg", "sentinel2_after.tif")
        yield self.is_quiet
        self.take(self.window, "segment_result")

    def _photograph_land_cover(self) -> Iterator[Callable[[], bool]]:
        image = self._layer("sentinel2_after.tif")
        fields = {"CLASS_FIELD": "class", "NAME_FIELD": "class_name", "COLOR_FIELD": "color", "GROUP_FIELD": "group"}
        samples = self._layer("training_points.gpkg")
        yield from self._run("trainforest", INPUT=image, SAMPLES=samples, MODEL=self._result("forest.onnx"), **fields)
        yield from self._run("classify", INPUT=image, MODEL=self._result("forest.onnx"), OUTPUT=self._result("landcover.tif"))
        self._show(self.outputs["OUTPUT"], "district.gpkg", "kecamatan.gpkg")
        yield self.is_quiet
        self.take(self.window, "land_cover")

    def _photograph_burned_area(self) -> Iterator[Callable[[], bool]]:
        scenes = {
            when.upper(): [self._layer(path) for path in sorted(glob.glob(os.path.join(self.folder, "radar", f"{when}_*.tif")))]
            for when in ("pre", "post")
        }
        points = {"POINTS": self._layer("fire_points.gpkg"), "BURNED_FIELD": "burned"}
        yield from self._run("mapburn", **scenes, **points, MIN_AREA_HA=0.5, BEST=self._result("burned.tif"))
        self._show(self.outputs["BEST"], "burn_scars.gpkg", "district.gpkg", "sentinel2_after.tif")
        yield self.is_quiet
        self.take(self.window, "burned_area")

    def _photograph_accuracy(self) -> Iterator[Callable[[], bool]]:
        from qgis.PyQt.QtCore import QSize, Qt, QUrl
        from qgis.PyQt.QtGui import QImage, QPainter
        from qgis.PyQt.QtWebKitWidgets import QWebPage

        layers = {"CLASSIFIED": self._layer("classified_after.tif"), "POINTS": self._layer("validation_points.gpkg")}
        report = self._result("accuracy.html")
        yield from self._run("accuracy", **layers, REFERENCE_FIELD="reference", REPORT=report)
        page, loaded = QWebPage(), []
        page.setViewportSize(QSize(1000, 1900))
        for side in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical):
            page.mainFrame().setScrollBarPolicy(side, Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.loadFinished.connect(loaded.append)
        page.mainFrame().load(QUrl.fromLocalFile(report))
        yield lambda: bool(loaded)
        image = QImage(page.viewportSize(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        page.mainFrame().render(painter)
        painter.end()
        image.save(os.path.join(self.target, "accuracy_report.png"))

    def _run(self, name: str, **parameters: Any) -> Iterator[Callable[[], bool]]:
        """Run an algorithm; its results are in `outputs`."""
        from pantau.ui.run import Run

        run, ended = Run(f"pantau:{name}", parameters), []
        run.finished.connect(ended.append)
        run.failed.connect(lambda text: self._failed(f"{name}: {text}"))
        run.start()
        yield lambda: bool(ended or self.problem)
        if self.problem:
            raise RuntimeError(self.problem)
        self.outputs = ended[0]

    def _failed(self, problem: str) -> None:
        self.problem = problem

    def _result(self, name: str) -> str:
        return os.path.join(self.results, name)

    def _layer(self, file: str) -> Any:
        """The layer of the sample project that shows a file."""
        from qgis.core import QgsProject

        path = os.path.join(self.folder, file)
        return next(layer for layer in QgsProject.instance().mapLayers().values() if layer.source().split("|")[0] == path)

    def _show(self, result: Any, *files: str) -> None:
        """Show a result instead of the one before, and of the other layers those of some files; the map goes to the district."""
        from qgis.core import QgsProject, QgsRasterLayer

        project, canvas = QgsProject.instance(), self.iface.mapCanvas()
        if self.shown:
            project.removeMapLayer(self.shown)
        tree, seen = project.layerTreeRoot(), {self._layer(file).id() for file in files}
        for node in [*tree.findLayers(), *tree.children()]:
            node.setExpanded(False)
        for node in tree.findLayers():
            node.setItemVisibilityChecked(node.layerId() in seen)
        project.addMapLayer(result, False)
        self.shown = result.id()
        # A raster lies below the outlines of the sample and above its imagery.
        below = tree.findLayer(self._layer("sentinel2_after.tif").id()).parent()
        tree.insertLayer(tree.children().index(below) if isinstance(result, QgsRasterLayer) else 0, result)
        district = self._layer("district.gpkg")
        extent = canvas.mapSettings().layerExtentToOutputExtent(district, district.extent())
        extent.scale(1.1)
        canvas.setExtent(extent)
        canvas.refresh()

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


PICTURES = (
    "area_table", "plan_overlay", "print_layout", "toolbox", "menu", "packages", "segment_dialog", "modeler", "segment_result",
    "land_cover", "burned_area", "accuracy_report",
)  # fmt: skip

if os.environ.get(TARGET):
    from qgis.PyQt.QtCore import QTimer

    QTimer.singleShot(2500, lambda: photograph(os.environ[TARGET]))
elif __name__ == "__main__":
    main()
