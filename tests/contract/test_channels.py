"""What every channel keeps, whatever its platform."""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.channels.base import (
    Button,
    Channel,
    ChannelError,
    ChannelKind,
    DeliveryError,
    Message,
    Post,
)
from bot.channels.registry import CHANNELS
from tests.support.conversations.channels import Platform
from tests.support.conversations.fake_telegram import FakeTelegram
from tests.support.conversations.fake_zalo import FakeZaloAccount, FakeZaloBot

pytestmark = pytest.mark.anyio


@dataclass(frozen=True)
class Fake:
    """A platform that tests play, and what its kind does beyond the contract.

    It can be `polled`; it tells again what was not `confirmed`; anybody may call with its `probe`
    to see whether someone is there; it does not say itself how long a `flood` lasts.
    """

    play: Callable[[Path], AbstractAsyncContextManager[Platform]]
    polled: bool = False
    confirmed: bool = False
    probe: bytes | None = None
    flood: float | None = None


FAKES: Mapping[str, Fake] = {
    "telegram": Fake(FakeTelegram, polled=True, confirmed=True),
    "zalo-bot": Fake(FakeZaloBot, polled=True),
    "zalo-oa": Fake(FakeZaloAccount, probe=b"", flood=60.0),
}
"""Each platform, by the name of its channel."""


def test_every_channel_is_held_to_the_contract() -> None:
    assert FAKES.keys() == {channel.name for channel in CHANNELS}


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(params=FAKES)
async def platform(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Platform]:
    async with FAKES[request.param].play(tmp_path) as running:
        yield running


@pytest.fixture
async def channel(request: pytest.FixtureRequest, platform: Platform) -> AsyncIterator[Channel]:
    """A channel that is open; one that can poll does."""
    name = request.node.callspec.params["platform"]
    channel = platform.channel(called=not FAKES[name].polled)
    await channel.open()
    yield channel
    await channel.close()


@pytest.fixture
async def called(platform: Platform) -> AsyncIterator[Channel]:
    """A channel that is open and waits for calls."""
    channel = platform.channel(called=True)
    await channel.open()
    yield channel
    await channel.close()


def platforms(names: Iterable[str]) -> pytest.MarkDecorator:
    """Run a test on each platform of `names`."""
    return pytest.mark.parametrize("platform", list(names), indirect=True)


every = platforms(FAKES)
polled = platforms(name for name, fake in FAKES.items() if fake.polled)
confirmed = platforms(name for name, fake in FAKES.items() if fake.confirmed)


def told_secrets(platform: Platform, *told: str) -> list[str]:
    return [secret for secret in platform.secrets if any(secret in one for one in told)]


def traced(error: BaseException) -> str:
    """Return what a log would say of `error`."""
    return "".join(traceback.format_exception(error))


@every
async def test_is_named_for_its_platform(
    platform: Platform, request: pytest.FixtureRequest
) -> None:
    channel = platform.channel(called=True)

    assert channel.name == request.node.callspec.params["platform"]
    assert channel.webhook == f"/webhook/{channel.name}"


@polled
async def test_one_that_polls_has_no_webhook(platform: Platform) -> None:
    assert platform.channel().webhook is None


@polled
async def test_hears_what_a_person_writes_once_it_is_confirmed(
    platform: Platform, channel: Channel
) -> None:
    platform.writes("Ai giám sát?")
    heard = list(await channel.poll())
    platform.writes("Còn ai nữa?")
    heard += await channel.poll()

    assert [message.text for message in heard] == ["Ai giám sát?", "Còn ai nữa?"]
    assert {(one.channel, one.chat, one.kind) for one in heard} == {
        (channel.name, platform.chat, ChannelKind.TEXT)
    }
    assert len({message.id for message in heard}) == 2


@confirmed
async def test_what_was_heard_but_not_confirmed_comes_again_as_the_same(
    platform: Platform, channel: Channel
) -> None:
    platform.writes("Ai giám sát?")
    heard = await channel.poll()
    await channel.close()

    again = platform.channel()
    await again.open()
    assert list(await again.poll()) == list(heard)
    await again.close()


@polled
async def test_what_cannot_be_read_stands_in_no_ones_way(
    platform: Platform, channel: Channel
) -> None:
    platform.garbles()
    platform.writes("Ai giám sát?")

    heard = [*await channel.poll(), *await channel.poll()]

    assert [message.text for message in heard] == ["Ai giám sát?"]


@polled
async def test_only_one_polls_at_a_time(platform: Platform, channel: Channel) -> None:
    second = platform.channel()
    with pytest.raises(ChannelError) as caught:
        await second.open()
    assert not caught.value.permanent

    await channel.close()
    await second.open()
    await second.close()


@polled
async def test_goes_on_after_a_fault_of_the_platform(platform: Platform, channel: Channel) -> None:
    platform.goes_down()
    platform.writes("Ai giám sát?")

    with pytest.raises(ChannelError) as caught:
        await channel.poll()

    assert not caught.value.permanent
    assert told_secrets(platform, traced(caught.value)) == []
    assert [message.text for message in await channel.poll()] == ["Ai giám sát?"]


@polled
async def test_opens_after_a_fault_of_the_platform(platform: Platform) -> None:
    platform.goes_down()
    channel = platform.channel()

    with pytest.raises(ChannelError) as caught:
        await channel.open()

    assert not caught.value.permanent
    assert told_secrets(platform, traced(caught.value)) == []
    assert await channel.open()
    await channel.close()


@polled
async def test_a_token_that_is_refused_is_for_the_admin(platform: Platform) -> None:
    platform.forgets_the_bot()
    channel = platform.channel()

    with pytest.raises(ChannelError) as caught:
        await channel.open()

    assert caught.value.permanent
    await channel.close()


@every
async def test_takes_genuine_calls(platform: Platform, called: Channel) -> None:
    verdict = await called.accept(platform.call("Ai giám sát?"))
    again = await called.accept(platform.call("Ai giám sát?"))

    [message] = verdict.messages
    assert (verdict.status, message.text, message.chat) == (200, "Ai giám sát?", platform.chat)
    assert message.channel == called.name
    assert again == verdict


@every
@pytest.mark.parametrize("body", ["genuine", "", "{", "null", "\ud800"])
async def test_refuses_forged_calls_whatever_they_say(
    platform: Platform, called: Channel, body: str
) -> None:
    told = platform.call("Ai?").body if body == "genuine" else body.encode("utf-8", "surrogatepass")
    verdict = await called.accept(platform.forged(told))

    is_probe = told == FAKES[called.name].probe
    assert (verdict.status, verdict.messages) == (200 if is_probe else 403, ())


@every
async def test_refuses_calls_that_bear_no_proof(platform: Platform, called: Channel) -> None:
    call = platform.call("Ai?")
    bare = type(call)({}, call.body, call.at)

    assert (await called.accept(bare)).status == 403


@every
@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"{", id="half"),
        pytest.param(b"\xff\xfe", id="no text"),
        pytest.param(b"[" * 100_000, id="without bottom"),
    ],
)
async def test_calls_that_are_no_json_are_told_so(
    platform: Platform, called: Channel, body: bytes
) -> None:
    verdict = await called.accept(platform.genuine(body))

    assert (verdict.status, verdict.messages) == (400, ())


@every
@pytest.mark.parametrize("content", [None, [], 1, {}, {"message": 7}, {"event_name": "unheard_of"}])
async def test_calls_about_nothing_are_taken_note_of(
    platform: Platform, called: Channel, content: object
) -> None:
    verdict = await called.accept(platform.genuine(json.dumps(content).encode()))

    assert (verdict.status, verdict.messages) == (200, ())


@every
async def test_brings_posts_in_order(platform: Platform, channel: Channel) -> None:
    await channel.send(platform.chat, Post("Một & <hai>"))
    await channel.send(platform.chat, Post("Ba"))

    assert platform.sent[-1] == "Ba"
    assert len(platform.sent) == 2


@every
async def test_brings_the_longest_post_with_the_most_buttons(
    platform: Platform, channel: Channel
) -> None:
    can = channel.abilities
    rows = tuple(
        (Button("n" * can.longest_label, f"{'a' * 12}:{n}"),) for n in range(can.most_buttons)
    )
    await channel.send(platform.chat, Post("ơ" * can.longest_text, rows))

    assert platform.sent == ["ơ" * can.longest_text]


@every
@pytest.mark.parametrize(
    ("fault", "permanent", "uncertain", "retry_after"),
    [
        ("flood", False, False, 7.0),
        ("gone", True, False, None),
        ("broken", False, False, None),
        ("cut", False, True, None),
    ],
)
async def test_tells_whether_a_post_may_be_sent_again(
    platform: Platform,
    channel: Channel,
    fault: str,
    permanent: bool,
    uncertain: bool,
    retry_after: float | None,
) -> None:
    platform.refuses(fault)
    with pytest.raises(DeliveryError) as caught:
        await channel.send(platform.chat, Post("Chào Bạn"))
    pause = retry_after and (FAKES[channel.name].flood or retry_after)
    assert (caught.value.permanent, caught.value.uncertain) == (permanent, uncertain)
    assert caught.value.retry_after == pause

    await channel.send(platform.chat, Post("Chào Bạn"))


@every
async def test_takes_note_of_messages_even_while_the_platform_is_down(
    platform: Platform, channel: Channel
) -> None:
    message = Message(channel.name, platform.chat, "1", ChannelKind.TEXT, "Ai?")
    platform.goes_down()

    await channel.acknowledge(message)
    await channel.acknowledge(message)


@every
@pytest.mark.parametrize("fault", ["flood", "gone", "broken", "cut"])
async def test_tells_no_secret_and_no_chat(
    platform: Platform, caplog: pytest.LogCaptureFixture, fault: str
) -> None:
    caplog.set_level(logging.DEBUG)
    channel = platform.channel(called=True)
    name = await channel.open()
    platform.refuses(fault)
    with pytest.raises(DeliveryError) as caught:
        await channel.send(platform.chat, Post("Chào Bạn"))
    await channel.accept(platform.call("Ai giám sát?"))
    await channel.accept(platform.genuine(b'{"update_id": 1, "message": 4200017}'))
    await channel.close()

    assert told_secrets(platform, name, traced(caught.value), caplog.text) == []


@every
async def test_closes_twice_and_opens_again(platform: Platform, channel: Channel) -> None:
    await channel.close()
    await channel.close()

    assert await channel.open()
    await channel.send(platform.chat, Post("Chào Bạn"))
    assert platform.sent == ["Chào Bạn"]


@polled
async def test_closes_before_it_was_ever_open(platform: Platform) -> None:
    await platform.channel().close()
