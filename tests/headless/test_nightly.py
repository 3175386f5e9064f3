"""The nightly script: on a stand-in for qgis_process, which does at once what it is told, and once on the real one."""

import csv
import errno
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from process import COMMAND, needs_qgis_process
from scenes import write

SCRIPT = Path(__file__).resolve().parent.parent.parent / "tools" / "nightly.py"

# It is no part of the plugin, and no package.
spec = importlib.util.spec_from_file_location("nightly", SCRIPT)
nightly = sys.modules["nightly"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(nightly)

# Says which QGIS it is; writes what a scene holds into OUTPUT; fails, waits or crashes where the scene says so.
STAND_IN = """#!/usr/bin/env python3
import json, os, sys, time
if sys.argv[1:] == ["--version"]:
    print("QGIS {version}.16-Stand-in")
    sys.exit()
if sys.argv[-1] == "-":
    given = json.load(sys.stdin)["inputs"]
else:
    given = dict(one.split("=", 1) for one in sys.argv[sys.argv.index("--") + 1 :])
open({calls!r}, "a").write(os.path.basename(given["INPUT"]) + "\\n")
text = open(given["INPUT"]).read()
with open(given["OUTPUT"], "w") as file:
    file.write(text + " half")
if "fail" in text:
    sys.stderr.write("QStandardPaths: noise\\nERROR:\\tAn error was encountered while executing the algorithm\\n\\tThe scene is bad: copy it again.\\n")
    sys.exit(1)
if "crash" in text:
    os.kill(os.getpid(), 11)
if "grow" in text:
    open(given["INPUT"], "a").write(" and more")
if "wait" in text:
    time.sleep(60)
if "nothing" in text:
    os.remove(given["OUTPUT"])
else:
    with open(given["OUTPUT"], "w") as file:
        file.write(text + " " + str(given.get("SIZE", "")))
print(json.dumps({{"log": {{"info": ["read " + text]}}, "results": {{"OUTPUT": given["OUTPUT"], "AREA_HA": float(len(text)), "NONE": None}}}}))
"""


class Folder:
    """A night: scenes, a stand-in, its configuration, and how to run it."""

    def __init__(self, root, version):
        self.root, self.output, self.calls = root, root / "out", root / "calls.txt"
        self.scenes = root / "scenes"
        self.scenes.mkdir()
        self.program = root / "qgis_process"
        self.program.write_text(STAND_IN.format(version=version, calls=str(self.calls)))
        self.program.chmod(0o755)
        self.settings = {
            "algorithm": "pantau:any", "scenes": f"{self.scenes}/*.txt", "output": str(self.output), "qgis_process": str(self.program),
            "parameters": {"INPUT": "{scene}", "SIZE": 3, "OUTPUT": "{output}/{name}.out"},
        }  # fmt: skip

    def command(self, *more):
        file = self.root / "night.json"
        file.write_text(json.dumps(self.settings))
        return [sys.executable, str(SCRIPT), str(file), *more]

    def run(self, *more):
        return subprocess.run(self.command(*more), capture_output=True, text=True, timeout=120)

    def start(self):
        return subprocess.Popen(self.command(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def called(self):
        """The scenes that qgis_process was started for since the last time."""
        found = self.calls.read_text().split() if self.calls.exists() else []
        self.calls.unlink(missing_ok=True)
        return found

    def scene(self, name):
        """A scene's line, run within this process, where parts of the script can be replaced."""
        its = nightly.Night(**{**self.settings, "scenes": [self.settings["scenes"]]})
        (self.output / "logs").mkdir(parents=True, exist_ok=True)
        return nightly.Runner(its, [str(self.program)], (3, 44), threading.Event()).run(name, str(self.scenes / f"{name}.txt"))

    def kept(self, name):
        """The folders in which results stay that somebody has changed."""
        return sorted(self.output.glob(f"{name}.before-*"))

    def summary(self):
        with open(self.output / "summary.csv", encoding="utf-8", newline="") as file:
            return {row["name"]: row for row in csv.DictReader(file)}

    def status(self):
        return {name: row["status"] for name, row in self.summary().items()}

    def hidden(self):
        return [one.name for one in self.output.glob(".*") if one.name != ".pantau-night.lock"]

    def wait_for(self, name):
        """Until a scene is under way."""
        until = time.time() + 60
        while time.time() < until and not (self.output / f".{name}.pantau-part" / f"{name}.out").exists():
            time.sleep(0.02)


def test_of_a_chain_that_fails_the_steps_own_sentence_is_told():
    step = "Error encountered while running Rank new mining"  # as QGIS 3.22 wrote it, after the sentence
    log = f"command\n\nNo pixel of a can be compared with b: choose two.\nNo pixel of a can be compared with b: choose two.\n{step}\n{step}\n"
    assert nightly.message_of(log, 1) == f"No pixel of a can be compared with b: choose two. ({step})"


@pytest.fixture(params=["3.22", "3.44"])
def night(request, tmp_path):
    """Three scenes, by QGIS with and without JSON on stdin."""
    folder = Folder(tmp_path, request.param)
    for name in "abc":
        (folder.scenes / f"{name}.txt").write_text(f"scene {name}")
    return folder


def test_every_scene_has_its_results_its_log_and_a_line(night):
    run = night.run()
    assert run.returncode == 0, run.stdout + run.stderr
    assert (night.output / "b" / "b.out").read_text() == "scene b 3"
    assert "info: read scene b" in (night.output / "logs" / "b.log").read_text()
    assert night.hidden() == []
    line = night.summary()["b"]
    assert (line["status"], line["exit"], line["message"], float(line["AREA_HA"])) == ("done", "0", "", 7)
    record = json.loads((night.output / "b" / "provenance.json").read_text())
    assert record["results"]["OUTPUT"] == str(night.output / "b" / "b.out")
    assert list(record["outputs"]) == ["b.out"]


def test_a_failed_scene_does_not_end_the_night(night):
    (night.scenes / "b.txt").write_text("fail")
    (night.scenes / "b2.txt").write_text("crash")
    (night.scenes / "b3.txt").write_text("nothing")
    run = night.run()
    assert run.returncode == 1
    assert night.status() == {"a": "done", "b": "failed", "b2": "failed", "b3": "failed", "c": "done"}
    messages = {name: row["message"] for name, row in night.summary().items()}
    assert messages["b"] == "The scene is bad: copy it again."
    assert "signal 11" in messages["b2"]
    assert messages["b3"] == "b3.out was not written."
    assert sorted(one.name for one in night.output.iterdir() if one.is_dir()) == ["a", "c", "logs"]


def test_only_what_changed_is_run_again(night):
    night.run()
    assert sorted(night.called()) == ["a.txt", "b.txt", "c.txt"]
    assert night.run().returncode == 0
    assert night.called() == []
    assert set(night.status().values()) == {"same"}
    assert float(night.summary()["a"]["AREA_HA"]) == 7
    os.utime(night.scenes / "a.txt")  # its time only
    assert night.run().returncode == 0
    assert night.called() == []
    before = (night.scenes / "b.txt").stat()
    (night.scenes / "b.txt").write_text("scene B")  # its content only: the same size and time
    os.utime(night.scenes / "b.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    night.run()
    assert night.called() == ["b.txt"]
    assert (night.output / "b" / "b.out").read_text() == "scene B 3"
    (night.output / "c" / "c.out").unlink()
    night.run()
    assert night.called() == ["c.txt"]


@pytest.mark.parametrize("changed", ["parameter", "model", "other input", "algorithm"])
def test_another_parameter_or_model_runs_all_again(night, changed):
    model, zones = night.root / "forest.onnx", night.root / "zones.gpkg"
    model.write_text("one")
    zones.write_text("one")
    night.settings["parameters"] = {**night.settings["parameters"], "MODEL": str(model)}
    night.settings["inputs"] = [str(zones)]
    night.run()
    night.called()
    if changed == "parameter":
        night.settings["parameters"]["SIZE"] = 5
    elif changed == "model":
        model.write_text("two")
    elif changed == "other input":
        zones.write_text("two")
    else:
        night.settings["algorithm"] = "pantau:other"
    said = night.run("--dry-run").stdout
    assert "changed: " + {"parameter": "parameters", "algorithm": "algorithm"}.get(changed, "files") in said
    assert night.called() == []
    assert night.run().returncode == 0
    assert sorted(night.called()) == ["a.txt", "b.txt", "c.txt"]


def test_what_was_there_stays_where_the_new_run_fails(night):
    night.run()
    (night.scenes / "b.txt").write_text("fail")
    assert night.run().returncode == 1
    assert (night.output / "b" / "b.out").read_text() == "scene b 3"
    assert night.hidden() == []


def test_a_folder_with_other_files_is_left_alone(night):
    night.run()
    (night.output / "a" / "notes.txt").write_text("mine")
    night.settings["parameters"]["SIZE"] = 5
    assert night.run().returncode == 1
    assert "a holds notes.txt, which no night has written" in night.summary()["a"]["message"]
    assert (night.output / "a" / "notes.txt").read_text() == "mine"
    assert (night.output / "a" / "a.out").read_text() == "scene a 3"


def test_results_that_somebody_has_changed_are_kept(night):
    night.run()
    (night.output / "a" / "a.out").write_text("hours of work")
    (night.output / "b" / "b.out-wal").write_text("what QGIS has not yet moved into the file")
    (night.output / "c" / "c.out.aux.xml").write_text("statistics")
    assert night.run().returncode == 0
    assert (night.output / "a" / "a.out").read_text() == "hours of work"
    night.settings["parameters"]["SIZE"] = 5
    run = night.run()
    assert run.returncode == 0
    for name, file, text in (("a", "a.out", "hours of work"), ("b", "b.out-wal", "what QGIS has not yet moved into the file")):
        (kept,) = night.kept(name)
        assert (kept / file).read_text() == text
        sentence = f"{name}.out was not as the night had left it: the earlier results are kept in {kept}."
        assert night.summary()[name]["message"] == sentence
        assert sentence in (night.output / "logs" / f"{name}.log").read_text()
        assert sentence in run.stdout
        assert (night.output / name / f"{name}.out").read_text() == f"scene {name} 5"
    assert night.kept("c") == []
    assert night.hidden() == []
    night.called()
    assert night.run().returncode == 0
    assert night.called() == []


def test_a_file_that_is_put_there_during_the_run_is_kept(night):
    night.run()
    os.rename(night.output / "a", night.output / ".a.pantau-old")  # as a night does that was killed after its last rename
    shutil.copytree(night.output / ".a.pantau-old", night.output / "a")
    (night.output / ".a.pantau-old" / "notes.txt").write_text("mine")
    assert "notes.txt was not as the night had left it" in night.run().stdout
    assert (night.kept("a")[0] / "notes.txt").read_text() == "mine"


def test_a_folder_that_is_a_link_is_filled_where_it_leads_to(night):
    there = night.root / "disk" / "a"
    there.mkdir(parents=True)
    night.output.mkdir()
    (night.output / "a").symlink_to(there)
    (night.output / "keep").mkdir()
    (night.output / ".b.pantau-part").symlink_to(night.output / "keep")  # only the link goes
    for size in (3, 3, 5):
        night.settings["parameters"]["SIZE"] = size
        run = night.run()
        assert run.returncode == 0, run.stderr
        assert (there / "a.out").read_text() == f"scene a {size}"
    assert (night.output / "a").is_symlink()
    assert os.listdir(there.parent) == ["a"]
    assert (night.output / "keep").exists()
    assert night.hidden() == []


def test_a_link_that_leads_nowhere_concerns_only_its_scene(night):
    night.output.mkdir()
    (night.output / "b").symlink_to(night.root / "nowhere" / "b")
    for _ in range(2):
        run = night.run()
        assert (run.returncode, run.stderr) == (1, "")
        assert night.summary()["b"]["message"].endswith("No such file or directory")
    assert night.status() == {"a": "same", "b": "failed", "c": "same"}


def test_what_cannot_be_removed_concerns_only_its_scene(night, monkeypatch):
    def refuse(path):
        raise OSError(errno.EACCES, "Permission denied", str(path))

    assert night.scene("a").status == "done"
    night.settings["parameters"]["SIZE"] = 5
    with monkeypatch.context() as patch:
        patch.setattr(nightly.shutil, "rmtree", refuse)
        line = night.scene("a")
        assert line.status == "done"  # and so it is
        assert line.message.endswith("Permission denied")
        assert (night.output / "a" / "a.out").read_text() == "scene a 5"
        line = night.scene("a")
        assert (line.status, line.message) == ("failed", f"{night.output}/.a.pantau-part: Permission denied")
    assert night.scene("a").status == "same"
    assert night.hidden() == []


def test_what_was_there_comes_back_where_the_last_move_fails(night, monkeypatch):
    night.scene("a")
    night.settings["parameters"]["SIZE"] = 5
    replace = os.replace

    def refuse(source, target):
        if Path(target) == night.output / "a" and str(source).endswith("-part"):
            raise OSError(errno.EIO, "Input/output error", str(target))
        replace(source, target)

    monkeypatch.setattr(nightly.os, "replace", refuse)
    line = night.scene("a")
    assert (line.status, line.message) == ("failed", f"{night.output}/a: Input/output error")
    assert (night.output / "a" / "a.out").read_text() == "scene a 3"
    assert night.hidden() == []


def test_a_scene_that_changes_while_it_is_read_has_no_results(night):
    (night.scenes / "b.txt").write_text("grow")
    assert night.run().returncode == 1
    assert night.summary()["b"]["message"] == "The input was changed while it was read: it is run again next time."
    assert not (night.output / "b").exists()
    assert night.status() == {"a": "done", "b": "failed", "c": "done"}


@pytest.mark.parametrize("asked", ["", "trap '' TERM; "], ids=["ends when it is asked", "does not"])
def test_what_a_run_has_started_ends_with_it(asked, monkeypatch):
    monkeypatch.setattr(nightly, "GRACE_S", 0.5 if asked else 60)
    command = ["sh", "-c", f"{asked}sleep 90 & echo $!; wait; sleep 90"]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    other = int(child.stdout.readline())
    assert nightly._end(child) == (-signal.SIGKILL if asked else -signal.SIGTERM)
    until = time.time() + 30
    while (alive := is_alive(other)) and time.time() < until:
        time.sleep(0.02)
    assert not alive


def is_alive(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_night_that_is_stopped_ends_its_child_and_leaves_nothing_half_done(night, number):
    (night.scenes / "b.txt").write_text("wait")
    process = night.start()
    night.wait_for("b")
    process.send_signal(number)
    process.communicate(timeout=30)
    assert process.returncode == 128 + number
    assert night.hidden() == []
    assert night.status() == {"a": "done", "b": "stopped", "c": "stopped"}
    assert not (night.output / "b").exists()
    (night.scenes / "b.txt").write_text("scene b")
    night.called()
    assert night.run().returncode == 0
    assert night.called() == ["b.txt", "c.txt"]


def test_a_killed_night_is_tidied_up_by_the_next_which_waits_for_its_child(night):
    (night.scenes / "b.txt").write_text("wait")
    process = night.start()
    night.wait_for("b")
    second = night.run()
    assert second.returncode == 2
    assert f"Another night works in {night.output} (process {process.pid})" in second.stderr
    process.kill()
    process.wait()
    assert not (night.output / "b").exists()
    assert night.run().returncode == 2  # the child still writes
    (child,) = (int(one.name) for one in Path("/proc").iterdir() if one.name.isdigit() and str(night.root).encode() in command_of(one) and b"--version" not in command_of(one))  # fmt: skip
    os.kill(child, signal.SIGKILL)
    (night.scenes / "b.txt").write_text("scene b")
    until = time.time() + 30
    while (run := night.run()).returncode == 2 and time.time() < until:
        pass
    assert run.returncode == 0, run.stderr
    assert night.hidden() == []
    assert night.status() == {"a": "same", "b": "done", "c": "done"}


def command_of(process):
    try:
        return (process / "cmdline").read_bytes()
    except OSError:
        return b""


def test_a_switch_between_two_renames_brings_the_old_results_back(night):
    night.run()
    night.called()
    os.rename(night.output / "a", night.output / ".a.pantau-old")
    assert night.run().returncode == 0
    assert night.called() == []
    assert (night.output / "a" / "a.out").read_text() == "scene a 3"


def test_a_scene_that_takes_too_long_is_ended(night):
    (night.scenes / "b.txt").write_text("wait")
    night.settings["timeout_minutes"] = 0.02
    assert night.run().returncode == 1
    assert night.status() == {"a": "done", "b": "failed", "c": "done"}
    assert "longer than 0.02 minutes" in night.summary()["b"]["message"]


def test_several_at_once_give_the_same(night):
    night.settings["processes"] = 3
    assert night.run().returncode == 0
    assert list(night.status()) == ["a", "b", "c"]
    assert night.hidden() == []


def test_a_dry_run_writes_nothing(night):
    run = night.run("--dry-run")
    assert run.returncode == 0
    assert "a: new" in run.stdout
    assert not night.output.exists()
    assert night.called() == []


def test_no_file_is_needed(night):
    run = subprocess.run(
        [sys.executable, str(SCRIPT), "--algorithm", "pantau:any", "--scenes", str(night.scenes / "*.txt"), "--output", str(night.output),
         "--qgis-process", str(night.program), "INPUT={scene}", "OUTPUT={output}/x.out"],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert (night.output / "c" / "x.out").read_text() == "scene c "


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"scenes": "/nowhere/*.tif"}, "There is no scene at /nowhere/*.tif: check the path"),
        ({"parameters": {"INPUT": "{scene}"}}, "No parameter holds {output}"),
        ({"parameters": {"OUTPUT": "{output}/o.tif"}}, "No parameter holds {scene}"),
        ({"scenes": 5}, "scenes is 5: give a text, or a list of texts."),
        ({"scenes": [5]}, "scenes is [5]: give a text, or a list of texts."),
        ({"inputs": 3}, "inputs is 3: give a text, or a list of texts."),
        ({"parameters": ["INPUT"]}, "parameters is ['INPUT']: give an object"),
        ({"output": str(SCRIPT)}, str(SCRIPT)),
        ({"proceses": 2}, "proceses is not known: choose from"),
        ({"processes": 0}, "processes is 0"),
        ({"qgis_process": "/nowhere/qgis_process"}, "qgis_process cannot be run (/nowhere/qgis_process: not found)"),
        ({"name": "{folder}"}, "would both be called scenes"),
    ],
)
def test_a_mistake_in_the_configuration_is_one_sentence(night, change, words):
    night.settings.update(change)
    run = night.run("SIZE=5")
    assert run.returncode == 2
    assert words in run.stderr
    assert len(run.stderr.splitlines()) == 1
    assert not night.output.exists() or not night.called()


@pytest.mark.parametrize(
    ("folder", "inside", "names"),
    [
        ("S2A.SAFE", "MTD_MSIL2A.xml", "S2A"),
        ("S1A.SAFE", "manifest.safe", "S1A"),
        ("LC08_T1", "LC08_T1_MTL.txt", "LC08_T1"),
        ("several", "one.tif", "one"),
    ],
)
def test_a_folder_is_a_scene_where_it_holds_a_product(night, folder, inside, names):
    (night.root / folder).mkdir()
    (night.root / folder / inside).write_text("")
    for end in ("", "/"):
        run = night.run("--dry-run", "--scenes", f"{night.root}/{folder}{end}")
        assert run.stdout.startswith(f"{names}: new\n"), run.stderr


def test_statistics_that_qgis_adds_do_not_count_but_other_words_do(tmp_path):
    side = tmp_path / "a.tif.aux.xml"
    side.write_text(
        '<PAMDataset>\n <PAMRasterBand band="1">\n <Metadata>\n <MDI key="STATISTICS_MEAN">3</MDI>\n </Metadata>\n </PAMRasterBand>\n</PAMDataset>'
    )
    assert nightly.meaning_of_side_file(str(tmp_path / "a.tif")) == b""
    side.write_text('<PAMDataset><PAMRasterBand band="1"><NoDataValue>0</NoDataValue></PAMRasterBand></PAMDataset>')
    assert b"NoDataValue>0<" in nightly.meaning_of_side_file(str(tmp_path / "a.tif"))
    assert nightly.meaning_of_side_file(str(tmp_path / "b.tif")) == b""


def test_a_vrt_brings_its_files_along(tmp_path):
    from osgeo import gdal

    first = write(tmp_path / "first.tif", np.ones((4, 4), np.uint8))
    gdal.BuildVRT(str(tmp_path / "all.vrt"), [first]).FlushCache()
    assert list(nightly.input_files([str(tmp_path / "all.vrt")])) == [str(tmp_path / "all.vrt"), first]


def test_a_file_brings_along_what_belongs_to_it(tmp_path):
    for name in ("zones.shp", "zones.dbf", "zones.xml", "LC08_MTL.txt", "LC08_B4.TIF"):
        (tmp_path / name).write_text("")
    assert {Path(one).name for one in nightly.input_files([str(tmp_path / "zones.shp")])} == {"zones.shp", "zones.dbf"}
    assert tmp_path / "LC08_B4.TIF" in map(Path, nightly.input_files([str(tmp_path / "LC08_MTL.txt")]))


def test_another_version_of_pantau_runs_all_again(night, monkeypatch):
    assert night.scene("a").status == "done"
    assert night.scene("a").status == "same"
    monkeypatch.setattr(nightly, "plugin_version", lambda: "0.0.0")
    assert night.scene("a").status == "done"


@needs_qgis_process
def test_a_real_night_over_mines_with_a_damaged_scene(data, tmp_path):
    scenes = tmp_path / "scenes"
    scenes.mkdir()
    for name in ("image_001.tif", "image_003.tif"):
        shutil.copy(data / "mines" / name, scenes)
    (scenes / "image_002.tif").write_bytes((data / "mines" / "image_002.tif").read_bytes()[:100_000])
    command = [sys.executable, str(SCRIPT), "--algorithm", "pantau:segment", "--scenes", str(scenes), "--output", str(tmp_path / "out"),
               "--qgis-process", str(COMMAND), "INPUT={scene}", "DEVICE=cpu", "MASK={output}/mines.tif", "POLYGONS={output}/{name}.gpkg"]  # fmt: skip
    assert subprocess.run(command, stdout=subprocess.DEVNULL, timeout=300).returncode == 1
    with open(tmp_path / "out" / "summary.csv", encoding="utf-8", newline="") as file:
        bad, *good = sorted(csv.DictReader(file), key=lambda row: row["status"], reverse=True)
    assert "the file is damaged, copy it again" in bad["message"]
    assert [(row["name"], row["status"]) for row in good] == [("image_001", "done"), ("image_003", "done")]
    assert min(float(row["AREA_HA"]) for row in good) > 1
    (scenes / "image_002.tif").unlink()
    run = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stdout
    assert run.stdout.count(": same, ") == 2  # though QGIS has written statistics beside the scenes
