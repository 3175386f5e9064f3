"""Pantau's algorithms for QGIS Processing: one thin class each; the work is done in `plugin.engine`."""
