"""The question sets: made, listed, changed, removed, from files and to files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from httpx2 import Response

from bot.answer.values import Status
from bot.evaluation.question_set import read_question_set
from tests.support.console.console import STAFF, Visitor
from tests.support.console.standards import MONEY, NEXT, PLACE, Workshop, as_file, item
from tests.support.documents.documents import LANG_SON

EVIL = '"><script>alert(1)</script>'
LINE = {
    "id": "q1",
    "question": MONEY,
    "place": PLACE,
    "gold": [{"resolution": LANG_SON, "article": 5}],
}


def send(visitor: Visitor, path: str, content: bytes, **fields: str) -> Response:
    """Send a file through a form."""
    data = {"csrf": visitor.csrf("/mat-khau"), **fields}
    return visitor.client.post(path, data=data, files={"tep": ("bo.jsonl", content)})


def number_of(told: Response) -> int:
    assert told.status_code == 303, told.text
    return int(told.headers["location"].rsplit("/", 1)[1])


def test_a_set_is_made_renamed_and_removed(
    workshop: Workshop, officer: Visitor, admin: Visitor
) -> None:
    assert "Chưa có bộ câu hỏi nào" in officer.get("/bo-cau-hoi").text
    number = number_of(officer.post("/bo-cau-hoi", ten=" Đất đai ", mo_ta="Hỏi về đất"))
    assert "Đất đai" in officer.get("/bo-cau-hoi").text
    officer.post(f"/bo-cau-hoi/{number}/sua", ten="Đất ở", mo_ta="")
    assert "<h1>Đất ở</h1>" in officer.get(f"/bo-cau-hoi/{number}").text
    assert "Xóa bộ câu hỏi" not in officer.get(f"/bo-cau-hoi/{number}").text
    assert officer.post(f"/bo-cau-hoi/{number}/xoa", chac_chan="1").status_code == 403
    assert admin.post(f"/bo-cau-hoi/{number}/xoa").status_code == 422
    assert admin.post(f"/bo-cau-hoi/{number}/xoa", chac_chan="1").status_code == 303
    assert "Đất ở" not in officer.get("/bo-cau-hoi").text
    told = [(one.who, one.action) for one in workshop.house.office.audit.entries(3)][::-1]
    assert told == [(STAFF, "set_added"), (STAFF, "set_changed"), ("Minh", "set_removed")]


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        pytest.param("  ", "từ 1 đến 120 ký tự", id="none"),
        pytest.param("a" * 121, "từ 1 đến 120 ký tự", id="too long"),
        pytest.param("Kinh phí", "Đã có bộ câu hỏi", id="taken"),
    ],
)
def test_a_name_has_to_be_fit_and_free(
    workshop: Workshop, officer: Visitor, name: str, fault: str
) -> None:
    workshop.new_set()
    other = workshop.new_set(name="Khác")
    for path in ("/bo-cau-hoi", f"/bo-cau-hoi/{other}/sua"):
        told = officer.post(path, ten=name)
        assert told.status_code == 422
        assert fault in told.text
    told = send(officer, "/bo-cau-hoi/nhap", as_file(LINE), ten=name)
    assert told.status_code == 422
    assert fault in told.text


def test_a_set_comes_back_from_its_file_as_it_was(
    workshop: Workshop, officer: Visitor, tmp_path: Path
) -> None:
    items = (
        item("một", "Điều 5 nói gì?", NEXT, style="lookup", right="biet"),
        item("facts", "Bao nhiêu?", must_say=(("hai phần ba", "2/3"), (f'{EVIL} "thôn"',))),
        item("hai", f"{EVIL}\nhai dòng", place=None),
        item("ba", "Chào bạn", expect=Status.SMALL_TALK).model_copy(update={"gold": ()}),
    )
    told = officer.get(f"/bo-cau-hoi/{workshop.new_set(*items)}/tai-ve")
    assert told.headers["content-disposition"] == 'attachment; filename="bo-cau-hoi-1.jsonl"'
    path = tmp_path / "set.jsonl"
    path.write_bytes(told.content)
    assert read_question_set(path) == items
    again = number_of(send(officer, "/bo-cau-hoi/nhap", told.content, ten="Lần hai"))
    assert [one.item for one in workshop.sets.questions(again)][::-1] == list(items)


def test_a_file_replaces_what_has_the_same_id_and_adds_the_rest(
    workshop: Workshop, officer: Visitor
) -> None:
    number = workshop.new_set(item("q1", "Câu cũ?"), item("q0"))
    content = as_file(LINE, {**LINE, "id": "q2"})
    assert send(officer, f"/bo-cau-hoi/{number}/nhap", content).status_code == 303
    told = {one.item.id: one.item.question for one in workshop.sets.questions(number)}
    assert told == {"q0": MONEY, "q1": MONEY, "q2": MONEY}


def test_all_of_a_document_that_is_no_article_can_be_right(
    workshop: Workshop, officer: Visitor
) -> None:
    line = {**LINE, "gold": [{"resolution": LANG_SON, "part": "document"}]}
    number = number_of(send(officer, "/bo-cau-hoi/nhap", as_file(line), ten="Văn bản"))
    assert "phần mở đầu, phần kết hoặc chữ ký" in officer.get(f"/bo-cau-hoi/{number}").text
    (kept,) = workshop.sets.questions(number)
    assert [one.part for one in kept.item.addresses] == ["preamble", "closing", "signature"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param(b"", "không có câu hỏi nào", id="empty"),
        pytest.param("Xin chào".encode("utf-16"), "không có câu hỏi nào", id="no UTF-8"),
        pytest.param(as_file(LINE) + b"\nx", "Dòng số 2", id="no JSON"),
        pytest.param(as_file(LINE, {**LINE, "expect": "gì"}), "Dòng số 2", id="no such status"),
        pytest.param(as_file({**LINE, "gold": [{}]}), "Dòng số 1", id="no address"),
        pytest.param(
            as_file({**LINE, "gold": [{"resolution": EVIL}]}),
            "Dòng số 1",
            id="no name of a document",
        ),
        pytest.param(as_file(LINE, {**LINE, "must_say": "2/3"}), "Dòng số 2", id="no facts"),
        pytest.param(as_file({**LINE, "must_say": [["2/3", " "]]}), "Dòng số 1", id="blank fact"),
        pytest.param(as_file({**LINE, "must_say": [["a\x00"]]}), "Dòng số 1", id="a NUL in a fact"),
        pytest.param(as_file({**LINE, "id": "a" * 65}), "Dòng số 1", id="too long an id"),
        pytest.param(as_file({**LINE, "question": "a\x00"}), "Dòng số 1", id="a NUL"),
        pytest.param(as_file(LINE, LINE), "Mã q1", id="the same id twice"),
    ],
)
def test_a_bad_file_is_refused_by_line_and_changes_nothing(
    workshop: Workshop, officer: Visitor, content: bytes, fault: str
) -> None:
    number = workshop.new_set(item())
    for path in ("/bo-cau-hoi/nhap", f"/bo-cau-hoi/{number}/nhap"):
        told = send(officer, path, content, ten="Mới")
        assert told.status_code == 422
        assert fault in told.text
        assert EVIL not in told.text
    assert [one.number for one in workshop.sets.newest(10)] == [number]
    assert len(workshop.sets.questions(number)) == 1


def test_what_a_resident_wrote_is_never_markup(workshop: Workshop, officer: Visitor) -> None:
    kept = item("x", EVIL, place=EVIL, style=EVIL, right=EVIL, must_say=((EVIL,),))
    number = workshop.new_set(kept, name=EVIL)
    officer.post(f"/bo-cau-hoi/{number}/chay")
    workshop.bench.do()
    (question,) = workshop.sets.questions(number)
    pages = ("", f"/{number}", f"/{number}/cau/{question.number}", f"/{number}/lan/1")
    for page in pages:
        told = officer.get(f"/bo-cau-hoi{page}").text
        assert "<script>alert" not in told, page
        assert "&lt;script&gt;alert" in told, page


def test_long_lists_are_told_in_pages(workshop: Workshop, officer: Visitor) -> None:
    number = workshop.new_set(*(item(f"q{one}", f"Câu {one}?") for one in range(120)))
    seen: list[str] = []
    path = f"/bo-cau-hoi/{number}"
    while path:
        told = officer.get(path).text
        seen += re.findall(r"/cau/\d+\">(Câu \d+\?)<", told)
        path = next(iter(re.findall(r'href="([^"]*truoc=\d+)" rel="next"', told)), "")
    assert seen == [f"Câu {one}?" for one in range(119, -1, -1)]
    for one in range(25):
        workshop.new_set(name=f"Bộ {one}")
    assert 'rel="next"' in officer.get("/bo-cau-hoi").text


def test_a_line_holds_a_question_whatever_breaks_its_lines(
    workshop: Workshop, officer: Visitor
) -> None:
    number = workshop.new_set(item("q1", "một\u2028hai\x85ba\nbốn"))
    (line,) = officer.get(f"/bo-cau-hoi/{number}/tai-ve").text.split("\n")[:-1]
    assert json.loads(line)["question"] == "một\u2028hai\x85ba\nbốn"
