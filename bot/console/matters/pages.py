"""All pages of the matters."""

from __future__ import annotations

from fastapi import APIRouter

from bot.console.matters import line, listing, matter, sheet

# in this order: "/moi" is no matter
PAGES = APIRouter(
    routes=[*listing.PAGES.routes, *sheet.PAGES.routes, *line.PAGES.routes, *matter.PAGES.routes]
)
