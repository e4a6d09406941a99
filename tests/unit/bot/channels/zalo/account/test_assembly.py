from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.base import Call
from bot.channels.zalo.account.assembly import make_account, missing_for_account
from bot.config import BadSetting, Settings, read_settings
from tests.servers.zalo_oa import APP_ID, APP_SECRET, KEY, signed, text_event
from tests.support.conversations.channels import NOW
from tests.support.conversations.fake_zalo import MemoryVault

pytestmark = pytest.mark.anyio
BODY = text_event("Ai giám sát?", NOW)


def settings(folder: Path, **more: object) -> Settings:
    facts = {
        "data_dir": folder,
        "zalo_oa_app_id": APP_ID,
        "zalo_oa_secret_key": KEY,
        "zalo_oa_app_secret": APP_SECRET,
    }
    return Settings.model_validate({**facts, **more})


def stamped(stamp: str) -> dict[str, str]:
    mac = hashlib.sha256(APP_ID.encode() + BODY + stamp.encode() + KEY.encode()).hexdigest()
    return {"x-zevent-signature": f"mac={mac}", "x-stamp": stamp}


@pytest.mark.parametrize(
    ("more", "headers", "late", "status"),
    [
        pytest.param({}, signed(BODY), 119, 200, id="by default the account's key and the body"),
        pytest.param({}, signed(BODY, APP_SECRET), 0, 403, id="not the app's"),
        pytest.param(
            {"zalo_oa_signing_key": "app"}, signed(BODY, APP_SECRET), 0, 200, id="the app's key"
        ),
        pytest.param({"zalo_oa_replay_minutes": 5}, signed(BODY), 6, 403, id="a narrow window"),
        pytest.param(
            {"zalo_oa_timestamp_header": "X-Stamp"},
            stamped(str(int(NOW.timestamp() * 1000) + 1)),
            0,
            200,
            id="a timestamp in a header",
        ),
    ],
)
async def test_calls_are_checked_as_the_settings_say(
    tmp_path: Path, more: dict[str, object], headers: dict[str, str], late: int, status: int
) -> None:
    channel = make_account(settings(tmp_path, **more), MemoryVault(), tmp_path)

    verdict = await channel.accept(Call(headers, BODY, NOW + timedelta(minutes=late)))

    assert verdict.status == status


def test_answers_go_out_as_long_as_they_cost_nothing(tmp_path: Path) -> None:
    assert make_account(settings(tmp_path), MemoryVault(), tmp_path).abilities.window == timedelta(
        hours=48
    )


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ({}, ()),
        ({"zalo_oa_secret_key": ""}, ("ZALO_OA_SECRET_KEY",)),
        ({"zalo_oa_secret_key": "", "zalo_oa_signing_key": "app"}, ()),
        ({"zalo_oa_app_secret": ""}, ("ZALO_OA_APP_SECRET",)),
    ],
)
def test_names_the_settings_that_are_missing(
    tmp_path: Path, more: dict[str, object], missing: tuple[str, ...]
) -> None:
    assert missing_for_account(settings(tmp_path, **more)) == missing


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ZALO_OA_SIGNING_KEY", "none"),
        ("ZALO_OA_BUTTONS", "red"),
        ("ZALO_OA_WINDOW_HOURS", "169"),
        ("ZALO_OA_REPLAY_MINUTES", "0"),
    ],
)
def test_settings_that_would_weaken_or_break_it_are_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(BadSetting, match=name):
        read_settings()
