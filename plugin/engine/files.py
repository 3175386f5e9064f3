"""Files: whole or not at all."""

from __future__ import annotations

import contextlib
import os
from typing import Iterator, List

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
    part = path + PART
    try:
        with open(part, "wb") as file:
            file.write(content)
        os.replace(part, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            os.remove(part)
        raise PantauError(
            tr("{path} cannot be written ({reason}): free space on the disk or choose another folder.").format(
                path=path, reason=error.strerror
            )
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
