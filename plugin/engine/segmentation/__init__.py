"""Segmentation with ONNX models: the card, the session, tiles and blending, the whole road to polygons."""
