"""These tests run in .venv-train, where PyTorch is: tests/headless/test_training.py starts them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
