"""Packages and device: what is installed, what is missing and how to get it, and what runs the models."""

from __future__ import annotations

import contextlib
import importlib.metadata
import importlib.util
import platform
import time
from dataclasses import dataclass
from typing import Callable, List, Optional

import numpy as np
from osgeo import gdal
from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QT_VERSION_STR, QPoint, Qt
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from ..plugin.dependencies import install_command
from ..plugin.engine.segmentation import devices
from ..plugin.engine.segmentation.model import Model
from ..plugin.engine.text import number, tr
from ..plugin.engine.version import VERSION
from .background import Reading, Stopped

SECONDS = 3  # that the test lasts, after the first tile
TILE = 256  # pixels a side, where the model takes any
SCENE = 10980**2 / 1e6  # megapixels of a Sentinel-2 scene at 10 metres


@dataclass(frozen=True)
class Package:
    """A Python package: its names on PyPI, of which any will do, its module, and what needs it."""

    names: List[str]
    module: str
    purpose: str
    optional: bool = False

    def version(self) -> Optional[str]:
        """The version that is installed; None where none is."""
        if importlib.util.find_spec(self.module) is None:
            return None
        found = []
        for name in self.names:
            with contextlib.suppress(importlib.metadata.PackageNotFoundError):
                version = importlib.metadata.version(name)
                found.append(version if name == self.names[0] else f"{version} ({name})")
        return ", ".join(found) or tr("installed")


def packages() -> List[Package]:
    """All packages that algorithms ask for."""
    return [
        Package(["numpy"], "numpy", tr("everything")),
        Package(["GDAL"], "osgeo", tr("everything")),
        Package(["scipy"], "scipy", tr("mines, patches, accuracy, area and plan")),
        Package(["onnxruntime-gpu", "onnxruntime"], "onnxruntime", tr("finding mines with a model")),
        Package(["scikit-learn"], "sklearn", tr("training of random forests")),
        Package(["onnx"], "onnx", tr("random forests as model files")),
        Package(["numba"], "numba", tr("faster classification; the result is the same without it"), optional=True),
    ]


@dataclass(frozen=True)
class Device:
    """What runs the shipped model. speed: megapixels a second, 0 where it was not measured."""

    name: str
    reason: str
    runtime: str
    speed: float = 0

    def sentence(self) -> str:
        """The device and why it is this one."""
        name = tr("CPU ({threads} threads)").format(threads=devices.cpu_threads()) if self.name == "cpu" else self.name.upper()
        return tr("{device}, with {runtime}: {reason}.").format(device=name, runtime=self.runtime, reason=self.reason)

    def result(self) -> str:
        """How fast the test was, and what that means for a whole scene."""
        return tr(
            "{speed} megapixels a second: {minutes} minutes for a Sentinel-2 scene of {scene}, besides reading and writing."
        ).format(speed=number(self.speed, 2), scene=number(SCENE, 0), minutes=number(max(SCENE / self.speed / 60, 0.1), 1))


def shipped_model() -> Model:
    """The shipped mine model on the device that "Find mines" takes for it. Raises PantauError."""
    from ..processing_provider.segment import SHIPPED, SHIPPED_GPU

    model = Model(SHIPPED_GPU if devices.has_gpu() else SHIPPED)
    return Model(SHIPPED) if model.device == "cpu" and model.path != SHIPPED else model


def find_device(stopped: Stopped) -> Device:
    """Which device runs the shipped model. Raises PantauError."""
    model = shipped_model()
    return Device(model.device, model.device_reason, model.runtime)


def measure_device(stopped: Stopped) -> Device:
    """How fast the shipped model runs, on tiles of random pixels. Raises PantauError."""
    model = shipped_model()
    rows, columns = model.tile or (TILE, TILE)
    tiles = np.random.default_rng(0).normal(0.5, 0.5, (model.batch or 1, model.bands, rows, columns)).astype(model.dtype)
    model.infer(tiles)  # the first is slower: memory is taken, and a GPU chooses its ways
    count, began = 0, time.monotonic()
    while not stopped() and (not count or time.monotonic() - began < SECONDS):
        model.infer(tiles)
        count += len(tiles)
    speed = count * rows * columns / 1e6 / (time.monotonic() - began) if count else 0.0
    return Device(model.device, model.device_reason, model.runtime, speed)


class DeviceDialog(QDialog):
    """What is installed, what is missing, and which device runs; all of it as text to copy."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("PantauDeviceDialog")
        self.setWindowTitle(tr("Packages and device"))
        self._reading: Optional[Reading] = None
        self._device: Optional[Device] = None
        self._problem = ""
        self._table = QGridLayout()
        self._device_text, self._test_text = _text(""), _text("")
        self.test_button = QPushButton(tr("&Test the model"))
        self.test_button.setToolTip(tr("Runs the shipped mine model on random pixels for some seconds"))
        self.test_button.clicked.connect(self._test)
        self.copy_button = QPushButton(tr("&Copy report"))
        self.copy_button.setToolTip(
            tr("Copies all of this, with the versions of QGIS and of the system, as text: for a request for help")
        )
        self.copy_button.clicked.connect(lambda: _copy(self.report(), self.copy_button))
        self._lay_out()
        width = self.fontMetrics().averageCharWidth()
        self.resize(100 * width, 34 * self.fontMetrics().height())

    def _lay_out(self) -> None:
        needed = QGroupBox(tr("Python packages"))
        needed.setLayout(self._table)
        runs = QGroupBox(tr("Device for models"))
        column = QVBoxLayout(runs)
        column.addWidget(self._device_text)
        line = QHBoxLayout()
        line.addWidget(self.test_button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._test_text, 1)
        column.addLayout(line)
        inside = QWidget()
        content = QVBoxLayout(inside)
        content.addWidget(needed)
        content.addWidget(runs)
        content.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(scroll)
        whole.addWidget(buttons)

    # -- packages

    def refresh(self) -> None:
        """Look again at what is installed, and which device runs."""
        while self._table.count():
            self._table.takeAt(0).widget().deleteLater()
        for column, title in enumerate((tr("Package"), tr("Version"), tr("Needed for"))):
            self._table.addWidget(_text(title, wrap=False, bold=True), 0, column)
        importlib.invalidate_caches()
        for package in packages():
            self._add(package)
        self._table.setColumnStretch(2, 1)
        self._read(find_device, tr("Looking for the device..."))

    def _add(self, package: Package) -> None:
        row, version = self._table.rowCount(), package.version()
        state = version or (tr("not installed (optional)") if package.optional else tr("missing"))
        self._table.addWidget(_text(package.names[0], wrap=False), row, 0)
        self._table.addWidget(_text(state, wrap=False, bold=version is None), row, 1)
        self._table.addWidget(_text(package.purpose), row, 2)
        if version is None:
            command = QLineEdit(install_command(package.names[0]))
            command.setReadOnly(True)
            command.setCursorPosition(0)
            command.setToolTip(tr("Run this in a terminal (on Windows: the OSGeo4W Shell), then start QGIS again"))
            command.setAccessibleName(tr("Install command of {package}").format(package=package.names[0]))
            button = QPushButton(tr("Copy"))
            button.setObjectName(f"copy_{package.module}")
            button.setAccessibleName(tr("Copy the install command of {package}").format(package=package.names[0]))
            button.clicked.connect(lambda: _copy(command.text(), button))
            line = QWidget()
            both = QHBoxLayout(line)
            both.setContentsMargins(0, 0, 0, 0)
            both.addWidget(command, 1)
            both.addWidget(button)
            self._table.addWidget(line, row + 1, 0, 1, 3)

    # -- device

    def _test(self) -> None:
        self._read(measure_device, tr("The model runs..."))

    def _read(self, function: Callable[[Stopped], Device], meanwhile: str) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self._test_text.setText(meanwhile)
        self.test_button.setEnabled(False)
        self._reading = Reading(function, self)
        self._reading.finished.connect(self._show_device)
        self._reading.failed.connect(self._show_problem)
        self._reading.start()

    def _show_device(self, device: Device) -> None:
        self._device, self._problem = device, ""
        self._device_text.setText(device.sentence())
        self._test_text.setText(device.result() if device.speed else "")
        self.test_button.setEnabled(True)

    def _show_problem(self, sentence: str) -> None:
        self._device, self._problem = None, sentence
        self._device_text.setText(sentence)
        self._test_text.setText("")
        self.test_button.setEnabled(True)

    def done(self, result: int) -> None:
        """Close, and stop a test that runs."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
            self.test_button.setEnabled(True)
        super().done(result)

    # -- report

    def report(self) -> str:
        """All of it as text, with the versions of everything beneath; in English, for whoever is asked for help."""
        lines = [
            f"Pantau {VERSION}",
            f"QGIS {Qgis.QGIS_VERSION}, Qt {QT_VERSION_STR}, GDAL {gdal.__version__}, Python {platform.python_version()}",
            f"{platform.platform()}, {QgsApplication.locale()}",
        ]
        lines += [f"{'/'.join(one.names)}: {one.version() or 'missing'}" for one in packages()]
        if self._device is not None:
            lines.append(f"Device: {self._device.name} ({self._device.reason}), {self._device.runtime}")
            if self._device.speed:
                lines.append(f"Test: {self._device.speed:.2f} megapixels/s")
        elif self._problem:
            lines.append(f"Device: {self._problem}")
        return "\n".join(lines)


def _text(text: str, wrap: bool = True, bold: bool = False) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(wrap)
    if wrap:
        label.setMinimumHeight(1)  # else the height of its narrowest shape is kept free
    font = QFont(label.font())
    font.setBold(bold)
    label.setFont(font)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def _copy(text: str, button: QPushButton) -> None:
    QApplication.clipboard().setText(text)
    QToolTip.showText(button.mapToGlobal(QPoint(0, button.height())), tr("Copied."), button)
