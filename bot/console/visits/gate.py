"""The gate before every page: it lets in those whom the page is for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import HTTPException, Request

from bot.console.visits.access import Access
from bot.console.visits.visit import CurrentVisit
from knowledge.errors import DanBietError

_CHANGES_NOTHING = frozenset({"GET", "HEAD", "OPTIONS"})
STALE = "stale"
"""The detail of a 403 for a form that did not come from a page of this visitor."""


class SignInFirst(DanBietError):
    """Nobody is signed in, and the page is not for everyone."""

    def __init__(self) -> None:
        super().__init__("sign in first")


def gate(access: Access) -> Callable[[Request, CurrentVisit], Awaitable[None]]:
    """Return the dependency that lets only those through whom `access` admits.

    A request that may change something has to carry the token of the visitor's own pages, in a
    form or in the header X-CSRF-Token.
    """

    async def passes(request: Request, visit: CurrentVisit) -> None:
        if not access.admits(visit.account):
            raise HTTPException(403) if visit.account else SignInFirst
        if request.method not in _CHANGES_NOTHING and not visit.is_own(await _shown(request)):
            await request.close()
            raise HTTPException(403, STALE)

    return passes


async def _shown(request: Request) -> str:
    header = request.headers.get("x-csrf-token")
    if header is not None:
        return header
    field = (await request.form()).get("csrf")
    return field if isinstance(field, str) else ""
