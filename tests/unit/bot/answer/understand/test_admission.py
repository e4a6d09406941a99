from __future__ import annotations

from datetime import date

import pytest

from bot.answer.understand.admission import LONGEST_QUESTION, Refused, admit, read_day, read_place
from knowledge.law.resolution import Territory
from tests.support.answers.answers import ON, gazetteer, library
from tests.support.documents.builders import resolution

LIBRARY = tuple(library().values())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Dân được biết gì?", id="a question"),
        pytest.param("a" * LONGEST_QUESTION, id="as long as can be"),
        pytest.param("cần <50% số hộ hay >50%?", id="signs of comparison"),
        pytest.param("a < b > c", id="signs with spaces"),
        pytest.param("dòng một\n\tdòng hai\r\n", id="line breaks and tabs"),
        pytest.param("kinh phí 👍", id="emoji beside words"),
        pytest.param("5?", id="a digit"),
        pytest.param("𠀀 họp", id="beyond the first plane"),
    ],
)
def test_lets_questions_through_as_they_are(text: str) -> None:
    assert admit(text) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("", "empty", id="empty"),
        pytest.param(" \n\t ", "empty", id="white space"),
        pytest.param("a" * (LONGEST_QUESTION + 1), "too_long", id="one too long"),
        pytest.param("họp\x00dân", "control_characters", id="null"),
        pytest.param("họp\x1b[31m", "control_characters", id="escape"),
        pytest.param("họp\x85", "control_characters", id="control of Latin-1"),
        pytest.param("<script>alert(1)</script>", "markup", id="script"),
        pytest.param("họp <b>dân</b>", "markup", id="bold"),
        pytest.param("họp <!-- ẩn -->", "markup", id="comment"),
        pytest.param("<IMG src=x>", "markup", id="capitals"),
        pytest.param("👍👍", "no_words", id="emoji"),
        pytest.param("???", "no_words", id="marks"),
    ],
)
def test_refuses_what_is_no_question(text: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        admit(text)
    assert refused.value.reason == reason


def test_a_question_too_long_is_told_how_long_it_may_be() -> None:
    with pytest.raises(Refused, match=f"10000 ký tự.*{LONGEST_QUESTION}"):
        admit("a" * 10_000)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("2026-11-22", date(2026, 11, 22), id="ISO"),
        pytest.param("22/11/2026", date(2026, 11, 22), id="as in Vietnam"),
        pytest.param(" 1-2-2026 ", date(2026, 2, 1), id="short, with spaces"),
    ],
)
def test_reads_days(text: str, day: date) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("30/02/2026", id="not in the calendar"),
        pytest.param("2026-13-01", id="no such month"),
        pytest.param("hôm nay", id="words"),
        pytest.param("ngày 22/11/2026", id="words around it"),
        pytest.param("22/11", id="no year"),
        pytest.param("", id="empty"),
    ],
)
def test_refuses_what_is_no_day(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_day(text)
    assert refused.value.reason == "bad_date"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("tỉnh Lạng Sơn", "tỉnh Lạng Sơn", id="province"),
        pytest.param("lang son", "tỉnh Lạng Sơn", id="without marks"),
        pytest.param(
            "phường Kim Thanh, tỉnh Ninh Bình", "phường Kim Thanh, tỉnh Ninh Bình", id="commune"
        ),
    ],
)
def test_reads_places(text: str, name: str) -> None:
    assert read_place(text, gazetteer(), ON, LIBRARY).name == name


def test_namesakes_to_which_the_same_applies_are_one_place() -> None:
    assert len(gazetteer().parse("xã Tân Thành")) > 1
    assert read_place("xã Tân Thành", gazetteer(), ON, ()).commune == "xã Tân Thành"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("xã Không Có Thật", "unknown_place", id="unknown"),
        pytest.param("", "unknown_place", id="empty"),
        pytest.param("xã Tân Thành", "ambiguous_place", id="namesakes"),
    ],
)
def test_refuses_places_that_cannot_be_told(text: str, reason: str) -> None:
    local = resolution("local", Territory("tỉnh Thái Nguyên"))

    with pytest.raises(Refused) as refused:
        read_place(text, gazetteer(), ON, [local])
    assert refused.value.reason == reason


def test_namesakes_are_listed_with_what_tells_them_apart() -> None:
    local = resolution("local", Territory("tỉnh Thái Nguyên"))

    with pytest.raises(Refused, match=r"xã Tân Thành, tỉnh Thái Nguyên;.*ghi rõ tỉnh"):
        read_place("xã Tân Thành", gazetteer(), ON, [local])
