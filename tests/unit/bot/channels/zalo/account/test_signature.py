"""The vectors were computed by hand: printf '%s' "$APP$BODY$STAMP$KEY" | sha256sum."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.base import Call
from bot.channels.zalo.account.signature import Signature
from tests.support.conversations.fake_zalo import FakeZaloAccount

pytestmark = pytest.mark.anyio

APP, KEY = "1000000000000000001", "khoa-bi-mat"
STAMP = "1782891000000"
SENT = datetime(2026, 7, 1, 7, 30, tzinfo=UTC)
BODY = (
    '{"app_id":"1000000000000000001","sender":{"id":"42"},"event_name":"user_send_text",'
    '"message":{"text":"Ai giám sát?","msg_id":"m1"},"timestamp":"1782891000000"}'
).encode()
BY_ACCOUNT = "1a39f892a3bcd1df867e7dd6a6e153cf22fe451e6f43c575231f0515ba218d00"
BY_APP = "03b8a3f6834edeb10607d4b9ac154b934145f53582d59b73463f7545eca3499f"
BY_HEADER = "b7a961785f0d3f4b3d99328f1ecb4c6fc24a39ad906aeb54086c149cb253fbf1"


def headers(mac: str, **more: str) -> Mapping[str, str]:
    return {"x-zevent-signature": f"mac={mac}", **more}


ACCOUNT = Signature(APP, KEY)


@pytest.mark.parametrize(
    ("signature", "call"),
    [
        pytest.param(ACCOUNT, Call(headers(BY_ACCOUNT), BODY, SENT), id="as documented"),
        pytest.param(ACCOUNT, Call(headers(BY_ACCOUNT.upper()), BODY, SENT), id="capitals"),
        pytest.param(
            ACCOUNT,
            Call({"x-zevent-signature": BY_ACCOUNT}, BODY, SENT),
            id="without the prefix",
        ),
        pytest.param(
            ACCOUNT,
            Call(headers(BY_ACCOUNT), BODY, SENT + timedelta(minutes=111)),
            id="the last of the retries",
        ),
        pytest.param(
            Signature(APP, "khoa-ung-dung"), Call(headers(BY_APP), BODY, SENT), id="another key"
        ),
        pytest.param(
            Signature(APP, KEY, timestamp_header="X-Stamp"),
            Call({**headers(BY_HEADER), "x-stamp": "1782891000001"}, BODY, SENT),
            id="timestamp in a header",
        ),
    ],
)
def test_knows_genuine_calls(signature: Signature, call: Call) -> None:
    assert signature.fault(call) is None


FORGED = [
    pytest.param(ACCOUNT, Call(headers(BY_APP), BODY, SENT), "chữ ký sai", id="wrong key"),
    pytest.param(
        ACCOUNT,
        Call(headers(BY_ACCOUNT), BODY.replace(b"Ai", b"Em"), SENT),
        "chữ ký sai",
        id="altered body",
    ),
    pytest.param(
        ACCOUNT,
        Call(headers(BY_ACCOUNT), BODY + b" ", SENT),
        "chữ ký sai",
        id="the same JSON in other bytes",
    ),
    pytest.param(
        ACCOUNT,
        Call(headers(BY_ACCOUNT), BODY, SENT + timedelta(minutes=121)),
        "quá xa giờ",
        id="replayed",
    ),
    pytest.param(
        ACCOUNT,
        Call(headers(BY_ACCOUNT), BODY, SENT - timedelta(minutes=121)),
        "quá xa giờ",
        id="from the future",
    ),
    pytest.param(ACCOUNT, Call({}, BODY, SENT), "thiếu chữ ký", id="missing header"),
    pytest.param(
        ACCOUNT, Call({"x-zevent-signature": "mac="}, BODY, SENT), "thiếu chữ ký", id="empty header"
    ),
    pytest.param(
        ACCOUNT,
        Call(headers("é" * 64), BODY, SENT),
        "chữ ký sai",
        id="no hexadecimal",
    ),
    pytest.param(
        ACCOUNT,
        Call(headers(BY_ACCOUNT), b"{}x", SENT),
        "thiếu thời điểm",
        id="no JSON",
    ),
    pytest.param(
        ACCOUNT,
        Call(headers(BY_ACCOUNT), b"[" * 50_000, SENT),
        "thiếu thời điểm",
        id="JSON without bottom",
    ),
    pytest.param(
        ACCOUNT, Call(headers(BY_ACCOUNT), b'{"a":1}', SENT), "thiếu thời điểm", id="no timestamp"
    ),
    pytest.param(
        Signature(APP, ""), Call(headers(BY_ACCOUNT), BODY, SENT), "chưa có khóa", id="no key set"
    ),
    pytest.param(
        Signature(APP, KEY, timestamp_header="x-stamp"),
        Call(headers(BY_ACCOUNT), BODY, SENT),
        "thiếu thời điểm",
        id="timestamp only in the body",
    ),
]


@pytest.mark.parametrize(("signature", "call", "why"), FORGED)
async def test_refuses_forged_calls_and_logs_them_once(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    signature: Signature,
    call: Call,
    why: str,
) -> None:
    caplog.set_level(logging.INFO)
    fake = FakeZaloAccount(tmp_path)
    fake.url = "http://127.0.0.1:1"
    channel = fake.channel(signature=signature)

    verdicts = [await channel.accept(call), await channel.accept(call)]

    assert [(one.status, one.messages) for one in verdicts] == [(403, ()), (403, ())]
    [line] = caplog.messages
    assert why in line
    assert "Ai giám sát" not in line


async def test_logs_refused_calls_again_after_a_minute(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    fake = FakeZaloAccount(tmp_path)
    fake.url = "http://127.0.0.1:1"
    channel = fake.channel(signature=ACCOUNT)

    for seconds in (0, 30, 59, 60, 90):
        await channel.accept(Call({}, BODY, SENT + timedelta(seconds=seconds)))

    assert len(caplog.messages) == 2
