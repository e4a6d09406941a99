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


class _Bare(dict[int, str]):
    """Letters without their diacritics, by code point, each found out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        parts = unicodedata.normalize("NFD", letter.translate(_STROKED))
        bare = "".join(part for part in parts if not unicodedata.combining(part))
        return self.setdefault(code, bare)


_BARE = _Bare()


def normalise(text: str) -> str:
    """Return `text` in NFC, each run of white space as one space, invisible characters gone.

    Soft hyphens, zero-width and control characters are removed. Quotation marks stay as they are,
    so that a quote and its source may be compared character for character.
    """
    spaced = _WHITE_SPACE.sub(" ", unicodedata.normalize("NFC", text))
    if spaced.isprintable():  # nothing invisible stands in nearly all texts
        return spaced.strip()
    visible = "".join(
        letter
        for letter in spaced
        if letter == " " or unicodedata.category(letter) not in {"Cc", "Cf"}
    )
    return _WHITE_SPACE.sub(" ", visible).strip()


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics ("Đánh giá" becomes "danh gia").

    Both tone placements, both Unicode forms and typing without diacritics fold to the same string.
    Vietnamese text in NFC keeps its length, so positions found in the folded text hold in `text`.
    """
    return (text if text.isascii() else text.translate(_BARE)).lower()


def has_diacritics(text: str) -> bool:
    """Return True if a letter of `text` bears a mark, as in nearly all Vietnamese sentences."""
    return fold(text) != unicodedata.normalize("NFC", text).lower()


def syllables(text: str) -> list[str]:
    """Return the folded syllables and numbers of `text` in order, punctuation left out."""
    return _SYLLABLE.findall(fold(text))


def without_foreign_letters(text: str) -> str:
    """Return `text` without the letters of other scripts than Latin, such as a stray 干涉."""
    foreign = _foreign_ones(text)
    return "".join(letter for letter in text if letter not in foreign) if foreign else text


def foreign_letters(text: str) -> str:
    """Return the letters of other scripts than Latin that stand in `text`."""
    foreign = _foreign_ones(text)
    return "".join(letter for letter in text if letter in foreign)


def _foreign_ones(text: str) -> set[str]:
    return {
        letter
        for letter in set(text)  # a text has few different letters
        if letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN")
    }
