"""How results look when they are loaded: set once, when Processing adds the layer to the map."""

from __future__ import annotations

from typing import Callable, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsFillSymbol,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsPalLayerSettings,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterShader,
    QgsRendererCategory,
    QgsSingleBandPseudoColorRenderer,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..plugin.engine.raster.legend import Legend

# White to dark red (ColorBrewer OrRd), never opaque: what the model found is checked on the image beneath.
PROBABILITY = [(0.05, "#fef0d9", 0), (0.25, "#fdcc8a", 110), (0.5, "#fc8d59", 140), (0.75, "#d7301f", 150), (1.0, "#7f0000", 160)]

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
    ramp = QgsColorRampShader(0, 1)
    ramp.setColorRampType(QgsColorRampShader.Type.Interpolated)
    items = []
    for value, color, alpha in PROBABILITY:
        tone = QColor(color)
        tone.setAlpha(alpha)
        items.append(QgsColorRampShader.ColorRampItem(value, tone, f"{value:.0%}"))
    ramp.setColorRampItemList(items)
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(0)
    renderer.setClassificationMax(1)
    layer.setRenderer(renderer)


def classes(legend: Legend) -> Callable[[QgsMapLayer], None]:
    """A class raster in the colours of its legend; the background is transparent."""

    def style(layer: QgsMapLayer) -> None:
        items = []
        for entry in legend:
            tone = QColor(entry.color)
            if entry.code == 0:
                tone.setAlpha(0)
            items.append(QgsPalettedRasterRenderer.Class(entry.code, tone, entry.label()))
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, items))
        layer.renderer().setOpacity(0.5)  # the image beneath stays visible

    return style


def outlines(color: str) -> Callable[[QgsMapLayer], None]:
    """Polygons as outlines, so that the image beneath can be checked."""

    def style(layer: QgsMapLayer) -> None:
        symbol = QgsFillSymbol.createSimple(
            {"style": "no", "outline_color": color, "outline_width": "0.5", "outline_style": "solid"}
        )
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))

    return style


def categories(field: str, kinds: Sequence[Tuple[str, str, str, str]], label: str) -> Callable[[QgsMapLayer], None]:
    """Polygons as outlines by the value of a field: (value, name, colour, line style) of each; `label` is the field written on them."""

    def style(layer: QgsMapLayer) -> None:
        entries = []
        for value, name, color, line in kinds:
            fill = QColor(color)
            fill.setAlpha(40)  # the image beneath stays visible
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
        halo = QgsTextBufferSettings()
        halo.setEnabled(True)
        halo.setSize(0.8)
        text = QgsTextFormat()
        text.setSize(9)
        text.setBuffer(halo)
        labels = QgsPalLayerSettings()
        labels.fieldName = label
        labels.setFormat(text)
        layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
        layer.setLabelsEnabled(True)

    return style
