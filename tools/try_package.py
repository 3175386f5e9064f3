"""Install the zip in an empty profile and try everything in it: python tools/try_package.py [ZIP] (`make try-package`).

With the machine's QGIS, whichever version that is: the plugin is unpacked where QGIS's plugin manager would put it and enabled; then

- qgis_process lists every algorithm, shows the help of each, and runs each on the sample district (what with: tests/runs.py);
- without the Python packages that Pantau asks for, each algorithm still runs, or fails with the command that installs what it needs;
- QGIS's window loads the plugin, opens its docks and dialogs and unloads it again, and logs no error.

Of the checkout nothing but the sample's table is used, of the environment nothing but its Python packages. Exits 1 where something fails.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any, Dict, List, Sequence

TARGET = "PANTAU_TRY_WINDOW"  # in QGIS's window, the environment variable that names the file for what was found

if TARGET not in os.environ:
    ROOT = Path(__file__).resolve().parent.parent
    sys.path.insert(0, str(ROOT / "tests"))
    from runs import AFTER, BEFORE, RADAR, RUNS, filled, needed

    PLAN = {"PLAN": "{district}/rtrw.gpkg", "RULES": "{district}/plan_rules.csv"}
    CHECK = {"POINTS": "{district}/validation_points.gpkg", "REFERENCE_FIELD": "reference"}
    # The chains, as tests/runs.py has the algorithms.
    CHAINS = {
        "minemonitoring": (
            {"AFTER": AFTER, "BEFORE": BEFORE, "PERMITS": "{district}/permits.gpkg", "PERMIT_FIELD": "holder", "ZONES": "{district}/kecamatan.gpkg"},
            {"after:MASK": "mask.tif", "alerts:ALERTS": "alerts.gpkg", "alerts:REPORT": "alerts.html", "areas:XLSX": "areas.xlsx"},
        ),
        "saltland": (
            {"SCENE": AFTER, "SAMPLES": "{district}/training_polygons.gpkg", "CLASS_FIELD": "class", "CLASSES": "32",
             "ZONES": "{district}/desa.gpkg", **CHECK, **PLAN},
            {"train:MODEL": "forest.onnx", "clean:LANDCOVER": "clean.tif", "patches:PATCHES": "patches.gpkg", "areas:AREAS": "areas.csv",
             "check:REPORT": "accuracy.html", "plan:REPORT": "plan.html"},
        ),
        "burnedarea": (
            {**RADAR, "AOI": "{district}/district.gpkg", "ZONES": "{district}/kecamatan.gpkg"},
            {"burn:BEST": "burned.tif", "burn:REPORT": "burned.html", "areas:XLSX": "areas.xlsx"},
        ),
        "landcoverplan": (
            {"SCENE": AFTER, "MODEL": "{trainforest.MODEL}", "ADMIN": "{district}/kecamatan.gpkg", **CHECK, **PLAN},
            {"clean:LANDCOVER": "clean.tif", "plan:TABLE": "table.csv", "plan:REPORT": "plan.html"},
        ),
    }  # fmt: skip
    EVERY = {**CHAINS, **RUNS}

PACKAGES = ("onnxruntime", "sklearn", "onnx", "scipy", "numba")  # modules that a QGIS may lack
SECONDS, WINDOW_SECONDS = 300, 120  # for one run; for the window
SETTINGS = (
    "[PythonPlugins]\npantau=false\nprocessing=true\n[app]\nfirstRunVersion=999\n[locale]\noverrideFlag=true\nuserLocale=en\n"
)


def program(*names: str) -> str:
    """The first of QGIS's programs that there is: Debian's qgis_process is a wrapper that fails, with the program beside it."""
    environment = Path(sys.prefix, "bin").resolve()
    folders = [one for one in os.get_exec_path() if Path(one).resolve() != environment]
    found = next(filter(None, (shutil.which(name, path=os.pathsep.join(folders)) for name in names)), None)
    if found is None:
        sys.exit(f"QGIS is not installed: there is no {names[-1]}.")
    return found


class Profile:
    """A profile of QGIS in which there is nothing but the plugin of a zip. missing: modules that Python then does not find."""

    def __init__(self, folder: Path, package: Path, missing: Sequence[str] = ()) -> None:
        self.folder = folder
        with zipfile.ZipFile(package) as archive:
            archive.extractall(folder / "profiles" / "default" / "python" / "plugins")
        self._write_settings()
        hooks = folder / "hooks"
        hooks.mkdir()
        (hooks / "sitecustomize.py").write_text(f"import sys\nsys.modules.update(dict.fromkeys({list(missing)!r}))\n")
        self.environment = {
            **{key: value for key, value in os.environ.items() if key not in ("QGIS_PLUGINPATH", "VIRTUAL_ENV")},
            "QGIS_CUSTOM_CONFIG_PATH": str(folder), "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "ignore",
            "PYTHONPATH": os.pathsep.join(
                filter(None, [str(hooks), sysconfig.get_path("purelib"), os.environ.get("PYTHONPATH")])  # QGIS's images set it
            ),
        }  # fmt: skip

    def _write_settings(self) -> None:
        """The plugin disabled, and no question when QGIS starts."""
        for major in (3, 4):
            settings = self.folder / "profiles" / "default" / "QGIS" / f"QGIS{major}.ini"
            settings.parent.mkdir(parents=True, exist_ok=True)
            settings.write_text(SETTINGS)

    def process(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """An ended qgis_process."""
        command = [program("qgis_process.bin", "qgis_process"), *arguments]
        return subprocess.run(
            command,
            env=self.environment,
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            stdin=subprocess.DEVNULL,
        )

    def enable(self) -> None:
        """Enable the plugin. Raises AssertionError where QGIS does not see it."""
        run = self.process("plugins", "enable", "pantau")
        assert run.returncode == 0, run.stdout + run.stderr

    def algorithms(self) -> List[str]:
        """The names of the plugin's algorithms, as `list` gives them."""
        run = self.process("list", "--json")
        assert run.returncode == 0, run.stdout + run.stderr
        providers = json.loads(run.stdout[run.stdout.index("{") :])["providers"]
        return sorted(name.partition(":")[2] for name in providers.get("pantau", {}).get("algorithms", {}))

    def run(self, algorithm: str, places: Dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
        """Run an algorithm as tests/runs.py says, its outputs in `folder`; puts their paths into `places`."""
        inputs, outputs = EVERY[algorithm]
        folder.mkdir(parents=True, exist_ok=True)
        paths = {key: str(folder / file) for key, file in outputs.items()}
        arguments: List[str] = []
        for key, value in {**{key: filled(value, places) for key, value in inputs.items()}, **paths}.items():
            arguments += [f"{key}={one}" for one in (value if isinstance(value, list) else [value])]
        run = self.process("--json", "run", f"pantau:{algorithm}", "--", *arguments)
        places.update({f"{algorithm}.{key}": path for key, path in paths.items()})
        return run

    def window(self) -> Dict[str, Any]:
        """What QGIS's window found: {"errors": [...], "actions": ..., "docks": [...]}; see `_look`."""
        target = self.folder / "window.json"
        self._write_settings()  # it is loaded where its errors are seen
        screen = [] if os.environ.get("DISPLAY") else ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24"]
        command = [*screen, program("qgis.bin", "qgis"), "--nologo", "--noversioncheck", "--profiles-path", str(self.folder)]
        command += ["--code", str(Path(__file__).resolve())]
        environment = {**self.environment, TARGET: str(target)}
        del environment["QT_QPA_PLATFORM"]
        with subprocess.Popen(
            command, env=environment, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as run:  # fmt: skip
            try:
                run.wait(WINDOW_SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, signal.SIGKILL)  # the screen, and QGIS in it
        if not target.exists():
            return {"errors": [f"QGIS ended with {run.returncode} before it was done."], "docks": []}
        return json.loads(target.read_text(encoding="utf-8"))


def said_how_to_install(run: subprocess.CompletedProcess[str]) -> bool:
    """Whether a failed run gives the command that installs a package, and shows nobody its own code."""
    output = run.stdout + run.stderr
    return "is not installed. Run this in a terminal" in output and "-m pip install" in output and "Traceback" not in output


def try_all(package: Path, only: Sequence[str] = ()) -> List[str]:
    """Everything that fails, a sentence each. only: the algorithms to run; empty: all."""
    failed: List[str] = []
    with tempfile.TemporaryDirectory(prefix="pantau-try-") as temporary:
        folder = Path(temporary)
        full = Profile(folder / "full", package)
        print(full.process("--version").stdout.splitlines()[0], flush=True)
        full.enable()
        names = full.algorithms()
        print(f"{len(names)} algorithms: {', '.join(names)}", flush=True)
        if set(names) != set(EVERY):
            failed.append(f"QGIS lists other algorithms than there are: {sorted(set(names) ^ set(EVERY))}.")
        chosen = [name for name in names if not only or name in only]
        for name in chosen:
            run = full.process("help", f"pantau:{name}")
            if run.returncode or "Arguments" not in run.stdout or "Traceback" in run.stdout + run.stderr:
                failed.append(f"help pantau:{name}: {run.stdout}{run.stderr}")
        bare = Profile(folder / "bare", package, PACKAGES)
        bare.enable()
        if bare.algorithms() != names:
            failed.append("Without the packages, QGIS lists other algorithms.")
        district = folder / "district"
        run = full.process("run", "pantau:sampledistrict", "--", f"FOLDER={district}")
        if run.returncode:
            return [*failed, f"pantau:sampledistrict: {run.stdout}{run.stderr}"]
        places = {"district": str(district)}
        for name in _in_order(chosen):
            started = time.monotonic()
            run = full.run(name, places, folder / "results" / name)
            seconds = time.monotonic() - started
            without = bare.run(name, dict(places), folder / "without" / name)
            word = "runs" if not without.returncode else "says how to install" if said_how_to_install(without) else "FAILS"
            print(f"{'FAILS' if run.returncode else 'runs'} in {seconds:4.1f} s; without packages {word}: {name}", flush=True)
            if run.returncode or "Traceback" in run.stderr:
                failed.append(f"pantau:{name}: {run.stdout}{run.stderr}")
            if word == "FAILS":
                failed.append(f"pantau:{name} without packages: {without.stdout}{without.stderr}")
        for profile in (full, bare):
            found = profile.window()
            print(f"Window of {profile.folder.name}: {found}", flush=True)
            failed += [f"QGIS's window, {profile.folder.name}: {error}" for error in found["errors"]]
    return failed


def _in_order(names: Sequence[str]) -> List[str]:
    """The algorithms, each after those whose outputs it takes, which are added."""
    ordered: List[str] = []
    for name in names:
        before = needed(name) if name in RUNS else ["trainforest"] if name in CHAINS else []
        ordered += [one for one in (*before, name) if one not in ordered]
    return ordered


# -- in QGIS's window, where QGIS itself runs this file


def _look(target: str) -> None:
    """Load the plugin, open what it has, unload it, write down what QGIS logged meanwhile, and end QGIS."""
    from qgis import utils
    from qgis.core import Qgis, QgsApplication
    from qgis.PyQt.QtCore import QCoreApplication, QTimer
    from qgis.PyQt.QtWidgets import QDialog

    found: Dict[str, Any] = {"errors": [], "actions": 0, "docks": []}
    bad = (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)

    def logged(message: str, tag: str, level: Any) -> None:
        if level in bad and (tag in ("Pantau", "Python", "Python warning", "Plugins") or "pantau" in message.lower()):
            found["errors"].append(f"{tag}: {message}")

    def thrown(kind: Any, value: Any, *more: Any, **named: Any) -> None:
        found["errors"].append(repr(value))

    def look() -> None:
        utils.showException = thrown  # which would ask, and wait
        QgsApplication.messageLog().messageReceived.connect(logged)
        try:
            if not (utils.loadPlugin("pantau") and utils.startPlugin("pantau")):
                raise RuntimeError("the plugin cannot be loaded")
            menu = utils.plugins["pantau"].menu
            found["actions"] = len(menu.toolbar.actions())
            for name, entry in menu.docks.items():
                entry.action.trigger()
                QCoreApplication.processEvents()
                if entry.dock is None or not entry.dock.isVisibleTo(utils.iface.mainWindow()):
                    raise RuntimeError(f"the dock {name} does not open")
                found["docks"].append(entry.dock.windowTitle())
            menu.show_packages()
            QCoreApplication.processEvents()
            found["dialogs"] = [one.windowTitle() for one in utils.iface.mainWindow().findChildren(QDialog) if one.isVisible()]
            QTimer.singleShot(3000, end)  # what the docks and dialogs read meanwhile may fail too
        except Exception as error:
            found["errors"].append(repr(error))
            end()

    def end() -> None:
        if not utils.unloadPlugin("pantau"):
            found["errors"].append("the plugin cannot be unloaded")
        QCoreApplication.processEvents()
        Path(target).write_text(json.dumps(found), encoding="utf-8")
        os._exit(0)

    QTimer.singleShot(2000, look)


def main() -> None:
    """Try the zip that the command line names, or the one that `make package` has made."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("zip", type=Path, nargs="?", help="dist/pantau-VERSION.zip where left out")
    parser.add_argument("--only", nargs="*", default=(), metavar="ALGORITHM", help="run only these")
    options = parser.parse_args()
    package = options.zip or max((ROOT / "dist").glob("*.zip"), key=lambda path: path.stat().st_mtime, default=None)
    if package is None:
        sys.exit("There is no zip in dist: run make package")
    failed = try_all(package, options.only)
    print("\n".join(failed) or f"{package.name}: everything works.")
    sys.exit(bool(failed))


if TARGET in os.environ:
    _look(os.environ[TARGET])
elif __name__ == "__main__":
    main()
