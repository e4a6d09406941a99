"""The embedding model: the one that ships, or a sentence-transformers model that an admin names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

import numpy as np

from index.embedding import shipped
from index.embedding.embedder import Progress, TokenVectors, Vectors, silent
from index.embedding.encoder import Encoder, FolderEncoder, GraphDamaged, States, batches
from index.embedding.folder import BACKGROUND, FINGERPRINT
from index.embedding.named import NamedEncoder
from index.embedding.projection import learned
from knowledge.errors import DanBietError

_LIBRARIES = ("torch", "sentence_transformers")
"""Libraries that every model needs but the one that ships."""

_PASSAGE_PROMPTS = ("passage", "document", "corpus")


class ModelError(DanBietError):
    """The embedding model cannot be made or loaded."""

    def __init__(self, name: str, reason: object) -> None:
        """Name the model and the first line of the reason."""
        first_line = str(reason).strip().partition("\n")[0].rstrip(".")
        super().__init__(f"The embedding model {name} cannot be loaded: {first_line}.")
        self.name = name


class LibrariesMissing(ModelError):
    """A model is named, and the libraries that run others than ship are not installed."""

    def __init__(self, name: str) -> None:
        """Name the model."""
        super().__init__(name, "run `scripts/setup models` first")


class SentenceEmbedder:
    """Embeds with a model that is loaded when it is first needed.

    Loading takes seconds if torch is imported: a caller that expects a question calls `warm` in
    another thread. Methods raise ModelError if the model cannot be loaded.
    """

    def __init__(
        self,
        name: str,
        source: Path | str,
        load: Callable[[], Encoder],
        fingerprint: str | None = None,
    ) -> None:
        """Take the name asked for, its folder or hub name, how to load it, its digest if known."""
        self.name = name
        self._source = source
        self._load = load
        self._fingerprint = fingerprint
        self._loading = Lock()

    @property
    def fingerprint(self) -> str:
        """Return a digest of the weights."""
        if self._fingerprint is None:
            self._fingerprint = self._loaded().fingerprint
        return self._fingerprint

    @property
    def dim(self) -> int:
        """Return the number of dimensions."""
        return self._loaded().dim

    @property
    def background(self) -> float:
        """Return the cosine of unrelated texts: as the model's folder states, or by its family.

        The card of the e5 family says that its cosines lie between about 0.7 and 1; for others 0
        is taken.
        """
        stated = Path(self._source) / BACKGROUND
        if stated.is_file():
            return float(stated.read_text(encoding="ascii"))
        return 0.7 if "e5" in self.name.lower() else 0.0

    def warm(self) -> None:
        """Load the model now; raise ModelError where that fails."""
        self._loaded()

    def share_cores(self, questions: int) -> None:
        """Let so many `questions` be embedded side by side, without taking each other's cores."""
        self._loaded().use_threads(max(1, (os.cpu_count() or 1) // questions))

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each question."""
        return self._embed(texts, self._prompt("query"))

    def embed_passages(self, texts: Sequence[str], progress: Progress = silent) -> Vectors:
        """Return one row for each passage, reporting after each batch."""
        prompt = self._prompt(*_PASSAGE_PROMPTS)
        vectors = np.empty((len(texts), self.dim), np.float32)
        for batch in _reported(texts, progress):
            vectors[batch] = self._embed([texts[number] for number in batch], prompt)
        return vectors

    def query_tokens(self, text: str) -> TokenVectors:
        """Return one row for each token of a question; no rows for another model than ships."""
        [states] = self.query_states([text])
        return learned().of(states)

    def passage_tokens(
        self, texts: Sequence[str], progress: Progress = silent
    ) -> Sequence[TokenVectors]:
        """Return the rows of each passage's tokens, reporting after each batch."""
        rows: dict[int, TokenVectors] = {}
        for batch in _reported(texts, progress):
            states = self.passage_states([texts[number] for number in batch])
            rows.update(zip(batch, map(learned().of, states), strict=True))
        return [rows[number] for number in range(len(texts))]

    def query_states(self, texts: Sequence[str]) -> list[States]:
        """Return the states that lower layers make of the tokens of each question."""
        return self._loaded().encode_tokens(texts, self._prompt("query"))

    def passage_states(self, texts: Sequence[str]) -> list[States]:
        """Return the states of the tokens of each passage."""
        return self._loaded().encode_tokens(texts, self._prompt(*_PASSAGE_PROMPTS))

    def _embed(self, texts: Sequence[str], prompt: str) -> Vectors:
        return self._loaded().encode(texts, prompt)

    def _prompt(self, *names: str) -> str:
        """Return the first prompt that the model defines under one of `names`, or ""."""
        prompts = self._loaded().prompts
        return next(filter(None, (prompts.get(name) for name in names)), "")

    def _loaded(self) -> Encoder:
        with self._loading:
            return self._model

    @cached_property
    def _model(self) -> Encoder:
        try:
            return self._load()
        except (OSError, ValueError, RuntimeError, LookupError, ImportError, GraphDamaged) as error:
            raise ModelError(self.name, error) from error


def load_model(name: str) -> SentenceEmbedder:
    """Return the embedder called `name`: the shipped one, a model folder, or a name on the hub.

    Raises ModelError where the files that ship are not there, and LibrariesMissing. Another model
    than ships is first looked for when it is used.
    """
    if name == shipped.NAME:
        try:
            fingerprint = (shipped.FOLDER / FINGERPRINT).read_text(encoding="ascii")
        except OSError as error:
            raise ModelError(name, error) from error
        return SentenceEmbedder(
            name, shipped.FOLDER, lambda: FolderEncoder(shipped.FOLDER), fingerprint
        )
    if any(find_spec(library) is None for library in _LIBRARIES):
        raise LibrariesMissing(name)
    return SentenceEmbedder(name, name, lambda: NamedEncoder(name))


def _reported(texts: Sequence[str], progress: Progress) -> Iterator[list[int]]:
    """Yield the positions of a batch of texts at a time, reporting when each is done."""
    done = 0
    for batch in batches(texts):
        yield batch
        done += len(batch)
        progress(done, len(texts))
