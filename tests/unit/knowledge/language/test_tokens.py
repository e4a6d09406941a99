from __future__ import annotations

import pytest

from knowledge.language.tokens import runs


def words(text: str, *kept: tuple[int, int]) -> list[list[str]]:
    return [[token.typed for token in run if token.word] for run in runs(text, kept)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("dân bàn, dân kiểm tra", [["dân", "bàn"], ["dân", "kiểm", "tra"]], id="pause"),
        pytest.param("gửi a.b@xa.gov.vn nhé", [["gửi", "nhé"]], id="e-mail"),
        pytest.param("xem https://xa.gov.vn/tin nhé", [["xem", "nhé"]], id="web page"),
        pytest.param("số 08/2024/NQ-HĐND và", [["số", "và"]], id="document number"),
        pytest.param("ngày 23/7/2024 họp", [["ngày", "họp"]], id="date"),
        pytest.param("bie6u3 quye6t1", [["bie6u3", "quye6t1"]], id="keystrokes"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words_are_parted_from_what_is_left_alone(text: str, found: list[list[str]]) -> None:
    assert words(text) == found


def test_kept_spans_are_pauses() -> None:
    assert words("o Dĩ An hop", (2, 7)) == [["o"], ["hop"]]


def test_tokens_stand_where_they_were_typed() -> None:
    text = "Họp dân, ở đâu?"

    assert all(text[token.start : token.end] == token.typed for run in runs(text) for token in run)
