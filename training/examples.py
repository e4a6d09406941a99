"""Questions with what the search finds for them: those of sets, and the samples themselves."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import numpy as np

from bot.answer.admission import Refused, read_question
from bot.answer.answerer import Answerer
from bot.answer.evidence import Evidence
from bot.answer.values import Question, Status
from bot.question_set import Item
from index.embedder import Embedder, Progress, Vectors, silent
from knowledge.outside import Kind
from knowledge.resolution import Address
from knowledge.thesaurus import Thesaurus

_OUTCOME = {
    Kind.FIELD: Status.OUT_OF_SCOPE,
    Kind.LAW: Status.NOT_FOUND,
    Kind.TALK: Status.SMALL_TALK,
}
_FOLDS = 4
_SEED = 1


@dataclass(frozen=True, slots=True)
class Example:
    """A question's evidence, the outcome that is right, and the provisions that answer it."""

    evidence: Evidence
    outcome: Status
    gold: tuple[Address, ...]

    @property
    def first_is_right(self) -> bool:
        """Return True if the first provision that may be quoted answers the question."""
        best = self.evidence.quotable[:1]
        return any(right.covers(hit.address) for hit in best for right in self.gold)


class RememberingEmbedder:
    """Embeds each question once, however many indexes are made of it."""

    def __init__(self, embedder: Embedder) -> None:
        """Take the embedder that does the work."""
        self.name, self.fingerprint = embedder.name, embedder.fingerprint
        self.dim, self.background = embedder.dim, embedder.background
        self._embedder = embedder
        self._rows: dict[str, Vectors] = {}

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each question."""
        new = [text for text in dict.fromkeys(texts) if text not in self._rows]
        if new:
            self._rows.update(zip(new, self._embedder.embed_queries(new), strict=True))
        return np.stack([self._rows[text] for text in texts])

    def embed_passages(self, texts: Sequence[str], progress: Progress = silent) -> Vectors:
        """Return one row for each passage."""
        return self._embedder.embed_passages(texts, progress)


def of_items(answerer: Answerer, items: Sequence[Item]) -> Iterator[Example]:
    """Yield the examples of a question set that are decided by what the search finds."""
    today = date.today()  # noqa: DTZ011 - as residents ask
    library = tuple(answerer.library.values())
    for item in items:
        try:
            asked = read_question(item.question, item.place, today, answerer.gazetteer, library)
        except Refused:
            continue
        evidence = answerer.gather(asked, None)
        if item.expect in _SEARCHED and _is_searched(evidence):
            yield Example(evidence, item.expect, item.addresses)


def of_samples(workshop: Workshop, thesaurus: Thesaurus) -> Iterator[Example]:
    """Yield the samples of `thesaurus` as questions, each to an index that does not hold it.

    A sample of a topic comes from a place whose resolution answers it, or from nowhere; one of a
    matter outside from anywhere.
    """
    chance = random.Random(_SEED)  # noqa: S311 - nothing to guard
    for fold in range(_FOLDS):
        with TemporaryDirectory() as folder:
            answerer = workshop.answerer(_without(thesaurus, fold), Path(folder))
            for outcome, gold, question in _samples(thesaurus, fold):
                own = sorted({address.resolution for address in gold}) or list(answerer.library)
                evidence = answerer.gather(
                    _asked(question, chance.choice([*own, None]), answerer), 10
                )
                if _is_searched(evidence):
                    yield Example(evidence, outcome, gold)


class Workshop(Protocol):
    """Makes answerers of other samples than those that the project ships."""

    def answerer(self, thesaurus: Thesaurus, folder: Path) -> Answerer:
        """Return an answerer with an index of `thesaurus`, made in `folder`."""


def _samples(thesaurus: Thesaurus, fold: int) -> Iterator[tuple[Status, tuple[Address, ...], str]]:
    for topic in thesaurus.topics:
        for question in topic.questions[fold::_FOLDS]:
            yield Status.ANSWERED, topic.provisions, question
    for matter in thesaurus.matters:
        for phrase in matter.phrases[fold::_FOLDS]:
            yield _OUTCOME[matter.kind], (), phrase


def _without(thesaurus: Thesaurus, fold: int) -> Thesaurus:
    """Return `thesaurus` without every fourth sample, from the one numbered `fold`."""

    def kept(samples: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for number, one in enumerate(samples) if number % _FOLDS != fold)

    topics = (replace(one, questions=kept(one.questions)) for one in thesaurus.topics)
    matters = (one.model_copy(update={"phrases": kept(one.phrases)}) for one in thesaurus.matters)
    return replace(thesaurus, topics=tuple(topics), matters=tuple(matters))


def _asked(question: str, resolution: str | None, answerer: Answerer) -> Question:
    today = date.today()  # noqa: DTZ011 - as residents ask
    place = answerer.library[resolution].territory.name if resolution else None
    library = tuple(answerer.library.values())
    return read_question(question, place, today, answerer.gazetteer, library)


_SEARCHED = (Status.ANSWERED, *_OUTCOME.values())


def _is_searched(evidence: Evidence) -> bool:
    """Return True if nothing but what the search finds decides the question."""
    reading = evidence.reading
    recognised = (
        reading.small_talk, reading.references, reading.fact, reading.numbers, reading.other_kind,
    )  # fmt: skip
    return bool(evidence.found.hits) and not any(recognised)
