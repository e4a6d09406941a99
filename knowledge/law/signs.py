"""The signs that number articles, clauses and points: 5, "5a" put in, the sub-clause "1.1"."""

from __future__ import annotations

import re

Sign = int | str
"""The sign of an article or a clause: an ordinary one is a number, any other a string."""
POINT_ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""The letters that number points (điểm): the Vietnamese alphabet without f, j, w, z."""
POINT_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
"""All letters that a point may have; some authors count with f, j, w and z too."""
OTHER_FORM = r"\d{1,4}(?:[a-zđ]\d{0,2}(?:\.\d{1,2}){0,3}|(?:\.\d{1,2}){1,3})"
"""Articles and clauses that are no mere number: one put in by an amendment, a sub-clause."""
POINT_FORM = r"[a-zđ]\d{0,2}"
"""Points: a letter, and the number that an amendment put behind it."""
NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        ("nhất một", "hai", "ba", "tư bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), start=1
    )
    for word in words.split()
}
"""The words that number divisions, articles and clauses as figures do: "Phần thứ hai"."""
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_OTHER = re.compile(OTHER_FORM)
_POINT = re.compile(POINT_FORM)
_TOKEN = re.compile(r"\d+|[^\W\d]")
_AFTER_NUMBERS = 10_000
"""A rank that puts "5a" behind all of "5.1", "5.2", …"""


def number_sign(written: str) -> Sign | None:
    """Return the sign of an article or a clause as an address has it, None where it is none."""
    plain = written.lower()
    if plain.isdecimal():
        return int(plain)
    return plain if _OTHER.fullmatch(plain) else None


def point_sign(written: str) -> str | None:
    """Return the sign of a point as an address has it, None where it is none."""
    plain = written.lower()
    return plain if _POINT.fullmatch(plain) and plain[0] in POINT_LETTERS else None


def roman(written: str) -> int:
    """Return the number that `written` is in Roman figures, 0 for what is none."""
    if not written or not set(written.upper()) <= _ROMAN.keys():
        return 0
    figures = [_ROMAN[letter] for letter in written.upper()]
    following = (*figures[1:], 0)
    return sum(
        -figure if figure < later else figure
        for figure, later in zip(figures, following, strict=True)
    )


def outer_sign(sign: Sign) -> Sign | None:
    """Return the clause of a sub-clause, 1 for "1.1"; None for what is no sub-clause."""
    above, _, step = str(sign).rpartition(".")
    return number_sign(above) if step and above else None


def encloses(sign: Sign, other: Sign) -> bool:
    """Return True if the clause `sign` has `other` as a sub-clause, at any depth."""
    return str(other).startswith(f"{sign}.")


def leading_number(sign: Sign | None) -> int:
    """Return the number that `sign` begins with, 5 for "5a"; 0 for None."""
    first = _TOKEN.match(str(sign)) if sign is not None else None
    return int(first.group()) if first and first.group().isdecimal() else 0


def rank(sign: Sign | None) -> tuple[int, ...]:
    """Return what puts signs in the order in which a document has them."""
    tokens = _TOKEN.findall(str(sign)) if sign is not None else []
    return tuple(
        int(token) if token.isdecimal() else _AFTER_NUMBERS + POINT_LETTERS.find(token)
        for token in tokens
    )
