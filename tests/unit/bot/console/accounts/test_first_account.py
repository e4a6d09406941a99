"""The first account."""

from __future__ import annotations

from bot.store.values import Role
from tests.support.console.console import PASSWORD, House


def test_the_link_makes_one_admin_and_signs_them_in(new_house: House) -> None:
    link, visitor = new_house.office.first_link(), new_house.visitor()
    assert link
    answer = visitor.post(link, form=link, ten="Minh", mat_khau=PASSWORD, lai=PASSWORD)
    assert answer.status_code == 303
    assert [(one.name, one.role) for one in new_house.office.store.accounts.every()] == [
        ("Minh", Role.ADMIN)
    ]
    assert visitor.get("/tai-khoan").status_code == 200
    actions = [entry.action for entry in new_house.office.audit.entries(10)]
    assert actions == ["login", "first_account"]


def test_the_link_leads_nowhere_once_there_is_an_account(new_house: House) -> None:
    link, visitor = new_house.office.first_link() or "", new_house.visitor()
    csrf = visitor.csrf(link)
    new_house.open_to("Minh", Role.ADMIN)
    fields = {"csrf": csrf, "ten": "Kẻ lạ", "mat_khau": PASSWORD, "lai": PASSWORD}
    assert visitor.get(link).status_code == 404
    assert visitor.client.post(link, data=fields).status_code == 404
    assert new_house.office.first_link() is None


def test_another_link_leads_nowhere(new_house: House) -> None:
    visitor = new_house.visitor()
    for token in ("x", "đ", new_house.office.invitation[:-1]):
        assert visitor.get(f"/thiet-lap/{token}").status_code == 404


def test_a_name_and_a_password_are_needed(new_house: House) -> None:
    link = new_house.office.first_link() or ""
    visitor = new_house.visitor()
    answer = visitor.post(link, form=link, ten=" ", mat_khau="ngắn", lai="ngắn")
    assert answer.status_code == 422
    assert "ít nhất 10 ký tự" in answer.text
    assert "Tên cần từ 1 đến 64 ký tự" in answer.text
    assert new_house.office.store.accounts.every() == ()


def test_what_shows_an_office_shows_no_invitation(new_house: House) -> None:
    assert new_house.office.invitation not in repr(new_house.office)
