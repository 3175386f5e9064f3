"""Write the guide: each algorithm's page from its own help, then all pages as HTML (`make docs`).

The guide is Markdown in docs/en and docs/id, of the same names. Written by hand, save docs/LANGUAGE/algorithms, which this makes from
what QGIS shows of each algorithm, in its language. HTML goes to docs/html, which is packaged and not committed: `--html` makes that
alone, in a second and without QGIS.
"""

from __future__ import annotations

import contextlib
import html
import importlib.util
import os
import posixpath
import re
import shutil
import sys
from pathlib import Path
from typing import Any, Dict, Iterator, List, NamedTuple, Sequence, Tuple

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
LANGUAGES = {"en": "English", "id": "Bahasa Indonesia"}
# A name of a file, a field, a parameter or an output of a step; any other word; what Markdown would take for its own.
WORD = r"[a-z]+:[A-Z_]+|[\w*.]*_[\w*]*(?:\.(?=[\w*.])[\w*.]*)?|\w+|[*\[\]]"
# The pages in the order of reading; None begins a new group.
PAGES = (
    "index", "install", None,
    "tutorial-mines", "tutorial-land-cover", "tutorial-burned-area", "tutorial-accuracy", "tutorial-plan", None,
    "algorithms/index", "models", "headless", "train-a-model", None,
    "methods", "methods-accuracy", "methods-burned-area", "troubleshooting",
)  # fmt: skip

WORDS: Dict[str, Dict[str, str]] = {
    "en": {
        "title": "All algorithms",
        "lead": "Every algorithm has a page, made from the help that QGIS shows. The command line takes the names in the first column.",
        "name": "name", "what": "what", "kind": "kind", "default": "default", "guide": "In the guide",
        "parameters": "Parameters", "results": "Results", "about": "Numbers and texts that a model or a script can use, beside the files.",
        "optional": "optional", "advanced": "advanced", "needed": "needed", "list": "the name again for each",
        "raster": "raster", "multilayer": "rasters", "number": "number", "integer": "whole number", "string": "text",
        "boolean": "yes or no", "enum": "one of", "file": "file", "field": "field of", "folder": "folder", "fields": "fields of",
        "points": "points", "lines": "lines", "polygons": "polygons", "vector": "vector layer", "table": "table or vector layer",
        "written": "to write", "rasterDestination": "raster to write", "fileDestination": "file to write",
        "vectorDestination": "vector layer to write", "folderDestination": "folder to write", "to": "to", "from": "at least",
        "most": "at most", "or": "or", "contents": "On this page", "language": "Language", "true": "yes", "false": "no",
        "web": "Pantau, the plugin of QGIS that watches land", "other": "other",
    },
    "id": {
        "title": "Semua algoritme",
        "lead": "Setiap algoritme memiliki halaman yang dibuat dari bantuannya di QGIS. Baris perintah memakai nama pada kolom pertama.",
        "name": "nama", "what": "isi", "kind": "jenis", "default": "bawaan", "guide": "Dalam panduan",
        "parameters": "Parameter", "results": "Hasil", "about": "Angka dan teks untuk model atau skrip, di samping berkas keluaran.",
        "optional": "opsional", "advanced": "lanjutan", "needed": "wajib", "list": "ulangi namanya untuk setiap raster",
        "raster": "raster", "multilayer": "beberapa raster", "number": "angka", "integer": "bilangan bulat", "string": "teks",
        "boolean": "ya atau tidak", "enum": "salah satu dari", "file": "berkas", "field": "field dari", "folder": "folder",
        "fields": "beberapa field dari", "points": "titik", "lines": "garis", "polygons": "poligon", "vector": "layer vektor",
        "table": "tabel atau layer vektor", "written": "keluaran", "rasterDestination": "raster keluaran",
        "fileDestination": "berkas keluaran", "vectorDestination": "layer vektor keluaran", "folderDestination": "folder keluaran",
        "to": "sampai", "from": "minimum", "most": "maksimum", "or": "atau", "contents": "Isi halaman", "language": "Bahasa",
        "true": "ya", "false": "tidak", "web": "Pantau, plugin QGIS untuk memantau lahan", "other": "lainnya",
    },
}  # fmt: skip


# -- the algorithms' pages


@contextlib.contextmanager
def algorithms_in(language: str) -> Iterator[List[Any]]:
    """Pantau's algorithms as QGIS shows them in a language. Needs a QgsApplication; Pantau's texts are English afterwards."""
    from pantau.plugin.engine.text import CONTEXT, use_translator
    from pantau.processing_provider.provider import PantauProvider
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QCoreApplication, QTranslator

    registry, translator = QgsApplication.processingRegistry(), QTranslator()
    if language != "en":
        translator.load(str(ROOT / "plugin" / "i18n" / f"pantau_{language}.qm"))
        QCoreApplication.installTranslator(translator)
    use_translator(lambda text: QCoreApplication.translate(CONTEXT, text), language)
    present = registry.providerById("pantau")
    try:
        if present is None:  # chains are models, which find their steps in the registry only
            registry.addProvider(PantauProvider())
        else:
            present.refreshAlgorithms()
        yield sorted(registry.providerById("pantau").algorithms(), key=lambda one: one.name())
    finally:
        QCoreApplication.removeTranslator(translator)
        use_translator(str, "en")
        if present is None:
            registry.removeProvider("pantau")
        else:
            present.refreshAlgorithms()


def algorithm_pages(language: str) -> Dict[str, str]:
    """The Markdown of every algorithm's page by its file's name, and of their index."""
    from pantau.ui.menu import ORDER

    with algorithms_in(language) as algorithms:
        groups = {one.groupId(): one.group() for one in algorithms}
        order = [*(group for group in ORDER if group in groups), *sorted(set(groups) - set(ORDER))]
        words, lines = WORDS[language], [_generated(), f"# {WORDS[language]['title']}", "", WORDS[language]["lead"]]
        for group in order:
            named = ORDER.get(group, [])
            members = sorted(
                (one for one in algorithms if one.groupId() == group),
                key=lambda one: (named.index(one.name()) if one.name() in named else len(named), one.displayName()),
            )
            lines += ["", f"## {groups[group]}", "", f"| {words['name']} | {words['what']} |", "| --- | --- |"]
            for one in members:
                first = re.sub(r"<[^>]+>", "", one.shortDescription() or "") or _sentence(_sections(one)[0][1])
                lines.append(
                    f"| [`pantau:{one.name()}`]({one.name()}.md) | **{_cell(one.displayName())}.** {_cell(_text(first))} |"
                )
        pages = {"index.md": "\n".join(lines) + "\n"}
        for one in algorithms:
            pages[f"{one.name()}.md"] = _algorithm_page(one, language)
        return pages


def _generated() -> str:
    return "<!-- Made by `make docs` from the algorithms' own help: change that. -->"


def _algorithm_page(algorithm: Any, language: str) -> str:
    words = WORDS[language]
    names = {one.name() for one in (*algorithm.parameterDefinitions(), *algorithm.outputDefinitions())}
    lines = [_generated(), f"# {algorithm.displayName()}", "", f"`pantau:{algorithm.name()}` · {algorithm.group()}"]
    for heading, text in _sections(algorithm):
        if heading:
            lines += ["", f"## {heading}"]
        command = html.unescape(re.sub(r"<[^>]+>", "", text))
        if command.startswith("qgis_process "):
            lines += ["", "```", _folded(command), "```"]
        else:
            lines += ["", _text(text, names)]
    lines += ["", f"## {words['parameters']}", "", f"| {words['name']} | {words['what']} | {words['kind']} | {words['default']} |"]
    lines.append("| --- | --- | --- | --- |")
    flags = algorithm.parameterDefinitions()[0].Flag if algorithm.parameterDefinitions() else None
    for one in algorithm.parameterDefinitions():
        if one.flags() & flags.FlagHidden:
            continue
        kind = _kind(one, words)
        if one.flags() & flags.FlagAdvanced:
            kind += f"; {words['advanced']}"
        optional = bool(one.flags() & flags.FlagOptional)
        default = _default(one, words) or (words["optional"] if optional else words["needed"])
        lines.append(f"| `{one.name()}` | {_cell(_text(one.description()))} | {_cell(kind)} | {_cell(default)} |")
    destinations = {one.name() for one in algorithm.parameterDefinitions()}
    results = [one for one in algorithm.outputDefinitions() if one.name() not in destinations]
    if results:
        lines += ["", f"## {words['results']}", "", words["about"], "", f"| {words['name']} | {words['what']} |", "| --- | --- |"]
        lines += [f"| `{one.name()}` | {_cell(_text(one.description()))} |" for one in results]
    mentions = _mentions(algorithm.name(), language)
    if mentions:
        links = ", ".join(f"[{title}](../{page}.md)" for page, title in mentions)
        lines += ["", f"{words['guide']}: {links}."]
    return "\n".join(lines) + "\n"


def _sections(algorithm: Any) -> List[Tuple[str, str]]:
    """(heading, text) of each paragraph of an algorithm's help; without a heading, empty."""
    text = algorithm.shortHelpString()
    body = re.search(r"<body[^>]*>(.*)</body>", text, re.DOTALL)
    found = []
    for paragraph in re.findall(r"<p[^>]*>(.*?)</p>", body[1] if body else text, re.DOTALL):
        headed = re.match(r"\s*<b>([^<]*?)\.?</b>\s*(.*)", paragraph, re.DOTALL)
        if re.sub(r"<[^>]+>|\s", "", paragraph):
            found.append((headed[1], headed[2]) if headed else ("", paragraph.strip()))
    return found or [("", text)]


def _sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s", re.sub(r"<[^>]+>", "", text), maxsplit=1)[0]


def _text(text: str, names: Sequence[str] = ()) -> str:
    """A text of a help, which may hold <b> and entities, as Markdown: names of files, fields and parameters as code."""

    def plain(match: re.Match) -> str:
        word = match[0]
        if "_" in word or ":" in word or (word in names and len(word) > 3):
            return f"`{word}`"
        return re.sub(r"([*\[\]])", r"\\\1", word)

    parts = re.split(r"(</?b>)", text)
    done = []
    for part in parts:
        if part in ("<b>", "</b>"):
            done.append("**")
        else:
            words = html.unescape(re.sub(r"<[^>]+>", " ", part))
            marked = re.sub(WORD, plain, words)
            done.append(re.sub(r"<", "&lt;", marked))
    return re.sub(r"\s+", " ", "".join(done)).strip()


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _folded(command: str) -> str:
    """A long command on several lines."""
    lines = [""]
    for word in re.split(r" (?=(?:[a-z]+:)?[A-Z][A-Z_0-9]*=)", command):
        if lines[-1] and len(lines[-1]) + len(word) > 76:
            lines[-1] += " \\"
            lines.append("    " + word)
        else:
            lines[-1] += (" " if lines[-1] else "") + word
    return "\n".join(lines)


def _kind(one: Any, words: Dict[str, str]) -> str:
    """What a parameter takes, in words."""
    kind = one.type()
    if kind in ("source", "vector"):
        return _layer(one.dataTypes(), words)
    if kind == "sink":
        return f"{_layer([one.dataType()], words)} {words['written']}"
    if kind == "enum":
        return f"{words['enum']} " + ", ".join(f"`{option}`" for option in one.options())
    if kind == "field":
        return f"{words['field']} `{one.parentLayerParameterName()}`"
    if kind == "number":
        return _number(one, words)
    if kind == "multilayer":
        return f"{words['multilayer'] if one.layerType() == 3 else words['vector']}; {words['list']}"
    if kind == "file" and one.behavior() == one.Behavior.Folder:
        return words["folder"]
    return words.get(kind, kind)


def _layer(types: Sequence[int], words: Dict[str, str]) -> str:
    from qgis.core import QgsProcessing

    source = QgsProcessing.SourceType
    names = {source.TypeVectorPoint: "points", source.TypeVectorLine: "lines", source.TypeVectorPolygon: "polygons"}
    named = [words[names[one]] for one in map(source, types) if one in names]
    if named:
        return f" {words['or']} ".join(named)
    return words["table"] if source.TypeVector in map(source, types) else words["vector"]


def _number(one: Any, words: Dict[str, str]) -> str:
    name = words["integer"] if one.dataType() == one.Type.Integer else words["number"]
    low, high = one.minimum(), one.maximum()
    least, most = low > -1e9, high < 1e9
    if least and most:
        return f"{name}, {low:g} {words['to']} {high:g}"
    if least:
        return f"{name}, {words['from']} {low:g}"
    return f"{name}, {words['most']} {high:g}" if most else name


def _default(one: Any, words: Dict[str, str]) -> str:
    value = one.defaultValue()
    if value is None or value == "" or one.isDestination():
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value:g}`" if isinstance(value, float) else f"`{value}`"


def _mentions(algorithm: str, language: str) -> List[Tuple[str, str]]:
    """(page, title) of the pages that link to an algorithm's."""
    found = []
    for page in filter(None, PAGES):
        path = DOCS / language / f"{page}.md"
        if page != "algorithms/index" and path.exists() and f"(algorithms/{algorithm}.md)" in path.read_text(encoding="utf-8"):
            found.append((page, title_of(path)))
    return found


def write_algorithms() -> None:
    """Write docs/LANGUAGE/algorithms anew."""
    for language in LANGUAGES:
        folder = DOCS / language / "algorithms"
        pages = algorithm_pages(language)
        folder.mkdir(parents=True, exist_ok=True)
        for path in folder.glob("*.md"):
            if path.name not in pages:
                path.unlink()
        for name, text in pages.items():
            (folder / name).write_text(text, encoding="utf-8")
        print(f"{folder.relative_to(ROOT)}: {len(pages)} pages")


# -- HTML


class Page(NamedTuple):
    """A page to write: its language, its name such as algorithms/segment, and its Markdown."""

    language: str
    name: str
    text: str


def title_of(path: Path) -> str:
    """The first heading of a Markdown file."""
    return next((line[2:].strip() for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("# ")), path.stem)


def build_html(target: Path = DOCS / "html") -> List[Path]:
    """Write all pages as HTML to a folder whose parent has the screenshots; return what was written.

    The folder is replaced whole. Raises ImportError without the package markdown.
    """
    import markdown

    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    style = target / "guide.css"
    shutil.copyfile(DOCS / "guide.css", style)
    written = [style]
    for language in LANGUAGES:
        folder = DOCS / language
        for path in sorted(folder.rglob("*.md")):
            name = path.relative_to(folder).with_suffix("").as_posix()
            page = Page(language, name, path.read_text(encoding="utf-8"))
            reader = markdown.Markdown(
                extensions=["tables", "fenced_code", "toc", "sane_lists"], extension_configs={"toc": {"toc_depth": "2-2"}}
            )
            body = _linked(reader.convert(page.text), page)
            file = target / language / f"{name}.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_document(page, body, reader.toc_tokens), encoding="utf-8")
            written.append(file)
    return written


def _linked(body: str, page: Page) -> str:
    """The page with its links made for HTML: other pages, pictures, and what only the repository has."""

    def place(match: re.Match) -> str:
        attribute, link = match[1], html.unescape(match[2])
        path, mark, anchor = link.partition("#")
        if "://" in link or not path or link.startswith("mailto:"):
            return match[0]
        here = posixpath.join("docs", page.language, posixpath.dirname(page.name))
        full = posixpath.normpath(posixpath.join(here, path))
        inside = re.fullmatch(r"docs/(en|id)/(.+)\.md", full)
        if inside:
            full = f"docs/html/{inside[1]}/{inside[2]}.html"
        elif not full.startswith("docs/screenshots/"):
            return f'{attribute}="{html.escape(repository())}/blob/main/{full}{mark}{anchor}"'
        start = posixpath.join("docs/html", page.language, posixpath.dirname(page.name))
        return f'{attribute}="{html.escape(posixpath.relpath(full, start))}{mark}{anchor}"'

    body = re.sub(r'\b(href|src)="([^"]*)"', place, body)
    body = re.sub(r"<table>", '<div class="wide"><table>', body)
    return re.sub(r"</table>", "</table></div>", body)


def repository() -> str:
    """The repository's address on the web, as metadata.txt has it."""
    found = re.search(r"^repository=(\S+)", (ROOT / "metadata.txt").read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def _document(page: Page, body: str, headings: Sequence[Dict[str, Any]]) -> str:
    words, up = WORDS[page.language], "../" * page.name.count("/")
    navigation = ["<ul>"]
    for name in PAGES:
        path = DOCS / page.language / f"{name}.md"
        if name is None:
            navigation.append("</ul><ul>")
        elif path.exists():
            here = ' aria-current="page"' if name == page.name else ""
            navigation.append(f'<li><a href="{up}{name}.html"{here}>{html.escape(title_of(path))}</a></li>')
    navigation.append("</ul>")
    contents = "".join(f'<li><a href="#{one["id"]}">{one["name"]}</a></li>' for one in headings)
    if len(headings) > 2 and not page.name.startswith("algorithms/"):
        body = body.replace("</h1>", f'</h1>\n<nav class="contents" aria-label="{words["contents"]}"><ul>{contents}</ul></nav>', 1)
    switch = " · ".join(
        f"<b>{name}</b>"
        if language == page.language
        else f'<a href="{up}../{language}/{page.name}.html" lang="{language}">{name}</a>'
        for language, name in LANGUAGES.items()
        if (DOCS / language / f"{page.name}.md").exists()
    )
    found = re.search(r"<h1[^>]*>(.*?)</h1>", body, re.DOTALL)
    title = re.sub(r"<[^>]+>", "", found[1]) if found else page.name
    return f"""<!DOCTYPE html>
<html lang="{page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - Pantau</title>
<link rel="stylesheet" href="{up}../guide.css">
</head>
<body>
<header><a class="name" href="{up}index.html">Pantau</a><span class="languages">{switch}</span></header>
<nav class="pages">{"".join(navigation)}</nav>
<main>
{body}
</main>
</body>
</html>
"""


def main() -> None:
    """Write the algorithms' pages, unless --html is given, then the HTML."""
    if "--html" not in sys.argv[1:]:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from qgis.core import QgsApplication

        spec = importlib.util.spec_from_file_location("pantau", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
        sys.modules["pantau"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["pantau"])
        application = QgsApplication([], False)
        application.initQgis()
        write_algorithms()
        sys.stdout.flush()
    print(f"docs/html: {len(build_html())} files")
    os._exit(0) if "--html" not in sys.argv[1:] else None  # QGIS has nothing to save, and may crash when it ends


if __name__ == "__main__":
    main()
