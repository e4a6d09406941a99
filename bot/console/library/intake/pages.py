"""All pages by which a document comes in, or goes."""

from __future__ import annotations

from fastapi import APIRouter

from bot.console.library.intake import bringing, condemning, deciding, examining
from bot.console.library.intake.lookup import PATH
from bot.console.visits.office import Office
from knowledge.readers.source import LARGEST_FILE

__all__ = ["LARGEST", "PAGES", "PATH", "waiting"]

# in this order: "/sua" and "/go" are not the keys of drafts
_PARTS = (bringing, condemning, examining, deciding)
PAGES = APIRouter(routes=[route for part in _PARTS for route in part.PAGES.routes])
LARGEST = LARGEST_FILE
"""Bytes that may be sent to `PATH`: a file that can be read at all."""


def waiting(office: Office) -> int:
    """Return how many drafts there are."""
    return len(office.drafts.all())
