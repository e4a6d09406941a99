"""What a candidate of the index would answer, beside what residents are answered now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import cycle

from bot.answer.answerer import Answerer
from bot.answer.asking import answer_or_refuse
from bot.answer.values import Answer, Status
from bot.evaluation.result import run
from bot.question_set import Item
from index.embedder import Progress
from knowledge.resolution import Resolution, Territory
from knowledge.topic import Topic


@dataclass(frozen=True, slots=True)
class Trial:
    """A question to ask both; `item` tells the right answer, where a person has said it."""

    question: str
    place: str | None = None
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One answer; `is_right` is None where nobody has said what would be right."""

    status: Status
    text: str
    is_right: bool | None = None


class Verdict(StrEnum):
    """What a change is worth; the words are in `prompts/templates/publishing/verdict.j2`."""

    WORSE = "worse"
    BETTER = "better"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Change:
    """A question that would be answered in other words."""

    question: str
    place: str | None
    before: Told
    after: Told

    @property
    def verdict(self) -> Verdict:
        """Return what persons said of the two answers comes to."""
        if self.before.is_right == self.after.is_right:
            return Verdict.OTHER
        return Verdict.BETTER if self.after.is_right else Verdict.WORSE


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What came of a rehearsal: how many questions were `asked`, and which answers change."""

    asked: int
    changes: tuple[Change, ...]

    def count(self, verdict: Verdict) -> int:
        """Return how many of the changes are worth that."""
        return sum(one.verdict is verdict for one in self.changes)

    @property
    def in_order(self) -> tuple[Change, ...]:
        """Return the changes, those for the worse first, then those for the better."""
        order = list(Verdict)
        return tuple(sorted(self.changes, key=lambda one: order.index(one.verdict)))


def trials(
    items: Iterable[Item],
    topics: Iterable[Topic],
    documents: Sequence[Resolution],
    library: Sequence[Resolution],
) -> tuple[Trial, ...]:
    """Return what to ask before a document changes: each question once.

    `items` are those of the question sets; of each topic one question is asked for the places of
    `documents`, its versions, or, for what binds the whole country, for those of `library` in turn.
    """
    asked = [Trial(item.question, item.place, item) for item in items]
    asked += _of_topics(tuple(topics), documents, library)
    known = {(one.question, one.place): one for one in reversed(asked)}
    return tuple(reversed(known.values()))


def rehearse(
    asked: Sequence[Trial],
    serving: Answerer,
    candidate: Answerer,
    day: date,
    progress: Progress,
) -> Rehearsal:
    """Return which of the questions `asked` on `day` the two answer in other words."""
    changes = []
    for done, trial in enumerate(asked, start=1):
        before, after = _told(trial, serving, day), _told(trial, candidate, day)
        if before.text != after.text:
            changes.append(Change(trial.question, trial.place, before, after))
        progress(done, len(asked))
    return Rehearsal(len(asked), tuple(changes))


def _told(trial: Trial, answerer: Answerer, day: date) -> Told:
    answer = answer_or_refuse(answerer, trial.question, trial.place, day)
    return Told(answer.status, answer.text, _is_right(trial, answer))


def _is_right(trial: Trial, answer: Answer) -> bool | None:
    return run(trial.item, answer).is_right if trial.item else None


def _of_topics(
    topics: Sequence[Topic], documents: Sequence[Resolution], library: Sequence[Resolution]
) -> Iterator[Trial]:
    questions = [topic.questions[0] for topic in topics if not topic.within]
    its = {name for one in documents if (name := _place(one.territory))}
    for place in sorted(its):
        yield from (Trial(question, place) for question in questions)
    if not its:
        others = sorted({name for one in library if (name := _place(one.territory))})
        yield from map(Trial, questions, cycle(others or [None]))


def _place(territory: Territory) -> str:
    """Return the territory as a resident would name it, "" for the whole country."""
    return ", ".join(name for name in (territory.commune, territory.province) if name)
