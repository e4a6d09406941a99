"""Raw keystrokes of the two Vietnamese ways of typing: Telex ("quyeets") and VNI ("quye6t1")."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from knowledge.language.tones import place_tone

_TELEX_TONES: Final = dict(zip("sfrxj", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_TONES: Final = dict(zip("12345", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_TELEX_SHAPES: Final = (
    ("dd", "đ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("uow", "ươ"), ("uwow", "ươ"),
    ("uwo", "ươ"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"),
)  # fmt: skip
_VNI_SHAPES: Final = (
    ("d9", "đ"), ("a6", "â"), ("e6", "ê"), ("o6", "ô"), ("uo7", "ươ"), ("u7o7", "ươ"),
    ("u7o", "ươ"), ("a8", "ă"), ("o7", "ơ"), ("u7", "ư"),
)  # fmt: skip
_LATE: Final = re.compile(r"^(\w*?)([aeou])([^\Waeou]+?)\2([sfrxj]?)$")
"""A vowel typed again at the end of its syllable, as in "quyete"."""
_LATE_D: Final = re.compile(r"^d(\w+?)d([sfrxj]?)$")


def decode(typed: str) -> str | None:
    """Return the syllable that the keystrokes `typed`, in lower case, spell; None if none."""
    if not typed.isascii() or not typed[:1].isalpha():
        return None
    keys, tones, shapes = typed, _VNI_TONES, _VNI_SHAPES
    if not any(sign.isdigit() for sign in typed):
        keys = _LATE_D.sub(r"dd\1\2", _LATE.sub(r"\1\2\2\3\4", typed))
        tones, shapes = _TELEX_TONES, _TELEX_SHAPES
    moved, tone = _without_tone(keys, tones)
    for pressed, letter in sorted(shapes, key=lambda shape: -len(shape[0])):
        moved = moved.replace(pressed, letter)
    decoded = _toned(moved, tone)
    return decoded if decoded and decoded.isalpha() and decoded != typed else None


def _without_tone(typed: str, tones: dict[str, str]) -> tuple[str, str]:
    """Return `typed` without the last key that sets a tone, and the tone."""
    places = [place for place, sign in enumerate(typed) if place and sign in tones]
    if not places:
        return typed, ""
    last = places[-1]
    return typed[:last] + typed[last + 1 :], tones[typed[last]]


def _toned(letters: str, tone: str) -> str:
    """Return `letters` with `tone` on a vowel; `place_tone` moves it where it belongs."""
    vowel = re.search(r"[aăâeêioôơuưy](?!.*[aăâeêioôơuưy])", letters)
    if not tone or vowel is None:
        return letters
    marked = f"{letters[: vowel.end()]}{tone}{letters[vowel.end() :]}"
    return place_tone(unicodedata.normalize("NFC", marked))
