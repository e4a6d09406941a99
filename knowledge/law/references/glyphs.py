"""Letters of a wrong code point: they look like those of Vietnamese, and no search finds them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from knowledge.law.findings import Finding, FindingKind


def _letters(ranges: Iterable[tuple[int, int]]) -> list[str]:
    return [chr(code) for first, last in ranges for code in range(first, last + 1)]


_STROKED = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"}
"""The Icelandic and the African letter, which old keyboards and fonts give for the Vietnamese."""
_COMPOSED = ((0x2160, 0x217F), (0x2474, 0x24B5), (0xFF01, 0xFF5E), (0x1D400, 0x1D7FF))
"""Ranges of signs that stand for one or several usual ones: Ⅱ, ⑴, ⒈, ⒜, ２, 𝐛."""
_CIRCLED = ((0x2460, 0x2473), (0x24B6, 0x24E9))
"""Ranges of signs in a circle, which is read as brackets: ①, ⓑ."""
_MEANT = str.maketrans(
    _STROKED
    | {letter: unicodedata.normalize("NFKC", letter) for letter in _letters(_COMPOSED)}
    | {letter: f"({unicodedata.normalize('NFKC', letter)})" for letter in _letters(_CIRCLED)}
)


def mended(text: str) -> str:
    """Return `text` with the letters that are meant."""
    return text.translate(_MEANT)


def mended_lines(lines: Sequence[str]) -> tuple[list[str], list[Finding]]:
    """Return `lines` with the letters that are meant, and where there were others."""
    meant = [mended(line) for line in lines]
    return meant, list(_findings(lines, meant))


def _findings(lines: Sequence[str], meant: Sequence[str]) -> Iterable[Finding]:
    for number, (line, new) in enumerate(zip(lines, meant, strict=True), start=1):
        if line != new:
            wrong = dict.fromkeys(letter for letter in line if ord(letter) in _MEANT)
            yield Finding(FindingKind.WRONG_LETTERS, number, "".join(wrong), mended("".join(wrong)))
