"""The encoder of a model that an admin names: whatever sentence-transformers can load."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from hashlib import sha256
from logging import ERROR, getLogger

import numpy as np

from index.embedding.embedder import Vectors
from index.embedding.encoder import BATCH, States


class NamedEncoder:
    """Loads the model of a folder or a name on the hub.

    Raises OSError, ValueError, RuntimeError, LookupError, ImportError.
    """

    def __init__(self, source: str) -> None:
        # Read when torch is imported. Threads that spin while they wait slow a question down
        # tenfold as soon as anything else runs on the machine.
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        from safetensors import SafetensorError
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        getLogger("huggingface_hub").setLevel(ERROR)  # it tells of every retry
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        try:
            self._model = SentenceTransformer(source, device="cpu")
        except SafetensorError as error:
            raise ValueError(str(error)) from error
        self.dim = int(self._model.get_embedding_dimension() or 0)
        self.prompts: Mapping[str, str] = {
            name: prompt or "" for name, prompt in self._model.prompts.items()
        }

    def use_threads(self, count: int) -> None:
        """Take so many threads for each call."""
        from torch import set_num_threads

        set_num_threads(count)

    @property
    def fingerprint(self) -> str:
        """Return a digest of the weights and prompts."""
        digest = sha256(json.dumps(self.prompts, sort_keys=True).encode())
        for name, values in sorted(self._model.state_dict().items()):
            digest.update(name.encode())
            digest.update(values.contiguous().float().numpy().tobytes())
        return digest.hexdigest()

    def encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        """Return one row of unit length for each text with `prompt` before it."""
        rows = self._model.encode(
            list(texts),
            prompt=prompt,
            batch_size=BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(rows, np.float32).reshape(len(texts), self.dim)

    def encode_tokens(self, texts: Sequence[str], prompt: str) -> list[States]:  # noqa: ARG002
        """Return no row: which directions tell tokens of other models apart is not known."""
        return [np.empty((0, self.dim), np.float16) for _text in texts]
