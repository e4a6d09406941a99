"""The page of what was done."""

from __future__ import annotations

import re

from bot.store.accounts.audit import StaffAction
from prompts.render import page
from tests.support.console.console import ADMIN, STAFF, House, Visitor


def test_what_an_admin_does_is_told_with_name_and_time(house: House, admin: Visitor) -> None:
    admin.post("/tai-khoan/vai-tro", ten=STAFF, vai_tro="quan_tri")
    told = admin.get("/nhat-ky").text
    assert "Đổi vai trò" in told
    assert "10:00 ngày 22/11/2026" in told
    (entry,) = house.office.audit.entries(10)
    assert (entry.who, entry.action, entry.about) == (ADMIN, "role_changed", STAFF)


def test_the_log_is_turned_page_by_page(house: House, admin: Visitor) -> None:
    for number in range(120):
        house.office.audit.note(STAFF, StaffAction.LOGIN, house.clock(), f"lần {number}")
    seen: list[str] = []
    path: str | None = "/nhat-ky"
    while path:
        told = admin.get(path).text
        seen += re.findall(r"lần (\d+)<", told)
        older = re.search(r'href="(/nhat-ky\?truoc=\d+)" rel="next"', told)
        path = older[1] if older else None
    assert seen == [str(number) for number in reversed(range(120))]


def test_a_page_that_is_no_number_is_refused_in_vietnamese(admin: Visitor) -> None:
    for asked in ("x", "0", "-1", str(2**70)):
        answer = admin.get(f"/nhat-ky?truoc={asked}")
        assert answer.status_code == 422
        assert "Dữ liệu gửi lên chưa đúng" in answer.text


def test_every_action_has_its_words() -> None:
    for action in StaffAction:
        assert page("console/accounts/action", action=action)
        assert page("console/visits/done", action=action).endswith(".")
