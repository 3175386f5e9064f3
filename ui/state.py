"""What a window remembers in the project: a dataclass of plain values, kept as JSON in the project's own entries."""

from __future__ import annotations

import dataclasses
import json
from typing import Any, Optional, Type, TypeVar

from qgis.core import QgsProject

SCOPE = "Pantau"

State = TypeVar("State")


def load_state(cls: Type[State], key: str) -> State:
    """The state saved under `key` in the open project.

    cls: a dataclass whose fields all have defaults; they are str, int, float, bool, lists and dicts (keys are text) of such,
    or None. Layers are kept by their id. What the project does not have, or has broken, is as in `cls()`.
    """
    state = cls()
    text, found = QgsProject.instance().readEntry(SCOPE, key, "")
    if not found:
        return state
    try:
        saved = json.loads(text)
    except ValueError:
        saved = None
    if isinstance(saved, dict):
        for field in dataclasses.fields(state):
            default = getattr(state, field.name)
            if field.name in saved and _fits(saved[field.name], default):
                setattr(state, field.name, float(saved[field.name]) if type(default) is float else saved[field.name])
    return state


def save_state(key: str, state: Any, project: Optional[QgsProject] = None) -> None:
    """Keep a state under `key` in the open project, or in another; a project that has it already stays unchanged."""
    text = json.dumps(dataclasses.asdict(state), ensure_ascii=False, sort_keys=True)
    project = project or QgsProject.instance()
    if project.readEntry(SCOPE, key, "")[0] != text:
        project.writeEntry(SCOPE, key, text)


def _fits(value: Any, default: Any) -> bool:
    """Whether a saved value may stand where the default stands: None has no kind, and a whole number is a number too."""
    kinds = {float: (float, int), type(None): (object,)}
    fits = isinstance(value, kinds.get(type(default), (type(default),)))
    return fits and (isinstance(default, bool) or default is None or not isinstance(value, bool))
