"""Faults between the bot and Telegram: each question is answered once, whatever happens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.servers.faults import Cut, Fault, Held, Passed, Refused
from tests.servers.telegram import Telegram
from tests.support.conversations.residents import Shown, TelegramResident
from tests.support.running.serving import Serving
from tests.support.running.waiting import until

QUESTION = "Ở Lạng Sơn, người dân giám sát công trình của xã thế nào?"
ANSWER = "HĐND tỉnh Lạng Sơn; có hiệu lực từ ngày 05/8/2024"
AGAIN = "Gửi lại"
CONFLICT = "Conflict: terminated by other getUpdates request"
MARKUP = "Bad Request: can't parse entities: unclosed start tag at byte offset 7"


@pytest.mark.parametrize(
    ("method", "fault"),
    [
        pytest.param("sendMessage", Refused(429, "Too Many Requests", retry_after=1), id="flood"),
        pytest.param("sendMessage", Refused(500, "Internal Server Error"), id="server fails"),
        pytest.param("sendMessage", Refused(400, MARKUP), id="dress refused"),
        pytest.param("sendChatAction", Refused(500), id="typing fails"),
        pytest.param("sendChatAction", Cut(), id="typing cut"),
    ],
)
def test_an_answer_that_is_refused_comes_later_and_once(
    platform: Telegram, resident: TelegramResident, method: str, fault: Fault
) -> None:
    platform.expect(method, fault, chat=resident.chat)
    resident.says(QUESTION)
    assert ANSWER in resident.reads()[0].text
    assert platform.is_quiet
    hears_nothing_more(resident)


@pytest.mark.parametrize("said", ["message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED"])
def test_an_answer_to_a_topic_that_is_gone_comes_to_the_group(
    platform: Telegram, resident: TelegramResident, said: str
) -> None:
    group = TelegramResident(platform, resident.person, chat=-resident.person)
    platform.expect("sendMessage", Refused(400, f"Bad Request: {said}"), chat=group.chat)
    group.sends(text="/quyen", is_topic_message=True, message_thread_id=7)
    group.reads()
    calls = platform.server.calls("sendMessage")
    (taken,) = (one for one in calls if str(one["chat_id"]) == str(group.chat))

    assert "message_thread_id" not in taken
    assert platform.is_quiet


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(Refused(409, CONFLICT), id="conflict"),
        pytest.param(Refused(429, "Too Many Requests", retry_after=1), id="flood"),
        pytest.param(Refused(502, "Bad Gateway"), id="server fails"),
        pytest.param(Cut(), id="cut"),
        pytest.param(Cut(after=True), id="updates lost on their way"),
    ],
)
def test_a_question_that_comes_while_polling_fails_is_answered_once(
    platform: Telegram, resident: TelegramResident, fault: Fault
) -> None:
    platform.expect("getUpdates", fault)
    resident.says(QUESTION)
    assert ANSWER in resident.reads()[0].text
    assert platform.is_quiet
    hears_nothing_more(resident)


@pytest.mark.parametrize("after", [False, True], ids=["before Telegram", "after Telegram"])
def test_an_answer_of_which_nobody_knows_whether_it_came_is_not_sent_twice(
    platform: Telegram, resident: TelegramResident, after: bool
) -> None:
    platform.expect("sendMessage", Cut(after=after), chat=resident.chat)
    resident.says(QUESTION)
    assert had_at_once(resident) is after


def test_a_slow_chat_delays_no_other(
    platform: Telegram, resident: TelegramResident, newcomer: Callable[[], TelegramResident]
) -> None:
    held = Held()
    platform.expect("sendMessage", held, chat=resident.chat)
    resident.says(QUESTION)
    held.wait()
    neighbour = newcomer()
    neighbour.says(QUESTION)
    assert ANSWER in neighbour.reads()[0].text
    assert resident.shown() == []
    held.release()
    assert ANSWER in resident.reads()[0].text


def test_nothing_is_lost_or_said_twice_when_the_bot_is_killed(
    platform: Telegram, newcomer: Callable[[], TelegramResident], bot: Serving
) -> None:
    before, after, unconfirmed, meanwhile = (newcomer() for _ in range(4))
    for one, held in ((before, Held()), (after, Held(after=True))):
        platform.expect("sendMessage", held, chat=one.chat)
        one.says(QUESTION)
        held.wait()
    stored = Held()
    platform.expect("getUpdates", Passed(), stored)
    unconfirmed.says(QUESTION)
    stored.wait()
    bot.kill()
    meanwhile.says(QUESTION)
    bot.start()

    assert had_at_once(meanwhile)
    assert had_at_once(after)
    assert not had_at_once(before)
    had_at_once(unconfirmed)


def test_what_is_under_way_when_the_bot_is_told_to_end_is_still_sent(
    platform: Telegram, resident: TelegramResident, bot: Serving
) -> None:
    held = Held()
    platform.expect("sendMessage", held, chat=resident.chat)
    resident.says(QUESTION)
    held.wait()
    bot.tell_to_end()
    until(lambda: "Đang dừng" in bot.log.rpartition("Dân Biết đang chạy")[2], 10, lambda: bot.log)
    held.release()
    assert ANSWER in resident.reads()[0].text
    assert bot.ended() == 0
    bot.start()
    hears_nothing_more(resident)


def had_at_once(one: TelegramResident) -> bool:
    """Return True if the answer was sent, once; else a note was, and pressing it brings it."""
    told = one.reads() + hears_until_sticker(one)
    answers = [shown for shown in told if ANSWER in shown.text]
    notes = [shown for shown in told if AGAIN in shown.labels]
    assert len(answers) <= 1
    assert len(told) == len(answers) + len(notes)
    if answers:
        return True
    assert len(notes) == 1
    one.presses(AGAIN)
    assert ANSWER in one.reads()[0].text
    hears_nothing_more(one)
    return False


def hears_nothing_more(one: TelegramResident) -> None:
    """Check with a message that is replied to in its turn that nothing comes before."""
    assert hears_until_sticker(one) == []


def hears_until_sticker(one: TelegramResident) -> list[Shown]:
    """Return what comes before the reply to a sticker that is sent now."""
    one.sends_sticker()
    told = one.reads()
    while "nhắn bằng chữ" not in told[-1].text:
        told += one.reads()
    return told[:-1]
