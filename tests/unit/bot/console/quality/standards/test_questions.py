"""The form of a question: what is right is chosen by clicking."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from httpx2 import Response

from bot.answer.values import Status
from bot.console.choosing.gold import Gold
from tests.support.console.console import Visitor
from tests.support.console.standards import GOLD, MONEY, NEXT, PLACE, RIGHT, Workshop, item
from tests.support.documents.documents import LANG_SON, NINH_BINH, at

FORM = "/bo-cau-hoi/them"
OTHER = Gold.of(at(NINH_BINH, 1)).model_dump_json()


def offered(told: Response, *, checked: bool) -> list[str]:
    """Return the provisions that the form offers, or those that are chosen already."""
    found = re.findall(r'name="can_cu" value="([^"]*)"( checked)?', told.text)
    return [value.replace("&#34;", '"') for value, mark in found if bool(mark) is checked]


def send(visitor: Visitor, path: str, **fields: str | list[str]) -> Response:
    return visitor.client.post(path, data={"csrf": visitor.csrf("/mat-khau"), **fields})


def test_the_form_offers_what_the_bot_finds(workshop: Workshop, officer: Visitor) -> None:
    workshop.new_set()
    told = officer.get(f"{FORM}?{urlencode({'cau_hoi': MONEY, 'noi': PLACE})}")
    assert offered(told, checked=True) == []
    assert set(offered(told, checked=False)) == {GOLD, Gold.of(NEXT).model_dump_json()}
    assert MONEY in told.text
    assert PLACE in told.text


def test_the_form_keeps_nothing_before_it_is_sent(workshop: Workshop, officer: Visitor) -> None:
    number = workshop.new_set()
    officer.get(f"{FORM}?{urlencode({'cau_hoi': MONEY, 'can_cu': GOLD, 'viec': 'luu'})}")
    send(officer, FORM, cau_hoi=MONEY, can_cu=GOLD, viec="tim", tim="kinh phí")
    assert workshop.sets.questions(number) == ()


def test_searching_keeps_what_was_chosen_and_offers_more(
    workshop: Workshop, officer: Visitor
) -> None:
    workshop.new_set()
    told = send(
        officer, FORM, cau_hoi=MONEY, can_cu=[GOLD, OTHER], viec="tim", tim="cong dong dan cu"
    )
    assert told.status_code == 200
    assert offered(told, checked=True) == [GOLD, OTHER]
    sought = offered(told, checked=False)
    assert len(sought) > 5
    assert len(sought) == len(set(sought))


def test_a_question_is_added_and_shown(workshop: Workshop, officer: Visitor) -> None:
    number = workshop.new_set()
    sent = {"cau_hoi": f" {MONEY} ", "noi": PLACE, "quyen": "biet", "cach_hoi": "formal"}
    told = send(officer, FORM, **sent, can_cu=[GOLD, OTHER], bo=str(number))
    assert told.headers["location"] == f"/bo-cau-hoi/{number}"
    (kept,) = workshop.sets.questions(number)
    wanted = item(kept.item.id, MONEY, RIGHT, at(NINH_BINH, 1), right="biet", style="formal")
    assert kept.item == wanted
    page = officer.get(f"/bo-cau-hoi/{number}").text
    assert "Điều 5" in page
    assert "; hoặc" in page


def test_one_click_adds_to_the_set_that_was_last_added_to(
    workshop: Workshop, officer: Visitor
) -> None:
    first, second = workshop.new_set(item()), workshop.new_set(name="Khác")
    assert send(officer, FORM, cau_hoi=MONEY, can_cu=GOLD).status_code == 303
    assert len(workshop.sets.questions(first)) == 2
    send(officer, FORM, cau_hoi=MONEY, can_cu=GOLD, bo=str(second))
    send(officer, FORM, cau_hoi=MONEY, can_cu=GOLD)
    assert len(workshop.sets.questions(second)) == 2


def test_provisions_count_only_where_there_is_to_be_an_answer(
    workshop: Workshop, officer: Visitor
) -> None:
    number = workshop.new_set()
    send(officer, FORM, cau_hoi="Giá vàng?", ket_qua="out_of_scope", can_cu=GOLD)
    (kept,) = workshop.sets.questions(number)
    assert (kept.item.expect, kept.item.gold) == (Status.OUT_OF_SCOPE, ())


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        pytest.param({"cau_hoi": " ", "can_cu": GOLD}, "Bạn nhập câu hỏi", id="no question"),
        pytest.param({"cau_hoi": MONEY}, "ít nhất một điều khoản", id="no provision"),
        pytest.param({"cau_hoi": MONEY, "can_cu": GOLD, "bo": "9"}, "Bạn chọn bộ", id="no set"),
    ],
)
def test_what_is_missing_is_told(
    workshop: Workshop, officer: Visitor, sent: dict[str, str], fault: str
) -> None:
    number = workshop.new_set()
    told = send(officer, FORM, **sent)
    assert told.status_code == 422
    assert fault in told.text
    assert workshop.sets.questions(number) == ()


def test_without_a_set_the_form_leads_to_making_one(workshop: Workshop, officer: Visitor) -> None:
    assert workshop.sets.latest() is None
    told = send(officer, FORM, cau_hoi=MONEY, can_cu=GOLD)
    assert told.status_code == 422
    assert "tạo một bộ" in told.text


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param({"can_cu": "{}"}, id="no address"),
        pytest.param({"can_cu": "x"}, id="no JSON"),
        pytest.param({"ket_qua": "gì"}, id="no status"),
        pytest.param({"bo": str(2**63)}, id="too high a number"),
        pytest.param({"noi": "a" * 201}, id="too long a place"),
        pytest.param({"cau_hoi": "a\x00"}, id="a NUL"),
    ],
)
def test_what_no_form_of_ours_sends_is_refused(
    workshop: Workshop, officer: Visitor, sent: dict[str, str]
) -> None:
    workshop.new_set()
    assert send(officer, FORM, **{"cau_hoi": MONEY, "can_cu": GOLD, **sent}).status_code == 422
    assert officer.client.get(FORM, params=sent).status_code == 422


def test_a_question_is_changed_and_removed(workshop: Workshop, officer: Visitor) -> None:
    number = workshop.new_set(item("q1"), item("q2"))
    path = f"/bo-cau-hoi/{number}/cau/1"
    assert offered(officer.get(path), checked=True) == [GOLD]
    assert send(officer, path, cau_hoi=MONEY, can_cu=[GOLD], viec="tim").status_code == 200
    sent = {"cau_hoi": "Tiền ở đâu ra?", "noi": "", "can_cu": OTHER}
    assert send(officer, path, **sent).status_code == 303
    changed = workshop.sets.question(number, 1)
    assert changed
    assert changed.item == item("q1", "Tiền ở đâu ra?", at(NINH_BINH, 1), place=None)
    assert send(officer, path, cau_hoi="").status_code == 422
    assert send(officer, f"{path}/xoa").status_code == 303
    assert [one.item.id for one in workshop.sets.questions(number)] == ["q2"]
    assert officer.get(path).status_code == 404
    assert officer.get(f"/bo-cau-hoi/{number + 1}/cau/2").status_code == 404


def test_the_form_shows_and_keeps_the_facts_that_came_with_a_file(
    workshop: Workshop, officer: Visitor
) -> None:
    facts = (("hai phần ba", "2/3"), ("trưởng thôn",))
    path = f"/bo-cau-hoi/{workshop.new_set(item('q1', must_say=facts), item('q2'))}/cau/"
    assert "“hai phần ba” hoặc “2/3”; “trưởng thôn”." in officer.get(f"{path}1").text
    assert "phải nói được" not in officer.get(f"{path}2").text
    assert send(officer, f"{path}1", cau_hoi="Tiền ở đâu?", can_cu=GOLD).status_code == 303
    changed = workshop.sets.question(1, 1)
    assert changed
    assert (changed.item.question, changed.item.must_say) == ("Tiền ở đâu?", facts)


def test_a_provision_that_is_gone_can_still_be_seen(workshop: Workshop, officer: Visitor) -> None:
    number = workshop.new_set(item("q1", MONEY, at("da-bi-xoa", 7)))
    assert "da-bi-xoa" in officer.get(f"/bo-cau-hoi/{number}").text
    assert "Điều 7" in officer.get(f"/bo-cau-hoi/{number}/cau/1").text


def test_a_tried_question_is_added_with_one_click(workshop: Workshop, officer: Visitor) -> None:
    number = workshop.new_set()
    tried = officer.client.get("/thu-cau-hoi", params={"hoi": MONEY, "noi": PLACE}).text
    (form,) = re.findall(r'action="/bo-cau-hoi/them">(.*?)</form>', tried, re.DOTALL)
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form)
    sent = {name: value.replace("&#34;", '"') for name, value in fields}
    assert officer.client.post(FORM, data=sent).status_code == 303
    (kept,) = workshop.sets.questions(number)
    assert (kept.item.question, kept.item.place, kept.item.expect) == (
        MONEY,
        PLACE,
        Status.ANSWERED,
    )
    assert kept.item.addresses == (at(LANG_SON, 5),)
