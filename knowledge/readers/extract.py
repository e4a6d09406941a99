"""The result of reading a file, and the error for a file that cannot be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from knowledge.errors import DanBietError
from knowledge.law.findings import Finding

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LINE_END = re.compile(r"\r\n?|\n")


class UnreadableSource(DanBietError):
    """A file that cannot be read as a document."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class UnreadableReason(StrEnum):
    """The reason why the content of a file is not read; told by `faults/readers`."""

    PROGRAM = "program"
    PICTURE = "picture"
    ARCHIVE = "archive"
    OTHER_ARCHIVE = "other_archive"
    OTHER_OFFICE = "other_office"
    LOCKED = "locked"
    NO_TEXT = "no_text"
    PICTURES = "pictures"
    ENCODING = "encoding"
    CONTROLS = "controls"
    NOT_UNPACKED = "not_unpacked"
    NO_XML = "no_xml"
    NO_PDF = "no_pdf"
    NOT_OPENED = "not_opened"
    NOT_RECOGNISED = "not_recognised"
    NOT_READ = "not_read"
    STOPPED = "stopped"
    LEADS_OUT = "leads_out"
    BOMB = "bomb"
    ENTITIES = "entities"
    TOO_BIG = "too_big"
    TOO_LONG = "too_long"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MANY_SCANNED = "too_many_scanned"
    TOO_SLOW = "too_slow"
    TOO_HARD = "too_hard"
    TOO_LARGE = "too_large"
    TOOL_MISSING = "tool_missing"


class Refusal(DanBietError):
    """The content of a file is not read; the door adds which file it was."""

    def __init__(self, reason: UnreadableReason, **facts: str | int) -> None:
        self.reason = reason
        self.facts = facts
        told = "".join(f", {name}: {fact}" for name, fact in facts.items())
        super().__init__(f"the file is not read: {reason.value}{told}")


class Scanned(Refusal):
    """Pages of a file are pictures: to be read only after a recognition of their text.

    `is_garbled` tells that the text that the file holds is of no use, on no page.
    """

    def __init__(self, pages: int, *, is_garbled: bool = False) -> None:
        self.pages = pages
        self.is_garbled = is_garbled
        super().__init__(UnreadableReason.PICTURES)


@dataclass(frozen=True, slots=True)
class Extract:
    """The lines of a document in NFC, and what its reader left out or had to guess.

    A line of the findings counts in `lines` from 1. `kind` is the usual ending of such files.
    `pages` tells, of as many lines as it has, on which page of the file each begins, from 1.
    """

    lines: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    kind: str = "txt"
    pages: tuple[int, ...] = ()

    def page_of(self, line: int) -> int | None:
        """Return the page on which a line begins, counted from 1; None where nothing tells it."""
        return self.pages[line - 1] if 0 < line <= len(self.pages) else None


def tidy_lines(text: str) -> list[str]:
    """Return the lines of `text` in NFC, each run of white space as one blank.

    Zero-width characters and soft hyphens are dropped.
    """
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    return [" ".join(line.split()) for line in _LINE_END.split(text)]


def tidy(lines: Iterable[str]) -> tuple[str, ...]:
    """Return `lines` as `tidy_lines` makes them; one that holds a line end becomes several."""
    return tuple(tidied for line in lines for tidied in tidy_lines(line))
