"""Small charts as SVG, to stand in a page: no script, no font of their own, legible on paper."""

from __future__ import annotations

import math
from html import escape
from typing import List, NamedTuple, Sequence, Tuple

from ..text import number

WIDTH, LABEL, ROW, BAR, LEGEND = 720, 150, 34, 22, 30  # px of the drawing, which is scaled to the page's width
SKETCH, LARGEST = 440, 16  # px: greatest height of a map's frame, greatest radius of a dot
LEAST_DEGREES, KM_A_DEGREE = 0.02, 111.2  # of a map's frame, where all dots lie close together; on a great circle
PAPER = "#E8E8E8"  # the ground of outlines
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
    parts = [_opening(height, title), *_keys([(one.name, one.color) for one in series], float(LABEL))]
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


class Dot(NamedTuple):
    """A place on a sketch. size: what the dot's area shows. label: written beside it; empty for none. tip: its tooltip."""

    lon: float
    lat: float
    size: float
    color: str
    label: str
    tip: str


def sketch(
    dots: Sequence[Dot],
    outlines: Sequence[Sequence[Tuple[float, float]]],
    legend: Sequence[Tuple[str, str]],
    *,
    title: str,
    outline: str,
) -> str:
    """A map of dots over outlines, north up, with a scale bar, as an SVG element.

    dots: at least one; the first is drawn on top. outlines: rings of (longitude, latitude); what lies beyond the dots' frame is cut
    off. legend: (name, colour) of the dots; outline: name of the outlines, empty where there are none. title: what a screen reader
    says.
    """
    lons, lats = [dot.lon for dot in dots], [dot.lat for dot in dots]
    middle_lon, middle_lat = (max(lons) + min(lons)) / 2, (max(lats) + min(lats)) / 2
    squeeze = max(0.05, math.cos(math.radians(middle_lat)))  # of a degree of longitude
    wide = max((max(lons) - min(lons)) * squeeze, LEAST_DEGREES) * 1.2
    high = max(max(lats) - min(lats), LEAST_DEGREES) * 1.2
    frame = min(SKETCH, max(SKETCH / 2, WIDTH * high / wide))
    scale = min(WIDTH / wide, frame / high)  # px a degree of latitude

    def place(lon: float, lat: float) -> Tuple[float, float]:
        return WIDTH / 2 + (lon - middle_lon) * squeeze * scale, LEGEND + frame / 2 - (lat - middle_lat) * scale

    parts = [_opening(LEGEND + frame + 24, title), *_keys([*legend, *([(outline, PAPER)] if outline else [])], 0.0)]
    parts.append(
        f'<svg x="0" y="{LEGEND}" width="{WIDTH}" height="{frame:.1f}" viewBox="0 {LEGEND} {WIDTH} {frame:.1f}" overflow="hidden">'
    )
    parts.append(f'<rect x="0.5" y="{LEGEND + 0.5}" width="{WIDTH - 1}" height="{frame - 1:.1f}" fill="#FFFFFF" stroke="#9A9A9A"/>')
    for ring in outlines:
        points = " ".join("{:.1f},{:.1f}".format(*place(*point)) for point in ring)
        parts.append(f'<polygon points="{points}" fill="{PAPER}" stroke="#7A7A7A" stroke-width="1"/>')
    most = max(dot.size for dot in dots) or 1.0
    for dot in reversed(dots):
        x, y = place(dot.lon, dot.lat)
        radius = max(3.0, LARGEST * math.sqrt(dot.size / most))
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{escape(dot.color)}" fill-opacity="0.75" stroke="#1A1A1A" '
            f'stroke-width="0.7"><title>{escape(dot.tip)}</title></circle>'
        )
        if dot.label:
            text = f'x="{x + radius + 3:.1f}" y="{y + 4:.1f}"'
            parts.append(f'<text {text} stroke="#FFFFFF" stroke-width="3" stroke-linejoin="round">{escape(dot.label)}</text>')
            parts.append(f"<text {text}>{escape(dot.label)}</text>")
    parts.append("</svg>")
    length = _round_length(KM_A_DEGREE * WIDTH / scale / 4)
    bar, y = length * scale / KM_A_DEGREE, LEGEND + frame + 14
    parts.append(f'<path d="M1 {y - 4} V{y} H{bar:.1f} V{y - 4}" fill="none" stroke="#1A1A1A"/>')
    parts.append(f'<text x="{bar + 8:.1f}" y="{y}">{number(length, 0 if length >= 1 else 1)} km</text>')
    return "\n".join([*parts, "</svg>"])


def _round_length(longest: float) -> float:
    """The largest of 1, 2, 5, 10 ... that is not longer."""
    power = 10.0 ** math.floor(math.log10(longest))
    return max(step * power for step in (1, 2, 5) if step * power <= longest * (1 + 1e-9))


def _opening(height: float, title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="100%" role="img" '
        f'font-size="12" aria-label="{escape(title)}">'
    )


def _keys(entries: Sequence[Tuple[str, str]], x: float) -> List[str]:
    """A legend in one line, from x: a square and a name of each (name, colour)."""
    parts = []
    for name, color in entries:
        parts.append(f'<rect x="{x:.1f}" y="4" width="12" height="12" fill="{escape(color)}"/>')
        parts.append(f'<text x="{x + 18:.1f}" y="14">{escape(name)}</text>')
        x += 18 + CHARACTER * len(name) + 22
    return parts
