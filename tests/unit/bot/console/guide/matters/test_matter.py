"""One matter, its lines and its questions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from knowledge.law.fingerprint import mark_of_words
from knowledge.matters.staff.own_matters import Editor, mark_of_matter
from knowledge.matters.topic import Topic
from tests.support.answers.answers import library
from tests.support.answers.matters import (
    LAW,
    MONEY,
    MONEY_ID,
    SHORT,
    Desk,
    keep_version,
    kept,
    written,
)
from tests.support.console.console import ADMIN, STAFF, House, Visitor
from tests.support.conversations.conversations import reworded, without
from tests.support.documents.documents import CA_MAU, LANG_SON, at

PAGE = f"/viec/{MONEY_ID}"
LINE, QUESTIONS = f"{PAGE}/loi/1", f"{PAGE}/cau-hoi"
TODAY = "22/11/2026"


def topic(house: House, name: str = MONEY_ID) -> Topic:
    found = kept(house).one(name)
    assert found
    return found


def seen(house: House, name: str = MONEY_ID) -> str:
    return mark_of_matter(kept(house).one(name))


def send(visitor: Visitor, page: str, form: str = "", **fields: Any) -> tuple[int, str]:
    """Send a form; return the status, and the page."""
    answer = visitor.client.post(page, data={"csrf": visitor.csrf(form or page), **fields})
    return answer.status_code, answer.text


def line(house: House, **fields: Any) -> dict[str, Any]:
    """Return the fields of the first line, changed by `fields`."""
    told = {"ban": seen(house), "loi": SHORT, "can_cu": written(MONEY), "viec": "luu"}
    return {**told, **fields}


def test_a_matter_is_shown_with_what_it_rests_on(officer: Visitor) -> None:
    told = officer.get(PAGE).text
    assert SHORT in told
    assert f'<a href="/nghi-quyet/{LANG_SON}?vi-tri=dieu-5#dieu-5">Điều 5</a>' in told
    assert "khoản 2 Điều 7" in told
    assert "chưa có toàn văn" in told
    assert "Hỏi thôn." in told
    assert "Cho hỏi Tiền ở đâu ra với" in told
    assert "Chưa cán bộ nào sửa việc này" in told
    assert officer.get("/viec/khong-co").status_code == 404


def test_a_line_is_corrected_with_fresh_marks(house: House, desk: Desk, officer: Visitor) -> None:
    desk.change(reworded(library()[LANG_SON], MONEY))
    fields = line(house, loi=" Ngân sách  trả. ", buoc="Hỏi xã.\n\n Giữ giấy. ")
    assert send(officer, LINE, **fields)[0] == 303
    changed, other = topic(house).answers
    assert (changed.short, changed.steps) == ("Ngân sách trả.", ("Hỏi xã.", "Giữ giấy."))
    assert changed.marks == ((MONEY, mark_of_words(MONEY, desk.documents[LANG_SON])),)
    assert changed.as_of == house.clock().date()
    assert other.basis == (LAW,)
    told = officer.get(PAGE).text
    assert "Ngân sách trả." in told
    assert SHORT in told  # among the earlier wordings
    assert f"{STAFF}, lúc" in told
    (entry,) = house.office.audit.entries(1)
    assert (entry.who, entry.action, entry.about) == (STAFF, "matter_changed", MONEY_ID)


def test_a_line_on_a_text_that_is_not_here_keeps_what_it_rests_on(
    house: House, officer: Visitor
) -> None:
    page = f"{PAGE}/loi/2"
    assert "checked> khoản 2 Điều 7" in officer.get(page).text
    assert send(officer, page, **line(house, loi="Luật nói.", can_cu=written(LAW)))[0] == 303
    assert topic(house).answers[1].basis == (LAW,)


def test_a_line_on_another_document_is_added(house: House, officer: Visitor) -> None:
    page = f"{PAGE}/loi/3"
    assert page in officer.get(PAGE).text
    assert "Thêm lời trả lời" in officer.get(page).text
    assert officer.get(f"{PAGE}/loi/4").status_code == 404
    there = at(CA_MAU, 2)
    assert send(officer, page, **line(house, loi="Ở đây cũng vậy.", can_cu=[]))[0] == 422
    fields = line(house, loi="Ở đây cũng vậy.", can_cu=written(there))
    assert send(officer, page, **fields)[0] == 303
    found = topic(house).answers
    assert [one.document for one in found] == [LANG_SON, LAW.resolution, CA_MAU]
    assert found[2].marks == ((there, mark_of_words(there, library()[CA_MAU])),)
    assert send(officer, f"{PAGE}/loi/4/xac-nhan", PAGE, ban=seen(house))[0] == 404


def test_provisions_are_looked_for(house: House, officer: Visitor) -> None:
    status, told = send(officer, LINE, **line(house, tim="muc dich", viec="tim"))
    assert status == 200
    assert "Những chỗ có “muc dich”" in told
    assert kept(house).own() == frozenset()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({"loi": "?"}, "từ 1 đến 45 chữ", id="no words"),
        pytest.param({"loi": "chữ " * 46}, "từ 1 đến 45 chữ", id="too many words"),
        pytest.param({"loi": "Góp 30 nghìn đồng."}, "“30 nghìn đồng”", id="unfounded"),
        pytest.param({"buoc": "a\nb\nc\nd"}, "Nhiều nhất 3 việc", id="many steps"),
        pytest.param({"buoc": "a" * 161}, "Nhiều nhất 3 việc", id="long step"),
        pytest.param({"can_cu": []}, "ít nhất một điều khoản", id="rests on nothing"),
        pytest.param({"can_cu": written(at(LANG_SON, 99))}, "ít nhất một", id="no provision"),
        pytest.param({"can_cu": written(LAW)}, "ít nhất một", id="another line's document"),
        pytest.param(
            {"can_cu": written(MONEY, at(CA_MAU, 2))}, "cùng một văn bản", id="two documents"
        ),
    ],
)
def test_what_no_line_can_say_is_shown_again(
    house: House, officer: Visitor, fields: dict[str, Any], said: str
) -> None:
    status, told = send(officer, LINE, **line(house, **fields))
    assert status == 422
    assert said in told
    assert kept(house).own() == frozenset()


def test_the_later_of_two_officers_is_told_and_loses_nothing(
    house: House, officer: Visitor, admin: Visitor
) -> None:
    fields = line(house, loi="Lời của Lan.")
    assert send(admin, LINE, **line(house, loi="Lời của Minh."))[0] == 303
    status, told = send(officer, LINE, **fields)
    assert status == 422
    assert "Vừa có người khác sửa việc này" in told
    assert "Lời của Lan.</textarea>" in told
    assert "Lời của Minh." in told
    assert topic(house).answers[0].short == "Lời của Minh."
    again = {**fields, "ban": seen(house)}
    assert f'name="ban" value="{seen(house)}"' in told
    assert send(officer, LINE, **again)[0] == 303
    assert [one.editor.who for one in kept(house).history()] == [STAFF, ADMIN]


@pytest.mark.parametrize(
    ("how", "said"),
    [
        pytest.param(reworded, "bây giờ viết:", id="other words"),
        pytest.param(without, "không còn trong văn bản", id="gone"),
    ],
)
def test_a_suspended_line_tells_why(desk: Desk, officer: Visitor, how: object, said: str) -> None:
    assert "Tạm ngưng" not in officer.get(PAGE).text
    desk.change(how(library()[LANG_SON], MONEY))  # type: ignore[operator]
    told = officer.get(PAGE).text
    assert "Tạm ngưng – cần xem lại" in told
    assert "viết ngày 01/11/2026" in told
    assert said in told
    assert ("Đã sửa." in told) is (how is reworded)
    assert ("Lời này vẫn đúng" in told) is (how is reworded)


def test_the_words_of_before_are_shown_where_a_version_has_them(
    house: House, desk: Desk, officer: Visitor
) -> None:
    desk.change(reworded(library()[LANG_SON], MONEY))
    assert "khi ấy viết:" not in officer.get(PAGE).text
    keep_version(house.office.publisher.folder, 1, library()[LANG_SON])
    assert "khi ấy viết:" in officer.get(PAGE).text


def test_a_line_is_confirmed_against_the_new_words(
    house: House, desk: Desk, officer: Visitor
) -> None:
    desk.change(reworded(library()[LANG_SON], MONEY))
    confirm = f"{LINE}/xac-nhan"
    assert send(officer, confirm, PAGE, ban=seen(house))[0] == 303
    assert "Tạm ngưng" not in officer.get(PAGE).text
    assert "Đã xác nhận" not in officer.get(PAGE).text  # it is told once
    first = topic(house).answers[0]
    assert (first.short, first.as_of) == (SHORT, house.clock().date())
    assert house.office.audit.entries(1)[0].action == "matter_confirmed"


def test_a_line_that_rests_on_nothing_any_more_is_not_confirmed(
    house: House, desk: Desk, officer: Visitor
) -> None:
    desk.change(without(library()[LANG_SON], MONEY))
    status, told = send(officer, f"{LINE}/xac-nhan", PAGE, ban=seen(house))
    assert status == 409
    assert "ít nhất một điều khoản" in told
    assert send(officer, f"{PAGE}/loi/9/xac-nhan", PAGE, ban=seen(house))[0] == 404


def test_a_line_that_the_new_words_do_not_bear_is_not_confirmed(
    house: House, desk: Desk, officer: Visitor
) -> None:
    first, *others = topic(house).answers
    wrong = replace(first, short="Góp 30 nghìn đồng.")
    its = replace(topic(house), answers=(wrong, *others))
    kept(house).put(its, seen(house), Editor("Hoa", house.clock()))
    assert "Chatbot không nói lời này" in officer.get(PAGE).text
    desk.change(reworded(library()[LANG_SON], MONEY))
    status, told = send(officer, f"{LINE}/xac-nhan", PAGE, ban=seen(house))
    assert status == 409
    assert "điều mà các điều khoản đã chọn không nói" in told


def test_a_stale_confirmation_changes_nothing(
    house: House, desk: Desk, officer: Visitor, admin: Visitor
) -> None:
    desk.change(reworded(library()[LANG_SON], MONEY))
    before = seen(house)
    assert send(admin, LINE, **line(house, loi="Lời mới."))[0] == 303
    status, told = send(officer, f"{LINE}/xac-nhan", PAGE, ban=before)
    assert status == 409
    assert "Vừa có người khác sửa việc này" in told


def test_questions_are_added_and_removed(house: House, officer: Visitor) -> None:
    first, second, _ = topic(house).questions
    typed = f"{first}\n{second}\n\nAi  trả tiền? Gọi 0912345678\nai tra tien, goi 0912345678"
    fields = {"ban": seen(house), "mau": typed, "tieu_de": "Tên khác", "quyen": "ban"}
    assert send(officer, QUESTIONS, **fields)[0] == 303
    found = topic(house)
    assert found.questions[:2] == (first, second)
    (added,) = found.questions[2:]
    assert added.startswith("Ai trả tiền?")
    assert "0912345678" not in added
    assert (found.name, [*found.rights]) == ("Tiền ở đâu ra", ["biet"])
    assert found.answers[0].as_of is not None
    assert found.answers[0].as_of.isoformat() == "2026-11-01"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("a?\nb?", "ít nhất 3 câu", id="few"),
        pytest.param("a?\nA\n?!\nb?", "ít nhất 3 câu", id="few that differ"),
        pytest.param(f"a?\nb?\n{'c' * 501}", "nhiều nhất 500 ký tự", id="long"),
        pytest.param("a?\nb?\nke ve viec o ca mau", "“ke ve viec o ca mau” đã có", id="double"),
    ],
)
def test_questions_that_cannot_be_are_shown_again(
    house: House, officer: Visitor, typed: str, said: str
) -> None:
    status, told = send(officer, QUESTIONS, ban=seen(house), mau=typed)
    assert status == 422
    assert said in told
    assert kept(house).own() == frozenset()


def test_the_later_of_two_who_change_questions_sees_both(
    house: House, officer: Visitor, admin: Visitor
) -> None:
    before = seen(house)
    assert send(admin, QUESTIONS, ban=before, mau="một?\nhai?\nba?")[0] == 303
    status, told = send(officer, QUESTIONS, ban=before, mau="bốn?\nnăm?\nsáu?")
    assert status == 422
    assert "Đang lưu" in told
    assert "<li>hai?</li>" in told
    assert "bốn?\nnăm?\nsáu?</textarea>" in told


def test_what_ships_is_taken_again(house: House, officer: Visitor) -> None:
    shipped = topic(house)
    assert "Bỏ những chỗ đã sửa" not in officer.get(PAGE).text
    send(officer, LINE, **line(house, loi="Lời mới."))
    assert send(officer, f"{PAGE}/bo", PAGE, ban=seen(house))[0] == 303
    assert topic(house) == shipped
    assert "Lời mới." in officer.get(PAGE).text  # among the earlier wordings
    assert send(officer, f"{PAGE}/bo", PAGE, ban=seen(house))[0] == 404


def test_what_ships_is_not_taken_again_where_another_matter_has_its_question(
    house: House, officer: Visitor
) -> None:
    other = "viec-o-ca-mau"
    moved, *left = topic(house).questions
    mine, theirs = "\n".join((*left, "Ai trả?")), "\n".join((*topic(house, other).questions, moved))
    assert send(officer, QUESTIONS, ban=seen(house), mau=mine)[0] == 303
    page = f"/viec/{other}/cau-hoi"
    assert send(officer, page, ban=seen(house, other), mau=theirs)[0] == 303
    status, told = send(officer, f"{PAGE}/bo", PAGE, ban=seen(house))
    assert status == 409
    assert "trùng với việc khác" in told
    assert moved not in topic(house).questions


def test_nobodys_words_are_markup(house: House, officer: Visitor) -> None:
    bad = replace(topic(house), questions=("<b>một</b>", "hai", "ba"))
    kept(house).put(bad, seen(house), Editor("<i>Hoa</i>", house.clock()))
    for page in ("/viec", PAGE, QUESTIONS):
        told = officer.get(page).text
        assert "<b>một" not in told
        assert "<i>Hoa" not in told


def test_a_disk_that_takes_nothing_is_told(house: House, officer: Visitor) -> None:
    kept(house).path.with_suffix(".new").mkdir()
    status, told = send(officer, LINE, **line(house, loi="Lời mới."))
    assert status == 422
    assert "Máy chủ không ghi được tệp" in told
    assert "Lời mới.</textarea>" in told
