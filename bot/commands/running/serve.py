"""`danbiet serve`: the channels that are configured, until the service is told to end."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from datetime import UTC, datetime, timedelta

from starlette.types import ASGIApp

from bot.commands.terminal import application, make_ready
from bot.commands.wiring import Application
from bot.config import Settings
from bot.console.application import console
from bot.console.visits.office import Office
from bot.conversation.conversation import Conversation
from bot.conversation.limit import QuestionLimit
from bot.serving.delivery.counter import Counter
from bot.serving.editions import Editions
from bot.serving.logs import log_to_stderr
from bot.serving.service import Deliver, Service, ServiceParts
from bot.serving.web import listen
from prompts.render import render

_SWITCH = 0.0005
"""Seconds for which a thread that answers may keep the one waiting that hears: a tenth of Python's
own five milliseconds, of which every call of a webhook would wait many times."""
_LOG = logging.getLogger(__name__)


def serve() -> None:
    """Bring the index up to date, then answer on every configured channel, and serve the console.

    Raises:
        AddressTaken: the web server cannot listen at HOST:PORT.
        StoreError: the database cannot be used.
    """
    parts = application()
    settings = parts.settings
    log_to_stderr(settings.secrets)
    sys.setswitchinterval(_SWITCH)
    listening = listen(settings.host, settings.port)
    where = f"http://{settings.host}:{listening.getsockname()[1]}"
    asyncio.run(Service(_assemble(parts, where)).run(listening))


def _assemble(parts: Application, where: str) -> ServiceParts:
    settings, channels, store = parts.settings, parts.channels(), parts.store()
    make_ready(parts)
    embedder = parts.embedder()
    threads = os.cpu_count() or 1
    embedder.share_cores(threads)
    editions = Editions(lambda: parts.edition(embedder), parts.latest_version)
    editions.current().answerer.warm()
    conversation = Conversation(editions.current, store, _limit(settings), _now)

    def open_console(deliver: Deliver) -> ASGIApp:
        office = Office(
            store=store,
            key=parts.key(),
            edition=editions.current,
            clock=_now,
            incidents=settings.data,
            publisher=parts.publisher(embedder),
            drafts=parts.drafts(),
            secure_cookies=settings.public_url.startswith("https:"),
            refresh=editions.refresh,
            editions=lambda: parts.kept(embedder),
            abilities={channel.name: channel.abilities for channel in channels},
            deliver=deliver,
        )
        _LOG.info(render("serving/ready", where=where, first=office.first_link()))
        return console(office)

    return ServiceParts(
        channels=channels,
        counter=Counter(conversation, store, _now, settings.data, threads),
        editions=editions,
        clock=_now,
        retention=timedelta(days=settings.retention_days),
        incidents=settings.data,
        console=open_console,
    )


def _limit(settings: Settings) -> QuestionLimit:
    return QuestionLimit(
        settings.question_limit, timedelta(minutes=settings.question_window_minutes)
    )


def _now() -> datetime:
    return datetime.now(UTC)
