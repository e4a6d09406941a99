"""All pages by which a document comes in."""

from __future__ import annotations

from fastapi import APIRouter

from bot.console.intake import bringing, deciding, examining
from bot.console.intake.shelf import PATH
from bot.console.visit import Visit
from knowledge.readers.source import LARGEST_FILE

__all__ = ["LARGEST", "PAGES", "PATH", "waiting"]

# in this order: "/sua" is not the key of a draft
PAGES = APIRouter(routes=[*bringing.PAGES.routes, *examining.PAGES.routes, *deciding.PAGES.routes])
LARGEST = LARGEST_FILE
"""Bytes that may be sent to `PATH`: a file that can be read at all."""


def waiting(visit: Visit) -> int:
    """Return how many drafts there are."""
    return len(visit.office.drafts.all())
