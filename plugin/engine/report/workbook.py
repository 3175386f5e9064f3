"""Tables for a spreadsheet: an XLSX workbook with a sheet for each, made to be read and printed; and CSV."""

from __future__ import annotations

import csv
import datetime
import io
import math
import re
import textwrap
import zipfile
from html import escape
from itertools import groupby
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

from ..errors import PantauError
from ..files import write_bytes
from ..text import number, tr
from .page import Column

MOST_ROWS = 1_048_576  # of a sheet (Excel specifications and limits)
TAB_LENGTH, TEXT_LENGTH = 31, 32_767  # characters of a tab and of a cell
NARROWEST, WIDEST, NOTES_WIDTH = 9, 48, 70  # characters of a column, and of the lines above the table at least
LINE, HIGHEST = 15, 409  # points of a line of text, and of a row (Excel specifications and limits)
LANDSCAPE = 6  # columns, above which the paper lies on its side
PAPER = 170  # characters beside each other that can still be read on A4 lying on its side
FORMULA = ("=", "+", "-", "@")  # what a spreadsheet takes for the start of a formula
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FONTS = ('<sz val="11"/>', '<b/><sz val="14"/>', '<b/><sz val="11"/>', '<sz val="11"/><color rgb="FF4A4A4A"/>')
PLAIN, TITLE, BOLD, NOTE = range(4)  # of FONTS
NO_LINE, BELOW, ABOVE = range(3)  # borders


class Sheet(NamedTuple):
    """A table. name: of its tab. notes: lines below the title, such as source and date. rows, totals: text, numbers, None for nothing."""

    name: str
    title: str
    notes: Sequence[str]
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]
    totals: Sequence[Sequence[Any]] = ()


class Style(NamedTuple):
    """How a cell looks. decimals: of a number, None for text. is_quoted: text that looks like a formula and stays text when edited."""

    font: int = PLAIN
    border: int = NO_LINE
    decimals: Optional[int] = None
    align: str = "left"
    is_quoted: bool = False


def write_workbook(path: str, sheets: Sequence[Sheet], made: Optional[datetime.datetime] = None) -> None:
    """Write the sheets as an XLSX workbook (ECMA-376), whole or not at all. made: the date of the document, else now.

    Numbers are stored as they are and shown with their column's decimals, in the signs of the reader's own system. The same sheets and
    date give the same bytes. sheets: at least one. Raises PantauError: too many rows, a file that cannot be written.
    """
    made = (made or datetime.datetime.now(datetime.timezone.utc)).replace(microsecond=0)
    made = made.astimezone(datetime.timezone.utc) if made.tzinfo else made
    names, book = _tabs([sheet.name for sheet in sheets]), _Book()
    parts = {f"xl/worksheets/sheet{place}.xml": book.sheet(sheet, place == 1) for place, sheet in enumerate(sheets, 1)}
    parts["xl/styles.xml"], parts["xl/sharedStrings.xml"] = book.styles_xml(), book.strings_xml()
    parts.update(_document(names, book.headers, sheets[0].title, made))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ["[Content_Types].xml", *sorted(set(parts) - {"[Content_Types].xml"})]:
            entry = zipfile.ZipInfo(name, max(made.timetuple()[:6], (1980, 1, 1, 0, 0, 0)))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name].encode("utf-8"))
    write_bytes(path, file.getvalue())


def write_csv(path: str, sheet: Sheet, language: str) -> None:
    """Write the header and rows of a sheet, no title and no totals, as a spreadsheet of the language opens them with a double click.

    language: "id", with semicolons between and decimal commas; else commas and points. UTF-8 with a mark, numbers with their column's
    decimals. Text that a spreadsheet would run as a formula gets an apostrophe before it. Raises PantauError.
    """
    file, is_comma = io.StringIO(), language == "id"
    writer = csv.writer(file, delimiter=";" if is_comma else ",", lineterminator="\r\n")
    writer.writerow([_harmless(column.title) for column in sheet.columns])
    for row in sheet.rows:
        cells = []
        for column, value in zip(sheet.columns, row):
            if _is_number(column, value):
                text = f"{value:.{column.decimals}f}"
                cells.append(text.replace(".", ",") if is_comma else text)
            else:
                cells.append("" if _is_empty(value) else _harmless(str(value)))
        writer.writerow(cells)
    write_bytes(path, file.getvalue().encode("utf-8-sig"))


def _harmless(text: str) -> str:
    text = _clean(text)
    return f"'{text}" if text.startswith(FORMULA) and len(text) > 1 else text


def _is_empty(value: Any) -> bool:
    return value is None or (not isinstance(value, str) and not math.isfinite(value))


def _is_number(column: Column, value: Any) -> bool:
    return column.decimals is not None and not isinstance(value, str) and not _is_empty(value)


def _tabs(names: Sequence[str]) -> List[str]:
    """Names as Excel takes them: at most 31 characters, without its signs, each once, whatever the capitals."""
    tabs: List[str] = []
    taken = {"history"}  # which Excel keeps for itself
    for name in names:
        name = re.sub(r"[\[\]:*?/\\]", " ", _clean(name))
        name = " ".join(name.split()).strip("' ") or tr("Sheet")
        tab, count = _cut(name, TAB_LENGTH).strip("' "), 1
        while tab.casefold() in taken:
            count += 1
            tab = _cut(name, TAB_LENGTH - len(f" ({count})")) + f" ({count})"
        taken.add(tab.casefold())
        tabs.append(tab)
    return tabs


def _cut(text: str, length: int) -> str:
    """The first characters of a text, as Excel counts them: in units of UTF-16."""
    return text if 2 * len(text) <= length else text.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore")


def _clean(text: str) -> str:
    """Text without what XML cannot hold."""
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


def _letters(place: int) -> str:
    """The name of a column, from 0: A, B, ..., Z, AA."""
    text = ""
    while place >= 0:
        text = chr(ord("A") + place % 26) + text
        place = place // 26 - 1
    return text


def _widths(sheet: Sheet) -> List[int]:
    """Characters of each column: its longest figure, word of the title, or text up to WIDEST, where it wraps."""
    widths = []
    for place, column in enumerate(sheet.columns):
        longest = max(map(len, column.title.split()), default=0)
        for row in (*sheet.rows, *sheet.totals):
            value = row[place] if place < len(row) else None
            if _is_number(column, value):
                longest = max(longest, len(f"{value:,.{column.decimals}f}"))
            elif not _is_empty(value):
                longest = max(longest, min(len(str(value)), WIDEST))
        widths.append(min(max(longest + 2, NARROWEST), WIDEST))
    return widths


class _Book:
    """Sheets as XML, with the texts and styles that they share."""

    def __init__(self) -> None:
        self.headers: List[Tuple[int, int, int]] = []  # of each sheet: first and last row of the header, from 1; columns of names
        self._strings: Dict[str, int] = {}
        self._styles: Dict[Style, int] = {Style(): 0}

    def sheet(self, sheet: Sheet, is_first: bool) -> str:
        """A sheet: the title and notes, an empty row, the header, the rows and the totals."""
        columns, widths = sheet.columns, _widths(sheet)
        has_over = any(column.over for column in columns)
        header = len(sheet.notes) + 3 + has_over
        if header + len(sheet.rows) + len(sheet.totals) > MOST_ROWS:
            raise PantauError(
                tr("{name} has {count} rows, more than the {most} of a sheet: write CSV or a layer instead.").format(
                    name=sheet.name, count=number(len(sheet.rows), 0), most=number(MOST_ROWS, 0)
                )
            )
        pages = max(1, round(sum(widths) / PAPER))
        # On several pages beside each other, each begins with the names of the rows, which also stay in view.
        names = next((place for place, one in enumerate(columns) if one.decimals is not None), 0) if pages > 1 else 0
        self.headers.append((header - has_over, header, names))
        rows, merged = self._above(sheet, widths)
        if has_over:
            rows.append(self._over(columns, header - 1, merged))
        titles = [one.title for one in columns]
        cells = [self._text(one.title, Style(BOLD, BELOW, align=_align(one))) for one in columns]
        rows.append(_row(header, cells, _height(titles, widths)))
        for place, row in enumerate((*sheet.rows, *sheet.totals), header + 1):
            look = (PLAIN, NO_LINE) if place <= header + len(sheet.rows) else (BOLD, ABOVE)
            rows.append(_row(place, [self._cell(*pair, *look) for pair in zip(columns, row)], _height(row, widths)))
        sizes = "".join(f'<col min="{i}" max="{i}" width="{width}" customWidth="1"/>' for i, width in enumerate(widths, 1))
        merges = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
        selected = ' tabSelected="1"' if is_first else ""
        lying = "landscape" if len(columns) > LANDSCAPE else "portrait"
        split, pane = (f'xSplit="{names}" ', "bottomRight") if names else ("", "bottomLeft")
        first = f"{_letters(names)}{header + 1}"
        return (
            f'{HEAD}<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            f'<sheetViews><sheetView{selected} workbookViewId="0">'
            f'<pane {split}ySplit="{header}" topLeftCell="{first}" activePane="{pane}" state="frozen"/>'
            f'<selection pane="{pane}" activeCell="{first}" sqref="{first}"/></sheetView></sheetViews>'
            f'<sheetFormatPr defaultRowHeight="15"/><cols>{sizes}</cols><sheetData>{"".join(rows)}</sheetData>'
            f'<mergeCells count="{len(merged)}">{merges}</mergeCells>'
            '<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>'
            f'<pageSetup paperSize="9" orientation="{lying}" fitToWidth="{pages}" fitToHeight="0"/>'
            "<headerFooter><oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
        )

    def _above(self, sheet: Sheet, widths: Sequence[int]) -> Tuple[List[str], List[str]]:
        """The rows of the title and notes, which run across the table and wrap there; and which cells are merged for that."""
        beyond = max(0, -(-(NOTES_WIDTH - sum(widths)) // NARROWEST))  # columns right of a narrow table
        wide, last = sum(widths) + beyond * NARROWEST, _letters(max(len(widths) + beyond, 2) - 1)
        rows, merged = [], []
        for place, text in enumerate([sheet.title, *sheet.notes], 1):
            font, size = (TITLE, 1.4) if place == 1 else (NOTE, 1.0)
            height = min(LINE * size * _lines(text, wide / size), HIGHEST)
            rows.append(_row(place, [self._text(text, Style(font))], height))
            merged.append(f"A{place}:{last}{place}")
        return rows, merged

    def _over(self, columns: Sequence[Column], place: int, merged: List[str]) -> str:
        """The row of titles above the titles; its merged cells are added."""
        cells: List[str] = []
        for title, group in groupby(columns, key=lambda column: column.over):
            count, style = len(list(group)), Style(BOLD, BELOW if title else NO_LINE, align="center")
            if title and count > 1:
                merged.append(f"{_letters(len(cells))}{place}:{_letters(len(cells) + count - 1)}{place}")
            cells += [self._text(title, style), *[self._text("", style)] * (count - 1)]
        return _row(place, cells)

    def _cell(self, column: Column, value: Any, font: int, border: int) -> str:
        if _is_number(column, value):
            style = self._style(Style(font, border, column.decimals, "right"))
            return f' s="{style}"><v>{int(value) if value == int(value) else float(value)!r}</v></c>'
        return self._text("" if _is_empty(value) else str(value), Style(font, border, align=_align(column)))

    def _text(self, text: str, style: Style) -> str:
        """A cell of text, which is never a formula; without text, no more than its line."""
        if not text:
            return f' s="{self._style(style)}"/>' if style.border else ""
        place = self._strings.setdefault(_cut(_clean(text), TEXT_LENGTH), len(self._strings))
        return f' s="{self._style(style._replace(is_quoted=text.startswith(FORMULA)))}" t="s"><v>{place}</v></c>'

    def _style(self, style: Style) -> int:
        return self._styles.setdefault(style, len(self._styles))

    def strings_xml(self) -> str:
        """The texts of all sheets."""
        texts = "".join(f'<si><t xml:space="preserve">{_xml(text)}</t></si>' for text in self._strings)
        return f'{HEAD}<sst xmlns="{MAIN}" uniqueCount="{len(self._strings)}">{texts}</sst>'

    def styles_xml(self) -> str:
        """The looks of all sheets."""
        decimals = sorted({style.decimals for style in self._styles if style.decimals is not None})
        formats = {one: place for place, one in enumerate(decimals, 164)}  # the first number that a document may use
        numbers = "".join(f'<numFmt numFmtId="{place}" formatCode="{_format(one)}"/>' for one, place in formats.items())
        fonts = "".join(f'<font>{look}<name val="Calibri"/><family val="2"/></font>' for look in FONTS)
        looks = "".join(_look(style, formats.get(style.decimals, 0)) for style in self._styles)
        return (
            f'{HEAD}<styleSheet xmlns="{MAIN}">'
            + (f'<numFmts count="{len(formats)}">{numbers}</numFmts>' if formats else "")
            + f'<fonts count="{len(FONTS)}">{fonts}</fonts>'
            '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
            f'<borders count="3">{_BORDER.format("<top/>", "<bottom/>")}'
            f"{_BORDER.format('<top/>', _LINE.format('bottom'))}{_BORDER.format(_LINE.format('top'), '<bottom/>')}</borders>"
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            f'<cellXfs count="{len(self._styles)}">{looks}</cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
        )


_LINE = '<{0} style="thin"><color auto="1"/></{0}>'
_BORDER = "<border><left/><right/>{}{}<diagonal/></border>"


def _format(decimals: int) -> str:
    return "#,##0" + ("." + "0" * decimals if decimals > 0 else "")


def _look(style: Style, number_format: int) -> str:
    quoted = ' quotePrefix="1"' if style.is_quoted else ""
    wrapped = ' wrapText="1"' if style.decimals is None else ""
    return (
        f'<xf numFmtId="{number_format}" fontId="{style.font}" fillId="0" borderId="{style.border}" xfId="0"{quoted} '
        'applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">'
        f'<alignment horizontal="{style.align}" vertical="{"bottom" if style.border == BELOW else "top"}"{wrapped}/></xf>'
    )


def _align(column: Column) -> str:
    return "left" if column.decimals is None else "right"


def _lines(text: str, width: float) -> int:
    """Lines that a text takes in a width of characters."""
    return sum(max(1, len(textwrap.wrap(line, max(1, int(width))))) for line in text.splitlines() or [""])


def _height(values: Sequence[Any], widths: Sequence[int]) -> float:
    """Points that a row needs where a text wraps, which not every program finds by itself; 0 where none does."""
    texts = [(value, width - 1) for value, width in zip(values, widths) if isinstance(value, str)]
    lines = max((_lines(*pair) for pair in texts if len(pair[0]) > pair[1] or "\n" in pair[0]), default=1)
    return 0 if lines == 1 else min(LINE * lines, HIGHEST)


def _row(place: int, cells: Sequence[str], height: float = 0) -> str:
    """A row. cells: what follows their addresses, empty for none."""
    tall = f' ht="{height:g}" customHeight="1"' if height else ""
    texts = [f'<c r="{_letters(i)}{place}"{cell}' for i, cell in enumerate(cells) if cell]
    return f'<row r="{place}"{tall}>{"".join(texts)}</row>'


def _xml(text: str) -> str:
    """Text as XML; what a spreadsheet would read as its own escape for a character, such as _x0041_, stays what it is."""
    return escape(re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", _clean(text)))


def _repeated(name: str, first: int, last: int, columns: int) -> str:
    """The rows of the header, and the columns of the names if any, as what each printed page of a sheet repeats."""
    sheet = _xml("'" + name.replace("'", "''") + "'")
    return (f"{sheet}!$A:${_letters(columns - 1)}," if columns else "") + f"{sheet}!${first}:${last}"


def _document(names: Sequence[str], headers: Sequence[Tuple[int, int, int]], title: str, made: datetime.datetime) -> Dict[str, str]:
    """The parts around the sheets: by name in the archive, as XML."""
    places = range(1, len(names) + 1)
    sheets = "".join(f'<sheet name="{_xml(name)}" sheetId="{i}" r:id="rId{i}"/>' for i, name in zip(places, names))
    repeated = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{i}">{_repeated(name, *header)}</definedName>'
        for i, (name, header) in enumerate(zip(names, headers))
    )
    links = [(f"rId{i}", "worksheet", f"worksheets/sheet{i}.xml") for i in places]
    links += [("rId_styles", "styles", "styles.xml"), ("rId_strings", "sharedStrings", "sharedStrings.xml")]
    types = [(f"/xl/worksheets/sheet{i}.xml", "worksheet") for i in places]
    types += [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles"), ("/xl/sharedStrings.xml", "sharedStrings")]
    overrides = "".join(
        f'<Override PartName="{part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
        for part, kind in types
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    stamp = made.strftime("%Y-%m-%dT%H:%M:%SZ")
    return {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
            f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
        ),
        "_rels/.rels": (
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>'
            f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
        ),
        "docProps/core.xml": (
            f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{_xml(title)}</dc:title><dc:creator>Pantau</dc:creator>"
            f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created></cp:coreProperties>'
        ),
        "xl/workbook.xml": (
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}/relationships"><sheets>{sheets}</sheets>'
            f"<definedNames>{repeated}</definedNames></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
            + "".join(f'<Relationship Id="{key}" Type="{OFFICE}/relationships/{kind}" Target="{part}"/>' for key, kind, part in links)
            + "</Relationships>"
        ),
    }  # fmt: skip
