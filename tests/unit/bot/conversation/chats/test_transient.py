"""A chat that is remembered as long as the process that holds it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.conversation.chats.transient import TransientChat
from tests.support.answers.answers import hit, the_place
from tests.support.conversations.conversations import Bot
from tests.support.documents.documents import LANG_SON, at

MONEY = "kinh phí lấy ở đâu?"
FURTHER = "còn ở Cà Mau thì sao?"


@pytest.fixture
def bot() -> Bot:
    bot = Bot()
    bot.finds(hit(at(LANG_SON, 5)))
    return bot


def begun(bot: Bot, *, has_staff: bool = False) -> TransientChat:
    return TransientChat(bot.edition, bot.clock, has_staff=has_staff)


def heard(talking: TransientChat, text: str) -> str:
    return "\n".join(reply.text for reply in talking.says(text).replies)


def test_who_comes_is_greeted_and_asked_for_the_place(bot: Bot) -> None:
    talking = begun(bot)
    (greeting,) = talking.opens().replies

    assert "Bạn ở xã/phường, tỉnh nào?" in greeting.text
    assert talking.chat.menu == greeting.menu
    talking.says("Lạng Sơn")
    assert talking.chat.place == the_place("Lạng Sơn")


def test_a_number_chooses_what_was_offered_last(bot: Bot) -> None:
    talking = begun(bot)
    talking.says("Lạng Sơn")
    talking.says(MONEY)

    assert "Kinh phí bảo đảm" in heard(talking, "1")


def test_nothing_can_be_chosen_of_menus_that_are_forgotten(bot: Bot) -> None:
    talking = begun(bot)
    talking.says(MONEY)
    talking.forget_menus()

    assert talking.chat.menu is None
    assert talking.says("1").turn, "it is taken for a question"


@pytest.mark.parametrize(
    ("silent", "goes_on"),
    [
        pytest.param(timedelta(minutes=29), True, id="soon"),
        pytest.param(timedelta(minutes=31), False, id="after the time that is looked back"),
    ],
)
def test_a_question_goes_on_from_what_was_asked_lately(
    bot: Bot, silent: timedelta, goes_on: bool
) -> None:
    talking = begun(bot)
    talking.says(MONEY)
    bot.clock.passes(silent)
    turn = talking.says(FURTHER).turn

    assert turn
    assert ("kinh phí" in turn.reading) is goes_on


def test_who_has_everything_deleted_begins_anew(bot: Bot) -> None:
    talking = begun(bot)
    talking.says("Lạng Sơn")
    talking.says(MONEY)
    talking.says("/xoa")
    talking.says("Xóa hết")

    assert (talking.chat.place, talking.chat.menu, talking.chat.since) == (None, None, None)
    turn = talking.says(FURTHER).turn
    assert turn
    assert "kinh phí" not in turn.reading


@pytest.mark.parametrize(
    ("has_staff", "said"),
    [
        pytest.param(True, "Tôi đã chuyển câu hỏi này cho cán bộ", id="staff"),
        pytest.param(False, "Ở đây chưa có cán bộ nào", id="nobody"),
    ],
)
def test_the_staff_is_there_or_it_says_that_it_is_not(bot: Bot, has_staff: bool, said: str) -> None:
    talking = begun(bot, has_staff=has_staff)
    talking.says(MONEY)

    assert said in heard(talking, "Hỏi cán bộ")


def test_who_asks_much_is_not_made_to_wait(bot: Bot) -> None:
    talking = begun(bot)

    assert all(talking.says(MONEY).turn for _ in range(30))
