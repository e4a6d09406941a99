"""The list of matters."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlencode

import pytest

from bot.answer.values import Status
from knowledge.matters.staff.own_matters import Editor, mark_of_matter
from tests.support.answers.answers import library
from tests.support.answers.matters import MONEY, MONEY_ID, SHIPPED, Desk, kept
from tests.support.console.console import House, Visitor
from tests.support.conversations.cases import Town
from tests.support.conversations.conversations import reworded
from tests.support.documents.documents import LANG_SON

MONEY_NAME, PURPOSE_NAME, FAR_NAME = (one["heading"] for one in SHIPPED)


def listed(visitor: Visitor, **sought: str) -> list[str]:
    """Return the headings that are listed."""
    told = visitor.get(f"/viec?{urlencode(sought)}")
    assert told.status_code == 200
    return re.findall(r'<h3><a href="/viec/[a-z0-9-]+">([^<]+)</a>', told.text)


def correct(house: House, name: str, question: str) -> None:
    """Add a question to a matter as another officer would."""
    topic = kept(house).one(name)
    assert topic
    new = replace(topic, questions=(*topic.questions, question))
    kept(house).put(new, mark_of_matter(topic), Editor("Hoa", house.clock()))


def test_all_matters_are_listed(officer: Visitor) -> None:
    assert listed(officer) == [MONEY_NAME, PURPOSE_NAME, FAR_NAME]


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        pytest.param({"tim": "tien dau"}, [MONEY_NAME], id="heading without diacritics"),
        pytest.param({"tim": "NGÂN SÁCH"}, [MONEY_NAME], id="words of a line"),
        pytest.param({"tim": "ke ve nghi quyet"}, [PURPOSE_NAME], id="words of a question"),
        pytest.param({"tim": "con bò"}, [], id="nothing"),
        pytest.param({"quyen": "giam_sat"}, [PURPOSE_NAME], id="right"),
        pytest.param({"van_ban": LANG_SON}, [MONEY_NAME, PURPOSE_NAME], id="document"),
        pytest.param({"van_ban": "luat-thu"}, [MONEY_NAME], id="document that is not here"),
        pytest.param({"tam_ngung": "1"}, [], id="suspended"),
        pytest.param({"can_bo": "1"}, [], id="by the staff"),
        pytest.param({"quyen": "biet", "tim": "ca mau"}, [FAR_NAME], id="several"),
    ],
)
def test_the_list_is_narrowed(officer: Visitor, sought: dict[str, str], found: list[str]) -> None:
    assert listed(officer, **sought) == found


def test_a_matter_whose_provision_changed_is_marked_and_counted(
    desk: Desk, officer: Visitor
) -> None:
    assert "Có lời tạm ngưng" not in officer.get("/viec").text
    desk.change(reworded(library()[LANG_SON], MONEY))
    assert listed(officer, tam_ngung="1") == [MONEY_NAME]
    assert officer.get("/viec").text.count("Có lời tạm ngưng") == 1
    assert '<span class="count">1<' in officer.get("/mat-khau").text


def test_what_the_staff_changed_is_marked(house: House, officer: Visitor) -> None:
    correct(house, MONEY_ID, "Ai trả tiền vậy?")
    assert listed(officer, can_bo="1") == [MONEY_NAME]
    assert "Cán bộ sửa" in officer.get("/viec").text


def test_what_is_asked_most_comes_first_with_its_figures(house: House, officer: Visitor) -> None:
    town = Town(house.office.store, house.clock())
    answered = [
        town.asks("gì?", topics=(FAR_NAME,), status=Status.ANSWERED, by=by) for by in ("1", "4242")
    ]
    town.asks("gì?", topics=(FAR_NAME,), by="3")
    town.asks("tiền?", topics=(MONEY_NAME,), by="4")
    town.blames(answered[1], "sai")
    assert listed(officer) == [FAR_NAME, MONEY_NAME, PURPOSE_NAME]
    told = officer.get("/viec?tim=ca+mau").text
    assert "Hỏi 3 lần · trả lời được 2 · 👍 hữu ích 0 · 👎 chưa hữu ích 1" in told
    assert "Chưa ai hỏi" in officer.get("/viec?tim=ca+mau&ky=thang-truoc").text


def test_the_list_is_turned_page_by_page(house: House, officer: Visitor) -> None:
    topic = kept(house).one(MONEY_ID)
    assert topic
    for number in range(20):
        its = (f"câu {number}?",)
        new = replace(topic, id=f"viec-{number}", name=f"Việc số {number}", questions=its)
        kept(house).put(new, "", Editor("Hoa", house.clock()))
    assert len(listed(officer)) == 20
    assert len(listed(officer, trang="2")) == 3
    assert "trang=2" in officer.get("/viec").text
    assert "Trang sau" not in officer.get("/viec?trang=2").text


def test_a_file_at_fault_closes_this_page_alone(house: House, officer: Visitor) -> None:
    kept(house).path.write_text("{", encoding="utf-8")
    told = officer.get("/viec")
    assert told.status_code == 500
    assert "Kho văn bản có tệp bị hỏng" in told.text
    assert "<strong>matters.jsonl</strong>, dòng 1." in told.text
    assert officer.get("/mat-khau").status_code == 200


def test_tells_that_the_index_lacks_what_was_saved(officer: Visitor) -> None:
    assert "chưa có những thay đổi mới nhất" in officer.get("/viec").text
