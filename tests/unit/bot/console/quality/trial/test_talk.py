"""A chat that is held for one page."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer.values import Status
from bot.console.quality.trial.talk import Home, TrialTalk, hold
from tests.support.answers.answers import ON, the_place
from tests.support.answers.trials import MONEY, finding
from tests.support.documents.documents import LANG_SON, at

LANG_SON_HOME = Home("Lạng Sơn")


def held(*messages: str, home: Home = LANG_SON_HOME, on: date = ON) -> TrialTalk:
    return hold(finding(), on, home, messages)


def test_a_question_is_answered_as_in_a_chat_with_all_that_the_answer_rests_on() -> None:
    (exchange,) = held(MONEY).exchanges

    assert "“Kinh phí bảo đảm để triển khai" in exchange.replies[0].text
    assert exchange.trace
    assert exchange.trace.answer.text in exchange.replies[0].text
    assert exchange.trace.answer.citations[0].address == at(LANG_SON, 5)


def test_the_place_is_asked_for_before_a_question_of_nowhere_is_answered() -> None:
    talk = held(MONEY, home=Home())

    assert talk.place is None
    assert talk.asked_back is None
    assert talk.menu
    assert "Bạn ở xã/phường, tỉnh nào?" in talk.exchanges[0].replies[0].text
    assert "Tỉnh Lạng Sơn" in [choice.label for choice in talk.menu.choices]


def test_a_follow_up_is_read_by_what_was_asked_before() -> None:
    first, second = held(MONEY, "còn ở Cà Mau thì sao?").exchanges

    assert first.trace
    assert second.trace
    assert not first.trace.explanations[0].evidence.reading.follows
    assert second.trace.explanations[0].evidence.reading.follows
    assert second.trace.answer.place == the_place("Cà Mau")


def test_a_number_chooses_what_was_offered_last() -> None:
    _, second = held(MONEY, "1").exchanges

    assert second.said == "1"
    assert second.chosen == "Xem nguyên văn"
    assert second.trace is None
    assert "Kinh phí bảo đảm" in second.replies[0].text


def test_a_number_that_nothing_was_offered_for_chooses_nothing() -> None:
    (exchange,) = held("1").exchanges

    assert exchange.chosen == ""


def test_the_day_decides_what_applies() -> None:
    (exchange,) = held(MONEY, on=date(2024, 1, 1)).exchanges

    assert exchange.trace
    assert exchange.trace.answer.status is Status.NO_RESOLUTION


@pytest.mark.parametrize("on", [date.min, date.max], ids=["first", "last"])
def test_every_day_there_is_can_be_asked_for(on: date) -> None:
    assert held(MONEY, on=on).exchanges


def test_an_unknown_place_is_asked_for_again_before_anything_is_answered() -> None:
    talk = held(MONEY, home=Home("xã Abc"))

    assert talk.asked_back
    assert "không tìm thấy địa phương nào tên “xã Abc”" in talk.asked_back.text
    assert talk.exchanges == ()


def test_of_several_places_one_can_be_chosen() -> None:
    talk = held(MONEY, home=Home("Tân Hưng"))
    assert talk.asked_back
    offered = [choice.label for row in talk.asked_back.choices for choice in row]
    assert "Xã Tân Hưng, tỉnh Cà Mau" in offered

    chosen = held(MONEY, home=Home("Tân Hưng", "Xã Tân Hưng, tỉnh Cà Mau"))
    assert chosen.place == the_place("xã Tân Hưng, tỉnh Cà Mau")
    assert len(chosen.exchanges) == 1


def test_what_was_chosen_for_another_name_does_not_count() -> None:
    stale = "Xã Tân Hưng, tỉnh Cà Mau"

    assert held(home=Home("Lạng Sơn", stale)).place == the_place("Lạng Sơn")
    assert held(home=Home("Tân Thành", stale)).asked_back


def test_what_was_offered_with_the_place_is_no_part_of_the_chat() -> None:
    talk = held("1")

    assert talk.menu is None or talk.menu.choices[0].label != "Biết"


def test_who_has_everything_deleted_begins_anew() -> None:
    *_, last = held(MONEY, "/xoa", "1", "còn ở Cà Mau thì sao?").exchanges

    assert last.trace
    assert not last.trace.explanations[0].evidence.reading.follows


def test_words_for_the_staff_are_tried_as_residents_write_them() -> None:
    words = "Tôi cần biết số tiền cụ thể"
    talk = held(MONEY, "Hỏi cán bộ", "Nhắn thêm cho cán bộ", words, "Hỏi Dân Biết", MONEY)
    *_, asking, passed_on, back, answered = talk.exchanges

    assert "tôi chuyển lời Bạn cho cán bộ" in asking.replies[0].text
    assert "Tôi đã chuyển lời Bạn cho cán bộ" in passed_on.replies[0].text
    assert passed_on.trace is None
    assert back.trace
    assert back.trace.answer.question == words
    assert answered.trace
