"""Every member of what an answer is chosen by, through the door that residents come through.

A new status, reason, fact, kind of amount or act needs a message here that leads to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

import pytest

from bot.answer.acts import MAY_ASK, ON_THE_ANSWER, Act
from bot.answer.answerer import Answerer
from bot.answer.composing.wording import template_of
from bot.answer.deciding.approved import ground_at
from bot.answer.deciding.decision import Reason
from bot.answer.deciding.trace import Trace
from bot.answer.quoting.guide import Guide
from bot.answer.staff.approval import Approval
from bot.answer.values import Answer, Fact, Measure, Question, Status
from index.hit import Hit, MatterHit
from knowledge.matters.lists.outside import OutsideKind
from knowledge.matters.office import OfficeAnswer
from knowledge.matters.topic import Right, Topic
from prompts.render import TEMPLATES
from tests.support.answers.answers import (
    ON,
    FakeSearcher,
    as_found,
    gazetteer,
    hit,
    library,
    matter_hit,
    the_place,
)
from tests.support.documents.documents import CA_MAU, LANG_SON, at
from tests.support.language.language import speller

COSTS, MONEY = hit(at(LANG_SON, 5)), at(LANG_SON, 5)
SIGNED = "Nghị quyết tỉnh Lạng Sơn do ai ký vậy?"
APPROVED = "Kinh phí thực hiện dân chủ ở cơ sở lấy từ đâu?"
HOURS = OfficeAnswer("Sáng 7 giờ đến 11 giờ.", "Văn phòng xã", date(2026, 11, 1))
HOURS_THERE = OfficeAnswer(
    "Sáng 8 giờ.", "Văn phòng xã", date(2026, 11, 1), places=(the_place("tỉnh Cà Mau"),)
)
OPENING = "Văn phòng mở cửa mấy giờ?"
FIELD = matter_hit(OutsideKind.FIELD)


@dataclass
class Staff:
    """What is approved, and what offices tell."""

    approvals: tuple[Approval, ...] = ()
    office: tuple[OfficeAnswer, ...] = ()

    def current(self) -> tuple[Approval, ...]:
        return self.approvals

    def of_offices(self) -> tuple[Topic, ...]:
        if not self.office:
            return ()
        return (Topic("Giờ làm việc", (Right.KNOW,), (), (OPENING,), "gio", office=self.office),)


def approving() -> Staff:
    ground = ground_at(MONEY, library())
    assert ground
    return Staff((Approval(7, APPROVED, "Từ ngân sách.", (ground,)),))


def trace(
    question: str,
    *hits: Hit,
    place: str | None = "tỉnh Lạng Sơn",
    matter: MatterHit | None = None,
    staff: Staff | None = None,
) -> Trace:
    staff = staff or Staff()
    searcher = FakeSearcher(hits, matter, near=9.0 if staff.office else 0.0)
    guide = Guide(approvals=staff, offices=staff)
    answerer = Answerer(library(), searcher, gazetteer(), speller(), guide, as_found)
    home = the_place(place) if place else None
    return answerer.trace(Question(question, ON, home))


STATUSES: Mapping[Status, Callable[[str], Answer]] = {
    Status.ANSWERED: lambda other: trace(f"Kinh phí lấy ở đâu vậy? {other}", COSTS).answer,
    Status.NOT_FOUND: lambda other: trace(f"Kinh phí lấy ở đâu vậy? {other}", hit(MONEY, 0)).answer,
    Status.OUT_OF_SCOPE: lambda other: (
        trace(f"Khám bệnh ở đâu vậy? {other}", hit(MONEY, 0), matter=FIELD).answer
    ),
    Status.NO_RESOLUTION: lambda other: (
        trace(f"Ở Hà Nội kinh phí lấy ở đâu vậy? {other}", place=None).answer
    ),
    Status.SMALL_TALK: lambda other: trace(f"Xin chào bạn nhé! {other}").answer,
}


@pytest.mark.parametrize("status", list(Status))
def test_a_question_of_any_status_may_stand_beside_another(status: Status) -> None:
    answer = STATUSES[status](SIGNED)

    assert answer.text
    assert answer.status in Status


REASONS: Mapping[Reason, Callable[[], Trace]] = {
    Reason.DANGER: partial(trace, "cứu với, tôi muốn tự tử"),
    Reason.SMALL_TALK: partial(trace, "Xin chào"),
    Reason.OTHER_DOCUMENT: partial(trace, "Điều 2 Luật Thực hiện dân chủ ở cơ sở nói gì?"),
    Reason.UNKNOWN_DOCUMENT: partial(trace, "Nghị quyết 55/2023 nói gì?"),
    Reason.OTHER_FIELD: partial(trace, "Khám bệnh ở đâu?", hit(at(CA_MAU, 2)), matter=FIELD),
    Reason.NO_RESOLUTION: partial(trace, "Kinh phí ở Hà Nội?", COSTS, place=None),
    Reason.LOOKUP: partial(trace, "Điều 5 nghị quyết tỉnh Lạng Sơn"),
    Reason.UNKNOWN_PROVISION: partial(trace, "Điều 99 nghị quyết tỉnh Cà Mau"),
    Reason.FACT: partial(trace, SIGNED),
    Reason.FACT_MISSING: partial(trace, "Nghị quyết của tỉnh Cà Mau số mấy?"),
    Reason.UNCLEAR: partial(
        trace, "Kinh phí lấy ở đâu?", hit(MONEY, 13), matter=matter_hit(OutsideKind.FIELD, -1.25)
    ),
    Reason.LEFT_TO_LAW: partial(
        trace, "Bầu trưởng thôn?", hit(MONEY, 13.0), matter=matter_hit(OutsideKind.LAW)
    ),
    Reason.SILENT: partial(trace, "Kinh phí?", hit(MONEY, -6.0), hit(at(CA_MAU, 2))),
    Reason.NOT_SEEN: partial(trace, "Kinh phí?", hit(MONEY, 14.5), hit(at(CA_MAU, 2))),
    Reason.NO_AMOUNT: partial(trace, "Hỗ trợ bao nhiêu tiền?", hit(MONEY, 14.5)),
    Reason.NOTHING: partial(trace, "qwerty"),
    Reason.PROVISION: partial(trace, "Kinh phí lấy ở đâu?", COSTS),
    Reason.APPROVED: partial(trace, APPROVED, COSTS, staff=approving()),
    Reason.OFFICE: partial(trace, OPENING, COSTS, staff=Staff(office=(HOURS,))),
    Reason.OFFICE_PLACE: partial(
        trace, OPENING, COSTS, place=None, staff=Staff(office=(HOURS_THERE,))
    ),
}


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_is_reached_and_worded(reason: Reason) -> None:
    reached = REASONS[reason]()

    assert [one.decision.reason for one in reached.explanations] == [reason]
    assert reached.answer.text


def test_every_template_of_an_answer_is_that_of_a_reason() -> None:
    chosen = {
        f"{template_of(reason, english=english)}.j2"
        for reason in Reason
        for english in (True, False)
    }
    folders = (TEMPLATES / "answer" / name for name in ("staff", "unknown", "unanswered"))
    kept = {str(file.relative_to(TEMPLATES)) for folder in folders for file in folder.iterdir()}

    assert kept <= chosen
    assert all((TEMPLATES / name).is_file() for name in chosen)


FACTS: Mapping[Fact, str] = {
    Fact.NUMBER: "số mấy?",
    Fact.ISSUED_ON: "ban hành ngày nào?",
    Fact.PASSED_ON: "được thông qua ngày nào?",
    Fact.EFFECT: "có hiệu lực từ khi nào?",
    Fact.EXPIRY: "hết hiệu lực khi nào?",
    Fact.SESSION: "thông qua tại kỳ họp nào?",
    Fact.SIGNER: "do ai ký?",
    Fact.ISSUER: "do cơ quan nào ban hành?",
    Fact.LEGAL_BASES: "căn cứ vào những luật nào?",
    Fact.TITLE: "có tên là gì?",
    Fact.AUDIENCE: "áp dụng cho ai?",
    Fact.SUBJECT: "quy định về nội dung gì?",
}


@pytest.mark.parametrize("fact", list(Fact))
def test_every_fact_is_told_of_every_document(fact: Fact) -> None:
    for place in ("tỉnh Lạng Sơn", "tỉnh Cà Mau"):
        (told,) = trace(f"Nghị quyết {FACTS[fact]}", place=place).explanations
        assert told.evidence.reading.fact is fact
        assert told.answer.text


MEASURES: Mapping[Measure, str] = {
    Measure.PERCENT: "Cần bao nhiêu phần trăm tán thành?",
    Measure.MONEY: "Hỗ trợ bao nhiêu tiền?",
    Measure.DURATION: "Niêm yết trong bao lâu?",
    Measure.FREQUENCY: "Họp mấy lần một năm?",
    Measure.AGE: "Bao nhiêu tuổi thì được bầu?",
    Measure.COUNT: "Ban có bao nhiêu người?",
    Measure.CONTACT: "Cho xin số điện thoại của xã?",
}


@pytest.mark.parametrize("measure", list(Measure))
def test_every_amount_is_asked_for_and_may_be_missing(measure: Measure) -> None:
    nearest = hit(at(CA_MAU, 2), 14.5)
    (told,) = trace(MEASURES[measure], nearest, place="tỉnh Cà Mau").explanations

    assert told.evidence.reading.measure is measure
    assert told.decision.reason is Reason.NO_AMOUNT


ACTS: Mapping[Act, str] = {
    Act.SIMPLER: "nói dễ hiểu hơn đi",
    Act.SHORTER: "ngắn gọn thôi",
    Act.REPEAT: "nói lại đi",
    Act.PART: "ý thứ hai là sao",
    Act.WHICH_ARTICLE: "cái đó ghi ở điều nào",
    Act.WHOM_TO_SEE: "việc đó tôi gặp ai",
    Act.CERTAINTY: "bạn có chắc không",
    Act.LEGAL_FORCE: "lời bạn có giá trị pháp lý không",
    Act.NATIONAL_LAW: "luật chung cả nước nói sao",
    Act.WRONG_ANSWER: "trả lời sai rồi",
    Act.UNHEARD: "tôi gửi đơn rồi mà không ai trả lời",
    Act.DISSENT: "tôi không đồng ý, giờ làm sao",
    Act.NO_PLACE: "tôi không muốn nói nơi ở",
    Act.REPRISAL: "tôi phản ánh xong bị cán bộ dọa",
    Act.WHO_ARE_YOU: "bạn là ai",
    Act.PRIVACY: "tin nhắn của tôi có bị lưu không",
    Act.PERSON: "cho tôi gặp cán bộ thật",
    Act.INSULT: "đồ ngu",
    Act.THANKS: "cảm ơn bạn",
    Act.FAREWELL: "tạm biệt",
    Act.GREETING: "xin chào",
    Act.ACKNOWLEDGE: "ok",
    Act.OTHER_LANGUAGE: "你好",
    Act.LINK: "https://example.org",
    Act.NUMBER: "0912345678",
    Act.PICTURE: ":)))",
}


@pytest.mark.parametrize("act", list(Act))
def test_every_act_is_answered_without_an_answer_before_it(act: Act) -> None:
    (told,) = trace(ACTS[act]).explanations

    assert told.evidence.reading.act is act
    assert told.answer.text
    if act not in MAY_ASK | ON_THE_ANSWER:
        assert told.decision.talk is act
