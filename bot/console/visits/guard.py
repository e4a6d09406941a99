"""The guard around every page: strict headers, a limit to what is sent, no traceback."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fastapi import HTTPException
from fastapi.responses import HTMLResponse
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.serving.incidents import record
from prompts.render import page

_LARGEST_BODY = 4 * 1024 * 1024
"""Bytes of a call: room for a question set of some thousand lines."""
_PASSED_OVER = 512 * 1024 * 1024
"""Bytes of an oversized call that are read on: browsers read no answer before they are done."""
_YEAR = 365 * 24 * 3600
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
    " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """An ASGI application around another."""

    def __init__(
        self, app: ASGIApp, incidents: Path, larger: Mapping[str, int], *, secure: bool
    ) -> None:
        """Take the application; `secure` tells that it is reached through HTTPS alone.

        `larger` are the paths to which more may be sent than to others, with how many bytes.
        """
        self._app, self._incidents, self._larger = app, incidents, larger
        https = {"Strict-Transport-Security": f"max-age={_YEAR}"} if secure else {}
        self._headers = {**_HEADERS, **https, "Cache-Control": "no-store"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a call."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)  # a page that shows a file says itself how
            await send(message)

        try:
            most = self._larger.get(scope["path"], _LARGEST_BODY)
            await self._app(scope, _limited(receive, most), guarded)
        except Exception as error:  # noqa: BLE001 - a page's fault is told by its trace id alone
            trace_id = record(error, self._incidents)
            if not begun:
                text = page("console/visits/incident", trace_id=trace_id)
                await HTMLResponse(text, 500)(scope, receive, guarded)


def _limited(receive: Receive, most: int) -> Receive:
    size = 0

    async def limited() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > most:
            await _pass_over(receive, message)
            raise HTTPException(413, str(most // 2**20))
        return message

    return limited


async def _pass_over(receive: Receive, message: Message) -> None:
    """Take what follows `message`, and keep nothing of it."""
    left = _PASSED_OVER
    while left > 0 and message.get("more_body"):
        message = await receive()
        left -= len(message.get("body", b""))
