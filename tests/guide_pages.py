"""The guide's pages, and the commands in them."""

import re
import subprocess
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).resolve().parent.parent / "docs"
LANGUAGES = ("en", "id")
ECHO = """qgis_process() { printf '%s\\0' "$@"; }; """


class Command(NamedTuple):
    algorithm: str
    parameters: dict  # a list where a name is given more than once


def pages(language):
    """{name: path} of all pages of a language, such as algorithms/segment."""
    folder = DOCS / language
    return {path.relative_to(folder).with_suffix("").as_posix(): path for path in sorted(folder.rglob("*.md"))}


def commands(text, folder="."):
    """What the blocks of a page would run in a folder, the shell's own work done."""
    found = []
    for block in re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        calls = [
            call for call in re.split(r"\n(?!\s)", block) if re.match(r"\s*(?:\S*/)?qgis_process (?:--json )?run [\w:]+ --", call)
        ]
        for call in calls:
            script = ECHO + re.sub(r"^\s*(?:\S*/)?qgis_process (?:--json )?", "qgis_process ", call)
            ran = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, text=True, check=True).stdout
            words = ran.rstrip("\0").split("\0")
            parameters = {}
            for word in words[words.index("--") + 1 :]:
                name, value = word.split("=", 1)
                before = parameters.get(name)
                parameters[name] = value if before is None else [*([before] if isinstance(before, str) else before), value]
            found.append(Command(words[1], parameters))
    return found
