"""The pair of tokens of an Official Account: kept before it is used, refreshed by one at a time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from filelock import AsyncFileLock

from bot.channels.zalo.account.oauth import OAuthRefusal, Pair
from knowledge.errors import DanBietError
from prompts.render import render

_LOG = logging.getLogger(__name__)
_REST = timedelta(minutes=5)
"""The time after a failure in which nobody tries again while the old token serves."""
_LONGEST_NAP = 3600.0
_SHORTEST_NAP = 60.0
_LONGEST_WAIT = 90.0
"""Seconds to wait for another process that refreshes: longer than it waits for Zalo."""


class TokenVault(Protocol):
    """The place where the pair survives a restart, sealed."""

    def read(self) -> Pair | None:
        """Return the pair that was kept last."""

    def keep(self, pair: Pair) -> None:
        """Put `pair` in the place of the one before; it is safe when this returns."""


class Renewer(Protocol):
    """The source of the next pair."""

    async def refresh(self, token: str) -> Pair:
        """Return the next pair; `token` is used up. Raise OAuthRefusal or another DanBietError."""

    async def close(self) -> None:
        """Let go of connections."""


class LoginNeeded(DanBietError):
    """Without an admin there will be no token; `reason` says why the last pair is of no use."""

    def __init__(self, reason: str = "") -> None:
        fault = "lost_tokens" if reason else "no_tokens"
        super().__init__(render("zalo/fault", fault=fault, reason=reason))


class NotAlone(DanBietError):
    """The lock cannot be had: another process holds it for too long, or its file is of no use."""

    def __init__(self) -> None:
        super().__init__(render("zalo/fault", fault="not_alone"))


class Tokens:
    """Gives access tokens, as long as there are any.

    A refresh token works once, so one process at a time refreshes, after looking whether another
    just did; and what it gets is kept before anyone uses it. A refresh that was cut short is tried
    again with the same token: if Zalo never saw it, it still works.
    """

    def __init__(
        self,
        vault: TokenVault,
        renewer: Renewer,
        lock: Path,
        clock: Callable[[], datetime],
    ) -> None:
        """Take the file to `lock` while a pair is renewed."""
        self._vault, self._renewer, self._clock = vault, renewer, clock
        self._lock = lock
        self._renewal: asyncio.Task[str] | None = None
        self._unkept: Pair | None = None
        self._rest_until: datetime | None = None

    async def access(self) -> str:
        """Return a token that works, by all that is known here.

        Raises:
            LoginNeeded: only an admin can help.
            DanBietError: it may work later.
        """
        pair = await self._read()
        now = self._clock()
        resting = self._rest_until is not None and now < self._rest_until
        if now < pair.due or (resting and now < pair.expires):
            return pair.access
        try:
            return await self.renew(pair.access)
        except DanBietError as error:
            if now >= pair.expires:
                raise
            self._rest_until = now + _REST
            _LOG.error(render("zalo/event", event="tokens", reason=error))
            return pair.access

    async def renew(self, stale: str) -> str:
        """Return a token other than `stale`; raise LoginNeeded or another DanBietError.

        It is seen through even if whoever asked stops waiting.
        """
        if self._renewal is None or self._renewal.done():
            self._renewal = asyncio.create_task(self._renew(stale))
        return await asyncio.shield(self._renewal)

    async def keep_fresh(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        """Refresh whenever it is due, for ever: an unused refresh token dies after three months."""
        while True:
            try:
                await self.access()
                pair = await self._read()
                left = (pair.due - self._clock()).total_seconds()
                await sleep(min(max(left, _SHORTEST_NAP), _LONGEST_NAP))
            except DanBietError as error:
                _LOG.error(render("zalo/event", event="tokens", reason=error))
                await sleep(_LONGEST_NAP)

    async def close(self) -> None:
        """Wait for a refresh that is under way: its pair must not be lost."""
        if self._renewal:
            await asyncio.gather(self._renewal, return_exceptions=True)
        await self._renewer.close()

    async def begin(self, pair: Pair) -> None:
        """Put `pair`, which an admin logged in for, in the place of whatever was there."""
        async with self._alone():
            await asyncio.to_thread(self._vault.keep, pair)

    async def _read(self) -> Pair:
        pair = await asyncio.to_thread(self._vault.read)
        if pair is None:
            raise LoginNeeded
        return pair

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[None]:
        """Keep other processes from renewing meanwhile."""
        lock = AsyncFileLock(self._lock, timeout=_LONGEST_WAIT)
        try:
            self._lock.parent.mkdir(parents=True, exist_ok=True)
            await lock.acquire()
        except OSError:  # a time-out too
            raise NotAlone from None
        try:
            yield
        finally:
            await lock.release()

    async def _renew(self, stale: str) -> str:
        async with self._alone():
            return await self._renew_alone(stale)

    async def _renew_alone(self, stale: str) -> str:
        pair = await self._read()
        if pair.access != stale:
            self._unkept = None
            return pair.access
        if self._unkept is None:
            self._unkept = await self._next(pair.refresh)
        fresh = self._unkept
        await asyncio.to_thread(self._vault.keep, fresh)
        self._unkept = self._rest_until = None
        return fresh.access

    async def _next(self, token: str) -> Pair:
        try:
            return await self._renewer.refresh(token)
        except OAuthRefusal as error:
            raise LoginNeeded(str(error)) from None
