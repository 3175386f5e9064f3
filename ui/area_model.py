"""What the area table dock knows: its choices, the figures of a run as the run wrote them, and the table that shows them."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Iterable, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette, QPixmap
from qgis.PyQt.QtWidgets import QApplication

from ..plugin.engine.area.rounding import rounded
from ..plugin.engine.errors import PantauError
from ..plugin.engine.raster.gdal_guard import spatial_reference
from ..plugin.engine.raster.grid import CellAreas, Grid, Window
from ..plugin.engine.raster.legend import Legend, read_legend
from ..plugin.engine.text import language, number, numbers_in, tr
from .tables import COLOR_ROLE, NUMBERS, SHARE_ROLE, swatch, whole

Zone = Tuple[str, ...]  # what a zone is called on each level, outermost first

ALL, SELECTED, EXTENT = "all", "selected", "extent"  # what the table follows
BY_CLASS, BY_ZONE, BY_ZONE_PERCENT = "class", "zone", "zone_percent"  # what it shows
FILES = {"OUTPUT": "area.csv", "WIDE": "wide.csv", "CLOSURE": "closure.csv", "XLSX": "table.xlsx", "CSV": "table.csv", "REPORT": "report.html"}  # fmt: skip
NAME = 254  # characters of a zone's name that a run writes
GREY = {"nodata": "#BDBDBD", "outside": "#E8E8E8"}  # as in the report
LEAST_PERCENT = 0.1  # by which a pixel count must be wrong to be told


class Unit(NamedTuple):
    """A unit of area and the decimals of its numbers. factor: to it from what `AreaFigures.values` gives. hectare: in it."""

    name: str
    decimals: int
    factor: float
    hectare: float


UNITS = {"ha": Unit("ha", 2, 1, 1), "km2": Unit("km²", 4, 0.01, 0.01), "m2": Unit("m²", 0, 1, 10_000)}


@dataclass
class AreaState:
    """The choices, kept in the project. Layers by id. levels: fields, outermost first; none: those that are recognised.

    sort: of each view, the key of a column and whether its largest come first.
    """

    raster: str = ""
    zones: str = ""
    levels: List[str] = field(default_factory=list)
    follow: str = ALL
    view: str = BY_CLASS
    unit: str = "ha"
    numbers: str = "auto"
    chart: bool = True
    sort: Dict[str, Any] = field(default_factory=dict)

    def mend(self) -> None:
        """Replace what no version of the dock knows by the default."""
        default = AreaState()
        known = {
            "follow": (ALL, SELECTED, EXTENT), "view": (BY_CLASS, BY_ZONE, BY_ZONE_PERCENT), "unit": UNITS, "numbers": ("auto", "en", "id"),
        }  # fmt: skip
        for name, values in known.items():
            if getattr(self, name) not in values:
                setattr(self, name, getattr(default, name))
        self.levels = [level for level in self.levels if isinstance(level, str)]
        self.sort = {
            view: [str(pair[0]), bool(pair[1])] for view, pair in self.sort.items() if isinstance(pair, list) and len(pair) == 2
        }


class Part(NamedTuple):
    """What a column of the figures counts: a class, what has no data ("nodata") or what lies beyond the raster ("outside")."""

    key: str
    name: str
    color: str


@dataclass
class AreaFigures:
    """What a run wrote. title: what the zones are called; empty where there are none.

    hectares, percent: (n, p) of each zone and part, rounded as in the sheets, so that their sums are the sheets' totals.
    square_metres: (n, p), whole. features: ids of the features of each zone. difference_ha .. gap_ha: of all zones together.
    is_bounded: whether it is of what the map shows only, and zones are cut at its edge.
    """

    title: str
    zones: List[Zone]
    parts: List[Part]
    hectares: np.ndarray
    square_metres: np.ndarray
    percent: np.ndarray
    features: Dict[Zone, List[int]]
    difference_ha: float = 0.0
    overlap_ha: float = 0.0
    gap_ha: float = 0.0
    is_bounded: bool = False

    def values(self, unit: str) -> np.ndarray:
        """(n, p) areas, to be multiplied by the factor of the unit."""
        return self.square_metres if unit == "m2" else self.hectares

    def percent_together(self) -> np.ndarray:
        """(p,) percent of all zones together, which add up to 100."""
        sums = self.hectares.sum(axis=0)
        total = sums.sum()
        return np.array(rounded(100 * sums / total, 2)) if total else np.zeros(len(sums))

    def zone_names(self) -> List[str]:
        """What to call the zones: by the innermost level, where that tells them apart; else by all that are not the same for all."""
        names = [zone[-1] for zone in self.zones]
        if len(set(names)) == len(names):
            return names
        depth = len(self.zones[0])
        telling = [place for place in range(depth) if place == depth - 1 or len({zone[place] for zone in self.zones}) > 1]
        return [" / ".join(zone[place] for place in telling) for zone in self.zones]


def read_figures(
    folder: str, raster: str, depth: int, has_zones: bool, results: Dict[str, Any], numbers: str, features: Dict[Zone, List[int]]
) -> AreaFigures:
    """The figures of a run from the files that it wrote (`FILES`). Needs no event loop and no layer: for a thread.

    depth: levels of the zones, at least 1. results: numbers of the run. numbers: the language of its CSV.
    """
    wide_titles, wide = _rows(os.path.join(folder, FILES["WIDE"]), ",", "utf-8")
    titles, printed = _rows(os.path.join(folder, FILES["CSV"]), ";" if numbers == "id" else ",", "utf-8-sig")
    codes = sorted({int(row[depth]) for row in _rows(os.path.join(folder, FILES["OUTPUT"]), ",", "utf-8")[1]})
    classes = len(wide_titles) - depth - 3  # no data, beyond the raster and the zone's own area come last
    count = (len(titles) - depth - 1) // 2  # hectares, their sum, percent
    names = [_named(title, " (ha)") for title in titles[depth : depth + count]]
    rest = {tr("No data"): ("nodata", classes), tr("Beyond the raster"): ("outside", classes + 1)}
    legend = (read_legend(raster) or Legend(())).only(codes)
    parts, columns = [], []
    for place, name in enumerate(names):
        key, column = (str(codes[place]), place) if place < classes else rest[name]
        color = legend.find(codes[place]).color if place < classes else GREY[key]
        parts.append(Part(key, name, color))
        columns.append(column)
    exact = np.array([[float(cell or 0) for cell in row[depth : depth + classes + 2]] for row in wide])
    point = str if numbers != "id" else lambda cell: cell.replace(",", ".")
    cells = np.array([[float(point(cell)) for cell in row[depth:]] for row in printed])
    return AreaFigures(
        titles[depth - 1] if has_zones else "",
        [tuple(row[:depth]) for row in wide] if has_zones else [(printed[0][0],)],
        parts,
        cells[:, :count],
        np.round(10_000 * exact[:, columns]),
        cells[:, count + 1 :],
        features,
        *(float(results.get(name) or 0) for name in ("DIFFERENCE_HA", "OVERLAP_HA", "GAP_HA")),
    )


def _rows(path: str, delimiter: str, encoding: str) -> Tuple[List[str], List[List[str]]]:
    """(titles, rows) of a CSV."""
    with open(path, newline="", encoding=encoding) as file:
        titles, *rows = csv.reader(file, delimiter=delimiter)
    return titles, rows


def _named(title: str, ending: str) -> str:
    """The name of a column without its unit, and without the apostrophe that keeps a spreadsheet from computing."""
    name = title[: -len(ending)] if title.endswith(ending) else title
    return name[1:] if name.startswith("'") else name


def features_by_zone(features: Iterable[Any], places: Sequence[int], is_stopped: Callable[[], bool]) -> Dict[Zone, List[int]]:
    """Ids of the features of each zone, called as `pantau:areatable` calls it. places: of the fields of its levels.

    features: with attributes only. Empty where `is_stopped` says so.
    """
    found: Dict[Zone, List[int]] = {}
    for feature in features:
        if is_stopped():
            return {}
        values = [feature.attributes()[place] for place in places]
        texts = ["" if value is None or getattr(value, "isNull", bool)() else str(value).strip() for value in values]
        ends = texts if any(texts) else [*texts[:-1], f"#{feature.id()}"]
        found.setdefault(tuple((text or "-")[:NAME] for text in ends), []).append(feature.id())
    return found


def pixel_count_remark(raster: QgsRasterLayer) -> str:
    """By how much counting pixels would have misled, in one sentence; empty where it would not.

    It looks at the middle cell only, and reads no pixel.
    """
    crs, extent = raster.crs(), raster.extent()
    if not crs.isValid() or raster.width() < 1 or raster.height() < 1:
        return ""
    if crs.isGeographic():
        return tr("{raster} is in degrees, so a pixel count has no hectares. The table is measured on the ellipsoid.").format(
            raster=raster.name()
        )
    dx, dy = extent.width() / raster.width(), extent.height() / raster.height()
    middle = Window(raster.width() // 2, raster.height() // 2, 1, 1)
    grid = Grid(crs.toWkt(), (extent.xMinimum(), dx, 0, extent.yMaximum(), 0, -dy), raster.width(), raster.height())
    try:
        true_ha = CellAreas(grid.window(middle)).total_ha()
        plain_ha = dx * dy * spatial_reference(grid.crs).GetLinearUnits() ** 2 / 10_000
    except PantauError:
        return ""  # the run says what is wrong with it
    if not true_ha:
        return ""
    percent = 100 * (plain_ha / true_ha - 1)
    if abs(percent) < LEAST_PERCENT:
        return ""
    sentence = (
        tr("In {crs}, a pixel count would give {percent} % too much here. The table is measured on the ellipsoid.")
        if percent > 0
        else tr("In {crs}, a pixel count would give {percent} % too little here. The table is measured on the ellipsoid.")
    )
    return sentence.format(crs=_crs_name(crs), percent=number(abs(percent), 2))


def _crs_name(crs: QgsCoordinateReferenceSystem) -> str:
    return crs.description() or crs.authid() or tr("this CRS")


def cut_sentence(figures: AreaFigures) -> str:
    """That the map bounds the figures; empty where it does not."""
    if not figures.is_bounded:
        return ""
    if not figures.title:
        return tr("Only what the map shows is measured.")
    return tr("Only what the map shows is measured: zones are cut at its edge.")


def closure_sentence(figures: AreaFigures, unit: str) -> str:
    """By how much the parts of the zones miss their own areas, and whether the map bounds them; empty where there is nothing to say."""
    if not figures.title:
        return cut_sentence(figures)
    one = UNITS[unit]

    def told(value: float) -> str:
        return f"{number(value * one.hectare, one.decimals)} {one.name}"

    smallest = 0.5 * 10**-one.decimals / one.hectare
    missed, overlap, gap = (
        abs(value) if abs(value) >= smallest else 0.0 for value in (figures.difference_ha, figures.overlap_ha, figures.gap_ha)
    )
    cut = cut_sentence(figures) + " " if figures.is_bounded else ""
    if not missed and not overlap and not gap:
        if figures.is_bounded:
            return cut + tr(
                "The table closes: classes, no data and what lies beyond the raster make up the zones' parts within it."
            )
        return tr("The table closes: classes, no data and what lies beyond the raster make up the zones' own areas.")
    head = tr("The table does not close by {area}").format(area=told(missed)) if missed else tr("The table closes")
    return cut + tr("{closes}; overlaps of zones {overlap}; gaps between them {gap}.").format(
        closes=head, overlap=told(overlap), gap=told(gap)
    )


class Piece(NamedTuple):
    """A part of a bar. length: 0 to 1 of the longest bar. place: of the part in the figures."""

    length: float
    color: QColor
    place: int


class AreaTableModel(QAbstractTableModel):
    """Figures by class (all zones together), or by zone and class; in any order, with the total in the last row."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._figures: Optional[AreaFigures] = None
        self._view, self._unit, self._numbers = BY_CLASS, "ha", "auto"
        self._outdated = False
        self._order = np.zeros(0, np.intp)  # of the rows above the total: which one of the figures stands there
        self._sorted: Tuple[int, bool] = (-1, False)
        # Areas or percents of the parts (n, p), areas of the rows, and of all together by part: areas and percents.
        self._cells = self._own = self._sums = self._together = np.zeros(0)
        self._greatest, self._largest = np.zeros(0), 0.0  # of the parts, and of the rows
        self._labels: List[str] = []
        self._swatches: Dict[str, QPixmap] = {}

    # -- what is shown

    @property
    def figures(self) -> Optional[AreaFigures]:
        """What the table shows; None before the first run."""
        return self._figures

    @property
    def view(self) -> str:
        """BY_CLASS, BY_ZONE or BY_ZONE_PERCENT."""
        return self._view

    def show(
        self, figures: Optional[AreaFigures], view: str, unit: str, numbers: str, sort: Optional[Tuple[str, bool]] = None
    ) -> None:
        """Show figures in one way. numbers: the language of numbers, "auto", "en" or "id". sort: as of `sort_key`.

        What has no zones is shown by class.
        """
        self.beginResetModel()
        self._figures, self._unit, self._numbers = figures, unit, numbers
        self._view = view if figures is not None and figures.title else BY_CLASS
        self._lay_out()
        self._put_in_order(*(sort or ("", False)))
        self.endResetModel()

    def set_outdated(self, outdated: bool) -> None:
        """Mark the figures as not those of what is chosen now."""
        if outdated != self._outdated:
            self._outdated = outdated
            if self.rowCount():
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def is_outdated(self) -> bool:
        """Whether the figures are marked as not up to date."""
        return self._outdated

    def _lay_out(self) -> None:
        figures = self._figures
        if figures is None:
            self._cells = self._own = self._sums = self._together = np.zeros(0)
            self._labels, self._order = [], np.zeros(0, np.intp)
            return
        areas = figures.values(self._unit)
        self._sums, self._together = areas.sum(axis=0), figures.percent_together()
        if self._view == BY_CLASS:
            self._labels, self._own = [part.name for part in figures.parts], self._sums
            self._cells = self._together[:, None]
        else:
            self._labels, self._own = figures.zone_names(), areas.sum(axis=1)
            self._cells = figures.percent if self._view == BY_ZONE_PERCENT else areas
        self._greatest = self._cells.max(axis=0)
        self._largest = float(self._own.max())
        self._order = np.arange(len(self._own))

    def _area_column(self) -> int:
        """The column of the areas of the rows."""
        return 1 if self._view == BY_CLASS else len(self._figures.parts) + 1

    def _values(self, column: int) -> np.ndarray:
        """The numbers of a column in the order of the figures, without the total."""
        return self._own if column == self._area_column() else self._cells[:, column - (2 if self._view == BY_CLASS else 1)]

    def _total(self, column: int) -> float:
        if column == self._area_column():
            return float(self._sums.sum())
        if self._view == BY_CLASS:
            return float(self._together.sum())
        return float((self._together if self._view == BY_ZONE_PERCENT else self._sums)[column - 1])

    def _is_percent(self, column: int) -> bool:
        return column != self._area_column() and self._view != BY_ZONE

    def _share(self, place: int, column: int) -> float:
        """How much of a cell its bar fills: of areas, of the largest in the table; of the percents of a zone, of 100."""
        if column != self._area_column():
            if self._view == BY_CLASS:
                return 0.0
            if self._view == BY_ZONE_PERCENT:
                return float(self._cells[place, column - 1]) / 100
        return float(self._values(column)[place]) / self._largest if self._largest else 0.0

    # -- the order

    def sort_key(self) -> Optional[Tuple[str, bool]]:
        """(key of the column, whether the largest come first) that the rows are sorted by; None: as in the layer, or in the legend."""
        column, descending = self._sorted
        return (self.column_keys()[column], descending) if 0 <= column < self.columnCount() else None

    def sorted_column(self) -> int:
        """The column that the rows are sorted by; -1 where there is none."""
        return self._sorted[0] if self._sorted[0] < self.columnCount() else -1

    def column_keys(self) -> List[str]:
        """What names each column, whatever the language and the classes that occur."""
        if self._figures is None:
            return []
        return (
            ["name", "area", "percent"] if self._view == BY_CLASS else ["name", *(part.key for part in self._figures.parts), "area"]
        )

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; the total stays last."""
        if column == -1 or self._figures is None or column >= self.columnCount():
            return
        descending = order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        before, held = self._order, self.persistentIndexList()
        self._put_in_order(self.column_keys()[column], descending)
        place = np.empty(len(before) + 1, np.intp)
        place[self._order] = np.arange(len(before))
        now = [place[before[one.row()]] if one.row() < len(before) else one.row() for one in held]
        self.changePersistentIndexList(held, [self.index(int(row), one.column()) for row, one in zip(now, held)])
        self.layoutChanged.emit()

    def _put_in_order(self, key: str, descending: bool) -> None:
        keys = self.column_keys()
        self._order = np.arange(len(self._labels))
        self._sorted = (keys.index(key), descending) if key in keys else (-1, False)
        column = self._sorted[0]
        if column == 0:
            names = [label.casefold() for label in self._labels]
            self._order = np.array(sorted(range(len(names)), key=names.__getitem__, reverse=descending), np.intp)
        elif column > 0:
            values = self._values(column)
            self._order = np.argsort(-values if descending else values, kind="stable")

    # -- what rows are

    def zone_of(self, row: int) -> Optional[Zone]:
        """The zone of a row; None for a class and for the total."""
        if self._figures is None or self._view == BY_CLASS or not 0 <= row < len(self._order):
            return None
        return self._figures.zones[self._order[row]]

    def bar_label(self, row: int) -> str:
        """What a row above the total is called."""
        return self._labels[self._order[row]]

    def bar_value(self, row: int) -> str:
        """The area of a row above the total, with its unit."""
        return self._area(float(self._own[self._order[row]]))

    def bar_pieces(self, row: int) -> List[Piece]:
        """A row above the total as a bar, from the left: of a zone, divided by its classes."""
        figures, place = self._figures, int(self._order[row])
        length = self._share(place, self._area_column())
        if self._view == BY_CLASS:
            return [Piece(length, QColor(figures.parts[place].color), place)]
        if self._view == BY_ZONE_PERCENT:
            length = 1.0
        shares = figures.percent[place] / 100
        return [
            Piece(length * float(shares[one]), QColor(figures.parts[one].color), one) for one in np.flatnonzero(shares).tolist()
        ]

    def piece_text(self, row: int, piece: Piece) -> str:
        """What a piece of a bar is, with its area and percent."""
        figures, place = self._figures, int(self._order[row])
        if self._view == BY_CLASS:
            area, percent = self._own[place], self._together[place]
        else:
            area, percent = figures.values(self._unit)[place, piece.place], figures.percent[place, piece.place]
        return f"{figures.parts[piece.place].name}: {self._area(float(area))} ({self._percent(float(percent))})"

    def main_parts(self, most: int) -> List[int]:
        """Places of the parts that have the most area, as they stand in the figures."""
        return sorted(np.argsort(-self._sums, kind="stable")[:most].tolist())

    # -- the model

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() or self._figures is None else len(self._order) + 1

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() or self._figures is None else self._cells.shape[1] + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal or self._figures is None or not 0 <= section < self.columnCount():
            return None
        part = self._part(section)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._title(section, part)
        if role == Qt.ItemDataRole.DecorationRole and part is not None:
            return self._swatch(part.color)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return NUMBERS if section else whole(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.InitialSortOrderRole:  # of numbers, one wants the largest first
            return whole(Qt.SortOrder.DescendingOrder if section else Qt.SortOrder.AscendingOrder)
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._figures is None:
            return None
        column, is_total = index.column(), index.row() == len(self._order)
        place = len(self._labels) if is_total else int(self._order[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(place, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return NUMBERS if column else None
        if role == SHARE_ROLE:
            return self._share(place, column) if column and not is_total else None
        if role == COLOR_ROLE:
            part = self._figures.parts[place] if self._view == BY_CLASS and not is_total else self._part(column)
            return QColor(part.color) if part is not None else None
        if role == Qt.ItemDataRole.DecorationRole and self._view == BY_CLASS and not column and not is_total:
            return self._swatch(self._figures.parts[place].color)
        if role == Qt.ItemDataRole.FontRole and (is_total or self._outdated):
            font = QFont()
            font.setBold(is_total)
            font.setItalic(self._outdated)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and self._outdated:
            return QApplication.palette().brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._told(place, column)
        return None

    def text(self, place: int, column: int) -> str:
        """A cell as shown. place: of the row in the figures; one more than there are: the total."""
        if column == 0:
            return self._labels[place] if place < len(self._labels) else tr("Total")
        value = float(self._values(column)[place]) if place < len(self._labels) else self._total(column)
        return self._written(value, column)

    def widest(self, column: int) -> str:
        """The longest text of a column of numbers."""
        total = self.text(len(self._labels), column)
        if column == self._area_column():
            return total
        return max(total, self._written(float(self._greatest[column - (2 if self._view == BY_CLASS else 1)]), column), key=len)

    def _written(self, value: float, column: int) -> str:
        unit = UNITS[self._unit]
        with numbers_in(self._language()):
            return number(value, 2) if self._is_percent(column) else number(value * unit.factor, unit.decimals)

    def _told(self, place: int, column: int) -> str:
        """Row, column and value of a cell, for a tooltip."""
        label = self.text(place, 0)
        if not column:
            zone = self._figures.zones[place] if self._view != BY_CLASS and place < len(self._labels) else None
            return " / ".join(zone) if zone else label
        told = f"{label}, {self._title(column, self._part(column))}: {self.text(place, column)}"
        if self._view == BY_ZONE and place < len(self._labels) and column <= len(self._figures.parts):
            told += f" ({self._percent(self._figures.percent[place, column - 1])})"
        return told

    def _title(self, section: int, part: Optional[Part]) -> str:
        area = tr("Area ({unit})") if self._view == BY_CLASS else tr("Total ({unit})")
        if section == 0:
            return tr("Class") if self._view == BY_CLASS else self._figures.title
        if part is not None:
            return f"{part.name} (%)" if self._view == BY_ZONE_PERCENT else part.name
        return "%" if self._view == BY_CLASS and section == 2 else area.format(unit=UNITS[self._unit].name)

    def _part(self, column: int) -> Optional[Part]:
        """The part that a column of zones counts."""
        return self._figures.parts[column - 1] if self._view != BY_CLASS and 0 < column <= len(self._figures.parts) else None

    def _language(self) -> str:
        return language() if self._numbers == "auto" else self._numbers

    def _area(self, value: float) -> str:
        return f"{self._written(value, self._area_column())} {UNITS[self._unit].name}"

    def _percent(self, value: float) -> str:
        with numbers_in(self._language()):
            return tr("{percent} %").format(percent=number(value, 2))

    def _swatch(self, color: str) -> QPixmap:
        if color not in self._swatches:
            line = QApplication.palette().color(QPalette.ColorRole.Mid)
            side = max(10, QFontMetrics(QApplication.font()).ascent())
            self._swatches[color] = swatch(QColor(color), side, line, QGuiApplication.instance().devicePixelRatio())
        return self._swatches[color]
