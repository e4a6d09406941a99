"""Messages without a sentence: an address on the web, a number, a picture."""

from __future__ import annotations

import re
import unicodedata

from bot.answer.understand.acts.act import Act

_LINK = re.compile(
    r"(?:https?://|www\.)\S+|\S+\.(?:vn|com|net|org|gov|info|me|ly)(?:/\S*)?", re.IGNORECASE
)
_NUMBER = re.compile(r"[\d\s.,+()/-]*\d[\d\s.,+()/-]*")
_SMILE = re.compile(r"[:;=][-']?[)(DPpv3<]+")
_LEAST_DIGITS = 3
"""Digits from which on a number is none that chooses what is offered."""


def find_bare(text: str) -> Act | None:
    """Return what a message is that holds no word, None if it holds one or is empty."""
    said = text.strip()
    if _LINK.fullmatch(said):
        return Act.LINK
    if _NUMBER.fullmatch(said) and sum(map(str.isdigit, said)) >= _LEAST_DIGITS:
        return Act.NUMBER
    return Act.PICTURE if _is_picture(said) else None


def _is_picture(said: str) -> bool:
    """Return True if `said` is drawn with emoji, or with signs as ":)))"."""
    drawn = any(unicodedata.category(sign) == "So" for sign in said)
    return _SMILE.fullmatch(said) is not None or (drawn and not any(map(str.isalnum, said)))
