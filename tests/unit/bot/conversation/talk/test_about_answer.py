"""What residents say of the last answer."""

from __future__ import annotations

import pytest

from bot.answer.values import Status
from bot.conversation.values import Expects
from tests.support.answers.answers import hit
from tests.support.conversations.conversations import Bot, Resident
from tests.support.documents.documents import CA_MAU, LANG_SON, at

MONEY = "kinh phí lấy ở đâu?"
WHERE = "Điều 5 Nghị quyết số 08/2024/NQ-HĐND"
QUOTE = "“Kinh phí bảo đảm để triển khai"


@pytest.fixture
def resident() -> Resident:
    bot = Bot()
    bot.finds(hit(at(LANG_SON, 5)), hit(at(CA_MAU, 2), 14))
    resident = Resident(bot)
    resident.says("Lạng Sơn")
    resident.says(MONEY)
    return resident


@pytest.mark.parametrize(
    ("said", "told"),
    [
        pytest.param("nói rõ cho dễ hiểu đi", "Nói đơn giản", id="simpler"),
        pytest.param("giai thich de hieu hon di", "Nói đơn giản", id="simpler without marks"),
        pytest.param("dài quá, nói gọn lại", WHERE, id="shorter"),
        pytest.param("đọc lại cho tôi nghe lần nữa", QUOTE, id="repeat"),
        pytest.param("điều này nằm ở khoản nào?", WHERE, id="which article"),
        pytest.param("khoản mấy, điều mấy?", WHERE, id="which clause"),
        pytest.param("căn cứ vào đâu vậy?", WHERE, id="on what ground"),
        pytest.param("vậy tôi phải tới gặp ai", "Ủy ban nhân dân", id="whom to see"),
        pytest.param("có chắc đúng không đấy", "đã đối chiếu từng chữ", id="certainty"),
        pytest.param("cái này có giá trị pháp lý không", "để tra cứu", id="legal force"),
        pytest.param("trả lời sai bét", "Tôi xin lỗi", id="wrong answer"),
        pytest.param("luật chung cả nước quy định sao", "chưa thấy luật", id="national law"),
        pytest.param("cho tôi nói chuyện với người thật", "cán bộ", id="person"),
    ],
)
def test_it_is_answered_from_that_answer(resident: Resident, said: str, told: str) -> None:
    resident.says(said)

    assert told in resident.heard
    assert "lĩnh vực khác" not in resident.heard
    assert resident.heard.strip() == resident.heard


def test_a_shorter_answer_is_shorter(resident: Resident) -> None:
    before = resident.heard
    resident.says("dài quá, nói gọn lại")

    assert len(resident.heard) < len(before) / 2


def test_what_is_said_in_between_changes_nothing(resident: Resident) -> None:
    resident.says("cảm ơn nhé")
    resident.says("nhắc lại giúp tôi")

    assert QUOTE in resident.heard


def test_the_nth_part_is_told_again(resident: Resident) -> None:
    resident.says("Kinh phí lấy ở đâu? Nghị quyết do ai ký vậy?")
    resident.says("nói lại ý thứ hai")

    assert "Đoàn Thị Hậu" in resident.heard
    assert QUOTE not in resident.heard


def test_a_part_that_there_is_not_is_said_so(resident: Resident) -> None:
    resident.says("nhắc lại ý thứ ba")

    assert "chỉ có 1 ý" in resident.heard


def test_it_is_remembered_as_talk_and_the_answer_stays_the_last(resident: Resident) -> None:
    turn = resident.says("dài quá, nói gọn lại").turn

    assert turn
    assert turn.status is Status.SMALL_TALK
    assert "Xem nguyên văn" in resident.offered


def test_a_wrong_answer_leads_to_a_comment(resident: Resident) -> None:
    outcome = resident.says("trả lời sai bét")

    assert outcome.opinion
    assert not outcome.opinion.good
    assert resident.chat.expects is Expects.COMMENT


def test_what_was_not_answered_is_not_made_up(resident: Resident) -> None:
    resident.bot.finds()
    resident.says("giá vàng hôm nay lên hay xuống?")
    resident.says("điều này nằm ở khoản nào?")

    assert "không có điều khoản để dẫn" in resident.heard


def test_without_an_answer_it_is_asked_what_is_meant() -> None:
    resident = Resident(Bot())
    resident.says("nói gọn lại đi")

    assert "chưa trả lời câu nào" in resident.heard


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("tao muốn tự tử cho xong", id="suicide"),
        pytest.param("chồng em đang cầm dao đuổi đánh em", id="violence"),
    ],
)
def test_danger_comes_before_everything(resident: Resident, said: str) -> None:
    resident.says(said)

    assert "113" in resident.heard
    assert QUOTE not in resident.heard
    assert "hẹn gặp lại" not in resident.heard


def test_the_staff_is_told_of_danger_at_once(resident: Resident) -> None:
    resident.bot.memory.staff = True
    outcome = resident.says("chồng em đang cầm dao đuổi đánh em")

    assert outcome.turn
    assert outcome.staff_question == outcome.turn.id
    assert "Tôi đã báo ngay cho cán bộ" in resident.heard


def test_whoever_asks_for_a_person_is_handed_over(resident: Resident) -> None:
    resident.bot.memory.staff = True
    asked = resident.turns[-1]
    outcome = resident.says("cho tôi nói chuyện với người thật")

    assert outcome.staff_question == asked.id


def test_danger_is_not_forgotten_on_the_next_message(resident: Resident) -> None:
    resident.says("chồng em đang cầm dao đuổi đánh em")
    for said in ("số nào", "em ở một mình", "thôi kệ em"):
        resident.says(said)
        assert "113" in resident.heard

    resident.says("xã có phải công khai tiền bà con góp không?")
    assert "113" not in resident.heard


def test_in_a_group_the_next_message_is_somebody_elses() -> None:
    resident = Resident(Bot())
    resident.says("chồng em đang cầm dao đuổi đánh em", in_group=True)
    resident.says("số nào", in_group=True)

    assert "113" not in resident.heard


def test_a_place_of_ones_own_in_a_question_is_remembered() -> None:
    resident = Resident(Bot())
    resident.bot.finds(hit(at(LANG_SON, 5)))
    resident.says("tui ở Lạng Sơn nè, kinh phí lấy ở đâu?")

    assert resident.chat.place
    assert resident.chat.place.name == "tỉnh Lạng Sơn"
    assert QUOTE in resident.heard


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("câu đầu tiên tôi hỏi nói lại đi", id="repeat"),
        pytest.param("cau thu nhat luc nay toi hoi nhac lai coi", id="without marks"),
    ],
)
def test_a_question_of_the_chat_is_counted(resident: Resident, said: str) -> None:
    resident.says("nghị quyết do ai ký?")
    assert QUOTE not in resident.heard
    resident.says(said)

    assert QUOTE in resident.heard


def test_the_last_of_several_parts_is_not_the_sixth(resident: Resident) -> None:
    resident.says("Kinh phí lấy ở đâu? Nghị quyết do ai ký vậy?")
    resident.says("nói rõ cái sau cùng đi")

    assert "Đoàn Thị Hậu" in resident.heard
