"""Questions of residents that become sample questions."""

from __future__ import annotations

import json

import pytest

from bot.store.caseload.caseload import Filter
from knowledge.law.resolution import Address
from knowledge.matters.staff.own_samples import Sample, read_samples
from tests.support.console.console import STAFF, House, Visitor
from tests.support.conversations.cases import Town
from tests.support.documents.documents import LANG_SON, at

QUESTION = "Loa phường hỏng thì báo ai?"
MONEY = at(LANG_SON, 5)


@pytest.fixture
def page(house: House) -> str:
    """Where a sample is made of a question."""
    Town(house.office.store, house.clock()).asks(QUESTION)
    (case,) = house.office.store.cases.page(Filter(), 2)
    return f"/hop-thu/{case.number}/cau-mau"


def written(address: Address) -> str:
    return json.dumps(address.as_dict())


def test_a_question_becomes_a_sample_of_the_provision_that_is_clicked(
    house: House, officer: Visitor, page: str
) -> None:
    shown = officer.post(page, page, cau_hoi=QUESTION, tim="kinh phi", viec="tim").text
    assert "Những chỗ có “kinh phi”" in shown
    assert "Nghị quyết" in shown

    answer = officer.post(page, page, cau_hoi=f" {QUESTION}", can_cu=written(MONEY), viec="luu")
    assert answer.status_code == 303
    assert read_samples(house.office.materials.samples) == (Sample(QUESTION, MONEY),)
    (entry,) = house.office.audit.entries(5)
    assert (entry.who, entry.action) == (STAFF, "sample_added")
    assert QUESTION not in entry.about


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({"cau_hoi": "?", "can_cu": written(MONEY)}, "nhập câu hỏi", id="no words"),
        pytest.param({"cau_hoi": QUESTION}, "chọn một điều khoản", id="no provision"),
        pytest.param(
            {"cau_hoi": QUESTION, "can_cu": written(at(LANG_SON, 99))},
            "chọn một điều khoản",
            id="no such provision",
        ),
        pytest.param(
            {"cau_hoi": QUESTION, "can_cu": written(at("hue", 1))},
            "chọn một điều khoản",
            id="no such document",
        ),
    ],
)
def test_what_is_missing_is_asked_for(
    house: House, officer: Visitor, page: str, fields: dict[str, str], said: str
) -> None:
    answer = officer.post(page, page, **fields)
    assert answer.status_code == 422
    assert said in answer.text
    assert read_samples(house.office.materials.samples) == ()


def test_samples_are_listed_and_can_be_removed(house: House, officer: Visitor, page: str) -> None:
    for number in range(51):
        officer.post(page, page, cau_hoi=f"câu {number}", can_cu=written(MONEY))
    house.office.materials.samples.write_text(
        house.office.materials.samples.read_text(encoding="utf-8")
        + json.dumps({"question": "<b>cũ</b>", "provision": at(LANG_SON, 99).as_dict()}),
        encoding="utf-8",
    )
    told = officer.get("/hop-thu/cau-mau").text
    assert "&lt;b&gt;cũ&lt;/b&gt;" in told
    assert "không còn nữa" in told
    assert "câu 0<" not in told
    assert "câu 0<" in officer.get("/hop-thu/cau-mau?trang=2").text

    officer.post("/hop-thu/cau-mau/xoa", cau_hoi="câu 0")
    assert len(read_samples(house.office.materials.samples)) == 51
    assert house.office.audit.entries(1)[0].action == "sample_removed"


def test_says_that_there_is_no_sample(officer: Visitor) -> None:
    assert "Chưa có câu hỏi mẫu nào." in officer.get("/hop-thu/cau-mau").text
