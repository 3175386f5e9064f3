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
from pantau.plugin.engine.report.charts import Bar, Series, stacked_bars
from pantau.plugin.engine.report.page import Column, Page
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
