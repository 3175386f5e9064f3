"""Check a plugin's zip as QGIS's plugin repository does when it is uploaded: python tools/check_package.py ZIP [--online].

Written after the repository's own sources, github.com/qgis/QGIS-Plugins-Website, read in November 2026:

- the zip and its metadata: qgis-app/plugins/validator.py (it refuses what fails), and of the guidelines
  qgis-app/templates/flatpages/docs/guidelines/{requirements,quality,compatibility}.md what a program can see;
- the code: qgis-app/plugins/security_scanner.py, which runs Bandit, detect-secrets and flake8 and looks at the files, with the rules
  that qgis-app/plugins/management/commands/data/*_rules.json enable. There, a warning may be waved through; here, none may.

Not checked, for want of the site: that the version is new, and that the author may upload it. `--online` also asks for the addresses.
Needs requirements-dev.txt. Exits 1 where something is wrong, and says all that is.
"""

from __future__ import annotations

import argparse
import configparser
import json
import posixpath
import re
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Callable, Iterator, List, Mapping
from urllib.parse import urlparse

LIMIT = 25_000_000  # bytes: PLUGIN_MAX_UPLOAD_SIZE
REQUIRED = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository")
GUIDELINES = ("homepage", "license")  # required by the guidelines, not by the program
BOOLEANS = ("experimental", "deprecated", "server", "supportsQt6")
ADDRESSES = {"tracker": "http://bugs", "repository": "http://repo", "homepage": "http://homepage"}  # and what a template leaves
FORBIDDEN_FOLDERS = ("__MACOSX", ".git", "__pycache__")
SUSPICIOUS = (".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd", ".pyd")  # .pyd: guidelines/quality.md

# Bandit's tests that the site leaves out: imports of subprocess and xmlrpc, which say nothing of how they are used.
BANDIT_LEFT_OUT = "B404,B411"
# An address on the network is no secret; metadata.txt may hold the hash of a commit.
SECRETS = ("--all-files", "--exclude-files", r"metadata\.txt", "--disable-plugin", "IPPublicDetector")
FLAKE8 = (
    "E101,E711,E712,E713,E714,E721,E722,E731,E741,E742,E743,E901,E902,E999,W605,"
    "F402,F403,F404,F405,F811,F821,F822,F823,F831,F901,C901"
)


def zip_problems(path: Path) -> Iterator[str]:
    """What the site would refuse in the zip itself, its layout and its metadata."""
    if path.stat().st_size > LIMIT:
        yield f"{path.name} has {path.stat().st_size} bytes: the repository takes {LIMIT}."
    try:
        archive = zipfile.ZipFile(path)
    except zipfile.BadZipFile:
        yield f"{path.name} is no zip."
        return
    with archive:
        names = archive.namelist()
        yield from _file_problems(archive)
        broken = archive.testzip()
        if broken:
            yield f"{broken} is broken: its checksum does not fit."
        folders = sorted({name.split("/")[0] for name in names})
        if len(folders) != 1 or any("/" not in name for name in names):
            yield f"There must be one top folder; there are: {', '.join(folders)}."
            return
        folder = folders[0]
        if not re.match(r"^[A-Za-z][A-Za-z0-9-_]+$", folder) or not folder.isidentifier() or "plugin" in folder.lower():
            yield f"The top folder is {folder!r}: it must be a Python name of ASCII letters, without the word plugin."
        for needed in ("__init__.py", "metadata.txt", "LICENSE"):
            if f"{folder}/{needed}" not in names:
                yield f"{folder}/{needed} is missing."
        if f"{folder}/metadata.txt" in names:
            yield from metadata_problems(archive.read(f"{folder}/metadata.txt"), [name[len(folder) + 1 :] for name in names])


def _file_problems(archive: zipfile.ZipFile) -> Iterator[str]:
    for entry in archive.infolist():
        name, parts = entry.filename, entry.filename.split("/")
        if ".." in name or name.startswith("/"):
            yield f"{name}: a name may not point out of the zip."
        if ".pyc" in name or set(parts) & set(FORBIDDEN_FOLDERS):
            yield f"{name}: compiled Python and the folders {', '.join(FORBIDDEN_FOLDERS)} are refused."
        if any(part.startswith(".") for part in parts):
            yield f"{name}: hidden files look suspicious."
        if name.lower().endswith(SUSPICIOUS):
            yield f"{name}: programs are refused."
        if name.endswith(".py") and entry.external_attr >> 16 & 0o111:
            yield f"{name}: a Python file may not be executable."


def metadata_problems(content: bytes, files: List[str]) -> Iterator[str]:
    """What the site would refuse in metadata.txt; files: what else is in the top folder."""
    parser = configparser.ConfigParser()  # with interpolation, as the site reads it: a lone percent sign fails
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    try:
        parser.read_string(content.decode("utf-8"))
        metadata = dict(parser.items("general"))
    except (UnicodeDecodeError, configparser.Error) as error:
        yield f"metadata.txt cannot be read: {error}"
        return
    for key in REQUIRED + GUIDELINES:
        if not metadata.get(key, "").strip():
            yield f"metadata.txt has no {key}."
    for key in BOOLEANS:
        if metadata.get(key, "true").lower() not in ("true", "false", "1", "0"):  # the site takes yes for no
            yield f"metadata.txt: {key} is {metadata[key]!r}, neither True nor False."
    if not re.fullmatch(r"\d+(\.\d+){0,2}", metadata.get("version", "0")):
        yield f"metadata.txt: the version {metadata['version']!r} is not of the form 1.2.3."
    for key in ("qgisMinimumVersion", "qgisMaximumVersion"):
        if not re.fullmatch(r"\d+\.\d+(\.\d+)?", metadata.get(key, "3.0")):
            yield f"metadata.txt: {key} is {metadata[key]!r}, no version of QGIS."
    if "/" in metadata.get("author", ""):
        yield "metadata.txt: the author's name may not contain slashes."
    for key in ("name", "description", "about"):
        if not metadata.get(key, "").isascii():
            yield f"metadata.txt: {key} must be English; it holds other letters."
    icon = posixpath.normpath(metadata.get("icon", ""))
    if icon not in files:
        yield f"metadata.txt: the icon {icon} is not in the zip."
    yield from _address_problems(metadata)


def _address_problems(metadata: Mapping[str, str]) -> Iterator[str]:
    for key, template in ADDRESSES.items():
        parts = urlparse(metadata.get(key, ""))
        if not (parts.scheme and parts.netloc) or metadata[key] == template:
            yield f"metadata.txt: {key} is no address."
    if metadata.get("homepage", "").rstrip("/") == metadata.get("repository", "").rstrip("/"):
        yield "metadata.txt: the homepage must be a page on how to use the plugin, not the repository."


def unreachable(path: Path) -> Iterator[str]:
    """The addresses in metadata.txt that do not answer within 10 seconds. Needs a network."""
    with zipfile.ZipFile(path) as archive:
        parser = configparser.ConfigParser()
        parser.read_string(
            archive.read(next(name for name in archive.namelist() if name.endswith("/metadata.txt"))).decode("utf-8")
        )
    for key in ADDRESSES:
        try:
            request = urllib.request.Request(parser["general"][key], method="HEAD", headers={"User-Agent": "Mozilla/5.0"})
            with urllib.request.urlopen(request, timeout=10):
                pass
        except (OSError, ValueError) as error:
            yield f"metadata.txt: {key} cannot be reached ({error})."


def bandit_problems(folder: Path) -> List[str]:
    """Unsafe code, of any severity."""
    report = json.loads(_output(folder, "bandit", "-r", ".", "-f", "json", "--quiet", "--skip", BANDIT_LEFT_OUT))
    return [f"{one['filename']}:{one['line_number']}: {one['test_id']} {one['issue_text']}" for one in report["results"]] + [
        f"{one['filename']}: Bandit could not read it: {one['reason']}" for one in report["errors"]
    ]


def secret_problems(folder: Path) -> List[str]:
    """What looks like a password or a key."""
    report = json.loads(_output(folder, "detect_secrets", "scan", *SECRETS, "."))
    return [f"{name}:{one['line_number']}: {one['type']}" for name, found in report["results"].items() for one in found]


def flake8_problems(folder: Path) -> List[str]:
    """Code that cannot run, or reads wrongly."""
    return _output(folder, "flake8", "--isolated", "--max-line-length=120", "--select", FLAKE8, ".").splitlines()


def _output(folder: Path, module: str, *arguments: str) -> str:
    """What a tool prints. Its exit status only says whether it found something."""
    run = subprocess.run([sys.executable, "-m", module, *arguments], cwd=folder, capture_output=True, text=True)
    if run.returncode not in (0, 1):
        raise RuntimeError(f"{module} failed: {run.stderr.strip()}")
    return run.stdout


CODE: List[Callable[[Path], List[str]]] = [bandit_problems, secret_problems, flake8_problems]


def problems(path: Path, online: bool = False) -> List[str]:
    """Everything that is wrong with the zip, a sentence each."""
    found = list(zip_problems(path))
    if found:
        return found
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as pool:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folder)  # whose names were looked at above
        for some in pool.map(lambda check: check(Path(folder)), CODE):
            found += some
    return found + (list(unreachable(path)) if online else [])


def main() -> None:
    """Check the zip that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("zip", type=Path)
    parser.add_argument("--online", action="store_true", help="also ask for the addresses in metadata.txt")
    options = parser.parse_args()
    found = problems(options.zip, options.online)
    print("\n".join(found) or f"{options.zip.name} would be taken: zip, metadata, Bandit, secrets, flake8 and files.")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
