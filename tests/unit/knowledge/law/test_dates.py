"""Dates as documents and people write them."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.law.dates import find_date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("ngày 04 tháng 12 năm 2024", date(2024, 12, 4), id="words"),
        pytest.param("Ngày 4 Tháng 7 Năm 2024", date(2024, 7, 4), id="capitals"),
        pytest.param("từ ngày 4/12/2024 đến nay", date(2024, 12, 4), id="slashes"),
        pytest.param("04-12-2024", date(2024, 12, 4), id="dashes"),
        pytest.param("04.12.2024", date(2024, 12, 4), id="points"),
        pytest.param("2024-12-04", date(2024, 12, 4), id="ISO"),
        pytest.param("29/02/2024", date(2024, 2, 29), id="leap day"),
        pytest.param("31/02/2024, sửa thành 01/3/2024", date(2024, 3, 1), id="first that exists"),
        pytest.param("ngày 4 tháng 12 năm 2024 và 5/12/2024", date(2024, 12, 4), id="first of two"),
    ],
)
def test_finds_the_first_date(text: str, found: date) -> None:
    assert find_date(text) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("ngày tháng 7 năm 2024", id="day left blank"),
        pytest.param("tháng 7 năm 2024", id="month alone"),
        pytest.param("31/02/2024", id="no such day"),
        pytest.param("29/02/2023", id="no leap year"),
        pytest.param("00/12/2024", id="day nought"),
        pytest.param("0000-01-01", id="year nought"),
        pytest.param("Nghị định số 59/2023/NĐ-CP", id="number of a decree"),
        pytest.param("104/12/20245", id="part of longer numbers"),
    ],
)
def test_finds_no_date(text: str) -> None:
    assert find_date(text) is None
