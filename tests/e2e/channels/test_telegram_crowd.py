"""Two hundred chats at once: benchmarks/serve.py measures how long it takes, this who is served."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.servers.telegram import Telegram
from tests.support.conversations.residents import TelegramResident
from tests.support.running.waiting import until

QUESTION = "Ở Lạng Sơn, người dân giám sát công trình của xã thế nào?"
ANSWER = "HĐND tỉnh Lạng Sơn; có hiệu lực từ ngày 05/8/2024"
CROWD = 200


def test_everybody_in_a_crowd_is_answered_once(
    platform: Telegram, newcomer: Callable[[], TelegramResident]
) -> None:
    crowd = [newcomer() for _ in range(CROWD)]
    for one in crowd:
        one.sends(text=QUESTION)
    until(lambda: answered(platform, crowd).total() >= CROWD, 60, lambda: answered(platform, crowd))
    last = newcomer()
    last.says(QUESTION)
    last.reads()
    assert answered(platform, crowd) == Counter(str(one.chat) for one in crowd)


def answered(platform: Telegram, crowd: list[TelegramResident]) -> Counter[str]:
    """Return how often each of `crowd` was answered."""
    chats = {str(one.chat) for one in crowd}
    calls = platform.server.calls("sendMessage")
    told = (str(call["chat_id"]) for call in calls if ANSWER in call["text"])
    return Counter(chat for chat in told if chat in chats)
