"""The pages of the statistics."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import StringIO

import pytest

from bot.answer.values import Status
from bot.console.quality.statistics.chart import ChartName
from tests.support.console.console import House, Visitor
from tests.support.console.statistics import VAIN, asked
from tests.support.running.stores import ask, message

MARKUP = '<img src=x onerror="alert(1)">'
TODAY = "tu=2026-11-22&den=2026-11-22"


def _ask(house: House, who: str = "1", **facts: object) -> None:
    ask(house.office.store, asked(house.clock(), **facts), sent=message(chat=who))  # type: ignore[arg-type]


def _table(visitor: Visitor, name: str, query: str = TODAY) -> list[list[str]]:
    answer = visitor.get(f"/thong-ke/{name}.csv?{query}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))


def test_nothing_asked_is_told(officer: Visitor) -> None:
    assert "Chưa có ai hỏi trong khoảng này" in officer.get("/thong-ke").text


def test_every_chart_is_shown_with_its_table_and_its_file(house: House, officer: Visitor) -> None:
    _ask(house)
    told = officer.get("/thong-ke").text
    for name in ChartName:
        assert f'id="{name}"' in told
        assert len(_table(officer, name)) > 0
    assert told.count("<svg") == told.count("<details>") == told.count("data-picture")


def test_the_last_week_is_shown_unless_other_days_are_chosen(
    house: House, officer: Visitor
) -> None:
    ask(house.office.store, asked(house.clock() - timedelta(days=6)))
    assert "16/11/2026 – 22/11/2026" in officer.get("/thong-ke").text
    assert "16/11/2026: 1 câu" in officer.get("/thong-ke").text
    assert "16/11/2026 – 22/11/2026" in officer.get("/thong-ke?ky=khong-co").text
    assert "24/10/2026 – 22/11/2026" in officer.get("/thong-ke?ky=30-ngay").text
    assert "Chưa có ai hỏi" in officer.get("/thong-ke?ky=hom-nay").text
    assert "21/11/2026 – 22/11/2026" in officer.get("/thong-ke?tu=2026-11-21&den=2026-11-22").text


@pytest.mark.parametrize(
    ("query", "told"),
    [
        pytest.param("tu=2026-11-22", "Bạn chọn cả ngày đầu và ngày cuối", id="half"),
        pytest.param("tu=x&den=y", "Bạn chọn cả ngày đầu và ngày cuối", id="no days"),
        pytest.param("tu=2026-11-22&den=2026-11-01", "ở trước ngày đầu", id="backwards"),
        pytest.param("tu=2020-11-22&den=2026-11-01", "nhiều nhất 366 ngày", id="too long"),
    ],
)
def test_days_that_cannot_be_shown_are_told_beside_the_form(
    officer: Visitor, query: str, told: str
) -> None:
    answer = officer.get(f"/thong-ke?{query}")
    assert answer.status_code == 422
    assert told in answer.text
    for page in ("dieu-khoan", "dieu-khoan.csv", "gio.csv", "cau-chua-tra-loi.csv"):
        assert officer.get(f"/thong-ke/{page}?{query}").status_code == 422


def test_a_chart_that_there_is_not_is_refused(officer: Visitor) -> None:
    assert officer.get("/thong-ke/khong-co.csv").status_code == 422


def test_questions_are_told_only_where_several_asked_in_vain(
    house: House, officer: Visitor
) -> None:
    _ask(house, "1", status=Status.NOT_FOUND, reading="Chỉ mình tôi hỏi")
    for who in "12":
        _ask(house, who, status=Status.NOT_FOUND, reading=VAIN)
        _ask(house, who, status=Status.ANSWERED, reading="Đã trả lời rồi")
    told = officer.get("/thong-ke").text
    assert VAIN in told
    assert "Chỉ mình tôi hỏi" not in told
    assert "Đã trả lời rồi" not in told
    assert _table(officer, "cau-chua-tra-loi")[1:] == [[VAIN, "2", "2"]]


def test_markup_of_residents_stays_words(house: House, officer: Visitor) -> None:
    for who in "12":
        _ask(house, who, status=Status.NOT_FOUND, reading=MARKUP, topics=(MARKUP,))
    told = officer.get("/thong-ke").text
    assert MARKUP not in told
    assert "&lt;img src=x onerror=" in told


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_words_of_residents_are_no_formula_in_a_spreadsheet(
    house: House, officer: Visitor, words: str
) -> None:
    for who in "12":
        _ask(house, who, status=Status.NOT_FOUND, reading=words)
    assert _table(officer, "cau-chua-tra-loi")[1][0] == f"'{words}"


def test_a_file_is_named_for_its_chart_and_days(officer: Visitor) -> None:
    answer = officer.get(f"/thong-ke/gio.csv?{TODAY}")
    assert answer.headers["content-disposition"] == (
        'attachment; filename="dan-biet-gio-2026-11-22-2026-11-22.csv"'
    )
    assert _table(officer, "gio")[0] == ["Giờ", "Số câu hỏi"]


def test_provisions_that_nobody_asks_about_lead_to_their_words(
    house: House, officer: Visitor
) -> None:
    path = f"/thong-ke/dieu-khoan?{TODAY}"
    link = "/nghi-quyet/lang-son-08-2024?vi-tri=dieu-5#dieu-5"
    before = officer.get(path).text
    rows = _table(officer, "dieu-khoan")
    _ask(house)
    assert link in before
    assert link not in officer.get(path).text
    assert len(_table(officer, "dieu-khoan")) == len(rows) - 1
    assert "/nghi-quyet" not in officer.get(f"{path}&trang=2").text.partition("<main")[2]


def test_the_page_of_charts_has_no_script_or_style_of_its_own(
    house: House, officer: Visitor
) -> None:
    _ask(house)
    told = officer.get("/thong-ke").text
    assert "<style" not in told
    assert " style=" not in told
    assert told.count("<script") == told.count('<script src="/static/')
