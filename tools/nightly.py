"""Run one of Pantau's algorithms, or a chain, over many scenes, and go on after one that fails.

    python3 nightly.py night.json [--dry-run]
    python3 nightly.py --algorithm pantau:segment --scenes "/data/scenes/*.tif" --output /data/mines MASK={output}/mines.tif

Each scene is run by a qgis_process of its own. It writes into a hidden folder, which becomes OUTPUT/NAME when it is whole: what is
there is never half of something, also where the machine was switched off. Beside the results lies provenance.json with a SHA-256 hash
over the content of all input files, the model, the parameters and the plugin. A scene whose hash is the same is not run again; any
other starts clean, and what it had before stays until the new results are whole.

Needs Python 3.7 and nothing else; it imports neither QGIS nor Pantau. The guide's page "Without windows" says more.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import configparser
import contextlib
import csv
import datetime
import glob
import hashlib
import json
import math
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, Optional, Sequence, Tuple

PLUGIN = Path(__file__).resolve().parent.parent
RECORD, SUMMARY, LOCK, LOGS = "provenance.json", "summary.csv", ".pantau-night.lock", "logs"
# What is being written, and what was there before, stand aside under .NAME with these endings.
PART, OLD = ".pantau-part", ".pantau-old"
GRACE_S = 60  # a run that was told to stop removes what it has written; then it is killed
SIDE = (".aux.xml", ".qmd", "-wal", "-shm", "-journal")  # written by QGIS and SQLite beside what they open
# What else belongs to a file that a parameter names.
PARTS = {
    ".shp": (".shx", ".dbf", ".prj", ".cpg"),
    ".tab": (".dat", ".map", ".id", ".ind"),
    ".tif": (".tfw", ".ovr", ".msk"),
    ".onnx": (".json",),
}
STATISTICS = re.compile(rb'<MDI key="STATISTICS_[^<]*</MDI>|<Histograms>.*?</Histograms>', re.DOTALL)
EMPTY = re.compile(rb"<(\w+)[^<>]*>\s*</\1>|<\w+[^<>]*/>\s*$")
PRODUCT = re.compile(r"(_MTL|^MTD_MSIL..)\.(txt|xml|json)$", re.IGNORECASE)  # the metadata of Landsat and Sentinel-2
VRT_SOURCE = re.compile(rb"<Source(?:Filename|Dataset)([^>]*)>([^<]+)<")
KINDS: Dict[str, Tuple[Any, str]] = {
    "algorithm": (str, "a text"), "output": (str, "a text"), "name": (str, "a text"), "qgis_process": (str, "a text"),
    "scenes": (list, "a text, or a list of texts"), "inputs": (list, "a text, or a list of texts"),
    "parameters": (dict, 'an object, as { "INPUT": "{scene}" }'),
    "processes": (int, "a whole number"), "timeout_minutes": ((int, float), "a number"),
}  # fmt: skip
STEP = "Error encountered while running "
NOISE = ("QStandardPaths:", "DeprecationWarning", "<string>:1:", "Warning 1:", "qt.qpa")


class Fault(Exception):
    """Why a night cannot begin; `str()` is one sentence."""


@dataclass
class Night:
    """What the configuration says; its keys are these names, its values of the KINDS."""

    algorithm: str
    scenes: List[str]
    output: str
    parameters: Dict[str, Any]
    name: str = "{file}"
    inputs: List[str] = field(default_factory=list)
    qgis_process: str = ""
    timeout_minutes: float = 0
    processes: int = 1


@dataclass
class Line:
    """A scene's line in the summary. numbers: what the algorithm returns."""

    scene: str
    name: str
    start: str = ""
    seconds: float = 0.0
    status: str = "failed"
    exit: Optional[int] = None
    message: str = ""
    numbers: Dict[str, Any] = field(default_factory=dict)


# -- the configuration


def read_night(arguments: argparse.Namespace) -> Night:
    """The configuration file, and what the command line says instead. Raises Fault."""
    found: Dict[str, Any] = {}
    if arguments.config:
        try:
            found = json.loads(Path(arguments.config).read_text(encoding="utf-8-sig"))
        except (OSError, ValueError) as error:
            raise Fault(f"{arguments.config} cannot be read ({error}): correct it.") from error
        if not isinstance(found, dict):
            raise Fault(f'{arguments.config} is no JSON object: begin it with {{ "algorithm": ...')
    given = vars(arguments)
    found.update({key: given[key] for key in KINDS if key != "parameters" and given.get(key) is not None})
    found.setdefault("parameters", {})
    for text in arguments.parameters:
        key, equals, value = text.partition("=")
        if not equals:
            raise Fault(f"{text} is no parameter: write NAME=VALUE.")
        if isinstance(found["parameters"], dict):
            found["parameters"][key] = value
    for key, value in found.items():
        if key not in KINDS:
            raise Fault(f"{key} is not known: choose from {', '.join(KINDS)}.")
        kind, words = KINDS[key]
        if kind is list and isinstance(value, str):
            found[key] = value = [value]
        fits = isinstance(value, kind) and not isinstance(value, bool)
        if not fits or (kind is list and not all(isinstance(one, str) for one in value)):
            raise Fault(f"{key} is {value!r}: give {words}.")
    for key in ("algorithm", "scenes", "output", "parameters"):
        if not found.get(key):
            raise Fault(f"{key} is missing: give it in the configuration or on the command line.")
    night = Night(**found)
    if not 1 <= night.processes <= 64:
        raise Fault(f"processes is {night.processes}: give a number from 1 to 64.")
    if not 0 <= night.timeout_minutes < math.inf:
        raise Fault(f"timeout_minutes is {night.timeout_minutes}: give 0 for no limit, or more.")
    values = flat(night.parameters.values())
    if any(isinstance(one, (dict, list)) for one in values):
        raise Fault("A parameter is a text, a number, true, false or a list of these: correct the parameters.")
    for word, where in (("{scene}", "takes the scene, as in INPUT"), ("{output}", "shall write, as in MASK={output}/mines.tif")):
        if not any(isinstance(one, str) and word in one for one in values):
            raise Fault(f"No parameter holds {word}: write it where the algorithm {where}.")
    night.output = os.path.abspath(night.output)
    if os.path.exists(night.algorithm):  # a .model3
        night.algorithm = os.path.abspath(night.algorithm)
    return night


def flat(values: Iterable[Any]) -> List[Any]:
    """Values, and in the place of a list what is in it."""
    return [one for value in values for one in (value if isinstance(value, list) else [value])]


def find_scenes(night: Night) -> Dict[str, str]:
    """{name: absolute path} of all scenes, by name. Raises Fault: there is none, or two have the same name."""
    found: Dict[str, str] = {}
    for pattern in night.scenes:
        if os.path.isdir(pattern):
            pattern = glob.escape(pattern) if _is_product(pattern) else os.path.join(glob.escape(pattern), "*.tif")
        for path in sorted(map(os.path.abspath, glob.glob(pattern, recursive=True))):
            if path.endswith((PART, *SIDE)) or Path(night.output) in Path(path).parents:
                continue
            name = night.name.replace("{file}", _stem(path)).replace("{folder}", os.path.basename(os.path.dirname(path)))
            if not name or re.search(r'[\\/:*?"<>|]', name) or name.startswith(".") or name in (SUMMARY, LOGS):
                raise Fault(f"{path} would be called {name!r}, which is no name for a folder: give another name.")
            if found.setdefault(name, path) != path:
                raise Fault(f'{found[name]} and {path} would both be called {name}: give a name such as "{{folder}}_{{file}}".')
    if not found:
        raise Fault(f"There is no scene at {', '.join(night.scenes)}: check the path (what lies in the output is no scene).")
    return found


def _is_product(folder: str) -> bool:
    """Whether a folder is a scene itself: Sentinel's SAFE, or one with the metadata of a product."""
    return os.path.abspath(folder).upper().endswith(".SAFE") or any(map(PRODUCT.search, os.listdir(folder)))


def _stem(path: str) -> str:
    return os.path.basename(path) if os.path.isdir(path) and not path.upper().endswith(".SAFE") else Path(path).stem


def replaced(value: Any, words: Dict[str, str]) -> Any:
    """A value, also one of lists and objects, with these words replaced in its texts."""
    if isinstance(value, dict):
        return {key: replaced(one, words) for key, one in value.items()}
    if isinstance(value, list):
        return [replaced(one, words) for one in value]
    return re.sub("|".join(map(re.escape, words)), lambda found: words[found[0]], value) if isinstance(value, str) else value


# -- the hash


class Hashes:
    """SHA-256 of files' whole content: nothing less tells two scenes apart for certain.

    What several scenes share, as a model or boundaries, is read once in a night.
    """

    def __init__(self) -> None:
        self._known: Dict[Tuple[str, int, int], str] = {}

    def of(self, path: str) -> str:
        """The hash of a file; read again where its size or time is another than before."""
        its = os.stat(path)
        key = path, its.st_size, its.st_mtime_ns
        if key not in self._known:
            self._known[key] = hash_of_file(path)
        return self._known[key]


def hash_of_file(path: str) -> str:
    """SHA-256 of a file's content."""
    total = hashlib.sha256()
    with open(path, "rb") as file:
        for chunk in iter(lambda: file.read(1 << 20), b""):
            total.update(chunk)
    return total.hexdigest()


def input_files(values: Iterable[Any]) -> Iterator[str]:
    """All files that parameters name: with those that belong to them, those in a folder, and those that a VRT is made of."""
    for text in flat(values):
        path = text.split("|")[0] if isinstance(text, str) else ""
        if path and os.path.exists(path):
            yield from _with_parts(os.path.abspath(path))


def _with_parts(path: str) -> Iterator[str]:
    if PRODUCT.search(os.path.basename(path)):
        path = os.path.dirname(path)
    if os.path.isdir(path):
        for folder, inside, files in os.walk(path):
            inside.sort()
            yield from (os.path.join(folder, one) for one in sorted(files) if not one.endswith(SIDE))
        return
    yield path
    stem, ending = os.path.splitext(path)
    beside = [stem + one for one in PARTS.get(ending.lower(), ())] + [path + one for one in (".ovr", ".msk", "-wal")]
    yield from (one for one in dict.fromkeys(beside) if os.path.isfile(one))
    if ending.lower() == ".vrt":
        for attributes, name in VRT_SOURCE.findall(Path(path).read_bytes()):
            other = os.fsdecode(name.strip())
            if b'relativeToVRT="1"' in attributes:
                other = os.path.join(os.path.dirname(path), other)
            if os.path.exists(other):
                yield from _with_parts(os.path.abspath(other))


def meaning_of_side_file(path: str) -> bytes:
    """What GDAL's side file of a raster says besides the statistics, which QGIS adds to it whenever it opens the raster."""
    try:
        text = STATISTICS.sub(b"", Path(path + ".aux.xml").read_bytes())
    except OSError:
        return b""
    while EMPTY.search(text):
        text = EMPTY.sub(b"", text)
    return text.strip()


def fingerprint(night: Night, scene: str, name: str, hashes: Hashes) -> Dict[str, Any]:
    """What the results of a scene depend on. "files" are {path: hash}."""
    parameters = replaced(night.parameters, {"{scene}": scene, "{name}": name})
    more = [one for pattern in night.inputs for one in sorted(glob.glob(pattern, recursive=True))]
    files = {}
    for path in input_files([night.algorithm, *parameters.values(), *more]):
        files[path] = hashes.of(path)
        aside = meaning_of_side_file(path)
        if aside:
            files[path + ".aux.xml"] = hashlib.sha256(aside).hexdigest()
    return {
        "algorithm": night.algorithm, "parameters": parameters, "files": files,
        "plugin": {"version": plugin_version(), **{
            str(path.relative_to(PLUGIN)).replace(os.sep, "/"): hashes.of(str(path))
            for path in sorted((PLUGIN / "models").glob("*/*"))
            if path.suffix == ".onnx" or (path.suffix == ".model3" and night.algorithm == f"pantau:{path.stem}")
        }},
    }  # fmt: skip


def plugin_version() -> str:
    """The version of the plugin that this file belongs to."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(PLUGIN / "metadata.txt", encoding="utf-8")
    return metadata.get("general", "version", fallback="unknown")


def hash_of(found: Dict[str, Any]) -> str:
    """The one hash of a fingerprint."""
    return hashlib.sha256(json.dumps(found, sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogateescape")).hexdigest()


def record_of(folder: Path) -> Dict[str, Any]:
    """What a scene's results were made from; empty where there is no record that can be read."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        kinds = {"hash": str, "start": str, "made_from": dict, "outputs": dict, "results": dict}
        if all(isinstance(record[key], kind) for key, kind in kinds.items()):
            return record
    return {}


def why(folder: Path, found: Dict[str, Any]) -> str:
    """Why a scene must be run; empty where its results are there, made from the same."""
    if not folder.exists():
        return "new"
    record = record_of(folder)
    if not record:
        return "without a record that can be read"
    gone = [one for one in record["outputs"] if not (folder / one).exists()]
    if gone:
        return f"{gone[0]} is missing"
    if record["hash"] == hash_of(found):
        return ""
    return "changed: " + (", ".join(key for key in found if record["made_from"].get(key) != found[key]) or "the record")


def files_in(folder: Path) -> List[str]:
    """The files in a folder, without those that QGIS and SQLite write beside what they open."""
    files = (path for path in sorted(folder.rglob("*")) if not path.is_dir() and not path.name.endswith(SIDE))
    return [str(path.relative_to(folder)).replace(os.sep, "/") for path in files]


def strangers(folder: Path) -> List[str]:
    """The files in a scene's folder that no night has written."""
    own = {RECORD, *record_of(folder).get("outputs", {})}
    return [one for one in files_in(folder) if one not in own]


def edited(folder: Path) -> List[str]:
    """The results that are not as the night wrote them; with SQLite's log, what QGIS has just written is still there alone."""
    return [
        one for one, its in record_of(folder).get("outputs", {}).items()
        if ((folder / one).is_file() and hash_of_file(str(folder / one)) != its)
        or ((folder / f"{one}-wal").is_file() and (folder / f"{one}-wal").stat().st_size)
    ]  # fmt: skip


# -- one scene


class Runner:
    """Runs the scenes of a night."""

    def __init__(self, night: Night, program: List[str], version: Tuple[int, ...], stop: threading.Event) -> None:
        self._night, self._program, self._version, self._stop = night, program, version, stop
        self._hashes = Hashes()
        self._output = Path(night.output)
        self.keep_open: List[int] = []  # descriptors that children hold as well

    def place(self, name: str) -> Path:
        """The folder of a scene's results; where that is a link, as to another disk, the folder that it leads to."""
        folder = self._output / name
        return Path(os.path.realpath(str(folder))) if folder.is_symlink() else folder

    def plan(self, name: str, scene: str) -> Tuple[Dict[str, Any], str]:
        """(what the results depend on, why the scene must be run; empty where it need not)."""
        found = fingerprint(self._night, scene, name, self._hashes)
        return found, why(self.place(name), found)

    def run(self, name: str, scene: str) -> Line:
        """Run a scene, if need be. Whatever goes wrong with it is in the line that is returned."""
        line = Line(scene, name, _now())
        began = time.monotonic()
        try:
            self._run(line, began)
        except OSError as error:
            line.message = f"{error.filename or scene}: {error.strerror or error}"
        except Exception as error:  # a fault of ours must not end the night
            line.message = f"{type(error).__name__}: {error}"
        line.seconds = round(time.monotonic() - began, 1)
        return line

    def _run(self, line: Line, began: float) -> None:
        if self._stop.is_set():
            line.status, line.message = "stopped", "The night was stopped before this scene."
            return
        target = self.place(line.name)
        part, _ = asides(target)
        tidy(target)
        found, reason = self.plan(line.name, line.scene)
        if not reason:
            record = record_of(target)
            line.status, line.exit, line.numbers = "same", 0, numbers_of(record["results"])
            line.message = f"Made {record['start']} from the same input, model and parameters."
            return
        others = strangers(target)
        if others:
            line.message = f"{target} holds {', '.join(others[:3])}, which no night has written: move that elsewhere."
            return
        part.mkdir()
        try:
            results = self._process(line, part)
            if results is None:
                return
            # QGIS adds statistics to side files, and may write to a database that it opens: what is there now is what this run has seen.
            after = fingerprint(self._night, line.scene, line.name, self._hashes)
            read = {path: its for path, its in found["files"].items() if not path.endswith((".gpkg", ".sqlite", *SIDE))}
            if any(after["files"].get(path) != its for path, its in read.items()):
                line.status, line.message = "failed", "The input was changed while it was read: it is run again next time."
                return
            line.seconds = round(time.monotonic() - began, 1)
            record = {
                "hash": hash_of(after), "made_from": after, "start": line.start, "seconds": line.seconds, "program": self._program,
                "qgis": ".".join(map(str, self._version)), "results": replaced(results, {str(part): str(target)}),
                "outputs": {one: hash_of_file(str(part / one)) for one in files_in(part)},
            }  # fmt: skip
            (part / RECORD).write_text(json.dumps(record, indent=1, ensure_ascii=False), encoding="utf-8")
            publish(part, target)
            line.status, line.numbers = "done", numbers_of(results)
            line.message = put_away(target)
            if line.message:
                with open(self._log(line), "a", encoding="utf-8") as said:
                    said.write(line.message + "\n")
        finally:
            _remove(part)

    def _log(self, line: Line) -> Path:
        return self._output / LOGS / f"{line.name}.log"

    def _process(self, line: Line, part: Path) -> Optional[Dict[str, Any]]:
        """The results of qgis_process; None where it fails, with the reason in the line."""
        parameters = replaced(self._night.parameters, {"{scene}": line.scene, "{name}": line.name, "{output}": str(part)})
        command, stdin = command_of(self._program, self._version, self._night.algorithm, parameters)
        log = self._log(line)
        answer = part / "answer.json"
        with open(log, "w", encoding="utf-8") as said, open(answer, "w+b") as out:
            said.write(f"{line.start}  {' '.join(command)}\n{stdin or ''}\n")
            said.flush()
            line.exit, ended = self._wait(command, stdin, out, said)
        text = answer.read_text(encoding="utf-8", errors="replace")
        answer.unlink()
        results: Optional[Dict[str, Any]] = None
        with contextlib.suppress(ValueError):
            found = json.loads(text[text.index("{") :])
            results = found["results"]
            log_lines = [f"{kind}: {one}" for kind, those in found.get("log", {}).items() for one in those]
            text = "\n".join([*log_lines, json.dumps(results, indent=1)])
        with open(log, "a", encoding="utf-8") as said:
            said.write(text + "\n")
        if ended:
            line.status, line.message = ended
        elif line.exit:
            line.message = message_of(log.read_text(encoding="utf-8", errors="replace"), line.exit)
        elif results is None:
            line.message = "qgis_process ended well, but gave no results."
        else:
            wanted = flat(parameters.values())
            missing = [one for one in wanted if isinstance(one, str) and one.startswith(str(part)) and not os.path.exists(one)]
            if not missing:
                return results
            line.message = f"{os.path.relpath(missing[0], part)} was not written."
        return None

    def _wait(self, command: List[str], stdin: Optional[str], out: Any, said: Any) -> Tuple[int, Optional[Tuple[str, str]]]:
        """(exit status, (status, message) where the run was ended from here)."""
        options: Dict[str, Any] = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP} if os.name == "nt" else {
            # A Ctrl+C is for the night, which tells its children; and a child that outlives a killed night keeps the lock.
            "start_new_session": True, "pass_fds": self.keep_open,
        }  # fmt: skip
        limit = self._night.timeout_minutes * 60 or math.inf
        began = time.monotonic()
        child = subprocess.Popen(  # nosec B603 # a list, no shell: qgis_process, with what the night's owner wrote
            command,
            stdin=subprocess.PIPE if stdin else subprocess.DEVNULL,
            stdout=out,
            stderr=said,
            env=environment_for(command[0]),
            **options,
        )
        if stdin:
            with contextlib.suppress(BrokenPipeError), child.stdin:  # type: ignore[union-attr]
                child.stdin.write(stdin.encode("utf-8"))  # type: ignore[union-attr]
        while True:
            try:
                return child.wait(0.2), None
            except subprocess.TimeoutExpired:
                pass
            if self._stop.is_set():
                return _end(child), ("stopped", "The night was stopped.")
            if time.monotonic() - began > limit:
                return _end(child), ("failed", f"It took longer than {self._night.timeout_minutes:g} minutes, and was ended.")


def _end(child: subprocess.Popen) -> int:
    """Let a run clean up, then kill it with all that it has started."""
    if os.name == "nt":
        # A .bat file has started QGIS: both must go. Windows has no way to ask it to clean up.
        subprocess.run(  # nosec B603 B607 # a program of Windows itself, and a number
            ["taskkill", "/T", "/F", "/PID", str(child.pid)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        return child.wait()
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGTERM)
    try:
        return child.wait(GRACE_S)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        return child.wait()


def command_of(
    program: List[str], version: Tuple[int, ...], algorithm: str, parameters: Dict[str, Any]
) -> Tuple[List[str], Optional[str]]:
    """(command, text for its stdin): parameters as JSON, which takes any character and any length; QGIS 3.22 takes none."""
    if version >= (3, 24):
        return [*program, "run", algorithm, "-"], json.dumps({"inputs": parameters})
    words = []
    for name, value in parameters.items():
        for one in value if isinstance(value, list) else [value]:
            words.append(f"{name}={str(one).lower() if isinstance(one, bool) else one}")
    return [*program, "--json", "run", algorithm, "--", *words], None


def message_of(log: str, status: int) -> str:
    """The sentence in what a failed run has said."""
    lines = [re.sub(r"<[^>]*>", " ", line).strip() for line in log.splitlines()[1:] if not any(one in line for one in NOISE)]
    lines = [line[:500] for line in lines if line]
    # Of a chain, QGIS says last which step failed, twice; the step's own sentence stands before it.
    steps = list(dict.fromkeys(line for line in lines if line.startswith(STEP)))
    lines = [line for line in lines if not line.startswith(STEP)]
    if steps and lines:
        return f"{lines[-1]} ({steps[-1]})"
    errors = [place for place, line in enumerate(lines) if line.startswith("ERROR:")]
    if errors:
        first = lines[errors[-1]][len("ERROR:") :].strip()
        general = first.startswith("An error was encountered")
        return " ".join([*([] if general else [first]), *lines[errors[-1] + 1 :]])[:1000] or first
    if status < 0:
        return f"It was killed by signal {-status}" + (f": {lines[-1]}" if lines else ".")
    return lines[-1] if lines else f"It ended with exit status {status} and said nothing."


def numbers_of(results: Dict[str, Any]) -> Dict[str, Any]:
    """The numbers, and short words that are no paths, among an algorithm's results."""
    return {
        key: value for key, value in sorted(results.items())
        if isinstance(value, (int, float)) or (isinstance(value, str) and len(value) < 80 and os.sep not in value and "/" not in value)
    }  # fmt: skip


def asides(target: Path) -> Tuple[Path, Path]:
    """(where the results of a scene are written, where those stand that it had before), both beside its folder."""
    return target.with_name(f".{target.name}{PART}"), target.with_name(f".{target.name}{OLD}")


def publish(part: Path, target: Path) -> None:
    """Put a whole folder in its place; what was there stands aside, and comes back where that fails."""
    _, old = asides(target)
    if hasattr(os, "sync"):
        os.sync()  # else a power cut may leave a whole folder of empty files
    moved = target.exists()
    if moved:
        os.replace(target, old)
    try:
        os.replace(part, target)
    except OSError:
        if moved:
            os.replace(old, target)
        raise


def put_away(target: Path) -> str:
    """Remove what a scene had before. Where somebody has changed it, it stays under another name: the sentence that says so."""
    part, old = asides(target)
    if not os.path.lexists(old):
        return ""
    changed = strangers(old) + edited(old)
    if changed:
        kept = target.with_name(f"{target.name}.before-{datetime.datetime.now():%Y-%m-%d-%H%M%S}")
        os.replace(old, kept)
        return f"{changed[0]} was not as the night had left it: the earlier results are kept in {kept}."
    os.replace(old, part)  # what is half removed must not be taken for changed, nor come back
    _remove(part)
    return ""


def tidy(target: Path) -> None:
    """Remove what a killed night has left of a scene, and bring back what it had put aside."""
    part, old = asides(target)
    _remove(part)
    if old.exists() and not target.exists():
        os.replace(old, target)
    said = put_away(target)
    if said:
        print(f"{_now()}  {target.name}: {said}", flush=True)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif os.path.lexists(path):
        path.unlink()


# -- the night


@contextlib.contextmanager
def locked(output: Path) -> Iterator[int]:
    """Keep other nights off a folder; the lock ends with the process, however that ends. Raises Fault."""
    output.mkdir(parents=True, exist_ok=True)
    with open(output / LOCK, "a+", encoding="ascii") as file:
        try:
            if os.name == "nt":
                import msvcrt

                file.seek(1 << 20)  # beyond the number, which others may still read
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.seek(0)
            raise Fault(
                f"Another night works in {output} (process {file.read().strip() or 'unknown'}): wait for it, or end it."
            ) from error
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        yield file.fileno()


def find_program(name: str) -> Tuple[List[str], Tuple[int, ...]]:
    """(qgis_process, its version as (3, 22)): the one given, or the first on the path that answers. Raises Fault."""
    said = []
    # Debian's qgis_process is a wrapper that fails on every call; qgis_process.bin beside it works.
    for one in [name] if name else ["qgis_process.bin", "qgis_process", "qgis_process-qgis-ltr.bat", "qgis_process-qgis.bat"]:
        path = shutil.which(one)
        if path is None:
            said.append(f"{one}: not found")
            continue
        answer = subprocess.run(  # nosec B603 # a list, no shell: the qgis_process that was found or named
            [path, "--version"], capture_output=True, text=True, stdin=subprocess.DEVNULL, env=environment_for(path)
        )
        found = re.search(r"QGIS (\d+)\.(\d+)", answer.stdout)
        if answer.returncode == 0 and found:
            return [path], (int(found.group(1)), int(found.group(2)))
        said.append(f"{path}: {(answer.stderr or answer.stdout).strip().splitlines()[-1:] or answer.returncode}")
    raise Fault(f"qgis_process cannot be run ({'; '.join(said)}): install QGIS, or give its path as qgis_process.")


def environment_for(program: str) -> Dict[str, str]:
    """What qgis_process shall find in its environment."""
    environment = dict(os.environ)
    if sys.platform.startswith("linux"):
        environment["QT_QPA_PLATFORM"] = environment.get("QT_QPA_PLATFORM") or "offscreen"  # no screen is needed
        # QGIS's own Python takes the first python3 on the path for itself, and fails with that of pyenv or conda, which may run this.
        foreign = {os.path.dirname(sys.executable), os.path.join(sys.base_exec_prefix, "bin")} - {os.path.dirname(program)}
        foreign -= {"/usr/bin", "/bin", "/usr/local/bin"}
        folders = environment.get("PATH", os.defpath).split(os.pathsep)
        environment["PATH"] = os.pathsep.join(one for one in folders if one not in foreign)
    return environment


def write_summary(output: Path, lines: Sequence[Line]) -> None:
    """One line for each scene, in columns; the last are the algorithm's own numbers."""
    numbers = sorted({key for line in lines for key in line.numbers})
    part = output / (SUMMARY + PART)
    with open(part, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["scene", "name", "start", "seconds", "status", "exit", "message", *numbers])
        for line in lines:
            its = asdict(line)
            own = its.pop("numbers")
            table.writerow(["" if value is None else value for value in [*its.values(), *(own.get(key) for key in numbers)]])
    os.replace(part, output / SUMMARY)


def run_night(night: Night, dry: bool) -> int:
    """Run all scenes; return the exit status: 0 where all of them are there and whole."""
    scenes = find_scenes(night)
    output = Path(night.output)
    program, version = find_program(night.qgis_process)
    stop, caught = threading.Event(), [0]

    def end(number: int, frame: Any) -> None:
        caught[0] = number
        stop.set()

    runner = Runner(night, program, version, stop)
    if dry:
        for name, scene in scenes.items():
            _, reason = runner.plan(name, scene)
            parameters = replaced(night.parameters, {"{scene}": scene, "{name}": name, "{output}": str(output / name)})
            command, stdin = command_of(program, version, night.algorithm, parameters)
            print(f"{name}: {reason or 'same'}\n  {' '.join(command)}" + (f"\n  {stdin}" if stdin else ""))
        return 0
    with locked(output) as descriptor:
        for one in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):  # those that the machine knows
            number = getattr(signal, one, None)
            if number and not (one == "SIGHUP" and signal.getsignal(number) == signal.SIG_IGN):  # as nohup has it
                signal.signal(number, end)
        for left in [*output.glob(f".*{PART}"), *output.glob(f".*{OLD}")]:
            if left.stem[1:] not in scenes:  # the others are tidied before they are run
                with contextlib.suppress(OSError):
                    tidy(output / left.stem[1:])
        (output / LOGS).mkdir(exist_ok=True)
        if os.name != "nt":
            runner.keep_open = [descriptor]
        lines: List[Line] = []
        with concurrent.futures.ThreadPoolExecutor(night.processes) as pool:
            waiting = {pool.submit(runner.run, name, scene) for name, scene in scenes.items()}
            while waiting:
                # with a limit of time: Windows sees Ctrl+C only between two waits
                done, waiting = concurrent.futures.wait(waiting, 0.5, concurrent.futures.FIRST_COMPLETED)
                for future in done:
                    line = future.result()
                    lines.append(line)
                    if line.status != "stopped" or line.seconds:
                        print(f"{_now()}  {line.name}: {line.status}, {line.seconds:g} s  {line.message}".rstrip(), flush=True)
                if done:
                    try:
                        write_summary(output, sorted(lines, key=lambda one: one.name))
                    except OSError as error:  # as when it is open in a spreadsheet on Windows
                        print(f"{output / SUMMARY} cannot be written ({error.strerror}): close it.", file=sys.stderr, flush=True)
    counts = {status: sum(line.status == status for line in lines) for status in ("done", "same", "failed", "stopped")}
    print(f"{', '.join(f'{count} {status}' for status, count in counts.items())}; see {output / SUMMARY}", flush=True)
    if caught[0]:
        return 128 + caught[0]
    return 0 if counts["done"] + counts["same"] == len(scenes) else 1


def _now() -> str:
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Read the command line; return the exit status: 0 all well, 1 a scene failed, 2 the night could not begin, 128 + n stopped by a signal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("config", nargs="?", help="a JSON file with the keys below, parameters and inputs")
    parser.add_argument(
        "parameters", nargs="*", default=[], help="NAME=VALUE: a parameter of the algorithm; {scene}, {name}, {output} are replaced"
    )
    parser.add_argument("--algorithm", help="id, as pantau:segment, or a .model3 file")
    parser.add_argument("--scenes", action="append", help="a folder of .tif, a SAFE, or a pattern as '/data/**/*.zip'; repeatable")
    parser.add_argument("--output", help="the folder for the results: a folder for each scene, logs, summary.csv")
    parser.add_argument("--name", help="of a scene's folder: {file} without its ending (the default), {folder} that it lies in")
    parser.add_argument("--qgis-process", help="the program; otherwise the first that works: qgis_process.bin, qgis_process")
    parser.add_argument("--timeout-minutes", type=float, help="for each scene; 0: none (the default)")
    parser.add_argument("--processes", type=int, help="scenes that are run at the same time (1)")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be run, and why")
    found = parser.parse_intermixed_args(arguments)
    if found.config and "=" in found.config and not os.path.exists(found.config):
        found.parameters.insert(0, found.config)
        found.config = None
    try:
        return run_night(read_night(found), found.dry_run)
    except (Fault, OSError) as fault:
        print(f"nightly: {fault}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
