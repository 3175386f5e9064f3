"""How a table of the area table dock is taken along: the clipboard, the files of the run, a sheet of paper."""

from __future__ import annotations

import datetime
import os
import re
from typing import Optional

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..plugin.engine.text import tr
from ..plugin.engine.version import VERSION
from .area_model import BY_CLASS, FILES, cut_sentence
from .area_page import AreaPage
from .area_run import Job
from .layers import LayerBox
from .print_layout import PdfSaving, Sheet
from .tables import copy_table, export_button, save_copy


class AreaExports(QObject):
    """The button and what its menu does."""

    said = pyqtSignal(str)
    told = pyqtSignal(str)

    def __init__(self, canvas: QgsMapCanvas, raster: LayerBox, zones: LayerBox, owner: QWidget) -> None:
        super().__init__(owner)
        self._canvas, self._raster, self._zones, self._owner = canvas, raster, zones, owner
        self._page: Optional[AreaPage] = None
        self._last: Optional[Job] = None
        self.pdf = PdfSaving(owner)
        self.pdf.said.connect(self.said)
        self.pdf.told.connect(self.told)
        self.button = export_button(
            {
                "clipboard": self._copy, "xlsx": lambda: self._save_file("XLSX", "XLSX (*.xlsx)"),
                "csv": lambda: self._save_file("CSV", "CSV (*.csv)"), "html": lambda: self._save_file("REPORT", "HTML (*.html)"),
                "pdf": self._save_pdf,
            },
            owner,
        )  # fmt: skip

    def follow(self, page: AreaPage) -> None:
        """Take along what a page shows."""
        self._page = page

    def show_last(self, last: Optional[Job]) -> None:
        """The job whose files are taken along."""
        self._last = last

    def _copy(self) -> None:
        copy_table(self._page.table)
        self.said.emit(tr("The table is on the clipboard."))

    def _save_file(self, output: str, file_filter: str) -> None:
        if self._last is None:
            return
        path = os.path.join(self._last.folder, FILES[output])
        if save_copy(path, self._file_name(os.path.splitext(path)[1]), file_filter, self._owner):
            self.said.emit(tr("Saved."))

    def _save_pdf(self) -> None:
        if self._last is not None:
            self.pdf.ask(self._file_name(".pdf"), self._sheet)

    def _file_name(self, ending: str) -> str:
        """What to call a file of the table that shows."""
        parts = [self._last.name, tr("area"), *([tr("Map extent")] if self._last.is_bounded else [])]  # a CSV has no title
        names = [re.sub(r'[\\/:*?"<>|\s]+', "_", part).strip("_") or "raster" for part in parts]
        return "_".join(names) + ending

    def _sheet(self) -> Sheet:
        """What shows, as it stands on paper: a table of the zones has their areas only, since the classes would need a wider sheet."""
        model, settings = self._page.model, self._canvas.mapSettings()
        raster, zones = self._raster.layer(), self._zones.layer()
        area = model.column_keys().index("area")
        columns = range(model.columnCount()) if model.view == BY_CLASS else (0, area)
        table = [[model.headerData(column, Qt.Orientation.Horizontal) for column in columns]]
        table += [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]
        total = tr("Total: {area} {unit}.").format(area=table[-1][list(columns).index(area)], unit=self._page.unit.currentText())
        said = cut_sentence(model.figures) or self._page.closure.text()  # the sheet has one line for it
        classes = {part.name for part in model.figures.parts}
        source = tr("Class raster: {raster}. Zones: {zones}. Pantau {version}, {date}.").format(
            raster=raster.name(), zones=zones.name() if zones is not None else "–", version=VERSION,
            date=datetime.date.today().isoformat(),
        )  # fmt: skip
        return Sheet(
            title=tr("Area table: {layer}").format(layer=raster.name()), lead=f"{total} {said}".strip(),
            source=source, note=self._page.remark.text(), layers=[zones, raster] if zones is not None else [raster],
            legend=[(raster, sorted(classes)), *([(zones, None)] if zones is not None else [])],
            extent=settings.visibleExtent(), crs=settings.destinationCrs(), outlines=[zones] if zones is not None else [],
            table=table, widths=(2.6, 1.4, 1.0)[: len(table[0])],
        )  # fmt: skip
