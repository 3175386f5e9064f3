"""Little rasters and models whose results are known."""

import json

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from osgeo import gdal, osr
from pantau.plugin.engine.monitor import Monitor

UTM50S = 32750
TYPES = {
    "uint8": gdal.GDT_Byte,
    "uint16": gdal.GDT_UInt16,
    "int16": gdal.GDT_Int16,
    "float32": gdal.GDT_Float32,
    "float64": gdal.GDT_Float64,
    "int32": gdal.GDT_Int32,
}


class Notes(Monitor):
    """Keeps what it is told; stops the run at this share of the progress."""

    def __init__(self, stop_at=2.0):
        self.lines, self.warnings, self.shares, self._stop_at = [], [], [], stop_at

    def progress(self, done, total):
        self.shares.append(done / total if total else 1.0)
        return self.shares[-1] < self._stop_at

    def log(self, text):
        self.lines.append(text)

    def warn(self, text):
        self.warnings.append(text)


def write(
    path, array, epsg=UTM50S, transform=(500000.0, 10.0, 0.0, 9900000.0, 0.0, -10.0), nodata=None, names=(), alpha=False, mask=None
):
    """Write (bands, rows, cols) as GeoTIFF. alpha: the last band is alpha. mask: (rows, cols) of 0 and 255, a .msk file."""
    array = np.atleast_3d(array) if array.ndim == 1 else array[None] if array.ndim == 2 else array
    options = ["ALPHA=YES"] if alpha else []
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), array.shape[2], array.shape[1], array.shape[0], TYPES[array.dtype.name], options
    )
    dataset.SetGeoTransform(transform)
    if epsg:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        dataset.SetProjection(reference.ExportToWkt())
    for index, band in enumerate(array):
        target = dataset.GetRasterBand(index + 1)
        if nodata is not None:
            target.SetNoDataValue(nodata)
        if index < len(names):
            target.SetDescription(names[index])
        target.WriteArray(band)
    if mask is not None:
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(mask)
    dataset = None
    return str(path)


def read(path):
    """(bands, rows, cols) of a raster."""
    array = gdal.Open(str(path)).ReadAsArray()
    return array[None] if array.ndim == 2 else array


def _save(path, nodes, weights, inputs, outputs, metadata):
    graph = helper.make_graph(
        nodes,
        "test",
        [helper.make_tensor_value_info("image", inputs[1], inputs[0])],
        [helper.make_tensor_value_info(name, kind, shape) for name, kind, shape in outputs],
        [numpy_helper.from_array(array, name) for name, array in weights.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    for key, value in metadata.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, value
    onnx.save(model, str(path))
    return str(path)


def card(bands=1, classes=(("background", 0), ("mine", 1)), activation="none", **extra):
    """A card of Pantau's for a model of raw values that gives probabilities."""
    output = {
        "name": "mine",
        "post_processing_function": activation,
        "classification:classes": [{"value": v, "name": n, "name:id": n + " (id)", "color_hint": "AA0000"} for n, v in classes],
    }
    entry = {
        "name": "x",
        "bands": extra.pop("names", []),
        "input": {
            "shape": [-1, bands, -1, -1],
            "dim_order": extra.pop("order", ["batch", "bands", "height", "width"]),
            "data_type": "float32",
        },
        "value_scaling": extra.pop("scaling", []),
        **{"pantau:" + k: v for k, v in extra.items()},
    }
    return {
        "pantau": json.dumps(
            {"mlm:name": "test model", "mlm:tasks": ["semantic-segmentation"], "mlm:input": [entry], "mlm:output": [output]}
        )
    }


def step_model(
    path, threshold=0.5, bands=1, size=None, batch=None, dtype=np.float32, channels_last=False, metadata=None, steep=1000.0
):
    """Probability 1 where band 1 is above `threshold`, 0 below: sigmoid(steep * (x - threshold)), pixel by pixel."""
    kind = {np.float32: TensorProto.FLOAT, np.float16: TensorProto.FLOAT16}[dtype]
    weight = np.zeros((1, bands, 1, 1), dtype)
    weight[0, 0] = steep
    weights = {"w": weight, "b": np.array([-steep * threshold], dtype)}
    space = [size or "h", size or "w"]
    nodes, entry, out = [], "image", "prob"
    if channels_last:
        nodes.append(helper.make_node("Transpose", ["image"], ["first"], perm=[0, 3, 1, 2]))
        entry, out = "first", "last"
    nodes += [helper.make_node("Conv", [entry, "w", "b"], ["logit"]), helper.make_node("Sigmoid", ["logit"], [out])]
    if channels_last:
        nodes.append(helper.make_node("Transpose", ["last"], ["prob"], perm=[0, 2, 3, 1]))
    shape = [batch or "n", *space, bands] if channels_last else [batch or "n", bands, *space]
    result = [batch or "n", *space, 1] if channels_last else [batch or "n", 1, *space]
    return _save(path, nodes, weights, (shape, kind), [("prob", kind, result)], metadata or {})


def blur_model(path, reach=8, cut=False, size=None, metadata=None):
    """Probability: the mean of a square of 2 * reach + 1 px, zero-padded as networks do (or cut: `valid` convolution)."""
    width = 2 * reach + 1
    weights = {"w": np.full((1, 1, width, width), 1 / width**2, np.float32)}
    pads = [0] * 4 if cut else [reach] * 4
    nodes = [helper.make_node("Conv", ["image", "w"], ["prob"], pads=pads)]
    space = [size or "h", size or "w"]
    answer = [size - 2 * reach] * 2 if cut and size else ["a", "b"] if cut else space
    return _save(
        path,
        nodes,
        weights,
        (["n", 1, *space], TensorProto.FLOAT),
        [("prob", TensorProto.FLOAT, ["n", 1, *answer])],
        metadata or {},
    )


def class_model(path, classes=3, softmax=True, metadata=None):
    """One-hot by value: channel k is likeliest where band 1 is nearest to k. Logits -20 (x - k)^2, softmax or raw."""
    weights = {
        "w": np.array([[[[40.0 * k]]] for k in range(classes)], np.float32),
        "b": np.array([-20.0 * k * k for k in range(classes)], np.float32),
    }
    nodes = [helper.make_node("Conv", ["image", "w", "b"], ["logit" if softmax else "out"])]
    if softmax:
        nodes.append(helper.make_node("Softmax", ["logit"], ["out"], axis=1))
    return _save(
        path,
        nodes,
        weights,
        (["n", 1, "h", "w"], TensorProto.FLOAT),
        [("out", TensorProto.FLOAT, ["n", classes, "h", "w"])],
        metadata or {},
    )


def stride_model(path, factor=4, metadata=None):
    """Mean of squares of `factor` px: a coarser map, as SegFormer gives."""
    nodes = [helper.make_node("AveragePool", ["image"], ["prob"], kernel_shape=[factor] * 2, strides=[factor] * 2)]
    return _save(
        path, nodes, {}, (["n", 1, "h", "w"], TensorProto.FLOAT), [("prob", TensorProto.FLOAT, ["n", 1, "a", "b"])], metadata or {}
    )


def lone_model(path, size=32):
    """The probability's logit is the band; says that it takes any number of tiles, and takes one."""
    nodes = [helper.make_node("Reshape", ["image", "shape"], ["prob"])]
    weights = {"shape": np.array([1, size, size], np.int64)}
    return _save(
        path, nodes, weights, (["n", 1, size, size], TensorProto.FLOAT), [("prob", TensorProto.FLOAT, ["n", size, size])], {}
    )
