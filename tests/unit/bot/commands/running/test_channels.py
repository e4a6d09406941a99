from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.channels.base import ChannelError
from bot.channels.registry import CHANNELS
from bot.commands.running import channels
from bot.commands.running.channels import NoPublicUrl, WebhookNotSet
from bot.commands.wiring import Application
from bot.config import Settings
from tests.servers.faults import Refused
from tests.servers.proxy import Proxy
from tests.servers.wire import Request, Response, told
from tests.servers.zalo_oa import APP_ID, APP_SECRET, KEY
from tests.support.conversations.platforms import FakeChannel

TOKEN = "123456:AAE-secret"  # noqa: S105 - made up


class Bots(Proxy):
    """Knows one bot, whichever platform is asked."""

    def __init__(self) -> None:
        super().__init__("")
        self.webhook, self.me = "", {"account_name": "Bot Dân Biết"}

    async def respond(self, request: Request) -> Response:
        results: Mapping[str, Callable[[], object]] = {
            "getMe": lambda: self.me,
            "getWebhookInfo": lambda: {"url": self.webhook},
        }
        return told(200, {"ok": True, "result": results[request.method]()})


@pytest.fixture
def bots() -> Iterator[Bots]:
    with Bots() as running:
        yield running


def application(folder: Path, **settings: str | SecretStr) -> Application:
    return Application(Settings.model_validate({"data_dir": folder, **settings}))


def with_bot(folder: Path, url: str, **settings: str) -> Application:
    return application(folder, zalo_bot_token=TOKEN, zalo_bot_api_url=url, **settings)


def lines(capsys: pytest.CaptureFixture[str], parts: Application) -> dict[str, str]:
    channels.show(as_json=False, parts=parts)
    told = (line.partition(": ") for line in capsys.readouterr().out.splitlines())
    return {name: rest for name, _, rest in told}


def test_names_what_is_not_configured_and_how_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = lines(capsys, application(tmp_path))

    assert list(told.values()) == [f"chưa cấu hình (đặt {channel.switch})" for channel in CHANNELS]
    assert told["Zalo OA"] == "chưa cấu hình (đặt ZALO_OA_APP_ID)"


@pytest.mark.parametrize(
    ("public", "webhook", "expected"),
    [
        pytest.param("", "", "tự hỏi máy chủ", id="polling"),
        pytest.param(
            "https://x.vn/", "https://x.vn/webhook/zalo-bot", "webhook: https://x", id="set"
        ),
        pytest.param("https://x.vn", "", "chưa đặt webhook", id="not set"),
        pytest.param("https://x.vn", "https://y.vn", "set-webhook", id="elsewhere"),
    ],
)
def test_tells_where_a_bot_is_called(
    tmp_path: Path,
    bots: Bots,
    capsys: pytest.CaptureFixture[str],
    public: str,
    webhook: str,
    expected: str,
) -> None:
    bots.webhook = webhook

    told = lines(capsys, with_bot(tmp_path, bots.url, public_url=public))["Zalo Bot"]

    assert told.startswith("kết nối tốt (Bot Dân Biết)")
    assert expected in told


def test_tells_of_telegram_by_its_user_name(
    tmp_path: Path, bots: Bots, capsys: pytest.CaptureFixture[str]
) -> None:
    bots.me = {"username": "DanBietBot"}
    parts = application(tmp_path, telegram_bot_token=TOKEN, telegram_api_url=bots.url)

    assert "(DanBietBot)" in lines(capsys, parts)["Telegram"]


def test_tells_why_a_bot_cannot_be_reached_without_its_token(
    tmp_path: Path, bots: Bots, capsys: pytest.CaptureFixture[str]
) -> None:
    bots.expect("getMe", Refused(401, f"Unauthorized {TOKEN}"))

    told = lines(capsys, with_bot(tmp_path, bots.url))["Zalo Bot"]

    assert "không kết nối được" in told
    assert "401" in told
    assert TOKEN not in told


def test_tells_that_an_account_is_not_logged_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = application(
        tmp_path, zalo_oa_app_id=APP_ID, zalo_oa_app_secret=APP_SECRET, zalo_oa_secret_key=KEY
    )

    assert "danbiet zalo login" in lines(capsys, parts)["Zalo OA"]


def test_names_the_settings_that_an_account_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = lines(capsys, application(tmp_path, zalo_oa_app_id=APP_ID))["Zalo OA"]

    assert "ZALO_OA_APP_SECRET, ZALO_OA_SECRET_KEY" in told


def test_the_same_as_json(tmp_path: Path, bots: Bots, capsys: pytest.CaptureFixture[str]) -> None:
    channels.show(as_json=True, parts=with_bot(tmp_path, bots.url))

    states = {one.pop("channel"): one for one in json.loads(capsys.readouterr().out)}
    assert states["zalo-bot"] == {
        "configured": True,
        "name": "Bot Dân Biết",
        "fault": "",
        "webhook": "",
    }
    assert not states["telegram"]["configured"]


def test_webhooks_need_a_public_address(tmp_path: Path) -> None:
    with pytest.raises(NoPublicUrl, match="PUBLIC_URL"):
        channels.set_webhooks(application(tmp_path))


def test_tells_each_platform_and_names_those_that_would_not_hear(
    capsys: pytest.CaptureFixture[str],
) -> None:
    good = FakeChannel(name="zalo-bot")
    bad = FakeChannel(name="telegram", failures=[ChannelError("token bị từ chối")])
    by_hand = FakeChannel(name="zalo-oa")
    settings = Settings(public_url="https://x.vn")

    with pytest.raises(WebhookNotSet, match="Telegram") as caught:
        asyncio.run(channels.tell([good, bad, by_hand], settings))

    assert "Zalo" not in str(caught.value)
    assert all(channel.closed for channel in (good, bad, by_hand))
    first, second, third = capsys.readouterr().out.splitlines()
    assert first == "Zalo Bot: đã đặt webhook https://x.vn/webhook/zalo-bot"
    assert "token bị từ chối" in second
    assert "developers.zalo.me" in third
    assert third.endswith("https://x.vn/webhook/zalo-oa")
