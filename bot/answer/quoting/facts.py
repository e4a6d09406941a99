"""The place at which a document tells a fact about itself, and the words there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import assert_never

from bot.answer.values import Fact
from knowledge.law.resolution import Address, Part, Resolution

_PASSED = re.compile(r"[^\n]*thông qua\s+ngày[^\n]*", re.IGNORECASE)
_IN_FORCE = re.compile(r"[^\n]*có hiệu lực[^\n]*", re.IGNORECASE)
_EXPIRES = re.compile(r"[^\n]*hết hiệu lực[^\n]*", re.IGNORECASE)
_NUMBER = re.compile(r"^Số\b[^\n]*\d[^\n]*", re.MULTILINE)
_DATED = re.compile(r"^[^\n]+, ngày \d+ tháng \d+ năm \d+", re.MULTILINE)
_COUNCIL = re.compile(r"^HỘI ĐỒNG NHÂN DÂN[^\n]*", re.MULTILINE)
_BASES = re.compile(
    r"^Căn cứ.*?(?=\nXét\b|\nTheo đề nghị\b|\nQUYẾT NGHỊ|\Z)", re.MULTILINE | re.DOTALL
)
_TITLE = re.compile(r"(?<=NGHỊ QUYẾT\n).*?(?=\nHỘI ĐỒNG NHÂN DÂN)", re.DOTALL)
_WHOLE = re.compile(r".+", re.DOTALL)

HEADINGS = {
    Fact.AUDIENCE: re.compile(r"đối tượng áp dụng", re.IGNORECASE),
    Fact.SUBJECT: re.compile(r"phạm vi điều chỉnh", re.IGNORECASE),
}
"""The headings of the provisions that tell the facts that are headed."""


@dataclass(frozen=True, slots=True)
class DocumentFact:
    """A fact in the document's own words."""

    address: Address
    quote: str


@dataclass(frozen=True, slots=True)
class _Source:
    """A place of a fact: the parts to look in, the words to quote, and whether it is known."""

    parts: tuple[Part, ...]
    words: re.Pattern[str]
    known: Callable[[Resolution], object]


_END = (Part.CLOSING, Part.ARTICLE)
_SOURCES: Mapping[Fact, tuple[_Source, ...]] = {
    Fact.NUMBER: (_Source((Part.PREAMBLE,), _NUMBER, lambda document: document.head.number),),
    Fact.ISSUED_ON: (
        _Source((Part.PREAMBLE,), _DATED, lambda document: document.head.issued_on),
        _Source(_END, _PASSED, lambda document: document.effect.passed_on),
    ),
    Fact.PASSED_ON: (_Source(_END, _PASSED, lambda document: document.effect.passed_on),),
    Fact.EFFECT: (_Source(_END, _IN_FORCE, lambda document: document.effect.since),),
    Fact.EXPIRY: (_Source(_END, _EXPIRES, lambda document: document.effect.until),),
    Fact.SESSION: (_Source(_END, _PASSED, lambda document: document.head.session),),
    Fact.SIGNER: (_Source((Part.SIGNATURE,), _WHOLE, lambda document: document.signer),),
    Fact.ISSUER: (
        _Source(_END, _PASSED, lambda document: document.head.issuer),
        _Source((Part.PREAMBLE,), _COUNCIL, lambda document: document.head.issuer),
    ),
    Fact.LEGAL_BASES: (
        _Source((Part.PREAMBLE,), _BASES, lambda document: document.head.legal_bases),
    ),
    Fact.TITLE: (_Source((Part.PREAMBLE,), _TITLE, lambda document: document.head.title),),
}
"""The places of each fact that is not headed, best first."""


def find_fact_in(resolution: Resolution, fact: Fact) -> DocumentFact | None:
    """Return where `resolution` tells `fact`, or None where the copy does not say it."""
    facts = (
        DocumentFact(unit.address, match.group())
        for source in _SOURCES[fact]
        if source.known(resolution)
        for part in source.parts
        for unit in reversed(resolution.provisions)
        if unit.address.part is part and (match := source.words.search(unit.text))
    )
    return next(facts, None)


def find_headed(resolution: Resolution, fact: Fact) -> Address | None:
    """Return the narrowest provision whose heading announces `fact`, or None.

    Only for facts in `HEADINGS`.
    """

    def depth(address: Address) -> int:
        return sum(step is not None for step in address.path)

    headed = [unit.address for unit in resolution.provisions if HEADINGS[fact].search(unit.heading)]
    return max(headed, key=depth, default=None)


def is_headed(fact: Fact) -> bool:
    """Return True if a provision of its own tells `fact`, under a heading that names it."""
    match fact:
        case Fact.AUDIENCE | Fact.SUBJECT:
            return True
        case (
            Fact.NUMBER
            | Fact.ISSUED_ON
            | Fact.PASSED_ON
            | Fact.EFFECT
            | Fact.EXPIRY
            | Fact.SESSION
            | Fact.SIGNER
            | Fact.ISSUER
            | Fact.LEGAL_BASES
            | Fact.TITLE
        ):
            return False
        case _:
            assert_never(fact)
