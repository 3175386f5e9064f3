"""Reports: well-formed, self-contained, escaped, in the language of the user, and whole files or none."""

import os
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from pantau.plugin.engine import text
from pantau.plugin.engine.errors import PantauError
from pantau.plugin.engine.files import write_text
from pantau.plugin.engine.landcover import change_report
from pantau.plugin.engine.report.charts import (
    Bar,
    Compared,
    Curve,
    Dot,
    Flow,
    Level,
    Mark,
    Series,
    compared_bars,
    curves,
    flow_chart,
    histogram,
    ink,
    level_bars,
    sketch,
    stacked_bars,
)
from pantau.plugin.engine.report.page import STYLE, WHOLE, Column, Figure, Page
from pantau.plugin.engine.segmentation.evaluation import Reference, Settings, evaluate
from pantau.plugin.engine.segmentation.evaluation_report import report
from scenes import write

EMPTY = {"meta", "br", "hr", "img", "link"}
NASTY = "<script>alert('1')</script> & \"x\""


class Reader(HTMLParser):
    """Checks that tags nest, and gathers tags and text."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.words = [], [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return re.sub(r"\s+", " ", " ".join(self.words))


@pytest.fixture
def indonesian():
    text.use_translator(str, "id")
    yield
    text.use_translator(str, "en")


def page(name="mine"):
    one = Page(f"About {name}", f"Lead {name}.")
    one.section(f"Section {name}")
    one.paragraph(f"Paragraph {name}")
    one.note(f"Note {name}")
    one.definitions([(f"Term {name}", f"Meaning {name}")])
    one.table([Column(f"Class {name}"), Column("Area", 2)], [[name, 1234.5], ["none", None]], ["All", 0.125])
    one.matrix("Map", "Reference", [name, "other"], [[1500, 2], [3, 4]])
    one.figure(
        stacked_bars(
            [Series(f"hit {name}", "#009E73", "#FFFFFF")], [Bar(name, [2.0])], title=f"Chart {name}", decimals=1, unit="ha"
        ),
        f"Caption {name}",
    )
    one.footer([(f"Input {name}", name)])
    return one.html()


def test_a_page_is_whole_and_needs_nothing_from_elsewhere():
    html = page()
    reader = Reader(html)
    assert html.startswith("<!DOCTYPE html>")
    names = [tag for tag, _ in reader.tags]
    assert not {"script", "link", "img", "iframe", "object"} & set(names)
    assert not re.search(r"(?:src|href)\s*=|url\(|@import", html)
    assert [names.count(tag) for tag in ("h1", "h2", "table", "svg", "footer")] == [1, 1, 3, 1, 1]
    for words in ("About mine", "Lead mine.", "Section mine", "Paragraph mine", "Note mine", "Term mine", "Caption mine"):
        assert words in reader.text
    assert "1,234.50" in reader.text
    assert "–" in reader.text
    assert "1,500 2 1,502" in reader.text  # a row of the matrix with its total
    assert "1,503 6 1,509" in reader.text  # its totals
    assert dict(reader.tags)["html"]["lang"] == "en"


def test_what_goes_in_is_text():
    plain, nasty = Reader(page()), Reader(page(NASTY))
    tags = [[tag for tag, _ in one.tags if tag != "text"] for one in (plain, nasty)]  # a long label has two lines
    assert tags[0] == tags[1]
    assert nasty.text.count("<script>") == plain.text.count("mine")


def test_numbers_and_language_are_the_user_s(indonesian):
    html = page()
    assert '<html lang="id">' in html
    assert "1.234,50" in html
    assert "1,234.50" not in html


def luminance(color):
    """Relative luminance (WCAG 2.1) of #rrggbb or #rgb."""
    digits = color[1:] if len(color) == 7 else "".join(one * 2 for one in color[1:])
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    parts = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in (red, green, blue)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    """Of two colours (WCAG 2.1): 1 to 21, 4.5 at least for text."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def rules(css):
    """The colours that each selector sets: {selector: {property: colour}}."""
    found = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        colors = dict(re.findall(r"\b([a-z-]+): (#[0-9a-f]{3,6})\b", body))
        for selector in selectors.split(","):
            found.setdefault(selector.strip(), {}).update(colors)
    return found


def looks():
    """The rules of the light page and those of the dark one."""
    light, dark, rest = re.fullmatch(
        r"(.*)@media screen and \(prefers-color-scheme: dark\) \{(.*?\})\n\}(.*)", STYLE, re.S
    ).groups()
    assert "prefers-color-scheme" not in light + rest  # what is printed is light
    assert "@media print" in rest
    return rules(light), rules(dark)


def test_text_can_be_read_in_the_light_and_in_the_dark():
    light, dark = looks()
    for look in (light, dark):
        ground, ink, note = look["html"]["background"], look["html"]["color"], look[".note"]["color"]
        assert look["figcaption"]["color"] == look["footer"]["color"] == note
        for color in (ink, note):
            assert contrast(color, ground) >= 4.5
        assert contrast(ink, look["td.agree"]["background"]) >= 4.5
    assert luminance(light["html"]["background"]) > 0.9
    assert luminance(dark["html"]["background"]) < 0.05
    # every colour of the light page that the dark one does not set belongs to no text
    set_in_dark = {(selector, name) for selector, colors in dark.items() for name in colors}
    assert {(selector, name) for selector, colors in light.items() for name in colors} <= set_in_dark


def test_the_page_asks_nothing_that_an_old_browser_does_not_know():
    assert not re.search(r"var\(|:root|\bgrid\b|\bflex\b|calc\(|clamp\(", STYLE)


DOTS = [Dot(116.0, -1.0, 2.0, "#D7301F", "1", "one"), Dot(116.1, -1.1, 1.0, "#67A9CF", "", "two")]
CHARTS = {
    "stacked_bars": lambda: stacked_bars([Series("a", "#000000"), Series("b", "#FFFFFF")], [Bar("x", [1, 2]), Bar("none", [0, 0])], title="t <b>", decimals=1, unit="ha"),
    "level_bars": lambda: level_bars([Level("a <b>", 2.5, 1.0), Level("b", -1.25)], title="t <b>", color="#0072B2", decimals=2, unit="%"),
    "compared_bars": lambda: compared_bars([Compared("a", 1.0, 2.0, 1.0, 3.0)], ("m", "n"), title="t <b>", colors=("#BDBDBD", "#0072B2"), decimals=1, unit="ha"),
    "curves": lambda: curves([1, 2], ["red", "nir"], [Curve("w <b>", "#000000", [0.25, 0.5], [0.1, 0.1])], title="t <b>"),
    "histogram": lambda: histogram([0, 1, 2], [3, 4], [Mark("cut", 1.5, "#D55E00")], title="t <b>", color="#C4C4C4", axis="index"),
    "sketch": lambda: sketch(DOTS, [[(116.0, -1.0), (116.1, -1.0), (116.1, -1.1)]], [("new", "#D7301F")], title="t <b>", outline="permits"),
    "flow_chart": lambda: flow_chart([Flow("a", "a", 300.0, "#117733"), Flow("a", "b", 100.0, "#882255")], names=("x", "y"), title="t <b>", decimals=1, unit="ha"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_has_words_and_follows_the_look_of_the_page(name):
    root = ET.fromstring(CHARTS[name]())  # noqa: S314
    assert (root.get("role"), root.get("aria-label"), root.get("fill")) == ("img", "t <b>", "currentColor")
    _, dark = looks()
    classes = {one.get("class") for one in root.iter() if one.get("class")}
    assert all(f"svg .{one}" in STYLE.split("prefers-color-scheme")[1].split("@page")[0] for one in classes)
    ground = dark["html"]["background"]
    assert dark["svg .halo"]["stroke"] == ground
    for one in root.iter(SVG + "text"):
        if one.get("stroke"):
            assert one.get("class") == "halo"
        elif name != "stacked_bars" or one.get("fill") is None:
            assert one.get("fill") is None  # the colour of the page's text
    fixed = [one for one in root.iter() if one.get("stroke") in ("#000000", "#1A1A1A", "#FFFFFF") and one.get("class") != "halo"]
    assert [one.tag for one in fixed if one.tag != SVG + "polyline" and one.tag != SVG + "polygon"] == []
    for one in root.iter(SVG + "polygon"):
        if one.get("class") == "ground":
            assert contrast(dark["svg .ground"]["fill"], dark["html"]["color"]) >= 4.5  # of the names that stand on it


def test_charts_whose_numbers_stand_in_no_table_tell_them():
    (told,) = ET.fromstring(CHARTS["level_bars"]()).findall(SVG + "desc")  # noqa: S314
    assert told.text == "a <b>: 2.50 %; b: -1.25 %"
    (told,) = ET.fromstring(CHARTS["curves"]()).findall(SVG + "desc")  # noqa: S314
    assert re.fullmatch(r"w <b>: red 0\.250*, nir 0\.50*", told.text)


def test_numbers_can_be_read_on_every_bar():
    rng = np.random.default_rng(0)
    colors = ["#000000", "#FFFFFF", "#767676", "#009E73", "#D55E00", "#0072B2"]
    colors += [f"#{red:02X}{green:02X}{blue:02X}" for red, green, blue in rng.integers(0, 256, (200, 3))]
    for color in colors:
        svg = stacked_bars([Series("a", color)], [Bar("x", [1.0])], title="t", decimals=1, unit="ha")
        (ink,) = re.findall(r'<text [^>]*fill="(#\w+)"', svg)
        assert contrast(ink, color) >= 4.5
    for color, ink in (change_report.STAYED, change_report.LOST, change_report.GAINED):
        assert contrast(ink, color) >= 4.5


def test_a_long_label_stands_in_two_lines_beside_its_bar():
    svg = stacked_bars([Series("a", "#0072B2")], [Bar("Kawasan Permukiman Perkotaan", [1]), Bar("B" * 60, [1]), Bar("", [1])], title="t", decimals=1, unit="ha")  # fmt: skip
    labels = [(one.text, float(one.get("y"))) for one in ET.fromstring(svg).iter(SVG + "text") if one.get("text-anchor") == "end"]  # noqa: S314
    names = [text for text, _ in labels]
    assert names[:2] == ["Kawasan Permukiman", "Perkotaan"]
    assert labels[1][1] > labels[0][1] + 10
    assert names[3].endswith("…")
    assert max(len(name or "") for name in names) * 7.4 <= 140  # px from the left edge to the bars


SPREADSHEET = re.compile(r'<t[dh][^>]* sdval="([^"]*)" sdnum="1033;0;([^"]*)"[^>]*>([^<]*)</t[dh]>')


@pytest.mark.parametrize("language", ["en", "id"])
def test_numbers_arrive_in_a_spreadsheet_as_numbers(language):
    one = Page("t", "l")
    rows = [["a", 1234.5, 7], ["b", Figure(0.12345, 4), -0.25], ["c", None, "n/a"]]
    with text.numbers_in(language):
        one.table([Column("Class"), Column("Area", 2), Column("Number", 0)], rows, ["All", 2_000_000.0, 1e6])
        one.matrix("Map", "Reference", ["x", "y"], [[1500.5, 0], [3, 4]], 1)
    html = one.html()
    cells = SPREADSHEET.findall(html)
    values = [float(value) for value, _, _ in cells]
    assert values == [1234.5, 7, 0.1235, -0, 2e6, 1e6, 1500.5, 0, 1500.5, 3, 4, 7, 1503.5, 4, 1507.5]
    for value, form, shown in cells:
        point = "." if language == "en" else ","
        assert float(re.sub(rf"[^\d{re.escape(point)}-]", "", shown).replace(",", ".")) == float(value)
        assert len(form.partition(".")[2]) == len(shown.partition(point)[2])
    assert html.count("sdval") == len(cells)  # and no text has one


def test_a_long_name_can_be_broken_and_stays_itself():
    name = "rtrw_kabupaten_kutai_kartanegara_2024_revisi.gpkg"
    one = Page("t", "l")
    one.table([Column("Layer"), Column("Area", 1)], [[name, 1.0], ["short_name", 2.0]])
    html = one.html()
    assert "kutai_<wbr/>kartanegara_<wbr/>2024" in html
    assert "short_name" in html
    reader = Reader(html.replace("<wbr/>", ""))
    assert name in reader.text


def test_short_tables_stay_on_one_page():
    one = Page("t", "l")
    for count in (WHOLE, WHOLE + 1):
        one.table([Column("a"), Column("b", 0)], [["x", 1]] * count)
    assert re.findall(r'<div class="(wide[^"]*)"', one.html()) == ["wide whole", "wide"]


def test_all_reports_are_pages():
    plugin = Path(change_report.__file__).parents[2]
    reports = sorted(plugin.glob("engine/*/*report.py"))
    assert len(reports) >= 9
    for path in reports:
        source = path.read_text(encoding="utf-8")
        assert "page = Page(" in source
        assert "page.footer(" in source
        # the answer first, then what explains the figures, and last how the report came about
        assert (
            source.index("= Page(") < source.index("page.definitions(") < source.index("page.footer(") < source.index("page.html()")
        )
    for folder in (plugin, plugin.parent / "processing_provider"):
        for path in folder.rglob("*.py"):
            if path.parent.name != "report":
                source = path.read_text(encoding="utf-8")
                assert not re.search(r"<!DOCTYPE html|<html|<svg|<style|<table", source), path


def test_ink_has_the_more_contrast():
    """By contrast ratios of WCAG 2.1 as calculators print them: black on #767676 4.62 and white 4.54, on #757575 4.56 and 4.61."""
    found = {color: ink(color) for color in ("#767676", "#757575", "#FF0000", "#0000FF", "#F0E442")}
    assert found == {"#767676": "#000000", "#757575": "#FFFFFF", "#FF0000": "#000000", "#0000FF": "#FFFFFF", "#F0E442": "#000000"}


def test_bars_divide_their_length_by_the_shares():
    series = [Series("a", "#000000", "#FFFFFF"), Series("b", "#009E73", "#FFFFFF"), Series("c", "#E69F00", "#000000")]
    svg = stacked_bars(
        series, [Bar("one", [10, 30, 0]), Bar("nothing", [0, 0, 0]), Bar("x" * 80, [1, 1, 2])], title="t", decimals=1, unit="ha"
    )
    root = ET.fromstring(svg)  # noqa: S314
    space = "{http://www.w3.org/2000/svg}"
    parts = [one for one in root.iter(space + "rect") if one.find(space + "title") is not None]
    assert [one.find(space + "title").text for one in parts[:2]] == ["one, a: 10.0 ha", "one, b: 30.0 ha"]
    left, width = ([float(one.get(key)) for one in parts] for key in ("x", "width"))
    assert len(parts) == 5
    assert width[1] / width[0] == pytest.approx(3)
    assert left[1] == pytest.approx(left[0] + width[0], abs=0.02)
    assert sum(width[:2]) == pytest.approx(sum(width[2:]), abs=0.05)
    assert left[0] + sum(width[:2]) <= float(root.get("viewBox").split()[2]) + 0.05
    labels = [one.text for one in root.iter(space + "text")]
    assert "nothing" in labels
    assert any(label.endswith("…") and len(label) < 30 for label in labels)


SVG = "{http://www.w3.org/2000/svg}"


def drawn(flows, **options):
    """(bands, bars, texts) of a flow chart; a band is (tooltip, left top, left bottom, right top, right bottom, opacity)."""
    options = {"names": ("2018", "2022"), "title": "t", "decimals": 1, "unit": "ha", **options}
    root = ET.fromstring(flow_chart(flows, **options))  # noqa: S314
    assert root.get("role") == "img"
    assert root.get("aria-label") == options["title"]
    high = float(root.get("viewBox").split()[3])
    bands = []
    for path in root.iter(SVG + "path"):
        points = [float(one) for one in re.findall(r"-?[0-9.]+", path.get("d"))]
        # M left top, C (two handles) right top, v thickness, C (two handles) left bottom
        bands.append(
            (
                path.find(SVG + "title").text,
                points[1],
                points[-1],
                points[7],
                points[7] + points[8],
                float(path.get("fill-opacity")),
            )
        )
    bars = [
        (one.find(SVG + "title").text, float(one.get("x")), float(one.get("y")), float(one.get("height")), one.get("fill"))
        for one in root.iter(SVG + "rect")
    ]
    texts = [one for one in root.iter(SVG + "text") if one.get("stroke") is None]
    for one in texts:
        assert 0 < float(one.get("y")) <= high
    for bar in bars:
        assert bar[2] + bar[3] <= high
    return bands, bars, [one.text for one in texts]


def test_bands_of_a_flow_chart_are_as_thick_as_their_values():
    flows = [
        Flow("forest", "forest", 600.0, "#117733"), Flow("forest", "mine", 200.0, "#882255"), Flow("paddy", "paddy", 100.0, "#DDCC77"),
        Flow("paddy", "mine", 100.0, "#882255"), Flow("paddy", "forest", 0.0, "#117733"),
    ]  # fmt: skip
    bands, bars, texts = drawn(flows)
    thick = {tip.split(":")[0]: bottom - top for tip, top, bottom, *_ in bands}
    assert thick == {
        one: pytest.approx(share * 0.34, abs=0.03)  # of 340 px for 1000 ha
        for one, share in (("forest → forest", 600), ("forest → mine", 200), ("paddy → paddy", 100), ("paddy → mine", 100))
    }
    assert all(
        right_bottom - right_top == pytest.approx(bottom - top, abs=0.03) for _, top, bottom, right_top, right_bottom, _ in bands
    )
    # at both ends the bands of a bar fill it without a gap
    for tip, x, y, height, _ in bars:
        name, left = tip.split(":")[0], x < 360
        ends = sorted(band[1:3] if left else band[3:5] for band in bands if band[0].split(":")[0].split(" → ")[not left] == name)
        assert ends[0][0] == pytest.approx(y, abs=0.02)
        assert ends[-1][1] == pytest.approx(y + height, abs=0.03)
        assert all(one[1] == pytest.approx(other[0], abs=0.03) for one, other in zip(ends, ends[1:]))
    colors = {(tip.split(":")[0], x < 360): color for tip, x, _, _, color in bars}
    assert colors == {
        ("forest", True): "#117733", ("forest", False): "#117733", ("paddy", True): "#DDCC77", ("paddy", False): "#DDCC77",
        ("mine", False): "#882255",
    }  # fmt: skip
    # what stayed is pale, and lies below what changed
    opacity = [band[-1] for band in bands]
    assert opacity == sorted(opacity)
    assert opacity[0] < opacity[-1] / 2
    assert {"2018", "2022", "forest", "800.0 ha", "200.0 ha", "300.0 ha", "600.0"} <= set(texts)


def test_bands_cross_only_where_they_must():
    """Ten names go to ten others, listed in an order in which every two bands cross; the chart finds one in which none do."""
    small = [Flow("a0", f"b{number}", 0.1, "#000000") for number in range(10)]
    bands, _, _ = drawn([*small, *(Flow(f"a{number}", f"b{9 - number}", 10.0, "#000000") for number in range(10))])
    large = sorted(band[1:5:2] for band in bands if band[0].endswith("10.1 ha") or band[0].endswith("10.0 ha"))
    assert len(large) == 10
    assert [right for _, right in large] == sorted(right for _, right in large)
    # where nothing is gained by it, the order stays that of the caller
    bands, bars, _ = drawn([Flow(name, name, 1.0, "#000000") for name in "cab"])
    assert [bar[0][0] for bar in sorted(bars, key=lambda bar: bar[1:3])] == [*"cab", *"cab"]


def test_many_and_small_flows_stay_legible_and_add_up():
    rng = np.random.default_rng(7)
    values = rng.pareto(1.2, (34, 34)) + np.diag(rng.uniform(5e2, 5e3, 34))
    values[0, 0] = 2e5
    flows = [Flow(f"zone {i} {NASTY}", f"zone {j} {NASTY}", float(values[i, j]), "#123456") for i in range(34) for j in range(34)]
    bands, bars, texts = drawn(flows, most=25)
    left = [bar for bar in bars if bar[1] < 360]
    assert len(left) == len(bars) - len(left) == 25
    # 24 by name, and 10 together
    sums = np.sort(values.sum(axis=1))
    told = {bar[0].rsplit(": ", 1)[0]: float(bar[0].rsplit(": ", 1)[1][:-3].replace(",", "")) for bar in left}
    assert told["10 others"] == pytest.approx(sums[:10].sum(), abs=0.06)
    assert sum(told.values()) == pytest.approx(values.sum(), abs=3)
    # no two labels on top of each other
    lines = sorted(bar[2] + bar[3] / 2 for bar in left)
    assert np.diff(lines).min() > 14
    # what cannot be seen is not drawn, but said
    assert len(bands) < 200
    drawn_ha = sum(float(band[0].rsplit(": ", 1)[1][:-3].replace(",", "")) for band in bands)
    note = next(text for text in texts if text.startswith("Too thin to draw"))
    rest, count = re.fullmatch(r"Too thin to draw: ([0-9,.]+) ha in ([0-9,]+) flow\(s\)\.", note).groups()
    assert drawn_ha + float(rest.replace(",", "")) == pytest.approx(values.sum(), abs=10)
    assert int(count.replace(",", "")) + len(bands) == 25 * 25


def test_a_flow_chart_of_one_flow_or_none():
    bands, bars, _ = drawn([Flow("a", "b", 2.0, "#000000")])
    assert len(bands) == 1
    assert [bar[3] for bar in bars] == [340, 340]
    bands, bars, texts = drawn([Flow("a", "b", 0.0, "#000000")])
    assert (bands, bars, texts) == ([], [], ["2018", "2022"])


def test_numbers_of_a_flow_chart_are_the_user_s(indonesian):
    _, bars, texts = drawn([Flow("a", "b", 2002.44, "#000000"), Flow("c", "b", 1.0, "#000000")], decimals=2)
    assert "2.002,44 ha" in texts
    assert "b: 2.003,44 ha" in [bar[0] for bar in bars]


def compare(tmp_path, predicted, actual, **settings):
    path = write(tmp_path / "map.tif", np.array(predicted, np.uint8))
    return evaluate(path, Reference(write(tmp_path / "truth.tif", np.array(actual, np.uint8))), Settings(**settings))


def test_the_answer_stands_at_the_top(tmp_path):
    reader = Reader(report(compare(tmp_path, [[1, 1, 1, 1, 0, 0]], [[1, 1, 1, 0, 1, 0]])))
    assert "Of what the map calls class 1, 75.0 % is class 1 in the reference too. It finds 75.0 % of" in reader.text
    assert "0.04 ha of class 1, the reference 0.04 ha" in reader.text
    assert "class 1 3 1 4" in reader.text
    assert "all else 1 1 2" in reader.text
    assert "66.67" in reader.text  # accuracy 4 of 6
    assert "60.00" in reader.text  # IoU 3 of 5
    assert "All classes" not in reader.text
    assert "no confidence interval" in reader.text


@pytest.mark.parametrize(("predicted", "actual", "words"), [
    ([[0, 0]], [[1, 0]], "The map shows no class 1 here. It misses all of the 0.01 ha"),
    ([[1, 0]], [[0, 0]], "The reference shows no class 1 here. All of the 0.01 ha that the map shows are false alarms."),
    ([[0, 0]], [[0, 0]], "Neither the map nor the reference shows any class 1 here."),
])  # fmt: skip
def test_what_has_no_ratio_is_said_in_words(tmp_path, predicted, actual, words):
    reader = Reader(report(compare(tmp_path, predicted, actual)))
    assert words in reader.text
    assert "–" in reader.text
    assert "nan" not in reader.text.lower().split()
    assert "None" not in reader.text


def test_several_classes_have_a_pooled_row(tmp_path):
    reader = Reader(report(compare(tmp_path, [[1, 2, 2, 0]], [[1, 2, 1, 0]], ignore=9)))
    row = reader.text[reader.text.index("All classes") :]
    # precision 2/3, recall 2/3, IoU 2/4, F1 4/6, accuracy 3/4
    assert row.startswith("All classes 0.03 0.03 66.67 66.67 50.00 66.67 75.00")
    assert "Reference code ignored 9" in reader.text


def test_what_makes_the_figures_say_little_stands_at_the_top(tmp_path):
    text = Reader(report(compare(tmp_path, [[1, 1]], [[1, 1]]))).text
    assert text.index("truth.tif has no pixel of anything but class 1") < text.index("Pixel by pixel")
    assert "has no pixel of anything" not in Reader(report(compare(tmp_path, [[1, 0]], [[1, 0]]))).text


def test_text_is_published_whole_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "r.html"
    write_text(str(path), "tambang – ünï\n")
    assert path.read_bytes() == "tambang – ünï\n".encode()

    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(PantauError, match=r"r.html cannot be written \(No space left on device\)"):
        write_text(str(path), "later")
    assert path.read_text(encoding="utf-8").startswith("tambang")
    assert os.listdir(tmp_path) == ["r.html"]
    with pytest.raises(PantauError, match="cannot be written"):
        write_text(str(tmp_path / "nowhere" / "r.html"), "x")
