"""Files: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
from functools import partial
from typing import Any, Callable, Iterator, List, Mapping, Sequence

from .errors import PantauError
from .text import tr

# What is being written, and what was there before, stand aside under the file's name with these endings.
PART, KEPT = ".pantau-part", ".pantau-kept"


def write_text(path: str, text: str) -> None:
    """Write `text` as UTF-8, with line feeds, like `write_bytes`."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: str, content: bytes) -> None:
    """Write `content` beside `path` and put it in its place when it is whole; what was there stays until then.

    Raises PantauError: a full disk, a folder or a file that may not be written.
    """

    def write(part: str) -> None:
        with open(part, "wb") as file:
            file.write(content)

    _put(path, {"": write})


def copy_file(source: str, target: str, sides: Sequence[str] = ()) -> None:
    """Copy a file beside `target` and put it in its place when it is whole, like `write_bytes`.

    sides: endings of side files, which go along; the target's own go away.
    """
    own = [ending for ending in sides if os.path.exists(source + ending)]
    _put(
        target,
        {ending: partial(shutil.copyfile, source + ending) for ending in ("", *own)},
        [ending for ending in sides if ending not in own],
    )


def _put(path: str, writers: Mapping[str, Callable[[str], Any]], stale: Sequence[str] = ()) -> None:
    """Write files beside their places, and put them there when all are whole. writers: by what follows `path` in a file's name."""
    try:
        for ending, write in writers.items():
            write(path + PART + ending)
        for ending in writers:
            os.replace(path + PART + ending, path + ending)
        for ending in stale:
            if os.path.exists(path + ending):
                os.remove(path + ending)
    except OSError as error:
        for ending in writers:
            with contextlib.suppress(OSError):
                os.remove(path + PART + ending)
        raise PantauError(
            tr(
                "{path} cannot be written ({reason}): close it in other programs, free space on the disk or choose another folder."
            ).format(path=path, reason=error.strerror)
        ) from error


@contextlib.contextmanager
def new_folder(path: str) -> Iterator[None]:
    """Make a folder, with those that lead to it, where one is named and there is none; where the work in it fails, take away what was made."""
    made: List[str] = []
    missing = os.path.abspath(path) if path else ""
    while missing and not os.path.isdir(missing):
        made.append(missing)
        missing = os.path.dirname(missing)
    try:
        if made:
            os.makedirs(made[0])
    except OSError as error:
        raise PantauError(
            tr("{path} cannot be made ({reason}): choose another folder.").format(path=path, reason=error.strerror)
        ) from error
    try:
        yield
    except BaseException:
        for folder in made:
            with contextlib.suppress(OSError):
                os.rmdir(folder)
        raise
