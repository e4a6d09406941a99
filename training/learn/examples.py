"""Examples to learn from: questions of sets, and samples, with the evidence that a search finds."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import numpy as np

from bot.answer.answerer import Answerer
from bot.answer.selection.evidence import Evidence
from bot.answer.selection.fit.ranking import CANDIDATES
from bot.answer.understand.admission import Refused, read_question
from bot.answer.values import Question, Status
from bot.evaluation.question_set import Item
from bot.publishing.rehearsing.own_questions import own_questions
from index.embedding.embedder import Embedder, Progress, TokenVectors, Vectors, silent
from knowledge.law.resolution import Address, Resolution
from knowledge.matters.lists.outside import OutsideKind
from knowledge.matters.thesaurus import Thesaurus

_OUTCOME = {
    OutsideKind.FIELD: Status.OUT_OF_SCOPE,
    OutsideKind.LAW: Status.NOT_FOUND,
    OutsideKind.TALK: Status.SMALL_TALK,
}
FOLDS = 4
_OF_A_TOPIC = 3
"""Samples of a topic that are asked in each fold: more teach the same again."""
_SEED = 1


@dataclass(frozen=True, slots=True)
class Example:
    """The evidence that the search finds for a question, the right outcome, and its answers.

    `gold` are the provisions that answer; of provisions of other documents than `judged` (None for
    all) nobody has said whether they do. Examples of one `group` ask much the same.
    """

    evidence: Evidence
    outcome: Status
    gold: tuple[Address, ...]
    group: str
    judged: frozenset[str] | None = None

    @property
    def first_is_right(self) -> bool:
        """Return True if the first provision that may be quoted answers the question."""
        return any(self.is_right(hit.address) for hit in self.evidence.quotable[:1])

    def is_right(self, address: Address) -> bool:
        """Return True if the provision at `address` answers."""
        return any(right.covers(address) for right in self.gold)

    def is_judged(self, address: Address) -> bool:
        """Return True if it is known whether the provision at `address` answers."""
        return self.judged is None or address.resolution in self.judged


class RememberingEmbedder:
    """Embeds each text once, however many indexes are made of it."""

    def __init__(self, embedder: Embedder) -> None:
        """Take the embedder that does the work."""
        self.name, self.fingerprint = embedder.name, embedder.fingerprint
        self.dim, self.background = embedder.dim, embedder.background
        self._embedder = embedder
        self._questions: dict[str, Vectors] = {}
        self._passages: dict[str, Vectors] = {}
        self._tokens: dict[str, TokenVectors] = {}
        self.query_tokens = cache(embedder.query_tokens)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each question."""
        new = [text for text in dict.fromkeys(texts) if text not in self._questions]
        if new:
            self._questions.update(zip(new, self._embedder.embed_queries(new), strict=True))
        return np.stack([self._questions[text] for text in texts])

    def embed_passages(self, texts: Sequence[str], progress: Progress = silent) -> Vectors:
        """Return one row for each passage."""
        new = [text for text in dict.fromkeys(texts) if text not in self._passages]
        if new:
            rows = self._embedder.embed_passages(new, progress)
            self._passages.update(zip(new, rows, strict=True))
        return np.stack([self._passages[text] for text in texts])

    def passage_tokens(
        self, texts: Sequence[str], progress: Progress = silent
    ) -> Sequence[TokenVectors]:
        """Return the rows of the tokens of each passage."""
        new = [text for text in dict.fromkeys(texts) if text not in self._tokens]
        if new:
            rows = self._embedder.passage_tokens(new, progress)
            self._tokens.update(zip(new, rows, strict=True))
        return [self._tokens[text] for text in texts]


class Workshop(Protocol):
    """Makes answerers over these or those documents, with other samples than those that ship."""

    thesaurus: Thesaurus

    def answerer(self, thesaurus: Thesaurus, folder: Path) -> Answerer:
        """Return an answerer with an index of `thesaurus`, made in `folder`."""


def of_items(answerer: Answerer, items: Sequence[Item], source: str) -> Iterator[Example]:
    """Yield the examples of a question set that the evidence of a search decides."""
    for number, item in enumerate(items):
        try:
            evidence = answerer.search(_question(item.question, item.place, answerer))
        except Refused:
            continue
        if item.expect in _SEARCHED and _is_searched(evidence):
            group = f"{source} {number}"
            yield Example(_trimmed(evidence), item.expect, item.addresses, group)


def of_told(answerer: Answerer, items: Sequence[Item], source: str) -> Iterator[Example]:
    """Yield the examples of a question set that plain answers alone decide, without a text."""
    bases = [line.basis for line in answerer.guide.lines]
    for number, item in enumerate(items):
        evidence = answerer.search_told(_question(item.question, item.place, answerer))
        gold = item.addresses
        first = {
            basis[0]
            for basis in bases
            if any(right.covers(address) for right in gold for address in basis)
        }
        if item.expect in _SEARCHED and _is_searched(evidence) and (first or not gold):
            group = f"{source} {number}"
            yield Example(_trimmed(evidence), item.expect, tuple(first), group)


def of_own_words(answerer: Answerer, documents: Collection[Resolution]) -> Iterator[Example]:
    """Yield the questions that `documents` give from their own words, asked where they apply."""
    judged = frozenset(document.id for document in documents)
    for document in documents:
        territory = document.territory
        named = ", ".join(filter(None, (territory.commune, territory.province)))
        place = None if territory.nationwide else named
        for question in own_questions(document, None):
            evidence = answerer.search(_question(question.text, place, answerer))
            if _is_searched(evidence):
                group = f"{document.id} {question.address.article}"
                gold = (question.address,)
                yield Example(_trimmed(evidence), Status.ANSWERED, gold, group, judged)


def of_samples(workshop: Workshop, documents: Collection[Resolution]) -> Iterator[Example]:
    """Yield the samples of a thesaurus as questions, each to an index that does not hold it.

    A sample of a topic that `documents` answer comes from a place where one of them applies, or
    from nowhere; a sample of a matter outside comes from anywhere. If the library lacks a document,
    plain answers alone are searched.
    """
    chance = random.Random(_SEED)  # noqa: S311 - nothing to guard
    for fold in range(FOLDS):
        with TemporaryDirectory() as folder:
            answerer = workshop.answerer(_without(workshop.thesaurus, fold), Path(folder))
            yield from _of_fold(workshop.thesaurus, fold, answerer, documents, chance)


def _of_fold(
    thesaurus: Thesaurus,
    fold: int,
    answerer: Answerer,
    documents: Collection[Resolution],
    chance: random.Random,
) -> Iterator[Example]:
    judged = frozenset(document.id for document in documents)
    for group, outcome, gold, question in _samples(thesaurus, fold):
        own = sorted({address.resolution for address in gold} & judged)
        if gold and not own:
            continue
        library = answerer.library
        territories = [library[name].territory for name in own or judged if name in library]
        places = [territory.name for territory in territories if not territory.nationwide]
        place = chance.choice([*places, None])
        search = answerer.search if judged <= library.keys() else answerer.search_told
        evidence = search(_question(question, place, answerer))
        if _is_searched(evidence):
            known = judged if gold else None
            yield Example(_trimmed(evidence), outcome, gold, group, known)


def _samples(
    thesaurus: Thesaurus, fold: int
) -> Iterator[tuple[str, Status, tuple[Address, ...], str]]:
    for topic in thesaurus.topics:
        if topic.provisions:
            for question in topic.questions[fold::FOLDS][:_OF_A_TOPIC]:
                yield topic.name, Status.ANSWERED, topic.provisions, question
    for matter in thesaurus.matters:
        for phrase in matter.phrases[fold::FOLDS][:_OF_A_TOPIC]:
            yield matter.name, _OUTCOME[matter.kind], (), phrase


def _without(thesaurus: Thesaurus, fold: int) -> Thesaurus:
    """Return `thesaurus` without every fourth sample, from the one numbered `fold`."""

    def kept(samples: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sample for number, sample in enumerate(samples) if number % FOLDS != fold)

    topics = (replace(topic, questions=kept(topic.questions)) for topic in thesaurus.topics)
    matters = (
        matter.model_copy(update={"phrases": kept(matter.phrases)}) for matter in thesaurus.matters
    )
    return replace(thesaurus, topics=tuple(topics), matters=tuple(matters))


def _question(question: str, place: str | None, answerer: Answerer) -> Question:
    today = date.today()  # noqa: DTZ011 - as residents ask
    library = tuple(answerer.library.values())
    return read_question(question, place, today, answerer.gazetteer, library)


def _trimmed(evidence: Evidence) -> Evidence:
    """Return `evidence` without hits that nobody ever judges, to save memory."""
    whole = evidence.found
    kept = replace(whole, hits=whole.hits[:CANDIDATES], anywhere=whole.anywhere[:CANDIDATES])
    return replace(evidence, found=kept)


_SEARCHED = (Status.ANSWERED, *_OUTCOME.values())


def _is_searched(evidence: Evidence) -> bool:
    """Return True if the search alone decides the question."""
    reading = evidence.reading
    recognised = (
        reading.act, reading.in_danger, reading.references,
        reading.fact, reading.numbers, reading.other_kind,
    )  # fmt: skip
    return bool(evidence.found.hits) and not any(recognised)
