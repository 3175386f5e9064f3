"""Ids, parameters, types and outputs are frozen: models and scripts of users depend on them."""

import json
import os
from pathlib import Path

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterEnum

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
