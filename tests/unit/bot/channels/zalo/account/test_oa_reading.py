from __future__ import annotations

import pytest

from bot.channels.base import Kind, Message
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


def message(kind: Kind, text: str = "", identity: str = "m1") -> Message:
    return Message("zalo-oa", "73", identity, kind, text, sender="73")


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        pytest.param(
            sent("text", text="Ai giám sát?"), message(Kind.TEXT, "Ai giám sát?"), id="text"
        ),
        pytest.param(sent("text", text=PRESSED), message(Kind.PRESS, PRESSED), id="press"),
        pytest.param(
            sent("text", text="lúc 12:30 hay 13:00"),
            message(Kind.TEXT, "lúc 12:30 hay 13:00"),
            id="text with a colon",
        ),
        pytest.param(
            sent("text", text=f"{PRESSED} là gì"),
            message(Kind.TEXT, f"{PRESSED} là gì"),
            id="text about a payload",
        ),
        pytest.param(sent("text", text=" "), message(Kind.OTHER), id="blank"),
        pytest.param(
            sent("link", text="https://x.vn Ai?"), message(Kind.TEXT, "https://x.vn Ai?"), id="link"
        ),
        pytest.param(sent("link"), message(Kind.OTHER), id="link without a word"),
        pytest.param(sent("image", text="Ai?"), message(Kind.PICTURE, "Ai?"), id="picture"),
        pytest.param(sent("gif"), message(Kind.PICTURE), id="moving picture"),
        pytest.param(sent("audio"), message(Kind.VOICE), id="voice"),
        pytest.param(sent("video"), message(Kind.VIDEO), id="video"),
        pytest.param(sent("sticker"), message(Kind.STICKER), id="sticker"),
        pytest.param(sent("location"), message(Kind.LOCATION), id="location"),
        pytest.param(sent("business_card"), message(Kind.CONTACT), id="contact"),
        pytest.param(sent("file"), message(Kind.FILE), id="file"),
        pytest.param(sent("hologram"), message(Kind.OTHER), id="of a kind yet to come"),
        pytest.param(
            sent("text", text="Ai?", msg_id=None),
            message(Kind.TEXT, "Ai?", "73:1782891000000"),
            id="nameless",
        ),
        pytest.param(
            {"event_name": "follow", "follower": {"id": "73"}, "timestamp": "5"},
            message(Kind.FOLLOW, identity="follow:73:5"),
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
