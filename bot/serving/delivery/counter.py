"""The counter that takes messages in and answers them, off the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from bot.channels.base import Abilities, Message
from bot.conversation.chats.shaping import shape
from bot.conversation.routing.steps import interrupted
from bot.conversation.values import Chat, Outcome, Reply
from bot.serving.delivery.scribe import Scribe
from bot.serving.incidents import record
from bot.store.store import Delivery, Receipt, Store
from prompts.render import render


class Responder(Protocol):
    """The conversation, as the counter needs it."""

    def respond(self, message: Message, chat: Chat) -> Outcome:
        """Return what `message` leads to; called from several threads."""


class Counter:
    """Answers in `threads` threads, and has all that is kept written by a scribe."""

    def __init__(
        self,
        conversation: Responder,
        store: Store,
        clock: Callable[[], datetime],
        incidents: Path,
        threads: int,
    ) -> None:
        """Take the parts; `incidents` is the folder for faults that nobody foresaw."""
        self._conversation, self._store, self._clock = conversation, store, clock
        self._incidents = incidents
        self._answering = ThreadPoolExecutor(threads, "answering")
        self._scribe = Scribe(store, clock)

    async def receive(self, message: Message) -> Receipt | None:
        """Store `message`; return None if it was stored before."""
        return await self._scribe.receive(message)

    async def undelivered(self) -> tuple[Delivery, ...]:
        """Return what is still to be sent, oldest first."""
        return await self._scribe.write(self._store.undelivered)

    async def unanswered(self) -> tuple[Receipt, ...]:
        """Return what is still to be answered, oldest first."""
        return await self._scribe.write(self._store.unanswered)

    async def answer(self, receipt: Receipt, abilities: Abilities) -> tuple[Delivery, ...]:
        """Answer a message and store what it leads to; return what is to be sent."""
        loop = asyncio.get_running_loop()
        outcome = await loop.run_in_executor(self._answering, self._respond, receipt.message)
        posts = [shape(reply, abilities) for reply in outcome.replies]
        return await self._scribe.write(self._store.settle, receipt, outcome, posts, self._clock())

    async def instead_of(self, lost: Delivery, abilities: Abilities) -> tuple[Delivery, ...]:
        """Set aside what may have been sent before a crash; return a note that offers it again."""
        note = interrupted(lost.id)
        posts = shape(note, abilities)
        # a crash between the two leaves two notes rather than none
        notes = await self._scribe.write(
            self._store.enqueue, lost.channel, lost.chat, note, posts, self._clock()
        )
        await self._scribe.write(self._store.set_aside, lost.id)
        return notes

    async def is_too_late(self, delivery: Delivery, window: timedelta) -> bool:
        """Return True if nobody wrote in the chat of `delivery` within the last `window`."""
        heard = await self._scribe.write(self._store.last_heard, delivery.channel, delivery.chat)
        return heard is not None and self._clock() - heard > window

    async def sending(self, delivery: Delivery) -> None:
        """Note that `delivery` is being sent."""
        await self._scribe.write(self._store.mark_sending, delivery.id)

    async def not_sent(self, delivery: Delivery) -> None:
        """Note that `delivery` was certainly not sent, and waits."""
        await self._scribe.write(self._store.mark_waiting, delivery.id)

    async def sent(self, delivery: Delivery) -> None:
        """Note that `delivery` reached its chat."""
        await self._scribe.write(self._store.mark_sent, delivery.id, self._clock())

    async def failed(self, delivery: Delivery, reason: str) -> None:
        """Note that `delivery` never will."""
        await self._scribe.write(self._store.mark_failed, delivery.id, reason)

    async def forget_before(self, when: datetime) -> int:
        """Remove what was kept before `when`."""
        return await self._scribe.write(self._store.forget_before, when)

    def close(self) -> None:
        """End the threads; what they are doing is finished."""
        self._answering.shutdown()
        self._scribe.close()

    def _respond(self, message: Message) -> Outcome:
        chat = self._store.recall(message, self._clock())
        try:
            return self._conversation.respond(message, chat)
        except Exception as error:  # noqa: BLE001 - a fault in one answer must not end the service
            apology = render("serving/incident", trace_id=record(error, self._incidents))
            return Outcome(chat, replies=(Reply(apology),))
