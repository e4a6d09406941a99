from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.channels.base import ChannelError, ChannelKind, DeliveryError, Message, Post
from bot.channels.zalo.platform.bot_api import Pace
from tests.servers.faults import Fault, Refused
from tests.support.conversations.channels import Says, Stuck
from tests.support.conversations.fake_zalo import NAME, SECRET, TOKEN, WEBHOOK, FakeZaloBot

pytestmark = pytest.mark.anyio


class Clock:
    """Time that passes only while someone sleeps."""

    def __init__(self) -> None:
        self.now, self.naps = 100.0, list[float]()

    async def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now += seconds


async def test_polls_after_it_gave_up_the_webhook(bots: FakeZaloBot) -> None:
    channel = bots.channel()
    assert await channel.open() == NAME
    await channel.close()

    assert [call.method for call in bots.calls] == ["getMe", "deleteWebhook"]


async def test_polls_although_there_is_no_webhook_to_give_up(bots: FakeZaloBot) -> None:
    bots.expect("deleteWebhook", Refused(404, "No webhook"))
    channel = bots.channel()
    await channel.open()
    bots.writes("Ai giám sát?")

    assert [one.text for one in await channel.poll()] == ["Ai giám sát?"]
    await channel.close()


async def test_asks_to_be_called_with_the_secret(bots: FakeZaloBot) -> None:
    channel = bots.channel(called=True)
    await channel.open()
    await channel.close()

    assert bots.called("setWebhook") == [{"url": WEBHOOK, "secret_token": SECRET}]
    assert bots.called("deleteWebhook") == []


@pytest.mark.parametrize("secret", ["", "kurz", "x" * 257, "mật-khẩu-bí-mật", "two words"])
async def test_a_secret_that_the_platform_does_not_take_is_for_the_admin(
    bots: FakeZaloBot, secret: str
) -> None:
    channel = bots.channel(called=True, secret=secret)

    with pytest.raises(ChannelError, match="ZALO_BOT_WEBHOOK_SECRET") as caught:
        await channel.open()

    assert caught.value.permanent
    assert bots.calls == []


async def test_without_a_secret_every_call_is_refused(bots: FakeZaloBot) -> None:
    call = bots.genuine(b"{}")
    bare = type(call)({"x-bot-api-secret-token": ""}, call.body, call.at)

    assert (await bots.channel(called=True, secret="").accept(bare)).status == 403


@pytest.mark.parametrize(
    "idle",
    [
        pytest.param(Refused(408, "Request timeout"), id="HTTP 408"),
        pytest.param(Says(b'{"ok":false,"error_code":408}'), id="408 in the body only"),
        pytest.param(Says(b'{"ok":true}'), id="no result"),
        pytest.param(Says(b'{"ok":true,"result":[]}'), id="empty list"),
    ],
)
async def test_nothing_coming_is_no_fault(bots: FakeZaloBot, idle: Fault) -> None:
    bots.expect("getUpdates", idle)
    channel = bots.channel()
    await channel.open()

    assert list(await channel.poll()) == []
    await channel.close()


async def test_takes_an_update_without_its_envelope(bots: FakeZaloBot) -> None:
    channel = bots.channel()
    await channel.open()
    bots.expect(
        "getUpdates",
        Says(
            b'{"event_name":"message.text.received","message":{"chat":{"id":"1"},'
            b'"text":"Ai?","message_id":"2"}}'
        ),
    )

    assert [one.text for one in await channel.poll()] == ["Ai?"]
    await channel.close()


async def test_an_update_that_comes_again_is_the_same_message(bots: FakeZaloBot) -> None:
    channel = bots.channel()
    await channel.open()
    bots.updates.extend([bots.update("Ai?", "m1")] * 2)

    assert await channel.poll() == await channel.poll()
    await channel.close()


async def test_a_second_passes_between_polls(bots: FakeZaloBot) -> None:
    clock = Clock()
    channel = bots.channel(pace=Pace(1.0, lambda: clock.now, clock.sleep))
    await channel.open()

    for took in (0.0, 0.25, 3.0, 0.0):
        await channel.poll()
        clock.now += took
    await channel.close()

    assert clock.naps == [1.0, 0.75]


@pytest.mark.parametrize(
    ("refused", "permanent"),
    [
        pytest.param(Refused(401, "Unauthorized"), True, id="token"),
        pytest.param(Says(b'{"ok":false,"error_code":401}'), True, id="token, on HTTP 200"),
        pytest.param(Says(b"<html>", 401), True, id="token, no JSON"),
        pytest.param(Refused(403, "Internal server error"), False, id="transient 403"),
        pytest.param(Refused(429, "Quota"), False, id="quota"),
        pytest.param(Refused(400, "Webhook is configured"), False, id="webhook"),
        pytest.param(Refused(502), False, id="gateway"),
        pytest.param(Says(b"[" * 100_000), False, id="gibberish"),
    ],
)
async def test_only_a_refused_token_ends_the_polling(
    bots: FakeZaloBot, refused: Fault, permanent: bool
) -> None:
    channel = bots.channel()
    await channel.open()
    bots.expect("getUpdates", refused)

    with pytest.raises(ChannelError) as caught:
        await channel.poll()

    assert caught.value.permanent is permanent
    assert ("ZALO_BOT_TOKEN" in str(caught.value)) is permanent
    await channel.close()


@pytest.mark.parametrize(
    ("refused", "permanent"),
    [
        pytest.param(Refused(400, "Bad request"), True, id="bad request"),
        pytest.param(Refused(404, "Not found"), True, id="no such chat"),
        pytest.param(Refused(403, "User blocked the bot"), True, id="blocked"),
        pytest.param(Refused(403, "Internal server error"), False, id="transient 403"),
        pytest.param(Refused(403, ""), False, id="403 without a word"),
        pytest.param(Refused(401, "Unauthorized"), False, id="token, which an admin can mend"),
        pytest.param(Refused(429, "Quota"), False, id="quota"),
        pytest.param(Says(b'{"ok":false}'), False, id="no, on HTTP 200"),
    ],
)
async def test_gives_up_only_what_would_be_refused_again(
    bots: FakeZaloBot, refused: Fault, permanent: bool
) -> None:
    channel = bots.channel(called=True)
    bots.expect("sendMessage", refused)

    with pytest.raises(DeliveryError) as caught:
        await channel.send(bots.chat, Post("Chào Bạn"))

    assert caught.value.permanent is permanent
    await channel.close()


async def test_shows_that_it_is_typing(bots: FakeZaloBot) -> None:
    channel = bots.channel(called=True)
    await channel.acknowledge(Message("zalo-bot", bots.chat, "1", ChannelKind.TEXT, "Ai?"))
    await channel.close()

    assert bots.called("sendChatAction") == [{"chat_id": bots.chat, "action": "typing"}]


async def test_a_poll_can_be_dropped_midway(bots: FakeZaloBot) -> None:
    stuck = Stuck()
    bots.expect("getUpdates", stuck)
    channel = bots.channel()
    await channel.open()
    poll = asyncio.create_task(channel.poll())
    await stuck.begun.wait()
    poll.cancel()
    await asyncio.gather(poll, return_exceptions=True)
    await channel.close()

    await stuck.gone.wait()
    again = bots.channel()
    await again.open()
    await again.close()


async def test_an_address_that_is_none_is_a_fault_without_the_token(bots: FakeZaloBot) -> None:
    bots.url = "http://[bad"
    with pytest.raises(ChannelError) as caught:
        await bots.channel().open()

    told: Any = caught.value
    assert TOKEN not in f"{told!r} {told.__cause__!r}"
