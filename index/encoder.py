"""What turns texts into vectors, and the encoder of the models made here, run on torch alone.

A sentence-transformers folder of a BERT with mean pooling gives the same rows as by that library,
whose import and that of transformers take longer than to answer a hundred questions.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from index.cache import FINGERPRINT
from index.embedder import Vectors

if TYPE_CHECKING:
    from torch import Tensor

_WEIGHTS, _TOKENIZER = "model.safetensors", "tokenizer.json"
_SIZES, _PROMPTS = "config.json", "config_sentence_transformers.json"
BATCH = 16
"""Texts: on two cores as quick as more, with less memory."""


class Encoder(Protocol):
    """A loaded model."""

    dim: int
    prompts: Mapping[str, str]

    @property
    def fingerprint(self) -> str:
        """Return a digest of the weights."""

    def encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        """Return one row of unit length for each text with `prompt` before it."""


class FolderEncoder:
    """Reads the model in a folder; raises OSError, ValueError, LookupError, SafetensorError."""

    def __init__(self, folder: Path) -> None:
        from safetensors.torch import load_file
        from tokenizers import Tokenizer

        self.fingerprint = (folder / FINGERPRINT).read_text(encoding="ascii")
        sizes = json.loads((folder / _SIZES).read_bytes())
        self.dim = int(sizes["hidden_size"])
        self.prompts: Mapping[str, str] = json.loads((folder / _PROMPTS).read_bytes())["prompts"]
        self._layers, self._heads = sizes["num_hidden_layers"], sizes["num_attention_heads"]
        self._tiny = sizes["layer_norm_eps"]
        self._weights = load_file(folder / _WEIGHTS)
        self._tokenizer = Tokenizer.from_file(str(folder / _TOKENIZER))
        self._tokenizer.enable_truncation(sizes["max_position_embeddings"])
        padding = sizes["pad_token_id"]
        self._tokenizer.enable_padding(
            pad_id=padding, pad_token=self._tokenizer.id_to_token(padding)
        )

    def encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        """Return one row of unit length for each text with `prompt` before it."""
        import torch

        rows = np.empty((len(texts), self.dim), np.float32)
        by_length = np.argsort([-len(text) for text in texts])  # like lengths need little padding
        with torch.inference_mode():
            for start in range(0, len(texts), BATCH):
                batch = by_length[start : start + BATCH]
                rows[batch] = self._rows([prompt + texts[number] for number in batch]).numpy()
        return rows

    def _rows(self, texts: Sequence[str]) -> Tensor:
        from torch import tensor
        from torch.nn.functional import normalize

        tokens = self._tokenizer.encode_batch(texts)
        ids = tensor([one.ids for one in tokens])
        there = tensor([one.attention_mask for one in tokens])
        hidden, mask = self._embedded(ids), None if there.all() else there[:, None, None, :].bool()
        for layer in range(self._layers):
            hidden = self._layer(f"encoder.layer.{layer}", hidden, mask)
        share = there[:, :, None].to(hidden.dtype)
        means = (hidden * share).sum(1) / share.sum(1)
        return normalize(normalize(means))  # twice, as the library does: to the last bit the same

    def _embedded(self, ids: Tensor) -> Tensor:
        words, places, kinds = (
            self._weights[f"embeddings.{name}_embeddings.weight"]
            for name in ("word", "position", "token_type")
        )
        return self._levelled("embeddings", words[ids] + kinds[0] + places[: ids.shape[1]])

    def _layer(self, name: str, hidden: Tensor, mask: Tensor | None) -> Tensor:
        from torch.nn.functional import gelu

        seen = self._linear(f"{name}.attention.output.dense", self._seen(name, hidden, mask))
        hidden = self._levelled(f"{name}.attention.output", seen + hidden)
        inner = gelu(self._linear(f"{name}.intermediate.dense", hidden))
        return self._levelled(
            f"{name}.output", self._linear(f"{name}.output.dense", inner) + hidden
        )

    def _seen(self, name: str, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """Return what each token takes from the others: [texts, tokens, dim]."""
        from torch.nn.functional import scaled_dot_product_attention

        query, key, value = (
            self._linear(f"{name}.attention.self.{part}", hidden)
            .view(*hidden.shape[:2], self._heads, -1)
            .transpose(1, 2)
            for part in ("query", "key", "value")
        )
        return scaled_dot_product_attention(query, key, value, mask).transpose(1, 2).flatten(2)

    def _linear(self, name: str, rows: Tensor) -> Tensor:
        from torch.nn.functional import linear

        return linear(rows, *self._named(name))

    def _levelled(self, name: str, rows: Tensor) -> Tensor:
        from torch.nn.functional import layer_norm

        return layer_norm(rows, (self.dim,), *self._named(f"{name}.LayerNorm"), eps=self._tiny)

    def _named(self, name: str) -> tuple[Any, Any]:
        return self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
