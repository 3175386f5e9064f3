"""The Indonesian translation is complete, keeps what must be kept, and is compiled."""

import importlib.util
import re
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TS = ROOT / "plugin" / "i18n" / "pantau_id.ts"
# Reads the same in both languages.
SAME = {
    "Kecamatan",
    "Radar",
    "rules.csv",
    "Desa",
    "Kabupaten",
    "Desa/kelurahan",
    "Kabupaten/kota",
    "Status",
    "CSV",
    "{name}: {area} ha",
    "Folder",
    "Kappa",
    "Model",
    "Raster",
    "median",
    "minimum",
    "F1 (%)",
    "IoU (%)",
    "Recall (%)",
    "F1 = 2 TP / (2 TP + FP + FN)",
    "IoU = TP / (TP + FP + FN)",
    "F1",
    "IoU",
    "MCC",
    "PA (%)",
    "UA (%)",
    "SE",
    "Strata",
    "Stratum",
    "stratum {code}",
    "Lee",
    "Kuan",
    "Gamma MAP",
    "{looks} looks",
    "Filter",
    "boxcar",
    "linear",
    "Lee sigma",
    "refined Lee",
    "{title} = {formula}. {units}.",
}
KEPT = re.compile(r"\{[^{}]*\}|</?\w+[^<>]*>")


def load_tool():
    spec = importlib.util.spec_from_file_location("pantau_tools_i18n", ROOT / "tools" / "i18n.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


@pytest.fixture(scope="module")
def tool():
    return load_tool()


@pytest.fixture(scope="module")
def sources(tool):
    return tool.strings(ROOT)


@pytest.fixture(scope="module")
def messages(tool):
    return tool.read(TS)


def test_every_string_is_translated(sources, messages):
    assert sources
    missing = {text: places for text, places in sources.items() if text not in messages or not messages[text].finished}
    assert not missing, "run make i18n and translate what it lists"
    same = {text for text in sources if messages[text].text == text and re.search("[A-Za-z]", KEPT.sub("", text))}
    assert same <= SAME


def test_nothing_is_obsolete(sources, messages):
    assert set(messages) <= set(sources), "run make i18n"


def test_file_is_one_sorted_context(messages):
    root = ET.parse(TS).getroot()
    assert root.attrib == {"version": "2.1", "language": "id_ID", "sourcelanguage": "en"}
    assert [context.findtext("name") for context in root.iter("context")] == ["Pantau"]
    written = [message.findtext("source") for message in root.iter("message")]
    assert written == sorted(set(written))
    assert len(written) == len(messages)


def test_placeholders_and_tags_are_kept(messages):
    def kept(text):
        return Counter(KEPT.findall(text))

    assert {text for text, translation in messages.items() if kept(text) != kept(translation.text)} == set()


def test_names_in_capitals_are_kept(messages):
    def names(text):
        return set(re.findall(r"\b[A-Z]+_[A-Z_]+\b|\b(?:INPUT|BANDS|BATCH|TILE|OVERLAP|THRESHOLD|MASK|POLYGONS)\b", text))

    assert {text for text, translation in messages.items() if names(text) != names(translation.text)} == set()


def test_a_literal_is_needed(tool, tmp_path):
    folder = tmp_path / "plugin"
    folder.mkdir()
    (folder / "one.py").write_text('tr("a " "b")\n')
    assert tool.strings(tmp_path) == {"a b": ["plugin/one.py:1"]}
    (folder / "two.py").write_text("\ntr(f'{x}')\n")
    with pytest.raises(ValueError, match=r"plugin/two\.py:2"):
        tool.strings(tmp_path)


def test_merging_keeps_drops_and_marks(tool, tmp_path):
    known = {"Kept": tool.Translation("Tetap", True), "The old & first sentence.": tool.Translation("Kalimat <lama>.", True)}
    merged = tool.merge(["The new & first sentence.", "Kept", "Quite different"], known)
    assert merged == {
        "Kept": ("Tetap", True),
        "Quite different": ("", False),
        "The new & first sentence.": ("Kalimat <lama>.", False),
    }
    tool.write(tmp_path / "some.ts", merged)
    assert tool.read(tmp_path / "some.ts") == merged


def test_compiled_file_is_not_stale(messages):
    pytest.importorskip("qgis")
    from qgis.PyQt.QtCore import QTranslator

    translator = QTranslator()
    assert translator.load(str(TS.with_suffix(".qm")))
    stale = {text for text, translation in messages.items() if translator.translate("Pantau", text) != translation.text}
    assert not stale, "run make i18n"
