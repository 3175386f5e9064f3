"""The Processing provider `pantau`."""

from __future__ import annotations

import os
from typing import List

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .accuracy import Accuracy
from .area_table import AreaTableAlgorithm
from .backscatter_units import BackscatterUnits
from .burn_index import BurnIndexAlgorithm
from .burn_threshold import BurnThreshold
from .chains import CHAINS, Chain
from .change_table import ChangeTableAlgorithm
from .class_patches import ClassPatches
from .classify import Classify
from .clean_classes import CleanClasses
from .composite import Composite
from .despeckle import Despeckle
from .despeckle_stack import DespeckleStack
from .map_burn import MapBurn
from .mine_alerts import MineAlerts
from .plan_compare import PlanCompare
from .plan_overlay import PlanOverlayAlgorithm
from .prepare_scene import PrepareScene
from .sample_district import SampleDistrict
from .sample_points import SamplePoints
from .segment import Segment
from .segmentation_accuracy import SegmentationAccuracy
from .spectral_indices import SpectralIndices
from .train_forest import TrainForest
from .training_tiles import TrainingTiles

ICON = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "ui", "icons", "pantau.svg")


class PantauProvider(QgsProcessingProvider):
    """All algorithms of Pantau."""

    def __init__(self) -> None:
        super().__init__()
        QgsApplication.processingRegistry().providerAdded.connect(self._complete)

    def id(self) -> str:
        return "pantau"

    def name(self) -> str:
        return "Pantau"

    def icon(self) -> QIcon:
        return QIcon(ICON)

    def svgIconPath(self) -> str:  # noqa: N802
        return ICON

    def supportedOutputRasterLayerExtensions(self) -> List[str]:  # noqa: N802
        return ["tif", "tiff"]

    def loadAlgorithms(self) -> None:  # noqa: N802
        for algorithm in (
            Segment,
            SegmentationAccuracy,
            MineAlerts,
            TrainingTiles,
            TrainForest,
            Classify,
            CleanClasses,
            ClassPatches,
            ChangeTableAlgorithm,
            BurnIndexAlgorithm,
            BurnThreshold,
            MapBurn,
            SamplePoints,
            Accuracy,
            AreaTableAlgorithm,
            PlanOverlayAlgorithm,
            PlanCompare,
            SampleDistrict,
            PrepareScene,
            Composite,
            SpectralIndices,
            BackscatterUnits,
            Despeckle,
            DespeckleStack,
        ):
            self.addAlgorithm(algorithm())
        if QgsApplication.processingRegistry().providerById(self.id()) is not None:
            # Before, QGIS does not find their steps, and a chain whose steps are unknown has no outputs.
            for name in CHAINS:
                self.addAlgorithm(Chain(name))

    def _complete(self, added: str) -> None:
        """Load the chains too, now that QGIS knows the provider."""
        if added == self.id():
            self.refreshAlgorithms()
