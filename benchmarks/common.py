"""What the benchmarks share: the plugin as a package, the folder of real data, and tables."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("PANTAU_DATA", ROOT.parent / "shared" / "data"))
SHIPPED = str(ROOT / "models" / "mine_unet" / "mine_unet.onnx")

if "pantau" not in sys.modules:
    spec = importlib.util.spec_from_file_location("pantau", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    sys.modules["pantau"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules["pantau"])


class Table:
    """A table in Markdown that appears row by row, under a line that says what it shows, compared with what."""

    def __init__(self, title: str, shows: str, *columns: str) -> None:
        print(f"\n**{title}.** {shows}\n")
        self.row(*columns)
        self.row(*["---"] * len(columns))

    def row(self, *cells: str) -> None:
        print("| " + " | ".join(cells) + " |", flush=True)


def percent(share: float) -> str:
    return f"{100 * share:.4f} %"
