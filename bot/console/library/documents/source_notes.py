"""The notes on the copies of documents, read anew only when a copy has changed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from knowledge.errors import DanBietError
from knowledge.library.intake.shelves import Shelves
from knowledge.library.library import LibraryUnreadable
from knowledge.library.source_notes import SourceNotes, read_notes
from knowledge.parsing.corrections import corrections_path

_Stamp = tuple[int | None, ...]


def notes_of(shelves: Shelves, resolution: str) -> SourceNotes:
    """Return the notes on a document, none if its source is gone or unreadable."""
    source = _sources(shelves).get(resolution)
    return _read(source, _stamp(source)) if source else SourceNotes()


def read_all(shelves: Shelves) -> dict[str, SourceNotes]:
    """Return the notes on all documents that there are, by id.

    A call before the first page spares visitors the wait. Notes that cannot be read are left
    out: the documents that are answered from can still be read without.
    """
    return {name: _read(source, _stamp(source)) for name, source in _sources(shelves).items()}


def has_source(shelves: Shelves, resolution: str) -> bool:
    """Return True if the library has a document of that id, whether it is answered from or not."""
    return resolution in _sources(shelves)


def _sources(shelves: Shelves) -> dict[str, Path]:
    try:
        return shelves.sources()
    except LibraryUnreadable:
        return {}


@lru_cache(maxsize=1024)
def _read(source: Path, stamp: _Stamp) -> SourceNotes:  # noqa: ARG001 - a changed file is another
    try:
        return read_notes(source)
    except DanBietError:
        return SourceNotes()


def _stamp(source: Path) -> _Stamp:
    files = (source, corrections_path(source))
    return tuple(file.stat().st_mtime_ns if file.exists() else None for file in files)
