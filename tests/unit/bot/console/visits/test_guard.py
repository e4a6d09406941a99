"""What surrounds every page."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from bot.console.application import STATIC
from tests.support.console.console import House, Visitor


@pytest.mark.parametrize(
    "path",
    ["/dang-nhap", "/nghi-quyet", "/khong-co", "/static/console.css", "/static/khong-co", "/hong"],
)
def test_every_answer_bears_strict_headers(house: House, path: str) -> None:
    _break(house)
    headers = house.visitor().get(path).headers
    policy = dict(
        one.strip().split(" ", 1) for one in headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"


def test_no_page_holds_script_or_style_of_its_own(admin: Visitor) -> None:
    for path in ("/nghi-quyet", "/nghi-quyet/lang-son-08-2024", "/tai-khoan", "/nhat-ky"):
        told = admin.get(path).text
        assert "<style" not in told
        assert " style=" not in told
        assert told.count("<script") == 1
        assert '<script src="/static/' in told


def test_a_fault_is_told_by_its_number_alone(house: House) -> None:
    _break(house)
    answer = house.visitor().get("/hong")
    kept = (house.office.incidents / "incidents.log").read_text(encoding="utf-8")
    trace_id = kept.splitlines()[0].split()[1]
    assert answer.status_code == 500
    assert trace_id in answer.text
    assert "hỏng hẳn" not in answer.text
    assert "hỏng hẳn" in kept


def test_a_call_that_is_too_large_is_refused(anyone: Visitor) -> None:
    csrf = anyone.csrf()
    answer = anyone.client.post("/dang-nhap", data={"csrf": csrf, "ten": "x" * 5_000_000})
    assert answer.status_code == 413
    assert "quá lớn" in answer.text


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        pytest.param("/khong-co", 404, "Không tìm thấy trang", id="unknown"),
        pytest.param("/nghi-quyet/khong-co", 404, "Không tìm thấy trang", id="unknown document"),
        pytest.param("/dang-xuat", 405, "Không làm được như vậy", id="other method"),
    ],
)
def test_a_refusal_is_in_vietnamese(officer: Visitor, path: str, status: int, told: str) -> None:
    answer = officer.get(path)
    assert answer.status_code == status
    assert told in answer.text


def test_a_body_that_is_no_form_is_refused(anyone: Visitor) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    assert anyone.client.post("/dang-nhap", content=b"\x00" * 50, headers=headers).is_client_error


@pytest.mark.parametrize(
    "path",
    [
        "/static/../application.py",
        "/static/%2e%2e/application.py",
        "/static/..%2fapplication.py",
        "/static/%2e%2e%2f%2e%2e%2f%2e%2e%2fpyproject.toml",
        "/static/..%5capplication.py",
        "/static//etc/passwd",
        "/static/%00",
        "/static/",
        "/static",
    ],
)
def test_nothing_but_the_static_files_is_given_out(house: House, path: str) -> None:
    answer = TestClient(house.app).get(path)
    assert answer.status_code == 404
    assert "import" not in answer.text


def test_the_schema_is_told_to_nobody(admin: Visitor) -> None:
    for path in ("/openapi.json", "/docs", "/redoc"):
        assert admin.get(path).status_code == 404


def test_what_others_wrote_is_vendored_with_its_licence() -> None:
    names = {file.name for file in STATIC.rglob("*")}
    foreign = {name.split("-")[0] for name in names if name.endswith(".min.js")}
    assert "htmx" in foreign
    assert {f"{name}-LICENSE.txt" for name in foreign} <= names


def _break(house: House) -> None:
    def broken() -> None:
        message = "hỏng hẳn"
        raise RuntimeError(message)

    house.app.add_api_route("/hong", broken)
