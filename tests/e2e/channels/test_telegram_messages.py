"""What comes in on Telegram beside texts and presses, and what must not get out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.servers.telegram import Telegram
from tests.support.conversations.residents import BOT, TelegramResident
from tests.support.running.serving import Serving

QUESTION = "Ở Lạng Sơn, người dân giám sát công trình của xã thế nào?"
ANSWER = "HĐND tỉnh Lạng Sơn; có hiệu lực từ ngày 05/8/2024"
LONGEST = 4096

FILE = {"file_id": "f", "file_unique_id": "f"}
PHOTO = [{**FILE, "width": 90, "height": 90}]
FORWARDED = {"type": "hidden_user", "sender_user_name": "Hàng xóm", "date": 1_700_000_000}
NAME = f"@{BOT['username']}"
MENTION = [{"type": "mention", "offset": 0, "length": len(NAME)}]


@pytest.mark.parametrize(
    ("sent", "reply"),
    [
        pytest.param({"photo": PHOTO}, "chữ", id="photo"),
        pytest.param({"photo": PHOTO, "caption": QUESTION}, ANSWER, id="photo with a question"),
        pytest.param({"voice": {**FILE, "duration": 3}}, "chữ", id="voice"),
        pytest.param({"location": {"longitude": 106.7, "latitude": 21.8}}, "", id="location"),
        pytest.param({"text": QUESTION, "forward_origin": FORWARDED}, ANSWER, id="forwarded"),
        pytest.param({"text": QUESTION, "update": "edited_message"}, ANSWER, id="edited"),
        pytest.param({"text": QUESTION, "copies": 2}, ANSWER, id="delivered twice"),
        pytest.param({"text": "a" * LONGEST}, "", id="as long as can be"),
    ],
)
def test_every_kind_of_message_is_replied_to_once(
    resident: TelegramResident, sent: dict[str, Any], reply: str
) -> None:
    resident.sends(**sent)
    assert reply in resident.reads()[0].text
    resident.sends_sticker()
    assert "nhắn bằng chữ" in resident.reads()[0].text


def test_two_questions_in_one_message_are_both_answered(resident: TelegramResident) -> None:
    resident.says(f"{QUESTION} Người dân được bàn những gì ở Lạng Sơn?")
    (answer,) = resident.reads()
    assert "\n1. " in answer.text
    assert "\n2. " in answer.text


def test_a_button_pressed_twice_at_once_is_answered_as_often(resident: TelegramResident) -> None:
    resident.says("/trogiup")
    resident.reads()
    resident.presses("Bốn quyền", copies=2)
    assert "Người dân có bốn quyền" in resident.reads()[0].text
    resident.says("/trogiup")
    assert "Ví dụ" in resident.reads()[0].text


def test_the_button_of_another_chat_does_nothing(
    resident: TelegramResident, newcomer: Callable[[], TelegramResident]
) -> None:
    resident.says("/xoa")
    (asked,) = resident.reads()
    stranger = newcomer()
    stranger.presses("Xóa hết", asked)
    assert "đã xóa hết" not in stranger.reads()[0].text


def test_in_a_group_only_what_is_meant_for_the_bot_is_answered(
    platform: Telegram, resident: TelegramResident
) -> None:
    group = TelegramResident(platform, resident.person, -100_000_000_000 - resident.person)
    group.sends(text=QUESTION)
    group.sends(text=f"{NAME} {QUESTION}", entities=MENTION)
    assert ANSWER in group.reads()[0].text
    group.sends(text="Cảm ơn nhé", reply_to_message=from_the_bot(group))
    group.reads()
    assert group.unread() == []


def test_an_update_without_sense_stands_in_the_way_of_no_other(
    platform: Telegram, resident: TelegramResident
) -> None:
    platform.insert({"message": "?"})
    platform.insert({"message": {"chat": {"id": resident.chat}, "date": "never"}})
    platform.insert({"callback_query": {"id": 5}})
    resident.says(QUESTION)
    assert ANSWER in resident.reads()[0].text


def test_messages_of_a_chat_are_answered_in_order(resident: TelegramResident) -> None:
    resident.says(QUESTION)
    resident.says("/quyen")
    resident.says("/nghiquyet")
    first, second, third = (one.text for one in resident.reads(3))
    assert ANSWER in first
    assert "Người dân có bốn quyền" in second
    assert "21/NQ-HĐND" in third


def test_neither_token_nor_person_is_written_down(
    platform: Telegram, resident: TelegramResident, bot: Serving
) -> None:
    resident.says(QUESTION)
    resident.reads()
    written = [bot.log.encode(), *(file.read_bytes() for file in files(bot))]
    secret = platform.server.token.partition(":")[2]
    assert not any(secret.encode() in one for one in written)
    assert not any(str(resident.chat).encode() in one for one in written)
    assert bot.remembers(resident.chat)


def files(bot: Serving) -> list[Any]:
    return [path for path in bot.folder.rglob("*") if path.is_file() and "index" not in path.parts]


def from_the_bot(one: TelegramResident) -> dict[str, Any]:
    chat = {"id": one.chat, "type": "supergroup"}
    return {"message_id": 1, "date": 1_700_000_000, "chat": chat, "from": BOT, "text": "…"}
