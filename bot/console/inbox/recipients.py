"""Who can get an answer, and what stands in the way where somebody cannot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.console.visits.visit import Visit
from bot.store.caseload.caseload import CaseQuestion
from knowledge.gazetteer.places import Place


class Hindrance(StrEnum):
    """Why no answer can be sent; the words are in `prompts/templates/console/inbox`."""

    CHANNEL = "channel"
    """The channel is not running."""
    WINDOW = "window"
    """The platform lets nobody write so long after the resident's last message."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who waits for an answer to a question; `window` is how long one may be sent."""

    asked: CaseQuestion
    hindrance: Hindrance | None
    window: timedelta | None


def recipients(visit: Visit, asked: Iterable[CaseQuestion]) -> tuple[Recipient, ...]:
    """Return who waits for an answer, as often as they wrote, newest first."""
    return tuple(_recipient(visit, one) for one in asked if one.waits)


def newest_of_each(found: Iterable[Recipient]) -> tuple[Recipient, ...]:
    """Return the first of each chat: an answer to what it wrote last answers all before."""
    firsts: dict[str, Recipient] = {}
    for one in found:
        firsts.setdefault(one.asked.chat, one)
    return tuple(firsts.values())


def common_place(found: Iterable[Recipient]) -> Place | None:
    """Return the place that all ask about, None where there are several or none."""
    places = {one.asked.turn.place for one in found}
    return places.pop() if len(places) == 1 else None


def _recipient(visit: Visit, asked: CaseQuestion) -> Recipient:
    abilities = visit.office.abilities.get(asked.channel)
    if abilities is None:
        return Recipient(asked, Hindrance.CHANNEL, None)
    window = abilities.window
    late = window is not None and visit.now - asked.heard > window
    return Recipient(asked, Hindrance.WINDOW if late else None, window)
