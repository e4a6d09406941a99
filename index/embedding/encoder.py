"""The interface of an encoder, and the encoder that ships, run by ONNX Runtime."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.embedding.embedder import Vectors
from index.embedding.folder import FINGERPRINT
from knowledge.errors import DanBietError

GRAPH = "encoder.onnx"
IDS, MASK = "ids", "mask"
VECTORS, TOKENS = "vectors", "tokens"
"""Outputs of the graph, of which only those asked for are handed over."""

_TOKENIZER = "tokenizer.json"
_SIZES, _PROMPTS = "config.json", "config_sentence_transformers.json"
_FATAL = 4
"""The highest of the library's levels of logging: a fault is raised anyway."""

_REMEMBERED = 4
"""Single texts of which both outputs are kept: as many are searched side by side."""

BATCH = 16
"""Texts: on two cores as quick as more, with less memory."""

States = NDArray[np.float16]
"""Vectors that lower layers make of the tokens of one text, of any length: [tokens, dim]."""


class GraphDamaged(DanBietError):
    """A file of the encoder is missing, cut, or of another form."""

    def __init__(self, folder: Path) -> None:
        """Name the folder at fault."""
        super().__init__(f"{folder} holds no whole encoder; get the project's files again.")
        self.folder = folder


class Encoder(Protocol):
    """A loaded model."""

    dim: int
    prompts: Mapping[str, str]

    @property
    def fingerprint(self) -> str:
        """Return a digest of the weights."""

    def use_threads(self, count: int) -> None:
        """Take so many threads for each call."""

    def encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        """Return one row of unit length for each text with `prompt` before it."""

    def encode_tokens(self, texts: Sequence[str], prompt: str) -> list[States]:
        """Return the states of each text's tokens; no rows if the model gives none."""


class FolderEncoder:
    """Runs the encoder in a folder; raises GraphDamaged."""

    def __init__(self, folder: Path) -> None:
        from tokenizers import Tokenizer

        try:
            self.fingerprint = (folder / FINGERPRINT).read_text(encoding="ascii")
            sizes = json.loads((folder / _SIZES).read_bytes())
            self.prompts: Mapping[str, str] = json.loads((folder / _PROMPTS).read_bytes())[
                "prompts"
            ]
            self._tokenizer = Tokenizer.from_buffer((folder / _TOKENIZER).read_bytes())
        except (OSError, ValueError, LookupError) as error:
            raise GraphDamaged(folder) from error
        self.dim = int(sizes["hidden_size"])
        self._folder = folder
        self._tokenizer.enable_truncation(sizes["max_position_embeddings"])
        padding = sizes["pad_token_id"]
        self._tokenizer.enable_padding(
            pad_id=padding, pad_token=self._tokenizer.id_to_token(padding)
        )
        self._session = _open(folder, os.cpu_count() or 1)
        # A search asks for the vector of a question and right after for its tokens.
        self._single = lru_cache(maxsize=_REMEMBERED)(self._run_single)

    def use_threads(self, count: int) -> None:
        """Take so many threads for each call."""
        self._session = _open(self._folder, count)

    def encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        """Return one row of unit length for each text with `prompt` before it."""
        if len(texts) == 1:
            return self._single(prompt + texts[0])[0].copy()
        rows = np.empty((len(texts), self.dim), np.float32)
        for batch, tokens in self._batches(texts, prompt):
            [rows[batch]] = self._session.run([VECTORS], _input(tokens))
        return rows

    def encode_tokens(self, texts: Sequence[str], prompt: str) -> list[States]:
        """Return the states of each text's tokens before the last four layers.

        The tokens that frame a text, "<s>" and "</s>", are left out.
        """
        if len(texts) == 1:
            return [self._single(prompt + texts[0])[1]]
        from onnxruntime import RunOptions

        options = RunOptions()  # without this the last layers are computed, too, for nothing
        options.only_execute_path_to_fetches = True
        rows: dict[int, States] = {}
        for batch, tokens in self._batches(texts, prompt):
            [hidden] = self._session.run([TOKENS], _input(tokens), options)
            for number, text, states in zip(batch, tokens, hidden, strict=True):
                rows[number] = _without_frame(states, text)
        return [rows[number] for number in range(len(texts))]

    def _run_single(self, text: str) -> tuple[Vectors, States]:
        """Return the vector [1, dim] of one text and the states of its tokens, by one run."""
        [tokens] = self._tokenizer.encode_batch([text])
        vectors, [states] = self._session.run([VECTORS, TOKENS], _input([tokens]))
        return vectors, _without_frame(states, tokens)

    def _batches(
        self, texts: Sequence[str], prompt: str
    ) -> Iterator[tuple[list[int], Sequence[Any]]]:
        """Yield the places of some texts and their tokens."""
        for batch in batches(texts):
            yield batch, self._tokenizer.encode_batch([prompt + texts[number] for number in batch])


def batches(texts: Sequence[str]) -> Iterator[list[int]]:
    """Yield the places of `BATCH` texts at a time, of like length: they need little padding."""
    by_length = sorted(range(len(texts)), key=lambda number: len(texts[number]), reverse=True)
    for start in range(0, len(texts), BATCH):
        yield by_length[start : start + BATCH]


def _without_frame(states: NDArray[np.float32], tokens: Any) -> States:
    """Return the `states` of a text's own tokens, as they are kept."""
    kept: States = states[np.array(tokens.special_tokens_mask) == 0].astype(np.float16)
    return kept


def _input(tokens: Sequence[Any]) -> Mapping[str, NDArray[np.int64]]:
    return {
        IDS: np.array([text.ids for text in tokens], np.int64),
        MASK: np.array([text.attention_mask for text in tokens], np.int64),
    }


def _open(folder: Path, threads: int) -> Any:
    """Return a session over the graph in `folder`; raise GraphDamaged."""
    from onnxruntime import InferenceSession, SessionOptions
    from onnxruntime.capi import onnxruntime_pybind11_state as faults

    options = SessionOptions()
    options.log_severity_level = _FATAL
    options.intra_op_num_threads = threads
    # Threads that spin while they wait slow a question down as soon as anything else runs.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return InferenceSession(folder / GRAPH, options, providers=["CPUExecutionProvider"])
    except (
        faults.Fail,
        faults.InvalidArgument,
        faults.InvalidGraph,
        faults.InvalidProtobuf,
        faults.NoSuchFile,
        faults.RuntimeException,
    ) as error:
        raise GraphDamaged(folder) from error
