"""Amounts that a text states: a value, what it counts, and whether it is a bound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Final

from knowledge.matters.claims.bounds import find_limit, founds
from knowledge.matters.claims.numerals import (
    FIVE,
    MULTIPLIERS,
    NUMBER_WORDS,
    Number,
    is_digits,
    may_begin_number,
    read_number,
)
from knowledge.matters.claims.words import Bound, any_form, claim_words

SHARE: Final = frozenset({"%"})
_MONEY: Final = frozenset({"đồng"})
_TOKEN: Final = re.compile(r"\d{1,18}(?:[.,]\d{1,18}){0,6}|[^\W\d_]+|[^\w\s]")
_RATE_BEFORE: Final = re.compile(r"(?<!\w)(?:năm|tháng|quý|tuần|ngày|nhiệm kỳ) $")
"""Words before a "một" that make it a number: "mỗi năm một lần"."""
_IN: Final = {"năm": (Fraction(12), "tháng"), "quý": (Fraction(3), "tháng")} | {
    "tuần": (Fraction(7), "ngày")
}
_YEAR_AFTER: Final = frozenset(
    {"mỗi", "hằng", "hàng", "từng", "cả", "cuối", "đầu", "giữa", "nhiều", "các", "qua", "những"}
    | {"mấy", "vài", "nửa", "theo", "một", "nay", "của"}
)
"""Words before a "năm" that is a year, whatever follows."""
_SOME: Final = frozenset({"vài", "dăm", "mấy", "đôi"})
_TIMES: Final = frozenset({"ngày", "tháng", "năm", "tuần", "giờ"})
_TO: Final = frozenset({"đến", "tới", "-", "–"})
_NO_MONEY: Final = re.compile(r" ?đồng (?:ý|thuận|thời|tình|lòng|chí)\b")
_TIMED: Final = frozenset({"giờ", "ngày", "ngày làm việc", "tháng"})
_FOURTH: Final = {"tư": "bốn"}
_HALVES: Final = frozenset({"nửa", "bán"})
_HALF_BEFORE: Final = frozenset(
    {"một", "quá", "hơn", "trên", "được", "đúng", "dưới", "chưa", "đủ", "nhất", "tới", "đến", "đạt"}
    | {"từ", "là"}
)


@dataclass(frozen=True, slots=True)
class Amount:
    """So many of `units`, no units where none is read.

    `vague` tells that it may mean no number, `scale` is that of its number (see `Number`).
    """

    value: Fraction
    units: frozenset[str]
    bound: Bound
    start: int
    end: int
    vague: bool = False
    scale: int = 0

    def founds(self, other: Amount) -> bool:
        """Return True if a provision with this amount states `other`."""
        alike = not other.units or bool(self.units & other.units)
        term = bool(self.units & _TIMED)
        return self.value == other.value and alike and founds(self.bound, other.bound, term=term)


def find_amounts(text: str, *, loose: bool = False) -> Iterator[Amount]:
    """Yield the amounts in `text`, in plain form without days and references, in its order.

    If `loose`, a stray word may part a number from what it counts, as in faulty copies.
    """
    spans = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    tokens = [token for token, _, _ in spans]
    # "năm" is five or year: a five is spelled apart before any number is read
    fives = [FIVE if _is_five(tokens, at) else token for at, token in enumerate(tokens)]
    reader = _Reader(text, fives, spans, loose)
    at = 0
    while at < len(spans):
        token = reader.tokens[at]
        likely = token in _HALVES or may_begin_number(token)
        amount, end = reader.amount_at(at) if likely else (None, at)
        if amount is None:
            at += 1
            continue
        higher, at = reader.range_end(end)
        if higher is None:
            yield _bounded(text, amount)
            continue
        if not amount.units:  # named behind the higher end alone: "5 đến 10 triệu đồng"
            value = amount.value * (higher.scale or 1)
            amount = replace(amount, value=value, units=higher.units)
        yield replace(amount, bound=Bound.AT_LEAST, vague=False)
        yield replace(higher, bound=Bound.AT_MOST, vague=False)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A text with its tokens; `spans` has each as written, its start and its end."""

    text: str
    tokens: Sequence[str]
    spans: Sequence[tuple[str, int, int]]
    loose: bool

    def range_end(self, at: int) -> tuple[Amount | None, int]:
        """Return the amount behind a "đến" at token `at`, and the token behind both."""
        if at < len(self.tokens) and self.tokens[at] in _TO:
            amount, end = self.amount_at(at + 1)
            if amount is not None:
                return amount, end
        return None, at

    def amount_at(self, at: int) -> tuple[Amount | None, int]:
        """Return the amount that begins at token `at`, without its bound, and the token behind."""
        if self._word(at) in _HALVES:
            return self._half(at)
        number = read_number(self.tokens, at)
        if number is None or self._word(at - 1) in _SOME or self._word(number.end) == "nửa":
            return None, at
        start = self.spans[at][1]
        if share := _share(self.tokens, number):
            value, stop = share
            return Amount(value, SHARE, Bound.NONE, start, self.spans[stop - 1][2]), stop
        units, end = self._unit_at(self.spans[number.end - 1][2])
        if number.money:
            units = units & _MONEY or _MONEY
        half = self.text.startswith(" rưỡi", end)
        value, units = _in_smaller(number.value + Fraction(half, 2), units)
        vague = number.plain and (self.tokens[at] == "một" or not units)
        amount = Amount(value, units, Bound.NONE, start, end, vague, number.scale)
        stop = number.end
        while stop < len(self.spans) and self.spans[stop][1] < end:
            stop += 1
        return amount, stop

    def _word(self, at: int) -> str:
        return self.tokens[at] if 0 <= at < len(self.tokens) else ""

    def _half(self, at: int) -> tuple[Amount | None, int]:
        """Return the "nửa" or "bán" at token `at` as a share, None if it means something else."""
        before, after = self._word(at - 1), self._word(at + 1)
        is_half = after not in _TIMES and (before in _HALF_BEFORE or after in {"số", "tổng"})
        if not (before == "quá" if self._word(at) == "bán" else is_half):
            return None, at
        start = self.spans[at - 1 if before == "một" else at][1]
        return Amount(Fraction(1, 2), SHARE, Bound.NONE, start, self.spans[at][2]), at + 1

    def _unit_at(self, at: int) -> tuple[frozenset[str], int]:
        """Return the units that the number ending at `at` counts, and the end of their name."""
        if _NO_MONEY.match(self.text, at):
            return frozenset(), at
        form, behind_stray = _unit_forms()
        match = form.match(self.text, at)
        if match is None and self.loose:
            match = behind_stray.match(self.text, at)
        return (claim_words().units[match["unit"]], match.end()) if match else (frozenset(), at)


def _in_smaller(value: Fraction, units: frozenset[str]) -> tuple[Fraction, frozenset[str]]:
    """Return years in months and weeks in days, others as they are."""
    for unit in units & _IN.keys():
        factor, smaller = _IN[unit]
        return value * factor, frozenset({smaller})
    return value, units


def _share(tokens: Sequence[str], number: Number) -> tuple[Fraction, int] | None:
    """Return the share of which `number` is the beginning, and the token behind it."""
    at = number.end
    after = tokens[at : at + 2]
    if after[:1] == ["%"]:
        return number.value / 100, at + 1
    if after == ["phần", "trăm"]:
        return number.value / 100, at + 2
    if after[:1] not in (["phần"], ["/"]):
        return None
    parts = read_number([_FOURTH.get(token, token) for token in tokens[at + 1 : at + 4]], 0)
    if parts is None or not parts.value or parts.value < number.value:
        return None
    return number.value / parts.value, at + 1 + parts.end


def _bounded(text: str, amount: Amount) -> Amount:
    """Return `amount` with the bound that the words around it make it."""
    limit = find_limit(text, amount.start, amount.end)
    timed = limit.bound and amount.units & _TIMED
    rate = _RATE_BEFORE.search(text, max(0, amount.start - 20), amount.start)
    if amount.vague and not (limit.sure or timed or rate):
        return amount
    return replace(amount, bound=limit.bound, start=limit.start, vague=False)


@cache
def _unit_forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of a unit right behind a number, and behind a stray word."""
    unit = rf" *(?:tổng số |số )?(?P<unit>{any_form(claim_words().units)})(?!\w)"
    stray = rf"(?!(?:{any_form(NUMBER_WORDS)})\b)[^\W\d]+"
    sure = (form for form, units in claim_words().units.items() if not units & _IN.keys())
    return re.compile(unit), re.compile(rf" *{stray} (?P<unit>{any_form(sure)})(?!\w)")


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form.split()[0] for form in claim_words().units)


def _is_five(tokens: Sequence[str], at: int) -> bool:
    if tokens[at] != "năm" or at + 1 == len(tokens):
        return False
    before, after = tokens[at - 1] if at else "", tokens[at + 1]
    if before in _YEAR_AFTER or is_digits(before):
        return False
    if after in MULTIPLIERS or after == "phần":
        return True
    if read_number([before], 0) is not None:
        return False
    if before == "trong":
        return after in _TIMES
    return after in _first_words()
