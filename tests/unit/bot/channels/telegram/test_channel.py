from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels.base import Button, Call, ChannelError, ChannelKind, DeliveryError, Message, Post
from bot.channels.telegram.channel import TelegramChannel
from tests.servers.faults import Refused
from tests.servers.wire import told
from tests.support.conversations.channels import NOW, Says, Stuck
from tests.support.conversations.fake_telegram import SECRET, TOKEN, WEBHOOK, FakeTelegram

pytestmark = pytest.mark.anyio

CHAT = "4200017"
QUOTE = Post("Quy định:\n“Dân biết & bàn.”\n— Điều 2.")
DRESSED = "Quy định:\n<blockquote>“Dân biết &amp; bàn.”</blockquote>\n<b>— Điều 2.</b>"
CANNOT_PARSE = "Bad Request: can't parse entities: Unsupported start tag at byte offset 7"


@pytest.fixture
async def telegram(tmp_path: Path) -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(tmp_path) as running:
        yield running


@pytest.fixture
async def channel(telegram: FakeTelegram) -> AsyncIterator[TelegramChannel]:
    channel = telegram.channel()
    await channel.open()
    yield channel
    await channel.close()


def message(kind: ChannelKind = ChannelKind.TEXT, ticket: str = "", chat: str = CHAT) -> Message:
    return Message("telegram", chat, "u:1", kind, "Ai?", ticket=ticket)


async def test_opens_for_polling(telegram: FakeTelegram, channel: TelegramChannel) -> None:
    methods = [call.method for call in telegram.calls]

    assert methods == ["getMe", "setMyCommands", "deleteWebhook"]
    assert telegram.called("deleteWebhook")[0].get("drop_pending_updates") != "true"
    assert await channel.open() == "@DanBietBot"


async def test_opens_for_calls(telegram: FakeTelegram) -> None:
    called, polling = telegram.channel(called=True), telegram.channel()
    assert await called.open() == "@DanBietBot"
    (told,) = telegram.called("setWebhook")

    assert (told["url"], told["secret_token"]) == (WEBHOOK, SECRET)
    assert json.loads(told["allowed_updates"]) == ["message", "edited_message", "callback_query"]
    assert told.get("drop_pending_updates") != "true"
    await polling.open()  # being called needs no lock
    await polling.close()
    await called.close()


@pytest.mark.parametrize("secret", ["", "bí mật", "x" * 257])
async def test_is_not_called_without_a_secret_that_telegram_takes(
    telegram: FakeTelegram, secret: str
) -> None:
    channel = TelegramChannel(TOKEN, telegram.url, telegram.folder, WEBHOOK, secret)

    with pytest.raises(ChannelError, match="TELEGRAM_WEBHOOK_SECRET") as caught:
        await channel.open()

    assert caught.value.permanent
    assert telegram.calls == []
    assert (await channel.accept(Call({}, b"{}", NOW))).status == 403
    await channel.close()


async def test_calls_before_it_is_open_are_to_come_again(telegram: FakeTelegram) -> None:
    channel = telegram.channel(called=True)

    assert (await channel.accept(telegram.call("Ai?"))).status == 503
    await channel.close()


async def test_tells_the_commands_in_vietnamese(
    telegram: FakeTelegram,
    channel: TelegramChannel,  # noqa: ARG001 - it told them when opened
) -> None:
    (given,) = telegram.called("setMyCommands")
    commands = {one["command"]: one["description"] for one in json.loads(given["commands"])}

    assert list(commands) == ["start", "diaphuong", "quyen", "nghiquyet", "trogiup", "xoa"]
    assert commands["quyen"] == "Bốn quyền: biết, bàn, quyết định, giám sát"
    assert all(0 < len(one) <= 256 for one in commands.values())


async def test_works_where_commands_are_not_known(
    telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.expect("setMyCommands", Refused(404, "Not Found"))
    channel = telegram.channel()

    assert await channel.open() == "@DanBietBot"
    assert "danh sách lệnh" in caplog.text
    await channel.close()


async def test_asks_for_what_it_reads_and_confirms_what_it_got(
    telegram: FakeTelegram, channel: TelegramChannel
) -> None:
    telegram.writes("Một")
    telegram.writes("Hai")
    await channel.poll()
    await channel.poll()
    first, second = telegram.called("getUpdates")

    assert "offset" not in first
    assert second["offset"] == "3"
    assert json.loads(first["allowed_updates"]) == ["message", "edited_message", "callback_query"]
    assert int(first["timeout"]) >= 20


@pytest.mark.parametrize(
    "result",
    [
        pytest.param({"ok": True, "result": 7}, id="no list"),
        pytest.param({"ok": True, "result": [{"message": {}}, 7]}, id="updates without numbers"),
    ],
)
async def test_an_answer_without_sense_is_a_fault_that_may_pass(
    telegram: FakeTelegram, channel: TelegramChannel, result: object
) -> None:
    telegram.expect("getUpdates", Says(json.dumps(result).encode()))

    with pytest.raises(ChannelError, match="không đọc được") as caught:
        await channel.poll()

    assert not caught.value.permanent


async def test_an_answer_that_is_no_json_is_kept_out_of_the_log(
    telegram: FakeTelegram, channel: TelegramChannel, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.expect("getUpdates", Says(b'{"result": "cau hoi rieng'))

    with pytest.raises(ChannelError) as caught:
        await channel.poll()

    assert not caught.value.permanent
    assert "cau hoi rieng" not in caplog.text + str(caught.value)


@pytest.mark.parametrize(
    ("fault", "reason", "permanent", "retry_after"),
    [
        pytest.param(Refused(401, "Unauthorized"), "TELEGRAM_BOT_TOKEN", True, None, id="token"),
        pytest.param(Refused(409, "Conflict"), "chương trình khác", False, None, id="conflict"),
        pytest.param(Refused(429, "Too Many", 9), "chậm lại", False, 9.0, id="flood"),
        pytest.param(Refused(500, "Oops"), "không liên lạc", False, None, id="fault"),
        pytest.param(Says(b"<html>", 502), "không liên lạc", False, None, id="gateway"),
    ],
)
async def test_tells_why_it_cannot_listen(
    telegram: FakeTelegram,
    channel: TelegramChannel,
    fault: Refused | Says,
    reason: str,
    permanent: bool,
    retry_after: float | None,
) -> None:
    telegram.expect("getUpdates", fault)

    with pytest.raises(ChannelError, match=reason) as caught:
        await channel.poll()

    assert (caught.value.permanent, caught.value.retry_after) == (permanent, retry_after)


async def test_a_poll_can_be_broken_off(telegram: FakeTelegram, channel: TelegramChannel) -> None:
    stuck = Stuck()
    telegram.expect("getUpdates", stuck)
    telegram.writes("Ai giám sát?")
    poll = asyncio.create_task(channel.poll())
    await stuck.begun.wait()
    poll.cancel()
    with pytest.raises(asyncio.CancelledError):
        await poll
    await stuck.gone.wait()

    (heard,) = await channel.poll()
    assert heard.text == "Ai giám sát?"


async def test_a_poll_under_way_delays_no_post(
    telegram: FakeTelegram, channel: TelegramChannel
) -> None:
    stuck = Stuck()
    telegram.expect("getUpdates", stuck)
    poll = asyncio.create_task(channel.poll())
    await stuck.begun.wait()
    await channel.send(CHAT, Post("Chào Bạn"))
    poll.cancel()
    await asyncio.gather(poll, return_exceptions=True)

    assert telegram.sent == ["Chào Bạn"]


async def test_a_post_is_dressed_and_shows_no_pages(
    telegram: FakeTelegram, channel: TelegramChannel
) -> None:
    await channel.send(CHAT, QUOTE)
    (sent,) = telegram.called("sendMessage")

    assert (sent["chat_id"], sent["text"], sent["parse_mode"]) == (CHAT, DRESSED, "HTML")
    assert json.loads(sent["link_preview_options"]) == {"is_disabled": True}
    assert "reply_markup" not in sent
    assert "message_thread_id" not in sent


async def test_buttons_keep_their_rows_and_payloads(
    telegram: FakeTelegram, channel: TelegramChannel
) -> None:
    rows = ((Button("👍", "ab:0"), Button("👎", "ab:1")), (Button("Xem nguyên văn", "ab:2"),))
    await channel.send(CHAT, Post("Chào", rows))
    keyboard = json.loads(telegram.called("sendMessage")[0]["reply_markup"])["inline_keyboard"]

    assert keyboard == [
        [{"text": "👍", "callback_data": "ab:0"}, {"text": "👎", "callback_data": "ab:1"}],
        [{"text": "Xem nguyên văn", "callback_data": "ab:2"}],
    ]


async def test_what_is_refused_as_html_goes_again_as_plain_text(
    telegram: FakeTelegram, channel: TelegramChannel
) -> None:
    telegram.expect("sendMessage", Refused(400, CANNOT_PARSE))
    post = Post(QUOTE.text, ((Button("👍", "ab:0"),),))
    await channel.send(CHAT, post)
    dressed, plain = telegram.called("sendMessage")

    assert dressed["parse_mode"] == "HTML"
    assert "parse_mode" not in plain
    assert plain["text"] == post.text
    assert plain["reply_markup"] == dressed["reply_markup"]


async def test_a_group_that_moved_is_followed_once(
    telegram: FakeTelegram, channel: TelegramChannel
) -> None:
    moved = told(400, {"ok": False, "error_code": 400, "parameters": {"migrate_to_chat_id": -1009}})
    telegram.expect("sendMessage", Says(moved.body, 400))
    await channel.send("-42", Post("Chào"))
    telegram.expect("sendMessage", Says(moved.body, 400), Says(moved.body, 400))

    with pytest.raises(DeliveryError) as caught:
        await channel.send("-42", Post("Chào"))

    assert caught.value.permanent
    assert "1009" not in str(caught.value)
    chats = [call["chat_id"] for call in telegram.called("sendMessage")]
    assert chats == ["-42", "-1009", "-42", "-1009"]


async def test_a_post_goes_to_the_topic_it_belongs_to(
    telegram: FakeTelegram, channel: TelegramChannel
) -> None:
    await channel.send("-10042/7", Post("Chào"))
    await channel.acknowledge(message(chat="-10042/7"))

    for method in ("sendMessage", "sendChatAction"):
        (call,) = telegram.called(method)
        assert (call["chat_id"], call["message_thread_id"]) == ("-10042", "7")


@pytest.mark.parametrize(
    "said", ["message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED"], ids=lambda said: said
)
async def test_what_a_topic_takes_no_more_goes_to_its_chat(
    telegram: FakeTelegram, channel: TelegramChannel, said: str
) -> None:
    telegram.expect("sendMessage", Refused(400, f"Bad Request: {said}"))
    await channel.send("-10042/7", QUOTE)
    refused, taken = telegram.called("sendMessage")

    assert refused.pop("message_thread_id") == "7"
    assert taken == refused


@pytest.mark.parametrize(
    "refusals",
    [
        pytest.param(["TOPIC_DELETED", "TOPIC_CLOSED"], id="the chat takes nothing either"),
        pytest.param(["CHAT_WRITE_FORBIDDEN"], id="for a reason of the chat's own"),
    ],
)
async def test_a_post_to_a_topic_is_tried_no_longer_than_it_may_help(
    telegram: FakeTelegram, channel: TelegramChannel, refusals: list[str]
) -> None:
    telegram.expect("sendMessage", *(Refused(400, f"Bad Request: {one}") for one in refusals))

    with pytest.raises(DeliveryError, match=refusals[-1].capitalize()) as caught:
        await channel.send("-10042/7", Post("Chào"))

    assert caught.value.permanent
    assert len(telegram.sent) == len(refusals)


@pytest.mark.parametrize(
    ("fault", "permanent", "reason"),
    [
        pytest.param(
            Refused(400, "Bad Request: chat not found"), True, "Chat not found", id="no chat"
        ),
        pytest.param(
            Refused(400, "Bad Request: message thread 42 not found"),
            True,
            "BadRequest",
            id="no topic",
        ),
        pytest.param(Refused(401, "Unauthorized"), False, "TELEGRAM_BOT_TOKEN", id="token refused"),
        pytest.param(Refused(500, "Oops"), False, "Oops", id="fault"),
    ],
)
async def test_tells_why_a_post_did_not_arrive(
    telegram: FakeTelegram, channel: TelegramChannel, fault: Refused, permanent: bool, reason: str
) -> None:
    telegram.expect("sendMessage", fault)

    with pytest.raises(DeliveryError, match=reason) as caught:
        await channel.send(CHAT, Post("Chào"))

    assert caught.value.permanent is permanent
    assert "42" not in str(caught.value)
    assert len(telegram.sent) == 1


async def test_a_press_is_taken_note_of_once_then_typing_is_shown(
    telegram: FakeTelegram, channel: TelegramChannel
) -> None:
    for _ in range(3):
        await channel.acknowledge(message(ChannelKind.PRESS, ticket="77"))

    assert [call["callback_query_id"] for call in telegram.called("answerCallbackQuery")] == ["77"]
    assert [call["action"] for call in telegram.called("sendChatAction")] == ["typing"] * 2


async def test_typing_is_forgone_rather_than_crowding_out_answers(
    telegram: FakeTelegram, channel: TelegramChannel
) -> None:
    await asyncio.gather(*(channel.acknowledge(message()) for _ in range(60)))
    await asyncio.gather(*(channel.send(CHAT, Post(f"{n}")) for n in range(25)))

    assert 1 <= len(telegram.called("sendChatAction")) < 20
    assert len(telegram.sent) == 25


async def test_typing_counts_for_nothing_in_what_a_group_may_get(
    telegram: FakeTelegram, channel: TelegramChannel
) -> None:
    async with asyncio.timeout(5):  # beyond 20 in a group, a post waits for three seconds each
        await asyncio.gather(*(channel.acknowledge(message(chat="-42")) for _ in range(8)))
        await asyncio.gather(*(channel.send("-42", Post(f"{n}")) for n in range(18)))

    assert len(telegram.called("sendChatAction")) == 8
    assert len(telegram.sent) == 18


@pytest.mark.parametrize("kind", [ChannelKind.TEXT, ChannelKind.PRESS])
async def test_a_failing_acknowledgement_is_passed_over(
    telegram: FakeTelegram, channel: TelegramChannel, kind: ChannelKind
) -> None:
    for method in ("answerCallbackQuery", "sendChatAction"):
        telegram.expect(method, Refused(400, "Bad Request: query is too old"))

    await channel.acknowledge(message(kind, ticket="1"))


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO])
async def test_no_log_holds_the_token_or_words_of_people(
    telegram: FakeTelegram, caplog: pytest.LogCaptureFixture, level: int
) -> None:
    caplog.set_level(level)
    channel = telegram.channel()
    await channel.open()
    telegram.writes("Câu hỏi riêng")
    telegram.updates.append({"update_id": 99, "message": {"text": "Câu hỏi riêng"}})
    telegram.expect("sendMessage", Refused(500, TOKEN), Refused(429, TOKEN, 3))
    await channel.poll()
    for _ in range(2):
        with pytest.raises(DeliveryError):
            await channel.send(CHAT, Post("Câu trả lời"))
    await channel.close()

    assert [word for word in (TOKEN, "Câu", CHAT) if word in caplog.text] == []
    assert "99" in caplog.text
