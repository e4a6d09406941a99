from __future__ import annotations

import unicodedata

import pytest

from bot.evaluation.facts import unsaid


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    ("words", "text", "is_said"),
    [
        pytest.param("5 năm", "Nhiệm kỳ là 5 năm.", True, id="the same"),
        pytest.param("5 năm", "Nhiệm kỳ là 15 năm.", False, id="end of a longer number"),
        pytest.param("5 năm", "Nhiệm kỳ là 2,5 năm.", False, id="behind a decimal comma"),
        pytest.param("10", "Phạt 10.000 đồng", False, id="beginning of a longer number"),
        pytest.param("10", "Có đủ 10. Việc khác", True, id="number before a full stop"),
        pytest.param("3 hộ", "Có 2/3 hộ đồng ý", False, id="denominator of a fraction"),
        pytest.param("2/3", "Có 2/3, hoặc hơn", True, id="fraction before a comma"),
        pytest.param("08/2024", "số 08/2024/NQ-HĐND", True, id="number before letters"),
        pytest.param("Điều 5", "theo Điều 5a", False, id="number of another provision"),
        pytest.param("50%", "từ 50 % trở lên", True, id="space before a sign"),
        pytest.param("năm", "năm\u200b", True, id="invisible character"),
        pytest.param("hai phần ba", "HAI  phần\nBa số hộ", True, id="case and white space"),
        pytest.param("hai phần ba", nfd("hai phần ba số hộ"), True, id="decomposed text"),
        pytest.param(nfd("hai phần ba"), "hai phần ba số hộ", True, id="decomposed words"),
        pytest.param("hoà giải", "tổ HÒA GIẢI", True, id="tone placement of the words"),
        pytest.param("hòa giải", "tổ hoà giải", True, id="tone placement of the text"),
        pytest.param("hai phan ba", "hai phần ba số hộ", False, id="no diacritics"),
        pytest.param("hai phần", "hai, phần", False, id="a sign between"),
        pytest.param("ban", "bàn bạc, bạn, bann", False, id="part of a syllable"),
        pytest.param("thôn", "“Thôn”", True, id="in quotation marks"),
        pytest.param("thôn", "", False, id="no text"),
    ],
)
def test_a_fact_is_said_in_whole_syllables(words: str, text: str, is_said: bool) -> None:
    assert unsaid(((words,),), text) == (() if is_said else ((words,),))


def test_of_every_group_one_wording_is_enough_and_needed() -> None:
    share, head = ("hai phần ba", "2/3"), ("trưởng thôn", "tổ trưởng")

    assert unsaid((share, head), "Tổ trưởng mời 2/3 số hộ") == ()
    assert unsaid((share, head), "Hai phần ba, đúng 2/3 số hộ") == (head,)
    assert unsaid((share, head), "Cả thôn") == (share, head)
