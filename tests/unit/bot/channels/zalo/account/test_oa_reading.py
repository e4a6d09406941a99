from __future__ import annotations

import pytest

from bot.channels.base import ChannelKind, Message
from bot.channels.zalo.account.oa_reading import read

PRESSED = "aB3-_xYz01Qw:12"


def sent(name: str, **message: object) -> dict[str, object]:
    return {
        "event_name": f"user_send_{name}",
        "app_id": "1",
        "sender": {"id": "73"},
        "recipient": {"id": "555"},
        "message": {"msg_id": "m1", **message},
        "timestamp": "1782891000000",
    }


def message(kind: ChannelKind, text: str = "", identity: str = "m1") -> Message:
    return Message("zalo-oa", "73", identity, kind, text, sender="73")


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        pytest.param(
            sent("text", text="Ai giám sát?"), message(ChannelKind.TEXT, "Ai giám sát?"), id="text"
        ),
        pytest.param(sent("text", text=PRESSED), message(ChannelKind.PRESS, PRESSED), id="press"),
        pytest.param(
            sent("text", text="lúc 12:30 hay 13:00"),
            message(ChannelKind.TEXT, "lúc 12:30 hay 13:00"),
            id="text with a colon",
        ),
        pytest.param(
            sent("text", text=f"{PRESSED} là gì"),
            message(ChannelKind.TEXT, f"{PRESSED} là gì"),
            id="text about a payload",
        ),
        pytest.param(sent("text", text=" "), message(ChannelKind.OTHER), id="blank"),
        pytest.param(
            sent("link", text="https://x.vn Ai?"),
            message(ChannelKind.TEXT, "https://x.vn Ai?"),
            id="link",
        ),
        pytest.param(sent("link"), message(ChannelKind.OTHER), id="link without a word"),
        pytest.param(sent("image", text="Ai?"), message(ChannelKind.PICTURE, "Ai?"), id="picture"),
        pytest.param(sent("gif"), message(ChannelKind.PICTURE), id="moving picture"),
        pytest.param(sent("audio"), message(ChannelKind.VOICE), id="voice"),
        pytest.param(sent("video"), message(ChannelKind.VIDEO), id="video"),
        pytest.param(sent("sticker"), message(ChannelKind.STICKER), id="sticker"),
        pytest.param(sent("location"), message(ChannelKind.LOCATION), id="location"),
        pytest.param(sent("business_card"), message(ChannelKind.CONTACT), id="contact"),
        pytest.param(sent("file"), message(ChannelKind.FILE), id="file"),
        pytest.param(sent("hologram"), message(ChannelKind.OTHER), id="of a kind yet to come"),
        pytest.param(
            sent("text", text="Ai?", msg_id=None),
            message(ChannelKind.TEXT, "Ai?", "73:1782891000000"),
            id="nameless",
        ),
        pytest.param(
            {"event_name": "follow", "follower": {"id": "73"}, "timestamp": "5"},
            message(ChannelKind.FOLLOW, identity="follow:73:5"),
            id="follow",
        ),
        pytest.param({"event_name": "unfollow", "follower": {"id": "73"}}, None, id="unfollow"),
        pytest.param({"event_name": "follow"}, None, id="nobody follows"),
        pytest.param({**sent("text"), "event_name": "oa_send_text"}, None, id="echo"),
        pytest.param(sent("group_text", text="Ai?"), None, id="in a group"),
        pytest.param({**sent("text"), "event_name": "user_seen_message"}, None, id="seen"),
        pytest.param(
            {"event_name": "user_send_text", "message": {"text": "Ai?"}}, None, id="nobody"
        ),
    ],
)
def test_reads_events(event: object, expected: Message | None) -> None:
    assert read(event) == expected


@pytest.mark.parametrize(
    "event",
    [
        None,
        [],
        7,
        {},
        sent("text", text=["Ai?"]),
        {"event_name": "follow", "follower": {"id": ""}},
    ],
)
def test_tells_what_is_no_event_without_quoting_it(event: object) -> None:
    with pytest.raises(ValueError, match=r"^$") as caught:
        read(event)

    assert caught.value.__suppress_context__
