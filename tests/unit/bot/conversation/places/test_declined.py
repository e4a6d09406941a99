"""Residents who do not want to tell where they live."""

from __future__ import annotations

import pytest

from tests.support.answers.answers import hit
from tests.support.conversations.conversations import Bot, Resident
from tests.support.documents.documents import CA_MAU, LANG_SON, at

MONEY = "kinh phí lấy ở đâu?"
WHERE = "Bạn ở xã/phường"


@pytest.fixture
def resident() -> Resident:
    bot = Bot()
    bot.finds(hit(at(LANG_SON, 5)), hit(at(CA_MAU, 2), 14))
    resident = Resident(bot)
    resident.says(MONEY)
    return resident


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("không cần hỏi nhà tôi ở đâu", id="need not ask"),
        pytest.param("hoi noi o lam gi, noi chung di", id="without marks"),
        pytest.param("em không muốn khai chỗ ở ạ", id="does not want to"),
    ],
)
def test_the_place_is_not_asked_again(resident: Resident, said: str) -> None:
    assert WHERE in resident.heard
    resident.says(said)
    assert resident.chat.declined
    assert WHERE not in resident.heard

    resident.says("nghị quyết có nói kinh phí từ ngân sách không?")
    assert WHERE not in resident.heard


def test_who_tells_the_place_after_all_is_answered_for_it(resident: Resident) -> None:
    resident.says("không cần hỏi nhà tôi ở đâu")
    resident.says("tôi ở Lạng Sơn")

    assert not resident.chat.declined
    assert resident.chat.place is not None
