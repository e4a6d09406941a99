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
    """The reason why the content of a file is not read."""

    PROGRAM = "is no text or document: it is a program"
    PICTURE = "is a picture: put the scanned pages into a PDF"
    ARCHIVE = "is an archive: take the documents out of it first"
    OTHER_ARCHIVE = "is an archive that holds no Word or OpenDocument text"
    OTHER_OFFICE = "is an Office file that holds no Word text"
    LOCKED = "is locked with a password: save it without one"
    NO_TEXT = "holds no text"
    PICTURES = "holds no text: if its pages are pictures, print it into a PDF"
    ENCODING = "is no UTF-8 text, nor Vietnamese in TCVN3, VNI or Windows-1258"
    CONTROLS = "is no text: it is full of control characters"
    NOT_UNPACKED = "is damaged: it cannot be unpacked"
    NO_XML = "is damaged: a part of it is no XML"
    NO_PDF = "is damaged: it cannot be opened as a PDF"
    NOT_OPENED = "is damaged: LibreOffice cannot open it"
    NOT_RECOGNISED = "is a scan that cannot be recognised: it may be damaged"
    NOT_READ = "is damaged: it cannot be read"
    STOPPED = "is damaged or too large: its reader stopped in the middle"
    LEADS_OUT = "is no honest document: it names files outside itself"
    BOMB = "is no honest document: it would unpack to hundreds of megabytes"
    ENTITIES = "is no honest document: its XML declares entities"
    TOO_BIG = "is too big: a document has at most {most} MB"
    TOO_LONG = "is too long for one document"
    TOO_MANY_PAGES = "is too long: at most {most} pages are read"
    TOO_MANY_SCANNED = "is too long: of scans at most {most} pages are read"
    TOO_SLOW = "took longer to read than {most} seconds"
    TOO_HARD = "takes too much computing to read"
    TOO_LARGE = "needs too much memory to read"
    TOOL_MISSING = "{what} on this machine: install it with “apt-get install {packages}”"


class Refusal(DanBietError):
    """The content of a file is not read; the door adds which file it was."""

    def __init__(self, reason: UnreadableReason, **facts: str | int) -> None:
        self.reason = reason
        self.facts = facts
        super().__init__(reason.format(**facts))


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
