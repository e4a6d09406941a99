"""A matter that an officer writes."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.law.fingerprint import mark_of_words
from knowledge.matters.topic import Right
from tests.support.answers.answers import library
from tests.support.answers.matters import LAW, MONEY, kept, written
from tests.support.console.console import STAFF, House, Visitor
from tests.support.documents.documents import CA_MAU, LANG_SON, at

NEW = "/viec/moi"
FIELDS = {
    "tieu_de": "Đậu xe ở nhà văn hóa",
    "quyen": ["giam_sat", "biet"],
    "mau": "Đậu xe ở đâu?\nXe để đâu\nGửi xe có mất tiền không",
    "loi": "Xe để trong sân, không mất tiền.",
    "buoc": "Khóa xe.",
    "can_cu": written(MONEY),
    "viec": "luu",
}


def send(visitor: Visitor, page: str = NEW, **fields: Any) -> tuple[int, str]:
    """Send the form; return the status, and the page."""
    answer = visitor.client.post(page, data={"csrf": visitor.csrf(page), **FIELDS, **fields})
    return answer.status_code, answer.text


def test_a_matter_is_written_and_listed(house: House, officer: Visitor) -> None:
    assert send(officer)[0] == 303
    found = kept(house).every()[-1]
    assert (found.id, found.name) == ("dau-xe-o-nha-van-hoa", FIELDS["tieu_de"])
    assert found.rights == (Right.KNOW, Right.SUPERVISE)
    assert len(found.questions) == 3
    (answer,) = found.answers
    assert (answer.short, answer.steps) == (FIELDS["loi"], ("Khóa xe.",))
    assert answer.marks == ((MONEY, mark_of_words(MONEY, library()[LANG_SON])),)
    assert answer.as_of == house.clock().date()
    assert "Cán bộ viết" in officer.get("/viec?can_bo=1").text
    (entry,) = house.office.audit.entries(1)
    assert (entry.who, entry.action, entry.about) == (STAFF, "matter_added", found.id)
    assert "viết mới" in officer.get(f"/viec/{found.id}").text


def test_all_of_an_own_matter_can_be_changed_and_removed(house: House, officer: Visitor) -> None:
    send(officer)
    page = "/viec/dau-xe-o-nha-van-hoa"
    ban = officer.get(f"{page}/cau-hoi").text.split('name="ban" value="')[1].split('"')[0]
    fields = {"tieu_de": "Gửi xe", "quyen": ["ban"], "ban": ban}
    assert send(officer, f"{page}/cau-hoi", **fields)[0] == 303
    found = kept(house).every()[-1]
    assert (found.id, found.name, found.rights) == (page[6:], "Gửi xe", (Right.DISCUSS,))
    told = officer.get(page).text
    assert "Bỏ việc này" in told
    ban = told.split('name="ban" value="')[1].split('"')[0]
    data = {"csrf": officer.csrf(page), "ban": ban}
    answer = officer.client.post(f"{page}/bo", data=data)
    assert (answer.status_code, answer.headers["location"]) == (303, "/viec")
    assert officer.get(page).status_code == 404


def test_a_heading_that_folds_to_a_known_id_gets_one_of_its_own(
    house: House, officer: Visitor
) -> None:
    send(officer)
    page = "/viec/dau-xe-o-nha-van-hoa"
    ban = officer.get(f"{page}/cau-hoi").text.split('name="ban" value="')[1].split('"')[0]
    send(officer, f"{page}/cau-hoi", tieu_de="Gửi xe", ban=ban)
    assert send(officer, mau="một\nhai\nba")[0] == 303
    assert kept(house).own() == {"dau-xe-o-nha-van-hoa", "dau-xe-o-nha-van-hoa-2"}
    assert send(officer, tieu_de="Mới", mau="bốn\nnăm\nsáu")[0] == 303
    assert "moi-2" in kept(house).own()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({"tieu_de": "?"}, "từ 1 đến 60 ký tự", id="no heading"),
        pytest.param({"tieu_de": "x" * 61}, "từ 1 đến 60 ký tự", id="long heading"),
        pytest.param({"tieu_de": "TIEN O DAU RA"}, "Đã có việc mang tên này", id="taken"),
        pytest.param({"quyen": []}, "ít nhất một quyền", id="no right"),
        pytest.param({"mau": "một\nhai"}, "ít nhất 3 câu hỏi mẫu", id="few questions"),
        pytest.param({"mau": "một\nhai\nCho hỏi tien o dau ra voi"}, "đã có ở", id="double"),
        pytest.param({"loi": ""}, "từ 1 đến 45 chữ", id="no line"),
        pytest.param({"can_cu": []}, "ít nhất một điều khoản", id="rests on nothing"),
        pytest.param({"can_cu": written(LAW)}, "ít nhất một điều khoản", id="no such text"),
        pytest.param({"can_cu": written(MONEY, at(CA_MAU, 2))}, "cùng một văn bản", id="two"),
    ],
)
def test_what_is_missing_is_asked_for(
    house: House, officer: Visitor, fields: dict[str, Any], said: str
) -> None:
    status, told = send(officer, **fields)
    assert status == 422
    assert said in told
    assert kept(house).own() == frozenset()


def test_provisions_are_offered_for_the_first_question(officer: Visitor) -> None:
    status, told = send(officer, viec="tim", tim="kinh phi", can_cu=[])
    assert status == 200
    assert "khoản 1 Điều 3" in told
    assert "Những chỗ có “kinh phi”" in told
    assert officer.get(NEW).status_code == 200
