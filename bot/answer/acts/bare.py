"""Messages without a sentence: an address on the web, a number, a picture, another script."""

from __future__ import annotations

import re
import unicodedata

from bot.answer.acts.act import Act
from knowledge.language.text import foreign_letters

_LINK = re.compile(
    r"(?:https?://|www\.)\S+|\S+\.(?:vn|com|net|org|gov|info|me|ly)(?:/\S*)?", re.IGNORECASE
)
_NUMBER = re.compile(r"[\d\s.,+()/-]*\d[\d\s.,+()/-]*")
_SMILE = re.compile(r"[:;=][-']?[)(DPpv3<]+")
_LEAST_DIGITS = 3
"""Digits from which on a number is none that chooses what is offered."""


def find_bare(text: str) -> Act | None:
    """Return what a message is that holds no word of Vietnamese, None if it may hold one."""
    said = text.strip()
    if _LINK.fullmatch(said):
        return Act.LINK
    if _NUMBER.fullmatch(said) and sum(map(str.isdigit, said)) >= _LEAST_DIGITS:
        return Act.NUMBER
    if 2 * len(foreign_letters(said)) > sum(map(str.isalpha, said)):
        return Act.OTHER_LANGUAGE
    return Act.PICTURE if _is_picture(said) else None


def _is_picture(said: str) -> bool:
    """Return True if `said` is drawn with emoji, or with signs as ":)))"."""
    drawn = any(unicodedata.category(sign) == "So" for sign in said)
    return _SMILE.fullmatch(said) is not None or (drawn and not any(map(str.isalnum, said)))
