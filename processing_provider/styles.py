"""How results look when they are loaded: set once, when Processing adds the layer to the map."""

from __future__ import annotations

from collections import Counter
from typing import Callable, List, Optional, Sequence, Tuple, Union

import numpy as np
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsContrastEnhancement,
    QgsEditorWidgetSetup,
    QgsFillSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsMultiBandColorRenderer,
    QgsPalettedRasterRenderer,
    QgsPalLayerSettings,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterShader,
    QgsRendererCategory,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleBandPseudoColorRenderer,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..plugin.engine.raster.legend import Legend
from ..plugin.engine.raster.source import RasterSource, percentiles
from ..plugin.engine.text import tr

# White to dark red (ColorBrewer OrRd), never opaque: what the model found is checked on the image beneath.
PROBABILITY = [(0.05, "#fef0d9", 0), (0.25, "#fdcc8a", 110), (0.5, "#fc8d59", 140), (0.75, "#d7301f", 150), (1.0, "#7f0000", 160)]
# Dark blue to yellow, opaque (viridis; Smith and van der Walt 2015).
CONFIDENCE = [(0.0, "#440154", 255), (0.25, "#3b528b", 255), (0.5, "#21918c", 255), (0.75, "#5ec962", 255), (1.0, "#fde725", 255)]

# Red to blue, white between (ColorBrewer RdBu), and where the stops are: at 6 and 3 dB to both sides of no change.
DIVERGING = ["#b2182b", "#f4a582", "#f7f7f7", "#92c5de", "#2166ac"]
SIX_DB = {"rbr": [0.25, 0.5, 1, 2, 4], "nrbr": [-0.6, -1 / 3, 0, 1 / 3, 0.6], "db": [-6, -3, 0, 3, 6]}
GREYS = 9  # between which QGIS interpolates
NATURAL = ("red", "green", "blue")
LABELS = ("reference", "reference_2")  # fields of sample points that interpreters fill in

_alive: List[_Styler] = []  # QGIS does not keep them, and silently skips one that Python has collected


class _Styler(QgsProcessingLayerPostProcessorInterface):
    def __init__(self, style: Callable[[QgsMapLayer], None], name: str) -> None:
        super().__init__()
        self._style, self._name = style, name
        _alive.append(self)
        del _alive[:-100]

    def postProcessLayer(self, layer, context, feedback) -> None:  # noqa: N802
        if layer is not None and layer.isValid():
            if self._name:
                layer.setName(self._name)
            self._style(layer)
            layer.triggerRepaint()


def style_on_load(
    context: QgsProcessingContext, destination: Optional[str], style: Callable[[QgsMapLayer], None], name: str = ""
) -> None:
    """Style and name the layer of an output when it is loaded; nothing where it is not."""
    if destination and context.willLoadLayerOnCompletion(destination):
        context.layerToLoadOnCompletionDetails(destination).setPostProcessor(_Styler(style, name))


def probability(layer: QgsMapLayer) -> None:
    """A probability from 0 to 1: transparent to dark red."""
    _ramp(layer, PROBABILITY)


def confidence(layer: QgsMapLayer) -> None:
    """How sure a map is, from 0 to 1: dark where it is not."""
    _ramp(layer, CONFIDENCE)


def backscatter_on_load(context: QgsProcessingContext, path: Optional[str]) -> None:
    """Show the first band of a raster of backscatter in greys, even in decibels, when it is loaded."""
    if path and context.willLoadLayerOnCompletion(path):
        source = RasterSource(path)
        low, high = (percentiles(source, percent)[0] for percent in (2, 98))
        style_on_load(context, path, backscatter(low, high))


def backscatter(low: float, high: float) -> Callable[[QgsMapLayer], None]:
    """Band 1 from black at `low` to white at `high`; power, which is above 0, by its logarithm."""
    steps = np.linspace(0, 1, GREYS)
    values = low * (high / low) ** steps if 0 < low < high else low + (max(high, low + 1e-6) - low) * steps
    stops = [(float(value), QColor.fromRgbF(step, step, step).name(), 255) for value, step in zip(values, steps.tolist())]
    return lambda layer: _ramp(layer, stops, stops[0][0], stops[-1][0], "{:.3g}")


def burn_index(index: str, std: float) -> Callable[[QgsMapLayer], None]:
    """A burn index: red where the backscatter fell, white at no change, blue where it rose.

    index: a key of `SIX_DB`, whose ends are a quarter of the power and four times as much, so that scenes look alike; any other: of a
    difference of power, which has no such ends, two of its standard deviations, `std`.
    """
    values = SIX_DB.get(index) or [step * (std or 1.0) for step in (-2, -1, 0, 1, 2)]
    stops = [(value, color, 255) for value, color in zip(values, DIVERGING)]
    return lambda layer: _ramp(layer, stops, values[0], values[-1], "{:.3g}")


def _ramp(
    layer: QgsMapLayer, stops: Sequence[Tuple[float, str, int]], low: float = 0, high: float = 1, label: str = "{:.0%}"
) -> None:
    """Band 1 from low to high in the colours of (value, colour, alpha)."""
    ramp = QgsColorRampShader(low, high)
    ramp.setColorRampType(QgsColorRampShader.Type.Interpolated)
    items = []
    for value, color, alpha in stops:
        tone = QColor(color)
        tone.setAlpha(alpha)
        items.append(QgsColorRampShader.ColorRampItem(value, tone, label.format(value)))
    ramp.setColorRampItemList(items)
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(low)
    renderer.setClassificationMax(high)
    layer.setRenderer(renderer)


def classes(legend: Legend, opaque: bool = False) -> Callable[[QgsMapLayer], None]:
    """A class raster in the colours of its legend. opaque: a map of its own; else the background, code 0, is transparent, and
    all the rest half so."""

    def style(layer: QgsMapLayer) -> None:
        items = []
        for entry in legend:
            tone = QColor(entry.color)
            if entry.code == 0 and not opaque:
                tone.setAlpha(0)
            items.append(QgsPalettedRasterRenderer.Class(entry.code, tone, entry.label()))
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, items))
        layer.renderer().setOpacity(1.0 if opaque else 0.5)  # the image beneath stays visible

    return style


def natural_colours(red: int, green: int, blue: int) -> Callable[[QgsMapLayer], None]:
    """An image of reflectance by three of its bands (numbers from 1): dark at 0, bright at 0.3, as land is without clouds."""

    def style(layer: QgsMapLayer) -> None:
        provider = layer.dataProvider()
        renderer = QgsMultiBandColorRenderer(provider, red, green, blue)
        for band, put in (
            (red, renderer.setRedContrastEnhancement), (green, renderer.setGreenContrastEnhancement), (blue, renderer.setBlueContrastEnhancement),
        ):  # fmt: skip
            stretch = QgsContrastEnhancement(provider.dataType(band))
            stretch.setContrastEnhancementAlgorithm(QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum)
            stretch.setMinimumValue(0)
            stretch.setMaximumValue(0.3)
            put(stretch)
        layer.setRenderer(renderer)

    return style


def natural_on_load(context: QgsProcessingContext, path: Optional[str], name: str = "") -> None:
    """Show a raster of reflectance whose bands say what they see in natural colours when it is loaded; leave others alone."""
    shown = natural_colours_of(path) if path and context.willLoadLayerOnCompletion(path) else None
    if shown:
        style_on_load(context, path, shown, name)


def natural_colours_of(path: str) -> Optional[Callable[[QgsMapLayer], None]]:
    """The natural colours of a raster of reflectance whose bands say what they see; None for others."""
    source = RasterSource(path)
    commons = [band.common for band in source.described_bands()]
    if any(commons.count(common) != 1 for common in NATURAL) or source.dtype.itemsize == 1:
        return None
    places = [commons.index(common) for common in NATURAL]
    source.select([source.data_bands[place] for place in places])
    bright = max(value * gain + bias for value, (gain, bias) in zip(percentiles(source, 98), source.scales_offsets()))
    return natural_colours(*(place + 1 for place in places)) if bright <= 3.2 else None


def outlines(color: str) -> Callable[[QgsMapLayer], None]:
    """Polygons as outlines, so that the image beneath can be checked."""

    def style(layer: QgsMapLayer) -> None:
        symbol = QgsFillSymbol.createSimple(
            {"style": "no", "outline_color": color, "outline_width": "0.5", "outline_style": "solid"}
        )
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))

    return style


def categories(
    field: str, kinds: Sequence[Tuple[Union[int, str], str, str, str]], label: str, opacity: int = 40
) -> Callable[[QgsMapLayer], None]:
    """Polygons by the value of a field: (value, name, colour, line style) of each; `label` is the expression written on them.

    opacity: of the fill, 0 to 255; the image beneath stays visible.
    """

    def style(layer: QgsMapLayer) -> None:
        entries = []
        for value, name, color, line in kinds:
            fill = QColor(color)
            fill.setAlpha(opacity)
            symbol = QgsFillSymbol.createSimple(
                {
                    "color": ",".join(map(str, fill.getRgb())),
                    "outline_color": color,
                    "outline_width": "0.6",
                    "outline_style": line,
                }  # fmt: skip
            )
            entries.append(QgsRendererCategory(value, symbol, name))
        layer.setRenderer(QgsCategorizedSymbolRenderer(field, entries))
        _write_on(layer, label)

    return style


def edges(field: str, kinds: Sequence[Tuple[Union[int, str], str, str]], label: str) -> Callable[[QgsMapLayer], None]:
    """Polygons by the value of a field as edges, dark on both sides: (value, name, colour) of each; `label` is written on them.

    The map beneath stays to be read, also where they are selected: QGIS fills a selected polygon, even one without a fill, but draws a
    selected line as a line.
    """

    def style(layer: QgsMapLayer) -> None:
        entries = []
        for value, name, color in kinds:
            symbol = QgsFillSymbol()
            symbol.changeSymbolLayer(0, QgsSimpleLineSymbolLayer.create({"line_color": "#202020", "line_width": "0.7"}))
            symbol.appendSymbolLayer(QgsSimpleLineSymbolLayer.create({"line_color": color, "line_width": "0.35"}))
            entries.append(QgsRendererCategory(value, symbol, name))
        layer.setRenderer(QgsCategorizedSymbolRenderer(field, entries))
        _write_on(layer, label)

    return style


def _write_on(layer: QgsMapLayer, label: str) -> None:
    """Write what an expression says on the features of a layer."""
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    text = QgsTextFormat()
    text.setSize(9)
    text.setBuffer(halo)
    labels = QgsPalLayerSettings()
    labels.fieldName, labels.isExpression = label, True
    labels.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)


def sample_points(legend: Legend, given: Sequence[str]) -> Callable[[QgsMapLayer], None]:
    """Points to label: a form in which reference classes are chosen by name, rings where there is no label yet, and the class's colour
    where there is one.

    given: fields that the form shows, and does not let anyone change.
    """
    counts = Counter(entry.label() for entry in legend)
    names = [entry.label() if counts[entry.label()] == 1 else f"{entry.label()} ({entry.code})" for entry in legend]
    choices = {"map": [{name: str(entry.code)} for name, entry in zip(names, legend)]}

    def style(layer: QgsMapLayer) -> None:
        fields, form = layer.fields(), layer.editFormConfig()
        # A shapefile keeps ten characters of a name.
        places = {one: max(fields.lookupField(one), fields.lookupField(one[:10])) for one in (*given, *LABELS, "map_class")}
        for one in given:
            form.setReadOnly(places[one], True)
        layer.setEditFormConfig(form)
        for one in (*LABELS, "map_class"):
            if places[one] >= 0:
                layer.setEditorWidgetSetup(places[one], QgsEditorWidgetSetup("ValueMap", choices))
        reference = fields.at(places[LABELS[0]]).name()
        kinds = [QgsRendererCategory(entry.code, _mark(entry.color), name) for entry, name in zip(legend, names)]
        layer.setRenderer(
            QgsCategorizedSymbolRenderer(reference, [*kinds, QgsRendererCategory(None, _mark(""), tr("not labelled yet"))])
        )
        layer.setDisplayExpression('"point"')

    return style


def _mark(color: str) -> QgsMarkerSymbol:
    """A disc in a colour, or a ring where there is none; a black line and a white one, to be seen on any image."""
    fill = {"name": "circle", "size": "3.2", "color": color or "0,0,0,0"}
    symbol = QgsMarkerSymbol.createSimple({**fill, "outline_color": "#000000", "outline_width": "0.9"})
    symbol.appendSymbolLayer(QgsSimpleMarkerSymbolLayer.create({**fill, "outline_color": "#FFFFFF", "outline_width": "0.4"}))
    return symbol
