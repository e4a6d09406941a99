"""Small raised characters: marks of notes, and exponents."""

from __future__ import annotations

import re

from knowledge.law.labels.note_marks import RAISED

_DIGITS = re.compile(r"\(?\d{1,3}\)?")
_SIGNS = re.compile(r"[\[(]?(?:\d{1,3}|\*{1,3})[\])]?(?:[,;][\[(]?(?:\d{1,3}|\*{1,3})[\])]?){0,9}")
_SIGN = re.compile(r"\d{1,3}|\*{1,3}")


def raised(text: str) -> str:
    """Return `text`, which is drawn small and raised, as `labels.note_marks` reads it.

    Raised letters that are neither a number nor stars, such as the o of "No", stay as they are.
    """
    bare = "".join(text.split())
    if _DIGITS.fullmatch(bare):
        return bare.translate(RAISED)
    if _SIGNS.fullmatch(bare):
        return "".join(f"[{sign}]" for sign in _SIGN.findall(bare))
    return text
