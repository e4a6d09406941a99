"""All pages of the matters."""

from __future__ import annotations

from fastapi import APIRouter

from bot.console.guide.matters import listing, matter
from bot.console.guide.matters.writing import line, office, sheet

_PARTS = (listing, sheet, office, line, matter)
"""In this order: "/moi" is no matter."""
PAGES = APIRouter(routes=[route for part in _PARTS for route in part.PAGES.routes])
