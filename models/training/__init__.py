"""Training of Pantau's segmentation models. Runs outside QGIS, with PyTorch; the plugin never imports it."""
