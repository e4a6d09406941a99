"""A question, its answer, and what is remembered of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.answer.values import Status
from bot.conversation.values import Expects
from knowledge.law.fingerprint import fingerprint
from knowledge.law.resolution import Effect
from tests.support.answers.answers import hit, library, the_place
from tests.support.conversations.conversations import NOON, Bot, Resident
from tests.support.documents.documents import CA_MAU, LANG_SON, at

MONEY = "kinh phí lấy ở đâu?"
BELOW = ["Xem nguyên văn", "Điều liên quan", "👍 Có ích", "👎 Chưa đúng", "Hỏi cán bộ"]


@pytest.fixture
def resident() -> Resident:
    bot = Bot()
    bot.finds(hit(at(LANG_SON, 5)), hit(at(LANG_SON, 3, 1), 15), hit(at(CA_MAU, 2), 14))
    resident = Resident(bot)
    resident.says("Lạng Sơn")
    return resident


def test_an_answer_quotes_and_offers_what_may_come_next(resident: Resident) -> None:
    resident.says(MONEY)

    assert "“Kinh phí bảo đảm để triển khai" in resident.heard
    assert resident.offered == BELOW


def test_everything_about_a_question_is_remembered(resident: Resident) -> None:
    turn = resident.says("kinh phi lay o dau?").turn

    assert turn
    assert (turn.question, turn.reading) == ("kinh phi lay o dau?", MONEY)
    assert (turn.status, turn.asked_at) == (Status.ANSWERED, NOON)
    assert turn.place == the_place("Lạng Sơn")
    assert [one.address for one in turn.cited] == [at(LANG_SON, 5)]
    assert turn.cited[0].fingerprint == fingerprint(at(LANG_SON, 5), library()[LANG_SON])
    assert [one.address for one in turn.passages] == [at(LANG_SON, 5), at(LANG_SON, 3, 1)]
    assert turn.topics == ("kinh phí",)
    assert turn.confidence is not None
    assert turn.timings_ms["total"] > 0
    assert turn.index_version == "7"


def test_without_anything_near_nothing_related_is_offered(resident: Resident) -> None:
    resident.bot.finds(hit(at(LANG_SON, 5)))
    resident.says(MONEY)

    assert resident.offered == [one for one in BELOW if one != "Điều liên quan"]


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        pytest.param(
            "nghị quyết số 99/2020/NQ-HĐND nói gì về quỹ thôn?",
            ["Điều liên quan", "👎 Chưa đúng", "Hỏi cán bộ"],
            id="not found",
        ),
        pytest.param("Ở Nghệ An kinh phí lấy đâu?", ["Chọn nơi ở", "Hỏi cán bộ"], id="nowhere"),
        pytest.param("cảm ơn bạn nhé", ["Bốn quyền", "Trợ giúp"], id="small talk"),
    ],
)
def test_what_is_offered_fits_what_became_of_the_question(
    resident: Resident, question: str, offered: list[str]
) -> None:
    resident.says(question)

    assert resident.offered == offered


def test_what_is_out_of_scope_leads_to_the_rights(resident: Resident) -> None:
    resident.bot.finds()
    resident.says("giá vàng hôm nay lên hay xuống?")

    assert resident.offered == ["Bốn quyền", "👎 Chưa đúng", "Hỏi cán bộ"]


def test_the_place_is_asked_for_before_anything_of_a_place_is_quoted() -> None:
    resident = Resident(Bot())
    resident.bot.finds(hit(at(LANG_SON, 5)), hit(at(CA_MAU, 2), 14))
    resident.says(MONEY)
    assert "Bạn ở xã/phường, tỉnh nào?" in resident.heard
    assert "“" not in resident.heard
    assert "Tỉnh Lạng Sơn" in resident.offered

    turn = resident.presses("Tỉnh Lạng Sơn").turn
    assert turn
    assert turn.reading == MONEY
    assert "“Kinh phí bảo đảm để triển khai" in resident.heard
    assert resident.chat.expects is None


def test_whoever_does_not_tell_the_place_is_answered_in_short() -> None:
    resident = Resident(Bot())
    resident.bot.finds(hit(at(LANG_SON, 5)), hit(at(CA_MAU, 2), 14))
    resident.says(MONEY)
    resident.says("ai trả tiền cho việc này vậy")

    assert "Điều 5 Nghị quyết" in resident.heard
    assert len(resident.heard) <= 350
    assert resident.chat.expects is Expects.PLACE


def test_follow_ups_are_read_by_what_was_asked_before(resident: Resident) -> None:
    resident.says(MONEY)
    resident.says("cảm ơn")
    turn = resident.says("còn ở Cà Mau thì sao?").turn

    assert turn
    assert turn.reading != turn.question
    assert turn.place == the_place("Cà Mau")
    assert "Tôi hiểu là: " in resident.heard


def test_half_an_hour_later_nothing_is_followed_up(resident: Resident) -> None:
    resident.says(MONEY)
    resident.bot.clock.passes(timedelta(minutes=31))
    turn = resident.says("còn ở Cà Mau thì sao?").turn

    assert turn
    assert "kinh phí" not in turn.reading


def test_the_day_is_that_of_the_residents(resident: Resident) -> None:
    document = replace(library()[LANG_SON], effect=Effect(since=date(2026, 11, 23)))
    resident.bot.library[LANG_SON] = document
    before = resident.says(MONEY).turn
    resident.bot.clock.now = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
    after = resident.says(MONEY).turn

    assert before
    assert after
    assert (before.status, after.status) == (Status.NO_RESOLUTION, Status.ANSWERED)


def test_what_cannot_be_a_question_is_refused_kindly(resident: Resident) -> None:
    outcome = resident.says("<b>kinh phí</b>")

    assert "mã HTML" in resident.heard
    assert outcome.turn is None


def test_too_many_questions_have_to_wait_but_commands_do_not() -> None:
    resident = Resident(Bot(questions=2))
    resident.bot.finds(hit(at(LANG_SON, 5)))
    for _ in range(2):
        assert resident.says(MONEY).turn
    resident.bot.clock.passes(timedelta(minutes=4))

    assert resident.says(MONEY).turn is None
    assert "Khoảng 6 phút nữa" in resident.heard
    assert "nguyên văn" not in resident.heard
    resident.says("/quyen")
    assert resident.offered[0] == "Biết"
    assert Resident(resident.bot, "other").says(MONEY).turn
    resident.bot.clock.passes(timedelta(minutes=6))
    assert resident.says(MONEY).turn


def test_in_a_group_one_persons_questions_make_nobody_else_wait() -> None:
    group = Resident(Bot(questions=1), key="group")

    def asks(person: str) -> bool:
        group.chat = replace(group.chat, person=person)
        return group.says(MONEY, in_group=True).turn is not None

    assert [asks("an"), asks("an"), asks("binh"), asks("binh")] == [True, False, True, False]


def test_a_refused_text_does_not_count() -> None:
    resident = Resident(Bot(questions=1))
    resident.says("???")

    assert resident.says(MONEY).turn
