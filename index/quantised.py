"""Weights as whole numbers of 8 bits, with one scale for each row: a quarter of the size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from index.embedder import Progress
from knowledge.errors import DanBietError

_SCALE = ".scale"
_LARGEST = 127


class QuantisedModelDamaged(DanBietError):
    """A file of quantised weights is missing, cut, or of another form."""

    def __init__(self, path: Path) -> None:
        """Name the file at fault."""
        super().__init__(f"{path} holds no quantised weights; get the project's files again.")
        self.path = path


def write_quantised(weights: Mapping[str, NDArray[np.float32]], path: Path) -> None:
    """Write `weights` to `path`: matrices in 8 bits, vectors as they are."""
    tensors: dict[str, NDArray[np.float32] | NDArray[np.int8]] = {}
    for name, values in weights.items():
        if values.ndim == 1:
            tensors[name] = values
        else:
            scale = np.abs(values).max(axis=1).clip(min=1e-12) / _LARGEST
            tensors[name] = np.rint(values / scale[:, None]).astype(np.int8)
            tensors[name + _SCALE] = scale
    save_file(tensors, path)


def read_quantised(path: Path, progress: Progress) -> dict[str, NDArray[np.float32]]:
    """Return the weights at `path` by name, all as float32, with `progress` over the tensors.

    Raises QuantisedModelDamaged where the file is not what `write_quantised` wrote.
    """
    try:
        return dict(_decoded(path, progress))
    except (OSError, SafetensorError) as error:
        raise QuantisedModelDamaged(path) from error


def _decoded(path: Path, progress: Progress) -> Iterator[tuple[str, NDArray[np.float32]]]:
    with safe_open(path, framework="numpy") as file:
        names = [name for name in file.keys() if not name.endswith(_SCALE)]  # noqa: SIM118
        for done, name in enumerate(names, start=1):
            values = file.get_tensor(name)
            if values.dtype == np.int8:
                values = values * file.get_tensor(name + _SCALE)[:, None]
            yield name, values
            progress(done, len(names))
