"""The page of the accounts, and one's own password."""

from __future__ import annotations

import pytest

from bot.console.accounts.credentials import CredentialFault
from bot.store.values import Role
from prompts.render import page
from tests.support.console.console import ADMIN, PASSWORD, STAFF, House, Visitor

NEW = "mật khẩu mới tinh"


def _roles(house: House) -> dict[str, Role]:
    return {one.name: one.role for one in house.office.store.accounts.every()}


def test_an_admin_adds_an_account(house: House, admin: Visitor) -> None:
    fields = {"ten": "Hòa", "vai_tro": "can_bo", "mat_khau": NEW, "lai": NEW}
    answer = admin.post("/tai-khoan", **fields)
    assert answer.headers["location"] == "/tai-khoan"
    assert "Đã thêm tài khoản." in admin.get("/tai-khoan").text
    assert "Đã thêm tài khoản." not in admin.get("/tai-khoan").text
    assert _roles(house)["Hòa"] is Role.STAFF
    assert house.visitor().log_in("Hòa", NEW).status_code == 303


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({"ten": ""}, "Tên cần từ 1 đến 64 ký tự", id="no name"),
        pytest.param({"ten": "x" * 65}, "Tên cần từ 1 đến 64 ký tự", id="long name"),
        pytest.param({"ten": "a\nb"}, "Tên cần từ 1 đến 64 ký tự", id="two lines"),
        pytest.param({"ten": STAFF}, "Đã có tài khoản mang tên này", id="taken"),
        pytest.param({"vai_tro": "vua"}, "Bạn chọn vai trò", id="unknown role"),
        pytest.param({"mat_khau": "ngắn"}, "ít nhất 10 ký tự", id="short"),
        pytest.param({"mat_khau": "x" * 201}, "nhiều nhất 200 ký tự", id="long"),
        pytest.param({"lai": "khác"}, "chưa giống nhau", id="differs"),
    ],
)
def test_an_account_that_cannot_be_is_refused(
    house: House, admin: Visitor, changed: dict[str, str], told: str
) -> None:
    before = _roles(house)
    fields = {"ten": "Hòa", "vai_tro": "can_bo", "mat_khau": NEW, "lai": NEW, **changed}
    answer = admin.post("/tai-khoan", **fields)
    assert answer.status_code == 422
    assert told in answer.text
    assert NEW not in answer.text
    assert _roles(house) == before


def test_a_name_is_never_markup(house: House, admin: Visitor) -> None:
    name = "<script>alert(1)</script>"
    house.open_to(name, Role.STAFF)
    for path in ("/tai-khoan", f"/tai-khoan/sua?ten={name}"):
        told = admin.get(path).text
        assert "&lt;script&gt;alert(1)" in told
        assert name not in told


def test_a_removed_account_is_out_at_once(house: House, admin: Visitor, officer: Visitor) -> None:
    assert admin.post("/tai-khoan/xoa", ten=STAFF).status_code == 422
    assert admin.post("/tai-khoan/xoa", ten=STAFF, chac_chan="1").status_code == 303
    assert officer.get("/nghi-quyet").status_code == 303
    assert _roles(house) == {ADMIN: Role.ADMIN}


def test_a_reset_password_ends_sessions(house: House, admin: Visitor, officer: Visitor) -> None:
    answer = admin.post("/tai-khoan/mat-khau", ten=STAFF, mat_khau=NEW, lai=NEW)
    assert answer.headers["location"] == "/tai-khoan/sua?ten=Lan"
    assert officer.get("/nghi-quyet").status_code == 303
    assert house.visitor().log_in(STAFF, PASSWORD).status_code == 422
    assert house.visitor().log_in(STAFF, NEW).status_code == 303


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        pytest.param("/tai-khoan/xoa", {"chac_chan": "1"}, id="removed"),
        pytest.param("/tai-khoan/vai-tro", {"vai_tro": "can_bo"}, id="made an officer"),
    ],
)
def test_nobody_shuts_themselves_out(
    house: House, admin: Visitor, path: str, fields: dict[str, str]
) -> None:
    answer = admin.post(path, ten=ADMIN, **fields)
    assert answer.status_code == 422
    assert _roles(house)[ADMIN] is Role.ADMIN


@pytest.mark.parametrize("path", ["/tai-khoan/xoa", "/tai-khoan/vai-tro", "/tai-khoan/mat-khau"])
def test_an_account_that_is_not_there_is_not_found(admin: Visitor, path: str) -> None:
    fields = {"vai_tro": "can_bo", "chac_chan": "1", "mat_khau": NEW, "lai": NEW}
    assert admin.post(path, ten="Không ai", **fields).status_code == 404


def test_everyone_changes_their_own_password(house: House, officer: Visitor) -> None:
    elsewhere = house.visitor(STAFF)
    answer = officer.post("/mat-khau", cu=PASSWORD, mat_khau=NEW, lai=NEW)
    assert answer.status_code == 303
    assert officer.get("/mat-khau").status_code == 200
    assert elsewhere.get("/mat-khau").status_code == 303
    assert house.visitor().log_in(STAFF, NEW).status_code == 303


def test_the_old_password_is_needed_and_cannot_be_guessed(house: House, officer: Visitor) -> None:
    answer = officer.post("/mat-khau", cu="đoán", mat_khau=NEW, lai=NEW)
    assert "Mật khẩu hiện tại chưa đúng" in answer.text
    for number in range(9):
        house.app.state.doorkeeper.lets_try(STAFF, f"address {number}", house.clock())
    answer = officer.post("/mat-khau", cu=PASSWORD, mat_khau=NEW, lai=NEW)
    assert answer.status_code == 422
    assert "Đã thử quá nhiều lần" in answer.text


def test_every_fault_has_its_words() -> None:
    for fault in CredentialFault:
        assert page("console/fault", fault=fault).endswith(".")
