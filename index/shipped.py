"""The model that comes with the project: multilingual-e5-small, taught residents' Vietnamese.

`weights/` is a sentence-transformers folder as it is, but for the weights, which are quantised;
`training/` made it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from index.cache import FINGERPRINT, make_once
from index.embedder import Progress
from index.quantised import read_quantised

NAME = "dan-biet-e5-small"
WEIGHTS = "weights.safetensors"
FOLDER = Path(__file__).parent / "weights"
_NOT_COPIED = {".safetensors", ".npz"}


def prepare(cache: Path, progress: Progress, shipped: Path = FOLDER) -> Path:
    """Return the model's folder inside `cache`, decoded now if this very one is not there yet.

    Raises QuantisedModelDamaged, or OSError where `cache` cannot be written.
    """
    return make_once(cached(cache, shipped), lambda folder: _decode(shipped, folder, progress))


def cached(cache: Path, shipped: Path = FOLDER) -> Path:
    """Return where in `cache` the model is: another place for each fingerprint."""
    fingerprint = (shipped / FINGERPRINT).read_text(encoding="ascii")
    return cache / f"{NAME}-{fingerprint[:12]}"


def _decode(shipped: Path, folder: Path, progress: Progress) -> None:
    from safetensors.numpy import save_file

    for path in shipped.rglob("*"):
        if path.is_file() and path.suffix not in _NOT_COPIED:
            target = folder / path.relative_to(shipped)
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(path, target)
    weights = read_quantised(shipped / WEIGHTS, progress)
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
