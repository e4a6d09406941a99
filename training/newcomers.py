"""Measures answers on a new document before anyone has assigned its provisions.

`python -m training.newcomers FILE…` takes the documents out of the topics one after another, lets
the machine assign their provisions, and asks each the questions that it answers: those of the
question sets `FILE…`, and every fourth sample question of the topics, which is left out of the
index then. It prints the shares with a right provision first / among the first five, as persons and
as the machine had assigned them. The index that serves must be up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np

from bot.answer.answerer import Answerer
from bot.answer.values import Question
from bot.commands.wiring import Application
from bot.config import read_settings
from bot.evaluation.question_set import Item, read_question_set
from index.embedding.embedder import Embedder, silent
from index.matters.sample_index import SampleIndex, groups_of
from index.metrics import rank_of_gold, recall_at
from index.retrieval.fusion import learned
from index.retrieval.phrases import PhraseIndex
from index.retrievers import Retrievers
from index.search import Index
from index.versions import stored
from index.versions.folders import serving
from index.versions.manifest import ModelUsed, read_manifest
from knowledge.law.resolution import Address
from knowledge.matters.thesaurus import Thesaurus
from knowledge.matters.topic import Topic, without
from training.learn.examples import RememberingEmbedder

_FOLDS = 4

Ranks = list[int | None]


@dataclass(frozen=True)
class Query:
    """A question, the provisions that answer it, and the set that it comes from."""

    text: str
    gold: tuple[Address, ...]
    source: str


class Version:
    """A version of the index whose topics can be changed in memory."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        """Open the version that serves in `folder`."""
        self._folder, self._embedder = serving(folder), embedder
        self._content = stored.read(self._folder)
        self._retrievers = Retrievers.read(self._folder)
        samples = self._retrievers.samples
        if samples is None:
            raise ValueError(folder)
        self.samples = samples

    @property
    def documents(self) -> tuple[str, ...]:
        """Return the ids of the documents."""
        return tuple(self._content.library)

    def index(self, topics: Sequence[Topic], new: str | None = None) -> Index:
        """Return an index of `topics`, in which the document `new` is named nowhere."""
        named = without(topics, new) if new else tuple(topics)
        thesaurus = Thesaurus(named, (), self.samples.matters)
        ready = self.samples.phrases.vectors_by_phrase()
        phrases = PhraseIndex.build(groups_of(thesaurus), self._embedder, silent, ready)
        own = [passage for passage in self._content.passages if not passage.is_plain]
        # own passages come first in every version, hence their vectors, too
        vectors = self._retrievers.dense.rows(np.arange(len(own), dtype=np.int64))
        changed = SampleIndex.build(thesaurus, own, vectors, phrases)
        model = ModelUsed(self._embedder.name, self._embedder.fingerprint)
        return Index(
            read_manifest(self._folder, model),
            self._content,
            replace(self._retrievers, samples=changed),
            self._embedder,
            learned(),
        )


def held_out(topics: Iterable[Topic]) -> Iterator[Query]:
    """Yield every fourth sample question of `topics`."""
    for topic in topics:
        for question in topic.questions[::_FOLDS]:
            yield Query(question, topic.provisions, "samples")


def without_held_out(topics: Iterable[Topic]) -> tuple[Topic, ...]:
    """Return `topics` without the questions of `held_out`."""
    return tuple(
        replace(
            topic,
            questions=tuple(
                question for number, question in enumerate(topic.questions) if number % _FOLDS
            ),
        )
        for topic in topics
    )


def of_items(items: Iterable[Item], source: str) -> Iterator[Query]:
    """Yield those of `items` that have an answer."""
    for item in items:
        if item.addresses:
            yield Query(item.question, item.addresses, source)


def ranks(answerer: Answerer, queries: Iterable[Query], document: str) -> dict[str, Ranks]:
    """Return the ranks of the first right provision of `document`, by set, for its questions."""
    by_source: dict[str, Ranks] = {}
    today = date.today()  # noqa: DTZ011 - as residents ask
    for query in queries:
        gold = [address for address in query.gold if address.resolution == document]
        if gold:
            hits = answerer.gather(Question(query.text, today)).quotable
            own = [hit.address for hit in hits if hit.address.resolution == document]
            by_source.setdefault(query.source, []).append(rank_of_gold(own, gold))
    return by_source


def main(files: Sequence[str]) -> None:
    """Print the figures of every document."""
    settings = read_settings()
    parts = Application(settings)
    version = Version(settings.data / "index", RememberingEmbedder(parts.embedder()))
    queries = list(held_out(version.samples.topics))
    for file in files:
        queries += of_items(read_question_set(Path(file)), Path(file).stem)
    topics = without_held_out(version.samples.topics)
    persons = parts.answerer_over(version.index(topics))
    total: dict[str, tuple[Ranks, Ranks]] = {}
    for document in version.documents:
        before = ranks(persons, queries, document)
        after = ranks(parts.answerer_over(version.index(topics, document)), queries, document)
        for source in before:
            _print(document, source, before[source], after[source])
            for ranked, more in zip(
                total.setdefault(source, ([], [])), (before, after), strict=True
            ):
                ranked.extend(more[source])
    for source, both in total.items():
        _print("all", source, *both)


def _print(document: str, source: str, before: Ranks, after: Ranks) -> None:
    shares = ", ".join(
        f"{recall_at(ranked, 1):.3f}/{recall_at(ranked, 5):.3f}" for ranked in (before, after)
    )
    loss = 100 * (recall_at(before, 1) - recall_at(after, 1))
    print(f"{document:18} {source:10} {len(before):5}  {shares}  loses {loss:.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
