"""The interface of Official Accounts: what it takes, and what its error codes mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.channels.base import DeliveryError, Post
from bot.channels.zalo.web import Unanswered, Web, ZaloAnswer
from knowledge.errors import DanBietError
from prompts.render import render

_TOKEN = {-216, -220}
_NOT_A_FOLLOWER = {-213}
_WINDOW = {-230, -232}
_BUSY = {-32}
_BUSY_FOR = 60.0
"""Seconds: plans count calls by the minute."""
_LONGEST_DESCRIPTION = 200


class TokenRefused(DanBietError):
    """The access token has run out, or was replaced."""

    def __init__(self, code: int) -> None:
        super().__init__(render("zalo/fault", fault="oa_token", code=code))


class OfficialAccountApi:
    """The two calls that are needed of it."""

    def __init__(self, url: str, button_type: str) -> None:
        """Take the address, and what kind of button brings its payload back."""
        self._url, self._button_type = url.rstrip("/"), button_type
        self._web = Web()

    async def name(self, access: str) -> str:
        """Return the name of the account.

        Raises:
            TokenRefused: `access` is of no use.
            DeliveryError: for any other reason it is not told.
        """
        answer = await self._web.get(f"{self._url}/v2.0/oa/getoa", {"access_token": access})
        _check(answer, "")
        data = answer.body.get("data")
        return str(data.get("name", "")) if isinstance(data, dict) else ""

    async def send(self, access: str, chat: str, post: Post) -> None:
        """Send `post`; raise TokenRefused, DeliveryError or Unanswered."""
        body = {"recipient": {"user_id": chat}, "message": self._message(post)}
        url = f"{self._url}/v3.0/oa/message/cs"
        try:
            answer = await self._web.post(url, body, {"access_token": access})
        except Unanswered as error:
            raise DeliveryError(str(error), uncertain=error.uncertain) from None
        _check(answer, chat)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._web.close()

    def _message(self, post: Post) -> Mapping[str, Any]:
        buttons = [
            {"title": button.label, "type": self._button_type, "payload": button.payload}
            for row in post.buttons
            for button in row
        ]
        if not buttons:
            return {"text": post.text}
        return {
            "text": post.text,
            "attachment": {"type": "template", "payload": {"buttons": buttons}},
        }


def _check(answer: ZaloAnswer, chat: str) -> None:
    """Raise what `answer` says went wrong: the status is 200 even then."""
    code = answer.body.get("error")
    if answer.failed or not isinstance(code, int):
        raise Unanswered
    if code == 0:
        return
    if code in _TOKEN:
        raise TokenRefused(code)
    description = str(answer.body.get("message") or "")[:_LONGEST_DESCRIPTION]
    if chat:
        description = description.replace(chat, "…")
    raise _delivery_error(code, description, answer.retry_after)


def _delivery_error(code: int, description: str, retry_after: float | None) -> DeliveryError:
    if code in _BUSY:
        reason = render("zalo/fault", fault="oa_busy", code=code)
        return DeliveryError(reason, retry_after=retry_after or _BUSY_FOR)
    fault = "oa_refusal"
    if code in _NOT_A_FOLLOWER:
        fault = "oa_not_follower"
    elif code in _WINDOW:
        fault = "oa_window"
    reason = render("zalo/fault", fault=fault, code=code, description=description)
    return DeliveryError(reason, permanent=True)
