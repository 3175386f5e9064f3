"""The plugin in a real QgsApplication, as qgis_process loads it."""

import gc

import pytest


@pytest.fixture(scope="module", autouse=True)
def nothing_outlives_qgis(provider):
    """What an expected error holds (its frames, and with them layers) goes while QGIS still runs: later, it would crash."""
    yield
    gc.collect()
