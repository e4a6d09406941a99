"""Making a message whole that leans on the turns before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from bot.answer.acts import MAY_ASK, ON_THE_ANSWER
from bot.answer.understand.asked.comparison import compares, matter_compared
from bot.answer.understand.asked.facts import names_document
from bot.answer.understand.slots import PLACE
from bot.answer.understand.talk import ellipsis
from bot.answer.understand.talk.subject import (
    names_subject,
    put_names,
    subject_alone,
    subject_of,
)
from bot.answer.understand.talk.talk import Talk, TalkMatter, may_lean
from bot.answer.values import Earlier, Reading
from knowledge.language.text import fold
from knowledge.law.references.citation import Reference, provision_label
from knowledge.law.resolution import Address, Resolution
from prompts.render import render

_NUMBERED: Final = re.compile(
    r"\b(?:nghi quyet|van ban|nq) (?:so )?\d+(?:/\d{4})?(?:/nq-?hdnd)?(?!\w)"
)
_THAT: Final = re.compile(
    r"\b(?P<kind>nghị quyết|văn bản|quy định|nq)"
    r" (?P<which>đó|ấy|kia|này|vừa rồi|vừa nêu|nói trên|ở trên|trên(?! địa bàn| mạng))\b"
)
_DOCUMENT: Final = re.compile(r"^(?:nghi quyet|van ban|nq)\b")
_BRIEF = 7
"""Syllables up to which a question of somebody says all that it asks."""
_JOINED = 10
"""Syllables up to which a question is joined with the nouns of the last one."""
_PROPER: Final = re.compile(r"Đảng|Mặt trận|Nhà nước|Nhân dân|Bác\b|\w[A-ZĐ]|\W")
"""Beginnings that keep their capital letter inside a sentence."""


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
    """Return what a brief `reading` asks about the matter of the turns before, None if it cannot.

    It may stand on its own: this is for where nothing is found so. `joined` tells that only what
    something joins to the turns before may lean on them.
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

    What names a thing, a place or a provision by itself is asked of that.
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
    return _whole("compared", places=places, question=_inside(talk.last.bare))


def _elsewhere(talk: Talk) -> str | None:
    """Ask the last question of another place, of another day."""
    places, when = talk.slots.places, talk.slots.when
    if not (places or when) or not ellipsis.is_empty(talk.said):
        return None
    asked = talk.last
    if places:
        masked = _without_number(asked.masked)
        if PLACE not in masked:
            masked = _whole("elsewhere", place=PLACE, question=_inside(masked))
            asked = replace(asked, places=(PLACE,))
        asked = replace(asked, masked=masked).at(*places)
    if not when:
        return asked.text
    if asked.when:
        return replace(asked, when=when).text
    return _whole("on_day", when=when, question=_inside(asked.text))


def _provision(talk: Talk) -> str | None:
    """Look up another provision of the article, or of the document, that was cited last."""
    references = talk.reading.references
    if not references or talk.slots.places or not ellipsis.asks_provision(talk.said):
        return None
    leans = talk.said.joined or talk.said.and_then
    if talk.provision is None or (references[0].article and not leans):
        return None
    wanted = [_beside(one, talk.provision) for one in references]
    return _looked_up(wanted, talk)


def _verbatim(talk: Talk) -> str | None:
    """Look up the provision that was cited last."""
    if not ellipsis.asks_verbatim(talk.said) or talk.slots.places or talk.reading.references:
        return None
    return _looked_up([talk.provision], talk) if talk.provision else None


def _other_subject(talk: Talk) -> str | None:
    """Ask what another thing is that is only named: "thế còn Ban Thanh tra nhân dân"."""
    said = talk.said
    alone = said.joined and not said.and_then and not talk.slots.places
    if not alone or not names_subject(said.words) or subject_alone(said.words) is None:
        return None
    return _whole("what_is", subject=subject_alone(said.words))


def _of_document(talk: Talk) -> str | None:
    """Ask of the document that was cited last what only a document has."""
    if talk.document is None or talk.slots.places:
        return None
    name, text = _name(talk.document), talk.said.words
    that = _THAT.search(text.lower()) if _points_at_document(talk) else None
    if that is None and talk.reading.fact and _leans_on_document(talk):
        that = _DOCUMENT.search(fold(text))
        if that is None:
            return _whole("of_document", document=name, question=_inside(text))
    if that is None:
        return None
    return _whole("sentence", text=f"{text[: that.start()]}{name}{text[that.end() :]}")


def _of_whom(talk: Talk) -> str | None:
    """Ask of whoever the last question was about, by name; what happened then goes along."""
    text = put_names(talk.said.words, talk.last.bare)
    if text is None or talk.slots.places or talk.reading.references:
        return None
    whole = talk.said.length <= _BRIEF and not talk.said.and_then
    if whole or talk.matter is None:
        return _whole("sentence", text=text)
    return _about(talk, talk.matter, text)


def _on_matter(talk: Talk) -> str | None:
    """Ask something else about what was asked last."""
    if talk.reading.references or not ellipsis.lacks_matter(talk.said) or talk.matter is None:
        return None
    return _about(talk, talk.matter, talk.said.words)


def _about(talk: Talk, matter: TalkMatter, question: str) -> str:
    """Return `question`, asked about `matter`."""
    asked = matter.asked
    return _whole(
        "on_matter",
        matter=matter.name if matter.quoted else _inside(matter.name),
        quoted=matter.quoted,
        place="" if talk.slots.places else asked.place,
        when="" if talk.slots.when else _inside(asked.when),
        question=_inside(question),
        oversees=ellipsis.lacks_object(talk.said),
    )


_STEPS: Final = (
    _other_subject,
    _compared,
    _elsewhere,
    _provision,
    _verbatim,
    _of_document,
    _of_whom,
    _on_matter,
)
"""In the order in which they are tried."""


def _points_at_document(talk: Talk) -> bool:
    """Return True if "nghị quyết đó" stands there; "nghị quyết này" may be anyone's own."""
    that = _THAT.search(talk.said.words.lower())
    if that is None or talk.reading.fact:
        return that is not None
    return that["which"] != "này" and that["kind"] != "quy định"


def _leans_on_document(talk: Talk) -> bool:
    if names_document(talk.reading.searched):
        return talk.said.joined
    last, reading = talk.turns[0]
    of_document = reading.fact is not None or names_document(last.text)
    return of_document or ellipsis.asks_of_document(talk.said)


def _looked_up(wanted: list[Address], talk: Talk) -> str:
    document = talk.library[wanted[0].resolution]
    provisions = [provision_label(one, document) for one in wanted]
    annexed = wanted[-1].annex is not None
    return _whole("looked_up", provisions=provisions, annexed=annexed, document=_name(document))


def _beside(reference: Reference, cited: Address) -> Address:
    """Return what `reference` names, the steps that it leaves out being those of `cited`."""
    if reference.article is None:
        clause = reference.clause or (cited.clause if reference.point or reference.bullet else None)
        point = reference.point or (cited.point if not reference.clause else None)
        reference = replace(
            reference,
            article=cited.article,
            clause=clause,
            point=point if reference.bullet else reference.point,
        )
    return replace(reference.within(cited.resolution), part=cited.part, annex=cited.annex)


def _name(document: Resolution) -> str:
    return render(
        "answer/question/follow_up",
        kind="document",
        called=document.head.kind or "Nghị quyết",
        number=document.head.number,
        territory=document.territory.name,
    )


def _without_number(masked: str) -> str:
    """Return the question asked of the document of a place, not of the one of a number."""
    numbered = _NUMBERED.search(fold(masked))
    if numbered is None:
        return masked
    name = render(
        "answer/question/follow_up", kind="document", called="", number=None, territory=PLACE
    )
    return f"{masked[: numbered.start()]}{name}{masked[numbered.end() :]}"


def _inside(question: str) -> str:
    """Return `question` as it stands inside another sentence."""
    question = question.strip(" ?.!,")
    return question if _PROPER.match(question) else question[:1].lower() + question[1:]


def _whole(kind: str, **facts: object) -> str:
    return render("answer/question/follow_up", kind=kind, **facts)
