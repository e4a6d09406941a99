"""The footnotes and endnotes of a Word file, numbered as they are referred to."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from knowledge.readers.word.package import Package
from knowledge.readers.word.wordml import children, value

_PARTS = {
    "footnoteReference": ("word/footnotes.xml", "footnote"),
    "endnoteReference": ("word/endnotes.xml", "endnote"),
}


class FootNotes:
    """The notes of one document; the file numbers none, whoever draws its pages does."""

    def __init__(self, package: Package) -> None:
        """Read the parts of `package` that hold notes; raise Refusal for damaged ones."""
        self._notes = {
            (reference, value(note, "id")): note
            for reference, (part, name) in _PARTS.items()
            for note in children(package.xml(part), name)
        }
        self._signs: dict[tuple[str, str], int] = {}

    def mark(self, reference: str, number: str) -> str:
        """Return the mark that leads to the note `number`, "" where there is no such note."""
        key = reference, number
        if key not in self._notes:
            return ""
        sign = self._signs.setdefault(key, len(self._signs) + 1)
        return f"[{sign}]"

    def referred(self) -> Iterator[tuple[int, etree._Element]]:
        """Yield the notes to which marks lead, with their signs, in order."""
        for key, sign in self._signs.items():
            yield sign, self._notes[key]
