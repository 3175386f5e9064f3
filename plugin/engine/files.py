"""Files: whole or not at all."""

from __future__ import annotations

import contextlib
import os

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
