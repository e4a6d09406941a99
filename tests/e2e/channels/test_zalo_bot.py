"""The conversation on the Zalo Bot Platform, by polling."""

from __future__ import annotations

from tests.servers.crabline import Crabline
from tests.support.conversations.residents import ZaloResident
from tests.support.conversations.scenarios import (
    ask_from_lang_son,
    go_on,
    have_all_deleted,
    try_every_choice,
)
from tests.support.running.serving import Serving


def test_a_whole_conversation(zalo: Crabline, bot: Serving) -> None:
    one = ZaloResident(zalo, "6ede0001")
    ask_from_lang_son(one)
    try_every_choice(one)
    go_on(one)
    have_all_deleted(one)
    assert one.unread() == []
    assert zalo.token not in bot.log
