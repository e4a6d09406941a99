"""`danbiet zalo login`: the first pair of tokens of an Official Account."""

from __future__ import annotations

import asyncio
import hmac
import sys
from collections.abc import Awaitable, Callable
from getpass import getpass
from urllib.parse import parse_qs, urlsplit

from bot.channels.zalo.account.assembly import (
    make_account_api,
    make_oauth,
    make_tokens,
    missing_for_account,
)
from bot.channels.zalo.account.oauth import OAuth, Pair, Proof
from bot.commands.terminal import application, say
from bot.commands.wiring import Application
from bot.config import Settings
from knowledge.errors import DanBietError
from prompts.render import render

Get = Callable[[OAuth], Awaitable[Pair]]


class NotConfigured(DanBietError):
    """Settings are missing without which there is nothing to log in to."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(render("zalo/login", step="not_configured", names=names))


class NoCallback(DanBietError):
    """Nobody said where Zalo leads an admin back to."""

    def __init__(self) -> None:
        super().__init__(render("zalo/login", step="no_callback"))


class BadPaste(DanBietError):
    """What was pasted is of no use; `fault` names why."""

    def __init__(self, fault: str) -> None:
        super().__init__(render("zalo/login", step="bad_paste", fault=fault))


def login(
    callback: str | None, *, with_refresh_token: bool, parts: Application | None = None
) -> None:
    """Get a pair of tokens and keep it.

    Raises:
        NotConfigured, NoCallback: settings are missing.
        BadPaste: what was pasted is no code, address or token.
        OAuthRefusal: Zalo gives no tokens for it.
    """
    parts = parts or application()
    missing = missing_for_account(parts.settings)
    if missing:
        raise NotConfigured(missing)
    get = _by_refresh_token() if with_refresh_token else _by_permission(parts.settings, callback)
    asyncio.run(_log_in(parts, get))


def code_in(pasted: str, state: str) -> str:
    """Return the code in `pasted`: the code alone, or the address that Zalo led to.

    Raises:
        BadPaste: there is none, or it belongs to another login than that of `state`.
    """
    query = parse_qs(urlsplit(pasted).query) if "=" in pasted else {}
    code = query.get("code", [""])[0] if query or "://" in pasted else pasted
    if not code:
        raise BadPaste("no_code")
    told = query.get("state", [state])[0]
    if not hmac.compare_digest(told.encode(), state.encode()):
        raise BadPaste("other_login")
    return code


def _by_permission(settings: Settings, callback: str | None) -> Get:
    back = callback or settings.public_url
    if not back:
        raise NoCallback

    async def get(oauth: OAuth) -> Pair:
        proof = Proof.new()
        say(render("zalo/login", step="open", callback=back))
        say(oauth.permission_url(back, proof))
        return await oauth.redeem(code_in(_ask("paste_code"), proof.state), proof)

    return get


def _by_refresh_token() -> Get:
    async def get(oauth: OAuth) -> Pair:
        token = _ask("paste_token", hidden=True)
        if not token:
            raise BadPaste("no_token")
        return await oauth.refresh(token)

    return get


def _ask(step: str, *, hidden: bool = False) -> str:
    words = render("zalo/login", step=step)
    if hidden and sys.stdin.isatty():
        return getpass(f"{words} ").strip()
    say(words)
    return sys.stdin.readline().strip()


async def _log_in(parts: Application, get: Get) -> None:
    settings, store = parts.settings, parts.store()
    oauth, api = make_oauth(settings), make_account_api(settings)
    tokens = make_tokens(store.tokens(settings.zalo_oa_app_id), oauth, parts.locks)
    try:
        pair = await get(oauth)
        await tokens.begin(pair)
        say(render("zalo/login", step="kept"))
        say(render("zalo/login", step="done", name=await api.name(pair.access)))
    finally:
        await tokens.close()
        await api.close()
        store.close()
