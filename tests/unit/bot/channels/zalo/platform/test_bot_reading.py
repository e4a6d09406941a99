from __future__ import annotations

from typing import Any

import pytest

from bot.channels.base import ChannelKind, Message
from bot.channels.zalo.platform.bot_reading import read

BOT = "Bot Dân Biết"
FROM_A_BOT: dict[str, Any] = {"from": {"id": "1", "is_bot": True}}


def update(event: str = "text", chat_type: str = "PRIVATE", **more: Any) -> dict[str, Any]:
    message = {
        "from": {"id": "6ede", "display_name": "Ted", "is_bot": False},
        "chat": {"id": "6ede", "chat_type": chat_type},
        "message_id": "2d75",
        "date": 1750316131602,
        **more,
    }
    return {"event_name": f"message.{event}.received", "message": message}


def message(kind: ChannelKind, text: str = "", *, in_group: bool = False) -> Message:
    return Message("zalo-bot", "6ede", "6ede:2d75", kind, text, in_group=in_group, sender="6ede")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(update(text="Xin chào"), message(ChannelKind.TEXT, "Xin chào"), id="bare"),
        pytest.param(
            {"ok": True, "result": update(text="Xin chào")},
            message(ChannelKind.TEXT, "Xin chào"),
            id="in its envelope",
        ),
        pytest.param(update(text="/start"), message(ChannelKind.TEXT, "/start"), id="command"),
        pytest.param(
            update("image", caption="Ai?"), message(ChannelKind.PICTURE, "Ai?"), id="picture"
        ),
        pytest.param(update("sticker", sticker="x"), message(ChannelKind.STICKER), id="sticker"),
        pytest.param(update("voice", voice_url="x"), message(ChannelKind.VOICE), id="voice"),
        pytest.param(
            update("unsupported"), message(ChannelKind.OTHER), id="withheld by the platform"
        ),
        pytest.param(update("hologram"), message(ChannelKind.OTHER), id="of a kind yet to come"),
        pytest.param(update(text="  "), message(ChannelKind.OTHER, "  "), id="blank"),
        pytest.param(
            update(message_id=7),
            Message("zalo-bot", "6ede", "6ede:7", ChannelKind.OTHER, sender="6ede"),
            id="id as a number",
        ),
        pytest.param(
            update(chat_type="GROUP", text="@Bot Dân Biết, ai giám sát?\nHai"),
            message(ChannelKind.TEXT, "ai giám sát?\nHai", in_group=True),
            id="named in a group",
        ),
        pytest.param(update(chat_type="GROUP", text="ai giám sát?"), None, id="not named"),
        pytest.param(
            update(chat_type="GROUP", text="@Bot Dân Biết2 ơi"), None, id="another named so"
        ),
        pytest.param(update(**FROM_A_BOT), None, id="from a bot"),
        pytest.param({"event_name": "bot.added"}, None, id="no message"),
        pytest.param(
            {"event_name": "bot.added", "message": update()["message"]}, None, id="other event"
        ),
    ],
)
def test_reads_updates(body: dict[str, Any], expected: Message | None) -> None:
    assert read(body, BOT) == expected


@pytest.mark.parametrize(
    ("sender", "told"),
    [
        pytest.param({"id": "77", "is_bot": False}, "77", id="told"),
        pytest.param({"id": 77}, "77", id="told as a number"),
        pytest.param({"id": None}, "", id="withheld"),
        pytest.param({}, "", id="not told"),
    ],
)
def test_tells_who_sent_it_to_a_group(sender: dict[str, Any], told: str) -> None:
    body = update(chat={"id": "g1", "chat_type": "GROUP"}, text=f"@{BOT} Ai?")
    body["message"]["from"] = sender
    message = read(body, BOT)

    assert message
    assert (message.chat, message.sender) == ("g1", told)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({}, id="empty"),
        pytest.param({"result": 7}, id="no object"),
        pytest.param({"event_name": "message.text.received", "message": {}}, id="no chat"),
        pytest.param(update(chat={"id": ""}), id="nameless chat"),
        pytest.param(update(text=["a"]), id="text that is none"),
    ],
)
def test_tells_what_is_no_update_without_quoting_it(body: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"^$") as caught:
        read(body, BOT)

    assert caught.value.__suppress_context__


def test_in_a_group_nobody_is_answered_while_the_bot_does_not_know_its_name() -> None:
    assert read(update(chat_type="GROUP", text="@ ai?"), "") is None
