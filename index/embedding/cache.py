"""Model folders that are made once: written aside, then moved into place in one step."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FINGERPRINT = "fingerprint.txt"
"""The file of a folder that holds the digest of its weights; where it stands, all else does."""

BACKGROUND = "background.txt"
"""The file of a folder that states the cosine of unrelated texts, where it was measured."""


def make_once(folder: Path, write: Callable[[Path], None]) -> Path:
    """Return `folder`, which `write` fills where it is not there yet; a failure leaves nothing.

    Raises what `write` raises, or OSError where the parent of `folder` cannot be written.
    """
    if not (folder / FINGERPRINT).is_file():
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
        try:
            write(aside)
            _move_into_place(aside, folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    return folder


def digest(weights: Mapping[str, NDArray[np.float32]]) -> str:
    """Return the SHA-256, in hex, of the named weights."""
    hashed = sha256()
    for name in sorted(weights):
        hashed.update(name.encode())
        hashed.update(weights[name].data)
    return hashed.hexdigest()


def _move_into_place(aside: Path, folder: Path) -> None:
    aside.chmod(0o755)
    try:
        aside.replace(folder)
    except OSError:  # another process may have been quicker
        if not (folder / FINGERPRINT).is_file():
            raise
