"""Follow-ups about the provision, or the document, that was cited last."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.answer.understand.asked.facts import names_document
from bot.answer.understand.talk import ellipsis
from bot.answer.understand.talk.talk import Talk, completed, inside
from knowledge.language.text import fold
from knowledge.law.references.citation import Reference, provision_label
from knowledge.law.resolution import Address, Resolution

_THAT: Final = re.compile(
    r"\b(?P<kind>nghị quyết|văn bản|quy định|nq)"
    r" (?P<which>đó|ấy|kia|này|vừa rồi|vừa nêu|nói trên|ở trên|trên(?! địa bàn| mạng))\b"
)
_DOCUMENT: Final = re.compile(r"^(?:nghi quyet|van ban|nq)\b")


def look_up(talk: Talk) -> str | None:
    """Look up another provision of the article, or of the document, that was cited last."""
    references = talk.reading.references
    if not references or talk.slots.places or not ellipsis.asks_provision(talk.said):
        return None
    leans = talk.said.joined or talk.said.and_then
    if talk.provision is None or (references[0].article and not leans):
        return None
    wanted = [_beside(reference, talk.provision) for reference in references]
    return _looked_up(wanted, talk)


def read_out(talk: Talk) -> str | None:
    """Look up the provision that was cited last."""
    if not ellipsis.asks_verbatim(talk.said) or talk.slots.places or talk.reading.references:
        return None
    return _looked_up([talk.provision], talk) if talk.provision else None


def ask_of_document(talk: Talk) -> str | None:
    """Ask of the document that was cited last what only a document has."""
    if talk.document is None or talk.slots.places:
        return None
    name, text = _name(talk.document), talk.said.words
    that = _THAT.search(text.lower()) if _points_at_document(talk) else None
    if that is None and talk.reading.fact and _leans_on_document(talk):
        that = _DOCUMENT.search(fold(text))
        if that is None:
            return completed("of_document", document=name, question=inside(text))
    if that is None:
        return None
    return completed("sentence", text=f"{text[: that.start()]}{name}{text[that.end() :]}")


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
    provisions = [provision_label(address, document) for address in wanted]
    annexed = wanted[-1].annex is not None
    return completed("looked_up", provisions=provisions, annexed=annexed, document=_name(document))


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
    return completed(
        "document",
        called=document.head.kind or "Nghị quyết",
        number=document.head.number,
        territory=document.territory.name,
    )
