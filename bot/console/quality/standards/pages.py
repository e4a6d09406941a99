"""All pages of the question sets."""

from __future__ import annotations

from fastapi import APIRouter

from bot.console.quality.standards import questions, runs, sets

# in this order: "/them" is not the number of a set
PAGES = APIRouter(routes=[*questions.PAGES.routes, *runs.PAGES.routes, *sets.PAGES.routes])
