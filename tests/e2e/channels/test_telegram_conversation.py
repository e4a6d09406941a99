"""A whole conversation on Telegram, with a new start of the bot in the middle; its picture."""

from __future__ import annotations

import os
from pathlib import Path

from tests.support.conversations.residents import TelegramResident
from tests.support.conversations.scenarios import (
    ask_from_lang_son,
    go_on,
    have_all_deleted,
    try_every_choice,
)
from tests.support.conversations.transcripts import Witnessed
from tests.support.running.serving import Serving
from tests.support.running.waiting import until

GUIDE = Path(__file__).parents[3] / "docs" / "vi" / "hoi-thoai-telegram.md"
HEADING = """# Một cuộc hội thoại trên Telegram

Kiểm thử vẽ trang này từ những gì bot thật sự gửi; chạy lại với `REDRAW=1 make test` khi lời của bot
đổi. Bên phải là người dân nhắn hoặc bấm nút (☞), bên trái là Dân Biết trả lời.

"""


def test_a_whole_conversation_and_its_picture(resident: TelegramResident, bot: Serving) -> None:
    one = Witnessed(resident)
    ask_from_lang_son(one)
    assert bot.terminate() == 0
    bot.start()
    try_every_choice(one)
    go_on(one)
    assert bot.remembers(resident.chat)
    have_all_deleted(one)

    assert resident.unread() == []
    until(lambda: not bot.remembers(resident.chat), 10, lambda: "still remembered")
    _compare(one.picture)


def _compare(picture: list[str]) -> None:
    drawn = HEADING + "```text\n" + "\n".join(picture) + "```\n"
    if "REDRAW" in os.environ:
        GUIDE.write_text(drawn, encoding="utf-8")
    assert GUIDE.read_text(encoding="utf-8") == drawn
