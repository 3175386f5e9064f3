"""The real qgis_process, as `make env` set it up, and what every algorithm of Pantau is run with."""

import functools
import json
import signal
import subprocess
from pathlib import Path

import pytest

COMMAND = Path(__file__).resolve().parent.parent / ".venv" / "bin" / "qgis_process"

needs_qgis_process = pytest.mark.skipif(not COMMAND.exists(), reason="no .venv/bin/qgis_process: run make env")


def qgis_process(*arguments, stdin=None, environment=None):
    """The ended process, whether it went well or not. stdin: text for it. environment: instead of this process's own."""
    return subprocess.run(
        [str(COMMAND), *arguments], capture_output=True, text=True, timeout=300, input=stdin, env=environment,
        **({} if stdin is not None else {"stdin": subprocess.DEVNULL}),
    )  # fmt: skip


def started(algorithm, parameters, nohup=False):
    """A run that goes on, its output in one pipe."""
    return subprocess.Popen(
        [*(["nohup"] if nohup else []), str(COMMAND), "run", algorithm, "--", *as_arguments(parameters)],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        preexec_fn=heed_hangup if hasattr(signal, "SIGHUP") else None,
    )  # fmt: skip


def heed_hangup():
    """As in a terminal, also where the tests themselves were started with nohup."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def results_of(run):
    """What an ended `--json run` that went well gives."""
    assert run.returncode == 0, run.stdout + run.stderr
    return json.loads(run.stdout[run.stdout.index("{") :])["results"]


def call(*arguments):
    """The results of an algorithm that must go well."""
    return results_of(qgis_process("--json", "run", *arguments))


def call_with_json(algorithm, parameters):
    """The same, with the parameters as JSON on stdin, which QGIS takes from 3.24 on."""
    return results_of(qgis_process("run", algorithm, "-", stdin=json.dumps({"inputs": parameters})))


def as_arguments(parameters):
    """NAME=VALUE of each parameter; a list repeats its name."""
    lists = ((name, value if isinstance(value, list) else [value]) for name, value in parameters.items())
    return [f"{name}={one}" for name, values in lists for one in values]


@functools.lru_cache(None)
def qgis_version():
    """As (3, 22)."""
    words = qgis_process("--version").stdout.split()
    return tuple(int(part) for part in words[words.index("QGIS") + 1].split("-")[0].split(".")[:2])
