"""`danbiet serve` in processes of its own: what it says of itself, and how it begins and ends."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.servers.telegram import Telegram, telegram
from tests.support.documents.documents import CLEAN
from tests.support.running.danbiet import run
from tests.support.running.serving import Serving
from tests.support.running.waiting import until


@pytest.fixture
def platform(tmp_path: Path) -> Iterator[Telegram]:
    folder = tmp_path / "telegram"
    folder.mkdir()
    with telegram(folder) as running:
        yield running


def test_without_a_channel_the_staff_find_their_pages_and_a_way_in(own_data: Path) -> None:
    with Serving(own_data, {}) as serving:
        until(lambda: "/thiet-lap/" in serving.log, 30, lambda: serving.log)
        link = re.search(rf"{re.escape(serving.url)}/thiet-lap/\S+", serving.log)
        assert link
        welcome = httpx.get(link.group())
        arrival = httpx.get(serving.url, follow_redirects=True)

    assert welcome.status_code == 200
    assert arrival.url.path == "/dang-nhap"


def test_a_library_that_cannot_be_read_leaves_the_last_index_serving(own_data: Path) -> None:
    added = own_data / "resolutions"
    added.mkdir()
    (added / "an-giang-12-2025.txt").write_text(CLEAN, encoding="utf-8")
    (added / "an-giang-12-2025.corrections.toml").write_text("[number", encoding="utf-8")
    with Serving(own_data, {}) as serving:
        assert "Vẫn dùng chỉ mục số" in serving.log
        assert httpx.get(f"{serving.url}/dang-nhap").status_code == 200
        assert serving.terminate() == 0


def test_says_what_each_channel_does_and_ends_when_told(platform: Telegram, own_data: Path) -> None:
    with Serving(own_data, platform.settings, installed=True) as serving:
        told = httpx.get(f"{serving.url}/healthz").json()
        status = serving.terminate()

    assert told["channels"] == {"telegram": "listening"}
    assert status == 0
    lines = [line for line in serving.log.splitlines() if "Telegram: đang nhận tin" in line]
    assert len(lines) == 1
    assert "@crabline_bot" in lines[0]


def test_a_channel_that_is_refused_stops_and_says_what_to_mend(
    platform: Telegram, own_data: Path
) -> None:
    serving = Serving(own_data, platform.settings | {"TELEGRAM_BOT_TOKEN": "1:known-to-nobody"})
    serving.start(wait=False)
    try:
        until(lambda: "TELEGRAM_BOT_TOKEN" in serving.log, 60, lambda: serving.log)
        told = httpx.get(f"{serving.url}/healthz")
    finally:
        serving.kill()

    assert told.status_code == 503
    assert told.json()["channels"] == {"telegram": "stopped"}
    assert "known-to-nobody" not in serving.log


def test_a_port_that_is_taken_is_named(platform: Telegram, own_data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        told = run("serve", data=own_data, settings=platform.settings | {"PORT": port})
    assert told.returncode == 1
    assert f"Không mở được cổng {port}" in told.stderr
