"""What the staff answers, served to questions that mean it, on the real answer path."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from bot.answer.answerer import Answerer
from bot.answer.deciding.approved import ground_at
from bot.answer.deciding.decision import Reason
from bot.answer.deciding.trace import Explanation
from bot.answer.quoting.guide import Guide
from bot.answer.staff.approval import Approval, ApprovalGround
from bot.answer.values import Question, Status
from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Address
from knowledge.matters.lists.outside import OutsideKind
from knowledge.matters.office import OfficeAnswer
from knowledge.matters.topic import Right, Topic
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

MONEY, ELSEWHERE = at(LANG_SON, 5), at(LANG_SON, 3)
APPROVED = "Kinh phí thực hiện dân chủ ở cơ sở lấy từ đâu?"
PARAPHRASE = "Lo mấy chuyện dân chủ ở xã thì ngân sách nào trả?"
HERE, THERE = Place("tỉnh Lạng Sơn"), Place("tỉnh Cà Mau")
HOURS = OfficeAnswer(
    "Sáng 7 giờ đến 11 giờ.", "Văn phòng xã", date(2026, 11, 1), steps=("Gọi trước khi đến.",)
)
ASKED = "Trưa thì văn phòng nghỉ lúc nào?"


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
        questions = ("Văn phòng mở cửa mấy giờ?", "Mấy giờ đóng cửa?")
        return (
            Topic("Giờ làm việc", (Right.KNOW,), (), questions, "gio-lam-viec", office=self.office),
        )


def ground(address: Address) -> ApprovalGround:
    found = ground_at(address, library())
    assert found
    return found


def approval(*addresses: Address, number: int = 7) -> Approval:
    return Approval(number, APPROVED, "Từ ngân sách.", tuple(map(ground, addresses or (MONEY,))))


def answerer(searcher: FakeSearcher, staff: Staff) -> Answerer:
    guide = Guide(approvals=staff, offices=staff)
    return Answerer(library(), searcher, gazetteer(), speller(), guide, as_found)


def explain(
    question: str,
    searcher: FakeSearcher,
    staff: Staff,
    place: str | None = "tỉnh Lạng Sơn",
    **more: object,
) -> Explanation:
    asked = Question(question, ON, the_place(place) if place else None, **more)  # type: ignore[arg-type]
    (only,) = answerer(searcher, staff).trace(asked).explanations
    return only


def near(*addresses: Address, near: float = 9.0, close: float = 0.95) -> FakeSearcher:
    """Return a search that finds `addresses`, best first, and takes samples to be so near."""
    hits = tuple(hit(one, 20.0 - place) for place, one in enumerate(addresses or (MONEY,)))
    return FakeSearcher(hits, near=near, close=close)


@pytest.mark.parametrize(
    ("question", "searcher", "served"),
    [
        pytest.param(PARAPHRASE, near(), True, id="a paraphrase"),
        pytest.param(PARAPHRASE, near(ELSEWHERE, MONEY), True, id="its provision comes second"),
        pytest.param(PARAPHRASE, near(ELSEWHERE), False, id="its provision is not found"),
        pytest.param(PARAPHRASE, near(close=0.89), False, id="of another meaning"),
        pytest.param(PARAPHRASE, near(near=6.9), False, id="far from its question"),
        pytest.param("Ngân sách trả bao nhiêu tiền?", near(), False, id="asks for an amount"),
        pytest.param("Ngân sách nào không phải trả?", near(), False, id="denies"),
        pytest.param("Điều 3 nói gì?", near(), False, id="names a provision"),
    ],
)
def test_what_was_approved_is_served_to_who_means_it(
    question: str, searcher: FakeSearcher, served: bool
) -> None:
    found = explain(question, searcher, Staff((approval(),)))
    assert (found.decision.reason is Reason.APPROVED) is served
    if served:
        assert f"đã được cán bộ duyệt cho câu hỏi “{APPROVED}”" in found.answer.text


@pytest.mark.parametrize(
    ("given", "place", "served"),
    [
        pytest.param((approval(),), "tỉnh Cà Mau", False, id="another place"),
        pytest.param((approval(),), None, True, id="nobody says where"),
        pytest.param(
            (approval(), approval(at(CA_MAU, 2), number=8)), None, False, id="two places, no place"
        ),
    ],
)
def test_a_paraphrase_is_served_where_the_approval_applies(
    given: tuple[Approval, ...], place: str | None, served: bool
) -> None:
    searcher = near(MONEY, at(CA_MAU, 2))
    found = explain(PARAPHRASE, searcher, Staff(given), place)
    assert (found.decision.reason is Reason.APPROVED) is served


def test_an_approval_is_taken_up_at_the_next_question() -> None:
    staff = Staff()
    answers = answerer(near(), staff)
    asked = Question(PARAPHRASE, ON, the_place("tỉnh Lạng Sơn"))
    assert "cán bộ duyệt" not in answers.answer(asked).text
    staff.approvals = (approval(),)
    assert "cán bộ duyệt" in answers.answer(asked).text


def test_what_an_office_tells_is_told_as_its_own() -> None:
    answer = explain(ASKED, near(near=30.0), Staff(office=(HOURS,))).answer
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith("Giờ làm việc: Sáng 7 giờ đến 11 giờ.")
    assert "Gọi trước khi đến." in answer.text
    assert "Theo thông tin do Văn phòng xã cung cấp, cập nhật ngày 01/11/2026" in answer.text
    assert answer.citations == ()
    assert (answer.matter, answer.short, answer.steps) == (
        "gio-lam-viec", HOURS.short, HOURS.steps
    )  # fmt: skip
    assert answer.topics[0] == "Giờ làm việc"
    assert answer.confidence is None


@pytest.mark.parametrize(
    ("searcher", "told"),
    [
        pytest.param(near(near=21.1), True, id="clearly nearer than what answers"),
        pytest.param(near(near=20.5), False, id="a provision answers about as well"),
        pytest.param(FakeSearcher((hit(MONEY, 6.0),), near=6.4), True, id="nothing answers"),
        pytest.param(FakeSearcher((hit(MONEY, 6.0),), near=6.2), False, id="a topic is as near"),
        pytest.param(FakeSearcher((hit(MONEY, 1.0),), near=5.9), False, id="far from everything"),
        pytest.param(
            FakeSearcher((hit(MONEY, 1.0),), matter_hit(OutsideKind.FIELD), near=29.0),
            False,
            id="of another field",
        ),
    ],
)
def test_an_office_tells_only_what_is_clearly_nearest(searcher: FakeSearcher, told: bool) -> None:
    found = explain(ASKED, searcher, Staff(office=(HOURS,)))
    assert (found.decision.reason is Reason.OFFICE) is told


def test_a_sample_is_answered_whatever_else_is_near() -> None:
    found = explain("van phong mo cua may gio", near(near=0.0), Staff(office=(HOURS,)))
    assert found.decision.reason is Reason.OFFICE


@pytest.mark.parametrize(
    ("places", "place", "reason"),
    [
        pytest.param((HERE,), "tỉnh Lạng Sơn", Reason.OFFICE, id="its place"),
        pytest.param((THERE,), "tỉnh Lạng Sơn", Reason.PROVISION, id="another place"),
        pytest.param((HERE,), None, Reason.OFFICE_PLACE, id="nobody says where"),
        pytest.param((), None, Reason.OFFICE, id="everywhere"),
        pytest.param((), "tỉnh Cà Mau", Reason.OFFICE, id="everywhere, a place known"),
    ],
)
def test_it_is_told_where_it_holds(
    places: tuple[Place, ...], place: str | None, reason: Reason
) -> None:
    searcher = near(MONEY, at(CA_MAU, 2), near=30.0)
    found = explain(ASKED, searcher, Staff(office=(replace(HOURS, places=places),)), place)
    assert found.decision.reason is reason
    assert (HOURS.short in found.answer.text) is (reason is Reason.OFFICE)
    if reason is Reason.OFFICE_PLACE:
        assert found.answer.status is Status.NOT_FOUND
        assert "Bạn ở xã/phường, tỉnh nào?" in found.answer.text


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(replace(HOURS, until=date(2026, 11, 21)), id="over"),
        pytest.param(replace(HOURS, since=date(2026, 11, 23)), id="not begun"),
    ],
)
def test_it_is_told_on_its_days_alone(told: OfficeAnswer) -> None:
    staff = Staff(office=(told,))
    assert explain(ASKED, near(near=30.0), staff).decision.reason is Reason.PROVISION


def test_who_asks_for_the_law_alone_is_told_none_of_it() -> None:
    staff = Staff((approval(),), (HOURS,))
    for question in (ASKED, PARAPHRASE):
        found = explain(question, near(near=30.0), staff, nationwide=True)
        assert not found.decision.by_staff
