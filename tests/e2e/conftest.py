"""What the end-to-end tests share: the channels with the bot that serves them, and a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

import pytest
from playwright.sync_api import Browser

from tests.servers.crabline import Crabline, crabline
from tests.servers.telegram import Telegram, telegram
from tests.support.console.browser import DESKTOP, PHONE, Screen, open_browser
from tests.support.conversations.residents import TelegramResident
from tests.support.running.danbiet import Prepared
from tests.support.running.serving import Serving, own_copy


@pytest.fixture(scope="session")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Telegram]:
    """Telegram, to which the bot comes by polling."""
    with telegram(tmp_path_factory.mktemp("telegram")) as running:
        yield running


@pytest.fixture(scope="session")
def zalo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crabline]:
    """The Zalo Bot Platform, to which the bot comes by polling, too."""
    with crabline("zalo", tmp_path_factory.mktemp("zalo")) as running:
        yield running


@pytest.fixture(scope="session")
def bot(
    platform: Telegram,
    zalo: Crabline,
    prepared: Prepared,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Serving]:
    """A bot that polls; whoever ends it starts it again."""
    data = own_copy(prepared, tmp_path_factory.mktemp("bot"))
    with Serving(data, platform.settings | zalo.settings) as serving:
        yield serving


@pytest.fixture(scope="session")
def newcomer(platform: Telegram, bot: Serving) -> Callable[[], TelegramResident]:  # noqa: ARG001
    """Make a resident who was never here before, on the platform that the bot serves."""
    numbers = count(700_000_001)
    return lambda: TelegramResident(platform, next(numbers))


@pytest.fixture
def resident(newcomer: Callable[[], TelegramResident]) -> TelegramResident:
    """Somebody who was never here before."""
    return newcomer()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for all tests of a module."""
    with open_browser() as browser:
        yield browser


@pytest.fixture(params=[DESKTOP, PHONE], ids=lambda screen: screen.name)
def screen(request: pytest.FixtureRequest) -> Screen:
    """The size of the window."""
    chosen: Screen = request.param
    return chosen
