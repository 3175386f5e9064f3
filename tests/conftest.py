"""Tests see the checkout as the package `pantau`, whatever its folder is called."""

import importlib.util
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("PANTAU_DATA", ROOT.parent / "shared" / "data"))

if "pantau" not in sys.modules:
    spec = importlib.util.spec_from_file_location("pantau", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    module = importlib.util.module_from_spec(spec)
    sys.modules["pantau"] = module
    spec.loader.exec_module(module)

sys.path.insert(0, str(ROOT / "tests"))  # for its helpers; never the root, whose folders would turn global


@pytest.fixture(scope="session")
def data():
    """The folder of real satellite data."""
    if not DATA.is_dir():
        pytest.skip(f"no real data at {DATA} (set PANTAU_DATA)")
    return DATA


@pytest.fixture(scope="session")
def shipped():
    """The shipped mine model."""
    return str(ROOT / "models" / "mine_unet" / "mine_unet.onnx")


@pytest.fixture(scope="session")
def provider(qgis_app, qgis_processing):
    """Pantau's provider, registered as qgis_process does it: once, for all tests that need a QGIS."""
    from pantau import classFactory
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QThreadPool

    tasks = QgsApplication.taskManager()
    pool = tasks.threadPool() if hasattr(tasks, "threadPool") else QThreadPool.globalInstance()
    pool.setExpiryTimeout(100)  # and not 30 s: what goes wrong when a thread ends does so within the test
    plugin = classFactory(None)
    plugin.initProcessing()
    yield QgsApplication.processingRegistry().providerById("pantau")
    plugin.unload()
    assert QgsApplication.processingRegistry().providerById("pantau") is None
