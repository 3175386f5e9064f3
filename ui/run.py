"""A run of one algorithm in the background: every window starts its work through it."""

from __future__ import annotations

import contextlib
import gc
import time
from typing import Any, Dict, List, Optional, Set

from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsMapLayerStore,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsProperty,
    QgsTask,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, QThread, QTimer, pyqtSignal

from ..plugin.engine.text import tr

# What writes a layer; parameters of files and folders are destinations as well, and their paths are the result.
LAYERS = ("sink", "vectorDestination", "rasterDestination")

_jobs: Set[_Job] = set()  # a task uses its context and feedback until it ends, whoever started it


class Run(QObject):
    """One algorithm with its parameters, run outside the window's thread.

    Layers among the parameters are layers, ids of layers of the project, or paths; what is not saved in them counts too. Exactly one
    of `finished`, `failed` and `cancelled` follows each start, never before `start` has returned. The run is cancelled when its
    parent goes; a project that is closed meanwhile does not matter to it.
    """

    progressed = pyqtSignal(float)
    """0 to 100."""
    logged = pyqtSignal(str)
    warned = pyqtSignal(str)
    finished = pyqtSignal(dict)
    """Results by the name of the output: numbers, paths, and for each layer a styled `QgsMapLayer`, which belongs to the
    receiver and is in no project."""
    failed = pyqtSignal(str)
    """What is wrong and what to do, in one sentence."""
    cancelled = pyqtSignal()

    def __init__(self, algorithm_id: str, parameters: Dict[str, Any], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._algorithm_id, self._parameters = algorithm_id, dict(parameters)
        self._job: Optional[_Job] = None

    def start(self) -> None:
        """Begin. Raises RuntimeError while the run is under way: cancel it first, or make another."""
        if self.is_running():
            raise RuntimeError(f"{self._algorithm_id} is running already")
        job = self._job = _Job(self._algorithm_id, self._parameters)
        job.feedback.logged.connect(self.logged)
        job.feedback.warned.connect(self.warned)
        job.feedback.progressChanged.connect(self.progressed)
        job.ended.connect(self._end)
        self.destroyed.connect(job.cancel)
        job.start()

    def cancel(self) -> None:
        """Ask the run to stop, which it does within a block; `cancelled` tells when it has."""
        if self._job is not None:
            self._job.cancel()

    def is_running(self) -> bool:
        """Whether the run has been started and has not ended."""
        return self._job is not None

    def _end(self) -> None:
        job, self._job = self._job, None
        self.destroyed.disconnect(job.cancel)
        if job.was_cancelled:
            self.cancelled.emit()
        elif job.results is None:
            self.failed.emit(job.feedback.errors[-1] if job.feedback.errors else tr("The run ended without a result, and gave no reason: see the log messages of QGIS."))  # fmt: skip
        else:
            self.finished.emit(job.results)


def end_all(seconds: float = 10) -> None:
    """Cancel every run and wait until all have ended, `seconds` at most: for the unloading of the plugin."""
    for job in list(_jobs):
        job.cancel()
    end = time.monotonic() + seconds
    while _jobs and time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        time.sleep(0.005)  # lets the other threads have Python


class _Feedback(QgsProcessingFeedback):
    """Hands on what an algorithm says, from its thread to the window's."""

    logged = pyqtSignal(str)
    warned = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: List[str] = []

    def pushInfo(self, info: str) -> None:  # noqa: N802
        self.logged.emit(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self.warned.emit(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        self.errors.append(" ".join(error.split()))


class _Job(QObject):
    """What has to live until the task has ended, even where the run that started it has gone."""

    ended = pyqtSignal()

    def __init__(self, algorithm_id: str, parameters: Dict[str, Any]) -> None:
        super().__init__()
        self.feedback = _Feedback()
        self.was_cancelled = False
        self.results: Optional[Dict[str, Any]] = None
        self._id, self._parameters = algorithm_id, parameters
        self._algorithm: Optional[QgsProcessingAlgorithm] = None
        self._layers = QgsMapLayerStore()
        self._context: Optional[QgsProcessingContext] = None
        self._task: Optional[_Task] = None

    def start(self) -> None:
        """Take what the run needs from the project, and begin."""
        _jobs.add(self)
        # Python's search for garbage stops every thread, the window's too: while a run lasts, let it pass over all that was there before.
        gc.freeze()
        self._algorithm = QgsApplication.processingRegistry().createAlgorithmById(self._id)
        if self._algorithm is None:
            self.feedback.reportError(
                tr("The algorithm {name} is not there: enable Pantau in the options of Processing.").format(name=self._id)
            )
            QTimer.singleShot(0, self._end)
            return
        self._parameters = {name: self._taken(value) for name, value in self._parameters.items()}
        self._parameters.update(self._loaded())
        self._settings = (QgsProject.instance().transformContext(), QgsProject.instance().ellipsoid())
        self._layers.moveToThread(None)  # whichever thread runs the task may fetch them
        self._task = _Task(self._algorithm.displayName(), self)
        self.feedback.progressChanged.connect(self._task.setProgress)
        QgsApplication.taskManager().addTask(self._task)

    def cancel(self) -> None:
        """Stop as soon as may be."""
        self.was_cancelled = True
        if self._task is not None:
            self._task.cancel()

    def work(self) -> bool:
        """Run the algorithm, its checks and the reading of layers included, in the thread of the task."""
        context = QgsProcessingContext()
        context.setFeedback(self.feedback)
        context.setTransformContext(self._settings[0])
        context.setEllipsoid(self._settings[1])
        self._layers.moveToThread(QThread.currentThread())
        context.temporaryLayerStore().transferLayersFromStore(self._layers)
        try:
            self.results, well = self._algorithm.run(self._parameters, context, self.feedback)
        finally:
            window = QCoreApplication.instance().thread()
            self._layers.moveToThread(window)
            context.pushToThread(window)
            self._context = context
        return well

    def end(self, well: bool) -> None:
        """Back in the window's thread: make layers of the results."""
        self.was_cancelled |= self._task.isCanceled()  # QGIS's own list of tasks has a button too
        self._task = None  # QGIS deletes it
        if well and not self.was_cancelled:
            self.results = {name: self._result(name, value) for name, value in self.results.items()}
        else:
            self.results = None
        self._end()

    def _taken(self, value: Any) -> Any:
        """A value of the parameters, with each layer replaced by a copy that no other thread uses."""
        if isinstance(value, list):
            return [self._taken(one) for one in value]
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            layer = QgsProject.instance().mapLayer(value.source.staticValue() or "")
            if layer is None:
                return value
            taken = QgsProcessingFeatureSourceDefinition(value)
            taken.source = QgsProperty.fromValue(self._copy(layer, value.selectedFeaturesOnly))
            return taken
        layer = QgsProject.instance().mapLayer(value) if isinstance(value, str) else value
        return self._copy(layer) if isinstance(layer, QgsMapLayer) else value

    def _copy(self, layer: QgsMapLayer, selected: bool = False) -> str:
        """The id of a copy of a layer. selected: only its selected features are asked for."""
        if isinstance(layer, QgsVectorLayer) and layer.isModified():  # a clone would not have what is not saved yet
            request = QgsFeatureRequest(layer.selectedFeatureIds()) if selected else QgsFeatureRequest()
            copy = layer.materialize(request)
            copy.setName(layer.name())
            if selected:
                copy.selectAll()
        else:
            copy = layer.clone()
            if selected:
                copy.selectByIds(layer.selectedFeatureIds())
        return self._layers.addMapLayer(copy).id()

    def _loaded(self) -> Dict[str, Any]:
        """The layers to be written, all of them to be loaded afterwards: only then does their algorithm style them."""
        asked = {one.name(): self._parameters.get(one.name()) for one in self._algorithm.destinationParameterDefinitions() if one.type() in LAYERS}  # fmt: skip
        return {name: QgsProcessingOutputLayerDefinition(value, QgsProject.instance()) for name, value in asked.items() if isinstance(value, str) and value}  # fmt: skip

    def _result(self, name: str, value: Any) -> Any:
        definition = self._algorithm.parameterDefinition(name)
        if definition is None or definition.type() not in LAYERS or not isinstance(value, str):
            return value
        layer = QgsProcessingUtils.mapLayerFromString(value, self._context)
        if layer is None:
            return value  # a table in a format that QGIS writes and does not read
        details = self._context.layersToLoadOnCompletion().get(value)
        if details is not None:
            details.setOutputLayerName(layer)
            if details.postProcessor() is not None:
                details.postProcessor().postProcessLayer(layer, self._context, self.feedback)
        return self._context.takeResultLayer(layer.id())

    def _end(self) -> None:
        self.ended.emit()
        QTimer.singleShot(0, self._forget)

    def _forget(self) -> None:
        with contextlib.suppress(KeyError):
            _jobs.remove(self)
        if not _jobs:
            gc.unfreeze()


class _Task(QgsTask):
    """The job, in a thread of QGIS's and in its list of tasks.

    QGIS's own task for algorithms checks the parameters and reads the layers in the window's thread, which waits meanwhile.
    """

    def __init__(self, title: str, job: _Job) -> None:
        flags = QgsTask.Flag.CanCancel
        if hasattr(QgsTask.Flag, "Silent"):  # from 3.26 on: the window that started it says when it has ended
            flags |= QgsTask.Flag.Silent
        super().__init__(title, flags)
        self._job = job

    def run(self) -> bool:
        try:
            return self._job.work()
        except Exception as error:  # QGIS would only print it
            self._job.feedback.reportError(f"{type(error).__name__}: {error}")
            return False

    def cancel(self) -> None:
        self._job.feedback.cancel()
        super().cancel()

    def finished(self, result: bool) -> None:
        self._job.end(result)
