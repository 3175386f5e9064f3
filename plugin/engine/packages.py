"""Packages that only some steps need: imported when they are, so that everything else works without them."""

from __future__ import annotations

import importlib
from typing import Any

from .errors import MissingPackage


def need(module: str, package: str) -> Any:
    """The module `module` of the PyPI package `package`. Raises MissingPackage."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        raise MissingPackage(package) from error
