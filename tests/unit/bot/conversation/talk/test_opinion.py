"""What a resident thinks of an answer, and the way to the staff."""

from __future__ import annotations

import pytest

from bot.answer.staff.contacts import Contacts
from bot.conversation.values import Opinion
from tests.support.answers.answers import hit
from tests.support.conversations.conversations import Bot, Resident
from tests.support.documents.documents import LANG_SON, at

MONEY = "kinh phí lấy ở đâu?"


@pytest.fixture
def resident() -> Resident:
    resident = Resident(Bot())
    resident.bot.finds(hit(at(LANG_SON, 5)))
    resident.says("Lạng Sơn")
    resident.says(MONEY)
    return resident


def test_praise_is_thanked_for(resident: Resident) -> None:
    resident.presses("👍")

    assert resident.opinions == [Opinion(resident.turns[0].id, good=True)]
    assert "Cảm ơn Bạn" in resident.heard


@pytest.mark.parametrize(
    ("staff", "offered", "said"),
    [
        pytest.param(True, ["Hỏi cán bộ"], "chuyển câu này cho cán bộ", id="staff"),
        pytest.param(False, [], "hỏi Ủy ban nhân dân xã", id="nobody to pass it to"),
    ],
)
def test_blame_is_asked_about_and_each_reason_taken(
    resident: Resident, staff: bool, offered: list[str], said: str
) -> None:
    resident.bot.memory.staff = staff
    resident.presses("👎")
    turn = resident.turns[0].id
    assert resident.opinions == [Opinion(turn, good=False)]
    assert len(resident.offered) == 3

    resident.presses("Khó hiểu")
    assert resident.opinions[-1] == Opinion(turn, good=False, reason="hard_to_read")
    assert resident.offered == offered
    assert said in resident.heard


def test_a_reason_may_be_followed_by_a_comment(resident: Resident) -> None:
    resident.presses("👎")
    turn = resident.turns[0].id
    resident.presses("Khó hiểu")
    resident.says("chưa nói rõ ai đứng ra giám sát")

    comment = Opinion(turn, good=False, comment="chưa nói rõ ai đứng ra giám sát")
    assert resident.opinions[-1] == comment


def test_a_comment_is_taken_in_the_residents_own_words(resident: Resident) -> None:
    resident.presses("👎")
    resident.says("trả lời chẳng đúng chỗ nào")

    comment = Opinion(resident.turns[0].id, good=False, comment="trả lời chẳng đúng chỗ nào")
    assert resident.opinions[-1] == comment
    assert len(resident.turns) == 1
    assert resident.says("quỹ thôn").turn


@pytest.mark.parametrize("typed", ["Thôn tôi họp mấy lần một năm?", "/quyen", "Dĩ An?", "cảm ơn"])
def test_a_question_or_command_is_no_comment(resident: Resident, typed: str) -> None:
    resident.presses("👎")
    outcome = resident.says(typed)

    assert outcome.opinion is None


def test_without_staff_it_says_so(resident: Resident) -> None:
    outcome = resident.presses("Hỏi cán bộ")

    assert outcome.staff_question is None
    assert "chưa có cán bộ nào" in resident.heard
    assert "Ủy ban nhân dân" in resident.heard


def test_without_staff_it_names_whom_to_turn_to_where_the_resident_lives(
    resident: Resident,
) -> None:
    home = resident.chat.place
    assert home
    resident.bot.memory.reached[home] = Contacts("Một cửa tỉnh", telephone="0205 3812 346")
    resident.presses("Hỏi cán bộ")

    assert "Bạn liên hệ: Một cửa tỉnh\nĐiện thoại: 0205 3812 346" in resident.heard


def test_with_staff_the_question_goes_to_them_as_often_as_it_is_pressed(
    resident: Resident,
) -> None:
    resident.bot.memory.staff = True
    answer = resident.replies
    for _ in range(2):
        resident.replies = answer
        assert resident.presses("Hỏi cán bộ").staff_question == resident.turns[0].id
        assert f"“{MONEY}”" in resident.heard
