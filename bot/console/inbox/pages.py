"""All pages of the inbox."""

from __future__ import annotations

from fastapi import APIRouter

from bot.console.inbox import case, listing, samples

# in this order: "/cau-mau" is not the number of a case
PAGES = APIRouter(routes=[*listing.PAGES.routes, *samples.PAGES.routes, *case.PAGES.routes])
