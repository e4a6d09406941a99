"""Times of opening and searching an index of many passages.

`python -m benchmarks.search 200000` builds an index of made-up provisions with random vectors in a
temporary folder and prints the median times of searching all of it, and one document of it. The
time of a model is left out.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np

from index.embedding.embedder import Progress, TokenVectors, Vectors, silent
from index.search import Index
from index.versions.build import build
from index.versions.manifest import Sources
from index.versions.writing import Material
from knowledge.law.resolution import Address, Effect, Head, Part, Provision, Resolution, Territory

_PER_DOCUMENT = 50
_KEPT = 96
"""Dimensions of a token."""
_SYLLABLES = [f"{start}{end}" for start in "bcdghlmntv" for end in ("a", "an", "en", "i", "o")]


@dataclass(frozen=True)
class RandomEmbedder:
    """Gives every text some unit vector."""

    name: str = "random"
    fingerprint: str = "random"
    dim: int = 384
    background: float = 0.0
    numbers: np.random.Generator = field(default_factory=lambda: np.random.default_rng(1))

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return random rows."""
        rows = self.numbers.standard_normal((len(texts), self.dim), np.float32)
        unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit

    def embed_passages(self, texts: Sequence[str], progress: Progress = silent) -> Vectors:
        """Return random rows."""
        progress(len(texts), len(texts))
        return self.embed_queries(texts)

    def query_tokens(self, text: str) -> TokenVectors:
        """Return random rows, one a syllable."""
        return self.embed_queries(text.split())[:, :_KEPT]

    def passage_tokens(
        self, texts: Sequence[str], progress: Progress = silent
    ) -> Sequence[TokenVectors]:
        """Return random rows for each passage, one a syllable."""
        progress(len(texts), len(texts))
        return [self.query_tokens(text) for text in texts]


def documents(passages: int) -> list[Resolution]:
    """Return documents of 50 provisions each, of 60 syllables, the first of them most common."""
    numbers = np.random.default_rng(2)
    return [_document(f"r{number}", numbers) for number in range(passages // _PER_DOCUMENT)]


def _document(name: str, numbers: np.random.Generator) -> Resolution:
    provisions = tuple(
        Provision(Address(name, Part.ARTICLE, article), "", _text(numbers), 1, 1)
        for article in range(1, _PER_DOCUMENT + 1)
    )
    return Resolution(name, Head(number=name), Territory(f"tỉnh {name}"), Effect(), provisions)


def _text(numbers: np.random.Generator) -> str:
    chosen = np.minimum(numbers.zipf(1.3, 60), len(_SYLLABLES)) - 1
    return " ".join(_SYLLABLES[number] for number in chosen)


def _milliseconds(task: Callable[[], object], times: int) -> float:
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        task()
        spent.append(time.perf_counter() - start)
    return median(spent) * 1000


def main(passages: int) -> None:
    """Print the figures of an index of `passages` provisions."""
    embedder = RandomEmbedder()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.perf_counter()
        build(Material(documents(passages), Sources("1", {})), embedder, folder)
        print(f"build     {time.perf_counter() - start:10.1f} s")
        print(f"open      {_milliseconds(lambda: Index.open(folder, embedder), 3):10.1f} ms")
        index = Index.open(folder, embedder)
        _print_searches(index)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"memory    {peak:10d} MiB at most")


def _print_searches(index: Index) -> None:
    question = _text(np.random.default_rng(3))[:60]
    scopes: dict[str, Collection[str] | None] = {"one": ["r1"], "ten": [f"r{n}" for n in range(10)]}
    for label, scope in {**scopes, "all": None}.items():
        spent = _milliseconds(partial(index.search, question, scope), 20)
        print(f"search {label} {spent:9.2f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]))
