"""Browsing rights, topics and resolutions without a question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.law.resolution import Effect
from tests.support.answers.answers import library
from tests.support.conversations.conversations import Bot, Resident
from tests.support.documents.documents import LANG_SON


@pytest.fixture
def resident() -> Resident:
    resident = Resident(Bot())
    resident.says("Lạng Sơn")
    return resident


def test_the_four_rights_are_offered(resident: Resident) -> None:
    resident.says("/quyen")

    assert resident.offered == ["Biết", "Bàn", "Quyết định", "Giám sát"]


def test_a_right_lists_its_topics_a_page_at_a_time(resident: Resident) -> None:
    resident.says("/quyen")
    resident.presses("Biết")
    assert "áp dụng tại tỉnh Lạng Sơn" in resident.heard
    assert len(resident.offered) == 10
    assert resident.offered[0] == "Kinh phí thực hiện dân chủ"
    assert resident.offered[-2:] == ["Quay lại", "Xem tiếp"]

    resident.presses("Xem tiếp")
    assert resident.offered == ["Việc thứ 9", "Việc thứ 10", "Quay lại"]
    resident.presses("Quay lại")
    assert resident.offered[0] == "Kinh phí thực hiện dân chủ"
    resident.presses("Quay lại")
    assert resident.offered == ["Biết", "Bàn", "Quyết định", "Giám sát"]


def test_a_topic_quotes_its_provisions_for_this_place(resident: Resident) -> None:
    resident.says("giám sát")
    resident.presses("Kinh phí")
    assert "— Điều 5 Nghị quyết số 08/2024/NQ-HĐND" in resident.heard
    assert "Cà Mau" not in resident.heard
    assert resident.offered == ["Xem Điều 5", "Quay lại"]

    resident.presses("Xem Điều 5")
    assert resident.heard.startswith("Điều 5. Kinh phí thực hiện")


def test_without_a_place_all_resolutions_are_browsed_and_it_says_so() -> None:
    resident = Resident(Bot())
    resident.says("/quyen")
    resident.presses("Giám sát")
    assert "trong tất cả nghị quyết tôi có" in resident.heard

    resident.presses("Kinh phí")
    assert resident.heard.count("”") >= 3
    assert resident.offered[0] == "Xem Điều 2 – tỉnh Cà Mau"


def test_where_nothing_is_regulated_it_says_so(resident: Resident) -> None:
    resident.says("Quyết định")
    assert "chưa thấy quy định nào về việc này áp dụng tại tỉnh Lạng Sơn" in resident.heard

    resident.says("Nghệ An")
    resident.says("Biết")
    assert "chưa thấy quy định nào" in resident.heard


def test_a_topic_that_is_gone_is_no_error(resident: Resident) -> None:
    resident.says("Biết")
    del resident.bot.library[LANG_SON]
    resident.presses("Kinh phí")

    assert "chưa thấy quy định nào" in resident.heard


def test_resolutions_are_listed_with_dates_and_standing(resident: Resident) -> None:
    resident.says("/nghiquyet")

    assert "• Nghị quyết số 08/2024/NQ-HĐND ngày 23/7/2024" in resident.heard
    assert "Hiệu lực: có hiệu lực từ ngày 05/8/2024" in resident.heard
    assert "Hiện nay: đang có hiệu lực" in resident.heard
    assert resident.heard.count("• ") == 1


@pytest.mark.parametrize(
    ("effect", "words"),
    [
        pytest.param(Effect(since=date(2027, 1, 1)), "chưa có hiệu lực", id="not yet"),
        pytest.param(
            Effect(since=date(2024, 1, 1), until=date(2025, 1, 1)), "đã hết hiệu lực", id="expired"
        ),
        pytest.param(
            Effect(passed_on=date(2024, 7, 23)), "bản sao không ghi ngày có hiệu lực", id="unknown"
        ),
    ],
)
def test_a_resolution_that_is_not_in_force_is_told_so(
    resident: Resident, effect: Effect, words: str
) -> None:
    resident.bot.library[LANG_SON] = replace(library()[LANG_SON], effect=effect)
    resident.says("nghị quyết áp dụng")

    assert words in resident.heard


def test_without_a_place_all_resolutions_are_listed() -> None:
    resident = Resident(Bot())
    resident.says("/nghiquyet")

    assert "Bạn chưa cho biết nơi ở" in resident.heard
    assert resident.heard.count("• ") == 5


def test_where_no_resolution_applies_the_list_says_so(resident: Resident) -> None:
    resident.says("Nghệ An")
    resident.says("/nghiquyet")

    assert "chưa có nghị quyết nào" in resident.heard
    assert resident.offered == ["Chọn nơi ở"]


def test_a_resolution_is_opened_article_by_article(resident: Resident) -> None:
    resident.says("/nghiquyet")
    resident.presses("Mở nghị quyết")
    assert resident.offered[0] == "Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng"
    assert resident.offered[-2:] == ["Điều 6. Tổ chức thực hiện", "Quay lại"]

    articles = resident.replies
    resident.presses("Điều 5")
    assert resident.heard.startswith("Điều 5. Kinh phí thực hiện")
    resident.replies = articles
    resident.presses("Quay lại")
    assert "Hiện nay" in resident.heard


def test_a_resolution_that_is_gone_is_no_error(resident: Resident) -> None:
    resident.says("/nghiquyet")
    del resident.bot.library[LANG_SON]
    resident.presses("Mở")

    assert "cũ quá rồi" in resident.heard
