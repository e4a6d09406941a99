"""The questions that are asked before a document changes, with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle

from bot.answer.answerer import Answerer
from bot.evaluation.question_set import Item
from bot.publishing.rehearsing.own_questions import own_questions
from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Address, Resolution, Territory
from knowledge.law.territory import applies_to, may_lie_together
from knowledge.matters.topic import Topic
from knowledge.validity.scope import scope_for
from knowledge.validity.standing import USABLE, first_day, standing


@dataclass(frozen=True, slots=True)
class Trial:
    """A question to ask both; `item` tells the right answer, where a person has said it.

    `case` is its number in the inbox. A trial from the words of a `provision` is for
    the candidate alone, on a day `on` which the document is in force.
    """

    question: str
    place: str | None = None
    item: Item | None = None
    case: int | None = None
    provision: Address | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A resident's question that waits in the inbox, as the case `number`."""

    number: int
    text: str
    place: Place | None


def trials(
    items: Iterable[Item],
    topics: Iterable[Topic],
    documents: Sequence[Resolution],
    library: Sequence[Resolution],
    waiting: Iterable[OpenQuestion] = (),
) -> tuple[Trial, ...]:
    """Return what to ask before a document changes: each question once.

    `items` are those of the question sets; of what is `waiting` that is asked which came from where
    `documents`, the old text and the new, apply. Of each topic one question is asked for their
    places, or, for what binds the whole country, for those of `library` in turn.
    """
    wanted = [Trial(item.question, item.place, item) for item in items]
    wanted += _waiting(waiting, documents)
    wanted += _of_topics(tuple(topics), documents, library)
    known = {(trial.question, trial.place): trial for trial in reversed(wanted)}
    return tuple(reversed(known.values()))


def own_trials(
    document: Resolution, previous: Resolution | None, candidate: Answerer, day: date
) -> tuple[Trial, ...]:
    """Return what to ask of `candidate` that `document` says and `previous` did not.

    It is asked on the first day from `day` on on which the document is in force, nothing where
    there is none. If the document applies elsewhere than before, all of it is new.
    """
    on = max(filter(None, (day, first_day(document), document.effect.passed_on)))
    if standing(document, on) not in USABLE:
        return ()
    moved = previous is not None and previous.territory != document.territory
    place = _where(document, candidate, on)
    return tuple(
        Trial(question.text, place, provision=question.address, on=on)
        for question in own_questions(document, None if moved else previous)
    )


def touched_by(documents: Sequence[Resolution], library: Iterable[Resolution]) -> frozenset[str]:
    """Return the ids of those of `library` that may apply where one of `documents` does."""
    return frozenset(
        other.id
        for other in library
        for document in documents
        if other.territory.nationwide
        or document.territory.nationwide
        or may_lie_together(other.territory, document.territory)
    )


def _waiting(waiting: Iterable[OpenQuestion], documents: Sequence[Resolution]) -> Iterator[Trial]:
    for question in waiting:
        place = question.place
        concerned = (
            applies_to(document, place) if place else document.territory.nationwide
            for document in documents
        )
        if any(concerned):
            yield Trial(question.text, place.name if place else None, case=question.number)


def _of_topics(
    topics: Sequence[Topic], documents: Sequence[Resolution], library: Sequence[Resolution]
) -> Iterator[Trial]:
    questions = [topic.questions[0] for topic in topics if not topic.within]
    places = {name for document in documents if (name := _place(document.territory))}
    for place in sorted(places):
        yield from (Trial(question, place) for question in questions)
    if not places:
        others = sorted({name for document in library if (name := _place(document.territory))})
        yield from map(Trial, questions, cycle(others or [None]))


def _where(document: Resolution, candidate: Answerer, day: date) -> str | None:
    """Return a place where `document` applies, for the whole country one without a nearer one."""
    if not document.territory.nationwide:
        return _place(document.territory) or None
    library = tuple(candidate.library.values())
    provinces = dict.fromkeys(commune.province for commune in candidate.gazetteer.communes)
    scopes = ((name, scope_for(Place(name), day, library)) for name in provinces)
    with_central_alone = (
        name
        for name, scope in scopes
        if not scope.hint and all(law.territory.nationwide for law in scope.resolutions)
    )
    return next(with_central_alone, None)


def _place(territory: Territory) -> str:
    """Return the territory as a resident would name it, "" for the whole country."""
    return ", ".join(name for name in (territory.commune, territory.province) if name)
