"""Vietnamese written as before Unicode, for tests: the way back from what the reader does."""

from __future__ import annotations

import unicodedata

from knowledge.readers.text.encodings import Legacy, decoded, western

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_LETTERS = [
    unicodedata.normalize("NFC", case(vowel) + tone)
    for vowel in _VOWELS
    for tone in _TONES
    for case in (str.lower, str.upper)
] + ["đ", "Đ"]


def encoded(text: str, legacy: Legacy) -> bytes:
    """Return `text` in `legacy`; TCVN3 has no capitals with tones, so they become small."""
    if legacy is Legacy.WINDOWS_1258:
        return "".join(map(_taken_apart, text)).encode("cp1258", "replace")
    known = _signs(legacy)
    signs = (known.get(letter) or known.get(letter.lower()) or letter for letter in text)
    return "".join(signs).encode("cp1252", "replace")


def _signs(legacy: Legacy) -> dict[str, str]:
    """Return how `legacy` writes each Vietnamese letter, tried out on the reader's own table."""
    western_letters = [western(bytes([byte])) for byte in range(0xA1, 0x100)]
    plain = [*"aeiouyAEIOUY", *western_letters]
    pairs = [first + second for first in plain for second in western_letters]
    written: dict[str, str] = {}
    for sign in [*western_letters, *(pairs if legacy is Legacy.VNI else ())]:
        letter = decoded(sign, legacy)
        if letter in _LETTERS and letter != sign:
            written.setdefault(letter, sign)
    return written


def _taken_apart(letter: str) -> str:
    """Return the letter as Windows-1258 has it: a vowel with its shape, then its tone."""
    whole = unicodedata.normalize("NFD", letter)
    tones = [mark for mark in whole[1:] if mark in _TONES]
    shape = "".join(mark for mark in whole if mark not in tones)
    return unicodedata.normalize("NFC", shape) + "".join(tones)
