"""The pages of the resolutions."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest

from bot.console.anchors import anchor, reading_link
from bot.store.store import Store
from bot.store.values import Role
from knowledge.library.library import SOURCES
from tests.support.console.console import STAFF, House, Visitor, house_over, publisher
from tests.support.documents.documents import (
    BUNDLED,
    CA_MAU,
    CLEAN,
    KIM_THANH,
    LANG_SON,
    at,
    bundled,
    successor,
)

OF_OLD = "Nghị quyết số 12/2025/NQ-HĐND"


def words(visitor: Visitor, path: str) -> str:
    """Return the words of the page at `path`."""
    return " ".join(re.sub(r"<[^>]+>", " ", visitor.get(path).text).split())


def test_the_list_names_every_document_with_its_standing(officer: Visitor) -> None:
    told = officer.get("/nghi-quyet").text
    for resolution in BUNDLED:
        assert f'href="/nghi-quyet/{resolution}"' in told
    assert "08/2024/NQ-HĐND" in told
    assert "Đang có hiệu lực" in told
    assert "Chưa rõ ngày có hiệu lực" in told
    assert re.search(r"\d+ lỗi của bản sao", told)


def test_what_other_documents_do_to_one_is_told_in_the_list_and_on_its_page(
    store: Store, tmp_path: Path
) -> None:
    new = successor(f"Bãi bỏ khoản 1 Điều 4 {OF_OLD}.")
    visitor = house_over(store, tmp_path, old=CLEAN, new=new).visitor(STAFF)

    for path in ("/nghi-quyet", "/nghi-quyet/old"):
        told = words(visitor, path)
        assert "Đang có hiệu lực Hết hiệu lực một phần" in told
        assert "khoản 1 Điều 4 bị bãi bỏ theo khoản 1 Điều 3 Nghị quyết số 30/2026" in told
        assert "từ ngày 01/3/2026." in told
    assert "Hết hiệu lực một phần" not in words(visitor, "/nghi-quyet/new")


def test_a_note_stands_below_the_unit_that_it_is_put_to(store: Store, tmp_path: Path) -> None:
    noted = CLEAN.replace("nhà văn hóa;", "nhà văn hóa[1];") + "\n[1] Điểm này được bổ sung.\n"
    told = words(house_over(store, tmp_path, noted=noted).visitor(STAFF), "/nghi-quyet/noted")

    assert "a) Niêm yết tại nhà văn hóa; Chú thích 1 Điểm này được bổ sung. b) Đăng" in told


def test_a_document_that_another_one_replaced_names_it(store: Store, tmp_path: Path) -> None:
    new = successor(f"Nghị quyết này thay thế {OF_OLD}.")
    told = words(house_over(store, tmp_path, old=CLEAN, new=new).visitor(STAFF), "/nghi-quyet/old")

    assert "Đã hết hiệu lực toàn bộ" in told
    assert "Bị thay thế theo khoản 1 Điều 3 Nghị quyết số 30/2026/NQ-HĐND" in told
    assert "từ ngày 01/3/2026." in told


@pytest.mark.parametrize("resolution", BUNDLED)
def test_every_provision_can_be_linked_to(officer: Visitor, resolution: str) -> None:
    told = officer.get(f"/nghi-quyet/{resolution}").text
    anchors = re.findall(r'<section id="([\w-]+)"', told)
    assert anchors == [anchor(unit.address) for unit in bundled(resolution).provisions]


def test_the_words_of_the_document_are_all_there(officer: Visitor) -> None:
    told = words(officer, f"/nghi-quyet/{LANG_SON}")
    for unit in bundled(LANG_SON).provisions:
        for line in unit.words.split("\n"):
            assert " ".join(line.split()) in told


def test_a_citation_opens_its_provision_with_the_quote(officer: Visitor) -> None:
    address = at(LANG_SON, 4, 2, "c")
    unit = bundled(LANG_SON).find(address)
    assert unit
    quote = unit.text[:39]
    told = officer.get(reading_link(address, quote)).text
    (opened,) = re.findall(r'<section id="([\w-]+)" class="[^"]* chosen"[^>]* autofocus', told)
    assert opened == "dieu-4-khoan-2-diem-c"
    assert "".join(re.findall(r"<mark>([^<]*)</mark>", told)) == quote


def test_a_quote_that_is_not_there_is_said_so(officer: Visitor) -> None:
    told = officer.get(reading_link(at(LANG_SON, 4), "không hề có câu này")).text
    assert "Không thấy nguyên văn" in told
    assert "<mark>" not in told


def test_what_is_asked_for_is_never_markup(officer: Visitor) -> None:
    evil = '"><script>alert(1)</script>'
    for path in ("/nghi-quyet", f"/nghi-quyet/{LANG_SON}"):
        told = officer.client.get(path, params={"tim": evil, "trich": evil, "vi-tri": evil}).text
        assert "<script>" not in told
        assert "&lt;script&gt;" in told


def test_the_search_finds_without_marks_and_links_to_the_provision(officer: Visitor) -> None:
    told = officer.get("/nghi-quyet?tim=cong dong dan cu").text
    assert "<mark>cộng đồng dân cư</mark>" in told.lower()
    links = re.findall(r'href="/nghi-quyet/([\w-]+)\?vi-tri=', told)
    assert len(set(links)) > 1


def test_what_was_found_is_highlighted_where_it_stands(officer: Visitor) -> None:
    told = officer.get("/nghi-quyet?tim=cong dong dan cu").text
    link = re.search(r'href="(/nghi-quyet/[^"]+)"[^>]*>điểm', told)
    assert link
    assert "<mark>cộng đồng dân cư</mark>" in officer.get(html.unescape(link[1])).text


def test_the_search_in_a_document_stays_in_it(officer: Visitor) -> None:
    told = officer.get(f"/nghi-quyet/{LANG_SON}?tim=cong dong dan cu").text
    assert set(re.findall(r'href="/nghi-quyet/([\w-]+)\?vi-tri=', told)) == {LANG_SON}


def test_a_search_without_result_says_so(officer: Visitor) -> None:
    assert "Không thấy chỗ nào" in officer.get("/nghi-quyet?tim=con cá vàng").text


def test_the_faults_of_a_copy_are_told_by_line(officer: Visitor) -> None:
    told = officer.get(f"/nghi-quyet/{CA_MAU}").text
    assert re.search(r"Dòng \d+ của bản sao:", told)
    assert "Bản sao không ghi" in told


def test_what_a_person_added_is_marked_with_the_reason(officer: Visitor) -> None:
    told = officer.get(f"/nghi-quyet/{KIM_THANH}").text
    assert "Đã bổ sung:" in told
    assert "Bản sao chỉ ghi phường Kim Thanh" in told


def test_a_correction_shows_as_soon_as_it_is_written(store: Store, tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    shutil.copytree(SOURCES, sources)
    house = House(store, tmp_path, publisher=publisher(tmp_path, sources))
    house.open_to(STAFF, Role.STAFF)
    officer = house.visitor(STAFF)
    assert "Bản gốc ghi rõ" not in officer.get(f"/nghi-quyet/{LANG_SON}").text
    (sources / f"{LANG_SON}.corrections.toml").write_text(
        '[signer]\nvalue = "Người Ký"\nreason = "Bản gốc ghi rõ."\n', encoding="utf-8"
    )
    assert "Bản gốc ghi rõ" in officer.get(f"/nghi-quyet/{LANG_SON}").text


def test_a_document_without_its_source_can_still_be_read(store: Store, tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    shutil.copy(SOURCES / f"{CA_MAU}.txt", sources)
    house = House(store, tmp_path, publisher=publisher(tmp_path, sources))
    house.open_to(STAFF, Role.STAFF)
    assert house.visitor(STAFF).get(f"/nghi-quyet/{LANG_SON}").status_code == 200


def test_a_document_of_the_whole_country_says_so(store: Store, tmp_path: Path) -> None:
    law = (
        CLEAN.replace("Số: 12/2025/NQ-HĐND", "Luật số: 10/2022/QH15")
        .replace("HỘI ĐỒNG NHÂN DÂN TỈNH AN GIANG", "QUỐC HỘI")
        .replace("NGHỊ QUYẾT\n", "LUẬT\n")
    )
    visitor = house_over(store, tmp_path, law=law).visitor(STAFF)
    assert "Áp dụng ở: cả nước" in words(visitor, "/nghi-quyet")
    assert "Áp dụng ở cả nước" in words(visitor, "/nghi-quyet/law")


@pytest.mark.parametrize("name", [f"{CA_MAU}.corrections.toml", f"history/{CA_MAU}.jsonl"])
def test_a_document_with_damaged_notes_can_still_be_read(
    house: House, officer: Visitor, name: str
) -> None:
    added = house.office.materials.shelves.added
    (added / "history").mkdir(parents=True)
    shutil.copy(SOURCES / f"{CA_MAU}.txt", added)
    (added / name).write_text("= damaged", encoding="utf-8")

    assert officer.get("/nghi-quyet").status_code == 200
    assert officer.get("/ra-soat").status_code == 200
    told = words(officer, f"/nghi-quyet/{CA_MAU}")
    assert "bị hỏng, nên chưa hiện được" in told
    assert "Điều 1" in told


def test_a_document_that_does_not_serve_says_where_to_look(house: House, officer: Visitor) -> None:
    added = house.office.materials.shelves.added
    added.mkdir()
    (added / "new.txt").write_text(CLEAN, encoding="utf-8")
    answer = officer.get("/nghi-quyet/new")
    assert answer.status_code == 404
    assert "phiên bản đang dùng không có nó" in answer.text
    assert 'href="/phien-ban"' in answer.text
    assert "phiên bản" not in words(officer, "/nghi-quyet/none")


def test_only_admins_are_led_to_adding_a_document(officer: Visitor, admin: Visitor) -> None:
    led = '<p><a href="/van-ban-moi">Thêm văn bản</a></p>'
    assert led in admin.get("/nghi-quyet").text
    assert led not in officer.get("/nghi-quyet").text
