from __future__ import annotations

from typing import Any

import pytest

from bot.channels.base import ChannelKind, Message
from bot.channels.telegram.reading import BadUpdate, Identity, Room, read

ME = Identity(123456, "DanBietBot")
PERSON = {"id": 42, "is_bot": False, "first_name": "An"}
THE_BOT = {"id": 123456, "is_bot": True, "first_name": "Bot", "username": "DanBietBot"}
OTHER_BOT = {"id": 7, "is_bot": True, "first_name": "Khác", "username": "other_bot"}
PRIVATE = {"id": 42, "type": "private"}
GROUP = {"id": -10042, "type": "supergroup", "title": "Tổ 5"}


def update(number: int = 9, type_: str = "message", **fields: Any) -> dict[str, Any]:
    message = {"message_id": 1, "date": 1, "from": PERSON, "chat": PRIVATE, **fields}
    return {"update_id": number, type_: message}


def in_group(**fields: Any) -> dict[str, Any]:
    return update(chat=GROUP, **fields)


def written_by(user: dict[str, Any]) -> dict[str, Any]:
    raw = update(text="Ai?")
    raw["message"]["from"] = user
    return raw


def mention(offset: int, length: int, type_: str = "mention", **more: Any) -> dict[str, Any]:
    return {"type": type_, "offset": offset, "length": length, **more}


def press(**fields: Any) -> dict[str, Any]:
    """Return the update of a press of a button under a message of the bot's."""
    under = {"message_id": 1, "date": 1, "from": THE_BOT, "chat": PRIVATE}
    return {
        "update_id": 9,
        "callback_query": {"id": "77", "from": PERSON, "message": under, "data": "ab:1"} | fields,
    }


def heard(raw: object) -> Message | None:
    return read(raw, "telegram", ME)


def sure(raw: object) -> Message:
    message = heard(raw)
    assert message is not None
    return message


def test_a_text_is_heard_as_it_is() -> None:
    assert heard(update(text="Ai giám sát? ")) == Message(
        "telegram", "42", "u:9", ChannelKind.TEXT, "Ai giám sát? ", sender="42"
    )


@pytest.mark.parametrize(
    ("content", "kind", "text"),
    [
        pytest.param({"sticker": {"emoji": "👍"}}, ChannelKind.STICKER, "", id="sticker"),
        pytest.param({"photo": [{}], "caption": "Đây?"}, ChannelKind.PICTURE, "Đây?", id="photo"),
        pytest.param({"voice": {}}, ChannelKind.VOICE, "", id="voice"),
        pytest.param({"audio": {}}, ChannelKind.VOICE, "", id="audio"),
        pytest.param({"video_note": {}}, ChannelKind.VOICE, "", id="video note"),
        pytest.param({"video": {}, "caption": "Xem"}, ChannelKind.VIDEO, "Xem", id="video"),
        pytest.param({"document": {}, "animation": {}}, ChannelKind.VIDEO, "", id="animation"),
        pytest.param({"document": {"file_name": "a.pdf"}}, ChannelKind.FILE, "", id="document"),
        pytest.param(
            {"location": {"latitude": 1, "longitude": 2}}, ChannelKind.LOCATION, "", id="place"
        ),
        pytest.param(
            {"location": {}, "venue": {"title": "Chợ"}}, ChannelKind.LOCATION, "", id="venue"
        ),
        pytest.param({"contact": {"phone_number": "09"}}, ChannelKind.CONTACT, "", id="contact"),
        pytest.param({"poll": {}}, ChannelKind.OTHER, "", id="poll"),
        pytest.param({"dice": {}}, ChannelKind.OTHER, "", id="dice"),
        pytest.param({"game": {}}, ChannelKind.OTHER, "", id="game"),
    ],
)
def test_knows_what_a_message_holds(content: dict[str, Any], kind: ChannelKind, text: str) -> None:
    message = sure(update(**content))

    assert (message.kind, message.text) == (kind, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        pytest.param("/start", "/start", id="bare"),
        pytest.param("/start lang-son", "/start lang-son", id="with what a link carries"),
        pytest.param("/start@danbietbot lang-son", "/start lang-son", id="with the bot's name"),
        pytest.param("/quyen@DanBietBot", "/quyen", id="with the name alone"),
        pytest.param("/quyen@DanBietBot\nvà", "/quyen\nvà", id="followed by a line"),
        pytest.param("Gõ /quyen@DanBietBot", "Gõ /quyen@DanBietBot", id="not at the start"),
        pytest.param("/@DanBietBot", "/@DanBietBot", id="no command"),
    ],
)
def test_a_command_is_followed_by_its_arguments_alone(typed: str, text: str) -> None:
    assert sure(update(text=typed)).text == text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        pytest.param(
            {"text": "@DanBietBot ai giám sát?", "entities": [mention(0, 11)]},
            "ai giám sát?",
            id="named first",
        ),
        pytest.param(
            {"text": "@danbietbot, ai?", "entities": [mention(0, 11)]}, "ai?", id="in another case"
        ),
        pytest.param(
            {"text": "Ai giám sát, @DanBietBot?", "entities": [mention(13, 11)]},
            "Ai giám sát, ?",
            id="named last",
        ),
        pytest.param(
            {"text": "👍🏽 Xin @DanBietBot cho hỏi", "entities": [mention(9, 11)]},
            "👍🏽 Xin cho hỏi",
            id="after letters of two units",
        ),
        pytest.param(
            {"text": "Bot ơi, ai?", "entities": [mention(0, 3, "text_mention", user=THE_BOT)]},
            "ơi, ai?",
            id="named in words",
        ),
        pytest.param(
            {"photo": [{}], "caption": "@DanBietBot gì?", "caption_entities": [mention(0, 11)]},
            "gì?",
            id="named under a picture",
        ),
        pytest.param(
            {"text": "Ai giám sát?", "reply_to_message": {"message_id": 2, "from": THE_BOT}},
            "Ai giám sát?",
            id="reply to the bot",
        ),
        pytest.param({"text": "/quyen"}, "/quyen", id="command to all bots"),
        pytest.param({"text": "/quyen@danbietbot x"}, "/quyen x", id="command to the bot"),
        pytest.param(
            {
                "text": "@other_bot @DanBietBot ai?",
                "entities": [mention(0, 10), mention(11, 11)],
            },
            "@other_bot ai?",
            id="named beside another",
        ),
    ],
)
def test_hears_what_is_meant_for_it_in_a_group(fields: dict[str, Any], text: str) -> None:
    message = sure(in_group(**fields))

    assert (message.text, message.in_group, message.chat) == (text, True, "-10042")


def test_being_named_and_no_more_opens_the_conversation() -> None:
    message = sure(in_group(text="@DanBietBot", entities=[mention(0, 11)]))

    assert (message.kind, message.text) == (ChannelKind.FOLLOW, "")


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"text": "Ai giám sát?"}, id="talk among people"),
        pytest.param({"text": "DanBietBot ai?"}, id="the name without a mention"),
        pytest.param({"text": "@other_bot?", "entities": [mention(0, 10)]}, id="another bot"),
        pytest.param({"text": "/quyen@other_bot"}, id="command to another bot"),
        pytest.param({"text": "/5 giờ họp"}, id="a slash before a number"),
        pytest.param(
            {"text": "An?", "entities": [mention(0, 2, "text_mention", user=PERSON)]},
            id="a person named in words",
        ),
        pytest.param(
            {"text": "Vâng", "reply_to_message": {"message_id": 2, "from": PERSON}},
            id="reply to a person",
        ),
        pytest.param({"photo": [{}]}, id="picture"),
    ],
)
def test_what_is_not_meant_for_it_in_a_group_is_not_heard(fields: dict[str, Any]) -> None:
    assert heard(in_group(**fields)) is None


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(update(new_chat_members=[PERSON]), id="someone joined"),
        pytest.param(update(left_chat_member=PERSON), id="someone left"),
        pytest.param(update(new_chat_title="Tổ 6"), id="new title"),
        pytest.param(update(pinned_message={"message_id": 1}), id="pinned"),
        pytest.param(in_group(migrate_to_chat_id=-5), id="group became a supergroup"),
        pytest.param(update(text="Ai?", via_bot=OTHER_BOT), id="by way of a bot"),
        pytest.param({"update_id": 9, "message": None}, id="nothing"),
        pytest.param({"update_id": 9, "poll_answer": {"poll_id": "1"}}, id="unknown type"),
        pytest.param(written_by(OTHER_BOT), id="from a bot"),
        pytest.param(update(text="Tin", chat={"id": -1, "type": "channel"}), id="channel post"),
        pytest.param(
            in_group(text="/quyen", is_automatic_forward=True), id="channel post in its group"
        ),
        pytest.param(update(type_="edited_message", location={}), id="location on the move"),
        pytest.param(press(data=None, game_short_name="x"), id="press in a game"),
        pytest.param(press(message=None, inline_message_id="x"), id="press outside of chats"),
    ],
)
def test_what_no_person_says_to_it_gives_nothing(raw: dict[str, Any]) -> None:
    assert heard(raw) is None


def test_an_admin_who_writes_in_the_name_of_the_group_is_a_person() -> None:
    anonymous = {"id": 1087968824, "is_bot": True, "username": "GroupAnonymousBot"}

    raw = in_group(text="/quyen", sender_chat=GROUP)
    raw["message"]["from"] = anonymous
    message = sure(raw)

    assert message.text == "/quyen"


@pytest.mark.parametrize("chat", [PRIVATE, GROUP])
def test_what_was_edited_or_forwarded_says_so(chat: dict[str, Any]) -> None:
    edited = sure(update(type_="edited_message", text="/quyen", chat=chat))
    forwarded = sure(update(text="/quyen", chat=chat, forward_origin={"type": "user"}))

    assert (edited.edited, edited.forwarded) == (True, False)
    assert (forwarded.edited, forwarded.forwarded) == (False, True)


def test_a_press_is_heard_as_its_payload() -> None:
    assert heard(press()) == Message(
        "telegram", "42", "cb:77", ChannelKind.PRESS, "ab:1", ticket="77", sender="42"
    )


def test_a_press_is_heard_under_a_message_that_is_gone() -> None:
    gone = {"message_id": 1, "date": 0, "chat": GROUP}

    message = sure(press(message=gone))

    assert (message.chat, message.in_group) == ("-10042", True)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(in_group(text="/quyen"), id="text"),
        pytest.param(update(type_="edited_message", chat=GROUP, text="/quyen"), id="edit"),
        pytest.param(press(message={"message_id": 1, "chat": GROUP}), id="press"),
    ],
)
def test_tells_who_sent_it_to_a_group(raw: dict[str, Any]) -> None:
    message = sure(raw)

    assert (message.chat, message.sender) == ("-10042", "42")


def test_a_topic_of_a_forum_is_a_chat_of_its_own() -> None:
    message = sure(in_group(text="/quyen", is_topic_message=True, message_thread_id=7))
    thread = sure(in_group(text="/quyen", message_thread_id=7))

    assert Room.named(message.chat) == Room(-10042, 7)
    assert Room.named(thread.chat) == Room(-10042)


def test_pictures_sent_at_once_count_as_one_but_for_what_is_written_under_them() -> None:
    album = [sure(update(number, photo=[{}], media_group_id="5")) for number in (1, 2, 3)]
    written = sure(update(4, photo=[{}], media_group_id="5", caption="Đây?"))

    assert len({message.id for message in [*album, written]}) == 2


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        pytest.param(None, "không rõ", id="nothing"),
        pytest.param([], "không rõ", id="list"),
        pytest.param({"message": {}}, "message", id="no number"),
        pytest.param({"update_id": 31, "message": "bí mật"}, "31", id="no object"),
        pytest.param(update(31, text="bí mật", chat={"id": "bí mật"}), "31", id="no chat"),
        pytest.param(update(31, text=["bí mật"]), "message", id="no text"),
        pytest.param(
            update(31, text="bí mật", entities=[mention(-1, 5)]), "31", id="impossible entity"
        ),
        pytest.param({"update_id": 31, "callback_query": {"bí mật": 1}}, "callback", id="no id"),
    ],
)
def test_what_cannot_be_read_is_told_without_what_it_says(raw: object, told: str) -> None:
    with pytest.raises(BadUpdate) as caught:
        heard(raw)

    assert told in str(caught.value)
    assert "bí mật" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_entities_beyond_the_text_do_no_harm() -> None:
    message = sure(update(text="Ai?", entities=[mention(2, 5000), mention(9000, 11)]))

    assert message.text == "Ai?"


def test_an_entity_that_cuts_a_letter_in_two_does_no_harm() -> None:
    message = sure(in_group(text="👍 Ai?", entities=[mention(1, 1, "text_mention", user=THE_BOT)]))

    assert message.text == "Ai?"
