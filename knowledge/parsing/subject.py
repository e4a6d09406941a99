"""The figure that tells if a document is about grassroots democracy.

There people know, discuss, decide and supervise. The judgement weighs the words of the field in the
title, the legal bases and the provisions. The threshold was found by reading documents of either
kind and measuring them: the five that ship get 6.1 to 6.3, the law and its three decrees 3.6 to
7.1, short resolutions of communes 3.6 and more, two decisions of provinces on how people's
petitions are received 1.9 and 2.0; of 17 on fees, titles, markets, forests, signatures and the
like, the nearest gets 0.3, and one of a ward on its pavements, which speaks of residential groups
all the way, 0.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from knowledge.law.resolution import RULING, Resolution

THRESHOLD: Final = 1.5
"""The figure from which a document is about grassroots democracy."""
_FULL: Final = 3.0
"""The most that words of a group can add to the figure of a document full of the field's own."""
_IN_BASES: Final = 1.0
"""The figure that a document gets for resting on the law of the field."""
_ORDINARY: Final = 2
"""Hundreds of ordinary syllables added to each text: two words of a short one tell little."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of the field: what each in a hundred syllables adds, all of them, and one in a title.

    Words that other fields use as well add less: of themselves, with none of the field's own and
    none in the title, they never reach the threshold.
    """

    phrases: tuple[str, ...]
    each: float
    most: float
    in_title: float


def _listed(phrases: str) -> tuple[str, ...]:
    return tuple(f" {' '.join(phrase.split())} " for phrase in phrases.split(","))


_OWN: Final = _listed(
    """dân chủ ở cơ sở, dân chủ cơ sở, thực hiện dân chủ, quyền làm chủ, hương ước, quy ước,
    thanh tra nhân dân, giám sát đầu tư của cộng đồng, giám sát của cộng đồng, giám sát cộng đồng,
    nhân dân giám sát, giám sát của nhân dân, nhân dân kiểm tra, nhân dân bàn, nhân dân quyết định,
    cộng đồng dân cư bàn, dân biết, dân bàn"""
)
_VOICE: Final = _listed(
    """ý kiến của nhân dân, ý kiến nhân dân, ý kiến của người dân, ý kiến của cộng đồng dân cư,
    nhân dân tham gia, đối thoại, tiếp công dân, phản ánh, kiến nghị, góp ý, nhân dân đóng góp,
    người dân đóng góp, đóng góp của nhân dân, đóng góp tự nguyện"""
)
_NEIGHBOURHOOD: Final = _listed(
    """cộng đồng dân cư, tổ dân phố, trưởng thôn, trưởng ấp, trưởng bản, khu phố, các thôn,
    thôn tổ dân phố, ở thôn, của thôn, khu dân cư, công tác mặt trận, niêm yết, công khai"""
)
_VOCABULARIES: Final = (
    Vocabulary(_OWN, each=1.0, most=_FULL, in_title=2.0),
    Vocabulary(_VOICE, each=0.5, most=0.7, in_title=1.2),
    Vocabulary(_NEIGHBOURHOOD, each=0.25, most=0.7, in_title=1.2),
)


def concerns_grassroots_democracy(resolution: Resolution) -> bool:
    """Return True if `resolution` is about grassroots democracy, in whole or for a good part."""
    return grassroots_figure(resolution) >= THRESHOLD


def grassroots_figure(resolution: Resolution) -> float:
    """Return how much `resolution` speaks of grassroots democracy, 0 (not at all) to 10."""
    units = (unit.words for unit in resolution.provisions if unit.address.part in RULING)
    text = _plain((*units, *(aside.text for aside in resolution.asides)))
    title = _plain([resolution.head.title])
    hundreds = _ORDINARY + text.count(" ") / 100
    rests_on_law = _count(_OWN, _plain(resolution.head.legal_bases))
    return sum(
        min(vocabulary.most, vocabulary.each * _count(vocabulary.phrases, text) / hundreds)
        + (vocabulary.in_title if _count(vocabulary.phrases, title) else 0)
        for vocabulary in _VOCABULARIES
    ) + (_IN_BASES if rests_on_law else 0)


def _count(phrases: tuple[str, ...], text: str) -> int:
    return sum(text.count(phrase) for phrase in phrases)


def _plain(texts: Iterable[str]) -> str:
    """Return the syllables of `texts` in lower case, a space around each."""
    return f" {' '.join(_WORD.findall(' '.join(texts).lower()))} "
