"""A chat with the bot that nobody remembers: it is held anew for every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from bot.answer.answerer import Answerer
from bot.answer.deciding.trace import Trace
from bot.answer.edition import Edition
from bot.answer.values import Question
from bot.conversation.chats.transient import FindContacts, TransientChat, unknown
from bot.conversation.routing.typed import find_number
from bot.conversation.situation import VIETNAM
from bot.conversation.values import Chat, Menu, Reply
from knowledge.gazetteer.places import Place

_NOON = time(12)
_PLACE = "/diaphuong"


@dataclass(frozen=True, slots=True)
class Home:
    """The home of a resident as typed; `chosen` is the label of a place of several so called."""

    typed: str = ""
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A message and what the bot replied; `chosen` is the label of what its number chose.

    There is no `trace` of what was answered without looking into documents.
    """

    said: str
    chosen: str
    replies: tuple[Reply, ...]
    trace: Trace | None


@dataclass(frozen=True, slots=True)
class TrialTalk:
    """A chat; `place` is the one at its end, `menu` the last that was offered.

    `asked_back` is what the bot said where it could not tell which place is meant: then nothing
    was asked.
    """

    place: Place | None = None
    asked_back: Reply | None = None
    exchanges: tuple[Exchange, ...] = ()
    menu: Menu | None = None


def hold(
    edition: Edition,
    day: date,
    home: Home,
    messages: Sequence[str],
    contacts: FindContacts = unknown,
) -> TrialTalk:
    """Return the chat of a resident who writes `messages` on that day."""
    resident = _Resident(edition, day, contacts)
    asked_back = resident.settle(home) if home.typed.strip() else None
    exchanges = () if asked_back else tuple(map(resident.says, messages))
    return TrialTalk(resident.chat.place, asked_back, exchanges, resident.chat.menu)


class _Recorder(Answerer):
    """An answerer with the parts of another that keeps the trace of a message's first answer."""

    def __init__(self, other: Answerer) -> None:
        vars(self).update(vars(other))
        self.last: Trace | None = None

    def trace(self, question: Question) -> Trace:
        trace = super().trace(question)
        self.last = self.last or trace
        return trace


class _Resident:
    """A new resident who writes to the bot at noon, with the staff at hand."""

    def __init__(self, edition: Edition, day: date, contacts: FindContacts) -> None:
        self._recorder = _Recorder(edition.answerer)
        watched = replace(edition, answerer=self._recorder)
        noon = datetime.combine(day, _NOON, VIETNAM)
        self._talking = TransientChat(
            lambda: watched, lambda: noon, has_staff=True, contacts=contacts
        )

    @property
    def chat(self) -> Chat:
        """Return what is remembered of the chat."""
        return self._talking.chat

    def settle(self, home: Home) -> Reply | None:
        """Tell the place, and which of several is meant; return what is asked back, if anything.

        The menus of this step are no part of the chat that is shown.
        """
        replies = self.says(f"{_PLACE} {home.typed}").replies
        offered = [choice.label for choice in self.chat.menu.choices] if self.chat.menu else []
        if self.chat.place is None and home.chosen in offered:
            self.says(str(offered.index(home.chosen) + 1))
        if self.chat.place is None:
            return replies[-1]
        self._talking.forget_menus()
        return None

    def says(self, text: str) -> Exchange:
        """Send a message."""
        choices = self.chat.menu.choices if self.chat.menu else ()
        number = find_number(text) or 0
        chosen = choices[number - 1].label if 0 < number <= len(choices) else ""
        self._recorder.last = None
        outcome = self._talking.says(text)
        return Exchange(text, chosen, outcome.replies, self._recorder.last)
