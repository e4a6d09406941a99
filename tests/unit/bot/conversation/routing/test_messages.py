"""Everything else that people send, and choices that are typed."""

from __future__ import annotations

import re

import pytest

from bot.channels.base import ChannelKind
from bot.conversation.routing.steps import interrupted
from tests.support.answers.answers import hit, the_place
from tests.support.conversations.conversations import Bot, Resident
from tests.support.documents.documents import CA_MAU, LANG_SON, at

MONEY = "kinh phí lấy ở đâu?"
WORDLESS = [kind for kind in ChannelKind if kind not in (ChannelKind.PRESS, ChannelKind.FOLLOW)]
UNTIDY = re.compile(
    r"[{}_<>]|\b(?:None|True|False)\b|  |[ \t]$|^[ \t]| [.,;:?!]|\n{3}|[.;,:]{2}(?!\.)|\(\)|“”",
    re.MULTILINE,
)


@pytest.fixture
def resident() -> Resident:
    resident = Resident(Bot())
    resident.bot.finds(hit(at(LANG_SON, 5)), hit(at(LANG_SON, 3, 1), 15), hit(at(CA_MAU, 2), 14))
    resident.says("Lạng Sơn")
    return resident


@pytest.mark.parametrize("kind", WORDLESS)
def test_what_holds_no_words_gets_a_fitting_line(resident: Resident, kind: ChannelKind) -> None:
    outcome = resident.sends(kind)

    assert "Bạn" in resident.heard
    assert len(resident.heard.splitlines()) == 1
    assert outcome.turn is None
    assert outcome.chat.place == the_place("Lạng Sơn")


def test_each_kind_has_its_own_line(resident: Resident) -> None:
    lines = set()
    for kind in (
        ChannelKind.STICKER,
        ChannelKind.PICTURE,
        ChannelKind.VOICE,
        ChannelKind.VIDEO,
        ChannelKind.FILE,
        ChannelKind.LOCATION,
    ):
        resident.sends(kind)
        lines.add(resident.heard)

    assert len(lines) == 6


@pytest.mark.parametrize(
    ("kind", "more", "note"),
    [
        pytest.param(ChannelKind.PICTURE, {}, "Tôi không xem được ảnh", id="caption"),
        pytest.param(ChannelKind.TEXT, {"edited": True}, "theo câu Bạn vừa sửa", id="edited"),
        pytest.param(ChannelKind.TEXT, {"forwarded": True}, "tin Bạn chuyển tiếp", id="forwarded"),
    ],
)
def test_how_a_question_came_is_told_above_its_answer(
    resident: Resident, kind: ChannelKind, more: dict[str, bool], note: str
) -> None:
    outcome = resident.sends(kind, MONEY, **more)

    assert outcome.turn
    assert note in resident.heard.splitlines()[0]
    assert "“Kinh phí bảo đảm" in resident.heard


def test_a_forwarded_text_commands_nothing(resident: Resident) -> None:
    assert not resident.says("/xoa", forwarded=True).chat.expects
    resident.says("Cà Mau", forwarded=True)

    assert resident.chat.place == the_place("Lạng Sơn")


def test_an_edited_number_chooses_nothing(resident: Resident) -> None:
    resident.says(MONEY)

    assert "Điều 5. Kinh phí" not in resident.heard
    resident.says("1", edited=True)
    assert "Điều 5. Kinh phí" not in resident.heard


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        pytest.param("1", "Điều 5. Kinh phí thực hiện", id="number"),
        pytest.param("số 1", "Điều 5. Kinh phí thực hiện", id="number in words"),
        pytest.param("1.", "Điều 5. Kinh phí thực hiện", id="number with its stop"),
        pytest.param("xem nguyen van", "Điều 5. Kinh phí thực hiện", id="label without marks"),
        pytest.param("Nguyên văn!", "Điều 5. Kinh phí thực hiện", id="other words"),
        pytest.param("điều liên quan", "Các quy định gần", id="label"),
        pytest.param("có ích", "Cảm ơn Bạn", id="label without its emoji"),
        pytest.param("👍🏻", "Cảm ơn Bạn", id="emoji"),
        pytest.param("👎👎", "Chưa đúng ở chỗ nào", id="emoji twice"),
        pytest.param("chưa đúng", "Chưa đúng ở chỗ nào", id="blame"),
        pytest.param("Hỏi cán bộ", "chưa có cán bộ nào", id="staff"),
        pytest.param("6", "từ 1 đến 5", id="no such number"),
        pytest.param("0", "từ 1 đến 5", id="nought"),
    ],
)
def test_choices_can_be_typed(resident: Resident, typed: str, heard: str) -> None:
    resident.says(MONEY)
    outcome = resident.says(typed)

    assert heard in resident.heard
    assert outcome.turn is None


def test_what_was_offered_below_the_last_answer_can_be_said_later(resident: Resident) -> None:
    resident.says(MONEY)
    resident.says("/trogiup")
    resident.says("xem nguyên văn")

    assert "Điều 5. Kinh phí thực hiện" in resident.heard


def test_pages_are_turned_in_words(resident: Resident) -> None:
    resident.says("Biết")
    resident.says("tiếp")
    assert resident.offered[0] == "Việc thứ 9"
    resident.says("quay lai")
    assert resident.offered[0] == "Kinh phí thực hiện dân chủ"


@pytest.mark.parametrize(
    ("typed", "is_right"),
    [
        pytest.param("bàn", True, id="right"),
        pytest.param("BAN", True, id="plain"),
        pytest.param("bạn", False, id="another word"),
    ],
)
def test_a_single_syllable_needs_its_own_marks(
    resident: Resident, typed: str, is_right: bool
) -> None:
    outcome = resident.says(typed)

    assert (outcome.turn is None) is is_right


def test_a_number_with_nothing_to_choose_is_a_question() -> None:
    resident = Resident(Bot())

    assert resident.says("5").turn


@pytest.mark.parametrize("payload", ["", "x", "x:0", ":", "x:y:z"])
def test_a_payload_of_no_menu_is_too_old(resident: Resident, payload: str) -> None:
    resident.sends(ChannelKind.PRESS, payload)

    assert "cũ quá rồi" in resident.heard


def test_a_payload_beyond_its_menu_is_too_old(resident: Resident) -> None:
    resident.sends(ChannelKind.PRESS, f"{resident.replies[0].id}:99")

    assert "cũ quá rồi" in resident.heard


def test_in_a_group_only_what_concerns_all_can_be_chosen(resident: Resident) -> None:
    resident.says(MONEY, in_group=True)
    assert resident.offered == ["Xem nguyên văn", "Điều liên quan"]

    resident.says("/start", in_group=True)
    assert resident.offered == []
    resident.says("/quyen", in_group=True)
    assert resident.offered == []
    assert "nhắn riêng" in resident.heard
    resident.says("/xoa", in_group=True)
    assert resident.offered == ["Xóa hết", "Thôi"]


def test_a_new_group_is_not_asked_for_its_place_below_an_answer() -> None:
    resident = Resident(Bot())
    resident.bot.finds(hit(at(LANG_SON, 5)))
    resident.says(MONEY, in_group=True)

    assert len(resident.replies) == 1


def test_what_was_interrupted_is_sent_again_when_asked_for(resident: Resident) -> None:
    reply = interrupted("delivery-1")
    assert "“Gửi lại”" in reply.text
    assert reply.menu
    resident.bot.memory.menus[resident.key, reply.id] = reply.menu
    resident.replies = (reply,)
    outcome = resident.presses("Gửi lại")

    assert outcome.resend == "delivery-1"
    assert outcome.replies == ()


def test_everything_that_is_said_is_tidy(resident: Resident) -> None:
    heard = []
    for typed in (
        "/start", "/trogiup", "/gi", "/diaphuong", "xã Abc", "Tân Hưng", "tỉnh Cà Mau", "TP HCM",
        "Nghệ An", "/nghiquyet", "xã Kim Thanh, huyện Thanh Liêm", "Lạng Sơn", "/nghiquyet",
        MONEY, "1", MONEY, "2", MONEY, "3", MONEY, "4", "2", MONEY, "5", "99",
        "/quyen", "1", "1", "/xoa", "thôi",
    ):  # fmt: skip
        resident.says(typed)
        heard.append(resident.heard)
        heard.extend(resident.offered)

    assert [(text, UNTIDY.findall(text)) for text in heard if UNTIDY.search(text)] == []
