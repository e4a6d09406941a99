"""The model that comes with the project: multilingual-e5-small, taught residents' Vietnamese.

`weights/` has what ONNX Runtime reads; `training/` made it.
"""

from __future__ import annotations

from pathlib import Path

NAME = "dan-biet-e5-small"
FOLDER = Path(__file__).parent / "weights"
