"""Vietnamese text as people and converters write it, brought to one form."""

from __future__ import annotations

import re
import unicodedata

CAPITALS = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""The capital letters of Vietnamese, for use inside a class of a regular expression."""
_WHITE_SPACE = re.compile(r"\s+")
_SYLLABLE = re.compile(r"[a-z0-9]+")
_STROKED = str.maketrans("đĐðÐɖƉ", "dDdDdD")
"""The Vietnamese letter, and the Icelandic and the African one that look like it."""


def normalise(text: str) -> str:
    """Return `text` in NFC, each run of white space as one space, invisible characters gone.

    Soft hyphens, zero-width and control characters are removed. Quotation marks stay as they are,
    so that a quote and its source may be compared character for character.
    """
    spaced = _WHITE_SPACE.sub(" ", unicodedata.normalize("NFC", text))
    visible = "".join(letter for letter in spaced if not _invisible(letter))
    return _WHITE_SPACE.sub(" ", visible).strip()


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics ("Đánh giá" becomes "danh gia").

    Both tone placements, both Unicode forms and typing without diacritics fold to the same string.
    Vietnamese text in NFC keeps its length, so positions found in the folded text hold in `text`.
    """
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKED))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


def has_diacritics(text: str) -> bool:
    """Return True if a letter of `text` bears a mark, as in nearly all Vietnamese sentences."""
    return fold(text) != unicodedata.normalize("NFC", text).lower()


def syllables(text: str) -> list[str]:
    """Return the folded syllables and numbers of `text` in order, punctuation left out."""
    return _SYLLABLE.findall(fold(text))


def without_foreign_letters(text: str) -> str:
    """Return `text` without the letters of other scripts than Latin, such as a stray 干涉."""
    return "".join(letter for letter in text if not _foreign(letter))


def foreign_letters(text: str) -> str:
    """Return the letters of other scripts than Latin that stand in `text`."""
    return "".join(letter for letter in text if _foreign(letter))


def _invisible(letter: str) -> bool:
    return letter != " " and unicodedata.category(letter) in {"Cc", "Cf"}


def _foreign(letter: str) -> bool:
    return letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN")
