"""A chat as the platforms show it."""

from __future__ import annotations

import pytest

from bot.console.quality.trial.phones import PLATFORMS, Bubble, phones_of
from bot.console.quality.trial.talk import Home, hold
from tests.support.answers.answers import ON
from tests.support.answers.trials import MONEY, finding


def shown(platform: str, *messages: str) -> tuple[Bubble, ...]:
    talk = hold(finding(), ON, Home("Lạng Sơn"), messages)
    return next(phone.bubbles for phone in phones_of(talk) if phone.platform == platform)


def test_telegram_shows_quotes_citations_and_rows_of_buttons() -> None:
    asked, answer = shown("telegram", MONEY)

    assert (asked.html, asked.own) == (MONEY, True)
    assert "<blockquote>“Kinh phí bảo đảm" in answer.html
    assert "<b>— Điều 5 Nghị quyết số 08/2024/NQ-HĐND" in answer.html
    assert "</blockquote>\n" not in answer.html
    assert [[key.label for key in row] for row in answer.keys] == [
        ["Xem nguyên văn", "Điều liên quan"],
        ["👍 Có ích", "👎 Chưa đúng"],
        ["Hỏi cán bộ"],
    ]


def test_an_official_account_shows_plain_words_and_each_button_in_its_row() -> None:
    _, answer = shown("zalo_oa", MONEY)

    assert "<" not in answer.html
    assert [len(row) for row in answer.keys] == [1] * 5


def test_a_zalo_bot_numbers_the_choices() -> None:
    _, answer = shown("zalo_bot", MONEY)

    assert answer.keys == ()
    assert "\n1. Xem nguyên văn\n2. Điều liên quan\n" in answer.html


@pytest.mark.parametrize("platform", PLATFORMS)
def test_only_the_buttons_of_the_last_menu_can_be_pressed(platform: str) -> None:
    bubbles = shown(platform, MONEY, MONEY)
    numbers = [[key.number for row in one.keys for key in row] for one in bubbles if one.keys]

    assert numbers in ([[""] * 5, ["1", "2", "3", "4", "5"]], [])


def test_a_press_is_seen_as_one_where_there_are_buttons() -> None:
    pressed = shown("telegram", MONEY, "3")[2]
    typed = shown("zalo_bot", MONEY, "3")[2]

    assert (pressed.html, pressed.pressed, pressed.own) == ("👍 Có ích", True, False)
    assert (typed.html, typed.pressed, typed.own) == ("3", False, True)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_what_was_said_last_is_marked(platform: str) -> None:
    marked = [one.newest for one in shown(platform, MONEY, "cảm ơn")]

    assert marked.count(True) == 1
    assert marked[2]


@pytest.mark.parametrize("platform", PLATFORMS)
def test_nobodys_words_become_markup(platform: str) -> None:
    evil = "<img src=x onerror=alert(1)> & “</blockquote>"
    for bubble in shown(platform, evil, "còn <b>gì</b> nữa?"):
        assert "<img" not in bubble.html
        assert "<b>gì" not in bubble.html
