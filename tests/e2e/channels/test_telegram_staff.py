"""A resident and an officer who write to and fro, on every platform; and what a crash leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.servers.crabline import Crabline, crabline
from tests.servers.faults import Held
from tests.servers.telegram import Telegram, telegram
from tests.support.console.accounts import account
from tests.support.console.officers import (
    ANSWERED,
    PASSED_ON,
    Officer,
    employ,
    hand_over,
    has_answered,
    talk_with_an_officer,
)
from tests.support.conversations.residents import TelegramResident, ZaloResident
from tests.support.running.danbiet import Prepared
from tests.support.running.serving import Serving, own_copy

WORDS = "Buổi chiều phòng có mở cửa không ạ?"
OTHER_WORDS = "Tôi mang theo giấy gì ạ?"
AGAIN = "Gửi lại"


@pytest.fixture(scope="module")
def telegram_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Telegram]:
    """Telegram for a bot that has staff."""
    with telegram(tmp_path_factory.mktemp("telegram")) as running:
        yield running


@pytest.fixture(scope="module")
def zalo_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crabline]:
    """The Zalo Bot Platform for the same bot."""
    with crabline("zalo", tmp_path_factory.mktemp("zalo")) as running:
        yield running


@pytest.fixture(scope="module")
def staffed(
    prepared: Prepared,
    tmp_path_factory: pytest.TempPathFactory,
    telegram_of_its_own: Telegram,
    zalo_of_its_own: Crabline,
) -> Iterator[Serving]:
    """A bot that has staff; whoever ends it starts it again."""
    data = own_copy(prepared, tmp_path_factory.mktemp("staffed"))
    employ(data)
    with Serving(data, telegram_of_its_own.settings | zalo_of_its_own.settings) as serving:
        yield serving


@pytest.fixture
def officer(staffed: Serving) -> Iterator[Officer]:
    """Somebody of the staff, in the console."""
    with Officer(staffed.url) as officer:
        yield officer


@pytest.fixture(scope="module")
def somebody(telegram_of_its_own: Telegram) -> Callable[[], TelegramResident]:
    """Make a resident who was never here before."""
    numbers = count(800_000_001)
    return lambda: TelegramResident(telegram_of_its_own, next(numbers))


def test_on_telegram(somebody: Callable[[], TelegramResident], officer: Officer) -> None:
    one = somebody()
    talk_with_an_officer(one, officer)
    assert one.unread() == []


def test_on_a_zalo_bot(zalo_of_its_own: Crabline, officer: Officer) -> None:
    one = ZaloResident(zalo_of_its_own, "6ede0042")
    talk_with_an_officer(one, officer)
    assert one.unread() == []


def test_on_an_official_account(prepared: Prepared, tmp_path: Path) -> None:
    data = own_copy(prepared, tmp_path)
    employ(data)
    with account(data) as stage, Officer(stage.bot.url) as officer:
        one = stage.resident()
        talk_with_an_officer(one, officer)
        assert len(one.shown()) == one.read


def test_words_are_there_once_when_the_bot_is_killed_while_it_says_so(
    telegram_of_its_own: Telegram,
    somebody: Callable[[], TelegramResident],
    officer: Officer,
    staffed: Serving,
) -> None:
    one = somebody()
    case = hand_over(one, officer)
    has_answered(officer, case, one)
    held = Held()
    telegram_of_its_own.expect("sendMessage", held, chat=one.chat)
    one.says(WORDS)
    held.wait()
    staffed.kill()
    staffed.start()
    (note,) = one.reads()
    one.presses(AGAIN, note)
    assert PASSED_ON in one.reads()[0].text
    assert officer.reads(case).count(WORDS) == 1


def test_an_answer_that_a_crash_held_up_still_begins_a_thread(
    telegram_of_its_own: Telegram,
    somebody: Callable[[], TelegramResident],
    officer: Officer,
    staffed: Serving,
) -> None:
    one = somebody()
    case = hand_over(one, officer)
    held = Held()
    telegram_of_its_own.expect("sendMessage", held, chat=one.chat)
    officer.answers(case, ANSWERED)
    held.wait()
    staffed.kill()
    staffed.start()
    (note,) = one.reads()
    one.presses(AGAIN, note)
    assert ANSWERED in one.reads()[0].text
    one.says(OTHER_WORDS)
    assert PASSED_ON in one.reads()[0].text
    assert officer.newest() == case
    assert officer.reads(case).count(OTHER_WORDS) == 1
