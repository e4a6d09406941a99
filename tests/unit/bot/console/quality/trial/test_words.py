"""The words for everything that a trace may hold."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.answer.acts import Act
from bot.answer.deciding.decision import Decision, Reason
from bot.answer.deciding.trace import Explanation
from bot.answer.deciding.verify import Breach, Check
from bot.answer.staff.approval import Approval, StaffWording
from bot.answer.values import Citation, Fact, Lead, Measure, Status
from bot.console.anchors import reading_link
from bot.console.quality.trial.insight import StepInsight
from knowledge.matters.lists.outside import OutsideKind
from prompts.render import page
from tests.support.answers.answers import evidence, hit, matter_hit, reading
from tests.support.answers.topics import topic
from tests.support.documents.documents import LANG_SON, at

FOUND = evidence(hit(at(LANG_SON, 5)), read=reading(measure=Measure.MONEY))
MATTER = matter_hit(OutsideKind.LAW).matter


def words(template: str, **facts: Any) -> str:
    told = re.sub(r"<[^>]+>", " ", page(f"console/quality/trial/{template}", **facts))
    return " ".join(told.split())


def because(reason: Reason, **facts: Any) -> str:
    decision = Decision(Status.ANSWERED, reason, **facts)
    return words("explanation/reason", decision=decision, evidence=FOUND)


def test_every_reason_has_a_sentence_of_its_own() -> None:
    approval = Approval(7, "Tiền đâu?", "Ngân sách.", ())
    facts = {
        "fact": Fact.SIGNER,
        "matter": MATTER,
        "talk": Act.THANKS,
        "approval": approval,
        "told": StaffWording(topic("Giờ làm việc"), None),
    }
    told = {because(reason, **facts) for reason in Reason}

    assert len(told) == len(Reason)
    assert all(one.endswith(".") for one in told)


@pytest.mark.parametrize("act", list(Act))
def test_every_act_of_talk_has_words(act: Act) -> None:
    assert because(Reason.SMALL_TALK, talk=act)


@pytest.mark.parametrize("fact", list(Fact))
def test_every_fact_has_words(fact: Fact) -> None:
    assert because(Reason.FACT, fact=fact) != because(Reason.FACT_MISSING, fact=fact)


@pytest.mark.parametrize("measure", list(Measure))
def test_every_measure_has_words(measure: Measure) -> None:
    given = evidence(read=reading(measure=measure))
    assert words("explanation/reading", reading=given.reading, evidence=given)


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_words(status: Status) -> None:
    assert words("status", status=status)


@pytest.mark.parametrize("breach", [*Breach, None])
def test_every_breach_is_told_beside_the_citation(breach: Breach | None) -> None:
    check = Check(Citation(at(LANG_SON, 5), "Điều 5", "Kinh phí", whole=False), breach)
    answer = None
    decision = Decision(Status.ANSWERED, Reason.PROVISION, (at(LANG_SON, 5),))
    explanation = Explanation(answer, FOUND, decision, (check,))  # type: ignore[arg-type]
    told = words("explanation/checks", explanation=explanation, link=reading_link)

    assert "Kinh phí (trích)" in told
    assert ("Không đạt" in told) is (breach is not None)
    assert ("không dùng" in told) is (breach is not None)


def test_what_a_quote_stands_under_is_told_beside_it() -> None:
    lead = Lead(at(LANG_SON, 6), "Tổ chức thực hiện", cut_after=True)
    citation = Citation(at(LANG_SON, 6, 1), "khoản 1 Điều 6", "Giao Ủy ban", lead=(lead,))
    decision = Decision(Status.ANSWERED, Reason.PROVISION, (citation.address,))
    explanation = Explanation(None, FOUND, decision, (Check(citation, None),))  # type: ignore[arg-type]
    told = words("explanation/checks", explanation=explanation, link=reading_link)

    assert "Điều 6: “Tổ chức thực hiện” … Giao Ủy ban Đúng từng chữ" in told


def test_every_step_has_words() -> None:
    names = ("understand", "scope", "search", "decide", "compose", "verify", "word")
    steps = [StepInsight(name, 1.0, 0.0, 0.1) for name in names]
    answer = {"timings_ms": {"total": 7.0}}
    told = words("timings", trace={"answer": answer}, steps=steps)

    assert told.count("1,0 ms") == len(names)
