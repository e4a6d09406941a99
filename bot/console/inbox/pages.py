"""All pages of the inbox."""

from __future__ import annotations

from fastapi import APIRouter

from bot.console.inbox import case, listing, samples, undelivered

# in this order: "/cau-mau" is not the number of a case
_PARTS = (listing, samples, undelivered, case)
PAGES = APIRouter(routes=[route for part in _PARTS for route in part.PAGES.routes])
