"""Writing the tuned model into the folder that ships: vocabulary trimmed, weights quantised."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

from index.cache import BACKGROUND, FINGERPRINT
from index.quantised import write_quantised
from index.shipped import WEIGHTS
from training.embedding.vocabulary import trim

_TOKENIZER = "tokenizer.json"
_CONFIG = "config.json"
_WORDS = "embeddings.word_embeddings.weight"


def pack(saved: Path, texts: Iterable[str], background: float, shipped: Path) -> None:
    """Write `shipped` from the sentence-transformers folder `saved`, with the pieces of `texts`."""
    shutil.rmtree(shipped, ignore_errors=True)
    shutil.copytree(saved, shipped, ignore=shutil.ignore_patterns("*.safetensors", "README.md"))
    trimmed = trim((saved / _TOKENIZER).read_text(encoding="utf-8"), texts)
    (shipped / _TOKENIZER).write_text(trimmed.tokenizer, encoding="utf-8")
    weights: dict[str, NDArray[np.float32]] = load_file(saved / "model.safetensors")
    weights[_WORDS] = weights[_WORDS][trimmed.rows]
    write_quantised(weights, shipped / WEIGHTS)
    _state_vocabulary(shipped / _CONFIG, len(trimmed.rows))
    (shipped / BACKGROUND).write_text(f"{background:.3f}\n", encoding="ascii")
    (shipped / FINGERPRINT).write_text(_digest(shipped), encoding="ascii")


def _state_vocabulary(path: Path, pieces: int) -> None:
    config = json.loads(path.read_bytes())
    path.write_text(json.dumps(config | {"vocab_size": pieces}, indent=2) + "\n", encoding="utf-8")


def _digest(shipped: Path) -> str:
    digest = sha256()
    for path in sorted(shipped.rglob("*")):
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()
