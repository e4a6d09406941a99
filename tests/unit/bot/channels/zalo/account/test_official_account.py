from __future__ import annotations

import pytest

from bot.channels.base import Button, ChannelError, ChannelKind, DeliveryError, Post
from bot.channels.zalo.account.oa_api import OfficialAccountApi
from bot.channels.zalo.account.official_account import ZaloOAChannel
from bot.channels.zalo.account.signature import Signature
from tests.servers import zalo_oa
from tests.servers.faults import Refused
from tests.servers.zalo_oa import APP_ID, KEY
from tests.support.conversations.channels import NOW, Says
from tests.support.conversations.fake_zalo import WINDOW, FakeZaloAccount, MemoryVault

pytestmark = pytest.mark.anyio
ROWS = (
    (Button("Biết", "aB3-_xYz01Qw:0"), Button("Bàn", "aB3-_xYz01Qw:1")),
    (Button("Khác", "aB3-_xYz01Qw:2"),),
)


async def test_tells_the_name_of_the_account(accounts: FakeZaloAccount) -> None:
    channel = accounts.channel()
    assert await channel.open() == accounts.account.name
    await channel.close()


async def test_a_signed_text_is_a_message(accounts: FakeZaloAccount) -> None:
    channel = accounts.channel(signature=Signature(APP_ID, KEY))
    body = zalo_oa.text_event("Ai giám sát?", NOW)
    call = type(accounts.call(""))(zalo_oa.signed(body), body, NOW)

    verdict = await channel.accept(call)

    [message] = verdict.messages
    assert (verdict.status, message.kind, message.text) == (200, ChannelKind.TEXT, "Ai giám sát?")


@pytest.mark.parametrize("body", [b"", b" \n", b"{}"])
async def test_answers_the_probe(accounts: FakeZaloAccount, body: bytes) -> None:
    call = type(accounts.call(""))({}, body, NOW)
    verdict = await accounts.channel().accept(call)

    assert (verdict.status, verdict.messages) == (200, ())


async def test_sends_buttons_that_bring_their_payload_back(accounts: FakeZaloAccount) -> None:
    channel = accounts.channel()
    await channel.send(accounts.chat, Post("Bạn chọn nhé", ROWS))
    await channel.close()

    [sent] = accounts.account.sent
    assert sent["recipient"] == {"user_id": accounts.chat}
    assert sent["message"]["attachment"]["payload"]["buttons"] == [
        {"title": title, "type": "oa.query.hide", "payload": f"aB3-_xYz01Qw:{number}"}
        for number, title in enumerate(["Biết", "Bàn", "Khác"])
    ]


async def test_an_expired_token_is_renewed_once_and_the_post_sent(
    accounts: FakeZaloAccount,
) -> None:
    accounts.account.replace_access()
    channel = accounts.channel()

    await channel.send(accounts.chat, Post("Chào Bạn"))
    await channel.send(accounts.chat, Post("Lần nữa"))
    await channel.close()

    assert [one["message"]["text"] for one in accounts.account.sent] == ["Chào Bạn", "Lần nữa"]
    assert accounts.account.refreshes == ["refresh-0"]


async def test_a_fresh_token_that_is_refused_again_is_tried_later(
    accounts: FakeZaloAccount,
) -> None:
    accounts.expect("cs", *[Says(zalo_oa.refusal(-220).body)] * 2)
    channel = accounts.channel()

    with pytest.raises(DeliveryError) as caught:
        await channel.send(accounts.chat, Post("Chào Bạn"))
    await channel.close()

    assert not caught.value.permanent
    assert len(accounts.account.refreshes) == 1


@pytest.mark.parametrize(
    ("code", "permanent", "told"),
    [
        (-213, True, "không còn quan tâm"),
        (-230, True, "quá thời hạn"),
        (-232, True, "quá thời hạn"),
        (-201, True, "-201: Injected"),
        (-32, False, "quá nhanh"),
    ],
)
async def test_tells_staff_why_a_post_was_not_delivered(
    accounts: FakeZaloAccount, code: int, permanent: bool, told: str
) -> None:
    accounts.expect("cs", Says(zalo_oa.refusal(code).body))
    channel = accounts.channel()

    with pytest.raises(DeliveryError, match=told) as caught:
        await channel.send(accounts.chat, Post("Chào Bạn"))
    await channel.close()

    assert caught.value.permanent is permanent
    assert accounts.account.refreshes == []


async def test_an_answer_that_is_no_json_is_a_passing_trouble(accounts: FakeZaloAccount) -> None:
    accounts.expect("cs", Says(b"<html>"))
    channel = accounts.channel()

    with pytest.raises(DeliveryError) as caught:
        await channel.send(accounts.chat, Post("Chào Bạn"))
    await channel.close()

    assert not caught.value.permanent


async def test_posts_wait_for_the_admin_who_has_to_log_in(accounts: FakeZaloAccount) -> None:
    accounts.forgets_the_bot()
    channel = accounts.channel()

    with pytest.raises(DeliveryError, match="danbiet zalo login") as caught:
        await channel.send(accounts.chat, Post("Chào Bạn"))
    await channel.close()

    assert not caught.value.permanent


async def test_opens_as_soon_as_an_admin_has_logged_in(accounts: FakeZaloAccount) -> None:
    pair, accounts.vault = accounts.vault.pair, MemoryVault()
    channel = accounts.channel()
    with pytest.raises(ChannelError, match="danbiet zalo login") as caught:
        await channel.open()
    assert not caught.value.permanent

    accounts.vault.pair = pair
    assert await channel.open() == accounts.account.name
    await channel.close()


async def test_opens_with_a_token_that_was_replaced_meanwhile(accounts: FakeZaloAccount) -> None:
    accounts.account.replace_access()
    channel = accounts.channel()

    assert await channel.open() == accounts.account.name
    await channel.close()


async def test_opens_after_a_fault_of_the_platform(accounts: FakeZaloAccount) -> None:
    accounts.expect("getoa", Refused(500))
    channel = accounts.channel()
    with pytest.raises(ChannelError) as caught:
        await channel.open()

    assert not caught.value.permanent
    assert await channel.open()
    await channel.close()


async def test_missing_settings_are_for_the_admin(accounts: FakeZaloAccount) -> None:
    api = OfficialAccountApi(accounts.url, "oa.query.hide")
    signature = Signature(APP_ID, "")
    channel = ZaloOAChannel(api, accounts.tokens(), signature, WINDOW, ["ZALO_OA_SECRET_KEY"])

    with pytest.raises(ChannelError, match="ZALO_OA_SECRET_KEY") as caught:
        await channel.open()
    await channel.close()

    assert caught.value.permanent
