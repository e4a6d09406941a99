from __future__ import annotations

import pytest

from bot.answer.understand.curses import curses, without_curses
from tests.support.conversations.conversations import Bot, Resident


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
