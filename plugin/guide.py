"""Where the guide's pages are: beside the plugin, or on its page on the web."""

from __future__ import annotations

import configparser
from pathlib import Path

from .dependencies import ROOT
from .engine.text import language

PAGES = Path(ROOT, "docs", "html")


def url(page: str = "index") -> str:
    """The address of a page, such as "install" or "algorithms/segment", in the user's language.

    Its HTML where it came with the plugin (`make docs` writes it), else its Markdown in the repository, which browsers show too.
    """
    path = PAGES / language() / f"{page}.html"
    if path.is_file():
        return path.as_uri()
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(Path(ROOT, "metadata.txt"), encoding="utf-8")
    return f"{metadata.get('general', 'repository')}/blob/main/docs/{language()}/{page}.md"
