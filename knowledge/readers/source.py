"""The entrance to all readers: a source file of any format comes in, its lines come out."""

from __future__ import annotations

from pathlib import Path

from knowledge.readers.confinement import read_confined, tell_confined
from knowledge.readers.extract import Extract, Refusal, UnreadableReason, UnreadableSource
from knowledge.readers.kept import kept_reading
from knowledge.readers.kinds import FileKind, is_plainly_text
from knowledge.readers.text.plain_text import read_text

LARGEST_FILE = 100 * 2**20
MOST_LINES = 30_000
"""Five times those of the longest code of law, as a converter wraps it."""


def read_source(path: Path) -> Extract:
    """Return the lines of the document in the file at `path`.

    The content tells the format. All that is not plainly text is told and read by a process of its
    own, which may use only so much memory and time; a reading of the same content that was kept
    beside it is taken.

    Raises:
        UnreadableSource: the file is missing, may not be read, is too big, is of a kind that is
            never read, is damaged, or needs a program that is not installed.
    """
    try:
        raw = _bytes_of(path)
        return kept_reading(path, raw) or read_bytes(raw)
    except Refusal as refusal:
        raise UnreadableSource(path, str(refusal)) from refusal


def read_bytes(raw: bytes) -> Extract:
    """Return the lines of the document that is the file content `raw`; raise Refusal."""
    extract = read_text(raw) if is_plainly_text(raw) else read_confined(raw)
    if len(extract.lines) > MOST_LINES:
        raise Refusal(UnreadableReason.TOO_LONG)
    return extract


def kind_of_bytes(raw: bytes) -> FileKind:
    """Return the kind of the file content `raw`; raise Refusal for one that is never read."""
    return FileKind.TEXT if is_plainly_text(raw) else tell_confined(raw)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise UnreadableSource(path, (error.strerror or str(error)).lower()) from error
    if len(raw) > LARGEST_FILE:
        raise Refusal(UnreadableReason.TOO_BIG, most=LARGEST_FILE // 2**20)
    return raw
