"""A result as a sheet of paper: map, legend, table, title, scale bar, north arrow and source, from a template that ships with the plugin.

The template may be edited in QGIS as long as its items keep their names; what a template has not is left out.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Iterator, List, Optional, Sequence, Tuple

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
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
    QgsMapRendererParallelJob,
    QgsPrintLayout,
    QgsProcessingUtils,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsTableCell,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QFile, QIODevice, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QWidget
from qgis.PyQt.QtXml import QDomDocument

from ..plugin.engine.errors import PantauError
from ..plugin.engine.files import PART
from ..plugin.engine.text import number, tr
from ..processing_provider import styles
from .background import Reading, Stopped
from .tables import ask_target, keep_folder

LAYOUTS = os.path.join(os.path.dirname(__file__), "layouts")
CONFORMITY = os.path.join(LAYOUTS, "rtrw_conformity_a4.qpt")
NORTH_ARROW = os.path.join(LAYOUTS, "north_arrow.svg")
GAP = 4.0  # mm between the legend and the table below it
MOST_IN_A_COLUMN = 9  # entries of a legend
MARGIN = 10.0  # mm around a page of the table alone
AROUND = 1.05  # times the extent of the result, where the sheet names none
UNPACKED = 100  # "quality" of a PNG that is not compressed: it is read at once, and lies on the disk for a moment only


@dataclass
class Sheet:
    """What stands on the paper. layers: of the map, the uppermost first. legend: those of them that it explains, and which of the labels;
    None: all. extent: in `crs`; where it shows nothing of the legend's layers, all of these are shown.

    outlines: those of which only the edges are drawn, whatever their style. table: texts, its head first; all columns but the first hold
    numbers. widths: of its columns, as shares. note: what must not be overlooked, such as that rules are an example. names: what the legend
    calls layers, by their ids; the others have their own.
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
    names: Dict[str, str] = field(default_factory=dict)


def make_layout(sheet: Sheet, project: QgsProject, name: str, template: str = CONFORMITY) -> QgsPrintLayout:
    """The sheet as a print layout, which is in no project's list yet. Raises PantauError where the template cannot be read."""
    layout = QgsPrintLayout(project)
    for _ in _making(layout, sheet, name, template):
        pass
    return layout


def _making(layout: QgsPrintLayout, sheet: Sheet, name: str, template: str) -> Iterator[None]:
    """Fill a layout, step by step, so that the window may live in between. Raises PantauError."""
    file, document = QFile(template), QDomDocument()
    well = file.open(QIODevice.OpenModeFlag.ReadOnly) and _parsed(document, file)
    file.close()
    well = well and layout.loadFromTemplate(document, QgsReadWriteContext())[1]
    if not well:
        raise PantauError(
            tr("The print template {path} cannot be read: install the plugin again.").format(path=os.path.basename(template))
        )
    layout.setName(name)
    yield
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
        map_item.zoomToExtent(_extent(sheet))
        _write(layout, "scale", tr("Scale 1:{scale}\n{crs}").format(scale=number(map_item.scale(), 0), crs=_crs_name(sheet.crs)))
    arrow = layout.itemById("north_arrow")
    if arrow is not None:
        arrow.setPicturePath(NORTH_ARROW)
    bar = layout.itemById("scale_bar")
    if isinstance(bar, QgsLayoutItemScaleBar):
        bar.applyDefaultSize(bar.guessUnits())
    yield
    legend = layout.itemById("legend")
    if isinstance(legend, QgsLayoutItemLegend):
        _explain(legend, sheet)
    yield
    _fill_table(layout, sheet, legend)
    layout.refresh()
    frame = layout.itemById("table")
    if isinstance(frame, QgsLayoutFrame) and isinstance(frame.multiFrame(), QgsLayoutItemManualTable):
        _align_heads(frame.multiFrame())


class PdfExport(QObject):
    """A sheet on its way into a PDF; the window lives on meanwhile.

    QGIS writes a layout in the window's thread, and most of that is the map: other threads draw it first, and the layout gets the picture.
    Of `finished` and `failed` one follows, or none where the export was cancelled; then it goes. A file of that name is replaced
    when the new one is whole.
    """

    finished = pyqtSignal(str)
    """The path."""
    failed = pyqtSignal(str)
    """What is wrong, in one sentence."""

    def __init__(self, sheet: Sheet, path: str, template: str = CONFORMITY, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._sheet, self._path, self._template = sheet, path, template
        self._steps: Optional[Iterator[Any]] = None
        self._job: Optional[QgsMapRendererParallelJob] = None
        self._folder = ""

    def start(self) -> PdfExport:
        """Begin."""
        self._layers = {layer.id() for layer in self._sheet.layers}
        QgsProject.instance().layersWillBeRemoved.connect(self._leaving)
        self._steps = self._work()
        QTimer.singleShot(0, self._go_on)
        return self

    def cancel(self) -> None:
        """Stop, and say nothing more; no file is written."""
        if self._steps is None:
            return
        self._steps = None
        QgsProject.instance().layersWillBeRemoved.disconnect(self._leaving)
        shutil.rmtree(self._folder, ignore_errors=True)
        if self._job is not None and self._job.isActive():
            self._job.finished.connect(self.deleteLater)
            self._job.cancelWithoutBlocking()
        else:
            self.deleteLater()

    def _go_on(self, *_: Any) -> None:
        """The next step; it gives the signal that it waits for, or None."""
        if self._steps is None:
            return
        try:
            signal = next(self._steps)
        except StopIteration:
            self.cancel()
            self.finished.emit(self._path)
        except PantauError as error:
            self._fail(str(error))
        else:
            if signal is None:
                QTimer.singleShot(0, self._go_on)
            else:
                signal.connect(self._go_on)

    def _fail(self, sentence: str) -> None:
        self.cancel()
        self.failed.emit(sentence)

    def _leaving(self, layers: Sequence[str]) -> None:
        if self._layers.intersection(layers):
            self._fail(tr("A layer of the map has left the project while the PDF was made: export it again."))

    def _work(self) -> Iterator[Any]:
        layout = QgsPrintLayout(QgsProject.instance())
        yield from _making(layout, self._sheet, os.path.splitext(os.path.basename(self._path))[0], self._template)
        yield None
        map_item = layout.itemById("map")
        if isinstance(map_item, QgsLayoutItemMap):
            dpi = layout.renderContext().dpi()
            settings = map_item.mapSettings(map_item.extent(), map_item.rect().size() * dpi / 25.4, dpi, True)
            settings.setBackgroundColor(map_item.backgroundColor())
            self._job = QgsMapRendererParallelJob(settings)
            self._job.start()
            yield self._job.finished
            self._folder = tempfile.mkdtemp(prefix="pantau-pdf-", dir=QgsProcessingUtils.tempFolder())
            path, image = os.path.join(self._folder, "map.png"), self._job.renderedImage()
            reading = Reading(_saving(image, path), self)
            reading.failed.connect(self._fail)
            yield reading.start().finished
            _put_picture(layout, map_item, path)
            yield None
        _write_pdf(layout, self._path)


class PdfSaving(QObject):
    """Asks where to, and makes a PDF there; one at a time."""

    said = pyqtSignal(str)
    """What is being done."""
    told = pyqtSignal(str)
    """What is wrong, in one sentence."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._export: Optional[PdfExport] = None  # on its way

    def ask(self, suggested_name: str, sheet: Callable[[], Sheet]) -> None:
        """Ask where to, and begin; what was on its way is given up. suggested_name: with its ending."""
        path = ask_target(suggested_name, "PDF (*.pdf)", self._owner)
        if not path:
            return
        self.stop()
        self.said.emit(tr("The PDF is being made..."))
        self._export = PdfExport(sheet(), path, parent=self)
        self._export.finished.connect(self._made)
        self._export.failed.connect(self._failed)
        self._export.start()

    def is_making(self) -> bool:
        """Whether a PDF is on its way."""
        return self._export is not None

    def stop(self) -> None:
        """Give up the PDF that is on its way."""
        if self._export is not None:
            self._export.cancel()
            self._export = None

    def _made(self, path: str) -> None:
        self._export = None
        keep_folder(path)
        self.said.emit(tr("Saved."))

    def _failed(self, text: str) -> None:
        self._export = None
        self.said.emit("")
        self.told.emit(text)


def _saving(image: QImage, path: str) -> Callable[[Stopped], None]:
    """What saves a picture, without the transparency that a PDF would keep beside it; for a thread."""

    def save(stopped: Stopped) -> None:
        if not image.convertToFormat(QImage.Format.Format_RGB32).save(path, "PNG", UNPACKED):
            raise PantauError(_unwritable(path))

    return save


def _put_picture(layout: QgsPrintLayout, map_item: QgsLayoutItemMap, path: str) -> None:
    """Put a picture in the place of the map's layers; its frame and grid, and what belongs to the map, stay as they are."""
    picture = QgsLayoutItemPicture(layout)
    picture.setPicturePath(path)
    picture.attemptSetSceneRect(map_item.mapRectToScene(map_item.rect()))
    picture.setZValue(map_item.zValue())
    picture.setResizeMode(QgsLayoutItemPicture.ResizeMode.Stretch)
    layout.addItem(picture)
    picture.stackBefore(map_item)
    map_item.setBackgroundEnabled(False)
    nothing = QgsVectorLayer("Point", "", "memory")  # with no layer at all, it would show those of the project
    nothing.setParent(layout)
    map_item.setLayers([nothing])


def _write_pdf(layout: QgsPrintLayout, path: str) -> None:
    """Write a layout as PDF; a file of that name is replaced when the new one is whole. Raises PantauError where that fails."""
    settings = QgsLayoutExporter.PdfExportSettings()
    # Texts are found, copied and written in half the time.
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    part = path + PART
    well = QgsLayoutExporter(layout).exportToPdf(part, settings) == QgsLayoutExporter.ExportResult.Success and os.path.isfile(part)
    reason = ""
    if well:
        try:
            os.replace(part, path)
        except OSError as error:
            well, reason = False, f" ({error.strerror})"
    if not well:
        with contextlib.suppress(OSError):
            os.remove(part)
        raise PantauError(_unwritable(path, reason))


def _unwritable(path: str, reason: str = "") -> str:
    return tr("{path} cannot be written{reason}: close it in other programs, or choose another folder.").format(
        path=path, reason=reason
    )


def _extent(sheet: Sheet) -> QgsRectangle:
    """What the map shows. Raises PantauError where there is nothing to show."""
    result = QgsRectangle()
    for layer, _ in sheet.legend:
        with contextlib.suppress(QgsCsException):
            transform = QgsCoordinateTransform(layer.crs(), sheet.crs, QgsProject.instance())
            result.combineExtentWith(transform.transformBoundingBox(layer.extent()))
    if result.isEmpty() and sheet.extent.isEmpty():
        raise PantauError(tr("There is nothing to print: the map is empty, and so is the result."))
    if result.isEmpty() or (not sheet.extent.isEmpty() and sheet.extent.intersects(result)):
        return sheet.extent
    result.scale(AROUND)
    return result


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


def _explain(legend: QgsLayoutItemLegend, sheet: Sheet) -> None:
    """Fill the legend, and make it as large as that needs."""
    legend.setAutoUpdateModel(False)
    legend.setResizeToContents(False)  # QGIS does so when it draws, which is too late for the table below
    model = legend.model()
    model.rootGroup().removeAllChildren()
    count = 0
    for layer, wanted in sheet.legend:
        node = model.rootGroup().addLayer(layer)
        if layer.id() in sheet.names:
            node.setCustomProperty("legend/title-label", sheet.names[layer.id()])
        if wanted is not None:
            labels = [entry.data(Qt.ItemDataRole.DisplayRole) for entry in model.layerOriginalLegendNodes(node)]
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, [place for place, label in enumerate(labels) if label in wanted])
            model.refreshLayerLegend(node)
        count += len(model.layerLegendNodes(node))
    if count > MOST_IN_A_COLUMN and len(sheet.legend) > 1:
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
    for text, its in zip(head, widths):
        column = QgsLayoutTableColumn(text)
        column.setWidth(its)
        columns.append(column)
    table.setIncludeTableHeader(True)
    table.setHeaderHAlignment(QgsLayoutTable.HeaderHAlignment.FollowColumn)
    table.setHeaders(columns)
    table.setColumnWidths(widths)
    table.setTableContents([[_cell(text, side) for text, side in zip(row, sides)] for row in rows])
    table.recalculateTableSize()


def _align_heads(table: QgsLayoutItemManualTable) -> None:
    """Put heads over their numbers: each time that QGIS makes the columns from the heads, it forgets their sides."""
    columns = table.columns()
    for column in columns[1:]:
        column.setHAlignment(Qt.AlignmentFlag.AlignRight)
    table.setColumns(columns)
    table.recalculateTableSize()


def _cell(text: str, side: Qt.AlignmentFlag) -> QgsTableCell:
    cell = QgsTableCell(text)
    cell.setHorizontalAlignment(side)
    return cell
