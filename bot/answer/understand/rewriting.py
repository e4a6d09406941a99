"""A question as it is meant: without curses, and written out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from knowledge.gazetteer.places import PlaceMention
from knowledge.language.text import normalise
from knowledge.language.typing.speller import Speller, SpellingChange

_CURSE: Final = re.compile(
    r"\b(?:đ[ịi]t(?: con)?(?: m[ẹe]| bố)?(?: (?:mày|nó|chúng mày))?|đ[éế]o|đếch|[đd]k?m+|vcl|vkl"
    r"|vcc|cmn|clm|clgt|cặc|lồn|đĩ|đù(?: m[áe])?|đụ(?: m[áẹ])?|du ma|(?:con )?mẹ (?:kiếp|nó)|má nó"
    r"|tổ (?:sư|cha)(?: (?:mày|nó|chúng mày|cha mày))?"
    r"|(?:đồ|lũ|bọn|thằng|quân) (?:chó|ngu|khốn)(?: (?:đẻ|chết|nạn))?|chó (?:đẻ|chết)|óc chó"
    r"|oc cho|khốn nạn|khon nan|mất dạy|mat day|bố láo|vãi(?: (?:lồn|chưởng|cả|l))?"
    r"|ngu (?:vãi|như (?:chó|bò|lợn))|ăn (?:cứt|cức))\b[!.,]*",
    re.IGNORECASE,
)
"""Words that ask for nothing, and that nobody is to read again."""


def curses(text: str) -> bool:
    """Return True if somebody curses in `text`."""
    return _CURSE.search(text) is not None


def without_curses(text: str) -> str:
    """Return `text` without its curses, as it is if nothing else stands there."""
    left = normalise(_CURSE.sub(" ", text)).strip(" ,.;")
    return left if any(map(str.isalnum, left)) else text


def rewrite(
    typed: str, mentions: tuple[PlaceMention, ...], speller: Speller
) -> tuple[str, tuple[PlaceMention, ...]]:
    """Return the meaning of `typed`, written out, and the `mentions` with their new positions."""
    spans = {(mention.start, mention.end) for mention in mentions}
    changes = speller.changes(typed, spans)
    return _changed(typed, changes), tuple(_moved(mention, changes) for mention in mentions)


def _changed(typed: str, changes: Sequence[SpellingChange]) -> str:
    written: list[str] = []
    end = 0
    for change in changes:
        written += (typed[end : change.start], change.text)
        end = change.end
    return "".join((*written, typed[end:]))


def _moved(mention: PlaceMention, changes: Sequence[SpellingChange]) -> PlaceMention:
    longer = sum(
        len(change.text) - (change.end - change.start)
        for change in changes
        if change.end <= mention.start
    )
    return replace(mention, start=mention.start + longer, end=mention.end + longer)
