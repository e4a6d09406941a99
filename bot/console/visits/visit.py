"""The call of a visitor: the account, and the ways to answer."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import Depends, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from bot.console.visits.access import Section
from bot.console.visits.office import Office
from bot.conversation.situation import VIETNAM
from bot.store.accounts.audit import StaffAction
from bot.store.accounts.sessions import new_token
from bot.store.values import Account
from prompts.render import page

COOKIE = "danbiet"
_DONE = "danbiet-xong"
_LOCAL = re.compile(r"/(?![/\\])[^\x00-\x20\x7f\\]*")


@dataclass(frozen=True, slots=True)
class Visit:
    """A call of a page; `token` is the visitor's, signed in or not."""

    office: Office
    request: Request
    token: str
    account: Account | None

    @property
    def name(self) -> str:
        """Return the name of the account, "" for who is not signed in."""
        return self.account.name if self.account else ""

    @property
    def now(self) -> datetime:
        """Return the moment of the call."""
        return self.office.clock()

    @property
    def today(self) -> date:
        """Return the day of the call in Vietnam."""
        return self.now.astimezone(VIETNAM).date()

    @property
    def path(self) -> str:
        """Return the path that was called."""
        return self.request.url.path

    @property
    def address(self) -> str:
        """Return the network address of the visitor."""
        return self.request.client.host if self.request.client else ""

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the sections of the navigation that the visitor may see."""
        known: tuple[Section, ...] = self.request.app.state.sections
        if self.account is None:
            return ()
        return tuple(
            section for section in known if section.path and section.access.admits(self.account)
        )

    @property
    def csrf(self) -> str:
        """Return the token that forms have to carry; nobody else can know it."""
        key = self.office.key.derive("csrf").encode("ascii")
        return hmac.new(key, self.token.encode(), hashlib.sha256).hexdigest()

    @property
    def done_before(self) -> str:
        """Return the action that led to this page, "" for none."""
        action = self.request.cookies.get(_DONE, "")
        return action if action in set(StaffAction) else ""

    def is_own(self, csrf: str) -> bool:
        """Return True if `csrf` stood in a page of this very visitor."""
        return hmac.compare_digest(csrf.encode(), self.csrf.encode())

    def show(self, template: str, status: int = 200, **facts: object) -> Response:
        """Return the page `template` of the console with `facts`."""
        text = page(f"console/{template}", visit=self, **facts)
        response = HTMLResponse(text, status)
        if self.request.cookies.get(COOKIE) != self.token:
            self.keep(response, self.token)
        if _DONE in self.request.cookies:
            response.delete_cookie(_DONE, httponly=True, samesite="strict")
        return response

    def done(self, action: StaffAction, to: str, about: str = "") -> Response:
        """Log that the visitor did `action` to `about`; lead to `to`, which confirms it."""
        self.note(action, about)
        response = self.go(to)
        secure = self.office.secure_cookies
        response.set_cookie(_DONE, action, secure=secure, httponly=True, samesite="strict")
        return response

    def note(self, action: StaffAction, about: str = "") -> None:
        """Log that the visitor did `action` to `about`."""
        self.office.audit.note(self.name, action, self.now, about)

    def go(self, to: str) -> Response:
        """Lead to the page `to`; to the first page if that is not one of the console."""
        return RedirectResponse(local_path(to), 303)

    def keep(self, response: Response, token: str) -> None:
        """Let the browser keep `token`, out of the reach of scripts and of other sites."""
        secure = self.office.secure_cookies
        response.set_cookie(COOKIE, token, secure=secure, httponly=True, samesite="strict")


def local_path(path: str) -> str:
    """Return `path` if it is a path of this server, else "/"."""
    return path if _LOCAL.fullmatch(path) else "/"


def arrive(request: Request) -> Visit:
    """Return the visit of `request`."""
    office: Office = request.app.state.office
    token = request.cookies.get(COOKIE)
    if not token:
        return Visit(office, request, new_token(), None)
    return Visit(office, request, token, office.sessions.account(token, office.clock()))


CurrentVisit = Annotated[Visit, Depends(arrive)]
"""The parameter by which a page gets its visit."""
