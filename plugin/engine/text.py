"""The one `tr`: every sentence that a user reads passes through it, in the engine as in the windows.

The engine knows no Qt, so the plugin hands it Qt's translator when it loads; until then the text stays English.
"""

from __future__ import annotations

import contextlib
import threading
from typing import Callable, Iterable, Iterator, Optional

CONTEXT = "Pantau"

_translate: Callable[[str], str] = str
_language = "en"
_numbers = threading.local()  # .language: how this thread writes numbers for now, where that is not as the texts


def use_translator(translate: Callable[[str], str], language: str) -> None:
    """Translate with `translate` from now on; `language` is "en" or "id"."""
    global _translate, _language
    _translate, _language = translate, language


def tr(text: str) -> str:
    """`text` in the user's language. Call it with a literal; put values in with `.format` afterwards."""
    return _translate(text)


def language() -> str:
    """The language of the texts: "en" or "id"."""
    return _language


def number(value: float, decimals: int) -> str:
    """A number as the language writes it: 2,002.44 in English, 2.002,44 in Indonesian; see `numbers_in`."""
    text = f"{value:,.{decimals}f}"
    written = getattr(_numbers, "language", None) or _language
    return text.translate(str.maketrans(",.", ".,")) if written == "id" else text


@contextlib.contextmanager
def numbers_in(language: Optional[str]) -> Iterator[None]:
    """Write numbers as `language` ("en" or "id") does, whatever that of the texts; empty or None: no other than so far.

    It holds for this thread, until the block ends.
    """
    before = getattr(_numbers, "language", None)
    _numbers.language = language or before
    try:
        yield
    finally:
        _numbers.language = before


def listed(texts: Iterable[str], most: int = 5) -> str:
    """The first few texts of a list, in a row."""
    texts = list(texts)
    return ", ".join(texts[:most]) + (", ..." if len(texts) > most else "")


def folded(text: str) -> str:
    """A name as names are compared: without what capitals and blanks make of it."""
    return " ".join(text.split()).casefold()
