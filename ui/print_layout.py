"""A result as a sheet of paper: map, legend, table, title, scale bar, north arrow and source, from a template that ships with the plugin.

The template may be edited in QGIS as long as its items keep their names; what a template has not is left out.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field
from typing import List, Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemScaleBar,
    QgsLayoutMultiFrame,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLayoutTableColumn,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsMapLayerStyle,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsTableCell,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QFile, QIODevice, Qt
from qgis.PyQt.QtXml import QDomDocument

from ..plugin.engine.errors import PantauError
from ..plugin.engine.files import PART
from ..plugin.engine.text import number, tr
from ..processing_provider import styles

LAYOUTS = os.path.join(os.path.dirname(__file__), "layouts")
CONFORMITY = os.path.join(LAYOUTS, "rtrw_conformity_a4.qpt")
NORTH_ARROW = os.path.join(LAYOUTS, "north_arrow.svg")
GAP = 4.0  # mm between the legend and the table below it
MOST_IN_A_COLUMN = 9  # entries of a legend
MARGIN = 10.0  # mm around a page of the table alone


@dataclass
class Sheet:
    """What stands on the paper. layers: of the map, the uppermost first. legend: those of them that it explains, and which of the labels;
    None: all.

    outlines: those of which only the edges are drawn, whatever their style. table: texts, its head first; all columns but the first hold numbers. widths: of its columns, as shares. note: what must not be
    overlooked, such as that rules are an example.
    """

    title: str
    lead: str
    source: str
    note: str
    layers: Sequence[QgsMapLayer]
    legend: Sequence[Tuple[QgsMapLayer, Optional[Sequence[str]]]]
    extent: QgsRectangle
    crs: QgsCoordinateReferenceSystem
    outlines: Sequence[QgsVectorLayer] = ()
    table: List[List[str]] = field(default_factory=list)
    widths: Sequence[float] = ()


def make_layout(sheet: Sheet, project: QgsProject, name: str, template: str = CONFORMITY) -> QgsPrintLayout:
    """The sheet as a print layout, which is in no project's list yet. Raises PantauError where the template cannot be read."""
    file, document = QFile(template), QDomDocument()
    well = file.open(QIODevice.OpenModeFlag.ReadOnly) and _parsed(document, file)
    file.close()
    layout = QgsPrintLayout(project)
    well = well and layout.loadFromTemplate(document, QgsReadWriteContext())[1]
    if not well:
        raise PantauError(
            tr("The print template {path} cannot be read: install the plugin again.").format(path=os.path.basename(template))
        )
    layout.setName(name)
    for place, text in (("title", sheet.title), ("lead", sheet.lead), ("source", sheet.source), ("note", sheet.note)):
        _write(layout, place, text)
    map_item = layout.itemById("map")
    if isinstance(map_item, QgsLayoutItemMap):
        map_item.setCrs(sheet.crs)
        map_item.setKeepLayerSet(True)
        map_item.setLayers(list(sheet.layers))
        if sheet.outlines:
            map_item.setKeepLayerStyles(True)
            map_item.setLayerStyleOverrides({layer.id(): _outlined(layer) for layer in sheet.outlines})
        map_item.zoomToExtent(sheet.extent)
        _write(layout, "scale", tr("Scale 1:{scale}\n{crs}").format(scale=number(map_item.scale(), 0), crs=_crs_name(sheet.crs)))
    arrow = layout.itemById("north_arrow")
    if arrow is not None:
        arrow.setPicturePath(NORTH_ARROW)
    bar = layout.itemById("scale_bar")
    if isinstance(bar, QgsLayoutItemScaleBar):
        bar.applyDefaultSize(bar.guessUnits())
    legend = layout.itemById("legend")
    if isinstance(legend, QgsLayoutItemLegend):
        _explain(legend, sheet.legend)
    _fill_table(layout, sheet, legend)
    layout.refresh()
    return layout


def export_pdf(layout: QgsPrintLayout, path: str) -> None:
    """Write a layout as PDF; a file of that name is replaced when the new one is whole. Raises PantauError where that fails."""
    settings = QgsLayoutExporter.PdfExportSettings()
    part = path + PART
    result = QgsLayoutExporter(layout).exportToPdf(part, settings)
    well = result == QgsLayoutExporter.ExportResult.Success and os.path.isfile(part)
    reason = ""
    if well:
        try:
            os.replace(part, path)
        except OSError as error:
            well, reason = False, f" ({error.strerror})"
    if not well:
        with contextlib.suppress(OSError):
            os.remove(part)
        raise PantauError(
            tr("{path} cannot be written{reason}: close it in other programs, or choose another folder.").format(
                path=path, reason=reason
            )
        )


def _parsed(document: QDomDocument, file: QFile) -> bool:
    """Whether a file is XML; Qt 5 answers with more than that."""
    result = document.setContent(file)
    return bool(result[0] if isinstance(result, tuple) else result)


def _write(layout: QgsPrintLayout, place: str, text: str) -> None:
    item = layout.itemById(place)
    if item is not None:
        item.setText(text.replace("[%", "[ %"))  # what stands in such brackets would be taken for an expression
        item.setVisibility(bool(text))


def _outlined(layer: QgsVectorLayer) -> str:
    """A style of edges alone."""
    other, style = layer.clone(), QgsMapLayerStyle()
    styles.outlines("#202020")(other)
    other.setLabelsEnabled(False)
    style.readFromLayer(other)
    return style.xmlData()


def _crs_name(crs: QgsCoordinateReferenceSystem) -> str:
    return f"{crs.description()} ({crs.authid()})" if crs.authid() else crs.description()


def _explain(legend: QgsLayoutItemLegend, layers: Sequence[Tuple[QgsMapLayer, Optional[Sequence[str]]]]) -> None:
    """Fill the legend, and make it as large as that needs."""
    legend.setAutoUpdateModel(False)
    legend.setResizeToContents(False)  # QGIS does so when it draws, which is too late for the table below
    model = legend.model()
    model.rootGroup().removeAllChildren()
    count = 0
    for layer, wanted in layers:
        node = model.rootGroup().addLayer(layer)
        if wanted is not None:
            labels = [entry.data(Qt.ItemDataRole.DisplayRole) for entry in model.layerOriginalLegendNodes(node)]
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, [place for place, label in enumerate(labels) if label in wanted])
            model.refreshLayerLegend(node)
        count += len(model.layerLegendNodes(node))
    if count > MOST_IN_A_COLUMN and len(layers) > 1:
        legend.setColumnCount(2)
        model.rootGroup().children()[1].setCustomProperty("legend/column-break", "1")
    size = QgsLegendRenderer(model, legend.legendSettings()).minimumSize()
    legend.attemptResize(QgsLayoutSize(max(legend.rect().width(), size.width()), size.height(), legend.layout().units()))


def _fill_table(layout: QgsPrintLayout, sheet: Sheet, legend: Optional[QgsLayoutItem]) -> None:
    """Below the legend, or on pages of its own where there is not enough room."""
    frame = layout.itemById("table")
    if not isinstance(frame, QgsLayoutFrame) or not isinstance(frame.multiFrame(), QgsLayoutItemManualTable):
        return
    table = frame.multiFrame()
    if not sheet.table:
        frame.setVisibility(False)
        return
    place, room = frame.pagePos(), frame.rect()
    bottom, top = place.y() + room.height(), place.y()
    if legend is not None and legend.isVisible():
        top = legend.pagePos().y() + legend.rect().height() + GAP
    table.setResizeMode(QgsLayoutMultiFrame.ResizeMode.UseExistingFrames)
    _put_table(table, sheet, room.width())
    frame.attemptMove(QgsLayoutPoint(place.x(), top, layout.units()))
    frame.attemptResize(QgsLayoutSize(room.width(), max(1.0, bottom - top), layout.units()))
    table.recalculateFrameSizes()
    context = QgsLayoutUtils.createRenderContextForLayout(layout, None)
    if table.rowsVisible(context, max(1.0, bottom - top), 0, True, False) < len(sheet.table) - 1:
        pages = layout.pageCollection()
        size = pages.page(0).pageSize()
        page = QgsLayoutItemPage(layout)
        page.setPageSize(size)
        pages.addPage(page)
        width, height = size.width() - 2 * MARGIN, size.height() - 2 * MARGIN
        _put_table(table, sheet, width)
        frame.attemptMove(QgsLayoutPoint(MARGIN, MARGIN, layout.units()), True, False, 1)
        frame.attemptResize(QgsLayoutSize(width, height, layout.units()))
        table.setResizeMode(QgsLayoutMultiFrame.ResizeMode.ExtendToNextPage)
        table.recalculateFrameSizes()


def _put_table(table: QgsLayoutItemManualTable, sheet: Sheet, width: float) -> None:
    """Fill the table so that it is as wide as its frame. width: mm."""
    head, *rows = sheet.table
    sides = [Qt.AlignmentFlag.AlignLeft, *[Qt.AlignmentFlag.AlignRight] * (len(head) - 1)]
    shares = list(sheet.widths) or [1.0] * len(head)
    lines = table.gridStrokeWidth() * (len(head) + 1) if table.showGrid() else 0.0
    free = width - 2 * table.cellMargin() * len(head) - lines
    widths = [free * share / sum(shares) for share in shares]
    columns = []
    for text, side, its in zip(head, sides, widths):
        column = QgsLayoutTableColumn(text)
        column.setHAlignment(side)
        column.setWidth(its)
        columns.append(column)
    table.setIncludeTableHeader(True)
    table.setHeaderHAlignment(QgsLayoutTable.HeaderHAlignment.FollowColumn)
    table.setHeaders(columns)
    table.setColumnWidths(widths)
    table.setTableContents([[_cell(text, side) for text, side in zip(row, sides)] for row in rows])
    table.recalculateTableSize()


def _cell(text: str, side: Qt.AlignmentFlag) -> QgsTableCell:
    cell = QgsTableCell(text)
    cell.setHorizontalAlignment(side)
    return cell
