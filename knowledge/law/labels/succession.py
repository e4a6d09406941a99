"""The signs that may come next in the series of articles, of clauses and of points."""

from __future__ import annotations

import re

from knowledge.law.signs import POINT_ALPHABET, POINT_LETTERS, Sign, leading_number

_PUT_IN = re.compile(r"(?P<base>\d+|[^\W\d_])(?P<letter>[^\W\d_])?(?P<number>\d+)?")


def next_letter(letter: str | None) -> str:
    """Return the letter of points after `letter`, the first after None, "" after the last.

    A letter that is not Vietnamese takes no place of its own: "g" follows "e" and "f" alike.
    """
    if letter is None:
        return POINT_ALPHABET[0]
    behind = POINT_LETTERS[POINT_LETTERS.index(letter) + 1 :]
    return next((sign for sign in behind if sign in POINT_ALPHABET), "")


def next_numbers(sign: Sign | None) -> tuple[str, ...]:
    """Return what may follow the article or the clause `sign`, the usual sign first.

    After 5 come "6", "5a" and "5.1"; after "5.1" also "5.2".
    """
    ordinary = str(leading_number(sign) + 1)
    if sign is None:
        return (ordinary,)
    head, *steps = str(sign).split(".")
    inner = [
        ".".join((head, *steps[:depth], str(int(steps[depth]) + 1))) for depth in range(len(steps))
    ]
    return (ordinary, *_put_in_after(head), *reversed(inner), f"{sign}.1")


def next_points(sign: str | None) -> tuple[str, ...]:
    """Return what may follow the point `sign`: "e" and "đ1" after "đ"."""
    if sign is None:
        return (next_letter(None),)
    letter, number = sign[0], sign[1:]
    return (next_letter(letter), f"{letter}{int(number or 0) + 1}")


def _put_in_after(head: str) -> tuple[str, ...]:
    """Return what an amendment may have put behind the number `head`: "5b" and "5a1" after "5a"."""
    match = _PUT_IN.fullmatch(head)
    if match is None or match["letter"] is None:
        return (f"{head}{POINT_ALPHABET[0]}",)
    base, letter, number = match["base"], match["letter"], match["number"]
    return (f"{base}{next_letter(letter)}", f"{base}{letter}{int(number or 0) + 1}")
