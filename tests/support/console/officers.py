"""An officer who answers residents from the console of a service that runs."""

from __future__ import annotations

import html
import re
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import httpx

from bot.store.accounts.passwords import hash_password
from bot.store.keys.key import SecretKey
from bot.store.store import Store
from bot.store.values import Account, Role
from tests.support.console.console import PASSWORD, STAFF
from tests.support.conversations.residents import Resident, Shown
from tests.support.running.waiting import until

_CSRF = re.compile(r'name="csrf" value="([0-9a-f]{64})"')
_CASE = re.compile(r'<a href="(/hop-thu/\d+)">')
_WAITING = re.compile(r'name="cho" value="([^"]+)"')
ANSWERED = "Bà con đến phòng văn hóa, thứ ba và thứ năm nhé."
QUESTION = "Ở Lạng Sơn, người dân giám sát công trình của xã thế nào?"
ANSWER = "HĐND tỉnh Lạng Sơn; có hiệu lực từ ngày 05/8/2024"
PASSED_ON = "Tôi đã chuyển lời Bạn cho cán bộ"


def employ(data: Path) -> None:
    """Make the account of an officer in the data folder `data`."""
    with closing(Store.open(f"sqlite:///{data}/danbiet.sqlite", SecretKey.of("", data))) as store:
        account = Account(STAFF, Role.STAFF, datetime.now(UTC))
        store.accounts.add(account, hash_password(PASSWORD))


class Officer:
    """Signed in from `with` to its end."""

    def __init__(self, url: str) -> None:
        self._client = httpx.Client(base_url=url, timeout=30)

    def __enter__(self) -> Self:
        sent = {"csrf": self._csrf("/dang-nhap"), "ten": STAFF, "mat_khau": PASSWORD}
        assert self._client.post("/dang-nhap", data=sent).status_code == 303
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def list(self) -> str:
        """Return the page with the cases that are open."""
        return self._page("/hop-thu")

    def newest(self) -> str:
        """Return the path of the case on top of the list."""
        found = _CASE.search(self.list())
        assert found, self.list()
        return found[1]

    def reads(self, case: str) -> str:
        """Return the page of the case."""
        return html.unescape(self._page(case))

    def answers(self, case: str, text: str) -> None:
        """Send `text` to all who wait in the case."""
        waiting = _WAITING.findall(self._page(case))
        assert waiting, self.reads(case)
        sent = {"csrf": self._csrf(case), "cho": waiting, "loi": text, "ky_ten": "cán bộ xã"}
        assert self._client.post(f"{case}/tra-loi", data=sent).status_code == 303

    def _csrf(self, path: str) -> str:
        found = _CSRF.search(self._page(path))
        assert found, path
        return found[1]

    def _page(self, path: str) -> str:
        page = self._client.get(path)
        assert page.status_code == 200, path
        return page.text


def hand_over(one: Resident, officer: Officer) -> str:
    """Let a resident ask, and want an officer; return the path of the case."""
    one.says(QUESTION)
    assert ANSWER in one.reads()[0].text
    one.presses("Hỏi cán bộ")
    assert "đã chuyển câu hỏi này cho cán bộ" in one.reads()[0].text
    return officer.newest()


def has_answered(officer: Officer, case: str, one: Resident) -> Shown:
    """Let an officer answer; return what the resident reads, once the service knows they do."""
    officer.answers(case, ANSWERED)
    (shown,) = one.reads()
    assert ANSWERED in shown.text
    until(lambda: "Đang chờ gửi" not in officer.reads(case), 30, lambda: officer.reads(case))
    return shown


def talk_with_an_officer(one: Resident, officer: Officer) -> None:
    """Write to and fro with an officer, then go back to the bot."""
    case = hand_over(one, officer)
    shown = has_answered(officer, case, one)
    assert "Nhắn lại cán bộ" in shown.whole
    assert "Hỏi Dân Biết" in shown.whole
    assert case not in officer.list()

    words = "Thế buổi chiều phòng có mở cửa không ạ?"
    one.says(words)
    assert PASSED_ON in one.reads()[0].text
    assert officer.newest() == case
    assert f"Mới nhắn lại:</strong> {words}" in officer.list()
    told = officer.reads(case)
    assert told.index(QUESTION) < told.index(ANSWERED) < told.index(words)
    shown = has_answered(officer, case, one)
    assert shown.text.startswith(f"Bạn đã nhắn: “{words}”")

    one.says(QUESTION)
    assert PASSED_ON in one.reads()[0].text
    one.presses("Hỏi Dân Biết")
    assert ANSWER in one.reads()[0].text
    one.says(QUESTION)
    assert ANSWER in one.reads()[0].text
