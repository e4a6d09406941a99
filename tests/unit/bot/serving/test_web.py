from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from bot.channels.base import Message
from bot.serving.health import Health, PartState
from bot.serving.web import AddressTaken, Site, application, listen
from tests.support.conversations.platforms import FakeChannel

RIGHT = {"X-Secret": "right"}


class Desk:
    """Takes messages in; `broken` cannot."""

    def __init__(self, *, broken: bool = False) -> None:
        self.heard: list[str] = []
        self.broken = broken

    async def receive(self, messages: Sequence[Message]) -> None:
        if self.broken:
            raise OSError
        self.heard += [one.text for one in messages]


def client(desk: Desk, health: Health | None = None) -> TestClient:
    channels = [FakeChannel(webhook="/webhook/fake"), FakeChannel(name="polling")]
    site = Site(
        channels,
        desk.receive,
        health or Health(),
        clock=lambda: datetime.now(UTC),
        version=lambda: "7",
        console=PlainTextResponse("trang của cán bộ"),
    )
    return TestClient(application(site), raise_server_exceptions=False)


def test_stores_what_a_platform_brings_before_it_says_so() -> None:
    desk = Desk()

    assert client(desk).post("/webhook/fake", content="xin chào", headers=RIGHT).status_code == 200
    assert desk.heard == ["xin chào"]


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        pytest.param({}, b"x", 403, id="not authentic"),
        pytest.param(RIGHT, b"x" * 2_000_000, 413, id="too large"),
    ],
)
def test_refuses(headers: dict[str, str], body: bytes, status: int) -> None:
    desk = Desk()

    assert client(desk).post("/webhook/fake", content=body, headers=headers).status_code == status
    assert desk.heard == []


def test_lets_the_platform_try_again_when_nothing_can_be_stored() -> None:
    response = client(Desk(broken=True)).post("/webhook/fake", content=b"x", headers=RIGHT)

    assert response.status_code == 500


def test_a_channel_that_polls_has_no_webhook() -> None:
    desk = Desk()
    client(desk).post("/webhook/polling", content=b"x", headers=RIGHT)

    assert desk.heard == []


def test_everything_else_is_the_console() -> None:
    assert client(Desk()).get("/").text == "trang của cán bộ"


def test_tells_whether_every_part_is_up() -> None:
    health = Health()
    health.tell("fake", PartState.LISTENING)
    web = client(Desk(), health)
    assert web.get("/healthz").status_code == 200
    assert web.get("/healthz").json() == {"channels": {"fake": "listening"}, "index": "7"}

    health.tell("fake", PartState.RETRYING, "mất mạng")
    assert web.get("/healthz").status_code == 503


def test_says_when_the_port_is_taken() -> None:
    with listen("127.0.0.1", 0) as taken, pytest.raises(AddressTaken, match="PORT"):
        listen("127.0.0.1", taken.getsockname()[1])
