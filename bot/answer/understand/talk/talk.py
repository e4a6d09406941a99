"""A message and the turns before it, taken apart as far as they are looked at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.answer.acts import MAY_ASK, ON_THE_ANSWER
from bot.answer.quoting.excerpt import content_words
from bot.answer.understand.asked.comparison import find_comparison
from bot.answer.understand.slots import Slots, matter_named, slots_of
from bot.answer.understand.talk.ellipsis import BareMessage, said_in
from bot.answer.values import Earlier, Reading
from knowledge.law.resolution import RULING, Address, Resolution
from prompts.render import render

_PROPER: Final = re.compile(r"Đảng|Mặt trận|Nhà nước|Nhân dân|Bác\b|\w[A-ZĐ]|\W")
"""Beginnings that keep their capital letter inside a sentence."""
_ASIDE: Final = re.compile(r" *\([^)]*\)")
_SHARED = 2
"""Words that a topic has to share with a question to stand for its matter."""


@dataclass(frozen=True, slots=True)
class TalkMatter:
    """The matter of a turn; `quoted` tells that its name is the words of the question."""

    name: str
    quoted: bool
    asked: Slots


@dataclass(frozen=True)
class Talk:
    """A message as read, and the turns before it, oldest first.

    `read` reads a question of those turns again, `library` has the documents that they cited.
    """

    reading: Reading
    earlier: tuple[Earlier, ...]
    read: Callable[[str], Reading]
    library: Mapping[str, Resolution]

    @cached_property
    def slots(self) -> Slots:
        """Return the message taken apart."""
        return slots_of(self.reading.text, self.reading.mentions)

    @cached_property
    def said(self) -> BareMessage:
        """Return the message without what joins it to the talk."""
        return said_in(self.slots)

    @cached_property
    def turns(self) -> tuple[tuple[Earlier, Reading], ...]:
        """Return the turns in which something was asked, the last first."""
        read = ((turn, self.read(turn.text)) for turn in reversed(self.earlier))
        acts = (None, *MAY_ASK)
        return tuple((turn, reading) for turn, reading in read if reading.act in acts)

    @cached_property
    def last(self) -> Slots:
        """Return the last question taken apart, of a comparison what was compared."""
        _, reading = self.turns[0]
        return _single(slots_of(reading.text, reading.mentions))

    @property
    def provision(self) -> Address | None:
        """Return the provision of an article that was cited last."""
        return next((address for address in self._cited if address.part in RULING), None)

    @property
    def document(self) -> Resolution | None:
        """Return the document that was cited last."""
        return next((self.library[address.resolution] for address in self._cited), None)

    @property
    def _cited(self) -> Iterator[Address]:
        """Yield what the turns cited first, the last turn's before."""
        cited = (turn.cited[0] for turn, _ in self.turns if turn.cited)
        return (address for address in cited if address.resolution in self.library)

    @cached_property
    def matter(self) -> TalkMatter | None:
        """Return what was last asked about, other than a provision or document by its name."""
        about = (
            (turn, reading)
            for turn, reading in self.turns
            if not (reading.is_certain or reading.numbers)
        )
        return next((_matter_of(turn, reading) for turn, reading in about), None)


def may_lean(reading: Reading) -> bool:
    """Return True if a message names no provision, asks one thing, and may ask at all."""
    named = reading.references or reading.numbers or reading.parts
    return not named and reading.act in (None, *ON_THE_ANSWER, *MAY_ASK)


def _single(slots: Slots) -> Slots:
    comparison = find_comparison(slots)
    return Slots(comparison.matter) if comparison else slots


def _matter_of(turn: Earlier, reading: Reading) -> TalkMatter:
    """Return the topic if it is surely that of the question, else the question itself."""
    asked = _single(slots_of(reading.text, reading.mentions))
    about = matter_named(asked.masked)
    if about:
        return TalkMatter(about, quoted=False, asked=asked)
    words = content_words(asked.bare)
    for topic in turn.topics[:1]:
        if len(content_words(topic) & words) >= min(_SHARED, len(words)) > 0:
            return TalkMatter(_ASIDE.sub("", topic), quoted=False, asked=asked)
    return TalkMatter(asked.bare.replace("?", ",").strip(" ,.!"), quoted=True, asked=asked)


def inside(question: str) -> str:
    """Return `question` as it stands inside another sentence."""
    question = question.strip(" ?.!,")
    return question if _PROPER.match(question) else question[:1].lower() + question[1:]


def completed(kind: str, **facts: object) -> str:
    """Return a question completed in the way of `kind` (`answer/question/follow_up.j2`)."""
    return render("answer/question/follow_up", kind=kind, **facts)
