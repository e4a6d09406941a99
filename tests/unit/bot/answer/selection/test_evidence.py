"""Answers from provisions that another document of the library has changed."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer.answerer import Answerer
from bot.answer.values import Answer, Question, Status
from knowledge.parsing.parser import parse_lines
from knowledge.validity.ends import with_ends
from tests.support.answers.answers import FakeSearcher, as_found, gazetteer, hit, the_place
from tests.support.documents.documents import CLEAN, at, lines_of, parsed, successor
from tests.support.language.language import speller

OLD = parsed(CLEAN).resolution
OF_OLD = "Nghị quyết số 12/2025/NQ-HĐND"
BEFORE, SINCE = date(2026, 2, 28), date(2026, 3, 1)
REPEALED = f"Bãi bỏ điểm a khoản 1 Điều 2 {OF_OLD}."
AMENDED = f"Sửa đổi điểm a khoản 1 Điều 2 {OF_OLD} như sau:\n\n“a) Niêm yết tại trụ sở ấp;”"
POINT, NEXT = at("test", 2, 1, "a"), at("test", 2, 1, "b")
NOTED = "Lưu ý: điểm a khoản 1 Điều 2 đã"


def answer(said: str, on: date, text: str = "Niêm yết ở đâu?") -> Answer:
    """Return the answer of a library in which a later document says `said`."""
    new = parse_lines(lines_of(successor(said)), "new").resolution
    library = {one.id: one for one in with_ends([OLD, new])}
    searcher = FakeSearcher((hit(POINT), hit(NEXT, 16.6)))
    answerer = Answerer(library, searcher, gazetteer(), speller(), fit=as_found)
    return answerer.answer(Question(text, on, the_place("tỉnh An Giang")))


def test_what_was_amended_is_told_with_the_new_words() -> None:
    told = answer(AMENDED, SINCE)
    assert told.status is Status.ANSWERED
    assert f"{NOTED} được sửa đổi, bổ sung từ ngày 01/3/2026 theo khoản 1 Điều 3" in told.text
    assert "Niêm yết tại trụ sở ấp" in told.text
    assert [one.address for one in told.citations] == [POINT, at("new", 3, 1)]


@pytest.mark.parametrize("said", [AMENDED, REPEALED])
def test_before_that_day_the_provision_stands_as_it_was(said: str) -> None:
    told = answer(said, BEFORE)
    assert [one.address for one in told.citations] == [POINT]
    assert "Lưu ý" not in told.text


def test_what_was_repealed_answers_no_more() -> None:
    told = answer(REPEALED, SINCE)
    assert [one.address for one in told.citations] == [NEXT]
    assert POINT not in [one.address for one in told.passages]


def test_who_asks_for_a_repealed_provision_is_told_that_it_is() -> None:
    told = answer(REPEALED, SINCE, f"điểm a khoản 1 Điều 2 {OF_OLD} nói gì?")
    assert f"{NOTED} bị bãi bỏ từ ngày 01/3/2026 theo khoản 1 Điều 3" in told.text
    assert "Nguyên văn ban đầu" in told.text


def test_a_change_inside_what_is_quoted_is_told() -> None:
    told = answer(AMENDED, SINCE, f"khoản 1 Điều 2 {OF_OLD} nói gì?")
    assert told.text.count(NOTED) == 1
