"""The plugin in a real QgsApplication, as qgis_process loads it."""

import gc

import pytest
from qgis.core import QgsApplication


@pytest.fixture(scope="session")
def provider(qgis_app, qgis_processing):
    """Pantau's provider, registered."""
    from pantau import classFactory

    plugin = classFactory(None)
    plugin.initProcessing()
    yield QgsApplication.processingRegistry().providerById("pantau")
    plugin.unload()
    assert QgsApplication.processingRegistry().providerById("pantau") is None


@pytest.fixture(scope="module", autouse=True)
def nothing_outlives_qgis(provider):
    """What an expected error holds (its frames, and with them layers) goes while QGIS still runs: later, it would crash."""
    yield
    gc.collect()
