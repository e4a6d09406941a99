"""Calls of Zalo's services: what they answer, or that they do not."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import httpx

from bot.channels.silence import SILENCE
from knowledge.errors import DanBietError
from prompts.render import render

_PATIENCE = 60.0
"""Seconds to wait for an answer: whoever sends a post again after less may send it twice."""
_CONNECTING = 10.0


class Unanswered(DanBietError):
    """A service could not be reached, or broke off; its address stays unnamed: it holds a token.

    `uncertain`: it may have done what it was asked to.
    """

    def __init__(self, *, uncertain: bool = False) -> None:
        self.uncertain = uncertain
        super().__init__(render("zalo/fault", fault="unanswered"))


@dataclass(frozen=True, slots=True)
class ZaloAnswer:
    """The answer of a service: `body` is empty if it was no JSON object."""

    status: int
    body: Mapping[str, Any]
    retry_after: float | None = None

    @property
    def failed(self) -> bool:
        """Return True if the service itself is in trouble, or something before it answered."""
        return self.status >= HTTPStatus.INTERNAL_SERVER_ERROR or not self.body


class Web:
    """Connections to Zalo, made when they are needed; tokens are kept out of the log."""

    def __init__(self) -> None:
        for library in ("httpx", "httpcore"):  # they log addresses, and addresses hold tokens
            logging.getLogger(library).setLevel(logging.WARNING)
        self._client: httpx.AsyncClient | None = None

    async def get(self, url: str, headers: Mapping[str, str]) -> ZaloAnswer:
        """Return what `url` answers; raise Unanswered."""
        return await self._call("GET", url, headers=headers)

    async def post(
        self, url: str, body: Mapping[str, Any], headers: Mapping[str, str]
    ) -> ZaloAnswer:
        """Return what `url` answers to a JSON `body`; raise Unanswered."""
        return await self._call("POST", url, json=body, headers=headers)

    async def submit(
        self, url: str, form: Mapping[str, str], headers: Mapping[str, str]
    ) -> ZaloAnswer:
        """Return what `url` answers to a form; raise Unanswered."""
        return await self._call("POST", url, data=form, headers=headers)

    async def close(self) -> None:
        """Let go of the connections."""
        if self._client:
            await self._client.aclose()
            self._client = None

    async def _call(self, method: str, url: str, **arguments: Any) -> ZaloAnswer:
        if self._client is None:
            timeout = httpx.Timeout(_PATIENCE, connect=_CONNECTING)
            self._client = httpx.AsyncClient(timeout=timeout)
        try:
            response = await self._client.request(method, url, **arguments)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Unanswered(uncertain=isinstance(error, SILENCE)) from None
        body = _body(response)
        return ZaloAnswer(response.status_code, body, _retry_after(response, body))


def _body(response: httpx.Response) -> Mapping[str, Any]:
    try:
        body = response.json()
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def _retry_after(response: httpx.Response, body: Mapping[str, Any]) -> float | None:
    """Return the seconds that the head asks for, or the body in Telegram's form."""
    wait = response.headers.get("retry-after", "")
    if wait.isascii() and wait.isdigit():
        return float(wait)
    parameters = body.get("parameters")
    seconds = parameters.get("retry_after") if isinstance(parameters, dict) else None
    return float(seconds) if isinstance(seconds, int | float) else None
