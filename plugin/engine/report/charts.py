"""Small charts as SVG, to stand in a page: no script, no font of their own, legible on paper.

Text and lines have the colour of the page's text. What is pale on paper has a class beside its colour, by which the page shows it in the
dark: halo, sheet, ground, level, casing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from html import escape
from textwrap import wrap
from typing import Dict, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ..text import number, tr

WIDTH, LABEL, ROW, BAR, LEGEND = 720, 150, 34, 22, 30  # px of the drawing, which is scaled to the page's width
SKETCH, LARGEST = 440, 16  # px: greatest height of a map's frame, greatest radius of a dot
LEAST_DEGREES, KM_A_DEGREE = 0.02, 111.2  # of a map's frame, where all dots lie close together; on a great circle
INK = "currentColor"  # of text and lines: that of the text around the drawing
PAPER = "#E8E8E8"  # the ground of outlines
PAIR = 13  # px, a line of a bar's label that has two
CHARACTER = 6.6  # px, a generous mean for text of 12 px
NODE, LINE, SPACE = 12, 16, 7  # px of a flow chart: width of a node, a line of text, least space between nodes
BANDS, THIN = 340, 0.2  # px of a flow chart: height of all flows together, least thickness of one that is drawn
LETTER, MIXED = 7.4, "#7A7A7A"  # px of a flow chart: a letter of a wide font; colour of what is of several colours


class Series(NamedTuple):
    """One colour of a stacked bar. ink: the colour of numbers that stand on it; empty for black or white, whichever is easier to read."""

    name: str
    color: str
    ink: str = ""


class Bar(NamedTuple):
    """One bar: its label and one value, 0 or more, for each series."""

    label: str
    values: Sequence[float]


def stacked_bars(series: Sequence[Series], bars: Sequence[Bar], *, title: str, decimals: int, unit: str) -> str:
    """Horizontal bars of equal length, divided by the shares of their values, as an SVG element.

    Numbers stand where they have room; each part also carries its own as a tooltip. A bar of nothing is a thin line.
    title: what a screen reader says. decimals, unit: of the numbers.
    """
    entries = [(one.name, one.color) for one in series]
    # Under the bars' beginning where they have room there in one line, else over the whole width.
    keys = [entries] if sum(_key_width(name) for name, _ in entries) <= WIDTH - LABEL else _key_lines(entries)
    top = LEGEND + 20 * (len(keys) - 1)
    parts = [_opening(top + ROW * len(bars), title)]
    for index, line in enumerate(keys):
        parts += _keys(line, float(LABEL) if len(keys) == 1 else 0.0, 20.0 * index)
    for index, bar in enumerate(bars):
        y = top + index * ROW
        parts += _label(bar.label, y + BAR / 2, 2)
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
                on_it = escape(one.ink or ink(one.color))
                parts.append(
                    f'<text x="{x + width / 2:.2f}" y="{y + 15}" text-anchor="middle" fill="{on_it}">{escape(text)}</text>'
                )
            x += width
    return "\n".join([*parts, "</svg>"])


class Level(NamedTuple):
    """One bar from zero: its label, its value, and how far the thin line at its end reaches to both sides (0: none)."""

    label: str
    value: float
    spread: float = 0.0


def level_bars(levels: Sequence[Level], *, title: str, color: str, decimals: int, unit: str) -> str:
    """Horizontal bars from zero, to the left where a value is negative, as an SVG element.

    levels: at least one. title: what a screen reader says. decimals, unit: of the numbers beside the bars.
    """
    low = min(0.0, *(level.value - level.spread for level in levels))
    high = max(0.0, *(level.value + level.spread for level in levels))
    texts = [f"{number(level.value, decimals)} {unit}".strip() for level in levels]
    scale = (WIDTH - LABEL - CHARACTER * max(map(len, texts)) - 16) / ((high - low) or 1.0)
    zero, row, bar = LABEL - low * scale, ROW - 10, BAR - 6
    parts = [_opening(row * len(levels) + 4, title, "; ".join(f"{level.label}: {text}" for level, text in zip(levels, texts)))]
    for index, (level, text) in enumerate(zip(levels, texts)):
        y, end = 2 + index * row, zero + level.value * scale
        parts += _label(level.label, y + bar / 2)
        parts.append(
            f'<rect x="{min(zero, end):.2f}" y="{y}" width="{abs(end - zero):.2f}" height="{bar}" fill="{escape(color)}">'
            f"<title>{escape(level.label)}: {escape(text)}</title></rect>"
        )
        reach = level.spread * scale
        if reach:
            parts.append(f'<path d="M{end - reach:.2f} {y + bar / 2} H{end + reach:.2f}" stroke="{INK}"/>')
        parts.append(f'<text x="{max(zero, end + reach) + 8:.2f}" y="{y + 12}">{escape(text)}</text>')
    parts.append(f'<line x1="{zero:.2f}" x2="{zero:.2f}" y1="0" y2="{row * len(levels) + 4}" stroke="#9A9A9A"/>')
    return "\n".join([*parts, "</svg>"])


class Compared(NamedTuple):
    """Two bars of one label, 0 or more: a value, and an estimate with its interval. None where it is not known. mark: after its number."""

    label: str
    value: float
    estimate: Optional[float]
    low: Optional[float] = None
    high: Optional[float] = None
    mark: str = ""


def compared_bars(
    rows: Sequence[Compared], names: Tuple[str, str], *, title: str, colors: Tuple[str, str], decimals: int, unit: str
) -> str:
    """Pairs of horizontal bars from zero, a thin line at the end of each estimate showing its interval, as an SVG element.

    rows: at least one. names, colors: of values and of estimates. title: what a screen reader says. decimals, unit: of the numbers,
    which are those of the estimates.
    """
    texts = ["–" if row.estimate is None else f"{number(row.estimate, decimals)} {unit} {row.mark}".strip() for row in rows]
    ends = [max(row.value, row.estimate or 0.0, row.high or 0.0) for row in rows]
    scale = (WIDTH - LABEL - CHARACTER * max(map(len, texts)) - 16) / (max(ends) or 1.0)
    bar = (BAR - 2) / 2
    parts = [_opening(LEGEND + ROW * len(rows), title), *_keys(list(zip(names, colors)), float(LABEL))]
    for index, (row, text, end) in enumerate(zip(rows, texts, ends)):
        y = LEGEND + index * ROW
        parts += _label(row.label, y + BAR / 2, 2)
        for place, (name, color, value) in enumerate(zip(names, colors, (row.value, row.estimate))):
            if value is not None:
                tip = f"{row.label}, {name}: {number(value, decimals)} {unit}"
                parts.append(
                    f'<rect x="{LABEL}" y="{y + place * (bar + 2):g}" width="{value * scale:.2f}" height="{bar:g}" fill="{escape(color)}">'
                    f"<title>{escape(tip)}</title></rect>"
                )
        if row.low is not None and row.high is not None:
            left, right, middle = LABEL + max(0.0, row.low) * scale, LABEL + row.high * scale, y + 2 + 1.5 * bar
            caps = "".join(f" M{x:.2f} {middle - 4:g} V{middle + 4:g}" for x in (left, right))
            parts.append(f'<path d="M{left:.2f} {middle:g} H{right:.2f}{caps}" stroke="{INK}" fill="none"/>')
        parts.append(f'<text x="{LABEL + end * scale + 8:.2f}" y="{y + 18}">{escape(text)}</text>')
    parts.append(f'<line x1="{LABEL}" x2="{LABEL}" y1="{LEGEND - 4}" y2="{LEGEND + ROW * len(rows)}" stroke="#9A9A9A"/>')
    return "\n".join([*parts, "</svg>"])


class Curve(NamedTuple):
    """One line: its value at each place, and how far the pale band around it reaches to both sides."""

    name: str
    color: str
    values: Sequence[float]
    spreads: Sequence[float]


def curves(places: Sequence[float], labels: Sequence[str], lines: Sequence[Curve], *, title: str) -> str:
    """Lines over a common axis, each with a pale band, as an SVG element.

    places: ascending, where the values stand on the axis. labels: of the places; those without room are left out. lines: at least one.
    """
    keys = _key_lines([(line.name, line.color) for line in lines])
    top, frame, left = LEGEND + 20 * (len(keys) - 1), 280, 70
    low = min(value - spread for line in lines for value, spread in zip(line.values, line.spreads))
    high = max(value + spread for line in lines for value, spread in zip(line.values, line.spreads))
    low, high = (low, high) if high > low else (low - 0.5, high + 0.5)
    step = _round_length((high - low) / 3)
    decimals = max(0, -math.floor(math.log10(step)))

    def x(place: float) -> float:
        return left + 12 + (WIDTH - left - 36) * (place - places[0]) / ((places[-1] - places[0]) or 1.0)

    def y(value: float) -> float:
        return top + 6 + (frame - 12) * (high - value) / (high - low)

    parts = [_opening(top + frame + 26, title, "; ".join(_told(line, labels, decimals + 2) for line in lines))]
    for index, entries in enumerate(keys):
        parts += _keys(entries, 0.0, 20.0 * index)
    for count in range(math.ceil(low / step), math.floor(high / step) + 1):
        level = y(count * step)
        parts.append(f'<line class="level" x1="{left}" x2="{WIDTH}" y1="{level:.1f}" y2="{level:.1f}" stroke="{PAPER}"/>')
        parts.append(f'<text x="{left - 8}" y="{level + 4:.1f}" text-anchor="end">{number(count * step, decimals)}</text>')
    free = 0.0
    for place, label in zip(places, labels):
        half = CHARACTER * len(label) / 2
        if x(place) - half >= free:
            parts.append(f'<text x="{x(place):.1f}" y="{top + frame + 18}" text-anchor="middle">{escape(label)}</text>')
            free = x(place) + half + 6
    for line in lines:
        upper = [f"{x(p):.1f},{y(v + s):.1f}" for p, v, s in zip(places, line.values, line.spreads)]
        lower = [f"{x(p):.1f},{y(v - s):.1f}" for p, v, s in zip(places, line.values, line.spreads)]
        parts.append(f'<polygon points="{" ".join(upper + lower[::-1])}" fill="{escape(line.color)}" fill-opacity="0.15"/>')
    for line in lines:
        points = " ".join(f"{x(p):.1f},{y(v):.1f}" for p, v in zip(places, line.values))
        parts.append(f'<polyline class="casing" points="{points}" fill="none" stroke="{INK}" stroke-width="4" stroke-opacity="0"/>')
        parts.append(f'<polyline points="{points}" fill="none" stroke="{escape(line.color)}" stroke-width="2"/>')
        for place, label, value, spread in zip(places, labels, line.values, line.spreads):
            tip = f"{line.name}, {label}: {number(value, decimals + 2)} \u00b1 {number(spread, decimals + 2)}"
            parts.append(
                f'<circle cx="{x(place):.1f}" cy="{y(value):.1f}" r="3" fill="{escape(line.color)}"><title>{escape(tip)}</title></circle>'
            )
    return "\n".join([*parts, "</svg>"])


def _told(line: Curve, labels: Sequence[str], decimals: int) -> str:
    """A line in words: its name, and its value at each place."""
    return f"{line.name}: " + ", ".join(f"{label} {number(value, decimals)}" for label, value in zip(labels, line.values))


class Mark(NamedTuple):
    """A vertical line on a histogram, and what is written at its top."""

    label: str
    value: float
    color: str


def histogram(edges: Sequence[float], counts: Sequence[float], marks: Sequence[Mark], *, title: str, color: str, axis: str) -> str:
    """Columns from each edge to the next, with labelled vertical lines, as an SVG element.

    edges: (n + 1) ascending, at equal distances, with all marks between the first and the last. counts: (n), 0 or more. title: what a
    screen reader says. color: of the columns, pale. axis: what the values are.
    """
    low, high, top, frame = edges[0], edges[-1], 17.0, 220.0
    scale = WIDTH / ((high - low) or 1.0)
    marks = sorted(marks, key=lambda mark: mark.value)
    places = [(mark.value - low) * scale for mark in marks]
    rows = _staircase(places, [CHARACTER * len(mark.label) + 10 for mark in marks])
    base = top * (max(rows, default=-1) + 1) + 6 + frame
    parts = [_opening(base + 42, title)]
    tallest, points = max(counts) or 1.0, []
    for left, right, count in zip(edges, edges[1:], counts):
        y = base - frame * count / tallest
        points += [f"{(left - low) * scale:.1f},{y:.1f}", f"{(right - low) * scale:.1f},{y:.1f}"]
    parts.append(f'<polygon class="ground" points="0,{base:.1f} {" ".join(points)} {WIDTH},{base:.1f}" fill="{escape(color)}"/>')
    parts.append(f'<line x1="0" x2="{WIDTH}" y1="{base:.1f}" y2="{base:.1f}" stroke="{INK}"/>')
    step = _round_length((high - low) / 5)
    decimals = max(0, -math.floor(math.log10(step)))
    for count in range(math.ceil(low / step), math.floor(high / step) + 1):
        x, text = (count * step - low) * scale, number(count * step, decimals)
        half = CHARACTER * len(text) / 2
        parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{base:.1f}" y2="{base + 5:.1f}" stroke="{INK}"/>')
        if half <= x <= WIDTH - half:
            parts.append(f'<text x="{x:.1f}" y="{base + 18:.1f}" text-anchor="middle">{text}</text>')
    parts.append(f'<text x="{WIDTH / 2:g}" y="{base + 36:.1f}" text-anchor="middle">{escape(axis)}</text>')
    for mark, x, row in zip(marks, places, rows):
        y, flipped = top * row + 12, x + CHARACTER * len(mark.label) + 6 > WIDTH
        parts.append(
            f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{y - 10:.1f}" y2="{base:.1f}" stroke="{escape(mark.color)}" stroke-width="1.6"/>'
        )
        parts += _outlined(mark.label, x - 5 if flipped else x + 5, y, "end" if flipped else "start")
    return "\n".join([*parts, "</svg>"])


def _staircase(places: Sequence[float], widths: Sequence[float]) -> List[int]:
    """The row of each label, from 0 at the top, so that no line from a label down crosses the label of another to its left.

    places: ascending, where the lines are, each with its label to the right; or to the left, where there is no room.
    """
    rows: List[int] = []
    for index, (place, width) in enumerate(zip(places, widths)):
        start = place if place + width <= WIDTH else place - width
        crossed = [
            rows[other] for other in range(index)
            if places[other] >= start or (places[other] + widths[other] > start and places[other] + widths[other] <= WIDTH)
        ]  # fmt: skip
        rows.append(max(crossed, default=-1) + 1)
    return rows


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

    parts = [_opening(LEGEND + frame + 24, title), *_keys(legend, 0.0)]
    if outline:
        parts += _keys([(outline, PAPER)], sum(_key_width(name) for name, _ in legend), kind=' class="ground"')
    parts.append(
        f'<svg x="0" y="{LEGEND}" width="{WIDTH}" height="{frame:.1f}" viewBox="0 {LEGEND} {WIDTH} {frame:.1f}" overflow="hidden">'
    )
    parts.append(
        f'<rect class="sheet" x="0.5" y="{LEGEND + 0.5}" width="{WIDTH - 1}" height="{frame - 1:.1f}" fill="#FFFFFF" stroke="#9A9A9A"/>'
    )
    for ring in outlines:
        points = " ".join("{:.1f},{:.1f}".format(*place(*point)) for point in ring)
        parts.append(f'<polygon class="ground" points="{points}" fill="{PAPER}" stroke="#7A7A7A" stroke-width="1"/>')
    most = max(dot.size for dot in dots) or 1.0
    for dot in reversed(dots):
        x, y = place(dot.lon, dot.lat)
        radius = max(3.0, LARGEST * math.sqrt(dot.size / most))
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{escape(dot.color)}" fill-opacity="0.75" stroke="{INK}" '
            f'stroke-width="0.7"><title>{escape(dot.tip)}</title></circle>'
        )
        if dot.label:
            parts += _outlined(dot.label, x + radius + 3, y + 4)
    parts.append("</svg>")
    length = _round_length(KM_A_DEGREE * WIDTH / scale / 4)
    bar, y = length * scale / KM_A_DEGREE, LEGEND + frame + 14
    parts.append(f'<path d="M1 {y - 4} V{y} H{bar:.1f} V{y - 4}" fill="none" stroke="{INK}"/>')
    parts.append(f'<text x="{bar + 8:.1f}" y="{y}">{number(length, 0 if length >= 1 else 1)} km</text>')
    return "\n".join([*parts, "</svg>"])


# Wong (2011), and beside his eight others that Tol (2021) finds fit for colour-blind readers, with a few between; for areas with labels.
DISTINCT = (
    "#D55E00", "#0072B2", "#009E73", "#E69F00", "#CC79A7", "#F0E442", "#332288", "#56B4E9", "#882255", "#DDCC77", "#9400E6", "#44AA99",
    "#6B3E26", "#FFB2D9", "#117733", "#999933", "#C4B5FD", "#AA4499", "#B5EAE0", "#A6E22E", "#003C86", "#E31A1C", "#9A9A9A", "#000000",
)  # fmt: skip
# Linear red, green and blue as one sees them without green or without red cones: Machado et al. (2009), severity 1.
BLIND = (
    ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
)
ALIKE = 15.0  # distance in CIE Lab below which areas apart from each other may be taken for the same


def distinct_colors(wanted: Sequence[str]) -> List[str]:
    """A colour of each of several things, of which some dozen are unlike each other for colour-blind readers too.

    wanted: "#RRGGBB" of what has a colour of its own, which it gets where none before it has one like that; else empty. Beyond the 24
    of DISTINCT, colours repeat.
    """
    colors: List[str] = []
    for color in wanted:
        own = color if color and (not colors or _apart(color, [one for one in colors if one]) >= ALIKE) else ""
        colors.append(own)
    for place, color in enumerate(colors):
        if not color:
            taken = [one for one in colors if one]
            free = [one for one in DISTINCT if one not in taken] or [min(DISTINCT, key=taken.count)]
            clear = (one for one in free if _apart(one, taken) >= ALIKE)
            colors[place] = next(clear, "") or max(free, key=lambda one: _apart(one, taken))
    return colors


def _apart(color: str, others: Sequence[str]) -> float:
    """How far a colour is from the nearest of others, in CIE Lab, as the reader who sees the least difference sees them."""
    if not others:
        return math.inf
    seen = _lab([color, *others])
    return float(np.sqrt(((seen[:, 1:] - seen[:, :1]) ** 2).sum(axis=2)).min())


def _lab(colors: Sequence[str]) -> np.ndarray:
    """CIE Lab (3, colors, 3) of colours as one sees them with all cones, without those for green, without those for red."""
    values = np.array([[int(color[place : place + 2], 16) for place in (1, 3, 5)] for color in colors]) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    seen = np.stack([linear, *(np.clip(linear @ np.array(one).T, 0, 1) for one in BLIND)])
    white = (0.95047, 1.0, 1.08883)
    xyz = seen @ np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]).T / white
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], axis=2)


class Flow(NamedTuple):
    """How much of one thing became another, 0 or more; where both have the same name, it stayed."""

    source: str
    target: str
    value: float
    color: str


def flow_chart(flows: Sequence[Flow], *, names: Tuple[str, str], title: str, decimals: int, unit: str, most: int = 25) -> str:
    """Bands from what there was (left) to what it became (right), as thick as their values, as an SVG element.

    What stayed is pale. Numbers stand where they have room; each band and node also carries its own as a tooltip.
    flows: in the order of their sources and targets, which is kept where it does not make more bands cross. names: above the sources and
    above the targets. title: what a screen reader says. decimals, unit: of the numbers. most: nodes on a side, of which the last stands
    for the smallest together where there are more.
    """
    flows = [flow for flow in flows if flow.value > 0]
    colors = _colors(flows)
    flows = _grouped(flows, most)
    scale = BANDS / (sum(flow.value for flow in flows) or 1.0)
    sides = [
        {name: _Node(name, [flow for flow in flows if flow[place] == name], scale, colors.get(name, MIXED), decimals, unit) for name in order}
        for place, order in enumerate(_orders(flows))
    ]  # fmt: skip
    high = max(_height(nodes) for nodes in sides)
    for nodes in sides:
        _spread(nodes, high)
    label = min(200.0, max((node.wide for nodes in sides for node in nodes.values()), default=0.0)) + 8
    thin = [flow for flow in flows if flow.value * scale < THIN]
    bottom = LEGEND + high
    parts = [_opening(bottom + (LINE + 6 if thin else 2), title)]
    for name, x, anchor in zip(names, (0, WIDTH), ("start", "end")):
        parts.append(
            f'<text x="{x}" y="14" text-anchor="{anchor}" font-weight="600">{escape(_shortened(name, WIDTH / 2 - 70))}</text>'
        )
    edges = (label + NODE, WIDTH - label - NODE)
    parts += _bands([flow for flow in flows if flow.value * scale >= THIN], sides, edges, scale, decimals, unit)
    parts += [
        part for place, nodes in enumerate(sides) for node in nodes.values() for part in node.drawn(edges[place], place, label)
    ]
    if thin:
        text = tr("Too thin to draw: {value} in {count} flow(s).").format(
            count=number(len(thin), 0), value=f"{number(sum(flow.value for flow in thin), decimals)} {unit}".strip()
        )
        parts.append(f'<text x="{WIDTH / 2:g}" y="{bottom + LINE:.1f}" text-anchor="middle" font-size="11">{escape(text)}</text>')
    return "\n".join([*parts, "</svg>"])


class _Node:
    """A source or a target of flows: a bar with its name, and its number where there is room. top, thick: of the bar, px."""

    def __init__(self, name: str, flows: Sequence[Flow], scale: float, color: str, decimals: int, unit: str) -> None:
        self.name, self.color, self.value = name, color, sum(flow.value for flow in flows)
        self.text = f"{number(self.value, decimals)} {unit}".strip()
        self.thick, self.top = self.value * scale, 0.0
        self._tall = self.thick >= 2 * LINE - 2  # enough for two lines of text

    @property
    def slot(self) -> float:
        """What it takes from the height of its side: its bar, or a line of text."""
        return max(self.thick, LINE)

    @property
    def wide(self) -> float:
        """How much room name and number need, px."""
        return LETTER * (max(len(self.name), len(self.text)) if self._tall else len(self.name) + len(self.text) + 2)

    def drawn(self, edge: float, place: int, label: float) -> List[str]:
        """edge: where the bands begin or end. place: 0 on the left, 1 on the right. label: how wide the text may be."""
        x, anchor = ((edge - NODE - 6, "end"), (edge + NODE + 6, "start"))[place]
        lines = [_shortened(self.name, (label - 6) * CHARACTER / LETTER)]
        if self._tall:
            lines.append(self.text)
        elif self.wide <= label - 6:
            lines = [f"{self.name}: {self.text}"]
        parts = [
            f'<rect x="{edge - NODE * (1 - place):.1f}" y="{self.top:.2f}" width="{NODE}" height="{max(self.thick, 0.5):.2f}" '
            f'fill="{escape(self.color)}" stroke="{INK}" stroke-width="0.5">'
            f"<title>{escape(self.name)}: {escape(self.text)}</title></rect>"
        ]
        y = self.top + self.thick / 2 + (4 if len(lines) == 1 else 4 - LINE / 2)
        for index, line in enumerate(lines):
            parts.append(f'<text x="{x:.1f}" y="{y + index * LINE:.1f}" text-anchor="{anchor}">{escape(line)}</text>')
        return parts


def _colors(flows: Sequence[Flow]) -> Dict[str, str]:
    """The colour of each name, where all flows to a target, or else all flows from a source, have one."""
    for place in (1, 0):
        found: Dict[str, str] = {}
        if all(found.setdefault(flow[place], flow.color) == flow.color for flow in flows):
            return found
    return {}


def _grouped(flows: Sequence[Flow], most: int) -> List[Flow]:
    """The flows with at most so many names on each side, and one flow for each pair of names."""
    renamed: List[Dict[str, str]] = []
    for place in (0, 1):
        sums: Dict[str, float] = defaultdict(float)
        for flow in flows:
            sums[flow[place]] += flow.value
        small = sorted(sums, key=lambda name: -sums[name])[most - 1 :] if len(sums) > most else []
        renamed.append(dict.fromkeys(small, tr("{count} others").format(count=number(len(small), 0))))
    pairs: Dict[Tuple[str, str], Flow] = {}
    for flow in sorted(flows, key=lambda flow: (flow.source in renamed[0]) + (flow.target in renamed[1])):
        pair = renamed[0].get(flow.source, flow.source), renamed[1].get(flow.target, flow.target)
        old = pairs.get(pair)
        color = flow.color if old is None or old.color == flow.color else MIXED
        pairs[pair] = Flow(*pair, flow.value + (old.value if old else 0.0), color)
    return list(pairs.values())


def _orders(flows: Sequence[Flow]) -> List[List[str]]:
    """The names of each side from top to bottom, so that few bands cross: each where its partners are in the mean (Sugiyama et al. 1981)."""
    orders = [list(dict.fromkeys(flow[place] for flow in flows)) for place in (0, 1)]
    # Where the same names are on both sides, they stand across from each other to begin with.
    known = {name: place for place, name in enumerate(orders[0])}
    orders[1].sort(key=lambda name: known.get(name, len(known)))
    best, least = orders, _crossings(flows, orders)
    for turn in range(6):
        side = 1 - turn % 2
        middles = _middles(flows, orders[1 - side], 1 - side)
        orders = [sorted(order, key=middles.__getitem__) if place == side else order for place, order in enumerate(orders)]
        crossing = _crossings(flows, orders)
        if crossing < least * (1 - 1e-9):
            best, least = orders, crossing
    return best


def _middles(flows: Sequence[Flow], order: Sequence[str], side: int) -> Dict[str, float]:
    """Where the partners of each name are in the mean, weighted by the flows, when their side has that order."""
    ranks = {name: rank for rank, name in enumerate(order)}
    sums: Dict[str, List[float]] = defaultdict(lambda: [0.0, 0.0])
    for flow in flows:
        entry = sums[flow[1 - side]]
        entry[0] += flow.value * ranks[flow[side]]
        entry[1] += flow.value
    return {name: weighted / value for name, (weighted, value) in sums.items()}


def _crossings(flows: Sequence[Flow], orders: Sequence[Sequence[str]]) -> float:
    """How much of the bands cross: the product of the values of each two that do, summed."""
    ranks = [{name: rank for rank, name in enumerate(order)} for order in orders]
    left = np.array([ranks[0][flow.source] for flow in flows])
    right = np.array([ranks[1][flow.target] for flow in flows])
    values = np.array([flow.value for flow in flows], np.float64)
    cross = (left[:, None] < left) & (right[:, None] > right)
    return float(values @ cross @ values) if flows else 0.0


def _height(nodes: Dict[str, _Node]) -> float:
    return sum(node.slot for node in nodes.values()) + SPACE * max(0, len(nodes) - 1)


def _spread(nodes: Dict[str, _Node], high: float) -> None:
    """Place the nodes of a side one below the other, evenly over the height."""
    free = high - _height(nodes)
    between = SPACE + (free / (len(nodes) - 1) if len(nodes) > 1 else 0.0)
    y = LEGEND + (free / 2 if len(nodes) == 1 else 0.0)
    for node in nodes.values():
        node.top = y + (node.slot - node.thick) / 2
        y += node.slot + between


def _bands(
    flows: Sequence[Flow], sides: Sequence[Dict[str, _Node]], edges: Tuple[float, float], scale: float, decimals: int, unit: str
) -> List[str]:
    """The bands and the numbers on them; what stayed and what is thick lies below."""
    ranks = [{name: rank for rank, name in enumerate(nodes)} for nodes in sides]
    tops: List[Dict[Flow, float]] = []
    for place, nodes in enumerate(sides):
        ends = {name: node.top for name, node in nodes.items()}
        tops.append({})
        for flow in sorted(flows, key=lambda flow: ranks[1 - place][flow[1 - place]]):
            tops[place][flow] = ends[flow[place]]
            ends[flow[place]] += flow.value * scale
    parts, texts = [], []
    middle = sum(edges) / 2
    for flow in sorted(flows, key=lambda flow: (flow.source != flow.target, -flow.value)):
        thick, left, right = flow.value * scale, tops[0][flow], tops[1][flow]
        text = f"{number(flow.value, decimals)} {unit}".strip()
        curve = (
            f"M{edges[0]:.1f} {left:.2f} C{middle:.1f} {left:.2f} {middle:.1f} {right:.2f} {edges[1]:.1f} {right:.2f} v{thick:.2f} "
        )
        curve += f"C{middle:.1f} {right + thick:.2f} {middle:.1f} {left + thick:.2f} {edges[0]:.1f} {left + thick:.2f} Z"
        ink, line = ("0.2", "0.6") if flow.source == flow.target else ("0.65", "1")
        parts.append(
            f'<path d="{curve}" fill="{escape(flow.color)}" fill-opacity="{ink}" stroke="{escape(flow.color)}" stroke-opacity="{line}" '
            f'stroke-width="0.5"><title>{escape(flow.source)} → {escape(flow.target)}: {escape(text)}</title></path>'
        )
        if thick >= LINE - 3 and flow.value < sides[0][flow.source].value * (1 - 1e-9):
            texts += _outlined(number(flow.value, decimals), edges[0] + 6, left + thick / 2 + 4)
    return parts + texts


def _outlined(text: str, x: float, y: float, anchor: str = "start") -> List[str]:
    """Text that can be read on any ground."""
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return [
        f'<text class="halo" {place} stroke="#FFFFFF" stroke-width="3" stroke-linejoin="round">{escape(text)}</text>',
        f"<text {place}>{escape(text)}</text>",
    ]


def _round_length(longest: float) -> float:
    """The largest of 1, 2, 5, 10 ... that is not longer."""
    power = 10.0 ** math.floor(math.log10(longest))
    return max(step * power for step in (1, 2, 5) if step * power <= longest * (1 + 1e-9))


def _opening(height: float, title: str, description: str = "") -> str:
    """title, description: what a screen reader says; a description where the numbers stand in no table beside the drawing."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="100%" role="img" '
        f'font-size="12" fill="{INK}" aria-label="{escape(title)}">'
        + (f"<desc>{escape(description)}</desc>" if description else "")
    )


def _label(text: str, middle: float, most: int = 1) -> List[str]:
    """The name of a bar, to its left, in at most so many lines around the bar's middle."""
    room = (LABEL - 10) * CHARACTER / LETTER
    lines = wrap(text, int(room / CHARACTER)) or [""]
    lines = [*lines[: most - 1], _shortened(" ".join(lines[most - 1 :]), room)] if len(lines) > most else lines
    first = middle + 4 - PAIR / 2 * (len(lines) - 1)
    return [
        f'<text x="{LABEL - 10}" y="{first + PAIR * place:g}" text-anchor="end">{escape(line)}</text>'
        for place, line in enumerate(lines)
    ]


def ink(color: str) -> str:
    """Black or white, whichever has the higher contrast with a colour such as #009E73 (WCAG 2.1, relative luminance)."""
    shares = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return "#000000" if (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) ** 2 > 1.05 * 0.05 else "#FFFFFF"


def _keys(entries: Sequence[Tuple[str, str]], x: float, y: float = 0.0, kind: str = "") -> List[str]:
    """A legend in one line, from x, y: a square and a name of each (name, colour). kind: an attribute of the squares."""
    parts = []
    for name, color in entries:
        parts.append(
            f'<rect{kind} x="{x:.1f}" y="{y + 4:g}" width="12" height="12" fill="{escape(color)}" stroke="{INK}" '
            'stroke-width="0.5" stroke-opacity="0.4"/>'
        )
        parts.append(f'<text x="{x + 18:.1f}" y="{y + 14:g}">{escape(name)}</text>')
        x += _key_width(name)
    return parts


def _key_width(name: str) -> float:
    return 18 + CHARACTER * len(name) + 22


def _key_lines(entries: Sequence[Tuple[str, str]]) -> List[List[Tuple[str, str]]]:
    """The entries of a legend, parted into lines that fit the drawing."""
    rows: List[List[Tuple[str, str]]] = [[]]
    width = 0.0
    for name, color in entries:
        name = _shortened(name, WIDTH - 60)
        if rows[-1] and width + _key_width(name) > WIDTH:
            rows.append([])
            width = 0.0
        rows[-1].append((name, color))
        width += _key_width(name)
    return rows
