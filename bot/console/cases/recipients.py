"""The residents who wait for an answer, and what hinders sending it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.console.visits.visit import Visit
from bot.store.caseload.caseload import CaseQuestion
from knowledge.gazetteer.places import Place


class Hindrance(StrEnum):
    """The reason why no answer can be sent; `cases/hindrance.j2` words it."""

    CHANNEL = "channel"
    """The channel is not running."""
    WINDOW = "window"
    """The platform lets nobody write so long after the resident's last message."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A resident who waits for an answer; `window` is the time in which it may be sent."""

    question: CaseQuestion
    hindrance: Hindrance | None
    window: timedelta | None


def recipients(visit: Visit, questions: Iterable[CaseQuestion]) -> tuple[Recipient, ...]:
    """Return a recipient for each question that waits, newest first."""
    return tuple(_recipient(visit, question) for question in questions if question.waits)


def newest_of_each(newest_first: Iterable[Recipient]) -> tuple[Recipient, ...]:
    """Return the newest of each chat: an answer to it answers all that came before."""
    firsts: dict[str, Recipient] = {}
    for recipient in newest_first:
        firsts.setdefault(recipient.question.chat, recipient)
    return tuple(firsts.values())


def common_place(waiting: Iterable[Recipient]) -> Place | None:
    """Return the place that all of them ask about, None for several or none."""
    places = {recipient.question.turn.place for recipient in waiting}
    return places.pop() if len(places) == 1 else None


def _recipient(visit: Visit, question: CaseQuestion) -> Recipient:
    abilities = visit.office.abilities.get(question.channel)
    if abilities is None:
        return Recipient(question, Hindrance.CHANNEL, None)
    window = abilities.window
    late = window is not None and visit.now - question.heard > window
    return Recipient(question, Hindrance.WINDOW if late else None, window)
