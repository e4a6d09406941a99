"""The file of a document as it was brought, beside what was read from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fastapi import Response

from bot.console.library.documents.opened_document import (
    DocumentTarget,
    open_document,
)
from bot.console.visits.guard import POLICY
from bot.console.visits.visit import Visit
from knowledge.law.resolution import Address, Resolution
from knowledge.library.intake.shelves import digest
from knowledge.library.source_notes import SourceNotes
from knowledge.readers.extract import Extract
from knowledge.readers.source import read_source

_HEAD = 1024
"""Bytes at the start in which a PDF must say what it is."""
_SHOWS_FRAME = {"Content-Security-Policy": f"{POLICY}; frame-src 'self'"}
_SHOWN = {
    "Content-Security-Policy": "default-src 'none'; object-src 'self'; frame-ancestors 'self'",
    "X-Frame-Options": "SAMEORIGIN",
}
"""The headers of a PDF: it opens in a frame of the console, and none of its scripts run."""
_KEPT_OUT = {"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox"}
"""The headers of any other file: it is kept, never opened as a page of this site."""


@dataclass(frozen=True, slots=True)
class OriginalPlace:
    """The place of a provision in the original: its lines from 1, and the page of the first."""

    first: int
    last: int
    page: int | None


@dataclass(frozen=True, slots=True)
class Original:
    """The text that was read from a file; `is_pdf` tells that a browser can show the file."""

    extract: Extract
    is_pdf: bool

    def place(self, document: Resolution, address: Address) -> OriginalPlace | None:
        """Return where a provision stands, None where that is not known."""
        unit = document.find(address)
        if unit is None or unit.first_line < 1 or document.file_of(address) != document.id:
            return None
        return OriginalPlace(unit.first_line, unit.last_line, self.extract.page_of(unit.first_line))


def compare(visit: Visit, source: Path, document: Resolution, here: str, chosen: str) -> Response:
    """Show `document` beside its `source`, both opened at the provision with the anchor `chosen`.

    `here` is the path of the document; raises UnreadableSource.
    """
    original = Original(read_source(source), _is_pdf(source.read_bytes()))
    paragraphs = open_document(document, SourceNotes(), DocumentTarget(chosen)).paragraphs
    places = {
        paragraph.anchor: original.place(document, paragraph.address) for paragraph in paragraphs
    }
    response = visit.show(
        "library/documents/original",
        document=document,
        paragraphs=paragraphs,
        places=places,
        original=original,
        at=places.get(chosen) or next(filter(None, places.values()), None),
        chosen=chosen,
        here=here,
        file=f"{here}/tep",
        version=digest(source)[:12],
    )
    response.headers.update(_SHOWS_FRAME)
    return response


def send(source: Path) -> Response:
    """Return the file itself: a PDF to be looked at, any other to be kept."""
    content = source.read_bytes()
    name = f"{source.stem}{source.suffix}".encode("ascii", "ignore").decode()
    shown = _is_pdf(content)
    return Response(
        content,
        media_type="application/pdf" if shown else "application/octet-stream",
        headers={
            **(_SHOWN if shown else _KEPT_OUT),
            "Content-Disposition": f'{"inline" if shown else "attachment"}; filename="{name}"',
        },
    )


def _is_pdf(content: bytes) -> bool:
    """Return True if the head names a PDF: browsers are told the type, and never guess it."""
    return b"%PDF-" in content[:_HEAD]
