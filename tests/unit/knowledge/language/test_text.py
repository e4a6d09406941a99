from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.text import fold, normalise, syllables, without_foreign_letters


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        pytest.param("Điều\u00a04.\r\n  Biện\tpháp ", "Điều 4. Biện pháp", id="white space"),
        pytest.param(unicodedata.normalize("NFD", "hòa giải"), "hòa giải", id="decomposed"),
        pytest.param("dân\u200b chủ", "dân chủ", id="zero-width space"),
        pytest.param("thực \u00adhiện", "thực hiện", id="soft hyphen"),
        pytest.param("dân \u200b chủ", "dân chủ", id="space on both sides of nothing"),
        pytest.param("\ufeffNghị quyết\x00", "Nghị quyết", id="byte order mark and null"),
        pytest.param("“Ngày pháp luật”", "“Ngày pháp luật”", id="quotation marks stay"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_normalises_what_nobody_sees(written: str, normal: str) -> None:
    assert normalise(written) == normal


@given(st.text())
def test_normal_text_stays_as_it_is(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        pytest.param("Đánh giá", "danh gia", id="đ and marks"),
        pytest.param("hoà ủy thuý", "hoa uy thuy", id="old tone placement"),
        pytest.param("hòa uỷ thúy", "hoa uy thuy", id="new tone placement"),
        pytest.param(unicodedata.normalize("NFD", "Quyết nghị"), "quyet nghi", id="decomposed"),
        pytest.param("ƯƠNG ưỡn", "uong uon", id="horns"),
    ],
)
def test_folds_every_way_of_writing_to_one(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_folding_keeps_positions() -> None:
    text = "Ở phường Kim Thanh, điểm đ khoản 2 Điều 4"

    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        pytest.param("Dân biết, dân bàn!", ["dan", "biet", "dan", "ban"], id="punctuation"),
        pytest.param("08/2024/NQ-HĐND", ["08", "2024", "nq", "hdnd"], id="number of a document"),
        pytest.param("干涉 👍", [], id="nothing of Vietnamese"),
    ],
)
def test_finds_syllables(written: str, found: list[str]) -> None:
    assert syllables(written) == found


def test_drops_letters_of_other_scripts_only() -> None:
    assert without_foreign_letters("can thiệp 干涉 vào điểm đ, 50%") == "can thiệp  vào điểm đ, 50%"
