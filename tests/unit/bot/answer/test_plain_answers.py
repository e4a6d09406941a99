"""What is told in our own words, above a quote and in the place of a text that is not here."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.answer.answerer import Answerer
from bot.answer.composing.shape import LONGEST_ANSWER
from bot.answer.quoting.guide import Guide
from bot.answer.values import Answer, Earlier, Question, Status
from index.hit import Hit
from knowledge.law.resolution import Effect, Head
from knowledge.matters.topic import PlainAnswer, Right, Topic
from knowledge.parsing.head.issuers import NATIONWIDE
from tests.support.answers.answers import (
    FakeSearcher,
    as_found,
    ask,
    gazetteer,
    hit,
    library,
    the_place,
)
from tests.support.answers.provisions import document
from tests.support.documents.documents import CA_MAU, LANG_SON, at
from tests.support.language.language import speller

LAW = "law"
SHARE = at(LAW, 21, 1)
SUMMARY = replace(
    document({(21, 1): ("Góp tiền", "Từ hai phần ba số hộ.")}, id=LAW),
    head=Head(
        "10/2022/QH15",
        "Luật",
        "Thực hiện dân chủ ở cơ sở",
        "Quốc hội",
        issued_on=date(2022, 11, 10),
    ),
    territory=NATIONWIDE,
    effect=Effect(since=date(2023, 7, 1)),
    is_summary=True,
    edition="bản 2022",
)
MONEY = at(CA_MAU, 2)
HERE = Topic(
    id="kinh-phi",
    name="kinh phí",
    rights=(Right.KNOW,),
    answers=(PlainAnswer((MONEY,), "Do ngân sách nhà nước trả.", ("Hỏi Ủy ban xã.",)),),
    questions=("tiền đâu ra",),
)
TOLD = Topic(
    id="gop-tien",
    name="Góp tiền",
    rights=(Right.DECIDE,),
    answers=(PlainAnswer((SHARE, at(LAW, 15)), "Từ hai phần ba số hộ.", ("Xem biên bản.",)),),
    questions=("mấy nhà chịu",),
)
DAY = date(2026, 11, 30)
PLACE = the_place("tỉnh Cà Mau")
SURE, LESS_SURE, UNSURE = 20.0, 16.0, 14.5


def tell(*hits: Hit, topics: tuple[Topic, ...] = (HERE, TOLD), **asked: Any) -> Answer:
    question = asked.pop("question", "Kinh phí lấy ở đâu?")
    asked.setdefault("place", PLACE)
    return ask(question, *hits, guide=Guide(topics, {LAW: SUMMARY}), **asked)


def test_a_plain_answer_stands_above_its_quote_and_steps_below() -> None:
    answer = tell(hit(MONEY))
    lines = [line for line in answer.text.splitlines() if line]

    assert lines[0] == "Tóm tắt: Do ngân sách nhà nước trả."
    assert lines[1].startswith("“") or lines[1].startswith("Điều")
    assert lines.index("• Hỏi Ủy ban xã.") > lines.index(lines[1])
    assert answer.citations[0].quote in answer.text
    assert (answer.short, answer.steps, answer.matter) == (
        "Do ngân sách nhà nước trả.", ("Hỏi Ủy ban xã.",), "kinh-phi",
    )  # fmt: skip


def test_an_answer_without_a_line_says_so_in_json() -> None:
    told = tell(hit(MONEY), topics=()).as_dict()

    assert (told["short"], told["steps"], told["matter"]) == (None, [], None)


def test_what_the_text_does_not_say_is_not_told(caplog: pytest.LogCaptureFixture) -> None:
    wrong = replace(HERE, answers=(PlainAnswer((MONEY,), "Mỗi hộ nộp 500.000 đồng."),))
    with caplog.at_level(logging.WARNING):
        answer = tell(hit(MONEY), topics=(wrong,))

    assert answer.status is Status.ANSWERED
    assert "500.000" not in answer.text
    assert not answer.short
    assert "500.000 đồng" in caplog.text


def test_a_document_that_is_not_here_answers_with_a_summary() -> None:
    answer = tell(hit(SHARE), question="Mấy nhà chịu góp tiền thì được thu?")

    assert answer.status is Status.ANSWERED
    assert "Tóm tắt, không phải nguyên văn: Từ hai phần ba số hộ." in answer.text
    assert "khoản 1 Điều 21; Điều 15 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15" in answer.text
    assert "(bản 2022)" in answer.text
    assert "• Xem biên bản." in answer.text
    assert [(one.address, one.quote) for one in answer.citations] == [
        (SHARE, ""), (at(LAW, 15), ""),
    ]  # fmt: skip
    assert [one["quote"] for one in answer.as_dict()["citations"]] == [None, None]
    assert answer.matter == "gop-tien"


@pytest.mark.parametrize(
    ("hits", "cited"),
    [
        pytest.param((hit(MONEY, SURE), hit(SHARE, SURE)), [MONEY, SHARE], id="both"),
        pytest.param((hit(MONEY, UNSURE), hit(SHARE, SURE)), [SHARE], id="only what is told"),
        pytest.param((hit(MONEY, SURE), hit(SHARE, UNSURE)), [MONEY], id="only what is here"),
    ],
)
def test_what_the_place_decides_comes_first(hits: tuple[Hit, ...], cited: list[Any]) -> None:
    told = [one.address for one in tell(*hits).citations if one.address != at(LAW, 15)]

    assert told == cited


def test_a_provision_that_only_urges_gives_way_to_what_is_told() -> None:
    urging = replace(HERE, answers=(replace(HERE.answers[0], general=True),))
    answer = tell(hit(MONEY, LESS_SURE), hit(SHARE, SURE), topics=(urging, TOLD))

    assert [one.address for one in answer.citations] == [SHARE, at(LAW, 15)]


@pytest.mark.parametrize(
    ("question", "status"),
    [
        pytest.param("Điều 21 Luật Thực hiện dân chủ ở cơ sở?", Status.ANSWERED, id="its article"),
        pytest.param("khoản 1 Điều 21 Luật 10/2022/QH15", Status.ANSWERED, id="by its number"),
        pytest.param("Điều 40 Luật Thực hiện dân chủ ở cơ sở?", Status.NOT_FOUND, id="untold"),
        pytest.param("Điều 21 Luật Đất đai nói gì?", Status.NOT_FOUND, id="another law"),
    ],
)
def test_a_provision_of_an_absent_document_is_told_by_its_lines(
    question: str, status: Status
) -> None:
    answer = tell(hit(SHARE), question=question)

    assert answer.status is status
    assert (SHARE in [one.address for one in answer.citations]) is (status is Status.ANSWERED)


def test_where_nothing_applies_the_law_is_told() -> None:
    answer = tell(hit(SHARE), place=the_place("thành phố Hà Nội"))

    assert answer.status is Status.ANSWERED
    assert "Tôi chưa có nghị quyết nào" in answer.text
    assert "Từ hai phần ba số hộ." in answer.text


def test_a_summary_is_told_while_its_document_is_in_force() -> None:
    answer = tell(hit(SHARE), on=date(2023, 6, 30))

    assert answer.status is not Status.ANSWERED


def test_who_names_a_document_that_is_here_is_answered_from_it() -> None:
    answer = tell(hit(MONEY, SURE), hit(SHARE, SURE), question="Nghị quyết tỉnh Cà Mau, Điều 2?")

    assert {one.address.resolution for one in answer.citations} == {CA_MAU}


def test_what_a_chat_needs_to_hear_once_is_said_once() -> None:
    first = tell(hit(MONEY))
    later = tell(hit(MONEY), earlier=(Earlier("Chào bạn, cho hỏi về kinh phí"),))

    for words in ("không phải tư vấn pháp lý", "lấy theo ngày thông qua"):
        assert words in first.text
        assert words not in later.text


LONG = " ".join(f"Người dân ở tổ {number} được xem biên bản họp." for number in range(1, 60))


def test_an_answer_fits_on_a_phone() -> None:
    wordy = {**library(), LANG_SON: document({(5,): LONG}, id=LANG_SON)}
    searcher = FakeSearcher((hit(at(LANG_SON, 5)),))
    answerer = Answerer(wordy, searcher, gazetteer(), speller(), fit=as_found)
    asked = Question("Người dân được xem gì?", DAY, the_place("tỉnh Lạng Sơn"))
    answer = answerer.answer(asked)

    assert len(LONG) > LONGEST_ANSWER >= len(answer.text)
    assert answer.citations[0].quote in answer.text
