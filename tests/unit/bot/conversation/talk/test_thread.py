"""The thread with the staff: whose a text is, and the way back to the bot."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.channels.base import ChannelKind
from bot.conversation.values import Expects, Opinion
from tests.support.answers.answers import hit
from tests.support.conversations.conversations import Bot, Resident
from tests.support.documents.documents import LANG_SON, at

MONEY = "kinh phí lấy ở đâu?"
MORE = "Thế mai tôi mang giấy lên gặp ai ạ?"
HOURS = timedelta(hours=1)


@pytest.fixture
def asker() -> Resident:
    """Somebody whose question the bot has answered, and an officer may."""
    resident = Resident(Bot())
    resident.bot.memory.staff = True
    resident.bot.finds(hit(at(LANG_SON, 5)))
    resident.says("Lạng Sơn")
    resident.says(MONEY)
    return resident


@pytest.fixture
def resident(asker: Resident) -> Resident:
    """The same, once an officer has answered."""
    asker.presses("Hỏi cán bộ")
    asker.hears_staff(asker.turns[0])
    return asker


def reaches_staff(resident: Resident, text: str, **more: Any) -> bool:
    """Return True if the staff gets `text` and the bot answers nothing to it."""
    outcome = resident.says(text, **more)
    words = outcome.turn
    if words is None or words.thread is None:
        return False
    assert words.question == text
    assert outcome.staff_question == words.id
    assert "Tôi đã chuyển lời Bạn cho cán bộ" in resident.heard
    assert "“Kinh phí" not in resident.heard
    return True


def test_what_is_chosen_below_an_officers_answer(resident: Resident) -> None:
    assert resident.offered == ["Nhắn lại cán bộ", "👍 Có ích", "👎 Chưa rõ", "Hỏi Dân Biết"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(MORE, id="question"),
        pytest.param("tôi ở xã Thiện Tân, Lạng Sơn", id="place"),
        pytest.param("cảm ơn cán bộ nhiều", id="thanks"),
        pytest.param("đúng rồi", id="yes"),
        pytest.param("17", id="number that is no choice"),
        pytest.param("?", id="no words"),
    ],
)
def test_after_an_officers_answer_text_goes_to_the_officer(resident: Resident, text: str) -> None:
    assert reaches_staff(resident, text)
    assert resident.turns[-1].thread == resident.turns[0].id
    assert resident.offered == ["Hỏi Dân Biết"]


def test_words_follow_each_other_in_one_thread(resident: Resident) -> None:
    assert reaches_staff(resident, MORE)
    first = resident.turns[-1]
    assert reaches_staff(resident, "Tôi quên mất: giấy nào ạ?")
    assert resident.turns[-1].thread == first.id


@pytest.mark.parametrize(
    ("sent", "heard"),
    [
        pytest.param("/trogiup", "Bạn", id="command"),
        pytest.param("bốn quyền", "quyền", id="words of a command"),
        pytest.param("👍", "báo lại cho cán bộ", id="sign of a button"),
    ],
)
def test_what_means_something_else_keeps_its_meaning_and_the_thread_goes_on(
    resident: Resident, sent: str, heard: str
) -> None:
    assert not reaches_staff(resident, sent)
    assert heard in resident.heard
    assert reaches_staff(resident, MORE)


def test_a_forwarded_message_is_for_the_bot(resident: Resident) -> None:
    assert not reaches_staff(resident, MONEY, forwarded=True)
    assert "“Kinh phí" in resident.heard
    assert reaches_staff(resident, MORE)


def test_the_thread_goes_on_once_a_place_is_told(resident: Resident) -> None:
    resident.says("/diaphuong")
    assert resident.says("Cà Mau").turn is None
    assert resident.chat.place
    assert "Cà Mau" in resident.chat.place.name
    assert reaches_staff(resident, MORE)


def test_who_tells_no_place_writes_to_the_staff(resident: Resident) -> None:
    resident.says("/diaphuong")
    assert reaches_staff(resident, MORE)


def test_the_thread_goes_on_after_a_comment_on_an_answer_of_the_bots(resident: Resident) -> None:
    resident.says(MONEY, forwarded=True)
    resident.presses("👎")
    outcome = resident.says("trả lời chẳng đúng chỗ nào")
    assert outcome.opinion
    assert outcome.opinion.comment
    assert reaches_staff(resident, MORE)


def test_words_with_a_picture_go_without_it(resident: Resident) -> None:
    outcome = resident.sends(ChannelKind.PICTURE, MORE)
    assert outcome.turn
    assert outcome.staff_question == outcome.turn.id
    assert "không chuyển được ảnh" in resident.heard


def test_what_went_to_the_staff_is_answered_by_the_bot_on_demand(resident: Resident) -> None:
    assert reaches_staff(resident, MONEY)
    outcome = resident.presses("Hỏi Dân Biết")
    assert outcome.turn
    assert (outcome.turn.question, outcome.turn.thread) == (MONEY, None)
    assert "“Kinh phí" in resident.heard
    assert not reaches_staff(resident, MONEY)


@pytest.mark.parametrize("typed", ["hỏi Dân Biết", "hoi dan biet", "quay lại"])
def test_the_way_back_is_a_button_and_its_words(resident: Resident, typed: str) -> None:
    resident.says("/trogiup")
    assert resident.says(typed).turn is None
    assert "tôi trả lời" in resident.heard
    assert not reaches_staff(resident, MONEY)


@pytest.mark.parametrize(
    ("hours", "reached"),
    [pytest.param(47, True, id="before"), pytest.param(48, False, id="after")],
)
def test_two_days_without_an_officer_end_the_thread(
    resident: Resident, hours: int, reached: bool
) -> None:
    resident.bot.clock.passes(24 * HOURS)
    assert reaches_staff(resident, MORE)
    resident.bot.clock.passes((hours - 24) * HOURS)
    assert reaches_staff(resident, MONEY) is reached
    assert ("“Kinh phí" in resident.heard) is not reached


def test_an_old_answer_can_be_written_back_to(resident: Resident) -> None:
    below = resident.replies
    resident.bot.clock.passes(200 * HOURS)
    assert not reaches_staff(resident, MONEY)
    resident.replies = below
    resident.presses("Nhắn lại cán bộ")
    assert "tôi chuyển lời Bạn cho cán bộ" in resident.heard
    assert reaches_staff(resident, MORE)
    assert resident.turns[-1].thread == resident.turns[0].id


def test_who_hands_a_question_over_still_asks_the_bot(asker: Resident) -> None:
    asker.presses("Hỏi cán bộ")
    assert asker.offered == ["Nhắn thêm cho cán bộ"]
    assert not reaches_staff(asker, MONEY)


def test_who_hands_a_question_over_may_add_words(asker: Resident) -> None:
    asker.presses("Hỏi cán bộ")
    asker.presses("Nhắn thêm cho cán bộ")
    assert reaches_staff(asker, MORE)
    assert asker.turns[-1].thread == asker.turns[0].id


def test_who_was_asked_for_words_tells_them_to_the_staff(asker: Resident) -> None:
    asker.presses("👎")
    asker.presses("Khó hiểu")
    outcome = asker.presses("Hỏi cán bộ")
    assert outcome.staff_question == asker.turns[0].id
    assert "nhắn tiếp" in asker.heard
    assert reaches_staff(asker, "tôi cần biết số tiền cụ thể")


def test_an_opinion_is_about_the_staffs_answer(resident: Resident) -> None:
    below = resident.replies
    outcome = resident.presses("👍")
    assert outcome.opinion is None
    assert outcome.staff_opinion == Opinion(resident.turns[0].id, good=True)
    resident.replies = below
    outcome = resident.presses("👎")
    assert outcome.opinion is None
    assert outcome.staff_opinion == Opinion(resident.turns[0].id, good=False)
    assert outcome.chat.expects is Expects.STAFF
    assert "nhắn tiếp" in resident.heard


def test_in_a_group_nobodys_words_go_to_the_staff(resident: Resident) -> None:
    below = resident.replies
    assert not reaches_staff(resident, MONEY, in_group=True)
    resident.replies = below
    resident.sends(ChannelKind.PRESS, f"{below[0].id}:0", in_group=True)
    assert "nhắn riêng" in resident.heard


def test_where_the_staff_is_gone_the_bot_answers(resident: Resident) -> None:
    resident.bot.memory.staff = False
    assert not reaches_staff(resident, MONEY)
    assert "“Kinh phí" in resident.heard


def test_who_writes_too_much_has_to_wait(resident: Resident) -> None:
    for number in range(19):
        assert reaches_staff(resident, f"{MORE} Lần {number}.")
    assert not reaches_staff(resident, MORE)
    resident.bot.clock.passes(HOURS)
    assert reaches_staff(resident, MORE)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("đang nói chuyện với người hay máy vậy", "máy", id="who answers"),
        pytest.param("bot có lưu tin nhắn của tôi không", "xóa dữ liệu", id="what is kept"),
    ],
)
def test_what_is_asked_of_the_talk_the_bot_answers_too(
    resident: Resident, text: str, told: str
) -> None:
    assert reaches_staff(resident, text)
    assert told in resident.heard
