"""Answers that the staff has approved, on the real answer path."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from bot.answer.answerer import Answerer
from bot.answer.deciding.approved import ground_at
from bot.answer.deciding.decision import Reason
from bot.answer.quoting.guide import Guide
from bot.answer.staff.approval import Approval, ApprovalGround
from bot.answer.values import Question, Status
from knowledge.law.resolution import Address, Resolution
from tests.support.answers.answers import (
    ON,
    FakeSearcher,
    as_found,
    gazetteer,
    hit,
    library,
    the_place,
)
from tests.support.conversations.conversations import reworded, without
from tests.support.documents.documents import CA_MAU, LANG_SON, at
from tests.support.language.language import speller

MONEY = at(LANG_SON, 5)
TEXT = "Tiền lấy từ ngân sách, bà con không phải nộp thêm."
ASKED = "Kinh phí thực hiện dân chủ ở cơ sở lấy từ đâu?"


@dataclass
class Kept:
    """What is approved, as long as the test lasts."""

    approvals: tuple[Approval, ...]

    def current(self) -> tuple[Approval, ...]:
        return self.approvals


def ground(address: Address) -> ApprovalGround:
    found = ground_at(address, library())
    assert found
    return found


def approval(
    *addresses: Address, question: str = ASKED, text: str = TEXT, within: str = ""
) -> Approval:
    return Approval(7, question, text, tuple(map(ground, addresses or (MONEY,))), within)


def answerer(
    *approvals: Approval, close: float = 0.0, changed: Resolution | None = None
) -> Answerer:
    documents = {**library(), **({changed.id: changed} if changed else {})}
    searcher = FakeSearcher((hit(at(LANG_SON, 3)),), close=close)
    return Answerer(
        documents, searcher, gazetteer(), speller(), Guide(approvals=Kept(approvals)), as_found
    )


def reason(answers: Answerer, question: str, place: str | None = "tỉnh Lạng Sơn") -> Reason:
    own = the_place(place) if place else None
    (only,) = answers.trace(Question(question, ON, own)).explanations
    return only.decision.reason


def test_the_approved_words_are_told_with_the_quoted_provisions() -> None:
    answer = answerer(approval()).answer(Question(ASKED, ON, the_place("tỉnh Lạng Sơn")))
    assert answer.status is Status.ANSWERED
    assert f"Câu trả lời đã được cán bộ duyệt cho câu hỏi “{ASKED}”:" in answer.text
    assert TEXT in answer.text
    (citation, *_) = answer.citations
    assert citation.address == MONEY
    unit = library()[LANG_SON].find(MONEY)
    assert unit
    assert citation.quote in unit.words
    assert f"“{citation.quote}”" in answer.text
    assert citation.label in answer.text
    assert answer.confidence is None


def test_the_trace_tells_which_approval_it_was() -> None:
    (only,) = answerer(approval()).trace(Question(ASKED, ON)).explanations
    assert only.decision.approval == approval()
    assert [check.breach for check in only.checks] == [None] * len(only.checks)
    assert only.checks


@pytest.mark.parametrize(
    ("typed", "close", "served"),
    [
        pytest.param("kinh phi thuc hien dan chu o co so lay tu dau", 0.0, True, id="same words"),
        pytest.param(
            "cho hỏi kinh phí thực hiện dân chủ ở cơ sở lấy từ đâu vậy ạ", 0.97, True, id="alike"
        ),
        pytest.param(
            "cho hỏi kinh phí thực hiện dân chủ ở cơ sở lấy từ đâu vậy ạ",
            0.94,
            False,
            id="alike in words alone",
        ),
        pytest.param(
            "Ai quyết định kinh phí thực hiện dân chủ?", 0.99, False, id="alike in meaning alone"
        ),
        pytest.param("Điều 5 nói gì?", 1.0, False, id="asks for a provision"),
    ],
)
def test_is_served_to_questions_that_mean_the_same(typed: str, close: float, served: bool) -> None:
    found = reason(answerer(approval(), close=close), typed)
    assert (found is Reason.APPROVED) is served


@pytest.mark.parametrize(
    ("given", "place", "served"),
    [
        pytest.param(approval(), "tỉnh Lạng Sơn", True, id="its own place"),
        pytest.param(approval(), "tỉnh Cà Mau", False, id="another place"),
        pytest.param(approval(), None, True, id="nobody says where"),
        pytest.param(approval(within=CA_MAU), "tỉnh Lạng Sơn", False, id="kept to another place"),
        pytest.param(approval(within=LANG_SON), "tỉnh Lạng Sơn", True, id="kept to this place"),
        pytest.param(
            approval(MONEY, at(CA_MAU, 2)), "tỉnh Lạng Sơn", False, id="rests on both places"
        ),
    ],
)
def test_is_served_where_all_it_rests_on_applies(
    given: Approval, place: str | None, served: bool
) -> None:
    assert (reason(answerer(given), ASKED, place) is Reason.APPROVED) is served


def test_who_does_not_say_where_is_told_where_it_applies() -> None:
    told = answerer(approval()).answer(Question(ASKED, ON)).text
    assert "dành cho bà con ở: tỉnh Lạng Sơn" in told
    own = answerer(approval()).answer(Question(ASKED, ON, the_place("tỉnh Lạng Sơn"))).text
    assert "dành cho bà con ở" not in own


def test_of_two_places_neither_is_served_to_who_does_not_say_where() -> None:
    both = (approval(), replace(approval(at(CA_MAU, 2)), number=8))
    assert reason(answerer(*both), ASKED, None) is not Reason.APPROVED
    assert reason(answerer(*both), ASKED, "tỉnh Cà Mau") is Reason.APPROVED


def test_of_two_for_the_same_place_the_newest_is_served() -> None:
    newest = replace(approval(), number=8, text="Bản mới.")
    assert "Bản mới." in answerer(newest, approval()).answer(Question(ASKED, ON)).text


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(reworded(library()[LANG_SON], MONEY), id="reworded"),
        pytest.param(without(library()[LANG_SON], MONEY), id="gone"),
    ],
)
def test_is_suspended_once_a_provision_is_not_what_it_was(changed: Resolution) -> None:
    answers = answerer(approval(), changed=changed)
    assert reason(answers, ASKED) is not Reason.APPROVED
    assert answers.approved.changed(approval()) == approval().grounds
    assert answerer().approved.changed(approval()) == ()


def test_a_changed_provision_elsewhere_suspends_nothing() -> None:
    changed = reworded(library()[LANG_SON], at(LANG_SON, 3, 1))
    assert reason(answerer(approval(), changed=changed), ASKED) is Reason.APPROVED


def test_a_message_of_two_questions_may_be_approved_as_a_whole_or_in_part() -> None:
    both = f"{ASKED} Thôn họp bao lâu một lần?"
    whole = answerer(approval(question=both)).trace(Question(both, ON))
    assert [one.decision.reason for one in whole.explanations] == [Reason.APPROVED]
    part = answerer(approval()).trace(Question(both, ON)).explanations
    assert [one.decision.reason for one in part][:1] == [Reason.APPROVED]
    assert len(part) == 2


def test_without_approvals_nothing_is_different() -> None:
    plain = Answerer(library(), FakeSearcher((hit(MONEY),)), gazetteer(), speller(), fit=as_found)
    none = Answerer(
        library(),
        FakeSearcher((hit(MONEY),)),
        gazetteer(),
        speller(),
        Guide(approvals=Kept(())),
        as_found,
    )
    asked = Question(ASKED, ON)
    assert plain.answer(asked).text == none.answer(asked).text
