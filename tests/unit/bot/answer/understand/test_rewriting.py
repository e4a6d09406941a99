from __future__ import annotations

import pytest

from bot.answer.understand.rewriting import curses, rewrite, without_curses
from tests.support.answers.answers import gazetteer
from tests.support.conversations.conversations import Bot, Resident
from tests.support.language.language import speller


@pytest.mark.parametrize(
    ("asked", "text", "place"),
    [
        pytest.param(
            "dan dc j o tinh lang son", "dân được gì ở tinh lang son", "tinh lang son", id="after"
        ),
        pytest.param(
            "Tỉnh Lạng Sơn ko họp", "Tỉnh Lạng Sơn không họp", "Tỉnh Lạng Sơn", id="before"
        ),
        pytest.param("hop o lang son dc k", "họp ở lang son được không", "lang son", id="between"),
    ],
)
def test_places_stay_as_typed_among_words_that_change(asked: str, text: str, place: str) -> None:
    written, (mention,) = rewrite(asked, gazetteer().mentioned(asked), speller())

    assert written == text
    assert written[mention.start : mention.end] == place


@pytest.mark.parametrize(
    ("said", "left"),
    [
        pytest.param("đm thôn thu tiền hoài", "thôn thu tiền hoài", id="before"),
        pytest.param("thôn thu tiền hoài vcl", "thôn thu tiền hoài", id="after"),
        pytest.param("lũ chó, sao không họp dân", "sao không họp dân", id="with a comma"),
        pytest.param("đm", "đm", id="nothing else"),
        pytest.param("họp dân mấy lần", "họp dân mấy lần", id="none"),
        pytest.param(
            "nhà nuôi chó có phải khai không", "nhà nuôi chó có phải khai không", id="dog"
        ),
    ],
)
def test_a_question_is_left_without_its_curses(said: str, left: str) -> None:
    assert without_curses(said) == left
    assert curses(said) is (said != left or said == "đm")


def test_a_curse_is_never_repeated_and_met_with_a_calm_sentence() -> None:
    resident = Resident(Bot())
    resident.says("Lạng Sơn")
    resident.says("dm sao tien gop cua thon khong cong khai vcl")

    assert resident.heard.startswith("Tôi hiểu Bạn đang bực")
    assert not curses(resident.heard)
