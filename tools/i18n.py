"""Collect the strings into plugin/i18n/pantau_id.ts and compile them into pantau_id.qm (`make i18n`).

New strings are marked unfinished (a changed one keeps its old translation as a draft): translate them in the .ts, remove
type="unfinished", and repeat.
"""

from __future__ import annotations

import ast
import difflib
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Dict, Iterable, List, NamedTuple
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("plugin", "processing_provider", "ui")
CONTEXT = "Pantau"
TS = ROOT / "plugin" / "i18n" / "pantau_id.ts"
LRELEASE = ("lrelease", "lrelease-qt5", "/usr/lib/qt5/bin/lrelease")


class Translation(NamedTuple):
    """A translated string; an unfinished one still waits for a person."""

    text: str
    finished: bool


def strings(root: Path) -> Dict[str, List[str]]:
    """Every literal that the sources hand to `tr`, with the places (file:line) where they do; ValueError where it is no literal."""
    found: Dict[str, List[str]] = {}
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call) or getattr(node.func, "id", getattr(node.func, "attr", "")) != "tr":
                    continue
                place = f"{path.relative_to(root).as_posix()}:{node.lineno}"
                text = node.args[0] if len(node.args) == 1 else None
                if not isinstance(text, ast.Constant) or not isinstance(text.value, str) or not text.value:
                    raise ValueError(f"{place}: tr takes one literal string; put values in with .format afterwards.")
                found.setdefault(text.value, []).append(place)
    return found


def read(path: Path) -> Dict[str, Translation]:
    """The messages of a .ts file, by source text; none where there is no file yet."""
    if not path.exists():
        return {}
    messages: Dict[str, Translation] = {}
    for message in ET.parse(path).iter("message"):
        translation = message.find("translation")
        if translation is not None:
            text = translation.text or ""
            messages[message.findtext("source", "")] = Translation(text, bool(text) and "type" not in translation.attrib)
    return messages


def merge(sources: Iterable[str], known: Dict[str, Translation]) -> Dict[str, Translation]:
    """The known translations of `sources`, sorted; a new string starts with that of the vanished one most like it."""
    sources = sorted(sources)
    vanished = [text for text in known if text not in sources]
    merged: Dict[str, Translation] = {}
    for text in sources:
        like = [] if text in known else difflib.get_close_matches(text, vanished, 1, 0.7)
        merged[text] = known[text] if text in known else Translation(known[like[0]].text if like else "", False)
    return merged


def write(path: Path, messages: Dict[str, Translation]) -> None:
    """Write a .ts file as Qt Linguist does, without places: these would change with every edit of the sources."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", '<TS version="2.1" language="id_ID" sourcelanguage="en">']
    lines += ["<context>", f"    <name>{CONTEXT}</name>"]
    for source, translation in messages.items():
        kind = "" if translation.finished else ' type="unfinished"'
        lines += ["    <message>", f"        <source>{_escaped(source)}</source>"]
        lines += [f"        <translation{kind}>{_escaped(translation.text)}</translation>", "    </message>"]
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join([*lines, "</context>", "</TS>", ""]), encoding="utf-8")


def _escaped(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})


def main() -> None:
    """Collect, merge, compile, and name what is left to translate."""
    try:
        places = strings(ROOT)
    except ValueError as error:
        sys.exit(str(error))
    messages = merge(places, read(TS))
    write(TS, messages)
    lrelease = next(filter(None, map(shutil.which, LRELEASE)), None)
    if lrelease is None:
        sys.exit("lrelease is missing: apt-get install qttools5-dev-tools")
    subprocess.run([lrelease, "-silent", str(TS), "-qm", str(TS.with_suffix(".qm"))], check=True)
    unfinished = [text for text, translation in messages.items() if not translation.finished]
    for text in unfinished:
        print(f"unfinished: {text!r} ({', '.join(places[text])})")
    if unfinished:
        sys.exit(f"{len(unfinished)} of {len(messages)} strings are unfinished: translate them in {TS.relative_to(ROOT)}.")
    print(f"{len(messages)} strings, all translated")


if __name__ == "__main__":
    main()
