"""Who may see which pages, and the gate before them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum, auto

from fastapi import APIRouter, HTTPException, Request

from bot.console.visits.visit import Here, Visit
from bot.store.role import Role
from bot.store.values import Account
from knowledge.errors import DanBietError

_CHANGES_NOTHING = frozenset({"GET", "HEAD", "OPTIONS"})
STALE = "stale"
"""The detail of a 403 for a form that did not come from a page of this visitor."""


class Access(Enum):
    """Who may see a page."""

    ANYONE = auto()
    STAFF = auto()
    ADMIN = auto()

    def admits(self, account: Account | None) -> bool:
        """Return True if whoever is signed in as `account`, None for nobody, may see it."""
        if self is Access.ANYONE:
            return True
        return account is not None and (self is Access.STAFF or account.role is Role.ADMIN)


@dataclass(frozen=True, slots=True)
class Section:
    """Pages that belong together, and who may see them.

    One with a `path` stands in the navigation, under the words that
    `prompts/templates/console/section.j2` has for its `name`; `waiting` counts what is to be done
    there.
    """

    name: str
    access: Access
    pages: APIRouter
    path: str = ""
    waiting: Callable[[Visit], int] | None = None


class SignInFirst(DanBietError):
    """Nobody is signed in, and the page is not for everyone."""

    def __init__(self) -> None:
        super().__init__("sign in first")


def gate(access: Access) -> Callable[[Request, Here], Awaitable[None]]:
    """Return the dependency that lets only those through whom `access` admits.

    What may change something has to carry the token of the visitor's own pages, in a form or in
    the header X-CSRF-Token.
    """

    async def passes(request: Request, visit: Here) -> None:
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
