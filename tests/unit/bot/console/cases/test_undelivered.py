"""Answers that did not reach anybody, in the inbox."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.base import Post
from bot.conversation.values import Outcome
from bot.store.store import Delivery, Store
from bot.store.values import Role
from tests.support.console.console import STAFF, House, Visitor
from tests.support.conversations.cases import ABILITIES, Carrier
from tests.support.running.stores import chat, message, reply, settle

LIST, PATH = "/hop-thu", "/hop-thu/khong-gui-duoc"
REASON = "người này đã chặn chatbot"
MARKUP = "<script>alert(1)</script>"


@pytest.fixture
def carrier() -> Carrier:
    return Carrier()


@pytest.fixture
def house(store: Store, tmp_path: Path, carrier: Carrier) -> House:
    """A console whose answers the carrier takes."""
    house = House(store, tmp_path, abilities=ABILITIES, deliver=carrier)
    house.open_to(STAFF, Role.STAFF)
    return house


@pytest.fixture
def officer(house: House) -> Visitor:
    return house.visitor(STAFF)


def given_up(house: House, *texts: str) -> list[Delivery]:
    sent, store = message(), house.office.store
    posts = [[Post(text) for text in texts]]
    given = settle(store, Outcome(chat(sent), (reply(),)), posts, at=house.clock(), sent=sent)
    for one in given:
        store.mark_failed(one.id, REASON)
    return list(given)


def test_the_inbox_tells_of_them_only_where_there_are_any(house: House, officer: Visitor) -> None:
    assert "không gửi được" not in officer.get(LIST).text
    assert "Không có câu trả lời nào" in officer.get(PATH).text

    given_up(house, "một", "hai")
    shown = officer.get(LIST).text
    assert f'<a href="{PATH}">Có 2 câu trả lời không gửi được</a>' in shown


def test_each_is_shown_with_its_reason_and_without_numbers_of_persons(
    house: House, officer: Visitor
) -> None:
    given_up(house, f"Gọi 0912345678 {MARKUP}")
    shown = officer.get(PATH).text

    assert REASON in shown
    assert "Telegram" in shown
    assert "Gọi [số điện thoại]" in shown
    assert MARKUP not in shown


def test_the_chosen_are_sent_again(house: House, officer: Visitor, carrier: Carrier) -> None:
    first, second = given_up(house, "một", "hai")
    response = officer.post(PATH, form=PATH, viec="gui-lai", cau=first.id)

    assert (response.status_code, response.headers["location"]) == (303, PATH)
    assert carrier.taken == [first]
    assert house.office.store.undelivered() == (first,)
    shown = officer.get(PATH).text
    assert "Chatbot đang gửi lại" in shown
    assert second.id in shown
    assert first.id not in shown
    (entry,) = house.office.audit.entries(1)
    assert (entry.who, entry.action, entry.about) == (STAFF, "delivery_retried", "1")


def test_the_chosen_are_dropped(house: House, officer: Visitor, carrier: Carrier) -> None:
    (first,) = given_up(house, "một")
    officer.post(PATH, form=PATH, viec="bo", cau=first.id)

    assert carrier.taken == []
    assert house.office.store.undelivered() == ()
    assert "Có 1 câu" not in officer.get(LIST).text
    (entry,) = house.office.audit.entries(1)
    assert (entry.who, entry.action, entry.about) == (STAFF, "delivery_dropped", "1")


def test_who_chooses_none_is_told_so(house: House, officer: Visitor, carrier: Carrier) -> None:
    given_up(house, "một")
    response = officer.post(PATH, form=PATH, viec="gui-lai")

    assert response.status_code == 422
    assert "Bạn chọn ít nhất một câu" in response.text
    assert carrier.taken == []


def test_what_is_not_known_is_passed_over(house: House, officer: Visitor, carrier: Carrier) -> None:
    given_up(house, "một")
    response = officer.post(PATH, form=PATH, viec="gui-lai", cau="unknown")

    assert response.status_code == 303
    assert carrier.taken == []
