"""Every algorithm's page: made from its own help, current, and where the Help button leads."""

import importlib.util

import pytest
from guide_pages import DOCS, LANGUAGES, commands
from pantau.plugin import guide
from pantau.plugin.engine.text import use_translator


@pytest.fixture
def tool(provider):
    spec = importlib.util.spec_from_file_location("pantau_tools_docs", DOCS.parent / "tools" / "docs.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_current(tool, language):
    made = tool.algorithm_pages(language)
    folder = DOCS / language / "algorithms"
    assert {path.name for path in folder.glob("*.md")} == set(made)
    stale = [name for name, text in made.items() if (folder / name).read_text() != text]
    assert not stale, "run make docs"


def test_the_pages_say_what_qgis_shows(tool, provider):
    text = tool.algorithm_pages("en")["segment.md"]
    assert text.splitlines()[1] == "# Find mines (segment an image with a model)"
    assert all(f"| `{one.name()}` |" in text for one in provider.algorithm("segment").parameterDefinitions())
    assert "| one of `auto`, `cpu`, `cuda`, `tensorrt` | `auto` |" in text
    (example,) = commands(text)
    assert example.parameters == {"INPUT": "scene.tif", "MIN_AREA_HA": "0.5", "MASK": "mines.tif", "POLYGONS": "mines.gpkg"}


def test_making_pages_leaves_the_language_as_it_was(tool, provider):
    tool.algorithm_pages("id")
    assert provider.algorithm("segment").displayName().startswith("Find mines")
    assert tool.algorithm_pages("id")["index.md"].startswith("<!--")


def test_help_leads_to_the_page_that_came_with_the_plugin(provider, tmp_path, monkeypatch):
    monkeypatch.setattr(guide, "PAGES", tmp_path)
    for algorithm in provider.algorithms():
        assert algorithm.helpUrl() == f"https://github.com/pantau-qgis/pantau/blob/main/docs/en/algorithms/{algorithm.name()}.md"
        assert (DOCS / "en" / "algorithms" / f"{algorithm.name()}.md").exists()
        assert algorithm.create().helpUrl() == algorithm.helpUrl()
    page = tmp_path / "en" / "algorithms" / "segment.html"
    page.parent.mkdir(parents=True)
    page.touch()
    assert provider.algorithm("segment").helpUrl() == page.as_uri()


def test_the_guide_is_in_the_language_of_qgis(tmp_path, monkeypatch):
    monkeypatch.setattr(guide, "PAGES", tmp_path)
    use_translator(str, "id")
    try:
        assert guide.url() == "https://github.com/pantau-qgis/pantau/blob/main/docs/id/index.md"
        (tmp_path / "id").mkdir()
        (tmp_path / "id" / "index.html").touch()
        assert guide.url() == (tmp_path / "id" / "index.html").as_uri()
    finally:
        use_translator(str, "en")
