"""The result of a plan overlay: its tables, chart and cards, of the whole plan or of some zones and units."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass, field
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
from osgeo import ogr
from qgis.PyQt.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from qgis.PyQt.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from ..plugin.engine.area.availability import Availability, together
from ..plugin.engine.area.conformity import Cell, Degree, PlanOverlay, ZonePart
from ..plugin.engine.area.fields import name_order
from ..plugin.engine.area.kinds import OTHER, LandKind, PlanZone
from ..plugin.engine.area.plan_figures import DECIMALS, Figures, figures
from ..plugin.engine.area.rules import CONFORM, GIVEN, NO_RULE, NONCONFORM, STATES, UNMAPPED, RuleTable, Ruling, state_label
from ..plugin.engine.errors import PantauError
from ..plugin.engine.raster.gdal_guard import attempt, quiet
from ..plugin.engine.raster.legend import PALETTE, Legend, LegendEntry
from ..plugin.engine.report.page import Column
from ..plugin.engine.report.workbook import Sheet
from ..plugin.engine.text import number, tr
from .plan_rules import state_color
from .tables import COLOR_ROLE, NUMBERS, SHARE_ROLE, swatch, whole

LISTED = 500  # nonconforming areas that the list shows, the largest first; the layer has all
MOST_READ = 100_000  # of them that are read, so that each unit has its own list
MOST_PLACES = 1000  # areas that are marked on the map at once, the largest first
TINT = 75  # of 255: a state's colour behind a figure, which is read on it in light and in dark
Unit = Optional[str]


# -- what a run has written


class Listed(NamedTuple):
    """An area that does not conform. fid: of the layer."""

    fid: int
    rank: int
    zone: str
    admin: Unit
    code: int
    class_name: Optional[str]
    area_ha: float


@dataclass(frozen=True)
class Result:
    """What a run found, as its tables say. count: of all nonconforming areas. figures: rounded as in the report."""

    figures: Figures
    zones: List[PlanZone]
    classes: Legend
    with_units: bool
    listed: List[Listed] = field(default_factory=list)
    count: int = 0

    def own(self) -> List[str]:
        """The states of the user's own."""
        return [state for state in self.figures.states if state not in STATES and state not in UNMAPPED]

    def column_label(self, column: int) -> str:
        """What a column of the figures is."""
        code, state = self.figures.columns[column]
        return state_label(state) if code is None else self.classes.find(code).label()

    def state(self, zone: int, column: int) -> str:
        """The state of a column in a zone; empty where there is none of it."""
        return next((state for state, columns in self.figures.of_state[zone].items() if column in columns), "")

    def table(self) -> Sheet:
        """Hectares of each unit, zone and class with its state, as a table to be read."""
        printed = self.figures
        rows = []
        for unit, zone, column in np.argwhere(printed.ha).tolist():
            code, state = printed.columns[column]
            land = "" if code is None else self.column_label(column)
            judged = state_label(self.state(zone, column) or state)
            names = [self.unit_label(printed.units[unit]), self.zones[zone].label(), land, judged]
            rows.append([*names, float(printed.ha[unit, zone, column])])
        titles = [tr("Unit"), tr("Zone"), tr("Land cover"), tr("Status")]
        title = tr("Conformity with the plan")
        return Sheet(title, title, [], [*(Column(one) for one in titles), Column(tr("Area (ha)"), DECIMALS)], rows)

    def unit_label(self, unit: Unit) -> str:
        """What to call a unit."""
        return unit if unit is not None else tr("in no unit") if self.with_units else tr("the whole plan")


@dataclass(frozen=True)
class Filter:
    """Which zones and units are shown; None: all."""

    zones: Optional[Tuple[str, ...]] = None
    units: Optional[Tuple[Unit, ...]] = None


@dataclass(frozen=True)
class Places:
    """Which areas to show on the map: those of which all that is given holds. area_ha: what the figures say that they have."""

    zones: Optional[Tuple[str, ...]] = None
    units: Optional[Tuple[Unit, ...]] = None
    code: Optional[int] = None
    state: Optional[str] = None
    fid: Optional[int] = None
    area_ha: Optional[float] = None


def read_result(files: Dict[str, str], legend: Legend, groups: Dict[int, str]) -> Result:
    """What a run wrote as TABLE, AVAILABILITY (CSV) and NONCONFORMITY. legend: with the colours of classes. groups: of the classes.

    Raises PantauError where a file is gone or is none of a run.
    """
    rows, available = _rows(files["TABLE"]), _rows(files["AVAILABILITY"])
    try:
        return _result(files, rows, available, legend, groups)
    except (KeyError, ValueError) as error:
        raise PantauError(tr("The tables of the last run cannot be read: run it again.")) from error


def _rows(path: str) -> List[Dict[str, str]]:
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError) as error:
        raise PantauError(tr("The files of the last run are gone: run it again.")) from error


def _result(
    files: Dict[str, str], rows: List[Dict[str, str]], available: List[Dict[str, str]], legend: Legend, groups: Dict[int, str]
) -> Result:
    cells, names, rulings = [], {}, {}
    zones: Dict[str, PlanZone] = {}
    for row in rows:
        code = int(row["class"]) if row["class"] else None
        zones.setdefault(row["zone"], PlanZone(row["zone"], tuple(filter(None, [row["zone_name"]]))))
        if code is not None:
            names[code] = row["class_name"]
            rulings[code, row["zone"]] = Ruling(row["status"], GIVEN)
        cells.append(
            Cell(row["admin"] or None, row["zone"], code, row["status"], float(row["area_ha"]), float(row["percent"]))
        )  # fmt: skip
    classes = _classes(names, legend)
    kinds = {entry.code: LandKind("", groups.get(entry.code, OTHER)) for entry in classes}
    parts = [ZonePart(row["admin"] or None, row["zone"], float(row["planned_ha"])) for row in available]
    parts = [part for part in parts if part.zone in zones]
    units = list(dict.fromkeys([*(cell.admin for cell in cells), *(part.admin for part in parts)]))
    keys = sorted(zones, key=name_order)
    overlay = PlanOverlay(
        cells, parts, [zones[key] for key in keys], units, classes, kinds, list(dict.fromkeys(part.zone for part in parts)),
        RuleTable(rulings), "", "",
    )  # fmt: skip
    listed, count = _listed(files.get("NONCONFORMITY", ""))
    return Result(figures(overlay), overlay.zones, classes, units != [None], listed, count)


def _classes(names: Dict[int, str], legend: Legend) -> Legend:
    """The classes that occur, by the names of the run, in the colours of the map's legend."""
    entries = []
    for place, code in enumerate(sorted(names)):
        known = legend.find(code)
        color = known.color if known else PALETTE[place % len(PALETTE)]
        name = names[code] or str(code)
        entries.append(known or LegendEntry(code, name, name, color))
    return Legend(tuple(entries))


def _listed(path: str) -> Tuple[List[Listed], int]:
    with quiet():
        dataset = attempt(ogr.Open, path) if path else None
        if dataset is None:
            return [], 0
        layer, found = dataset.GetLayer(0), []
        names = ("rank", "zone", "admin", "class", "class_name", "area_ha")
        places = [layer.GetLayerDefn().GetFieldIndex(name) for name in names]
        for feature in layer:
            if len(found) == MOST_READ:
                break
            found.append(Listed(feature.GetFID(), *(feature.GetField(place) for place in places)))
        return found, layer.GetFeatureCount()


class Found(NamedTuple):
    """Areas of a layer. shapes: WKB of the largest. fids: of all. crs: WKT."""

    shapes: List[bytes]
    fids: List[int]
    area_ha: float
    crs: str


def find_places(path: str, wanted: Places) -> Found:
    """The areas of POLYGONS or NONCONFORMITY that are wanted, the largest first. Raises PantauError where the file is gone."""
    with quiet():
        dataset = attempt(ogr.Open, path)
        if dataset is None:
            raise PantauError(tr("The files of the last run are gone: run it again."))
        layer = dataset.GetLayer(0)
        layer.SetAttributeFilter(_condition(wanted) or None)
        areas = sorted(((feature["area_ha"] or 0.0, feature.GetFID()) for feature in layer), reverse=True)
        shapes = []
        for _, fid in areas[:MOST_PLACES]:
            feature = layer.GetFeature(fid)  # the geometry is the feature's, and goes with it
            geometry = feature.GetGeometryRef()
            if geometry is not None:
                shapes.append(bytes(geometry.ExportToWkb()))
        reference = layer.GetSpatialRef()
    return Found(
        shapes, [fid for _, fid in areas], math.fsum(area for area, _ in areas), reference.ExportToWkt() if reference else ""
    )


def _condition(wanted: Places) -> str:
    """As SQL."""
    parts = []
    if wanted.fid is not None:
        parts.append(f"fid = {int(wanted.fid)}")
    for name, values in (("zone", wanted.zones), ("admin", wanted.units)):
        if values is not None:
            texts = [_quoted(value) for value in values if value is not None]
            either = [f'"{name}" IN ({", ".join(texts)})'] if texts else []
            either += [f'"{name}" IS NULL'] if None in values else []
            parts.append(f"({' OR '.join(either) or '1 = 0'})")
    if wanted.code is not None:
        parts.append(f'"class" = {int(wanted.code)}')
    if wanted.state is not None:
        parts.append(f'"status" = {_quoted(wanted.state)}')
    return " AND ".join(parts)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


# -- what is shown of it


class View:
    """The figures of a result for the zones and units of a filter."""

    def __init__(self, result: Result, shown: Filter) -> None:
        self.result, self.filter = result, shown
        printed = result.figures
        zones, units = shown.zones, shown.units
        self.zones = [place for place, key in enumerate(printed.zones) if zones is None or key in zones]
        self.units = [place for place, unit in enumerate(printed.units) if units is None or unit in units]
        self._ha = printed.ha[self.units].sum(axis=0).round(DECIMALS)
        self.cross = self._ha[self.zones]
        """(zones, columns) in hectares."""
        self.listed = [
            one for one in result.listed if (zones is None or one.zone in zones) and (units is None or one.admin in units)
        ]  # fmt: skip
        """The nonconforming areas that are shown, the largest first."""

    def degree(self, zone: Optional[int] = None, unit: Optional[int] = None) -> Degree:
        """Hectares of each state: of all that is shown, of a zone, or of a unit, by their places in the figures."""
        printed = self.result.figures
        ha = self._ha if unit is None else printed.ha[unit]
        found = dict.fromkeys(printed.states, 0.0)
        for row in self.zones if zone is None else [zone]:
            for state, columns in printed.of_state[row].items():
                found[state] += float(ha[row, columns].sum())
        return Degree({state: round(area, DECIMALS) for state, area in found.items()})

    def available(self) -> Tuple[Availability, List[str]]:
        """(what is available in the zones for building that are shown, their keys)."""
        keys = {self.result.figures.zones[place] for place in self.zones}
        units = {self.result.figures.units[place] for place in self.units}
        its = [entry for entry in self.result.figures.available if entry[0] in units and entry[1] in keys]
        whole = Availability(*(round(value, DECIMALS) for value in together([entry[2] for entry in its])))
        return whole, list(dict.fromkeys(entry[1] for entry in its))


class CrossModel(QAbstractTableModel):
    """Hectares of each class in each zone: the zone in the first column, the totals last."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._view: Optional[View] = None
        self._columns: List[int] = []
        self.pixel_ratio, self.side = 1.0, 10

    def show(self, view: Optional[View]) -> None:
        """Show other figures; classes of which there is nothing are left out."""
        self.beginResetModel()
        self._view = view
        self._columns = [] if view is None else [place for place in range(view.cross.shape[1]) if view.cross[:, place].any()]
        self.endResetModel()

    def places(self, index: QModelIndex) -> Optional[Places]:
        """Which areas a cell is about; None where it is about none."""
        view = self._view
        if view is None or not index.isValid():
            return None
        row, column = index.row(), index.column()
        zones = view.filter.zones if row == len(view.zones) else (view.result.figures.zones[view.zones[row]],)
        codes = [view.result.figures.columns[place][0] for place in self._columns]
        if not 0 < column <= len(codes):
            mapped = math.fsum(self._area(row, place) for place, code in enumerate(codes, 1) if code is not None)
            return Places(zones, view.filter.units, area_ha=mapped)
        code, area = codes[column - 1], self._area(row, column)
        return None if code is None or not area else Places(zones, view.filter.units, code, area_ha=area)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() or self._view is None else len(self._view.zones) + 1

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() or self._view is None else len(self._columns) + 2

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._view is None:
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if column == 0:
                return tr("Total") if row == len(self._view.zones) else self._zone(row).key
            area = self._area(row, column)
            return number(area, DECIMALS) if area else "–"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return NUMBERS if column else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._told(row, column)
        if role == Qt.ItemDataRole.BackgroundRole:
            state = self._state(row, column)
            if state:
                tint = state_color(state, self._view.result.own())
                tint.setAlpha(TINT)
                return tint
        if role == Qt.ItemDataRole.FontRole and (row == len(self._view.zones) or column > len(self._columns)):
            font = self.parent().font() if self.parent() is not None else None
            if font is not None:
                font.setBold(True)
            return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal or self._view is None:
            return None
        inner = 0 < section <= len(self._columns)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if section == 0:
                return tr("Zone") if role == Qt.ItemDataRole.DisplayRole else tr("Hectares of each class in each zone")
            return self._view.result.column_label(self._columns[section - 1]) if inner else tr("Total (ha)")
        if role == Qt.ItemDataRole.DecorationRole and inner:
            code, _ = self._view.result.figures.columns[self._columns[section - 1]]
            if code is not None:
                color = QColor(self._view.result.classes.find(code).color)
                return swatch(color, self.side, QColor(128, 128, 128), self.pixel_ratio)
        return None

    def _zone(self, row: int) -> PlanZone:
        return self._view.result.zones[self._view.zones[row]]

    def _area(self, row: int, column: int) -> float:
        rows = slice(None) if row == len(self._view.zones) else slice(row, row + 1)
        places = self._columns if column > len(self._columns) else [self._columns[column - 1]]
        return round(float(self._view.cross[rows][:, places].sum()), DECIMALS)

    def _state(self, row: int, column: int) -> str:
        if row == len(self._view.zones) or not 0 < column <= len(self._columns) or not self._area(row, column):
            return ""
        state = self._view.result.state(self._view.zones[row], self._columns[column - 1])
        return "" if state in UNMAPPED else state

    def _told(self, row: int, column: int) -> str:
        zone = tr("Total") if row == len(self._view.zones) else self._zone(row).label()
        if not 0 < column <= len(self._columns):
            return zone
        land, state = self._view.result.column_label(self._columns[column - 1]), self._state(row, column)
        text = f"{zone}\n{land}: {number(self._area(row, column), DECIMALS)} ha"
        return f"{text}\n{state_label(state)}" if state else text


class LargestModel(QAbstractTableModel):
    """The largest nonconforming areas."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: List[Listed] = []
        self._view: Optional[View] = None

    def show(self, view: Optional[View]) -> None:
        """Show those of other zones and units."""
        self.beginResetModel()
        self._view, self._rows = view, [] if view is None else view.listed[:LISTED]
        self.endResetModel()

    def places(self, index: QModelIndex) -> Optional[Places]:
        """Which area a row is about."""
        return Places(fid=self._rows[index.row()].fid, area_ha=self._rows[index.row()].area_ha) if index.isValid() else None

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() or self._view is None else 5 if self._view.result.with_units else 4

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            texts = [number(one.rank, 0), number(one.area_ha, DECIMALS), one.zone, self._land(one)]
            return [*texts, self._view.result.unit_label(one.admin)][column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return NUMBERS if column < 2 else None
        if role == SHARE_ROLE and column == 1:
            return one.area_ha / max(self._view.result.listed[0].area_ha, 1e-9)
        if role == COLOR_ROLE and column == 1:
            return self._color(one)
        if role == Qt.ItemDataRole.ToolTipRole:
            zone = next((zone.label() for zone in self._view.result.zones if zone.key == one.zone), one.zone)
            unit = f" · {self._view.result.unit_label(one.admin)}" if self._view.result.with_units else ""
            return f"{zone}{unit}\n{self._land(one)}: {number(one.area_ha, DECIMALS)} ha"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return [tr("Rank"), tr("Area (ha)"), tr("Zone"), tr("Land cover"), tr("Unit")][section]
        return None

    def _land(self, one: Listed) -> str:
        entry = self._view.result.classes.find(one.code)
        return entry.label() if entry else one.class_name or str(one.code)

    def _color(self, one: Listed) -> QColor:
        entry = self._view.result.classes.find(one.code)
        return QColor(entry.color if entry else PALETTE[0])


# -- the chart


class Bar(NamedTuple):
    """A bar of the chart. parts: (state, hectares). place: of the zone or unit in the figures."""

    label: str
    full: str
    degree: Degree
    parts: List[Tuple[str, float]]
    place: int


class ConformityChart(QLabel):
    """How far each zone, or each unit, agrees with the plan: bars of 100 %, parted by state. Bars and their parts can be clicked, and chosen
    by arrow keys.

    A label, since the themes of QGIS give those the colour of texts, and no other widget.
    """

    clicked = pyqtSignal(object)
    """`Places`."""
    moved = pyqtSignal(QRect)
    """Keys have chosen another bar; where it is."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.bars: List[Bar] = []
        self._view: Optional[View] = None
        self._by_unit = False
        self._current: Tuple[int, int] = (0, -1)  # bar and part; part -1: all of the bar
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Degree of conformity"))

    def show_view(self, view: Optional[View], by_unit: bool = False) -> None:
        """Show other figures, of zones or of units."""
        self._view, self._by_unit, self._current = view, by_unit, (0, -1)
        self.bars = []
        if view is not None:
            for place in view.units if by_unit else view.zones:
                degree = view.degree(unit=place) if by_unit else view.degree(zone=place)
                if degree.total_ha:
                    label, full = self._names(place)
                    parts = [(state, degree[state]) for state in view.result.figures.states if degree[state]]
                    self.bars.append(Bar(label, full, degree, parts, place))
        self.setAccessibleDescription("; ".join(f"{bar.full}: {self._percent(bar)}" for bar in self.bars))
        self.updateGeometry()
        self.update()

    def _names(self, place: int) -> Tuple[str, str]:
        result = self._view.result
        if self._by_unit:
            label = result.unit_label(result.figures.units[place])
            return label, label
        return result.zones[place].key, result.zones[place].label()

    @staticmethod
    def _percent(bar: Bar) -> str:
        percent = agreement(bar.degree)
        return "–" if percent is None else tr("{percent} %").format(percent=number(percent, 1))

    # sizes

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().height() * 12, self._row() * max(1, len(self.bars)) + self.fontMetrics().height() // 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().height() * 8, self.sizeHint().height())

    def _row(self) -> int:
        return round(self.fontMetrics().height() * 1.7)

    def _columns(self) -> Tuple[int, int]:
        """(where the bars begin, where they end)."""
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(bar.label) for bar in self.bars), default=0)
        left = min(longest, self.width() * 2 // 5) + metrics.height() // 2
        return left, max(left + 10, self.width() - metrics.horizontalAdvance("100,0 %") - metrics.height() // 2)

    def part_rect(self, bar: int, part: int = -1) -> QRectF:
        """Where a part of a bar is drawn; of the bar, for part -1."""
        left, right = self._columns()
        row = self._row()
        room = QRectF(left, bar * row + row * 0.15, right - left, row * 0.7)
        if part < 0:
            return room
        total = self.bars[bar].degree.total_ha
        before = math.fsum(area for _, area in self.bars[bar].parts[:part])
        width = self.bars[bar].parts[part][1] / total * room.width()
        return QRectF(room.left() + before / total * room.width(), room.top(), width, room.height())

    def _at(self, point: QPoint) -> Optional[Tuple[int, int]]:
        bar = point.y() // self._row()
        if not 0 <= bar < len(self.bars):
            return None
        parts = (place for place in range(len(self.bars[bar].parts)) if self.part_rect(bar, place).contains(point.x(), point.y()))
        return bar, next(parts, -1)

    # what is chosen

    def _places(self, bar: int, part: int) -> Places:
        one, shown, printed = self.bars[bar], self._view.filter, self._view.result.figures
        state = one.parts[part][0] if part >= 0 else None
        area = math.fsum(its for name, its in one.parts if name not in UNMAPPED and state in (None, name))
        if self._by_unit:
            return Places(shown.zones, (printed.units[one.place],), state=state, area_ha=area)
        return Places((printed.zones[one.place],), shown.units, state=state, area_ha=area)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        found = self._at(event.pos()) if event.button() == Qt.MouseButton.LeftButton else None
        if found is not None:
            self._current = found
            self.update()
            self.clicked.emit(self._places(*found))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        shape = Qt.CursorShape.PointingHandCursor if self._at(event.pos()) is not None else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        bar, part = self._current
        moves = {
            Qt.Key.Key_Down: (1, None), Qt.Key.Key_Up: (-1, None), Qt.Key.Key_Right: (0, part + 1), Qt.Key.Key_Left: (0, part - 1),
        }  # fmt: skip
        if not self.bars:
            super().keyPressEvent(event)
        elif event.key() in moves:
            by, to = moves[event.key()]
            bar = min(max(bar + by, 0), len(self.bars) - 1)
            self._current = (bar, -1 if to is None else min(max(to, -1), len(self.bars[bar].parts) - 1))
            self.moved.emit(self.part_rect(bar).toRect())
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit(self._places(*self._current))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            found = self._at(event.pos())
            if found is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self._told(*found), self)
            return True
        return super().event(event)

    def _told(self, bar: int, part: int) -> str:
        one = self.bars[bar]
        if part < 0 and agreement(one.degree) is None:
            return f"{one.full}\n{unjudged(one.degree)}"
        if part < 0:
            return tr("{name}: {percent} conform").format(name=one.full, percent=self._percent(one))
        state, area = one.parts[part]
        share = number(100 * area / one.degree.total_ha, 1)
        return f"{one.full}\n{state_label(state)}: {number(area, DECIMALS)} ha ({share} %)"

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        palette, metrics, row = self.palette(), self.fontMetrics(), self._row()
        left, right = self._columns()
        own = self._view.result.own() if self._view else []
        for place, bar in enumerate(self.bars):
            top = place * row
            if top > event.rect().bottom() or top + row < event.rect().top():
                continue
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            room = QRect(0, top, left - metrics.height() // 2, row)
            label = metrics.elidedText(bar.label, Qt.TextElideMode.ElideMiddle, room.width())
            painter.drawText(room, whole(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), label)
            for part, (state, _) in enumerate(bar.parts):
                rect = self.part_rect(place, part)
                if state in UNMAPPED:
                    painter.fillRect(rect, QBrush(palette.color(QPalette.ColorRole.Mid), Qt.BrushStyle.BDiagPattern))
                else:
                    painter.fillRect(rect, state_color(state, own))
            painter.setPen(palette.color(QPalette.ColorRole.Mid))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.part_rect(place))
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            room = QRect(right, top, self.width() - right, row)
            painter.drawText(room, whole(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._percent(bar))
            if self._current[0] == place and self.hasFocus():
                painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
                painter.drawRect(self.part_rect(*self._current).adjusted(-1, -1, 1, 1))
        painter.end()


# -- the cards


class AvailabilityCard(QFrame):
    """Land for building that is not built on yet."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        room = QVBoxLayout(self)
        self.lead = QLabel()
        self.lead.setWordWrap(True)
        self.lead.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._bar = _PartsBar()
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self.about = QLabel()
        self.about.setWordWrap(True)
        for one in (self.lead, self._bar):
            room.addWidget(one)
        room.addLayout(self._grid)
        room.addWidget(self.about)
        room.addStretch(1)
        self._cells: List[QLabel] = []

    def show_view(self, view: Optional[View]) -> None:
        """Show other figures."""
        for label in self._cells:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._cells = []
        whole, zones = view.available() if view is not None else (Availability(0, 0, 0, 0), [])
        self._bar.setVisible(bool(zones))
        if not zones:
            self.lead.setText(
                tr("No zone for building is shown: name such zones under 'More choices', or choose other zones on the map.")
            )
            self.about.clear()
            return
        percent = "–" if whole.percent_of_planned is None else number(whole.percent_of_planned, 1)
        self.lead.setText(
            "<b>"
            + tr("{available} ha of {planned} ha are not built on yet ({percent} %).").format(
                available=number(whole.available_ha, DECIMALS), planned=number(whole.planned_ha, DECIMALS), percent=percent
            )
            + "</b>"
        )
        parts = [
            (tr("Built"), whole.built_ha, "#C8352B"),
            (tr("Available, vegetated"), whole.vegetated_ha, "#4FA34F"),
            (tr("Available, bare"), whole.bare_ha, "#C49A6C"),
            (tr("Available, other"), whole.other_ha, "#8A8A8A"),
        ]
        self._bar.show_parts([(area, QColor(color)) for _, area, color in parts])
        for row, (name, area, color) in enumerate(parts):
            texts = [
                name,
                f"{number(area + 0.0, DECIMALS)} ha",
                tr("{percent} %").format(percent=number(100 * area / whole.planned_ha, 1)) if whole.planned_ha else "–",
            ]
            mark = QLabel()
            side = self.fontMetrics().height() * 3 // 4
            mark.setPixmap(swatch(QColor(color), side, self.palette().color(QPalette.ColorRole.Mid), self.devicePixelRatioF()))
            self._grid.addWidget(mark, row, 0)
            self._cells.append(mark)
            for column, text in enumerate(texts, 1):
                label = QLabel(text)
                label.setWordWrap(column == 1)
                label.setAlignment(
                    (Qt.AlignmentFlag.AlignLeft if column == 1 else Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignVCenter
                )
                self._grid.addWidget(label, row, column)
                self._cells.append(label)
        self._grid.setColumnStretch(0, 0)
        self.about.setText(tr("Zones for building: {zones}.").format(zones=", ".join(zones)))


class _PartsBar(QWidget):
    """One bar of several parts."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._parts: Sequence[Tuple[float, QColor]] = ()
        self.setFixedHeight(round(self.fontMetrics().height() * 1.2))

    def show_parts(self, parts: Sequence[Tuple[float, QColor]]) -> None:
        self._parts = [(max(area, 0.0), color) for area, color in parts]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        whole, left = math.fsum(area for area, _ in self._parts) or 1.0, 0.0
        for area, color in self._parts:
            width = area / whole * self.width()
            painter.fillRect(QRectF(left, 0, width, self.height()), color)
            left += width
        painter.end()


def agreement(degree: Degree) -> Optional[float]:
    """The degree of conformity, in percent; None where no land is judged as conform or not conform, so that 0 would say too much."""
    return degree.percent if degree.percent_of_decided is not None else None


def unjudged(degree: Degree) -> str:
    """Why some land has no degree of conformity: what its rules say instead."""
    states = [state for state in degree if degree[state] and state not in UNMAPPED]
    if not states:
        return tr("The land cover shows no class there.")
    return tr("No rule says conform or not conform of the land there, but: {states}.").format(
        states=", ".join(f"{state_label(state)} ({number(degree[state], DECIMALS)} ha)" for state in states)
    )


def unknown_classes(result: Result, known: Legend) -> Legend:
    """The classes of a result that the rules do not have."""
    return Legend(tuple(entry for entry in result.classes if known.find(entry.code) is None))


def judged_by_zone(view: View) -> List[List[str]]:
    """For a printed table: each zone, its hectares that conform and that do not, the rest, and its degree of conformity; the total last."""
    rows = []
    for place in [*view.zones, None]:
        degree = view.degree() if place is None else view.degree(zone=place)
        label = tr("Total") if place is None else view.result.zones[place].label()
        rest = math.fsum(area for state, area in degree.items() if state not in (CONFORM, NONCONFORM))
        percent = agreement(degree)
        rows.append(
            [
                label, *(number(area, DECIMALS) for area in (degree[CONFORM], degree[NONCONFORM], rest)),
                "–" if percent is None else number(percent, 1),
            ]
        )  # fmt: skip
    return rows


def lead(view: View) -> str:
    """What a result says, in one sentence."""
    degree = view.degree()
    if degree.percent is None:
        return tr("No rule speaks of the land that is shown.")
    if agreement(degree) is None:
        return unjudged(degree)
    text = tr("{percent} % of the land agrees with the plan: {conform} of {judged} ha.").format(
        percent=number(degree.percent, 2), conform=number(degree[CONFORM], DECIMALS), judged=number(degree.judged_ha, DECIMALS)
    )
    if degree[NO_RULE]:
        text += " " + tr("No rule speaks of {area} ha.").format(area=number(degree[NO_RULE], DECIMALS))
    return text
