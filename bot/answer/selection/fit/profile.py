"""The profile of a provision, seen apart from any question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.answer.understand.asked.amounts import answers
from bot.answer.values import Measure
from knowledge.language.text import fold, normalise, syllables
from knowledge.law.resolution import Address, Provision, Resolution

_FORMAL = re.compile(
    r"\b(?:pham vi|doi tuong|giai thich tu ngu|kinh phi|nguon luc|to chuc thuc hien|thi hanh"
    r"|hieu luc|chuyen tiep|dieu khoan|trach nhiem thuc hien)\b"
)
"""Words in the heading of an article of form: scope, subjects, funds, carrying out, effect."""
_ENDS = re.compile(r"\b(?:giao|de nghi|uy ban nhan dan|nghi quyet nay|nghi dinh nay)\b")
"""The beginnings of a clause that says who carries out the document, if no heading tells."""
_URGES = re.compile(
    r"\b(?:tang cuong|nang cao|day manh|chu trong|quan tam|phat huy|tiep tuc|chu dong|nghiem tuc"
    r"|quan triet|cung co|kien toan|doi moi|khuyen khich|tao dieu kien|bao dam|dam bao"
    r"|thuc hien tot|thuc hien nghiem|kip thoi|thuong xuyen|ren luyen|guong mau|tich cuc"
    r"|dong vien)\b"
)
"""Verbs of provisions that urge without saying how."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The contents and the kind of a provision.

    `states` are the kinds of amounts that its words answer, `formal` tells whether its article is
    one of form, `urging` is the share of its words that only urge, `length` are its syllables, and
    `nationwide` tells whether its document binds the whole country.
    """

    states: frozenset[Measure]
    formal: bool
    urging: float
    length: int
    nationwide: bool


def profile_in(library: Mapping[str, Resolution], address: Address) -> Profile:
    """Return the profile of the provision at `address`, which a document of `library` has."""
    resolution = library[address.resolution]
    provision = resolution.find(address)
    if provision is None:
        raise LookupError(address)
    article = resolution.find(address.whole_article)
    heading = article.heading if article else ""
    return _profile(provision, heading, resolution.territory.nationwide)


@lru_cache(maxsize=100_000)
def _profile(provision: Provision, heading: str, nationwide: bool) -> Profile:
    words = normalise(provision.words)
    folded = fold(words)
    length = len(syllables(words))
    urging = sum(len(match.group().split()) for match in _URGES.finditer(folded))
    return Profile(
        states=frozenset(measure for measure in Measure if answers(measure, words)),
        formal=bool(_FORMAL.search(fold(heading))) or bool(_ENDS.match(folded)),
        urging=urging / max(length, 1),
        length=length,
        nationwide=nationwide,
    )
