"""The completion of a message that leans on the turns before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from bot.answer.acts import MAY_ASK, ON_THE_ANSWER
from bot.answer.understand.asked.comparison import compares, matter_compared
from bot.answer.understand.slots import PLACE
from bot.answer.understand.talk import cited, ellipsis
from bot.answer.understand.talk.subject import (
    names_subject,
    put_names,
    subject_alone,
    subject_of,
)
from bot.answer.understand.talk.talk import Talk, TalkMatter, completed, inside, may_lean
from bot.answer.values import Earlier, Reading
from knowledge.language.text import fold
from knowledge.law.resolution import Resolution

_NUMBERED: Final = re.compile(
    r"\b(?:nghi quyet|van ban|nq) (?:so )?\d+(?:/\d{4})?(?:/nq-?hdnd)?(?!\w)"
)
_BRIEF = 7
"""Syllables up to which a question of somebody says all that it asks."""
_JOINED = 10
"""Syllables up to which a question is joined with the nouns of the last one."""


def complete(
    reading: Reading,
    earlier: tuple[Earlier, ...],
    read: Callable[[str], Reading],
    library: Mapping[str, Resolution],
) -> str | None:
    """Return what `reading` means after the turns `earlier`; None if it stands on its own.

    `read` reads a question of those turns again, `library` has the documents that they cited.
    """
    done = reading.act and reading.act not in ON_THE_ANSWER | MAY_ASK
    if done or reading.parts or reading.other_kind or reading.numbers:
        return None
    talk = Talk(reading, earlier, read, library)
    if not talk.turns:
        return None
    whole = next((whole for step in _STEPS if (whole := step(talk))), None)
    return whole and whole[:1].upper() + whole[1:]


def lean(
    reading: Reading,
    earlier: tuple[Earlier, ...],
    read: Callable[[str], Reading],
    library: Mapping[str, Resolution],
    *,
    joined: bool,
) -> str | None:
    """Return a brief `reading` as asked about the matter of the turns before, None if it cannot be.

    It may stand on its own: this is for a question to which nothing is found so. `joined` tells
    that it may lean on the turns only if a word joins it to them.
    """
    if not may_lean(reading) or reading.fact or reading.follows:
        return None
    talk = Talk(reading, earlier, read, library)
    if not talk.turns or talk.matter is None or not 0 < talk.said.length <= _BRIEF:
        return None
    if joined and not (talk.said.joined or talk.said.and_then):
        return None
    return about_last(talk)


def join(
    reading: Reading,
    earlier: tuple[Earlier, ...],
    read: Callable[[str], Reading],
    library: Mapping[str, Resolution],
) -> str | None:
    """Return a brief `reading` as asked of the nouns of the last question, None if it cannot be.

    A question that names a thing, a place or a provision by itself is asked of that.
    """
    if not may_lean(reading) or reading.fact:
        return None
    talk = Talk(reading, earlier, read, library)
    if not talk.turns or talk.slots.places or not 0 < talk.said.length <= _JOINED:
        return None
    before = subject_of(talk.turns[0][1].searched)
    if not before or names_subject(talk.said.words):
        return None
    subject = subject_of(f"{before}. {talk.said.words}")
    words = put_names(talk.said.words, talk.last.bare) or talk.said.words
    return _about(talk, TalkMatter(subject, quoted=False, asked=talk.last), words)


def about_last(talk: Talk) -> str:
    """Return a message as asked about the matter of the turns before, which has to be known."""
    whole = _about(talk, talk.matter, talk.said.words) if talk.matter else talk.said.words
    return whole[:1].upper() + whole[1:]


def _compared(talk: Talk) -> str | None:
    """Compare with another place what was asked of one, or of all the places named."""
    places = talk.slots.places
    if not places or not compares(talk.slots) or matter_compared(talk.slots):
        return None
    if len(places) == 1:
        turn, _ = talk.turns[0]
        before = talk.last.places[:1] or ((turn.place.name,) if turn.place else ())
        places = (*before, *places)
    if len(places) == 1 or fold(places[0]).endswith(fold(places[1])):
        return None
    return completed("compared", places=places, question=inside(talk.last.bare))


def _elsewhere(talk: Talk) -> str | None:
    """Ask the last question of another place, of another day."""
    places, when = talk.slots.places, talk.slots.when
    if not (places or when) or not ellipsis.is_empty(talk.said):
        return None
    question = talk.last
    if places:
        masked = _without_number(question.masked)
        if PLACE not in masked:
            masked = completed("elsewhere", place=PLACE, question=inside(masked))
            question = replace(question, places=(PLACE,))
        question = replace(question, masked=masked).at(*places)
    if not when:
        return question.text
    if question.when:
        return replace(question, when=when).text
    return completed("on_day", when=when, question=inside(question.text))


def _other_subject(talk: Talk) -> str | None:
    """Ask what another thing is that is only named: "thế còn Ban Thanh tra nhân dân"."""
    said = talk.said
    alone = said.joined and not said.and_then and not talk.slots.places
    if not alone or not names_subject(said.words) or subject_alone(said.words) is None:
        return None
    return completed("what_is", subject=subject_alone(said.words))


def _of_whom(talk: Talk) -> str | None:
    """Ask of whoever the last question was about, by name; what happened then goes along."""
    text = put_names(talk.said.words, talk.last.bare)
    if text is None or talk.slots.places or talk.reading.references:
        return None
    says_all = talk.said.length <= _BRIEF and not talk.said.and_then
    if says_all or talk.matter is None:
        return completed("sentence", text=text)
    return _about(talk, talk.matter, text)


def _on_matter(talk: Talk) -> str | None:
    """Ask something else about what was asked last."""
    if talk.reading.references or not ellipsis.lacks_matter(talk.said) or talk.matter is None:
        return None
    return _about(talk, talk.matter, talk.said.words)


def _about(talk: Talk, matter: TalkMatter, question: str) -> str:
    """Return `question`, asked about `matter`."""
    about = matter.asked
    return completed(
        "on_matter",
        matter=matter.name if matter.quoted else inside(matter.name),
        quoted=matter.quoted,
        place="" if talk.slots.places else about.place,
        when="" if talk.slots.when else inside(about.when),
        question=inside(question),
        oversees=ellipsis.lacks_object(talk.said),
    )


_STEPS: Final = (
    _other_subject,
    _compared,
    _elsewhere,
    cited.look_up,
    cited.read_out,
    cited.ask_of_document,
    _of_whom,
    _on_matter,
)
"""The ways to complete a message, in the order in which they are tried."""


def _without_number(masked: str) -> str:
    """Return the question asked of the document of a place, not of the one of a number."""
    numbered = _NUMBERED.search(fold(masked))
    if numbered is None:
        return masked
    name = completed("document", called="", number=None, territory=PLACE)
    return f"{masked[: numbered.start()]}{name}{masked[numbered.end() :]}"
