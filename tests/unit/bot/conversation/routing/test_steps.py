"""First contact, help, and deleting everything again."""

from __future__ import annotations

import pytest

from bot.channels.base import ChannelKind
from bot.conversation.values import Expects
from tests.support.answers.answers import hit
from tests.support.conversations.conversations import Bot, Resident
from tests.support.documents.documents import LANG_SON, at

RIGHTS = ["Biết", "Bàn", "Quyết định", "Giám sát"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        pytest.param(ChannelKind.TEXT, "/start", id="command"),
        pytest.param(ChannelKind.TEXT, "/start tu-to-roi", id="command of a link"),
        pytest.param(ChannelKind.FOLLOW, "", id="follow"),
        pytest.param(ChannelKind.TEXT, "bat dau", id="words"),
        pytest.param(ChannelKind.TEXT, "Xin chào", id="greeting of somebody new"),
    ],
)
def test_first_contact_asks_for_the_place_and_offers_the_rights(
    kind: ChannelKind, text: str
) -> None:
    resident = Resident(Bot())
    resident.sends(kind, text)

    assert "Bạn ở xã/phường, tỉnh nào?" in resident.heard
    assert "Tỉnh Lạng Sơn" in resident.offered
    assert "Phường Kim Thanh, tỉnh Ninh Bình (tỉnh Hà Nam cũ)" in resident.offered
    assert resident.offered[-4:] == RIGHTS
    assert resident.chat.expects is Expects.PLACE


def test_who_comes_back_is_told_their_place() -> None:
    resident = Resident(Bot())
    resident.says("Dĩ An")
    resident.says("/start")

    assert "nơi ở của Bạn: phường Dĩ An, thành phố Hồ Chí Minh" in resident.heard
    assert resident.offered == [*RIGHTS, "Chọn nơi ở"]
    resident.presses("Chọn nơi ở")
    assert resident.chat.expects is Expects.PLACE


def test_a_greeting_later_on_is_only_greeted() -> None:
    resident = Resident(Bot())
    resident.says("Dĩ An")
    resident.says("xin chào")

    assert "Chào Bạn!" in resident.heard
    assert resident.offered == ["Bốn quyền", "Trợ giúp"]


@pytest.mark.parametrize("typed", ["/trogiup", "/TroGiup", "trợ giúp", "tro giup", "Giúp tôi!"])
def test_help_shows_examples_and_commands(typed: str) -> None:
    resident = Resident(Bot())
    resident.says(typed)

    assert resident.heard.count("• ") == 3
    assert all(one in resident.heard for one in ("/diaphuong", "/quyen", "/nghiquyet", "/xoa"))
    assert resident.offered == ["Bốn quyền", "Nghị quyết áp dụng", "Chọn nơi ở", "Xóa dữ liệu"]


def test_an_unknown_command_is_helped_with() -> None:
    resident = Resident(Bot())
    resident.says("/thoitiet")

    assert "Tôi không có lệnh này" in resident.heard
    assert resident.turns == []


@pytest.mark.parametrize("typed", ["/xoa", "xóa dữ liệu", "xoá dữ liệu", "xoa du lieu"])
def test_everything_is_deleted_once_confirmed(typed: str) -> None:
    resident = Resident(Bot())
    resident.bot.finds(hit(at(LANG_SON, 5)))
    resident.says("Lạng Sơn")
    resident.says("kinh phí lấy ở đâu?")
    asked = resident.says(typed)
    assert not asked.forget
    assert resident.offered == ["Xóa hết", "Thôi"]

    outcome = resident.presses("Xóa hết")
    assert outcome.forget
    assert outcome.chat.place is None
    assert "đã xóa hết" in resident.heard


def test_nothing_is_deleted_without_consent() -> None:
    resident = Resident(Bot())
    resident.says("Lạng Sơn")
    resident.says("/xoa")
    outcome = resident.says("thôi")

    assert not outcome.forget
    assert "không xóa gì cả" in resident.heard
    assert resident.chat.place is not None
    assert not resident.says("xóa hết").forget
