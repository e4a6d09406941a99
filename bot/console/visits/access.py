"""The access to the pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from fastapi import APIRouter

from bot.console.visits.office import Office
from bot.store.values import Account, Role


class Access(Enum):
    """The visitors who may see a page."""

    ANYONE = auto()
    ACCOUNT = auto()
    ADMIN = auto()

    def admits(self, account: Account | None) -> bool:
        """Return True if whoever is signed in as `account`, None for nobody, may see it."""
        if self is Access.ANYONE:
            return True
        return account is not None and (self is Access.ACCOUNT or account.role is Role.ADMIN)


@dataclass(frozen=True, slots=True)
class Section:
    """Pages that belong together, with the access to them.

    With a `path` it stands in the navigation, under the words that `visits/section.j2` has for its
    `name`; `waiting` counts the tasks there.
    """

    name: str
    access: Access
    pages: APIRouter
    path: str = ""
    waiting: Callable[[Office], int] | None = None
