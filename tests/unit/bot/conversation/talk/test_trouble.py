"""What is told to whoever is not heard, does not agree, or suffers for having spoken up."""

from __future__ import annotations

import pytest

from bot.answer.values import Status
from bot.conversation.values import Expects
from tests.support.answers.answers import hit
from tests.support.conversations.conversations import Bot, Resident
from tests.support.documents.documents import LANG_SON, at

MONEY = "kinh phí lấy ở đâu?"
ABOVE = "Hội đồng nhân dân xã"


@pytest.fixture
def resident() -> Resident:
    bot = Bot()
    bot.finds(hit(at(LANG_SON, 5)))
    resident = Resident(bot)
    resident.says("Lạng Sơn")
    resident.says(MONEY)
    return resident


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("họ cứ làm ngơ thì tôi biết làm sao", id="no answer"),
        pytest.param("xa khong tra loi thi sao", id="without marks"),
        pytest.param("không phục thì thưa kiện ở đâu", id="where to sue"),
        pytest.param("vậy tôi không chịu thì sao", id="does not agree"),
    ],
)
def test_the_next_above_is_told(resident: Resident, said: str) -> None:
    resident.says(said)

    assert ABOVE in resident.heard
    assert "lĩnh vực khác" not in resident.heard


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("góp ý xong tôi bị trưởng thôn quát mắng giữa cuộc họp", id="shouted at"),
        pytest.param("từ ngày tôi tố cáo, họ dọa cắt hộ nghèo nhà tôi", id="threatened"),
        pytest.param("tôi khiếu nại rồi bị trù dập đủ đường", id="reprisal by name"),
    ],
)
def test_reprisal_gets_numbers_and_the_next_above(resident: Resident, said: str) -> None:
    resident.says(said)

    assert "113" in resident.heard
    assert ABOVE in resident.heard
    assert "quyền của Bạn" in resident.heard


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("tôi tố cáo xong nó cầm dao tới nhà đòi chém", id="violence"),
        pytest.param("tôi góp ý mà bị đánh gãy tay", id="hurt"),
        pytest.param("tôi khiếu nại mãi, giờ chỉ muốn chết cho xong", id="suicide"),
    ],
)
def test_violence_gets_the_humane_message_alone(resident: Resident, said: str) -> None:
    resident.says(said)

    assert "113" in resident.heard
    assert ABOVE not in resident.heard
    assert resident.chat.expects is Expects.SAFETY


def test_the_staff_is_told_of_reprisal_at_once(resident: Resident) -> None:
    resident.bot.memory.staff = True
    outcome = resident.says("góp ý xong tôi bị trưởng thôn dọa cắt hộ nghèo")

    assert outcome.turn is not None
    assert outcome.staff_question == outcome.turn.id


def test_a_grievance_changes_no_subject(resident: Resident) -> None:
    resident.says("họ cứ làm ngơ thì tôi biết làm sao")
    resident.says("thế ai quyết định?")

    assert resident.turns[-1].status is Status.ANSWERED
    assert "kinh phí" in resident.turns[-1].reading.lower()
