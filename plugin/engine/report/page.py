"""The one look of all reports: a page of HTML that needs nothing but itself, for the screen and for A4 paper."""

from __future__ import annotations

import datetime
import re
from html import escape
from itertools import groupby
from typing import Any, List, Mapping, NamedTuple, Optional, Sequence, Tuple

from ..text import language, number, tr

# No variables, grids or flexible boxes: QGIS shows reports in a browser of 2016, which skips the rules for the dark and keeps the page light.
# Lines without a colour have that of the text.
STYLE = """
html { color: #1a1a1a; background: #fff; font: 15px/1.5 "Segoe UI", "Noto Sans", "Helvetica Neue", "DejaVu Sans", Arial, sans-serif; }
body { max-width: 760px; margin: 40px auto; padding: 0 20px; overflow-wrap: break-word; word-wrap: break-word; }
h1 { font-size: 26px; line-height: 1.25; font-weight: 600; margin: 0 0 12px; }
h2 { font-size: 17px; line-height: 1.3; font-weight: 600; margin: 34px 0 8px; }
p { margin: 0 0 10px; }
.lead p { font-size: 18px; line-height: 1.45; }
.lead { border-bottom: 2px solid; padding-bottom: 8px; margin-bottom: 12px; }
.wide { overflow-x: auto; margin: 0 0 6px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-feature-settings: "tnum"; }
th, td { text-align: left; vertical-align: baseline; padding: 5px 0 5px 14px; border-bottom: 1px solid #d9d9d9; }
th:first-child, td:first-child { padding-left: 0; }
thead th { font-weight: 600; font-size: 13px; line-height: 1.3; vertical-align: bottom; border-bottom: 1px solid; }
tbody th { font-weight: 400; }
thead th.over { text-align: center; border-bottom: 1px solid #d9d9d9; }
thead td.corner { border-bottom: none; }
td.number, th.number { text-align: right; padding-right: 8px; }
td.number { white-space: nowrap; }
tr.total th, tr.total td { font-weight: 600; border-top: 1px solid; border-bottom: none; }
tr.below th, tr.below td { border-bottom: none; }
tr.first th, tr.first td { border-top: 1px solid; }
caption { text-align: left; font-size: 13px; line-height: 1.3; font-weight: 600; padding: 8px 0 4px; }
.compact th, .compact td, .compact thead th { font-size: 13px; padding: 4px 0 4px 10px; }
.compact td.number, .compact th.number { padding-right: 3px; }
.compact td.mark, .compact thead th.mark { padding-left: 0; padding-right: 6px; }
.dense th, .dense td, .dense thead th { font-size: 11px; padding: 4px 0 4px 5px; }
.dense td.number, .dense th.number { padding-right: 2px; }
.crowded th, .crowded td, .crowded thead th { font-size: 8px; padding: 3px 0 3px 3px; }
.crowded td.number, .crowded th.number { padding-right: 1px; }
.compact th:first-child, .compact td:first-child, .dense th:first-child, .crowded th:first-child { padding-left: 0; }
td.agree { font-weight: 600; background: #eef3f0; }
.note, figcaption, footer { font-size: 13px; line-height: 1.45; color: #4a4a4a; }
figure { margin: 0 0 6px; }
figcaption { margin-top: 4px; }
svg { display: block; max-width: 100%; }
dl { margin: 0 0 14px; }
dt { float: left; clear: left; width: 36%; font-weight: 600; }
dd { margin: 0 0 8px 38%; }
footer { margin-top: 40px; padding-top: 10px; border-top: 1px solid; }
footer td, footer th { border: none; padding-top: 1px; padding-bottom: 1px; overflow-wrap: anywhere; word-wrap: break-word; }
footer th { width: 28%; font-weight: 400; }
@media screen and (prefers-color-scheme: dark) {
  html { color: #e6e6e6; background: #1c1c1c; color-scheme: dark; }
  .note, figcaption, footer { color: #b4b4b4; }
  th, td, thead th.over { border-bottom-color: #404040; }
  td.agree { background: #24382e; }
  svg .halo { stroke: #1c1c1c; }
  svg .sheet { fill: #262626; }
  svg .ground { fill: #565656; }
  svg .level { stroke: #454545; }
  svg .casing { stroke-opacity: 0.45; }
}
@page { size: A4; margin: 18mm 16mm; }
@media print {
  html { font-size: 9.5pt; line-height: 1.4; }
  body { max-width: none; margin: 0; padding: 0; }
  h1 { font-size: 16pt; } h2 { font-size: 11.5pt; margin-top: 16pt; } .lead p { font-size: 11.5pt; margin-bottom: 4pt; }
  thead th, .note, figcaption, footer { font-size: 8.5pt; line-height: 1.35; }
  th, td { padding-top: 3pt; padding-bottom: 3pt; }
  caption, .compact th, .compact td, .compact thead th { font-size: 8.5pt; }
  .dense th, .dense td, .dense thead th { font-size: 7pt; }
  .crowded th, .crowded td, .crowded thead th { font-size: 5pt; }
  dd { margin-bottom: 4pt; }
  h2, caption, thead { page-break-after: avoid; break-after: avoid; }
  .note, figcaption, footer, tr.total, tr.below { page-break-before: avoid; break-before: avoid; }
  p, figure, tr, dl div, footer, .whole { page-break-inside: avoid; break-inside: avoid; }
  svg { max-height: 225mm; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  td.agree { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  footer { margin-top: 16pt; }
}
"""


WIDE = 7  # classes, above which the columns of a matrix have codes only
CROWDED = 24  # columns of a matrix, above which the letters are smallest
WHOLE = 8  # rows of a table, up to which no page ends within it
COMPACT = "compact"  # a table's kind, for many columns: smaller letters
LONG = re.compile(r"[\w./\\-]{21,}")  # a word that may need to be broken
MARK = "*"  # title of a column of marks, which belong to the figures before them


def now() -> str:
    """When a report is made."""
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")


def made_by(made: Mapping[str, Any]) -> Tuple[str, str]:
    """The line of a footer that says what made a report. made: its "version" and "algorithm"."""
    return tr("Made by"), f"Pantau {made['version']}, {made['algorithm']}, {now()}"


class Column(NamedTuple):
    """A column of a table. decimals: of its numbers; None for text. over: a title above, which neighbours with the same share."""

    title: str
    decimals: Optional[int] = None
    over: str = ""


class Figure(NamedTuple):
    """A number with decimals of its own, in a column whose numbers have others."""

    value: float
    decimals: int


class Line(NamedTuple):
    """A line below the last row: one figure of the whole table, or one for each of its columns."""

    title: str
    values: Sequence[Optional[float]]
    decimals: int


class Page:
    """A report from top to bottom. All that goes in is plain text and plain numbers: the page escapes and formats.

    Numbers in tables carry their value as spreadsheets do that write HTML, so that they arrive as numbers in any language.
    """

    def __init__(self, title: str, *lead: str) -> None:
        """lead: the question of the report, answered in one or two plain sentences."""
        self._title, self._body = title, [f"<h1>{escape(title)}</h1>"]
        self._body.append('<div class="lead">' + "".join(f"<p>{escape(one)}</p>" for one in lead) + "</div>")
        self._footer = ""

    def section(self, heading: str) -> None:
        """Begin a section."""
        self._body.append(f"<h2>{escape(heading)}</h2>")

    def paragraph(self, text: str) -> None:
        """A paragraph."""
        self._body.append(f"<p>{escape(text)}</p>")

    def note(self, text: str) -> None:
        """A remark in small print, below a table."""
        self._body.append(f'<p class="note">{escape(text)}</p>')

    def definitions(self, entries: Sequence[Tuple[str, str]]) -> None:
        """Terms and what they mean."""
        self._body.append("<dl>" + "".join(f"<div><dt>{escape(a)}</dt><dd>{escape(b)}</dd></div>" for a, b in entries) + "</dl>")

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Any]],
        total: Optional[Sequence[Any]] = None,
        *,
        below: Sequence[Line] = (),
        caption: str = "",
        kind: str = "",
    ) -> None:
        """Rows of text and numbers (a Figure has decimals of its own); None is "–", and text in a column of numbers stays as it is.

        total: a last row, set apart. below: lines after it. caption: what stands above and is copied along. kind: COMPACT or empty.
        """
        head = "".join(f'<th scope="col"{_kind(column)}>{_broken(column.title)}</th>' for column in columns)
        body = [_row(columns, row) for row in rows] + ([_row(columns, total, ' class="total"')] if total else [])
        body += [_line(line, len(columns) - 1, not index and not total) for index, line in enumerate(below)]
        self._table(f"{_over(columns)}<tr>{head}</tr>", body, kind, caption)

    def matrix(
        self,
        rows_title: str,
        columns_title: str,
        names: Sequence[str],
        counts: Sequence[Sequence[float]],
        decimals: int = 0,
        short: Sequence[str] = (),
        *,
        beside: Optional[Line] = None,
        below: Sequence[Line] = (),
        caption: str = "",
    ) -> None:
        """A matrix of counts with its totals, rows and columns in the order of `names`; agreement stands on the diagonal.

        decimals: of what is counted, such as hectares. short: names for the columns, where there are many. beside: one figure for each
        row, in a column after the totals. below: lines after the totals. caption: what stands above and is copied along.
        """
        wide = len(names) + (2 if beside else 1)
        titles = [*(short or names), tr("Total"), *([beside.title] if beside else [])]
        head = f'<tr><td class="corner"></td><th class="over" scope="colgroup" colspan="{wide}">{escape(columns_title)}</th></tr>'
        head += f'<tr><th scope="col">{_broken(rows_title)}</th>'
        head += "".join(f'<th class="number" scope="col">{_broken(one)}</th>' for one in titles) + "</tr>"
        body = []
        for i, (name, row) in enumerate(zip(names, counts)):
            cells = "".join(_cell(count, decimals if count else 0, " agree" if i == j else "") for j, count in enumerate(row))
            cells += _cell(sum(row), decimals) + (_cell(beside.values[i], beside.decimals) if beside else "")
            body.append(f'<tr><th scope="row">{_broken(name)}</th>{cells}</tr>')
        sums = [sum(column) for column in zip(*counts)]
        cells = "".join(_cell(count, decimals) for count in [*sums, sum(sums)])
        body.append(f'<tr class="total"><th scope="row">{escape(tr("Total"))}</th>{cells}{"<td></td>" if beside else ""}</tr>')
        body += [_line(line, wide) for line in below]
        kind = "" if not short else "dense" if len(names) <= CROWDED else "crowded"
        self._table(head, body, kind, caption)

    def figure(self, svg: str, caption: str) -> None:
        """A drawing of `charts`, with what it shows."""
        self._body.append(f"<figure>{svg}<figcaption>{escape(caption)}</figcaption></figure>")

    def footer(self, entries: Sequence[Tuple[str, str]]) -> None:
        """How the report came about: what ran, when, on what, with which choices."""
        rows = "".join(f'<tr><th scope="row">{escape(a)}</th><td>{escape(b)}</td></tr>' for a, b in entries)
        self._footer = f"<footer><table><tbody>{rows}</tbody></table></footer>"

    def html(self) -> str:
        """The whole page."""
        # The policy holds even if a layer's name brought markup past the escaping: nothing is loaded, nothing runs.
        return "\n".join(
            [
                "<!DOCTYPE html>",
                f'<html lang="{language()}">',
                '<head><meta charset="utf-8">',
                """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">""",
                '<meta name="viewport" content="width=device-width, initial-scale=1">',
                f"<title>{escape(self._title)}</title>",
                f"<style>{STYLE}</style></head>",
                "<body>",
                *self._body,
                self._footer,
                "</body></html>\n",
            ]
        )

    def _table(self, head: str, body: Sequence[str], kind: str = "", caption: str = "") -> None:
        above = f"<caption>{escape(caption)}</caption>" if caption else ""
        style = f' class="{kind}"' if kind else ""
        fold = "wide whole" if len(body) <= WHOLE else "wide"
        self._body.append(
            f'<div class="{fold}"><table{style}>{above}<thead>{head}</thead><tbody>{"".join(body)}</tbody></table></div>'
        )


def _kind(column: Column) -> str:
    if column.title == MARK:
        return ' class="mark"'
    return "" if column.decimals is None else ' class="number"'


def _text(value: Any, decimals: Optional[int]) -> str:
    """A value as it is printed; "–" where there is none."""
    if isinstance(value, Figure):
        return number(*value)
    if value is None or value != value:  # nan is the one value that is not itself
        return "–"
    return str(value) if decimals is None or isinstance(value, str) else number(value, decimals)


def _plain(value: Any, decimals: Optional[int]) -> str:
    """Attributes with the number of a cell as printed and its format; empty for text.

    sdval and sdnum are LibreOffice's: 1033 says that the value is written as in English, 0 that it be shown as the user's language does.
    """
    if isinstance(value, Figure):
        value, decimals = value
    if decimals is None or value is None or isinstance(value, str) or value != value:
        return ""
    return f' sdval="{value:.{decimals}f}" sdnum="1033;0;#,##0{"." * bool(decimals)}{"0" * decimals}"'


def _broken(text: str) -> str:
    """Text, escaped, with places where a long word without blanks, such as the name of a layer, may be broken."""
    return LONG.sub(lambda word: re.sub(r"(?<=[_./\\-])(?=\w)", "<wbr/>", word[0]), escape(text))


def _cell(value: Any, decimals: int, kind: str = "") -> str:
    """A cell of a number. kind: a class beside."""
    return f'<td{_plain(value, decimals)} class="number{kind}">{_broken(_text(value, decimals))}</td>'


def _row(columns: Sequence[Column], values: Sequence[Any], kind: str = "") -> str:
    cells: List[str] = []
    for place, (column, value) in enumerate(zip(columns, values)):
        tag, scope = ("td", "") if place else ("th", ' scope="row"')
        text = _broken(_text(value, column.decimals))
        cells.append(f"<{tag}{scope}{_plain(value, column.decimals)}{_kind(column)}>{text}</{tag}>")
    return f"<tr{kind}>{''.join(cells)}</tr>"


def _line(line: Line, wide: int, apart: bool = False) -> str:
    """A line below a table of `wide` columns after the first; a single figure stands at the end. apart: below a rule."""
    if len(line.values) == 1:
        value = line.values[0]
        cells = f'<td{_plain(value, line.decimals)} class="number" colspan="{wide}">{_text(value, line.decimals)}</td>'
    else:
        cells = "".join(_cell(value, line.decimals) for value in line.values)
        cells += f'<td colspan="{wide - len(line.values)}"></td>' if len(line.values) < wide else ""
    return f'<tr class="{"below first" if apart else "below"}"><th scope="row">{escape(line.title)}</th>{cells}</tr>'


def _over(columns: Sequence[Column]) -> str:
    """The row of titles above the titles; empty where no column has one."""
    if not any(column.over for column in columns):
        return ""
    cells = []
    for title, group in groupby(columns, key=lambda column: column.over):
        count = len(list(group))
        over = f'<th class="over" scope="colgroup" colspan="{count}">{escape(title)}</th>'
        cells.append(over if title else '<td class="corner"></td>' * count)
    return f"<tr>{''.join(cells)}</tr>"
