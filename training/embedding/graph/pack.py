"""Writes the tuned model into the folder that ships, with its vocabulary trimmed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file

from index.embedding.encoder import GRAPH
from index.embedding.folder import BACKGROUND, FINGERPRINT
from training.embedding.graph.graph import SCALE, Sizes, Weights, read_weights, write_graph
from training.embedding.graph.vocabulary import trim

_TOKENIZER = "tokenizer.json"
_CONFIG = "config.json"
_WEIGHTS = "model.safetensors"
_WORDS = "embeddings.word_embeddings.weight"
_NOT_COPIED = ("*.safetensors", "*.onnx", "*.data", "*.npz", "README.md")


def pack(saved: Path, texts: Iterable[str], background: float, shipped: Path) -> None:
    """Write `shipped` from the sentence-transformers folder `saved`, with the pieces of `texts`."""
    shutil.rmtree(shipped, ignore_errors=True)
    shutil.copytree(saved, shipped, ignore=shutil.ignore_patterns(*_NOT_COPIED))
    trimmed = trim((saved / _TOKENIZER).read_text(encoding="utf-8"), texts)
    (shipped / _TOKENIZER).write_text(trimmed.tokenizer, encoding="utf-8")
    weights: dict[str, NDArray[np.float32]] = load_file(saved / _WEIGHTS)
    weights[_WORDS] = weights[_WORDS][trimmed.rows]
    config = json.loads((shipped / _CONFIG).read_bytes()) | {"vocab_size": len(trimmed.rows)}
    (shipped / _CONFIG).write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    (shipped / BACKGROUND).write_text(f"{background:.3f}\n", encoding="ascii")
    export(weights, shipped)


def unpack(shipped: Path, folder: Path) -> Path:
    """Write the sentence-transformers model that `shipped` was made from into the new `folder`."""
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns(*_NOT_COPIED))
    whole = read_weights(shipped / GRAPH)
    weights = {name: values for name, values in whole.items() if not name.endswith(SCALE)}
    dim = weights[_WORDS].shape[1]
    weights["pooler.dense.weight"] = np.zeros((dim, dim), np.float32)  # looked for, never used
    weights["pooler.dense.bias"] = np.zeros(dim, np.float32)
    save_file(weights, folder / _WEIGHTS, metadata={"format": "pt"})
    return folder


def export(weights: Weights, shipped: Path) -> None:
    """Write `weights` into `shipped`, which holds all else, and the fingerprint of the whole."""
    sizes = Sizes.of(json.loads((shipped / _CONFIG).read_bytes()))
    write_graph(weights, sizes, shipped / GRAPH)
    (shipped / FINGERPRINT).write_text(_digest(shipped), encoding="ascii")


def _digest(shipped: Path) -> str:
    digest = sha256()
    for path in sorted(shipped.rglob("*")):
        if path.is_file() and path.suffix != ".npz" and path.name != FINGERPRINT:
            digest.update(path.read_bytes())
    return digest.hexdigest()
