from __future__ import annotations

import logging

import pytest

from bot.serving.health import Health, PartState
from prompts.render import render


def test_is_good_when_every_channel_listens() -> None:
    health = Health()
    health.tell("telegram", PartState.LISTENING, "@bot")
    before = health.good
    health.tell("zalo-bot", PartState.RETRYING, "mất kết nối")

    assert (before, health.good) == (True, False)
    assert health.states == {"telegram": PartState.LISTENING, "zalo-bot": PartState.RETRYING}


def test_a_channel_that_comes_and_goes_does_not_fill_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    now = 0.0
    health = Health(clock=lambda: now)
    with caplog.at_level(logging.INFO):
        for _ in range(10):
            health.tell("telegram", PartState.RETRYING, "Conflict")
            health.tell("telegram", PartState.LISTENING, "@bot")
        now = 301.0
        health.tell("telegram", PartState.RETRYING, "Conflict")

    assert caplog.messages == [
        "Telegram: gián đoạn, sẽ thử lại (Conflict)",
        "Telegram: đang nhận tin (@bot)",
        "Telegram: gián đoạn, sẽ thử lại (Conflict)",
    ]


@pytest.mark.parametrize("state", PartState)
def test_each_state_has_words(state: PartState) -> None:
    assert render("serving/state", channel="telegram", state=state.value, detail="").strip()
