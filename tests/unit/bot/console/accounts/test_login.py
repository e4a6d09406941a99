"""Signing in and out."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.console.accounts.login import Doorkeeper
from bot.store.accounts.sessions import IDLE, LONGEST
from tests.support.console.console import ADMIN, PASSWORD, STAFF, House, Visitor


def test_who_knows_the_password_gets_in(anyone: Visitor) -> None:
    answer = anyone.log_in(STAFF, tiep="/nghi-quyet?tim=loa")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/nghi-quyet?tim=loa"
    assert anyone.get("/nghi-quyet").status_code == 200


def test_signing_in_leads_to_where_one_wanted_to_go(anyone: Visitor) -> None:
    sent_away = anyone.get("/nghi-quyet?tim=nhà văn hóa")
    assert 'value="/nghi-quyet?tim=nh%C3%A0%20v%C4%83n%20h%C3%B3a"' in (
        anyone.get(sent_away.headers["location"]).text
    )


@pytest.mark.parametrize(
    ("name", "password"),
    [
        pytest.param(STAFF, "sai mật khẩu rồi", id="wrong password"),
        pytest.param("Không ai", PASSWORD, id="unknown name"),
        pytest.param("", "", id="empty"),
        pytest.param("x" * 1000, "y" * 1000, id="endless"),
        pytest.param("' OR 1=1 --", "' OR 1=1 --", id="SQL"),
        pytest.param("<script>alert(1)</script>", "x", id="markup"),
    ],
)
def test_all_others_get_the_same_answer(anyone: Visitor, name: str, password: str) -> None:
    answer = anyone.log_in(name, password)
    assert answer.status_code == 422
    assert "Tên hoặc mật khẩu chưa đúng" in answer.text
    assert name not in answer.text or not name or name == STAFF
    assert anyone.get("/nghi-quyet").status_code == 303


def test_a_name_counts_however_its_letters_are_composed(house: House, anyone: Visitor) -> None:
    house.open_to("Hòa", house.office.store.accounts.every()[0].role)
    assert anyone.log_in(" Ho\u0300a ").status_code == 303


def test_a_session_begins_with_a_token_that_nobody_could_know(anyone: Visitor) -> None:
    anyone.get("/dang-nhap")
    planted = anyone.token
    anyone.log_in(STAFF)
    assert anyone.token != planted
    anyone.client.cookies.clear()
    anyone.client.cookies.set("danbiet", planted or "")
    assert anyone.get("/nghi-quyet").status_code == 303


def test_signing_in_anew_ends_the_session_before(house: House, anyone: Visitor) -> None:
    csrf = anyone.csrf()
    anyone.log_in(STAFF)
    before = anyone.token or ""
    csrf = anyone.csrf("/mat-khau")
    fields = {"csrf": csrf, "ten": ADMIN, "mat_khau": PASSWORD}
    assert anyone.client.post("/dang-nhap", data=fields).status_code == 303
    assert house.office.sessions.account(before, house.clock()) is None


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/nghi-quyet\r\nSet-Cookie: a=b",
        "nghi-quyet",
        "",
    ],
)
def test_signing_in_leads_nowhere_else(anyone: Visitor, target: str) -> None:
    assert anyone.log_in(STAFF, tiep=target).headers["location"] == "/"
    assert anyone.client.get("/dang-nhap", params={"tiep": target}).headers["location"] == "/"


@pytest.mark.parametrize("name", [STAFF, "Không ai"])
def test_a_password_cannot_be_guessed_for_long(house: House, anyone: Visitor, name: str) -> None:
    for number in range(9):
        assert house.app.state.doorkeeper.lets_try(name, f"address {number}", house.clock())
    assert anyone.log_in(name, "đoán mò thôi").status_code == 422
    answer = anyone.log_in(name, PASSWORD)
    assert answer.status_code == 429
    assert "chờ 15 phút" in answer.text
    house.clock.move(timedelta(minutes=15))
    assert anyone.log_in(name, PASSWORD).status_code == (303 if name == STAFF else 422)


def test_one_address_cannot_try_many_names(house: House) -> None:
    doorkeeper = Doorkeeper()
    let = [doorkeeper.lets_try(f"name {one}", "address", house.clock()) for one in range(51)]
    assert let == [True] * 50 + [False]
    assert doorkeeper.lets_try("name", "another address", house.clock())


def test_the_cookie_is_out_of_reach(anyone: Visitor) -> None:
    told = anyone.log_in(STAFF).headers["set-cookie"].lower()
    assert "httponly" in told
    assert "samesite=strict" in told
    assert "path=/" in told
    assert "secure" not in told


def test_the_cookie_travels_only_encrypted_where_that_is_configured(secure_house: House) -> None:
    answer = secure_house.visitor().get("/dang-nhap")
    assert "secure" in answer.headers["set-cookie"].lower()
    assert answer.headers["strict-transport-security"] == "max-age=31536000"


def test_signing_out_ends_the_session(house: House, officer: Visitor) -> None:
    token = officer.token or ""
    assert officer.post("/dang-xuat").headers["location"] == "/dang-nhap"
    assert house.office.sessions.account(token, house.clock()) is None


def test_a_session_ends_when_nothing_comes_for_a_while(house: House, officer: Visitor) -> None:
    house.clock.move(IDLE - timedelta(seconds=1))
    assert officer.get("/nghi-quyet").status_code == 200
    house.clock.move(IDLE - timedelta(seconds=1))
    assert officer.get("/nghi-quyet").status_code == 200
    house.clock.move(IDLE)
    assert officer.get("/nghi-quyet").status_code == 303


def test_a_session_ends_some_day_whatever_comes(house: House, officer: Visitor) -> None:
    step = timedelta(minutes=20)
    for _ in range(LONGEST // step - 1):
        house.clock.move(step)
        assert officer.get("/nghi-quyet").status_code == 200
    house.clock.move(step)
    assert officer.get("/nghi-quyet").status_code == 303


def test_the_log_names_no_name_that_has_no_account(house: House, anyone: Visitor) -> None:
    anyone.log_in("mật khẩu gõ nhầm ô", "x")
    anyone.log_in(STAFF, "x")
    told = [(entry.action, entry.about) for entry in house.office.audit.entries(10)]
    assert told == [("login_failed", STAFF), ("login_failed", "")]
