"""The science of Pantau: numpy, scipy, GDAL and onnxruntime. Nothing below this folder imports qgis."""
