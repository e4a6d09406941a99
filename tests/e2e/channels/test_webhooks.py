"""A bot that is called: one web server for Telegram and the Zalo Bot Platform."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.servers.crabline import Crabline, crabline
from tests.servers.telegram import Telegram, telegram
from tests.support.conversations.residents import TelegramResident, ZaloResident
from tests.support.conversations.scenarios import ask_from_lang_son, have_all_deleted
from tests.support.running.danbiet import Prepared
from tests.support.running.serving import Serving, own_copy


@pytest.fixture(scope="module")
def called(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Telegram]:
    """Telegram, which calls the bot."""
    with telegram(tmp_path_factory.mktemp("called-by-telegram")) as running:
        yield running


@pytest.fixture(scope="module")
def called_by_zalo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crabline]:
    """The Zalo Bot Platform, which calls the bot."""
    with crabline("zalo", tmp_path_factory.mktemp("called-by-zalo")) as running:
        yield running


@pytest.fixture(scope="module", autouse=True)
def webhooks(
    called: Telegram,
    called_by_zalo: Crabline,
    prepared: Prepared,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Serving]:
    """A bot with webhooks."""
    data = own_copy(prepared, tmp_path_factory.mktemp("called"))
    settings = called.settings | called_by_zalo.settings
    with Serving(data, settings, webhooks=True) as serving:
        yield serving


def test_a_conversation_on_telegram(called: Telegram) -> None:
    one = TelegramResident(called, 800_000_001)
    ask_from_lang_son(one)
    one.presses("Xem nguyên văn")
    assert one.reads()[0].text.startswith("Điều 4.")
    one.sends_sticker()
    one.reads()
    have_all_deleted(one)
    assert one.unread() == []


def test_a_conversation_on_zalo(called_by_zalo: Crabline) -> None:
    one = ZaloResident(called_by_zalo, "6ede0002")
    ask_from_lang_son(one)
    one.presses("Xem nguyên văn")
    assert one.reads()[0].text.startswith("Điều 4.")
    have_all_deleted(one)
    assert one.unread() == []


def test_a_call_that_comes_again_is_answered_once(called: Telegram) -> None:
    one = TelegramResident(called, 800_000_002)
    one.sends(text="/quyen", copies=2)
    assert "bốn quyền" in one.reads()[0].text
    one.sends_sticker()
    assert "nhắn bằng chữ" in one.reads()[0].text


@pytest.mark.parametrize("secret", [None, "", "wrong", "sécret"])
def test_a_call_without_the_secret_is_refused_and_not_read(
    called: Telegram, secret: str | None
) -> None:
    stranger = TelegramResident(called, 800_000_003)
    message = {"message_id": 1, "date": 1_700_000_000, "text": "/quyen"}
    who = {"chat": {"id": stranger.chat, "type": "private"}, "from": {"id": stranger.person}}
    assert called.call_with({"update_id": 1, "message": message | who}, secret) == 403
    assert stranger.shown() == []
