"""How a training command ends where its input is wrong: one line, and no traceback."""

from __future__ import annotations

import sys
from typing import Callable


def run(main: Callable[[], None]) -> None:
    """Run a command; what is wrong with its input becomes the one line that it ends with."""
    try:
        main()
    except (ValueError, OSError, RuntimeError) as error:
        if isinstance(error, RuntimeError) and "No such file" not in str(error):  # GDAL's; PyTorch's own are faults of ours
            raise
        sys.exit(f"{type(error).__name__}: {error}" if not str(error) else str(error))
    except KeyboardInterrupt:
        sys.exit("Stopped. A training goes on after its last whole epoch when its command is repeated.")
