"""Zalo's OAuth: an admin's permission to a first pair of tokens, and each pair to the next."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from bot.channels.zalo.web import Unanswered, Web
from knowledge.errors import DanBietError
from prompts.render import render

_USED_UP = 0.8
"""The part of an access token's life after which the next is fetched: the rest is for mending."""
_LEAST_LIFE, _LONGEST_LIFE = 60, 31_536_000
"""Seconds: whatever Zalo says of it, a pair that was given is not lost."""


class OAuthRefusal(DanBietError):
    """Zalo does not give tokens for what it was shown."""

    def __init__(self, code: object, description: str) -> None:
        super().__init__(
            render("zalo/fault", fault="oauth_refusal", code=code, description=description)
        )


@dataclass(frozen=True, slots=True, repr=False)
class Pair:
    """An access token, used until it is `due`, and what the next pair is had for, once."""

    access: str
    refresh: str
    due: datetime
    expires: datetime


@dataclass(frozen=True, slots=True, repr=False)
class Proof:
    """Shows that whoever redeems a code is who asked for it (PKCE, RFC 7636)."""

    verifier: str
    state: str

    @classmethod
    def new(cls) -> Proof:
        """Return one that nobody can guess."""
        return cls(secrets.token_urlsafe(32), secrets.token_urlsafe(12))

    @property
    def challenge(self) -> str:
        """Return what may be seen of the verifier beforehand."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


class OAuth:
    """The service that gives tokens to one app."""

    def __init__(
        self, url: str, app_id: str, app_secret: str, clock: Callable[[], datetime]
    ) -> None:
        """Take the address of the service, and the app's name and secret there."""
        self._url, self._app_id, self._secret = url.rstrip("/"), app_id, app_secret
        self._clock = clock
        self._web = Web()

    def permission_url(self, callback: str, proof: Proof) -> str:
        """Return where an admin of the account gives permission, to be led back to `callback`."""
        query = {
            "app_id": self._app_id,
            "redirect_uri": callback,
            "code_challenge": proof.challenge,
            "state": proof.state,
        }
        return f"{self._url}/v4/oa/permission?{urlencode(query)}"

    async def redeem(self, code: str, proof: Proof) -> Pair:
        """Return the pair for the `code` of a permission; raise OAuthRefusal or Unanswered."""
        return await self._ask(
            grant_type="authorization_code", code=code, code_verifier=proof.verifier
        )

    async def refresh(self, token: str) -> Pair:
        """Return the next pair; `token` is used up. Raise OAuthRefusal or Unanswered."""
        return await self._ask(grant_type="refresh_token", refresh_token=token)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._web.close()

    async def _ask(self, **form: str) -> Pair:
        asked_at = self._clock()
        answer = await self._web.submit(
            f"{self._url}/v4/oa/access_token",
            {**form, "app_id": self._app_id},
            {"secret_key": self._secret},
        )
        if answer.body.get("access_token") and answer.body.get("refresh_token"):
            return _pair(answer.body, asked_at)
        if answer.failed:
            raise Unanswered
        description = str(answer.body.get("error_name") or answer.body.get("message") or "")
        raise OAuthRefusal(answer.body.get("error", answer.status), description[:200])


def _pair(body: Mapping[str, Any], asked_at: datetime) -> Pair:
    said = str(body.get("expires_in", ""))
    seconds = int(said[:9]) if said.isascii() and said.isdigit() else 0
    life = min(max(seconds, _LEAST_LIFE), _LONGEST_LIFE)
    return Pair(
        str(body["access_token"]),
        str(body["refresh_token"]),
        asked_at + timedelta(seconds=life * _USED_UP),
        asked_at + timedelta(seconds=life),
    )
