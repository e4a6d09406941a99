"""Everything that a step looks at, and how it says something."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone

from bot.answer.deciding.trace import Trace
from bot.answer.edition import Edition
from bot.answer.values import Question
from bot.channels.base import Message
from bot.conversation.actions import Row
from bot.conversation.limit import QuestionLimit
from bot.conversation.values import THREAD_LASTS, Chat, Expects, Memory, Outcome, Reply
from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Resolution
from knowledge.validity.scope import Scope, scope_for
from prompts.render import render

VIETNAM = timezone(timedelta(hours=7))
"""Asia/Ho_Chi_Minh, which keeps no summer time."""


@dataclass(frozen=True, slots=True)
class Situation:
    """A message, what is remembered, and what answers rest on at that moment."""

    message: Message
    chat: Chat
    edition: Edition
    memory: Memory
    limit: QuestionLimit
    now: datetime

    @property
    def today(self) -> date:
        """Return the day on which it is asked, where residents are."""
        return self.now.astimezone(VIETNAM).date()

    @property
    def english(self) -> bool:
        """Return True if the message asks in English."""
        return self.edition.answerer.read(self.message.text).english

    @property
    def library(self) -> tuple[Resolution, ...]:
        """Return every document."""
        return tuple(self.edition.answerer.library.values())

    @property
    def scope(self) -> Scope:
        """Return what applies today where the resident lives."""
        return self.scope_of(self.chat.place)

    def scope_of(self, place: Place | None) -> Scope:
        """Return what applies today in `place`, everything in force where it is None."""
        return scope_for(place, self.today, self.library)

    def asks_law(self, question: str) -> Trace:
        """Return what the law of the whole country alone answers to `question`, asked before."""
        place = self.chat.place
        request = Question(question, self.today, place, nationwide=True, again=True)
        return self.edition.answerer.trace(request)

    def say(self, template: str, *rows: Row, **facts: object) -> Outcome:
        """Return the outcome that only says `template`; nothing is expected of the next text."""
        return self.tell(render(f"chat/{template}", **facts), *rows)

    def tell(self, text: str, *rows: Row) -> Outcome:
        """Return the outcome that only says `text`; nothing is expected of the next text."""
        return Outcome(self.expecting(None), (Reply(text, rows),))

    @property
    def has_thread(self) -> bool:
        """Return True while there is a thread with the staff; never in a group."""
        until = self.chat.until
        return until is not None and self.now < until and not self.message.in_group

    @property
    def in_thread(self) -> bool:
        """Return True if the next text goes to the staff whatever it is."""
        return self.has_thread and self.chat.expects is Expects.STAFF

    def expecting(self, what: Expects | None, about: str | None = None) -> Chat:
        """Return the chat with what its next text is likely to be.

        A thread with the staff goes on where nothing else is expected.
        """
        if what is None and self.has_thread:
            what = Expects.STAFF
        return replace(self.chat, expects=what, about=about)

    def expecting_words(self, thread: str) -> Chat:
        """Return the chat with a thread with the staff about the turn `thread` that begins now."""
        until = self.now + THREAD_LASTS
        return replace(self.chat, expects=Expects.STAFF, about=None, thread=thread, until=until)

    def without_thread(self) -> Situation:
        """Return the situation as it is once the thread with the staff has ended."""
        return replace(
            self, chat=replace(self.chat, expects=None, about=None, thread=None, until=None)
        )
