"""Where a resident lives."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.conversation.values import Expects
from tests.support.answers.answers import hit, the_place
from tests.support.conversations.conversations import Bot, Resident
from tests.support.documents.documents import CA_MAU, LANG_SON, at

AGAIN = "Trả lời lại câu vừa rồi cho nơi này"


@pytest.fixture
def resident() -> Resident:
    bot = Bot()
    bot.finds(hit(at(LANG_SON, 5)), hit(at(CA_MAU, 2), 19.5))
    return Resident(bot)


@pytest.mark.parametrize(
    "typed",
    [
        "/diaphuong phường Dĩ An",
        "/diaphuong tui ở dĩ an bd á",
        "Dĩ An",
        "e ở dĩ an bd á",
        "tôi ở p. Dĩ An",
        "nhà em ở Dĩ An, Bình Dương",
    ],
)
def test_a_place_is_taken_however_it_is_given(resident: Resident, typed: str) -> None:
    resident.says(typed)

    assert resident.chat.place == the_place("phường Dĩ An, Bình Dương")
    assert resident.chat.expects is None
    assert "(trước ngày 01/7/2025 thuộc tỉnh Bình Dương)" in resident.heard
    assert "• Nghị quyết (bản sao không ghi số) ngày 23/7/2024" in resident.heard


def test_a_place_is_taken_from_a_button(resident: Resident) -> None:
    resident.says("/start")
    resident.presses("Tỉnh Cà Mau")

    assert resident.chat.place == the_place("Cà Mau")
    assert "(theo địa bàn trước ngày 01/7/2025)" in resident.heard


def test_a_place_that_was_not_merged_has_no_past(resident: Resident) -> None:
    resident.says("Lạng Sơn")

    assert "theo nơi ở: tỉnh Lạng Sơn.\n" in resident.heard


def test_a_place_without_resolution_is_told_so(resident: Resident) -> None:
    resident.says("tỉnh Nghệ An")

    assert resident.chat.place == the_place("tỉnh Nghệ An")
    assert "chưa có nghị quyết nào" in resident.heard


def test_a_part_that_has_a_resolution_is_hinted_at(resident: Resident) -> None:
    resident.says("TP HCM")

    assert "Nếu nơi Bạn ở thuộc tỉnh Bình Dương cũ" in resident.heard


def test_namesakes_are_asked_back_with_their_provinces(resident: Resident) -> None:
    resident.says("Tân Hưng")
    assert resident.chat.place is None
    assert resident.chat.expects is Expects.PLACE
    assert "Xã Tân Hưng, tỉnh Tây Ninh (tỉnh Long An cũ)" in resident.offered

    resident.presses("Xã Tân Hưng, tỉnh Cà Mau")
    assert resident.chat.place == the_place("xã Tân Hưng, tỉnh Cà Mau")


def test_an_earlier_province_that_was_parted_is_asked_back(resident: Resident) -> None:
    resident.says("quê tui Sông Bé")
    assert resident.chat.place is None

    resident.presses("Tỉnh Bình Phước")
    assert resident.chat.place == the_place("Bình Phước")


def test_a_place_in_a_question_leaves_the_resident_where_they_live(resident: Resident) -> None:
    resident.says("tui ở Lạng Sơn")
    resident.says("tui ở Cà Mau thì họp thôn do ai chủ trì")

    assert resident.chat.place == the_place("Lạng Sơn")


def test_at_most_eight_namesakes_are_offered(resident: Resident) -> None:
    resident.says("xã Tân Tiến")
    resident.says("Tân Thành")

    assert 1 < len(resident.offered) <= 8


def test_an_unknown_place_is_asked_for_again(resident: Resident) -> None:
    resident.says("/start")
    resident.says("xã Abc")

    assert "không tìm thấy địa phương nào tên “xã Abc”" in resident.heard
    assert resident.chat.expects is Expects.PLACE


def test_a_question_typed_instead_of_a_place_is_answered(resident: Resident) -> None:
    resident.says("/diaphuong")
    outcome = resident.says("kinh phí lấy ở đâu")

    assert outcome.turn is not None
    assert resident.chat.expects is Expects.PLACE
    resident.says("di an")
    assert resident.chat.place == the_place("phường Dĩ An, Bình Dương")


def test_a_place_named_in_a_question_is_for_that_question(resident: Resident) -> None:
    resident.says("Dĩ An")
    outcome = resident.says("Ở Lạng Sơn kinh phí lấy ở đâu?")

    assert outcome.turn
    assert outcome.turn.place == the_place("Lạng Sơn")
    assert resident.chat.place == the_place("phường Dĩ An, Bình Dương")


def test_what_was_asked_before_is_answered_for_the_new_place(resident: Resident) -> None:
    resident.says("Lạng Sơn")
    resident.says("kinh phí lấy ở đâu?")
    resident.says("Cà Mau")
    assert AGAIN in resident.offered

    outcome = resident.presses(AGAIN)
    assert outcome.turn
    assert outcome.turn.place == the_place("Cà Mau")
    assert "Câu hỏi trước của Bạn: “kinh phí lấy ở đâu?”" in resident.heard
    assert "HĐND tỉnh Cà Mau" in resident.heard
    assert "Lạng Sơn" not in resident.heard


@pytest.mark.parametrize(
    ("question", "minutes"),
    [
        pytest.param("Ở Lạng Sơn kinh phí lấy ở đâu?", 1, id="names its place"),
        pytest.param("kinh phí lấy ở đâu?", 31, id="long ago"),
        pytest.param("cảm ơn", 1, id="small talk"),
    ],
)
def test_nothing_is_answered_again_without_need(
    resident: Resident, question: str, minutes: int
) -> None:
    resident.says(question)
    resident.bot.clock.passes(timedelta(minutes=minutes))
    resident.says("Cà Mau")

    assert AGAIN not in resident.offered
