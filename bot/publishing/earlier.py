"""The words of provisions in the versions of the index that are kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from index.errors import IndexUnreadable, IndexUnusable
from index.versions.folders import kept
from index.versions.stored import read_documents
from knowledge.law.fingerprint import mark_of_words
from knowledge.law.resolution import Address, Resolution


def words_of_marks(folder: Path, marks: Mapping[Address, str]) -> Mapping[Address, str]:
    """Return the words that left the `marks`, of those provisions of which a version has them.

    The versions lie in the `folder` of the index.
    """
    words: dict[Address, str] = {}
    for library in _libraries(folder) if marks else ():
        for address in marks.keys() - words.keys():
            document = library.get(address.resolution)
            is_there = document and document.find(address)
            mark = mark_of_words(address, document) if document and is_there else ""
            if document and mark == marks[address]:
                words[address] = words_at(address, document)
    return words


def words_at(address: Address, document: Resolution) -> str:
    """Return the words of the provision and of all inside it."""
    return "\n".join(unit.words for unit in document.inside(address) if unit.words)


def _libraries(folder: Path) -> Iterator[Mapping[str, Resolution]]:
    try:
        versions = kept(folder)
    except OSError:
        return
    for version in versions:
        with suppress(IndexUnusable, IndexUnreadable, OSError):
            yield read_documents(version)
