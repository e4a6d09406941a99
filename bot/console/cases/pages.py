"""All pages of the cases."""

from __future__ import annotations

from fastapi import APIRouter

from bot.console.cases import case, listing, sample_questions, undelivered

# in this order: "/cau-mau" is not the number of a case
_PARTS = (listing, sample_questions, undelivered, case)
PAGES = APIRouter(routes=[route for part in _PARTS for route in part.PAGES.routes])
