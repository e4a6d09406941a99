"""Whole texts and related provisions below an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.conversation.values import Menu
from knowledge.law.resolution import Effect
from tests.support.answers.answers import hit, library
from tests.support.conversations.conversations import Bot, Resident, reworded, without
from tests.support.documents.documents import CA_MAU, LANG_SON, at

MONEY = "kinh phí lấy ở đâu?"
NEAR = [at(LANG_SON, 3, 1), at(LANG_SON, 3, 2), at(LANG_SON, 3, 3), at(LANG_SON, 4, 1)]
CHANGED, GONE = "nội dung này đã được sửa", "không còn Điều 5"


@pytest.fixture
def resident() -> Resident:
    bot = Bot()
    bot.finds(hit(at(LANG_SON, 5)), *(hit(one, 15.0 - rank) for rank, one in enumerate(NEAR)))
    resident = Resident(bot)
    resident.says("Lạng Sơn")
    resident.says(MONEY)
    return resident


def test_the_whole_text_is_shown_with_its_heading(resident: Resident) -> None:
    resident.presses("Xem nguyên văn")
    provision = library()[LANG_SON].find(at(LANG_SON, 5))

    assert provision
    assert f"Điều 5. {provision.words}" in resident.heard
    assert CHANGED not in resident.heard


def test_the_other_citations_are_offered_below_the_first() -> None:
    resident = Resident(Bot())
    resident.bot.finds(hit(at(LANG_SON, 5)), hit(at(CA_MAU, 2), 19.5))
    resident.says(MONEY)
    resident.says("Ai trả tiền cho việc này?")
    resident.presses("Xem nguyên văn")
    assert resident.offered == ["Xem Điều 2 – tỉnh Cà Mau"]

    resident.presses("Xem Điều 2")
    assert "HĐND tỉnh Cà Mau" in resident.heard
    assert resident.offered == ["Xem Điều 5 – tỉnh Lạng Sơn"]


def test_a_text_that_changed_since_the_answer_is_said_to_have(resident: Resident) -> None:
    resident.bot.library[LANG_SON] = reworded(library()[LANG_SON], at(LANG_SON, 5))
    resident.presses("Xem nguyên văn")

    assert CHANGED in resident.heard
    assert "Đã sửa." in resident.heard


def test_a_provision_that_is_gone_is_said_to_be(resident: Resident) -> None:
    resident.bot.library[LANG_SON] = without(library()[LANG_SON], at(LANG_SON, 5))
    resident.presses("Xem nguyên văn")

    assert GONE in resident.heard


def test_a_document_that_is_gone_is_no_error(resident: Resident) -> None:
    del resident.bot.library[LANG_SON]
    answer = resident.replies
    resident.presses("Xem nguyên văn")
    assert GONE in resident.heard

    resident.replies = answer
    resident.presses("Điều liên quan")
    assert "không thấy thêm quy định nào" in resident.heard


def test_related_provisions_are_quoted_three_at_a_time(resident: Resident) -> None:
    resident.presses("Điều liên quan")
    assert resident.heard.count("— khoản") == 3
    assert resident.offered == [
        "Xem khoản 1 Điều 3",
        "Xem khoản 2 Điều 3",
        "Xem khoản 3 Điều 3",
        "Xem tiếp",
    ]

    resident.presses("Xem tiếp")
    assert "— khoản 1 Điều 4" in resident.heard
    assert "Hết rồi" in resident.heard
    assert resident.offered == ["Xem khoản 1 Điều 4", "Quay lại"]

    resident.presses("Quay lại")
    assert "— khoản 1 Điều 3" in resident.heard


def test_a_related_provision_is_opened_whole_and_compared_with_what_was_offered(
    resident: Resident,
) -> None:
    resident.presses("Điều liên quan")
    offered = resident.replies
    resident.presses("Xem khoản 2 Điều 3")
    assert "Điều 3. Mục tiêu" in resident.heard
    assert CHANGED not in resident.heard

    resident.bot.library[LANG_SON] = reworded(library()[LANG_SON], NEAR[1])
    resident.replies = offered
    resident.presses("Xem khoản 2 Điều 3")
    assert CHANGED in resident.heard


def test_related_provisions_that_exist_no_more_are_left_out(resident: Resident) -> None:
    resident.bot.library[LANG_SON] = without(library()[LANG_SON], NEAR[0])
    resident.presses("Điều liên quan")

    assert "— khoản 1 Điều 3" not in resident.heard


def test_nothing_is_related_that_has_expired(resident: Resident) -> None:
    expired = replace(library()[LANG_SON], effect=Effect(until=date(2025, 1, 1)))
    resident.bot.library[LANG_SON] = expired
    resident.presses("Điều liên quan")

    assert "không thấy thêm quy định nào" in resident.heard


def test_buttons_of_a_chat_work_for_nobody_else(resident: Resident) -> None:
    stranger = Resident(resident.bot, "stranger")
    stranger.replies = resident.replies
    stranger.presses("Xem nguyên văn")

    assert "cũ quá rồi" in stranger.heard


@pytest.mark.parametrize("label", ["Xem nguyên văn", "Điều liên quan", "👍", "👎", "Hỏi cán bộ"])
def test_a_button_whose_turn_is_forgotten_is_too_old(resident: Resident, label: str) -> None:
    resident.bot.memory.turns.clear()
    outcome = resident.presses(label)

    assert "cũ quá rồi" in resident.heard
    assert outcome.opinion is None
    assert outcome.staff_question is None


def test_a_button_whose_menu_is_forgotten_is_too_old(resident: Resident) -> None:
    menus: dict[tuple[str, str], Menu] = resident.bot.memory.menus
    menus.clear()
    resident.presses("Xem nguyên văn")

    assert "cũ quá rồi" in resident.heard
