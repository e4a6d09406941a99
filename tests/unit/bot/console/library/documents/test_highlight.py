"""What is highlighted of the words of a document."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.library.documents.highlight import lines, quoted, wanted, within
from tests.support.documents.documents import LANG_SON, at, parsed

TEXT = "Niêm yết tại nhà văn hóa;\nđăng trên trang (thông tin)."


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("nhà văn hóa", ["nhà văn hóa"], id="as written"),
        pytest.param("nha van hoa", ["nhà văn hóa"], id="without marks"),
        pytest.param("NHÀ  VĂN", ["nhà văn"], id="capitals and blanks"),
        pytest.param("nhà văn hoá", ["nhà văn hóa"], id="other tone placement"),
        pytest.param(unicodedata.normalize("NFD", "hóa"), ["hóa"], id="decomposed"),
        pytest.param("hóa đăng", ["hóa;\nđăng"], id="over a line"),
        pytest.param("trang thông", ["trang (thông"], id="over a bracket"),
        pytest.param("trên tr", ["trên tr"], id="unfinished word"),
        pytest.param("iêm", [], id="inside a word"),
        pytest.param("công khai", [], id="not there"),
        pytest.param(" .* ", [], id="no words"),
    ],
)
def test_finds_words_as_people_type_them(typed: str, found: list[str]) -> None:
    assert [TEXT[start:end] for start, end in wanted(TEXT, typed)] == found


def test_a_letter_that_folds_to_several_moves_nothing() -> None:
    text = "각 nhà 각 văn hóa"
    ((start, end),) = wanted(text, "van hoa")
    assert text[start:end] == "văn hóa"


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        pytest.param("nhà văn hóa; đăng trên", ["nhà văn hóa;\nđăng trên"], id="white space"),
        pytest.param("Nhà văn hóa", [], id="another letter"),
        pytest.param("nha van hoa", [], id="without marks"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_quote_stands_letter_by_letter(quote: str, found: list[str]) -> None:
    assert [TEXT[start:end] for start, end in quoted(TEXT, quote)] == found


@given(
    st.text(alphabet="aá b\n<&", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4),
)
def test_highlighting_loses_no_letter(text: str, spans: list[tuple[int, int]]) -> None:
    ordered = sorted((min(span), max(span)) for span in spans)
    told = "\n".join("".join(one.text for one in line) for line in lines(text, ordered))
    assert told == text


def test_a_quote_may_run_over_several_provisions() -> None:
    document = parsed("Điều 1. Công khai\n\n1. Tại trụ sở;\n\n2. Trên mạng.\n").resolution
    found = within(document.provisions, "trụ sở; Trên mạng")
    assert set(found) == {at("test", 1, 1), at("test", 1, 2)}
    assert within(document.provisions, f"{LANG_SON} không có") == {}
