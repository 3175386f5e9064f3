"""Ids, parameters, types and outputs are frozen: models and scripts of users depend on them."""

import contextlib
import json
import os
import sqlite3
import weakref
from pathlib import Path

import pytest
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.processing_provider.algorithm import PantauAlgorithm, kept
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
)

CONTRACT = Path(__file__).resolve().parent.parent / "contract.json"


def definition(algorithm):
    """What users' models and scripts know of an algorithm."""
    parameters = {}
    for one in algorithm.parameterDefinitions():
        entry = {
            "type": one.type(),
            "optional": bool(one.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional),
            "default": one.defaultValue(),
        }
        if isinstance(one, QgsProcessingParameterEnum):
            entry["options"] = one.options()
            assert one.usesStaticStrings(), one.name()
        if one.type() == "number":
            entry["integer"] = one.dataType() == one.Type.Integer
        parameters[one.name()] = entry
    return {
        "group": algorithm.groupId(),
        "parameters": parameters,
        "outputs": {o.name(): o.type() for o in algorithm.outputDefinitions()},
    }


def test_every_definition_is_the_committed_one(provider):
    found = {a.id(): definition(a) for a in provider.algorithms()}
    text = json.dumps(found, indent=1, sort_keys=True, default=str) + "\n"
    if os.environ.get("PANTAU_WRITE_CONTRACT"):  # a change is a decision: write it anew, read the diff, commit it
        CONTRACT.write_text(text)
    assert json.loads(text) == json.loads(CONTRACT.read_text())


def test_every_algorithm_explains_itself(provider):
    for algorithm in provider.algorithms():
        text = algorithm.shortHelpString()
        for word in ("Outputs", "Example", "Source"):
            assert f"<b>{word}.</b>" in text, (algorithm.id(), word)
        assert algorithm.displayName()
        assert algorithm.group()
        for one in algorithm.parameterDefinitions():
            assert one.description(), one.name()


class Held:
    """What an algorithm has in hand, as a file that it writes."""


@pytest.mark.parametrize("kind", [PantauError, Cancelled, QgsProcessingException, ZeroDivisionError])
def test_a_run_that_fails_lets_go_of_what_it_held(provider, kind):
    """QGIS keeps each error that an algorithm ends with, and thereby, were they not emptied, all frames that it went through."""
    held = []

    class Failing(PantauAlgorithm):
        def name(self):
            return "failing"

        def createInstance(self):  # noqa: N802
            return Failing()

        def initAlgorithm(self, configuration=None):  # noqa: N802
            pass

        def execute(self, parameters, context, monitor):
            file = Held()
            held.append(weakref.ref(file))
            try:
                self.deeper()
            except KeyError:
                raise kind("no")  # noqa: B904

        def deeper(self):
            file = Held()
            held.append(weakref.ref(file))
            raise KeyError("first")

    results, well = Failing().run({}, QgsProcessingContext(), QgsProcessingFeedback())
    assert not well
    assert [one() for one in held] == [None, None]


def test_what_is_half_written_is_closed_before_the_earlier_file_comes_back(tmp_path):
    """Windows neither removes nor replaces a file that is open."""
    path, closed = tmp_path / "p.gpkg", []
    path.write_text("earlier")

    class Sink:
        def __del__(self):
            closed.append(path.read_text())

    def write():
        sink = Sink()  # noqa: F841
        path.write_text("half")
        raise PantauError("no")

    with pytest.raises(PantauError), kept(str(path)):
        write()
    assert closed == ["half"]
    assert path.read_text() == "earlier"


def test_what_others_have_committed_to_a_geopackage_outlives_a_run_that_fails(tmp_path):
    """In WAL mode, as QGIS edits, it may still lie in a file of its own beside the GeoPackage."""
    path = str(tmp_path / "p.gpkg")
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as editor:
        editor.execute("PRAGMA journal_mode=WAL")
        editor.execute("CREATE TABLE visits (place TEXT)")
        editor.execute("INSERT INTO visits VALUES ('Sangatta')")
        assert Path(path + "-wal").stat().st_size
        with pytest.raises(PantauError), kept(path):
            Path(path).write_bytes(b"half")
            raise PantauError("no")
        with contextlib.closing(sqlite3.connect(path)) as reader:
            assert reader.execute("SELECT place FROM visits").fetchall() == [("Sangatta",)]
        with kept(path):
            Path(path).write_bytes(b"new")
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"p.gpkg": b"new"}
