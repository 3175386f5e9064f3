"""Small charts as SVG, to stand in a page: no script, no font of their own, legible on paper."""

from __future__ import annotations

from html import escape
from typing import List, NamedTuple, Sequence

from ..text import number

WIDTH, LABEL, ROW, BAR, LEGEND = 720, 150, 34, 22, 30  # px of the drawing, which is scaled to the page's width
CHARACTER = 6.6  # px, a generous mean for text of 12 px


class Series(NamedTuple):
    """One colour of a stacked bar. ink: the colour of numbers that stand on it."""

    name: str
    color: str
    ink: str


class Bar(NamedTuple):
    """One bar: its label and one value, 0 or more, for each series."""

    label: str
    values: Sequence[float]


def stacked_bars(series: Sequence[Series], bars: Sequence[Bar], *, title: str, decimals: int, unit: str) -> str:
    """Horizontal bars of equal length, divided by the shares of their values, as an SVG element.

    Numbers stand where they have room; each part also carries its own as a tooltip. A bar of nothing is a thin line.
    title: what a screen reader says. decimals, unit: of the numbers.
    """
    height = LEGEND + ROW * len(bars)
    parts: List[str] = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="100%" role="img" '
        f'font-size="12" aria-label="{escape(title)}">'
    ]
    x = float(LABEL)
    for one in series:
        parts.append(f'<rect x="{x:.1f}" y="4" width="12" height="12" fill="{escape(one.color)}"/>')
        parts.append(f'<text x="{x + 18:.1f}" y="14">{escape(one.name)}</text>')
        x += 18 + CHARACTER * len(one.name) + 22
    for index, bar in enumerate(bars):
        y = LEGEND + index * ROW
        parts.append(f'<text x="{LABEL - 10}" y="{y + 15}" text-anchor="end">{escape(_shortened(bar.label, LABEL - 10))}</text>')
        total, x = sum(bar.values), float(LABEL)
        if not total:
            parts.append(f'<line x1="{LABEL}" x2="{WIDTH}" y1="{y + BAR / 2}" y2="{y + BAR / 2}" stroke="#9A9A9A"/>')
            continue
        for one, value in zip(series, bar.values):
            width = (WIDTH - LABEL) * value / total
            text = f"{number(value, decimals)} {unit}"
            if value:
                parts.append(
                    f'<rect x="{x:.2f}" y="{y}" width="{width:.2f}" height="{BAR}" fill="{escape(one.color)}">'
                    f"<title>{escape(bar.label)}, {escape(one.name)}: {escape(text)}</title></rect>"
                )
            if width > CHARACTER * len(text) + 8:
                parts.append(
                    f'<text x="{x + width / 2:.2f}" y="{y + 15}" text-anchor="middle" fill="{escape(one.ink)}">{escape(text)}</text>'
                )
            x += width
    return "\n".join([*parts, "</svg>"])


def _shortened(text: str, width: float) -> str:
    most = int(width / CHARACTER)
    return text if len(text) <= most else text[: most - 1] + "…"
