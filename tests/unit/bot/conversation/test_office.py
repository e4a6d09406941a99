"""What offices tell, in a chat."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.gazetteer.places import Place
from knowledge.matters.office import OfficeAnswer
from knowledge.matters.topic import Right, Topic
from tests.support.answers.answers import FakeSearcher, hit
from tests.support.conversations.conversations import Bot, Resident
from tests.support.documents.documents import LANG_SON, at

ASKED = "Văn phòng mở cửa mấy giờ?"
HOURS = OfficeAnswer("Sáng 7 giờ.", "Văn phòng xã", date(2026, 11, 1))
HERE = replace(HOURS, places=(Place("tỉnh Lạng Sơn"),))


def resident(*office: OfficeAnswer) -> Resident:
    topic = Topic("Giờ làm việc", (Right.KNOW,), (), (ASKED,), "gio-lam-viec", office=office)
    searcher = FakeSearcher((hit(at(LANG_SON, 5), 1.0),))
    return Resident(Bot(searcher, office=(topic,)))


def test_what_holds_everywhere_is_told_without_asking_where() -> None:
    one = resident(HOURS)
    one.says(ASKED)
    assert HOURS.short in one.heard
    assert "Theo thông tin do Văn phòng xã cung cấp" in one.heard
    assert "tỉnh nào" not in one.heard


@pytest.mark.parametrize(
    ("place", "told"),
    [
        pytest.param("tỉnh Lạng Sơn", True, id="its place"),
        pytest.param("tỉnh Cà Mau", False, id="another"),
    ],
)
def test_what_is_for_one_place_is_told_once_the_place_is(place: str, told: bool) -> None:
    one = resident(HERE)
    one.says(ASKED)
    assert HOURS.short not in one.heard
    assert "Bạn ở xã/phường, tỉnh nào?" in one.heard
    one.says(place)
    assert (HOURS.short in one.heard) is told


def test_an_answer_of_an_office_can_be_praised_and_passed_on() -> None:
    one = resident(HOURS)
    one.says(ASKED)
    assert "👍" in " ".join(one.offered)
    assert not any("nguyên văn" in label for label in one.offered)
    (turn,) = one.turns
    assert (turn.topics[0], turn.cited) == ("Giờ làm việc", ())
