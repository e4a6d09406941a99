"""A platform that a test plays: it gives messages when told to, and remembers what was sent."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from bot.channels.base import Abilities, Call, Channel, ChannelKind, Message, Post, WebhookReply
from bot.serving.stopping import Stopping

_IDS = count(1)
_ABLE = Abilities(longest_text=4096, most_buttons=100)


class Impatient(Stopping):
    """Waits for nothing but the event loop's next turn."""

    async def pause(self, seconds: float) -> None:  # noqa: ARG002 - what others wait
        await asyncio.sleep(0)


def message(text: str, chat: str = "42", channel: str = "fake", **more: object) -> Message:
    """Return a text message that nobody sent before."""
    facts = {"kind": ChannelKind.TEXT, "id": f"m{next(_IDS)}", **more}
    return Message(channel=channel, chat=chat, text=text, **facts)  # type: ignore[arg-type]


@dataclass
class FakeChannel(Channel):
    """Polls what is in `coming`: messages, or errors to raise. Sends into `sent`.

    `failures` are raised by the next calls of `open`, `refusals` by the next of `send`.
    """

    name: str = "fake"
    abilities: Abilities = _ABLE
    webhook: str | None = None
    failures: list[Exception] = field(default_factory=list)
    refusals: list[Exception] = field(default_factory=list)
    sent: list[tuple[str, Post]] = field(default_factory=list)
    acknowledged: list[Message] = field(default_factory=list)
    closed: bool = False

    def __post_init__(self) -> None:
        self.coming: asyncio.Queue[Sequence[Message] | Exception] = asyncio.Queue()
        self.held: asyncio.Event | None = None

    async def open(self) -> str:
        if self.failures:
            raise self.failures.pop(0)
        return "@fake"

    async def poll(self) -> Sequence[Message]:
        heard = await self.coming.get()
        if isinstance(heard, Exception):
            raise heard
        return heard

    async def accept(self, call: Call) -> WebhookReply:
        if call.headers.get("x-secret") != "right":
            return WebhookReply(403)
        return WebhookReply(200, (message(call.body.decode(), channel=self.name),))

    async def send(self, chat: str, post: Post) -> None:
        if self.held:
            await self.held.wait()
        if self.refusals:
            raise self.refusals.pop(0)
        self.sent.append((chat, post))

    async def acknowledge(self, message: Message) -> None:
        self.acknowledged.append(message)

    async def close(self) -> None:
        self.closed = True

    def says(self, *heard: Message | Exception) -> None:
        """Let the next polls give `heard`, one each."""
        for one in heard:
            self.coming.put_nowait(one if isinstance(one, Exception) else [one])

    @property
    def texts(self) -> list[str]:
        """Return the text of everything sent, in order."""
        return [post.text for _, post in self.sent]
