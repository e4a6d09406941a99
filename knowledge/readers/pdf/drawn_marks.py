"""Accents that a PDF draws apart from their letters, put on them by where they stand."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from knowledge.readers.pdf.glyphs import Glyph

_SPACING = {
    **dict.fromkeys("´ˊ", "\u0301"),
    **dict.fromkeys("`ˋ", "\u0300"),
    **dict.fromkeys("~˜", "\u0303"),
    **dict.fromkeys("^ˆ", "\u0302"),
    "˘": "\u0306",
}
"""Accents with a width of their own, which count only over a letter, and the marks they mean."""
_SHAPES = "\u0302\u0306\u031b"
"""Marks that make another vowel (â, ă, ơ); a tone stands on what they have made."""
_NEAR = 0.3
"""Part of the height by which a mark may stand beside its letter."""
_BAND = 8.0
"""Points of a page that are looked through together."""


def composed(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Return `glyphs` with each mark as a part of the letter on which it stands."""
    everything = list(glyphs)
    marks = [glyph for glyph in everything if _mark(glyph)]
    if not marks:
        return everything
    letters = [glyph for glyph in everything if glyph.text.isalpha() and not _mark(glyph)]
    bands: defaultdict[int, list[Glyph]] = defaultdict(list)
    for letter in letters:
        bands[int(letter.base // _BAND)].append(letter)
    worn: defaultdict[Glyph, list[str]] = defaultdict(list)
    taken: set[Glyph] = set()
    for mark in marks:
        if wearer := _wearer(mark, bands):
            worn[wearer].append(_mark(mark))
            taken.add(mark)
    return [_with(glyph, worn.get(glyph, ())) for glyph in everything if glyph not in taken]


def _mark(glyph: Glyph) -> str:
    """Return the combining mark that `glyph` may be, "" for any other glyph."""
    return glyph.text if unicodedata.combining(glyph.text[0]) else _SPACING.get(glyph.text, "")


def _wearer(mark: Glyph, bands: Mapping[int, Sequence[Glyph]]) -> Glyph | None:
    """Return the letter on which `mark` stands, None for none."""
    band = int(mark.base // _BAND)
    near = [glyph for at in (band - 2, band - 1, band, band + 1) for glyph in bands.get(at, ())]
    reach = 0.0 if mark.text in _SPACING else _NEAR * mark.size
    within = [
        glyph
        for glyph in near
        if _gap(mark, glyph) <= reach and abs(mark.base - glyph.base) < glyph.size
    ]
    return min(
        within,
        key=lambda glyph: (_gap(mark, glyph), abs(_centre(mark) - _centre(glyph))),
        default=None,
    )


def _gap(mark: Glyph, letter: Glyph) -> float:
    """Return how far the middle of `mark` is from `letter`, 0 over it."""
    centre = _centre(mark)
    return max(letter.left - centre, centre - letter.right, 0.0)


def _centre(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2


def _with(letter: Glyph, marks: Iterable[str]) -> Glyph:
    """Return `letter` with `marks`, the shape of a vowel before its tone."""
    ordered = sorted(marks, key=lambda mark: mark not in _SHAPES)
    text = unicodedata.normalize("NFC", letter.text + "".join(ordered))
    return Glyph(text, letter.left, letter.right, letter.base, letter.size)
