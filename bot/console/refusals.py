"""The pages of refusals."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.exceptions import HTTPException as AnyHTTPException

from bot.console.library.documents.resolutions import NOT_SERVED
from bot.console.library.intake.lookup import NO_DRAFT
from bot.console.visits.gate import STALE, SignInFirst
from bot.console.visits.visit import COOKIE, arrive
from bot.serving.incidents import record
from knowledge.library.library import LibraryUnreadable
from knowledge.matters.jsonl import BadLine
from knowledge.parsing.corrections import BadCorrections
from knowledge.readers.extract import UnreadableSource
from prompts.render import page

SIGN_IN = "/dang-nhap"
_KNOWN = {STALE, NO_DRAFT, NOT_SERVED}
_UNREADABLE = (LibraryUnreadable, UnreadableSource, BadCorrections, BadLine)


def add_refusals(app: FastAPI) -> None:
    """Let `app` refuse in Vietnamese."""
    app.add_exception_handler(SignInFirst, _sign_in)
    app.add_exception_handler(AnyHTTPException, _refuse)
    app.add_exception_handler(
        RequestValidationError, lambda request, _: _refuse(request, HTTPException(422))
    )
    for kind in _UNREADABLE:
        app.add_exception_handler(kind, _tell_damage)


def _sign_in(request: Request, _: Exception) -> Response:
    """Lead to the page for signing in, and from there back.

    A link on another site brings no cookie along (SameSite=Strict): the page that is asked for is
    then loaded once more by itself, which does.
    """
    if COOKIE not in request.cookies and request.headers.get("sec-fetch-site") == "cross-site":
        return HTMLResponse(page("console/once_more"), headers={"Refresh": "0"})
    wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    back = wanted if request.method == "GET" else "/"
    to = f"{SIGN_IN}?tiep={quote(back, safe='/')}"
    if "hx-request" in request.headers:
        return Response(status_code=401, headers={"HX-Redirect": to})
    return RedirectResponse(to, 303)


def _refuse(request: Request, error: Exception) -> Response:
    if not isinstance(error, AnyHTTPException):
        raise error
    reason = error.detail if error.detail in _KNOWN else str(error.status_code)
    facts = {"reason": reason, "detail": error.detail}
    response = arrive(request).show("refusal", error.status_code, **facts)
    response.headers.update(error.headers or {})
    return response


def _tell_damage(request: Request, error: Exception) -> Response:
    """Tell that a file of the library is damaged, without which the page cannot be shown."""
    visit = arrive(request)
    incident = record(error, visit.office.incidents)
    where = (error.path.name, error.line) if isinstance(error, BadLine) else None
    return visit.show("refusal", 500, reason="library", detail=incident, where=where)
