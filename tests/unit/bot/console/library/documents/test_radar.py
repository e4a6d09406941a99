"""The page of what deserves a look."""

from __future__ import annotations

import re
from pathlib import Path

from bot.store.store import Store
from tests.support.console.console import STAFF, Visitor, house_over
from tests.support.documents.documents import CLEAN, NINH_BINH, successor

OF_OLD = "Nghị quyết số 12/2025/NQ-HĐND"


def told(visitor: Visitor) -> str:
    """Return the words of the page."""
    page = visitor.get("/ra-soat")
    assert page.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", "", page.text).split())


def over(store: Store, folder: Path, **texts: str) -> Visitor:
    return house_over(store, folder, **texts).visitor(STAFF)


def test_a_serious_fault_is_told_with_a_link_to_its_document(officer: Visitor) -> None:
    page = officer.get("/ra-soat").text

    assert "Bản sao có lỗi nghiêm trọng" in page
    assert f'href="/nghi-quyet/{NINH_BINH}"' in page
    assert "“干涉”" in page


def test_a_changed_provision_is_linked_and_so_is_what_changes_it(
    store: Store, tmp_path: Path
) -> None:
    new = successor(f"Bãi bỏ khoản 1 Điều 4 {OF_OLD}.")
    page = over(store, tmp_path, old=CLEAN, new=new).get("/ra-soat").text

    assert "Có điều khoản bị sửa đổi, bãi bỏ" in page
    assert 'href="/nghi-quyet/old?vi-tri=dieu-4-khoan-1#dieu-4-khoan-1"' in page
    assert 'href="/nghi-quyet/new?vi-tri=dieu-3-khoan-1#dieu-3-khoan-1"' in page


def test_of_many_faults_of_one_copy_only_some_are_told(store: Store, tmp_path: Path) -> None:
    lines = CLEAN.splitlines()
    faulty = "\n".join(f"干涉 {line}" if line.endswith((";", ".")) else line for line in lines)
    words = told(over(store, tmp_path, faulty=faulty))

    assert words.count("Bản sao có lỗi nghiêm trọng, dòng") == 10
    assert re.search(r"Và \d+ chỗ nữa", words)


def test_nothing_to_look_at_is_said_so(store: Store, tmp_path: Path) -> None:
    assert "Không có văn bản nào cần xem lại." in told(over(store, tmp_path, own=CLEAN))


def test_places_without_a_resolution_are_named_by_province_and_former_province(
    officer: Visitor,
) -> None:
    words = told(officer)

    assert "3.141 trong 3.321 xã, phường, đặc khu chưa có nghị quyết của nơi mình" in words
    assert "tỉnh Ninh Bình 129 89 Xem tên" in words
    assert "tỉnh Hà Nam cũ (32/33): " in words
    assert "tỉnh Lạng Sơn 65 0 Nơi nào cũng đã có." in words
    assert "tỉnh An Giang 102 102 Xem tên" in words
    assert "phường Phủ Lý" in words
    assert "phường Kim Thanh" not in words


def test_a_correction_shows_as_soon_as_it_is_written(store: Store, tmp_path: Path) -> None:
    visitor = over(store, tmp_path, own=CLEAN.replace("Số: 12/2025/NQ-HĐND", ""))
    assert "Chưa biết số văn bản." in told(visitor)

    corrections = tmp_path / "sources" / "own.corrections.toml"
    corrections.write_text('[number]\nreason = "Bản gốc để trống."\n', encoding="utf-8")
    assert "Chưa biết số văn bản." not in told(visitor)


def test_an_admin_mends_a_fault_from_here_and_an_officer_tells_one(
    officer: Visitor, admin: Visitor
) -> None:
    button = f'name="ma" value="{NINH_BINH}"'
    shown = admin.get("/ra-soat").text
    assert button in shown
    assert 'href="/van-ban-moi">thay bản này</a>' in shown
    assert button not in officer.get("/ra-soat").text
    assert "báo người quản trị" in told(officer)


def test_what_is_known_to_exist_and_not_here_is_listed(officer: Visitor) -> None:
    words = told(officer)
    assert "Biết là có mà kho chưa có" in words
    assert "có thể đã thay thế nghị quyết của HĐND tỉnh Bình Dương" in words
    assert 'href="/nghi-quyet/binh-duong-2024"' in officer.get("/ra-soat").text
