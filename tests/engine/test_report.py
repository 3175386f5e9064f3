"""Reports: well-formed, self-contained, escaped, in the language of the user, and whole files or none."""

import os
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import numpy as np
import pytest
from pantau.plugin.engine import text
from pantau.plugin.engine.errors import PantauError
from pantau.plugin.engine.files import write_text
from pantau.plugin.engine.report.charts import Bar, Flow, Series, flow_chart, stacked_bars
from pantau.plugin.engine.report.page import Column, Page, ink
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
    assert [tag for tag, _ in plain.tags] == [tag for tag, _ in nasty.tags]
    assert nasty.text.count("<script>") == plain.text.count("mine")


def test_numbers_and_language_are_the_user_s(indonesian):
    html = page()
    assert '<html lang="id">' in html
    assert "1.234,50" in html
    assert "1,234.50" not in html


def test_ink_has_the_more_contrast():
    """By contrast ratios of WCAG 2.1 as calculators print them: black on #767676 4.62 and white 4.54, on #757575 4.56 and 4.61."""
    found = {color: ink(tuple(bytes.fromhex(color[1:]))) for color in ("#767676", "#757575", "#FF0000", "#0000FF", "#F0E442")}
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
