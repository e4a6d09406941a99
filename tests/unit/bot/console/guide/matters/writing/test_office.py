"""What an office tells by itself, written by an officer."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from bot.answer.answerer import Answerer
from bot.answer.deciding.decision import Reason
from bot.answer.quoting.guide import Guide
from bot.answer.values import Question
from knowledge.gazetteer.places import Place
from knowledge.matters.office import OfficeAnswer
from knowledge.matters.topic import Right, Topic
from tests.support.answers.answers import ON, FakeSearcher, as_found, gazetteer, hit, library
from tests.support.answers.matters import kept, written
from tests.support.console.console import STAFF, House, Visitor
from tests.support.documents.documents import LANG_SON, at
from tests.support.language.language import speller

NEW = "/viec/thong-tin-moi"
PAGE = "/viec/gio-lam-viec-cua-xa"
PLACE = Place("tỉnh Lạng Sơn", "xã Chi Lăng")
FIELDS = {
    "tieu_de": "Giờ làm việc của xã",
    "mau": "Xã mở cửa mấy giờ?\nMấy giờ xã nghỉ trưa?\nThứ bảy có làm không?",
    "loi": "Sáng 7 giờ đến 11 giờ, chiều 13 giờ đến 17 giờ.",
    "buoc": "Mang theo giấy hẹn.",
    "don_vi": "Ủy ban nhân dân xã Chi Lăng",
    "noi": "xã Chi Lăng, tỉnh Lạng Sơn",
    "den": "2027-01-31",
    "viec": "luu",
}


def send(visitor: Visitor, page: str = NEW, **fields: Any) -> tuple[int, str]:
    """Send the form as it is shown, with other `fields`; return the status, and the page."""
    shown = visitor.get(page).text
    ban = re.search(r'name="ban" value="([^"]*)"', shown)
    seen = {"ban": ban[1]} if ban else {}
    data = {"csrf": visitor.csrf(page), **seen, **FIELDS, **fields}
    answer = visitor.client.post(page, data=data)
    return answer.status_code, answer.text


def the(house: House) -> Topic:
    found = kept(house).one("gio-lam-viec-cua-xa")
    assert found
    return found


def test_it_is_written_shown_and_told_at_once(house: House, officer: Visitor) -> None:
    assert "/viec/thong-tin-moi" in officer.get("/viec").text
    assert send(officer)[0] == 303
    topic = the(house)
    assert (topic.rights, topic.answers, len(topic.questions)) == ((Right.KNOW,), (), 3)
    assert topic.office == (
        OfficeAnswer(
            short=FIELDS["loi"],
            by=FIELDS["don_vi"],
            as_of=house.clock().date(),
            steps=("Mang theo giấy hẹn.",),
            places=(PLACE,),
            until=date(2027, 1, 31),
        ),
    )
    (entry,) = house.office.audit.entries(1)
    assert (entry.who, entry.action, entry.about) == (STAFF, "matter_added", topic.id)

    told = officer.get(PAGE).text
    assert FIELDS["loi"] in told
    assert "Ủy ban nhân dân xã Chi Lăng cung cấp, cập nhật ngày 22/11/2026" in told
    assert "Dành cho: xã Chi Lăng, tỉnh Lạng Sơn" in told
    assert "Thông tin của xã" in officer.get("/viec?can_bo=1").text
    assert "chi lang" not in officer.get("/viec?tim=giấy").text

    guide = Guide(offices=kept(house))
    searcher = FakeSearcher((hit(at(LANG_SON, 3, 1)),))
    answers = Answerer(library(), searcher, gazetteer(), speller(), guide, as_found)
    (found,) = answers.trace(Question("xa mo cua may gio", ON, PLACE)).explanations
    assert found.decision.reason is Reason.OFFICE
    assert FIELDS["loi"] in found.answer.text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({"tieu_de": "?"}, "từ 1 đến 60 ký tự", id="no heading"),
        pytest.param({"tieu_de": "Tiền ở đâu ra"}, "Đã có việc mang tên này", id="taken"),
        pytest.param({"mau": "một\nhai"}, "ít nhất 3 câu hỏi mẫu", id="few questions"),
        pytest.param({"loi": ""}, "từ 1 đến 80 chữ", id="nothing told"),
        pytest.param({"loi": "a " * 81}, "từ 1 đến 80 chữ", id="too much told"),
        pytest.param({"buoc": "a\nb\nc\nd"}, "Nhiều nhất 3 việc", id="many steps"),
        pytest.param({"don_vi": ""}, "tên đơn vị cung cấp", id="told by nobody"),
        pytest.param({"noi": "xã Không Có"}, "không có nơi này", id="unknown place"),
        pytest.param({"noi": "xã Tân Hưng"}, "có thể là", id="several places of the name"),
        pytest.param({"den": "hôm nào"}, "ví dụ 31/12/2026", id="no day"),
        pytest.param({"tu": "2027-03-01"}, "phải sau ngày bắt đầu", id="ends before it begins"),
    ],
)
def test_what_is_missing_is_asked_for(
    house: House, officer: Visitor, fields: dict[str, Any], said: str
) -> None:
    status, told = send(officer, **fields)
    assert status == 422
    assert said in told
    assert kept(house).own() == frozenset()


def test_without_a_place_it_is_for_everyone(house: House, officer: Visitor) -> None:
    assert send(officer, noi="")[0] == 303
    assert the(house).office[0].places == ()
    assert "Dành cho: mọi nơi" in officer.get(PAGE).text


def test_it_is_corrected_and_another_place_added(house: House, officer: Visitor) -> None:
    send(officer)
    first = the(house).office[0]
    assert send(officer, f"{PAGE}/thong-tin/2", noi="tỉnh Cà Mau", loi="Sáng 8 giờ.")[0] == 303
    assert send(officer, f"{PAGE}/thong-tin/1", loi="Sáng 6 giờ.")[0] == 303
    one, two = the(house).office
    assert (one.short, one.places) == ("Sáng 6 giờ.", (PLACE,))
    assert (two.short, two.places) == ("Sáng 8 giờ.", (Place("tỉnh Cà Mau"),))
    assert first.short in officer.get(PAGE).text, "what was told before stays in the history"

    assert send(officer, f"{PAGE}/thong-tin/1", viec="bo")[0] == 303
    assert the(house).office == (two,)
    assert "Bỏ thông tin này" not in officer.get(f"{PAGE}/thong-tin/1").text
    assert officer.get(f"{PAGE}/thong-tin/3").status_code == 404


def test_a_matter_with_a_provision_can_be_told_of_by_an_office_too(
    house: House, officer: Visitor
) -> None:
    page = "/viec/tien-o-dau-ra"
    assert send(officer, f"{page}/thong-tin/1")[0] == 303
    found = kept(house).one("tien-o-dau-ra")
    assert found
    assert len(found.answers) == 2
    assert found.office[0].short == FIELDS["loi"]
    told = officer.get(page).text
    assert "Thêm lời dựa vào văn bản khác" in told
    assert FIELDS["loi"] in told


def test_what_somebody_else_changed_meanwhile_is_not_lost(house: House, officer: Visitor) -> None:
    send(officer)
    status, told = send(officer, f"{PAGE}/thong-tin/1", ban="cũ", loi="Sáng 6 giờ.")
    assert status == 422
    assert "Vừa có người khác sửa việc này" in told
    assert "Sáng 6 giờ." in told
    assert the(house).office[0].short == FIELDS["loi"]


def test_what_is_over_is_said_to_be(house: House, officer: Visitor) -> None:
    send(officer, tu="2025-01-01", den="2025-02-01")
    assert "Đã hết hạn" in officer.get(PAGE).text
    assert the(house).office[0].since == date(2025, 1, 1)


def test_a_line_on_a_provision_can_be_added_to_it(house: House, officer: Visitor) -> None:
    send(officer)
    fields = {"loi": "Ngân sách trả.", "buoc": "", "can_cu": written(at(LANG_SON, 5))}
    assert send(officer, f"{PAGE}/loi/1", **fields)[0] == 303
    topic = the(house)
    assert (len(topic.answers), len(topic.office)) == (1, 1)
