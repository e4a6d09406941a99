from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.keys.masking import mask

PHONE, PAPER, EMAIL = "[số điện thoại]", "[số giấy tờ]", "[e-mail]"


@pytest.mark.parametrize(
    ("typed", "masked"),
    [
        pytest.param("gọi 0912345678 nhé", f"gọi {PHONE} nhé", id="mobile"),
        pytest.param("SĐT:0912345678.", f"SĐT:{PHONE}.", id="mobile between signs"),
        pytest.param("sdt0912345678a", f"sdt{PHONE}a", id="mobile between letters"),
        pytest.param("0912 345 678", PHONE, id="mobile with spaces"),
        pytest.param("0912.345.678", PHONE, id="mobile with dots"),
        pytest.param("0912-345-678", PHONE, id="mobile with dashes"),
        pytest.param("0912 - 345 - 678", PHONE, id="mobile with spaced dashes"),
        pytest.param("091 234 5678", PHONE, id="mobile in other groups"),
        pytest.param("09 12 34 56 78", PHONE, id="mobile by twos"),
        pytest.param("0 9 1 2 3 4 5 6 7 8", PHONE, id="mobile digit by digit"),
        pytest.param("0912\u00a0345\u00a0678", PHONE, id="mobile with hard spaces"),
        pytest.param("0912.345.000", PHONE, id="mobile that ends like an amount"),
        pytest.param("+84912345678", PHONE, id="international"),
        pytest.param("+84 912 345 678", PHONE, id="international with spaces"),
        pytest.param("(+84) 912.345.678", PHONE, id="international in brackets"),
        pytest.param("+84 (0)912 345 678", PHONE, id="international with the zero"),
        pytest.param("0084912345678", PHONE, id="international by dialling"),
        pytest.param("84912345678", PHONE, id="international without the plus"),
        pytest.param("84 912 345 678", PHONE, id="without the plus, with spaces"),
        pytest.param("84.912.345.678", PHONE, id="without the plus, with dots"),
        pytest.param("01234567890, 0168 123 4567", f"{PHONE}, {PHONE}", id="before 2018"),
        pytest.param("02438251234", PHONE, id="landline"),
        pytest.param("024 3825 1234", PHONE, id="landline with spaces"),
        pytest.param("(024) 3825.1234", PHONE, id="landline in brackets"),
        pytest.param("+84 24 3825 1234", PHONE, id="landline, international"),
        pytest.param("0205.3812.345", PHONE, id="landline of Lạng Sơn"),
        pytest.param("0912345678 0987654321", f"{PHONE} {PHONE}", id="two"),
        pytest.param("0912345678 08/2024", f"{PHONE} 08/2024", id="before a document"),
        pytest.param("012345678901", PAPER, id="CCCD"),
        pytest.param("CCCD 001099012345 của tôi", f"CCCD {PAPER} của tôi", id="CCCD in words"),
        pytest.param("001 099 012 345", PAPER, id="CCCD by threes"),
        pytest.param("0340 9901 2345", PAPER, id="CCCD by fours"),
        pytest.param("034.099.012.345", PAPER, id="CCCD with dots"),
        pytest.param("CMND 123456789", f"CMND {PAPER}", id="CMND"),
        pytest.param("012 345 678", PAPER, id="CMND by threes"),
        pytest.param("123.456.789", PAPER, id="CMND with dots"),
        pytest.param("an.nguyen+1@gmail.com", EMAIL, id="e-mail"),
        pytest.param("viết tới a_b@ubnd.langson.gov.vn.", f"viết tới {EMAIL}.", id="e-mail, long"),
        pytest.param("0912345678@zalo.vn", EMAIL, id="e-mail of digits"),
    ],
)
def test_what_leads_to_a_person_is_masked(typed: str, masked: str) -> None:
    assert mask(typed) == masked


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("Nghị quyết 08/2024/NQ-HĐND", id="document"),
        pytest.param("Nghị quyết số 28/2023/NQ-HĐND, 10/2022/QH15", id="documents"),
        pytest.param("điểm c khoản 2 Điều 12", id="provision"),
        pytest.param("Điều 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13", id="articles"),
        pytest.param("ngày 23/7/2024", id="date"),
        pytest.param("05-07-2024 09:30", id="date and time"),
        pytest.param("03.07.2024 12 giờ", id="date with dots"),
        pytest.param("2024-07-23 10:30", id="date, year first"),
        pytest.param("đóng 1.500.000 đồng", id="amount"),
        pytest.param("20.000.000", id="amount without the unit"),
        pytest.param("150.000.000", id="amount of nine digits"),
        pytest.param("150 000 000 đồng", id="amount with spaces"),
        pytest.param("150,000,000 VND", id="amount with commas"),
        pytest.param("123.456.789 đồng", id="amount that is not round"),
        pytest.param("84.500.000.000 đồng", id="billions"),
        pytest.param("500000000", id="amount at once"),
        pytest.param("123456789 đồng", id="amount at once, not round"),
        pytest.param("tỉ lệ 66,67% của 1.234 hộ", id="shares"),
        pytest.param("năm 2021 2022 2023 2024", id="years"),
        pytest.param("1 2 3 4 5 6 7 8 9", id="counting"),
        pytest.param("tổng đài 1900 1234, 113", id="hotlines"),
        pytest.param("@danbiet hoặc a@b", id="no address"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_the_law_is_made_of_stays(typed: str) -> None:
    assert mask(typed) == typed


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        pytest.param("a\0b", "a?b", id="NUL"),
        pytest.param("a\x1b[31mb", "a?[31mb", id="escape"),
        pytest.param("a\ud83db", "a?b", id="half a pair"),
        pytest.param("a\n\tb", "a\n\tb", id="white space stays"),
    ],
)
def test_what_databases_and_terminals_trip_over_is_replaced(typed: str, stored: str) -> None:
    assert mask(typed) == stored


_ANYTHING = st.text(st.characters(codec=None))
_NO_DIGITS = st.text(st.characters(codec="utf-8", exclude_categories=["Nd", "Cc"]))
_NUMBERS = st.one_of(
    st.from_regex(r"(0|\+84|84 )[35789][0-9]{8}", fullmatch=True),
    st.from_regex(r"02[0-9]{2} [0-9]{3} [0-9]{4}", fullmatch=True),
    st.from_regex(r"0[0-9]{11}", fullmatch=True),
)


@given(before=_NO_DIGITS, number=_NUMBERS, after=_NO_DIGITS)
def test_whatever_stands_around_it_a_number_is_masked(before: str, number: str, after: str) -> None:
    assert re.search(r"[0-9]", mask(f"{before} {number} {after}")) is None


@given(_ANYTHING)
def test_anything_can_be_masked_and_that_once_is_enough(text: str) -> None:
    masked = mask(text)
    masked.encode()
    assert mask(masked) == masked
