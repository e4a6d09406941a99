"""Checks that the provisions under a line of our own words state all that the line claims.

Begin at `unfounded`. Claims are amounts, days, how often something is, and bodies; `words.toml`
says which forms mean the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from knowledge.language.text import normalise
from knowledge.matters.claims.amounts import Amount, find_amounts
from knowledge.matters.claims.bodies import BodyName, find_bodies
from knowledge.matters.claims.days import Day, find_days, without_days, without_references
from knowledge.matters.claims.words import Bound, plain

_PERIOD: Final = "(?P<{}>năm|tháng|quý|tuần)"
_OFTEN: Final = re.compile(rf"(?<!\w)(?:mỗi|hằng|hàng|định kỳ) {_PERIOD.format('each')}(?!\w)")
_PERIODS: Final = re.compile(
    r"(?<!\w)(?:(?:mỗi|hằng|hàng|định kỳ|một|theo|từng|trong|0?1|cuối) ?|(?<=/))"
    rf"{_PERIOD.format('each')}(?!\w)|{_PERIOD.format('per')} (?:một|hai|ba|\d+) lần"
)
_TIMES_AFTER: Final = re.compile(r"[^.;]{0,20} lần(?!\w)")
_SILENCE: Final = re.compile(
    r"(?:không|chưa) (?:thấy (?:\w+ ){0,4}?(?:ghi|nói|xếp|giao|quy định|nêu|buộc|cấm|giải thích)"
    r"|nói|ghi|nêu|giao|quy định|giải thích)(?!\w)"
    r"(?:(?!, (?:nhưng|chỉ|mà|còn|song)\b)[^.;:])*"
)
"""Words that tell of something on which the provisions are silent."""
_DENIAL: Final = re.compile(r"(?<!\w)không phải (?:(?:do|riêng|là|của|chỉ|chính) (?:[^,.;:]*)|)")
"""Words by which an answer denies something: "không phải do trưởng thôn chỉ định"."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """The facts that a text states; `text` is its plain form."""

    text: str
    amounts: tuple[Amount, ...]
    days: tuple[Day, ...]
    periods: frozenset[str]
    bodies: tuple[BodyName, ...]

    def names(self, body: BodyName) -> bool:
        """Return True if the text names `body`."""
        if body.known:
            return any(own.founds(body) for own in self.bodies)
        return body.office in self.text


def unfounded(line: str, grounds: Iterable[str]) -> tuple[str, ...]:
    """Return the claims in `line`, as written there, that none of the `grounds` states.

    Nothing that the line denies is a claim of it, nor anything on which it calls the grounds
    silent, nor the numbers of documents and provisions.
    """
    normal = normalise(line)
    text = plain(normal)
    denied = [match.span() for form in (_SILENCE, _DENIAL) for match in form.finditer(text)]
    facts = tuple(_facts(ground) for ground in grounds)
    unnamed = (
        (body.start, body.end)
        for body in find_bodies(normal, text)
        if not any(fact.names(body) for fact in facts)
    )
    missing = sorted(
        (start, end)
        for start, end in (*_uncounted(text, facts), *unnamed)
        if not any(begin <= start <= stop for begin, stop in denied)
    )
    return tuple(normal[start:end].strip() for start, end in missing)


def _uncounted(line: str, facts: tuple[_Facts, ...]) -> Iterator[tuple[int, int]]:
    """Yield the spans of days, amounts and periods of `line`, a plain form, that no fact founds."""
    text = without_references(line)
    for day, start, end in find_days(text):
        if not any(own.founds(day) for fact in facts for own in fact.days):
            yield start, end
    text = without_days(text)  # else their numbers would be amounts
    for amount in find_amounts(text):
        founded = any(own.founds(amount) for fact in facts for own in fact.amounts)
        if not amount.vague and not founded:
            yield amount.start, amount.end
    for match in _OFTEN.finditer(text):
        if not any(match["each"] in fact.periods for fact in facts):
            yield match.span()


@lru_cache(maxsize=4096)
def _facts(ground: str) -> _Facts:
    normal = normalise(ground)
    lowered = plain(normal)
    text = without_references(lowered)
    bare = without_days(text)
    # "hằng năm" with no other number of times means once
    once = (
        Amount(Fraction(1), frozenset({"lần"}), Bound.NONE, *match.span())
        for match in _OFTEN.finditer(bare)
        if not _TIMES_AFTER.match(bare, match.end())
    )
    periods = (match["each"] or match["per"] for match in _PERIODS.finditer(bare))
    return _Facts(
        lowered,
        (*find_amounts(bare, loose=True), *once),
        tuple(day for day, _, _ in find_days(text)),
        frozenset(periods),
        tuple(find_bodies(normal, lowered)),
    )
