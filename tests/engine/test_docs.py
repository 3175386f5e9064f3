"""The guide is whole: both languages, every link and picture, and commands that exist."""

import importlib.util
import json
import re
from pathlib import Path

import pytest
from guide_pages import DOCS, LANGUAGES, commands, pages

ROOT = DOCS.parent
CONTRACT = json.loads((ROOT / "tests" / "contract.json").read_text())
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
LIMIT = 8_000_000


def written(language):
    """The pages that people write."""
    return {name: path.read_text() for name, path in pages(language).items() if not name.startswith("algorithms/")}


def load_tool():
    spec = importlib.util.spec_from_file_location("pantau_tools_docs", ROOT / "tools" / "docs.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def test_both_languages_have_the_same_pages():
    english, indonesian = map(pages, LANGUAGES)
    assert list(english) == list(indonesian)
    assert set(filter(None, load_tool().PAGES)) == {name for name in english if name.split("/")[-1] == "index" or "/" not in name}


def test_both_languages_have_the_same_pictures_and_commands():
    english, indonesian = map(written, LANGUAGES)
    for name, text in english.items():
        other = indonesian[name]
        assert [one.replace("/en/", "/id/") for one in re.findall(r"screenshots/\S+\.png", text)] == re.findall(
            r"screenshots/\S+\.png", other
        )
        assert text.count("\n## ") == other.count("\n## "), name
        assert _compared(text) == _compared(other), name


def _compared(text):
    """The commands of a page, without the titles that they give."""
    return [(one.algorithm, {**one.parameters, "TITLE": "", "SOURCE": ""}) for one in commands(text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_and_picture_leads_somewhere(language):
    missing = []
    for page in [*pages(language).values(), ROOT / "README.md"]:
        for link in LINK.findall(page.read_text()):
            path = link.split("#")[0]
            if "://" not in link and path and not (page.parent / path).exists():
                missing.append((page.relative_to(ROOT).as_posix(), link))
    assert not missing


def test_every_algorithm_has_its_page():
    names = {one.split(":")[1] for one in CONTRACT}
    for language in LANGUAGES:
        assert {name.split("/")[1] for name in pages(language) if name.startswith("algorithms/")} == names | {"index"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_name_what_exists(language):
    count = 0
    for name, path in pages(language).items():
        for command in commands(path.read_text()):
            if not command.algorithm.startswith("pantau:"):
                continue
            known = CONTRACT[command.algorithm]["parameters"]
            assert set(command.parameters) <= set(known), (name, command.algorithm)
            needed = {one for one, entry in known.items() if not entry["optional"] and entry["default"] is None}
            assert needed <= set(command.parameters), (name, command.algorithm)
            for one, value in command.parameters.items():
                if "options" in known[one]:
                    assert value in known[one]["options"], (name, command.algorithm, one)
            count += 1
    assert count > 40


def test_commands_are_read_as_a_shell_reads_them(tmp_path):
    (tmp_path / "a_1.tif").touch()
    (tmp_path / "a_2.tif").touch()
    text = "```\n# a remark\nqgis_process run pantau:x -- $(printf 'PRE=%s ' a_*.tif) \\\n    TITLE=\"two words\" K=1\n```\n"
    assert commands(text, tmp_path) == [("pantau:x", {"PRE": ["a_1.tif", "a_2.tif"], "TITLE": "two words", "K": "1"})]


def test_indonesian_numbers():
    """5,3% and 1.963,94 ha, outside of code."""
    for name, text in written("id").items():
        prose = re.sub(r"^```.*?^```|`[^`\n]*`|\]\([^)]*\)", "", text, flags=re.MULTILINE | re.DOTALL)
        assert not re.findall(r"\d %|\d\.\d{1,2}\s?(?:ha|%)", prose), name


def test_the_guide_is_small():
    size = sum(path.stat().st_size for path in DOCS.rglob("*") if path.is_file() and "html" not in path.parts)
    assert size < LIMIT


def test_the_html_is_whole(tmp_path):
    """Each page becomes a page; every link in them leads to a page, a picture or the web."""
    pytest.importorskip("markdown")
    tool = load_tool()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "screenshots").symlink_to(DOCS / "screenshots", target_is_directory=True)
    html = tmp_path / "docs" / "html"
    files = tool.build_html(html)
    assert {path.relative_to(html).with_suffix("").as_posix() for path in files if path.suffix == ".html"} == {
        f"{language}/{name}" for language in LANGUAGES for name in pages(language)
    }
    missing = []
    for path in files:
        if path.suffix != ".html":
            continue
        text = path.read_text()
        assert f'<html lang="{path.relative_to(html).parts[0]}">' in text
        assert not re.search(r"</?p>\s*\|", text), path  # a table that Markdown did not see
        ids = set(re.findall(r'\bid="([^"]+)"', text))
        for link in re.findall(r'\b(?:href|src)="([^"]+)"', text):
            target, _, anchor = link.partition("#")
            if "://" in link:
                assert link.startswith("https://"), link
            elif (target and not (path.parent / target).exists()) or (not target and anchor not in ids):
                missing.append((path.relative_to(html).as_posix(), link))
    assert not missing


def test_one_look_for_screens_and_paper():
    style = (DOCS / "guide.css").read_text()
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style


def test_no_page_is_made_twice(tmp_path):
    """What was there before is replaced: a page that is gone leaves no HTML behind."""
    pytest.importorskip("markdown")
    tool = load_tool()
    (tmp_path / "html" / "en").mkdir(parents=True)
    old = Path(tmp_path / "html" / "en" / "gone.html")
    old.touch()
    tool.build_html(tmp_path / "html")
    assert not old.exists()
