"""Pantau: watching land in Indonesia. QGIS loads the plugin through `classFactory`."""


def classFactory(iface):  # noqa: N802 - the name that QGIS calls
    """The plugin, for QGIS's plugin manager; iface is None in qgis_process."""
    from .plugin.main import Pantau

    return Pantau(iface)
