"""The history of a published document."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.console.visits.visit import Visit
from knowledge.errors import DanBietError
from knowledge.library.intake.history import Event, history_of
from knowledge.parsing.corrections import read_corrections


@dataclass(frozen=True, slots=True)
class DocumentHistory:
    """The events of a document, oldest first, and its source, "" where nobody names one.

    `is_damaged` tells that a file of the history cannot be read.
    """

    events: tuple[Event, ...] = ()
    found_at: str = ""
    is_damaged: bool = False

    @property
    def is_on_the_web(self) -> bool:
        """Return True if `found_at` is the address of a web page."""
        try:
            address = urlsplit(self.found_at)
        except ValueError:
            return False
        return address.scheme in {"http", "https"} and bool(address.netloc)


def document_history(visit: Visit, resolution: str) -> DocumentHistory:
    """Return the history of a document."""
    shelves = visit.office.materials.shelves
    try:
        source = shelves.source(resolution)
        found_at = read_corrections(source).found_at if source else ""
        return DocumentHistory(history_of(resolution, shelves), found_at)
    except DanBietError:
        return DocumentHistory(is_damaged=True)
