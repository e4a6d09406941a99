"""Numbers in digits and in words: "2.530.000", "6,5", "2 triệu 530", "hai mươi mốt"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

FIVE: Final = "nhăm"
"""The spelling that a "năm" must get to be read as five, not as a year."""
_UNITS: Final = {
    word: value
    for value, words in enumerate(
        ("một mốt", "hai", "ba", "bốn tư", f"{FIVE} lăm", "sáu", "bảy bẩy", "tám", "chín"), 1
    )
    for word in words.split()
}
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_ONLY_LAST: Final = frozenset({"mốt", "tư", "lăm"})
_STARTS: Final = {word: _UNITS[word] for word in _UNITS if word not in _ONLY_LAST} | {"mười": _TEN}
_SCALES: Final = {
    **dict.fromkeys(("nghìn", "ngàn", "k"), _THOUSAND),
    **dict.fromkeys(("triệu", "tr"), 10**6),
    **dict.fromkeys(("tỷ", "tỉ"), 10**9),
}
MULTIPLIERS: Final = frozenset({"mươi", "trăm", *_SCALES})
_LINKS: Final = frozenset({"linh", "lẻ"})
NUMBER_WORDS: Final = frozenset({"năm", "phần", "không", *_UNITS, "mười", *MULTIPLIERS, *_LINKS})
"""Every word that numbers are made of, whatever else it may mean."""
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number that ends before token `end`.

    `plain` tells a word of one syllable, which may mean something else. `scale` is the last of the
    words like "triệu" in it, 0 if there is none.
    """

    value: Fraction
    end: int
    plain: bool = False
    scale: int = 0

    @property
    def money(self) -> bool:
        """Return True if it is so large that without a unit it is an amount of money."""
        return self.scale > _THOUSAND


def is_digits(token: str) -> bool:
    """Return True if `token` is a number in digits."""
    return token[:1].isdecimal()


def may_begin_number(token: str) -> bool:
    """Return True if a number may begin with `token`."""
    return token in _STARTS or is_digits(token)


def read_number(tokens: Sequence[str], at: int) -> Number | None:
    """Return the number that begins at `tokens[at]`, or None."""
    total, scale, end = Fraction(0), 0, at
    while (group := _read_group(tokens, end)) is not None:
        value, stop = group
        word = tokens[stop] if stop < len(tokens) else ""
        if word in _SCALES and (not scale or _SCALES[word] < scale):
            total, scale, end = total + value * _SCALES[word], _SCALES[word], stop + 1
            if end < len(tokens) and tokens[end] == "rưỡi":
                return Number(total + Fraction(scale, 2), end + 1, scale=scale)
            continue
        if not scale:
            single = stop == at + 1 and not is_digits(tokens[at])
            return Number(value, stop, plain=single)
        token = tokens[end]
        # "2 triệu 530": up to three digits go on behind a million, and stand for thousands there
        goes_on = not is_digits(token) or (scale > _THOUSAND and len(token) <= len("530"))
        if word in _SCALES or not goes_on:
            break
        step = Fraction(scale, 10 ** len(token)) if is_digits(token) else Fraction(1)
        return Number(total + value * step, stop, scale=scale)
    return Number(total, end, scale=scale) if scale else None


def _read_group(tokens: Sequence[str], at: int) -> tuple[Fraction, int] | None:
    """Return a number below a thousand in words, or any in digits, and where it ends."""
    if at >= len(tokens) or not may_begin_number(tokens[at]):
        return None
    if is_digits(tokens[at]):
        return _in_digits(tokens[at]), at + 1
    value = last = _STARTS[tokens[at]]
    end = at + 1
    while end < len(tokens) and (grown := _grow(tokens, end, value, last)) is not None:
        value, last = grown
        end += 1
    return Fraction(value), end


def _grow(tokens: Sequence[str], at: int, value: int, last: int) -> tuple[int, int] | None:
    """Return `value` with the word at `at`, and the part that the next word may add to, or None.

    `last` is the same of the word before: its value, 0 after a multiplier.
    """
    word = tokens[at]
    if word == "mươi" and 0 < last < _TEN:
        return value + (_TEN - 1) * last, 0
    if word == "trăm" and value == last < _TEN:
        return value * _HUNDRED, 0
    if word in _UNITS and last in {0, _TEN}:
        return value + _UNITS[word], _UNITS[word]
    if value < _HUNDRED or last:
        return None
    if word == "mười":
        return value + _TEN, _TEN
    linked = word in _LINKS and at + 1 < len(tokens) and tokens[at + 1] in _UNITS
    return (value, 0) if linked else None


def _in_digits(token: str) -> Fraction:
    if _THOUSANDS.fullmatch(token):
        token = token.replace(".", "")
    whole, _, rest = token.replace(",", ".").partition(".")
    return Fraction(f"{whole}.{rest.replace('.', '')}" if rest else whole)
