"""The notes on the copies of documents, read anew only when a copy has changed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from knowledge.corrections import corrections_path
from knowledge.library import UnknownResolution, find_source, source_files
from knowledge.source_notes import SourceNotes, read_notes

_Stamp = tuple[int | None, ...]


def notes_of(folder: Path, resolution: str, added: Path | None = None) -> SourceNotes:
    """Return the notes on a document; none if its source is there no more."""
    try:
        source = find_source(folder, resolution, added)
    except UnknownResolution:
        return SourceNotes()
    return _read(source, _stamp(source))


def read_all(folder: Path, added: Path | None = None) -> dict[str, SourceNotes]:
    """Return the notes on all documents that there are, by id.

    Done once before the first page, it lets none wait for that.
    """
    return {source.stem: _read(source, _stamp(source)) for source in source_files(folder, added)}


@lru_cache(maxsize=1024)
def _read(source: Path, stamp: _Stamp) -> SourceNotes:  # noqa: ARG001 - a changed file is another
    return read_notes(source)


def _stamp(source: Path) -> _Stamp:
    files = (source, corrections_path(source))
    return tuple(file.stat().st_mtime_ns if file.exists() else None for file in files)
